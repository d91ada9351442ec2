"""`onrecord diff`: what changed between two codings of the same reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import IO, Annotated

import typer

from onrecord.cli.exits import USAGE
from onrecord.cli.opening import DEFAULT, RECORD, RecordOption, viewed
from onrecord.cli.output import CODES, Column, Format, FormatOption, NamesOption, OutputOption, cell, log_names, output, write_rows, write_table
from onrecord.cli.page import safe
from onrecord.cli.streams import many, say
from onrecord.export.lists import DIFF_COLUMNS, change_rows
from onrecord.export.rows import Row
from onrecord.store import View

EPILOG = f"""\b
Examples:
  onrecord diff                      the last coding against the one before
  onrecord diff 6dde93               the last coding against this one
  onrecord diff 6dde93 91c2aa -f csv
  onrecord diff --list

\b
A coding is named by the digest of its pipeline, or the digest's beginning; --list shows those that the record holds. Reports that have
only one of the two are counted, not compared. Confidence is not compared.

{RECORD}

{CODES}"""
_TABLE = (Column("report", 8), Column("event", 22), Column("change", 7), Column("field", 16), Column("before", 40), Column("after", 200))


def diff_command(
    digests: Annotated[list[str] | None, typer.Argument(metavar="[OLDER [NEWER]]", help="Digests of two codings, or their beginnings.")] = None,
    record: RecordOption = DEFAULT,
    show: Annotated[bool, typer.Option("--list", help="List the codings that the record holds.")] = False,
    names: NamesOption = False,
    format: FormatOption = Format.table,
    output_: OutputOption = None,
) -> None:
    """Show what changed between two codings of the same reports."""
    if len(digests or ()) > 2:
        say("onrecord: diff compares two codings at most")
        raise typer.Exit(USAGE)
    log_names(names)
    with viewed(record) as view:
        known = view.digests()
        if show:
            with output(output_) as out:
                _list(out, format, known)
            return
        old, new = _chosen(digests or [], [digest for digest, _, _, _ in known])
        counts: Counter[str] = Counter()
        with output(output_) as out:
            rows = _changes(view, old, new, names, counts)
            if format == Format.table:
                write_table(out, _TABLE, map(_cells, rows))
            else:
                write_rows(out, format, DIFF_COLUMNS, rows)
    say(
        f"onrecord: {old} against {new}: {many(counts['compared'], 'report')} compared, {counts['differing']:,} {'differs' if counts['differing'] == 1 else 'differ'}; "
        f"events: {counts['added']:,} added, {counts['gone']:,} gone, {many(counts['changed'], 'field')} changed; "
        f"{many(counts['alone'], 'report')} {'has' if counts['alone'] == 1 else 'have'} only one of the two codings"
    )


def _list(out: IO[str], format: Format, known: tuple[tuple[str, str, int, int], ...]) -> None:
    columns = ("digest", "version", "results", "current")
    rows: list[Row] = [dict(zip(columns, one, strict=True)) for one in known]
    if format == Format.table:
        write_table(out, [Column(name, 20) for name in columns], ([cell(row[name]) for name in columns] for row in rows))
    else:
        write_rows(out, format, columns, rows)


def _chosen(wanted: list[str], known: list[str]) -> tuple[str, str]:
    """The older and the newer digest; wrong use ends the command."""
    found = [_digest(one, known) for one in wanted]
    if len(found) == 2:
        return found[0], found[1]
    if found:
        newer = [digest for digest in known if digest != found[0]]
        if newer:
            return found[0], newer[-1]
    elif len(known) > 1:
        return known[-2], known[-1]
    say("onrecord: the record holds only one coding; there is nothing to compare" if known else "onrecord: nothing in the record is coded yet")
    raise typer.Exit


def _digest(beginning: str, known: list[str]) -> str:
    found = [digest for digest in known if digest.startswith(beginning.lower())]
    if len(found) != 1:
        say(f"onrecord: {safe(beginning)}: {'names several codings' if found else 'no coding has that digest'}; `onrecord diff --list` shows them")
        raise typer.Exit(USAGE)
    return found[0]


def _changes(view: View, old: str, new: str, names: bool, counts: Counter[str]) -> Iterator[Row]:
    for before in view.results(old):
        after = view.record(before.report.id, new)
        if after is None:
            continue
        counts["compared"] += 1
        rows = change_rows(before, after, names)
        counts["differing"] += bool(rows)
        for row in rows:
            counts[str(row["change"])] += 1
            yield row
    counts["alone"] = sum(results for digest, _, results, _ in view.digests() if digest in (old, new)) - (2 if old != new else 1) * counts["compared"]


def _cells(row: Row) -> list[str]:
    return [str(row["report"])[:8], cell(row["event"]), cell(row["change"]), cell(row["field"]), cell(row["before"]), cell(row["after"])]


diff_command.__doc__ = f"{diff_command.__doc__}\n\n{EPILOG}"
