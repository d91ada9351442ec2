"""Which plain nouns a record keeps as actors."""

from __future__ import annotations

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "kept", "left"),
    [
        ("Rebels killed a teacher near a network of tunnels. Chadian villagers slept. Nurses slept.", {"Rebels", "teacher", "Chadian villagers"}, {"Nurses", "network"}),
        ("The minister accused the rebels. The weather was fine, and poets sang.", {"minister", "rebels"}, {"poets"}),
    ],
)
def test_a_noun_needs_a_part_or_a_state(ungated: Coder, text: str, kept: set[str], left: set[str]) -> None:
    names = {entity.name for entity in ungated.code(text).entities}
    assert kept <= names
    assert not left & names


def test_every_party_stays(ungated: Coder) -> None:
    record = ungated.code("Gunmen attacked a group of people. The army arrested a man, a spokesman said.")
    ids = {entity.id for entity in record.entities}
    parties = {p.entity for event in record.events for p in (*event.actors, *event.recipients)}
    assert parties
    assert parties <= ids
