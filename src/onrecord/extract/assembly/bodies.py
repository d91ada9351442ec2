"""events, bodies: for whom those speak who speak for others: "we" of a police spokesman is the police."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse

_SEVERAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def spoken_for(parse: Parse, actors: ActorLayer, word: str, entity: str) -> str | None:
    """Whom a first person (`word`, lower case) of this speaker means: himself, or for "we" the body whose spokesman he is called; None where that body is no entity of the report."""
    if word not in _SEVERAL:
        return entity
    found = False
    for mention in actors.mentions:
        if mention.entity != entity:
            continue
        for token in parse.tokens[max(mention.first - 3, 0) : mention.last + 1]:
            if token.lemma.lower() not in word_set("those_who_speak_for_others") or token.sent != parse[mention.head].sent:
                continue
            inside = mention.first <= token.i < mention.last or token.head == mention.head or parse[mention.head].head == token.i
            if not inside:
                continue
            found = True
            near = [c.i for c in parse.children(token.i) if c.dep in ("compound", "poss", "nmod", "amod")]
            near += [c.i for c in parse.children(token.head) if c.dep in ("compound", "poss", "nmod", "amod") and c.i < token.i]
            near += [*syntax.prep_objects(parse, token.i, "for"), *syntax.prep_objects(parse, token.i, "of")]
            for at in near:
                held = actors.by_head.get(at)
                if held is not None and held.entity != entity:
                    return held.entity
                named = next((e.id for e in actors.entities if e.id != entity and e.name.lower().removeprefix("the ") == parse[at].lower), None)
                if named is not None:
                    return named
    return None if found else entity
