"""Roles told over rows of names, by verbs and before names; first peoples; presidents of what is no state; offices over by the years told."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity


def one(record_entities: tuple[Entity, ...], name: str) -> Entity:
    return next(e for e in record_entities if e.name == name)


@pytest.mark.parametrize(
    ("text", "name", "sectors"),
    [
        # Before the name, as whom a verb makes somebody, in an apposition with a clause.
        ("Police arrested Zeta lieutenant Ramon Ibarra Solis in the port.", "Ramon Ibarra Solis", ("CRM",)),
        ("The governor fears Ivan Duran, who leads the Dune gang.", "Ivan Duran", ("CRM",)),
        ("Police arrested his brother Pablo Duran, who leads the Dune gang.", "Pablo Duran", ("CRM",)),
        ("Ivan Duran heads the gang that shot the mayor.", "Ivan Duran", ("CRM",)),
        ("The gang, led by Ivan Duran and Oscar Lemus, shot the mayor.", "Oscar Lemus", ("CRM",)),
        ("Prosecutors charged Victor Lemus, accused of leading a kidnapping gang.", "Victor Lemus", ("CRM",)),
        ("Oscar Prado and Juan Rios, who lead the Dune gang, attacked the police.", "Oscar Prado", ("CRM",)),
        ("Soldiers killed a gunman of the cartel, Victor Lemus.", "Victor Lemus", ("CRM",)),
        ("The second in command of the rebels, Julio Mendez, was killed by soldiers.", "Julio Mendez", ("REB",)),
        ("Gunmen shot Ana Rincon, who was running for mayor of the town.", "Ana Rincon", ("PTY",)),
        ("Luis Arrieta, elected chairman of the conference, met the minister.", "Luis Arrieta", ()),
        # Rows of names.
        ("The candidates, Luis Perea, Jaime Nogales and Pedro Salinas, accused the minister.", "Pedro Salinas", ("PTY",)),
        ("Members of the party's leadership, such as Luis Perea and Jaime Nogales, met the minister.", "Jaime Nogales", ("PTY",)),
        ("Parliamentarians Luis Perea and Jaime Nogales accused the army.", "Jaime Nogales", ("LEG",)),
        ("Deputies Luis Perea, Jaime Nogales and Pedro Salinas accused the army.", "Pedro Salinas", ("LEG",)),
        ("Among the guerrillas who surrendered to the army are Julio Ramos and Pedro Salinas.", "Pedro Salinas", ("REB",)),
        ("Police shot Victor Lemus and Oscar Prado, two members of the gang.", "Victor Lemus", ("CRM",)),
        ("Police arrested Oscar Prado and Juan Rios, both members of the Coastal Party.", "Oscar Prado", ("PTY",)),
        ("Police arrested traffickers including Victor Lemus and Oscar Prado.", "Victor Lemus", ("CRM",)),
        ("The rebels' chief negotiator, Julio Ramos, accused the minister.", "Julio Ramos", ("REB",)),
        ("Rebel negotiators Oscar Prado and Juan Rios met the minister.", "Juan Rios", ("REB",)),
    ],
)
def test_whoever_plays_a_part_is_no_private_person(text: str, name: str, sectors: tuple[str, ...], ungated: Coder) -> None:
    told = one(ungated.code(text).entities, name)
    assert (told.kind, told.sectors, told.private) == ("person", sectors, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maria Lopez leads a choir. Gunmen shot Maria Lopez on Monday.", "Maria Lopez"),
        ("Victor Lemus denied leading the gang and accused the police of torture.", "Victor Lemus"),
        ("Police questioned relatives of the rebels, such as Ana Rincon and Pedro Salinas.", "Ana Rincon"),
        ("Police arrested several people, including Victor Lemus and Oscar Prado.", "Oscar Prado"),
        ("The gang killed two students, Victor Lemus and Oscar Prado.", "Oscar Prado"),
        ("The gang killed Maria Lopez, Ana Rincon and Pedro Salinas.", "Pedro Salinas"),
        ("Police arrested Oscar Prado and Juan Rios, three days after the attack.", "Oscar Prado"),
    ],
)
def test_whoever_plays_none_is(text: str, name: str, ungated: Coder) -> None:
    assert one(ungated.code(text).entities, name).private


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("Settlers drove the Motaro Indians from the jungle of Colombia.", "Motaro Indians", ("COL",)),
        ("Gunmen killed three Mapuche Indians in southern Chile.", "Mapuche Indians", ("CHL",)),
        ("Miskito Indians fled to Honduras.", "Miskito Indians", ("NIC",)),
        ("Peasants and Indians blocked roads in Guatemala.", "Indians", ("GTM",)),
        ("Indian leaders in Ecuador called a strike.", "Indian leaders", ("ECU",)),
        ("Quechua-speaking Indians accused the Peruvian army of a massacre.", "Indians", ("PER",)),
        # India's
        ("Indians protested against the minister in Mumbai.", "Indians", ("IND",)),
        ("Brazil deported six Indians who had overstayed their visas.", "six Indians", ("IND",)),
        ("Indian officials met the president of Brazil.", "Indian officials", ("IND",)),
        ("Muslim Indians attacked the minister.", "Indians", ("IND",)),
        ("Young Indians protested against the minister in Mumbai.", "Indians", ("IND",)),
    ],
)
def test_first_peoples_are_not_of_india(text: str, name: str, countries: tuple[str, ...], ungated: Coder) -> None:
    assert one(ungated.code(text).entities, name).countries == countries


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A report by the Inter-American Dialogue accused the police.", "Inter-American Dialogue"),
        ("The Trans-Coastal Forum accused the minister of fraud.", "Trans-Coastal Forum"),
        ("Chile Supreme Court Ruling Frees Generals\n\nThe Supreme Court of Chile freed two generals.", "Supreme Court"),
        ("High Court Decision Frees Editor\n\nThe High Court freed an editor on Monday.", "High Court"),
        ("However,*the United Nations accused the rebels.", "United Nations"),
        ("The Bureau of Decision Sciences accused the minister.", "Bureau of Decision Sciences"),
    ],
)
def test_names_are_whole_and_end_where_they_end(text: str, name: str, ungated: Coder) -> None:
    assert name in [e.name for e in ungated.code(text).entities]


def test_a_road_between_two_towns_is_nobody(ungated: Coder) -> None:
    assert [e.name for e in ungated.code("Gunmen attacked a bus on the San Salvador-Santa Tecla highway.").entities] == ["Gunmen"]


@pytest.mark.parametrize(
    ("text", "sectors", "offices"),
    [
        ("Ecopetrol (Colombian Oil Enterprise) president Andres Roldan accused the rebels.", ("BUS",), []),
        ("Petrosur president Andres Roldan accused the rebels.", (), []),
        ("Saltmarsh club president Andres Roldan accused the rebels.", (), []),
        ("Chamber of Commerce president Andres Roldan accused the rebels.", ("BUS",), []),
        ("Pilots Association president Andres Roldan accused the rebels.", ("SOC",), []),
        # a state's
        ("Peruvian president Andres Roldan accused the rebels.", ("GOV",), [("president", "PER")]),
        ("Central Bank president Andres Roldan accused the rebels.", ("GOV",), [("president", None)]),
        ("Supreme Court president Andres Roldan accused the rebels.", ("JUD",), [("president", None)]),
        ("The rebels attacked Petrosur. President Andres Roldan condemned the attack.", ("GOV",), [("President", None)]),
    ],
)
def test_whoever_heads_a_firm_heads_no_state(text: str, sectors: tuple[str, ...], offices: list[tuple[str, str | None]], ungated: Coder) -> None:
    told = one(ungated.code(text).entities, "Andres Roldan")
    assert (told.sectors, [(o.title, o.country) for o in told.offices]) == (sectors, offices)


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Officials under President Ronald Reagan armed the rebels. In 2012 the rebels attacked a town.", True),
        ("Since President Ronald Reagan met the rebels, much has changed. In 2013 police arrested a rebel.", True),
        ("President Ronald Reagan met the rebels. They attacked a town in 1985.", False),
        ("President Ronald Reagan met the rebels. The base will be closed in 2030.", False),
    ],
)
def test_an_office_is_over_where_later_years_are_told(text: str, former: bool, ungated: Coder) -> None:
    assert [o.former for o in one(ungated.code(text).entities, "Ronald Reagan").offices] == [former]


@pytest.mark.parametrize(
    ("text", "name", "kind", "sectors"),
    [
        ("An anonymous law enforcement authority accused the gang.", "anonymous law enforcement authority", "person", ("COP",)),
        ("The FMLN delegation met the minister.", "FMLN delegation", "armed_group", ("REB",)),
        ("Current and former police attacked the mayor.", "former police", "person", ("COP",)),
        ("Colombian networks control the market for cocaine and attacked the police.", "Colombian networks", "criminal_group", ("CRM",)),
        ("A kidnapping network threatened the mayor.", "kidnapping network", "criminal_group", ("CRM",)),
        # as the nouns say
        ("The government delegation met the rebels.", "government delegation", "institution", ("GOV",)),
        ("Television networks showed the cocaine and accused the minister.", "Television networks", "organisation", ("JRN",)),
        ("The Saltmarsh Port Authority accused the gang.", "Saltmarsh Port Authority", "institution", ("GOV",)),
    ],
)
def test_kinds_follow_the_words_around_the_noun(text: str, name: str, kind: str, sectors: tuple[str, ...], ungated: Coder) -> None:
    told = one(ungated.code(text).entities, name)
    assert (told.kind, told.sectors) == (kind, sectors)


def test_a_roll_of_policemen_behind_a_colon(ungated: Coder) -> None:
    record = ungated.code("The following policemen were killed: Sergeant Luis Heron, Corporal Pedro Dune and Agent Carlos Marsh. Corporal Ana Tarn of the army was hurt.")
    sectors = {e.name.split()[-1]: e.sectors for e in record.entities if e.kind == "person"}
    assert {sectors["Heron"], sectors["Dune"], sectors["Marsh"]} == {("COP",)}
    assert sectors["Tarn"] == ("MIL",)
