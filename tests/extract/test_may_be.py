"""Which actor may be one told of before: named where no word says so and nothing parts the two, left unnamed where something does. Texts by OnRecord."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from onrecord import Coder
from onrecord.errors import RecordError
from onrecord.export.dossier import page
from onrecord.extract.assembly.perhapsone import alike
from onrecord.model.codec import check, to_json
from onrecord.model.record import Record


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def pairs(record: Record) -> list[tuple[str, str]]:
    """Names of each actor that may be another, and of that other."""
    names = {e.id: e.name for e in record.entities}
    return [(e.name, names[e.may_be]) for e in record.entities if e.may_be is not None]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Senegal expelled a Belgian diplomat on Monday. The envoy was given 48 hours to leave.", ("envoy", "Belgian diplomat")),
        ("Senegal expelled a Belgian diplomat over a leaked letter on Monday. Jan Peeters, second secretary at the embassy, had met opposition figures.", ("Jan Peeters", "Belgian diplomat")),
        ("Police in Lom arrested two men on Tuesday. The detainees will appear in court on Friday.", ("detainees", "two men")),
        ("Some 400 miners walked out at the pit on Monday. The workers want a pay rise.", ("workers", "Some 400 miners")),
        ("Gunmen kidnapped a teacher near Gao on Sunday. The kidnappers have made no demand, police said.", ("kidnappers", "Gunmen")),
        ("Five teachers were killed at a camp on Sunday. The attack on the camp left five people dead.", ("five people", "Five teachers")),
        ("Police in Lom arrested Pablo Weil Gomez on Monday. A court freed General Weil Gomes on Friday.", ("Weil Gomes", "Pablo Weil Gomez")),
        ("Soldiers shelled the Saltmarsh Cartel in Lom on Monday. Police blamed the Saltmrsh Cartel for a raid on Friday.", ("Saltmrsh Cartel", "Saltmarsh Cartel")),
        ("Police seized a boat off Lom on Monday. The Heronland National Police fired at it, a fisherman said.", ("Heronland National Police", "Police")),
        ("Some 400 miners walked out at a mine run by Heron Marsh on Monday, a union official said. The company said the strike was illegal.", ("company", "Heron Marsh")),
    ],
)
def test_who_may_be_one_is_named(text: str, pair: tuple[str, str], ungated: Coder) -> None:
    assert pair in pairs(code(ungated, text))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three traders in Lom on Sunday. Gunmen also killed a judge in Dorn on Monday.",
        "Senegal expelled a Belgian diplomat on Monday. Another envoy was given 48 hours to leave.",
        "The deputy mayor was shot on Monday. The mayor condemned the attack.",
        "Foreign Minister Ivo Weil condemned the raid. The Russian ambassador was summoned.",
        "Police arrested two men in Lom on Monday. Two women were killed in Dorn.",
        "A soldier shot a farmer near Lom on Monday. The officer accused the farmer of theft.",
        "Police arrested John Heron on Monday. A court freed Peter Heron on Friday.",
        "The army killed two rebels on Monday. The rebels of the Dune Front shelled Lom on Friday.",
    ],
)
def test_who_is_another_is_not(text: str, ungated: Coder) -> None:
    assert not pairs(code(ungated, text))


def test_it_stands_in_the_record_and_on_the_page(ungated: Coder) -> None:
    record = code(ungated, "Senegal expelled a Belgian diplomat on Monday. The envoy rejected the step.")
    plain = {e["name"]: e for e in json.loads(to_json(record))["entities"]}
    assert plain["envoy"]["may_be"] == plain["Belgian diplomat"]["id"]
    assert plain["Belgian diplomat"].get("may_be") is None
    assert plain["envoy"]["derivation"]["may_be"]["rule"] == "perhaps: like word"
    shown = " ".join(" ".join(v for _, v in e.facts) for s in page(record).sections for e in s.entries)
    assert "The envoy (perhaps the same as “Belgian diplomat”)" in shown


def test_the_earlier_one_is_named_by_the_later(ungated: Coder) -> None:
    record = code(ungated, "A court jailed a reporter for two years on Tuesday. Elnur Heron was arrested in May. The journalist denies the charge.")
    order = {e.id: e.mentions[0].spans[0].start for e in record.entities}
    assert pairs(record)
    assert all(order[e.may_be] < order[e.id] for e in record.entities if e.may_be is not None)


@pytest.mark.parametrize("wrong", ["itself", "a circle", "no entity"])
def test_a_record_in_which_it_leads_nowhere_is_refused(wrong: str, ungated: Coder) -> None:
    record = code(ungated, "Senegal expelled a Belgian diplomat on Monday. The envoy rejected the step.")
    later = next(e for e in record.entities if e.may_be is not None)
    earlier = next(e for e in record.entities if e.id == later.may_be)
    told = {"itself": {later.id: later.id}, "a circle": {earlier.id: later.id}, "no entity": {later.id: record.events[0].id}}[wrong]
    check(record)
    with pytest.raises(RecordError, match="may be"):
        check(replace(record, entities=tuple(replace(e, may_be=told.get(e.id, e.may_be)) for e in record.entities)))


@pytest.mark.parametrize(
    ("one", "other", "people", "same"),
    [
        ("Sinloa Cartel", "Sinaloa Cartel", False, True),
        ("Heorn Gold", "Heron Gold", False, True),
        ("Armed Forces", "Revolutionary Armed Forces", False, False),
        ("Weil Gomez", "Pablo Weil Gomez", True, True),
        ("Weil Gomez", "Ivo Weil", True, True),
        ("Ivo Weil", "Jan Weil", True, False),
        ("Weil", "Ivo Weil", True, False),
        ("Ivo Weil", "Ivo Weil", True, False),
        ("URNG", "UNRG", False, False),
    ],
)
def test_names_alike(one: str, other: str, people: bool, same: bool) -> None:
    assert alike(one, other, people) is same
    assert alike(other, one, people) is same
