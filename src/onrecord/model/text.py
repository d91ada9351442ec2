"""Cleaned text with a replayable list of edits and an offset map back to the received text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.errors import RecordError
from onrecord.model.span import Span, Spans


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """`raw[start:end]` reads `replacement` in the clean text. `kind`: mojibake | repeat | boilerplate | space | ..."""

    start: int
    end: int
    replacement: str
    kind: str
    rule: str


def replay(raw: str, edits: Iterable[Edit]) -> str:
    """The clean text: `raw` with the edits applied. Edits must be sorted and must not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        if edit.start < at or edit.end < edit.start or edit.end > len(raw):
            raise RecordError(f"edit {edit.start}:{edit.end} overlaps another or lies outside the text")
        pieces += [raw[at : edit.start], edit.replacement]
        at = edit.end
    pieces.append(raw[at:])
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class CleanText:
    """The clean text over its raw text. All stages count offsets in `text`; `spans` turns them into record spans."""

    raw: str
    edits: tuple[Edit, ...] = ()
    text: str = field(init=False)
    _clean_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", replay(self.raw, self.edits))
        starts: list[int] = []
        shift = 0
        for edit in self.edits:
            starts.append(edit.start + shift)
            shift += len(edit.replacement) - (edit.end - edit.start)
        object.__setattr__(self, "_clean_starts", tuple(starts))

    def _raw_offset(self, clean: int, as_end: bool) -> int:
        """The raw offset of a clean one; inside a replacement an end maps to its end, a start to its start.

        At the border of a pure removal a start lies behind it and an end before it.
        """
        k = bisect_right(self._clean_starts, clean) - 1
        if as_end:
            while k >= 0 and self._clean_starts[k] >= clean:
                k -= 1
        if k < 0:
            return clean
        edit = self.edits[k]
        inside = clean - self._clean_starts[k]
        if as_end:
            return edit.end if inside <= len(edit.replacement) else edit.end + inside - len(edit.replacement)
        if inside < len(edit.replacement):
            return edit.start
        return edit.end + inside - len(edit.replacement)

    def spans(self, start: int, end: int) -> Spans:
        """Record spans of clean offsets [start, end): several where a removed passage lies between.

        Raises RecordError where the range is empty or outside the clean text.
        """
        if not 0 <= start < end <= len(self.text):
            raise RecordError(f"clean range {start}:{end} lies outside the clean text of {len(self.text)} code points")
        made: list[Span] = []
        at = start
        for k in range(bisect_right(self._clean_starts, start), len(self.edits)):
            cut = self._clean_starts[k]
            if cut >= end:
                break
            if not self.edits[k].replacement and cut > at and self.edits[k].kind in ("repeat", "boilerplate"):
                made.append(self._piece(at, cut))
                at = cut
        made.append(self._piece(at, end))
        return tuple(made)

    def _piece(self, start: int, end: int) -> Span:
        return Span.of(self.raw, self._raw_offset(start, False), self._raw_offset(end, True), self.text[start:end])
