"""When two marks mean the same thing, and who goes with whom. One set of rules for coder against gold and for annotator against annotator.

trigger    the trigger words overlap in at least one mention
source     both are the outlet, or both unnamed, or they share a head: the last word of a noun phrase before what is hung on it; phrases beside each other
           ("the prosecutor, Ana Berrin") have a head each. The same capitalised head at two places is the same source
passage    (questions, claims, authorities) the shared code points are at least three tenths of the joint ones, or one lies wholly inside the other
pairing    one to one, the best score first, ties in text order
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from onrecord.evaluate.annotation import Marks
from onrecord.lexicon.tables import word_set

A = TypeVar("A")
B = TypeVar("B")
MIN_SHARED = 0.3
_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")
_JOINT = re.compile(r"[,;:()\[\]\n\"“”]|\s[-–—]+\s|—")
_POSSESSIVE = re.compile(r"['’]s?$")


def shared(one: Marks, other: Marks) -> float:
    """Shared code points of two marks over joint ones, 0 to 1."""
    first, second = _points(one), _points(other)
    joint = len(first | second)
    return len(first & second) / joint if joint else 0.0


def passage(one: Marks, other: Marks) -> float:
    """How well two passages meet, 0 where they do not; above 0 and at most 1 where they do."""
    first, second = _points(one), _points(other)
    both = len(first & second)
    if not both:
        return 0.0
    joint = both / len(first | second)
    return joint if joint >= MIN_SHARED or both == min(len(first), len(second)) else 0.0


def trigger(one: Sequence[Marks], other: Sequence[Marks]) -> float:
    """How well two events' mentions meet: the best overlap of a trigger with a trigger, 0 to 1, and a little more for each further one."""
    overlaps = [max((shared(a, b) for b in other), default=0.0) for a in one]
    hit = [o for o in overlaps if o > 0]
    return max(hit) + 0.01 * (len(hit) - 1) if hit else 0.0


def heads(marks: Marks, text: str) -> frozenset[tuple[int, int]]:
    """The head words of a source's marks, as offsets; all of a mark's words where none of them can be a head."""
    stops = word_set("after_source_heads")
    found: set[tuple[int, int]] = set()
    for start, end in marks:
        at, headless = start, True
        for joint in [*_JOINT.finditer(text, start, end), None]:
            stop = joint.start() if joint else end
            head: re.Match[str] | None = None
            for word in _WORD.finditer(text, at, stop):
                if word.group().lower() in stops:
                    break
                head = word
            if head is not None:
                found.add((head.start(), head.end()))
                headless = False
            at = joint.end() if joint else end
        if headless:
            found.add((start, end))
    return frozenset(found)


def source(one: Marks | None, other: Marks | None, text: str) -> bool:
    """Whether two sources are the same: None is the outlet, () one that is not named."""
    if not one or not other:
        return (one is None) == (other is None) and not one and not other
    first, second = heads(one, text), heads(other, text)
    if any(a[0] < b[1] and b[0] < a[1] for a in first for b in second):
        return True
    return bool(_names(first, text) & _names(second, text))


def pairs(one: Sequence[A], other: Sequence[B], value: Callable[[A, B], float]) -> list[tuple[int, int]]:
    """One-to-one pairs of positions whose value is above 0, the best first."""
    scored = ((value(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other))
    return take(s for s in scored if s[0] > 0)


def take(scored: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Pairs of scored candidates, best first, each position once; in order of the first position."""
    left: set[int] = set()
    right: set[int] = set()
    taken: list[tuple[int, int]] = []
    for _, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            taken.append((i, j))
    return sorted(taken)


def _points(marks: Marks) -> set[int]:
    return {k for start, end in marks for k in range(start, end)}


def _names(found: Iterable[tuple[int, int]], text: str) -> set[str]:
    """Capitalised heads, which name the same thing wherever they stand; a capital that only opens a sentence counts too where both have it."""
    words = (_POSSESSIVE.sub("", text[start:end]) for start, end in found)
    return {word for word in words if word[:1].isupper() and len(word) > 1 and word.lower() not in word_set("pronoun_sources")}
