"""docs/time.md, docs/stance.md and docs/attribution.md: every row of their tables and their examples come out as they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord import Coder
from onrecord.model.span import words_of

DOCS = Path(__file__).resolve().parents[1] / "docs"


def rows(name: str, section: str = "") -> list[tuple[str, ...]]:
    """The cells of the table rows of a page, or of one section of it; heads and rules are left out."""
    text = (DOCS / name).read_text(encoding="utf-8")
    lines = text.partition(f"\n## {section}\n")[2].partition("\n## ")[0].splitlines() if section else text.splitlines()
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if re.match(r"\| [A-Z“]", line)]


TIMES, STANCES = rows("time.md"), rows("stance.md")
DISPUTES = rows("attribution.md", "Disputes")


def test_the_pages_have_their_tables() -> None:
    assert len(TIMES) > 20
    assert len(STANCES) > 5
    assert len(DISPUTES) > 10


@pytest.mark.parametrize("row", TIMES, ids=[r[0] for r in TIMES])
def test_a_time_is_what_comes_out(row: tuple[str, ...], ungated: Coder) -> None:
    sentence, published, values = row
    record = ungated.code(sentence, published=None if published == "-" else published)
    assert ", ".join(t.value for t in record.times) == values


@pytest.mark.parametrize("row", STANCES, ids=[r[1] for r in STANCES])
def test_a_stance_is_what_comes_out(row: tuple[str, ...], coder: Coder) -> None:
    claim, headline, stance = row
    assert coder.stance(claim, headline, headline=True).stance == stance


@pytest.mark.parametrize("row", DISPUTES, ids=[r[0] for r in DISPUTES])
def test_a_dispute_is_what_comes_out(row: tuple[str, ...], coder: Coder) -> None:
    text, words, against, rule = row
    record = coder.code(text)
    claims = {c.id: words_of(c.spans) for c in record.claims}
    names = {a.id: words_of(a.source.spans) if a.source else "" for a in record.attributions}
    told = []
    for dispute in record.disputes:
        sides = [s for s in dispute.sides if s.stance in ("denies", "rejects", "doubts")]
        told.append((claims[dispute.claim], [names[a] for s in sides for a in s.attributions] + ["the outlet" for s in sides if s.outlet], dispute.derivation["sides"].rule))
    assert len(told) == 1, told
    assert words in told[0][0]
    assert told[0][1] == [against]
    assert told[0][2].split(":")[0] == rule


@pytest.mark.parametrize("name", ["time.md", "stance.md", "attribution.md"])
def test_the_example_prints_what_the_page_says(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    shown = re.findall(r"```python\n(.*?)```\s+It prints `(.*?)`", page, re.DOTALL)
    assert shown
    assert len(shown) == page.count("```python")
    for code, said in shown:
        exec(compile(code, name, "exec"), {})
        assert capsys.readouterr().out.strip() == said

