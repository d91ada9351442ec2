"""Who an unnamed person of the lead was, and by what other name somebody goes: "the arrest of a mayor ... Ivo Weil, mayor of Lom, was captured", "he took on the name X",
"one of the advisers to the president, X". A helper of `sameness`, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.coref.samebase import GATHERED, SameBase
from onrecord.extract.coref.samevictims import SORTS
from onrecord.extract.coref.samevoices import ANYBODY
from onrecord.extract.entities.found import Cluster, Found
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_PEOPLE = frozenset({"person", "office"})
_ONE = ("NN", "NNP")
# What befalls somebody once, sort by sort: by it the lead's nobody and a name below are one.
_SORTS = (SORTS[0], SORTS[1] | {"capture", "detention", "imprison", "jail"}, SORTS[2], SORTS[3] | word_set("words_of_one_removal"), word_set("words_of_one_trial"))
_REACH = 2  # sentences between the opening and the name
_ANSWERING = word_set("denying_verbs") | {"respond", "reply", "answer", "disagree", "counter"}
_VOICES = 4  # sentences within which nobody else may have spoken
_NAMED = ("name", "alias", "pseudonym")
_TAKING = frozenset({"take", "use", "go", "adopt", "assume", "have"})
_QUOTES = ("\"", "'", "“", "‘", ",")


@dataclass(frozen=True)
class SameLater(SameBase):
    """Each method says with which fuller cluster one is, if with any."""

    def _named_below(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The first person whom a report names, soon below its headline or opening, for one who is told of there without a name and whom the same befell."""
        p = self.parse
        nouns = sorted((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first)
        opening = next((s.i for s in p.sentences if s.part == "body" and s.parsed), 0)
        if cluster.named or not nouns or any(p[m.head].tag not in _ONE for m in nouns) or p[nouns[0].head].sent > opening + 1 or not self._brings_in(nouns[0]):
            return None
        noun, names = nouns[0], self._people_named(clusters)
        if not names or names[0][0].first < noun.last or " " not in names[0][0].name or p[names[0][0].head].sent - max(p[noun.head].sent, opening) > _REACH:
            return None
        name, named = names[0]
        if len(named.found) < 2 or self._is_speaker(name) != self._is_speaker(noun) or self._at_other_times(noun, name) or not self._may_be_so(noun, cluster, name, named):
            return None
        # "Colonel among nine held in the killing of an activist": two are told of there, and of the colonel below "Col. X" is the name.
        beside = any(m.kind == "nominal" and p[m.head].sent == p[noun.head].sent for m in named.found)
        lemma = p[noun.head].lemma.lower()
        titled = any(m.title and any(lemma.startswith(w.rstrip(".")) for w in m.title.lower().split() if len(w) > 2) for c in clusters if c is not named and c is not cluster for m in c.found if m.kind == "name")
        if beside or titled:
            return None
        return named if self._befell(noun) & {k for m in named.found for k in self._befell(m)} else None

    def _brings_in(self, noun: Found) -> bool:
        """ "a mayor", or a headline's "Mayor": one person, who is nobody's and not one of several."""
        p = self.parse
        below = list(p.children(noun.head))
        if noun.entity_kind not in _PEOPLE or p[noun.head].lemma.lower() in GATHERED:
            return False
        if self._in_title(noun):
            return not any(c.dep == "nummod" for c in below)
        apart = any(c.dep in ("nummod", "poss") or c.lower in ("another", "no", "every", "each", "any") for c in below)
        return not apart and any(c.dep == "det" and c.lower in ("a", "an") for c in below)

    def _people_named(self, clusters: list[Cluster]) -> list[tuple[Found, Cluster]]:
        """The first name of each person, in the order of the text."""
        firsts = [(min((m for m in c.found if m.kind == "name"), key=lambda m: m.first), c) for c in clusters if any(m.kind == "name" and m.entity_kind == "person" for m in c.found)]
        return sorted(firsts, key=lambda x: x[0].first)

    def _may_be_so(self, noun: Found, cluster: Cluster, name: Found, named: Cluster) -> bool:
        """Whether state, title and sectors of a name let it be the noun's."""
        states = cluster.told(), named.told()
        sectors = [set(c.best("sectors")) - {"CVL", "UNK"} for c in (cluster, named)]
        if (all(states) and states[0] != states[1]) or (all(sectors) and not sectors[0] & sectors[1]) or (noun.entity_kind == "office" and not sectors[0] & sectors[1]):
            return False
        return not name.title or self.parse[noun.head].lemma.lower() in name.title.lower()

    def _befell(self, mention: Found) -> set[int]:
        """The sorts of deed that are told around a mention, in its clause and those above."""
        p = self.parse
        words = {c.lemma for c in p.children(mention.head) if c.dep in ("acl", "relcl")}
        for above in p.ancestors(mention.head):
            words |= {above.lemma, *(c.lemma for c in p.children(above.i) if c.dep in ("oprd", "acomp", "conj"))}
        return {k for k, sort in enumerate(_SORTS) if words & sort}

    def _is_named(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Another man held in the raid was Ivo Weil": the name that a clause says its subject to be."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        verb = p.head(nouns[0].head) if len(nouns) == 1 else None
        if cluster.named or verb is None or nouns[0].entity_kind not in _PEOPLE or p[nouns[0].head].tag not in _ONE or p[nouns[0].head].dep != "nsubj" or verb.lemma != "be":
            return None
        if any(c.tag == "MD" or c.dep in ("neg", "mark") for c in p.children(verb.i)):
            return None
        told = {c.i for c in p.children(verb.i) if c.dep == "attr"}
        return next((c for c in clusters if any(m.head in told and m.kind == "name" and m.entity_kind == "person" for m in c.found)), None)

    def _other_name(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "took on the name X", "goes by the name of X": whoever is said to bear it."""
        p = self.parse
        name = min(cluster.found, key=lambda m: m.first)
        if name.kind != "name" or name.entity_kind != "person":
            return None
        at = name.first - 1
        while at > 0 and (p[at].text in _QUOTES or p[at].lower in ("of", "as")):
            at -= 1
        if at < 1 or p[at].lemma not in _NAMED or p[at].sent != p[name.head].sent:
            return None
        verb = next((a for a in p.ancestors(at) if a.pos == "VERB"), None)
        if verb is None or verb.lemma not in _TAKING:
            return None
        subject = next((c for c in p.children(verb.i) if c.dep == "nsubj"), None)
        who = None if subject is None else verb.head if subject.tag == "WP" else subject.i
        return next((c for c in clusters if c is not cluster for m in c.found if m.head == who), None)

    def _one_of_them(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "One of the main advisers to the president, Ivo Weil, has fled", "a deputy from Lom, Ivo Weil,": the name between commas behind what tells more of the noun."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or len(nouns) != 1 or nouns[0].entity_kind not in _PEOPLE:
            return None
        noun, head = nouns[0], p[nouns[0].head]
        one_of = head.tag in ("NNS", "NNPS") and head.dep == "pobj" and p[head.head].lower == "of" and p[p[head.head].head].lower == "one"
        if not one_of and not (head.tag in _ONE and any(c.dep == "det" and c.lower in ("a", "an", "another") for c in p.children(head.i))):
            return None
        for other in clusters:
            name = min(other.found, key=lambda m: m.first) if other is not cluster and other.found else None
            if name is None or name.kind != "name" or name.entity_kind != "person" or name.title or p[name.head].sent != head.sent or name.first <= noun.last:
                continue
            if p[name.first - 1].text == "," and name.last < len(p) and p[name.last].text in (",", ".") and (one_of or p[name.head].dep == "appos") and not any(map(_tells, p.tokens[noun.last : name.first - 1])):
                return other
        return None

    def _on_saying(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the retired colonel added", "the director said": the one named person who has spoken in the sentences before, where nobody else has."""
        p = self.parse
        noun = min((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first, default=None)
        if cluster.named or noun is None or noun.entity_kind not in _PEOPLE or p[noun.head].tag not in _ONE or p[noun.head].lemma.lower() in GATHERED | ANYBODY or not self._is_speaker(noun):
            return None
        below = list(p.children(noun.head))
        if p[p[noun.head].head].lemma in _ANSWERING:
            return None  # who denies what was said is another
        if not any(c.dep == "det" and c.lower == "the" for c in below) or any(c.dep in ("poss", "nummod", "prep", "relcl", "acl", "appos") for c in below) or self._apart(noun):
            return None
        at = p[noun.head].sent
        voices = [c for c in clusters if c is not cluster and any(m.first < noun.first and at - p[m.head].sent <= _VOICES and self._is_speaker(m) for m in c.found)]
        people = [c for c in voices if any(m.entity_kind in _PEOPLE and p[m.head].tag in (*_ONE, "PRP") for m in c.found)]
        if len(people) != 1 or not people[0].named:
            return None
        states, sectors = (cluster.told(), people[0].told()), [set(c.best("sectors")) - {"CVL", "UNK"} for c in (cluster, people[0])]
        return people[0] if not (all(states) and states[0] != states[1]) and not (all(sectors) and not sectors[0] & sectors[1]) else None


def _tells(token: Token) -> bool:
    """A word of a clause between a noun and a name, or another noun that the name may be said of."""
    return token.pos in ("VERB", "AUX", "SCONJ", "CCONJ") or token.text == ";"
