"""Reading noun phrases in a dependency parse: extent, coordination, words of quantity. Everything takes and returns token indices over the parse."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token
from onrecord.numbers import value

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"})
# "a series of attacks": how much there is.
_PARTITIVES = word_set("partitive_nouns")
# Words before a noun within which its number stands.
_PHRASE = 4
_LIST_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
_NP_STOP = frozenset({"relcl", "acl", "advcl", "ccomp", "appos", "cc", "conj", "punct", "parataxis", "preconj", "mark", "case", "meta"})


def child_of(parse: Parse, i: int, *deps: str) -> Token | None:
    for child in parse.children(i):
        if child.dep in deps:
            return child
    return None


def conjuncts(parse: Parse, i: int) -> list[int]:
    """`i` and the nominals coordinated below it, in text order."""
    found = [*([] if (other := beside(parse, i)) is None else [other]), i]
    for child in parse.children(i):
        if child.dep == "conj" and parse[child.i - 1].lower != "," and any(c.dep == "neg" and c.lower == "not" for c in parse.children(child.i)):
            continue  # "the mayor, but not his brother"
        if child.pos in NOMINAL and (child.dep == "conj" or (child.dep == "appos" and _listed(parse, i, child.i))):
            found += conjuncts(parse, child.i)
    return found


def beside(parse: Parse, i: int) -> int | None:
    """The noun coordinated with `i` that the parser takes for a modifier of it: "the government and communist rebels" has two nouns."""
    for child in parse.children(i):
        if child.dep == "nmod" and child.pos == "NOUN" and child_of(parse, child.i, "cc") is not None:
            inner = child_of(parse, child.i, "conj")
            if inner is not None and inner.pos == "ADJ" and child.i < inner.i < i:
                return child.i
    return None


def _listed(parse: Parse, i: int, other: int) -> bool:
    """Whether an apposition is the next item of a list: "five Poles, two Danes and a Swede", where each item is counted."""

    def counted(at: int) -> bool:
        return any(c.dep == "nummod" or (c.dep == "det" and c.lower in ("a", "an")) for c in parse.children(at))

    counts = any(c.dep == "nummod" for c in parse.children(i)) or parse[i].dep == "appos"
    second = next((c.i for c in parse.children(other) if c.dep == "conj"), None)
    if second is not None and told_apart(parse.tokens, i, other, second):
        return False
    return counts and counted(i) and counted(other) and parse[i].tag in _LIST_TAGS and parse[other].tag in _LIST_TAGS


def told_apart(tokens: Sequence[Token], whole: int, one: int, other: int) -> bool:
    """ "three men, two Ukrainians and a Pole": the two and the one are the three. Not "two coastguards, one net, and a treaty", a row of things with its own comma, nor "nine deputies, two judges, three
    traders and an unknown number of guards"."""
    several = _many(tokens, whole), _many(tokens, one), _many(tokens, other)
    if None in several or sum(n or 0 for n in several[1:]) != several[0] or tokens[other].lower in ("number", "handful", "couple") or tokens[whole].dep in ("conj", "appos"):
        return False
    return tokens[whole].tag == "NNS" and tokens[whole].text.islower() and not any(t.text == "," for t in tokens[one:other]) and not any(t.head == other and t.dep == "conj" for t in tokens[other : other + _PHRASE])


def _many(tokens: Sequence[Token], at: int) -> int | None:
    """How many a noun is told of: its number, one with an article."""
    before = [t for t in tokens[max(0, at - _PHRASE) : at] if t.head == at]
    number = next((t for t in before if t.dep == "nummod"), None)
    return value([number.lower]) if number is not None else 1 if any(t.lower in ("a", "an") for t in before) else None


def first_conjunct(parse: Parse, i: int) -> int:
    """The head of the coordination that `i` is in (`i` itself where there is none)."""
    at = i
    while parse[at].dep == "conj" and parse[at].head != at:
        at = parse[at].head
    return at


def whole(parse: Parse, noun: int) -> int:
    """The noun that tells only how much of `noun` there is, through coordination: "series" for the attacks in "a series of attacks"; else `noun`."""
    at = first_conjunct(parse, noun)
    for _ in range(3):
        prep = parse.head(at)
        part = parse.head(prep.i) if prep is not None and prep.dep == "prep" and prep.lower in ("of", "in") and parse[at].dep == "pobj" else None
        if prep is None or part is None or not (part.lemma in _PARTITIVES if prep.lower == "of" else part.pos == "NUM"):
            # "a series of strikes", "$20 million in aid"
            break
        at = first_conjunct(parse, part.i)
    return at


def noun_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """Tokens [first, last) of the noun phrase of `head`: its left modifiers and short prepositional complements, no clauses.

    Coordination and apposition are left out, so each conjunct has a phrase of its own.
    """
    first = last = head
    other = beside(parse, head)
    for child in parse.children(head):
        if child.i == other or child.dep in _NP_STOP or child.dep == "neg" or (child.dep == "advmod" and child.i > head):
            continue
        if child.dep == "prep" and child.lower not in ("of", "for"):
            continue
        if child.dep == "npadvmod" and child.i + 1 < head and parse[child.i + 1].text == ",":
            continue  # "Last week, the government, which ...": when, not who
        sub = _plain_subtree(parse, child.i)
        if not sub:
            continue
        first, last = min(first, sub[0]), max(last, sub[-1])
    return first, last + 1


def _plain_subtree(parse: Parse, i: int) -> list[int]:
    found = [i]
    for child in parse.children(i):
        if child.dep in ("relcl", "acl", "advcl", "ccomp", "appos", "parataxis"):
            continue
        if child.dep == "punct" and child.text not in ("-", "'", "’", "&", "/", "."):
            continue
        found += _plain_subtree(parse, child.i)
    return sorted(found)


def core_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """Tokens [first, last) of the head and its left modifiers without determiners and possessors: the words that name it."""
    first = head
    other = beside(parse, head)
    for child in parse.children(head):
        if child.i < head and child.i != other and child.dep in ("compound", "amod", "nmod", "nummod", "punct", "poss") and child.pos != "DET":
            sub = [t for t in _plain_subtree(parse, child.i) if t < head]
            if sub:
                first = min(first, sub[0])
    return first, head + 1


def modified(parse: Parse, noun: int) -> Token | None:
    """The noun that `noun` stands before as a mere modifier ("truce" in "truce process"); None where it heads its phrase."""
    at = first_conjunct(parse, noun)
    head = parse.head(at)
    return head if head is not None and parse[at].dep in ("compound", "nmod", "amod") and head.pos in ("NOUN", "PROPN") and head.i > at else None
