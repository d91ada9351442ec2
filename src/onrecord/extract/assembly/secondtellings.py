"""events, second half, grouping: tellings that may be of a deed told before although their parties differ: "the meeting", "the suspects were held", a crime that a court and prosecutors tell of."""

from __future__ import annotations

from itertools import product

from onrecord.extract.assembly.merge import Merger
from onrecord.extract.assembly.mergewords import told
from onrecord.extract.assembly.setapart import apart_in_place, apart_in_time, set_apart
from onrecord.extract.assembly.settle import Settled
from onrecord.lexicon.tables import word_set

_REAL = frozenset({"occurred", "ongoing"})
_ANYBODY = frozenset({"people", "person", "man", "woman", "other", "member", "victim", "civilian", "official"})
_NEAR = 3
# Years below which somebody is called a teenager, and words around whom his age stands.
_GROWN, _AROUND = 20, 6


def told_of_before(merger: Merger, mine: list[Settled], theirs: list[Settled], alone: bool) -> int:
    """How much speaks for it, 0 for nothing. `alone`: there is no other deed of the kind before."""
    if mine[0].candidate.type != theirs[0].candidate.type or any(merger.label(s) not in _REAL for s in (*mine, *theirs)) or _apart(merger, mine, theirs):
        return 0
    if any(s.status.background for s in mine) != any(s.status.background for s in theirs):
        return 2 if _crime_of_old(merger, mine, theirs) else 0
    kind = mine[0].candidate.type
    if kind == "CONSULT":
        return 2 if _the_meeting(merger, mine, theirs) or met_there(merger, mine, theirs) else 0
    if kind == "ASSAULT" and (_thing_again(merger, mine, theirs) or _youth(merger, mine, theirs)):
        return 3
    if kind == "COERCE" and alone and "arrest" in mine[0].candidate.modes:
        return 2 if all(_those_taken(merger, s) for s in mine) else 0
    if alone and kind == "SANCTION" and all(s.title for s in mine) and not any(s.title for s in theirs):
        return 1 if any(_of_one_land(merger, a, b) for a, b in product(mine, theirs)) else 0
    return 0


def _apart(merger: Merger, mine: list[Settled], theirs: list[Settled]) -> bool:
    return any(set_apart(merger.parse, merger.times, a, b) or apart_in_time(merger.times, a, b) or apart_in_place(merger.places, a, b) for a, b in product(mine, theirs))


def _crime_of_old(merger: Merger, mine: list[Settled], theirs: list[Settled]) -> bool:
    """ "sentenced for ordering police to fire on student protesters in July 2024 ... Prosecutors said six students were killed when police opened fire": one doer, one kind of victims, and a day for one of them at most."""
    if not all(s.candidate.type == "ASSAULT" for s in (*mine, *theirs)) or all(any(not t.inferred for s in side for t in s.times) for side in (mine, theirs)):
        return False
    doers = any(told(a.actors) & told(b.actors) for a, b in product(mine, theirs))
    modes = {m for s in mine for m in s.candidate.modes} & {m for s in theirs for m in s.candidate.modes}
    return doers and bool(modes) and bool(_victims(merger, mine) & _victims(merger, theirs))


def _victims(merger: Merger, side: list[Settled]) -> set[str]:
    """The nouns by which those are called whom it befell: {"student", "protester"} of "student protesters"."""
    p = merger.parse
    heads = [p[a.head] for s in side for a in s.candidate.recipients]
    return {t.lemma.lower() for h in heads for t in (h, *(c for c in p.children(h.i) if c.dep == "compound")) if t.pos == "NOUN"} - _ANYBODY


def _the_meeting(merger: Merger, mine: list[Settled], theirs: list[Settled]) -> bool:
    """ "the minister, who chaired the meeting": the one told of just before."""
    p = merger.parse
    pointed = all(s.candidate.nominal and s.definite and p[s.candidate.head].tag == "NN" for s in mine)
    return pointed and any(0 <= p[a.candidate.head].sent - p[b.candidate.head].sent <= _NEAR for a, b in product(mine, theirs))


def met_there(merger: Merger, mine: list[Settled], theirs: list[Settled]) -> bool:
    """ "as envoys meet in Lom" in the headline, and "the delegations held talks in Lom": the words of both tell one place."""
    here, there = ({merger.places[q.place].name for s in side for q in s.places if not q.inferred and q.place in merger.places} for side in (mine, theirs))
    return all(s.title for s in mine) and not any(s.title for s in theirs) and bool(here & there)


def _thing_again(merger: Merger, mine: list[Settled], theirs: list[Settled]) -> bool:
    """ "attacked a convoy of 18 trucks ... The convoy was on its way when it was ambushed": the thing told of before, and no second one since."""
    p = merger.parse
    if any(told(s.recipients) or s.title for s in mine):
        return False
    again = {n for s in mine if (n := _target(merger, s)) is not None and any(c.lower == "the" for c in p.children(n))}
    first = {n for s in theirs for a in (*s.candidate.objects, *s.candidate.recipients) for n in (a.head,) if any(c.lower in ("a", "an") for c in p.children(n))}
    return any(p[x].lemma == p[y].lemma and y < x and not any(t.lemma == p[x].lemma and any(c.lower in ("a", "an", "another") for c in p.children(t.i)) for t in p.tokens[y + 1 : x]) for x in again for y in first)


def _target(merger: Merger, item: Settled) -> int | None:
    """What a deed was done to; of "when it was ambushed" the subject of the clause above."""
    p = merger.parse
    whom = next((a.head for a in (*item.candidate.objects, *item.candidate.recipients)), None)
    whom = whom if whom is not None else next((c.i for c in p.children(item.candidate.head) if c.dep == "nsubjpass"), None)
    if whom is None or p[whom].lower != "it":
        return whom
    above = p.head(item.candidate.head)
    return next((c.i for c in p.children(above.i) if c.dep in ("nsubj", "nsubjpass") and c.pos == "NOUN"), None) if above is not None and p[item.candidate.head].dep == "advcl" else None


def _youth(merger: Merger, mine: list[Settled], theirs: list[Settled]) -> bool:
    """ "teen killed in raid" in the headline, "shot dead a 16-year-old, Ivo Weil": one young person, by noun and by age."""
    p = merger.parse
    if not all(s.title for s in mine) or any(s.title for s in theirs):
        return False
    heads = [[p[a.head] for s in side for a in s.candidate.recipients] for side in (mine, theirs)]
    young = any(h.tag == "NN" and h.lemma.lower() in word_set("nouns_of_the_young") for h in heads[0])
    aged = any(t.text.isdigit() and int(t.text) < _GROWN and t.i + 2 < len(p) and p[t.i + 1].text == "-" and p[t.i + 2].lower == "year" for h in heads[1] for t in p.tokens[max(0, h.i - _AROUND) : h.i + _AROUND] if t.sent == h.sent)
    return young and (aged or any(h.tag == "NN" and h.lemma.lower() in word_set("nouns_of_the_young") for h in heads[1]))


def _those_taken(merger: Merger, item: Settled) -> bool:
    """ "The suspects were held in raids on four houses": those of whose arrest the report has told."""
    p = merger.parse
    heads = [p[a.head] for a in item.candidate.recipients]
    return bool(heads) and not told(item.actors) and all(h.lemma.lower() in word_set("those_arrested") and any(c.lower in ("the", "those", "these") for c in p.children(h.i)) for h in heads)


def _of_one_land(merger: Merger, item: Settled, other: Settled) -> bool:
    """ "US sanctions financier" and "the Treasury Department announced sanctions": a state and a body of it."""
    lands = [{c for e in told(s.actors) for c in merger.entities[e].countries} for s in (item, other)]
    return bool(lands[0]) and lands[0] == lands[1]
