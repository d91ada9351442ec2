"""`onrecord issues`: what could not be read, and what is unsure about what was."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from onrecord.cli.opening import DEFAULT, RECORD, RecordOption, one_of, viewed
from onrecord.cli.output import CODES, Column, Format, FormatOption, NamesOption, OutputOption, cell, log_names, output, write_rows, write_table
from onrecord.cli.streams import say
from onrecord.export.lists import ISSUE_COLUMNS, issue_rows
from onrecord.model.common import Severity

EPILOG = f"""\b
Examples:
  onrecord issues
  onrecord issues --severity error --file news.zip -f csv

\b
First the inputs, and parts of inputs, that could not be read, each with the reason; then what is unsure about reports that were.

{RECORD}

{CODES}"""
_TABLE = (Column("severity", 8), Column("file", 48), Column("code", 28), Column("reason", 200))


def issues_command(
    record: RecordOption = DEFAULT,
    severity: Annotated[str | None, typer.Option(help="info, warning or error.")] = None,
    code: Annotated[str | None, typer.Option(help="Issues of this code.")] = None,
    file: Annotated[str | None, typer.Option(metavar="NAME", help="Part of the name of the input.")] = None,
    names: NamesOption = False,
    format: FormatOption = Format.table,
    output_: OutputOption = None,
) -> None:
    """List what could not be read, and what is unsure about what was."""
    level = cast("Severity | None", one_of("--severity", severity, ("info", "warning", "error")))
    log_names(names)
    with viewed(record) as view, output(output_) as out:
        rows = issue_rows(view, view.issues(file, code, level), names)
        lines = ([cell(row["severity"]), cell(row["name"]), cell(row["code"]), cell(row["message"])] for row in rows)
        count = write_table(out, _TABLE, lines) if format == Format.table else write_rows(out, format, ISSUE_COLUMNS, rows)
    if not count:
        say("onrecord: there is no such issue")


issues_command.__doc__ = f"{issues_command.__doc__}\n\n{EPILOG}"
