"""parse: the land that opens a headline before a colon ("Sudan: RSF shelled hospital, doctors say") is its topic, and no word of its clause."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.actorbook import ActorBook
from onrecord.gazetteer import territory_of
from onrecord.model.parse import Token

_LAND = re.compile(r"(?P<words>(?:The )?[A-ZÀ-Þ][\w'’.-]+(?: (?:(?:and|of|the) )?[A-ZÀ-Þ][\w'’.-]+){0,4}):\s+(?=[\w])")
_WORD = re.compile(r"\w+")
_OWN = frozenset({"we", "our", "us"})
_FEWEST = 3  # words behind the colon that may make a clause


def topic_end(sentence: str) -> int:
    """Where the clause begins behind a land and its colon; 0 where the sentence opens with none, or with one that speaks ("Iran: We will retaliate")."""
    match = _LAND.match(sentence)
    if match is None:
        return 0
    words = [w.casefold() for w in _WORD.findall(sentence, match.end())]
    known = ActorBook.load().country_of(match["words"])
    named = (known is not None and known[1] == "name" and bool(known[0])) or territory_of(match["words"]) is not None
    return match.end() if named and len(words) >= _FEWEST and not _OWN.intersection(words) else 0


def under_root(tokens: list[Token], topic: range) -> None:
    """Hang the topic's tokens on the root of the clause behind them, in place, so that the sentence stays one tree."""
    if not topic:
        return
    root = next(t.i for t in tokens[topic.stop :] if t.head == t.i)
    for t in tokens[topic.start : topic.stop]:
        if t.head == t.i:
            tokens[t.i] = replace(t, head=root, dep="meta")
