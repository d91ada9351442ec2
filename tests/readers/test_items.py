"""Containers give their reports, each under its own name, with what they tell of it."""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from fastwarc.warc import ArchiveIterator
from making import ROWS, RSS, csv_bytes, errors, jsonl_bytes, page, parquet_bytes, read, record, warc_bytes, written, zip_bytes

from onrecord.model.ids import digest_bytes
from onrecord.readers.items import Item, ReadOptions, receive

TABLES = {
    "t.csv": csv_bytes(),
    "t.tsv": csv_bytes(separator="\t"),
    "semicolon.csv": csv_bytes(separator=";"),
    "pipe.csv": csv_bytes(separator="|"),
    "bom.csv": b"\xef\xbb\xbf" + csv_bytes(),
    "wide.csv": csv_bytes().decode().encode("utf-16"),
    "excel.csv": b"sep=;\r\n" + csv_bytes(separator=";"),
    "t.csv.gz": gzip.compress(csv_bytes()),
    "t.jsonl": jsonl_bytes(),
    "t.ndjson": jsonl_bytes().rstrip(b"\n"),
    "list.json": json.dumps(ROWS, indent=2).encode(),
    "lines.json": jsonl_bytes(),
    "noending": jsonl_bytes(),
    "t.parquet": parquet_bytes(),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_every_form_give_the_same_reports(name: str, tmp_path: Path) -> None:
    found, troubles = read(written(tmp_path, name, TABLES[name]))
    assert not errors(troubles)
    assert [t.message for t in troubles if t.code == "columns"] == ["text=body, title=headline, url=link, publisher=outlet, published=date, author=author; not used: id"]
    assert [json.loads(item.data) for item in found] == list(ROWS)
    for item, row in zip(found, ROWS, strict=True):
        report = receive(item).report
        assert report.text == f"{row['headline']}\n\n{row['body']}"
        assert report.text_id == digest_bytes(json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())
        assert report.url == row["link"]
        assert (report.title.value, report.title.from_, report.title.spans[0].quote) == (row["headline"], "metadata", row["headline"])  # type: ignore[union-attr]
        assert (report.publisher.value, report.publisher.from_) == (row["outlet"], "metadata")  # type: ignore[union-attr]
        assert (report.published.value, report.published.granularity, report.published.from_) == (row["date"], "day", "metadata")  # type: ignore[union-attr]
    assert [b.value if (b := receive(i).report.byline) else None for i in found] == ["Ana Lopez and Ben Okoro", None, "Cy Dahl"]


def test_rows_are_named_by_where_they_begin(tmp_path: Path) -> None:
    rows = (ROWS[2], ROWS[0])
    path = written(tmp_path, "t.csv", csv_bytes(rows))
    assert [item.name for item in read(path)[0]] == [f"{path}:2", f"{path}:4"]
    assert [item.name.rsplit("/", 1)[-1] for item in read(written(tmp_path, "t.parquet", parquet_bytes()))[0]] == ["t.parquet:1", "t.parquet:2", "t.parquet:3"]


def test_given_values_win_and_enter_the_id(tmp_path: Path) -> None:
    options = ReadOptions(url="https://mine.example/x", publisher="Mine", published="2020-01-02", title="My title")
    (item, *_), _ = read(written(tmp_path, "t.jsonl", jsonl_bytes()), options)
    report = receive(item).report
    assert (report.url, report.publisher.value, report.publisher.from_) == ("https://mine.example/x", "Mine", "given")  # type: ignore[union-attr]
    assert (report.published.value, report.published.from_, report.title.value) == ("2020-01-02", "given", "My title")  # type: ignore[union-attr]
    assert report.text.startswith("My title\n\n")
    assert receive(replace(item, publisher=None)).report.id != report.id


def test_columns_can_be_set_and_a_column_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "t.csv", b"a,b,text\nThe army took the bridge.,Bridge taken,no\n")
    (item,), _ = read(path, ReadOptions(columns=(("text", "a"), ("title", "b"))))
    assert receive(item).report.text == "Bridge taken\n\nThe army took the bridge."
    found, troubles = read(path, ReadOptions(columns=(("text", "story"),)))
    assert not found
    assert "has no column 'story'; its columns are a, b, text" in troubles[-1].message


def test_a_table_without_a_text_names_its_columns(tmp_path: Path) -> None:
    found, troubles = read(written(tmp_path, "t.csv", b"id,price,body\n1,2,\n2,3,\n"))
    assert not found
    assert errors(troubles) == [("t.csv", "no_text_column")]
    assert "its columns are id, price, body" in troubles[0].message


@pytest.mark.parametrize(
    ("row", "text", "codes"),
    [
        ({"title": "T one two", "text": "<p>The army <b>took</b> the bridge.</p><script>x()</script><p>It burns.</p>"}, "T one two\n\nThe army took the bridge.\nIt burns.", []),
        ({"title": "T one two", "text": "&lt;p&gt;The army took it.&lt;/p&gt;"}, "T one two\n\nThe army took it.", []),
        ({"title": "Army &amp; navy", "text": "Army & navy\nThe army took it."}, "Army & navy\nThe army took it.", []),
        ({"title": "T", "text": "It is 3 < 4 and <b is no tag"}, "T\n\nIt is 3 < 4 and <b is no tag", []),
        ({"title": "T", "text": ["One line.", "Another line."]}, "T\n\nOne line.\nAnother line.", []),
        ({"title": "Bridge taken at dawn", "text": None}, "Bridge taken at dawn", ["title_only"]),
        ({"title": "Bridge taken", "text": "nan", "description": "The army took it."}, "Bridge taken\n\nThe army took it.", ["summary_only"]),
        ({"text": page("Bridge", "The army took the bridge.").decode()}, "The army took the bridge.\nThe governor confirmed it on Tuesday evening.", []),
        ({"article": {"title": "Bridge", "body": "The army took it."}}, "Bridge\n\nThe army took it.", []),
    ],
)
def test_the_text_of_a_row(row: dict[str, object], text: str, codes: list[str], tmp_path: Path) -> None:
    rows = [row, {"title": "Other", "text": "Another row.", "description": "D."}] if row.get("text", "") != "nan" and "article" not in row else [row]
    found, _ = read(written(tmp_path, "t.jsonl", b"".join(json.dumps(r).encode() + b"\n" for r in rows)))
    received = receive(found[0])
    assert received.report.text == text
    assert [issue.code for issue in received.issues] == codes


@pytest.mark.parametrize(
    ("said", "value", "code"),
    [
        ("2016-04-23T12:30:00", "2016-04-23T12:30", None),
        ("2016-04-23 00:00:00", "2016-04-23", None),
        ("23 April 2016", "2016-04-23", None),
        ("1461369600", "2016-04-23", None),
        (1461412800000, "2016-04-23T12:00Z", None),
        ("2016", "2016", None),
        ("23/04/2016", "2016-04-23", None),
        ("03/04/2016", None, "ambiguous_date"),
        ("last Monday", None, "unread_date"),
        ("2016-13-45", None, "unread_date"),
        ("N/A", None, None),
        (None, None, None),
    ],
)
def test_dates_of_rows_are_read_or_said_to_be_open(said: object, value: str | None, code: str | None, tmp_path: Path) -> None:
    (item,), _ = read(written(tmp_path, "t.jsonl", json.dumps({"text": "The army took the bridge.", "date": said}).encode()))
    received = receive(item)
    assert (received.report.published.value if received.report.published else None) == value
    assert [i.code for i in received.issues] == ([code] if code else [])


@pytest.mark.parametrize(
    ("said", "byline"),
    [
        (["Ana Lopez", "Ben Okoro", "Cy Dahl"], "Ana Lopez, Ben Okoro and Cy Dahl"),
        ("['Ana Lopez', \"Ben O'Koro\"]", "Ana Lopez and Ben O'Koro"),
        ([{"name": "Ana Lopez"}], "Ana Lopez"),
        ("By Ana Lopez", "Ana Lopez"),
        ([], None),
        ("[]", None),
        (7, None),
    ],
)
def test_authors_of_rows(said: object, byline: str | None, tmp_path: Path) -> None:
    (item,), _ = read(written(tmp_path, "t.jsonl", json.dumps({"text": "The army took the bridge.", "authors": said}).encode()))
    found = receive(item).report.byline
    assert (found.value if found else None) == byline


def test_parquet_of_other_types_becomes_plain_values(tmp_path: Path) -> None:
    table = pa.table(
        {
            "text": pa.array(["The army took it.", None, "Talks began."], pa.large_string()).dictionary_encode(),
            "title": pa.array([b"Bridge", b"Stra\xdfe", None], pa.binary()),
            "date": pa.array([datetime(2016, 4, 23, tzinfo=UTC), None, datetime(2016, 4, 23, 5, 6, tzinfo=UTC)], pa.timestamp("ns", "UTC")),
            "day": pa.array([date(2016, 4, 23), None, None]),
            "authors": pa.array([["Ana Lopez", "Ben Okoro"], None, []]),
            "source": pa.array([{"name": "Delta News", "id": 3}, None, None]),
            "score": pa.array([0.5, float("nan"), float("inf")]),
            "price": pa.array([Decimal("1.50"), None, None]),
            "far": pa.array([2**62, 0, 0], pa.int64()).cast(pa.timestamp("us"), safe=False),
            "picture": pa.array([bytes(range(256)), b"", None]),
            "tags": pa.array([[("k", 1)], None, None], pa.map_(pa.string(), pa.int32())),
        }
    )
    found, troubles = read(written(tmp_path, "t.parquet", parquet_bytes(table)))
    assert not errors(troubles)
    assert "publisher=source.name" in troubles[0].message
    reports = [receive(item).report for item in found]
    assert [r.text for r in reports] == ["Bridge\n\nThe army took it.", "Straße", "Talks began."]
    assert [r.published.value if r.published else None for r in reports] == ["2016-04-23", None, "2016-04-23T05:06+00:00"]
    assert reports[0].byline.value == "Ana Lopez and Ben Okoro"  # type: ignore[union-attr]
    assert reports[0].publisher.value == "Delta News"  # type: ignore[union-attr]
    assert json.loads(found[1].data)["score"] is None


@pytest.mark.parametrize("packed", [True, False])
def test_warc_gives_its_pages_and_names_the_rest(packed: bool, tmp_path: Path) -> None:
    data = warc_bytes(packed)
    found, troubles = read(written(tmp_path, "c.warc.gz" if packed else "c.warc", data))
    assert [i.url for i in found] == ["https://example.org/a", "https://example.org/b"]
    places = [r.stream_pos for r in ArchiveIterator(io.BytesIO(data)) if r.http_headers is not None and r.http_headers.status_code == 200]
    assert [int(i.name.rsplit("@", 1)[1]) for i in found] == [places[0], places[2]]
    assert [(t.code, t.severity) for t in troubles] == [("no_page", "info"), ("http_status", "info")]
    assert "robots.txt" in troubles[0].message
    assert "404" in troubles[1].message
    report = receive(found[0]).report
    assert report.text == "Bridge taken\n\nThe army took the bridge at dawn, officials said.\nThe governor confirmed it on Tuesday evening."
    assert report.published is None  # never the time of the crawl


def test_warc_packed_as_one_piece_or_in_blocks_that_cut_records(tmp_path: Path) -> None:
    plain = warc_bytes(False)
    one = read(written(tmp_path, "one.warc.gz", gzip.compress(plain)))[0]
    blocks = read(written(tmp_path, "blocks.warc.gz", b"".join(gzip.compress(plain[at : at + 300]) for at in range(0, len(plain), 300))))[0]
    assert [i.data for i in one] == [i.data for i in blocks] == [page(), page("Talks to open", "The two sides will open talks on Monday, the mediator said.")]
    assert one[1].name.rsplit("/", 1)[1].startswith("one.warc.gz@0+")


def test_responses_are_unpacked(tmp_path: Path) -> None:
    body = page()
    chunked = b"%x\r\n%s\r\n%x;x=1\r\n%s\r\n0\r\n\r\n" % (50, body[:50], len(body) - 50, body[50:])
    head = "Content-Type: text/html\r\n"
    data = b"".join(
        (
            record("https://example.org/1", gzip.compress(body), headers=head + "Content-Encoding: gzip\r\n"),
            record("https://example.org/2", chunked, headers=head + "Transfer-Encoding: chunked\r\n"),
            record("https://example.org/3", body, headers=head + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
            record("https://example.org/4", gzip.compress(b"<p>" + b" " * 30_000_000), headers=head + "Content-Encoding: gzip\r\n"),
        )
    )
    found, troubles = read(written(tmp_path, "c.warc", data))
    assert [i.data for i in found] == [body] * 3
    assert "unfolds to more than" in troubles[0].message


def test_feeds_give_bodies_where_they_have_them_and_say_where_not(tmp_path: Path) -> None:
    found, troubles = read(written(tmp_path, "feed.xml", RSS.encode()))
    assert not troubles
    received = [receive(item) for item in found]
    assert [r.report.text for r in received] == ["Bridge taken\n\nThe army took the bridge at dawn, officials said.\nNobody was hurt.", "Talks to open\n\nThe two sides will open talks on Monday.", "Strike denied"]
    assert [[i.code for i in r.issues] for r in received] == [[], ["summary_only"], ["title_only"]]
    assert received[0].report.published.value == "2016-04-23T06:30Z"  # type: ignore[union-attr]
    assert received[1].report.published is None
    # The feed's title is the publisher of what stands on the feed's own site, and of nothing else.
    assert [r.report.publisher.value if r.report.publisher else None for r in received] == ["Delta News", None, "Delta News"]
    assert [r.report.url for r in received] == ["https://example.org/a1", "https://other.example.com/a2", "https://example.org/a3"]


def test_atom_with_only_a_date_of_change_says_so(tmp_path: Path) -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><id>u:1</id><updated>2018-01-01T00:00:00Z</updated><entry><title>Bridge taken</title>
    <id>u:2</id><link href="https://example.org/a"/><updated>2016-04-23T06:30:00Z</updated><author><name>Ana Lopez</name></author>
    <content type="text">It is 3 &lt; 4 here.</content></entry></feed>"""
    (item,), troubles = read(written(tmp_path, "a.atom", atom.encode()))
    received = receive(item)
    assert not troubles
    assert received.report.text == "Bridge taken\n\nIt is 3 < 4 here."
    assert received.report.published.value == "2016-04-23T06:30Z"  # type: ignore[union-attr]
    assert received.report.byline.value == "Ana Lopez"  # type: ignore[union-attr]
    assert [i.code for i in received.issues] == ["date_of_update"]


def test_a_feed_is_never_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    written(tmp_path, "feed.xml", RSS.replace("<channel>", '<channel><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="http://example.org/feed"/>').encode())
    written(tmp_path, "address.rss", b"http://example.org/feed.xml")
    found, troubles = read(tmp_path)
    assert len(found) == 3
    assert errors(troubles) == [("address.rss", "empty")]


def test_zip_with_everything_in_it(tmp_path: Path) -> None:
    inner = zip_bytes({"deep/a.html": page(), "t.csv": csv_bytes()})
    path = written(tmp_path, "news.zip", zip_bytes({"a.txt": b"The army took it.", "world/b.html": page(), "style.css": b"p {}", ".DS_Store": b"x", "in.zip": inner, "c.warc.gz": warc_bytes(), "f.xml": RSS.encode(), "p.parquet": parquet_bytes()}))
    found, troubles = read(path)
    assert [i.name.removeprefix(f"{path}!").split("@")[0] for i in found] == [
        "a.txt", "world/b.html", "in.zip!deep/a.html", "in.zip!t.csv:2", "in.zip!t.csv:3", "in.zip!t.csv:4", "c.warc.gz", "c.warc.gz", "f.xml:1", "f.xml:2", "f.xml:3",
        "p.parquet:1", "p.parquet:2", "p.parquet:3",
    ]  # fmt: skip
    assert not errors(troubles)
    assert [t.code for t in troubles if t.code in ("hidden", "no_report")] == ["no_report", "hidden"]


def test_folders_in_order_with_what_is_left_out_named(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "page_files/x.js", "sub/c.html", "sub/t.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(jsonl_bytes() if name.endswith("jsonl") else b"The army took the bridge.")
    found, troubles = read(tmp_path)
    assert [i.name.removeprefix(f"{tmp_path}/") for i in found] == ["a.txt", "b.txt", "sub/c.html", "sub/t.jsonl:1", "sub/t.jsonl:2", "sub/t.jsonl:3"]
    assert [(t.name.rsplit("/", 1)[-1], t.severity) for t in troubles if t.code != "columns"] == [(".hidden.txt", "info"), ("x.js", "info")]
    assert [i.name for i in read(tmp_path / ".hidden.txt")[0]] == [str(tmp_path / ".hidden.txt")]


@pytest.mark.parametrize(
    ("data", "names", "options"),
    [
        (b"The army took the bridge.", ["standard input"], ReadOptions()),
        (page(), ["standard input"], ReadOptions()),
        (jsonl_bytes(), ["standard input:1", "standard input:2", "standard input:3"], ReadOptions()),
        (csv_bytes(), ["standard input:2", "standard input:3", "standard input:4"], ReadOptions(form="csv")),
        (jsonl_bytes(), ["standard input"], ReadOptions(form="text")),
        (gzip.compress(jsonl_bytes()), ["standard input:1", "standard input:2", "standard input:3"], ReadOptions()),
        (zip_bytes({"a.txt": b"The army."}), ["standard input!a.txt"], ReadOptions()),
        (RSS.encode(), ["standard input:1", "standard input:2", "standard input:3"], ReadOptions()),
    ],
)
def test_standard_input(data: bytes, names: list[str], options: ReadOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(data)

    monkeypatch.setattr("sys.stdin", Stdin())
    assert [i.name for i in read("-", options)[0]] == names


def test_an_item_alone_gives_the_same_report_again(tmp_path: Path) -> None:
    for name, data in (("t.csv", csv_bytes()), ("f.xml", RSS.encode()), ("c.warc.gz", warc_bytes()), ("a.html", page())):
        for item in read(written(tmp_path, name, data))[0]:
            again = Item(**{field: getattr(item, field) for field in Item.__slots__})
            assert receive(again) == receive(item)
