"""One entity an actor: names, other names, nouns that stand for a name."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity
from onrecord.model.layers import ActorLayer
from onrecord.readers import read_text


def said(entity: Entity) -> set[str]:
    return {" ".join(s.quote for s in m.spans) for m in entity.mentions}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Police arrested Jane Mara Osanti, alias \"La Flaca,\" on Monday. La Flaca denied it.", "Jane Mara Osanti", "La Flaca"),
        ("Police arrested Idris Osanti. Mr Osanti denied it.", "Idris Osanti", "Osanti"),
        ("Police searched a German newspaper, Saltmarsh Zeitung, on Monday.", "Saltmarsh Zeitung", "German newspaper"),
        ("The Peruvian government met the rebels. The government said talks went well.", "Peruvian government", "government"),
        ("Peruvian President Luis Heron met the rebels. The rebels said the Peruvian president had agreed.", "President Luis Heron", "Peruvian president"),
        ("Tokyo rejected the Chadian plan. Japan said it would not pay.", "Japan", "Tokyo"),
        ("The FMLN attacked a post. Soldiers fled. The rebels took the post.", "FMLN", "rebels"),
        ("Director of the Saltmarsh Agency Jane Osanti accused the army.", "Jane Osanti", "Director"),
        ("Kim Il-ho ordered the test. Leader Kim Il Ho praised it.", "Kim Il-ho", "Leader Kim Il Ho"),
        ("Troops of the Fuerza Parda (Brown Force) attacked. The Brown Force fled.", "Fuerza Parda", "Brown Force"),
        ("Hamas attacked the town. The group said it fired rockets.", "Hamas", "group"),
        ("Hezbollah, the Lebanese movement, attacked the town.", "Hezbollah", "Lebanese movement"),
        ("Gunmen attacked the Chadian embassy. Police guard the heavily protected embassy.", "Chadian embassy", "heavily protected embassy"),
        ("The national statistics office (ABCD) criticised the ministry. ABCD published it.", "national statistics office", "ABCD"),
        ("A citizen by the name of Idris Osanti accused the police.", "citizen", "Idris Osanti"),
    ],
)
def test_one_actor(ungated: Coder, text: str, one: str, other: str) -> None:
    found = [{w for m in said(e) for w in (m, m.removeprefix("The "), m.removeprefix("A "))} for e in ungated.code(text).entities]
    assert [words for words in found if {one, other} & words] == [words for words in found if {one, other} <= words] != []


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The men, retired deputy Greg Osanti and farmer Wes Tamsir, accused the police.", "men", "deputy Greg Osanti"),
        ("A criminal gang fled. Police fear criminal gangs.", "criminal gang", "criminal gangs"),
        ("The US Senate rejected the plan of the Mexican Senate.", "US Senate", "Mexican Senate"),
        ("The British Virgin Islands and the United Kingdom rejected the plan.", "British Virgin Islands", "United Kingdom"),
    ],
)
def test_two_actors(ungated: Coder, text: str, one: str, other: str) -> None:
    found = cast(ActorLayer, ungated.layers(read_text(text), "actors").layers["actors"]).entities
    told = [{w for m in said(e) for w in (m, m.removeprefix("The "), m.removeprefix("A ").removeprefix("the "))} for e in found]
    assert [words & {one, other} for words in told if words & {one, other}] in ([{one}, {other}], [{other}, {one}])


@pytest.mark.parametrize(
    ("text", "words", "kind", "countries", "sectors"),
    [
        ("Police arrested German Ortega Luz, who led the gang.", "German Ortega Luz", "person", (), ("CRM",)),
        ("Israel Osanti left the unit. Osanti accused the gang.", "Israel Osanti", "person", (), ()),
        ("Saltmarsh, Inc. sued the ministry.", "Saltmarsh, Inc.", "organisation", (), ("BUS",)),
        ("Hamas commander Idris Osanti fled.", "commander Idris Osanti", "person", ("PSE",), ("REB", "PTY")),
        ("Idris Osanti, the president of Saltmarsh Bank, accused the minister.", "Idris Osanti", "person", (), ("BUS",)),
        ("Deputy police chief Idris Osanti accused the gang.", "Deputy police chief Idris Osanti", "person", (), ("COP",)),
        ("Sen. Jane Osanti accused the army.", "Sen. Jane Osanti", "person", (), ("LEG",)),
        ("The Rodolfos fled, police said. Nobody saw the Rodolfos.", "Rodolfos", "unknown", (), ()),
    ],
)
def test_what_somebody_is(ungated: Coder, text: str, words: str, kind: str, countries: tuple[str, ...], sectors: tuple[str, ...]) -> None:
    found = [e for e in ungated.code(text).entities if words in said(e)]
    assert [(e.kind, e.countries, e.sectors) for e in found] == [(kind, countries, sectors)]


def test_a_man_is_looked_up_in_no_table_of_office_holders(ungated: Coder) -> None:
    assert [e.countries for e in ungated.code("The man accused the police.").entities if e.name == "man"] == [()]


@pytest.mark.parametrize("words", ["refugees", "suspects", "attackers", "women", "gang"])
def test_where_somebody_is_tells_not_whose_he_is(ungated: Coder, words: str) -> None:
    text = f"Police in Chad arrested the {words} in N'Djamena. Chadian soldiers fled. Chad's parliament met."
    entity = next(e for e in ungated.code(text).entities if words in e.name)
    assert entity.countries == ()


def test_the_police_of_a_report_of_one_country_are_that_countrys(ungated: Coder) -> None:
    text = "Chad's parliament met on Monday. Two men were shot in N'Djamena. Chadian soldiers fled. Police fired at a crowd."
    assert [e.countries for e in ungated.code(text).entities if e.name == "Police"] == [("TCD",)]


def test_one_day_of_two_posts_is_that_of_the_first(ungated: Coder) -> None:
    entity = next(e for e in ungated.code("Kim Jong Un ordered the test.", published="2016-02-08").entities if e.kind == "person")
    assert "State Affairs Commission Chairman" not in {o.title for o in entity.offices if o.since and o.since < "2016-06"}
