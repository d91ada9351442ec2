"""One actor told of in several words, and several actors told of in words that look alike: short reports of our own, each class with its neighbours."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity
from onrecord.model.record import Record


def code(text: str) -> Record:
    return Coder().code(text, published="2026-03-18")


def mentioned(record: Record, words: str) -> Entity | None:
    """The actor of the last mention that ends in these words."""
    found = [(m.spans[0].start, e) for e in record.entities for m in e.mentions if " ".join(m.spans[-1].quote.split()).lower().endswith(words.lower())]
    return max(found, key=lambda f: f[0])[1] if found else None


def parties(record: Record, kind: str) -> tuple[set[str], set[str]]:
    names = {e.id: e.name for e in record.entities}
    event = [e for e in record.events if e.type == kind][-1]
    return {names[p.entity] for p in event.actors}, {names[p.entity] for p in event.recipients}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("President Salva Deng met Vice President Riek Tut. The vice president left. The president dismissed the army chief.", "president", "Salva Deng"),
        ("Iraqi militia Kataib Hezbollah fired drones at a base. Lebanon's Hezbollah denied a role.", "Hezbollah", "Hezbollah"),
        ("President Emile Marchand sacked Prime Minister Luc Barre. The prime minister had lost a vote. The prime minister accused him of spite.", "prime minister", "Luc Barre"),
        ("President Ana Sol took office. The new president sacked the army chief.", "new president", "Ana Sol"),
        ("Chinese Deputy Chief of Mission Gao Renwei accused Japan of lying.", "Gao Renwei", "Gao Renwei"),
        ("Former chief executive of Equifund Richard Smith accused the police of theft.", "Richard Smith", "Richard Smith"),
        ("Speaker of the House of Representatives Mike Jones rejected the bill.", "Mike Jones", "Mike Jones"),
        ("Ravel Mining closed its pit at Kora. The company accused the union of sabotage.", "company", "Ravel Mining"),
        ("Coral Watch accused Ravel Mining of poisoning a river. The company denied the charge.", "company", "Ravel Mining"),
        ("Ex-minister jailed for graft\nA Malawi court sentenced former energy minister Newton Banda to six years. The court said the ex-minister had taken bribes.", "ex-minister", "Newton Banda"),
        ("Turkish journalist held over post\nIstanbul police detained journalist Elif Kara on Friday. Kara wrote about a minister.", "Turkish journalist", "Elif Kara"),
        ("Oil firm sues Nigeria\nDelta Petroleum sued Nigeria over a licence. The company wants money.", "Oil firm", "Delta Petroleum"),
        ("Opposition leader flees Belarus\nSvetlana Tikhan fled Belarus on Tuesday. Tikhan ran for president in August.", "Opposition leader", "Svetlana Tikhan"),
        ("The governor accused the senator of corruption. She denied it.", "She", "senator"),
        ("The EU urged Serbia to recognise Kosovo. It rejected the demand.", "It", "Serbia"),
        ("Sara Paz accused Omar Bey of theft. She denied lying.", "She", "Sara Paz"),
        ("Amnesty criticised the Mexican government for its inaction on murders.", "its", "Mexican government"),
        ("M23 troops seized Goma. M23 denied killing civilians.", "M23 troops", "M23"),
        ("Peruvian President Dina Flores declared an emergency. Flores sent troops to Puno.", "Flores", "Dina Flores"),
        ("Ahmed al-Sharaa met Turkish officials in Damascus. Sharaa accused Israel of raids.", "Sharaa", "Ahmed al-Sharaa"),
        ("Governor Hope Uzo met elders. The Imo governor deployed troops.", "Imo governor", "Hope Uzo"),
        ("President Ruth Sall met the general. The head of state ordered a raid.", "head of state", "Ruth Sall"),
        ("Secretary of State Anna Bell visited Cairo. The secretary of state urged Egypt to open the crossing.", "secretary of state", "Anna Bell"),
        ("The European Union imposed sanctions on Iran. Brussels accused Tehran of lying.", "Brussels", "European Union"),
        ("Police arrested Olga Sytko, the wife of jailed activist Pavel Sytko, in Minsk. Her husband was jailed in 2021.", "Her husband", "Pavel Sytko"),
        ("Sudan's RSF leader, Mohamed Dagalo, left. Dagalo, known as Hemedti, promised a truce. Hemedti accused the army of lying.", "Hemedti", "Mohamed Dagalo"),
        ("Jimmy Cherizer threatened war. Cherizer, alias Barbecue, leads a gang. Barbecue demanded the minister's resignation.", "Barbecue", "Jimmy Cherizer"),
        ("Thai army chief Prayut Chan seized power. General Prayut accused the party of graft.", "General Prayut", "Prayut Chan"),
        ("A spokesman for the Houthis, Yahya Saree, threatened Israel.", "spokesman", "Yahya Saree"),
        ("The African Union suspended Gabon. The continental body condemned the coup.", "continental body", "African Union"),
        ("Police arrested Ali Bah over the murder. The suspect attacked an officer.", "suspect", "Ali Bah"),
        ("Her newspaper, Sabah Yolu, denounced the arrest.", "Her newspaper", "Sabah Yolu"),
        ("Authorities in Peru have arrested an Italian accused of smuggling. Pasquale Bifulco was arrested in Lima on Friday. He was jailed.", "Italian", "Pasquale Bifulco"),
    ],
)
def test_one_actor(text: str, words: str, name: str) -> None:
    found = mentioned(code(text), words)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        ("Vice President Riek Tut visited the front. The president sacked two ministers.", "president", "Riek Tut"),
        ("Riek Tut, the vice president, visited the front. The president sacked two ministers.", "president", "Riek Tut"),
        ("President Emile Marchand sacked Prime Minister Luc Barre. Marchand named Anne Roy as premier. The new prime minister promised reforms.", "new prime minister", "Luc Barre"),
        ("Pakistani Prime Minister Shah Khan accused India of a strike. New Delhi summoned the Pakistani envoy.", "Pakistani envoy", "Shah Khan"),
        ("Mayor Karin Lund met Mayor Jon Berg. The Oslo mayor sued the police.", "Oslo mayor", "Karin Lund"),
        ("Lagos Governor Babajide Cole accused the Kano governor of theft.", "Kano governor", "Babajide Cole"),
        ("Coral Watch accused Orrin Bellamy of poisoning a river. The company denied the charge.", "company", "Coral Watch"),
        ("General killed in blast\nGeneral Ali Rizk told reporters that General Omar Bah was killed in a blast.", "General", "Ali Rizk"),
        ("Journalist beaten by police\nPolice in Harare beat a reporter on Monday. Editor Tom Moyo accused the police of lying.", "Journalist", "Tom Moyo"),
        ("The PKK urged Ankara to free its leader.", "its", "Ankara"),
        ("Opposition leader Lee Jae was stabbed in Busan. The attacker was arrested.", "attacker", "Lee Jae"),
        ("A lawyer for the victim, Ana Rey, accused police of lying.", "victim", "Ana Rey"),
        ("The rebel group, the Free Dune Army, attacked a post. The army accused the group of using children.", "army", "Free Dune Army"),
    ],
)
def test_not_this_one(text: str, words: str, other: str) -> None:
    found = mentioned(code(text), words)
    assert found is None or found.name != other


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Fifteen countries condemned the coup.", "ACCUSE", {"Fifteen countries"}, set()),
        ("Several African states recalled their ambassadors from Israel.", "SANCTION", {"Several African states"}, {"Israel"}),
        ("Rwanda accused Western countries of bias.", "ACCUSE", {"Rwanda"}, {"Western countries"}),
        ("Several states sued the administration.", "ACCUSE", set(), {"administration"}),
        ("India and Pakistan signed a trade deal. The two countries have fought three wars.", "ASSAULT", {"India", "Pakistan"}, set()),
        ("President Jose Rey met President Ana Sol in Quito. The two presidents signed a deal.", "SUPPORT", {"Jose Rey", "Ana Sol"}, set()),
        ("Two men stabbed a priest in Lyon. The two men were arrested.", "COERCE", set(), {"Two men"}),
        ("Police arrested Ali Bah. The two officers beat him.", "ASSAULT", {"two officers"}, {"Ali Bah"}),
        ("Orban accused Kyiv of blackmail.", "ACCUSE", {"Orban"}, {"Kyiv"}),
        ("Marco Lima was arrested. Police accused Lima of theft.", "ACCUSE", {"Police"}, {"Marco Lima"}),
        ("The president met the governor, the mayor, and the police chief.", "CONSULT", {"president", "governor", "mayor", "police chief"}, set()),
        ("President Amos Wako, his deputy, and three ministers were arrested.", "COERCE", set(), {"Amos Wako", "his deputy", "three ministers"}),
        ("Since August, a prominent politician, a well-known banker, and at least five students have been murdered.", "ASSAULT", set(), {"prominent politician", "well-known banker", "at least five students"}),
        ("Police arrested Ana Paz, an activist, and Luis Rey, a lawyer.", "COERCE", {"Police"}, {"Ana Paz", "Luis Rey"}),
        ("The mayor, a former priest, and two teachers were arrested.", "COERCE", set(), {"mayor", "two teachers"}),
        ("Istanbul police detained journalist Elif Kara on Friday.", "COERCE", {"Istanbul police"}, {"Elif Kara"}),
    ],
)
def test_who_takes_part(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    assert parties(code(text), kind) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "words", "kind", "private"),
    [
        ("Agroverde del Norte sued the mayor.", "Agroverde del Norte", "organisation", False),
        ("Cervecería Modelo sued the mayor.", "Cervecería Modelo", "organisation", False),
        ("Agropecuaria San Juan evicted 40 families.", "Agropecuaria San Juan", "organisation", False),
        ("Bishop freed by kidnappers\nGunmen on Sunday released Bishop Moses Chika. Chika thanked the police.", "Bishop", "person", False),
    ],
)
def test_of_what_kind(text: str, words: str, kind: str, private: bool) -> None:
    found = mentioned(code(text), words)
    assert found is not None
    assert (found.kind, found.private) == (kind, private)


@pytest.mark.parametrize(
    ("text", "words", "countries", "sectors"),
    [
        ("Police in Brussels arrested two men.", "Police", ("BEL",), ("COP",)),
        ("Prime Minister Lena Orr resigned. Her deputy, Ivan Stoll, accused her of lying.", "Ivan Stoll", (), ()),
        ("Opposition deputy Ana Rey was shot.", "Ana Rey", (), ("PTY", "OPP")),
        ("Serbian President Milan Jovic accused Kosovo of lying.", "Milan Jovic", ("SRB",), ("GOV",)),
        ("Chad's president, Mahamat Derby, was injured. Derby's guards killed 18 assailants.", "Derby's guards", (), ()),
    ],
)
def test_of_which_land_and_sort(text: str, words: str, countries: tuple[str, ...], sectors: tuple[str, ...]) -> None:
    found = mentioned(code(text), words)
    assert found is not None
    assert (found.countries, found.sectors) == (countries, sectors)


def test_who_is_accused_denies() -> None:
    record = code("The governor accused the senator of corruption. He denied the charge.")
    names = {e.id: e.name for e in record.entities}
    sources = {a.id: names.get(a.source.entity or "") for a in record.attributions if a.source is not None}
    sides = {side.stance: {sources[i] for i in side.attributions} for d in record.disputes for side in d.sides}
    assert sides == {"asserts": {"governor"}, "denies": {"senator"}}
