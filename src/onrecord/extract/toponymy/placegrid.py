"""places, areas: a coarse grid over a box, on which borders and coasts are made out from settlements."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.gazetteer import BBox

Mask = npt.NDArray[np.bool_]
Points = npt.NDArray[np.float64]

_CELLS = 40
_SMALLEST_KM = 8.0
_MOST_TOWNS = 3_000
_WIDEST = 170.0
_AROUND_KM, _FREE, _SECTORS, _TOWNS, _ISLANDS = 150.0, 4, 12, 2, 0.2
_FAR = 400.0


@dataclass(frozen=True)
class Grid:
    """Cells of one size over a box in degrees (east may pass 180); `km` their height. Masks are rows from south to north by columns from west to east."""

    box: BBox
    rows: int
    columns: int
    km: float

    @classmethod
    def over(cls, box: BBox) -> Grid | None:
        """A grid of at most 40 cells a side; None for a box too wide to be one place."""
        west, south, east, north = box
        if east - west > _WIDEST or north <= south or east <= west:
            return None
        shrink = max(0.1, math.cos(math.radians((south + north) / 2)))
        high, wide = (north - south) * 111.2, (east - west) * 111.2 * shrink
        km = max(_SMALLEST_KM, max(high, wide) / _CELLS)
        return cls(box, max(1, math.ceil(high / km)), max(1, math.ceil(wide / km)), km)

    @staticmethod
    def points(places: Sequence[tuple[float, float]]) -> Points:
        """(lat, lon) as an array of n x 2; of very many every so-many-th."""
        return np.array(places[:: max(1, math.ceil(len(places) / _MOST_TOWNS))], dtype=float).reshape(-1, 2)

    def centres(self) -> tuple[Points, Points]:
        west, south, east, north = self.box
        lats = south + (np.arange(self.rows) + 0.5) * (north - south) / self.rows
        lons = west + (np.arange(self.columns) + 0.5) * (east - west) / self.columns
        return np.repeat(lats, self.columns), np.tile(lons, self.rows)

    def offsets(self, towns: Points) -> tuple[Points, Points]:
        """Kilometres north and east from each cell to each town, cells x towns, on a flat map."""
        lats, lons = self.centres()
        shrink = np.maximum(0.1, np.cos(np.radians(lats)))[:, None]
        return (towns[None, :, 0] - lats[:, None]) * 111.2, (towns[None, :, 1] - lons[:, None]) * 111.2 * shrink

    def nearest(self, towns: Points) -> Points:
        """Kilometres from each cell to the nearest town."""
        north, east = self.offsets(towns)
        nearest: Points = np.sqrt((north**2 + east**2).min(axis=1))
        return nearest

    def within(self, towns: Points, km: float) -> Mask:
        if not len(towns):
            return np.zeros(self.rows * self.columns, dtype=bool)
        return self.nearest(towns) <= km + self.km / 2

    def open_sided(self, towns: Points) -> Mask:
        """Cells with no town of the anchor in a wide angle: the rim of the settled land and what lies outside it."""
        north, east = self.offsets(towns)
        far = np.hypot(north, east)
        close = (far <= max(_AROUND_KM, 4 * self.km)) & (far > self.km * 0.75)
        sectors = ((np.degrees(np.arctan2(east, north)) + 360) % 360 // (360 / _SECTORS)).astype(int)
        # Islands have towns as well, but few beside those of a mainland.
        few = np.maximum(_TOWNS, _ISLANDS * close.sum(axis=1) / _SECTORS)
        settled = np.stack([(close & (sectors == k)).sum(axis=1) >= few for k in range(_SECTORS)], axis=1)
        free = ~np.concatenate([settled, settled], axis=1)
        runs = np.stack([free[:, k : k + _FREE].all(axis=1) for k in range(_SECTORS)], axis=1)
        return np.asarray(runs.any(axis=1))

    def divides(self, sides: Sequence[Points], km: float) -> Mask:
        """Cells about as far from the nearest town of every side: within `km`, or three tenths of the distance where towns are rare, of the line."""
        distances = np.stack([self.nearest(side) for side in sides])
        spread = distances.max(axis=0) - distances.min(axis=0)
        middle = distances.mean(axis=0)
        room = 2 * np.maximum(km, 0.3 * middle) + self.km * 0.7
        mask = (spread <= room) & (distances.max(axis=0) <= _FAR)
        return np.asarray(mask) if mask.any() else np.asarray(spread <= spread.min() + room)

    def inside(self, box: BBox) -> Mask:
        lats, lons = self.centres()
        return np.asarray((lons >= box[0]) & (lons <= box[2]) & (lats >= box[1]) & (lats <= box[3]))

    def geometry(self, mask: Mask) -> dict[str, Any] | None:
        """The cells of a mask as a GeoJSON MultiPolygon of rectangles, runs of a row joined and equal runs of rows; None for an empty mask."""
        west, south, east, north = self.box
        dy, dx = (north - south) / self.rows, (east - west) / self.columns
        cells = mask.reshape(self.rows, self.columns)
        open_: dict[tuple[int, int], int] = {}
        blocks: list[tuple[int, int, int, int]] = []
        for row in range(self.rows + 1):
            runs = _runs(cells[row]) if row < self.rows else []
            for run in [r for r in open_ if r not in runs]:
                blocks.append((open_.pop(run), row, *run))
            for run in runs:
                open_.setdefault(run, row)
        if not blocks:
            return None
        boxes = [(west + a * dx, south + low * dy, west + b * dx, south + high * dy) for low, high, a, b in sorted(blocks)]
        rings = [[[[round(x, 3), round(y, 3)] for x, y in ((w, s), (e, s), (e, n), (w, n), (w, s))]] for w, s, e, n in boxes]
        return {"type": "MultiPolygon", "coordinates": rings}


def _runs(row: Mask) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], row, [False]]).astype(int)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
