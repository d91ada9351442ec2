"""events, second half: what of a complement is told beside it (places, times, circumstances, relative clauses, one's own troops), so that nobody in it is the other party."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.extract.phrases.placing import TOWN_NOUNS
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse, Token

_CIRCUMSTANCE = word_set("circumstance_prepositions")
_TIMING = word_set("joining_words_of_time")
# Who only tells of the thing: "announced by" or "proposed by" would tell whose it is.
_CITING = frozenset({"cite", "mention", "quote", "report", "document", "describe"})
# Deeds that somebody may give way to.
_PRESSING = frozenset({"PROTEST", "REQUEST", "ASSAULT", "THREATEN", "COERCE"})
_CHARGED = word_set("accused_participles")
_PLACING = word_set("placing_before_names") | word_set("where_prepositions")


def moved(parse: Parse, by_head: Mapping[int, Candidate], token: Token) -> bool:
    """ "shelved a plan to deploy troops": those whom one sends are one's own; nor is a party who is dead ("agreed to hand over the bodies of 15 soldiers")."""
    verb = by_head.get(token.head)
    if token.dep == "pobj" and parse[token.head].lower == "of" and parse[parse[token.head].head].lemma in word_set("remains_of_people"):
        return True
    return token.dep == "dobj" and verb is not None and verb.type == "MOBILIZE"


def aside(parse: Parse, by_head: Mapping[int, Candidate], token: Token, top: int) -> bool:
    """Places, times and circumstances below `top`: "in Geneva", "after talks with the envoy", "without returning to the capital", "after the envoy used his veto"."""
    below = token
    pressing = (act := by_head.get(token.head)) is not None and act.type in _PRESSING and token.dep == "nsubj"
    for above in parse.ancestors(token.i):
        if below.i == top:
            break
        if below.dep == "advcl" and _beside(parse, below.i, pressing, token):
            return True
        if below.dep == "relcl" and any(c.lower in ("where", "when") for c in parse.children(below.i)):
            return True  # "held a vigil in Oslo, where the suspect had lived"
        # "involved in the beating of monks" names them; "in the camp of monks" hardly ever matters.
        # "in Serbia's second city" is where.
        town = token.head == below.i and below.lower in TOWN_NOUNS
        if below.dep in ("pobj", "pcomp") and above.lower in _CIRCUMSTANCE and (below is token or above.lower not in _PLACING or town):
            return True
        below = above
    return False


def _beside(parse: Parse, clause: int, pressing: bool, token: Token) -> bool:
    """ "returned to work after the union accepted a raise", "unless the captives are freed"; "gave way after pupils stormed the office" tells to whom,
    "appealed for witnesses after a driver was robbed" does not."""
    marks = [c.lower for c in parse.children(clause) if c.dep in ("mark", "advmod")]
    pressing = pressing and not any(c.dep == "npadvmod" and c.lemma in word_set("units_of_counting") for c in parse.children(clause))  # "ruled it out a day after thousands marched"
    return any((m in _TIMING and not pressing) or (m in ("if", "unless") and token.dep == "nsubjpass") for m in marks)


def told_beside(parse: Parse, token: int, top: int) -> bool:
    """Whether a word stands in a relative clause below `top`, or is told of what somebody is accused or who cites it: "will investigate the shooting, which drew
    condemnation from the bloc", "ordered the arrest of a man suspected of spying for Iran", "is investigating the raids, cited by the rebels"."""
    below = [parse[token]]
    for above in parse.ancestors(token):
        if below[-1].i == top:
            break
        below.append(above)
    return any(t.dep == "relcl" or (t.dep in ("acl", "advcl") and t.tag == "VBN" and t.lemma in _CHARGED | _CITING) for t in below)
