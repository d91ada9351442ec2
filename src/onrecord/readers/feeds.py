"""RSS and Atom files: each entry a row of what the feed says of it. Nothing is fetched; an entry without a body stays one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from xml.parsers import expat

import feedparser

from onrecord.errors import InputError
from onrecord.readers._types import Context, Found, error, info, warning, with_cut
from onrecord.readers.columns import Row, canonical
from onrecord.readers.guarded import guarded
from onrecord.readers.parts import Opened
from onrecord.readers.prolog import ascii_bytes, prolog

MAPPING = (("text", "content"), ("title", "title"), ("url", "link"), ("publisher", "publisher"), ("published", "published"), ("author", "authors"), ("description", "summary"))
UPDATED = tuple((field, "updated" if field == "published" else column) for field, column in MAPPING)  # Atom asks for no other date
_ROOTS = (b"rss", b"feed", b"rdf:rdf", b"atom:feed", b"a:feed")
_CLOSING = re.compile(rb"</(?:rss|feed|rdf:RDF|(?:atom|a):feed)\s*+>(?:\s++|<!--(?:[^-]++|-(?!->))*+-->)*+$", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_IN_PROCESS = 3_000_000


def looks_like_feed(head: bytes) -> bool:
    """Whether the first bytes open an RSS or Atom document, or one that declares XML entities and is no web page: only a feed's reader refuses it."""
    found = prolog(head)
    return found.root in _ROOTS or (found.entities and found.doctype != b"html")


def read_feed(opened: Opened, context: Context) -> Iterator[Found]:
    """The entries of a feed, "feed.xml:3" being the third."""
    limit = context.limits.feed
    data = opened.stream.read(limit + 1)
    if len(data) > limit:
        yield error(opened.name, "too_large", f"is a feed of more than {limit:,} bytes")
        return
    if _ENTITY.search(ascii_bytes(data)):
        yield error(opened.name, "unreadable", "declares XML entities, which no feed needs and bombs are made of")
        return
    flaw = _flaw(data)
    try:
        said = entries(data) if flaw is None and len(data) < _IN_PROCESS else guarded("feed", data)
    except InputError as failure:
        yield error(opened.name, "unreadable", failure.reason)
        return
    rows = said["entries"]
    cut = opened.cut or ("the feed is cut off behind it" if flaw is not None and not _CLOSING.search(data[-10_000:]) else None)
    if flaw is not None:
        yield warning(opened.name, "damaged", f"is no sound XML ({flaw}); read as far as it can be")
    if not rows:
        yield (error if flaw is not None else info)(opened.name, "empty", "holds no entries")
    for number, row in enumerate(rows, start=1):
        name = f"{opened.name}:{number}"
        kind = row.pop("content_type", None)
        if not any(row.get(key) for key in ("content", "summary", "title")):
            yield error(name, "empty_row", f"is an entry without text and title ({row.get('link') or 'no link'})")
            continue
        last = number == len(rows)
        mapping = MAPPING if "published" in row or "updated" not in row else UPDATED
        yield from with_cut(context.item(name, canonical(row), "row", content_type=kind, mapping=mapping, cut=cut if last else None))


def _flaw(data: bytes) -> str | None:
    """Why a document is no well-formed XML, None where it is."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as failure:
        return str(failure)
    return None


def entries(data: bytes) -> dict[str, Any]:
    """What a feed says of its entries, as plain values. Raises InputError where it cannot be parsed."""
    try:
        # A stream, never a str: feedparser takes a str for an address and would fetch it.
        parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=True)
        return {"entries": [_row(entry, parsed.feed) for entry in parsed.entries]}
    except Exception as failure:  # feedparser raises whatever its two parsers meet in a broken feed
        raise InputError("", f"is no feed that can be parsed: {type(failure).__name__}") from failure


def _row(entry: Any, feed: Any) -> Row:
    body = max(entry.get("content") or (), key=lambda part: len(part.get("value") or ""), default=None)
    row: Row = {
        "title": entry.get("title"),
        "link": entry.get("link"),
        "id": entry.get("id"),
        "published": entry.get("published"),
        "updated": dict.get(entry, "updated"),
        "authors": [author["name"] for author in entry.get("authors") or () if author.get("name")] or entry.get("author"),
        "publisher": _publisher(entry, feed),
        "content": body.get("value") if body else None,
        "summary": entry.get("summary"),
    }
    if row["content"] and row["summary"] == row["content"]:
        row["summary"] = None
    if body and body.get("type") in ("text/html", "application/xhtml+xml"):
        row["content_type"] = body["type"]
    return {key: value for key, value in row.items() if value}


def _publisher(entry: Any, feed: Any) -> str | None:
    """Who published an entry: its source or the publisher the feed states; the feed's own title only where the entry stands on the feed's own site."""
    source = (entry.get("source") or {}).get("title")
    stated = source or entry.get("publisher") or feed.get("publisher")
    if stated:
        return str(stated)
    here, there = _host(entry.get("link")), _host(feed.get("link"))
    return feed.get("title") if here and here == there else None


def _host(url: Any) -> str | None:
    try:
        return re.sub(r"^www\.", "", urlsplit(url).hostname or "") if isinstance(url, str) else None
    except ValueError:
        return None
