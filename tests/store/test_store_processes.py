"""Two writers and a reader at once: no report is lost, nothing is corrupt, and every moment that the reader sees is a whole one."""

from __future__ import annotations

from test_store_harm import script

from onrecord.store import Checked, open_store, verify
from store_helpers import plain

BATCHES, SIZE = 8, 4
WRITE = f"""
    who = sys.argv[2]
    with open_store(sys.argv[1], create=True) as store:
        for batch in range({BATCHES}):
            made = [plain(f"{{who}}/{{batch}}/{{k}}.txt", f"Report {{k}} of batch {{batch}} by {{who}}.") for k in range({SIZE})]
            made.append(plain(f"{{who}}/{{batch}}/copy.txt", f"A copy that both have in batch {{batch}}."))
            add(store, made)
"""
READ = """
    import time
    seen, end = 0, time.monotonic() + 60
    with open_store(sys.argv[1]) as store:
        while seen < int(sys.argv[2]) and time.monotonic() < end:
            with store.view() as view:
                rows = list(view.reports())
                ids = [row.id for row in rows]
                records = [record.report.id for record in view.records()]
                again = [row.id for row in view.reports()]
                batches = {}
                for row in rows:
                    for name in row.names:
                        batches.setdefault(name.rsplit("/", 1)[0], []).append(name)
            assert ids == records == again, "a half-written moment"
            assert set(map(len, batches.values())) <= {int(sys.argv[3])}, "half a batch"
            assert len(rows) >= seen, "a report is gone"
            seen = len(rows)
    print(seen)
"""


def test_two_writers_and_a_reader_at_once(place: str) -> None:
    open_store(place, create=True).close()
    total = 2 * BATCHES * SIZE + BATCHES
    processes = [script(WRITE, place, "one"), script(WRITE, place, "two"), script(READ, place, total, SIZE + 1)]
    said = [process.communicate(timeout=180) for process in processes]
    assert [(process.returncode, err) for process, (_, err) in zip(processes, said, strict=True)] == [(0, "")] * 3
    assert said[2][0] == f"{total}\n"
    with open_store(place) as store:
        with store.view() as view:
            names = {name for row in view.reports() for name in row.names}
        assert len(names) == 2 * BATCHES * (SIZE + 1)
        assert list(verify(store)) == [Checked(total, total, total)]


def test_what_two_wrote_at_once_is_what_one_writes(place: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """But for the name under which a report came first, which both may have been."""
    processes = [script(WRITE.replace("copy that both have in", f"report of {who} in"), place, who) for who in ("one", "two")]
    assert [process.communicate(timeout=180)[1] for process in processes] == ["", ""]
    with open_store(place) as store, open_store(tmp_path / "alone.db", create=True) as alone:
        for who in ("two", "one"):
            with alone.writer() as writer:
                for batch in range(BATCHES):
                    made = [plain(f"{who}/{batch}/{k}.txt", f"Report {k} of batch {batch} by {who}.") for k in range(SIZE)]
                    for one in [*made, plain(f"{who}/{batch}/copy.txt", f"A report of {who} in batch {batch}.")]:
                        writer.add_report(one.stored, one.received)
                        writer.add_result(one.record)
        with store.view() as view, alone.view() as other:
            assert list(view.canonical()) == list(other.canonical())
