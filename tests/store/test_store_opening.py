"""Opening: what is a record, what is none, what is an older or a newer one; who may read the file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

import onrecord.store
from onrecord import Coder
from onrecord.errors import StoreError
from onrecord.store import open_store, schema
from onrecord.store.sql import _backend
from onrecord.store.tables import metadata
from postgres_server import new_database
from store_helpers import Coded, add, export, plain


def refused(where: str | Path, create: bool = False) -> StoreError:
    with pytest.raises(StoreError) as told:
        open_store(where, create=create, wait=1)
    assert str(told.value).startswith(told.value.name)
    return told.value


def execute(place: str, statement: str) -> None:
    backend = _backend(place, 1)
    with backend.engine.connect() as connection:
        connection.execute(text(statement))
        connection.commit()


def test_the_migrations_lead_to_the_tables(place: str) -> None:
    with open_store(place, create=True) as store, store.backend.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": lambda name, kind, parents: not (name or "").startswith(("report_words", "onrecord_schema"))})
        assert compare_metadata(context, metadata) == []
        for table in metadata.sorted_tables:  # constraints that the comparison does not look at
            stored = inspect(connection)
            assert stored.get_pk_constraint(table.name)["constrained_columns"] == [c.name for c in table.primary_key.columns]
            assert {c["name"] for c in stored.get_check_constraints(table.name)} == ({"ck_issues_of_one"} if table.name == "issues" else set())


def test_the_steps_are_all_known() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(onrecord.store.__file__).parent / "migrations"))
    walked = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(walked)) == schema.STEPS


def test_a_record_of_an_older_schema_is_migrated_and_keeps_what_it_holds(place: str, coded: tuple[Coded, ...]) -> None:
    backend = _backend(place, 5)
    backend.prepare(create=True)
    backend.use_log()
    with backend.engine.connect() as connection:
        backend.begin_writer(connection)
        schema.migrate(connection, to=schema.STEPS[0])
        connection.commit()
        assert schema.step_of(connection) == schema.STEPS[0]
    execute(place, "INSERT INTO contents (text_id, size, data) VALUES ('t', 1, 'x')")
    execute(place, "INSERT INTO reports (id, text_id, told, reader, fictional, private, text) VALUES ('r', 't', '{}', 'plain/1', false, false, 'Rebels attacked')")
    with open_store(place) as store:
        with store.view() as view:
            assert [row.id for row in view.reports()] == ["r"]
            assert [hit.report.id for hit in view.search("rebel")] == ["r"]
            assert view.origins() == ()
        add(store, coded[:1])
    with open_store(place) as store, store.view() as view:
        assert [row.id for row in view.reports()] == ["r", coded[0].id]


def test_what_may_repeat_is_filled_in_where_results_of_an_older_schema_have_it(place: str, ungated: Coder) -> None:
    empty = plain("a.txt", "Rebels clashed with soldiers near Lom on Sunday. A soldier was killed.", published="2026-03-03")
    record = ungated.code_received(empty.received)
    first, second = record.events
    assert (first.may_repeat, second.may_repeat) == (None, first.id)
    with open_store(place, create=True) as store:
        add(store, [Coded(empty.stored, empty.received, record)])
        before = export(store)
    execute(place, "ALTER TABLE events DROP COLUMN may_repeat")
    execute(place, "UPDATE onrecord_schema SET version_num = '0002'")
    with open_store(place) as store:
        assert export(store) == before
        with store.backend.engine.connect() as connection:
            assert list(connection.execute(text("SELECT id, may_repeat FROM events ORDER BY seq"))) == [(first.id, None), (second.id, first.id)]


def test_a_record_of_a_newer_schema_is_refused_and_left_alone(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded[:1])
        before = export(store)
    execute(place, "UPDATE onrecord_schema SET version_num = '9999'")
    error = refused(place, create=True)
    assert error.kind == "newer"
    assert "9999" in error.reason
    assert "newer version of OnRecord" in error.reason
    execute(place, "UPDATE onrecord_schema SET version_num = '0003'")
    with open_store(place) as store:
        assert export(store) == before


def test_a_database_of_others_is_no_record(place: str) -> None:
    assert refused(place).kind == "absent"
    if "://" not in place:
        sqlite3.connect(place).close()
        Path(place).touch()
        assert refused(place).kind == "absent"
    execute(place, "CREATE TABLE theirs (a int)")
    for create in (False, True):
        error = refused(place, create)
        assert (error.kind, error.reason) == ("no_record", "is no record of OnRecord")


def test_a_file_that_is_no_database_is_no_record(tmp_path: Path) -> None:
    for name, data in (("text.txt", b"Rebels attacked the town."), ("short", b"SQ"), ("header.db", b"SQLite format 3\x00" + b"\xff" * 5000)):
        path = tmp_path / name
        path.write_bytes(data)
        for create in (False, True):
            assert refused(path, create).kind in ("no_record", "damaged"), name
        assert path.read_bytes() == data
    assert refused(tmp_path).kind == "no_record"
    assert refused(tmp_path / "none" / "x.db", create=True).kind == "missing"
    assert refused(tmp_path / "text.txt" / "x.db", create=True).kind == "unreachable"
    assert refused("a\x00b").kind == "unreachable"


def test_an_absent_record_is_not_made_by_reading(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.db").kind == "absent"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_a_killed_run_left_empty_is_filled(tmp_path: Path, coded: tuple[Coded, ...]) -> None:
    path = tmp_path / "record.db"
    for data in (b"", None):
        path.unlink(missing_ok=True)
        if data is None:
            connection = sqlite3.connect(path)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.close()
        else:
            path.write_bytes(data)
        assert refused(path).reason.startswith("there is no record in it yet")
        with open_store(path, create=True) as store:
            add(store, coded[:1])
        with open_store(path) as store, store.view() as view:
            assert len(list(view.reports())) == 1


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_only_the_user_may_read_the_file(tmp_path: Path, coded: tuple[Coded, ...]) -> None:
    before = os.umask(0)
    try:
        with open_store(tmp_path / "record.db", create=True) as store:
            add(store, coded[:1])
            with store.view() as view:
                list(view.reports())
                assert {p.name: p.stat().st_mode & 0o777 for p in tmp_path.iterdir()} == {f"record.db{end}": 0o600 for end in ("", "-wal", "-shm")}
    finally:
        os.umask(before)
    assert [p.name for p in tmp_path.iterdir()] == ["record.db"]


def test_addresses(tmp_path: Path, coded: tuple[Coded, ...]) -> None:
    with open_store(f"sqlite:///{tmp_path}/a%20b?c.db".replace("%20", " ").replace("?", "#"), create=True) as store:
        add(store, coded[:1])
    assert [p.name for p in tmp_path.iterdir()] == ["a b#c.db"]
    for address in ("mysql://x/y", "sqlite://", "sqlite:///:memory:", "http://[", "nothing://"):
        assert refused(address, create=True).kind == "missing", address


def test_no_message_shows_a_password(postgres: str) -> None:
    for address in (postgres.replace("@", "wrong@", 1) + "/postgres", f"{postgres}/nowhere", "postgresql://onrecord:secret@127.0.0.1:1/x"):
        error = refused(address)
        password = address.split(":")[2].split("@")[0]
        assert error.kind in ("unreachable", "missing"), address
        assert password not in str(error)
        assert "***" in str(error)


def test_a_database_that_cannot_hold_every_character_is_refused(postgres: str) -> None:
    with psycopg.connect(f"{postgres}/postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    assert "UTF8" in refused(f"{postgres}/latin", create=True).reason


def test_a_schema_of_ones_own_can_be_used(postgres: str, coded: tuple[Coded, ...]) -> None:
    base = new_database(postgres)
    execute(base, "CREATE SCHEMA one")
    execute(base, "CREATE SCHEMA two")
    for name, some in (("one", coded[:1]), ("two", coded[1:3])):
        with open_store(f"{base}?options=-csearch_path%3D{name}", create=True) as store:
            add(store, some)
    for name, number in (("one", 1), ("two", 2)):
        with open_store(f"{base}?options=-csearch_path%3D{name}") as store, store.view() as view:
            assert len(list(view.reports())) == number
            assert len(view.search("gao")) == number


def test_two_processes_make_one_record(place: str) -> None:
    script = "import sys; from onrecord.store import open_store; open_store(sys.argv[1], create=True).close()"
    running = [subprocess.Popen([sys.executable, "-c", script, place], stderr=subprocess.PIPE) for _ in range(4)]
    assert [(process.wait(60), process.communicate()[1]) for process in running] == [(0, b"")] * 4
    with open_store(place) as store, store.view() as view:
        assert list(view.reports()) == []


def test_a_record_made_between_two_looks_at_it_is_a_record(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def and_then_another_makes_it(name: str) -> None:
        look = getattr(schema, name)

        def looks(connection: Connection) -> object:
            seen = look(connection)
            looked.append(name)
            if len(looked) == 1:
                open_store(place, create=True).close()
            return seen

        monkeypatch.setattr(schema, name, looks)

    and_then_another_makes_it("is_empty")
    and_then_another_makes_it("step_of")
    with open_store(place, create=True) as store, store.view() as view:
        assert list(view.reports()) == []
