"""The text's own voice on the page: the outlet of a news report, the author of a text that speaks in the first person (a speech, a communiqué, a column).

A pure function of the record; in the record itself the own voice stays an attribution of null.
"""

from __future__ import annotations

import re

from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Attribution
from onrecord.model.record import Record
from onrecord.quotes import quotations

OUTLET = "the outlet itself"
AUTHOR = "the author"
FIRST_PERSON = word_set("first_person_pronouns")
_ENOUGH = 2  # sentences
_SHORTEST = 6  # words: "We pay for videos too!" is page furniture
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\w)|\n(?!\s*\n))+")
_OWN = re.compile(r"\b(?:[Ww]e|WE|[Oo]ur|OUR|[Oo]urs|OURS|[Oo]urselves|OURSELVES|[Mm]y|MY|[Mm]yself|MYSELF)\b|(?<![.'’])\bI\b(?![.,'’]?(?:\Z|[IVX)\]]))")
# "Article I", "World War I": a numeral.
_NUMERAL = re.compile(r"(?:article|war|part|phase|type|title|chapter|volume|section|annex|division|corps|class|act|stage|level)\s+\Z", re.IGNORECASE)


# "This is communiqué No. 11 issued by the Ports Ministry, which states:", a line of its own at the head of a text.
_ISSUED = re.compile(
    r"\b(?:communiqu[eé]|statement|bulletin|proclamation|declaration|press release)\b[^:]{0,120}?\b(?:released|issued|signed|published|put out)\b[^:]{0,40}?\bby\s+([^:]{3,90}?),?"
    r"\s+(?:which|that)\s+(?:states|reads|says)(?:\s+the\s+following|\s+as\s+follows)?\s*:(\s*)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\s*(?:this|following|the following) is\b", re.IGNORECASE)
_HEAD = 300


def own_voice(record: Record) -> str:
    """Who speaks where nobody else is told to."""
    if record.report.coded == "yes" and (issued := _ISSUED.search(record.report.text[:_HEAD])) is not None and ("\n" in issued.group(2) or _OPENING.match(record.report.text)):
        return " ".join(issued.group(1).split())
    if record.report.coded != "yes" or not speaks_itself(record):
        return OUTLET
    byline = record.report.byline
    return byline.value if byline is not None and byline.value else AUTHOR


def is_own(words: str) -> bool:
    """Whether a source's words are a speaker's name for himself. "US" in capitals is a state."""
    return words.casefold() in FIRST_PERSON and words != "US"


def speaks_itself(record: Record) -> bool:
    """Whether two sentences or more, outside quotations and what anybody else is told to say, are in the first person."""
    text = record.report.text
    told = [(s.start, s.end) for a in record.attributions if a.told or a.derivation["content"].rule.endswith(":asked") for s in a.content if not _own(a)]
    told += [(q.start, q.end) for m in _PARAGRAPH.finditer(text) for q in quotations(text, m.start(), m.end())]
    blank = list(text)
    for start, end in told:
        blank[start:end] = [c if c in "\n.!?" else " " for c in blank[start:end]]
    left = "".join(blank)
    sentences = (m for m in _SENTENCE.finditer(left) if len(m.group().split()) >= _SHORTEST)
    return sum(any(_NUMERAL.search(left, 0, own.start()) is None for own in _OWN.finditer(left, m.start(), m.end())) for m in sentences) >= _ENOUGH


def _own(node: Attribution) -> bool:
    """Whether the speaker of an attribution is the text's own "I" or "we"."""
    return node.parent is None and node.source is not None and any(is_own(s.words) for s in node.source.spans)
