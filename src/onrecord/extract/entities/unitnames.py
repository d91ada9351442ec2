"""Names of units of an armed body: where a number before them belongs to the name, and whose they are. A helper of the mention finder, no stage."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord import syntax
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import Found
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_UNITS = word_set("words_for_units")
_OFFICES = word_set("bodies_that_look_into")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?|st|nd|rd|th", re.IGNORECASE)
_ARMED = frozenset({"armed_group", "criminal_group"})


def part_of(parse: Parse, whole: int, name: int) -> bool:
    """ "the security forces | Cyber Crimes Division": whether the name that ends at a token is that of a part of what the plural before it names."""
    return parse[whole].tag == "NNS" and parse[name].lower in _UNITS | _OFFICES and all(t.text[:1].isupper() for t in parse.tokens[whole + 1 : name])


@dataclass(frozen=True, slots=True)
class UnitNames:
    """Reads one parse."""

    parse: Parse
    belonging: Belonging

    def settle(self, found: Mapping[int, Found]) -> dict[int, Found]:
        """The mentions by head: "Front" of "the SDF's 12th Front" is "12th Front", an armed group and of rebels as the SDF is."""
        made = dict(found)
        at = {t: m for m in found.values() for t in range(m.first, m.last)}
        for head, m in found.items():
            if m.kind != "name" or m.organisation is not None or m.listed or m.entity_kind not in ("organisation", "unknown") or self.parse[m.last - 1].lower not in _UNITS:
                continue
            first = self._numbered(m.first, at)
            owner = self._owner(m, first, at)
            if owner is not None:
                m = replace(m, entity_kind=owner.entity_kind, sectors=m.sectors or owner.sectors, countries=m.countries or owner.countries)
            made[head] = replace(m, first=first, name=self.belonging.text(first, m.last)) if first < m.first else m
        return made

    def _numbered(self, first: int, at: Mapping[int, Found]) -> int:
        """Where a name begins before which its number stands: "the | 12th Front", "the | 12 th Front"."""
        p = self.parse
        start = first
        while start and p[start - 1].sent == p[first].sent and start - 1 not in at and first - start < 2 and _ORDINAL.fullmatch(p[start - 1].text):
            start -= 1
        return start if any(t.text[:1].isdigit() for t in p.tokens[start:first]) else first

    def _owner(self, m: Found, first: int, at: Mapping[int, Found]) -> Found | None:
        """The armed group whose a unit is: "the SDF's 12th Front", "the SDF 12th Front", "the 12th Front of the SDF"."""
        p = self.parse
        before = first - 2 if first > 1 and p[first - 1].tag == "POS" else first - 1
        near = [before, *syntax.prep_objects(p, m.head, "of"), *(c.i for c in p.children(m.head) if c.dep == "poss")]
        return next((at[i] for i in near if i in at and at[i] is not m and at[i].kind == "name" and at[i].entity_kind in _ARMED and p[i].sent == p[m.head].sent), None)
