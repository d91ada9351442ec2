"""parse: a phrase of its own that the small parser joins to the noun behind it as if the two were one name: "in two southern districts soldiers detained nine
students", "held several nurses hostage"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_WHERE = frozenset({"in", "across", "at", "near", "throughout", "around", "inside", "outside"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_OWN = ("compound", "amod", "det", "nummod", "poss", "nmod")
_HELD = frozenset({"hold", "take", "keep", "seize"})


def false_compounds(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the words of a noun phrase."""
    for i in range(first, last):
        if tokens[i].dep == "prep" and tokens[i].lower in _WHERE:
            _place_before_doer(tokens, i, last)
        elif tokens[i].lower == "hostage" and tokens[i].dep in ("dobj", "pobj"):
            _held_hostage(tokens, first, i)
        elif tokens[i].dep in ("nsubj", "nsubjpass") and i > first + 1 and tokens[i - 1].text == "-":
            _rest_of_name(tokens, first, i)


def _place_before_doer(tokens: list[Token], i: int, last: int) -> None:
    """ "In raids in five provinces police arrested ten": the place is the preposition's, which would have no object else; the doer is the noun before the verb."""
    verb = next((t for t in tokens[i + 1 : last] if t.pos in ("VERB", "AUX", "PUNCT", "ADP", "SCONJ", "CCONJ")), None)
    if verb is None or verb.tag not in _FINITE or verb.i < i + 3:
        return
    doer = tokens[verb.i - 1]
    phrase = tokens[i + 1 : doer.i]
    if doer.pos != "NOUN" or any(t.head != doer.i and not i < t.head < doer.i for t in phrase) or any(t.head == i for t in phrase):
        return
    bare = doer.head == i and doer.dep == "pobj" and not any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass", "expl") for t in tokens[i:last])
    if not bare and not (doer.head == verb.i and doer.dep in ("nsubj", "nsubjpass")):
        return
    place = next((t for t in reversed(phrase) if t.dep == "compound" and t.head == doer.i and (t.pos == "PROPN" or t.lemma.lower() in word_set("settlement_nouns") | {"capital"})), None)
    if place is None or (place.i < doer.i - 1 and any(t.dep != "compound" or t.head != doer.i for t in tokens[place.i + 1 : doer.i])):
        return
    if place.pos == "PROPN" and doer.head == i:
        return  # "In Kabul police arrested ...": nothing tells "Kabul police" from a place and its doer but the verb that lacks one
    for t in phrase[: place.i - i - 1]:
        if t.head == doer.i and t.dep in _OWN:
            tokens[t.i] = replace(t, head=place.i)
    tokens[place.i] = replace(place, dep="pobj", head=i)
    tokens[doer.i] = replace(doer, dep="nsubjpass" if doer.dep == "nsubjpass" else "nsubj", head=verb.i)


def _rest_of_name(tokens: list[Token], first: int, i: int) -> None:
    """ "Army chief Abdel Fattah al-Burhan last week rejected": the last part of a name is the verb's subject, and the parts before it, with a title, are no others of it."""
    name, article = tokens[i], tokens[i - 2]
    if name.ent != "PERSON" or article.ent != "PERSON" or article.end != tokens[i - 1].start or tokens[i - 1].end != name.start or name.head <= i:
        return
    at = i - 3
    while at >= first and tokens[at].ent == "PERSON":
        if tokens[at].head == name.head:
            tokens[at] = replace(tokens[at], dep="compound", head=i)
        at -= 1
    if at >= first and tokens[at].head == name.head and tokens[at].dep in ("nsubj", "nsubjpass") and tokens[at].pos in ("NOUN", "PROPN"):
        tokens[at] = replace(tokens[at], dep="compound", head=i)


def _held_hostage(tokens: list[Token], first: int, i: int) -> None:
    """ "held several nurses hostage", "holding dozens of workers hostage": whom they hold, and as what."""
    hostage = tokens[i]
    held = tokens[i - 1] if i > first else hostage
    if held.dep != "compound" or held.head != i or held.pos not in ("NOUN", "PROPN"):
        return
    verb = tokens[hostage.head]
    while verb.dep in ("prep", "dobj") and verb.i > first:
        verb = tokens[verb.head]
    if verb.lemma not in _HELD or verb.i >= held.i:
        return
    for t in tokens[verb.i + 1 : held.i]:
        if t.head == i and t.dep in _OWN:
            tokens[t.i] = replace(t, head=held.i)
    tokens[held.i] = replace(held, dep=hostage.dep, head=hostage.head)
    tokens[i] = replace(hostage, dep="oprd", head=verb.i)
