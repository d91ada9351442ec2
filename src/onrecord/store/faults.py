"""What databases complain of, said plainly: every driver error becomes a StoreError with one sentence and a kind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from onrecord.errors import StoreError

DAMAGED = "is damaged; `onrecord verify` says what still holds, an earlier backup has the rest"
# What is left to say where that is what was asked for.
BEYOND = "is so damaged that it cannot be read to its end; go back to an earlier backup"
_BUSY = "another process is writing to it and did not end in time"
_READ_ONLY = "cannot be written: it, or the folder it is in, is read-only"
_FULL = "cannot be written: the disk is full; what was added before is kept"
# Primary result codes of SQLite (https://www.sqlite.org/rescode.html); the upper bits are details.
_SQLITE: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: (_BUSY, "busy"),
    sqlite3.SQLITE_LOCKED: (_BUSY, "busy"),
    sqlite3.SQLITE_READONLY: (_READ_ONLY, "read_only"),
    sqlite3.SQLITE_FULL: (_FULL, "full"),
    sqlite3.SQLITE_CORRUPT: (DAMAGED, "damaged"),
    sqlite3.SQLITE_NOTADB: ("is no record of OnRecord", "no_record"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "unreachable"),
}
_READ_ERRORS = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ)
# Classes and codes of SQLSTATE (PostgreSQL's manual, appendix A).
_POSTGRESQL: tuple[tuple[str, str, str], ...] = (
    ("53100", _FULL, "full"),
    ("55P03", _BUSY, "busy"),
    ("40001", _BUSY, "busy"),
    ("40P01", _BUSY, "busy"),
    ("25006", "cannot be written: the database is read-only", "read_only"),
    ("42501", "the database's user may not do that", "read_only"),
    ("28", "the database does not let that user in", "unreachable"),
    ("3D000", "there is no such database", "missing"),
    ("08", "the database cannot be reached", "unreachable"),
    ("57P", "the database is shutting down or starting", "unreachable"),
    ("XX001", DAMAGED, "damaged"),
    ("XX002", DAMAGED, "damaged"),
)


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what a database raises into a StoreError about the record `name`."""
    try:
        yield
    except DBAPIError as error:
        raise fault(name, error.orig) from error
    except sqlite3.Error as error:
        raise fault(name, error) from error
    except SQLAlchemyError as error:
        raise StoreError(name, f"cannot be used: {_line(error)}") from error


def fault(name: str, error: BaseException | None) -> StoreError:
    """The StoreError for an error of a driver."""
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(name, error)
    state = getattr(error, "sqlstate", None)
    for code, reason, kind in _POSTGRESQL:
        if state and state.startswith(code):
            return StoreError(name, reason, kind)
    if state is None and type(error).__name__ == "OperationalError":
        return StoreError(name, f"the database cannot be reached: {_line(error)}", "unreachable")
    return StoreError(name, f"the database refused: {_line(error)}")


def _of_sqlite(name: str, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorcode", None) or 0
    if code in _READ_ERRORS or str(error).startswith("Could not decode"):
        return StoreError(name, DAMAGED, "damaged")
    if code & 0xFF == sqlite3.SQLITE_IOERR:
        return StoreError(name, f"cannot be read or written: {_line(error)}; what was added before is kept", "full")
    reason, kind = _SQLITE.get(code & 0xFF, (f"cannot be used: {_line(error)}", "failed"))
    return StoreError(name, reason, kind)


def _line(error: BaseException | None) -> str:
    """The first line of what an error says."""
    return (str(error).strip().splitlines() or ["no reason given"])[0]
