"""Words of the calendar, by class, and the grammar of time expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import ResourceError
from onrecord.lexicon.tables import read_rows, resource

_PART = re.compile(r"\{([a-z_]+)\}")
# Classes whose words also come in the plural.
_PLURAL = ("unit",)
# Classes whose abbreviations may close with a full stop.
_STOPPED = ("month",)
_PART_CLASS = {"part": "daypart"}
_CLASSES = ("month", "weekday", "unit", "season", "holiday", "set", "deictic", "reference", "reference_adjective", "ordinalcentury")


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A rule of the grammar with its compiled pattern, its example, the expressions in it, and a counter-example ('' where none)."""

    name: str
    pattern: re.Pattern[str]
    example: str
    found: tuple[str, ...]
    counter: str


@lru_cache(maxsize=1)
def calendar_words() -> dict[str, dict[str, str]]:
    """class -> word -> value."""
    made: dict[str, dict[str, str]] = {}
    for row in read_rows(resource("lexicon", "en", "times", "words.tsv"), ("word", "class", "value")):
        made.setdefault(row["class"], {})[row["word"]] = row["value"]
    return made


def _alternatives(kind: str) -> str:
    words = sorted(calendar_words()[_PART_CLASS.get(kind, kind)], key=len, reverse=True)
    short = {w for w in words if kind in _STOPPED and any(other.startswith(w) and other != w for other in words)}
    # "'" in the data stands for both apostrophes, a space for any white space.
    one = (re.escape(w).replace("'", "['’]").replace(r"\ ", r"\s+") + ("s?" if kind in _PLURAL else r"\.?" if w in short else "") for w in words)
    return "(?:" + "|".join(one) + ")"


@lru_cache(maxsize=1)
def timely() -> re.Pattern[str]:
    """What every time expression holds one of: a digit, a calendar word, a decade or a century."""
    kinds = (kind for kind in (*_CLASSES, *_PART_CLASS) if kind != "ordinalcentury")
    return re.compile(rf"\d|\b(?:{'|'.join(_alternatives(kind) for kind in kinds)}|century|half|o[’']clock)\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def grammar() -> tuple[TimeRule, ...]:
    """The rules in the order of the file. Raises ResourceError where a pattern names a part that is not there or does not compile."""
    parts = {kind: _alternatives(kind) for kind in (*_CLASSES, *_PART_CLASS)}
    parts["qualifier"] = f"(?:{_alternatives('qualifier')}\\s+)?"
    rules: list[TimeRule] = []
    for row in read_rows(resource("lexicon", "en", "times", "grammar.tsv"), ("rule", "pattern", "example", "found", "counter")):
        try:
            body = row["pattern"]
            while _PART.search(body):
                body = _PART.sub(lambda m: parts[m.group(1)], body)
            if row["rule"].startswith("@"):
                parts[row["rule"][1:]] = body
                continue
            # A hyphen before is looked at by the caller: it may join two times.
            pattern = re.compile(rf"(?<![\w$€£./])(?<!\d,)(?:{body})(?!\w)", re.IGNORECASE)
        except (KeyError, re.error) as error:
            raise ResourceError(f"{row.where}: {error}") from error
        rules.append(TimeRule(row["rule"], pattern, row["example"], row.items("found", "|"), row["counter"]))
    return tuple(rules)
