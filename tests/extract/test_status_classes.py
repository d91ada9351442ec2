"""Status and who says it, by class of wording; each row fails where its class is read as it was before."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record

Told = set[tuple[str | None, str]]


def told(record: Record, trigger: str) -> Told:
    """(source or None for the outlet, status) of the event that has `trigger` among its words."""
    nodes = {a.id: a for a in record.attributions}
    for event in record.events:
        if any(s.quote.startswith(trigger) for m in event.mentions for s in m.trigger):
            return {(_source(nodes[a.attribution]) if a.attribution else None, a.status) for a in event.assertions}
    return set()


def _source(node: object) -> str | None:
    source = getattr(node, "source", None)
    return " ".join(s.quote for s in source.spans) if source is not None else None


@pytest.mark.parametrize(
    ("text", "trigger", "assertions"),
    [
        # a denial of a part leaves the deed standing, on the outlet's word; one of the deed does not
        ("The colonel denied ordering the killings at the weir, in which nine people died.", "killings", {(None, "occurred"), ("The colonel", "denied")}),
        ("The guild denied responsibility for the attack on the depot.", "attack", {(None, "occurred"), ("The guild", "denied")}),
        ("The militia denied that it had attacked the depot.", "attacked", {("The militia", "denied")}),
        ("The governor denied planning an attack on the valley.", "attack", {("The governor", "denied")}),
        # the asking took place, whatever became of what was asked
        ("The request of the mayors for a visit was turned down on Friday.", "request", {(None, "occurred")}),
        # what is left out is negated, the next verb is not
        ("A court did not, and dropped the case against the major.", "dropped", {(None, "occurred")}),
        # planned and never come off
        ("A meeting of the envoys planned for Monday did not take place.", "meeting", {(None, "failed")}),
        # talks on a thing are called off, not the thing
        ("Talks on a prisoner swap were called off.", "swap", {(None, "proposed")}),
        # late, as seen from then
        ("The scandal led to the suspension and eventual arrest of the chief.", "arrest", {(None, "occurred")}),
        # going on, and to go on
        ("The bloc will continue to shell the port, the clerk said.", "shell", {("the clerk", "ongoing")}),
        ("The bloc said it would resume talks with the rebels on Monday.", "talks", {("The bloc", "planned")}),
        ("Gangs often rob migrants, sometimes attacking them in groups.", "attacking", {(None, "ongoing")}),
        ("The army repeatedly attacks the villages.", "attacks", {(None, "ongoing")}),
        ("The president's refusal to talk has led to bloodshed.", "refusal", {(None, "occurred")}),
        ("There are still frequent clashes in the valley.", "clashes", {(None, "ongoing")}),
        # what comes after "after" is done where the other is, and to come where the other is
        ("After suspending the talks, the rebels asked the league for guarantees.", "suspending", {(None, "occurred")}),
        # a time to come before the noun
        ("She said that in tomorrow's meeting she would name the guards.", "meeting", {("She", "planned")}),
        ("An attack on the port is a matter of weeks, the paper wrote.", "attack", {("the paper", "planned")}),
        # what is reported is known, also where the reporting is only meant
        ("They said that they meant to report the repression by the junta.", "repression", {("They", "occurred")}),
        # men and arms are gathered for what is planned
        ("The miners are stockpiling dynamite for an assault on the prefecture, the secretary said.", "assault", {("the secretary", "planned")}),
        ("The junta was massing troops for an offensive in the hills.", "offensive", {(None, "planned")}),
        ("A pardon is no longer unthinkable, a councillor said.", "pardon", {("a councillor", "hypothetical")}),
        # violence that is announced for no day is a threat, for a day a plan
        ("The commander said that he would take the bridge at Orlan.", "take", {("The commander", "threatened")}),
        ("The army said it would strike the camp on Monday.", "strike", {("The army", "planned")}),
        # who demands and warns does not merely fear
        ("The band demanded the release of its leader and warned of more attacks on the port.", "attacks", {(None, "threatened")}),
        # what is decided on a day that is told is being weighed
        ("The council meets on Friday and may extend the curfew.", "extend", {(None, "proposed")}),
    ],
)  # fmt: skip
def test_who_says_what(text: str, trigger: str, assertions: Told, ungated: Coder) -> None:
    assert told(ungated.code(text, published="2025-03-05"), trigger) == assertions


def test_a_denied_part_erases_no_deed(ungated: Coder) -> None:
    record = ungated.code("The colonel denied ordering the killings at the weir, in which nine people died.", published="2025-03-05")
    assert [e.status for e in record.events if any(s.quote == "killings" for m in e.mentions for s in m.trigger)] == ["occurred"]
