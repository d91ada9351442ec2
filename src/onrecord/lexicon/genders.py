"""Whether a given name is nearly always a woman's or a man's: one table of `resources`."""

from __future__ import annotations

from functools import cache

from onrecord._tables import read_table
from onrecord._text_key import name_key


@cache
def _genders() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in read_table("actors/genders.tsv", ("name", "gender"))}


def gender_of(given: str) -> str:
    """"f" or "m" for a given name, with or without marks and capitals; empty where it is unknown or borne by both. Cost: the table is read at the first call, some 30 ms."""
    return _genders().get(name_key(given), "")
