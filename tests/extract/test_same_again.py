"""Actors told of again: which words point back to somebody told of before, and which bring in another. Sentences are invented."""

import pytest

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of


def actor(record: Record, words: str, nth: int = 0) -> str:
    """The id of the actor of which the words are a mention, the nth of several."""
    found = [(m.spans[0].start, e.id) for e in record.entities for m in e.mentions if words_of(m.spans).casefold() == words.casefold()]
    return sorted(found)[nth][1]


ONE = [
    ("Hospital sources said a nurse was shot on Monday. The same sources told reporters that two porters were hurt.", "Hospital sources", "same sources"),
    ("The police reported that a grocer was found murdered. The source said that the grocer had been kidnapped.", "police", "source"),
    ("Gunmen kidnapped a prominent Chadian grocer on Monday. Police arrested nine men. The wealthy grocer was freed.", "prominent Chadian grocer", "wealthy grocer"),
    ("The Chadian army is on alert. Two men died in attacks on army positions.", "Chadian army", "army"),
    ("Chadian police arrested nine men. The raid ended three months of police investigation.", "Chadian police", "police"),
    ("Police said that Liberto Gutierrez Marquez was shot. Rebels had kidnapped Liberdo Gutierrez in May.", "Liberto Gutierrez Marquez", "Liberdo Gutierrez"),
    ("Police arrested their father, Santo Rivero Cardoso, mother, Esperanza Lopez, and brother, Isidro Rivero.", "mother", "Esperanza Lopez"),
    ("Police arrested their father, Santo Rivero Cardoso, mother, Esperanza Lopez, and brother, Isidro Rivero.", "brother", "Isidro Rivero"),
    ("The Chadian government met the Malian government on Monday. That government is known for killing dockers.", "Malian government", "government"),
    ("US appeals court frees grocer\n\nA Federal Appeals Court in Reno has freed a grocer.", "US appeals court", "Federal Appeals Court"),
    ("A leader of Peru's dockers has denounced the raids. Moises Mieres Valdez, president of their union, said police had killed nine men.", "leader", "Moises Mieres Valdez"),
    ("Congress allowed the extradition of drug trafficking suspects. The president rejected the extradition of drug trafficking suspects.", "drug trafficking suspects", "drug trafficking suspects:1"),
    ("Police questioned Everth Bustillo, the international secretary of the M-19. The rebels will lay down arms, according to the M-19 leader.", "Everth Bustillo", "M-19 leader"),
    ("Attorney General Alfredo Gutierrez resigned in May. Police accuse a brother of a former attorney general. The attorney general's arrest was ordered on Monday.", "Attorney General Alfredo Gutierrez", "attorney general"),
    ("The M-19 has asked for talks. Socialists will receive the arms of this guerrilla organization which wants to join political life.", "M-19", "guerrilla organization"),
    ("Global Witness condemned the killing of nine farmers. According to that same non-governmental organization, rebels had killed them.", "Global Witness", "same non-governmental organization"),
    ("HDA President Nineth Gartia condemned the killings. Two men were kidnapped, said the HDA president.", "President Nineth Gartia", "HDA president"),
    ("Soldiers seized weapons meant for the guerrillas. Patrols were sent out at night. The FMLN attacked the army on Monday.", "guerrillas", "FMLN"),
    # a letter wrong in a family name
    ("President Mathis Mitterbach met reporters in Lom. Mitterbach praised the deal. Later Miterbach asked who could stop the trade.", "President Mathis Mitterbach", "Miterbach"),
    ("Police arrested Javier Silicia on Monday. The movement, led by the poet Javier Silica, condemned the raid.", "Javier Silicia", "poet Javier Silica"),
    # a number of people without the number
    ("Police captured twelve regional union leaders on Monday. The capture of the union leaders was announced in Lima.", "twelve regional union leaders", "union leaders"),
    ("Gunmen shot nine Marist nuns on Monday. A judge will ask who shot the Marist nuns.", "nine Marist nuns", "Marist nuns"),
    # who was Jane Doe
    ("The mayor said that the man arrested on Monday in Gao is Jairo Saldana, once a baker. Saldana had fled in 2001.", "man", "Jairo Saldana"),
    # fighters with their creed or state
    ("The FMLN suspended the talks with El Salvador. The marxist guerrillas want guarantees. The Salvadoran guerrillas will go on.", "FMLN", "Salvadoran guerrillas"),
    # the head of a state
    ("Kim Jong-un reopens the hotline with South Korea. Seoul proposed talks in response to a letter from the North Korean dictator.", "Kim Jong-un", "North Korean dictator"),
    # whom a report tells of most, by the noun of its headline
    ("Activist Found Dead in Lom\n\nAn activist with Omar Tern's movement has been found dead. The body of Jose Marsh, a peace activist, was found on Monday. Marsh had left his home. Marsh was 70. "
     "Police said that Marsh had been found with signs of torture.", "Jose Marsh", "activist"),
]  # fmt: skip

APART = [
    ("Hospital sources said a nurse was shot on Monday. Church sources told reporters that two porters were hurt.", "Hospital sources", "Church sources"),
    ("The police reported that a grocer was found murdered. The army said so too. The source said that the grocer had been kidnapped.", "police", "source"),
    ("Gunmen kidnapped a Chadian grocer on Monday. Police arrested a rival grocer. The wealthy grocer was freed.", "Chadian grocer", "wealthy grocer"),
    ("The Chadian army shot a nurse. The Malian army shot a grocer. Two men died in army raids.", "Chadian army", "army"),
    ("Police said that Liberto Gutierrez Marquez was shot. Rebels had kidnapped Lorenzo Gutierrez in May.", "Liberto Gutierrez Marquez", "Lorenzo Gutierrez"),
    ("Police arrested a brother of Isidro Rivero, Santo Rivero.", "brother", "Isidro Rivero"),
    ("Peoples of the world condemned the war. The people are protesting the killing of a nun.", "Peoples", "people"),
    ("One local resident said that troops had burned a mill. One resident told reporters that troops had shot a man.", "One local resident", "One resident"),
    ("Police questioned Everth Bustillo, the international secretary of the M-19. The FMLN leader condemned the arrests.", "Everth Bustillo", "FMLN leader"),
    ("Armed men shot a nurse in Lom on Monday. Armed men attacked a clinic in Gao.", "Armed men", "Armed men:1"),
    ("A leader of the dockers has denounced the raids. The police arrested Moises Mieres Valdez, president of their union.", "leader", "Moises Mieres Valdez"),
    ("Police arrested Pedro Marina on Monday. Juan Marino condemned the raid.", "Pedro Marina", "Juan Marino"),
    ("Police arrested Pedro Orto on Monday. Juan Orta condemned the raid. Orta was shot.", "Pedro Orto", "Orta"),
    ("Police arrested Omar Meyerling on Monday. The Meyerlings killed a judge in Lom.", "Omar Meyerling", "Meyerlings"),
    ("Soldiers shot sixteen sailors near Lom. Police arrested the injured sailors on Monday.", "sixteen sailors", "injured sailors"),
    ("Police captured twelve regional union leaders on Monday. Soldiers shot the other union leaders in Lima.", "twelve regional union leaders", "other union leaders"),
    ("Police captured twelve union leaders in Gao. Soldiers shot four union leaders in Lom. The union leaders condemned the army.", "twelve union leaders", "union leaders"),
    ("The mayor said that the man arrested on Monday in Gao is not Jairo Saldana. Saldana denied it.", "man", "Jairo Saldana"),
    # of a head of state's family name, and not he
    ("Police questioned Iris Varela in Lom. The Panamanian dictator condemned the army on Monday.", "Iris Varela", "Panamanian dictator"),
]  # fmt: skip


def named(record: Record, words: str) -> str:
    text, _, nth = words.partition(":")
    return actor(record, text, int(nth or 0))


@pytest.mark.parametrize(("text", "one", "other"), ONE)
def test_who_is_told_of_again_is_one_actor(text: str, one: str, other: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert named(record, one) == named(record, other)


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_who_is_brought_in_anew_is_another(text: str, one: str, other: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert named(record, one) != named(record, other)


def test_a_source_behind_a_body_leaves_it_a_body(ungated: Coder) -> None:
    record = ungated.code("The police reported that a grocer was found murdered. The source said that the grocer had been kidnapped.")
    assert [(e.name, e.kind) for e in record.entities if "source" in [words_of(m.spans) for m in e.mentions]] == [("police", "organisation")]


def test_a_prefix_makes_others_of_a_body(ungated: Coder) -> None:
    record = ungated.code("Police killed nine members of the ex-FARC mafia. The FARC condemned the raid.")
    farc = next(e for e in record.entities if e.name.startswith("Revolutionary"))
    assert [m.spans[0].start for m in farc.mentions] == [record.report.text.index("The FARC") + 4]
