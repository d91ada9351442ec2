"""Opening the record that a command reads or writes, and saying what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated

import typer

from onrecord.actorlists import country_codes
from onrecord.cli.exits import SOME_FAILED, USAGE
from onrecord.cli.page import safe
from onrecord.cli.streams import say
from onrecord.errors import RecordError, StoreError
from onrecord.link.marks import covers
from onrecord.store import open_store
from onrecord.store.base import View
from onrecord.store.faults import BEYOND, DAMAGED
from onrecord.store.flat import period
from onrecord.store.sql import SqlStore

DEFAULT = "onrecord.db"
RecordOption = Annotated[str, typer.Option("--record", metavar="FILE|URL", envvar="ONRECORD_RECORD", help="The record: a file, or postgresql://... for one in a database.")]

RECORD = """\b
The record is the file onrecord.db in the current folder, or what --record or ONRECORD_RECORD names: a file, or
postgresql://user@host/database (needs onrecord[postgres]). `onrecord add` makes and fills it; docs/record.md explains it."""


@contextmanager
def opened(where: str, verifying: bool = False) -> Iterator[SqlStore]:
    """The record; where it cannot be opened or read, one line says why and the command ends with exit code 1."""
    try:
        with open_store(where) as store:
            yield store
    except StoreError as error:
        say(f"onrecord: {safe(error.name)}: {safe(BEYOND if verifying and error.reason == DAMAGED else error.reason)}")
        raise typer.Exit(SOME_FAILED) from None
    except RecordError as error:
        say(f"onrecord: {safe(where)}: {safe(str(error))}; `onrecord verify` says what is damaged")
        raise typer.Exit(SOME_FAILED) from None


@contextmanager
def viewed(where: str) -> Iterator[View]:
    """The record as it is now, for reading."""
    with opened(where) as store, store.view() as view:
        yield view


def unlinked(view: View) -> str:
    """What is to be said of counts of origins where these do not cover all that is stored."""
    return "" if covers(view.linked()) else "; not up to date: `onrecord add` without paths works it out"


def first_day(option: str, value: str | None) -> str | None:
    """The first day of a date, month or year that an option gives; wrong use ends the command."""
    return _day(option, value, 0)


def last_day(option: str, value: str | None) -> str | None:
    """The last day of it."""
    return _day(option, value, 1)


def _day(option: str, value: str | None, end: int) -> str | None:
    if value is None:
        return None
    found = period(value)[end]
    try:
        if found is None or not found.startswith(value):
            raise ValueError
        date.fromisoformat(found)
    except ValueError:
        say(f"onrecord: {option} {safe(value)}: ISO 8601 is read (2026-03-03, 2026-03 or 2026)")
        raise typer.Exit(USAGE) from None
    return found


def in_order(option: str, since: str | None, until: str | None) -> None:
    """A period must not end before it begins; wrong use ends the command. `option` is the one that opens it."""
    if since is not None and until is not None and until < since:
        say(f"onrecord: {option} {since}: the period ends before it, on {until}")
        raise typer.Exit(USAGE)


def one_of(option: str, value: str | None, known: tuple[str, ...]) -> str | None:
    """A value that must be one of those known, case aside; wrong use ends the command."""
    if value is None:
        return None
    found = next((one for one in known if one.lower() == value.lower()), None)
    if found is None:
        say(f"onrecord: {option} {safe(value)}: it is one of {', '.join(known)}")
        raise typer.Exit(USAGE)
    return found


def country_code(option: str, value: str | None) -> str | None:
    """A code that actors and places have, case aside; wrong use ends the command."""
    if value is None:
        return None
    if value.strip().upper() not in country_codes():
        say(f"onrecord: {option} {safe(value)}: it is an ISO 3166 alpha-3 code (KEN, not KE or Kenya), KOS, or one of PLOVER's (UNO, IGO, EUR ...)")
        raise typer.Exit(USAGE)
    return value.strip().upper()
