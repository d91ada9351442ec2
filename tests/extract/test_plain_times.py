"""When, in plain reports: the ends of intervals, days that are another thing's, what is due, what only looks like a time, and what has no day."""

from __future__ import annotations

import pytest

from onrecord import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(actor_lists=())


def when(coder: Coder, text: str, title: str | None = None) -> dict[str, list[str]]:
    """The times that the words give each event, by its type, as role=value."""
    record = coder.code(text, title=title, published="2026-03-18")
    values = {t.id: t.value for t in record.times}
    found: dict[str, list[str]] = {}
    for event in record.events:
        found.setdefault(event.type, []).extend(f"{t.role}={values[t.time]}" for t in event.times if t.basis == "words")
    return found


@pytest.mark.parametrize(
    ("text", "kind", "times"),
    [
        # Both ends of an interval.
        ("Government forces shelled Velden between 1 and 7 February.", "ASSAULT", ["begin=2026-02-01", "end=2026-02-07"]),
        ("Between 3 March and 9 March, security forces detained 40 activists in Velden.", "COERCE", ["begin=2026-03-03", "end=2026-03-09"]),
        ("From 12 to 15 January, rebels looted shops in Velden.", "ASSAULT", ["begin=2026-01-12", "end=2026-01-15"]),
        ("The parties held talks from Monday to Wednesday in Velden.", "CONSULT", ["begin=2026-03-16", "end=2026-03-18"]),
        ("Soldiers opened fire on Monday and Tuesday in Velden.", "ASSAULT", ["at=2026-03-16", "at=2026-03-17"]),
        ("The union said it would strike on 1 and 2 April.", "PROTEST", ["at=2026-04-01", "at=2026-04-02"]),
        # No "since" goes with what is told as over.
        ("The king, in power since 1998, ordered troops to leave Velden.", "REQUEST", []),
        ("A ceasefire in force since January was broken on Tuesday when militants shelled Velden.", "ASSAULT", ["at=2026-03-17", "at=2026-03-17"]),
        ("The activist, in prison since 2021, began a hunger strike on Monday.", "PROTEST", ["at=2026-03-16"]),
        ("The militia has besieged the town since January.", "COERCE", ["begin=2026-01"]),
        ("The army has shelled Velden and killed nine guards since January.", "ASSAULT", ["begin=2026-01"]),
        ("The editor was held since January.", "COERCE", ["begin=2026-01"]),
        ("Since Sunday, at least 20 people have been killed in Velden.", "ASSAULT", ["begin=2026-03-15"]),
        ("In 2019 the army seized power and has since jailed hundreds of opponents.", "COERCE", ["at=2019"]),
        ("On Monday the army shelled Velden and arrested nine men.", "COERCE", ["at=2026-03-16"]),
        ("Since the start of the war in 2023, the army has fired 8,000 missiles at Velden.", "ASSAULT", []),
        # The day that a noun owns is the deed's.
        ("Residents buried 37 victims of Sunday's attack on Monday.", "ASSAULT", ["at=2026-03-15"]),
        ("The death toll from Monday's bombing rose to 14 on Wednesday.", "ASSAULT", ["at=2026-03-16"]),
        ("Last week's raid left four dead.", "ASSAULT", ["at=2026-W11"]),
        ("It was the worst attack since 2012, when 80 people died in a bombing at a mosque.", "ASSAULT", ["at=2012"]),
        ("In all 450 people have been killed in raids this year, compared with 300 in the same period last year.", "ASSAULT", ["at=2026"]),
        ("Protests broke out on Monday night in Velden.", "PROTEST", ["at=2026-03-16TNI"]),
        ("The gang kidnapped 17 missionaries, five of them children, in October 2021.", "ASSAULT", ["at=2021-10"]),
        ("He fled the country in 2021, two years before the coup.", "COERCE", []),
        # What is due by a day.
        ("The militants threatened to bomb the port if foreign troops did not withdraw before June.", "RETREAT", ["deadline=2026-06"]),
        ("The ministry said the troops would complete their withdrawal before June.", "CONCEDE", ["deadline=2026-06"]),
        ("Rebels attacked a post before dawn on Monday.", "ASSAULT", ["at=2026-03-16TMO", "at=2026-03-16"]),
        ("The general governed from 1983 until 1989, when rebels attacked Velden.", "ASSAULT", ["at=1989"]),
        ("Prosecutors launched a three-month investigation into the killing of a clerk.", "ACCUSE", ["during=P3M"]),
        # What only looks like a duration of the act.
        ("The gang killed a night guard in Velden.", "ASSAULT", []),
        ("The two sides agreed to a three-day truce on Friday.", "AGREE", ["at=2026-03-13"]),
        ("The court sentenced nine men to between three and seven years in prison.", "SANCTION", []),
        ("The general was sentenced on 3 March 2026 to 20 years in prison.", "SANCTION", ["at=2026-03-03"]),
        ("The court banned the party for five years on Monday.", "COERCE", ["during=P5Y", "at=2026-03-16"]),
        ("The curfew was extended by ten days.", "COERCE", []),
        ("It was the third attack on the village in as many weeks.", "ASSAULT", []),
        # A day without a month.
        ("On 11 February, police detained five students; they were released on the 14th.", "RETREAT", ["at=2026-02-14"]),
        ("On 11 February, police detained five students.\n\nA clerk was released on the 14th.", "RETREAT", ["at=2026-03-14"]),
    ],
)  # fmt: skip
def test_when(coder: Coder, text: str, kind: str, times: list[str]) -> None:
    assert when(coder, text).get(kind) == times


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("The king, in power since 1998, ordered troops to leave Velden.", False),
        ("The country, a member of the bloc since 2004, imposed sanctions on Chad.", False),
        ("Since 1998 the clans have attacked Velden each spring.", True),
        ("The army shelled Velden in 1994.", True),
    ],
)
def test_who_has_been_something_since_long_acts_now(coder: Coder, text: str, background: bool) -> None:
    assert [e.background for e in coder.code(text, published="2026-03-18").events][:1] == [background]


@pytest.mark.parametrize(
    ("title", "text", "rests"),
    [
        ("Explainer: the war in Velden", "The army drove out thousands of farmers and bombed their villages.", False),
        ("What is behind the war in Velden?", "The army drove out thousands of farmers and bombed their villages.", False),
        ("Army bombs villages in Velden", "The army drove out thousands of farmers and bombed their villages.", True),
        (None, "The movement was founded by dockers. It blew up bridges and killed judges.", False),
        (None, "Protesters formed a human chain. They burned down a shop and killed a guard.", True),
    ],
)
def test_what_is_explained_has_no_day_of_publication(coder: Coder, title: str | None, text: str, rests: bool) -> None:
    events = [e for e in coder.code(text, title=title, published="2026-03-18").events if e.type in ("ASSAULT", "SANCTION")]
    assert events
    assert any(t.basis == "publication" for e in events for t in e.times) is rests
