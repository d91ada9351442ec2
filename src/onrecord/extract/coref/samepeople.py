"""People and groups that are one actor under two descriptions: a post and its holder, a headline's noun, fighters and their group. A helper of
`sameness`, no stage."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord import syntax
from onrecord.actorbook import PUBLIC, titled
from onrecord.extract.coref.samebase import GATHERED, SameBase
from onrecord.extract.coref.samewords import told_before
from onrecord.extract.entities.found import Cluster, Found, generic
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set

# Posts that one person of a state holds at a time.
_POSTS = word_set("single_posts")
_RULERS = word_set("overlords") | {"leader"}
_VAGUE_POSTS = frozenset({"official", "leader", "chief", "officer", "commander"})
_FIGHTERS = word_set("fighters")
_KIN = word_set("kin")
_ANYBODY = word_set("words_for_anybody")
_STATES = word_set("words_for_home") | {"republic", "state", "government", "parliament", "senate", "congress", "assembly"}
# Kin of whom somebody has one at a time.
_ONLY_KIN = word_set("only_kin")
_PEOPLE = frozenset({"person", "office"})
# Sentences within which "its inhabitants" are those told of before.
_REACH = 3
# How many times as often a report names the group that it is about as another.
_OUTWEIGHS = 4
# Participles that take some of a sort out: "murdered officials".
_SET_APART = word_set("participles_that_set_apart")
# What somebody does in the lead who is then quoted.
_TELLING = word_set("verbs_of_saying") | word_set("verbs_of_speaking_out")
_CAUGHT = word_set("verbs_of_charging") | {"arrest", "detain", "capture", "jail", "hold", "name", "identify", "imprison", "catch", "apprehend"}
_ASSAILANTS, _VICTIMS = word_set("doers_of_harm"), frozenset({"victim", "hostage", "captive", "deceased"})
_SPOKE = frozenset({"say", "report", "tell", "add", "announce", "state"})


@dataclass(frozen=True)
class SamePeople(SameBase):
    """Each method says with which earlier or fuller cluster one is, if with any."""

    def _repeated(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """Earlier people of the same sort, where no number, country or other word tells them apart: "jailed gang bosses" after "the gang bosses"."""
        if cluster.named or not all(m.kind == "pronoun" or (self._crowd(m) and not generic(self.parse, m)) for m in cluster.found):
            return None
        first = next((m for m in cluster.found if m.kind == "nominal"), None)
        if first is None:
            return None
        for other in clusters:
            if other is cluster or other.named or not other.found or not all(m.kind == "pronoun" or self._crowd(m) for m in other.found):
                continue
            noun = next((m for m in other.found if m.kind == "nominal"), None)
            if noun is not None and noun.first < first.first and self._last(noun) == self._last(first) and other.told() == cluster.told() and not self._parted(noun, first) and not self._some(noun, first):
                return other
        return None

    def _parted(self, one: Found, other: Found) -> bool:
        """ "local fishermen", "criminal fishermen": each has a word of its own that tells it from others of its sort."""
        words = [{t.lower for t in self.parse.tokens[m.first : m.head] if t.pos in ("ADJ", "NOUN") and t.lower not in self._role(m).split()} for m in (one, other)]
        return all(words) and not words[0] & words[1]

    def _some(self, one: Found, other: Found) -> bool:
        """ "gang members" here, "suspected gang members" there: a participle takes some of them out, unless "the" points back."""
        passive = [{c.lower for c in self.parse.children(m.head) if c.dep == "amod" and c.lower in _SET_APART and c.i < m.head} for m in (one, other)]
        return passive[0] != passive[1] and not other.definite

    def _worded(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """Earlier people or bodies told of in the same words, see `samewords`."""
        first = next((m for m in cluster.found if m.kind == "nominal"), None)
        return None if first is None or self._apart(first) else told_before(self.parse, first, cluster, clusters)

    def _holder(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The named person who bears what a noun says with its state: "the Chadian president" beside "President X" of Chad."""
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._role(m).removeprefix("former ") in _POSTS and self.parse[m.head].tag in ("NN", "NNP") for m in nouns) or any(self._of_a_body(m) for m in nouns):
            return None
        told = cluster.told() or cluster.best("countries")
        post = self._role(nouns[0]).removeprefix("former ")
        if not told and all(self._bare(m) and m.definite and not m.former for m in nouns):
            return self._of_the_day(cluster, clusters, post)
        if len(told) != 1:
            return None
        holders = [c for c in clusters if c is not cluster and any(self._holds(m, post, told[0]) and m.former == nouns[0].former for m in c.found)]
        if not holders and not nouns[0].former:
            # Nobody bears the title in the text; of those named one held the post, as the tables have it.
            holders = [c for c in clusters if any(m.kind == "name" and m.entity_kind == "person" and self._listed_as(m, post, told[0]) for m in c.found)]
        return holders[0] if len(holders) == 1 else None

    def _of_the_day(self, cluster: Cluster, clusters: list[Cluster], post: str) -> Cluster | None:
        """The one named person who holds a post on the report's day as the tables have it, for "the prime minister" of a report that tells of no other."""
        if any(c is not cluster and any(m.kind == "nominal" and self._role(m) == post for m in c.found) for c in clusters):
            return None
        named = [c for c in clusters if any(m.kind == "name" and m.entity_kind == "person" and " " in m.name for m in c.found)]
        held = [c for c in named if any(titled(h.title, post) and h.status == "holding" for m in c.found if m.kind == "name" and self.on is not None and not m.title for h in self.book.office_holders(m.name, self.on))]
        others = [c for c in named if any(m.title and titled(m.title, post) for m in c.found)]
        return held[0] if len(held) == 1 and not others else None

    def _of_a_body(self, mention: Found) -> bool:
        """ "the president of the samba school": a post with a body that is no state's."""
        p = self.parse
        return any(self.book.country_of(p[o].text) is None and p[o].lemma.lower() not in _STATES and not self._state_ends_at(o) for o in syntax.prep_objects(p, mention.head, "of"))

    def _state_ends_at(self, head: int) -> bool:
        """Whether a state's name ends at a token: "the president of El Salvador"."""
        p = self.parse
        return any(self.book.country_of(" ".join(t.text for t in p.tokens[first : head + 1])) is not None for first in range(max(0, head - 3), head))

    def _listed_as(self, mention: Found, post: str, country: str) -> bool:
        held = self.book.office_holders(mention.name, self.on) if " " in mention.name and self.on is not None and not mention.title else ()
        return any(h.status == "holding" and h.country == country and titled(h.title, post) for h in held)

    def _ruler(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one head of a state whom the report names, for "the Chadian leader", "the Chadian dictator"."""
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        told = cluster.told()
        if cluster.named or not nouns or len(told) != 1 or not all(self._role(m) in _RULERS and m.definite and self.parse[m.head].tag == "NN" for m in nouns):
            return None
        heads = [c for c in clusters if c.named and any(m.kind == "name" and m.entity_kind == "person" and self._heads(m.name) == told[0] for m in c.found)]
        return heads[0] if len(heads) == 1 else None

    def _heads(self, name: str) -> str | None:
        """The state that a listed person of a full name heads or headed."""
        posts = self.book.office_holders(name, self.on) if " " in name else ()
        if not posts:
            return None  # another of the family
        family = self.book.leader(name.split()[0] if self.book.family_first(name) else name.split()[-1], None)
        return family or next((h.country for h in posts if h.title.lower() == "head of state"), None)

    def _holds(self, mention: Found, post: str, country: str) -> bool:
        if mention.kind != "name" or mention.entity_kind != "person" or not mention.title or not titled(mention.title, post):
            return False
        countries = (mention.countries if not mention.weak else ()) or ((served,) if (served := self.book.served(mention.name, mention.title)) else mention.countries)
        return countries == (country,)

    def _owned(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "his lawyer" beside "X's lawyer Y": whoever stands in that relation to the same person."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or len(nouns) != 1 or p[nouns[0].head].tag != "NN" or p[nouns[0].head].lemma.lower() in _KIN - _ONLY_KIN:
            return None
        owner = self._owner(nouns[0].head, clusters)
        if owner is None:
            return None
        lemma = p[nouns[0].head].lemma.lower()
        same = [
            c for c in clusters if c is not cluster and c.named and any(
                (m.kind == "name" and m.title and m.title.lower().split()[-1] == lemma and self._owner(m.head, clusters) is owner)
                or (lemma in _ONLY_KIN and m.kind == "nominal" and p[m.head].lemma.lower() == lemma and self._owner(m.head, clusters) is owner)
                for m in c.found
            )
        ]  # fmt: skip
        return same[0] if len(same) == 1 else None

    def _lead(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "A hitman was arrested in X. Jane Doe was arrested ...": the full name that opens the next sentence, of whom the same verb is said."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or len(nouns) != 1 or nouns[0].entity_kind not in _PEOPLE or not (p[nouns[0].head].tag in ("NN", "NNP") or (p[nouns[0].head].tag == "JJ" and nouns[0].rule == "people:counted")) or p[nouns[0].head].sent > 1:
            return None
        noun = nouns[0]
        told = noun.entity_kind == "person" and any(c.dep == "det" and c.lower in ("a", "an") for c in p.children(noun.head))
        told = told or any(c.dep == "relcl" for c in p.children(noun.head))
        if p[noun.head].lemma.lower() in GATHERED:
            return None
        deeds = self._deeds(noun.head) | {c.lemma for c in p.children(noun.head) if c.dep in ("acl", "relcl")}
        for other in clusters:
            names = [m for m in other.found if m.kind == "name" and m.entity_kind == "person" and m.same < 0]
            first = min(names, key=lambda m: m.first, default=None)
            if first is None or first.title or " " not in first.name or p[first.head].sent - p[noun.head].sent != 1 or first.first != p.sentences[p[first.head].sent].first:
                continue
            if (told and deeds & self._deeds(first.head) and not self._at_other_times(noun, first)) or self._brought_in_by(noun, first, clusters):
                return other
        return None

    def _brought_in_by(self, noun: Found, name: Found, clusters: list[Cluster]) -> bool:
        """ "A leader of the union has denounced the raids. Jane Doe, head of the dockers, said ...": who tells in the lead, and the one who is then brought in
        by name and speaks."""
        p = self.parse
        verb, speaks = p.head(noun.head), p.head(name.head)
        if verb is None or speaks is None or p[noun.head].dep != "nsubj" or p[name.head].dep != "nsubj" or verb.dep != "ROOT" or verb.lemma not in _TELLING or speaks.lemma not in _TELLING:
            return False
        if not any(c.dep == "det" and c.lower in ("a", "an") for c in p.children(noun.head)) or name.last >= len(p) or p[name.last].text != ",":
            return False
        return not any(m.kind == "name" and m.entity_kind == "person" and p[m.head].sent == p[noun.head].sent for c in clusters for m in c.found)

    def _speaker(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "a spokeswoman for the ministry" beside the only spokeswoman whom the report names."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or p[nouns[0].head].tag != "NN" or not p[nouns[0].head].lemma.lower().startswith("spokes"):
            return None
        if nouns[0].sectors == ():
            # "a Heron spokesman" beside "Heron spokesperson X"
            spoken = [c for c in clusters if c.named and any((m.title or "").lower().startswith("spokes") and m.first and p[m.first - 1].text in self._capitals(nouns[0]) for m in c.found)]
            return spoken[0] if len(spoken) == 1 else None
        lemma = p[nouns[0].head].lemma.lower()
        same = [c for c in clusters if c is not cluster and any((m.kind == "nominal" and p[m.head].lemma.lower() == lemma) or (m.title or "").lower().endswith(lemma) for m in c.found)]
        return same[0] if len(same) == 1 and same[0].named and (not cluster.told() or cluster.told() == same[0].told()) and set(nouns[0].sectors) <= set(same[0].best("sectors")) else None

    def _sole(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the prelate" for the one clergyman, "the professor" for the one scholar whom the report names."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(m.definite and m.entity_kind in _PEOPLE and p[m.head].tag in ("NN", "NNP") and m.sectors in (("REL",), ("EDU",)) for m in nouns):
            return None
        if any(c.dep in ("poss", "relcl") for m in nouns for c in p.children(m.head)):
            return None
        named = [c for c in clusters if c.named and c.best("sectors") == nouns[0].sectors and any(m.kind == "name" and m.entity_kind == "person" for m in c.found)]
        told = cluster.told()
        return named[0] if len(named) == 1 and named[0].found[0].first < nouns[0].first and (not told or not named[0].told() or told == named[0].told()) else None

    def _soldier(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the officer", "the top military leader" for the one soldier whom the report has named, by a rank or a post, and tells of before it."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(m.definite and m.entity_kind in _PEOPLE and p[m.head].tag in ("NN", "NNP") and self._role(m).rpartition(" ")[2] in _VAGUE_POSTS and not m.former for m in nouns):
            return None
        if not all(m.sectors == ("MIL",) or self._role(m) == "officer" for m in nouns) or any(c.dep in ("poss", "relcl", "prep", "acl", "appos") for m in nouns for c in p.children(m.head)) or any(self._apart(m) for m in nouns):
            return None
        named = [c for c in clusters if c.named and "MIL" in c.best("sectors") and any(m.kind == "name" and m.entity_kind == "person" for m in c.found)]
        police = any(c.named and "COP" in c.best("sectors") and any(m.entity_kind == "person" for m in c.found) for c in clusters)
        told = cluster.told()
        if len(named) != 1 or police or min(m.first for m in named[0].found) > nouns[0].first or (told and named[0].told() and told != named[0].told()):
            return None
        # "officer" alone would make him a policeman.
        cluster.found[:] = [replace(m, sectors=()) if m.sectors != ("MIL",) else m for m in cluster.found]
        return named[0]

    def _spoke_again(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the Heron spokesman" after "a Heron Airways spokesman": the earlier one whose body's name holds the other's."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not nouns[0].definite or p[nouns[0].head].tag != "NN" or not p[nouns[0].head].lemma.lower().startswith("spokes"):
            return None
        lemma, words = p[nouns[0].head].lemma, self._capitals(nouns[0])
        others = [c for c in clusters if c is not cluster and any(m.kind == "nominal" and p[m.head].lemma == lemma for m in c.found)]
        fitting = [c for c in others if not c.named and any(m.kind == "nominal" and m.first < nouns[0].first and words and words <= self._capitals(m) for m in c.found)]
        return fitting[0] if len(fitting) == 1 else None

    def _sources(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the sources added" after "spokesmen reported": those without a name who spoke last, as many as they."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._bare(m) and m.definite and p[m.head].lemma.lower() == "source" and p[m.head].tag == p[nouns[0].head].tag for m in nouns):
            return None
        first = nouns[0]
        near = [
            (m.first, c) for c in clusters if c is not cluster and not c.named for m in c.found
            if m.kind == "nominal" and m.first < first.first and 0 < p[first.head].sent - p[m.head].sent <= 2 and m.entity_kind in _PEOPLE
            and p[m.head].dep == "nsubj" and p[p[m.head].head].lemma in _SPOKE and (p[m.head].tag in ("NNS", "NNPS")) == (p[first.head].tag in ("NNS", "NNPS"))
        ]  # fmt: skip
        return max(near, key=lambda n: n[0])[1] if near else None

    def _counted(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "all three current congressmen" after "three congressmen": the same number of the same sort, said again with an article, or below a headline."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or len(nouns) != 1 or (number := self._number(nouns[0])) in (None, "1"):
            return None  # "one resident said" and "one resident said" are two
        noun = nouns[0]
        pointed = noun.definite or any(c.lower in ("all", "both") for c in p.children(noun.head))
        deeds = self._deeds(noun.head)
        for other in clusters:
            first = min((m for m in other.found if m.kind == "nominal"), key=lambda m: m.first, default=None)
            if other is cluster or other.named or first is None or first.first >= noun.first or self._number(first) != number or self._parted(first, noun):
                continue
            if p[first.head].lemma.lower() != p[noun.head].lemma.lower():
                # "Jihadists killed 12 troops" above "Twelve soldiers were killed"
                if self._in_title(first) and p[noun.head].sent - p[first.head].sent <= 2 and deeds & self._deeds(first.head) and set(first.sectors) == set(noun.sectors) and p[first.head].tag == p[noun.head].tag:
                    return other
                continue
            if pointed or deeds & self._deeds(first.head) or (self._in_title(first) and not self._in_title(noun) and p[noun.head].sent - p[first.head].sent <= 1):
                return other
        return None

    def _foremost(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Chad's most feared gang": the one group of that kind and state that the report names."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or len(nouns) != 1 or nouns[0].entity_kind not in ("armed_group", "criminal_group") or p[nouns[0].head].tag != "NN":
            return None
        before = p.tokens[nouns[0].first : nouns[0].head]
        if not any(t.tag in ("JJS", "RBS") for t in before) or not (nouns[0].definite or any(c.dep == "poss" for c in p.children(nouns[0].head))):
            return None
        named = [c for c in clusters if c.named and any(m.entity_kind in ("armed_group", "criminal_group") for m in c.found)]
        told = cluster.told()
        return named[0] if len(named) == 1 and (not told or not named[0].told() or named[0].told() == told) else None

    def _members(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """Those whom a group is of: "a team of rescuers" are rescuers."""
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or self.parse[nouns[0].head].lemma.lower() not in GATHERED or not all(self._bare(m) and m.definite for m in nouns[1:]):
            return None
        if nouns[0].countries and not nouns[0].weak and not any(m.countries == nouns[0].countries for c in clusters for m in c.found if m.head in syntax.prep_objects(self.parse, nouns[0].head, "of")):
            # "the UN panel of experts" is a body.
            return None
        if self.parse[nouns[0].head].lemma.lower() == "family" and (self.parse[nouns[0].head].tag == "NNS" or nouns[0].definite):
            # "families of victims" are not the victims; "a family of refugees" are refugees.
            return None
        of = syntax.prep_objects(self.parse, nouns[0].head, "of")
        if len(of) != 1 or len(syntax.conjuncts(self.parse, of[0])) > 1:
            return None
        return next((c for c in clusters if c is not cluster and any(m.head == of[0] and (m.kind == "nominal" or m.entity_kind == "population") and self.parse[m.head].tag in ("NNS", "NNPS") for m in c.found)), None)

    def _fighters(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one armed group of rebels that the report names, for "the rebels", "the guerrillas"."""
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._side(m) and self._role(m) in _FIGHTERS and self.parse[m.head].tag == "NNS" for m in nouns):
            return None
        groups = sorted((c for c in clusters if c.named and "REB" in c.best("sectors") and any(m.kind == "name" and m.entity_kind == "armed_group" for m in c.found)), key=lambda c: -len(c.found))
        # "the HDA-linked militants" are not the HDA's own.
        groups = [c for c in groups if not any(n.first <= m.first < n.head for m in c.found if m.kind == "name" for n in nouns)]
        told = cluster.told()
        if not groups and told:
            # "Chadian rebels", "Chadian guerrillas" of a group that has no name here
            near = [c for c in clusters if c is not cluster and not c.named and c.told() == told and any(m.kind == "nominal" and m.first < nouns[0].first and self._side(m) and self._role(m) in _FIGHTERS and self.parse[m.head].tag == "NNS" for m in c.found)]
            return near[0] if len(near) == 1 else None
        # One whom a report is about outweighs another that it mentions.
        if not groups or (len(groups) > 1 and len(groups[0].found) < _OUTWEIGHS * len(groups[1].found)):
            return None
        definite = any(m.definite for m in nouns) or bool(told)
        return groups[0] if definite and (not told or told == groups[0].told()) and self._near(groups[0], nouns[0]) else None

    def _theirs(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The people told of just before as a place's or a group's, for "its inhabitants", "their members"."""
        p = self.parse
        first = cluster.found[0]
        if len(cluster.found) > 1 or first.kind != "nominal" or p[first.head].tag != "NNS" or p[first.head].lemma.lower() in _KIN:
            return None
        if not any(c.dep == "poss" and c.lower in ("its", "their") for c in p.children(first.head)) or first.last - first.first != 2:
            return None
        near = [
            c for c in clusters if c is not cluster and any(
                m.kind == "nominal" and m.first < first.first and p[m.head].lower == p[first.head].lower and p[first.head].sent - p[m.head].sent < _REACH
                and not any(k.dep == "nummod" for k in p.children(m.head)) for m in c.found  # "killed 40 fighters ... said its fighters had left"
            )
        ]  # fmt: skip
        return near[0] if len(near) == 1 else None

    def _described(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The named person of the sentences just before for whom "the man" or "the bishop" stands, where nobody was brought in by that noun."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns:
            return None
        first = nouns[0]
        token = p[first.head]
        if first.entity_kind not in _PEOPLE or token.tag != "NN" or token.lemma.lower() in _KIN | GATHERED or not first.definite or not all(self._bare(m) or p[m.head].lemma == "year-old" for m in nouns):
            return None
        if any(c.dep == "relcl" and not any(t.text == "," for t in p.tokens[first.last : c.i]) for c in p.children(first.head)):
            # "the man who made the bomb" is told of by that, whoever was named before.
            return None
        found = self.antecedents.described(first)
        other = next((c for c in clusters if c is found), None)
        if other is not None and self._opposite(first, other):
            return None
        if other is not None and {m.head for m in other.found} & {t.i for t in p.ancestors(first.head)}:
            # "X, grandson of the founder": nobody is his own.
            return None
        vague = self._role(first).rpartition(" ")[2] in _VAGUE_POSTS and other is not None and any(m.title or m.entity_kind == "office" for m in other.found)
        if vague and other is not None and other.named:
            # "the official", "the military leader" of whoever was told of with a post
            return other if not self._rivals(cluster, clusters) and (not first.sectors or self._role(first) == "official" or set(first.sectors) & set(other.best("sectors"))) else None
        if other is not None and PUBLIC.intersection(first.sectors) and any(m.title for m in other.found):
            # "the minister" is not the president.
            return None
        if other is None or other is cluster or self._rivals(cluster, clusters):
            return None
        if not other.named and not (token.lemma.lower() in _ANYBODY and self._alone_before(other, first, clusters)):
            return None
        sectors = set(other.best("sectors"))
        own = set(first.sectors) - {"CVL"}
        return other if not own or own & sectors else None

    def _opposite(self, noun: Found, other: Cluster) -> bool:
        """ "X was stabbed. The attacker", "X shot a man. The victim": who suffers is not who did it, nor the other way round."""
        p = self.parse
        lemma = p[noun.head].lemma.lower()
        last = [m for m in other.found if m.first < noun.first and p[noun.head].sent - p[m.head].sent <= 1]
        if lemma in _ASSAILANTS:
            # "Police arrested X. The suspect"
            return any(p[m.head].dep in ("nsubjpass", "dobj") and p[p[m.head].head].lemma not in _CAUGHT for m in last)
        return lemma in _VICTIMS and any(p[m.head].dep == "nsubj" and p[p[m.head].head].pos == "VERB" for m in last) and not any(p[m.head].dep in ("nsubjpass", "dobj") for m in last)

    def _alone_before(self, other: Cluster, noun: Found, clusters: list[Cluster]) -> bool:
        """Whether the sentence before tells of one person only, brought in there by an article or as somebody's: "A teacher was shot. The 45-year-old"."""
        p = self.parse
        before = p[noun.head].sent - 1
        if before < 0:
            return False
        single = [c for c in clusters if any(m.kind != "pronoun" and p[m.head].sent == before and p[m.head].tag in ("NN", "NNP") and m.entity_kind in _PEOPLE for m in c.found)]
        brought = any(p[m.head].sent == before and any(c.dep == "poss" or c.lower in ("a", "an", "one", "another") for c in p.children(m.head)) for m in other.found)
        people = event_lexicon().classes
        held = {m.head for m in other.found}
        others = any(t.tag == "NN" and t.sent == before and t.i not in held and any(t.lemma in people[c] for c in ("human", "civilian", "folk")) for t in p.tokens[p.sentences[before].first : p.sentences[before].last])
        return brought and not others and len(single) == 1 and single[0] is other

    def _headline(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """Those whom the body tells of first in the noun of the headline, or as a group of that sort with a word of it: "Smuggling Ring" above "a smuggling
        network", "Villagers" above "200 villagers"."""
        p = self.parse
        nouns = sorted((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first)
        if cluster.named or not nouns or not self._in_title(nouns[0]):
            return None
        mine = nouns[0]
        body = next((m.first for m in nouns if not self._in_title(m)), len(p))
        if any(c.dep == "nummod" for c in p.children(mine.head)):
            return None
        near = [(m.first, c, m) for c in clusters if c is not cluster and not c.named for m in c.found if m.kind == "nominal" and not self._in_title(m) and m.first < body and m.entity_kind == mine.entity_kind]
        many = p[mine.head].tag in ("NNS", "NNPS")
        for _, other, m in sorted(near, key=lambda n: n[0]):
            if cluster.told() and other.told() and cluster.told() != other.told():
                continue
            same = p[m.head].lemma.lower() == p[mine.head].lemma.lower() and self._role(m) == self._role(mine)
            sort = mine.entity_kind in ("criminal_group", "armed_group") and bool(self._modifiers(m) & self._modifiers(mine))
            if (same or sort) and (p[m.head].tag in ("NNS", "NNPS")) == many and not self._from_elsewhere(mine, m):
                return other
        return None

    def _from_elsewhere(self, title: Found, body: Found) -> bool:
        """ "Chadian gangs" of a headline, "Central African gangs" below it: of one land, and of a wider one."""
        p = self.parse
        mine = {t.lower for t in p.tokens[title.first : title.head] if self.book.country_of(t.text) is not None}
        theirs = {t.lower for t in p.tokens[body.first : body.head] if t.text.istitle() and t.i != p.sentences[t.sent].first}
        return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)
