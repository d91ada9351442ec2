"""A record in one SQLite file.

WAL, so that readers do not wait for the writer and see one state; `synchronous=FULL`, so that what was committed survives a power cut; foreign keys on. Keep
the file on a local disk: SQLite's locks do not hold on network folders.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import NullPool

from onrecord.errors import StoreError
from onrecord.store.faults import DAMAGED, told

_HEADER = b"SQLite format 3\x00"
_HEAD = 100  # bytes of the header, which names the size of a page and how many there are (https://www.sqlite.org/fileformat2.html)


class SqliteBackend:
    """How to open, read and write a file."""

    dialect = "sqlite"

    def __init__(self, path: Path, wait: float) -> None:
        self.path, self.wait = path, wait
        self.name = str(path)
        self.sealed = False
        # Connections are not kept: a process that forks hands none to its children, and the last one that ends tidies the log away.
        self.engine: Engine = create_engine("sqlite://", creator=self._connect, poolclass=NullPool, isolation_level="AUTOCOMMIT", hide_parameters=True)

    def prepare(self, create: bool) -> None:
        """See that a file is there that may be a record; with `create` make an empty one, for the user alone. Raises StoreError."""
        try:
            if create:
                with contextlib.suppress(FileExistsError):
                    os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            if self.path.is_dir():
                raise StoreError(self.name, "is a folder, not a record", "no_record")
            if self.path.exists() and not self.path.is_file():
                raise StoreError(self.name, "is no regular file", "no_record")
            with self.path.open("rb") as stream:
                head = stream.read(len(_HEADER))
        except FileNotFoundError as error:
            reason = "the folder for it is not there" if create else "there is no record; `onrecord add` makes one"
            raise StoreError(self.name, reason, "missing" if create else "absent") from error
        except (OSError, ValueError) as error:
            raise StoreError(self.name, f"cannot be opened: {getattr(error, 'strerror', None) or error}", "unreachable") from error
        if head and head != _HEADER:
            raise StoreError(self.name, "is no record of OnRecord", "no_record")
        self.sealed = not self._may_write()

    def _may_write(self) -> bool:
        """Whether SQLite can keep its log beside the file; where it cannot, the file is read as it is."""
        real = self.path.resolve()  # the log stands beside the file, not beside a link to it
        return os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)

    def _connect(self) -> sqlite3.Connection:
        mode = self._mode_sealed() if self.sealed else "rw"
        connection = sqlite3.connect(f"file:{quote(str(self.path.absolute()))}?mode={mode}", uri=True, isolation_level=None, timeout=self.wait, check_same_thread=False)
        try:
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA cache_size=-32000")
        except sqlite3.Error:
            connection.close()
            raise
        except UnicodeDecodeError as error:  # what SQLite says of a broken schema quotes it
            connection.close()
            raise StoreError(self.name, DAMAGED, "damaged") from error
        return connection

    def _mode_sealed(self) -> str:
        """How to open a file that may not be written. Without a log the file alone is the record; with one, its index must be there to be read, too."""
        log, index = (Path(f"{self.path.resolve()}{end}") for end in ("-wal", "-shm"))
        with contextlib.suppress(FileNotFoundError):
            if log.stat().st_size:
                if not index.exists():
                    raise StoreError(self.name, "is read-only and was left in the middle of writing; somebody who may write must open it once", "read_only")
                return "ro"
        return "ro&immutable=1"

    def missing(self) -> int:
        """How many bytes the file lacks by what its header says; 0 where it lacks none, or its log may hold them."""
        with contextlib.suppress(OSError):
            with self.path.open("rb") as stream:
                head = stream.read(_HEAD)
            # In this order: whoever writes the log into the file meanwhile writes the header first and removes the log last.
            log = Path(f"{self.path.resolve()}-wal")
            if len(head) == _HEAD and not (log.exists() and log.stat().st_size):
                page, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
                return max(0, (page if page > 1 else 65_536) * pages - self.path.stat().st_size)
        return 0

    def use_log(self) -> None:
        """Turn the write-ahead log on; the file remembers it. Two processes that do so at once wait for each other."""
        self._check_writable()
        end = time.monotonic() + self.wait
        with told(self.name), self.engine.connect() as connection:
            while True:
                try:
                    mode = connection.exec_driver_sql("PRAGMA journal_mode=WAL").scalar()
                except Exception as error:
                    # SQLite does not wait by itself here.
                    if getattr(getattr(error, "orig", None), "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                        raise
                    time.sleep(0.02)
                    continue
                if mode != "wal":
                    raise StoreError(self.name, "this kind of disk does not let SQLite keep a write-ahead log; keep the record on a local disk", "unreachable")
                return

    def begin_view(self, connection: Connection) -> None:
        """Start reading one state."""
        connection.exec_driver_sql("PRAGMA query_only=ON")
        connection.exec_driver_sql("PRAGMA trusted_schema=OFF")
        connection.exec_driver_sql("BEGIN")
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar()

    def begin_writer(self, connection: Connection) -> None:
        """Start writing, when no other process does."""
        self._check_writable()
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def _check_writable(self) -> None:
        if self.sealed:
            raise StoreError(self.name, "cannot be written: it, or the folder it is in, is read-only", "read_only")
