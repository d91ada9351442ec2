"""places, areas: the ground that an anchor and a relation mean, as GeoJSON. Rough on purpose: it says where to look.

Towns become discs, countries and regions are boxes, a distance is a sector as wide as the four main winds need, "between" is a band. There is no
coast line and no border line in the gazetteer: both are made out from its settlements, on a grid. A border runs where the nearest town of
one side is as far as that of the other; a coast lies where a wide angle has no town.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from onrecord.extract.toponymy.placegrid import Grid, Mask
from onrecord.gazetteer import BBox, GazEntry, Gazetteer, km_between
from onrecord.model.place import Place

KM_PER_DEGREE = 111.2
_CORNERS = 24
_NEAR, _RING, _DEPTH = 30.0, 25.0, 60.0
_COAST_COUNTRY, _COAST_OTHER = 300.0, 120.0
_SHORE, _BORDER = 40.0, 25.0
_SHORT, _LONG = 0.7, 1.2  # road kilometres and round numbers against the straight line
_HALF_ANGLE = 35.0  # "north" is said of what a map has to the north-north-east
_BAND = 0.25
_AZIMUTH = {"N": 0, "NE": 45, "E": 90, "SE": 135, "S": 180, "SW": 225, "W": 270, "NW": 315}
_LINES = frozenset({"river", "strait"})
Ring = list[tuple[float, float]]
Zone = tuple[dict[str, Any] | None, float | None]


@dataclass(frozen=True, slots=True)
class Ground:
    """An anchor on the map: its point, its box where it is more than a town, the radius in km of what it covers."""

    lat: float
    lon: float
    box: BBox | None
    km: float
    country: str | None
    admin1: str | None
    kind: str

    @classmethod
    def of(cls, place: Place, entry: GazEntry | None, gazetteer: Gazetteer) -> Ground | None:
        if place.lat is None or place.lon is None:
            return None
        box, kind = (entry.area, entry.kind) if entry is not None else (None, "city")
        if kind == "country" and place.countries and (known := gazetteer.country(place.countries[0])) is not None:
            box = known.area or box
        if box is None or kind == "city":
            people = entry.population if entry is not None else 0
            return cls(place.lat, place.lon, None, 3.0 + 0.4 * math.sqrt(people / 1000), place.countries[0] if place.countries else None, place.admin1, kind)
        west, south, east, north = unrolled(box)
        half = math.hypot((east - west) * KM_PER_DEGREE * _shrink(place.lat), (north - south) * KM_PER_DEGREE) / 2
        return cls((south + north) / 2, (west + east) / 2, (west, south, east, north), half, entry.country if entry else None, entry.admin1 if entry else None, kind)


@lru_cache(maxsize=512)
def drawn(gazetteer: Gazetteer, kind: str, anchors: tuple[Ground, ...], km: float | None, bearing: str | None, halfway: bool, coast: bool) -> Zone:
    """As `Areas.draw`; news speaks of the same borders and coasts again and again. The geometry is shared: not to be changed."""
    return Areas(gazetteer).draw(kind, anchors, km, bearing, halfway, coast)


@dataclass(frozen=True, slots=True)
class Areas:
    """Areas of relations. Every answer is a GeoJSON geometry and the uncertainty in km, None where the anchors lie nowhere."""

    gazetteer: Gazetteer

    def draw(self, kind: str, anchors: Sequence[Ground], km: float | None, bearing: str | None, halfway: bool, coast: bool) -> Zone:
        if not anchors:
            return None, None
        first = anchors[0]
        if kind == "distance":
            return self.away(first, km, bearing)
        if kind == "direction":
            return self.part(first, bearing or "C")
        if kind in ("between", "along") and len(anchors) > 1:
            return self.band(anchors, halfway, narrow=kind == "along")
        if kind == "along":
            return self.beside(first, bearing if coast else None, coast)
        if kind == "off_coast":
            return self.offshore(anchors, km, bearing)
        if kind in ("border", "across"):
            return self.border(anchors, kind, km)
        if kind == "around":
            return self.ring(first, bearing)
        if kind == "part_of":
            return (polygon(disc(first.lat, first.lon, first.km + 15)), first.km + 15) if first.box is None else (rectangle(grown(first.box, 20)), first.km)
        return self.near(first, _NEAR)

    def near(self, at: Ground, km: float) -> Zone:
        return (polygon(disc(at.lat, at.lon, at.km + km)) if at.box is None else rectangle(grown(at.box, km))), km

    def ring(self, at: Ground, bearing: str | None) -> Zone:
        """The anchor with a rim; on one side, a disc moved that way."""
        if bearing in _AZIMUTH:
            reach = (at.km + _RING) * 0.8
            lat, lon = moved(at.lat, at.lon, reach / 2, _AZIMUTH[bearing])
            return polygon(disc(lat, lon, reach)), reach
        return self.near(at, _RING if at.box is None else max(_NEAR, at.km * 0.4))

    def away(self, at: Ground, km: float | None, bearing: str | None) -> Zone:
        """So far from an anchor: a sector or a ring; without a number what lies to that side, as deep as the anchor is wide."""
        rim = at.km if at.box is None else at.km * 0.9
        if km is not None:
            low, high = max(0.0, km * _SHORT - (rim if at.box is None else 0.0)), km * _LONG + rim
            azimuth = _AZIMUTH.get(bearing or "")
            rings = [sector(at, low, high, azimuth)] if azimuth is not None else [disc(at.lat, at.lon, high), *([disc(at.lat, at.lon, low)] if low > 1 else [])]
            return polygon(*rings), max(5.0, km * 0.25)
        if at.box is None or bearing not in _AZIMUTH:
            return polygon(sector(at, 0.0, _DEPTH + at.km, _AZIMUTH.get(bearing or "N"), 50.0)), _DEPTH
        west, south, east, north = at.box
        wide, high = max(1.0, (east - west) * 0.5), max(1.0, (north - south) * 0.5)
        # A river runs across its whole box: what lies east of it may lie anywhere in there.
        inner = at.box if at.kind in _LINES else _part(at.box, bearing)
        return rectangle((
            inner[0] - (wide if "W" in bearing else 0), inner[1] - (high if "S" in bearing else 0), inner[2] + (wide if "E" in bearing else 0), inner[3] + (high if "N" in bearing else 0),
        )), None  # fmt: skip

    def part(self, at: Ground, bearing: str) -> Zone:
        if at.box is not None:
            return rectangle(_part(at.box, bearing)), None
        reach = at.km + 5
        lat, lon = moved(at.lat, at.lon, reach / 2, _AZIMUTH[bearing]) if bearing in _AZIMUTH else (at.lat, at.lon)
        return polygon(disc(lat, lon, reach * 0.75)), reach

    def band(self, anchors: Sequence[Ground], halfway: bool, narrow: bool) -> Zone:
        """A band along the line from the first anchor to the last, a quarter of its length to each side; halfway, a disc in the middle."""
        first, last = anchors[0], anchors[-1]
        far = km_between(first.lat, first.lon, last.lat, _beside(last.lon, first.lon))
        side = max(12.0, far * (_BAND * 0.8 if narrow else _BAND))
        if halfway:
            return polygon(disc((first.lat + last.lat) / 2, (first.lon + _beside(last.lon, first.lon)) / 2, side)), side
        return polygon(capsule((first.lat, first.lon), (last.lat, _beside(last.lon, first.lon)), side)), side

    def beside(self, at: Ground, bearing: str | None, coast: bool) -> Zone:
        """A river or a line with a name: its box. A coast: where the towns end."""
        if at.box is None:
            return self.near(at, _NEAR)
        if not coast or (grid := self.grid(at.box, 80)) is None:
            return rectangle(grown(at.box, 15)), 15.0
        own = self.towns([at], 80)
        mask = grid.within(own, _SHORE) & grid.open_sided(own)
        return self.clipped(grid, mask, at, bearing, rectangle(grown(at.box, _SHORE))), _SHORE

    def offshore(self, anchors: Sequence[Ground], km: float | None, bearing: str | None) -> Zone:
        at = anchors[0]
        if at.box is None or km is not None:
            low, high = (km * _SHORT, km * _LONG) if km is not None else (0.0, 100.0)
            if at.box is None:
                return polygon(disc(at.lat, at.lon, high + at.km), *([disc(at.lat, at.lon, low)] if low > 30 else [])), high - low if low else high
        else:
            low, high = 0.0, _COAST_COUNTRY if at.kind == "country" else _COAST_OTHER
        grid, own = self.grid(at.box, high), self.towns(anchors[:1], high)
        if grid is None or not len(own):
            return rectangle(grown(at.box, high)), high
        away = grid.nearest(own)
        mask = (away <= high + grid.km / 2) & (away >= max(5.0, low * 0.7 - grid.km / 2)) & grid.open_sided(own)
        if km is None:  # what lies nearer to another state is off that one's coast
            states = {a.country for a in anchors}
            foreign = Grid.points([(lat, _beside(lon, at.lon)) for lat, lon, country, _ in self.gazetteer.settlements(rolled(grid.box)) if country not in states])
            mask &= away <= grid.nearest(foreign) if len(foreign) else True
        return self.clipped(grid, mask, at, bearing, rectangle(grown(at.box, high))), high

    def border(self, anchors: Sequence[Ground], kind: str, km: float | None) -> Zone:
        """Where the nearest towns of the sides are about as far; of one side named, its rim towards any other state."""
        if all(a.box is None for a in anchors):
            return self.band(anchors, False, False) if len(anchors) > 1 else self.near(anchors[0], _DEPTH)
        reach = max(_BORDER, km or 0.0) * (1.5 if kind == "across" else 1.0)
        box = common([a.box or (a.lon, a.lat, a.lon, a.lat) for a in anchors], 1.0) if len(anchors) > 1 and kind == "border" else spanning([a.box for a in anchors if a.box])
        grid = self.grid(box, 60) if box is not None else None
        if grid is None:
            return self.band(anchors, False, False) if len(anchors) > 1 else self.near(anchors[0], _NEAR)
        if len(anchors) > 1 and kind == "border":
            sides = [self.towns([a], 150, box) for a in anchors]
        else:
            states = {a.country for a in anchors}
            foreign = [(lat, lon) for lat, lon, country, _ in self.gazetteer.settlements(rolled(grown(grid.box, 100))) if country not in states]
            sides = [self.towns(anchors, 100), grid.points(foreign)]
        if not all(len(side) for side in sides):
            return rectangle(grid.box), None
        mask = grid.divides(sides, reach)
        return grid.geometry(mask) or rectangle(grid.box), reach

    # Grids ------------------------------------------------------------------------------------------------------------

    def grid(self, box: BBox, km: float) -> Grid | None:
        return Grid.over(grown(box, km))

    def towns(self, anchors: Sequence[Ground], km: float, box: BBox | None = None) -> Any:
        """Settlements of the anchors: of the state, of the province, of the box."""
        found: list[tuple[float, float]] = []
        for a in anchors:
            around = grown(box or a.box or (a.lon, a.lat, a.lon, a.lat), km)
            for lat, lon, country, admin1 in self.gazetteer.settlements(rolled(around)):
                if a.kind in ("country", "admin1", "admin2", "city") and country != a.country:
                    continue
                if a.kind == "admin1" and admin1 != a.admin1:
                    continue
                if a.kind in ("country", "admin1") or (a.box is not None and a.box[0] <= _beside(lon, a.lon) <= a.box[2] and a.box[1] <= lat <= a.box[3]):
                    found.append((lat, _beside(lon, a.lon)))
        return Grid.points(found)

    def clipped(self, grid: Grid, mask: Mask, at: Ground, bearing: str | None, otherwise: dict[str, Any]) -> dict[str, Any]:
        """The part of a grid on the anchor's side `bearing`; `otherwise` where nothing is left."""
        if bearing in _AZIMUTH and at.box is not None:
            mask = mask & grid.inside(_part(grid.box, bearing))
        return grid.geometry(mask) or otherwise


def _part(box: BBox, bearing: str) -> BBox:
    """The half or quarter of a box that a compass word names, a tenth over the middle; the inner half for the centre."""
    west, south, east, north = unrolled(box)
    midx, midy, dx, dy = (west + east) / 2, (south + north) / 2, (east - west) / 10, (north - south) / 10
    if bearing == "C":
        return (west + midx) / 2 - dx / 2, (south + midy) / 2 - dy / 2, (east + midx) / 2 + dx / 2, (north + midy) / 2 + dy / 2
    south, north = (midy - dy, north) if "N" in bearing else (south, midy + dy) if "S" in bearing else (south, north)
    west, east = (midx - dx, east) if "E" in bearing else (west, midx + dx) if "W" in bearing else (west, east)
    return west, south, east, north


def _shrink(lat: float) -> float:
    """How much shorter a degree of longitude is than one of latitude."""
    return max(0.1, math.cos(math.radians(lat)))


def _beside(lon: float, other: float) -> float:
    """A longitude on the same side of the date line as another one."""
    return lon + 360 if lon - other < -180 else lon - 360 if lon - other > 180 else lon


def unrolled(box: BBox) -> BBox:
    """A box across the date line with its east past 180."""
    return (box[0], box[1], box[2] + 360, box[3]) if box[0] > box[2] else box


def rolled(box: BBox) -> BBox:
    """A box with longitudes within 180 as the gazetteer asks for them."""
    west, south, east, north = box
    if east - west >= 360:
        return -180.0, south, 180.0, north
    return (west + 180) % 360 - 180, south, east if east == 180 else (east + 180) % 360 - 180, north


def grown(box: BBox, km: float) -> BBox:
    west, south, east, north = unrolled(box)
    dy = km / KM_PER_DEGREE
    dx = dy / _shrink((south + north) / 2)
    return west - dx, max(-90.0, south - dy), east + dx, min(90.0, north + dy)


def spanning(boxes: Sequence[BBox]) -> BBox | None:
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def common(boxes: Sequence[BBox], margin: float) -> BBox | None:
    """What all boxes share, `margin` degrees more to each side; None where they lie apart."""
    first = boxes[0]
    moved_ = [(_beside(b[0], first[0]), b[1], _beside(b[0], first[0]) + b[2] - b[0], b[3]) for b in boxes]
    west, south, east, north = (max(b[0] for b in moved_), max(b[1] for b in moved_), min(b[2] for b in moved_), min(b[3] for b in moved_))
    box = west - margin, south - margin, east + margin, north + margin
    return box if box[0] < box[2] and box[1] < box[3] else None


def moved(lat: float, lon: float, km: float, azimuth: float) -> tuple[float, float]:
    """The point so far away in a direction (degrees from north), on the sphere; longitudes may pass 180."""
    angle, phi, theta = km / 6371.0, math.radians(lat), math.radians(azimuth)
    north = math.asin(max(-1.0, min(1.0, math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(theta))))
    east = math.atan2(math.sin(theta) * math.sin(angle) * math.cos(phi), math.cos(angle) - math.sin(phi) * math.sin(north))
    return math.degrees(north), lon + math.degrees(east)


def disc(lat: float, lon: float, km: float) -> Ring:
    return [moved(lat, lon, km, 360 / _CORNERS * step) for step in range(_CORNERS)]


def sector(at: Ground, low: float, high: float, azimuth: float | None, half: float = _HALF_ANGLE) -> Ring:
    middle = azimuth or 0.0
    angles = [middle - half + half / 6 * step for step in range(13)]
    inner = [moved(at.lat, at.lon, low, a) for a in reversed(angles)] if low > 0.5 else [(at.lat, at.lon)]
    return [moved(at.lat, at.lon, high, a) for a in angles] + inner


def capsule(first: tuple[float, float], last: tuple[float, float], km: float) -> Ring:
    """A band around a line with half discs at its ends."""
    dy, dx = last[0] - first[0], (last[1] - first[1]) * _shrink((first[0] + last[0]) / 2)
    azimuth = math.degrees(math.atan2(dx, dy))
    return [moved(*last, km, azimuth - 90 + 15 * step) for step in range(13)] + [moved(*first, km, azimuth + 90 + 15 * step) for step in range(13)]


def polygon(*rings: Ring) -> dict[str, Any]:
    """A GeoJSON polygon of rings of (lat, lon), holes behind the outer one; degrees to 3 decimals."""
    closed = [[[round(lon, 3), round(lat, 3)] for lat, lon in (*ring, ring[0])] for ring in rings]
    return {"type": "Polygon", "coordinates": closed}


def rectangle(box: BBox) -> dict[str, Any]:
    """A GeoJSON polygon of west, south, east, north degrees, rounded to 3 decimals."""
    w, s, e, n = (round(v, 3) for v in unrolled(box))
    return {"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]]}
