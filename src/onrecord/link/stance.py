"""What a text makes of a claim: it asserts it, denies it, doubts it, only discusses it, or does not concern it.

Pure functions over two parses. The sentences that tell the claim's content again are found by its words; what those sentences say of it is read
from markers (verdicts, denials, doubts, hearsay, questions), from negation at the claim's own words, and from words that exclude them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.lexicon.attribution import source_kinds
from onrecord.lexicon.stance import Kind, markers
from onrecord.lexicon.tables import word_set
from onrecord.link.content import Content, content, content_of, excludes, key, negated, same
from onrecord.model.parse import Parse, Sentence, Token

Stance = Literal["asserts", "denies", "doubts", "discusses", "unrelated"]
_AGAINST: frozenset[Kind] = frozenset({"refutes", "denies"})
_OPEN: frozenset[Kind] = frozenset({"hedges", "reports"})
_QUESTION = "question"
# Words that name the source before a colon, at most.
_SOURCE_WORDS = 4
_SPEAKING = frozenset({"PERSON", "ORG"})


@dataclass(frozen=True, slots=True)
class Signal:
    """Words of the text, clean offsets [start, end), that bear on the claim, and the rule that read them."""

    kind: Kind
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The stance, the share of the claim's content words that the text tells, and the signals it stands on, in text order."""

    stance: Stance
    told: float
    signals: tuple[Signal, ...] = ()


def headline_stance(claim: Parse, headline: Parse) -> Verdict:
    """The stance of a headline, which is taken to be about the claim: plain telling asserts it, however little of it the headline tells again."""
    reader = _Reader(claim)
    found = [s for sentence in headline.sentences for s in reader.signals(headline, sentence)]
    told = reader.told(headline, headline.sentences)
    return Verdict(_weighed(found), told, tuple(found))


def _weighed(found: Sequence[Signal]) -> Stance:
    """What the signals of a few words come to: a verdict counts above a doubt, a doubt above what is left open, and a confirmation above hearsay."""
    asked = max((s.end for s in found if s.rule == _QUESTION), default=0)
    against = [s for s in found if s.kind in _AGAINST]
    if any(s.start >= asked for s in against):
        return "denies"
    kinds = {s.kind for s in found}
    if against or "doubts" in kinds:
        return "doubts"  # "Was the letter a hoax?"
    if "asks" in kinds:
        return "discusses"
    if "confirms" in kinds:
        return "asserts"
    return "discusses" if kinds & _OPEN else "asserts"


class _Reader:
    """Reads sentences of a text against one claim."""

    def __init__(self, claim: Parse) -> None:
        self.content = content_of(claim)
        own = [m for sentence in claim.sentences for m in _marked(claim, sentence)]
        self.rules = frozenset(s.rule for s in own)
        self.kinds = frozenset(s.kind for s in own)

    def told(self, parse: Parse, sentences: Sequence[Sentence]) -> float:
        words = {key(t) for s in sentences for t in content(parse, s.first, s.last)}
        return sum(any(same(k, w) for w in words) for k in self.content.keys) / max(1, len(self.content.keys))

    def signals(self, parse: Parse, sentence: Sentence) -> list[Signal]:
        """What the sentence says of the claim; what the claim says in the same words is no news."""
        found = [s for s in _marked(parse, sentence, self.content) if s.rule not in self.rules and not (s.kind == "reports" and "reports" in self.kinds)]
        found += self.negations(parse, sentence)
        found += self.opposites(parse, sentence)
        found += _colon(parse, sentence, self.content)
        return sorted(found, key=lambda s: (s.start, s.end))

    def negations(self, parse: Parse, sentence: Sentence) -> Iterator[Signal]:
        first = next((t for t in parse.tokens[sentence.first : sentence.last] if t.text[0].isalnum()), None)
        if first is not None and first.lower in word_set("flat_answers") and not parse.tokens[min(first.i + 1, len(parse) - 1)].text[0].isalnum():
            yield Signal("refutes", first.start, first.end, "answer")
        for negator, word in negated(parse, sentence):
            told = next((k for k in self.content.predicates if same(k, key(word))), None)
            if told is not None and told not in self.content.negated:
                yield Signal("refutes", negator.start, negator.end, "negation")

    def opposites(self, parse: Parse, sentence: Sentence) -> Iterator[Signal]:
        without = {word.i for _, word in negated(parse, sentence, aside=True)}
        for token in content(parse, sentence.first, sentence.last):
            if token.i not in without and any(excludes(key(token), k) for k in self.content.main):
                yield Signal("refutes", token.start, token.end, "opposite")


def _words(parse: Parse, sentence: Sentence) -> str:
    """The sentence in small letters, each token at its distance from the sentence's start."""
    base = sentence.start
    line = [" "] * (sentence.end - base)
    for token in parse.tokens[sentence.first : sentence.last]:
        low = token.text.lower()
        if len(low) == token.end - token.start:
            line[token.start - base : token.end - base] = low
    return "".join(line)


def _marked(parse: Parse, sentence: Sentence, near: Content | None = None) -> Iterator[Signal]:
    line = _words(parse, sentence)
    for marker in markers():
        for match in marker.pattern.finditer(line):
            start, end = match.start() + sentence.start, match.end() + sentence.start
            if marker.near and near is not None and not _beside(parse, sentence, start, end, near):
                continue
            yield Signal(marker.kind, start, end, _QUESTION if match.group() == "?" else marker.rule)


def _beside(parse: Parse, sentence: Sentence, start: int, end: int, of: Content) -> bool:
    """Whether a word of the marker hangs on a word of the claim that is no name."""
    for token in parse.tokens[sentence.first : sentence.last]:
        if start <= token.start < end:
            head = parse.head(token.i)
            if head is not None and any(same(k, key(head)) for k in of.predicates):
                return True
    return False


def _colon(parse: Parse, sentence: Sentence, claim: Content) -> Iterator[Signal]:
    """A source before or after the colon or dash of a headline: "Monitor: ...", "... - report"."""
    tokens = parse.tokens[sentence.first : sentence.last]
    for token in tokens:
        if token.text not in (":", "-", "–", "—") or (token.text != ":" and parse[token.i - 1].end == token.start):
            continue
        before = [t for t in tokens if t.i < token.i]
        after = [t for t in tokens if t.i > token.i and t.text[0].isalnum()]
        if token.text == ":" and 0 < len(before) <= _SOURCE_WORDS and _source(before, claim):
            yield Signal("reports", before[0].start, before[-1].end, "source")
        if 0 < len(after) < _SOURCE_WORDS and _source(after, claim):
            yield Signal("reports", after[0].start, after[-1].end, "source")


def _source(words: Sequence[Token], claim: Content) -> bool:
    """Whether the words name who says it, and not what it is about."""
    last = words[-1]
    if any(t.lower in word_set("flagging_words") or claim.told(key(t)) for t in words):
        return False
    return source_kinds().get(key(last)) is not None or (last.pos == "PROPN" and last.ent in _SPEAKING)
