"""Where those act whose own words tell no country: read off the places, the company and the state told around them. A helper of the mention finder.

An answer here is weaker than a country in the actor's own words; the mention's rule says which evidence gave it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

from onrecord import syntax
from onrecord.actorbook import REGION
from onrecord.extract.entities.belonging import LARGE, SMALL, Belonging
from onrecord.extract.entities.found import Found
from onrecord.extract.entities.rolenouns import DOMESTIC
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

# People who live where they act; those who serve a state at home; soldiers, ministers and envoys are found abroad as well.
# Parties and the displaced are at home too, where no more is told.
_DOMESTIC = DOMESTIC | {"PTY", "REF"}
_STATE = frozenset({"GOV", "LEG", "JUD", "COP", "PTY", "OPP"})
# Sectors that tell of whose state a nameless government or president is: who has rebels, parties and police of a country to deal with at home.
_SUBJECTS = frozenset({"REB", "OPP", "PTY", "COP", "LAB", "EDU", "AGR"})
# Sectors of those whom each state has its own of.
_OWN = frozenset({"GOV", "LEG", "JUD", "COP"})
_HOME = frozenset({"GOV", "LEG", "JUD", "PTY", "OPP", "JRN", "ELI"})
# People who are where they are not at home: "a tourist kidnapped in Chad".
_ABROAD = word_set("people_abroad")
_CITIZENS = word_set("citizens")
# What only one's own state has: "boycott the Chadian elections".
_HOME_AFFAIRS = word_set("home_affairs")
_STATE_BODIES = word_set("state_bodies")
_BODIES_OF_STATE = word_set("bodies_of_state")
_LOYAL = word_set("loyal_words")
# "ethnic Poles", "foreign media", "international monitors"
_STATELESS = word_set("stateless_adjectives")
_WHERE = word_set("living_prepositions")
_INTERNATIONAL = frozenset({"UNO", "IGO", "EUR", "NGO", "IMG", "ISM", "MNC"})
# A report tells of one country where so many sentences and such a share of all that tells a country agree.
_LEAST, _ALMOST = 3, 0.85
_KINDS = frozenset({"person", "office", "organisation", "institution", "armed_group", "criminal_group", "population"})


@dataclass(frozen=True)
class Homeland:
    """Adds countries to mentions of one parse."""

    parse: Parse
    belonging: Belonging

    def settle(self, found: dict[int, Found]) -> dict[int, Found]:
        """The mentions by head, those without a country given one where the words around leave no choice."""
        made = dict(found)
        for head, mention in found.items():
            if self._homeless(mention) and (told := self._headed(mention)):
                made[head] = replace(mention, countries=(told,), rule=f"{mention.rule}+state of the entry", weak=not (self._of_state(mention) or "MIL" in mention.sectors))
        for head, mention in sorted(made.items()):
            if self._homeless(mention):
                told = self._told(mention)
                if told:
                    made[head] = replace(mention, countries=(told,), rule=f"{mention.rule}+place", weak=not self._of_state(mention))
        for head, mention in sorted(made.items()):
            if self._homeless(mention):
                told = self._company(mention, made) or self._loyal(mention, made) or self._own_body(mention, made)
                if told:
                    made[head] = replace(mention, countries=(told,), rule=f"{mention.rule}+company", weak=not self._beside(mention))
        for head, mention in sorted(made.items()):
            if self._homeless(mention):
                told = self._state(mention, made)
                if told:
                    made[head] = replace(mention, countries=(told,), rule=f"{mention.rule}+state of the sentence", weak=not (self._of_state(mention) and self._only == {told}))
        home = self._home(made)
        for head, mention in sorted(made.items()) if home is not None else ():
            if self._homeless(mention) and self._at_home(mention):
                made[head] = replace(mention, countries=(cast(str, home),), rule=f"{mention.rule}+country of the report", weak=not (self._of_state(mention) and self._only == {home}))
        return made

    def _headed(self, mention: Found) -> str | None:
        """The state below whose name stands what a brief tells of its police, its army, its people: "Mali: The army killed nine"."""
        head = self.parse.headed(self.parse[mention.head].sent, "country")
        if head is None or mention.kind != "nominal" or self._elsewhere(mention) or not (self._at_home(mention) or "MIL" in mention.sectors):
            return None
        known = self.belonging.book.country_of(" ".join(t.text for t in self.parse.tokens[head.first : head.last]))
        return known[0] if known is not None and known[0] else None

    def _of_state(self, mention: Found) -> bool:
        """Whether a noun is for those whom each state has its own of: its police, its government, its courts."""
        if mention.kind != "nominal" or not _OWN.intersection(mention.sectors) or self._elsewhere(mention):
            return False
        return self.parse[mention.head].lemma.lower() in _STATE_BODIES or mention.entity_kind in ("institution", "office")

    def _beside(self, mention: Found) -> bool:
        """Whether what stands before the first of several named together is said of all: "Chadian police and soldiers"; "soldiers loyal to ..."."""
        return mention.kind == "nominal" and bool((_OWN | {"MIL"}).intersection(mention.sectors)) and not self._elsewhere(mention)

    @cached_property
    def _only(self) -> set[str]:
        """The countries that the report names at all, towns among them."""
        found = {c for s in self.parse.sentences for c in self.belonging.told_in(s.i) | self.belonging.towns_in(s.i)}
        return found - _INTERNATIONAL

    def _home(self, found: dict[int, Found]) -> str | None:
        """The one country that a report of several sentences tells of, all but alone."""
        p = self.parse
        counts: Counter[str] = Counter()
        sentences: set[int] = set()
        for mention in found.values():
            if len(mention.countries) == 1 and "JRN" not in mention.sectors and mention.countries[0] not in _INTERNATIONAL and "+" not in mention.rule:
                counts[mention.countries[0]] += 1
                sentences.add(p[mention.head].sent)
        for sentence in p.sentences:
            for code in self._places(sentence.i):
                counts[code] += 1
                sentences.add(sentence.i)
        if not counts or len(sentences) < _LEAST:
            return None
        code, most = counts.most_common(1)[0]
        return code if most >= _ALMOST * counts.total() else None

    def _at_home(self, mention: Found) -> bool:
        """Whether somebody nameless can be taken for one of the country of the report: its police and people, the government."""
        word = self.parse[mention.head].lemma.lower()
        if mention.kind != "nominal" or word in _ABROAD or self._elsewhere(mention):
            return False
        return bool(_DOMESTIC.intersection(mention.sectors)) or word in _STATE_BODIES

    def _homeless(self, mention: Found) -> bool:
        if mention.countries or mention.kind == "pronoun" or mention.entity_kind not in _KINDS or mention.rule.endswith("listed"):
            return False
        return mention.organisation is None

    def _elsewhere(self, mention: Found) -> bool:
        """Whether the noun's own words tell of another state or of none: "ethnic", "foreign", "his", "the Sandinist government"."""
        p = self.parse
        for token in syntax.dependents_within(p, mention.head, 2):
            if token.i > mention.head:
                continue
            if token.lower in _STATELESS or token.tag == "PRP$":
                return True
            if mention.kind == "nominal" and token.text[:1].isupper() and token.i != p.sentences[token.sent].first and token.dep in ("amod", "compound", "nmod", "poss"):
                known = self.belonging.book.country_of(token.text)
                if known is None or known[1] == REGION:
                    return True
        return False

    def _told(self, mention: Found) -> str | None:
        """A place below the noun: "students throughout Chad", "a newspaper based in Lima", "refugees fleeing the war in Chad"."""
        if not (_DOMESTIC | {"JRN"}).intersection(mention.sectors) or self.parse[mention.head].lemma.lower() in _ABROAD:
            return None
        codes = list(dict.fromkeys(self._places_below(mention.head)))
        return codes[0] if codes else None

    def _places_below(self, head: int) -> Iterator[str]:
        p = self.parse
        behind = [c for c in p.children(head) if c.i > head and c.dep in ("prep", "acl", "relcl")]
        for child in behind:
            if child.dep == "prep" and child.lower not in _WHERE:
                continue
            for i in p.subtree(child.i):
                if p[i].dep in ("pobj", "conj") and self._placing(i) in _WHERE and (code := self.country_at(i)):
                    yield code

    def _placing(self, i: int) -> str:
        p = self.parse
        above = p.head(syntax.first_conjunct(p, i))
        return above.lower if above is not None and above.dep == "prep" else ""

    def country_at(self, i: int) -> str | None:
        """The country of the place whose name is headed by a token."""
        p = self.parse
        if p[i].pos != "PROPN":
            # "in the Chadian town of X"
            return next((code for c in p.children(i) if c.i < i and c.dep in ("amod", "compound", "poss") and (code := self.belonging.ending(c.i))), None)
        words = self.belonging.text(*syntax.core_phrase(p, i))
        return self.belonging.ending(i) or self.belonging.place_country(words, SMALL if " " in words else LARGE, self.belonging.told_in(p[i].sent))

    def _company(self, mention: Found, found: dict[int, Found]) -> str | None:
        """Those named with others of one country: "Chadian police and soldiers", "the Chadian president and a group of deputies"."""
        p = self.parse
        first = syntax.first_conjunct(p, mention.head)
        other = found.get(first)
        if first == mention.head or other is None or other.entity_kind == "state" or len(other.countries) != 1 or not mention.sectors:
            return None
        code = other.countries[0]
        return code if code not in _INTERNATIONAL and other.sectors and {mention.kind, other.kind} != {"name"} else None

    def _loyal(self, mention: Found, found: dict[int, Found]) -> str | None:
        """ "troops loyal to the Chadian president" """
        p = self.parse
        near = (o for c in p.children(mention.head) if c.i > mention.head and c.lower in _LOYAL for o in syntax.prep_objects(p, c.i, "to"))
        countries = next((found[o].countries for o in near if o in found), ())
        return countries[0] if len(countries) == 1 else None

    def _own_body(self, mention: Found, found: dict[int, Found]) -> str | None:
        """The army, the cabinet, the parliament of the office-holder who is the subject and the only one of a state: "the Chadian president ordered
        the army"."""
        p = self.parse
        token = p[mention.head]
        if not mention.definite or token.lemma.lower() not in _BODIES_OF_STATE or self._elsewhere(mention) or len(self.belonging.told_in(token.sent)) != 1:
            return None
        subjects = (m for m in found.values() if p[m.head].sent == token.sent and m.head < token.i and p[m.head].dep in ("nsubj", "nsubjpass"))
        holders = [m for m in subjects if {"GOV", "MIL", "LEG", "JUD"} & set(m.sectors) and len(m.countries) == 1 and m.countries[0] not in _INTERNATIONAL]
        return holders[-1].countries[0] if holders else None

    def _state(self, mention: Found, found: dict[int, Found]) -> str | None:
        """The one state whose police, parties, rebels or places the sentence tells of."""
        sectors = set(mention.sectors)
        token = self.parse[mention.head]
        if token.lemma.lower() in _ABROAD or self._elsewhere(mention):
            return None
        if mention.kind == "name" and mention.entity_kind == "person":
            # Where a private person with a name is from, no place tells.
            sectors &= _HOME
        domestic, home = bool(_DOMESTIC & sectors), bool(_HOME & sectors)
        if not domestic and not home:
            return None
        codes = {c for m in found.values() for c in m.countries if m is not mention and self._speaks_for(m, mention, domestic)}
        codes |= set(self._affairs(token.sent))
        if domestic:
            codes |= set(self._places(token.sent))
        codes -= _INTERNATIONAL
        return codes.pop() if len(codes) == 1 else None

    def _speaks_for(self, other: Found, mention: Found, domestic: bool) -> bool:
        """Whether another mention of the sentence tells of whose state a nameless actor is."""
        p = self.parse
        if p[other.head].sent != p[mention.head].sent or len(other.countries) != 1 or other.entity_kind == "state" or other.kind == "pronoun":
            return False
        sectors = set(other.sectors)
        if "GOV" in sectors and self._speaks(other.head):
            # A ministry may speak of people anywhere; of the police it speaks of its own.
            return bool({"COP", "JUD"}.intersection(mention.sectors))
        word = p[other.head].lemma.lower()
        if {"JUD", "LEG"} & sectors and other.entity_kind == "institution" and {"GOV", "LEG", "ELI"}.intersection(mention.sectors):
            # "the Chadian high court charged the senator"
            return True
        if domestic and _STATE & sectors and word not in _ABROAD and (other.entity_kind in ("institution", "organisation") or word in _STATE_BODIES):
            # Police and courts act at home; ministers and embassies are met anywhere.
            return True
        if p[other.head].lemma.lower() in _CITIZENS:
            return True
        return bool(_SUBJECTS & sectors) and p[other.head].lemma.lower() not in _ABROAD

    def _speaks(self, head: int) -> bool:
        """Whether somebody is the subject of a verb of saying that takes the rest of the sentence."""
        token, verb = self.parse[head], self.parse.head(head)
        return verb is not None and token.dep == "nsubj" and any("that" in c.patterns for c in cues().get(("v", verb.lemma), ()))

    def _affairs(self, sent: int) -> Iterator[str]:
        p = self.parse
        sentence = p.sentences[sent]
        for token in p.tokens[sentence.first : sentence.last]:
            if token.lemma.lower() in _HOME_AFFAIRS:
                for child in p.children(token.i):
                    if child.i < token.i and child.dep in ("amod", "compound", "poss", "nmod") and (code := self.belonging.ending(child.i)):
                        yield code

    def _places(self, sent: int) -> Iterator[str]:
        p = self.parse
        sentence = p.sentences[sent]
        for token in p.tokens[sentence.first : sentence.last]:
            if token.dep in ("pobj", "conj") and self._placing(token.i) in _WHERE and (code := self.country_at(token.i)):
                yield code
