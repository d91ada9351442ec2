"""Some of the many: who is named among those arrested, how some of those fared, what undoes a deed later, what somebody is made to do. Texts by OnRecord."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def names(record: Record, event: Event) -> tuple[list[str], list[str]]:
    """Doers and victims of an event, by name; those who are only inferred left out."""
    known = {e.id: e.name for e in record.entities}
    doers, victims = ([known[p.entity] for p in parties if not p.inferred] for parties in (event.actors, event.recipients))
    return doers, victims


@pytest.mark.parametrize(
    ("text", "doers", "victims"),
    [
        ("Twelve people were arrested, including the lawyer Ana Luz.", [], ["Twelve people", "Ana Luz"]),
        ("Eleven were arrested, among them the lawyer Ana Luz.", [], ["Ana Luz"]),
        ("Police detained several activists, including Ivo Dune and Mara Weil.", ["Police"], ["several activists", "Ivo Dune", "Mara Weil"]),
        ("Police detained six people, among them Colonel Ivo Heron.", ["Police"], ["six people", "Ivo Heron"]),
        ("Hundreds of teachers, including union leader Ivo Heron, marched in Lom.", ["teachers", "Ivo Heron"], []),
        ("Police arrested 12 people, including two women.", ["Police"], ["12 people"]),
        ("Police arrested 12 people in towns including Lom.", ["Police"], ["12 people"]),
    ],
)
def test_who_is_named_among_them(ungated: Coder, text: str, doers: list[str], victims: list[str]) -> None:
    record = code(ungated, text)
    assert [names(record, e) for e in record.events] == [(doers, victims)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Eleven were arrested on Monday.", [("detained", 11)]),
        ("Two of those held were freed on Monday.", [("released", 2)]),
        ("Police released three of those detained.", [("released", 3)]),
        ("Four of those wounded died in hospital.", [("killed", 4)]),
        ("Three of those killed were children.", [("killed", 3)]),
        ("One of those released, a student, said he had been beaten.", []),
    ],
)
def test_how_some_of_those_fared(ungated: Coder, text: str, figures: list[tuple[str, int]]) -> None:
    assert [(q.kind, q.min) for q in code(ungated, text).quantities] == figures


@pytest.mark.parametrize("text", ["Two of those held were freed on Monday.", "A court freed three of those who were arrested."])
def test_those_who_were_held_are_freed(ungated: Coder, text: str) -> None:
    assert "RETREAT" in [e.type for e in code(ungated, text).events]


@pytest.mark.parametrize(
    ("first", "later", "whom"),
    [("two suspects had been detained", "they had been released", "two suspects"), ("three men were arrested", "they had been freed", "three men")],
)
def test_what_undoes_a_deed_denies_nothing(ungated: Coder, first: str, later: str, whom: str) -> None:
    record = code(ungated, f"Police said {first} at the border, but a lawyer later said {later} for lack of evidence.")
    assert not record.disputes
    assert [names(record, e)[1] for e in record.events] == [[whom], [whom]]


def test_who_says_that_they_are_held_still_denies(ungated: Coder) -> None:
    assert code(ungated, "The rebels said they had released the boy. His family said he was still missing.").disputes


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The student was made to record an apology to the president.", "occurred"),
        ("She said she had been made to apologise to the president.", "occurred"),
        ("The decision was made to apologise to the president.", "planned"),
    ],
)
def test_what_somebody_is_made_to_do(ungated: Coder, text: str, status: str) -> None:
    assert [e.status for e in code(ungated, text).events if e.type == "CONCEDE"] == [status]


def test_its_commander_is_not_the_courts(ungated: Coder) -> None:
    record = code(ungated, "In 2014 an army patrol was accused of killing herders near Lom; a military court acquitted its commander, Colonel Ivo Heron.")
    assert [m.spans[0].quote for e in record.entities if e.name == "military court" for m in e.mentions] == ["military court"]


@pytest.mark.parametrize("car", ["a grey Subaru", "a white SUV", "an ambulance"])
def test_bundled_into_a_car(ungated: Coder, car: str) -> None:
    record = code(ungated, f"A blogger was bundled into {car} outside a shop in Lom on Monday.")
    assert [(e.type, e.modes, names(record, e)[1]) for e in record.events] == [("ASSAULT", ("abduct",), ["blogger"])]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The government called the strike unjustified and gave the union 48 hours to return to work.", ["ACCUSE", "PROTEST", "THREATEN"]),
        ("The team gave the player a week to answer the offer.", []),
        ("The senator called the bill a coup for farmers.", []),
    ],
)
def test_judgements_and_ultimatums(ungated: Coder, text: str, kinds: list[str]) -> None:
    assert [e.type for e in code(ungated, text).events] == kinds


@pytest.mark.parametrize(
    ("text", "doers", "victims"),
    [
        ("A cameraman of the N3 channel had his arm broken by masked men.", ["masked men"], ["cameraman"]),
        ("Masked men broke the reporter's arm in Lom.", ["Masked men"], ["reporter"]),
        ("Gunmen cut off the driver's ear.", ["Gunmen"], ["driver"]),
    ],
)
def test_whose_arm_it_is(ungated: Coder, text: str, doers: list[str], victims: list[str]) -> None:
    record = code(ungated, text)
    assert [names(record, e) for e in record.events] == [(doers, victims)]


@pytest.mark.parametrize("text", ["The striker broke his leg in a match on Sunday.", "The man broke his leg on Monday."])
def test_a_broken_leg_is_no_attack(ungated: Coder, text: str) -> None:
    assert not code(ungated, text).events


@pytest.mark.parametrize("name", ["Nebojša Heronić", "Łukasz Dunecki", "Evaristo Huamaní", "Đorđe Brejić", "José Ángel Nuñez"])
def test_names_with_marks_are_names(ungated: Coder, name: str) -> None:
    record = code(ungated, f"The mayor, {name}, was arrested on Monday.")
    assert [(e.name, e.kind) for e in record.entities] == [(name, "person")]
    assert [names(record, e)[1] for e in record.events] == [[name]]


@pytest.mark.parametrize("text", ["Decree No. 12 banned the party.", "The ministry cited Resolution No. 12."])
def test_a_paper_with_a_number_is_no_actor(ungated: Coder, text: str) -> None:
    assert not [e.name for e in code(ungated, text).entities if "No" in e.name.split()]
