"""What is written is there, once, whole, and on both databases the same."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from onrecord.errors import RecordError, StoreError
from onrecord.model.codec import to_json
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.store import Fault, IssueRow, Origin, Reason, Relation, ReportFilter, Store, VersionChain, Withdrawal, open_store, tables, verify
from postgres_server import new_schema
from store_helpers import Coded, add, as_it_is, export, plain


def reason(ids: list[str]) -> Reason:
    return Reason("same_text", (ids[0], ids[2]), "one sentence shared", ids[0], (Span(0, 6, "Rebels"),), 0.875)


def link(store: Store, coded: tuple[Coded, ...]) -> None:
    ids = [one.id for one in coded]
    with store.writer() as writer:
        writer.set_origins(
            [
                Origin("origin-1", "outlet", (ids[0], ids[2]), (reason(ids),), "Harbour Post", False, "story-1", "2026-03-03"),
                Origin("origin-2", "unknown", (ids[3],)),
                Origin("origin-1", "unknown", (ids[3],), story="story-2"),
            ]
        )
        writer.set_versions([VersionChain("http://port.example/gao", (ids[0], ids[1]), ((ids[0], ids[2]),))])
        writer.set_relations([Relation(ids[1], ids[0], "corrects", "headline", coded[1].record.events[0].mentions[0].trigger)])
        writer.set_link_issues([IssueRow("", "notice_unclear", "info", "fits several reports", ids[1])])
        writer.set_withdrawals([Withdrawal(ids[0], ids[1], "corrects", "There was no attack on Gao", coded[0].record.events[0].id)])


def recoded(record: Record, digest: str) -> Record:
    return replace(record, coder=replace(record.coder, pipeline_digest=digest))


def test_reports_and_results_come_back_as_they_went_in(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.view() as view:
            for one in coded:
                assert view.stored(one.id) == one.stored
                record = view.record(one.id)
                assert record is not None
                assert to_json(record) == to_json(one.record)
            assert [row.id for row in view.reports()] == [one.id for one in coded]
            assert [to_json(r) for r in view.records()] == [to_json(one.record) for one in coded]
            backwards = [one.id for one in reversed(coded)]
            assert [r.report.id for r in view.records(backwards)] == backwards
            assert view.record("nothing") is None
            with pytest.raises(RecordError, match="no report nothing"):
                view.stored("nothing")


def test_a_row_of_a_report_says_what_a_list_needs(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.writer() as writer:
            writer.add_name(coded[0].id, "copy of it.txt")
        link(store, coded)
        with store.view() as view:
            first, second, *_, foreign, empty = view.reports()
    assert (first.publisher, first.published, first.language, first.coded, first.private) == ("Harbour Post", "2026-03-03", "en", "yes", True)
    assert (first.names, first.origins, first.withdrawn_by, first.version_of) == (("harbour/1.txt", "copy of it.txt"), ("origin-1",), (coded[1].id,), None)
    assert (first.events, first.digest) == (len(coded[0].record.events), coded[0].record.coder.pipeline_digest)
    assert first.events >= 2
    assert second.version_of == coded[0].id
    assert (foreign.coded, foreign.language, foreign.events, empty.coded) == ("unsupported_language", "fr", 0, "empty")


def test_adding_again_changes_nothing(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
        link(store, coded)
        before = export(store)
        with store.writer() as writer:
            assert not any(writer.add_report(one.stored, one.received) for one in coded)
            assert not any(writer.add_result(one.record) for one in coded)
            assert not writer.add_name(coded[0].id, coded[0].stored.name)
        link(store, coded)
        assert export(store) == before
        with store.writer() as writer:
            assert writer.add_report(replace(coded[0].stored, name="elsewhere.txt"), coded[0].received) is False
            assert writer.add_name(coded[0].id, "a third.txt")
        with store.view() as view:
            assert next(view.reports()).names == ("harbour/1.txt", "elsewhere.txt", "a third.txt")
            assert view.stored(coded[0].id) == coded[0].stored


def test_both_databases_give_the_same_bytes_in_one_run_or_many(tmp_path: Path, postgres: str, coded: tuple[Coded, ...]) -> None:
    exports = []
    for where in (str(tmp_path / "one.db"), new_schema(postgres)):
        with open_store(where, create=True) as store:
            add(store, coded)
            link(store, coded)
            exports.append(export(store))
    for where in (str(tmp_path / "many.db"), new_schema(postgres)):
        for one in coded:
            with open_store(where, create=True) as store:
                with pytest.raises(KeyboardInterrupt):
                    stopped(store, one)
                add(store, [one])
        with open_store(where) as store:
            link(store, coded)
            exports.append(export(store))
    assert len(set(exports)) == 1
    lines = exports[0].splitlines()
    assert len(lines) == 2 * len(coded) + 3 + 1 + 1 + 1 + 1
    assert exports[0].isascii()


def stopped(store: Store, one: Coded) -> None:
    """A run that somebody stops in the middle of a transaction."""
    with store.writer() as writer:
        writer.add_report(one.stored, one.received)
        writer.add_result(one.record)
        raise KeyboardInterrupt


def failed(store: Store, one: Coded, unknown: Coded) -> None:
    """A transaction whose last step cannot be."""
    with store.writer() as writer:
        writer.add_report(one.stored, one.received)
        writer.add_trouble("x.zip", "bad_zip", "error", "is no ZIP file")
        writer.add_result(unknown.record)


def test_a_transaction_that_fails_leaves_nothing(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded[:2])
        before = export(store)
        with pytest.raises(RecordError, match="no report"):
            failed(store, coded[2], coded[3])
        assert export(store) == before
        add(store, coded[2:3])
        with store.view() as view:
            assert [row.id for row in view.reports()] == [one.id for one in coded[:3]]


def test_bytes_that_are_not_the_reports_are_refused(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        with pytest.raises(RecordError, match="sha256"), store.writer() as writer:
            writer.add_report(replace(coded[0].stored, data=b"other bytes"), coded[0].received)
        with pytest.raises(RecordError, match="no report"), store.writer() as writer:
            writer.add_name("nobody", "x")


def test_what_is_known_need_not_be_read_again(place: str, coded: tuple[Coded, ...]) -> None:
    stored = coded[0].stored
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.view() as view:
            assert view.known(stored) == view.known(replace(stored, name="copy.txt")) == coded[0].id
            for other in (replace(stored, name="copy.html"), replace(stored, publisher=None), replace(stored, data=b"x"), replace(stored, url="http://port.example/")):
                assert view.known(other) is None
            assert view.has([coded[0].id, "nobody"]) == {coded[0].id}


def test_results_of_several_pipelines_stand_side_by_side(place: str, coded: tuple[Coded, ...]) -> None:
    first = coded[0].record
    digest = first.coder.pipeline_digest
    other = replace(recoded(first, "p2"), events=(), attributions=(), disputes=(), claims=(), questions=(), quantities=(), authorities=())
    with open_store(place, create=True) as store:
        add(store, coded[:3])
        with store.writer() as writer:
            assert writer.add_result(other)
        with store.view() as view:
            assert view.record(first.report.id) == other
            assert view.record(first.report.id, digest) == first
            assert next(view.reports()).events == 0
            assert view.digests() == ((digest, first.coder.version, 3, 2), ("p2", first.coder.version, 1, 1))
            assert list(view.uncoded("p2")) == [one.id for one in coded[1:3]]
            assert view.coded([one.id for one in coded], "p2") == {first.report.id}
            assert [r.report.id for r in view.results("p2")] == [first.report.id]
            assert list(view.results("p3")) == []
        with store.writer() as writer:
            assert writer.make_current(digest) == 1
            assert writer.make_current(digest) == 0
        with store.view() as view:
            assert view.record(first.report.id) == first
            assert next(view.reports()).events == len(first.events)
        assert [f for f in verify(store) if hasattr(f, "code")] == []
        with store.writer() as writer:  # an old result is shown again when it is added again
            assert not writer.add_result(other)
        with store.view() as view:
            assert view.record(first.report.id) == other


def test_links_come_back_and_are_replaced_as_a_whole(place: str, coded: tuple[Coded, ...]) -> None:
    ids = [one.id for one in coded]
    with open_store(place, create=True) as store:
        add(store, coded)
        link(store, coded)
        with store.view() as view:
            two, one, three = view.origins()  # by story and id
            assert (three.id, three.story) == ("origin-1", "story-2")
            assert one == Origin("origin-1", "outlet", (ids[0], ids[2]), (reason(ids),), "Harbour Post", False, "story-1", "2026-03-03")
            assert (two.kind, two.members, two.interested, two.name) == ("unknown", (ids[3],), None, None)
            assert view.versions() == (VersionChain("http://port.example/gao", (ids[0], ids[1]), ((ids[0], ids[2]),)),)
            assert view.relations() == (Relation(ids[1], ids[0], "corrects", "headline", coded[1].record.events[0].mentions[0].trigger),)
            assert view.relations()[0].spans
            assert [(row.name, row.report, row.code) for row in view.issues(code="notice_unclear")] == [("harbour/2.txt", ids[1], "notice_unclear")]
            assert [row.version_of for row in view.reports()][:3] == [None, ids[0], None]
            assert next(view.reports()).corrected_by == (ids[1],)
            assert view.withdrawals() == (Withdrawal(ids[0], ids[1], "corrects", "There was no attack on Gao", coded[0].record.events[0].id),)
        add(store, coded)  # what was found while linking stays until it is found anew
        with store.view() as view:
            assert len(list(view.issues(code="notice_unclear"))) == 1
        assert [f for f in verify(store) if isinstance(f, Fault)] == []
        with store.writer() as writer:
            writer.set_relations([])
            writer.set_link_issues([])
            writer.set_origins([Origin("origin-3", "agency", (ids[1],))])
            writer.set_versions([])
            writer.set_withdrawals([])
        with store.view() as view:
            assert [o.id for o in view.origins()] == ["origin-3"]
            assert view.versions() == view.withdrawals() == view.relations() == ()
            assert list(view.issues(code="notice_unclear")) == []
        with pytest.raises(RecordError, match="no report"), store.writer() as writer:
            writer.set_origins([Origin("origin-4", "agency", ("nobody",))])


def test_links_put_again_are_written_only_where_they_differ(place: str, tmp_path: Path, coded: tuple[Coded, ...]) -> None:
    """Rows that stay have their numbers; what comes of many small changes is what comes of writing the last state at once."""
    ids = [one.id for one in coded]
    dice = random.Random(7)

    def some() -> list[Origin]:
        members = {story: dice.sample(ids, dice.randint(1, 3)) for story in dice.sample("abcdef", 4)}
        return [Origin(f"outlet:{dice.choice('xy')}", "outlet", tuple(sorted(own, key=ids.index)), (Reason("copy", tuple(own), share=0.5),), "Post", None, story) for story, own in members.items()]

    def chains() -> list[VersionChain]:
        return [VersionChain(f"http://{host}.example/", tuple(dice.sample(ids, 3)), ()) for host in dice.sample("abcd", 2)]

    with open_store(place, create=True) as store, open_store(tmp_path / "once.db", create=True) as once:
        add(store, coded)
        add(once, coded)
        origins, versions = some(), chains()
        with store.writer() as writer:
            writer.set_origins(origins)
        for _ in range(12):
            before = numbers(store)
            kept = [origin for origin in origins if dice.random() < 0.6]
            changed = [origin for origin in some() if origin.story not in {one.story for one in kept}]
            origins = [*kept, *changed]
            versions = [*versions[:1], *(chain for chain in chains() if chain.url != versions[0].url)] if versions else chains()
            with store.writer() as writer:
                writer.set_origins(origins)
                writer.set_versions(versions)
            assert {story: before[story] for story in (one.story for one in kept)}.items() <= numbers(store).items()
            with store.view() as view:
                assert sorted(origins, key=lambda one: one.story) == list(view.origins())
                assert sorted(versions, key=lambda one: one.url) == list(view.versions())
        with once.writer() as writer:
            writer.set_origins(origins)
            writer.set_versions(versions)
        assert export(once) == export(store)
        assert [found for found in verify(store) if isinstance(found, Fault)] == []


def numbers(store: Store) -> dict[str, int]:
    """The row numbers of origins, by story."""
    with store.view() as view:
        return {row.story: row.seq for row in view.connection.execute(select(tables.origins.c.story, tables.origins.c.seq))}


def test_what_follows_from_a_result_goes_with_it(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded[:2])
        with store.writer() as writer:
            writer.set_sketches("near/1", {one.id: b"x" for one in coded[:2]})
        add(store, coded[:1])  # the same result again changes nothing
        with store.view() as view:
            assert list(view.unsketched("near/1")) == []
        add(store, [replace(coded[0], record=recoded(coded[0].record, "p2"))])
        with store.view() as view:
            assert list(view.unsketched("near/1")) == [coded[0].id]


def test_the_mark_of_linking_goes_when_something_is_added(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded[:1])
        for new in (coded[1:2], [replace(coded[1], record=recoded(coded[1].record, "p2"))]):
            with store.writer() as writer:
                writer.mark_linked("link/1")
            add(store, coded[:1])
            with store.view() as view:
                assert view.linked() == "link/1"
            add(store, new)
            with store.view() as view:
                assert view.linked() is None


def test_sketches_are_kept_by_kind(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded[:3])
        ids = [one.id for one in coded[:3]]
        with store.writer() as writer:
            writer.set_sketches("near/1", {ids[2]: b"\x00two", ids[0]: b"zero"})
            writer.set_sketches("near/2", {ids[0]: b"other"})
            writer.set_sketches("near/1", {ids[0]: b"new"})
        with store.view() as view:
            assert list(view.sketches("near/1")) == [(ids[0], b"new"), (ids[2], b"\x00two")]
            assert list(view.unsketched("near/1")) == [ids[1]]
        with store.writer() as writer:
            writer.keep_sketches(("near/2",))
        with store.view() as view:
            assert list(view.sketches("near/1")) == []
            assert list(view.sketches("near/2")) == [(ids[0], b"other")]


def test_troubles_and_issues(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.writer() as writer:
            assert writer.add_trouble("news.zip!b.txt", "bad_entry", "error", "cannot be unpacked")
            assert not writer.add_trouble("news.zip!b.txt", "bad_entry", "error", "cannot be unpacked")
            assert writer.add_trouble("a.csv:3", "ragged_row", "warning", "has 4 cells, not 5")
        with store.view() as view:
            troubles = [IssueRow("a.csv:3", "ragged_row", "warning", "has 4 cells, not 5"), IssueRow("news.zip!b.txt", "bad_entry", "error", "cannot be unpacked")]
            found = list(view.issues())
            assert found[:2] == troubles
            own = [(one.id, i.code) for one in coded for i in one.record.issues]
            assert [(row.report, row.code) for row in found[2:]] == own
            assert {code for _, code in own} >= {"empty_text", "unsupported_language"}
            assert [row.name for row in view.issues(code="empty_text")] == ["empty.txt"]
            assert list(view.issues(name="NEWS.zip")) == troubles[1:]
            assert {row.severity for row in view.issues(severity="warning")} == {"warning"}
        with store.writer() as writer:
            assert writer.forget_troubles("news.zip!b.txt") == 1
            assert writer.forget_troubles("news.zip") == 0
        with store.view() as view:
            assert list(view.issues())[:1] == troubles[:1]


def test_a_view_stays_as_it_was_while_others_write(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store, open_store(place) as other:
        add(store, coded[:2])
        with store.view() as view:
            before = list(view.reports())
            add(other, coded[2:])
            assert list(view.reports()) == before
            assert len(before) == 2
            assert [r.report.id for r in view.records()] == [one.id for one in coded[:2]]
        with store.view() as view:
            assert len(list(view.reports())) == len(coded)


def test_a_view_cannot_write(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded[:1])
        with pytest.raises(StoreError, match=r"read-only|refused"), store.view() as view:
            view.connection.exec_driver_sql("DELETE FROM found")
        with store.view() as view:
            assert next(view.reports()).names == ("harbour/1.txt",)


HOSTILE = {
    "zero.txt": "Rebels attacked\x00 the town.", "surrogate\udcff.txt": "Rebels \ud800 attacked the town.", "long.txt": "word" * 60_000,
    "many words.txt": " ".join(f"{n:x}é" for n in range(120_000)), "'; DROP TABLE reports; --.txt": "'; DROP TABLE reports; --", "%_\\.txt": "100 % of _them_ \\ fled",
    "n" * 5000: "A name of five thousand letters.", "noncharacter.txt": "Rebels \ufdd0attacked\ufdd1 \uffff",
}  # fmt: skip


def test_any_text_and_any_name_can_be_kept(place: str) -> None:
    made = [plain(name, text) if "\x00" not in text and "\ud800" not in text else as_it_is(name, text) for name, text in HOSTILE.items()]
    with open_store(place, create=True) as store:
        add(store, made)
        with store.writer() as writer:
            writer.add_trouble("\x00\udcff", "code", "error", "a message with \x00 and \ud800 in it")
            writer.set_versions([VersionChain("http://x/" + "u" * 9000, (made[0].id, made[1].id))])
        with store.view() as view:
            for one in made:
                assert view.record(one.id) == one.record
                assert view.stored(one.id) == one.stored
            assert [row.message for row in view.issues()] == ["a message with \\x00 and \\ud800 in it"]
            assert list(view.reports(ReportFilter(name="%_\\"))) == [row for row in view.reports() if row.names == ("%_\\.txt",)] != []
            assert [hit.report.names for hit in view.search("drop table")] == [("'; DROP TABLE reports; --.txt",)]
            assert len(view.search("77e")) == 1
        assert [f for f in verify(store) if hasattr(f, "code")] == []
