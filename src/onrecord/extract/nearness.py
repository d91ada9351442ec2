"""places, relations: how the place meant lies to the place named ("off X's coast", "30 km north of Y", "near the border with Z")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.toponyms import Toponym
from onrecord.model.parse import Parse, Token

_BEARINGS = {"north": "N", "south": "S", "east": "E", "west": "W", "northeast": "NE", "northwest": "NW", "southeast": "SE", "southwest": "SW"}
_DISTANCE = re.compile(
    r"(?P<number>\d[\d,.]*)\s*(?P<unit>km|kilomet(?:er|re)s?|miles?)\b(?:\s*\([^)]*\))?\s*(?:to the\s+)?(?P<bearing>north-?east|north-?west|south-?east|south-?west|north|south|east|west)?\s*(?:of|from|away from|off)\s+(?:the\s+)?(?:\w+\s+(?:city|town|village|port|capital)\s+of\s+)?$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(r"\b(north(?:-?(?:east|west))?|south(?:-?(?:east|west))?|east|west|central)(?:ern)?\s+$", re.IGNORECASE)
_BORDER = re.compile(r"\b(?:border|frontier)\s+(?:with|of|between)\s+$|\bborder\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How the event's place lies to the named one: `kind` off_coast | near | distance | direction | border; clean offset where it starts."""

    kind: str
    start: int
    km: float | None = None
    bearing: str | None = None


def nearness(p: Parse, text: str, item: Toponym) -> Nearness | None:
    """What the words around a toponym say of how the place meant lies to it."""
    sentence = p.sentences[p[item.first].sent]
    before = text[sentence.start : p[item.first].start]
    off = off_coast(p, item)
    if off is not None:
        return Nearness("off_coast", off.start)
    distance = _DISTANCE.search(before)
    if distance is not None:
        number = float(distance["number"].replace(",", "").rstrip("."))
        km = number * 1.609 if distance["unit"].lower().startswith("mile") else number
        bearing = _BEARINGS.get((distance["bearing"] or "").lower().replace("-", ""))
        return Nearness("distance", sentence.start + distance.start(), round(km, 1), bearing)
    direction = _DIRECTION.search(before)
    if direction is not None:
        return Nearness("direction", sentence.start + direction.start(), None, _BEARINGS.get(direction.group(1).lower().replace("-", ""), "C"))
    border = _BORDER.search(before)
    if border is not None and border.group().strip().lower() != "border":
        return Nearness("border", sentence.start + border.start())
    last = before.split()[-1:] if before else []
    if last and last[0].lower() in ("near", "outside", "around"):
        return Nearness("near", sentence.start + before.rfind(last[0]))
    return None


def off_coast(p: Parse, item: Toponym) -> Token | None:
    """The "off" of "off X", "off X's coast", "off the coast of X"."""
    head = p[item.last - 1]
    for above in (head, *p.ancestors(head.i)):
        if above.lower == "off" and above.pos in ("ADP", "ADV", "SCONJ"):
            return above if above.i < item.first and item.first - above.i <= 8 else None
        if above.pos in ("VERB", "AUX"):
            return None
    return None
