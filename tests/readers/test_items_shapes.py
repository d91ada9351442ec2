"""Rows of several shapes in one table keep their text, and the mapping that is said is the one used; junk is refused under any name."""

from __future__ import annotations

import json
import random
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pyarrow as pa
import pytest
from making import errors, parquet_bytes, read, written, zip_bytes

from onrecord.readers.items import Limits, ReadOptions, receive

TOWN, MILL, FERRY = "The army took the bridge at Orlan.", "Rebels burned the mill at Veskar.", "Guards boarded a ferry off Sillen."


def lines(*rows: dict[str, object]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def said(troubles: list) -> list[str]:
    return [t.message for t in troubles if t.code == "columns"]


def test_a_row_without_the_usual_column_gives_its_text_from_another(tmp_path: Path) -> None:
    data = lines({"text": TOWN, "body": MILL, "title": "One"}, {"text": MILL, "title": "Two"}, {"body": FERRY, "headline": "Three"}, {"body": "n/a", "text": " ", "title": "Four"})
    found, troubles = read(written(tmp_path, "m.jsonl", data))
    assert [receive(item).report.text for item in found] == [f"One\n\n{TOWN}", f"Two\n\n{MILL}", f"Three\n\n{FERRY}", "Four"]
    assert said(troubles) == ["text=text or body, title=title or headline"]
    assert [i.code for i in receive(found[3]).issues] == ["title_only"]


def test_what_is_said_to_be_unused_is(tmp_path: Path) -> None:
    data = lines({"body": TOWN, "text": "", "note": "x"}, {"body": MILL, "text": None, "note": "y"}, {"text": "", "body": "", "description": FERRY})
    found, troubles = read(written(tmp_path, "m.jsonl", data))
    assert [receive(item).report.text for item in found] == [TOWN, MILL, FERRY]
    assert said(troubles) == ["text=body, description=description; not used: text, note"]


def test_a_shape_that_comes_late_is_said_once_where_it_comes(tmp_path: Path) -> None:
    many = [{"body": f"The army took bridge {n}."} for n in range(150)]
    found, troubles = read(written(tmp_path, "m.jsonl", lines(*many, {"text": TOWN}, {"text": MILL}, {"body": FERRY})))
    assert [receive(item).report.text for item in found[150:]] == [TOWN, MILL, FERRY]
    assert [(t.name.rsplit("/", 1)[-1], t.message) for t in troubles] == [("m.jsonl", "text=body"), ("m.jsonl:151", "here and below also text=text, where body holds nothing")]


def test_a_column_that_the_user_named_has_no_stand_in(tmp_path: Path) -> None:
    data = lines({"story": TOWN, "text": MILL}, {"story": "", "text": MILL})
    found, troubles = read(written(tmp_path, "m.jsonl", data), ReadOptions(columns=(("text", "story"),)))
    assert [receive(item).report.text for item in found] == [TOWN]
    assert errors(troubles) == [("m.jsonl:2", "empty_row")]
    assert said(troubles) == ["text=story; not used: text"]


@pytest.mark.parametrize(
    "bad", [b'{"text": "R1" oops}', b'{"text": "R1"', b'{"text": "R1",}', b"[[[[", b"rubbish", b'{"text": "R1", "n": ' + b"9" * 5_000 + b"}"], ids=["word", "open", "comma", "brackets", "rubbish", "digits"]
)
@pytest.mark.parametrize("size", [1, 40_000], ids=["short", "longer than what is seen"])
def test_a_bad_first_line_costs_itself(bad: bytes, size: int, tmp_path: Path) -> None:
    rows = [f"{TOWN} " * size + str(n) for n in range(3)]
    found, troubles = read(written(tmp_path, "m.jsonl", bad + b"\n" + lines(*({"text": row} for row in rows))))
    assert [item.name.rsplit("/", 1)[-1] for item in found] == ["m.jsonl:2", "m.jsonl:3", "m.jsonl:4"]
    assert errors(troubles) == [("m.jsonl:1", "unreadable_row")]
    assert not [t for t in troubles if "sys." in t.message]


def test_objects_one_behind_another_are_read(tmp_path: Path) -> None:
    found, troubles = read(written(tmp_path, "m.json", b'{"text": "The army left."}{"text": "Rebels came."}'))
    assert [receive(item).report.text for item in found] == ["The army left.", "Rebels came."]
    assert errors(troubles) == []


def test_a_list_over_many_lines_is_one_document(tmp_path: Path) -> None:
    data = b'[\n{"text": "The army left."},\n{"text": "Rebels came."},\n{"text": "It rained."}\n]'
    found, troubles = read(written(tmp_path, "m.json", data))
    assert len(found) == 3
    assert errors(troubles) == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "@SUM(1)", "=1+1", "none of these"])
def test_an_address_that_is_none_is_said_and_not_used(url: str, tmp_path: Path) -> None:
    (item, blank), _ = read(written(tmp_path, "m.jsonl", lines({"text": TOWN, "url": url}, {"text": MILL, "url": "n/a"})))
    received = receive(item)
    assert received.report.url is None
    assert [(i.code, i.severity, i.message) for i in received.issues] == [("unread_url", "info", f"the address {url!r} is none and was not used")]
    assert receive(blank).issues == ()


@pytest.mark.parametrize("size", [300, 1_000, 4_096, 60_000])
def test_random_bytes_are_no_text_under_any_name(size: int, tmp_path: Path) -> None:
    chance = random.Random(size)
    for _ in range(30):
        data = chance.randbytes(size)
        for name in ("bin.txt", "bin.dat", "bin"):
            found, troubles = read(written(tmp_path, name, data))
            assert (found, errors(troubles)) == ([], [(name, "not_text")])


@pytest.mark.parametrize("charset", ["cp1252", "cp1251", "koi8-r", "cp1256", "iso8859-5", "utf-16-le", "utf-8", "cp437"])
def test_texts_of_any_charset_are_texts(charset: str, tmp_path: Path) -> None:
    spoken = {"cp1251": "Армия взяла мост у Орлана на рассвете. ", "koi8-r": "Армия взяла мост у Орлана на рассвете. ", "iso8859-5": "Армия взяла мост у Орлана на рассвете. ", "cp1256": "سيطر الجيش على الجسر عند الفجر. "}
    text = spoken.get(charset, "The army took Peña Blanca, señor Muñoz said. ") * 20
    (item,), troubles = read(written(tmp_path, "a.txt", text.encode(charset)))
    assert (item.data, troubles) == (text.encode(charset), [])


BOMB = '<?xml version="1.0"?>\n<!DOCTYPE lines [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<lines>&b; The army took it.</lines>'


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["b.xml", "b.rss", "b.atom", "b"])
def test_entity_bombs_are_refused_whatever_their_name(name: str, charset: str, tmp_path: Path) -> None:
    far = BOMB.replace("\n", "<!-- " + "far " * 3_000 + "-->", 1)
    for text in (BOMB, far, BOMB.replace(">]>", "> <!ENTITY c SYSTEM 'file:///etc/hostname'>]>")):
        found, troubles = read(written(tmp_path, name, text.encode(charset)))
        assert (found, errors(troubles)) == ([], [(name, "unreadable")])
        assert "declares XML entities" in troubles[-1].message
    inside = zip_bytes({name: BOMB.encode(charset), "a.txt": TOWN.encode()})
    found, troubles = read(written(tmp_path, "b.zip", inside))
    assert ([i.name.rsplit("!", 1)[1] for i in found], errors(troubles)) == (["a.txt"], [(f"b.zip!{name}", "unreadable")])


def test_pages_and_feeds_with_a_harmless_doctype_are_read(tmp_path: Path) -> None:
    page = '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd" [<!ENTITY dash "-">]><html><body><p>' + TOWN + "</p></body></html>"
    (item,), troubles = read(written(tmp_path, "p.xml", page.encode()))
    assert (TOWN in receive(item).report.text, troubles) == (True, [])
    feed = '<!DOCTYPE rss [<!ELEMENT rss ANY>]><rss version="2.0"><channel><item><title>T</title><description>' + TOWN + "</description></item></channel></rss>"
    (item,), troubles = read(written(tmp_path, "f.xml", feed.encode()))
    assert (TOWN in receive(item).report.text, errors(troubles)) == (True, [])


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    assert [(t.severity, t.code, t.message) for t in read(tmp_path / "in")[1]] == [("warning", "empty_folder", "is a folder without any report in it")]
    written(tmp_path / "in", ".hidden", b"x")
    assert [t.code for t in read(tmp_path / "in")[1]] == ["hidden", "empty_folder"]
    written(tmp_path / "in" / "sub", "a.pdf", b"%PDF-1.7 ...")
    assert [t.code for t in read(tmp_path / "in")[1]] == ["hidden", "not_text"]
    written(tmp_path / "in" / "sub", "b.txt", TOWN.encode())
    assert len(read(tmp_path / "in")[0]) == 1


def test_parquet_of_other_types_is_read_or_named(tmp_path: Path) -> None:
    from datetime import UTC, date, datetime
    from decimal import Decimal

    n = 3
    table = pa.table({
        "text": [TOWN, MILL, FERRY], "id": pa.array(range(n), pa.uint64()), "published": [date(2031, 3, day) for day in range(1, n + 1)], "seen": pa.array([2**62] * n, pa.timestamp("ns")),
        "zoned": [datetime(2031, 3, 1, tzinfo=UTC)] * n, "nested": [{"a": [{"b": 1}]}] * n, "blob": [b"\xff\x00"] * n, "cost": [Decimal("1.50")] * n,
        "kind": pa.array(["x"] * n).dictionary_encode(), "share": [float("nan")] * n, "span": pa.array([5] * n, pa.duration("us")), "pairs": pa.array([[("k", 1)]] * n, pa.map_(pa.string(), pa.int8())),
    })  # fmt: skip
    found, troubles = read(written(tmp_path, "t.parquet", parquet_bytes(table)))
    received = [receive(item) for item in found]
    assert [(r.report.text, r.report.published.value if r.report.published else None) for r in received] == [(TOWN, "2031-03-01"), (MILL, "2031-03-02"), (FERRY, "2031-03-03")]
    assert errors(troubles) == []
    for name, column in (("ints", pa.array([1, 2])), ("bools", pa.array([True, False])), ("dates", pa.array([date(2031, 3, 1)] * 2)), ("nulls", pa.nulls(2)), ("lists", pa.array([[1], [2]]))):
        found, troubles = read(written(tmp_path, f"{name}.parquet", parquet_bytes(pa.table({"text": column}))))
        assert (found, errors(troubles)) == ([], [(f"{name}.parquet", "no_text_column")])
    data = pa.table({"text": pa.array([TOWN.encode(), None, "Peña Blanca fell to the army.".encode("cp1252")], pa.large_binary())})
    found, troubles = read(written(tmp_path, "b.parquet", parquet_bytes(data)))
    assert [receive(item).report.text for item in found] == [TOWN, "Peña Blanca fell to the army."]
    assert errors(troubles) == [("b.parquet:2", "empty_row")]
    deep = pa.table({"article": [{"head": {"title": "T"}, "text": TOWN}]})
    (item,), _ = read(written(tmp_path, "n.parquet", parquet_bytes(deep)))
    assert receive(item).report.text == f"T\n\n{TOWN}"


def test_a_value_that_every_row_repeats_is_not_held_for_many_rows_at_once(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    value = "The army took the bridge. " * 900_000  # 23 MB: more than a report may hold
    path = tmp_path / "d.parquet"
    pq.write_table(pa.table({"text": pa.array([value] * 12 + [TOWN])}), path, compression="none", dictionary_pagesize_limit=100_000_000, use_dictionary=True)
    assert path.stat().st_size < 30_000_000
    pa.default_memory_pool().release_unused()
    tracemalloc.start()
    found, troubles = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [receive(item).report.text for item in found] == [TOWN]
    assert [code for _, code in errors(troubles)] == ["too_large"] * 12
    assert peak < 150_000_000


def test_a_parquet_bomb_costs_its_row_group(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    path = tmp_path / "b.parquet"
    with pq.ParquetWriter(path, pa.schema([("text", pa.string())]), compression="zstd", use_dictionary=False) as out:
        for text in (TOWN, "a" * 20_000_000, MILL):
            out.write_table(pa.table({"text": [text]}))
    found, troubles = read(path, ReadOptions(limits=Limits(ratio_from=10_000_000)))
    assert [receive(item).report.text for item in found] == [TOWN, MILL]
    assert errors(troubles) == [("b.parquet", "too_large")]
    assert "rows 2 to 2 unfold to more than 200 times their size" in next(t.message for t in troubles if t.severity == "error")


def test_members_that_share_bytes_are_read_once(tmp_path: Path) -> None:
    whole = zip_bytes({"a.txt": TOWN.encode(), "b.txt": MILL.encode()}, zipfile.ZIP_STORED)
    at, end = whole.find(b"PK\x01\x02"), whole.find(b"PK\x05\x06")
    entries = whole[at:end]
    first = entries[: entries.find(b"PK\x01\x02", 4)]
    count = len(entries) // len(first) + 50
    directory = first * 50 + entries
    data = whole[:at] + directory + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 52, 52, len(directory), at, 0)
    assert count == 52
    found, troubles = read(written(tmp_path, "o.zip", data))
    assert [receive(item).report.text for item in found] == [TOWN, MILL]
    assert errors(troubles) == [("o.zip!a.txt", "overlapping")] * 50


@pytest.mark.parametrize("name", ["w.csv", "w.jsonl"])
def test_very_wide_tables_are_read_in_time(name: str, tmp_path: Path) -> None:
    width, count = 3_000, 60
    columns = [*(f"c{n}" for n in range(width)), "text"]
    if name == "w.csv":
        data = "\n".join([",".join(columns), *(("," * width) + f"The army took bridge {n}." for n in range(count))]).encode()
    else:
        data = lines(*({**dict.fromkeys(columns[:-1], "x"), "text": f"The army took bridge {n}."} for n in range(count)))
    begin = time.process_time()
    assert len(read(written(tmp_path, name, data))[0]) == count
    assert time.process_time() - begin < 15


def test_a_table_without_titles_is_read_as_fast_as_one_with_them(tmp_path: Path) -> None:
    taken = []
    for extra in ({"title": "T"}, {"id": "T"}):
        path = written(tmp_path, "t.jsonl", lines(*({"text": f"The army took bridge {n}.", "a": "x", "b": "y", **extra} for n in range(8_000))))
        begin = time.process_time()
        assert len(read(path)[0]) == 8_000
        taken.append(time.process_time() - begin)
    assert taken[1] < 4 * taken[0] + 0.5
