"""disputes, rebuttals: a denial, rejection or doubt and the words of others that it is aimed at, told by shared words or by "the claim"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import syntax
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import AttributionExtent, AttributionLayer
from onrecord.model.parse import Parse, Token
from onrecord.model.text import CleanText

_OFFERS = word_set("offers_and_demands")
_AGAINST = frozenset({"denies", "rejects", "doubts"})
_NEAR = 8  # sentences
_EMPTY = word_set("empty_words")


@dataclass(frozen=True, slots=True)
class Rebuttal:
    """`claim` (clean offsets) is what the source of attribution `against` denies or doubts; `holders` and perhaps the outlet assert it."""

    claim: tuple[int, int]
    against: str
    stance: str
    holders: tuple[str, ...]
    outlet: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Rebuttals:
    clean: CleanText
    parse: Parse
    attributions: AttributionLayer

    def find(self) -> Iterator[Rebuttal]:
        for extent in self.attributions.extents:
            if not extent.content or self.negated(extent):
                continue
            if extent.stance not in _AGAINST:
                found = self.contradicts(extent)
            elif extent.stance == "rejects" and self.offered(extent):
                continue
            else:
                found = self.pointed(extent) or self.nested_claim(extent) or self.alike(extent)
            if found is not None:
                yield found

    def offered(self, extent: AttributionExtent) -> bool:
        """ "rejected the idea", "turned down a request to lift the ban": what was proposed or asked for is refused; nobody disagrees about a fact."""
        return any(t.lemma in _OFFERS and t.dep in ("dobj", "nsubjpass", "ROOT") for t in self.words(extent.content))

    def pointed(self, extent: AttributionExtent) -> Rebuttal | None:
        """ "dismissed the claim", "rejected that": the assertion just before, of another source."""
        words = self.words(extent.content)
        if len(words) > 3 or not any(t.lower in ("that", "this", "the", "these", "those", "it") for t in words):
            return None
        told = [t for t in words if ("n", t.lemma) in cues()]
        if not told and not (len(words) == 1 and words[0].lower in ("that", "this", "it")):
            return None
        before = [e for e in self.attributions.extents if e.stance == "asserts" and e.cue[0] < extent.cue[0] and e.content[0][1] <= self.parse[extent.cue[0]].start]
        before = [e for e in before if self.close(e, extent, 3) and not self.same_source(e, extent)]
        if not before:
            return None
        last = max(before, key=lambda e: e.cue[0])
        return Rebuttal(last.content[0], extent.attribution, extent.stance, self.parallel(last), False, "pointed")

    def nested_claim(self, extent: AttributionExtent) -> Rebuttal | None:
        """ "denied a report in the paper that ...": the claim noun stands in the denial and has a source of its own."""
        for other in self.attributions.extents:
            if other.attribution == extent.attribution or other.stance != "asserts" or not other.source:
                continue
            at = self.parse[other.cue[0]].start
            if any(a <= at < b for a, b in extent.content) and any(a <= other.content[0][0] < b for a, b in extent.content):
                return Rebuttal(other.content[0], extent.attribution, extent.stance, self.parallel(other), False, "nested")
        return None

    def alike(self, extent: AttributionExtent) -> Rebuttal | None:
        """Others' words with the same verb and things, or the outlet's own."""
        denied = self.lemmas(self.words(extent.content))
        if not denied or not any(t.pos in syntax.VERBAL or ("n", t.lemma) in cues() or (t.pos == "NOUN" and event_lexicon().rules_for("n", t.lemma)) for t in self.words(extent.content)):
            # A mere thing ("rejected the classification") has no truth that others could hold.
            return None
        holders: list[AttributionExtent] = []
        for other in self.attributions.extents:
            if other.attribution == extent.attribution or other.stance != "asserts" or not self.close(other, extent, _NEAR) or self.same_source(other, extent):
                continue
            if self.agrees(denied, self.words(other.content)):
                holders.append(other)
        claim = max(extent.content, key=lambda r: r[1] - r[0])
        if holders:
            return Rebuttal(claim, extent.attribution, extent.stance, tuple(dict.fromkeys(a for h in holders for a in self.parallel(h))), False, "alike")
        return Rebuttal(claim, extent.attribution, extent.stance, (), False, "alone") if extent.stance == "denies" and len(denied) > 1 else None

    def contradicts(self, extent: AttributionExtent) -> Rebuttal | None:
        """A flat negative about another's claim: "the movement says there was never a depot there"."""
        words = self.words(extent.content)
        things = self.lemmas(words)
        if not 0 < len(things) <= 2 or not any(t.dep == "neg" or t.lower in ("no", "never", "none") for t in words) or any(t.tag == "MD" for t in words):
            return None
        for other in self.attributions.extents:
            told = self.words(other.content)
            before = other.stance == "asserts" and other.cue[0] < extent.cue[0] and self.close(other, extent, 2) and not self.same_source(other, extent)
            if before and things <= self.lemmas(told) and not any(t.dep == "neg" for t in told):
                return Rebuttal(other.content[0], extent.attribution, "denies", self.parallel(other), False, "contradicts")
        return None

    def agrees(self, denied: frozenset[str], words: list[Token]) -> bool:
        if any(t.dep == "neg" or t.lower in ("no", "none", "never", "nobody") for t in words):
            return False
        shared = denied & self.lemmas(words)
        return (len(shared) >= 2 and 3 * len(shared) >= len(denied)) or (2 * len(shared) >= len(denied) > 0 and bool(shared))

    def words(self, content: tuple[tuple[int, int], ...]) -> list[Token]:
        return [t for t in self.parse.tokens if t.pos not in ("PUNCT", "SPACE") and any(a <= t.start < b for a, b in content)]

    def lemmas(self, words: list[Token]) -> frozenset[str]:
        return frozenset(t.lemma.lower() for t in words if t.pos in ("NOUN", "VERB", "NUM", "PROPN") and t.dep not in ("aux", "auxpass")) - _EMPTY

    def negated(self, extent: AttributionExtent) -> bool:
        return any(self.parse[t].dep == "neg" for t in extent.cue)

    def close(self, one: AttributionExtent, other: AttributionExtent, sentences: int) -> bool:
        return abs(self.parse[one.cue[0]].sent - self.parse[other.cue[0]].sent) <= sentences

    def same_source(self, one: AttributionExtent, other: AttributionExtent) -> bool:
        by_id = {a.id: a for a in self.attributions.attributions}
        a, b = by_id[one.attribution].source, by_id[other.attribution].source
        if a is None or b is None:
            return False
        if a.entity is not None and a.entity == b.entity:
            return True
        heads = [{self.parse[t].lemma.lower() for t in e.source if self.parse[t].pos in ("NOUN", "PROPN")} for e in (one, other)]
        return bool(heads[0]) and heads[0] == heads[1]

    def parallel(self, extent: AttributionExtent) -> tuple[str, ...]:
        return tuple(e.attribution for e in self.attributions.extents if e.cue == extent.cue and e.content == extent.content)
