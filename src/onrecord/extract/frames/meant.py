"""events, first half: the noun that a pronoun in a frame stands for: "entered the village and burned it", "The ministry said it would suspend imports"."""

from __future__ import annotations

from onrecord import syntax
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse

_OF_PARTIES = frozenset({"it", "they", "he", "she", "we"})


def meant(parse: Parse, actors: ActorLayer, head: int, nominal: bool, pronoun: int) -> int | None:
    """The token of the noun that the pronoun at `pronoun` stands for in the frame of `head`: what the verb beside takes, of the pronoun's number, or the noun by which the
    entity that it mentions was told last before it; None where neither is known. Cost: linear in the report's mentions."""
    token = parse[pronoun]
    if token.lower in ("it", "them"):
        before = parse.head(head) if parse[head].dep == "conj" and token.dep == "dobj" else None
        found = syntax.logical_object(parse, before.i) if before is not None and before.pos in syntax.VERBAL and not nominal else []
        taken = next((f.head for f in found if parse[f.head].pos == "NOUN" and (parse[f.head].tag == "NNS") == (token.lower == "them")), None)
        if taken is not None:
            return taken
    mention = actors.by_head.get(pronoun) if token.lower in _OF_PARTIES and token.dep in ("nsubj", "nsubjpass") else None  # "urged him to": whoever he is, no office is urged
    if mention is None:
        return None
    return max((m.head for m in actors.mentions if m.entity == mention.entity and m.kind == "nominal" and m.head < pronoun), default=None)
