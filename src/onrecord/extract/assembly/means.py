"""events, second half, grouping: by which means a deed was done, as its modes tell."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.extract.phrases.standing import answered_deed
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse

_KILLING = word_set("words_for_killing_outright")
_MEANS = frozenset({"aerial", "drone", "explosives", "heavy-weapons", "firearms", "targeted", "destroy", "suicide-attack", "troops", "weapons"})
_LONG = word_set("long_units")
# No one deed is both: an air strike and a suicide bombing.
_FROM_ABOVE = frozenset({"aerial", "drone"})
_BY_HAND = frozenset({"suicide-attack", "firearms"})


def clash(mine: set[str], theirs: set[str]) -> bool:
    """Whether they are modes that no two words for one deed share; means of attack ("bombing", "strike", "drone strike") may be told by halves."""
    if not mine or not theirs or mine & theirs:
        return False
    if (mine & _FROM_ABOVE and theirs & _BY_HAND) or (theirs & _FROM_ABOVE and mine & _BY_HAND):
        return True
    return not (mine <= _MEANS and theirs <= _MEANS)


def two_deeds(parse: Parse, one: Candidate, others: Collection[Candidate]) -> bool:
    """Whether words that could tell of one deed tell of two: a killing beside another wrong, or a deed that answers another."""
    if any(_for_which(parse, a, b) for o in others for a, b in ((one, o), (o, one))):
        return True
    if any(one_of_some_kind(parse, a, b) for o in others for a, b in ((one, o), (o, one))):
        return True
    return _taken_or_killed(parse, one, others) or _answers(parse, one, others) or any(_hours_apart(parse, a.head, b.head) for o in others for a, b in ((one, o), (o, one)))


def _for_which(parse: Parse, noun: Candidate, verb: Candidate) -> bool:
    """ "Iran hangs three men over mosque bombing", "executed for the murder of a guard": for what somebody is put to death is no part of it."""
    prep = parse.head(noun.head)
    return noun.nominal and not verb.nominal and prep is not None and parse[noun.head].dep == "pobj" and prep.lower in ("over", "for") and prep.head == verb.head and "targeted" in verb.modes


def one_of_some_kind(parse: Parse, deed: Candidate, other: Candidate) -> bool:
    """ "denied killing any minor", with fourteen people killed: it is denied that such a one is among them, not that they were killed. "Any protester", where protesters were beaten, denies all."""
    told = {parse[a.head].lemma for a in (*other.recipients, *other.objects)}
    kinds = word_set("kinds_of_victims")
    return bool(told) and any(
        parse[a.head].lemma in kinds and parse[a.head].lemma not in told and any(c.lower == "any" for c in parse.children(a.head)) for a in (*deed.recipients, *deed.objects)
    )


def _hours_apart(parse: Parse, later: int, earlier: int) -> bool:
    """ "Hours after a bomb killed 12, planes struck a base": what stands in a clause by which another deed is dated is not that deed."""
    dated = [t for t in (parse[earlier], *parse.ancestors(earlier)) if t.dep == "advcl"]
    for clause in dated:
        below = parse.children(clause.i)
        measured = any(c.dep == "npadvmod" and c.lemma in _LONG for c in below) and any(c.dep == "mark" and c.lower in ("after", "before") for c in below)
        if measured and later not in parse.subtree(clause.i) and parse[later].sent == parse[earlier].sent:
            return True
    return False


def _taken_or_killed(parse: Parse, one: Candidate, others: Collection[Candidate]) -> bool:
    """Whether a killing is told beside another wrong: "nine were abducted and two of them were killed", "the killing of a miner ... sexual abuse" are two deeds."""

    def killing(c: Candidate) -> bool:
        return parse[c.head].lemma in _KILLING and not {"abduct", "sexual"} & set(c.modes)

    def apart(killed: Candidate, other: Candidate) -> bool:
        return killing(killed) and ("sexual" in other.modes or ("abduct" in other.modes and not killed.nominal and not other.nominal))

    return any(apart(a, b) for o in others for a, b in ((one, o), (o, one)))


def _answers(parse: Parse, one: Candidate, others: Collection[Candidate]) -> bool:
    """ "shelled a base in retaliation for the strike": what answers a deed is another one."""
    pairs = [(a, b) for o in others for a, b in ((one, o), (o, one))]
    return any(answered_deed(parse, a.head) and any(b.head == t.i or (b.nominal and parse[b.head].head == t.i) for t in parse.ancestors(a.head)) for a, b in pairs)


def another_doer(parse: Parse, verb: int) -> bool:
    """ "said rebels killed nine on Sunday and that it killed 20 of them": the second verb has a subject of its own that does it."""
    return parse[verb].dep == "conj" and any(c.dep == "nsubj" and c.pos == "PRON" and c.tag == "PRP" for c in parse.children(verb))


def other_means(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Whether both tell means of attack and none in common: "the bombing" is sooner the car bomb than the air strikes."""
    known, own = _MEANS.intersection(theirs), _MEANS.intersection(mine)
    return bool(known and own and not known & own)
