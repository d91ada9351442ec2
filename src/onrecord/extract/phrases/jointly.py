"""quantities, jointly: figures that tell of several outcomes or several kinds of people at once, and numbers that only say from how many on a word is used."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.quantities import counted_people, outcomes
from onrecord.model.parse import Parse, Token

_HARM = frozenset({"killed", "injured", "casualties"})
# Classes of nouns for people whom deeds befall.
_PEOPLE = ("human", "civilian", "official", "armed", "enforcer", "criminal", "prisoner", "protester")
_OWN = frozenset({"nummod", "det", "poss"})
_ONWARDS = frozenset({"more", "fewer", "less"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def either(parse: Parse, deed: int, kind: str) -> str | None:
    """ "More than 2,000 people were killed or injured": the figure is of both together, so none of either; None where the two have no kind in common."""
    p = parse
    first = deed
    while p[first].dep == "conj":
        first = p[first].head
    row = [first]
    for at in row:
        row += [c.i for c in p.children(at) if c.pos in (*syntax.VERBAL, "ADJ") and (c.dep == "conj" or _listed(p, c))]
    joints = {t.lower for t in p.tokens[first : max(row)] if t.dep == "cc" and t.head in row}
    # "killed or injured" shares whom it befell; "killed two or injured three" has each its own.
    own = sum(any(c.dep in ("dobj", "nsubjpass", "npadvmod") for c in p.children(i)) for i in row)
    if joints != {"or"} or own > 1:
        return kind
    told = (next((outcomes()[(pos, w)] for pos in ("v", "a") for w in (p[i].lemma, p[i].lower) if (pos, w) in outcomes()), None) for i in row)
    kinds = {kind, *(k for k in told if k is not None)}
    if len(kinds) == 1:
        return kind
    return "casualties" if kinds <= _HARM else None


def _listed(parse: Parse, token: Token) -> bool:
    """ "were killed, injured or displaced": a bare participle behind a comma with another joined to it goes on with the list, whatever the parser hangs it by."""
    below = parse.children(token.i)
    return token.dep == "advcl" and token.tag in ("VBN", "VBD") and parse[token.i - 1].text == "," and {c.dep for c in below} == {"cc", "conj"}


def jointly(parse: Parse, noun: int) -> tuple[int, ...]:
    """The other nouns that one number counts with the first: "twenty police, soldiers and guards"; none where one of them has its own number or article."""
    p = parse
    row = [i for i in syntax.conjuncts(p, noun) if i > noun]
    if not row or p[noun].dep == "conj" or p[row[-1]].tag not in ("NNS", "NNPS"):
        return ()
    bare = all(p[i].pos in ("NOUN", "PROPN") and not any(c.dep in _OWN for c in p.children(i)) for i in row)
    people = all(p[i].lemma in counted_people() or any(p[i].lemma in event_lexicon().classes[c] for c in _PEOPLE) for i in (noun, row[-1]))
    return tuple(row) if bare and people else ()


def defines(parse: Parse, first: int, last: int, noun: int) -> bool:
    """ "raids with two or more victims", "attacks in which four or more people are killed": from how many on, in a present that tells of no one case."""
    p = parse
    if last + 1 >= len(p) or p[last].lower != "or" or p[last + 1].lower not in _ONWARDS or p.sentences[p[first].sent].part == "title":
        return False
    for at in p.ancestors(noun):
        if at.pos not in syntax.VERBAL:
            continue
        tenses = [at.tag, *(a.tag for a in syntax.auxiliaries(p, at.i))]
        if any(tag in _FINITE for tag in tenses):
            return not _done(p, at) and "VBD" not in tenses
    return False


def _done(parse: Parse, verb: Token) -> bool:
    """A perfect or a progressive tells of a case: "have been killed", "are being held"."""
    aux = syntax.auxiliaries(parse, verb.i)
    return any(a.lemma == "have" or a.lower == "being" for a in aux) or verb.tag == "VBG"


def shared_of(parse: Parse, noun: int) -> list[int]:
    """ "the rape and murder of X": what stands behind "of" at the end of a row of nouns, wherever the parser hangs it, where none behind the first has a word
    of its own before it."""
    row = syntax.conjuncts(parse, syntax.first_conjunct(parse, noun)) if parse[noun].pos == "NOUN" else []
    if len(row) < 2 or any(c.dep in ("det", "poss", "nummod") for k in row[1:] for c in parse.children(k)):
        return []
    behind = max(row) + 1
    return [o for k in row if k != noun for o in syntax.prep_objects(parse, k, "of") if behind < len(parse) and parse[behind].lower == "of" and o > behind]
