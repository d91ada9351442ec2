"""actors, first half: where a report mentions actors, by name, by role noun, by pronoun."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord import syntax
from onrecord.actorbook import LAND, REGION, Organisation
from onrecord.actorlists import ListedActor
from onrecord.extract.entities.befallen import undergoes
from onrecord.extract.entities.belonging import LED_BODIES
from onrecord.extract.entities.explained import Explained
from onrecord.extract.entities.firstpeoples import FirstPeoples
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.fullnames import BETWEEN_FAMILIES
from onrecord.extract.entities.headed import Headed
from onrecord.extract.entities.homeland import Homeland
from onrecord.extract.entities.knownnames import KnownNames
from onrecord.extract.entities.listed import ListedNames
from onrecord.extract.entities.membership import Membership
from onrecord.extract.entities.nameends import NameEnds
from onrecord.extract.entities.namereading import BEYOND
from onrecord.extract.entities.namesense import NameSense
from onrecord.extract.entities.newspapers import Newspapers
from onrecord.extract.entities.personkinds import PersonKinds
from onrecord.extract.entities.unitnames import UnitNames
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words

_SHARED_NAMES = word_set("shared_body_names")
_PEOPLES_AND_WORDS = word_set("peoples_that_are_words")
_LONGEST = 11
_OF = frozenset({"de", "do", "da", "del", "dos", "das"})  # in Spanish and Portuguese names
_FAMILY_ARTICLES = word_set("name_articles")
_WHERE = frozenset({"in", "at", "near", "outside"})
_PRONOUNS = {
    "he": "person", "him": "person", "his": "person", "she": "person", "her": "person", "they": "group", "them": "group", "their": "group",
    "it": "thing", "its": "thing", "who": "relative", "we": "speaker", "i": "speaker",
}  # fmt: skip


@dataclass(frozen=True)
class Finder(KnownNames):
    """Finds the mentions of one parse."""

    def find(self) -> tuple[Found, ...]:
        """All mentions in text order; no two share a head token, longer ones win."""
        found: dict[int, Found] = {}
        listed = {t: m for m in self.listed_names() for t in range(m.first, m.last)}
        # What a user lists is looked for first, and keeps its words where some of them could be a feast's or a label's.
        masked = (self.noactors.masked | self.people.label_tokens) - listed.keys()
        taken: set[int] = set(self.noactors.masked) - listed.keys()
        self.belonging.ignored.update(taken)
        for names in (self.listed_names, self.nicknamed_names, self.callings.caused, self.people.find, self.callings.find, self._labels, self.given_names, self.newspapers.find, self.introduced_names, self.known_names, self.explained.find, self.unlisted.purposed, self.unlisted.apposed_names, self.recognised_names, self.unlisted.other_names):
            for mention in names(taken):
                if mention.entity_kind == "person":
                    # A title may hold what is a name by itself: "Secretary of State X".
                    inside = [t for t in range(mention.first, mention.head) if t in taken]
                    mention = replace(mention, first=inside[-1] + 1) if inside else mention
                    piece = found.get(mention.first - 1)
                    if piece is not None and piece.rule.startswith("name:") and piece.last - piece.first == 1 and mention.title and mention.title.startswith(f"{piece.name} "):
                        # "State | Senator X"
                        del found[piece.head]
                        mention = replace(mention, first=piece.first)
                        taken.discard(piece.head)
                mention = self._unmasked(mention)
                if mention.head not in found and taken.isdisjoint(range(mention.first, mention.last)):
                    found[mention.head] = mention
                    taken.update(range(mention.first, mention.last))
        # "the son of Argentina Heron": a given name tells no country.
        self.belonging.ignored.update(m.first for m in found.values() if m.rule == "name:person" and not m.title and m.last - m.first > 1 and self.book.country_of(self.parse[m.first].text) is not None)
        for mention in self._again(dict(found), taken):
            found[mention.head] = mention
            taken.update(range(mention.first, mention.last))
        found = PersonKinds(self.parse, self.book, self.belonging, self.roles).settle(UnitNames(self.parse, self.belonging).settle(self.sense.settle(found)))
        found = NameEnds(self.parse, self.belonging).settle(found)
        found |= {m.head: m for m in self._again(dict(found), taken)}  # of those who only now turned out to be persons: "the killing of Ana Ruiz ... Ruiz was shot"
        families = {m.name.split()[-1] for m in found.values() if m.entity_kind == "person" and " " in m.name}
        # "Mahamat Derby ... Derby's guards": whose they are, and of no town's state
        self.belonging.families.update(t.i for t in self.parse.tokens if t.dep == "poss" and t.text in families and self.book.country_of(t.text) is None)
        for land in [m for m in found.values() if m.rule == "country:land" and m.name in families and not self._placed(m.first, m.last)]:
            found[land.head] = self._person(land.first, land.last, land.head, land.name)  # "Jane Colorado ... Colorado said"
        for person in [m for m in found.values() if m.entity_kind == "person" and m.title and (self.parse[m.first].tag in ("NNS", "NNPS") or self.parse[m.first].lower == f"{m.title.lower()}s")]:
            # "the senators X and Y"
            beside_it = set(range(person.first, person.last)) | {c.i for i in range(person.first, person.last) for c in self.parse.children(i) if c.dep == "appos" and c.i in found and self.parse[found[c.i].first - 1].text == ","}
            for other in {j for i in beside_it for j in syntax.conjuncts(self.parse, i)}:
                beside = found.get(other)
                if beside is not None and beside is not person and beside.rule == "name:person" and not beside.title:
                    found[other] = replace(beside, sectors=person.sectors, title=person.title, countries=beside.countries or person.countries, former=person.former)
        ends = {m.last - 1: m for m in found.values()}
        for person in [m for m in found.values() if m.entity_kind == "person" and m.title]:
            found[person.head] = self.roles.led(person, ends)
        found = Headed(self.parse, self.book, self.belonging, self.roles).settle(found)
        # "Army drones": a role noun with the capital of its place in the sentence.
        found = {h: m for h, m in found.items() if not (m.rule == "name:organisation" and m.last - m.first == 1 and self.roles.role_at(h) is not None and self.roles.acting(self.parse[self.parse[h].head]))}
        for mention in self.roles.find(dict(found)):
            if mention.head not in found and mention.head not in masked and not self._headlined(mention):
                if mention.kind == "name":
                    found = {h: m for h, m in found.items() if not (mention.first <= m.first and m.last <= mention.last)}
                elif self.parse[mention.head].dep == "compound":
                    # "Chadian | police custody": what stacks before a compound is a part of it.
                    found = {h: m for h, m in found.items() if not (m.entity_kind == "state" and self._stacked(m, mention))}
                found[mention.head] = mention
        self.noactors.personal.update(self.unlisted.defined)
        self.noactors.personal.update(t.text for m in found.values() if m.entity_kind == "person" for t in self.parse.tokens[m.first : m.last] if m.last - m.first > 1 or m.same >= 0)
        found = {h: m for h, m in found.items() if not self._inside(m, found)}
        found = self._without_nobodies(self.people.nicknamed(self.people.bracketed(found)))
        found = {h: m for h, m in found.items() if not self._only_modifies(m, found) and not self._day(m)}
        found = Homeland(self.parse, self.belonging).settle(Membership(self.parse, self.book).settle(found))
        for mention in self.pronouns():
            found.setdefault(mention.head, mention)
        return tuple(sorted(found.values(), key=lambda m: (m.first, m.last)))

    def _again(self, found: dict[int, Found], taken: set[int]) -> Iterator[Found]:
        """Family names alone of persons whose full names stand in the report, where the recogniser passed them over."""
        p = self.parse
        full = [m for m in found.values() if m.entity_kind == "person" and m.kind == "name" and (m.rule == "name:person" or not m.title) and " " in m.name]
        # "Ahmed al-Heron ... Heron said"
        families = {word for m in full for word in (m.name.split()[-1], m.name.split()[-1].rpartition("-")[2]) if word == m.name.split()[-1] or m.name.split()[-1].partition("-")[0].lower() in _FAMILY_ARTICLES} | {m.name.split()[0] for m in full if self.book.family_first(m.name)}
        families |= {m.name for m in found.values() if m.rule == "name:alias" and " " not in m.name}
        # "Jane Omar Heron Dune ... Heron said": of two family names the first is the one in use.
        families |= {w[-2] for m in full if len(w := m.name.split()) > 3 and w[-2].istitle() and w[-2] not in self.book.given}
        elsewhere = {t.text for t in p.tokens[1:] if p[t.i - 1].lower in _WHERE}
        elsewhere |= {t.text for n in p.names if n.label in ("ORG", "GPE", "LOC", "FAC") and n.last - n.first > 1 for t in p.tokens[n.first : n.last]}
        for token in p.tokens:
            if token.text not in families or token.i in taken or not (token.pos == "PROPN" or self._taken_for_a_noun(token.i, [m for m in found.values() if m in full or m.rule == "name:alias"])) or token.ent in ("FAC", "WORK_OF_ART", "EVENT", "LAW"):
                continue
            if token.ent in ("ORG", "LOC", "GPE") and (token.text in elsewhere or self.book.country_of(token.text) is not None or self.book.organisation(token.text) is not None):
                # "Heron" of whom the report tells, unless it is also a place or a body there.
                continue
            beside = [p[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(p) and p[i].sent == token.sent and not self.roles.title_before(token.i, token.i + 1).role]
            if any((t.text[:1].isupper() and t.pos == "PROPN") or t.text == "-" for t in beside) or not (self.noactors.acts(token.i) or undergoes(p, token.i)) or not self.unlisted.plain(token.sent):
                continue
            yield self._person(token.i, token.i + 1, token.i, token.text)

    def _taken_for_a_noun(self, at: int, full: list[Found]) -> bool:
        """ "Jane Flores ... Flores sent": a family name that the tagger takes for a noun, alone before its verb in the sentence behind the full name."""
        p = self.parse
        token = p[at]
        if token.pos not in ("NOUN", "ADJ") or not token.text.istitle() or token.dep not in ("nsubj", "nsubjpass") or any(p.children(at)) or at + 1 >= len(p) or p[at + 1].pos not in syntax.VERBAL:
            return False
        return any(m.name.endswith(token.text) and 0 <= token.sent - p[m.head].sent <= 2 and m.first < at for m in full)

    def _without_nobodies(self, found: dict[int, Found]) -> dict[int, Found]:
        """The mentions of somebody; a state that opens what was taken for a longer name stays: "Chadian | Reaper"."""
        kept: dict[int, Found] = {}
        gone: list[Found] = []
        for head, m in found.items():
            if m.listed or not (self.noactors.nobody(m) or self.noactors.namesake(m)):
                kept[head] = m
                continue
            gone.append(m)
            known = self.book.country_of(self.parse[m.first].text) if m.rule.startswith("name:") and m.last - m.first > 1 else None
            if known is not None and known[1] in ("name", "demonym") and self.parse[m.first].text[:1].isupper() and self.parse[m.last - 1].text.islower():
                kept[m.first] = self._country(m.first, m.first + 1, self.parse[m.first].text, *known)
        # "the Chad Files": the state's name is a part of the other one.
        titles = {m.first for m in gone if m.kind == "name" and all(t.text[:1].isupper() for t in self.parse.tokens[m.first : m.last])}
        return {h: m for h, m in kept.items() if not (m.rule == "country:name" and (m.last in titles or self._of_a_title(m)) and self.parse[m.head].dep in ("compound", "nmod"))}

    def _of_a_title(self, state: Found) -> bool:
        """ "the Chad Papers": a state's name before a capitalised noun that is nobody's."""
        p = self.parse
        if state.last >= len(p) or p[state.head].head != state.last or not self.unlisted.plain(p[state.head].sent):
            return False
        after = p[state.last]
        return after.pos == "PROPN" and after.text.istitle() and not after.cased and after.ent not in ("PERSON", "NORP") and self.roles.role_at(after.i) is None

    def _labels(self, taken: set[int]) -> Iterator[Found]:
        """No mentions: what is left of the labels of speakers is nobody's name."""
        taken |= self.people.label_tokens
        yield from ()

    def _unmasked(self, mention: Found) -> Found:
        """A name without the words at its beginning that are none of it: "AFP | Jane Doe"."""
        first = mention.first
        if mention.listed:
            return mention
        while first < mention.head and first in self.noactors.masked:
            first += 1
        first += self.opener(first, mention)
        first, people = self._people_before(first, mention)
        if first == mention.first:
            return mention
        head = mention.head if mention.head >= first else self.head(first, mention.last)
        return replace(mention, first=first, head=head, name=self.text(first, mention.last), countries=people)

    def _people_before(self, first: int, mention: Found) -> tuple[int, tuple[str, ...]]:
        """Where a person's name begins behind the adjective of his state, and that state: "Costa Rican | Jane Doe"."""
        p = self.parse
        if mention.entity_kind != "person" or not mention.rule.startswith("name:") or mention.title or p[first].text in self.book.given or p[first].text in word_set("given_names_like_peoples"):
            return first, ()
        for last in range(min(first + 3, mention.last - 2), first, -1):
            known = self.book.country_of(self.text(first, last))
            if known is not None and known[1] == "demonym" and known[0]:
                return last, (known[0],)
        return first, ()

    def _inside(self, mention: Found, found: dict[int, Found]) -> bool:
        """Whether a role noun only modifies within the phrase of another: "government | body"."""
        if mention.kind == "nominal" and self.parse[mention.head].dep == "poss":
            # "a state prosecutor's office": one role noun with the other inside.
            return any("'s" in o.rule and o is not mention and o.first <= mention.first and mention.last <= o.last for o in found.values())
        if mention.kind != "nominal" or self.parse[mention.head].dep not in ("compound", "nmod"):
            return False
        return any(o.kind == "nominal" and o is not mention and o.first <= mention.first and mention.last <= o.last and o.head == self.parse[mention.head].head for o in found.values())

    def _headlined(self, mention: Found) -> bool:
        """ "US Eyes New Mission": no body, but a headline that opens with a state."""
        first = self.parse.sentences[self.parse[mention.head].sent].first
        return mention.first == first and first in self.unlisted.state_headlines and mention.entity_kind in BODIES and mention.last - mention.first > 1

    def _day(self, mention: Found) -> bool:
        """Whether what the recogniser took for a name is a day of the week: "X said Friday that"."""
        return mention.last - mention.first == 1 and self.parse[mention.head].lower in calendar_words()["weekday"]

    def _stacked(self, state: Found, mention: Found) -> bool:
        return mention.first <= state.first and state.last <= mention.head and self.parse[state.head].dep in ("amod", "compound", "nmod")

    def _only_modifies(self, mention: Found, found: dict[int, Found]) -> bool:
        """Whether a country's or an unlisted name only tells whose an actor is: "the Israeli army" is one actor, "pro-Iranian" none."""
        p = self.parse
        token = p[mention.head]
        if mention.kind == "name" and token.dep == "compound" and p[token.head].lemma.lower() in LED_BODIES and p[token.head].i in found:
            # "the Trump administration"
            return True
        if mention.rule == "name:person" and not mention.title and mention.last - mention.first == 1 and token.dep in ("compound", "amod") and token.text not in self.noactors.personal and not self.book.alone(mention.name, self.on):
            # "a Bracamar battalion corporal"
            return any(o is not mention and o.kind == "nominal" and o.first <= mention.first and mention.last <= o.last for o in found.values())
        if mention.kind != "name" or mention.organisation is not None or mention.entity_kind == "person":
            return False
        if mention.first == p.sentences[token.sent].first and mention.head in self.unlisted.state_headlines:
            return False
        if mention.rule in ("region", "country:land"):
            return not self._acts(mention.head)
        if mention.entity_kind == "state" and self.belonging.leaning(mention.first):
            return True
        if mention.rule == "country:demonym" and self._in_row(mention.last):
            return True
        if mention.rule == "country:capital" and token.head in found and token.dep in ("compound", "nmod", "poss"):
            # "Berlin police", "Berlin's mayor": the town of those who act.
            return found[token.head].kind == "nominal"
        if mention.entity_kind == "state" and not mention.rule.endswith((":demonym", ":name")):
            return False
        at = {t: m for m in found.values() if m.kind == "name" for t in range(m.first, m.last)}
        above = token
        for _ in range(3):
            if above.dep not in ("compound", "amod", "nmod", "conj") or above.head == above.i:
                return False
            above = p[above.head]
            other = found.get(above.i) or at.get(above.i)
            if other is not None and other is not mention and above.i >= mention.last:
                told = bool(mention.countries) and other.rule.startswith("name:") and other.countries == mention.countries
                return other.kind == "nominal" or other.entity_kind == "person" or other.first <= mention.first or told
        return False

    def _in_row(self, at: int) -> bool:
        """ "Haitian, | Cuban and Nigerian migrants": the first of several adjectives of one plural noun, which the parser takes for a noun of its own."""
        p = self.parse
        run = 0
        while at + 1 < len(p) and p[at].text in (",", "and", "or"):
            at += 1
            if p[at].lower in ("and", "or"):
                at += 1
            long = 2 if at + 1 < len(p) and self.book.country_of(self.text(at, at + 2)) is not None else 1  # "West German"
            known = self.book.country_of(self.text(at, at + long)) if at < len(p) else None
            if known is None or (known[1] != "demonym" and p[at].text not in ("U.S.", "US", "UK", "U.K.")):
                return False
            at, run = at + long, run + 1
        role = self.book.role(p[at].lemma.lower()) if at < len(p) else None
        apart = at < len(p) and (p[at].lemma.lower() in word_set("nouns_of_sides") or (role is not None and role.kind in (*BODIES, "office")))  # "the Chadian and Malian sides": each its own
        return run > 0 and at < len(p) and p[at].tag == "NNS" and p[at].text.islower() and not apart

    def listed_names(self, taken: Collection[int] = ()) -> Iterator[Found]:
        """Names of users' lists, longest first; none that lies wholly in a photo credit or another stretch that is nobody's."""
        for sentence in self.parse.sentences if self.book.own.lists else ():
            at = sentence.first
            while at < sentence.last:
                rows = self.listed.at(at, sentence.last)
                if rows is not None and not self.noactors.masked.issuperset(range(rows[0], rows[1])):
                    yield self._listed(*rows)
                at = rows[1] if rows is not None else at + 1

    def known_names(self, taken: set[int]) -> Iterator[Found]:
        """Names of organisations, groups, persons, states and seats of government that the actor book lists, longest first."""
        for sentence in self.parse.sentences:
            at = sentence.first
            while at < sentence.last:
                mention = self._known_at(at, sentence.last)
                if mention is not None:
                    yield mention
                    at = mention.last
                else:
                    at = self._passed.pop(at, at + 1)

    def _known_at(self, at: int, end: int) -> Found | None:
        token = self.parse[at]
        if not token.text[:1].isupper() and not token.text[:1].isdigit() and not self._article(at):
            return None
        if at + 1 < end and (first := FirstPeoples(self.parse, self.book)).tribe(at + 1) == at:
            # "the Saltmarsh Indians"
            known = self.book.country_of(self.text(at, at + 2)) or self.book.country_of(token.text)
            countries = (known[0],) if known is not None and known[0] else self.belonging.within(at + 1) or self.belonging.clause(at + 1) or first.home()
            return Found(at, at + 2, at + 1, "name", self.text(at, at + 2), "population", countries, rule="people:listed")
        for last in range(min(at + _LONGEST, end), at, -1):
            words = self.text(at, last)
            if last - at > 1 and not self._inner(at, last) and words not in self.book.spelt:
                continue
            organisation = self.unlisted.listed(words) if not self._joined(at) else None
            spelt = self.unlisted.defined.get(words)
            if organisation is not None and (self.unlisted.otherwise_defined(words, organisation) or (spelt is not None and self._elsewhere(at, spelt, organisation))):
                self.belonging.renamed.add(words)  # the text itself says what the letters stand for
                return None
            if organisation is not None and last - at == 1 and self._letters_of_another(at, organisation):
                self.belonging.renamed.add(words)
                return None
            if organisation is not None and (organisation.kind == "institution" or organisation.name.lower() in _SHARED_NAMES or self._of_any_land(at, last)) and self._house_of_another(last, organisation):
                self.belonging.renamed.update((words, *words.split()))
                return None
            if organisation is not None and ((last - at == 1 and self._given_name(at)) or self._ends_longer(at, organisation) or self._opens_longer(last, organisation)):
                return None
            if organisation is not None and self._own_foundation(at, last):
                self._passed[at] = last
                return None
            if organisation is not None and not self._part_of_longer(at, last) and not self._common(at, last, words, organisation):
                return self._organisation(at, last + self._press_word(last, organisation), organisation)
            if last - at > 1 and self.book.is_person(words) and self._family_follows(last):
                return None
            if last - at > 1 and self.book.is_person(words) and self._second_family(last) > last:
                # "Jane Heron | de Dune" is another one.
                self._passed[at] = self._second_family(last)
                return None
            if last - at > 1 and self.book.is_person(words) and self._called_after(last):
                self._passed[at] = last
                return None
            if last - at > 1 and self.book.is_person(words) and self._whole_name(last) == last and not self._part_of_longer(at, last):
                return self._with_family(self._person(at, last, self.head(at, last), words))
            country = self.book.country_of(words)
            if country is not None and last - at == 1 and self._like_a_people(at):
                end = self._whole_name(at + 2)
                return self._person(at, end, self.head(at, end), self.text(at, end))
            if country is not None and at > 1 and self.parse[at - 1].text in _OF and self.parse[at - 2].text[:1].isupper():
                # "Fuerzas ... de Colombia"
                return None
            if country is not None and last - at == 1 and self._surname(at) and ((country[1] == "capital" and not self._placed(at, last)) or (country[1] == "name" and self._of_no_state(at, country[0]))):
                return self._person(at, last, at, words)
            if country is not None and country[1] == "capital" and not self._governs(at, last, country[0]):
                self._passed[at] = last
                return None
            if country is not None and self.opens_hyphened(at, last):
                return None
            above = self.parse.head(at)
            if country is not None and country[1] in (REGION, LAND) and last - at == 1 and (not self._acts(at) or (above is not None and country[1] == LAND and (above.lemma == "be" or self.parse[at].dep == "nsubjpass"))):
                return None
            if country is not None and (self._opens_place(at, last) or (at > 1 and last - at == 1 and self.parse[at - 1].text == "-" and self.parse[at - 2].lower in ("of", "de", "au"))):
                # "Chad City", "Port-of-Chad"
                return None
            if country is not None and (self._sea_of(at) or self._sea_ahead(last) or self._plain_word(at, country[0])):
                return None
            if country is not None and country[1] in ("name", "demonym") and self._paper(at, last):
                return Found(at, last + 1, last, "name", self.text(at, last + 1), "organisation", (country[0],) if country[0] else (), ("JRN",), rule="name:organisation")
            if country is not None and not self._part_of_longer(at, last):
                return self._country(at, last, words, country[0], country[1])
        if self._titled_surname(at):
            return self._person(at, at + 1, at, token.text)
        return None

    def _plain_word(self, at: int, code: str) -> bool:
        """ "ELECTRIC POLES", in capitals: a people that is a word as well, where nothing else tells of its state."""
        p = self.parse
        if not p[at].cased or p[at].lower not in _PEOPLES_AND_WORDS:
            return False
        return not any(self.belonging.ending(t.i) == code for t in p.tokens if t.lower != p[at].lower and t.text[:1].isupper())

    def _with_family(self, person: Found) -> Found:
        """A listed person with the second family name that stands behind and that no table has: "Jane Heron | Dune"."""
        p = self.parse
        last = person.last
        while person.last - person.first > 1 and last < len(p) and p[last].sent == p[last - 1].sent and p[last].text.istitle() and p[last].pos == "PROPN" and p[last].ent == "PERSON" and p[last - 1].ent == "PERSON" and p[last - 1].dep == "compound" and p[last - 1].head >= last and p[last - 1].end < p[last].start:
            last += 1
        return replace(person, last=last, head=self.head(person.first, last)) if last > person.last and person.entity_kind == "person" else person

    def _listed(self, first: int, last: int, rows: tuple[tuple[str, ListedActor], ...]) -> Found:
        """A name of a user's list, with what its own words tell beside; the list's word is put over that where entities are made."""
        words, row = self.text(first, last), rows[0][1]
        rule = f"list:{rows[0][0]}:{row.line}"
        if row.kind == "person":
            return replace(self._person(first, last, self.head(first, last), words), rule=rule, listed=rows)
        country = row.countries[0] if row.countries else None
        sector, secondary = (*row.sectors_on(self.on), None, None)[:2]
        found = self._organisation(first, last, Organisation(row.name, country, sector, secondary, row.kind))
        return replace(found, countries=row.countries or found.countries, name=words, rule=rule, listed=rows)

    def _common(self, first: int, last: int, words: str, organisation: Organisation) -> bool:
        """Whether a listed name is only a word for what every state has, and the text tells another state: "Chile's Defense Department"."""
        if not organisation.country or (self.book.role(words) is None and organisation.kind != "institution" and organisation.sector not in ("PTY", "JRN") and not self._of_risings(words)):
            return False
        if organisation.kind == "institution" and last - first > 1 and first and self.parse[first - 1].lower in ("a", "an") and self.parse[self.head(first, last)].dep not in ("compound", "nmod", "amod"):
            # "called for a Constituent Assembly": one that is not there yet.
            return True
        owners = range(first, last)
        behind = self.belonging.behind(last)
        if self._elsewhere(first, words, organisation) or (behind and organisation.country not in behind and organisation.country not in BEYOND):
            # "the Self-Defence Forces of Chad" are not those of another state.
            return True
        if self.book.role(words) is None:
            # A name that others may bear: only what stands directly before tells otherwise.
            code = self.belonging.ending(first - 2 if first and self.parse[first - 1].tag == "POS" else first - 1) if first and self.parse[first - 1].sent == self.parse[first].sent else None
            return code is not None and code != organisation.country
        countries = self.belonging.countries(self.head(first, last), owners)
        return bool(countries) and organisation.country not in countries

    def _titled_surname(self, at: int) -> bool:
        """ "President Mubarak", "Mubarak", where the recogniser sees no person: a listed surname behind an office, or of a head of state alone."""
        p = self.parse
        if p[at].pos != "PROPN" or (p[at].ent not in ("", "PERSON", "ORG") and shared_gazetteer().lookup(p[at].text)):
            return False
        if at > 1 and p[at - 1].lower in BETWEEN_FAMILIES and p[at - 1].sent == p[at].sent and p[at - 2].text.istitle():
            # "Doe y | Roe"
            return False
        if at + 1 < len(p) and (p[at + 1].text == "-" or (p[at + 1].text[:1].isupper() and p[at + 1].pos == "PROPN")):
            return False
        if at == p.sentences[p[at].sent].first or not (p[at - 1].text[:1].isupper() or p[at - 1].text == "-"):
            return self._leader(p[at].text)
        before = self.roles.title_before(at, at + 1)
        return before.role is not None and before.role.kind in ("office", "person") and self.book.served(p[at].text, before.title, self.on) is not None

    @cached_property
    def listed(self) -> ListedNames:
        return ListedNames(self.parse, self.book.own, self.belonging)

    @cached_property
    def explained(self) -> Explained:
        return Explained(self.parse, self.book, self.belonging, self.roles)

    @cached_property
    def newspapers(self) -> Newspapers:
        return Newspapers(self.parse, self.book, self.belonging, self.roles)

    @cached_property
    def sense(self) -> NameSense:
        return NameSense(self.parse, self.book, self.belonging)

    def pronouns(self) -> Iterator[Found]:
        for token in self.parse.tokens:
            kind = _PRONOUNS.get(token.lower)
            if token.pos == "PRON" and kind is not None and kind != "relative":
                yield Found(token.i, token.i + 1, token.i, "pronoun", token.text, "unknown", pronoun=kind, rule="pronoun")
