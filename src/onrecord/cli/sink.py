"""Where the data go: standard output, or a file that takes its place only when everything was written."""

from __future__ import annotations

import contextlib
import io
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import IO, NoReturn

import typer

from onrecord.cli.exits import USAGE
from onrecord.cli.streams import Guard, cannot_write, say, text_stream


class Sink:
    """A context that gives the stream to write to; `path` None is standard output.

    A regular file appears whole or not at all and keeps the permissions it had; what can never be written is refused as wrong use. A device or a pipe is
    written to as it is.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.part: Path | None = None
        self.guard: Guard | None = None
        self.stream: io.TextIOWrapper | None = None

    def __enter__(self) -> IO[str]:
        if self.path is not None:
            self.stream = self._open(self.path)
            return self.stream
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        return sys.stdout

    def _open(self, path: Path) -> io.TextIOWrapper:
        try:
            mode = _mode(path)
            if mode is not None and stat.S_ISDIR(mode):
                _refuse(path, "is a folder")
            if mode is not None and not stat.S_ISREG(mode):
                raw = io.FileIO(path, "w")
            else:
                self.path = target = path.resolve()  # a link stays a link, and its file is replaced
                handle, name = tempfile.mkstemp(prefix=".onrecord-", dir=target.parent)
                self.part = Path(name)
                raw = io.FileIO(handle, "w")
                self.part.chmod(0o666 & ~_umask() if mode is None else stat.S_IMODE(mode))
        except (OSError, ValueError) as error:
            self._discard()
            _refuse(path, f"cannot be written: {getattr(error, 'strerror', None) or error}")
        self.guard = Guard(raw, str(path))
        return text_stream(self.guard)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self.stream is None or self.path is None:
            return
        try:
            if kind is None:
                self.stream.flush()
                self._finish(self.path)
        finally:
            self._discard()

    def _finish(self, path: Path) -> None:
        try:
            if self.guard is not None:
                self.guard.raw.close()
            if self.part is not None:
                self.part.replace(path)
                self.part = None
        except OSError as error:
            cannot_write(str(path), error)

    def _discard(self) -> None:
        with contextlib.suppress(OSError):
            if self.guard is not None:
                self.guard.dead = True
                self.guard.raw.close()
            if self.part is not None:
                self.part.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    """The kind and permissions of what stands at `path`, links followed; None where nothing does."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refuse(path: Path, reason: str) -> NoReturn:
    say(f"onrecord: {path}: {reason}")
    raise typer.Exit(USAGE)
