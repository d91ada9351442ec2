"""Words that tell what a text makes of a claim: verdicts, denials, doubts, hearsay, questions; families of words and their opposites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import read_rows, read_terms, resource, word_set

Kind = Literal["refutes", "denies", "doubts", "hedges", "reports", "asks", "confirms"]
MARKERS = ("pattern", "kind", "scope", "example", "counter")
FAMILIES = ("family", "opposite", "claim", "text", "counter")
# Letters that two forms of one word share at least, and how many may differ at the end: "deport", "deportation"; "airdrop", "airdropped".
_STEM, _SHORT_ENDING, _LONG_ENDING = 5, 3, 5


@dataclass(frozen=True, slots=True)
class Marker:
    """A pattern over the lower-case words of one sentence; `near` where it says nothing as a description of a person."""

    pattern: re.Pattern[str]
    kind: Kind
    near: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Families:
    """Numbers of the families that a lemma belongs to, and of those that it excludes."""

    member: dict[str, frozenset[int]]
    excludes: dict[str, frozenset[int]]


@lru_cache(maxsize=1)
def markers() -> tuple[Marker, ...]:
    """The markers in the order of the file. Raises ResourceError naming file and line where one is malformed."""
    made: list[Marker] = []
    for row in read_rows(resource("lexicon", "en", "stance", "markers.tsv"), MARKERS):
        if row["kind"] not in get_args(Kind) or row["scope"] not in ("any", "deed"):
            raise ResourceError(f"{row.where}: no kind or scope {row['kind']!r}, {row['scope']!r}")
        pattern = row["pattern"] if row["pattern"].startswith("\\") else rf"(?<![\w-])(?:{row['pattern']})(?!\w)"
        made.append(Marker(re.compile(pattern), row["kind"], row["scope"] == "deed", f"stance:{row.line}"))  # type: ignore[arg-type]
    return tuple(made)


@lru_cache(maxsize=1)
def families() -> Families:
    """The families of words, and which words exclude which family."""
    member: dict[str, set[int]] = {}
    excludes: dict[str, set[int]] = {}
    for row in read_rows(resource("lexicon", "en", "stance", "families.tsv"), FAMILIES):
        for word in row.items("family"):
            member.setdefault(word, set()).add(row.line)
        for word in row.items("opposite"):
            excludes.setdefault(word, set()).add(row.line)
    return Families({w: frozenset(s) for w, s in member.items()}, {w: frozenset(s) for w, s in excludes.items()})


@lru_cache(maxsize=1)
def persons() -> frozenset[str]:
    """Nouns that name persons by what they are or are said to have done."""
    return frozenset[str]().union(*(read_terms(resource("lexicon", "en", "classes", f"{name}.txt")) for name in word_set("person_classes")))


@lru_cache(maxsize=200_000)
def same(one: str, other: str) -> bool:
    """Whether two lemmas tell the same: equal, of one family, or two forms of one stem."""
    if one == other:
        return True
    known = families().member
    if known.get(one, frozenset()) & known.get(other, frozenset()):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _STEM or not short.isalpha() or not long.isalpha():
        return len(short) >= _STEM - 1 and long in (short + "s", short + "ing", short + "ed", short + "er")
    shared = next((k for k, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= _STEM and shared >= len(short) - _SHORT_ENDING and len(long) - shared <= _LONG_ENDING


@lru_cache(maxsize=200_000)
def excludes(one: str, other: str) -> bool:
    """Whether the state `one` tells cannot be where `other` is true: "alive" of "killed"."""
    known = families()
    return bool(known.excludes.get(one, frozenset()) & known.member.get(other, frozenset()))
