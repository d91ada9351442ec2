"""actors, first half: where a report mentions actors, by name, by role noun, by pronoun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord import syntax
from onrecord.actorbook import ActorBook, Organisation, Role
from onrecord.gazetteer import shared_gazetteer
from onrecord.model.actor import MentionKind
from onrecord.model.parse import Parse, Token

_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_JOINERS = frozenset({"of", "the", "for", "and", "in", "al", "-", "'s", "’s", "&", "de", "del", "la", "el", "bin"})
_LONGEST = 8
_LARGE = 100_000
_QUARTERS = frozenset({"eastern", "western", "northern", "southern", "central", "east", "west", "north", "south", "downtown", "greater", "nearby", "outside"})
_PARTS = frozenset({"city", "capital", "town", "suburb", "suburbs", "streets", "outskirts", "district", "north", "south", "east", "west", "centre", "center", "area", "part", "parts", "sector", "port"})
_LED = frozenset({"led", "based", "run", "owned", "flagged", "registered"})
_LEANING = frozenset({"anti", "pro", "non"})
_BACKED = frozenset({"backed", "supported", "funded", "armed", "trained", "allied", "aligned", "sponsored", "brokered", "mediated", "occupied", "held", "controlled", "born", "made", "supplied", "linked"})
# People and forces who act where they live; soldiers, ministers and envoys may act abroad.
_DOMESTIC = frozenset({"CVL", "COP", "REB", "UAF", "EDU", "LAB", "OPP", "CRM", "AGR", "MED", "REL", "SOC"})
_PLACING = frozenset({"in", "at", "near", "from", "to", "outside", "around", "into", "towards", "toward"})
_PRONOUNS = {
    "he": "person", "him": "person", "his": "person", "she": "person", "her": "person", "they": "group", "them": "group", "their": "group",
    "it": "thing", "its": "thing", "who": "relative", "we": "speaker", "i": "speaker",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """One mention before clustering: tokens [first, last), head token, and what its own words tell."""

    first: int
    last: int
    head: int
    kind: MentionKind
    name: str
    entity_kind: str
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    title: str | None = None
    former: bool = False
    organisation: Organisation | None = None
    rule: str = ""
    definite: bool = False
    pronoun: str = ""


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the mentions of one parse; `on` is the publication date where known."""

    parse: Parse
    book: ActorBook
    on: date | None

    def find(self) -> tuple[Found, ...]:
        """All mentions in text order; no two share a head token, longer ones win."""
        found: dict[int, Found] = {}
        taken: set[int] = set()
        for mention in (*self.known_names(), *self.recognised_names(taken)):
            if mention.head not in found and taken.isdisjoint(range(mention.first, mention.last)):
                found[mention.head] = mention
                taken.update(range(mention.first, mention.last))
        for mention in self.other_names(taken):
            if mention.head not in found and taken.isdisjoint(range(mention.first, mention.last)):
                found[mention.head] = mention
                taken.update(range(mention.first, mention.last))
        for mention in self.nominals(found):
            if mention.head not in found:
                found[mention.head] = mention
        for mention in self.pronouns():
            found.setdefault(mention.head, mention)
        return tuple(sorted(found.values(), key=lambda m: (m.first, m.last)))

    # Names ---------------------------------------------------------------------------------------------------------

    def known_names(self) -> Iterator[Found]:
        """Names of organisations, groups, states and seats of government that the actor book lists, longest first."""
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
        if not token.text[:1].isupper() and not token.text[:1].isdigit():
            return None
        for last in range(min(at + _LONGEST, end), at, -1):
            if last - at > 1 and not self._inner(at, last):
                continue
            words = self.text(at, last)
            organisation = self.book.organisation(words)
            if organisation is not None and not self._part_of_longer(at, last):
                return self._organisation(at, last, words, organisation)
            country = self.book.country_of(words)
            if country is not None and country[1] == "capital" and self._placed(at, last):
                return None
            if country is not None and not self._part_of_longer(at, last):
                return self._country(at, last, words, country[0], country[1])
        return None

    def _placed(self, first: int, last: int) -> bool:
        """Whether a capital's name only tells where: "in Algiers", "eastern Beirut", "the streets of Lima"."""
        token = self.parse[self.head(first, last)]
        if any(c.lower in _QUARTERS for c in self.parse.children(token.i)):
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
                if name.label == "ORG" and self.book.country_of(body) is None and self.book.country_of(self.text(first, last)) != self._whole(first):
                    return True
        return False

    def _whole(self, first: int) -> tuple[str, str] | None:
        """What the name that starts at `first` and runs as far as any listed country's name says."""
        for last in range(min(first + _LONGEST, len(self.parse)), first, -1):
            known = self.book.country_of(self.text(first, last))
            if known is not None:
                return known if last - first > 2 else None
        return None

    def _organisation(self, first: int, last: int, words: str, organisation: Organisation) -> Found:
        countries = (organisation.country,) if organisation.country else self._modifier_countries(self.head(first, last))
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
        if how == "demonym" and self.parse[head].tag in ("NNS", "NNPS") and self.parse[head].dep not in ("compound", "amod", "nmod"):
            # "four Iraqis" are people, not the state; "ethnic Albanians" are no citizens of Albania.
            ethnic = self._ethnic(head)
            people = self._clause_country(head) if ethnic else (code,)
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
            if name.label == "PERSON" or (name.label == "ORG" and self.book.office_holders(words, self.on)):
                yield self._person(first, last, head, words)
            elif name.label == "ORG" and self.parse[head].pos in ("PROPN", "NOUN"):
                yield self._unlisted_organisation(first, last, head, words)

    def _place_rather(self, first: int, words: str) -> bool:
        """A single capitalised word behind a preposition of place that the gazetteer knows is no person."""
        p = self.parse
        placed = any(t.text == words and t.i and p[t.i - 1].lower in _PLACING for t in p.tokens)
        modifier = p[first].dep in ("compound", "nmod", "pobj")
        return (placed or modifier) and bool(shared_gazetteer().lookup(words)) and not self.book.office_holders(words, self.on)

    def other_names(self, taken: set[int]) -> Iterator[Found]:
        """Capitalised names that neither the book nor the recogniser knows, as they stand before or at the head of a noun phrase:
        "the Iron Dune movement", "Saltmarsh Union". Their kind follows from their head noun, else it is unknown."""
        p = self.parse
        for token in p.tokens:
            if (
                token.pos not in ("NOUN", "PROPN")
                or token.i in taken
                or token.dep in ("compound", "nmod", "amod")
                or token.ent in ("DATE", "TIME", "MONEY", "GPE", "LOC", "FAC")
            ):
                continue
            first = token.i
            while (
                first
                and p[first - 1].sent == token.sent
                and p[first - 1].text[:1].isupper()
                and p[first - 1].dep in ("compound", "nmod", "amod")
                and p[first - 1].i not in taken
            ):
                first -= 1
            named = token.i - first >= 1 and all(t.pos in ("PROPN", "NOUN", "ADJ") for t in p.tokens[first : token.i])
            if p.sentences[token.sent].part == "title" and not all(t.text in self.names_seen for t in p.tokens[first : token.i]):
                named = False
            alone = (
                token.pos == "PROPN"
                and token.text[:1].isupper()
                and len(token.text) > 2
                and (first < token.i or p.sentences[token.sent].first != token.i)
            )
            if not named and not (alone and not shared_gazetteer().lookup(self.text(first, token.i + 1))):
                continue
            if not p[first].text[:1].isupper() or self.book.country_of(p[first].text) is not None:
                continue
            role = self._role_at(token.i)
            kind = (
                role.kind
                if role is not None and role.kind not in ("person", "office", "population")
                else "organisation"
                if named and role is None
                else "unknown"
            )
            if role is not None and role.kind in ("person", "office", "population"):
                continue
            sectors = role.sectors if role is not None else ()
            yield Found(first, token.i + 1, token.i, "name", self.text(first, token.i + 1), kind, self._modifier_countries(token.i), sectors, rule="name:capitalised")

    @property
    def names_seen(self) -> frozenset[str]:
        return frozenset(t.text for t in self.parse.tokens if t.text[:1].isupper() and self.parse.sentences[t.sent].part == "body")

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        while first < last and (self.parse[first].lower in ("the", "a", "an") or self.parse[first].pos == "PUNCT"):
            first += 1
        while last > first and (self.parse[last - 1].text in ("'s", "’s", "'", "’") or self.parse[last - 1].pos == "PUNCT"):
            last -= 1
        return first, last

    def _person(self, first: int, last: int, head: int, words: str) -> Found:
        """A person, with the title and country that stand before the name ("Mexican President X")."""
        title, start, role = self._title_before(first, words)
        if title is not None and start >= first:
            words = self.text(start, last) if start < last else words
            first = min(first, start)
        countries = self._modifier_countries(head)
        sectors = role.sectors if role else ()
        former = role is not None and self._former(head)
        return Found(first, last, head, "name", words, "person", countries, ("ELI",) if former else sectors, title, former, rule="name:person")

    def _title_before(self, first: int, words: str) -> tuple[str | None, int, Role | None]:
        p = self.parse
        for length in (4, 3, 2, 1):
            start = first - length
            if start < 0 or p[start].sent != p[first].sent:
                continue
            role = self.book.role(" ".join(t.lower for t in p.tokens[start:first]))
            if role is not None:
                return self.text(start, first), first, role
        inner = self.book.role(p[first].lower)
        return (p[first].text, first + 1, inner) if inner is not None and " " in words else (None, first, None)

    def _unlisted_organisation(self, first: int, last: int, head: int, words: str) -> Found:
        role = self._role_at(head)
        kind = role.kind if role is not None and role.kind not in ("person", "office", "population") else "organisation"
        sectors = role.sectors if role is not None else ()
        return Found(
            first,
            last,
            head,
            "name",
            words,
            kind,
            self._inside_countries(first, last) or self._modifier_countries(head),
            sectors,
            rule="name:organisation",
        )

    # Role nouns and pronouns ------------------------------------------------------------------------------------------

    def nominals(self, named: dict[int, Found]) -> Iterator[Found]:
        covered = {t for m in named.values() for t in range(m.first, m.last)}
        for token in self.parse.tokens:
            if (
                token.pos not in ("NOUN", "PROPN", "ADJ")
                or token.i in covered
                or (token.dep in ("compound", "amod") and not self._stands_alone(token))
            ):
                continue
            role = self._role_at(token.i)
            if role is None:
                continue
            yield self._nominal(token, role)

    def _stands_alone(self, token: Token) -> bool:
        """A role noun before another noun is an actor of its own in "police raid", not in "police officer"."""
        head = self.parse.head(token.i)
        return token.dep == "compound" and head is not None and self._role_at(head.i) is None and head.pos == "NOUN"

    def _role_at(self, head: int) -> Role | None:
        p = self.parse
        for length in (4, 3, 2, 1):
            start = head - length + 1
            if start < 0 or p[start].sent != p[head].sent:
                continue
            words = p.tokens[start : head + 1]
            phrase = " ".join(t.lower for t in words[:-1])
            for last in (words[-1].lemma, words[-1].lower):
                role = self.book.role(f"{phrase} {last}".strip())
                if role is not None:
                    return role
        return None

    def _nominal(self, token: Token, role: Role) -> Found:
        p = self.parse
        first, last = syntax.core_phrase(p, token.i)
        countries = self._modifier_countries(token.i)
        if self._ethnic(token.i):
            # "ethnic Albanians" are no citizens of Albania.
            countries = ()
        rule = f"role:{role.name}"
        if not countries and _DOMESTIC.intersection(role.sectors):
            countries, rule = self._clause_country(token.i), f"{rule}+place"
        former = self._former(token.i)
        definite = any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "some", "any", "no") for c in p.children(token.i))
        sectors = ("ELI",) if former and role.kind in ("office", "person") else role.sectors
        return Found(
            first, last, token.i, "nominal", self.text(first, last), role.kind, countries, sectors, None, former, None, rule, definite
        )

    def _ethnic(self, head: int) -> bool:
        return any(c.lower == "ethnic" for c in syntax.dependents_within(self.parse, head, 2))

    def _clause_country(self, head: int) -> tuple[str, ...]:
        """The country where people who act at home do or suffer what the clause tells: "gunmen killed a teacher in Karachi"."""
        p = self.parse
        token = p[syntax.first_conjunct(p, head)]
        verb = p.head(token.i)
        if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or verb is None:
            return ()
        if token.dep == "pobj":
            verb = p.head(verb.i) if p[token.head].lower == "by" else None
        if verb is None or verb.pos not in syntax.VERBAL:
            return ()
        for prep in ("in", "at", "near", "across", "throughout", "outside", "around"):
            for place in syntax.prep_objects(p, verb.i, prep):
                first, last = syntax.core_phrase(p, place)
                known = self._country_ending(place)
                if known is not None:
                    return (known,)
                entries = shared_gazetteer().lookup(self.text(first, last)) if p[place].pos == "PROPN" else ()
                if entries and entries[0].country and (entries[0].kind in ("admin1", "region") or entries[0].population > _LARGE):
                    return (entries[0].country,)
        return ()

    def _former(self, head: int) -> bool:
        return any(
            c.lower in ("former", "ex", "late", "retired", "ousted", "deposed", "then")
            for c in syntax.dependents_within(self.parse, head, 2)
            if c.i < head
        )

    def pronouns(self) -> Iterator[Found]:
        for token in self.parse.tokens:
            kind = _PRONOUNS.get(token.lower)
            if token.pos == "PRON" and kind is not None and kind != "relative":
                yield Found(token.i, token.i + 1, token.i, "pronoun", token.text, "unknown", pronoun=kind, rule="pronoun")

    # Helpers ------------------------------------------------------------------------------------------------------------

    def text(self, first: int, last: int) -> str:
        p = self.parse
        pieces: list[str] = []
        for token in p.tokens[first:last]:
            if pieces and token.start > p[token.i - 1].end:
                pieces.append(" ")
            pieces.append(token.text)
        return "".join(pieces)

    def head(self, first: int, last: int) -> int:
        """The token of the range whose head lies outside it, the last of several."""
        inside = range(first, last)
        outside = [t for t in inside if self.parse[t].head not in inside or self.parse[t].head == t]
        nouns = [t for t in outside if self.parse[t].pos in syntax.NOMINAL]
        return (nouns or outside or [last - 1])[-1]

    def _modifier_countries(self, head: int) -> tuple[str, ...]:
        """Countries that modify a noun: "Mexican officials", "US troops", "the president of Chad", "Chad's army"."""
        p = self.parse
        found: list[str] = []
        near = [c for c in syntax.dependents_within(p, head, 2) if c.i < head and c.dep in ("amod", "compound", "nmod", "poss", "nummod")]
        # "Vietnamese-led forces", "Oslo-based monitors"
        near += [c for c in syntax.dependents_within(p, head, 2) if c.i < head and c.dep == "npadvmod" and self._partisan(c.i, _LED)]
        near = [c for c in near if not self._partisan(c.i)]
        for prep in ("of", "from", "in"):
            near += [p[o] for o in syntax.prep_objects(p, head, prep)][:1]
        for token in near:
            code = self._country_ending(token.i)
            if code and code not in found:
                found.append(code)
        for prep in ("of", "in"):
            # "leaders of the island's new government", "members of the Chadian parliament"
            for o in syntax.prep_objects(p, head, prep) if not found else ():
                found += [c for t in p.children(o) if t.dep in ("amod", "compound", "nmod", "poss") and not self._partisan(t.i) and (c := self._country_ending(t.i))][:1]
        return tuple(found) or self._holder_country([t for t in near if t.text[:1].isupper()])

    def _partisan(self, i: int, after_hyphen: frozenset[str] = _BACKED) -> bool:
        """Whether a country's name tells a leaning, not where somebody belongs: "anti-X", "pro-X", "X-backed", "ethnic X"."""
        p = self.parse
        before = [t.lower for t in p.tokens[max(0, i - 2) : i]]
        after = [t.lower for t in p.tokens[i + 1 : i + 3]]
        if (before[-1:] == ["ethnic"] and after_hyphen is _BACKED) or (after_hyphen is _BACKED and len(before) == 2 and before[1] == "-" and before[0] in _LEANING):
            return True
        return len(after) == 2 and after[0] == "-" and after[1] in after_hyphen

    def _holder_country(self, near: list[Token]) -> tuple[str, ...]:
        """The country of the organisation or place that a role noun belongs to: "Darfur rebels", "bloc foreign ministers"."""
        for token in near:
            first, last = syntax.core_phrase(self.parse, token.i)
            for words in (self.text(first, last), token.text):
                organisation = self.book.organisation(words)
                if organisation is not None and organisation.country:
                    return (organisation.country,)
                entries = shared_gazetteer().lookup(words)
                if entries and entries[0].country and (entries[0].kind in ("admin1", "region") or entries[0].population > _LARGE):
                    return (entries[0].country,)
        return ()

    def _country_ending(self, last: int) -> str | None:
        for first in range(max(0, last - 3), last + 1):
            if self.parse[first].sent == self.parse[last].sent:
                known = self.book.country_of(self.text(first, last + 1))
                if known is not None and self.parse[first].text[:1].isupper():
                    return known[0]
        return None

    def _inside_countries(self, first: int, last: int) -> tuple[str, ...]:
        for start in range(first, last):
            for end in range(min(last, start + 4), start, -1):
                known = self.book.country_of(self.text(start, end))
                if known is not None and self.parse[start].text[:1].isupper():
                    return (known[0],)
        return ()
