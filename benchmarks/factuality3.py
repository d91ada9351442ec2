"""Occurred, future or unrealised: `factuality3.py GOLD.jsonl PRED.jsonl [--draws 1000]`.

Maps negated, uncertain and conditional to unrealised in gold and prediction (rows as `factuality/score.py` of the benchmark folder documents them), prints macro-F1 over the three classes
and a bootstrap interval over documents. The weights that ship were trained on this set too: `training/train_status.py --cross-validate` prints the figure over folds by document.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path

CLASSES = ("occurred", "future", "unrealised")


def coarse(label: str) -> str:
    return label if label in ("occurred", "future") else "unrealised"


def macro(pairs: list[tuple[str, str]]) -> float:
    """Macro-F1 of (gold, predicted) pairs over the three classes."""
    total = 0.0
    for name in CLASSES:
        hit = sum(g == p == name for g, p in pairs)
        total += 2 * hit / max(1, sum(g == name for g, _ in pairs) + sum(p == name for _, p in pairs))
    return total / len(CLASSES)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--draws", type=int, default=1000)
    arguments = parser.parse_args()
    with arguments.predicted.open(encoding="utf-8") as stream:
        predicted = {row["id"]: row.get("status", "occurred") for row in map(json.loads, stream)}
    documents: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with arguments.gold.open(encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            if row.get("status") not in (None, "underspecified"):
                documents[row.get("doc", "")].append((coarse(row["status"]), coarse(predicted.get(row["id"], "occurred"))))
    names = sorted(documents)
    chance = random.Random(7)
    draws = sorted(macro([pair for name in chance.choices(names, k=len(names)) for pair in documents[name]]) for _ in range(arguments.draws))
    score = macro([pair for name in names for pair in documents[name]])
    print(json.dumps({"macroF1": round(score, 4), "low": round(draws[int(0.025 * len(draws))], 4), "high": round(draws[int(0.975 * len(draws)) - 1], 4), "documents": len(names)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
