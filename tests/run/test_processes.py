"""The ordered map over worker processes: order, bounds, and what becomes of items that kill, hang or break their worker."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from killing import heeds_interrupts

from onrecord.errors import ConfigurationError
from onrecord.run.processes import Failure, Pool, ordered_map, processors


def load() -> str:
    return "loaded"


def square(state: str, item: int) -> int:
    assert state == "loaded"
    return item * item


def slow_when_even(state: str, item: int) -> tuple[int, int]:
    time.sleep(0.03 if item % 2 == 0 else 0)
    return item, os.getpid()


def deadly(state: str, item: int) -> int:
    if item == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if item == 17:
        os._exit(3)
    return item


def deadly_once(state: str, item: tuple[int, str]) -> int:
    number, folder = item
    mark = Path(folder) / "killed"
    if number == 7 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def hanging(state: str, item: int) -> int:
    if item == 5:
        time.sleep(600)
    return item


def spinning(state: str, item: int) -> int:
    if item == 5:  # never gives up the interpreter's lock: one call that backtracks for ages
        import re

        re.match(r"(a+)+$", "a" * 64 + "b")
    return item


def greedy(state: str, item: int) -> int:
    if item == 3:
        resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
        while True:
            pass
    return item


def raising(state: str, item: int) -> int:
    if item == 4:
        raise ValueError("four")
    if item == 6:
        raise MemoryError
    return item


def misconfigured(state: str, item: int) -> int:
    raise ConfigurationError("the table is missing")


def unpicklable(state: str, item: int) -> object:
    return (lambda: item) if item == 2 else item


def unloadable() -> str:
    raise ConfigurationError("no such model")


def dies_loading() -> str:
    os._exit(9)


def talkative(state: str, item: int) -> int:
    print("noise")
    os.write(1, b"noise\n")
    return item


def big(state: str, item: int) -> bytes:
    return bytes([item]) * 3_000_000


QUICK = Pool(workers=2, batch=4, seconds=60)


@pytest.mark.parametrize("workers", [0, 1, 2, 3])
def test_results_come_in_order_with_their_items(workers: int) -> None:
    assert list(ordered_map(range(100), load, square, Pool(workers=workers, batch=7))) == [(n, n * n) for n in range(100)]


def test_items_of_unequal_cost_still_come_in_order_and_from_several_workers() -> None:
    results = [result for _, result in ordered_map(range(60), load, slow_when_even, QUICK)]
    assert [r[0] for r in results if isinstance(r, tuple)] == list(range(60))
    assert len({r[1] for r in results if isinstance(r, tuple)}) == 2


@pytest.mark.parametrize("workers", [0, 2])
def test_unwanted_items_pass_through_in_their_place(workers: int) -> None:
    found = list(ordered_map(range(10), load, square, Pool(workers=workers, batch=2), wanted=lambda n: n % 3 != 0))
    assert found == [(n, None if n % 3 == 0 else n * n) for n in range(10)]


def test_no_worker_is_started_where_nothing_is_wanted() -> None:
    assert list(ordered_map(range(3), unloadable, square, QUICK, wanted=lambda n: False)) == [(0, None), (1, None), (2, None)]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_item_that_kills_its_worker_is_named_and_the_others_are_delivered(workers: int) -> None:
    found = dict(ordered_map(range(30), load, deadly, Pool(workers=workers, batch=8, seconds=60)))
    assert list(found) == list(range(30))
    assert {n for n, result in found.items() if isinstance(result, Failure)} == {13, 17}
    assert found[13] == Failure("died", "the worker process at it was killed (SIGKILL, as happens where memory runs out), 2 times over")
    assert found[17] == Failure("died", "the worker process at it ended by itself (exit code 3), 2 times over")
    assert all(found[n] == n for n in range(30) if n not in (13, 17))


def test_an_item_whose_worker_was_killed_by_chance_is_done_in_a_fresh_one(tmp_path: Path) -> None:
    found = list(ordered_map([(n, str(tmp_path)) for n in range(20)], load, deadly_once, QUICK))
    assert [result for _, result in found] == list(range(20))
    assert (tmp_path / "killed").exists()


@pytest.mark.parametrize("do", [hanging, spinning])
def test_an_item_that_hangs_is_ended_and_named(do: object) -> None:
    start = time.monotonic()
    found = dict(ordered_map(range(12), load, do, Pool(workers=2, batch=6, seconds=1.0)))  # type: ignore[arg-type]
    assert found[5] == Failure("late", "the worker process at it took longer than the limit of 1 seconds, 2 times over")
    assert all(found[n] == n for n in range(12) if n != 5)
    assert time.monotonic() - start < 300  # the item itself would hang for ten minutes


def test_a_worker_that_meets_a_limit_of_the_system_is_survived() -> None:
    found = dict(ordered_map(range(8), load, greedy, QUICK))
    failure = found[3]
    assert isinstance(failure, Failure)
    assert failure.kind == "died"
    assert [found[n] for n in range(8) if n != 3] == [0, 1, 2, 4, 5, 6, 7]


@pytest.mark.parametrize("workers", [0, 2])
def test_what_do_raises_becomes_a_failure_of_that_item(workers: int) -> None:
    found = dict(ordered_map(range(8), load, raising, Pool(workers=workers, batch=4)))
    assert found[4] == Failure("raised", "ValueError: four")
    assert found[6] == Failure("raised", "MemoryError: ")
    assert [found[n] for n in (0, 1, 2, 3, 5, 7)] == [0, 1, 2, 3, 5, 7]


def test_a_result_that_cannot_be_handed_over_is_a_failure() -> None:
    found = dict(ordered_map(range(4), load, unpicklable, QUICK))
    failure = found[2]
    assert isinstance(failure, Failure)
    assert failure.message.startswith("its result cannot be handed over")
    assert found[3] == 3


@pytest.mark.parametrize("workers", [0, 2])
def test_configuration_errors_end_the_run(workers: int) -> None:
    with pytest.raises(ConfigurationError, match="the table is missing"):
        list(ordered_map(range(4), load, misconfigured, Pool(workers=workers)))
    with pytest.raises(ConfigurationError, match="no such model"):
        list(ordered_map(range(4), unloadable, square, Pool(workers=workers)))


def test_workers_that_never_come_up_end_the_run() -> None:
    with pytest.raises(ConfigurationError, match=r"cannot be started.*exit code 9"):
        list(ordered_map(range(4), dies_loading, square, QUICK))


def test_the_input_is_read_only_a_bounded_way_ahead() -> None:
    taken = 0

    def source() -> Iterator[int]:
        nonlocal taken
        for n in range(10_000):
            taken += 1
            yield n

    pool = Pool(workers=2, batch=4, ahead=3)
    results = ordered_map(source(), load, square, pool)
    for n in range(200):
        assert next(results) == (n, n * n)
        assert taken <= n + 1 + pool.workers * pool.batch * pool.ahead
    results.close()
    assert taken < 300


def test_heavy_items_are_read_ahead_by_their_weight() -> None:
    taken: list[int] = []

    def source() -> Iterator[bytes]:
        for n in range(40):
            taken.append(n)
            yield b"x" * 1000

    results = ordered_map(source(), load, len_of, Pool(workers=2, batch=16, batch_weight=1500, ahead=2), weigh=len)
    for n in range(40):
        assert next(results)[1] == 1000
        assert len(taken) <= n + 1 + 6
    results.close()


def len_of(state: str, item: bytes) -> int:
    return len(item)


def test_results_larger_than_a_pipe_holds_arrive_while_the_reader_takes_its_time() -> None:
    for item, result in ordered_map(range(12), load, big, Pool(workers=2, batch=6, seconds=5)):
        time.sleep(0.05)
        assert result == bytes([item]) * 3_000_000


def test_a_reader_that_pauses_longer_than_the_time_limit_makes_nobody_late() -> None:
    results = ordered_map(range(8), load, big, Pool(workers=1, batch=8, seconds=0.5))
    next(results)
    time.sleep(1.2)
    assert [item for item, result in results if isinstance(result, bytes)] == list(range(1, 8))


def test_workers_are_replaced_after_so_many_items() -> None:
    results = [r for _, r in ordered_map(range(40), load, slow_when_even, Pool(workers=1, batch=5, recycle=10))]
    assert len({r[1] for r in results if isinstance(r, tuple)}) == 4


def test_stopping_delivers_what_is_done_and_no_more() -> None:
    found: list[tuple[int, object]] = []
    for pair in ordered_map(range(1000), load, square, QUICK, stopped=lambda: len(found) >= 20):
        found.append(pair)
    assert 20 <= len(found) < 100
    assert found == [(n, n * n) for n, _ in found]
    assert [n for n, _ in found] == sorted(n for n, _ in found)


def test_closing_early_leaves_no_process_behind() -> None:
    results = ordered_map(range(100), load, slow_when_even, QUICK)
    pids = {result[1] for _, result in (next(results) for _ in range(10)) if isinstance(result, tuple)}
    results.close()
    assert pids
    assert not any(alive(pid) for pid in pids)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_what_a_worker_prints_never_reaches_standard_output() -> None:
    script = "from test_processes import *; print([r for _, r in ordered_map(range(3), load, talkative, QUICK)])"
    done = child(script)
    out, err = done.communicate(timeout=180)
    assert (done.returncode, out) == (0, "[0, 1, 2]\n")
    assert err.count("noise") >= 3


def child(script: str, **more: object) -> subprocess.Popen[str]:
    """A parent of its own that uses this module's functions."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    return subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True, preexec_fn=heeds_interrupts)


LONG = """
from test_processes import *
if __name__ == "__main__":
    try:
        for item, result in ordered_map(range(100000), load, slow_when_even, QUICK):
            os.write(1, f"{item} {result[1]}\\n".encode())  # one call: print makes several, and an interrupt may fall between them
    except KeyboardInterrupt:
        os.write(1, b"interrupted\\n")
"""


def test_an_interrupt_from_the_terminal_ends_quickly_and_delivers_what_is_done() -> None:
    parent = child(LONG)
    assert parent.stdout is not None
    lines = [parent.stdout.readline() for _ in range(20)]
    start = time.monotonic()
    os.killpg(parent.pid, signal.SIGINT)  # as a terminal does: the parent and every worker
    out, err = parent.communicate(timeout=180)
    assert time.monotonic() - start < 5
    rest = out.splitlines()
    assert rest[-1] == "interrupted"
    numbers = [int(line.split()[0]) for line in [*lines, *rest[:-1]]]
    assert numbers == sorted(set(numbers))
    assert numbers[:20] == list(range(20))
    assert (parent.returncode, err) == (0, "")


def test_workers_end_with_a_parent_that_is_killed() -> None:
    parent = child(LONG)
    assert parent.stdout is not None
    pids = {int(parent.stdout.readline().split()[1]) for _ in range(20)}
    parent.kill()
    parent.wait()
    until = time.monotonic() + 10
    while any(alive(pid) for pid in pids) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(alive(pid) for pid in pids)
    parent.communicate()


def test_there_is_a_processor_to_use() -> None:
    assert processors() >= 1
