"""places, relations: how the place meant lies to the places named ("off X's coast", "30 km north of Y", "the border between X and Z").

Each sentence is read as its words in small letters with a mark for every place and every adjective of a country; the patterns of
resources/lexicon/en/places/relations.tsv stand over that. Of matches that overlap, the longest holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.extract.toponymy.toponyms import Toponym
from onrecord.gazetteer import GazEntry, Gazetteer, typed_heads
from onrecord.lexicon.placerelations import RelationRule, anchor_pattern, group, relation_rules, sorted_anchor
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Sentence, Token
from onrecord.numbers import value

_KM = {"mile": 1.609, "mi": 1.609, "nautical": 1.852, "nm": 1.852, "met": 0.001}
_MARK = re.compile(r"[§%]\d+")
_OWNING = re.compile(r"\s?['’][sS]?$")
_PARTS = re.compile(r"[\s§]+|[^\s§]+")
_LINES = frozenset({"river", "strait"})
_SETTLED = frozenset({"country", "admin1", "admin2", "city"})
_PROVING_NOTHING = frozenset({"near", "direction", "part_of"})  # "near Jackson", "central Labor": persons and things as well


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that a relation hangs on: tokens [first, last), clean offsets [start, end); the toponym's number, or the country (alpha-3) of an
    adjective or of one half of a hyphened pair.
    """

    first: int
    last: int
    start: int
    end: int
    toponym: int | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Nearness:
    """How the place meant lies to its anchors: `kind` as in the record; clean offsets [start, end); `km` kilometres, `bearing` one of
    N, NE ... or C for the middle; `halfway` where the middle between two anchors is meant; `coast` where a coast is in the words; `proves` where
    only places are spoken of so; `rule` the pattern's line.
    """

    kind: str
    start: int
    end: int
    anchors: tuple[Anchor, ...]
    km: float | None = None
    bearing: str | None = None
    halfway: bool = False
    coast: bool = False
    proves: bool = False
    rule: str = ""


@dataclass(slots=True)
class Nearnesses:
    """Finds the relations of one report. `known` are the gazetteer's entries of the toponyms, as resolved, None where it lacks them."""

    parse: Parse
    text: str
    gazetteer: Gazetteer
    toponyms: Sequence[Toponym]
    known: Sequence[GazEntry | None]
    _held: dict[int, list[int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for number, item in enumerate(self.toponyms):
            if not item.aside:
                self._held.setdefault(self.parse[item.first].sent, []).append(number)

    def find(self, only: frozenset[int] | None = None) -> tuple[Nearness, ...]:
        """Relations in text order, none overlapping; of the sentences `only` where given."""
        sentences = [s for s in self.parse.sentences if s.parsed and s.last > s.first and (only is None or s.i in only)]
        return tuple(sorted((n for s in sentences for n in self.within(s)), key=lambda n: n.start))

    def within(self, sentence: Sentence) -> list[Nearness]:
        marked = Marked.of(self.text, sentence, [self.anchor(n) for n in self._held.get(sentence.i, [])] + list(self.adjectives(sentence)))
        if not marked.anchors:
            return []
        hits: list[tuple[int, int, re.Match[str], RelationRule]] = []
        for order, rule in enumerate(relation_rules()):
            hits += [(len(m.group()), -order, m, rule) for m in rule.pattern.finditer(marked.words)]
        made: list[Nearness] = []
        for _, _, hit, rule in sorted(hits, key=lambda h: (h[0], h[1]), reverse=True):
            near = self.read(marked, hit, rule)
            if near is not None and all(near.end <= other.start or other.end <= near.start for other in made):
                made.append(near)
        return made

    def anchor(self, number: int) -> Anchor:
        item = self.toponyms[number]
        return Anchor(item.first, item.last, self.parse[item.first].start, self.parse[item.last - 1].end, number)

    def adjectives(self, sentence: Sentence) -> Iterator[Anchor]:
        """Adjectives of countries outside the names of places ("Malian", "North Korean")."""
        p = self.parse
        taken = {t for n in self._held.get(sentence.i, []) for t in range(self.toponyms[n].first, self.toponyms[n].last)}
        at = sentence.first
        while at < sentence.last:
            step = 1
            pair = [] if at in taken else list(self.paired(p[at]))
            yield from pair
            for last in (at + 2, at + 1):
                if pair or last > sentence.last or not p[at].text[:1].isupper() or not taken.isdisjoint(range(at, last)) or not p[last - 1].text.isalpha():
                    continue
                country = self.gazetteer.country_by_demonym(self.text[p[at].start : p[last - 1].end])
                if country is not None and p[last - 1].tag not in ("NNS", "NNPS"):
                    yield Anchor(at, last, p[at].start, p[last - 1].end, None, country.code)
                    step = last - at
                    break
            at += step

    def paired(self, token: Token) -> Iterator[Anchor]:
        """The countries of a pair that the parser has as one word ("U.S.-Mexico")."""
        parts = list(re.finditer(r"[^-–/]+", self.text[token.start : token.end]))
        if len(parts) < 2:
            return
        codes = [self.gazetteer.country_by_name(part.group()) or self.gazetteer.country_by_demonym(part.group()) for part in parts]
        if all(code is not None for code in codes):
            for part, code in zip(parts, codes, strict=True):
                yield Anchor(token.i, token.i + 1, token.start + part.start(), token.start + part.end(), None, code.code if code else None)

    def read(self, marked: Marked, hit: re.Match[str], rule: RelationRule) -> Nearness | None:
        anchors = tuple(dict.fromkeys(marked.anchors[mark] for key in ("a", "b") for mark in _anchors(group(hit, key) or "")))
        if not anchors or (rule.kind == "between" and len(anchors) < 2):
            return None
        start, end = marked.clean(hit.start(), hit.end())
        first = self.token_at(start)
        if first is None or not self.holds(hit, rule, first, anchors, marked):
            return None
        bearing = group(hit, "d")
        halfway = rule.kind == "between" and any(word in hit.group() for word in word_set("words_for_halfway"))
        proves = (rule.kind not in _PROVING_NOTHING or sorted_anchor().search(hit.group()) is not None or all(self.wide(a) for a in anchors)) and not group(hit, "ring")
        coast = not word_set("words_for_coasts").isdisjoint(hit.group().split())
        return Nearness(rule.kind, start, end, anchors, _km(hit), _bearing(bearing) if bearing else None, halfway, coast, proves, rule.rule)

    def token_at(self, offset: int) -> Token | None:
        return next((t for t in self.parse.tokens if t.start <= offset < t.end), None)

    def holds(self, hit: re.Match[str], rule: RelationRule, first: Token, anchors: tuple[Anchor, ...], marked: Marked) -> bool:
        """What the words alone do not prove: a preposition that belongs to another word, a ring around a whole country, a line that is none."""
        if (bare := group(hit, "bare")) is not None:
            offset = marked.clean(hit.start(), hit.end())[0] + hit.group().find(bare)
            token = self.token_at(offset + (bare.find("between") if "between" in bare else 0)) or first
            return self.off(token, anchors[0]) if rule.kind == "off_coast" else self.spatial(token, anchors)
        if group(hit, "ring") is not None:
            return not any(self.whole_state(a) for a in anchors)
        if group(hit, "line") is not None:
            return all(self.line(a) for a in anchors)
        return True

    def off(self, token: Token, anchor: Anchor) -> bool:
        """Whether "off" places something: not the particle of "took off" or "cut off", not "off the road"."""
        p = self.parse
        off = next((t for t in p.tokens[token.i : anchor.first] if t.lower == "off" and t.pos in ("ADP", "ADV", "SCONJ")), None)
        return off is not None and (off.dep in ("prep", "advmod", "pcomp") or p[off.head].lemma not in word_set("verbs_with_off"))

    def spatial(self, token: Token, anchors: tuple[Anchor, ...]) -> bool:
        """Whether "between A and B" is a space: not what two parties have with each other, and not what moves or is counted between towns."""
        p = self.parse
        head = p[token.head]
        if all(self.whole_state(a) for a in anchors):
            return False
        entries = [self.known[a.toponym] if a.toponym is not None else None for a in anchors]
        if head.pos in ("NOUN", "PROPN"):
            capitals = all(e is not None and e.feature == "PPLC" for e in entries)
            return not capitals and head.lemma not in word_set("things_between_parties")
        return head.lemma not in word_set("verbs_between_parties")

    def whole_state(self, anchor: Anchor) -> bool:
        """A state or a continent: what is outside it or between two of them is no area. Islands that belong to another state are none."""
        if anchor.toponym is None:
            return True
        entry = self.known[anchor.toponym]
        return entry is not None and (entry.kind == "continent" or (entry.kind == "country" and entry.feature != "PCLD"))

    def wide(self, anchor: Anchor) -> bool:
        entry = self.known[anchor.toponym] if anchor.toponym is not None else None
        return entry is not None and entry.area is not None and entry.kind not in _SETTLED

    def line(self, anchor: Anchor) -> bool:
        if anchor.toponym is None:
            return False
        entry, name = self.known[anchor.toponym], self.toponyms[anchor.toponym].name.lower().split()
        typed = typed_heads().get(name[-1])
        return (entry is not None and entry.kind in _LINES) or (typed is not None and typed.kind in _LINES) or not word_set("words_for_lines").isdisjoint(name)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence as the patterns see it; `offsets` has the clean offset of each character and one behind the last."""

    words: str
    offsets: tuple[int, ...]
    anchors: dict[str, Anchor]

    @classmethod
    def of(cls, text: str, sentence: Sentence, anchors: Sequence[Anchor]) -> Marked:
        words: list[str] = []
        offsets: list[int] = []
        marks: dict[str, Anchor] = {}
        at = sentence.start
        for anchor in sorted(anchors, key=lambda a: a.start):
            start, end = anchor.start, anchor.end
            if start < at:
                continue
            end -= len(owning.group()) if (owning := _OWNING.search(text[start:end])) and end - start > len(owning.group()) else 0
            _spell(text, at, start, words, offsets)
            mark = f"{'§' if anchor.toponym is not None else '%'}{len(marks)}"
            marks[mark] = anchor
            words.append(mark)
            offsets += [start] * len(mark)
            at = end
        _spell(text, at, sentence.end, words, offsets)
        return cls("".join(words), (*offsets, sentence.end), marks)

    def clean(self, start: int, end: int) -> tuple[int, int]:
        """Clean offsets of characters [start, end), spaces at the front aside; a mark at the end goes on to the end of its name."""
        while start < end - 1 and self.words[start] == " ":
            start += 1
        while end > start + 1 and self.words[end - 1] in " ,":
            end -= 1
        return self.offsets[start], self.offsets[end]


def _spell(text: str, start: int, end: int, words: list[str], offsets: list[int]) -> None:
    """The text in small letters with one space for every gap; marks of our own that a text happens to hold become spaces."""
    for part in _PARTS.finditer(text, start, end):
        piece = part.group()
        if piece[0].isspace() or piece[0] == "§":
            words.append(" ")
            offsets.append(part.start())
        else:
            low = piece.lower()
            words.append(low if len(low) == len(piece) else piece)  # some capital letters have two small ones
            offsets.extend(range(part.start(), part.end()))


def _anchors(words: str) -> Iterator[str]:
    for part in anchor_pattern().finditer(words):
        yield _MARK.findall(part.group())[-1]


def _km(hit: re.Match[str]) -> float | None:
    low = group(hit, "n")
    if low is None:
        return None
    number = _number(low)
    high = group(hit, "n2")
    if number is not None and high is not None and (upper := _number(high)) is not None and upper > number:
        number = (number + upper) / 2
    unit = group(hit, "u") or "km"
    return None if number is None else round(number * next((k for word, k in _KM.items() if unit.startswith(word)), 1.0), 1)


def _number(words: str) -> float | None:
    try:
        return float(words.rstrip(".,").replace(",", ""))
    except ValueError:
        return 0.5 if words.startswith("half") else value(words.replace("-", " ").split())


def _bearing(word: str) -> str:
    """The compass word's letters: "north-western", "west-northwest" and "nw" are NW, "central" and "middle" are C."""
    if len(word) <= 3 and word != "mid":
        return word.upper()[-2:]
    word = word.split("-", 1)[1] if word.count("-") > 1 or re.match(r"\w+[- ](?:north|south)\w", word) else word
    letters = "".join(letter for part, letter in (("north", "N"), ("south", "S"), ("east", "E"), ("west", "W")) if part in word)
    return letters or "C"
