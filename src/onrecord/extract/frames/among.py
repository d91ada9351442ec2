"""events, first half: who some of those are who did a deed or whom it befell: "Ana Luz was among those held", "twelve people, including Ana Luz"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_NOUNS = ("NOUN", "PROPN", "NUM")
_MANY = ("NNS", "NNPS", "CD")
_BODY, _MAIMING = word_set("parts_of_a_body"), word_set("verbs_of_maiming")
_OPENING = (",", "(", "–", "—")


def named_among(parse: Parse, head: int) -> list[int]:
    """ "Ana Luz was among those held", "among those held was Ana Luz", "those held included Ana Luz": whom the sentence names of the "those" at token `head`."""
    above = parse.head(head)
    if parse[head].lower != "those" or above is None:
        return []
    if above.lower in ("among", "amongst") and above.dep == "prep":
        verb = parse.head(above.i)
        named = [c for c in parse.children(verb.i) if c.dep in ("nsubj", "attr") and c.pos in _NOUNS] if verb is not None and verb.lemma == "be" else []
    elif parse[head].dep == "nsubj" and above.lemma == "include":
        named = [c for c in parse.children(above.i) if c.dep == "dobj" and c.pos in _NOUNS]
    else:
        return []
    return syntax.conjuncts(parse, named[0].i) if len(named) == 1 else []


def with_named(parse: Parse, found: list[syntax.Found], known: Container[int]) -> list[syntax.Found]:
    """The fillers `found` and those of them whom the sentence names, whose heads are among `known`: "Twelve people were arrested, including the lawyer Ana Luz", "nine activists, among them Ana Luz"."""
    heads = [f.head for f in found if not f.inherited and parse[f.head].tag in _MANY]
    # "the lawyer Ana Luz, who": an actor by the noun that the name stands beside.
    told = ((n, parse[n].head if parse[n].dep == "appos" else n) for head in heads for n in _some_of(parse, head))
    named = dict.fromkeys(next(k for k in places if k in known) for places in told if any(k in known for k in places))
    return [*found, *(syntax.Found(n) for n in named if all(n != f.head for f in found))]


def with_owners(parse: Parse, verb: int, found: list[syntax.Found], known: Container[int]) -> list[syntax.Found]:
    """The fillers `found` of a verb and whose arm or jaw is meant by those that are parts of a body: "had his arm broken by masked men", "broke the driver's jaw"; heads among `known`."""
    if parse[verb].lemma not in _MAIMING:
        return found
    owners = (c.i for f in found if parse[f.head].lemma in _BODY for c in parse.children(f.head) if c.dep == "poss" and c.i in known)
    return [*found, *(syntax.Found(o) for o in dict.fromkeys(owners) if all(o != f.head for f in found))]


def _some_of(parse: Parse, head: int) -> Iterator[int]:
    verb = parse.head(head)
    places = {head, verb.i} if verb is not None and verb.pos in syntax.VERBAL else {head}
    for mark in parse.sentence_tokens(parse[head].sent):
        if mark.dep != "prep" or mark.i < head + 2 or parse[mark.i - 1].text not in _OPENING:
            continue
        if (mark.lower == "including" and mark.head in places) or (mark.lower == "among" and mark.head == head):
            below = [h for c in parse.children(mark.i) if c.dep == "pobj" and c.pos in _NOUNS for h in syntax.conjuncts(parse, c.i)]
            yield from (n for h in below if (n := _name_at(parse, h)) is not None)


def _name_at(parse: Parse, head: int) -> int | None:
    """The name at a noun: its own, or that of whom it is told."""
    if parse[head].pos == "PROPN":
        return head
    return next((c.i for c in parse.children(head) if c.dep == "appos" and c.pos == "PROPN" and c.i > head), None)
