"""attributions: "said it does not target civilians and had no part in the attack": what is denied behind "and" goes on with the denial before it, and is no word of the outlet's."""

from __future__ import annotations

from dataclasses import replace

from onrecord import syntax
from onrecord.extract.speech.claimed import Claimed
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_JOINING = frozenset({"and", "or", "nor"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def denied_too(parse: Parse, claim: Claimed) -> Claimed:
    """The claim with the second denial of the same ones, where its content ends before it."""
    start, end = claim.content[-1]
    if claim.at < 0 or parse[claim.at].pos not in syntax.VERBAL or start < parse[claim.at].end:
        return claim
    for token in parse.sentence_tokens(parse[claim.at].sent):
        first = parse[token.head]
        if token.i > claim.at and token.head == claim.at and _no_part(parse, token):
            # Of two tenses ("does not target", "had no part") the tree hangs the second on the saying.
            inside = [t for t in parse.sentence_tokens(token.sent) if start <= t.start < end]
            first = next((t for t in inside if t.pos in syntax.VERBAL and not start <= parse[t.head].start < end), first)
        if token.start < end or token.dep != "conj" or token.pos not in syntax.VERBAL or not start <= first.start < end:
            continue
        between = [t for t in parse.tokens[first.i + 1 : token.i] if t.start >= end and t.text != ","]
        if not between or between[0].lower not in _JOINING or any(c.dep in _SUBJECTS for c in parse.children(token.i)) or token.lemma in word_set("verbs_of_saying"):
            return claim
        if not (_denied(parse, token) and _denied(parse, first)):
            return claim
        words = [k for k in parse.subtree(token.i) if parse[k].pos != "PUNCT"]
        return replace(claim, content=(*claim.content[:-1], (start, parse[words[-1]].end)))
    return claim


def _denied(parse: Parse, verb: Token) -> bool:
    """ "does not target", "had no part"."""
    below = parse.children(verb.i)
    return any(c.dep == "neg" for c in below) or any(c.dep in ("dobj", "attr") and any(g.lower == "no" for g in (c, *parse.children(c.i))) for c in below)


def _no_part(parse: Parse, verb: Token) -> bool:
    """ "had no part in it", "played no role": nobody but who is accused says so."""
    return any(c.dep == "dobj" and c.lemma.lower() in word_set("involvement_nouns") and any(g.lower == "no" for g in parse.children(c.i)) for c in parse.children(verb.i))
