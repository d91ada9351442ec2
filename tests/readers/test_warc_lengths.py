"""WARC records that do not end where they say: only what cannot be known is lost, the fault is named once, and whatever stands behind is read."""

from __future__ import annotations

import errno
import gzip
import io
import random
import re
import time
import tracemalloc
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from making import errors, page, parquet_bytes, read, record, written, zip_bytes

from onrecord.readers import parts, tapes, warcrecords
from onrecord.readers._types import Context
from onrecord.readers.items import Limits, ReadOptions, receive
from onrecord.readers.tapes import FileTape, StreamTape
from onrecord.readers.warcrecords import Record, records

BEHIND = [f"https://example.org/{n}" for n in range(12)]
LIAR = "https://example.org/liar"
SOUND = [record(url, page(f"Bridge {n}", f"The army took bridge {n} at dawn, officials said.")) for n, url in enumerate(BEHIND)]
BODY = page("Talks to open", "The two sides will open talks on Monday, the mediator said.")


def liar(length: str | None, kind: str = "response") -> bytes:
    """A record whose header says that its block has this length."""
    true = record(LIAR, BODY, kind=kind)
    return re.sub(rb"Content-Length: \d+\r\n", b"" if length is None else b"Content-Length: " + length.encode() + b"\r\n", true, count=1)


def true_length() -> int:
    return int(re.search(rb"Content-Length: (\d+)", record(LIAR, BODY)).group(1))  # type: ignore[union-attr]


def one_file(folder: Path, parts: list[bytes]) -> Path:
    return written(folder, "c.warc", b"".join(parts))


def one_member(folder: Path, parts: list[bytes]) -> Path:
    return written(folder, "c.warc.gz", gzip.compress(b"".join(parts)))


def a_member_each(folder: Path, parts: list[bytes]) -> Path:
    return written(folder, "c.warc.gz", b"".join(gzip.compress(part) for part in parts))


def members_across(folder: Path, parts: list[bytes]) -> Path:
    whole = b"".join(parts)
    return written(folder, "c.warc.gz", b"".join(gzip.compress(whole[at : at + 300]) for at in range(0, len(whole), 300)))


def zipped(folder: Path, parts: list[bytes]) -> Path:
    return written(folder, "c.zip", zip_bytes({"c.warc": b"".join(parts)}))


PACKINGS = (one_file, one_member, a_member_each, members_across, zipped)
Packing = Callable[[Path, list[bytes]], Path]


@pytest.mark.parametrize("pack", PACKINGS)
@pytest.mark.parametrize(
    ("length", "reason"),
    [
        (true_length() + 9, "but the next record begins after|is cut off"),
        (true_length() + 3_000, "but the next record begins after|is cut off"),
        (30_000_000, "but the next record begins after|is cut off"),
        (999_999_999_999_999, "but the next record begins after|is cut off"),
        (true_length() - 40, r"more stand before the (next record|end)"),
        (100, r"more stand before the (next record|end)"),
        ("9" * 400, "says that it holds '9999"),
        ("-5", "says that it holds '-5' bytes"),
        ("0x40", "says that it holds '0x40' bytes"),
        ("", "says that it holds '' bytes"),
        (None, "does not say how many bytes it holds"),
    ],
)
def test_a_wrong_length_is_named_once_and_loses_no_record_behind_it(pack: Packing, length: str | int | None, reason: str, tmp_path: Path) -> None:
    path = pack(tmp_path, [SOUND[0], liar(None if length is None else str(length)), *SOUND[1:]])
    found, troubles = read(path)
    assert [item.url for item in found] == [BEHIND[0], LIAR, *BEHIND[1:]]
    wrong = found.pop(1)
    assert [item.data for item in found] == [page(f"Bridge {n}", f"The army took bridge {n} at dawn, officials said.") for n in range(12)]
    short = isinstance(length, int) and length < true_length()
    assert BODY.startswith(wrong.data) if short else wrong.data.rstrip(b"\r\n") == BODY
    assert [(t.name, t.code, t.severity) for t in troubles] == [(wrong.name, "cut", "error")]
    assert wrong.name.startswith(f"{path}")
    assert re.search(reason, troubles[0].message), troubles[0].message
    assert [issue.code for issue in receive(wrong).issues if "holds" in issue.message or "cut off" in issue.message] == ["cut"]


@pytest.mark.parametrize("pack", PACKINGS)
@pytest.mark.parametrize(("kind", "length"), [("response", "0"), ("request", "7"), ("metadata", "5000"), ("revisit", "x"), ("warcinfo", "-1")])
def test_a_record_that_gives_no_report_is_named_where_its_length_is_wrong(pack: Packing, kind: str, length: str, tmp_path: Path) -> None:
    found, troubles = read(pack(tmp_path, [SOUND[0], liar(length, kind), *SOUND[1:]]))
    assert [item.url for item in found] == BEHIND
    assert [(t.code, t.severity) for t in troubles] == [("damaged", "error")]
    assert kind in troubles[0].message or LIAR in troubles[0].message


@pytest.mark.parametrize("pack", PACKINGS)
def test_every_record_may_lie(pack: Packing, tmp_path: Path) -> None:
    chance = random.Random(11)
    parts = [re.sub(rb"Content-Length: \d+", b"Content-Length: %d" % chance.choice([7, 90, 5_000, 30_000_000, 10**12]), part) for part in SOUND]
    found, troubles = read(pack(tmp_path, parts))
    assert {item.url for item in found} | {url for t in troubles for url in re.findall(r"https://\S+\d", t.message)} == set(BEHIND)
    assert len(errors(troubles)) == len(parts)


@pytest.mark.parametrize("pack", PACKINGS)
def test_a_page_cannot_pass_what_it_quotes_off_as_a_record(pack: Packing, tmp_path: Path) -> None:
    """A sound record is what its length says, whatever stands in it."""
    forged = b"<pre>\r\n\r\n" + record("https://ministry.example/", page("War is over")) + b"</pre>"
    found, troubles = read(pack(tmp_path, [SOUND[0], record(LIAR, forged), *SOUND[1:]]))
    assert [item.url for item in found] == [BEHIND[0], LIAR, *BEHIND[1:]]
    assert found[1].data == forged
    assert not troubles


@pytest.mark.parametrize("pack", PACKINGS)
def test_a_large_sound_record_is_left_out_whole_with_the_records_it_quotes(pack: Packing, tmp_path: Path) -> None:
    large = record(LIAR, b"x" * 150_000 + b"\r\n\r\n" + record("https://ministry.example/", page("War is over")) + b"x" * 400_000)
    found, troubles = read(pack(tmp_path, [SOUND[0], large, *SOUND[1:]]), ReadOptions(limits=Limits(report=10_000)))
    assert [item.url for item in found] == BEHIND
    assert [t.code for t in troubles] == ["too_large"]


@pytest.mark.parametrize("pack", PACKINGS)
def test_a_sound_record_before_damage_is_not_blamed_for_it(pack: Packing, tmp_path: Path) -> None:
    broken = b"\xff" * 30 + SOUND[1][30:]
    found, troubles = read(pack(tmp_path, [SOUND[0], broken, *SOUND[2:]]))
    assert [item.url for item in found] == [BEHIND[0], *BEHIND[2:]]
    assert found[0].cut is None
    assert [code for _, code in errors(troubles)] == ["damaged"]
    assert "no WARC record begins here" in troubles[0].message


@pytest.mark.parametrize("pack", [one_file, a_member_each, members_across])
@pytest.mark.parametrize("damage", [b"\0" * 5_000, b"\xff" * 70_000, bytes(range(256)) * 4])
def test_damage_before_the_first_record_loses_nothing_behind_it(pack: Packing, damage: bytes, tmp_path: Path) -> None:
    path = pack(tmp_path, SOUND)
    path.write_bytes(damage + path.read_bytes())
    found, troubles = read(path)
    assert [item.url for item in found] == BEHIND
    assert errors(troubles) == [(f"{path.name}@0", "damaged")]


@pytest.mark.parametrize("pack", [one_file, one_member, zipped])
def test_a_header_that_breaks_off_takes_nothing_from_the_next_record(pack: Packing, tmp_path: Path) -> None:
    for kept in (30, 60, 150):
        found, troubles = read(pack(tmp_path, [SOUND[0], liar("100")[:kept] + b"\r\n", *SOUND[1:]]))
        assert [item.url for item in found] == BEHIND, kept
        assert len(errors(troubles)) == 1


@pytest.mark.parametrize("ending", [b"", b"\r\n", b"\n\n", b"\r\n\r\n\r\n\r\n"])
def test_writers_end_records_in_more_than_one_way(ending: bytes, tmp_path: Path) -> None:
    parts = [part[: -len(b"\r\n\r\n")] + ending for part in SOUND]
    found, troubles = read(one_file(tmp_path, parts))
    assert ([item.url for item in found], troubles) == (BEHIND, [])


def test_lines_of_a_text_that_only_resemble_a_record_begin_none(tmp_path: Path) -> None:
    body = b"WARC/1.0\r\nwas published in 2009.\r\nWARC/1.1 followed.\r\nWARC/1.0 WARC-Type: response\r\n" + BODY
    found, troubles = read(one_file(tmp_path, [liar("x").replace(BODY, body), *SOUND]))
    assert [item.url for item in found] == [LIAR, *BEHIND]
    assert found[0].data.rstrip() == body
    assert len(troubles) == 1


def cost(tape: FileTape | StreamTape, limits: Limits) -> tuple[int, float, int]:
    """How many records with a fault there are, the processor's seconds, and the peak of Python's memory in bytes."""
    tracemalloc.start()
    begin = time.process_time()
    count = sum(isinstance(thing, Record) and thing.fault is not None for thing in records(tape, Context(ReadOptions(limits=limits))))
    taken = time.process_time() - begin
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    tape.close()
    return count, taken, peak


@pytest.mark.parametrize("length", ["15000000", "60000000", "999999999999"])
@pytest.mark.parametrize("packed", [True, False])
def test_many_lies_cost_no_more_each_than_one(length: str, packed: bool, tmp_path: Path) -> None:
    """Each lie reaches far over those behind it; what it reaches over is read once, not once for each."""
    part = liar(length)
    number = 8_000
    path = written(tmp_path, "c.warc", part * number + b"WARC/1.0\r\n" + b"X: y\r\n" * 3_000_000)
    with path.open("rb") as file:
        tape = StreamTape(io.BufferedReader(file, 1 << 16), 10**9) if packed else FileTape(file)  # type: ignore[arg-type]
        count, seconds, peak = cost(tape, Limits())
    assert count >= number
    assert seconds < 25
    assert peak < 150_000_000


def test_what_is_kept_to_come_back_to_goes_to_disk_and_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tapes, "_IN_MEMORY", 100_000)
    data = liar("90000000") + b"".join(SOUND) + b"\r\n" * 10_000_000
    for room in (10**9, 500_000):
        tape = StreamTape(io.BytesIO(data), room)
        count, seconds, peak = cost(tape, Limits(report=100_000))
        assert (count, tape.offset) == (1, len(data))
        assert peak < 3_000_000
        assert seconds < 20
    with closing(StreamTape(io.BytesIO(data), 500_000)) as tape:
        found = list(records(tape, Context(ReadOptions(limits=Limits(report=100_000)))))
    assert [thing.fields["warc-target-uri"] for thing in found if isinstance(thing, Record)] == [LIAR, *BEHIND]


def test_a_disk_that_is_nearly_full_is_not_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tapes, "_IN_MEMORY", 100_000)
    monkeypatch.setattr(tapes.shutil, "disk_usage", lambda _: SimpleNamespace(free=400_000))
    most: list[int] = []
    with closing(StreamTape(io.BytesIO(liar("90000000") + b"".join(SOUND) + b"\r\n" * 2_000_000), 10**9)) as tape:
        for thing in records(tape, Context(ReadOptions(limits=Limits(report=100_000)))):
            assert isinstance(thing, Record)
            most.append(tape.end - tape.base)
    assert len(most) == len(BEHIND) + 1
    assert max(most) < 400_000


def test_a_full_disk_for_temporary_files_is_said_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: object, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(parts.tempfile.SpooledTemporaryFile, "write", full)
    written(tmp_path, "a.parquet.gz", gzip.compress(parquet_bytes()))
    written(tmp_path, "b.warc", b"".join(SOUND))
    found, troubles = read(tmp_path)
    assert [item.url for item in found] == BEHIND
    assert errors(troubles) == [("a.parquet.gz", "failed")]
    assert "the disk for temporary files is full" in troubles[0].message


def test_a_large_sound_record_is_passed_over_without_being_kept() -> None:
    kept: list[int] = []

    class Watched(StreamTape):
        def _more(self) -> bool:
            more = super()._more()
            kept.append(self.end - self.base)
            return more

    data = record(LIAR, b"\n" * 6_000_000) + SOUND[0]
    tape = Watched(io.BytesIO(data), 10**9)
    found = list(records(tape, Context(ReadOptions(limits=Limits(report=100_000)))))
    assert [(thing.at, thing.fault) for thing in found if isinstance(thing, Record)] == [("@0", None), (f"@{len(data) - len(SOUND[0])}", None)]
    assert max(kept) < 100_000 + warcrecords.HEADER + 3 * (1 << 16) + tapes._PASSED
    tape.close()


def test_a_tape_shows_what_the_data_hold(tmp_path: Path) -> None:
    """Whatever is asked for, a stream and a file answer alike."""
    chance = random.Random(5)
    data = chance.randbytes(700_000)
    mark = re.compile(rb"(?:\A|\n)WARC/")
    path = written(tmp_path, "x", data)
    with path.open("rb") as file:
        one, other = FileTape(file), StreamTape(io.BytesIO(data), 10**9)
        while one.offset < len(data):
            at, count = one.offset + chance.randrange(90_000), chance.randrange(70_000)
            assert one.look(at, count) == other.look(at, count) == data[at : at + count]
            far = other.offset + chance.randrange(300_000)
            assert other.reach(far, 100, mark, 50_000) == data[far : far + 100]
            to = max(other.offset, one.offset + chance.randrange(40_000))
            one.skip(to)
            other.skip(to)
        assert other.offset == len(data)
        other.close()
