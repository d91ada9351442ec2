"""Finds that look like an actor's and are nobody: places, houses, happenings, single capitals that do nothing. A helper of the mention finder, no stage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from onrecord import syntax
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.masks import Masks
from onrecord.extract.entities.nonames import no_name
from onrecord.extract.entities.things import Things
from onrecord.extract.phrases.placing import settlement
from onrecord.extract.phrases.towns import fought_over
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_FEASTS = word_set("feasts")
_PLACE_NOUNS = word_set("settlement_nouns") | word_set("place_nouns")
_AREAS = word_set("area_nouns")
_EVENTS = word_set("heads_of_no_actor")
_STREETS = word_set("street_endings")
_SITES = word_set("site_nouns") | word_set("unspeaking_sites")
_SITE_NAMES, _ROADS = word_set("site_nouns") | word_set("site_names_of_no_actor"), word_set("roads_and_bridges")
_PLACING = word_set("placing_before_deeds")
_INSIDE = word_set("where_prepositions")
_PLATFORMS, _PLATFORM_PREPS = word_set("platforms"), word_set("platform_prepositions")
_MARKS = frozenset("\"'“”‘’")
_ANYBODY = word_set("indefinite_persons")
_BARE = word_set("bare_bodies")
_BUILDINGS, _STAYING = word_set("building_roles"), word_set("staying_prepositions")
_ABSTRACT = word_set("bare_abstracts")
_PRESIDENCIES = word_set("presidencies")
_SETTLED = word_set("settlement_nouns") | word_set("settlements")
_LINE = 8
_STATES, _TOLD, _COMPASS = word_set("stative_verbs"), word_set("verbs_of_telling"), word_set("compass_words")
_ADMITTING = word_set("admitting_houses")
_CENTRES = word_set("kinds_of_centres")
_POLITICAL = word_set("political_modifiers")
_WITHIN = frozenset({"in", "within", "across", "throughout", "outside", "inside"})
_COMPASS_ADJECTIVES = frozenset({"southern", "northern", "eastern", "western"})
_GIVING_PARTIES = word_set("verbs_of_giving_parties")
_FORMS = frozenset({"ltd", "inc", "corp", "llc", "plc", "llp", "gmbh"})
_CHARGES = frozenset({"operations", "affairs", "relations", "services", "programs", "programmes"})
_WRECKING = frozenset({"damage", "destroy", "demolish", "ransack", "wreck", "gut", "raid", "loot", "burn", "torch", "search"})
_POSTS = word_set("posts_on_platforms")
# "the mayor of X", "residents of X": what only a place has
_TOWN_POSTS = frozenset({"mayor", "governor", "resident", "inhabitant", "archbishop", "bishop", "prefect", "street", "outskirt"})
_PLACE_OPENERS = word_set("place_name_openers")


@dataclass(frozen=True)
class NoActors(Things):
    """Which finds of a report are nobody."""

    @cached_property
    def _masks(self) -> Masks:
        return Masks(self.parse, self.book, self.belonging)

    @property
    def masked(self) -> frozenset[int]:
        """Tokens that no mention may hold."""
        return self._masks.masked

    def nobody(self, mention: Found) -> bool:
        """Whether a find is no actor where it stands."""
        p = self.parse
        if mention.head in self._masks.disguises:
            return True
        if mention.kind == "nominal":
            return self._figure(mention) or self._aircraft(mention) or self._site(mention) or self._platform(mention) or self._term(mention) or self._festive(mention) or self._bare(mention) or self._stayed_in(mention)
        seat = mention.rule.startswith("country:seat") or (mention.organisation is not None and p[mention.last - 1].lower in _SITES)
        staying = (p[mention.head].dep == "pobj" and p[p[mention.head].head].lower in _STAYING - {"between"}) or (p[mention.head].dep == "dobj" and p[mention.last - 1].lower in _ROADS)
        if mention.kind == "name" and seat and (staying or settlement(p, mention.head) != mention.head):
            # "spoke at the Chadian Palace", "in the port city of Aden": where it was.
            return True
        if mention.kind == "name" and (self._measure(mention) or self._product(mention)):
            return True
        if mention.kind == "name" and mention.last - mention.first == 1 and p[mention.head].lower.rstrip(".") in _FORMS:
            return True  # "Heron Ltd", cut before its form
        if mention.kind == "name" and mention.last - mention.first == 1 and mention.organisation is None and p[mention.head].lower.endswith(("ism", "isms")) and mention.entity_kind not in ("state", "person"):
            # "Heronism" is a teaching.
            return True
        if mention.kind == "name" and mention.rule == "name:capitalised" and mention.sectors[:1] == ("PTY",) and not self.plain_case(mention) and self._festive(mention):
            # "Prison Party" above a text of a party that is thrown
            return True
        above = p.head(mention.head)
        charge = above is not None and p[mention.head].dep == "pobj" and above.lower == "of" and (role := self.roles.role_at(above.head)) is not None and role.kind == "office"
        if mention.kind == "name" and mention.organisation is None and charge and p[mention.last - 1].lower in _CHARGES:
            # "chief of International Operations at": what a post is for
            return True
        if mention.kind == "name" and mention.rule.startswith("name:") and any("?" in t.text or "!" in t.text for t in p.tokens[mention.first : mention.last - 1]):
            # "Cartels?Mexico": two sentences run together
            return True
        if mention.kind == "name" and (no_name(p, mention) or self._spoken(mention) or self._plural_letters(mention) or self._of_a_house(mention) or p[mention.head].lower in _ANYBODY):
            return True
        if mention.kind != "name" or mention.entity_kind == "state":
            return False
        if mention.first and mention.last < len(p) and p[mention.first - 1].text == "(" and p[mention.last].text == ")" and mention.organisation is None and p[mention.first - 2].lower in _SITE_NAMES | _AREAS:
            # "the Oldwell Valley (OWV)"
            return True
        if mention.last - mention.first == 1 and mention.organisation is None and self.parse[mention.head].lower in _ABSTRACT and self._opens(mention):
            return True
        if mention.organisation is None and self.parse[mention.head].dep in ("attr", "oprd") and any(c.dep == "det" and c.lower in ("a", "an") for c in self.parse.children(mention.head)):
            # "was labelled a Specially Watched Trader"
            return True
        if mention.organisation is None and (self._thing(mention) or self._coded(mention) or self._half(mention) or self._lettered(mention)):
            return True
        if self._footage(mention) or self._attached(mention) or self._platform(mention) or self._said_to_be(mention):
            return True
        if mention.organisation is not None and mention.organisation.country == "EUR" and p[mention.head].dep == "pobj" and p[p[mention.head].head].lower in _WITHIN:
            # "used in the European Union"
            return True
        if mention.organisation is not None:
            return self._site(mention) and mention.head != mention.last - 1
        if mention.entity_kind == "person":
            if mention.title or mention.rule != "name:person":
                return False
            return self._place(mention) or self._plain_words(mention) or self._lone(mention) or self._vessel(mention) or self.parse[mention.last - 1].lemma.lower() in _EVENTS
        # "La Prensa", as papers alone are called, whatever town bears the name
        paper = mention.sectors == ("JRN",) and mention.rule == "name:apposed"
        return self._happening(mention) or (not paper and (self._place(mention) or self._idle(mention))) or self._plain_words(mention)

    @cached_property
    def placed(self) -> frozenset[str]:
        """Names that the report itself says are places': "the city of X", "the X neighbourhood", "X, Chad", "near X" of a place that is known."""
        p = self.parse
        found: set[str] = set()
        for token in p.tokens:
            if not token.text[:1].isupper() or token.pos not in ("PROPN", "NOUN", "ADJ", "X"):
                continue
            above = p.head(token.i)
            if above is None:
                continue
            words = self._name(token)
            lead = p[syntax.first_conjunct(p, token.i)]
            area = p.head(lead.i)
            if lead.dep in ("compound", "amod", "nmod") and area is not None and (area.lower in _AREAS or area.lemma.lower() in _AREAS) and area.i > token.i:
                found.add(self._run(token))
                continue
            if (token.dep == "appos" and above.lemma.lower() in _SETTLED) or any(c.dep == "appos" and c.lemma.lower() in _SETTLED for c in p.children(token.i)):
                # "Exampleville, a municipality", "a municipality, Exampleville"
                found.add(words)
                continue
            row = [p[j] for j in syntax.conjuncts(p, token.i)]
            whole = [w for n in p.names if any(n.first <= t.i < n.last for t in row) and self._listed(w := self.belonging.text(n.first, n.last))] if len(row) > 2 else []
            if len(row) > 2 and (self._listed(words) or whole) and sum(self._listed(t.text) or t.ent in ("GPE", "LOC") for t in row) >= len(row) - 1:
                # "X, Y and Valle del Z"
                found |= {words, *whole}
                continue
            if token.dep != "pobj":
                continue
            owner = p.head(above.i)
            if above.lower == "of" and owner is not None and (owner.lemma.lower() in _PLACE_NOUNS or (owner.lemma.lower() in _TOWN_POSTS and self._listed(words))):
                found |= {words, *(self._name(p[j]) for j in syntax.conjuncts(p, token.i))}
            elif above.lower in _PLACING and above.lower != "by" and (token.ent in ("GPE", "LOC", "FAC") or self._listed(words)):
                found.add(words)
        return frozenset((found | {t.text for t in p.tokens if fought_over(p, t.i)}) - {""})

    def _listed(self, words: str) -> bool:
        return bool(shared_gazetteer().lookup(words)) and self.book.organisation(words) is None

    def _name(self, token: Token) -> str:
        first, last = syntax.core_phrase(self.parse, token.i)
        while first < token.i and not self.parse[first].text[:1].isupper():
            first += 1
        return self.belonging.text(first, token.i + 1) if last > token.i else token.text

    def _run(self, token: Token) -> str:
        first = token.i
        while first and self.parse[first - 1].sent == token.sent and self.parse[first - 1].text[:1].isupper() and self.parse[first - 1].pos == "PROPN":
            first -= 1
        return self.belonging.text(first, token.i + 1)

    def _place(self, mention: Found) -> bool:
        """A name that is a place's, or that a street, a building or a stretch of land bears."""
        p = self.parse
        last = p[mention.last - 1].lower
        words = self.belonging.text(mention.first, mention.last)
        role = self.roles.role_at(mention.last - 1)
        if (words in self.placed or mention.name in self.placed) and mention.rule != "place":
            return True
        if mention.entity_kind == "person" and " " not in words and words not in self.personal and any(name.endswith(f" {words}") for name in self.placed):
            # "Heron's streets" in a report of Ciudad Heron
            return True
        before = p[mention.first - 1].lower if mention.first else ""
        if mention.last - mention.first > 1 and p[mention.first].lower in _PLACE_OPENERS and not self.book.is_person(words):
            # "Ciudad Heron"
            return True
        if before in _INSIDE and (self._listed(words) or self._listed(p[mention.first].text)) and not self.book.is_person(words):
            return True
        if p[mention.first].lower in _COMPASS_ADJECTIVES and mention.last - mention.first > 1 and role is None and p[mention.head].dep in ("pobj", "conj") and mention.organisation is None:
            # "from the Southern Marsh to Chad"
            return True
        if last in _COMPASS or (last.endswith("west") and last[:-4] in _COMPASS):
            return True
        if last.endswith(tuple(_STREETS)) and len(last) > 7:
            return True
        return (last in _SITE_NAMES or last in _AREAS) and (mention.entity_kind != "person" or mention.last - mention.first > 1) and (role is None or role.kind not in BODIES)

    def _happening(self, mention: Found) -> bool:
        """ "the Saltmarsh festival": what happens, a plea, a piece; and a plain noun that is no body's: "Ebola epidemic"."""
        p = self.parse
        last = p[mention.last - 1]
        # "Launch Vehicle-1", "Saltmarsh Space Center"
        if last.lower.rstrip("0123456789-") in _EVENTS or (last.lower in ("center", "centre") and mention.last - mention.first > 1 and p[mention.last - 2].lower in _CENTRES):
            return True
        if last.lower in _EVENTS or last.lemma.lower() in _EVENTS or p[mention.head].lemma.lower() in _EVENTS:
            return True
        role = self.roles.role_at(mention.head)
        return p[mention.head].text.islower() and (role is None or role.kind not in BODIES)

    def _idle(self, mention: Found) -> bool:
        """An unexplained name that stands nowhere in the report where somebody acts, owns or is told something."""
        p = self.parse
        if self._part_of_thing(mention):
            return True
        if mention.rule not in ("name:capitalised", "name:organisation", "name:apposed") or mention.entity_kind not in ("unknown", "organisation") or mention.sectors:
            return False
        if mention.same >= 0 or p[mention.head].text in self.personal:
            return False
        if len(mention.name) < 2:
            return True
        at = mention.last + (mention.last < len(p) and p[mention.last].text in _MARKS)
        if at + 2 < len(p) and p[at].text == "(" and p[at + 2].text == ")" and p[at + 1].text in self.personal:
            # the "Saltmarsh Army" (SSA), told of by its letters
            return False
        if mention.last - mention.first == 1 and not self.roles_plain(mention) and mention.entity_kind == "unknown":
            return True
        if mention.last - mention.first == 1 and mention.entity_kind in ("unknown", "organisation"):
            # One capitalised word may be a disease, a gene, a product: it must do something, or be told something.
            return mention.name not in self._doing and len(p) != 1
        return mention.name not in self._acting and not self.acts(mention.head)

    @cached_property
    def _doing(self) -> frozenset[str]:
        """Single capitalised words that are the subject or the agent of a verb of their own, are told something, or own somebody."""
        p = self.parse
        found: set[str] = set()
        for token in p.tokens:
            lead = p[syntax.first_conjunct(p, token.i)]
            above = p.head(lead.i)
            if not token.text[:1].isupper() or above is None:
                continue
            subject = lead.dep == "nsubj" and above.pos == "VERB" and above.lemma not in _STATES
            agent = lead.dep == "pobj" and above.lower in ("by", "with", "against", "between", "to") and above.dep in ("agent", "prep", "dative")
            owner = lead.dep in ("poss", "compound", "nmod") and self.roles.role_at(above.i) is not None
            told = lead.dep in ("dative", "dobj") and above.lemma in _TOLD
            if subject or agent or owner or told:
                found.add(token.text)
        return frozenset(found)

    @cached_property
    def _acting(self) -> frozenset[str]:
        """Capitalised words, alone and as whole names, whose phrase is a subject, an agent, an owner, a member's body or somebody spoken to."""
        p = self.parse
        found: set[str] = set()
        for token in p.tokens:
            if token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ", "X") and self.acts(token.i):
                first, _last = syntax.core_phrase(p, token.i)
                for start in range(first, token.i + 1):
                    found.add(self.belonging.text(start, token.i + 1))
        for name in p.names:
            if any(self.acts(i) for i in range(name.first, name.last)):
                first = name.first + (p[name.first].lower in ("the", "a", "an"))
                found.add(self.belonging.text(first, name.last))
        return frozenset(found)

    def acts(self, head: int) -> bool:
        """Whether a noun stands where somebody who acts stands."""
        p = self.parse
        token = p[syntax.first_conjunct(p, head)]
        above = p.head(token.i)
        if above is None:
            # The whole of a text or of a line.
            return len(p) <= _LINE
        if token.dep in ("nsubj", "nsubjpass", "poss", "dative"):
            return True
        if token.dep == "appos":
            return self.roles.role_at(above.i) is not None or above.text[:1].isupper()
        if token.dep == "dobj":
            return above.lemma in _TOLD
        if token.dep == "pobj":
            served = above.lower in ("of", "for", "at", "in") and self.roles.role_at(above.head) is not None
            return served or (above.lower in ("by", "with", "against", "from", "to", "between", "among", "like", "including") and above.dep in ("agent", "prep", "dative", "pcomp"))
        return token.dep in ("compound", "nmod") and self.roles.role_at(above.i) is not None

    def _said_to_be(self, mention: Found) -> bool:
        """ "who is Tigrayan": a people's adjective that is said of somebody."""
        token = self.parse[mention.head]
        return mention.rule == "people:listed" and token.dep in ("acomp", "attr") and not token.lower.endswith("s") and not any(c.dep == "det" for c in self.parse.children(token.i))

    def _attached(self, mention: Found) -> bool:
        """ "Mazar-i- | Sharif", "BBC | News": a piece of a longer name before it."""
        p = self.parse
        if mention.organisation is not None or mention.first == 0 or (mention.entity_kind == "person" and mention.title):
            # "warlord-turned- | politician X": the piece is his title's.
            return False
        before = p[mention.first - 1]
        return before.text == "-" and before.end == p[mention.first].start and mention.first > 1 and p[mention.first - 2].end == before.start and p[mention.first - 2].pos != "ADP"

    def _platform(self, mention: Found) -> bool:
        """ "on Twitter": where something is said, not who says it."""
        p = self.parse
        token = p[mention.head]
        if mention.kind == "nominal":
            return token.lower == "media" and any(c.lower == "social" for c in p.children(token.i))
        posted = token.dep in ("compound", "nmod") and p[token.head].lemma.lower() in _POSTS
        used = token.dep == "dobj" and p[token.head].lemma == "use"
        return token.text in _PLATFORMS and (posted or used or (token.dep == "pobj" and p[token.head].lower in _PLATFORM_PREPS))

    def _term(self, mention: Found) -> bool:
        """ "during the presidency of X", "no organisation": a time, or nobody at all; "(NGO)" repeats the noun before it."""
        p = self.parse
        token = p[mention.head]
        if token.lemma.lower() in _PRESIDENCIES and token.dep == "pobj" and p[token.head].lower in ("during", "under", "since", "throughout", "before", "after", "in"):
            return any(c.dep in ("prep", "poss", "amod") for c in p.children(token.i))
        repeated = mention.first and p[mention.first - 1].text == "(" and mention.last < len(p) and p[mention.last].text == ")" and token.text.isupper() and not token.cased
        return bool(repeated) or any(c.dep == "det" and c.lower in ("no", "neither", "any") for c in p.children(token.i))

    def _plain_words(self, mention: Found) -> bool:
        """Whether all words of an unlisted name stand in the report in small letters too: "the Red Button" of "a red button"."""
        p = self.parse
        if mention.organisation is not None or mention.rule == "name:apposed" or any(t.text[:1].isdigit() for t in p.tokens[mention.first : mention.last]):
            return False  # "the 33rd Front" is no front
        words = [t for t in p.tokens[mention.first : mention.last] if t.text.isalpha()]
        return bool(words) and all(t.lower in self.small for t in words) and self.roles.role_at(mention.head) is None

    @cached_property
    def small(self) -> frozenset[str]:
        """Nouns, verbs and adjectives that the report writes in small letters."""
        return frozenset(t.text for t in self.parse.tokens if t.text.islower() and t.pos in ("NOUN", "VERB", "ADJ") and len(t.text) > 2 and not t.cased)

    def _lone(self, mention: Found) -> bool:
        """A single word that the recogniser takes for a person, once in the report and nowhere in a person's position."""
        p = self.parse
        if mention.last - mention.first > 1 or self.book.alone(mention.name, None):
            return False
        name = p[mention.head].text
        again = [t for t in p.tokens if t.text == name]
        full = any(n.label == "PERSON" and n.last - n.first > 1 and name in {t.text for t in p.tokens[n.first : n.last]} for n in p.names)
        if full or name in self.personal:
            return False
        return not any(self._human(t) for t in again)

    def _human(self, token: Token) -> bool:
        """Whether a word stands as a person's name does: it acts, somebody deals with it, a title or a relative stands beside it."""
        p = self.parse
        lead = p[syntax.first_conjunct(p, token.i)]
        above = p.head(lead.i)
        if above is None:
            return len(p) <= _LINE
        if lead.i != token.i and lead.ent != "PERSON":
            return False
        if lead.dep in ("nsubj", "nsubjpass", "poss", "dative"):
            return True
        if lead.dep == "compound" and above.tag == "NNS" and above.text.islower():
            # "Heronan business owners": an adjective in disguise
            return False
        if lead.dep in ("appos", "compound"):
            return self.roles.role_at(above.i) is not None or above.ent == "PERSON"
        if lead.dep == "dobj":
            return above.pos == "VERB" and any(lead.i != c.i for c in p.children(above.i) if c.dep in ("nsubj", "nsubjpass"))
        return lead.dep == "pobj" and above.lower in ("by", "to", "with", "for", "of", "against", "from", "than")

    def _bare(self, mention: Found) -> bool:
        """ "rushed to hospital", "brought to justice", "meeting resistance", "in terms of population": without an article a state or a place, nobody."""
        p = self.parse
        token = p[mention.head]
        if token.tag not in ("NN", "NNP") or token.lemma.lower() not in _BARE or token.dep not in ("pobj", "dobj", "conj", "nsubj", "nsubjpass", "attr"):
            return False
        below = [c for c in p.children(token.i) if c.dep in ("det", "poss", "amod", "compound", "nmod", "nummod")]
        determined = any(c.dep in ("det", "poss", "nummod") and c.lower not in ("no", "any", "more", "further") for c in below)
        owned = any(c.text[:1].isupper() or self.roles.role_at(c.i) is not None for c in below)
        subject = ((first := p[syntax.first_conjunct(p, token.i)]).dep in ("nsubj", "nsubjpass") or (first.dep == "pobj" and p[first.head].dep == "agent")) and token.lemma.lower() not in ("justice", "resistance", "population", "business")
        spending = token.lemma.lower() == "business" and any(x.tag == "VBG" for c in p.children(token.i) if c.lower == "of" for x in p.children(c.i))
        return spending or not (determined or owned or subject or bool(mention.countries and not mention.weak))

    def _stayed_in(self, mention: Found) -> bool:
        """ "at a police station", "near the philosophy department": a house, not those in it."""
        p = self.parse
        token = p[syntax.first_conjunct(p, mention.head)]
        role = self.roles.role_at(mention.head)
        if role is None or role.kind in ("person", "armed_group") or not ({p[mention.head].lemma.lower(), role.name} & _BUILDINGS):
            return False
        owners = [c for c in p.children(mention.head) if c.dep in ("poss", "compound") and c.text.islower()]
        if p[mention.head].lower == "offices" and owners and token.dep in ("nsubjpass", "dobj", "pobj"):
            # "the company's offices were destroyed"
            return True
        wrecked = token.dep in ("nsubjpass", "dobj") and p[token.head].lemma in _WRECKING
        if wrecked and p[mention.head].lemma == "office" and not role.sectors and not mention.countries:
            # "one administrative office was damaged"
            return True
        admitted = p[mention.head].lemma.lower() in _ADMITTING and p[token.head].lower in ("to", "from")
        return token.dep == "pobj" and (admitted or p[token.head].lower in _STAYING) and token.tag in ("NN", "NNS", "NNP")

    def _opens(self, mention: Found) -> bool:
        """Whether a find is the first word of its sentence, where a capital tells nothing."""
        first = self.parse.sentences[self.parse[mention.head].sent].first
        return all(t.pos == "PUNCT" for t in self.parse.tokens[first : mention.first])

    def _site(self, mention: Found) -> bool:
        """ "air force base", "police station", "tourist centre": a building or a place named after those who use it."""
        p = self.parse
        token = p[mention.head]
        above = p.head(token.i)
        if token.dep not in ("compound", "nmod", "amod") or above is None or above.i != token.i + 1 or self.roles.acting(above):
            return False
        return above.lower in _SITES or above.lower in _AREAS or above.lower in _PLACE_NOUNS or above.lower in word_set("no_acts")

    def _festive(self, mention: Found) -> bool:
        """ "the party" of those who celebrate: nothing in the report makes it a political one."""
        p = self.parse
        if mention.sectors[:1] != ("PTY",) or p[mention.head].lemma.lower() != "party" or mention.organisation is not None:
            return False
        if p[mention.head].lower == "parties" and not any(c.lower in _POLITICAL or self.belonging.ending(c.i) for c in p.children(mention.head)) and not self._partisan:
            # "the guilty parties", "all parties"
            return True
        title = not self.plain_case(mention)
        if self._thrown:
            return True
        plain = [c for c in p.children(mention.head) if c.dep == "compound" and (c.text.islower() or (title and c.lower in self.small))]
        if plain and not any(c.lower in _POLITICAL or self.roles.role_at(c.i) is not None for c in plain):
            # "a victory party", "a search party"
            return True
        return not self._politics

    @cached_property
    def _thrown(self) -> bool:
        """Whether somebody throws a party in the report: "they threw a party"; not "threw the party into turmoil"."""
        p = self.parse
        givings = (t for t in p.tokens if t.lemma in _GIVING_PARTIES and not any(c.dep == "prep" and c.lower in ("into", "off", "out") for c in p.children(t.i)))
        given = (c for t in givings for c in p.children(t.i) if c.lemma.lower() == "party")
        return any(c.dep == "nsubjpass" or (c.dep == "dobj" and any(d.lower in ("a", "an") for d in p.children(c.i))) for c in given)

    @cached_property
    def _partisan(self) -> bool:
        """Whether the report tells of political parties: a listed one, or a word for parties before "party"."""
        p = self.parse
        named = any(t.lemma.lower() in ("party", "parties") and t.text[:1].isupper() and t.i and p[t.i - 1].text[:1].isupper() for t in p.tokens)
        return named or any(t.lower in _POLITICAL and t.i + 1 < len(p) and p[t.i + 1].lemma == "party" for t in p.tokens)

    @cached_property
    def _politics(self) -> bool:
        """Whether the report tells of politics: a listed party, a word for parties before "party", a vote."""
        p = self.parse
        if any(t.i in self._masks.masked for t in p.tokens if t.text[:1].isupper() and t.lower in _FEASTS | {"year", "eve", "nye"}):
            return any(t.lower in _POLITICAL and t.i + 1 < len(p) and p[t.i + 1].lemma == "party" for t in p.tokens)
        return True
