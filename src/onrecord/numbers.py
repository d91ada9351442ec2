"""Numbers as news writes them: digits, words, ranges, "at least", "dozens". Bounds are None where the words leave them open."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(20),
        strict=True,
    )
)
_TENS = dict(zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True))
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
# Indefinite plurals promise only a lower bound.
_PLURALS = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
_GROUP = 3  # digits of a group: "12 000"
_OF_EACH = 3  # words of "tens of thousands"
_HALF = 2
_PARTS_OF_SCALES = (("half a", _HALF), ("half-a", _HALF), ("a quarter of a", 4))
# From this size on "more than" is about a round figure.
_ROUGH = 1000
_DIGITS = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$")
_AT_LEAST = ("at least", "no fewer than", "no less than", "not fewer than", "a minimum of", "upwards of")
_MORE = ("more than", "over", "above", "in excess of", "passed", "surpassed", "exceeded", "topped")
_GIVEN_OVER = re.compile(r"\b(?:hand|turn|sign|pass)(?:s|ed|ing)? over$")  # "handed over 12 hostages": twelve
_AT_MOST = ("up to", "as many as", "at most", "no more than", "a maximum of")
_LESS = ("fewer than", "less than", "under", "nearly", "almost", "close to")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a number phrase commits to; None is an open end."""

    min: int | None
    max: int | None


def value(words: list[str]) -> int | None:
    """The value of number words ("twenty", "-", "five"; "1,200"; "3", "million"); None where they are no number."""
    total = current = 0
    seen = False
    words = [part for word in words for part in (word.split("-") if "-" in word and word.replace("-", "").isalpha() else [word])]  # "forty-one"
    for k, word in enumerate(words):
        lower = word.lower()
        if lower in ("-", "and", "–"):
            continue
        if lower in ("a", "an") and not seen:
            current, seen = 1, True
        elif k and len(lower) == _GROUP and lower.isdigit() and words[k - 1].isdigit() and len(words[k - 1]) <= _GROUP:
            current = current * 1000 + int(lower)  # "12 000"
        elif _DIGITS.match(lower):
            current += round(float(lower.replace(",", "")) * 1) if "." not in lower else 0
            if "." in lower:
                return _decimal(words)
            seen = True
        elif lower in _UNITS or lower in _TENS:
            current += _UNITS.get(lower, _TENS.get(lower, 0))
            seen = True
        elif lower in _SCALES:
            current = max(current, 1) * _SCALES[lower]
            if _SCALES[lower] >= 1_000:
                total, current = total + current, 0
            seen = True
        elif lower == "dozen":
            current, seen = max(current, 1) * 12, True
        elif lower == "score":
            current, seen = max(current, 1) * 20, True
        else:
            return None
    return total + current if seen else None


def _decimal(words: list[str]) -> int | None:
    number = float(words[0].replace(",", ""))
    for word in words[1:]:
        if word.lower() in _SCALES:
            number *= _SCALES[word.lower()]
    return round(number)


def bounds(words: list[str], before: str) -> Bounds | None:
    """The bounds of a number phrase, from its words and the lower-case text just before it."""
    if len(words) == 1 and words[0].lower() in _PLURALS:
        return Bounds(_PLURALS[words[0].lower()], None)
    if len(words) == _OF_EACH and words[1].lower() == "of" and {words[0].lower(), words[2].lower()} <= set(_PLURALS):
        return Bounds(_PLURALS[words[0].lower()] * _SCALES.get(words[2].lower().removesuffix("s"), 1), None)  # "hundreds of thousands"
    if "and" in words[1:-1] and all(_DIGITS.match(w) for w in (words[0], words[-1])):
        low, high = value(words[: words.index("and")]), value(words[words.index("and") + 1 :])
        return Bounds(low, high) if low is not None and high is not None and low < high and before.rstrip().endswith("between") else None
    for mark in ("to", "-", "–", "or"):
        if mark in words[1:-1]:
            at = words.index(mark, 1)
            low, high = value(words[:at]), value(words[at + 1 :])
            if (
                low is not None
                and high is not None
                and low < high
                and (mark in ("to", "or") or all(_DIGITS.match(w) for w in (words[at - 1], words[at + 1])))
            ):
                return Bounds(low, high)
    number = value(words)
    if number is None:
        return None
    before = before.rstrip()
    if words[0].lower() in _SCALES and (part := next((n for mark, n in _PARTS_OF_SCALES if before.endswith(mark)), 0)):
        number //= part
        before = before.rpartition("half" if part == _HALF else "a quarter")[0].rstrip()
    if words[0].lower() in ("dozen", "score", *_SCALES) and before.endswith((" a", " an")):
        before = before.rpartition(" ")[0]  # "more than a dozen"
    if words[0].lower() in _SCALES and before.endswith(("several", "a few", "many", "tens of", "hundreds of")):
        return Bounds(2 * number, None)
    if before.endswith(_AT_LEAST):
        return Bounds(number, None)
    if before.endswith(_AT_MOST):
        return Bounds(None, number)
    if before.endswith(_LESS):
        return Bounds(None, number)
    if before.endswith(_MORE) and not _GIVEN_OVER.search(before):
        # "more than two million" knows nothing of single people.
        return Bounds(number + 1 if number < _ROUGH else number, None)
    return Bounds(number, number)
