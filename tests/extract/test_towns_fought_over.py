"""Towns that the parser's recogniser takes for persons or bodies, things that are told of again by a general word, and sites that towns own."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


def coded(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-18")


def only(record: Record, *types: str) -> Event:
    found = [e for e in record.events if not types or e.type in types]
    assert len(found) == 1, [(e.type, e.mentions[0].trigger[0].quote) for e in found]
    return found[0]


def where(record: Record, event: Event) -> list[str]:
    return [next(p.name for p in record.places if p.id == place.place) for place in event.places]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Rebels captured Bria on Monday.", "ASSAULT", "Bria"),
        ("The army retook Bria from rebels on Monday.", "ASSAULT", "Bria"),
        ("Rebels entered Bria on Monday.", "MOBILIZE", "Bria"),
        ("Wagner fighters surrounded Bakhmut on Monday.", "COERCE", "Bakhmut"),
        ("The army lost Bria to rebels on Monday.", "ASSAULT", "Bria"),
        ("Bria fell to rebels on Monday.", "ASSAULT", "Bria"),
        ("Jets bombed Saraqeb on Monday.", "ASSAULT", "Saraqib"),
    ],
)
def test_what_armed_ones_take_or_shell_is_a_town(ungated: Coder, text: str, kind: str, place: str) -> None:
    record = coded(ungated, text)
    assert where(record, only(record, kind)) == [place]


@pytest.mark.parametrize("text", ["Rebels captured Zorvik on Monday.", "Rebels have seized Zorvik, a town in the north.", "Zorvik was captured by rebels on Monday."])
def test_a_town_that_no_gazetteer_has_is_what_was_taken(ungated: Coder, text: str) -> None:
    record = coded(ungated, text)
    event = only(record)
    assert [o.text for o in event.objects] == ["Zorvik"]
    assert not event.recipients
    assert not any(e.name == "Zorvik" for e in record.entities)


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("The army captured Juan Perez on Monday.", "COERCE", "arrest"),
        ("Soldiers captured Mladic on Monday.", "COERCE", "arrest"),
        ("Rebels captured Captain Juan Perez on Monday.", "ASSAULT", "abduct"),
    ],
)
def test_persons_are_captured_too(ungated: Coder, text: str, kind: str, mode: str) -> None:
    event = only(coded(ungated, text))
    assert (event.type, event.modes) == (kind, (mode,))


def test_a_family_name_told_in_full_is_no_town(ungated: Coder) -> None:
    record = coded(ungated, "Troops under General Luka Zorvik fought for weeks. Rebels captured Zorvik on Monday.")
    event = next(e for e in record.events if "abduct" in e.modes)
    assert [next(x.name for x in record.entities if x.id == p.entity) for p in event.recipients] == ["Luka Zorvik"]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("South Korea has seized a tanker. The ship was seized in late November after it came into Yeosu.", "a tanker"),
        ("Rebels shot down a military helicopter on Monday. The aircraft was shot down near Gao.", "a military helicopter"),
        ("Gunmen attacked a bus on Monday. The vehicle was attacked near Gao.", "a bus"),
        ("Rebels shelled a power plant. The facility was shelled on Tuesday, the operator said.", "a power plant"),
    ],
)
def test_a_general_word_takes_up_the_thing(ungated: Coder, text: str, thing: str) -> None:
    event = only(coded(ungated, text), "ASSAULT", "COERCE")
    assert [o.text for o in event.objects] == [thing]


def test_a_town_is_taken_up_by_the_town(ungated: Coder) -> None:
    record = coded(ungated, "Rebels captured Bria on Monday. The town was captured after two days of fighting, an officer said.")
    captured = [e for e in record.events if e.mentions[0].trigger[0].quote == "captured"]
    assert len(captured) == 1
    assert where(record, captured[0]) == ["Bria"]


@pytest.mark.parametrize(
    "text",
    [
        "Iran has seized a tanker in the Gulf. Another ship was seized on Monday.",
        "The navy seized two boats. The ship was seized on Tuesday.",
        "Gunmen attacked a bus on Monday. On Tuesday gunmen attacked a truck.",
        "Rebels burned a school. They also burned a building in Gao.",
    ],
)
def test_another_thing_is_another_deed(ungated: Coder, text: str) -> None:
    assert len([e for e in coded(ungated, text).events if e.type in ("ASSAULT", "COERCE")]) == 2


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A bomb exploded near Nairobi's main market on Monday.", ["Nairobi"]),
        ("A drone struck Kharkiv's main railway station on Monday.", ["Kharkiv"]),
        ("Gunmen killed a priest in Kaduna state.", ["Kaduna"]),
        ("Gunmen killed a priest in Nigeria's Kaduna state.", ["Kaduna"]),
        ("A bomb exploded at London's Heathrow airport.", ["Heathrow"]),
        ("They protested outside Israel's embassy in Madrid.", ["Madrid"]),
        ("Rebels attacked Chad's army near Bol.", ["near Bol"]),
    ],
)
def test_where_a_site_is_that_a_town_owns(ungated: Coder, text: str, places: list[str]) -> None:
    record = coded(ungated, text)
    assert where(record, only(record)) == places


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Israel launched strikes in Syria on Monday.", "occurred"),
        ("The United States carried out strikes against the Houthis in Yemen.", "occurred"),
        ("Israeli strikes across Lebanon continued on Monday.", "ongoing"),
        ("The military said it had conducted strikes in Nangarhar and Khost.", "occurred"),
        ("The US plans to carry out strikes in Mexico.", "planned"),
        ("Overnight strikes hit Odesa.", "occurred"),
    ],
)
def test_strikes_of_states_and_armies_are_air_strikes(ungated: Coder, text: str, status: str) -> None:
    event = only(coded(ungated, text))
    assert (event.type, event.modes, event.status) == ("ASSAULT", ("aerial",), status)


@pytest.mark.parametrize(
    "text",
    [
        "Teachers launched strikes in Ghana on Monday.",
        "Unions carried out strikes in France against the reform.",
        "Chile faces a strike by truckers.",
        "The Israeli strike shut the airport as the Histadrut union demanded a deal.",
        "The army was called in to end the strike.",
        "Nigerian unions suspended their strike.",
        "The US women's team scored after a strike from 30 metres.",
    ],
)
def test_strikes_of_workers_and_players_are_none(ungated: Coder, text: str) -> None:
    assert not any(e.type == "ASSAULT" for e in coded(ungated, text).events)


def test_a_gerund_that_opens_the_sentence_is_what_the_verb_tells_of(ungated: Coder) -> None:
    record = coded(ungated, "Shelling hit Kherson on Monday.")
    assert where(record, only(record, "ASSAULT")) == ["Kherson"]


def test_a_town_behind_its_country(ungated: Coder) -> None:
    record = coded(ungated, "In Sudan's El Fasher, RSF drones hit a hospital.")
    assert where(record, only(record, "ASSAULT")) == ["El Fasher"]
