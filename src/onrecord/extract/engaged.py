"""Which actors a record keeps: whoever has a name or a part in something, and groups of people that a report tells of; no plain noun beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity

_FAINT = word_set("faint_people") | word_set("faint_bodies")
_PEOPLE = frozenset({"person", "office"})
# Firms and media are told of as background more often than as actors.
_TRADES = frozenset({"BUS", "JRN"})
_GROUPS = frozenset({"armed_group", "criminal_group", "population"})


def engaged(entities: Iterable[Entity], rest: object) -> tuple[Entity, ...]:
    """The entities without those that only a plain noun mentions and that no other part of the record (`rest`: any nesting of its types and tuples)
    refers to by id, unless the noun is for people of some sort, for an armed group, or for a body that is of a state or
    has a public part.

    Cost: linear in the size of the record.
    """
    told = set(_strings(rest))
    return tuple(e for e in entities if e.id in told or any(m.kind == "name" for m in e.mentions) or _listed(e) or _speaks(e))


def _listed(entity: Entity) -> bool:
    return any(d.rule.startswith("list:") for d in entity.derivation.values())


def _speaks(entity: Entity) -> bool:
    """Whether the noun alone tells of actors: "villagers", "the rebels", "the Chadian consulate"; not "persons", "a network", "businesses"."""
    if _faint(entity):
        return False
    if entity.kind in _PEOPLE:
        return bool(entity.sectors)
    return entity.kind in _GROUPS or bool(entity.countries) or bool(set(entity.sectors) - _TRADES)


def _faint(entity: Entity) -> bool:
    rule = entity.derivation["mentions"].rule.split("+")[0] if "mentions" in entity.derivation else ""
    return rule.removeprefix("role:").rpartition(" ")[2] in _FAINT


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, list)):
        for one in part:
            yield from _strings(one)
    elif is_dataclass(part):
        for one in fields(part):
            yield from _strings(getattr(part, one.name))
