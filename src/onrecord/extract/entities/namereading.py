"""What all readers of actors' names share: the helpers of one parse, listed bodies and states, and when a capital speaks for its state."""

from __future__ import annotations

import bisect
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from onrecord import syntax
from onrecord.actorbook import REGION, ActorBook, Organisation
from onrecord.extract.entities.belonging import QUARTERS, Belonging
from onrecord.extract.entities.callings import Callings
from onrecord.extract.entities.firstpeoples import FirstPeoples
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.noactor import NoActors
from onrecord.extract.entities.personnames import PersonNames
from onrecord.extract.entities.rolenouns import RoleNouns
from onrecord.extract.entities.unlisted import Unlisted
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_PAPERS = word_set("deeds_and_papers_of_bodies")
_OUTCOMES = word_set("outcomes_in_headlines")
_JOINERS = word_set("name_joiners")
BEYOND = frozenset({"UNO", "IGO", "EUR", "NGO", "IMG", "ISM", "MNC"})
_ADDRESSING = word_set("verbs_that_address_governments")
COMMON_WORDS = word_set("common_body_words")
_OF_RISINGS = word_set("words_of_risings")
_LONGEST = 11
_OPENERS = word_set("sentence_openers")
# Sentences from which on a report tells of whose bodies it speaks.
_REPORT = 3
_LETTERS = 4
# What is a town's and no state's: "X police", "X's mayor".
_CITY_NOUNS = word_set("city_affairs")
_PARTS = word_set("parts_of_places")
_QUARTER_NOUNS = word_set("quarter_nouns")
_TOWN_PARTS = word_set("settlement_nouns") | word_set("place_nouns") | word_set("town_parts")
_ACCORDS = word_set("accord_nouns")
_DIPLOMATIC = word_set("diplomatic_words")
_CAPITAL_PREPOSITIONS = word_set("staying_prepositions") | {"beyond", "over", "under", "amid", "after", "before", "against", "since", "until", "despite", "via"}
# Ends of adjectives of states that with "the" mean the whole people.
_OF_ALL = ("ese", "sh", "ch", "ss", "ois")


@dataclass(frozen=True)
class NameReading:
    """Reads the names of one parse; `on` is the publication date where known."""

    parse: Parse
    book: ActorBook
    on: date | None
    _passed: dict[int, int] = field(default_factory=dict, repr=False)

    @cached_property
    def belonging(self) -> Belonging:
        return Belonging(self.parse, self.book)

    @cached_property
    def roles(self) -> RoleNouns:
        return RoleNouns(self.parse, self.book, self.belonging)

    @cached_property
    def noactors(self) -> NoActors:
        return NoActors(self.parse, self.book, self.belonging, self.roles)

    @cached_property
    def people(self) -> PersonNames:
        return PersonNames(self.parse, self.book, self.belonging, self.roles)

    @cached_property
    def callings(self) -> Callings:
        return Callings(self.parse, self.belonging, self.roles)

    @cached_property
    def unlisted(self) -> Unlisted:
        return Unlisted(self.parse, self.book, self.belonging, self.roles)

    def text(self, first: int, last: int) -> str:
        return self.belonging.text(first, last)

    def head(self, first: int, last: int) -> int:
        return self.belonging.head(first, last)

    def _acts(self, head: int) -> bool:
        """Whether a word for a stretch of the earth stands where who acts stands: a subject, an agent, the whole of a text."""
        token = self.parse[syntax.first_conjunct(self.parse, head)]
        above = self.parse.head(token.i)
        return token.dep in ("nsubj", "nsubjpass") or above is None or (token.dep == "pobj" and above.lower == "by")

    def _opens_place(self, first: int, last: int) -> bool:
        """ "Chad City": a state's name that only opens a town's."""
        p = self.parse
        if last < len(p) and p[last].sent == p[first].sent and p[last].lower in _QUARTER_NOUNS and p[last - 1].head == last:
            # "the Chad neighbourhood" of another land's town
            return True
        if last >= len(p) or p[last].sent != p[first].sent or (p[last].lower != "city" and p[last].text != "State"):
            return False
        return bool(shared_gazetteer().lookup(self.text(first, last + 1)))

    def _governs(self, first: int, last: int, code: str) -> bool:
        """Whether a capital's name stands for the state: it deals with another one, or it acts in a report that nowhere tells of the town."""
        p = self.parse
        if last - first == 1 and self._surname(first):
            return False
        if self._placed(first, last) or (last + 1 < len(p) and p[last].text in (",", ".") and p[last + 1].text[:1].isupper() and any(self.belonging.ending(i) == code for i in range(last + 1, min(last + 4, len(p))) if p[i].sent == p[first].sent)):
            return False
        token = p[syntax.first_conjunct(p, self.head(first, last))]
        row = [p[j] for j in syntax.conjuncts(p, token.i)]
        if len(row) > 2 and any(self.book.country_of(t.text) is None and shared_gazetteer().lookup(t.text) for t in row):
            # "Mexico City, Tabasco and Hidalgo": a row of places
            return False
        above = p.head(token.i)
        between = token.dep == "pobj" and above is not None and above.lower in ("with", "between", "from", "to", "against", "by", "on", "for", "of", "towards", "toward")
        acting = token.dep in ("nsubj", "nsubjpass") or (token.dep == "pobj" and above is not None and above.lower == "by") or (above is None and len(p) <= 4)
        sentence = p.sentences[p[first].sent]
        # "recalled its ambassador from X": states deal with one another.
        dealing = between and any(t.lemma.lower() in _DIPLOMATIC for t in p.tokens[sentence.first : sentence.last])
        foreign = bool(self.belonging.told_in(p[first].sent) - {code}) or dealing
        owned = p.head(token.i) if token.dep in ("poss", "compound", "nmod") else None
        if owned is not None and owned.lemma.lower() in _ACCORDS and token.dep in ("compound", "nmod"):
            # "the Oslo accord": where it was signed
            return False
        if owned is not None and (owned.lemma.lower() in _TOWN_PARTS or owned.lower in _CITY_NOUNS):
            # "the capital's largest slum"
            return False
        if token.dep in ("dobj", "dative") and above is not None and above.lemma.lower() in _ADDRESSING:
            # "urged Cairo to investigate", "accused Kyiv of": towns are asked and accused of nothing
            return True
        if foreign and (acting or between or token.dep in ("poss", "dobj", "conj", "dative", "compound", "nmod", "amod", "appos")):
            return acting or self.text(first, last) not in self._towns
        return acting and self.text(first, last) not in self._towns

    def _no_name(self, at: int) -> bool:
        """ "Bishop freed", at the head of a headline, and "Bishop | Moses Doe": what one person is, for the recogniser a body's name."""
        p = self.parse
        sentence = p.sentences[p[at].sent]
        behind = p[at + 1] if at + 1 < sentence.last else p[at]
        return (sentence.part == "title" and at == sentence.first) or (p[at].dep == "compound" and behind.head == p[at].head and behind.dep == "compound" and behind.text.istitle() and not behind.ent)

    def _surname(self, at: int) -> bool:
        """Whether a capital's name closes the full name of a person of the report: "Marco Lima ... Lima said"."""
        p = self.parse
        given = p[at].text in self.book.given  # "Sofia Doe ... told Sofia"
        return any(n.label == "PERSON" and n.last - n.first > 1 and ((n.last - 1 != at and p[n.last - 1].text == p[at].text) or (given and n.first != at and p[n.first].text == p[at].text)) for n in p.names)

    @cached_property
    def _towns(self) -> frozenset[str]:
        """Capitals that the report tells of as towns: "in X", "X police", "X, Chad", "X —" at the head of a text."""
        p = self.parse
        found: set[str] = set()
        for token in p.tokens:
            known = self.book.country_of(token.text) if token.text[:1].isupper() else None
            if known is None or known[1] != "capital":
                continue
            above = p.head(token.i)
            behind = p[token.i + 1] if token.i + 1 < len(p) else token
            local = token.dep in ("compound", "nmod") and above is not None and above.lower in _CITY_NOUNS
            owning = token.dep == "poss" and above is not None and (above.lower in _CITY_NOUNS or above.text[:1].isupper())
            dateline = token.i == p.sentences[token.sent].first and behind.text in ("—", "–", "--", "(", "-", ",")
            if self._placed(token.i, token.i + 1) or local or owning or dateline or (token.text.isupper() and len(p) > 3):
                found |= {token.text, token.text.capitalize()}
        return frozenset(found)

    def _placed(self, first: int, last: int) -> bool:
        """Whether a capital's name only tells where: "in Algiers", "eastern Beirut", "the streets of Lima"."""
        token = self.parse[syntax.first_conjunct(self.parse, self.head(first, last))]
        if any(c.lower in QUARTERS for c in self.parse.children(token.i)):
            return True
        above = self.parse.head(token.i)
        if token.dep == "compound":
            return above is not None and above.lower in ("pact", "accord", "treaty", "protocol", "suburb", "airport", "hotel", "street", "resident", "residents")
        if token.dep != "pobj" or above is None:
            return False
        if above.lower == "of":
            owner = self.parse.head(above.i)
            return owner is not None and owner.lower in _PARTS
        return above.lower in ("in", "at", "near", "around", "outside", "through", "into", "across", "on", "inside", "throughout", "over")

    def _inner(self, first: int, last: int) -> bool:
        inner = self.parse.tokens[first:last]
        return (
            all(t.text[:1].isupper() or t.text[:1].isdigit() or t.lower in _JOINERS or t.text in ".-'’" for t in inner)
            and inner[-1].lower not in _JOINERS
            and inner[-1].text[-1:].isalnum()
        )

    def _part_of_longer(self, first: int, last: int) -> bool:
        """Whether the words are a piece of a longer recognised person or organisation ("Jordan" in "Michael Jordan")."""
        names = self.parse.names
        at = bisect.bisect_right(names, first, key=lambda n: n.first)
        for name in names[max(0, at - 2) : at]:
            # "the European Union": an article makes no longer name.
            begin, end = self._trim(name.first, name.last)
            if begin <= first and last <= end and end - begin > last - first:
                body = self.text(begin, end)
                if name.label == "PERSON" and not self.book.role(self.parse[name.first].lower):
                    return last == name.last or first > name.first
                if name.label == "ORG" and self.parse[first].sent not in self.unlisted.headlines and self.book.country_of(body) is None and (self.book.country_of(self.text(first, last)) != self._whole(first) or self.opens_hyphened(first, last)):
                    return True
        return False

    def opens_hyphened(self, first: int, last: int) -> bool:
        """ "Inter-American | Dialogue": a region's adjective of two halves that opens the name of a body."""
        p = self.parse
        known = self.book.country_of(self.text(first, last))
        if known is None or known[0] or last - first != 3 or p[first + 1].text != "-" or last >= len(p) or p[last].sent != p[first].sent:
            return False
        return p[last].pos == "PROPN" and p[last].text.istitle() and self.unlisted.plain(p[first].sent) and p[last].ent not in ("PERSON", "GPE")

    def _whole(self, first: int) -> tuple[str, str] | None:
        """What the name that starts at `first` and runs as far as any listed country's name says."""
        for last in range(min(first + _LONGEST, len(self.parse)), first, -1):
            known = self.book.country_of(self.text(first, last))
            if known is not None:
                return known if last - first > 2 else None
        return None

    def _elsewhere(self, first: int, words: str, organisation: Organisation) -> bool:
        """Whether a name of common words alone ("National Security Council") stands in a longer report that tells of other states more than of the one
        whose listed body bears it."""
        p = self.parse
        common = all(w in COMMON_WORDS for w in words.lower().replace("’", "'").split()) or (organisation.sector == "JRN" and words.split()[0] in ("La", "El", "O", "Le", "Il"))
        if len(p.sentences) < _REPORT or organisation.country in BEYOND:
            return False
        letters = words.isupper() and len(words) <= _LETTERS and organisation.sector != "JRN" and organisation.country != "USA"
        if letters and words not in self.unlisted.defined:
            # Few letters stand for many bodies; those of the United States alone are named by them everywhere.
            return bool(self._told) and organisation.country not in self._told
        if not common and self._of_risings(words):
            return bool(self._told) and organisation.country not in self._told and not any(organisation.country in self.belonging.towns_in(s.i) for s in p.sentences)
        if not common:
            return False
        near = self.belonging.told_in(p[first].sent)
        counts = self._told
        return bool(counts) and organisation.country not in near and organisation.country != counts.most_common(1)[0][0]

    def _of_risings(self, words: str) -> bool:
        """ "the People's Liberation Army": a name that armed bodies of many countries bear."""
        own = words.lower().replace("’", "'").split()
        return len(own) > 1 and any(w in _OF_RISINGS for w in own) and all(w in COMMON_WORDS or w in _OF_RISINGS for w in own)

    @cached_property
    def _told(self) -> Counter[str]:
        """In how many sentences the report tells of each state."""
        return Counter(c for s in self.parse.sentences for c in self.belonging.told_in(s.i) if len(c) == 3)

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        while first < last - 1 and self.parse[first].lower in _OPENERS and first == self.parse.sentences[self.parse[first].sent].first:
            first += 1
        while first < last - 1 and self.parse[first].text.endswith("ing") and first == self.parse.sentences[self.parse[first].sent].first and self.book.country_of(self.parse[first + 1].text) is not None:
            # "Citing | Chad's army"
            first += 1
        while last - 1 > first and self.parse[last - 1].pos == "ADV" and self.parse[last - 1].text.islower():
            last -= 1
        while first < last and (self.parse[first].lower in ("the", "a", "an") or self.parse[first].pos == "PUNCT" or (self.parse[first].tag == "POS" and first < last - 1) or first in self.noactors.masked):
            first += 1
        while last - first > 1 and self.parse[last - 1].pos == "ADP" and self.parse[last - 1].lower in _CAPITAL_PREPOSITIONS:
            # "State Vacuum | Beyond", in a line in title case
            last -= 1
        while last - first > 2 and self.parse[last - 1].lower in _OUTCOMES and not self.unlisted.plain(self.parse[last - 1].sent):
            # "Jane Doe | Extradited", in a line in title case
            last -= 1
        while last - first > 1 and self.parse[last - 1].lemma.lower() in _PAPERS and self._body_ends(first, last - 1):
            # "Supreme Court | Ruling": what the body did or wrote
            last -= 1
        while last > first and (self.parse[last - 1].lower in ("of", "for", "in", "and", "or", "y", "as", "at", "by", "with", "from", "to", "on") or self.parse[last - 1].text in ("'s", "’s", "'", "’") or self.parse[last - 1].pos == "PUNCT"):
            last -= 1
        return first, last

    def _body_ends(self, first: int, last: int) -> bool:
        """Whether words [first, last) name a body by its last word, "Supreme Court", or as the table has them."""
        role = self.roles.role_at(last - 1)
        return (role is not None and role.kind in BODIES and last - first > 1) or self.book.organisation(self.text(first, last)) is not None

    def _organisation(self, first: int, last: int, organisation: Organisation) -> Found:
        countries = (organisation.country,) if organisation.country else self.belonging.countries(self.head(first, last))
        sectors = tuple(s for s in (organisation.sector, organisation.secondary) if s)
        own = self._national_society(first, last, organisation)
        if own is not None:
            return Found(own[0], own[1], self.head(first, last), "name", self.text(own[0], own[1]), organisation.kind, (own[2],), sectors, rule="name:organisation")
        return Found(
            first,
            last,
            self.head(first, last),
            "name",
            organisation.name,
            organisation.kind,
            countries,
            sectors,
            None,
            False,
            organisation,
            f"organisation:{organisation.name}",
        )

    def _national_society(self, first: int, last: int, organisation: Organisation) -> tuple[int, int, str] | None:
        """Where the name of a state's own society begins and ends whose movement is of all states, and that state's code: "the | Chadian Red Cross",
        "the | Anglican Church of Chad"."""
        p = self.parse
        if organisation.country != "NGO":
            return None
        if last + 1 < len(p) and p[last].lower == "of" and p[last].sent == p[first].sent:
            start = last + 2 if p[last + 1].lower == "the" else last + 1
            for end in range(min(start + 4, len(p)), start, -1):
                known = self.book.country_of(self.text(start, end))
                if known is not None and known[1] == "name" and known[0] and p[start].text[:1].isupper():
                    return first, end, known[0]
        if not first or p[first - 1].sent != p[first].sent or p[first - 1].head != self.head(first, last):
            return None
        for start in range(max(first - 3, p.sentences[p[first].sent].first), first):
            known = self.book.country_of(self.text(start, first))
            if known is not None and known[1] == "demonym" and known[0]:
                return start, last, known[0]
        return None

    def _country(self, first: int, last: int, words: str, code: str, how: str) -> Found:
        sectors = ("GOV",) if how in ("seat", "capital", "metonym") else ()
        if how.startswith("seat:"):
            sectors = (how[5:],)
        head = self.head(first, last)
        if self.belonging.kin_elsewhere(words, code, last - 1):
            countries = self.belonging.within(head) or self.belonging.clause(head) or (FirstPeoples(self.parse, self.book).home() if code == "IND" else ())
            if (counted := self._counted(first, head)) < first:
                return replace(self._person_of(counted, last, head, code), countries=countries)
            return Found(first, last, head, "name", words, "population", countries, self._side(head), rule="people:listed")
        if how == REGION:
            return Found(first, last, head, "name", words, "unknown", rule="region")
        if how == "people":
            return Found(first, last, head, "name", words, "population", (code,) if code else self.belonging.countries(head), self._side(head), rule="people:listed")
        plural = self.parse[head].tag in ("NNS", "NNPS") or (words.casefold().endswith("s") and self.book.country_of(words[:-1]) == (code, how))
        if how == "demonym" and plural and self.parse[head].dep not in ("compound", "amod", "nmod"):
            # "four Iraqis" are people, not the state; "ethnic Albanians" are no citizens of Albania.
            ethnic = any(c.lower == "ethnic" and c.i < head for c in syntax.dependents_within(self.parse, head, 2))
            counted = self._counted(first, head)
            if counted < first and not ethnic:
                return self._person_of(counted, last, head, code)
            people = self.belonging.clause(head) or self.belonging.within(head) if ethnic else (code,)
            return Found(first, last, head, "name", words, "population", people, self._side(head), rule="people:ethnic" if ethnic else "people:demonym")
        letters = words.isupper() and len(words) <= _LETTERS
        if how == "demonym" and not letters and self._one_of(head):
            return self._person_of(self._counted(first, head), last, head, code)
        return Found(first, last, self.head(first, last), "name", words, "state", (code,), sectors, rule=f"country:{how}")

    def _person_of(self, first: int, last: int, head: int, code: str) -> Found:
        """Some people of a state who are told of by that alone: a noun as "a teacher" and "four teachers" are, no name."""
        definite = any(c.dep == "det" and c.lower in ("the", "this", "that", "these", "those") for c in self.parse.children(head))
        return Found(first, last, head, "nominal", self.text(first, last), "person", (code,), self._side(head), rule="people:counted", definite=definite)

    def _counted(self, first: int, head: int) -> int:
        """The token of the number with which people of a state begin: "nine | Kenyans"; `first` where none stands before them."""
        p = self.parse
        number = next((c.i for c in p.children(head) if c.dep == "nummod" and c.i < first), first)
        return number if all(t.dep in ("nummod", "amod") for t in p.tokens[number:first]) else first

    def _one_of(self, head: int) -> bool:
        """ "a Pole", "the two Swedish", "the Pole" as the head of a phrase: people, not the state; "the French" and "the Swiss" may be all of them."""
        token = self.parse[head]
        if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "dative", "poss"):
            return False
        below = self.parse.children(head)
        if any(c.dep == "nummod" or (c.dep == "det" and c.lower in ("a", "an", "another", "every", "each")) for c in below):
            return True
        return not token.lower.endswith(_OF_ALL) and any(c.dep == "det" and c.lower == "the" for c in below) and not any(c.dep in ("compound", "nmod") for c in below)

    def _side(self, head: int) -> tuple[str, ...]:
        """ "ordinary Norwegians", "rebel Croats"."""
        side = self.roles.side(head)
        return (side,) if side else ()

    def _leader(self, surname: str) -> bool:
        return not self.book.needs_title(surname) and self.book.leader(surname, self.on) is not None
