"""Actors brought in by a noun and told of again in other words: a number of people without the number, who "was Jane Doe", guerrillas and the front that claims what they
claimed, "the firm" of a report about one. A helper of `sameness`, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.found import Cluster, Found
from onrecord.extract.samebase import CROWDS, GATHERED, SameBase
from onrecord.lexicon.tables import word_set

_DIFFERING = word_set("differing_words")
_FIGHTERS = word_set("fighters")
_FIRMS = frozenset({"company", "firm", "bank", "lender", "airline", "carmaker", "retailer", "manufacturer", "startup", "conglomerate"})
_PEOPLE = frozenset({"person", "office"})
_MANY, _ONE = ("NNS", "NNPS"), ("NN", "NNP")
_UNSORTED = frozenset({"organisation", "unknown"})
_IRREGULAR = frozenset({"REB", "PRM", "CRM", "UAF"})
_MAIN = 2


@dataclass(frozen=True)
class Retold(SameBase):
    """Each method says with which earlier or fuller cluster one is, if with any."""

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
        own = self._telling(first)
        same = [c for c in clusters if c is not cluster and any(m.kind == "nominal" and p[m.head].lemma.lower() == lemma and p[m.head].tag in _MANY for m in c.found)]
        before = [c for c in same if not c.named and any(m.kind == "nominal" and m.first < first.first and self._number(m) is not None and own <= self._telling(m) for m in c.found)]
        return before[0] if len(same) == len(before) == 1 and (not cluster.told() or cluster.told() == before[0].told()) else None

    def _telling(self, mention: Found) -> set[str]:
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

    def _claimed_alike(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Chadian guerrillas claimed credit for the raid. The Dune Front claimed credit": fighters of whom the lead tells, and the one named body of which the report says
        the same with the same object."""
        p = self.parse
        nouns = sorted((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first)
        opening = next((s.i for s in p.sentences if s.part == "body"), 0)
        if cluster.named or not nouns or p[nouns[0].head].sent > opening or not all(self._role(m) in _FIGHTERS and p[m.head].tag in _MANY for m in nouns):
            return None
        deeds = self._done(nouns[0].head)
        named = [c for c in clusters if c.named and any(m.kind == "name" and m.entity_kind in (*_UNSORTED, "armed_group") and deeds & self._done(m.head) for m in c.found)]
        fits = [c for c in named if set(c.best("sectors")) <= _IRREGULAR and (not c.told() or not cluster.told() or c.told() == cluster.told())]
        return fits[0] if len(named) == len(fits) == 1 else None

    def _done(self, head: int) -> set[tuple[str, str]]:
        """The verbs of which a noun is the subject, each with its object."""
        p = self.parse
        above = p.head(head)
        if above is None or p[head].dep != "nsubj" or above.pos not in syntax.VERBAL:
            return set()
        return {(above.lemma, c.lemma.lower()) for c in p.children(above.i) if c.dep == "dobj"}

    def _main_body(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the New York bank", "the firm" in a report that opens with one name and names no other body before: it, where nothing tells what sort of body it is."""
        p = self.parse
        nouns = sorted((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first)
        if cluster.named or not nouns or not all(m.definite and p[m.head].tag in _ONE and p[m.head].lemma.lower() in _FIRMS for m in nouns) or any(self._apart(m) for m in nouns):
            return None
        noun = nouns[0]
        if any(c.dep in ("relcl", "acl", "poss") or (c.dep == "prep" and c.lower == "of") for c in p.children(noun.head)) or self._rivals(cluster, clusters):
            return None
        opening = next((s.i for s in p.sentences if s.part == "body"), 0)
        before = [c for c in clusters if c.named and any(m.kind == "name" and m.entity_kind in _UNSORTED and m.first < noun.first for m in c.found)]
        main = [c for c in before if p[c.found[0].head].sent <= opening and set(c.best("sectors")) <= {"BUS"} and sum(m.kind == "name" for m in c.found) >= _MAIN]
        return main[0] if len(before) == len(main) == 1 else None
