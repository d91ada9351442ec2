"""`verify` works links out anew: every row of them that is missing, too much or other is found and named."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from typer.testing import CliRunner

from onrecord import Coder
from onrecord.cli import app
from onrecord.link.marks import mark
from onrecord.link.sketch import kind as sketch_kind
from onrecord.link.traces import kind as trace_kind
from onrecord.readers.items import Item
from onrecord.run.checking import check_links
from onrecord.run.coding import Done, code_item, stored
from onrecord.run.linking import link
from onrecord.store import Store, open_store

DEAD = "Rebels killed nine men in Velm on Sunday. Guards arrested four dockers in Orlan."
LONG = "ORLAN (Reuters) - Nine dockers were held on Monday after a long night at the port of the town. Two boats lay at the quay until dawn and nobody was hurt."
REPORTS = (
    ("1.txt", DEAD, "Harbour Gazette", "2025-03-03", "https://gazette.example/a"),
    ("2.txt", f"{DEAD} It rained.\n\nCorrection: It was eleven, not nine.", "Harbour Gazette", "2025-03-04", "https://gazette.example/a"),
    ("3.txt", DEAD, "Harbour Gazette", "2025-03-05", "https://gazette.example/a"),
    ("4.txt", LONG, "Delta Herald", "2025-03-04", None),
    ("5.txt", LONG.replace("ORLAN (Reuters) - ", ""), "Lakes Times", "2025-03-05", None),
    ("6.txt", "Rebels shelled the mill on Sunday.\n\nThis story has been retracted.", "Lakes Times", "2025-03-06", None),
    ("7.txt", "Guards shelled a mill in Gao.\n\nEditors: please kill the story headlined “Ferry sinks off Orlan”.", "Orlan Post", "2025-03-07", None),
)


def fill(store: Store, coder: Coder) -> None:
    with store.writer() as writer:
        for name, text, publisher, published, url in REPORTS:
            item = Item(name, text.encode(), publisher=publisher, published=published, url=url)
            done = code_item(coder, item)
            assert isinstance(done, Done)
            writer.add_report(stored(item), done.received)
            writer.add_result(done.record)
            writer.set_sketches(sketch_kind(), {done.record.report.id: done.sketch})
            writer.set_sketches(trace_kind(), {done.record.report.id: done.trace})
    assert link(store) is not None


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, ungated: Coder) -> Path:
    """A linked record with copies, versions, a correction, a retraction and a notice that could not be carried out."""
    path = tmp_path_factory.mktemp("whole") / "record.db"
    with open_store(path, create=True) as store:
        fill(store, ungated)
        with store.view() as view:
            assert (len(view.versions()), len(view.relations()), [len(o.members) for o in view.origins()].count(2)) == (1, 1, 1)
            assert {(w.kind, w.event is None) for w in view.withdrawals()} == {("corrects", False), ("retracts", True)}
            assert [row.code for row in view.issues(code="no_report")] == ["no_report"]
    return path


def test_what_linking_wrote_holds(whole: Path) -> None:
    with open_store(whole) as store:
        assert list(check_links(store)) == []
    done = CliRunner().invoke(app, ["verify", "--record", str(whole)], prog_name="onrecord")
    assert (done.exit_code, done.stdout.splitlines()[0], done.stderr) == (0, "7 reports, 6 texts, 7 results: everything holds", "")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM withdrawals WHERE kind = 'retracts'", "a withdrawal of it is missing: "),
        ("DELETE FROM withdrawals WHERE kind = 'corrects'", "a withdrawal of it is missing: "),
        ("UPDATE withdrawals SET reason = 'no' WHERE kind = 'corrects'", "has a withdrawal that linking does not give: "),
        ("UPDATE withdrawals SET event = (SELECT id FROM events WHERE report = withdrawals.report AND id <> withdrawals.event) WHERE kind = 'corrects'", "has a withdrawal that linking does not give: "),
        ("UPDATE withdrawals SET every_assertion = NOT every_assertion", "has a withdrawal that linking does not give: "),
        ("INSERT INTO withdrawals (report, by_report, kind, reason, every_assertion) VALUES (4, 5, 'retracts', 'all', 1)", "has a withdrawal that linking does not give: "),
        ("INSERT INTO withdrawals (report, by_report, kind, reason, event, attribution, every_assertion) SELECT report, by_report, kind, reason, event, attribution, every_assertion FROM withdrawals", "has a withdrawal that linking does not give: "),
        ("DELETE FROM relations", "a relation of it is missing: "),
        ("UPDATE relations SET kind = 'updates'", "has a relation that linking does not give: "),
        ("UPDATE relations SET spans = '[]'", "has a relation that linking does not give: "),
        ("INSERT INTO relations (by_report, report, kind, rule, spans) VALUES (5, 4, 'retracts', 'url', '[]')", "has a relation that linking does not give: "),
        ("DELETE FROM versions WHERE copy", "a version of it is missing: "),
        ("DELETE FROM versions", "a version of it is missing: "),
        ("INSERT INTO versions (url, position, copy, report) VALUES ('//gazette.example/a', 1, 1, 5)", "has a version that linking does not give: "),
        ("DELETE FROM origin_members WHERE report = 5", "is missing among its members"),
        ("INSERT INTO origin_members (origin, report) SELECT origin, 1 FROM origin_members WHERE report = 5", "is none of its members"),
        ("UPDATE origins SET reasons = '[]' WHERE id = 'agency:reuters'", "its reasons differ from what linking gives; missing: copy, wire"),
        ("UPDATE origins SET kind = 'official' WHERE id = 'agency:reuters'", "its kind differs from what linking gives"),
        ("UPDATE origins SET interested = NOT interested, name = 'x' WHERE id = 'agency:reuters'", "its name, interested differ from what linking gives"),
        ("UPDATE origins SET reasons = 'x' WHERE id = 'agency:reuters'", "the reasons of an origin cannot be read"),
        ("DELETE FROM origin_members WHERE origin = (SELECT seq FROM origins WHERE id = 'agency:reuters'); DELETE FROM origins WHERE id = 'agency:reuters'", "is an origin that is missing"),
        ("INSERT INTO origins (story, id, kind, reasons) VALUES ('s', 'outlet:x', 'outlet', '[]'); INSERT INTO origin_members (origin, report) SELECT max(seq), 6 FROM origins", "is an origin that linking does not give"),
        ("DELETE FROM issues WHERE linked", "a note of linking of it is missing: "),
        ("INSERT INTO issues (report, code, severity, message, linked) VALUES (4, 'no_words', 'info', 'x', 1)", "has a note of linking that linking does not give: "),
        ("UPDATE sketches SET data = (SELECT data FROM sketches WHERE report = 7 AND kind LIKE 'words%') WHERE report = 1 AND kind LIKE 'words%'", "the sketch that is kept of it for linking is not what its result gives"),
        ("UPDATE sketches SET data = (SELECT data FROM sketches WHERE report = 7 AND kind LIKE 'trace%') WHERE report = 1 AND kind LIKE 'trace%'", "the trace that is kept of it for linking is not what its result gives"),
        ("UPDATE sketches SET data = x'00' WHERE report = 2 AND kind LIKE 'trace%'", "the trace that is kept of it for linking is not what its result gives"),
    ],
)
def test_every_row_of_links_that_was_changed_is_named(whole: Path, tmp_path: Path, statement: str, said: str) -> None:
    path = tmp_path / "record.db"
    shutil.copy(whole, path)
    with sqlite3.connect(path) as connection:
        connection.executescript(statement)
    connection.close()
    done = CliRunner().invoke(app, ["verify", "--record", str(path)], prog_name="onrecord")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert all(line.startswith("links: ") for line in lines[:-1])
    assert said in done.stdout
    with open_store(path) as store, store.view() as view:
        ids = [row.id for row in view.reports()]
    assert any(one in lines[0] for one in (*ids, "#", "the database"))


def test_links_on_a_server_are_checked_too(place: str, ungated: Coder) -> None:
    with open_store(place, create=True) as store:
        fill(store, ungated)
        assert list(check_links(store)) == []
        with store.backend.engine.begin() as connection:
            connection.execute(sql("DELETE FROM withdrawals WHERE kind = 'retracts'"))
            connection.execute(sql("UPDATE origins SET interested = NOT interested WHERE id = 'agency:reuters'"))
        assert sorted(fault.message.split(":")[0] for fault in check_links(store)) == ["a withdrawal of it is missing", "its interested differs from what linking gives"]


def test_the_links_of_both_databases_are_the_same(whole: Path, place: str, ungated: Coder) -> None:
    with open_store(place, create=True) as store, open_store(whole) as other, other.view() as mine:
        fill(store, ungated)
        with store.view() as view:
            assert list(view.canonical()) == list(mine.canonical())


def test_links_that_are_not_up_to_date_are_said_and_not_compared(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    shutil.copy(whole, path)
    with open_store(path) as store, store.writer() as writer:
        writer.set_withdrawals([])
        writer.mark_linked("links-3")
    done = CliRunner().invoke(app, ["verify", "--record", str(path)], prog_name="onrecord")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "7 reports, 6 texts, 7 results: everything holds")
    assert "not up to date and were not worked out anew: `onrecord add`" in done.stderr
    with open_store(path) as store:
        with store.writer() as writer:
            writer.mark_linked(mark())
        assert [fault.message.split(":")[0] for fault in check_links(store)] == ["a withdrawal of it is missing"] * 3


def test_a_result_that_cannot_be_read_does_not_hide_the_other_faults(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    shutil.copy(whole, path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE results SET record = x'00' WHERE report = 3")
    connection.close()
    done = CliRunner().invoke(app, ["verify", "--record", str(path)], prog_name="onrecord")
    assert done.exit_code == 1
    assert "result: " in done.stdout
    assert "links: the database: they cannot be worked out: " in done.stdout
    assert done.stdout.splitlines()[-1].endswith("2 faults")
