"""Patterns of doubted claims and of evidence offered; words that answer another's claim; words that call a claim or a paper wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import cast, get_args

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import read_rows, resource
from onrecord.model.attribution import Stance
from onrecord.model.parse import Token

ANSWERS = ("words", "pos", "stance", "example", "counter")
VERDICTS = ("word", "of", "example", "counter")
KINDS = ("nouns", "words", "example", "counter")
OPPOSITES = ("one", "other", "example", "counter")
_PARTS = {"VERB": "v", "AUX": "v", "ADJ": "a", "NOUN": "n"}


@dataclass(frozen=True, slots=True)
class DoubtRule:
    """`kind` doubt (with a group `claim`: the claim that is doubted) or evidence (what a side is said to offer)."""

    pattern: re.Pattern[str]
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A word that takes a stance on what another said: its lemma with companions below it ("rule out"; "not" where it must be negated). `version` where it
    only announces that the source tells it otherwise; stance asserts where the word is an accusation itself."""

    companions: tuple[str, ...]
    stance: Stance
    version: bool
    rule: str


@lru_cache(maxsize=1)
def doubt_rules() -> tuple[DoubtRule, ...]:
    rows = read_rows(resource("lexicon", "en", "disputes", "doubts.tsv"), ("pattern", "kind", "example", "counter"))
    return tuple(DoubtRule(re.compile(row["pattern"], re.IGNORECASE), row["kind"], f"doubt:{row.line}") for row in rows)


@lru_cache(maxsize=1)
def _answers() -> dict[tuple[str, str], tuple[Answer, ...]]:
    made: dict[tuple[str, str], list[Answer]] = {}
    for row in read_rows(resource("lexicon", "en", "disputes", "answers.tsv"), ANSWERS):
        head, *companions = row["words"].split()
        stance = "denies" if row["stance"] == "version" else row["stance"]
        if stance not in get_args(Stance):
            raise ResourceError(f"{row.where}: no stance {row['stance']!r}")
        made.setdefault((row["pos"], head), []).append(Answer(tuple(companions), cast(Stance, stance), row["stance"] == "version", f"answer:{row.line}"))
    return {key: tuple(sorted(group, key=lambda a: -len(a.companions))) for key, group in made.items()}


@lru_cache(maxsize=1)
def dispute_lemmas() -> frozenset[str]:
    """Lemmas that may make a sentence part of a dispute: heads of answers and verdicts."""
    return frozenset(head for _, head in _answers()) | frozenset(verdicts())


def answers(token: Token) -> tuple[Answer, ...]:
    """The answers that this token may be the head of, those with most companions first."""
    return _answers().get((_PARTS.get(token.pos, ""), token.lemma.lower()), ())


@lru_cache(maxsize=1)
def verdicts() -> dict[str, str]:
    """Lemma -> of what it is a verdict: truth (claims and papers) or law (acts and rules). Who gives one rejects."""
    rows = read_rows(resource("lexicon", "en", "disputes", "verdicts.tsv"), VERDICTS)
    return {row["word"]: row["of"] for row in rows}


@dataclass(frozen=True, slots=True)
class Announcement:
    """A sentence that says that the versions which follow differ."""

    pattern: re.Pattern[str]
    rule: str


@lru_cache(maxsize=1)
def announcements() -> tuple[Announcement, ...]:
    rows = read_rows(resource("lexicon", "en", "disputes", "announcements.tsv"), ("pattern", "example", "counter"))
    return tuple(Announcement(re.compile(row["pattern"], re.IGNORECASE), f"announced:{row.line}") for row in rows)


@lru_cache(maxsize=1)
def _opposites() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """Lemma -> lines of the file on whose one and other side it stands."""
    sides: tuple[dict[str, set[int]], dict[str, set[int]]] = ({}, {})
    for row in read_rows(resource("lexicon", "en", "disputes", "opposites.tsv"), OPPOSITES):
        for side, column in zip(sides, ("one", "other"), strict=True):
            for word in row.items(column):
                side.setdefault(word, set()).add(row.line)
    one, other = ({w: frozenset(lines) for w, lines in side.items()} for side in sides)
    return one, other


def opposite(first: str, second: str) -> str | None:
    """The rule by which two lemmas tell one thing in ways that cannot both be so; None where they do not."""
    one, other = _opposites()
    none: frozenset[int] = frozenset()
    met = (one.get(first, none) & other.get(second, none)) | (other.get(first, none) & one.get(second, none))
    return f"opposite:{min(met)}" if met else None


def alike(first: str, second: str) -> str | None:
    """The rule by which two lemmas stand on one side of such a pair ("armed", "weapon"), so that who says the one and who denies the other differ."""
    one, other = _opposites()
    none: frozenset[int] = frozenset()
    met = (one.get(first, none) & one.get(second, none)) | (other.get(first, none) & other.get(second, none))
    return f"denied:{min(met)}" if met and first != second else None


@lru_cache(maxsize=1)
def kinds_of_wrong() -> dict[str, frozenset[str]]:
    """By the lemma of a noun for a kind of wrong ("fraud"), the lemmas of the words that tell one of that kind ("rig", "stuff")."""
    found: dict[str, frozenset[str]] = {}
    for row in read_rows(resource("lexicon", "en", "disputes", "kinds.tsv"), KINDS):
        for noun in row["nouns"].split(","):
            found[noun] = found.get(noun, frozenset()) | frozenset(row["words"].split(","))
    return found
