"""Wordings beside an act: every pattern finds the act of its own example and leaves its counter-example alone."""

from __future__ import annotations

import re
import time

import pytest

from onrecord.lexicon.tables import Row, read_rows, resource
from onrecord.lexicon.wordings import ACT, BOUND, WORDINGS, wordings

ROWS = list(read_rows(resource("lexicon", "en", "status", "wordings.tsv"), WORDINGS))


def surface(example: str) -> str:
    """As `onrecord.extract.factuality.wordings.surface` makes it; the example's act stands in brackets, and what follows the sentence with it is the next one."""
    marked = re.sub(r"\[[^]]*\]", ACT, example)
    parted = re.match(rf"(.*?{ACT}.*?[.?!][\"']?) ([A-Z\"].*)$", marked)
    return f"{parted[1]} {BOUND} {parted[2]}" if parted else f"{marked} {BOUND} "


def test_the_table_is_filled() -> None:
    assert len(ROWS) == len(wordings()) > 60


@pytest.mark.parametrize("at", range(len(ROWS)), ids=[r.where for r in ROWS])
def test_a_wording_fits_its_example_only(at: int) -> None:
    row: Row = ROWS[at]
    pattern = wordings()[at].pattern
    assert row["example"].count("[") == 1
    assert pattern.search(surface(row["example"])), row["example"]
    assert row["counter"].count("[") == 1
    assert not pattern.search(surface(row["counter"])), row["counter"]


@pytest.mark.parametrize("text", ["a " * 200 + ACT + " b" * 200, "a, " * 130 + ACT + ", b" * 130, "whether " * 50 + ACT + " is was " * 50, "or so " * 60 + ACT])
def test_hostile_text_is_answered_in_time(text: str) -> None:
    began = time.perf_counter()
    for wording in wordings():
        wording.pattern.search(f"{text} {BOUND} {text.replace(ACT, '')}")
    assert time.perf_counter() - began < 2.0
