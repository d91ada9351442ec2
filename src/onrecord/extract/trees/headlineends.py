"""parse, repairs: ends of headlines that tell without "were" what befell somebody: "Navy rescues 60, three bodies found", "League halts aid after staff detained"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_LONGEST = 16
_STOPS = frozenset({".", "?", "!", ";", ":", "…", '"', "“", "”"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def headline_ends(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens."""
    while last > first and not tokens[last - 1].text.strip():
        last -= 1
    if not 4 < last - first <= _LONGEST or any(t.text in _STOPS for t in tokens[first:last]):
        return
    verb = tokens[last - 1]
    subject = next((t for t in tokens[first : verb.i] if t.head == verb.i and t.dep == "nsubj"), None)
    if verb.tag not in ("VBD", "VBN") or subject is None or subject.i != verb.i - 1 or any(t.head == verb.i and t.dep in ("dobj", "aux", "auxpass") for t in tokens[first:last]):
        return
    counted = any(t.head == subject.i and t.dep == "nummod" for t in tokens[first : subject.i])
    if verb.lemma not in word_set("done_to_people") and not (counted and verb.lemma == "find"):
        return
    if verb.dep in ("advcl", "conj", "parataxis"):
        _undergone(tokens, subject, verb)
        return
    before = next((t for t in tokens[first : subject.i] if t.head == verb.i and t.dep == "ccomp" and t.tag in _FINITE), None)
    if verb.head == verb.i and before is not None and any(t.text == "," for t in tokens[before.i : subject.i]):
        # the clause before the comma is no word of those found
        for t in tokens[first : subject.i]:
            if t.head == verb.i and t.i not in (before.i, subject.i):
                tokens[t.i] = replace(t, head=before.i)
        tokens[before.i] = replace(before, dep="ROOT", head=before.i)
        _undergone(tokens, subject, replace(verb, dep="conj", head=before.i))


def _undergone(tokens: list[Token], subject: Token, verb: Token) -> None:
    tokens[verb.i] = replace(verb, tag="VBN")
    tokens[subject.i] = replace(subject, dep="nsubjpass")
