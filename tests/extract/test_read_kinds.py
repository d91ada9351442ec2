"""What a reader of rights, court and crime reports found: idioms, the accused as a noun, whose detention is ordered, refusals that are told, victims of two deeds."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def coded(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-18")


def names(record: Record, ids: tuple[str, ...]) -> list[str]:
    known = {e.id: e.name for e in record.entities}
    return [known[i] for i in ids]


@pytest.mark.parametrize("text", ["Unions are holding the country to ransom, the minister said.", "The army took the town without firing a shot.", "Neither accused has pleaded.", "The idea hit me in the car."])
def test_idioms_are_no_deeds(ungated: Coder, text: str) -> None:
    assert {e.type for e in coded(ungated, text).events} <= {"ASSAULT"}
    assert not any({"abduct", "firearms", "beat"} & set(e.modes) for e in coded(ungated, text).events)


@pytest.mark.parametrize("text", ["Pirates held the crew to ransom.", "The army fired a shot at the car.", "They hit me in the car.", "Police hit him with a baton."])
def test_the_deeds_beside_them_are(ungated: Coder, text: str) -> None:
    assert any({"abduct", "firearms", "beat"} & set(e.modes) for e in coded(ungated, text).events)


def test_the_accused_is_who_is_remanded(ungated: Coder) -> None:
    record = coded(ungated, "The two accused were remanded in custody.")
    assert [(e.type, names(record, tuple(p.entity for p in e.recipients))) for e in record.events] == [("COERCE", ["two accused"])]


def test_whom_somebody_accused_stays_the_verb(ungated: Coder) -> None:
    assert [e.type for e in coded(ungated, "The two accused the army of shelling the mill.").events][:1] == ["ACCUSE"]


def test_a_judge_does_not_order_his_own_detention(ungated: Coder) -> None:
    record = coded(ungated, "A judge ordered his detention two days later.")
    assert not next(e for e in record.events if "arrest" in e.modes).recipients
    record = coded(ungated, "Hatem Jelassi was arrested on Monday. A judge ordered his detention two days later.")
    assert [names(record, tuple(p.entity for p in e.recipients)) for e in record.events if "arrest" in e.modes] == [["Hatem Jelassi"], ["Hatem Jelassi"]]


@pytest.mark.parametrize("text", ["The guards said she had refused treatment.", "The guards said she had refused food."])
def test_a_refusal_that_is_told_was_made(ungated: Coder, text: str) -> None:
    assert [e.status for e in coded(ungated, text).events] == ["occurred"]


def test_some_of_ones_own_are_not_the_many_of_another_deed(ungated: Coder) -> None:
    record = coded(ungated, "Police said two of its officers were killed. Rebels killed five officers in March.")
    assert len(record.events) == 2
    record = coded(ungated, "Two of its soldiers were killed. Rebels said they had killed three soldiers.")
    assert len(record.events) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Gunmen fled after an attack investigators blamed on a feud between gangs.", "occurred"),
        ("Police blamed the attack on a land dispute.", "occurred"),
        ("Police blamed the attack on rebels.", "alleged"),
    ],
)
def test_what_is_blamed_on_a_cause_was_done(ungated: Coder, text: str, status: str) -> None:
    assert [e.status for e in coded(ungated, text).events if e.type == "ASSAULT"] == [status]


def test_elders_meet(ungated: Coder) -> None:
    record = coded(ungated, "Tribal elders from both sides met on Sunday without agreement.")
    assert [(e.type, e.status) for e in record.events] == [("CONSULT", "occurred"), ("AGREE", "negated")]


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("Talks are due to start on Monday in Geneva.", "2026-03-23", "Geneva"),
        ("Talks are set to resume in Geneva on Friday.", "2026-03-20", "Geneva"),
        ("A new round of talks is expected to begin in Doha on March 25.", "2026-03-25", "Doha"),
    ],
)
def test_what_is_due_to_begin_has_that_day_and_place(ungated: Coder, text: str, day: str, place: str) -> None:
    record = coded(ungated, text)
    (event,) = record.events
    assert [next(t.value for t in record.times if t.id == time.time) for time in event.times] == [day]
    assert [next(p.name for p in record.places if p.id == at.place) for at in event.places] == [place]


@pytest.mark.parametrize(
    ("text", "kind", "mode", "doer"),
    [
        ("North Korea fired two ballistic missiles towards the Sea of Japan on Thursday.", "MOBILIZE", "weapons", "North Korea"),
        ("Iran fired missiles towards Israel on Thursday.", "ASSAULT", "heavy-weapons", "Iran"),
        ("The US sent $2 billion in military aid to Israel.", "AID", "", "US"),
        ("Police used tear gas to disperse protesters in Maputo.", "ASSAULT", "crowd-control", "Police"),
        ("Police used live rounds against protesters in Maputo.", "ASSAULT", "firearms", "Police"),
    ],
)
def test_who_wields_a_means_does_what_it_is_for(ungated: Coder, text: str, kind: str, mode: str, doer: str) -> None:
    record = coded(ungated, text)
    event = next(e for e in record.events if e.type == kind)
    assert ("".join(event.modes), names(record, tuple(p.entity for p in event.actors))) == (mode, [next(e.name for e in record.entities if doer in (e.name, *(m.spans[0].quote for m in e.mentions)))])


def test_whom_somebody_uses_does_it(ungated: Coder) -> None:
    record = coded(ungated, "The militia used children to attack the post.")
    event = next(e for e in record.events if e.type == "ASSAULT")
    assert names(record, tuple(p.entity for p in event.actors)) == ["children"]
