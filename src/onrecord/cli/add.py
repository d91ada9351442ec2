"""`onrecord add`: reports into the record. Progress and what went wrong on standard error; nothing on standard output."""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer

from onrecord.api import Coder
from onrecord.cli.code import InputForm, columns_given
from onrecord.cli.exits import DONE, INTERRUPTED, OUTPUT, SOME_FAILED, USAGE
from onrecord.cli.opening import DEFAULT, RECORD, RecordOption
from onrecord.cli.page import safe, safe_line
from onrecord.cli.streams import many, say
from onrecord.errors import InputError, RecordError, StoreError
from onrecord.gazetteer import open_gazetteer
from onrecord.readers import read_bytes
from onrecord.readers.items import FIELDS, ReadOptions, Trouble
from onrecord.readers.sources import is_hidden
from onrecord.run.add import Arrivals, Job, Tally, add, recode
from onrecord.run.coding import DEFAULT_MODEL, loader, pool
from onrecord.run.linking import up_to_date
from onrecord.run.processes import processors
from onrecord.store import open_store
from onrecord.store.base import Store

EPILOG = f"""\b
Examples:
  onrecord add reports/ archive.zip crawl.warc.gz
  onrecord add --column text=Body --column published=Date articles.csv
  some-command | onrecord add -
  onrecord add --recode              code what is stored with this version

\b
What is read: text, HTML, JSON lines, CSV, Parquet, WARC, RSS and Atom files, ZIP, each also as .gz; folders with all they hold. What
cannot be read is named in `onrecord issues`, the rest is added. Adding again is harmless: what is on record is not coded twice.

\b
Interrupted (ctrl-C) or killed, the record keeps what is done; run the same command again to go on. Which reports share an origin is
worked out at the end; until then `onrecord add` without paths does it.

\b
A new record is made with the first report, or the first reason why something that is there gives none. Paths where nothing is and
folders without a file make none.

{RECORD}

\b
Exit codes:
  0    everything was added, or was on record already
  1    something could not be read or coded, or the record cannot be opened; the rest was added
  2    wrong use
  3    broken installation, a cache folder that cannot be used included
  4    the record could not be written to its end (disk full)
  130  interrupted; what was done by then is on record"""

_SAID = 20  # warnings said one by one; the others are counted
_WINDOW = 120.0  # seconds that the time left is reckoned from: what is on record already passes far quicker than what is new
_EVERY, _EVERY_UNSEEN = 0.2, 60.0  # seconds between two lines of progress: on a terminal, in a log


def add_command(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATHS...]", help="Files, folders, archives; - reads standard input.")] = None,
    record: RecordOption = DEFAULT,
    workers: Annotated[int | None, typer.Option(min=0, max=256, help="Processes that code; 0 codes in this one. Default: one a processor.")] = None,
    column: Annotated[list[str] | None, typer.Option("--column", metavar="FIELD=COLUMN", help=f"Which column of tables holds a field ({', '.join(FIELDS)}); may be repeated. What is not set is guessed.")] = None,
    form: Annotated[InputForm, typer.Option("--input", help="What the inputs are, where neither their first bytes nor their names tell.")] = InputForm.auto,
    published: Annotated[str | None, typer.Option(help="Publication date of all reports, ISO 8601; wins over what they say.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher of all reports; wins over what they say.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of the report; nothing is fetched.")] = None,
    recode_: Annotated[bool, typer.Option("--recode", help="Also code stored reports that have no result of this version; older results stay for `onrecord diff`.")] = False,
    limit: Annotated[float, typer.Option("--seconds", min=1, help="Seconds one report may take before it is given up and named.")] = 600.0,
    model: Annotated[str, typer.Option(help="Installed spaCy pipeline to parse with.")] = DEFAULT_MODEL,
) -> None:
    """Add reports to the record."""
    board = Board(paths or [])
    options = _options(column or [], form, published, publisher, url)
    open_gazetteer(lambda line: say(f"onrecord: {line}")).close()
    coder = Coder(model=model)
    lists = tuple(coder.actor_lists or ())
    job = Job(coder.digest, loader(model, lists), pool(processors() if workers is None else workers, model, limit), told=board.trouble, reached=board.reached, expected=board.expect, progress=board.progress, linking=board.linking, stopped=board.stopped)
    arrivals = Arrivals(paths or (), options)
    new = _to_be_made(record)
    if new is not None:
        with board.listening():
            anything = arrivals.anything()
        if not anything:
            _nothing(new, arrivals, board, bool(paths))
    with _written(record) as store, board.listening():
        tallies = [add(store, arrivals, job)]
        if recode_ and not tallies[0].stopped:
            tallies.append(recode(store, job))
        board.close()
        _report(tallies, board, up_to_date(store))
        if new is not None and not _holds_reports(store):
            say(f"onrecord: {safe_line(new)} is new and holds no report, only why there is none (`onrecord issues`)")
    if any(tally.stopped for tally in tallies):
        raise typer.Exit(INTERRUPTED)
    if any(tally.failed for tally in tallies):
        raise typer.Exit(SOME_FAILED)


def _options(columns: list[str], form: InputForm, published: str | None, publisher: str | None, url: str | None) -> ReadOptions:
    """What the user gives, checked; wrong use ends the command."""
    if published is not None:
        try:
            read_bytes("--published", b"x", published=published)
        except InputError as error:
            say(f"onrecord: --published {safe(published)}: {safe(error.reason)}")
            raise typer.Exit(USAGE) from None
    return ReadOptions(url=url, publisher=publisher, published=published, columns=columns_given(columns), form=form.value)


def _to_be_made(where: str) -> str | None:
    """The name of the record where there is none yet; None where there is one, or something that stands in its way."""
    with contextlib.suppress(RecordError):
        try:
            open_store(where).close()
        except StoreError as error:
            return error.name if error.kind == "absent" else None
    return None


def _holds_reports(store: Store) -> bool:
    with store.view() as view:
        return any(True for _ in view.reports())


def _nothing(where: str, arrivals: Arrivals, board: Board, asked: bool) -> NoReturn:
    """End the command, which would have made a record and has nothing to put into it."""
    if board.asked:
        raise typer.Exit(INTERRUPTED)
    if not asked:
        say(f"onrecord: {safe_line(where)}: there is no record yet; `onrecord add PATHS` makes one")
        raise typer.Exit(SOME_FAILED)
    troubles = arrivals.troubles()
    for trouble in troubles:
        board.trouble(trouble)
    failed = sum(trouble.severity == "error" for trouble in troubles)
    say(f"onrecord: 0 reports added; {f'{failed:,} could not be read; ' if failed else ''}{safe_line(where)} was not made, for there is nothing to put into it")
    raise typer.Exit(SOME_FAILED if failed else DONE)


@contextlib.contextmanager
def _written(where: str) -> Iterator[Store]:
    """The record, made where there is none; where it cannot be written to its end, one line says why."""
    try:
        with open_store(where, create=True) as store:
            yield store
    except StoreError as error:
        say(f"onrecord: {safe_line(error.name)}: {safe(error.reason)}")
        raise typer.Exit(OUTPUT if error.kind == "full" else SOME_FAILED) from None
    except RecordError as error:
        say(f"onrecord: {safe(where)}: {safe(str(error))}; `onrecord verify` says what is damaged")
        raise typer.Exit(SOME_FAILED) from None


def _report(tallies: list[Tally], board: Board, linked: bool) -> None:
    added, known, again, failed = (sum(getattr(t, name) for t in tallies) for name in ("added", "known", "again", "failed"))
    parts = [f"{many(added, 'report')} added"]
    parts += [f"{known:,} on record already"] if known else []
    parts += [f"{again:,} coded anew"] if again else []
    parts += [f"{failed:,} could not be read or coded (`onrecord issues` names them)"] if failed else []
    parts += [f"{many(board.unsaid, 'more warning')} in `onrecord issues`"] if board.unsaid else []
    say(f"onrecord: {'; '.join(parts)}")
    links = next((t.links for t in reversed(tallies) if t.links is not None), None)
    if links is not None and links.reports:
        copies = "is a copy of another" if links.copies == 1 else "are copies of others"
        say(f"onrecord: {many(links.reports, 'report')} on record, {many(len(links.origins), 'independent origin')}" + (f"; {links.copies:,} {copies}" if links.copies else ""))
    if not linked:
        say("onrecord: which reports share an origin is not up to date; `onrecord add` without paths works it out")


@dataclass(slots=True)
class Board:
    """What a user sees of a run, and whether he has stopped it."""

    paths: list[str]
    unsaid: int = 0
    said: int = 0
    asked: bool = False
    start: float = field(default_factory=time.monotonic)
    last: float = 0.0
    total: int | None = None
    passed: int = 0
    current: int = 0
    within: int = 0
    counting: bool = False
    marks: deque[tuple[float, int]] = field(default_factory=deque)

    def stopped(self) -> bool:
        return self.asked

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """The first interrupt ends the run in good order, the second at once."""

        def stop(number: int, frame: FrameType | None) -> None:
            if self.asked:
                raise KeyboardInterrupt
            self.asked = True
            self.clear()
            say("onrecord: stopping; what is done is kept (again to stop at once)")

        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def reached(self, name: str, at: int = 0) -> None:
        """All before byte `at` of this file is on record: it counts as done, by bytes, for the time that is left."""
        if self.total is None:
            self.total = _size(self.paths)
        if not at:
            self.passed += self.current
            self.current = _file_size(name)
        self.within = min(at, self.current)

    def expect(self, count: int) -> None:
        """From here on done is what is seen, of so many."""
        self.total, self.passed, self.current, self.within, self.counting = count, 0, 0, 0, True
        self.marks.clear()
        self.left(time.monotonic())

    def linking(self) -> None:
        """What takes a while at the end; said only where someone watches."""
        if sys.stderr.isatty():
            self.clear()
            sys.stderr.write("which reports share an origin is being worked out")
            sys.stderr.flush()

    def trouble(self, trouble: Trouble) -> None:
        """Errors and how tables were understood are all said, of warnings the first; what is no report by its nature stands in `onrecord issues`."""
        if trouble.severity == "info" and trouble.code != "columns":
            return
        if trouble.severity == "warning":
            if self.said >= _SAID:
                self.unsaid += 1
                return
            self.said += 1
        self.clear()
        say(f"onrecord: {safe_line(trouble.name)}: {safe_line(trouble.message)}")

    def progress(self, tally: Tally, name: str) -> None:
        """One line with rate and time left: overwritten on a terminal, now and then in a log."""
        now = time.monotonic()
        if self.counting:
            self.passed = tally.seen
        seconds = self.left(now)
        terminal = sys.stderr.isatty()
        if now - self.last < (_EVERY if terminal else _EVERY_UNSEEN) or (not terminal and now - self.start < _EVERY_UNSEEN):
            return
        self.last = now
        left = "" if seconds is None else f", about {_clock(seconds)} left"
        line = f"{many(tally.seen, 'report')} ({tally.failed:,} failed), {tally.seen / (now - self.start):.1f} a second{left}: {safe_line(name)}"
        if terminal:
            sys.stderr.write(f"\r\x1b[2K{line[:110]}")
            sys.stderr.flush()
        else:
            say(f"onrecord: {line}")

    def left(self, now: float) -> float | None:
        """Seconds left by how many bytes were done of late; None where nothing was, or all is."""
        done = self.passed + self.within
        self.marks.append((now, done))
        while len(self.marks) > 2 and now - self.marks[1][0] >= _WINDOW:
            self.marks.popleft()
        since, before = self.marks[0]
        if not self.total or done <= before or done >= self.total:
            return None
        return (now - since) * (self.total - done) / (done - before)

    def clear(self) -> None:
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[2K")

    close = clear


def _size(paths: list[str]) -> int:
    """Bytes of all files under the paths that are not hidden, as the readers go through them; 0 for what cannot be looked at."""
    total = 0
    for path in paths:
        with contextlib.suppress(OSError, ValueError):
            if Path(path).is_dir():
                entered: set[tuple[int, int]] = set()
                for folder, inside, names in os.walk(path, followlinks=True):
                    status = os.stat(folder)
                    if (status.st_dev, status.st_ino) in entered:
                        inside.clear()
                        continue
                    entered.add((status.st_dev, status.st_ino))
                    inside[:] = [name for name in inside if not is_hidden(name)]
                    total += sum(_file_size(os.path.join(folder, name)) for name in names if not is_hidden(name))
            elif path != "-":
                total += _file_size(path)
    return total


def _file_size(name: str) -> int:
    """Bytes of a file, whatever links lead to it; 0 for a folder and what cannot be looked at."""
    with contextlib.suppress(OSError, ValueError):
        status = os.stat(name)
        return status.st_size if stat.S_ISREG(status.st_mode) else 0
    return 0


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole % 3600 // 60:02}:{whole % 60:02}" if whole >= 3600 else f"{whole // 60}:{whole % 60:02}"


add_command.__doc__ = f"{add_command.__doc__}\n\n{EPILOG}"
