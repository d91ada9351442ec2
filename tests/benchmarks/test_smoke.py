"""A fast smoke of the benchmark adapters: hand-written rows of every area, and a few rows of each gold set where the folder is present."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord import Coder

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from adapters import ADAPTERS  # noqa: E402
from bench import main  # noqa: E402

TEXT = "Rebels attacked the town of Gao on Monday, the army said. Police arrested two men."
ROWS: dict[str, dict[str, Any]] = {
    "event_coding": {"id": "1", "text": TEXT, "date": "2025-03-05"},
    "cameo_penta": {"id": "1", "text": TEXT},
    "police": {"id": "1", "text": TEXT},
    "attribution": {"doc_id": "1", "text": TEXT},
    "temporal": {"doc_id": "1", "dct": "2025-03-05", "text": TEXT},
    "factuality": {"id": "1", "tokens": TEXT.split(), "event_token_span": [1, 2]},
    "status": {"id": "1", "text": TEXT, "event": {"start": 7, "end": 15}},
    "geo": {"doc_id": "1", "text": TEXT},
    "geo_spans": {"doc_id": "1", "text": TEXT, "spans": [{"start": 28, "end": 31, "text": "Gao"}]},
    "actors": {"id": "1", "mention": "the Malian army", "context": "", "date": ""},
    "linking": {"doc_id": "1", "text": TEXT, "events": [{"id": "e1", "start": 7, "end": 15}]},
    "linking_docs": {"doc_id": "1", "text": TEXT, "title": "Rebels attack", "published": "2025-03-05"},
    "stance": {"id": "1", "claim": "Rebels attacked Gao", "headline": "Army denies rebels attacked Gao"},
    "w5h1": {"id": "1", "title": "Rebels attack Gao", "description": "", "text": TEXT, "url": "", "publisher": "", "published": "2025-03-05"},
    "duplicates": {"id": "1", "title": "", "text": TEXT, "publisher": "", "published": ""},
}
EXPECTED: dict[str, Any] = {
    "police": {"id": "1", "labels": ["arrest"]},
    "temporal": {"doc_id": "1", "timexes": [{"span": [35, 41], "text": "Monday", "type": "DATE", "value": "2025-03-03"}]},
    "stance": {"id": "1", "stance": "against"},
}


@pytest.mark.parametrize("area", sorted(ROWS))
def test_each_area_answers_in_its_format(area: str) -> None:
    answers = list(ADAPTERS[area](Coder(gate=False), [ROWS[area]], dictionaries=None))
    assert len(answers) == 1
    key = next(iter(answers[0]))
    assert answers[0][key] in ("1", "e1")
    if area in EXPECTED:
        assert answers[0] == EXPECTED[area]


def test_status_answers_always(ungated: Coder) -> None:
    answer = next(ADAPTERS["status"](ungated, [ROWS["status"]]))
    assert (answer["status"], answer["background"], answer["plover_type"], answer["source_text"]) == ("occurred", False, "ASSAULT", "the army")
    odd = {"id": "2", "text": "Nothing of note.", "event": {"start": 0, "end": 7}}
    assert next(ADAPTERS["status"](ungated, [odd]))["status"] == "occurred"


def test_a_missing_folder_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(tmp_path)]) == 2
    assert "no benchmark folder" in capsys.readouterr().err


@pytest.mark.shared
def test_a_few_rows_of_each_gold_set(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(shared), "--rows", "4", "--areas", "gsr_dev,petr_unit_dev,police_dev,actors dev,factuality dev_meantime,temporal dev_meantime"]) == 0
    out = capsys.readouterr().out
    assert out.count("rows") == 6
    assert "scorer failed" not in out
