"""Reading one snapshot: see `store.base.View`."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, exists, func, or_, select

from onrecord.errors import RecordError
from onrecord.model.codec import from_plain
from onrecord.model.common import Severity
from onrecord.model.ids import digest_bytes
from onrecord.model.record import Record
from onrecord.model.span import Span, Spans
from onrecord.store import canonical, filters, fulltext
from onrecord.store import tables as t
from onrecord.store.base import (
    EventFilter,
    EventRow,
    IssueRow,
    Origin,
    Reason,
    Relation,
    ReportFilter,
    ReportRow,
    SearchHit,
    StoredBytes,
    VersionChain,
    View,
    Withdrawal,
)
from onrecord.store.flat import storable, stored_bytes, unpack
from onrecord.store.writer import CHUNK, LINKED

T = TypeVar("T")
_ALL_REPORTS, _ALL_EVENTS = ReportFilter(), EventFilter()
_r = t.reports.c


class SqlView(View):
    """A snapshot on a connection whose transaction has begun."""

    def __init__(self, connection: Connection, dialect: str, name: str) -> None:
        self.connection, self.dialect, self.name = connection, dialect, name
        self._withdrawn: dict[str, tuple[Withdrawal, ...]] | None = None

    def reports(self, which: ReportFilter = _ALL_REPORTS) -> Iterator[ReportRow]:
        found = self.stream(select(_r.seq).where(*filters.of_reports(which)).order_by(_r.seq))
        for batch in _batches((int(row.seq) for row in found), CHUNK):
            yield from self._report_rows(batch)

    def events(self, which: EventFilter = _ALL_EVENTS) -> Iterator[EventRow]:
        query = select(t.events.c.seq, t.events.c.id, _r.id.label("report")).join(t.reports, _r.seq == t.events.c.report)
        query = query.where(*filters.of_events(which)).order_by(_r.seq, t.events.c.seq)
        withdrawn = self._withdrawals_by_report()
        for row in self.stream(query):
            made = EventRow(row.report, row.id)
            if row.report in withdrawn:
                made = self._marked(row.report, row.id, int(row.seq), withdrawn[row.report])
            if which.withdrawn or not made.gone:
                yield made

    def undated(self, which: EventFilter) -> int:
        query = select(func.count()).select_from(t.events.join(t.reports, _r.seq == t.events.c.report)).where(*filters.of_events(which, undated=True))
        return int(self.connection.execute(query).scalar_one())

    def search(self, words: str, limit: int = 20, which: ReportFilter = _ALL_REPORTS) -> list[SearchHit]:
        found = fulltext.find(self.connection, self.dialect, words, filters.seqs(which), limit)
        rows = {row.id: row for row in self._report_rows([one.seq for one in found])}
        ids = {int(row.seq): row.id for row in self.connection.execute(select(_r.seq, _r.id).where(_r.seq.in_([one.seq for one in found])))}
        return [SearchHit(rank, rows[ids[one.seq]], one.snippet, one.marks) for rank, one in enumerate(found, start=1)]

    def issues(self, name: str | None = None, code: str | None = None, severity: Severity | None = None) -> Iterator[IssueRow]:
        c = t.issues.c
        alike = [*([c.code == storable(code)] if code is not None else []), *([c.severity == severity] if severity is not None else [])]
        own = [] if name is None else [c.name.icontains(storable(name), autoescape=True)]
        for row in self.stream(select(t.issues).where(c.report.is_(None), *alike, *own).order_by(c.name, c.code, c.message)):
            yield IssueRow(row.name, row.code, row.severity, row.message)
        first = select(t.found.c.name).where(t.found.c.report == _r.seq).order_by(t.found.c.seq).limit(1).scalar_subquery()
        query = select(c.code, c.severity, c.message, _r.id, _r.private, first.label("first")).join(t.reports, _r.seq == c.report).where(*alike)
        if name is not None:
            query = query.where(exists().where(t.found.c.report == _r.seq, t.found.c.name.icontains(storable(name), autoescape=True)))
        for row in self.stream(query.order_by(_r.seq, c.seq)):
            yield IssueRow(row.first or "", row.code, row.severity, row.message, row.id, row.private)

    def has(self, ids: Iterable[str]) -> frozenset[str]:
        return frozenset(i for batch in _batches(ids, CHUNK) for i in self.connection.execute(select(_r.id).where(_r.id.in_(batch))).scalars())

    def known(self, stored: StoredBytes) -> str | None:
        wanted = replace(stored, name=_ending(stored.name), data=b"")
        for row in self.connection.execute(select(_r.id, _r.told).where(_r.text_id == digest_bytes(stored.data)).order_by(_r.seq)):
            told = stored_bytes(row.told, b"")
            if replace(told, name=_ending(told.name)) == wanted:
                return str(row.id)
        return None

    def coded(self, ids: Iterable[str], digest: str) -> frozenset[str]:
        query = select(_r.id).join(t.results, t.results.c.report == _r.seq).join(t.coders, t.coders.c.seq == t.results.c.coder).where(t.coders.c.digest == digest)
        return frozenset(i for batch in _batches(ids, CHUNK) for i in self.connection.execute(query.where(_r.id.in_(batch))).scalars())

    def uncoded(self, digest: str) -> Iterator[str]:
        has = exists().where(t.results.c.report == _r.seq, t.results.c.coder == t.coders.c.seq, t.coders.c.digest == digest)
        for row in self.stream(select(_r.id).where(~has).order_by(_r.seq)):
            yield row.id

    def stored(self, report_id: str) -> StoredBytes:
        query = select(_r.told, t.contents.c.text_id, t.contents.c.data).join(t.contents, t.contents.c.text_id == _r.text_id).where(_r.id == report_id)
        row = self.connection.execute(query).first()
        if row is None:
            raise RecordError(f"there is no report {report_id}")
        return stored_bytes(row.told, content(row.text_id, row.data))

    def record(self, report_id: str, digest: str | None = None) -> Record | None:
        return next(self.records((report_id,), digest), None)

    def records(self, ids: Iterable[str] | None = None, digest: str | None = None) -> Iterator[Record]:
        query = select(_r.id, t.results.c.record).join(t.results, t.results.c.report == _r.seq)
        if digest is None:
            query = query.where(t.results.c.current)
        else:
            query = query.join(t.coders, t.coders.c.seq == t.results.c.coder).where(t.coders.c.digest == digest)
        if ids is None:
            for row in self.stream(query.order_by(_r.seq), 50):
                yield unpack(row.record)
            return
        for batch in _batches(ids, 50):
            found = {row.id: row.record for row in self.connection.execute(query.where(_r.id.in_(batch)))}
            for report_id in batch:
                if report_id in found:
                    yield unpack(found[report_id])

    def words(self, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        for batch in _batches(ids, 50):
            for row in self.connection.execute(select(_r.id, _r.title, _r.text).where(_r.id.in_(batch))):
                yield row.id, digest_bytes(f"{row.title or ''}\n{row.text}".encode())

    def results(self, digest: str) -> Iterator[Record]:
        return self.records(digest=digest)

    def digests(self) -> tuple[tuple[str, str, int, int], ...]:
        shown = func.count(t.results.c.seq).filter(t.results.c.current)
        query = select(t.coders.c.digest, t.coders.c.version, func.count(t.results.c.seq), shown).outerjoin(t.results, t.results.c.coder == t.coders.c.seq)
        rows = self.connection.execute(query.group_by(t.coders.c.seq, t.coders.c.digest, t.coders.c.version).order_by(t.coders.c.seq))
        return tuple((row[0], row[1], int(row[2]), int(row[3])) for row in rows)

    def origins(self) -> tuple[Origin, ...]:
        members: dict[int, list[str]] = defaultdict(list)
        query = select(t.origin_members.c.origin, _r.id).join(t.reports, _r.seq == t.origin_members.c.report).order_by(t.origin_members.c.seq)
        for row in self.connection.execute(query):
            members[int(row.origin)].append(row.id)
        made = self.connection.execute(select(t.origins).order_by(t.origins.c.story, t.origins.c.id))
        return tuple(Origin(row.id, row.kind, tuple(members[int(row.seq)]), _reasons(row.reasons), row.name, row.interested, row.story, row.first_published) for row in made)

    def copies(self, report_id: str) -> tuple[str, ...]:
        query = select(t.origins.c.reasons).join(t.origin_members, t.origin_members.c.origin == t.origins.c.seq).join(t.reports, _r.seq == t.origin_members.c.report)
        found = self.connection.execute(query.where(_r.id == report_id, t.origins.c.reasons.contains('"rule":"copy"', autoescape=True))).scalars()
        return tuple(sorted({one for text in found for reason in _reasons(text) if reason.rule == "copy" and report_id in reason.reports for one in reason.reports}))

    def versions(self) -> tuple[VersionChain, ...]:
        query = select(t.versions, _r.id).join(t.reports, _r.seq == t.versions.c.report).order_by(t.versions.c.url, t.versions.c.seq)
        chains: dict[str, list[str]] = defaultdict(list)
        same: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in self.connection.execute(query):
            if row.copy:
                same[row.url].append((chains[row.url][row.position], row.id))
            else:
                chains[row.url].append(row.id)
        return tuple(VersionChain(url, tuple(reports), tuple(same[url])) for url, reports in chains.items())

    def relations(self) -> tuple[Relation, ...]:
        c, by = t.relations.c, t.reports.alias("by_report")
        query = select(t.relations, _r.id.label("of_id"), by.c.id.label("by_id")).join(t.reports, _r.seq == c.report).join(by, by.c.seq == c.by_report).order_by(c.seq)
        return tuple(Relation(row.by_id, row.of_id, row.kind, row.rule, _words(row.spans)) for row in self.connection.execute(query))

    def withdrawals(self) -> tuple[Withdrawal, ...]:
        c, by = t.withdrawals.c, t.reports.alias("by_report")
        query = select(t.withdrawals, _r.id.label("of_id"), by.c.id.label("by_id")).join(t.reports, _r.seq == c.report).join(by, by.c.seq == c.by_report).order_by(c.seq)
        return tuple(Withdrawal(w.of_id, w.by_id, w.kind, w.reason, w.event, w.attribution, w.every_assertion) for w in self.connection.execute(query))

    def sketches(self, kind: str) -> Iterator[tuple[str, bytes]]:
        query = select(_r.id, t.sketches.c.data).join(t.sketches, t.sketches.c.report == _r.seq).where(t.sketches.c.kind == kind).order_by(_r.seq)
        for row in self.stream(query):
            yield row.id, bytes(row.data)

    def unsketched(self, kind: str) -> Iterator[str]:
        has = exists().where(t.sketches.c.report == _r.seq, t.sketches.c.kind == kind)
        for row in self.stream(select(_r.id).where(~has).order_by(_r.seq)):
            yield row.id

    def linked(self) -> str | None:
        return self.connection.execute(select(t.notes.c.value).where(t.notes.c.name == LINKED)).scalar()

    def canonical(self) -> Iterator[str]:
        return canonical.lines(self)

    def stream(self, query: Select[Any], rows: int = 500) -> Iterator[Row[Any]]:
        """Rows one by one, few at a time in memory."""
        yield from self.connection.execute(query, execution_options={"yield_per": rows})

    def _withdrawals_by_report(self) -> dict[str, tuple[Withdrawal, ...]]:
        if self._withdrawn is None:
            made: dict[str, list[Withdrawal]] = defaultdict(list)
            for one in self.withdrawals():
                made[one.report].append(one)
            self._withdrawn = {report: tuple(ones) for report, ones in made.items()}
        return self._withdrawn

    def _marked(self, report: str, event: str, seq: int, withdrawals: tuple[Withdrawal, ...]) -> EventRow:
        """The event with what withdraws assertions of it; it is gone where that covers every one."""
        mine = tuple(w for w in withdrawals if w.event in (None, event))
        made = self.connection.execute(select(t.assertions.c.attribution).where(t.assertions.c.event == seq)).scalars()
        left = [a for a in made if not any(w.event is None or w.every or w.attribution == a for w in mine)]
        return EventRow(report, event, mine, bool(mine) and not left)

    def _taken(self, report: str) -> tuple[bool, int, int]:
        """Whether this report is retracted, by another one or by itself, and of how many of its events that or others leave nothing, or part."""
        whole = any(w.kind == "retracts" or (w.event is None and w.by != report) for w in self._withdrawals_by_report().get(report, ()))
        found = [one.gone for one in self.events(EventFilter(reports=(report,))) if whole or any(w.by != report for w in one.withdrawals)]
        return whole, sum(found), len(found) - sum(found)

    def _report_rows(self, seqs: list[int]) -> list[ReportRow]:
        """Rows of reports by their numbers, in that order."""
        inside = _r.seq.in_(seqs)
        names = self._lists(select(t.found.c.report, t.found.c.name).where(t.found.c.report.in_(seqs)).order_by(t.found.c.seq))
        origins = self._lists(
            select(t.origin_members.c.report, t.origins.c.id).join(t.origins, t.origins.c.seq == t.origin_members.c.origin)
            .where(t.origin_members.c.report.in_(seqs)).order_by(t.origins.c.id)
        )  # fmt: skip
        by = t.reports.alias("by_report")
        takers = self._lists(
            select(t.withdrawals.c.report, by.c.id).join(by, by.c.seq == t.withdrawals.c.by_report).where(t.withdrawals.c.report.in_(seqs), or_(t.withdrawals.c.by_report != t.withdrawals.c.report, t.withdrawals.c.kind == "retracts")).order_by(t.withdrawals.c.seq)
        )
        menders = self._lists(
            select(t.relations.c.report, by.c.id).join(by, by.c.seq == t.relations.c.by_report).where(t.relations.c.report.in_(seqs)).order_by(t.relations.c.seq)
        )
        later, first, base = t.versions.alias("later"), t.versions.alias("first"), t.reports.alias("base")
        of = self._lists(
            select(later.c.report, base.c.id).join(first, (first.c.url == later.c.url) & (first.c.position == 0) & first.c.copy.is_(False)).join(base, base.c.seq == first.c.report)
            .where(later.c.report.in_(seqs), later.c.position > 0).order_by(later.c.seq)
        )  # fmt: skip
        alike = set(self.connection.execute(select(t.versions.c.report).where(t.versions.c.report.in_(seqs), t.versions.c.copy)).scalars())
        events = dict(self._pairs(select(t.events.c.report, func.count()).where(t.events.c.report.in_(seqs)).group_by(t.events.c.report)))
        digests = dict(
            self._pairs(select(t.results.c.report, t.coders.c.digest).join(t.coders, t.coders.c.seq == t.results.c.coder).where(t.results.c.report.in_(seqs), t.results.c.current))
        )
        rows = {int(row.seq): row for row in self.connection.execute(select(*(c for c in _r if c.name not in ("text", "told"))).where(inside))}
        taken = {s: self._taken(rows[s].id) for s in seqs if takers[s]}
        return [
            ReportRow(
                rows[s].id, rows[s].text_id, rows[s].url, rows[s].title, rows[s].publisher, rows[s].published, rows[s].language, rows[s].coded, events.get(s, 0),
                tuple(names[s]), digests.get(s), tuple(origins[s]), next(iter(of[s]), None), tuple(dict.fromkeys(takers[s])), tuple(dict.fromkeys(menders[s])), rows[s].private,
                *taken.get(s, (False, 0, 0)), s in alike,
            )
            for s in seqs
        ]  # fmt: skip

    def _pairs(self, query: Select[Any]) -> list[tuple[int, Any]]:
        return [(int(row[0]), row[1]) for row in self.connection.execute(query)]

    def _lists(self, query: Select[Any]) -> dict[int, list[Any]]:
        made: dict[int, list[Any]] = defaultdict(list)
        for key, value in self._pairs(query):
            made[key].append(value)
        return made


def content(text_id: str, data: bytes) -> bytes:
    """A report's bytes. Raises RecordError where they are not those whose sha256 is `text_id`."""
    try:
        plain = zlib.decompress(data)
    except zlib.error as error:
        raise RecordError(f"the bytes of text {text_id} are damaged: {error}") from error
    if digest_bytes(plain) != text_id:
        raise RecordError(f"the bytes of text {text_id} do not have their sha256")
    return plain


def _ending(name: str) -> str:
    """What of a name a reader may go by."""
    return PurePosixPath(name).suffix.lower()


def _reasons(text: str) -> tuple[Reason, ...]:
    try:
        return tuple(Reason(one["rule"], tuple(one["reports"]), one["grounds"], one["report"], _spans(one["spans"]), one["share"]) for one in json.loads(text))
    except (ValueError, TypeError, KeyError) as error:
        raise RecordError(f"the reasons of an origin cannot be read: {error}") from error


def _words(text: str) -> Spans:
    try:
        return _spans(json.loads(text))
    except (ValueError, TypeError) as error:
        raise RecordError(f"the words of a correction cannot be read: {error}") from error


def _spans(plain: list[dict[str, Any]]) -> Spans:
    return tuple(from_plain(Span, one) for one in plain)


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
