"""Kinds that a noun alone tells wrong, and the words around it right: "an anonymous authority", "the current and former police who", a delegation of rebels,
networks that move cocaine. A helper of the actor stage, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.entities.found import Cluster, Found
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_SENT, _NETS = word_set("bodies_that_are_sent"), word_set("nets_of_any_sort")
_NAMELESS, _ONCE = word_set("words_for_one_of_an_authority"), word_set("words_of_former_members")
_ILLICIT = word_set("illicit_goods") | word_set("nouns_of_outlawry")
_TELLING = word_set("words_of_broadcasting")
_SIDES = {"REB": "armed_group", "PRM": "armed_group", "CRM": "criminal_group"}
_MANY = ("NNS", "NNPS")


@dataclass(frozen=True, slots=True)
class Rethought:
    """Reads one parse."""

    parse: Parse

    def kind(self, cluster: Cluster, lead: Found, kind: str, sectors: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """Kind and sectors of an actor, those put right that the words around its nouns tell."""
        lemma = self.parse[lead.head].lemma.lower()
        if kind in ("institution", "organisation") and sectors and sectors[0] in _SIDES and (lemma in _SENT or (kind == "organisation" and not cluster.named)):
            # "a delegation of the rebels", "an extortion network"
            return _SIDES[sectors[0]], sectors
        if cluster.named or kind not in ("organisation", "institution", "office"):
            return kind, sectors
        if lemma == "authority" and all(self.parse[m.head].tag not in _MANY for m in cluster.found if m.kind == "nominal"):
            # "an anonymous authority", "the land-use authority"
            return "person" if self._before(lead, _NAMELESS) else "institution", sectors
        if lemma == "police" and self._before(lead, _ONCE):
            return "person", sectors
        if lemma in _NETS and not sectors and self._outlawed(cluster):
            return "criminal_group", ("CRM",)
        return kind, sectors

    def _before(self, lead: Found, words: frozenset[str]) -> bool:
        """Whether one of some words stands before the noun, in its phrase."""
        p = self.parse
        return any(t.lower in words for t in p.tokens[lead.first : lead.head]) or any(c.lower in words for c in p.children(lead.head) if c.i < lead.head)

    def _outlawed(self, cluster: Cluster) -> bool:
        """Whether a sentence about a network tells of what outlaws deal in, and of no broadcasting."""
        p = self.parse
        told = [{t.lemma.lower() for t in p.tokens[s.first : s.last]} for s in (p.sentences[i] for i in sorted({p[m.head].sent for m in cluster.found}))]
        return any(words & _ILLICIT for words in told) and not any(words & _TELLING for words in told)
