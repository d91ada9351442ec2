"""What is told again, of what nothing is told, and where and when it was: deeds by which somebody is known, rates, sources who were asked, towns in a row, days and towns of
something else."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-18")


def triggers(record: Record) -> list[list[str]]:
    return [[" ".join(s.words for s in m.trigger) for m in e.mentions] for e in record.events]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen kidnapped six villagers near Goma. The kidnapped villagers were taken into the forest.", [["kidnapped", "kidnapped"]]),
        ("Rebels seized a truck of rifles near Goma. The confiscated rifles were old, officials said.", [["seized", "confiscated"]]),
        ("Police seized 74 rifles on Monday. The confiscated materiel was shown to reporters.", [["seized", "confiscated"]]),
        ("Gunmen killed nine farmers. Two of the murdered farmers were from Lom.", [["killed", "murdered"]]),
        ("The killing of the mayor is the first murder of an official in Lima.", [["killing", "murder"]]),
        ("Students burned a bus to protest price rises.", [["burned", "protest"]]),
        ("A teacher was killed on Monday. Hundreds condemned the killing of Ana Luz, a teacher.", [["killed", "killing"], ["condemned"]]),
    ],
)
def test_one_deed_told_again(text: str, told: list[list[str]], ungated: Coder) -> None:
    assert triggers(code(ungated, text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police arrested a teacher. A detained nurse was freed.", 2),
        ("Police arrested three protesters. The detained journalist Ana Luz was beaten.", 2),
        ("A teacher was killed on Monday. Hundreds condemned last year's killing of Ivo Weil, a driver.", 2),
        ("Rebels shelled Goma on Monday. The rebels reportedly attacked Bukavu, Uvira and Sake.", 2),
    ],
)
def test_two_deeds_stay_two(text: str, told: int, ungated: Coder) -> None:
    assert len([e for e in code(ungated, text).events if e.type in ("ASSAULT", "COERCE") and e.mentions[0].trigger[0].words not in ("beaten", "freed")]) == told


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Diplomats who were questioned said rebels had fled.", "ACCUSE"),
        ("Prosecutors accused the mayor. If these allegations are true, he will resign.", "allegations"),
        ("Only 40 percent of those detained end up in court.", "COERCE"),
        ("The rebels launched an offensive on Monday to protest price rises.", "PROTEST"),
        ("Gunmen hijacked a bus on Monday to protest the arrest of their leader.", "PROTEST"),
        ("The army lost 31 men in raids or combat.", "combat"),
        ("Less than five percent of thefts in the city are prosecuted.", "ACCUSE"),
    ],
)
def test_what_tells_of_no_deed(text: str, type_: str, ungated: Coder) -> None:
    record = code(ungated, text)
    assert not any(e.type == type_ or any(s.words == type_ for m in e.mentions for s in m.trigger) for e in record.events)


@pytest.mark.parametrize(
    "text",
    [
        "Students took to the streets on Monday to protest price rises.",
        "Some fifty people threw stones at the Italian consulate on Monday to protest price rises.",
        "A group of men hurled stones at the parliament.",
    ],
)
def test_whoever_throws_stones_protests(text: str, ungated: Coder) -> None:
    assert [e.type for e in code(ungated, text).events] == ["PROTEST"]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("She was never jailed despite being convicted.", "convicted", "occurred"),
        ("The state sent marines to resist a rebel assault, which has cost 12 lives.", "assault", "occurred"),
        ("The fleet is on alert to resist a rebel assault.", "assault", "hypothetical"),
        ("Their task was to bomb the bridge, the officer said.", "bomb", "planned"),
        ("She explained that their mission was to shell a port.", "shell", "planned"),
        ("The assassination was announced in Baghdad on Monday.", "assassination", "occurred"),
        ("Police struggled to arrest the gunmen.", "arrest", "failed"),
    ],
)
def test_how_real_it_is(text: str, trigger: str, status: str, ungated: Coder) -> None:
    assert [e.status for e in code(ungated, text).events if any(s.words == trigger for m in e.mentions for s in m.trigger)] == [status]


@pytest.mark.parametrize("verb", ["plotted", "planned", "commemorated", "claimed", "condemned", "announced"])
def test_where_it_was_spoken_of_is_not_where_it_was(verb: str, ungated: Coder) -> None:
    record = code(ungated, f"The massacre of nine farmers was {verb} in Nairobi.")
    assert all(not e.places for e in record.events if e.type == "ASSAULT")


def test_where_it_was_carried_out_is_where_it_was(ungated: Coder) -> None:
    record = code(ungated, "The massacre of nine farmers was carried out in Nairobi.")
    assert [len(e.places) for e in record.events if e.type == "ASSAULT"] == [1]


def test_a_row_of_towns_is_one_of_towns(ungated: Coder) -> None:
    record = code(ungated, "The rebels attacked San Pablo de Mora, Santa Ana, Tacuba and El Carmen, all in Ahuachapan, on Monday.")
    (event,) = record.events
    assert (event.recipients, event.objects, len(event.places)) == ((), (), 5)
    assert not any(e.kind == "person" and "Pablo" in e.name for e in record.entities)


def test_people_in_a_row_stay_people(ungated: Coder) -> None:
    record = code(ungated, "Rebels captured Ana Luz and Goma.")
    assert any(e.name == "Ana Luz" and e.kind == "person" for e in record.entities)


def test_the_month_of_what_came_before(ungated: Coder) -> None:
    record = code(ungated, "Following their arrests in June 2014, the clerks accused a judge of extortion.")
    values = {t.id: t.value for t in record.times}
    assert {e.type: [values[t.time] for t in e.times] for e in record.events} == {"COERCE": ["2014-06"], "ACCUSE": []}
    assert [e.background for e in record.events if e.type == "ACCUSE"] == [False]


def test_whom_another_verb_tells_of(ungated: Coder) -> None:
    record = code(ungated, "She told of other raids, in which the teacher Ivo Castel was killed and Carlos Mend, owner of a mill, was wounded.")
    names = {e.id: e.name for e in record.entities}
    assert {names[p.entity] for e in record.events for p in e.recipients} == {"Ivo Castel", "Carlos Mend"}


def test_who_describes_charges_nobody(ungated: Coder) -> None:
    record = code(ungated, "The station also covered the case of a nurse who has been arrested twice, but never publicly charged.")
    names = {e.id: e.name for e in record.entities}
    charged = [e for e in record.events if e.type == "ACCUSE"]
    assert [[names[p.entity] for p in e.recipients] for e in charged] == [["nurse"]]
    assert not any(e.actors for e in charged)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Gunmen attacked a bus near Kano on Sunday, police said on Monday, and kidnapped 12 passengers.", "Gunmen", "12 passengers"),
        ("Students kidnapped in Zamfara last month were released on Tuesday.", "", "Students"),
        ("Teachers kidnapped in Zamfara last week fled to Uganda.", "", "Teachers"),
        ("The mayor told AFP gunmen had kidnapped two nuns.", "gunmen", "two nuns"),
        ("The mayor confirmed reports gunmen had kidnapped two nuns.", "gunmen", "two nuns"),
        ("Police suspect gunmen kidnapped the nuns.", "gunmen", "nuns"),
        ("The union announced a strike and gunmen kidnapped its leader.", "gunmen", "its leader"),
    ],
)
def test_whose_the_kidnapping_is(text: str, who: str, whom: str, ungated: Coder) -> None:
    record = code(ungated, text)
    names = {e.id: e.name for e in record.entities}
    deed = next(e for e in record.events if any(s.words == "kidnapped" for m in e.mentions for s in m.trigger))
    assert ([names[p.entity] for p in deed.actors], [names[p.entity] for p in deed.recipients]) == ([who] if who else [], [whom])
    assert not any("union" in s.words for a in deed.assertions for n in record.attributions if n.id == a.attribution and n.source for s in n.source.spans)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested a nurse in Cairo on Monday. Mona Adel, a nurse, was arrested in Luxor last year.",
        "Gunmen shot dead a nurse in Cali on Friday. Mona Adel, a nurse, was shot dead in Bogota in 2019.",
        "A nurse was shot dead in Cali on Monday. Mona Adel, a nurse, was shot dead in Bogota on Tuesday.",
    ],
)
def test_whom_it_befell_on_another_day_is_another(text: str, ungated: Coder) -> None:
    record = code(ungated, text)
    assert {e.name for e in record.entities if e.kind == "person"} >= {"nurse", "Mona Adel"}


def test_a_day_later_it_was_done_again(ungated: Coder) -> None:
    assert len(code(ungated, "Gunmen killed two priests in Kaduna. A day later gunmen killed two priests in Benue.").events) == 2


def test_the_dead_are_not_killed_where_they_are_buried(ungated: Coder) -> None:
    assert not any(e.places for e in code(ungated, "The killed commander was buried in Goma.").events)
