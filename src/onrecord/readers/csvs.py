"""CSV and its kin, row by row: charset and separator detected, ragged and unclosed rows named, the rest read."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.readers._types import Context, Found, Trouble, error, info, warning
from onrecord.readers.columns import Row, guess, table_items
from onrecord.readers.decoding import decode
from onrecord.readers.parts import CHUNK, Opened

_ROW = 3_000_000  # characters of one row: thrice the longest report
_SEPARATORS = (",", ";", "\t", "|")
_ESCAPED = re.compile("[\udc80-\udcff]")
_TRIES = 200
csv.field_size_limit(max(csv.field_size_limit(), _ROW))  # the module's own default, 131,072, is less than long articles have


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table's text is written: separator, and the character before a quotation mark inside quotation marks (None: it is doubled)."""

    separator: str
    escape: str | None = None

    def reader(self, lines: Iterator[str], strict: bool = False) -> Iterator[list[str]]:
        return csv.reader(lines, delimiter=self.separator, escapechar=self.escape, strict=strict)


class _TooLong(Exception):
    pass


class _Lines:
    """Lines that can be handed back: `taken` are those of the row being read, `number` the line after them (from 1)."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self.stream, self.back = stream, deque[str]()
        self.taken: list[str] = []
        self.size, self.number, self.ended = 0, 1, False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.back.popleft() if self.back else self.stream.readline(_ROW)
        if not line:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        self.number += 1
        self.size += len(line)
        if self.size >= _ROW:
            raise _TooLong
        return line.replace("\x00", "")

    def next_row(self) -> int:
        """Begin a row, past empty lines; the number of its first line."""
        self.taken, self.size = [], 0
        while not self.back and (line := self.stream.readline(_ROW)):
            if line.isspace() and line.endswith(("\n", "\r")):
                self.number += 1  # a file may hold millions of them: no row is made of each
            else:
                self.back.append(line)
        return self.number

    def hand_back(self, first: int) -> None:
        """Everything taken from the line `first` of the row on is read again."""
        self.back.extendleft(reversed(self.taken[first:]))
        self.number -= len(self.taken) - first
        self.ended = False

    def drop_endless(self) -> None:
        """Where the last line taken has no end in sight: pass over the rest of it, and read it as an empty one."""
        if self.taken[-1].endswith(("\n", "\r")):
            return
        self.taken[-1] = "\n"
        while (more := self.stream.readline(_ROW)) and not more.endswith(("\n", "\r")):
            pass


def read_csv(opened: Opened, context: Context, tabs: bool = False) -> Iterator[Found]:
    """The rows of a table with a header. A row is named by the line it begins on."""
    head = opened.head()
    try:
        charset, said = _charset(opened.name, head)
    except InputError as failure:
        yield error(opened.name, "unreadable", failure.reason)
        return
    if said is not None:
        yield said
    text = head.decode(charset, "replace")
    if text.lower().startswith("sep=") and len(text) > 4 and text[4] in _SEPARATORS:
        dialect, skipped = Dialect(text[4]), 1
    else:
        dialect, skipped = detect(text, tabs), 0
    # Broken bytes stay in the text until `_mended`; wide charsets have no way to keep them.
    stream = io.TextIOWrapper(opened.stream, charset, "replace" if charset.startswith(("utf-16", "utf-32")) else "surrogateescape", newline="")
    yield from table_items(opened.name, _rows(opened, stream, dialect, skipped, charset, context), context)


def _charset(name: str, head: bytes) -> tuple[str, Trouble | None]:
    """The charset of a table by its first bytes. Raises InputError where they are no text."""
    decoded = decode(name, head[: CHUNK - 4])
    if head.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig", None
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-32" if decoded.charset.startswith("utf-32") else "utf-16"), None
    said = next((note for note in decoded.notes if note.code == "charset_detected"), None)
    return decoded.charset, Trouble(name, said.code, "info", said.message) if said else None


def detect(text: str, tabs: bool = False) -> Dialect:
    """The dialect of a table by its first lines: the separator whose header names a text, else the one that parts the lines into the most even columns."""
    sample = text[: CHUNK // 2]
    escape = "\\" if '\\"' in sample and '""' not in sample else None
    scored: list[tuple[bool, bool, float, int, Dialect]] = []
    for order, separator in enumerate(_SEPARATORS):
        dialect = Dialect(separator, escape)
        try:
            rows = [row for row, _ in zip(dialect.reader(iter(io.StringIO(sample, newline=""))), range(50), strict=False) if row]
        except csv.Error:
            continue
        if not rows:
            continue
        width = len(rows[0])
        even = sum(len(row) == width for row in rows) / len(rows)
        known = "text" in dict(guess(dict.fromkeys(rows[0], True))) and (width > 1 or separator == ",")
        scored.append((tabs and separator == "\t", known and width > 1, even if width > 1 else 0.0, -order, dialect))
    return max(scored, key=lambda s: s[:4])[4] if scored else Dialect("\t" if tabs else ",")


def _rows(opened: Opened, stream: io.TextIOWrapper, dialect: Dialect, skipped: int, charset: str, context: Context) -> Iterator[tuple[str, Row] | Trouble]:
    lines = _Lines(stream)
    header: list[str] | None = None
    budget = context.limits.broken
    held: tuple[str, Row] | None = None  # kept back by one: where data are cut off, the last row is no whole one
    whole = True
    for _ in range(skipped):
        next(lines, None)
    while True:
        start = lines.next_row()
        name = f"{opened.name}:{start}"
        wrong: str | None = None
        cells: list[str] = []
        try:
            cells = next(dialect.reader(lines))
        except StopIteration:
            break
        except _TooLong:
            wrong = f"is a row of more than {_ROW:,} characters, or opens a quotation that is never closed"
            lines.drop_endless()
        except csv.Error as failure:
            wrong = f"is no CSV: {failure}"
        if wrong is None and lines.ended and _unclosed(lines.taken, dialect):
            wrong = "opens a quotation that is never closed"
        if wrong is None and not any(cell.strip() for cell in cells):
            continue
        if header is None:
            if wrong is not None:
                yield error(name, "unreadable", f"the header {wrong}")
                return
            header = _header(cells)
            continue
        if wrong is None and len(cells) > len(header) and not any(cell.strip() for cell in cells[len(header) :]):
            cells = cells[: len(header)]
        if wrong is None and len(cells) != len(header):
            wrong = f"has {len(cells)} column{'s' * (len(cells) != 1)}, the header {len(header)}"
        if wrong is None and len(lines.taken) > 1 and not _strict(lines.taken, dialect) and _resume(lines.taken, dialect, len(header)) < len(lines.taken):
            wrong = "opens a quotation that another row's quotation mark closes"
        if wrong is not None and opened.cut and lines.ended:
            if held is not None:
                yield held
            yield error(name, "cut_row", "is cut off where the data end")
            return
        if wrong is not None:
            again = _resume(lines.taken, dialect, len(header)) if len(lines.taken) > 1 else len(lines.taken)
            budget -= lines.size
            to = start + again - 1
            yield error(name, "ragged_row", wrong + (f" (lines {start} to {to} were left out)" if to > start else ""))
            if budget < 0:
                yield error(opened.name, "unreadable", f"has too many broken rows; what follows line {to} was left out")
                return
            lines.hand_back(again)
            continue
        row, doubt = _mended(name, dict(zip(header, cells, strict=True)), charset)
        if held is not None:
            yield held
        if doubt is not None:
            yield doubt
        held, whole = (name, row), lines.taken[-1].endswith(("\n", "\r"))
    if held is None:
        if header is None and not opened.cut:
            yield error(opened.name, "empty", "is empty")
        elif not opened.cut:
            yield info(opened.name, "empty", "has a header and no rows" if budget == context.limits.broken else "has no whole row")
        return
    yield error(held[0], "cut_row", "is cut off where the data end") if opened.cut and not whole else held


def _header(cells: list[str]) -> list[str]:
    """The columns' names, each its own: empty ones are numbered, a second of the same name is told apart."""
    names: dict[str, None] = {}
    for number, cell in enumerate(cells, start=1):
        name = re.sub(r"[\udc80-\udcff]", "\ufffd", " ".join(cell.split())) or f"column {number}"
        base, copy = name, 2
        while name in names:
            name, copy = f"{base} ({copy})", copy + 1
        names[name] = None
    return list(names)


def _unclosed(taken: list[str], dialect: Dialect) -> bool:
    """Whether a quotation opened in these lines was still open where they ended."""
    try:
        for _ in dialect.reader(iter(taken), strict=True):
            pass
    except csv.Error as failure:
        return "unexpected end" in str(failure)
    return False


def _strict(taken: list[str], dialect: Dialect) -> bool:
    """Whether a row keeps the rules: a quotation that is closed is followed by a separator or the row's end."""
    try:
        return len(list(dialect.reader(iter(taken), strict=True))) == 1
    except csv.Error:
        return False


def _resume(taken: list[str], dialect: Dialect, width: int) -> int:
    """The first line of a broken row, behind its first, from which a whole row can be read; all lines where there is none."""
    left = 4 * _ROW
    for first in range(1, min(len(taken), _TRIES)):
        lines = iter(taken[first:])
        try:
            cells = next(dialect.reader(lines, strict=True))
        except (csv.Error, StopIteration):
            continue
        used = len(taken) - first - sum(1 for _ in lines)
        left -= sum(map(len, taken[first : first + used]))
        if len(cells) == width:
            return first
        if left < 0:
            break
    return len(taken)


def _mended(name: str, row: dict[str, str], charset: str) -> tuple[Row, Trouble | None]:
    """A row whose bytes were not all of the table's charset: such cells are decoded for themselves, and it is said."""
    if not any(_ESCAPED.search(value) for value in row.values()):
        return dict(row), None
    mended: Row = {}
    seen: list[str] = []
    for column, value in row.items():
        if _ESCAPED.search(value):
            data = value.encode(charset, "surrogateescape")
            try:
                decoded = decode(name, data)
            except InputError:
                value = data.decode(charset, "replace")
            else:
                value = decoded.text
                seen.append(decoded.charset)
        mended[column] = value
    read = f"read as {', '.join(dict.fromkeys(seen))}" if seen else "they stand as U+FFFD"
    return mended, warning(name, "charset_detected", f"holds bytes that are not {charset.removesuffix('-sig')}; {read}")


__all__ = ["Dialect", "detect", "read_csv"]
