"""No two things of one record share an id: what `onrecord verify` asks of every record holds for every record that is made."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from onrecord import Coder
from onrecord.extract.disagreement.statements import StatementReader
from onrecord.model.attribution import Attribution
from onrecord.model.codec import to_json
from onrecord.model.layers import AttributionLayer
from onrecord.model.record import Record
from onrecord.readers import read_text


def doubled(record: Record) -> list[str]:
    """Ids that two things of the record's lists have."""
    found: Counter[str] = Counter()
    for value in json.loads(to_json(record)).values():
        if isinstance(value, list):
            found.update(_id(one) for one in value)
    return [key for key, count in found.items() if count > 1]


def _id(one: Any) -> str:
    return str(one["id"])


def test_ids_of_the_samples_are_distinct(records: dict[str, Record]) -> None:
    assert {name: doubled(record) for name, record in records.items()} == {key: [] for key in records}


@pytest.mark.shared
def test_ids_of_real_pages_are_distinct(coder: Coder, shared: Path) -> None:
    pages = sorted((shared / "corpora" / "raw" / "html").glob("*.html"))[:12]
    assert [(p.name, d) for p in pages if (d := doubled(coder.code_path(p)))] == []


def test_a_statement_at_a_cue_that_is_taken_gets_an_id_of_its_own(coder: Coder) -> None:
    received = read_text("The mayor said rebels attacked the port.")
    layers = coder.layers(received).layers
    known = layers["attributions"]
    assert isinstance(known, AttributionLayer)
    reader = StatementReader(received.report.id, layers["clean"], layers["parse"], layers["actors"], known, "1")  # type: ignore[arg-type]
    (statement,) = (s for s in reader.read().told if s.attribution == known.attributions[0].id)
    made: list[Attribution] = []
    apart = [reader.apart(known.attributions[0], statement, made).attribution for _ in range(2)]
    assert len({known.attributions[0].id, *apart}) == 3
    assert [a.id for a in made] == apart
