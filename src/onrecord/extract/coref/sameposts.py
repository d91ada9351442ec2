"""Persons who are one actor under a post or a nationality and a name, of whom the lead tells without a name, or who live where the report is set. A helper of
`sameness`, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actorbook import titled
from onrecord.extract.coref.samebase import GATHERED, SameBase
from onrecord.extract.coref.samevictims import SORTS
from onrecord.extract.entities.belonging import LED_BODIES
from onrecord.extract.entities.found import Cluster, Found
from onrecord.lexicon.tables import word_set

_POSTS = word_set("single_posts")
_ANY_POST = frozenset({"official", "leader", "chief", "boss", "head", "politician", "diplomat", "statesman"})
_LOCAL = frozenset({"governor", "mayor"})
_KIN = word_set("kin")
_INHABITANTS = word_set("town_dwellers")
_DIFFERING = word_set("differing_words")
# Who tells of others: a witness in the lead is hardly whom the report is about.
_TELLING = word_set("telling_persons")
# Of a politician a report may tell a post, a seat or a party.
_OUTLAWED = frozenset({"REB", "CRM", "SPY", "UAF"})
_POLITICAL = frozenset({"GOV", "LEG", "PTY", "OPP"})
_PEOPLE = frozenset({"person", "office"})
_SUFFERED = frozenset({"nsubjpass", "dobj"})
# Sentences within which a nationality means who was named before, and the lead's person is named.
_REACH = 2
_LEAD = 3
# Mentions from which on, and how many times as often as anybody else, a report is about somebody.
_OFTEN, _OUTWEIGHS = 3, 2


@dataclass(frozen=True)
class SamePosts(SameBase):
    """Each method says with which fuller cluster one is, if with any."""

    def _post(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The one person of the report with that title, for a post told with its state: "the Chadian ambassador" beside "Chadian Ambassador X", "Chad's
        attorney general" beside "Attorney General X"."""
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._single(m) and not m.former and m.entity_kind in _PEOPLE and self._role(m) for m in nouns):
            return None
        post, told = self._role(nouns[0]), cluster.told()
        lands = {t for c in clusters for t in c.told()}
        alone = not told and len(lands) <= 1 and all(self._bare(m) for m in nouns) and len(post.split()) > 1  # "the home secretary", of the one land told of
        if any(self._role(m) != post for m in nouns) or (len(told) != 1 and not alone and not self._bodies_own(nouns)):
            return None
        holders = [c for c in clusters if c.named and self._bears(c, post, alone)]
        rivals = [c for c in clusters if c is not cluster and not c.named and c.told() not in ((), told) and any(m.kind == "nominal" and self._role(m) == post for m in c.found)]
        if len(holders) != 1 or rivals:
            return None
        if alone:
            return holders[0] if not any(m.kind == "nominal" and self._role(m) == post for c in clusters if c is not cluster and c is not holders[0] for m in c.found) else None
        if len(told) != 1:
            # "its director said. Director X added": of a body, where the two stand close and nobody else holds such a post.
            others = any(m.kind == "nominal" and self._role(m) == post for c in clusters if c is not cluster and c is not holders[0] for m in c.found)
            near = any(abs(self.parse[m.head].sent - self.parse[n.head].sent) <= _REACH for m in holders[0].found if m.kind == "name" for n in nouns)
            return holders[0] if near and not others and not told else None
        state = self._state_of(holders[0])
        # "Governor X met elders. The Imo governor": of somebody whose place is not told, named just before
        local = not state and post in _LOCAL and any(m.kind == "name" and m.first < nouns[0].first and self.parse[nouns[0].head].sent - self.parse[m.head].sent <= _REACH for m in holders[0].found)
        local = local and not any(m.kind == "nominal" and self._role(m) == post for c in clusters if c is not cluster and c is not holders[0] for m in c.found)
        return holders[0] if state == told or (not state and (post in _POSTS or lands <= set(told))) or local else None

    def _bears(self, cluster: Cluster, post: str, alone: bool) -> bool:
        """Whether somebody bears a post for a title, or, where it is told of alone, is called so beside the name."""
        titles = any(m.kind == "name" and m.entity_kind == "person" and m.title and not m.former and titled(m.title, post) for m in cluster.found)
        return titles or (alone and any(m.kind == "name" and m.entity_kind == "person" for m in cluster.found) and any(m.kind == "nominal" and not m.former and self._role(m) == post for m in cluster.found))

    def _bodies_own(self, nouns: list[Found]) -> bool:
        """ "its director", "the museum's director": a body's own."""
        return all(any(c.dep == "poss" and c.lower not in ("his", "her") for c in self.parse.children(m.head)) for m in nouns)

    def _told_before(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "A lawyer for the dockers said", then "the lawyer, X": who is first named behind "the" has been told of before, by that noun."""
        p = self.parse
        nouns = sorted((m for m in cluster.found if m.kind == "nominal" and p[m.head].lemma != "year-old"), key=lambda m: m.first)
        if cluster.named or not nouns or nouns[-1].entity_kind not in _PEOPLE or p[nouns[-1].head].tag != "NN":
            return None
        told, lemma = nouns[-1], p[nouns[-1].head].lemma.lower()
        if not any(c.dep == "det" and c.lower in ("a", "an") for c in p.children(told.head)) or any(t.lower in _DIFFERING for t in p.tokens[told.first : told.head]):
            return None

        def first(c: Cluster) -> Found:
            return min(c.found, key=lambda m: m.first)

        named = [
            c for c in clusters
            if c.named and (m := first(c)).kind == "nominal" and m.first > told.first and p[m.head].lemma.lower() == lemma and 0 <= p[m.head].sent - p[told.head].sent <= _REACH
            and any(d.dep == "det" and d.lower == "the" for d in p.children(m.head)) and not any(d.dep in ("prep", "relcl", "poss") for d in p.children(m.head))
        ]  # fmt: skip
        if len(named) != 1:
            return None
        until = first(named[0]).first
        rivals = [c for c in clusters for m in c.found if c is not cluster and m.first < until and m.kind == "nominal" and m is not told and p[m.head].lemma.lower() == lemma]
        return named[0] if not rivals and self._may_be(told, named[0]) else None

    def _single(self, mention: Found) -> bool:
        """ "the minister", "Chad's minister": one, who is pointed at."""
        p = self.parse
        own = self._role(mention).split()  # "the foreign minister" is no foreigner
        if p[mention.head].tag not in ("NN", "NNP") or any(t.lower in _DIFFERING and t.lower not in own for t in p.tokens[mention.first : mention.head]):
            return False
        return mention.definite or any(c.dep == "poss" for c in p.children(mention.head))

    def _state_of(self, cluster: Cluster) -> tuple[str, ...]:
        """The state that the words or the tables tell of a named person."""
        told = cluster.told()
        if told:
            return told
        names = [m for m in cluster.found if m.kind == "name" and " " in m.name]
        served = next((s for m in names if (s := self.book.served(m.name, m.title, self.on))), None)
        return (served,) if served else ()

    def _national(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the Chadian politician" for the one Chadian whom the sentences just before name, where no post or deed tells another; "the politician" after it
        is he too."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._bare(m) and m.definite for m in nouns[1:]) or not self._single(nouns[0]) or nouns[0].entity_kind not in _PEOPLE or nouns[0].weak or self._role(nouns[0]) in _POSTS:
            return None
        noun = nouns[0]
        if p[noun.head].lemma.lower() in GATHERED:
            return None
        below = list(p.children(noun.head))
        # "the US diplomat": letters stand for the adjective.
        national = any(c.dep in ("amod", "compound") and (known := self.book.country_of(c.text)) is not None and (known[1] == "demonym" or c.text.isupper()) for c in below)
        if not national or any(c.dep in ("relcl", "acl", "appos", "poss", "nummod", "prep") for c in below):
            return None
        near = {
            id(c): c for c in clusters for m in c.found
            if m.kind == "name" and any(o.entity_kind == "person" and o.kind == "name" for o in c.found) and m.first < noun.first and (0 <= p[noun.head].sent - p[m.head].sent <= _REACH or (noun.sectors and noun.sectors == c.best("sectors") != ("GOV",)))
        }  # fmt: skip
        fitting = [c for c in near.values() if self._state_of(c) == cluster.told() and self._may_be(noun, c) and not self._of_another_post(noun, c)]
        others = [c for c in clusters if c is not cluster and not c.named and c.told() == cluster.told() and any(m.kind == "nominal" and self._role(m) == self._role(noun) for m in c.found)]
        return fitting[0] if len(fitting) == 1 and not others else None

    def _of_another_post(self, noun: Found, named: Cluster) -> bool:
        """ "the Chadian envoy" beside "Chadian Prime Minister X": a post that tells more than any does, which is not the one whose title somebody bears."""
        post = self.parse[noun.head].lemma.lower()
        titles = {m.title.lower().split()[-1] for m in named.found if m.title and self.book.rank(m.title.title()) is None}
        return noun.entity_kind == "office" and post not in _ANY_POST and bool(titles) and post not in titles

    def _may_be(self, noun: Found, named: Cluster) -> bool:
        """Whether the sectors that the words for two people tell do not part them."""
        own, theirs = set(noun.sectors) - {"CVL", "ELI"}, set(named.best("sectors")) - {"CVL", "ELI"}
        titles = [m.title for m in named.found if m.title]
        if titles and all(self.book.rank(t.title()) is not None for t in titles):
            # "Gen. X" may be a minister.
            theirs -= {"MIL"}
        if own & _OUTLAWED and not own & theirs:
            return False  # "the Chadian guerrilla leader" is none of whom only the state is known
        return not own or not theirs or bool(own & theirs) or bool(own & _POLITICAL and theirs & _POLITICAL and noun.entity_kind == "person")

    def _of_the_body(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the SDF candidate" after "X, candidate of the SDF": the one named person of whom the report says the post with that body."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._single(m) and not m.former and m.entity_kind in _PEOPLE for m in nouns):
            return None
        noun, lemma = nouns[0], p[nouns[0].head].lemma.lower()
        body = {w for w in self._capitals(noun) if self.book.country_of(w) is None}
        if not body or lemma in _KIN | GATHERED or any(p[m.head].lemma.lower() != lemma for m in nouns):
            return None
        said = [(c, m) for c in clusters if c is not cluster for m in c.found if m.kind == "nominal" and not m.former and p[m.head].lemma.lower() == lemma and p[m.head].tag in ("NN", "NNP")]
        theirs = {id(c): c for c, m in said if c.named and m.first < noun.first and body <= {p[i].text for i in p.subtree(m.head)} | self._capitals(m)}
        return next(iter(theirs.values())) if len(theirs) == 1 and len({id(c) for c, _ in said}) == 1 else None

    def _own_government(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "his government" beside "the Chadian government", where he is a Chadian by the tables or by his words."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or cluster.told() or not all(p[m.head].lemma.lower() in LED_BODIES and any(c.lower in ("his", "her") for c in p.children(m.head)) for m in nouns):
            return None
        owners = [self._owner(m.head, clusters) for m in nouns]
        if owners[0] is None or any(o is not owners[0] for o in owners):
            return None
        names = [m.name for m in owners[0].found if m.kind == "name" and m.entity_kind == "person"]
        state = self._state_of(owners[0]) or tuple(s for n in names[:1] if " " not in n and (s := self.book.leader(n, self.on)))
        if len(state) != 1:
            return None
        role = self._role(nouns[0])
        same = [c for c in clusters if c is not cluster and not c.named and c.told() == state and any(m.kind == "nominal" and self._role(m) == role and not self._apart(m) for m in c.found)]
        return same[0] if len(same) == 1 else None

    def _conjoined(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the country's envoy to Chad and former minister": a second post, over now, without an article of its own is the same person's."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or len(nouns) != 1 or not nouns[0].former or nouns[0].entity_kind not in _PEOPLE or p[nouns[0].head].tag not in ("NN", "NNP"):
            return None
        token = p[nouns[0].head]
        if token.dep != "conj" or any(c.dep in ("det", "poss", "nummod") for c in p.children(token.i)):
            return None
        return next((
            c for c in clusters for m in c.found
            if c is not cluster and m.head == token.head and m.kind == "nominal" and m.entity_kind in _PEOPLE and not m.former and p[m.head].tag in ("NN", "NNP")
        ), None)  # fmt: skip

    def _protagonist(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """Whom the report is about, for the one person whom its headline or first sentence tells of by a noun: "a teacher was charged", then X and nobody
        else by name. Both have to suffer or do the same, or to bear a sector that tells more than a civilian."""
        p = self.parse
        nouns = sorted((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first)
        if cluster.named or not nouns:
            return None
        noun = nouns[0]
        lemma = p[noun.head].lemma.lower()
        if noun.entity_kind not in _PEOPLE or p[noun.head].tag not in ("NN", "NNP") or lemma in _KIN | GATHERED | _TELLING or lemma.startswith("spokes"):
            return None
        opening = next((s.i for s in p.sentences if s.part == "body"), 0)
        if p[noun.head].sent > opening or any(c.dep == "nummod" for c in p.children(noun.head)) or any(t.lower in _DIFFERING - {"former"} for t in p.tokens[noun.first : noun.head]):
            return None
        people = [c for c in clusters if c.named and any(m.kind == "name" and m.entity_kind == "person" for m in c.found)]
        order = sorted(people, key=lambda c: -len(c.found))
        if not order or len(order[0].found) < _OFTEN or (len(order) > 1 and len(order[1].found) * _OUTWEIGHS > len(order[0].found)):
            return None
        about = order[0]
        first = min((m for m in about.found if m.kind == "name" and p.sentences[p[m.head].sent].part == "body"), key=lambda m: m.first, default=None)
        if first is None or not 0 <= p[first.head].sent - opening <= _LEAD or first.first < noun.first:
            return None
        if any(noun.first < m.first < first.first for c in people if c is not about for m in c.found if m.kind == "name"):
            return None
        told, own = self._state_of(about), cluster.told()
        if told and own and told != own:
            return None
        if not any(m.first > first.first for m in nouns) and any(c.dep == "appos" for c in p.children(noun.head)):
            return None
        if not self._may_be(noun, about):
            return None
        early = [m for m in nouns if p[m.head].sent <= opening]
        taken = any(p[m.head].dep in _SUFFERED and {p[p[m.head].head].lemma} & (SORTS[0] | SORTS[2]) for m in early)
        if taken and any(self._is_speaker(m) for m in about.found if m.kind == "name"):
            return None  # "A priest was abducted. Father Dune, the diocese's spokesman, said"
        sector = (set(noun.sectors) - {"CVL", "ELI"}) & set(about.best("sectors"))
        deeds = {d for m in about.found for d in self._deeds(m.head)}
        same = any((self._deeds(m.head) | {c.lemma for c in p.children(m.head) if c.dep == "acl"}) & deeds for m in early)
        # "A man was charged with murdering X": in one clause and the next below it, those whom two deeds befall are two.
        suffer = any(p[m.head].dep in _SUFFERED and not any(a.i == p[m.head].head for a in p.ancestors(first.head)) for m in early) and p[first.head].dep in _SUFFERED
        return about if sector or same or suffer else None

    def _called_so(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Activist found dead. An activist of X's movement has been found dead": whom the report tells of most, and of whom the same noun and the same verb are said
        soon after, whoever is named between."""
        p = self.parse
        nouns = sorted((m for m in cluster.found if m.kind == "nominal"), key=lambda m: m.first)
        opening = next((s.i for s in p.sentences if s.part == "body"), 0)
        if cluster.named or not nouns or nouns[0].entity_kind not in _PEOPLE or p[nouns[0].head].tag not in ("NN", "NNP") or p[nouns[0].head].sent > opening:
            return None
        lemma = p[nouns[0].head].lemma.lower()
        people = sorted((c for c in clusters if c.named and any(m.kind == "name" and m.entity_kind == "person" for m in c.found)), key=lambda c: -len(c.found))
        if not people or lemma in _KIN | GATHERED or len(people[0].found) < _OFTEN or (len(people) > 1 and len(people[1].found) * _OUTWEIGHS > len(people[0].found)):
            return None
        about = people[0]
        called = [m for m in about.found if m.kind == "nominal" and p[m.head].lemma.lower() == lemma and 0 <= p[m.head].sent - opening <= _LEAD]
        deeds = {d for m in about.found for d in self._deeds(m.head)} & {d for m in nouns for d in self._deeds(m.head)}
        return about if called and deeds and self._may_be(nouns[0], about) else None

    def _neighbours(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "residents" beside "Saltmarsh residents", "many residents here": those of the one place of whose dwellers the report tells by that noun."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._dwellers(m) for m in nouns):
            return None
        lemma = p[nouns[0].head].lemma.lower()
        if any(self._placed(m) for m in nouns):
            return None
        same = [c for c in clusters if c is not cluster and c.found and not c.named and any(m.kind == "nominal" and p[m.head].lemma.lower() == lemma and self._dwellers(m) for m in c.found)]
        placed = [c for c in same if any(self._placed(m) for m in c.found if m.kind == "nominal")]
        earlier = [c for c in same if c.found[0].first < nouns[0].first]
        return placed[0] if len(placed) == 1 else earlier[0] if earlier and not placed else None

    def _dwellers(self, mention: Found) -> bool:
        """A plural of those who live somewhere, without a number or a word that takes some of them out."""
        p = self.parse
        if p[mention.head].tag != "NNS" or p[mention.head].lemma.lower() not in _INHABITANTS:
            return False
        return not any(c.dep in ("nummod", "acl", "relcl", "poss") or c.lower in _DIFFERING or (c.dep == "prep" and c.lower not in ("of", "in")) for c in p.children(mention.head))

    def _placed(self, mention: Found) -> bool:
        p = self.parse
        return any(t.text[:1].isupper() and (t.pos == "PROPN" or t.i != p.sentences[t.sent].first) for t in p.tokens[mention.first : mention.head]) or any(c.dep == "prep" for c in p.children(mention.head))

    def _agency(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the Chadian news agency" after the name of the one outlet of that state of which the report tells."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        told = cluster.told()
        if cluster.named or not nouns or len(told) != 1 or not all(m.sectors == ("JRN",) and m.entity_kind == "organisation" and m.definite and p[m.head].tag == "NN" for m in nouns):
            return None
        outlets = [c for c in clusters if c.named and c.told() == told and c.best("sectors") == ("JRN",) and any(m.kind == "name" and m.entity_kind == "organisation" for m in c.found)]
        return outlets[0] if len(outlets) == 1 and outlets[0].found[0].first < nouns[0].first else None

    def _firm(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "flying on Chadian", "Chadian pledged" of Chadian Airlines: an adjective of a state that stands as a name where the report names a firm that opens
        with it."""
        p = self.parse
        if not all(m.kind == "name" and m.rule == "country:demonym" and p[m.head].dep in ("nsubj", "pobj", "dobj") for m in cluster.found if m.kind != "pronoun"):
            return None
        if any(c.dep in ("det", "nummod", "amod") for m in cluster.found for c in p.children(m.head)):
            return None
        names = {m.name for m in cluster.found if m.kind == "name"}
        firms = [c for c in clusters if any(m.kind == "name" and m.entity_kind == "organisation" and m.name.split()[0] in names and " " in m.name for m in c.found)]
        return firms[0] if len(firms) == 1 and len(names) == 1 else None

    def _fighters_of(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Chad's SDF guerrillas" after "SDF rebels": the fighters of one group under two words for fighters."""
        mine = self._whose_fighters(cluster)
        if not mine:
            return None
        return next((c for c in clusters if c is not cluster and c.found and c.found[0].first < cluster.found[0].first and self._whose_fighters(c) == mine), None)

    def _of_the_group(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "Fighters of the Grey Front", "gunmen from the Gran Grif gang": the group, as "Grey Front fighters" are; "two fighters of the Front" are two of its people."""
        p = self.parse
        noun = next((m for m in cluster.found if m.kind == "nominal"), None)
        if cluster.named or noun is None or noun.definite or p[noun.head].tag not in ("NNS", "NNPS") or p[noun.head].lemma.lower() not in word_set("words_of_fighters") | {"soldier", "troop"} | ({"member"} if p[noun.head].dep == "nsubj" else set()):
            return None
        below = p.children(noun.head)
        prep = next((c for c in below if c.dep == "prep" and c.lower in ("of", "from", "with") and c.i > noun.head), None)
        if prep is None or any(c.dep in ("det", "nummod", "acl", "relcl", "conj", "amod", "poss") for c in below):
            return None
        groups = [c for o in p.children(prep.i) if o.dep == "pobj" for c in clusters for m in c.found if m.head == o.i and m.kind == "name" and (m.entity_kind in ("armed_group", "criminal_group") or (m.entity_kind == "organisation" and "MIL" in m.sectors))]
        return groups[0] if len(groups) == 1 and not any(o.dep == "conj" for g in p.children(prep.i) for o in p.children(g.i)) else None

    def _whose_fighters(self, cluster: Cluster) -> str:
        """The capitalised words before a plural for fighters that no other word restricts; empty where there are none."""
        p = self.parse
        noun = next((m for m in cluster.found if m.kind == "nominal"), None)
        if cluster.named or noun is None or p[noun.head].tag not in ("NNS", "NNPS") or self._role(noun) not in word_set("fighters"):
            return ""
        before = [t for t in p.tokens[noun.first : noun.head] if t.tag != "POS" and t.dep != "det" and self.book.country_of(t.text) is None]
        if not before or any(c.dep in ("acl", "relcl", "prep", "nummod") for c in p.children(noun.head)):
            return ""
        return " ".join(t.text for t in before) if all(t.text[:1].isupper() and not t.cased and t.pos == "PROPN" for t in before) else ""
