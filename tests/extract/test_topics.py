"""Contexts: what an event is about, from its parties and the words of its sentences, its paragraph and the title."""

from __future__ import annotations

from functools import lru_cache

import pytest

from onrecord import Coder
from onrecord.lexicon.contexts import NO_CONTEXT, PartyRule, context_tagger, party_rules
from onrecord.model.event import Event


@lru_cache(maxsize=1)
def coder() -> Coder:
    return Coder()


def contexts(text: str, kind: str | None = None) -> set[str]:
    events: tuple[Event, ...] = coder().code(text).events
    assert events, text
    return {c for e in events for c in e.contexts if kind is None or e.type == kind}


@pytest.mark.parametrize("rule", party_rules(), ids=lambda r: f"{r.context}-{r.parties}")
def test_what_the_parties_tell(rule: PartyRule) -> None:
    assert rule.context in contexts(rule.example)
    assert rule.context not in contexts(rule.counter)


def test_every_context_is_one_of_plover_and_has_terms() -> None:
    named = {context for group in context_tagger().terms.values() for _, context, _ in group}
    assert len(named - {NO_CONTEXT}) == 37
    assert {r.context for r in party_rules()} <= named


def test_a_title_inside_a_longer_title_counts_once() -> None:
    """A prime minister is not a minister besides: a routine mention of one is no context."""
    assert "executive" not in contexts("The prime minister visited a dairy in Teluk.")
    assert "executive" in contexts("The prime minister met rivals over a cabinet reshuffle.")


def test_a_place_s_name_tells_no_context() -> None:
    assert "trafficking" not in contexts("Soldiers attacked a village in Ivory Coast.")
    assert "trafficking" in contexts("Rangers seized ivory and arrested a smuggler.")


def test_a_group_that_acts_is_more_than_a_quarter_named_after_it() -> None:
    assert "religion_ethnicity" in contexts("Christian militiamen attacked a convoy.")
    assert "religion_ethnicity" not in contexts("Gunmen attacked a convoy near the Christian quarter.")


def test_who_says_so_is_not_what_it_is_about() -> None:
    assert "legal" not in contexts("Two gunmen attacked the depot, a lawyer said.")
    assert "legal" in contexts("A lawyer accused the depot's owner of fraud.")


def test_title_and_paragraph_add_to_what_the_sentence_tells() -> None:
    """A constituency is a weak sign of an election; with a paragraph about one it is enough. A sentence without any sign gets nothing from its paragraph."""
    around = "The parliamentary election is on Sunday. Polling stations open at seven."
    told, silent = "A crowd attacked a house in the constituency.", "A crowd attacked a house in the valley."
    assert "election" not in contexts(told)
    assert "election" in contexts(f"{told} {around}", kind="ASSAULT")
    assert "election" in contexts(f"Polling stations open for parliamentary election\n\n{told}", kind="ASSAULT")
    assert "election" not in contexts(f"{silent} {around}", kind="ASSAULT")


def test_each_context_comes_once_and_those_of_the_words_are_few() -> None:
    for event in coder().code("Army officers seized power, dissolved parliament and jailed the president and several judges.").events:
        assert len(set(event.contexts)) == len(event.contexts) <= 8
