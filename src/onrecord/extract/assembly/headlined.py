"""events, second half, grouping: a headline tells what the first sentence tells, in fewer and other words."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.extract.assembly.mergewords import named_party, things, told
from onrecord.extract.assembly.settle import Settled
from onrecord.model.actor import Entity


def one_thing(entities: Mapping[str, Entity], item: Settled, other: Settled) -> bool:
    """ "Militia ambushes army convoy", "Militiamen ambushed an army convoy": it befell the same, and those who did it may be one."""
    return bool(things(entities, item) & things(entities, other)) and one_doer(entities, item, other)


def struck_alike(entities: Mapping[str, Entity], item: Settled, other: Settled) -> bool:
    """ "Air strike hits hospital", "A military jet bombed a hospital": two words for one use of force, by which no two means are told."""
    mine, theirs = set(item.candidate.modes), set(other.candidate.modes)
    return item.candidate.type == "ASSAULT" and (not mine or not theirs or bool(mine & theirs)) and one_thing(entities, item, other)


def one_doer(entities: Mapping[str, Entity], item: Settled, other: Settled) -> bool:
    """Whether nothing tells those who did the one from those who did the other: a state and its marines, a militia of a region and militiamen; not two states, nor two groups with names."""
    mine, theirs = ([entities[e] for e in told(s.actors)] for s in (item, other))
    return not mine or not theirs or any(one_side(a, b) for a in mine for b in theirs)


def one_side(one: Entity, other: Entity) -> bool:
    """A state and its organ ("U.S. charges two", "the Justice Department charged two"), or two that share their sector and no two lands."""
    if one.id == other.id:
        return True
    lands = not one.countries or not other.countries or bool(set(one.countries) & set(other.countries))
    if not lands or (named_party(one) and named_party(other)) or one.kind == other.kind == "state":
        return False
    return bool(set(one.sectors) & set(other.sectors)) or ("state" in (one.kind, other.kind) and bool(one.countries and other.countries) and not {"REB", "UAF", "CRM", "CVL"} & {*one.sectors, *other.sectors})
