"""events, second half, grouping: which event may be an earlier one told again where no word says so. Such a pair stays two events; the one told less of names the one that it may be."""

from __future__ import annotations

from itertools import product

from onrecord import numbers, syntax
from onrecord.extract.assembly.headlined import one_doer
from onrecord.extract.assembly.means import clash, two_deeds
from onrecord.extract.assembly.merge import Group, Merger
from onrecord.extract.assembly.mergewords import named_person, one_word, told, unnamed_doers
from onrecord.extract.assembly.retold import counts_apart
from onrecord.extract.assembly.secondtellings import met_there, told_of_before
from onrecord.extract.assembly.sequels import told_elsewhere
from onrecord.extract.assembly.setapart import apart_in_place, apart_in_time, set_apart
from onrecord.extract.assembly.settle import Settled
from onrecord.extract.assembly.takesup import DEATHS, anew
from onrecord.extract.entities.found import BODIES
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

# How many groups back a deed may be told again, how many mentions of each are compared, and how many sentences back one told without parties may lie.
_WINDOW, _MEMBERS, _NEAR, _CLOSE = 40, 4, 3, 2
_REAL = frozenset({"occurred", "ongoing", "alleged"})
_SPOKEN = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT", "CONCEDE", "AGREE"})
_LONG, _TROUBLES = word_set("deeds_that_last"), word_set("troubles_of_lands") - {"fighting"}
_GREAT = 9
_EXPELLING = frozenset({"expel", "deport"})
_HURTING = word_set("verbs_of_wounding") | {"kill", "die", "leave", "wounded", "dead", "injured"}
_BLOWS = frozenset({"beat", "strike", "stab", "shoot", "hit", "whip", "kick", "punch"})
_ANSWERS = frozenset({"counterattack", "counterattacks", "counteroffensive", "retaliation", "reprisal", "reprisals"})
_NEXT_ONE = frozenset({"second", "third", "fourth", "fifth", "sixth", "another"})
_GROUND = word_set("verbs_of_seizing_ground") | {"seizure", "capture", "takeover", "enter", "move"}


def may_repeat(merger: Merger, groups: list[Group]) -> dict[int, int]:
    """Number of a group -> number of another that it may be: for one that only the headline tells any of the body, for the others one told before. `groups` in text order."""
    found: dict[int, int] = {}
    for i, group in enumerate(groups):
        headline = _headline(group)
        others = range(len(groups)) if headline else range(max(0, i - _WINDOW), i)
        body = [j for j in others if j != i and not _headline(groups[j])]
        alone = [j for j in body if _of_its_kind(merger, group, groups[j])]
        ranked = [(score + 2 * (headline and met_there(merger, group.members, groups[j].members)), j) for j in body if (score := _likeness(merger, group, groups[j], alone == [j])) > 0]
        if ranked:
            found[i] = max(ranked, key=lambda r: (r[0], -r[1] if headline else r[1]))[1]
    return {i: _first_told(merger, groups, i, found) for i in found}


def _first_told(merger: Merger, groups: list[Group], at: int, found: dict[int, int]) -> int:
    """Of a deed told again and again the first telling, where the last does not speak against it."""
    first = found[at]
    while first in found and found[first] != at:
        before = groups[found[first]].members[:_MEMBERS]
        mine = groups[at].members[:_MEMBERS]
        if not _statuses_meet(merger, mine, before) or _said_apart(merger, mine, before) or any(two_deeds(merger.parse, s.candidate, [o.candidate for o in before]) for s in mine):
            break
        first = found[first]
    return first


def _headline(group: Group) -> bool:
    return all(m.title for m in group.members)


def _of_its_kind(merger: Merger, group: Group, other: Group) -> bool:
    """Whether the other one is a deed of now of the same type and done by the same means."""
    modes = [{m for s in g.members for m in s.candidate.modes} for g in (group, other)]
    return group.type == other.type and (bool(modes[0] & modes[1]) or not any(modes)) and not any(s.status.background for s in other.members) and merger.label(other.members[0]) in _REAL


def _likeness(merger: Merger, group: Group, other: Group, alone: bool) -> int:
    """0 where nothing speaks for the two being one or something against it. `alone`: there is no other deed of the kind before."""
    mine, theirs = group.members[:_MEMBERS], other.members[:_MEMBERS]
    pairs = list(product(mine, theirs))
    if again := told_of_before(merger, mine, theirs, alone):
        return again
    if not _statuses_meet(merger, mine, theirs) or any(_general(merger, s) or anew(merger.parse, s) for s in mine) or _dated_apart(merger, mine, theirs):
        return 0
    if any(two_deeds(merger.parse, s.candidate, [o.candidate for o in theirs]) for s in mine) or _said_apart(merger, mine, theirs):
        return 0
    headline = _headline(group)
    apart = min(abs(merger.parse[a.candidate.head].sent - merger.parse[b.candidate.head].sent) for a, b in pairs)
    if group.type == other.type == "ASSAULT" and not any(set_apart(merger.parse, merger.times, a, b) or apart_in_time(merger.times, a, b) or apart_in_place(merger.places, a, b) for a, b in pairs):
        if all(_of_ones_own(merger, s) for s in mine) and any(_several(merger, o) and _killed(merger, o) for o in theirs):
            return 1  # "They killed my son in that bar": one of the four whom the report tells of
        if not headline and all(s.title or _the_victims(merger, s) for s in mine) and any(_killed(merger, o) for o in theirs) and all(not told(o.actors) or unnamed_doers(merger.entities, o) for o in theirs):
            return 1  # "Gunmen killed 38 people ... The army said rebels killed the villagers": the one side's telling of it
        if apart <= _CLOSE and not headline and _toll(merger, mine) and not _toll(merger, theirs) and not _befell_one(merger, theirs) and (apart == 0 or not any("crowd-control" in o.candidate.modes for o in theirs)):
            return 1  # "A sergeant was killed", right behind the clash
    if headline and all(merger.parse[o.candidate.head].sent - merger.first_told in (0, 1) for o in theirs) and (group.type == other.type or _EXPELLING.issuperset(m for s in (*mine, *theirs) for m in s.candidate.modes)) and any(_of_one_number(merger, a, b) for a, b in pairs):
        return 3
    if group.type == other.type and apart <= _CLOSE and any(_counted_otherwise(merger, a, b) for a, b in pairs):
        return 1
    if any(merger.other_victims(s, theirs) for s in mine) and not any(_one_kind(merger, a, b) for a, b in pairs):
        return 0
    if any(told(o.recipients) and s.objects and not s.recipients for s in mine for o in theirs):
        return 0  # "A driver was shot. They burned one car"
    thing = any(_one_thing(merger, a, b) for a, b in pairs)
    ground = thing and all(any(merger.parse[s.candidate.head].lemma in _GROUND for s in side) for side in (mine, theirs))
    if group.type != other.type and not ground:
        return 0
    modes = [{m for s in side for m in s.candidate.modes} for side in (mine, theirs)]
    shared = max(merger.shared(a, b) for a, b in pairs)
    if clash(*modes) and not (thing and headline):
        return 0
    if not (ground or (thing and headline)):
        # "workers strike" in the headline, "walked off the job to protest": a later word of the same deed may have other parties
        against = [merger.conflict(a, b) for a, b in pairs]
        if all(against) or (any(against) and not (headline and shared)):
            return 0
    if headline and any(0 <= merger.parse[o.candidate.head].sent - merger.first_told <= 1 for o in theirs):
        return 1 + shared
    if group.type in _SPOKEN:
        return shared if shared > 1 else 0
    near = apart <= _NEAR or headline
    alike = bool(modes[0] & modes[1]) or any(one_word(merger.parse, a.candidate, b.candidate) for a, b in pairs) or group.type == "CONSULT"
    if thing or any(_one_person(merger, a, b) or _one_kind(merger, a, b) for a, b in pairs) or shared > 1:
        return 2 + shared
    vague = all(_vague(merger, s) for s in mine)
    known = not headline and apart <= _NEAR and _known_noun(merger, mine)
    return 1 + shared if (near and shared) or known or (vague and (apart == 0 or (alike and (near or alone)))) else 0


def _said_apart(merger: Merger, mine: list[Settled], theirs: list[Settled]) -> bool:
    """ "a second judge", "the town of Dorn" behind "the town of Lom", "stoned a bank" behind "burned a car": words that tell one deed from the other."""
    p = merger.parse
    for s in mine:
        if any(t.lower in _ANSWERS or (t.lower == "counter" and p[t.i + 1].text == "-") for t in (p[i] for i in p.subtree(s.candidate.head) if i + 1 < len(p))):
            return True  # "21 attackers were killed in a counter-attack"
        below = [c for h in _targets(s) for c in p.children(h)]
        if any(c.lower in _NEXT_ONE for c in below) and not any(c.dep == "det" and c.lower == "the" for c in below):
            return True
        bodies = any(merger.entities[e].kind in BODIES for e in told(s.recipients))
        for o in theirs:
            if "convict" in s.candidate.modes and (mine_years := _terms(p, s)) and (their_years := _terms(p, o)) and mine_years.isdisjoint(their_years):
                return True  # "twelve years" and "each given seven years"
            if any(p[a].lemma == p[b].lemma and (x := _of_name(p, a)) and (y := _of_name(p, b)) and x != y for a in _targets(s) for b in _targets(o)):
                return True
            if bodies and o.objects and not told(o.recipients) and not s.title:
                return True
    return False


def _terms(parse: Parse, item: Settled) -> set[int]:
    """The lengths of the penalties that a verdict tells."""
    below = (parse[i] for i in parse.subtree(item.candidate.head))
    return {n for t in below if t.tag == "CD" and parse[t.head].lemma in ("year", "month") and (n := numbers.value([t.lower])) is not None}


def _targets(item: Settled) -> list[int]:
    return [a.head for a in (*item.candidate.recipients, *item.candidate.objects)]


def _of_name(parse: Parse, head: int) -> str:
    """ "Lom" of "the town of Lom"."""
    return next((parse[o].lower for o in syntax.prep_objects(parse, head, "of") if parse[o].text[:1].isupper()), "")


def _befell_one(merger: Merger, side: list[Settled]) -> bool:
    """ "shot dead a judge", "beat Ana Luz, a student": whom it befell is told, and is one."""
    p = merger.parse
    return any(any(merger.entities[e].kind in ("person", "office") for e in told(s.recipients)) and not _several(merger, s) and p[s.candidate.head].lemma in DEATHS | _HURTING | _BLOWS for s in side)


def _statuses_meet(merger: Merger, mine: list[Settled], theirs: list[Settled]) -> bool:
    a, b = (told - {"denied"} if told & _REAL else told for told in ({merger.label(s) for s in side} for side in (mine, theirs)))  # who denies a deed tells of it too
    if any(s.status.background for s in mine) != any(s.status.background for s in theirs):
        return False
    return (a <= _REAL and b <= _REAL) or a == b or (mine[0].candidate.type == "CONSULT" and a | b <= _REAL | {"failed"})


def _general(merger: Merger, item: Settled) -> bool:
    """ "attacks", "the violence", "the war": a kind of deed or a long one, of which others are parts."""
    token = merger.parse[item.candidate.head]
    return item.candidate.nominal and ((token.tag == "NNS" and (item.candidate.type == "ASSAULT" or token.lemma in event_lexicon().classes["attack_noun"])) or token.lemma in _LONG | _TROUBLES)


def _toll(merger: Merger, side: list[Settled]) -> bool:
    """Whether nothing is told but whom it befell: "A sergeant was killed and five soldiers were wounded"; no name, by which a killing of its own is told."""
    p = merger.parse
    own = any(not q.inferred for s in side for q in s.places) or any(not t.inferred for s in side for t in s.times)
    named = any(named_person(merger.entities[e]) for s in side for e in told(s.recipients))
    hurt = all((p[s.candidate.head].lemma in _HURTING or p[s.candidate.head].lower in _HURTING) and not told(s.actors) and not s.objects and s.count is None for s in side)
    return hurt and not own and not named and not any(told_elsewhere(p, s.candidate.head) or any(c.lower == "also" for c in p.children(s.candidate.head)) for s in side)


def _of_one_number(merger: Merger, title: Settled, body: Settled) -> bool:
    """ "Rivals free 118 detainees", "exchanged 118 prisoners": one number, too great for chance, in the headline and the lead."""
    p = merger.parse
    found = [{n for t in p.sentence_tokens(p[s.candidate.head].sent) if t.tag == "CD" and t.ent not in ("DATE", "TIME") and (n := numbers.value([t.lower])) is not None and n > _GREAT} for s in (title, body)]
    return bool(found[0] & found[1])


def _counted_otherwise(merger: Merger, item: Settled, other: Settled) -> bool:
    """ "Nine were detained, a lawyer said. The governor's office said twelve": two counts of one deed by two who tell of it."""
    if not set(item.candidate.modes) & set(other.candidate.modes) or not counts_apart(merger.entities, item, other) or told(item.actors) or told(other.actors):
        return False
    voices = [{a.attribution for a in s.status.assertions} for s in (item, other)]
    return voices[0].isdisjoint(voices[1]) and None not in voices[0]


def _one_thing(merger: Merger, item: Settled, other: Settled) -> bool:
    """It befell the same thing, and nothing tells those who did the one from those who did the other."""
    return bool(item.object_lemmas & other.object_lemmas) and one_doer(merger.entities, item, other)


def _one_person(merger: Merger, item: Settled, other: Settled) -> bool:
    return any(named_person(merger.entities[e]) for e in told(item.recipients) & told(other.recipients))


def _one_kind(merger: Merger, item: Settled, other: Settled) -> bool:
    """ "one of its field commanders ... the commander": whom it befell is called by one noun, by which nobody else is."""
    p = merger.parse
    heads = [[p[a.head] for a in s.candidate.recipients] for s in (item, other)]
    whom = [{t.lemma.lower() for t in side if t.tag in ("NN", "NNS")} for side in heads]
    one_of = any(t.tag == "NNS" and p[t.head].lower == "of" and p[p[t.head].head].lower == "one" for t in heads[1])
    return one_of and len(heads[0]) == 1 and bool(whom[0] & whom[1]) and any(c.lower == "the" for c in p.children(heads[0][0].i))


def _known_noun(merger: Merger, side: list[Settled]) -> bool:
    """ "The attack on the village": a definite noun, for something known."""
    return all(s.candidate.nominal and s.definite and merger.parse[s.candidate.head].tag == "NN" for s in side)


def _of_ones_own(merger: Merger, item: Settled) -> bool:
    """ "They killed my son": one of the speaker's own, by whom and when is told by "they" at most."""
    p = merger.parse
    own = any(c.dep == "poss" and c.lower == "my" for a in item.candidate.recipients for c in p.children(a.head))
    named = any(p[a.head].pos != "PRON" for a in item.candidate.actors)
    return own and not named and _killed(merger, item) and not any(not t.inferred for t in item.times)


def _the_victims(merger: Merger, item: Settled) -> bool:
    """ "killed the villagers": people without a name, whom the report has told of before."""
    p = merger.parse
    heads = [p[a.head] for a in item.candidate.recipients]
    return bool(heads) and _killed(merger, item) and not item.candidate.nominal and all(t.tag == "NNS" and any(c.lower in ("the", "these", "those") for c in p.children(t.i)) and not any(c.dep == "nummod" for c in p.children(t.i)) for t in heads)


def _killed(merger: Merger, item: Settled) -> bool:
    return merger.parse[item.candidate.head].lemma in DEATHS


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
    dated = [any(not t.inferred for s in side for t in s.times) for side in (mine, theirs)]  # where both are, `apart_in_time` tells
    return not near and not any(s.title for s in mine) and dated[0] and not (dated[1] and _known_noun(merger, mine))
