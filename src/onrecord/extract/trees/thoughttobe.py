"""parse: what is thought of the thing named last: "raided a landing strip, thought to be linked to traffickers". The small parser takes the participle for a second verb of those who raided it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_TO = frozenset({"be", "have"})


def thought_to_be(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens."""
    for i in range(first + 2, last - 2):
        verb, noun = tokens[i], tokens[i - 2]
        if tokens[i - 1].text != "," or tokens[i + 1].lower != "to" or tokens[i + 2].lower not in _TO or verb.lemma not in word_set("verbs_of_being_thought"):
            continue
        if verb.tag in ("VBD", "VBN") and noun.pos in ("NOUN", "PROPN") and verb.dep in ("conj", "advcl") and first <= verb.head < i - 1 and not any(t.head == i and t.dep in ("nsubj", "nsubjpass", "aux", "auxpass") for t in tokens[first:i]):
            tokens[i] = replace(verb, tag="VBN", dep="acl", head=noun.i)
