"""What the words of an actor leave open: the sector of plain people, the country of who studies one, half a name, whom a plural means, a person's name that is
also a place's."""

from __future__ import annotations

import pytest
from tests.extract.test_actor_readings import brief, found, with_mention
from tests.extract.test_actor_words import entity

from onrecord import Coder

# Sectors ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Some 20 men in uniforms entered the school on Monday.", "Some 20 men"),
        ("Two teachers were shot by men wearing uniforms.", "men"),
        ("A group of men carrying rifles stopped the bus.", "men"),
        ("People fled when two youths opened fire on the market.", "two youths"),
        ("The attack was carried out by three men.", "three men"),
        ("Police arrested two Peruvian nationals who were trying to smuggle heroin.", "two Peruvian nationals"),
        ("A woman was charged with murder in Lima.", "woman"),
        ("You people must surrender, he told the rebels.", "people"),
        ("The assassin who shot the mayor is a young man.", "assassin"),
        ("The callers said that the mayor would be killed.", "callers"),
        ("Drivers were stopped by rebels on the road.", "Drivers"),
        ("Prisoners attacked two security guards.", "two security guards"),
        ("A commando group attacked the bank.", "commando group"),
    ],
)
def test_plain_people_have_no_sector_where_they_attack_bear_arms_or_are_charged(ungated: Coder, text: str, words: str) -> None:
    assert entity(ungated, text, words).sectors == ()


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Soldiers killed four women on Monday.", "four women", "CVL"),
        ("Women carrying children fled the village after soldiers fired at them.", "Women", "CVL"),
        ("Police arrested 20 people at the protest.", "20 people", "CVL"),
        ("The people did not kill the mayor, police said.", "people", "CVL"),
        ("Residents attacked the town hall.", "Residents", "CVL"),
        ("Bus drivers went on strike on Monday.", "Bus drivers", "LAB"),
        ("The commando unit attacked the rebels.", "commando unit", "MIL"),
        ("Gunmen killed a teacher.", "Gunmen", "UAF"),
        ("High-ranking members of the military met the rebels.", "High-ranking members", "MIL"),
        ("Legislative Assembly President Carlos Dune accused the rebels.", "President Carlos Dune", "LEG"),
        ("Supreme Court President Luis Dune accused the rebels.", "President Luis Dune", "JUD"),
        ("President Luis Dune accused the rebels.", "President Luis Dune", "GOV"),
    ],
)
def test_words_that_tell_a_sector_keep_it(ungated: Coder, text: str, words: str, sector: str) -> None:
    assert entity(ungated, text, words).sectors[:1] == (sector,)


# Countries -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("Nam Heron, a Chad expert at a college, accused the rebels.", "Nam Heron", ()),
        ("Chad analyst Nam Heron accused the rebels.", "analyst Nam Heron", ()),
        ("A Chadian expert accused the rebels.", "Chadian expert", ("TCD",)),
        ("Nam Heron, a board member of the Chadian Policy Institute, accused the rebels.", "Nam Heron", ()),
        ("The Chadian Policy Institute accused the rebels.", "Chadian Policy Institute", ()),
        ("The Chad Institute accused the rebels.", "Chad Institute", ()),
        ("The Center for Chadian Studies accused the rebels.", "Center for Chadian Studies", ()),
        ("The Chadian Institute of Geography accused the rebels.", "Chadian Institute of Geography", ("TCD",)),
        ("A member of the Chadian parliament accused the rebels.", "member", ("TCD",)),
        ("The governments of Central America and Chad accused the rebels.", "governments", ()),
        ("The governments of Niger and Chad accused the rebels.", "governments", ("NER", "TCD")),
        ("Police arrested four Chadian and three Costa Rican citizens.", "three Costa Rican citizens", ("CRI",)),
        ("The target is Omar Luna, bishop of San Salvador, a Brazilian priest said.", "Omar Luna", ("SLV",)),
        ("US and Chadian officers accused the rebels.", "US and Chadian officers", ("USA", "TCD")),
        ("The Chadian Red Cross treated two rebels.", "Chadian Red Cross", ("TCD",)),
        ("The Red Cross treated two rebels.", "The Red Cross", ("NGO",)),
    ],
)
def test_a_country_is_whose_somebody_is_and_not_what_he_studies(ungated: Coder, text: str, words: str, countries: tuple[str, ...]) -> None:
    entities = found(ungated, text)
    hits = with_mention(entities, words) or with_mention(entities, words.removeprefix("The "))
    assert len(hits) == 1, brief(entities)
    assert hits[0].countries == countries


# Names -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Officials of the Agency for Heron Development accused the rebels.", "Agency for Heron Development"),
        ("Officials from the Attorney General's Office for Coastal Protection accused the rebels.", "Attorney General's Office for Coastal Protection"),
        ("The Nicaraguan Association for Human Rights accused the rebels.", "Nicaraguan Association for Human Rights"),
        ('Costa Rican Alejandro Dune, alias "El Pelo", was arrested in Panama.', "Alejandro Dune"),
        ("German Ortega Luz was arrested in Panama.", "German Ortega Luz"),
        ("THE GUERRILLAS MET BISHOP ARTURO LUNA Y DUNAS ON THE BRIDGE, WITNESSES SAID.", "Arturo Luna y Dunas"),
        ("ADMIRAL JOSE TORBIO MARISMO CASTRO TODAY STATED THAT THE GUERRILLAS HAVE LEFT THE BRIDGE.", "Jose Torbio Marismo Castro"),
        ("DEFENSE MINISTER GENERAL OSCAR MARISMA SAID THAT THE GUERRILLAS HAVE LEFT THE BRIDGE.", "Oscar Marisma"),
        ("(BEGIN RECORDING) (MARENO) WE HAVE LEFT THE BRIDGE. (END RECORDING) ADM MARENO SAID THAT THE GUERRILLAS FLED.", "Mareno"),
    ],
)
def test_names_are_whole_and_hold_nothing_else(ungated: Coder, text: str, name: str) -> None:
    entities = found(ungated, text)
    assert name in {e.name for e in entities}, brief(entities)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THE GUERRILLAS BEAT A REPORTER OF ABAN-EFE ON THE BRIDGE.", "Aban"),
        ("Rebels attacked guards of the Pavonera training farm. Nothing burned at the Pavonera training farm.", "Pavonera"),
        ("The army detected the launch of a ballistic missile (IRBX). The IRBX fell into the sea.", "IRBX"),
        ("Loggers attacked the Dune Biosphere Reserve.", "Dune Biosphere Reserve"),
        ("The army sent armored personnel carriers to fight the rebels.", "personnel"),
        ("DEFENSE MINISTER GENERAL MARISMA SAID THAT THE GUERRILLAS HAVE LEFT THE BRIDGE.", "Defense"),
    ],
)
def test_half_a_name_and_what_a_thing_is_called_are_nobody(ungated: Coder, text: str, name: str) -> None:
    assert name not in {e.name for e in ungated.code(text).entities}


def test_a_house_that_only_tells_where_is_no_actor_of_the_record(ungated: Coder) -> None:
    text = "Rebels killed a teacher in the park behind the Senate. Rebels fled."
    assert "Senate" not in {e.name for e in ungated.code(text).entities}
    assert "Senate" in {e.name for e in ungated.code("Rebels killed a teacher. The Senate accused the rebels.").entities}


# Whom a word means -----------------------------------------------------------------------------------------------------------


def test_victims_here_and_victims_there_are_two(ungated: Coder) -> None:
    assert len(with_mention(found(ungated, "Gangs robbed victims for years. Last week rebels tortured victims in a school."), "victims")) == 2


def test_festival_goers_here_and_there_are_two(ungated: Coder) -> None:
    assert len(with_mention(found(ungated, "Police searched festival-goers in Berlin. In Hamburg rioters attacked festival-goers."), "festival-goers")) == 2


def test_the_soldiers_are_neither_of_two_counted_groups(ungated: Coder) -> None:
    text = "Three soldiers were killed near the dam. The minister sent 900 soldiers to the north. Nobody knows how the soldiers died."
    assert [m.spans[0].quote for m in entity(ungated, text, "soldiers").mentions] == ["soldiers"]
    alone = "Three soldiers were killed near the dam. Nobody knows how the soldiers died."
    assert len(entity(ungated, alone, "soldiers").mentions) == 2


def test_who_breaks_up_these_networks_is_none_of_them(ungated: Coder) -> None:
    entities = found(ungated, "The law lets banks and financial oversight units break up these networks.")
    assert with_mention(entities, "financial oversight units") != with_mention(entities, "networks")


def test_of_two_in_one_phrase_neither_is_the_one_named_behind(ungated: Coder) -> None:
    entities = found(ungated, "Police arrested the brother of one of the mayors of the valley, Omar Dune, in Lima.")
    assert not any({"brother", "Omar Dune"} <= {m.spans[0].quote for m in e.mentions} for e in entities)
    plain = found(ungated, "Police arrested Luis Dune, the brother of a mayor, in Lima.")
    assert any({"brother", "Luis Dune"} <= {m.spans[0].quote for m in e.mentions} for e in plain)


def test_its_after_an_owner_in_one_breath_is_that_owners(ungated: Coder) -> None:
    entities = found(ungated, "The council punished Chad's airlines and its banks.")
    assert "its" in {m.spans[0].quote for m in with_mention(entities, "Chad")[0].mentions}


def test_a_minister_told_in_the_present_is_none_of_the_past(ungated: Coder) -> None:
    text = "A panel was formed at Lyon and the foreign minister, Joschka Fischer, accused the rebels."
    assert entity(ungated, text, "Joschka Fischer", "2019-03-07").sectors == ("GOV",)


# Places ----------------------------------------------------------------------------------------------------------------------


def test_the_family_name_of_a_person_is_no_place(ungated: Coder) -> None:
    text = "OMAR COLORADO, MAYOR OF A TOWN IN PERU, ACCUSED THE REBELS ON MONDAY. COLORADO, WHO LEFT THE TOWN, SAID THAT A TEACHER WAS KILLED. ACCORDING TO COLORADO, REBELS KILLED A TEACHER."
    assert "Colorado" not in {p.name for p in ungated.code(text).places}
    assert "Colorado" in {p.name for p in ungated.code("Gunmen killed a teacher in Colorado on Monday.").places}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels fought the army in El Salvador. An attack was reported in the Escalon neighborhood of San Salvador.", "Escalon"),
        ("The Salvadoran army fought rebels in El Salvador. Shots were heard in the Escalon and San Benito neighborhoods.", "San Benito"),
        ("The Salvadoran army fought rebels in El Salvador. Salvadoran planes flew over San Salvador. El Salvador was calm but for El Manguito.", "El Manguito"),
    ],
)
def test_a_quarter_or_hamlet_is_not_taken_in_a_country_of_which_nothing_tells(ungated: Coder, text: str, words: str) -> None:
    places = [p for p in ungated.code(text).places if any(s.quote == words for s in p.spans)]
    assert not any(p.lat is not None for p in places)


def test_a_town_whose_country_is_told_beside_it_stays(ungated: Coder) -> None:
    text = "Chinese troops met in China. China accused the rebels. Beijing said China was calm. Gunmen killed a teacher in Escalon, California."
    assert any(p.countries == ("USA",) and p.lat is not None for p in ungated.code(text).places if any(s.quote == "Escalon" for s in p.spans))
