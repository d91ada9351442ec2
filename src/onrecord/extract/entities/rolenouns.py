"""Role nouns: "the former Mexican defence minister", "rebel commanders", "a spokesman for the group". A helper of the mention finder, no stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord import syntax
from onrecord.actorbook import Role
from onrecord.extract.entities.belonging import LED_BODIES
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.rolephrases import GENERALS
from onrecord.extract.entities.rolesectors import RoleSectors
from onrecord.extract.entities.rolesense import RoleSense
from onrecord.extract.entities.stategroups import several_states
from onrecord.extract.entities.titles import Titled, Titles
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

# People and forces who act where they live; soldiers, ministers and envoys may act abroad.
DOMESTIC = frozenset({"CVL", "COP", "REB", "UAF", "EDU", "LAB", "OPP", "CRM", "AGR", "MED", "REL", "SOC"})
# Posts that take the sector of whom they serve: "a Hezbollah official", "rebel commanders".
_SERVING = word_set("serving_nouns")
# Nouns that say of a name what kind of body it is: "the al-Qaeda network" is al-Qaeda.
_BODY_NOUNS = word_set("body_nouns")
# Ranks that stand alone for an officer; a captain or a major is often something else.
_RANKED = word_set("ranks")
# Nouns for several people that tell nothing more.
_GATHERED = word_set("gathered")
# "a regional peacekeeping force" is nobody's alone.
_PEACEKEEPING = word_set("peacekeeping_nouns")
_FIGHTERS = word_set("fighters")
_MASSED = frozenset({"forces", "troops", "units", "militiamen"})
_MULTINATIONAL = word_set("multinational_adjectives")
# "a court case": what a role noun stands before and is no actor beside.
_NO_ACT = word_set("heads_of_no_act")
_CODED = frozenset({"UNO", "IGO", "NGO", "MNC"})
_STATELESS = _CODED | {"EUR", "ISM", "IMG"}
_PERSONS = frozenset({"person", "office"})
_DOING = frozenset({"COP", "MIL", "REB", "GOV", "LEG", "JUD", "CRM", "PTY", "OPP", "SPY", "UAF", "PRM"})
_RELATIONAL = word_set("relational_nouns")
_GANGS = word_set("words_of_gangs")
_MACHINES = word_set("equipment")
_CRAFT = event_lexicon().classes["vehicle"] | event_lexicon().classes["weapon"]
# "fake journalists" are none.
_SHAM = word_set("sham_words")
# "wanted men" are hardly civilians, nor known to be anything else.
_OUTLAW = word_set("outlaw_words")
# Those who stand in some relation to a body, and are persons or bodies themselves.
_SIDES = word_set("relational_nouns") - word_set("words_for_one_person")
# Sectors of bodies whose people are of the same country.
_SIDED = frozenset({"REB", "PRM", "CRM", "UAF", "PTY", "OPP", "LAB", "MIL", "COP", "GOV", "LEG", "JUD", "SPY"})
_BELONGING = word_set("belonging_verbs")
# Sides that are no state's own.
_NO_STATES = frozenset({"REB", "PRM", "OPP"})
_CHIEFS = frozenset({"chief", "head", "director"})
# Whoever serves a state is of the one where he serves.
_AT_HOME = frozenset({"GOV", "LEG", "JUD", "COP"})
_OF_THE_TOWN = frozenset({"COP", "JUD", "CVL", "LAB", "MED", "EDU", "CRM"})
_OF_THE_PLACE = frozenset({"LEG", "JUD", "COP"})


@dataclass(frozen=True, slots=True)
class RoleNouns(RoleSectors):
    """Finds role nouns that head a phrase of their own; names found before are in `named`, by head token."""

    def find(self, named: Mapping[int, Found]) -> Iterator[Found]:
        """Mentions by role noun. One that repeats what an organisation is ("the X group") comes as a longer mention of that organisation."""
        at = {t: m for m in named.values() for t in range(m.first, m.last)}
        sense = RoleSense(self.parse, self.book, self.belonging, self)
        behind = 0
        for token in self.parse.tokens:
            if token.i < behind:
                continue
            longer, behind = self._role_from(token.i)
            if token.pos not in ("NOUN", "PROPN", "ADJ") or token.i in at or (token.dep in ("compound", "amod", "nmod") and not self._stands_alone(token)):
                continue
            role = longer or self.role_at(token.i)
            if (later := self._turned(token)) is not None:
                yield self._become(token, *later, at)
                behind = later[0] + 1
                continue
            if role is None:
                found = self._body_of(token, at) or self._grouped(token) or several_states(self.parse, self.belonging, token)
                if found is not None:
                    yield found
                continue
            if sense.quality(token) or sense.nobody(token) or (role.name == "year-old" and token.lemma != role.name):
                continue  # "the 39-year-old Pizarro": an age, and nobody beside him
            if sense.unsaid(token, role):
                continue
            if self._only_names(token, role, at):
                continue
            mention = self._coded(self._nominal(token, role, at))
            # "non-profit": the second half is a part of the word.
            if "-" in role.name:
                behind = max(behind, mention.last)
                # "ex-wife": the parser hangs the first half on the second, and what is said of her on that.
                mention = replace(mention, head=mention.last - 1) if self.parse[token.i].head == mention.last - 1 else mention
            yield mention

    def _turned(self, token: Token) -> tuple[int, Role] | None:
        """ "a singer turned opposition senator": the noun that tells what somebody is now, and its role; one without an article, of one person."""
        p = self.parse
        at = token.i + 2
        if token.tag != "NN" or at >= p.sentences[token.sent].last or p[token.i + 1].lower != "turned":
            return None
        while at + 1 < p.sentences[token.sent].last and p[at].text.islower() and p[at].pos in ("ADJ", "NOUN") and p[at].dep in ("compound", "amod", "nmod") and p[at + 1].pos in ("NOUN", "PROPN"):
            at += 1
        role = self.role_at(at) if p[at].tag in ("NN", "NNP") and (p[at].text.islower() or p[at].text == "MP") else None
        return (at, role) if role is not None and role.kind in _PERSONS and not any(c.dep in ("det", "poss") for c in p.children(at)) else None

    def _become(self, token: Token, last: int, role: Role, at: Mapping[int, Found]) -> Found:
        """One mention of both nouns, headed by the first, which the sentence hangs on; what somebody is now tells his sort."""
        now = self._nominal(self.parse[last], role, at)
        first = self._opening(syntax.core_phrase(self.parse, token.i)[0], token.i)
        countries = self.belonging.countries(token.i) or now.countries
        words = self.belonging.text(first, last + 1)
        return replace(now, first=first, last=last + 1, head=token.i, name=words, countries=countries, weak=False, former=False)

    def _only_names(self, token: Token, role: Role, at: Mapping[int, Found]) -> bool:
        """ "the SDF and Red Dune gangs": two names and a word for what both are, who are told of already."""
        p = self.parse
        if token.tag != "NNS" or role.kind not in BODIES:
            return False
        left = token.i - 1
        while left > p.sentences[token.sent].first and left not in at and p[left].text.islower() and p[left].dep in ("compound", "amod", "nmod"):
            left -= 1
        last = at.get(left)
        if last is None or last.kind != "name" or last.entity_kind not in (*BODIES, "unknown") or last.first < 2 or p[last.first - 1].lower != "and":
            return False
        other = at.get(last.first - 2)
        return (other is not None and other.kind == "name" and other.entity_kind in (*BODIES, "unknown")) or (other is None and p[last.first - 2].pos == "PROPN" and p[last.first - 2].text.istitle())

    def _coded(self, mention: Found) -> Found:
        """ "the international community", "aid groups": a phrase that is of no state, by PLOVER's codes."""
        for first in range(max(0, mention.head - 3), mention.head) if not mention.countries else ():
            known = self.book.country_of(self.belonging.text(first, mention.head + 1))
            if first and self.parse[first - 1].lower in ("and", "or"):
                continue
            counted = any(c.dep in ("nummod", "quantmod") for c in self.parse.children(mention.head))
            if known is not None and known[1] == "name" and known[0] in _STATELESS and not counted and self.parse[first].sent == self.parse[mention.head].sent:
                sectors = mention.sectors if known[0] == "NGO" else ()
                kind = mention.entity_kind if mention.entity_kind in BODIES else "unknown"
                return replace(mention, countries=(known[0],), sectors=sectors, entity_kind=kind, rule=f"{mention.rule}+code")
        return mention

    def _role_from(self, head: int) -> tuple[Role | None, int]:
        """The role that opens with a token and goes on behind it, and where it ends: "minister of defence"; else None and the next token."""
        p = self.parse
        end = head + 2 if head + 3 < len(p) and p[head + 1].text == "-" and p[head + 1].start == p[head].end and p[head + 2].lower == "general" else head  # "inspector-general of police"
        if end + 2 < len(p) and p[end + 1].lower in ("of", "in") and p[head].pos in syntax.NOMINAL:
            begin = p.sentences[p[head].sent].first
            for last in range(min(end + 5, p.sentences[p[head].sent].last), end + 2, -1):
                for first in range(max(head - 2, begin), head + 1):
                    # "inspector general of police" is no inspector general of anything else.
                    before = f"{self.belonging.text(first, head)} " if first < head else ""
                    role = self.book.role(f"{before}{p[head].lemma}{'' if end > head else ' '}{self.belonging.text(head + 1, last)}")
                    if role is not None:
                        return role, last
        return None, head + 1

    def _stands_alone(self, token: Token) -> bool:
        """A role noun before another noun is an actor of its own in "police raid", not in "police officer"."""
        head = self.parse.head(token.i)
        if token.dep not in ("compound", "nmod") or head is None or self.role_at(head.i) is not None or not (head.pos == "NOUN" or head.tag == "VBG"):
            return False
        role = self.role_at(token.i)
        if role is not None and _DOING.intersection(role.sectors) and self.acting(head):
            return True
        if head.lemma.lower() in _NO_ACT or self.parse[head.i].lower in word_set("parties_of_no_politics"):
            return False
        # Those who do what the noun tells: "police raid"; "child abuse" and "partner countries" are told of nobody.
        return role is None or (not role.sectors and role.kind != "person") or bool(_DOING.intersection(role.sectors)) or token.tag == "NNS"

    def acting(self, craft: Token) -> bool:
        """ "Army drones struck the depot", "was hit by a police vehicle": craft and arms that do something, which is the deed of whose they are."""
        p = self.parse
        if craft.lemma.lower() not in _CRAFT:
            return False
        return (craft.dep == "nsubj" and not syntax.is_passive(p, craft.head)) or (craft.dep == "pobj" and p[craft.head].dep == "agent")

    def _body_of(self, token: Token, at: Mapping[int, Found]) -> Found | None:
        """ "the al-Qaeda terror network", "Hezbollah (Party of God) group": the listed body whose name stands before a noun for bodies."""
        if token.lemma.lower() not in _BODY_NOUNS or token.tag != "NN":
            return None
        owner, before = self._owner(token.i, token.i, at)
        if owner is None or not before or owner.entity_kind not in BODIES:
            return None
        return replace(owner, last=token.i + 1, head=token.i)

    def _grouped(self, token: Token) -> Found | None:
        """ "a congressional group", "a police team": several people of whom only the modifier says what they are."""
        side = self.side(token.i) if token.lemma.lower() in _GATHERED else ""
        if not side:
            return None
        first, last = syntax.core_phrase(self.parse, token.i)
        countries = self.belonging.countries(token.i)
        words = self.belonging.text(first, last)
        return Found(first, last, token.i, "nominal", words, "organisation", countries, (side,), rule=f"role:{token.lemma.lower()}+side")

    def _nominal(self, token: Token, role: Role, at: Mapping[int, Found]) -> Found:
        p = self.parse
        first, last = syntax.core_phrase(p, token.i)
        last = max(last, self._role_from(token.i)[1])
        if "-" in role.name and p[token.i].lower != role.name.rsplit("-", 1)[-1] and last + 1 < len(p) and p[last].text == "-":
            last = max(last + 2, min(token.i + 2 * role.name.count("-") + 1, len(p)))
        stacked = self.belonging.stacked(token.i) if token.dep == "compound" else []
        words = token.i - role.name.count(" ") if self.belonging.text(token.i - role.name.count(" "), token.i).lower() == role.name.rpartition(" ")[0] else token.i
        first = min(self._opening(min([first, *(t.i for t in stacked)]), token.i), words)
        owner, before = self._owner(token.i, first, at)
        if before and owner is not None and owner.first < first and p[token.i - 1].text == ")":
            opening = next((t.i for t in reversed(p.tokens[owner.first : token.i]) if t.text == "("), -1)
            named = next((m for m in (at.get(opening - 1),) if m is not None and m.kind == "name"), None)
            # "SDF (Saltmarsh Dune Front) | fighters"
            first = min(first, (named or owner).first)
        body = token.lemma.lower() in _BODY_NOUNS and token.tag == "NN"
        # "SDF forces" are the group itself, whose all fighters are.
        body = body or (owner is not None and owner.entity_kind == "armed_group" and owner.last == token.i and self._all_of(token, owner.first))
        if before and owner is not None and body and owner.entity_kind in (*BODIES, "unknown"):
            kind = owner.entity_kind if owner.entity_kind != "unknown" or role.kind not in BODIES else role.kind
            # "Chad's SDF rebels"
            begin = min([owner.first, *(c.i for c in p.children(token.i) if c.dep == "poss" and kind == "armed_group" and self.book.country_of(c.text) is not None)])
            return replace(owner, first=begin, last=token.i + 1, head=token.i, sectors=owner.sectors or role.sectors, entity_kind=kind)
        owned = owner.countries if owner is not None else ()
        # "ISIS militants in Syria" are of the group first, wherever they are.
        if before and owned and owner is not None and any(t.lower == "and" for t in p.tokens[first : owner.first + 1]):
            # "US and NATO forces" are of both.
            owned = tuple(dict.fromkeys((*self.belonging.countries(token.i), *owned)))
        countries = (owned if before else ()) or self.belonging.countries(token.i) or owned or self.belonging.behind(last) or self._of_person(token.i, at)
        if any(c.lower == "ethnic" and c.i < token.i for c in syntax.dependents_within(p, token.i, 2)) or self._and_abroad(first, token.i):
            # "ethnic Albanians" are no citizens of Albania; "Albanian and foreign reporters" are not all.
            countries = ()
        if owner is not None and (before or owner.countries) and owner.organisation is None and owner.entity_kind in BODIES and self.book.organisation(owner.name) is not None:
            # The text itself says what the letters of a listed body stand for here.
            countries = owner.countries
        sectors = self.sectors_of(token.i, role, owner, at)
        if any(t.lower in _SHAM for t in p.tokens[first : token.i]):
            sectors = ()
        his = token.lemma.lower() in ("man", "woman", "boy", "people") and any(c.tag == "PRP$" for c in p.children(token.i))
        if sectors == ("CVL",) and (his or (role.kind in _PERSONS and any(t.lower in _OUTLAW for t in p.tokens[first : token.i]))):
            # "his men" are what he is.
            sectors = ()
        kind = role.kind
        if role.name in _RELATIONAL and kind == "person" and any(c.lower == "its" and c.dep == "poss" for c in p.children(token.i)):
            # A state's neighbour or ally is hardly a person.
            kind, sectors = "unknown", ()
        if role.name in _SIDES and kind == "person" and self._of_body(token.i, owner):
            # "the gang's rivals", "SDF allies": persons or bodies, of any state and sort
            kind, sectors, countries = "unknown", (), ()
        kind = self._counted_kind(token.i, role, kind, bool(countries))
        if sectors == ("CVL",) and any(c.lower == "military" and c.i < token.i for c in p.children(token.i)):
            # "military men"
            sectors = ("MIL",)
        countries = self._town_of_seat(first, last) or countries if countries == ("EUR",) and _OF_THE_TOWN.intersection(sectors) else countries  # "Brussels police"
        rule = f"role:{role.name}"
        weak = bool(countries) and not before and not self._own_words(token.i, role, countries) and not self._of_their_own(token.i, sectors, owner, countries)
        if not countries and DOMESTIC.intersection(sectors):
            countries = self.belonging.clause(token.i)
            rule = f"{rule}+place" if countries else rule
            weak = bool(countries)
        if not countries and role.name in _PEACEKEEPING and any(c.lower in _MULTINATIONAL for c in p.children(token.i)):
            countries = ("IGO",)
        former = self.former(token.i)
        definite = any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "some", "any", "no") for c in p.children(token.i))
        if former and owner is not None and owner.entity_kind in ("armed_group", "criminal_group") and owner.sectors:
            # "the former leader of the cartel"
            sectors = owner.sectors
        sectors = self.past(sectors, "office" if p[token.i].lemma.lower() in GENERALS | _CHIEFS else "person" if p[token.i].lemma.lower() in _RANKED else role.kind) if former and role.kind in _PERSONS else sectors
        return Found(
            first, last, token.i, "nominal", self.belonging.text(first, last), kind, countries, sectors, None, former, None, rule, definite, weak=weak
        )

    def _town_of_seat(self, first: int, last: int) -> tuple[str, ...]:
        """The country of the town where a body of many states sits, within a phrase or behind "in" after it."""
        near = (*self.parse.tokens[first:last], *(t for t in self.parse.tokens[last + 1 : last + 2] if self.parse[last].lower == "in"))
        return next(((code,) for t in near if (known := self.book.country_of(t.text)) is not None and known[1].startswith("seat") and (code := self.belonging.place_country(t.text)) is not None), ())

    def _counted_kind(self, head: int, role: Role, kind: str, told: bool) -> str:
        """ "the Chadian people" are a population, three of them and "twenty police" persons; a clan may be a gang; ships and planes act for somebody, and are no person."""
        if role.name in _MACHINES or (role.name == "clan" and any(t.lemma.lower() in _GANGS for t in self.parse.tokens)):
            return "unknown"
        below = self.parse.children(head)
        counted = any(c.dep in ("nummod", "quantmod") for c in below)
        if kind == "person" and role.name == "people" and told and not counted and any(c.dep == "amod" and self.belonging.ending(c.i) for c in below):
            return "population"
        return "person" if kind == "organisation" and role.name.endswith("police") and counted else kind

    def _own_words(self, head: int, role: Role, countries: tuple[str, ...]) -> bool:
        """Whether a country is told of somebody himself, not only of where he is: "police in Chad" are of Chad, "refugees in Chad" need not be."""
        if _AT_HOME.intersection(role.sectors) and role.kind in ("office", "institution", "organisation"):
            return True
        if role.kind == "person" and _OF_THE_PLACE.intersection(role.sectors[:1]):
            # "a police chief in Chad", "judges in Chad"
            return True
        return countries == self.belonging.countries(head, located=False)

    def _of_their_own(self, head: int, sectors: tuple[str, ...], owner: Found | None, countries: tuple[str, ...]) -> bool:
        """ "fighters of X", "workers belonging to X": of the body's sort, and so of its country; its victims and critics are of another."""
        if owner is None or owner.countries != countries or not _SIDED.intersection(owner.sectors) or not set(owner.sectors).intersection(sectors):
            return False
        p = self.parse
        # Who is affiliated with fighters may be others, from elsewhere.
        verbs = frozenset({"belong"}) if owner.entity_kind in ("armed_group", "criminal_group") else _BELONGING
        ways = syntax.prep_objects(p, head, "of") + [o for c in p.children(head) if c.dep == "acl" and c.lemma in verbs for prep in ("to", "with") for o in syntax.prep_objects(p, c.i, prep)]
        return owner.head in ways

    def _of_person(self, head: int, at: Mapping[int, Found]) -> tuple[str, ...]:
        """The country of the named person whose something is: "Chadian President X's government"."""
        p = self.parse
        near = [c.i for c in p.children(head) if c.dep == "poss"] + syntax.prep_objects(p, head, "of")
        named = next((at[o] for o in near if o in at and at[o].entity_kind == "person"), None)
        if named is None or named.countries or p[head].lemma.lower() not in LED_BODIES or " " not in named.name:
            return named.countries if named is not None else ()
        # "the regime of X", whose tables tell the state
        served = self.book.served(named.name)
        return (served,) if served else ()

    def led(self, person: Found, taken: Mapping[int, Found]) -> Found:
        """A titled person with the sector and country of whom the title serves: "Hamas | leader X", "the gang | boss X".

        Whoever commands an armed group is no soldier of a state.
        """
        if (person.title or "").lower().rsplit(" ", 1)[-1] in _SERVING and (side := self._sided(person)):
            # "Rebel negotiators X and Y"
            return replace(person, sectors=(side,))
        owner = taken.get(person.first - 1)
        armed = owner is not None and owner.entity_kind in ("armed_group", "criminal_group")
        if person.sectors and not (armed and person.sectors == ("MIL",)) and (person.title or "").lower() not in _SERVING:
            return person
        if owner is not None and self._is_body(owner):
            return replace(person, sectors=owner.sectors or person.sectors, countries=person.countries or owner.countries)
        before = self.parse[person.first - 1] if person.first and not person.sectors else None
        role = self.role_at(before.i) if before is not None and before.dep in ("compound", "nmod") and before.sent == self.parse[person.first].sent else None
        return replace(person, sectors=role.sectors) if role is not None and role.kind in BODIES else person

    def _sided(self, person: Found) -> str:
        """The sector of the word for a side that stands before a title."""
        for token in reversed(self.parse.tokens[max(person.first - 1, self.parse.sentences[self.parse[person.head].sent].first) : person.head]):
            effect, sector = self.book.modifiers.get(token.lower, ("", ""))
            if effect in ("side", "opposition") and sector in _NO_STATES and token.dep in ("amod", "compound", "nmod"):
                return sector
        return ""

    def _owner(self, head: int, first: int, at: Mapping[int, Found]) -> tuple[Found | None, bool]:
        """The named body that a role noun belongs to, and whether it stands directly before: "X militants", "the leader of X"."""
        p = self.parse
        left = head - 1
        begin = p.sentences[p[head].sent].first
        while left >= begin and (left not in at or self._national(left)) and head - left <= 4:
            if self._national(left):
                # "the Heron | Chadian energy company"
                left -= 1
                continue
            if p[left].text == ")":
                opening = next((i for i in range(left - 1, max(begin, left - 10) - 1, -1) if p[i].text == "("), left)
                if opening == left:
                    break
                left = opening
            elif (p[left].pos not in ("NOUN", "ADJ") and not (p[left].pos == "PROPN" and p[left].text.islower())) or p[left].text[:1].isupper():
                break
            left -= 1
        if left >= begin and left in at and self._is_body(at[left]) and p[left].dep != "pobj":
            return at[left], True
        if left >= begin and left in at and self._is_body(at[left]) and (p[left].i == head - 1 or p[head - 1].text == ")"):
            return at[left], True
        near = [c.i for c in p.children(head) if c.dep == "poss"]
        near += [o for prep in ("of", "for", "from", "with", "in", "at") for o in syntax.prep_objects(p, head, prep)]
        # "fighters belonging to X", "workers affiliated with X"
        near += [o for c in p.children(head) if c.dep == "acl" and c.lemma in _BELONGING for prep in ("to", "with") for o in syntax.prep_objects(p, c.i, prep)]
        for other in near:
            if other in at and self._is_body(at[other]):
                return at[other], False
        return None, False

    def _all_of(self, token: Token, first: int) -> bool:
        """ "SDF forces", "SDF rebels": all who fight for a group, no number and no word that takes some of them out."""
        if token.tag not in ("NNS", "NNPS") or (token.lower not in _MASSED and token.lemma.lower() not in _FIGHTERS):
            return False
        below = self.parse.children(token.i)
        # "Chad's SDF rebels"
        below = tuple(c for c in below if not (c.dep == "poss" and self.book.country_of(c.text) is not None))
        return not any(c.dep in ("nummod", "quantmod", "acl", "relcl", "prep", "poss") or (c.dep in ("amod", "det", "nmod") and c.lower != "the") for c in below)

    def _national(self, at: int) -> bool:
        """Whether a token is a state's adjective directly behind a capitalised name that is none: nobody of his own."""
        p = self.parse
        known = self.book.country_of(p[at].text) if at and p[at].dep in ("amod", "compound") and p[at].text[:1].isupper() else None
        return known is not None and known[1] == "demonym" and p[at - 1].pos == "PROPN" and p[at - 1].sent == p[at].sent and self.book.country_of(p[at - 1].text) is None

    @staticmethod
    def _is_body(mention: Found) -> bool:
        return mention.kind == "name" and mention.rule != "region" and (mention.entity_kind in BODIES or mention.entity_kind == "unknown" or mention.rule.startswith("country:seat"))

    def title_before(self, first: int, last: int) -> Titled:
        """The titles before or at the start of a person's name [first, last)."""
        return Titles(self.parse, self.book, self.belonging).before(first, last)
