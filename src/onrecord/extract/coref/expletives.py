"""Where "it" means no actor: "it is clear that", "it took days", "the group said it was carried out in revenge". A helper of clustering, no stage."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_EXPLETIVE, _IMPERSONAL = word_set("expletive_verbs"), word_set("impersonal_adjectives")
# "it was an attempt to silence critics": a deed, and nobody
_TRIED = frozenset({"attempt", "bid", "effort", "attack", "assault", "act", "ploy", "tactic"})
# What is done to deeds and plans alone: "it was committed by rebels"
_DEEDS = word_set("passives_of_deeds")
# Whose object does, or did, what a gerund behind them tells: "accused Sudan of invading it"
_LAID_TO = word_set("verbs_of_charging_with") | word_set("accusing_verbs") | word_set("verbs_of_thanks_and_blame") | word_set("verbs_of_warning_off")
_CLAUSES = frozenset({"ccomp", "csubjpass", "csubj"})
_SUBJECT = ("nsubj", "nsubjpass")
_OPEN = frozenset({"if", "whether"})


def means_nobody(parse: Parse, at: int) -> bool:
    """Whether the "it" of a token stands for no actor; False for any other word."""
    token, verb = parse[at], parse.head(at)
    if token.lower != "it":
        return False
    if verb is None or token.dep not in _SUBJECT:
        return token.dep not in (*_SUBJECT, "dobj", "dative") or (verb is not None and verb.dep == "pcomp" and laid_to(parse, verb.i) is None)
    if verb.pos not in syntax.VERBAL or verb.lemma in _EXPLETIVE:
        return True
    below = list(parse.children(verb.i))
    if verb.lemma == "be":
        if any(c.lower in _IMPERSONAL or (c.dep == "attr" and c.lemma in _TRIED) for c in below if c.dep in ("acomp", "attr", "advmod", "ccomp")):
            return True
        # "it is no secret that", "it was in Lom that he was held"
        return any(c.dep in ("attr", "prep", "acomp") and c.i > verb.i for c in below) and any(c.dep == "ccomp" and c.i > verb.i and any(m.lower == "that" for m in parse.children(c.i)) for c in below)
    if token.dep != "nsubjpass":
        return False
    if any(c.dep in _CLAUSES or (c.dep == "advcl" and any(m.lower in _OPEN for m in parse.children(c.i))) for c in below):
        return True
    return verb.lemma in _DEEDS or any(f"{verb.lemma} {c.lower}" in _DEEDS for c in below if c.dep == "prt")


def laid_to(parse: Parse, gerund: int) -> int | None:
    """ "The army blamed the rebels for attacking it": the token of who does, by the verb above, what a gerund behind a preposition tells; None in "demanded money for returning it"."""
    above = next((a for a in parse.ancestors(gerund) if a.pos in syntax.VERBAL), None)
    if parse[gerund].dep != "pcomp" or above is None or above.lemma not in _LAID_TO:
        return None
    return next((c.i for c in parse.children(above.i) if c.dep == "dobj"), None)
