"""Adding to a record: what is kept, what is not done twice, what happens to reports that nobody can code."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import signal
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import corpus
import pytest
from killing import Cheap, job

from onrecord.link.marks import covers
from onrecord.link.sketch import kind as sketch_kind
from onrecord.link.traces import kind
from onrecord.model.record import Record
from onrecord.model.report import Received
from onrecord.readers import sources
from onrecord.readers.items import ReadOptions, Trouble
from onrecord.run import add as adding
from onrecord.run.add import Tally, add, recode
from onrecord.run.linking import link, up_to_date
from onrecord.run.processes import Pool
from onrecord.store import Store, open_store

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
        assert covers(view.linked())
        assert len(rows) == tally.added == 45
        assert {Path(re.split("[!@]|:[0-9]", name)[0]).name for row in rows for name in row.names} >= {
            "a0.txt", "b10.html", "c.jsonl", "d.csv", "e.zip", "f.warc.gz", "g-cut.txt.gz"
        }  # fmt: skip
        copies = next(row for row in rows if any(name.endswith("a-copy.txt") for name in row.names))
        assert [name.rsplit("/", 1)[-1] for name in copies.names] == ["a-copy.txt", "a3.txt"]
        assert all(bool(row.origins) == (row.coded == "yes") for row in rows if not (row.url or "").endswith("news.example/15"))
        assert [(row.coded, row.origins) for row in rows if (row.url or "").endswith("news.example/15")] == [("yes", ()), ("yes", ())]  # both versions are retracted
        assert {row.coded for row in rows} > {"yes"}
        chain = next(chain for chain in view.versions() if chain.url.endswith("news.example/15"))
        first, last = chain.reports
        assert {(w.report, w.by, w.kind, w.event) for w in view.withdrawals()} == {(first, last, "retracts", None), (last, last, "retracts", None)}
        assert {row.id for row in rows if row.retracted} == {first, last}
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
        assert covers(view.linked())


def test_what_is_kept_for_linking_and_damaged_is_made_anew(store: Store, folder: Path) -> None:
    add(store, [folder], WORK)
    before = export(store)
    with store.view() as view:
        ids = [row.id for row in view.reports()]
    with store.writer() as writer:
        writer.set_sketches(sketch_kind(), {ids[0]: b"torn"})
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
        assert covers(view.linked())
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


def names_of(store: Store, severity: str) -> list[str]:
    with store.view() as view:
        return [Path(row.name).name for row in view.issues(severity=severity) if row.report is None]  # type: ignore[arg-type]


def test_a_folders_trouble_goes_with_its_cause(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "b.txt").write_text("Guards in Orlan arrested nine dockers.", encoding="utf-8")
    (folder / "sub" / "c.txt").write_text("Rebels burned the mill at Veskar.", encoding="utf-8")
    listed, opened = os.listdir, sources.opened_file

    def refuse(path: Path) -> object:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(sources.os, "listdir", lambda path: refuse(path) if Path(path).name == "sub" else listed(path))
        patch.setattr(sources, "opened_file", lambda path: refuse(path) if path.name == "b.txt" else opened(path))
        assert add(store, [folder], WORK).failed == 2
    assert names_of(store, "error") == ["b.txt", "sub"]
    assert add(store, [folder / "b.txt"], WORK).failed == 0
    assert names_of(store, "error") == ["sub"]
    tally = add(store, [folder], WORK)
    assert (tally.added, tally.known, tally.failed) == (1, 1, 0)
    assert names_of(store, "error") == []


def test_an_empty_folder_is_on_record_until_it_holds_something(store: Store, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert add(store, [tmp_path / "in"], WORK).warnings == 1
    assert names_of(store, "warning") == ["in"]
    (tmp_path / "in" / "a.txt").write_text("Guards in Orlan arrested nine dockers.", encoding="utf-8")
    assert add(store, [tmp_path / "in"], WORK).added == 1
    assert names_of(store, "warning") == []


def test_troubles_of_rows_and_members_go_when_their_file_has_them_no_more(store: Store, tmp_path: Path) -> None:
    table, archive = tmp_path / "t.csv", tmp_path / "z.zip"
    row = "Guards in Orlan arrested nine dockers.\n"
    table.write_text(f'text\n{row}a,b\n"{row}', encoding="utf-8")
    own = tmp_path / "t.csv:9"  # a file of its own, whatever its name
    own.write_bytes(b"%PDF-1.7 ...")
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("in/a.csv", f"text\n{row}a,b\n")
        out.writestr("in/b.pdf", b"%PDF-1.7 ...")
    other = tmp_path / "u.csv"
    other.write_text("text\na,b\n", encoding="utf-8")
    add(store, [table, archive, other, own], WORK)
    assert names_of(store, "error") == ["t.csv:3", "t.csv:4", "t.csv:9", "u.csv:2", "a.csv:3"]
    table.write_text(f"text\n{row}", encoding="utf-8")
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("in/a.csv", f"text\n{row}")
    assert add(store, [table, archive], WORK).failed == 0
    assert names_of(store, "error") == ["t.csv:9", "u.csv:2"]
    assert add(store, [table], WORK).failed == 0


def test_hostile_input_costs_only_itself(store: Store, tmp_path: Path) -> None:
    """Everything that a reader may refuse stands beside sound reports: each fault is on record under its name, each report is added."""
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}-sound.txt").write_text(corpus.text(n), encoding="utf-8")
    bad = {
        "cut.jsonl.gz": gzip.compress(b'{"text": "x"}\n' * 50_000)[:40], "bomb.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "rows.csv": b"text,title\nonly one\n", "bin.txt": random.Random(4).randbytes(3_000),
        "long.jsonl": b'{"text": "' + b"a" * 21_000_000 + b'"}\n', "wide.html": b"<html>" + b"<b>x</b>" * 210_000, "bad.parquet": b"PAR1" + bytes(50) + b"PAR1", "bad.warc": b"WARC/1.0\r\nContent-Length: 9999\r\n\r\nx",
        "large.txt": b"a " * 10_500_000, "two\nlines.pdf": b"%PDF-1.7 ...",
    }  # fmt: skip
    for name, data in bad.items():
        (folder / name).write_bytes(data)
    strange = Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.pdf"))
    strange.write_bytes(b"%PDF-1.7 ...")
    (folder / "loop").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe")
    tally = add(store, [folder, "/dev/zero", str(tmp_path / "absent")], WORK)
    assert tally.added >= 3
    with store.view() as view:
        told = {re.split(":[0-9]|@", row.name.removeprefix(f"{folder}/"))[0]: row for row in view.issues(severity="error")}
        assert {row.names[0].rsplit("/", 1)[-1] for row in view.reports()} >= {"0-sound.txt", "1-sound.txt", "2-sound.txt"}
        assert all(row.message for row in told.values())
        assert {(row.name.rsplit("/", 1)[-1], row.code) for row in view.issues(severity="info") if row.report is None} >= {("loop", "symlink_loop"), ("pipe", "no_report")}
    assert set(told) == {*bad, "caf\\udce9.pdf", "gone.txt", "/dev/zero", f"{tmp_path}/absent"}
    assert up_to_date(store)


def test_how_much_of_a_small_packed_file_is_on_record_is_told(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    noise = random.Random(8)
    with zipfile.ZipFile(path, "w") as out:
        for n in range(30):
            out.writestr(f"{n:02}.txt", corpus.text(n) + "\n\n" + noise.randbytes(3_000).hex())
    reached: list[int] = []
    add(store, [path], replace(WORK, reached=lambda name, at: reached.append(at)))
    assert path.stat().st_size < 200_000
    assert any(0 < at < path.stat().st_size for at in reached)


def test_how_many_reports_are_to_be_coded_again_is_told(store: Store, folder: Path) -> None:
    add(store, [folder], WORK)
    told: list[int] = []
    again = recode(store, replace(WORK, digest="0" * 64, expected=told.append))
    assert told == [again.seen]
    assert told[0] > 20


def test_how_much_of_a_large_file_is_on_record_is_told(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text("".join(f'{{"text": "{corpus.text(n)}", "pad": "{"x" * 4_000}"}}\n' for n in range(400)), encoding="utf-8")
    reached: list[tuple[str, int, int]] = []

    def note(name: str, at: int) -> None:
        with store.view() as view:
            reached.append((name, at, sum(1 for _ in view.reports())))

    add(store, [path], replace(WORK, reached=note))
    assert {name for name, _, _ in reached} == {str(path)}
    places = [at for _, at, _ in reached]
    assert places == sorted(places)
    assert places[0] == 0
    assert len(places) >= 6
    for _, at, stored in reached:
        assert stored >= (at - 110 * 5_000) // 5_000  # a hundred rows are read ahead
    assert places[-1] <= path.stat().st_size


def test_many_faults_of_one_file_are_written_together(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(f'{{"text": "{corpus.text(1)}"}}\n' + "{broken\n" * 1_000, encoding="utf-8")
    written: list[int] = []
    tally = add(store, [path], replace(WORK, batch=3, progress=lambda tally, name: written.append(tally.seen)))
    assert (tally.added, tally.failed) == (1, 1_000)
    assert len(written) < 100
    assert len(names_of(store, "error")) == 1_000
