"""`onrecord schema`: the JSON Schema of the record."""

from __future__ import annotations

import json

import typer

from onrecord.model.schema import json_schema


def schema_command() -> None:
    """Print the JSON Schema of one record, as `onrecord code --format json` and `jsonl` write it."""
    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
