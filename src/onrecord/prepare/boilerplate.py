"""Lines that belong to the page (buttons, prompts, notices, credits) and the header that marks an invented sample."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.model.common import Stated
from onrecord.model.report import Report
from onrecord.model.text import Edit
from onrecord.readers.dates import day_heads
from onrecord.readers.fields import FICTIONAL, match_dateline
from onrecord.readers.furniture import furniture_rule
from onrecord.readers.lines import Line, lines_of

KIND = "boilerplate"
_LISTS = frozenset({"read_more_bare", "related_bare"})
_HEADLINE_WORDS = 20
# "3/16 The bridge at dusk": a picture of a gallery, told by its place among all of them; so many lines of one length make a gallery.
_PICTURE = re.compile(r"(\d{1,3})\s?(?:/|of)\s?(\d{1,3})\b(?!\s?(?:/|%))")
_FEWEST_PICTURES = 3
_DAY, _PAGE_DAYS = "date_only", 2


def _whole_line(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of a line with its blanks and the break after it; for the last line the break before it."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    if stop >= 0:
        return begin, stop + 1
    return max(0, begin - 1), len(text)


def furniture_edits(text: str) -> list[Edit]:
    """Removals of whole lines that a rule of the data file matches."""
    edits: list[Edit] = []
    listing = False
    lines = list(lines_of(text))
    gallery = gallery_lines(lines)
    # Several days in lines of their own head the entries of a timeline; one or two are the page's own.
    heads = {line.text for line in lines if furniture_rule(line.text) == _DAY or ((day := day_heads().match(line.text)) is not None and day["gap"] is None)}
    timeline = len(heads) > _PAGE_DAYS
    for number, line in enumerate(lines):
        rule = furniture_rule(line.text)
        rule = (None if rule == _DAY and timeline else rule) or ("gallery_picture" if number in gallery else None)
        # Behind "Read more:" stand headlines of other pieces, until a sentence ends.
        listing = rule in _LISTS or (listing and (rule is not None or (line.words <= _HEADLINE_WORDS and line.text[-1] not in ".!?\"”’")))
        if rule is None and listing:
            rule = "linked_headline"
        if rule is not None:
            start, end = _whole_line(text, line.start, line.end)
            if edits and start < edits[-1].end:
                start = edits[-1].end
            edits.append(Edit(start, end, "", KIND, rule))
    return edits


def gallery_lines(lines: list[Line]) -> set[int]:
    """Numbers of the lines that caption a numbered gallery's pictures: they tell of other days and places than the report."""
    found: dict[int, tuple[int, int]] = {}
    for number, line in enumerate(lines):
        counter = _PICTURE.match(line.text)
        if counter is not None and 0 < int(counter[1]) <= int(counter[2]):
            found[number] = (int(counter[1]), int(counter[2]))
    sizes = Counter(of for _, of in set(found.values()))
    return {number for number, (_, of) in found.items() if sizes[of] >= _FEWEST_PICTURES}


def fictional_edits(text: str) -> list[Edit]:
    """The lines that say the text is an invented sample are no part of the report, wherever they stand."""
    edits: list[Edit] = []
    for line in lines_of(text):
        if line.text.startswith(FICTIONAL):
            start, end = _whole_line(text, line.start, line.end)
            start = max(start, edits[-1].end) if edits else start
            if start < end:
                edits.append(Edit(start, end, "", KIND, "fictional_header"))
    return edits


def stated_edits(report: Report) -> list[Edit]:
    """Over the raw text: the line of a byline goes, and a dateline becomes a line of its own, so that its sentence starts fresh."""
    text = report.text
    edits: list[Edit] = []
    for line in lines_of(text, limit=400):
        if report.byline is not None and _is_byline_of(report.byline, text, line):
            edits.append(Edit(*_whole_line(text, line.start, line.end), "", KIND, "byline"))
        if report.dateline and report.dateline.spans and line.start <= report.dateline.spans[0].start <= line.start + 1:
            found = match_dateline(text, line)
            if found is not None:
                if found.start > line.start:  # "(Geneva) - "
                    edits.append(Edit(line.start, found.start, "", "space", "dateline_break"))
                edits.append(Edit(*found.separator, "\n", "space", "dateline_break"))
    return sorted(edits)


def _is_byline_of(byline: Stated, text: str, line: Line) -> bool:
    """Whether a line is nothing but the report's byline."""
    if not byline.spans or len(line.text) > 140 or not (line.start <= byline.spans[0].start and byline.spans[-1].end <= line.end):
        return False
    opening = text[line.start : byline.spans[0].start].strip(" (").lower()
    rest = text[byline.spans[-1].end : line.end].strip()
    if opening in ("by", "written by", "author:", "from"):
        return byline.from_ == "text" or len(rest) < 60
    return not opening and (byline.from_ == "text" or not rest)
