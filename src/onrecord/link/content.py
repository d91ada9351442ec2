"""What a claim tells, as words that another text can tell again: keys of its content words, their families, what of it is negated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.stance import families
from onrecord.lexicon.status import status_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Sentence, Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Letters that two forms of one word share at least, and how many may differ at the end: "detain", "detention"; "airdrop", "airdropped".
_STEM, _ENDING = 5, 4
# What a negator at a copula or light verb reaches below it.
_BELOW = frozenset({"acomp", "attr", "xcomp", "dobj", "oprd", "ccomp", "nsubjpass"})
# Words after "rather than" that it passes over.
_PASSED_OVER = 4
_ASIDE = frozenset({"advcl", "relcl", "acl"})


def content(parse: Parse, first: int, last: int) -> Iterator[Token]:
    """The content words among tokens [first, last), in text order."""
    empty = word_set("empty_words")
    for token in parse.tokens[first:last]:
        if token.pos in _CONTENT and token.lemma.lower() not in empty and token.text[0].isalnum():
            yield token


def key(token: Token) -> str:
    return token.lemma.lower()


@lru_cache(maxsize=200_000)
def same(one: str, other: str) -> bool:
    """Whether two lemmas tell the same: equal, of one family, or two forms of one stem."""
    if one == other:
        return True
    known = families().member
    if known.get(one, frozenset()) & known.get(other, frozenset()):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _STEM or not short.isalpha() or not long.isalpha():
        return len(short) >= _STEM - 1 and long in (short + "s", short + "ing", short + "ed", short + "er")
    shared = next((k for k, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= _STEM and shared >= len(short) - _ENDING + 1 and len(long) - shared <= _ENDING


@lru_cache(maxsize=200_000)
def excludes(one: str, other: str) -> bool:
    """Whether the state `one` tells cannot be where `other` is true: "alive" of "killed"."""
    known = families()
    return bool(known.excludes.get(one, frozenset()) & known.member.get(other, frozenset()))


def negated(parse: Parse, sentence: Sentence, aside: bool = False) -> Iterator[tuple[Token, Token]]:
    """Pairs of a negator and a word that it negates, in the sentence's main line; with `aside` also in clauses that only accompany it."""
    scopes = status_lexicon().negators
    for token in parse.tokens[sentence.first : sentence.last]:
        if f"{parse[token.i - 1].lower} {token.lower}" in scopes and token.i > sentence.first and token.pos in ("ADP", "SCONJ"):
            yield from ((token, word) for word in content(parse, token.i + 1, min(sentence.last, token.i + 1 + _PASSED_OVER)))  # "rather than make arrests"
        scope = scopes.get(token.lower)
        if scope not in ("clause", "np") or token.pos == "ADJ" or (not aside and _accompanying(parse, token)):
            continue
        head = parse.head(token.i)
        if token.pos == "ADP":  # "without a permit"
            yield from ((token, below) for below in parse.children(token.i) if below.dep in ("pobj", "pcomp"))
            continue
        if head is None or _ordered(parse, head) or parse[token.i - 1].lower == "or":
            continue
        yield from ((token, word) for word in _reached(parse, head, scope))


def _reached(parse: Parse, head: Token, scope: str) -> Iterator[Token]:
    yield head
    if scope == "np" and head.pos in ("NOUN", "PROPN"):
        above = parse.head(head.i)
        if above is not None and head.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
            yield above
            return
    for below in parse.children(head.i):
        if below.dep in _BELOW and (below.dep != "ccomp" or head.pos == "AUX"):
            yield below
            if below.dep == "attr" and any(t.dep == "expl" for t in parse.children(head.i)):
                yield from (deeper for deeper in parse.children(below.i) if deeper.dep in ("compound", "acl", "amod"))  # "there was no ban planned"
            if below.pos in ("VERB", "AUX"):
                yield from (deeper for deeper in parse.children(below.i) if deeper.dep in _BELOW)


def _ordered(parse: Parse, verb: Token) -> bool:
    """An order ("do not drink it") tells nothing that is not so."""
    below = parse.children(verb.i)
    return verb.tag == "VB" and any(t.lemma == "do" and t.dep == "aux" and t.tag in ("VB", "VBP") for t in below) and not any(t.dep.startswith("nsubj") for t in below)


def _accompanying(parse: Parse, token: Token) -> bool:
    at = token
    for above in parse.ancestors(token.i):
        if at.dep in _ASIDE:
            return True
        at = above
    return at.dep in _ASIDE


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
        without |= {key(below) for _, below in negated(parse, sentence, aside=True)}
    return Content(tuple(keys), frozenset(names), frozenset(predicates), frozenset(main), frozenset(without))


def _leads(parse: Parse, token: Token) -> bool:
    """Whether the word is what the claim says: its root, or what a copula or light verb at the root says."""
    if token.dep == "ROOT":
        return True
    above = parse.head(token.i)
    return above is not None and above.dep == "ROOT" and token.dep in ("acomp", "attr", "xcomp", "oprd", "ccomp", "conj", "dobj") and token.pos != "PROPN"
