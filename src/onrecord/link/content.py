"""What a claim tells, as words that another text can tell again: keys of its content words, their families, what of it is negated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.lexicon.stance import same
from onrecord.lexicon.tables import word_set
from onrecord.link.polarity import accompanies, negated, withheld
from onrecord.model.parse import Parse, Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def content(parse: Parse, first: int, last: int) -> Iterator[Token]:
    """The content words among tokens [first, last), in text order."""
    empty = word_set("empty_words")
    for token in parse.tokens[first:last]:
        if token.pos in _CONTENT and token.lemma.lower() not in empty and token.text[0].isalnum():
            yield token


def key(token: Token) -> str:
    return token.lemma.lower()


@dataclass(frozen=True, slots=True)
class Content:
    """The content words of a claim: all keys, those of names and numbers, of its predicates, and those that the claim itself negates."""

    keys: tuple[str, ...]
    names: frozenset[str]
    predicates: frozenset[str]
    main: frozenset[str]
    negated: frozenset[str]

    def told(self, word: str) -> str | None:
        """The word of the claim that `word` tells again, or None."""
        return next((k for k in self.keys if same(k, word)), None)


def content_of(parse: Parse) -> Content:
    """The content of a claim: one sentence or a few, as the pipeline parsed it."""
    keys: dict[str, None] = {}
    names: set[str] = set()
    predicates: set[str] = set()
    main: set[str] = set()
    without: set[str] = set()
    for sentence in parse.sentences:
        for token in content(parse, sentence.first, sentence.last):
            keys[key(token)] = None
            if token.pos in ("PROPN", "NUM"):
                names.add(key(token))
            else:
                predicates.add(key(token))
            if _leads(parse, token):
                main.add(key(token))
        predicates |= {key(t) for t in parse.tokens[sentence.first : sentence.last] if t.pos == "VERB" and not accompanies(parse, t)}
        without |= {key(below) for _, below in negated(parse, sentence, aside=True)} | {key(below) for _, below, _ in withheld(parse, sentence)}
    return Content(tuple(keys), frozenset(names), frozenset(predicates), frozenset(main), frozenset(without))


def _leads(parse: Parse, token: Token) -> bool:
    """Whether the word is what the claim says: its root, or what a copula or light verb at the root says."""
    if token.dep == "ROOT":
        return True
    above = parse.head(token.i)
    return above is not None and above.dep == "ROOT" and token.dep in ("acomp", "attr", "xcomp", "oprd", "ccomp", "conj", "dobj") and token.pos != "PROPN"
