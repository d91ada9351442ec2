"""Of which body somebody is whom a name tells of: "Commander X of the Y Front", "Jane Doe from the Chadian navy". A helper of the mention finder, no stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord import syntax
from onrecord.actorbook import ActorBook
from onrecord.extract.entities.found import BODIES, NATIONALS, Found
from onrecord.model.parse import Parse

_WAYS = ("of", "from")
_ARMED = frozenset({"armed_group", "criminal_group"})
_REACH = 6  # tokens between a nationality and the name
_UNIFORMED = frozenset({"MIL", "COP"})
_GAP = 8  # tokens between two names of a roll: a comma, a rank, a name that was not read


@dataclass(frozen=True, slots=True)
class Membership:
    """Reads one parse."""

    parse: Parse
    book: ActorBook

    def settle(self, found: Mapping[int, Found]) -> dict[int, Found]:
        """The mentions by head; who is said to be of a body has its sector where his own words tell none, and its country."""
        made = dict(found)
        at = {t: m for m in found.values() for t in range(m.first, m.last)}
        for head, mention in found.items():
            state = self._nationality(mention) if mention.kind == "name" and mention.entity_kind == "person" and not mention.listed else ()
            if state:
                made[head] = mention = replace(mention, countries=state, weak=False)
            body = self._body(mention, at) if mention.kind == "name" and mention.entity_kind == "person" and not mention.listed else None
            if body is not None:
                made[head] = self._of(mention, body)
        for head, sector in self._rolls(made):
            made[head] = replace(made[head], sectors=(sector,))
        return made

    def _rolls(self, found: Mapping[int, Found]) -> Iterator[tuple[int, str]]:
        """The heads of the names behind a colon that a plural for policemen or soldiers leads to, "the following policemen died: Major X, Corporal Y", and the
        sector of these: both have the same ranks."""
        p = self.parse
        names = sorted((m for m in found.values() if m.kind == "name" and m.entity_kind == "person"), key=lambda m: m.first)
        for colon in (t for t in p.tokens if t.text == ":"):
            first = p.sentences[colon.sent].first
            who = next((m for m in found.values() if m.kind == "nominal" and first <= m.head < colon.i and p[m.head].tag in ("NNS", "NNPS") and len(m.sectors) == 1 and m.sectors[0] in _UNIFORMED), None)
            at = colon.i + 1
            for name in names if who is not None else ():
                if name.first < at:
                    continue
                if name.first - at > _GAP or any(t.pos in ("VERB", "AUX") or t.text in (";", ".") for t in p.tokens[at : name.first]):
                    break
                at = name.last
                if who is not None and set(name.sectors) <= _UNIFORMED:
                    yield name.head, who.sectors[0]

    def _nationality(self, mention: Found) -> tuple[str, ...]:
        """ "Chadian national and alleged Heron associate | X": the state told by a word that the parser hangs on the name, whomever the title tells of."""
        p = self.parse
        at = mention.first - 1
        while at > 0 and mention.first - at < _REACH and p[at].lower not in NATIONALS and p[at].pos in ("PROPN", "ADJ", "NOUN", "VERB", "CCONJ"):
            # By the words as they stand: the parser hangs "national" on the name, on the verb or on what is alleged.
            at -= 1
        joined = at == mention.first - 1 or p[at + 1].lower == "and"
        known = self.book.country_of(p[at - 1].text) if at > 0 and joined and p[at].lower in NATIONALS and p[at].sent == p[mention.head].sent else None
        opened = at > 1 and p[at - 2].lower in ("a", "an", "the") and joined and at < mention.first - 1
        return (known[0],) if known is not None and known[1] == "demonym" and known[0] and not opened else ()

    def _body(self, mention: Found, at: Mapping[int, Found]) -> Found | None:
        """The body behind "of" or "from" directly after a name: "X of the Y Front", "X, of the Y Front,"."""
        p = self.parse
        prep = mention.last + 1 if mention.last < len(p) and p[mention.last].text == "," else mention.last
        if prep >= len(p) or p[prep].lower not in _WAYS or p[prep].sent != p[mention.head].sent:
            return None
        if p[prep].head not in range(mention.first, mention.last):
            # "drove X from the army's barracks" tells a way, "accused X of ..." a charge.
            return None
        body = next((at[o] for way in _WAYS for o in syntax.prep_objects(p, p[prep].head, way)[:1] if o in at), None)
        return body if body is not None and body.entity_kind in BODIES and (body.sectors or body.countries) else None

    def _of(self, mention: Found, body: Found) -> Found:
        ranked = mention.title is not None and (self.book.rank(mention.title) or self.book.rank(mention.title.title())) is not None
        uniformed = mention.sectors == ("MIL",) and (body.entity_kind in _ARMED or (ranked and bool(_UNIFORMED.intersection(body.sectors[:1]))))
        sectors = body.sectors or mention.sectors if not mention.sectors or uniformed else mention.sectors
        if mention.countries and not mention.weak:
            return replace(mention, sectors=sectors)
        countries = body.countries if not body.weak else ()
        return replace(mention, sectors=sectors, countries=countries or mention.countries, weak=mention.weak and not countries)
