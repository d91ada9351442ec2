"""Relations of vague and maritime places: every pattern of the table, anchors, distance and bearing, and whether the area holds what is meant."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any

import pytest

from onrecord import Coder
from onrecord.lexicon.placerelations import RelationRule, relation_rules
from onrecord.model.place import Place
from onrecord.model.record import Record


@lru_cache(maxsize=1)
def coder() -> Coder:
    return Coder(gate=False)


@lru_cache(maxsize=256)
def record(text: str) -> Record:
    return coder().code(text)


def related(text: str) -> list[Place]:
    return [p for p in record(text).places if p.relation is not None]


def anchors(text: str, place: Place) -> list[str]:
    known = {p.id: p.name for p in record(text).places}
    assert place.relation is not None
    return [known[a] for a in place.relation.anchors]


def holds(area: dict[str, Any] | None, lat: float, lon: float) -> bool:
    """Whether a GeoJSON geometry holds a point, holes out."""
    assert area is not None
    polygons = area["coordinates"] if area["type"] == "MultiPolygon" else [area["coordinates"]]
    return any(sum(crosses(ring, lat, lon) for ring in rings) % 2 for rings in polygons)


def crosses(ring: list[list[float]], lat: float, lon: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


@pytest.mark.parametrize("rule", relation_rules(), ids=lambda r: r.rule)
def test_every_rule_matches_its_example_and_not_its_counter_example(rule: RelationRule) -> None:
    assert rule.rule in {p.derivation["relation"].rule for p in related(rule.example)}, [(p.name, p.derivation["relation"].rule) for p in related(rule.example)]
    if rule.counter:
        assert rule.kind not in {p.relation.kind for p in related(rule.counter) if p.relation}


@pytest.mark.parametrize(
    ("text", "kind", "named", "km", "bearing", "inside", "outside"),
    [
        ("A tanker burned 15 nautical miles southeast of Fujairah.", "distance", ["Fujairah"], 27.8, "SE", (24.95, 56.53), (25.3, 56.1)),
        ("The camp is 30 to 40 km from Juba.", "distance", ["Juba"], 35.0, None, (5.15, 31.6), (4.85, 31.6)),
        ("Migrants were rescued south of Crete.", "distance", ["Crete"], None, "S", (34.5, 25.0), (37.5, 25.0)),
        ("A skiff was sunk off the Somali coast.", "off_coast", ["Somalia"], None, None, (4.0, 49.0), (9.0, 40.0)),
        ("Two boats collided off Lampedusa on Friday.", "off_coast", ["Lampedusa"], None, None, (35.3, 12.3), (38.1, 13.4)),
        ("Mortars fell near the Thai-Cambodian border.", "border", ["Thailand", "Cambodia"], None, None, (14.35, 103.3), (13.75, 100.5)),
        ("He crossed at the U.S.-Mexico border.", "border", ["United States", "Mexico"], None, None, (31.75, -106.5), (19.4, -99.1)),
        ("Raiders hide in the tri-border area of Togo, Ghana and Burkina Faso.", "border", ["Togo", "Ghana", "Burkina Faso"], None, None, (11.1, 0.0), (6.1, 1.2)),
        ("A patrol was caught 12 km from the border with Egypt.", "border", ["Egypt"], 12.0, None, (31.2, 34.3), (30.05, 31.25)),
        ("The lorry was found halfway between Agadez and Zinder.", "between", ["Agadez", "Zinder"], None, None, (15.4, 8.5), (16.97, 7.99)),
        ("A boat sank in the waters between Cuba and Haiti.", "between", ["Cuba", "Haiti"], None, None, (20.2, -74.8), (18.0, -66.0)),
        ("Cars burned on the Kabul-Kandahar highway.", "along", ["Kabul", "Kandahār"], None, None, (33.3, 67.9), (36.7, 67.1)),
        ("Storms hit the north coast of Honduras.", "along", ["Honduras"], None, "N", (15.78, -86.8), (13.4, -87.4)),
        ("Shells fell on the eastern outskirts of Aleppo.", "around", ["Aleppo"], None, "E", (36.2, 37.3), (36.2, 36.6)),
        ("Families camp just across the border from Kassala.", "across", ["Kassala"], None, None, (15.3, 36.6), (15.5, 32.5)),
        ("Rebels hold the far north of Cameroon.", "direction", ["Cameroon"], None, "N", (10.6, 14.3), (4.05, 9.7)),
        ("Trade has stopped in Mali's north-east.", "direction", ["Mali"], None, "NE", (19.0, 2.0), (12.6, -8.0)),
        ("Clashes went on close to Bambari.", "near", ["Bambari"], None, None, (5.9, 20.6), (4.4, 18.55)),
        ("Roads in the interior of Guyana are bad.", "part_of", ["Guyana"], None, None, (5.0, -59.0), (10.5, -66.9)),
    ],
)  # fmt: skip
def test_relations_have_anchors_and_an_area_that_holds_what_is_meant(
    text: str, kind: str, named: list[str], km: float | None, bearing: str | None, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    (place,) = related(text)
    relation = place.relation
    assert relation is not None
    assert (relation.kind, anchors(text, place), relation.km, relation.bearing) == (kind, named, km, bearing)
    assert holds(place.area, *inside)
    assert not holds(place.area, *outside)
    assert (place.lat, place.lon, place.precision) == (None, None, "area")


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Greece and Turkey failed.",
        "The match between Lyon and Paris was put off.",
        "The Turkish border guards shot him.",
        "The mayor of the northern city of Kano resigned.",
        "The general broke off talks with Chad and took off for Spain.",
        "The army cut off Gaza on Monday.",
        "She has family outside Russia.",
        "There were areas of Syria without power.",
        "The road to peace in Mali is long.",
    ],
)
def test_what_only_looks_like_a_relation_is_none(text: str) -> None:
    assert related(text) == []


def test_a_relation_proves_its_anchor_a_place_that_the_parser_took_for_something_else() -> None:
    assert [anchors(t, p) for t in ("About 40 miles south of Lampedusa the boat sank.",) for p in related(t)] == [["Lampedusa"]]


def test_a_longitude_past_the_date_line_keeps_one_area() -> None:
    (place,) = related("Ships were seen in the western Pacific.")
    assert place.area is not None
    assert holds(place.area, 20.0, 150.0)
    assert not holds(place.area, 20.0, 240.0)
