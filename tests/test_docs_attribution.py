"""docs/attribution.md: every row of its tables comes out as it says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import Span

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "attribution.md").read_text(encoding="utf-8")


def table(*head: str) -> list[tuple[str, ...]]:
    """The rows of the page's table with these heads."""
    lines = PAGE.split("| " + " | ".join(head) + " |\n", 1)[1].splitlines()[1:]
    found: list[tuple[str, ...]] = []
    for line in lines:
        if not line.startswith("|"):
            break
        found.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
    assert len(found) > 1
    return found


def words(spans: Iterable[Span]) -> str:
    return " … ".join(span.quote for span in spans)


def coded(coder: Coder, sentence: str) -> Record:
    return coder.code(sentence, published="2025-03-05")


def named(record: Record, trigger: str) -> Event:
    return next(e for e in record.events if any(s.quote.startswith(trigger) for m in e.mentions for s in m.trigger))


@pytest.mark.parametrize("row", table("sentence", "source", "cue", "content"), ids=lambda r: str(r[0]))
def test_attributions(row: tuple[str, ...], ungated: Coder) -> None:
    found = [(words(a.source.spans) if a.source else "-", words(a.cue), words(a.content)) for a in coded(ungated, row[0]).attributions]
    assert row[1:] in found


@pytest.mark.parametrize("row", table("sentence", "source", "kind"), ids=lambda r: str(r[0]))
def test_kinds_of_source(row: tuple[str, ...], ungated: Coder) -> None:
    assert row[1:] in [(words(a.source.spans), a.source.kind) for a in coded(ungated, row[0]).attributions if a.source]


@pytest.mark.parametrize("row", table("sentence", "anonymity", "grounds"), ids=lambda r: str(r[0]))
def test_anonymity(row: tuple[str, ...], ungated: Coder) -> None:
    kept = [a.source.anonymity for a in coded(ungated, row[0]).attributions if a.source and a.source.anonymity]
    assert row[1:] in [(words(k.spans), k.grounds or "-") for k in kept]


@pytest.mark.parametrize("row", table("sentence", "event", "assertions", "event.status"), ids=lambda r: f"{r[0]} {r[1]}")
def test_assertions(row: tuple[str, ...], ungated: Coder) -> None:
    record = coded(ungated, row[0])
    event = named(record, row[1])
    sources = {a.id: words(a.source.spans) if a.source else "-" for a in record.attributions}
    told = "; ".join(f"{sources[a.attribution] if a.attribution else 'outlet'}: {a.status}" for a in event.assertions)
    assert (told, event.status) == row[2:]


@pytest.mark.parametrize("row", table("sentence", "kind"), ids=lambda r: str(r[0]))
def test_questions(row: tuple[str, ...], ungated: Coder) -> None:
    assert [q.kind for q in coded(ungated, row[0]).questions] == [row[1]]


@pytest.mark.parametrize("row", table("sentence", "authority", "kind", "for"), ids=lambda r: str(r[0]))
def test_authorities(row: tuple[str, ...], ungated: Coder) -> None:
    record = coded(ungated, row[0])
    triggers = {e.id: " ".join(s.quote for s in e.mentions[0].trigger) for e in record.events}
    found = [(a.name, a.kind, ", ".join(triggers[e] for e in a.events)) for a in record.authorities]
    assert found == ([] if row[1] == "-" else [row[1:]])


def test_a_nested_source_is_the_child_of_the_outer_one(ungated: Coder) -> None:
    record = coded(ungated, "The mayor said the police chief denied that guards had fired.")
    by_words = {words(a.source.spans): a for a in record.attributions if a.source}
    assert by_words["the police chief"].parent == by_words["The mayor"].id
