"""Places: what is recognised, which place is meant, what is kept aside. The tables of docs/places.md are cases as well."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from onrecord import Coder
from onrecord.extract.toponymy.outlet import outlet_of
from onrecord.gazetteer import country_cues, domain_countries, shared_gazetteer
from onrecord.model.layers import PlaceLayer
from onrecord.model.place import Place
from onrecord.readers import read_text

DOCS = Path(__file__).parents[2] / "docs" / "places.md"


@lru_cache(maxsize=1)
def coder() -> Coder:
    return Coder(gate=False)


def layer(text: str, url: str | None = None, publisher: str | None = None) -> PlaceLayer:
    found = coder().layers(read_text(text, url=url, publisher=publisher), "places").layers["places"]
    assert isinstance(found, PlaceLayer)
    return found


def names(text: str, url: str | None = None) -> list[tuple[str, str | None]]:
    """Name and province of the places in text order, anchors of relations included, relations left out."""
    return [(p.name, p.admin1) for p in layer(text, url).places if p.relation is None]


def shown(place: Place, places: PlaceLayer) -> str:
    if place.relation is not None:
        return f"{place.relation.kind} of {' and '.join(shown(places.by_id[a], places) for a in place.relation.anchors)}"
    where = ", ".join(part for part in (place.admin1, "/".join(place.countries)) if part)
    somewhere = place.precision == "admin1" and place.geonameid is None
    return f"{'~' if somewhere else ''}{place.name}{f' ({where})' if where else ''}"


def told() -> list[tuple[str, str]]:
    rows = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", DOCS.read_text(encoding="utf-8"), re.M)
    return [row for row in rows if row[0] not in ("text", "---")]


@pytest.mark.parametrize(("text", "expected"), told())
def test_the_examples_of_the_documentation_hold(text: str, expected: str) -> None:
    places = layer(text)
    anchors = {a for p in places.places if p.relation for a in p.relation.anchors}
    assert "; ".join(shown(p, places) for p in places.places if p.id not in anchors) == ("" if expected == "none" else expected)


def test_the_documentation_has_examples_of_both_kinds() -> None:
    assert len(told()) > 14
    assert sum(expected == "none" for _, expected in told()) >= 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Residents of Columbia, Mo., and of Columbia, S.C., voted.", [("Columbia", "Missouri"), ("Columbia", "South Carolina")]),
        ("The mayor of Athens spoke. Farmers from Marietta, Dalton and Macon came to Georgia's capital, Atlanta.", [("Athens", "Georgia")]),
        ("Officials in Washington, Oregon and Idaho closed roads.", [("Washington", "Washington"), ("Oregon", "Oregon"), ("Idaho", "Idaho")]),
        ("The president flew to Washington, D.C., on Monday.", [("Washington", "District of Columbia")]),
        ("Fighting went on in Mazar-e-Sharif and Kunduz in Afghanistan.", [("Mazār-e Sharīf", "Balkh")]),
        ("Voters in St. Louis, Missouri, waited for hours.", [("St. Louis", "Missouri")]),
    ],
)
def test_the_other_names_decide_which_place_is_meant(text: str, expected: list[tuple[str, str]]) -> None:
    found = names(text)
    assert [pair for pair in expected if pair not in found] == [], found


def test_a_list_of_states_is_not_dragged_to_hamlets_of_their_names() -> None:
    found = names("Prisons in states like Sinaloa, Guerrero and Tamaulipas are full. Baja California built one in Tijuana, Mexico.")
    assert {pair for pair in found if pair[0] != "Mexico"} >= {("Sinaloa", "Sinaloa"), ("Guerrero", "Guerrero"), ("Tamaulipas", "Tamaulipas")}


def test_a_sea_is_meant_before_a_town_of_its_name() -> None:
    assert layer("Ships crossed the Pacific on Monday.").places[0].feature == "OCN"


def test_in_shouted_text_capitals_prove_nothing() -> None:
    text = "IN ADDITION, THE ARMY STUDIED THE PROBLEM IN DEPTH AND SENT TROOPS TO SAN SALVADOR. THE PLAN IS IN PROGRESS, SAID THE MINISTER OF THE COUNTRY."
    assert {name for name, _ in names(text)} <= {"San Salvador"}


def test_a_paper_named_after_a_town_means_that_town() -> None:
    text = "The mayor of Richmond spoke to Madison County farmers on Monday."
    home = names(text, "http://www.richmonddailynews.example/local/1.html")
    assert ("Richmond", "Kentucky") in home
    plain = layer("The mayor of Richmond spoke on Monday.").places[0]
    assert plain.admin1 == "Virginia" or plain.countries == ("GBR",)
    assert len(plain.candidates) >= 2  # runners-up are kept
    assert plain.confidence < 0.95


def test_a_great_city_is_not_taken_for_a_hamlet_of_the_outlets_state() -> None:
    found = names("Leaders met in Houston and Seattle, then in Boston.", "http://www.ohionews.example/1")
    assert found == [("Houston", "Texas"), ("Seattle", "Washington"), ("Boston", "Massachusetts")]


@pytest.mark.parametrize(
    ("url", "publisher", "expected", "country"),
    [
        ("http://www.lancasterdailyherald.example/x", None, ("lancaster",), None),
        ("https://thekansascitypost.example/x", None, ("kansas city",), None),
        ("http://news.daily-times.example", None, (), None),
        ("http://www.dailygazette.co.uk/x", None, (), "GBR"),
        (None, "The Bristol Evening Post", ("Bristol",), None),
        (None, "Northwind Wire", (), None),
        ("http://[broken", None, (), None),
        (None, None, (), None),
    ],
)
def test_an_outlets_name_and_address_tell_its_home(url: str | None, publisher: str | None, expected: tuple[str, ...], country: str | None) -> None:
    outlet = outlet_of(shared_gazetteer(), url, publisher)
    assert (outlet.names, outlet.country) == (expected, country)


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("The Ohio National Guard was called.", ["Ohio"]),
        ("Bamako said on Monday that talks would go on.", ["Bamako"]),
    ],
)
def test_names_inside_organisations_and_seats_of_government_are_kept_aside(text: str, aside: list[str]) -> None:
    places = layer(text)
    assert [p.name for _, p in places.aside] == aside
    assert not {p.name for p in places.places} & set(aside)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Houston said that he would resign. Houston has led the council since May.",
        "Doctors fear that Ebola will spread. West Nile virus is rare.",
        "The Paris Times reported the strike.",
        "SMITH: Good morning. JONES: Good morning. SMITH: Let us begin.",
        "In the North, many stayed at home.",
        "European leaders and Saudi officials met.",
    ],
)
def test_what_is_no_place_is_none(text: str) -> None:
    assert names(text) == []


def test_a_name_that_is_also_a_word_needs_a_preposition_of_place() -> None:
    assert names("Mobile phones were banned. Reading helps.") == []
    assert ("Reading", "England") in names("Police in Reading, England, arrested two men.")


def test_tables_of_cues_and_domains_name_known_countries() -> None:
    known = set(domain_countries().values()) | {cue.country for cue in country_cues()}
    assert all(shared_gazetteer().country(code) is not None for code in known)
    assert domain_countries()["uk"] == "GBR"
    assert "io" not in domain_countries()


def test_large_subdivisions_lie_in_their_middle() -> None:
    ontario = next(e for e in shared_gazetteer().lookup("Ontario") if e.kind == "admin1")
    assert ontario.lat is not None
    assert ontario.lat > 48  # its towns huddle at 44
    assert ontario.name == "Ontario"
    assert next(e for e in shared_gazetteer().lookup("California") if e.kind == "admin1").name == "California"
    assert next(e for e in shared_gazetteer().lookup("Hebei province") if e.kind == "admin1").country == "CHN"


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Cristina Guadalupe Osanti Medina, alias \"La Flaca,\" in Lima.",
        "A man by the name of Cueto was robbed in Lima.",
    ],
)
def test_names_of_persons_are_no_towns(ungated: Coder, text: str) -> None:
    assert [p.name for p in ungated.code(text).places] == ["Lima"]


def test_a_bare_name_is_the_countrys_before_its_capitals(ungated: Coder) -> None:
    places = ungated.code("Troops in Panama guard the road to Panama City.").places
    assert [(p.name, p.precision) for p in places] == [("Panama", "country"), ("Panama City", "city")]


def test_the_metropolis_before_its_namesake(ungated: Coder) -> None:
    places = ungated.code("Women were attacked in Berlin, Potsdam, Cottbus and Frankfurt.").places
    assert places[-1].name == "Frankfurt am Main"


def test_the_border_with_a_neighbour_is_that_of_both(ungated: Coder) -> None:
    place = next(p for p in ungated.code("Drugs enter the United States along the Mexican border.").places if p.relation is not None)
    assert set(place.countries) == {"MEX", "USA"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The whole name of the province behind the comma, not the first word of it.
        ("Four people were killed in Jamundi, Valle del Cauca, on Monday.", ("Jamundí", "Valle del Cauca")),
        ("Police in Santa Maria, Rio Grande do Sul, arrested three men.", ("Santa Maria", "Rio Grande do Sul")),
        # In capitals "IN" is a preposition and no state.
        ("REBELS FIRED MISSILES IN ZACATECOLUCA, IN THE CENTER OF EL SALVADOR.", ("Zacatecoluca", "La Paz")),
        # A river before hamlets once called so; a sea whose port is named.
        ("Smugglers took the guns across the Rio Grande into Mexico.", ("Rio Grande", None)),
    ],
)
def test_names_of_several_words_and_of_rivers(text: str, expected: tuple[str, str | None]) -> None:
    assert expected in names(text), names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The former agent Ann Jordan spoke to the paper. Jordan said guns were taken to Dallas.", "Jordan"),
        ("The mails used the names of the dairy company Lima and of banks in Mexico.", "Lima"),
        ("Gangs grew in the Midwest and Southeastern states.", "Ash Sharqiyah South"),
    ],
)
def test_somebodys_name_a_firm_and_a_quarter_are_no_places(text: str, name: str) -> None:
    assert name not in [n for n, _ in names(text)]


def test_a_country_of_a_persons_name_stays_a_place_where_something_happens() -> None:
    assert ("Jordan", None) in names("Ann Jordan flew to Amman. Protests broke out in Jordan on Monday.")


def test_what_is_nearby_is_named_itself() -> None:
    assert all(p.relation is None for p in layer("Prices rose in nearby Venezuela on Monday.").places)
