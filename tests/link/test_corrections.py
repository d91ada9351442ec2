"""Versions, corrections, retractions: what is tied to what, what is withdrawn, what is only noted."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Coder
from onrecord.link.corrections import Asserted, Correction, Issued, Note, asserted, corrections, issued, other_bytes, targets, url_key, versions
from onrecord.link.notices import notices
from onrecord.model.record import Record

EARLIER = "Guards arrested nine dockers in Orlan on Monday. Rebels shelled the mill on Sunday, the mayor said."


def code(coder: Coder, text: str, day: int, publisher: str = "Harbour Gazette", title: str | None = None, url: str | None = None) -> Record:
    return coder.code(text, publisher=publisher, published=f"2025-03-{day:02}", title=title, url=url)


def tied(*records: Record, copies: dict[str, str] | None = None) -> tuple[tuple[Correction, ...], tuple[Note, ...]]:
    views = [issued(r.report, k) for k, r in enumerate(records)]
    found = [n for r in records for n in notices(r.report)]
    needed = targets(views, found, copies)
    return corrections(views, found, {r.report.id: asserted(r) for r in records if r.report.id in needed}, copies)


def test_a_corrected_headline_finds_its_report(ungated: Coder) -> None:
    first = code(ungated, EARLIER, 3, title="Guards hold nine dockers in Orlan")
    second = code(ungated, "Guards arrested six dockers. The correct number is six dockers, not nine dockers.", 4, title="CORRECTED-Guards hold nine dockers in Orlan")
    made, notes = tied(first, second)
    assert [(c.of, c.kind, c.rule, len(c.withdrawn)) for c in made] == [(first.report.id, "corrects", "headline", 1)]
    assert [s.quote for s in made[0].withdrawn[0].wrong] == ["nine dockers"]
    assert notes == ()


@pytest.mark.parametrize(
    ("publisher", "text"),
    [
        ("Harbour Gazette", "Editors: please kill the story headlined “Guards hold nine dockers in Orlan”, sent on 3 March."),
        ("Delta Herald", "The Harbour Gazette has retracted its report headlined “Guards hold nine dockers in Orlan”, it said on Tuesday."),
    ],
)
def test_a_retraction_that_names_the_report_withdraws_all_of_it(publisher: str, text: str, ungated: Coder) -> None:
    first = code(ungated, EARLIER, 3, title="Guards hold nine dockers in Orlan")
    made, notes = tied(first, code(ungated, text, 4, publisher))
    assert [(c.of, c.kind, c.rule) for c in made] == [(first.report.id, "retracts", "named")]
    assert len(made[0].withdrawn) == sum(len(e.assertions) for e in first.events) > 0
    assert notes == ()


@pytest.mark.parametrize(
    ("publisher", "title", "day", "why"),
    [
        ("Lakes Times", "Guards hold nine dockers in Orlan", 3, "no_report"),  # another outlet's
        ("Harbour Gazette", "Guards hold nine dockers in Velm", 3, "no_report"),  # another headline
        ("Harbour Gazette", "Guards hold nine dockers in Orlan", 9, "no_report"),  # published later
    ],
)
def test_what_cannot_be_tied_is_a_note(publisher: str, title: str, day: int, why: str, ungated: Coder) -> None:
    notice = code(ungated, "Editors: please kill the story headlined “Guards hold nine dockers in Orlan”.", 4)
    made, notes = tied(code(ungated, EARLIER, day, publisher, title), notice)
    assert made == ()
    assert [(n.by, n.kind, n.why) for n in notes] == [(notice.report.id, "retracts", why)]
    assert notes[0].spans[0].quote in notice.report.text


@pytest.mark.parametrize("text", ["The Harbour Gazette has retracted its report “Guards hold nine dockers in Orlan”.", "We have retracted this story because our reporter made it up."])
def test_a_notice_that_its_headline_carries_out_is_not_said_to_be_about_nothing(text: str, ungated: Coder) -> None:
    first = code(ungated, EARLIER, 3, title="Guards hold nine dockers in Orlan")
    made, notes = tied(first, code(ungated, f"Retraction: Guards hold nine dockers in Orlan\n\n{text}", 4, title="Retraction: Guards hold nine dockers in Orlan"))
    assert {(c.of, c.kind) for c in made} == {(first.report.id, "retracts")}
    assert notes == ()


def test_of_a_report_that_retracts_two_the_one_that_is_not_found_is_a_note(ungated: Coder) -> None:
    first = code(ungated, EARLIER, 3, title="Guards hold nine dockers in Orlan")
    text = "Retraction: Guards hold nine dockers in Orlan\n\nThe Harbour Gazette has retracted its report headlined “Rebels leave the port of Velm”."
    made, notes = tied(first, code(ungated, text, 4, title="Retraction: Guards hold nine dockers in Orlan"))
    assert [(c.of, c.rule) for c in made] == [(first.report.id, "headline")]
    assert [(n.why, n.spans[0].quote.startswith("The Harbour Gazette has retracted")) for n in notes] == [("no_report", True)]


def test_two_reports_under_one_headline_are_not_guessed_between(ungated: Coder) -> None:
    one, other = (code(ungated, EARLIER + extra, 3, title="Guards hold nine dockers in Orlan") for extra in ("", " It rained."))
    made, notes = tied(one, other, code(ungated, "Editors: please kill the story headlined “Guards hold nine dockers in Orlan”.", 4))
    assert (made, [n.why for n in notes]) == ((), ["several_reports"])


def test_an_own_notice_finds_the_one_earlier_copy_of_its_publisher(ungated: Coder) -> None:
    first, foreign = code(ungated, EARLIER, 3), code(ungated, EARLIER, 2, "Lakes Times")
    later = code(ungated, EARLIER + " This story has been corrected.", 4)
    copies = {r.report.id: "g" for r in (first, foreign, later)}
    made, notes = tied(first, foreign, later, copies=copies)
    assert [(c.of, c.rule, c.withdrawn) for c in made] == [(first.report.id, "copy", ())]
    assert [n.why for n in notes] == ["no_words"]


def test_words_of_one_source_are_withdrawn_alone(ungated: Coder) -> None:
    first = code(ungated, EARLIER, 3, url="https://gazette.example/a")
    later = code(ungated, "An earlier version of this article said that rebels shelled the mill on Sunday.", 4, url="http://www.gazette.example/a/?utm_source=x#top")
    (made,), notes = tied(first, later)
    shelled = next(e for e in first.events if e.mentions[0].trigger[0].quote == "shelled")
    assert {w.event for w in made.withdrawn} == {shelled.id}
    assert notes == ()


@pytest.mark.parametrize(
    ("said", "withdrawn"),
    [
        ("stated that rebels had shelled the mill on Sunday", {"shelled"}),
        ("said that the mill was shelled by rebels", {"shelled"}),
        ("incorrectly reported that guards had arrested nine dockers", {"arrested"}),
        ("said that guards were arresting nine dockers", {"arrested"}),
        ("said that nine dockers had been arrested in Orlan by guards", {"arrested"}),
        ("said that rebels had been shelling the mill", {"shelled"}),
        # Not what it told.
        ("said that rebels had shelled the bridge", set()),
        ("said that guards had shelled the mill", set()),
        ("said that rebels had not shelled the mill", set()),
        ("said that the dockers had arrested nine guards in Orlan", set()),
        ("said that nine dockers arrested the guards", set()),
        ("said that guards had burned the ferry", set()),
    ],
)
def test_words_told_in_another_form_are_withdrawn(said: str, withdrawn: set[str], ungated: Coder) -> None:
    first = code(ungated, "Rebels shelled the mill on Sunday. Guards arrested nine dockers in Orlan.. Guards did not burn the ferry.", 3, url="https://gazette.example/a")
    later = code(ungated, f"An earlier version of this article {said}.", 4, url="https://gazette.example/a")
    made, _ = tied(first, later)
    acts = {e.id: e.mentions[0].trigger[0].quote for e in first.events}
    assert {acts[w.event] for c in made for w in c.withdrawn} == withdrawn


@pytest.mark.parametrize("title", ["UPDATE 2-Guards hold nine dockers in Orlan", "UPDATED: Guards hold nine dockers in Orlan"])
def test_an_update_withdraws_nothing_and_needs_no_note(title: str, ungated: Coder) -> None:
    first = code(ungated, EARLIER, 3, title="Guards hold nine dockers in Orlan")
    made, notes = tied(first, code(ungated, EARLIER + " It rained.", 4, title=title))
    assert [(c.of, c.kind, c.withdrawn) for c in made] == [(first.report.id, "updates", ())]
    assert tied(code(ungated, EARLIER, 4, title=title)) == ((), ())
    assert notes == ()


@pytest.mark.parametrize("text", [EARLIER, "The minister corrected his figures and withdrew a claim.", "Corrections officers fired. An earlier version of the law allowed it."])
def test_ordinary_reports_have_no_notice(text: str, ungated: Coder) -> None:
    assert notices(code(ungated, text, 3).report) == ()


def view(report: str, text: str, order: int, url: str | None = "https://a.example/x", published: str | None = None) -> Issued:
    return Issued(report, text, order, url, None, published)


def test_versions_are_ordered_by_date_then_as_received() -> None:
    rows = [view("a", "t1", 2, published="2025-03-02"), view("b", "t2", 1, published="2025-03-01"), view("c", "t2", 3, published="2025-03-03"), view("d", "t4", 4, None)]
    (found,) = versions(rows)
    assert (found.url, found.reports, found.same) == ("//a.example/x", ("b", "a"), (("b", "c"),))
    assert versions(rows[1:2] + rows[3:]) == ()
    (undated,) = versions([*rows[:3], view("e", "t5", 0)])
    assert undated.reports == ("e", "b", "a")


def test_a_page_that_was_fetched_again_is_no_later_version() -> None:
    rows = [Issued(name, f"bytes {name}", k, "https://a.example/x", words=words) for k, (name, words) in enumerate([("a", "w1"), ("b", "w1"), ("c", "w2")])]
    assert other_bytes(rows) == ("a", "b", "c")
    assert other_bytes(rows[:1]) == ()
    (found,) = versions(rows)
    assert (found.reports, found.same) == (("a", "c"), (("a", "b"),))
    assert versions(rows[:2]) == ()


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from(["t1", "t2", "t3"]), st.sampled_from([None, "2025-03-01", "2025-03-02"])), max_size=10), st.randoms(use_true_random=False))
def test_versions_hold_every_text_once_in_any_order_of_input(rows: list[tuple[str, str, str | None]], made: random.Random) -> None:
    reports = [view(f"r{k}", text, k, f"https://a.example/{page}", day) for k, (page, text, day) in enumerate(rows)]
    found = versions(reports)
    texts = {r.report: r.text_id for r in reports}
    for one in found:
        own = [r.report for r in reports if r.url and url_key(r.url) == one.url]
        assert sorted([*one.reports, *(s for _, s in one.same)]) == sorted(own)
        assert len({texts[r] for r in one.reports}) == len(one.reports) > 1
        assert all(texts[a] == texts[b] for a, b in one.same)
    made.shuffle(reports)
    assert versions(reports) == found


@given(st.text(max_size=80), st.from_regex(r"[a-z0-9/_-]{0,20}", fullmatch=True))
def test_any_address_has_a_key_and_what_tells_no_pages_apart_is_not_in_it(odd: str, path: str) -> None:
    assert isinstance(url_key(odd), str)
    plain = url_key(f"https://gazette.example/a{path}?id=7")
    assert url_key(f" http://WWW.Gazette.example/a{path}/?id=7&utm_source=x#top ") == plain
    assert url_key(f"https://gazette.example/a{path}?id=8") != plain


def test_nothing_is_withdrawn_of_a_report_without_assertions(ungated: Coder) -> None:
    first = code(ungated, EARLIER, 3, url="https://gazette.example/a")
    later = code(ungated, "This article has been withdrawn because its source invented it.", 4, url="https://gazette.example/a")
    views = [issued(r.report, k) for k, r in enumerate((first, later))]
    (made,), notes = corrections(views, notices(later.report), {first.report.id: [Asserted("e", None, ())]})
    assert [w.event for w in made.withdrawn] == ["e"]
    assert corrections(views, notices(later.report), {})[0][0].withdrawn == ()
    assert notes == ()


def test_a_headline_goes_with_the_deed_that_is_taken_back(ungated: Coder) -> None:
    address = "https://gazette.example/boat"
    first = code(ungated, "Coastguard stops boat off Sfax\n\nTunisian coastguards intercepted a boat carrying 92 people off Sfax early on Thursday. Police arrested two men in Sfax.", 3, url=address)
    later = code(ungated, "An earlier version of this report said that coastguards intercepted a boat carrying 92 people off Sfax. They did not.", 4, url=address)
    words = {e.id: e.mentions[0].trigger[0].quote for e in first.events}
    assert {words[e.id]: words[e.may_repeat] for e in first.events if e.may_repeat} == {"stops": "intercepted"}
    (made,), _ = tied(first, later)
    assert [words[w.event] for w in made.withdrawn] == ["stops", "intercepted"]
    assert all(w.wrong for w in made.withdrawn)
