"""events, first half: who some of those are whom a deed befell, where only "those" stands beside its word."""

from __future__ import annotations

from onrecord import syntax
from onrecord.model.parse import Parse

_NOUNS = ("NOUN", "PROPN", "NUM")


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
