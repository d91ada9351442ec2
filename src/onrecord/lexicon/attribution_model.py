"""The learned weights that tell reporting words from others and the content of each from its neighbours; names of features, no texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from typing import Any

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import resource

VERSION = 2


@dataclass(frozen=True, slots=True)
class Linear:
    """A logistic model over named features that are there or not."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        z = self.odds(features)
        return 1 / (1 + exp(-z)) if z > -30 else 0.0

    def odds(self, features: Iterable[str]) -> float:
        """The logarithm of the odds."""
        weights = self.weights
        return self.bias + sum(weights[f] for f in features if f in weights)


@dataclass(frozen=True, slots=True)
class AttributionModel:
    """`lemmas` that may report, as "POS:lemma"; `cue` judges a word, `content` a stretch of text as what it reports, `rivals` that
    stretch again beside the others of the report.

    Words below `cue_floor` are not looked at further; contents below `floor` are not reported.
    """

    lemmas: frozenset[str]
    cue: Linear
    content: Linear
    rivals: Linear
    cue_floor: float
    floor: float


@lru_cache(maxsize=1)
def attribution_model() -> AttributionModel:
    """Raises ResourceError where the file is of another version."""
    path = resource("lexicon", "en", "attribution", "model.json")
    body: Any = json.loads(path.read_text(encoding="utf-8"))
    if body.get("version") != VERSION:
        raise ResourceError(f"{path.name}: version {body.get('version')!r}, {VERSION} is needed")
    cue, content, rivals = (Linear(float(body[p]["bias"]), {str(k): float(w) for k, w in body[p]["weights"].items()}) for p in ("cue", "content", "rivals"))
    return AttributionModel(frozenset(body["lemmas"]), cue, content, rivals, float(body["cue_floor"]), float(body["floor"]))
