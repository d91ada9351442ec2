"""Canonical JSON both ways, the schema, and the checks of the contract."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

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
        assert to_json(again) == text, name
        assert [e.id for e in again.events] == [e.id for e in record.events], name
        assert again.report == record.report, name


def test_records_validate_against_the_schema(records: dict[str, Record]) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    validator = jsonschema.Draft202012Validator(json_schema())
    for record in records.values():
        validator.validate(json.loads(to_json(record)))


def test_the_schema_demands_every_key_of_every_object(records: dict[str, Record]) -> None:
    """Each key of a real record is taken out in turn, wherever it stands; only a span's `clean` may be absent."""
    validator = jsonschema.Draft202012Validator(json_schema())
    plain = json.loads(to_json(records["a1-planned-operation.txt"]))
    seen: set[str] = set()

    def walk(node: object, path: str) -> None:
        if isinstance(node, list):
            for item in node[:1]:
                walk(item, path)
        elif isinstance(node, dict):
            free = path.endswith((".derivation", ".area"))  # keys of these are no keys of the contract
            for key in list(node):
                if not free and key != "clean" and f"{path}.{key}" not in seen:
                    seen.add(f"{path}.{key}")
                    kept = dict(node)
                    del node[key]
                    assert not validator.is_valid(plain), f"{path}.{key} may be left out"
                    node.clear()
                    node.update(kept)
                walk(node[key], f"{path}.{key}")

    walk(plain, "record")
    assert len(seen) > 100
    validator.validate(plain)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("report.coded", "banana"), ("report.coded", None), ("schema", "onrecord/9"), ("report.text_id", "x"), ("events.0.status", "done"), ("events.0.type", "attack"),
        ("events.0.confidence", 1.5), ("events.0.id", ""), ("events.0.mentions", []), ("events.0.assertions", []), ("events.0.mentions.0.trigger.0.start", -1),
        ("events.0.mentions.0.trigger.0.start", 1.5), ("events.0.mentions.0.trigger.0.quote", ""), ("places.0.lat", 95), ("entities.0.kind", "robot"),
        ("attributions.0.form", "sung"), ("issues", {}), ("events.0.assertions.0.axes.time", "someday"),
    ],
)  # fmt: skip
def test_the_schema_refuses_what_no_record_may_say(path: str, value: object, records: dict[str, Record]) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    plain = json.loads(to_json(records["a1-planned-operation.txt"]))
    *steps, last = path.split(".")
    node: Any = plain
    for step in steps:
        node = node[int(step)] if step.isdigit() else node[step]
    assert last in node
    node[last] = value
    assert not validator.is_valid(plain)


def test_the_schema_lets_later_keys_pass(records: dict[str, Record]) -> None:
    plain = json.loads(to_json(records["a1-planned-operation.txt"]))
    plain["later"] = plain["events"][0]["later"] = {"x": 1}
    jsonschema.Draft202012Validator(json_schema()).validate(plain)


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
