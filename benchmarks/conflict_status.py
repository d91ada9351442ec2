"""Status of the events in our own sentences: `conflict_status.py [FILE] [--part N] [--per-class]`; FILE is conflict/sealed.jsonl where none is given.

Prints macro-F1 over the ten labels and the share of unrealised events (all but occurred and ongoing) that come out as deeds. The sealed file is for measuring only, once a release.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from adapters import given_status
from onrecord import Coder
from onrecord.model.status import LABELS

DEEDS = ("occurred", "ongoing")
SEALED = Path(__file__).parent / "conflict/sealed.jsonl"


def counts(path: Path, part: int | None = None) -> Counter[tuple[str, str]]:
    """(gold, predicted) -> rows; of `part` alone where one is given."""
    coder = Coder(gate=False)
    found: Counter[tuple[str, str]] = Counter()
    with path.open(encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            if part is not None and row.get("part") != part:
                continue
            given = given_status(coder, {"id": row["id"], "text": row["text"]}, row["event"]["start"], row["event"]["end"])
            found[row["status"], given.label] += 1
    return found


def f1(found: Counter[tuple[str, str]], label: str) -> float:
    gold, predicted = sum(n for (g, _), n in found.items() if g == label), sum(n for (_, p), n in found.items() if p == label)
    return 2 * found[label, label] / (gold + predicted) if gold + predicted else 0.0


def summary(found: Counter[tuple[str, str]]) -> tuple[float, float]:
    """Macro-F1, and the share of unrealised events given as deeds."""
    unrealised = sum(n for (g, _), n in found.items() if g not in DEEDS)
    wrong = sum(n for (g, p), n in found.items() if g not in DEEDS and p in DEEDS)
    return sum(f1(found, label) for label in LABELS) / len(LABELS), wrong / max(1, unrealised)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=SEALED)
    parser.add_argument("--part", type=int)
    parser.add_argument("--per-class", action="store_true")
    arguments = parser.parse_args()
    found = counts(arguments.file, arguments.part)
    macro, wrong = summary(found)
    print(f"{sum(found.values())} rows: status macro-F1 {100 * macro:.1f}; unrealised events given as deeds {100 * wrong:.1f}%")
    if arguments.per_class:
        for label in LABELS:
            print(f"{label:13} F1 {100 * f1(found, label):5.1f}  n {sum(n for (g, _), n in found.items() if g == label)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
