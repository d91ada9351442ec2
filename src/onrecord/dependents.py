"""What hangs below a word in a dependency parse: dependents, the tokens of one expression. Everything takes and returns token indices over the parse."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.parse import Parse, Token

VERBAL = frozenset({"VERB", "AUX"})


def dependents_within(parse: Parse, i: int, depth: int) -> Iterator[Token]:
    """Dependents of `i` down to `depth` levels."""
    for child in parse.children(i):
        yield child
        if depth > 1:
            yield from dependents_within(parse, child.i, depth - 1)


_CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "csubj", "csubjpass", "parataxis", "pcomp"})
_OUTSIDE = frozenset({"relcl", "parataxis", "appos", "csubj", "csubjpass"})


def companions_below(parse: Parse, i: int, nominal: bool = False, depth: int = 3) -> Iterator[Token]:
    """The tokens that belong to one expression with `i`: its particles, objects, prepositions and their nouns, down to `depth` levels.

    Relative clauses, appositions, second clauses and, for a verb, the noun phrase around its subject do not. What stands in a clausal complement does with
    the verb of that clause only: see `owned`.
    """
    for child in parse.children(i):
        if child.dep in _OUTSIDE or (child.dep == "conj" and child.pos == "VERB" and any(c.dep in ("nsubj", "nsubjpass") for c in parse.children(child.i))):
            continue  # also "threw stones and police fired tear gas": a second clause with a subject of its own
        yield child
        if depth > 1 and (child.dep != "nsubj" or nominal):
            yield from companions_below(parse, child.i, True, depth - 1)


def owned(parse: Parse, i: int, top: int, by: frozenset[str]) -> bool:
    """Whether every verb and, for a verb, every preposition between `i` and `top` above it is one of the lemmas `by`.

    So no argument of another verb is taken, and no adjunct: "opened after a fire" is not "open fire", nor is "a truce was agreed on Tuesday" one "agreed on".
    """
    adjunct = parse[top].pos in VERBAL
    if adjunct and parse[i].dep == "prep" and parse[i].lower == "on" and (below := parse.children(i)) and all(c.dep == "pobj" and c.ent in ("DATE", "TIME") for c in below):
        return False
    for above in parse.ancestors(i):
        if above.i == top:
            return True
        if adjunct and above.head == top and above.dep == "prep" and above.lower not in by:
            return False
        if above.pos in VERBAL and above.dep in _CLAUSAL and above.text.isalpha() and above.lemma not in by and above.lower not in by:
            return False
    return False
