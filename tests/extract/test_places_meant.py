"""Places: which of a town, the province, the territory, the quarter, the gang and the firm of one name is meant."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.gazetteer import shared_gazetteer, territory_of


def meant(coder: Coder, text: str) -> list[tuple[str, str]]:
    """Words and precision of the places in text order, relations left out."""
    return [(p.spans[0].words, p.precision) for p in coder.code(text).places if p.relation is None]


AROUND = "Shells also fell on Rafah, Khan Younis and Jabalia, the army said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The war in Gaza went on on Monday. {AROUND} Families fled Gaza.", "region"),
        (f"Strikes hit Gaza City on Monday. {AROUND}", "city"),
        (f"Strikes hit the city of Gaza on Monday. {AROUND}", "city"),
        (f"Strikes hit downtown Gaza on Monday. {AROUND}", "city"),
        ("Gunmen attacked a bus in Gaza province in Mozambique on Monday, police in Maputo said.", "admin1"),
        ("Soldiers shot a man in Zanzibar on Monday, the Tanzanian police said. Boats from Dar es Salaam came.", "region"),
        ("Soldiers shot a man in Quebec on Monday.", "admin1"),
        ("Soldiers shot a man in Quebec City on Monday.", "city"),
        ("Settlers attacked villages in Samaria on Monday, the army said.", "region"),
    ],
)
def test_a_territory_before_the_town_of_its_name(ungated: Coder, text: str, expected: str) -> None:
    assert meant(ungated, text)[0][1] == expected


def test_territories_are_known_and_other_names_none() -> None:
    assert territory_of("GAZA") == ("region", "PSE")
    assert territory_of("Goma") is None
    for name in ("Gaza", "Zanzibar", "Quebec", "Leyte"):
        assert any((e.kind, e.country) == territory_of(name) for e in shared_gazetteer().lookup(name)), name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A capital has a north of its own, and is no department.
        ("Rebels attacked a bank in southern San Salvador. A helicopter flew over San Salvador. Shots were heard in Soyapango.", "city"),
        ("The department of San Salvador was shelled by rebels on Monday.", "admin1"),
        ("Rebels attacked San Salvador department on Monday.", "admin1"),
        ("Rebels attacked a San Salvador department store on Monday.", "city"),
        ("Three men were shot in northern Panama on Monday.", "country"),
        # The larger town that bears its province's name, and the one of a district.
        ("Police shot protesters in Valparaíso on Monday, Chilean police said.", "city"),
        ("Police shot protesters in Valparaíso region on Monday, Chilean police said.", "admin1"),
        ("Three men were shot in Mosul on Monday.", "city"),
        ("Three men were shot in Mosul district on Monday.", "admin2"),
        ("Three men were shot in Donetsk oblast on Monday.", "admin1"),
        # Where states go by their bare names, a small part in the town is not enough.
        ("Three men were shot in Guanajuato on Monday, the Mexican army said. The men were from Celaya.", "admin1"),
        ("Three men were shot in Oyo on Monday, Nigerian police said.", "admin1"),
        ("Three men were shot in Washington state on Monday.", "admin1"),
        # In a row with a province that is nothing else it is one; with a town's it is none.
        ("Rebels fought in Helmand and Kandahar on Monday.", "admin1"),
        ("Rebels fought in Kabul and Kandahar on Monday.", "city"),
        ("Police shot protesters in Washington, Oregon and Idaho on Monday.", "admin1"),
    ],
)
def test_a_capital_and_a_seat_before_the_province_of_their_name(ungated: Coder, text: str, expected: str) -> None:
    assert meant(ungated, text)[0][1] == expected


def test_provinces_with_far_islands_lie_on_land() -> None:
    for name, country, west, east in (("Valparaíso", "CHL", -72, -70), ("Kurgan Oblast", "RUS", 61, 69), ("Bamako", "MLI", -9, -7)):
        area = next(e for e in shared_gazetteer().lookup(name) if e.kind == "admin1" and e.country == country)
        assert west < (area.lon or 0.0) < east, name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen shot three guards in the Escalon neighborhood of San Salvador on Monday.", "Escalon"),
        ("GUNMEN SHOT THREE GUARDS IN THE ESCALON NEIGHBORHOOD OF SAN SALVADOR ON MONDAY.", "ESCALON"),
        ("Gunmen shot three guards in the poor neighborhood of Escalon on Monday, Salvadoran police said.", "Escalon"),
        ("Gunmen shot three guards in the Costa Rica neighborhood on Monday, police in Honduras said.", "Costa Rica"),
        ("Gunmen shot three guards in colonia Guatemala on Monday, police in Honduras said.", "Guatemala"),
        ("Gunmen shot three guards in the San Ramon area of the capital of El Salvador on Monday.", "San Ramon"),
        ("Gunmen shot three guards in the San Ramon area, located in the north of San Salvador, on Monday.", "San Ramon"),
        ("Salvadoran soldiers shot ten men in El Salvador. The army of El Salvador said Salvadoran rebels shelled San Ramon.", "San Ramon"),
    ],
)
def test_a_quarter_is_no_town_or_country_abroad(ungated: Coder, text: str, name: str) -> None:
    assert (name, "unknown") in meant(ungated, text) or name not in [words for words, _ in meant(ungated, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot three guards in the Los Angeles area on Monday.", ("Los Angeles", "city")),
        ("Gunmen shot three guards in the Goma area of Congo on Monday.", ("Goma", "city")),
        ("Gunmen shot three guards in the Paris suburb of Saint-Denis on Monday.", ("Saint-Denis", "city")),
        ("Gunmen shot three guards in the Kibera slum of Nairobi on Monday.", ("Kibera", "region")),
        ("Gunmen shot three guards in the Dune neighborhood of San Salvador on Monday.", ("San Salvador", "city")),
        ("Iran said Iranian envoys went to Lausanne. Iran and Iranian diplomats said talks in Lausanne went on. The army of Iran shot a man.", ("Lausanne", "city")),
    ],
)
def test_what_is_no_quarter_stays_where_it_is(ungated: Coder, text: str, expected: tuple[str, str]) -> None:
    assert expected in meant(ungated, text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Police said the Sinaloa Cartel had split. A Sinaloa enforcer was shot. Other Sinaloa bosses fled. Sinaloa drug traffickers were held.", 0),
        ("Police said the Medellín Cartel had split. The last Medellin capo was shot.", 0),
        # Officials, residents and the ground are the province's.
        ("Police said the Sinaloa Cartel had split. Sinaloa officials were shot in Sinaloa.", 2),
        ("Police said the Tijuana Cartel had split. Tijuana residents were shot in Tijuana.", 2),
        # Nobody speaks of a cartel.
        ("Farmers marched in Sinaloa. A Sinaloa leader was shot.", 2),
    ],
)
def test_a_gang_called_after_a_place(ungated: Coder, text: str, count: int) -> None:
    assert len(meant(ungated, text)) == count


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Port Grows as Trade Hub for Stolen Fuel\n\nThe harbour is a transit hub for stolen fuel, police in Ghana said. Gunmen shot two guards there.", ["Ghana"]),
        ("Army Shells Rebels in Hub on Monday\n\nThe Pakistani army shelled rebels in Hub on Monday. The town is a transit hub.", ["Hub", "Hub"]),
        ("Reading Man Shot by Gunmen on Monday\n\nGunmen shot a man on Monday, police in Reading, Pennsylvania, said. He was reading a paper.", ["Reading", "Reading", "Pennsylvania"]),
        ("Mobile Shooting Leaves Two Dead\n\nGunmen shot two men in Mobile, Alabama, on Monday. They had a mobile phone.", ["Mobile", "Mobile", "Alabama"]),
    ],
)
def test_a_headlines_common_word_is_no_town(ungated: Coder, text: str, names: list[str]) -> None:
    assert [words for words, _ in meant(ungated, text) if not words.startswith("Port")] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prosecutors charged the companies Clearmond and Kalvi Metals (KM). Gunmen shot a guard in Peru. Threats came from Kalvi.", ["Peru"]),
        ("Prosecutors charged the mining company Escalon. Gunmen shot at guards of Escalon in Peru.", ["Peru"]),
        # A town of that name where something is; a company without one.
        ("Prosecutors charged the mining company Escalon. Police in Escalon shot two men.", ["Escalon"]),
        ("Workers of the company marched in Toledo. Spanish police shot a man in Toledo.", ["Toledo", "Toledo"]),
    ],
)
def test_what_the_report_calls_a_firm_is_no_place(ungated: Coder, text: str, names: list[str]) -> None:
    assert [words for words, _ in meant(ungated, text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The town of Goma fell to rebels on Monday.", ["Goma"]),
        ("The city of Goma was calm, residents said.", ["Goma"]),
        ("The report named John Goma, an officer. Gunmen shot ten men in the town of Goma.", ["Goma"]),
        ("Gunmen attacked the village of Mara al-Hatab on Monday.", ["Mara al-Hatab"]),
        ("Gunmen attacked the village of Lume de la Sierra on Monday.", ["Lume de la Sierra"]),
        ("Gunmen shot ten men in the town of Varna Heights on Monday.", ["Varna Heights"]),
        ("Gunmen attacked a bank in the city of Aleppo Monday.", ["Aleppo"]),
        ("Gunmen shot ten men in the town of Hope on Monday.", ["Hope"]),
        ("GUNMEN ATTACKED THE TOWN OF SAN VICENTE ON MONDAY.", ["SAN VICENTE"]),
        # Who lives there, a saying, and a person.
        ("Gunmen attacked a town of Christians on Monday.", []),
        ("Gunmen attacked the city of God on Monday.", []),
        ("Gunmen attacked the town of Mr Varn on Monday.", []),
    ],
)
def test_what_is_called_a_settlement_is_one(ungated: Coder, text: str, names: list[str]) -> None:
    assert [words for words, _ in meant(ungated, text)] == names


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A drone hit a ship off Lebanon's Tripoli on Thursday.", "Tripoli", "LBN"),
        ("Lebanon blamed a neighbour for the strike. The ship was towed to Tripoli on Thursday. It had come to Lebanon in March.", "Tripoli", "LBN"),
        ("The Libyan army said a ship was towed to Tripoli on Thursday. Lebanon condemned it. Lebanon has said so twice.", "Tripoli", "LBY"),
        ("The four were stopped on the road between Komo and Tari in Hela province of Papua New Guinea.", "Komo", None),
        ("Police in Italy said that a man was shot in Komo on Monday.", "Como", "ITA"),
    ],
)
def test_a_town_lies_in_a_land_that_the_report_tells_of(ungated: Coder, text: str, name: str, country: str | None) -> None:
    place = next(p for p in ungated.code(text, published="2026-03-12").places if p.name == name)
    assert place.countries == ((country,) if country else ())
