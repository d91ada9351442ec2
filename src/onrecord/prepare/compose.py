"""Composing edits: passes run one after another, each over the text the last one left; the record keeps one flat list over the raw text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model.text import Edit, replay


@dataclass(frozen=True, slots=True)
class _Part:
    """An edit placed in the middle text: [start, end) there; `first` where it is an edit of raw to middle, else of middle to final."""

    start: int
    end: int
    edit: Edit
    first: bool


def tidy(raw: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Sorted edits without those that change nothing; an edit that would only insert is widened by one character of the text."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if raw[edit.start : edit.end] == edit.replacement:
            continue
        if edit.start == edit.end:
            free = not kept or kept[-1].end < edit.start
            if edit.start > 0 and free:
                edit = Edit(edit.start - 1, edit.end, raw[edit.start - 1] + edit.replacement, edit.kind, edit.rule)
            elif edit.end < len(raw):
                edit = Edit(edit.start, edit.end + 1, edit.replacement + raw[edit.end], edit.kind, edit.rule)
        kept.append(edit)
    return tuple(kept)


def compose(raw: str, first: Sequence[Edit], middle: str, second: Sequence[Edit]) -> tuple[Edit, ...]:
    """One list of edits with the effect of `first` (raw to `middle`) and then `second` (over `middle`).

    Both lists are sorted and free of overlaps, and so is the result. Where two edits touch the same characters they become one,
    under the later pass's kind and rule. Linear in the number of edits.
    """
    if not second:
        return tuple(first)
    parts = _parts(first, second)
    made: list[Edit] = []
    at = 0
    shift = 0  # raw offset minus middle offset outside of edits
    while at < len(parts):
        group = [parts[at]]
        end = parts[at].end
        at += 1
        while at < len(parts) and parts[at].start < end:
            group.append(parts[at])
            end = max(end, parts[at].end)
            at += 1
        start = group[0].start
        grown = sum(len(part.edit.replacement) - (part.edit.end - part.edit.start) for part in group if part.first)
        made.append(_merged(middle, group, start, end, start + shift, end + shift - grown))
        shift -= grown
    return tidy(raw, made)


def _parts(first: Sequence[Edit], second: Sequence[Edit]) -> list[_Part]:
    parts: list[_Part] = []
    shift = 0
    for edit in first:
        begin = edit.start + shift
        parts.append(_Part(begin, begin + len(edit.replacement), edit, True))
        shift += len(edit.replacement) - (edit.end - edit.start)
    parts += [_Part(edit.start, edit.end, edit, False) for edit in second]
    # A removal of the first pass has no width in the middle text; at the start of a later edit it stays before it.
    return sorted(parts, key=lambda part: (part.start, not part.first, part.end))


def _merged(middle: str, group: list[_Part], start: int, end: int, raw_start: int, raw_end: int) -> Edit:
    later = [part.edit for part in group if not part.first]
    if not later:
        edit = group[0].edit
        return Edit(raw_start, raw_end, middle[start:end], edit.kind, edit.rule)
    shifted = [Edit(edit.start - start, edit.end - start, edit.replacement, edit.kind, edit.rule) for edit in later]
    lead = max(later, key=lambda edit: edit.end - edit.start)
    return Edit(raw_start, raw_end, replay(middle[start:end], shifted), lead.kind, lead.rule)
