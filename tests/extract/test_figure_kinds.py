"""Which outcome a figure tells: the deed's before that of the word for the people. All sentences are ours."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.span import words_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The junta freed nine prisoners on Friday.", "released"),
        ("Guards killed nine prisoners at the quarry.", "killed"),
        ("Nine captives were wounded by guards.", "injured"),
        ("The quarry camp holds 300 detainees.", "detained"),
        ("Two clans exchanged 60 prisoners at the ford.", "released"),
    ],
)
def test_the_deed_tells_the_outcome(text: str, kind: str, ungated: Coder) -> None:
    assert [q.kind for q in ungated.code(text, published="2025-03-05").quantities] == [kind]


@pytest.mark.parametrize(
    ("text", "tellers"),
    [
        ("The hospital has counted 11 dead.", ["The hospital"]),
        ("The surveyors counted 11 breaches.", []),  # no outcome: the weights alone decide
    ],
)
def test_who_counts_tells_the_figure(text: str, tellers: list[str], ungated: Coder) -> None:
    record = ungated.code(text, published="2025-03-05")
    nodes = {a.id: words_of(a.source.spans) for a in record.attributions if a.source is not None}
    assert [nodes[a] for q in record.quantities for a in q.attributions] == tellers


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("One of the wounded later died in hospital.", [("killed", 1)]),
        ("One of the wounded was flown to hospital.", [("injured", 1)]),
        ("Police seized 40 rifles, 12 pistols and six grenades.", [("weapons", 40), ("weapons", 12), ("weapons", 6)]),
    ],
)
def test_counts_of_the_dead_and_of_arms(ungated: Coder, text: str, counted: list[tuple[str, int]]) -> None:
    assert [(q.kind, q.min) for q in ungated.code(text, published="2026-03-12").quantities] == counted
