"""GeoNames is named wherever its data stands: in records, in rows, under --explain; and only there."""

from __future__ import annotations

import json

import pytest

from onrecord import Coder, rows
from onrecord.cli.explain import explanation
from onrecord.gazetteer import LICENCE
from onrecord.model.codec import to_json

NAMED = f"Places: {LICENCE}"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Rebels attacked Goma on Monday.", True),
        ("Gunmen attacked an army post near the border with Chad.", True),
        ("Rebels attacked soldiers on Monday.", False),
        ("A tanker was attacked in the Gulf of Aden on Sunday.", False),  # a table of ours
    ],
)
def test_geonames_is_named_where_its_data_stands(ungated: Coder, text: str, named: bool) -> None:
    record = ungated.code(text, published="2026-03-04")
    assert json.loads(to_json(record))["coder"]["licences"] == [NAMED] * named
    assert {row["place_licence"] for row in rows(record)} <= {NAMED if named else None, None}
    assert all(row["place_licence"] for row in rows(record) if named and row["place"])
    assert (NAMED in explanation(record)) == named
