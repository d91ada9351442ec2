"""ZIP archives, member by member. Nothing is ever unpacked to a named file, so no member can lead out of a folder; names that try are told."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from onrecord.readers._types import Context, Found, error, info, warning
from onrecord.readers.parts import CHUNK, BrokenPart, Opened, check, chunks_of, measured

_LOCAL = b"PK\x03\x04"
_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "META-INF/container.xml")
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
Reading = Callable[[Opened, Context, int], Iterator[Found]]


def sane(name: str) -> str:
    """A member's name without drive, root, steps upwards and characters that could steer a terminal."""
    name = _ODD.sub("\ufffd", name.replace("\\", "/"))
    name = re.sub(r"^[A-Za-z]:", "", name)
    return "/".join(part for part in name.split("/") if part not in ("", ".", ".."))[:1_000] or "unnamed"


def leads_out(name: str) -> bool:
    """Whether a member's name, taken as a path, would lead out of the folder it is unpacked in."""
    name = name.replace("\\", "/")
    return name.startswith("/") or re.match(r"[A-Za-z]:", name) is not None or ".." in name.split("/")


def read_zip(name: str, file: BinaryIO, context: Context, depth: int, read: Reading) -> Iterator[Found]:
    """What `read` makes of each member; a member that cannot be read is named, the rest goes on. `file` can be sought in."""
    try:
        archive = zipfile.ZipFile(file)
        infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error, MemoryError, UnicodeError, IndexError) as failure:
        yield error(name, "damaged", f"is a damaged ZIP archive ({failure}); its members were looked for one by one")
        yield from _salvaged(name, file, context, depth, read)
        return
    with archive:
        if any(member.filename in _OFFICE for member in infos[:200]):
            yield error(name, "not_text", "is an office document or a program's archive, which is not read; save it as text or HTML")
            return
        if not infos:
            yield info(name, "empty", "is an empty archive")
        inside = _overlapping(infos)
        for number, member in enumerate(infos):
            if number >= context.limits.members:
                yield error(name, "too_large", f"holds {len(infos):,} members; the limit is {context.limits.members:,}, the rest was left out")
                return
            if number in inside:
                yield error(f"{name}!{sane(member.filename)}", "overlapping", "lies in another member's bytes, as only in a bomb or a damaged archive")
            elif not member.filename.endswith("/"):
                yield from _member(name, archive, member, context, depth, read)


def _overlapping(infos: list[zipfile.ZipInfo]) -> set[int]:
    """The numbers of members that begin before the one in front of them in the file ends."""
    inside: set[int] = set()
    end = -1
    for number in sorted(range(len(infos)), key=lambda number: infos[number].header_offset):
        member = infos[number]
        if member.header_offset < end:
            inside.add(number)
        end = max(end, member.header_offset + 30 + len(member.filename) + member.compress_size)
    return inside


def _member(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, context: Context, depth: int, read: Reading) -> Iterator[Found]:
    where = f"{name}!{sane(member.filename)}"
    if leads_out(member.filename):
        yield warning(where, "unsafe_name", f"would lead out of its archive by its name {_ODD.sub(chr(0xFFFD), member.filename)[:200]!r}; nothing was written there")
    if member.flag_bits & 0x1:
        yield error(where, "encrypted", "is encrypted")
        return
    if (member.external_attr >> 16) & 0o170000 == 0o120000:
        yield info(where, "no_report", "is a symbolic link, no file")
        return
    try:
        stream = archive.open(member)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, struct.error, zlib.error, EOFError, UnicodeError) as failure:
        yield error(where, "damaged", f"cannot be unpacked: {failure}")
        return
    with stream:
        yield from read(Opened(where, measured(chunks_of(stream), member.compress_size, context)), context, depth + 1)


def _salvaged(name: str, file: BinaryIO, context: Context, depth: int, read: Reading) -> Iterator[Found]:
    """Members of an archive without its directory, by the headers before each of them."""
    at = 0
    for _ in range(context.limits.members):
        found = _find(file, at)
        if found is None:
            return
        file.seek(found)
        header = file.read(30)
        if len(header) < 30:
            return
        flags, method = struct.unpack("<HH", header[6:10])
        packed, _size, length, extra = struct.unpack("<IIHH", header[18:30])
        raw = file.read(length)
        start = found + 30 + length + extra
        at = found + 4
        if method not in (0, 8) or not raw or raw.endswith(b"/") or (method == 0 and flags & 0x8):
            continue
        member = raw.decode("utf-8" if flags & 0x800 else "cp437", "replace")
        where = f"{name}!{sane(member)}"
        if flags & 0x1:
            yield error(where, "encrypted", "is encrypted")
            continue
        yield from read(Opened(where, _content(file, start, method, packed, context)), context, depth + 1)
        at = max(at, start + (packed if not flags & 0x8 else 0))


def _find(file: BinaryIO, at: int) -> int | None:
    """Where the next member's header stands at or behind `at`."""
    while True:
        file.seek(at)
        data = file.read(CHUNK)
        found = data.find(_LOCAL)
        if found >= 0:
            return at + found
        if len(data) < CHUNK:
            return None
        at += len(data) - 3


def _content(file: BinaryIO, start: int, method: int, packed: int, context: Context) -> Iterator[bytes]:
    engine = zlib.decompressobj(-15)
    at, out = start, 0
    while True:
        file.seek(at)  # others read in the same file meanwhile
        data = file.read(min(CHUNK, start + packed - at) if method == 0 else CHUNK)
        at += len(data)
        if not data:
            if method == 8 or at < start + packed:
                raise BrokenPart("is cut off where its archive ends")
            return
        if method == 0:
            yield data
            continue
        while data:
            try:
                piece = engine.decompress(data, CHUNK)
            except zlib.error as failure:
                raise BrokenPart(f"is damaged: {failure}") from failure
            out += len(piece)
            check(out, at - start, len(piece), context)
            if piece:
                yield piece
            data = engine.unconsumed_tail
            if engine.eof:
                return
