"""Bytes that can be looked at far ahead of where reading stands: those of a file by seeking, those of a stream by keeping what lies between.

Formats whose parts say how long they are need this: that one does not speak the truth must be found out before what lies behind it is passed over.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from typing import IO, BinaryIO, Protocol

from onrecord.readers.parts import CHUNK

_IN_MEMORY = 32 * 1024 * 1024  # bytes kept before they go to a temporary file
_PASSED = 1024 * 1024  # bytes that reading has passed and that are still kept, since it costs more to let go of each record's
OVERLAP = 256  # bytes of a piece that are looked at again with the next one, so that a mark on the border of both is found


class Tape(Protocol):
    """`offset` is where reading stands, counted from the beginning of the data."""

    offset: int

    def look(self, at: int, count: int) -> bytes:
        """The bytes there, at or ahead of `offset`; fewer at the end."""

    def reach(self, at: int, count: int, mark: re.Pattern[bytes], limit: int) -> bytes | None:
        """As `look`, however far ahead; None where too much would have to be kept for it. May move `offset` on where more than `limit` bytes lie between, but over no `mark`."""

    def skip(self, to: int) -> None:
        """Go on reading there, or at the end."""

    def close(self) -> None:
        """Let go of what is kept; the data stay open."""


class FileTape:
    """A file that can be sought in: nothing has to be kept."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.offset = 0
        self.size = file.seek(0, io.SEEK_END)

    def look(self, at: int, count: int) -> bytes:
        self.file.seek(min(at, self.size))  # far behind it no file system lets us seek
        return self.file.read(count)

    def reach(self, at: int, count: int, mark: re.Pattern[bytes], limit: int) -> bytes | None:
        found = self.look(at, count)
        self.file.seek(self.offset)  # how much of a file is done is told by where it stands
        return found

    def skip(self, to: int) -> None:
        self.offset = to

    def close(self) -> None:
        return None


class StreamTape:
    """A stream: what was looked at and not passed yet is kept, in memory while it is little, then in a private temporary file, of at most `room` bytes and half of what the disk has free."""

    def __init__(self, stream: IO[bytes], room: int) -> None:
        self.stream, self.room = stream, room
        self.offset = self.base = self.end = 0  # bytes from `base` to `end` are kept
        self.kept = _empty()

    def _more(self) -> bool:
        data = self.stream.read(CHUNK)
        self.kept.seek(self.end - self.base)
        self.kept.write(data)
        self.end += len(data)
        return bool(data)

    def look(self, at: int, count: int) -> bytes:
        while self.end < at + count and self._more():
            pass
        self.kept.seek(at - self.base)
        return self.kept.read(count)

    def reach(self, at: int, count: int, mark: re.Pattern[bytes], limit: int) -> bytes | None:
        marked, searched = False, self.offset
        room = max(min(self.room, shutil.disk_usage(tempfile.gettempdir()).free // 2), _IN_MEMORY * 3 // 4)
        while self.end < at + count:
            if not marked:
                marked, searched = self._search(mark, searched)
            if not marked and self.end - self.offset > limit:
                self.skip(searched)
            if self.end - self.offset > room:
                return None
            if not self._more():
                break
        return self.look(at, count)

    def _search(self, mark: re.Pattern[bytes], at: int) -> tuple[bool, int]:
        """Whether a mark begins in what is kept from there on, and from where on to search once there is more."""
        while True:
            to = min(at + CHUNK, self.end)
            if mark.search(self.look(at, to - at)):
                return True, at
            at = max(at, to - OVERLAP)
            if to == self.end:
                return False, at

    def skip(self, to: int) -> None:
        while self.end < to:
            self._keep_from(self.end)
            if not self._more():
                break
        self.offset = min(to, self.end)
        if self.offset - self.base > max(_PASSED, self.end - self.offset):
            self._keep_from(self.offset)

    def close(self) -> None:
        self.kept.close()

    def _keep_from(self, at: int) -> None:
        kept = _empty()
        self.kept.seek(at - self.base)
        while data := self.kept.read(CHUNK):
            kept.write(data)
        self.kept.close()
        self.kept, self.base = kept, at


def _empty() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)


__all__ = ["OVERLAP", "FileTape", "StreamTape", "Tape"]
