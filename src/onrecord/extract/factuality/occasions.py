"""status: on which occasions an embedding predicate reads otherwise than its row says: the table `occasions.tsv`. A helper of the status stage, no stage."""

from __future__ import annotations

from collections.abc import Callable

from onrecord import syntax
from onrecord.extract.factuality.tenses import done_before
from onrecord.lexicon.status import Embedding, Occasion, StatusLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_MEASURES = word_set("standing_measures")
_WHERE = frozenset({"to", "into", "at", "from", "on", "in", "before", "outside"})
_FINITE = frozenset({"VBD", "VBZ"})


def reading_on_occasion(parse: Parse, lexicon: StatusLexicon, entry: Embedding, i: int, negated: bool, of_any: Callable[[int], bool]) -> Occasion | None:
    """The row that the form of the predicate at `i` asks for, None where its own row stands; `of_any` says whether what it is told of is indefinite."""
    rows = lexicon.occasions.get(f"{' '.join((entry.head, *entry.companions))}/{entry.pos}", ())
    rows = tuple(r for r in rows if not r.given or r.given == entry.signature)
    if not rows:
        return None
    holding = _occasions(parse, i, negated, of_any)
    return next((r for r in rows if r.occasion in holding), None)


def _occasions(parse: Parse, i: int, negated: bool, of_any: Callable[[int], bool]) -> frozenset[str]:
    """Every occasion of the table that the predicate at `i` stands on."""
    p = parse
    token, below, aux = p[i], p.children(i), syntax.auxiliaries(p, i)
    ordered = [c for c in below if c.dep in ("dobj", "nsubjpass")]
    holds = {
        "past": token.tag == "VBD" and not negated,
        "perfect": any(a.lemma == "have" for a in aux),
        "progressive": token.tag == "VBG" and any(a.lemma == "be" for a in aux),
        "modal": any(c.tag == "MD" for c in p.children(token.head) if c.dep == "aux"),
        "would": any(a.lower in ("would", "'d", "’d") and a.tag == "MD" for a in aux) and not any(a.tag in _FINITE and a.pos in syntax.VERBAL for a in p.ancestors(i)),
        "standing": any(c.lemma.lower() in _MEASURES and any(g.dep in ("det", "poss") and g.lower not in ("a", "an") for g in p.children(c.i)) for c in ordered),
        "place": any(c.dep == "prep" and c.lower in _WHERE for c in below) and not done_before(p, i),
        "present": p[token.head].tag in ("VBZ", "VBP") or token.dep == "amod",
        "copula": token.dep == "acomp" and p[token.head].tag == "VBD" and not negated,
        "passive": syntax.is_passive(p, i),
        "measure": any(c.lemma.lower() in word_set("measures_put_off") for c in ordered),
        "unknown": negated and of_any(i),
        "object": any(c.dep == "dobj" and not c.lower.endswith(("self", "selves")) for c in below),
        # "a reward for information leading to", "acted on information leading to" had it already
        "offered": token.tag == "VBG" and token.dep == "acl" and p[token.head].lemma == "information" and p[p[token.head].head].lower == "for",
    }
    return frozenset(k for k, v in holds.items() if v)
