"""Wordings beside an act that say what became of it, as patterns over the surface of its sentence and the next: resources/lexicon/en/status/wordings.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import ResourceError
from onrecord.lexicon.status import status_lexicon
from onrecord.lexicon.tables import read_rows, resource

WORDINGS = ("kind", "pattern", "signature", "given", "example", "counter")
# What stands in a sentence for the act, and what for the bound between its sentence and the next.
ACT, BOUND = "@", "‖"
KINDS = frozenset({"any", "noun", "subject", "verb", "finite", "present", "base", "stoppable"})
_SHORT = {
    "{no}": r"(?!and\b|but\b|or\b|as\b|when\b|while\b|who\b|which\b|where\b|then\b|after\b|before\b|because\b|whatever\b|though\b|neither\b|nor\b|unless\b)",
    "{w}": r"[\w'’.-]+ ",
    "{day}": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """`pattern` is searched in the sentence with `@` for the act's head word, then `‖` and the next sentence of the paragraph. `given`: the wording counts only where
    one of these signatures was read before; "none" where none was; empty: always."""

    kind: str
    pattern: re.Pattern[str]
    signature: str
    given: frozenset[str]
    rule: str


@lru_cache(maxsize=1)
def wordings() -> tuple[Wording, ...]:
    """The table in its own order. Raises ResourceError where a row names an unknown kind or signature, or its pattern does not hold the act."""
    known = status_lexicon().signatures
    made: list[Wording] = []
    for row in read_rows(resource("lexicon", "en", "status", "wordings.tsv"), WORDINGS):
        given = frozenset(row.items("given"))
        if row["kind"] not in KINDS or row["signature"] not in known or not given <= {*known, "none"} or ACT not in row["pattern"]:
            raise ResourceError(f"{row.where}: bad kind, signature or pattern")
        pattern = row["pattern"]
        for short, whole in _SHORT.items():
            pattern = pattern.replace(short, whole)
        try:
            made.append(Wording(row["kind"], re.compile(pattern, re.IGNORECASE), row["signature"], given, f"wording:{row.line}"))
        except re.error as error:
            raise ResourceError(f"{row.where}: {error}") from error
    return tuple(made)
