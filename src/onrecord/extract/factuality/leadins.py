"""status: what the sentence before a list says of its items: "They agreed:", "1. to exchange prisoners"; "The demands are:", "- release of the dockers". A helper of the
status stage, no stage."""

from __future__ import annotations

from typing import Protocol

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_WANTED = word_set("what_lists_ask_for")


class Walker(Protocol):
    """What gathers operators upwards from an act (`operators.Walk`), as this module sees it."""

    parse: Parse

    def add(self, signature: str, cue: tuple[int, ...], rule: str) -> None: ...

    def embedded(self, word: int, complements: frozenset[str]) -> int | None: ...


def led_in(walk: Walker, at: int) -> int | None:
    """Takes in what leads in the list in which the root `at` opens an item, as an infinitive or an object of its verb or as one of the demands it announces; the token
    to go on from, or None."""
    p = walk.parse
    lead = p.sentences[p[at].sent].lead
    if lead < 0:
        return None
    tokens = p.sentence_tokens(lead)
    wanted = next((t.i for t in tokens if t.pos == "NOUN" and t.lemma.lower() in _WANTED), None)
    if wanted is not None and p[at].pos in ("NOUN", "PROPN"):
        walk.add("proposal", (wanted,), "lead-in:demands")
        return None
    verb = next((t.i for t in reversed(tokens) if t.pos == "VERB" and t.tag in ("VBD", "VBN", "VBZ", "VBP", "VBG", "VB")), None)
    if verb is None:
        return None
    if p[at].pos in syntax.VERBAL:
        to = any(c.lower == "to" and c.dep == "aux" for c in p.children(at))
        return walk.embedded(verb, frozenset({"inf"})) if to else None
    return walk.embedded(verb, frozenset({"obj"}))
