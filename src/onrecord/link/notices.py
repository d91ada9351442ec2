"""Notices of correction and retraction in one report: which words say that a report was wrong, whose, and what they name as wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.lexicon.corrections import About, NoticeKind, notice_rules, wrong_rules
from onrecord.lexicon.outlets import Outlet, outlet_of, outlets_in
from onrecord.link.figures import says_only_a_number
from onrecord.link.whose import foreign
from onrecord.model.report import Report
from onrecord.model.span import Span, Spans

_QUOTED = re.compile(r"[“\"‘']([^“”\"\n]{8,200}?)[”\"’'](?=[\s,.;)]|$)")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_PASSAGE, _READ = 600, 60_000


@dataclass(frozen=True, slots=True)
class Notice:
    """Words of a report that say that a report was wrong. `wrong`: the words it names as wrong, `said` the sentence of each; `titles`: headlines it names; `outlet`: whose report it
    is, None where the report's own outlet speaks, empty where it is another's that the report does not name."""

    report: str
    kind: NoticeKind
    about: About
    rule: str
    spans: Spans = ()
    title: str | None = None
    titles: tuple[str, ...] = ()
    outlet: str | None = None
    wrong: Spans = ()
    said: Spans = ()


def notices(report: Report) -> tuple[Notice, ...]:
    """The notices of correction in a report's headline and text, in text order; of several rules for one passage the first that is most definite."""
    found = [*_title_notices(report), *_text_notices(report)]
    kept: list[Notice] = []
    for notice in found:
        at = notice.spans[0] if notice.spans else None
        same = next((n for n, k in enumerate(kept) if at is not None and k.spans and k.about == notice.about and k.spans[0].start < at.end and at.start < k.spans[-1].end), None)
        if same is None:
            kept.append(notice)
        elif kept[same].kind == notice.kind and at is not None and at.start < kept[same].spans[0].start:
            # "Correction: It was eleven, not nine, as an earlier version of this article said": all of it is the passage.
            kept[same] = replace(kept[same], spans=notice.spans, wrong=notice.wrong, said=notice.said)
    own = [n for n in kept if n.about == "own"]
    return tuple(n for n in kept if n.about != "own" or n is own[0])


def _title_notices(report: Report) -> Iterator[Notice]:
    if report.title is None:
        return
    for rule in notice_rules():
        match = rule.found.pattern.search(report.title.value) if rule.in_title else None
        if match is not None:
            yield Notice(report.id, rule.kind, "headline", rule.found.name, report.title.spans, match["title"], (match["title"],), None, *(_wrong(report.text, 0, min(len(report.text), 4_000)) if rule.kind == "corrects" else ()))
            return


def _text_notices(report: Report) -> Iterator[Notice]:
    text = report.text[:_READ] if len(report.text) > _READ else report.text
    publisher = _publisher(report)
    rules = sorted((r for r in notice_rules() if not r.in_title), key=lambda r: (r.kind != "retracts", r.about != "named"))
    for rule in rules:
        for outlet, start, end in outlets_in(rule.found, text):
            stop = _passage_end(text, end)
            start += len(text[start:end]) - len(text[start:end].lstrip())
            about, named = rule.about, outlet.key if outlet else None
            others = foreign(text, start, end, publisher) if about == "own" else None
            if others is not None:
                about, named = "named", others.outlet
            begin = max(text.rfind("\n", 0, start) + 1, start - 200) if about == "named" else start
            titles = tuple(m[1] for m in _QUOTED.finditer(text, begin, stop)) if about == "named" else ()
            opens = max((m.end() for m in _SENTENCE_END.finditer(text, text.rfind("\n", 0, start) + 1, start)), default=text.rfind("\n", 0, start) + 1)
            wrong = _wrong(report.text, opens if about == "own" else start, stop) if rule.kind == "corrects" else ()
            yield Notice(report.id, rule.kind, about, rule.found.name, (Span.of(report.text, start, stop),), None, titles, named, *wrong)


def _publisher(report: Report) -> Outlet | None:
    if report.publisher is not None:
        return outlet_of(report.publisher.value)
    return outlet_of(report.url) if report.url and "://" in report.url else None


def _passage_end(text: str, end: int) -> int:
    """The end of the paragraph that a notice opens, or of its next one where it is a label on a line of its own."""
    line = text.find("\n", end)
    line = len(text) if line < 0 else line
    return min(len(text[:line].rstrip()), end + _PASSAGE) if line > end else end


def _wrong(text: str, start: int, stop: int) -> tuple[Spans, Spans]:
    """The words that a passage names as wrong, in text order, and the sentence of each."""
    found: set[tuple[int, int]] = set()
    for rule in wrong_rules():
        for match in rule.pattern.finditer(text, start, stop):
            if not rule.figure or says_only_a_number(match["wrong"]):
                found.add(match.span("wrong"))
    apart = [s for s in sorted(found) if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in found)]
    said = []
    for a, b in apart:
        begin = max((m.end() for m in _SENTENCE_END.finditer(text, start, a)), default=start)
        end = _SENTENCE_END.search(text, b, stop)
        said.append(Span.of(text, begin, end.start() if end else stop))
    return tuple(Span.of(text, a, b) for a, b in apart), tuple(said)
