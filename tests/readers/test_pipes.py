"""Pipes, devices and other things that are no files: each is read or named, and none is waited for without end."""

from __future__ import annotations

import gzip
import os
import socket
import threading
import time
from pathlib import Path

import pytest
from making import errors, read, written

from onrecord.readers import sources, streams


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def test_a_pipe_that_is_named_is_read_also_where_its_writer_is_late(pipe: Path) -> None:
    def write() -> None:
        time.sleep(0.3)
        with pipe.open("wb") as out:
            time.sleep(0.3)
            out.write(gzip.compress(b"The army took it."))

    writer = threading.Thread(target=write)
    writer.start()
    (item,), troubles = read(pipe)
    writer.join()
    assert (item.data, troubles) == (b"The army took it.", [])


def test_a_pipe_that_nobody_writes_to_is_named_and_the_rest_is_read(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "opened_file", lambda path: streams.opened_file(path, wait=0.2))
    begin = time.monotonic()
    _, troubles = read(pipe)
    assert time.monotonic() - begin < 5
    assert errors(troubles) == [("pipe", "unreadable")]
    assert "nobody opened it to write within 0.2 seconds" in troubles[0].message


def test_a_writer_that_takes_its_time_is_waited_for(pipe: Path) -> None:
    def write() -> None:
        with pipe.open("wb") as out:
            time.sleep(0.6)
            out.write(b"The army took it.")

    writer = threading.Thread(target=write)
    writer.start()
    time.sleep(0.1)
    stream, chunks = streams.opened_file(pipe, wait=0.2)
    with stream:
        assert b"".join(chunks) == b"The army took it."
    writer.join()


def test_devices_and_sockets_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("/dev/zero", "/dev/full"):
        _, troubles = read(name)
        assert [(t.code, t.message) for t in troubles] == [("unreadable", "cannot be read: it is a device, no file")]
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("s")
        assert errors(read("s")[1]) == [("s", "unreadable")]
    (item,), troubles = read("/dev/null")
    assert (item.data, troubles) == (b"", [])


def test_names_of_any_bytes(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"two\nlines.txt", b"a:5.txt", b"b!c.txt", b"\x1b[2J.txt", b" .txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"The army took it.")
    written(tmp_path, "z.txt", b"It left.")
    found, troubles = read(tmp_path)
    assert (len(found), troubles) == (7, [])
    assert {os.fsencode(item.name.rsplit("/", 1)[-1]) for item in found} >= {b"caf\xe9.txt", b"two\nlines.txt"}
