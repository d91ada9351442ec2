"""actors, second half: one cluster an actor. Same name, part of a full name, another name of it, acronym, the noun that describes it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import cast

from onrecord import syntax
from onrecord.actorbook import ActorBook
from onrecord.extract.antecedents import Antecedents
from onrecord.extract.found import BODIES, Found
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_RELATIONAL = word_set("relational_nouns")
_TITLED = frozenset({"name:apposed", "name:organisation", "name:capitalised"})
_PEOPLE = frozenset({"person", "office"})
_REACH = 3
_COLLECTIVE = word_set("collective_people")
_HOUSES = word_set("building_roles")
_DIFFERING = word_set("differing_words")
_ARMED = frozenset({"armed_group", "criminal_group"})
_DEFINITE = word_set("pointing_determiners")


@dataclass
class Cluster:
    """The mentions of one actor."""

    key: str
    found: list[Found] = field(default_factory=list)

    def best(self, attribute: str) -> tuple[str, ...]:
        """The first non-empty value of a tuple attribute, names before nominals, what is told before what is only likely."""
        for mention in sorted(self.found, key=lambda m: (m.weak and attribute == "countries", attribute == "sectors" and m.sectors == ("CVL",), m.kind != "name")):
            value = getattr(mention, attribute)
            if value:
                return cast(tuple[str, ...], value)
        return ()

    def told(self) -> tuple[str, ...]:
        """The countries that the words of some mention tell."""
        return next((m.countries for m in sorted(self.found, key=lambda m: m.kind != "name") if m.countries and not m.weak), ())

    @property
    def named(self) -> bool:
        return any(m.kind == "name" for m in self.found)


@dataclass
class Clusterer:
    """Joins the mentions of one actor: same name, surname of a full name, acronym, bare definite noun, pronoun."""

    parse: Parse
    book: ActorBook
    quoted: frozenset[int] = frozenset()
    labels: frozenset[int] = frozenset()
    clusters: list[Cluster] = field(default_factory=list)
    by_key: dict[str, Cluster] = field(default_factory=dict)

    def run(self, found: tuple[Found, ...]) -> list[Cluster]:
        """The clusters in text order."""
        # Persons first, then full names before short ones, so that a surname in the headline finds the full name of the body.
        others = {m.name.casefold() for m in found if m.same >= 0}
        names = sorted(
            (m for m in found if m.kind == "name"),
            key=lambda m: (m.entity_kind != "person", m.same < 0 and m.name.casefold() in others, m.same < 0 and self._letters(m), m.same >= 0, -(m.last - m.first), m.first),
        )
        for mention in names:
            self.put(self.name_key(mention), mention)
        for mention in found:
            if mention.kind == "nominal":
                self.nominal(mention)
        antecedents = Antecedents(self.parse, self.clusters, self.quoted, self.labels)
        for mention in found:
            if mention.kind == "pronoun":
                antecedents.attach(mention)
        self.clusters = [c for c in self.clusters if c.found]
        self.owned()
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
            if cluster.best("countries"):
                continue
            for k, mention in enumerate(list(cluster.found)):
                owner = syntax.child_of(self.parse, mention.head, "poss") if mention.kind == "nominal" else None
                whose = at.get(owner.i) if owner is not None and owner.tag == "PRP$" else None
                countries = whose.best("countries") if whose is not None else ()
                if len(countries) == 1 and self.parse[mention.head].lemma not in _RELATIONAL:
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
            return self._longer_name(mention.organisation.name) or f"org:{mention.organisation.name}"
        if mention.entity_kind == "state":
            own = mention.name.casefold() if self.book.territory(mention.name) else ""
            return f"state:{own}{','.join(mention.countries)}:{','.join(mention.sectors)}"
        words = mention.name.casefold().replace("’", "'").removesuffix("'s")
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
            return self._house_of(mention) or self._acronym(mention) or self._shorter(words, mention) or f"name:{words}{self._whose(mention)}"
        return f"person:{words}"

    def _whose(self, mention: Found) -> str:
        """What tells apart bodies that every state has under one word: two states' senates."""
        return f" of {mention.countries[0]}" if mention.countries and not mention.weak and self.book.role(mention.name) is not None else ""

    def _house_of(self, mention: Found) -> str | None:
        """ "the Senate" of a state whose listed senate the report names: "the US Senate"."""
        if len(mention.countries) != 1 or self.book.role(mention.name) is None:
            return None
        return next((k for k, c in self.by_key.items() if k.startswith("org:") and k.endswith(f" {mention.name}") and c.told() == mention.countries), None)

    def _longer_name(self, name: str) -> str | None:
        """The one other listed body of the report whose name ends in a listed name: "Red Cross" is the "Chadian Red Cross" named before."""
        longer = [k for k in self.by_key if k.startswith("org:") and k.endswith(f" {name}")]
        return longer[0] if len(longer) == 1 else None

    def _alias_key(self, words: str) -> str | None:
        for key, cluster in self.by_key.items():
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
            last = [k for k, n in names.items() if n[-1] == parts[0]]
            if last:
                return last[0] if len(last) == 1 or mention.entity_kind == "person" else None
            inner = [k for k, n in names.items() if len(n) > 1 and parts[0] in n]
            return inner[0] if len(inner) == 1 and self._surname_fits(inner[0], parts[0], mention) and (mention.entity_kind == "person" or self._vocative(mention) or names[inner[0]].index(parts[0]) > 0) else None
        holding = [k for k, n in names.items() if set(parts) <= set(n)]
        return holding[0] if len(holding) == 1 or (holding and mention.entity_kind == "person") else None

    def _surname_fits(self, key: str, word: str, mention: Found) -> bool:
        """No title that the person does not bear stands before the word."""
        titles = {m.title.lower() for m in self.by_key[key].found if m.title}
        return not mention.title or not titles or mention.title.lower() in " ".join(titles)

    def _vocative(self, mention: Found) -> bool:
        p = self.parse
        return mention.first > 0 and p[mention.first - 1].text == "," and mention.last < len(p) and p[mention.last].text in (".", "?", ",", "!")

    def _shorter(self, words: str, mention: Found) -> str | None:
        """The one longer unlisted name of a body that opens or ends with these words: "the Saltmarsh" for "Saltmarsh Gang"."""
        if mention.entity_kind not in (*BODIES, "unknown") or len(words) < 4:
            return None
        longer = [k for k in self.by_key if k.startswith("name:") and (k.removeprefix("name:").startswith(words + " ") or k.endswith(" " + words))]
        longer += [k for k in self.by_key if k.startswith("org:") and k.casefold().removeprefix("org:").startswith(words + " ")]
        return longer[0] if (len(longer) == 1 and " " not in words) or (len(longer) == 1 and len(words.split()) > 1) else None

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
        return None

    # Nouns -------------------------------------------------------------------------------------------------------------

    def nominal(self, mention: Found) -> None:
        """A nominal with the same head word and country is the same actor; a bare definite one is the last of that head word."""
        lemma = self.parse[mention.head].lemma
        known = self._bracketed(mention) or self._apposed(mention) or self._described(mention) or self._same_post(mention) or self._same_house(mention)
        if known is not None:
            known.found.append(mention)
            return
        bare = mention.last - mention.first == 1
        if mention.definite and bare:
            for cluster in reversed(self.clusters):
                if any(
                    (self.parse[m.head].lemma == lemma or self.parse[m.head].lower == lemma) and m.first < mention.first and self._alike(m, mention)
                    for m in cluster.found
                    if m.kind != "pronoun"
                ):
                    cluster.found.append(mention)
                    return
        owner = syntax.noun_phrase(self.parse, mention.head)
        extent = " ".join(t.lemma for t in self.parse.tokens[owner[0] : owner[1]] if t.pos not in ("DET", "PUNCT"))
        # The tagger takes "police" for one or for many.
        extent += "+" if self.parse[mention.head].tag in ("NNS", "NNPS") and mention.entity_kind not in ("organisation", "institution") else ""
        self.put(f"nominal:{extent}:{'' if mention.weak else ','.join(mention.countries)}", mention)

    def _alike(self, one: Found, other: Found) -> bool:
        """Whether both are one or both are several; a name is neither."""
        p = self.parse
        return one.kind == "name" or p[one.head].lower == p[other.head].lower or (p[one.head].tag in ("NNS", "NNPS")) == (p[other.head].tag in ("NNS", "NNPS"))

    def _apposed(self, mention: Found) -> Cluster | None:
        """The named actor that a nominal says something of: "a member of the parliament, X", "X, the minister", "the newspaper X"."""
        p = self.parse
        if mention.entity_kind in BODIES:
            start = self._behind(mention.last)
            behind = next((c for c in self.clusters if any(m.first == start and m.kind == "name" and m.rule in _TITLED for m in c.found)), None)
            return behind or self._announced(mention)
        if mention.entity_kind not in _PEOPLE:
            return None
        token = p[mention.head]
        many = token.tag in ("NNS", "NNPS") or token.lemma.lower() in _COLLECTIVE
        lead = p[syntax.first_conjunct(p, mention.head)]
        owned = lead.pos == "PROPN" and any(c.dep in ("det", "poss") for c in p.children(mention.head))
        others = [lead.head] if lead.dep == "appos" and p[lead.head].tag not in ("NNS", "NNPS") and not (lead is not token and owned) else []
        # Of "ex-wife" the parser may hang each half on the verb by itself.
        others += [c.i for half in {mention.head, mention.last - 1} for c in p.children(half) if c.dep == "appos"]
        others += [c.i for o in syntax.prep_objects(p, mention.head, "of") for c in p.children(o) if c.dep == "appos" and any(t.text == "," for t in p.tokens[o : c.i])]
        others += self._predicated(mention.head) + self._by_name(mention.head)
        chosen = self._one_of(mention.head)
        others += chosen
        # "his envoy to the United Nations Jane Doe"
        others += [o for o in syntax.prep_objects(p, mention.head, "to") if any(m.head == o and m.entity_kind == "person" for c in self.clusters for m in c.found)]
        if token.dep == "pobj" and not others:
            return None
        for other in others:
            for cluster in self.clusters:
                if any(
                    m.first <= other < m.last and m.kind == "name" and m.organisation is None and m.entity_kind in ("person", "organisation", "unknown")
                    and not (many and other not in chosen and m.entity_kind == "person")
                    for m in cluster.found
                ):
                    return cluster
        return None

    def _behind(self, at: int) -> int:
        """The token where a name may begin behind a noun that announces it, a short form in brackets and an article left out: "the body (BODY) the X"."""
        p = self.parse
        if at + 2 < len(p) and p[at].text == "(" and p[at + 2].text == ")":
            at += 3
            return at + 1 if at + 1 < len(p) and p[at].lower == "the" else at
        return at

    def _bracketed(self, mention: Found) -> Cluster | None:
        """ "the statistics office (ABCD)": the body whose short name stands in brackets behind a noun."""
        p = self.parse
        if mention.entity_kind not in (*BODIES, "office") or mention.last + 2 >= len(p) or p[mention.last].text != "(":
            return None
        close = p[mention.last + 2].text == ")"
        return next((c for c in self.clusters for m in c.found if close and m.first == mention.last + 1 and m.last == mention.last + 2 and m.kind == "name"), None)

    def _same_house(self, mention: Found) -> Cluster | None:
        """ "the heavily guarded embassy" after "the Chadian embassy": the one house of that sort told of before, where nothing says another."""
        p = self.parse
        lemma = self._house(mention)
        if lemma not in _HOUSES or p[mention.head].tag not in ("NN", "NNP") or (mention.countries and not mention.weak):
            return None
        if not mention.definite and any(c.dep == "det" for c in p.children(mention.head)):
            return None
        if any(t.lower in _DIFFERING for t in p.tokens[mention.first : mention.head]) or any(c.dep == "poss" for c in p.children(mention.head)):
            return None
        same = [c for c in self.clusters if any(self._house(m) == lemma and m.first < mention.first and p[m.head].tag == p[mention.head].tag for m in c.found)]
        return same[0] if len(same) == 1 else None

    def _house(self, mention: Found) -> str:
        """The noun that says what house it is: a consulate general is a consulate."""
        lemma = self.parse[mention.head].lemma.lower()
        return mention.rule.removeprefix("role:").split()[0] if mention.rule.startswith("role:") and lemma == "general" else lemma

    def _by_name(self, head: int) -> list[int]:
        """ "a citizen by the name of X", "a man named X" """
        p = self.parse
        found = [o for b in syntax.prep_objects(p, head, "by") if p[b].lemma == "name" for o in syntax.prep_objects(p, b, "of")]
        return found + [c.i for v in p.children(head) if v.dep == "acl" and v.lemma in ("name", "call") for c in p.children(v.i) if c.dep in ("oprd", "dobj", "attr")]

    def _one_of(self, head: int) -> list[int]:
        """ "one of the most wanted smugglers, X": whom the apposition to "one" names."""
        p = self.parse
        prep = p.head(head) if p[head].dep == "pobj" else None
        one = p.head(prep.i) if prep is not None and prep.lower == "of" else None
        return [c.i for c in p.children(one.i) if c.dep == "appos"] if one is not None and one.lower == "one" else []

    def _predicated(self, head: int) -> list[int]:
        """The subject that a noun is said of: "X is a blogger", but not "X may be" or "X is not"."""
        p = self.parse
        verb = p.head(head)
        if p[head].dep != "attr" or verb is None or verb.lemma != "be" or any(c.tag == "MD" or c.dep in ("neg", "mark") for c in p.children(verb.i)):
            return []
        return [c.i for c in p.children(verb.i) if c.dep == "nsubj"]

    def _announced(self, mention: Found) -> Cluster | None:
        """ "the Saltmarsh Union, a trade union": the body that an apposition between commas says something of; "X is an offshoot of Y"."""
        token = self.parse[mention.head]
        p = self.parse
        above = self._predicated(mention.head)
        below = [c for c in p.children(mention.head) if c.dep == "appos"]
        if len(below) == 1 and not any(c.dep == "conj" for c in p.children(mention.head)) and mention.definite:
            # "the investigative police, the X"
            above = [*above, below[0].i]
        # "X, Y, the league and Z" is a row of bodies.
        row = [c for at in (token.head, mention.head) for c in p.children(at) if c.dep == "appos"]
        listed = token.dep == "appos" and (len(row) > 1 or p[token.head].dep == "appos" or any(c.dep == "conj" for c in p.children(mention.head)))
        if token.dep == "appos" and not listed and any(t.text in (",", "(") for t in self.parse.tokens[token.head : mention.first]):
            above = [*above, token.head]
        for at in above:
            for c in self.clusters:
                if any(m.first <= at < m.last and m.kind == "name" and m.entity_kind in (*BODIES, "unknown", "office") for m in c.found):
                    return c
        return None

    def _described(self, mention: Found) -> Cluster | None:
        """The named body that "the newspaper", "the gang", "the group" stands for: the one of that sort named in the sentences just before."""
        p = self.parse
        sort = self.book.anaphors.get(p[mention.head].lemma.lower())
        if sort is None or not self._pointing(mention):
            return None
        kinds, sectors = sort
        lemma = p[mention.head].lemma
        near: list[tuple[bool, bool, int, Cluster]] = []
        for cluster in self.clusters:
            own = set(cluster.best("sectors"))
            for m in cluster.found:
                back = p[mention.head].sent - p[m.head].sent
                if m.kind == "pronoun" or m.first >= mention.first or not 0 <= back <= _REACH:
                    continue
                again = p[m.head].lemma == lemma and p[m.head].tag not in ("NNS", "NNPS")
                fits = m.entity_kind in kinds and bool(sectors & own or (not sectors and m.entity_kind in _ARMED))
                one = m.kind == "name" or lemma == "force" or p[m.head].tag not in ("NNS", "NNPS")
                if again or (fits and one and (m.kind == "name" or lemma == "force" or m.entity_kind in _ARMED)):
                    near.append((again and not cluster.named, p[m.head].dep in ("nsubj", "nsubjpass"), m.first, cluster))
        # What was called so before, else the subject of a sentence before others, the nearest of them.
        return max(near, key=lambda n: n[:3])[3] if near else None

    def _pointing(self, mention: Found) -> bool:
        """Whether a singular noun only points back: "the group", "that criminal group", not "the group of five", "the rebel group X"."""
        p = self.parse
        token = p[mention.head]
        if token.tag not in ("NN", "NNP") or token.dep in ("appos", "attr", "compound"):
            return False
        children = p.children(mention.head)
        if not any(c.dep == "det" and c.lower in _DEFINITE for c in children):
            return False
        if any(c.dep == "appos" and p[c.i - 1].text != "(" for c in children):
            return False
        if any(c.dep in ("poss", "nummod", "relcl", "acl") or (c.dep == "prep" and c.lower in ("of", "in", "for", "from", "at", "by")) for c in children):
            return False
        capital = [t for t in p.tokens[mention.first : mention.last] if t.text[:1].isupper() and t.i not in (mention.head, p.sentences[token.sent].first)]
        return all(t.pos == "ADJ" and self.book.country_of(t.text) is None for t in capital)

    def _same_post(self, mention: Found) -> Cluster | None:
        """The one named person of the report who bears as a title what a definite noun says: "the spokeswoman" after "spokeswoman X"."""
        p = self.parse
        token = p[mention.head]
        if mention.entity_kind not in _PEOPLE or token.tag not in ("NN", "NNP") or not self._pointing(mention):
            return None
        lemma = token.lemma.lower()
        fitting: list[Cluster] = []
        for cluster in self.clusters:
            titled = any(m.kind == "name" and m.title and m.title.lower().split()[-1] == lemma and m.first < mention.first for m in cluster.found)
            said = cluster.named and any(m.kind == "nominal" and p[m.head].lemma.lower() == lemma and m.first < mention.first for m in cluster.found)
            if titled or said:
                fitting.append(cluster)
        others = [c for c in self.clusters if not c.named and any(p[m.head].lemma.lower() == lemma and p[m.head].tag == token.tag for m in c.found)]
        return fitting[0] if len(fitting) == 1 and not others else None
