"""Whose a notice of correction or retraction is that speaks of "this article": the report's own, or another outlet's, which the report only tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.lexicon.corrections import Whose, whose_rules
from onrecord.lexicon.outlets import Outlet, outlets_in
from onrecord.quotes import quotations

_BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
# A line of a quoted block, as plain text marks it.
_BLOCK = re.compile(r"\s*(?:>|\|)\s*")
# "The newspaper has retracted this story" speaks of its subject in the third person itself.
_THIRD = re.compile(r"[Tt]he\s+(?:editors?|newspaper|agency)\b")
# Where a notice opens that somebody is told to say, and where a clause is set off at its end.
_LEADS, _SET_OFF = re.compile(r"(?:\bthat|:|\b(?:said|says|wrote|writes|added|announced|stated))\s*$"), re.compile(r",\s+(?:as\s+)?$")
_LABEL = re.compile(r"[:–—-]\s*$|^\s*[\[(]")
_THE = re.compile(r"\bthe\s+(?:article|story|report|post|page|headline|caption|item|column)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Foreign:
    """The notice is another's. `outlet`: its key, empty where the report does not name it."""

    outlet: str


def foreign(text: str, start: int, end: int, own: Outlet | None) -> Foreign | None:
    """Whether the notice at code points [start, end) of a text is another's than that of the report's outlet `own`, None where it is the report's own.

    Quoted words are somebody's: whose is told outside the quotation marks, or in the line that introduces the paragraph; where that is nobody, they are
    the report's own only if no other outlet is told of. Words that are not quoted are the report's own, unless their sentence says who else says them.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    above = _introduces(text, first)
    marks = [(q.start, q.end) for q in quotations(text, first, last)]
    quoted = any(a <= start < b for a, b in marks)
    block = above is not None or _BLOCK.match(text, first, start) is not None
    outside = _without(text, first, last, marks) if quoted else ""
    if quoted:
        begin, stop = next((a, b) for a, b in marks if a <= start < b)
        told = _tellers(outside, begin - first, stop - first) or _tellers(above or "")
    elif block:
        told = _tellers(above or "")
    else:
        told = _around(text, first, last, start, end)
        named = _last_outlet(text[first:start])
        if not told and _THE.search(text[start:end]) and named and not _same(named, own):
            return Foreign(named)  # "It was the Lakes Times' report. An earlier version of the story said ..."
        if not told:
            return None
    whose = next((t for t in told if t[0] == "own" or t[1]), None)
    outlet = whose[1] if whose is not None else _last_outlet(text[:start]) or _last_outlet(outside)
    if (whose is not None and whose[0] == "own") or _same(outlet, own):
        return None
    return Foreign(outlet) if outlet or ((quoted or block) and told) else None


def _around(text: str, first: int, last: int, start: int, end: int) -> list[tuple[Whose, str]]:
    """Who says a notice that is not quoted: before it ("the Lakes Times wrote that ..."), or in a clause that ends its sentence ("..., the paper said").

    A label ("Correction:") is the page's own; what stands behind it is what it corrects.
    """
    if _LABEL.search(text[start:end]):
        return []
    begin = max((m.end() for m in _BREAK.finditer(text, first, start)), default=first)
    found = _BREAK.search(text, end, last)
    lead, tail = text[begin:start], text[end : found.start() if found else last]
    told = _tellers(lead, len(lead), len(lead), named=False) if _LEADS.search(lead) else []
    for rule in whose_rules():
        if rule.found.name != "named":
            told += [(rule.whose, outlet.key if outlet else "") for outlet, at, _ in outlets_in(rule.found, tail) if _SET_OFF.search(tail[:at])]
    # "The editors have retracted this story" is the page's own words where its paragraph tells of no other outlet.
    third = _THIRD.match(text, start) and (_THE.search(text[start:end]) or _last_outlet(text[first:start]))
    return [*told, ("third", "")] if third else told


def _tellers(words: str, start: int = 0, end: int = 0, named: bool = True) -> list[tuple[Whose, str]]:
    """Who is told of as saying something, with the outlet's key where one is named, the nearest to [start, end) first; with `named`, where nobody is,
    outlets that are only named."""
    found: list[tuple[int, Whose, str]] = []
    for rule in whose_rules():
        if rule.found.name != "named" or (named and not found):
            found += [(max(start - b, a - end, 0), rule.whose, outlet.key if outlet is not None else "") for outlet, a, b in outlets_in(rule.found, words)]
    return [(whose, key) for _, whose, key in sorted(found, key=lambda one: one[0])]


def _last_outlet(words: str) -> str:
    """The key of the last outlet that words name, empty where they name none."""
    rule = next(r.found for r in whose_rules() if r.found.name == "named")
    return next((outlet.key for outlet, _, _ in reversed(list(outlets_in(rule, words))) if outlet is not None), "")


def _same(key: str, own: Outlet | None) -> bool:
    """Whether a key is the own outlet's; a name may have taken capitals before it along ("Monday the Lakes Times")."""
    return own is not None and bool(key) and key.endswith(own.key)


def _introduces(text: str, first: int) -> str | None:
    """The line above, where it ends in a colon and says who speaks in what follows; a mere label ("Editor's note:") does not."""
    above = text[:first].rstrip()
    line = above[above.rfind("\n") + 1 :]
    return line if line.endswith(":") and _tellers(line) else None


def _without(text: str, start: int, end: int, holes: list[tuple[int, int]]) -> str:
    """Words of a text, blanks in the place of what is left out."""
    kept = list(text[start:end])
    for a, b in holes:
        for at in range(max(a, start), min(b, end)):
            kept[at - start] = " "
    return "".join(kept)
