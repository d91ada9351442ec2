"""Which descriptions of a report are one actor, and which are not."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity
from onrecord.model.layers import ActorLayer
from onrecord.readers import read_text


def found(coder: Coder, text: str, title: str | None = None) -> tuple[Entity, ...]:
    text = f"{title}\n\n{text}" if title else text
    return cast(ActorLayer, coder.layers(read_text(text, published="2017-03-07"), "actors").layers["actors"]).entities


def said(entity: Entity) -> set[str]:
    words = (" ".join(s.quote for s in m.spans) for m in entity.mentions)
    return {w.removeprefix("The ").removeprefix("A ").removeprefix("a ") for w in words}


def one(coder: Coder, text: str, first: str, second: str, title: str | None = None) -> bool:
    return any({first, second} <= said(e) for e in found(coder, text, title))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The Peruvian Ministry of Foreign Affairs criticised the deal. A spokesman for the Foreign Ministry said so.", "Peruvian Ministry of Foreign Affairs", "Foreign Ministry"),
        ("Rebels accused the Attorney General's Office. The firm sued the attorney general's office on Monday.", "Attorney General's Office", "the attorney general's office"),
        ("The audit accused one of its members, Peruvian lawyer Luis Heron, who denied it.", "its members", "lawyer Luis Heron"),
        ("Soldiers killed Luis Heron, an MLV (Movement for a Free Valley) leader.", "Luis Heron", "MLV (Movement for a Free Valley) leader"),
        ("The man who built the bomb, former minister Luis Heron, accused the police.", "man", "former minister Luis Heron"),
        ("Colombian rebels burned a bridge. The FARC attacked a post, and the FARC killed a guard.", "Colombian rebels", "FARC"),
        ("Peruvian rebels attacked a post. Peruvian guerrillas killed a guard on Monday.", "Peruvian rebels", "Peruvian guerrillas"),
        ("Three senators were accused of fraud. All three senators left the country.", "Three senators", "three senators"),
        ("Two policemen were injured in Lowfield. The blast injured 2 policemen and a nurse.", "Two policemen", "2 policemen"),
        ("Red Heron Airways accused the pilots. A Red Heron Airways spokesman criticised the delay. The Heron spokesman accused the crew.", "Red Heron Airways spokesman", "Heron spokesman"),
        ("Spokesmen reported that a bomb went off. The sources added that two guards were injured.", "Spokesmen", "sources"),
        ("Police arrested members of Los Zetas. The operation hit Mexico's most feared gang on Monday.", "Los Zetas", "Mexico's most feared gang"),
        ("The rebel group the FARC attacked a post.", "rebel group", "FARC"),
        ("Bishop Luis Heron criticised the army. The prelate accused the soldiers of murder.", "Bishop Luis Heron", "prelate"),
        ("The Peruvian National Police arrested two men. Police accused them of fraud.", "Peruvian National Police", "Police"),
        ("The statement accused company chairman and chief executive Luis Heron.", "company chairman", "chief executive Luis Heron"),
        ("Brazilian smuggling groups attacked guards. Soldiers fought Brazilian smuggling groups on Monday.", "Brazilian smuggling groups", "Brazilian smuggling groups"),
    ],
)
def test_one_actor(ungated: Coder, text: str, first: str, second: str) -> None:
    assert one(ungated, text, first, second), [said(e) for e in found(ungated, text)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The Saltmarsh Herald criticised a smuggling ring. Police broke up the smuggling network on Monday.", "Saltmarsh Herald", "smuggling network"),
        ("The ELN (National Liberation Army) attacked a bridge. The army killed two men.", "ELN", "army"),
        ("President Luis Heron sent troops. He had served in the Bush administration. Critics accused the administration of lying.", "Bush administration", "administration"),
        ("Smugglers sold guns. The ministers fear thieves using these networks on Monday.", "thieves", "these networks"),
        ("Luis Heron, grandson of the country's founder, accused the army.", "Luis Heron", "the country's founder"),
        ("Luis Heron accused the police. The man who built the bomb fled.", "Luis Heron", "man"),
        ("Soldiers killed 23 police on Monday. Rebels killed 40 police on Friday.", "23 police", "40 police"),
        ("Luis Heron met Idris Osanti, son of the general, in Lowfield. Soldiers killed the son of Jane Dune.", "son", "Jane Dune"),
        ("The firm Saltmarsh Works sued the bank. Critics accused the firm that he had led.", "Saltmarsh Works", "firm that he had led"),
    ],
)
def test_two_actors(ungated: Coder, text: str, first: str, second: str) -> None:
    assert not one(ungated, text, first, second), [said(e) for e in found(ungated, text)]


def test_of_two_of_one_family_the_first_is_called_by_it(ungated: Coder) -> None:
    text = "Kim Jong Un ordered a launch. Kim accused the envoys. Soldiers honoured Kim Jong Il on Monday. Kim praised them."
    by_name = {e.name: e for e in found(ungated, text)}
    assert len(by_name["Kim Jong Un"].mentions) == 3
    assert len(by_name["Kim Jong Il"].mentions) == 1


def test_a_headline_tells_of_those_whom_the_body_brings_in(ungated: Coder) -> None:
    text = "Police in Lowfield dismantled a cattle smuggling network on Monday. Officers arrested nine men."
    assert one(ungated, text, "Cattle Smuggling Ring", "cattle smuggling network", "Police Break Up Cattle Smuggling Ring")


def test_two_governments_leave_a_bare_one_open(ungated: Coder) -> None:
    text = "The Peruvian government accused the envoys. People were told to leave. The government is advising people, a paper reported. The Chilean government tracked the ship."
    bare = next(e for e in found(ungated, text) if "government" in said(e) and len(e.mentions) == 1)
    assert bare.countries == ()


def test_its_and_his_behind_and_are_those_of_the_one_before(ungated: Coder) -> None:
    by_name = {e.name: said(e) for e in found(ungated, "China accused the envoys of Norway and its friends, Japan among them.")}
    assert "its" in by_name["Norway"]
    assert "its" not in by_name["China"]
