"""Corrections of a number alone: what is withdrawn is what was told with that number, and where nobody can know which, nothing is."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.link.corrections import asserted, corrections, issued
from onrecord.link.figures import figures, number
from onrecord.link.notices import notices
from onrecord.model.record import Record

URL = "https://gazette.example/a"
DEAD = "Rebels killed nine men in Velm on Sunday. Guards arrested four dockers in Orlan."
TWO = "Rebels killed nine men in Velm on Sunday. Guards arrested nine dockers in Orlan."


def corrected(coder: Coder, notice: str, *earlier: str) -> tuple[list[set[str]], list[str]]:
    """The trigger words of what a notice withdraws of each earlier version, and why it was noted."""
    records: list[Record] = [coder.code(text, publisher="Harbour Gazette", published=f"2025-03-{day:02}", url=URL) for day, text in enumerate((*earlier, notice), start=3)]
    views = [issued(r.report, k) for k, r in enumerate(records)]
    made, notes = corrections(views, notices(records[-1].report), {r.report.id: asserted(r) for r in records[:-1]})
    acts = {e.id: e.mentions[0].trigger[0].quote for r in records for e in r.events}
    assert [c.of for c in made] == [r.report.id for r in records[:-1]]
    for one in made:
        assert all(w.wrong and all(s.quote in notice for s in w.wrong) for w in one.withdrawn)
    return [{acts[w.event] for w in c.withdrawn} for c in made], [n.why for n in notes]


@pytest.mark.parametrize(
    ("notice", "earlier", "withdrawn"),
    [
        ("Correction: It was eleven, not nine.", DEAD, {"killed"}),
        ("Correction: It was 11, not 9.", DEAD, {"killed"}),
        ("Correction: It was four, not five.", DEAD, set()),
        ("An earlier version gave the number of dead as nine; it is eleven.", DEAD, {"killed"}),
        ("An earlier version gave the number of dead as nine; it is eleven.", TWO, {"killed"}),
        ("An earlier version of this article put the death toll at 9.", TWO, {"killed"}),
        ("Correction: The death toll is 11, not 9.", TWO, {"killed"}),
        ("Correction: Eleven people died, not nine.", TWO, {"killed"}),
        ("Correction: Eleven people were killed, not nine people.", TWO, {"killed"}),
        ("Correction: Six dockers were held, not nine.", TWO, {"arrested"}),
        ("Correction: This story misstated the number of arrests. It was six, not nine.", TWO, {"arrested"}),
        ("(Corrects number of dead to eleven from nine)", TWO, {"killed"}),
        ("Correction: The number of arrests was not nine but six.", TWO, {"arrested"}),
        ("An earlier version of this story gave nine arrests instead of six.", TWO, {"arrested"}),
        ("Correction: Eleven men were killed, not nine, as an earlier version of this article said.", TWO, {"killed"}),
        ("Eleven men were killed, not nine, as an earlier version of this article said.", TWO, {"killed"}),
        ("Correction: The number of dead has been corrected from nine to eleven.", TWO, {"killed"}),
        ("Correction: The raid killed eleven (not nine) men.", TWO, {"killed"}),
        # A day is no number.
        ("Correction: It was on 3 March, not 9 March.", DEAD, set()),
        ("Correction: He is 49, not 9.", DEAD, set()),
        # It cannot be known which.
        ("Correction: It was eleven, not nine.", TWO, set()),
        ("Correction: The death toll is 11, not 9.", "Rebels killed nine men in Velm on Sunday. Shells killed nine women in Gao on Monday.", set()),
        ("Correction: It was eleven, not nine.", "Rebels killed nine men in Velm on Sunday. Nine boats lay in the port.", set()),
        # It is of something else.
        ("Correction: The death toll is 11, not 9.", "Guards arrested nine dockers in Orlan.", set()),
        ("Correction: The mill burned for eleven days, not nine.", "Guards arrested nine dockers in Orlan.", set()),
        ("Correction: The death toll in Gao is 11, not 9.", DEAD, set()),
        ("Correction: It was eleven, not seven.", DEAD, set()),
    ],
)
def test_a_number_alone_withdraws_what_was_told_with_it(notice: str, earlier: str, withdrawn: set[str], ungated: Coder) -> None:
    gone, notes = corrected(ungated, notice, earlier)
    assert gone == [withdrawn]
    assert len(notes) == (not withdrawn)


def test_a_place_tells_two_like_figures_apart(ungated: Coder) -> None:
    earlier = "Rebels killed nine men in Velm on Sunday. Shells killed nine women in Gao on Monday."
    record = ungated.code(earlier, publisher="Harbour Gazette", published="2025-03-03", url=URL)
    later = ungated.code("Correction: The death toll in Gao is 11, not 9.", publisher="Harbour Gazette", published="2025-03-04", url=URL)
    (made,), _ = corrections([issued(record.report, 0), issued(later.report, 1)], notices(later.report), {record.report.id: asserted(record)})
    (event,) = {w.event for w in made.withdrawn}
    assert next(m.sentence.quote for e in record.events if e.id == event for m in e.mentions if m.sentence).startswith("Shells")


def test_only_who_told_the_number_is_withdrawn(ungated: Coder) -> None:
    gone, notes = corrected(ungated, "Correction: It was eleven, not nine.", "Rebels shelled the mill in Velm on Sunday. The army said rebels had killed nine men there. The mayor said rebels had killed nobody.")
    assert gone == [{"killed"}]
    assert notes == []


def test_every_earlier_version_with_the_number_is_mended_and_no_other(ungated: Coder) -> None:
    gone, notes = corrected(ungated, "Correction: It was eleven, not nine.", DEAD, DEAD.replace("nine", "eleven") + " It rained.")
    assert gone == [{"killed"}, set()]
    assert notes == []


def test_what_cannot_be_known_is_told(ungated: Coder) -> None:
    assert corrected(ungated, "Correction: It was eleven, not nine.", TWO)[1] == ["several_figures"]
    assert corrected(ungated, "Correction: It was eleven, not seven.", TWO)[1] == ["words_not_found"]


@pytest.mark.parametrize(("title", "own"), [("Nine dead in Velm", False), ("Rebels kill nine in Velm", True), ("A night in Velm", False), ("Nine boats in Velm", None)])
def test_a_headline_tells_the_same_figure_again(title: str, own: bool | None, ungated: Coder) -> None:
    """What it tells as an event of its own is withdrawn too (`own`); where it counts other things, nobody can know which is meant (None)."""
    first = ungated.code(f"{title}\n\n{DEAD}", publisher="Harbour Gazette", published="2025-03-03", url=URL, title=title)
    later = ungated.code("Correction: It was eleven, not nine.", publisher="Harbour Gazette", published="2025-03-04", url=URL)
    (made,), notes = corrections([issued(first.report, 0), issued(later.report, 1)], notices(later.report), {first.report.id: asserted(first)})
    gone = [{s.quote for m in e.mentions for s in m.trigger} for e in first.events if e.id in {w.event for w in made.withdrawn}]
    assert any("killed" in words for words in gone) == (own is not None)
    assert any("kill" in words for words in gone) == bool(own)
    assert not any("arrested" in words for words in gone)
    assert [n.why for n in notes] == ([] if own is not None else ["several_figures"])


@pytest.mark.parametrize(("words", "told"), [("nine", (9, "")), ("1,200", (1200, "")), ("twenty-five", (25, "")), ("9 people", (9, "people")), ("three million", (3_000_000, "")), ("a mill", None), ("Orlan", None), ("", None)])
def test_numbers(words: str, told: tuple[int, str] | None) -> None:
    assert number(words) == told


def test_every_number_of_a_text_is_a_figure(ungated: Coder) -> None:
    record = ungated.code("The army carried out nine air strikes on Velm on Sunday. Twenty-five men fled. It took 9 days.", publisher="Harbour Gazette")
    assert sorted(f.low for f in figures(record) if f.low is not None) == [9, 9, 25]
    (strikes,) = [f for f in figures(record) if f.event is not None and f.low == 9]
    assert "strik" in strikes.words  # a stem
