"""Writing what links reports: what is to stand there is compared with what does, and only what differs is written, so that a small addition costs a small transaction."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select

from onrecord.errors import RecordError
from onrecord.model.codec import to_plain
from onrecord.store import tables as t
from onrecord.store.base import IssueRow, Origin, Relation, VersionChain, Withdrawal
from onrecord.store.flat import Values, same_length, storable

# Values in one statement.
_CHUNK = 500
Seq = Callable[[str], int]


def put_origins(connection: Connection, origins: Sequence[Origin], seq: Seq) -> None:
    """Origins are known by story and id; one of which anything changed is put anew."""
    members: dict[int, set[int]] = defaultdict(set)
    for member in connection.execute(select(t.origin_members.c.origin, t.origin_members.c.report)):
        members[int(member.origin)].add(int(member.report))
    wanted = {(storable(origin.story), storable(origin.id)): origin for origin in origins}
    if len(wanted) < len(origins):
        raise RecordError("two origins have one id in one story")
    stale: list[int] = []
    for row in connection.execute(select(t.origins)).mappings():
        kept = wanted.get((row["story"], row["id"]))
        if kept is not None and {**origin_values(kept), "seq": row["seq"]} == dict(row) and {seq(one) for one in kept.members} == members[int(row["seq"])]:
            del wanted[row["story"], row["id"]]
        else:
            stale.append(int(row["seq"]))
    _delete(connection, t.origin_members, t.origin_members.c.origin, stale)
    _delete(connection, t.origins, t.origins.c.seq, stale)
    for origin in wanted.values():
        key = connection.execute(insert(t.origins), origin_values(origin)).inserted_primary_key
        if key is None:
            raise RecordError("a row of origins got no number")
        _insert(connection, t.origin_members, [{"origin": int(key[0]), "report": seq(one)} for one in dict.fromkeys(origin.members)])


def origin_values(one: Origin) -> Values:
    """The columns of an origin's row."""
    return {
        "story": storable(one.story), "id": storable(one.id), "kind": one.kind, "name": None if one.name is None else same_length(one.name),
        "interested": one.interested, "first_published": one.first_published, "reasons": _json([to_plain(reason) for reason in one.reasons]),
    }  # fmt: skip


def put_versions(connection: Connection, chains: Sequence[VersionChain], seq: Seq) -> None:
    """Chains are known by their address; one of which anything changed is put anew."""
    stored: dict[str, list[Values]] = defaultdict(list)
    for row in connection.execute(select(t.versions).order_by(t.versions.c.seq)).mappings():
        stored[row["url"]].append({name: value for name, value in row.items() if name != "seq"})
    wanted: dict[str, list[Values]] = defaultdict(list)
    for chain in chains:
        for values in version_values(chain):
            wanted[values["url"]].append(_numbered(values, seq))
    _delete(connection, t.versions, t.versions.c.url, [url for url, rows in stored.items() if rows != wanted.get(url)])
    _insert(connection, t.versions, [row for url, rows in wanted.items() if rows != stored.get(url) for row in rows])


def version_values(chain: VersionChain) -> list[Values]:
    """The columns of the rows of one address, ids of reports in the place of their numbers: versions in their order, then copies."""
    positions = {report: position for position, report in enumerate(dict.fromkeys(chain.reports))}
    url = storable(chain.url)
    return [
        *({"url": url, "position": position, "copy": False, "report": report} for report, position in positions.items()),
        *({"url": url, "position": positions[version], "copy": True, "report": copy} for version, copy in chain.same),
    ]


def put_relations(connection: Connection, relations: Sequence[Relation], seq: Seq) -> None:
    _put_all(connection, t.relations, [_numbered(relation_values(one), seq) for one in relations])


def relation_values(one: Relation) -> Values:
    """The columns of a relation's row, ids of reports in the place of their numbers."""
    return {"by_report": one.by, "report": one.of, "kind": storable(one.kind), "rule": storable(one.rule), "spans": _json(to_plain(one.spans))}


def put_withdrawals(connection: Connection, withdrawals: Sequence[Withdrawal], seq: Seq) -> None:
    _put_all(connection, t.withdrawals, [_numbered(withdrawal_values(one), seq) for one in withdrawals])


def withdrawal_values(one: Withdrawal) -> Values:
    """The columns of a withdrawal's row, ids of reports in the place of their numbers."""
    return {
        "report": one.report, "by_report": one.by, "kind": one.kind, "reason": same_length(one.reason), "event": one.event, "attribution": one.attribution,
        "every_assertion": one.every,
    }  # fmt: skip


def put_issues(connection: Connection, issues: Sequence[IssueRow], seq: Seq) -> None:
    """Issues found while linking, which are those of a report."""
    rows = [{**_numbered(issue_values(one), seq), "name": None, "name_sha256": None, "linked": True} for one in issues]
    _put_all(connection, t.issues, rows, t.issues.c.linked)


def issue_values(one: IssueRow) -> Values:
    """The columns of the row of an issue found while linking, the report's id in the place of its number."""
    return {"report": one.report or "", "code": storable(one.code), "severity": one.severity, "message": storable(one.message)}


def _numbered(values: Values, seq: Seq) -> Values:
    return {name: seq(value) if name in ("report", "by_report") else value for name, value in values.items()}


def _put_all(connection: Connection, table: Table, rows: list[Values], which: ColumnElement[bool] | None = None) -> None:
    """Few rows: all are put anew where one differs, so that they stand in the order given."""
    which = table.c.seq.is_not(None) if which is None else which
    stored = [{name: value for name, value in row.items() if name != "seq"} for row in connection.execute(select(table).where(which).order_by(table.c.seq)).mappings()]
    if stored != rows:
        connection.execute(delete(table).where(which))
        _insert(connection, table, rows)


def _delete(connection: Connection, table: Table, column: ColumnElement[Any], values: Iterable[Any]) -> None:
    wanted = list(values)
    for at in range(0, len(wanted), _CHUNK):
        connection.execute(delete(table).where(column.in_(wanted[at : at + _CHUNK])))


def _insert(connection: Connection, table: Table, rows: list[Values]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _json(plain: Any) -> str:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"))
