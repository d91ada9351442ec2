"""events, second half, circumstances: "there" and "in the town", which take up a place told just before. A helper of the stage, no stage."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.lexicon.tables import word_set
from onrecord.model.layers import PlaceLayer
from onrecord.model.parse import Parse, Token

_TOWNS = frozenset({"city", "point"})
_PLACES = _TOWNS | {"admin1", "admin2", "country", "region"}
_WORDS = word_set("words_taking_up_towns")
_IN = frozenset({"in", "inside", "into", "through", "outside", "around", "throughout", "across"})
_BACK = 2  # sentences


def taken_up_places(parse: Parse, places: PlaceLayer, sent: int) -> Iterator[tuple[int, str]]:
    """The tokens of a sentence that take up a place, and that place's id: "there" the one place told last, "in the town", "entered the town" the one town. Of two it is not told which is meant."""
    for token in parse.sentence_tokens(sent):
        there = token.lower == "there" and token.dep == "advmod"
        town = token.lower in _WORDS and (token.dep == "dobj" or (token.dep == "pobj" and parse[token.head].lower in _IN)) and _bare(parse, token)
        if (there or town) and (found := _told_last(parse, places, token, _TOWNS if town else _PLACES)) is not None:
            yield token.i, found


def _bare(parse: Parse, noun: Token) -> bool:
    """ "in the town", not "in a town", "in the northern town" or "in the town of X"."""
    below = [c for c in parse.children(noun.i) if c.dep != "punct"]
    return [c.lower for c in below] == ["the"] and noun.i == below[0].i + 1


def _told_last(parse: Parse, places: PlaceLayer, token: Token, wanted: frozenset[str]) -> str | None:
    """The only place of the nearest stretch before the token that tells any: its own sentence, else one of the two before it."""
    for back in range(_BACK + 1):
        sent = token.sent - back
        if sent < 0 or parse.sentences[sent].part != parse.sentences[token.sent].part:
            return None
        told = [m for m in places.mentions if parse[m.head].sent == sent and m.last <= token.i]
        if told:
            found = {m.place for m in told if places.by_id[m.place].precision in wanted and places.by_id[m.place].relation is None}
            return next(iter(found)) if len(found) == 1 and (len(told) == 1 or wanted is _TOWNS) else None
    return None
