"""parse: words of a headline in single quotes ("Editor 'tortured in custody', family says", "Rwanda 'arming rebels' – UN experts") are read as the rest of it is: the small
parser takes the first mark for a genitive's, and the words for a name or an aside. So is what stands behind an agency's slug: "UPDATE 2-Police deny killing editor"."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"(?<![\w'‘’])['‘](?P<words>\w[^'‘’\"“”]*?\w)['’](?!\w)")
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_SLUG = re.compile(r"\s*(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|ANALYSIS|FEATURE|INSIGHT|FACTBOX|TIMELINE|SCENARIOS)(?: \d+)?-(?=[A-Z])")
_LONGEST = 160  # characters of a headline
_WORDS = 7  # of a quoted part; more are a sentence of their own
_OPENING = 2  # of one that opens the line


def without_scare_quotes(sentence: str) -> str:
    """A headline with blanks for the marks around a few words of it and for an agency's slug before it, every offset kept; any other sentence as it is."""
    if len(sentence) > _LONGEST or _CLOSED.search(sentence) is not None or '"' in sentence or "“" in sentence:
        return sentence
    slug = _SLUG.match(sentence)
    return _QUOTED.sub(_blanked, sentence if slug is None else " " * slug.end() + sentence[slug.end() :])


def _blanked(match: re.Match[str]) -> str:
    words = match["words"]
    most = _OPENING if not match.string[: match.start()].strip() else _WORDS
    return f" {words} " if len(words.split()) <= most else match.group()
