"""How reports correct and withdraw others, and how they name what was wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.errors import ResourceError
from onrecord.lexicon.outlets import CreditRule
from onrecord.lexicon.outlets import compiled as outlet_pattern
from onrecord.lexicon.tables import read_rows, resource

NoticeKind = Literal["corrects", "retracts", "updates"]
About = Literal["own", "headline", "named"]
Whose = Literal["outlet", "third", "own"]
_WHOSE: dict[str, Whose] = {"outlet": "outlet", "third": "third", "own": "own"}
_KINDS: dict[str, NoticeKind] = {"corrects": "corrects", "retracts": "retracts", "updates": "updates"}
_ABOUT: dict[str, About] = {"own": "own", "headline": "headline", "named": "named"}


@dataclass(frozen=True, slots=True)
class NoticeRule:
    """One row of notices.tsv; `found` searches, and names the outlet where the pattern asks for one."""

    kind: NoticeKind
    about: About
    in_title: bool
    found: CreditRule


@dataclass(frozen=True, slots=True)
class WrongRule:
    name: str
    pattern: re.Pattern[str]
    example: str
    wrong: str

    @property
    def figure(self) -> bool:
        """Whether only a number counts as what it finds."""
        return self.name.startswith("figure_")


@dataclass(frozen=True, slots=True)
class ContinuedRule:
    name: str
    pattern: re.Pattern[str]
    example: str
    counter: str


@dataclass(frozen=True, slots=True)
class WhoseRule:
    """One row of others.tsv; `found` searches, and names the outlet where the pattern asks for one."""

    whose: Whose
    found: CreditRule


@lru_cache(maxsize=1)
def notice_rules() -> tuple[NoticeRule, ...]:
    """The rules in file order. Raises ResourceError naming the line where one is broken."""
    rules = []
    for row in read_rows(resource("lexicon", "en", "corrections", "notices.tsv"), ("name", "kind", "about", "where", "pattern", "example", "counter")):
        if row["kind"] not in _KINDS or row["about"] not in _ABOUT or row["where"] not in ("title", "text"):
            raise ResourceError(f"{row.where}: kind, about or where is none of the known ones")
        found = CreditRule(row["name"], "part", outlet_pattern(row), row["example"], row["counter"])
        rules.append(NoticeRule(_KINDS[row["kind"]], _ABOUT[row["about"]], row["where"] == "title", found))
    return tuple(rules)


@lru_cache(maxsize=1)
def wrong_rules() -> tuple[WrongRule, ...]:
    rows = read_rows(resource("lexicon", "en", "corrections", "wrong.tsv"), ("name", "pattern", "example", "wrong"))
    return tuple(WrongRule(row["name"], outlet_pattern(row), row["example"], row["wrong"]) for row in rows)


@lru_cache(maxsize=1)
def continued_rules() -> tuple[ContinuedRule, ...]:
    """What sentences say that go on speaking of a retracted report."""
    rows = read_rows(resource("lexicon", "en", "corrections", "continues.tsv"), ("name", "pattern", "example", "counter"))
    return tuple(ContinuedRule(row["name"], outlet_pattern(row), row["example"], row["counter"]) for row in rows)


@lru_cache(maxsize=1)
def whose_rules() -> tuple[WhoseRule, ...]:
    """How a report says whose notice it quotes. The last one only names an outlet."""
    rules = []
    for row in read_rows(resource("lexicon", "en", "corrections", "others.tsv"), ("name", "whose", "pattern", "example", "counter")):
        if row["whose"] not in _WHOSE:
            raise ResourceError(f"{row.where}: whose is none of {', '.join(_WHOSE)}")
        rules.append(WhoseRule(_WHOSE[row["whose"]], CreditRule(row["name"], "part", outlet_pattern(row), row["example"], row["counter"])))
    return tuple(rules)


@lru_cache(maxsize=1)
def counted_words() -> dict[str, str]:
    """Form of a word -> kind of outcome that it counts in a correction, empty where it says nothing of what is counted."""
    return {row["word"]: row["kind"] for row in read_rows(resource("lexicon", "en", "corrections", "counted.tsv"), ("word", "kind", "example"))}
