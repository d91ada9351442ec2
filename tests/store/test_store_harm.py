"""A full disk, a read-only file, a damaged one, a process that is killed: what was committed stays, and what is wrong is said."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from onrecord.errors import OnRecordError, StoreError
from onrecord.store import Checked, Fault, Origin, Reason, Relation, VersionChain, Withdrawal, backup, open_store, verify
from store_helpers import Coded, add, export, plain

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX processes")
TESTS = Path(__file__).resolve().parents[1]


def script(body: str, *arguments: object) -> subprocess.Popen[str]:
    """Another Python that runs some lines."""
    lines = "import sys\nfrom store_helpers import *\nfrom onrecord.store import *\nfrom onrecord.errors import *\n" + textwrap.dedent(body)
    path = os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])
    return subprocess.Popen([sys.executable, "-c", lines, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path})


def faults(path: Path) -> list[Fault]:
    with open_store(path) as store:
        return [fault for fault in verify(store) if isinstance(fault, Fault)]


def test_a_full_disk_keeps_what_was_committed(tmp_path: Path, coded: tuple[Coded, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        add(store, coded[:2])
        before = export(store)
        connect = store.backend._connect

        def small() -> sqlite3.Connection:
            connection = connect()
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count={pages + 3}")
            return connection

        with monkeypatch.context() as patch:
            patch.setattr(store.backend.engine.pool, "_creator", small)
            with pytest.raises(StoreError) as told:
                add(store, [plain(f"{n}.txt", f"Text number {n}. " * 400) for n in range(50)])
            assert told.value.kind == "full"
            assert "the disk is full" in told.value.reason
            assert export(store) == before
        add(store, coded[2:])
    assert faults(path) == []


@posix
def test_a_file_that_may_not_grow_keeps_what_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        add(store, [plain("a.txt", "Rebels attacked the town.")])
        before = export(store)
    body = """
        import resource, os
        size = os.path.getsize(sys.argv[1]) + 40_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        with open_store(sys.argv[1]) as store:
            try:
                for n in range(100):
                    add(store, [plain(f"{n}-{k}.txt", f"Text {n} {k}. " + os.urandom(4000).hex()) for k in range(5)])
            except StoreError as error:
                print(error.kind, n)
    """
    process = script(body, path)
    out, err = process.communicate(timeout=120)
    assert err == ""
    kind, done = out.split()
    assert (kind, process.returncode) == ("full", 0)
    with open_store(path) as store:
        with store.view() as view:
            assert len(list(view.reports())) == 1 + 5 * int(done)
        assert set(before.splitlines()) <= set(export(store).splitlines())
    assert faults(path) == []


@posix
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_record_can_be_read_and_says_that_it_cannot_be_written(what: str, coded: tuple[Coded, ...]) -> None:
    # Not below pytest's folder, which another run of the tests may close to others at any time.
    folder = Path(tempfile.mkdtemp(prefix="onrecord-shared-"))
    path = folder / "record.db"
    with open_store(path, create=True) as store:
        add(store, coded)
        backup(store, folder / "saved.db")
    before = path.read_bytes()
    path.chmod(0o444 if what == "file" else 0o666)
    folder.chmod(0o777 if what == "file" else 0o555)
    body = """
        import os, pwd
        open_store(sys.argv[1]).close()
        if os.geteuid() == 0:  # permissions do not apply to root; everything is imported now
            nobody = pwd.getpwnam("nobody")
            os.setgroups([])
            os.setresgid(nobody.pw_gid, nobody.pw_gid, nobody.pw_gid)
            os.setresuid(nobody.pw_uid, nobody.pw_uid, nobody.pw_uid)
        with open_store(sys.argv[1]) as store:
            with store.view() as view:
                print(len(list(view.reports())), len(view.search("gao")), sum(1 for _ in view.canonical()))
            print([type(one).__name__ for one in verify(store)])
            try:
                with store.writer() as writer:
                    writer.add_trouble("a", "b", "error", "c")
            except StoreError as error:
                print(error.kind)
    """
    try:
        process = script(body, path)
        out, err = process.communicate(timeout=120)
        after = path.read_bytes()
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)
    assert (out.splitlines(), err) == (["6 3 12", "['Checked']", "read_only"], "")
    assert after == before


def test_a_damaged_file_never_gives_wrong_data(tmp_path: Path, coded: tuple[Coded, ...]) -> None:
    """Bytes changed anywhere: either what is read is right, or it is refused as damaged; verify sees what is wrong with what matters."""
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        add(store, coded)
        right = export(store)
    whole = path.read_bytes()
    seen = 0
    for at in range(4096 - 70, len(whole), 4096):  # a page is filled from its end
        path.write_bytes(whole[:at] + bytes(b ^ 0xFF for b in whole[at : at + 64]) + whole[at + 64 :])
        try:
            with open_store(path) as store:
                same = export(store) == right
                found = [fault for fault in verify(store) if isinstance(fault, Fault)]
        except OnRecordError as error:
            assert not isinstance(error, StoreError) or error.kind in ("damaged", "no_record", "failed", "newer"), error
            seen += 1
            continue
        assert same or found
        seen += bool(found)
    assert seen >= 20
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(OnRecordError), open_store(path) as store:
        export(store)


@pytest.mark.parametrize("left", [0.3, 0.9])
def test_a_file_that_was_cut_short_is_said(tmp_path: Path, coded: tuple[Coded, ...], left: float) -> None:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        add(store, coded)
    data = path.read_bytes()
    kept = int(len(data) * left) // 4096 * 4096
    path.write_bytes(data[:kept])
    with pytest.raises(StoreError, match=f"the file was cut short, {len(data) - kept:,} bytes are missing; go back to an earlier backup") as told:
        open_store(path)
    assert told.value.kind == "damaged"
    path.write_bytes(data[:-50])  # within the last page, SQLite does not mind
    found = faults(path)
    assert ("integrity", "the file was cut short: 50 bytes are missing") in [(one.code, one.message) for one in found]
    path.write_bytes(data)
    assert faults(path) == []


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE origins SET reasons = '[{'", "the reasons of an origin cannot be read"),
        ("UPDATE relations SET spans = '[1]'", "the words of a correction cannot be read"),
        ("DELETE FROM origin_members", "is an origin without reports"),
        ("UPDATE withdrawals SET event = 'event-0'", "event-0 is withdrawn and is no event of its current result"),
        ("UPDATE versions SET position = position + 1", "its versions are not numbered in order"),
    ],
)
def test_damaged_links_are_faults(tmp_path: Path, coded: tuple[Coded, ...], statement: str, message: str) -> None:
    path = tmp_path / "record.db"
    ids = [one.id for one in coded]
    with open_store(path, create=True) as store:
        add(store, coded)
        with store.writer() as writer:
            writer.set_origins([Origin("outlet:post", "outlet", (ids[0],), (Reason("outlet", (ids[0],)),), story="s")])
            writer.set_versions([VersionChain("http://port.example/", (ids[0], ids[1]))])
            writer.set_relations([Relation(ids[1], ids[0], "corrects", "url", coded[1].record.events[0].mentions[0].trigger)])
            writer.set_withdrawals([Withdrawal(ids[0], ids[1], "corrects", "no attack", coded[0].record.events[0].id)])
            writer.mark_linked("m")
    assert faults(path) == []
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    found = faults(path)
    assert {one.code for one in found} == {"links"}
    assert message in found[0].message


def test_a_backup_while_others_write_is_a_whole_record(place: str, tmp_path: Path) -> None:
    """Every backup made meanwhile holds whole transactions, each more than the one before."""
    open_store(place, create=True).close()
    writing = script(
        """
        with open_store(sys.argv[1]) as store:
            for batch in range(30):
                add(store, [plain(f"{batch}/{k}.txt", f"Report {k} of batch {batch}. " * 20) for k in range(5)])
        """,
        place,
    )
    sizes = []
    with open_store(place) as store:
        while writing.poll() is None or not sizes:
            copy = tmp_path / f"copy{len(sizes)}.db"
            backup(store, copy)
            with open_store(copy) as made:
                (checked,) = verify(made)
            assert isinstance(checked, Checked)
            sizes.append(checked.reports)
    assert writing.communicate()[1] == ""
    assert writing.returncode == 0
    assert sizes == sorted(sizes)
    assert not [size for size in sizes if size % 5]


@posix
def test_a_killed_writer_leaves_a_log_and_nothing_half(tmp_path: Path, coded: tuple[Coded, ...]) -> None:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        add(store, coded[:1])
        before = export(store)
    body = """
        import os, time
        store = open_store(sys.argv[1])
        with store.view() as view:  # keeps the log from being tidied away
            add(store, [plain("committed.txt", "A committed report.")])
            with store.writer() as writer:
                one = plain("half.txt", "Half a transaction. " * 5000)
                writer.add_report(one.stored, one.received)
                print("now", flush=True)
                time.sleep(60)
    """
    process = script(body, path)
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert (tmp_path / "record.db-wal").stat().st_size > 0
    with open_store(path, wait=1) as store:
        with store.view() as view:
            assert [row.names for row in view.reports()] == [("harbour/1.txt",), ("committed.txt",)]
        assert export(store) != before
        add(store, coded[1:])
    assert faults(path) == []
    assert [p.name for p in tmp_path.iterdir()] == ["record.db"]


@posix
def test_a_log_that_was_left_beside_a_read_only_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, log = tmp_path / "record.db", tmp_path / "record.db-wal"
    with open_store(path, create=True) as store:
        add(store, [plain("a.txt", "One report.")])
        with store.view():
            add(store, [plain("b.txt", "Another report.")])
            left = log.read_bytes()
            file = path.read_bytes()
            with monkeypatch.context() as patch:  # while the log's index is there, the log is read
                patch.setattr(os, "access", lambda *_: False)
                with open_store(path) as sealed, sealed.view() as view:
                    assert len(list(view.reports())) == 2
    path.write_bytes(file)
    log.write_bytes(left)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StoreError) as told:
        open_store(path)
    assert told.value.kind == "read_only"
    assert "left in the middle of writing" in told.value.reason
    monkeypatch.undo()
    with open_store(path) as store, store.view() as view:
        assert len(list(view.reports())) == 2


@posix
def test_a_power_cut_that_takes_the_end_of_the_log_leaves_a_record(tmp_path: Path) -> None:
    """The log cut anywhere, as by a disk that had not written it all: the record opens with the transactions that are whole."""
    path, log = tmp_path / "record.db", tmp_path / "record.db-wal"
    with open_store(path, create=True) as store:
        add(store, [plain("0.txt", "Report number 0.")])
        with store.view():
            for n in range(1, 6):
                add(store, [plain(f"{n}.txt", f"Report number {n}.")])
            file, whole = path.read_bytes(), log.read_bytes()
    counts = []
    for cut in range(0, len(whole) + 1, max(1, len(whole) // 12)):
        at = tmp_path / f"cut-{cut}.db"
        at.write_bytes(file)
        at.with_name(f"{at.name}-wal").write_bytes(whole[:cut])
        assert faults(at) == []
        with open_store(at) as store, store.view() as view:
            names = [row.names[0] for row in view.reports()]
        assert names == [f"{n}.txt" for n in range(len(names))]
        counts.append(len(names))
    assert counts == sorted(counts)
    assert (counts[0], counts[-1] >= 5) == (1, True)


@posix
def test_a_writer_that_does_not_end_is_said(place: str) -> None:
    with open_store(place, create=True) as store, open_store(place, wait=0.2) as other, store.writer():
        with pytest.raises(StoreError) as told, other.writer():
            pass
        assert told.value.kind == "busy"
