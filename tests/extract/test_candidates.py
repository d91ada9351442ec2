"""Candidates: companions, event nouns before other nouns, content of verbal acts, subjects that must be told, and everyday talk."""

from __future__ import annotations

from functools import lru_cache

import pytest

from onrecord import Coder
from onrecord.extract.candidates import find_candidates
from onrecord.lexicon.events import parse_where
from onrecord.model.layers import ActorLayer, Candidate
from onrecord.model.parse import Parse, Sentence, Token
from onrecord.readers import read_text


@lru_cache(maxsize=1)
def coder() -> Coder:
    return Coder(gate=False)


def candidates(text: str) -> tuple[Candidate, ...]:
    return coder().layers(read_text(text), stop="candidates").layers["candidates"]  # type: ignore[return-value]


def types(text: str) -> set[str]:
    return {c.type for c in candidates(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels opened fire on the convoy.", "ASSAULT"),
        ("Police took two clerks into custody.", "COERCE"),
        ("The clan took up arms against the governor.", "MOBILIZE"),
        ("Lawmakers held the generals to account for the raid.", "ACCUSE"),
    ],
)
def test_companions_are_arguments_of_the_head(text: str, kind: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The club took on a lawyer who had won custody of her son.",
        "The shop opened after a fire that had closed the street.",
        "The baker held a party to settle his account with the miller.",
    ],
)
def test_companions_are_not_taken_across_another_clause(text: str) -> None:
    assert not [c for c in candidates(text) if len(c.trigger) > 1]


@pytest.mark.parametrize(
    "text", ["He works at a detention center.", "The protest leader spoke on the radio.", "A strike force stood by.", "The curfew siren hung on a pole."]
)
def test_an_event_noun_before_another_noun_is_no_event(text: str) -> None:
    assert not candidates(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ceasefire agreement was signed in Torla.", "CONCEDE"),
        ("The kidnap attempt failed.", "ASSAULT"),
        ("The bombing campaign lasted a month.", "ASSAULT"),
        ("An arrest warrant was issued for the exile.", "THREATEN"),
    ],
)
def test_before_a_light_noun_or_with_a_rule_for_both_it_is_one(text: str, kind: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("The envoy urged the rebels to release the hostages.", "REQUEST", "yield"),
        ("After the release of the hostages the envoy urged the rebels to attend talks.", "REQUEST", "meet"),
        ("The council demanded the repeal of the law.", "REQUEST", "change"),
        ("The general, who had released the prisoners, refused to negotiate.", "REJECT", "meet"),
        ("The militia, whose talks with the government had failed, threatened to shell the port.", "THREATEN", "violence"),
    ],
)
def test_modes_come_from_what_is_asked_refused_or_threatened(text: str, kind: str, mode: str) -> None:
    assert any(c.type == kind and mode in c.modes for c in candidates(text)), candidates(text)


def test_a_told_subject_must_be_there() -> None:
    (open_, told) = (*parse_where("subj=@official", "t"), *parse_where("subj==@official", "t"))
    assert (open_.told, told.told, told.values) == (False, True, open_.values)
    assert "REQUEST" in types("The minister asked the council to send monitors.")
    assert "REQUEST" not in types("The apprentice was asked to sweep the yard.")


@pytest.mark.parametrize(
    "text",
    [
        "The singer praised the drummer on the new album.",
        "The retailer rejected the offer of its shareholders.",
        "Fans slammed the referee after the tournament.",
        "He urged her to stay.",
    ],
)
def test_verbal_acts_of_everyday_talk_are_no_events(text: str) -> None:
    assert not types(text) & {"SUPPORT", "REJECT", "ACCUSE", "REQUEST"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The president condemned the film festival.", "ACCUSE"),
        ("The company rejected the demands of the miners' union.", "REJECT"),
        ("Police fired tear gas at fans outside the stadium.", "ASSAULT"),
        ("Prosecutors charged the company's chief executive with fraud.", "ACCUSE"),
    ],
)
def test_public_parties_and_force_are_events_there_too(text: str, kind: str) -> None:
    assert kind in types(text)


def test_everyday_talk_is_told_by_the_report() -> None:
    film = "The album was sold to fans. The singer chose the studio. The producer paid for the video. The drummer wrote a ballad. "
    assert "CONCEDE" not in types(film + "Marlen Otto apologised.")
    assert "CONCEDE" in types("Rebels held the town. The army shelled the port. Marlen Otto apologised.")


def _parse(*words: tuple[str, str, str, str, str, int]) -> Parse:
    tokens, at = [], 0
    for i, (text, lemma, pos, tag, dep, head) in enumerate(words):
        tokens.append(Token(i, at, at + len(text), text, lemma, pos, tag, dep, head, 0))
        at += len(text) + 1
    return Parse(tuple(tokens), (Sentence(0, 0, len(tokens), 0, at, 0),))


@pytest.mark.parametrize(
    ("verb", "lemma", "kind"), [("re-arrested", "re-arrest", "COERCE"), ("de-escalated", "de-escalate", "CONCEDE"), ("counter-attacked", "counter-attack", "ASSAULT")]
)
def test_hyphenated_verbs(verb: str, lemma: str, kind: str) -> None:
    # As a parser gives them that keeps the word whole.
    parse = _parse(
        ("Soldiers", "soldier", "NOUN", "NNS", "nsubj", 1), (verb, lemma, "VERB", "VBD", "ROOT", 1),
        ("the", "the", "DET", "DT", "det", 3), ("rebels", "rebel", "NOUN", "NNS", "dobj", 1),
    )  # fmt: skip
    assert [c.type for c in find_candidates(parse, ActorLayer())] == [kind]


def test_another_prefix_is_another_verb() -> None:
    parse = _parse(
        ("Soldiers", "soldier", "NOUN", "NNS", "nsubj", 1), ("mock-attacked", "mock-attack", "VERB", "VBD", "ROOT", 1),
        ("the", "the", "DET", "DT", "det", 3), ("rebels", "rebel", "NOUN", "NNS", "dobj", 1),
    )  # fmt: skip
    assert not find_candidates(parse, ActorLayer())
