"""Patterns of legal authorities and the words that invoke or contest them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import read_rows, resource


@dataclass(frozen=True, slots=True)
class AuthorityRule:
    """A pattern with a group `name`: the span of the authority."""

    pattern: re.Pattern[str]
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class InvokingCue:
    pattern: re.Pattern[str]
    contested: bool
    rule: str


@lru_cache(maxsize=1)
def authority_rules() -> tuple[AuthorityRule, ...]:
    """Raises ResourceError where a pattern does not compile or lacks the group `name`."""
    made: list[AuthorityRule] = []
    for row in read_rows(resource("lexicon", "en", "authority", "authority.tsv"), ("pattern", "kind", "name", "example", "counter")):
        try:
            pattern = re.compile(row["pattern"])
        except re.error as error:
            raise ResourceError(f"{row.where}: {error}") from error
        if "name" not in pattern.groupindex:
            raise ResourceError(f"{row.where}: the pattern has no group 'name'")
        made.append(AuthorityRule(pattern, row["kind"], f"authority:{row['kind']}:{row.line}"))
    return tuple(made)


@lru_cache(maxsize=1)
def invoking_cues() -> tuple[InvokingCue, ...]:
    rows = read_rows(resource("lexicon", "en", "authority", "invoking.tsv"), ("cue", "pos", "relation", "example"))
    return tuple(
        InvokingCue(re.compile(rf"\b{re.escape(row['cue'])}\b", re.IGNORECASE), row["relation"] == "contested", f"invoking:{row['cue']}")
        for row in rows
    )
