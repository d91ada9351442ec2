"""What a text makes of a claim: it asserts it, denies it, doubts it, only discusses it, or does not concern it.

Pure functions over two parses. The sentences that tell the claim's content again are found by its words; what those sentences say of it is read
from markers (verdicts, denials, doubts, hearsay, questions), from negation at the claim's own words, and from words that exclude them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.lexicon.attribution import source_kinds
from onrecord.lexicon.stance import Kind, excludes, persons, same
from onrecord.lexicon.tables import word_set
from onrecord.link.content import Content, content_of, key
from onrecord.link.polarity import accompanies
from onrecord.link.reading import QUESTION, Line, Reading, Signal
from onrecord.model.parse import Parse, Sentence, Token

Stance = Literal["asserts", "denies", "doubts", "discusses", "unrelated"]
_AGAINST: frozenset[Kind] = frozenset({"refutes", "denies"})
_LEFT_OPEN: frozenset[Kind] = frozenset({"asks", "hedges"})
# Words that name the source before a colon, at most.
_SOURCE_WORDS = 4
# A body concerns a claim where it tells this share of its words, and one of its lines that share.
_CONCERNS, _SURELY, _LINE = 0.25, 0.4, 0.2
# Lines of a body that are read, those that open it, and those that tell the claim best: how near to the best, and how many.
_LINES, _LEAD, _NEARLY, _BEST = 40, 4, 0.7, 3
# A line that tells the claim itself, so that a negation in it is a negation of the claim; and one that speaks of it.
_TELLS, _TOUCHES = 0.6, 0.5
# Verdicts ("hoax", "false") weigh by where they stand: in the opening, in a line that speaks of the claim, anywhere.
_IN_LEAD, _AT_CLAIM, _ANYWHERE = 0.75, 0.75, 0.25
_VERDICT, _PASSED_ON = 1.5, 1.0
# What is left open weighs by share of the lines, by the lines that tell the claim best, by the opening; attribution only in the best.
_OPEN_SHARE, _OPEN_BEST, _OPEN_LEAD, _ATTRIBUTED = 2.0, 0.5, 0.25, 0.5
_OPENNESS = 1.0
_BY_TREE = frozenset({"negation", "opposite", "answer", "withheld", "affirmed"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The stance, the share of the claim's content words that the text tells, and the signals it stands on, in text order."""

    stance: Stance
    told: float
    signals: tuple[Signal, ...] = ()


def headline_stance(claim: Reading, headline: Reading) -> Verdict:
    """The stance of a headline. Headlines tell in few and other words: whatever tells one word of the claim is about it, and plain telling asserts it."""
    reader = _Reader(claim)
    found = [s for line in headline.lines for s in reader.signals(headline.parse, line)]
    told = reader.told(headline.lines)
    if not found and told:
        found = [s for line in headline.lines for s in reader.otherwise(headline.parse, line)]
    return Verdict(_weighed(found) if told or found else "unrelated", told, tuple(found))


def _weighed(found: Sequence[Signal]) -> Stance:
    """What the signals of a few words come to: a verdict counts above a doubt, a doubt above what is left open, hearsay above a
    confirmation, and a confirmation above attribution."""
    asked = max((s.end for s in found if s.rule == QUESTION), default=0)
    against = [s for s in found if s.kind in _AGAINST]
    if any(s.start >= asked for s in against):
        return "denies"
    kinds = {s.kind for s in found}
    if against or "doubts" in kinds:
        return "doubts"  # "Was the letter a hoax?"
    return "discusses" if kinds & _LEFT_OPEN or ("reports" in kinds and "confirms" not in kinds) else "asserts"


def body_stance(claim: Reading, body: Reading) -> Verdict:
    """The stance of an article's body. Verdicts count by their number and place, for a single "false" far from the claim is of something else;
    a denial by somebody leaves the claim discussed; a claim that is itself hearsay or a question is at most discussed by a text that passes it on."""
    reader = _Reader(claim)
    lines = body.lines[:_LINES]
    shares = [reader.told((line,)) for line in lines]
    told, most = reader.told(body.lines), max(shares, default=0.0)
    if told < _CONCERNS or (told < _SURELY and most < _LINE):
        return Verdict("unrelated", told)
    found = [reader.signals(body.parse, line) for line in lines]
    signals = tuple(s for line in found for s in line)
    passed_on = bool(reader.kinds & {"hedges", "reports", "asks"})
    if "refutes" in reader.kinds:  # the claim is that something is false: verdicts agree with it
        agreeing = sum(any(s.kind == "refutes" for s in line.marks) for line in lines)
        return Verdict("asserts" if agreeing > 1 else "discusses", told, signals)
    if _verdict(found, shares, most) >= _VERDICT + (_PASSED_ON if passed_on else 0.0) or _contradicted(found, shares, most):
        return Verdict("denies", told, signals)
    disputed = any(s.kind == "denies" for line, share in zip(found, shares, strict=True) if share >= _CONCERNS for s in line)
    if passed_on or disputed or _openness(found, shares, most) >= _OPENNESS:
        return Verdict("discusses", told, signals)
    return Verdict("asserts", told, signals)


def _verdict(found: Sequence[Sequence[Signal]], shares: Sequence[float], most: float) -> float:
    """How weighty the text's verdicts are, by number and place."""
    weight = 0.0
    for k, line in enumerate(found):
        if any(s.kind == "refutes" and s.rule not in _BY_TREE for s in line):
            weight += _ANYWHERE + (_IN_LEAD if k < _LEAD else 0.0) + (_AT_CLAIM if shares[k] >= _TOUCHES * most else 0.0)
    return weight


def _contradicted(found: Sequence[Sequence[Signal]], shares: Sequence[float], most: float) -> bool:
    """Whether every line that tells the claim itself tells it negated."""
    telling = [line for line, share in zip(found, shares, strict=True) if share >= max(_TELLS, _NEARLY * most)]
    return bool(telling) and all(any(s.rule in _BY_TREE for s in line) for line in telling)


def _openness(found: Sequence[Sequence[Signal]], shares: Sequence[float], most: float) -> float:
    """How much of the text leaves open what it tells: hearsay, questions, and in its best lines attribution."""
    hedged = [any(s.kind == "hedges" for s in line) for line in found]
    left = [any(s.kind in _LEFT_OPEN for s in line) for line in found]
    best = [k for k, share in enumerate(shares) if share >= _NEARLY * most][:_BEST]
    said = sum(any(s.kind == "reports" for s in found[k]) for k in best)
    return (
        _OPEN_SHARE * sum(hedged) / max(_LEAD, len(found)) + _OPEN_BEST * sum(left[k] for k in best) + _OPEN_LEAD * sum(left[:_LEAD]) + _ATTRIBUTED * said
    )


class _Reader:
    """Compares lines of a text with one claim."""

    def __init__(self, claim: Reading) -> None:
        self.content = content_of(claim.parse)
        own = [m for line in claim.lines for m in line.marks]
        self.rules = frozenset(s.rule for s in own)
        self.kinds = frozenset(s.kind for s in own)
        # What the claim says is not so: a denial of it agrees with the claim.
        self.negative = self.content.main & self.content.negated

    def told(self, lines: Iterable[Line]) -> float:
        """The share of the claim's content words that the lines tell again."""
        words = frozenset[str]().union(*(line.keys for line in lines))
        return sum(k in words or any(same(k, w) for w in words) for k in self.content.keys) / max(1, len(self.content.keys))

    def signals(self, parse: Parse, line: Line) -> list[Signal]:
        """What the line says of the claim; what the claim says in the same words is no news."""
        found = [s for s in line.marks if self.counts(parse, s)]
        found += self.negations(parse, line)
        found += self.opposites(line)
        found += self.affirmed(parse, line)
        found += _colon(parse, line.sentence, self.content)
        return sorted(found, key=lambda s: (s.start, s.end))

    def counts(self, parse: Parse, mark: Signal) -> bool:
        if mark.rule in self.rules or (mark.kind == "reports" and "reports" in self.kinds) or (mark.kind == "denies" and self.negative):
            return False
        if mark.near < 0:
            return True
        token = parse[mark.near]
        described = parse.head(token.i) if token.dep == "amod" else parse[min(token.i + 1, len(parse) - 1)] if token.dep == "ROOT" else None
        return described is None or not (described.ent == "PERSON" or key(described) in persons())

    def negations(self, parse: Parse, line: Line) -> Iterator[Signal]:
        answers = word_set("flat_answers")
        for token in parse.tokens[line.sentence.first : line.sentence.last]:
            if token.lower in answers and _apart(parse, line.sentence, token.i - 1) and _apart(parse, line.sentence, token.i + 1, stopped=True):
                yield Signal("refutes", token.start, token.end, "answer")
        for negator, word in line.main:
            told = next((k for k in self.content.predicates if same(k, key(word))), None)
            if told is not None and told not in self.content.negated:
                yield Signal("refutes", negator.start, negator.end, "negation")

        for predicate, word, plain in line.withheld:
            told = next((k for k in (self.content.main if plain else self.content.predicates) if same(k, key(word))), None)
            if told is not None and told not in self.content.negated:
                yield Signal("refutes", predicate.start, predicate.end, "withheld")

    def affirmed(self, parse: Parse, line: Line) -> Iterator[Signal]:
        """What the claim says is not so, and the line that it is."""
        without = {word.i for _, word in line.negated} | {word.i for _, word, _ in line.withheld}
        if not self.negative or any(s.kind == "denies" for s in line.marks):
            return
        for token in line.words:
            if token.pos != "PROPN" and token.i not in without and not accompanies(parse, token) and any(same(k, key(token)) for k in self.negative):
                yield Signal("refutes", token.start, token.end, "affirmed")

    def otherwise(self, parse: Parse, line: Line) -> Iterator[Signal]:
        """A headline that tells in its main line what is not so, in other words than the claim's, and nothing that is: it tells the claim otherwise.
        What cannot or will not be is no such telling."""
        tokens = parse.tokens[line.sentence.first : line.sentence.last]
        telling = {t.i for t in tokens if t.pos in ("VERB", "NOUN") and t.dep in ("ROOT", "ccomp", "conj")}
        for negator in {n.i: n for n, _ in line.main if n.dep == "neg"}.values():
            head = parse[negator.head]
            plain = not self.negative and not any(t.tag == "MD" for t in parse.children(head.i))
            known = [key(word) for n, word in line.main if n.i == negator.i]
            agrees = any(excludes(w, k) for w in known for k in self.content.main) or any(same(k, w) for w in known for k in self.content.negated)
            if plain and not agrees and not any(self.content.told(key(parse[i])) for i in telling - {head.i}):
                yield Signal("refutes", negator.start, negator.end, "otherwise")

    def opposites(self, line: Line) -> Iterator[Signal]:
        without = {word.i for _, word in line.negated}
        for token in line.words:
            if token.i not in without and any(excludes(key(token), k) for k in self.content.main):
                yield Signal("refutes", token.start, token.end, "opposite")


def _apart(parse: Parse, sentence: Sentence, at: int, stopped: bool = False) -> bool:
    """Whether the sentence ends at token `at`, or a mark stands there that sets an answer apart; a comma only after it ("No, ...", not "..., no")."""
    if not sentence.first <= at < sentence.last:
        return True
    return parse[at].text in ((",", ".", "!", ";", "—", "–", "-") if stopped else (":", "?", "!", ".", "—", "–", '"', "“", "‘", "'"))


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
    return source_kinds().get(key(last)) is not None
