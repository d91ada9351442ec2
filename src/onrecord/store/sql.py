"""The store on SQLAlchemy Core: opening, transactions, errors."""

from __future__ import annotations

from pathlib import Path

from onrecord.store.base import Store


def open_store(where: str | Path, create: bool = False, wait: float = 60.0) -> Store:
    """Open a record: a file, `sqlite:///FILE` or `postgresql://...`. `create` makes one where there is none; `wait`: seconds to wait for another writer.

    A record of an older schema is migrated. Raises StoreError where it is none, is of a newer schema, or cannot be opened.
    """
    raise NotImplementedError
