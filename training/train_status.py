"""Train the disposer of status labels: `train_status.py [--shared FOLDER] [--cross-validate]`.

Learns a multinomial logistic model over the features of `onrecord.extract.factuality.evidence` from our own sentences (benchmarks/conflict: train.jsonl, and `PARTS` of fresh, varied1, varied2 and passages) and, where the
benchmark folder lies beside the project, from the Wikinews events of MEANTIME (CC BY 4.0; only weights ship). Writes resources/weights/status.npz and prints its
sha256 for SOURCES.toml. `--cross-validate` prints figures over folds instead: our sentences by label, MEANTIME by document.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, StratifiedKFold

from _status_data import featured, read_rows
from onrecord.extract.factuality.disposer import Disposer
from onrecord.extract.factuality.evidence import unread
from onrecord.lexicon.weights import Thresholds
from onrecord.model.status import Axes

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/onrecord/resources/weights/status.npz"
MEANTIME = {"occurred": "occurred", "future": "planned", "negated": "negated", "conditional": "hypothetical", "uncertain": "hypothetical"}
COARSE = {
    "occurred": "occurred", "ongoing": "occurred", "planned": "future", "proposed": "future", "threatened": "future", "denied": "unrealised",
    "negated": "unrealised", "failed": "unrealised", "alleged": "unrealised", "hypothetical": "unrealised",
}  # fmt: skip
OURS = ("train.jsonl", "fresh.jsonl", "varied1.jsonl", "varied2.jsonl", "passages.jsonl")
PARTS = (1, 2, 4, 5, 6, 7, 8, 10, 12, 14, 16)
# When the weights overrule the rules: what ships with them.
THRESHOLDS = Thresholds(deed=0.55, floor=0.3, undone=0.6, margin=0.0, plain=0.7, among=0.5, from_deed=0.4, to_deed=0.7, flip=0.5, sure=0.99)
# Beside them: those of before; less and more easily from a deed to none; a floor that lets more pass for none; guesses of what was undone.
TRIED = (
    {"deed": 0.65, "undone": 0.4, "plain": 0.3}, {"deed": 0.65}, {"deed": 0.5}, {"deed": 0.45}, {"floor": 0.15}, {"floor": 0.2}, {"floor": 0.25}, {"undone": 0.5},
    {"plain": 0.3}, {"among": 0.2}, {"among": 0.6}, {"from_deed": 0.2}, {"from_deed": 0.5}, {"to_deed": 0.6},
)  # fmt: skip
REGULARISATION = 1.0
# Weight of an act's second copy, in which the rules have read nothing.
UNREAD = 0.2
SEEN = 2


def matrix(rows: list[list[str]], index: dict[str, int]) -> csr_matrix:
    indices = [[index[f] for f in features if f in index] for features in rows]
    pointer = np.cumsum([0, *map(len, indices)], dtype=np.int32)
    flat = np.fromiter((i for row in indices for i in row), dtype=np.int32, count=int(pointer[-1]))
    return csr_matrix((np.ones(len(flat), dtype=np.float32), flat, pointer), shape=(len(rows), len(index)))


def fit(x: csr_matrix, blind: csr_matrix, labels: np.ndarray, rows: np.ndarray) -> LogisticRegression:
    """A model of the given rows, each of which the rules read something of a second time without it (`blind`): it has to know the words as well."""
    read = rows[np.asarray(abs(x[rows] - blind[rows]).sum(axis=1)).ravel() > 0]
    weights = np.concatenate([np.ones(len(rows)), np.full(len(read), UNREAD)])
    both = vstack([x[rows], blind[read]]).tocsr()
    return LogisticRegression(C=REGULARISATION, max_iter=3000).fit(both, np.concatenate([labels[rows], labels[read]]), sample_weight=weights)


def disposed(chances: np.ndarray, labels: np.ndarray, features: list[list[str]], thresholds: Thresholds) -> np.ndarray:
    """The labels that `onrecord.extract.factuality.disposer` would keep."""
    found = []
    for row, names in zip(chances, features, strict=True):
        rules = next(n[4:] for n in names if n.startswith("lab="))
        found.append(Disposer(Fixed(dict(zip(labels, row, strict=True))), thresholds).dispose(rules, Axes(), True, "nops=0" not in names, []).label)
    return np.array(found)


class Fixed:
    """Stands for a model whose probabilities are known."""

    def __init__(self, chances: dict[str, float]) -> None:
        self.chances = chances

    def probabilities(self, features: list[str]) -> dict[str, float]:
        return self.chances


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--kept", action="store_true", help="with --cross-validate: the settings that ship, no others")
    arguments = parser.parse_args()
    written = [r for name in OURS for r in read_rows(HERE.parent / "benchmarks/conflict" / name)]
    own = list(featured(r for r in written if r.get("part") in (None, *PARTS)))
    path = arguments.shared / "bench/factuality/dev_meantime.jsonl"
    news = [(r, f) for r, f in featured(read_rows(path)) if r.get("status") in MEANTIME] if path.exists() else []
    features = [f for _, f in own] + [f for _, f in news]
    labels = np.array([r["status"] for r, _ in own] + [MEANTIME[r["status"]] for r, _ in news])
    counted = Counter(name for row in features for name in row)
    index = {name: i for i, name in enumerate(sorted(name for name, n in counted.items() if n >= SEEN))}
    n = len(own)
    # The rules were mended on our sentences, not on MEANTIME: its events stay as they are.
    x, blind = matrix(features, index), matrix([unread(f) if k < n else f for k, f in enumerate(features)], index)
    print(f"{n} sentences of ours, {len(news)} events of MEANTIME, {len(index)} features")
    if arguments.cross_validate:
        chances = np.zeros((len(labels), 10))
        groups = [r["doc"] for r, _ in news]
        outer = zip(StratifiedKFold(8, shuffle=True, random_state=0).split(x[:n], labels[:n]), GroupKFold(8).split(x[n:], labels[n:], groups), strict=True)
        for (a, b), (c, d) in outer:
            fitted = fit(x, blind, labels, np.concatenate([a, n + c]))
            chances[b], chances[n + d] = fitted.predict_proba(x[b]), fitted.predict_proba(x[n + d])
        unreal = ~np.isin(labels[:n], ["occurred", "ongoing"])
        for changed in ({},) if arguments.kept else ({}, *TRIED):
            guessed = disposed(chances, fitted.classes_, features, replace(THRESHOLDS, **changed))
            deeds = np.isin(guessed[:n][unreal], ["occurred", "ongoing"]).mean()
            lost = 1 - np.isin(guessed[:n][~unreal], ["occurred", "ongoing"]).mean()
            three = f1_score([COARSE[v] for v in labels[n:]], [COARSE[v] for v in guessed[n:]], average="macro")
            ours = f1_score(labels[:n], guessed[:n], average="macro")
            print(
                f"{changed or asdict(THRESHOLDS)}: ours macro F1 {ours:.3f}, unrealised given as deeds {deeds:.3f}, deeds given as none {lost:.3f}; "
                f"MEANTIME, three classes, macro F1 {three:.3f}"
            )
        return 0
    fitted = fit(x, blind, labels, np.arange(len(labels)))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        TARGET, features=np.frombuffer("\n".join(index).encode(), dtype=np.uint8), labels=np.frombuffer("\n".join(fitted.classes_).encode(), dtype=np.uint8),
        weights=fitted.coef_.T.astype(np.float16), bias=fitted.intercept_.astype(np.float32),
        threshold_names=np.frombuffer("\n".join(asdict(THRESHOLDS)).encode(), dtype=np.uint8), thresholds=np.array(list(asdict(THRESHOLDS).values())),
    )  # fmt: skip
    print(f"{TARGET.name} {TARGET.stat().st_size} bytes sha256 {hashlib.sha256(TARGET.read_bytes()).hexdigest()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
