"""Identifiers: they hash identity only, never content that recoding may change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from onrecord.model.span import Spans

_SEPARATOR = "\x1f"
_LENGTH = 16


def digest_bytes(data: bytes) -> str:
    """sha256 of bytes, as 64 hex digits: the `text_id` of a report."""
    return hashlib.sha256(data).hexdigest()


def make_id(kind: str, *parts: str | int | None) -> str:
    """`kind` and 16 hex digits of the parts' sha256; None counts as a part of its own, not as ''."""
    body = _SEPARATOR.join("\x00" if part is None else str(part) for part in (kind, *parts))
    return f"{kind}-{hashlib.sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()[:_LENGTH]}"


def report_id(text_id: str, url: str | None, publisher: str | None, published: str | None) -> str:
    """sha256 of text_id, url and of publisher and published only as *given*."""
    body = _SEPARATOR.join("\x00" if part is None else part for part in (text_id, url, publisher, published))
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def span_id(kind: str, report: str, spans: Spans, ordinal: int = 0) -> str:
    """The id of a thing known by its first span in a report; `ordinal` parts things that share one span."""
    first = spans[0] if spans else None
    return make_id(kind, report, first.start if first else None, first.end if first else None, ordinal)


def rests_on(kind: str, report: str, ids: Iterable[str], ordinal: int = 0) -> str:
    """The id of a thing known by what it rests on (claims, disputes)."""
    return make_id(kind, report, *sorted(ids), ordinal)
