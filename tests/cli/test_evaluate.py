"""`onrecord evaluate` as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from onrecord.evaluate.texts import digest

TEXT = "Gunmen attacked a customs post on Tuesday, residents said. The militia denied it. It was not clear how many were hurt."


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "onrecord", "evaluate", *arguments], capture_output=True, text=True, timeout=300, check=False)


def row(**changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": "post",
        "text": TEXT,
        "events": [{"id": "e", "mentions": ["attacked"], "assertions": [{"source": "residents", "status": "occurred"}, {"source": "The militia", "status": "denied"}]}],
        "questions": [{"kind": "unclear", "spans": ["It was not clear how many were hurt"]}],
    }
    return {key: value for key, value in (made | changes).items() if value is not ...}


def gold(folder: Path, *rows: dict[str, Any], name: str = "gold.jsonl") -> str:
    path = folder / name
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return str(path)


def test_the_coder_is_scored_as_a_table_and_as_data(tmp_path: Path) -> None:
    path = gold(tmp_path, row())
    table, data = run(path), run(path, "--format", "json", "--differences")
    assert table.returncode == data.returncode == 0, table.stderr + data.stderr
    assert "open questions" in table.stdout
    scores = json.loads(data.stdout)
    assert scores["figures"]["events"]["value"] == 1.0
    assert scores["figures"]["questions"]["value"] == 1.0
    assert scores["figures"]["disputes"] == {"value": None, "low": None, "high": None, "gold": 0, "other": 0, "found": 0}


def test_a_fault_in_the_gold_is_named_and_nothing_is_scored(tmp_path: Path) -> None:
    done = run(gold(tmp_path, row(), row(id="two", questions=[{"kind": "vague", "spans": ["hurt"]}])))
    assert done.returncode == 1
    assert "gold.jsonl:2: questions[0].kind: 'vague' is none of" in done.stderr
    assert done.stdout == ""


def test_a_report_without_its_text_is_left_out_and_named(tmp_path: Path) -> None:
    path = gold(tmp_path, row(), row(id="gone", text=..., sha256=digest("elsewhere")))
    done = run(path, "--against", path)
    assert done.returncode == 1
    assert "gold.jsonl:2: report 'gone': its text is not among the texts given" in done.stderr
    assert done.stdout.startswith("1 report\n")


def test_agreement_names_reports_that_one_side_lacks(tmp_path: Path) -> None:
    done = run(gold(tmp_path, row(), row(id="two")), "--against", gold(tmp_path, row(), row(id="three"), name="second.jsonl"))
    assert done.returncode == 1
    assert "report two: is not in" in done.stderr
    assert "report three: is not in" in done.stderr
    assert "100.0" in done.stdout


def test_wrong_use(tmp_path: Path) -> None:
    assert run().returncode == 2
    assert run(gold(tmp_path, row()), "--format", "xml").returncode == 2
    missing = run(str(tmp_path / "none.jsonl"))
    assert missing.returncode == 1
    assert "none.jsonl: cannot be read: No such file" in missing.stderr
    assert "there is no such file or folder" in run(gold(tmp_path, row(text=...)), "--texts", str(tmp_path / "none")).stderr
