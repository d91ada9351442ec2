"""One worker process: its loop, its end of the line, and how the parent starts and ends it.

On Linux workers are forked by a server process of one thread that has imported the `preload` modules, so that what these load is shared; elsewhere each is started
from nothing, since forking is not safe there. Neither copies the threads, locks or files of the parent.
"""

from __future__ import annotations

import contextlib
import faulthandler
import multiprocessing
import os
import pickle
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from typing import Any

from onrecord.errors import ConfigurationError

READY, DONE, RAISED, UNLOADABLE, CONFIGURATION = "ready", "done", "raised", "unloadable", "configuration"
_LAST_RESORT = 1.5  # of the time limit: when a worker whose parent is gone ends itself
_JOIN = 10.0
_SPAWNED = multiprocessing.get_context("spawn")
_FORKED: Any = multiprocessing.get_context("forkserver") if sys.platform != "win32" else _SPAWNED
# One thread a worker: the workers are the parallelism, and a process of several threads is not safe to fork.
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


class Worker:
    """A process that has been started; `connection` carries lists of items to it and (kind, value) back."""

    def __init__(self, load: Callable[[], Any], do: Callable[[Any, Any], Any], seconds: float | None, preload: tuple[str, ...]) -> None:
        forking = sys.platform == "linux"
        context = _FORKED if forking else _SPAWNED
        self.connection: Connection
        self.connection, child = context.Pipe()
        with child, _as_a_child_should_begin():
            if forking:
                forkserver.set_forkserver_preload(list(preload))
            self.process = context.Process(target=_work, args=(child, load, do, seconds), daemon=True)
            self.process.start()

    def fate(self) -> str:
        """How a worker ended that has closed its connection."""
        self.process.join(_JOIN)
        code = self.process.exitcode
        if code is None:
            return "went silent"
        if code >= 0:
            return f"ended by itself (exit code {code})"
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
        return f"was killed ({name}{', as happens where memory runs out' if name == 'SIGKILL' else ''})"

    def end(self) -> None:
        """End it at once. It holds nothing that could be lost."""
        self.connection.close()
        with contextlib.suppress(OSError):
            self.process.kill()
        self.process.join(_JOIN)
        with contextlib.suppress(ValueError):
            self.process.close()


@contextlib.contextmanager
def _as_a_child_should_begin() -> Iterator[None]:
    """What a new process inherits: interrupts from the terminal blocked (the parent decides when to end), one thread for arithmetic."""
    masked = hasattr(signal, "pthread_sigmask")
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if masked else set()
    absent = [name for name in _ONE_THREAD if name not in os.environ]
    os.environ.update(dict.fromkeys(absent, "1"))
    try:
        yield
    finally:
        for name in absent:
            os.environ.pop(name, None)
        if masked:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: Connection, load: Callable[[], Any], do: Callable[[Any, Any], Any], seconds: float | None) -> None:
    """A worker's life: load, say so, then items until the parent hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _first_to_go()
    with contextlib.suppress(OSError):
        os.dup2(2, 1)  # standard output is the parent's data; what a library prints goes to standard error
    inbox: queue.SimpleQueue[list[Any]] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, inbox), daemon=True).start()
    try:
        state = load()
    except Exception as error:
        _send(connection, UNLOADABLE, str(error) if isinstance(error, ConfigurationError) else f"{type(error).__name__}: {error}")
        return
    _send(connection, READY, None)
    with open(os.devnull, "w") as nowhere:
        while True:
            for item in inbox.get():
                if seconds is not None:
                    # Works even where the item holds the interpreter's lock, when no thread of ours would notice that the parent is gone.
                    faulthandler.dump_traceback_later(max(1.0, seconds * _LAST_RESORT), exit=True, file=nowhere)
                kind, value = _one(do, state, item)
                _send(connection, kind, value)
            faulthandler.cancel_dump_traceback_later()


def _one(do: Callable[[Any, Any], Any], state: Any, item: Any) -> tuple[str, Any]:
    try:
        return DONE, do(state, item)
    except ConfigurationError as error:
        return CONFIGURATION, str(error)
    except Exception as error:
        return RAISED, f"{type(error).__name__}: {error}"


def _send(connection: Connection, kind: str, value: Any) -> None:
    try:
        message = pickle.dumps((kind, value), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        message = pickle.dumps((RAISED, f"its result cannot be handed over: {type(error).__name__}: {error}"))
    try:
        connection.send_bytes(message)
    except OSError:
        os._exit(0)  # the parent is gone


def _receive(connection: Connection, inbox: queue.SimpleQueue[list[Any]]) -> None:
    """Take batches as they come, so that the end of the parent is seen at once, whatever the worker is at."""
    try:
        while True:
            inbox.put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)


def _first_to_go() -> None:
    """Where memory runs out, the system shall end a worker, which costs one item, rather than the parent."""
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as score:
        score.write("500")
