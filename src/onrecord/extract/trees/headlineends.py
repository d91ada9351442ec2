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
    for i in range(first + 3, last - 1):
        _attack_behind(tokens, first, last, i)
    verb = tokens[last - 1]
    subject = next((t for t in tokens[first : verb.i] if t.head == verb.i and t.dep == "nsubj"), None)
    if verb.tag not in ("VBD", "VBN") or subject is None or subject.i != verb.i - 1 or any(t.head == verb.i and t.dep in ("dobj", "aux", "auxpass") for t in tokens[first:last]):
        return
    counted = any(t.head == subject.i and t.dep == "nummod" for t in tokens[first : subject.i])
    if verb.lemma not in word_set("done_to_people") and not (counted and verb.lemma == "find"):
        return
    if verb.dep in ("advcl", "conj", "parataxis") or (verb.dep == "ccomp" and verb.head < subject.i and any(t.text == "," for t in tokens[verb.head : subject.i])):
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


def _attack_behind(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Curfew in Lom after protesters torch party office", "as troops storm prison": the word behind those many is what they did."""
    word, subject, opener = tokens[i], tokens[i - 1], tokens[i - 2]
    if word.lower not in word_set("headline_attacks") or not word.text.islower() or opener.lower not in ("after", "as", "while", "when") or (subject.tag not in ("NNS", "NNPS") and subject.lower not in ("police", "crowd")):
        return
    end = i + 1
    while end < last and tokens[end].pos in ("NOUN", "ADJ", "PROPN", "NUM", "DET"):
        end += 1
    target = end - 1
    if target == i or any(t.tag in _FINITE for t in tokens[i + 1 : last]):
        return
    above = opener.head if opener.head < i - 2 else next((t.i for t in tokens[first : i - 2] if t.head == t.i), first)
    tokens[i] = replace(word, pos="VERB", tag="VBP", lemma=word.lower, dep="advcl", head=above, ent="")
    tokens[i - 1] = replace(subject, dep="nsubj", head=i, ent="")
    tokens[i - 2] = replace(opener, dep="mark", pos="SCONJ", head=i)
    for k in range(i + 1, target):
        tokens[k] = replace(tokens[k], dep="compound" if tokens[k].pos in ("NOUN", "PROPN") else tokens[k].dep, head=target)
    tokens[target] = replace(tokens[target], dep="dobj", head=i)
    for k in range(end, last):
        if tokens[k].head in (i - 2, i - 1, *range(i, target)) or tokens[k].head == k:
            tokens[k] = replace(tokens[k], head=target if tokens[k].lower == "of" else i)
