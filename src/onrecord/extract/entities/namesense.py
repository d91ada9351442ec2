"""What a name that was found is by the words around it: a place, a leaning, a person. A helper of the mention finder, no stage."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from onrecord import syntax
from onrecord.actorbook import ActorBook
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.phrases.towns import LARGE, fought_near, in_row_of_towns, largest_town
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

# "the municipality of X", "the X neighborhood": what such a word names is a place, whatever the recogniser says.
SETTLEMENTS = word_set("settlement_nouns")
_INSIDE = word_set("placing_before_deeds")
_COMPASS = word_set("compass_words")
# "the mayor of X", "residents of X"
_OF_PLACES = word_set("nouns_of_places")
_SAID_OF = word_set("backing_participles") | word_set("belonging_participles")
_LED_ACTS = word_set("led_acts")
_FOUGHT_FOR = word_set("verbs_of_taking_ground")
_ADVANCING = word_set("advancing_verbs")
_LEANING = frozenset({"anti", "pro"})
_DASHES = frozenset({"-", "--", "–", "—"})
_OF_BODIES = word_set("common_body_words") | word_set("press_name_ends") | word_set("company_ends") | word_set("body_subjects")
_NAME_PARTS = word_set("name_parts")
_NAME_WORDS = 4
# Times from which on a full name alone is no person's.
_REPEATED = 3
_FIRM_ENDS, _FIRM_STARTS, _DIRECTIONS = word_set("ends_of_firms_names"), word_set("foreign_firm_words"), word_set("directions_in_firms_names")
_UNLISTED = ("name:organisation", "name:capitalised", "name:person", "name:apposed", "place")


@dataclass(frozen=True, slots=True)
class NameSense:
    """Reads names again once all of a report are known."""

    parse: Parse
    book: ActorBook
    belonging: Belonging

    def settle(self, found: dict[int, Found]) -> dict[int, Found]:
        """The names without those that name places, datelines and leanings; persons known as such."""
        kept = {h: m for h, m in found.items() if not (m.kind == "name" and not m.listed and (self.placed(m) or self.dateline(m) or self.leaning(m) or self.backing(m) or self.label(m)))}
        return self._persons(kept)

    def placed(self, m: Found) -> bool:
        """ "the town of X", "X province", "in X" of a place with a person's name: nobody acts under it."""
        p = self.parse
        if m.rule not in _UNLISTED:
            return False
        token, above = p[m.head], p.head(m.head)
        if token.lower in SETTLEMENTS:
            return self.located(token)
        if self.province(token):
            return True
        if self.ground(m) or (m.entity_kind == "person" and not m.title and fought_near(p, m.first)) or (m.entity_kind in ("person", "organisation", "unknown") and not m.title and m.organisation is None and in_row_of_towns(p, m.first)):
            return True
        if above is not None and token.dep in ("compound", "nmod") and above.i == m.last and (above.text in SETTLEMENTS or self.province(above)):
            return True
        if token.dep != "pobj" or above is None:
            return False
        if above.lower == "of":
            owner = p.head(above.i)
            return owner is not None and (owner.lower in SETTLEMENTS or owner.lemma.lower() in _OF_PLACES)
        return above.lower == "in" and m.entity_kind == "person" and not m.title and bool(shared_gazetteer().lookup(m.name))

    def ground(self, m: Found) -> bool:
        """ "captured Goma", "advanced on Uvira": a larger town that the recogniser takes for a person or a body, where it is fought for; nobody of that name is known."""
        p = self.parse
        token, above = p[m.head], p.head(m.head)
        if m.entity_kind not in ("person", "organisation", "unknown") or m.title or m.last - m.first != 1 or above is None or m.name.title() in self.book.given or self.book.alone(m.name, None):
            return False
        onto = p.head(above.i) if token.dep == "pobj" and above.lower in ("on", "into", "towards", "toward") else None
        verb = above if token.dep in ("dobj", "nsubjpass") else onto
        fallen = token.dep == "nsubj" and above.lemma == "fall" and any(c.dep == "prep" and c.lower == "to" for c in p.children(above.i))
        return (fallen or (verb is not None and verb.lemma in (_FOUGHT_FOR if onto is None else _ADVANCING))) and largest_town(m.name) >= LARGE

    def province(self, token: Token) -> bool:
        """ "the Oruro department": what elsewhere is a ministry's word, behind the name of a first-level division."""
        p = self.parse
        if token.lemma.lower() != "department":
            return False
        below = list(p.children(token.i))
        if any(c.lower in _COMPASS for c in below) or (token.tag == "NNS" and any(c.dep == "nummod" or c.lower in ("these", "those") for c in below)):
            return True  # "the northern department of Heron", "these two departments"
        if any(e.kind == "admin1" for o in syntax.prep_objects(p, token.i, "of") for e in shared_gazetteer().lookup(self.belonging.text(o, o + 1))):
            return True
        first = token.i
        while first and p[first - 1].sent == token.sent and p[first - 1].pos == "PROPN" and p[first - 1].text[:1].isupper():
            first -= 1
        return any(e.kind == "admin1" for at in range(first, token.i) for e in shared_gazetteer().lookup(self.belonging.text(at, token.i)))

    def located(self, token: Token) -> bool:
        """Whether a word for a settlement only tells where: "in the municipality"."""
        above = self.parse.head(token.i)
        return token.dep == "pobj" and above is not None and above.lower in _INSIDE and above.lower != "by"

    def dateline(self, m: Found) -> bool:
        """ "KHARTOUM - Rebels ...": where a report was written, and by which agency."""
        p = self.parse
        sentence = p.sentences[p[m.first].sent]
        town = m.rule in _UNLISTED and bool(shared_gazetteer().lookup(m.name))
        if sentence.part == "byline" and (town or m.entity_kind != "person"):
            return True
        dashed = m.last < len(p) and p[m.last].text in _DASHES and p[m.last].start > p[m.last - 1].end
        return dashed and m.first == sentence.first and (town or m.rule == "country:capital")

    def leaning(self, m: Found) -> bool:
        """ "the pro-X camp": the name tells whom somebody is for or against."""
        p = self.parse
        own = m.last - m.first > 1 and p[m.first].lower in _LEANING and p[m.first + 1].text == "-"
        return m.rule in _UNLISTED and (own or self.belonging.leaning(m.first) or p[m.first].lower.startswith(tuple(f"{w}-" for w in _LEANING)))

    def backing(self, m: Found) -> bool:
        """ "US-backed rebels", "Kyiv-based monitors": a state that is said of somebody else. "A US-led raid" is the state's own."""
        p = self.parse
        led = p.head(m.last + 1) if m.last + 1 < len(p) and p[m.last + 1].lower == "led" else None
        if led is not None and led.lemma in _LED_ACTS:
            return False
        joined = m.last + 1 < len(p) and p[m.last].text == "-" and p[m.last].start == p[m.last - 1].end
        return m.entity_kind == "state" and joined and p[m.last + 1].lower in _SAID_OF

    def label(self, m: Found) -> bool:
        """ "HOST: ...", "FILE - ...": a word in capitals before a colon or a dash tells what follows."""
        p = self.parse
        behind = p[m.last].text if m.last < len(p) else ""
        titled = m.last - m.first > 1 and behind == ":" and m.first and p[m.first - 1].text in _DASHES
        if m.rule in _UNLISTED and m.entity_kind != "person" and titled:
            # "Special -- Secret Town: ...": a piece's title.
            return True
        return m.rule in _UNLISTED and m.entity_kind != "person" and m.last - m.first == 1 and m.name.isupper() and len(m.name) > 3 and (behind == ":" or behind in _DASHES)

    def _given(self, m: Found) -> bool:
        """ "the newsman, Omar Tern Marsh": two to four words with capitals of which the first is a given name and none says what a body is."""
        p = self.parse
        words = p.tokens[m.first : m.last]
        if not 2 <= len(words) <= _NAME_WORDS or words[0].text.title() not in self.book.given or (m.first and p[m.first - 1].lower == "the"):
            return False
        if m.last < len(p) and p[m.last].sent == p[m.head].sent and (p[m.last].text == "&" or (p[m.last].text.istitle() and p[m.last].pos == "PROPN" and not p[m.last].cased)):
            return False
        plain = (t for t in words[1:] if t.lower not in _NAME_PARTS)
        return all(t.text[:1].isupper() and t.text.isalpha() and t.lower not in _OF_BODIES and self.book.role(t.lower) is None and self.book.country_of(t.text) is None for t in plain)

    def _body_told(self, m: Found) -> str:
        """ "Marisma Clara, a non-governmental organisation, ...": the kind of body that an apposition with an article says a name of no person is; else ""."""
        p = self.parse
        if m.title or self.book.is_person(m.name) or (m.last < len(p) and p[m.last].text != ","):
            return ""
        for c in p.children(m.head):
            if c.dep == "appos" and c.tag == "NN" and c.i > m.last and c.text.islower() and any(d.dep == "det" and d.lower in ("a", "an") for d in p.children(c.i)):
                role = self.book.role(c.lemma.lower())
                return role.kind if role is not None and role.kind in BODIES else ""
        return ""

    def _aged_or_called(self, m: Found) -> bool:
        """ "Somsri Kaewkla, 41, told", "Amelia Nhantumbo, a party official": two or three words with capitals, with an age or a person's calling set behind them."""
        p = self.parse
        words = p.tokens[m.first : m.last]
        if not 2 <= len(words) <= 3 or m.title or m.last + 1 >= len(p) or p[m.last].text != "," or not all(t.text[:1].isupper() and t.text.isalpha() and not t.text.isupper() and t.lower not in _OF_BODIES for t in words) or (m.first and p[m.first - 1].lower == "the"):
            return False
        behind = p[m.last + 1]
        aged = behind.text.isdigit() and 13 < int(behind.text) < 100 and m.last + 2 < len(p) and p[m.last + 2].text in (",", ".")
        called = next((c for c in p.children(m.head) if c.dep == "appos" and c.tag == "NN" and c.text.islower() and c.i > m.last), None)
        article = called is not None and any(d.dep == "det" and d.lower in ("a", "an") and d.i == m.last + 1 for d in p.children(called.i))
        role = self.book.role(called.lemma.lower()) if called is not None and article else None
        return aged or (role is not None and role.kind not in BODIES and "BUS" not in role.sectors)

    def _firm(self, m: Found) -> str:
        """ "Kestrel Imports", "Heron & Dune", "Heron y Dune", "Minera Garza", "Kestrel del Norte": the kind of what a firm's words name, whatever the recogniser says;
        else ""."""
        p = self.parse
        words = [t.lower.rstrip(".") for t in p.tokens[m.first : m.last]]
        if m.title or len(words) < 2 or self.book.is_person(m.name) or p[m.first].text.title() in self.book.given:
            return ""
        if words[-1] in _FIRM_ENDS or "&" in words[1:-1] or words[0] in _FIRM_STARTS:
            return "organisation"
        if len(words) > 2 and words[-2] in ("del", "de", "do") and words[-1] in _DIRECTIONS:
            return "organisation"
        return "unknown" if len(words) == 3 and words[1] == "y" else ""

    def _reports(self, m: Found, alone: set[str], families: set[str]) -> bool:
        """ "Factum reported", "a report by Factum", "according to Factum": one word without a title or a full name of which the report tells only that it reports: hardly a person."""
        p = self.parse
        if m.title or " " in m.name or m.name.casefold() in families or self.book.alone(m.name, None) or p[m.head].text.title() in self.book.given:
            return False
        again = [t for t in p.tokens if t.text == p[m.head].text]
        return all(
            (t.dep == "nsubj" and p[t.head].lemma == "report") or (t.dep == "pobj" and p[t.head].lower == "by" and p[p[t.head].head].lemma in ("report", "story", "article"))
            or (t.dep == "pobj" and p[t.head].lower == "to" and p[t.head - 1 if t.head else 0].lower == "according") for t in again
        )  # fmt: skip

    def _persons(self, found: dict[int, Found]) -> dict[int, Found]:
        """What the recogniser takes for a body here and for a person's full name there, or who is said to be a "who", is a person."""
        p = self.parse
        persons, names = (
            Counter(tuple(m.name.casefold().split()) for m in found.values() if m.kind == "name" and (m.entity_kind == "person" or not person))
            for person in (True, False)
        )
        # Taken for a person as often at least as for anything else.
        full = {words for words, count in persons.items() if len(words) > 1 and 2 * count >= names[words]}
        last = {words[-1] for words in full}
        kept = dict(found)
        alone = {m.name.casefold() for m in found.values() if m.kind == "name" and " " not in m.name}
        for h, m in found.items():
            if m.rule == "name:person" and (kind := self._body_told(m)):
                kept[h] = replace(m, entity_kind=kind, rule="name:apposed")
        found = kept if kept.keys() == found.keys() else found
        for h, m in found.items():
            if m.rule == "name:person" and (firm := self._firm(m)):
                kept[h] = replace(m, entity_kind=firm, rule="name:apposed" if firm == "organisation" else "name:repeated")
        found = kept if kept.keys() == found.keys() else found
        for h, m in found.items():
            if m.rule == "name:person" and self._reports(m, alone, last):
                kept[h] = replace(m, entity_kind="unknown", rule="name:repeated")
        for h, m in found.items():
            words = tuple(m.name.casefold().split())
            if m.rule == "name:person" and not m.title and len(words) == 2 and persons[words] >= _REPEATED and not alone & set(words) and not self.book.is_person(m.name) and not self._given(m) and not any(o.title or o.rule == "name:honoured" for o in found.values() if o.name == m.name) and not any(o.name.endswith(f" {m.name}") for o in found.values()):
                # Whom a report names in full time and again, and never by a family name, is hardly a person: a paper, a gang.
                kept[h] = replace(m, entity_kind="unknown", sectors=(), rule="name:repeated")
        for h, m in found.items():
            if m.kind != "name" or m.same >= 0 or m.rule not in ("name:organisation", "name:capitalised") or m.entity_kind not in ("organisation", "unknown") or (m.sectors and not self._aged_or_called(m)):
                continue
            words = tuple(m.name.casefold().split())
            clause = next((c for c in p.children(h) if c.dep == "relcl"), None)
            who = clause is not None and any(c.lower == "who" for c in p.children(clause.i)) and len(words) > 1
            if self._given(m) or self._aged_or_called(m) or words in full or self.book.is_person(m.name) or (len(words) == 1 and words[0] in last and p[m.first - 1].lower not in ("the", "a")) or who:
                kept[h] = replace(m, entity_kind="person", countries=self.belonging.before(m.first), rule="name:person")
        return kept
