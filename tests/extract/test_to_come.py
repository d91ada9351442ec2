"""What is still to come and what is done by saying it: that it is planned, its day ahead and its town, in every plain turn; decisions, calls and demands; and whose words it stands on."""

from __future__ import annotations

import itertools

import pytest

from onrecord import Coder
from onrecord.model.record import Record

DEEDS = ("protest", "rally", "march", "general strike", "sit-in", "meeting between the two ministers", "prisoner exchange")
TURNS = (
    "A {} is planned in Quito on Monday.",
    "A {} is scheduled for Monday in Quito.",
    "A {} is due in Quito on Monday.",
    "A {} is being organised in Quito for Monday.",
    "A {} will be held in Quito on Monday.",
    "A {} is expected in Quito on Monday.",
    "Officials are planning a {} in Quito on Monday.",
    "The movement announced a {} in Quito for Monday.",
)


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def whereabouts(record: Record, kind: set[str]) -> list[tuple[str, list[str | None], list[str | None]]]:
    """Status, towns and days of every event of the kind."""
    towns, days = {p.id: p.name for p in record.places}, {t.id: t.value for t in record.times}
    return [(e.status, [towns[p.place] for p in e.places], [days[t.time] for t in e.times]) for e in record.events if e.type in kind]


@pytest.mark.parametrize(("deed", "turn"), list(itertools.product(DEEDS, TURNS)))
def test_planned_in_a_town_on_a_day_to_come(deed: str, turn: str, ungated: Coder) -> None:
    found = whereabouts(code(ungated, turn.format(deed)), {"PROTEST", "AGREE", "CONSULT", "CONCEDE", "RETREAT"})
    assert len(found) == 1
    status, towns, days = found[0]
    assert status == ("hypothetical" if "expected" in turn else "planned")
    assert towns == ["Quito"]
    assert days == ["2026-03-16"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks are due in Doha on Monday.", "2026-03-16"),
        ("A march was held in Doha on Monday.", "2026-03-09"),
        ("A withdrawal of troops planned for Monday could begin early.", "2026-03-16"),
    ],
)
def test_which_monday(text: str, day: str, ungated: Coder) -> None:
    days = [t.value for t in code(ungated, text).times if t.granularity == "day"]
    assert days == [day]


@pytest.mark.parametrize("text", ["The rally in bank shares is expected to last.", "A campaign rally is planned for Monday.", "The army planned a long march."])
def test_no_protest(text: str, ungated: Coder) -> None:
    assert not [e for e in code(ungated, text).events if e.type == "PROTEST"]


def test_what_is_claimed_arrests_nobody(ungated: Coder) -> None:
    record = code(ungated, "A rebel group claimed responsibility for the bombing and police arrested three men.")
    arrest = next(e for e in record.events if e.type == "COERCE")
    assert [e.name for e in record.entities if e.id in {a.entity for a in arrest.actors}] == ["police"]
    assert [a.attribution for a in arrest.assertions] == [None]


def test_who_attacked_is_told_before_the_aside(ungated: Coder) -> None:
    record = code(ungated, "The president said the rebels, according to the army chief, had attacked two villages.")
    assert [e.name for e in record.entities if e.id in {a.entity for a in record.events[0].actors}] == ["rebels"]


def test_men_with_sticks_clash(ungated: Coder) -> None:
    record = code(ungated, "Men armed with sticks clashed with police in Quito.")
    assert {e.name for e in record.entities if e.id in {a.entity for a in record.events[0].actors}} == {"Men", "police"}


def names(record: Record, side: str) -> list[set[str]]:
    known = {e.id: e.name for e in record.entities}
    return [{known[p.entity] for p in getattr(e, side)} for e in record.events if e.type == "SUPPORT"]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The chancellor phoned the president of Chad to thank him for the release of the hostages.", "RETREAT", "occurred"),
        ("The minister wrote to the union to apologise for the arrest of its members.", "COERCE", "occurred"),
        ("The minister wrote to the union to demand the release of its members.", "REQUEST", "occurred"),
        ("The chancellor will phone the president of Chad to thank him for the aid.", "SUPPORT", None),
    ],
)
def test_what_a_call_or_a_letter_says_is_said_by_it(text: str, kind: str, status: str | None, ungated: Coder) -> None:
    found = [e.assertions[0].status for e in code(ungated, text).events if e.type == kind]
    assert found == ([status] if status else [])


def test_who_calls_to_congratulate_is_no_summons(ungated: Coder) -> None:
    record = code(ungated, "The king called the president to congratulate him on his victory.")
    assert names(record, "actors") == [{"king"}]
    assert names(record, "recipients") == [{"president"}]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Farmers decided to protest against the tax.", "planned"),
        ("The students agreed to protest.", "planned"),
        ("The union urged teachers to protest against the cuts.", "proposed"),
        ("The party called on its supporters to protest against the ruling.", "proposed"),
        ("Police allowed the students to protest against the tax.", "hypothetical"),
        ("Residents refused to protest against the tax.", "negated"),
        ("Three shopkeepers shut their shops to protest against the tax.", "occurred"),
        ("Students managed to protest against the tax.", "occurred"),
        ("The union plans a march to protest against the tax.", "planned"),
        ("The union held a march to protest against the tax.", "occurred"),
        ("The party called a march on Friday.", "planned"),
        ("The party has called a rally in Lima on Sunday over the fees.", "planned"),
        ("The party called off a march on Friday.", "failed"),
    ],
)
def test_a_protest_is_held_by_the_act_and_not_by_the_decision(text: str, status: str, ungated: Coder) -> None:
    found = {a.status for e in code(ungated, text).events if e.type == "PROTEST" for a in e.assertions}
    assert found == {status}


def test_what_a_crowd_is_asked_to_condemn_it_has_not_condemned(ungated: Coder) -> None:
    record = code(ungated, "He asked supporters at the rally to condemn the raid.")
    assert [e.assertions[0].status for e in record.events if e.type == "ACCUSE"] == ["proposed"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Drivers parked their lorries across the road to demand the minister's resignation.", "occurred"),
        ("Relatives sat outside the prison to demand news of the detained.", "occurred"),
        ("Residents will park lorries across the road to demand jobs.", "planned"),
        ("The minister flew to Paris to demand an apology.", "planned"),
        ("The party formed a committee to demand talks.", "planned"),
    ],
)
def test_what_is_demanded_by_sitting_there_has_been_demanded(text: str, status: str, ungated: Coder) -> None:
    assert [e.assertions[0].status for e in code(ungated, text).events if e.type == "REQUEST"] == [status]
