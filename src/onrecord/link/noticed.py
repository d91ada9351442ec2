"""What a notice of correction or retraction itself tells: its words about a report that was wrong are no news, so they assert no event and have no origin.

A report that says of itself that it is retracted asserts nothing, whatever text still stands under the notice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.lexicon.corrections import continued_rules
from onrecord.link.corrections import Asserted, Correction, Withdrawal, asserted
from onrecord.link.notices import Notice
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import Span, Spans

# The share of a report's words that a retraction must be for the report to be nothing else.
_WHOLE = 0.5
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+|\Z")
# One line that is no sentence. "This report" may be another's report, of which the news tells; only at the head or the foot of a page it is surely the page's own.
_HEADLINE = re.compile(r"[^\n]{1,160}[^\n.!?”\"]")
_OTHERS = re.compile(r"[Tt]his\s+report\b")


def is_news(record: Record, found: Sequence[Notice]) -> bool:
    """Whether a report can have an origin: it was coded, is not retracted by itself, and is more than a notice of retraction (`found`: its notices)."""
    return record.report.coded == "yes" and not retracts_itself(record, found) and not _all_notice(record, found)


def _all_notice(record: Record, found: Sequence[Notice]) -> bool:
    """Whether most of a report retracts another, or what stood in its place."""
    covered = {at for span in _retracting(record.report.text, found) for at in range(span.start, span.end)}
    words = [match.start() for match in re.finditer(r"\w+", record.report.text)]
    return bool(words) and sum(at in covered for at in words) >= _WHOLE * len(words)


def retracts_itself(record: Record, found: Sequence[Notice]) -> bool:
    """Whether a report says that it is retracted: in its headline, in a first or last paragraph that opens with the notice, or as its last words."""
    text = record.report.text
    for notice in found:
        if notice.kind != "retracts" or notice.about == "named":
            continue
        if notice.about == "headline":
            return True
        for span in _in(text, notice.spans):
            before, after = text[: span.start].strip(), text[span.end :].strip()
            opens = text[: span.start].rpartition("\n")[2].strip() == ""
            if opens and (not after or not before or _HEADLINE.fullmatch(before)):
                return True
            if not opens and not text[_end(text, span) :].strip() and not _OTHERS.match(span.quote):
                return True
    return False


def own_words(record: Record, found: Sequence[Notice]) -> tuple[Correction, ...]:
    """What a report's notices (`found`) take back of the report itself, `by` and `of` being the same.

    Of a retraction, events told only where it speaks of the retracted report; all, where that is the report itself. Of a correction, events all of whose trigger
    words stand in the words named as wrong. A report that is retracted by itself, and not only says so of what once stood there, is so as a whole (`retracts`).
    """
    own = asserted(record)
    events = {event.id: event for event in record.events}
    whole = retracts_itself(record, found)
    made = []
    if whole and not _all_notice(record, found):
        spans = next(n.spans for n in found if n.kind == "retracts" and n.about != "named")
        made.append(Correction(record.report.id, record.report.id, "retracts", "own_words", spans, tuple(Withdrawal(a.event, a.attribution) for a in own)))
        return tuple(made)
    for notice in found:
        if notice.kind == "updates":
            continue
        if notice.kind == "retracts":
            told = [Span.of(record.report.text, s.start, _end(record.report.text, s)) for s in _in(record.report.text, notice.spans)]
            gone = {i for i, event in events.items() if (whole and notice.about != "named") or _said(event, told)}
        else:
            gone = {i for i, event in events.items() if _quoted(event, notice.wrong)}
        taken = tuple(_taken(one, notice) for one in own if one.event in gone)
        if taken:
            made.append(Correction(record.report.id, record.report.id, "corrects", "own_words", notice.spans, taken))
    return tuple(made)


def _retracting(text: str, found: Sequence[Notice]) -> list[Span]:
    """The passages of a text that retract a report and speak of it."""
    return [Span.of(text, span.start, _end(text, span)) for notice in found if notice.kind == "retracts" for span in _in(text, notice.spans)]


def _in(text: str, spans: Spans) -> list[Span]:
    """The spans that stand in a text; a notice may stand in a title that does not."""
    return [span for span in spans if text[span.start : span.end] == span.quote]


def _end(text: str, passage: Span) -> int:
    """Where the last sentence of a passage ends that speaks of the retracted report; the first one does."""
    end, at = passage.start, passage.start
    while at < passage.end:
        found = _SENTENCE_END.search(text, at + 1, passage.end)
        stop = found.start() if found is not None and found.start() > at else passage.end
        if end == passage.start or any(rule.pattern.search(text[at:stop]) for rule in continued_rules()):
            end = stop
        at = max(found.end() if found is not None else passage.end, stop)
    return end


def _taken(one: Asserted, notice: Notice) -> Withdrawal:
    return Withdrawal(one.event, one.attribution, notice.wrong)


def _said(event: Event, spans: Sequence[Span]) -> bool:
    """Whether every mention stands in a sentence that one of the passages reaches into, or begins in."""
    sentences = [mention.sentence for mention in event.mentions]
    return bool(sentences) and all(s is not None and any(span.start < s.end and s.start < span.end for span in spans) for s in sentences)


def _quoted(event: Event, wrong: Spans) -> bool:
    triggers = [mention.trigger for mention in event.mentions]
    return bool(triggers) and all(trigger and all(any(w.start <= t.start and t.end <= w.end for w in wrong) for t in trigger) for trigger in triggers)
