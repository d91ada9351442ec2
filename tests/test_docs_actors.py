"""docs/actors.md: every row of its tables, its list and its example come out as they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord import Coder, actorlists, read_actors
from onrecord.model.actor import Entity

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "actors.md").read_text(encoding="utf-8")
LIST = PAGE.split("```csv\n")[1].split("```")[0]
TABLES, OWN = PAGE.split("## Your own lists")


def rows(text: str) -> list[tuple[str, str, str]]:
    found = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in text.splitlines() if re.match(r"\| [A-Z]", line)]
    return [(text, published, actors) for text, published, actors in found]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "desk.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def shown(entity: Entity) -> str:
    offices = dict.fromkeys(f"{'former ' * (o.former and not o.title.lower().startswith('former'))}{o.title.lower()}" for o in entity.offices)
    told = ["/".join(entity.countries) or "-", "/".join(entity.sectors) or "-", *offices, *(["private"] if entity.private else [])]
    return f"{' '.join(entity.name.split())} ({', '.join(told)})"


def actors(coder: Coder, text: str, published: str) -> str:
    record = coder.code(text, published=None if published == "-" else published)
    named = [e for e in record.entities if any(m.kind != "pronoun" for m in e.mentions)]
    return "; ".join(shown(e) for e in named) or "none"


@pytest.mark.parametrize("row", rows(TABLES), ids=[f"{r[0]} {r[1]}" for r in rows(TABLES)])
def test_an_actor_is_what_comes_out(row: tuple[str, str, str], ungated: Coder) -> None:
    assert actors(ungated, row[0], row[1]) == row[2]


@pytest.mark.parametrize("row", rows(OWN), ids=[f"{r[0]} {r[1]}" for r in rows(OWN)])
def test_a_list_gives_what_comes_out(row: tuple[str, str, str], desk: Path) -> None:
    assert actors(Coder(gate=False, actor_lists=[read_actors(desk)]), row[0], row[1]) == row[2]


def test_the_page_has_its_tables_and_a_good_list(desk: Path) -> None:
    assert len(rows(TABLES)) >= 20
    assert len(rows(OWN)) >= 5
    assert read_actors(desk).issues == ()
    named = re.findall(r"^\| `([a-z`, ]+?)` \|", OWN, re.MULTILINE)
    assert [column for cell in named for column in cell.split("`, `")] == list(actorlists.COLUMNS)
    for limit in (f"{actorlists.MAX_LIST_BYTES // 1_000_000} MB", f"{actorlists.MAX_LIST_ROWS:,} rows"):
        assert limit in OWN


def test_the_example_prints_what_the_page_says(desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.parent)
    exec(compile(PAGE.split("```python\n")[1].split("```")[0], "actors.md", "exec"), {})
    assert f"It prints `{capsys.readouterr().out.strip()}`" in PAGE
