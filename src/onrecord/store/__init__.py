"""The store: reports, what was coded of them and what links them, in one SQLite file or a PostgreSQL database. `open_store` is the way in."""

from __future__ import annotations

from onrecord.store.base import (
    EventFilter,
    EventRow,
    IssueRow,
    Origin,
    Reason,
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
from onrecord.store.sql import open_store

__all__ = [
    "EventFilter",
    "EventRow",
    "IssueRow",
    "Origin",
    "Reason",
    "ReportFilter",
    "ReportRow",
    "SearchHit",
    "Store",
    "StoredBytes",
    "VersionChain",
    "View",
    "Withdrawal",
    "Writer",
    "open_store",
]
