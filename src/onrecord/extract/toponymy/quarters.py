"""places, resolution: quarters of a town that the text names, "the Heron, a small neighbourhood in central Lom", "Dune, Marsh and Pike, suburbs of Lom": a place of that
name far from the town is another. A helper of the ranking, no stage."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.toponymy.toponyms import Toponym
from onrecord.gazetteer import GazEntry, km_between
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_QUARTERS = word_set("words_for_quarters")
_WITHIN = frozenset({"in", "of", "on", "at"})
_ROW = frozenset({",", "and", "or"})
# Tokens between a quarter's name and the noun, and between the noun and the town.
_BEFORE, _BEHIND = 5, 6
_FAR = 60.0  # km


def misplaced(parse: Parse, toponyms: Sequence[Toponym], ranked: Sequence[list[tuple[float, GazEntry]]]) -> frozenset[str]:
    """The names, in small letters, of quarters whose best candidate lies far from the town that the text says they are of."""
    p = parse
    at = {item.first: n for n, item in enumerate(toponyms)}
    ends = {item.last: n for n, item in enumerate(toponyms)}
    found: set[str] = set()
    for token in p.tokens:
        if token.lemma.lower() not in _QUARTERS or token.pos != "NOUN":
            continue
        sentence = p.sentences[token.sent]
        town = next((at[i] for i in range(token.i + 1, min(token.i + _BEHIND, sentence.last)) if i in at), None)
        if town is None or not ranked[town] or not any(t.lower in _WITHIN for t in p.tokens[token.i + 1 : toponyms[town].first]) or any(t.text in (",", ";") for t in p.tokens[token.i + 1 : toponyms[town].first]):
            continue
        start = next((i for i in range(token.i, max(sentence.first, token.i - _BEFORE), -1) if p[i].text == ","), None)
        while start is not None and start in ends:
            number = ends[start]
            if ranked[number] and _far(ranked[number][0][1], ranked[town][0][1]):
                found.add(toponyms[number].name.casefold())
            start = toponyms[number].first
            while start > sentence.first and (p[start - 1].lower in _ROW or p[start - 1].lower == "the"):
                start -= 1
    return frozenset(found)


def _far(one: GazEntry, town: GazEntry) -> bool:
    return None not in (one.lat, one.lon, town.lat, town.lon) and town.kind == "city" and km_between(one.lat or 0.0, one.lon or 0.0, town.lat or 0.0, town.lon or 0.0) > _FAR
