"""Patterns of doubted claims and of evidence offered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.tables import read_rows, resource


@dataclass(frozen=True, slots=True)
class DoubtRule:
    """`kind` doubt (with a group `claim`: the claim that is doubted) or evidence (what a side is said to offer)."""

    pattern: re.Pattern[str]
    kind: str
    rule: str


@lru_cache(maxsize=1)
def doubt_rules() -> tuple[DoubtRule, ...]:
    rows = read_rows(resource("lexicon", "en", "disputes", "doubts.tsv"), ("pattern", "kind", "example", "counter"))
    return tuple(DoubtRule(re.compile(row["pattern"], re.IGNORECASE), row["kind"], f"doubt:{row.line}") for row in rows)
