"""Which event may be an earlier one told again, in a column beside the event."""

from __future__ import annotations

import json
import zlib

import sqlalchemy as sa
from alembic import op

from onrecord.store.migrations.columns import key

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("events", sa.Column("may_repeat", key()))
    base = op.get_bind()
    results = sa.table("results", sa.column("report"), sa.column("current"), sa.column("record"))
    events = sa.table("events", sa.column("report"), sa.column("id"), sa.column("may_repeat"))
    # What older versions made has no such key; damaged results are for `onrecord verify`.
    for report, data in base.execute(sa.select(results.c.report, results.c.record).where(results.c.current.is_(sa.true()))).yield_per(100):
        for event, target in _told_again(data):
            base.execute(events.update().where(events.c.report == report, events.c.id == event).values(may_repeat=target))


def _told_again(data: bytes) -> list[tuple[str, str]]:
    """(id of an event, id of the one that it may repeat) of a stored record."""
    try:
        record = json.loads(zlib.decompress(data))
        return [(e["id"], e["may_repeat"]) for e in record["events"] if e.get("may_repeat")]
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError):
        return []
