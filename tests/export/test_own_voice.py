"""Who speaks where nobody else is told to: the outlet of a report, the author of a text in the first person."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.export.own_voice import OUTLET, own_voice
from onrecord.model.record import Record

SPEECH = "We have waited for nine years. Soldiers shelled our market in Orlan on Monday. Our people will not forget the six dead of that day."


def voices(record: Record) -> set[str]:
    return {value for s in page(record).sections for e in s.entries for label, value in e.facts if label == "on whose word"}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (SPEECH, "the author"),
        ("Soldiers shelled the market in Orlan on Monday. Six people died.", "the outlet itself"),
        # One sentence is not enough; quotations, what others are told to say and numerals do not count.
        ("We have waited for nine long years now. Soldiers shelled the market in Orlan on Monday.", "the outlet itself"),
        ("Soldiers shelled the market in Orlan on Monday. “We saw them from our house and we ran,” Ana Rivas said. “I will never forget it, nor will my son.”", "the outlet itself"),
        ("Soldiers shelled the market in Orlan on Monday under Article I of the decree. World War I ended here in Orlan.", "the outlet itself"),
        ("Soldiers shelled the market in Orlan on Monday. We pay for stories! We love pictures!", "the outlet itself"),
    ],
)
def test_the_own_voice(text: str, voice: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert voice in voices(record)
    assert {"the author", "the outlet itself"} & voices(record) == {voice}
    assert any(a.attribution is None for e in record.events for a in e.assertions)


def test_the_byline_names_the_author(ungated: Coder) -> None:
    record = ungated.code(f"Orlan remembers\n\nBy Ada Lind\n\n{SPEECH}", title="Orlan remembers")
    assert record.report.byline is not None
    assert record.report.byline.value in voices(record)


def test_figures_and_we_are_the_authors(ungated: Coder) -> None:
    record = ungated.code("We say this plainly to all of you today. Soldiers killed nine people in our town of Orlan on Monday. We say that the general ordered the killings of Monday.")
    assert voices(record) == {"the author"}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("This is communiqué No. 12 released by the\nPorts Ministry which states:\n\n1. On 3 May rebels burned the customs house in Doba.\n", "the Ports Ministry"),
        ("A communiqué released by the Ports Ministry says that rebels burned the customs house.\n\nThe army arrested nine dockers in Lom.\n", OUTLET),
    ],
)
def test_a_text_that_is_a_bodys_communique_is_its_own_word(text: str, voice: str) -> None:
    assert own_voice(Coder(gate=False).code(text)) == voice
