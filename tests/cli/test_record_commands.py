"""The commands that read a record: what they list, in which forms, with which exit codes; nothing withdrawn and no private person slips through."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli import app
from onrecord.export.lists import DIFF_COLUMNS, EVENT_COLUMNS, ISSUE_COLUMNS, REPORT_COLUMNS, SEARCH_COLUMNS
from onrecord.link.marks import mark
from onrecord.store import Origin, Reason, VersionChain, Withdrawal, open_store
from store_helpers import Coded, add, plain

COMMANDS = (["reports"], ["events"], ["search", "gao"], ["issues"], ["diff", "--list"], ["verify"])
BAKER = "Tomas Brennick"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), prog_name="onrecord")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, coded: tuple[Coded, ...]) -> str:
    """A record in which the second report takes back the attack told by the first, and a cell would be a formula."""
    path = tmp_path_factory.mktemp("record") / "onrecord.db"
    with open_store(path, create=True) as store:
        add(store, coded)
        formula = plain("=cmd|.txt", "=HYPERLINK of a text", publisher="=1+1")
        attack = next(event for event in coded[0].record.events if event.type == "ASSAULT")
        with store.writer() as writer:
            writer.add_report(formula.stored, formula.received)
            writer.add_trouble("news.zip!x.html", "bad_entry", "error", "cannot be unpacked: CRC")
            writer.set_origins([Origin("origin-1", "outlet", (coded[0].id, coded[2].id), (Reason("same_text", (coded[0].id, coded[2].id)),))])
            writer.set_versions([VersionChain("http://port.example/", (coded[0].id, coded[1].id))])
            writer.set_withdrawals([Withdrawal(coded[0].id, coded[1].id, "corrects", f"no attack, says {BAKER}", attack.id)])
    return str(path)


def rows(done: Result) -> list[dict[str, str]]:
    assert done.exit_code == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


@pytest.mark.parametrize(("command", "columns"), [(["reports"], REPORT_COLUMNS), (["events"], EVENT_COLUMNS), (["search", "gao"], SEARCH_COLUMNS), (["issues"], ISSUE_COLUMNS)])
def test_the_forms_say_the_same(command: list[str], columns: tuple[str, ...], record: str, tmp_path: Path) -> None:
    at = [*command, "--record", record]
    whole = json.loads(run(*at, "-f", "json").stdout)
    assert len(whole) >= 3
    assert all(tuple(row) == columns for row in whole)
    assert [json.loads(line) for line in run(*at, "-f", "jsonl").stdout.splitlines()] == whole
    cells = rows(run(*at, "-f", "csv"))
    assert [tuple(row) for row in cells] == [columns] * len(whole)
    assert [row[columns[0]].lstrip("'") for row in cells] == [str(row[columns[0]]) for row in whole]
    table = run(*at).stdout.splitlines()
    assert len(table) == (3 * len(whole) if command[0] == "search" else 1 + len(whole))
    out = tmp_path / "out.csv"
    done = run(*at, "-f", "csv", "-o", str(out))
    assert (done.exit_code, done.stdout) == (0, "")
    assert out.read_text(encoding="utf-8") == run(*at, "-f", "csv").stdout


def test_events_are_those_of_the_records_rows_and_of_one_report_where_asked(record: str, coded: tuple[Coded, ...]) -> None:
    found = json.loads(run("events", "--record", record, "--with-withdrawn", "-f", "json").stdout)
    assert [row["event"] for row in found] == [event.id for one in coded for event in one.record.events]
    assert {row["report"]: row["origins"] for row in found}[coded[2].id] == "origin-1"
    assert {row["found"] for row in found} == {one.stored.name for one in coded[:4]}
    some = json.loads(run("events", "--record", record, "--report", coded[2].id, "--type", "assault", "--actor", "Rebel", "-f", "json").stdout)
    assert [(row["report"], row["type"], row["status"]) for row in some] == [(coded[2].id, "ASSAULT", "occurred")]


def test_what_is_withdrawn_is_marked_and_never_silently_dropped(record: str, coded: tuple[Coded, ...]) -> None:
    done = run("events", "--record", record, "--type", "ASSAULT", "--status", "occurred", "-f", "json")
    assert [row["report"] for row in json.loads(done.stdout)] == [coded[2].id]
    assert done.stderr == "onrecord: 1 withdrawn event is left out (--with-withdrawn)\n"
    done = run("events", "--record", record, "--type", "ASSAULT", "--status", "occurred", "--with-withdrawn", "-f", "json")
    first, second = json.loads(done.stdout)
    assert (first["withdrawn"], first["withdrawn_by"], second["withdrawn"]) == ("all", coded[1].id, None)
    assert first["withdrawn_why"].startswith("corrects: no attack")
    assert done.stderr == ""
    table = run("events", "--record", record, "--type", "ASSAULT", "--with-withdrawn").stdout
    assert "occurred WITHDRAWN" in table
    assert "WITHDRAWN" in run("reports", "--record", record).stdout


def test_events_of_unknown_day_are_counted(record: str) -> None:
    done = run("events", "--record", record, "--type", "COERCE", "--since", "2026")
    assert done.stdout.count("COERCE") == 1
    assert "onrecord: 1 event is left out because the day is not known\n" in done.stderr


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
def test_private_persons_are_pseudonymised_unless_asked_for(form: str, record: str) -> None:
    for command in (["reports"], ["events", "--with-withdrawn"], ["search", "baker", "market"], ["search", "planes"], ["issues"]):
        done = run(*command, "--record", record, "-f", form)
        assert done.exit_code == 0
        assert "Brennick" not in done.stdout, command
    for command in (["events", "--with-withdrawn"], ["search", "baker", "market"]):
        done = run(*command, "--record", record, "-f", form, "--names")
        assert "Brennick" in done.stdout, command
        assert "onrecord: private persons are shown by name (--names)\n" in done.stderr
    done = run("events", "--record", record, "--recipient", BAKER, "-f", form)
    assert "COERCE" not in done.stdout
    assert done.stderr == "onrecord: no event matches\nonrecord: 1 event is of private persons and left out (--names)\n"
    assert "COERCE" in run("events", "--record", record, "--recipient", BAKER, "-f", form, "--names").stdout


def test_no_cell_is_a_formula(record: str) -> None:
    done = run("reports", "--record", record, "-f", "csv")
    assert ",'=1+1," in done.stdout
    assert ",'=cmd|.txt," in done.stdout
    assert not [cell for row in csv.reader(io.StringIO(done.stdout)) for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_reports_are_filtered(record: str, coded: tuple[Coded, ...]) -> None:
    found = rows(run("reports", "--record", record, "--publisher", "harbour", "--published-since", "2026-03-04", "-f", "csv"))
    assert [(row["report"], row["version_of"]) for row in found] == [(coded[1].id, coded[0].id)]
    assert [row["coded"] for row in rows(run("reports", "--record", record, "--coded", "no", "-f", "csv"))] == ["no"]
    assert len(rows(run("reports", "--record", record, "--limit", "2", "-f", "csv"))) == 2


def test_what_is_taken_back_of_a_report_is_told(record: str, coded: tuple[Coded, ...], tmp_path: Path) -> None:
    first = rows(run("reports", "--record", record, "-f", "csv"))[0]
    assert (first["withdrawn"], first["events_withdrawn"], first["events"]) == ("part", "1", "2")
    assert "1 of 2 events WITHDRAWN" in run("reports", "--record", record).stdout
    path = str(tmp_path / "r.db")
    with open_store(path, create=True) as store:
        add(store, coded)
        with store.writer() as writer:
            writer.set_versions([VersionChain("http://port.example/", (coded[0].id, coded[1].id), ((coded[0].id, coded[2].id),))])
            writer.set_withdrawals([Withdrawal(coded[0].id, coded[1].id, "retracts", "all of it"), Withdrawal(coded[2].id, coded[2].id, "corrects", "its own words")])
    found = rows(run("reports", "--record", path, "-f", "csv"))
    assert [row["withdrawn"] for row in found[:3]] == ["all", "", ""]
    assert [row["same_text"] for row in found[:3]] == ["False", "False", "True"]
    table = run("reports", "--record", path).stdout
    assert (table.count("RETRACTED"), table.count("WITHDRAWN"), table.count("same text")) == (1, 0, 1)


def test_origins_are_explained(record: str, coded: tuple[Coded, ...], tmp_path: Path) -> None:
    path = str(tmp_path / "r.db")
    with open_store(path, create=True) as store:
        add(store, coded)
        reason = Reason("wire", (coded[0].id,), f"Northwind; {BAKER} said", coded[0].id)
        with store.writer() as writer:
            writer.set_origins([Origin("a", "agency", (coded[0].id, coded[2].id), (reason,), "agency:Northwind", story="s"), Origin("a", "unknown", (coded[1].id,), (), "unknown:unknown", story="t")])
    assert [row["origin"] for row in rows(run("reports", "--record", path, "-f", "csv"))][:3] == ["Northwind (agency)", "unknown", "Northwind (agency)"]
    (why,) = rows(run("reports", "--record", path, "--origins", "-f", "csv"))
    assert (why["report"], why["origin"], why["rule"], why["story"]) == (coded[0].id, "Northwind (agency)", "wire", "s")
    assert why["grounds"].startswith("Northwind; ")
    assert BAKER not in why["grounds"]
    assert BAKER in run("reports", "--record", path, "--origins", "--names", "-f", "csv").stdout
    assert "Northwind; " in run("reports", "--record", path, "--origins").stdout


def test_reports_and_origins_are_counted_with_reasons(coded: tuple[Coded, ...], tmp_path: Path) -> None:
    """Two copies of an agency's and one report of another origin tell of one story; a fourth report stands alone, the last have no origin."""
    path = str(tmp_path / "r.db")
    ids = [one.id for one in coded]
    wire = (Reason("copy", (ids[0], ids[2]), "the same text"), Reason("wire", (ids[0], ids[2]), f"ORLAN (Northwind); {BAKER}", ids[0]))
    with open_store(path, create=True) as store:
        add(store, coded)
        with store.writer() as writer:
            writer.set_origins([
                Origin("agency:northwind", "agency", (ids[0], ids[2]), wire, "agency:Northwind", story="s"),
                Origin("official:guild", "official", (ids[1],), (Reason("speaker", (ids[1],), "the guild"),), "official:guild", True, "s"),
                Origin(f"unknown:{ids[3]}", "unknown", (ids[3],), (Reason("unknown", (ids[3],)),), "unknown:unknown", False, ids[3]),
            ])  # fmt: skip
            writer.mark_linked(mark())
    counted = [(row["origins"], row["origin"], row["story_reports"], row["story_origins"], row["origin_rules"]) for row in rows(run("reports", "--record", path, "-f", "csv"))]
    assert counted == [
        ("agency:northwind#s", "Northwind (agency)", "3", "2", "copy; wire"), ("official:guild#s", "guild (official, interested)", "3", "2", "speaker"),
        ("agency:northwind#s", "Northwind (agency)", "3", "2", "copy; wire"), (f"unknown:{ids[3][:16]}#{ids[3][:16]}", "unknown", "1", "1", "unknown"),
        ("", "", "", "", ""), ("", "", "", "", ""),
    ]  # fmt: skip
    whys = [row["origin_why"] for row in rows(run("reports", "--record", path, "-f", "csv"))]
    assert whys[0].startswith("copy: the same text; wire: ORLAN (Northwind); ")
    assert whys[2].startswith("copy: the same text; wire: ORLAN (Northwind); ")
    assert whys[1:2] + whys[3:] == ["speaker: the guild", "unknown", "none: not coded", "none: empty"]
    assert not [why for why in whys if BAKER in why]
    assert BAKER in run("reports", "--record", path, "--names", "-f", "csv").stdout
    events = rows(run("events", "--record", path, "-f", "csv"))
    assert {row["report"]: (row["origins"], row["story_reports"], row["story_origins"], row["origin_rules"]) for row in events} == {
        ids[k]: counted[k][:1] + counted[k][2:] for k in range(4)
    }  # fmt: skip
    done = run("reports", "--record", path)
    assert done.stderr == "onrecord: 6 reports, 3 independent origins (2 without one)\n"
    assert done.stdout.count("3 reports, 2 origins: Northwind (agency), copy, wire") == 2
    assert "3 reports, 2 origins: guild (official" in done.stdout
    assert "1 report, 1 origin: unknown" in done.stdout
    assert run("reports", "--record", path, "--limit", "3").stderr == "onrecord: 3 reports, 2 independent origins; more match\n"
    done = run("events", "--record", path, "--report", ids[2][:8], "--report", ids[0])
    assert done.stderr.startswith(f"onrecord: {len(coded[0].record.events) + len(coded[2].record.events)} events in 2 reports, 1 independent origin\n")
    assert "3 reports, 2 origins: " in done.stdout
    group = rows(run("reports", "--record", path, "--group", ids[1][:8], "-f", "csv"))
    assert [row["report"] for row in group] == ids[:3]
    why = rows(run("reports", "--record", path, "--group", ids[1][:8], "--origins", "-f", "csv"))
    assert [(row["report"], row["rule"]) for row in why] == [(ids[0], "copy"), (ids[0], "wire"), (ids[1], "speaker"), (ids[2], "copy"), (ids[2], "wire")]
    assert [row["report"] for row in rows(run("reports", "--record", path, "--report", ids[4][:12], "--report", ids[5], "-f", "csv"))] == ids[4:]
    assert [row["report"] for row in rows(run("reports", "--record", path, "--group", ids[4], "-f", "csv"))] == [ids[4]]
    for option in ("--group", "--report"):
        for nothing in ("%", "_", "zz", ids[0] + "0"):
            done = run("reports", "--record", path, option, nothing, "-f", "csv")
            assert (done.exit_code, done.stdout) == (2, "")


def test_counts_say_where_links_are_not_up_to_date(coded: tuple[Coded, ...], tmp_path: Path) -> None:
    path = str(tmp_path / "r.db")
    with open_store(path, create=True) as store:
        add(store, coded[:1])
    for command in ("reports", "events"):
        done = run(command, "--record", path)
        assert "0 independent origins (1 without one); not up to date: `onrecord add`" in done.stderr
        assert "none: not worked out yet" in done.stdout


def test_verify_of_a_broken_file_does_not_send_the_user_to_verify(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with open_store(path, create=True) as store:
        add(store, [plain("a.txt", "One report.")])
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 8192 * 4096])
    done = run("verify", "--record", str(path))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "the file was cut short" in done.stderr
    path.write_bytes(data[:60])
    done = run("verify", "--record", str(path))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"onrecord: {path}: is so damaged that it cannot be read to its end; go back to an earlier backup\n"
    assert "`onrecord verify` says what still holds" in run("reports", "--record", str(path)).stderr


def test_cells_hold_no_control_characters(tmp_path: Path) -> None:
    path = str(tmp_path / "r.db")
    with open_store(path, create=True) as store:
        add(store, [plain("a\x1b[31m\x07.txt", "One report.")])
    assert "a\ufffd[31m\ufffd.txt" in run("reports", "--record", path, "-f", "csv").stdout
    assert run("verify", "--record", path).stdout.splitlines()[0] == "1 report, 1 text, 1 result: everything holds"


def test_search_shows_where_the_words_stand(record: str) -> None:
    done = run("search", "--record", record, '"town of gao"', "border")
    assert done.stdout.splitlines()[0].startswith("1. ")
    assert "Northwind Wire, 2026-03-03" in done.stdout
    assert "attacked the town of Gao" in done.stdout
    for words in ("* OR (", "-- ; DROP", "title:", "\x1b[31m"):
        done = run("search", "--record", record, "--", words)
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "onrecord: no report holds these words\n")


def test_nothing_that_matches_is_said_and_is_no_failure(record: str) -> None:
    for command, said in ((["reports", "--publisher", "Nobody"], "no report matches"), (["events", "--country", "tuv"], "no event matches"), (["issues", "--code", "none"], "there is no such issue")):
        for form, out in (("table", ""), ("json", "[]\n"), ("jsonl", "")):
            done = run(*command, "--record", record, "-f", form)
            assert (done.exit_code, done.stdout, done.stderr) == (0, out, f"onrecord: {said}\n")
        assert run(*command, "--record", record, "-f", "csv").stdout.count("\n") == 1


def test_issues_are_filtered(record: str) -> None:
    found = rows(run("issues", "--record", record, "--severity", "error", "--file", "NEWS", "-f", "csv"))
    assert [(row["name"], row["message"], row["report"]) for row in found] == [("news.zip!x.html", "cannot be unpacked: CRC", "")]


@pytest.mark.parametrize("arguments", [("events", "--type", "WAR"), ("events", "--status", "maybe"), ("events", "--since", "last week"), ("events", "--until", "2026-13"), ("reports", "--coded", "perhaps"),
                                       ("search",), ("issues", "--severity", "bad"), ("diff", "a", "b", "c"), ("diff", "zzzz"), ("events", "--published-since", "2026-02-30"),
                                       ("events", "--since", "2018", "--until", "2016"), ("reports", "--published-since", "2018", "--published-until", "2016"), ("search", " "), ("events", "--country", "XXX"), ("events", "--country", "Mexico")])  # fmt: skip
def test_wrong_use(arguments: tuple[str, ...], record: str) -> None:
    done = run(*arguments, "--record", record)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr


@pytest.mark.parametrize(("command", "options"), [("events", ("--actor", "--recipient", "--country", "--place", "--type", "--status", "--since", "--published-until", "--publisher", "--report", "-o")),
                                                  ("reports", ("--publisher", "--found", "--language", "--coded", "--published-since", "--report", "--group", "--record")),
                                                  ("issues", ("--severity", "--code", "--file")), ("search", ("--publisher",)), ("add", ("--publisher", "--url", "--published", "--column", "--model")),
                                                  ("code", ("--publisher", "--url", "-o")), ("fetch", ("--contact",)), ("verify", ("--record",))])  # fmt: skip
def test_an_empty_value_is_wrong_use_that_names_its_option(command: str, options: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes from a variable that was not set, and would be a filter that finds nothing, or everything."""
    monkeypatch.chdir(tmp_path)
    for option in options:
        for given in [[option, ""], [f"{option}="]][: 2 if option.startswith("--") else 1]:
            done = run(command, *given, *(["x"] if command in ("search", "add", "code", "fetch") else []))
            assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"onrecord: {option}: its value is empty\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("arguments", [("add", ""), ("code", "a.txt", ""), ("search", "--", ""), ("diff", ""), ("backup", ""), ("evaluate", ""), ("fetch", ""), ("actors", "find", ""), ("actors", "remove", ""), ("gazetteer", "find", ""), ("gazetteer", "build", "")])
def test_an_empty_argument_is_wrong_use(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", "onrecord: an argument is empty\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("arguments", "said"), [
    (("events", "--actor", "..."), "--actor '...': there is no letter or digit in it"), (("events", "--recipient", " "), "--recipient ' ': there is no letter or digit in it"),
    (("events", "--place", "-"), "--place '-': there is no letter or digit in it"), (("events", "--publisher", "!"), "--publisher '!': there is no letter or digit in it"),
    (("reports", "--publisher", "?"), "--publisher '?': there is no letter or digit in it"), (("search", "x", "--publisher", "?"), "--publisher '?': there is no letter or digit in it"),
    (("reports", "--language", "English"), "--language English: it is a code of ISO 639 (en)"), (("search", '"'), "search: there is no word to look for"), (("search", '" - "', "?"), "search: there is no word to look for"),
    (("events", "--report", "zz"), "--report zz: the id of no report on record begins so; `onrecord reports` shows them"), (("reports", "--report", "zz"), "--report zz: the id of no report on record begins so; `onrecord reports` shows them"),
    (("reports", "--group", "zz"), "--group zz: the id of no report on record begins so; `onrecord reports` shows them"), (("reports", "--origins", "--group", "%"), "--group %: the id of no report on record begins so; `onrecord reports` shows them"),
])  # fmt: skip
def test_a_value_that_can_match_nothing_is_wrong_use(arguments: tuple[str, ...], said: str, record: str) -> None:
    done = run(*arguments, "--record", record)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"onrecord: {said}\n")


def test_names_without_a_letter_are_looked_up_nowhere() -> None:
    for command in (["actors", "find"], ["gazetteer", "find"]):
        done = run(*command, " . ")
        assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"onrecord: {' '.join(command)} ' . ': there is no letter or digit in it\n")


def test_one_wrong_id_among_right_ones_is_not_passed_over(record: str, coded: tuple[Coded, ...]) -> None:
    assert run("events", "--record", record, "--report", coded[0].id, "--report", "zz").exit_code == 2
    assert run("events", "--record", record, "--report", coded[0].id[:9].upper()).stdout == run("events", "--record", record, "--report", coded[0].id).stdout != ""


@pytest.mark.parametrize("command", [*COMMANDS, ["backup", "x.db"]])
def test_a_record_that_cannot_be_opened(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*command)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "onrecord: onrecord.db: there is no record; `onrecord add` makes one\n"
    Path("onrecord.db").write_text("no record", encoding="utf-8")
    assert run(*command).stderr == "onrecord: onrecord.db: is no record of OnRecord\n"
    monkeypatch.setenv("ONRECORD_RECORD", "postgresql://u:secret@127.0.0.1:1/x")
    done = run(*command)
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "cannot be reached" in done.stderr
    assert "secret" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["onrecord.db"]


def test_the_record_is_the_one_in_the_folder_or_the_one_named(record: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(record).parent)
    assert len(run("reports").stdout.splitlines()) == 8
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_RECORD", record)
    assert len(run("reports").stdout.splitlines()) == 8
    with open_store(tmp_path / "other.db", create=True) as store:
        add(store, [plain("a.txt", "One report.")])
    assert len(run("reports", "--record", "other.db").stdout.splitlines()) == 2


def test_a_database_reads_the_same(place: str, coded: tuple[Coded, ...], record: str) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
    for command in (["events", "--with-withdrawn"], ["events", "--type", "ASSAULT"]):
        mine, other = (json.loads(run(*command, "--record", at, "-f", "json").stdout) for at in (place, record))
        ids = [row["event"] for row in other]
        assert [row["event"] for row in mine if row["event"] in ids] == ids
    assert run("verify", "--record", place).stdout.splitlines()[0] == "6 reports, 6 texts, 6 results: everything holds"


def test_diff_tells_field_by_field(tmp_path: Path, coded: tuple[Coded, ...]) -> None:
    path = str(tmp_path / "record.db")
    old = coded[0].record
    attack, *others = old.events
    person = next(e for e in old.entities if e.private)
    after = replace(old, coder=replace(old.coder, pipeline_digest="ffff0002"), events=(replace(attack, status="alleged", confidence=0.1, deed_type="COERCE"), *others[1:]))
    early = coded[2].record
    with open_store(path, create=True) as store:
        add(store, coded[:3])
        done = run("diff", "--record", path)
        assert (done.exit_code, done.stdout) == (0, "")
        assert "only one coding" in done.stderr
        with store.writer() as writer:
            writer.add_result(after)
            writer.add_result(replace(early, coder=replace(early.coder, pipeline_digest="ffff0002")))
    found = rows(run("diff", "--record", path, "-f", "csv"))
    assert tuple(found[0]) == DIFF_COLUMNS
    told = [(row["event"], row["change"], row["field"], row["before"], row["after"]) for row in found]
    assert told[:2] == [(attack.id, "changed", "deed_type", "", "COERCE"), (attack.id, "changed", "status", "occurred", "alleged")]
    assert [(event, change) for event, change, *_ in told[2:]] == [(others[0].id, "gone")]
    assert {row["report"] for row in found} == {old.report.id}
    done = run("diff", "--record", path, "ffff", old.coder.pipeline_digest[:6])
    assert "added" in done.stdout
    assert "1 differs; events: 1 added, 0 gone, 2 fields changed; 1 report has only one of the two codings" in done.stderr
    assert person.name.split()[-1] not in done.stdout
    listed = json.loads(run("diff", "--record", path, "--list", "-f", "json").stdout)
    assert [(row["digest"], row["results"], row["current"]) for row in listed] == [(old.coder.pipeline_digest, 3, 1), ("ffff0002", 2, 2)]
    assert "2 reports compared, 0 differ" in run("diff", "--record", path, "ffff0002", "ffff0002").stderr


def test_verify_and_backup(record: str, tmp_path: Path) -> None:
    done = run("verify", "--record", record)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "7 reports, 7 texts, 6 results: everything holds"
    saved = tmp_path / "saved.db"
    assert run("backup", "--record", record, str(saved)).stdout == f"{saved}\n"
    assert run("verify", "--record", str(saved)).stdout == done.stdout
    again = run("backup", "--record", record, str(saved))
    assert (again.exit_code, again.stderr) == (2, f"onrecord: {saved}: exists already; a backup goes to a new file\n")
    connection = sqlite3.connect(saved)
    connection.execute("UPDATE events SET status = 'planned'")
    connection.commit()
    connection.close()
    broken = run("verify", "--record", str(saved))
    assert broken.exit_code == 1
    assert "its rows in events differ from its current result" in broken.stdout
    assert "4 faults" in broken.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written(record: str) -> None:
    for command in ("events -f csv", "reports", "verify"):
        done = subprocess.run(f"{sys.executable} -m onrecord {command} --record {record} > /dev/full", shell=True, capture_output=True, text=True, timeout=120, check=False, env=os.environ)
        assert done.returncode == 4
        assert done.stderr.endswith("onrecord: standard output cannot be written: No space left on device\n")
    done = subprocess.run(f"{sys.executable} -m onrecord events --record {record} | head -1", shell=True, capture_output=True, text=True, timeout=120, check=False, env=os.environ)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)


def test_a_terminal_is_not_steered_by_a_text(tmp_path: Path) -> None:
    path = str(tmp_path / "record.db")
    with open_store(path, create=True) as store:
        add(store, [plain("a\x1b[2J.txt", "Rebels \x1b[31mattacked\u202e the town.\n\nAt dawn.", publisher="P\x07ost")])
        with store.writer() as writer:
            writer.add_trouble("x\x1b]0;", "code", "error", "bad\x1b[2J\r\nline")
    for command in (["reports"], ["search", "town"], ["issues"]):
        out = run(*command, "--record", path).stdout
        assert out
        assert not set(out) & {"\x1b", "\x07", "\u202e", "\r"}
