"""events, second half, grouping: what the names and numbers of two mentions say of their being one."""

from __future__ import annotations

from onrecord import numbers
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity
from onrecord.model.event import Participant

_BRINGING_IN = word_set("bringing_in")


def told(side: tuple[Participant, ...]) -> set[str]:
    """Parties that the frame names; inferred ones neither join nor part two mentions."""
    return {p.entity for p in side if not p.inferred}


_CRAFT = "inferred: owner of the craft"
_ACCUSED = "inferred: party of the speech act"


def doers(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> tuple[set[str], set[str]]:
    """The parties that two frames name for doers; where one has the owner of a craft for its doer ("hit by an army helicopter"), that one too, and who is
    accused of the other."""
    if not any(d.rule == _CRAFT for p in (*one, *other) for d in p.derivation.values()):
        return told(one), told(other)
    first, second = ({p.entity for p in side if not p.inferred or any(d.rule in (_CRAFT, _ACCUSED) for d in p.derivation.values())} for side in (one, other))
    return first, second


def head(words: str) -> str:
    """The head of an object's words: the last one before a preposition."""
    before = words.split(" of ")[0].split(" in ")[0].split(" at ")[0].split()
    return before[-1] if before else ""


def apart(one: Entity, two: Entity) -> bool:
    """Whether both are counted and the counts are too far apart for one toll told twice: "at least six civilians", "some 30 civilians"."""
    sizes = [next((v for w in e.name.split() if (v := numbers.value([w])) is not None), None) for e in (one, two)]
    if sizes[0] is None or sizes[1] is None:
        return False
    return max(sizes[0], sizes[1]) > 2 * max(1, min(sizes[0], sizes[1]))


def count(entity: Entity) -> int | None:
    return numbers.value(entity.name.split()[:1])


def both_fighters(one: Entity, two: Entity) -> bool:
    """Whether both are called fighters, whatever the word: "31 militants", "31 fighters"."""
    return {one.name.split()[-1].casefold().rstrip("s"), two.name.split()[-1].casefold().rstrip("s")} <= word_set("words_of_fighters")


def amounts(words: str) -> frozenset[int]:
    """The numbers in the words for a thing."""
    return frozenset(v for w in words.split() if (v := numbers.value([w.casefold().strip(",")])) is not None)


def brought_in(entity: Entity) -> bool:
    """Whether the words bring somebody new in: "a woman", "dozens of women". Two such are two."""
    first = entity.name.split()[0].casefold() if entity.name.split() else ""
    return first in _BRINGING_IN or numbers.value([first]) is not None


def head_word(entity: Entity) -> str:
    return entity.name.split(" of ")[0].split()[-1].casefold() if entity.name.split() else ""


def named_person(entity: Entity) -> bool:
    return entity.kind == "person" and any(m.kind == "name" for m in entity.mentions)


def named_party(entity: Entity) -> bool:
    """A person or an armed or criminal group with a name: two such are two, whatever country and trade they share."""
    return entity.kind in ("person", "armed_group", "criminal_group") and any(m.kind == "name" for m in entity.mentions)
