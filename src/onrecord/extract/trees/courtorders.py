"""parse, repairs: what a court orders of those before it, it does: "A judge ordered the editor held until March", "the court ordered two men released on bail"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_DONE = frozenset({"VBN", "VBD"})


def court_orders(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place: the court is who does it, "ordered" its auxiliary. Cost: linear in the tokens, times the sentence for each order of a court."""
    for i in range(first, last):
        token = tokens[i]
        if token.lemma != "order" or token.tag not in ("VBD", "VBZ", "VBN") or token.pos != "VERB":
            continue
        below = [t for t in tokens[first:last] if t.head == i and t.i != i]
        court = next((t for t in below if t.dep == "nsubj" and t.i < i), None)
        if court is None or court.lemma.lower() not in word_set("who_orders_custody") or any(t.dep in ("auxpass", "neg") for t in below):
            continue
        pair = _custody(tokens, below, i, last)
        if pair is not None:
            _done_by_court(tokens, first, last, i, *pair)


def _custody(tokens: list[Token], below: list[Token], i: int, last: int) -> tuple[int, int] | None:
    """Whom the order concerns and what is done to them, as places."""
    for t in below:
        if t.dep == "ccomp" and t.i > i and t.tag in _DONE and t.lemma in word_set("custody_verbs"):
            inner = [c for c in tokens[i + 1 : last] if c.head == t.i]
            whom = next((c for c in inner if c.dep in ("nsubj", "nsubjpass") and c.i < t.i), None)
            if whom is not None and not any(c.dep in ("mark", "aux", "auxpass") for c in inner):
                return whom.i, t.i
        if t.dep == "xcomp" and t.i > i and t.tag in _DONE and t.lemma in word_set("custody_verbs") and not any(c.head == t.i and c.dep in ("aux", "auxpass", "mark", "dobj") for c in tokens[i + 1 : last]):
            whom = next((c for c in below if c.dep == "dobj" and i < c.i < t.i), None)
            if whom is not None:
                return whom.i, t.i
        if t.dep == "dobj" and t.i > i:
            held = next((c for c in tokens[t.i + 1 : last] if c.head == t.i and c.dep == "acl" and c.tag in _DONE and c.lemma in word_set("custody_verbs")), None)
            if held is not None and held.i - 1 >= t.i and not any(c.text == "," for c in tokens[t.i : held.i]):
                return t.i, held.i
    return None


def _done_by_court(tokens: list[Token], first: int, last: int, i: int, whom: int, held: int) -> None:
    order = tokens[i]
    tokens[held] = replace(tokens[held], tag="VBD", pos="VERB", dep=order.dep, head=held if order.head == i else order.head)
    tokens[i] = replace(order, pos="AUX", dep="aux", head=held)
    tokens[whom] = replace(tokens[whom], dep="dobj", head=held)
    for t in tokens[first:last]:
        if t.head == i and t.i not in (i, held):
            tokens[t.i] = replace(t, head=held)
