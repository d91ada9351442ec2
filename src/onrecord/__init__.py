"""OnRecord: an accountable record of political and conflict events from news reports.

    import onrecord

    record = onrecord.code(text, published="2026-03-03", publisher="Northwind Wire")
    for event in record.events:
        print(event.type, event.status)

`Coder` reuses a loaded pipeline over many reports; `read_actors` reads a list of actors of your own; `rows` gives flat rows of events for pandas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.api import Coder, code, read_actors
    from onrecord.export.rows import rows

__all__ = ["Coder", "__version__", "code", "read_actors", "rows"]


def __getattr__(name: str) -> object:
    # Loaded on first use: importing the package for its version or types must not load the parser.
    if name in ("Coder", "code", "read_actors"):
        from onrecord import api

        return getattr(api, name)
    if name == "rows":
        from onrecord.export.rows import rows

        return rows
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
