"""What looks like an actor and is none."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity
from onrecord.model.layers import ActorLayer
from onrecord.readers import read_text


def found(coder: Coder, text: str) -> tuple[Entity, ...]:
    """What the stage finds, whether or not the record keeps it."""
    return cast(ActorLayer, coder.layers(read_text(text), "actors").layers["actors"]).entities


def names(coder: Coder, text: str) -> set[str]:
    return {e.name for e in found(coder, text)}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        # Feasts and what happens.
        ("Police guarded the New Year's Eve celebrations in Lowfield.", "Eve celebrations"),
        ("Two men were held after the Harvest Market attack.", "Harvest Market attack"),
        ("Officers searched guests at the victory party.", "victory party"),
        # Sites, streets, towns and stretches of land.
        ("The crowd gathered at the Marlowe Gate.", "Marlowe Gate"),
        ("Police closed the office on Ahornstrasse.", "Ahornstrasse"),
        ("Gunmen hid in the city of Zalacuro and the Curima neighborhood.", "Zalacuro"),
        ("Gunmen hid in the Curima neighborhood.", "Curima"),
        ("Troops guard the Salinar area.", "Salinar area"),
        ("Rebels shelled the air force base.", "air force"),
        ("The victims were rushed to hospital.", "hospital"),
        ("A bomb went off at a police station.", "police station"),
        ("Officials said the group fled to the US Southwest.", "US Southwest"),
        # Credits, stage directions, the language.
        ("AFP Rescuers carried out the wounded men.", "Agence France-Presse"),
        ("The mayor spoke on Sunday. (Jane Osanti/AP via Wire)", "Jane Osanti"),
        ("The men were not speaking German when police arrested them.", "Germany"),
        ("CCTV footage showed the gunmen.", "CCTV"),
        # Disguises, denials, conditions, terms of office.
        ("The men posed as reporters when police arrested them.", "reporters"),
        ("The militia is not a legitimate authority, the minister said.", "legitimate authority"),
        ("The general said the men were brought to justice.", "justice"),
        ("No group claimed responsibility for the attack.", "group"),
        ("Rebels agreed to talks during the presidency of Idris Osanti.", "presidency"),
        # A role noun that only modifies.
        ("A bomb exploded in a tourist centre, police said.", "tourist"),
        ("Officials of 20 partner countries met.", "partner"),
        ("Police said third-party apps were used.", "third-party"),
        # Names that are words of the report.
        ("He said he had a red button. The Red Button is bigger, the president said.", "Red Button"),
        # Machines, ships, measures, figures of speech.
        ("Two Peruvian B-7 bombers attacked a camp.", "Two Peruvian B-7 bombers"),
        ("Soldiers seized the Lighthouse Osanti and questioned its crew.", "Lighthouse Osanti"),
        ("The Osanti 225 index fell after the army seized power.", "Osanti"),
        ("Police said he led an \"army\" of thieves.", "army"),
        ("The gang's movement into the south worried the police.", "gang's movement"),
        ("Police found the bodies in the Curima installations.", "Curima"),
        ("Two men were held in Ciudad Osanti, police said.", "Ciudad Osanti"),
        ("Osantism worried the police and the army.", "Osantism"),
        ("Police feared the authority wielded by thieves.", "authority"),
        ("Prison guards accused the inmates. The party was thrown by a gang.", "party"),
        ("The report was signed by the chief of Oldwell Operations at the ministry.", "Oldwell Operations"),
        ("Rebels met envoys at the Miraflores Palace.", "Miraflores"),
        ("Goods are made and sold in the European Union, the minister said.", "European Union"),
        # Hours, platforms, works.
        ("A Twitter storm broke out after police arrested the man.", "Twitter"),
        ("Police arrested three men at 11pm.", "11pm"),
        ("The minister accused the rebels on Twitter.", "Twitter"),
        ("The Panama Papers named three ministers.", "Panama Papers"),
        # What is only said of somebody, or of a part of a body.
        ("Osanti was accused of being a smuggler.", "smuggler"),
        ("Idris Osanti is known as the fixer of the port, and the teacher of Oldwell's gangs.", "fixer"),
        ("The man was tied to a chair, police said.", "chair"),
        ("The minister criticised the sanctions regime.", "regime"),
        ("The walls broke under the force of the blast, police said.", "force"),
        # Things.
        ("The Saltmarsh Star, a tanker, left the port.", "Saltmarsh Star"),
        ("Troops hid the Dune Heron 2 near the border.", "Dune Heron 2"),
        ("Attendees agreed to fund the army.", "organisation Attendees"),
    ],
)
def test_nobody(ungated: Coder, text: str, nobody: str) -> None:
    said = {" ".join(s.quote for s in m.spans) for e in found(ungated, text) for m in e.mentions} | names(ungated, text)
    assert not [words for words in said if nobody in words]


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("The ruling party accused the army.", "ruling party"),
        ("The Chadian embassy condemned the attack.", "Chadian embassy"),
        ("Police raids angered the crowd.", "Police"),
        ("The movement accused the army.", "movement"),
        ("Rebels posted the statement. The Iron Dune Front said it fired the rockets.", "Iron Dune Front"),
    ],
)
def test_somebody(ungated: Coder, text: str, somebody: str) -> None:
    assert somebody in names(ungated, text)


def test_a_capital_is_a_town_where_the_report_tells_of_the_town(ungated: Coder) -> None:
    town = "Oslo will close the square, officials said. Police in Oslo arrested two men."
    state = "Oslo rejected the Danish proposal."
    assert [e.name for e in ungated.code(town).entities if e.kind == "state"] == []
    assert [e.countries for e in ungated.code(state).entities if e.name == "Oslo"] == [("NOR",)]


def test_a_phrase_does_not_reach_over_a_comma(ungated: Coder) -> None:
    found = names(ungated, "During the last regatta, spokeswoman for the festival Anja Osanti told reporters.")
    assert not [n for n in found if "," in n]


def test_sham_reporters_are_no_press(ungated: Coder) -> None:
    entities = ungated.code("Police arrested the fake journalists.").entities
    assert [e.sectors for e in entities if "journalists" in e.name] == [()]


def test_regions_of_several_words_in_a_wire_of_capitals(ungated: Coder) -> None:
    text = "THE REBELS SAID TODAY THAT THE ARMED STRUGGLE IN THE REST OF LATIN AMERICA IS OVER, THE ARMY REPORTED."
    assert [e.name for e in ungated.code(text).entities if e.kind == "state"] == []


def test_a_thing_that_is_called_so_is_no_person(ungated: Coder) -> None:
    record = ungated.code("Airlines pay for services through an application called Marten Pay. Additionally, Marten Pay is owned by a firm in Oslo.")
    assert not any(e.kind == "person" and "Marten" in e.name for e in record.entities)
