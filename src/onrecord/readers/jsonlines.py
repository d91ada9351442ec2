"""JSON lines: one object a line, read line by line. A file with one JSON list, or one object over many lines, is read as well."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

from onrecord.errors import InputError
from onrecord.readers._types import Context, Found, Trouble, error, warning
from onrecord.readers.columns import Row, table_items
from onrecord.readers.decoding import decode
from onrecord.readers.parts import Opened

_DIGITS = 1_000
_BETWEEN = " \t\r\n,[]"  # what stands between the objects of a list


def read_jsonl(opened: Opened, context: Context) -> Iterator[Found]:
    """The rows of JSON lines; a line that is no object is named, the rest goes on."""
    head = opened.head().lstrip(b"\xef\xbb\xbf \t\r\n")
    if (head.startswith(b"[") or (head.startswith(b"{") and not opens_lines(head))) and not _lines_follow(opened.name, head):
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
        return isinstance(json.loads(line.decode("utf-8", "replace")), dict)
    except (ValueError, RecursionError) as failure:
        another = isinstance(failure, json.JSONDecodeError) and failure.msg == "Extra data"  # one object behind another on a line
        return not newline and not another and line[1:].lstrip()[:1] == b'"'


def _lines_follow(name: str, head: bytes) -> bool:
    """Whether a first line that is no object is a bad one among good ones, and not the beginning of a list or object over many lines: most of what follows
    is objects, one a line. What follows and is longer than what is seen counts where the name says that it is lines."""
    first, *following = head.split(b"\n")
    rest = following.pop() if following else b""
    lines = [line for line in following if line.strip()]
    objects = sum(opens_lines(line + b"\n") for line in lines)
    if not lines:
        return name.lower().endswith((".jsonl", ".ndjson")) and first.lstrip()[:1] in (b"{", b"[") and rest.startswith(b'{"')
    return objects * 2 > len(lines)


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
    yield from _row(name, value)


def _row(name: str, value: Any) -> Iterator[tuple[str, Row] | Trouble]:
    if not isinstance(value, dict):
        yield error(name, "unreadable_row", "is no JSON object")
        return
    if isinstance(value, _Pairs) and value.repeated:
        yield warning(name, "repeated_key", f"gives {', '.join(map(repr, value.repeated))} more than once; the last was read, the others are kept beside it")
    yield name, dict(value)


class _Pairs(dict[str, Any]):
    """An object whose keys may come twice: the last value has the key, those before it "key (1)", "key (2)"; nothing that differs is dropped."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__()
        counts: dict[str, int] = {}
        for key, value in pairs:
            if key in self and self[key] != value:
                counts[key] = counts.get(key, 0) + 1
                self[f"{key} ({counts[key]})"] = self[key]
            self[key] = value
        self.repeated = tuple(counts)


def _loads(text: str) -> Any:
    return json.loads(text, strict=False, parse_constant=lambda _: None, parse_float=_finite, parse_int=_integer, object_pairs_hook=_Pairs)


def _integer(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise ValueError(f"a number of {len(digits):,} digits")
    return int(digits)


def _finite(digits: str) -> float | None:
    value = float(digits)
    return value if abs(value) != float("inf") else None


def _values(opened: Opened, context: Context) -> Iterator[tuple[str, Row] | Trouble]:
    """The objects of one JSON list, or one behind another, however they are laid out; read as far as it is sound."""
    decoder = json.JSONDecoder(strict=False, parse_constant=lambda _: None, parse_float=_finite, parse_int=_integer, object_pairs_hook=_Pairs)
    pieces = _decoded(opened)
    text, number, enough, ended, lists = "", 0, 0, False, 0
    while True:
        rest = text.lstrip(_BETWEEN)
        between, text = text[: len(text) - len(rest)], rest
        lists += between.count("[") - between.count("]")
        if text and (ended or len(text) >= enough):
            name = f"{opened.name}:{number + 1}"
            try:
                value, end = decoder.raw_decode(text)
            except RecursionError:
                yield error(name, "unreadable_row", "is nested too deeply; the rest was left out")
                return
            except ValueError as failure:
                if ended:
                    yield error(name, "unreadable_row", "is cut off where the data end" if opened.cut else f"is no JSON ({failure}); the rest was left out")
                    return
                enough = 2 * len(text)  # not tried again at each piece: that would take quadratic time
            else:
                # A number may go on in the next piece; an object ends where it ends.
                if ended or end < len(text):
                    text, number, enough = text[end:], number + 1, 0
                    yield from _row(name, value)
                    continue
        elif ended:
            if lists > 0 and not opened.cut:
                yield error(opened.name, "cut", "is cut off: its list does not end; what there was of it was read")
            return
        if len(text) > context.limits.row:
            yield error(f"{opened.name}:{number + 1}", "too_large", f"is more than {context.limits.row:,} characters long, the limit for one report; the rest was left out")
            return
        piece = next(pieces, "")
        ended = not piece
        text += piece


def _decoded(opened: Opened) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    for data in opened.chunks():
        yield decoder.decode(data)
