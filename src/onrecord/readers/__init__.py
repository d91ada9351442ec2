"""Readers: bytes, files and str to `Received` (a report as received, before any cleaning, and what was unsure about reading it)."""

from __future__ import annotations

from pathlib import Path

from onrecord.errors import InputError
from onrecord.model.report import Received
from onrecord.readers.decoding import MAX_BYTES, MAX_CHARACTERS, is_html
from onrecord.readers.html import receive_html
from onrecord.readers.plain import receive_plain, receive_text

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "read_bytes", "read_path", "read_text"]


def read_path(
    path: str | Path,
    *,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Received:
    """The report in a file, named by its path as written. Raises InputError where the file cannot be read or is no text."""
    name = str(path)
    place = Path(path)
    try:
        if place.is_dir():
            raise InputError(name, "is a folder, not a file")
        size = place.stat().st_size
        if size > max_bytes:
            raise InputError(name, f"holds {size:,} bytes; the limit for one report is {max_bytes:,}")
        with place.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte
        raise InputError(name, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    return read_bytes(name, data, title=title, url=url, publisher=publisher, published=published, max_bytes=max_bytes)


def read_bytes(
    name: str,
    data: bytes,
    *,
    content_type: str | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Received:
    """The report in some bytes: HTML where `content_type`, the name's ending or the first bytes say so, else plain text.

    Raises InputError where the bytes are no text, too many, or a given date is no date.
    """
    receive = receive_html if is_html(name, data, content_type) else receive_plain
    return receive(
        name, data, content_type=content_type, title=title, url=url, publisher=publisher, published=published, max_bytes=max_bytes
    )


def read_text(
    text: str,
    *,
    name: str = "text",
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
) -> Received:
    """The report in a str, taken as it is: `report.text` is `text`. A given `title` is not added to it."""
    return receive_text(text, name, title=title, url=url, publisher=publisher, published=published)
