"""The command `onrecord`."""

from __future__ import annotations

import typer

from onrecord.cli.actors import actors_app
from onrecord.cli.add import add_command
from onrecord.cli.code import code_command
from onrecord.cli.diff import diff_command
from onrecord.cli.evaluate import evaluate_command
from onrecord.cli.events import events_command
from onrecord.cli.exits import CONFIGURATION
from onrecord.cli.fetch import fetch_command
from onrecord.cli.gazetteer import gazetteer_app
from onrecord.cli.given import Commands
from onrecord.cli.issues import issues_command
from onrecord.cli.keeping import backup_command, verify_command
from onrecord.cli.reports import reports_command
from onrecord.cli.schema import schema_command
from onrecord.cli.search import search_command
from onrecord.cli.streams import say, standard_streams
from onrecord.errors import ConfigurationError
from onrecord.version import __version__

app = typer.Typer(
    name="onrecord",
    cls=Commands,
    help="An accountable record of political and conflict events from news reports.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("code")(code_command)
app.command("add")(add_command)
app.command("reports")(reports_command)
app.command("events")(events_command)
app.command("search")(search_command)
app.command("issues")(issues_command)
app.command("diff")(diff_command)
app.command("verify")(verify_command)
app.command("backup")(backup_command)
app.command("evaluate")(evaluate_command)
app.command("fetch")(fetch_command)
app.command("schema")(schema_command)
app.add_typer(actors_app, name="actors")
app.add_typer(gazetteer_app, name="gazetteer")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _root(version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version and exit.")) -> None:
    """An accountable record of political and conflict events from news reports."""


def main() -> None:
    """Entry point; a broken installation ends with exit code 3 and one line on stderr."""
    with standard_streams():
        try:
            app()
        except ConfigurationError as error:
            say(f"onrecord: {error}")
            raise SystemExit(CONFIGURATION) from None
