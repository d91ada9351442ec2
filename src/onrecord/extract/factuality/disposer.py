"""status: the trained disposer. The rules read first; where the words around them speak strongly against their reading, it decides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Protocol

from onrecord.lexicon.weights import Thresholds
from onrecord.model.status import Axes, Status

# The axes that stand for a label where the words, and no operator, told it.
AXES: dict[str, Axes] = {
    "occurred": Axes(),
    "ongoing": Axes(time="present", phase="under_way"),
    "planned": Axes(time="future", phase="not_begun", frame="intention"),
    "proposed": Axes(time="future", phase="not_begun", frame="proposal"),
    "threatened": Axes(time="future", phase="not_begun", frame="threat"),
    "hypothetical": Axes(certainty="possible"),
    "alleged": Axes(certainty="suspected"),
    "denied": Axes(polarity="negative"),
    "negated": Axes(polarity="negative"),
    "failed": Axes(polarity="negative", phase="attempted"),
}
_DEEDS = ("occurred", "ongoing")
_UNDONE = ("denied", "negated", "failed")


class Model(Protocol):
    """What gives each label a probability: `onrecord.lexicon.weights.Classifier`."""

    def probabilities(self, features: list[str]) -> dict[str, float]: ...


@dataclass(frozen=True, slots=True)
class Disposed:
    """The label and axes to keep, the probability of the label, whether the weights overruled the rules, and how likely they hold it that it is a deed at all."""

    label: Status
    axes: Axes
    probability: float
    overruled: bool
    real: float


@dataclass(frozen=True, slots=True)
class Disposer:
    """`model` gives the probabilities, `thresholds` say when they count; both come from one file, made by training/train_status.py: `deed`, `floor`, `among`, `from_deed`
    and `to_deed` are chosen by cross-validation, `undone`, `margin`, `plain` and `flip` by reading errors."""

    model: Model
    thresholds: Thresholds

    def dispose(self, label: Status, axes: Axes, attributed: bool, read: bool, features: list[str], plain: bool = False, barred: Collection[str] = ()) -> Disposed:
        """What to make of the rules' label; `plain` says that they saw a finite past tense and nothing else, `barred` which labels the act cannot have. A denial
        needs a source: without one it is the outlet's own negation."""
        at = self.thresholds
        chances = self.model.probabilities(features)
        if left := sum(chances[k] for k in barred if k != label):
            chances = {k: 0.0 if k in barred and k != label else v / (1.0 - left) for k, v in chances.items()}
        real = sum(chances[d] for d in _DEEDS)
        # Where what else it could be lies scattered, or is not half as likely, a deed stays one.
        scattered = max(v for k, v in chances.items() if k not in _DEEDS) < max(at.floor, real / 2)
        allowed = {k: v for k, v in chances.items() if (k in _DEEDS) == (real >= at.deed or scattered)}
        best = max(allowed, key=lambda k: allowed[k])
        if best in _UNDONE and not read and chances[best] < min(at.undone, 2 * real):
            # Nothing in the words was read as a denial, a negation or a failure: a weak guess does not make one, unless a deed is out of the question.
            best = label
            allowed[label] = chances[label]
        keep = (label in allowed or read) and chances[best] - chances[label] < (self._read(label, best) if read else at.margin)
        keep = keep or (plain and chances[best] - chances[label] < at.plain)
        chosen = label if keep else best
        if chosen == "denied" and not attributed:
            chosen = "negated"
        probability = round(chances.get(chosen, 0.0) + (chances["denied"] if chosen == "negated" and not attributed else 0.0), 3)
        if chosen == label:
            return Disposed(label, axes, probability, False, real)
        made = AXES[chosen]
        if axes.time == "past" and chosen in ("hypothetical", "alleged", "negated", "denied"):
            made = replace(made, time=axes.time)
        return Disposed(chosen, made, probability, True, real)  # type: ignore[arg-type]

    def _read(self, label: Status, best: str) -> float:
        """The margin against a label that the rules read from operators."""
        if label in _UNDONE and best not in _UNDONE:
            return max(self.thresholds.flip, self.thresholds.to_deed) if best in _DEEDS else self.thresholds.flip
        if (label in _DEEDS) == (best in _DEEDS):
            return self.thresholds.among
        return self.thresholds.to_deed if best in _DEEDS else self.thresholds.from_deed
