"""Status of single sentences, one construction each; cases are data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import Coder
from onrecord.lexicon.status import status_lexicon
from onrecord.model.status import LABELS, Axes, event_status

CASES = json.loads((Path(__file__).parent / "status_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:50] for c in CASES])
def test_status_of_the_trigger(case: dict[str, str], ungated: Coder) -> None:
    record = ungated.code(case["text"])
    found = [e for e in record.events if any(case["trigger"] in [s.quote for s in m.trigger] for m in e.mentions)]
    assert found, [(e.type, [s.quote for m in e.mentions for s in m.trigger]) for e in record.events]
    assert {e.status for e in found} == {case["status"]}


def test_cases_cover_all_ten_labels() -> None:
    assert {c["status"] for c in CASES} == set(LABELS)


def test_a_denial_beside_an_assertion_erases_nothing() -> None:
    assert event_status(["occurred"], ["denied"]) == "occurred"
    assert event_status([], ["denied", "occurred"]) == "occurred"
    assert event_status([], ["denied", "alleged"]) == "alleged"
    assert event_status([], ["denied"]) == "denied"
    assert event_status(["planned"], ["occurred"]) == "planned"


def test_the_label_table_answers_for_every_combination_of_axes() -> None:
    from itertools import product
    from typing import get_args

    from onrecord.model.status import Certainty, Frame, Phase, Polarity, TimeAxis

    lexicon = status_lexicon()
    for values in product(*(get_args(a) for a in (TimeAxis, Polarity, Certainty, Phase, Frame))):
        for attributed in (True, False):
            assert lexicon.label(Axes(*values), attributed) in LABELS


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Raiders stormed the granary, killing two watchmen.", "ASSAULT", "occurred"),
        ("The fort has a trench to prevent attacks.", "ASSAULT", "hypothetical"),
        ("No ferry is safe from attack on the delta.", "ASSAULT", "hypothetical"),
        ("The decree makes it harder to seize boats.", "COERCE", "hypothetical"),
        ("A fourth nuclear test would bring the junta closer to a bomb.", "MOBILIZE", "hypothetical"),
        ("The clerk has been arrested; the charge has not been made public.", "COERCE", "occurred"),
        ("If the logs are not brought by Friday, the ministry says, it will close the road to the rebels.", "COERCE", "threatened"),
        ("Patrols will be doubled at the lock, with two more boats sent from Lom.", "MOBILIZE", "planned"),
    ],
)
def test_readings_of_an_editor(text: str, kind: str, status: str, ungated: Coder) -> None:
    found = [e.status for e in ungated.code(text).events if kind in (e.type, e.deed_type)]
    assert found[:1] == [status]
