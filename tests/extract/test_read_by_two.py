"""What two readers of plain reports found wrong: days beside days, who speaks for whom, headlines of a toll, words for deeds, denials and whose claim they answer."""

import pytest
from tests.extract.test_plain_disputes import told, voices

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of

WEDNESDAY = "2026-03-18"


def days(record: Record, trigger: str) -> set[str]:
    values = {t.id: t.value for t in record.times}
    return {values[t.time] for e in record.events for t in e.times if t.basis == "words" and any(trigger in words_of(m.trigger) for m in e.mentions)}


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The army said on Saturday that soldiers were attacked on Thursday.", "attacked", "2026-03-12"),
        ("Soldiers were attacked on Thursday, the army said on Saturday.", "attacked", "2026-03-12"),
        ("The army said soldiers were attacked on Thursday.", "attacked", "XXXX-WXX-4"),
        ("A strike killed two men on Tuesday, in breach of a truce that has been in force since November 2024. A patrol was attacked later in the day.", "attacked", "2026-03-17"),
        ('The army said on Saturday that soldiers were attacked on Thursday. "There was no fighting that day," said Ivo Holm.', "fighting", "2026-03-12"),
    ],
)
def test_day_of_a_deed(ungated: Coder, text: str, trigger: str, day: str) -> None:
    assert days(ungated.code(text, published=WEDNESDAY), trigger) == {day}


def test_a_dated_arrest_is_not_the_one_ordered(ungated: Coder) -> None:
    record = ungated.code("A court on Tuesday ordered the clerk to be held for 30 days. The clerk, who has been on hunger strike since her arrest on Friday, is ill.", published=WEDNESDAY)
    assert {e.status for e in record.events if e.type == "COERCE"} == {"planned", "occurred"}
    assert days(record, "arrest") == {"2026-03-13"}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ('Taliban spokesman Hamdullah Fitrat said: "We killed nine soldiers."', "Taliban"),
        ('"We arrested nine men," said Okello, a spokesman for the police.', "police"),
        ('Police spokesman Charles Okello said: "We arrested nine men."', None),  # no body of that name is in the report: an unknown stays unknown
        ('Ivo Holm said: "We killed nine soldiers."', "Ivo Holm"),
    ],
)
def test_we_of_a_spokesman(ungated: Coder, text: str, doer: str | None) -> None:
    record = ungated.code(text)
    names = {e.id: e.name for e in record.entities}
    (event,) = (e for e in record.events if e.type in ("ASSAULT", "COERCE"))
    assert [names[p.entity] for p in event.actors] == ([doer] if doer else [])


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Thai troops attacked its positions.", {"ASSAULT"}),
        ("The senator attacked his position on the budget.", set()),
        ("Gao retaliated with mortars.", {"ASSAULT"}),
        ("Gunmen marched the hostages into the forest.", set()),
        ("Students marched against the levy.", {"PROTEST"}),
        ("Peacekeepers observed the strike.", set()),
        ("Shopkeepers observed a strike against the levy.", {"PROTEST"}),
        ("A woman was hit by a car in Oldwell.", set()),
        ("A boy was hit by a bullet in Oldwell.", {"ASSAULT"}),
        ("He was charged because he resisted arrest.", {"REJECT", "ACCUSE"}),
    ],
)
def test_words_for_deeds(ungated: Coder, text: str, types: set[str]) -> None:
    assert {e.type for e in ungated.code(text).events} == types


@pytest.mark.parametrize(("text", "status"), [("Nurses are to strike on March 26.", "planned"), ("Nurses are on strike.", "ongoing")])
def test_strikes_to_come(ungated: Coder, text: str, status: str) -> None:
    assert [e.status for e in ungated.code(text, published=WEDNESDAY).events if e.type == "PROTEST"] == [status]


@pytest.mark.parametrize(
    ("text", "trigger", "voice"),
    [
        ("Police have denied beating three men who were arrested during a sit-in last week.", "arrested", {"outlet"}),
        ("Fighters executed at least 22 clerks in Masisi, Great Lakes Rights Monitor said today.", "executed", {"Great Lakes Rights Monitor"}),
        ("Eleven villagers were freed after talks with clan elders, police in Garissa county said.", "freed", {"police in Garissa county"}),
        ("The army on Tuesday denied that its men had burned the mill, as the league demanded an inquiry.", "demanded", {"outlet"}),
    ],
)
def test_on_whose_word(ungated: Coder, text: str, trigger: str, voice: set[str]) -> None:
    assert voices(ungated.code(text))[trigger] == voice


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The rebels denied responsibility for an ambush that killed seven soldiers.", "occurred"),
        ("The rebels denied any role in a bombing that killed nine people.", "occurred"),
        ("The rebels denied responsibility for an attack on Monday.", "denied"),  # there need be none
    ],
)
def test_a_deed_whose_blame_is_denied(ungated: Coder, text: str, status: str) -> None:
    (event,) = ungated.code(text, published=WEDNESDAY).events
    assert event.status == status


def test_no_strike_vows(ungated: Coder) -> None:
    record = ungated.code("The Gao government said the strikes killed 17 clerks and vowed to respond.")
    assert {e.type for e in record.events} == {"ASSAULT", "THREATEN"}
    record = ungated.code("The Gao government said the rebels killed 17 clerks and vowed to shell the port.")
    names = {e.id: e.name for e in record.entities}
    assert {names[p.entity] for e in record.events if e.type == "THREATEN" for p in e.actors} == {"rebels"}


def test_a_headline_of_who_says_how_many(ungated: Coder) -> None:
    record = ungated.code("Gao says 31 militants killed in strikes\n\nGAO, March 17 - Jets struck hideouts near the river late on Sunday, killing 31 fighters, an official said.\n", published=WEDNESDAY)
    killed = [e for e in record.events if e.type == "ASSAULT"]
    assert len(killed) == 1
    assert all(a.attribution is not None for a in killed[0].assertions)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Fighters executed 22 clerks, the league said. Witnesses said that M23 fighters entered Kashovu after clashes. The M23 denied the allegations.", ["Fighters executed 22 clerks"]),
        ('The Taliban government said the strikes killed 17 clerks. "They bombed houses," Taliban spokesman Hamdullah Fitrat wrote. "This will not go unanswered."', []),
        ("A judge barred the governor from leaving the country. His lawyer told the court that his client was innocent.", []),
        ("The junta said it had foiled a coup. Nine officers were arrested, it said. The junta has offered no evidence for its claim.", []),
        ("Residents accused two youths of burning the mill. The governor ruled out arson.", ["burning the mill"]),
    ],
)
def test_what_is_disputed(ungated: Coder, text: str, claims: list[str]) -> None:
    assert [c for c, _ in told(ungated.code(text))] == claims
