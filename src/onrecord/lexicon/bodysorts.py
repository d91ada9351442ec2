"""The nouns that stand for a body named just before, and what that body must be for each: one table of `resources`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord._tables import read_table


@dataclass(frozen=True, slots=True)
class BodySort:
    """Kinds of entity that a noun may mean, the sectors of which it must have one, the codes of bodies of no state that do as well."""

    kinds: frozenset[str]
    sectors: frozenset[str]
    codes: frozenset[str]


@cache
def body_sorts() -> dict[str, BodySort]:
    """The sorts of bodies by their nouns."""
    rows = read_table("actors/sorts.tsv", ("word", "kinds", "sectors", "codes"))
    return {row["word"]: BodySort(*(frozenset(w for w in row[column].split("|") if w) for column in ("kinds", "sectors", "codes"))) for row in rows}
