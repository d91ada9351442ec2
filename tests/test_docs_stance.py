"""docs/stance.md: every row of its table and its example come out as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord import Coder

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "stance.md").read_text(encoding="utf-8")
ROWS = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in PAGE.splitlines() if re.match(r"\| [A-Z]", line)]


@pytest.mark.parametrize("row", ROWS, ids=[r[1] for r in ROWS])
def test_a_row_is_what_comes_out(row: tuple[str, ...], coder: Coder) -> None:
    claim, headline, stance = row
    assert coder.stance(claim, headline, headline=True).stance == stance


def test_the_example_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    said = re.search(r"It prints `(.*?)`", PAGE)
    assert code is not None
    assert said is not None
    exec(compile(code.group(1), "stance.md", "exec"), {})
    assert capsys.readouterr().out.strip() == said.group(1)
