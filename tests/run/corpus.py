"""A small corpus of invented reports in many formats, made anew by whoever needs one; some of it cannot be read."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from pathlib import Path

from onrecord.run.fetch import Page
from onrecord.run.warcfile import WarcFile

_TOWNS = ("Orlan", "Veskar", "Dunmere", "Halvik", "Tarsk", "Ombrel", "Sillen", "Marrow Bay")
_DEEDS = (
    "Police in {town} detained {n} dockers on Monday after a march to the port. The union called the arrests unlawful.",
    "Gunmen killed {n} people near {town} on Tuesday, the interior ministry said. No group claimed the attack.",
    "The army denied on Wednesday that it had shelled {town}. Residents said {n} houses were destroyed.",
    "Rebels and the government signed a truce in {town} on Thursday, mediators said. It is to last {n} weeks.",
    "Thousands protested in {town} against the new levy on Friday. {n} of them were hurt in clashes with guards.",
    "The prime minister threatened to close the border at {town} within {n} days unless smuggling stopped.",
)


def text(n: int) -> str:
    """The n-th report, different from all others."""
    town, deed = _TOWNS[n % len(_TOWNS)], _DEEDS[n % len(_DEEDS)]
    return f"{town.upper()}, {n % 27 + 1} March 2031 (Northwind) - {deed.format(town=town, n=n + 2)} It was report number {n} of that month."


def page(n: int, extra: str = "") -> bytes:
    return f"<html><head><title>Report {n} from {_TOWNS[n % 8]}</title></head><body><article><p>{text(n)}</p><p>{extra}</p></article></body></html>".encode()


def make(folder: Path) -> Path:
    """Text, HTML, JSON lines, CSV, ZIP, WARC, a feed; copies, two versions under one address with a retraction; damage. Some 45 reports."""
    folder.mkdir()
    for n in range(10):
        (folder / f"a{n}.txt").write_text(text(n), encoding="utf-8")
    (folder / "a-copy.txt").write_text(text(3), encoding="utf-8")
    for n in range(10, 15):
        (folder / f"b{n}.html").write_bytes(page(n))
    (folder / "bad-empty.txt").write_bytes(b"")
    (folder / "bad-binary.txt").write_bytes(bytes(range(256)) * 40)
    rows = [{"text": text(n), "url": f"http://news.example/{n}", "published": f"2031-03-{n - 10:02}", "publisher": "Northwind"} for n in range(15, 25)]
    rows.append({"text": text(15) + " This article has been withdrawn because its source invented it.", "url": "http://news.example/15", "published": "2031-03-20", "publisher": "Northwind"})
    (folder / "c.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + "{broken\n", encoding="utf-8")
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["text", "url"])
    writer.writerows([text(n), f"http://other.example/{n}"] for n in range(25, 33))
    (folder / "d.csv").write_text(table.getvalue(), encoding="utf-8")
    with zipfile.ZipFile(folder / "e.zip", "w") as archive:
        for n in range(33, 37):
            archive.writestr(zipfile.ZipInfo(f"world/{n}.txt"), text(n))
        archive.writestr(zipfile.ZipInfo("world/copy.txt"), text(1))
    with WarcFile(folder / "f.warc.gz", "test") as warc:
        for n in range(37, 42):
            warc.add(Page("", f"http://third.example/{n}", "192.0.2.1", 200, "OK", (("Content-Type", "text/html; charset=utf-8"),), page(n)))
    whole = gzip.compress(text(42).encode() * 50)
    (folder / "g-cut.txt.gz").write_bytes(whole[: len(whole) // 2])
    return folder
