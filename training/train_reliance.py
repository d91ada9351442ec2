"""Train the confidence of events: `train_reliance.py [--shared FOLDER] [--cross-validate]`.

Learns a logistic model over the features of `onrecord.extract.assembly.reliance` from what readers found wrong on dossier pages (benchmarks/verdicts/events.jsonl: where an
event stood, how it was told, the grade; no text). The reports are coded anew, and a verdict counts where the event still stands there with the same type, status and
parties. Writes resources/weights/reliance.tsv and prints its sha256 for SOURCES.toml. `--cross-validate` prints, over folds of reports, how well the model tells the
faulty events from the others. Minutes on two cores.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from corpora import texts
from onrecord import Coder
from onrecord.extract import events
from onrecord.extract.assembly.reliance import Evidence
from onrecord.model.event import Event, Participant
from onrecord.model.record import Record

HERE = Path(__file__).parent
VERDICTS = HERE.parent / "benchmarks/verdicts/events.jsonl"
TARGET = HERE.parent / "src/onrecord/resources/weights/reliance.tsv"
REGULARISATION = 0.03
# Features seen less often say nothing that holds elsewhere.
SEEN = 20
FOLDS = 12
Verdict = dict[str, Any]


def coded(reports: dict[str, str]) -> Iterator[tuple[str, Record, dict[str, list[str]]]]:
    """Each report's record, and the features of its events by id."""
    seen: dict[str, list[str]] = {}
    usual = events.Builder.evidence

    def watched(self: events.Builder, *given: Any) -> Evidence:
        made: Evidence = usual(self, *given)
        seen[made.event.id] = made.features()
        return made

    events.Builder.evidence = watched  # type: ignore[method-assign]
    coder = Coder()
    for name, text in reports.items():
        seen.clear()
        yield name, coder.code(text), dict(seen)


def same(verdict: Verdict, event: Event, record: Record) -> bool:
    """Whether an event is still told as it was when it was judged."""
    starts = {e.id: {s.start for m in e.mentions for s in m.spans} for e in record.entities}

    def parties(told: Sequence[Participant], judged: list[int]) -> bool:
        return len(told) == len(judged) and all(any(at in starts[p.entity] for p in told) for at in judged)

    return event.type == verdict["type"] and event.status == verdict["status"] and parties(event.actors, verdict["actors"]) and parties(event.recipients, verdict["recipients"])


def rows(shared: Path) -> tuple[list[list[str]], np.ndarray, np.ndarray]:
    """Features, whether the reader found a material error, and the report, of every verdict that still holds."""
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    with VERDICTS.open(encoding="utf-8") as stream:
        for verdict in map(json.loads, stream):
            verdicts[verdict["report"]].append(verdict)
    known = texts(shared)
    features, wrong, reports = [], [], []
    for name, record, seen in coded({r: known[r][0] for r in verdicts}):
        now = {tuple((s.start, s.end) for s in e.mentions[0].trigger): e for e in record.events if e.mentions}
        for verdict in verdicts[name]:
            event = now.get(tuple((a, b) for a, b in verdict["trigger"]))
            if event is not None and event.id in seen and same(verdict, event, record):
                features.append(seen[event.id])
                wrong.append(verdict["grade"] == "material")
                reports.append(name)
    return features, np.array(wrong), np.array(reports)


def matrix(features: list[list[str]]) -> tuple[csr_matrix, list[str]]:
    counts = Counter(f for row in features for f in set(row))
    names = sorted(f for f, n in counts.items() if n >= SEEN)
    index = {f: i for i, f in enumerate(names)}
    indices = [sorted({index[f] for f in row if f in index}) for row in features]
    pointer = np.cumsum([0, *map(len, indices)], dtype=np.int32)
    flat = np.fromiter((i for row in indices for i in row), dtype=np.int32, count=int(pointer[-1]))
    return csr_matrix((np.ones(len(flat)), flat, pointer), shape=(len(features), len(names))), names


def model() -> LogisticRegression:
    return LogisticRegression(C=REGULARISATION, max_iter=3000)


def cross_validate(x: csr_matrix, wrong: np.ndarray, reports: np.ndarray) -> None:
    chance = np.zeros(len(wrong))
    for fit, held in GroupKFold(FOLDS).split(x, wrong, reports):
        chance[held] = model().fit(x[fit], wrong[fit]).predict_proba(x[held])[:, 1]
    print(f"{len(wrong)} events of {len(set(reports))} reports, {wrong.sum()} wrong; AUC {roc_auc_score(wrong, chance):.3f}")
    for threshold in (0.6, 0.65, 0.7, 0.75, 0.8):
        kept = 1 - chance >= threshold
        print(f"confidence >= {threshold}: {kept.mean():.0%} of the events, {wrong[kept].mean():.1%} of them wrong, {wrong[~kept].sum() / wrong.sum():.0%} of the wrong ones left out")
    for low, high in ((0.0, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.0)):
        held = (1 - chance >= low) & (1 - chance < high)
        print(f"confidence {low} to {high}: {held.sum()} events, right {1 - wrong[held].mean():.0%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--cross-validate", action="store_true")
    given = parser.parse_args()
    features, wrong, reports = rows(given.shared)
    x, names = matrix(features)
    if given.cross_validate:
        cross_validate(x, wrong, reports)
        return
    fitted = model().fit(x, ~wrong)
    head = (
        "# How far an event, as it is told, can be relied upon: a logistic model of its not being materially wrong, learnt from readers' verdicts on dossier pages.\n"
        "# Written by training/train_reliance.py. Columns: feature (onrecord.extract.assembly.reliance), weight.\nfeature\tweight\n"
    )
    lines = [f"(bias)\t{fitted.intercept_[0]:.4f}", *(f"{n}\t{w:.4f}" for n, w in zip(names, fitted.coef_[0], strict=True) if abs(w) >= 0.00005)]
    TARGET.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(wrong)} events, {len(names)} features; sha256 {hashlib.sha256(TARGET.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
