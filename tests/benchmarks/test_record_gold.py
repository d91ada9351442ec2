"""The record gold: our reports are what they say, the guide's example passes its own check, the check sees what it must."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from pathlib import Path

from onrecord.evaluate import read_gold
from onrecord.evaluate.texts import digest

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks" / "record"
GUIDE = (FOLDER / "GUIDE.md").read_text(encoding="utf-8")
ROWS = [json.loads(line) for line in (FOLDER / "reports.jsonl").read_text(encoding="utf-8").splitlines()]


def check(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(FOLDER / "check.py"), *arguments], capture_output=True, text=True, timeout=120, check=False)


def example() -> dict[str, object]:
    found = re.search(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    quoted = re.search(r"((?:^> .*\n)+)", GUIDE, re.MULTILINE)
    assert found
    assert quoted
    row: dict[str, object] = json.loads(found[1])
    row["text"] = " ".join(line.removeprefix("> ") for line in quoted[1].splitlines())
    return row


def test_our_reports_are_25_fictional_ones_of_different_forms_with_their_digests() -> None:
    assert len(ROWS) == len({row["form"] for row in ROWS}) == 25
    for row in ROWS:
        assert row["fictional"] is True
        assert digest(row["text"]) == row["sha256"]
        assert "FICTIONAL" not in row["text"]


def test_weekdays_beside_full_dates_agree() -> None:
    """ "Friday 29 August" in a report of 2025."""
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    for row in ROWS:
        for day, number, month in re.findall(rf"\b({days}),? (\d{{1,2}}) ([A-Z][a-z]{{2,8}})\b", row["text"]):
            date = datetime.datetime.strptime(f"{number} {month[:3]} {row['published'][:4]}", "%d %b %Y")
            assert f"{date:%A}" == day, row["id"]


def test_the_example_of_the_guide_passes_its_own_check_and_comes_back_from_offsets(tmp_path: Path) -> None:
    mine, made = tmp_path / "mine.json", tmp_path / "gold.jsonl"
    mine.write_text(json.dumps(example(), indent=1), encoding="utf-8")
    done = check(str(mine), "-o", str(made), "--with-text")
    assert done.returncode == 0, done.stderr
    plain = json.loads(made.read_text(encoding="utf-8"))
    assert "quote" not in made.read_text(encoding="utf-8")
    assert [e["status"] for e in plain["events"]] == ["occurred", "occurred", "threatened", "proposed", "planned"]
    lines = tmp_path / "mine.jsonl"
    lines.write_text(json.dumps(example()) + "\n", encoding="utf-8")
    assert read_gold(lines).reports == read_gold(made).reports


def test_the_check_sees_what_the_guide_forbids(tmp_path: Path) -> None:
    row = example()
    del row["questions"]
    events = row["events"]
    assert isinstance(events, list)
    events[0]["assertions"].append({"source": "river guard", "status": "alleged"})
    events[1]["mentions"] = events[0]["mentions"]
    mine = tmp_path / "mine.json"
    mine.write_text(json.dumps(row), encoding="utf-8")
    done = check(str(mine), "-o", str(tmp_path / "gold.jsonl"))
    assert done.returncode == 1
    for words in ("questions: is missing", "two assertions of one source (river guard)", "both mark 'burned'"):
        assert words in done.stderr, done.stderr
    assert not (tmp_path / "gold.jsonl").exists()
