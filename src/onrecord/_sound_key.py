"""Folding of foreign names that English writes in several ways: "Kasym-Zhomart" and "Kassym-Jomart", "Qadhafi" and "Gaddafi" share a key."""

from __future__ import annotations

import re

from onrecord._text_key import name_key

# In this order: digraphs of consonants, single consonants, vowels, then what is left doubled.
_FOLDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("dzh|zh|dj", "j"), ("tch|tsch|ch", "c1"), ("sch|sh", "s1"), ("kh|gh|ck|q|c(?!1)|g", "k"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("w", "v"), ("x", "ks"),
        ("ou|oo|o", "u"), ("ee|ie|iy|y", "i"), ("e", "a"), (r"(?<=[a-z1])h(?![aiu])", ""), (r"([a-z])\1+", r"\1"),
    )
)  # fmt: skip
_SMALL = frozenset({"al", "bin", "ibn", "ben", "as", "ad"})


def sound_key(name: str) -> str:
    """The key of a name as it sounds, small words aside. Different names may share it: the caller checks what else is known."""
    key = " ".join(w for w in name_key(name).replace("el ", "al ").split() if w not in _SMALL)
    for pattern, to in _FOLDS:
        key = pattern.sub(to, key)
    return key
