"""The command `onrecord`."""

from __future__ import annotations

import sys

import typer

from onrecord.cli.code import code_command
from onrecord.cli.exits import CONFIGURATION
from onrecord.cli.schema import schema_command
from onrecord.errors import ConfigurationError
from onrecord.version import __version__

app = typer.Typer(
    name="onrecord",
    help="An accountable record of political and conflict events from news reports.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("code")(code_command)
app.command("schema")(schema_command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _root(version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version and exit.")) -> None:
    """An accountable record of political and conflict events from news reports."""


def main() -> None:
    """Entry point; a broken installation ends with exit code 3 and one line on stderr."""
    try:
        app()
    except ConfigurationError as error:
        print(f"onrecord: {error}", file=sys.stderr)
        raise SystemExit(CONFIGURATION) from None
    except BrokenPipeError:
        # The reader of our output went away (`| head`): no message, and nothing more to write.
        sys.stderr.close()
        raise SystemExit(0) from None
