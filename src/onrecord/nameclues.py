"""What a name means by the actor tables alone, without a report around it: users' lists first, then organisations, persons, countries and roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.actorbook import ActorBook


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a name. `standing`: always | holding | former | unknown, on the day asked for. `sectors` are those that are sure on it.

    `rule` as in the derivations of a record; `source` the list or table it comes from. Dates ISO 8601 or None.
    """

    name: str
    kind: str
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    office: str | None
    since: str | None
    until: str | None
    standing: str
    rule: str
    source: str
    known_to: str | None = None


def readings(book: ActorBook, name: str, on: date | None) -> tuple[Reading, ...]:
    """Every meaning of a name, those of users' lists first."""
    return tuple(_readings(book, " ".join(name.split()), on))


def _readings(book: ActorBook, name: str, on: date | None) -> Iterator[Reading]:
    sources = {one.name: one.source for one in book.own.lists}
    for listed, row in book.own.lookup(name):
        rule = f"list:{listed}:{row.line}"
        source = f"list {listed} ({sources[listed]}, line {row.line})"
        yield Reading(row.name, row.kind, row.countries, row.sectors_on(on), row.office, row.since, row.until, row.standing(on), rule, source)
    organisation = book.organisation(name)
    if organisation is not None:
        countries = (organisation.country,) if organisation.country else ()
        sectors = tuple(s for s in (organisation.sector, organisation.secondary) if s)
        yield Reading(organisation.name, organisation.kind, countries, sectors, None, None, None, "always", f"organisation:{organisation.name}", "table of organisations")
    for held in book.office_holders(name, on):
        sure = held.sectors if held.status == "holding" else ("ELI",) if held.status == "former" else ()
        countries = (held.country,) if held.country else ()
        yield Reading(held.name, "person", countries, sure, held.title, held.since, held.until, held.status, "name:person", "tables of office-holders", None if held.until else held.last_seen)
    known = book.country_of(name)
    if known is not None:
        code, how = known
        sectors = (how[5:],) if how.startswith("seat:") else ("GOV",) if how == "capital" else ()
        kind = "population" if how == "people" else "unknown" if how in ("region", "land") else "state"
        yield Reading(name, kind, (code,) if code else (), sectors, None, None, None, "always", f"country:{how}", "table of countries")
    role = book.role(name) or next((r for end in ("ies", "es", "s") if name.endswith(end) and (r := book.role(name[: -len(end)] + ("y" if end == "ies" else ""))) is not None), None)
    if role is not None:
        yield Reading(role.name, role.kind, (), role.sectors, None, None, None, "always", f"role:{role.name}", "table of roles")
