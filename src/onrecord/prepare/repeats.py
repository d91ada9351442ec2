"""Text that stands twice: a body pasted again, repeated paragraphs, a pull quote out of the body. Nothing that differs is lost.

A passage goes only where another passage says all of it: the same words, or the same but for articles and a letter more or less
in a long plain word. A paragraph with another number, name or negation is kept, and the record says that two paragraphs differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel, Levenshtein

from onrecord.lexicon.tables import read_terms, resource
from onrecord.model.text import Edit
from onrecord.readers.lines import Line, lines_of

KIND = "repeat"

_TOKEN = re.compile(r"\d[\d.,:]*\d|[^\W_]+(?:['’‘][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_])")
_MIN_TOKENS = 8
_RUN_TOKENS = 30
_SEED = 12
_SHINGLE = 5
_POSTINGS = 4
_NEAR = 0.9
_LONG_WORD = 6


@dataclass(frozen=True, slots=True)
class Differing:
    """Two nearly equal paragraphs, both kept: clean-text offsets and words that only one of them has."""

    first: tuple[int, int]
    second: tuple[int, int]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A line with its tokens (lower case) and their offsets."""

    line: Line
    tokens: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...]


@lru_cache(maxsize=1)
def _ignorable() -> frozenset[str]:
    return read_terms(resource("prepare", "repeat_ignorable.txt"))


def _units(text: str) -> list[_Unit]:
    units: list[_Unit] = []
    for line in lines_of(text):
        found = [(m.group().replace("’", "'").replace("‘", "'").casefold(), m.span()) for m in _TOKEN.finditer(text, line.start, line.end)]
        units.append(_Unit(line, tuple(token for token, _ in found), tuple(span for _, span in found)))
    return units


def repeat_edits(text: str) -> tuple[list[Edit], list[Differing]]:
    """Removals in text order, and the pairs of paragraphs that look alike but differ. Near linear in the text's length."""
    units = _units(text)
    gone, differing = _repeated_lines(units)
    gone |= _neighbours(units, gone)
    edits = _line_removals(text, units, gone)
    edits += _run_removals(text, units, set(gone))
    return sorted(edits), differing


def _repeated_lines(units: list[_Unit]) -> tuple[dict[int, tuple[int, str]], list[Differing]]:
    """For each line that another says in full: that other line and the rule."""
    gone: dict[int, tuple[int, str]] = {}
    seen: dict[tuple[str, ...], int] = {}
    for at, unit in enumerate(units):
        if len(unit.tokens) < _MIN_TOKENS:
            continue
        first = seen.setdefault(unit.tokens, at)
        if first != at:
            gone[at] = (first, "paragraph")
    differing: list[Differing] = []
    for first, second in _alike(units, gone):
        if first in gone or second in gone:
            continue
        drop, words = _compare(units[first], units[second])
        if drop == "second":
            gone[second] = (first, "near_paragraph" if len(units[second].tokens) >= _NEAR * len(units[first].tokens) else "contained")
        elif drop == "first":
            gone[first] = (second, "near_paragraph" if len(units[first].tokens) >= _NEAR * len(units[second].tokens) else "contained")
        elif words:
            differing.append(Differing(_extent(units[first]), _extent(units[second]), words))
    return gone, differing


def _extent(unit: _Unit) -> tuple[int, int]:
    return unit.line.start, unit.line.end


def _alike(units: list[_Unit], gone: dict[int, tuple[int, str]]) -> list[tuple[int, int]]:
    """Pairs of lines (earlier, later) that share most shingles of the shorter one, by order of the later."""
    postings: dict[tuple[str, ...], list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for at, unit in enumerate(units):
        count = len(unit.tokens) - _SHINGLE + 1
        if at in gone or len(unit.tokens) < _MIN_TOKENS:
            continue
        shared: Counter[int] = Counter()
        for k in range(count):
            held = postings.setdefault(unit.tokens[k : k + _SHINGLE], [])
            shared.update({other for other in held if other != at})
            if len(held) < _POSTINGS and (not held or held[-1] != at):
                held.append(at)
        for other, common in shared.most_common(3):
            smaller = min(count, len(units[other].tokens) - _SHINGLE + 1)
            if common >= 0.5 * smaller:
                pairs.append((other, at))
    return pairs


def _compare(first: _Unit, second: _Unit) -> tuple[str, tuple[str, ...]]:
    """Which of two lines may go (`first`, `second` or ''), and, where both stay although nearly equal, the words that differ."""
    if len(second.tokens) < len(first.tokens) and _contains(first.tokens, second.tokens):
        return "second", ()
    if len(first.tokens) < len(second.tokens) and _contains(second.tokens, first.tokens):
        return "first", ()
    if Indel.normalized_similarity(first.tokens, second.tokens) < _NEAR:
        return "", ()
    only_first, only_second = _difference(first.tokens, second.tokens)
    if not only_second:
        return "second", ()
    if not only_first:
        return "first", ()
    return "", tuple(dict.fromkeys((*only_first, *only_second)))[:8]


def _contains(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether the shorter sequence stands whole and unbroken in the longer one."""
    width = len(shorter)
    return any(longer[k] == shorter[0] and longer[k : k + width] == shorter for k in range(len(longer) - width + 1))


def _difference(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The telling words that only one of two token sequences has, at their places."""
    only_first: list[str] = []
    only_second: list[str] = []
    for op in Levenshtein.opcodes(first, second):
        if op.tag == "equal":
            continue
        left, right = list(first[op.src_start : op.src_end]), list(second[op.dest_start : op.dest_end])
        if len(left) == len(right):
            kept = [(a, b) for a, b in zip(left, right, strict=True) if not _misspelt(a, b)]
            left, right = [a for a, _ in kept], [b for _, b in kept]
        only_first += [word for word in left if word not in _ignorable()]
        only_second += [word for word in right if word not in _ignorable()]
    return only_first, only_second


def _misspelt(first: str, second: str) -> bool:
    """Whether two long plain words differ by one letter left out (not the first): a slip of the keyboard, not another word."""
    if min(len(first), len(second)) < _LONG_WORD or not (first.isalpha() and second.isalpha()) or first[0] != second[0]:
        return False
    return len(first) != len(second) and Indel.distance(first, second) == 1


def _neighbours(units: list[_Unit], gone: dict[int, tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """Short lines inside a repeated block (subheads, one-word lines): gone where they continue the block on both texts."""
    added: dict[int, tuple[int, str]] = {}
    for step in (1, -1):
        order = range(len(units)) if step == 1 else range(len(units) - 1, -1, -1)
        for at in order:
            near = at - step
            known = gone.get(near) or added.get(near)
            if at in gone or at in added or known is None or not units[at].tokens:
                continue
            other = known[0] + step
            if known[1] == "contained" or not 0 <= other < len(units) or other == at or other in gone or other in added:
                continue
            if len(units[at].tokens) < _MIN_TOKENS and units[at].tokens == units[other].tokens:
                added[at] = (other, "block")
    return added


def _line_removals(text: str, units: list[_Unit], gone: dict[int, tuple[int, str]]) -> list[Edit]:
    """A removed line takes the break and blanks before it along; neighbouring removals stay separate edits that touch."""
    edits: list[Edit] = []
    for at in sorted(gone):
        start = units[at - 1].line.end if at else 0
        end = units[at].line.end
        if at == 0 and len(units) > 1:
            end = units[1].line.start
        edits.append(Edit(start, end, "", KIND, gone[at][1]))
    return edits


def _run_removals(text: str, units: list[_Unit], gone: set[int]) -> list[Edit]:
    """Runs of words that stood before, whatever the line breaks: whole sentences inside them go.

    This finds a body pasted again into one line, or with other line breaks.
    """
    tokens: list[str] = []
    offsets: list[tuple[int, int]] = []
    for at, unit in enumerate(units):
        if at not in gone:
            tokens += unit.tokens
            offsets += unit.offsets
    edits: list[Edit] = []
    for start, length in _runs(tokens):
        edits += _sentences_within(text, offsets[start][0], offsets[start + length - 1][1], units, gone)
    return edits


def _runs(tokens: list[str]) -> list[tuple[int, int]]:
    """(start, length) of runs of at least `_RUN_TOKENS` tokens that repeat an earlier, not overlapping run; left to right."""
    seen: dict[tuple[str, ...], int] = {}
    runs: list[tuple[int, int]] = []
    at = 0
    while at + _SEED <= len(tokens):
        seed = tuple(tokens[at : at + _SEED])
        other = seen.setdefault(seed, at)
        if other + _SEED > at:
            at += 1
            continue
        length = _SEED
        while at + length < len(tokens) and other + length < at and tokens[at + length] == tokens[other + length]:
            length += 1
        if length >= _RUN_TOKENS:
            runs.append((at, length))
            at += length
        else:
            at += 1
    return runs


def _sentences_within(text: str, start: int, end: int, units: list[_Unit], gone: set[int]) -> list[Edit]:
    """Removals of the whole sentences between two offsets, one a line; a line that goes whole takes its break along."""
    edits: list[Edit] = []
    for before, unit in pairwise([None, *units]):
        if unit is None or unit.line.end <= start or unit.line.start >= end:
            continue
        borders = [unit.line.start, *(m.end() for m in _SENTENCE.finditer(text, unit.line.start, unit.line.end)), unit.line.end]
        inner = [(a, b) for a, b in pairwise(borders) if a >= start - 2 and _last_word_end(text, a, b) <= end]
        if not inner:
            continue
        first, last = inner[0][0], inner[-1][1]
        if first == unit.line.start and last == unit.line.end and before is not None:
            first = before.line.end
        edits.append(Edit(first, last, "", KIND, "run"))
    return edits


def _last_word_end(text: str, start: int, end: int) -> int:
    """Where the last word in a stretch of text ends: trailing punctuation belongs to the sentence but is no token."""
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return end
