"""The sectors of a role noun: its own words', or those of whom it serves. A helper of the finder of role nouns, no stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord import syntax
from onrecord.actorbook import PUBLIC, Role
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.rolephrases import RolePhrases
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

# Posts that take the sector of whom they serve: "a Hezbollah official", "rebel commanders".
_SERVING = word_set("serving_nouns")
_AGAINST = frozenset({"anti", "counter"})
_UNSEATED = word_set("unseated_words")
_INQUIRING = frozenset({"investigator", "inspector", "mediator"})
_KIN = word_set("kin")
# Ranks that stand alone for an officer; a captain or a major is often something else.
_RANKED = word_set("ranks")
# Nouns for those who stand by somebody: "supporters of the rebels".
_STANDING_BY = word_set("standing_by")
_CODED = frozenset({"UNO", "IGO", "NGO", "MNC"})
# Words for whoever heads a state that also name the head of a firm or a club.
_HEADING = word_set("heading_nouns")
_PUBLIC_BODIES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})
_RELATIONAL = word_set("relational_nouns")
# Trades that a body has people for: an army's cook serves in it, a cook by himself is a working man.
_STAFF, _TRADES = word_set("staff_nouns"), frozenset({"BUS", "LAB", "MED", "EDU", "JRN"})
_EMPLOYING = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD", "REB", "PRM", "SEP", "CRM"})
_POLICING, _ILLICIT = word_set("words_of_policing"), word_set("illicit_goods")
_HOUSE = word_set("legislative_words")
# PLOVER's codes that are no state's with an army of its own, and whose forces are police as well
_NO_ARMIES = frozenset({"UNO", "IGO", "EUR", "NGO", "IMG", "ISM", "MNC", "PSE"})
_ANY_FORCES = word_set("ranks_of_any_force")
_HEADS_OF_ANY = frozenset({"commander", "commandant"})


@dataclass(frozen=True, slots=True)
class RoleSectors(RolePhrases):
    """Reads the sectors of one parse's role nouns."""

    def sectors_of(self, head: int, role: Role, owner: Found | None, at: Mapping[int, Found]) -> tuple[str, ...]:
        """The role's own sectors, or those of the body or side that it serves where the word alone tells none."""
        if both := self._both(head):
            return both
        if (left := self._left_open(head, role, owner)) is not None:
            return left
        if role.name in _HEADING and any((house := self.book.role(self.parse[o].lemma.lower())) is not None and house.sectors == ("LEG",) for o in syntax.prep_objects(self.parse, head, "of")):
            return ("LEG",)  # "the president of the National Congress"
        last = role.name.rsplit(" ", 1)[-1]
        serving = not role.sectors or last in _SERVING or role.name in _STANDING_BY
        side = self.side(head)
        if (led := self._of_led(head, role, owner, at)) is not None:
            return led
        if role.sectors == ("MIL",) and self._ranked_police(head, role, owner):
            return ("COP",)
        if role.name == "force" and self._of_a_state_alone(head):
            return ("MIL",)
        if serving and owner is not None and (owner.sectors or _CODED.intersection(owner.countries)):
            return owner.sectors
        if serving and side:
            return (side,)
        beside = self.parse[head - 1] if head and self.parse[head - 1].dep == "compound" and self.parse[head - 1].head == head else None
        named = owner is not None and beside is not None and owner.first <= beside.i < owner.last
        whose = self.role_at(beside.i) if beside is not None and role.name in _SERVING and not named else None
        if whose is not None and beside is not None and whose.kind in BODIES and whose.sectors and not self._end_of_name(beside.i):
            # "judiciary officials"
            return whose.sectors
        if (sent := self._representing(head, role, at)) is not None:
            return sent
        if role.sectors[:1] and role.sectors[0] in _TRADES and last in _STAFF:
            whose_owner = next((c for c in self.parse.children(head) if c.dep == "poss"), beside)
            body = side or (self._served_body(whose_owner) if whose_owner is not None and not named else owner.sectors[0] if named and owner is not None and owner.sectors else "")
            # "an army accountant" is one of the army, and of his trade
            return (body, *role.sectors) if body in _EMPLOYING else role.sectors
        if role.sectors[:1] in (("MIL",), ("UAF",)) and owner is not None and owner.entity_kind == "armed_group" and "REB" in owner.sectors:
            # "Hamas soldiers"
            return owner.sectors
        if role.name in _KIN and self._of_the_powerful(head, at):
            return ("ELI",)
        if role.name.rpartition(" ")[2] in _RELATIONAL:
            # "opponents of the army" are of another side.
            return role.sectors
        if named and not role.sectors:
            # "a Heron Union official": the union is a part of the name.
            return owner.sectors if owner is not None else ()
        if not role.sectors or (role.name in _STANDING_BY or role.name in _SERVING or last == "negotiator"):
            return self._served_role(head, role, at) or role.sectors
        return (*role.sectors, side) if side == "OPP" and side not in role.sectors else role.sectors

    def _end_of_name(self, i: int) -> bool:
        """Whether a word ends the name of a listed body ("European Union delegation", "African Union envoys"), so that it tells no trade."""
        return any(self.book.organisation(self.belonging.text(first, i + 1)) is not None for first in range(max(0, i - 3), i))

    def _served_body(self, beside: Token) -> str:
        """The first sector of the body that the noun before a trade names ("ministry accountant"), "" where it names none."""
        role = self.role_at(beside.i)
        return role.sectors[0] if role is not None and role.kind in BODIES and role.sectors else ""

    def _left_open(self, head: int, role: Role, owner: Found | None) -> tuple[str, ...] | None:
        """What a role noun has of its owner's sectors, or none, where it could be of several sorts and no word tells which; None where that is not in doubt."""
        below = [c for c in self.parse.children(head) if c.i < head]
        called = any(c.pos == "PROPN" and c.text.istitle() and self.book.country_of(c.text) is None and self.role_at(c.i) is None for c in below)
        if role.sectors == ("MIL",) and self.parse[head].lemma.lower() in _RANKED and self.parse[head].text.islower() and called and self.former(head):
            # "a former Heron Dune lieutenant": whose, no word tells
            return owner.sectors if owner is not None else ()
        if role.sectors == ("MIL",) and self.parse[head].lemma.lower() in _HEADS_OF_ANY and any(c.dep == "compound" and (self._vague(c) or (called and c.text.istitle())) for c in below) and (owner is None or (not owner.sectors and owner.entity_kind != "state")) and not self.side(head):
            # "Heron commanders": of whom, no word tells
            return ()
        if (role.name == "officer" and any(c.dep == "compound" and c.text.islower() and c.lower not in _POLICING for c in below)) or (role.name in _INQUIRING and any(self._of_somebody(t.i) for t in self.parse.tokens if t.lemma == self.parse[head].lemma)):
            return owner.sectors if owner is not None else ()  # "a bank officer", "the mission's investigators"
        if role.name == "officer" and not any(c.dep in ("compound", "amod", "nmod") and self.book.country_of(c.text) is None for c in below) and self._of_soldiers():
            return ()
        if role.sectors == ("BUS",) and any(self.parse[o].lemma.lower() in _ILLICIT for prep in ("of", "in") for o in syntax.prep_objects(self.parse, head, prep)):
            # "a supplier of marijuana"
            return ()
        if role.sectors == ("MIL",) and self.parse[head].lemma.lower() in _RANKED and any(c.tag == "PRP$" for c in below):
            # "his lieutenants": of an army or of a gang
            return ()
        if role.name == "deputy" and any(c.dep == "poss" and (c.tag == "PRP$" or ((whose := self.role_at(c.i)) is not None and whose.kind in ("person", "office"))) for c in below):
            return ()  # "her deputy", "the minister's deputy": who stands in for somebody
        if (role.name == "source" and owner is not None and owner.sectors == ("JRN",)) or self._of_others(head, role):
            # A paper's sources write for nobody.
            return ()
        return None

    def _of_led(self, head: int, role: Role, owner: Found | None, at: Mapping[int, Found]) -> tuple[str, ...] | None:
        """The sectors of a firm or body that somebody heads who would else be of a state: "the president of Saltmarsh Bank"; None where none is told."""
        last = role.name.rsplit(" ", 1)[-1]
        if role.sectors != ("GOV",) or last not in _HEADING:
            return None
        if owner is not None and owner.entity_kind != "state" and (not owner.countries or owner.sectors or _CODED.intersection(owner.countries)) and not _PUBLIC_BODIES.intersection(owner.sectors) and owner.entity_kind == "organisation":
            # "the president of Saltmarsh Bank"
            return owner.sectors
        firms = [at[o] for prep in ("of", "at", "for", "with") for o in syntax.prep_objects(self.parse, head, prep) if o in at and (at[o].entity_kind == "organisation" or (at[o].entity_kind == "unknown" and at[o].rule.startswith("name:")))]
        if firms and not _PUBLIC_BODIES.intersection(firms[-1].sectors) and (firms[-1].sectors or not firms[-1].countries):
            return firms[-1].sectors
        served = next((r for o in syntax.prep_objects(self.parse, head, "of") if (r := self.role_at(o)) is not None and r.sectors), None)
        vague = [r for o in syntax.prep_objects(self.parse, head, "of") if (r := self.role_at(o)) is not None and r.kind == "organisation" and not r.sectors]
        if vague:
            # "the president of the organisation"
            return ()
        if served is not None and served.kind == "organisation" and not _PUBLIC_BODIES.intersection(served.sectors):
            return served.sectors
        return None

    def _ranked_police(self, head: int, role: Role, owner: Found | None) -> bool:
        """ "a lieutenant colonel from the national police", "a police captain": a rank is one of the body that it is told to be of."""
        p = self.parse
        if role.kind != "person" or not _ANY_FORCES.intersection(role.name.split()):
            return False
        if owner is not None and owner.sectors:
            return owner.sectors[:1] == ("COP",)
        own = head - role.name.count(" ")
        whose = [*syntax.prep_objects(p, head, "of"), *syntax.prep_objects(p, head, "from"), *syntax.prep_objects(p, head, "in")]
        whose += [c.i for i in range(own, head + 1) for c in p.children(i) if c.dep in ("poss", "compound", "nmod") and c.i < own]
        return any((r := self.role_at(o)) is not None and r.kind in BODIES and r.sectors[:1] == ("COP",) for o in whose)

    def _representing(self, head: int, role: Role, at: Mapping[int, Found]) -> tuple[str, ...] | None:
        """The sectors of representatives who sit in no parliament: of whom they are sent by; None where they may sit in one."""
        if role.name == "representative" and role.sectors == ("LEG",) and not self.parse[head].text[:1].isupper() and not any(c.lower in _HOUSE for c in self.parse.children(head)):
            # "representatives of the company" sit in no parliament.
            return self._served_role(head, role, at) if any(syntax.prep_objects(self.parse, head, prep) for prep in ("of", "from", "for")) else ()
        if role.name in _SERVING and role.sectors == ("LEG",) and (any(syntax.prep_objects(self.parse, head, prep) for prep in ("of", "from", "for")) or any(c.dep == "poss" for c in self.parse.children(head))):
            # "representatives from a neighbourhood group" sit in no parliament.
            return self._served_role(head, role, at) if not self.parse[head].text[:1].isupper() else ()
        return None

    def _of_a_state_alone(self, head: int) -> bool:
        """ "Chadian forces", "US and Chadian forces", "Chad's forces": whose army, where nothing but the state is told of them; of a people without a
        state, of a leaning ("Chadian-backed") or of a side no word tells what they are."""
        p = self.parse
        before = [c for c in syntax.dependents_within(p, head, 2) if c.i < head and c.pos not in ("DET", "CCONJ", "PUNCT", "NUM") and c.tag != "POS"]
        if p[head].lower != "forces" or not before or syntax.prep_objects(p, head, "of"):
            return False
        states = 0
        for word in before:
            known = next((k for first in range(max(0, word.i - 2), word.i + 1) if (k := self.book.country_of(self.belonging.text(first, word.i + 1))) is not None), None)
            inner = any(self.book.country_of(self.belonging.text(word.i, last)) is not None for last in (word.i + 2, word.i + 3) if last <= head)
            if self.belonging.partisan(word.i) or (not inner and (known is None or known[1] not in ("name", "demonym") or len(known[0]) != 3 or known[0] in _NO_ARMIES)):
                return False
            states += known is not None
        return states > 0

    def _vague(self, token: Token) -> bool:
        """ "Bloc" of "Bloc commanders": a capitalised word for a body that tells no sector."""
        role = self.role_at(token.i) if token.text[:1].isupper() and token.i > self.parse.sentences[token.sent].first else None
        return role is not None and role.kind in BODIES and not role.sectors

    def _of_somebody(self, head: int) -> bool:
        """Whether the words tell whose somebody is, or what he looks into: an owner, a noun before, "of", "from", "with"."""
        p = self.parse
        before = any((c.dep in ("poss", "compound") or (c.dep == "amod" and c.text.istitle() and self.book.country_of(c.text) is None)) and c.lower not in _POLICING for c in p.children(head) if c.i < head)
        return before or any(syntax.prep_objects(p, head, prep) for prep in ("of", "from", "with", "at"))

    def _of_the_powerful(self, head: int, at: Mapping[int, Found]) -> bool:
        """Whether kin is that of an office-holder: "the president's son"."""
        p = self.parse
        for other in [*syntax.prep_objects(p, head, "of"), *(c.i for c in p.children(head) if c.dep == "poss")]:
            role = self.role_at(other)
            named = at.get(other)
            sectors = role.sectors if role is not None else named.sectors if named is not None and named.entity_kind == "person" else ()
            if PUBLIC.intersection(sectors):
                return True
        return False

    def side(self, head: int) -> str:
        """The sector of a modifier that tells a side: "opposition newspaper", "rebel commanders"."""
        p = self.parse
        for child in p.children(head):
            against = child.i > 1 and p[child.i - 1].text == "-" and p[child.i - 2].lower in _AGAINST  # "the anti-gang unit"
            if child.i < head and child.dep in ("amod", "compound", "nmod") and not against:
                effect, sector = self.book.modifiers.get(child.lower, ("", ""))
                if effect in ("side", "opposition") and sector and not self._end_of_name(child.i):
                    return sector
        return ""

    def _served_role(self, head: int, role: Role, at: Mapping[int, Found]) -> tuple[str, ...]:
        """ "a member of the parliament", "a spokesman for the rebels", "the governor's spokesman": the sector of those served.

        A word with a sector of its own takes another from its of-object alone ("supporters of the militia").
        """
        p = self.parse
        bare = not role.sectors
        own = head - role.name.count(" ")
        # "the nominee for envoy" is none yet.
        preps = ("of", "from") if role.name in _UNSEATED else ("of", "for", "from")
        near = [o for prep in preps[: len(preps) if bare else 1] for o in syntax.prep_objects(p, head, prep)]
        # "the rebels' chief negotiator" is theirs, though a negotiator by himself is a state's.
        near += [c.i for c in p.children(head) if not bare and role.name.rsplit(" ", 1)[-1] in _SERVING and c.dep == "poss" and c.tag in ("NNS", "NNPS", "NN")]
        near += [c.i for c in p.children(head) if bare and c.dep in ("poss", "compound") and c.i < own and p[c.i + 1].lower not in ("and", "or")]
        for other in near:
            # The Union of "the European Union's chief" is a part of a name.
            served = self.role_at(other) if other not in at or at[other].kind != "name" or at[other].entity_kind == "unknown" else None
            if served is not None and served.sectors and (bare or served.kind != "office"):
                return served.sectors
        return ()
