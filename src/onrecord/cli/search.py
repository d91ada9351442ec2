"""`onrecord search`: reports by their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, Annotated

import typer

from onrecord.cli import given
from onrecord.cli.exits import USAGE
from onrecord.cli.opening import DEFAULT, RECORD, RecordOption, first_day, in_order, last_day, viewed
from onrecord.cli.output import CODES, Format, FormatOption, NamesOption, OutputOption, log_names, output, write_rows
from onrecord.cli.page import safe
from onrecord.cli.streams import say
from onrecord.export.lists import SEARCH_COLUMNS, search_rows
from onrecord.export.rows import Row
from onrecord.store import ReportFilter
from onrecord.store.fulltext import parts

EPILOG = f"""\b
Examples:
  onrecord search shelling market
  onrecord search '"customs post" militia' --published-since 2026-03

\b
A report is found where all the words stand in its title or text, in any form of the same English stem ("attacked" finds attacks),
accents and case aside; words in double quotes must stand side by side. Nothing else is an operator. The best come first.

{RECORD}

{CODES}"""


def search_command(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words, or \"phrases in quotes\".")],
    record: RecordOption = DEFAULT,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Show at most this many.")] = 20,
    publisher: Annotated[str | None, typer.Option(help="Part of the publisher's name, case aside.")] = None,
    published_since: Annotated[str | None, typer.Option(metavar="DATE", help="Published on this day or later (2026-03-03, 2026-03, 2026).")] = None,
    published_until: Annotated[str | None, typer.Option(metavar="DATE", help="Published on this day or earlier.")] = None,
    names: NamesOption = False,
    format: FormatOption = Format.table,
    output_: OutputOption = None,
) -> None:
    """Find reports by their words."""
    if not parts(" ".join(words)):
        say("onrecord: search: there is no word to look for")
        raise typer.Exit(USAGE)
    which = ReportFilter(publisher=given.name("--publisher", publisher), since=first_day("--published-since", published_since), until=last_day("--published-until", published_until))
    in_order("--published-since", which.since, which.until)
    log_names(names)
    with viewed(record) as view, output(output_) as out:
        rows = search_rows(view, view.search(" ".join(words), limit, which), names)
        if format == Format.table:
            count = sum(_show(out, row, marks, out.isatty()) for row, marks in rows)
        else:
            count = write_rows(out, format, SEARCH_COLUMNS, (row for row, _ in rows))
    if not count:
        say("onrecord: no report holds these words")


def _show(out: IO[str], row: Row, marks: Sequence[tuple[int, int]], bold: bool) -> int:
    """One hit: title, where it is from, the piece of text; returns 1."""
    snippet = str(row["snippet"] or "")
    pieces: list[str] = []
    at = 0
    for start, end in marks if bold else ():
        pieces += [safe(snippet[at:start]), f"\x1b[1m{safe(snippet[start:end])}\x1b[0m"]
        at = end
    pieces.append(safe(snippet[at:]))
    source = ", ".join(safe(str(part)) for part in (row["publisher"], row["published"], str(row["report"])[:8]) if part)
    title = " ".join(safe(str(row["title"] or row["found"] or "")).split())
    out.write(f"{row['rank']}. {title}\n   {source}\n   {''.join(pieces)}\n")
    return 1


search_command.__doc__ = f"{search_command.__doc__}\n\n{EPILOG}"
