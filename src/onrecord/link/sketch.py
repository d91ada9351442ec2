"""Sketches of texts: what of a report is kept to find its copies without its text.

A sketch holds hashes of all runs of five words (shingles), a sample of the vocabulary, and a digest of the whole. Words are runs of ASCII letters or
digits, so that damaged accents, quotation marks and dashes cost nothing; in texts of other scripts they are runs of any letters, or single characters
where words are written without spaces.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from onrecord.lexicon.tables import resources_digest
from onrecord.readers.furniture import is_furniture

# To be raised where code, here or of cleaning, makes another sketch of the same report.
_FORM = "words-3"
Hashes = npt.NDArray[np.uint32]

SHINGLE = 5
# Shingles kept of one text: all of a report of up to this many words, the lowest of a longer one. Words of the vocabulary kept.
KEPT, VOCABULARY = 1_024, 160
_FULL = 1 << 32
_ASCII_WORD = re.compile(r"[a-z]+|[0-9]+")
# Scripts written without spaces: Thai to Khmer, kana, Chinese characters. Each character is a word.
_ANY_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\d_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|\d+")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
_OTHER_LETTERS = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f]")


def kind() -> str:
    """Under which name a store keeps sketches made by these rules and resource files: which lines are a page's furniture is data."""
    return f"{_FORM}-{resources_digest()[:16]}"


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of one text, at most 4.8 kB: word count, digest of the words in order, sorted hashes of shingles and of words (uint32, little endian).

    `limit`: all shingles whose hash lies below it are kept, 2**32 where that is all.
    """

    words: int
    digest: bytes
    limit: int
    shingles: bytes
    vocabulary: bytes

    @property
    def hashes(self) -> Hashes:
        """The kept shingles, ascending."""
        return np.frombuffer(self.shingles, dtype="<u4")

    def to_bytes(self) -> bytes:
        """For a store; `from_bytes` reads it again."""
        head = array("Q", (self.words, self.limit, len(self.shingles)))
        if head.itemsize != 8:  # pragma: no cover
            raise OverflowError("a platform without 64-bit integers")
        body = b"".join(int(n).to_bytes(8, "little") for n in head) + self.digest + self.shingles + self.vocabulary
        return body + crc32(body).to_bytes(4, "little")

    @classmethod
    def from_bytes(cls, data: bytes) -> Sketch:
        """The sketch that `to_bytes` wrote. Raises ValueError where the bytes are none."""
        if len(data) < 44 or len(data) % 4:
            raise ValueError("no sketch: too short")
        data, checksum = data[:-4], data[-4:]
        if crc32(data).to_bytes(4, "little") != checksum:
            raise ValueError("no sketch: its checksum does not fit")
        words, limit, size = (int.from_bytes(data[k : k + 8], "little") for k in (0, 8, 16))
        if size % 4 or 40 + size > len(data) or limit > _FULL:
            raise ValueError("no sketch: its sizes do not fit")
        return cls(words, data[24:40], limit, data[40 : 40 + size], data[40 + size :])


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and its code-point offsets in the text."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of a text as sketches see them, in text order."""
    return [Word(m.group().lower(), m.start(), m.end()) for m in _pattern(text).finditer(_lowered(text))]


def _own(text: str) -> str:
    """The text without sentences that belong to a page: notices and prompts that stand on a line with the report's own words."""
    return "\n".join(piece for piece in _SENTENCE.split(text) if not is_furniture(piece.strip()))


def _lowered(text: str) -> str:
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _pattern(text: str) -> re.Pattern[str]:
    sample = text[:4_000]
    others = len(_OTHER_LETTERS.findall(sample))
    return _ANY_WORD if others * 2 > sum(c.isalpha() for c in sample) else _ASCII_WORD


def sketch(text: str) -> Sketch:
    """The sketch of a report's clean text. Its layout, case, punctuation and accents do not matter. The same text gives the same bytes everywhere."""
    found = [w.encode("utf-8", "surrogatepass") for w in _pattern(text).findall(_lowered(_own(text)))]
    digest = hashlib.blake2b(b" ".join(found), digest_size=16).digest()
    if not found:
        return Sketch(0, digest, _FULL, b"", b"")
    codes: dict[bytes, int] = {}
    ids = np.array([codes[w] if w in codes else codes.setdefault(w, crc32(w)) for w in found], dtype=np.uint64)
    shingles = np.unique(_shingle_hashes(ids))
    limit = _FULL
    if len(shingles) > KEPT:
        limit = int(shingles[KEPT])
        shingles = shingles[:KEPT]
    words = np.unique(_mixed(np.unique(ids)))[:VOCABULARY]
    return Sketch(len(found), digest, limit, shingles.astype("<u4").tobytes(), words.astype("<u4").tobytes())


def _shingle_hashes(ids: npt.NDArray[np.uint64]) -> Hashes:
    size = min(SHINGLE, len(ids))
    count = len(ids) - size + 1
    total = np.zeros(count, dtype=np.uint64)
    for k in range(size):
        total = total * np.uint64(0x9E3779B97F4A7C15) + ids[k : k + count] + np.uint64(1)
        total ^= total >> np.uint64(29)
    return _mixed(total)


def _mixed(values: npt.NDArray[np.uint64]) -> Hashes:
    """The finaliser of SplitMix64, upper half: hashes that are spread evenly, so that the lowest are a fair sample."""
    x = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((x ^ (x >> np.uint64(31))) >> np.uint64(32)).astype(np.uint32)


def vocabulary_held(one: Sketch, other: Sketch) -> float:
    """Estimated share of the words of the text with fewer words that the other one has too; from the hashes below which both kept all."""
    a, b = (np.frombuffer(s.vocabulary, dtype="<u4") for s in (one, other))
    if not len(a) or not len(b):
        return 0.0
    limit = min(int(kept[-1]) if len(kept) == VOCABULARY else _FULL - 1 for kept in (a, b))
    a, b = a[a <= limit], b[b <= limit]
    return len(np.intersect1d(a, b, assume_unique=True)) / max(1, min(len(a), len(b)))
