"""quantities, tolls and rows: a figure that a sentence gives by a word for the count: "the toll rose from 12 to 15", "put the number of injured at 30", "the toll has passed 1,000"; who came to a crowd; and those told in a row with
others."""

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
        if child.dep == "dobj" and verb.lemma in word_set("counting_verbs") and any(c.dep == "det" for c in parse.children(child.i)) and (kind := outcomes().get(("a", child.lower))) is not None:
            return kind, f"quantity:a:{child.lower}", child.i  # "a doctor put the dead at 19"
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
    if at is not None and at.lower in ("more", "fewer", "less") and at.i > first and at.dep == "pobj":
        at = parse.head(at.i)  # "at 19 or more"
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


def crowd_of(parse: Parse, noun: int, protests: set[int]) -> int | None:
    """The word of the protest that drew those counted: "Friday's protest drew 4,000 people", "4,000 people joined the march", "took part in a rally"."""
    verb = parse.head(noun)
    if verb is None or verb.pos not in syntax.VERBAL:
        return None
    if verb.lemma in word_set("verbs_of_drawing_crowds") and parse[noun].dep == "dobj":
        return next((c.i for c in parse.children(verb.i) if c.dep == "nsubj" and c.i in protests), None)
    if parse[noun].dep != "nsubj":
        return None
    part = [o for c in parse.children(verb.i) if c.dep == "dobj" and c.lower == "part" for o in (*syntax.prep_objects(parse, c.i, "in"), *syntax.prep_objects(parse, verb.i, "in"))] if verb.lemma == "take" else []
    at = [c.i for c in parse.children(verb.i) if c.dep == "dobj"] if verb.lemma in word_set("verbs_of_attending") else part
    return next((i for i in at if i in protests), None)


def in_row(parse: Parse, top: int) -> int:
    """ "killed a couple and their three children", where the parser hangs the children on the verb: the object in whose row they stand."""
    verb = parse.head(top)
    if verb is None or parse[top].dep != "conj" or verb.pos not in syntax.VERBAL or parse[top].pos != "NOUN":
        return top
    return next((c.i for c in parse.children(verb.i) if c.dep == "dobj" and verb.i < c.i < top), top)


def behind_row(parse: Parse, noun: int) -> tuple[Token, ...]:
    """ "leaving 12 policemen and 30 protesters injured": the word behind a row that tells how all of it were left."""
    verb = parse.head(syntax.first_conjunct(parse, noun))
    row = sorted(syntax.conjuncts(parse, noun))
    if verb is None or verb.lemma != "leave" or not row or row[-1] <= noun or row[-1] + 1 >= len(parse):
        return ()
    return (parse[row[-1] + 1],)
