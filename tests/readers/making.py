"""Files for the tests of reading, made as the tests run."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.readers.items import Item, ReadOptions, Trouble, items

ROWS = (
    {"id": "a1", "headline": "Bridge taken", "body": "The army took the bridge at dawn, officials said.", "link": "https://example.org/a1", "outlet": "Delta News", "date": "2016-04-23", "author": "Ana Lopez; Ben Okoro"},
    {"id": "a2", "headline": "Talks to open", "body": "The two sides will open talks on Monday, the mediator said.", "link": "https://example.org/a2", "outlet": "Delta News", "date": "2016-04-24", "author": ""},
    {"id": "a3", "headline": "Strike denied", "body": 'The ministry denied the strike, "all of it".\nA spokesman gave no details.', "link": "https://example.org/a3", "outlet": "Hill Post", "date": "2016-05-02", "author": "Cy Dahl"},
)  # fmt: skip
PAGE = "<html><head><title>{0}</title></head><body><article><p>{1}</p><p>The governor confirmed it on Tuesday evening.</p></article></body></html>"


def page(title: str = "Bridge taken", body: str = "The army took the bridge at dawn, officials said.") -> bytes:
    return PAGE.format(title, body).encode()


def csv_bytes(rows: tuple[dict[str, str], ...] = ROWS, separator: str = ",") -> bytes:
    import csv

    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def jsonl_bytes(rows: tuple[dict[str, str], ...] = ROWS) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def parquet_bytes(table: pa.Table | None = None, group: int = 2) -> bytes:
    out = io.BytesIO()
    pq.write_table(table if table is not None else pa.Table.from_pylist(list(ROWS)), out, row_group_size=group)
    return out.getvalue()


def zip_bytes(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def record(url: str, body: bytes, status: str = "200 OK", kind: str = "response", headers: str = "Content-Type: text/html; charset=utf-8\r\n") -> bytes:
    block = f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body if kind == "response" else body
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-06-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def warc_records() -> list[bytes]:
    return [
        record("urn:info", b"software: a test\r\n", kind="warcinfo"),
        record("https://example.org/a", page()),
        record("https://example.org/robots.txt", b"User-agent: *\nDisallow: /private\n", headers="Content-Type: text/plain\r\n"),
        record("https://example.org/gone", b"<p>Not found</p>", status="404 Not Found"),
        record("https://example.org/b", page("Talks to open", "The two sides will open talks on Monday, the mediator said.")),
    ]


def warc_bytes(packed: bool = True) -> bytes:
    return b"".join(gzip.compress(r) if packed else r for r in warc_records())


RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Delta News</title><link>https://www.example.org/</link><description>All news</description>
<item><title>Bridge taken</title><link>https://example.org/a1</link><pubDate>Sat, 23 Apr 2016 06:30:00 GMT</pubDate><description>A summary of it.</description>
<content:encoded><![CDATA[<p>The army took the <b>bridge</b> at dawn, officials said.</p><p>Nobody was hurt.</p>]]></content:encoded></item>
<item><title>Talks to open</title><link>https://other.example.com/a2</link><description>The two sides will open talks on Monday.</description></item>
<item><title>Strike denied</title><link>https://example.org/a3</link></item>
</channel></rss>
"""


def read(path: Path | str, options: ReadOptions | None = None) -> tuple[list[Item], list[Trouble]]:
    """Everything in a path, items apart from troubles."""
    found = list(items([path], options or ReadOptions()))
    return [f for f in found if isinstance(f, Item)], [f for f in found if isinstance(f, Trouble)]


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def errors(troubles: list[Trouble]) -> list[tuple[str, str]]:
    """The names (last part of their path) and codes of what failed."""
    return [(t.name.rsplit("/", 1)[-1], t.code) for t in troubles if t.severity == "error"]
