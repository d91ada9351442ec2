"""Names that no table lists: behind the noun that says what they are, or capitalised before a noun. A helper of the mention finder, no stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.actorbook import ActorBook, Organisation
from onrecord.extract.entities.befallen import one_befallen
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.rolenouns import RoleNouns
from onrecord.extract.entities.shortforms import before_letters
from onrecord.extract.entities.stategroups import several_states
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

# What stands behind the verb of a headline ("Eyes New Mission") and hardly inside a name.
_JOINERS = word_set("name_joiners")
_ARTICLE = frozenset({"the"})
_QUOTES = frozenset({'"', "”", "“", "''", "``"})
# Words that a name spelt out before its acronym may have.
_LONGEST = 10
_HALVES = word_set("first_halves_of_adjectives")
_PAPERS = word_set("deeds_and_papers_of_bodies")
_GATHERINGS = word_set("gatherings_that_name_parties")  # "the Rally for Heronland"
_NO_ACTOR = word_set("names_of_no_actor")
_NO_ACTOR_FIRST = word_set("opening_names_of_no_actor")
# "Global Positioning System", "Heron Missile System"
_SYSTEMS = word_set("words_before_systems")
_BEHIND_VERBS = word_set("behind_name_verbs")
_CALENDAR = word_set("calendar_names")
_OPENERS = word_set("sentence_openers")
_LINKS, _SUBJECTS = word_set("body_links"), word_set("body_subjects")


_PARTNERS = frozenset({"partners", "sons", "associates", "brothers", "co", "daughters"})
_POST_ENDS = word_set("ends_of_posts")
_NO_FAMILIES = word_set("words_no_family_bears")
# "Correio do ...", "Diario del ...": Portuguese and Spanish names go on so.
_OF = frozenset({"do", "da", "dos", "das", "del"})


def alike(words: str, listed: Organisation) -> bool:
    """Whether what an acronym is spelt out as may be the listed body of that acronym: more than half of its words agree, or a name of letters is listed only."""
    # By their first letters: "Labor" and "Labour" are one word.
    own = {w[:4] for w in words.casefold().split() if w not in _ARTICLE}
    other = {w[:4] for w in listed.name.casefold().split()}
    return len(other) < 2 or 2 * len(own & other) > len(own)


@dataclass(frozen=True)
class Unlisted:
    """Finds unlisted names; knows which sentences are headlines, where a capital letter tells nothing."""

    parse: Parse
    book: ActorBook
    belonging: Belonging
    roles: RoleNouns

    def other_names(self, taken: set[int]) -> Iterator[Found]:
        """Capitalised names that neither the book nor the recogniser knows, as they stand before or at the head of a noun phrase:
        "the Iron Dune movement", "Saltmarsh Union", "the newspaper El Faro Rojo". Their kind follows from their head noun, else it is unknown."""
        p = self.parse
        for token in p.tokens:
            if (
                token.pos not in ("NOUN", "PROPN")
                or token.i in taken
                or token.dep in ("compound", "nmod", "amod")
                or (token.ent in ("DATE", "TIME", "MONEY", "GPE", "LOC", "FAC") and not (token.i > 1 and self._members(token.i - 2)) and not self._no_town(token))
                or self._members(token.i)
            ):
                continue
            mention = self._capitalised(token.i, taken)
            if mention is not None:
                yield mention

    def apposed_names(self, taken: set[int]) -> Iterator[Found]:
        """A name directly behind the noun that says what it is: "the opposition newspaper El Faro Rojo"."""
        p = self.parse
        for token in p.tokens[:-1]:
            if token.pos != "NOUN" or token.tag != "NN" or token.text[:1].isupper() or token.i + 1 in taken or not self.plain(token.sent):
                continue
            last = token.i + 1
            while last < len(p) and p[last].sent == token.sent and last not in taken and (p[last].text[:1].isupper() or p[last].text == "-") and p[last].ent not in ("DATE", "TIME"):
                if last > token.i + 1 and p[last].ent == "PERSON" and p[last - 1].ent != "PERSON":
                    # "union ABC Jane Doe": the name of a person begins.
                    break
                last += 1
            role = self.roles.role_at(token.i)
            if last == token.i + 1 or role is None or role.kind not in BODIES or p[last - 1].text == "-" or (last == token.i + 2 and any(ch.isdigit() for ch in p[last - 1].text) and p[last - 1].dep == "compound"):
                continue
            if p[token.i + 1].ent == "PERSON" and not self._named(token, last):
                continue
            if all(t.cased and not t.ent for t in p.tokens[token.i + 1 : last]):
                # In capitals any word may look like a name.
                continue
            if not self._title(token.i + 1, last) and p[last - 1].pos in ("PROPN", "NOUN", "ADJ", "X"):
                before = self.belonging.before(token.i - role.name.count(" "))
                countries = self.belonging.countries(token.i) or before or self.belonging.countries(self.belonging.head(token.i + 1, last))
                yield Found(token.i + 1, last, self.belonging.head(token.i + 1, last), "name", self.belonging.text(token.i + 1, last), role.kind, countries, role.sectors, rule="name:apposed")

    def purposed(self, taken: set[int]) -> Iterator[Found]:
        """The name of a body that goes on with what it is for: "the Agency for Heron Development", "the Attorney General's Office for Coastal Protection"."""
        p = self.parse
        for token in p.tokens[1:-1]:
            at, last = token.i - 1, token.i + 1
            named = token.lower == "for" and p[at].text.istitle() and not p[at].cased and p[at].pos in ("PROPN", "NOUN") and self.plain(token.sent)
            role = (self.roles.role_at(at) or (self.book.role("party") if p[at].lower in _GATHERINGS else None)) if named else None
            if role is None or role.kind not in BODIES or p[at].sent != token.sent:
                continue
            while last < len(p) and p[last].sent == token.sent and (
                (p[last].text[:1].isupper() and p[last].pos in ("PROPN", "NOUN", "ADJ") and p[last].lower not in _CALENDAR)
                or (p[last].lower in ("the", "of") and last + 1 < len(p) and p[last + 1].text.istitle() and p[last + 1].pos in ("PROPN", "NOUN", "ADJ"))
                or (p[last].lower == "and" and last + 1 < len(p) and p[last + 1].text.istitle() and p[last + 1].lower in _SUBJECTS and p[last - 1].text.istitle())
            ):
                last += 1
            if last == token.i + 1 or p[last - 1].lower in ("the", "of") or all(t.ent in ("PERSON", "GPE") or self.book.country_of(t.text) is not None for t in p.tokens[token.i + 1 : last]):
                # "the Office for Doe": whom it is for is another.
                continue
            first = at
            while first > p.sentences[token.sent].first and p[first - 1].text.istitle() and p[first - 1].pos in ("PROPN", "ADJ") and p[first - 1].dep in ("compound", "amod", "nmod") and first - 1 not in taken:
                first -= 1
            first = self._possessor(first, at)
            if first and p[first - 1].text == "-":
                # "ABC-Alliance for Change" is another's name.
                continue
            if taken.isdisjoint(range(first, last)):
                countries = () if self.belonging.studied(first, last) else self.belonging.inside(first, last) or self.belonging.countries(at)
                yield Found(first, last, at, "name", self.belonging.text(first, last), role.kind, countries, role.sectors, rule="name:organisation")

    def _named(self, noun: Token, last: int) -> bool:
        """Whether what the recogniser takes for a person is the name that the noun before it announces, not the subject of a clause of its own."""
        name = self.parse[self.belonging.head(noun.i + 1, last)]
        prep = self.parse.head(noun.i) if noun.dep == "pobj" else self.parse.head(name.i) if name.dep == "pobj" else None
        post = self.roles.role_at(prep.head) if prep is not None and prep.lower == "of" else None
        if post is not None and post.kind in ("person", "office"):
            # "the head of the fraud division | Jane Doe"
            return False
        return (name.dep == "appos" and name.head == noun.i) or (noun.dep in ("compound", "nmod") and noun.head == name.i)

    def _title(self, first: int, last: int) -> bool:
        """Whether a title of a person opens the words: "army General X"."""
        openings = [self.belonging.text(first, end) for end in range(first + 1, min(last, first + 4) + 1)]
        return any(self.book.role(words) or self.book.rank(words) for words in openings)

    def of_no_actor(self, first: int, last: int) -> bool:
        """Whether a name is that of a stretch of land, a storm, a law or a day, by its last or first word: nobody acts under it."""
        machine = last - first > 1 and self.parse[last - 1].lower == "system" and self.parse[last - 2].lower in _SYSTEMS
        return machine or self.parse[last - 1].lower in _NO_ACTOR or self.opens_no_actor(first, last)

    def opens_no_actor(self, first: int, last: int) -> bool:
        """ "Storm X", "Tropical Cyclone X", "Operation X" """
        return any(t.lower in _NO_ACTOR_FIRST for t in self.parse.tokens[first : first + min(2, last - first - 1)])

    def _only_opens(self, first: int) -> bool:
        """Whether the capital of a word only opens the sentence: "Congressional group", "Credit agency X", "Police raids"."""
        return self.parse[first].pos == "ADJ" or self.parse[first].tag in ("NN", "NNS") or self.roles.role_at(first) is not None

    def _ends_post(self, first: int, at: int) -> bool:
        """ "Deputy Chief of Mission | Jane Doe": whether a word that ends a post opens three words with capitals."""
        p = self.parse
        if at - first != 2 or p[first].lower not in _POST_ENDS or first < 2 or p[first - 1].lower not in ("of", "for"):
            return False
        post = self.roles.role_at(first - 2)
        return post is not None and post.kind == "office" and all(t.text.istitle() for t in p.tokens[first : at + 1])

    def _capitalised(self, at: int, taken: set[int]) -> Found | None:
        p = self.parse
        token = p[at]
        if at + 2 < len(p) and p[at + 1].text == "-" and token.end == p[at + 1].start and token.text.islower() and self.roles.role_at(at + 2) is not None:
            # "the Heron mega | -gang": the word goes on.
            return None
        if token.text.islower() and several_states(p, self.belonging, token) is not None:
            return None
        first = at - 2 if at > 2 and p[at - 1].text == "-" and p[at - 1].end == token.start and p[at - 2].end == p[at - 1].start and p[at - 2].text.islower() else at
        while (
            first
            and p[first - 1].sent == token.sent
            and p[first - 1].text[:1].isupper()
            and p[first - 1].dep in ("compound", "nmod", "amod")
            and p[first - 1].i not in taken
        ):
            # "the Trans-Coastal Forum"
            first -= 3 if first > 2 and self._two_halves(first - 3) and first - 3 not in taken else 1
        if first < at and first == p.sentences[token.sent].first and p[first].lower in _OPENERS:
            first += 1
        while first < at and p[first].lower in _CALENDAR:
            # "on Friday | police arrested"
            first += 1
        if first < at and self._deed(first):
            first += 1
        first = self._possessor(first, at)
        if self._ends_post(first, at):
            return Found(first + 1, at + 1, at, "name", self.belonging.text(first + 1, at + 1), "person", rule="name:person")
        named = at - first >= 1 and all(t.pos in ("PROPN", "NOUN", "ADJ", "PART") for t in p.tokens[first:at])
        if not self.plain(token.sent) and not all(t.text in self.names_seen for t in p.tokens[first:at]):
            named = False
        alone = (
            token.pos == "PROPN" and token.text[:1].isupper() and len(token.text) > 2 and (first < at or p.sentences[token.sent].first != at)
            and (token.sent not in self.headlines or token.text in self.names_seen)
        )  # fmt: skip
        if not named and not (alone and not shared_gazetteer().lookup(self.belonging.text(first, at + 1))):
            return None
        if first == at and token.lower in _CALENDAR:
            return None
        if token.lemma.lower() in _PAPERS and first < at and (before := self.roles.role_at(at - 1)) is not None and before.kind in BODIES:
            # "High Court Decision"
            return None
        if token.text.islower() and self.roles.role_at(at) is not None and shared_gazetteer().lookup(self.belonging.text(first, at)):
            # "a Saltmarsh bank": a town's, no name of a bank.
            return None
        if not p[first].text[:1].isupper() or self.book.country_of(p[first].text) is not None:
            return None
        if first == p.sentences[token.sent].first and token.text.islower() and self.book.country_of(self.belonging.text(first, at + 1)) is not None:
            # "World powers", "Aid groups": a listed phrase whose capital only opens the sentence.
            return None
        role = self.roles.role_at(at)
        if token.text.islower() and (role is None and not any(t.text in self.names_seen for t in p.tokens[first:at])):
            # "Ebola epidemic", "the Christmas party": a plain noun that no role explains is what the name describes.
            return None
        if token.text.islower() and first == at - 1 == p.sentences[token.sent].first and self._only_opens(first):
            return None
        role = self.roles.role_at(at)
        if (role is not None and role.kind not in BODIES) or (role is None and self.of_no_actor(first, at + 1)):
            return None
        if role is None and named and (person := self._titled(first, at)) is not None:
            return person
        if role is None and named and one_befallen(p, first, at):
            return Found(first, at + 1, at, "name", self.belonging.text(first, at + 1), "person", rule="name:person")
        kind = role.kind if role is not None else "organisation" if named else "unknown"
        own = range(first, at + 1) if role is None else range(0)
        # Of people of one trade: a union, by whatever name.
        sectors = role.sectors if role is not None and role.sectors else ("LAB",) if self._members(first) and self._of_a_trade(first) else ()
        countries = () if self.belonging.studied(first, at + 1) else self.belonging.countries(at, own) or self.belonging.inside(first, at + 1)
        return Found(first, at + 1, at, "name", self.belonging.text(first, at + 1), kind, countries, sectors, rule="name:capitalised")

    def _two_halves(self, at: int) -> bool:
        """Whether a capitalised word of two halves begins at a token: "Trans-Coastal"."""
        p = self.parse
        halves = p[at], p[at + 1], p[at + 2]
        return halves[1].text == "-" and halves[0].lower in _HALVES and halves[0].end == halves[1].start and halves[1].end == halves[2].start and halves[0].text.istitle() and halves[2].text.istitle() and halves[0].sent == halves[2].sent

    def _of_a_trade(self, first: int) -> bool:
        """Whether those who strike go by the word: "dockers", not "lawyers", whose circles and committees are no unions."""
        word = self.parse[first].lower.removesuffix("s")
        known = self.book.role(word)
        return word in event_lexicon().classes["striker"] and (known is None or not known.sectors or "LAB" in known.sectors)

    def _deed(self, first: int) -> bool:
        """ "Deploying | Heron would": an -ing that opens a sentence before a name that stands without it elsewhere."""
        p = self.parse
        start = p.sentences[p[first].sent].first
        if not p[first].text.endswith("ing") or not p[first + 1].text[:1].isupper() or any(t.pos != "PUNCT" for t in p.tokens[start:first]):
            return False
        return any(t.text == p[first + 1].text and t.i != first + 1 and p[t.i - 1].text != p[first].text for t in p.tokens)

    def _no_town(self, token: Token) -> bool:
        """ "Soldiers detained Goran Vasic": what the recogniser takes for a town, and no gazetteer knows."""
        first = token.i
        while first and self.parse[first - 1].dep == "compound" and self.parse[first - 1].head == token.i:
            first -= 1
        return one_befallen(self.parse, first, token.i) and not shared_gazetteer().lookup(self.belonging.text(first, token.i + 1)) and self.book.country_of(self.belonging.text(first, token.i + 1)) is None

    def _titled(self, first: int, at: int) -> Found | None:
        """The person whom a title inside the capitalised words names: "Civil Police Chief | Marica Pita". One to three words behind it are the name."""
        for start in range(max(first + 1, at - 2), at + 1):
            titled = self.roles.title_before(start, at + 1)
            if self.parse[at].text.islower() and not self.parse[at].cased:
                # "Communist message"
                continue
            if titled.role is None or titled.first >= start or titled.name != start or any(self.roles.role_at(i) is not None for i in range(start, at + 1)):
                continue
            words = range(titled.first, at + 1)
            countries = self.belonging.countries(at, words) or self.belonging.before(titled.first)
            return Found(titled.first, at + 1, at, "name", self.belonging.text(start, at + 1), "person", countries, titled.role.sectors, titled.title, rule="name:person")
        return None

    def _possessor(self, first: int, at: int) -> int:
        """ "Attorney General's | Office": whose office a body is, where that is a post."""
        p = self.parse
        if p[at].pos != "PROPN" or not p[at].text[:1].isupper() or first < 2 or p[first - 1].tag != "POS" or p[first - 2].sent != p[at].sent:
            return first
        if self._members(first - 2):
            return first - 2
        role = self.roles.role_at(first - 2) if p[first - 2].text[:1].isupper() else None
        if role is None or role.kind != "office":
            return first
        first -= 2 + role.name.count(" ")
        while first and p[first - 1].sent == p[at].sent and p[first - 1].text.istitle() and p[first - 1].pos == "PROPN" and p[first - 1].dep == "compound" and self.book.country_of(p[first - 1].text) is None:
            # "Information | Commissioner's Office"
            first -= 1
        return first

    def _members(self, i: int) -> bool:
        """ "the Dockers' League", "the Lawyers' Circle": whether the token names those of whom a body is made, and with its owner's mark opens the body's name."""
        p = self.parse
        if i + 2 >= len(p) or p[i].tag not in ("NNS", "NNPS") or not p[i].text.istitle() or p[i + 1].tag != "POS" or p[i + 1].text not in ("'", "’"):
            return False
        body = p[i + 2]
        callings = event_lexicon().classes
        person = p[i].lower.removesuffix("s")
        known = any(person in callings[name] for name in ("human", "striker", "civilian", "voice", "military", "protester", "official"))
        return known and body.pos == "PROPN" and body.text.istitle() and body.sent == p[i].sent and self.plain(p[i].sent)

    def whole_start(self, first: int, last: int, taken: set[int]) -> int:
        """Where a name begins that the recogniser cut at its front: "Attorney | General's Office"."""
        p = self.parse
        post = self.roles.role_at(first) if first + 1 < last and p[first + 1].tag == "POS" else None
        if post is not None and " " in post.name and p[first - post.name.count(" ")].text[:1].isupper():
            return first - post.name.count(" ")
        while (
            first > p.sentences[p[first].sent].first and p[first - 1].pos == "PROPN" and p[first - 1].text[:1].isupper() and p[first - 1].dep in ("compound", "nmod")
            and p[first - 1].text.isalpha() and p[first - 1].text.isupper() == p[first].text.isupper() and first <= p[first - 1].head < last and not p[first - 1].ent and first - 1 not in taken and p[first - 1].end + 1 == p[first].start
            and self.roles.role_at(first - 1) is None and self.book.rank(p[first - 1].text) is None and self.book.country_of(p[first - 1].text) is None
        ):  # fmt: skip
            first -= 1
        return first

    def whole_end(self, first: int, last: int, taken: set[int]) -> int:
        """Where the name of a body ends that the recogniser cut before "against" or "and": "Initiative | against Organised Crime", "Saltmarsh Culture |
        and Politics". Behind "and" only what a body may be for goes on with its name."""
        p = self.parse
        if (bracket := before_letters(p, first, last)) > last and taken.isdisjoint(range(last, bracket)):
            # "Coastal Observatory | on Rural Safety (CORS)"
            return bracket
        while last + 1 < len(p) and p[last + 1].sent == p[first].sent and p[last].text in _OF and p[last + 1].text[:1].isupper() and p[last + 1].lower not in _CALENDAR and last + 1 not in taken:
            # "Correio | do Chade"
            last += 2
        if last + 1 >= len(p) or (last - first < 2 and p[last + 1].lower not in _PARTNERS) or p[last].sent != p[first].sent or p[last].lower not in _LINKS or not p[last + 1].text[:1].isupper():
            return last
        # "Union of Lost | and Stolen Children"
        further = p[last].lower == "and" and p[last - 2].lower in ("of", "for") and p[last - 1].text[:1].isupper() and last + 2 < len(p) and p[last + 2].lower in _NO_FAMILIES and p[last + 2].text.istitle()
        further = further or (p[last].lower == "and" and p[last + 1].lower in _PARTNERS)
        if not self.plain(p[first].sent) or (p[last].lower != "against" and p[last + 1].lower not in _SUBJECTS and not further):
            return last
        end = last + 1
        while end < len(p) and p[end].sent == p[first].sent and p[end].text[:1].isupper() and end not in taken and (p[end].ent not in ("PERSON", "GPE", "DATE") or (further and p[end].ent == "PERSON")):
            end += 1
        return end if end > last + 1 else last

    def otherwise_defined(self, acronym: str, listed: Organisation) -> bool:
        """Whether the text itself says that the letters of a listed body stand for another."""
        return acronym in self.defined and not alike(self.defined[acronym], listed)

    def spelt_out(self, last: int) -> Organisation | None:
        """The listed body whose acronym stands in brackets behind a name: "the World Fisheries Office (WFO)"."""
        p = self.parse
        if last + 2 >= len(p) or p[last].text != "(" or p[last + 2].text != ")" or not p[last + 1].text.isupper():
            return None
        listed = self.book.organisation(p[last + 1].text)
        return listed if listed is not None and alike(self.defined.get(p[last + 1].text, ""), listed) else None

    @cached_property
    def defined(self) -> dict[str, str]:
        """Acronyms in brackets that the words before them spell out, and those words."""
        p = self.parse
        found: dict[str, str] = {}
        for token in p.tokens[1:-1]:
            if token.text.isupper() and len(token.text) > 1 and p[token.i - 1].text == "(" and p[token.i + 1].text == ")":
                end = token.i - 1
                while end and p[end - 1].text in _QUOTES:
                    # the "Sahel Rescue Front" (SRF)
                    end -= 1
                first = end
                while first > p.sentences[token.sent].first and token.i - first < _LONGEST and (p[first - 1].text[:1].isupper() or p[first - 1].lower in _JOINERS):
                    first -= 1
                words = [t.text for t in p.tokens[first:end] if t.text[:1].isupper()]
                if words and set(token.text) <= {w[:1] for w in words}:
                    found.setdefault(token.text, " ".join(words))
        return found

    def listed(self, words: str) -> Organisation | None:
        """The listed body of that name, or of those letters in this report."""
        found = self.book.organisation(words)
        return self.introduced.get(words, found) if found is not None else None

    @cached_property
    def introduced(self) -> dict[str, Organisation]:
        """The listed bodies behind whose names letters stand in brackets, by the letters: "Reporters Without Borders (RSF)" are not the Rapid Support Forces."""
        p = self.parse
        found: dict[str, Organisation] = {}
        caps = any(t.cased for t in p.tokens)
        for token in p.tokens[2:-1]:
            if token.text.isupper() and p[token.i - 1].text == "(" and p[token.i + 1].text == ")":
                # "the Marsh | National Front (MNF)": the end of a longer name is not the name, unless its initials are the letters. In a text in capitals, where a
                # name begins is not told.
                opens = (i for i in range(max(0, token.i - _LONGEST), token.i - 2) if i == 0 or not p[i - 1].text[:1].isupper())
                spelt = {i for i in range(max(0, token.i - _LONGEST), token.i - 2) if set(token.text) <= {t.text[:1].upper() for t in p.tokens[i : token.i - 1]}}
                whole = sorted(spelt if caps else spelt.union(opens))
                names = (self.book.organisation(self.belonging.text(first, token.i - 1)) for first in whole)
                if (named := next((o for o in names if o is not None), None)) is not None:
                    found.setdefault(token.text, named)
        return found

    def lettered(self, letters: str, listed: Organisation) -> bool:
        """Whether the letters of a listed body stand in brackets behind another's name, whose initials they need not be: "the Joint Heron Force (FTC)"."""
        p = self.parse
        for token in p.tokens[3:-1]:
            if token.text != letters or p[token.i - 1].text != "(" or p[token.i + 1].text != ")" or not all(t.text.istitle() for t in p.tokens[token.i - 3 : token.i - 1]):
                continue
            role = self.roles.role_at(token.i - 2)
            first = token.i - 3
            while first > p.sentences[token.sent].first and p[first - 1].text.istitle():
                first -= 1
            if (p[token.i - 2].ent == "ORG" or (role is not None and role.kind in BODIES)) and not alike(self.belonging.text(first, token.i - 1), listed):
                return True
        return False

    @cached_property
    def headlines(self) -> frozenset[int]:
        """Sentences in title case, in which a capital letter tells nothing about names: "Minister Eyes New Mission"."""
        found = []
        for sentence in self.parse.sentences:
            words = [t for t in self.parse.tokens[sentence.first : sentence.last] if t.text.isalpha() and len(t.text) > 3]
            capital = [t for t in words if t.text[:1].isupper()]
            plain = [t for t in capital[1:] if t.pos in ("VERB", "ADJ", "ADV", "AUX") or t.tag in ("NN", "NNS")]
            told = plain or sentence.part == "title"
            if sentence.first in self.state_headlines or (len(words) >= 3 and len(capital) >= 0.8 * len(words) and told):
                found.append(sentence.i)
        return frozenset(found)

    @cached_property
    def state_headlines(self) -> frozenset[int]:
        """First tokens of headlines that open with a state."""
        return frozenset(s.first for s in self.parse.sentences if self._state_first(s.first, s.last))

    def _state_first(self, first: int, last: int) -> bool:
        """ "US Eyes New Mission": a state and nothing that says what kind of body the rest might be, without a full stop."""
        p = self.parse
        known = self.book.country_of(p[first].text) if first < last else None
        if known is None or known[1] != "name" or last - first < 4 or not all(t.text[:1].isupper() for t in p.tokens[first:last]):
            return False
        verbs = any(a.lower.endswith("s") and b.lower in _BEHIND_VERBS for a, b in zip(p.tokens[first + 1 : last], p.tokens[first + 2 : last], strict=False))
        return verbs or not any(self.roles.role_at(i) is not None for i in range(first + 1, last))

    @cached_property
    def names_seen(self) -> frozenset[str]:
        """Capitalised words of sentences in ordinary case."""
        return frozenset(t.text for t in self.parse.tokens if t.text[:1].isupper() and self.plain(t.sent))

    def plain(self, sent: int) -> bool:
        return self.parse.sentences[sent].part == "body" and sent not in self.headlines
