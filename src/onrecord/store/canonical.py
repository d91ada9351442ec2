"""The canonical export: what a record says, independent of the database, the clock, the order of writing and the number of runs.

JSON lines, each an object with `kind`, in the order of the kinds below and sorted within a kind; keys sorted, ASCII alone. Sketches and flat rows are not in it:
they follow from what is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.model.codec import to_json, to_plain
from onrecord.store import tables as t
from onrecord.store.flat import unpack_text

if TYPE_CHECKING:
    from onrecord.store.views import SqlView

_r = t.reports.c


def lines(view: SqlView) -> Iterator[str]:
    """The lines, each with its line end; few rows at a time in memory."""
    yield from _reports(view)
    yield from _results(view)
    yield from _sorted({"kind": "origin", "id": o.id, "of": o.kind, "name": o.name, "interested": o.interested, "story": o.story, "first_published": o.first_published,
                        "members": sorted(o.members), "reasons": sorted(to_json(replace(r, reports=tuple(sorted(r.reports)))) for r in o.reasons)} for o in view.origins())  # fmt: skip
    yield from _sorted({"kind": "version", "url": chain.url, "reports": list(chain.reports), "same": sorted(chain.same)} for chain in view.versions())
    yield from _sorted({"kind": "relation", "by": r.by, "of": r.of, "how": r.kind, "rule": r.rule, "spans": to_plain(r.spans)} for r in view.relations())
    yield from _sorted({"kind": "withdrawal", "report": w.report, "by": w.by, "how": w.kind, "reason": w.reason, "event": w.event, "attribution": w.attribution,
                        "every": w.every} for w in view.withdrawals())  # fmt: skip
    c = t.issues.c
    found = view.connection.execute(select(_r.id, c.code, c.severity, c.message).join(t.reports, _r.seq == c.report).where(c.linked))
    yield from _sorted({"kind": "issue", "report": row.id, "code": row.code, "severity": row.severity, "message": row.message} for row in found)
    troubles = view.connection.execute(select(c.name, c.code, c.severity, c.message).where(c.report.is_(None)))
    yield from _sorted({"kind": "trouble", "name": row.name, "code": row.code, "severity": row.severity, "message": row.message} for row in troubles)


def _reports(view: SqlView) -> Iterator[str]:
    query = select(_r.seq, _r.id, _r.text_id, _r.told, t.contents.c.size).join(t.contents, t.contents.c.text_id == _r.text_id).order_by(_r.id)
    for row in view.stream(query):
        names = sorted(view.connection.execute(select(t.found.c.name).where(t.found.c.report == row.seq)).scalars())
        yield _line({"kind": "report", "id": row.id, "text_id": row.text_id, "size": int(row.size), "told": json.loads(row.told), "names": names})


def _results(view: SqlView) -> Iterator[str]:
    query = select(_r.id, t.coders.c.digest, t.results.c.current, t.results.c.record).join(t.results, t.results.c.report == _r.seq)
    query = query.join(t.coders, t.coders.c.seq == t.results.c.coder).order_by(_r.id, t.coders.c.digest)
    for row in view.stream(query, 50):
        yield _line({"kind": "result", "report": row.id, "digest": row.digest, "current": bool(row.current), "record": json.loads(unpack_text(row.record))})


def _sorted(objects: Iterator[dict[str, Any]]) -> Iterator[str]:
    yield from sorted(_line(one) for one in objects)


def _line(plain: dict[str, Any]) -> str:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), allow_nan=False) + "\n"
