"""docs/evaluate.md: its example is valid, and prints what it says."""

from __future__ import annotations

import json
import re
from pathlib import Path

from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.evaluate import annotation, read_gold

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "evaluate.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    found = re.search(rf"^```\w+ {name}\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert found, name
    return found[1]


def written(folder: Path, name: str) -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text(json.dumps(json.loads(block(name))) + "\n", encoding="utf-8")
    return path


def test_the_worked_example_prints_what_the_document_shows(tmp_path: Path) -> None:
    gold, second = written(tmp_path, "gold"), written(tmp_path, "second")
    done = CliRunner().invoke(app, ["evaluate", str(gold), "--against", str(second), "--differences"])
    assert done.exit_code == 0, done.output
    assert [line.rstrip() for line in done.stdout.strip().splitlines()] == block("out").strip().splitlines()


def test_the_offsets_that_the_document_gives_are_the_quoted_word(tmp_path: Path) -> None:
    (report,) = read_gold(written(tmp_path, "gold")).reports
    assert report.events is not None
    assert report.events[0].mentions == (((7, 14),),)
    assert report.words(((7, 14),)) == "shelled"


def test_the_document_names_every_label() -> None:
    for label in (*annotation.POLES, *annotation.QUESTION_KINDS, *annotation.AUTHORITY_KINDS):
        assert re.search(rf"\b{label}\b", DOCUMENT), label
