"""attributions, recordings: speech that a transcript sets between "(begin recording)" and "(end recording)", with its speaker's name in brackets.

Monitors of broadcasts mark speech so, with round or square brackets and no quotation marks. Pure functions over the clean text; offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BEGIN = re.compile(r"[(\[]\s*begin\s+(?:[\w-]+\s+){0,2}recording\s*[)\]]", re.IGNORECASE)
END = re.compile(r"[(\[]\s*end\s+(?:[\w-]+\s+){0,2}recording\s*[)\]]", re.IGNORECASE)
_LABEL = re.compile(r"\s*[(\[]([^()\[\]\d]{2,80})[)\]]\s*")
# Brackets that tell of the recording, not of its speaker.
NO_SPEAKER = re.compile(r"\b(?:indistinct|omitted|inaudible|passage|words?|applause|laughter|break|video|in progress)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recording:
    """One recorded speech: its opening mark, the speaker's label without brackets (None where there is none), and its words."""

    mark: tuple[int, int]
    speaker: tuple[int, int] | None
    words: tuple[int, int]


def recordings(text: str) -> Iterator[Recording]:
    """The recordings of a text, in order; one that nothing ends runs to the next opening mark or the end of the text."""
    marks = list(BEGIN.finditer(text))
    for number, mark in enumerate(marks):
        limit = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        end = END.search(text, mark.end(), limit)
        start, stop, speaker = mark.end(), end.start() if end is not None else limit, None
        label = _LABEL.match(text, start, stop)
        if label is not None and not NO_SPEAKER.search(label[1]):
            speaker, start = label.span(1), label.end()
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        while start < stop and text[start].isspace():
            start += 1
        if any(c.isalpha() for c in text[start:stop]):
            yield Recording(mark.span(), speaker, (start, stop))
