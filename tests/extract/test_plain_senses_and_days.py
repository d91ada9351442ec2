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
        ("A memorial for two soldiers killed on Monday drew thousands.", {"killed": False}),
        ("A memorial in the village that rebels attacked on Monday was damaged.", {"attacked": False}),
    ],
)
def test_an_old_year_makes_background_of_what_it_dates(coder: Coder, text: str, expected: dict[str, bool]) -> None:
    assert background(code(coder, text)) == expected


def test_mourning_keeps_the_day_of_the_deed(coder: Coder) -> None:
    record = code(coder, "Hundreds mourned those killed in Monday's bombing.")
    assert days(record, "killed") == ["2026-03-16"]


def test_an_attack_has_its_old_year_alone(coder: Coder) -> None:
    assert days(code(coder, "The city remembered the victims of the 2011 attack on Friday."), "attack") == ["2011"]


def statuses(record: Record) -> dict[str, str]:
    """First word of each event's trigger -> the event's status."""
    return {e.mentions[0].trigger[0].words: e.status for e in record.events}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # what is reported is called false by who tells of it
        ("A false report that the president had been killed spread on Friday.", "killed", "negated"),
        ("An untrue claim that soldiers had executed the mayor was shared online.", "executed", "negated"),
        ("False rumours of a kidnapping led to panic in the port.", "kidnapping", "negated"),
        ("The two were jailed for spreading false news that the army had fired on civilians.", "fired", "negated"),
        ("It falsely reported that the town had been captured.", "captured", "negated"),
        ("Posts falsely claim that the army killed 50 marchers.", "killed", "negated"),
        ("The claim that troops fired on the crowd is false.", "fired", "negated"),
        ("Reports of a coup in Bissara were a hoax, police said.", "coup", "denied"),
        # pictures that do not show it
        ("The video does not show soldiers shooting protesters.", "shooting", "negated"),
        ("The footage does not show an attack on a mosque, but a film set.", "attack", "negated"),
        ("Investigators said the pictures do not show soldiers executing prisoners.", "executing", "denied"),
        ("The video shows soldiers executing prisoners, investigators said.", "executing", "occurred"),
        ("The clip does not show the arrest of the union leader.", "arrest", "hypothetical"),
        # neighbours
        ("An unconfirmed report said that soldiers had burned the church.", "burned", "alleged"),
        ("He was jailed on false charges.", "jailed", "occurred"),
        ("He was falsely accused of killing two guards.", "killing", "alleged"),
        ("The army denied claims that troops fired on the crowd.", "fired", "denied"),
    ],
)
def test_what_is_called_untrue_did_not_happen(coder: Coder, text: str, trigger: str, expected: str) -> None:
    assert statuses(code(coder, text))[trigger] == expected


def test_who_falsely_claims_a_thing_alleges_it(coder: Coder) -> None:
    record = code(coder, "Social media users falsely claimed that the minister had been arrested.")
    event = next(e for e in record.events if e.mentions[0].trigger[0].words == "arrested")
    assert sorted((a.attribution is not None, a.status) for a in event.assertions) == [(False, "negated"), (True, "alleged")]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Nobody has been charged with the murder of the judge.", "murder", "occurred"),
        ("She was never questioned about the kidnapping.", "kidnapping", "occurred"),
        ("The council stopped short of condemning the attack.", "attack", "occurred"),
        ("The council has not discussed the shelling of the camp.", "shelling", "occurred"),
        ("He did not mention the killings.", "killings", "occurred"),
        ("The minister refused to acknowledge the killings.", "killings", "occurred"),
        # what is charged, any of a kind, and what was not done
        ("He was charged with the murder of the judge.", "murder", "alleged"),
        ("Nobody has been charged with murder.", "murder", "hypothetical"),
        ("The army did not carry out the attack.", "attack", "negated"),
        ("The government denies the massacre.", "massacre", "denied"),
    ],
)
def test_a_deed_nobody_answers_for_was_done(coder: Coder, text: str, trigger: str, expected: str) -> None:
    assert statuses(code(coder, text))[trigger] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers detained, beat and tortured three teachers.", {"detained": 1, "beat": 1, "tortured": 1}),
        ("Rebels captured, held and later freed five nurses.", {"captured": 1, "freed": 1}),
        ("Gunmen attacked, and two guards died.", {"attacked": 0}),
    ],
)
def test_a_row_of_verbs_shares_whom_it_befell(coder: Coder, text: str, expected: dict[str, int]) -> None:
    assert {e.mentions[0].trigger[0].words: len(e.recipients) for e in code(coder, text).events} == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A rebel band occupied the school and later occupied the palace.", ["COERCE", "COERCE"]),
        ("An armed group occupied the town hall.", ["COERCE"]),
        ("It later occupied the town.", ["COERCE"]),
        ("A student group occupied the town hall.", ["PROTEST"]),
        ("The jazz band occupied the stage.", []),
        ("He occupied the post of mayor.", []),
        # what is asked for in a clause with "for", and who asks
        ("The party called for troops to be deployed to the north.", ["REQUEST", "MOBILIZE"]),
        ("The bishop appealed for the hostages to be released.", ["REQUEST", "RETREAT"]),
    ],
)
def test_who_occupies_and_who_asks(coder: Coder, text: str, kinds: list[str]) -> None:
    assert [e.type for e in code(coder, text).events] == kinds
