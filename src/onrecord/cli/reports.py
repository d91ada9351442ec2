"""`onrecord reports`: the reports of a record."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Annotated

import typer

from onrecord.cli import given
from onrecord.cli.opening import DEFAULT, RECORD, RecordOption, first_day, in_order, last_day, one_of, unlinked, viewed
from onrecord.cli.output import (
    CODES,
    Column,
    Counted,
    Format,
    FormatOption,
    NamesOption,
    OutputOption,
    cell,
    log_names,
    origin_cell,
    output,
    write_rows,
    write_table,
)
from onrecord.cli.streams import say
from onrecord.export.lists import ORIGIN_COLUMNS, REPORT_COLUMNS, origin_rows, report_rows, together
from onrecord.export.rows import Row
from onrecord.store import ReportFilter

EPILOG = f"""\b
Examples:
  onrecord reports
  onrecord reports --publisher "Northwind Wire" --published-since 2026-03
  onrecord reports --coded no -f csv -o uncoded.csv
  onrecord reports --origins
  onrecord reports --group 7a51e6c1            what a report is counted with
  onrecord reports --group 7a51e6c1 --origins  and why

\b
Reports stand in the order they arrived. A report that states no date is in no period. How many reports and independent origins
tell of a report's story stands in `origins`, with its own origin and the rules that rests on (docs/origins.md).

{RECORD}

{CODES}"""
_CODED = ("yes", "unsupported_language", "empty", "no")
_TABLE = (Column("report", 8), Column("published", 10), Column("publisher", 24), Column("events", 6), Column("origins", 52), Column("note", 30), Column("title", 200))
_REASONS = (Column("report", 8), Column("origin", 40), Column("rule", 12), Column("grounds", 60), Column("title", 200))


def reports_command(
    record: RecordOption = DEFAULT,
    publisher: Annotated[str | None, typer.Option(help="Part of the publisher's name, case aside.")] = None,
    name: Annotated[str | None, typer.Option("--found", metavar="NAME", help="Part of a name under which the report was found.")] = None,
    language: Annotated[str | None, typer.Option(help="Language of the text, ISO 639 (en).")] = None,
    coded: Annotated[str | None, typer.Option(help="yes, unsupported_language, empty, or no for those not coded yet.")] = None,
    published_since: Annotated[str | None, typer.Option(metavar="DATE", help="Published on this day or later (2026-03-03, 2026-03, 2026).")] = None,
    published_until: Annotated[str | None, typer.Option(metavar="DATE", help="Published on this day or earlier.")] = None,
    origins: Annotated[bool, typer.Option("--origins", help="List instead why each report has its origin: the rule and the words it rests on.")] = False,
    report: Annotated[list[str] | None, typer.Option(metavar="ID", help="This report: its id, or how that begins; may be given again.")] = None,
    group: Annotated[str | None, typer.Option(metavar="ID", help="This report and all that are counted with it: copies, and reports that tell of one thing.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Show at most this many.")] = None,
    names: NamesOption = False,
    format: FormatOption = Format.table,
    output_: OutputOption = None,
) -> None:
    """List the reports of a record."""
    which = ReportFilter(
        given.ids(report) or None, given.name("--publisher", publisher), name, given.language("--language", language), one_of("--coded", coded, _CODED),
        first_day("--published-since", published_since), last_day("--published-until", published_until),
    )  # fmt: skip
    in_order("--published-since", which.since, which.until)
    log_names(names)
    with viewed(record) as view, output(output_) as out:
        given.on_record(view, "--report", which.ids or ())
        if group is not None:
            given.on_record(view, "--group", given.ids([group]))
            which = replace(which, ids=(*(which.ids or ()), *together(view, group.lower())))
        listed = iter((origin_rows if origins else report_rows)(view, which, names))
        rows = Counted(islice(listed, limit))
        table, cells, columns = (_REASONS, _reason, ORIGIN_COLUMNS) if origins else (_TABLE, _cells, REPORT_COLUMNS)
        count = write_table(out, table, map(cells, rows)) if format == Format.table else write_rows(out, format, columns, rows)
        more = "; more match" if limit is not None and next(listed, None) is not None else ""
        linked = unlinked(view)
    if not count:
        say("onrecord: no reason of an origin matches" if origins else "onrecord: no report matches")
    elif format == Format.table and not origins:
        say(f"onrecord: {rows.said()}{more}{linked}")


def _cells(row: Row) -> list[str]:
    coded = str(row["coded"])
    notes = [{"no": "not coded yet"}.get(coded, coded.replace("_", " "))] * (coded != "yes")
    notes += _withdrawn(row) or ["corrected or updated"] * bool(row["corrected_by"])
    notes += ["same text"] * bool(row["same_text"]) or ["a later version"] * bool(row["version_of"])
    title = row["title"] or str(row["found"]).split("; ")[0]
    return [str(row["report"])[:8], cell(row["published"])[:10], cell(row["publisher"]), cell(row["events"]), origin_cell(row), ", ".join(notes), cell(title)]


def _withdrawn(row: Row) -> list[str]:
    """How much of the report other reports take back."""
    if row["withdrawn"] == "all":
        return ["RETRACTED"]
    parts = ((row["events_withdrawn"], "WITHDRAWN"), (row["events_withdrawn_in_part"], "WITHDRAWN IN PART"))
    return [f"{number} of {row['events']} event{'s' * (row['events'] != 1)} {how}" for number, how in parts if number]


def _reason(row: Row) -> list[str]:
    return [str(row["report"])[:8], cell(row["origin"]), cell(row["rule"]), cell(row["grounds"]), cell(row["title"])]


reports_command.__doc__ = f"{reports_command.__doc__}\n\n{EPILOG}"
