"""What a deed leads to behind who says it, who announces what he will do, and whose statement goes on."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of


def told(record: Record) -> list[tuple[str, list[str], list[str]]]:
    """Of each event the trigger words of all mentions, who did it, and on whose word."""
    names = {e.id: e.name for e in record.entities}
    sources = {a.id: (names.get(a.source.entity or "", words_of(a.source.spans)) if a.source else "nobody") for a in record.attributions}
    return [("/".join(words_of(m.trigger) for m in e.mentions), [names[p.entity] for p in e.actors], [sources[a.attribution] if a.attribution else "outlet" for a in e.assertions]) for e in record.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked a convoy on Monday, the army said, killing 14 soldiers.", [("attacked/killing", ["Rebels"], ["army"])]),
        ("A bomb exploded in Lom on Monday, officials said, wounding six people.", [("exploded/wounding", [], ["officials"])]),
        ("Gunmen stormed a village on Sunday, police said, setting houses ablaze.", [("stormed", ["Gunmen"], ["Police"]), ("setting … ablaze", ["Gunmen"], ["Police"])]),
        ("The mayor was shot on Monday, police said, citing witnesses.", [("shot", [], ["Police"])]),
        ("The union welcomed the release but said it would strike on Monday.", [("welcomed", ["union"], ["outlet"]), ("strike", ["union"], ["union"])]),
        ("The convoy was hit near Lom on Monday, according to an army statement. It said 21 attackers had been killed.", [("hit", [], ["an army statement"]), ("killed", [], ["army"])]),
    ],
)
def test_who_did_it_and_who_says_so(text: str, expected: list[tuple[str, list[str], list[str]]], ungated: Coder) -> None:
    found = told(ungated.code(text, published="2026-03-12"))
    assert [(words, who, [v.lower() for v in voices]) for words, who, voices in found] == [(words, who, [v.lower() for v in voices]) for words, who, voices in expected]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Foreign Minister Winston Marsh refused to confirm her identity. He said a team was on its way.", ["Winston Marsh", "Winston Marsh"]),
        ("The far-right Vox said it would back the motion.", ["Vox"]),
        ("“They fired at us,” said Issouf Kone, who speaks for the Cell 39 movement.", ["Issouf Kone"]),
        ("The home minister suspended three officers and named a retired judge to head an inquiry.", []),
    ],
)
def test_who_speaks(text: str, speakers: list[str], ungated: Coder) -> None:
    record = ungated.code(text, published="2026-03-12")
    names = {e.id: e.name for e in record.entities}
    assert [names[a.source.entity] for a in record.attributions if a.source and a.source.entity] == speakers
    assert len(record.attributions) == len(speakers)


@pytest.mark.parametrize(
    ("text", "claim", "against"),
    [
        ("Rebels attacked a convoy on Monday, the army said, killing 14 soldiers. It said 21 attackers had been killed. The rebels put the number of dead soldiers at 40.", "killing 14 soldiers", ["The rebels"]),
        ("Marsh said no ransom had been paid. Her brother, Ivo Weil, contradicted him, telling the radio that relatives had handed over part of it.", "no ransom had been paid", ["Her brother, Ivo Weil"]),
        ("The minister said that nobody was hurt. The mayor contradicted the minister, saying that six people were in hospital.", "nobody was hurt", ["The mayor"]),
    ],
)
def test_what_is_disputed_and_by_whom(text: str, claim: str, against: list[str], ungated: Coder) -> None:
    record = ungated.code(text, published="2026-03-12")
    sources = {a.id: words_of(a.source.spans) if a.source else "" for a in record.attributions}
    (dispute,) = record.disputes
    told = next(c for c in record.claims if c.id == dispute.claim)
    assert claim in words_of(told.spans)
    assert [sources[a] for s in dispute.sides if s.stance == "denies" for a in s.attributions] == against


def test_nobody_is_set_against_another_who_speaks_of_something_else(ungated: Coder) -> None:
    assert ungated.code("The minister said that nobody was hurt. The mayor said the road was open.", published="2026-03-12").disputes == ()


BODY = "\n\nLOM, March 12 (Reuters) - Officials met on Thursday."


@pytest.mark.parametrize(
    ("headline", "trigger", "who"),
    [
        ("Rebels shell village in north Chad", "shell", ["Rebels"]),
        ("Chadian police storm herders' blockade", "storm", ["Chadian police"]),
        ("Curfew in Lom after protesters torch party office", "torch", ["protesters"]),
        ("Two dead as troops storm prison in Lom", "storm", ["troops"]),
    ],
)
def test_headlines_tell_attacks_by_words_that_are_nouns_as_well(headline: str, trigger: str, who: list[str], ungated: Coder) -> None:
    assert (trigger, who, ["outlet"]) in told(ungated.code(headline + BODY, published="2026-03-12"))


@pytest.mark.parametrize("headline", ["Workers strike ballot closes", "Police bomb squad in Lom", "Police shell company probed"])
def test_headlines_of_nouns_tell_none(headline: str, ungated: Coder) -> None:
    assert [words for words, _, _ in told(ungated.code(headline + BODY, published="2026-03-12")) if words in ("strike", "bomb", "shell")] == []
