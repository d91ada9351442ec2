"""Who the lead's speaker was, and other names and nouns that take up the lead: "the interior minister said ... Ana Luz told reporters", "the governor of the region said
... Governor Luz", "the pupils ... the children". A helper of `sameness`, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord._text_key import name_key
from onrecord.extract.coref.samebase import SameBase
from onrecord.extract.entities.found import BODIES, Cluster, Found
from onrecord.lexicon.callings import callings

_PEOPLE = frozenset({"person", "office"})
_ONE = ("NN", "NNP")
_MANY = ("NNS", "NNPS")
_YOUNG = frozenset({"child", "pupil", "student", "schoolchild", "schoolgirl", "schoolboy", "girl", "boy", "kid", "youngster", "teenager"})
_REACH = 2  # sentences between the noun and the name
_LEAD = 4  # sentences of the body within which the lead's speaker is named


@dataclass(frozen=True)
class SameLeads(SameBase):
    """Each method says with which earlier cluster one is, if with any."""

    def _speaker_named(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one unnamed person who has spoken, for a name that speaks on without a title or a word of who he is: an agency brings nobody else in so."""
        p = self.parse
        name = min(cluster.found, key=lambda m: m.first)
        sentence = p.sentences[p[name.head].sent]
        first = next((s.i for s in p.sentences if s.part == "body" and s.parsed), -1)
        if name.kind != "name" or name.entity_kind != "person" or name.last - name.first < 2 or name.title or name.sectors or name.countries or sentence.part != "body" or sentence.i - first >= _LEAD:
            return None
        if not self._is_speaker(name) or self._told_who(name) or name_key(name.name) in self.book.holders:
            return None  # whom readers know, an agency may name without more: the lead's minister or somebody else
        spoke = [c for c in clusters if c is not cluster and any(self._is_speaker(m) and m.first < name.first for m in c.found)]
        unnamed = [c for c in spoke if not c.named and all(m.entity_kind in _PEOPLE and (m.kind == "pronoun" or p[m.head].tag in _ONE) for m in c.found)]
        near = [c for c in unnamed if any(m.kind == "nominal" and 0 < sentence.i - p[m.head].sent <= _REACH and self._is_speaker(m) for m in c.found)]
        people = [c for c in spoke if any(m.entity_kind in _PEOPLE for m in c.found)]
        return near[0] if len(near) == 1 and people == near else None

    def _post_of_place(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one person with that title, for "the governor of X" told of right before: "Governor Luz"."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or len(nouns) != 1 or nouns[0].former or nouns[0].entity_kind != "office" or p[nouns[0].head].tag not in _ONE:
            return None
        noun, lemma = nouns[0], p[nouns[0].head].lemma.lower()
        if not any(c.dep == "prep" and c.lower == "of" for c in p.children(noun.head)):
            return None
        same = [c for c in clusters if c is not cluster and any((m.kind == "nominal" and p[m.head].lemma.lower() == lemma) or (m.title or "").lower().split()[-1:] == [lemma] for m in c.found)]
        if len(same) != 1 or not same[0].named:
            return None
        named = min((m for m in same[0].found if m.kind == "name"), key=lambda m: m.first)
        bare = (named.title or "").lower() == lemma and not named.countries
        return same[0] if bare and 0 < p[named.head].sent - p[noun.head].sent <= _REACH else None

    def _by_his_calling(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one unnamed person of the calling that a title tells: "are holding a Catholic priest ... Father Luka Heron was abducted"."""
        p = self.parse
        names = [m for m in cluster.found if m.kind == "name" and m.entity_kind == "person"]
        called = callings().get(self._honour(names[0]), frozenset()) if names else frozenset()
        if not called or any(not called.isdisjoint(callings().get(self._honour(m), ())) for c in clusters if c is not cluster for m in c.found if m.kind == "name"):
            return None
        if any(self._is_speaker(m) for m in names):
            return None  # "A doctor was killed. Dr Ana Luz said"
        of_it = [c for c in clusters if c is not cluster and any(m.kind == "nominal" and p[m.head].lemma.lower() in called for m in c.found)]
        if len(of_it) != 1 or of_it[0].named:
            return None
        noun = min((m for m in of_it[0].found if m.kind == "nominal"), key=lambda m: m.first)
        apart = p[names[0].head].sent - p[noun.head].sent
        return of_it[0] if p[noun.head].tag in _ONE and noun.first < names[0].first and 0 < apart <= _REACH else None

    def _honour(self, name: Found) -> str:
        """The title that opens a name or stands right before it, in small letters."""
        own = self.parse[name.first].lower.rstrip(".")
        return own if own in callings() else self.parse[name.first - 1].lower.rstrip(".") if name.first else ""

    def _the_young(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "280 pupils were seized ... the children": the one group of young people told of before."""
        p = self.parse
        mine = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not mine or not all(m.definite and p[m.head].lemma.lower() in _YOUNG and p[m.head].tag in _MANY and self._bare(m) for m in mine):
            return None
        lemma = p[mine[0].head].lemma.lower()
        groups = [c for c in clusters if c is not cluster and not c.named and any(m.kind == "nominal" and m.first < mine[0].first and p[m.head].lemma.lower() in _YOUNG and p[m.head].tag in _MANY for m in c.found)]
        fits = len(groups) == 1 and all(p[m.head].lemma.lower() != lemma for m in groups[0].found)
        return groups[0] if fits else None

    def _first_words(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Al Noor" behind "Al Noor Petroleum FZE": the body whose name begins so, where the report tells of no person by that name."""
        names = [m for m in cluster.found if m.kind == "name"]
        if not names or len(names) != len([m for m in cluster.found if m.kind != "pronoun"]) or any(m.title or m.sectors or m.organisation is not None or m.entity_kind not in ("person", "unknown") for m in names):
            return None
        words = names[0].name.split()
        if len(words) < 2 or any(m.name.split()[: len(words)] != words for m in names):
            return None
        bodies = [c for c in clusters if c is not cluster for m in c.found if m.kind == "name" and m.entity_kind in BODIES and m.first < names[0].first and len(m.name.split()) > len(words) and m.name.split()[: len(words)] == words]
        return bodies[0] if len({id(c) for c in bodies}) == 1 else None
