"""Learn which words report and what each reports, from the attribution set; writes lexicon/en/attribution/model.json.

    python training/train_attribution.py ../shared/bench/attribution/dev_train.jsonl

Two logistic models over named features (`extract.cue_features`): one of words, one of a word with a stretch of text. Only names of features and their
weights leave this script; features that name a word need it several times in several documents. Minutes on two cores, most of them parsing.
"""

from __future__ import annotations

import argparse
import collections
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from onrecord import Coder
from onrecord.extract.speech.cue_choice import may_report, scored, shared
from onrecord.extract.speech.cue_features import Seer
from onrecord.extract.speech.cue_options import Proposer, Range
from onrecord.extract.speech.cue_rivals import beside
from onrecord.lexicon.attribution_model import VERSION, AttributionModel, Linear
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse
from onrecord.model.text import CleanText
from onrecord.quotes import Quotation, paragraph_quotations
from onrecord.readers import read_text

TARGET = Path(__file__).resolve().parents[1] / "src/onrecord/resources/lexicon/en/attribution/model.json"
SEEN = 4  # times a feature must be seen
RATE = 0.02  # share of a lemma's uses that must report
CUE_FLOOR, SHIPPED_CUE_FLOOR, FLOOR = 0.02, 0.06, 0.2  # trained wide; looked at less widely, which costs nothing and a third of the time
SMALL = 0.03
STRENGTH = 0.06
FOLDS = 4


@dataclass
class Document:
    """A parsed document with its gold: (cue range, content ranges), clean offsets."""

    parse: Parse
    text: str
    actors: ActorLayer
    quoted: tuple[Quotation, ...]
    gold: list[tuple[list[Range], tuple[Range, ...]]]

    @classmethod
    def of(cls, row: dict[str, Any], layers: Any) -> Document:
        clean, parse = cast(CleanText, layers["clean"]), cast(Parse, layers["parse"])
        gold = []
        for a in row["attributions"]:
            cue = [r for s, e in a["cue"] for r in to_clean(clean, s, e)]
            content = tuple(sorted(r for s, e in a["content"] for r in to_clean(clean, s, e)))
            if cue and content:
                gold.append((cue, content))
        return cls(parse, clean.text, cast(ActorLayer, layers["actors"]), paragraph_quotations(clean.text, parse), gold)

    def agreement(self, at: Range, content: tuple[Range, ...]) -> float:
        """The best overlap with a gold content whose cue shares a character with `at`."""
        return max((shared(content, g) for cue, g in self.gold if any(a < at[1] and at[0] < b for a, b in cue)), default=0.0)


def to_clean(clean: CleanText, start: int, end: int) -> list[Range]:
    """Raw offsets as clean ones; equal where cleaning changed nothing before."""
    found = clean.clean_range(start, end)
    return [found] if found else []


def read(path: Path, limit: int | None = None) -> Iterator[Document]:
    coder = Coder(gate=False)
    for line in path.read_text(encoding="utf-8").splitlines()[:limit]:
        row = json.loads(line)
        outcome = coder.layers(read_text(row["text"], published=row.get("date"), publisher=row.get("publisher")), "actors")
        yield Document.of(row, outcome.layers)


def listed(documents: Iterable[Document]) -> frozenset[str]:
    """Lemmas that report often enough to be looked at; words mostly written large are names that the parser mistook."""
    reporting: collections.Counter[str] = collections.Counter()
    seen: collections.Counter[str] = collections.Counter()
    large: collections.Counter[str] = collections.Counter()
    for d in documents:
        cues = [r for cue, _ in d.gold for r in cue]
        for token in d.parse.tokens:
            if token.pos in ("VERB", "AUX", "NOUN", "ADJ", "ADV", "ADP", "SCONJ") and token.dep not in ("aux", "auxpass"):
                key = f"{token.pos}:{token.lemma.lower()}"
                seen[key] += 1
                large[key] += token.text[:1].isupper()
                reporting[key] += any(a < token.end and token.start < b for a, b in cues)
    return frozenset(k for k, n in reporting.items() if n >= 2 and n / seen[k] >= RATE and large[k] / seen[k] <= 0.6)


class Table:
    """Rows of named features, as a sparse matrix."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.columns: list[int] = []
        self.ends: list[int] = [0]

    def add(self, features: Iterable[str]) -> None:
        self.columns += [self.names.setdefault(f, len(self.names)) for f in features]
        self.ends.append(len(self.columns))

    def fit(self, labels: list[int], weights: list[float], strength: float) -> Linear:
        matrix = sp.csr_matrix((np.ones(len(self.columns), dtype=np.float32), self.columns, self.ends), shape=(len(labels), len(self.names)))
        matrix.data[:] = 1
        kept = np.flatnonzero(np.asarray((matrix > 0).sum(axis=0)).ravel() >= SEEN)
        names = sorted(self.names, key=self.names.__getitem__)
        model = LogisticRegression(C=strength, solver="liblinear", max_iter=300, random_state=0)
        model.fit(matrix[:, kept], labels, sample_weight=weights)
        learned = {names[k]: round(float(w), 2) for k, w in zip(kept, model.coef_[0], strict=True) if abs(w) >= SMALL}
        return Linear(round(float(model.intercept_[0]), 3), dict(sorted(learned.items())))


def learnt_words(documents: list[Document], lemmas: frozenset[str]) -> Linear:
    """Which words report."""
    words, labels = Table(), []
    for d in documents:
        seer = Seer(d.parse, d.text, d.actors, d.quoted)
        cues = [r for cue, _ in d.gold for r in cue]
        for token in d.parse.tokens:
            if may_report(d.parse, token, lemmas):
                words.add(seer.cue(token))
                labels.append(int(any(a < token.end and token.start < b for a, b in cues)))
    cue = words.fit(labels, [1.0] * len(labels), STRENGTH)
    print(f"{len(labels)} words, {sum(labels)} report, {len(cue.weights)} weights", flush=True)
    return cue


def learnt_stretches(documents: list[Document], lemmas: frozenset[str], cue: Linear) -> Linear:
    """Which stretch a word reports, each judged alone."""
    stretches, labels, weights = Table(), [], []
    for d in documents:
        proposer, seer = Proposer(d.parse, d.text, d.actors, d.quoted), Seer(d.parse, d.text, d.actors, d.quoted)
        for token in d.parse.tokens:
            if not may_report(d.parse, token, lemmas):
                continue
            own = seer.cue(token)
            if cue.probability(own) < CUE_FLOOR:
                continue
            for option in proposer.options(token):
                agreed = d.agreement((token.start, token.end), option.content)
                stretches.add(own + seer.option(option))
                labels.append(int(agreed >= 0.5))
                weights.append(agreed**2 if agreed >= 0.5 else 1.0)
    content = stretches.fit(labels, weights, STRENGTH)
    print(f"{len(labels)} stretches, {sum(labels)} right, {len(content.weights)} weights", flush=True)
    return content


def learnt_rivals(documents: list[Document], lemmas: frozenset[str]) -> Linear:
    """Which stretch a word reports, judged beside the others; the scores are those of models that have not seen the document."""
    table, labels, weights = Table(), [], []
    nothing = Linear(0.0, {})
    for fold in range(FOLDS):
        others = [d for n, d in enumerate(documents) if n % FOLDS != fold]
        cue = learnt_words(others, lemmas)
        first = AttributionModel(lemmas, cue, learnt_stretches(others, lemmas, cue), nothing, SHIPPED_CUE_FLOOR, FLOOR)
        for d in documents[fold::FOLDS]:
            options = list(scored(d.parse, d.text, d.actors, d.quoted, first))
            for s, features in zip(options, beside(d.parse, options), strict=True):
                token = d.parse[s.option.cue]
                agreed = d.agreement((token.start, token.end), s.option.content)
                table.add(features)
                labels.append(int(agreed >= 0.5))
                weights.append(agreed**2 if agreed >= 0.5 else 1.0)
    rivals = table.fit(labels, weights, STRENGTH / 2)
    print(f"{len(labels)} stretches beside others, {sum(labels)} right, {len(rivals.weights)} weights", flush=True)
    return rivals


def train(documents: list[Document]) -> AttributionModel:
    lemmas = listed(documents)
    cue = learnt_words(documents, lemmas)
    content = learnt_stretches(documents, lemmas, cue)
    return AttributionModel(lemmas, cue, content, learnt_rivals(documents, lemmas), SHIPPED_CUE_FLOOR, FLOOR)


def write(model: AttributionModel, path: Path) -> None:
    body = {
        "version": VERSION, "lemmas": sorted(model.lemmas), "cue_floor": model.cue_floor, "floor": model.floor,
        "cue": {"bias": model.cue.bias, "weights": dict(model.cue.weights)}, "content": {"bias": model.content.bias, "weights": dict(model.content.weights)},
        "rivals": {"bias": model.rivals.bias, "weights": dict(model.rivals.weights)},
    }  # fmt: skip
    path.write_text(json.dumps(body, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("--out", type=Path, default=TARGET)
    arguments = parser.parse_args()
    write(train(list(read(arguments.train))), arguments.out)


if __name__ == "__main__":
    main()
