"""Plain sentences of a day's wires, by class of turn, in sentences of our own: each class with what looks alike and means something else."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.wording import smallest_clause
from onrecord.model.record import Record


def events(record: Record, kind: str, trigger: str = "") -> list[str]:
    return [e.status for e in record.events if e.type == kind and any(trigger in " … ".join(s.quote for s in m.trigger) for m in e.mentions)]


def parties(record: Record, kind: str) -> tuple[set[str], set[str]]:
    names = {e.id: e.name for e in record.entities}
    event = next(e for e in record.events if e.type == kind)
    return {names[p.entity] for p in event.actors}, {names[p.entity] for p in event.recipients}


def days(record: Record, kind: str) -> set[str]:
    times = {t.id: str(t.value) for t in record.times}
    return {times[t.time] for e in record.events if e.type == kind for t in e.times if t.time in times}


def places(record: Record, kind: str) -> set[str]:
    names = {p.id: p.name for p in record.places}
    return {names[q.place] for e in record.events if e.type == kind for q in e.places}


def disputes(record: Record) -> list[str]:
    claims = {c.id: c for c in record.claims}
    return [" ".join(s.quote for s in claims[d.claim].spans) for d in record.disputes]


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "statuses"),
    [
        ("A colonel appeared on state television to say that guards had seized power in the isles.", "COERCE", "seized", ["occurred"]),
        ("The parliament failed to adopt a resolution calling for a truce.", "REQUEST", "calling", ["failed"]),
        ("The assembly adopted a resolution calling for a truce.", "REQUEST", "calling", ["occurred"]),
        ("The council may adopt a resolution condemning the raid.", "ACCUSE", "condemning", ["hypothetical"]),
        ("Norway threatened to veto the aid package.", "AID", "", ["hypothetical"]),
        ("The rebels vowed to reject any ceasefire.", "CONCEDE", "ceasefire", ["hypothetical"]),
        ("The union refused to call off the strike.", "PROTEST", "strike", ["planned"]),
        ("The high court ruled that the deportations were illegal.", "COERCE", "deportations", ["occurred"]),
        ("The crown offered a reward for information leading to the arrest of the thief.", "COERCE", "arrest", ["hypothetical"]),
        ("Police acted on information leading to the arrest of the thief.", "COERCE", "arrest", ["occurred"]),
        ("A tip led to the arrest of the thief.", "COERCE", "arrest", ["occurred"]),
        ("The rebels sent a message to say they had freed the nurses.", "RETREAT", "freed", ["occurred"]),
        ("Norway warned that Denmark would attack from the north.", "ASSAULT", "attack", ["hypothetical"]),
        ("Norway warned it would strike again if the raiders attacked its ships.", "ASSAULT", "strike", ["threatened"]),
        ("A truce between the two clans broke down within hours.", "RETREAT", "truce", ["failed"]),
        ("The finance minister quit in protest at the raid.", "PROTEST", "", []),
        ("The traders deal in skins, according to the league's investigation.", "ACCUSE", "", []),
        ("Hundreds marched in protest at the raid.", "PROTEST", "marched", ["occurred"]),
        ("The kingdom recalled its ambassador for consultations.", "CONSULT", "", []),
        ("A bus carrying pilgrims plunged into a gorge, killing nine.", "ASSAULT", "", []),
        ("The premier called the strike murder.", "ASSAULT", "murder", []),
        ("The prosecutor declared the strike an act of war.", "ASSAULT", "war", []),
        ("The rebels appeared in the town to loot the market.", "ASSAULT", "loot", ["planned"]),
        ("Herders and farmers clashed near the ford, leaving nine dead.", "ASSAULT", "", ["occurred"]),
    ],
)  # fmt: skip
def test_what_came_of_it(text: str, kind: str, trigger: str, statuses: list[str], coder: Coder) -> None:
    assert events(coder.code(text, published="2026-03-18"), kind, trigger) == statuses


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("The council called for an inquiry into the killing of nine nurses.", "REQUEST", {"council"}, set()),
        ("Miners returned to work on Tuesday after the union accepted a rise.", "CONCEDE", {"Miners"}, set()),
        ("The premier withdrew the bill after protesters stormed the town hall.", "CONCEDE", {"premier"}, {"protesters"}),
        ("Norway opened an embassy in the capital of the isles.", "SUPPORT", {"Norway"}, set()),
        ("Lawmakers voted 60 to 41 to impeach President Orrel.", "SANCTION", {"Lawmakers"}, {"Orrel"}),
        ("Norway doubled tariffs on Danish steel.", "SANCTION", {"Norway"}, {"Danish"}),
        ("Norway suspended imports of Danish beef.", "SANCTION", {"Norway"}, {"Danish"}),
        ("Prisoners took nine guards hostage.", "ASSAULT", {"Prisoners"}, {"nine guards"}),
        ("Norway blamed Denmark for the strike on the hospital.", "ACCUSE", {"Norway"}, {"Denmark"}),
        ("Troops freed nine women from a rebel camp.", "AID", {"Troops"}, {"nine women"}),
    ],
)
def test_who_and_whom(text: str, kind: str, actors: set[str], recipients: set[str], coder: Coder) -> None:
    assert parties(coder.code(text, published="2026-03-18"), kind) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("The union called for a strike on Monday.", "PROTEST", {"2026-03-23"}),
        ("Activists announced a march in the port for Saturday.", "PROTEST", {"2026-03-21"}),
        ("The minister announced a ceasefire on Saturday.", "CONCEDE", {"2026-03-14"}),
        ("The minister called for talks on Friday.", "REQUEST", {"2026-03-13"}),
    ],
)
def test_the_day_of_what_is_called(text: str, kind: str, told: set[str], coder: Coder) -> None:
    assert days(coder.code(text, published="2026-03-18"), kind) == told


def test_sites_of_towns_and_towns_of_two_words(coder: Coder) -> None:
    assert places(coder.code("The navy shelled the port of Odesa on Monday.", published="2026-03-18"), "ASSAULT") == {"Odesa"}
    assert places(coder.code("The militia captured El Fasher in October.", published="2026-03-18"), "ASSAULT") == {"El Fasher"}


def test_a_measure_that_goes_was_laid_on_before(coder: Coder) -> None:
    record = coder.code("The bloc lifted its sanctions on Chad.", published="2026-03-18")
    assert [e.background for e in record.events if e.type == "SANCTION"] == [True]
    assert [e.background for e in coder.code("The bloc imposed sanctions on Chad.", published="2026-03-18").events if e.type == "SANCTION"] == [False]


def test_a_colon_of_the_next_line_loses_no_report(coder: Coder) -> None:
    record = coder.code("Clashes in Dhaka\nHospital: 34 wounded\n", published="2026-03-18")
    assert not [i for i in record.issues if i.severity == "error"]
    assert record.attributions


def test_whom_a_pronoun_means_behind_words_about_somebody(coder: Coder) -> None:
    record = coder.code("Norway's foreign minister said that it would not extradite the activist. Chad accuses her of spreading rumours.", published="2026-03-18")
    assert parties(record, "ACCUSE") == ({"Chad"}, {"activist"})


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Clerks said masked men started the brawl. Their lawyers said six of the clerks had been beaten in custody, an allegation the police denied.", ["six of the clerks had been beaten in custody"]),
        ("The band warned that it would resume its raids. Chad hosts contacts with Norway, two envoys said, though the band's negotiator has denied that any such talks are taking place.", []),
        ("The lawmaker accused the premier of surrendering land. Police said they had received no application for the rally.", []),
        ("The mayor said roadblocks would be dismantled. The deal does not restore the subsidy. Leaders in the valley rejected it.", []),
        ("The army blamed the Red Herons for the shelling. Norway accuses Chad of arming the Red Herons.", []),
        ("Residents said the strike killed at least 17 people. A teacher said she had counted 12 children's bodies.", []),
        ("The lawyer said the charges were politically motivated. The government denies this.", ["the charges", "the charges were politically motivated"]),
        ("Norway accused Chad of shelling the plant. Chad said Norwegian drones had hit it.", ["shelling the plant"]),
        ("The mayor urged both sides to accept a mediator. He denied he had asked the police to clear the depot.", []),
    ],
)  # fmt: skip
def test_what_a_denial_answers(text: str, claims: list[str], coder: Coder) -> None:
    assert disputes(coder.code(text, published="2026-03-18")) == claims


def test_an_hour_ends_no_clause() -> None:
    text = "The spokesman said that the cutter struck the stern of the boat at 7:40 am and then fired water cannon at it"
    at = text.index("fired")
    left, _ = smallest_clause(text, [(at, at + 5)])
    assert not text[left:].startswith("40")


def test_a_bracket_that_a_speaker_opens_is_closed(coder: Coder) -> None:
    record = coder.code("According to the Heron Watch Committee (HWC), three men were killed on Monday.", published="2026-03-18")
    assert [s.quote for a in record.attributions if a.source is not None for s in a.source.spans] == ["the Heron Watch Committee (HWC)"]


@pytest.mark.parametrize(("text", "kinds"), [("They found the remains of six herders.", ["killed"]), ("Divers found the remains of two ships.", [])])
def test_whose_remains_count_as_dead(text: str, kinds: list[str], coder: Coder) -> None:
    assert [q.kind for q in coder.code(text, published="2026-03-18").quantities] == kinds
