"""Words in a row are no sentence: they are coded without events and an issue says so; headlines, however short, are coded."""

from __future__ import annotations

import pytest

from onrecord import Coder

WORDS = [
    "attack attack Goma 12", "attack", "War!", "Goma attack", "GOMA ATTACK ATTACK 12", "killed killed killed", "attack kill bomb police Goma army",
    "protest protest strike march arrest", "president, war, attack, Goma, 12", "Goma: attack; Bukavu: arrest; Beni: protest", "attack Goma " * 40, "US attack US",
]  # fmt: skip
HEADLINES = [
    "Rebels attack Goma", "Clashes in Goma", "Nine killed in raid", "Army attacks village", "Police arrest 12", "Gunmen kill mayor", "12 killed", "The minister resigned",
    "Coalition to send troops", "Truce holds", "GUNMEN KILL MAYOR IN GOMA", "Attack on the town", "Rebels attacked the town",
]  # fmt: skip


@pytest.mark.parametrize("text", WORDS)
def test_words_in_a_row_give_no_event_and_an_issue(text: str, coder: Coder) -> None:
    record = coder.code(text)
    assert record.report.coded == "yes"
    assert record.events == ()
    assert [(i.code, i.severity) for i in record.issues] == [("no_sentence", "warning")]


@pytest.mark.parametrize("text", HEADLINES)
def test_headlines_are_coded(text: str, coder: Coder) -> None:
    record = coder.code(text)
    assert record.events, record.issues
    assert record.issues == ()


def test_one_sentence_among_words_is_enough(coder: Coder) -> None:
    record = coder.code("Goma\n\nattack\n\nRebels burned the depot on Monday.")
    assert record.events
    assert record.issues == ()


def test_with_the_gate_off_everything_is_parsed_as_asked(ungated: Coder) -> None:
    assert ungated.code("Goma attack").issues == ()
