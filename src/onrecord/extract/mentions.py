"""actors, first half: where a report mentions actors, by name, by role noun, by pronoun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord import syntax
from onrecord.actorbook import LAND, REGION, ActorBook, Organisation
from onrecord.extract.belonging import QUARTERS, Belonging
from onrecord.extract.found import BODIES, Found
from onrecord.extract.rolenouns import RoleNouns
from onrecord.gazetteer import shared_gazetteer
from onrecord.model.parse import Parse

_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_JOINERS = frozenset({"of", "the", "for", "and", "in", "al", "el", "-", "'s", "’s", "&", "de", "del", "la", "bin", "ibn", "von", "van", "di", "da", "dos", "du", "ul", "ag"})
_ARTICLES = frozenset({"al", "el", "an", "ul", "as", "ad"})
_LONGEST = 8
_PARTS = frozenset({"city", "capital", "town", "suburb", "suburbs", "streets", "outskirts", "district", "north", "south", "east", "west", "centre", "center", "area", "part", "parts", "sector", "port"})
_PLACING = frozenset({"in", "at", "near", "from", "to", "outside", "around", "into", "towards", "toward"})
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

    def find(self) -> tuple[Found, ...]:
        """All mentions in text order; no two share a head token, longer ones win."""
        found: dict[int, Found] = {}
        taken: set[int] = set()
        for names in (self.known_names, self.recognised_names, self.other_names):
            for mention in names(taken):
                if mention.head not in found and taken.isdisjoint(range(mention.first, mention.last)):
                    found[mention.head] = mention
                    taken.update(range(mention.first, mention.last))
        for mention in self.roles.find(dict(found)):
            if mention.head not in found:
                if mention.kind == "name":
                    found = {h: m for h, m in found.items() if not (mention.first <= m.first and m.last <= mention.last)}
                found[mention.head] = mention
        found = {h: m for h, m in found.items() if not self._only_modifies(m, found)}
        for mention in self.pronouns():
            found.setdefault(mention.head, mention)
        return tuple(sorted(found.values(), key=lambda m: (m.first, m.last)))

    def _only_modifies(self, mention: Found, found: dict[int, Found]) -> bool:
        """Whether a country's or an unlisted name only tells whose an actor is: "the Israeli army" is one actor, "pro-Iranian" none."""
        p = self.parse
        token = p[mention.head]
        if mention.kind != "name" or mention.organisation is not None or mention.entity_kind == "person":
            return False
        if mention.rule in ("region", "country:land"):
            return not self._acts(mention.head)
        if mention.entity_kind == "state" and self.belonging.leaning(mention.first):
            return True
        if mention.entity_kind == "state" and not mention.rule.endswith((":demonym", ":name")):
            return False
        above = token
        for _ in range(3):
            if above.dep not in ("compound", "amod", "nmod", "conj") or above.head == above.i:
                return False
            above = p[above.head]
            other = found.get(above.i)
            if other is not None and other is not mention and above.i >= mention.last:
                return other.kind == "nominal" or other.entity_kind == "person" or other.first <= mention.first
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
                    at += 1

    def _known_at(self, at: int, end: int) -> Found | None:
        token = self.parse[at]
        if not token.text[:1].isupper() and not token.text[:1].isdigit() and not self._article(at):
            return None
        for last in range(min(at + _LONGEST, end), at, -1):
            words = self.text(at, last)
            if last - at > 1 and not self._inner(at, last) and words not in self.book.spelt:
                continue
            organisation = self.book.organisation(words)
            if organisation is not None and not self._part_of_longer(at, last) and not self._common(at, last, words, organisation):
                return self._organisation(at, last, organisation)
            if last - at > 1 and self.book.is_person(words) and not self._part_of_longer(at, last):
                return self._person(at, last, self.head(at, last), words)
            country = self.book.country_of(words)
            if country is not None and country[1] == "capital" and self._placed(at, last):
                return None
            if country is not None and country[1] in (REGION, LAND) and last - at == 1 and not self._acts(at):
                return None
            if country is not None and not self._part_of_longer(at, last):
                return self._country(at, last, words, country[0], country[1])
        if self._titled_surname(at):
            return self._person(at, at + 1, at, token.text)
        return None

    def _common(self, first: int, last: int, words: str, organisation: Organisation) -> bool:
        """Whether a listed name is only a word for what every state has, and the text tells another state: "Chile's Defense Department"."""
        if self.book.role(words) is None or not organisation.country:
            return False
        countries = self.belonging.countries(self.head(first, last), range(first, last))
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
        """ "President Mubarak", where the recogniser sees no person: a listed surname directly behind a title that its bearer had."""
        p = self.parse
        if at == 0 or p[at].pos != "PROPN" or p[at - 1].sent != p[at].sent or not p[at - 1].text[:1].isupper():
            return False
        if at + 1 < len(p) and (p[at + 1].text == "-" or (p[at + 1].text[:1].isupper() and p[at + 1].pos == "PROPN")):
            return False
        title, _, role = self.roles.title_before(at, p[at].text)
        return role is not None and role.kind in ("office", "person") and self.book.served(p[at].text, title, self.on) is not None

    def _placed(self, first: int, last: int) -> bool:
        """Whether a capital's name only tells where: "in Algiers", "eastern Beirut", "the streets of Lima"."""
        token = self.parse[self.head(first, last)]
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
            if name.first <= first and last <= name.last and name.last - name.first > last - first:
                body = self.text(name.first, name.last)
                if name.label == "PERSON" and not self.book.role(self.parse[name.first].lower):
                    return last == name.last or first > name.first
                if name.label == "ORG" and self.parse[first].sent not in self.headlines and self.book.country_of(body) is None and self.book.country_of(self.text(first, last)) != self._whole(first):
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
            return Found(first, last, head, "name", words, "population", (code,) if code else self.belonging.countries(head), rule="people:listed")
        if how == "demonym" and self.parse[head].tag in ("NNS", "NNPS") and self.parse[head].dep not in ("compound", "amod", "nmod"):
            # "four Iraqis" are people, not the state; "ethnic Albanians" are no citizens of Albania.
            ethnic = any(c.lower == "ethnic" for c in syntax.dependents_within(self.parse, head, 2))
            people = self.belonging.clause(head) if ethnic else (code,)
            return Found(first, last, head, "name", words, "population", people, rule="people:ethnic" if ethnic else "people:demonym")
        return Found(first, last, self.head(first, last), "name", words, "state", (code,), sectors, rule=f"country:{how}")

    def recognised_names(self, taken: set[int]) -> Iterator[Found]:
        """Names from the parser's recogniser that the book does not list; repeated ones are propagated by clustering."""
        for name in self.parse.names:
            first, last = self._trim(name.first, name.last)
            if name.label not in _NAME_LABELS or first >= last or not taken.isdisjoint(range(first, last)):
                continue
            head = self.head(first, last)
            words = self.text(first, last)
            if name.label == "PERSON" and last - first == 1 and self._place_rather(first, words):
                continue
            if name.label == "PERSON" or (name.label == "ORG" and self.book.alone(words, self.on)):
                yield self._person(first, last, head, words)
            elif name.label == "ORG" and self.parse[head].pos in ("PROPN", "NOUN") and not self._title_case_only(first, last):
                yield self._unlisted_organisation(first, last, head, words)

    def _title_case_only(self, first: int, last: int) -> bool:
        """Words of a headline that are names nowhere else in the report, and no acronym."""
        if self._plain(self.parse[first].sent):
            return False
        return not all(t.text in self.names_seen or t.lower in _JOINERS or (t.text.isupper() and last - first == 1) for t in self.parse.tokens[first:last])

    def _place_rather(self, first: int, words: str) -> bool:
        """A single capitalised word behind a preposition of place that the gazetteer knows is no person."""
        p = self.parse
        placed = any(t.text == words and t.i and p[t.i - 1].lower in _PLACING for t in p.tokens)
        modifier = p[first].dep in ("compound", "nmod", "pobj")
        return (placed or modifier) and bool(shared_gazetteer().lookup(words)) and not self.book.alone(words, self.on)

    def other_names(self, taken: set[int]) -> Iterator[Found]:
        """Capitalised names that neither the book nor the recogniser knows, as they stand before or at the head of a noun phrase:
        "the Iron Dune movement", "Saltmarsh Union", "the newspaper El Faro Rojo". Their kind follows from their head noun, else it is unknown."""
        p = self.parse
        yield from self._apposed_names(taken)
        for token in p.tokens:
            if (
                token.pos not in ("NOUN", "PROPN")
                or token.i in taken
                or token.dep in ("compound", "nmod", "amod")
                or token.ent in ("DATE", "TIME", "MONEY", "GPE", "LOC", "FAC")
            ):
                continue
            mention = self._capitalised(token.i, taken)
            if mention is not None:
                yield mention

    def _apposed_names(self, taken: set[int]) -> Iterator[Found]:
        """A name directly behind the noun that says what it is: "the opposition newspaper El Faro Rojo"."""
        p = self.parse
        for token in p.tokens[:-1]:
            if token.pos != "NOUN" or token.tag != "NN" or token.text[:1].isupper() or token.i + 1 in taken or not self._plain(token.sent):
                continue
            last = token.i + 1
            while last < len(p) and p[last].sent == token.sent and last not in taken and (p[last].text[:1].isupper() or p[last].text == "-") and p[last].ent not in ("DATE", "TIME", "PERSON"):
                last += 1
            role = self.roles.role_at(token.i)
            if last == token.i + 1 or role is None or role.kind not in BODIES or p[last - 1].text == "-":
                continue
            if self.book.role(p[token.i + 1].lower) is None and p[last - 1].pos in ("PROPN", "NOUN", "ADJ", "X"):
                yield Found(token.i + 1, last, self.head(token.i + 1, last), "name", self.text(token.i + 1, last), role.kind, (), role.sectors, rule="name:apposed")

    def _capitalised(self, at: int, taken: set[int]) -> Found | None:
        p = self.parse
        token = p[at]
        first = at
        while (
            first
            and p[first - 1].sent == token.sent
            and p[first - 1].text[:1].isupper()
            and p[first - 1].dep in ("compound", "nmod", "amod")
            and p[first - 1].i not in taken
        ):
            first -= 1
        named = at - first >= 1 and all(t.pos in ("PROPN", "NOUN", "ADJ") for t in p.tokens[first:at])
        if not self._plain(token.sent) and not all(t.text in self.names_seen for t in p.tokens[first:at]):
            named = False
        alone = (
            token.pos == "PROPN" and token.text[:1].isupper() and len(token.text) > 2 and (first < at or p.sentences[token.sent].first != at)
            and (token.sent not in self.headlines or token.text in self.names_seen)
        )  # fmt: skip
        if not named and not (alone and not shared_gazetteer().lookup(self.text(first, at + 1))):
            return None
        if not p[first].text[:1].isupper() or self.book.country_of(p[first].text) is not None:
            return None
        role = self.roles.role_at(at)
        if role is not None and role.kind not in BODIES:
            return None
        kind = role.kind if role is not None else "organisation" if named else "unknown"
        sectors = role.sectors if role is not None else ()
        return Found(first, at + 1, at, "name", self.text(first, at + 1), kind, self.belonging.countries(at), sectors, rule="name:capitalised")

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        while first < last and (self.parse[first].lower in ("the", "a", "an") or self.parse[first].pos == "PUNCT"):
            first += 1
        while last > first and (self.parse[last - 1].text in ("'s", "’s", "'", "’") or self.parse[last - 1].pos == "PUNCT"):
            last -= 1
        return first, last

    def _person(self, first: int, last: int, head: int, words: str) -> Found:
        """A person, with the title and country that stand before the name ("Mexican President X")."""
        title, start, role = self.roles.title_before(first, words)
        if title is not None and start >= first:
            words = self.text(start, last) if start < last else words
            first = min(first, start)
        countries = self.belonging.countries(head, range(first, last))
        sectors = role.sectors if role else ()
        former = role is not None and self.roles.former(head)
        return Found(first, last, head, "name", words, "person", countries, ("ELI",) if former else sectors, title, former, rule="name:person")

    def _unlisted_organisation(self, first: int, last: int, head: int, words: str) -> Found:
        role = self.roles.role_at(head)
        kind = role.kind if role is not None and role.kind in BODIES else "organisation"
        sectors = role.sectors if role is not None else ()
        return Found(
            first,
            last,
            head,
            "name",
            words,
            kind,
            self.belonging.inside(first, last) or self.belonging.countries(head),
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
    def headlines(self) -> frozenset[int]:
        """Sentences in title case, in which a capital letter tells nothing about names: "Minister Eyes New Mission"."""
        found = []
        for sentence in self.parse.sentences:
            words = [t for t in self.parse.tokens[sentence.first : sentence.last] if t.text.isalpha() and len(t.text) > 3]
            capital = [t for t in words if t.text[:1].isupper()]
            plain = [t for t in capital[1:] if t.pos in ("VERB", "ADJ", "ADV", "AUX") or t.tag in ("NN", "NNS")]
            if len(words) >= 3 and len(capital) >= 0.8 * len(words) and (plain or sentence.part == "title"):
                found.append(sentence.i)
        return frozenset(found)

    @cached_property
    def names_seen(self) -> frozenset[str]:
        """Capitalised words of sentences in ordinary case."""
        return frozenset(t.text for t in self.parse.tokens if t.text[:1].isupper() and self._plain(t.sent))

    def _plain(self, sent: int) -> bool:
        return self.parse.sentences[sent].part == "body" and sent not in self.headlines

    def text(self, first: int, last: int) -> str:
        return self.belonging.text(first, last)

    def head(self, first: int, last: int) -> int:
        """The token of the range whose head lies outside it, the last of several."""
        inside = range(first, last)
        outside = [t for t in inside if self.parse[t].head not in inside or self.parse[t].head == t]
        nouns = [t for t in outside if self.parse[t].pos in syntax.NOMINAL]
        return (nouns or outside or [last - 1])[-1]
