"""The records of unpacked WARC data, one after another, whatever their headers say of their length.

A record ends where its Content-Length says, if the next one, or the end of the data, stands there. Where neither does, the length is wrong or something was lost, and
reading resumes at the next place that begins as a record: a line with a version, and a header field in the next one. Whoever wrote a page can put such lines
into it; they count only in a record that does not end where it should. Format: ISO 28500 (WARC 1.0 and 1.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.readers._types import Context, Trouble, error
from onrecord.readers.parts import CHUNK
from onrecord.readers.tapes import OVERLAP, Tape

HEADER = 64_000
MARK = b"WARC/"
SILENT = ("warcinfo", "request", "metadata")  # they accompany responses, and are none
_BEGIN = rb"WARC/\d\.\d{1,2}[ \t]{0,8}\r?\n(?i:WARC-[a-z-]{1,40}|Content-(?:Length|Type))[ \t]{0,8}:"
_HERE = re.compile(_BEGIN)
_NEXT = re.compile(rb"\n(" + _BEGIN + rb")")
_INSIDE = re.compile(rb"(" + _BEGIN + rb")")  # behind damage, which need not end with a line
_ANY = re.compile(rb"(?:\A|\n)" + _BEGIN)
_BLANK = re.compile(rb"(?:\A|\n)[ \t]*\r?\n")
_SEPARATOR = re.compile(rb"(?:\r?\n){2}")
_LAST_LINES = re.compile(rb"(?:\r?\n){1,2}\Z")
_TAIL = 128  # bytes behind a record in which the next one must begin, but for blank lines


@dataclass(frozen=True, slots=True)
class Record:
    """A WARC record: its place ("@offset"), its named fields in lower case, its block and how many bytes that has.

    `fault` is why the block may not be what was written, None where all is well. Of blocks over the limit for one report, the first bytes stand in `block` or none.
    """

    at: str
    fields: dict[str, str]
    block: bytes
    size: int
    fault: str | None


def records(tape: Tape, context: Context) -> Iterator[Record | Trouble]:
    """All but the sound records that never hold a page. What stands between records is named once and passed over."""
    limit = context.limits.report + HEADER
    while line := _line(tape):
        begin = tape.offset
        if not line.startswith(MARK):
            yield error(f"@{begin}", "damaged", "no WARC record begins here; reading resumed at the next that does")
            _take(tape, 0, None, mark=_INSIDE)
            continue
        tape.skip(begin + len(line))
        fields = _fields(tape)
        block, size, fault = _block(tape, fields.get("content-length"), limit)
        if fault is not None or fields.get("warc-type", "").lower() not in SILENT:
            yield Record(f"@{begin}", fields, block, size, fault)


def begins(data: bytes) -> bool:
    """Whether a record begins in the data."""
    return _HERE.search(data) is not None


def _line(tape: Tape) -> bytes:
    """The next line that is not blank, at most HEADER bytes of it; reading stands before it."""
    while data := tape.look(tape.offset, 4_096):
        rest = data.lstrip(b"\r\n \t")
        tape.skip(tape.offset + len(data) - len(rest))
        if rest:
            break
    for most in (512, HEADER):
        line, end, _ = tape.look(tape.offset, most).partition(b"\n")
        if end or len(line) < most:
            break
    return line + end


def _fields(tape: Tape) -> dict[str, str]:
    """The named fields up to the empty line, or to where another record begins; reading goes on behind them."""
    size = 4_096
    while True:
        data = tape.look(tape.offset, size)
        blank = _BLANK.search(data)
        if blank or len(data) < size or size >= 4 * HEADER:
            break
        size *= 4
    end = blank.end() if blank else len(data)
    again = _NEXT.search(data, 0, end)
    end = again.start(1) if again else end
    tape.skip(tape.offset + end)
    return fields_of(data[:end])


def fields_of(head: bytes) -> dict[str, str]:
    """Named fields, the first of each name, by their names in lower case."""
    fields: dict[str, str] = {}
    last = ""
    for line in head.decode("utf-8", "replace").split("\n"):
        if line[:1] in (" ", "\t") and last:
            fields[last] += " " + line.strip()
            continue
        key, colon, value = line.partition(":")
        if colon:
            last = key.strip().lower()
            fields.setdefault(last, value.strip())
    return fields


def _block(tape: Tape, stated: str | None, limit: int) -> tuple[bytes, int, str | None]:
    """A record's block, at most `limit` bytes of it, how many bytes it has, and what is wrong with it; reading goes on behind it."""
    start = tape.offset
    length = int(stated) if stated is not None and stated.isascii() and stated.isdigit() and len(stated) < 19 else None
    end = None if length is None else start + length
    if length is not None and end is not None and _ends(tape, start, end, limit):
        block = tape.look(start, length) if length <= limit else b""
        tape.skip(end)
        return block, length, None
    block = _take(tape, limit, end, start)
    size = tape.offset - start
    if tape.offset == end:
        if _SEPARATOR.match(tape.look(end, 4)):
            return block, size, None  # where what follows is no record, that is another fault
        _take(tape, 0, None)
        return block, size, f"says that it holds {size:,} bytes, but {tape.offset - end:,} more stand before {_what_follows(tape)}"
    follows = _what_follows(tape)
    block = _LAST_LINES.sub(b"", block) if size <= limit and follows != "the end" else block
    if length is None:
        given = "does not say how many bytes it holds" if stated is None else f"says that it holds {stated[:40]!r} bytes"
        return block, size, f"{given}; {size:,} stand before {follows}"
    if follows == "the end":
        return block, size, f"is cut off: {size:,} of {length:,} bytes"
    return block, size, f"says that it holds {length:,} bytes, but {follows} begins after {size:,}"


def _what_follows(tape: Tape) -> str:
    return "the next record" if tape.look(tape.offset, 1) else "the end"


def _ends(tape: Tape, start: int, end: int, limit: int) -> bool:
    """Whether a record that begins at `start` may end at `end`: blank lines follow at most, then a record or the end of the data."""
    at = max(start, end - 1)
    tail = tape.look(at, _TAIL) if end - start <= limit else tape.reach(at, _TAIL, _ANY, limit)
    if tail is None or len(tail) < end - at:
        return False
    rest = tail[end - at :].lstrip(b"\r\n \t")[: len(MARK)]
    return MARK.startswith(rest)


def _take(tape: Tape, limit: int, end: int | None, start: int | None = None, mark: re.Pattern[bytes] = _NEXT) -> bytes:
    """Read on to the next place that begins as a record, to `end` or to the end of the data, and keep the first `limit` bytes. A record may begin at once only at `start`."""
    kept = bytearray()
    at_start = tape.offset == start
    while True:
        most = CHUNK + OVERLAP
        data = tape.look(tape.offset, most)
        here = at_start and _HERE.match(data)
        found = mark.search(data)
        at_start = False
        taken = 0 if here else found.start(1) if found else len(data) if len(data) < most else CHUNK
        over = here or found is not None or len(data) < most
        if end is not None and tape.offset + taken >= end:
            taken, over = end - tape.offset, True
        kept += data[: min(taken, limit - len(kept))]
        tape.skip(tape.offset + taken)
        if over:
            return bytes(kept)


__all__ = ["HEADER", "Record", "begins", "fields_of", "records"]
