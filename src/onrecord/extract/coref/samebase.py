"""What the joining of actors asks of mentions: the role that a noun tells, whether it stands alone, what tells it from another of its sort. A helper of
`sameness`, no stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord import numbers, syntax
from onrecord.actorbook import ActorBook
from onrecord.extract.coref.antecedents import Antecedents
from onrecord.extract.entities.belonging import LED_BODIES
from onrecord.extract.entities.found import Cluster, Found, another_one
from onrecord.extract.phrases.speakers import is_speaker
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.parse import Parse

_DIFFERING = word_set("differing_words")
_HOME = word_set("words_for_home")
_SINGLE_PLURALS = frozenset({"authority", "security force", "armed force"})
# One word for many people, and words that only tell where they are.
CROWDS = word_set("crowd_bodies")
GATHERED = word_set("gathered") | word_set("collective_people")
# What tells the side of fighters and parts them from no others of it.
_OF_SIDES = word_set("creeds_of_fighters")
_WHERE = word_set("words_for_where")
_BACKED = word_set("backing_participles")
# Sets of words of which one only can be said of somebody.
_PRELATES, _PLAIN_CLERGY = word_set("ranks_of_prelates"), word_set("titles_of_plain_clergy")
_CONTRARY = tuple(frozenset(group.split("/")) for group in word_set("contrary_modifiers"))
# Sentences within which "the guerrillas" may be told of before their group is named.
_SOON = 2
_LOCATING = frozenset({"of", "from", "in", "across", "throughout", "around", "near", "along"})


@dataclass(frozen=True)
class SameBase:
    """Reads one parse; `antecedents` says whom a definite noun repeats; `on` is the report's day."""

    parse: Parse
    book: ActorBook
    antecedents: Antecedents
    on: date | None = None

    def _sort(self, mention: Found) -> str:
        """The role that the noun tells, a consulate general's being a consulate's; what is several people counts apart."""
        token = self.parse[mention.head]
        many = token.tag in ("NNS", "NNPS")
        role = self._role(mention).removesuffix(" general")
        return ("military" if role == "armed force" else role) + ("+" if many and self._role(mention).rpartition(" ")[2] not in CROWDS and self._role(mention) not in _SINGLE_PLURALS else "")

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

    def _apart(self, mention: Found) -> bool:
        """Whether a word tells it from another of its sort: "the former government", "a future government"."""
        if any(c.dep == "nummod" for c in self.parse.children(mention.head)):
            # "23 police"
            return True
        return any(t.lower in _DIFFERING or t.lower in ("future", "incoming", "interim", "previous", "past") for t in self.parse.tokens[mention.first : mention.head])

    def _contrary(self, one: Cluster, other: Cluster) -> bool:
        """Whether two actors are told of by one noun with words of which only one can hold: "conservative justices", "liberal justices"."""
        if self._of_two_lands(one, other) or self._of_two_lands(other, one):
            return True
        if self._told_apart(one, other) or self._told_apart(other, one) or self._two_sides(one, other) or self._two_sides(other, one):
            return True
        if any(m.kind == "nominal" and self.parse[m.head].lemma.lower() in _PRELATES for m in other.found) and any(self._called_plainly(m) for m in one.found):
            return True  # "Father Luka Heron was shot ... The bishop condemned it"
        nouns = [[(self.parse[m.head].lemma.lower(), self._before(m)) for m in c.found if m.kind == "nominal"] for c in (one, other)]
        return any(a == b and (left & group) and (right & group) and not left & right & group for a, left in nouns[0] for b, right in nouns[1] for group in _CONTRARY)

    def _of_two_lands(self, one: Cluster, other: Cluster) -> bool:
        """ "The Armenian defence ministry said ... Azerbaijan gave a different account. Its defence ministry said": whose it is the pronoun tells."""
        whose = {c for m in other.found if m.rule.endswith("+antecedent of the owner") for c in m.countries}
        told = set(one.told())
        return bool(whose) and bool(told) and whose.isdisjoint(told)

    def _two_sides(self, one: Cluster, other: Cluster) -> bool:
        """ "Chadian fighters captured Bria from the Chadian Dune Front": who takes something and from whom are two."""
        p = self.parse
        takers = {p[m.head].head for m in one.found if p[m.head].dep == "nsubj"}
        return any(p[m.head].dep == "pobj" and p[p[m.head].head].lower in ("from", "against") and p[p[m.head].head].head in takers for m in other.found)

    def _called_plainly(self, mention: Found) -> bool:
        """Whether a name stands behind the title of a plain clergyman: "Father X", "Pastor X"."""
        before = self.parse[mention.first - 1].lower.rstrip(".") if mention.first else ""
        return mention.kind == "name" and not _PLAIN_CLERGY.isdisjoint({before, (mention.title or "").lower().rstrip("."), self.parse[mention.first].lower.rstrip(".")})

    def _told_apart(self, one: Cluster, other: Cluster) -> bool:
        """Whether `other` is brought in as another of the sort that `one` was told to be: "an officer was stabbed ... shot by another officer"."""
        first = min(other.found, key=lambda m: m.first)
        return another_one(self.parse, first) and any(m.first < first.first and m.kind == "nominal" and self.parse[m.head].lemma == self.parse[first.head].lemma for m in one.found)

    def _before(self, mention: Found) -> set[str]:
        """The words before a noun."""
        return {t.lower for t in self.parse.tokens[mention.first : mention.head]}

    def _last(self, mention: Found) -> str:
        """The role without words that only tell where: local police are police."""
        words = self._role(mention).split()
        return " ".join(w for w in words if w not in _WHERE)

    def _crowd(self, mention: Found) -> bool:
        """Several people without a number or a word that tells them from others of their sort."""
        p = self.parse
        token = p[mention.head]
        if mention.kind != "nominal" or not mention.rule.startswith("role:") or (token.tag not in ("NNS", "NNPS") and token.lemma.lower() not in CROWDS):
            return False
        below = list(p.children(token.i))
        if any(c.dep in ("nummod", "poss", "quantmod") or (c.dep in ("amod", "det") and c.lower in _DIFFERING) for c in below):
            return False
        first = p.sentences[token.sent].first
        if any(c.i == first and c.dep == "compound" and c.pos == "PROPN" for c in below):
            # "Heronland authorities"
            return False
        return not any(c.dep == "acl" or (c.dep == "prep" and c.lower in _LOCATING) or (c.text[:1].isupper() and c.i != first and c.i < token.i) for c in below)

    def _in_title(self, mention: Found) -> bool:
        return self.parse.sentences[self.parse[mention.head].sent].part == "title"

    def _modifiers(self, mention: Found) -> set[str]:
        """The nouns before a noun: "smuggling" of "the migrant smuggling ring"."""
        return {t.lower for t in self.parse.tokens[mention.first : mention.head] if t.pos in ("NOUN", "PROPN", "VERB") and t.dep in ("compound", "nmod", "amod")}

    def _capitals(self, mention: Found) -> set[str]:
        return {t.text for t in self.parse.tokens[mention.first : mention.head] if t.text[:1].isupper()}

    def _number(self, mention: Found) -> str | None:
        words = [c.lower for c in self.parse.children(mention.head) if c.dep == "nummod"]
        if len(words) != 1:
            return None
        size = numbers.value(words)
        return words[0] if size is None else str(size)

    def _deeds(self, head: int) -> set[str]:
        """The verbs of which a noun is the subject or the object."""
        p = self.parse
        above = p.head(head)
        if above is None or p[head].dep not in ("nsubj", "nsubjpass", "dobj") or above.pos not in syntax.VERBAL:
            return set()
        return {above.lemma} - {"be", "have", "say"}

    def _owner(self, head: int, clusters: list[Cluster]) -> Cluster | None:
        """The actor whose somebody is: "his", "X's"."""
        owners = [c.i for c in self.parse.children(head) if c.dep == "poss"]
        return next((c for c in clusters for m in c.found if owners and m.head == owners[0]), None)

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

    def _side(self, mention: Found) -> bool:
        """A word for fighters alone, or with its state's adjective or its creed's: "the rebels", "Chadian rebels", "the marxist rebels"."""
        p = self.parse
        if self._bare(mention):
            return True
        below = [c for c in p.children(mention.head) if c.i < mention.head]
        leaning = [c for c in below if c.i > 1 and p[c.i - 1].text == "-" and c.lower in _BACKED]
        below = [c for c in below if c not in leaning]
        adjectives = [c for c in below if c.lower in _OF_SIDES]
        fits = all(c.dep == "det" or c in adjectives or (c.dep in ("amod", "compound", "nmod") and self.book.country_of(c.text) is not None) for c in below)
        return ((bool(mention.countries) and not mention.weak) or bool(adjectives) or bool(leaning)) and fits and not any(c.dep == "prep" for c in p.children(mention.head))

    def _near(self, group: Cluster, noun: Found) -> bool:
        """Whether a group is named before a noun for its fighters, or soon after it."""
        first = min(group.found, key=lambda m: m.first)
        return first.first < noun.first or self.parse[first.head].sent - self.parse[noun.head].sent <= _SOON

    def _rivals(self, cluster: Cluster, clusters: list[Cluster]) -> bool:
        """Whether the report tells of another actor by the same noun."""
        p = self.parse
        lemmas = {p[m.head].lemma for m in cluster.found if m.kind == "nominal"}
        return any(m.kind == "nominal" and p[m.head].lemma in lemmas for c in clusters if c is not cluster for m in c.found)

    def _is_speaker(self, mention: Found) -> bool:
        """Whether a mention is the subject of a verb of saying."""
        return is_speaker(self.parse, mention.head)

    def _told_who(self, name: Found) -> bool:
        """Whether words beside a name say who he is, or that he is another: "Ana Luz, a nurse,", "lawyer Ana Luz", "another victim, Ana Luz"."""
        p = self.parse
        beside = [c for c in p.children(name.head) if c.dep in ("appos", "relcl", "acl", "conj", "prep", "poss") or (c.dep in ("amod", "compound", "nmod") and c.i < name.first)]
        return any(not c.text.isdigit() for c in beside)

    def _at_other_times(self, noun: Found, name: Found) -> bool:
        """ "was shot in Cali on Friday. Ana Luz, a teacher, was shot in 2019": a year or another day, or "it followed", tells of somebody else."""
        p = self.parse
        days = calendar_words()["weekday"]
        words = [[t for t in p.sentence_tokens(p[m.head].sent) if t.start >= start] for m, start in ((noun, 0), (name, p[name.first].start if p[name.head].dep in ("nsubj", "nsubjpass") else 0))]
        mine, theirs = ({t.lower for t in w if t.lower in days} for w in words)
        years = [{t.text for t in w if t.ent == "DATE" and len(t.text) == 4 and t.text[:2] in ("19", "20")} | {"last" for t in w if t.lower == "year" and p[t.i - 1].lower == "last"} for w in words]
        deed = p[p[p[name.head].head].head] if p[name.head].dep == "pobj" else p[name.head]
        after = any(a.lemma in ("follow", "precede") for a in p.ancestors(deed.i)) or deed.tag == "NNS"
        before = any(a.lower == "had" for a in syntax.auxiliaries(p, p[name.head].head))  # "had been arrested on Tuesday", of whom Friday's news tells
        return bool(mine and theirs and mine.isdisjoint(theirs) and not before) or bool(years[1] - years[0]) or (after and p[name.head].dep == "pobj")
