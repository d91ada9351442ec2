"""Spans: half-open code-point offsets into `report.text`."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import RecordError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end] == quote` against `report.text`; offsets in Unicode code points, end exclusive.

    `clean` is the repaired wording where cleaning changed it, else None. Make spans with `Span.of`, which
    cuts the quote out of the text itself; the bare constructor checks what can be checked without the text.
    """

    start: int
    end: int
    quote: str
    clean: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"span {self.start}:{self.end} is empty or runs backwards")
        if len(self.quote) != self.end - self.start:
            raise RecordError(f"span {self.start}:{self.end} does not fit its quote of {len(self.quote)} code points")

    @classmethod
    def of(cls, text: str, start: int, end: int, clean: str | None = None) -> Span:
        """The span of `text[start:end]`; raises RecordError where the text has no such words."""
        if not 0 <= start < end <= len(text):
            raise RecordError(f"span {start}:{end} lies outside the text of {len(text)} code points")
        quote = text[start:end]
        return cls(start, end, quote, None if clean == quote else clean)

    def check(self, text: str) -> None:
        """Raise RecordError unless this span's quote stands at its offsets in `text`."""
        if text[self.start : self.end] != self.quote:
            raise RecordError(f"span {self.start}:{self.end} does not carry its quote {self.quote[:40]!r}")

    @property
    def words(self) -> str:
        """What a person should read: the repaired wording where there is one."""
        return self.quote if self.clean is None else self.clean


Spans = tuple[Span, ...]


def words_of(spans: Spans) -> str:
    """The spans' wording for people, pieces of an interrupted thing joined by an ellipsis."""
    return " … ".join(" ".join(span.words.split()) for span in spans)
