"""Canonical JSON both ways, the schema, and the checks of the contract."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from onrecord.errors import RecordError
from onrecord.model.codec import check, from_plain, record_from_json, to_json, to_plain
from onrecord.model.record import Record
from onrecord.model.schema import json_schema
from onrecord.model.span import Span


def test_records_of_all_samples_round_trip_and_hold_their_contract(records: dict[str, Record]) -> None:
    for name, record in records.items():
        check(record)
        text = to_json(record)
        again = record_from_json(text)
        assert again == record or to_json(again) == text, name
        assert to_json(again) == text, name


def test_records_validate_against_the_schema(records: dict[str, Record]) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    for record in records.values():
        validator.validate(json.loads(to_json(record)))


def test_top_level_keys_stand_in_the_order_of_the_contract(records: dict[str, Record]) -> None:
    keys = list(to_plain(next(iter(records.values()))))
    assert keys == [
        "schema", "coder", "report", "entities", "places", "times", "quantities", "authorities", "events", "attributions", "claims", "disputes",
        "questions", "issues",
    ]  # fmt: skip


def test_unknown_keys_are_ignored_and_unknown_values_kept(records: dict[str, Record]) -> None:
    plain = to_plain(records["a1-planned-operation.txt"])
    plain["later"] = {"x": 1}
    plain["events"][0]["status"] = "some-later-status"
    record = from_plain(Record, plain)
    assert record.events[0].status == "some-later-status"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"report": 3}', '{"report": {}, "coder": {}}', "nan", "[" * 100_000])
def test_bad_json_is_a_record_error(text: str) -> None:
    with pytest.raises(RecordError):
        record_from_json(text)


def test_a_span_checks_itself() -> None:
    assert Span.of("abc", 1, 2).quote == "b"
    for start, end in ((2, 1), (0, 0), (0, 4), (-1, 2)):
        with pytest.raises(RecordError):
            Span.of("abc", start, end)
    with pytest.raises(RecordError):
        Span(0, 2, "abc")
    with pytest.raises(RecordError):
        Span(0, 1, "x").check("abc")


def test_check_finds_a_broken_quote_and_a_dangling_id(records: dict[str, Record]) -> None:
    record = records["b1-airstrike-first-report.txt"]
    with pytest.raises(RecordError):
        check(replace(record, report=replace(record.report, text="x" + record.report.text)))
    with pytest.raises(RecordError):
        check(replace(record, entities=()))
