"""Names of users' own lists in a report, and what a list says of an entity. A helper of the actor stage, no stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord._text_key import name_key
from onrecord.actorlists import ListedActor, Listing
from onrecord.extract.entities.belonging import Belonging
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import EntityCandidate, Office
from onrecord.model.parse import Parse

_JOINERS = word_set("name_joiners")
Rows = tuple[tuple[str, ListedActor], ...]


@dataclass(frozen=True)
class ListedNames:
    """Finds names of `own` lists in a parse."""

    parse: Parse
    own: Listing
    belonging: Belonging

    def at(self, at: int, end: int) -> tuple[int, int, Rows] | None:
        """The longest listed name that starts at a token and ends before `end`: first and last token (open) and its rows."""
        p = self.parse
        key = name_key(p[at].text).split()
        if not self.own.lists or not key or key[0] not in self.own.firsts:
            return None
        for last in range(min(at + self.own.longest + 2, end), at, -1):
            words = self.belonging.text(at, last)
            rows = self.own.lookup(words)
            if rows and p[last - 1].pos != "PUNCT" and self._written(at, last, words) and not self._part_of_longer(at, last, rows):
                return at, last, rows
        return None

    def _written(self, first: int, last: int, words: str) -> bool:
        """Whether the words are written as a name is: with the capitals of the list, or every word but joiners with one."""
        return words in self.own.spelt or all(t.text[:1].isupper() or not t.text[:1].isalpha() or t.lower in _JOINERS for t in self.parse.tokens[first:last])

    def _part_of_longer(self, first: int, last: int, rows: Rows) -> bool:
        """Whether the words are a piece of a longer name: "Heron" in "Heron Airways", a surname in another person's name."""
        p = self.parse
        sent = p[first].sent
        before = p[first - 1] if first and p[first - 1].sent == sent else None
        after = p[last] if last < len(p) and p[last].sent == sent else None
        if rows[0][1].kind == "person" and last - first == 1:
            # One word of a person's name: another name before it makes it somebody else ("Ali Kestrel"), a title does not.
            inside = next((n for n in p.names if n.label == "PERSON" and n.first <= first and last <= n.last and n.last - n.first > 1), None)
            if inside is not None and inside.first < first and p[first - 1].ent == "PERSON":
                return True
        if after is not None and after.text == "-" and last + 1 < len(p) and after.start == p[last - 1].end and p[last + 1].start == after.end:
            return rows[0][1].kind == "person"
        linked = after is not None and after.pos == "PROPN" and after.text[:1].isupper() and p[last - 1].dep == "compound" and p[last - 1].head >= last
        if linked and after is not None and not self.belonging.book.role(after.lower):
            return True
        return before is not None and before.text == "-" and before.end == p[first].start


@dataclass(frozen=True, slots=True)
class Told:
    """What a list says of an entity on the report's day; `spoken` where it tells an office or a sector, so that our own tables are not asked."""

    rule: str
    kind: str
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    offices: tuple[Office, ...]
    candidates: tuple[EntityCandidate, ...]
    external_ids: tuple[str, ...]
    public: bool
    spoken: bool

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of an entity that it gives."""
        given = (("kind", self.kind != "unknown"), ("countries", self.countries), ("sectors", self.sectors), ("offices", self.offices), ("external_ids", self.external_ids))
        return tuple(name for name, value in given if value)


def told(rows: Rows, on: date | None, former: bool) -> Told:
    """What the rows of one name say. Of several rows those count that hold on the day; where these disagree, nothing is told and all are candidates.

    `former`: the text says that the office is over, which no list gainsays.
    """
    sure = [pair for pair in rows if pair[1].standing(on) in ("always", "holding")] or list(rows)
    main = sure[0][1]
    countries = {row.countries for _, row in sure if row.countries}
    sectors = {row.sectors_on(on) for _, row in sure} - {()}
    kinds = {row.kind for _, row in sure}
    offices = [office(name, row, on) for name, row in rows if row.holds_office(on) and not former and len(countries) < 2]
    sector = sectors.pop() if len(sectors) == 1 and not former else ("ELI",) if former and main.public else ()
    held = {(o.title, o.since) for o in offices}
    others = [
        EntityCandidate(row.name, 0.5, row.countries, row.sectors, (office(name, row, on),) if row.office else ())
        for name, row in rows
        if (row.office and (row.office, row.since) not in held) or len(countries) > 1
    ]
    return Told(
        f"list:{sure[0][0]}:{main.line}",
        kinds.pop() if len(kinds) == 1 else "unknown",
        countries.pop() if len(countries) == 1 else (),
        sector,
        tuple(offices),
        tuple(others),
        tuple(dict.fromkeys(row.external_id for _, row in sure if row.external_id)) if len(sure) == 1 or len({row.external_id for _, row in sure}) == 1 else (),
        any(row.public for _, row in rows),
        any(row.office or row.sectors for _, row in rows),
    )


def office(name: str, row: ListedActor, on: date | None) -> Office:
    """The office of a row; its source is the list and the line."""
    return Office(row.office or "", row.countries[0] if row.countries else None, row.since, row.until, row.standing(on) == "former", f"list:{name}:{row.line}")
