"""Whether the rows that link reports are those that linking gives: each that is missing, too much or other is named.

What linking gives comes from the caller, worked out anew from what is stored; the rows are streamed beside it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, select

from onrecord.store import tables as t
from onrecord.store.base import IssueRow, Origin, Relation, VersionChain, Withdrawal
from onrecord.store.flat import Values
from onrecord.store.linkrows import issue_values, origin_values, relation_values, version_values, withdrawal_values
from onrecord.store.verification import Fault
from onrecord.store.views import SqlView

_r = t.reports.c
_Key = tuple[tuple[str, Any], ...]


def link_faults(
    view: SqlView, origins: Iterable[Origin], versions: Iterable[VersionChain], relations: Iterable[Relation], withdrawals: Iterable[Withdrawal], issues: Iterable[IssueRow]
) -> Iterator[Fault]:
    """Every row of a view's links that differs from these, and every one of these that has no row."""
    yield from _origins(view, origins)
    yield from _rows(view, t.versions, [values for chain in versions for values in version_values(chain)], "version")
    yield from _rows(view, t.relations, map(relation_values, relations), "relation")
    yield from _rows(view, t.withdrawals, map(withdrawal_values, withdrawals), "withdrawal")
    yield from _rows(view, t.issues, map(issue_values, issues), "note of linking", t.issues.c.linked)


def _origins(view: SqlView, origins: Iterable[Origin]) -> Iterator[Fault]:
    wanted = {(values["story"], values["id"]): (values, frozenset(one.members)) for one in origins for values in (origin_values(one),)}
    members: dict[int, set[str]] = defaultdict(set)
    query = select(t.origin_members.c.origin, _r.id).join(t.reports, _r.seq == t.origin_members.c.report)
    for row in view.stream(query):
        members[int(row.origin)].add(row.id)
    for row in view.stream(select(t.origins).order_by(t.origins.c.story, t.origins.c.id)):
        stored = dict(row._mapping)
        where = _named(stored)
        made = wanted.pop((row.story, row.id), None)
        if made is None:
            yield Fault(where, "links", "is an origin that linking does not give")
            continue
        values, inside = made
        other = [name for name in values if values[name] != stored[name]]
        if other:
            yield Fault(where, "links", f"its {', '.join(other)} {'differ' if len(other) > 1 or other == ['reasons'] else 'differs'} from what linking gives{_reasons(values, stored)}")
        for report in sorted(inside - members[int(row.seq)]):
            yield Fault(where, "links", f"the report {report} is missing among its members")
        for report in sorted(members[int(row.seq)] - inside):
            yield Fault(where, "links", f"the report {report} is none of its members")
    for values, _ in wanted.values():
        yield Fault(_named(values), "links", "is an origin that is missing")


def _named(values: Values) -> str:
    """An origin's id and its story's, which lists show together."""
    return f"{values['id']}#{values['story']}"


def _reasons(values: Values, stored: Values) -> str:
    """Which reasons are missing or too many, by their rules."""
    try:
        made, kept = (Counter(json.dumps(one, sort_keys=True) for one in json.loads(each["reasons"])) for each in (values, stored))
    except (ValueError, TypeError):
        return ""
    parts = [(word, sorted(json.loads(one)["rule"] for one in left)) for word, left in (("missing", made - kept), ("too many", kept - made)) if left]
    return "".join(f"; {word}: {', '.join(rules)}" for word, rules in parts)


def _rows(view: SqlView, table: Table, made: Iterable[Values], what: str, which: ColumnElement[bool] | None = None) -> Iterator[Fault]:
    """Compare rows as they are, ids of reports in the place of their numbers."""
    wanted: Counter[_Key] = Counter(tuple(sorted(values.items())) for values in made)
    for row in view.stream(_query(table, which)):
        stored = tuple(sorted((name, value) for name, value in row._mapping.items() if name != "seq"))
        if wanted[stored] > 0:
            wanted[stored] -= 1
        else:
            yield Fault(str(dict(stored)["report"]), "links", f"has a {what} that linking does not give: {_told(stored)}")
    for missing in (+wanted).elements():
        yield Fault(str(dict(missing)["report"]), "links", f"a {what} of it is missing: {_told(missing)}")


def _query(table: Table, which: ColumnElement[bool] | None) -> Select[Any]:
    """The columns that say something, and the ids of the reports."""
    of, by = t.reports.alias("of_report"), t.reports.alias("by_reports")
    told = [c for c in table.c if c.name not in ("report", "by_report", "name", "name_sha256", "linked")]
    joined = table.join(of, of.c.seq == table.c.report)
    ids = [of.c.id.label("report")]
    if "by_report" in table.c:
        joined = joined.join(by, by.c.seq == table.c.by_report)
        ids.append(by.c.id.label("by_report"))
    query = select(*told, *ids).select_from(joined).order_by(table.c.seq)
    return query if which is None else query.where(which)


def _told(values: _Key) -> str:
    """A row in words, without its report and what is long or empty."""
    return ", ".join(f"{name} {value}" for name, value in values if name not in ("report", "spans") and value is not None)
