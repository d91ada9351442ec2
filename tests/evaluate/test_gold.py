"""Gold files: read with their texts, and refused with file, line, place and reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.evaluate import Gold, read_gold
from onrecord.evaluate.texts import digest

TEXT = "Rebels shelled Varo, villagers said. The rebels denied it."


def line(**changes: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": "r1",
        "text": TEXT,
        "events": [{"id": "e1", "mentions": ["shelled"], "assertions": [{"source": "villagers", "status": "occurred"}]}],
        "disputes": [{"events": ["e1"], "sides": [{"stance": "asserts", "sources": ["villagers"]}, {"stance": "denies", "sources": ["The rebels"]}]}],
        "questions": [],
        "authorities": [],
    }
    return {key: value for key, value in {**row, **changes}.items() if value is not ...}


def read(folder: Path, *rows: dict[str, Any] | str, texts: Path | None = None) -> Gold:
    path = folder / "gold.jsonl"
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8")
    return read_gold(path, texts)


def event(**changes: Any) -> dict[str, Any]:
    return line(events=[{"id": "e1", "mentions": ["shelled"], "assertions": [{"source": None, "status": "occurred"}]} | changes], disputes=[])


def test_marks_and_offsets_read_alike(tmp_path: Path) -> None:
    offsets = line(events=[{"id": "e1", "mentions": [{"trigger": [{"start": 7, "end": 14}]}], "assertions": [{"source": [{"start": 21, "end": 30}], "status": "occurred"}]}])
    one, other = read(tmp_path, line()).reports[0], read(tmp_path, offsets).reports[0]
    assert one == other
    assert one.events is not None
    assert one.words(one.events[0].mentions[0]) == "shelled"


def test_a_list_that_is_left_out_is_unannotated_and_an_empty_one_is_empty(tmp_path: Path) -> None:
    (report,) = read(tmp_path, line(questions=..., disputes=[])).reports
    assert report.questions is None
    assert report.disputes == ()


FAULTS = [
    (event(mentions=["shelling"]), r"events\[0\].mentions\[0\]: the text has no words 'shelling'"),
    (event(mentions=[]), r"events\[0\].mentions: is empty"),
    (event(mentions=[{"trigger": [{"start": 7, "end": 99}]}]), "lies outside the text of 58 code points"),
    (event(mentions=[[{"start": 9, "end": 7}]]), "runs backwards"),
    (event(mentions=[[{"start": True, "end": 7}]]), "whole numbers"),
    (event(mentions=[[{"start": 7, "end": 14}, {"start": 9, "end": 20}]]), "overlap at 9"),
    (event(mentions=[[{"start": 7, "end": 14, "quote": "shelled!"}]]), "not the quote"),
    (event(assertions=[]), r"events\[0\].assertions: is missing or empty"),
    (event(assertions=[{"status": "occurred"}]), r"assertions\[0\].source: is missing"),
    (event(assertions=[{"source": None, "status": "ocurred"}]), r"'ocurred' is none of occurred, ongoing"),
    (event(assertions=[{"source": None, "status": "occurred"}] * 2), "the outlet twice"),
    (event(colour="red"), r"events\[0\].colour: is no key"),
    (line(events=[line()["events"][0]] * 2), "the id 'e1' stands twice"),
    (line(disputes=[{"events": ["e9"], "sides": line()["disputes"][0]["sides"]}]), r"disputes\[0\].events: no event has the id 'e9'"),
    (line(disputes=[{"events": ["e1"], "sides": [{"stance": "denies", "sources": []}]}]), "no opposed stances"),
    (line(disputes=[{"sides": line()["disputes"][0]["sides"]}]), "neither spans nor events"),
    (line(questions=[{"kind": "vague", "spans": ["villagers"]}]), r"questions\[0\].kind: 'vague' is none of unanswered"),
    (line(questions=[{"kind": "unclear", "spans": []}]), r"questions\[0\].spans: marks nothing"),
    (line(questions={}), "questions: must be a list"),
    (line(authorities=[{"kind": "order", "spans": "villagers", "events": "e1"}]), r"authorities\[0\].events: must be a list"),
    (line(dispute=[]), "dispute: is no key of the format"),
    (line(id=7), "id: must be a string"),
    (line(sha256="0" * 64), "sha256: is not that of the text"),
    (line(sha256="abc"), "64 hexadecimal"),
    (line(text=5), "text: must be a string"),
    ({"id": "r1", "text": TEXT}, "has none of events"),
    ("[1]", "is no JSON object"),
    ("{'id'}", "is no JSON"),
    ('{"id": "a", "id": "b"}', "'id' stands twice"),
    ("[" * 100_000, "is no JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "reason"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_names_file_line_place_and_reason(tmp_path: Path, row: Any, reason: str) -> None:
    gold = read(tmp_path, line(id="good"), "", row)
    (fault,) = gold.faults
    assert fault.name == f"{tmp_path / 'gold.jsonl'}:3"
    assert len(gold.reports) == 1
    with pytest.raises(InputError, match=reason):
        raise fault


def test_an_id_twice_bytes_that_are_no_text_and_an_empty_file_are_faults(tmp_path: Path) -> None:
    assert "stands on line 1 already" in read(tmp_path, line(), line()).faults[0].reason
    path = tmp_path / "bad.jsonl"
    path.write_bytes(b'{"id": "\xff"}\n')
    assert "is no UTF-8 (byte 9" in read_gold(path).faults[0].reason
    path.write_bytes(b"\n")
    assert "holds no report" in read_gold(path).faults[0].reason
    with pytest.raises(InputError, match="cannot be read"):
        read_gold(tmp_path / "missing.jsonl")


def test_texts_come_from_a_folder_by_digest_or_name_or_from_rows(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "whatever.txt").write_bytes(TEXT.encode())
    (folder / "r2.txt").write_bytes(TEXT.encode())
    (folder / "noise.bin").write_bytes(b"\xff\xfe\x00")
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"id": "r2", "text": TEXT}) + "\n", encoding="utf-8")
    bare = line(text=...)
    assert read(tmp_path, bare | {"sha256": digest(TEXT)}, bare | {"id": "r2"}, texts=folder).absent == ()
    assert [r.text for r in read(tmp_path, bare | {"id": "r2"}, texts=rows).reports] == [TEXT]


def test_a_text_that_is_missing_or_another_one_is_absent_not_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "r2.txt").write_text("Another text.", encoding="utf-8")
    bare = line(text=..., sha256=digest(TEXT))
    gold = read(tmp_path, bare, bare | {"id": "r2"}, texts=folder)
    assert gold.faults == ()
    assert [a.reason for a in gold.absent] == [
        "report 'r1': its text is not among the texts given",
        "report 'r2': the text given under its id is another one than was annotated (sha256 differs)",
    ]


def test_offsets_without_text_need_a_digest(tmp_path: Path) -> None:
    row = event(mentions=[[{"start": 7, "end": 14}]])
    del row["text"]
    assert "offsets without the text need it" in read(tmp_path, row).faults[0].reason


def test_a_text_in_another_charset_is_read_as_the_coder_reads_it(tmp_path: Path) -> None:
    text = "Die Räuber flohen über die Brücke, sagte der Bürgermeister von Köln. Später kehrten sie zurück."
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "r1.txt").write_bytes(text.encode("cp1252"))
    gold = read(tmp_path, {"id": "r1", "sha256": digest(text), "questions": []}, texts=folder)
    assert [r.text for r in gold.reports] == [text]
