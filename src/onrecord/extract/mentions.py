"""actors, first half: where a report mentions actors, by name, by role noun, by pronoun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from onrecord import syntax
from onrecord.actorbook import LAND, REGION, ActorBook, Organisation
from onrecord.extract.belonging import LARGE, LED_BODIES, QUARTERS, SMALL, Belonging
from onrecord.extract.found import BODIES, Found
from onrecord.extract.homeland import Homeland
from onrecord.extract.noactor import NoActors
from onrecord.extract.personnames import PersonNames
from onrecord.extract.rolenouns import RoleNouns
from onrecord.extract.unlisted import Unlisted
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.parse import Parse

_SITE_ENDS = word_set("site_name_ends")
_SERVING = word_set("serving_nouns")
_HEADING = word_set("heading_nouns")
_PRESS, _PRESS_FIRST = word_set("press_name_ends"), word_set("press_name_starts")
_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_JOINERS = word_set("name_joiners")
_ARTICLES = word_set("name_articles")
# "on Friday": the recogniser may take it for a place.
_CALENDAR = word_set("calendar_names")
_LONGEST = 11
# Tokens of a text that is no more than a name and a few words.
_LINE = 8
_LEANING = word_set("leaning_prefixes")
_NAME_PARTS = word_set("name_parts")
_OPENING = word_set("name_opening_articles")
# What is a town's and no state's: "X police", "X's mayor".
_CITY_NOUNS = word_set("city_affairs")
_PARTS = word_set("parts_of_places")
_PLACING = word_set("placing_before_names")
_PRONOUNS = {
    "he": "person", "him": "person", "his": "person", "she": "person", "her": "person", "they": "group", "them": "group", "their": "group",
    "it": "thing", "its": "thing", "who": "relative", "we": "speaker", "i": "speaker",
}  # fmt: skip


@dataclass(frozen=True)
class Finder:
    """Finds the mentions of one parse; `on` is the publication date where known."""

    parse: Parse
    book: ActorBook
    on: date | None
    _passed: dict[int, int] = field(default_factory=dict, repr=False)

    def find(self) -> tuple[Found, ...]:
        """All mentions in text order; no two share a head token, longer ones win."""
        found: dict[int, Found] = {}
        masked = self.noactors.masked | self.people.label_tokens
        taken: set[int] = set(self.noactors.masked)
        self.belonging.ignored.update(taken)
        for names in (self.people.find, self._labels, self.known_names, self.unlisted.apposed_names, self.recognised_names, self.unlisted.other_names):
            for mention in names(taken):
                if mention.entity_kind == "person":
                    # A title may hold what is a name by itself: "Secretary of State X".
                    inside = [t for t in range(mention.first, mention.head) if t in taken]
                    mention = replace(mention, first=inside[-1] + 1) if inside else mention
                mention = self._unmasked(mention)
                if mention.head not in found and taken.isdisjoint(range(mention.first, mention.last)):
                    found[mention.head] = mention
                    taken.update(range(mention.first, mention.last))
        ends = {m.last - 1: m for m in found.values()}
        for person in [m for m in found.values() if m.entity_kind == "person" and m.title and (not m.sectors or m.title.lower() in _SERVING)]:
            found[person.head] = replace(person, sectors=self.roles.led(person.first, ends) or person.sectors)
        for person in [m for m in found.values() if m.entity_kind == "person" and m.title and m.sectors == ("GOV",) and m.title.lower() in _HEADING]:
            owner = ends.get(person.first - 1)
            if owner is not None and owner.entity_kind == "organisation" and not {"GOV", "MIL"} & set(owner.sectors):
                # "Saltmarsh Bank President X"
                found[person.head] = replace(person, sectors=owner.sectors)
        for mention in self.roles.find(dict(found)):
            if mention.head not in found and mention.head not in masked:
                if mention.kind == "name":
                    found = {h: m for h, m in found.items() if not (mention.first <= m.first and m.last <= mention.last)}
                elif self.parse[mention.head].dep == "compound":
                    # "Chadian | police custody": what stacks before a compound is a part of it.
                    found = {h: m for h, m in found.items() if not (m.entity_kind == "state" and self._stacked(m, mention))}
                found[mention.head] = mention
        found = {h: self._person_after_all(m) for h, m in found.items()}
        self.noactors.personal.update(t.text for m in found.values() if m.entity_kind == "person" for t in self.parse.tokens[m.first : m.last] if m.last - m.first > 1 or m.same >= 0)
        found = {h: m for h, m in found.items() if not self._inside(m, found)}
        found = self._without_nobodies(self.people.bracketed(found))
        found = {h: m for h, m in found.items() if not self._only_modifies(m, found) and not self._day(m)}
        found = Homeland(self.parse, self.belonging).settle(found)
        for mention in self.pronouns():
            found.setdefault(mention.head, mention)
        return tuple(sorted(found.values(), key=lambda m: (m.first, m.last)))

    def _without_nobodies(self, found: dict[int, Found]) -> dict[int, Found]:
        """The mentions of somebody; a state that opens what was taken for a longer name stays: "Chadian | Reaper"."""
        kept: dict[int, Found] = {}
        gone: list[Found] = []
        for head, m in found.items():
            if not self.noactors.nobody(m):
                kept[head] = m
                continue
            gone.append(m)
            known = self.book.country_of(self.parse[m.first].text) if m.rule.startswith("name:") and m.last - m.first > 1 else None
            if known is not None and known[1] in ("name", "demonym") and self.parse[m.first].text[:1].isupper() and self.parse[m.last - 1].text.islower():
                kept[m.first] = self._country(m.first, m.first + 1, self.parse[m.first].text, *known)
        # "the Chad Files": the state's name is a part of the other one.
        titles = {m.first for m in gone if m.kind == "name" and all(t.text[:1].isupper() for t in self.parse.tokens[m.first : m.last])}
        return {h: m for h, m in kept.items() if not (m.rule == "country:name" and m.last in titles and self.parse[m.head].dep in ("compound", "nmod"))}

    def _labels(self, taken: set[int]) -> Iterator[Found]:
        """No mentions: what is left of the labels of speakers is nobody's name."""
        taken |= self.people.label_tokens
        yield from ()

    def _unmasked(self, mention: Found) -> Found:
        """A name without the words at its beginning that are none of it: "AFP | Jane Doe"."""
        first = mention.first
        while first < mention.head and first in self.noactors.masked:
            first += 1
        if first == mention.first:
            return mention
        return replace(mention, first=first, name=self.text(first, mention.last), countries=())

    def _person_after_all(self, mention: Found) -> Found:
        """A name of two or three words taken for a body's whose last word stands in the report as a person's name: "Jane Doe ... Doe said"."""
        p = self.parse
        if mention.rule != "name:organisation" or mention.sectors or not 2 <= mention.last - mention.first <= 3 or self.roles.role_at(mention.head) is not None:
            return mention
        if not all(t.text[:1].isupper() and t.text.isalpha() and not t.text.isupper() for t in p.tokens[mention.first : mention.last]):
            return mention
        last = p[mention.last - 1].text
        alone = any(n.label == "PERSON" and n.last - n.first == 1 and p[n.first].text == last for n in p.names)
        return replace(mention, entity_kind="person", rule="name:person", countries=()) if alone else mention

    def _inside(self, mention: Found, found: dict[int, Found]) -> bool:
        """Whether a role noun only modifies within the phrase of another: "government | body"."""
        if mention.kind != "nominal" or self.parse[mention.head].dep not in ("compound", "nmod"):
            return False
        return any(o.kind == "nominal" and o is not mention and o.first <= mention.first and mention.last <= o.last and o.head == self.parse[mention.head].head for o in found.values())

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
        if mention.kind != "name" or mention.organisation is not None or mention.entity_kind == "person":
            return False
        if mention.first == p.sentences[token.sent].first and mention.head in self.unlisted.state_headlines:
            return False
        if mention.rule in ("region", "country:land"):
            return not self._acts(mention.head)
        if mention.entity_kind == "state" and self.belonging.leaning(mention.first):
            return True
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

    # Names ---------------------------------------------------------------------------------------------------------

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
        for last in range(min(at + _LONGEST, end), at, -1):
            words = self.text(at, last)
            if last - at > 1 and not self._inner(at, last) and words not in self.book.spelt:
                continue
            organisation = self.book.organisation(words)
            if organisation is not None and self.unlisted.otherwise_defined(words, organisation):
                # The text itself says what the letters stand for.
                return None
            if organisation is not None and not self._part_of_longer(at, last) and not self._common(at, last, words, organisation):
                return self._organisation(at, last, organisation)
            if last - at > 1 and self.book.is_person(words) and self._whole_name(last) == last and not self._part_of_longer(at, last):
                return self._person(at, last, self.head(at, last), words)
            country = self.book.country_of(words)
            if country is not None and country[1] == "capital" and not self._governs(at, last, country[0]):
                self._passed[at] = last
                return None
            if country is not None and country[1] in (REGION, LAND) and last - at == 1 and not self._acts(at):
                return None
            if country is not None and (self._opens_place(at, last) or (at > 1 and last - at == 1 and self.parse[at - 1].text == "-" and self.parse[at - 2].lower in ("of", "de", "au"))):
                # "Chad City", "Port-of-Chad"
                return None
            if country is not None and not self._part_of_longer(at, last):
                return self._country(at, last, words, country[0], country[1])
        if self._titled_surname(at):
            return self._person(at, at + 1, at, token.text)
        return None

    def _opens_place(self, first: int, last: int) -> bool:
        """ "Chad City": a state's name that only opens a town's."""
        p = self.parse
        if last >= len(p) or p[last].sent != p[first].sent or p[last].lower != "city":
            return False
        return bool(shared_gazetteer().lookup(self.text(first, last + 1)))

    def _common(self, first: int, last: int, words: str, organisation: Organisation) -> bool:
        """Whether a listed name is only a word for what every state has, and the text tells another state: "Chile's Defense Department"."""
        if not organisation.country or (self.book.role(words) is None and organisation.kind != "institution" and organisation.sector != "PTY"):
            return False
        owners = range(first, last)
        if self.book.role(words) is None:
            # A name that others may bear: only what stands directly before tells otherwise.
            code = self.belonging.ending(first - 2 if first and self.parse[first - 1].tag == "POS" else first - 1) if first else None
            return code is not None and code != organisation.country
        countries = self.belonging.countries(self.head(first, last), owners)
        return bool(countries) and organisation.country not in countries

    def _acts(self, head: int) -> bool:
        """Whether a word for a stretch of the earth stands where who acts stands: a subject, an agent, the whole of a text."""
        token = self.parse[syntax.first_conjunct(self.parse, head)]
        above = self.parse.head(token.i)
        return token.dep in ("nsubj", "nsubjpass") or above is None or (token.dep == "pobj" and above.lower == "by")

    def _article(self, at: int) -> bool:
        """ "al-Qaeda", "el-Sisi": a name may open with a small article."""
        p = self.parse
        return p[at].text in _ARTICLES and at + 2 < len(p) and p[at + 1].text == "-" and p[at + 2].text[:1].isupper()

    def _titled_surname(self, at: int) -> bool:
        """ "President Mubarak", "Mubarak", where the recogniser sees no person: a listed surname behind an office, or of a head of state alone."""
        p = self.parse
        if p[at].pos != "PROPN" or (p[at].ent not in ("", "PERSON", "ORG") and shared_gazetteer().lookup(p[at].text)):
            return False
        if at + 1 < len(p) and (p[at + 1].text == "-" or (p[at + 1].text[:1].isupper() and p[at + 1].pos == "PROPN")):
            return False
        if at == p.sentences[p[at].sent].first or not (p[at - 1].text[:1].isupper() or p[at - 1].text == "-"):
            return self._leader(p[at].text)
        before = self.roles.title_before(at, at + 1)
        return before.role is not None and before.role.kind in ("office", "person") and self.book.served(p[at].text, before.title, self.on) is not None

    def _leader(self, surname: str) -> bool:
        return not self.book.needs_title(surname) and self.book.leader(surname, self.on) is not None

    def _governs(self, first: int, last: int, code: str) -> bool:
        """Whether a capital's name stands for the state: it deals with another one, or it acts in a report that nowhere tells of the town."""
        p = self.parse
        if self._placed(first, last) or (last + 1 < len(p) and p[last].text in (",", ".") and p[last + 1].text[:1].isupper() and any(self.belonging.ending(i) == code for i in range(last + 1, min(last + 4, len(p))) if p[i].sent == p[first].sent)):
            return False
        token = p[syntax.first_conjunct(p, self.head(first, last))]
        above = p.head(token.i)
        between = token.dep == "pobj" and above is not None and above.lower in ("with", "between", "from", "to", "against", "by", "on", "for", "of", "towards", "toward")
        acting = token.dep in ("nsubj", "nsubjpass") or (token.dep == "pobj" and above is not None and above.lower == "by") or (above is None and len(p) <= 4)
        foreign = bool(self.belonging.told_in(p[first].sent) - {code})
        if foreign and (acting or between or token.dep in ("poss", "dobj", "conj", "dative", "compound", "nmod", "amod", "appos")):
            return acting or self.text(first, last) not in self._towns
        return acting and self.text(first, last) not in self._towns

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
        for name in self.parse.names:
            # "the European Union": an article makes no longer name.
            begin, end = self._trim(name.first, name.last)
            if begin <= first and last <= end and end - begin > last - first:
                body = self.text(begin, end)
                if name.label == "PERSON" and not self.book.role(self.parse[name.first].lower):
                    return last == name.last or first > name.first
                if name.label == "ORG" and self.parse[first].sent not in self.unlisted.headlines and self.book.country_of(body) is None and self.book.country_of(self.text(first, last)) != self._whole(first):
                    return True
        return False

    def _whole(self, first: int) -> tuple[str, str] | None:
        """What the name that starts at `first` and runs as far as any listed country's name says."""
        for last in range(min(first + _LONGEST, len(self.parse)), first, -1):
            known = self.book.country_of(self.text(first, last))
            if known is not None:
                return known if last - first > 2 else None
        return None

    def _organisation(self, first: int, last: int, organisation: Organisation) -> Found:
        countries = (organisation.country,) if organisation.country else self.belonging.countries(self.head(first, last))
        sectors = tuple(s for s in (organisation.sector, organisation.secondary) if s)
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

    def _country(self, first: int, last: int, words: str, code: str, how: str) -> Found:
        sectors = ("GOV",) if how in ("seat", "capital", "metonym") else ()
        if how.startswith("seat:"):
            sectors = (how[5:],)
        head = self.head(first, last)
        if how == REGION:
            return Found(first, last, head, "name", words, "unknown", rule="region")
        if how == "people":
            return Found(first, last, head, "name", words, "population", (code,) if code else self.belonging.countries(head), self._side(head), rule="people:listed")
        if how == "demonym" and self.parse[head].tag in ("NNS", "NNPS") and self.parse[head].dep not in ("compound", "amod", "nmod"):
            # "four Iraqis" are people, not the state; "ethnic Albanians" are no citizens of Albania.
            ethnic = any(c.lower == "ethnic" for c in syntax.dependents_within(self.parse, head, 2))
            people = self.belonging.clause(head) or self.belonging.within(head) if ethnic else (code,)
            return Found(first, last, head, "name", words, "population", people, self._side(head), rule="people:ethnic" if ethnic else "people:demonym")
        if how == "demonym" and self._one_of(head):
            return Found(first, last, head, "name", words, "population", (code,), self._side(head), rule="people:demonym")
        return Found(first, last, self.head(first, last), "name", words, "state", (code,), sectors, rule=f"country:{how}")

    def _one_of(self, head: int) -> bool:
        """ "a Pole", "the two Swedish" as the head of a phrase: people, not the state."""
        token = self.parse[head]
        if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "dative"):
            return False
        return any(c.dep == "nummod" or (c.dep == "det" and c.lower in ("a", "an", "another", "every", "each")) for c in self.parse.children(head))

    def _side(self, head: int) -> tuple[str, ...]:
        """ "ordinary Norwegians", "rebel Croats"."""
        side = self.roles.side(head)
        return (side,) if side else ()

    def recognised_names(self, taken: set[int]) -> Iterator[Found]:
        """Names from the parser's recogniser that the book does not list; repeated ones are propagated by clustering."""
        for name in self.parse.names:
            first, last = self._trim(name.first, name.last)
            if name.label == "PERSON":
                first, last = self._opened(first, last, taken), self._whole_name(last)
            if name.label == "ORG" and first < last and first and first - 1 not in taken and self.book.role(self.text(first - 1, first + 1)) is not None and self.parse[first - 1].text[:1].isupper():
                # "Attorney | General's Office"
                first -= 1
            if name.label == "PERSON" and last > first and self.unlisted.opens_no_actor(first, last):
                continue
            if name.label not in _NAME_LABELS or first >= last or not taken.isdisjoint(range(first, last)):
                continue
            if all(t.lower in _CALENDAR for t in self.parse.tokens[first:last]):
                continue
            if self.parse[first].lower in _LEANING and self.parse[first + 1].text == "-" or (name.label == "PERSON" and self.belonging.leaning(first)):
                # "the pro-Doe band"
                continue
            if name.label == "PERSON" and last - first > 1 and self.parse[last - 1].lower in _SITE_ENDS:
                # "Brandenburg Gate", "Tahrir Square" are nobody.
                continue
            opening = next((t.i for t in self.parse.tokens[first:last] if t.text == "("), last)
            if opening < last and opening > first and not any(t.text == ")" for t in self.parse.tokens[opening:last]):
                last = opening
            if name.label == "PERSON" and any(t.text.islower() and t.lower not in _JOINERS and t.text.isalpha() and t.lower not in _NAME_PARTS and self.parse[t.i - 1].text != "-" for t in self.parse.tokens[first + 1 : last]):
                # "bomber rams truck"
                continue
            head = self.head(first, last)
            words = self.text(first, last)
            if last - first == 1 and name.last - name.first > 1 and self.roles.role_at(first) is not None:
                # "AFP | Police": a role noun that a caption's words made a name.
                continue
            town = self._town(first, last, head, words) if name.label in ("GPE", "ORG", "LOC") else None
            if town is not None:
                yield town
                continue
            if name.label in ("PERSON", "ORG") and last - first == 1 and self._place_rather(first, words):
                continue
            if self.parse[head].text.islower() and all(self.belonging.ending(i) for i in range(first, last - 1)):
                # "the Palestinian party": a role noun, no name.
                continue
            if name.label == "PERSON" or (name.label == "ORG" and (self.book.alone(words, self.on) or self._leader(words))):
                yield self._person(first, last, head, words)
            elif name.label == "ORG" and self.parse[head].pos in ("PROPN", "NOUN") and not self._title_case_only(first, last) and not self.unlisted.of_no_actor(first, last):
                yield self._unlisted_organisation(first, last, head, words)

    def _town(self, first: int, last: int, head: int, words: str) -> Found | None:
        """A town or province that stands where who acts stands: its people, where the text tells no other ("Sydney mourned")."""
        known = self.book.country_of(words)
        if (known is not None and known[1] == "capital") or len(self.parse) > _LINE or not self._acts(head) or self.parse[head].dep == "nsubjpass" or self.book.organisation(words) is not None or self.roles.role_at(head) is not None:
            return None
        country = self.belonging.place_country(words, SMALL if " " in words else LARGE)
        return Found(first, last, head, "name", words, "population", (country,), ("CVL",), rule="place") if country else None

    def _title_case_only(self, first: int, last: int) -> bool:
        """Words of a headline that are names nowhere else in the report, and no acronym."""
        if self.unlisted.plain(self.parse[first].sent):
            return False
        return not all(t.text in self.unlisted.names_seen or t.lower in _JOINERS or (t.text.isupper() and last - first == 1) for t in self.parse.tokens[first:last])

    def _place_rather(self, first: int, words: str) -> bool:
        """A single capitalised word behind a preposition of place that the gazetteer knows is no person."""
        p = self.parse
        placed = any(t.text == words and t.i and p[t.i - 1].lower in _PLACING for t in p.tokens)
        modifier = p[first].dep in ("compound", "nmod", "pobj") and p[first].ent == "PERSON"
        return (placed or modifier) and bool(shared_gazetteer().lookup(words)) and not self.book.alone(words, self.on)

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        while first < last and (self.parse[first].lower in ("the", "a", "an") or self.parse[first].pos == "PUNCT" or first in self.noactors.masked):
            first += 1
        while last > first and (self.parse[last - 1].lower in ("of", "for", "in") or self.parse[last - 1].text in ("'s", "’s", "'", "’") or self.parse[last - 1].pos == "PUNCT"):
            last -= 1
        return first, last

    def _person(self, first: int, last: int, head: int, words: str) -> Found:
        """A person, with the title and country that stand before the name ("Mexican President X")."""
        titled = self.roles.title_before(first, last)
        title, role = titled.title, titled.role
        words = self.text(titled.name, last)
        countries = self.belonging.countries(head, range(first, last)) or self.belonging.before(titled.first)
        first = titled.first
        if self.parse[last - 1].lower in _PRESS and last - titled.name > 1 and title is None and not self.book.is_person(words):
            return Found(titled.name, last, head, "name", words, "organisation", countries, ("JRN",), rule="name:organisation")
        if last - titled.name == 1 and title is None and titled.name and self.parse[titled.name - 1].lower == "the":
            # "the Saltmarshes": a band or a family, no one person.
            return Found(titled.name, last, head, "name", words, "unknown", countries, rule="name:articled")
        if last - titled.name > 1 and title is None and self.parse[titled.name].lower in _OPENING and self.parse[titled.name + 1].text != "-" and not self.book.is_person(words):
            # "el Faro": a paper, a band, a nickname.
            return Found(titled.name, last, head, "name", words, "unknown", countries, rule="name:articled")
        sectors = role.sectors if role else ()
        former = role is not None and self.roles.former(head)
        head = self.head(first, last)
        return Found(first, last, head, "name", words, "person", countries, self.roles.past(sectors) if former else sectors, title, former, rule="name:person")

    def _opened(self, first: int, last: int, taken: set[int]) -> int:
        """Where a person's name begins of which the recogniser left out a given name."""
        p = self.parse
        while (
            first < last and first - 1 >= p.sentences[p[first].sent].first and first - 1 not in taken and not p[first - 1].ent and p[first - 1].pos == "PROPN"
            and p[first - 1].dep == "compound" and first <= p[first - 1].head < last and p[first - 1].text[:1].isupper() and not p[first - 1].text.isupper()
            and self.roles.role_at(first - 1) is None and self.book.country_of(p[first - 1].text) is None and self.book.rank(p[first - 1].text) is None
            and self.belonging.place_country(p[first - 1].text) is None
        ):  # fmt: skip
            first -= 1
        return first

    def _whole_name(self, last: int) -> int:
        """Where a person's name ends that the recogniser cut before its family name."""
        p = self.parse
        if last + 1 < len(p) and p[last].text == "-" and p[last - 1].end == p[last].start and p[last].end == p[last + 1].start and p[last + 1].text.isalpha():
            # "Kim Jong-il", cut before the hyphen
            last += 2
        while last < len(p) and p[last - 1].dep == "compound" and p[last - 1].head >= last and p[last].pos == "PROPN" and p[last].text[:1].isupper() and self._goes_on(last):
            last += 1
        return last

    def _goes_on(self, at: int) -> bool:
        """Whether a capitalised word directly behind a person's name may be a part of it."""
        token = self.parse[at]
        return not token.ent or (token.ent == "ORG" and self.parse[at - 1].head != at and self.book.organisation(token.text) is None and self.roles.role_at(at) is None) or (
            token.ent == "ORG" and self.parse[at - 1].ent == "PERSON" and self.parse[at - 1].head == at and self.roles.role_at(at) is None and self.book.organisation(token.text) is None
        )

    def _unlisted_organisation(self, first: int, last: int, head: int, words: str) -> Found:
        above = self.parse.head(head)
        if last - first in (2, 3) and first > 1 and above is not None and above.dep == "prep" and self.book.organisation(self.text(first - 2, first)) is not None:
            post = self.roles.role_at(above.head)
            if post is not None and post.kind in ("person", "office"):
                # "the envoy to the United Nations Jane Doe"
                return Found(first, last, head, "name", words, "person", (), post.sectors, rule="name:person")
        spelt = self.unlisted.spelt_out(last)
        if spelt is not None:
            return replace(self._organisation(first, last, spelt), rule=f"acronym:{spelt.name}")
        role = self.roles.role_at(head)
        kind = role.kind if role is not None and role.kind in BODIES else "organisation"
        sectors = role.sectors if role is not None and role.sectors else self._side(head)
        if not sectors and last - first > 1 and (self.parse[last - 1].lower in _PRESS or self.parse[first].lower in _PRESS_FIRST):
            sectors = ("JRN",)
        return Found(
            first,
            last,
            head,
            "name",
            words,
            kind,
            self.belonging.inside(first, last) or self.belonging.countries(head, range(first, last) if role is None else range(0)) or self.belonging.behind(last),
            sectors,
            rule="name:organisation",
        )

    def pronouns(self) -> Iterator[Found]:
        for token in self.parse.tokens:
            kind = _PRONOUNS.get(token.lower)
            if token.pos == "PRON" and kind is not None and kind != "relative":
                yield Found(token.i, token.i + 1, token.i, "pronoun", token.text, "unknown", pronoun=kind, rule="pronoun")

    # Helpers ------------------------------------------------------------------------------------------------------------

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
    def unlisted(self) -> Unlisted:
        return Unlisted(self.parse, self.book, self.belonging, self.roles)

    def text(self, first: int, last: int) -> str:
        return self.belonging.text(first, last)

    def head(self, first: int, last: int) -> int:
        return self.belonging.head(first, last)
