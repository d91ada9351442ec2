"""The JSON Schema (2020-12) of the record, derived from its types."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from onrecord.model.record import SCHEMA, Record


def json_schema() -> dict[str, Any]:
    """The schema of one record. Enumerations are listed as examples, not closed: readers keep values they do not know."""
    definitions: dict[str, Any] = {}
    root = _schema(Record, definitions)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, "title": "OnRecord record of one report", **root, "$defs": definitions}


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(kind)
    if kind is Any:
        return {}
    if origin is Literal:
        return {"type": "string", "examples": list(get_args(kind))}
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


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        hints = get_type_hints(kind)
        shown = [f for f in fields(kind) if f.init]
        keys = {f.name: "from" if f.name == "from_" else f.name for f in shown}
        definitions[name] = {
            "type": "object",
            "description": (kind.__doc__ or "").split("\n")[0],
            "properties": {keys[f.name]: _schema(hints[f.name], definitions) for f in shown},
            "required": [keys[f.name] for f in shown if f.default is MISSING and f.default_factory is MISSING],
        }
    return {"$ref": f"#/$defs/{name}"}
