"""places: two names that share their last word, said once: "Santa Brisa and San Corvo Alto" are Santa Brisa Alto and San Corvo Alto. A helper of the place
stage, no stage."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.gazetteer import Gazetteer
from onrecord.model.parse import Parse

_SMALL = frozenset({"de", "del", "do", "da"})
_LONGEST = 3
_AHEAD = 4


def shared_endings(parse: Parse, gazetteer: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """(first, last, whole name) of the first name, and of the other that the gazetteer has, where the gazetteer has the first one with the other's last word, and has it where the other is or in the
    area behind the comma ("Santiago and San Pedro Nonualco, La Paz department")."""
    p = parse
    for token in p.tokens:
        if token.lower != "and" or not 0 < token.i < len(p) - 2:
            continue
        first, last = token.i, token.i + 1
        while first and token.i - first < _LONGEST and _word(p, first - 1, token.sent):
            first -= 1
        while last < len(p) and last - token.i <= _LONGEST and _word(p, last, token.sent):
            last += 1
        if first == token.i or last - token.i < 3:
            continue
        words = [" ".join(t.text for t in p.tokens[a:b]) for a, b in ((first, token.i), (token.i + 1, last))]
        whole = f"{words[0]} {p[last - 1].text}"
        spots = {(e.country, e.admin1) for e in gazetteer.lookup(whole) if e.kind in ("city", "admin2")}
        beside = {(e.country, e.admin1) for e in gazetteer.lookup(words[1])} | set(_areas(p, gazetteer, last))
        if spots & beside:
            yield first, token.i, whole
            if gazetteer.lookup(words[1]):
                yield token.i + 1, last, words[1]


def provinces_in_full(parse: Parse, gazetteer: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """(first, last, name) of provinces whose name holds a small word, "Norte de Santander", which a row of names is cut at."""
    p = parse
    for token in p.tokens:
        if token.lower not in _SMALL or not 0 < token.i < len(p) - 1 or not p[token.i - 1].text[:1].isupper():
            continue
        last = token.i + 2 if p[token.i + 1].lower in ("la", "los", "las") else token.i + 1
        if last >= len(p) or p[last].sent != token.sent or not p[last].text[:1].isupper():
            continue
        for first in (token.i - 2, token.i - 1):
            words = " ".join(t.text for t in p.tokens[first : last + 1]) if first >= 0 and p[first].sent == token.sent and p[first].text[:1].isupper() else ""
            if words and any(e.kind == "admin1" for e in gazetteer.lookup(words)):
                yield first, last + 1, words
                break


def _areas(parse: Parse, gazetteer: Gazetteer, at: int) -> Iterator[tuple[str | None, str | None]]:
    """The provinces that a name behind a comma may be."""
    p = parse
    if at + 1 >= len(p) or p[at].text != "," or not _word(p, at + 1, p[at - 1].sent):
        return
    for end in range(at + 2, min(at + 2 + _AHEAD, len(p) + 1)):
        if not _word(p, end - 1, p[at].sent):
            return
        yield from ((e.country, e.admin1) for e in gazetteer.lookup(" ".join(t.text for t in p.tokens[at + 1 : end])) if e.kind == "admin1")


def _word(parse: Parse, at: int, sent: int) -> bool:
    token = parse[at]
    return token.sent == sent and token.pos == "PROPN" and token.text[:1].isupper()
