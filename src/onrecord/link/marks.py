"""Whether what links the reports of a record is up to date: the one place that says so."""

from __future__ import annotations

from onrecord.lexicon.tables import resources_digest

# To be raised where other code links the same reports otherwise.
_FORM = "links-5"


def mark() -> str:
    """What a record that is linked by these rules and resource files notes of itself."""
    return f"{_FORM}-{resources_digest()[:16]}"


def covers(noted: str | None) -> bool:
    """Whether links with this mark (`View.linked`, None where anything was added since) cover all that is stored and are those of these rules."""
    return noted == mark()
