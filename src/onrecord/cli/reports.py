"""`onrecord reports`: the reports of a record."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from onrecord.cli.opening import DEFAULT, RECORD, RecordOption, first_day, last_day, one_of, viewed
from onrecord.cli.output import CODES, Column, Format, FormatOption, NamesOption, OutputOption, cell, log_names, output, write_rows, write_table
from onrecord.cli.streams import say
from onrecord.export.lists import REPORT_COLUMNS, report_rows
from onrecord.export.rows import Row
from onrecord.store import ReportFilter

EPILOG = f"""\b
Examples:
  onrecord reports
  onrecord reports --publisher "Northwind Wire" --published-since 2026-03
  onrecord reports --coded no -f csv -o uncoded.csv

\b
Reports stand in the order they arrived. A report that states no date is in no period.

{RECORD}

{CODES}"""
_CODED = ("yes", "unsupported_language", "empty", "no")
_TABLE = (Column("report", 8), Column("published", 10), Column("publisher", 24), Column("events", 6), Column("note", 22), Column("title", 200))


def reports_command(
    record: RecordOption = DEFAULT,
    publisher: Annotated[str | None, typer.Option(help="Part of the publisher's name, case aside.")] = None,
    name: Annotated[str | None, typer.Option("--found", metavar="NAME", help="Part of a name under which the report was found.")] = None,
    language: Annotated[str | None, typer.Option(help="Language of the text, ISO 639 (en).")] = None,
    coded: Annotated[str | None, typer.Option(help="yes, unsupported_language, empty, or no for those not coded yet.")] = None,
    published_since: Annotated[str | None, typer.Option(metavar="DATE", help="Published on this day or later (2026-03-03, 2026-03, 2026).")] = None,
    published_until: Annotated[str | None, typer.Option(metavar="DATE", help="Published on this day or earlier.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Show at most this many.")] = None,
    names: NamesOption = False,
    format: FormatOption = Format.table,
    output_: OutputOption = None,
) -> None:
    """List the reports of a record."""
    which = ReportFilter(None, publisher, name, language, one_of("--coded", coded, _CODED), first_day("--published-since", published_since), last_day("--published-until", published_until))
    log_names(names)
    with viewed(record) as view, output(output_) as out:
        rows = islice(report_rows(view, which, names), limit)
        count = write_table(out, _TABLE, map(_cells, rows)) if format == Format.table else write_rows(out, format, REPORT_COLUMNS, rows)
    if not count:
        say("onrecord: no report matches")


def _cells(row: Row) -> list[str]:
    coded = str(row["coded"])
    notes = [{"no": "not coded yet"}.get(coded, coded.replace("_", " "))] * (coded != "yes")
    notes += ["WITHDRAWN"] * bool(row["withdrawn_by"]) + ["corrected or updated"] * bool(row["corrected_by"]) + ["a later version"] * bool(row["version_of"])
    title = row["title"] or str(row["found"]).split("; ")[0]
    return [str(row["report"])[:8], cell(row["published"])[:10], cell(row["publisher"]), cell(row["events"]), ", ".join(notes), cell(title)]


reports_command.__doc__ = f"{reports_command.__doc__}\n\n{EPILOG}"
