"""How large a town may be meant by a name. Shared by those who read names and those who fill the slots of events."""

from __future__ import annotations

from onrecord.gazetteer import shared_gazetteer

# Inhabitants from which a name that might be a person's is likelier a town's, where armies fight for it.
LARGE = 30_000


def largest_town(name: str) -> int:
    """Inhabitants of the largest town, district or province of that name; 0 where none is known."""
    if not name.isprintable():
        return 0  # a lone surrogate is no name, and nothing that can be looked up
    return max((e.population or 0 for e in shared_gazetteer().lookup(name) if e.kind in ("city", "admin1", "admin2")), default=0)
