"""Web archives: the pages among the response records of a WARC file, packed record by record, as one piece, or not at all.

The framing is read here and in `warcrecords`, not by a library, so that what is broken costs one record: reading resumes at the next record that begins soundly.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import closing
from typing import BinaryIO

from onrecord.readers._types import Context, Found, Item, Trouble, error, info, warning, with_cut
from onrecord.readers.parts import CHUNK, BrokenPart, Opened, Part, check
from onrecord.readers.tapes import FileTape, StreamTape
from onrecord.readers.warcrecords import HEADER, MARK, SILENT, Record, begins, fields_of, records

_TEXTS = ("text/html", "application/xhtml+xml", "text/plain", "")
_MEMBER = b"\x1f\x8b\x08"
_HTTP_END = re.compile(rb"\n[ \t]*\r?\n")


class Members:
    """gzip members one after another; `next_part` opens the next that begins a WARC record. A member that does not is the last one's continuation."""

    def __init__(self, opened: Opened, context: Context) -> None:
        self.opened, self.context = opened, context
        self.raw, self.offset = b"", 0  # bytes not yet inflated, and where in the file they begin
        self.ready: tuple[int, bytes, zlib._Decompress] | None = None
        self.packed = self.out = 0
        self.lost: int | None = None  # where data stand that are no record, until it is said
        self.told = False  # that what comes next is the rest of a damaged member

    def _more(self) -> bool:
        data = self.opened.stream.read(CHUNK)
        self.packed += len(data)
        self.raw += data
        return bool(data)

    def _take(self, count: int) -> None:
        self.raw, self.offset = self.raw[count:], self.offset + count

    def next_part(self) -> tuple[int, Part] | None:
        """The offset and the content of the next member that begins with a record; None at the end of the file."""
        if self.ready is None and not self._seek():
            return None
        assert self.ready is not None
        return self.ready[0], Part(self._content())

    def _seek(self) -> bool:
        """Find the next gzip member whose content begins as a record; what is passed over for it is kept in `lost`."""
        expected, passed = self.offset, False
        while True:
            at = self.raw.find(_MEMBER)
            if at < 0:
                passed = passed or bool(self.raw.strip(b"\x00"))
                self._take(max(0, len(self.raw) - 2))
                if self._more():
                    continue
                break
            passed = passed or at > 0
            self._take(at)
            begun = self._begin()
            if begun is not None and begun[1].startswith(MARK):
                self.ready = begun
                break
            passed = True
            self._take(1)
        if passed and not self.told:
            self.lost = expected
        self.told = False
        return self.ready is not None

    def _begin(self) -> tuple[int, bytes, zlib._Decompress] | None:
        """The first bytes of the member that begins here, and the engine to go on with; None where it is none."""
        at = self.offset
        while len(self.raw) < 512 and self._more():
            pass
        engine = zlib.decompressobj(31)
        try:
            data = engine.decompress(self.raw[:512], CHUNK)
            fed = 512
            while len(data) < len(MARK) and not engine.eof and fed < len(self.raw):
                data += engine.decompress(self.raw[fed : fed + 512], CHUNK)
                fed += 512
        except zlib.error:
            return None
        fed = min(fed, len(self.raw))
        left = engine.unused_data if engine.eof else engine.unconsumed_tail
        self._take(fed - len(left))
        return at, data, engine

    def _content(self) -> Iterator[bytes]:
        assert self.ready is not None
        at, data, engine = self.ready
        self.ready = None
        while True:
            if data:
                self.out += len(data)
                check(self.out, self.packed, len(data), self.context)
                yield data
            if engine.eof:
                if not self._follows():
                    return
                assert self.ready is not None
                at, data, engine = self.ready
                self.ready = None
                continue
            if not self.raw and not self._more():
                # What the engine still holds, then the end of the file.
                data = engine.decompress(b"", CHUNK)
                if data:
                    continue
                raise BrokenPart(f"the gzip data at {at:,} are cut off")
            fed, self.raw = self.raw, b""
            try:
                data = engine.decompress(fed, CHUNK)
            except zlib.error as failure:
                self.offset += 1
                self.raw, self.told = fed[1:], True
                raise BrokenPart(f"the gzip data at {at:,} are damaged: {failure}") from failure
            self.raw = engine.unused_data if engine.eof else engine.unconsumed_tail
            self.offset += len(fed) - len(self.raw)

    def _follows(self) -> bool:
        """Whether the next member goes on with this one's content; one that begins a record is kept for `next_part`."""
        while len(self.raw) < 3 and self._more():
            pass
        if not self.raw.startswith(_MEMBER):
            return False
        begun = self._begin()
        if begun is None:
            return False
        self.ready = begun
        return not begun[1].startswith(MARK)


def read_warc(opened: Opened, context: Context, file: BinaryIO | None = None) -> Iterator[Found]:
    """The pages of a WARC file: response and resource records with HTML or plain text. What else stands there is named and left out.

    `file` is the same data where they can be sought in.
    """
    empty = True
    for found in _all(opened, context, file):
        empty = False
        yield found
    if empty:
        yield warning(opened.name, "empty", "holds no response record")


def _all(opened: Opened, context: Context, file: BinaryIO | None) -> Iterator[Found]:
    if _packed(opened):
        members = Members(opened, context)
        while True:
            found = members.next_part()
            if members.lost is not None:
                yield error(f"{opened.name}@{members.lost}", "damaged", "no WARC record begins here; reading resumed at the next that does")
                members.lost = None
            if found is None:
                return
            at, part = found
            told = False
            with closing(StreamTape(io.BufferedReader(part, CHUNK), context.limits.ahead)) as unpacked_:
                for thing in records(unpacked_, context):
                    for judged in _found(opened.name, f"@{at}", thing, context):
                        told = isinstance(judged, Trouble) and judged.code == "cut"
                        yield judged
            if part.cut and not told:
                yield error(f"{opened.name}@{at}", "damaged", part.cut)
    else:
        with closing(FileTape(file) if file is not None and file.seekable() else StreamTape(opened.stream, context.limits.ahead)) as tape:
            for thing in records(tape, context):
                yield from _found(opened.name, "", thing, context)


def _packed(opened: Opened) -> bool:
    """Whether it is gzip data, be it behind damage."""
    head = opened.head()
    return head.startswith(b"\x1f\x8b") or (not head.startswith(MARK) and opened.name.lower().endswith(".gz") and not begins(head))


def _found(name: str, member: str, thing: Record | Trouble, context: Context) -> Iterator[Found]:
    place = thing.name if isinstance(thing, Trouble) else thing.at
    where = name + (member if place == "@0" and member else f"{member}+{place[1:]}" if member else place)
    if isinstance(thing, Trouble):
        yield Trouble(where, thing.code, thing.severity, thing.message)
        return
    judged = _judged(where, thing, context)
    if thing.fault is not None and isinstance(judged, Trouble) and judged.severity == "info":
        judged = error(where, "damaged", f"{thing.fault}; as far as can be told it {judged.message}")
    yield from with_cut(judged) if isinstance(judged, Item) else (judged,)


def _judged(name: str, record: Record, context: Context) -> Found:
    kind = record.fields.get("warc-type", "").lower()
    url = record.fields.get("warc-target-uri", "").strip("<> ") or None
    said = url or "no address"
    if not kind:
        return error(name, "damaged", f"is a record of no type ({said})")
    if kind in SILENT:
        return error(name, "damaged", f"is a {kind} record that {record.fault}")
    if kind not in ("response", "resource", "conversion"):
        return info(name, "no_page", f"is a {kind[:40]} record ({said}), no page")
    if record.size > context.limits.report + HEADER:
        return error(name, "too_large", f"holds {record.size:,} bytes ({said}); the limit for one report is {context.limits.report:,}")
    if record.fault is not None and not record.block:
        return error(name, "damaged", f"{record.fault} ({said}); nothing of its content is left")
    status, headers, body = 200, {"content-type": record.fields.get("content-type", "")}, record.block
    if kind == "response":
        if not record.block.startswith(b"HTTP/"):
            return info(name, "no_page", f"is no HTTP response ({said})")
        status, headers, body = _http(record.block)
    if status != 200:
        return info(name, "http_status", f"has the HTTP status {status} ({said}), so it is no report")
    content_type = headers.get("content-type", "")
    if content_type.split(";")[0].strip().lower() not in _TEXTS:
        return info(name, "no_page", f"is of the type {content_type.split(';')[0].strip()[:60]} ({said}), neither HTML nor plain text")
    if url and url.split("?")[0].rstrip("/").lower().endswith("/robots.txt"):
        return info(name, "no_page", f"is a robots.txt ({said})")
    cut = record.fault or (f"was cut off by the crawler ({record.fields['warc-truncated'][:40]})" if record.fields.get("warc-truncated") else None)
    try:
        body = unpacked(body, headers, context.limits.report, cut is not None)
    except BrokenPart as failure:
        return error(name, "damaged", f"{failure} ({said})")
    if cut and not body.strip():
        return error(name, "damaged", f"{cut} ({said}); nothing of the page is left")
    return context.item(name, body, content_type=content_type or None, url=url, cut=cut)


def _http(block: bytes) -> tuple[int, dict[str, str], bytes]:
    """Status, header fields in lower case and body of a response."""
    end = _HTTP_END.search(block, 0, 4 * HEADER)
    head = block[: end.end() if end else 4 * HEADER]
    first, _, rest = head.partition(b"\n")
    parts = first.split(None, 2)
    status = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() and len(parts[1]) == 3 else 0
    return status, fields_of(rest), block[len(head) :]


def unpacked(body: bytes, headers: dict[str, str], limit: int, cut: bool = False) -> bytes:
    """A response's body without transfer and content encodings, which archives keep or undo without saying. Raises BrokenPart."""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _without_chunks(body)
    coding = headers.get("content-encoding", "").strip().lower()
    packed = body.startswith(b"\x1f\x8b") or (coding == "deflate" and body[:1] in (b"\x78", b"\x58"))
    if packed and coding in ("gzip", "x-gzip", "deflate", ""):
        engine = zlib.decompressobj(47)
        try:
            out = engine.decompress(body, limit + 1)
        except zlib.error as failure:
            raise BrokenPart(f"its packed body is damaged: {failure}") from failure
        if len(out) > limit:
            raise BrokenPart(f"its packed body unfolds to more than {limit:,} bytes, the limit for one report")
        if not engine.eof and not cut:
            raise BrokenPart("its packed body is cut off")
        return out
    if coding == "br" and body and b"<" not in body[:200]:
        raise BrokenPart("its body is packed with brotli, which is not read")
    return body


def _without_chunks(body: bytes) -> bytes:
    """The content of a chunked body; a body that is none in truth is left as it is."""
    out: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 100)
        size = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16) if size and len(size) < 16 else -1
        except ValueError:
            length = -1
        if length < 0:
            return b"".join(out) + body[at:] if out else body
        if length == 0:
            return b"".join(out)
        out.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2


__all__ = ["read_warc", "unpacked"]
