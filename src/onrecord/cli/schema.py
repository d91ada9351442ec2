"""`onrecord schema`: the JSON Schema of the record."""

from __future__ import annotations

import json

import typer

from onrecord.model.schema import json_schema


def schema_command() -> None:
    """Print the JSON Schema of the record that `onrecord code --format json` prints."""
    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
