"""places, recognition: which tokens name a place, and in what relation to it ("off X's coast", "30 km north of Y")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.gazetteer import Gazetteer, is_risky_name, typed_heads
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_PREPOSITIONS = word_set("placing_before_toponyms")
_WHERE = word_set("where_prepositions")
_STRONG_KINDS = frozenset({"country", "sea", "strait", "region", "continent", "desert", "gulf"})
_BEARINGS = {"north": "N", "south": "S", "east": "E", "west": "W", "northeast": "NE", "northwest": "NW", "southeast": "SE", "southwest": "SW"}
_LONGEST = 4
_LARGE = 500_000
_DISTANCE = re.compile(
    r"(?P<number>\d[\d,.]*)\s*(?P<unit>km|kilomet(?:er|re)s?|miles?)\b(?:\s*\([^)]*\))?\s*(?:to the\s+)?(?P<bearing>north-?east|north-?west|south-?east|south-?west|north|south|east|west)?\s*(?:of|from|away from|off)\s+(?:the\s+)?(?:\w+\s+(?:city|town|village|port|capital)\s+of\s+)?$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(r"\b(north(?:-?(?:east|west))?|south(?:-?(?:east|west))?|east|west|central)(?:ern)?\s+$", re.IGNORECASE)
_BORDER = re.compile(r"\b(?:border|frontier)\s+(?:with|of|between)\s+$|\bborder\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Toponym:
    """Tokens [first, last) that name a place; `name` as it is looked up."""

    first: int
    last: int
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Nearness:
    """How the event's place lies to the named one: `kind` off_coast | near | distance | direction | border; clean offset where it starts."""

    kind: str
    start: int
    km: float | None = None
    bearing: str | None = None


@dataclass(frozen=True, slots=True)
class Recogniser:
    parse: Parse
    text: str
    gazetteer: Gazetteer

    def find(self) -> tuple[Toponym, ...]:
        """Toponyms in text order, none overlapping: recognised names, strong names of the gazetteer, repeats of what was found."""
        found: dict[int, Toponym] = {}
        taken: set[int] = set()
        closed = {
            t
            for n in self.parse.names
            if n.label in ("PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT") and not self.mistaken(n.first, n.last)
            for t in range(n.first, n.last)
        }

        def put(item: Toponym) -> None:
            if taken.isdisjoint(range(item.first, item.last)):
                found[item.first] = item
                taken.update(range(item.first, item.last))

        for item in self.recognised():
            put(item)
        for item in self.listed(closed):
            put(item)
        known = {t.name.casefold(): t for t in found.values() if len(t.name) > 3}
        for item in self.repeats(known, closed):
            put(item)
        return tuple(found[k] for k in sorted(found))

    def mistaken(self, first: int, last: int) -> bool:
        """Whether a name taken for a person's or an organisation's stands where only a place can: one word behind "in", "near", "outside"."""
        p = self.parse
        before = p[first - 1] if first else None
        return last - first == 1 and before is not None and before.lower in _WHERE and before.pos == "ADP" and p[first].dep in ("pobj", "conj")

    def recognised(self) -> Iterator[Toponym]:
        for name in self.parse.names:
            if name.label not in _LABELS:
                continue
            first, last = self.trimmed(name.first, name.last)
            if first >= last or not any(t.text[:1].isupper() for t in self.parse.tokens[first:last]):
                continue
            words = self.words(first, last)
            if name.label == "FAC" and not self.gazetteer.lookup(words) and not self.typed(words):
                continue
            if self.parse[last - 1].tag in ("JJ",) or (
                self.gazetteer.country_by_demonym(words) is not None and self.gazetteer.country_by_name(words) is None
            ):
                continue
            yield Toponym(first, last, words, name.label)

    def listed(self, closed: set[int]) -> Iterator[Toponym]:
        """Names that the recogniser missed: strong ones anywhere, settlements only behind a preposition of place or before their region."""
        p = self.parse
        for sentence in p.sentences:
            at = sentence.first
            while at < sentence.last:
                item = self.listed_at(at, sentence.last, closed) if p[at].text[:1].isupper() and p[at].pos in ("PROPN", "NOUN", "ADJ") else None
                if item is not None:
                    yield item
                    at = item.last
                else:
                    at += 1

    def listed_at(self, at: int, end: int, closed: set[int]) -> Toponym | None:
        p = self.parse
        for last in range(min(at + _LONGEST, end), at, -1):
            if not p[last - 1].text[:1].isupper() or any(t in closed for t in range(at, last)):
                continue
            words = self.words(at, last)
            entries = self.gazetteer.lookup(words)
            if not entries or len(words) < 3:
                continue
            if self.gazetteer.country_by_demonym(words) is not None and self.gazetteer.country_by_name(words) is None:
                return None
            strong = (entries[0].kind in _STRONG_KINDS and entries[0].preferred) or (entries[0].kind == "admin1" and entries[0].population > _LARGE)
            before = p[at - 1] if at and p[at - 1].sent == p[at].sent else None
            placed = before is not None and before.lower in _PREPOSITIONS and before.pos == "ADP" and p[last - 1].dep in ("pobj", "conj", "appos")
            if (strong and not is_risky_name(words)) or (placed and p[at].pos == "PROPN" and not is_risky_name(words)):
                return Toponym(at, last, words, "listed")
        return None

    def repeats(self, known: dict[str, Toponym], closed: set[int]) -> Iterator[Toponym]:
        p = self.parse
        for token in p.tokens:
            if not token.text[:1].isupper() or token.i in closed:
                continue
            for length in (3, 2, 1):
                last = token.i + length
                if last <= len(p) and p[last - 1].sent == token.sent and self.words(token.i, last).casefold() in known:
                    yield Toponym(token.i, last, self.words(token.i, last), "repeat")
                    break

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        p = self.parse
        while first < last and (p[first].lower in ("the", "a", "an") or (p[first].lower.rstrip("ern") in _BEARINGS and p[first].text[:1].islower())):
            first += 1
        while last > first and (p[last - 1].text in ("'s", "’s", "'", "’") or p[last - 1].pos == "PUNCT" or (p[last - 1].lower == "coast")):
            last -= 1
        return first, last

    def typed(self, words: str) -> bool:
        parts = words.lower().split()
        return len(parts) > 1 and (parts[-1] in typed_heads() or parts[0] in typed_heads())

    def words(self, first: int, last: int) -> str:
        return " ".join(self.text[self.parse[first].start : self.parse[last - 1].end].split())

    def nearness(self, item: Toponym) -> Nearness | None:
        """What the words around a toponym say of how the place meant lies to it."""
        p = self.parse
        sentence = p.sentences[p[item.first].sent]
        before = self.text[sentence.start : p[item.first].start]
        off = self.off_coast(item)
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

    def off_coast(self, item: Toponym) -> Token | None:
        """The "off" of "off X", "off X's coast", "off the coast of X"."""
        p = self.parse
        head = p[item.last - 1]
        for above in (head, *p.ancestors(head.i)):
            if above.lower == "off" and above.pos in ("ADP", "ADV", "SCONJ"):
                return above if above.i < item.first and item.first - above.i <= 8 else None
            if above.pos in ("VERB", "AUX"):
                return None
        return None
