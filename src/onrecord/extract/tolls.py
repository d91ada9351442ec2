"""quantities, tolls: a figure that a sentence gives by a word for the count: "the toll rose from 12 to 15", "put the number of injured at 30", "the toll has passed 1,000"."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.quantities import counted_people, outcomes
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_COUNTS = frozenset({"number", "toll", "count", "figure", "total"})


def put_at(parse: Parse, first: int) -> tuple[str, str, int] | None:
    """What the count of which the number at `first` is told is of: kind, rule and the token that tells it; None where the number is no such count."""
    verb = _verb(parse, first)
    if verb is None or verb.pos not in syntax.VERBAL:
        return None
    for child in parse.children(verb.i):
        if child.dep not in ("dobj", "nsubj", "nsubjpass") or child.i == first:
            continue
        if child.lemma == "crowd" and child.dep == "dobj" and verb.lemma in word_set("counting_verbs"):
            return "participants", "quantity:n:crowd", child.i  # "police put the crowd at 40,000"
        if child.lemma not in _COUNTS:
            continue
        if child.lemma == "toll":
            return "killed", "quantity:n:toll", child.i
        for of in (*syntax.prep_objects(parse, child.i, "of"), child.i):
            # "the number of dead", "the number of fighters killed", "the number killed"
            for told in (of, *(c.i for c in parse.children(of) if c.dep == "acl" and c.tag == "VBN")):
                for pos in ("n", "a", "v"):
                    kind = outcomes().get((pos, parse[told].lemma)) or outcomes().get((pos, parse[told].lower))
                    if kind is not None and (told != of or parse[of].lemma not in counted_people()):
                        return kind, f"quantity:{pos}:{parse[told].lemma}", told
    return None


def _verb(parse: Parse, first: int) -> Token | None:
    """The verb by which a count comes to the number: "put at 30", "rose from 12 to 15", "has passed 1,000"."""
    number = parse[first]
    at = parse.head(first)
    if at is not None and number.dep == "dobj" and at.lemma in word_set("verbs_of_reaching_a_count"):
        return at
    if at is None or at.lower not in ("at", "to"):
        return None
    verb = parse.head(at.i)
    if verb is not None and at.lower == "to" and verb.lower == "from" and verb.dep == "prep":
        verb = parse.head(verb.i)
    if verb is not None and verb.dep == "acl" and verb.tag == "VBN":
        # "put the number of fighters killed | at 11": the parser hangs the figure on the nearer participle.
        counted = next((t for t in parse.ancestors(verb.i) if t.pos in syntax.VERBAL), None)
        verb = counted if counted is not None and counted.i < verb.i else verb
    return verb
