"""Text that stands twice: a body pasted again, repeated paragraphs, a pull quote out of the body. Nothing that differs is lost.

A passage goes only where another passage says all of it: the same words, or the same but for articles and a letter more or less
in a long plain word. A paragraph with another number, name or negation is kept, and the record says that two paragraphs differ.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
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
_STOP = re.compile(r"[.!?…\n]")
_QUOTING = re.compile(r"[\"“”‘«»]|(?<!\w)'|'(?!\w)")
_TEASER = re.compile(r"(?:…|\.\.\.)[\])]?$")
_MIN_TOKENS = 8
_MAX_COMPARED = 2_000
_RUN_TOKENS = 30
_LONG_RUN = 100
_SEED = 12
_SHINGLE = 4
_POSTINGS = 4
_NEAR = 0.9
_ALIKE = 0.75
_SHARED = 0.35
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
    gone, differing = _repeated_lines(text, units)
    gone |= _neighbours(units, gone)
    edits = _line_removals(text, units, gone)
    edits += _run_removals(text, units, set(gone))
    return sorted(edits), differing


def _repeated_lines(text: str, units: list[_Unit]) -> tuple[dict[int, tuple[int, str]], list[Differing]]:
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
        drop, words = _compare(text, units[first], units[second])
        if drop == "second":
            gone[second] = (first, _rule(units[second], units[first]))
        elif drop == "first":
            gone[first] = (second, _rule(units[first], units[second]))
        elif words:
            differing.append(Differing(_extent(units[first]), _extent(units[second]), words))
    return gone, differing


def _rule(dropped: _Unit, kept: _Unit) -> str:
    return "near_paragraph" if len(dropped.tokens) >= _NEAR * len(kept.tokens) else "contained"


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
            if common >= _SHARED * smaller:
                pairs.append((other, at))
    return pairs


def _compare(text: str, first: _Unit, second: _Unit) -> tuple[str, tuple[str, ...]]:
    """Which of two lines may go (`first`, `second` or ''), and, where both stay although nearly equal, the words that differ."""
    if len(second.tokens) < len(first.tokens) and _contains(text, first, second):
        return "second", ()
    if len(first.tokens) < len(second.tokens) and _contains(text, second, first):
        return "first", ()
    if max(len(first.tokens), len(second.tokens)) > _MAX_COMPARED:
        return "", ()
    similarity = Indel.normalized_similarity(first.tokens, second.tokens)
    if similarity < _ALIKE:
        return "", ()
    words = _difference(first.tokens, second.tokens)
    if not words:
        return "second", ()
    return "", words[:8] if similarity >= _NEAR else ()


def _contains(text: str, longer: _Unit, shorter: _Unit) -> bool:
    """Whether the shorter line stands in the longer as whole sentences (or as a teaser cut off with an ellipsis).

    Part of a sentence is not enough: "The army attacked" says what "Officials denied that the army attacked" does not.
    """
    width = len(shorter.tokens)
    teaser = _TEASER.search(shorter.line.text) is not None
    for k in range(len(longer.tokens) - width + 1):
        if longer.tokens[k] != shorter.tokens[0] or longer.tokens[k : k + width] != shorter.tokens:
            continue
        if _border(text, longer.offsets, k) and (teaser or _border(text, longer.offsets, k + width)):
            return True
    return False


def _border(text: str, offsets: Sequence[tuple[int, int]], k: int) -> bool:
    """Whether a sentence may start at token `k`: a stop, a line break or nothing stands before it."""
    if k == 0 or k == len(offsets):
        return True
    return _STOP.search(text, offsets[k - 1][1], offsets[k][0]) is not None


def _difference(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """The telling words that only one of two token sequences has, at their places."""
    words: list[str] = []
    for op in Levenshtein.opcodes(first, second):
        if op.tag == "equal":
            continue
        left, right = list(first[op.src_start : op.src_end]), list(second[op.dest_start : op.dest_end])
        if len(left) == len(right):
            kept = [(a, b) for a, b in zip(left, right, strict=True) if not _misspelt(a, b)]
            left, right = [a for a, _ in kept], [b for _, b in kept]
        words += [word for word in (*left, *right) if word not in _ignorable()]
    return tuple(dict.fromkeys(words))


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
        start = max(start, edits[-1].end if edits else 0)
        edits.append(Edit(start, end, "", KIND, gone[at][1]))
    return edits


def _run_removals(text: str, units: list[_Unit], gone: set[int]) -> list[Edit]:
    """Runs of words that stood before, whatever the line breaks: the whole sentences inside them go.

    This finds a body pasted again into one line, or with other line breaks.
    """
    kept = [at for at in range(len(units)) if at not in gone]
    tokens = [token for at in kept for token in units[at].tokens]
    offsets = [span for at in kept for span in units[at].offsets]
    starts = [unit.line.start for unit in units]
    edits: list[Edit] = []
    for run in _runs(tokens):
        begin, end = offsets[run.start][0], offsets[run.start + run.length - 1][1]
        for at in range(max(0, bisect_right(starts, begin) - 1), len(units)):
            if units[at].line.start >= end:
                break
            if at not in gone:
                edits += _sentences_within(text, units, at, run, offsets)
    return edits


@dataclass(frozen=True, slots=True)
class _Run:
    """`length` tokens from `start` on that repeat those from `other` on."""

    start: int
    other: int
    length: int


def _runs(tokens: list[str]) -> list[_Run]:
    """Runs of at least `_RUN_TOKENS` tokens that repeat an earlier run without overlapping it; left to right."""
    seen: dict[tuple[str, ...], int] = {}
    runs: list[_Run] = []
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
            runs.append(_Run(at, other, length))
            at += length
        else:
            at += 1
    return runs


def _sentences_within(text: str, units: list[_Unit], at: int, run: _Run, offsets: list[tuple[int, int]]) -> list[Edit]:
    """The removal of one line's whole sentences inside a run whose earlier copy has sentence borders there too.

    A line that goes whole takes the break before it along.
    """
    line = units[at].line
    borders = [line.start, *(m.end() for m in _SENTENCE.finditer(text, line.start, line.end)), line.end]
    inner: list[tuple[int, int]] = []
    for start, end in pairwise(borders):
        first, last = bisect_left(offsets, (start, 0)), bisect_left(offsets, (end, 0))
        shift = run.other - run.start
        inside = run.start <= first < last <= run.start + run.length
        if inside and _border(text, offsets, first + shift) and _border(text, offsets, last + shift):
            inner.append((start, end))
    whole = len(inner) == len(borders) - 1
    if not whole:
        inner = _safe_part(text, inner)
    edits: list[Edit] = []
    for start, end in inner:
        if edits and edits[-1].end == start:
            edits[-1] = Edit(edits[-1].start, end, "", KIND, "run")
        else:
            edits.append(Edit(start, end, "", KIND, "run"))
    return [Edit(units[at - 1].line.end, line.end, "", KIND, "run")] if at and whole else edits


def _safe_part(text: str, inner: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences that may go out of the middle of a paragraph: two or more of some length, and a long stretch where they quote.

    One sentence said again may be a refrain, and a quotation said again may have another speaker.
    """
    words = [_TOKEN.findall(text, start, end) for start, end in inner]
    count = sum(map(len, words))
    quoting = any(_QUOTING.search(text, start, end) for start, end in inner)
    return inner if len(inner) > 1 and count >= (_LONG_RUN if quoting else _RUN_TOKENS) else []
