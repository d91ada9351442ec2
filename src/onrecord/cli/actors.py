"""`onrecord actors`: lists of actors of one's own, and what a name resolves to."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord import actorlists
from onrecord.actorbook import ActorBook
from onrecord.actorlists import COLUMNS, MAX_LIST_BYTES, MAX_LIST_ROWS, Listing
from onrecord.cli import given
from onrecord.cli.exits import SOME_FAILED, USAGE
from onrecord.cli.page import safe
from onrecord.cli.streams import say
from onrecord.errors import InputError
from onrecord.nameclues import Reading, readings

actors_app = typer.Typer(help="Actors: lists of your own, which win over ours, and what a name resolves to.", no_args_is_help=True, rich_markup_mode=None)
_SHOWN = 50

ADD_EPILOG = f"""\b
Examples:
  onrecord actors add ministers.csv
  onrecord actors add --name sanctions targets.simple.csv

\b
The list is CSV in UTF-8 with a header row, either of ours, of which only name is needed,
  {",".join(COLUMNS)}
or in the form of OpenSanctions' targets.simple.csv (id,schema,name,aliases,countries and more);
docs/actors.md says what stands in the columns. Up to {MAX_LIST_BYTES // 1_000_000} MB and {MAX_LIST_ROWS:,} rows.

\b
Rows with a fault are left out, each named with its line and the reason; the others are used by
`onrecord code` from then on, before our tables and before lists that were added earlier. Lists are kept
in ONRECORD_CONFIG, else XDG_CONFIG_HOME/onrecord, else ~/.config/onrecord, readable by you alone.

\b
Exit codes:
  0  every row is used
  1  some rows were left out, or nothing could be read; what is wrong is said
  2  wrong use, a name that another list has included
  3  a folder that cannot be written, a kept list that is damaged"""


@actors_app.command("add", epilog=ADD_EPILOG)
def add_command(
    file: Annotated[Path, typer.Argument(metavar="LIST.csv", help="The list.")],
    name: Annotated[str | None, typer.Option(help="What to call the list; else as the file.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of the list of that name.")] = False,
) -> None:
    """Keep a list of your own actors; it is used from then on."""
    wanted = name or actorlists.list_name(file)
    try:
        if not replace and any(one.name == wanted for one in actorlists.stored()):
            say(f"onrecord: there is a list {safe(wanted)} already; --replace puts this one in its place, --name gives it another name")
            raise typer.Exit(USAGE)
        made = actorlists.add(file, name, replace)
    except InputError as error:
        say(f"onrecord: {safe(error.name)}: {safe(error.reason)}")
        raise typer.Exit(SOME_FAILED) from None
    told = [issue for issue in made.issues if issue.severity != "info"]
    for issue in told[:_SHOWN]:
        say(f"onrecord: {issue.severity}: {safe(issue.message)}")
    if len(told) > _SHOWN:
        say(f"onrecord: ... and {len(told) - _SHOWN} more")
    left_out = sum(issue.severity == "error" for issue in made.issues)
    things = sum(issue.severity == "info" for issue in made.issues)
    notes = [f"{left_out:,} rows left out"] * bool(left_out) + [f"{things:,} vessels and other things that are no actors"] * bool(things)
    told_besides = f" ({'; '.join(notes)})" if notes else ""
    typer.echo(f"{made.name}: {len(made.rows):,} actors{told_besides}")
    if left_out:
        raise typer.Exit(SOME_FAILED)


@actors_app.command("list")
def list_command(as_json: Annotated[bool, typer.Option("--json", help="One JSON array instead of lines.")] = False) -> None:
    """Show the lists that are kept, the one that wins first."""
    lists = actorlists.stored()[::-1]
    if as_json:
        plain = [{"name": one.name, "source": one.source, "form": one.form, "sha256": one.sha256, "actors": len(one.rows)} for one in lists]
        typer.echo(json.dumps(plain, indent=2, ensure_ascii=False))
        return
    for one in lists:
        typer.echo(safe(f"{one.name}  {len(one.rows):,} actors  {one.form}  from {one.source}  sha256 {one.sha256[:16]}"))
    if not lists:
        say("onrecord: no list of your own is kept")


@actors_app.command("remove")
def remove_command(name: Annotated[str, typer.Argument(metavar="NAME_OF_LIST", help="As `onrecord actors list` shows it.")]) -> None:
    """Forget a list. Exit code 1 where there is none of that name."""
    try:
        found = actorlists.remove(name)
    except InputError as error:
        say(f"onrecord: {safe(error.name)}: {safe(error.reason)}")
        raise typer.Exit(USAGE) from None
    if not found:
        say(f"onrecord: no list is called {safe(name)}")
        raise typer.Exit(SOME_FAILED)
    typer.echo(f"{name}: removed")


@actors_app.command("find")
def find_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or words for a role, as a report has them.")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Day of the report, ISO 8601 (2026-03-03); without it no dated office is sure.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of lines.")] = False,
) -> None:
    """Show what a name resolves to, first the reading that wins: rule, where it comes from, and what holds on the day. Exit code 1 where it means nothing."""
    given.name("actors find", name)
    found = readings(ActorBook.load().with_lists(Listing(actorlists.stored())), name, _day(on))
    if as_json:
        typer.echo(json.dumps({"name": name, "on": on, "readings": [_plain(one) for one in found]}, indent=2, ensure_ascii=False))
    else:
        for one in found:
            typer.echo(safe(_line(one)))
    if not found:
        say(f"onrecord: {safe(name)} is listed nowhere; a report's own words may still tell who that is")
        raise typer.Exit(SOME_FAILED)


def _day(on: str | None) -> date | None:
    try:
        return date.fromisoformat(on) if on else None
    except ValueError:
        say(f"onrecord: --on {safe(on or '')}: ISO 8601 is read (2026-03-03)")
        raise typer.Exit(USAGE) from None


def _plain(one: Reading) -> dict[str, Any]:
    return {"name": one.name, "kind": one.kind, "countries": one.countries, "sectors": one.sectors, "office": one.office, "since": one.since, "until": one.until,
            "known_to": one.known_to, "standing": one.standing, "rule": one.rule, "source": one.source}  # fmt: skip


def _line(one: Reading) -> str:
    end = one.until or (f"? (known to hold it on {one.known_to})" if one.known_to else "?")
    office = f"  {one.office} {one.since or '?'}/{end}" if one.office else ""
    return f"{one.name} ({one.kind})  {'/'.join(one.countries) or '-'}  {'/'.join(one.sectors) or '-'}{office}  {one.standing}  {one.rule}  {one.source}"
