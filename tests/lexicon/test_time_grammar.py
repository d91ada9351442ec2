"""Every rule of the time grammar finds what its example says, and nothing in its counter-example."""

from __future__ import annotations

import re

import pytest

from onrecord.extract.temporal.timecalendar import Calendar
from onrecord.extract.temporal.timeresolve import Resolver
from onrecord.extract.temporal.timex import expressions
from onrecord.lexicon.times import TimeRule, calendar_words, grammar, timely


@pytest.mark.parametrize("rule", grammar(), ids=lambda r: r.name)
def test_the_rule_finds_its_example(rule: TimeRule) -> None:
    """Of two times in one match, another rule may read the second."""
    found = [e for e in expressions(rule.example, 0, len(rule.example)) if rule.example[e.start : e.end] in rule.found]
    assert tuple(rule.example[e.start : e.end] for e in found) == rule.found
    assert rule.name in {e.rule for e in found}


@pytest.mark.parametrize("rule", [r for r in grammar() if r.counter], ids=lambda r: r.name)
def test_the_rule_is_silent_on_its_counter_example(rule: TimeRule) -> None:
    assert not [e for e in expressions(rule.counter, 0, len(rule.counter)) if e.rule == rule.name]


@pytest.mark.parametrize("rule", grammar(), ids=lambda r: r.name)
def test_the_rule_has_a_meaning_and_passes_the_first_look(rule: TimeRule) -> None:
    assert hasattr(Resolver, f"_{rule.name}") or hasattr(Calendar, f"_{rule.name}")
    assert timely().search(rule.example)


def test_every_word_of_the_calendar_is_looked_for() -> None:
    """A class that no pattern names would be dead data."""
    patterns = " ".join(r.pattern.pattern for r in grammar())
    for kind, words in calendar_words().items():
        if kind == "weekday_short":
            continue
        assert all(re.split(r"[\s'-]", w)[0] in patterns for w in words), kind
