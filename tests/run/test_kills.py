"""Records whose making is killed at random moments, and records that several processes write and read at once."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import corpus
import pytest
from killing import heeds_interrupts

from onrecord.store import Fault, open_store, verify

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "src"


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(SOURCES), str(HERE)]), "OPENBLAS_NUM_THREADS": "1", **more}


def killed(kind: str, seed: int, records: int, kills: int, folder: Path, paths: list[Path]) -> dict[str, Any]:
    """What `killing.py` says of it."""
    words = [kind, str(seed), str(records), str(kills), str(folder), *map(str, paths)]
    done = subprocess.run([sys.executable, str(HERE / "killing.py"), *words], capture_output=True, text=True, env=environment(), check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def check(found: dict[str, Any], kills: int, reports: int | None = None) -> None:
    assert all(found["same"]), found
    assert len(found["kills"]) == kills
    assert not any(one["faults"] for one in found["kills"])
    assert found["whole"]["linked"]
    assert found["whole"]["faults"] == 0
    assert reports is None or found["whole"]["reports"] == reports
    # Kills that came after the end prove nothing: most must have struck, and at different points.
    assert sum(one["killed"] for one in found["kills"]) >= kills // 2
    assert all(not one["linked"] for one in found["kills"] if one["reports"] < found["whole"]["reports"])


def test_kills_at_random_moments_leave_the_record_of_an_undisturbed_run(tmp_path: Path) -> None:
    found = killed("cheap", 6, 4, 4, tmp_path, [corpus.make(tmp_path / "corpus")])
    check(found, 16, reports=45)
    assert len({one["reports"] for one in found["kills"]}) >= 3


def test_kills_of_the_real_pipeline_leave_the_record_of_an_undisturbed_run(tmp_path: Path) -> None:
    check(killed("real", 7, 1, 3, tmp_path, [corpus.make(tmp_path / "corpus")]), 3, reports=45)


def onrecord(*words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "onrecord", *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(), start_new_session=True, preexec_fn=heeds_interrupts
    )


def ended(*words: str | Path) -> int:
    """The exit code of a command that is let finish."""
    run = onrecord(*words)
    run.communicate()
    return run.returncode


def but_for_first_name(line: str) -> dict[str, object]:
    row = json.loads(line)
    if row["kind"] == "report":
        assert row["told"]["name"] in row["names"]
        row["told"] = {k: v for k, v in row["told"].items() if k != "name"}
    return row


def canonical(where: Path) -> str:
    with open_store(where) as store, store.view() as view:
        return "".join(view.canonical())


def reports(where: Path) -> int:
    if not where.exists():
        return 0
    try:
        with open_store(where) as store, store.view() as view:
            return sum(1 for _ in view.reports())
    except Exception:  # not yet a record
        return 0


def wait_for(where: Path, count: int, process: subprocess.Popen[str], seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    while reports(where) < count and process.poll() is None and time.monotonic() < until:
        time.sleep(0.02)


def alive(session: int) -> list[int]:
    """Processes of a session that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except (OSError, IndexError):
                continue
            if fields[3] == str(session) and fields[0] != "Z":
                found.append(int(entry.name))
    return found


def test_the_command_killed_and_interrupted_and_run_again_leaves_the_same_record(tmp_path: Path) -> None:
    folder = corpus.make(tmp_path / "corpus")
    for n in range(100, 220):
        (folder / f"more{n}.txt").write_text(corpus.text(n))
    whole, where = tmp_path / "whole.db", tmp_path / "record.db"
    assert ended("add", folder, "--record", whole, "--workers", "0") == 1  # some of the corpus cannot be read
    run = onrecord("add", folder, "--record", where, "--workers", "2")
    wait_for(where, 1, run)
    run.kill()
    run.communicate()
    until = time.monotonic() + 20
    while alive(run.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(run.pid)
    first = reports(where)
    total = reports(whole)
    assert 0 < first < total
    run = onrecord("add", folder, "--record", where, "--workers", "2")
    wait_for(where, first + 1, run)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=180)
    assert run.returncode == 130, said
    assert "what is done is kept" in said
    # On a fast machine the interrupt may come when all is added, and then linked too.
    assert "not up to date" in said or reports(where) == total
    assert "Traceback" not in said
    assert first < reports(where)
    assert ended("add", folder, "--record", where) == 1
    assert canonical(where) == canonical(whole)


def test_two_writers_and_a_reader_at_once_lose_nothing(tmp_path: Path) -> None:
    paths = sorted(corpus.make(tmp_path / "corpus").iterdir())
    script = "import sys; from pathlib import Path; from killing import *; sys.exit(finish(Path(sys.argv[1]), sys.argv[2:], job('cheap', 2)) < 0)"
    where = tmp_path / "record.db"
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(where), *map(str, some)], stderr=subprocess.PIPE, text=True, env=environment())
        for some in (paths[: len(paths) * 2 // 3], paths[len(paths) // 3 :])
    ]
    seen: list[int] = []
    while any(writer.poll() is None for writer in writers):
        seen.append(reports(where))
        time.sleep(0.01)
    for writer in writers:
        assert writer.communicate()[1] == ""
        assert writer.returncode == 0
    assert seen == sorted(seen)
    with open_store(where) as store:
        assert not [one for one in verify(store) if isinstance(one, Fault)]
    alone = tmp_path / "alone.db"
    subprocess.run([sys.executable, "-c", script, str(alone), *map(str, paths)], env=environment(), check=True)
    # Where two names hold the same bytes, the first that is added is told beside them; which one that is, two writers at once leave open. All names are kept.
    assert [but_for_first_name(line) for line in canonical(where).splitlines()] == [but_for_first_name(line) for line in canonical(alone).splitlines()]


@pytest.mark.slow
@pytest.mark.shared
def test_a_hundred_kills_over_real_reports(shared: Path, tmp_path: Path) -> None:
    raw = shared / "corpora" / "raw"
    lines = (shared / "corpora" / "news2016.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    some = tmp_path / "some.jsonl"
    some.write_text("".join(random.Random(3).sample(lines, 20)), encoding="utf-8")
    (tmp_path / "cheap").mkdir()
    (tmp_path / "real").mkdir()
    check(killed("cheap", 8, 8, 10, tmp_path / "cheap", [raw, shared / "corpora" / "news2016.jsonl"]), 80)
    check(killed("real", 9, 4, 5, tmp_path / "real", [raw / "articles.csv", some]), 20)
