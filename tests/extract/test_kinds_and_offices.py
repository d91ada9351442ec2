"""Kinds of persons and firms, offices that are over, whose a unit or a rank is, names that were cut, who is no civilian."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity
from onrecord.model.layers import ActorLayer
from onrecord.readers import read_text


def entity(coder: Coder, text: str, words: str, published: str | None = None) -> Entity:
    """The one entity with a mention that reads `words`, whether or not the record keeps it."""
    entities = cast(ActorLayer, coder.layers(read_text(text, published=published), "actors").layers["actors"]).entities
    found = [e for e in entities if any(words == " ".join(s.quote for s in m.spans) for m in e.mentions)]
    assert len(found) == 1, [(e.name, e.kind, [" ".join(s.quote for s in m.spans) for m in e.mentions]) for e in entities]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "former"),
    [
        # What came later or before is told by "then", by "former" of any mention, and by what became of the holder.
        ("In the letter the clerk complained about then Defence Minister Raul Brusand. Brusand fled.", "Defence Minister Raul Brusand", True),
        ("The mill was burned under then-Governor Raul Brusand.", "Governor Raul Brusand", True),
        ("Senator Raul Brusand Tovo was assassinated shortly thereafter.", "Senator Raul Brusand Tovo", True),
        ("Police said Senator Raul Brusand was killed on Monday.", "Senator Raul Brusand", True),
        ("Attorney General Raul Brusand resigned on 2 April 1987.", "Attorney General Raul Brusand", True),
        ("Governor Raul Brusand left the hall and was killed on Monday.", "Governor Raul Brusand", True),
        ("After the murder of Governor Raul Brusand the town was quiet.", "Governor Raul Brusand", True),
        ("Governor Raul Brusand was shot dead by rebels.", "Governor Raul Brusand", True),
        ("Governor Raul Brusand, ousted in May, fled the country.", "Governor Raul Brusand", True),
        ("Governor Raul Brusand stepped down on Monday.", "Governor Raul Brusand", True),
        # Whoever resigned from something else, may die, or is only said by his enemies to be dead holds it still.
        ("The crowd left. Then President Raul Brusand spoke.", "President Raul Brusand", False),
        ("Senator Raul Brusand survived when his driver was killed.", "Senator Raul Brusand", False),
        ("Rebels claimed Senator Raul Brusand was killed on Monday.", "Senator Raul Brusand", False),
        ("Governor Raul Brusand was shot by rebels.", "Governor Raul Brusand", False),
        ("Attorney General Raul Brusand will resign in May.", "Attorney General Raul Brusand", False),
        ("Attorney General Raul Brusand, who resigned as defence minister, spoke.", "Attorney General Raul Brusand", False),
        ("Attorney General Raul Brusand, who resigned from the party, spoke.", "Attorney General Raul Brusand", False),
        ("After the attempted murder of Governor Raul Brusand the town was quiet.", "Governor Raul Brusand", False),
    ],
)
def test_an_office_is_over_where_the_report_tells_so(ungated: Coder, text: str, words: str, former: bool) -> None:
    assert [o.former for o in entity(ungated, text, words).offices] == [former]


@pytest.mark.parametrize(
    ("published", "since"),
    [
        # Of two terms a day chooses; where no day is known, none is dated.
        ("1989-12-04", ["1989-02-02"]),
        ("1976-12-04", ["1974-03-12"]),
        (None, []),
    ],
)
def test_of_two_terms_the_one_of_the_day_is_current(ungated: Coder, published: str | None, since: list[str]) -> None:
    found = entity(ungated, "Venezuelan President Carlos Andres Perez spoke to the rebels.", "President Carlos Andres Perez", published)
    assert [o.since for o in found.offices if o.source == "factbook" and not o.former] == since
    assert [(o.title, o.country, o.since) for o in found.offices if o.source == "text"] == [("President", "VEN", None)]


@pytest.mark.parametrize(
    ("text", "words", "titles"),
    [
        ("Guards beat Imam Tarek Vossul on Monday.", "Imam Tarek Vossul", []),
        ("Guards beat Bishop Tomas Vossul on Monday.", "Bishop Tomas Vossul", ["Bishop"]),
        ("(NAVY COMMANDER) JUAN RAMON OBLITAS SPOKE TO THE REBELS.", "(NAVY COMMANDER) JUAN RAMON OBLITAS", ["navy commander"]),
        ("THEY MET GENERAL RAUL MOYA, AND COLONEL TADEO QUISPE, WHO WAS A FAMEX EXECUTIVE.", "COLONEL TADEO QUISPE", ["colonel"]),
        ("The rebels (as the army says) Tadeo Moya fled.", "Tadeo Moya", []),
    ],
)
def test_posts_in_brackets_and_in_capitals_are_offices_and_styles_are_none(ungated: Coder, text: str, words: str, titles: list[str]) -> None:
    assert [o.title for o in entity(ungated, text, words).offices] == titles


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        # A noun for one person, kin above all, and given names tell a person.
        ("The members of the ring include her mother, Orsa Consuelo Brusand Vega, and brother, Tovo Ramiro Brusand Salas. Police held them.", "Tovo Ramiro Brusand Salas", "person"),
        ("Guards arrested the Frenchman Romick Brusand on Monday.", "Romick Brusand", "person"),
        ("Police questioned Carlos Tovande. Carlos Tovande sued the ministry. Carlos Tovande fled. The mayor accused Carlos Tovande.", "Carlos Tovande", "person"),
        ("The mayor met activist group Dune Tovo Brusk.", "Dune Tovo Brusk", "organisation"),
        ("The Banco Pedro Lopez sued the police.", "Banco Pedro Lopez", "organisation"),
        ("The director of the Tovo Justice Institute sued the mayor.", "Tovo Justice Institute", "organisation"),
        # What only firms have, and officials behind a name that is nobody's, tell a body.
        ("Guards met Velasquo officials. Lawyers said Velasquo sued the police. Soldiers beat Velasquo.", "Velasquo", "organisation"),
        ("Soldiers said so. The shareholders of Rosvelt sued the police. Rosvelt accused the army.", "Rosvelt", "organisation"),
        ("Soldiers said so. The cousins of Rosvelt sued the police. Rosvelt accused the army.", "Rosvelt", "unknown"),
        ("Farrow, a miner, sued the police. Jane Farrow left the ministry.", "Farrow", "person"),
        # A noun for somebody behind a state's adjective is no name of a body.
        ("GUARDS KILLED THE PERUVIAN MULTIMILLIONAIRE ON MONDAY.", "PERUVIAN MULTIMILLIONAIRE", "person"),
        # Whoever leads a gang holds no office; a mayor does, whatever else he is.
        ("Police arrested a gang of thieves. The ring's leader, an evangelical pastor, was shot.", "evangelical pastor", "person"),
        ("The gang's leader was shot.", "The gang's leader", "person"),
        ("The mayor, a member of the gang, was shot.", "mayor", "office"),
    ],
)  # fmt: skip
def test_kinds_of_persons_and_firms(ungated: Coder, text: str, words: str, kind: str) -> None:
    assert entity(ungated, text, words).kind == kind


@pytest.mark.parametrize(
    ("text", "words", "name", "kind", "sectors"),
    [
        ("The FARC's 14th Front attacked the town of Guapi.", "14th Front", "14th Front", "armed_group", ("REB",)),
        ("Soldiers caught the commander of the FARC's 14th Front.", "commander", "commander", "person", ("REB",)),
        ("The ELN's Eastern Dune Front seized the road.", "Eastern Dune Front", "Eastern Dune Front", "armed_group", ("REB",)),
        ("The army's 5th Brigade seized the road.", "5th Brigade", "5th Brigade", "organisation", ("MIL",)),
        ("Police captured a lieutenant colonel from the national police.", "lieutenant colonel", "lieutenant colonel", "person", ("COP",)),
        ("Gunmen killed a sergeant of the Chadian National Police.", "sergeant", "sergeant", "person", ("COP",)),
        ("Gunmen killed a colonel in the army.", "colonel", "colonel", "person", ("MIL",)),
        ("The police shut the security forces Computer Crimes Division. The Computer Crimes Division sued.", "Computer Crimes Division", "Computer Crimes Division", "organisation", ()),
        ("Gangs fought the El Zorro mega-gang.", "El Zorro mega-gang", "El Zorro mega-gang", "criminal_group", ("CRM",)),
        ("Police beat grass roots movements.", "grass roots movements", "grass roots movements", "organisation", ("SOC",)),
    ],
)  # fmt: skip
def test_units_and_ranks_are_of_the_body_that_they_belong_to(ungated: Coder, text: str, words: str, name: str, kind: str, sectors: tuple[str, ...]) -> None:
    found = entity(ungated, text, words)
    assert (found.name, found.kind, found.sectors) == (name, kind, sectors)


@pytest.mark.parametrize(
    ("text", "words", "sectors"),
    [
        ("Several expatriates from Canada have been arrested and convicted of fraud.", "Several expatriates", ()),
        ("Several expatriates from Canada have been arrested.", "Several expatriates", ("CVL",)),
        ("Police arrested a network of Canadian citizens that ran a lottery scam.", "network", ()),
        ("The convictions of the two men were upheld, and police arrested them.", "two men", ()),
        ("Two women entered the shop and were killed.", "Two women", ("CVL",)),
        ("Two women entered the shop and killed the owner.", "Two women", ()),
    ],
)
def test_whoever_is_convicted_is_no_civilian_by_a_plain_word(ungated: Coder, text: str, words: str, sectors: tuple[str, ...]) -> None:
    assert entity(ungated, text, words).sectors == sectors


@pytest.mark.parametrize(
    ("text", "words", "name", "countries"),
    [
        ("Honduran police arrested Nicaraguan national and alleged Zetas associate Pedro Antonio Moya last August.", "associate Pedro Antonio Moya", "Pedro Antonio Moya", ("NIC",)),
        ("Police arrested a Nicaraguan national and shot Zetas associate Pedro Moya.", "associate Pedro Moya", "Pedro Moya", ("MEX",)),
        ("In May 2015, Peter Marsh became the first Jamaican citizen to be freed by the rebels.", "first Jamaican citizen", "Peter Marsh", ("JAM",)),
        ("Guards beat Peter Marsh. He could become the first Jamaican citizen to be freed by the rebels.", "Peter Marsh", "Peter Marsh", ()),
        ("The Family Help Group (GAM) has found graves in Guatemala. Guatemala's army denied it. Guatemala is calm. GAM President Rosa de Moya left.", "President Rosa de Moya", "Rosa de Moya", ()),
    ],
)  # fmt: skip
def test_nationality_and_letters_that_the_report_spells(ungated: Coder, text: str, words: str, name: str, countries: tuple[str, ...]) -> None:
    found = entity(ungated, text, words)
    assert (found.name, found.countries) == (name, countries)
