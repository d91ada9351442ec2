"""Lines that belong to the page and not to the report: share buttons, prompts, notices, credits. The rules are data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import read_rows, resource

_MAX_LINE = 1_200


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """A pattern that a whole line must match, a line it matches and one it must not."""

    name: str
    pattern: re.Pattern[str]
    example: str
    counter: str


@lru_cache(maxsize=1)
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """The rules in file order. Raises ResourceError naming the line where a pattern does not compile."""
    rules: list[FurnitureRule] = []
    for row in read_rows(resource("prepare", "boilerplate.tsv"), ("name", "case", "pattern", "example", "counter")):
        try:
            pattern = re.compile(row["pattern"], 0 if row["case"] == "exact" else re.IGNORECASE)
        except re.error as error:
            raise ResourceError(f"{row.where}: pattern does not compile: {error}") from error
        rules.append(FurnitureRule(row["name"], pattern, row["example"], row["counter"]))
    return tuple(rules)


@lru_cache(maxsize=4096)
def furniture_rule(line: str) -> str | None:
    """The name of the first rule that the whole (trimmed) line matches, None for a line of the report itself."""
    if not line or len(line) > _MAX_LINE:
        return None
    return next((rule.name for rule in furniture_rules() if rule.pattern.fullmatch(line)), None)


def is_furniture(line: str) -> bool:
    return furniture_rule(line) is not None
