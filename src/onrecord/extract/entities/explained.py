"""Bodies whose name a report gives in full and in letters: "the Coastal Observatory on Citizen Safety (COCS)". A helper of the mention finder, no stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actorbook import ActorBook
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.rolenouns import RoleNouns
from onrecord.extract.entities.shortforms import named_in_full
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_HEADS = word_set("ends_of_bodies_names") | word_set("bodies_that_study") | word_set("bodies_that_look_into")
_SHORTEST = 3


@dataclass(frozen=True)
class Explained:
    parse: Parse
    book: ActorBook
    belonging: Belonging
    roles: RoleNouns

    def find(self, taken: set[int]) -> Iterator[Found]:
        """Names of three words or more whose initials are, in some order, the letters in brackets behind them, and whose noun says that they are a body's."""
        p = self.parse
        for first, last in named_in_full(p):
            joint = next((t.i for t in p.tokens[first:last] if not t.text[:1].isupper()), last)
            role = self.roles.role_at(joint - 1)
            body = role is not None and role.kind in BODIES
            words = self.belonging.text(first, last)
            if sum(t.text[:1].isupper() for t in p.tokens[first:last]) < _SHORTEST or joint == last or not (body or p[joint - 1].lower in _HEADS):
                continue
            if not taken.isdisjoint(range(first, last)) or self.book.organisation(words) is not None or self.book.organisation(p[last + 1].text) is not None:
                continue
            countries = () if self.belonging.studied(first, last) else self.belonging.inside(first, last)
            kind, sectors = (role.kind, role.sectors) if role is not None and body else ("organisation", ())
            yield Found(first, last, joint - 1, "name", words, kind, countries, sectors, rule="name:organisation")
            letters = p[last + 1].text
            for token in p.tokens if self.book.country_of(letters) is None else ():
                if token.text == letters and token.i not in taken and not (token.i + 1 < len(p) and p[token.i + 1].text == "-"):
                    yield Found(token.i, token.i + 1, token.i, "name", letters, kind, countries, sectors, rule="name:organisation", same=joint - 1)
