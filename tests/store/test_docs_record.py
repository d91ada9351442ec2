"""docs/record.md is true: its tables are the tables, its SQL and its Python run."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from sqlalchemy import text

from onrecord.model.event import Assertion
from onrecord.model.span import words_of
from onrecord.model.status import Axes
from onrecord.store import Origin, Withdrawal, open_store
from onrecord.store.tables import metadata
from store_helpers import Coded, add

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "record.md").read_text(encoding="utf-8")


def test_every_table_and_every_column_named_exists() -> None:
    rows = [line.split("|") for line in DOCUMENT.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row[1])}
    assert named == {*metadata.tables, "report_words", "onrecord_schema"}
    for row in rows:
        tables = [metadata.tables[name] for name in re.findall(r"`(\w+)`", row[1]) if name in metadata.tables]
        columns = {column.name for table in tables for column in table.columns}
        for name in re.findall(r"`(\w+)`", row[3]):
            assert name in columns or not columns or name == "tsvector", (row[1], name)


def test_the_questions_run_and_answer(place: str, coded: tuple[Coded, ...]) -> None:
    questions = re.findall(r"```sql\n(.*?)```", DOCUMENT, re.DOTALL)
    assert len(questions) == 5
    first = coded[0].record
    attack = next(event for event in first.events if event.type == "ASSAULT")
    node = next(node for node in first.attributions if node.source and node.source.spans)
    told = (Assertion(None, "occurred", Axes()), *attack.assertions, Assertion(node.id, "denied", Axes(polarity="negative")))
    contested = replace(first, events=tuple(replace(event, assertions=told) if event.id == attack.id else event for event in first.events))
    with open_store(place, create=True) as store:
        add(store, [replace(coded[0], record=contested), *coded[1:]])
        with store.writer() as writer:
            writer.set_origins([Origin("o", "outlet", (coded[0].id, coded[1].id))])
        with store.view() as view:

            def answers(question: str) -> list[tuple[object, ...]]:
                return [tuple(row) for row in view.connection.execute(text(question.replace("MLI", "BRA")))]

            attacks, disputed, country, origins, issues = map(answers, questions)
        with store.writer() as writer:
            writer.set_withdrawals([Withdrawal(coded[1].id, coded[0].id, "retracts", "all of it")])
        with store.view() as view:
            assert answers(questions[2]) == []
    assert [row for row in attacks if str(row[1]).lower() == "rebels"] == [("2026-03", "Rebels", 2)]
    assert {row[2] for row in disputed} == {attack.id}
    assert {row[4] for row in disputed} == {words_of(node.source.spans)}  # type: ignore[union-attr]
    assert [row[:3] for row in country] == [("2026-03-04", "COERCE", "occurred")]
    assert ("Harbour Post", 2, 1) in origins
    assert {row[0] for row in issues} >= {"empty_text", "unsupported_language"}


def test_the_python_runs(tmp_path: Path, coded: tuple[Coded, ...], monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    with open_store("onrecord.db", create=True) as store:
        add(store, coded)
    code = re.search(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)
    assert code is not None
    values: dict[str, object] = {}
    exec(compile(code.group(1).replace('country="MLI"', 'country="MEX"'), "record.md", "exec"), values)
    assert values["text"] == coded[2].stored.data
