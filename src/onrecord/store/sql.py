"""The store on SQLAlchemy Core: opening, migrating, transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from onrecord.errors import StoreError
from onrecord.store import schema
from onrecord.store.base import Store
from onrecord.store.faults import told
from onrecord.store.postgres import PostgresBackend
from onrecord.store.sqlite import SqliteBackend
from onrecord.store.views import SqlView
from onrecord.store.writer import SqlWriter

Backend = SqliteBackend | PostgresBackend


class SqlStore(Store):
    """An open record; see `store.base.Store`. It holds no connection between transactions, so it may be handed over a fork."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.where = backend.name

    @contextmanager
    def view(self) -> Iterator[SqlView]:
        with told(self.where), self.backend.engine.connect() as connection:
            self.backend.begin_view(connection)
            yield SqlView(connection, self.backend.dialect, self.where)

    @contextmanager
    def writer(self) -> Iterator[SqlWriter]:
        with told(self.where), self.backend.engine.connect() as connection:
            self.backend.begin_writer(connection)
            try:
                yield SqlWriter(connection)
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def close(self) -> None:
        self.backend.engine.dispose()

    def __enter__(self) -> SqlStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(where: str | Path, create: bool = False, wait: float = 60.0) -> SqlStore:
    """Open a record: a file, `sqlite:///FILE` or `postgresql://...`. `create` makes one where there is none; `wait`: seconds to wait for another writer.

    A record of an older schema is migrated. Raises StoreError where it is none, is of a newer schema, or cannot be opened.
    """
    backend = _backend(where, wait)
    backend.prepare(create)
    try:
        _bring_up_to_date(backend, create)
    except StoreError as error:
        missing = backend.missing() if error.kind == "damaged" and isinstance(backend, SqliteBackend) else 0
        if not missing:
            raise
        raise StoreError(backend.name, f"is damaged: the file was cut short, {missing:,} bytes are missing; go back to an earlier backup", "damaged") from error
    return SqlStore(backend)


def _backend(where: str | Path, wait: float) -> Backend:
    if isinstance(where, Path) or "://" not in where:
        return SqliteBackend(Path(where), wait)
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise StoreError("the record", "its address is none that can be read", "missing") from error
    kind = url.drivername.split("+")[0]
    if kind == "sqlite":
        if not url.database or url.database == ":memory:":
            raise StoreError(where, "a record is a file: sqlite:///FILE", "missing")
        return SqliteBackend(Path(url.database), wait)
    if kind in ("postgresql", "postgres"):
        return PostgresBackend(url, wait)
    raise StoreError(url.render_as_string(hide_password=True), "records are kept in SQLite files and PostgreSQL databases only", "missing")


def _bring_up_to_date(backend: Backend, create: bool) -> None:
    """Make or migrate the tables where that is due, in one transaction under the writer's lock."""
    with told(backend.name), backend.engine.connect() as connection:
        # In this order: a record is made in one transaction, so whoever sees any table of it sees its step afterwards. The other way round, one that
        # another process makes between the two looks would have tables and no step, like a stranger's database.
        empty = schema.is_empty(connection)
        step = schema.step_of(connection)
        new = empty and step is None
    if new and not create:
        raise StoreError(backend.name, "there is no record in it yet; `onrecord add` makes one", "absent")
    if not new and schema.check_step(backend.name, step):
        return
    backend.use_log()
    with told(backend.name), backend.engine.connect() as connection:
        backend.begin_writer(connection)
        # Another process may have been quicker.
        step = schema.step_of(connection)
        if (step is None and schema.is_empty(connection)) or not schema.check_step(backend.name, step):
            schema.migrate(connection)
        connection.commit()
