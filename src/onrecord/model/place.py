"""Places with honest precision."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from onrecord.model.common import Derivations
from onrecord.model.span import Spans


@dataclass(frozen=True, slots=True)
class PlaceRelation:
    """How the place lies to its anchors (ids of places, in text order).

    `kind`: off_coast | near | between | direction (a part of the anchor on one side, or its centre) | distance (so far from it, or to one side) |
    border | along (beside a road, a river, a coast or a line) | around (its outskirts) | across (on the far side of a border or river) | part_of
    (its interior). `km` the stated kilometres, `bearing` one of eight compass points, C for the centre.
    """

    kind: str
    anchors: tuple[str, ...] = ()
    km: float | None = None
    bearing: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A runner-up: GeoNames id where known, WGS84 degrees, score between 0 and 1."""

    name: str
    score: float
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the text. `lat`, `lon` in WGS84 degrees or None; `area` GeoJSON; `precision` point | city | admin2 | admin1 | country | region | area | unknown."""

    id: str
    spans: Spans
    name: str
    countries: tuple[str, ...] = ()
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    area: dict[str, Any] | None = None
    geonameid: int | None = None
    feature: str | None = None
    precision: str = "unknown"
    relation: PlaceRelation | None = None
    uncertainty_km: float | None = None
    candidates: tuple[PlaceCandidate, ...] = ()
    derivation: Derivations = field(default_factory=dict)
    confidence: float = 0.5
    aliases: tuple[str, ...] = ()

    @property
    def of_geonames(self) -> bool:
        """Whether ids, names, coordinates or an area of it come from GeoNames, whose licence asks to be named; areas of relations are drawn from its towns."""
        drawn = self.relation is not None and self.area is not None
        return drawn or bool(self.geonameid or self.admin1 or self.admin2) or any(c.geonameid for c in self.candidates)
