"""Origins of made provenances: merging, chains, cycles, stories; what does not depend on order."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Coder
from onrecord.lexicon.outlets import Outlet, outlet_of
from onrecord.link.duplicates import Group, Join, groups
from onrecord.link.origins import Origin, corroboration, is_private, origins
from onrecord.link.provenance import Credit, Provenance, Speaker, hashes, provenance
from onrecord.link.sketch import Sketch, sketch
from onrecord.link.stories import stories
from onrecord.model.actor import Entity, Office
from onrecord.model.record import CoderInfo, Record
from onrecord.model.span import Span
from onrecord.prepare.clean import clean
from onrecord.readers import read_text

WORDS = (Span(0, 4, "told"),)


def outlet(name: str) -> Outlet:
    found = outlet_of(name)
    assert found is not None
    return found


def told(report: str, publisher: str | None, *, cites: str | None = None, wire: str | None = None, day: int = 1, **more: object) -> Provenance:
    credit = Credit(outlet(cites), False, "told", WORDS) if cites else None
    copy = Credit(outlet(wire), True, "dateline", WORDS) if wire else None
    made = Provenance(report, outlet(publisher) if publisher else None, f"2025-03-{day:02}", credit=credit or copy, wire=copy)
    return replace(made, **more)  # type: ignore[arg-type]


def one_story(*reports: Provenance, copies: tuple[Group, ...] = ()) -> list[Origin]:
    return list(origins(reports, copies, {p.report: "s" for p in reports}))


def ids(found: list[Origin]) -> list[str]:
    return [o.id for o in found]


def same(*members: str) -> Group:
    return Group(members[0], members, tuple(Join(members[0], m, "near", 0.9) for m in members[1:]))


def test_a_copy_without_its_credit_has_the_credit_of_the_others() -> None:
    found = one_story(told("a", "Delta Herald", day=1), told("b", "Lakes Times", wire="Reuters", day=2), copies=(same("a", "b"),))
    assert ids(found) == ["agency:reuters"]
    assert found[0].first_published == "2025-03-01"
    assert [(r.rule, r.reports, r.report) for r in found[0].reasons] == [("copy", ("a", "b"), None), ("wire", ("a", "b"), "b")]


def test_copies_without_any_credit_are_of_who_published_first() -> None:
    found = one_story(told("a", "Delta Herald", day=4), told("b", "Lakes Times", day=2), copies=(same("a", "b"),))
    assert ids(found) == ["unknown:lakestimes"]


def test_an_agency_that_cites_an_outlet_is_the_outlets() -> None:
    assert ids(one_story(told("a", "Delta Herald", wire="AFP", cites="Meduza"), told("b", "Meduza", day=2, on_site=WORDS))) == ["outlet:meduza"]


def test_own_reporters_on_site_are_a_new_origin_whatever_they_cite() -> None:
    found = one_story(told("a", "Delta Herald", cites="Meduza", on_site=WORDS), told("b", "Meduza"))
    assert ids(found) == ["outlet:deltaherald", "outlet:meduza"]


def test_a_cycle_of_three_falls_to_the_first_published() -> None:
    ring = [told("a", "Delta Herald", cites="Lakes Times", day=3), told("b", "Lakes Times", cites="Orlan Post", day=2), told("c", "Orlan Post", cites="Delta Herald", day=1)]
    found = one_story(*ring)
    assert ids(found) == ["outlet:orlanpost"]
    assert "cycle" in {r.rule for r in found[0].reasons}


def test_who_tells_on_own_account_in_one_report_passes_nothing_on() -> None:
    found = one_story(told("a", "Delta Herald", cites="Lakes Times"), told("b", "Lakes Times", cites="Meduza"), told("c", "Lakes Times", day=2, signed=WORDS))
    assert ids(found) == ["outlet:lakestimes", "outlet:meduza"]


def test_one_owner_counts_once_unless_both_were_there() -> None:
    assert len(one_story(told("a", "mirror.co.uk"), told("b", "express.co.uk", day=2))) == 1
    assert len(one_story(told("a", "mirror.co.uk", on_site=WORDS), told("b", "express.co.uk", day=2))) == 1
    assert len(one_story(told("a", "mirror.co.uk", on_site=WORDS), told("b", "express.co.uk", on_site=WORDS))) == 2


def test_one_speaker_is_one_origin_and_a_party_is_interested() -> None:
    said = Speaker("harbour guild", "the Harbour Guild", "official", True, True, True, WORDS)
    found = one_story(told("a", "Delta Herald", speaker=said), told("b", "Lakes Times", wire="AFP", speaker=said), told("c", "Orlan Post"))
    assert [(o.id, o.interested) for o in found] == [("official:harbour guild", True), ("unknown:orlanpost", False)]
    (count,) = corroboration(found)
    assert (count.reports, count.origins, count.disinterested) == (3, 2, 1)


def test_a_speaker_known_by_role_alone_is_no_origin() -> None:
    said = Speaker("police", "police", "official", False, False, False, WORDS)
    assert ids(one_story(told("a", "Delta Herald", speaker=said), told("b", "Lakes Times", speaker=said))) == ["unknown:deltaherald", "unknown:lakestimes"]


def test_unknowns_with_the_same_details_merge() -> None:
    details = {"names": frozenset({1, 2, 3, 4}), "numbers": frozenset({9, 12}), "quotes": frozenset({5})}
    one = told("a", None, **details)
    assert len(one_story(one, told("b", "Lakes Times", **details))) == 1
    for change in ({"numbers": frozenset({9, 13})}, {"quotes": frozenset({6})}, {"names": frozenset({1, 7, 8, 10})}, {"numbers": frozenset()}):
        assert len(one_story(one, told("b", "Lakes Times", **{**details, **change}))) == 2


def test_without_stories_only_what_shares_an_outlet_names_and_days_is_taken_together() -> None:
    names = frozenset({1, 2, 3, 4})
    one, other = told("a", "Delta Herald", wire="AFP", names=names), told("b", "Lakes Times", wire="AFP", names=names, day=2)
    assert len(origins([one, other])) == 1
    assert len(origins([one, replace(other, names=frozenset({1, 2, 8, 9}))])) == 2
    assert len(origins([one, replace(other, published="2025-03-09")])) == 2
    assert len(origins([one, replace(other, published=None)])) == 2
    assert len(origins([one, told("b", "Lakes Times", wire="Reuters", names=names, day=2)])) == 2
    assert len(origins([one, told("b", None, names=frozenset(), published=None)], [same("a", "b")])) == 1


def test_an_outlets_long_coverage_of_one_place_is_no_single_story() -> None:
    """Ten days, each day's reports sharing three names with those of the next: no story holds more than days that are near each other."""
    place = frozenset({1, 2, 3})
    reports = [told(f"r{day:02}{k}", "Delta Herald", day=day, names=place | {100 * day + k}) for day in range(1, 11) for k in range(3)]
    found = origins(reports)
    assert sorted(m for o in found for m in o.members) == [p.report for p in reports]
    days = [{int(m[1:3]) for m in o.members} for o in found]
    assert all(max(d) - min(d) <= 3 for d in days)
    assert 3 <= len(found) <= 5


def test_names_that_are_handed_on_from_report_to_report_make_no_story_without_end() -> None:
    """Each shares three names with the next and none with the one after: one that is like half of the others still belongs to them, no further one."""
    handed = [frozenset(range(3 * k, 3 * k + 6)) for k in range(6)]
    found = origins(told(f"r{k}", "Delta Herald", names=names) for k, names in enumerate(handed))
    assert [o.members for o in found] == [("r0", "r1", "r2"), ("r3", "r4", "r5")]


def test_a_text_that_is_printed_again_later_is_of_the_day_it_first_appeared() -> None:
    names = frozenset({1, 2, 3, 4})
    first, again = told("a", "Delta Herald", day=1, names=names), told("b", "Lakes Times", day=20, names=names)
    news = told("c", "Delta Herald", day=2, names=names)
    late = told("d", "Lakes Times", day=21, names=names)
    assert [o.members for o in origins([first, again, news, late], [same("a", "b")])] == [("a", "b", "c"), ("d",)]


@pytest.mark.parametrize(
    ("text", "origin", "rule"),
    [
        # Persons of the story speak for nobody else.
        ("Nine dockers were held in Orlan on Monday, according to Mrs Ruiz, whose husband was among them. The port was shut.", "unknown:speaker ruiz", "speaker"),
        ("Nine dockers were held in Orlan on Monday, according to lawyer Anna Harris. The port was shut.", "unknown:speaker anna harris", "speaker"),
        ("Nine dockers were held in Orlan on Monday, according to Tomas Brennick, a baker. The port was shut.", "unknown:private person", "speaker"),
        ("Joel Marr, a witness, said that nine dockers had been held in Orlan.", "witness:private person", "speaker"),
        # Outlets are cited, whether a list names them or not.
        ("Nine dockers were held in Orlan on Monday, according to Radio Velm. The port was shut.", "outlet:radiovelm", "cited"),
        ("Nine dockers were held in Orlan on Monday, according to Velm TV. The port was shut.", "outlet:velmtv", "cited"),
        ("Nine dockers were held in Orlan on Monday, according to state television. The port was shut.", "unknown:deltaherald", "unknown"),
        # Officials and bodies are what they were.
        ("Nine dockers were held in Orlan on Monday, according to Interior Minister Joel Marr. The port was shut.", "official:joel marr", "speaker"),
        ("Nine dockers were held in Orlan on Monday, according to police spokesman Joel Marr. The port was shut.", "official:joel marr", "speaker"),
        ("The Harbour Guild said in a statement that nine dockers had been held in Orlan.", "official:harbour guild", "speaker"),
    ],
)
def test_what_kind_of_origin_a_speaker_is(text: str, origin: str, rule: str, ungated: Coder) -> None:
    (found,) = origins([provenance(ungated.code(text, publisher="Delta Herald", published="2025-03-05"))])
    assert (found.id[: len(origin)], found.reasons[0].rule) == (origin, rule)
    assert is_private(found.id) == origin.endswith("private person")
    assert is_private(found.id) or found.id == origin
    assert all(text[s.start : s.end] == s.quote for r in found.reasons for s in r.spans)


def test_an_outlet_that_is_the_reports_own_is_not_cited_by_it(ungated: Coder) -> None:
    text = "Nine dockers were held in Orlan on Monday, according to Radio Velm. The port was shut."
    assert ids(one_story(provenance(ungated.code(text, publisher="Radio Velm")))) == ["unknown:radiovelm"]


def test_one_person_quoted_by_two_outlets_is_one_origin_and_private_where_one_report_shows_it() -> None:
    said = Speaker("anna harris", "Anna Harris", "person", False, True, False, WORDS)
    found = one_story(told("a", "Delta Herald", speaker=said), told("b", "Lakes Times", speaker=said), told("c", "anna harris"))
    assert [(o.id, o.kind, o.members) for o in found] == [("unknown:annaharris", "unknown", ("c",)), ("unknown:speaker anna harris", "unknown", ("a", "b"))]
    (shy,) = one_story(told("a", "Delta Herald", speaker=said), told("b", "Lakes Times", speaker=replace(said, private=True)))
    assert is_private(shy.id)
    assert "harris" not in shy.id
    # Copies are of one speaker, however each is read.
    bare = replace(said, key="harris", name="Harris")
    (copied,) = one_story(told("a", "Delta Herald", speaker=bare), told("b", "Lakes Times", speaker=replace(said, private=True)), copies=(same("a", "b"),))
    assert is_private(copied.id)
    # A copy that tells of a private person of that name, and quotes nobody as the source of all.
    copy = told("b", "Lakes Times", private=hashes(["joel harris", "harris"]))
    (taken,) = one_story(told("a", "Delta Herald", speaker=replace(bare, key="harris@KNA", kind="official")), copy, copies=(same("a", "b"),))
    assert is_private(taken.id)
    assert not is_private(one_story(told("a", "Delta Herald", speaker=bare), copy)[0].id)


def test_a_surname_of_a_private_person_is_no_office_holders(ungated: Coder) -> None:
    """Where the coder took "Harris" for a prime minister of that name, while the story tells of Joel Harris, a docker."""
    record = ungated.code("Harris said that nine dockers had been held in Orlan on Monday. The port was shut. Joel Harris, a docker, saw the vans.", publisher="Delta Herald")
    minister = Entity("entity-x", "Harris", "person", ("KNA",), ("GOV",), (Office("Prime Minister", "KNA"),))
    said = tuple(replace(a, source=replace(a.source, entity=minister.id)) if a.source is not None else a for a in record.attributions)
    taken = replace(record, entities=(*record.entities, minister), attributions=said)
    speaker = provenance(taken).speaker
    assert speaker is not None
    assert (speaker.key, speaker.kind, speaker.private) == ("harris@KNA", "person", True)
    alone = provenance(replace(taken, entities=tuple(e for e in taken.entities if not e.private))).speaker
    assert alone is not None
    assert (alone.kind, alone.private) == ("official", False)


@pytest.mark.shared
def test_on_news_stories_lose_no_true_pair_and_join_no_false_one(shared: Path) -> None:
    """Pairs of real news pages in one story, by the event that each page is of: what single links found before stories were bounded."""
    rows = [json.loads(line) for line in (shared / "corpora" / "news2016.jsonl").read_text(encoding="utf-8").splitlines()]
    found: dict[str, Provenance] = {}
    sketches: dict[str, Sketch] = {}
    event: dict[str, str] = {}
    for row in rows:
        received = read_text(row["text"], title=row["title"], publisher=row["publisher"], published=row["published"][:10])
        record = Record(received.report, CoderInfo("0", "p"))
        event[record.report.id] = row["cluster"]
        found[record.report.id] = provenance(record)
        sketches[record.report.id] = sketch(clean(received.report)[0].text)
    story = stories(found, groups(sketches))
    pairs = [event[a] == event[b] for a, b in combinations(sorted(story), 2) if story[a] == story[b]]
    assert (len(pairs) >= 21, all(pairs)) == (True, True)


PUBLISHERS = ["Delta Herald", "Lakes Times", "Orlan Post", "mirror.co.uk", "express.co.uk", None]
one_report = st.tuples(st.sampled_from(PUBLISHERS), st.sampled_from([None, None, *PUBLISHERS[:3], "Meduza"]), st.sampled_from([None, None, "AFP", "Reuters"]), st.integers(1, 9), st.booleans())


@settings(max_examples=150)
@given(st.lists(one_report, min_size=1, max_size=9), st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=3), st.randoms(use_true_random=False))
def test_every_report_has_one_origin_and_the_order_does_not_matter(
    rows: list[tuple[str | None, str | None, str | None, int, bool]], pairs: list[tuple[int, int]], made: random.Random
) -> None:
    reports = [
        told(f"r{k}", publisher, cites=cites if cites != publisher else None, wire=wire, day=day, on_site=WORDS if seen else ())
        for k, (publisher, cites, wire, day, seen) in enumerate(rows)
    ]  # fmt: skip
    copies = tuple({f"r{min(p)}": same(f"r{min(p)}", f"r{max(p)}") for p in pairs if p[0] != p[1] and max(p) < len(rows)}.values())
    found = one_story(*reports, copies=copies)
    assert sorted(m for o in found for m in o.members) == sorted(p.report for p in reports)
    assert len({o.id for o in found}) == len(found)
    assert all(o.reasons for o in found)
    for group in copies:
        assert any(set(group.members) <= set(o.members) for o in found)
    made.shuffle(reports)
    assert one_story(*reports, copies=tuple(reversed(copies))) == found


def test_a_report_without_anything_is_an_unknown_of_its_own(ungated: Coder) -> None:
    (found,) = origins([provenance(ungated.code(""))])
    assert (found.kind, found.first_published, found.interested) == ("unknown", None, False)


def test_an_event_has_the_origin_of_the_sentences_that_tell_it(ungated: Coder) -> None:
    text = "Guards arrested nine dockers in Orlan on Monday. Rebels shelled a mill in Gao on Sunday, the BBC reported. Nobody was hurt."
    record = ungated.code(text, publisher="Delta Herald")
    at = {e.mentions[0].trigger[0].quote: e.mentions[0].trigger for e in record.events}
    assert [o.id for e in ("arrested", "shelled") for o in origins([provenance(record, at[e])])] == ["unknown:deltaherald", "outlet:bbc"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine men were held in Orlan on Monday.\n\nImage copyright Reuters Image caption The port at night",
        "Nine men were held in Orlan on Monday. The crew of a boat (AFP) were seen at the pier.",
        "Nine men were held in Orlan on Monday. “Our reporter was beaten,” said an editor.",
        "Nine men of the Harbour Board told the court that it rained in Orlan on Monday.",
    ],
)
def test_what_is_no_credit(text: str, ungated: Coder) -> None:
    found = provenance(ungated.code(text, publisher="Delta Herald"))
    assert (found.credit, found.wire, found.on_site) == (None, None, ())
