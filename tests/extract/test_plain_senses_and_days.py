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


def background(record: Record) -> dict[str, bool]:
    """First word of each event's trigger -> whether the event is background."""
    return {e.mentions[0].trigger[0].words: e.background for e in record.events}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Survivors commemorated the genocide on Tuesday.", "genocide"),
        ("Thousands marked the anniversary of the massacre on Monday.", "massacre"),
        ("A memorial to the victims of the massacre was unveiled on Saturday.", "massacre"),
        ("A service was held on Tuesday to commemorate the soldiers killed in the raid on the fort.", "killed"),
        ("Monday is the anniversary of the coup.", "coup"),
    ],
)
def test_what_is_looked_back_on_is_background_without_the_day_of_the_occasion(coder: Coder, text: str, trigger: str) -> None:
    record = code(coder, text)
    assert background(record)[trigger]
    assert days(record, trigger) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He took power in a coup in 2012, when soldiers arrested the president.", {"coup": True, "arrested": True}),
        ("She joined the rebels in 2013, when soldiers burned her village.", {"burned": True}),
        ("After a 2015 protest in which police shot six students, the mayor resigned.", {"protest": True, "shot": True, "resigned": False}),
        ("Ten years ago today, gunmen killed 12 people at the newspaper.", {"killed": True}),
        # news beside what is old
        ("Police charged a man over a 2015 murder.", {"charged": False, "murder": True}),
        ("On the anniversary of the coup, protesters clashed with police on Sunday.", {"coup": True, "clashed": False}),
        ("Police fired at 2000 protesters on Monday.", {"fired": False}),
        ("The group, founded in 2012, attacked the town on Monday.", {"attacked": False}),
        ("Gunmen attacked a memorial to the dead of the flood on Sunday.", {"attacked": False}),
    ],
)
def test_an_old_year_makes_background_of_what_it_dates(coder: Coder, text: str, expected: dict[str, bool]) -> None:
    assert background(code(coder, text)) == expected


def test_mourning_keeps_the_day_of_the_deed(coder: Coder) -> None:
    record = code(coder, "Hundreds mourned those killed in Monday's bombing.")
    assert days(record, "killed") == ["2026-03-16"]


def test_an_attack_has_its_old_year_alone(coder: Coder) -> None:
    assert days(code(coder, "The city remembered the victims of the 2011 attack on Friday."), "attack") == ["2011"]
