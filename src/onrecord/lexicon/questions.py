"""Patterns that tell what a text says is not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import read_rows, resource

COLUMNS = ("pattern", "kind", "about", "example", "counter")


@dataclass(frozen=True, slots=True)
class QuestionRule:
    """A pattern over a sentence with a group `cue`; `about` says where its topic stands: after | before | clause | none."""

    pattern: re.Pattern[str]
    kind: str
    about: str
    rule: str


@lru_cache(maxsize=1)
def question_rules() -> tuple[QuestionRule, ...]:
    """Raises ResourceError where a pattern does not compile or lacks the group `cue`."""
    made: list[QuestionRule] = []
    for row in read_rows(resource("lexicon", "en", "questions", "questions.tsv"), COLUMNS):
        try:
            pattern = re.compile(row["pattern"], re.IGNORECASE)
        except re.error as error:
            raise ResourceError(f"{row.where}: {error}") from error
        if "cue" not in pattern.groupindex:
            raise ResourceError(f"{row.where}: the pattern has no group 'cue'")
        made.append(QuestionRule(pattern, row["kind"], row["about"], f"question:{row['kind']}:{row.line}"))
    return tuple(made)
