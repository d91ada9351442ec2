"""Lines of a text with their offsets, and what their shape says: wrapped by hand, or a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"\S+")
_TERMINAL = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
# What ends no line of its own: an article, or a preposition that never closes a sentence.
_OPEN = re.compile(r"(?:^|\s)(?:the|a|an|of|and|or|at|from|with|into|than|between|during|against|its|their|his)$")
_AWAITS_DAY = re.compile(r"\s(?:on|in|by|until|since|last|next|this)$")
_DAY = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)|\d{1,4})\b")
MAX_WRAP = 120
MIN_WRAP = 28
_NARROW = 56  # columns of a leaflet or of a telephone; lists and tables are as narrow


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something, trimmed: `text` stands at [start, end); `after_blank` tells of an empty line before it."""

    start: int
    end: int
    text: str
    after_blank: bool

    @property
    def words(self) -> int:
        return len(_WORD.findall(self.text))

    @property
    def terminal(self) -> bool:
        """Whether it ends as a sentence does."""
        return _TERMINAL.search(self.text) is not None


def lines_of(text: str, start: int = 0, limit: int | None = None) -> list[Line]:
    """The lines of `text` from `start` on that hold anything but white space, at most `limit`."""
    found: list[Line] = []
    at, blank = start, True
    while at <= len(text) and (limit is None or len(found) < limit):
        match = _BREAK.search(text, at)
        stop = match.start() if match else len(text)
        body = text[at:stop].strip()
        if body:
            first = text.index(body[0], at)
            found.append(Line(first, first + len(body), body, blank))
            blank = False
        else:
            blank = True
        if match is None:
            break
        at = match.end()
    return found


def wrap_width(lines: list[Line]) -> int | None:
    """The width at which the lines were wrapped by hand, None where they were not.

    Wrapped means: at least three lines follow another without a blank between, three in five of the lines before them had no room
    left for the next line's first word, and a third of those do not end as a sentence does; in a narrow column, where lists are as
    wide, half of them go on with a small letter.
    """
    if not lines:
        return None
    lengths = sorted((len(line.text) for line in lines), reverse=True)
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    # One line in fifty, and two of any text, may be longer: a heading, or a line that lost its break.
    widths = dict.fromkeys(lengths[: 1 + max(len(lines) // 50, 2 if len(lines) > 8 else 0)])
    return next((width for width in widths if MIN_WRAP <= width <= MAX_WRAP and _wrapped_at(pairs, width)), None)


def _wrapped_at(pairs: list[tuple[Line, Line]], width: int) -> bool:
    full = [a for a, b in pairs if no_room(a, b, width)]
    # Sentences of like length, one a line, leave no room either; a width cuts most sentences in the middle.
    cut = sum(not line.terminal for line in full)
    if width < _NARROW and 2 * sum(runs_on(a, b) or (not a.terminal and a.text.isupper() and b.text.isupper()) for a, b in pairs if no_room(a, b, width)) < len(full):
        return False
    return len(full) >= 3 and len(full) >= 0.6 * len(pairs) and 3 * cut >= len(full)


def runs_on(line: Line, following: Line) -> bool:
    """Whether the next line goes on with the sentence that this one leaves open: with a small letter, and no address, or behind "the", or with the day that "on" waits for."""
    if line.terminal or line.words < 3:
        return False
    if _OPEN.search(line.text) or (_AWAITS_DAY.search(line.text) and _DAY.match(following.text)):
        return True
    return following.text[0].islower() and "://" not in following.text[:8]


def no_room(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted, so that the break is the wrapping's and not the author's."""
    word = _WORD.match(following.text)
    return word is not None and len(line.text) + 1 + len(word.group()) > width - 4
