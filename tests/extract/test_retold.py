"""Actors told of in two ways, names misprinted, and states on somebody's way. Sentences are invented."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of


def actor(record: Record, words: str) -> str:
    """The id of the actor of which the words, or the nth of them ("police:1"), are a mention."""
    text, _, nth = words.partition(":")
    found = [(m.spans[0].start, e.id) for e in record.entities for m in e.mentions if words_of(m.spans).casefold() == text.casefold()]
    return sorted(found)[int(nth or 0)][1]


ONE = [
    # a letter wrong in a family name
    ("President Mathis Mitterbach met reporters in Lom. Mitterbach praised the deal. Later Miterbach asked who could stop the trade.", "President Mathis Mitterbach", "Miterbach"),
    ("Police arrested Javier Silicia on Monday. The movement, led by the poet Javier Silica, condemned the raid.", "Javier Silicia", "poet Javier Silica"),
    # a number of people without the number
    ("Police captured twelve regional union leaders on Monday. The capture of the union leaders was announced in Lima.", "twelve regional union leaders", "union leaders"),
    ("Gunmen shot nine Marist nuns on Monday. A judge will ask who shot the Marist nuns.", "nine Marist nuns", "Marist nuns"),
    # who was Jane Doe
    ("The mayor said that the man arrested on Monday in Gao is Jairo Saldana, once a baker. Saldana had fled in 2001.", "man", "Jairo Saldana"),
    # the front that claims what guerrillas claimed
    ("Chadian guerrillas claimed responsibility on Monday for a raid on a mill. In a letter, the Dune Patriotic Front (DPF) claimed responsibility for the raid.", "Chadian guerrillas", "Dune Patriotic Front"),
    # fighters with their creed or state
    ("The FMLN suspended the talks with El Salvador. The marxist guerrillas want guarantees. The Salvadoran guerrillas will go on.", "FMLN", "Salvadoran guerrillas"),
    # the head of a state
    ("Kim Jong-un reopens the hotline with South Korea. Seoul proposed talks in response to a letter from the North Korean dictator.", "Kim Jong-un", "North Korean dictator"),
    # whom a report tells of most, by the noun of its headline
    ("Activist Found Dead in Lom\n\nAn activist with Omar Tern's movement has been found dead. The body of Jose Marsh, a peace activist, was found on Monday. Marsh had left his home. Marsh was 70. "
     "Police said that Marsh had been found with signs of torture.", "Jose Marsh", "activist"),
]  # fmt: skip

APART = [
    ("Police arrested Pedro Marina on Monday. Juan Marino condemned the raid.", "Pedro Marina", "Juan Marino"),
    ("Police arrested Pedro Orto on Monday. Juan Orta condemned the raid. Orta was shot.", "Pedro Orto", "Orta"),
    ("Police arrested Omar Meyerling on Monday. The Meyerlings killed a judge in Lom.", "Omar Meyerling", "Meyerlings"),
    ("Soldiers shot sixteen sailors near Lom. Police arrested the injured sailors on Monday.", "sixteen sailors", "injured sailors"),
    ("Police captured twelve regional union leaders on Monday. Soldiers shot the other union leaders in Lima.", "twelve regional union leaders", "other union leaders"),
    ("Police captured twelve union leaders in Gao. Soldiers shot four union leaders in Lom. The union leaders condemned the army.", "twelve union leaders", "union leaders"),
    ("Chadian guerrillas claimed responsibility on Monday for a raid on a mill. The Dune Patriotic Front (DPF) condemned the raid.", "Chadian guerrillas", "Dune Patriotic Front"),
    ("The mayor said that the man arrested on Monday in Gao is not Jairo Saldana. Saldana denied it.", "man", "Jairo Saldana"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other"), ONE)
def test_one_actor(text: str, one: str, other: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert actor(record, one) == actor(record, other)


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_two_actors(text: str, one: str, other: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert actor(record, one) != actor(record, other)


def of(record: Record, words: str):
    identity = actor(record, words)
    return next(e for e in record.entities if e.id == identity)


def test_an_apposition_behind_a_row_tells_of_the_last_of_it(ungated: Coder) -> None:
    record = ungated.code("Foreign Minister Diego Cordon and Edwina Avis, delegate of the French ministry of trade, signed a letter.")
    assert actor(record, "Edwina Avis") == actor(record, "delegate")
    assert of(record, "Foreign Minister Diego Cordon").countries == ()


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The extortion network threatened shop owners in Lom and killed two.", "extortion network", "criminal_group"),
        ("Chad's land-use authority arrested two men.", "Chad's land-use authority", "institution"),
        ("An anonymous authority said that the gang had fled.", "anonymous authority", "person"),
        ("The National Saltmarsh Resource Center said that most victims had fled.", "National Saltmarsh Resource Center", "organisation"),
        ("Police shot the commentator German Gamero on Monday.", "commentator German Gamero", "person"),
        ("The race was won by Marcus Ericsson on Sunday. Police arrested him.", "Marcus Ericsson", "person"),
    ],
)
def test_kinds(text: str, words: str, kind: str, ungated: Coder) -> None:
    assert of(ungated.code(text), words).kind == kind


def test_a_person_of_a_firm_has_not_the_code_of_firms(ungated: Coder) -> None:
    record = ungated.code("Facebook founder Mark Zuckerberg met reporters on Monday.")
    assert of(record, "founder Mark Zuckerberg").countries == ()
    assert of(record, "Facebook").countries == ("MNC",)


def test_letters_before_a_form_of_firms_are_the_firms(ungated: Coder) -> None:
    record = ungated.code("The scam was uncovered by a part of the firm EMC Corporation, and RSA Security warned two banks.")
    assert not any(e.kind == "armed_group" or "ZAF" in e.countries for e in record.entities)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Nine people were involved in a raid on the mill. They fled from the police.", "nine people"),
        ("A court in Lom revoked a warrant against nine persons linked to massacres.", "nine persons"),
    ],
)
def test_who_is_tied_to_a_crime_is_no_civilian(text: str, plain: str, ungated: Coder) -> None:
    found = [e for e in ungated.code(text).entities if any(words_of(m.spans).casefold().endswith(plain) for m in e.mentions)]
    assert all("CVL" not in e.sectors for e in found)


def test_who_is_tied_to_a_union_is_a_civilian(ungated: Coder) -> None:
    assert of(ungated.code("Two people linked to the union were shot in Lom."), "Two people").sectors == ("CVL",)


@pytest.mark.parametrize(
    "text",
    [
        "Smugglers moved ten tons of gold across the desert. Police said the gang had taken it to Chad.",
        "Gunmen raided a mill in Lom. The men were later sent to Chad.",
        "Police raided a mill in Lom, in the border region with Chad.",
        "Police raided a mill in Lom. The gap in prices between Chad and Niger grew.",
    ],
)
def test_a_state_on_the_way_or_beside_is_no_actor(text: str, ungated: Coder) -> None:
    assert not any(e.name == "Chad" for e in ungated.code(text).entities)


def test_a_state_dealt_with_is_an_actor(ungated: Coder) -> None:
    record = ungated.code("Mali began talks with Chad on Monday about the clash. The mayor wrote a letter to Niger.")
    assert {"Mali", "Chad"} <= {e.name for e in record.entities}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("THE HONEST ADMINSTRATION OF JUSTICE WAS DEMANDED BY THE RULING PARTY IN THE CAPITAL.", "adminstration"),
        ("AFTER THE MASSSACRE OF THE NUNS THE POLICE ARRESTED TWO SOLDIERS IN THE CAPITAL.", "masssacre"),
        ("Rebels attacked Juan Jose Corregimiento on Monday and killed two men.", "juan jose corregimiento"),
        ("The governor blamed the Dunization of Chad for the killing of two men by gangs.", "dunization of chad"),
    ],
)
def test_nobody(text: str, nobody: str, ungated: Coder) -> None:
    assert nobody not in {e.name.casefold() for e in ungated.code(text).entities}


def test_a_family_name_between_two_others_in_capitals(ungated: Coder) -> None:
    record = ungated.code("COLONEL SIGIBERTO OCHOA PEREZ ACCUSED THE MAYOR OF TAKING BRIBES FROM SMUGGLERS. OCHOA SAID THAT HE HAD PROOF OF IT.")
    assert actor(record, "COLONEL SIGIBERTO OCHOA PEREZ") == actor(record, "OCHOA")


def test_who_is_flown_somewhere_pays_no_visit(ungated: Coder) -> None:
    assert not any(e.type == "CONSULT" for e in ungated.code("The suspect was flown to Chad on Monday.").events)
    assert any(e.type == "CONSULT" for e in ungated.code("The foreign minister flew to Chad on Monday.").events)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Police captured a colonel in Lom on Monday.", "captured", "COERCE"),
        ("Soldiers captured a rebel colonel in Lom on Monday.", "captured", "ASSAULT"),
        ("Clerks counted the sums as opposed to what was owed to the town.", "opposed", None),
        ("The Seizure of Dune Goods Act was sent to the town hall on Monday.", "seizure", None),
        ("The union opposed the law on Monday.", "opposed", "REJECT"),
    ],
)
def test_deeds_and_none(text: str, word: str, kind: str | None, ungated: Coder) -> None:
    found = {e.type for e in ungated.code(text).events if any(words_of(m.trigger).casefold() == word for m in e.mentions)}
    assert found == ({kind} if kind else set())
