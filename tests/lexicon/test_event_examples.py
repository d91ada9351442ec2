"""Every event rule fires on its own example and stays silent on its counter-example."""

from __future__ import annotations

from functools import lru_cache

import pytest

from onrecord import Coder
from onrecord.lexicon.events import EventRule, event_lexicon
from onrecord.model.layers import Candidate
from onrecord.readers import read_text


@lru_cache(maxsize=1)
def coder() -> Coder:
    return Coder(gate=False)


def candidates(sentence: str) -> tuple[Candidate, ...]:
    outcome = coder().layers(read_text(sentence), stop="candidates")
    return outcome.layers.get("candidates", ())  # type: ignore[return-value]


def by_type(kind: str) -> list[EventRule]:
    return [r for r in event_lexicon().rules if r.type == kind]


@pytest.mark.parametrize("kind", sorted({r.type for r in event_lexicon().rules}))
def test_every_rule_fires_on_its_example(kind: str) -> None:
    silent = [r.id for r in by_type(kind) if all(c.type != kind for c in candidates(r.example))]
    assert not silent, f"{len(silent)} rules of {kind} do not fire on their examples"


@pytest.mark.parametrize("kind", sorted({r.type for r in event_lexicon().rules if r.counter}))
def test_no_rule_fires_on_its_counter_example(kind: str) -> None:
    loud = [r.id for r in by_type(kind) if r.counter and any(c.rule == r.id for c in candidates(r.counter))]
    assert not loud
