"""A backup is a record: one SQLite file that `open_store` opens, whatever the original is kept in."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from onrecord.errors import StoreError
from onrecord.store import tables as t
from onrecord.store.faults import told
from onrecord.store.sql import SqlStore, open_store
from onrecord.store.sqlite import SqliteBackend

Progress = Callable[[int, int], None]


def backup(store: SqlStore, target: Path, progress: Progress = lambda done, all_: None) -> None:
    """Write the record as it is at one moment to the new file `target`, for the user alone; it appears whole or not at all. Others may write meanwhile.

    `progress` gets parts done and parts in all. Raises StoreError where `target` exists, cannot be written, or the record is damaged.
    """
    if os.path.lexists(target):
        raise StoreError(str(target), "exists already; a backup goes to a new file", "exists")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".writing", dir=target.absolute().parent)
    except OSError as error:
        raise StoreError(str(target), f"cannot be written: {error.strerror or error}", "full" if error.errno == errno.ENOSPC else "unreachable") from error
    os.close(handle)
    part = Path(name)
    try:
        if isinstance(store.backend, SqliteBackend):
            _copy_pages(store.backend, part, target, progress)
        else:
            _copy_rows(store, part, progress)
        _publish(part, target)
    finally:
        for left in (part, part.with_name(f"{part.name}-wal"), part.with_name(f"{part.name}-shm"), part.with_name(f"{part.name}-journal")):
            with contextlib.suppress(OSError):
                left.unlink()


def _copy_pages(backend: SqliteBackend, part: Path, target: Path, progress: Progress) -> None:
    """SQLite's online backup: one state, page by page."""
    with told(backend.name), backend.engine.connect() as connection:
        backend.begin_view(connection)
        source = connection.connection.dbapi_connection
        if not isinstance(source, sqlite3.Connection):
            raise StoreError(backend.name, "is not open as a file")
        with told(str(target)), contextlib.closing(sqlite3.connect(part, isolation_level=None)) as copy:
            source.backup(copy, pages=4096, progress=lambda _, left, pages: progress(pages - left, pages))
            faults = [row[0] for row in copy.execute("PRAGMA quick_check")]
    if faults != ["ok"]:
        raise StoreError(backend.name, f"is damaged: {faults[0]}; no backup was made", "damaged")


def _copy_rows(store: SqlStore, part: Path, progress: Progress) -> None:
    """Every row of every table, read in one snapshot."""
    with store.view() as view, open_store(part, create=True) as copy, told(str(part)), copy.backend.engine.connect() as target:
        copy.backend.begin_writer(target)
        tables = t.metadata.sorted_tables
        total = sum(int(view.connection.execute(select(func.count()).select_from(table)).scalar_one()) for table in tables)
        done = 0
        for table in tables:
            for rows in _chunks(view.connection, table):
                target.execute(insert(table), rows)
                done += len(rows)
                progress(done, total)
        target.commit()


def _chunks(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    query = select(table).order_by(*table.primary_key.columns)
    for rows in connection.execute(query, execution_options={"yield_per": 200}).mappings().partitions():
        yield [dict(row) for row in rows]


def _publish(part: Path, target: Path) -> None:
    """Give the finished file its name, unless something of that name appeared meanwhile; both file and name are on the disk when this ends."""
    try:
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        try:
            os.link(part, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if os.path.lexists(target):
                raise FileExistsError(errno.EEXIST, "exists already") from None
            part.replace(target)
        with contextlib.suppress(OSError):
            folder = os.open(target.absolute().parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    except OSError as error:
        kind = "exists" if isinstance(error, FileExistsError) else "full"
        raise StoreError(str(target), f"cannot be written: {error.strerror or error}", kind) from error
