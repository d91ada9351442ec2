"""What an actor's own words tell and what they do not: whole names, sectors and countries, kinds, and whom a second noun or a pronoun cannot mean."""

from __future__ import annotations

import pytest
from tests.extract.test_actor_readings import brief, found, quotes, with_mention

from onrecord import Coder
from onrecord.model.actor import Entity


def entity(coder: Coder, text: str, words: str, published: str | None = "2017-03-07") -> Entity:
    entities = found(coder, text, published=published)
    hits = with_mention(entities, words)
    assert len(hits) == 1, brief(entities)
    return hits[0]


# Names -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The order came from Attorney General Marina Tern y Tern, the court said.", "Marina Tern y Tern"),
        ("Guards praised Oscar Luna Tern de Heron on Monday.", "Oscar Luna Tern de Heron"),
        ("Prosecutors charged Oscar Luna de la Cruz with fraud.", "Oscar Luna de la Cruz"),
        ("THE POLICE SAID TODAY THAT ELMER ANTONIO MARSHWIND WAS INJURED IN THE BLAST.", "Elmer Antonio Marshwind"),
        ("She told the Thomson Reuters Foundation that she would stay.", "Thomson Reuters Foundation"),
        ("Salvadorans Victor Emilio Dunes and Maria Tern fled the town.", "Victor Emilio Dunes"),
        ("The head of the anti-fraud police division Walter Escalo told reporters that his unit had seized fake bills.", "Walter Escalo"),
    ],
)
def test_names_are_whole(ungated: Coder, text: str, name: str) -> None:
    assert name in {e.name for e in found(ungated, text)}


def test_a_listed_body_keeps_its_name_where_nothing_goes_on(ungated: Coder) -> None:
    assert "Reuters" in {e.name for e in found(ungated, "She told Reuters that she would stay.")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The gang wanted to go on by extorting victims.", "victims"),
        ("The spokeswoman criticised the reports, challenging journalists to name their sources.", "journalists"),
        ("The minister was accused of killing civilians.", "civilians"),
        # Participles that tell which ones belong to the phrase.
        ("The army fired at protesting students.", "protesting students"),
        ("The talks ended, with remaining hostages in the camp.", "remaining hostages"),
    ],
)
def test_a_verb_is_no_part_of_its_object(ungated: Coder, text: str, words: str) -> None:
    assert any(words in quotes(e) for e in found(ungated, text)), brief(found(ungated, text))


def test_a_people_and_a_company_of_persons_are_named_by_their_last_word(ungated: Coder) -> None:
    assert entity(ungated, "Guards of the Camilist Union fled.", "Camilist Union").sectors == ()
    assert entity(ungated, "The Dune Teachers Union struck.", "Dune Teachers Union").sectors == ("LAB",)
    assert entity(ungated, "The Armed Peasant League attacked a bridge.", "Armed Peasant League").sectors == ()


# Countries -------------------------------------------------------------------------------------------------------------------


def test_a_namesake_of_a_former_president_is_nobody_elses(ungated: Coder) -> None:
    other = "Lucio Gutierrez was injured by a bomb in Marshtown. A boy was injured as well. The police searched the house."
    own = "Lucio Gutierrez was injured by a bomb. He had led Ecuador before. The police searched the house."
    assert entity(ungated, other, "Lucio Gutierrez", None).countries == ()
    assert entity(ungated, own, "Lucio Gutierrez", None).countries == ("ECU",)


def test_where_an_envoy_is_posted_is_not_whose_he_is(ungated: Coder) -> None:
    assert entity(ungated, "The US ambassador to Colombia Kevin Marsh spoke on Monday.", "Kevin Marsh").countries == ("USA",)
    assert "USA" not in entity(ungated, "Gorvia's one-time envoy to the African Union Gil Cochero complained.", "Gil Cochero").countries
    assert entity(ungated, "Chadian ambassador Kevin Marsh spoke on Monday.", "ambassador Kevin Marsh").countries == ("TCD",)


def test_a_surname_like_a_states_name(ungated: Coder) -> None:
    person = "Phil Jordan, a former agent, spoke on Monday. Jordan, now the head of a museum, criticised the police. The mayor praised Jordan's work."
    state = "Phil Jordan, a former agent, spoke on Monday. Refugees fled to Jordan. Jordan accepted them."
    assert [e.name for e in with_mention(found(ungated, person), "Jordan")] == ["Phil Jordan"]
    assert "JOR" in {c for e in with_mention(found(ungated, state), "Jordan") for c in e.countries}


def test_letters_in_brackets_stand_for_the_name_before_them(ungated: Coder) -> None:
    other = "A unit of the Joint Dune Force (FTC) attacked the camp in Paraguay. The FTC said it had won. Paraguay praised the unit."
    own = "The Federal Trade Commission (FTC) fined the firm. The FTC said it was right. The firm disagreed."
    assert [e.name for e in with_mention(found(ungated, other), "FTC")] == ["Joint Dune Force"]
    assert [e.countries for e in with_mention(found(ungated, own), "FTC")] == [("USA",)]


def test_letters_of_a_state_are_no_person(ungated: Coder) -> None:
    assert entity(ungated, "The USSR and Chile signed a pact on seals.", "USSR").kind == "state"
    assert entity(ungated, "Guards stopped a Pole in March.", "Pole").kind == "person"


# Sectors ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "sectors"),
    [
        ("Former soldiers joined the gang.", "Former soldiers", ()),
        ("The 39 former army members now in jail were moved.", "39 former army members", ()),
        ("A former minister fled.", "former minister", ("ELI",)),
        ("A retired general fled.", "retired general", ("ELI",)),
        ("Former members of the parliament spoke.", "Former members", ("ELI",)),
        ("The former national police chief spoke.", "former national police chief", ("ELI",)),
        ("The university's security force searched the hall.", "university's security force", ()),
        ("Private security personnel searched the hall.", "Private security personnel", ()),
        ("Security forces searched the hall.", "Security forces", ("COP", "MIL")),
        ("Security officials in the town searched the hall.", "Security officials", ()),
        ("Experts warned of a flood.", "Experts", ()),
        ("Rescuers dug for a boy.", "Rescuers", ()),
        ("The attackers fled.", "attackers", ()),
        ("Doctors treated a boy.", "Doctors", ("MED",)),
        ("Police pressured cadets to pay.", "cadets", ()),
        ("The army trained its cadets in the hills.", "its cadets", ("MIL",)),
        ("The soldiers said an officer was hurt.", "officer", ()),
        ("The policemen said an officer was hurt.", "officer", ("COP",)),
        ("The rivals of the gang fled.", "rivals", ()),
        ("THE MARSH WAS QUIET, POLICE COMMANDER COLONEL LUIS TERN SAID ON MONDAY.", "POLICE COMMANDER COLONEL LUIS TERN", ("COP",)),
    ],
)
def test_sectors_need_a_word(ungated: Coder, text: str, words: str, sectors: tuple[str, ...]) -> None:
    entities = found(ungated, text)
    hits = [e for e in entities if any(q.removeprefix("The ") == words for q in quotes(e))]
    assert [e.sectors for e in hits] == [sectors], brief(entities)


def test_a_party_is_in_power_or_in_opposition_for_a_time_only(ungated: Coder) -> None:
    assert entity(ungated, "The National Action Party of Mexico met.", "National Action Party").sectors == ("PTY",)


def test_posts_that_are_over(ungated: Coder) -> None:
    text = "The former Dune mayors Heraclio Marsh and Gonzalo Tern left the embassy."
    assert {(e.name, e.sectors) for e in found(ungated, text) if e.kind == "person"} >= {("Heraclio Marsh", ("ELI",)), ("Gonzalo Tern", ("ELI",))}


# Kinds -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Officials spoke.", "Officials", "person"),
        ("The authorities spoke.", "authorities", "office"),
        ("An official spoke.", "official", "office"),
        ("The SDF allies refused to talk.", "SDF allies", "unknown"),
        ("The Chadian people voted.", "Chadian people", "population"),
        ("Three Chadian people were killed.", "Three Chadian people", "person"),
        ("Twenty police were killed in the blast.", "Twenty police", "person"),
        ("Police were called.", "Police", "organisation"),
        ("Law enforcement officers quit.", "Law enforcement officers", "person"),
        ("The Venezuelan non-governmental organization Fundamar registered 338 killings last year.", "Fundamar", "organisation"),
        ("The Mariscal Antonio Mobile Columns attacked a post.", "Mariscal Antonio Mobile Columns", "organisation"),
    ],
)
def test_kinds(ungated: Coder, text: str, words: str, kind: str) -> None:
    entities = found(ungated, text)
    assert [e.kind for e in entities if any(words in q for q in quotes(e))] == [kind], brief(entities)


# Nobody ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Prosecutors suspect Marten and Osanti as major players in the trade.", "major players"),
        ("The men were described as local smugglers by the police.", "local smugglers"),
        ("The index is an important monitor of prices in the delta.", "important monitor"),
        ("The vessel, the Lighthouse Osanti, was seized. The Lighthouse Osanti had carried oil, the agency said.", "Lighthouse Osanti"),
        ("Raiders on the ridge brought down an army X-37 jet.", "X-37"),
        ("One administrative office and a bus were damaged by the bomb.", "One administrative office"),
        ('A blast damaged the offices of the "Oscar Arnulfo Heron" committee near the port.', "Oscar Arnulfo Heron"),
        ('"Justice is not applied to thieves," she said.', "Justice"),
        ("THE UNITS ENTERED THE TOWN, 12 KMS FROM THE CAPITAL, AND TOOK IT.", "KMS"),
        ("Criminal Economy is a report.", "Criminal Economy"),
    ],
)
def test_nobody(ungated: Coder, text: str, nobody: str) -> None:
    assert not with_mention(found(ungated, text), nobody), brief(found(ungated, text))


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("The firm hired the men as well as several guards.", "several guards"),
        ("A monitor said the vote was fair.", "monitor"),
        ("The vessel belonged to the Lighthouse Company.", "Lighthouse Company"),
        ("The president's office denied it.", "president's office"),
        ("Oscar Arnulfo Heron led the committee.", "Oscar Arnulfo Heron"),
        ("The Justice Ministry denied it.", "Justice Ministry"),
    ],
)
def test_somebody(ungated: Coder, text: str, somebody: str) -> None:
    assert any(somebody in q for e in found(ungated, text) for q in quotes(e)), brief(found(ungated, text))


# One or two ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        ("The SDF attacked the town on Monday. The larger group denied it.", "SDF", "larger group", False),
        ("The SDF attacked the town on Monday. The group denied it.", "SDF", "group", True),
        ("The first group attacked buses. The second unnamed group attacked trains.", "first group", "second unnamed group", False),
        ("Gang members killed a man. Guards are said to have shot suspected gang members.", "Gang members", "suspected gang members", False),
        ("Gang members killed a man. The gang members fled.", "Gang members", "gang members", True),
        (
            "The North Korean government fired a missile. The government agreed to buy the radar, whatever the opposition in Seoul says of it.",
            "North Korean government", "government", False,
        ),
        ("The Chadian government met. The government rejected the plan.", "Chadian government", "government", True),
        ("The weapons were all old rockets, the generals said. They came down in a lake.", "generals", "They", False),
        ("The generals met in the hall. They left on Tuesday.", "generals", "They", True),
        ("Farmers praised the machines. Unlike their Colombian counterparts, Peruvian planters use printers.", "Farmers", "their", False),
        ("Chad seized a vessel under suspicions that it carried oil.", "Chad", "it", False),
        ("Chad announced that it had seized a vessel.", "Chad", "it", True),
        ("The Russian parliament condemned it. The State Duma met.", "Russian parliament", "State Duma", False),
    ],
)  # fmt: skip
def test_one_or_two(ungated: Coder, text: str, one: str, other: str, same: bool) -> None:
    entities = found(ungated, text)
    assert any(one in quotes(e) and other in quotes(e) for e in entities) is same, brief(entities)
