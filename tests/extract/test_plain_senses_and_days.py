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


def days(record: Record, trigger: str) -> list[str]:
    """The values of the days that the words give the event of `trigger`."""
    values = {t.id: t.value for t in record.times}
    event = next(e for e in record.events if any(s.words == trigger for s in e.mentions[0].trigger))
    return [values[t.time] for t in event.times if t.basis == "words"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ('"They burned our houses last night," a farmer said on Monday.', "burned", "2026-03-15TNI"),
        ('"We arrested three men this morning," the police chief said on Saturday.', "arrested", "2026-03-14TMO"),
        ('A witness said on Monday: "Today the police beat two women."', "beat", "2026-03-16"),
        ('"Soldiers beat two boys today," reads a post published on March 11 by a page called Oru Voice.', "beat", "2026-03-11"),
        ('In a message on Sunday, the commander said his men had attacked the base "this morning".', "attacked", "2026-03-15TMO"),
        # no day of saying, or a day of something else
        ('"They burned our houses last night," a farmer said.', "burned", "2026-03-17TNI"),
        ('"They burned our houses last night," said a farmer who had fled the town on Monday.', "burned", "2026-03-17TNI"),
        ("The army said on Friday that five rebels were killed yesterday.", "killed", "2026-03-17"),
    ],
)
def test_today_of_a_quotation_is_the_day_it_was_said(coder: Coder, text: str, trigger: str, expected: str) -> None:
    assert days(code(coder, text), trigger) == [expected]
