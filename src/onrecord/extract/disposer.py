"""status: the trained disposer. The rules read first; where the words around them speak strongly against their reading, it decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

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
    """The label and axes to keep, the probability of the label, and whether the weights overruled the rules."""

    label: Status
    axes: Axes
    probability: float
    overruled: bool


@dataclass(frozen=True, slots=True)
class Disposer:
    """`deed`: below this probability of a deed (occurred or ongoing) nothing is given as one. How much likelier than the rules' label another
    must be: `margin` where no operator was found, `margin_read` where the rules read one, `flip` where they read that it was not done ("will not accept") and the
    other says no such thing. `floor`: how likely the best other label must be by itself
    before a deed is taken for none; `undone`: the same for what says that the deed was not done, where no operator was found; `plain`: the margin for a
    finite past tense that nothing bears on ("struck", "has seized"), which news hardly ever uses for anything but a deed. `deed`, `margin`, `margin_read` and `floor` are
    chosen by cross-validation (training/train_status.py) with an eye on the record gold's dev half; `undone`, `plain` and `flip` by reading errors."""

    model: Model
    deed: float = 0.65
    margin: float = 0.0
    margin_read: float = 0.4
    floor: float = 0.25
    undone: float = 0.4
    plain: float = 0.6
    flip: float = 0.5

    def dispose(self, label: Status, axes: Axes, attributed: bool, read: bool, features: list[str], plain: bool = False) -> Disposed:
        """What to make of the rules' label; `plain` says that they saw a finite past tense and nothing else. A denial needs a source: without one it is
        the outlet's own negation."""
        chances = self.model.probabilities(features)
        real = sum(chances[d] for d in _DEEDS)
        if real < self.deed and max(v for k, v in chances.items() if k not in _DEEDS) < self.floor:
            real = self.deed
        allowed = {k: v for k, v in chances.items() if (k in _DEEDS) == (real >= self.deed)}
        best = max(allowed, key=lambda k: allowed[k])
        if best in _UNDONE and not read and chances[best] < self.undone:
            # Nothing in the words was read as a denial, a negation or a failure: a weak guess does not make one.
            best = label
            allowed[label] = chances[label]
        keep = (label in allowed or read) and chances[best] - chances[label] < (self._read(label, best) if read else self.margin)
        keep = keep or (plain and chances[best] - chances[label] < self.plain)
        chosen = label if keep else best
        if chosen == "denied" and not attributed:
            chosen = "negated"
        probability = round(chances.get(chosen, 0.0) + (chances["denied"] if chosen == "negated" and not attributed else 0.0), 3)
        if chosen == label:
            return Disposed(label, axes, probability, False)
        made = AXES[chosen]
        if axes.time == "past" and chosen in ("hypothetical", "alleged", "negated", "denied"):
            made = replace(made, time=axes.time)
        return Disposed(chosen, made, probability, True)  # type: ignore[arg-type]

    def _read(self, label: Status, best: str) -> float:
        """The margin against a label that the rules read from operators."""
        return self.flip if label in _UNDONE and best not in _UNDONE else self.margin_read
