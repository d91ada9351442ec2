"""Events that readers of such pages found wrong too often stand on the page in the text's words alone, and whole where the reader asks for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.model.record import Record

TEXT = (
    "Dockers marched in Lom on Monday. The army arrested nine dockers. Rebels burned the customs house in Doba. A court in Lom jailed two rebels on Tuesday. "
    "The mayor met dockers on Wednesday. Police seized rifles in Doba. The union called for a strike."
)
LESS = "Less sure, in the text's words alone"


def lowered(record: Record, word: str, confidence: float) -> Record:
    return replace(record, events=tuple(replace(e, confidence=confidence if word in {s.words for m in e.mentions for s in m.trigger} else 0.9) for e in record.events))


@pytest.fixture(scope="module")
def record() -> Record:
    return Coder(gate=False).code(TEXT)


def test_low_confidence_leaves_the_words_alone(record: Record) -> None:
    doubted = lowered(record, "burned", 0.5)
    sections = {s.title: s.entries for s in page(doubted).sections}
    (entry,) = sections[LESS]
    assert "burned" in [p.text for p in entry.words]
    assert not entry.facts
    assert not entry.tag
    assert not any("burned" in [p.text for p in e.words] for title, entries in sections.items() if title != LESS for e in entries)


def test_asked_for_it_stands_with_the_rest(record: Record) -> None:
    sections = {s.title: s.entries for s in page(lowered(record, "burned", 0.5), unsure=True).sections}
    assert LESS not in sections
    assert any("burned" in [p.text for p in e.words] and e.tag for e in sections["What happened"])


@pytest.mark.parametrize("word", ["marched"])
def test_the_opening_stands(record: Record, word: str) -> None:
    assert LESS not in {s.title for s in page(lowered(record, word, 0.5)).sections}


def test_a_text_of_few_events_is_read_as_it_stands() -> None:
    few = Coder(gate=False).code("Dockers marched in Lom. Rebels burned the customs house in Doba.")
    assert LESS not in {s.title for s in page(lowered(few, "burned", 0.5)).sections}


def test_confidence_is_a_chance_and_falls_with_what_is_less_plainly_told() -> None:
    coder = Coder(gate=False)
    (plain,) = coder.code("The army arrested nine dockers in Lom on Monday.").events
    (told,) = coder.code("They told of the arrest of nine dockers, sources said.").events
    assert 0.0 < told.confidence < plain.confidence < 1.0
