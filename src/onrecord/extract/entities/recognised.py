"""Names that the parser's recogniser finds and the tables do not: persons with their titles, bodies, towns. A helper of the mention finder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord import syntax
from onrecord.actorbook import LAND, Organisation, Role
from onrecord.extract.entities.befallen import one_befallen
from onrecord.extract.entities.belonging import LARGE, SMALL, STUDENTS
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.fullnames import FullNames
from onrecord.extract.entities.rolephrases import GENERALS
from onrecord.gazetteer import is_double_named_town, shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import NameSpan

_SITE_ENDS = word_set("site_nouns") | word_set("site_name_ends")
_BEFORE_NAMES, _FOREIGN_BODIES = word_set("adverbs_before_names"), word_set("foreign_body_words")
_PRESS, _PRESS_FIRST = word_set("press_name_ends"), word_set("press_name_starts")
_CALLED = frozenset({"called", "named", "dubbed", "branded"})
_THINGS = word_set("things_called")
_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_JOINERS = word_set("name_joiners")
# "on Friday": the recogniser may take it for a place.
_CALENDAR = word_set("calendar_names")
# Tokens of a text that is no more than a name and a few words.
_LINE = 8
_LEANING = word_set("leaning_prefixes")
_NAME_PARTS = word_set("name_parts")
_OPENING = word_set("name_opening_articles")
_PLACING = word_set("placing_before_names")
_PREPOSITIONS = word_set("staying_prepositions")
_BODY_NOUNS = word_set("nouns_of_one_body")
_FOUNDERS = word_set("heads_of_bodies_only")
_NO_FAMILIES = word_set("words_no_family_bears")
_OUTLETS = word_set("outlet_nouns")
_POLITE = word_set("polite_words")
_IRREGULAR, _FIGHTING_NAMES = frozenset({"REB", "PRM", "CRM", "UAF"}), frozenset({"armed", "army", "guerrilla", "liberation", "revolutionary"})
_UNIONS = word_set("words_of_unions") - {"police", "civil", "public", "students", "doctors"}
_BODY_ENDS = word_set("ends_of_bodies_names")
_GENERALS = [[rank] for rank in GENERALS | {"chief", "head", "director"}]
_FULL = 4  # words that a full name has at most
_SAYING = word_set("verbs_of_saying")
_MEDICINE = word_set("words_of_medicine")
_LINKS, _SUBJECTS = word_set("body_links"), word_set("body_subjects")


@dataclass(frozen=True)
class RecognisedNames(FullNames):
    """Adds the recogniser's names."""

    def recognised_names(self, taken: set[int]) -> Iterator[Found]:
        """Names from the parser's recogniser that the book does not list; repeated ones are propagated by clustering."""
        for name in self._names():
            first, last = self._trim(name.first, self._alone(name.first, name.last))
            if self._cut_off(name, first, last) or self._given_apart(first, last):
                continue
            if name.label == "PERSON":
                last = self._whole_name(self._nicknamed(first, last))
                first = self._opened(first, last, taken)
            if name.label == "ORG" and first < last:
                first = self.unlisted.whole_start(first, last, taken)
                last = self.unlisted.whole_end(first, last, taken)
            if name.label == "PERSON" and last > first and self._no_person(first, last):
                continue
            if name.label not in _NAME_LABELS or first >= last or not taken.isdisjoint(range(first, last)):
                continue
            if all(t.lower in _CALENDAR for t in self.parse.tokens[first:last]):
                continue
            if (self.parse[first].lower in _LEANING and self.parse[first + 1].text == "-") or (name.label == "PERSON" and self.belonging.leaning(first)):
                # "the pro-Doe band"
                continue
            opening = next((t.i for t in self.parse.tokens[first:last] if t.text == "("), last)
            if opening < last and opening > first and not any(t.text == ")" for t in self.parse.tokens[opening:last]):
                last = opening
            if name.label == "PERSON" and any(t.text.islower() and not (t.cased and t.i >= name.last) and t.lower not in _JOINERS and t.text.isalpha() and t.lower not in _NAME_PARTS and self.parse[t.i - 1].text != "-" for t in self.parse.tokens[first + 1 : last]):
                # "bomber rams truck"
                continue
            first = self._behind_people(first, last) if name.label in ("PERSON", "ORG") else first
            head = self.head(first, last)
            if self.parse[head].pos in syntax.VERBAL and self.parse[head].text.islower():
                # The "do" of a Portuguese name, for the parser a verb.
                head = first
            words = self.text(first, last)
            articled = last - first > 1 or self._telling(first)
            paper = self._without_article(words) if articled and name.label in ("PERSON", "ORG", "WORK_OF_ART") else None
            if paper is not None:
                yield self._organisation(first, last, paper)
                continue
            role = self.roles.role_at(first) if last - first == 1 else None
            opens = role is not None and role.kind in ("person", "office") and self._no_name(first)
            if role is not None and (name.last - name.first > 1 or opens or (name.label == "ORG" and self.parse[first].cased and role.kind == "person")):
                # "AFP | Police": a role noun that a caption's words made a name; "THE CALLER", in capitals, and "Bishop freed", in a headline, are such as well.
                continue
            town = self._town(first, last, head, words) if name.label in ("GPE", "ORG", "LOC") else None
            if town is not None:
                yield town
                continue
            if name.label in ("PERSON", "ORG") and (self._place_rather(first, words) if last - first == 1 else self._double_town(head, words)):
                continue
            if name.label in ("PERSON", "ORG") and (bare := self._behind_post(first, last, name.label)) > first:
                # "the ambassador to the UN | Jane Doe", "the chief of Mission | Jane Doe", as one name
                yield replace(self._person(bare, last, self.head(bare, last), self.text(bare, last)), countries=())
                continue
            if self._states_noun(first, last, head):
                continue
            if name.label == "PERSON" and self._thing_called(words):
                continue
            if name.label == "PERSON" and self._headed(first, head, words):
                yield replace(self._unlisted_organisation(first, last, head, words), entity_kind="organisation")
                continue
            behind_title = name.label == "ORG" and (self._behind_title(first, last) or (one_befallen(self.parse, first, head) and all(map(self._given, range(first, last)))))
            if name.label == "PERSON" and last - first == 1 and words in self.unlisted.defined:
                # The text spells out what the letters stand for.
                yield self._unlisted_organisation(first, last, head, words)
                continue
            if last - first == 1 and self._opens_plain(first):
                continue
            if name.label == "PERSON" or behind_title or (name.label == "ORG" and (self.book.alone(words, self.on) or self._leader(words))):
                yield self._person(first, last, head, words)
            elif name.label == "ORG" and self.parse[head].pos in ("PROPN", "NOUN") and not self._title_case_only(first, last) and not self.unlisted.of_no_actor(first, last):
                yield self._unlisted_organisation(first, last, head, words)

    def _cut_off(self, name: NameSpan, first: int, last: int) -> bool:
        """ "the president | 's Order", "Inside La Bonanza" as one name, "the | Bill"."""
        p = self.parse
        if p[name.first].tag == "POS" and last - first == 1:
            return True
        if last - first == 1 and first and p[first - 1].lower in ("the", "a", "this", ")") and self.unlisted.of_no_actor(first, last):
            return True
        return first < last and p[first].pos in ("ADP", "SCONJ") and p[first].lower in _PREPOSITIONS

    def _names(self) -> Iterator[NameSpan]:
        """The recogniser's names, two in one parted: "Heron and Dune", either of which the report tells of alone as well, are two."""
        p = self.parse
        for name in p.names:
            joint = name.first + 1
            if name.label not in ("ORG", "PERSON") or name.last - name.first != 3 or p[joint].lower != "and" or self.book.organisation(self.text(name.first, name.last)) is not None:
                yield name
                continue
            one, other = p[name.first], p[name.last - 1]
            pairs = {i for n in p.names if n.last - n.first == 3 and p[n.first].text == one.text and p[n.last - 1].text == other.text for i in (n.first, n.last - 1)}
            alone = any(t.text in (one.text, other.text) and t.i not in pairs and t.pos == "PROPN" for t in p.tokens)
            # "two exporters, Heron and Dune"
            alone = alone or any(p[i].dep in ("appos", "conj") and i and p[i - 1].text == "," and p[p[i].head].tag == "NNS" for i in pairs)
            if alone and one.pos == other.pos == "PROPN" and one.text[:1].isupper() and other.text[:1].isupper() and not p[name.first].cased:
                yield from (replace(name, last=joint), replace(name, first=joint + 1))
            else:
                yield name

    def _town(self, first: int, last: int, head: int, words: str) -> Found | None:
        """A town or province that stands where who acts stands: its people, where the text tells no other ("Sydney mourned")."""
        known = self.book.country_of(words)
        if (known is not None and known[1] == "capital") or len(self.parse) > _LINE or not self._acts(head) or self.parse[head].dep == "nsubjpass" or self.book.organisation(words) is not None or self.roles.role_at(head) is not None:
            return None
        country = self.belonging.place_country(words, SMALL if " " in words else LARGE)
        return Found(first, last, head, "name", words, "population", (country,), ("CVL",), rule="place") if country else None

    def given_names(self, taken: set[int]) -> Iterator[Found]:
        """ "Jane Omar Chad": two to four words with capitals that open with a given name and end in a word that is a state's or a town's as well."""
        p = self.parse
        for token in p.tokens:
            last = token.i
            while last < len(p) and last - token.i < _FULL and p[last].sent == token.sent and p[last].text.istitle() and p[last].text.isalpha() and p[last].pos in ("PROPN", "NOUN", "ADJ"):
                last += 1
            if last - token.i < 2 or token.text not in self.book.given or not taken.isdisjoint(range(token.i, last)) or not self.unlisted.plain(token.sent):
                continue
            inner = range(token.i + 1, last)
            before = p[token.i - 1] if token.i and p[token.i - 1].sent == token.sent else None
            if before is not None and before.text.istitle() and self.roles.role_at(before.i) is None and self.book.country_of(before.text) is None:
                continue
            if self.book.country_of(p[last - 1].text) is None or any(not self._given(i) for i in inner[:-1]) or self.book.organisation(self.text(token.i, last)) is not None:
                continue
            if all(p[i].text in self.book.given for i in range(token.i, last - 1)) and (last == len(p) or p[last].pos != "PROPN") and not shared_gazetteer().lookup(self.text(token.i, last)):
                yield self._person(token.i, last, self.head(token.i, last), self.text(token.i, last))

    def _telling(self, at: int) -> bool:
        """ "told the | Herald", "a report by the | Herald": one word with an article where an outlet stands."""
        p = self.parse
        token, above = p[at], p.head(at)
        if not at or p[at - 1].lower != "the" or not token.text.istitle() or token.cased or above is None:
            return False
        if token.dep == "pobj":
            return above.lower in ("by", "to", "with")
        return (token.dep == "nsubj" and above.lemma in _SAYING) or (token.dep in ("dobj", "dative") and above.lemma == "tell")

    def _without_article(self, words: str) -> Organisation | None:
        """The listed outlet whose name stands without its article: "Prensa Marismas" for "La Prensa Marismas"."""
        if self.book.organisation(words) is not None or self.book.is_person(words):
            return None
        listed = (self.book.organisation(f"{article} {words}") for article in ("La", "El", "O", "The", "Le"))
        return next((o for o in listed if o is not None and o.sector == "JRN"), None)

    def opener(self, first: int, mention: Found) -> int:
        """1 where an adverb or preposition opens the sentence and what was taken for a name: "Likewise | Doe", "Besides | Doe"; else 0."""
        p = self.parse
        if first >= mention.last - 1 or mention.kind != "name" or mention.organisation is not None or p[first].lower not in _BEFORE_NAMES or not p[first + 1].text[:1].isupper():
            return 0
        return int(not any(t.text[:1].isalnum() for t in p.tokens[p.sentences[p[first].sent].first : first]))

    def _no_person(self, first: int, last: int) -> bool:
        """Whether what the recogniser takes for a person is none by its words, or by a capital that only a headline gives."""
        if self.unlisted.opens_no_actor(first, last):
            return True
        if last - first > 1:
            # "Brandenburg Gate", "Tahrir Square" are nobody.
            return self.parse[last - 1].lower in _SITE_ENDS or self._no_family(first, last)
        # "Major | Prison Breaks"
        small = last < len(self.parse) and not self.unlisted.plain(self.parse[first].sent) and self.parse[first].lower in self.noactors.small
        return small or self._only_headline(first)

    def _no_family(self, first: int, last: int) -> bool:
        """ "Contingent Worker", in a headline "Juarez Human": words that no family is called, or in title case a pair that the text never names."""
        p = self.parse
        if p[last - 1].lower in _NO_FAMILIES and not self.book.is_person(self.text(first, last)):
            return True
        sent = p[first].sent
        if self.unlisted.plain(sent) or not self.unlisted.names_seen or self.book.is_person(self.text(first, last)) or self.roles.title_before(first, last).role is not None:
            return False
        if any(t.lower in self.noactors.small for t in p.tokens[first:last]):
            # "Betray Top Hitman" above a text that tells of a hitman
            return True
        text = p[last - 1].text
        told = any(n.label == "PERSON" and self.unlisted.plain(p[n.first].sent) and any(t.text == text for t in p.tokens[n.first : n.last]) for n in p.names)
        return not told and any(t.text in self.unlisted.names_seen for t in p.tokens[first:last])

    def _only_headline(self, at: int) -> bool:
        """ "Small | Quantities": a word that only a line in title case has with a capital, behind no title and of nobody who is listed."""
        token = self.parse[at]
        if self.unlisted.plain(token.sent) or not self.unlisted.names_seen or token.text in self.unlisted.names_seen:
            return False
        return token.tag in ("NNS", "NNPS") and not self.book.alone(token.text, self.on) and self.roles.title_before(at, at + 1).role is None

    def _headed(self, first: int, head: int, words: str) -> bool:
        """ "the founder of | Heron Works", "Heron Marine, the company": what somebody founded or is executive of is no person, whatever the recogniser says."""
        p = self.parse
        prep = p.head(head)
        above = p.head(prep.i) if prep is not None and p[head].dep == "pobj" and prep.lower == "of" else None
        if p[first].text not in self.book.given and not self.book.is_person(words) and any(c.dep == "appos" and c.i > head and c.tag == "NN" and c.lemma.lower() in _BODY_NOUNS and p[head + 1].text == "," for c in p.children(head)):
            return True  # "Heron Marine, the company that manages the ship,"
        return above is not None and above.lemma.lower() in _FOUNDERS and p[first - 1].i == prep.i and not self.book.is_person(words)  # type: ignore[union-attr]

    def _title_case_only(self, first: int, last: int) -> bool:
        """Words of a headline that are names nowhere else in the report, and no acronym."""
        if self.unlisted.plain(self.parse[first].sent):
            return False
        return not all(t.text in self.unlisted.names_seen or t.lower in _JOINERS or (t.text.isupper() and last - first == 1) for t in self.parse.tokens[first:last])

    def _opens_plain(self, at: int) -> bool:
        """ "Attendees agreed": a plural whose capital only opens the sentence."""
        p = self.parse
        token = p[at]
        opening = token.tag in ("NNS", "NNPS") and at == p.sentences[token.sent].first and token.text.istitle()
        return opening and not any(t.text == token.text and t.i != p.sentences[t.sent].first for t in p.tokens)

    def _place_rather(self, first: int, words: str) -> bool:
        """A single capitalised word behind a preposition of place that the gazetteer knows is no person."""
        p = self.parse
        own = self.book.country_of(words)
        if own is not None and own[1] == LAND:
            return True
        if own is not None and own[1] == "capital" and p[first].ent == "PERSON" and words not in self.book.given and not self._surname(first) and self.roles.title_before(first, first + 1).role is None:
            return True  # "visited Juba", whose name no person of the report bears
        placed = any(t.text == words and t.i and p[t.i - 1].lower in _PLACING for t in p.tokens)
        modifier = p[first].dep in ("compound", "nmod", "pobj") and p[first].ent == "PERSON"
        lead = p[syntax.first_conjunct(p, first)]
        known = self.book.country_of(lead.text) if lead.i != first else None
        # "Heronland and | Dune are the states most affected"
        modifier = modifier or (known is not None and known[1] in (LAND, "name"))
        return (placed or modifier) and bool(shared_gazetteer().lookup(words)) and not self.book.alone(words, self.on)

    def _double_town(self, head: int, words: str) -> bool:
        """ "Port-Gentil", which does nothing: a town's name of two parts."""
        return self.parse[head].dep not in ("nsubj", "nsubjpass", "agent") and is_double_named_town(words, shared_gazetteer().lookup(words))

    def _thing_called(self, words: str) -> bool:
        """Whether the report says of a thing that it is called so: "an application called Kestrel Pay"."""
        p = self.parse
        for token in p.tokens:
            if token.lower not in _CALLED or token.i + 1 >= len(p) or not words.startswith(p[token.i + 1].text):
                continue
            noun = p[token.head] if token.dep == "acl" else p[max(token.i - 1, 0)]
            if noun.lemma in _THINGS and self.text(token.i + 1, min(len(p), token.i + 1 + len(words.split()))) == words:
                return True
        return False

    def _behind_title(self, first: int, last: int) -> bool:
        """Two capitalised words right behind a person's title name a person, whatever the recogniser took them for: "Police Chief | Marta Piral"."""
        words = self.parse.tokens[first:last]
        titled = self.roles.title_before(first, last)
        inner = words[titled.name - first :]
        if titled.role is not None and titled.name > first and 2 <= len(inner) <= 4 and all(self._given(t.i) for t in inner):
            # "Bishop Jane Doe", a body for the recogniser
            return True
        plain = len(words) == 2 and all(t.text[:1].isupper() and t.text[1:].islower() and self.roles.role_at(t.i) is None for t in words)
        return plain and titled.role is not None and titled.first < first

    def _announced(self, first: int, head: int) -> Role | None:
        """ "the law firm | J.D. Heron said": the body that a noun directly before a name says it is, where the name is no subject of a clause of its own."""
        p = self.parse
        before = p[first - 1] if first and p[first - 1].sent == p[head].sent else None
        if before is None or before.pos != "NOUN" or before.tag != "NN" or not before.text.islower():
            return None
        above = p.head(head)
        role = self.roles.role_at(before.i)
        gapped = above is not None and above.dep == "relcl" and not any(c.dep == "dobj" for c in p.children(above.i))
        if role is None or role.kind not in BODIES or gapped:
            return None
        return role if any(c.dep == "det" and c.lower == "the" for c in (*p.children(before.i), *p.children(head))) else None

    def _person(self, first: int, last: int, head: int, words: str) -> Found:
        """A person, with the title and country that stand before the name ("Mexican President X")."""
        titled = self.roles.title_before(first, last)
        title, role = titled.title, titled.role
        inside = self.parse.tokens[titled.name : last]
        # "[Jane] Doe": a quotation's editor put the given name in.
        words = self.text(titled.name, last).replace("[", "").replace("]", "")
        if any(t.cased and t.text.islower() and t.lower not in _NAME_PARTS for t in inside):
            words = " ".join(w if w in _NAME_PARTS else w[:1].upper() + w[1:] for w in words.split(" "))
        countries = self.belonging.countries(head, range(first, last), located=False) or self.belonging.before(titled.first) if not self._posted(titled.first) else ()
        if title is not None and title.lower().rsplit(" ", 1)[-1] in STUDENTS and titled.first and self.belonging.named(titled.first - 1):
            # "Chad analyst X"
            countries = ()
        first = titled.first
        before = self.parse[titled.name - 1] if titled.name and self.parse[titled.name - 1].sent == self.parse[head].sent else None
        if title is None and last - titled.name == 1 and before is not None and before.text.islower() and before.lower in _OUTLETS and not self.book.is_person(words):
            # "the Chadian daily Heron"
            return Found(titled.name, last, head, "name", words, "organisation", countries, ("JRN",), rule="name:organisation")
        announced = self._announced(titled.name, head) if title is None and not self.book.is_person(words) else None
        if announced is not None:
            return Found(titled.name, last, head, "name", words, announced.kind, countries, announced.sectors, rule="name:organisation")
        body = self.roles.role_at(last - 1) if last - titled.name > 1 and self.parse[last - 1].lower in _BODY_ENDS and title is None and not self.book.is_person(words) else None
        if last - titled.name > 1 and self.parse[last - 1].lower in _BODY_ENDS and title is None and not self.book.is_person(words):
            # "Heron Cartel", "Jane Dune Mobile Columns"
            known = body if body is not None and body.kind in BODIES else None
            return Found(titled.name, last, head, "name", words, known.kind if known else "organisation", countries, self._of_union(titled.name, last, known.sectors if known else ()), rule="name:organisation")
        if self.parse[last - 1].lower in _PRESS and last - titled.name > 1 and title is None and not self.book.is_person(words):
            return Found(titled.name, last, head, "name", words, "organisation", countries, ("JRN",), rule="name:organisation")
        if last - titled.name > 1 and title is None and self.parse[titled.name].lower in _FOREIGN_BODIES and not self.book.is_person(words):
            # "Movimiento Duna"
            return Found(titled.name, last, head, "name", words, "organisation", countries, ("JRN",) if self.parse[titled.name].lower in _PRESS_FIRST else (), rule="name:organisation")
        if last - titled.name == 1 and title is None and titled.name and self.parse[titled.name - 1].lower == "the":
            # "the Saltmarshes": a band or a family, no one person.
            return Found(titled.name, last, head, "name", words, "unknown", countries, rule="name:articled")
        if last - titled.name > 1 and title is None and self.parse[titled.name].lower in _OPENING and self.parse[titled.name + 1].text != "-" and not self.book.is_person(words):
            # "el Faro": a paper, a band, a nickname.
            return Found(titled.name, last, head, "name", words, "unknown", countries, rule="name:articled")
        kind = self._firm_or_person(titled.name, last, title) if not self.book.is_person(words) else "person"
        if kind != "person":
            return Found(titled.name, last, self.head(titled.name, last), "name", words, kind, countries, role.sectors if role else (), rule="name:organisation")
        sectors = self._called_so(title, role.sectors, first) if role and title else role.sectors if role else ()
        former = role is not None and (self.roles.former(head) or (title is not None and titled.name > 0 and self.roles.former(titled.name - 1)))
        head = self.head(first, last)
        return Found(first, last, head, "name", words, "person", countries, self.roles.past(sectors, "office" if (title or "").lower().split()[-1:] in _GENERALS else role.kind if role else "person") if former else sectors, title, former, rule="name:person")

    def _of_union(self, first: int, last: int, sectors: tuple[str, ...]) -> tuple[str, ...]:
        """The sectors of a body's name; "Heron Union" is as often a party or a group as one of workers."""
        inside = self.parse.tokens[first:last]
        if sectors != ("LAB",) or inside[-1].lower != "union" or last - first < 2 or any(t.lower in _UNIONS for t in inside):
            return sectors
        return sectors if any(t.lower in _UNIONS for t in self.parse.tokens) else ()

    def _posted(self, first: int) -> bool:
        """ "the Chadian envoy to the United Heron States | Jane Doe": what stands before a name is where somebody is posted, not whose he is."""
        p = self.parse
        at = first - 1
        while at > p.sentences[p[first].sent].first and p[at].lower != "to" and (p[at].text[:1].isupper() or p[at].lower in ("the", "of", "and")):
            at -= 1
        role = self.roles.role_at(at - 1) if at > 0 and at < first - 1 and p[at].lower == "to" else None
        return role is not None and role.kind in ("person", "office")

    def _called_so(self, title: str, sectors: tuple[str, ...], first: int) -> tuple[str, ...]:
        """What a title before a name tells: "Father X" is a priest where he is nobody's, "Doctor X" heals only where the report tells of medicine."""
        p = self.parse
        if title.lower() == "father" and (p[first].text[:1].isupper() or p[first].cased) and not (first and (p[first - 1].tag in ("POS", "PRP$"))):
            return ("REL",)
        if sectors == ("MED",) and title.lower().rstrip(".") in ("doctor", "dr"):
            return sectors if any(t.lemma.lower() in _MEDICINE for t in p.tokens) else ()
        return sectors

    def _of_department(self, first: int, last: int) -> Found | None:
        """ "Deputy Minister for | Social Affairs Jane Doe": the person behind what her post is for."""
        p = self.parse
        post = self.roles.role_at(first - 2) if first > 1 and p[first - 1].lower in ("for", "of") else None
        start = first
        while start < last and (p[start].lower in _SUBJECTS or p[start].lower in _LINKS or p[start].lower in ("affairs", "relations")):
            start += 1
        if post is None or post.kind != "office" or start == first or not 2 <= last - start <= 3 or not all(self._given(i) for i in range(start, last)):
            return None
        begin = first - 2 - post.name.count(" ")
        countries = self.belonging.before(begin) or self.belonging.countries(first - 2)
        return Found(begin, last, self.head(start, last), "name", self.text(start, last), "person", countries, post.sectors, self.text(begin, start), rule="name:person")

    def _bodily(self, first: int, last: int) -> bool:
        """Whether a name is told to be a body's: by an article, capitals, a small or a common word in it, an acronym behind it; two or three words of a
        person's form tell nothing."""
        p = self.parse
        words = p.tokens[first:last]
        if len(words) == 1 and words[0].text.istitle() and self._given(first) and not (first and p[first - 1].lower == "the"):
            return False
        if not 2 <= len(words) <= 3 or (first and p[first - 1].lower == "the") or (last < len(p) and p[last].text == "("):
            return True
        return not all(self._given(t.i) for t in words) or any(t.lower in _PRESS or t.lower in _PRESS_FIRST or t.lower in _SUBJECTS for t in words)

    def _unlisted_organisation(self, first: int, last: int, head: int, words: str) -> Found:
        above = self.parse.head(head)
        minister = self._of_department(first, last)
        if minister is not None:
            return minister
        if last - first in (2, 3) and first > 1 and above is not None and above.dep == "prep" and self.book.organisation(self.text(first - 2, first)) is not None:
            post = self.roles.role_at(above.head)
            if post is not None and post.kind in ("person", "office"):
                # "the envoy to the United Nations Jane Doe"
                return Found(first, last, head, "name", words, "person", (), post.sectors, rule="name:person")
        spelt = self.unlisted.spelt_out(last)
        if spelt is not None and not self._elsewhere(first, words, spelt):
            return replace(self._organisation(first, last, spelt), rule=f"acronym:{spelt.name}")
        # "Chamber of Commerce"
        role = self.roles.role_at(head) or next((r for end in (head + 3, head + 4) if end <= last and (r := self.book.role(self.text(head, end))) is not None), None)
        kind = role.kind if role is not None and role.kind in BODIES else "organisation" if self._bodily(first, last) else "unknown"
        sectors = role.sectors if role is not None and role.sectors else self._side(head)
        sectors = self._of_union(first, last, sectors)
        if not sectors and any(t.text == "-" for t in self.parse.tokens[first:last]) and any((o := self.book.organisation(t.text)) is not None and o.sector == "JRN" for t in self.parse.tokens[first:last]):
            sectors = ("JRN",)  # "ABCD-EFE"
        if sectors and not _IRREGULAR.intersection(sectors) and sectors != ("MIL",) and last - first > 1 and any(t.lower in _FIGHTING_NAMES for t in self.parse.tokens[first:last]):
            # "the Armed Peasant League" is hardly one of peasants at work.
            sectors = ()
        if sectors == ("MIL",) and last - first > 1 and self.parse[last - 1].lower == "army" and not self.belonging.inside(first, last) and not self.belonging.before(first):
            # "the Saltmarsh Liberation Army" is hardly a state's.
            sectors = ()
        if last - first > 1 and self.parse[last - 1].lower in _PRESS and self.parse[last - 1].text.istitle() and sectors not in ((), ("JRN",)):
            # "the Saltmarsh Union-Tribune"
            sectors, kind = ("JRN",), "organisation"
        if not sectors and last - first > 1 and (self.parse[last - 1].lower in _PRESS or self.parse[first].lower in _PRESS_FIRST):
            sectors = ("JRN",)
        return Found(
            first,
            last,
            head,
            "name",
            words,
            kind,
            () if self.belonging.studied(first, last) else self.belonging.inside(first, last) or self.belonging.countries(head, range(first, last) if role is None else range(0)) or self.belonging.behind(last),
            sectors,
            rule="name:organisation",
        )
