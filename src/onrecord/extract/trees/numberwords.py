"""parse, repairs: words whose number was not seen: "Eleven were arrested" (a number, read as a noun), "one of its servicemen" (several, read as one)."""

from __future__ import annotations

from dataclasses import replace

from onrecord import numbers
from onrecord.actorbook import ActorBook
from onrecord.model.parse import Token


def number_words(tokens: list[Token], first: int, last: int) -> None:
    """Gives such a word back its sort, in place; "the Eleven" and "elevens" stay nouns. Cost: linear in the tokens."""
    for i in range(first, last):
        word = tokens[i]
        if word.tag == "NN" and word.pos == "NOUN" and word.lower.endswith("men") and ActorBook.load().role(word.lower[:-2] + "an") is not None:
            tokens[i] = replace(word, tag="NNS", lemma=word.lower[:-2] + "an")
            continue
        if word.pos != "NOUN" or word.dep not in ("nsubj", "nsubjpass", "dobj") or not word.text.isalpha() or numbers.value([word.lower]) is None or word.lemma.lower() != word.lower:
            continue
        if not any(t.head == i and t.dep in ("det", "poss", "amod", "compound", "nummod") for t in tokens[first:last]):
            tokens[i] = replace(word, pos="NUM", tag="CD")
