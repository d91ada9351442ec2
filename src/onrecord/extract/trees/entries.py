"""parse: what heads the entries of a timeline, a live blog, a digest or a brief: a day ("January 8:"), an hour ("16:40"), a dateline ("LA PAZ, Bolivia - ..."), a state
("Mali: ..."), or the place and day of a case ("Lom - 2 March: ...")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.actorbook import ActorBook
from onrecord.readers.dates import AFTER_HEAD, case_heads, day_heads
from onrecord.readers.fields import match_dateline
from onrecord.readers.lines import Line

Kind = Literal["day", "hour", "place", "country", "case"]
# One such line may be anything; a text in entries has several. The page's own date, dateline or hour of update is one of them.
_FEWEST = 2
# What a fact-check sets out, and what it finds.
CLAIM = re.compile(r"(?:the )?claim:\s*|what was claimed:\s*", re.IGNORECASE)
VERDICT = re.compile(r"(?:the |our )?(?:verdict|rating|ruling|conclusion):\s*", re.IGNORECASE)
_STATES = re.compile(rf"(?P<words>(?:The )?[A-ZÀ-Þ][\w'’.-]+(?: (?:(?:and|of|the) )?[A-ZÀ-Þ][\w'’.-]+){{0,4}})(?:\s*:?$|(?P<gap>{AFTER_HEAD}))")
_TABLE = re.compile(r"(?:[A-ZÀ-Þ][\w /'’-]{1,30}:\s*~?[\d.,]+[^|;•\n]{0,40}(?:[|;•]\s*|$)){2,}")
_ITEM = re.compile(r"(?:[•●▪■◦‣·∙*►➢✓-]|(?:[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?)+|[–—]|\(?\d{1,2}[.)]|\(?[a-z]\)|\([ivx]{1,4}\))[ \t\xa0]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Head:
    """The words at [start, end) of a clean text that head an entry, whose own text begins at `after`: the end of the paragraph where they stand alone."""

    kind: Kind
    start: int
    end: int
    after: int
    alone: bool


_HOURS = re.compile(
    r"(?P<words>(?:[01]?\d|2[0-3])[:.h][0-5]\d\s*(?:[ap]\.?m\.?)?(?:\s*(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|MSK|local time))?|\d{1,2}\s?[ap]\.?m\.?)"
    r"(?:\s*$|(?P<gap>" + AFTER_HEAD + r"|\s+(?=[A-Z\"“‘])))"
)  # fmt: skip


def entry_heads(text: str, body: Iterable[tuple[int, int, int]], dateline: bool) -> dict[int, Head]:
    """The heads among the body's paragraphs, given as number, start and end, by their numbers. `dateline`: whether the report has one already."""
    found: dict[int, Head] = {}
    for number, start, end in body:
        head = _head(text, start, end)
        if head is not None:
            found[number] = head
    counts = {kind: sum(h.kind == kind for h in found.values()) for kind in ("day", "hour", "place", "case")}
    counts["place"] += dateline
    counts["country"] = len({text[h.start : h.end].casefold() for h in found.values() if h.kind == "country"})
    return {n: h for n, h in found.items() if counts[h.kind] >= _FEWEST and not _lone_figure(h, text)}


def list_mark(text: str, start: int, end: int) -> int:
    """Where the words of a paragraph begin behind the mark of an item of a list: "• ", "- ", "1. ", "(a) "; `start` where it opens with none."""
    mark = _ITEM.match(text, start, end)
    return mark.end() if mark is not None else start


def tabular(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is a row of figures with their labels ("Killed: 3 | Injured: 6"), and no sentence."""
    return _TABLE.fullmatch(text[start:end].strip()) is not None


def _head(text: str, start: int, end: int) -> Head | None:
    line = text[start:end]
    kinds: tuple[tuple[Kind, re.Pattern[str]], ...] = (("day", day_heads()), ("hour", _HOURS), ("case", case_heads()))
    for kind, pattern in kinds:
        if match := pattern.match(line):
            gap = match["gap"]
            if gap is not None and not line[match.end() :].strip():
                continue
            return Head(kind, start, start + match.end("words"), end if gap is None else start + match.end("gap"), gap is None)
    if (match := _STATES.match(line)) and (known := ActorBook.load().country_of(match["words"])) is not None and known[1] == "name" and known[0]:
        gap = match["gap"]
        return Head("country", start, start + match.end("words"), end if gap is None else start + match.end("gap"), gap is None)
    found = match_dateline(text, Line(start, end, line, False))
    if found is not None and ":" not in text[slice(*found.separator)]:  # before a colon stand the speakers of a transcript
        after = found.separator[1]
        return Head("place", start, found.end, after + len(text[after:end]) - len(text[after:end].lstrip()), False)
    return None


def _lone_figure(head: Head, text: str) -> bool:
    """A number of four digits in a line of its own may count anything ("2019" under a picture)."""
    return head.alone and text[head.start : head.end].isdigit()
