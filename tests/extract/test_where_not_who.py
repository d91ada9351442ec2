"""Where is not who: states that only tell where, family names and papers that a town bears as well, short forms that a report explains, rows of places."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def names(record: Record) -> set[str]:
    return {entity.name for entity in record.entities}


def spots(record: Record) -> list[tuple[str, str | None]]:
    """Each place's words and the country that it lies in."""
    return [(place.spans[0].quote, place.countries[0] if place.countries else None) for place in record.places]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Chad has few roads. Police arrested two men.", "Chad"),
        ("Chad is also plagued by poaching. Police arrested two men.", "Chad"),
        ("The haul was meant for shipment to Niger and Chad. Police arrested two men.", "Chad"),
        ("Patrols grew along the strip that it shares with Chad. Police arrested two men.", "Chad"),
        ("The crate was bound for Chad. Police arrested two men.", "Chad"),
        ("She wrote a book on Chad. Police arrested two men.", "Chad"),
        ("A raid in Mongo, Chad angers herders. Police arrested two men.", "Chad"),
        ("The escalation of the Chadian war worried the bishop. Police arrested two men.", "Chadian"),
        ("The Chadian conflict killed five farmers. Police arrested two men.", "Chadian"),
        ("Crews served in the Persian Gulf War. Police arrested two men.", "Persian"),
        ("Police arrested two men in the Mexico State town of Tejupilco.", "Mexico"),
        ("Let's wait, the mayor said. Let him rest, police told the rebels.", "Lashkar-e-Taiba"),
    ],
)
def test_a_land_that_only_tells_where_is_no_actor(ungated: Coder, text: str, state: str) -> None:
    assert state not in names(ungated.code(text))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Chad bombed two villages on Monday.", "Chad"),
        ("Chad lost the war. Police arrested two men.", "Chad"),
        ("Chad has a thousand soldiers there. Police arrested two men.", "Chad"),
        ("The Chadian war on the rebels killed five farmers.", "Chadian"),
        ("The ministers of Niger held talks with Chad on Monday.", "Chad"),
    ],
)
def test_a_land_that_acts_stays(ungated: Coder, text: str, state: str) -> None:
    assert state in names(ungated.code(text))


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("Two men were shot in the market, reported Farolero. Police found a gun.", "Farolero"),
        ("La Prensa reported that police arrested two men in Tocoa.", "La Prensa"),
        ("Two men were shot on Monday, reported Peru 21. Police found a gun.", "Peru 21"),
        ("In remarks to the TV news programme Faro Claro, the minister accused the rebels.", "Faro Claro"),
        ("Police arrested two men, the website Duna Clara said.", "Duna Clara"),
    ],
)
def test_what_is_cited_as_a_paper_is_one(ungated: Coder, text: str, paper: str) -> None:
    record = ungated.code(text)
    assert [(e.kind, e.sectors) for e in record.entities if e.name == paper] == [("organisation", ("JRN",))]
    assert not [p for p in record.places if p.spans[0].quote in paper]


def test_a_paper_has_the_country_that_its_word_has(ungated: Coder) -> None:
    record = ungated.code("Two men were shot, reported El Farolito. The Honduran newspaper El Farolito said that police found a gun.")
    assert [(e.kind, e.countries, e.sectors) for e in record.entities if "Farolito" in e.name] == [("organisation", ("HND",), ("JRN",))]
    assert "Honduran" not in names(record)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Two men were shot on Monday, reported Maria Dune. Police found a gun.", "Maria Dune"),
        ("He spoke to the radio host Maria Dune, and police arrested the men.", "Maria Dune"),
        ("The social media site Clarabel let rebels accuse the police.", "Clarabel"),
    ],
)
def test_who_reports_is_not_always_a_paper(ungated: Coder, text: str, other: str) -> None:
    assert not [e for e in ungated.code(text).entities if e.name == other and e.kind == "organisation" and e.sectors == ("JRN",)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ruling concerned the groom Eustorgio Maldonado Delvas. The stables where Maldonado worked were raided by police.", "Maldonado"),
        ("REBELS KILLED A MAN WHO SERVED PABLO ESCOBAR GAVIRIA.  POLICE SHOT A COOK WHO WORKED IN ESCOBAR'S HOUSE IN THE NIGHT.", "ESCOBAR"),
    ],
)
def test_a_family_name_is_no_town(ungated: Coder, text: str, name: str) -> None:
    assert name not in [quote for quote, _ in spots(ungated.code(text))]


@pytest.mark.parametrize("text", ["Police arrested two men in Maldonado, Uruguay. Maldonado's streets were empty.", "Eustorgio Maldonado Delvas died in Maldonado, Uruguay, where rebels shot him."])
def test_a_town_with_a_family_s_name_stays(ungated: Coder, text: str) -> None:
    assert ("Maldonado", "URY") in spots(ungated.code(text))


@pytest.mark.parametrize(
    ("text", "quote", "country"),
    [
        ("Rebels struck in Morazan, Usulutan, Cabanas, La Paz and San Vicente.", "La Paz", "SLV"),
        ("Rebels struck in La Paz on Monday.", "La Paz", "BOL"),
        ("Clashes shook Santiago and San Pedro Nonualco, La Paz department, southeast of San Salvador.", "Santiago", "SLV"),
        ("Clashes were reported in Santiago and San Pedro on Monday.", "Santiago", "CHL"),
        ("The gang won a foothold in the Far East, police said.", "Far East", None),
        ("Police seized a boat in the Russian Far East.", "Russian Far East", "RUS"),
        ("Troops left the border region near Venezuela on Monday.", "near Venezuela", None),
        ("In Colombia, troops left the border region near Venezuela on Monday.", "near Venezuela", "COL"),
        ("The mill lies in the Democratic People's Republic of Korea (DPRK). Clerks fled from the DPRK, and police shot two of them.", "DPRK", "PRK"),
    ],
)
def test_where_a_name_lies(ungated: Coder, text: str, quote: str, country: str | None) -> None:
    assert (quote, country) in spots(ungated.code(text))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A paper of the Observatory of Metropolitan Safety for Kids (OMSK) blamed gunmen. The OMSK counted nine deaths.", "OMSK"),
        ("THE REBELS HIDE IN THE CHADIAN HIGH PLATEAU AREA, WHERE SOLDIERS KILLED FIVE FARMERS ON MONDAY.", "PLATEAU"),
        ("Chadian Interior and Justice Minister Juan Dune said police arrested two men.", "Chadian Interior"),
    ],
)
def test_what_is_no_place(ungated: Coder, text: str, quote: str) -> None:
    assert quote not in [words for words, _ in spots(ungated.code(text))]


def test_the_plateau_of_a_state_and_its_interior_stay_places(ungated: Coder) -> None:
    assert "Plateau State" in [quote for quote, _ in spots(ungated.code("Gunmen killed five farmers in Plateau State, Nigeria."))]
    assert [p for p in ungated.code("Gunmen killed five farmers in the Chadian interior.").places if p.relation is not None]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("THE ENVOY READ OF A CONSTANT AND LASTING AGGRESSION.  REBELS KILLED FIVE MEN.", "Constant"),
        ('Smugglers landed in a "Turbodune 2000" on Monday. Police shot two of them.', "Turbodune"),
        ("The victim, a baker with Alzheimer's and dementia, was killed by rebels.", "Alzheimer"),
        ("BOMBS WERE SENT BY PLANE TO BANDAR ABBAS AIRPORT IN IRAN, AND REBELS KILLED TWO MEN.", "Bandar Abbas"),
        ('On the Dune River","caption":"Border Guards arrested two men. Police said so.', 'River","caption":"Border Guards'),
        ("Leaders in Colombia called for a Constituent National Assembly. The president of Venezuela met rebels.", "Venezuelan Constituent Assembly"),
    ],
)
def test_nobody_s_names(ungated: Coder, text: str, gone: str) -> None:
    assert not [e.name for e in ungated.code(text).entities if gone in e.name]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("THE SAME SOURCES TOLD ACAN-EFE THAT TWO MEN WERE KILLED BY POLICE IN THE CAPITAL ON MONDAY.", "Acan-EFE"),
        ("The dispatch of ACAN-EFE named two guards whom police arrested.", "ACAN-EFE"),
        ("A new report from the*Metropolitan Observatory on Citizen Security (MOCS) echoed the claim that gunmen killed nine.", "Metropolitan Observatory on Citizen Security"),
    ],
)
def test_a_name_is_whole(ungated: Coder, text: str, whole: str) -> None:
    found = names(ungated.code(text))
    assert whole in found
    assert "EFE" not in found


def test_letters_are_the_body_that_they_stand_for(ungated: Coder) -> None:
    record = ungated.code("A report from the Coastal Observatory on Citizen Security (COCS) said gunmen killed nine people. The COCS counted twelve.")
    whole = next(e for e in record.entities if e.name == "Coastal Observatory on Citizen Security")
    assert "COCS" in [s.quote for m in whole.mentions for s in m.spans]
    assert "Coast of Chad" not in names(ungated.code("The boats left the Coast of Chad (CC) and rebels killed two men."))


def test_an_agency_alone_stays(ungated: Coder) -> None:
    assert "EFE" in names(ungated.code("The mayor told EFE that rebels killed two men."))


@pytest.mark.parametrize(
    "text",
    [
        "AN ARTICLE IN LA PRENSA CONDEMNED THE RAID. POLICE ARRESTED NINE MEN IN BUENOS AIRES.",
        "An article in La Prensa of 13 March condemned the raid. Police arrested nine men in Buenos Aires.",
    ],
)
def test_what_only_papers_are_called_is_no_town(text: str, ungated: Coder) -> None:
    assert [p.name for p in ungated.code(text).places] == ["Buenos Aires"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Police in the departments of Cauca, Norte de Santander and Antioquia arrested nine men.", ["Cauca", "Norte de Santander", "Antioquia"]),
        ("Police in Rio Grande do Sul held Carlos de Oliveira.", ["Rio Grande do Sul"]),
        ("Police arrested nine men in Colombia's Pacific region.", ["Colombia"]),
        ("The navy seized a boat in the Pacific.", ["Pacific Ocean"]),
    ],
)
def test_provinces_in_full_and_lands_called_after_seas(text: str, places: list[str], ungated: Coder) -> None:
    assert [p.name for p in ungated.code(text).places] == places


def test_a_plan_or_an_operation_is_nobody(ungated: Coder) -> None:
    record = ungated.code("Under Plan B, the gang shot nine guards. Operation Artemisa led to nine arrests, and Artemisa has killed two dockers.")
    assert not {"Plan B", "Artemisa"} & {e.name for e in record.entities}


def test_a_president_of_parliament_is_of_parliament(ungated: Coder) -> None:
    record = ungated.code("The president of the National Congress, Rodolfo Irias Navarro, condemned the raid.")
    assert [e.sectors for e in record.entities if e.name == "Rodolfo Irias Navarro"] == [("LEG",)]


def test_adjectives_of_two_sides_are_each_a_side_and_of_migrants_none(ungated: Coder) -> None:
    sides = ungated.code("The Chadian and Malian sides agreed to share water.")
    assert {c for e in sides.events for p in e.actors for x in sides.entities if x.id == p.entity for c in x.countries} == {"TCD", "MLI"}
    migrants = ungated.code("Police arrested nine Haitian, Cuban and Nigerian migrants.")
    assert not any(e.name == "Haitian" for e in migrants.entities)
