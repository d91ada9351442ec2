"""What the trained disposer may overrule, with a model whose probabilities are known."""

import pytest

from onrecord.extract.factuality.disposer import Disposer
from onrecord.lexicon.weights import Thresholds
from onrecord.model.status import Axes


class Fixed:
    def __init__(self, **chances: float) -> None:
        self.chances = dict.fromkeys(("occurred", "ongoing", "planned", "proposed", "threatened", "hypothetical", "alleged", "denied", "negated", "failed"), 0.0) | chances

    def probabilities(self, features: list[str]) -> dict[str, float]:
        return self.chances


AT = Thresholds(deed=0.65, floor=0.25, undone=0.4, margin=0.0, plain=0.6, among=0.2, from_deed=0.2, to_deed=0.6, flip=0.5, sure=0.9)


@pytest.mark.parametrize("label", ["denied", "negated", "failed"])
def test_a_weak_guess_makes_no_denial_where_nothing_was_read(label):
    disposed = Disposer(Fixed(occurred=0.3, **{label: 0.38}), AT).dispose("occurred", Axes(), True, False, [])
    assert disposed.label == "occurred"
    assert not disposed.overruled


@pytest.mark.parametrize("label", ["denied", "negated", "failed"])
def test_a_strong_guess_does(label):
    disposed = Disposer(Fixed(occurred=0.1, **{label: 0.8}), AT).dispose("occurred", Axes(), True, False, [])
    assert disposed.label == label
    assert disposed.overruled


@pytest.mark.parametrize("label", ["denied", "negated", "failed"])
def test_a_weak_guess_does_where_a_deed_is_out_of_the_question(label):
    disposed = Disposer(Fixed(occurred=0.1, planned=0.3, **{label: 0.36}), AT).dispose("occurred", Axes(), True, False, [])
    assert disposed.label == label


def test_a_denial_needs_a_source():
    assert Disposer(Fixed(occurred=0.1, denied=0.8), AT).dispose("occurred", Axes(), False, False, []).label == "negated"


def test_a_weak_guess_still_takes_an_act_for_planned():
    assert Disposer(Fixed(occurred=0.3, planned=0.38), AT).dispose("occurred", Axes(), False, False, []).label == "planned"


def test_a_plain_past_tense_stands_against_all_but_a_very_strong_guess():
    assert Disposer(Fixed(occurred=0.1, hypothetical=0.65), AT).dispose("occurred", Axes(), False, False, [], plain=True).label == "occurred"
    assert Disposer(Fixed(occurred=0.1, hypothetical=0.65), AT).dispose("occurred", Axes(), False, False, []).label == "hypothetical"
    assert Disposer(Fixed(occurred=0.05, hypothetical=0.9), AT).dispose("occurred", Axes(), False, False, [], plain=True).label == "hypothetical"


@pytest.mark.parametrize("read", ["planned", "proposed", "threatened", "hypothetical", "alleged", "denied", "negated", "failed"])
def test_what_the_rules_read_as_no_deed_becomes_one_on_a_very_strong_guess_only(read):
    assert Disposer(Fixed(occurred=0.75, **{read: 0.2}), AT).dispose(read, Axes(), True, True, []).label == read
    assert Disposer(Fixed(occurred=0.95, **{read: 0.0}), AT).dispose(read, Axes(), True, True, []).label == "occurred"


@pytest.mark.parametrize("other", ["planned", "proposed", "threatened", "hypothetical", "alleged", "negated", "failed"])
def test_what_the_rules_read_as_a_deed_gives_way_to_a_middling_guess(other):
    assert Disposer(Fixed(occurred=0.3, **{other: 0.55}), AT).dispose("occurred", Axes(), True, True, []).label == other
    assert Disposer(Fixed(occurred=0.4, **{other: 0.45}), AT).dispose("occurred", Axes(), True, True, []).label == "occurred"


def test_two_labels_that_are_no_deeds_are_near_one_another():
    assert Disposer(Fixed(planned=0.2, threatened=0.5), AT).dispose("planned", Axes(), True, True, []).label == "threatened"
    assert Disposer(Fixed(planned=0.4, threatened=0.5), AT).dispose("planned", Axes(), True, True, []).label == "planned"
