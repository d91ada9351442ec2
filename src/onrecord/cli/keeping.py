"""`onrecord verify` and `onrecord backup`: whether a record holds what it says, and a copy of it."""

from __future__ import annotations

import hashlib
import sys
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.exits import OUTPUT, SOME_FAILED, USAGE
from onrecord.cli.opening import DEFAULT, RECORD, RecordOption, opened
from onrecord.cli.page import safe_line
from onrecord.cli.streams import many, say
from onrecord.errors import StoreError
from onrecord.run.checking import check_links
from onrecord.run.linking import up_to_date
from onrecord.store import Checked, backup, open_store, verify

VERIFY_EPILOG = f"""\b
It reads everything: the sha256 of every report's bytes, every result against the record's contract, the rows of the lists against the
results, the full text, and the database file itself. Origins, versions, relations and withdrawals are worked out anew from the results and
compared, which takes as long as linking all reports for the first time. Each fault is a line. At the end stands the sha256 of the canonical export: two
records with the same one say the same, whatever database they are in.

{RECORD}

\b
Exit codes:
  0  everything holds
  1  something does not, or the record cannot be opened
  2  wrong use
  3  broken installation"""

BACKUP_EPILOG = f"""\b
Examples:
  onrecord backup saved.db
  onrecord backup --record postgresql://team@db.example/news saved.db

\b
A backup is itself a record, in one SQLite file that only you may read: `onrecord events --record saved.db` reads it. It is the record as
it was at one moment; others may go on writing meanwhile. FILE must not exist; it appears whole or not at all.

{RECORD}

\b
Exit codes:
  0  the backup is there
  1  the record cannot be opened or is damaged
  2  wrong use, a file that exists included
  3  broken installation
  4  the backup could not be written to its end"""


def verify_command(record: RecordOption = DEFAULT) -> None:
    """Check that a record holds what it says."""
    faults = 0
    checked = Checked(0, 0, 0)
    with opened(record, verifying=True) as store:
        for found in chain(verify(store), check_links(store)):
            if isinstance(found, Checked):
                checked = found
            else:
                faults += 1
                typer.echo(safe_line(f"{found.code}: {found.where}: {found.message}"))
        linked = up_to_date(store)
        typer.echo(f"{many(checked.reports, 'report')}, {many(checked.texts, 'text')}, {many(checked.results, 'result')}: {many(faults, 'fault') if faults else 'everything holds'}")
        if checked.results and not linked:
            say("onrecord: origins, versions and withdrawals are not up to date and were not worked out anew: `onrecord add` without paths does")
        if not faults:
            with store.view() as view:
                total = hashlib.sha256()
                for line in view.canonical():
                    total.update(line.encode())
            typer.echo(f"canonical export: sha256 {total.hexdigest()}")
    if faults:
        raise typer.Exit(SOME_FAILED)


def backup_command(file: Annotated[Path, typer.Argument(metavar="FILE", help="The new file.")], record: RecordOption = DEFAULT) -> None:
    """Copy a record, as it is now, to a new file."""
    try:
        store = open_store(record)
    except StoreError as error:
        say(f"onrecord: {safe_line(error.name)}: {safe_line(error.reason)}")
        raise typer.Exit(SOME_FAILED) from None
    with store:
        try:
            backup(store, file, _progress)
        except StoreError as error:
            _progress(1, 1)
            say(f"onrecord: {safe_line(error.name)}: {safe_line(error.reason)}")
            own = error.name == str(file)
            raise typer.Exit(USAGE if own and error.kind in ("exists", "unreachable") else OUTPUT if own else SOME_FAILED) from None
    typer.echo(str(file))


def _progress(done: int, total: int) -> None:
    """One line that is overwritten, only where someone watches."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[2K" if done >= total else f"\r\x1b[2K{100 * done // max(total, 1)} %")
        sys.stderr.flush()


verify_command.__doc__ = f"{verify_command.__doc__}\n\n{VERIFY_EPILOG}"
backup_command.__doc__ = f"{backup_command.__doc__}\n\n{BACKUP_EPILOG}"
