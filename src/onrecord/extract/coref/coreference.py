"""actors, second half: one cluster an actor. Same name, part of a full name, another name of it, acronym, the noun that describes it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from onrecord import syntax
from onrecord.actorbook import ActorBook, Organisation
from onrecord.extract.coref.antecedents import Antecedents
from onrecord.extract.coref.descriptions import Descriptions
from onrecord.extract.coref.letters import own_letters, spelt
from onrecord.extract.coref.naming import of_a_party, of_another_land, of_other_troops, of_rebels, of_two_lands, of_two_posts, other_body
from onrecord.extract.coref.sameness import Sameness
from onrecord.extract.entities.belonging import LED_BODIES
from onrecord.extract.entities.found import BODIES, Cluster, Found, another_one, generic, of_prefix
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_HEADING = word_set("heading_nouns")
_ARTICLES = frozenset({"the"})
_BODY_WORDS = word_set("common_body_words")
_RELATIONAL, _HOUSES = word_set("relational_nouns"), word_set("building_roles")
_PRESS = word_set("press_name_ends")
# Words for all who live somewhere: "the people of X", "the people of Y".
_FORMS = word_set("company_ends") | {"group", "holdings", "company"}
_CROWDS = word_set("citizens") | word_set("inhabitants")
_QUOTED = re.compile("[\"“‘']([^\"”’']{3,})[\"”’']")
_RELATIVES = word_set("kin")
# Scotland is no other name of the United Kingdom.
_CONSTITUENT = word_set("constituent_countries")
_MINISTRY = frozenset({"ministry", "department", "of", "the", "and", "for", "affairs", "'s"})
_HEADS = frozenset({"president", "prime minister", "chancellor", "premier"})


def _nickname(name: str) -> str:
    """The words between quotation marks inside a person's name, in small letters."""
    found = _QUOTED.search(name)
    return found.group(1).strip().casefold() if found else ""


def ministry(name: str, book: ActorBook | None = None) -> frozenset[str] | None:
    """What a ministry of that name is in charge of, a state's adjective left out; None for another body."""
    words = name.casefold().replace("’", "'").removesuffix("'s").split()
    if not {"ministry", "department"}.intersection(words):
        return None
    charge = frozenset("defence" if w == "defense" else w for w in words) - _MINISTRY
    return frozenset(w for w in charge if book is None or book.country_of(w.capitalize()) is None) or None


@dataclass
class Clusterer:
    """Joins the mentions of one actor: same name, surname of a full name, acronym, bare definite noun, pronoun."""

    parse: Parse
    book: ActorBook
    quoted: frozenset[int] = frozenset()
    labels: frozenset[int] = frozenset()
    clusters: list[Cluster] = field(default_factory=list)
    by_key: dict[str, Cluster] = field(default_factory=dict)
    on: date | None = None  # the report's day
    found: tuple[Found, ...] = ()

    def run(self, found: tuple[Found, ...]) -> list[Cluster]:
        """The clusters in text order."""
        self.found = found = tuple(m for m in found if not of_prefix(self.parse, m))
        # Persons first, then full names before short ones, so that a surname in the headline finds the full name of the body.
        others = {m.name.casefold() for m in found if m.same >= 0}
        names = sorted(
            (m for m in found if m.kind == "name"),
            key=lambda m: (m.entity_kind != "person", m.same < 0 and m.name.casefold() in others, m.same < 0 and self._letters(m), m.same >= 0, m.entity_kind == "person" and " " not in m.name, -(m.last - m.first), m.first),
        )
        for mention in names:
            key, named = own_letters(self.parse, mention, self.by_key) or (self.name_key(mention), mention)
            self.put(key, named)
        said = [m for m in found if m.kind == "nominal" and not self.nominal(m)]
        antecedents = Antecedents(self.parse, self.clusters, self.quoted, self.labels, self.book.given)
        for mention in found:
            if mention.kind == "pronoun":
                antecedents.attach(mention)
        for mention in said:
            # Who "is a teacher" is told of already, and where nobody knows of whom it is said, it makes nobody.
            cluster = self.descriptions.subject(mention)
            if cluster is not None:
                cluster.found.append(mention)
        self.clusters = [c for c in self.clusters if c.found]
        self.owned()
        self.clusters = Sameness(self.parse, self.book, antecedents, self.on).join(self.clusters)
        for cluster in self.clusters:
            cluster.found.sort(key=lambda m: (m.first, m.last))
        return sorted(self.clusters, key=lambda c: (c.found[0].first, c.found[0].last))

    def _letters(self, mention: Found) -> bool:
        """Whether an unlisted name is one word of capitals, which other names explain."""
        return mention.organisation is None and mention.entity_kind != "state" and mention.last - mention.first == 1 and mention.name.isupper()

    def owned(self) -> None:
        """ "its leaders", "their families": likely of the country of those whom the pronoun means."""
        at = {m.head: c for c in self.clusters for m in c.found}
        for cluster in self.clusters:
            if not all(m.rule.endswith("+state of the sentence") for m in cluster.found if m.countries):
                continue  # "Responsibility lies with Chad, the ministry said" tells less of whose it is than "Its ministry" before
            for k, mention in enumerate(list(cluster.found)):
                owner = syntax.child_of(self.parse, mention.head, "poss") if mention.kind == "nominal" else None
                whose = at.get(owner.i) if owner is not None and owner.tag == "PRP$" else None
                countries = whose.best("countries") if whose is not None else ()
                if len(countries) == 1 and self.parse[mention.head].lemma not in _RELATIONAL:
                    cluster.found = [replace(m, countries=()) for m in cluster.found]
                    cluster.found[k] = replace(mention, countries=countries, rule=f"{mention.rule}+antecedent of the owner", weak=True)
                    lemma = self.parse[mention.head].lemma
                    same = [c for c in self.clusters if c is not cluster and c.told() == countries and any(self.parse[m.head].lemma == lemma and m.kind == "nominal" for m in c.found)]
                    if lemma in _HOUSES and len(same) == 1 and len(cluster.found) == 1:
                        # "Chad ... its embassy" is the Chadian embassy of the report.
                        same[0].found.append(cluster.found.pop())
        self.clusters = [c for c in self.clusters if c.found]

    def put(self, key: str, mention: Found) -> None:
        cluster = self.by_key.get(key)
        if cluster is None:
            cluster = self.by_key[key] = Cluster(key)
            self.clusters.append(cluster)
        cluster.found.append(mention)

    # Names -------------------------------------------------------------------------------------------------------------

    def name_key(self, mention: Found) -> str:
        """The key of the cluster of a name, of an earlier one where the name is another form of it."""
        if mention.same >= 0:
            key = next((k for k, c in self.by_key.items() if any(m.head == mention.same for m in c.found)), None)
            if key is not None:
                return key
        if mention.listed:
            # An alias is the listed actor.
            row = mention.listed[0][1]
            return f"person:{row.name.casefold()}" if row.kind == "person" else f"org:{row.name}"
        if mention.organisation is not None:
            return self._longer_name(mention.organisation) or f"org:{mention.organisation.name}"
        if mention.entity_kind == "state":
            # "Jalisco" is no other name of Mexico.
            own = mention.name.casefold() if self.book.territory(mention.name) or mention.rule == "country:land" or mention.name.casefold() in _CONSTITUENT else ""
            return f"state:{own}{','.join(mention.countries)}:{','.join(mention.sectors)}"
        words = mention.name.casefold().replace("’", "'").removesuffix("'s")
        if mention.rule == "name:company" and (listed := self._without_form(mention.name)) is not None:
            return f"org:{listed}"
        if mention.entity_kind == "person":
            # "Kim Il-ho" and "Kim Il Ho" are one name.
            words = words.replace("-", " ")
        alias = self._alias_key(words)
        if alias is not None:
            return alias
        person = self._person_key(words.split(), mention)
        if person is not None:
            return person
        if mention.entity_kind != "person":
            return self._house_of(mention) or self._ministry_of(mention) or self._acronym(mention) or self._shorter(words, mention) or f"name:{words}{self._whose(mention)}"
        return f"person:{words}"

    def _whose(self, mention: Found) -> str:
        """What tells apart bodies that every state has under one word: two states' senates."""
        return f" of {mention.countries[0]}" if mention.countries and not mention.weak and (self.book.role(mention.name) or ministry(mention.name)) is not None else ""

    def _house_of(self, mention: Found) -> str | None:
        """ "the Senate" of a state whose listed senate the report names: "the US Senate"."""
        if len(mention.countries) != 1 or self.book.role(mention.name) is None:
            return None
        return next((k for k, c in self.by_key.items() if k.startswith("org:") and k.endswith(f" {mention.name}") and c.told() == mention.countries), None)

    def _ministry_of(self, mention: Found) -> str | None:
        """ "the Foreign Ministry" after "the Chadian Ministry of Foreign Affairs": the one house of that charge whose name tells its state."""
        charge = ministry(mention.name)
        if charge is None or (mention.countries and not mention.weak):
            return None
        same = [k for k, c in self.by_key.items() if any(m.kind == "name" and m.head != mention.head and ministry(m.name, self.book) == charge for m in c.found)]
        return same[0] if len(same) == 1 else None

    def _without_form(self, name: str) -> str | None:
        """The listed body whose name a firm's full one is without what tells its form: "Heron Bank Group Inc."."""
        words = name.replace(",", " ").split()
        while len(words) > 1 and words[-1].lower() in _FORMS:
            words.pop()
        listed = self.book.organisation(" ".join(words))
        return listed.name if listed is not None else None

    def _longer_name(self, body: Organisation) -> str | None:
        """The one other listed body of the report whose name ends in a listed name: "Red Cross" is the "Chadian Red Cross" named before."""
        longer = [k for k, c in self.by_key.items() if k.startswith("org:") and k.endswith(f" {body.name}") and not of_two_lands(body, c)]
        return longer[0] if len(longer) == 1 else None

    def _alias_key(self, words: str) -> str | None:
        for key, cluster in self.by_key.items():
            nicknames = {(_nickname(m.name), m.name.split()[-1].casefold()) for m in cluster.found if m.entity_kind == "person"}
            if any(nickname and words in (nickname, f"{nickname} {family}") for nickname, family in nicknames):
                # 'Jane "La Flaca" Doe' and "La Flaca", "La Flaca Doe"
                return key
            if any(m.same >= 0 and m.name.casefold() == words for m in cluster.found):
                return key
        return None

    def _person_key(self, parts: list[str], mention: Found) -> str | None:
        """The one person of the report whose name holds these words: a family name, a given name, a middle one; a title is none of them."""
        if mention.entity_kind not in ("person", "organisation", "unknown") or mention.rule in ("region", "place", "name:company"):
            return None
        if mention.entity_kind != "person" and (mention.sectors or (mention.name.isupper() and len(mention.name) <= 4)):
            return None
        people = [k for k in self.by_key if k.startswith("person:")]
        names = {k: k.removeprefix("person:").split() for k in people}
        exact = f"person:{' '.join(parts)}"
        if exact in self.by_key:
            return exact
        if len(parts) == 1:
            last = [k for k, n in names.items() if n[-1] == parts[0] and not self._only_kin(k, mention)]
            if last:
                if len(last) > 1 and mention.entity_kind == "person":
                    return self._called(last, parts[0], mention)[0]
                return last[0] if len(last) == 1 else None
            inner = [k for k, n in names.items() if len(n) > 1 and parts[0] in n[: -1 if n[-1] == parts[0] else None]]
            if len(inner) > 1 and mention.entity_kind == "person" and all(names[k][0] == parts[0] for k in inner):
                # Of two of one family whom the report names in full, the one told of more.
                called = self._called(inner, parts[0], mention)
                counts = sorted(((len(self.by_key[k].found), k) for k in called), reverse=True)
                inner = called if len(called) == 1 else [counts[0][1]] if counts[0][0] > counts[1][0] else inner
            return inner[0] if len(inner) == 1 and self._surname_fits(inner[0], parts[0], mention) and (mention.entity_kind == "person" or self._vocative(mention) or names[inner[0]].index(parts[0]) > 0 or (mention.entity_kind == "unknown" and parts[0].title() not in self.book.given)) else None
        plain = [w for w in parts if len(w.rstrip(".")) > 1]
        if len(plain) < len(parts) and len(plain) > 1:
            # "Jane D. Doe" is "Jane Doe".
            parts = plain
        holding = [k for k, n in names.items() if set(parts) <= set(n)]
        if not holding and len(parts) == 2:
            # "Minister Heron Dune" after "Minister Luis Heron": a second family name, where the title is one.
            holding = [k for k, n in names.items() if len(n) == 2 and n[-1] == parts[0] and mention.title and self._bears(k, mention.title)]
        return holding[0] if len(holding) == 1 or (holding and mention.entity_kind == "person") else None

    def _only_kin(self, key: str, mention: Found) -> bool:
        """ "Heron ... his son Luis Heron": a family name that stands before somebody is brought in as kin is that of whose kin he is."""
        full = [m for m in self.by_key[key].found if " " in m.name]
        kin = bool(full) and any((m.title or "").lower().rsplit(" ", 1)[-1] in _RELATIVES for m in full)
        return kin and mention.first < min(m.first for m in full) and not any(m.title and m.title == mention.title for m in full)

    def _called(self, keys: list[str], word: str, mention: Found) -> list[str]:
        """Of several persons of one family those who were brought in before, and of them those who were called by it before: the others keep their full
        names."""
        if mention.title and not all(self._bears(k, mention.title) for k in keys):
            # "President Heron" is the one of the family who is called president.
            keys = [k for k in keys if self._bears(k, mention.title)] or keys
        before = [k for k in keys if min(m.first for m in self.by_key[k].found) < mention.first] or keys
        called = [k for k in before if any(m.name.casefold() == word for m in self.by_key[k].found)] or before
        return sorted(called, key=lambda k: min(m.first for m in self.by_key[k].found))

    def _surname_fits(self, key: str, word: str, mention: Found) -> bool:
        """No title that the person does not bear stands before the word; "General X" may be the army chief."""
        titles = {m.title.lower() for m in self.by_key[key].found if m.title}
        return (self.book.rank((mention.title or "").title()) is not None and "MIL" in self.by_key[key].best("sectors")) or not mention.title or not titles or mention.title.lower() in " ".join(titles)

    def _bears(self, key: str, title: str) -> bool:
        return any(m.title and m.title.lower().split()[-1] == title.lower().split()[-1] for m in self.by_key[key].found)

    def _vocative(self, mention: Found) -> bool:
        p = self.parse
        return mention.first > 0 and p[mention.first - 1].text == "," and mention.last < len(p) and p[mention.last].text in (".", "?", ",", "!")

    def _shorter(self, words: str, mention: Found) -> str | None:
        """The one longer unlisted name of a body that opens or ends with these words: "the Saltmarsh" for "Saltmarsh Gang"."""
        if mention.entity_kind not in (*BODIES, "unknown") or len(words) < 4:
            return None
        core = self._core(mention)
        if core:
            own = [k for k, c in self.by_key.items() if not k.startswith(("person:", "state:")) and any(m.kind == "name" and m.entity_kind in (*BODIES, "unknown") and self._holds(m, core) for m in c.found) and not of_another_land(c, mention)]
            # "El Buho" is rather "the El Buho gang" than "the Night Gang El Buho".
            exact = [k for k in own if any(m.kind == "name" and self._core(m) == core for m in self.by_key[k].found)]
            if len(own) == 1 or len(exact) == 1:
                return (exact or own)[0]
        longer = [k for k in self.by_key if k.startswith("name:") and ((k.removeprefix("name:").startswith(words + " ") and not other_body(self.book, k, words)) or (k.endswith(" " + words) and not of_a_party(k, words)))]
        house = self.book.role(words)
        # "the Senate" is none of its committees.
        longer += [k for k in self.by_key if k.startswith("org:") and k.casefold().removeprefix("org:").startswith(words + " ") and not (house is not None and house.kind == "institution")]
        # "the Herald" after "the Saltmarsh Herald"
        longer += [k for k, c in self.by_key.items() if words in _PRESS and k.startswith("org:") and k.casefold().endswith(" " + words) and c.best("sectors") == ("JRN",)]
        return longer[0] if len(longer) == 1 and not (self._whose(mention) and self.by_key[longer[0]].told() not in ((), mention.countries)) else None

    def _core(self, mention: Found) -> tuple[str, ...]:
        """The capitalised words of an unlisted body's name without those that only say what it is: "El Buho" of "the El Buho gang"."""
        tokens = [t for t in self.parse.tokens[mention.first : mention.last] if t.text[:1].isupper()]
        return tuple(t.lower for t in tokens if t.lemma.lower() not in self.book.anaphors and t.lower not in _ARTICLES)

    def _holds(self, other: Found, core: tuple[str, ...]) -> bool:
        """Whether the name of a body is that name with another word for what it is, or ends with it behind such a word, or tells its state besides."""
        words = self._core(other)
        if words == core:
            return True
        rest = words[: -len(core)] if words[-len(core) :] == core else words[len(core) :] if words[: len(core)] == core else None
        return (rest is not None and len(core) > 1) or (rest is not None and len(core[0]) > 4 and all(self.book.country_of(w.upper()) or self.book.country_of(w) or w in _BODY_WORDS for w in rest))

    def _acronym(self, mention: Found) -> str | None:
        """The key of the body that an acronym in brackets stands behind, there or elsewhere: "the Sahel Rescue Front (SRF)"."""
        p = self.parse
        if mention.last - mention.first > 1 or not mention.name.isupper():
            return None
        for token in p.tokens[1:-1]:
            if token.text == mention.name and p[token.i - 1].text in ("-", "–", "—") and p[token.i + 1].text == ")":
                for key, cluster in self.by_key.items():
                    if any(m.first < token.i < m.last for m in cluster.found):
                        return key
            if token.text == mention.name and p[token.i - 1].text == "(" and p[token.i + 1].text == ")":
                for key, cluster in self.by_key.items():
                    if any(m.last == token.i - 1 and m.entity_kind in (*BODIES, "unknown") for m in cluster.found):
                        return key
        return spelt(mention, self.by_key) if mention.organisation is None else None

    # Nouns -------------------------------------------------------------------------------------------------------------

    @cached_property
    def descriptions(self) -> Descriptions:
        return Descriptions(self.parse, self.book, self.clusters, self.labels)

    def nominal(self, mention: Found) -> bool:
        """A nominal with the same head word and country is the same actor; a bare definite one is the last of that head word.

        False where it only says what the subject of a clause is: that waits until the pronouns are known.
        """
        lemma = self.parse[mention.head].lemma
        known = self.descriptions.of(mention)
        if known is not None:
            known.found.append(mention)
            return True
        if self.descriptions.predicate(mention):
            return False
        bare = mention.last - mention.first == 1
        if (named := self._headline_body(mention, lemma)) is not None:
            named.found.append(mention)
            return True
        if mention.definite and bare and not another_one(self.parse, mention) and not self._restricted(mention.head, mention.entity_kind in BODIES):
            same = [
                c for c in reversed(self.clusters) if any(
                    (self.parse[m.head].lemma == lemma or self.parse[m.head].lower == lemma) and m.first < mention.first and self._alike(m, mention) and not of_rebels(c, mention) and not of_other_troops(self.clusters, c, mention) and not (lemma == "people" and self._restricted(m.head)) for m in c.found if m.kind != "pronoun"
                )
            ]  # fmt: skip
            last = [max(same, key=lambda c: max(m.first for m in c.found if m.first < mention.first))] if any(c.lower in ("this", "that") for c in self.parse.children(mention.head)) and same else []
            if lemma in LED_BODIES and mention.countries:
                # What the sentence tells of is one state's government, what was told of before another's.
                same = [c for c in same if not c.told() or c.told() == mention.countries]
            if same and lemma in LED_BODIES and not mention.countries and len(self._owners(lemma, found=self.found)) > 1:
                # Of two states' governments a bare one may be either: the sentence has to tell.
                same = []
            if lemma in LED_BODIES and last:
                # "that government" is the one told of last, whatever other state's the report tells of.
                same = last
            if len(same) > 1 and self._counted_apart(mention, same):
                # "two soldiers" here, "13,000 soldiers" there: of "the soldiers" nothing tells which.
                same = []
            if same and any(c.lower in ("these", "those") for c in self.parse.children(mention.head)):
                # "these courts" are those told of last.
                max(same, key=lambda c: max(m.first for m in c.found if m.first < mention.first)).found.append(mention)
                return True
            if same:
                # Of several bodies the one that the report tells of most, of people the last.
                (max(same, key=lambda c: len(c.found)) if mention.entity_kind in BODIES else same[0]).found.append(mention)
                return True
        owner = syntax.noun_phrase(self.parse, mention.head)
        bracketed = self._bracketed(mention)
        extent = " ".join(t.lemma for t in self.parse.tokens[min(owner[0], mention.first) : owner[1]] if t.pos not in ("DET", "PUNCT") and t.i not in bracketed)
        # The tagger takes "police" for one or for many.
        extent += "+" if self.parse[mention.head].tag in ("NNS", "NNPS") and mention.entity_kind not in ("organisation", "institution") else ""
        if (bare and self._brought_in(mention)) or another_one(self.parse, mention) or generic(self.parse, mention):
            # "a gang" and later "a gang" are two; "people" here and "people" there as well.
            extent += f"@{mention.first}"
        self.put(f"nominal:{extent}:{'' if mention.weak else ','.join(mention.countries)}", mention)
        return True

    def _counted_apart(self, mention: Found, same: list[Cluster]) -> bool:
        """Whether a plural for people has been told of before with more than one number."""
        p = self.parse
        if p[mention.head].tag not in ("NNS", "NNPS") or mention.entity_kind in BODIES:
            return False
        counts = [{" ".join(c.lower for c in p.children(m.head) if c.dep == "nummod") for m in cluster.found if m.kind == "nominal"} - {""} for cluster in same]
        return sum(bool(c) for c in counts) > 1 and len(set().union(*counts)) > 1

    def _headline_body(self, mention: Found, lemma: str) -> Cluster | None:
        """ "Guild denies", in a headline, of the one body of the report whose name ends in that noun: "The Saltmarsh Guild denied"."""
        p = self.parse
        size = mention.last - mention.first
        if p.sentences[p[mention.head].sent].part != "title" or p[mention.head].tag not in ("NN", "NNP") or p[mention.head].dep == "compound":
            return None
        if mention.entity_kind not in BODIES and not (size > 1 and mention.entity_kind == "office"):
            return None
        # "US appeals court" above "a Federal Appeals Court"
        before = [t for t in p.tokens[mention.first : mention.last - 1] if self.book.country_of(t.text) is None]
        words, size = [*(t.lower for t in before), lemma.lower()], len(before) + 1
        named = [c for c in self.clusters if any(m.kind == "name" and m.entity_kind in BODIES and m.last - m.first > size and not (mention.sectors and m.sectors and set(mention.sectors).isdisjoint(m.sectors)) and [t.lower for t in p.tokens[m.last - size : m.last]] == words for m in c.found)]
        return named[0] if len(named) == 1 else None

    def _owners(self, lemma: str, found: tuple[Found, ...]) -> set[str]:
        """The states of which a report tells by a noun."""
        return {m.countries[0] for m in found if m.kind == "nominal" and len(m.countries) == 1 and not m.weak and self.parse[m.head].lemma.lower() == lemma}

    def _bracketed(self, mention: Found) -> range:
        """The tokens between brackets within a mention: "SDF (Saltmarsh Dune Front) fighters" are SDF fighters."""
        inside = [t.i for t in self.parse.tokens[mention.first : mention.head] if t.text in ("(", ")")]
        return range(inside[0], inside[-1] + 1) if len(inside) == 2 else range(0)

    def _past_body(self, one: Found) -> bool:
        """Whether a body is named after a leader who is not the one whom the report calls president: "the Bush administration" beside "President Doe"."""
        if self.parse[one.head].lemma.lower() not in LED_BODIES:
            return False
        if self._whose_body(one) is None:
            return False
        heads = [c for c in self.clusters if any(m.kind == "name" and m.entity_kind == "person" and not m.former and (m.title or "").lower() in _HEADS for m in c.found)]
        return bool(heads) and not any(c.key.rpartition(":")[2].rpartition(" ")[2] in one.name.casefold() for c in heads)

    def _whose_body(self, one: Found) -> str | None:
        """The leader's name in a body's, "Bush" in "the Bush administration"; None where it bears a state's, a town's or no name."""
        before = self.parse.tokens[one.first : one.head]
        named = [t for t in before if t.pos == "PROPN" and t.text[:1].isupper() and self.book.country_of(t.text) is None]
        return named[-1].text if named and (named[-1].ent == "PERSON" or self.book.leader(named[-1].text, self.on) is not None) else None

    def _restricted(self, head: int, body: bool = False) -> bool:
        """Whether words behind a noun tell which one is meant: "the people of this country", of a `body` also "the firm that he led"."""
        p = self.parse
        if p[head].lemma.lower() in _RELATIVES and syntax.prep_objects(p, head, "of"):
            # "the son of X"
            return True
        if p[head].lemma.lower() in _HEADING and any(self.book.country_of(p[o].text) is None and p[o].text.islower() and p[o].lemma not in ("republic", "country", "state", "nation") for o in syntax.prep_objects(p, head, "of")):
            # "the president of the club": whoever heads another body is another.
            return True
        if body and p[head].text[:1].isupper() and head + 2 < len(p) and p[head + 1].lower == "of" and p[head + 2].text[:1].isupper():
            # "the Department of Dunes"
            return True
        if body and p[head].tag == "NN" and any(c.dep == "relcl" and not any(t.text == "," for t in p.tokens[head : c.i]) for c in p.children(head)):
            return True
        return p[head].lemma.lower() in _CROWDS and any(c.dep == "prep" and c.lower in ("of", "from", "in") for c in p.children(head) if c.i > head)

    def _brought_in(self, mention: Found) -> bool:
        """Whether a noun with "a" brings somebody in that no headline has told of."""
        p = self.parse
        if mention.entity_kind not in ("person", "office", "armed_group", "criminal_group"):
            return False
        if not any((c.dep == "det" and c.lower in ("a", "an", "another")) or (c.dep == "nummod" and c.lower == "one") for c in p.children(mention.head)):
            return False
        return not any(p.sentences[p[m.head].sent].part == "title" and p[m.head].lemma == p[mention.head].lemma for c in self.clusters for m in c.found)

    def _alike(self, one: Found, other: Found) -> bool:
        """Whether both are one or both are several, and of one state's entry in a brief; a name is neither."""
        p = self.parse
        if one.kind == "name":
            # "the army" is not the guerrillas' "Army of the Dunes", nor "these groups" one "Group of the Dunes".
            several = p[other.head].tag == "NNS" and p[one.head].tag not in ("NNS", "NNPS")
            return not several and not (one.sectors and other.sectors and not set(one.sectors) & set(other.sectors)) and not self._past_body(one)
        alike = p[one.head].lower == p[other.head].lower or (p[one.head].tag in ("NNS", "NNPS")) == (p[other.head].tag in ("NNS", "NNPS"))
        return alike and not of_two_posts(one, other) and p.headed(p[one.head].sent, "country") is p.headed(p[other.head].sent, "country")
