"""Time expressions of single sentences, published on Wednesday, 5 March 2025; cases are data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import Coder

CASES = json.loads((Path(__file__).parent / "time_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:45] for c in CASES])
def test_values(case: dict[str, object], ungated: Coder) -> None:
    record = ungated.code(str(case["text"]), published="2025-03-05")
    assert [t.value for t in record.times if t.derivation["value"].rule != "publication"] == case["values"]


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:45] for c in CASES])
def test_without_a_date_relative_values_stay_open(case: dict[str, object], ungated: Coder) -> None:
    """No default date: nothing that counts from the publication may come out as a calendar date."""
    record = ungated.code(str(case["text"]))
    for time in record.times:
        if time.earliest is not None:
            assert time.anchor == "none"
            assert time.value[:4] in str(case["text"]) or case.get("implied") or time.value == "198"
