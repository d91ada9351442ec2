"""Adding to a record: what is kept, what is not done twice, what happens to reports that nobody can code."""

from __future__ import annotations

import json
import os
import re
import signal
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import corpus
import pytest
from killing import Cheap, job

from onrecord.link.traces import kind
from onrecord.model.record import Record
from onrecord.model.report import Received
from onrecord.readers.items import ReadOptions, Trouble
from onrecord.run import add as adding
from onrecord.run.add import Tally, add, recode
from onrecord.run.linking import MARK, link, up_to_date
from onrecord.run.processes import Pool
from onrecord.store import Store, Withdrawal, open_store

WORK = job("cheap")


def export(store: Store) -> str:
    with store.view() as view:
        return "".join(view.canonical())


def links(store: Store) -> list[str]:
    """What links reports, in the canonical export."""
    found = [line for line in export(store).splitlines() if json.loads(line)["kind"] in ("origin", "version", "relation", "withdrawal", "issue")]
    assert found
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus.make(tmp_path_factory.mktemp("made") / "corpus")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        yield opened


def test_everything_that_can_be_read_is_on_record_and_linked(store: Store, folder: Path) -> None:
    told: list[Trouble] = []
    tally = add(store, [folder], replace(WORK, told=told.append))
    with store.view() as view:
        rows = list(view.reports())
        assert view.linked() == MARK
        assert len(rows) == tally.added == 45
        assert {Path(re.split("[!@]|:[0-9]", name)[0]).name for row in rows for name in row.names} >= {
            "a0.txt", "b10.html", "c.jsonl", "d.csv", "e.zip", "f.warc.gz", "g-cut.txt.gz"
        }  # fmt: skip
        copies = next(row for row in rows if any(name.endswith("a-copy.txt") for name in row.names))
        assert [name.rsplit("/", 1)[-1] for name in copies.names] == ["a-copy.txt", "a3.txt"]
        assert all(bool(row.origins) == (row.coded == "yes") for row in rows if not (row.url or "").endswith("news.example/15"))
        assert [(row.coded, row.origins) for row in rows if (row.url or "").endswith("news.example/15")] == [("yes", ()), ("yes", ())]  # retracted, and the retraction
        assert {row.coded for row in rows} > {"yes"}
        chain = next(chain for chain in view.versions() if chain.url.endswith("news.example/15"))
        (withdrawn,) = view.withdrawals()
        assert (withdrawn.report, withdrawn.by) == chain.reports
        assert isinstance(withdrawn, Withdrawal)
        assert withdrawn.kind == "retracts"
        errors = {Path(row.name.split(":")[0]).name: row.code for row in view.issues(severity="error")}
    assert errors == {"bad-binary.txt": "not_text", "c.jsonl": "unreadable_row", "g-cut.txt.gz": "cut"}
    assert {Path(t.name.split(":")[0]).name for t in told if t.severity == "error"} == set(errors)
    assert tally.failed == 3


def test_adding_again_changes_nothing_and_codes_nothing(store: Store, folder: Path) -> None:
    add(store, [folder], WORK)
    before = export(store)
    tally = add(store, [folder], replace(WORK, load=unloadable))
    assert (tally.added, tally.known, tally.again) == (0, 47, 0)
    assert tally.links is None
    assert export(store) == before


def unloadable() -> Cheap:
    raise AssertionError("the pipeline was loaded")


@pytest.mark.parametrize("batch", [1, 7, 64])
def test_the_record_does_not_depend_on_how_it_is_written(store: Store, folder: Path, tmp_path: Path, batch: int) -> None:
    add(store, [folder], replace(WORK, batch=batch))
    with open_store(tmp_path / "other.db", create=True) as other:
        for path in sorted(folder.iterdir()):
            add(other, [path], replace(WORK, batch=5))
        assert export(other) == export(store)


def test_many_small_additions_link_as_one_and_as_from_nothing(store: Store, folder: Path, tmp_path: Path) -> None:
    """Whatever linking kept of earlier reports, what it makes of all is what it makes without."""
    paths = sorted(folder.iterdir())
    for path in paths:
        add(store, [path], WORK)
    grown = export(store)
    with store.writer() as writer:
        writer.keep_sketches(())
        writer.mark_linked("older")
    found = link(store)
    assert found is not None
    assert len(found.traces) == len(found.sketches) == found.reports == 45
    assert export(store) == grown
    with open_store(tmp_path / "other.db", create=True) as other:
        for path in reversed(paths):
            add(other, [path], WORK)
        assert links(other) == links(store)


def test_linking_reads_no_record_that_it_knows(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.run import linking

    add(store, [folder], WORK)
    (folder.parent / "late.txt").write_text("Guards in Orlan arrested nine dockers on Monday.", encoding="utf-8")

    def read(record: Record) -> object:
        raise AssertionError("a record was read again")

    monkeypatch.setattr(linking, "trace", read)
    monkeypatch.setattr(linking, "sketch", read)
    assert add(store, [folder.parent / "late.txt"], WORK).added == 1
    with store.view() as view:
        assert view.linked() == MARK


def test_what_is_kept_for_linking_and_damaged_is_made_anew(store: Store, folder: Path) -> None:
    from onrecord.run.linking import SKETCH

    add(store, [folder], WORK)
    before = export(store)
    with store.view() as view:
        ids = [row.id for row in view.reports()]
    with store.writer() as writer:
        writer.set_sketches(SKETCH, {ids[0]: b"torn"})
        writer.set_sketches(kind(), {ids[1]: b"torn", ids[2]: zlib.compress(b"[]")})
        writer.set_origins([])
        writer.mark_linked("older")
    found = link(store)
    assert found is not None
    assert (set(found.sketches), set(found.traces)) == ({ids[0]}, {ids[1], ids[2]})
    assert export(store) == before


def test_a_run_that_ends_before_linking_says_so_and_the_next_one_completes_it(store: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(store: Store) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(adding, "link", ended)
        with pytest.raises(KeyboardInterrupt):
            add(store, [folder], WORK)
    assert not up_to_date(store)
    tally = add(store, [], replace(WORK, load=unloadable))
    assert tally.links is not None
    assert tally.links.reports == 45
    assert up_to_date(store)
    with open_store(tmp_path / "whole.db", create=True) as whole:
        add(whole, [folder], WORK)
        assert export(whole) == export(store)


def test_links_are_worked_out_anew_where_somebody_adds_meanwhile(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.run import linking

    add(store, [folder / "a0.txt"], WORK)
    late = iter([folder / "a1.txt", folder / "a2.txt"])
    real = linking.work_out

    def slow(view: object) -> linking.Links:
        found = real(view)  # type: ignore[arg-type]
        path = next(late, None)
        if path is not None:
            with monkeypatch.context() as patch:
                patch.setattr(adding, "link", lambda store: None)
                add(store, [path], WORK)
        return found

    with store.writer() as writer:
        writer.set_origins([])
        writer.keep_sketches(())
        writer.mark_linked("older")
    with monkeypatch.context() as patch:
        patch.setattr(linking, "work_out", slow)
        found = link(store)
    assert found is not None
    assert found.reports == 3
    with store.view() as view:
        assert view.linked() == MARK
        assert {member for origin in view.origins() for member in origin.members} == {row.id for row in view.reports()}


def test_stopping_keeps_what_is_done_and_leaves_linking_to_the_next_run(store: Store, folder: Path) -> None:
    written: list[int] = []
    tally = add(store, [folder], replace(WORK, progress=lambda tally, name: written.append(tally.seen), stopped=lambda: len(written) >= 3))
    assert tally.stopped
    assert not up_to_date(store)
    with store.view() as view:
        assert 3 <= len(list(view.reports())) == tally.added < 45
    assert add(store, [folder], WORK).added == 45 - tally.added
    assert up_to_date(store)


class Deadly(Cheap):
    """Kills its process where the text says so."""

    def code_and_clean(self, received: Received) -> tuple[Record, str]:
        if "report number 5 " in received.report.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "report number 7 " in received.report.text:
            raise ValueError("seven")
        return super().code_and_clean(received)


def test_a_report_that_kills_its_worker_is_kept_uncoded_named_and_tried_again(store: Store, folder: Path) -> None:
    paths = [folder / f"a{n}.txt" for n in range(10)]
    told: list[Trouble] = []
    work = replace(WORK, load=partial(Deadly, actor_lists=()), pool=Pool(workers=1, batch=4, seconds=120), told=told.append)
    tally = add(store, paths, work)
    assert (tally.added, tally.failed) == (8, 2)
    assert [(Path(t.name).name, t.code) for t in told] == [("a5.txt", "worker_died"), ("a7.txt", "not_coded")]
    assert "SIGKILL" in told[0].message
    assert "its bytes are kept" in told[0].message
    assert "ValueError: seven" in told[1].message
    with store.view() as view:
        rows = {Path(row.names[0]).name: row for row in view.reports()}
        assert len(rows) == 10
        assert rows["a5.txt"].coded is None
        assert view.stored(rows["a5.txt"].id).data == paths[5].read_bytes()
        assert {Path(row.name).name for row in view.issues(severity="error")} == {"a5.txt", "a7.txt"}
    tally = add(store, paths, WORK)
    assert (tally.again, tally.known, tally.failed) == (2, 8, 0)
    with store.view() as view:
        assert not list(view.issues(severity="error"))
        assert all(row.coded == "yes" for row in view.reports())


class Newer(Cheap):
    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "digest", "b" * 16)


def test_recoding_uses_the_bytes_that_were_kept_and_keeps_older_results(store: Store, folder: Path, tmp_path: Path) -> None:
    moved = corpus.make(tmp_path / "moved")
    add(store, [moved], WORK, ReadOptions(publisher="Given Gazette"))
    for path in moved.iterdir():
        path.unlink()
    newer = replace(WORK, digest="b" * 16, load=partial(Newer, actor_lists=()))
    tally = recode(store, newer)
    assert (tally.again, tally.added, tally.failed, tally.stopped) == (45, 0, 0, False)
    with store.view() as view:
        assert [(digest, results, current) for digest, _, results, current in view.digests()] == [(WORK.digest, 45, 0), ("b" * 16, 45, 45)]
        assert {row.publisher for row in view.reports()} == {"Given Gazette"}
        cut = next(row for row in view.reports() if row.names[0].endswith("g-cut.txt.gz"))
        record = view.record(cut.id)
        assert record is not None
        assert any(issue.code == "cut" for issue in record.issues)
    assert recode(store, newer).seen == 0
    assert recode(store, WORK).seen == 0
    with store.view() as view:
        assert [(results, current) for _, _, results, current in view.digests()] == [(45, 45), (45, 0)]


def test_troubles_of_a_file_that_was_mended_are_forgotten(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Guards in Orlan arrested nine dockers."}\n{broken\n')
    assert add(store, [path], WORK).failed == 1
    path.write_text('{"text": "Guards in Orlan arrested nine dockers."}\n{"text": "Rebels burned the mill at Veskar."}\n')
    tally = add(store, [path], WORK)
    assert (tally.added, tally.known, tally.failed) == (1, 1, 0)
    with store.view() as view:
        assert not list(view.issues(severity="error"))


def test_tallies_count_each_report_once(store: Store, folder: Path) -> None:
    seen: list[Tally] = []
    tally = add(store, [folder], replace(WORK, progress=lambda tally, name: seen.append(replace(tally))))
    assert tally.seen == tally.added + tally.known + tally.failed == 45 + 2 + 3
    assert [t.seen for t in seen] == sorted(t.seen for t in seen)
