"""From paths to items: folders are walked, archives opened, tables read row by row; each file by what it is, not only by its name."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.readers._data import file_endings
from onrecord.readers._types import Context, Found, Kind, Trouble, error, info, warning, with_cut
from onrecord.readers.archives import read_zip
from onrecord.readers.csvs import read_csv
from onrecord.readers.decoding import binary_kind, looks_like_markup
from onrecord.readers.feeds import looks_like_feed, read_feed
from onrecord.readers.jsonlines import opens_lines, read_jsonl
from onrecord.readers.parquet import read_parquet
from onrecord.readers.parts import Opened, chunks_of, inflate, spooled
from onrecord.readers.streams import opened_file
from onrecord.readers.warc import read_warc

STANDARD_INPUT = "standard input"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_GZIP = b"\x1f\x8b"


def read_path_of(path: str | Path, context: Context) -> Iterator[Found]:
    """Everything in a file, a folder or, for "-", standard input. What the user names is read whatever it is called."""
    name = str(path)
    if name == "-":
        yield from _standard_input(context)
        return
    try:
        status = os.stat(path)
    except (OSError, ValueError) as failure:  # ValueError: a path with a zero byte
        gone = isinstance(failure, (FileNotFoundError, NotADirectoryError))
        yield error(name, "missing" if gone else "unreadable", _cannot(failure))
        return
    if stat.S_ISDIR(status.st_mode):
        bare = True
        for found in _Walk(context).folder(Path(path), name, 0):
            bare = bare and isinstance(found, Trouble) and found.severity == "info"
            yield found
        if bare:
            yield warning(name, "empty_folder", "is a folder without any report in it")
    else:
        yield from _file(Path(path), name, context, named=True)


def _cannot(failure: Exception) -> str:
    return f"cannot be read: {getattr(failure, 'strerror', None) or failure}"


def is_hidden(name: str) -> bool:
    """Whether a file or folder of that name is left out where it was not named itself."""
    return name.startswith((".", "~$")) or name in ("Thumbs.db", "__MACOSX", "desktop.ini")


class _Walk:
    """One walk through a folder: every real folder is entered once, whatever links lead to it."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.entered: dict[tuple[int, int], str] = {}

    def folder(self, path: Path, name: str, depth: int) -> Iterator[Found]:
        _announce(name, self.context)
        try:
            status = path.stat()
            inside = sorted(os.listdir(path), key=os.fsencode)
        except OSError as failure:
            yield error(name, "unreadable", _cannot(failure))
            return
        first = self.entered.setdefault((status.st_dev, status.st_ino), name)
        if first != name:
            yield info(name, "symlink_loop", f"is a link to the folder {first}, which is read under that name")
            return
        if depth > self.context.limits.folders:
            yield error(name, "too_deep", f"stands more than {self.context.limits.folders} folders deep and was left out")
            return
        for entry in inside:
            yield from self._entry(path / entry, os.path.join(name, entry), depth)

    def _entry(self, path: Path, name: str, depth: int) -> Iterator[Found]:
        if is_hidden(path.name):
            yield info(name, "hidden", "is hidden, and was left out; name it to read it")
            return
        try:
            mode = path.stat().st_mode
        except OSError as failure:
            yield error(name, "unreadable", _cannot(failure))
            return
        if stat.S_ISDIR(mode):
            yield from self.folder(path, name, depth + 1)
        elif stat.S_ISREG(mode):
            yield from _file(path, name, self.context, named=False)
        else:
            yield info(name, "no_report", "is no regular file, and was left out")


def _announce(name: str, context: Context) -> None:
    if context.options.opened is not None:
        context.options.opened(name)


def _file(path: Path, name: str, context: Context, named: bool) -> Iterator[Found]:
    _announce(name, context)
    try:
        stream, chunks = opened_file(path)
    except OSError as failure:
        yield error(name, "unreadable", _cannot(failure))
        return
    with stream:
        taken = context.options.taken if stream.seekable() else None
        for found in _opened(Opened(name, chunks), context, 0, named, stream):
            if taken is not None:
                taken(name, stream.tell())
            yield found


def _standard_input(context: Context) -> Iterator[Found]:
    if sys.stdin is None:
        yield error(STANDARD_INPUT, "unreadable", "cannot be read: it is closed")
        return
    yield from _opened(Opened(STANDARD_INPUT, chunks_of(sys.stdin.buffer)), context, 0, True)


def _ending(name: str) -> str:
    base = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit("!", 1)[-1].lower()
    return os.path.splitext(base.removesuffix(".gz"))[1]


def _form(opened: Opened, context: Context, named: bool, depth: int) -> str:
    """How to read something: by its first bytes where they tell, by the form the user gave, by its name's ending, by its first line."""
    head = opened.head()
    ending = file_endings().get(_ending(opened.name), ("", ""))[0]
    if head.startswith(_ZIP):
        return "zip"
    if head.startswith(_GZIP):
        return "warc" if _ending(opened.name) == ".warc" or context.options.form == "warc" else "gzip"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/"):
        return "warc"
    if context.options.form != "auto":
        return context.options.form
    if ending == "skip" and (depth or not named):
        return "skip"
    if ending == "warc":  # whatever became of its first bytes: records behind them may be whole
        return "warc"
    if binary_kind(head) is not None:
        return "binary"
    if ending in ("csv", "jsonl", "parquet", "zip", "warc", "text", "html"):
        return ending if ending != "text" else "plain"
    if looks_like_feed(head) or (ending == "feed" and not looks_like_markup(head)):
        return "feed"
    if not ending and opens_lines(head) and b'"' in head[:4_096]:
        return "jsonl"
    return "plain"


def _opened(opened: Opened, context: Context, depth: int, named: bool, file: BinaryIO | None = None) -> Iterator[Found]:
    """Everything in something that was opened; `file` is it where it can be sought in."""
    if depth > context.limits.depth:
        yield error(opened.name, "too_deep", f"stands in more than {context.limits.depth} archives, one inside another, and was left out")
        return
    form = _form(opened, context, named, depth)
    if not opened.head() and not opened.cut and file_endings().get(_ending(opened.name), (form, ""))[0] not in ("plain", "text", "html", "skip"):
        yield error(opened.name, "empty", "is empty")
        return
    told = False
    try:
        for found in _read(form, opened, context, depth, named, file):
            told = told or (isinstance(found, Trouble) and found.code == "cut")
            yield found
    except Exception as failure:  # a full disk, or what no reader foresaw: one file must not end a run over many
        full = isinstance(failure, OSError) and failure.errno == errno.ENOSPC
        why = "the disk for temporary files is full" if full else f"{type(failure).__name__}: {failure}"
        yield error(opened.name, "failed", f"could not be read to its end: {why}")
    if opened.cut and not told:
        yield error(opened.name, "cut", opened.cut)
    if opened.part.odd:
        yield error(opened.name, "odd_end", opened.part.odd)


def _read(form: str, opened: Opened, context: Context, depth: int, named: bool, file: BinaryIO | None) -> Iterator[Found]:
    if form == "skip":
        yield info(opened.name, "no_report", f"is {file_endings()[_ending(opened.name)][1]}, and was left out")
    elif form == "binary":
        yield (error if named or depth == 0 else info)(opened.name, "not_text", f"is {binary_kind(opened.head())}, not a text")
    elif form == "gzip":
        inner = Opened(opened.name, inflate(opened.chunks(), context))
        yield from _opened(inner, context, depth + 1, named)
    elif form == "zip":
        with _sought(opened, file) as whole:
            yield from read_zip(opened.name, whole, context, depth, lambda member, c, d: _member(member, c, d))
    elif form == "parquet":
        with _sought(opened, file) as whole:
            yield from read_parquet(opened.name, whole, context)
    elif form == "warc":
        yield from read_warc(opened, context, file)
    elif form == "csv":
        yield from read_csv(opened, context, tabs=_ending(opened.name) in (".tsv", ".tab"))
    elif form == "jsonl":
        yield from read_jsonl(opened, context)
    elif form == "feed":
        yield from read_feed(opened, context)
    else:
        yield from _report(opened, context, form)


def _member(member: Opened, context: Context, depth: int) -> Iterator[Found]:
    inside = member.name.rsplit("!", 1)[-1].split("/")
    if any(is_hidden(part) for part in inside):
        yield info(member.name, "hidden", "is hidden, and was left out")
        return
    yield from _opened(member, context, depth, False)


class _Kept:
    """A file that stays open when a `with` ends."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file

    def __enter__(self) -> BinaryIO:
        return self.file

    def __exit__(self, *_: object) -> None:
        return None


def _sought(opened: Opened, file: BinaryIO | None) -> BinaryIO | _Kept:
    """The same data where they can be sought in: the file itself, else a private temporary copy."""
    if file is not None and file.seekable():
        file.seek(0)
        return _Kept(file)
    return spooled(opened)


def _report(opened: Opened, context: Context, form: str) -> Iterator[Found]:
    """One file, one report."""
    limit = context.limits.report
    data = opened.stream.read(limit + 1)
    if len(data) > limit:
        yield error(opened.name, "too_large", f"holds more than {limit:,} bytes; the limit for one report is {limit:,}")
        return
    if opened.part.bomb or (opened.cut and not data):
        return  # what was cut is said by the caller
    kind: Kind = "html" if form == "html" else "plain" if form == "text" else "auto"
    yield from with_cut(context.item(opened.name, data, kind, cut=opened.cut))
