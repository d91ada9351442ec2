"""Count false events on news that is not about conflict: each sentence coded alone, its day of publication unknown.

    python benchmarks/nonconflict.py --shared ../shared [--show]

An event is false where its row has no labelled event whose trigger overlaps one of its own. Rows with a doubt, of the row or of one of
its events, are left out. `--show` prints every false event with its rule and sentence; the texts stay in the benchmark folder.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord import Coder
from onrecord.model.event import Event

HERE = Path(__file__).parent
TOOK_PLACE = ("occurred", "ongoing")


@dataclass(frozen=True)
class FalseEvent:
    """One false event: type, status, the rule that proposed it, its trigger words and the sentence."""

    type: str
    status: str
    rule: str
    words: str
    sentence: str


def rows(shared: Path) -> list[tuple[dict[str, Any], str]]:
    """The labelled rows with their sentences. Raises ValueError where the corpus is not the one that was labelled."""
    texts = {r["id"]: r["text"] for r in _read(shared / "corpora" / "news2016.jsonl")}
    made = []
    for row in _read(HERE / "nonconflict" / "sample.jsonl"):
        sentence = texts[row["report"]][row["start"] : row["end"]]
        if hashlib.sha256(sentence.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['report']} {row['start']}: another text than the one that was labelled")
        made.append((row, sentence))
    return made


def _read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def undoubted(row: dict[str, Any]) -> bool:
    return not row.get("doubt") and not any(e.get("doubt") for e in row["events"])


def false_events(coder: Coder, row: dict[str, Any], sentence: str) -> list[FalseEvent]:
    record = coder.code(sentence)
    gold = [(a - row["start"], b - row["start"]) for a, b in (e["words"] for e in row["events"])]
    return [
        FalseEvent(event.type, event.status, _rule(event), " … ".join(s.quote for m in event.mentions for s in m.trigger), sentence)
        for event in record.events
        if not _overlaps(event, gold)
    ]


def _overlaps(event: Event, gold: list[tuple[int, int]]) -> bool:
    return any(s.start < end and start < s.end for m in event.mentions for s in m.trigger for start, end in gold)


def _rule(event: Event) -> str:
    return next((d.rule for key, d in sorted(event.derivation.items()) if key == "type" and d.rule), "?")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args(argv)
    coder = Coder()
    kept = [(row, sentence) for row, sentence in rows(arguments.shared) if undoubted(row)]
    found = [f for row, sentence in kept for f in false_events(coder, row, sentence)]
    if arguments.show:
        for f in sorted(found, key=lambda f: (f.rule, f.sentence)):
            print(f"{f.rule}\t{f.status}\t{f.words}\t{f.sentence}")
    real = sum(f.status in TOOK_PLACE for f in found)
    print(f"{len(kept)} sentences; false events per 1,000: {1000 * len(found) / len(kept):.1f}; said to have taken place: {1000 * real / len(kept):.1f}")
    print("by type: " + "  ".join(f"{kind} {n}" for kind, n in Counter(f.type for f in found).most_common()))
    print("by rule: " + "  ".join(f"{rule} {n}" for rule, n in Counter(f.rule for f in found).most_common(20)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
