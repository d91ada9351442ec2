"""Actors told of again by words that point back: "the same sources", "the source" behind "the police reported", "the wealthy businessman", "army positions".
A helper of `sameness`, no stage."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.extract.coref.samebase import CROWDS, GATHERED, SameBase
from onrecord.extract.entities.found import BODIES, Cluster, Found
from onrecord.extract.entities.shortforms import before_letters
from onrecord.lexicon.tables import word_set

_KIN = word_set("kin")
_LIKENESS = word_set("adjectives_of_condition")
_SPOKE = word_set("verbs_of_saying")
_DIFFERING = word_set("differing_words")
_FIGHTERS = word_set("fighters")
_PEOPLE = frozenset({"person", "office"})
_ONE, _MANY = ("NN", "NNP"), ("NNS", "NNPS")
_ANY_POST = word_set("words_for_any_post")
# Sentences within which "the source" is who spoke last.
_REACH = 2
_NAMED = frozenset({"person", "unknown"})
# Letters from which a family name alone tells whose it is, though one is wrong.
_LONG_ENOUGH = 6


@dataclass(frozen=True)
class SameAgain(SameBase):
    """Each method says with which earlier or fuller cluster one is, if with any."""

    def _same_again(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the same sources", "that same gang": those of that noun told of last, as many as they."""
        p = self.parse
        first = min((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first, default=None)
        if cluster.named or first is None or not any(t.lower == "same" for t in p.tokens[first.first : first.head]):
            return None
        lemma, many = p[first.head].lemma.lower(), p[first.head].tag in ("NNS", "NNPS")
        before = [
            (m.first, c) for c in clusters if c is not cluster for m in c.found
            if m.first < first.first and m.kind != "pronoun" and p[m.head].lemma.lower() == lemma and (p[m.head].tag in ("NNS", "NNPS")) == many
        ]  # fmt: skip
        if not before and not many and first.entity_kind in BODIES and lemma in self.book.anaphors:
            # "that same organization" after a name: the body named last, just before
            before = [(m.first, c) for c in clusters for m in c.found if m.kind == "name" and m.entity_kind in BODIES and m.first < first.first and p[first.head].sent - p[m.head].sent <= _REACH]
        return max(before, key=lambda b: b[0])[1] if before else None

    def _source(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the source added" behind "the police reported": the one body, or person without a name, that spoke in the sentences before; nobody where two did."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._bare(m) and m.definite and p[m.head].lemma.lower() == "source" and p[m.head].tag in _ONE for m in nouns):
            return None
        sent = p[nouns[0].head].sent
        spoke = {
            id(c): c for c in clusters if c is not cluster for m in c.found
            if 0 < sent - p[m.head].sent <= _REACH and m.kind != "pronoun" and p[m.head].dep == "nsubj" and p[p[m.head].head].lemma.lower() in _SPOKE
        }  # fmt: skip
        one = next(iter(spoke.values())) if len(spoke) == 1 else None
        body = next((m.entity_kind for m in one.found if m.entity_kind in BODIES), None) if one is not None else None
        if body is None:
            return None
        cluster.found[:] = [replace(m, entity_kind=body, sectors=()) for m in cluster.found]
        return one

    def _conditioned(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the wealthy businessman", "the slain mayor" after "a businessman", "the mayor": a definite noun with nothing but a word for how somebody is, where
        one person alone was told of by that noun before."""
        p = self.parse
        nouns = sorted((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first)
        if cluster.named or not nouns or not all(m.definite and m.entity_kind in _PEOPLE and p[m.head].tag in _ONE and not m.former for m in nouns):
            return None
        first = nouns[0]
        lemma = p[first.head].lemma.lower()
        before = [t.lower for t in p.tokens[first.first : first.head] if t.pos not in ("DET", "PUNCT")]
        if not before or not set(before) <= _LIKENESS or lemma in _KIN | GATHERED or any(c.dep in ("poss", "prep", "relcl", "acl", "appos") for c in p.children(first.head)):
            return None
        others = [c for c in clusters if c is not cluster and any(m.kind != "pronoun" and p[m.head].lemma.lower() == lemma and p[m.head].tag in _ONE for m in c.found)]
        told = [c for c in others if any(m.first < first.first and p[m.head].lemma.lower() == lemma and not any(t.lower in _DIFFERING for t in p.tokens[m.first : m.head]) for m in c.found)]
        return told[0] if len(others) == 1 and len(told) == 1 else None

    def _attributive(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "army positions", "a police investigation": the one body of that sort of which the report tells, for its bare noun before another."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(m.last - m.first == 1 and m.entity_kind in BODIES and p[m.head].dep in ("compound", "nmod", "amod") and p[m.head].tag in _ONE for m in nouns):
            return None
        role, told = self._role(nouns[0]), cluster.told()
        if not role or any(self._role(m) != role for m in nouns):
            return None
        same = [c for c in clusters if c is not cluster and any(m.kind != "pronoun" and (self._role(m) == role or self._named_so(m, role)) for m in c.found)]
        return same[0] if len(same) == 1 and (not told or same[0].told() in ((), told)) else None

    def _named_so(self, mention: Found, role: str) -> bool:
        """ "the Chadian Army", a listed body under whatever name it is listed."""
        words = " ".join(t.lower for t in self.parse.tokens[mention.first : mention.last])
        return mention.kind == "name" and mention.entity_kind in BODIES and words.endswith(f" {role}")

    def _bracket_letters(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the Heron Office for Dune Ports (HODP)": the body whose name opens the capitalised words before the bracket of which the letters are the initials, for the
        letters' own cluster, where the two were known by different names."""
        p = self.parse
        for m in cluster.found:
            if m.kind != "name" or m.entity_kind == "person" or m.last - m.first != 1 or not m.first or p[m.first - 1].text != "(":
                continue
            before = {
                id(c): c for c in clusters if c is not cluster for n in c.found
                if n.kind == "name" and n.entity_kind in (*BODIES, "unknown") and n.organisation is None and n.last < m.first - 1 and before_letters(p, n.first, n.last) == m.first - 1
            }  # fmt: skip
            if len(before) == 1:
                return next(iter(before.values()))
        return None

    def _lettered(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Heronland Dune Army (HDA) guerrillas": fighters of the one group that is named within their own words, where nothing else tells them apart."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._role(m) in _FIGHTERS and p[m.head].tag in ("NNS", "NNPS") for m in nouns):
            return None
        noun = nouns[0]
        if any(c.dep in ("nummod", "acl", "relcl", "prep", "det", "poss", "quantmod") or c.lower in _DIFFERING for c in p.children(noun.head)):
            return None
        inside = {id(c): c for c in clusters if c is not cluster for m in c.found if m.kind == "name" and m.entity_kind in BODIES and noun.first <= m.first and m.last <= noun.head}
        return next(iter(inside.values())) if len(inside) == 1 else None

    def _misspelt(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Liberdo Heron", "Liberto Herron" beside "Liberto Heron Dune", "Herron" beside "Heron": a person's name that one letter parts from that of the only
        other like it, who is named as often at least."""
        mine = self._names(cluster)
        if not mine:
            return None
        spelt = [c for c in clusters if c is not cluster and any(_misread(one, other) for one in mine for other in self._names(c))]
        return spelt[0] if len(spelt) == 1 and len(self._names(spelt[0])) >= len(mine) else None

    def _uncounted(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the union leaders" after "twelve regional union leaders": definite people of whom the report has told once, by the same noun with a number and no word that
        these lack nor one that they add."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(m.definite and m.entity_kind in _PEOPLE and p[m.head].tag in _MANY for m in nouns):
            return None
        first = min(nouns, key=lambda m: m.first)
        lemma = p[first.head].lemma.lower()
        if lemma in GATHERED | CROWDS or self._number(first) is not None or any(c.dep in ("poss", "prep", "relcl", "acl") or c.lower in _DIFFERING for m in nouns for c in p.children(m.head)):
            return None
        own = self._sorted_by(first)
        same = [c for c in clusters if c is not cluster and any(m.kind == "nominal" and p[m.head].lemma.lower() == lemma and p[m.head].tag in _MANY for m in c.found)]
        before = [c for c in same if not c.named and any(m.kind == "nominal" and m.first < first.first and self._number(m) is not None and own <= self._sorted_by(m) for m in c.found)]
        return before[0] if len(same) == len(before) == 1 and (not cluster.told() or cluster.told() == before[0].told()) else None

    def _sorted_by(self, mention: Found) -> set[str]:
        """The words before a noun that tell of what sort its people are."""
        return {t.lemma.lower() for t in self.parse.tokens[mention.first : mention.head] if t.pos in ("NOUN", "PROPN", "ADJ", "VERB")}

    def _identified(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Another man arrested in the raid was Jane Doe": the person whom a noun, told of nowhere before, is said to be."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns:
            return None
        noun = min(nouns, key=lambda m: m.first)
        verb = p.head(noun.head)
        if noun.entity_kind not in _PEOPLE or p[noun.head].tag not in _ONE or p[noun.head].dep != "nsubj" or verb is None or verb.lemma != "be" or any(c.dep == "neg" for c in p.children(verb.i)):
            return None
        said = [c.i for c in p.children(verb.i) if c.dep in ("attr", "nsubj") and c.i > verb.i and p[verb.i].tag in ("VBD", "VBZ")]
        return next((c for c in clusters for m in c.found if len(said) == 1 and m.kind == "name" and m.entity_kind == "person" and m.head == said[0]), None)

    def _of_that_body(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the HDA leader" after "X, secretary of the HDA": the one person named so far whom the report ties to that body, for a word that fits any post; "the HDA
        president" after "HDA president X"."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(m.definite and not m.former and m.entity_kind in _PEOPLE and p[m.head].tag in _ONE for m in nouns):
            return None
        noun = nouns[0]
        body = {w.lower() for w in self._capitals(noun) if self.book.country_of(w) is None}
        if not body or any(c.dep in ("prep", "relcl", "acl", "appos") for c in p.children(noun.head)):
            return None
        people = [c for c in clusters if any(m.kind == "name" and m.entity_kind == "person" for m in c.found)]
        lemma = p[noun.head].lemma.lower()
        titled = [c for c in people for m in c.found if m.kind == "name" and m.title and m.first and m.title.lower().split()[-1] == lemma and p[m.first - 1].lower in body]
        if titled:
            return titled[0] if len({id(c) for c in titled}) == 1 else None
        if any(p[m.head].lemma.lower() not in _ANY_POST for m in nouns):
            return None
        tied = [c for c in people if any(m.kind == "nominal" and m.entity_kind in _PEOPLE and m.first < noun.first and p[m.head].tag in _ONE and body <= self._words_of(m) for m in c.found)]
        return tied[0] if len(tied) == 1 else None

    def _words_of(self, mention: Found) -> set[str]:
        """The words of a noun and of what it is of."""
        return {self.parse[i].lower for i in self.parse.subtree(mention.head)} | self._before(mention)

    @staticmethod
    def _names(cluster: Cluster) -> list[list[str]]:
        """The words of each name of a person; none where a name is a body's or a state's."""
        names = [m for m in cluster.found if m.kind == "name"]
        if not all(m.entity_kind in _NAMED for m in names):
            return []
        return [m.name.casefold().split() for m in names]


def _misread(one: list[str], other: list[str]) -> bool:
    """Whether two names of persons are one but for a letter: in the given name before one family name, in the family name behind one given name, in a family
    name alone. A family name of few letters may be another's."""
    if len(one) > 1 and len(other) > 1:
        if one[1] == other[1] and _one_letter(one[0], other[0]):
            return True
        return len(one) == len(other) and one[:-1] == other[:-1] and min(len(one[-1]), len(other[-1])) >= _LONG_ENOUGH - 1 and _one_letter(one[-1], other[-1])
    if len(one) > 1:
        return False
    return len(one[0]) >= _LONG_ENOUGH and any(_one_letter(one[0], w) for w in other if len(w) >= _LONG_ENOUGH)


def _one_letter(one: str, other: str) -> bool:
    """Whether one letter, put for another, left out or added, makes one word of four letters and more the other."""
    if min(len(one), len(other)) < 4 or one[0] != other[0] or abs(len(one) - len(other)) > 1 or one == f"{other}s" or other == f"{one}s":
        return False  # "the Herons" are a family
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return any(long[:k] + long[k + 1 :] == short for k in range(len(long)))
