"""The command's standard streams as they really are: closed, full, or read by somebody who went away.

Data go to standard output, everything said to people to standard error. A reader of our output that goes away (`| head`) ends the run with exit code 0
and no word; output that cannot be written ends it with one line and exit code 4. What goes wrong with standard error ends nothing.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import IO, Any, NoReturn

from onrecord.cli.exits import DONE, OUTPUT


class Guard(io.RawIOBase):
    """A raw output stream in front of `raw` that ends the run by SystemExit where `raw` fails; after that it takes everything and writes nothing.

    `raw` None is a stream that is closed; `name` is what the message calls it. Closing it leaves `raw` open.
    """

    def __init__(self, raw: Any, name: str) -> None:
        super().__init__()
        self.raw, self.name = raw, name
        self.dead = False

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return bool(self.raw is not None and self.raw.isatty())

    def fileno(self) -> int:
        if self.raw is None:
            raise io.UnsupportedOperation("fileno")
        return int(self.raw.fileno())

    def write(self, data: Any) -> int:
        if self.dead:
            return len(data)
        try:
            if self.raw is None:
                raise OSError(0, "it is closed")
            return int(self.raw.write(data) or 0)
        except BrokenPipeError:
            self.dead = True
            raise SystemExit(DONE) from None
        except OSError as error:
            self.dead = True
            cannot_write(self.name, error)


class _Mute(io.TextIOBase):
    """Standard error whose own failures are swallowed; None is one that is closed."""

    def __init__(self, stream: IO[str] | None) -> None:
        super().__init__()
        self.stream = stream

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self.stream is not None and self.stream.isatty()

    def write(self, text: str) -> int:
        if self.stream is not None:
            with contextlib.suppress(OSError, ValueError):
                self.stream.write(text)
                self.stream.flush()
        return len(text)


def cannot_write(name: str, error: OSError) -> NoReturn:
    """Say that some output cannot be written, and end the run."""
    say(f"onrecord: {name} cannot be written: {error.strerror or error}")
    raise SystemExit(OUTPUT) from None


def say(line: str) -> None:
    """One line to people, on standard error; never on standard output, even where standard error is closed."""
    if sys.stderr is not None:
        print(line, file=sys.stderr, flush=True)


def many(count: int, noun: str) -> str:
    """A number of things: "1 report", "2,000 reports"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def text_stream(guard: Guard, encoding: str = "utf-8", newline: str | None = "\n", line_buffering: bool = False) -> io.TextIOWrapper:
    """A text stream that writes through `guard`; characters that the encoding lacks are written as escapes."""
    return io.TextIOWrapper(io.BufferedWriter(guard), encoding, "backslashreplace", newline, line_buffering)


@contextlib.contextmanager
def standard_streams() -> Iterator[None]:
    """Run the command with guarded standard streams; what is still buffered is written, and may fail, before it ends."""
    _occupy()
    out, err = sys.stdout, sys.stderr
    buffer = getattr(out, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # unbuffered streams have no raw one below
    sys.stderr = _Mute(err)
    if out is None or raw is not None:
        sys.stdout = text_stream(Guard(raw, "standard output"), getattr(out, "encoding", "utf-8"), None, out is not None and out.isatty())
    try:
        yield
    finally:
        try:
            sys.stdout.flush()
        finally:
            sys.stdout, sys.stderr = out, err


def _occupy() -> None:
    """Give closed standard descriptors to the null device, so that no file opened later is taken for one of them."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                os.open(os.devnull, os.O_RDWR)
