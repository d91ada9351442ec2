"""What reading yields and what bounds it: Item, Trouble, ReadOptions, Limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.model.common import Severity
from onrecord.readers.decoding import MAX_BYTES

Kind = Literal["auto", "plain", "html", "row"]
Form = Literal["auto", "text", "html", "jsonl", "csv", "parquet", "warc", "feed", "zip"]
Mapping = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One report as found: its own bytes and what is told beside them. `receive` needs nothing else.

    `name` says where it was found: "news.zip!world/a.html", "articles.csv:17", "crawl.warc.gz@12345". `data` are the file's bytes, the body of the
    response, or the row as canonical JSON (UTF-8, sorted keys). `url` was told by the container or given by the user; `title`, `publisher` and
    `published` only ever by the user. `mapping` says for a row which column holds which field. `cut` is why the bytes end too early, None where they do not.
    """

    name: str
    data: bytes
    kind: Kind = "auto"
    content_type: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    mapping: Mapping = ()
    cut: str | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """An input, or a part of one, that gave no report, or something to know about it; the rest goes on.

    Severity `error`: what may be a report could not be read. `warning`: it was read, with a doubt. `info`: what is no report by its nature was left
    out (a hidden file, a picture, a response 404), or how a table was understood (code `columns`).
    """

    name: str
    code: str
    severity: Severity
    message: str


Found = Item | Trouble


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of reading, in bytes unless said otherwise. None of them is met by news.

    `depth` is how many archives may stand in one another. Packed data are given up where they unfold to more than `ratio` times their packed size (once more
    than `ratio_from` bytes came out), or one input to more than `total`. `broken` is how many characters of a CSV are read again in search of its next whole row,
    `ahead` how many bytes of packed or piped WARC data are kept on disk to see whether a record ends where it says.
    """

    report: int = MAX_BYTES
    row: int = MAX_BYTES
    total: int = 50_000_000_000
    ratio: int = 200
    ratio_from: int = 300_000_000
    depth: int = 3
    members: int = 2_000_000
    feed: int = 50_000_000
    folders: int = 64
    broken: int = 100_000_000
    ahead: int = 1_000_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: what the user gives about every report, columns set by hand as (field, column), and the form of inputs whose name does not tell it."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    columns: Mapping = ()
    form: Form = "auto"
    limits: Limits = Limits()
    opened: Callable[[str], None] | None = None  # told the name of each file and folder as it is opened
    taken: Callable[[str, int], None] | None = None  # told, before each thing found in a file, how many of its bytes were read


@dataclass(slots=True)
class Context:
    """One run over one input: the options, and how much its archives have unfolded to so far."""

    options: ReadOptions
    spent: int = 0

    @property
    def limits(self) -> Limits:
        return self.options.limits

    def item(self, name: str, data: bytes, kind: Kind = "auto", *, content_type: str | None = None, url: str | None = None, mapping: Mapping = (), cut: str | None = None) -> Item:
        """An item with what the user gave about it."""
        o = self.options
        return Item(name, data, kind, content_type, o.url or url, o.title, o.publisher, o.published, mapping, cut)


def error(name: str, code: str, message: str) -> Trouble:
    return Trouble(name, code, "error", message)


def warning(name: str, code: str, message: str) -> Trouble:
    return Trouble(name, code, "warning", message)


def info(name: str, code: str, message: str) -> Trouble:
    return Trouble(name, code, "info", message)


def with_cut(item: Item) -> Iterator[Found]:
    """The item, and where its bytes end too early an error that says so."""
    yield item
    if item.cut is not None:
        yield error(item.name, "cut", f"{item.cut}; what there was of it was read")
