"""What the commands that list share: where the rows go and in which form."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import IO, Annotated

import typer
from rich.cells import cell_len, set_cell_size

from onrecord.cli.page import safe
from onrecord.cli.sink import Sink
from onrecord.cli.streams import many, say
from onrecord.export.rows import Row, safe_cell

# Widths are fitted to the first rows, so that a long list starts at once.
_FITTED = 200
_PLAIN_WIDTH = 160


class Format(StrEnum):
    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="What to write: a table for people (long cells cut), or everything as CSV, a JSON array, or JSON lines.")]
OutputOption = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of standard output (-); a regular file appears whole or not at all.")]
NamesOption = Annotated[bool, typer.Option("--names", help="Show private persons by name (logged on standard error).")]

CODES = """\b
Exit codes:
  0  what was asked for was written, also where nothing matches
  1  the record cannot be opened or read
  2  wrong use: a value that can match nothing, the id of no report, an output file that cannot be made
  3  broken installation
  4  the output could not be written to its end"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table for people: its heading and at most how many character cells it takes; the last one takes what is left."""

    heading: str
    widest: int


@contextmanager
def output(path: str | None) -> Iterator[IO[str]]:
    """The stream that `-o` names."""
    with Sink(None if path in (None, "-") else Path(path or "")) as out:
        yield out


def log_names(names: bool) -> None:
    """Say that names of private persons are shown."""
    if names:
        say("onrecord: private persons are shown by name (--names)")


class Counted:
    """Rows on their way to a list, and how many reports and independent origins they are of."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = rows
        self.origins: dict[str, set[str]] = {}

    def __iter__(self) -> Iterator[Row]:
        for row in self.rows:
            self.origins[str(row["report"])] = set(str(row["origins"]).split("; ")) if row.get("origins") else set()
            yield row

    def said(self) -> str:
        """"12 reports, 5 independent origins", and how many reports have none."""
        origins, bare = set().union(*self.origins.values()), sum(not own for own in self.origins.values())
        return f"{many(len(self.origins), 'report')}, {many(len(origins), 'independent origin')}" + (f" ({bare:,} without one)" if bare else "")


def origin_cell(row: Row) -> str:
    """How many reports and origins tell of a row's story, the row's own origin and the rules it rests on; or why there is none."""
    if row["origins"] is None:
        return cell(row["origin_why"])
    own = [cell(row["origin"]), *(rule for rule in cell(row["origin_rules"]).split("; ") if rule != "unknown")]
    return f"{many(int(row['story_reports'] or 0), 'report')}, {many(int(row['story_origins'] or 0), 'origin')}: {', '.join(own)}"


def write_rows(out: IO[str], format: Format, columns: Sequence[str], rows: Iterable[Row]) -> int:
    """Write rows as they come, as CSV, JSON or JSON lines; returns how many there were."""
    count = 0
    if format == Format.csv:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([safe_cell(row[column]) for column in columns])
            count += 1
        return count
    whole = format == Format.json
    for row in rows:
        lead = "" if not whole else "[\n" if count == 0 else ",\n"
        out.write(lead + json.dumps({column: row[column] for column in columns}, ensure_ascii=False, separators=(",", ":")) + ("" if whole else "\n"))
        count += 1
    if whole:
        out.write("\n]\n" if count else "[]\n")
    return count


def write_table(out: IO[str], columns: Sequence[Column], lines: Iterable[Sequence[str]]) -> int:
    """Write cells as a table for people, cut where they are too long; returns how many lines there were. Nothing where there are none."""
    lines = ([" ".join(safe(cell).split()) for cell in line] for line in lines)
    first = list(islice(lines, _FITTED))
    if not first:
        return 0
    total = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns if out.isatty() else _PLAIN_WIDTH
    widths = [min(column.widest, max(len(column.heading), *(cell_len(line[k]) for line in first))) for k, column in enumerate(columns)]
    widths[-1] = max(20, total - sum(widths[:-1]) - 2 * (len(widths) - 1))
    out.write(_line([column.heading for column in columns], widths))
    count = 0
    for line in chain(first, lines):
        out.write(_line(line, widths))
        count += 1
    return count


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    fitted = [cell if cell_len(cell) <= width else set_cell_size(cell, width - 1) + "…" for cell, width in zip(cells, widths, strict=True)]
    return "  ".join(set_cell_size(cell, max(width, cell_len(cell))) for cell, width in zip(fitted, widths, strict=True)).rstrip() + "\n"


def cell(value: object) -> str:
    """A value as a table shows it."""
    return "" if value is None else str(value)
