"""What UTF-8 punctuation looks like after a one-byte charset read it, with and without its control bytes: derived from the codecs."""

from __future__ import annotations

import codecs
import encodings
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pkgutil import iter_modules

from onrecord.lexicon.tables import read_rows, resource

_TYPED = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"})
_NATURAL = frozenset("'\"-,.;:!?()[]{}«»‘’‚“”„–—…•·°\u00a0\u00ad ")


@lru_cache(maxsize=1)
def punctuation() -> dict[str, str]:
    """The role (dash | single | double | mark) of each character that such damage destroys."""
    return {chr(int(row["code"], 16)): row["role"] for row in read_rows(resource("prepare", "punctuation.tsv"), ("code", "role"))}


@lru_cache(maxsize=1)
def one_byte_charsets() -> tuple[str, ...]:
    """Python's charsets of one byte a character whose first half is ASCII, by canonical name."""
    found: set[str] = set()
    for name in sorted(module.name for module in iter_modules(encodings.__path__)):
        try:
            codec = codecs.lookup(name)
            ascii_same = all(bytes([b]).decode(name) == chr(b) for b in range(0x20, 0x7F))
            high = sum(len(bytes([b]).decode(name, "ignore")) == 1 for b in range(0xA0, 0x100))
            lead = b"\xe2".decode(name, "ignore")
        except (LookupError, UnicodeError, AssertionError, ValueError, TypeError):
            continue
        if ascii_same and high > 40 and len(lead) == 1:
            found.add(codec.name)
    return tuple(sorted(found))


def _byte(value: int, charset: str) -> str | None:
    """What one byte reads as; None where the charset does not define it or reads a control character."""
    try:
        read = bytes([value]).decode(charset)
    except UnicodeDecodeError:
        return None
    return None if len(read) != 1 or unicodedata.category(read) == "Cc" else read


def _forms(character: str, charset: str) -> Iterator[str]:
    """The damaged forms of a character: whole, controls lost, controls kept or replaced, the range 80-9F lost before reading."""
    data = character.encode("utf-8")
    read = [_byte(value, charset) for value in data]
    if read[0] is None:
        return
    lead = read[0]
    yield "".join(part for part in read if part)
    yield "".join(part or chr(value) for part, value in zip(read, data, strict=True))
    yield "".join(part or "\ufffd" for part in read)
    yield lead + "".join(_byte(value, charset) or "" for value in data[1:] if value >= 0xA0)
    yield lead + "??"
    yield lead + "\ufffd\ufffd"


@dataclass(frozen=True, slots=True)
class DamageTable:
    """`forms`: damaged strings of two or more characters to what they may stand for; `leads`: lone letters likewise."""

    forms: dict[str, frozenset[str]]
    leads: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def damage_table() -> DamageTable:
    """All damaged forms over all one-byte charsets, also with their own quotes and dashes typed as ASCII."""
    forms: dict[str, set[str]] = {}
    leads: dict[str, set[str]] = {}
    for charset in one_byte_charsets():
        for character in punctuation():
            for form in _forms(character, charset):
                for shape in {form, form.translate(_TYPED)}:
                    _enter(shape, character, forms, leads)
    return DamageTable(
        {form: frozenset(found) for form, found in forms.items()}, {lead: frozenset(found) for lead, found in leads.items()}
    )


def _enter(shape: str, character: str, forms: dict[str, set[str]], leads: dict[str, set[str]]) -> None:
    lead, tail = shape[0], shape[1:]
    if lead.isascii() or not (lead.isalpha() or len(tail) > 1):
        return
    if not tail:
        leads.setdefault(lead, set()).add(character)
    elif len(tail) > 1 or not (tail in _NATURAL or (tail.isalpha() and "LATIN" in (script_of(lead), script_of(tail)))):
        forms.setdefault(shape, set()).add(character)


def script_of(character: str) -> str:
    """A letter's script by its Unicode name: LATIN, GREEK, CYRILLIC ...; '' for anything but a letter."""
    if character.isascii():
        return "LATIN" if character.isalpha() else ""
    if not character.isalpha():
        return ""
    return unicodedata.name(character, "UNKNOWN").split(" ")[0]
