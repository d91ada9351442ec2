"""The damage grid: our sentences in UTF-8, read as each one-byte charset, control bytes lost in each of three ways, must come back."""

from __future__ import annotations

import unicodedata

import pytest

from onrecord.model.text import replay
from onrecord.prepare.charsets import damage_table, one_byte_charsets
from onrecord.prepare.lossy import form_edits, lossy_edits
from onrecord.prepare.mojibake import encoding_edits

SENTENCES = (
    "The truce — signed in May — didn’t hold.",
    "“We will not wait,” the general said. “It’s over.”",
    "The rebels’ camp wasn’t empty, and the mayor’s house burned.",
    "They couldn’t say who had fired — or why.",
)


def _read(value: int, charset: str) -> str | None:
    try:
        return bytes([value]).decode(charset)
    except UnicodeDecodeError:
        return None


def _is_control(read: str | None) -> bool:
    return read is None or unicodedata.category(read) == "Cc"


def damaged(sentence: str, charset: str, way: str) -> str:
    pieces: list[str] = []
    for value in sentence.encode("utf-8"):
        read = _read(value, charset)
        if value < 0x80:
            pieces.append(chr(value))
        elif way == "stripped" and value < 0xA0:
            continue
        elif not _is_control(read):
            pieces.append(read or "")
        elif way == "kept":
            pieces.append(chr(value))
        elif way == "replaced":
            pieces.append("\ufffd")
    return "".join(pieces)


def repaired(text: str) -> str:
    for edits in (form_edits, encoding_edits, lossy_edits):
        text = replay(text, edits(text))
    return text


# Charsets whose reading of the byte E2 is itself a quotation mark or dash: with the rest lost nothing tells damage from punctuation.
LETTER_LEADS = [charset for charset in one_byte_charsets() if (_read(0xE2, charset) or "").isalpha()]


def test_the_grid_is_wide() -> None:
    assert len(LETTER_LEADS) > 40
    scripts = {unicodedata.name(lead).split()[0] for lead in damage_table().leads}
    assert {"GREEK", "CYRILLIC", "LATIN", "HEBREW", "ARABIC", "THAI"} <= scripts


@pytest.mark.parametrize("charset", LETTER_LEADS)
@pytest.mark.parametrize("way", ["lost", "stripped", "kept", "replaced"])
def test_damage_comes_back(charset: str, way: str) -> None:
    text = " ".join(SENTENCES)
    broken = damaged(text, charset, way)
    assert broken != text
    result = repaired(broken)
    # En dashes and ASCII marks are as good as the lost ones; a letter of the damage is not.
    plain = str.maketrans({"–": "—", "‘": "’"})
    assert result.translate(plain) == text.translate(plain)
