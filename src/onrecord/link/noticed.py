"""What a notice of correction or retraction itself tells: its words about a report that was wrong are no news, so they assert no event and have no origin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.link.corrections import Asserted, Correction, Notice, Withdrawal, asserted
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import Spans

# The share of a report's words that a retraction must be for the report to be nothing else.
_WHOLE = 0.5


def is_news(record: Record, found: Sequence[Notice]) -> bool:
    """Whether a report can have an origin: it was coded, and is more than a notice of retraction (`found`: its notices, spans in its text)."""
    report = record.report
    if report.coded != "yes":
        return False
    inside = [span for notice in found if notice.kind == "retracts" for span in notice.spans if report.text[span.start : span.end] == span.quote]
    covered = {at for span in inside for at in range(span.start, span.end)}
    words = [match.start() for match in re.finditer(r"\w+", report.text)]
    return not words or sum(at in covered for at in words) < _WHOLE * len(words)


def own_words(record: Record, found: Sequence[Notice]) -> tuple[Correction, ...]:
    """What a report's notices (`found`) take back of the report itself, `by` and `of` being the same.

    Of a retraction, events told only in the sentence that says so; of a correction, events all of whose trigger words stand in the words named as wrong.
    """
    own = asserted(record)
    events = {event.id: event for event in record.events}
    made = []
    for notice in found:
        if notice.kind == "updates" or not notice.spans:
            continue
        gone = {i for i, event in events.items() if (_said(event, notice.spans) if notice.kind == "retracts" else _quoted(event, notice.wrong))}
        taken = tuple(_taken(one, notice) for one in own if one.event in gone)
        if taken:
            made.append(Correction(record.report.id, record.report.id, "corrects", "own_words", notice.spans, taken))
    return tuple(made)


def _taken(one: Asserted, notice: Notice) -> Withdrawal:
    return Withdrawal(one.event, one.attribution, notice.wrong)


def _said(event: Event, spans: Spans) -> bool:
    """Whether every mention stands in a sentence in which one of the passages begins."""
    sentences = [mention.sentence for mention in event.mentions]
    return bool(sentences) and all(s is not None and any(s.start <= span.start < s.end for span in spans) for s in sentences)


def _quoted(event: Event, wrong: Spans) -> bool:
    triggers = [mention.trigger for mention in event.mentions]
    return bool(triggers) and all(trigger and all(any(w.start <= t.start and t.end <= w.end for w in wrong) for t in trigger) for trigger in triggers)
