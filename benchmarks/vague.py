"""Count vague and maritime places: anchors, relation and area of 120 labelled expressions, and false finds in 120 sentences without one.

    python benchmarks/vague.py --shared ../shared [--show] [--half odd|even]

A row of the corpora is coded within its whole report, a row with its own text alone; every sentence is parsed. Of the record's places that
overlap the labelled expression the one with most parts right counts. A case is right where all three parts are:

- relation: the labels' relations are the record's own, except `in` (part_of), `direction_part` (direction), and `sea` and `region`: a place
  of its own without relation whose feature is a sea's or a region's. A distance and a bearing are counted apart, for the figure asks for
  neither.
- anchors: as many as labelled, each one's country or point within the room that its size gives (a town 60 km).
- area: a GeoJSON area that holds the labelled point. The median width of the areas is printed, since a bigger area is right more easily.

A false find is a place with a relation, or a sea or vague region, that overlaps a sentence of the negatives.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from onrecord import Coder
from onrecord.gazetteer import km_between, shared_gazetteer
from onrecord.model.place import Place
from onrecord.model.record import Record

HERE = Path(__file__).parent
KINDS = {"in": "part_of", "direction_part": "direction"}
SEAS = frozenset({"SEA", "GULF", "BAY", "BGHT", "OCN", "SD", "STRT", "CHN", "CNL", "RF"})
REGIONS = frozenset({"RGN", "RGNH", "PEN", "VAL", "DLTA", "BSN", "FRST", "CAPE"})
ROOM_KM = {"city": 60.0, "admin2": 150.0, "admin1": 400.0}
PARTS = ("relation", "anchors", "area")


@dataclass(frozen=True)
class Case:
    """One labelled row, the text that it is coded in, and the offset of its expression there (code points)."""

    row: dict[str, Any]
    text: str
    start: int
    end: int

    @property
    def number(self) -> int:
        return int(self.row["id"][1:])


def cases(shared: Path, name: str) -> list[Case]:
    """The rows of a file; [start, end) is the expression, or the sentence of a negative. Raises ValueError where a text is another than the labelled one."""
    texts: dict[tuple[str, str], str] = {}
    for file in ("news2016.jsonl", "insightcrime.jsonl", "muc4.jsonl"):
        texts |= {(file, r["id"]): r["text"] for r in _read(shared / "corpora" / file)}
    made = []
    for row in _read(HERE / "vague" / name):
        source = row["source"]
        text, start, end = (source["text"], 0, len(source["text"])) if "text" in source else (texts[source["file"], source["report"]], source["start"], source["end"])
        if "sha256" in source and hashlib.sha256(text[start:end].encode()).hexdigest()[:16] != source["sha256"]:
            raise ValueError(f"{row['id']}: another text than the one that was labelled")
        place = row.get("expression", {"start": start, "end": end})
        made.append(Case(row, text, place["start"], place["end"]))
    return made


def _read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def overlapping(record: Record, start: int, end: int) -> list[Place]:
    return [p for p in record.places if any(s.start < end and start < s.end for s in p.spans)]


def vague(place: Place) -> bool:
    return place.relation is not None or (place.precision == "region" and place.feature in SEAS | REGIONS)


def right(case: Case, record: Record) -> tuple[dict[str, bool], Place | None]:
    """The parts that are right of the best overlapping place, and that place."""
    known = {p.id: p for p in record.places}
    best: tuple[dict[str, bool], Place | None] = (dict.fromkeys(PARTS, False), None)
    for place in overlapping(record, case.start, case.end):
        if not vague(place):
            continue
        anchors = [known[a] for a in place.relation.anchors] if place.relation else [place]
        parts = {"relation": _relation(case.row["relation"], place), "anchors": _anchors(case.row["anchors"], anchors), "area": holds(place.area, **case.row["point"])}
        if best[1] is None or sum(parts.values()) > sum(best[0].values()):
            best = parts, place
    return best


def _relation(label: str, place: Place) -> bool:
    if label in ("sea", "region"):
        return place.relation is None and place.feature in (SEAS if label == "sea" else REGIONS)
    return place.relation is not None and place.relation.kind == KINDS.get(label, label)


def _anchors(labelled: list[dict[str, Any]], found: list[Place]) -> bool:
    left = list(found)
    for gold in labelled:
        hit = next((p for p in left if _same(gold, p)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def _same(gold: dict[str, Any], place: Place) -> bool:
    country = shared_gazetteer().country_by_name(gold["name"])
    if country is not None and place.precision == "country":
        return country.code in place.countries
    if (country is None) != (place.precision != "country") or place.lat is None or place.lon is None:
        return False
    away = km_between(gold["lat"], gold["lon"], place.lat, place.lon)
    if place.precision in ROOM_KM:
        return away <= ROOM_KM[place.precision]
    return away <= max(60.0, width(place.area) / 2 if place.area else 0.0)


def holds(area: dict[str, Any] | None, lat: float, lon: float) -> bool:
    """Whether a GeoJSON Polygon or MultiPolygon holds the point, holes out. Longitudes past 180 are tried as well."""
    if area is None:
        return False
    return any(sum(_inside(ring, lat, at) for ring in rings) % 2 == 1 for rings in _polygons(area) for at in (lon, lon + 360, lon - 360))


def _polygons(area: dict[str, Any]) -> list[list[list[list[float]]]]:
    polygons: list[list[list[list[float]]]] = area["coordinates"] if area["type"] == "MultiPolygon" else [area["coordinates"]]
    return polygons


def _inside(ring: list[list[float]], lat: float, lon: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def width(area: dict[str, Any]) -> float:
    """The side in km of a square as big as the area."""
    total = 0.0
    for number, ring in ((i, ring) for rings in _polygons(area) for i, ring in enumerate(rings)):
        middle = math.cos(math.radians(sum(y for _, y in ring) / len(ring)))
        total += (-1 if number else 1) * abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2 * 111.2**2 * middle
    return math.sqrt(max(0.0, total))


def measured(row: dict[str, Any], place: Place | None) -> bool:
    """Whether distance (to 15 %) and bearing are those of the label."""
    relation = place.relation if place else None
    km, bearing = (relation.km, relation.bearing) if relation else (None, None)
    wanted = row["distance_km"]
    same = km is None if wanted is None else km is not None and abs(km - wanted) <= 0.15 * wanted + 1
    return same and (bearing if bearing != "C" else None) == (row["direction"].upper() if row["direction"] else None)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--half", choices=("odd", "even"), help="only the rows with an odd or even number")
    arguments = parser.parse_args(argv)
    coder = Coder(gate=False)
    texts: dict[str, Record] = {}

    def coded(case: Case) -> Record:
        if case.text not in texts:
            texts[case.text] = coder.code(case.text)
        return texts[case.text]

    def kept(name: str) -> list[Case]:
        return [c for c in cases(arguments.shared, name) if arguments.half is None or (c.number % 2 == 1) == (arguments.half == "odd")]

    found = [(case, *right(case, coded(case))) for case in kept("cases.jsonl")]
    negatives = kept("negatives.jsonl")
    false = [(case, place) for case in negatives for place in overlapping(coded(case), case.start, case.end) if vague(place)]
    if arguments.show:
        for case, parts, place in found:
            if not all(parts.values()):
                wrong = " ".join(part for part in PARTS if not parts[part])
                said = f"{place.relation.kind if place.relation else '-'} {place.name!r}" if place else "nothing"
                print(f"{case.row['id']}\t{case.row['relation']}\t{wrong}\t{said}\t{' '.join(case.text[case.start : case.end].split())}")
        for case, place in false:
            print(f"{case.row['id']}\tfalse\t{place.relation.kind if place.relation else place.feature}\t{place.name}\t{' '.join(case.text[case.start : case.end].split())}")
    total = len(found)
    print(
        f"{total} expressions; right in all three parts: {sum(all(p.values()) for _, p, _ in found) / total:.2f}; "
        + "; ".join(f"{part} {sum(p[part] for _, p, _ in found) / total:.2f}" for part in PARTS)
        + f"; false finds in {len(negatives)} sentences: {len(false)}"
    )
    groups: dict[str, list[bool]] = defaultdict(list)
    for case, parts, _ in found:
        groups[case.row["relation"]].append(all(parts.values()))
    print("by relation: " + "  ".join(f"{kind} {sum(hits)}/{len(hits)}" for kind, hits in sorted(groups.items())))
    widths = [width(place.area) for _, _, place in found if place and place.area]
    print(f"distance and bearing as labelled: {sum(measured(c.row, p) for c, _, p in found)}/{total}; median width of the areas: {median(widths) if widths else 0:.0f} km")
    return 0


if __name__ == "__main__":
    sys.exit(main())
