"""An ordered map over many items with one loaded state a worker process, which no single item can end.

Each worker loads once (`load`) and does one item after another (`do`). Results come back in the order of the input, whatever the workers' number. The input is read
only a bounded way ahead, so memory does not grow with it. A worker that dies, or that sits on one item beyond the time limit, costs that item one more
try, alone, in a fresh process; then it is named as a `Failure`, and everything else is delivered.

Workers send each result as soon as it is made. A death is therefore laid on the item that was being done, never on its neighbours of the same batch;
a `concurrent.futures` pool would fail all that was on its way at once and could not tell whose fault it was.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, Literal, TypeVar, cast

from onrecord.errors import ConfigurationError
from onrecord.run.worker import CONFIGURATION, DONE, RAISED, READY, UNLOADABLE, Worker

In = TypeVar("In")
Out = TypeVar("Out")
State = TypeVar("State")

_GLANCE = 0.25  # seconds between two looks at the clock and at `stopped`
_STARTS = 3  # workers in a row that may die before they are loaded
_LOADING = 300.0  # seconds that loading may take at least


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that could not be done. `died`: its worker ended under it, twice; `late`: beyond the time limit, twice; `raised`: `do` raised."""

    kind: Literal["died", "late", "raised"]
    message: str


@dataclass(frozen=True, slots=True)
class Pool:
    """How the work is spread. `workers` 0 does all in this process, where nothing guards against an item that ends or holds it.

    `batch` and `batch_weight` bound what one worker is handed at once, `ahead` how many such batches a worker are read ahead. `seconds` is the limit for one
    item, None none; `retries` how often an item that ended or held its worker is tried again. A worker is replaced after `recycle` items, since
    what it has loaded may grow. `preload` names modules that the server of forks imports once for all workers, whose memory they then share.
    """

    workers: int = 1
    batch: int = 16
    batch_weight: int = 4_000_000
    ahead: int = 3
    seconds: float | None = 600.0
    retries: int = 1
    recycle: int = 500
    preload: tuple[str, ...] = ()


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


def ordered_map(
    items: Iterable[In],
    load: Callable[[], State],
    do: Callable[[State, In], Out],
    pool: Pool = Pool(),
    *,
    weigh: Callable[[In], int] = lambda item: 0,
    wanted: Callable[[In], bool] = lambda item: True,
    stopped: Callable[[], bool] = lambda: False,
) -> Generator[tuple[In, Out | Failure | None], None, None]:
    """Each item with what `do` made of it, in order; None where it was not `wanted`, Failure where it could not be done.

    `load`, `do`, items and results are pickled on their way to and from workers. `weigh` gives an item's size in bytes. Once `stopped` says so nothing more is
    read or begun, what is done is delivered, and the iteration ends. On KeyboardInterrupt the same, and it is raised. Raises ConfigurationError where `load` or
    `do` raises it or workers cannot be started.
    """
    if pool.workers == 0:
        yield from _here(items, load, do, wanted, stopped)
        return
    farm: _Farm[In, Out] = _Farm(iter(items), load, do, pool, weigh, wanted, stopped)
    try:
        yield from farm.results()
    except KeyboardInterrupt:
        yield from farm.harvest()
        raise
    finally:
        farm.close()


def _here(
    items: Iterable[In],
    load: Callable[[], State],
    do: Callable[[State, In], Out],
    wanted: Callable[[In], bool],
    stopped: Callable[[], bool],
) -> Iterator[tuple[In, Out | Failure | None]]:
    state: list[State] = []
    for item in items:
        if stopped():
            return
        if not wanted(item):
            yield item, None
            continue
        if not state:
            state.append(load())
        outcome: Out | Failure
        try:
            outcome = do(state[0], item)
        except ConfigurationError:
            raise
        except Exception as error:
            outcome = Failure("raised", f"{type(error).__name__}: {error}")
        yield item, outcome


@dataclass(slots=True, eq=False)
class _Task(Generic[In, Out]):
    item: In
    weight: int
    done: bool = False
    result: Out | Failure | None = None
    tries: int = 0


@dataclass(slots=True, eq=False)
class _Hand(Generic[In, Out]):
    """A worker and the tasks it still owes; `since` is when it was last heard of."""

    worker: Worker
    owed: deque[_Task[In, Out]] = field(default_factory=deque)
    ready: bool = False
    since: float = field(default_factory=time.monotonic)
    done: int = 0


class _Farm(Generic[In, Out]):
    """Tasks in input order (`order`), those no worker has (`waiting`), suspects that get a worker of their own, and the workers."""

    def __init__(
        self,
        items: Iterator[In],
        load: Callable[[], Any],
        do: Callable[[Any, In], Out],
        pool: Pool,
        weigh: Callable[[In], int],
        wanted: Callable[[In], bool],
        stopped: Callable[[], bool],
    ) -> None:
        self.items, self.load, self.do, self.pool = items, load, do, pool
        self.weigh, self.wanted, self.stopped = weigh, wanted, stopped
        self.order: deque[_Task[In, Out]] = deque()
        self.waiting: deque[_Task[In, Out]] = deque()
        self.suspects: deque[_Task[In, Out]] = deque()
        self.hands: list[_Hand[In, Out]] = []
        self.weight = 0
        self.exhausted = False
        self.failed_starts = 0

    def results(self) -> Iterator[tuple[In, Out | Failure | None]]:
        while True:
            if self.stopped():
                yield from self.harvest()
                return
            self._fill()
            self._hand_out()
            yield from self._deliver()
            if self.exhausted and not self.order:
                return
            if self.order and not self.order[0].done:
                self._listen(_GLANCE)

    def harvest(self) -> Iterator[tuple[In, Out | Failure | None]]:
        """What is done by now, in order; everything else is dropped."""
        self._hear(self._spoken(0))
        self.close()
        done = [task for task in self.order if task.done]
        self.order.clear()
        for task in done:
            yield task.item, task.result

    def close(self) -> None:
        for hand in self.hands:
            hand.worker.end()
        self.hands.clear()

    def _fill(self) -> None:
        """Read ahead until enough is waiting; a source that is slow to give is not waited for longer than a glance."""
        room = self.pool.workers * self.pool.batch * self.pool.ahead
        heavy = self.pool.workers * self.pool.batch_weight * self.pool.ahead
        until = time.monotonic() + _GLANCE
        while not self.exhausted and len(self.order) < room and (self.weight < heavy or not self.order) and time.monotonic() < until:
            try:
                item = next(self.items)
            except StopIteration:
                self.exhausted = True
                return
            task: _Task[In, Out] = _Task(item, self.weigh(item))
            self.order.append(task)
            self.weight += task.weight
            if self.wanted(item):
                self.waiting.append(task)
            else:
                task.done = True

    def _deliver(self) -> Iterator[tuple[In, Out | Failure | None]]:
        while self.order and self.order[0].done:
            task = self.order.popleft()
            self.weight -= task.weight
            yield task.item, task.result

    def _hand_out(self) -> None:
        """Give idle workers a batch each, suspects first and to fresh workers only; start workers while there is work for them."""
        while self.suspects and len(self.hands) < self.pool.workers:
            self._give(self._start(), [self.suspects.popleft()])
        for hand in [h for h in self.hands if h.ready and not h.owed]:
            if not self.waiting:
                return
            if hand.done >= self.pool.recycle:
                self._dismiss(hand)
                hand = self._start()
            self._give(hand, self._batch())
        while self.waiting and len(self.hands) < self.pool.workers:
            self._give(self._start(), self._batch())

    def _batch(self) -> list[_Task[In, Out]]:
        """The next tasks for one worker: fewer where few are left, so that all workers end together."""
        size = min(self.pool.batch, max(1, len(self.waiting) // (2 * self.pool.workers)))
        batch = [self.waiting.popleft()]
        weight = batch[0].weight
        while self.waiting and len(batch) < size and weight + self.waiting[0].weight <= self.pool.batch_weight:
            batch.append(self.waiting.popleft())
            weight += batch[-1].weight
        return batch

    def _start(self) -> _Hand[In, Out]:
        hand: _Hand[In, Out] = _Hand(Worker(self.load, self.do, self.pool.seconds, self.pool.preload))
        self.hands.append(hand)
        return hand

    def _give(self, hand: _Hand[In, Out], batch: list[_Task[In, Out]]) -> None:
        hand.owed.extend(batch)
        hand.since = time.monotonic()
        with contextlib.suppress(OSError):  # a worker that is dead already: its end is heard next
            hand.worker.connection.send([task.item for task in batch])

    def _listen(self, seconds: float) -> None:
        self._hear(self._spoken(seconds))
        if self.pool.seconds is None:
            return
        now = time.monotonic()
        for hand in [h for h in self.hands if h.owed]:
            limit = self.pool.seconds if hand.ready else max(self.pool.seconds, _LOADING)
            if now - hand.since > limit:
                self._lost(hand, "late", f"took longer than the limit of {limit:g} seconds")

    def _spoken(self, seconds: float) -> list[Connection]:
        return cast("list[Connection]", wait([hand.worker.connection for hand in self.hands], seconds)) if self.hands else []

    def _hear(self, connections: list[Connection]) -> None:
        """Take every message that has come; a connection at its end is a worker that is dead."""
        for hand in [h for h in self.hands if h.worker.connection in connections]:
            try:
                while hand.worker.connection.poll():
                    self._message(hand, *hand.worker.connection.recv())
            except (EOFError, OSError):
                self._lost(hand, "died", hand.worker.fate())

    def _message(self, hand: _Hand[In, Out], kind: str, value: Any) -> None:
        hand.since = time.monotonic()
        if kind == READY:
            hand.ready = True
            self.failed_starts = 0
        elif kind in (UNLOADABLE, CONFIGURATION):
            raise ConfigurationError(value)
        else:
            task = hand.owed.popleft()
            hand.done += 1
            task.done = True
            task.result = value if kind == DONE else Failure("raised", value) if kind == RAISED else None

    def _lost(self, hand: _Hand[In, Out], kind: Literal["died", "late"], how: str) -> None:
        """Lay a worker's loss on the task it was at, and give the others of its batch back to be done."""
        self._dismiss(hand)
        if not hand.ready:
            self.failed_starts += 1
            if self.failed_starts >= _STARTS:
                raise ConfigurationError(f"worker processes cannot be started: {self.failed_starts} in a row {how}")
        elif hand.owed:
            suspect = hand.owed.popleft()
            suspect.tries += 1
            if suspect.tries > self.pool.retries:
                suspect.done = True
                again = f", {suspect.tries} times over" if suspect.tries > 1 else ""
                suspect.result = Failure(kind, f"the worker process at it {how}{again}")
            else:
                self.suspects.append(suspect)
        for task in reversed(hand.owed):
            (self.suspects if task.tries else self.waiting).appendleft(task)

    def _dismiss(self, hand: _Hand[In, Out]) -> None:
        self.hands.remove(hand)
        hand.worker.end()


__all__ = ["Failure", "Pool", "ordered_map", "processors"]
