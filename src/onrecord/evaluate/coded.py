"""A record of the coder as an annotation, so that both are compared by the same rules."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.evaluate.annotation import Annotation, AssertionMark, AuthorityMark, DisputeMark, EventMark, Marks, QuestionMark, SideMark
from onrecord.model.attribution import Attribution
from onrecord.model.event import Event
from onrecord.model.question import Dispute
from onrecord.model.record import Record
from onrecord.model.span import Spans
from onrecord.model.status import Status, event_status


def annotation_of(record: Record, identity: str | None = None) -> Annotation:
    """What the record marks. A source stands wherever its entity is mentioned; a source that asserts an event twice is one, by the rule for events."""
    reading = _Reading(record)
    report = record.report
    return Annotation(
        identity or report.id,
        report.text,
        events=tuple(reading.event(event) for event in record.events if any(_trigger(event))),
        disputes=tuple(reading.dispute(dispute) for dispute in record.disputes),
        questions=tuple(QuestionMark(q.kind, _marks(q.spans)) for q in record.questions),
        authorities=tuple(AuthorityMark(a.kind, _marks(a.spans), a.events) for a in record.authorities),
    )


class _Reading:
    def __init__(self, record: Record) -> None:
        self.attributions = {a.id: a for a in record.attributions}
        self.claims = {c.id: c for c in record.claims}
        self.events = {e.id for e in record.events if any(_trigger(e))}
        self.entities = {e.id: tuple(s for m in e.mentions for s in m.spans) for e in record.entities}

    def event(self, event: Event) -> EventMark:
        """Assertions of one source are merged: the outlet's by its order (body before headline), a source's by strength."""
        groups: dict[object, list[tuple[Marks | None, Status]]] = {}
        for assertion in event.assertions:
            node = self.attributions.get(assertion.attribution or "")
            source = None if node is None else self.source(node)
            groups.setdefault(_key(node, source), []).append((source, assertion.status))
        made: list[AssertionMark] = []
        for members in groups.values():
            statuses = [status for _, status in members]
            if members[0][0] is None:
                made.append(AssertionMark(None, event_status(statuses, ())))
            else:
                marks = tuple(sorted({pair for source, _ in members for pair in source or ()}))
                made.append(AssertionMark(marks, event_status((), statuses)))
        return EventMark(event.id, tuple(_trigger(event)), tuple(made), event.background)

    def source(self, node: Attribution) -> Marks | None:
        """The source's words and all mentions of its entity; () where the text names none."""
        if node.source is None:
            return ()
        return _marks((*node.source.spans, *self.entities.get(node.source.entity or "", ())))

    def dispute(self, dispute: Dispute) -> DisputeMark:
        claim = self.claims[dispute.claim]
        events = tuple(about.id for about in claim.about if about.id in self.events)
        sides = []
        for side in dispute.sides:
            sources = [self.source(self.attributions[a]) for a in side.attributions]
            named = tuple(dict.fromkeys(s for s in sources if s is not None))
            sides.append(SideMark(side.stance, named, side.outlet or None in sources))
        return DisputeMark(_marks(claim.spans), events, tuple(sides))


def _key(node: Attribution | None, source: Marks | None) -> object:
    if source is None:
        return None
    return node.source.entity if node and node.source and node.source.entity else source


def _trigger(event: Event) -> Iterable[Marks]:
    """The trigger words of each mention; the sentence where a headline has none."""
    for mention in event.mentions:
        spans = mention.trigger or ((mention.sentence,) if mention.sentence else ())
        if spans:
            yield _marks(spans)


def _marks(spans: Spans) -> Marks:
    return tuple(sorted({(span.start, span.end) for span in spans}))
