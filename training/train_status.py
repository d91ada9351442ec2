"""Train the disposer of status labels: `train_status.py [--shared FOLDER] [--cross-validate]`.

Learns a multinomial logistic model over the features of `onrecord.extract.evidence` from our own sentences (benchmarks/conflict/train.jsonl) and, where the
benchmark folder lies beside the project, from the Wikinews events of MEANTIME (CC BY 4.0; only weights ship). Writes resources/weights/status.npz and prints its
sha256 for SOURCES.toml. `--cross-validate` prints figures over folds instead: our sentences by label, MEANTIME by document.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from pathlib import Path

import numpy as np
from _status_data import featured, read_rows
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, StratifiedKFold

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/onrecord/resources/weights/status.npz"
MEANTIME = {"occurred": "occurred", "future": "planned", "negated": "negated", "conditional": "hypothetical", "uncertain": "hypothetical"}
COARSE = {
    "occurred": "occurred", "ongoing": "occurred", "planned": "future", "proposed": "future", "threatened": "future", "denied": "unrealised",
    "negated": "unrealised", "failed": "unrealised", "alleged": "unrealised", "hypothetical": "unrealised",
}  # fmt: skip
REGULARISATION = 0.4
SEEN = 2
DEED = 0.6


def matrix(rows: list[list[str]], index: dict[str, int]) -> csr_matrix:
    indices = [[index[f] for f in features if f in index] for features in rows]
    pointer = np.cumsum([0, *map(len, indices)], dtype=np.int32)
    flat = np.fromiter((i for row in indices for i in row), dtype=np.int32, count=int(pointer[-1]))
    return csr_matrix((np.ones(len(flat), dtype=np.float32), flat, pointer), shape=(len(rows), len(index)))


def model() -> LogisticRegression:
    return LogisticRegression(C=REGULARISATION, max_iter=3000)


def disposed(chances: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The label by the disposer's rule: a deed only where deeds are likely enough."""
    deeds = np.isin(labels, ["occurred", "ongoing"])
    real = chances[:, deeds].sum(axis=1) >= DEED
    masked = np.where(deeds[None, :] == real[:, None], chances, -1.0)
    return labels[masked.argmax(axis=1)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--cross-validate", action="store_true")
    arguments = parser.parse_args()
    own = list(featured(read_rows(HERE.parent / "benchmarks/conflict/train.jsonl")))
    path = arguments.shared / "bench/factuality/dev_meantime.jsonl"
    news = [(r, f) for r, f in featured(read_rows(path)) if r.get("status") in MEANTIME] if path.exists() else []
    features = [f for _, f in own] + [f for _, f in news]
    labels = np.array([r["status"] for r, _ in own] + [MEANTIME[r["status"]] for r, _ in news])
    counted = Counter(name for row in features for name in row)
    index = {name: i for i, name in enumerate(sorted(name for name, n in counted.items() if n >= SEEN))}
    x = matrix(features, index)
    n = len(own)
    print(f"{n} sentences of ours, {len(news)} events of MEANTIME, {len(index)} features")
    if arguments.cross_validate:
        chances = np.zeros((len(labels), 10))
        groups = [r["doc"] for r, _ in news]
        outer = zip(StratifiedKFold(8, shuffle=True, random_state=0).split(x[:n], labels[:n]), GroupKFold(8).split(x[n:], labels[n:], groups), strict=True)
        for (a, b), (c, d) in outer:
            fitted = model().fit(vstack([x[:n][a], x[n:][c]]).tocsr(), np.concatenate([labels[:n][a], labels[n:][c]]))
            chances[b], chances[n + d] = fitted.predict_proba(x[:n][b]), fitted.predict_proba(x[n:][d])
        guessed = disposed(chances, fitted.classes_)
        unreal = ~np.isin(labels[:n], ["occurred", "ongoing"])
        print(f"ours: macro F1 {f1_score(labels[:n], guessed[:n], average='macro'):.3f}, unrealised given as deeds {np.isin(guessed[:n][unreal], ['occurred', 'ongoing']).mean():.3f}")
        print(f"MEANTIME, three classes: macro F1 {f1_score([COARSE[v] for v in labels[n:]], [COARSE[v] for v in guessed[n:]], average='macro'):.3f}")
        return 0
    fitted = model().fit(x, labels)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        TARGET, features=np.frombuffer("\n".join(index).encode(), dtype=np.uint8), labels=np.frombuffer("\n".join(fitted.classes_).encode(), dtype=np.uint8),
        weights=fitted.coef_.T.astype(np.float16), bias=fitted.intercept_.astype(np.float32),
    )  # fmt: skip
    print(f"{TARGET.name} {TARGET.stat().st_size} bytes sha256 {hashlib.sha256(TARGET.read_bytes()).hexdigest()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
