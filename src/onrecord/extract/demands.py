"""status: what stands as an item of a list of demands or proposals. A helper of the status stage, no stage."""

from __future__ import annotations

import re

from onrecord.extract.scope import Operator
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse
from onrecord.model.text import CleanText

_MARKER = re.compile(r"(?:^|\n)[ \t]*(?:\(?(?:\d{1,2}|[a-z])[.)]|[-–—•*·])[ \t]+$")
_ITEMS = 15
_WANTED = word_set("what_lists_ask_for")
_UNREAL = frozenset({"proposal", "absence", "denial", "refusal", "threat", "possible", "condition"})


def demanded(parse: Parse, clean: CleanText, head: int, operators: list[Operator]) -> list[Operator]:
    """ "The union's demands are: - release of the dockers; - a pact on wages": an item without a verb that opens with the deed asks for it. Cost: the items above it."""
    sentence = parse.sentences[parse[head].sent]
    if any(o.signature in _UNREAL for o in operators) or not _opens(parse, head) or not _item(clean, sentence.start):
        return []
    for k in range(parse[head].sent - 1, max(-1, parse[head].sent - _ITEMS), -1):
        above = parse.sentences[k]
        if _item(clean, above.start):
            continue
        tokens = parse.tokens[above.first : above.last]
        if not tokens or tokens[-1].text != ":":
            return []
        asked = next((t for t in tokens if t.lemma.lower() in _WANTED), None)
        return [Operator("proposal", (asked.i,), "list:demands")] if asked is not None else []
    return []


def _item(clean: CleanText, start: int) -> bool:
    return _MARKER.search(clean.text[max(0, start - 12) : start]) is not None


def _opens(parse: Parse, head: int) -> bool:
    """Whether the deed is what the item opens with, or stands beside it."""
    token = parse[head]
    while token.dep == "conj":
        token = parse[token.head]
    return token.dep == "ROOT" and token.pos in ("NOUN", "PROPN")
