"""What a user gives on the command line, looked at before anything is done with it: a value that can mean nothing is wrong use, and finds nothing silently nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

import typer
from typer.core import TyperGroup

from onrecord.cli.exits import USAGE
from onrecord.cli.page import safe
from onrecord.cli.streams import say
from onrecord.store.base import ReportFilter, View

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}")


class Commands(TyperGroup):
    """The commands. None of them takes an empty argument: one comes from a variable that was never set."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        at = _empty(args)
        if at is not None:
            say(f"onrecord: {at}")
            raise typer.Exit(USAGE)
        return super().parse_args(ctx, args)


def _empty(args: Sequence[str]) -> str | None:
    """What is to be said of the first empty argument; None where there is none."""
    options = True
    for n, one in enumerate(args):
        options = options and one != "--"
        if options and one.startswith("--") and one.endswith("=") and len(one) > 3:
            return f"{safe(one[:-1])}: its value is empty"
        if not one:
            before = args[n - 1] if n else ""
            return f"{safe(before)}: its value is empty" if options and before.startswith("-") and len(before) > 1 else "an argument is empty"
    return None


def name(option: str, value: str | None) -> str | None:
    """A name, or part of one; wrong use ends the command where it holds no letter and no digit."""
    if value is not None and not any(c.isalnum() for c in value):
        say(f"onrecord: {option} {safe(value)!r}: there is no letter or digit in it")
        raise typer.Exit(USAGE)
    return value


def language(option: str, value: str | None) -> str | None:
    """A code of a language, case aside; wrong use ends the command."""
    if value is not None and not _LANGUAGE.fullmatch(value):
        say(f"onrecord: {option} {safe(value)}: it is a code of ISO 639 (en)")
        raise typer.Exit(USAGE)
    return value.lower() if value is not None else None


def ids(given: Sequence[str] | None) -> tuple[str, ...]:
    """Ids of reports, or beginnings of them, as they are on record."""
    return tuple(one.lower() for one in given or ())


def on_record(view: View, option: str, wanted: Sequence[str]) -> None:
    """Each must be a report's id or its beginning; wrong use ends the command."""
    for one in wanted:
        if next(iter(view.reports(ReportFilter(ids=(one,)))), None) is None:
            say(f"onrecord: {option} {safe(one)}: the id of no report on record begins so; `onrecord reports` shows them")
            raise typer.Exit(USAGE)


__all__ = ["Commands", "ids", "language", "name", "on_record"]
