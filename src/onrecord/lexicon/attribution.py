"""Reporting cues, kinds of source, words of anonymity."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.tables import read_rows, resource

CUES = ("cue", "pos", "patterns", "stance", "certainty", "source", "example")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting cue: lemma and companions, the complements that may be its content, the source's stance, where the source stands."""

    head: str
    companions: tuple[str, ...]
    pos: str
    patterns: frozenset[str]
    stance: str
    certainty: str
    source: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class AnonymityRule:
    pattern: re.Pattern[str]
    kind: str
    rule: str


@lru_cache(maxsize=1)
def cues() -> dict[tuple[str, str], tuple[Cue, ...]]:
    """Cues by (part of speech, head lemma), those with companions first."""
    made: dict[tuple[str, str], list[Cue]] = {}
    for row in read_rows(resource("lexicon", "en", "attribution", "cues.tsv"), CUES):
        words = row["cue"].lower().split()
        cue = Cue(
            words[0], tuple(words[1:]), row["pos"], frozenset(row.items("patterns")), row["stance"] or "asserts", row["certainty"] or "certain",
            row.items("source", "|"), f"cue:{row['cue']}/{row['pos']}:{row.line}",
        )  # fmt: skip
        made.setdefault((cue.pos, cue.head), []).append(cue)
    return {key: tuple(sorted(group, key=lambda c: -len(c.companions))) for key, group in made.items()}


@lru_cache(maxsize=1)
def cue_lemmas() -> frozenset[str]:
    return frozenset(head for pos, head in cues() if pos in ("v", "n", "a", "adv") or head == "according")


@lru_cache(maxsize=1)
def source_kinds() -> dict[str, str]:
    """Lemma or phrase of a source -> group | anonymous | organisation | document | outlet | person."""
    rows = read_rows(resource("lexicon", "en", "attribution", "sources.tsv"), ("term", "kind", "note"))
    return {row["term"].lower(): row["kind"] for row in rows}


@lru_cache(maxsize=1)
def anonymity_rules() -> tuple[AnonymityRule, ...]:
    rows = read_rows(resource("lexicon", "en", "attribution", "anonymity.tsv"), ("pattern", "kind", "example"))
    return tuple(AnonymityRule(re.compile(row["pattern"], re.IGNORECASE), row["kind"], f"anonymity:{row.line}") for row in rows)
