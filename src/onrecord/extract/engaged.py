"""Which actors a record keeps: whoever has a name or a part in something, and people and bodies of a state; no other plain noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity

_FAINT = word_set("faint_people") | word_set("faint_bodies")
_CROWDS = word_set("collective_people") | word_set("crowd_bodies")
_PEOPLE = frozenset({"person", "office"})


def engaged(entities: Iterable[Entity], rest: object) -> tuple[Entity, ...]:
    """The entities without those that only a plain noun mentions and that no other part of the record (`rest`: any nesting of its types and tuples)
    refers to by id, unless the text tells of which country they are: such a noun often repeats in other words somebody whom the record has.

    Cost: linear in the size of the record.
    """
    told = set(_strings(rest))
    return tuple(e for e in entities if e.id in told or any(m.kind == "name" for m in e.mentions) or _listed(e) or _somebody(e))


def _listed(entity: Entity) -> bool:
    return any(d.rule.startswith("list:") for d in entity.derivation.values())


def _somebody(entity: Entity) -> bool:
    """Whether the noun tells of actors without more: "Chadian villagers", "the Chadian consulate"; not "the Chadian", "persons", "a network"."""
    return bool(entity.countries) and _noun(entity) not in _FAINT and not (entity.kind in _PEOPLE and _single(entity))


def _noun(entity: Entity) -> str:
    rule = entity.derivation["mentions"].rule.split("+")[0] if "mentions" in entity.derivation else ""
    return rule.removeprefix("role:").rpartition(" ")[2]


def _single(entity: Entity) -> bool:
    """Whether the noun stands in the singular, in which the table of roles has it."""
    return entity.name.lower().endswith(_noun(entity).lower()) and _noun(entity) not in _CROWDS


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, list)):
        for one in part:
            yield from _strings(one)
    elif is_dataclass(part):
        for one in fields(part):
            yield from _strings(getattr(part, one.name))
