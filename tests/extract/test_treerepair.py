"""A repair that fails, or leaves no tree, leaves the parser's own, and the report says so."""

from dataclasses import replace

import pytest

from onrecord import Coder
from onrecord.extract.trees import treerepair
from onrecord.model.parse import Token


def row(heads: list[int]) -> list[Token]:
    return [Token(i, 2 * i, 2 * i + 1, "w", "w", "NOUN", "NN", "dep", head, 0, "", "") for i, head in enumerate(heads)]


@pytest.mark.parametrize(
    ("heads", "fault"),
    [
        ([1, 1, 1, 2], ""),
        ([0, 1, 1], ""),  # a sentence that the parser split has two roots
        ([1, 2, 0], "arcs in a circle"),
        ([0, 2, 1], "arcs in a circle"),
        ([0, 7], "an arc out of the sentence"),
    ],
)
def test_fault_of(heads: list[int], fault: str) -> None:
    assert treerepair.fault_of(row(heads), 0, len(heads)) == fault


def circle(tokens: list[Token], first: int, last: int) -> set[int]:
    for i in range(first, last):
        tokens[i] = replace(tokens[i], head=i + 1 if i + 1 < last else first)
    return {first}


def stumble(tokens: list[Token], first: int, last: int) -> set[int]:
    tokens[first] = replace(tokens[first], dep="broken")
    raise ValueError("list.remove(x): x not in list")


@pytest.mark.parametrize("rule", [circle, stumble])
def test_a_report_survives_a_failing_rule(coder: Coder, monkeypatch: pytest.MonkeyPatch, rule) -> None:
    text = "Rebels killed two guards in Goma. Police arrested a priest."
    whole = coder.code(text)
    monkeypatch.setattr(treerepair, "reattach", rule)
    record = coder.code(text)
    assert [e.type for e in record.events] == [e.type for e in whole.events]
    assert [(i.code, i.severity, i.spans[0].quote) for i in record.issues] == [
        ("tree_not_repaired", "info", "Rebels killed two guards in Goma."),
        ("tree_not_repaired", "info", "Police arrested a priest."),
    ]
    assert whole.issues == ()


def test_a_row_of_nouns_is_no_verb(ungated: Coder) -> None:
    record = ungated.code("Slovak ministers on Monday imposed travel bans and asset freezes on 14 Chadian officials.", published="2026-03-12")
    assert [(e.type, e.status) for e in record.events] == [("SANCTION", "occurred")]
    assert not record.attributions


def test_a_participle_behind_having_is_its_verb(ungated: Coder) -> None:
    record = ungated.code("Al-Shabaab denied having targeted civilians.", published="2026-03-12")
    assert [(e.type, e.status, [" ".join(s.quote for s in p.spans) for p in e.recipients]) for e in record.events] == [("ASSAULT", "denied", ["civilians"])]


def test_whom_somebody_accuses_in_a_clause_without_a_relative(ungated: Coder) -> None:
    record = ungated.code("Canberra expelled an envoy it accused of ordering an arson attack.", published="2026-03-12")
    names = {e.id: e.name for e in record.entities}
    ordering = next(e for e in record.events if any(s.quote == "ordering" for m in e.mentions for s in m.trigger))
    assert [names[a.entity] for a in ordering.actors] == ["envoy"]
