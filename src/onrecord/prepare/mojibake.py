"""Mojibake that can be undone by re-decoding (ftfy) and left-over HTML entities, as edits with offsets."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ftfy import fix_encoding
from ftfy.badness import is_bad
from rapidfuzz.distance import Levenshtein

from onrecord.model.text import Edit

KIND = "mojibake"
_PIECE = 800
_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")


def entity_edits(text: str) -> list[Edit]:
    """HTML entities in a text without tags become their characters; in a text with tags they may be meant."""
    if "&" not in text or _TAG.search(text):
        return []
    edits: list[Edit] = []
    for match in _ENTITY.finditer(text):
        plain = match.group()
        while (once := html.unescape(plain)) != plain:
            plain = once
        if plain != match.group():
            edits.append(Edit(match.start(), match.end(), plain, KIND, "html_entity"))
    return edits


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of pieces of about `_PIECE` code points that hold anything but ASCII, cut at a line end or between ASCII words."""
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end + 1
        if end - at > _PIECE:
            end = _cut(text, at, at + _PIECE)
        if not text[at:end].isascii():
            yield at, end
        at = end


def _cut(text: str, at: int, limit: int) -> int:
    for cut in range(limit, at + _PIECE // 2, -1):
        if text[cut] == " " and text[cut - 1].isascii() and text[cut + 1 : cut + 2].isascii():
            return cut
    return limit


def aligned(before: str, after: str, offset: int, kind: str, rule: str) -> list[Edit]:
    """The edits that turn `before` into `after`, `offset` added to their places; neighbouring changes are one edit."""
    merged: list[list[int]] = []
    for op in Levenshtein.opcodes(before, after):
        if op.tag == "equal":
            continue
        if merged and merged[-1][1] == op.src_start and merged[-1][3] == op.dest_start:
            merged[-1][1], merged[-1][3] = op.src_end, op.dest_end
        else:
            merged.append([op.src_start, op.src_end, op.dest_start, op.dest_end])
    return [Edit(offset + s, offset + e, after[ds:de], kind, rule) for s, e, ds, de in merged]


def encoding_edits(text: str) -> list[Edit]:
    """What ftfy repairs by decoding again: UTF-8 read as a one-byte charset, once or more often, and C1 controls read as Latin-1."""
    if text.isascii():
        return []
    edits: list[Edit] = []
    for start, end in _pieces(text):
        piece = text[start:end]
        if not is_bad(piece) and not any("\x80" <= c <= "\x9f" for c in piece):
            continue
        repaired = fix_encoding(piece)
        if repaired != piece:
            edits += aligned(piece, repaired, start, KIND, "encoding")
    return edits
