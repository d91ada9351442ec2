"""Passives that share one auxiliary: those whom it befell did nothing; and who did a deed that others are charged with."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def doers(record: Record) -> set[str]:
    known = {e.id: e.name for e in record.entities}
    return {known[p.entity] for e in record.events for p in e.actors}


def befell(record: Record) -> set[str]:
    known = {e.id: e.name for e in record.entities}
    return {known[p.entity] for e in record.events for p in e.recipients} | {o.text for e in record.events for o in e.objects}


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("Three people were shot dead, 20 others injured and several shops looted.", {"Three people", "several shops"}),
        ("Two churches were burned, a priest killed and dozens of families displaced.", {"Two churches", "priest"}),
        ("Four soldiers were killed, nine people wounded and two kidnapped in the raid, the army said.", {"Four soldiers", "nine people"}),
        ("The station was attacked, police shot dead and weapons taken.", {"police"}),
    ],
)
def test_those_whom_it_befell_too_did_nothing(text: str, hurt: set[str], ungated: Coder) -> None:
    record = ungated.code(text, published="2026-03-12")
    assert doers(record) == set()
    assert hurt <= befell(record)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The bridge was bombed and rebels seized the port.", "rebels"),
        ("Four people were killed and the police retreated.", "police"),
        ("Shops were burned and soldiers arrested nine men.", "soldiers"),
        ("The police cracked down on one of the largest gangs, the Red Front, seizing houses and cars.", "police"),
    ],
)
def test_a_clause_with_a_doer_keeps_him(text: str, who: str, ungated: Coder) -> None:
    assert doers(ungated.code(text, published="2026-03-12")) == {who}


@pytest.mark.parametrize("charged", ["accused herders of", "blamed herders for"])
def test_whom_they_are_charged_with_killing(charged: str, ungated: Coder) -> None:
    record = ungated.code(f"Residents {charged} the killing of a teacher.", published="2026-03-12")
    known = {e.id: e.name for e in record.entities}
    assert [{known[p.entity] for p in e.recipients} for e in record.events if e.type == "ASSAULT"] == [{"teacher"}]


@pytest.mark.parametrize("text", ["Rebels shelled the town on Sunday without causing casualties.", "A convoy was attacked by gunmen without causing any casualties but damaging one truck."])
def test_how_it_ended_is_no_second_deed(text: str, ungated: Coder) -> None:
    assert [(e.type, e.status) for e in ungated.code(text, published="2026-03-12").events] == [("ASSAULT", "occurred")]


@pytest.mark.parametrize(("text", "status"), [("The front has taken credit for several bombings.", "occurred"), ("The faithful sought protection from murders.", "hypothetical")])
def test_credit_taken_and_protection_sought(text: str, status: str, ungated: Coder) -> None:
    assert {e.status for e in ungated.code(text, published="2026-03-12").events if e.type == "ASSAULT"} == {status}
