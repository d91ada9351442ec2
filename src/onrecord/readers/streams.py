"""Opening what a path names: a file at once, a named pipe once somebody writes to it, and no device, which may give data without end."""

from __future__ import annotations

import os
import select
import stat
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from onrecord.readers.parts import chunks_of

WAIT = 10.0  # seconds in which somebody must have opened a named pipe to write


def opened_file(path: str | Path, wait: float = WAIT) -> tuple[BinaryIO, Iterator[bytes]]:
    """What stands there, open to be read, and its bytes. Raises OSError where it cannot be opened, is a device, or a pipe that nobody writes to within `wait` seconds.

    A terminal and the null device are read as on standard input.
    """
    mode = os.stat(path).st_mode
    if stat.S_ISREG(mode):
        stream = open(path, "rb")  # noqa: SIM115 closed by the caller
        return stream, chunks_of(stream)
    # Opening a pipe waits for its writer, for ever if need be, unless told not to.
    stream = open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK))  # noqa: SIM115
    try:
        first = b""
        if stat.S_ISFIFO(mode):
            first = _written_to(stream.fileno(), wait)
        elif stat.S_ISBLK(mode) or not (stream.isatty() or os.path.samestat(os.fstat(stream.fileno()), os.stat(os.devnull))):
            raise OSError(0, "it is a device, no file")
        os.set_blocking(stream.fileno(), True)
    except BaseException:
        stream.close()
        raise
    return stream, chain((first,) if first else (), chunks_of(stream))


def _written_to(pipe: int, wait: float) -> bytes:
    """Wait until a pipe holds something or was closed; where it does not in time, find out whether it has a writer. Returns what had to be read for that."""
    looking = select.poll()
    looking.register(pipe, select.POLLIN)
    if looking.poll(wait * 1_000):
        return b""
    try:
        first = os.read(pipe, 1)
    except BlockingIOError:
        return b""  # a writer that takes its time
    if not first:
        raise OSError(0, f"it is a pipe, and nobody opened it to write within {wait:g} seconds")
    return first
