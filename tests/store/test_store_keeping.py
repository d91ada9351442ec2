"""Verifying sees each kind of fault; a backup is a record that says the same."""

from __future__ import annotations

import os
import threading
import zlib
from pathlib import Path

import pytest
from sqlalchemy import text

from onrecord.errors import StoreError
from onrecord.store import Checked, Fault, Origin, Store, StoredBytes, VersionChain, Withdrawal, backup, open_store, verify
from store_helpers import Coded, add, export, plain


def faults(store: Store) -> set[tuple[str, str]]:
    return {(fault.code, fault.where) for fault in verify(store) if isinstance(fault, Fault)}  # type: ignore[arg-type]


FAULTS = {
    "bytes": ("UPDATE contents SET data = :data WHERE text_id = :text", "text"),
    "size": ("UPDATE contents SET size = size + 1 WHERE text_id = :text", "text"),
    "lone bytes": ("INSERT INTO contents (text_id, size, data) VALUES ('x', 5, :data)", "text"),
    "told": ("UPDATE reports SET told = 'nothing' WHERE id = :id", "told"),
    "identity": ("UPDATE reports SET told = replace(told, 'Harbour', 'Habour') WHERE id = :id", "told"),
    "name": ("DELETE FROM found WHERE report = 1", "told"),
    "another name": ("UPDATE found SET name = 'other.txt' WHERE report = 1", "told"),
    "how a name is found": ("UPDATE found SET name_sha256 = 'other' WHERE report = 1", "told"),
    "name of an input": ("UPDATE issues SET name = 'other.zip' WHERE report IS NULL", "told"),
    "how an input is found": ("UPDATE issues SET name_sha256 = 'other' WHERE report IS NULL", "told"),
    "result": ("UPDATE results SET record = :data WHERE report = 1", "result"),
    "whose result": ("UPDATE coders SET digest = 'other'", "result"),
    "version of a pipeline": ("UPDATE coders SET version = '0.0'", "result"),
    "current": ("UPDATE results SET current = false WHERE report = 1", "result"),
    "title": ("UPDATE reports SET publisher = 'Somebody' WHERE id = :id", "rows"),
    "event": ("UPDATE events SET status = 'planned' WHERE report = 1", "rows"),
    "event gone": ("DELETE FROM events WHERE report = 1", "rows"),
    "party": ("UPDATE event_parties SET name = 'Somebody'", "rows"),
    "country": ("DELETE FROM event_countries", "rows"),
    "place": ("UPDATE event_places SET lat = 1", "rows"),
    "assertion": ("UPDATE assertions SET attribution = 'nobody'", "rows"),
    "issue": ("DELETE FROM issues WHERE report IS NOT NULL", "rows"),
    "version": ("UPDATE versions SET position = 7", "links"),
    "origin": ("DELETE FROM origin_members", "links"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_verifying_sees_a_fault(name: str, place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.writer() as writer:
            writer.set_origins([Origin("origin-1", "outlet", (coded[0].id,))])
            writer.set_versions([VersionChain("http://port.example/", (coded[0].id, coded[1].id))])
            writer.set_withdrawals([Withdrawal(coded[0].id, coded[1].id, "corrects", "wrong")])
            writer.add_trouble("caf\udce9\0.zip", "damaged", "error", "is damaged")
        assert list(verify(store)) == [Checked(len(coded), len(coded), len(coded))]
        statement, code = FAULTS[name]
        values = {"data": zlib.compress(b"other"), "text": coded[0].record.report.text_id, "id": coded[0].id}
        with store.backend.engine.connect() as connection:
            connection.execute(text(statement), {key: value for key, value in values.items() if f":{key}" in statement})
            connection.commit()
        assert {found for found, _ in faults(store)} == {code}


def test_verifying_sees_full_text_that_is_out_of_step(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.backend.engine.connect() as connection:
            if "://" in place:
                connection.execute(text("UPDATE report_words SET words = to_tsvector('other') WHERE report = 1"))
            else:
                connection.execute(text("DROP TRIGGER report_words_changed"))
                connection.execute(text("UPDATE reports SET title = 'Other' WHERE seq = 1"))
            connection.commit()
        assert ("words", "the database") in faults(store)


def test_a_backup_is_a_record_that_says_the_same(place: str, coded: tuple[Coded, ...], tmp_path: Path) -> None:
    target = tmp_path / "saved" / "backup.db"
    target.parent.mkdir()
    told: list[tuple[int, int]] = []
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.writer() as writer:
            writer.set_origins([Origin("origin-1", "outlet", (coded[0].id,), name="Harbour Post")])
            writer.set_sketches("near/1", {coded[0].id: b"\x00\xff"})
            writer.add_trouble("x.zip", "bad_zip", "error", "is no ZIP file")
            writer.mark_linked("link/1")
        backup(store, target, lambda done, total: told.append((done, total)))
        before = export(store)
        with open_store(target) as saved:
            assert export(saved) == before
            assert list(verify(saved)) == [Checked(len(coded), len(coded), len(coded))]
            with saved.view() as view, store.view() as original:
                assert list(view.reports()) == list(original.reports())
                assert list(view.sketches("near/1")) == [(coded[0].id, b"\x00\xff")]
                assert view.linked() == "link/1"
                assert [hit.report.id for hit in view.search("mayor gao")] == [hit.report.id for hit in original.search("mayor gao")]
            with saved.writer() as writer:  # and can be gone on with
                assert writer.add_trouble("y.zip", "bad_zip", "error", "is no ZIP file")
        assert export(store) == before
    assert told
    assert told[-1][0] == told[-1][1]
    assert sorted(done for done, _ in told) == [done for done, _ in told]
    assert [path.name for path in target.parent.iterdir()] == ["backup.db"]
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o600


def test_a_backup_never_replaces_a_file_and_leaves_nothing_half(place: str, coded: tuple[Coded, ...], tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "there").write_text("mine", encoding="utf-8")
    with open_store(place, create=True) as store:
        add(store, coded[:1])
        for target, kind in ((folder / "there", "exists"), (folder, "exists"), (tmp_path / "none" / "x.db", "unreachable")):
            with pytest.raises(StoreError) as told:
                backup(store, target)
            assert told.value.kind == kind

        def stop(done: int, total: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            backup(store, folder / "half.db", stop)
    assert [path.name for path in folder.iterdir()] == ["there"]
    assert (folder / "there").read_text(encoding="utf-8") == "mine"


def test_a_backup_is_of_one_moment_while_others_write(place: str, tmp_path: Path) -> None:
    with open_store(place, create=True) as store:
        add(store, [plain(f"{n}.txt", f"Report number {n}. " * 200) for n in range(30)])
        stop = threading.Event()

        def go_on() -> None:
            n = 30
            while not stop.is_set() and n < 400:
                add(store, [plain(f"{k}.txt", f"Report number {k}. " * 200) for k in (n, n + 1)])
                n += 2

        writing = threading.Thread(target=go_on)
        writing.start()
        try:
            for k in range(3):
                backup(store, tmp_path / f"backup-{k}.db")
        finally:
            stop.set()
            writing.join()
        sizes = []
        for k in range(3):
            with open_store(tmp_path / f"backup-{k}.db") as saved:
                (checked,) = verify(saved)
                assert isinstance(checked, Checked)
                sizes.append(checked.reports)
        with store.view() as view:
            total = len(list(view.reports()))
    assert sizes == sorted(sizes)
    assert all(30 <= size <= total and size % 2 == 0 for size in sizes)


def test_a_damaged_record_is_not_backed_up(tmp_path: Path, coded: tuple[Coded, ...]) -> None:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        add(store, coded)
    data = bytearray(path.read_bytes())
    for at in range(4096 * 2 - 40, len(data) - 4096, 4096):
        data[at - 60 : at] = bytes(60)
        data[at - 4000 : at - 3990] = b"\xff" * 10
    path.write_bytes(data)
    with pytest.raises(StoreError) as told, open_store(path) as store:
        backup(store, tmp_path / "saved.db")
    assert told.value.kind in ("damaged", "no_record")
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("saved")] == []


def test_bytes_told_survive_as_they_were(place: str) -> None:
    one = plain("rows.csv:17", "Rebels attacked the town.")
    stored = StoredBytes("rows.csv:17", one.stored.data, "row", "text/csv", None, "A title", None, None, (("Text", "text"), ("Überschrift", "title")))
    with open_store(place, create=True) as store:
        with store.writer() as writer:
            writer.add_report(stored, one.received)
        with store.view() as view:
            assert view.stored(one.id) == stored
