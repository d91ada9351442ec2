"""parse: an object told behind the day of another, whose verb is not told again: "attacked Bria on Monday and | Bouar on Tuesday". The small parser joins it to the day."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model.parse import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_WHEN = frozenset({"on", "in", "at"})
_DATED = frozenset({"DATE", "TIME"})
_OWN = frozenset({"ADJ", "NOUN", "PROPN", "DET", "NUM"})


def gapping(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place: the second object hangs beside the first, and its day on the verb. Cost: linear in the tokens, times the sentence for each
    joined noun."""
    for i in range(first, last):
        noun = tokens[i]
        if noun.dep != "conj" or noun.pos not in _NOUNS or noun.ent in _DATED or not _behind_and(tokens, first, i):
            continue
        above = tokens[noun.head]
        if above.pos == "VERB":
            verb = above
        elif above.ent in _DATED and above.dep == "pobj" and tokens[above.head].lower in _WHEN:
            verb = _verb_over(tokens, above.head)
        else:
            continue
        own = [t for t in tokens[first:last] if t.head == verb.i]
        thing = next((t for t in own if t.dep == "dobj" and t.pos in _NOUNS and verb.i < t.i < i), None)
        day = _day(tokens, first, last, verb.i, i)
        if thing is None or day is None or not any(_when(tokens, t, first, last) and thing.i < t.i < i for t in tokens[first:last]):
            continue
        tokens[i] = replace(noun, head=thing.i)
        tokens[day] = replace(tokens[day], head=verb.i)


def _behind_and(tokens: list[Token], first: int, i: int) -> bool:
    start = i
    while start > first and tokens[start - 1].pos in _OWN and tokens[start - 1].ent not in _DATED:
        start -= 1
    return start - 1 > first and tokens[start - 1].lower in ("and", "but", ",")


def _verb_over(tokens: list[Token], prep: int) -> Token:
    """The verb that a day hangs on, by itself or by a noun before it."""
    at = tokens[tokens[prep].head]
    while at.pos != "VERB" and at.head != at.i:
        at = tokens[at.head]
    return at


def _when(tokens: list[Token], prep: Token, first: int, last: int) -> bool:
    return prep.dep == "prep" and prep.lower in _WHEN and any(t.head == prep.i and t.dep == "pobj" and t.ent in _DATED for t in tokens[prep.i + 1 : last])


def _day(tokens: list[Token], first: int, last: int, verb: int, noun: int) -> int | None:
    """The preposition of the day behind the second object, with no other verb between."""
    for t in tokens[noun + 1 : last]:
        if t.pos == "VERB" or t.text in (";", ":"):
            return None
        if _when(tokens, t, first, last):
            return t.i if t.head in (verb, noun) or tokens[t.head].pos in _NOUNS else None
    return None
