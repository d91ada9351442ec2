"""Writing, one transaction: see `store.base.Writer`. The transaction itself, and who waits for whom, is `sql.py`'s business."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from onrecord.errors import RecordError
from onrecord.model.common import Severity
from onrecord.model.ids import digest_bytes
from onrecord.model.record import Record
from onrecord.model.report import Received
from onrecord.store import linkrows
from onrecord.store import tables as t
from onrecord.store.base import IssueRow, Origin, Relation, StoredBytes, VersionChain, Withdrawal, Writer
from onrecord.store.flat import Values, flat_events, flat_issues, name_digest, pack, report_values, storable, told_json, unpack

LINKED = "linked"
# Values in one statement.
CHUNK = 500
_PARTS: tuple[Table, ...] = (t.event_parties, t.event_countries, t.event_places, t.assertions)


class SqlWriter(Writer):
    """One transaction on a connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._seqs: dict[str, int] = {}
        self._coders: dict[str, int] = {}

    def add_report(self, stored: StoredBytes, received: Received) -> bool:
        report = received.report
        if digest_bytes(stored.data) != report.text_id:
            raise RecordError(f"{stored.name}: the bytes do not have the sha256 {report.text_id} that the report states")
        seq = self._find(report.id)
        new = seq is None
        if seq is None:
            if self.connection.execute(select(t.contents.c.size).where(t.contents.c.text_id == report.text_id)).first() is None:
                content = {"text_id": report.text_id, "size": len(stored.data), "data": zlib.compress(stored.data, 6)}
                self.connection.execute(insert(t.contents), content)
            values = {"id": report.id, "text_id": report.text_id, "told": told_json(stored), **report_values(report)}
            seq = self._insert(t.reports, values)
            self._seqs[report.id] = seq
            self._changed()
        self._add_name(seq, stored.name)
        return new

    def add_name(self, report_id: str, name: str) -> bool:
        return self._add_name(self._seq(report_id), name)

    def add_result(self, record: Record) -> bool:
        seq = self._seq(record.report.id)
        coder = self._coder(record.coder.pipeline_digest, record.coder.version)
        at = (t.results.c.report == seq) & (t.results.c.coder == coder)
        kept = self.connection.execute(select(t.results.c.seq, t.results.c.current).where(at)).first()
        if kept is not None:
            if not kept.current:
                self._show(seq, coder, self._result(seq, coder))
            return False
        self.connection.execute(insert(t.results), {"report": seq, "coder": coder, "current": False, "record": pack(record)})
        self._show(seq, coder, record)
        return True

    def make_current(self, digest: str) -> int:
        coder = self.connection.execute(select(t.coders.c.seq).where(t.coders.c.digest == digest)).scalar()
        found = select(t.results.c.report).where(t.results.c.coder == coder, t.results.c.current.is_(False)).order_by(t.results.c.report)
        changed = list(self.connection.execute(found).scalars())
        for seq in changed:
            self._show(seq, int(coder or 0), self._result(seq, int(coder or 0)))
        return len(changed)

    def add_trouble(self, name: str, code: str, severity: Severity, message: str) -> bool:
        values = {"name": storable(name), "name_sha256": name_digest(name), "code": storable(code), "severity": severity, "message": storable(message), "linked": False}
        c = t.issues.c
        known = select(c.seq).where(c.name_sha256 == values["name_sha256"], c.code == values["code"], c.severity == severity, c.message == values["message"])
        if self.connection.execute(known).first() is not None:
            return False
        self.connection.execute(insert(t.issues), values)
        return True

    def forget_troubles(self, name: str) -> int:
        return self.connection.execute(delete(t.issues).where(t.issues.c.name_sha256 == name_digest(name))).rowcount

    def set_origins(self, origins: Iterable[Origin]) -> None:
        kept = tuple(origins)
        self._learn(member for origin in kept for member in origin.members)
        linkrows.put_origins(self.connection, kept, self._seq)

    def set_versions(self, versions: Iterable[VersionChain]) -> None:
        kept = tuple(versions)
        self._learn(report for chain in kept for report in (*chain.reports, *(copy for _, copy in chain.same)))
        linkrows.put_versions(self.connection, kept, self._seq)

    def set_relations(self, relations: Iterable[Relation]) -> None:
        kept = tuple(relations)
        self._learn(report for one in kept for report in (one.by, one.of))
        linkrows.put_relations(self.connection, kept, self._seq)

    def set_link_issues(self, issues: Iterable[IssueRow]) -> None:
        kept = tuple(issues)
        self._learn(one.report for one in kept if one.report is not None)
        linkrows.put_issues(self.connection, kept, self._seq)

    def set_withdrawals(self, withdrawals: Iterable[Withdrawal]) -> None:
        kept = tuple(dict.fromkeys(withdrawals))
        self._learn(report for one in kept for report in (one.by, one.report))
        linkrows.put_withdrawals(self.connection, kept, self._seq)

    def set_sketches(self, kind: str, sketches: Mapping[str, bytes]) -> None:
        self._learn(sketches)
        rows = [{"report": self._seq(report), "kind": kind, "data": data} for report, data in sketches.items()]
        for row in rows:
            self.connection.execute(delete(t.sketches).where(t.sketches.c.report == row["report"], t.sketches.c.kind == kind))
        self._insert_all(t.sketches, rows)

    def keep_sketches(self, kinds: Iterable[str]) -> None:
        self.connection.execute(delete(t.sketches).where(t.sketches.c.kind.not_in(tuple(kinds))))

    def mark_linked(self, mark: str) -> None:
        self._changed()
        self.connection.execute(insert(t.notes), {"name": LINKED, "value": mark})

    def _changed(self) -> None:
        """What links reports no longer covers all that is stored."""
        self.connection.execute(delete(t.notes).where(t.notes.c.name == LINKED))

    def _show(self, seq: int, coder: int, record: Record) -> None:
        """Make a stored result the current one: its flag, the report's columns, the flat rows and the issues."""
        self.connection.execute(update(t.results).where(t.results.c.report == seq, t.results.c.current).values(current=False))
        self.connection.execute(update(t.results).where(t.results.c.report == seq, t.results.c.coder == coder).values(current=True))
        self._update_report(seq, record)
        self.connection.execute(delete(t.events).where(t.events.c.report == seq))
        self.connection.execute(delete(t.issues).where(t.issues.c.report == seq, t.issues.c.linked.is_(False)))
        # What linking keeps of a report follows from its current result.
        self.connection.execute(delete(t.sketches).where(t.sketches.c.report == seq))
        parts: dict[str, list[Values]] = {table.name: [] for table in _PARTS}
        for one in flat_events(record):
            event = self._insert(t.events, {"report": seq, **one.event})
            for name, rows in one.parts.items():
                parts[name] += [{"event": event, **row} for row in rows]
        for table in _PARTS:
            self._insert_all(table, parts[table.name])
        self._insert_all(t.issues, [{"report": seq, "linked": False, **row} for row in flat_issues(record)])
        self._changed()

    def _update_report(self, seq: int, record: Record) -> None:
        """The report's columns follow its current result; text and title only where another reader read them otherwise, for the sake of the full text."""
        values = report_values(record.report, record)
        row = self.connection.execute(select(*(t.reports.c[name] for name in values)).where(t.reports.c.seq == seq)).one()._mapping
        changed = {name: value for name, value in values.items() if row[name] != value}
        if changed:
            self.connection.execute(update(t.reports).where(t.reports.c.seq == seq).values(**changed))

    def _result(self, seq: int, coder: int) -> Record:
        data = self.connection.execute(select(t.results.c.record).where(t.results.c.report == seq, t.results.c.coder == coder)).scalar_one()
        return unpack(data)

    def _coder(self, digest: str, version: str) -> int:
        if digest not in self._coders:
            seq = self.connection.execute(select(t.coders.c.seq).where(t.coders.c.digest == digest)).scalar()
            self._coders[digest] = seq if seq is not None else self._insert(t.coders, {"digest": digest, "version": version})
        return self._coders[digest]

    def _add_name(self, seq: int, name: str) -> bool:
        digest = name_digest(name)
        if self.connection.execute(select(t.found.c.seq).where(t.found.c.report == seq, t.found.c.name_sha256 == digest)).first() is not None:
            return False
        self.connection.execute(insert(t.found), {"report": seq, "name": storable(name), "name_sha256": digest})
        return True

    def _find(self, report_id: str) -> int | None:
        if report_id not in self._seqs:
            seq = self.connection.execute(select(t.reports.c.seq).where(t.reports.c.id == report_id)).scalar()
            if seq is None:
                return None
            self._seqs[report_id] = seq
        return self._seqs[report_id]

    def _learn(self, ids: Iterable[str]) -> None:
        """Look many reports up at once."""
        unknown = list(dict.fromkeys(i for i in ids if i not in self._seqs))
        for at in range(0, len(unknown), CHUNK):
            rows = self.connection.execute(select(t.reports.c.id, t.reports.c.seq).where(t.reports.c.id.in_(unknown[at : at + CHUNK])))
            self._seqs.update((row.id, row.seq) for row in rows)

    def _seq(self, report_id: str) -> int:
        seq = self._find(report_id)
        if seq is None:
            raise RecordError(f"there is no report {report_id}")
        return seq

    def _insert(self, table: Table, values: dict[str, Any]) -> int:
        key = self.connection.execute(insert(table), values).inserted_primary_key
        if key is None:
            raise RecordError(f"a row of {table.name} got no number")
        return int(key[0])

    def _insert_all(self, table: Table, rows: list[Values]) -> None:
        if rows:
            self.connection.execute(insert(table), rows)
