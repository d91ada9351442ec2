"""Which plain nouns a record keeps as actors."""

from __future__ import annotations

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "kept", "left"),
    [
        ("Rebels killed a teacher near a network of tunnels. Chadian villagers slept. Nurses slept.", {"Rebels", "teacher"}, {"Nurses", "network", "Chadian villagers"}),
        ("Rebels killed a teacher. The Chadian army slept. Chadian Airways slept.", {"Rebels", "teacher", "Chadian Airways"}, {"Chadian army"}),
        ("The minister accused the rebels. The weather was fine, and poets sang.", {"minister", "rebels"}, {"poets"}),
    ],
)
def test_a_noun_needs_a_part(ungated: Coder, text: str, kept: set[str], left: set[str]) -> None:
    names = {entity.name for entity in ungated.code(text).entities}
    assert kept <= names
    assert not left & names


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("He fled to Chad after police arrested two men.", "Chad"),
        ("Smugglers entered Chad by land. Police arrested two men.", "Chad"),
        ("Two jets flew from a base on Guam. Police arrested two men.", "Guam"),
        ("Police arrested two men near the border with Chad.", "Chad"),
        ("CHAD: Two nurses were arrested by police.", "CHAD"),
        ("On Chad, the minister had nothing to say. Police arrested two men.", "Chad"),
        ("Planes flew to Georgia from Atlanta in Georgia. Police in Alabama arrested two men.", "Georgia"),
    ],
)
def test_a_way_a_place_and_a_heading_are_no_actors(ungated: Coder, text: str, state: str) -> None:
    assert state not in {entity.name for entity in ungated.code(text).entities}


@pytest.mark.parametrize("text", ["Police held talks with Chad on Monday.", "Ministers sent an ultimatum to Chad.", "Troops attacked Chad on Monday."])
def test_a_state_that_is_dealt_with_stays(ungated: Coder, text: str) -> None:
    assert "Chad" in {entity.name for entity in ungated.code(text).entities}


def test_a_province_that_looks_like_a_person_is_none(ungated: Coder) -> None:
    text = "Rifles were seized in Yoro, Francisco Morazan and Valle, three provinces of Honduras."
    record = ungated.code(text)
    assert not [e for e in record.entities if e.kind == "person"]
    assert "Francisco Morazan" in [p.spans[0].quote for p in record.places]


def test_every_party_stays(ungated: Coder) -> None:
    record = ungated.code("Gunmen attacked a group of people. The army arrested a man, a spokesman said.")
    ids = {entity.id for entity in record.entities}
    parties = {p.entity for event in record.events for p in (*event.actors, *event.recipients)}
    assert parties
    assert parties <= ids
