"""status: what the sentence before a list says of its items: "They agreed:", "1. to exchange prisoners". A helper of the status stage, no stage."""

from __future__ import annotations

from onrecord import syntax
from onrecord.model.parse import Parse


def lead_in(parse: Parse, at: int) -> tuple[int, frozenset[str]] | None:
    """The verb that leads in the list in which the root `at` opens an item, and as what its complement the item stands: an infinitive or an object."""
    lead = parse.sentences[parse[at].sent].lead
    if lead < 0:
        return None
    verb = next((t.i for t in reversed(parse.sentence_tokens(lead)) if t.pos == "VERB" and t.tag in ("VBD", "VBN", "VBZ", "VBP", "VBG", "VB")), None)
    if verb is None:
        return None
    if parse[at].pos in syntax.VERBAL:
        to = any(c.lower == "to" and c.dep == "aux" for c in parse.children(at))
        return (verb, frozenset({"inf"})) if to else None
    return verb, frozenset({"obj"})
