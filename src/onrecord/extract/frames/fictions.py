"""events, first half: what a film, a play or a novel tells, which nobody did."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse, Token

_WORKS = word_set("works_of_fiction")
# A film, a series or a show may also be a record of what was done.
_EITHER = word_set("works_of_fiction_or_record")
_RECORDED = word_set("words_of_recordings")
_TELLING = word_set("verbs_of_telling_a_plot")
_PLOT_PARTS = word_set("parts_of_a_plot")
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "its"})
_INSIDE = frozenset({"in", "throughout"})
_TIMELESS = frozenset({"VBZ", "VBP"})
_LONGEST = 12


def told_in_fiction(parse: Parse, candidate: Candidate) -> bool:
    """ "In the film, soldiers massacre a village", "The novel tells how rebels storm a palace": told as a plot is, in the present tense or of a work that can only
    be invented, and nothing in the report calls the work a recording."""
    p = parse
    at, joined = candidate.head, False
    if candidate.nominal and any(t.ent in ("GPE", "NORP", "ORG", "PERSON", "DATE") for t in syntax.dependents_within(p, at, 3)):
        return False  # "The film depicts the massacre of Tutsis in 1994": it was done, whoever tells it
    for _ in range(_LONGEST):
        token = p[at]
        if _set_in(p, token) or (token.i != candidate.head and not joined and _plot(p, token)):
            return not _recorded(p)
        if token.head == at:
            return False
        # "The film shows a raid and was banned": what is told of the work is no part of it.
        joined = token.dep == "conj"
        at = token.head
    return False


def _set_in(parse: Parse, verb: Token) -> bool:
    """Whether a clause is said to be in a work: "In the play, a mob lynches the governor"."""
    p = parse
    if verb.pos not in ("VERB", "AUX"):
        return False
    opening = (c for c in p.children(verb.i) if c.dep == "prep" and c.lower in _INSIDE and c.i < verb.i)
    return any(_work(p, o, verb) for prep in opening for o in syntax.prep_objects(p, verb.i, prep.lower))


def _plot(parse: Parse, verb: Token) -> bool:
    """Whether the verb has a work for its subject and tells what happens in it."""
    p = parse
    if verb.lemma not in _TELLING or syntax.is_passive(p, verb.i):
        return False
    subjects = [syntax.antecedent(p, f.head) for f in syntax.surface_subject(p, verb.i)]
    return any(_work(p, s, verb) for s in subjects)


def _work(parse: Parse, noun: int, verb: Token) -> bool:
    p = parse
    token = p[noun]
    if token.lemma in _PLOT_PARTS:
        return any(_work(p, o, verb) for o in syntax.prep_objects(p, noun, "of"))
    if token.lemma.lower() in _WORKS:
        return True
    if token.lemma.lower() not in _EITHER or not _timeless(p, verb) or verb.dep == "ccomp":
        return False  # "a film that it says shows the raid": what somebody says a film shows is a recording
    below = p.children(noun)
    return any(c.lower in _ARTICLES or c.dep == "poss" for c in below) and not any(c.dep == "prep" and c.lower == "of" for c in below)


def _timeless(parse: Parse, verb: Token) -> bool:
    aux = syntax.auxiliaries(parse, verb.i)
    return verb.tag in _TIMELESS and not aux


def _recorded(parse: Parse) -> bool:
    return any(t.lemma.lower() in _RECORDED or t.lower in _RECORDED for t in parse.tokens)
