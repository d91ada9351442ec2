"""Quotations of a clean text: where quotation marks open and close, over paragraphs too. Offsets are code points, marks included."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_PAIRS = {"“": "”", "«": "»", "„": "“", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Offsets [start, end) with the marks; `open_ended` where it goes on in the next paragraph; `words` counts its words."""

    start: int
    end: int
    words: int
    open_ended: bool = False


def paragraph_quotations(text: str, parse: Parse) -> tuple[Quotation, ...]:
    """All quotations of a parsed text, paragraph by paragraph, in text order."""
    blocks: dict[int, list[int]] = {}
    for sentence in parse.sentences:
        block = blocks.setdefault(sentence.paragraph, [sentence.start, sentence.end])
        block[1] = sentence.end
    return tuple(q for start, end in blocks.values() for q in quotations(text, start, end))


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of one paragraph. An opening mark without a closing one runs to the paragraph's end and is `open_ended`."""
    found: list[Quotation] = []
    at = start
    while at < end:
        mark = text[at]
        close = _closing(text, mark, at, start, end)
        if close is None:
            at += 1
            continue
        if close < 0 and (signed := _signed(text, at, end)):
            found.append(Quotation(at, signed, len(text[at + 1 : signed].split())))
            at = signed
            continue
        if close < 0:
            if mark != "‘" and mark != "'":
                found.append(Quotation(at, end, len(text[at:end].split()), True))
                at = end
            else:
                at += 1
            continue
        found.append(Quotation(at, close + 1, len(text[at + 1 : close].split())))
        at = close + 1
    return found


def _signed(text: str, at: int, end: int) -> int:
    """Behind the comma of `"The talks failed, Orrel said.` whose closing mark was forgotten: a name and a word of saying end the paragraph; 0 where none do."""
    match = _signature().search(text, at, end) if text[at] in "\"“" else None
    return match.start() + 1 if match is not None else 0


@lru_cache(maxsize=1)
def _signature() -> re.Pattern[str]:
    said = "|".join(sorted(re.escape(w) for w in word_set("words_that_sign")))
    return re.compile(rf",\s(?:(?:[A-Z][\w'’.-]*\s){{1,4}}|(?:he|she|they)\s)(?:{said})\.?\s*$")


def _closing(text: str, mark: str, at: int, start: int, end: int) -> int | None:
    """Where the quotation opened at `at` closes; -1 where it does not; None where `at` opens none."""
    opens = at == start or not text[at - 1].isalnum()
    follows = at + 1 < end and not text[at + 1].isspace()
    if mark == '"':
        if not (opens and follows):
            return None
        probe = text.find('"', at + 1, end)
        while 0 < probe < end - 1 and text[probe - 1].isspace() and text[probe + 1].isalnum():
            # A mark that opens again within the speech: paragraphs of one speaker were run together.
            probe = text.find('"', probe + 1, end)
        return probe
    if mark in ("'", "‘"):
        if not (opens and follows):
            return None
        other = "'" if mark == "'" else "’"
        probe = at + 1
        while (probe := text.find(other, probe, end)) >= 0:
            after = text[probe + 1] if probe + 1 < end else " "
            if not after.isalnum() and not (text[probe - 1] == "s" and mark == "'" and text.find(other, probe + 1, end) >= 0):
                return probe
            probe += 1
        return -1
    if mark in _PAIRS and follows:
        return text.find(_PAIRS[mark], at + 1, end)
    return None
