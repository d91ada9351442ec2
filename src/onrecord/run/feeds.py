"""Feeds (RSS, Atom) as lists of addresses."""

from __future__ import annotations

import io
import re
from urllib.parse import urljoin

import feedparser

_OPENING = re.compile(rb"<(?:\w+:)?(rss|feed|rdf)\b", re.IGNORECASE)
_LOOKED_AT = 2_000


def is_feed(content_type: str, data: bytes) -> bool:
    """Whether an answer is a feed, by its own first element; a server's word alone is not enough, and many give feeds as plain text."""
    kind = content_type.split(";")[0].strip().lower()
    opening = _OPENING.search(data[:_LOOKED_AT])
    return opening is not None and kind not in ("text/html", "application/xhtml+xml") and b"<html" not in data[: opening.start()].lower()


def entry_links(data: bytes, base: str) -> tuple[str, ...]:
    """The addresses of a feed's entries in its order, each once; relative ones resolved against `base`. Nothing is fetched."""
    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False)  # a stream: a str that looks like an address would be fetched
    links: dict[str, None] = {}
    for entry in parsed.entries:
        link = entry.get("link")
        if isinstance(link, str) and link.strip():
            try:
                links[urljoin(base, link.strip())] = None
            except ValueError:
                links[link.strip()] = None  # no address at all: named when it is asked for
    return tuple(links)
