"""Actors of users' own lists: one row, one list, and the names of several lists for look-up. Lists added later win."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Literal

from onrecord._text_key import name_key
from onrecord.model.actor import EntityKind
from onrecord.model.common import Issue

ListFormat = Literal["onrecord", "opensanctions"]
Standing = Literal["always", "holding", "former", "unknown"]
_CASED = 5
_LAST, _FIRST = "-12-31", "-01-01"


def phase(on: date | None, begin: str | None, end: str | None, over: bool = True) -> Literal["holding", "former", "unknown"]:
    """Whether what began and ended on ISO 8601 days, months or years held on a day: sure only where each day of a month or year agrees.

    Without `end` it holds from `begin` on; unless it is known to be `over`, nothing is known after `end`.
    """
    if on is None:
        return "unknown"
    day = on.isoformat()
    if end is not None and day > end + _LAST[len(end) - 4 :]:
        return "former" if over else "unknown"
    if end is not None and day > end + _FIRST[len(end) - 4 :]:
        # Within the year or month in which it ended.
        return "unknown"
    return "holding" if begin is not None and begin + _LAST[len(begin) - 4 :] <= day else "unknown"


@dataclass(frozen=True, slots=True)
class ListedActor:
    """One row of a user's list. `line` of the file it came from; countries alpha-3 or PLOVER codes, sectors PLOVER's, primary first.

    `since`, `until` ISO 8601 (year, month or day) or None: when the office, or else the whole row, holds. `public`: whether the list says that a
    person has a public function.
    """

    line: int
    name: str
    kind: EntityKind = "unknown"
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    office: str | None = None
    since: str | None = None
    until: str | None = None
    external_id: str | None = None
    public: bool = False
    note: str = ""

    def standing(self, on: date | None) -> Standing:
        """Whether the row holds on a day: `always` without dates; a date of a year or month alone is sure only where each of its days agrees.

        Without `until` it holds from `since` on. Without a day, or without `since` before `until`, nothing is known.
        """
        if self.since is None and self.until is None:
            return "always"
        return phase(on, self.since, self.until)

    def sectors_on(self, on: date | None) -> tuple[str, ...]:
        """The sectors that are sure on a day: those of the row while it holds, of the elite for a person after a public office."""
        standing = self.standing(on)
        if standing in ("always", "holding"):
            return self.sectors
        return ("ELI",) if standing == "former" and self.kind == "person" and self.public else ()

    def holds_office(self, on: date | None) -> bool:
        """Whether the office is sure on that day; one without dates is sure on none."""
        return self.office is not None and self.standing(on) == "holding"


@dataclass(frozen=True, slots=True)
class ActorList:
    """A user's list: its name, the file and form it came from, the sha256 of that file, its good rows, and an issue for each row left out."""

    name: str
    source: str
    form: ListFormat
    sha256: str
    rows: tuple[ListedActor, ...] = field(repr=False)
    issues: tuple[Issue, ...] = field(default=(), compare=False)

    @property
    def digest(self) -> str:
        """sha256 over name and rows: what decides records."""
        return hashlib.sha256(json.dumps([self.name, [plain_row(row) for row in self.rows]], ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


_FIELDS = tuple(f.name for f in fields(ListedActor))


def plain_row(row: ListedActor) -> dict[str, Any]:
    """What a row says, empty fields left out."""
    told = ((name, getattr(row, name)) for name in _FIELDS)
    return {name: value for name, value in told if value not in (None, (), "", False)}


@dataclass(frozen=True)
class Listing:
    """The names of lists, in order of precedence from the last on. Cost: memory and building linear in names, a look-up constant.

    `repr` is a digest: it stands in the pipeline's.
    """

    lists: tuple[ActorList, ...] = ()
    by_key: dict[str, tuple[tuple[str, ListedActor], ...]] = field(init=False, repr=False, compare=False)
    cased: dict[str, tuple[tuple[str, ListedActor], ...]] = field(init=False, repr=False, compare=False)
    spelt: frozenset[str] = field(init=False, repr=False, compare=False)
    firsts: frozenset[str] = field(init=False, repr=False, compare=False)
    longest: int = field(init=False, repr=False, compare=False)

    def __repr__(self) -> str:
        return f"Listing({', '.join(f'{one.name}:{one.digest[:16]}' for one in self.lists)})"

    def __post_init__(self) -> None:
        by_key: dict[str, tuple[tuple[str, ListedActor], ...]] = {}
        cased: dict[str, tuple[tuple[str, ListedActor], ...]] = {}
        spelt: set[str] = set()
        longest = 0
        for one in reversed(self.lists):
            # Within a list a row's main name goes before another row's alias; an earlier list adds nothing to a name that a later one has.
            for told in (_keys(one, main=True), _keys(one, main=False)):
                for (key, capitals), rows in told.items():
                    (cased if capitals else by_key).setdefault(key, tuple((one.name, row) for row in rows))
            for words in (w for row in one.rows for w in (row.name, *row.aliases)):
                spelt.add(words)
                longest = max(longest, len(words.split()) + 2 * words.count("-") + words.count("'") + words.count("’"))
        keys = {name_key(words) for words in cased} | set(by_key)
        firsts = frozenset(key.split()[0] for key in keys if key)
        for name, value in (("by_key", by_key), ("cased", cased), ("spelt", frozenset(spelt)), ("firsts", firsts), ("longest", longest)):
            object.__setattr__(self, name, value)

    def lookup(self, words: str) -> tuple[tuple[str, ListedActor], ...]:
        """(name of the list, row) of those whom a name means; short names in capitals match capitals only."""
        if not self.lists:
            return ()
        return self.cased.get(words, ()) if _in_capitals(words) else self.by_key.get(name_key(words), ())


def _in_capitals(words: str) -> bool:
    return words.isupper() and len(words) <= _CASED


def _keys(one: ActorList, main: bool) -> dict[tuple[str, bool], list[ListedActor]]:
    """Rows by the key of their main name, or of their aliases, and whether that is one of capitals."""
    found: dict[tuple[str, bool], list[ListedActor]] = {}
    for row in one.rows:
        for words in (row.name,) if main else row.aliases:
            capitals = _in_capitals(words)
            rows = found.setdefault((words if capitals else name_key(words), capitals), [])
            if not rows or rows[-1] is not row:
                rows.append(row)
    return found
