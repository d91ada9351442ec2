"""disputes, answered: a source that denies a claim in other words than the event's ("denied it", "called that a lie") denies the event that the claim tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from onrecord.extract.phrases.told import Range, within
from onrecord.lexicon.status import status_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Attribution
from onrecord.model.common import Derivation
from onrecord.model.event import Assertion, Event
from onrecord.model.parse import Parse
from onrecord.model.question import Dispute
from onrecord.model.span import words_of

# Who calls a claim baseless, or doubts it, need not say what happened.
_DENYING = ("denies",)
# Who gives another figure, or denies something else of a thing in it, says nothing against the deed.
_DENIED = frozenset({"denied", "negated"})
BESIDE = "beside"  # the last part of the name of a rule by which only what stands beside the deed is told otherwise
_AIMING = frozenset({"mean", "aim", "intend", "design", "time"})
_BESIDE = frozenset({"figure", "rival-figure", "of-the-thing", "other-target", "other-cause"})


def told_in(parse: Parse, words: Range, at: Mapping[int, str]) -> str | None:
    """The event that a claim's words (clean offsets) put forward: their head, or what it has for an object; not what only stands beside it. `at`: token -> event."""
    tokens = within(parse, words)
    inside = {t.i for t in tokens}
    roots = [t for t in tokens if t.head not in inside or t.head == t.i]
    verbs = [t for t in roots if t.dep != "punct"]
    charged = [at[c.i] for t in verbs if t.dep == "prep" and t.lower in ("for", "of", "with") for c in parse.children(t.i) if c.dep in ("pcomp", "pobj") and c.i in at]
    if len(verbs) == 2 and len(charged) == 1:
        return charged[0]  # "the band for mining the road", of whom "blames" is said
    if len(verbs) != 1:
        return None
    root = verbs[0]
    if root.i in at:
        return at[root.i]
    if root.lemma in _AIMING:
        return None  # "the arrests are meant to clear the field": what they are for is denied, not that they were made
    found = {at[c.i] for c in parse.children(root.i) if c.i in inside and c.i in at and c.dep in ("dobj", "nsubjpass", "xcomp", "ccomp", "attr")}
    if root.lemma.lower() in word_set("involvement_nouns"):
        found |= {at[o.i] for c in parse.children(root.i) if c.dep == "prep" for o in parse.children(c.i) if o.i in at}
    return next(iter(found)) if len(found) == 1 else None


def denials(
    disputes: Iterable[tuple[Dispute, str | None, bool]], events: Iterable[Event], nodes: Mapping[str, Attribution], version: str
) -> dict[str, tuple[Assertion, ...]]:
    """Event -> the assertions by which the sources of a dispute about it deny it, where it has none of theirs, and those of who claims what only denials are told of;
    `disputes` with the event each is about, and whether its claim says that there was none: who denies that "no shots were fired" says that some were."""
    by_id = {e.id: e for e in events}
    found: dict[str, dict[str, Assertion]] = {}
    for dispute, about, none in disputes:
        event = by_id.get(about or "")
        if event is None or not event.assertions or dispute.derivation["sides"].rule in _BESIDE or dispute.derivation["sides"].rule.endswith(f":{BESIDE}"):
            continue
        if event.type == "ACCUSE" and words_of(event.mentions[0].trigger).casefold().rstrip("s") in word_set("accusations"):
            continue  # "denied the allegations": they were made
        known = {a.attribution for a in event.assertions}
        for side in dispute.sides:
            for source in side.attributions:
                if side.stance not in _DENYING or source in known or source not in nodes:
                    continue
                axes = replace(event.assertions[0].axes, polarity="positive" if none else "negative", certainty="certain")
                how = {"status": Derivation("disputes", version, f"dispute:{side.stance}")}
                status = status_lexicon().label(axes, True) if none else "denied"
                found.setdefault(event.id, {})[source] = Assertion(source, status, axes, nodes[source].cue, how, dispute.confidence)
            if none:
                continue
            if side.stance == "asserts" and not side.outlet and all(a.status in _DENIED for a in event.assertions):
                # "rejected the union's claim that guards had beaten two men": what is denied, the union has said.
                for source in (s for s in side.attributions if s not in known and s in nodes):
                    said = words_of(nodes[source].cue).casefold()
                    charged = bool({said, said.rstrip("s")} & word_set("accusations"))
                    axes = replace(event.assertions[0].axes, polarity="positive", certainty="suspected" if charged else "certain", frame="accusation" if charged else "none")
                    how = {"status": Derivation("disputes", version, "dispute:asserts")}
                    found.setdefault(event.id, {})[source] = Assertion(source, status_lexicon().label(axes, True), axes, nodes[source].cue, how, dispute.confidence)
    return {event: tuple(made.values()) for event, made in found.items()}
