"""events, second half, grouping: by which means a deed was done, as its modes tell."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse

_KILLING = frozenset({"kill", "murder", "execute", "assassinate", "behead", "shoot", "slay", "massacre", "lynch", "hang"})
_MEANS = frozenset({"aerial", "drone", "explosives", "heavy-weapons", "firearms", "targeted", "destroy", "suicide-attack", "troops", "weapons"})
# No one deed is both: an air strike and a suicide bombing.
_FROM_ABOVE = frozenset({"aerial", "drone"})
_BY_HAND = frozenset({"suicide-attack", "firearms"})


def clash(mine: set[str], theirs: set[str]) -> bool:
    """Whether they are modes that no two words for one deed share; means of attack ("bombing", "strike", "drone strike") may be told by halves."""
    if "sexual" in mine ^ theirs:
        return True  # "the killing of a miner" is not the abuse told beside it
    if not mine or not theirs or mine & theirs:
        return False
    if (mine & _FROM_ABOVE and theirs & _BY_HAND) or (theirs & _FROM_ABOVE and mine & _BY_HAND):
        return True
    return not (mine <= _MEANS and theirs <= _MEANS)


def taken_or_killed(parse: Parse, one: Candidate, others: Collection[Candidate]) -> bool:
    """Whether a killing and an abduction are told, in verbs: "nine were abducted and two of them were killed" are two deeds."""

    def killing(c: Candidate) -> bool:
        return not c.nominal and parse[c.head].lemma in _KILLING and "abduct" not in c.modes

    return any(killing(a) and not b.nominal and "abduct" in b.modes for o in others for a, b in ((one, o), (o, one)))


def other_means(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Whether both tell means of attack and none in common: "the bombing" is sooner the car bomb than the air strikes."""
    known, own = _MEANS.intersection(theirs), _MEANS.intersection(mine)
    return bool(known and own and not known & own)
