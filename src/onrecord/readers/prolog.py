"""What an XML document says of itself before its first element, read in one pass: a pattern over comments could be made to try for ever."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = re.compile(rb"[A-Za-z_:\x80-\xff][^\s<>/\[\]\"'=]*+")
_DOCTYPE = re.compile(rb"<!doctype\s*+([^\s<>/\[\]\"'=]*+)", re.IGNORECASE)
_PLAIN = re.compile(rb"[^\[>\"']+")
_WITHIN = re.compile(rb"[^\]\"'<]+")
_BLANK = b" \t\r\n\x0b\x0c"


@dataclass(frozen=True, slots=True)
class Prolog:
    """`doctype` and `root` are names in lower case as bytes, None where there is none or it lies beyond what was seen; `entities`: some are declared."""

    doctype: bytes | None = None
    root: bytes | None = None
    entities: bool = False


def ascii_bytes(data: bytes) -> bytes:
    """Markup as bytes of one byte a character: UTF-16 and UTF-32, told by a byte-order mark or by zero bytes, lose their zeros."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        data = data.lstrip(b"\x00\xff\xfe")
    elif b"\x00" not in data[:4]:
        return data.removeprefix(b"\xef\xbb\xbf")
    return data.replace(b"\x00", b"")


def prolog(head: bytes) -> Prolog:
    """The prolog of a document by its first bytes, `head`; empty where they are no XML."""
    data = ascii_bytes(head)
    doctype: bytes | None = None
    entities = False
    at = 0
    while True:
        while data[at : at + 1] and data[at] in _BLANK:
            at += 1
        if data.startswith(b"<!--", at):
            end = data.find(b"-->", at + 4)
        elif data.startswith(b"<?", at):
            end = data.find(b"?>", at + 2)
        elif doctype is None and (declared := _DOCTYPE.match(data, at)) is not None:
            doctype = declared[1].lower()
            end, entities = _declared(data, declared.end())
        else:
            named = _NAME.match(data, at + 1) if data.startswith(b"<", at) else None
            return Prolog(doctype, named.group().lower() if named else None, entities)
        if end < 0:
            return Prolog(doctype, None, entities)
        at = data.index(b">", end) + 1


def _declared(data: bytes, at: int) -> tuple[int, bool]:
    """Where a document type declaration ends, negative where that is not seen, and whether it declares entities."""
    entities = inside = False
    while at < len(data):
        plain = (_WITHIN if inside else _PLAIN).match(data, at)
        at = plain.end() if plain else at
        here = data[at : at + 1]
        if here in (b'"', b"'") and here:
            at = data.find(here, at + 1) + 1
            if not at:
                return -1, entities
        elif inside and data.startswith(b"<!--", at):
            at = data.find(b"-->", at) + 3
            if at < 3:
                return -1, entities
        elif not inside and here == b">":
            return at, entities
        else:
            entities = entities or (inside and data[at : at + 8].lower() == b"<!entity")
            inside = (inside or here == b"[") and here != b"]"
            at += 1
    return -1, entities
