"""The nouns for those who bear a title: "a priest" of "Father X". One table of `resources`."""

from __future__ import annotations

from functools import cache

from onrecord._tables import read_table


@cache
def callings() -> dict[str, frozenset[str]]:
    """Lemmas in small letters by the title in small letters, without its stop."""
    return {row["title"]: frozenset(row["callings"].split("|")) for row in read_table("actors/callings.tsv", ("title", "callings"))}
