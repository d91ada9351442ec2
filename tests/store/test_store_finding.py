"""Filters and full text, the same on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Coder
from onrecord.store import EventFilter, ReportFilter, View, Withdrawal, open_store
from onrecord.store.flat import period
from onrecord.store.fulltext import parts
from postgres_server import new_schema
from store_helpers import Coded, add, plain


def events(view: View, coded: tuple[Coded, ...], which: EventFilter) -> set[tuple[str, str]]:
    """The events found, as report's name and type."""
    names = {one.id: one.stored.name for one in coded}
    types = {event.id: event.type for one in coded for event in one.record.events}
    return {(names[row.report], types[row.event]) for row in view.events(which)}


ALL = {("harbour/1.txt", "ASSAULT"), ("harbour/1.txt", "REJECT"), ("harbour/2.txt", "COERCE"), ("wire.txt", "ASSAULT"), ("wire.txt", "MOBILIZE"), ("undated.txt", "COERCE")}


def test_filters_of_events(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.view() as view:

            def found(**which: object) -> set[tuple[str, str]]:
                return events(view, coded, EventFilter(**which))  # type: ignore[arg-type]

            every = found()
            assert every >= ALL
            attacks = {("harbour/1.txt", "ASSAULT"), ("wire.txt", "ASSAULT")}
            assert found(actor="rebels") == found(actor="REBEL") == attacks
            assert found(actor="ebels") == found(actor="!") == found(actor="%") == set()
            assert found(country="mex") == {("wire.txt", "MOBILIZE")}
            assert ("harbour/2.txt", "COERCE") in found(country="BRA")
            assert found(place="sao paulo") == {("harbour/2.txt", "COERCE")}
            assert found(type="mobilize", status="planned") == {("wire.txt", "MOBILIZE")}
            assert found(type="ASSAULT", publisher="northwind") == {("wire.txt", "ASSAULT")}
            assert found(type="ASSAULT", reports=(coded[0].id,)) == {("harbour/1.txt", "ASSAULT")}
            assert found(background=True) | found(background=False) == every
            assert not found(background=True) & found(background=False, type="ASSAULT")
            # The Monday before 3 March 2026 is 2 March.
            assert found(type="ASSAULT", since="2026-03-02", until="2026-03-02") == attacks
            assert found(type="ASSAULT", since="2026-03-03") == found(type="ASSAULT", until="2026-03-01") == set()
            assert found(type="ASSAULT", published_until="2026-03-03") == attacks
            assert found(published_since="2026-03-04", published_until="2026-03-04") == {pair for pair in every if pair[0] == "harbour/2.txt"}


def test_events_of_unknown_day_are_in_no_period_and_counted(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.view() as view:
            every = list(view.events())
            dated = list(view.events(EventFilter(since="0001-01-01")))
            assert 0 < len(dated) < len(every)
            assert view.undated(EventFilter(since="0001-01-01")) == len(every) - len(dated)
            assert view.undated(EventFilter()) == 0
            # By the day of the report: all events of the report that has none.
            unpublished = len(coded[3].record.events)
            assert view.undated(EventFilter(published_since="2026-03-01")) == unpublished > 0
            assert view.undated(EventFilter(published_since="2026-03-01", publisher="harbour")) == 0
            # One that is outside by what is known is not counted as unknown.
            assert view.undated(EventFilter(since="2026-01-01", published_until="1999-12-31", publisher="harbour")) == 0


def test_what_rests_on_the_publication_date_is_found_on_that_day_and_in_no_year_before_it(place: str, ungated: Coder) -> None:
    bare = plain("bare.txt", "Rebels attacked the town of Gao, killing 3 soldiers.", published="2026-03-04")
    coded = (replace(bare, record=ungated.code_received(bare.received)),)
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.view() as view:
            found = {when: events(view, coded, EventFilter(**which)) for when, which in {"on": {"since": "2026-03-04", "until": "2026-03-04"}, "before": {"until": "2026-03-03"}, "after": {"since": "2026-03-05"}}.items()}
            assert found == {"on": {("bare.txt", "ASSAULT")}, "before": set(), "after": set()}


def test_private_persons_are_found_only_when_asked_for(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.view() as view:
            assert list(view.events(EventFilter(recipient="Tomas Brennick"))) == []
            found = events(view, coded, EventFilter(recipient="brennick", private=True))
            assert found == {("undated.txt", "COERCE")}


def test_withdrawn_events_are_marked(place: str, coded: tuple[Coded, ...]) -> None:
    first, second, third = coded[:3]
    attack = next(e for e in first.record.events if e.type == "ASSAULT")
    other = next(e for e in third.record.events if e.type == "MOBILIZE")
    said = next(a.attribution for e in third.record.events if e.type == "MOBILIZE" for a in e.assertions)
    withdrawals = [
        Withdrawal(first.id, second.id, "corrects", "there was no attack", attack.id),
        Withdrawal(third.id, second.id, "corrects", "no word of it", other.id, "attribution-nobody" if said is None else None, every=False),
    ]
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.writer() as writer:
            writer.set_withdrawals(withdrawals)
        with store.view() as view:
            rows = {row.event: row for row in view.events()}
            assert (rows[attack.id].gone, rows[attack.id].withdrawals) == (True, (withdrawals[0],))
            assert (rows[other.id].gone, rows[other.id].withdrawals) == (False, (withdrawals[1],))
            left = {row.event for row in view.events(EventFilter(withdrawn=False))}
            assert set(rows) - left == {attack.id}
        with store.writer() as writer:
            writer.set_withdrawals([Withdrawal(first.id, second.id, "retracts", "all of it")])
        with store.view() as view:
            assert {row.event for row in view.events() if row.gone} == {event.id for event in first.record.events}


def test_filters_of_reports(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
        uncoded = plain("month.txt", "A report of a month.", publisher="Harbour Post", published="2026-02")
        with store.writer() as writer:
            writer.add_report(uncoded.stored, uncoded.received)
        with store.view() as view:

            def names(**which: object) -> list[str]:
                return [row.names[0] for row in view.reports(ReportFilter(**which))]  # type: ignore[arg-type]

            assert names(publisher="HARBOUR") == ["harbour/1.txt", "harbour/2.txt", "month.txt"]
            assert names(name="Harbour/") == ["harbour/1.txt", "harbour/2.txt"]
            assert names(language="fr") == ["foreign.txt"]
            assert names(coded="no") == ["month.txt"]
            assert names(coded="empty") == ["empty.txt"]
            assert names(since="2026-02-10", until="2026-02-11") == ["month.txt"]
            assert names(since="2026-03-04") == ["harbour/2.txt", "foreign.txt"]
            assert names(ids=(coded[2].id, "nobody")) == ["wire.txt"]
            assert names(ids=()) == []


@pytest.mark.parametrize(("value", "days"), [("2024-02", ("2024-02-01", "2024-02-29")), ("2023", ("2023-01-01", "2023-12-31")), ("2026-03-03T10:00Z", ("2026-03-03", "2026-03-03")),
                                             ("yesterday", (None, None)), ("", (None, None)), (None, (None, None))])  # fmt: skip
def test_periods(value: str | None, days: tuple[str | None, str | None]) -> None:
    assert period(value) == days


QUERIES = (
    ("towns", ["harbour/1.txt", "wire.txt"]), ("REBELS attacking", ["harbour/1.txt", "wire.txt"]), ("rebels mayor", ["harbour/1.txt"]), ('"attack on gao"', ["harbour/2.txt"]),
    ('"gao attack"', []), ("sao paulo", ["harbour/2.txt"]), ("São", ["harbour/2.txt"]), ("“town of Gao” border", ["wire.txt"]), ("rebels OR marchers", []),
    ("habitants", ["foreign.txt"]), ("", []), ("...", []), ('"', []), ("mexico*", ["wire.txt"]), ("-mexico", ["wire.txt"]), ("title:mexico", []), ("NEAR(rebels gao)", []),
)  # fmt: skip


def test_words_find_reports(place: str, coded: tuple[Coded, ...]) -> None:
    with open_store(place, create=True) as store:
        add(store, coded)
        with store.view() as view:
            for words, names in QUERIES:
                assert sorted(hit.report.names[0] for hit in view.search(words)) == names, words
            hit = view.search('"town of Gao" soldiers')[0]
            assert (hit.rank, hit.report.id) == (1, coded[0].id)
            assert "attacked the town of Gao" in hit.snippet
            marked = {hit.snippet[start:end] for start, end in hit.marks}
            assert {word for words in marked for word in words.split()} >= {"town", "Gao", "soldiers"}
            assert len(view.search("gao", limit=2)) == 2
            assert [h.report.names[0] for h in view.search("gao", which=ReportFilter(publisher="northwind"))] == ["wire.txt"]


def test_a_title_counts_more_than_a_mention_and_a_changed_text_is_found_by_its_new_words(place: str) -> None:
    filler = " Nothing else happened there that anybody told of that week." * 30
    mention = plain("a.txt", "The week in brief." + filler + " A ferry sank." + filler)
    titled = plain("b.txt", "Ferry sank near the coast\n\nBy Ona Lerch\n\nThe boat went down at dawn." + filler)
    with open_store(place, create=True) as store:
        add(store, [mention, titled])
        with store.view() as view:
            assert [hit.report.names[0] for hit in view.search("ferry sank")] == ["b.txt", "a.txt"]
        from dataclasses import replace

        record = titled.record
        report = replace(record.report, text="An otter swam.", title=None)
        with store.writer() as writer:
            writer.add_result(replace(record, report=report, coder=replace(record.coder, pipeline_digest="p2")))
        with store.view() as view:
            assert [hit.report.names[0] for hit in view.search("ferry")] == ["a.txt"]
            assert [hit.report.names[0] for hit in view.search("otter")] == ["b.txt"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, postgres: str) -> Iterator[list[View]]:
    """Views of a small record in each database."""
    with ExitStack() as stack:
        stores = [stack.enter_context(open_store(where, create=True)) for where in (str(tmp_path_factory.mktemp("words") / "record.db"), new_schema(postgres))]
        for store in stores:
            add(store, [plain("a.txt", "Rebels attacked the town of Gao.")])
        yield [stack.enter_context(store.view()) for store in stores]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.text() | st.text(alphabet='"*()^:+-& |!<>\\\'%_\x00\ud800 abGaoORNEARANDT{}~,.', max_size=40))
def test_nothing_that_is_typed_is_an_error(filled: list[View], words: str) -> None:
    for view in filled:
        assert len(view.search(words)) <= 1
        list(view.events(EventFilter(actor=words, place=words, publisher=words, type=words, country=words, reports=(words,))))
        list(view.reports(ReportFilter(name=words, publisher=words, language=words, ids=(words,))))
        list(view.issues(name=words, code=words))


def test_words_and_phrases() -> None:
    assert parts('a "b c" d-e "" f"g') == ("a", "b c", "d e", "f g")
    assert parts('"open to the end') == ("open to the end",)
    assert parts(" ".join(f"w{n}" for n in range(200))) == tuple(f"w{n}" for n in range(64))
    assert parts("* ( ) - :") == ()
    assert parts("Ünïon ﬁre") == ("Union", "fire")


def test_the_folder_of_a_record_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "a#b?c%20d é"
    folder.mkdir()
    with open_store(folder / "record.db", create=True) as store:
        add(store, [plain("a.txt", "Rebels attacked the town.")])
    assert [path.name for path in folder.iterdir()] == ["record.db"]
