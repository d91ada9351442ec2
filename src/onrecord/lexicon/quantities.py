"""Words that tell what a number counts, and of whom."""

from __future__ import annotations

from functools import lru_cache

from onrecord.lexicon.tables import read_rows, resource


@lru_cache(maxsize=1)
def outcomes() -> dict[tuple[str, str], str]:
    """(part of speech, lemma) -> kind of quantity."""
    rows = read_rows(resource("lexicon", "en", "quantities", "outcomes.tsv"), ("word", "pos", "kind", "example"))
    return {(row["pos"], row["word"]): row["kind"] for row in rows}


@lru_cache(maxsize=1)
def counted_people() -> dict[str, tuple[str, ...]]:
    """Lemma -> who is counted (civilians, children, combatants ...)."""
    made: dict[str, tuple[str, ...]] = {}
    for row in read_rows(resource("lexicon", "en", "quantities", "people.tsv"), ("lemma", "of")):
        made[row["lemma"]] = (*made.get(row["lemma"], ()), row["of"])
    return made
