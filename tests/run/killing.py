"""Run apart from pytest: adds a corpus to records again and again in forks of itself, kills them at seeded random moments, and says what came of it as JSON.

    python killing.py cheap|real SEED RECORDS KILLS FOLDER PATHS...

For each record: KILLS times `add` is killed, each time the record is verified; then it is let finish. All is loaded before the first fork, so each run starts at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from onrecord import pipeline
from onrecord.api import Coder
from onrecord.link.marks import covers
from onrecord.model.report import Received
from onrecord.run.add import Job, add
from onrecord.run.checking import check_links
from onrecord.run.processes import Pool
from onrecord.store import Fault, open_store, verify


class Cheap(Coder):
    """The pipeline as far as the language of the text."""

    def layers(self, received: Received, stop: str | None = None) -> pipeline.Outcome:
        return super().layers(received, "language")


def job(kind: str, batch: int = 3) -> Job:
    load = partial(Cheap if kind == "cheap" else Coder, actor_lists=())
    return Job(load().digest, load, Pool(workers=0), batch=batch)


def run(where: Path, paths: list[str], work: Job) -> int:
    """`add` in a fork; its process id."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with open_store(where, create=True) as store:
                add(store, paths, work)
            code = 0
        finally:
            os._exit(code)
    return child


def finish(where: Path, paths: list[str], work: Job) -> float:
    start = time.monotonic()
    _, status = os.waitpid(run(where, paths, work), 0)
    assert status == 0, status
    return time.monotonic() - start


def export(where: Path) -> str:
    with open_store(where) as store, store.view() as view:
        return hashlib.sha256("".join(view.canonical()).encode()).hexdigest()


def state(where: Path) -> dict[str, object]:
    """What a record looks like after a kill: faults, how many reports, whether it says that its links are up to date."""
    if not where.exists() or not where.stat().st_size:
        return {"faults": 0, "reports": 0, "linked": False}
    with open_store(where, create=True) as store:
        faults = sum(isinstance(one, Fault) for one in (*verify(store), *check_links(store)))
        with store.view() as view:
            rows = list(view.reports())
            bare = sum(view.record(row.id) is None for row in rows)
            return {"faults": faults + bare, "reports": len(rows), "linked": covers(view.linked())}


def main(kind: str, seed: int, records: int, kills: int, folder: Path, paths: list[str]) -> dict[str, object]:
    dice = random.Random(seed)
    work = job(kind)
    work = replace(work, load=partial(_same, work.load()))
    work.load().code("Guards in Orlan arrested nine dockers on Monday.")
    took = finish(folder / "whole.db", paths, work)
    took = min(took, finish(folder / "again.db", paths, work))
    whole = export(folder / "whole.db")
    seen: list[dict[str, object]] = []
    same = [export(folder / "again.db") == whole]
    reach = 0.8 * took
    for number in range(records):
        where = folder / f"killed{number}.db"
        for _ in range(kills):
            child = run(where, paths, work)
            time.sleep(dice.uniform(0.0, reach))
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            if not os.WIFSIGNALED(status):
                reach *= 0.7  # it had ended: the machine was slower when the whole run was timed
            seen.append({"killed": os.WIFSIGNALED(status), **state(where)})
        finish(where, paths, work)
        same.append(export(where) == whole)
        finish(where, paths, work)
        same.append(export(where) == whole)
    return {"whole": state(folder / "whole.db"), "kills": seen, "same": same, "took": took}


def _same(coder: Coder) -> Coder:
    return coder


if __name__ == "__main__":
    kind, seed, records, kills, folder, *paths = sys.argv[1:]
    print(json.dumps(main(kind, int(seed), int(records), int(kills), Path(folder), paths)))


def heeds_interrupts() -> None:
    """A shell starts what it puts into the background deaf to ctrl-C, and its children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
