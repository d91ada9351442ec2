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
        """Record spans of clean offsets [start, end) in text order: several where a removed passage lies between.

        A span's quote is raw, its `clean` the repaired wording where that differs. Raises RecordError where the range is empty
        or outside the clean text.
        """
        if not 0 <= start < end <= len(self.text):
            raise RecordError(f"clean range {start}:{end} lies outside the clean text of {len(self.text)} code points")
        pieces: list[tuple[int, int]] = []
        at = start
        for k in range(bisect_right(self._clean_starts, start), len(self.edits)):
            cut = self._clean_starts[k]
            if cut >= end:
                break
            if not self.edits[k].replacement and cut > at and self.edits[k].kind in ("repeat", "boilerplate"):
                pieces.append((at, cut))
                at = cut
        pieces.append((at, end))
        # Blanks beside a removed passage are no words of the thing quoted.
        worded = [piece for piece in map(self._trimmed, pieces) if piece] if len(pieces) > 1 else pieces
        return tuple(self._piece(a, b) for a, b in worded or [(start, end)])

    def _trimmed(self, piece: tuple[int, int]) -> tuple[int, int] | None:
        words = self.text[slice(*piece)]
        if not words.strip():
            return None
        return piece[0] + len(words) - len(words.lstrip()), piece[1] - (len(words) - len(words.rstrip()))

    def clean_offset(self, raw: int) -> int:
        """The clean offset of a raw one; inside an edit it is that edit's start in the clean text."""
        k = bisect_right(self.edits, raw, key=lambda edit: edit.start) - 1
        if k < 0:
            return raw
        edit, start = self.edits[k], self._clean_starts[k]
        return start if raw < edit.end else start + len(edit.replacement) + raw - edit.end

    def clean_range(self, start: int, end: int) -> tuple[int, int] | None:
        """The clean offsets of raw [start, end), None where cleaning removed all of it."""
        low, high = self.clean_offset(start), self.clean_offset(end)
        k = bisect_right(self.edits, end - 1, key=lambda edit: edit.start) - 1
        if k >= 0 and self.edits[k].start < end < self.edits[k].end:
            high = self._clean_starts[k] + len(self.edits[k].replacement)
        return (low, high) if low < high else None

    def _piece(self, start: int, end: int) -> Span:
        return Span.of(self.raw, self._raw_offset(start, False), self._raw_offset(end, True), self.text[start:end])
