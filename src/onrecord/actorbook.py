"""The actor tables: countries and their peoples, seats of government, roles, organisations, and office-holders with the dates that are known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Literal, cast

from onrecord._holdings import FAMILY_FIRST, Held, office_holdings, values
from onrecord._listed import phase
from onrecord._sound_key import sound_key
from onrecord._tables import read_table
from onrecord._text_key import name_key
from onrecord.actorlists import Listing
from onrecord.model.actor import EntityKind

Holding = Literal["holding", "former", "unknown"]
_LETTERS = 3  # of "C.A.R.", "DRC"
_CASED = 5
# Names shorter than this are looked up as they are spelt only: too many sound alike.
_SOUNDED = 7
_ALIKE = 4
# A region has no country; how country_of tells one: ("", REGION).
REGION = "region"
LAND = "land"
# Whoever held an office of these is of the elite afterwards; a former rebel or teacher is not.
PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "SPY", "COP", "PTY", "OPP"})
# One office in two wordings.
_SAME_OFFICE = {
    "premier": "prime minister", "secretary of defence": "defence secretary", "secretary of foreign affairs": "foreign secretary",
    "minister of foreign affairs": "foreign minister", "minister for foreign affairs": "foreign minister", "minister of defence": "defence minister",
    "minister of external affairs": "foreign minister", "external affairs minister": "foreign minister", "secretary general": "general secretary",
}  # fmt: skip


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
    """A person in an office. Dates are ISO 8601 or None. `status` on the day asked for: holding | former | unknown. `until` is the day it ended, where that is
    known; `last_seen` that day, or else the last on which the person is known to hold it.

    Between `last_seen` and a successor the holder is unknown; without a day nothing is asserted.
    """

    name: str
    country: str
    title: str
    since: str | None
    last_seen: str | None
    status: Holding
    sectors: tuple[str, ...] = ("GOV",)
    until: str | None = None


@dataclass(frozen=True, slots=True)
class ActorBook:
    """All tables, loaded once a process.

    `modifiers`: what a word before a role changes, as (effect, sector). `spelt`: names of organisations that hold a word in lower case
    ("Gulf cartel"), exactly as written. `plain`: names that are also given names or words, or very common: they need a title. `ranks`: of
    officers, before names ("Maj. Gen."). `anaphors`: the kinds and sectors of the bodies that "the newspaper" may stand for. `own`: users' own lists, which win over all of this.
    `eras`: what a body was from when to when, where it was not always the same. `given`: given names, with "f" for a woman's and "m" for a man's. `sounds`: the keys of full names of persons by how their last word sounds; `sounding`: organisations by it.
    """

    roles: dict[str, Role]
    organisations: dict[str, Organisation]
    cased: dict[str, Organisation]
    countries: dict[str, tuple[str, str]]
    cased_countries: dict[str, tuple[str, str]]
    holders: dict[str, tuple[Held, ...]]
    modifiers: dict[str, tuple[str, str]]
    spelt: frozenset[str]
    ranks: frozenset[str]
    sounds: dict[str, tuple[str, ...]]
    sounding: dict[str, Organisation]
    plain: frozenset[str] = frozenset()
    anaphors: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    territories: frozenset[str] = frozenset()
    given: dict[str, str] = field(default_factory=dict)
    own: Listing = field(default_factory=Listing)
    eras: dict[str, tuple[tuple[str, str, Organisation], ...]] = field(default_factory=dict)

    @staticmethod
    def load() -> ActorBook:
        """The book made from the shipped tables. Raises ResourceError where one is malformed."""
        return _book()

    def with_lists(self, own: Listing) -> ActorBook:
        """The same tables below users' own lists."""
        return replace(self, own=own) if own.lists else self

    def role(self, phrase: str) -> Role | None:
        """The role that a phrase names, case aside; the caller tries longer phrases first."""
        return self.roles.get(phrase.casefold())

    def rank(self, title: str) -> Role | None:
        """The soldier that a rank before a name tells of ("Lt. Col.")."""
        return Role(title.casefold(), ("MIL",), "person") if title in self.ranks else None

    def organisation(self, name: str) -> Organisation | None:
        """The organisation that a name means; names of capitals only match capitals only ("WHO", "ICE")."""
        if name.isupper() and len(name) <= _CASED:
            return self.cased.get(name)
        if len(name) <= _CASED and name.istitle() and name_key(name) in self.plain:
            # "Who" is no acronym, though "W.H.O." is.
            return None
        return self.organisations.get(name_key(name)) or (self.sounding.get(sound_key(name)) if len(name) >= _SOUNDED else None)

    def standing(self, name: str, on: date | None) -> Organisation | None:
        """What a listed organisation was on a day, where its row says another thing for other times; None where that is not known, or never changed."""
        rows = self.eras.get(name, ()) if on is not None else ()
        return next((row for since, until, row in rows if phase(on, since or None, until or None) == "holding"), None)

    def country_of(self, words: str) -> tuple[str, str] | None:
        """(alpha-3, how) of a country's name, adjective, people, capital or seat: how is name | demonym | people | capital | seat:SECTOR.

        The code is empty for a people of many countries ("Kurds") and for a region ("Latin American"), whose how is `people` or `region`;
        `land` is a part of a state ("Darfur").
        """
        found = self.cased_countries.get(words)
        if found is not None or (words.isupper() and len(words) <= _CASED):
            return found
        found = self.countries.get(name_key(words))
        # "Car bomb kills nine": letters that stand for a country's name ("C.A.R.") are written large.
        return None if found is not None and found[1] == "name" and len(words) == _LETTERS and words.isalpha() and not words.isupper() else found

    def territory(self, words: str) -> bool:
        """Whether a name is that of a land that belongs to another state: the Faroes are Danish, yet not Denmark."""
        return name_key(words) in self.territories

    def is_person(self, name: str) -> bool:
        """Whether a full name, of two words at least, is that of a listed person."""
        return " " in name and bool(self._held(name))

    def family_first(self, name: str) -> bool:
        """Whether a listed person of that name is of a country where news writes the family name first."""
        return " " in name and any(h.code in FAMILY_FIRST for h in self._held(name))

    def _held(self, name: str) -> tuple[Held, ...]:
        """What is listed under a name as it is spelt, else under the one full name that sounds like it."""
        exact = self.holders.get(name_key(name), ())
        if exact or " " not in name or len(name) < _SOUNDED:
            return exact
        given, _, last = sound_key(name).rpartition(" ")
        keys = [key for key in self.sounds.get(last, ()) if _alike(given, sound_key(key).rpartition(" ")[0])]
        people = {tuple(sorted({h.name for h in self.holders[key] if h.known})) for key in keys}
        return self.holders[keys[0]] if len(people) == 1 else ()

    def needs_title(self, name: str) -> bool:
        """Whether a name, standing alone, says too little to be taken for a listed person: "Brown", "Ban", "May"."""
        return name_key(name) in self.plain

    def alone(self, name: str, on: date | None) -> bool:
        """Whether a name that nothing else explains may be taken for a listed person; with a day, for one who held office then."""
        return not self.needs_title(name) and any(on is None or _status(h, on) == "holding" for h in self.holders.get(name_key(name), ()))

    def served(self, name: str, title: str | None = None, on: date | None = None, near: Collection[str] = ()) -> str | None:
        """The state or body that everybody listed under the name served; with `title` only those who held such an office count.

        A report of the day `on` means nobody whose office began later. Of several, the one of the countries `near` is meant, where it is one.
        Whose country somebody served has no date: nobody is said to hold an office by this.
        """
        day = on.isoformat() if on else "9999"
        held = [h for h in self._held(name) if h.code and (h.since or "") <= day]
        held = [h for h in held if h.known] or held  # a president who led a world bank later
        codes = {h.code for h in held if not title or titled(h.title, title)}
        told = codes & set(near)
        return codes.pop() if len(codes) == 1 else told.pop() if len(told) == 1 else None

    def standing_sectors(self, name: str) -> tuple[str, ...]:
        """The sectors of somebody whose listed offices are not known to have ended, where they agree; empty for surnames alone."""
        held = self._held(name) if " " in name else ()
        found = {h.sectors for h in held if h.open}
        return found.pop() if len(found) == 1 and len({h.code for h in held}) == 1 else ()

    def ended(self, name: str) -> bool:
        """Whether every office listed under a full name is known to be over by the day up to which the tables know, a public one among them.

        Of those who are known by their full names alone the table has not every office, so nothing is known to be over.
        """
        held = self._held(name) if " " in name else ()
        return all(h.until is not None and h.known for h in held) and any(PUBLIC.intersection(h.sectors) for h in held)

    def leader(self, surname: str, on: date | None) -> str | None:
        """The country of the one head of state or government, of that day or before, whom a bare surname means; None where others share it."""
        held = self.holders.get(name_key(surname), ())
        begun = [h for h in held if h.heads and (on is None or ((h.since or h.first_seen or "") and (h.since or h.first_seen or "") <= on.isoformat()))]
        # "Obama" means who bears it last; one person may be listed under two spellings.
        last = [h for h in held if name_key(h.name).split()[-1] == name_key(surname)]
        begun, held = ([h for h in begun if h in last], tuple(last)) if last else (begun, held)
        same = len({h.code for h in held}) == 1
        return begun[0].code or None if begun and same else None

    def office_holders(self, name: str, on: date | None) -> tuple[OfficeHolding, ...]:
        """The offices of people of that name, those held `on` that day first; without a day every status is unknown.

        One term that two tables tell, under two spellings of a name perhaps, comes once.
        """
        made = [
            OfficeHolding(h.name, h.code, h.title, h.since or h.first_seen, h.until or h.known_to, _status(h, on), h.sectors, h.until)
            for h in self._held(name)
        ]
        kept: list[OfficeHolding] = []
        for holding in sorted(made, key=lambda h: (h.status != "holding", h.status != "former", h.since or "")):
            if not any(_same_term(holding, other) for other in kept):
                kept.append(holding)
        return tuple(kept)


def _same_term(a: OfficeHolding, b: OfficeHolding) -> bool:
    if a.country != b.country or not (titled(a.title, b.title) or titled(b.title, a.title)):
        return False
    return (a.since or "") < (b.last_seen or "9999") and (b.since or "") < (a.last_seen or "9999")


def _status(held: Held, on: date | None) -> Holding:
    """A date of a year or month alone is read with care: the office is sure only where every reading of its dates says so."""
    begin, end = held.since or held.first_seen, held.until or held.known_to
    return "unknown" if end is None else phase(on, begin, end, over=held.until is not None)


def titled(title: str, wanted: str) -> bool:
    """Whether an office of that title is one that `wanted` names: "president" also names "President of the Republic", "premier" a prime minister."""
    asked = _office(wanted)
    return any(part == asked or part.startswith(asked + " ") for part in (_office(p) for p in title.split(" and ")))


def _office(title: str) -> str:
    key = name_key(title).replace("defense", "defence")
    return next((same + key[len(words) :] for words, same in _SAME_OFFICE.items() if key == words or key.startswith(words + " ")), key)


def _alike(given: str, other: str) -> bool:
    """Whether two given names sound the same, or one opens the other ("Alex", "Alexander")."""
    short, long = sorted((given, other), key=len)
    return short == long or (len(short) >= _ALIKE and " " not in short and long.startswith(short))


@lru_cache(maxsize=1)
def _book() -> ActorBook:
    roles: dict[str, Role] = {}
    for row in read_table("actors/roles.tsv", ("phrase", "sectors", "kind", "variants", "note")):
        role = Role(row["phrase"], values(row["sectors"]), cast(EntityKind, row["kind"] or "person"))
        for words in (row["phrase"], *values(row["variants"])):
            roles.setdefault(words.casefold(), role)
    organisations: dict[str, Organisation] = {}
    cased: dict[str, Organisation] = {}
    spelt: set[str] = set()
    eras: dict[str, tuple[tuple[str, str, Organisation], ...]] = {}
    for row in read_table("actors/organisations.tsv", ("name", "aliases", "code", "sectors", "kind", "since", "until", "note")):
        sectors = (*values(row["sectors"]), "", "")
        made = Organisation(row["name"], row["code"] or None, sectors[0] or None, sectors[1] or None, cast(EntityKind, row["kind"]))
        eras[row["name"]] = (*eras.get(row["name"], ()), (row["since"], row["until"], made))
        for words in (row["name"], *values(row["aliases"])):
            if any(part[:1].islower() for part in words.split()[1:]):
                spelt.add(words)
            (cased if words.isupper() and len(words) <= _CASED else organisations).setdefault(
                words if words.isupper() and len(words) <= _CASED else name_key(words), made
            )
    countries, cased_countries = _countries()
    holders = office_holdings()
    return ActorBook(
        roles, organisations, cased, countries, cased_countries, holders, _modifiers(), frozenset(spelt), _ranks(), _sounds(holders), _sounding(organisations),
        _plain_names(holders), _anaphors(), _territories(), {row["name"]: row["gender"] for row in read_table("actors/given_names.tsv", ("name", "gender"))},
        eras={name: rows for name, rows in eras.items() if len(rows) > 1},
    )  # fmt: skip


def _anaphors() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    rows = read_table("actors/anaphors.tsv", ("word", "kinds", "sectors"))
    return {row["word"]: (frozenset(values(row["kinds"])), frozenset(values(row["sectors"]))) for row in rows}


def _territories() -> frozenset[str]:
    rows = read_table("actors/countries.tsv", ("code", "name", "names", "adjectives", "people", "capitals", "sovereign", "lat", "lon", "bbox"))
    return frozenset(name_key(words) for row in rows if row["sovereign"] for words in (row["name"], row["name"].removeprefix("The "), *values(row["names"])))


def _ranks() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("actors/titles.tsv", ("word", "kind")) if row["kind"] == "rank")


def _sounds(holders: dict[str, tuple[Held, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, held in holders.items():
        if " " in key and len(key) >= _SOUNDED and any(h.known for h in held):
            found.setdefault(sound_key(key).rpartition(" ")[2], []).append(key)
    return {last: tuple(keys) for last, keys in found.items()}


def _sounding(organisations: dict[str, Organisation]) -> dict[str, Organisation]:
    """Names of armed groups by sound: those are transcribed; what is English is spelt in one way, and other words sound like it."""
    found: dict[str, Organisation] = {}
    for key, made in organisations.items():
        if made.kind == "armed_group" and len(key) >= _SOUNDED:
            found.setdefault(sound_key(key), made)
    return found


def _modifiers() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["effect"], row["sector"]) for row in read_table("actors/modifiers.tsv", ("word", "effect", "sector"))}


def _countries() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    found: dict[str, tuple[str, str]] = {}
    cased: dict[str, tuple[str, str]] = {}

    def put(words: str, code: str, how: str) -> None:
        if words.replace(".", "").isupper() and len(words) <= _CASED:
            cased.setdefault(words, (code, how))
        else:
            found.setdefault(name_key(words), (code, how))

    for row in read_table("actors/peoples.tsv", ("code", "words", "how", "note")):
        for words in values(row["words"]):
            put(words, row["code"], row["how"])
    rows = list(read_table("actors/countries.tsv", ("code", "name", "names", "adjectives", "people", "capitals", "sovereign", "lat", "lon", "bbox")))
    for row in sorted(rows, key=lambda r: bool(r["sovereign"])):
        code = row["sovereign"] or row["code"]
        for words in (row["name"], row["name"].removeprefix("The "), *values(row["names"])):
            put(words, code, "name")
        for words in (*values(row["adjectives"]), *values(row["people"])):
            put(words, code, "demonym")
    for row in read_table("actors/metonyms.tsv", ("word", "code", "sectors")):
        put(row["word"], row["code"], f"seat:{(values(row['sectors']) or ('GOV',))[0]}")
    for row in rows:
        for words in values(row["capitals"])[:1]:
            # The chief town of a land that belongs to another state is no seat of a government that others deal with.
            if not row["sovereign"]:
                put(words, row["code"], "capital")
    for row in read_table("actors/codes.tsv", ("code", "meaning", "words")):
        for words in values(row["words"]):
            put(words, row["code"], "name")
    return found, cased


def _plain_names(holders: dict[str, tuple[Held, ...]]) -> frozenset[str]:
    """Words that the list of plain names holds, and given names that listed persons of several families share."""
    families: dict[str, set[str]] = {}
    for name, code in {(h.name, h.code) for group in holders.values() for h in group if h.known}:
        words = name_key(name).split()
        if len(words) > 1 and code not in FAMILY_FIRST:
            families.setdefault(words[0], set()).add(words[-1])
    given = {word for word, last in families.items() if len(last) > 1}
    return frozenset(given | {name_key(row["word"]) for row in read_table("actors/plain_names.tsv", ("word", "note"))})
