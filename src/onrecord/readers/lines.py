"""Lines of a text with their offsets, and what their shape says: wrapped by hand, or a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"\S+")
_TERMINAL = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
MAX_WRAP = 120
MIN_WRAP = 40


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
    left for the next line's first word, and a third of those do not end as a sentence does.
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
    return len(full) >= 3 and len(full) >= 0.6 * len(pairs) and 3 * cut >= len(full)


def no_room(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted, so that the break is the wrapping's and not the author's."""
    word = _WORD.match(following.text)
    return word is not None and len(line.text) + 1 + len(word.group()) > width - 4
