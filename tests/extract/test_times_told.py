"""Times: what the narrative before tells, weekdays of weeks, ranges, days in names, and which time is an event's."""

from __future__ import annotations

import pytest

from onrecord import Coder

DAY = "2025-03-05"  # a Wednesday


def values(coder: Coder, text: str, published: str | None = DAY) -> list[str | None]:
    return [t.value for t in coder.code(text, published=published).times if t.derivation["value"].rule != "publication"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The council was shut on Friday, 9 March 2001. On the 21st, troops fired at its members.", "2001-03-21"),
        ("The siege began on 3 October 1999. On 6 December the rebels surrendered.", "1999-12-06"),
        ("The siege began on 3 October 1999. On 6 January the rebels surrendered.", "2000-01-06"),
        ("Rebels took the town on 4 May 2012 and held it until the end of the month.", "2012-05"),
        ("On 4 May 2012 rebels took the town. The previous day the mayor had fled. Three days later soldiers shelled it.", "2012-05-07"),
        # Not to be known: a day before the one told, a month half a year on, a text that counts from the day it was written.
        ("The council was shut on Friday, 9 March 2001. On the 2nd, troops fired at its members.", "XXXX-XX-02"),
        ("The siege began on 3 October 1999. On 6 August the rebels surrendered.", "XXXX-08-06"),
        ("He was jailed on 3 October 1999. Police said yesterday that he was shot on 6 December.", "XXXX-12-06"),
        ("On 4 May 2012 rebels took the town. The next day the mayor fled. Three days later soldiers shelled it.", "2012-05-08"),
    ],
)
def test_an_undated_text_tells_its_own_time(ungated: Coder, text: str, last: str) -> None:
    assert values(ungated, text, None)[-1] == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court has called the mayor for this Friday.", ["2025-03-07"]),
        ("Police shot a man this Monday.", ["2025-03-03"]),
        ("The board will vote on Tuesday of next week.", ["2025-03-11"]),
        ("The board voted on Friday last week.", ["2025-02-28"]),
        ("Police shot a man on the 27th, his wife said.", ["2025-02-27"]),
        ("The board will vote on the 27th.", ["2025-03-27"]),
        ("Police shot a man on the 2nd of the month in a bar.", ["2025-03-02"]),
        ("Jets bombed the town on the night of 11-12 February.", ["2025-02-11TNI", "2025-02-11", "2025-02-12"]),
        ("Police live on the 27th floor.", []),
        ("Two years ago to the day, rebels took the town.", ["2023-03-05"]),
        ("Two years ago, rebels took the town.", ["2023"]),
        ("A mine killed him at 10 a.m. yesterday.", ["2025-03-04T10:00"]),
        ("1430 CET: The mayor has fled.", ["2025-03-05T14:30"]),
        ("Rebels took the town the day before 3 March 2024.", ["2024-03-02"]),
        ("Rebels took the town the day after New Year's Day.", ["2025-01-02"]),
        ("Rebels took the town the day before the vote.", []),
        ("A curfew runs from 8 p.m. to 5 a.m. in the town.", ["XXXX-XX-XXT20:00", "XXXX-XX-XXT05:00"]),
        ("Looters roamed the town over the past fortnight.", ["P2W"]),
    ],
)
def test_days_of_weeks_and_clocks(ungated: Coder, text: str, expected: list[str]) -> None:
    assert values(ungated, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels of the April 6 Movement attacked a guard.",
        "Soldiers closed the 8 August Bridge.",
        "The bomb was laid by October 19, the outlawed guerrilla group.",
        "Relatives of Corporal Jane Summer attacked a guard.",
        "He told Today that rebels had attacked a guard.",
        "A clerk named Friday Adeyemi attacked a guard.",
        "He holds Friday prayers in a garage.",
    ],
)
def test_a_day_in_a_name_is_none(ungated: Coder, text: str) -> None:
    assert values(ungated, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked a guard on June 6, Movement officials said.", ["2024-06-06"]),
        ("Soldiers closed a bridge on 8 August 2024.", ["2024-08-08"]),
        ("He died on October 19, the group said.", ["2024-10-19"]),
        ("In Summer the rebels attacked a guard.", ["2024-SU"]),
        ("Today rebels attacked a guard.", ["2025-03-05"]),
        ("Rebels attacked a guard after Friday prayers.", ["2025-02-28"]),
    ],
)
def test_and_the_day_itself_is_one(ungated: Coder, text: str, expected: list[str]) -> None:
    assert values(ungated, text) == expected


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Shelling killed nine guards between 3 and 7 February.", [("2025-02-03", "2025-02-07")] * 2),
        ("Shelling killed nine guards during 11-14 February.", [("2025-02-11", "2025-02-14")] * 2),
        ("Shelling killed guards from November 2023 to May 2024.", [("2023-11", "2024-05")] * 2),
        ("Shelling killed guards on 3 and 7 February.", [(None, None)] * 2),
        ("Shelling killed guards in November 2023 and May 2024.", [(None, None)] * 2),
    ],
)
def test_two_times_that_bound_an_interval(ungated: Coder, text: str, ends: list[tuple[str | None, str | None]]) -> None:
    assert [(t.begin, t.end) for t in ungated.code(text, published=DAY).times] == ends


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("On 14 January 2025 rebel forces shelled the town.", "shelled", [("2025-01-14", False)]),
        ("When the ultimatum expired on Monday they shelled the town.", "shelled", [("2025-03-03", True)]),
        ("His arrest came on 4 June 2019.", "arrest", [("2019-06-04", False)]),
        ("On Monday six guards were killed by shelling from the hills.", "shelling", [("2025-03-03", False)]),
        ("A clerk was convicted on Monday in the bombing of a bank.", "bombing", []),
        ("Clerks held a rally on Monday.", "rally", [("2025-03-03", False)]),
        ("A court sentenced a clerk to three years in prison.", "sentenced", []),
        ("The guard who fled when the bridge fell on Monday was arrested.", "arrested", []),
    ],
)
def test_whose_time_it_is(ungated: Coder, text: str, trigger: str, expected: list[tuple[str, bool]]) -> None:
    record = ungated.code(text, published=DAY)
    told = {t.id: t.value for t in record.times}
    event = next(e for e in record.events if any(s.words == trigger for m in e.mentions for s in m.trigger))
    assert [(told[t.time], t.inferred) for t in event.times if t.basis == "words"] == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nine passengers are still missing after Monday's attack on a ferry.", "2026-03-09"),
        ("Police foiled an attempt to smuggle missiles across the border on Sunday.", "2026-03-08"),
        ("Rebels tried to seize the airport on Sunday.", "2026-03-08"),
        ("Rebels tried to delay Sunday's vote.", "2026-03-15"),
        ("The two sides will meet after Sunday's vote.", "2026-03-15"),
        ("The minister will try to reach the town on Sunday.", "2026-03-15"),
    ],
)
def test_days_that_the_text_looks_back_on(ungated: Coder, text: str, day: str) -> None:
    assert [t.value for t in ungated.code(text, published="2026-03-12").times if t.spans[0].quote in ("Monday", "Sunday")] == [day]


def test_what_an_event_is_the_largest_of_is_not_how_long_it_took(ungated: Coder) -> None:
    events = ungated.code("The guerrillas launched the largest military offensive of the past 10 years.", published="2026-03-12").events
    assert not [t for e in events for t in e.times if not t.inferred]


def test_a_second_blast_lasts_no_second(ungated: Coder) -> None:
    assert not any(t.type == "DURATION" for t in ungated.code("Two others died in a second blast.", published="2026-03-12").times)
