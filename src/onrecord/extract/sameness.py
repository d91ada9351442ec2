"""Actors that clustering left apart and that a report tells of as one: a bare "the government" beside "the Chadian government", a seat of government
beside its state. A helper of clustering, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.found import BODIES, Cluster, Found
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

# What each state has one of, so that a report that tells of one state's means it by the bare word.
_SINGLE = word_set("single_bodies")
_KIN = word_set("kin")
# Sentences within which "its inhabitants" are those told of before.
_REACH = 3


@dataclass(frozen=True)
class Sameness:
    """Reads one parse."""

    parse: Parse

    def join(self, clusters: list[Cluster]) -> list[Cluster]:
        """The clusters with those joined that are one actor, the mentions moved to the one that tells more."""
        for cluster in clusters:
            whole = self._full(cluster, clusters) or self._theirs(cluster, clusters)
            if whole is not None:
                whole.found.extend(cluster.found)
                cluster.found = []
        return [c for c in clusters if c.found]

    def _full(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one body of that sort that the report names with its state, for a cluster of bare nouns."""
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._bare(m) for m in nouns):
            return None
        sort = self._sort(nouns[0])
        if sort not in _SINGLE:
            return None
        same = [c for c in clusters if c is not cluster and any(m.kind == "nominal" and self._sort(m) == sort for m in c.found)]
        full = [c for c in same if c.told() and not c.named and not any(self._bare(m) and not m.countries for m in c.found if m.kind == "nominal" and len(c.found) == 1)]
        return full[0] if len(full) == 1 and len(same) == 1 and self._agree(nouns, full[0]) else None

    def _theirs(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The people told of just before as a place's or a group's, for "its inhabitants", "their members"."""
        p = self.parse
        first = cluster.found[0] if cluster.found else None
        if first is None or len(cluster.found) > 1 or first.kind != "nominal" or p[first.head].tag != "NNS" or p[first.head].lemma.lower() in _KIN:
            return None
        if not any(c.dep == "poss" and c.lower in ("its", "their") for c in p.children(first.head)) or first.last - first.first != 2:
            return None
        near = [c for c in clusters if c is not cluster and any(m.kind == "nominal" and m.first < first.first and p[m.head].lower == p[first.head].lower and p[first.head].sent - p[m.head].sent < _REACH for m in c.found)]
        return near[0] if len(near) == 1 else None

    def _agree(self, nouns: list[Found], full: Cluster) -> bool:
        return all(m.weak or not m.countries or m.countries == full.told() for m in nouns)

    def _sort(self, mention: Found) -> str:
        """The role that the noun tells, by its last form in the table; what is only one or many counts apart."""
        token = self.parse[mention.head]
        many = token.tag in ("NNS", "NNPS") and mention.entity_kind not in (*BODIES, "office")
        # A consulate general is a consulate.
        return mention.rule.removeprefix("role:").split("+")[0].removesuffix(" general") + ("+" if many else "")

    def _bare(self, mention: Found) -> bool:
        """Whether nothing but "the" stands with a noun."""
        p = self.parse
        words = mention.rule.removeprefix("role:").split("+")[0]
        if mention.last - mention.first != 1 + words.count(" "):
            return False
        owned = [c for c in syntax.dependents_within(p, mention.head, 1) if c.dep == "poss" or (c.dep == "prep" and c.lower in ("of", "in", "from"))]
        indefinite = any(c.dep == "det" and c.lower not in ("the", "this", "that") for c in p.children(mention.head))
        return not owned and not indefinite
