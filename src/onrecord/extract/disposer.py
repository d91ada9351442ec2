"""status: the trained disposer. The rules read first; where the words around them speak strongly against their reading, it decides."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.lexicon.weights import Classifier
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


@dataclass(frozen=True, slots=True)
class Disposed:
    """The label and axes to keep, the probability of the label, and whether the weights overruled the rules."""

    label: Status
    axes: Axes
    probability: float
    overruled: bool


@dataclass(frozen=True, slots=True)
class Disposer:
    """`deed`: below this probability of a deed (occurred or ongoing) nothing is given as one; `margin`: how much likelier than the
    rules' label another must be. Both were chosen by cross-validation on our own sentences (plans/)."""

    model: Classifier
    deed: float = 0.6
    margin: float = 0.1

    def dispose(self, label: Status, axes: Axes, attributed: bool, features: list[str]) -> Disposed:
        """What to make of the rules' label. A denial needs a source: without one it is the outlet's own negation."""
        chances = self.model.probabilities(features)
        real = sum(chances[d] for d in _DEEDS)
        allowed = {k: v for k, v in chances.items() if (k in _DEEDS) == (real >= self.deed)}
        best = max(allowed, key=lambda k: allowed[k])
        keep = label in allowed and allowed[best] - allowed[label] < self.margin
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
