"""Train the factuality score: `train_factuality.py [--shared FOLDER]`.

Learns three nets of one hidden layer over the features of `onrecord.extract.factuality.evidence` from UDS It-Happened v2 (dev_train_uds_ih2.jsonl of the benchmark folder; text CC BY-SA 4.0, only
weights ship). Writes resources/weights/factuality.npz and prints its sha256 for SOURCES.toml, and the correlation on the held-out dev part.
"""

from __future__ import annotations

import argparse
import hashlib
import warnings
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.neural_network import MLPRegressor

from _status_data import featured, read_rows
from train_status import matrix

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/onrecord/resources/weights/factuality.npz"
SEEN = 10
HIDDEN = 20
# Three small nets that differ in their first weights, averaged. SCALE stretches their mean, which keeps nearer to nought than the gold does.
SEEDS = (0, 1, 2)
SCALE = 1.4


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    arguments = parser.parse_args()
    folder = arguments.shared / "bench/factuality"
    rows = [(r, f) for r, f in featured(read_rows(folder / "dev_train_uds_ih2.jsonl")) if r.get("score") is not None]
    held = [(r, f) for r, f in featured(read_rows(folder / "dev_uds_ih2.jsonl")) if r.get("score") is not None]
    counted = Counter(name for _, features in rows for name in features)
    index = {name: i for i, name in enumerate(sorted(name for name, n in counted.items() if n >= SEEN))}
    x, y = matrix([f for _, f in rows], index), np.array([r["score"] for r, _ in rows])
    warnings.filterwarnings("ignore", module="sklearn")
    nets = [MLPRegressor(hidden_layer_sizes=(HIDDEN,), alpha=3.0, batch_size=256, learning_rate_init=0.001, max_iter=6, random_state=s).fit(x, y) for s in SEEDS]
    guessed = np.mean([n.predict(matrix([f for _, f in held], index)) for n in nets], axis=0)
    print(f"{len(rows)} events, {len(index)} features; held out: r {np.corrcoef(guessed, [r['score'] for r, _ in held])[0, 1]:.3f}")
    np.savez_compressed(
        TARGET, features=np.frombuffer("\n".join(index).encode(), dtype=np.uint8), hidden=np.hstack([n.coefs_[0] for n in nets]).astype(np.float16),
        hidden_bias=np.concatenate([n.intercepts_[0] for n in nets]).astype(np.float32),
        out=np.concatenate([n.coefs_[1][:, 0] for n in nets]).astype(np.float32) / len(nets),
        out_bias=np.float32(np.mean([n.intercepts_[1][0] for n in nets])), scale=np.float32(SCALE),
    )  # fmt: skip
    print(f"{TARGET.name} {TARGET.stat().st_size} bytes sha256 {hashlib.sha256(TARGET.read_bytes()).hexdigest()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
