"""What adding many reports costs: processor time against a bare spaCy parse of texts of the same kind, and memory while it runs.

    python benchmarks/ingest.py --shared ../shared [--reports 10000] [--workers 2] [--seed 1] [--record FILE]

Reports are made by recombining paragraphs of real ones (corpora/*.jsonl) with a seed, a tenth of them copies of earlier ones under another address, so that linking has work.
Cost is processor time of all worker processes, not time on the clock, so that it means the same on a busy machine.
Memory is what the kernel says, sampled twice a second: of the parent its resident set, of the workers and the server that forks them their proportional set (shared
pages counted once). It is flat where the second half of the run needs no more than the first.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from onrecord import Coder
from onrecord.run.add import Job, Tally, add
from onrecord.run.coding import DEFAULT_MODEL, loader, pool
from onrecord.run.processes import Pool, ordered_map
from onrecord.store import open_store

PARSED = 300  # texts the bare parse is timed on


def paragraphs(shared: Path) -> list[str]:
    """Paragraphs of 30 to 200 words; a text without paragraphs is cut into runs of sentences."""
    found = []
    for path in sorted((shared / "corpora").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for part in str(json.loads(line).get("text") or "").replace("\n\n", "\x00").split("\x00"):
                words = part.split()
                found += [" ".join(words[k : k + 120]) for k in range(0, len(words), 120) if len(words[k : k + 120]) >= 30]
    return found


def rows(parts: list[str], reports: int, seed: int) -> Iterator[dict[str, str]]:
    dice = random.Random(seed)
    made: list[str] = []
    for number in range(reports):
        if made and dice.random() < 0.1:
            text = dice.choice(made)
        else:
            text = "\n\n".join(dice.sample(parts, dice.randint(2, 6)))
            made = [*made[-500:], text]
        day = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
        yield {"text": text, "url": f"https://outlet{number % 97}.example/{number}", "publisher": f"Outlet {number % 97}", "published": day}


@dataclass(slots=True)
class Memory:
    """Samples of (seconds, reports done, parent's megabytes, all children's megabytes), taken by a thread."""

    tally: Tally = field(default_factory=Tally)
    samples: list[tuple[float, int, float, float]] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        start = time.monotonic()
        while not self.done.wait(0.5):
            self.samples.append((time.monotonic() - start, self.tally.seen, kilobytes(os.getpid(), "Rss") / 1000, sum(kilobytes(pid, "Pss") for pid in descendants()) / 1000))


def kilobytes(pid: int, what: str) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith(f"{what}:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def descendants() -> list[int]:
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, IndexError):
                continue
    found, new = set[int](), {os.getpid()}
    while new:
        new = {pid for pid, parent in parents.items() if parent in new and pid not in found}
        found |= new
    return sorted(found)


def spacy_pipeline(model: str) -> Any:
    import spacy

    return spacy.load(model)


def parse(nlp: Any, text: str) -> int:
    return len(nlp(text))


def processor_seconds() -> float:
    """What all processes below this one have used so far, those that have ended included."""
    ticks = 0
    for pid in [os.getpid(), *descendants()]:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        ticks += sum(int(fields[k]) for k in ((13, 14) if pid == os.getpid() else (11, 12, 13, 14)))
    return ticks / os.sysconf("SC_CLK_TCK")


def bare_cost(texts: list[str]) -> float:
    """Processor seconds a text of a bare parse; loading is not counted."""
    results = ordered_map(texts[:20] + texts, partial(spacy_pipeline, DEFAULT_MODEL), parse, Pool(workers=1, batch=1))
    for _ in range(20):
        next(results)
    start = now = processor_seconds()
    for _ in texts:
        next(results)
        now = processor_seconds()
    results.close()
    return (now - start) / len(texts)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--shared", type=Path, required=True)
    options.add_argument("--reports", type=int, default=10_000)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--record", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "made.jsonl"
        texts: list[str] = []
        with source.open("w", encoding="utf-8") as stream:
            for row in rows(paragraphs(given.shared), given.reports, given.seed):
                stream.write(json.dumps(row) + "\n")
                texts += [row["text"]] if len(texts) < PARSED else []
        bare = bare_cost(texts)
        measure(source, given.record or Path(folder) / "record.db", given.workers, given.reports, bare)


def measure(source: Path, where: Path, workers: int, reports: int, bare: float) -> None:
    memory = Memory()
    coded: list[tuple[float, int, float]] = []

    def progress(tally: Tally, name: str) -> None:
        memory.tally = tally
        if not coded or time.monotonic() - coded[-1][0] > 5:
            coded.append((time.monotonic(), tally.seen, processor_seconds()))

    sampler = threading.Thread(target=memory.run)
    start = time.monotonic()
    with open_store(where, create=True) as store:
        sampler.start()
        try:
            tally = add(store, [source], Job(Coder(actor_lists=()).digest, loader(DEFAULT_MODEL, ()), pool(workers, DEFAULT_MODEL, 600.0), progress=progress))
        finally:
            memory.done.set()
            sampler.join()
    took = time.monotonic() - start
    cost = (coded[-1][2] - coded[0][2]) / max(coded[-1][1] - coded[0][1], 1)
    print(f"{tally.added:,} reports of {reports:,} added by {workers} workers in {took:.0f} s on the clock; record {where.stat().st_size / 1e6:.0f} MB")
    print(f"{cost:.3f} processor seconds a report in the workers; bare spaCy parse {bare:.3f}; ratio {cost / bare:.2f}")
    print("reports  parent MB  workers MB")
    for tenth in range(1, 11):
        part = [s for s in memory.samples if (tenth - 1) * reports / 10 <= s[1] < tenth * reports / 10 or (tenth == 10 and s[1] >= reports)]
        if part:
            print(f"{tenth * reports // 10:>7,}  {max(s[2] for s in part):>9.0f}  {max(s[3] for s in part):>10.0f}")


if __name__ == "__main__":
    main()
