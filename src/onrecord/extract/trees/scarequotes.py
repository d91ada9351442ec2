"""parse: words of a headline in single quotes ("Editor 'tortured in custody', family says", "Rwanda 'arming rebels' – UN experts") are read as the rest of it is: the small
parser takes the first mark for a genitive's, and the words for a name or an aside."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"(?<![\w'‘’])['‘](?P<words>\w[^'‘’\"“”]*?\w)['’](?!\w)")
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_LONGEST = 160  # characters of a headline
_WORDS = 7  # of a quoted part; more are a sentence of their own
_OPENING = 2  # of one that opens the line


def without_scare_quotes(sentence: str) -> str:
    """A headline with blanks for the marks around a few words of it, every offset kept; any other sentence as it is."""
    if len(sentence) > _LONGEST or _CLOSED.search(sentence) is not None or '"' in sentence or "“" in sentence:
        return sentence
    return _QUOTED.sub(_blanked, sentence)


def _blanked(match: re.Match[str]) -> str:
    words = match["words"]
    most = _OPENING if not match.string[: match.start()].strip() else _WORDS
    return f" {words} " if len(words.split()) <= most else match.group()
