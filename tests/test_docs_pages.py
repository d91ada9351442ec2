"""docs/time.md and docs/stance.md: every row of their tables and their examples come out as they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord import Coder

DOCS = Path(__file__).resolve().parents[1] / "docs"


def rows(name: str) -> list[tuple[str, ...]]:
    """The cells of the table rows of a page; heads and rules are left out."""
    lines = (DOCS / name).read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if re.match(r"\| [A-Z]", line)]


TIMES, STANCES = rows("time.md"), rows("stance.md")


def test_the_pages_have_their_tables() -> None:
    assert len(TIMES) > 20
    assert len(STANCES) > 5


@pytest.mark.parametrize("row", TIMES, ids=[r[0] for r in TIMES])
def test_a_time_is_what_comes_out(row: tuple[str, ...], ungated: Coder) -> None:
    sentence, published, values = row
    record = ungated.code(sentence, published=None if published == "-" else published)
    assert ", ".join(t.value for t in record.times) == values


@pytest.mark.parametrize("row", STANCES, ids=[r[1] for r in STANCES])
def test_a_stance_is_what_comes_out(row: tuple[str, ...], coder: Coder) -> None:
    claim, headline, stance = row
    assert coder.stance(claim, headline, headline=True).stance == stance


@pytest.mark.parametrize("name", ["time.md", "stance.md"])
def test_the_example_prints_what_the_page_says(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    said = re.search(r"It prints `(.*?)`", page)
    assert code is not None
    assert said is not None
    exec(compile(code.group(1), name, "exec"), {})
    assert capsys.readouterr().out.strip() == said.group(1)
