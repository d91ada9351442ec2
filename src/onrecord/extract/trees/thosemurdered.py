"""parse: people told of by what befell them, whom the small tagger takes for those who did it: "the priests brutally murdered in El Salvador", "the release of leaders, activists,
and detained prisoners"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_BEFELL = word_set("verbs_of_what_befell_people")
_OBJECTS = ("dobj", "ccomp", "xcomp", "dative")
_PRESENT = frozenset({"VBP", "VBZ"})


def those_murdered(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the sentence for the few words that open a rule."""
    for i in range(first + 2, last):
        if tokens[i].tag == "VBD" and tokens[i].lemma in _BEFELL:
            _said_who_they_are(tokens, first, last, i)
            _one_of_a_list(tokens, first, last, i)


def _said_who_they_are(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "mourn our brothers, the priests | brutally murdered in El Salvador": with nobody whom they murder, and a verb of the sentence before."""
    verb = tokens[i]
    subject = next((t for t in tokens[first:i] if t.head == i and t.dep == "nsubj" and t.pos in ("NOUN", "PROPN")), None)
    before = next((t for t in tokens[first:i] if t.head == i and t.dep == "ccomp" and t.tag in _PRESENT | {"VBD"}), None)
    if verb.dep != "ROOT" or subject is None or before is None or not before.i < subject.i or any(t.head == i and t is not before and (t.dep in _OBJECTS or t.dep in ("aux", "auxpass")) for t in tokens[first:last]):
        return
    noun = next((t for t in tokens[before.i + 1 : subject.i] if t.head == before.i and t.dep in ("dobj", "attr")), None)
    start = min(t.i for t in tokens[before.i + 1 : subject.i + 1] if t.i == subject.i or t.head == subject.i)
    if noun is None or tokens[start - 1].text != "," or start - 1 <= noun.i or any(t.pos in ("VERB", "AUX") for t in tokens[noun.i + 1 : subject.i]):
        return
    tokens[before.i] = replace(before, dep="ROOT", head=before.i)
    for t in tokens[first:last]:
        if t.head == i and t.i != i and (t.i < subject.i or t.dep == "punct") and t.i != before.i:
            tokens[t.i] = replace(t, head=before.i)
    tokens[subject.i] = replace(subject, dep="appos", head=noun.i)
    tokens[i] = replace(verb, tag="VBN", dep="acl", head=subject.i)


def _one_of_a_list(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "request the release of leaders, activists, | and detained prisoners": the last of a list, behind a verb in the present."""
    verb = tokens[i]
    main = tokens[verb.head]
    noun = next((t for t in tokens[i + 1 : min(i + 5, last)] if t.head == i and t.dep == "dobj" and t.pos == "NOUN"), None)
    listed = tokens[i - 3] if i >= first + 3 else verb
    if verb.dep != "conj" or main.tag not in _PRESENT or noun is None or tokens[i - 1].lower not in ("and", "or") or tokens[i - 2].text != ",":
        return
    if listed.pos != "NOUN" or listed.dep not in ("conj", "pobj", "dobj") or any(t.head == i and t.dep in ("nsubj", "aux", "auxpass") for t in tokens[first:i]):
        return
    tokens[i] = replace(verb, tag="VBN", dep="amod", head=noun.i)
    tokens[noun.i] = replace(noun, dep="conj", head=listed.i)
    for t in tokens[noun.i + 1 : last]:
        if t.head == i:
            tokens[t.i] = replace(t, head=main.i if t.dep == "punct" else noun.i)
