"""Adding to a record: read what the paths hold, code it in worker processes, store it in input order, link it. Safe to stop or kill at any moment.

What is written goes in small transactions; each leaves a record that holds whole reports and says that links are not up to date. Run again over the same
paths, what is on record already is neither coded nor stored twice, and in the end the record is that of a run nobody disturbed.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, takewhile
from pathlib import Path

from onrecord.link.sketch import kind as sketch_kind
from onrecord.link.traces import kind as trace_kind
from onrecord.model.report import Received
from onrecord.readers.items import Item, ReadOptions, Trouble, items
from onrecord.run.coding import Done, Loader, Unreadable, code_item, nothing, read_item, restored, stored, weight
from onrecord.run.linking import Links, link
from onrecord.run.processes import Failure, Pool, ordered_map
from onrecord.store.base import Store, StoredBytes, View, Writer
from onrecord.store.flat import storable

_WRITE_SECONDS, _WRITE_BYTES, _WRITE_THINGS = 2.0, 16_000_000, 4_096
_PASSED_BYTES, _PASSED_SHARE, _PASSED_LEAST = 200_000, 100, 4_096  # of a file, before it is told again how much is done
_AS_THEY_ARE = ReadOptions()
_PART = re.compile(r"!|[:@]\d+$")  # where the name of a part begins behind the name of what it is a part of
# What is said of a report that could not be coded, by the kind of failure.
_CODES = {"died": "worker_died", "late": "too_slow", "raised": "not_coded"}


@dataclass(frozen=True, slots=True)
class Opened:
    """A file or folder whose reading begins: what was in the way of reading it, or parts of it, before is forgotten."""

    name: str


@dataclass(frozen=True, slots=True)
class Passed:
    """The bytes of a file up to `at` were read; what is in them stands before this, the first rows of a table aside, which are read ahead."""

    name: str
    at: int


Incoming = Item | Trouble | Opened | Passed
# Troubles that tell nothing of any report: a path where nothing stands, a folder that holds none, what is passed over in folders.
_NOTHING = ("missing", "empty_folder", "hidden", "no_report", "symlink_loop")
Outcome = Done | Unreadable | Failure | None
Rescued = Received | Unreadable | Failure


@dataclass(slots=True)
class Tally:
    """What a run has done. `known`: on record already; `again`: on record, coded anew; `failed`: could not be read or coded; `links` None where nothing was to be linked."""

    added: int = 0
    known: int = 0
    again: int = 0
    failed: int = 0
    warnings: int = 0
    stopped: bool = False
    links: Links | None = None

    @property
    def seen(self) -> int:
        return self.added + self.known + self.again + self.failed


@dataclass(frozen=True, slots=True)
class Job:
    """How to add. At most `batch` reports are written together, and what is two seconds old. `told` hears of every trouble as it is stored, `reached` of
    each file and folder once all before it is stored, and of large files how many of their bytes are, `expected` of how many stored reports are to be coded
    again, `progress` after each transaction, `linking` before links are worked out; `stopped` ends the run when it says so."""

    digest: str
    load: Loader
    pool: Pool
    batch: int = 64
    told: Callable[[Trouble], None] = lambda trouble: None
    reached: Callable[[str, int], None] = lambda name, at: None
    expected: Callable[[int], None] = lambda count: None
    progress: Callable[[Tally, str], None] = lambda tally, name: None
    linking: Callable[[], None] = lambda: None
    stopped: Callable[[], bool] = lambda: False


class Arrivals:
    """What stands in some paths, read once and only as far as it is asked for."""

    def __init__(self, paths: Iterable[str | Path], options: ReadOptions = _AS_THEY_ARE) -> None:
        self._coming = _incoming(paths, options)
        self._seen: list[Incoming] = []

    def anything(self) -> bool:
        """Whether there is something to put on record: a report, or the reason why something that is there gives none. Reads up to the first."""
        for one in self._coming:
            self._seen.append(one)
            if isinstance(one, Item) or (isinstance(one, Trouble) and one.code not in _NOTHING):
                return True
        return False

    def troubles(self) -> list[Trouble]:
        """Those met by `anything`."""
        return [one for one in self._seen if isinstance(one, Trouble)]

    def __iter__(self) -> Iterator[Incoming]:
        return chain(self._seen, self._coming)


def add(store: Store, paths: Iterable[str | Path] | Arrivals, job: Job, options: ReadOptions = _AS_THEY_ARE) -> Tally:
    """Put on record what stands in the paths, then bring its links up to date. No paths: only the links. `options` are those of paths; arrivals have their own."""
    tally = Tally()
    _put(store, iter(paths if isinstance(paths, Arrivals) else Arrivals(paths, options)), job, tally)
    return _finished(store, job, tally)


def recode(store: Store, job: Job) -> Tally:
    """Code with this pipeline every stored report that has no result of it, from the bytes that were kept, and make its results the current ones."""
    tally = Tally()
    with store.view() as view:
        wanted = tuple(view.uncoded(job.digest))
    job.expected(len(wanted))
    _put(store, _kept(store, wanted), job, tally)
    if not tally.stopped:
        with store.writer() as writer:
            writer.make_current(job.digest)
    return _finished(store, job, tally)


def _finished(store: Store, job: Job, tally: Tally) -> Tally:
    if not (tally.stopped or job.stopped()):
        job.linking()
        tally.links = link(store)
    tally.stopped = tally.stopped or job.stopped()
    return tally


def _incoming(paths: Iterable[str | Path], options: ReadOptions) -> Iterator[Incoming]:
    """What the readers find, each file announced before what is in it."""
    opened: list[str] = []
    told = at = step = 0

    def note(name: str) -> None:
        nonlocal told, at, step
        opened.append(name)
        told = at = 0
        step = min(_PASSED_BYTES, max(_PASSED_LEAST, _size(name) // _PASSED_SHARE))
        if options.opened is not None:
            options.opened(name)

    def taken(name: str, bytes_: int) -> None:
        nonlocal at
        at = bytes_
        if options.taken is not None:
            options.taken(name, bytes_)

    name = ""
    for found in items(paths, replace(options, opened=note, taken=taken)):
        name = opened[-1] if opened else name
        yield from map(Opened, opened)
        opened.clear()
        yield found
        if at - told >= step:
            told = at
            yield Passed(name, at)
    yield from map(Opened, opened)


def _size(name: str) -> int:
    try:
        return os.stat(name).st_size
    except (OSError, ValueError):
        return 0


def _kept(store: Store, ids: tuple[str, ...]) -> Iterator[Incoming]:
    for report in ids:
        with store.view() as view:
            yield restored(view.stored(report))


def _put(store: Store, incoming: Iterator[Incoming], job: Job, tally: Tally) -> None:
    desk = _Desk(store, job, tally)
    results = ordered_map(incoming, job.load, code_item, job.pool, weigh=weight, wanted=desk.wanted, stopped=job.stopped)  # type: ignore[arg-type]
    try:
        for item, outcome in results:
            desk.take(item, outcome)
    finally:
        results.close()
        desk.write()
    tally.stopped = job.stopped()


@dataclass(slots=True)
class _Desk:
    """Results that wait to be written together."""

    store: Store
    job: Job
    tally: Tally
    pending: list[tuple[Incoming, Outcome]] = field(default_factory=list)
    bytes: int = 0
    reports: int = 0
    since: float = field(default_factory=time.monotonic)
    # Troubles of the file that is being read: what was said of it in this run is not forgotten when something of the same name can be read, nor said twice.
    file: set[Trouble] = field(default_factory=set)
    named: set[str] = field(default_factory=set)  # by them
    parts: dict[str, list[str]] | None = None  # of each file, the names of its parts that had troubles before this run

    def wanted(self, item: Incoming) -> bool:
        """Whether an item is to be coded: it is not on record with a result of this pipeline."""
        if not isinstance(item, Item):
            return False
        with self.store.view() as view:
            return _on_record(view, stored(item), self.job.digest) is None

    def take(self, item: Incoming, outcome: Outcome) -> None:
        self.pending.append((item, outcome))
        self.bytes += weight(item)
        self.reports += isinstance(item, Item)  # a file of many faults is not written fault by fault
        if self.reports >= self.job.batch or len(self.pending) >= _WRITE_THINGS or self.bytes >= _WRITE_BYTES or time.monotonic() - self.since >= _WRITE_SECONDS:
            self.write()

    def write(self) -> None:
        """Write what waits, in one transaction."""
        pending, self.pending, self.bytes, self.reports = self.pending, [], 0, 0
        rescued = {n: self._rescue(item) for n, (item, outcome) in enumerate(pending) if isinstance(outcome, Failure) and isinstance(item, Item)}
        if pending:
            count = Tally()
            troubles: list[Trouble] = []
            with self.store.writer() as writer, self.store.view() as view:
                for n, (item, outcome) in enumerate(pending):
                    troubles += self._one(writer, view, item, outcome, rescued.get(n), count)
            for item, _ in pending:
                if isinstance(item, (Opened, Passed)):
                    self.job.reached(item.name, item.at if isinstance(item, Passed) else 0)
            self._counted(count, troubles, pending[-1][0].name)
        self.since = time.monotonic()

    def _counted(self, count: Tally, troubles: list[Trouble], name: str) -> None:
        """Count and tell only what is written."""
        self.tally.added += count.added
        self.tally.known += count.known
        self.tally.again += count.again
        self.tally.failed += count.failed
        self.tally.warnings += count.warnings
        for trouble in troubles:
            self.job.told(trouble)
        self.job.progress(self.tally, name)

    def _one(self, writer: Writer, view: View, item: Incoming, outcome: Outcome, rescued: Rescued | None, count: Tally) -> list[Trouble]:
        """Write one item, and return what of it is a trouble."""
        if isinstance(item, Opened):
            self.file.clear()
            self.named.clear()
            self.parts = _troubled(view) if self.parts is None else self.parts
            for name in (item.name, *self.parts.pop(storable(item.name), ())):
                writer.forget_troubles(name)
            return []
        if isinstance(item, Passed):
            return []
        if isinstance(item, Trouble):
            return self._trouble(writer, item, count)
        if item.name not in self.named:
            writer.forget_troubles(item.name)
        if outcome is None:
            known = _on_record(view, stored(item), self.job.digest)
            if known is not None:
                writer.add_name(known, item.name)
            count.known += 1
            return []
        if isinstance(outcome, Unreadable):
            return self._trouble(writer, Trouble(item.name, "unreadable", "error", outcome.reason), count)
        if isinstance(outcome, Failure):
            return self._failed(writer, item, outcome, rescued, count)
        new = writer.add_report(stored(item), outcome.received)
        coded = writer.add_result(outcome.record)
        writer.set_sketches(sketch_kind(), {outcome.record.report.id: outcome.sketch})
        writer.set_sketches(trace_kind(), {outcome.record.report.id: outcome.trace})
        count.added += new
        count.again += not new and coded
        count.known += not new and not coded
        return []

    def _failed(self, writer: Writer, item: Item, failure: Failure, rescued: Rescued | None, count: Tally) -> list[Trouble]:
        """Keep the bytes of a report that could not be coded, where it can at least be read; name it in any case."""
        kept = "its bytes could not even be read"
        if isinstance(rescued, Received):
            writer.add_report(stored(item), rescued)
            kept = "its bytes are kept, uncoded"
        return self._trouble(writer, Trouble(item.name, _CODES[failure.kind], "error", f"could not be coded: {failure.message}; {kept}"), count)

    def _rescue(self, item: Item) -> Rescued:
        """The report as it is read in a process of its own, without coding."""
        pool = replace(self.job.pool, workers=min(1, self.job.pool.workers), retries=0, preload=())
        for _, result in ordered_map([item], nothing, read_item, pool):
            if result is not None:
                return result
        return Failure("died", "it was not read")

    def _trouble(self, writer: Writer, trouble: Trouble, count: Tally) -> list[Trouble]:
        if trouble in self.file:
            return []
        self.file.add(trouble)
        self.named.add(trouble.name)
        writer.add_trouble(trouble.name, trouble.code, trouble.severity, trouble.message)
        count.failed += trouble.severity == "error"
        count.warnings += trouble.severity == "warning"
        return [trouble]


def _on_record(view: View, kept: StoredBytes, digest: str) -> str | None:
    """The id of a report on record with a result of this pipeline."""
    known = view.known(kept)
    return known if known is not None and view.coded((known,), digest) else None


def _troubled(view: View) -> dict[str, list[str]]:
    """The names of rows, records and members with a trouble on record, by the file they are part of; what is a file of its own, in spite of its name, is none."""
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(row.name for row in takewhile(lambda row: row.report is None, view.issues())):
        whole = [name[: part.start()] for part in _PART.finditer(name)]
        standing = [n for n, file in enumerate(whole) if os.path.isfile(file)]
        if standing and not os.path.lexists(name):
            found.setdefault(whole[standing[-1]], []).append(name)
    return found
