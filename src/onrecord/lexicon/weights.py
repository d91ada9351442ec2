"""Trained weights: the only reader of `resources/weights`. Inference is a sum of rows; no pickle, nothing trained at run time."""

from __future__ import annotations

import hashlib
import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import read_rows, resource

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When the weights may overrule the rules: probabilities, and margins by which another label must be likelier than the rules' own.

    `deed`: below this probability of a deed (occurred or ongoing) nothing is given as one, if `floor`, the best other label's own probability, is reached; `undone`: for
    what says that the deed was not done, where no operator was found and a deed is at least half as likely. `margin`: where no operator was found; `plain`: for a finite past tense that nothing bears on
    ("struck", "has seized"), which news hardly ever uses for anything but a deed. Where the rules read an operator: `among` between two deeds or two labels that are none,
    `from_deed` from a deed to none, `to_deed` from none to a deed, `flip` from what was not done ("will not accept") to what says no such thing. `sure`: the probability
    that overrules even what the rules hold for settled."""

    deed: float
    floor: float
    undone: float
    margin: float
    plain: float
    among: float
    from_deed: float
    to_deed: float
    flip: float
    sure: float


@dataclass(frozen=True, slots=True)
class Classifier:
    """Multinomial linear model: `weights` (features x labels), `bias` (labels). `digest` names the file (first 12 hex digits of its sha256)."""

    index: dict[str, int]
    weights: Array
    bias: Array
    labels: tuple[str, ...]
    thresholds: Thresholds
    digest: str

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Label -> probability; features the model does not know count nothing."""
        rows = [i for f in features if (i := self.index.get(f)) is not None]
        scores = self.bias + self.weights[rows].sum(axis=0) if rows else self.bias
        scores = np.exp(scores - scores.max())
        return dict(zip(self.labels, (scores / scores.sum()).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Regressor:
    """One hidden layer of rectified units over counted features; `scale` and `shift` stretch its output to the scale of the gold."""

    index: dict[str, int]
    hidden: Array
    hidden_bias: Array
    out: Array
    out_bias: float
    scale: float
    digest: str

    def value(self, features: Iterable[str]) -> float:
        """A number between -3 (did not happen) and 3 (happened)."""
        rows = [i for f in features if (i := self.index.get(f)) is not None]
        hidden = np.maximum(self.hidden_bias + (self.hidden[rows].sum(axis=0) if rows else 0.0), 0.0)
        return float(np.clip((hidden @ self.out + self.out_bias) * self.scale, -3.0, 3.0))


@dataclass(frozen=True, slots=True)
class Chance:
    """Logistic model: the chance of a yes, from the sum of the weights of what holds."""

    bias: float
    weights: dict[str, float]

    def of(self, features: Iterable[str]) -> float:
        """Between 0 and 1; features the model does not know count nothing."""
        return 1.0 / (1.0 + math.exp(-(self.bias + sum(self.weights.get(f, 0.0) for f in features))))


def _arrays(name: str) -> tuple[dict[str, npt.NDArray[np.generic]], str]:
    try:
        body = resource("weights", name).read_bytes()
        with np.load(io.BytesIO(body), allow_pickle=False) as stored:
            return {key: stored[key] for key in stored.files}, hashlib.sha256(body).hexdigest()[:12]
    except (OSError, ValueError, KeyError) as error:
        raise ResourceError(f"weights/{name}: cannot be read: {error}") from error


def _names(packed: npt.NDArray[np.generic]) -> list[str]:
    return packed.tobytes().decode("utf-8").split("\n")


@lru_cache(maxsize=1)
def status_weights() -> Classifier:
    """The disposer of status labels (training/train_status.py). Raises ResourceError where it cannot be read."""
    stored, digest = _arrays("status.npz")
    names = _names(stored["features"])
    try:
        thresholds = Thresholds(**dict(zip(_names(stored["threshold_names"]), stored["thresholds"].tolist(), strict=True)))
    except (KeyError, TypeError, ValueError) as error:
        raise ResourceError(f"weights/status.npz: thresholds cannot be read: {error}") from error
    return Classifier(
        {n: i for i, n in enumerate(names)}, stored["weights"].astype(np.float32), stored["bias"].astype(np.float32), tuple(_names(stored["labels"])), thresholds, digest
    )


@lru_cache(maxsize=1)
def factuality_weights() -> Regressor:
    """How far readers take an event to have happened (training/train_factuality.py)."""
    stored, digest = _arrays("factuality.npz")
    names = _names(stored["features"])
    return Regressor(
        {n: i for i, n in enumerate(names)}, stored["hidden"].astype(np.float32), stored["hidden_bias"].astype(np.float32), stored["out"].astype(np.float32),
        float(stored["out_bias"]), float(stored["scale"]), digest,
    )  # fmt: skip


@lru_cache(maxsize=1)
def reliance_weights() -> Chance:
    """How likely readers find nothing materially wrong with an event (training/train_reliance.py). Raises ResourceError where it cannot be read."""
    weights = {}
    for row in read_rows(resource("weights", "reliance.tsv"), ("feature", "weight")):
        try:
            weights[row["feature"]] = float(row["weight"])
        except ValueError as error:
            raise ResourceError(f"{row.where}: {row['weight']} is no number") from error
    return Chance(weights.pop("(bias)", 0.0), weights)
