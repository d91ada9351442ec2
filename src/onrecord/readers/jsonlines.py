"""JSON lines: one object a line, read line by line. A file with one JSON list, or one object over many lines, is read as well."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from onrecord.errors import InputError
from onrecord.readers._types import Context, Found, Trouble, error, warning
from onrecord.readers.columns import Row, table_items
from onrecord.readers.decoding import decode
from onrecord.readers.parts import Opened

_SPACE = " \t\r\n"


def read_jsonl(opened: Opened, context: Context) -> Iterator[Found]:
    """The rows of JSON lines; a line that is no object is named, the rest goes on."""
    head = opened.head().lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"[") or (head.startswith(b"{") and not opens_lines(head)):
        rows = _values(opened, context)
    else:
        rows = _lines(opened, context)
    yield from table_items(opened.name, rows, context)


def opens_lines(head: bytes) -> bool:
    """Whether the first line that holds anything is a JSON object, or the beginning of one that is longer than what is seen."""
    line, newline, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return not newline and line[1:].lstrip()[:1] == b'"'


def _lines(opened: Opened, context: Context) -> Iterator[tuple[str, Row] | Trouble]:
    limit = context.limits.row
    number = 0
    while True:
        line = opened.stream.readline(limit + 1)
        if not line:
            return
        number += 1
        name = f"{opened.name}:{number}"
        if len(line) > limit and not line.endswith(b"\n"):
            while (more := opened.stream.readline(limit)) and not more.endswith(b"\n"):
                pass
            yield error(name, "too_large", f"is a line of more than {limit:,} bytes, the limit for one report")
            continue
        if not line.strip():
            continue
        if opened.cut and not line.endswith(b"\n"):
            yield error(name, "cut_row", "is cut off where the data end")
            return
        yield from _object(name, line)


def _object(name: str, line: bytes) -> Iterator[tuple[str, Row] | Trouble]:
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            decoded = decode(name, line)
        except InputError as failure:
            yield error(name, "unreadable_row", failure.reason)
            return
        text = decoded.text
        yield warning(name, "charset_detected", f"is not UTF-8, as JSON must be; read as {decoded.charset}")
    try:
        value = _loads(text)
    except (ValueError, RecursionError) as failure:
        yield error(name, "unreadable_row", f"is no JSON: {failure}")
        return
    yield (name, value) if isinstance(value, dict) else error(name, "unreadable_row", "is no JSON object")


def _loads(text: str) -> Any:
    return json.loads(text, strict=False, parse_constant=lambda _: None, parse_float=_finite)


def _finite(digits: str) -> float | None:
    value = float(digits)
    return value if abs(value) != float("inf") else None


def _values(opened: Opened, context: Context) -> Iterator[tuple[str, Row] | Trouble]:
    """The objects of one JSON list, or one behind another, however they are laid out; read as far as it is sound."""
    decoder = json.JSONDecoder(strict=False, parse_constant=lambda _: None, parse_float=_finite)
    text, at, number, opened_list, tried = "", 0, 0, False, 0
    pieces = _decoded(opened)
    while True:
        while at < len(text) and (text[at] in _SPACE or text[at] in ",[]"):
            opened_list = opened_list or text[at] == "["
            at += 1
        if at < len(text) and len(text) >= tried:
            try:
                value, end = decoder.raw_decode(text, at)
            except RecursionError:
                yield error(f"{opened.name}:{number + 1}", "unreadable_row", "is nested too deeply; the rest was left out")
                return
            except ValueError as failure:
                tried = at + 2 * (len(text) - at)  # not before there is twice as much: trying again at each piece would be quadratic
                reason = str(failure)
            else:
                number, at, tried = number + 1, end, 0
                name = f"{opened.name}:{number}"
                yield (name, value) if isinstance(value, dict) else error(name, "unreadable_row", "is no JSON object")
                continue
        piece = next(pieces, "")
        text, at, tried = text[at:] + piece, 0, max(0, tried - at)
        if not piece:
            if not text.strip(_SPACE + ",]"):
                return
            if tried and len(text) < tried:
                tried = 0
                continue
            yield error(f"{opened.name}:{number + 1}", "unreadable_row", "is cut off where the data end" if opened.cut else f"is no JSON ({reason}); the rest was left out")
            return
        if len(text) > context.limits.row:
            yield error(f"{opened.name}:{number + 1}", "too_large", f"is more than {context.limits.row:,} characters long, the limit for one report; the rest was left out")
            return


def _decoded(opened: Opened) -> Iterator[str]:
    import codecs

    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    for data in opened.chunks():
        yield decoder.decode(data)
