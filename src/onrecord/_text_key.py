"""Folding of names to keys: case, accents, apostrophes, hyphens and full stops aside, "Côte d'Ivoire" and "Cote dIvoire" are one name."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "Þ": "Th", "ı": "i", "ə": "a", "Ə": "A", "ħ": "h",
    "Ħ": "H", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ŋ": "n", "ɔ": "o", "ɛ": "e", "ơ": "o", "ư": "u",
    "’": "", "‘": "", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "'": "", "`": "", "´": "", "′": "", ".": "",
    "-": " ", "‐": " ", "‑": " ", "–": " ", "/": " ", ",": " ",
})
_SPACES = re.compile(r"\s+")
_LEADING = (("st ", "saint "), ("saint ", "st "), ("mt ", "mount "), ("ft ", "fort "), ("ste ", "sainte "))

_TRAILING = ((" co", " county"), (" twp", " township"))


def name_key(name: str) -> str:
    """The key of a name; two spellings of one name share it. Empty for a name without letters or digits."""
    plain = name if name.isascii() else "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _SPACES.sub(" ", plain.translate(_LETTERS)).strip().casefold()


def key_variants(name: str) -> tuple[str, ...]:
    """The key and the keys of usual other spellings of its first and last word ("St." for "Saint", "Co." for "County", with or without "the")."""
    key = name_key(name)
    if not key:
        return ()
    found = [key]
    found += [long + key[len(short) :] for short, long in _LEADING if key.startswith(short)]
    found += [key[: -len(short)] + long for short, long in _TRAILING if key.endswith(short)]
    if key.startswith("the ") and len(key) > 6:
        found.append(key[4:])
    return tuple(dict.fromkeys(found))
