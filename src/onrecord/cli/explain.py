"""`--explain`: for every object of a record, which stage and rule made each field, and from which words."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.cli.page import safe
from onrecord.export.privacy import Mask, mask_for
from onrecord.model.common import Derivations
from onrecord.model.record import Record
from onrecord.model.span import Spans, words_of


def explanation(record: Record, names: bool = False) -> str:
    """Plain text, one object a paragraph: its words and offsets, then a line for each derived field."""
    mask = mask_for(record, names)
    lines: list[str] = ["", f"How this record was made (onrecord {record.coder.version}, pipeline {record.coder.pipeline_digest})", ""]
    lines += [f"actors of the list {one.name} ({one.actors} from {one.source}, sha256 {one.sha256[:16]})" for one in record.coder.actor_lists]
    for edit in record.report.edits:
        lines.append(f"edit {edit.start}:{edit.end} {edit.kind} by {edit.rule}")
    for entity in record.entities:
        first = entity.mentions[0].spans if entity.mentions else ()
        lines += _object("entity", entity.name, first, entity.derivation, mask)
    for place in record.places:
        lines += _object("place", place.name, place.spans, place.derivation, mask)
    for time in record.times:
        lines += _object("time", time.value, time.spans, time.derivation, mask)
    for node in record.attributions:
        lines += _object("attribution", node.form, node.cue, node.derivation, mask)
    named = {e.id: e.name for e in record.entities}
    for event in record.events:
        lines += _object("event", f"{event.type} {event.status}", event.mentions[0].trigger, event.derivation, mask)
        for role, parties in (("actor", event.actors), ("recipient", event.recipients)):
            for party in parties:
                lines += _fields({f"{role} {named[party.entity]}": made for made in party.derivation.values()}, party.spans, mask, "    ")
        for assertion in event.assertions:
            axes = assertion.axes
            lines.append(f"    assertion {assertion.status}: time {axes.time}, polarity {axes.polarity}, certainty {axes.certainty}, phase {axes.phase}, frame {axes.frame}")
            lines += _fields(assertion.derivation, assertion.cue, mask, "      ")
    for quantity in record.quantities:
        lines += _object("quantity", quantity.kind, quantity.spans, quantity.derivation, mask)
    for authority in record.authorities:
        lines += _object("authority", authority.name, authority.spans, authority.derivation, mask)
    for dispute in record.disputes:
        lines += _object("dispute", dispute.claim, (), dispute.derivation, mask)
    for question in record.questions:
        lines += _object("question", question.kind, question.spans, question.derivation, mask)
    lines += record.coder.licences
    return "\n".join(safe(line) for line in lines) + "\n"


def _object(kind: str, label: str, spans: Spans, derivation: Derivations, mask: Mask) -> Iterable[str]:
    place = f" at {spans[0].start}:{spans[-1].end}" if spans else ""
    yield mask.text(f"{kind} {label}{place}")
    yield from _fields(derivation, spans, mask, "    ")


def _fields(derivation: Derivations, spans: Spans, mask: Mask, lead: str) -> Iterable[str]:
    words = f" from “{words_of(spans)[:100]}”" if spans else ""
    for name, made in derivation.items():
        yield mask.text(f"{lead}{name}: stage {made.stage}/{made.version}, rule {made.rule}{words}")
