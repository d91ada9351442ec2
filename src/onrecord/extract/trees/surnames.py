"""parse: one whose name ends in "s", of whom the small parser makes many: "Mauricio Funes", "General Reyes"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token


def surnames(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place; "the Clintons" stay many. Cost: linear in the tokens."""
    for i in range(first, last):
        token = tokens[i]
        if token.tag != "NNPS" or token.ent not in ("PERSON", ""):
            continue
        before = tokens[i - 1] if i > first else token
        led = before.tag == "NNP" and before.ent == "PERSON" == token.ent and before.head == i
        titled = before.i != i and before.text[:1].isupper() and before.dep == "compound" and before.head == i and (before.lower in word_set("office_words") or before.lower in event_lexicon().classes["official"])
        if led or titled:
            tokens[i] = replace(token, tag="NNP", lemma=token.text)
