"""Canonical JSON of the record's types, both ways: declared key order, no spaces, confidence in three decimals.

Keys are the field names, `from_` written `from`. A span's `clean` is left out where it says nothing. Unknown keys are ignored and unknown values of
enumerations kept, so that an older reader opens a newer record.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from onrecord.errors import RecordError
from onrecord.model.record import Record
from onrecord.model.span import Span

T = TypeVar("T")
_KEYS = {"from_": "from"}
_PARTS_FIRST = ("schema", "coder", "report")


def to_plain(value: object) -> Any:
    """Dicts, lists and scalars of any of the record's types."""
    if is_dataclass(value) and not isinstance(value, type):
        names = [f.name for f in fields(value)]
        if isinstance(value, Record):
            names.sort(key=lambda n: _PARTS_FIRST.index(n) if n in _PARTS_FIRST else len(_PARTS_FIRST))
        plain = {_KEYS.get(name, name): to_plain(getattr(value, name)) for name in names}
        if isinstance(value, Span) and value.clean is None:
            del plain["clean"]
        return plain
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(to_plain(item) for item in value)
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, float):
        return round(value, 6)
    return value


def to_json(value: object, indent: int | None = None) -> str:
    """Canonical JSON text; with `indent` for people. The same value always gives the same text."""
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(to_plain(value), ensure_ascii=False, separators=separators, indent=indent, allow_nan=False)


def from_plain(kind: type[T], data: object) -> T:
    """The value of type `kind` that `data` spells. Raises RecordError naming the place where it does not."""
    return cast(T, _read(kind, data, kind.__name__))


def record_from_json(text: str) -> Record:
    """A record from its JSON. Raises RecordError where it is no JSON or breaks the contract."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"no JSON: {error}") from error
    return from_plain(Record, data)


class _Misread(Exception):
    """Data that do not spell a type: why, and the way to the place, innermost step first."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.way: list[str] = []


_Reader = Callable[[Any], Any]


def _read(kind: Any, data: object, at: str) -> object:
    try:
        return _reader(kind)(data)
    except _Misread as error:
        raise RecordError(f"{at}{''.join(reversed(error.way))}: {error.reason}") from error.__cause__


@lru_cache(maxsize=256)
def _reader(kind: Any) -> _Reader:
    """What reads values of a type: worked out once a type, for records have thousands of values."""
    origin = get_origin(kind)
    if kind is Any or origin is Literal:
        return lambda data: data
    if origin in (Union, types.UnionType):
        some = _reader(next(o for o in get_args(kind) if o is not type(None)))
        return lambda data: None if data is None else some(data)
    if origin is tuple:
        return _list_reader(_reader(get_args(kind)[0]))
    if origin is frozenset:
        items = _list_reader(_reader(get_args(kind)[0]))
        return lambda data: frozenset(items(data))
    if origin is dict:
        return _dict_reader(_reader(get_args(kind)[1]))
    if is_dataclass(kind):
        return _object_reader(cast(type, kind))
    return _scalar_reader(kind)


def _scalar_reader(kind: type) -> _Reader:
    def read(data: Any) -> Any:
        if type(data) is kind:
            return data
        if kind is float and isinstance(data, int) and not isinstance(data, bool):
            return float(data)
        if not isinstance(data, kind) or (kind is int and isinstance(data, bool)):
            raise _Misread(f"expected {kind.__name__}, found {type(data).__name__}")
        return data

    return read


def _list_reader(item: _Reader) -> _Reader:
    def read(data: Any) -> Any:
        if not isinstance(data, list):
            raise _Misread("expected a list")
        made: list[Any] = []
        try:
            for one in data:
                made.append(item(one))
        except _Misread as error:
            error.way.append(f"[{len(made)}]")
            raise
        return tuple(made)

    return read


def _dict_reader(item: _Reader) -> _Reader:
    def read(data: Any) -> Any:
        if not isinstance(data, dict):
            raise _Misread("expected an object")
        key = ""
        made: dict[str, Any] = {}
        try:
            for key, one in data.items():
                made[str(key)] = item(one)
        except _Misread as error:
            error.way.append(f".{key}")
            raise
        return made

    return read


def _object_reader(kind: type) -> _Reader:
    known: list[tuple[str, str, _Reader]] = []

    def read(data: Any) -> Any:
        if not isinstance(data, dict):
            raise _Misread("expected an object")
        if not known:  # here, for a type may hold its own kind
            hints = get_type_hints(kind)
            known.extend((f.name, _KEYS.get(f.name, f.name), _reader(hints[f.name])) for f in fields(kind) if f.init)
        key = ""
        arguments: dict[str, Any] = {}
        try:
            for name, key, item in known:
                if key in data:
                    arguments[name] = item(data[key])
        except _Misread as error:
            error.way.append(f".{key}")
            raise
        try:
            return kind(**arguments)
        except TypeError as error:
            raise _Misread(str(error)) from error

    return read


def check(record: Record) -> None:
    """Raise RecordError unless every span's quote stands in `report.text`, every id referred to exists, and what may repeat another event leads to one that repeats none."""
    for span in spans_in(record):
        span.check(record.report.text)
    parts = (record.entities, record.places, record.times, record.quantities, record.authorities, record.events, record.attributions, record.claims,
             record.disputes, record.questions, record.issues)  # fmt: skip
    ids = [item.id for part in parts for item in part]
    if len(ids) != len(set(ids)):
        twice = next(i for i in ids if ids.count(i) > 1)
        raise RecordError(f"the id {twice} stands for two things")
    known = set(ids)
    for identity in references(record):
        if identity not in known:
            raise RecordError(f"nothing has the id {identity}")
    _leads_somewhere({e.id: e.may_repeat for e in record.events}, "event", "repeat")
    _leads_somewhere({e.id: e.may_be for e in record.entities}, "entity", "be")


def _leads_somewhere(told: Mapping[str, str | None], what: str, verb: str) -> None:
    """Raises RecordError where something may be (or repeat) what is none of its kind, or itself over others."""
    for one, aim in told.items():
        target, met = aim, {one}
        while target is not None:
            if target not in told:
                raise RecordError(f"the {what} {one} may {verb} {target}, which is no {what}")
            if target in met:
                raise RecordError(f"the {what} {one} may {verb} itself")
            met.add(target)
            target = told[target]


def spans_in(value: object) -> Iterator[Span]:
    """Every span below a value."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for f in fields(value):
            yield from spans_in(getattr(value, f.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)


def references(record: Record) -> Iterator[str]:
    """Every id that some part of the record refers to."""
    for event in record.events:
        yield from (p.entity for p in (*event.actors, *event.recipients))
        yield from (p.place for p in event.places)
        yield from (t.time for t in event.times)
        yield from (a.attribution for a in event.assertions if a.attribution is not None)
        yield from (r.event for r in event.relations)
        yield from (event.may_repeat,) if event.may_repeat is not None else ()
    for node in record.attributions:
        yield from (a.id for a in node.about)
        yield from (i for i in (node.parent, node.source.entity if node.source else None) if i is not None)
    for quantity in record.quantities:
        yield from (*((quantity.event,) if quantity.event else ()), *quantity.attributions, *quantity.conceded_by)
    for authority in record.authorities:
        yield from (*authority.invoked_by, *authority.contested_by, *authority.events)
    for place in record.places:
        yield from place.relation.anchors if place.relation else ()
    for entity in record.entities:
        yield from entity.members
        yield from (entity.may_be,) if entity.may_be is not None else ()
    for claim in record.claims:
        yield from (a.id for a in claim.about)
    for dispute in record.disputes:
        yield from (dispute.claim, *(a for s in dispute.sides for a in s.attributions))
    for question in record.questions:
        yield from (*question.about, *((question.attribution,) if question.attribution else ()))
