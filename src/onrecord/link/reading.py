"""A text read for stance, whatever the claim: the content words, marked words and negated words of each sentence, taken once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.lexicon.stance import Kind, markers
from onrecord.link.content import content, key
from onrecord.link.polarity import negated, withheld
from onrecord.model.parse import Parse, Sentence, Token

QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Signal:
    """Words of the text, clean offsets [start, end), that bear on a claim, and the rule that read them. `near`: the token that says nothing
    where it only describes a person ("the alleged thief"), or -1."""

    kind: Kind
    start: int
    end: int
    rule: str
    near: int = -1


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its content words, marked words, pairs of negator and negated word (in its main line; in all of it), and
    predicates with what they keep from being so."""

    sentence: Sentence
    words: tuple[Token, ...]
    keys: frozenset[str]
    marks: tuple[Signal, ...]
    main: tuple[tuple[Token, Token], ...]
    negated: tuple[tuple[Token, Token], ...]
    withheld: tuple[tuple[Token, Token, bool], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The parsed lines of a text, in text order."""

    parse: Parse
    lines: tuple[Line, ...]


def read(parse: Parse) -> Reading:
    """The reading of a text, to be compared with any number of claims."""
    return Reading(parse, tuple(_line(parse, s) for s in parse.sentences if s.parsed and s.last > s.first))


def _line(parse: Parse, sentence: Sentence) -> Line:
    words = tuple(content(parse, sentence.first, sentence.last))
    main, everywhere = tuple(negated(parse, sentence)), tuple(negated(parse, sentence, aside=True))
    return Line(sentence, words, frozenset(key(t) for t in words), tuple(_marked(parse, sentence)), main, everywhere, tuple(withheld(parse, sentence)))


def _small(parse: Parse, sentence: Sentence) -> str:
    """The sentence in small letters, each token at its distance from the sentence's start."""
    base = sentence.start
    line = [" "] * (sentence.end - base)
    for token in parse.tokens[sentence.first : sentence.last]:
        low = token.text.lower()
        if len(low) == token.end - token.start:
            line[token.start - base : token.end - base] = low
    return "".join(line)


def _marked(parse: Parse, sentence: Sentence) -> Iterator[Signal]:
    line = _small(parse, sentence)
    for marker in markers():
        for match in marker.pattern.finditer(line):
            start, end = match.start() + sentence.start, match.end() + sentence.start
            near = next((t.i for t in parse.tokens[sentence.first : sentence.last] if start <= t.start < end), -1) if marker.near else -1
            yield Signal(marker.kind, start, end, QUESTION if match.group() == "?" else marker.rule, near)
