"""Real pages, archives, feeds and tables of the benchmark folder."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from onrecord.readers.items import Item, items, receive
from reading import Reading, measure

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def raw(shared: Path) -> Path:
    folder = shared / "corpora" / "raw"
    if not folder.is_dir():
        pytest.skip(f"no raw corpus at {folder}")
    return folder


@pytest.fixture(scope="module")
def reading(shared: Path, raw: Path) -> Reading:
    return measure(shared)


def test_main_text_of_real_pages(reading: Reading) -> None:
    """The peer has P 90.4, R 98.7, F1 93.5."""
    assert reading.f1 >= 94.0
    assert reading.precision >= 91.0
    assert reading.recall >= 99.0
    assert reading.snippets >= 95


def test_every_container_gives_the_same_reports(reading: Reading) -> None:
    assert reading.alike == {"articles.csv": 196, "articles.parquet": 196, "feed.atom.xml": 30, "feed.rss.xml": 30, "sample.warc.gz": 40}


def test_no_date_is_that_of_the_crawl_and_no_address_is_invented(raw: Path) -> None:
    """A date or an address stands in the page itself, or it is unknown."""
    crawled = 0
    for line in (raw / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        page = (raw / row["file"]).read_bytes()
        report = receive(Item(row["file"], page)).report
        if report.url is not None:
            assert report.url.encode() in page or report.url.replace("&", "&amp;").encode() in page, row["id"]
        if row["crawled"]:
            crawled += 1
            day = row["crawled"][:10]
            assert report.published is None or report.published.value[:10] != day or row["published"][:10] == day or day.encode() in page, row["id"]
    assert crawled > 0
    for item in items([raw / "sample.warc.gz"]):
        if isinstance(item, Item):
            published = receive(item).report.published
            assert item.url
            assert published is None or published.value[:10] != "2020-06-01"


def test_feeds_without_bodies_or_dates_say_so(raw: Path) -> None:
    received = [receive(item) for item in items([raw / "feed.rss.xml"]) if isinstance(item, Item)]
    assert all([i.code for i in r.issues] == ["title_only"] for r in received)
    undated = sum("<pubDate>" not in entry for entry in (raw / "feed.rss.xml").read_text(encoding="utf-8").split("<item>")[1:])
    assert sum(r.report.published is None for r in received) == undated > 0
