"""The nouns by which news tells of the same people or body again: one table of `resources`."""

from __future__ import annotations

from functools import cache

from onrecord._tables import read_table


@cache
def like_words() -> dict[str, dict[str, frozenset[str]]]:
    """For each sort ("one", "many", "body") the other lemmas that may mean whom a lemma means."""
    found: dict[str, dict[str, set[str]]] = {}
    for row in read_table("actors/likewords.tsv", ("sort", "words")):
        words = row["words"].split("|")
        for word in words:
            found.setdefault(row["sort"], {}).setdefault(word, set()).update(w for w in words if w != word)
    return {sort: {word: frozenset(others) for word, others in of.items()} for sort, of in found.items()}
