"""A user's own GeoNames dump as gazetteer rows, streamed: allCountries.zip and, where given, alternate names and the names of subdivisions.

Nothing of a dump is held in memory but the names of its subdivisions. A line that is not in GeoNames' format ends the build with its number:
a dump cut short must not pass for a whole one.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from onrecord._gazetteer_rows import Row, alpha3_by_two, is_usable, named_aliases, strip_type, subdivision_points
from onrecord._tables import read_table
from onrecord._text_key import name_key
from onrecord.errors import InputError

COLUMNS = 19
_ALTERNATE_COLUMNS = 4
_LEAST_ROWS = 1
_LARGE = 100_000
_LANGUAGES = frozenset({"en", ""})


@dataclass(frozen=True, slots=True)
class Dump:
    """The files of a GeoNames dump, zipped or plain. Only the first is needed; without the code tables the dump's own subdivisions name themselves."""

    places: Path
    alternate_names: Path | None = None
    admin1_codes: Path | None = None
    admin2_codes: Path | None = None

    @classmethod
    def of(cls, files: list[Path]) -> Dump:
        """Files told apart by their names, in any order. Raises InputError for one that is none of the four, or where the first is missing."""
        known: dict[str, Path] = {}
        for path in files:
            name = path.name.casefold()
            kind = "alternate" if name.startswith("alternatenames") else "admin1" if name.startswith("admin1codes") else "admin2" if name.startswith("admin2codes") else "places"
            if kind in known:
                raise InputError(str(path), f"there are two files of one kind; the other is {known[kind]}")
            known[kind] = path
        if "places" not in known:
            raise InputError(str(files[0]), "a dump of places is needed first (allCountries.zip or one country's)")
        return cls(known["places"], known.get("alternate"), known.get("admin1"), known.get("admin2"))


@dataclass(slots=True)
class DumpReader:
    """Rows of a dump. `admin` names of subdivisions by code ("XX.01", "XX.01.003"), filled while reading and from the code tables."""

    dump: Dump
    admin: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    read: int = 0
    size: int = 0

    def __post_init__(self) -> None:
        self.kinds = feature_kinds()
        for path in (self.dump.admin1_codes, self.dump.admin2_codes):
            if path is not None:
                for number, cells in _table(path, self):
                    if len(cells) != 4:
                        raise InputError(str(path), f"line {number} has {len(cells)} columns, expected 4: it is no code table of GeoNames, or cut short")
                    self.admin[cells[0]] = cells[1]

    def rows(self) -> Iterator[tuple[Row, str, str]]:
        """Each place with the codes of its first and second subdivision, or "" (countries and continents come from our own tables)."""
        countries = alpha3_by_two()
        aliases, points = named_aliases(), subdivision_points()
        count = 0
        for number, cells in _table(self.dump.places, self):
            if len(cells) != COLUMNS:
                raise InputError(str(self.dump.places), f"line {number} has {len(cells)} columns, expected {COLUMNS}: it is no dump of GeoNames, or cut short")
            count += 1
            kind = self.kinds.get(cells[7], self.kinds.get(cells[6], "other"))
            if kind in ("country", "continent"):
                continue
            yield self.row(number, cells, kind, countries.get(cells[8]), aliases, points)
        if count < _LEAST_ROWS:
            raise InputError(str(self.dump.places), "it holds no place")

    def row(
        self, number: int, cells: list[str], kind: str, country: str | None, aliases: dict[tuple[str, str, str], list[str]],
        points: dict[tuple[str | None, str], tuple[float, float, tuple[float, float, float, float] | None]],
    ) -> tuple[Row, str, str]:  # fmt: skip
        try:
            identity, lat, lon, people = int(cells[0]), float(cells[4]), float(cells[5]), int(cells[14] or 0)
        except ValueError:
            raise InputError(str(self.dump.places), f"line {number} has no number where GeoNames has an id, a latitude, a longitude or a population") from None
        name, first, second = cells[1], f"{cells[8]}.{cells[10]}", f"{cells[8]}.{cells[10]}.{cells[11]}"
        names = [other for other in cells[3].split(",") if is_usable(other)]
        row = Row(name, kind, cells[7] or cells[6], identity, lat, lon, country, population=max(0, people), mains=[cells[2]] if cells[2] else [], names=names)
        if kind in ("admin1", "admin2"):
            self.admin.setdefault(first if kind == "admin1" else second, name)
            row.names += [bare for bare in map(strip_type, (name, *names)) if bare]
        if kind != "city" or people > _LARGE:
            row.names += aliases.get((kind, country or "", name_key(name)), [])
        if kind == "admin1" and (point := points.get((country, name_key(name)))) is not None:
            row.lat, row.lon, row.box = point
        return row, first if cells[10] and cells[10] != "00" else "", second if cells[11] and kind != "admin1" else ""

    def alternate_names(self) -> Iterator[tuple[int, str, bool]]:
        """GeoNames id, another name in English or in no language, and whether English prefers it."""
        path = self.dump.alternate_names
        if path is None:
            return
        for number, cells in _table(path, self):
            if len(cells) < _ALTERNATE_COLUMNS or not cells[1].isdigit():
                raise InputError(str(path), f"line {number} is no alternate name of GeoNames, or cut short")
            if cells[2] in _LANGUAGES and is_usable(cells[3]):
                yield int(cells[1]), cells[3], cells[2] == "en" and len(cells) > _ALTERNATE_COLUMNS and cells[4] == "1"


def feature_kinds() -> dict[str, str]:
    """Our kind of place by GeoNames feature code and, for codes not listed, by feature class."""
    return {row["feature"]: row["kind"] for row in read_table("gazetteer/features.tsv", ("feature", "kind"))}


def _table(path: Path, reader: DumpReader) -> Iterator[tuple[int, list[str]]]:
    """Lines of a tab-separated file, zipped or not, with their numbers; comments left out. Raises InputError where it cannot be read to its end."""
    try:
        with _opened(path) as (stream, size):
            reader.size, reader.read = size, 0
            ended = True
            for number, raw in enumerate(stream, start=1):
                reader.read += len(raw)
                ended = raw.endswith(b"\n")
                line = raw.decode("utf-8").rstrip("\r\n")
                if line and not line.startswith("#"):
                    yield number, line.split("\t")
            if not ended and reader.read > 1_000_000:
                raise InputError(str(path), "its last line has no end: it is cut short")
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise InputError(str(path), f"it is a broken or partial zip file ({error}); fetch it again") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), "it is no UTF-8 text, so no dump of GeoNames") from error
    except OSError as error:
        raise InputError(str(path), f"it cannot be read: {error.strerror or error}") from error


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The text of a file, or of the one text member of a zip, and its size in bytes."""
    if path.suffix.casefold() != ".zip":
        with path.open("rb") as stream:
            yield stream, path.stat().st_size
        return
    with zipfile.ZipFile(path) as archive:
        members = [m for m in archive.infolist() if m.filename.endswith(".txt") and not m.filename.casefold().startswith(("readme", "iso-language"))]
        if len(members) != 1:
            raise InputError(str(path), f"it holds {len(members)} tables, expected one: it is no dump of GeoNames")
        with archive.open(members[0]) as member:
            yield io.BufferedReader(member, 1 << 20), members[0].file_size  # type: ignore[type-var]
