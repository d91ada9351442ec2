"""What one reads of actors beyond the tables: kinds, spans and sectors that words tell, posts and nationalities that are said of a named person, short names."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity
from onrecord.model.layers import ActorLayer
from onrecord.readers import read_text


def found(coder: Coder, text: str, title: str | None = None, published: str | None = "2017-03-07") -> tuple[Entity, ...]:
    """What the stage finds, whether or not the record keeps it."""
    text = f"{title}\n\n{text}" if title else text
    return cast(ActorLayer, coder.layers(read_text(text, published=published), "actors").layers["actors"]).entities


def quotes(entity: Entity) -> list[str]:
    return [" ".join(s.quote for s in m.spans).replace("\n", " ") for m in entity.mentions]


def with_mention(entities: tuple[Entity, ...], words: str) -> list[Entity]:
    return [e for e in entities if words in quotes(e)]


def brief(entities: tuple[Entity, ...]) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...], list[str]]]:
    return [(e.name, e.kind, e.countries, e.sectors, quotes(e)) for e in entities]


# Kinds ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "kind", "countries"),
    [
        # People of a state who are counted, or one, are persons, and no state.
        ("Guards arrested nine Kenyans on Monday.", "nine Kenyans", "person", ("KEN",)),
        ("The knife belonged to a Tunisian who had been denied asylum.", "Tunisian", "person", ("TUN",)),
        ("Guards stopped a Somali in March. The Somali was carrying a knife.", "Somali", "person", ("SOM",)),
        # All of them are a people, and some adjectives with an article mean all.
        ("Kenyans voted on Sunday.", "Kenyans", "population", ("KEN",)),
        ("The French rejected the plan.", "French", "state", ("FRA",)),
        ("Ethnic Hungarians in Romania voted.", "Hungarians", "population", ("ROU",)),
        # A code of no state makes no state.
        ("WAR IN THE VALLEY MUST END. THE INTERNATIONAL COMMUNITY MUST HELP THE VILLAGERS NOW.", "INTERNATIONAL COMMUNITY", "unknown", ("IGO",)),
        # A given name opens a person's name, whatever the recogniser takes it for.
        ("Libyan Ahmad Musren met the rebels on Monday.", "Ahmad Musren", "person", ("LBY",)),
        ("The firm hired Gustavo Anzuro Vielar, Mario Castel and Danilo Rocas.", "Gustavo Anzuro Vielar", "person", ()),
        ("The Omar Tern Foundation sued the ministry.", "Omar Tern Foundation", "organisation", ()),
        # One word of which is only told that it reports is hardly a person.
        ("Guards fled the fort, Factum reported. A story by Factum named two of them.", "Factum", "unknown", ()),
        ("Guards fled the fort, Farrow said. Farrow reported that two of them had been named.", "Farrow", "person", ()),
    ],
)  # fmt: skip
def test_kind(ungated: Coder, text: str, words: str, kind: str, countries: tuple[str, ...]) -> None:
    entities = found(ungated, text)
    assert [(e.kind, e.countries) for e in with_mention(entities, words)] == [(kind, countries)], brief(entities)


def test_a_governor_is_no_part_of_his_bank(ungated: Coder) -> None:
    (governor,) = (e for e in found(ungated, "After the raid, Bank of Mexico Governor Alejandro Dunas announced that guards would be hired.") if "Dunas" in e.name)
    assert (governor.name, governor.kind, governor.countries) == ("Alejandro Dunas", "person", ("MEX",))


def test_given_names_tell_he_from_she(ungated: Coder) -> None:
    she = found(ungated, "Hector Grama met Raquel Blanda in Lowfield. She signed the accord.")
    assert "She" in quotes(with_mention(she, "Raquel Blanda")[0]), brief(she)
    he = found(ungated, "Hector Grama met Raquel Blanda in Lowfield. He signed the accord.")
    assert "He" in quotes(with_mention(he, "Hector Grama")[0]), brief(he)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DEFENSE MINISTER GENERAL HECTOR GRAMUS PLANNED THE COUP, THE UNION SAID.", "Hector Gramus"),
        ("THE REBELS ACCUSED JOSE NOE RIOS OF TREASON ON MONDAY.", "Jose Noe Rios"),
        ("ATTORNEY GENERAL MAURICIO EDUARDO COLORADO ACCUSED THE ARMY ON MONDAY.\n\n(COLORADO) THE CRIME MUST BE PUNISHED.", "Mauricio Eduardo Colorado"),
    ],
)
def test_full_names_in_capitals(ungated: Coder, text: str, name: str) -> None:
    assert name in {e.name for e in found(ungated, text)}, brief(found(ungated, text))


# Spans ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Those sacked included police, customs, and jail officials.", "jail officials"),
        ("Only nine guerrilla fighters were captured.", "nine guerrilla fighters"),
        ("For the most part rebel units have obeyed.", "rebel units"),
        ("In April 2014 one arms dealer was convicted of fraud.", "one arms dealer"),
        ("The town deployed some 1, 600 officers on Sunday.", "1, 600 officers"),
        ("The professor told CNN Heron's opponents were angry.", "Heron's opponents"),
        ('They say that, being hit hard, "criminal organizations have ordered attacks."', "criminal organizations"),
        ("Could Peru See a Rebel Revolt?A clandestine leftist group has attacked a bridge.", "clandestine leftist group"),
        ("Attorney General Dr. Mauricio Dunar rejected the charge.", "Attorney General Dr. Mauricio Dunar"),
        ("The Information Commissioner’s Office is looking into the leak and warned the bank.", "Information Commissioner’s Office"),
        ("In the parts where the Red Front and Blue Front street gangs rule, that is new.", "Red Front"),
    ],
)
def test_span(ungated: Coder, text: str, words: str) -> None:
    assert with_mention(found(ungated, text), words), brief(found(ungated, text))


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        # Two names and a word for what both are.
        ("Villagers fear the Red Front and Blue Front street gangs.", "gangs"),
        ("Police accused leaders of the MS13 and Barrio 18 gangs.", "18 gangs"),
        ("Police accused leaders of the Valmes and Cachiros criminal groups.", "criminal groups"),
        # What nobody is.
        ("SUVs and UAVs carried the men, and UAVs killed two of them.", "UAVs"),
        ("THE MAYOR THINKS THAT ANYBODY SHOULD SPEAK TO THE PRESS.", "ANYBODY"),
        ("The decree made English the official language.", "English"),
        ("The clerk translated the letter into English.", "English"),
        ("The rebels accepted the Oslo accord with Chad on Monday.", "Oslo"),
        ("OIL WILL FLOW AS THE SAN JOSE AGREEMENT PROVIDES, AND GUATEMALA WILL PAY VENEZUELA.", "SAN JOSE"),
        ("The rebels have faced possible prosecution.", "prosecution"),
        ("The baker ran for president in 2014.", "president"),
        ("The clerk jumped from the Medellin Palace of Justice.", "Justice"),
        ("Prisoners were found using Facebook in their cells.", "Facebook"),
        ("The rebels left. SEE ALSO : Peru News and Profiles. The army returned.", "Peru News"),
        ("Police seized tons in the provinces of Cauca, Huila and Valle del Cauca.", "Valle del Cauca"),
        ("Guards fled in Ciudad Juarez, Mexico. Observers praised Juarez's streets.", "Juarez"),
        ("Tamaulipas and Chihuahua are said to be the worst hit states.", "Tamaulipas"),
        ("Tamaulipas and Chihuahua are said to be the worst hit states.", "Chihuahua"),
        ("Citing Colombia's police, the paper named two men. Citing Colombia, it named others.", "Citing"),
        ("The pact was signed by the rebels and their Peruvian counterpart. The report is a PDF.", "PDF"),
    ],
)
def test_nobody(ungated: Coder, text: str, gone: str) -> None:
    entities = found(ungated, text)
    assert not [q for e in entities for q in quotes(e) if gone in q], brief(entities)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Villagers fear the street gangs of Lowfield.", "street gangs"),
        ("The clerk spoke of the English on Monday: the English rejected the plan.", "English"),
        ("Oslo accused Chad of theft.", "Oslo"),
        ("The prosecution accused the rebels.", "prosecution"),
        ("The ministry sued Facebook on Monday.", "Facebook"),
        ("The EFE reporter named two guards.", "EFE"),
        ("A statement for the president accused the rebels.", "president"),
        ("The rebels accused the Ministry of Justice.", "Ministry of Justice"),
        ("Judge Juarez rejected the plan. Guards fled in Ciudad Juarez, Mexico.", "Judge Juarez"),
    ],
)
def test_somebody(ungated: Coder, text: str, kept: str) -> None:
    assert with_mention(found(ungated, text), kept), brief(found(ungated, text))


# Sectors and countries -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "countries", "sectors"),
    [
        ("Doctor Guillermo Ungar was killed at the gate.", "Doctor Guillermo Ungar", (), ()),
        ("Doctor Guillermo Ungar was killed at the hospital.", "Doctor Guillermo Ungar", (), ("MED",)),
        ("Father Ignacio Ellar was killed at the gate.", "Father Ignacio Ellar", (), ("REL",)),
        ("His father Ignacio Ellar was killed at the gate.", "father Ignacio Ellar", (), ()),
        ("In one letter the Heron commanders complained about the cost.", "Heron commanders", (), ()),
        ("In one letter the army commanders complained about the cost.", "army commanders", (), ("MIL",)),
        ("The Secret Saltmarsh Army attacked a bridge.", "Secret Saltmarsh Army", (), ()),
        ("Some officers of the Chadian forces rebelled.", "officers", ("TCD",), ()),
        ("The bribes went to current and former police officers.", "current and former police officers", (), ("COP",)),
        ("The Economist reported that the rebels had won. A story by the Economist named them.", "Economist", ("GBR",), ("JRN",)),
        ("The president of the organization rejected the charge.", "president", (), ()),
        ("Chadian, Swiss, British, and Finnish soldiers took the weapons.", "Chadian, Swiss, British, and Finnish soldiers", ("TCD", "CHE", "GBR", "FIN"), ("MIL",)),
        ("THE TOWN IS HELD BY A FORCE THAT IS MADE UP OF CHADIAN, SWISS, BRITISH, AND FINNISH MILITARY PERSONNEL.", "CHADIAN, SWISS, BRITISH, AND FINNISH MILITARY PERSONNEL", ("TCD", "CHE", "GBR", "FIN"), ("MIL",)),
        ("In one letter to the Eastern Bloc the Bloc commanders complained about the cost.", "Bloc commanders", (), ()),
        ("A report by the Economist named two rebels.", "Economist", ("GBR",), ("JRN",)),
        ("THE BRIGADE SAID PONCE BATTALION TROOPS BURIED A SOLDIER.", "PONCE BATTALION TROOPS", (), ("MIL",)),
        ("Chadian and foreign journalists watched.", "Chadian and foreign journalists", (), ("JRN",)),
        ("Ponce battalion units found the grenades.", "Ponce battalion units", (), ("MIL",)),
        ("Bolivia's La Jornada reported the crimes.", "La Jornada", ("BOL",), ()),
        ("Mexico's La Jornada reported the crimes.", "La Jornada", ("MEX",), ("JRN",)),
        ("The bribes went to the head of the judges' syndicate.", "head", (), ("LAB",)),
        ("The small guerrilla front known as the Eloy Heron Popular Armed Forces robbed banks.", "Eloy Heron Popular Armed Forces", (), ("REB",)),
        ("THE CRIME NAMED 45 SOLDIERS AND 2 OFFICERS. THE PRESIDENT ACCUSED THEM.", "2 OFFICERS", (), ()),
        ("THE CRIME KILLED FATHER JOSE IGNACIO ELLAMAR OF THE UNIVERSITY.", "FATHER JOSE IGNACIO ELLAMAR", (), ("REL",)),
        ("THE PACT HELPS AIR AND MARITIME ENTERPRISES, AND THE ENTERPRISES AGREED.", "ENTERPRISES", (), ("BUS",)),
        ("The summit of Central American presidents in Honduras failed.", "Central American presidents", (), ("GOV",)),
        ("Under attack by North Korea, Shinzo Abe's government sought change. Later Shinzo Abe left.", "Shinzo Abe", ("JPN",), ("GOV",)),
        ("Colonel Luis Heron left. The army praised him, the only person there. The person was Colonel Luis Heron.", "Colonel Luis Heron", (), ("MIL",)),
        # Letters that the text itself explains.
        ('The bridge was hit by the "Secret Saltmarsh Army" (SSA). SSA members confessed.', "SSA members", (), ()),
    ],
)  # fmt: skip
def test_sector_and_country(ungated: Coder, text: str, words: str, countries: tuple[str, ...], sectors: tuple[str, ...]) -> None:
    entities = found(ungated, text)
    assert [(e.countries, e.sectors) for e in with_mention(entities, words)] == [(countries, sectors)], brief(entities)


def test_a_rebel_of_the_tables_was_of_no_elite(ungated: Coder) -> None:
    (rebel,) = with_mention(found(ungated, "The killers of Carlos Pizarro fled.", published=None), "Carlos Pizarro")
    assert (rebel.countries, rebel.sectors) == (("COL",), ())


def test_the_post_of_a_party_is_no_states(ungated: Coder) -> None:
    (head,) = with_mention(found(ungated, "ARENA PRESIDENT ARMANDO CALDERON SOL (ARENA) ACCUSED THE REBELS OF LYING TO THE PEOPLE.", published=None), "PRESIDENT ARMANDO CALDERON SOL")
    assert ([(o.title, o.country) for o in head.offices], head.sectors) == ([("president", None)], ("PTY",))


# One actor under two words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # A post with its state, a nationality, the head of two posts.
        ("U.S. Ambassador Walter Nash spoke on Friday. The rebels jeered. Later the U.S. ambassador gave no answer.", "Ambassador Walter Nash", "U.S. ambassador"),
        ("Attorney General Raul Menga announced the charges. The rebels criticised Guatemala's attorney general.", "Attorney General Raul Menga", "Guatemala's attorney general"),
        ("Peruvian farmer Luis Heron blocked the road. The Peruvian villager accused the army.", "farmer Luis Heron", "Peruvian villager"),
        ("TASS correspondent Luis Heron was hurt. The bomb was a warning. It was old. Nobody came. The Soviet newsman accused the army.", "correspondent Luis Heron", "Soviet newsman"),
        ("Prosecutors want to charge the country's ambassador to Spain and former defence minister.", "the country's ambassador", "former defence minister"),
        ("Defence Minister Luis Heron and Foreign Minister Omar Tern met. The defence minister accused the army.", "Defence Minister Luis Heron", "defence minister"),
        ("He backed Economy and Finance Minister Luis Heron. The economy minister accused the banks.", "Finance Minister Luis Heron", "economy minister"),
        # Whom the lead tells of without a name.
        ("A Peruvian teacher was charged with fraud. Luis Heron, 67, was indicted on Monday. Heron denied it. Neighbours praised Heron.", "Peruvian teacher", "Luis Heron"),
        # Neighbours, an agency, a firm, fighters.
        ("Lowfield residents blocked the road. Residents accused the army.", "Lowfield residents", "Residents"),
        ("TASS reported the blast. A bulletin called the Soviet news agency a liar.", "TASS", "Soviet news agency"),
        ("American Airlines apologised on Monday. American pledged to train its crews.", "American Airlines", "American"),
        ("FARC rebels left the valley. Colombia's FARC guerrillas burned a bridge.", "FARC rebels", "Colombia's FARC guerrillas"),
        ("The army held a group of FARC members in Lowfield. The group confessed on Monday.", "group", "FARC members"),
        ('Police arrested a group of forgers known as the "Red Heron Team," which broke into banks. The Red Heron Team confessed.', "group", "Red Heron Team"),
        ("Capital and labour met. The audit cleared US credit firm Heronfax. The firm apologised.", "Heronfax", "firm"),
        ("The study was by the Grupo de Apoyo Mutuo (GAM). Critics praised the NGO on Monday.", "GAM", "NGO"),
        # Letters, nicknames, family names.
        ("Sources told the Saltmarsh Media Corporation of the raid. Officials accused the SMC of lying.", "Saltmarsh Media Corporation", "SMC"),
        ('The bridge was hit by the "Secret Saltmarsh Army" (SSA). SSA bulletins praised it. The SSA threatened the mayor.', "Secret Saltmarsh Army", "SSA"),
        ('The cut goes to partners who work abroad, such as Daniel "El Loco" Barrera. Police accused El Loco Barrera of murder.', 'Daniel "El Loco" Barrera', "El Loco Barrera"),
        ("Juan Dune, brother of President Luis Dune, was convicted. President Dune rejected the verdict.", "President Luis Dune", "President Dune"),
        ("The charges were made by former President Dune. The judge accused Luis Marlo Dune.", "former President Dune", "Luis Marlo Dune"),
        ("Msgr. Gregorio Rosa Chavar spoke. Rosa Chavar was calm. Rosa Chavar left. Rosa Chavar wept.", "Gregorio Rosa Chavar", "Rosa Chavar"),
        ("Luis Heron, auxiliary bishop of Lowfield, spoke. It rained. It was cold. Snow fell. Nobody came. The auxiliary bishop left.", "auxiliary bishop", "Luis Heron"),
        ("The Japanese military is known as the Self-Defense Forces. Japan's current armed forces are large.", "Japanese military", "Self-Defense Forces"),
        ("The Japanese military is known as the Self-Defense Forces. Japan's current armed forces are large.", "Japan's current armed forces", "Self-Defense Forces"),
        ("The council widened sanctions on Chad following its sixth test.", "Chad", "its"),
        ("Critics blamed Theresa May. It was cold. The prime minister accused them of lying.", "Theresa May", "prime minister"),
        ('Police accused Luis Heron, alias "Don Lucho," of fraud. They say that Don Lucho fled.', "Don Lucho", "Lucho"),
        ('The raid killed Jose Antonio Tovar "El Picuro" on Monday. Police accused El Picuro.', "Jose Antonio Tovar", "El Picuro"),
        ("Norman Quijar was accused of fraud. An inquiry into Quijar began in May. Quijar denied it.", "Norman Quijar", "Quijar"),
    ],
)  # fmt: skip
def test_one_actor(ungated: Coder, text: str, first: str, second: str) -> None:
    entities = found(ungated, text)
    assert any({first, second} <= set(quotes(e)) for e in entities), brief(entities)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("U.S. Ambassador Walter Nash spoke on Friday. The French ambassador gave no answer.", "Ambassador Walter Nash", "French ambassador"),
        ("Attorney General Raul Menga announced the charges in Peru. Chile's attorney general and Guatemala's attorney general criticised them.", "Attorney General Raul Menga", "Chile's attorney general"),
        ("Peruvian farmer Luis Heron blocked the road with Peruvian farmer Omar Tern. The Peruvian villager accused the army.", "farmer Luis Heron", "Peruvian villager"),
        ("Peruvian judge Luis Heron left. The Peruvian soldier accused the army.", "judge Luis Heron", "Peruvian soldier"),
        ("Congress praised the president and prime minister of Peru.", "president", "prime minister"),
        ("Defence Minister Luis Heron left Lowfield. The foreign minister accused the army.", "Defence Minister Luis Heron", "foreign minister"),
        ("A teacher was shot on Monday. Police Chief Luis Heron accused a gang. Heron said the gang had fled. Heron praised the neighbours.", "teacher", "Police Chief Luis Heron"),
        ("On Monday Lowfield residents blocked the road. Later Highmoor residents accused the army. Residents left.", "Lowfield residents", "Residents"),
        ("TASS and Pravda reported the blast. A bulletin called the Soviet news agency a liar.", "Pravda", "Soviet news agency"),
        ("American Airlines apologised on Monday. The American accused the crew.", "American Airlines", "American"),
        ("FARC rebels left the valley. ELN guerrillas burned a bridge.", "FARC rebels", "ELN guerrillas"),
        ("Juan Dune, brother of President Luis Dune, was convicted. President Dune rejected the verdict.", "Juan Dune", "President Dune"),
        ("In Brazil the president of the samba school was convicted. Brazilian President Luis Heron signed the decree.", "president", "President Luis Heron"),
        ("Members left the Group of Popular Heroes. These groups burned a bridge.", "Group of Popular Heroes", "groups"),
        ("The army fears local fishermen. Police arrested criminal fishermen on Monday.", "local fishermen", "criminal fishermen"),
        ("Mexico praised Chad despite its doubts.", "Chad", "its"),
        ("Critics blamed Theresa May and Angela Merkel. It was cold. The president accused them of lying.", "Theresa May", "president"),
        ("The president of the club fled. The president of the union resigned.", "president of the club", "president of the union"),
    ],
)  # fmt: skip
def test_two_actors(ungated: Coder, text: str, first: str, second: str) -> None:
    entities = found(ungated, text)
    one, other = (words.split(" of the ")[0] for words in (first, second))
    assert with_mention(entities, one), brief(entities)
    assert with_mention(entities, other), brief(entities)
    if one == other:
        assert len(with_mention(entities, one)) == 2, brief(entities)
    else:
        assert not any({one, other} <= set(quotes(e)) for e in entities), brief(entities)


def test_a_headline_and_its_person(ungated: Coder) -> None:
    text = "The top prosecutor wants to strip a legislator of immunity. Norman Quijar, a congressman, was accused of fraud. Quijar denied it. Prosecutors named Quijar again."
    entities = found(ungated, text, title="Former Presidential Candidate Accused of Fraud")
    assert {"legislator", "Norman Quijar"} <= set(quotes(with_mention(entities, "Norman Quijar")[0])), brief(entities)


def test_a_counterpart_holds_no_office_of_that_name(ungated: Coder) -> None:
    (minister,) = with_mention(found(ungated, "He met his Peruvian counterpart Guillermo Larcos on Monday."), "counterpart Guillermo Larcos")
    assert (minister.name, minister.offices) == ("Guillermo Larcos", ())


def test_a_party_that_several_states_have_is_no_states(ungated: Coder) -> None:
    (party,) = (e for e in found(ungated, "THE CHRISTIAN DEMOCRATIC PARTY ACCUSED THE ARMY OF MURDER ON MONDAY.") if "PARTY" in " ".join(quotes(e)))
    assert (party.name, party.countries) == ("Christian Democratic Party", ())


@pytest.mark.parametrize(("text", "words", "private"), [("Father Ignacio Ellar was killed.", "Father Ignacio Ellar", False), ("His father Ignacio Ellar was killed.", "father Ignacio Ellar", True)])
def test_a_priest_is_no_kin(ungated: Coder, text: str, words: str, private: bool) -> None:
    assert [e.private for e in with_mention(found(ungated, text), words)] == [private]
