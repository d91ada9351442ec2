"""Everyday senses, statuses and days in the plain words of wires and local papers: what a turn tells, and its neighbours, which must stay."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-18", publisher="The Daily Test")  # a Wednesday


def told(record: Record) -> list[tuple[str, str]]:
    """The events as (words of the trigger, status)."""
    return [(" ".join(s.words for s in e.mentions[0].trigger), e.status) for e in record.events]


@pytest.mark.parametrize(
    "text",
    [
        "A lorry hit a group of hikers near Kansa on Sunday, killing seven.",
        "A train struck a minibus, killing all 12 people on board.",
        "Two buses collided on Sunday, killing 18 and injuring 40.",
        "A wall collapsed and killed two masons.",
        "A bridge gave way and killed five workers.",
        "A speeding van killed a cyclist on Monday.",
        "A police car hit a woman, killing her.",
    ],
)
def test_traffic_and_what_gives_way_are_nobodys_deed(coder: Coder, text: str) -> None:
    assert told(code(coder, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "A car rammed into a crowd of marchers, killing one.",
        "A truck packed with explosives hit the gate of the depot, killing ten.",
        "A car hit a group of protesters, killing one.",
        "A van struck the police checkpoint, killing two officers.",
        "A bus hit a landmine, killing 12.",
        "Soldiers in a truck killed a trader.",
        "A car exploded outside the ministry, killing two.",
    ],
)
def test_vehicles_driven_into_people_and_bombs_stay_attacks(coder: Coder, text: str) -> None:
    assert any(e.type == "ASSAULT" and e.status == "occurred" for e in code(coder, text).events)
