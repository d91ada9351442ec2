"""parse, repairs: trees of calling: "held what it called a security operation" (what was held is the operation, whatever it was called), "called him to thank him" (by
telephone, and no summons)."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_CALLING = frozenset({"call", "term", "label", "dub", "brand"})


def what_called(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the sentence for each verb of calling behind "what"."""
    for i in range(first + 2, last - 1):
        verb, above = tokens[i], tokens[tokens[i].head]
        if verb.lemma == "call" and verb.pos == "VERB":
            _to_thank(tokens, i, last)
        if verb.lemma in _CALLING and verb.dep == "csubj" and above.i > i:
            _subject(tokens, first, i)
        if verb.lemma not in _CALLING or verb.dep not in ("ccomp", "pcomp") or above.i >= i:
            continue
        what = next((t for t in tokens[above.i + 1 : i] if t.head == i and t.lower == "what" and t.dep in ("dobj", "nsubj", "attr")), None)
        named = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "oprd" and t.pos in ("NOUN", "PROPN")), None)
        if what is None or named is None or not any(t.head == i and t.dep == "nsubj" for t in tokens[what.i + 1 : i]):
            continue
        if verb.dep == "ccomp" and (above.pos != "VERB" or any(t.head == above.i and t.dep == "dobj" for t in tokens[first:last]) or above.lemma in word_set("verbs_of_saying")):
            continue  # "said what it called a raid was legal"
        tokens[named.i] = replace(named, dep="dobj" if verb.dep == "ccomp" else "pobj", head=above.i)
        tokens[i] = replace(verb, dep="parataxis", head=named.i)
        over = above.i if verb.dep == "ccomp" else above.head
        for t in tokens[named.i + 1 : last]:
            if t.head == i and t.dep in ("cc", "conj") and not any(c.head == t.i and c.dep in ("nsubj", "nsubjpass") for c in tokens[named.i : t.i]):
                tokens[t.i] = replace(t, head=over)  # "rejected what it called a lie | and expelled the envoy"
        for t in tokens[i + 1 : last]:
            if t.head == i and t.i > named.i and t.dep in ("prep", "npadvmod", "advmod", "punct"):
                tokens[t.i] = replace(t, head=above.i if verb.dep == "ccomp" else named.i)


def _to_thank(tokens: list[Token], i: int, last: int) -> None:
    """ "The king called the president to congratulate him": no summons of the president's; why the king called."""
    whom = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "dobj"), None)
    told = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "xcomp" and t.tag == "VB" and t.lemma in word_set("verbs_of_thanks")), None)
    if whom is not None and told is not None and whom.i < told.i:
        tokens[told.i] = replace(told, dep="advcl")


def _subject(tokens: list[Token], first: int, i: int) -> None:
    """ "What the government called a terrorist attack | killed two": the attack killed them, whatever it was called."""
    verb, main = tokens[i], tokens[tokens[i].head]
    what = next((t for t in tokens[first:i] if t.head == i and t.lower == "what"), None)
    named = next((t for t in tokens[i + 1 : main.i] if t.head == i and t.dep == "oprd" and t.pos in ("NOUN", "PROPN")), None)
    if what is None or named is None or not any(t.head == i and t.dep == "nsubj" for t in tokens[what.i + 1 : i]):
        return
    passive = any(t.head == main.i and t.dep == "auxpass" for t in tokens[i : main.i])
    tokens[named.i] = replace(named, dep="nsubjpass" if passive else "nsubj", head=main.i)
    tokens[i] = replace(verb, dep="parataxis", head=named.i)
