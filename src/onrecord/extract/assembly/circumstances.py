"""events, second half, circumstances: where and when of one candidate, from the words that hang on it.

A place or a time belongs to an act where the way up to its trigger crosses no other act, no occasion with a date of its own ("elections on 7 June") and no
other clause. What only stands in the sentence is said to be inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.assembly.scenes import at_dateline, dated_by, dateline_of, means_of, scene_of, word_of_beginning
from onrecord.extract.assembly.thereabouts import taken_up_places
from onrecord.extract.assembly.timerole import time_role
from onrecord.extract.phrases.longago import announced_for, laid_by_announcing, recalled, without_days_of_recalling
from onrecord.extract.phrases.ownday import behind_another, counted_part, elsewhere, of_base, of_comparison, own_days, subject_deed
from onrecord.extract.phrases.placing import (
    PLACE_ROLES,
    carrier,
    explained,
    nowhere,
    of_matter,
    of_the_crime,
    owns_named,
    placed_itself,
    placing,
    site,
    whence,
)
from onrecord.extract.phrases.whereabouts import called_after
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.tables import word_set
from onrecord.model.event import EventPlace, EventTime
from onrecord.model.layers import ActorLayer, Candidate, PlaceLayer, TimeLayer, TimeMention
from onrecord.model.parse import Parse, Token

_SCENES = frozenset({"in", "at", "near", "inside", "outside", "around", "across", "throughout"})
_UTTERANCES = word_set("utterances")
_CIRCUMSTANCE = word_set("circumstance_prepositions")
# "shots were heard in X", "began its inquiry in May": where and when of the verb are the deed's own.
_PARTS_OF_TIME = word_set("parts_of_time") | word_set("units_of_counting")
_HAPPENING = frozenset({"happen", "occur", "take"})
_BEFALLING = _HAPPENING | {"come", "follow", "begin", "start", "break", "erupt", "flare"}
_CARRYING = word_set("carrying_verbs")
_LOCATING = word_set("locating_verbs")
_OCCASIONS = word_set("occasions")
# "an attack for strikes in X", "no assaults like those in X": what stands behind them has its own place and time.
_PARTING = word_set("parting_prepositions")
_COMPARING = word_set("comparing_prepositions")
_DISTANCES = word_set("distances") | word_set("compass_words")
_SEEN = frozenset({"ASSAULT", "PROTEST", "CONSULT"})
_QUOTES = "\"“”«»"
_TOWNS = frozenset({"city", "point"})
_COMING = word_set("coming_occasions")
# What is done to persons only: a name that it is done to is no place.
_ON_PERSONS = word_set("deeds_on_persons")
# Types whose recipient is whom they concern, and never where they take place.
_CONCERNING = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"})
# Types whose recipient, where it is a state, is no place of the event.
_TOWARDS = frozenset({*_CONCERNING, "AID", "COOPERATE", "CONSULT"})
_ADDRESSED = _TOWARDS - {"SANCTION", "CONSULT"}
_AIMED = frozenset({"on", "against", "over", "toward", "towards"})
# What is moved in these acts takes its way with it: "sent lorries to the camp".
_MOVING = frozenset({"MOBILIZE", "RETREAT", "AID", "CONSULT", "ASSAULT"})
_LEAVING = frozenset({"expel", "deport"})
_APART_FROM_TIME = frozenset({"relcl", "advcl", "ccomp", "parataxis", "acl", "pcomp", "appos"})
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Reads one parse; `by_head` has every candidate of the report."""

    parse: Parse
    actors: ActorLayer
    places: PlaceLayer
    times: TimeLayer
    by_head: Mapping[int, Candidate]

    # Where ----------------------------------------------------------------------------------------------------------------

    def located(self, candidate: Candidate) -> tuple[EventPlace, ...]:
        """Places from the event's own arguments; else one of its sentence, said to be inferred."""
        p = self.parse
        own, near = list[EventPlace](), list[EventPlace]()
        sent = p[candidate.head].sent
        hit = {a.head for a in candidate.recipients}
        named = frozenset(m.head for m in self.places.mentions if p[m.head].sent == sent)
        for mention in self.places.mentions:
            if p[mention.head].sent != sent or owns_named(p, mention.head, named):
                continue
            if not hit.isdisjoint((mention.head, carrier(p, mention.head), site(p, mention.head))):
                if not self.whom(mention.head, candidate):
                    own.append(EventPlace(mention.place, "target"))
                continue
            first = syntax.first_conjunct(p, mention.head)
            if self.contrasted(mention.head, candidate.head) or self.parcelled(mention.head, candidate.head) or of_matter(p, mention.head, candidate, _CONCERNING) or of_the_crime(p, mention.head, candidate):
                continue
            if self.relative(first, candidate):
                own.append(EventPlace(mention.place))
                continue
            if candidate.nominal and p[first].dep in ("compound", "nmod") and p[first].head in candidate.trigger and candidate.type in _SEEN and (self.places.by_id[mention.place].precision in _TOWNS or called_after(p, p[first].head, first)) and first not in {a.head for a in candidate.actors}:
                own.append(EventPlace(mention.place))  # "the Gao bombing"
                continue
            prep = placing(p, first)
            if prep is None or self.of_other(first, prep, candidate) or self.of_occasion(first, candidate) or nowhere(p, first, prep):
                continue
            if prep == "by" and (maker := p.head(p[first].head)) is not None and maker.lemma in _UTTERANCES:
                continue  # "according to a report by the Gao Post"
            if prep in _AIMED and candidate.type in _TOWARDS:
                continue  # "sanctions on X", "pressure over X": whom or what, not where
            if (prep == "from" and (candidate.type in _ADDRESSED or whence(p, first, self.actors.by_head))) or (prep in ("by", "between") and self.state(mention.head)):
                continue
            role = "route" if prep == "over" and "weapons" in candidate.modes else PLACE_ROLES.get(prep, "location")
            place = EventPlace(mention.place, role)
            if self.reaches(first, candidate) and all(o.place != place.place for o in own):
                own.append(place)
            elif role == "location" and all(o.place != place.place for o in near) and self.above(first, candidate) and not self.taken(first, candidate):
                near.append(EventPlace(mention.place, role, True))
        if candidate.type in ("REQUEST", "REJECT", "SUPPORT", "THREATEN") or (candidate.type == "ACCUSE" and not {"investigate", "convict"} & set(candidate.modes)):
            near = []  # "condemned the killing of a nurse in Peru": where words are spoken, what they are about does not tell
        if not own and (scene := scene_of(p, candidate, self.by_head)) is not None:
            own = [q for q in self.located(scene) if not q.inferred]
        if not (own or near) and candidate.type not in _CONCERNING and (again := next((q for at, q in taken_up_places(p, self.places, sent) if self.reaches(at, candidate)), None)) is not None:
            near = [EventPlace(again, "location", True)]
        if not (own or near) and (town := at_dateline(p, self.actors, self.places, candidate)) is not None:
            near = [EventPlace(town, "location", True)]
        return tuple(own or self.written_from(candidate) or (() if placed_itself(p, candidate) else tuple(near[:1])))

    def written_from(self, candidate: Candidate) -> list[EventPlace]:
        """The place of the dateline where the outlet's own words say "here" of the act; in a quotation it is the speaker's."""
        p = self.parse
        sentence = p.sentences[p[candidate.head].sent]
        here = next((t for t in p.tokens[sentence.first : sentence.last] if t.lower == "here" and t.dep == "advmod"), None)
        if here is None or any(t.text[0] in _QUOTES for t in p.tokens[sentence.first : sentence.last] if t.text) or not self.reaches(here.i, candidate):
            return []
        return [EventPlace(place) for place in (dateline_of(p, self.places, sentence),) if place]

    def relative(self, place: int, candidate: Candidate) -> bool:
        """ "in Gao, where ballots were burnt": the place that a clause is about."""
        p = self.parse
        clause = p[syntax.clause_of(p, candidate.head)]
        return clause.dep == "relcl" and clause.head == place and any(c.lower == "where" for c in p.children(clause.i))

    def whom(self, head: int, candidate: Candidate) -> bool:
        """Whether a name that an act is done to is a party, not a scene: "criticised Chad", "sanctions on the capital", "Lyon was shot"."""
        if any(a.head == head and a.slot in _SCENES for a in candidate.recipients):
            return False  # "lifted the curfew in X"
        if candidate.type in _CONCERNING or (candidate.type in _TOWARDS and self.state(head)):
            return True
        if any(self.parse[t].lemma in _ON_PERSONS for t in candidate.trigger):
            return True
        return self.state(head) and any(a.head == head and a.slot == "against" for a in candidate.recipients)

    def of_other(self, head: int, prep: str, candidate: Candidate) -> bool:
        """Whether a way hangs on a thing of which the act only treats: "is investigating exports to Chad"."""
        p = self.parse
        if prep not in PLACE_ROLES or candidate.type in _MOVING or not _LEAVING.isdisjoint(candidate.modes):
            return False
        at = p.head(head)
        while at is not None and at.pos == "ADP" and at.head != at.i:
            at = p.head(at.i)
        return at is not None and at.pos not in syntax.VERBAL and at.i not in candidate.trigger

    def of_occasion(self, head: int, candidate: Candidate) -> bool:
        """ "days after the close of the conference in X, agents seized": the town is where the conference was, and the deed may have been done anywhere."""
        occasion = False
        for above in self.parse.ancestors(head):
            if above.i in candidate.trigger or (above.pos in syntax.VERBAL and above.tag != "VBG"):
                return False
            if occasion and above.lower in word_set("time_comparing"):
                return True
            occasion = occasion or (above.pos in ("NOUN", "PROPN") and (above.lemma in _OCCASIONS or above.i in self.by_head))
        return False

    def taken(self, head: int, candidate: Candidate) -> bool:
        """Whether another act of the sentence has the place for its own, or it hangs above the words that tell of the act."""
        if self.nearer(head, candidate) is not None or self.outside(head, candidate, frozenset({"ccomp"})) or self.elsewhere(head, candidate):
            return True
        return any(self.reaches(head, c) for c in self.around(candidate))

    def elsewhere(self, head: int, candidate: Candidate) -> bool:
        """Whether between a place of the sentence and an act below its clause stands what need not lie there: an aside ("a clerk, who was arrested"), what went
        before ("after his threats"), the words of somebody who asks or answers."""
        p = self.parse
        clause = syntax.clause_of(p, head)
        at = p[candidate.head]
        for above in p.ancestors(candidate.head):
            first = min(p.subtree(at.i))
            if at.dep == "relcl" and first and p[first - 1].text == ",":
                return True
            if at.dep in ("pobj", "pcomp") and above.lower in word_set("time_comparing"):
                return True
            if above.i == clause:
                return False
            if (at.dep in ("ccomp", "xcomp") or above.pos == "NOUN") and (outer := self.by_head.get(above.i)) is not None and outer.type in _CONCERNING:
                return True  # also "repeated his condemnation of the invasion"
            at = above
        return False

    def state(self, head: int) -> bool:
        """Whether a place's name stands there for who acts: a state or its government."""
        mention = self.actors.by_head.get(head)
        return mention is not None and self.actors.by_id[mention.entity].kind == "state"

    def above(self, place: int, candidate: Candidate) -> bool:
        """Whether a place stands in the candidate's own clause or in one above it: a clause beside or below tells of something else."""
        p = self.parse
        clause = syntax.clause_of(p, place)
        return clause in (candidate.head, syntax.clause_of(p, candidate.head)) or any(a.i == clause for a in p.ancestors(candidate.head))

    def contrasted(self, head: int, event: int) -> bool:
        """ "a depot, not the market in X": a place of what was not meant."""
        p = self.parse
        for at in (p[head], *p.ancestors(head)):
            if at.i == event or at.pos in syntax.VERBAL:
                return False
            first = min(p.subtree(at.i))
            if at.dep in ("appos", "conj") and first and p[first - 1].lower in ("not", "rather") and p[first - 1].sent == at.sent:
                return True
        return False

    def parcelled(self, head: int, event: int) -> bool:
        """ "shot three clerks in X, two in Y": where others were shot, who are told only by their number."""
        for at in (self.parse[head], *self.parse.ancestors(head)):
            if at.i == event or at.pos in syntax.VERBAL:
                return False
            if at.tag == "CD" and at.dep in ("appos", "conj"):
                return True
        return False

    # The way up -----------------------------------------------------------------------------------------------------------

    def reaches(self, i: int, candidate: Candidate) -> bool:
        """Whether token `i` hangs on the candidate's trigger, or on that of an act told in one breath with it ("beaten or robbed in"), with no other act,
        occasion, comparison or clause between."""
        between = self.nearer(i, candidate)
        if between is not None:
            return False
        if self.climbs(i, set(candidate.trigger), candidate) or any(self.climbs(i, {t}, candidate) for t in self.beside(candidate.head)):
            return True
        return candidate.nominal and any(self.nearer(i, c) in candidate.trigger and self.climbs(i, set(c.trigger), c) for c in self.around(candidate))

    def climbs(self, i: int, trigger: set[int], candidate: Candidate) -> bool:
        p = self.parse
        light = self.light(candidate)
        at = i
        for above in p.ancestors(i):
            if p[at].dep == "relcl" and p[at].lemma in _HAPPENING and trigger.intersection(h for o in (above.i, *syntax.prep_objects(p, above.i, "of")) for h in syntax.conjuncts(p, o)):
                return True  # "dozens of assaults that took place in X on Monday"
            if at not in trigger and self.closed(at, above, trigger):
                return False
            if above.i in trigger or (light is not None and above.i == light):
                return True
            if above.i in self.by_head or (p[at].dep == "pcomp" and above.lower in _CIRCUMSTANCE):
                # "resigned without returning to the capital"
                return False
            at = above.i
        return False

    def closed(self, at: int, above: Token, trigger: set[int]) -> bool:
        """Whether the arc from `at` up leaves a clause, a comparison or a description: what hangs below it is told of something else."""
        token = self.parse[at]
        if counted_part(self.parse, token):
            return False
        if token.dep in _CLAUSES or (token.dep == "conj" and (token.pos in syntax.VERBAL or above.pos in syntax.VERBAL)):
            return True  # "signed a pact, ending a week of marches": the week is the ending's
        if token.dep == "acl" and any(c.dep in ("nsubj", "nsubjpass", "mark") for c in self.parse.children(at)):
            return True  # "gave assurances today that it would keep a truce on 14 May": the day of what was assured
        if token.dep == "acl" and above.i not in trigger:
            # "examined a coin minted in 2009", but "hit a depot located in X", "seized during raids held this week"
            return token.lemma not in _LOCATING and not (above.dep == "pobj" and self.parse[above.head].lower in ("during", "amid"))
        if self.to_come(token):
            return True  # "promised to open in May"
        if token.dep == "appos" and token.pos in ("NOUN", "PROPN") and above.i not in self.places.by_head and token.lemma not in _DISTANCES and not explained(self.parse, at):
            return True  # "the ex-mayor, head of the port from 2010", but "six guards 40 kilometres north of Gao"
        return token.lower in _COMPARING and token.dep == "prep"

    def to_come(self, token: Token) -> bool:
        """An infinitive below another verb."""
        return token.dep == "xcomp" and any(c.lower == "to" for c in self.parse.children(token.i) if c.dep == "aux")

    def light(self, candidate: Candidate) -> int | None:
        """The verb that carries an event noun ("staged a raid"): none that is another act or tells of one ("denounced the raid")."""
        verb = syntax.governing_verb(self.parse, candidate.head) if candidate.nominal else None
        if verb is None and candidate.nominal and self.parse[candidate.head].dep == "nsubj" and self.parse[self.parse[candidate.head].head].lemma in _BEFALLING:
            verb = self.parse[candidate.head].head  # "the arrest came on Monday"
        if candidate.nominal and (coming := word_of_beginning(self.parse, candidate.head)) is not None and coming not in self.by_head:
            return coming
        if verb is None or verb in candidate.trigger or self.parse[verb].lemma in _BEFALLING:
            return None if verb in self.by_head and verb not in candidate.trigger else verb
        told = self.tells(self.parse[verb]) and self.parse[verb].lemma not in _CARRYING and not (laid_by_announcing(self.parse, candidate.head) or announced_for(self.parse, candidate.head))
        return None if verb in self.by_head or told else verb

    def beside(self, head: int) -> Iterator[int]:
        """The verb told in one breath with this one, with nothing but a conjunction between: circumstances behind it are both's."""
        for child in self.parse.children(head):
            if child.dep == "conj" and child.pos in syntax.VERBAL and child.i == head + 2 and child.i in self.by_head and not any(c.dep == "nsubj" for c in self.parse.children(child.i)):
                yield child.i

    def around(self, candidate: Candidate) -> Iterator[Candidate]:
        """The other acts of the sentence."""
        sent = self.parse[candidate.head].sent
        return (c for c in self.by_head.values() if c is not candidate and self.parse[c.head].sent == sent)

    def nearer(self, i: int, candidate: Candidate) -> int | None:
        """The act or occasion that stands between the trigger and the words at `i` and takes them: "revenge for strikes in X", "killed ahead of polls on 7 June"."""
        p = self.parse
        last = max(candidate.trigger)
        for between in range(i - 1, last, -1):
            token = p[between]
            if token.sent != p[i].sent or token.pos in syntax.VERBAL or token.text in (",", ";", "(", ")", "–", "—", "--"):
                return None
            other = self.by_head.get(between)
            if between in candidate.trigger or token.pos not in ("NOUN", "PROPN") or not (other is not None or token.lemma in _OCCASIONS):
                continue
            if self.parted(between, candidate, other is None):
                return between
        return None

    def stands_between(self, deed: Candidate, told: int) -> bool:
        """ "an attack for strikes that left six dead": whether another deed, set apart from this one, stands before the words told of it."""
        between = (c for c in self.around(deed) if c.nominal and max(deed.trigger) < c.head < told)
        return any(self.parted(c.head, deed, False) for c in between)

    def parted(self, noun: int, candidate: Candidate, occasion: bool) -> bool:
        """Whether the way from a noun up to the trigger goes through a word that sets it apart from the act; an occasion to come has its own date."""
        words: set[str] = set()
        for above in self.parse.ancestors(noun):
            if above.i in candidate.trigger:
                return not words.isdisjoint(_PARTING) or (occasion and not words.isdisjoint(_COMING))
            if above.pos in syntax.VERBAL and not candidate.nominal:
                return False
            words.add(above.lower)
        return False

    # When -----------------------------------------------------------------------------------------------------------------

    def timed(self, candidate: Candidate) -> tuple[EventTime, ...]:
        p = self.parse
        sent = p[candidate.head].sent
        inside = [m for m in self.times.mentions if m.first >= 0 and p[m.first].sent == sent and not self.attribute(m, candidate) and not of_comparison(p, m.first)]
        roles = {m.time: time_role(p, m, self.times.by_id[m.time]) for m in inside}
        said = [m for m in inside if self.times.by_id[m.time].granularity != "unknown" and self.times.by_id[m.time].type == "DATE"]
        inside = [m for m in inside if roles[m.time] and not elsewhere(p, candidate, m, self.times.by_id[m.time], roles[m.time]) and not (self.times.by_id[m.time].granularity in ("month", "year") and of_the_crime(p, m.first, candidate))]
        own = [EventTime(m.time, roles[m.time]) for m in inside if any(self.reaches(t, candidate) for t in range(m.first, m.last))]
        own = own or [EventTime(m.time, roles[m.time]) for m in inside if self.fronted(m, candidate) or of_base(p, m, candidate)]
        own = own or [EventTime(m.time, roles[m.time], True) for m in inside if self.as_it_was(m, candidate)]
        own = own or [EventTime(m.time, "at") for m in said if dated_by(p, m, candidate.head if self.light(candidate) is None else syntax.clause_of(p, candidate.head))]
        if not own and (scene := scene_of(p, candidate, self.by_head)) is not None:
            own = [t for t in self.timed(scene) if not t.inferred]
        if own := without_days_of_recalling(p, candidate.head, self.times, own):
            return own_days(p, candidate, self.times, own)
        if (deed := means_of(p, candidate, self.by_head)) is not None:
            done = tuple(EventTime(m.time, roles[m.time], True) for m in inside if roles[m.time] == "at" and any(self.climbs(t, {deed}, candidate) for t in range(m.first, m.last)))
            if done:
                return done
        inside = [m for m in inside if not self.of_report(m.first) and not self.outside(m.first, candidate) and self.times.by_id[m.time].type not in ("SET", "DURATION")]
        inside = [m for m in inside if self.nearer(m.first, candidate) is None and self.open(m, candidate)]
        before = p[candidate.head].dep == "amod" and not candidate.nominal  # "The abducted pupils escaped on Sunday": what befell them earlier
        if before or behind_another(p, candidate) or recalled(p, candidate.head):
            return ()
        alone = sum(1 for c in self.by_head.values() if p[c.head].sent == sent) == 1
        return tuple(dict.fromkeys(EventTime(m.time, roles[m.time], True) for m in inside)) if alone and len(inside) == 1 else ()

    def fronted(self, mention: TimeMention, candidate: Candidate) -> bool:
        """Whether a time opens a sentence whose verbs share one subject: "On Monday clubs were raided and accused"; not "In 2019 it took power and has since jailed"."""
        p = self.parse
        first, token = candidate.head, p[candidate.head]
        while p[first].dep == "conj" and p[p[first].head].pos in syntax.VERBAL and syntax.child_of(p, first, "nsubj", "nsubjpass") is None:
            first = p[first].head
        subject = syntax.child_of(p, first, "nsubj", "nsubjpass")
        perfect = p[first].tag == "VBD" and any(a.lemma == "have" and a.tag in ("VBZ", "VBP") for a in syntax.auxiliaries(p, token.i))
        if perfect or candidate.nominal or first == token.i or subject is None or mention.last > min(p.subtree(subject.i)):
            return False
        return any(self.climbs(t, {first}, candidate) for t in range(mention.first, mention.last))

    def as_it_was(self, mention: TimeMention, candidate: Candidate) -> bool:
        """ "When the deadline passed on Monday, they seized the port": the day of the clause with "when" is the act's."""
        p = self.parse
        clause = p[syntax.clause_of(p, mention.first)]
        if clause.dep != "advcl" or clause.head not in candidate.trigger or clause.i in self.by_head or clause.i > clause.head:
            return False
        when = any(c.lower == "when" and c.dep == "advmod" for c in p.children(clause.i))
        return when and clause.tag in ("VBD", "VBN") and p[clause.head].tag == "VBD"

    def open(self, mention: TimeMention, candidate: Candidate) -> bool:
        """Whether no finite clause, description or comparison lies between a time of the sentence and an act that it does not hang on."""
        p = self.parse
        hung = next((p[t] for t in range(mention.first, mention.last) if not mention.first <= p[t].head < mention.last), p[mention.first])
        theirs, ours = [hung.i, *(a.i for a in p.ancestors(hung.i))], [candidate.head, *(a.i for a in p.ancestors(candidate.head))]
        meet = next((i for i in theirs if i in ours), None)
        if meet is None:
            return False
        below = (p[i] for i in theirs[: theirs.index(meet)])
        beside = (p[i] for i in ours[: ours.index(meet)])
        return not any(t.dep in _APART_FROM_TIME or self.to_come(t) or (t.dep == "prep" and t.lower in _COMPARING) for t in below) and not any(self.finite(t) for t in beside)

    def finite(self, token: Token) -> bool:
        """Whether a finite clause or an infinitive of purpose opens at the token: what stands above it has its own time."""
        if token.dep in ("relcl", "ccomp", "parataxis"):
            return True
        below = self.parse.children(token.i)
        purpose = any(c.dep == "aux" and c.lower == "to" for c in below)
        return (token.dep == "acl" and purpose) or (token.dep == "advcl" and (purpose or any(c.dep == "mark" or c.tag == "WRB" for c in below)))

    def attribute(self, mention: TimeMention, candidate: Candidate) -> bool:
        """Whether a time is part of what another thing is called: "the annual fair", "the 2016 market attack suspect", "the Friday Mosque", "organisers of Sunday's
        race"; not "during Sunday's race"."""
        p = self.parse
        last = next((p[t] for t in range(mention.first, mention.last) if not mention.first <= p[t].head < mention.last), p[mention.last - 1])
        above = p.head(last.i)
        if last.dep == "pobj" and above is not None and above.lower in ("of", "from", "on", "in") and (paper := p.head(above.i)) is not None and paper.lemma in _UTTERANCES and paper.i not in self.by_head and candidate.head not in syntax.prep_objects(p, paper.i, "of"):
            return True  # "our report of May 13 on the airstrike"
        if last.dep == "pobj" and above is not None and above.lower == "of" and (owner := p.head(above.i)) is not None and owner.pos in ("NOUN", "PROPN"):
            within = owner.lemma in _PARTS_OF_TIME or any(m.first <= owner.i < m.last for m in self.times.mentions)
            return not within and owner.i not in candidate.trigger and owner.i not in self.by_head  # "organisers of New Year's Eve"
        if above is None or above.i < mention.last or any(m.first <= above.i < m.last for m in self.times.mentions) or above.pos not in ("NOUN", "PROPN") or above.i in candidate.trigger or above.i in self.by_head:
            return False
        if last.dep == "poss":
            return not subject_deed(p, above, candidate) and (above.dep != "pobj" or p[above.head].lower not in ("during", "in", "at", "on", "since", "after", "before"))
        fronted = p[mention.first - 1] if mention.first and p[mention.first - 1].pos == "ADP" else None
        if fronted is not None and fronted.dep == "prep" and fronted.head == above.head and above.dep in ("nsubj", "nsubjpass"):
            return False  # "On 3 March security forces advanced": no forces of March
        return last.dep in ("amod", "compound", "nmod", "nummod")

    def of_report(self, token: int) -> bool:
        """Whether a time tells when something was said: "officials said on Tuesday"."""
        verb = self.parse[syntax.clause_of(self.parse, token)]
        return verb.i not in self.by_head and self.tells(verb)

    def tells(self, verb: Token) -> bool:
        """Whether the verb reports: one that has a "that" clause behind it."""
        return verb.pos in syntax.VERBAL and any("that" in c.patterns for c in cues().get(("v", verb.lemma), ()))

    def outside(self, token: int, candidate: Candidate, arcs: frozenset[str] = frozenset()) -> bool:
        """Whether words hang above those that report the event: "on Tuesday published footage that it said showed a strike". With `arcs` only what hangs by one
        of them counts as reported ("are known to flee" does not)."""
        p = self.parse
        clause = syntax.clause_of(p, token)
        below = False
        at = candidate.head
        for above in p.ancestors(candidate.head):
            below = below or (bool(arcs) and p[at].dep in arcs and self.tells(above))
            if above.i == clause:
                return below
            below = below or (not arcs and self.tells(above))
            at = above.i
        return False
