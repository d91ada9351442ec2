"""parse: headlines of two lines that a semicolon parts, each read as one of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.model.parse import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Repairs the tree of one line, tokens [first, last), in place.
Reader = Callable[[list[Token], int, int], None]


def two_lines(tokens: list[Token], first: int, last: int, read: Reader) -> int | None:
    """Repairs both lines of tokens [first, last) in place, the second with `read`; where the first ends, None where there are not two. Cost: linear in the tokens."""
    mark = _second_line(tokens, first, last)
    if mark is None:
        return _without_verb(tokens, first, last, read)
    _read_second(tokens, mark, last, read)
    return mark


def _second_line(tokens: list[Token], first: int, last: int) -> int | None:
    """The mark between two lines: "Orlan says nine rebels killed; Sool denies role". The parser hangs the first below the second; each has a subject and a verb of its own.
    None where it is no such line."""
    mark = next((i for i in range(first + 3, last - 2) if tokens[i].text == ";"), None)
    if mark is None:
        return None
    verbs = [next((t for t in part if t.tag in ("VBZ", "VBP", "VBD") and t.pos == "VERB" and any(s.head == t.i and s.dep == "nsubj" and s.i < t.i for s in part)), None) for part in (tokens[first:mark], tokens[mark + 1 : last])]
    one, two = verbs
    if one is None:
        return None
    if two is not None and two.head == two.i and one.dep in ("ccomp", "advcl", "parataxis", "dep") and one.head == two.i:
        tokens[one.i] = replace(one, dep="ROOT", head=one.i)
        tokens[two.i] = replace(two, dep="conj", head=one.i)
        tokens[mark] = replace(tokens[mark], head=one.i)
    return mark if tokens[one.i].head == one.i else None


def _read_second(tokens: list[Token], mark: int, last: int, read: Reader) -> None:
    """Repairs the second of two lines as one of its own, and hangs it where it hung."""
    top = next((t for t in tokens[mark + 1 : last] if not mark < t.head < last), None)
    if top is not None:
        tokens[top.i] = replace(top, dep="ROOT", head=top.i)
        read(tokens, mark + 1, last)
        _hang(tokens, mark + 1, last, top.dep, top.head)


def _hang(tokens: list[Token], first: int, last: int, dep: str, head: int) -> int:
    """Hangs the roots of a line by this relation, its verb first; the verb's place."""
    roots = [t for t in tokens[first:last] if t.head == t.i]
    main = next((t for t in roots if t.pos == "VERB"), roots[0])
    for t in roots:
        tokens[t.i] = replace(t, dep=dep, head=head) if t.i == main.i else replace(t, dep="dep", head=main.i)
    return main.i


def _without_verb(tokens: list[Token], first: int, last: int, read: Reader) -> int | None:
    """ "Police arrest mayor; rebels shell village": the parser finds no verb before the semicolon. Each line is read alone; the mark, where the first has a verb now."""
    marks = [i for i in range(first + 3, last - 2) if tokens[i].text == ";"]
    if len(marks) != 1 or any(t.tag in _FINITE for t in tokens[first : marks[0]]):
        return None
    given = tokens[first:last]
    for a, b in ((first, marks[0]), (marks[0] + 1, last)):
        for t in tokens[a:b]:
            if not a <= t.head < b:
                tokens[t.i] = replace(t, dep="ROOT", head=t.i)
        read(tokens, a, b)
    one = next((t.i for t in tokens[first : marks[0]] if t.tag in _FINITE and t.head == t.i), None)
    if one is None:
        tokens[first:last] = given
        return None
    _hang(tokens, first, marks[0], "ROOT", one)
    _hang(tokens, marks[0] + 1, last, "parataxis", one)
    tokens[marks[0]] = replace(tokens[marks[0]], dep="punct", head=one)
    return marks[0]
