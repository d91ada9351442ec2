"""How well the readers read: main text of real pages against text taken out by hand, and one corpus in five containers.

    python benchmarks/reading.py --shared ../shared

Bag of words (lower-case words, with their counts) of the body against the gold body, the mean over pages; the headline that a reader puts before the body is
left out, for the gold has none. Then: how many of the web archive's pages, and of the tables' reports, come out alike from every container.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from onrecord.model.report import Received
from onrecord.readers import read_path
from onrecord.readers.items import Item, items, receive


@dataclass(frozen=True)
class Reading:
    """Means over pages in percent, and what the containers gave."""

    precision: float
    recall: float
    f1: float
    pages: int
    snippets: float
    without_url: int
    without_date: int
    alike: dict[str, int]


def body(received: Received) -> str:
    """The text without the headline that the reader put before it."""
    report = received.report
    if report.title is not None and report.title.from_ == "metadata" and report.title.spans:
        end = report.title.spans[0].end
        if report.title.spans[0].start == 0 and report.text[end : end + 2] == "\n\n":
            return report.text[end + 2 :]
    return report.text


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def score(gold: str, found: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of two bags of words."""
    wanted, given = words(gold), words(found)
    shared = (wanted & given).total()
    precision, recall = shared / max(given.total(), 1), shared / max(wanted.total(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def facts(received: Received) -> tuple[str | None, ...]:
    """What two containers of one report must agree on."""
    r = received.report
    stated = (r.title, r.publisher, r.byline, r.published)
    return r.text, r.url, *(s.value if s is not None else None for s in stated)


def rows(path: Path) -> list[dict[str, object]]:
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def received_from(path: Path) -> list[Received]:
    return [receive(item) for item in items([path]) if isinstance(item, Item)]


def measure(shared: Path) -> Reading:
    raw = shared / "corpora" / "raw"
    manifest = rows(raw / "manifest.jsonl")
    pages = {str(row["id"]): read_path(raw / str(row["file"])) for row in manifest}
    scores, kept = [], []
    for gold in rows(raw / "gold_text.jsonl"):
        found = pages[str(gold["id"])]
        if gold["kind"] == "full_text":
            paragraphs = gold.get("paragraphs") or []
            scores.append(score(str(gold.get("text") or "\n".join(map(str, paragraphs))), body(found)))  # type: ignore[call-overload]
        else:
            kept += [str(s) in found.report.text for s in gold["with"]] + [str(s) not in found.report.text for s in gold["without"]]  # type: ignore[attr-defined]
    means = [100 * sum(column) / len(scores) for column in zip(*scores, strict=True)]
    reports = [facts(r) for r in received_from(shared / "corpora" / "news2016.jsonl")]
    alike = {name: sum(a == facts(b) for a, b in zip(reports, received_from(raw / name), strict=False)) for name in ("articles.csv", "articles.parquet")}
    texts = {r[0] for r in reports}
    alike["feed.atom.xml"] = sum(r.report.text in texts for r in received_from(raw / "feed.atom.xml"))
    alike["feed.rss.xml"] = sum(any(i.code == "title_only" for i in r.issues) for r in received_from(raw / "feed.rss.xml"))
    # The archive holds the same bodies under their addresses: same text, whatever tells the address.
    in_pages = {p.report.text_id: p.report.text for p in pages.values()}
    alike["sample.warc.gz"] = sum(in_pages.get(r.report.text_id) == r.report.text for r in received_from(raw / "sample.warc.gz"))
    return Reading(
        *means, len(scores), 100 * sum(kept) / len(kept), sum(p.report.url is None for p in pages.values()), sum(p.report.published is None for p in pages.values()), alike
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    r = measure(parser.parse_args().shared)
    alike = ", ".join(f"{name} {count}" for name, count in r.alike.items())
    print(f"P {r.precision:.1f} R {r.recall:.1f} F1 {r.f1:.1f} on {r.pages} pages, snippets {r.snippets:.0f} %, {r.without_url} pages without url, {r.without_date} without date; alike: {alike}")


if __name__ == "__main__":
    main()
