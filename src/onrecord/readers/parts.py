"""Streams that never raise: where their data end too early or unfold without end, they end, and say why."""

from __future__ import annotations

import io
import lzma
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO

from onrecord.readers._types import Context

CHUNK = 1 << 16


class BrokenPart(Exception):
    """Raised inside a part's chunks: why they end too early."""


class Bomb(BrokenPart):
    """Raised where packed data unfold beyond all measure: nothing of them is a report."""


class TrailingData(BrokenPart):
    """Raised where what was read is whole, but something else follows it."""


class Part(io.RawIOBase):
    """A stream of chunks of bytes. `cut` is why it ended too early, `odd` what follows its whole content; None while there is nothing to say."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        super().__init__()
        self._chunks, self._rest = chunks, b""
        self.cut: str | None = None
        self.odd: str | None = None
        self.bomb = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the whole buffer unless the data end."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        done = 0
        while done < len(view):
            if not self._rest:
                self._rest = self._next()
                if not self._rest:
                    break
            taken = self._rest[: len(view) - done]
            view[done : done + len(taken)] = taken
            self._rest = self._rest[len(taken) :]
            done += len(taken)
        return done

    def _next(self) -> bytes:
        try:
            return next(self._chunks, b"")
        except TrailingData as error:
            self.odd = str(error)
        except Bomb as error:
            self.cut, self.bomb = str(error), True
        except BrokenPart as error:
            self.cut = str(error)
        except OSError as error:
            self.cut = f"cannot be read to its end: {error.strerror or error}"
        except (zlib.error, lzma.LZMAError, EOFError, zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError, MemoryError) as error:
            self.cut = f"is damaged: {str(error) or type(error).__name__}"
        self._chunks = iter(())
        return b""


class Opened:
    """A part under its name, buffered: `head` shows its first bytes, `cut` why it ended too early."""

    def __init__(self, name: str, chunks: Iterator[bytes]) -> None:
        self.name = name
        self.part = Part(chunks)
        self.stream = io.BufferedReader(self.part, CHUNK)

    @property
    def cut(self) -> str | None:
        return self.part.cut

    def head(self) -> bytes:
        """The first bytes, at most CHUNK; call it before anything is read."""
        return self.stream.peek(CHUNK)[:CHUNK]

    def chunks(self) -> Iterator[bytes]:
        while data := self.stream.read(CHUNK):
            yield data


def chunks_of(stream: IO[bytes]) -> Iterator[bytes]:
    """The stream's bytes as they come."""
    while data := stream.read(CHUNK):
        yield data


def measured(chunks: Iterator[bytes], packed: int, context: Context) -> Iterator[bytes]:
    """Chunks of something packed in `packed` bytes; raises BrokenPart where they unfold beyond the limits."""
    out = 0
    for data in chunks:
        out += len(data)
        check(out, packed, len(data), context)
        yield data


def check(out: int, packed: int, more: int, context: Context) -> None:
    """Raise BrokenPart where `out` bytes from `packed`, or all that came out so far with `more`, are beyond the limits."""
    limits = context.limits
    context.spent += more
    if out > limits.ratio_from and out > limits.ratio * max(packed, 1):
        raise Bomb(f"unfolds to more than {limits.ratio:,} times its size, as only a decompression bomb does; given up after {out:,} bytes")
    if context.spent > limits.total:
        raise Bomb(f"unfolds to more than {limits.total:,} bytes in all; given up")


def inflate(chunks: Iterator[bytes], context: Context) -> Iterator[bytes]:
    """The content of gzip data of one or several members. Raises BrokenPart where they are cut off, damaged, or followed by something else."""
    engine = zlib.decompressobj(31)
    packed = out = 0
    begun = False
    rest = b""
    while True:
        if not rest:
            rest = next(chunks, b"")
            packed += len(rest)
            if not rest:
                break
        if not begun:
            rest = rest.lstrip(b"\x00")
            if not rest:
                continue
            if out and rest[:1] != b"\x1f":
                raise TrailingData("holds other data behind its gzip data, which were left out")
            engine, begun = zlib.decompressobj(31), True
        try:
            data = engine.decompress(rest, CHUNK)
        except zlib.error as error:
            raise BrokenPart(f"is damaged gzip data: {error}") from error
        if data:
            out += len(data)
            check(out, packed, len(data), context)
            yield data
        rest = engine.unconsumed_tail
        while not rest and not engine.eof and len(data) == CHUNK:  # output may wait inside where all input was taken
            data = engine.decompress(b"", CHUNK)
            out += len(data)
            check(out, packed, len(data), context)
            yield data
        if engine.eof:
            rest, begun = engine.unused_data, False
    if begun:
        raise BrokenPart("is cut off: its gzip data end too early")


def spooled(opened: Opened) -> BinaryIO:
    """All bytes in a private temporary file (in memory while they are few), for formats that are read from their end."""
    file = tempfile.SpooledTemporaryFile(max_size=8 * 1024 * 1024)  # noqa: SIM115 closed by the caller
    try:
        for data in opened.chunks():
            file.write(data)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file  # type: ignore[return-value]
