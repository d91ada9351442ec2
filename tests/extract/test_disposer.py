"""What the trained disposer may overrule, with a model whose probabilities are known."""

import pytest

from onrecord.extract.disposer import Disposer
from onrecord.model.status import Axes


class Fixed:
    def __init__(self, **chances: float) -> None:
        self.chances = dict.fromkeys(("occurred", "ongoing", "planned", "proposed", "threatened", "hypothetical", "alleged", "denied", "negated", "failed"), 0.0) | chances

    def probabilities(self, features: list[str]) -> dict[str, float]:
        return self.chances


@pytest.mark.parametrize("label", ["denied", "negated", "failed"])
def test_a_weak_guess_makes_no_denial_where_nothing_was_read(label):
    disposed = Disposer(Fixed(occurred=0.3, **{label: 0.38})).dispose("occurred", Axes(), True, False, [])
    assert disposed.label == "occurred"
    assert not disposed.overruled


@pytest.mark.parametrize("label", ["denied", "negated", "failed"])
def test_a_strong_guess_does(label):
    disposed = Disposer(Fixed(occurred=0.1, **{label: 0.8})).dispose("occurred", Axes(), True, False, [])
    assert disposed.label == label
    assert disposed.overruled


def test_a_denial_needs_a_source():
    assert Disposer(Fixed(occurred=0.1, denied=0.8)).dispose("occurred", Axes(), False, False, []).label == "negated"


def test_a_weak_guess_still_takes_an_act_for_planned():
    assert Disposer(Fixed(occurred=0.3, planned=0.38)).dispose("occurred", Axes(), False, False, []).label == "planned"


def test_a_plain_past_tense_stands_against_all_but_a_very_strong_guess():
    assert Disposer(Fixed(occurred=0.1, hypothetical=0.65)).dispose("occurred", Axes(), False, False, [], plain=True).label == "occurred"
    assert Disposer(Fixed(occurred=0.1, hypothetical=0.65)).dispose("occurred", Axes(), False, False, []).label == "hypothetical"
    assert Disposer(Fixed(occurred=0.05, hypothetical=0.9)).dispose("occurred", Axes(), False, False, [], plain=True).label == "hypothetical"
