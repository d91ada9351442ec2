"""Bad input to the containers: each fault named with file and reason, everything else read."""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import tarfile
import time
import tracemalloc
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from making import ROWS, RSS, csv_bytes, errors, jsonl_bytes, page, parquet_bytes, read, record, warc_bytes, warc_records, written, zip_bytes

from onrecord.readers import sources
from onrecord.readers.items import Item, Limits, ReadOptions, items, receive
from onrecord.readers.parts import chunks_of
from onrecord.readers.sources import read_path_of


def last(names: list[Item]) -> list[str]:
    return [item.name.rsplit("/", 1)[-1] for item in names]


def test_a_gzip_that_is_cut_gives_what_is_whole_and_names_what_is_not(tmp_path: Path) -> None:
    rows = tuple({**ROWS[0], "id": str(n), "body": f"The army took bridge {n * 7919} at dawn, officials said."} for n in range(2_000))
    for name, data in (("t.jsonl.gz", jsonl_bytes(rows)), ("t.csv.gz", csv_bytes(rows))):
        packed = gzip.compress(data)
        found, troubles = read(written(tmp_path, name, packed[: len(packed) // 2]))
        assert 500 < len(found) < 1_500
        assert all(json.loads(item.data) == rows[n] for n, item in enumerate(found))
        assert [code for _, code in errors(troubles)] == ["cut_row", "cut"], name
        assert "cut off" in troubles[-1].message


def test_a_report_that_is_cut_is_read_and_marked(tmp_path: Path) -> None:
    text = " ".join(f"The army took bridge {n * 7919}." for n in range(3_000)).encode()
    packed = gzip.compress(text)
    (item,), troubles = read(written(tmp_path, "a.txt.gz", packed[: len(packed) // 2]))
    assert text.startswith(item.data)
    assert item.data
    assert errors(troubles) == [("a.txt.gz", "cut")]
    assert [i.code for i in receive(item).issues] == ["cut"]


def test_gzip_with_something_behind_it_or_damage_in_it(tmp_path: Path) -> None:
    (item,), troubles = read(written(tmp_path, "a.txt.gz", gzip.compress(b"The army.") + b"\0" * 100))
    assert (item.data, troubles) == (b"The army.", [])
    (item,), troubles = read(written(tmp_path, "b.txt.gz", gzip.compress(b"The army.") + gzip.compress(b" It left.") + b"junk"))
    assert item.data == b"The army. It left."
    assert errors(troubles) == [("b.txt.gz", "odd_end")]
    broken = bytearray(gzip.compress(b"The army."))
    broken[-6] ^= 255
    _, troubles = read(written(tmp_path, "c.txt.gz", bytes(broken)))
    assert errors(troubles) == [("c.txt.gz", "cut")]
    assert "damaged" in troubles[0].message


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_that_is_cut_or_broken_loses_one_record(packed: bool, tmp_path: Path) -> None:
    parts = [gzip.compress(r) if packed else r for r in warc_records()]
    name = "c.warc.gz" if packed else "c.warc"
    whole = b"".join(parts)
    found, troubles = read(written(tmp_path, name, whole[: -len(parts[-1]) // 2]))
    assert [i.url for i in found][:1] == ["https://example.org/a"]
    assert errors(troubles)
    assert "cut off" in troubles[-1].message
    middle = bytearray(whole)
    at = len(parts[0]) + (len(parts[1]) // 2 if packed else 5)
    middle[at : at + 20] = b"\xff" * 20
    found, troubles = read(written(tmp_path, name, bytes(middle)))
    assert [i.url for i in found][-1] == "https://example.org/b"
    assert len(errors(troubles)) >= 1
    found, troubles = read(written(tmp_path, name, b"junk before it\n" + whole))
    assert [i.url for i in found] == ["https://example.org/a", "https://example.org/b"]


def test_zip_bombs_are_given_up_and_the_rest_is_read(tmp_path: Path) -> None:
    bomb = zip_bytes({"bomb.csv": b"text\n" + b"0" * 60_000_000, "big.txt": b"0" * 30_000_000, "a.txt": b"The army took it."})
    options = ReadOptions(limits=Limits(ratio_from=10_000_000))
    begin = time.process_time()
    found, troubles = read(written(tmp_path, "b.zip", bomb), options)
    assert time.process_time() - begin < 20
    assert last(found) == ["b.zip!a.txt"]
    assert {name for name, _ in errors(troubles)} >= {"b.zip!bomb.csv", "b.zip!big.txt"}
    assert any("decompression bomb" in t.message for t in troubles)


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    data = b"The army took it."
    for depth in range(6):
        data = zip_bytes({f"{depth}.zip" if depth else "a.txt": data, f"note{depth}.txt": b"A note of the army."})
    found, troubles = read(written(tmp_path, "nest.zip", data))
    assert [name.rsplit("!", 1)[-1] for name in last(found)] == ["note3.txt", "note4.txt", "note5.txt"]
    assert [(name.rsplit("!", 1)[-1], code) for name, code in errors(troubles)] == [("2.zip", "too_deep"), ("note2.txt", "too_deep")]


def test_the_total_is_bounded(tmp_path: Path) -> None:
    data = zip_bytes({f"{n}.txt": b"The army took it. " * 5_000 for n in range(20)})
    found, troubles = read(written(tmp_path, "t.zip", data), ReadOptions(limits=Limits(total=500_000)))
    assert 0 < len([i for i in found if i.cut is None]) < 7
    assert "unfolds to more than 500,000 bytes in all" in troubles[0].message


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "/etc/passwd.txt", "C:\\x\\passwd.txt", "..\\passwd.txt", "a/../../passwd.txt", "a\x1b[31m/passwd.txt"])
def test_names_that_lead_out_of_an_archive_are_tamed_and_told(name: str, tmp_path: Path) -> None:
    found, troubles = read(written(tmp_path, "slip.zip", zip_bytes({name: b"The army took it.", "b.txt": b"It left."})))
    assert len(found) == 2
    inside = found[0].name.split("!", 1)[1]
    assert inside.endswith("passwd.txt")
    assert ".." not in inside
    assert not inside.startswith(("/", "C:"))
    assert inside.isprintable()
    assert [t.code for t in troubles] == ([] if "\x1b" in name else ["unsafe_name"])
    assert [p.name for p in tmp_path.iterdir()] == ["slip.zip"]


def test_encrypted_and_damaged_members_are_named(tmp_path: Path) -> None:
    data = bytearray(zip_bytes({"secret.txt": b"The army took it.", "bad.txt": b"The army left the town." * 20, "b.txt": b"It left."}))
    for header in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.find(header)
        data[at + (6 if header.endswith(b"\x04") else 8)] |= 1
    at = data.find(b"bad.txt") + 7
    data[at + 3] ^= 255
    found, troubles = read(written(tmp_path, "e.zip", bytes(data)))
    assert last([i for i in found if i.cut is None]) == ["e.zip!b.txt"]
    assert dict(errors(troubles))["e.zip!secret.txt"] == "encrypted"
    assert "e.zip!bad.txt" in dict(errors(troubles))


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_zip_without_its_end_gives_its_whole_members(method: int, tmp_path: Path) -> None:
    members = {f"{n}.txt": f"The army took bridge {n}. ".encode() * 40 for n in range(5)}
    data = zip_bytes(members, method)
    found, troubles = read(written(tmp_path, "cut.zip", data[: data.find(b"4.txt") + 30]))
    assert {i.name.rsplit("!", 1)[1]: i.data for i in found if i.cut is None} == {name: body for name, body in members.items() if name != "4.txt"}
    assert [code for _, code in errors(troubles)] == ["damaged", "cut"]


def test_office_documents_and_pictures_are_no_reports(tmp_path: Path) -> None:
    written(tmp_path, "a.docx", zip_bytes({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<w>The army</w>"}))
    written(tmp_path, "b.pdf", b"%PDF-1.7 ...")
    written(tmp_path, "c.txt", b"\x89PNG\r\n\x1a\n" + bytes(200))
    written(tmp_path, "d.txt", b"The army took it.")
    found, troubles = read(tmp_path)
    assert last(found) == ["d.txt"]
    assert errors(troubles) == [("a.docx", "not_text"), ("b.pdf", "not_text"), ("c.txt", "not_text")]


def test_ragged_rows_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    data = b'title,text\nOne,The army took it.\nTwo,The army, it left.\nThree\n\nFour,"Talks, they said, began.",,\nFive,It ended.\n'
    found, troubles = read(written(tmp_path, "r.csv", data))
    assert last(found) == ["r.csv:2", "r.csv:6", "r.csv:7"]
    assert [(t.name.rsplit("/", 1)[-1], t.message) for t in troubles if t.severity == "error"] == [("r.csv:3", "has 3 columns, the header 2"), ("r.csv:4", "has 1 column, the header 2")]
    assert receive(found[1]).report.text == "Four\n\nTalks, they said, began."


def test_empty_lines_count_as_lines(tmp_path: Path) -> None:
    data = b"\n\ntitle,text\n" + b"\n" * 3_000 + b"One,The army took it.\n \r\nTwo,It left.\n"
    found, _ = read(written(tmp_path, "e.csv", data))
    assert last(found) == ["e.csv:3004", "e.csv:3006"]


def test_a_quotation_that_is_never_closed_costs_its_own_row(tmp_path: Path) -> None:
    rows = "".join(f'{n},"The army took bridge {n}."\n' for n in range(300))
    for broken in ('x,"The army left.\n', 'x,The army left.,"\n', '"x,The army left.\n'):
        found, troubles = read(written(tmp_path, "q.csv", f"title,text\n{rows}{broken}{rows}".encode()))
        assert len(found) == 600, broken
        assert [t.name.rsplit("/", 1)[-1] for t in troubles if t.severity == "error"] == ["q.csv:302"]
    found, troubles = read(written(tmp_path, "q.csv", f"title,text\n{rows}{broken}".encode()))
    assert len(found) == 300
    assert "never closed" in troubles[-1].message


def test_many_quotations_that_are_never_closed_end_in_time(tmp_path: Path) -> None:
    data = b"title,text\n" + b'x,"The army left.",y\nx,"\n' * 40_000
    begin = time.process_time()
    _, troubles = read(written(tmp_path, "q.csv", data))
    assert time.process_time() - begin < 60
    assert errors(troubles)


def test_charsets_that_lie_are_told_and_read(tmp_path: Path) -> None:
    rows = "title,text\n" + "".join(f"T{n},The army took Peña Blanca.\n" for n in range(40))
    found, troubles = read(written(tmp_path, "l.csv", rows.encode("cp1252")))
    assert receive(found[0]).report.text == "T0\n\nThe army took Peña Blanca."
    assert [t.code for t in troubles] == ["charset_detected", "columns"]
    late = b"title,text\n" + b"T,The army took the bridge.\n" * 4_000 + "T,The army took Peña.\n".encode("cp1252") + b"T,It left.\n"
    found, troubles = read(written(tmp_path, "late.csv", late))
    assert (len(found), receive(found[-2]).report.text) == (4_002, "T\n\nThe army took Peña.")
    assert [t.name.rsplit("/", 1)[-1] for t in troubles if t.code == "charset_detected"] == ["late.csv:4002"]
    found, troubles = read(written(tmp_path, "l.jsonl", '{"text": "The army took Peña."}\n'.encode("cp1252")))
    assert receive(found[0]).report.text == "The army took Peña."
    assert [t.code for t in troubles] == ["columns", "charset_detected"]
    liar = record("https://example.org/l", page(body="The army took Peña Blanca.").decode().encode("cp1252"))
    (item,), _ = read(written(tmp_path, "l.warc", liar))
    received = receive(item)
    assert "Peña Blanca" in received.report.text
    assert [i.code for i in received.issues] == ["charset_unknown", "charset_detected"] or received.issues


@pytest.mark.parametrize(("name", "around"), [("k.jsonl", "%s\n"), ("k.json", "[%s]")])
def test_a_key_that_comes_twice_loses_nothing(name: str, around: str, tmp_path: Path) -> None:
    twice = '{"title": "One", "text": "The army took it.", "text": "It left.", "title": "One"}'
    found, troubles = read(written(tmp_path, name, (around % twice).encode()))
    assert [receive(f).report.text for f in found] == ["One\n\nIt left."]
    assert [t.code for t in troubles if t.severity == "warning"] == ["repeated_key"]
    assert "'text'" in next(t.message for t in troubles if t.code == "repeated_key")
    assert "title" not in next(t.message for t in troubles if t.code == "repeated_key")
    assert b"The army took it." in found[0].data


def test_lines_that_are_no_json_are_named(tmp_path: Path) -> None:
    lines = ['{"text": "The army took it."}', "{broken", "[1, 2]", "null", '"x"', "", '{"text": NaN, "title": "Talks"}', '{"text": "a\\ud800b"}', "[" * 100_000, '{"other": 1}', '{"text": 1' + "0" * 5_000 + "}", '{"body": "Another shape."}', '{"text": "It left."}']
    found, troubles = read(written(tmp_path, "b.jsonl", "\n".join(lines).encode()))
    assert last(found) == ["b.jsonl:1", "b.jsonl:7", "b.jsonl:8", "b.jsonl:12", "b.jsonl:13"]
    assert [int(name.rsplit(":", 1)[1]) for name, _ in errors(troubles)] == [2, 3, 4, 5, 9, 10, 11]
    assert receive(found[3]).report.text == "Another shape."


@pytest.mark.parametrize("name", ["b.json", "b"])
def test_a_json_list_is_read_as_far_as_it_is_sound(name: str, tmp_path: Path) -> None:
    data = b'[\n {"text":\n "The army took it."},\n 3,\n {"text": "It left."},\n {"text": '
    found, troubles = read(written(tmp_path, "b.json", data))
    assert [receive(i).report.text for i in found] == ["The army took it.", "It left."]
    assert [n for n, _ in errors(troubles)] == ["b.json:2", "b.json:4"]


@pytest.mark.parametrize(("data", "cut"), [(b'[{"text": "The army took it."}, {"text": "It left."}', True), (b'[{"text": "The army took it."}, {"text": "It left."},\n', True),
                                           (b'[{"text": "The army took it."}, {"text": "It left."}]\n', False), (b'{"text": "The army took it."} {"text": "It left."}', False)])  # fmt: skip
def test_a_json_list_that_is_cut_between_two_objects_is_named(data: bytes, cut: bool, tmp_path: Path) -> None:
    found, troubles = read(written(tmp_path, "b.json", data))
    assert [receive(i).report.text for i in found] == ["The army took it.", "It left."]
    assert errors(troubles) == ([("b.json", "cut")] if cut else [])


def test_a_tar_archive_is_refused_as_one(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "t", "w") as out:
        out.add(written(tmp_path, "a.txt", b"The army took it.\n" * 100_000), "a.txt")
    assert read(tmp_path / "t")[1][0].message == "is a tar archive, not a text"


def test_parquet_that_is_broken(tmp_path: Path) -> None:
    whole = parquet_bytes(group=1)
    found, troubles = read(written(tmp_path, "cut.parquet", whole[: len(whole) // 2]))
    assert not found
    assert errors(troubles) == [("cut.parquet", "unreadable")]
    broken = bytearray(whole)
    broken[10:40] = b"\xff" * 30
    found, troubles = read(written(tmp_path, "b.parquet", bytes(broken)))
    assert last(found) == ["b.parquet:2", "b.parquet:3"]
    assert [n for n, _ in errors(troubles)] == ["b.parquet"]
    assert "rows 1 to 1 cannot be read" in next(t.message for t in troubles if t.severity == "error")


def test_feeds_that_are_cut_broken_or_bombs(tmp_path: Path) -> None:
    found, troubles = read(written(tmp_path, "cut.xml", RSS[: RSS.index("talks on Monday")].encode()))
    assert receive(found[0]).report.text.startswith("Bridge taken")
    assert ("cut.xml:2", "cut") in errors(troubles)
    assert next(t.code for t in troubles) == "damaged"
    bomb = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>'
    found, troubles = read(written(tmp_path, "bomb.rss", bomb.encode()))
    assert (found, errors(troubles)) == ([], [("bomb.rss", "unreadable")])
    found, troubles = read(written(tmp_path, "none.rss", b'<rss version="2.0"><channel><title>x</title><item><guid>4</guid></item></channel></rss>'))
    assert (found, errors(troubles)) == ([], [("none.rss:1", "empty_row")])


@pytest.mark.parametrize("kind", ["txt", "html", "jsonl", "csv", "parquet", "zip", "warc", "rss"])
def test_empty_files(kind: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"e.{kind}", b"")
    found, troubles = read(path)
    if kind in ("txt", "html"):
        assert receive(found[0]).report.coded == "empty"
    else:
        assert found == []
        assert [code for _, code in errors(troubles)] in (["empty"], ["damaged"]), kind


def test_links_in_a_circle_are_walked_once_and_told(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    written(inner, "x.txt", b"The army took it.")
    (inner / "up").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "twice").symlink_to(inner, target_is_directory=True)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found, troubles = read(tmp_path)
    assert last(found) == ["x.txt"]
    assert [(t.name.rsplit("/", 1)[-1], t.code) for t in troubles] == [("up", "symlink_loop"), ("nowhere.txt", "unreadable"), ("self", "unreadable"), ("twice", "symlink_loop")]


def test_unreadable_files_pipes_and_missing_paths_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = written(tmp_path, "locked.txt", b"The army took it.")
    written(tmp_path, "z.txt", b"It left.")
    os.mkfifo(tmp_path / "pipe")
    real = sources.opened_file

    def refuse(path: Path) -> object:
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(sources, "opened_file", refuse)
    found, troubles = read(tmp_path)
    assert last(found) == ["z.txt"]
    assert [(t.name.rsplit("/", 1)[-1], t.message) for t in troubles] == [("locked.txt", "cannot be read: Permission denied"), ("pipe", "is no regular file, and was left out")]
    assert "No such file" in read(tmp_path / "none.txt")[1][0].message
    assert errors(read("a\0b")[1])
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_reading_errors_in_the_middle_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 100_000:
                raise OSError(5, "Input/output error")
            return super().read(size)

    path = written(tmp_path, "t.jsonl", b"")
    stream = Failing(jsonl_bytes() * 2_000)
    monkeypatch.setattr(sources, "opened_file", lambda _: (stream, chunks_of(stream)))
    found, troubles = read(path)
    assert len(found) > 100
    assert any("Input/output error" in t.message for t in troubles)


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.jsonl.gz", "t.zip"])
def test_a_large_table_streams(name: str, tmp_path: Path) -> None:
    body = "The army took the bridge at dawn, officials said on Tuesday evening. " * 30
    path = tmp_path / name
    count = 15_000  # 30 MB; the slow test has 200
    _large(path, body, count)
    tracemalloc.start()
    found = sum(isinstance(f, Item) for f in items([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == count
    assert peak < 16_000_000


def _large(path: Path, body: str, count: int) -> None:
    rows = (f'{{"id": {n}, "text": "{body}{n}"}}\n' if "csv" not in path.name else f'{n},"{body}{n}"\n' for n in range(count))
    head = "id,text\n" if "csv" in path.name else ""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("t.jsonl", "w") as out:
            out.writelines(row.encode() for row in rows)
    else:
        with gzip.open(path, "wb", 1) if path.suffix == ".gz" else path.open("wb") as out:
            out.write(head.encode())
            out.writelines(row.encode() for row in rows)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.jsonl.gz", "t.zip"])
def test_200_megabytes_stream(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    _large(path, "The army took the bridge at dawn, officials said on Tuesday evening. " * 30, 100_000)
    tracemalloc.start()
    found = [f for f in items([path]) if not isinstance(f, Item)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [f.code for f in found] == ["columns"]
    assert peak < 16_000_000


def test_a_full_disk_costs_the_archive_that_needs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    written(tmp_path, "a.zip", zip_bytes({"in.zip": zip_bytes({"x.txt": b"The army took it."}), "y.txt": b"It left."}))
    written(tmp_path, "b.txt", b"Talks began.")
    monkeypatch.setattr("onrecord.readers.sources.spooled", full)
    found, troubles = read(tmp_path)
    assert last(found) == ["a.zip!y.txt", "b.txt"]
    assert errors(troubles) == [("a.zip!in.zip", "failed")]
    assert "the disk for temporary files is full" in troubles[0].message


def test_one_endless_line_is_named(tmp_path: Path) -> None:
    line = b'{"text": "' + b"a" * 25_000_000 + b'"}\n'
    found, troubles = read(written(tmp_path, "l.jsonl", jsonl_bytes() + line + jsonl_bytes()))
    assert last(found) == [f"l.jsonl:{n}" for n in (1, 2, 3, 5, 6, 7)]
    assert errors(troubles) == [("l.jsonl:4", "too_large")]
    data = csv_bytes() + b"x," * 4 + b"a" * 7_000_000 + b"\n" + csv_bytes().split(b"\n", 1)[1]
    found, troubles = read(written(tmp_path, "l.csv", data))
    assert len(found) == 6
    assert errors(troubles) == [("l.csv:6", "ragged_row")]


def test_limits_apply_to_each_path_alone(tmp_path: Path) -> None:
    path = written(tmp_path, "t.csv.gz", gzip.compress(csv_bytes()))
    options = ReadOptions(limits=Limits(total=len(csv_bytes()) + 10))
    assert [isinstance(f, Item) for f in items([path] * 5, options)].count(True) == 15
    assert read_path_of.__doc__
    assert warc_bytes()


def test_a_damaged_table_of_contents_does_not_end_the_process(tmp_path: Path) -> None:
    """One byte in a column's description, over which the library aborts the process that reads it; found by the damaged files."""
    path, table = tmp_path / "reports.parquet", pa.table({"id": ["a", "b"], "text": ["Rebels left Gao.", "Police came."], "n": [1, 2]})
    pq.write_table(table, path)
    whole = bytearray(path.read_bytes())
    length = int.from_bytes(whole[-8:-4], "little")
    whole[len(whole) - 8 - length + 20] = 124
    path.write_bytes(whole)
    found, troubles = read(path)
    assert not found
    assert errors(troubles) == [("reports.parquet", "unreadable")]
