"""Bodies that a clause names: "a group calling itself the Red Dune Front", "the militia known as X". A helper of the mention finder, no stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actorbook import Role
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.rolenouns import RoleNouns
from onrecord.model.parse import Parse, Token

_CALLING = frozenset({"call", "style", "dub", "describe"})
_KNOWN = frozenset({"know", "dub", "nickname"})
_SELVES = frozenset({"itself", "themselves"})
_JOINING = frozenset({"of", "for", "the", "and", "in", "de", "la", "al", "-", "'s", "’s"})
_OPENING = frozenset({'"', "“", "``", "‘", "the", "The"})
_IRREGULAR = frozenset({"REB", "CRM", "PRM", "UAF"})
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Callings:
    """Reads one parse."""

    parse: Parse
    belonging: Belonging
    roles: RoleNouns

    def caused(self, taken: set[int]) -> Iterator[Found]:
        """ "the rights group Herons for Justice", "Herons Against Dunes said": people and what they stand for, as a name."""
        p = self.parse
        for prep in p.tokens[1:-1]:
            people, cause = p[prep.i - 1], p[prep.i + 1]
            if prep.lower not in ("for", "against", "without") or people.tag not in ("NNS", "NNPS") or not people.text.istitle() or not cause.text.istitle() or cause.pos not in ("NOUN", "PROPN") or cause.cased:
                continue
            role = self.roles.role_at(people.i - 1) if people.i else None
            body = role is not None and role.kind in BODIES and p[people.i - 1].sent == people.sent
            if not (body or prep.text.istitle()) or cause.sent != people.sent or cause.ent in ("PERSON", "GPE", "DATE", "TIME") or self.belonging.book.country_of(cause.text) is not None:
                continue
            last = cause.i + 1
            while last < len(p) and p[last].sent == cause.sent and p[last].text.istitle() and p[last].pos in ("NOUN", "PROPN"):
                last += 1
            if p.sentences[people.sent].part == "body" and taken.isdisjoint(range(people.i, last)):
                kind = role.kind if body and role is not None else "organisation"
                yield Found(people.i, last, people.i, "name", self.belonging.text(people.i, last), kind, (), role.sectors if body and role is not None else (), rule="name:called")

    def find(self, taken: set[int]) -> Iterator[Found]:
        """Names of bodies behind the verbs that give them."""
        p = self.parse
        for verb in p.tokens:
            noun = self._noun(verb)
            role = self.roles.role_at(noun.i) if noun is not None and noun.i < verb.i else None
            start = self._start(verb, role)
            if noun is None or role is None or not start:
                continue
            end = self._end(start)
            words = self.belonging.text(start, end)
            if end == start or not taken.isdisjoint(range(start, end)) or self.belonging.book.organisation(words) is not None or self.belonging.book.country_of(words) is not None:
                continue
            kind = role.kind if role.kind in BODIES else "armed_group" if _IRREGULAR.intersection(role.sectors) else "organisation"
            yield Found(start, end, self.belonging.head(start, end), "name", words, kind, rule="name:called")

    def _noun(self, verb: Token) -> Token | None:
        """The noun of which a clause is said; that directly before "calling itself", whatever the parser hangs the two on."""
        p = self.parse
        if verb.dep in ("acl", "relcl"):
            return p.head(verb.i)
        before = p[verb.i - 1] if verb.i and verb.tag == "VBG" and verb.i + 1 < len(p) and p[verb.i + 1].lower in _SELVES else None
        return before if before is not None and before.pos == "NOUN" and before.sent == verb.sent else None

    def _start(self, verb: Token, role: Role | None) -> int:
        """The token at which the name that a verb gives begins; 0 where it gives none."""
        p = self.parse
        at = verb.i + 1
        if role is None or at + 1 >= len(p):
            return 0
        body = role.kind in BODIES
        if verb.lemma in _CALLING and p[at].lower in _SELVES and (body or role.kind == "person"):
            at += 2 if p[at + 1].lower == "as" else 1
        elif body and verb.lemma in _KNOWN and verb.dep == "acl" and (verb.lemma == "know") == (p[at].lower == "as"):
            at += verb.lemma == "know"
        else:
            return 0
        while at < len(p) and p[at].text in _OPENING:
            at += 1
        return at if at < len(p) and p[at].sent == verb.sent and p[at].text[:1].isupper() and p[at].pos in ("PROPN", "NOUN", "ADJ", "X") else 0

    def _end(self, start: int) -> int:
        """Where a run of capitalised words and small words between them ends."""
        p = self.parse
        end = at = start
        while at < len(p) and p[at].sent == p[start].sent and at - start < _LONGEST:
            if p[at].text[:1].isupper():
                end = at + 1
            elif p[at].lower not in _JOINING:
                break
            at += 1
        return end
