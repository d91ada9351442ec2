"""Patterns of how words place something by a named place: resources/lexicon/en/places/relations.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import Row, read_rows, resource

_MACRO = re.compile(r"\{([A-Z]+)\}")
_GROUP = re.compile(r"\(\?P<(\w+)>")


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A pattern over a sentence in small letters whose places are §0, §1 ... and whose countries' adjectives are %0, %1 ...; `rule` names its line."""

    kind: str
    pattern: re.Pattern[str]
    rule: str
    example: str
    counter: str


def group(found: re.Match[str], name: str) -> str | None:
    """The first filled group of that name; a name that a pattern uses twice has numbered ones behind it."""
    filled = (found[key] for key in found.re.groupindex if key == name or key.startswith(f"{name}_"))
    return next((text for text in filled if text), None)


@lru_cache(maxsize=1)
def relation_rules() -> tuple[RelationRule, ...]:
    """The rules in the order of the file. Raises ResourceError where a macro is unknown or a pattern does not compile."""
    made: list[RelationRule] = []
    for row in _rows():
        if row["kind"] == "=":
            continue
        body = _numbered(_expanded(row["pattern"], row.where))
        try:
            pattern = re.compile(rf"(?<![\w%§])(?:{body})(?!\w)")
        except re.error as error:
            raise ResourceError(f"{row.where}: {error}") from error
        made.append(RelationRule(row["kind"], pattern, f"relation:{row['kind']}:{row.line}", row["example"], row["counter"]))
    return tuple(made)


@lru_cache(maxsize=1)
def anchor_pattern() -> re.Pattern[str]:
    """One anchor inside the groups `a` and `b`: a place, the words of its sort before it passed over, or an adjective."""
    return re.compile(rf"{_expanded('{P}', 'relations.tsv')}(?!\d)|%\d+")


@lru_cache(maxsize=1)
def sorted_anchor() -> re.Pattern[str]:
    """An anchor behind the word for its sort ("the town of X"): nothing but a place is spoken of so."""
    return re.compile(rf"(?<!\w)(?:{_expanded('{SORT}', 'relations.tsv')}) of (?:the )?§\d")


def _rows() -> list[Row]:
    return list(read_rows(resource("lexicon", "en", "places", "relations.tsv"), ("kind", "pattern", "example", "counter")))


@lru_cache(maxsize=1)
def _macros() -> dict[str, str]:
    return {row["example"]: row["pattern"] for row in _rows() if row["kind"] == "="}


def _expanded(pattern: str, where: str) -> str:
    for _ in range(8):
        if (found := _MACRO.search(pattern)) is None:
            break
        if found.group(1) not in _macros():
            raise ResourceError(f"{where}: no macro {found.group()}")
        pattern = _MACRO.sub(lambda m: _macros().get(m.group(1), m.group()), pattern)
    return pattern


def _numbered(pattern: str) -> str:
    """Further groups of one name get a number, since an expression may hold a name once only."""
    seen: dict[str, int] = {}

    def name(found: re.Match[str]) -> str:
        count = seen[found.group(1)] = seen.get(found.group(1), 0) + 1
        return found.group() if count == 1 else f"(?P<{found.group(1)}_{count}>"

    return _GROUP.sub(name, pattern)
