"""Status: the ten labels, the five axes they are derived from, and the rule that gives an event its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Status = Literal["occurred", "ongoing", "planned", "proposed", "threatened", "hypothetical", "alleged", "denied", "negated", "failed"]
TimeAxis = Literal["past", "present", "future"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "suspected", "conditional"]
Phase = Literal["not_begun", "attempted", "cancelled", "under_way", "complete"]
Frame = Literal["none", "intention", "proposal", "threat", "accusation"]

# Strongest first; record.md, "Status". `denied` is not in it: a denial never outranks an assertion.
STRENGTH: tuple[Status, ...] = (
    "occurred", "ongoing", "failed", "alleged", "planned", "threatened", "proposed", "hypothetical", "negated",
)  # fmt: skip
LABELS: tuple[Status, ...] = (*STRENGTH, "denied")


@dataclass(frozen=True, slots=True)
class Axes:
    """The five axes of an assertion."""

    time: TimeAxis = "past"
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    phase: Phase = "complete"
    frame: Frame = "none"


def event_status(own: Iterable[Status], attributed: Iterable[Status]) -> Status:
    """The event's status from its assertions' statuses: `own` are the outlet's, body before headline, `attributed` its sources'.

    The outlet's own commitment where it speaks in its own voice, else the strongest assertion that is not a denial; `denied`
    only where nobody asserts the event and a source denies it; `hypothetical` where nothing at all is said.
    """
    outlet = tuple(own)
    for status in outlet:
        if status != "denied":
            return status
    # A denial whose source the text does not name ("Army denies shelling town" with no attribution found) is a denial still.
    given = (*outlet, *attributed)
    for status in STRENGTH:
        if status in given:
            return status
    return "denied" if "denied" in given else "hypothetical"
