"""Deeds that a text mentions in passing stand in the record with a confidence that says so, and not on the page; the page says how many."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.extract.assembly.mentioned import IN_PASSING

_OPENING = "The army arrested nine dockers in Lom on Monday. "


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The harbour has one of the highest rates of kidnapping.", "kidnapping"),
        ("The case files tell of nothing but kidnapping.", "kidnapping"),
    ],
)
def test_a_deed_in_passing_is_in_the_record_alone(text: str, word: str, ungated: Coder) -> None:
    record = ungated.code(_OPENING + text)
    event = next(e for e in record.events if word in [s.words for m in e.mentions for s in m.trigger])
    assert event.confidence == IN_PASSING
    shown = page(record)
    assert word not in [p.text for s in shown.sections for e in s.entries for p in e.words if p.strong]
    assert any(label == "Left out" for label, _ in shown.header)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Training for the mission is under way.", "Training"),
        ("The riot left two dockers dead.", "riot"),
        ("Dockers fled during clashes with rebels.", "clashes"),
        ("Nine dockers died in the raid.", "died"),
        ("Some courts failed to convict anyone.", "convict"),
    ],
)
def test_what_is_said_to_happen_stands(text: str, word: str, ungated: Coder) -> None:
    record = ungated.code(_OPENING + text)
    assert word in [p.text for s in page(record).sections for e in s.entries for p in e.words if p.strong]


def test_the_opening_and_the_headline_stand(ungated: Coder) -> None:
    record = ungated.code("Villagers told of kidnapping. The army stayed away.")
    assert "kidnapping" in [p.text for s in page(record).sections for e in s.entries for p in e.words if p.strong]
