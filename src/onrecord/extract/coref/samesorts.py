"""A body under a noun for its sort, with words that tell more of it: "the Heronland militia", "the US-backed group", "the rights group", "the airline" after its
name. A helper of `sameness`, no stage."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.extract.coref.samebase import SameBase
from onrecord.extract.entities.found import BODIES, Cluster, Found
from onrecord.lexicon.bodysorts import body_sorts
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_DIFFERING = word_set("differing_words") | word_set("words_that_part_bodies")
_BACKED = word_set("backing_participles") | {"led", "affiliated", "dominated", "inspired"}
# Codes of bodies that sit in some state and are of none.
_OF_NONE = frozenset({"NGO", "MNC", "IMG"})
_ARMED = frozenset({"armed_group", "criminal_group"})
_OUTSIDE = frozenset({"CRM", "REB", "UAF", "PRM"})
_WELFARE = frozenset({"SOC", "HRI", "MED", "JRN", "EDU", "CVL", "LAB"})
_FIRMLY = frozenset({"BUS"})
_UNITED_NATIONS = frozenset({"UN", "U.N.", "United", "Nations"})
# Sentences within which a body has been named.
_REACH = 2


@dataclass(frozen=True)
class SameSorts(SameBase):
    """Each method says with which earlier cluster one is, if with any."""

    def _of_that_sort(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one body of that sort that the sentences just before name, for a definite noun whose other words it may bear."""
        p = self.parse
        nouns = sorted((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first)
        if cluster.named or not nouns or not all(self._sorting(m) for m in nouns):
            return None
        noun, lemma = nouns[0], p[nouns[0].head].lemma.lower()
        near = [
            c for c in clusters if c is not cluster and any(
                m.kind == "name" and m.last <= noun.first and 0 < p[noun.head].sent - p[m.head].sent <= _REACH for m in c.found
            ) and self._may_be_called(noun, c)
        ]  # fmt: skip
        rivals = any(
            c is not cluster and c not in near and any(m.kind == "nominal" and p[m.head].lemma.lower() == lemma and 0 <= p[noun.head].sent - p[m.head].sent <= _REACH and m.first < noun.first for m in c.found)
            for c in clusters
        )
        if len(near) != 1 or rivals:
            return None
        if any(m.organisation is not None for m in near[0].found):
            # Of a listed body the table tells more than the noun.
            cluster.found[:] = [replace(m, sectors=(), countries=()) if m.kind == "nominal" else m for m in cluster.found]
        return near[0]

    def _settle_agencies(self, clusters: list[Cluster]) -> None:
        """ "the UN agency" after "UNICEF", moved to the one body of the United Nations that the sentences just before name."""
        p = self.parse
        for cluster in clusters:
            for m in [m for m in cluster.found if self._an_agency(m)]:
                near = [
                    c for c in clusters if c is not cluster and c.told() == ("UNO",) and any(
                        n.kind == "name" and n.entity_kind in BODIES and n.first < m.first and 0 <= p[m.head].sent - p[n.head].sent <= _REACH for n in c.found
                    )
                ]  # fmt: skip
                if len(near) == 1:
                    cluster.found.remove(m)
                    near[0].found.append(replace(m, kind="nominal", organisation=None, sectors=()))

    def _an_agency(self, mention: Found) -> bool:
        """Whether a mention is the United Nations' name with the noun of one of its bodies: "the UN agency"."""
        p = self.parse
        words = p.tokens[mention.first : mention.last]
        return mention.organisation is not None and len(words) > 1 and words[0].text in _UNITED_NATIONS and words[-1].lower == "agency" and mention.first > 0 and p[mention.first - 1].lower == "the"

    def _sorting(self, mention: Found) -> bool:
        """Whether a noun of the table only points back, whatever stands before it: "the Heronland group", not "the group of five", "the rebel group X"."""
        p = self.parse
        token = p[mention.head]
        if token.lemma.lower() not in body_sorts() or mention.entity_kind not in BODIES or token.tag not in ("NN", "NNP") or token.dep in ("appos", "attr", "compound", "nmod"):
            return False
        if not mention.definite or any(t.lower in _DIFFERING or t.tag in ("JJR", "JJS") for t in p.tokens[mention.first : mention.head]):
            return False
        behind = [c for c in p.children(mention.head) if c.i > mention.head or c.dep in ("poss", "nummod")]
        return not any(
            c.dep in ("appos", "poss", "nummod", "acl", "conj") or (c.dep == "relcl" and not any(t.text == "," for t in p.tokens[mention.last : c.i])) or (c.dep == "prep" and c.lower in ("of", "in", "for", "from", "at", "by", "behind"))
            for c in behind
        )

    def _may_be_called(self, noun: Found, named: Cluster) -> bool:
        """Whether kind, sector and state let a body be called by a noun and the words before it."""
        p = self.parse
        sort = body_sorts()[p[noun.head].lemma.lower()]
        names = [m for m in named.found if m.kind == "name"]
        kinds = {m.entity_kind for m in names} & (BODIES | {"unknown"})
        told, own = set(named.told()), set(named.best("sectors"))
        of_sort = bool(own & sort.sectors) or (not own and bool(told & sort.codes)) or (bool(told & sort.codes) and bool(own & _WELFARE))
        if not kinds & sort.kinds or not of_sort or any(noun.first <= m.first < noun.last for m in named.found):
            return False
        if noun.sectors and not self._sectors_fit(noun, kinds, told, own):
            return False
        return all(self._word_fits(t, kinds, told) for t in p.tokens[noun.first : noun.head])

    @staticmethod
    def _sectors_fit(noun: Found, kinds: set[str], told: set[str], own: set[str]) -> bool:
        """Whether what the words before a noun tell of its work is a body's: "the militant group" is no charity, "the rights group" no gang."""
        mine = set(noun.sectors)
        if kinds & _ARMED:
            return bool(mine & own) or (mine <= _OUTSIDE and bool(own & _OUTSIDE) and not ("CRM" in mine) ^ ("CRM" in own))
        if mine & _OUTSIDE:
            return False
        return bool(mine & own) or (mine <= _WELFARE and (own <= _WELFARE and bool(told & {"NGO", "UNO"}))) or (bool(mine & _FIRMLY) and "MNC" in told)

    def _word_fits(self, token: Token, kinds: set[str], told: set[str]) -> bool:
        """Whether a word before the noun may be said of a body of some kind and state."""
        p = self.parse
        if not token.text[:1].isupper() or token.i == p.sentences[token.sent].first:
            return True
        after = [t.lower for t in p.tokens[token.i + 1 : token.i + 3]]
        if after[:1] == ["-"]:
            # "US-backed" is said of fighters and parties, "Oslo-based" of anybody.
            return after[-1] == "based" or (after[-1] in _BACKED and bool(kinds & _ARMED or told - _OF_NONE))
        if token.text in _UNITED_NATIONS:
            return "UNO" in told
        known = self.book.country_of(token.text)
        if known is not None and known[0]:
            return known[1] in ("demonym", "name", "people") and (known[0] in told or not told - _OF_NONE)
        return token.pos == "ADJ" or known is not None
