"""What actors are by the words around them, who is nobody, names misprinted, and states on somebody's way. Sentences are invented."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity
from onrecord.model.record import Record
from onrecord.model.span import words_of


def of(record: Record, words: str) -> Entity:
    """The actor of which the words are a mention."""
    return next(e for e in record.entities if any(words_of(m.spans).casefold() == words.casefold() for m in e.mentions))


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The extortion network threatened shop owners in Lom and killed two.", "extortion network", "criminal_group"),
        ("Chad's land-use authority arrested two men.", "Chad's land-use authority", "institution"),
        ("An anonymous authority said that the gang had fled.", "anonymous authority", "person"),
        ("The National Saltmarsh Resource Center said that most victims had fled.", "National Saltmarsh Resource Center", "organisation"),
        ("Police shot the commentator German Gamero on Monday.", "commentator German Gamero", "person"),
        ("The report was false, said union leader Israel Dunas Marsh on Monday.", "union leader Israel Dunas Marsh", "person"),
        ("The nation's anti-gang unit arrested two men in Lom.", "The nation's anti-gang unit", "organisation"),
        ("The National Organization of Dune Retailers condemned the killing of two men.", "National Organization of Dune Retailers", "organisation"),
        ("The race was won by Marcus Ericsson on Sunday. Police arrested him.", "Marcus Ericsson", "person"),
    ],
)
def test_kinds(text: str, words: str, kind: str, ungated: Coder) -> None:
    assert of(ungated.code(text), words).kind == kind


def test_a_person_of_a_firm_has_not_the_code_of_firms(ungated: Coder) -> None:
    record = ungated.code("Facebook founder Mark Zuckerberg met reporters on Monday.")
    assert of(record, "founder Mark Zuckerberg").countries == ()
    assert of(record, "Facebook").countries == ("MNC",)


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
    assert of(record, "COLONEL SIGIBERTO OCHOA PEREZ") == of(record, "OCHOA")


def test_who_is_flown_somewhere_pays_no_visit(ungated: Coder) -> None:
    assert not any(e.type == "CONSULT" for e in ungated.code("The suspect was flown to Chad on Monday.").events)
    assert any(e.type == "CONSULT" for e in ungated.code("The foreign minister flew to Chad on Monday.").events)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Police captured a colonel in Lom on Monday.", "captured", "COERCE"),
        ("Soldiers captured a rebel colonel in Lom on Monday.", "captured", "ASSAULT"),
        ("Clerks counted the sums as opposed to what was owed to the town.", "opposed", None),
        ("The union opposed the law on Monday.", "opposed", "REJECT"),
        ("They were in charge of lawsuits against the leaders of the gang.", "charge", None),
        ("Charges against the editor were filed in Lom.", "charges … filed", "ACCUSE"),
        ("The mill did a good deal of trade with Chad.", "deal", None),
    ],
)
def test_deeds_and_none(text: str, word: str, kind: str | None, ungated: Coder) -> None:
    found = {e.type for e in ungated.code(text).events if any(words_of(m.trigger).casefold() == word for m in e.mentions)}
    assert found == ({kind} if kind else set())
