"""Who held which office when, from the tables of leaders and of public figures; read by the actor book alone."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord._tables import read_table
from onrecord._text_key import name_key

# Where English news writes the family name first.
FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN"})
_NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "IX", "X", "XII", "XIV", "XVI", "Jr", "Jr.", "Sr."})
_ARTICLES = ("al-", "el-", "ul-", "as-", "ad-", "an-", "ar-", "az-")


@dataclass(frozen=True, slots=True)
class Held:
    """One office or post of one person: dates are ISO 8601 (year, month or day) or None; `open` where it was not over when the tables end, `heads` for heads of state and government,
    `known` for persons whom a family name or a spelling that sounds alike may mean."""

    name: str
    code: str
    title: str
    since: str | None
    first_seen: str | None
    until: str | None
    known_to: str | None
    sectors: tuple[str, ...]
    open: bool = False
    heads: bool = False
    known: bool = True


def office_holdings() -> dict[str, tuple[Held, ...]]:
    """What is listed, by the key of each form of a name (`name_key`)."""
    found: dict[str, list[Held]] = {}
    for row, held in _leaders():
        for words in (row["name"], *values(row["keys"])):
            found.setdefault(name_key(words), []).append(held)
    columns = ("name", "aliases", "code", "sectors", "title", "kind", "since", "until", "known_to")
    tables = {table: list(read_table(f"actors/{table}.tsv", columns)) for table in ("figures", "figures_historic", "figures_recent")}
    newest = max((row["known_to"] for rows in tables.values() for row in rows), default="")
    for table, row in ((table, row) for table, rows in tables.items() for row in rows):
        since, until, known_to = row["since"] or None, row["until"] or None, row["known_to"] or None
        # Held at the end of what the tables know, so not known to be over.
        lasting = until is None and known_to is not None and known_to >= newest
        # The many of the third table are meant by their full names alone: too many others bear their family names.
        known = table != "figures_recent"
        held = Held(row["name"], row["code"], row["title"], since, since, until, known_to, values(row["sectors"]) or _no_sector(row["code"]), lasting, known=known)
        families = _surnames(row["name"], row["code"]) if known else ()
        for words in dict.fromkeys((row["name"], *families, *values(row["aliases"]))):
            found.setdefault(name_key(words), []).append(held)
    for row in read_table("actors/name_variants.tsv", ("name", "variants")):
        for words in values(row["variants"]):
            found.setdefault(name_key(words), []).extend(found.get(name_key(row["name"]), ()))
    return {key: tuple(dict.fromkeys(group)) for key, group in found.items()}


def _surnames(name: str, code: str) -> tuple[str, ...]:
    """The forms of a family name: "al-Bashir" is also written "Bashir"; a number behind a name is none."""
    words = [word for word in name.split() if word not in _NUMERALS]
    if len(words) < 2:
        return tuple(words)
    last = words[0] if code in FAMILY_FIRST else words[-1]
    return (last, last[3:]) if last.lower().startswith(_ARTICLES) and len(last) > 5 else (last,)


def _no_sector(code: str) -> tuple[str, ...]:
    """Who speaks for the United Nations or another body needs no sector: the code says all."""
    return () if code in ("UNO", "IGO", "NGO", "ISM", "IMG", "MNC") else ("GOV",)


def _leaders() -> list[tuple[dict[str, str], Held]]:
    """Heads of state and government. An office is over when a later holder of the same office is known to have begun."""
    columns = ("name", "keys", "code", "territory", "title", "role", "since", "first_seen", "last_seen")
    rows = list(read_table("actors/leaders.tsv", columns))
    newest = max(row["last_seen"] for row in rows)
    # One day for two posts of a person is the day of the one seen first; when the other began is not known.
    firsts: dict[tuple[str, str, str], str] = {}
    for row in rows:
        post = (row["name"], row["code"], row["since"])
        firsts[post] = min(firsts.get(post, row["first_seen"]), row["first_seen"])
    rows = [row if not row["since"] or firsts[row["name"], row["code"], row["since"]] == row["first_seen"] else {**row, "since": ""} for row in rows]
    begun: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        for office in _posts(row):
            begun.setdefault(office, []).append(row["since"] or row["first_seen"])
    made = []
    for row in rows:
        later = [day for office in _posts(row) for day in begun[office] if day >= row["last_seen"]]
        until = min(later) if later and row["last_seen"] < newest else None
        lasting = row["last_seen"] == newest
        held = Held(row["name"], row["code"], row["title"], row["since"] or None, row["first_seen"] or None, until, row["last_seen"] or None, ("GOV",), lasting, not _deputy(row))
        made.append((row, held))
    return made


def _posts(row: dict[str, str]) -> list[tuple[str, ...]]:
    """What one person at a time holds: the head of state, the head of government; deputies by their title."""
    deputy = row["title"] if _deputy(row) else ""
    return [(row["code"], row["territory"], role, deputy) for role in row["role"].split("|")]


def _deputy(row: dict[str, str]) -> bool:
    return any(word in row["title"].casefold() for word in ("deputy", "vice", "governor", "acting"))


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, which "|" parts."""
    return tuple(part for part in cell.split("|") if part)
