"""attributions, turns: the labelled turns of a transcript or interview: "(RIVAS) We hold the bridge.", "Q: Who fired?", "RIVAS: We did."

A label stands at the head of a paragraph, or right behind a mark of recording. Two make a transcript where one of them comes back or is an interviewer's;
one name in brackets is a gloss, one word and a colon a heading. Pure functions over the clean text; offsets are code points.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from onrecord.extract.speech.recordings import BEGIN, END, NO_SPEAKER
from onrecord.lexicon.tables import word_set

_HEAD = rf"(?:\A|(?<=\n)|{BEGIN.pattern})[ \t]*"
_BRACKETS = re.compile(rf"{_HEAD}[(\[](?!\s*(?:begin|end)\b)(?P<who>[^\W\d_][^()\[\]\n\d:]{{1,50}})[)\](](?!\s*[-–—,.;:])\s*(?=[^\s)\]])", re.IGNORECASE)
# "REPORTER (Delta News):"
BEHIND_LABEL = r"(?:[ \t]*\([^()\n:]{2,50}\))?:"
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_COLON = re.compile(rf"(?:\A|(?<=\n))[ \t]*(?P<who>{_NAME}(?: (?:{_NAME}|al|bin|da|de|del|den|der|la|van|von)){{0,5}}){BEHIND_LABEL}[ \t]+(?=\S)")
_PARAGRAPH = re.compile(r"\n\s*\n")
_OWN = re.compile(r"\b(?:I|we|our|ours|my|me)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:I|we|our|ours|my|me|you|your|we['’]\w+|I['’]\w+)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_ASKS = 0.5  # share of a label's turns that end in a question mark, from which on it is the interviewer's
_STAGE = re.compile(r"[(\[][^()\[\]]*[)\]]")  # "(question indistinct)": nobody's words
_FEW = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its label without brackets or colon, its words up to the next label, and whether an interviewer asks in it. `opening`: the statement
    before the first label, by the one who then answers; `label` is where he is first named."""

    label: tuple[int, int]
    words: tuple[int, int]
    asks: bool
    opening: bool = False


def turns(text: str) -> tuple[Turn, ...]:
    """The turns of a text, in order; none where it is no transcript."""
    for pattern in (_BRACKETS, _COLON):
        found = [m for m in pattern.finditer(text) if _speaker(m["who"])]
        names = Counter(_bare(m["who"]) for m in found)
        asking = {n for n in names if n in word_set("asking_labels")}
        if len(found) < _FEW or (not asking and max(names.values()) < _FEW) or (len(names) < _FEW and not asking):
            continue
        made = [_turn(text, m, found[n + 1].start() if n + 1 < len(found) else None) for n, m in enumerate(found)]
        asked: dict[str, list[bool]] = {}
        for turn in made:
            asked.setdefault(_bare(text[slice(*turn.label)]), []).append(text[slice(*turn.words)].rstrip().endswith("?"))
        asking |= {n for n, ends in asked.items() if len(ends) >= _FEW and sum(ends) >= _ASKS * len(ends)}
        # A reporter's turn without a question mark may tell: it is his, and no question.
        made = [Turn(t.label, t.words, _bare(text[slice(*t.label)]) in asking and "?" in text[slice(*t.words)]) for t in made if any(c.isalpha() for c in _STAGE.sub("", text[slice(*t.words)]))]
        return tuple(t for t in (*_opening(text, made), *made) if not _of_the_house(text, t))
    return ()


def _turn(text: str, match: re.Match[str], limit: int | None) -> Turn:
    start = match.end()
    stop = limit if limit is not None else _last(text, start, text[: match.end()].rstrip().endswith(":"))
    end = END.search(text, start, stop)
    stop = end.start() if end is not None else stop
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Turn(match.span("who"), (start, stop), False)


def _last(text: str, start: int, alone: bool) -> int:
    """Where the last turn ends: with its paragraph, or behind a label in brackets the last one after it that still speaks to somebody."""
    end = next((m.start() for m in _PARAGRAPH.finditer(text, start)), len(text))
    while end < len(text) and not alone:
        begin = end + len(text[end:]) - len(text[end:].lstrip())
        after = next((m.start() for m in _PARAGRAPH.finditer(text, begin)), len(text))
        if not _SPOKEN.search(text, begin, after):
            break
        end = after
    return end


def _opening(text: str, made: list[Turn]) -> tuple[Turn, ...]:
    """What is said before the first question, where one person answers all: a statement in the first person is his."""
    asking = {_bare(text[slice(*t.label)]) for t in made if t.asks}
    answering = {_bare(text[slice(*t.label)]) for t in made} - asking
    if not made or not made[0].asks or len(answering) != 1:
        return ()
    end = text.rfind("\n", 0, made[0].label[0]) if "\n" in text[: made[0].label[0]] else 0
    if any(m in text[:end] for m in '"“') or BEGIN.search(text, 0, end) or sum(bool(_OWN.search(m.group())) for m in _SENTENCE.finditer(text, 0, end)) < _FEW:
        return ()
    label = next(t.label for t in made if _bare(text[slice(*t.label)]) in answering)
    return (Turn(label, (0, len(text[:end].rstrip())), False, True),)


def _of_the_house(text: str, turn: Turn) -> bool:
    """Whether the outlet itself speaks in a turn: its announcer, "our reporter Ada Lind" under "LIND:"."""
    name = _bare(text[slice(*turn.label)])
    if name in word_set("outlet_labels"):
        return True
    return not turn.asks and re.search(rf"\bour (?:own )?(?:\w+ )?(?:reporter|correspondent|colleague)s?\b[^.!?\n]{{0,40}}\b{re.escape(name)}\b", text, re.IGNORECASE) is not None


def _speaker(label: str) -> bool:
    return NO_SPEAKER.search(label) is None and word_set("no_speaker_labels").isdisjoint((*label.casefold().split(), _bare(label)))


def _bare(label: str) -> str:
    """The label as it comes back: "GARCIA, INTERRUPTING" is Garcia, "UNIDENTIFIED REPORTER" a reporter."""
    name = label.split(",")[0].strip().casefold()
    return name.split()[-1] if name.split()[-1:] and name.split()[-1] in word_set("asking_labels") else name
