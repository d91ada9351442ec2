"""events, second half, arguments: what a candidate's fillers are in the record: entities, objects, places, times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from onrecord import numbers, syntax
from onrecord.extract.parties import Inferred, Parties
from onrecord.extract.timerole import time_role
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.events import EventLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.common import Derivation
from onrecord.model.event import Count, EventObject, EventPlace, EventTime, Participant
from onrecord.model.layers import ActorLayer, ActorMention, Argument, Candidate, CandidateStatus, PlaceLayer, TimeLayer, TimeMention
from onrecord.model.parse import Parse
from onrecord.model.span import Spans
from onrecord.model.text import CleanText

_OBJECT_CLASSES = (
    ("vessel", "vessel"),
    ("vehicle", "vehicle"),
    ("building", "building"),
    ("site", "site"),
    ("drug", "goods"),
    ("goods", "goods"),
    ("weapon", "goods"),
    ("relief", "goods"),
    ("area", "area"),
)
_PLACING = word_set("placing_before_deeds")
_ADDRESSED = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AID", "COOPERATE"})
_UTTERANCES = word_set("utterances")
_SPEAKING = word_set("first_person")
_CIRCUMSTANCE = word_set("circumstance_prepositions")
# Acts that several states' people do with each other where nobody else is named.
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
# Types whose recipient, where it is a state, is no place of the event.
_TOWARDS = frozenset({*_ADDRESSED, "SANCTION", "CONSULT"})
_AIMED = frozenset({"on", "against", "over", "toward", "towards"})
_PLACE_ROLES = {"to": "destination", "into": "destination", "toward": "destination", "towards": "destination", "from": "origin", "through": "route"}


@dataclass(frozen=True, slots=True)
class Settled:
    """One candidate with its fillers settled; participants in text order, each entity once."""

    candidate: Candidate
    status: CandidateStatus
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    objects: tuple[EventObject, ...]
    object_lemmas: frozenset[str]
    places: tuple[EventPlace, ...]
    times: tuple[EventTime, ...]
    count: Count | None
    trigger: Spans
    definite: bool
    title: bool


def _by(rule: str) -> dict[str, Derivation]:
    """The derivation of a party that a rule of this stage chose."""
    return {"entity": Derivation("events", "1", rule)}


@dataclass(frozen=True, slots=True)
class Settler:
    """Settles the candidates of one report."""

    parse: Parse
    clean: CleanText
    actors: ActorLayer
    places: PlaceLayer
    times: TimeLayer
    lexicon: EventLexicon
    by_head: dict[int, Candidate]
    parties: Parties
    speakers: Mapping[int, str] = field(default_factory=dict)

    def settle(self, candidate: Candidate, status: CandidateStatus) -> Settled:
        taken: set[str] = set()
        actors = self.participants(candidate.actors, taken)
        if not actors and not candidate.nominal:
            # "killed in a coalition airstrike": who did the one did the other.
            actors = tuple(
                replace(p, inferred=True, derivation=_by("actor of the cause")) for c in self.causes(candidate) for p in self.participants(c.actors, taken)
            )
            actors = actors or self.inferred((Inferred(m, "force of a volley") for m in self.volleys(candidate)), taken)
        if not actors:
            # "Coalition tanks shelled", "the bloc's jets": who owns what acts; then who has it done, and who speaks of it.
            actors = self.inferred(self.parties.agents(candidate, status.content_of, taken), taken)
        recipients = self.participants(candidate.recipients, taken)
        if not recipients and not candidate.recipients and not candidate.nominal:
            # "threw stones during a march against the ministry"
            recipients = tuple(
                replace(p, inferred=True, derivation=_by("recipient of the occasion")) for c in self.causes(candidate) for p in self.participants(c.recipients, taken)
            )
        objects, lemmas = self.objects(candidate.recipients)
        if not recipients and not (candidate.reciprocal and len(actors) > 1):
            recipients = self.inferred(self.parties.recipients(candidate, taken), taken)
        if candidate.type in _MUTUAL and not recipients and len({c for a in actors for c in self.actors.by_id[a.entity].countries}) > 1:
            # "US and Russian negotiators returned to Geneva": nobody is said to be the host.
            candidate = replace(candidate, reciprocal=True)
        if candidate.nominal:
            lemmas |= {
                c.lemma
                for c in self.parse.children(candidate.head)
                if c.dep == "compound" and self.kind(c.lemma) is not None and c.lemma not in self.lexicon.classes.get("weapon", ())
            }
        trigger = tuple(sorted({s for t in candidate.trigger for s in self.token_spans(t, t + 1)}))
        head = self.parse[candidate.head]
        definite = any(
            c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "some", "no", "another") for c in self.parse.children(candidate.head)
        )
        title = self.parse.sentences[head.sent].part == "title"
        return Settled(
            candidate, status, actors, recipients, objects, lemmas, self.located(candidate), self.timed(candidate), self.counted(candidate), trigger,
            definite, title,
        )  # fmt: skip

    def token_spans(self, first: int, last: int) -> Spans:
        return self.clean.spans(self.parse[first].start, self.parse[last - 1].end)

    def participants(self, arguments: Iterable[Argument], taken: set[str]) -> tuple[Participant, ...]:
        found: list[Participant] = []
        for argument in arguments:
            mention = self.actors.by_head.get(argument.head)
            inner = self.by_head.get(argument.head)
            if inner is not None and mention is not None and not self.listed(mention):
                mention = None
            if mention is None and self.parse[argument.head].lower in _SPEAKING and (speaker := self.speakers.get(argument.head)) is not None:
                # "We have asked for a meeting," the envoy said.
                if speaker not in taken:
                    taken.add(speaker)
                    found.append(Participant(speaker, self.token_spans(argument.head, argument.head + 1), True, _by("speaker of the quotation")))
                continue
            if mention is None:
                if inner is not None and inner.head != argument.head:
                    continue
                if inner is not None and argument.slot == "subj":
                    found += [Participant(p.entity, p.spans, True, _by("actor of the act in the slot:subj")) for p in self.participants(inner.actors, taken)]
                continue
            if mention.entity in taken:
                continue
            taken.add(mention.entity)
            of = syntax.prep_objects(self.parse, mention.head, "of")
            whole = mention.kind == "nominal" and not any(o in self.by_head for o in of)
            first, last = syntax.noun_phrase(self.parse, mention.head) if whole else (mention.first, mention.last)
            first, last = min(first, mention.first), max(last, mention.last)
            found.append(Participant(mention.entity, self.token_spans(first, last), False, _by(self.slot_rule(argument, mention))))
        return tuple(found)

    def slot_rule(self, argument: Argument, mention: ActorMention) -> str:
        """How an argument came to be: its slot, whether another clause lends it, whether it is an antecedent's pronoun."""
        lent = ", shared with another clause" if argument.inferred else ""
        return f"slot:{argument.slot}{lent}" + (", antecedent of the pronoun" if mention.kind == "pronoun" else "")

    def listed(self, mention: ActorMention) -> bool:
        """Whether the mention's entity is known to be somebody, so that a trigger inside its name ("Strike Command") is none."""
        entity = self.actors.by_id[mention.entity]
        return bool(entity.countries or entity.sectors)

    def objects(self, arguments: Iterable[Argument]) -> tuple[tuple[EventObject, ...], frozenset[str]]:
        """Things acted upon: fillers of the recipient slots that are no actors, no places and no events."""
        found: list[EventObject] = []
        lemmas: set[str] = set()
        for argument in arguments:
            token = self.parse[argument.head]
            if argument.head in self.actors.by_head or argument.head in self.places.by_head or argument.head in self.by_head:
                continue
            if token.pos not in ("NOUN", "PROPN") or token.ent in ("DATE", "TIME", "PERCENT") or any(m.first <= argument.head < m.last for m in self.times.mentions):
                continue
            first, last = syntax.noun_phrase(self.parse, argument.head)
            spans = self.token_spans(first, last)
            text = " ".join(self.clean.text[self.parse[first].start : self.parse[last - 1].end].split())
            found.append(EventObject(text, self.kind(token.lemma) or "other", spans))
            lemmas.add(token.lemma)
        return tuple(found), frozenset(lemmas)

    def causes(self, candidate: Candidate) -> Iterator[Candidate]:
        """Event nouns that a verb of harm names as its cause or occasion."""
        for prep in ("in", "by", "during", "with", "from", "to"):
            for head in syntax.prep_objects(self.parse, candidate.head, prep):
                cause = self.by_head.get(head)
                if cause is not None and cause.nominal and cause.type == candidate.type:
                    yield cause

    def volleys(self, candidate: Candidate) -> Iterator[ActorMention]:
        """ "killed in police firing", where the parser takes the event noun for a participle of the force."""
        p = self.parse
        for head in syntax.prep_objects(p, candidate.head, "in") if candidate.type == "ASSAULT" else ():
            mention = self.actors.by_head.get(head)
            if mention is not None and self.listed(mention) and any(c.dep == "acl" and c.tag == "VBG" and c.i == head + 1 for c in p.children(head)):
                yield mention

    def inferred(self, parties: Iterable[Inferred], taken: set[str]) -> tuple[Participant, ...]:
        found: list[Participant] = []
        for party in parties:
            mention = party.mention
            if mention.entity not in taken and not self.in_longer_place(mention):
                taken.add(mention.entity)
                found.append(Participant(mention.entity, self.token_spans(mention.first, mention.last), True, _by(f"inferred: {party.rule}")))
        return tuple(found)

    def in_longer_place(self, mention: ActorMention) -> bool:
        """Whether a state's name is a part of a place's: "the Senegal | River" is nobody."""
        p = self.parse
        after = p[mention.last] if mention.last < len(p) else None
        return after is not None and after.text[:1].isupper() and p[mention.head].dep == "compound" and p[mention.head].head == after.i and after.i in self.places.by_head

    def kind(self, lemma: str) -> str | None:
        """The kind of object that a noun names; None where no class lists it."""
        return next((kind for name, kind in _OBJECT_CLASSES if lemma in self.lexicon.classes.get(name, ())), None)

    def located(self, candidate: Candidate) -> tuple[EventPlace, ...]:
        """Places from the event's own arguments; else those of its sentence, said to be inferred."""
        p = self.parse
        own: list[EventPlace] = []
        near: list[EventPlace] = []
        sent = p[candidate.head].sent
        hit = {a.head for a in candidate.recipients}
        for mention in self.places.mentions:
            if p[mention.head].sent != sent:
                continue
            if mention.head in hit and candidate.type in _TOWARDS and self.state(mention.head):
                # "criticised Chad": whom, not where.
                continue
            if mention.head in hit:
                own.append(EventPlace(mention.place, "target"))
                continue
            first = syntax.first_conjunct(p, mention.head)
            if self.contrasted(mention.head, candidate.head):
                continue
            prep = self.placing(first)
            if prep is None:
                continue
            if prep in _AIMED and candidate.type in _TOWARDS:
                continue  # "sanctions on X", "pressure over X": whom or what, not where
            if (prep == "from" and candidate.type in _ADDRESSED) or (prep in ("by", "between") and self.state(mention.head)):
                continue
            place = EventPlace(mention.place, _PLACE_ROLES.get(prep, "location"))
            if self.reaches(first, candidate) and all(o.place != place.place for o in own):
                own.append(place)
            elif all(o.place != place.place for o in near) and self.above(first, candidate) and not any(self.reaches(first, c) for c in self.by_head.values() if c is not candidate):
                # What another act of the sentence takes for its own is not this one's.
                near.append(EventPlace(mention.place, place.role, True))
        return tuple(own or near[:1])

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

    def placing(self, head: int) -> str | None:
        """The preposition that places something at this name ("in", "off ... coast"), None where the name only modifies another noun."""
        p = self.parse
        at = p[head]
        if (
            at.dep == "poss"
            and (owner := p.head(at.i)) is not None
            and owner.lemma
            in ("coast", "border", "shore", "territory", "waters", "water", "airspace", "soil", "north", "south", "east", "west", "capital")
        ):
            at = owner
        if at.dep not in ("pobj", "npadvmod"):
            return None
        prep = p[at.head].lower
        above = p.head(at.head)
        while prep == "of" and above is not None:
            # "outside of the town of X", "north of X"
            if above.dep == "pobj":
                at, prep = above, p[above.head].lower
                above = p.head(at.head)
            else:
                prep = above.lower
                break
        return prep if prep in _PLACING or prep in _PLACE_ROLES else None

    def reaches(self, i: int, candidate: Candidate) -> bool:
        """Whether token `i` hangs on the candidate's trigger with no other trigger or clause between."""
        p = self.parse
        trigger = set(candidate.trigger)
        light = syntax.governing_verb(p, candidate.head) if candidate.nominal else None
        at = i
        for above in p.ancestors(i):
            if (p[at].dep in ("relcl", "advcl", "ccomp", "parataxis") or (p[at].dep == "conj" and p[at].pos in syntax.VERBAL)) and at not in trigger:
                # "signed a pact, ending a week of marches": the week is the ending's.
                return False
            if above.i in trigger or (light is not None and above.i == light):
                return True
            if p[at].dep == "pcomp" and above.lower in _CIRCUMSTANCE:
                # "resigned without returning to the capital"
                return False
            if above.i in self.by_head:
                return False
            at = above.i
        return False

    def timed(self, candidate: Candidate) -> tuple[EventTime, ...]:
        p = self.parse
        sent = p[candidate.head].sent
        inside = [m for m in self.times.mentions if m.first >= 0 and p[m.first].sent == sent and not self.attribute(m, candidate)]
        roles = {m.time: time_role(p, m, self.times.by_id[m.time]) for m in inside}
        inside = [m for m in inside if roles[m.time]]
        own = [EventTime(m.time, roles[m.time]) for m in inside if any(self.reaches(t, candidate) for t in range(m.first, m.last))]
        if own:
            return tuple(dict.fromkeys(own))
        inside = [m for m in inside if not self.of_report(m.first) and not self.outside(m.first, candidate) and self.times.by_id[m.time].type != "SET"]
        alone = sum(1 for c in self.by_head.values() if p[c.head].sent == sent) == 1
        return tuple(dict.fromkeys(EventTime(m.time, roles[m.time], True) for m in inside)) if alone and len(inside) == 1 else ()

    def attribute(self, mention: TimeMention, candidate: Candidate) -> bool:
        """Whether a time is part of what another thing is called: "the annual fair", "the 2016 market attack suspect", "the Friday Mosque"."""
        p = self.parse
        last = next((p[t] for t in range(mention.first, mention.last) if not mention.first <= p[t].head < mention.last), p[mention.last - 1])
        above = p.head(last.i)
        if last.dep == "pobj" and above is not None and above.lower in ("of", "from", "on", "in") and (paper := p.head(above.i)) is not None and paper.lemma in _UTTERANCES and paper.i not in self.by_head:
            return True  # "our report of May 13 on the airstrike"
        return last.dep in ("amod", "compound", "nmod", "nummod") and above is not None and above.i >= mention.last and above.pos in ("NOUN", "PROPN") and above.i not in candidate.trigger and above.i not in self.by_head

    def of_report(self, token: int) -> bool:
        """Whether a time tells when something was said: "officials said on Tuesday"."""
        verb = self.parse[syntax.clause_of(self.parse, token)]
        return verb.i not in self.by_head and any("that" in c.patterns for c in cues().get(("v", verb.lemma), ()))

    def outside(self, token: int, candidate: Candidate) -> bool:
        """Whether a time hangs above the words that report the event: "on Tuesday published footage that it said showed a strike"."""
        p = self.parse
        clause = syntax.clause_of(p, token)
        below = False
        for above in p.ancestors(candidate.head):
            if above.i == clause:
                return below
            below = below or (above.pos in syntax.VERBAL and any("that" in c.patterns for c in cues().get(("v", above.lemma), ())))
        return False

    def counted(self, candidate: Candidate) -> Count | None:
        if not candidate.nominal:
            return None
        for child in self.parse.children(candidate.head):
            if child.dep == "nummod":
                value = numbers.value([child.lower])
                if value is not None and value < 1900:
                    low = any(t.lower in ("least", "than", "over") for t in self.parse.tokens[max(0, child.i - 2) : child.i])
                    return Count(value, None if low else value)
        return None
