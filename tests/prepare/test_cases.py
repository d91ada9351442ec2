"""The cases of cases.json: damage is repaired, what is no damage stays, what differs stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.prepare import clean
from onrecord.readers import read_text

CASES: dict[str, Any] = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))


def cleaned(text: str) -> str:
    return clean(read_text(text).report)[0].text


@pytest.mark.parametrize("case", [*CASES["encoding"], *CASES["repeats"]], ids=lambda case: case["name"])
def test_damage_is_repaired(case: dict[str, str]) -> None:
    assert cleaned(case["damaged"]) == case["clean"]


@pytest.mark.parametrize("case", CASES["lossy"], ids=lambda case: case["name"])
def test_lossy_damage_is_repaired(case: dict[str, str]) -> None:
    # A dateline's separator becomes a line break; apart from that the wording is the repaired one.
    wanted = case["clean"].replace("(Delta News) — ", "(Delta News)\n")
    assert cleaned(case["damaged"]) == wanted


@pytest.mark.parametrize("text", CASES["same"])
def test_real_letters_stay(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize("case", CASES["kept"], ids=lambda case: case["name"])
def test_what_differs_stays_and_is_told(case: dict[str, Any]) -> None:
    text, issues = clean(read_text(case["text"]).report)
    assert text.text == case["text"]
    told = [issue for issue in issues if issue.code == "paragraphs_differ"]
    assert bool(told) == case["differ"]
    for issue in told:
        for span in issue.spans:
            span.check(case["text"])


@pytest.mark.parametrize("case", [*CASES["encoding"], *CASES["lossy"], *CASES["repeats"]], ids=lambda case: case["name"])
def test_cleaning_a_clean_text_changes_nothing(case: dict[str, str]) -> None:
    once = cleaned(case["damaged"])
    assert cleaned(once) == once
