"""events, second half, grouping: which candidates of one report mention the same event. A plain baseline: linking is raised later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from onrecord import numbers, syntax
from onrecord.extract.assembly.headlined import one_doer, one_side, one_thing, struck_alike
from onrecord.extract.assembly.means import clash, other_means, two_deeds
from onrecord.extract.assembly.mergewords import (
    apart,
    both_fighters,
    brought_in,
    count,
    deed_within,
    disowns,
    doers,
    head_word,
    named_party,
    named_person,
    one_unnamed,
    one_word,
    taken_up,
    things,
    told,
    told_as_aim,
    unnamed_doers,
)
from onrecord.extract.assembly.outcomes import Outcomes
from onrecord.extract.assembly.retold import as_told, counts_apart, epithet, known_cause, looks_back, of_one_bomber, points, told_more
from onrecord.extract.assembly.sequels import goes_on, more_hurt
from onrecord.extract.assembly.setapart import apart_in_land, apart_in_place, apart_in_time, other_count, set_apart
from onrecord.extract.assembly.settle import Settled, presupposed
from onrecord.extract.assembly.takesup import (
    anew,
    another_kind,
    another_thing,
    as_retold,
    befell_once,
    brings_in,
    by_its_doer,
    coordinated,
    counted_alike,
    entries_apart,
    fell_attacking,
    known_by_deed,
    likely,
    named_apart,
    numbered_apart,
    of_a_kind,
    of_one_march,
    of_one_meeting,
    one_by_copula,
    one_of_those,
    other_amount,
    signed_accord,
    sized_apart,
    two_of_some,
)
from onrecord.extract.phrases.standing import dated_by
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity
from onrecord.model.parse import Parse
from onrecord.model.place import Place
from onrecord.model.time import Time

# How many groups, and how many sentences, back a thing or a deed that is told again may lie.
_WINDOW, _NEAR = 60, 4
_MEMBERS = 6  # of an event told over and over, its first mention and its last ones are compared: the cost stays linear in a text without end
_REAL, _AHEAD = frozenset({"occurred", "ongoing"}), frozenset({"planned", "proposed", "threatened", "hypothetical"})
_SPOKEN = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "CONSULT", "AGREE"})
_HOUSED = frozenset({"organisation", "institution"})  # told by the house they are in: "attacked a church ... the building"
_TOWNS, _TOWN_WORDS = frozenset({"city", "point"}), ("town", "city", "village", "settlement")  # a place that was captured or shelled, told again
# Who did it, where nobody says who that was: a named party's denial may still concern that deed.
_APART = (word_set("verbs_of_seizing_ground"), word_set("verbs_of_breach"))
_POSTURE, _DISPUTABLE = frozenset({"ASSAULT", "MOBILIZE"}), frozenset({"occurred", "ongoing", "alleged", "denied"})


@dataclass
class Group:
    members: list[Settled] = field(default_factory=list)

    @property
    def type(self) -> str:
        return self.members[0].candidate.type

    @property
    def last(self) -> int:
        return self.members[-1].candidate.head


@dataclass(frozen=True, slots=True)
class Merger:
    """Groups settled candidates in text order; `generic` are nouns that can take up any event ("the operation"), `nouns` the tokens of all event nouns."""

    parse: Parse
    entities: Mapping[str, Entity]
    generic: frozenset[str]
    outcomes: frozenset[str]
    times: Mapping[str, Time]
    places: Mapping[str, Place] = field(default_factory=dict)
    nouns: frozenset[int] = frozenset()

    @property
    def first_told(self) -> int:
        """The number of the first sentence of the body; -1 where there is none."""
        return next((s.i for s in self.parse.sentences if s.part == "body" and s.parsed), -1)

    def run(self, settled: list[Settled]) -> list[Group]:
        # The body first, and the headline merged into what it tells; of that the verb before its noun ("air strike hits hospital").
        groups: list[Group] = []
        by_head = {s.candidate.head: s for s in settled}
        for item in [s for s in settled if not s.title] + sorted((s for s in settled if s.title), key=lambda s: s.candidate.nominal):
            cause = known_cause(self.parse, item, by_head, self.outcomes)
            home = self.home(as_told(self.parse, item, (o for g in groups[-_WINDOW:] for o in g.members)), groups) or (self.home(cause, groups) if cause is not None and not item.title else None)
            home = home or (self.home(replace(item, status=replace(item.status, background=True)), groups) if looks_back(item) else None) or self.sequel(item, groups)
            if home is None:
                groups.append(Group([item]))
            else:
                home.members.append(as_retold(self.parse, self.entities, item, home.members))
        for group in groups:
            group.members.sort(key=lambda s: s.candidate.head)
        return sorted(groups, key=lambda g: g.members[0].candidate.head)

    def home(self, item: Settled, groups: list[Group]) -> Group | None:
        best: tuple[float, int, Group] | None = None
        # A report refers back to what it told not long ago; the window keeps the cost linear in a long one.
        for group in groups[-_WINDOW:]:
            near = group.members if len(group.members) <= _MEMBERS else [group.members[0], *group.members[-_MEMBERS:]]
            score = max(self.affinity(item, other) for other in near)
            # What the lead's other verbs tell ("struck the port, killing two") a headline need not.
            told = [o for o in near if self.same_lead(item, o)] or near
            if score <= 0 or any(self.conflict(item, other) for other in told) or (self.other_victims(item, near) and not self.leads(item, near) and not one_of_those(self.parse, item, near)):
                continue
            aims = any(told_as_aim(self.parse, item.candidate, o.candidate) for o in group.members)
            if (not aims and clash(set(item.candidate.modes), {m for other in group.members for m in other.candidate.modes})) or two_deeds(self.parse, item.candidate, [o.candidate for o in near]):
                continue
            # A noun takes up what was told last; a headline tells what the body tells first.
            rank = (0.0 if points(self.parse, item) else score, -group.members[0].candidate.head if item.title else group.last)
            best = (*rank, group) if best is None or rank > best[:2] else best
        return best[2] if best is not None else None

    def sequel(self, item: Settled, groups: list[Group]) -> Group | None:
        """The deed of its type told last, of which the item tells more without taking it up by a word."""
        last = max((g for g in groups[-_WINDOW:] if g.type == item.candidate.type and not g.members[-1].title), key=lambda g: g.last, default=None)
        if last is None or clash(set(item.candidate.modes), {m for o in last.members for m in o.candidate.modes}) or two_deeds(self.parse, item.candidate, [o.candidate for o in last.members]):
            return None
        if more_hurt(self.parse, item, last.members) and goes_on(self.parse, self.entities, item, last.members):
            return last if not any(entries_apart(self.parse, item, o) for o in last.members) else None
        return last if goes_on(self.parse, self.entities, item, last.members) and not any(self.conflict(item, o) for o in last.members) else None

    def affinity(self, item: Settled, other: Settled) -> float:
        """0 where the two cannot be one event; more the surer it is."""
        a, b = item.candidate, other.candidate
        same_type, lemma_a, lemma_b = a.type == b.type, self.parse[a.head].lemma, self.parse[b.head].lemma
        if same_type and deed_within(self.parse, a, b):
            return 2.0
        if item.status.background != other.status.background and not (({lemma_a, lemma_b} & self.outcomes and self.tied(item, other)) or self.same_lead(item, other) or epithet(self.parse, item) or epithet(self.parse, other)):
            return 0.0  # "was bombed in 1998, killing 213": one deed, whatever its second verb says of the year
        if lemma_a != lemma_b and (a.nominal or b.nominal) and ("visit" in a.modes) != ("visit" in b.modes):
            return 0.0  # "urged dialogue ... his visit to the capital", "met the king on a visit to Chad"
        if self.tied(item, other):
            return 3.0 if same_type else 0.0
        if not self.statuses_meet(item, other) or fell_attacking(self.parse, item, other) or anew(self.parse, item):
            return 0.0
        if self.resumed(item, other) or self.resumed(other, item) or of_one_bomber(self.entities, item, other) or of_one_meeting(self.parse, item, other) or of_one_march(self.parse, item, other):
            return 2.0
        if signed_accord(self.parse, item, other):
            return 0.9
        if not same_type:
            generic = item.definite and a.nominal and lemma_a in self.generic and (not b.nominal or lemma_b in self.generic)
            return 0.8 if generic and not brings_in(self.parse, self.entities, item, other) and {a.type, b.type} <= _POSTURE else 0.0
        shared, same_word = self.shared(item, other), one_word(self.parse, a, b)
        if not shared and lemma_a == lemma_b and (of_a_kind(self.parse, item, other) or of_a_kind(self.parse, other, item)):
            return 0.0
        if "denied" in (self.label(item), self.label(other)) and self.label(item) != self.label(other):
            if not same_word and (self.aimed_elsewhere(item, other) or (a.type != "ASSAULT" and not (a.nominal or b.nominal) and not set(a.modes) & set(b.modes) and shared < 2) or (a.type in _SPOKEN and shared < 2 and (told(item.recipients) or item.objects) and (told(other.recipients) or other.objects))):
                return 0.0  # also "urged both sides to talk ... denied he had asked the police to go in"
            # A denial belongs to the event it denies: the same parties or things, or the same word under "deny"; "deported 90 ... denied they extorted anyone" are two.
            outright = disowns(item) or disowns(other)
            return 1.4 if shared or points(self.parse, item) or (outright and same_word) or (outright and (presupposed(item) or presupposed(other) or (a.nominal and item.definite and bool(set(a.modes) & set(b.modes))))) else 0.0
        if item.title or other.title:
            if self.named_alike(item, other):
                return 1.4
            if (lemma_a == lemma_b or set(a.modes) & set(b.modes)) and counted_alike(self.parse, self.entities, item, other):
                return 1.8
            alike = struck_alike(self.entities, item, other) or (shared and item.actors and told(item.actors) == told(other.actors) and self.parse[b.head].dep == "ROOT")
            if item.title and alike and self.parse[b.head].sent == self.first_told:
                return 1.75  # a headline tells what the first sentence tells: "Israel strikes suburb", "Israel bombed the suburb ... strikes in the south"
            if self.role_alike(item, other) and set(a.modes) & set(b.modes):
                return 1.6
            return 1.7 if lemma_a == lemma_b else 1.5 if shared or (item.candidate.nominal and not item.actors and (a.reciprocal == b.reciprocal or not a.reciprocal)) or self.same_lead(item, other) else 0.0
        if same_type and self.known_victims(item) and set(a.modes) & set(b.modes) and not named_apart(self.parse, item, other):
            return 1.2
        if a.nominal and b.nominal and not shared and self.another(item, other):
            return 0.0
        if a.nominal and (item.definite or (not item.actors and not item.recipients and not item.objects)):
            if same_word or (shared and not another_thing(self.parse, item, other)):
                return 2.0
            if shared or another_thing(self.parse, item, other) or brings_in(self.parse, self.entities, item, other):
                return 0.0
            # Only a definite noun takes up what was told before: "operations inside the enclave" are others than the campaign.
            # Of several the one done by the same means is the likelier: "the bombing" is the car bomb before it is the air strikes.
            surely = 0.9 if other_means(a.modes, b.modes) or "abduct" in set(a.modes) - set(b.modes) else 1.0 if likely(item, other) else 0.7
            return surely if item.definite and not self.new_victims(item) else 0.0
        if lemma_a == lemma_b and (shared or (a.nominal and b.nominal and not self.own_parties(item))):
            return 1.5
        if a.nominal and b.nominal and item.object_lemmas & other.object_lemmas:
            return 1.3
        if shared >= 2 and a.nominal != b.nominal:
            return 1.2
        if (self.near(item, other) and (self.same_thing(item, other) or (lemma_a == lemma_b and self.bare(item) and self.bare(other)))) or befell_once(self.parse, self.entities, item, other, self.near(item, other)):
            return 1.1
        denial = {self.label(item), self.label(other)} & {"denied", "alleged"}
        # Two requests or charges of one party are two, however it is that one of them is only reported; so are a killing and a truce that is said to be broken.
        words = ("denied" not in denial and a.type in _SPOKEN and shared < 2) or (lemma_a in _APART[1]) != (lemma_b in _APART[1])
        return 1.0 if denial and shared and not words and not apart_in_land(self.places, item, other) else 0.0

    def aimed_elsewhere(self, item: Settled, other: Settled) -> bool:
        """ "which shelled the town, denied hitting the hospital": two deeds of one sentence, each done to something else; in two, "denied bombing a market", "took the town"; "broke the truce", "laid no mines"."""
        a, b = self.parse[item.candidate.head], self.parse[other.candidate.head]
        parted = any((a.lemma in kind) != (b.lemma in kind) for kind in _APART)
        if (a.sent != b.sent and not parted) or item.candidate.nominal or other.candidate.nominal:
            return False
        one, two = things(self.entities, item), things(self.entities, other)
        return ((bool(one) and bool(two)) or (a.lemma in _APART[1]) != (b.lemma in _APART[1])) and not one & two

    def another(self, item: Settled, other: Settled) -> bool:
        """ "The bank faces a probe ... a probe into the port": an indefinite noun, and one beside another of its kind, bring in a deed of their own."""
        p = self.parse
        a, b = item.candidate.head, other.candidate.head
        if p[a].tag == "NN" and any(c.dep == "det" and c.lower in ("a", "an", "another") for c in p.children(a)) and p[a].dep not in ("attr", "appos"):
            return not item.title and not other.title
        return p[a].sent == p[b].sent and self.new_victims(item) and not told(other.recipients)

    def new_victims(self, item: Settled) -> bool:
        """ "the abduction of 23 drillers", "the murder of Ana Orrel": whom it befell is told for the first time, so that the noun takes up nothing."""
        return any(named_person(self.entities[e]) or (brought_in(self.entities[e]) and numbers.value([self.entities[e].name.split()[0].casefold()]) is not None) for e in told(item.recipients))

    def resumed(self, item: Settled, other: Settled) -> bool:
        """ "signed an agreement ... The agreement": a definite noun takes up the light verb's own noun."""
        a, b = item.candidate, other.candidate
        if one_by_copula(self.parse, a, b) or known_by_deed(self.parse, self.entities, item, other) or by_its_doer(self.parse, self.entities, item, other):
            return True
        if self.parse[b.head].dep == "relcl":
            return False  # "the unit that came under attack": only told by the way
        if not (a.nominal and item.definite and not b.nominal and self.parse[a.head].sent != self.parse[b.head].sent) or a.head < b.head:
            return False
        return any(self.parse[t].lemma == self.parse[a.head].lemma for t in b.trigger if t != b.head)

    def known_victims(self, item: Settled) -> bool:
        """ "those detained", "the men arrested": people known by what befell them before."""
        p = self.parse
        token = p[item.candidate.head]
        if token.tag != "VBN" or token.dep != "acl" or item.actors:
            return False
        return p[token.head].lower == "those" or any(c.lower in ("the", "those") for c in p.children(token.head))

    def near(self, item: Settled, other: Settled) -> bool:
        return abs(self.parse[item.candidate.head].sent - self.parse[other.candidate.head].sent) <= _NEAR

    def same_thing(self, item: Settled, other: Settled) -> bool:
        """ "an airstrike on a market ... bombed the market": the later one was done to a thing that the earlier one brought in."""
        first, second = sorted((item, other), key=lambda s: s.candidate.head)
        bodies = (self.entities[e].name for e in told(first.recipients) if self.entities[e].kind in _HOUSED)
        towns = (word for q in first.places if q.role == "target" and not q.inferred and self.places[q.place].precision in _TOWNS for word in _TOWN_WORDS)
        return taken_up((*(o.text for o in first.objects), *bodies, *towns), tuple(o.text for o in second.objects))

    def bare(self, item: Settled) -> bool:
        """Nothing is told of who or what but pronouns: "he was beaten", "they beat him"."""
        return not self.own_parties(item) and not item.candidate.nominal

    def named_alike(self, item: Settled, other: Settled) -> bool:
        """A headline's short name and the body's full one: "Coalition troops to cross", "The Kestrel Coalition plans to send"."""
        ahead = {self.label(item), self.label(other)} <= _AHEAD and self.label(item) == self.label(other)
        return ahead and item.candidate.type == other.candidate.type and self.alike(told(item.actors), told(other.actors))

    def same_lead(self, item: Settled, other: Settled) -> bool:
        """ "Marsh Militia Strikes Consulate", "Marsh militia fighters struck at the consulate, killing two": one verb, and names that share a word; "Convoy attacked", "A convoy of boats came under attack"."""
        b = self.parse[other.candidate.head]
        if not item.title or b.sent != self.first_told or self.parse[item.candidate.head].lemma not in {b.lemma, *(self.parse[t].lemma for t in other.candidate.trigger)}:
            return False
        return self.alike(told(item.actors), told(other.actors)) or one_thing(self.entities, item, other) or (not item.actors and one_unnamed(self.parse, item) and one_unnamed(self.parse, other))

    def leads(self, item: Settled, group: list[Settled]) -> bool:
        """ "Port office frees most marchers", "The Port Office released 52 of the dockers it held": a headline tells what the first sentence tells, of the same doer
        and in the same way, and may call those it befell by another noun."""
        p = self.parse
        if any(self.same_lead(item, o) or self.role_alike(item, o) or counted_alike(self.parse, self.entities, item, o) for o in group):
            return True
        if not item.title or not item.candidate.modes or item.candidate.nominal:
            return False
        plain = [e for o in (item, *group) for e in told(o.recipients)]
        if any(any(m.kind == "name" for m in self.entities[e].mentions) for e in plain):
            return False
        return any(
            p[o.candidate.head].sent == self.first_told and set(o.candidate.modes) == set(item.candidate.modes) and bool(told(o.actors) and told(item.actors)) and one_doer(self.entities, item, o) and not counts_apart(self.entities, item, o) and not o.candidate.nominal
            for o in group
        )  # fmt: skip

    def role_alike(self, item: Settled, other: Settled) -> bool:
        """ "Senegal opposition leader arrested", "Police arrested opposition leader Moussa Diop": whom the headline calls by a noun is called so in the first sentence, too."""
        p = self.parse
        if not item.title or item.candidate.nominal or p[other.candidate.head].sent != self.first_told or any(named_person(self.entities[e]) for e in told(item.recipients)):
            return False
        called = {p[a.head].lemma.lower() for a in item.candidate.recipients if p[a.head].pos in ("NOUN", "PROPN")}
        phrases = (range(*syntax.noun_phrase(p, a.head)) for a in other.candidate.recipients)
        return bool(called & {p[i].lemma.lower() for phrase in phrases for i in phrase})

    def alike(self, mine: set[str], theirs: set[str]) -> bool:
        words = [{w for e in side for w in self.entities[e].name.casefold().split() if len(w) > 3} for side in (mine, theirs)]
        return bool(words[0] & words[1]) or any(one_side(self.entities[a], self.entities[b]) for a in mine for b in theirs)

    def tied(self, item: Settled, other: Settled) -> bool:
        """One sentence, one deed: "airstrike killed five", "target the labs with strikes"."""
        p = self.parse
        a, b = item.candidate, other.candidate
        if p[a.head].sent != p[b.head].sent:
            return False
        for noun, verb in ((a, b), (b, a)):
            if not noun.nominal or verb.nominal:
                continue
            token = p[noun.head]
            head = p.head(noun.head)
            if self.held_in(verb.head, noun.head) or (p[verb.head].dep == "relcl" and p[verb.head].head == noun.head and a.type == b.type and any(c.tag == "WDT" and c.dep == "nsubj" for c in p.children(verb.head))):
                return True  # also "a bombing that tore through a market"
            # "An airstrike killed nine and wounded 20": the second verb shares the first one's subject.
            first = verb.head
            while p[first].dep == "conj" and p[p[first].head].pos in syntax.VERBAL and syntax.child_of(p, first, "nsubj", "nsubjpass") is None:
                first = p[first].head
            if token.dep in ("nsubj", "agent") and head is not None and head.i in (verb.head, first):
                return True
            if token.dep == "pobj" and head is not None and head.lower in ("with", "in", "by", "during") and (self.under(head.i, verb.head) or self.summed_up(noun.head, verb.head)):
                return True
        ending = Outcomes(p, self.outcomes, self.nouns)
        return ending.outcome(a.head, b.head) or ending.outcome(b.head, a.head) or told_as_aim(p, a, b) or told_as_aim(p, b, a) or told_more(p, item, other) or told_more(p, other, item)

    def held_in(self, verb: int, deed: int) -> bool:
        """ "the police firing on students, in which one was killed": the relative clause tells of the deed, whatever noun it hangs on."""
        p = self.parse
        if p[verb].dep not in ("relcl", "acl", "advcl", "conj") or p[verb].lemma not in self.outcomes or verb < deed:
            return False
        inside = any(c.dep == "prep" and c.lower in ("in", "during") and any(o.tag in ("WDT", "WP") for o in p.children(c.i)) for c in p.children(verb))
        return inside and any(a.i == deed for a in p.ancestors(verb))

    def summed_up(self, deed: int, verb: int) -> bool:
        """ "saw its mill attacked by the clan, in a raid believed to be revenge": the noun behind the clause is that deed, whatever verb the parser hangs it on."""
        p = self.parse
        prep = p[p[deed].head]
        new = p[deed].lemma not in word_set("deeds_that_last") and any(c.dep == "det" and c.lower in ("a", "an") for c in p.children(deed)) and prep.lower == "in" and p[prep.i - 1].text == ","
        between = any(t.pos == "VERB" for t in p.tokens[verb + 1 : prep.i])
        return new and verb < prep.i and not between and p[verb].dep in ("ccomp", "xcomp", "acl") and any(a.i == prep.head for a in p.ancestors(verb))

    def under(self, i: int, verb: int) -> bool:
        """Whether token `i` hangs below `verb` with no other clause between."""
        for above in self.parse.ancestors(i):
            if above.i == verb:
                return True
            if above.pos in syntax.VERBAL:
                return False
        return False

    def statuses_meet(self, item: Settled, other: Settled) -> bool:
        a, b = self.label(item), self.label(other)
        if a == b or self.bare_headline(item) or self.bare_headline(other) or presupposed(item):
            return a == b or b not in _AHEAD or not presupposed(item) or all(t.inferred for t in item.times)  # "to be held": "her arrest on Friday" has its own day
        pair = {a, b}
        if pair <= _REAL or pair <= _DISPUTABLE:
            return True
        return pair <= _AHEAD and (item.definite or other.definite or bool(self.shared(item, other)))

    def bare_headline(self, item: Settled) -> bool:
        """A noun in a headline without any word that bears on its status says nothing of it."""
        return item.title and item.candidate.nominal and not item.status.assertions[0].cue

    def conflict(self, item: Settled, other: Settled) -> bool:
        if self.resumed(item, other) or self.resumed(other, item):
            return False
        clashing = (clash(set(item.candidate.modes), set(other.candidate.modes)) and not told_as_aim(self.parse, item.candidate, other.candidate)) or coordinated(self.parse, item, other) or fell_attacking(self.parse, item, other)
        clashing = clashing or two_of_some(self.parse, self.entities, item, other) or numbered_apart(self.parse, item, other) or sized_apart(self.parse, item, other) or entries_apart(self.parse, item, other)
        if clashing or dated_by(self.parse, item.candidate.head, other.candidate.head) or dated_by(self.parse, other.candidate.head, item.candidate.head):
            return True
        sides = [] if self.cleared(item, other) or self.cleared(other, item) else [doers(item.actors, other.actors)]
        if (item.title or other.title) and (self.named_alike(item, other) or self.same_lead(item, other) or counted_alike(self.parse, self.entities, item, other) or (item.title and unnamed_doers(self.entities, other))):
            sides = []
        elif unnamed_doers(self.entities, item) and unnamed_doers(self.entities, other) and befell_once(self.parse, self.entities, item, other, self.near(item, other)):
            sides = []  # "Gunmen abducted 90 pupils ... Armed men took away the pupils ... The attackers herded the girls into the bush"
        if self.tied(item, other):
            # "attacked the camp, killing 12": whom the outcome befell need not be what was attacked.
            return any(mine and theirs and not self.overlap(mine, theirs) for mine, theirs in sides)
        if any(mine and theirs and not self.overlap(mine, theirs) for mine, theirs in sides) or self.fought_apart(item, other):
            return True
        return set_apart(self.parse, self.times, item, other) or apart_in_time(self.times, item, other) or apart_in_place(self.places, item, other) or (not self.tied(item, other) and (other_count(item, other) or other_count(other, item)))

    def fought_apart(self, item: Settled, other: Settled) -> bool:
        """ "killed by gunmen", "a shootout between the army and gunmen": whom the one befell took no part in the other, and the army did not kill him."""
        pairs = [(a, b) for a, b in ((item, other), (other, item)) if a.candidate.reciprocal and not b.candidate.reciprocal]
        return any(len(mine := told(a.actors)) > 1 and told(b.actors) and (theirs := told(b.recipients)) and not self.overlap(mine, theirs) for a, b in pairs)

    def other_victims(self, item: Settled, group: list[Settled]) -> bool:
        """Whether what the item was done to is nothing that any mention of the event was done to: "killed nine and wounded 20" has two kinds of victims."""
        if any(self.resumed(item, o) or self.resumed(o, item) or self.tied(item, o) for o in group):
            return False
        if any(other_amount(item, o) or another_kind(self.parse, item, o) or another_kind(self.parse, o, item) for o in group):
            return True
        theirs = {e for o in group for e in told(o.recipients)}
        things = {t for o in group for t in o.object_lemmas}
        mine = told(item.recipients)
        if mine and theirs and not self.overlap(mine, theirs) and not item.object_lemmas & things:
            return True
        if item.candidate.type == "ACCUSE" and ((mine and things and not theirs) or (theirs and item.object_lemmas and not mine)) and not item.definite:
            return True  # a probe into tax affairs, and one into a bank
        return bool(item.object_lemmas and things and item.object_lemmas.isdisjoint(things)) and not any(self.same_thing(item, o) for o in group)

    def cleared(self, denial: Settled, deed: Settled) -> bool:
        """ "Gunmen attacked a post ... The militia denied attacking the post": who denies need not be who is said to have done it."""
        if self.label(denial) != "denied" or self.label(deed) == "denied":
            return False
        return (not told(deed.actors) or unnamed_doers(self.entities, deed)) and self.same_thing(denial, deed)

    def shared(self, item: Settled, other: Settled) -> int:
        found = 0
        for mine, theirs in ((told(item.actors), told(other.actors)), (told(item.recipients), told(other.recipients))):
            found += bool(mine and theirs and self.overlap(mine, theirs))
        found += bool(item.object_lemmas & other.object_lemmas)
        return found + bool({p.place for p in item.places if not p.inferred} & {p.place for p in other.places if not p.inferred})

    def own_parties(self, item: Settled) -> bool:
        return bool(told(item.actors) or told(item.recipients) or item.objects)

    def overlap(self, mine: set[str], theirs: set[str]) -> bool:
        """The same entity, or entities of one country where at least one is the state or its government."""
        if mine & theirs:
            return True
        for a in mine:
            for b in theirs:
                one, two = self.entities[a], self.entities[b]
                if count(one) is not None and count(one) == count(two) and (1 in (len(one.name.split()), len(two.name.split())) or both_fighters(one, two)):
                    return True  # "Eleven killed", "11 people were killed"; "31 militants", "31 fighters"
                if apart(one, two) or one.kind == two.kind == "state" or (named_party(one) and named_party(two) and not self.alike({a}, {b})):
                    continue
                if head_word(one) == head_word(two) and not (named_person(one) or named_person(two)) and not (brought_in(one) and brought_in(two)):
                    return True
                if set(one.countries) & set(two.countries) and ("state" in (one.kind, two.kind) or set(one.sectors) & set(two.sectors)):
                    return True
        return False

    def label(self, item: Settled) -> str:
        return item.status.assertions[0].status
