"""Where and when of acts that another act of the sentence tells, how deeds ended, and clauses between commas. Sentences by the OnRecord authors."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


def coded(coder: Coder, text: str, trigger: str) -> tuple[Record, Event]:
    record = coder.code(text, published="2026-03-12")
    return record, next(e for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger))


@pytest.mark.parametrize(
    ("text", "trigger", "place", "day"),
    [
        ("Police fired tear gas at a sit-in in Khartoum.", "fired", "Khartoum", None),
        ("Officers used water cannon against a protest outside the ministry in Tbilisi on March 3.", "used", "Tbilisi", "2026-03-03"),
        ("Police dispersed a demonstration in Aden on March 3.", "dispersed", "Aden", "2026-03-03"),
        ("Police arrested two men at a demonstration in Minsk on March 3.", "arrested", "Minsk", "2026-03-03"),
        ("The minister criticised a protest in Paris.", "criticised", None, None),
        ("Police arrested two men over a demonstration in Minsk.", "arrested", None, None),
    ],
)
def test_an_act_done_at_a_gathering_was_where_and_when_that_was(ungated: Coder, text: str, trigger: str, place: str | None, day: str | None) -> None:
    record, event = coded(ungated, text, trigger)
    names, values = {p.id: p.name for p in record.places}, {t.id: t.value for t in record.times}
    assert [names[p.place] for p in event.places] == ([place] if place else [])
    assert [values[t.time] for t in event.times if t.basis == "words"] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("Thousands have fled since last October, when the army seized power.", "seized", "2025-10"),
        ("The country has been under curfew since March 2021, when the generals ousted the president.", "ousted", "2021-03"),
        ("The port has been shut since January. When rebels took the hills, few stayed.", "took", None),
    ],
)
def test_when_the_clause_says_when(ungated: Coder, text: str, trigger: str, value: str | None) -> None:
    record, event = coded(ungated, text, trigger)
    values = {t.id: t.value for t in record.times}
    assert [values[t.time] for t in event.times if t.basis == "words"] == ([value] if value else [])


@pytest.mark.parametrize(
    "text",
    [
        "Three were killed and scores injured when police fired on strikers.",
        "Three people were killed and scores injured when police fired on strikers.",
        "Four marchers were shot dead and many more hurt as police opened fire on strikers.",
    ],
)
def test_the_dead_are_of_the_deed_behind_both_verbs(ungated: Coder, text: str) -> None:
    record = ungated.code(text, published="2026-03-12")
    names = {e.id: e.name for e in record.entities}
    assaults = [e for e in record.events if e.type == "ASSAULT"]
    assert [[names[a.entity] for a in e.actors] for e in assaults] == [["police"]]


def test_two_deeds_stay_two(ungated: Coder) -> None:
    record = ungated.code("Three traders were robbed and the mayor left when police fired on strikers.", published="2026-03-12")
    assert [e.mentions[0].trigger[0].quote for e in record.events if e.type == "ASSAULT"] == ["robbed", "fired"]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Witnesses said the men, who they said were guards, shot at the car.", "shot", "men"),
        ("The men, who witnesses said were guards, shot at the car.", "shot", "men"),
        ("The clerk, who was shot in the chest, died.", "shot", None),
    ],
)
def test_the_verb_behind_a_clause_between_commas(ungated: Coder, text: str, trigger: str, who: str | None) -> None:
    record, event = coded(ungated, text, trigger)
    names = {e.id: e.name for e in record.entities}
    assert [names[a.entity] for a in event.actors] == ([who] if who else [])


def test_who_says_is_no_part_of_the_relative(ungated: Coder) -> None:
    record = ungated.code("The men, who witnesses said were guards, shot at the car.", published="2026-03-12")
    assert [a.source.spans[0].quote for a in record.attributions if a.source is not None] == ["witnesses"]


def test_people_who_drown_are_nobodys_deed(ungated: Coder) -> None:
    assert ungated.code("Five migrants drowned and 30 were missing after their boat sank off Lesbos.", published="2026-03-12").events == ()
    assert [e.type for e in ungated.code("Pirates drowned two sailors.", published="2026-03-12").events] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The army said it had captured the town; the rebels said fighting was still going on.", "captured", "occurred"),
        ("The ministry said it had sent 200 troops; the opposition said 2,000 had been sent.", "sent", "occurred"),
        ("The army said it had not captured the town.", "captured", "denied"),
        ("Nobody has been prosecuted for the shooting.", "shooting", "occurred"),
        ("The bishops saw the fine as an attempt to intimidate the church.", "intimidate", "alleged"),
        ("Rights groups called the law an attempt to crush dissent.", "crush", "alleged"),
        ("Gunmen fled after an attempt to kill the judge.", "kill", "failed"),
        ("Farmers drove tractors into the capital to protest against fuel prices.", "protest", "occurred"),
        ("Farmers will drive tractors into the capital to protest against fuel prices.", "protest", "planned"),
    ],
)
def test_statuses(ungated: Coder, text: str, trigger: str, status: str) -> None:
    assert coded(ungated, text, trigger)[1].status == status


def test_who_calls_it_an_attempt_does_not_make_it(ungated: Coder) -> None:
    _record, event = coded(ungated, "The bishops saw the fine as an attempt to intimidate the church.", "intimidate")
    assert event.actors == ()


def test_a_finder_of_facts_is_not_whom_they_befell(ungated: Coder) -> None:
    _record, event = coded(ungated, "The coroner concluded that he had been stabbed in the neck.", "stabbed")
    assert event.recipients == ()


def test_a_town_is_no_government(ungated: Coder) -> None:
    record, event = coded(ungated, "Security forces broke up a rally in the port city of Aden.", "broke")
    assert event.recipients == ()
    assert "state" not in {e.kind for e in record.entities}


@pytest.mark.parametrize("text", ["A woman was injured by shelling in Tamba.", "Two men were wounded by shelling on Monday.", "A boy was hurt by shelling near Sela."])
def test_whom_a_deed_befell_did_not_do_it(ungated: Coder, text: str) -> None:
    record = ungated.code(text, published="2026-03-12")
    assert [e.type for e in record.events] == ["ASSAULT"]
    assert record.events[0].actors == ()
    assert len(record.events[0].recipients) == 1


def test_who_is_named_in_the_subject_is_not_its_object(ungated: Coder) -> None:
    record, event = coded(ungated, "Aurelio Bastidas led the front. He signed a pact. A faction under Wilmer Ocoro threatened to kill him.", "kill")
    names = {e.id: e.name for e in record.entities}
    assert "Wilmer Ocoro" not in {names[r.entity] for r in event.recipients}
