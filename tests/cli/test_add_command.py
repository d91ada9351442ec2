"""`onrecord add` as a user sees it: what is said, how it is counted, the time that is left."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli import app
from onrecord.cli.add import Board
from onrecord.readers.items import Item, Trouble, items
from onrecord.run.add import Tally

TEXT = "Guards in Orlan arrested {} dockers on Monday, the port authority said."


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), prog_name="onrecord")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def test_numbers_are_told_in_good_grammar(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT.format("nine"), encoding="utf-8")
    done = run("add", "--workers", "0", "in")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-2:] == ["onrecord: 1 report added", "onrecord: 1 report on record, 1 independent origin"]
    (folder / "b.txt").write_text(TEXT.format("nine") + "\n\nAll rights reserved.", encoding="utf-8")
    done = run("add", "--workers", "0", "in")
    assert done.stderr.splitlines()[-2:] == ["onrecord: 1 report added; 1 on record already", "onrecord: 2 reports on record, 1 independent origin; 1 is a copy of another"]


def test_every_fault_is_said_and_on_record_and_the_rest_is_added(folder: Path) -> None:
    names = [f"{n:02}.pdf" for n in range(30)]
    for name in names:
        (folder / name).write_bytes(b"%PDF-1.7 ...")
    for n in range(25):
        rows = [{"text": TEXT.format(n * 60 + k), "url": "@SUM(1)"} for k in range(2)]
        (folder / f"t{n:02}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + "{broken\n", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9\n.pdf")).write_bytes(b"%PDF-1.7 ...")
    (folder / "empty").mkdir()
    done = run("add", "--workers", "0", "in", "in/empty")
    said = done.stderr.splitlines()
    assert done.exit_code == 1
    for name in names:
        assert f"onrecord: in/{name}: is a PDF file, not a text" in said
    for n in range(25):
        assert f"onrecord: in/t{n:02}.jsonl: text=text, url=url" in said
        assert any(line.startswith(f"onrecord: in/t{n:02}.jsonl:3: is no JSON") for line in said)
    assert "onrecord: in/caf\\udce9 .pdf: is a PDF file, not a text" in said
    assert "onrecord: in/empty: is a folder without any report in it" in said
    assert said[-2] == "onrecord: 50 reports added; 56 could not be read or coded (`onrecord issues` names them)"
    issues = json.loads(run("issues", "--severity", "error", "-f", "json").stdout)
    assert {row["name"] for row in issues} == {*(f"in/{name}" for name in names), *(f"in/t{n:02}.jsonl:3" for n in range(25)), "in/caf\\udce9\n.pdf"}
    addresses = json.loads(run("issues", "--code", "unread_url", "-f", "json").stdout)
    assert len(addresses) == 50
    assert {row["message"] for row in addresses} == {"the address '@SUM(1)' is none and was not used"}


def test_a_record_is_made_with_the_first_thing_to_keep(folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / ".hidden").write_text(TEXT.format("nine"), encoding="utf-8")
    (folder / "style.css").write_text("p {}", encoding="utf-8")
    for paths, code, said in (
        (["nowhere.txt"], 1, ["nowhere.txt: cannot be read: No such file or directory", "0 reports added; 1 could not be read; onrecord.db was not made, for there is nothing to put into it"]),
        (["in"], 0, ["in: is a folder without any report in it", "0 reports added; onrecord.db was not made, for there is nothing to put into it"]),
        (["in", "in/empty/none", "--recode"], 1, ["in: is a folder without any report in it", "in/empty/none: cannot be read: No such file or directory", "0 reports added; 1 could not be read; onrecord.db was not made, for there is nothing to put into it"]),
        ([], 1, ["onrecord.db: there is no record yet; `onrecord add PATHS` makes one"]),
        (["--recode"], 1, ["onrecord.db: there is no record yet; `onrecord add PATHS` makes one"]),
    ):
        done = run("add", "--workers", "0", *paths)
        assert (done.exit_code, done.stdout, done.stderr.splitlines()) == (code, "", [f"onrecord: {line}" for line in said])
        assert [path.name for path in folder.parent.iterdir()] == ["in"]


def test_a_new_record_without_a_report_says_so(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(b"%PDF-1.7 ...")
    done = run("add", "--workers", "0", "nowhere.txt", "in")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-2:] == ["onrecord: 0 reports added; 2 could not be read or coded (`onrecord issues` names them)", "onrecord: onrecord.db is new and holds no report, only why there is none (`onrecord issues`)"]
    assert {row["name"] for row in json.loads(run("issues", "--severity", "error", "-f", "json").stdout)} == {"nowhere.txt", "in/a.pdf"}
    assert "is new" not in run("add", "--workers", "0", "in").stderr


def test_what_was_read_to_see_whether_there_is_anything_is_added_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gives its bytes only once."""
    os.mkfifo(folder / "pipe")
    writer = threading.Thread(target=lambda: (folder / "pipe").write_text(TEXT.format("nine"), encoding="utf-8"))
    writer.start()
    done = run("add", "--workers", "0", "nowhere.txt", "in/pipe")
    writer.join()
    assert done.stderr.splitlines()[:2] == ["onrecord: nowhere.txt: cannot be read: No such file or directory", "onrecord: 1 report added; 1 could not be read or coded (`onrecord issues` names them)"]
    assert [row["found"] for row in json.loads(run("reports", "-f", "json").stdout)] == ["in/pipe"]


def test_a_place_where_no_record_can_be_made_is_said_first(folder: Path) -> None:
    done = run("add", "--workers", "0", "--record", "mysql://u:secret@x/y", "nowhere.txt")
    assert (done.exit_code, done.stderr) == (1, "onrecord: mysql://u:***@x/y: records are kept in SQLite files and PostgreSQL databases only\n")


def test_warnings_are_shortened_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    board = Board([])
    for n in range(30):
        board.trouble(Trouble(f"a{n}", "unsafe_name", "warning", "would lead out"))
        board.trouble(Trouble(f"b{n}", "cut", "error", "is cut off"))
        board.trouble(Trouble(f"c{n}", "columns", "info", "text=text"))
        board.trouble(Trouble(f"d{n}", "hidden", "info", "is hidden"))
    said = capsys.readouterr().err.splitlines()
    assert [sum(line.startswith(f"onrecord: {kind}") for line in said) for kind in "abcd"] == [20, 30, 30, 0]
    assert board.unsaid == 10


def test_time_left_is_reckoned_from_what_was_done_of_late(tmp_path: Path) -> None:
    for n in range(10):
        (tmp_path / f"{n}.txt").write_bytes(b"x" * 1_000)
    (tmp_path / ".hidden").write_bytes(b"x" * 50_000)
    (tmp_path / "link.txt").symlink_to(tmp_path / "0.txt")
    board = Board([str(tmp_path)])
    now = 0.0
    lefts = []
    for n in range(10):
        board.reached(str(tmp_path / f"{n}.txt"))
        now += 1.0 if n < 4 else 100.0  # what is on record already passes quickly
        lefts.append(board.left(now))
    assert board.total == 11_000
    assert lefts[0] is None
    assert lefts[3] == pytest.approx(8.0)
    assert lefts[9] == pytest.approx(200.0)


def test_time_left_within_one_large_file(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(b"x" * 10_000)
    board = Board([str(path)])
    board.reached(str(path))
    assert board.left(0.0) is None
    board.reached(str(path), 2_500)
    assert board.left(10.0) == pytest.approx(30.0)
    board.reached(str(path), 99_999)
    assert board.left(40.0) is None


def test_bytes_are_counted_as_the_readers_go_through_folders(tmp_path: Path) -> None:
    inside, other = tmp_path / "in", tmp_path / "other"
    for folder in (inside, other):
        folder.mkdir()
        (folder / "a.txt").write_bytes(b"x" * 1_000)
    (inside / "loop").symlink_to(inside)
    (inside / "there").symlink_to(other)
    (inside / "again").symlink_to(other)
    board = Board([str(inside)])
    board.reached(str(inside))
    assert board.total == 2_000
    assert sum(len(item.data) for item in items([inside]) if isinstance(item, Item)) == 2_000


def test_the_first_line_in_a_log_has_the_time_that_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Over many small files: what was done before the line is due counts."""
    clock = 1_000.0
    monkeypatch.setattr("onrecord.cli.add.time.monotonic", lambda: clock)
    for n in range(100):
        (tmp_path / f"{n:02}.txt").write_bytes(b"x" * 100)
    board = Board([str(tmp_path)], start=clock, last=clock)
    for n in range(32):
        board.reached(str(tmp_path / f"{n:02}.txt"))
        board.progress(Tally(added=n), "a.txt")
        clock += 2.0
    (line,) = capsys.readouterr().err.splitlines()
    assert line == "onrecord: 30 reports (0 failed), 0.5 a second, about 2:20 left: a.txt"


def test_time_left_of_coding_again_is_by_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = 0.0
    monkeypatch.setattr("onrecord.cli.add.time.monotonic", lambda: clock)
    board = Board([str(tmp_path)])
    board.reached(str(tmp_path))
    board.progress(Tally(added=7), "a.txt")
    board.expect(40)
    clock = 30.0
    board.progress(Tally(again=9, failed=1), "b.txt")
    assert board.left(30.0) == pytest.approx(90.0)


def test_progress_in_a_log(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    board = Board([])
    board.start -= 100
    board.progress(Tally(added=1), "a\n.txt")
    assert "onrecord: 1 report (0 failed), 0.0 a second: a .txt\n" in capsys.readouterr().err
