"""Presidents and chairmen of what is no state: "Saltmarsh Bank President X", "Kestrel (Coastal Oil Company) president X", "the club's president X". A helper of
the mention finder, no stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord import syntax
from onrecord.actorbook import ActorBook, Organisation
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.rolenouns import RoleNouns
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_HEADING, _CLUBS = word_set("heading_nouns"), word_set("bodies_with_presidents")
_HENCHMEN, _OUTLAWS = word_set("henchmen"), frozenset({"REB", "PRM", "CRM"})
_OF_STATE = frozenset({"GOV", "MIL"})
_BRACKET = 10  # tokens of a bracket that spells a body out


def member_of(book: ActorBook, word: str) -> Organisation | None:
    """ "Kestrel" of "the Kestrels": the armed or criminal group of which a name tells one, where the group's own is its plural."""
    if not word[:1].isupper() or not word.isalpha() or word.lower().endswith("s"):
        return None
    listed = book.organisation(f"{word}s") or book.organisation(f"Los {word}s")
    return listed if listed is not None and listed.sector in _OUTLAWS else None


@dataclass(frozen=True, slots=True)
class Headed:
    """Reads one parse."""

    parse: Parse
    book: ActorBook
    belonging: Belonging
    roles: RoleNouns

    def settle(self, found: Mapping[int, Found]) -> dict[int, Found]:
        """The mentions by head; whoever heads a body has its sectors, or none, and no state's."""
        made = dict(found)
        ends = {m.last - 1: m for m in found.values()}
        for person in [m for m in found.values() if m.entity_kind == "person" and m.title and m.sectors == ("GOV",) and m.title.lower() in _HEADING]:
            before = person.first - 1
            owner = ends.get(before) or ends.get(self._bracket(before) - 1)
            if owner is not None and owner.entity_kind in ("organisation", "unknown") and not _OF_STATE & set(owner.sectors):
                # "Saltmarsh Bank President X"
                made[person.head] = replace(person, sectors=owner.sectors)
            elif (body := self._body(person, ends)) is not None:
                # "Assembly President X"
                made[person.head] = replace(person, sectors=body)
        for person in [m for m in found.values() if m.entity_kind == "person" and m.title and " " in m.title and m.title.lower().rsplit(" ", 1)[-1] in _HEADING]:
            owner = ends.get(person.first - 1)
            if owner is not None and "GOV" in owner.sectors and owner.entity_kind == "institution" and (person.title or "").lower().split()[0] == self.parse[owner.last - 1].lower:
                # "Central Bank | president X" is no "bank president".
                made[person.head] = replace(person, sectors=owner.sectors, title=(person.title or "").rsplit(" ", 1)[-1])
        for person in [m for m in found.values() if m.entity_kind == "person" and m.title and m.first and m.title.lower() in _HENCHMEN]:
            group = member_of(self.book, self.parse[person.first - 1].text) if self.parse[person.first - 1].sent == self.parse[person.head].sent else None
            if group is not None and group.sector:
                # "Zeta | lieutenant X" is no officer.
                made[person.head] = replace(person, sectors=(group.sector,), countries=(group.country,) if group.country else ())
        return made

    def _bracket(self, last: int) -> int:
        """Where the bracket opens that closes at a token: "Kestrel | (Coastal Oil Company)"; 0 where none does."""
        p = self.parse
        if last < 1 or p[last].text != ")":
            return 0
        return next((i for i in range(last - 1, max(last - _BRACKET, 0), -1) if p[i].text == "(" and p[i].sent == p[last].sent), 0)

    def _body(self, person: Found, taken: Mapping[int, Found]) -> tuple[str, ...] | None:
        """The sectors of the body whose word stands directly before "President X", where that is no government; None where no such word stands there."""
        p = self.parse
        before = p[person.first - 1] if person.first and p[person.first - 1].sent == p[person.first].sent else None
        if before is not None and (opening := self._bracket(before.i)):
            # "Kestrel (Coastal Oil Company) president X": what stands in brackets says what it is.
            inside = next((r for i in range(before.i - 1, opening, -1) if (r := self.roles.role_at(i)) is not None and r.kind in BODIES), None)
            return inside.sectors if inside is not None and "GOV" not in inside.sectors else None
        if before is not None and before.text in self.belonging.renamed:
            # "ABC | President X", of a body that the report itself spells out
            return ()
        if before is not None and before.tag == "POS" and before.i:
            before = p[before.i - 1]
        if before is None or before.pos not in syntax.NOMINAL or before.dep not in ("compound", "nmod", "poss"):
            return None
        role = self.roles.role_at(before.i)
        if role is not None and role.kind in BODIES and role.sectors and "GOV" not in role.sectors:
            return role.sectors
        if role is None and before.i in taken:
            return None
        return () if before.lower in _CLUBS or (role is None and self._unknown(before, person)) else None

    def _unknown(self, token: Token, person: Found) -> bool:
        """Whether a name that no table and no map has stands before "president X": hardly a state."""
        if not token.text[:1].isupper() or token.pos != "PROPN" or not person.first <= token.head < person.last or token.ent in ("PERSON", "LOC", "DATE"):
            return False
        start = token.i
        while start > self.parse.sentences[token.sent].first and self.parse[start - 1].pos == "PROPN" and self.parse[start - 1].text[:1].isupper() and self.parse[start - 1].dep == "compound":
            start -= 1
        words = self.belonging.text(start, token.i + 1)
        return self.book.country_of(words) is None and self.book.country_of(token.text) is None and not shared_gazetteer().lookup(words)
