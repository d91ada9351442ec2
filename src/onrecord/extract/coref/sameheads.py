"""Whom a headline tells of by a noun and the first sentences below it by name: "Ex-minister jailed" above "Jane Doe, a former energy minister", "Oil firm sues" above
"Heron Petroleum sued". A helper of `sameness`, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.coref.samebase import GATHERED
from onrecord.extract.coref.samevoices import SameVoices
from onrecord.extract.entities.found import BODIES, Cluster, Found
from onrecord.lexicon.tables import word_set

_KIN, _DIFFERING = word_set("kin"), word_set("differing_words") - {"former"}
_PEOPLE = frozenset({"person", "office"})
_SPOUSES = word_set("words_for_spouses")
_ONE, _MANY = ("NN", "NNP"), ("NNS", "NNPS")
# Callings under several words, each of which a sector tells: a priest is Father Doe, a journalist a reporter.
_CALLED = frozenset({"REL", "JRN"})
_PAST = "ex-"
# Sentences of the body in which whom the headline is about is named.
_SOON = 1


@dataclass(frozen=True)
class SameHeads(SameVoices):
    """Each method says with which fuller cluster one is, if with any."""

    def _under_headline(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one person named in the first sentences of the body who bears the noun of the headline as a title or in an apposition, or the one person there
        of whom its verb is said; a headline that names a person tells of that one, and where two may be meant, of neither."""
        p = self.parse
        nouns = sorted((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first)
        if cluster.named or not nouns or not self._in_title(nouns[0]) or nouns[0].entity_kind not in _PEOPLE or p[nouns[0].head].tag not in _ONE:
            return None
        noun, lemma = nouns[0], self._calling(nouns[0])
        if lemma in _KIN | GATHERED or any(c.dep in ("nummod", "poss") for c in p.children(noun.head)) or any(t.lower in _DIFFERING for t in p.tokens[noun.first : noun.head]):
            return None
        if any(self._in_title(m) for c in clusters for m in c.found if m.kind == "name" and m.entity_kind == "person"):
            return None
        opening = next((s.i for s in p.sentences if s.part == "body"), -1)
        until = opening + _SOON
        named = [c for c in clusters if c.named and any(m.kind == "name" and m.entity_kind == "person" and opening <= p[m.head].sent <= until for m in c.found)]
        fitting = [c for c in named if any(self._borne(m, noun, lemma, until) for m in c.found)]
        if not fitting and len(noun.sectors) == 1 and noun.sectors[0] in _CALLED:
            sector = [c for c in clusters if c is not cluster and c.best("sectors") == noun.sectors and any(m.entity_kind in _PEOPLE and opening <= p[m.head].sent <= until for m in c.found)]
            fitting = [c for c in sector if c in named and any(m.kind == "name" and p[m.head].sent == opening for m in c.found)] if len(sector) == 1 else []
        if not fitting and len(named) == 1 and self._deeds(noun.head):
            # "Teacher flees Chad. Jane Doe fled"
            fitting = [c for c in named if any(m.kind == "name" and p[m.head].sent == opening and p[m.head].dep == p[noun.head].dep and self._deeds(m.head) & self._deeds(noun.head) for m in c.found)]
        others = any(m.kind == "nominal" and opening <= p[m.head].sent <= until and self._calling(m) == lemma for c in clusters if c is not cluster and c not in fitting for m in c.found)
        if opening < 0 or len(fitting) != 1 or others:
            return None
        state, own = self._state_of(fitting[0]), cluster.told()
        return fitting[0] if (not state or not own or state == own) and self._may_be(noun, fitting[0]) else None

    def _borne(self, mention: Found, noun: Found, lemma: str, until: int) -> bool:
        """Whether a title, or a noun for one person in the first sentences, is that of a headline, held then or before as it is there."""
        p = self.parse
        if p[mention.head].sent > until or mention.kind == "pronoun" or self._past(mention) != self._past(noun):
            return False
        if mention.kind == "name":
            return bool(mention.title) and (mention.title or "").lower().split()[-1] == lemma
        return p[mention.head].tag in _ONE and self._calling(mention) == lemma

    def _calling(self, mention: Found) -> str:
        """The noun that says what somebody is or was."""
        return self.parse[mention.head].lemma.lower().removeprefix(_PAST)

    def _past(self, mention: Found) -> bool:
        return mention.former or self.parse[mention.head].lower.startswith(_PAST) or self.parse[mention.first].lower.startswith(("ex-", "former"))

    def _body_under_headline(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Oil firm sues Chad" above "Heron Petroleum sued Chad": the body that the lead names and says the headline's verb of."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not self._in_title(nouns[0]) or nouns[0].entity_kind not in BODIES or p[nouns[0].head].tag not in _ONE or cluster.told():
            return None
        noun = nouns[0]
        opening = next((s.i for s in p.sentences if s.part == "body"), -1)
        deeds = self._deeds(noun.head)
        if opening < 0 or not deeds or p[noun.head].dep != "nsubj" or any(self._in_title(m) and m.kind == "name" and m.entity_kind in BODIES for c in clusters for m in c.found):
            return None
        doing = [
            (c, m) for c in clusters for m in c.found
            if c is not cluster and m.kind == "name" and m.entity_kind in (*BODIES, "unknown") and p[m.head].sent == opening and p[m.head].dep == "nsubj" and deeds & self._deeds(m.head)
        ]  # fmt: skip
        if len(doing) != 1:
            return None
        own = set(doing[0][0].best("sectors"))
        return doing[0][0] if not own or not noun.sectors or own & set(noun.sectors) else None

    def _spouse(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Jane Doe, the widow of Colonel Roe, said soldiers killed her husband": whose wife or husband somebody was told to be, for hers or his."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or len(nouns) != 1 or p[nouns[0].head].lemma.lower() not in _SPOUSES or p[nouns[0].head].tag != "NN":
            return None
        owner = self._owner(nouns[0].head, clusters)
        if owner is None or owner is cluster:
            return None
        partners: dict[int, Cluster] = {}
        for m in owner.found:
            said = p[m.head].lemma.lower() if m.kind == "nominal" else (m.title or "").lower().rpartition(" ")[2]
            if said not in _SPOUSES or m.first >= nouns[0].first:
                continue
            of = set(syntax.prep_objects(p, m.head, "of")) if m.kind == "nominal" else set()
            whose = self._owner(m.head, clusters)
            partners |= {id(c): c for c in clusters if c is whose or any(n.head in of for n in c.found)}
        partners = {k: c for k, c in partners.items() if c is not owner and c is not cluster and any(n.entity_kind in _PEOPLE for n in c.found)}
        return next(iter(partners.values())) if len(partners) == 1 else None
