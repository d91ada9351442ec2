"""Paragraphs and sentences of a clean text, before any parse. Offsets are code points."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.lexicon.tables import read_terms, resource

# A question and what follows may stand without a blank, where a headline was set before its text: "... the army?Rebels say".
_BOUNDARY = re.compile(r"""(?P<stop>[.!?…]+)(?P<close>["'”’»)\]]*)(?P<gap>\s+|(?<=[a-zß-ÿ]{3}\?)(?=[A-Z]))(?=(?P<next>["'“‘«(\[]*[A-Z0-9À-ÞΑ-ΩА-Я$€£#@]))""")
_INITIAL = re.compile(r"^(?:[A-Za-z]\.)*[A-Za-z]$")
_WORD = re.compile(r"[\w.]+$")


@lru_cache(maxsize=1)
def abbreviations() -> frozenset[str]:
    return read_terms(resource("lexicon", "en", "abbreviations.txt"))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the lines that hold anything but white space, trimmed."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        body = line.strip()
        if body:
            start = at + line.index(body[0])
            found.append((start, start + len(body)))
        at += len(line) + 1
    return found


def sentences(text: str, start: int, end: int, limit: int = 2_000) -> list[tuple[int, int]]:
    """Offsets of the sentences in `text[start:end]`; a sentence longer than `limit` code points is cut at a space."""
    found: list[tuple[int, int]] = []
    at = start
    for match in _BOUNDARY.finditer(text, start, end):
        if _continues(text[at : match.start("stop")], match):
            continue
        found += _cut(text, at, match.start("gap"), limit)
        at = match.end("gap")
    if at < end:
        found += _cut(text, at, end, limit)
    return found


def _continues(before: str, match: re.Match[str]) -> bool:
    """Whether the stop belongs to an abbreviation or an initial rather than to the end of a sentence."""
    if match["stop"] != "." or match["close"]:
        return False
    word = _WORD.search(before)
    if word is None:
        return False
    token = word.group().strip(".")
    lower = token.lower()
    if lower in ("u.s", "u.k", "u.n", "a.m", "p.m", "e.u", "d.c"):
        return match["next"][-1:].isdigit() or not _starts_sentence(match)
    if lower == "no":
        return match["next"][-1:].isdigit()
    if token == "X" and before.endswith((" on X", " via X", " to X")):
        return False  # the platform, and no initial: "posted on X. The port"
    return lower in abbreviations() or (bool(_INITIAL.match(token)) and token[-1:].isupper())


_STARTERS = re.compile(r"(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Those|Some|Many|Officials|Police)\b")


def _starts_sentence(match: re.Match[str]) -> bool:
    return _STARTERS.match(match.string, match.end("gap")) is not None


def _cut(text: str, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while end - start > limit:
        space = text.rfind(" ", start + limit // 2, start + limit)
        at = space if space > start else start + limit
        found.append((start, at))
        start = at
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        found.append((start, end))
    return found
