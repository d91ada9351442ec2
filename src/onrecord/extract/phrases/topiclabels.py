"""parse: the land that opens a headline before a colon is its topic, what stands behind a semicolon a clause of its own, and who signs it behind a dash no part of it:
"Sudan: RSF shelled hospital, doctors say; army denies it", "Army massacred 220 villagers – HRW". The small parser makes one clause of them all."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from onrecord.actorbook import ActorBook
from onrecord.gazetteer import territory_of
from onrecord.lexicon.attribution import source_kinds
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token
from onrecord.readers._data import headline_labels

_LAND = re.compile(r"(?P<words>(?:The )?[A-ZÀ-Þ][\w'’.-]+(?: (?:(?:and|of|the) )?[A-ZÀ-Þ][\w'’.-]+){0,4}):\s+(?=\w)")
_SPEAKER = re.compile(r"(?P<words>[A-ZÀ-Þ][\w’'.-]*(?: [\w’'.-]+){0,3}):\s+(?=\w)")
_SECOND = re.compile(r";\s+(?=\w)")
_SIGNED = re.compile(r"(?P<mark>(?<=\s)[-–—]+|:)\s+(?P<words>[\w’'.]+(?: [\w’'.]+){0,3})\s*$")
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_QUOTED = re.compile(r"[\"“”«»]")
_WORD = re.compile(r"\w+")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_INTERNATIONAL = frozenset({"UNO", "IGO", "EUR", "NGO", "AFU"})
_MARKS = frozenset({":", "-", "--", "–", "—"})
_OWN = frozenset({"we", "our", "us"})
_FEWEST = 3  # words that may make a clause of a headline
_LONGEST = 160  # characters of one


def clause_parts(sentence: str) -> list[tuple[int, int]]:
    """The ranges of a sentence that the parser is to read each by itself; mostly the whole of it. A body's own sentence is parted at its land alone."""
    begin = _topic_end(sentence)
    headline = len(sentence) <= _LONGEST and _CLOSED.search(sentence) is None and _QUOTED.search(sentence) is None
    if headline and not begin:
        begin = _speaker_end(sentence)
    cuts = [begin] if begin else []
    if headline:
        cuts += _headline_cuts(sentence, begin)
    bounds = [0, *cuts, len(sentence)]
    return list(pairwise(bounds))


def _headline_cuts(sentence: str, begin: int) -> list[int]:
    """Where a headline's second clause begins, or the mark behind which somebody signs it."""
    signed = _SIGNED.search(sentence, begin)
    if signed is not None and signs(signed["words"]) and len(_WORD.findall(sentence, begin, signed.start())) >= _FEWEST:
        return [signed.start("mark")]
    second = _SECOND.search(sentence, begin)
    if second is None:
        return []
    clauses = (sentence[begin : second.start()], sentence[second.end() :])
    return [second.end()] if all(len(_WORD.findall(c)) >= _FEWEST for c in clauses) and _SECOND.search(clauses[1]) is None else []


@lru_cache(maxsize=4096)
def signs(words: str) -> bool:
    """Whether these words, alone behind a headline's dash, name who says it, or the paper: a body, an office, people who tell, a government by its capital."""
    book = ActorBook.load()
    if words.casefold() in headline_labels() - {"report"}:
        return False  # "...: analysis"
    if book.organisation(words) is not None:
        return True
    last = words.rsplit(" ", 1)[-1]
    land = book.country_of(words)
    if words[:1].isupper():
        return (land is not None and (land[1] in ("capital", "people") or land[1].startswith("seat") or land[0] in _INTERNATIONAL)) or _ACRONYM.fullmatch(words) is not None or _kind(last) == "organisation"
    return words.islower() and (_kind(last) is not None or _kind(words) is not None or book.role(last) is not None or last in word_set("those_who_tell"))


def _kind(word: str) -> str | None:
    return source_kinds().get(word.casefold()) or source_kinds().get(word.casefold().removesuffix("s"))


def _topic_end(sentence: str) -> int:
    """Where the clause begins behind a land and its colon; 0 where the sentence opens with none, or with one that speaks ("Iran: We will retaliate")."""
    match = _LAND.match(sentence)
    if match is None:
        return 0
    words = [w.casefold() for w in _WORD.findall(sentence, match.end())]
    known = ActorBook.load().country_of(match["words"])
    named = (known is not None and known[1] in ("name", "land") and bool(known[0])) or territory_of(match["words"]) is not None
    return match.end() if named and len(words) >= _FEWEST and not _OWN.intersection(words) else 0


def _speaker_end(sentence: str) -> int:
    """Where the clause begins behind those who say it and their colon: "Iran minister: Israel attacked depot", "Study: Drones killed 90"; 0 where none open the line."""
    match = _SPEAKER.match(sentence)
    if match is None or len(_WORD.findall(sentence, match.end())) < _FEWEST:
        return 0
    last = match["words"].rsplit(" ", 1)[-1]
    plain = last.islower() or " " not in match["words"]  # "Black Opposition" may be a name
    told = plain and tells(last) and match["words"].casefold() not in headline_labels() - {"report"}
    return match.end() if told else 0


_TELLING = frozenset({"person", "organisation", "group", "anonymous", "document"})


def tells(word: str) -> bool:
    """Whether a plain noun names people, a body or a paper that can say something."""
    return _kind(word) in _TELLING


def as_one_tree(tokens: list[Token], starts: list[int]) -> None:
    """Hang what was read apart, from the tokens at `starts`, on the root of the main clause, in place, so that the sentence stays one tree: a topic and who signs as
    `meta`, a second clause as `parataxis`."""
    if len(starts) == 1:
        return
    bounds = [*starts, len(tokens)]
    main = 1 if any(t.text == ":" for t in tokens[starts[1] - 2 : starts[1]]) else 0
    root = next(t.i for t in tokens[bounds[main] : bounds[main + 1]] if t.head == t.i)
    for n, (a, b) in enumerate(pairwise(bounds)):
        dep = "meta" if n < main or tokens[a].pos in ("PUNCT", "SPACE", "SYM") or tokens[a].text in _MARKS else "parataxis"
        for t in tokens[a:b] if n != main else ():
            if t.head == t.i:
                tokens[t.i] = replace(t, head=root, dep=dep)
