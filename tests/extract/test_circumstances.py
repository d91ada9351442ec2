"""Where and when of an act: what hangs on it, and what belongs to another act, occasion, comparison or clause. All sentences are ours."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def told(record: Record, trigger: str) -> tuple[list[str], list[str]]:
    """(places as "role name", times as their words) of the event with that trigger word; what is inferred in brackets."""
    event = next((e for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger)), None)
    assert event is not None, [[s.quote for m in e.mentions for s in m.trigger] for e in record.events]
    places, times = {p.id: p for p in record.places}, {t.id: t for t in record.times}
    where = [f"{p.role} {places[p.place].spans[0].quote}" for p in event.places]
    told = [t for t in event.times if t.basis == "words"]
    when = [times[t.time].spans[0].quote for t in told]
    return [f"({w})" if p.inferred else w for w, p in zip(where, event.places, strict=True)], [f"({w})" if t.inferred else w for w, t in zip(when, told, strict=True)]


@pytest.mark.parametrize(
    ("text", "trigger", "times"),
    [
        # The date of an occasion that is to come, or of a thing told of.
        ("Gunmen murdered two candidates ahead of the island's council elections on May 4.", "murdered", []),
        ("Gunmen murdered two candidates on May 4.", "murdered", ["May 4"]),
        ("Gunmen murdered two candidates in Gao during the elections on May 4.", "murdered", ["May 4"]),
        ("Detectives are investigating a loan under a coin minted in 2009.", "investigating", []),
        ("Detectives seized nine boats during raids conducted this week.", "seized", ["this week"]),
        ("The mayor has criticised organisers of Gao's New Year's Eve fair for the noise.", "criticised", []),
        ("The mayor has criticised organisers of the New Year's Eve parade for the noise.", "criticised", []),
        ("Thieves robbed two traders during New Year's Eve festivities in Gao.", "robbed", ["New Year's Eve"]),
        ("Police are examining reports of dozens of assaults that occurred in Lima on New Year's Eve.", "assaults", ["New Year's Eve"]),
        # What is only compared, or avenged.
        ("Police will prevent riots like those on New Year's Eve.", "riots", []),
        ("The raid was a revenge attack for army strikes last month in Gao.", "attack", []),
        ("The raid was a revenge attack for army strikes last month in Gao.", "strikes", ["last month"]),
        # Another clause's present, another verb's infinitive.
        ("The port currently faces shortages, which were felt even before the judges were fired.", "fired", []),
        ("The clans promised to open the road in May.", "promised", []),
        # A rank counts, it does not last.
        ("It is the second time in four days that the army has shelled the port.", "shelled", []),
        ("The army has shelled the port for four days.", "shelled", ["four days"]),
        ("This is the ninth missile test this year by the island.", "test", []),
        # One subject, one fronted day; one breath, one place.
        ("On Monday, clubs in Chad were raided and accused of fraud.", "accused", ["Monday"]),
        ("Dozens of traders were beaten or robbed on Monday.", "beaten", ["Monday"]),
        # An office held for years.
        ("His brother, the head of the fund from 2010 to 2014, was arrested in September 2016.", "arrested", ["September 2016"]),
    ],
)
def test_the_time_of_an_act(text: str, trigger: str, times: list[str], ungated: Coder) -> None:
    assert told(ungated.code(text, published="2017-03-09"), trigger)[1] == times


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        # A way of a thing that the act only treats of.
        ("Prosecutors are investigating sales of timber to Chad.", "investigating", []),
        ("The kingdom deployed 400 soldiers to Gao.", "deployed", ["destination Gao"]),
        ("The island fired two missiles over Norway.", "fired", ["route Norway"]),
        # Whom, not where.
        ("The council again approved sanctions on Chad.", "sanctions", []),
        ("The junta lifted the curfew in Gao.", "lifted", ["location Gao"]),
        ("Lima was shot to death along with three fellow drivers.", "shot", []),
        ("The army bombed Gao on Friday.", "bombed", ["target Gao"]),
        # The scene of what is avenged.
        ("The raid was a revenge attack for army strikes last month in Gao.", "attack", []),
        ("The raid was a revenge attack for army strikes last month in Gao.", "strikes", ["location Gao"]),
        # Far from the act.
        ("He called the island a threat to Norway and warned of attacks.", "attacks", []),
        ("In Gao, farmers were met by Milo Sandt, a broker, who was arrested in May.", "arrested", []),
        ("The sailors were beaten in Gao, where rebels burned a depot.", "burned", ["location Gao"]),
        ("He was convicted of fraud, according to a report by the Lima Post.", "convicted", []),
        # Where a thing stands.
        ("Rebels shelled a depot located in Gao.", "shelled", ["location Gao"]),
    ],
)
def test_the_place_of_an_act(text: str, trigger: str, places: list[str], ungated: Coder) -> None:
    assert told(ungated.code(text, published="2017-03-09"), trigger)[0] == places


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # Published on a Monday: Tuesday told as past is the stamp's other zone or a week ago.
        ("The army shelled the port on Tuesday.", "XXXX-WXX-2"),
        ("The army shelled the port early Tuesday morning.", "XXXX-WXX-2TMO"),
        ("The army shelled the port last Tuesday.", "2017-08-22"),
        ("The army shelled the port on Wednesday.", "2017-08-23"),
        ("The council will meet on Tuesday.", "2017-08-29"),
    ],
)
def test_a_weekday_right_behind_publication(text: str, value: str, ungated: Coder) -> None:
    assert [t.value for t in ungated.code(text, published="2017-08-28").times] == [value]
