"""Reading everything: paths to items, one a report, and items to reports. What cannot be read is a Trouble; the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.model.common import Issue
from onrecord.model.ids import make_id
from onrecord.model.report import Received
from onrecord.readers._types import Context, Form, Found, Item, Kind, Limits, Mapping, ReadOptions, Trouble
from onrecord.readers.columns import FIELDS
from onrecord.readers.decoding import MAX_BYTES, is_html
from onrecord.readers.html import receive_html
from onrecord.readers.plain import receive_plain
from onrecord.readers.rows import receive_row
from onrecord.readers.sources import read_path_of

__all__ = ["FIELDS", "Form", "Found", "Item", "Kind", "Limits", "Mapping", "ReadOptions", "Trouble", "items", "receive"]


DEFAULTS = ReadOptions()


def items(paths: Iterable[str | Path], options: ReadOptions = DEFAULTS) -> Iterator[Found]:
    """What stands in files, folders, archives, tables, feeds and, for "-", on standard input, in order: Items, and Troubles where something is none.

    Streams: one report, a table's first rows or one feed are held at a time. Never raises for what it reads.
    """
    for path in paths:
        yield from read_path_of(path, Context(options))


def receive(item: Item) -> Received:
    """The report of an item. The same item gives the same report. Raises InputError where its bytes are no text or too many, or a given date is no date."""
    given = {"url": item.url, "title": item.title, "publisher": item.publisher, "published": item.published}
    if item.kind == "row":
        received = receive_row(item.name, item.data, item.mapping, content_type=item.content_type, **given)
    else:
        html = item.kind == "html" or (item.kind == "auto" and is_html(item.name, item.data, item.content_type))
        reader = receive_html if html else receive_plain
        received = reader(item.name, item.data, content_type=item.content_type, max_bytes=MAX_BYTES, **given)
    if item.cut is None:
        return received
    issue = Issue(make_id("issue", received.report.id, "cut"), "cut", "warning", f"the report's end is missing: {item.name} {item.cut}")
    return replace(received, issues=(*received.issues, issue))
