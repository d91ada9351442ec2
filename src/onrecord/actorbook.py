"""The actor tables: countries and their peoples, seats of government, roles, organisations, and office-holders with the dates that are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, cast

from onrecord._tables import read_table
from onrecord._text_key import name_key
from onrecord.model.actor import EntityKind

Holding = Literal["holding", "former", "unknown"]
_CASED = 5


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun or phrase: PLOVER sectors, primary first, and the kind of entity it names."""

    name: str
    sectors: tuple[str, ...]
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Organisation:
    """A listed organisation: `country` alpha-3 or a PLOVER code."""

    name: str
    country: str | None
    sector: str | None
    secondary: str | None
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class OfficeHolding:
    """A person in an office. Dates are ISO 8601 or None. `status` on the day asked for: holding | former | unknown.

    Between `last_seen` and a successor the holder is unknown; without a day nothing is asserted.
    """

    name: str
    country: str
    title: str
    since: str | None
    last_seen: str | None
    status: Holding
    sectors: tuple[str, ...] = ("GOV",)


@dataclass(frozen=True, slots=True)
class _Held:
    name: str
    code: str
    title: str
    since: str | None
    first_seen: str | None
    until: str | None
    known_to: str | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorBook:
    """All tables, loaded once a process."""

    roles: dict[str, Role]
    organisations: dict[str, Organisation]
    cased: dict[str, Organisation]
    countries: dict[str, tuple[str, str]]
    cased_countries: dict[str, tuple[str, str]]
    holders: dict[str, tuple[_Held, ...]]

    @staticmethod
    def load() -> ActorBook:
        """The book made from the shipped tables. Raises ResourceError where one is malformed."""
        return _book()

    def role(self, phrase: str) -> Role | None:
        """The role that a phrase names, case aside; the caller tries longer phrases first."""
        return self.roles.get(phrase.casefold())

    def organisation(self, name: str) -> Organisation | None:
        """The organisation that a name means; names of capitals only match capitals only ("WHO", "ICE")."""
        return self.cased.get(name) or (None if name.isupper() and len(name) <= _CASED else self.organisations.get(name_key(name)))

    def country_of(self, words: str) -> tuple[str, str] | None:
        """(alpha-3, how) of a country's name, adjective, people, capital or seat: how is name | demonym | capital | seat:SECTOR."""
        found = self.cased_countries.get(words)
        if found is not None or (words.isupper() and len(words) <= _CASED):
            return found
        return self.countries.get(name_key(words))

    def office_holders(self, name: str, on: date | None) -> tuple[OfficeHolding, ...]:
        """The offices of people of that name, those held `on` that day first; without a day every status is unknown."""
        made = [
            OfficeHolding(h.name, h.code, h.title, h.since or h.first_seen, h.until or h.known_to, _status(h, on), h.sectors)
            for h in self.holders.get(name_key(name), ())
        ]
        return tuple(sorted(made, key=lambda h: (h.status != "holding", h.status != "former", h.since or "")))


def _status(held: _Held, on: date | None) -> Holding:
    if on is None:
        return "unknown"
    day = on.isoformat()
    begin = held.since or held.first_seen
    end = held.until or held.known_to
    if end is not None and day > end:
        return "former" if held.until is not None else "unknown"
    return "holding" if begin is not None and begin <= day else "unknown"


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@lru_cache(maxsize=1)
def _book() -> ActorBook:
    roles: dict[str, Role] = {}
    for row in read_table("actors/roles.tsv", ("phrase", "sectors", "kind", "variants", "note")):
        role = Role(row["phrase"], _split(row["sectors"]), cast(EntityKind, row["kind"] or "person"))
        for words in (row["phrase"], *_split(row["variants"])):
            roles.setdefault(words.casefold(), role)
    organisations: dict[str, Organisation] = {}
    cased: dict[str, Organisation] = {}
    for row in read_table("actors/organisations.tsv", ("name", "aliases", "code", "sectors", "kind", "since", "until", "note")):
        sectors = (*_split(row["sectors"]), "", "")
        made = Organisation(row["name"], row["code"] or None, sectors[0] or None, sectors[1] or None, cast(EntityKind, row["kind"]))
        for words in (row["name"], *_split(row["aliases"])):
            (cased if words.isupper() and len(words) <= _CASED else organisations).setdefault(
                words if words.isupper() and len(words) <= _CASED else name_key(words), made
            )
    countries, cased_countries = _countries()
    return ActorBook(roles, organisations, cased, countries, cased_countries, _holders())


def _countries() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    found: dict[str, tuple[str, str]] = {}
    cased: dict[str, tuple[str, str]] = {}

    def put(words: str, code: str, how: str) -> None:
        if words.replace(".", "").isupper() and len(words) <= _CASED:
            cased.setdefault(words, (code, how))
        else:
            found.setdefault(name_key(words), (code, how))

    rows = list(read_table("actors/countries.tsv", ("code", "name", "names", "adjectives", "people", "capitals", "sovereign", "lat", "lon", "bbox")))
    for row in sorted(rows, key=lambda r: bool(r["sovereign"])):
        code = row["sovereign"] or row["code"]
        for words in (row["name"], row["name"].removeprefix("The "), *_split(row["names"])):
            put(words, code, "name")
        for words in (*_split(row["adjectives"]), *_split(row["people"])):
            put(words, code, "demonym")
    for row in read_table("actors/metonyms.tsv", ("word", "code", "sectors", "how")):
        put(row["word"], row["code"], f"seat:{(_split(row['sectors']) or ('GOV',))[0]}")
    for row in rows:
        for words in _split(row["capitals"])[:1]:
            put(words, row["sovereign"] or row["code"], "capital")
    for row in read_table("actors/codes.tsv", ("code", "meaning", "words")):
        for words in _split(row["words"]):
            put(words, row["code"], "name")
    return found, cased


def _holders() -> dict[str, tuple[_Held, ...]]:
    found: dict[str, list[_Held]] = {}
    for row in read_table("actors/leaders.tsv", ("name", "keys", "code", "territory", "title", "role", "since", "first_seen", "last_seen")):
        held = _Held(
            row["name"], row["code"], row["title"], row["since"] or None, row["first_seen"] or None, None, row["last_seen"] or None, ("GOV",)
        )
        for words in (row["name"], *_split(row["keys"])):
            found.setdefault(name_key(words), []).append(held)
    for row in read_table("actors/figures.tsv", ("name", "aliases", "code", "sectors", "title", "kind", "since", "until", "known_to")):
        held = _Held(
            row["name"],
            row["code"],
            row["title"],
            row["since"] or None,
            row["since"] or None,
            row["until"] or None,
            row["known_to"] or None,
            _split(row["sectors"]) or ("GOV",),
        )
        for words in (row["name"], row["name"].split()[-1], *_split(row["aliases"])):
            found.setdefault(name_key(words), []).append(held)
    for row in read_table("actors/name_variants.tsv", ("name", "variants")):
        for words in _split(row["variants"]):
            found.setdefault(name_key(words), []).extend(found.get(name_key(row["name"]), ()))
    return {key: tuple(dict.fromkeys(group)) for key, group in found.items()}
