"""Cleaning: passes one after another over the text the last one left, recorded as one flat list of edits over `report.text`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.model.common import Issue
from onrecord.model.ids import make_id
from onrecord.model.report import Report
from onrecord.model.text import CleanText, Edit
from onrecord.prepare.boilerplate import fictional_edits, furniture_edits, stated_edits
from onrecord.prepare.compose import compose, tidy
from onrecord.prepare.line_parts import part_edits
from onrecord.prepare.lossy import form_edits, lossy_edits
from onrecord.prepare.mojibake import encoding_edits, entity_edits
from onrecord.prepare.repeats import Differing, repeat_edits
from onrecord.prepare.space import invisible_edits, spacing_edits, unwrap_edits
from onrecord.readers.lines import lines_of

# Encoding comes first: its damage holds controls, soft hyphens and odd spaces that later passes would destroy. Line breaks made by
# a fixed width go before lines are judged as furniture or as repeated paragraphs.
_BEFORE: tuple[Callable[[str], Sequence[Edit]], ...] = (
    entity_edits,
    form_edits,
    encoding_edits,
    lossy_edits,
    invisible_edits,
)


def clean(report: Report) -> tuple[CleanText, tuple[Issue, ...]]:
    """The text the stages read, with edits against `report.text`, and what a user should know of it.

    The issues tell of repairs, of repeated text left out, and of nearly equal paragraphs that differ and were both kept.
    """
    raw = report.text
    edits = tidy(raw, _apart([*fictional_edits(raw), *stated_edits(report)]))
    title = report.title.value if report.title is not None else ""
    for make in (*_BEFORE, lambda text: unwrap_edits(text, title), lambda text: part_edits(lines_of(text), title), furniture_edits):
        edits = _apply(raw, edits, make)
    middle = CleanText(raw, edits)
    removals, differing = repeat_edits(middle.text)
    notes = [_differ(report, middle, pair) for pair in differing]
    edits = compose(raw, edits, middle.text, tidy(middle.text, removals))
    edits = _apply(raw, edits, spacing_edits)
    text = CleanText(raw, edits)
    return text, (*_summary(report, text), *notes)


def _apply(raw: str, edits: tuple[Edit, ...], make: Callable[[str], Sequence[Edit]]) -> tuple[Edit, ...]:
    middle = CleanText(raw, edits).text
    return compose(raw, edits, middle, tidy(middle, make(middle)))


def _apart(edits: list[Edit]) -> list[Edit]:
    """Edits in order; one that overlaps an earlier one keeps the part behind it."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        start = max(edit.start, kept[-1].end if kept else 0)
        if start < edit.end:
            kept.append(Edit(start, edit.end, edit.replacement, edit.kind, edit.rule))
    return kept


def _issue(report: Report, code: str, message: str, ordinal: int = 0) -> Issue:
    return Issue(make_id("issue", report.id, code, ordinal), code, "info", message)


def _summary(report: Report, text: CleanText) -> list[Issue]:
    found: list[Issue] = []
    repaired = sum(edit.kind == "mojibake" for edit in text.edits)
    if repaired:
        found.append(_issue(report, "text_repaired", f"{repaired} damaged character(s) or sequence(s) were repaired"))
    dropped = sum(edit.end - edit.start for edit in text.edits if edit.kind == "repeat")
    if dropped:
        found.append(_issue(report, "text_repeated", f"{dropped} characters that repeat other text of the report were left out"))
    return found


def _differ(report: Report, text: CleanText, pair: Differing) -> Issue:
    spans = (*text.spans(*pair.first), *text.spans(*pair.second))
    message = "two nearly equal paragraphs differ in: " + ", ".join(pair.words)
    return Issue(make_id("issue", report.id, "paragraphs_differ", *pair.first, *pair.second), "paragraphs_differ", "info", message, spans)
