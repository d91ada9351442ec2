"""The command as a user runs it: in a process of its own."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Coder
from onrecord.cli.page import safe
from onrecord.export.dossier import page
from onrecord.export.event_entries import SECTIONS
from onrecord.export.page_parts import Entry
from onrecord.export.rows import COLUMNS, safe_cell
from onrecord.model.event import Event, EventMention, EventRelation
from onrecord.model.record import Record

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "a1-planned-operation.txt"


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "onrecord", *arguments], input=stdin, capture_output=True, timeout=300, check=False, cwd=ROOT)


def test_page_of_a_sample() -> None:
    done = run("code", str(SAMPLE))
    out = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert "FICTIONAL" in out
    assert "unknown: no date was found in the text" in out
    assert "Planned" in out
    assert "\x1b" not in out


def test_jsonl_one_record_a_line_and_bad_inputs_do_not_stop_the_others(tmp_path: Path) -> None:
    binary = tmp_path / "picture.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    missing = tmp_path / "missing.txt"
    done = run("code", "--format", "jsonl", str(binary), str(missing), str(SAMPLE))
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1
    assert [json.loads(line)["schema"] for line in lines] == ["onrecord/1"]
    assert "picture.txt" in done.stderr.decode()
    assert "missing.txt" in done.stderr.decode()


def test_standard_input_and_given_fields() -> None:
    done = run("code", "-", "--format", "json", "--published", "2025-03-05", "--publisher", "Northwind Wire", stdin=b"Rebels attacked the town on Monday.")
    record = json.loads(done.stdout)
    assert record["report"]["published"] == {"value": "2025-03-05", "granularity": "day", "from": "given"}
    assert record["events"][0]["type"] == "ASSAULT"


def test_empty_and_foreign_inputs_are_said_and_counted(tmp_path: Path) -> None:
    empty, foreign = tmp_path / "empty.txt", tmp_path / "foreign.txt"
    empty.write_bytes(b"  \n")
    foreign.write_text("Повстанцы напали на деревню на рассвете и убили трёх крестьян возле рынка.", encoding="utf-8")
    done = run("code", "--format", "jsonl", str(empty), str(foreign))
    assert done.returncode == 1
    assert [json.loads(line)["report"]["coded"] for line in done.stdout.decode().splitlines()] == ["empty", "unsupported_language"]
    assert "empty.txt" in done.stderr.decode()
    assert "foreign.txt" in done.stderr.decode()


MANY = "军队在黎明时袭击了村庄，叛军撤退到河边，官员们说。政府发言人表示，已有四十人被拘留，谈判将于下周在首都举行。"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("Армия атаковала деревню на рассвете, и повстанцы отступили к реке, сообщили власти.".encode("cp1251"), "a language that is not supported (ru)"),
        ((MANY * 2).encode("gb18030"), "a language that is not supported (zh)"),
        ("Η πόλη".encode(), "it could not be told which language the text is in; it was left uncoded"),
        (b"12 34 56", "holds no words to code, only figures and signs"),
        (b"Share this article on Facebook\n", "holds nothing to code once page furniture and damage are taken out"),
    ],
)
def test_the_reason_that_matters_is_said(data: bytes, reason: str, tmp_path: Path) -> None:
    """Not a doubt about the charset beside it, and no None for a language that is not known."""
    path = tmp_path / "in.txt"
    path.write_bytes(data)
    done = run("code", str(path))
    (line,) = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert line.startswith(f"onrecord: {path}: ")
    assert reason in line
    assert "None" not in done.stdout.decode() + line
    assert "What happened" not in done.stdout.decode()


def test_words_without_a_sentence_are_coded_without_events() -> None:
    done = run("code", "-", stdin=b"attack attack Goma 12")
    assert done.returncode == 0
    assert "the text holds no sentence" in done.stdout.decode()
    assert "ASSAULT" not in done.stdout.decode()


def test_json_of_one_input_is_an_object_and_of_several_an_array(tmp_path: Path) -> None:
    one = json.loads(run("code", "-f", "json", str(SAMPLE)).stdout)
    assert one["schema"] == "onrecord/1"
    missing = str(tmp_path / "missing.txt")
    several = run("code", "-f", "json", str(SAMPLE), missing, str(SAMPLE))
    assert json.loads(several.stdout) == [one, one]
    assert several.returncode == 1
    assert json.loads(run("code", "-f", "json", missing, missing).stdout) == []
    assert run("code", "-f", "json", missing).stdout == b""
    assert run("code", "-f", "csv", missing).stdout.decode().strip() == ",".join(COLUMNS)


def test_wrong_use_is_exit_2() -> None:
    assert run("code", str(SAMPLE), "--published", "yesterday").returncode == 2
    assert run("code").returncode == 2
    assert run("code", str(SAMPLE), "--format", "xml").returncode == 2


def test_output_file_appears_whole(tmp_path: Path) -> None:
    out = tmp_path / "records.csv"
    done = run("code", "--format", "csv", "-o", str(out), str(SAMPLE))
    assert done.returncode == 0
    assert done.stdout == b""
    rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert rows[0] == list(COLUMNS)
    assert len(rows) > 3
    assert [p.name for p in tmp_path.iterdir()] == ["records.csv"]


def test_explain_names_stage_and_rule() -> None:
    out = run("code", "--explain", str(SAMPLE)).stdout.decode()
    assert "stage events/1, rule MOBILIZE:send/v" in out
    assert "assertion planned" in out


def test_schema_and_version() -> None:
    assert json.loads(run("schema").stdout)["$id"] == "onrecord/1"
    assert run("--version").stdout.startswith(b"onrecord 0.")


def test_texts_cannot_steer_the_terminal() -> None:
    assert safe("a\x1b[31mred\u202e\x07\n") == "a [31mred  \n"


def test_spreadsheet_formulas_are_defused() -> None:
    assert safe_cell("=1+1") == "'=1+1"
    assert safe_cell("@x") == "'@x"
    assert safe_cell(-3) == -3
    assert safe_cell(None) == ""


@pytest.mark.parametrize("mark", ["β", "в "])
def test_no_damaged_character_reaches_the_page(mark: str, records: dict[str, Record]) -> None:
    shown = repr(page(records["a4-damaged.txt"]))
    assert mark not in shown


TITLES = {title for _, title in SECTIONS} | {"Background"}


def shown_events(record: Record) -> list[Entry]:
    """The entries of events; not what is only denied, which is no event, nor "not begun", which says more of one that stands elsewhere."""
    return [e for s in page(record, unsure=True).sections if s.title in TITLES for e in s.entries if e.tag and "not begun" not in e.tag]


def test_each_event_stands_on_the_page_once_and_none_is_missing(records: dict[str, Record]) -> None:
    for name, record in records.items():
        shown = shown_events(record)
        assert len(set(shown)) == len(shown) <= len(record.events), name
        # What is mentioned in passing is left to the record, and the page's head says how many.
        passing = [e for e in record.events if e.confidence <= 0.4 and tuple(s.words for s in shown_mention(record, e).trigger) not in {tuple(p.text for p in x.words if p.strong) for x in shown}]
        assert bool(passing) == any(label == "Left out" and str(len(passing)) in words for label, words in page(record).header), name
        triggers = {tuple(s.words for s in shown_mention(record, e).trigger) for e in record.events if e not in passing}
        assert {tuple(p.text for p in e.words if p.strong) for e in shown} == triggers, name
        assert page(record).fictional, name


def shown_mention(record: Record, event: Event) -> EventMention:
    title = record.report.title
    heads = [(s.start, s.end) for s in title.spans] if title else []
    body = [m for m in event.mentions if m.trigger and not any(a <= m.trigger[0].start < b for a, b in heads)]
    return (body or list(event.mentions))[0]


def test_events_that_are_the_content_of_two_acts_or_of_each_other_stand_once(coder: Coder) -> None:
    record = coder.code("The general threatened to shell the port. The mayor demanded that the army leave the town.")
    first, *rest = record.events
    assert len(rest) >= 2
    ring = [replace(e, relations=tuple(EventRelation("content_of", o.id) for o in record.events if o.id != e.id)) for e in record.events]
    assert len(shown_events(replace(record, events=tuple(ring)))) == len(record.events)
    both = [first, replace(rest[0], relations=(EventRelation("content_of", first.id), EventRelation("content_of", rest[1].id))), *rest[1:]]
    assert len(shown_events(replace(record, events=tuple(both)))) == len(record.events)


def test_private_persons_are_pseudonymised_unless_asked(records: dict[str, Record]) -> None:
    seen = 0
    for record in records.values():
        publisher = record.report.publisher.value if record.report.publisher else ""
        private = [e.name for e in record.entities if e.private and e.name != publisher]
        shown, named = repr(page(record)), repr(page(record, names=True))
        assert not [n for n in private if n in shown]
        assert ("a private person (P1)" in shown) == any(n in named for n in private)
        seen += "a private person (P1)" in shown
    assert seen
