"""Contractions opened, so that one pattern meets "did not" and "didn't"; every letter knows where it stood."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CONTRACTED = re.compile(
    r"(?P<irregular>\b(?:can|won|shan)(?=['’]t\b))['’]t|(?<=[a-z])n['’]t\b|(?<=\bthere)['’]s\b|(?<=\bit)['’]s\b(?! own)|(?<=\bthere)['’]ve\b|(?<=\b(?:they|what))['’]re\b|(?<=\bthey)['’]ve\b",
    re.IGNORECASE,
)
_IRREGULAR = {"can": "can not", "won": "will not", "shan": "shall not"}
_PARTICIPLE = re.compile(r"\s+(?:still |also |not )?(?:been|had|come)\b", re.IGNORECASE)


def spelled_out(text: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """The words of text[start:end] with contractions opened, and for each of their offsets (the last is the end) the offset in `text`.

    "isn't" is "is not", "can't" is "can not", "there's" is "there is" or, before "been", "there has"; genitives stay. An offset inside what was
    opened is that of the contraction's first letter. Typographic apostrophes become straight ones.
    """
    if "'" not in text[start:end] and "’" not in text[start:end]:
        return text[start:end], range(start, end + 1)
    words: list[str] = []
    at: list[int] = []
    done = start
    for match in _CONTRACTED.finditer(text, start, end):
        words.append(text[done : match.start()])
        at.extend(range(done, match.start()))
        new = _opened(text, match)
        words.append(new)
        at.extend([match.start()] * len(new))
        done = match.end()
    words.append(text[done:end])
    at.extend(range(done, end + 1))
    return "".join(words).replace("’", "'"), at


def _opened(text: str, match: re.Match[str]) -> str:
    irregular = match["irregular"]
    if irregular is not None:
        return _IRREGULAR[irregular.lower()]
    tail = match[0][-1].lower()
    if tail == "t":
        return " not"
    if match[0][-2:].lower() == "ve":
        return " have"
    if tail == "e":
        return " are"
    return " has" if _PARTICIPLE.match(text, match.end()) else " is"
