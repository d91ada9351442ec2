"""events, second half: whom somebody blames for the deed told just before, without a word for it: "A drone strike killed 31. Doctors blamed the rebels". The charge is an act of
speech, and its content is that those who are blamed did it: they become the deed's doers on the word of whoever blames them, as they do where the deed is named ("blamed the
rebels for the strike")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onrecord import syntax
from onrecord.extract.assembly.merge import Group
from onrecord.extract.assembly.mergewords import told, unnamed_doers
from onrecord.extract.assembly.settle import Settled
from onrecord.model.actor import Entity
from onrecord.model.attribution import Attribution
from onrecord.model.common import Derivation
from onrecord.model.event import Assertion, Participant
from onrecord.model.layers import AttributionLayer, CandidateStatus
from onrecord.model.parse import Parse
from onrecord.model.status import Axes

_BEHIND = 1  # sentences from the deed to the charge
_REAL = frozenset({"occurred", "ongoing"})
_CHARGED = Axes(certainty="suspected", frame="accusation")


def with_blame(parse: Parse, layer: AttributionLayer, entities: Mapping[str, Entity], groups: list[Group], stage: str, version: str) -> list[Group]:
    """The groups, those of attacks with one more mention for each charge that follows them. Cost: linear in the groups for each charge."""
    nodes = {n.id: n for n in layer.attributions}
    by_cue = {t: nodes[e.attribution] for e in layer.extents for t in e.cue}
    charges = [m for g in groups for m in g.members if _bare(parse, m)]
    found: dict[int, list[Settled]] = {}
    for charge in charges:
        node = by_cue.get(charge.candidate.head)
        deed = _blamed_for(parse, entities, groups, charge) if node is not None else None
        if deed is not None and node is not None:
            found.setdefault(id(deed), []).append(_as_told(deed.members[0], charge, node, stage, version))
    return [replace(g, members=sorted([*g.members, *found[id(g)]], key=lambda m: m.candidate.head)) if id(g) in found else g for g in groups]


def _bare(parse: Parse, item: Settled) -> bool:
    """Whether the mention is a charge that names whom somebody blames and not for what."""
    verb = parse[item.candidate.head]
    if item.candidate.type != "ACCUSE" or item.candidate.nominal or verb.lemma != "blame" or item.title or not told(item.recipients) or item.status.assertions[0].status != "occurred" or item.status.background:
        return False
    return not any(c.dep == "prep" and c.lower in ("for", "on", "over") for c in parse.children(verb.i)) and not any(syntax.prep_objects(parse, a.head, "for") for a in item.candidate.recipients)


def _blamed_for(parse: Parse, entities: Mapping[str, Entity], groups: list[Group], charge: Settled) -> Group | None:
    """The attack told last before the charge, by nobody or by people without a name; None where another deed, or its doers, were told."""
    at = charge.candidate.head
    before = [g for g in groups if g.type in ("ASSAULT", "COERCE") and any(m.candidate.head < at and not m.title for m in g.members)]
    last = max(before, key=lambda g: max(m.candidate.head for m in g.members if m.candidate.head < at and not m.title), default=None)
    if last is None or last.type != "ASSAULT":
        return None
    near = max(parse[m.candidate.head].sent for m in last.members if m.candidate.head < at and not m.title)
    doers = [m for m in last.members if told(m.actors) and (m.candidate.head < at or m.status.assertions[0].attribution is None)]
    known = any(not unnamed_doers(entities, m) for m in doers)
    real = last.members[0].status
    whom = told(charge.recipients) & {e for m in last.members for e in told(m.recipients)}
    verb = parse[at]
    aside = verb.dep == "conj" and verb.sent != near and any(c.dep in ("nsubj", "nsubjpass") for c in parse.children(verb.head))  # "Prices have doubled, and traders blamed the government"
    if aside or verb.sent - near > _BEHIND or known or whom or doers or real.assertions[0].status not in _REAL or real.background:
        return None
    return last


def _as_told(deed: Settled, charge: Settled, node: Attribution, stage: str, version: str) -> Settled:
    """The charge as a mention of the deed: who did it, alleged by whoever blames them."""
    how = {"entity": Derivation(stage, version, "inferred: blamed for it")}
    status = Assertion(node.id, "alleged", _CHARGED, node.cue, {"status": Derivation("status", version, "blamed:for it")})
    return replace(
        deed,
        candidate=replace(deed.candidate, head=charge.candidate.head, trigger=charge.candidate.trigger, actors=charge.candidate.recipients, recipients=(), modes=(), nominal=False),
        status=CandidateStatus(charge.candidate.head, (status,)),
        actors=tuple(Participant(p.entity, p.spans, True, how) for p in charge.recipients),
        recipients=(), objects=(), object_lemmas=frozenset(), places=(), times=(), count=None, trigger=charge.trigger, definite=False, title=False,
    )  # fmt: skip
