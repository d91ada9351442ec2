"""Words of the calendar, by class."""

from __future__ import annotations

from functools import lru_cache

from onrecord.lexicon.tables import read_rows, resource


@lru_cache(maxsize=1)
def calendar_words() -> dict[str, dict[str, str]]:
    """class -> word -> value."""
    made: dict[str, dict[str, str]] = {}
    for row in read_rows(resource("lexicon", "en", "times", "words.tsv"), ("word", "class", "value")):
        made.setdefault(row["class"], {})[row["word"]] = row["value"]
    return made
