"""parse, repairs: words whose form does not tell what they are, read by the words around them: "were killed when shells hit the mill", "Shelling killed nine"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "conj"})


def by_neighbours(tokens: list[Token], first: int, last: int) -> None:
    """Give tokens [first, last) the tag that their sentence asks for."""
    for i in range(first, last):
        token = tokens[i]
        if token.tag == "VBP" and token.dep in _CLAUSES and token.lower in word_set("verbs_of_one_form") and told_as_past(tokens, token.head, first, last):
            tokens[i] = replace(token, tag="VBD")
        elif token.tag == "VBG" and token.dep in ("nsubj", "nsubjpass") and not any(t.head == i and t.dep not in ("amod", "det", "compound", "punct") for t in tokens[first:last] if t.i != i):
            tokens[i] = replace(token, tag="NN", pos="NOUN", lemma=token.lower)


def told_as_past(tokens: list[Token], verb: int, first: int, last: int) -> bool:
    """Whether the clause of a verb is told in the past: by its own form or by its auxiliary, with no modal."""
    helpers = {t.tag for t in tokens[first:last] if t.head == verb and t.dep in ("aux", "auxpass")}
    if "MD" in helpers or "TO" in helpers:
        return False
    return tokens[verb].tag == "VBD" or (tokens[verb].tag in ("VBN", "VBG") and "VBD" in helpers)
