"""A fast smoke of the benchmark adapters: hand-written rows of every area, and a few rows of each gold set where the folder is present."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord import Coder
from onrecord.model.status import LABELS

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from adapters import ADAPTERS  # noqa: E402
from bench import main  # noqa: E402
from petr import PetrDictionaries, petr_events  # noqa: E402
from predict import main as predict_main  # noqa: E402

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
# What each area's scorer reads: the key that names the row, and the keys of an answer.
KEYS: dict[str, tuple[str, set[str]]] = {
    "event_coding": ("id", {"events"}), "cameo_penta": ("id", {"events"}), "police": ("id", {"labels"}), "attribution": ("doc_id", {"attributions"}),
    "temporal": ("doc_id", {"timexes"}), "factuality": ("id", {"status", "score"}), "geo": ("doc_id", {"toponyms"}), "geo_spans": ("doc_id", {"toponyms", "oracle"}),
    "status": ("id", {"status", "background", "plover_type", "actor_country", "recipient_country", "source_text"}), "actors": ("id", {"country", "code_1"}),
    "linking": ("id", {"chain_id"}), "linking_docs": ("doc_id", {"cluster"}), "stance": ("id", {"stance"}), "w5h1": ("id", {"answers"}), "duplicates": ("id", {"group"}),
}  # fmt: skip
EXPECTED: dict[str, Any] = {
    "police": {"id": "1", "labels": ["arrest"]},
    "temporal": {"doc_id": "1", "timexes": [{"span": [35, 41], "text": "Monday", "type": "DATE", "value": "2025-03-03"}]},
    "stance": {"id": "1", "stance": "against"},
}


@pytest.mark.parametrize("area", sorted(ROWS))
def test_each_area_answers_in_its_format(area: str) -> None:
    answers = list(ADAPTERS[area](Coder(gate=False), [ROWS[area]], dictionaries=None))
    assert len(answers) == 1
    identity, keys = KEYS[area]
    assert set(answers[0]) >= keys
    assert answers[0][identity] == ("e1" if area == "linking" else "1")
    if area in EXPECTED:
        assert answers[0] == EXPECTED[area]


FOREIGN = "Повстанцы напали на деревню на рассвете и убили трёх крестьян возле рынка."
ODD = {"empty": "", "null": None, "blank": " \n", "foreign": FOREIGN, "stop words": "the and of it", "figures": "12 34"}


@pytest.mark.parametrize("odd", sorted(ODD))
@pytest.mark.parametrize("area", sorted(ROWS))
def test_one_odd_row_does_not_end_an_area(area: str, odd: str, ungated: Coder) -> None:
    """The odd row is answered, by its own id, and so is the good one behind it, as if it stood alone."""
    text = ODD[odd]
    row = {key: (text if key in ("text", "title", "mention", "context", "claim", "headline", "body") else value) for key, value in ROWS[area].items()}
    row = {**row, "id": "odd", "doc_id": "odd", "date": "2025-02-31", "dct": "someday", "published": None}
    if area == "factuality":
        row |= {"tokens": (text or "").split(), "event_token_span": [0, 1]}
    if area == "linking":
        row["events"] = [{"id": "odd", "start": 0, "end": 4}]
    answers = list(ADAPTERS[area](ungated, [row, ROWS[area]], dictionaries=None))
    identity, keys = KEYS[area]
    assert [a[identity] for a in answers] == ["odd", "e1" if area == "linking" else "1"]
    assert set(answers[0]) >= keys
    json.dumps(answers, allow_nan=False)
    groups = {"cluster", "group", "chain_id"}
    if not groups & keys:
        assert answers[1] == next(iter(ADAPTERS[area](ungated, [ROWS[area]], dictionaries=None)))
    else:
        (group,) = groups & keys
        assert answers[0][group] != answers[1][group]


@pytest.mark.parametrize("missing", [{"id": "1", "doc_id": "1"}])
@pytest.mark.parametrize("area", sorted(set(ROWS) - {"linking"}))
def test_absent_keys_are_as_null(area: str, missing: dict[str, Any], ungated: Coder) -> None:
    (answer,) = ADAPTERS[area](ungated, [missing], dictionaries=None)
    assert answer[KEYS[area][0]] == "1"


@pytest.mark.parametrize("text", [None, "", FOREIGN])
def test_a_suite_row_without_english_text_has_no_events(text: str | None, ungated: Coder) -> None:
    assert petr_events(ungated, PetrDictionaries(), {"id": "1", "text": text}) == []


def test_linking_without_events_and_empty_texts_are_no_duplicates(ungated: Coder) -> None:
    assert list(ADAPTERS["linking"](ungated, [{"doc_id": "1", "text": TEXT}])) == []
    rows = [{"id": str(k), "title": None, "text": None} for k in range(3)]
    assert len({answer["group"] for answer in ADAPTERS["duplicates"](ungated, rows)}) == 3


def test_a_text_over_the_limit_is_answered_for_its_beginning(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.MAX_CHARACTERS", 100)
    (answer,) = ADAPTERS["police"](coder, [{"id": "1", "text": TEXT + " Nothing more happened." * 100}])
    assert answer == EXPECTED["police"]


@pytest.mark.parametrize(
    ("text", "trigger", "nth", "source"),
    [
        # The outlet's own mention of an event that a source asserts as well, and the source's mention of it.
        ("Troops shelled the hospital in Homs. Activists said troops shelled the hospital in Homs.", "shelled", 0, None),
        ("Troops shelled the hospital in Homs. Activists said troops shelled the hospital in Homs.", "shelled", 1, "Activists"),
        # Words that are no trigger of the lexicon have a source all the same.
        ("A clerk said the ferry had capsized near Gao.", "capsized", 0, "A clerk"),
        ("The ferry capsized near Gao.", "capsized", 0, None),
        ("Police arrested two men, the mayor said.", "arrested", 0, "the mayor"),
    ],
)
def test_the_source_is_that_of_the_given_mention(text: str, trigger: str, nth: int, source: str | None, ungated: Coder) -> None:
    start = [m.start() for m in re.finditer(trigger, text)][nth]
    row = {"id": "1", "text": text, "event": {"start": start, "end": start + len(trigger)}}
    assert next(ADAPTERS["status"](ungated, [row]))["source_text"] == source


def test_wrong_use_of_predict_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad, out = tmp_path / "good.jsonl", tmp_path / "bad.jsonl", str(tmp_path / "out.jsonl")
    good.write_text('{"id": "1", "text": "Rebels attacked Gao."}\n', encoding="utf-8")
    bad.write_text('{"id": "1"}\n[1]\n', encoding="utf-8")
    for arguments, reason in (
        (["petr_unit", str(good), "-o", out], "--dictionaries"),
        (["petr_unit", str(good), "-o", out, "--dictionaries", str(tmp_path)], "PETR.Validate"),
        (["police", str(tmp_path / "none.jsonl"), "-o", out], "none.jsonl"),
        (["police", str(bad), "-o", out], "bad.jsonl:2"),
        (["police", str(good), "-o", str(tmp_path)], "directory"),
    ):
        with pytest.raises(SystemExit) as caught:
            predict_main(arguments)
        assert caught.value.code == 2
        assert reason in capsys.readouterr().err
    assert predict_main(["police", str(good), "-o", out]) == 0
    assert json.loads(Path(out).read_text(encoding="utf-8")) == {"id": "1", "labels": []}


def test_status_answers_always(ungated: Coder) -> None:
    answer = next(ADAPTERS["status"](ungated, [ROWS["status"]]))
    assert (answer["status"], answer["background"], answer["plover_type"], answer["source_text"]) == ("occurred", False, "ASSAULT", "the army")
    odd = {"id": "2", "text": "Nothing of note.", "event": {"start": 0, "end": 7}}
    assert next(ADAPTERS["status"](ungated, [odd]))["status"] in LABELS


def test_a_missing_folder_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(tmp_path)]) == 2
    assert "no benchmark folder" in capsys.readouterr().err


@pytest.mark.shared
def test_a_few_rows_of_each_gold_set(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(shared), "--rows", "4", "--areas", "gsr_dev,petr_unit_dev,police_dev,actors dev,factuality dev_meantime,temporal dev_meantime"]) == 0
    out = capsys.readouterr().out
    assert out.count("rows") == 6
    assert "scorer failed" not in out
