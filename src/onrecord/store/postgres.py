"""A record in a PostgreSQL database, for teams; needs the extra `onrecord[postgres]`."""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from onrecord.errors import ConfigurationError, StoreError
from onrecord.store.faults import told


class PostgresBackend:
    """How to open, read and write a database. Its tables stand in the first schema of the connection's search path."""

    dialect = "postgresql"

    def __init__(self, url: URL, wait: float) -> None:
        self.wait = wait
        self.name = url.render_as_string(hide_password=True)
        try:
            import psycopg  # noqa: F401
        except ImportError as error:
            raise ConfigurationError("records in PostgreSQL need psycopg; install onrecord[postgres]") from error
        arguments: dict[str, Any] = {"connect_timeout": 15, "client_encoding": "utf8", "application_name": "onrecord"}
        try:
            self.engine: Engine = create_engine(url.set(drivername="postgresql+psycopg"), poolclass=NullPool, hide_parameters=True, connect_args={**arguments, **_own(url)})
        except (SQLAlchemyError, ValueError) as error:
            raise StoreError(self.name, "is no address of a database", "missing") from error

    def prepare(self, create: bool) -> None:
        """See that the database answers and can hold any character. Raises StoreError."""
        with told(self.name), self.engine.connect() as connection:
            encoding = connection.execute(text("SHOW server_encoding")).scalar()
        if encoding != "UTF8":
            raise StoreError(self.name, f"the database is kept in {encoding}; a record needs one in UTF8", "no_record")

    def use_log(self) -> None:
        """Nothing to do: PostgreSQL always has one."""

    def begin_view(self, connection: Connection) -> None:
        """Start reading one state."""
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
        connection.execute(text("SELECT 1"))

    def begin_writer(self, connection: Connection) -> None:
        """Start writing, when no other process does."""
        connection.execute(text("SELECT set_config('lock_timeout', :wait, true)"), {"wait": f"{max(1, int(self.wait * 1000))}ms"})
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended('onrecord ' || current_schema(), 0))"))


def _own(url: URL) -> dict[str, Any]:
    """What the address itself says of the connection wins."""
    return {key: value for key, value in url.query.items() if key in ("connect_timeout", "client_encoding", "application_name")}
