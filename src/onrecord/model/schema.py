"""The JSON Schema (2020-12) of the record, derived from its types.

It says what this version writes: every key, and the values of enumerations that it knows. Keys may be added and enumerations may grow in later versions, so a
record is validated with the schema of the version that wrote it (`coder.version`); `record_from_json` keeps values that it does not know.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from onrecord.model.record import SCHEMA, Record

# Keys that are left out where they say nothing, and what the types alone do not tell of the others.
_OPTIONAL = frozenset({("Span", "clean")})
_LIMITS: dict[tuple[str, str], dict[str, Any]] = {
    ("Record", "schema"): {"const": SCHEMA},
    ("Span", "start"): {"minimum": 0},
    ("Span", "end"): {"minimum": 1},
    ("Span", "quote"): {"minLength": 1},
    ("Edit", "start"): {"minimum": 0},
    ("Edit", "end"): {"minimum": 1},
    ("Report", "text_id"): {"pattern": "^[0-9a-f]{64}$"},
    ("Event", "type"): {"pattern": "^[A-Z]+$"},
    ("Event", "mentions"): {"minItems": 1},
    ("Event", "assertions"): {"minItems": 1},
    ("Dispute", "sides"): {"minItems": 2},
}
_ANYWHERE: dict[str, dict[str, Any]] = {
    "id": {"minLength": 1},
    "confidence": {"minimum": 0, "maximum": 1},
    "lat": {"minimum": -90, "maximum": 90},
    "lon": {"minimum": -180, "maximum": 180},
}


def json_schema() -> dict[str, Any]:
    """The schema of one record."""
    definitions: dict[str, Any] = {}
    root = _schema(Record, definitions)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, "title": "OnRecord record of one report", **root, "$defs": definitions}


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(kind)
    if kind is Any:
        return {}
    if origin is Literal:
        return {"type": "string", "enum": list(get_args(kind))}
    if origin in (Union, types.UnionType):
        options = [_schema(o, definitions) for o in get_args(kind) if o is not type(None)]
        return {"anyOf": [*options, {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _schema(get_args(kind)[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(get_args(kind)[1], definitions)}
    if is_dataclass(kind):
        return _object(cast(type, kind), definitions)
    return {"type": {str: "string", int: "integer", float: "number", bool: "boolean"}[kind]}


def _described(kind: type) -> str:
    """The first paragraph of a type's docstring; nothing where it has none of its own."""
    words = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
    return "" if words.startswith(f"{kind.__name__}(") else words


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        hints = get_type_hints(kind)
        keys = {f.name: "from" if f.name == "from_" else f.name for f in fields(kind) if f.init}
        definitions[name] = {
            "type": "object",
            "description": _described(kind),
            "properties": {key: {**_schema(hints[f], definitions), **_ANYWHERE.get(key, {}), **_LIMITS.get((name, key), {})} for f, key in keys.items()},
            "required": [key for key in keys.values() if (name, key) not in _OPTIONAL],
        }
    return {"$ref": f"#/$defs/{name}"}
