"""Actors that clustering left apart and that a report tells of as one: a bare "the government" beside "the Chadian government", "the Chadian president"
beside the president's name, a seat of government beside its state, a group beside those whom it is of. A helper of clustering, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.coref.sameagain import SameAgain
from onrecord.extract.coref.samebase import CROWDS, GATHERED
from onrecord.extract.coref.samebodies import SameBodies
from onrecord.extract.coref.sameheads import SameHeads
from onrecord.extract.coref.samelater import SameLater
from onrecord.extract.coref.sameleads import SameLeads
from onrecord.extract.coref.samepeople import SamePeople
from onrecord.extract.coref.samesorts import SameSorts
from onrecord.extract.coref.samevictims import SameVictims
from onrecord.extract.entities.found import Cluster
from onrecord.lexicon.tables import word_set


@dataclass(frozen=True)
class Sameness(SameBodies, SamePeople, SameHeads, SameAgain, SameSorts, SameVictims, SameLeads, SameLater):
    """Joins the clusters of one parse."""

    def join(self, clusters: list[Cluster]) -> list[Cluster]:
        """The clusters with those joined that are one actor, the mentions moved to the one that tells more."""
        steps = (
            self._same_again, self._state, self._full, self._twin, self._termed, self._spelled, self._misspelt, self._short_house, self._capital_house,
            self._police, self._in_power, self._led, self._definite, self._attributive, self._these, self._repeated, self._worded,
            self._headline, self._outlet, self._short_name, self._regime, self._holder, self._ruler,
            self._owned, self._lead, self._speaker, self._sole, self._soldier, self._spoke_again, self._sources, self._source,
            self._counted, self._foremost, self._members, self._lettered, self._bracket_letters, self._fighters, self._theirs, self._described, self._conditioned,
            self._conjoined, self._post, self._of_the_body, self._of_that_body, self._own_government, self._told_before, self._national, self._protagonist, self._called_so, self._under_headline, self._body_under_headline, self._spouse, self._neighbours, self._agency, self._firm, self._fighters_of, self._of_the_group, self._speaks_on,
            self._uncounted, self._identified, self._identified_as, self._victim_named, self._speaker_named, self._post_of_place, self._by_his_calling, self._the_young, self._first_words, self._of_that_sort,
            self._is_named, self._other_name, self._one_of_them, self._named_below, self._on_saying,
        )  # fmt: skip
        self._settle_agencies(clusters)
        for step in steps:
            for cluster in clusters:
                whole = step(cluster, clusters) if cluster.found else None
                if whole is not None and whole is not cluster and whole.found and not self._contrary(whole, cluster):
                    whole.found.extend(cluster.found)
                    cluster.found = []
        return [c for c in clusters if c.found and not self._loose(c) and not self._pointed(c)]

    def _loose(self, cluster: Cluster) -> bool:
        """ "the man", "the person" of whom nothing before tells who it is: a second name for somebody of the report, and nobody of his own. "The suspect" of a deed may be brought in so."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._bare(m) and m.definite and p[m.head].tag == "NN" and m.entity_kind == "person" for m in nouns):
            return False
        first = nouns[0]
        told = any(c.dep in ("acl", "relcl", "prep", "appos") for c in p.children(first.head))
        return not told and set(first.sectors) <= {"CVL"} and p[first.head].sent > 0 and p[first.head].lemma.lower() not in GATHERED | CROWDS | word_set("culprits_of_no_side")
