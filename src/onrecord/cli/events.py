"""`onrecord events`: the events of a record, filtered. What a correction or a retraction withdraws is marked, and said where it is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Annotated

import typer

from onrecord.cli import given
from onrecord.cli.opening import DEFAULT, RECORD, RecordOption, country_code, first_day, in_order, last_day, one_of, unlinked, viewed
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
from onrecord.cli.streams import many, say
from onrecord.export.lists import EVENT_COLUMNS, event_rows
from onrecord.export.rows import Row
from onrecord.lexicon.plover import event_types
from onrecord.model.status import LABELS
from onrecord.store import EventFilter, EventRow

EPILOG = f"""\b
Examples:
  onrecord events --country MEX --status planned
  onrecord events --actor "red heron militia" --since 2026-03 --until 2026-03-14
  onrecord events --type ASSAULT --with-withdrawn -f csv -o assaults.csv

\b
--since and --until ask when an event may have happened by what its report says; an event of unknown day is in no period, and how
many were left out for that is said. Events all of whose assertions a correction or retraction withdraws are left out, which is
said too; --with-withdrawn shows them, marked. Those withdrawn in part are shown, and marked, in any case.

\b
How many reports tell of the story of an event's report, and how many independent origins those have, stands in `origins`, with the
report's own origin and the rules that rests on; `onrecord reports --group ID --origins` gives the words (docs/origins.md). It is
counted for the report as a whole.

\b
Private persons are found by --actor and --recipient only with --names.

{RECORD}

{CODES}"""
_TABLE = (
    Column("when", 22), Column("type", 20), Column("status", 24), Column("who", 24), Column("to whom", 24), Column("where", 16), Column("origins", 52), Column("report", 200)
)  # fmt: skip


def events_command(
    record: RecordOption = DEFAULT,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Who acts: the beginning of words of a name, as any form the report writes it in.")] = None,
    recipient: Annotated[str | None, typer.Option(metavar="NAME", help="Who is acted upon.")] = None,
    country: Annotated[str | None, typer.Option(metavar="ISO3", help="Country of a party or a place, ISO alpha-3 (MEX) or a PLOVER code.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Name of a place of the event, or of the region it is in.")] = None,
    type: Annotated[str | None, typer.Option(help="PLOVER type, of the event or of the deed it is about (ASSAULT).")] = None,
    status: Annotated[str | None, typer.Option(help="occurred, planned, denied ...: one of the ten statuses.")] = None,
    background: Annotated[bool | None, typer.Option("--background/--no-background", help="Only, or no, events told as earlier ones.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="May have happened on this day or later (2026-03-03, 2026-03, 2026).")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="May have happened on this day or earlier. News without a day counts on the day of publication.")] = None,
    published_since: Annotated[str | None, typer.Option(metavar="DATE", help="Reported on this day or later.")] = None,
    published_until: Annotated[str | None, typer.Option(metavar="DATE", help="Reported on this day or earlier.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Part of the publisher's name, case aside.")] = None,
    report: Annotated[list[str] | None, typer.Option(metavar="ID", help="Events of this report: its id, or how that begins; may be given again.")] = None,
    with_withdrawn: Annotated[bool, typer.Option("--with-withdrawn", help="Show events that are wholly withdrawn, too.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Show at most this many.")] = None,
    names: NamesOption = False,
    format: FormatOption = Format.table,
    output_: OutputOption = None,
) -> None:
    """List the events of a record's reports."""
    which = EventFilter(
        actor=given.name("--actor", actor), recipient=given.name("--recipient", recipient), country=country_code("--country", country), place=given.name("--place", place),
        type=one_of("--type", type, event_types()), status=one_of("--status", status, LABELS), background=background, since=first_day("--since", since), until=last_day("--until", until), published_since=first_day("--published-since", published_since),
        published_until=last_day("--published-until", published_until), publisher=given.name("--publisher", publisher), reports=given.ids(report) or None, private=names,
    )  # fmt: skip
    in_order("--since", which.since, which.until)
    in_order("--published-since", which.published_since, which.published_until)
    log_names(names)
    with viewed(record) as view, output(output_) as out:
        given.on_record(view, "--report", which.reports or ())
        shown = _Shown(view.events(which), with_withdrawn)
        listed = iter(shown)
        rows = Counted(event_rows(view, islice(listed, limit), names))
        count = write_table(out, _TABLE, map(_cells, rows)) if format == Format.table else write_rows(out, format, EVENT_COLUMNS, rows)
        more = "; more match" if limit is not None and next(listed, None) is not None else ""
        undated, linked = view.undated(which), unlinked(view)
        hidden = 0 if names else sum(1 for _ in view.events(replace(which, private=True))) - sum(1 for _ in view.events(which)) if actor or recipient else 0
    if count and format == Format.table:
        say(f"onrecord: {many(count, 'event')} in {rows.said()}{more}{linked}")
    _notes(count, shown.left_out, undated, hidden)


class _Shown:
    """The events to show; it counts those it leaves out because nothing of them is left."""

    def __init__(self, events: Iterable[EventRow], all_: bool) -> None:
        self.events, self.all, self.left_out = events, all_, 0

    def __iter__(self) -> Iterator[EventRow]:
        for event in self.events:
            if event.gone and not self.all:
                self.left_out += 1
            else:
                yield event


def _notes(count: int, withdrawn: int, undated: int, hidden: int) -> None:
    if not count:
        say("onrecord: no event matches")
    if withdrawn:
        say(f"onrecord: {withdrawn:,} withdrawn {_events(withdrawn)} left out (--with-withdrawn)")
    if undated:
        say(f"onrecord: {undated:,} {_events(undated)} left out because the day is not known")
    if hidden:
        say(f"onrecord: {hidden:,} {_events(hidden)} of private persons and left out (--names)")


def _events(number: int) -> str:
    return "event is" if number == 1 else "events are"


def _cells(row: Row) -> list[str]:
    earliest, latest = cell(row["earliest"]), cell(row["latest"])
    when = "unknown" if not earliest and not latest else earliest if earliest == latest else f"{earliest}/{latest}" if earliest else f"by {latest}"
    deed = f" ({row['deed_type']})" if row["deed_type"] else ""
    mark = {"all": " WITHDRAWN", "part": " WITHDRAWN IN PART"}.get(str(row["withdrawn"]), "")
    source = " ".join(part for part in (cell(row["publisher"]), cell(row["published"])[:10], str(row["report"])[:8]) if part)
    return [when, f"{row['type']}{deed}", f"{row['status']}{mark}", cell(row["actors"]), cell(row["recipients"]), cell(row["place"]), origin_cell(row), source]


events_command.__doc__ = f"{events_command.__doc__}\n\n{EPILOG}"
