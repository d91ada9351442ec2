"""events, second half, grouping: which event may be an earlier one told again where no word says so. Such a pair stays two events; the one told less of names the one that it may be."""

from __future__ import annotations

from itertools import product

from onrecord.extract.assembly.headlined import one_doer
from onrecord.extract.assembly.means import clash, two_deeds
from onrecord.extract.assembly.merge import Group, Merger
from onrecord.extract.assembly.mergewords import named_person, one_word, told, unnamed_doers
from onrecord.extract.assembly.settle import Settled
from onrecord.extract.assembly.takesup import anew
from onrecord.lexicon.tables import word_set

# How many groups back a deed may be told again, how many mentions of each are compared, and how many sentences back one told without parties may lie.
_WINDOW, _MEMBERS, _NEAR = 40, 4, 3
_REAL = frozenset({"occurred", "ongoing", "alleged"})
_SPOKEN = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT", "CONCEDE", "AGREE"})
_LONG = word_set("deeds_that_last")
_KILLING = word_set("words_of_one_killing") | word_set("nouns_of_one_killing")
_GROUND = word_set("verbs_of_seizing_ground") | {"seizure", "capture", "takeover", "enter", "move"}


def may_repeat(merger: Merger, groups: list[Group]) -> dict[int, int]:
    """Number of a group -> number of another that it may be: for one that only the headline tells any of the body, for the others one told before. `groups` in text order."""
    found: dict[int, int] = {}
    for i, group in enumerate(groups):
        headline = _headline(group)
        others = range(len(groups)) if headline else range(max(0, i - _WINDOW), i)
        ranked = [(score, j) for j in others if j != i and not _headline(groups[j]) and (score := _likeness(merger, group, groups[j])) > 0]
        if ranked:
            found[i] = max(ranked, key=lambda r: (r[0], -r[1] if headline else r[1]))[1]
    return found


def _headline(group: Group) -> bool:
    return all(m.title for m in group.members)


def _likeness(merger: Merger, group: Group, other: Group) -> int:
    """0 where nothing speaks for the two being one or something against it."""
    mine, theirs = group.members[:_MEMBERS], other.members[:_MEMBERS]
    pairs = list(product(mine, theirs))
    if not _statuses_meet(merger, mine, theirs) or any(_general(merger, s) or anew(merger.parse, s) for s in mine) or _dated_apart(merger, mine, theirs):
        return 0
    if any(two_deeds(merger.parse, s.candidate, [o.candidate for o in theirs]) for s in mine):
        return 0
    if group.type == other.type == "ASSAULT" and all(_of_ones_own(merger, s) for s in mine) and any(_several(merger, o) and _killed(merger, o) for o in theirs):
        return 1  # "They killed my son in that bar": one of the four whom the report tells of
    if any(merger.other_victims(s, theirs) for s in mine):
        return 0
    thing = any(_one_thing(merger, a, b) for a, b in pairs)
    ground = thing and all(any(merger.parse[s.candidate.head].lemma in _GROUND for s in side) for side in (mine, theirs))
    if group.type != other.type and not ground:
        return 0
    modes = [{m for s in side for m in s.candidate.modes} for side in (mine, theirs)]
    if (clash(*modes) and not (thing and _headline(group))) or any(merger.conflict(a, b) for a, b in pairs if not (ground or (thing and _headline(group)))):
        return 0
    shared = max(merger.shared(a, b) for a, b in pairs)
    if group.type in _SPOKEN:
        return shared if shared > 1 else 0
    near = min(abs(merger.parse[a.candidate.head].sent - merger.parse[b.candidate.head].sent) for a, b in pairs) <= _NEAR or _headline(group)
    alike = bool(modes[0] & modes[1]) or any(one_word(merger.parse, a.candidate, b.candidate) for a, b in pairs) or group.type == "CONSULT"
    if thing or any(_one_person(merger, a, b) for a, b in pairs) or shared > 1:
        return 2 + shared
    return 1 + shared if near and (shared or (alike and all(_vague(merger, s) for s in mine))) else 0


def _statuses_meet(merger: Merger, mine: list[Settled], theirs: list[Settled]) -> bool:
    a, b = ({merger.label(s) for s in side} for side in (mine, theirs))
    if any(s.status.background for s in mine) != any(s.status.background for s in theirs):
        return False
    return (a <= _REAL and b <= _REAL) or a == b or (mine[0].candidate.type == "CONSULT" and a | b <= _REAL | {"failed"})


def _general(merger: Merger, item: Settled) -> bool:
    """ "attacks", "the violence", "the war": a kind of deed or a long one, of which others are parts."""
    token = merger.parse[item.candidate.head]
    return item.candidate.nominal and (token.tag == "NNS" or token.lemma in _LONG) and token.lemma not in ("talk", "talks", "negotiation")


def _one_thing(merger: Merger, item: Settled, other: Settled) -> bool:
    """It befell the same thing, and nothing tells those who did the one from those who did the other."""
    return bool(item.object_lemmas & other.object_lemmas) and one_doer(merger.entities, item, other)


def _one_person(merger: Merger, item: Settled, other: Settled) -> bool:
    return any(named_person(merger.entities[e]) for e in told(item.recipients) & told(other.recipients))


def _of_ones_own(merger: Merger, item: Settled) -> bool:
    """ "They killed my son": one of the speaker's own, by whom and when is told by "they" at most."""
    p = merger.parse
    own = any(c.dep == "poss" and c.lower == "my" for a in item.candidate.recipients for c in p.children(a.head))
    named = any(p[a.head].pos != "PRON" for a in item.candidate.actors)
    return own and not named and _killed(merger, item) and not any(not t.inferred for t in item.times)


def _killed(merger: Merger, item: Settled) -> bool:
    return merger.parse[item.candidate.head].lemma in _KILLING


def _several(merger: Merger, item: Settled) -> bool:
    return any(merger.parse[a.head].tag in ("NNS", "CD") for a in item.candidate.recipients)


def _vague(merger: Merger, item: Settled) -> bool:
    """Nothing is told of who, where and when but "gunmen", "they", "the blast"."""
    doers = told(item.actors)
    own = any(not q.inferred for q in item.places) or any(not t.inferred for t in item.times)
    return (not doers or unnamed_doers(merger.entities, item)) and not told(item.recipients) and not item.objects and not own


def _dated_apart(merger: Merger, mine: list[Settled], theirs: list[Settled]) -> bool:
    """ "The mayor was shot dead on Sunday. In March, another town's mayor was gunned down": it has a day of its own, and stands in another sentence."""
    near = {merger.parse[s.candidate.head].sent for s in mine} & {merger.parse[s.candidate.head].sent for s in theirs}
    return not near and not any(s.title for s in mine) and any(not t.inferred for s in mine for t in s.times)
