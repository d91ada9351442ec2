"""The store: reports, what was coded of them and what links them, in one SQLite file or a PostgreSQL database. `open_store` is the way in."""

from __future__ import annotations

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
    Store,
    StoredBytes,
    VersionChain,
    View,
    Withdrawal,
    Writer,
)
from onrecord.store.copying import backup
from onrecord.store.sql import open_store
from onrecord.store.verification import Checked, Fault, verify

__all__ = [
    "Checked",
    "EventFilter",
    "EventRow",
    "Fault",
    "IssueRow",
    "Origin",
    "Reason",
    "Relation",
    "ReportFilter",
    "ReportRow",
    "SearchHit",
    "Store",
    "StoredBytes",
    "VersionChain",
    "View",
    "Withdrawal",
    "Writer",
    "backup",
    "open_store",
    "verify",
]
