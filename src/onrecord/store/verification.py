"""Whether a record holds what it says: every sha256, every result, every flat row, the full text, the database file itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, exists, func, select

from onrecord.errors import RecordError
from onrecord.model.codec import check
from onrecord.model.ids import report_id
from onrecord.model.record import Record
from onrecord.store import fulltext
from onrecord.store import tables as t
from onrecord.store.faults import fault
from onrecord.store.flat import flat_events, flat_issues, name_digest, report_values, stored_bytes, unpack
from onrecord.store.sql import SqlStore
from onrecord.store.sqlite import SqliteBackend
from onrecord.store.views import SqlView, content

_r = t.reports.c
_PARTS: tuple[Table, ...] = (t.event_parties, t.event_countries, t.event_places, t.assertions)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be. `where`: a report's id, a text's sha256, an input's name or "the database"; `code` integrity | text | told | result | rows | words | links."""

    where: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was looked at."""

    reports: int
    texts: int
    results: int


def verify(store: SqlStore) -> Iterator[Fault | Checked]:
    """Every fault there is, then what was looked at; a damaged part does not hide the faults of the others.

    Raises StoreError where the database is so damaged that its tables cannot be read to their end; what was found before has been handed out then.
    """
    yield from _integrity(store)
    with store.view() as view:
        counts = [int(view.connection.execute(select(func.count()).select_from(table)).scalar_one()) for table in (t.reports, t.contents, t.results)]
        yield from _texts(view)
        yield from _reports(view)
        yield from _names(view)
        yield from _results(view)
        yield from _links(view)
    yield Checked(*counts)


def _integrity(store: SqlStore) -> Iterator[Fault]:
    """What the database says of itself, and whether the full text is that of the texts."""
    backend = store.backend
    if isinstance(backend, SqliteBackend) and (missing := backend.missing()):
        yield Fault("the database", "integrity", f"the file was cut short: {missing:,} bytes are missing")
    with backend.engine.connect() as connection:
        try:
            if backend.dialect == "sqlite":
                for row in connection.exec_driver_sql("PRAGMA integrity_check"):
                    if row[0] != "ok":
                        yield Fault("the database", "integrity", str(row[0]))
                for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
                    yield Fault("the database", "integrity", f"row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there")
        except Exception as error:
            yield Fault("the database", "integrity", fault(backend.name, getattr(error, "orig", error)).reason)
    yield from _words(store)


def _words(store: SqlStore) -> Iterator[Fault]:
    backend = store.backend
    if backend.dialect == "sqlite" and getattr(backend, "sealed", False):
        return
    try:
        with backend.engine.connect() as connection:
            agree = fulltext.agrees(connection, backend.dialect)
            connection.rollback()
    except Exception as error:
        yield Fault("the database", "words", f"the full text cannot be checked: {fault(backend.name, getattr(error, 'orig', error)).reason}")
        return
    if not agree:
        yield Fault("the database", "words", "the full text does not agree with the texts")


def _texts(view: SqlView) -> Iterator[Fault]:
    for row in view.stream(select(t.contents).order_by(t.contents.c.text_id), 50):
        try:
            if len(content(row.text_id, row.data)) != row.size:
                yield Fault(row.text_id, "text", "its size is not the one stored")
        except RecordError as error:
            yield Fault(row.text_id, "text", str(error))
    for text_id in view.connection.execute(select(t.contents.c.text_id).where(~t.contents.c.text_id.in_(select(_r.text_id)))).scalars():
        yield Fault(text_id, "text", "belongs to no report")


def _reports(view: SqlView) -> Iterator[Fault]:
    current = select(func.count()).where(t.results.c.report == _r.seq, t.results.c.current).scalar_subquery()
    results = select(func.count()).where(t.results.c.report == _r.seq).scalar_subquery()
    names = select(func.count()).where(t.found.c.report == _r.seq).scalar_subquery()
    for row in view.stream(select(_r.id, _r.text_id, _r.told, _r.url, current.label("current"), results.label("results"), names.label("names")).order_by(_r.seq)):
        try:
            told = stored_bytes(row.told, b"")
            # A page may state its own address.
            if row.id not in (report_id(row.text_id, url, told.publisher, told.published) for url in (told.url, row.url)):
                yield Fault(row.id, "told", "its id does not follow from its bytes, url, publisher and date")
        except RecordError as error:
            yield Fault(row.id, "told", str(error))
        if not row.names:
            yield Fault(row.id, "told", "has no name under which it was found")
        if row.results and row.current != 1:
            yield Fault(row.id, "result", f"has {row.current} current results")


def _names(view: SqlView) -> Iterator[Fault]:
    """Whether each name has its own sha256, by which adding again finds it."""
    for row in view.stream(select(_r.id, t.found.c.name, t.found.c.name_sha256).join(t.found, t.found.c.report == _r.seq).order_by(t.found.c.seq)):
        if name_digest(row.name) != row.name_sha256:
            yield Fault(row.id, "told", f"was found under {row.name}, and the sha256 of that name is another")
    c = t.issues.c
    for row in view.stream(select(c.name, c.name_sha256, c.code).where(c.name.is_not(None)).order_by(c.seq)):
        if name_digest(row.name) != row.name_sha256:
            yield Fault(row.name, "told", f"could not be read ({row.code}), and the sha256 of its name is another")


def _results(view: SqlView) -> Iterator[Fault]:
    query = select(_r.seq, _r.id, t.coders.c.digest, t.coders.c.version, t.results.c.current, t.results.c.record).join(t.results, t.results.c.report == _r.seq)
    for row in view.stream(query.join(t.coders, t.coders.c.seq == t.results.c.coder).order_by(_r.seq, t.coders.c.seq), 50):
        try:
            record = unpack(row.record)
            check(record)
            if (record.report.id, record.coder.pipeline_digest) != (row.id, row.digest):
                raise RecordError("a stored result belongs to another report or pipeline")
            if record.coder.version != row.version:
                raise RecordError(f"a stored result is of version {record.coder.version} of OnRecord, its pipeline is down as of {row.version}")
        except RecordError as error:
            yield Fault(row.id, "result", f"{error} (pipeline {row.digest})")
            continue
        if row.current:
            yield from _rows(view.connection, int(row.seq), record)


def _rows(connection: Connection, seq: int, record: Record) -> Iterator[Fault]:
    """Whether a report's flat rows are those that its current result gives."""
    values = report_values(record.report, record)
    stored = connection.execute(select(*(_r[name] for name in values)).where(_r.seq == seq)).one()._mapping
    wrong = [name for name, value in values.items() if stored[name] != value]
    if wrong:
        yield Fault(record.report.id, "rows", f"its {', '.join(wrong)} in lists {'differs' if len(wrong) == 1 else 'differ'} from its current result")
    made = flat_events(record)
    events = _rows_of(connection, t.events, select(t.events).where(t.events.c.report == seq))
    if events != Counter(_frozen(one.event) for one in made):
        yield Fault(record.report.id, "rows", "its rows in events differ from its current result")
    for table in _PARTS:
        query = select(t.events.c.id.label("of"), table).join(t.events, t.events.c.seq == table.c.event).where(t.events.c.report == seq)
        if _rows_of(connection, table, query) != Counter(_frozen({"of": one.event["id"], **row}) for one in made for row in one.parts[table.name]):
            yield Fault(record.report.id, "rows", f"its rows in {table.name} differ from its current result")
    issues = _rows_of(connection, t.issues, select(t.issues.c.code, t.issues.c.severity, t.issues.c.message).where(t.issues.c.report == seq, t.issues.c.linked.is_(False)))
    if issues != Counter(_frozen(row) for row in flat_issues(record)):
        yield Fault(record.report.id, "rows", "its issues in lists differ from its current result")


def _rows_of(connection: Connection, table: Table, query: Any) -> Counter[Any]:
    links = {"seq", "report", "event"}
    return Counter(_frozen({name: value for name, value in row.items() if name not in links}) for row in connection.execute(query).mappings())


def _frozen(values: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(values.items()))


def _links(view: SqlView) -> Iterator[Fault]:
    """Versions count from 0 without a gap; origins have reports and reasons; a withdrawn event is one of its report, as far as links cover what is stored."""
    try:
        for origin in view.origins():
            if not origin.members:
                yield Fault(origin.id, "links", "is an origin without reports")
        view.relations()
    except RecordError as error:
        yield Fault("the database", "links", str(error))
    if view.linked() is not None:
        c = t.withdrawals.c
        there = exists().where(t.events.c.report == c.report, t.events.c.id == c.event)
        for row in view.connection.execute(select(_r.id, c.event).join(t.reports, _r.seq == c.report).where(c.event.is_not(None), ~there).order_by(c.seq)):
            yield Fault(row.id, "links", f"{row.event} is withdrawn and is no event of its current result")
    positions: dict[str, list[int]] = {}
    for row in view.connection.execute(select(t.versions.c.url, t.versions.c.position).where(t.versions.c.copy.is_(False)).order_by(t.versions.c.seq)):
        positions.setdefault(row.url, []).append(int(row.position))
    for url, found in positions.items():
        if found != list(range(len(found))):
            yield Fault(url, "links", "its versions are not numbered in order")
