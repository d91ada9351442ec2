"""Patterns of legal authorities and the words that invoke or contest them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import Row, read_rows, resource

AUTHORITIES = ("pattern", "kind", "name", "ground", "example", "counter")
CUES = ("cue", "side", "relation", "example", "counter")
PIECES = ("name", "pattern", "example")
GROUNDS = frozenset({"alone", "quiet", "ground", "held", "against"})
_SIDES = frozenset({"before", "next", "after", "then"})
_RELATIONS = frozenset({"invoked", "contested", "news"})
_PIECE = re.compile(r"\{([A-Z]+)\}")


@dataclass(frozen=True, slots=True)
class AuthorityRule:
    """A pattern with a group `name`: the span of the authority. `ground` is what it takes beyond the name: authority.tsv says."""

    pattern: re.Pattern[str]
    kind: str
    ground: str
    rule: str


@dataclass(frozen=True, slots=True)
class InvokingCue:
    """`pattern` stands before | next (right before) | after | then (right after) an authority; relation invoked | contested | news."""

    pattern: re.Pattern[str]
    side: str
    relation: str
    rule: str


@lru_cache(maxsize=1)
def authority_pieces() -> dict[str, str]:
    """What {NAME} stands for in the patterns; a piece may use pieces above it. Raises ResourceError where it uses another."""
    made: dict[str, str] = {}
    for row in read_rows(resource("lexicon", "en", "authority", "pieces.tsv"), PIECES):
        made[row["name"]] = _spelt(row, made)
    return made


@lru_cache(maxsize=1)
def authority_rules() -> tuple[AuthorityRule, ...]:
    """Raises ResourceError where a pattern does not compile, lacks the group `name` or names no known ground."""
    made: list[AuthorityRule] = []
    for row in read_rows(resource("lexicon", "en", "authority", "authority.tsv"), AUTHORITIES):
        pattern = _compiled(row, rf"(?<!\w)(?:{_spelt(row, authority_pieces())})")
        if "name" not in pattern.groupindex:
            raise ResourceError(f"{row.where}: the pattern has no group 'name'")
        if row["ground"] not in GROUNDS:
            raise ResourceError(f"{row.where}: no such ground: {row['ground']}")
        made.append(AuthorityRule(pattern, row["kind"], row["ground"], f"authority:{row['kind']}:{row.line}"))
    return tuple(made)


@lru_cache(maxsize=3)
def authority_joint(name: str) -> re.Pattern[str]:
    """A piece for what stands between: GAP, a cue and an authority right behind it; THEN, an authority and a cue right behind; AND, two that one cue governs."""
    return re.compile(authority_pieces()[name], re.IGNORECASE)


@lru_cache(maxsize=1)
def invoking_cues() -> tuple[InvokingCue, ...]:
    """Raises ResourceError where a pattern does not compile or its side or relation is not known."""
    made: list[InvokingCue] = []
    for row in read_rows(resource("lexicon", "en", "authority", "invoking.tsv"), CUES):
        if row["side"] not in _SIDES or row["relation"] not in _RELATIONS:
            raise ResourceError(f"{row.where}: no such side or relation: {row['side']}, {row['relation']}")
        made.append(InvokingCue(_compiled(row, rf"\b(?:{row['cue']})\b", re.IGNORECASE), row["side"], row["relation"], f"invoking:{row.line}"))
    return tuple(made)


def _spelt(row: Row, pieces: dict[str, str]) -> str:
    try:
        return _PIECE.sub(lambda m: f"(?:{pieces[m.group(1)]})", row["pattern"])
    except KeyError as error:
        raise ResourceError(f"{row.where}: no such piece: {error}") from error


def _compiled(row: Row, pattern: str, flags: int = 0) -> re.Pattern[str]:
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        raise ResourceError(f"{row.where}: {error}") from error
