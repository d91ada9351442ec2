"""Names that are persons' by the noun before them or by their given names, and firms' by what the report says they have, whatever the recogniser takes them
for. A helper of the mention finder, no stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord import numbers, syntax
from onrecord.actorbook import ActorBook
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.rolenouns import RoleNouns
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.genders import gender_of
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_KIN, _TRADES = word_set("kin"), word_set("trades_of_firms_too")
_OF_BODIES = word_set("common_body_words") | word_set("press_name_ends") | word_set("company_ends") | word_set("body_subjects") | word_set("ends_of_firms_names") | word_set("ends_of_bodies_names")
_OPENING_BODIES = word_set("foreign_body_words") | word_set("press_name_starts") | word_set("place_name_openers")
_OF_FIRMS, _SAID_WITH, _PARTS = word_set("what_only_firms_have"), word_set("people_behind_bodies_names"), word_set("name_parts")
_FIRMS = (word_set("kinds_of_firms") - {"tycoon"}) | word_set("kinds_of_bodies_before_names")
_TRADING = _TRADES | {"builder", "developer"}
_RUNNING = _TRADING | {"owner", "operator", "manager", "charterer"}
_RUN = event_lexicon().classes["vessel"] | word_set("what_firms_run")
_PREMISES = word_set("premises_of_bodies")
_BODY_RULES = frozenset({"name:organisation", "name:capitalised"})
_SAYING = word_set("verbs_of_saying")
_IMPERSONAL = word_set("expletive_verbs") | {"be", "rain", "snow", "matter", "make", "become", "go", "work", "happen", "get", "begin", "start", "end", "come"}
_COUNTRYMEN = word_set("countrymen")
_PARTING = frozenset({",", "--", "–", "—"})
_BRACKET = 8  # tokens of a bracket behind a name
_LEAST, _MOST = 2, 6  # words of a person's full name
_LONG = 3  # words from which on a given name among the first two tells a person


@dataclass(frozen=True, slots=True)
class PersonKinds:
    """Reads one parse."""

    parse: Parse
    book: ActorBook
    belonging: Belonging
    roles: RoleNouns

    def settle(self, found: Mapping[int, Found]) -> dict[int, Found]:
        """The mentions by head, with the kind that the words around tell."""
        made = {h: self._made_person(m) if self._person(m) or self._one_of_those(m) else m for h, m in found.items()}
        full = [m for h, m in made.items() if m is not found[h]]
        for h, m in made.items():
            if " " not in m.name and m.kind == "name" and m.rule in _BODY_RULES and m.entity_kind in ("organisation", "unknown") and self._family(m, full, made.values()):
                made[h] = self._made_person(m)
        groups = {m.name: kind for m in found.values() if (kind := self._group(m))}
        made = {h: replace(m, entity_kind=groups[m.name], countries=(), rule="name:organisation") if m.name in groups and m.rule == "name:person" and not m.title else m for h, m in made.items()}
        called = {m.name for m in found.values() if m.kind == "name" and m.rule in (*_BODY_RULES, "name:person") and not (m.title or m.listed or m.sectors) and self._called_firm(m)}
        made = {h: replace(m, entity_kind="organisation", rule="name:company") if m.name in called and m.kind == "name" and m.entity_kind in ("person", "organisation", "unknown") else m for h, m in made.items()}
        lived_in = {m.name for m in made.values() if self._lived_in(m)} | {m.name for m in made.values() if all(self._only_where(o) for o in made.values() if o.name == m.name)}
        made = {h: replace(m, entity_kind="unknown", rule="name:capitalised") if m.name in lived_in and m.rule == "name:person" else m for h, m in made.items()}
        made = {h: replace(m, entity_kind="organisation", rule="name:company") if self._ends_as_firm(m) else m for h, m in made.items()}
        firms = {m.name for m in found.values() if self._of_firms(m, found.values())}
        return {h: replace(m, entity_kind="organisation", rule="name:organisation") if m.name in firms and self._may_be_firm(m) else m for h, m in made.items()}

    def _one_of_those(self, m: Found) -> bool:
        """ "two Haitian businessmen, Rodrigue Valcin and Jean-Max Dorsainvil": as many names as there are people."""
        p = self.parse
        if m.kind != "name" or m.rule not in _BODY_RULES or m.listed or m.entity_kind not in ("organisation", "unknown") or not _LEAST <= len(m.name.split()) <= _MOST:
            return False
        first = syntax.first_conjunct(p, m.head)
        noun = p.head(first) if p[first].dep == "appos" else None
        role = self.roles.role_at(noun.i) if noun is not None else None
        number = next((c for c in p.children(noun.i) if c.dep == "nummod"), None) if noun is not None else None
        names = syntax.conjuncts(p, first)
        return noun is not None and noun.tag == "NNS" and role is not None and role.kind == "person" and number is not None and numbers.value([number.lower]) == len(names) > 1 and all(p[k].pos == "PROPN" for k in names)

    def _group(self, m: Found) -> str:
        """The kind of what was taken for a person in "the Kestrel Heron militia", or that says of itself what "it" does; "" for persons. "The Heron militia" may be Heron's."""
        p = self.parse
        if m.kind != "name" or m.rule != "name:person" or m.title or m.listed or p[m.first].text.title() in self.book.given:
            return ""
        if any(t.lower == "for" for t in p.tokens[m.first + 1 : m.last - 1]) or (m.last - m.first > 1 and p[m.last - 1].text in word_set("last_words_of_firms") and not gender_of(p[m.first].text)):
            return "organisation"  # "Kestrel Observatory for Human Rights", "Kestrel Energy"
        if (body := self._beside_body(m) or self._of_sort(m)) is not None:
            return body
        if any(t.text.isupper() and len(t.text) > _LONG and p[t.i - 1].text in ("-", "–", "(") and not t.cased for t in p.tokens[m.first + 1 : m.last]):
            return "organisation"  # "Movimiento Popular Heron - MOPH": an acronym at its end
        if m.last + 1 < len(p) and p[m.last].text == "," and p[m.last + 1].lower == "which" and p[m.last + 1].dep in ("nsubj", "nsubjpass") and p[p[m.last + 1].head].dep == "relcl" and p[p[m.last + 1].head].head == m.head:
            return "organisation"  # "Kestrel Tankers, which runs the ship"
        words = [t.text for t in p.tokens[m.first : m.last]]
        for at in (t.i for t in p.tokens[1 : len(p) - len(words)] if t.text == words[0] and p[t.i - 1].lower in ("the", "a", "an")):
            after = p[at + len(words)]
            role = self.roles.role_at(after.i) if after.tag == "NN" and after.text.islower() and [t.text for t in p.tokens[at : after.i]] == words else None
            if role is not None and role.kind == "armed_group" and len(words) > 1:
                return role.kind
        verb = p.head(m.head)
        if len(words) == _LEAST and not p[m.head].cased and self._holds_premises(m):
            return "organisation"
        if p[m.head].dep != "nsubj" or verb is None or verb.lemma not in _SAYING or len(words) < _LEAST or p[m.head].cased:
            return ""
        told = [c for c in p.children(verb.i) if c.dep == "ccomp" and c.pos == "VERB"]
        coming = [c for c in told if any(a.tag == "MD" and a.lower in ("will", "would") for a in p.children(c.i))]
        own = any(t.dep == "nsubj" and t.lower == "it" and t.i > verb.i for c in coming for t in p.children(c.i))
        if not own or any(c.lemma in _IMPERSONAL for c in told):
            return ""  # "Doe said it took days"
        before = p.sentence_tokens(p[m.head].sent - 1) if p[m.head].sent else ()
        others = [t for t in before if t.dep in ("nsubj", "nsubjpass") and t.tag in ("NN", "NNP") and t.text != p[m.head].text and not any(c.dep == "appos" and c.text == p[m.head].text for c in p.children(t.i))]
        return "" if others else "organisation"  # "The bill failed. Doe said it would come again"

    def _beside_body(self, m: Found) -> str | None:
        """ "The company, Kestrel Heron del Sur, denied it", "her newspaper, Sabah Heron,", "a radio station, Heron Libre,": the kind of body that a noun right before the comma says a name of no
        person is."""
        p = self.parse
        noun = p.head(m.head)
        if noun is not None and p[m.head].dep == "nsubj" and m.first > 1 and p[m.first - 2].dep == "nsubj" and p[m.first - 2].head == noun.i and m.last < len(p) and p[m.last].text == ",":
            noun = p[m.first - 2]  # the small parser gives the verb two subjects
        elif p[m.head].dep != "appos":
            return None
        if noun is None or noun.tag != "NN" or noun.i != m.first - 2 or p[m.first - 1].text != "," or not any(c.dep in ("det", "poss") for c in p.children(noun.i)):
            return None
        if noun.lower in word_set("kinds_of_bodies_before_names"):
            return "organisation"
        role = self.roles.role_at(noun.i)
        return role.kind if role is not None and role.kind in BODIES else None

    def _ends_as_firm(self, m: Found) -> bool:
        """ "Kestrel-Heron Energy": a name that nothing else explains, and its last word."""
        p = self.parse
        unknown = m.kind == "name" and m.rule in (*_BODY_RULES, "name:apposed") and m.entity_kind in ("unknown", "person") and not (m.title or m.listed or m.sectors)
        return unknown and m.last - m.first > 1 and p[m.last - 1].text in word_set("last_words_of_firms") and not gender_of(p[m.first].text)

    def _of_sort(self, m: Found) -> str | None:
        """ "Kestrel Heron, one of 11 recruitment agencies", "the nationalist Kestrel Heron bloc": the kind of body that is told right behind."""
        p = self.parse
        after = p[m.last] if m.last < len(p) else None
        if after is not None and p[m.head].dep == "compound" and p[m.head].head == m.last and after.tag == "NN" and after.text.islower() and after.lower in word_set("political_bodies_behind_names"):
            return "organisation"
        one = next((c for c in p.children(m.head) if c.dep == "appos" and c.lower == "one" and c.i > m.head), None)
        nouns = [p[o] for o in syntax.prep_objects(p, one.i, "of")] if one is not None else []
        role = self.roles.role_at(nouns[0].i) if nouns else None
        if nouns and nouns[0].lemma.lower() in _OF_FIRMS | {"company", "firm", "agency", "group", "party"}:
            return role.kind if role is not None and role.kind in BODIES else "organisation"
        return role.kind if role is not None and role.kind in BODIES else None

    def _lived_in(self, m: Found) -> bool:
        """ "residents of Upper Heron": where people live."""
        p = self.parse
        of = p[m.first - 1]
        return m.kind == "name" and m.rule == "name:person" and not m.title and m.first > 1 and of.lower == "of" and p[of.head].lemma in ("resident", "inhabitant", "villager")

    def _only_where(self, m: Found) -> bool:
        """ "hit a house in Umm Heron": nothing but where something was, by a name that holds no given one."""
        p = self.parse
        prep = p.head(m.head)
        if m.kind != "name" or m.rule != "name:person" or m.title or m.listed or prep is None or p[m.head].dep != "pobj" or prep.lower not in word_set("prepositions_of_places"):
            return False
        first = p[m.first].text
        above = p.head(prep.i)
        trusted = above is not None and above.lemma.lower() in word_set("words_of_trust_in_people")
        return not trusted and prep.i == m.first - 1 and first.title() not in self.book.given and (not gender_of(first) or first in word_set("first_words_of_places")) and not self.book.is_person(m.name)

    def _called_firm(self, m: Found) -> bool:
        """ "Palm oil company Kestrel Heron del Sur", "the insurer Kestrel Heron", "the tanker's owner, Kestrel Heron,": a noun for a firm, or for who runs a ship or a plant,
        right before a name that holds no given one."""
        p = self.parse
        at = m.first - 1
        comma = at > 0 and p[at].text == ","
        at -= comma
        if at < 0 or p[at].sent != p[m.head].sent or (p[at].tag not in ("NN", "JJ") and p[at].text != "NGO") or not (p[at].text.islower() or p[at].text == "NGO") or m.last - m.first < _LEAST or any(t.text.title() in self.book.given for t in p.tokens[m.first : m.last]):
            return False
        beside = p[m.head].dep == "appos" and p[m.head].head == at
        if not beside and (comma or p[at].head not in range(m.first, m.last)):
            return False
        if p[at].lower in _FIRMS:
            return not comma
        if p[at].lower not in _RUNNING:
            return False
        owned = next((c for c in p.children(at) if c.dep == "poss"), None)
        whose = owned.lemma.lower() if owned is not None else ""
        run = whose in _RUN or any(p[o].lemma.lower() in _RUN for o in syntax.prep_objects(p, at, "of"))
        return run or (not comma and p[at].lower in _TRADING and any(c.dep == "det" and c.lower == "the" for c in (*p.children(at), *p.children(m.head))))

    def _holds_premises(self, m: Found) -> bool:
        """ "the offices of Kestrel Heron", "Kestrel Heron's fleet", "Kestrel Heron closed its depot": two words that are no one's given name, of what has premises and is an "it"."""
        p = self.parse
        token, verb = p[m.head], p.head(m.head)
        if p[m.first].tag == "NNP" and any(c.dep == "appos" for c in p.children(m.head)):
            return False
        after = p[m.last + 1] if m.last + 1 < len(p) and p[m.last].tag == "POS" else None
        above = p.head(m.head)
        noun = p.head(above.i) if above is not None and token.dep == "pobj" and above.lower == "of" else after
        if noun is not None and noun.lemma.lower() in _PREMISES:
            return True
        if token.dep != "nsubj" or verb is None or verb.pos != "VERB":
            return False
        held = [c for c in p.children(verb.i) if c.dep == "dobj" and any(g.dep == "poss" and g.lower == "its" for g in p.children(c.i))]
        before = p.sentence_tokens(token.sent - 1) if token.sent else ()
        return bool(held) and not any(t.dep in ("nsubj", "nsubjpass") and t.tag in ("NN", "NNP") for t in before)

    def _made_person(self, m: Found) -> Found:
        if m.last - m.first > _LEAST and self.parse[m.first].lower in _COUNTRYMEN:
            # "Frenchman | Jane Doe"
            known = self.book.country_of(self.parse[m.first].text)
            m = replace(m, first=m.first + 1, name=self.belonging.text(m.first + 1, m.last))
            return replace(m, entity_kind="person", countries=(known[0],) if known and known[0] else m.countries, weak=False, rule="name:person")
        return replace(m, entity_kind="person", countries=self.belonging.before(m.first), weak=False, rule="name:person")

    def _person(self, m: Found) -> bool:
        """Whether what was taken for a body is a person: "her brother, Jane Omar Heron Dune", "the smuggler Kestrel Heron", "Jane Omar Heron"."""
        p = self.parse
        if m.kind != "name" or m.rule not in _BODY_RULES or m.entity_kind not in ("organisation", "unknown") or m.sectors or m.title or m.listed or m.same >= 0:
            return False
        words = [t for t in p.tokens[m.first : m.last] if t.lower not in _PARTS and t.text != "-"]
        if len(words) > _LEAST and words[0].lower in _COUNTRYMEN:
            return all(self._may_be_family(t) for t in words[1:])
        if not _LEAST <= len(words) <= _MOST or not all(self._may_be_family(t) for t in words) or words[0].lower in _OPENING_BODIES:
            return False
        if m.first and p[m.first - 1].lower == "the":
            return False
        return self._announced(m) or self._given(m, words)

    def _may_be_family(self, token: Token) -> bool:
        written = token.text.istitle() or token.cased != ""
        return written and token.text.isalpha() and token.lower not in _OF_BODIES and self.roles.role_at(token.i) is None and self.book.country_of(token.text) is None

    def _given(self, m: Found, words: list[Token]) -> bool:
        """ "Kestrel Jane Heron Dune": three words and more, of which the first or the second is a given name and which together are no town's name."""
        known = [t.text.title() in self.book.given for t in words[:2]]
        return len(words) >= _LONG and any(known) and not shared_gazetteer().lookup(m.name)

    def _announced(self, m: Found) -> bool:
        """ "his brother, X,", "the drug trafficker X said": a noun for one person directly before a name that the noun stands with."""
        p = self.parse
        at = m.first - 1
        comma = at > 0 and p[at].text == ","
        at -= comma
        if at >= 0 and not comma and p[at].lower in _COUNTRYMEN and p[at].sent == p[m.head].sent:
            # "the Frenchman X"
            return True
        if at < 0 or p[at].sent != p[m.head].sent or p[at].tag != "NN" or not p[at].text.islower():
            return False
        role = self.roles.role_at(at)
        if role is None or role.kind not in ("person", "office") or p[at].lower in _TRADES or self._called_firm(m):
            return False
        inside = range(m.first, m.last)
        if comma:
            return p[at].lower in _KIN and (m.last >= len(p) or p[m.last].text in (",", ".", ")", "and"))
        return p[at].head in inside or (p[m.head].dep == "appos" and p[m.head].head == at)

    def _family(self, m: Found, full: list[Found], others: Iterable[Found]) -> bool:
        """ "Heron" after "Kestrel Jane Heron Dune", whom nobody else of the report is called like."""
        bearers = [f for f in full if m.name in f.name.split()[1:]]
        rivals = [o for o in others if o.kind == "name" and o.entity_kind in BODIES and m.name in o.name.split() and " " in o.name]
        before = self.parse[m.first - 1].lower if m.first else ""
        return bool(bearers) and not rivals and before != "the"

    def _of_firms(self, m: Found, others: Iterable[Found]) -> bool:
        """ "Kestrel, a subsidiary of Heron", "Kestrel's shareholders": one word for a person's name that nobody else bears, where the report tells of it what
        only firms have or are."""
        p = self.parse
        if not self._may_be_firm(m) or " " in m.name or m.name.title() in self.book.given or self.book.alone(m.name, None):
            return False
        if any(o.kind == "name" and o.entity_kind == "person" and " " in o.name and m.name.casefold() in o.name.casefold().split() for o in others):
            return False
        return any(self._has_of_firms(t) or self._said_firm(t.i + 1) for t in p.tokens if t.text == p[m.head].text)

    @staticmethod
    def _may_be_firm(m: Found) -> bool:
        return m.kind == "name" and not m.title and not m.listed and m.same < 0 and (m.rule == "name:person" or (m.rule in _BODY_RULES and m.entity_kind == "unknown"))

    def _has_of_firms(self, token: Token) -> bool:
        """ "Kestrel's shareholders", "Kestrel owner Jane Doe", "Kestrel officials", "the owner of Kestrel" """
        p = self.parse
        after = p[token.i + 1] if token.i + 1 < len(p) and p[token.i + 1].sent == token.sent else None
        if after is not None and after.lemma.lower() in _SAID_WITH:
            return True
        after = p[after.i + 1] if after is not None and after.tag == "POS" and after.i + 1 < len(p) else after
        if after is not None and after.lemma.lower() in _OF_FIRMS:
            return True
        above = p.head(token.i)
        noun = p.head(above.i) if above is not None and token.dep == "pobj" and above.lower == "of" else None
        return noun is not None and noun.lemma.lower() in _OF_FIRMS

    def _said_firm(self, at: int) -> bool:
        """ "Kestrel | , a subsidiary", "Kestrel | (seat unknown) -- a Chadian company": what an apposition with an article says."""
        p = self.parse
        end = p.sentences[p[at - 1].sent].last
        if at < end and p[at].text == "(":
            at = next((i + 1 for i in range(at, min(at + _BRACKET, end)) if p[i].text == ")"), at)
        if at + 2 >= end or p[at].text not in _PARTING or p[at + 1].lower not in ("a", "an"):
            return False
        noun = next((t for t in p.tokens[at + 2 : min(at + 6, end)] if t.pos in ("NOUN", "PROPN") and not (t.i + 1 < end and p[t.i + 1].pos in ("NOUN", "PROPN"))), None)
        return noun is not None and noun.lemma.lower() in _OF_FIRMS | {"company", "firm"}
