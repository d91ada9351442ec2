"""events, second half: deeds that a text only mentions. "Cases of murder", "an atmosphere favourable to dialogue", "willing to continue talks": a word on the way to
saying something else, with nobody who did it, nobody to whom it was done, no place, no time and no number of its own."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

# What such an event's type is still worth; others have the score of their rule, 0.6 and more.
IN_PASSING = 0.4
_ASIDE = frozenset({"pobj", "compound", "amod", "nmod", "pcomp", "acl", "xcomp", "poss", "npadvmod"})
_BESIDE = frozenset({"conj", "appos"})


def in_passing(parse: Parse, head: int) -> bool:
    """Whether the token stands where a sentence does not say that something happens: behind a preposition, before a noun, as the aim or object of an infinitive
    or participle. Subjects, predicates and what a finite verb takes are said. Cost: the height of the tree."""
    token = parse[head]
    while token.dep in _BESIDE and token.head != token.i:
        token = parse[token.head]
    if token.dep == "xcomp" and parse[token.head].lemma in word_set("verbs_of_coming_about") and parse[token.head].dep in ("ROOT", "conj", "ccomp", "relcl"):
        return False  # "began patrolling", "failed to convict anyone"
    if token.dep in _ASIDE:
        return True
    if token.dep not in ("dobj", "attr", "advcl", "dative"):
        return False
    verb = token if token.dep == "advcl" else parse[token.head]
    while verb.dep == "conj" and verb.head != verb.i:
        verb = parse[verb.head]
    finite = verb.tag in ("VBD", "VBZ", "VBP", "MD") or any(c.dep in ("aux", "auxpass") and c.tag in ("VBD", "VBZ", "VBP", "MD") for c in parse.children(verb.i))
    return verb.pos in syntax.VERBAL and not finite and verb.dep != "ROOT"
