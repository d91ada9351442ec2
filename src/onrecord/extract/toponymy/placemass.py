"""places, resolution: what the names of a report say for each other, before and after they are told apart."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.gazetteer import GazEntry

_COUNTRY_SHARE = 3.0
_COUNTRY_SEEN = 1.0
_ADMIN1 = 1.3
_ADMIN2 = 0.5
_NEAR = 1.6
_NEAR_KM = 60.0
_HOME_COUNTRY, _HOME_ADMIN1, _HOME_NEAR, _HOME_KM = 2.0, 2.5, 1.5, 100.0
_MAY_ADMIN1, _MAY_ADMIN2, _MAY_NEAR = 0.8, 1.2, 1.2
_CELL = 2.0
_MOST_SUPPORT = 10.0
_DWARFS, _HAMLET = 200, 0.85
_PLAUSIBLE = 0.45
_LOCAL = ("city", "admin2", "admin1")


@dataclass(slots=True)
class Group:
    """One name of the report under one holder: its candidates with what they have of their own, and the current belief in each."""

    name: str
    entries: tuple[GazEntry, ...]
    own: list[float]
    weight: float
    belief: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    biggest: int = 0
    lands: dict[str, float] = field(default_factory=dict)  # what the name's candidates in one country are believed together

    def __post_init__(self) -> None:
        self.biggest = max((e.population for e in self.entries if e.kind in ("city", "admin1", "country") and e.preferred), default=0)

    def settle(self, scores: list[float]) -> None:
        self.scores = scores
        top = max(scores)
        exps = [math.exp(s - top) for s in scores]
        total = sum(exps)
        self.belief = [e / total for e in exps]
        self.lands = {}
        for entry, belief in zip(self.entries, self.belief, strict=True):
            if entry.country:
                self.lands[entry.country] = self.lands.get(entry.country, 0.0) + belief


def may_be_near(groups: list[Group], homes: list[Group]) -> None:
    """Adds to each candidate what the other names could mean near it.

    A name with few candidates says more than one found everywhere, and a candidate far behind the best of its name says little: every state's name is
    some hamlet's as well, often side by side.
    """
    cells: dict[tuple[int, int], dict[int, float]] = defaultdict(dict)
    areas: dict[tuple[str, ...], dict[int, float]] = defaultdict(dict)
    everyone = [*groups, *homes]
    for number, group in enumerate(everyone):
        best = max(group.own)
        telling = 1.0 / (1.0 + math.log(len(group.entries)))
        for entry, own in zip(group.entries, group.own, strict=True):
            if entry.kind not in _LOCAL or not entry.country or not entry.admin1:
                continue
            weight = telling * math.exp(_PLAUSIBLE * (own - best))
            keys: list[tuple[str, ...]] = [(entry.country, entry.admin1)]
            if entry.admin2:
                keys.append((entry.country, entry.admin1, entry.admin2))
            for key in keys:
                areas[key][number] = max(weight, areas[key].get(number, 0.0))
            if entry.kind != "admin1" and entry.lat is not None and entry.lon is not None:
                cell = cells[_cell(entry.lat, entry.lon)]
                cell[number] = max(weight, cell.get(number, 0.0))

    def others(found: dict[int, float], group: Group) -> float:
        return math.log1p(sum(weight for number, weight in found.items() if everyone[number].name != group.name))

    gains: list[list[float]] = []
    for group in everyone:
        gains.append([])
        for entry in group.entries:
            gain = 0.0
            if entry.kind in _LOCAL and entry.country and entry.admin1:
                gain = _MAY_ADMIN1 * others(areas[entry.country, entry.admin1], group)
                if entry.admin2 and entry.kind != "admin1":
                    gain += _MAY_ADMIN2 * others(areas[entry.country, entry.admin1, entry.admin2], group)
                if entry.kind != "admin1" and entry.lat is not None and entry.lon is not None:
                    y, x = _cell(entry.lat, entry.lon)
                    around: dict[int, float] = {}
                    for dy in (-1, 0, 1):
                        for dx in (-1, 0, 1):
                            for number, weight in cells.get((y + dy, x + dx), {}).items():
                                around[number] = max(weight, around.get(number, 0.0))
                    gain += _MAY_NEAR * others(around, group)
            gains[-1].append(gain)
    for group, gain_of in zip(everyone, gains, strict=True):
        group.own = [own + gain for own, gain in zip(group.own, gain_of, strict=True)]


@dataclass(slots=True)
class Mass:
    """Where the names of the report lie by the current beliefs: weights by country, state and district, and the best places as points."""

    country: defaultdict[str, float]
    admin1: defaultdict[tuple[str, str], float]
    admin2: defaultdict[tuple[str, str, str], float]
    points: list[tuple[float, float, float, str]]
    homes: list[Group]
    total: float

    @classmethod
    def of(cls, groups: Iterable[Group], homes: list[Group], told: dict[str, float]) -> Mass:
        mass = cls(defaultdict(float, told), defaultdict(float), defaultdict(float), [], homes, sum(told.values()))
        for group in groups:
            mass.total += group.weight
            for entry, belief in zip(group.entries, group.belief, strict=True):
                _add(mass, entry, group.weight * belief)
            best = max(range(len(group.belief)), key=group.belief.__getitem__)
            entry = group.entries[best]
            if entry.kind in ("city", "admin2") and entry.lat is not None and entry.lon is not None and group.belief[best] > 0.4:
                mass.points.append((entry.lat, entry.lon, group.weight * group.belief[best], group.name))
        return mass

    def support(self, entry: GazEntry, group: Group, belief: float) -> float:
        """As `told_by_others`, less for a hamlet that shares its name with a city hundreds of times its size."""
        value = self.told_by_others(entry, group, belief)
        return value * _HAMLET if entry.kind == "city" and group.biggest > _DWARFS * (entry.population + 100) else value

    def told_by_others(self, entry: GazEntry, group: Group, belief: float) -> float:
        """What the other names say for a candidate; `belief` in it is taken out so that none speaks for itself."""
        mine = 0.0 if group in self.homes else group.weight * belief
        value = 0.0
        if entry.country:
            # Twelve towns of one name in a country are no witnesses for each other.
            own = mine if group in self.homes else group.weight * group.lands.get(entry.country, 0.0)
            others = max(0.0, self.country[entry.country] - own)
            value += _COUNTRY_SHARE * others / (self.total - own + 1.0) + _COUNTRY_SEEN * min(1.0, others)
            if entry.admin1 and entry.kind in ("city", "admin2", "admin1"):
                value += _ADMIN1 * math.log1p(max(0.0, self.admin1[entry.country, entry.admin1] - mine))
            if entry.admin2 and entry.admin1:
                value += _ADMIN2 * math.log1p(max(0.0, self.admin2[entry.country, entry.admin1, entry.admin2] - mine))
        if entry.kind == "admin1":
            value += max((self.at_home(entry, home) for home in self.homes if home is not group), default=0.0)
        elif entry.kind in ("city", "admin2") and entry.lat is not None and entry.lon is not None:
            near = sum(w * math.exp(-_km(entry.lat, entry.lon, lat, lon) / _NEAR_KM) for lat, lon, w, name in self.points if name != group.name)
            value += _NEAR * math.log1p(near)
            value += max((self.at_home(entry, home) for home in self.homes if home is not group), default=0.0)
        return min(value, _MOST_SUPPORT)

    def at_home(self, entry: GazEntry, home: Group) -> float:
        value = 0.0
        for other, belief in zip(home.entries, home.belief, strict=True):
            if belief < 0.02 or other.country != entry.country:
                continue
            gain = _HOME_COUNTRY
            gain += _HOME_ADMIN1 if other.admin1 == entry.admin1 else 0.0
            if other.lat is not None and other.lon is not None and entry.lat is not None and entry.lon is not None:
                gain += _HOME_NEAR * math.exp(-_km(entry.lat, entry.lon, other.lat, other.lon) / _HOME_KM)
            value += belief * gain
        return value


def _add(mass: Mass, entry: GazEntry, weight: float) -> None:
    if entry.country is None:
        return
    mass.country[entry.country] += weight
    if entry.admin1:
        mass.admin1[entry.country, entry.admin1] += weight
        if entry.admin2:
            mass.admin2[entry.country, entry.admin1, entry.admin2] += weight


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat * _CELL), math.floor(lon * _CELL)


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres on a flat map: exact enough for nearness, an order faster than the great circle."""
    dx = (lon1 - lon2) * math.cos(math.radians((lat1 + lat2) / 2))
    return 111.2 * math.hypot(lat1 - lat2, dx)
