"""events, makers: who made the act or thing that a participle behind its noun names ("a raid carried out by police")."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.status import status_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_ORDERING = frozenset({"order", "direct", "command"})  # who has a deed done answers for it
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
_UNMAKING = frozenset({"end", "cancellation", "prevention", "prohibition"})


def makers(parse: Parse, noun: int, clauses: tuple[str, ...]) -> list[int]:
    """The agents of the participles behind `noun` that tell who made it: not of "condemned by", "reported by" or "suffered by"."""
    told = [c for c in parse.children(noun) if c.dep in clauses and c.tag == "VBN" and _makes(c) and not unmakes(parse, c)]
    # "his allegation that the march was infiltrated by a gang": what is alleged, not who alleges it.
    told = [c for c in told if not (c.dep == "acl" and any(g.dep in ("nsubj", "nsubjpass") for g in parse.children(c.i)))]
    return [h for c in told for a in syntax.agents(parse, c.i) for h in syntax.conjuncts(parse, a)]


def _makes(verb: Token) -> bool:
    if _suffers(verb) or verb.lemma in word_set("verbs_of_being_beside") or verb.lemma in word_set("verbs_of_saying") or verb.lemma in word_set("verbs_of_regarding"):
        return False
    rules = [r for r in event_lexicon().rules_for("v", verb.lemma) if not r.companions]
    return verb.lemma in _ORDERING or not rules or any(r.type not in _SPOKEN for r in rules)


def unmakes(parse: Parse, verb: Token) -> bool:
    """ "a march banned by the police", "a protest broken up by guards": who stops a deed has not done it."""
    told = [verb.lemma, *(f"{verb.lemma} {c.lower}" for c in parse.children(verb.i) if c.dep == "prt")]
    return any(e.signature in _UNMAKING for words in told for e in status_lexicon().embeddings.get(("v", words), ()))


def _suffers(verb: Token) -> bool:
    return any(light.recipient == "subj" and light.slot == "obj" and len(light.words) == 1 for light in status_lexicon().light.get(verb.lemma, ()))


def of_deed(parse: Parse, noun: int) -> bool:
    """ "the condemnation of the raid by marines": the agent behind a raid is the raid's."""
    return any(r.type == "ASSAULT" for r in event_lexicon().rules_for("n", parse[noun].lemma))


def of_others(parse: Parse, noun: int, verb: Token, prep: Token) -> bool:
    """ "assist the bank in its inquiry", "met with protests": the act is not the subject's, but the bank's, or that of others against him."""
    object_ = syntax.child_of(parse, verb.i, "dobj")
    if verb.lemma in word_set("helping_verbs"):
        return object_ is not None and syntax.child_of(parse, noun, "poss") is not None
    return verb.lemma == "meet" and prep.lower == "with" and object_ is None
