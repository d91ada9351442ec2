"""States and bodies that are one actor under two words: a bare "the government", "the Navy", a ministry in small letters. A helper of `sameness`, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.coref.samebase import GATHERED, SameBase
from onrecord.extract.entities.belonging import LED_BODIES, Belonging
from onrecord.extract.entities.found import BODIES, Cluster, Found
from onrecord.lexicon.tables import word_set

# What each state has one of, so that a report that tells of one state's means it by the bare word.
_SINGLE = word_set("single_bodies")
_UNION = ("EUR",)
_WITHIN = frozenset({"in", "at", "near", "outside", "around", "to", "from"})
# Sentences within which "these networks" are those told of before.
_REACH = 3


def _plain_name(name: str) -> str:
    return name.casefold().replace("’", "'").removeprefix("the ")


@dataclass(frozen=True)
class SameBodies(SameBase):
    """Each method says with which earlier or fuller cluster one is, if with any."""

    def _state(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The state whose seat of government a name is: Paris beside France."""
        if not all(m.kind == "pronoun" or m.rule in ("country:capital", "country:seat:GOV") for m in cluster.found):
            return None
        told = cluster.told()
        if told == _UNION:
            # Brussels beside the European Union, but not "in Brussels"
            if any(self.parse[m.head].dep == "pobj" and self.parse[self.parse[m.head].head].lower in _WITHIN for m in cluster.found):
                return None
            return next((c for c in clusters if c is not cluster and any(m.organisation is not None and m.organisation.name == "European Union" for m in c.found)), None)
        return next((c for c in clusters if c is not cluster and c.told() == told and any(m.rule == "country:name" and m.entity_kind == "state" and not self.book.territory(m.name) for m in c.found)), None)

    def _full(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one body of that sort that the report names with its state, for a cluster of bare nouns; of several that of the state of the sentence."""
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._bare(m) for m in nouns):
            return None
        sort = self._sort(nouns[0])
        if sort not in _SINGLE or any(self.parse[m.head].dep == "compound" for m in nouns):
            return None
        same = [c for c in clusters if c is not cluster and c.found and any(m.kind == "nominal" and self._sort(m) == sort for m in c.found)]
        full = [c for c in same if len(c.told()) == 1 and not c.named and all(m.weak or not m.countries or m.countries == c.told() for m in nouns)]
        if self._role(nouns[0]) in LED_BODIES:
            # What the sentence tells of may be another state's.
            full = [c for c in full if all(not m.countries or m.countries == c.told() for m in nouns)]
        others = [c for c in same if c.named or not all(m.kind == "pronoun" or self._bare(m) for m in c.found)]
        if len(full) > 1 or len(others) > len(full):
            belonging = Belonging(self.parse, self.book)
            near = set.union(*(set(belonging.told_in(self.parse[m.head].sent)) for m in nouns))
            full = [c for c in full if set(c.told()) == near]
        return full[0] if len(full) == 1 else None

    def _twin(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The same body of the same state under other words: "Chad's current armed forces" after "the Chadian military"."""
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        told = cluster.best("countries")
        if cluster.named or not nouns or len(told) != 1 or self._sort(nouns[0]) not in _SINGLE or any(self._apart(m) for m in nouns):
            return None
        sort, first = self._sort(nouns[0]), nouns[0].first
        return next(
            (c for c in clusters if c is not cluster and c.found and c.found[0].first < first and c.best("countries") == told and any(m.kind == "nominal" and self._sort(m) == sort and not self._apart(m) for m in c.found)),
            None,
        )

    def _termed(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one named body that the report has called by a noun of several words, for that noun alone: "the military police" after "military police (ABC)"."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._bare(m) and not self._apart(m) and " " in self._role(m) and m.entity_kind in BODIES for m in nouns):
            return None
        role = self._role(nouns[0])
        named = [c for c in clusters if c.named and any(m.kind == "nominal" and self._role(m) == role and m.first < nouns[0].first and p[m.head].tag == p[nouns[0].head].tag for m in c.found)]
        told = cluster.told()
        return named[0] if len(named) == 1 and (not told or told == named[0].told()) else None

    def _spelled(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the attorney general's office" beside "the Attorney General's Office": one body with small letters and with capitals."""
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        # "the ministry" after it
        nouns = [m for m in nouns if m.last - m.first > 1 or not m.definite or m is nouns[0]]
        if cluster.named or not nouns or not all(m.entity_kind in BODIES and m.last - m.first > 1 for m in nouns):
            return None
        words = {_plain_name(m.name) for m in nouns}
        proper = all(any(t.pos == "PROPN" for t in self.parse.tokens[m.first : m.head]) for m in nouns)
        # "the defence ministry" beside "the Chadian Defence Ministry"
        house = f" {min(words)}" if nouns[0].entity_kind == "institution" and all(self._bare(m) and m.definite and " " in self._role(m) for m in nouns) else " ?"
        same = [c for c in clusters if c.named and any(m.kind == "name" and m.entity_kind in BODIES and (_plain_name(m.name) in words or _plain_name(m.name).endswith(house) or (proper and _plain_name(m.name).startswith(f"{min(words)} "))) for m in c.found)]
        told = cluster.told()
        return same[0] if len(same) == 1 and len(words) == 1 and (not told or not same[0].told() or told == same[0].told()) else None

    def _short_house(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the Navy" beside "the Chadian Navy": one word that every state has a body of, where the report names one with its state."""
        names = {m.name.casefold() for m in cluster.found if m.kind == "name"}
        if len(names) != 1 or cluster.told() or not all(m.kind in ("name", "pronoun") and m.organisation is None for m in cluster.found):
            return None
        name = names.pop()
        role = self.book.role(name)
        if role is None or role.kind not in BODIES or " " in name:
            return None
        longer = [c for c in clusters if c is not cluster and c.told() and any(m.kind == "name" and m.entity_kind in BODIES and m.name.casefold().endswith(f" {name}") for m in c.found)]
        return longer[0] if len(longer) == 1 else None

    def _capital_house(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the Defence Ministry" beside "the Chadian defence ministry": a house that every state has one of, with capitals and without, where the report
        tells of one alone."""
        named = [m for m in cluster.found if m.kind == "name"]
        roles = {r.name for m in named if m.organisation is None and (r := self.book.role(_plain_name(m.name))) is not None and r.kind == "institution"}
        if len(roles) != 1 or cluster.told():
            return None
        role = roles.pop()
        if not all(m.kind == "pronoun" or (m.kind == "name" and m.organisation is None) or (m.kind == "nominal" and role.endswith(self._role(m))) for m in cluster.found):
            return None
        same = [c for c in clusters if c is not cluster and c.found and any(m.kind == "nominal" and self._role(m) == role for m in c.found)]
        names = {m.name.casefold() for c in clusters if c is not cluster for m in c.found if m.kind == "name" and m.name.casefold().endswith(f" {_plain_name(named[0].name)}")}
        told = {c.told() for c in same} - {()}
        return min(same, key=lambda c: (not c.told(), min(m.first for m in c.found))) if same and " " in role and not names and len(told) <= 1 and not any(self._apart(m) for c in same for m in c.found) else None

    def _police(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "police" beside "the National Police": the one police of the report that has a name, where no other police is told of by more than a word."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._role(m) == "police" and self._side(m) for m in nouns):
            return None
        named = [c for c in clusters if c.named and "COP" in c.best("sectors") and any(m.kind == "name" and m.name.casefold().endswith(("police", "police department")) for m in c.found)]
        told = cluster.told()
        own = told or (named[0].told() if named else ())
        others = [
            c for c in clusters if c is not cluster and not c.named and c.told() != own
            and any(self._role(m).endswith("police") and m.last - m.first > 1 for m in c.found if m.kind == "nominal")
        ]  # fmt: skip
        fits = len(named) == 1 and not others and (not told or not named[0].told() or told == named[0].told())
        return named[0] if fits and any(p[m.head].sent <= p[nouns[0].head].sent for m in named[0].found) else None

    def _definite(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The body of the same noun told of before, for a definite singular: "the rogue regime" after "the regime"."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or len(nouns) != 1 or not nouns[0].definite or nouns[0].entity_kind not in BODIES or p[nouns[0].head].tag != "NN" or cluster.told() or self._apart(nouns[0]):
            return None
        if any(c.dep in ("poss", "nummod") or (c.dep == "prep" and c.lower == "of") for c in p.children(nouns[0].head)):
            return None
        role = self._role(nouns[0])
        if len({c.told() for c in clusters if c.told() and any(m.kind == "nominal" and self._role(m) == role for m in c.found)}) > 1:
            # Two states' governments: the word alone tells neither.
            return None
        same = [c for c in clusters if c is not cluster and c.found and not c.named and any(m.kind == "nominal" and self._role(m) == role and m.first < nouns[0].first and p[m.head].tag == "NN" for m in c.found)]
        if role in LED_BODIES and nouns[0].countries and same and same[-1].told() not in ((), nouns[0].countries):
            return None
        return same[-1] if len(same) == 1 else None

    def _in_power(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the Chadian regime" beside "the Chadian government": who is in power in one state, told with no other word."""
        if not self._plainly_in_power(cluster):
            return None
        return next((c for c in clusters if c is not cluster and c.found and c.found[0].first < cluster.found[0].first and c.told() == cluster.told() and self._plainly_in_power(c)), None)

    def _plainly_in_power(self, cluster: Cluster) -> bool:
        first = cluster.found[0]
        plain = first.kind == "nominal" and self._role(first) in ("government", "regime") and first.last - first.first == 2
        return plain and not cluster.named and len(cluster.told()) == 1 and self.parse[first.first].tag in ("JJ", "NNP") and not first.former

    def _led(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the regime of X" and "his regime" beside "the X regime": one body of one leader."""
        mine = self._leaders(cluster, clusters)
        if cluster.named or not mine:
            return None
        return next((c for c in clusters if c is not cluster and not c.named and c.found and c.found[0].first < cluster.found[0].first and self._leaders(c, clusters) == mine), None)

    def _these(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The last several bodies of a fitting kind told of before "these networks"."""
        if not self._pointed(cluster):
            return None
        p = self.parse
        first = cluster.found[0]
        near = [
            (m.first, c) for c in clusters if c is not cluster and not c.named for m in c.found
            if m.kind == "nominal" and m.first < first.first and p[first.head].sent - p[m.head].sent < _REACH and self._may_be_these(m, first) and not self._doer(m, first)
            and (not first.sectors or not m.sectors or set(first.sectors) & set(m.sectors))
        ]  # fmt: skip
        return max(near, key=lambda n: n[0])[1] if near else None

    def _doer(self, mention: Found, pointing: Found) -> bool:
        """ "allows units to break up these networks": who does it is none of those to whom it is done."""
        p = self.parse
        if p[pointing.head].dep != "dobj" or p[mention.head].sent != p[pointing.head].sent:
            return False
        rows = {mention.head, *syntax.conjuncts(p, syntax.first_conjunct(p, mention.head))}
        above = list(p.ancestors(pointing.head))
        return any(a.i in rows for a in above) or any(c.dep in ("nsubj", "nsubjpass", "dobj") and c.i in rows for a in above if a.pos in syntax.VERBAL for c in p.children(a.i))

    def _may_be_these(self, mention: Found, pointing: Found) -> bool:
        """Bodies, or people whom "groups" gathers; one body of the same noun stands for its sort: "a network ... these networks"."""
        p = self.parse
        if p[mention.head].tag != "NNS":
            return mention.entity_kind in BODIES and p[mention.head].lemma == p[pointing.head].lemma
        return mention.entity_kind in (*BODIES, "unknown") or (mention.entity_kind == "person" and p[pointing.head].lemma.lower() in GATHERED)

    def _pointed(self, cluster: Cluster) -> bool:
        """Whether all mentions are plural bodies with "these" or "those" and nothing behind that tells them apart."""
        p = self.parse
        return not cluster.named and all(
            m.kind == "nominal" and m.entity_kind in BODIES and p[m.head].tag == "NNS" and any(c.lower in ("these", "those") for c in p.children(m.head))
            and not any(c.i > m.head and c.dep in ("acl", "relcl", "prep") for c in p.children(m.head)) for m in cluster.found
        )  # fmt: skip

    def _outlet(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "a state-run Chadian newspaper" beside the one outlet of that state that the report names and calls a newspaper; firms as well."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        told = cluster.told()
        if cluster.named or len(nouns) != 1 or p[nouns[0].head].tag != "NN" or nouns[0].sectors not in (("JRN",), ("BUS",)) or nouns[0].entity_kind not in BODIES or len(told) != 1:
            return None
        lemma = p[nouns[0].head].lemma.lower()
        same = [c for c in clusters if c.named and c.best("countries") == told and any(m.kind == "nominal" and p[m.head].lemma.lower() == lemma for m in c.found)]
        return same[0] if len(same) == 1 and set(nouns[0].sectors) <= set(same[0].best("sectors")) else None

    def _short_name(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Harvest Heron", for the recogniser a person, after "Harvest Heron Trading": the one body whose name opens with it or is it; "Heron" after "alias
        Don Heron"."""
        names = {m.name.casefold() for m in cluster.found if m.kind == "name"}
        if len(names) != 1 or not all(m.kind == "name" and m.rule in ("name:person", "name:honoured") and not m.title for m in cluster.found if m.kind == "name"):
            return None
        name = names.pop()
        honoured = next((c for c in clusters if c is not cluster and any(m.same >= 0 and m.name.casefold() in (f"don {name}", f"doña {name}") for m in c.found)), None)
        if honoured is not None:
            return honoured
        if any(m.kind != "name" for m in cluster.found):
            return None
        longer = [
            c for c in clusters if c is not cluster and any(
                m.kind == "name" and m.entity_kind not in ("person", "state") and (m.name.casefold() == name or (" " in name and m.name.casefold().startswith(f"{name} "))) for m in c.found
            )
        ]  # fmt: skip
        return longer[0] if len(longer) == 1 else None

    def _regime(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The state that a sentence is about, for a bare "the regime" in it: "Chad warned ... in answer to the regime's test"."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or len(nouns) != 1 or not nouns[0].definite or not self._bare(nouns[0]) or p[nouns[0].head].lemma.lower() != "regime" or cluster.best("countries"):
            return None
        sent = p[nouns[0].head].sent
        about = [c for c in clusters for m in c.found if m.kind == "name" and m.entity_kind == "state" and p[m.head].sent == sent and m.first < nouns[0].first and p[m.head].dep == "nsubj"]
        return about[0] if len({id(c) for c in about}) == 1 else None
