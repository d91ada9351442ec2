"""Plain text: taken as it is; what it states of itself is read from its head and tail."""

from __future__ import annotations

from onrecord.model.ids import digest_bytes
from onrecord.model.report import Received
from onrecord.readers._build import build
from onrecord.readers.decoding import check_length, decode
from onrecord.readers.fields import read_fields

READER = "plain/1"


def receive_text(
    text: str, name: str, *, title: str | None = None, url: str | None = None, publisher: str | None = None, published: str | None = None
) -> Received:
    """A report from a str; its `text_id` is the sha256 of the UTF-8 (lone surrogates pass). Raises InputError where it is too long."""
    check_length(name, text)
    identity = digest_bytes(text.encode("utf-8", "surrogatepass"))
    return build(name, text, identity, READER, read_fields(text), url=url, title=title, publisher=publisher, published=published)


def receive_plain(
    name: str,
    data: bytes,
    *,
    content_type: str | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    max_bytes: int,
) -> Received:
    """A report from the bytes of a plain text. Raises InputError where they are no text or too many."""
    decoded = decode(name, data, content_type=content_type, max_bytes=max_bytes)
    check_length(name, decoded.text)
    return build(
        name,
        decoded.text,
        digest_bytes(data),
        READER,
        read_fields(decoded.text),
        decoded.notes,
        url=url,
        title=title,
        publisher=publisher,
        published=published,
    )
