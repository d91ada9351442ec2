"""places: toponyms resolved to gazetteer entries by a plain additive score; vague and maritime places as anchor, relation and area."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from onrecord.extract.nearness import Nearness, nearness
from onrecord.extract.outlet import outlet_of
from onrecord.extract.placerank import Ranker, Scored
from onrecord.extract.toponyms import Recogniser, Toponym
from onrecord.gazetteer import Gazetteer, dump_digest, shared_gazetteer, typed_heads
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import Added, PlaceLayer, PlaceMention
from onrecord.model.parse import Parse
from onrecord.model.place import Place, PlaceCandidate, PlaceRelation
from onrecord.model.report import Report
from onrecord.model.text import CleanText

_PRECISION = {"country": "country", "admin1": "admin1", "admin2": "admin2", "city": "city"}
_KM = {"country": 300.0, "admin1": 100.0, "admin2": 40.0, "city": 8.0}
_COAST_KM = 300.0
_NEAR_KM = 30.0
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True)
class PlaceStage:
    """Requires report, clean and parse; provides `places`. Cost: one gazetteer look-up a capitalised word group, microseconds each."""

    name: str = "places"
    version: str = "2"
    requires: tuple[str, ...] = ("report", "clean", "parse")
    provides: tuple[str, ...] = ("places",)
    gazetteer: str = field(default_factory=dump_digest)  # a user's own places decide records, so they are a setting

    def run(self, layers: Mapping[str, object]) -> Added:
        clean = cast(CleanText, layers["clean"])
        parse = cast(Parse, layers["parse"])
        report = cast(Report, layers["report"])
        publisher = report.publisher.value if report.publisher else None
        resolver = Resolver(report.id, clean, parse, shared_gazetteer(), self.version, report.url, publisher)
        local = frozenset(name.casefold() for name in outlet_of(resolver.gazetteer, report.url, publisher).names)
        return Added({"places": resolver.layer(Recogniser(parse, clean.text, resolver.gazetteer, local))})


@dataclass(frozen=True, slots=True)
class Resolver:
    report: str
    clean: CleanText
    parse: Parse
    gazetteer: Gazetteer
    version: str
    url: str | None = None
    publisher: str | None = None

    def layer(self, recogniser: Recogniser) -> PlaceLayer:
        toponyms = recogniser.find()
        places: list[Place] = []
        mentions: list[PlaceMention] = []
        aside: list[tuple[PlaceMention, Place]] = []
        for item, place in zip(toponyms, self.resolve(toponyms), strict=True):
            if item.aside:
                aside.append((PlaceMention(item.first, item.last, self.head(item), place.id), place))
                continue
            near = nearness(self.parse, self.clean.text, item)
            if near is not None:
                places.append(place)
                place = self.related(item, place, near)
            places.append(place)
            mentions.append(PlaceMention(item.first, item.last, self.head(item), place.id))
        return PlaceLayer(tuple(places), tuple(mentions), tuple(aside))

    def head(self, item: Toponym) -> int:
        inside = range(item.first, item.last)
        return next((t for t in reversed(inside) if self.parse[t].head not in inside or self.parse[t].head == t), item.last - 1)

    def resolve(self, toponyms: tuple[Toponym, ...]) -> list[Place]:
        """The place of each toponym, with runners-up; names are judged together."""
        ranker = Ranker(self.gazetteer, self.parse, self.clean.text, self.url, self.publisher)
        return [self.place(item, ranked) for item, ranked in zip(toponyms, ranker.rank(toponyms), strict=True)]

    def place(self, item: Toponym, ranked: list[Scored]) -> Place:
        spans = self.clean.spans(self.parse[item.first].start, self.parse[item.last - 1].end)
        identity = span_id("place", self.report, spans)
        derivation = {"name": Derivation("places", self.version, f"toponym:{item.label}")}
        if not ranked:
            return Place(identity, spans, item.name, feature=self.typed_feature(item.name), derivation=derivation, confidence=0.4)
        best = ranked[0][1]
        weights = [math.exp(s - ranked[0][0]) for s, _ in ranked[:5]]
        share = weights[0] / sum(weights)
        runners = tuple(
            PlaceCandidate(e.name, round(w / sum(weights), 3), e.geonameid, e.lat, e.lon, e.country, e.admin1)
            for w, (_, e) in zip(weights[1:], ranked[1:5], strict=False)
        )
        area = _box(best.area) if best.kind not in ("city", "country", "admin1", "admin2") and best.area else None
        countries = best.countries or ((best.country,) if best.country else ())
        return Place(
            identity, spans, best.name, tuple(countries), best.admin1, best.admin2, best.lat, best.lon, area, best.geonameid, best.feature,
            _PRECISION.get(best.kind, "region"), None, _KM.get(best.kind), runners, derivation, round(share, 3),
        )  # fmt: skip

    def typed_feature(self, name: str) -> str | None:
        parts = name.lower().split()
        head = typed_heads().get(parts[-1]) or typed_heads().get(parts[0])
        return head.feature if head is not None else None

    def related(self, item: Toponym, anchor: Place, near: Nearness) -> Place:
        """The place meant by a relation to `anchor`: an area with its uncertainty, never the anchor's bare centroid."""
        end = self.parse[item.last - 1].end
        tail = self.clean.text[end : end + 8]
        end += len("'s coast") if tail in ("'s coast", "’s coast") else 0
        spans = self.clean.spans(min(near.start, self.parse[item.first].start), end)
        box, km = self.zone(anchor, near)
        name = " ".join(" ".join(s.words for s in spans).split())
        return Place(
            span_id("place", self.report, spans), spans, name, anchor.countries if near.kind != "off_coast" else (), None, None, None, None, box, None, None,
            "area", PlaceRelation(near.kind, (anchor.id,), near.km, near.bearing), km, (), {"relation": Derivation("places", self.version, f"relation:{near.kind}")}, 0.6,
        )  # fmt: skip

    def zone(self, anchor: Place, near: Nearness) -> tuple[dict[str, Any] | None, float | None]:
        country = self.gazetteer.country(anchor.countries[0]) if anchor.precision == "country" and anchor.countries else None
        extent = country.area if country is not None else None
        if near.kind == "off_coast":
            if extent is not None:
                grow = _COAST_KM / _KM_PER_DEGREE
                return _box((extent[0] - grow, extent[1] - grow, extent[2] + grow, extent[3] + grow)), _COAST_KM
            return self.around(anchor, 100.0), 100.0
        if near.kind == "direction" and extent is not None and near.bearing:
            return _box(_part(extent, near.bearing)), None
        if near.kind == "distance" and near.km is not None:
            return self.offset(anchor, near.km, near.bearing), max(5.0, near.km * 0.25)
        if near.kind == "border":
            return (_box(extent) if extent is not None else self.around(anchor, _NEAR_KM)), None
        return self.around(anchor, _NEAR_KM), _NEAR_KM

    def around(self, anchor: Place, km: float) -> dict[str, Any] | None:
        if anchor.lat is None or anchor.lon is None:
            return None
        dy = km / _KM_PER_DEGREE
        dx = dy / max(0.1, math.cos(math.radians(anchor.lat)))
        return _box((anchor.lon - dx, anchor.lat - dy, anchor.lon + dx, anchor.lat + dy))

    def offset(self, anchor: Place, km: float, bearing: str | None) -> dict[str, Any] | None:
        if anchor.lat is None or anchor.lon is None:
            return None
        if bearing is None:
            return self.around(anchor, km * 1.1)
        north = (("N" in bearing) - ("S" in bearing)) * km / _KM_PER_DEGREE
        east = (("E" in bearing) - ("W" in bearing)) * km / _KM_PER_DEGREE / max(0.1, math.cos(math.radians(anchor.lat)))
        scale = math.sqrt(0.5) if len(bearing) == 2 else 1.0
        half = max(5.0, km * 0.25) / _KM_PER_DEGREE
        lat, lon = anchor.lat + north * scale, anchor.lon + east * scale
        return _box((lon - half, lat - half, lon + half, lat + half))


def _part(box: tuple[float, float, float, float], bearing: str) -> tuple[float, float, float, float]:
    """The half or quarter of a box that a compass word names; the middle for "central"."""
    west, south, east, north = box
    midx, midy = (west + east) / 2, (south + north) / 2
    if bearing == "C":
        return (west + midx) / 2, (south + midy) / 2, (east + midx) / 2, (north + midy) / 2
    south, north = (midy, north) if "N" in bearing else (south, midy) if "S" in bearing else (south, north)
    west, east = (midx, east) if "E" in bearing else (west, midx) if "W" in bearing else (west, east)
    return west, south, east, north


def _box(box: tuple[float, float, float, float]) -> dict[str, Any]:
    """A GeoJSON polygon of west, south, east, north degrees, rounded to 3 decimals."""
    w, s, e, n = (round(v, 3) for v in box)
    return {"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]]}
