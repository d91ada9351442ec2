"""Contexts on the 2016 gold: precision and recall a context, over sentences.

    python benchmarks/contexts.py --shared ../shared [--errors]

The gold has the vocabulary of PLOVER 0.5b1, mostly one context an event, the one that the annotator thought of first; ours has the 37 of PLOVER 2021, several of
which may hold. So ours are projected onto the old words (the table below); those without an old word are left out of the count. Precision is a lower bound.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from adapters import coded
from onrecord import Coder
from projection import kept

# 2021 -> 0.5b1. "political" and "government" are told apart by no rule of the old manual: one word here; its "resource" covers land.
OLD = {
    "military": "military", "diplomatic": "diplomatic", "legal": "legal", "economic": "economic", "terrorism": "terrorism", "natural_resource": "resource",
    "election": "election", "executive": "political", "legislative": "political", "political_institutions": "political", "pro_democracy": "political",
    "pro_autocracy": "political", "asylum": "refugee", "migration": "refugee", "cbrn": "cbrn", "territory": "resource", "cyber": "cyber", "human_rights": "rights",
    "rights_freedoms": "rights", "repression": "rights", "religion_ethnicity": "religion", "inequality": "discrimination", "gender": "discrimination",
    "lgbt": "discrimination",
}  # fmt: skip
_GOLD = {"government": "political", "resources": "resource", "refugees": "refugee", "foreign": None, "unknown": None}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="also list row ids with what is missed and what is too much")
    arguments = parser.parse_args()
    coder = Coder()
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    per_event = silent = rows = 0
    with (arguments.shared / "bench/event_coding/gsr_dev.jsonl").open(encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            gold = {g for e in row["events"] for c in e.get("context") or () if (g := _GOLD.get(c, c)) is not None}
            record, layers = coded(coder, {"text": row["text"]})
            events = kept(record, layers)
            all_ours = {c for e in events for c in e.contexts}
            rows += 1
            per_event += len(all_ours)
            silent += not all_ours
            if not gold:
                continue
            ours = {OLD[c] for c in all_ours if c in OLD}
            right.update(gold & ours)
            told.update(ours)
            wanted.update(gold)
            if arguments.errors and gold != ours:
                print(row["id"], "missed", sorted(gold - ours), "too much", sorted(ours - gold), "all", sorted(all_ours))
    print(f"{'context':16} gold  told     P     R")
    for name in sorted(wanted | told, key=lambda n: -wanted[n]):
        print(f"{name:16} {wanted[name]:4} {told[name]:5} {_share(right[name], told[name]):5.1f} {_share(right[name], wanted[name]):5.1f}")
    precision, recall = _share(right.total(), told.total()), _share(right.total(), wanted.total())
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"all: P {precision:.1f} R {recall:.1f} F1 {f1:.1f}; {per_event / rows:.2f} contexts a sentence, {silent} of {rows} sentences without any")
    return 0


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


if __name__ == "__main__":
    raise SystemExit(main())
