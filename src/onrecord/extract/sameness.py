"""Actors that clustering left apart and that a report tells of as one: a bare "the government" beside "the Chadian government", "the Chadian president"
beside the president's name, a seat of government beside its state, a group beside those whom it is of. A helper of clustering, no stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord import syntax
from onrecord.actorbook import PUBLIC, ActorBook, titled
from onrecord.extract.antecedents import Antecedents
from onrecord.extract.belonging import LED_BODIES, Belonging
from onrecord.extract.found import BODIES, Cluster, Found, generic
from onrecord.extract.samewords import told_before
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

# What each state has one of, so that a report that tells of one state's means it by the bare word.
_SINGLE = word_set("single_bodies")
# Posts that one person of a state holds at a time.
_POSTS = word_set("single_posts")
_RULERS = word_set("overlords") | {"leader"}
_VAGUE_POSTS = frozenset({"official", "leader", "chief", "officer", "commander"})
_FIGHTERS = word_set("fighters")
_KIN = word_set("kin")
# Kin of whom somebody has one at a time.
_ONLY_KIN = word_set("only_kin")
_GATHERED = word_set("gathered") | word_set("collective_people")
_DIFFERING = word_set("differing_words")
_HOME = word_set("words_for_home")
_PEOPLE = frozenset({"person", "office"})
_SINGLE_PLURALS = frozenset({"authority", "security force", "armed force"})
# One word for many people, and words that only tell where they are.
_CROWDS = word_set("crowd_bodies")
_WHERE = word_set("words_for_where")
_LOCATING = frozenset({"of", "from", "in", "across", "throughout", "around", "near", "along"})
# Sentences within which "its inhabitants" are those told of before.
_REACH = 3
_OUTWEIGHS = 4
_SPOKE = frozenset({"say", "report", "tell", "add", "announce", "state"})
_DIGITS = {word: str(n) for n, word in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"))}


def _plain_name(name: str) -> str:
    return name.casefold().replace("’", "'").removeprefix("the ")


@dataclass(frozen=True)
class Sameness:
    """Reads one parse; `antecedents` says whom a definite noun repeats."""

    parse: Parse
    book: ActorBook
    antecedents: Antecedents
    on: date | None = None  # the report's day

    def join(self, clusters: list[Cluster]) -> list[Cluster]:
        """The clusters with those joined that are one actor, the mentions moved to the one that tells more."""
        for step in (self._state, self._full, self._twin, self._termed, self._spelled, self._short_house, self._police, self._led, self._definite, self._these, self._repeated, self._worded, self._headline, self._outlet, self._short_name, self._regime, self._holder, self._ruler, self._owned, self._lead, self._speaker, self._sole, self._spoke_again, self._sources, self._counted, self._foremost, self._members, self._fighters, self._theirs, self._described):
            for cluster in clusters:
                whole = step(cluster, clusters) if cluster.found else None
                if whole is not None and whole is not cluster and whole.found:
                    whole.found.extend(cluster.found)
                    cluster.found = []
        return [c for c in clusters if c.found and not self._loose(c) and not self._pointed(c)]

    def _loose(self, cluster: Cluster) -> bool:
        """ "the man", "the person" of whom nothing before tells who it is: a second name for somebody of the report, and nobody of his own."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._bare(m) and m.definite and p[m.head].tag == "NN" and m.entity_kind == "person" for m in nouns):
            return False
        first = nouns[0]
        told = any(c.dep in ("acl", "relcl", "prep", "appos") for c in p.children(first.head))
        return not told and set(first.sectors) <= {"CVL"} and p[first.head].sent > 0 and p[first.head].lemma.lower() not in _GATHERED | _CROWDS

    # States and their bodies -----------------------------------------------------------------------------------------------

    def _state(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The state whose seat of government a name is: Paris beside France."""
        if not all(m.kind == "pronoun" or m.rule in ("country:capital", "country:seat:GOV") for m in cluster.found):
            return None
        told = cluster.told()
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
            (c for c in clusters if c is not cluster and c.found and not c.named and c.found[0].first < first and c.best("countries") == told and any(m.kind == "nominal" and self._sort(m) == sort and not self._apart(m) for m in c.found)),
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
        if cluster.named or not nouns or not all(m.entity_kind in BODIES and m.last - m.first > 1 for m in nouns):
            return None
        words = {_plain_name(m.name) for m in nouns}
        proper = all(any(t.pos == "PROPN" for t in self.parse.tokens[m.first : m.head]) for m in nouns)
        same = [c for c in clusters if c.named and any(m.kind == "name" and m.entity_kind in BODIES and (_plain_name(m.name) in words or (proper and _plain_name(m.name).startswith(f"{min(words)} "))) for m in c.found)]
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

    def _police(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "police" beside "the National Police": the one police of the report that has a name, where no other police is told of by more than a word."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._role(m) == "police" and self._bare(m) for m in nouns):
            return None
        named = [c for c in clusters if c.named and "COP" in c.best("sectors") and any(m.kind == "name" and m.name.casefold().endswith("police") for m in c.found)]
        others = [c for c in clusters if c is not cluster and not c.named and any(self._role(m).endswith("police") and m.last - m.first > 1 for m in c.found if m.kind == "nominal")]
        told = cluster.told()
        fits = len(named) == 1 and not others and (not told or not named[0].told() or told == named[0].told())
        return named[0] if fits and any(p[m.head].sent <= p[nouns[0].head].sent for m in named[0].found) else None

    def _apart(self, mention: Found) -> bool:
        """Whether a word tells it from another of its sort: "the former government", "a future government"."""
        if any(c.dep == "nummod" for c in self.parse.children(mention.head)):
            # "23 police"
            return True
        return any(t.lower in _DIFFERING or t.lower in ("future", "incoming", "interim", "previous", "past") for t in self.parse.tokens[mention.first : mention.head])

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
        return same[-1] if len(same) == 1 else None

    def _sort(self, mention: Found) -> str:
        """The role that the noun tells, a consulate general's being a consulate's; what is several people counts apart."""
        token = self.parse[mention.head]
        many = token.tag in ("NNS", "NNPS")
        role = self._role(mention).removesuffix(" general")
        return ("military" if role == "armed force" else role) + ("+" if many and self._role(mention).rpartition(" ")[2] not in _CROWDS and self._role(mention) not in _SINGLE_PLURALS else "")

    @staticmethod
    def _role(mention: Found) -> str:
        return mention.rule.removeprefix("role:").split("+")[0] if mention.rule.startswith("role:") else ""

    def _bare(self, mention: Found) -> bool:
        """Whether nothing but "the", or "the country's", stands with a noun."""
        p = self.parse
        owner = [c for c in p.children(mention.head) if c.dep == "poss"]
        home = len(owner) == 1 and owner[0].lemma.lower() in _HOME
        # "local police"
        where = sum(t.lower == "local" and t.dep == "amod" for t in p.tokens[mention.first : mention.head])
        if not home and (owner or mention.last - mention.first - where != 1 + self._role(mention).count(" ")):
            return False
        if any(c.dep == "prep" and c.lower in ("of", "in", "from") for c in p.children(mention.head)):
            return False
        return not any(c.dep == "det" and c.lower not in ("the", "this", "that") for c in p.children(mention.head))

    def _led(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "the regime of X" and "his regime" beside "the X regime": one body of one leader."""
        mine = self._leaders(cluster, clusters)
        if cluster.named or not mine:
            return None
        return next((c for c in clusters if c is not cluster and not c.named and c.found and c.found[0].first < cluster.found[0].first and self._leaders(c, clusters) == mine), None)

    def _leaders(self, cluster: Cluster, clusters: list[Cluster]) -> set[tuple[str, str]]:
        """(the noun, the key of the person) of those after whom a body is named."""
        p = self.parse
        found: set[tuple[str, str]] = set()
        for m in cluster.found:
            lemma = p[m.head].lemma.lower()
            if m.kind != "nominal" or lemma not in LED_BODIES:
                continue
            near = [c.i for c in p.children(m.head) if c.dep in ("poss", "compound", "nmod")] + syntax.prep_objects(p, m.head, "of")
            for i in near:
                found |= {(lemma, c.key) for c in clusters if c.key.startswith("person:") and (any(n.head == i for n in c.found) or c.key.rpartition(" ")[2].removeprefix("person:") == p[i].lower or c.key.removeprefix("person:").split()[0] == p[i].lower)}
        return found

    def _these(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The last several bodies of a fitting kind told of before "these networks"."""
        if not self._pointed(cluster):
            return None
        p = self.parse
        first = cluster.found[0]
        near = [
            (m.first, c) for c in clusters if c is not cluster and not c.named for m in c.found
            if m.kind == "nominal" and m.first < first.first and p[first.head].sent - p[m.head].sent < _REACH and self._may_be_these(m, first)
            and (not first.sectors or not m.sectors or set(first.sectors) & set(m.sectors))
        ]  # fmt: skip
        return max(near, key=lambda n: n[0])[1] if near else None

    def _may_be_these(self, mention: Found, pointing: Found) -> bool:
        """Bodies, or people whom "groups" gathers; one body of the same noun stands for its sort: "a network ... these networks"."""
        p = self.parse
        if p[mention.head].tag != "NNS":
            return mention.entity_kind in BODIES and p[mention.head].lemma == p[pointing.head].lemma
        return mention.entity_kind in BODIES or (mention.entity_kind == "person" and p[pointing.head].lemma.lower() in _GATHERED)

    def _pointed(self, cluster: Cluster) -> bool:
        """Whether all mentions are plural bodies with "these" or "those" and nothing behind that tells them apart."""
        p = self.parse
        return not cluster.named and all(
            m.kind == "nominal" and m.entity_kind in BODIES and p[m.head].tag == "NNS" and any(c.lower in ("these", "those") for c in p.children(m.head))
            and not any(c.i > m.head and c.dep in ("acl", "relcl", "prep") for c in p.children(m.head)) for m in cluster.found
        )  # fmt: skip

    # People ----------------------------------------------------------------------------------------------------------------

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
            if noun is not None and noun.first < first.first and self._last(noun) == self._last(first) and other.told() == cluster.told():
                return other
        return None

    def _worded(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """Earlier people or bodies told of in the same words, see `samewords`."""
        first = next((m for m in cluster.found if m.kind == "nominal"), None)
        return None if first is None or self._apart(first) else told_before(self.parse, first, cluster, clusters)

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
            if (same or sort) and (p[m.head].tag in ("NNS", "NNPS")) == many:
                return other
        return None

    def _in_title(self, mention: Found) -> bool:
        return self.parse.sentences[self.parse[mention.head].sent].part == "title"

    def _modifiers(self, mention: Found) -> set[str]:
        """The nouns before a noun: "smuggling" of "the migrant smuggling ring"."""
        return {t.lower for t in self.parse.tokens[mention.first : mention.head] if t.pos in ("NOUN", "PROPN", "VERB") and t.dep in ("compound", "nmod", "amod")}

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
        if len(names) != 1 or not all(m.kind == "name" and m.rule == "name:person" and not m.title for m in cluster.found if m.kind == "name"):
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

    def _last(self, mention: Found) -> str:
        """The role without words that only tell where: local police are police."""
        words = self._role(mention).split()
        return " ".join(w for w in words if w not in _WHERE)

    def _crowd(self, mention: Found) -> bool:
        """Several people without a number or a word that tells them from others of their sort."""
        p = self.parse
        token = p[mention.head]
        if mention.kind != "nominal" or not mention.rule.startswith("role:") or (token.tag not in ("NNS", "NNPS") and token.lemma.lower() not in _CROWDS):
            return False
        below = list(p.children(token.i))
        if any(c.dep in ("nummod", "poss", "quantmod") or (c.dep in ("amod", "det") and c.lower in _DIFFERING) for c in below):
            return False
        first = p.sentences[token.sent].first
        if any(c.i == first and c.dep == "compound" and c.pos == "PROPN" for c in below):
            # "Heronland authorities"
            return False
        return not any(c.dep == "acl" or (c.dep == "prep" and c.lower in _LOCATING) or (c.text[:1].isupper() and c.i != first and c.i < token.i) for c in below)

    def _holder(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """The named person who bears what a noun says with its state: "the Chadian president" beside "President X" of Chad."""
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or not nouns or not all(self._role(m).removeprefix("former ") in _POSTS and self.parse[m.head].tag in ("NN", "NNP") for m in nouns):
            return None
        told = cluster.told() or cluster.best("countries")
        if len(told) != 1:
            return None
        post = self._role(nouns[0]).removeprefix("former ")
        holders = [c for c in clusters if c is not cluster and any(self._holds(m, post, told[0]) and m.former == nouns[0].former for m in c.found)]
        if not holders and not nouns[0].former:
            # Nobody bears the title in the text; of those named one held the post, as the tables have it.
            holders = [c for c in clusters if any(m.kind == "name" and m.entity_kind == "person" and self._listed_as(m, post, told[0]) for m in c.found)]
        return holders[0] if len(holders) == 1 else None

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
        return self.book.leader(name.split()[0] if self.book.family_first(name) else name.split()[-1], None) if " " in name else None

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

    def _owner(self, head: int, clusters: list[Cluster]) -> Cluster | None:
        """The actor whose somebody is: "his", "X's"."""
        owners = [c.i for c in self.parse.children(head) if c.dep == "poss"]
        return next((c for c in clusters for m in c.found if owners and m.head == owners[0]), None)

    def _lead(self, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
        """ "A hitman was arrested in X. Jane Doe was arrested ...": the full name that opens the next sentence, of whom the same verb is said."""
        p = self.parse
        nouns = [m for m in cluster.found if m.kind == "nominal"]
        if cluster.named or len(nouns) != 1 or nouns[0].entity_kind not in _PEOPLE or p[nouns[0].head].tag not in ("NN", "NNP") or p[nouns[0].head].sent > 1:
            return None
        noun = nouns[0]
        told = noun.entity_kind == "person" and any(c.dep == "det" and c.lower in ("a", "an") for c in p.children(noun.head))
        if not (told or any(c.dep == "relcl" for c in p.children(noun.head))) or p[noun.head].lemma.lower() in _GATHERED:
            return None
        deeds = self._deeds(noun.head) | {c.lemma for c in p.children(noun.head) if c.dep in ("acl", "relcl")}
        for other in clusters:
            names = [m for m in other.found if m.kind == "name" and m.entity_kind == "person" and m.same < 0]
            first = min(names, key=lambda m: m.first, default=None)
            if first is None or first.title or " " not in first.name or p[first.head].sent - p[noun.head].sent != 1 or first.first != p.sentences[p[first.head].sent].first:
                continue
            if deeds & self._deeds(first.head):
                return other
        return None

    def _deeds(self, head: int) -> set[str]:
        """The verbs of which a noun is the subject or the object."""
        p = self.parse
        above = p.head(head)
        if above is None or p[head].dep not in ("nsubj", "nsubjpass", "dobj") or above.pos not in syntax.VERBAL:
            return set()
        return {above.lemma} - {"be", "have", "say"}

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

    def _capitals(self, mention: Found) -> set[str]:
        return {t.text for t in self.parse.tokens[mention.first : mention.head] if t.text[:1].isupper()}

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
        if cluster.named or len(nouns) != 1 or (number := self._number(nouns[0])) is None:
            return None
        noun = nouns[0]
        pointed = noun.definite or any(c.lower in ("all", "both") for c in p.children(noun.head))
        deeds = self._deeds(noun.head)
        for other in clusters:
            first = min((m for m in other.found if m.kind == "nominal"), key=lambda m: m.first, default=None)
            if other is cluster or other.named or first is None or first.first >= noun.first or self._number(first) != number or p[first.head].lemma.lower() != p[noun.head].lemma.lower():
                continue
            if pointed or deeds & self._deeds(first.head) or (self._in_title(first) and not self._in_title(noun) and p[noun.head].sent - p[first.head].sent <= 1):
                return other
        return None

    def _number(self, mention: Found) -> str | None:
        numbers = [c.lower for c in self.parse.children(mention.head) if c.dep == "nummod"]
        return (_DIGITS.get(numbers[0], numbers[0])) if len(numbers) == 1 else None

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
        if cluster.named or len(nouns) != 1 or self.parse[nouns[0].head].lemma.lower() not in _GATHERED:
            return None
        if nouns[0].countries and not nouns[0].weak and not any(m.countries == nouns[0].countries for c in clusters for m in c.found if m.head in syntax.prep_objects(self.parse, nouns[0].head, "of")):
            # "the UN panel of experts" is a body.
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

    def _side(self, mention: Found) -> bool:
        """A word for fighters alone, or with its state's adjective: "the rebels", "Chadian rebels"."""
        p = self.parse
        if self._bare(mention):
            return True
        below = [c for c in p.children(mention.head) if c.i < mention.head]
        return bool(mention.countries) and not mention.weak and all(c.dep == "det" or c.lower in ("armed", "leftist", "marxist") or (c.dep == "amod" and self.book.country_of(c.text) is not None) for c in below) and not any(c.dep == "prep" for c in p.children(mention.head))

    def _near(self, group: Cluster, noun: Found) -> bool:
        """Whether a group is named before a noun for its fighters, or in the same sentence or the next."""
        return group.found[0].first < noun.first or self.parse[group.found[0].head].sent - self.parse[noun.head].sent <= 1

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
                m.kind == "nominal" and m.first < first.first and p[m.head].lower == p[first.head].lower and p[first.head].sent - p[m.head].sent < _REACH for m in c.found
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
        if first.entity_kind not in _PEOPLE or token.tag != "NN" or token.lemma.lower() in _KIN | _GATHERED or not first.definite or not all(self._bare(m) for m in nouns):
            return None
        if any(c.dep == "relcl" and not any(t.text == "," for t in p.tokens[first.last : c.i]) for c in p.children(first.head)):
            # "the man who made the bomb" is told of by that, whoever was named before.
            return None
        found = self.antecedents.described(first)
        other = next((c for c in clusters if c is found), None)
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
        if other is None or other is cluster or not other.named or self._rivals(cluster, clusters):
            return None
        sectors = set(other.best("sectors"))
        own = set(first.sectors) - {"CVL"}
        return other if not own or own & sectors else None

    def _rivals(self, cluster: Cluster, clusters: list[Cluster]) -> bool:
        """Whether the report tells of another actor by the same noun."""
        p = self.parse
        lemmas = {p[m.head].lemma for m in cluster.found if m.kind == "nominal"}
        return any(m.kind == "nominal" and p[m.head].lemma in lemmas for c in clusters if c is not cluster for m in c.found)
