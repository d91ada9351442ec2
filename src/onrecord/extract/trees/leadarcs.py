"""parse, repairs: arcs of the long first sentence of a report, where a day stands between words that belong together: "hanged three men on Monday convicted of murder", "on Saturday, a security
source and two residents said"; and a group's sort before its name: "Sudan's paramilitary Rapid Support Forces"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.trees.oneform import hangs_on
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_UNDER_CHARGE = word_set("accused_participles") | {"want", "charge"}
_LOOSE = frozenset({"npadvmod", "appos", "dep", "conj", "dobj"})


def lead_arcs(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the sentence for the few words that open a rule."""
    for i in range(first, last):
        token = tokens[i]
        if token.tag == "VBN" and token.dep == "advcl" and token.lemma in _UNDER_CHARGE:
            _of_whom(tokens, i)
        elif token.dep in _SUBJECTS and token.pos == "ADJ":
            _sort_of_group(tokens, first, last, i)
        elif token.lower == "and" and token.dep == "cc":
            _first_source(tokens, first, last, i)
        elif token.lower == "of" and token.dep == "prep" and i + 1 < last and tokens[i + 1].tag == "VBG":
            _accused_of(tokens, i)
        elif token.lower == "to" and token.tag == "IN" and i + 1 < last and tokens[i + 1].tag == "VB":
            _due_to(tokens, first, i)


def _accused_of(tokens: list[Token], i: int) -> None:
    """ "accused armed groups loyal to Dune | of firing on a checkpoint": of what they are accused, and not of what they are."""
    at = tokens[tokens[i].head]
    while at.head != at.i and at.dep != "dobj":
        at = tokens[at.head]
    verb = tokens[at.head]
    if at.dep == "dobj" and at.i != tokens[i].head and verb.lemma in ("accuse", "suspect", "convict", "acquit") and verb.i < at.i and not any(t.head == verb.i and t.lower == "of" for t in tokens[verb.i : i]):
        tokens[i] = replace(tokens[i], head=verb.i)


def _of_whom(tokens: list[Token], i: int) -> None:
    """ "hanged three men on Monday convicted of bombing a mosque": those whom the verb befell were convicted, whatever day stands between."""
    verb = tokens[tokens[i].head]
    whom = next((t for t in tokens[verb.i + 1 : i] if t.head == verb.i and t.dep == "dobj"), None)
    if verb.i > i or whom is None or whom.pos not in _NOUNS:
        return
    between = [t for t in tokens[whom.i + 1 : i] if not hangs_on(tokens, t.i, whom.i)]
    if between and all(t.ent in ("DATE", "TIME") or (t.dep == "prep" and t.head == verb.i) for t in between) and any(t.ent in ("DATE", "TIME") for t in between):
        tokens[i] = replace(tokens[i], dep="acl", head=whom.i)


def _sort_of_group(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Sudan's paramilitary Rapid Support Forces shelled": one subject, whose sort the word before the name tells."""
    sort = tokens[i]
    name = next((t for t in tokens[i + 1 : last] if t.head == sort.head and t.dep in _SUBJECTS), None)
    if name is None or name.pos != "PROPN" or name.i > sort.head or any(not hangs_on(tokens, k, name.i) or tokens[k].pos != "PROPN" for k in range(i + 1, name.i)):
        return
    for t in tokens[first:i]:
        if t.head == i:
            tokens[t.i] = replace(t, head=name.i)
    tokens[i] = replace(sort, dep="amod", head=name.i)


def _first_source(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Gunmen killed 17 people on Saturday, a security source and two residents said": both say so; the parser takes the first for a noun of the sentence that is told."""
    source = tokens[tokens[i].head]
    other = next((t for t in tokens[i + 1 : last] if t.dep == "nsubj"), None)
    if source.i >= i or source.dep not in _LOOSE or source.pos not in _NOUNS or other is None or hangs_on(tokens, source.i, other.i):
        return
    verb = tokens[other.head]
    if verb.lemma not in word_set("verbs_of_saying") or verb.i < other.i or verb.tag not in ("VBD", "VBZ", "VBP") or hangs_on(tokens, other.i, source.i):
        return
    begin = next(k for k in range(first, source.i + 1) if hangs_on(tokens, k, source.i))
    row = all(hangs_on(tokens, k, source.i) or not tokens[k].text[0].isalnum() for k in range(begin, i)) and all(hangs_on(tokens, k, other.i) for k in range(i + 1, other.i + 1))
    told = next((t for t in tokens[first:begin] if t.head == verb.i and t.dep == "ccomp"), None)
    # The noun stands between the comma that ends what is told and the word "and".
    if not row or told is None or begin <= first or tokens[begin - 1].text != "," or source.head > source.i:
        return
    tokens[source.i] = replace(source, dep="nsubj", head=verb.i)
    tokens[other.i] = replace(other, dep="conj", head=source.i)


def _due_to(tokens: list[Token], first: int, i: int) -> None:
    """ "Israel was due to free 90 prisoners", "was set to hang two men": an infinitive, which tells what is to come; the parser takes "to" for a preposition."""
    ready, verb = tokens[max(i - 1, first)], tokens[i + 1]
    if ready.lower not in ("due", "set", "bound", "poised") or tokens[i].head != ready.i or verb.dep not in ("advcl", "pobj", "pcomp", "ccomp", "xcomp", "dep"):
        return
    tokens[i] = replace(tokens[i], pos="PART", tag="TO", dep="aux", head=verb.i)
    tokens[verb.i] = replace(verb, dep="xcomp", head=ready.i)
