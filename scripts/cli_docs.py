"""Make docs/cli.md from the command's own help; `--check` says whether it still stands there."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

os.environ.update(COLUMNS="100", TERM="dumb", NO_COLOR="1")

from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.export.lists import DIFF_COLUMNS, EVENT_COLUMNS, ISSUE_COLUMNS, ORIGIN_COLUMNS, REPORT_COLUMNS, SEARCH_COLUMNS
from onrecord.export.rows import COLUMNS

START = (
    "After `make setup` the command is `.venv/bin/onrecord`; `. .venv/bin/activate` makes it plain `onrecord` for the rest of a shell.",
)
OUT = Path(__file__).resolve().parents[1] / "docs" / "cli.md"


def document() -> str:
    runner = CliRunner()
    parts = ["# The command line", "", "Made from the command's own help by `scripts/cli_docs.py`; a test keeps them equal.", "", *START, ""]
    for command in ([], ["code"], ["add"], ["reports"], ["events"], ["search"], ["issues"], ["diff"], ["verify"], ["backup"], ["evaluate"], ["fetch"], ["schema"], ["actors"], ["actors", "add"], ["actors", "list"], ["actors", "remove"], ["actors", "find"], ["gazetteer"], ["gazetteer", "find"], ["gazetteer", "build"], ["gazetteer", "info"]):
        name = " ".join(["onrecord", *command])
        text = runner.invoke(app, [*command, "--help"], prog_name="onrecord").output
        text = "\n".join(line.rstrip() for line in text.strip().splitlines())
        parts += [f"## `{name}`", "", "```", re.sub(r"\n{3,}", "\n\n", text), "```", ""]
    parts += ["## Columns of `--format csv` and of `onrecord.rows`", "", "One event a row; lists are joined by `; `.", "", ", ".join(f"`{c}`" for c in COLUMNS), ""]
    parts += ["## Columns of what the record's commands list", ""]
    lists = {"events": EVENT_COLUMNS[len(COLUMNS) :], "reports": REPORT_COLUMNS, "reports --origins": ORIGIN_COLUMNS, "search": SEARCH_COLUMNS, "issues": ISSUE_COLUMNS, "diff": DIFF_COLUMNS}
    parts += [f"- `onrecord {name}`: {'the columns above, then ' if name == 'events' else ''}{', '.join(f'`{c}`' for c in columns)}" for name, columns in lists.items()]
    return "\n".join([*parts, ""])


if __name__ == "__main__":
    if "--check" in sys.argv:
        raise SystemExit(0 if OUT.read_text(encoding="utf-8") == document() else 1)
    OUT.write_text(document(), encoding="utf-8")
