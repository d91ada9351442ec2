"""Which one-byte charset a text in Latin letters is in, where nothing tells: the one whose letters and signs stand where languages write them.

English news has few letters with marks, nearly all of them in names, which is too little for detectors that count letters: "Peña" and "Peńa" are the same
bytes in windows-1252 and windows-1250, and only the first is a word. The letters and their places are data (`resources/prepare/accents.tsv`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.tables import read_rows, read_terms, resource

# In order of use in news; a tie goes to the earlier. The number is what a charset must make up for being rarer.
CHARSETS = (
    ("cp1252", 0.0), ("cp1250", 0.4), ("cp1254", 0.4), ("iso8859-2", 0.45), ("cp1257", 0.8), ("mac_roman", 0.6), ("cp850", 0.8), ("cp437", 0.8), ("cp852", 1.0),
    ("iso8859-15", 0.9), ("mac_latin2", 1.2),
)  # fmt: skip
_LIMIT = 4_000
_HIGH_RUN = re.compile(rb"[\x80-\xff]{4,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(r"\S*[^\x00-\x7f]\S*")
_VOWELS = frozenset("aeiouyæøœı")
_OPENING = frozenset("“‘«‹„‚")
_CLOSING = frozenset("”’»›")
_LOOSE = frozenset("–—…•·®™\u00a0\u00ad")  # signs that touch words
_SIGNS = frozenset("©€£¥°§½¼¾²³×¿¡")  # signs that stand alone or beside figures
_BASES = {"ł": "l", "đ": "d", "ø": "o", "æ": "a", "œ": "o", "ß": "s", "ı": "i", "þ": "t", "ð": "d"}


@dataclass(frozen=True, slots=True)
class Place:
    """One row: the letter may stand between `before` and `after`, and then weighs `weight`."""

    letter: str
    before: str
    after: str
    weight: float
    example: str

    def fits(self, left: str, right: str) -> bool:
        """Whether the neighbours (base letters, `^` and `$` at the edges) are among those the row names."""
        return _among(left, self.before) and _among(right, self.after)


@lru_cache(maxsize=1)
def places() -> dict[str, tuple[Place, ...]]:
    """The rows by letter."""
    found: dict[str, list[Place]] = {}
    for row in read_rows(resource("prepare", "accents.tsv"), ("letter", "before", "after", "weight", "language", "example")):
        found.setdefault(row["letter"], []).append(Place(row["letter"], row["before"], row["after"], float(row["weight"]), row["example"]))
    return {letter: tuple(rows) for letter, rows in found.items()}


def _among(neighbour: str, wanted: str) -> bool:
    if wanted == "*" or neighbour in wanted:
        return True
    if not neighbour.isalpha():
        return False
    return ("V" if neighbour in _VOWELS else "C") in wanted


def _base(character: str) -> str:
    lower = character.lower()
    return _BASES.get(lower) or unicodedata.normalize("NFD", lower)[:1]


def by_letters(data: bytes) -> str | None:
    """The charset of some bytes that are Latin text but no UTF-8; None where they are of another script, or no charset makes words of them."""
    data = _around_high_bytes(data)
    high = len(_HIGH.findall(data))
    if not high or sum(map(len, _HIGH_RUN.findall(data))) > 0.3 * high:
        return None
    scored = [(_score(data, charset) - handicap, -order, charset) for order, (charset, handicap) in enumerate(CHARSETS)]
    best = max(scored)
    return best[2] if best[0] > -0.5 * high else None


def _around_high_bytes(data: bytes) -> bytes:
    """The words that hold bytes above ASCII, up to a limit: all that the decision rests on."""
    return b" ".join(re.findall(rb"[^\s\xa0]*[\x80-\xff]+[^\s\xa0]*", data)[:_LIMIT])


def _score(data: bytes, charset: str) -> float:
    """How well the signs and letters above ASCII fit their places when the bytes are read in that charset."""
    text = data.decode(charset, "replace")
    return sum(_weight(word, at) for word in _WORD.findall(text) for at in range(len(word)) if word[at] > "\x7f")


def _weight(word: str, at: int) -> float:
    character = word[at]
    if character.isalpha() and character not in "ªºµ":
        return _letter(word, at)
    before, after = word[:at][-1:], word[at + 1 :][:1]
    if before.isalpha() and after.isalpha():
        if character == "’":
            return _apostrophe(re.split(r"[\W_]", word[:at])[-1], re.split(r"[\W_]", word[at + 1 :])[0])
        return -0.3 if character in _LOOSE else -2.0
    if character in _OPENING or character in _CLOSING:
        wrong = before.isalpha() if character in _OPENING else after.isalpha()
        return -0.5 if wrong else 0.4
    if character in _LOOSE:
        return 0.4
    if character in _SIGNS:
        return -0.8 if before.isalpha() or (after.isalpha() and character not in "¿¡©°") else 0.4
    return -2.0 if unicodedata.category(character) in ("Cc", "Co", "So") or character == "\ufffd" else -0.5


def _letter(word: str, at: int) -> float:
    character = word[at]
    left, right = word[:at][-1:], word[at + 1 :][:1]
    if character.isupper() and (left.islower() or (left.isupper() and right.islower())):
        return -1.5
    if character.islower() and at > 1 and word[at - 2 : at].isupper():
        return -1.0
    rows = places().get(character.lower(), ())
    if not rows or left.isdigit() or right.isdigit():
        return -1.0
    before = _base(left) if left.isalpha() else "^"
    after = _base(right) if right.isalpha() else "$"
    return max((row.weight for row in rows if row.fits(before, after)), default=-0.5)


def _apostrophe(left: str, right: str) -> float:
    """Whether what stands around an apostrophe is a contraction, a possessive or an elided name."""
    ends, starts = _terms()
    return 1.0 if right.lower() in ends else 0.8 if left.lower() in starts else -1.0


@lru_cache(maxsize=1)
def _terms() -> tuple[frozenset[str], frozenset[str]]:
    return read_terms(resource("prepare", "contraction_ends.txt")), read_terms(resource("prepare", "elision_starts.txt"))
