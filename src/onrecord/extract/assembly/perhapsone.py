"""Actors that may be one, where no word says so: "a smuggler was sentenced ... Ivo Weil was found guilty", "the rebels" behind a named front. Nothing is merged: the later one
names the earlier one that it may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord import numbers, syntax
from onrecord.extract.phrases.speakers import is_speaker
from onrecord.lexicon.bodysorts import body_sorts
from onrecord.lexicon.genders import gender_of
from onrecord.lexicon.likewords import like_words
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity
from onrecord.model.common import Derivation
from onrecord.model.layers import ActorLayer, ActorMention
from onrecord.model.parse import Parse, Token

_PEOPLE = frozenset({"person", "office", "population"})
_BODIES = frozenset({"organisation", "institution", "armed_group", "criminal_group"})
_ARMED = frozenset({"armed_group", "criminal_group"})
_IRREGULAR = frozenset({"REB", "CRM", "PRM", "UAF"})
_POLITICAL = frozenset({"GOV", "LEG", "PTY", "OPP"})  # a mayor is of a party
_PLAIN = frozenset({"CVL", "UNK", "ELI"})  # sectors that keep nobody apart from one of another
_NO_STATES = frozenset({"NGO", "MNC", "IMG"})
_DIFFERING = word_set("differing_words") | {"another", "other", "others", "second", "third", "no", "any", "every", "each", "some", "most", "many"}
_FEMALE, _MALE = word_set("female_words"), word_set("male_words")
_CROWDS = word_set("crowd_bodies") | word_set("gathered") | word_set("collective_people")
_FIGHTERS, _CREEDS = word_set("fighters"), word_set("creeds_of_fighters")
_DEPUTIES = word_set("deputy_words")
_GENERIC = word_set("generic_people")
_POLITE = word_set("polite_words")
# What somebody is called after what was done to him.
_AFTER_DEEDS = (
    (word_set("called_after_arrests"), word_set("words_of_one_arrest") | word_set("held_words")),
    (word_set("called_after_abductions"), word_set("words_of_one_abduction") | word_set("taken_words")),
    (word_set("called_after_killings"), word_set("words_of_one_killing") | word_set("killed_words") | word_set("words_of_one_abduction")),
)
_ANY_DEED = frozenset[str]().union(*(deeds for _, deeds in _AFTER_DEEDS))
_ANYBODY = frozenset({"person", "individual", "people", "man", "woman"})
_NOT_SHOWN = frozenset({"source", "witness", "caller", "eyewitness", "spokesperson"})  # whom a report keeps nameless
_POINTING = frozenset({"the", "this", "that", "these", "those"})
# Bodies of which a state has one or a report tells of one: "police" and "the National Police".
_ONE_OF_ITS_SORT = word_set("bodies_told_of_by_their_noun")
_PLURALS = ("NNS", "NNPS")
_SOON = 2  # sentences between a name and a noun for it
_OPENING = 2  # the first sentences tell what a report is of
_LEAD = 3  # sentences between the nobody of the opening and his name
_PAIR = 2  # any two people are as many as any other two
_ONE_LETTER = 6  # letters of a name from which one may be a slip


@dataclass(frozen=True, slots=True)
class Guess:
    """The id of the earlier actor that one may be, and the rule by which."""

    entity: str
    rule: str


def perhaps_one(parse: Parse, actors: ActorLayer, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities, each with the earlier one that it may be in `may_be`. No chain leads back to where it began. Cost: see `guesses`."""
    found = guesses(parse, actors, entities)
    return tuple(replace(e, may_be=g.entity, derivation=e.derivation | {"may_be": Derivation("actors", e.derivation["mentions"].version, f"perhaps: {g.rule}")}) if (g := found.get(e.id)) is not None else e for e in entities)


def guesses(parse: Parse, actors: ActorLayer, entities: Sequence[Entity]) -> dict[str, Guess]:
    """For each of `entities` that may be one told of before it, which. Cost: quadratic in a report's actors, and small: about half a millisecond a report."""
    return _Guesser(parse, actors, tuple(entities)).all()


@dataclass(frozen=True)
class _Guesser:
    parse: Parse
    actors: ActorLayer
    entities: tuple[Entity, ...]

    def all(self) -> dict[str, Guess]:
        order = sorted((e for e in self.entities if self.mentions[e.id]), key=lambda e: self._first(e).first)
        found: dict[str, Guess] = {}
        for k, later in enumerate(order):
            before = order[:k]
            earlier = [e for e in before if self._fits(later, e)]
            guess = (
                self._named_below(later, earlier) or self._names_alike(later, before) or self._said_again(later, earlier) or self._befallen(later, earlier)
                or self._as_many(later, earlier) or self._under_headline(later, earlier)
                or self._of_its_sort(later, earlier) or self._of_group(later, earlier) or self._pointed_back(later, earlier)
            )  # fmt: skip
            if guess is not None:
                found[later.id] = guess
        return found

    # What an actor is ------------------------------------------------------------------------------------------------------

    @cached_property
    def mentions(self) -> dict[str, list[ActorMention]]:
        """The mentions of each actor, in the order of the text."""
        found: dict[str, list[ActorMention]] = defaultdict(list)
        for m in self.actors.mentions:
            found[m.entity].append(m)
        return found

    def _first(self, entity: Entity) -> ActorMention:
        return self.mentions[entity.id][0]

    def _nouns(self, entity: Entity) -> list[ActorMention]:
        return [m for m in self.mentions[entity.id] if m.kind == "nominal"]

    def _named(self, entity: Entity) -> bool:
        return any(m.kind == "name" for m in self.mentions[entity.id])

    def _sort(self, entity: Entity) -> str:
        """Whether an actor is one person, many people or a body; empty for states."""
        if entity.kind in _BODIES or (entity.kind == "unknown" and self._named(entity)):
            return "body"
        if entity.kind not in _PEOPLE:
            return ""
        if self._named(entity) and entity.kind == "person":
            return "one"
        nouns = self._nouns(entity)
        if entity.kind == "population" or any(self.parse[m.head].tag in _PLURALS or self._lemma(m) in _CROWDS for m in nouns):
            return "many"
        return "one" if nouns else ""

    def _lemma(self, m: ActorMention) -> str:
        return self.parse[m.head].lemma.lower().removeprefix("ex-")

    def _lemmas(self, entity: Entity) -> set[str]:
        return {self._lemma(m) for m in self._nouns(entity)}

    def _numbers(self, entity: Entity) -> set[int]:
        """How many an actor's nouns say that they are."""
        p = self.parse
        found = [[[p[i].lower for i in p.subtree(c.i)] for c in p.children(m.head) if c.dep == "nummod"] for m in self._nouns(entity)]
        return {n for told in found if len(told) == 1 and (n := numbers.value(told[0])) is not None}

    def _gender(self, entity: Entity) -> str:
        words = {self.parse[m.head].lower for m in self.mentions[entity.id] if m.kind != "name"}
        if entity.kind == "person" and " " in entity.name and self._named(entity) and (told := gender_of(entity.name.split()[0])):
            return told
        return "f" if words & _FEMALE else "m" if words & _MALE else ""

    def _words(self, m: ActorMention) -> set[str]:
        """The words before a noun that may tell one of a sort from another; what tells only the people or the creed left out."""
        p = self.parse
        return {p[i].lemma.lower() for i in range(m.first, m.head) if p[i].pos in ("NOUN", "PROPN", "ADJ") and p[i].ent != "NORP" and p[i].lower not in _CREEDS}

    def _restricted(self, m: ActorMention) -> bool:
        """Whether words behind a noun, an owner or a number tell which of a sort are meant."""
        p = self.parse
        return any(
            c.dep in ("poss", "nummod", "acl", "quantmod", "appos")
            or (c.dep == "relcl" and not any(t.text == "," for t in p.tokens[m.head + 1 : c.i]))
            or (c.dep == "prep" and c.lower != "as" and not (c.lower == "of" and p[min(c.i + 1, len(p) - 1)].lower == "state"))  # "the chief of state"
            for c in p.children(m.head)
        )

    def _placed(self, m: ActorMention) -> bool:
        """ "the mayor of Lom", "a mayor from Lom"."""
        return any(c.dep == "prep" and c.lower in ("of", "from", "in") for c in self.parse.children(m.head))

    def _owned(self, m: ActorMention) -> bool:
        """ "his chief of staff", "the head of state": somebody's."""
        return any(c.dep == "poss" or (c.dep == "prep" and c.lower == "of") for c in self.parse.children(m.head))

    def _definite(self, m: ActorMention) -> bool:
        return any(c.dep == "det" and c.lower in _POINTING for c in self.parse.children(m.head))

    # What keeps two apart --------------------------------------------------------------------------------------------------

    def _fits(self, later: Entity, earlier: Entity) -> bool:
        """Whether nothing that is told of two actors parts them."""
        sorts = {self._sort(later), self._sort(earlier)}
        if "" in sorts or (len(sorts) > 1 and not (sorts == {"many", "body"} and {later.kind, earlier.kind} & _ARMED)):
            return False
        states = [set(e.countries) - _NO_STATES for e in (later, earlier)]
        if all(states) and (not states[0] & states[1] or (sorts == {"many"} and states[0] != states[1])):
            return False
        sectors = [set(e.sectors) - _PLAIN for e in (later, earlier)]
        if all(sectors) and not sectors[0] & sectors[1] and not any(all(s & alike for s in sectors) for alike in (_IRREGULAR, _POLITICAL)):
            return False
        sizes = [self._numbers(e) for e in (later, earlier)]
        if (all(sizes) and not sizes[0] & sizes[1]) or len({self._gender(later), self._gender(earlier)} - {""}) > 1:
            return False
        return not self._told_as_another(later) and not self._beside(later, earlier)

    def _told_as_another(self, entity: Entity) -> bool:
        """ "another officer", "some rebels": brought in as one of his own."""
        first = self._first(entity)
        begin = max(first.first - 1, self.parse.sentences[self.parse[first.head].sent].first)
        return any(t.lower in _DIFFERING for t in self.parse.tokens[begin : first.head])

    def _beside(self, one: Entity, other: Entity) -> bool:
        """Whether some clause tells of both: as doer and done to, in one row, as whose the other is."""
        p = self.parse
        theirs = {m.head for m in self.mentions[other.id]}
        for m in self.mentions[one.id]:
            if m.kind == "pronoun":
                continue
            near = [t for t in theirs if p[t].sent == p[m.head].sent]
            if theirs & set(self._above(m.head)) or any(m.head in self._above(t) for t in near if p[t].pos != "PRON"):
                return True
            verb = self._verb(m.head)
            if any(self._verb(t) == verb for t in near):
                return True
        return False

    def _above(self, i: int) -> Iterator[int]:
        """The tokens above one, up to its verb."""
        for above in self.parse.ancestors(i):
            if above.pos in syntax.VERBAL:
                return
            yield above.i

    def _verb(self, i: int) -> int:
        return next((a.i for a in self.parse.ancestors(i) if a.pos in syntax.VERBAL), -1)

    # What makes two one ----------------------------------------------------------------------------------------------------

    def _named_below(self, later: Entity, earlier: list[Entity]) -> Guess | None:
        """ "A smuggler was sentenced. Ivo Weil was": who the nobody told of before was, where this is the first name below."""
        p = self.parse
        name = next((m for m in self.mentions[later.id][:2] if m.kind == "name"), None)
        if name is None or later.kind != "person":
            return None
        people = {e.id for e in self.entities if e.kind == "person"}
        others = [m.first for m in self.actors.mentions if m.kind == "name" and m.entity != later.id and m.first < name.first and m.entity in people]
        called = self._lemmas(later)
        for e in reversed(earlier):
            m = self._first(e)
            if self._named(e) or self._sort(e) != "one" or m.kind != "nominal" or not self._brings_in(m) or is_speaker(p, m.head) != is_speaker(p, name.head) or self._lemma(m) in _ANYBODY | _NOT_SHOWN or self._somebodys(m) or (e.kind == "office" and self._holds_another(e, later)):
                continue
            if called and not called & (like_words()["one"].get(self._lemma(m), frozenset()) | {self._lemma(m)}):
                continue
            last = max(p[o.head].sent for o in self.mentions[e.id] if o.first < name.first)
            if 0 < p[name.head].sent - last <= (_LEAD if p[m.head].sent <= _OPENING else 1) and not any(m.first < o for o in others):
                return Guess(e.id, "named below")
        return None

    def _somebodys(self, m: ActorMention) -> bool:
        """ "his driver": told of by whose he is."""
        return any(c.tag == "PRP$" for c in self.parse.children(m.head))

    def _brings_in(self, m: ActorMention) -> bool:
        """ "a smuggler", a headline's "Smuggler", "Heronland's former minister" of whom a report tells first."""
        p = self.parse
        if p[m.head].dep in ("compound", "nmod"):
            return False  # "sniper fire"
        return p[m.head].sent <= _OPENING or p.sentences[p[m.head].sent].part == "title" or any(c.dep == "det" and c.lower in ("a", "an") for c in p.children(m.head))

    def _names_alike(self, later: Entity, earlier: list[Entity]) -> Guess | None:
        """ "Ivo Weil Gomez ... Weil Gomez", "the Heron Cartel ... the Heorn Cartel"; whatever else is told of the two."""
        kinds = _PEOPLE if later.kind == "person" else _BODIES
        mine = self._names(later)
        fits = [e for e in earlier if e.kind in kinds and any(alike(a, b, later.kind == "person") for a in mine for b in self._names(e))]
        return Guess(fits[0].id, "names alike") if len(fits) == 1 else None

    def _names(self, entity: Entity) -> set[str]:
        """The names of an actor as the text has them, polite words left out, and the one by which it is known."""
        p = self.parse
        return {" ".join(t.text for t in p.tokens[m.first : m.last] if t.pos == "PROPN" and t.lower not in _POLITE) for m in self.mentions[entity.id] if m.kind == "name"} | ({entity.name} if self._named(entity) else set())

    def _said_again(self, later: Entity, earlier: list[Entity]) -> Guess | None:
        """The same noun, or one of like meaning, with no word that parts the two: "the jailed herders ... the Dorn herders"."""
        sort, named = self._sort(later), self._named(later)
        m = next(iter(self._nouns(later)), None)
        if m is None or not sort or (named and later.kind != "person") or (not named and (m is not self._first(later) or self._restricted(m))):
            return None
        headline = self.parse.sentences[self.parse[m.head].sent].part == "body" and self.parse[m.head].sent <= _OPENING
        definite = named or self._definite(m)
        if not definite and not headline and (sort != "many" or self._lemmas(later) & _GENERIC):
            return None
        mine = self._lemmas(later)
        like = frozenset[str]().union(*(like_words()[sort].get(w, frozenset()) for w in mine)) if not named else frozenset()
        for words, rule in ((mine, "same word"), (like, "like word")):
            for e in reversed(earlier):
                if self._named(e) and (e.kind == "person" or sort == "body"):
                    continue
                nouns = [n for n in self._nouns(e) if self._lemma(n) in words and n.first < m.first and not (named and self._placed(m) and self._placed(n))]
                if not definite and headline and not (sort == "many" and not self._lemmas(later) & _GENERIC):
                    nouns = [n for n in nouns if self.parse.sentences[self.parse[n.head].sent].part == "title"]
                if rule == "like word" and not definite and not headline:
                    continue  # "soldiers" below "troops": anybody of the sort
                if rule == "like word":
                    nouns = [n for n in nouns if not self._owned(n) and not self._owned(m) and not (self._lemma(n) in _FIGHTERS and self._numbers(e))]
                if not definite and (self._numbers(e) or all(self._restricted(n) for n in nouns)):
                    continue  # "gunmen" behind "three gunmen": anybody of the sort
                if any(self._agree(m, n) for n in nouns):
                    return Guess(e.id, rule)
        return None

    def _agree(self, one: ActorMention, other: ActorMention) -> bool:
        """Whether no word before two nouns parts them; a deputy is another."""
        mine, theirs = self._words(one), self._words(other)
        return (mine <= theirs or theirs <= mine) and not _DEPUTIES & (mine ^ theirs)

    def _befallen(self, later: Entity, earlier: list[Entity]) -> Guess | None:
        """ "Police arrested two men ... The suspects": who is called after what was done to somebody, of as many people."""
        m, sort = self._first(later), self._sort(later)
        words = frozenset[str]().union(*(deeds for called, deeds in _AFTER_DEEDS if self._lemma(m) in called))
        if not words or self._named(later) or m.kind != "nominal" or not self._definite(m) or sort not in ("one", "many"):
            return None
        fits = [e for e in earlier if self._sort(e) == sort and any(self._done_to(o) & words for o in self.mentions[e.id] if o.first < m.first)]
        return Guess(fits[-1].id, "what was done") if fits else None

    def _headline_passive(self, verb: Token) -> bool:
        """ "Union leader arrested": a past form without an object, in a headline."""
        return verb.tag == "VBD" and self.parse.sentences[verb.sent].part == "title" and not any(c.dep in ("dobj", "ccomp", "xcomp", "prt") for c in self.parse.children(verb.i))

    def _under_headline(self, later: Entity, earlier: list[Entity]) -> Guess | None:
        """ "Union leader arrested" over "Police arrested Ivo Dune": whom one and the same was done to in the headline and below it."""
        p = self.parse
        deeds = _ANY_DEED & frozenset[str]().union(*(self._done_to(m) for m in self.mentions[later.id] if p.sentences[p[m.head].sent].part == "body"))
        heads = [e for e in earlier if not self._named(e) and self._sort(e) == self._sort(later) == "one" and p.sentences[p[self._first(e).head].sent].part == "title" and self._done_to(self._first(e)) & deeds]
        return Guess(heads[0].id, "under the headline") if len(heads) == 1 else None

    def _done_to(self, m: ActorMention) -> set[str]:
        """What a mention's verb or its deed's noun says was done to it."""
        p = self.parse
        above = p.head(m.head)
        if told := {c.lemma for c in p.children(m.head) if c.dep == "acl" and c.tag == "VBN"}:
            return told  # "union leader arrested after clash"
        if above is None:
            return set()
        if p[m.head].dep in ("dobj", "nsubjpass") or (p[m.head].dep == "nsubj" and (above.tag == "VBN" or self._headline_passive(above))):
            return {above.lemma}
        noun = p.head(above.i) if p[m.head].dep == "pobj" and above.lower == "of" else above if p[m.head].dep == "poss" else None
        return {noun.lemma} if noun is not None and noun.pos == "NOUN" else set()

    def _as_many(self, later: Entity, earlier: list[Entity]) -> Guess | None:
        """ "five teachers ... five people": as many."""
        mine, words = self._numbers(later) - {1}, self._lemmas(later)
        if not mine or self._sort(later) != "many":
            return None
        like = words.union(*(like_words()["many"].get(w, frozenset()) for w in words))
        fits = (e for e in reversed(earlier) if self._numbers(e) & mine and (self._lemmas(e) & like or (_ANYBODY & (words | self._lemmas(e)) and max(mine) > _PAIR)))
        return next((Guess(e.id, "as many") for e in fits), None)

    def _of_its_sort(self, later: Entity, earlier: list[Entity]) -> Guess | None:
        """ "police ... the Heronland National Police", where the report tells of no third: one of the two is only called by its noun."""
        for word in sorted(_ONE_OF_ITS_SORT):
            same = [e for e in self.entities if self._called(e, word)]
            fits = [e for e in earlier if e in same]
            if len(same) == 2 and later in same and fits and any(self._bare(one) and (self._named(other) or self._bare(other)) for one, other in ((later, fits[0]), (fits[0], later))):
                return Guess(fits[0].id, "of its sort")
        return None

    def _called(self, entity: Entity, word: str) -> bool:
        p = self.parse
        return entity.kind in _BODIES and any(word in (p[m.last - 1].lemma.lower(), self._lemma(m)) for m in self.mentions[entity.id] if m.kind != "pronoun")

    def _bare(self, entity: Entity) -> bool:
        """Whether nothing but its noun, and its state, tells of a body: "police in Heronland"."""
        p = self.parse
        nouns = self._nouns(entity)

        def parted(m: ActorMention) -> bool:
            behind = any(c.dep in ("nummod", "acl", "appos") or (c.dep == "prep" and c.lower not in ("in", "as")) for c in p.children(m.head))
            return behind or (p[m.head].tag in _PLURALS and self._lemma(m) != "police") or any(t.pos != "DET" and t.ent not in ("GPE", "NORP") and t.tag != "POS" for t in p.tokens[m.first : m.head])

        return not self._named(entity) and bool(nouns) and not any(map(parted, nouns))

    def _of_group(self, later: Entity, earlier: list[Entity]) -> Guess | None:
        """ "the rebels" and the armed group that the report names alone, or named last."""
        p = self.parse
        m = self._first(later)
        named = [e for e in self.entities if e.kind in _ARMED and self._named(e)]
        if later.kind in _ARMED and self._named(later):
            fighters = [e for e in earlier if not self._named(e) and any(map(self._of_fighters, self._nouns(e)))]
            return Guess(fighters[-1].id, "of the group") if len(named) == 1 and fighters and m.kind == "name" else None
        if self._named(later) or not any(map(self._of_fighters, self._nouns(later))):
            return None
        groups = [e for e in earlier if e in named]
        if len(named) > 1:
            groups = [e for e in groups if any(o.first < m.first and 0 <= p[m.head].sent - p[o.head].sent <= _SOON for o in self.mentions[e.id])]
        return Guess(groups[0].id, "of the group") if len(groups) == 1 else None

    def _of_fighters(self, m: ActorMention) -> bool:
        """ "the rebels", "guerrilla forces": all who fight, with no word that tells which."""
        p = self.parse
        before = self._words(m) | {t.lower for t in p.tokens[m.first : m.head] if t.pos == "VERB"}
        return bool({self._lemma(m), *before} & _FIGHTERS) and before <= _FIGHTERS and not self._restricted(m) and p[m.head].tag in _PLURALS

    def _pointed_back(self, later: Entity, earlier: list[Entity]) -> Guess | None:
        """ "the official", "the coalition leader", "the firm": the one named just before."""
        p = self.parse
        m, sort = self._first(later), self._sort(later)
        if self._named(later) or m.kind != "nominal" or not self._definite(m) or sort == "many" or self._restricted(m):
            return None
        body = body_sorts().get(self._lemma(m))
        near: list[tuple[tuple[int, bool], Entity]] = []
        for e in earlier:
            if self._sort(e) != sort or not self._named(e) or (later.countries and not e.countries) or self._holds_another(later, e):
                continue
            if sort == "body" and (body is None or e.kind not in body.kinds | {"unknown"} or (e.sectors and not body.sectors & set(e.sectors))):
                continue
            before = [o for o in self.mentions[e.id] if o.first < m.first and 0 <= p[m.head].sent - p[o.head].sent <= _SOON]
            if before:
                near.append(((p[before[-1].head].sent, p[before[-1].head].dep == "nsubj"), e))
        near.sort(key=lambda pair: pair[0])
        if not near or (len(near) > 1 and near[-1][0] == near[-2][0]):
            return None
        return Guess(near[-1][1].id, "pointed back")

    def _holds_another(self, noun: Entity, named: Entity) -> bool:
        """ "Foreign Minister Weil ... The ambassador": whether the post that a noun tells is none of those that the text or the tables tell of somebody."""
        words = self._lemmas(noun)
        like = words.union(*(like_words()["one"].get(w, frozenset()) for w in words))
        titles = {w for o in named.offices for w in o.title.casefold().split()} | self._lemmas(named)
        return noun.kind == "office" and bool(titles) and not titles & like


def alike(one: str, other: str, people: bool) -> bool:
    """Whether two names may be one with a slip of a letter, or a person's cut short: "Ivo Weil Gomez", "Weil Gomez", "Ivo Weil", "Weil Gomes"."""
    short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
    if short == long:
        return False
    if not people:
        return min(len(one), len(other)) >= _ONE_LETTER and _one_slip(one.casefold(), other.casefold())
    if len(short) < 2:
        return False
    if len(short) == len(long) == 2 and (long[-1] == short[0] or short[-1] == long[0]):
        return True
    ending = long[-len(short) :]
    return ending == short or _one_slip(" ".join(ending), " ".join(short))


def _one_slip(a: str, b: str) -> bool:
    """Whether one letter is wrong, left out or put in, or two neighbours are put for one another."""
    i = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest = (a[i + 1 :], b[i:]), (a[i:], b[i + 1 :]), (a[i + 1 :], b[i + 1 :])
    return a != b and (any(x == y for x, y in rest) or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]))
