"""events, first half: acts that PLOVER does not code beside another act of the same sentence."""

from __future__ import annotations

from onrecord import syntax
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse

_PURPOSE = frozenset({"advcl", "xcomp", "acl"})


def swallowed(parse: Parse, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates without those that another one of their sentence covers (sections 3 and 4 of the PLOVER reference).

    A demand that a crowd makes by its protest ("marched to demand", "on strike demanding") is the protest alone; forces that move and strike in one breath
    ("advanced on the town and shelled it") strike. Both only where the grammar ties the two words to one doer. A patrol that is attacked is whom it befell.
    What is fired or used in one breath ("fired tear gas and rubber bullets") is used in one act.
    """
    crowds = [c for c in candidates if c.type == "PROTEST"]
    assaults = [c for c in candidates if c.type == "ASSAULT" and not c.nominal]
    return tuple(
        c
        for c in candidates
        if not (c.type == "REQUEST" and not c.nominal and any(_purpose_of(parse, c, crowd) for crowd in crowds))
        and not (c.type == "MOBILIZE" and any(_coordinated(parse, c, assault) or (c.nominal and any(a.head == c.head for a in assault.recipients)) for assault in assaults))
        and not (c.type == "ASSAULT" and c.nominal and any(_in_one_breath(parse, c, assault) for assault in assaults))
    )


def _purpose_of(parse: Parse, demand: Candidate, protest: Candidate) -> bool:
    """Whether the demand is a clause without a subject of its own below the protest's words."""
    token = parse[demand.head]
    return token.dep in _PURPOSE and token.head in protest.trigger and all(c.dep not in ("nsubj", "nsubjpass") for c in parse.children(token.i))


def _in_one_breath(parse: Parse, means: Candidate, assault: Candidate) -> bool:
    """Whether means against a crowd stand in a row with those in the words of an act: "fired tear gas and rubber bullets", "used batons, tear gas and water cannon"."""
    if "crowd-control" not in means.modes or "crowd-control" not in assault.modes:
        return False
    row = syntax.conjuncts(parse, syntax.first_conjunct(parse, max(means.trigger)))
    return len(row) > 1 and parse[row[0]].dep == "dobj" and parse[row[0]].head in assault.trigger


def _coordinated(parse: Parse, move: Candidate, assault: Candidate) -> bool:
    """Whether the assault follows the move under an "and" with the same subject, and is as real as it."""
    token = parse[assault.head]
    if token.dep != "conj" or token.head not in move.trigger:
        return False
    beside = parse.children(assault.head)
    joined = [c.lower for c in parse.children(token.head) if c.dep == "cc"]
    return joined == ["and"] and all(c.dep not in ("nsubj", "nsubjpass", "neg", "aux") for c in beside)
