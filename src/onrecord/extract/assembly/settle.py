"""events, second half, arguments: what a candidate's fillers are in the record: entities, objects, places, times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from onrecord import numbers, syntax
from onrecord.extract.assembly.circumstances import Circumstances
from onrecord.extract.assembly.parties import Inferred, Parties
from onrecord.extract.entities.found import BODIES
from onrecord.lexicon.events import EventLexicon
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.common import Derivation
from onrecord.model.event import Count, EventObject, EventPlace, EventTime, Participant
from onrecord.model.layers import ActorLayer, ActorMention, Argument, Candidate, CandidateStatus, PlaceLayer, TimeLayer
from onrecord.model.parse import Parse
from onrecord.model.span import Spans
from onrecord.model.text import CleanText

_WHOM = frozenset({"he", "she", "they", "him", "her", "them"})
_BEFALLING = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION", "RETREAT"})
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
_COUNTING = word_set("counting_nouns")
_SPEAKING = word_set("first_person")
# Acts that several states' people do with each other where nobody else is named.
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})


AUTHORSHIP = ("who claims it", "who is behind it")  # rules of `parties` that tell whose deed a known deed is


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


_SIDES = word_set("nouns_of_sides")
_PEOPLE = frozenset({"person", "office"})
_COUNTED_BACK = 2  # sentences back to those whom "the three" are
_TITLE = 5  # tokens from the last word of a title to the head of the name
_STATES = frozenset({"country", "state", "nation", "government", "neighbour", "neighbor", "ally"})  # "the two countries" are no club and its members


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
    circumstances: Circumstances
    speakers: Mapping[int, str] = field(default_factory=dict)

    def settle(self, candidate: Candidate, status: CandidateStatus) -> Settled:
        taken: set[str] = set()
        actors = self.participants(candidate.actors, taken, candidate.head)
        if not actors and not candidate.nominal:
            # "killed in a coalition airstrike": who did the one did the other.
            actors = tuple(
                replace(p, inferred=True, derivation=_by("actor of the cause")) for c in self.causes(candidate) for p in self.participants(c.actors, taken, c.head)
            )
            actors = actors or self.inferred((Inferred(m, "force of a volley") for m in self.volleys(candidate)), taken)
        if not actors:
            # "Coalition tanks shelled", "the bloc's jets": who owns what acts; then who has it done, and who speaks of it.
            actors = self.inferred(self.parties.agents(candidate, status.content_of, taken), taken)
        befallen = self.parties.befallen(candidate)
        candidate = replace(candidate, recipients=tuple(a for a in candidate.recipients if a.head not in befallen)) if befallen else candidate
        recipients = self.participants(candidate.recipients, taken, candidate.head)
        if not recipients and not candidate.recipients and not candidate.nominal and candidate.type != "CONSULT":
            # "threw stones during a march against the ministry"
            recipients = tuple(
                replace(p, inferred=True, derivation=_by("recipient of the occasion")) for c in self.causes(candidate) for p in self.participants(c.recipients, taken, c.head)
            )
        objects, lemmas = self.objects(candidate.recipients)
        # "He is accused of plotting against the king", "She was deported to Chad": whom, the words say, though not by name.
        unresolved = candidate.type in _BEFALLING and any(self.parse[a.head].lower in _WHOM for a in candidate.recipients)
        if not recipients and not unresolved and not (candidate.reciprocal and len(actors) > 1):
            recipients = self.owners_meant(candidate, taken) or self.inferred(self.parties.recipients(candidate, taken), taken)
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
            (c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "some", "no", "another")) or (c.dep == "parataxis" and any(g.lower == "what" for g in self.parse.children(c.i)))
            for c in self.parse.children(candidate.head)
        )  # also "condemned what she called a murder"
        title = self.parse.sentences[head.sent].part == "title"
        return Settled(
            candidate, status, actors, recipients, objects, lemmas, self.circumstances.located(candidate), self.circumstances.timed(candidate), self.counted(candidate), trigger,
            definite, title,
        )  # fmt: skip

    def token_spans(self, first: int, last: int) -> Spans:
        return self.clean.spans(self.parse[first].start, self.parse[last - 1].end)

    def participants(self, arguments: Iterable[Argument], taken: set[str], trigger: int, through: frozenset[int] = frozenset()) -> tuple[Participant, ...]:
        """The entities of a candidate's arguments. `through` are the acts that lend theirs already: two acts may each stand in the other's slot."""
        found: list[Participant] = []
        for argument in arguments:
            mention = self.actors.by_head.get(argument.head)
            inner = self.by_head.get(argument.head)
            if inner is not None and mention is not None and not self.listed(mention):
                mention = None
            mention = mention or self.counted_people(argument.head) or self.counted_before(argument.head) or (self.titled(argument.head) if inner is None else None)
            if mention is None and self.parse[argument.head].lower in _SPEAKING and (speaker := self.speakers.get(argument.head)) is not None:
                # "We have asked for a meeting," the envoy said.
                if speaker not in taken:
                    taken.add(speaker)
                    found.append(Participant(speaker, self.token_spans(argument.head, argument.head + 1), True, _by("speaker of the quotation")))
                continue
            if inner is None and (mention is None or self.brought_in_by_number(mention)) and (pair := self.both(argument.head, taken)):
                taken.update(pair)
                found += [Participant(entity, self.token_spans(argument.head, argument.head + 1), True, _by("the two told of just before")) for entity in pair]
                continue
            if mention is None:
                if inner is not None and inner.head != argument.head:
                    continue
                if inner is not None and argument.slot == "subj" and inner.head not in through and not self.circumstances.stands_between(inner, trigger):
                    lent = self.participants(inner.actors, taken, inner.head, through | {trigger, inner.head})
                    found += [Participant(p.entity, p.spans, True, _by("actor of the act in the slot:subj")) for p in lent]
                continue
            if mention.entity in taken:
                continue
            taken.add(mention.entity)
            found.append(Participant(mention.entity, self.token_spans(*self.whole(mention)), False, _by(self.slot_rule(argument, mention))))
        return tuple(found)

    def whole(self, mention: ActorMention) -> tuple[int, int]:
        """Tokens [first, last) of a mention with what belongs to its noun: "members of the army", "gunmen from the Fano militia"."""
        of = syntax.prep_objects(self.parse, mention.head, "of")
        alone = mention.kind != "nominal" or any(o in self.by_head for o in of)
        first, last = (mention.first, mention.last) if alone else syntax.noun_phrase(self.parse, mention.head)
        return min(first, mention.first), max(last, mention.last, self.ends_with_band(mention))

    def ends_with_band(self, mention: ActorMention) -> int:
        """Behind whose band the words of those end who are told to be from it: "Gunmen from the Fano militia"; 0 where they are from none."""
        at = syntax.prep_objects(self.parse, mention.head, "from") if mention.kind == "nominal" else ()
        bands = (self.actors.by_head.get(o) for o in at)
        return next((b.last for b in bands if b is not None and self.actors.by_id[b.entity].kind in ("armed_group", "criminal_group")), 0)

    def both_say(self, they: int) -> tuple[str, ...]:
        """ "Mali and Niger said they would bar visitors": both parties who say it, where all are known."""
        p = self.parse
        told = p.head(they)
        saying = p.head(told.i) if told is not None and p[they].dep in ("nsubj", "nsubjpass") and told.dep == "ccomp" else None
        if saying is None or saying.lemma not in word_set("verbs_of_saying") or saying.i > they:
            return ()
        heads = [h for f in syntax.surface_subject(p, saying.i) for h in syntax.conjuncts(p, f.head)]
        known = [m.entity for h in heads if (m := self.actors.by_head.get(h)) is not None]
        return tuple(dict.fromkeys(known)) if 1 < len(heads) == len(known) else ()

    def both(self, head: int, taken: set[str]) -> tuple[str, ...]:
        """ "The two agreed", "both sides said", "the two ministers": the two parties of the act told last, in this sentence or the one before; empty where there are
        not just two, or others than the noun may tell of."""
        p = self.parse
        token = p[head]
        mention = self.actors.by_head.get(head)
        if mention is None and token.lower == "they" and (saying := self.both_say(head)):
            return tuple(e for e in saying if e not in taken)
        two = any(c.lower in ("two", "both") for c in p.children(head)) or (token.lower == "sides" and any(c.lower == "the" for c in p.children(head)))
        bare = token.lower in ("two", "pair") and any(c.lower == "the" for c in p.children(head))
        if not (bare or (token.lower == "both" and not syntax.prep_objects(p, head, "of")) or (two and (token.lemma in _SIDES or mention is not None))):
            return ()
        kinds = next((k for k in (_PEOPLE, BODIES) if mention is not None and self.actors.by_id[mention.entity].kind in k), None)
        first = p.sentences[token.sent].first
        before = [c for h, c in sorted(self.by_head.items()) if h < head and token.sent - p[h].sent <= (1 if h < first else 0)]
        for act in reversed(before):
            heads = [a.head for a in (*act.actors, *act.recipients)]
            entities = dict.fromkeys(m.entity for h in heads if (m := self.actors.by_head.get(h)) is not None)
            if token.lemma in _SIDES and any(self.actors.by_id[e].kind in _PEOPLE and set(self.actors.by_id[e].sectors) <= {"CVL"} for e in entities):
                continue  # "A civilian and his mother were killed. The two sides agreed to stop firing"
            if len(entities) == 2 and (token.lemma not in _STATES or all(self.actors.by_id[e].kind == "state" or (self.actors.by_id[e].countries and "GOV" in self.actors.by_id[e].sectors) for e in entities)):
                fitting = kinds is None or all(self.actors.by_id[e].kind in kinds for e in entities)
                return tuple(e for e in entities if e not in taken) if fitting else ()
        return ()

    def brought_in_by_number(self, mention: ActorMention) -> bool:
        """ "the two ministers", "both leaders", of whom the report has not told by that noun: whoever they are, it has told of them before."""
        if mention.kind != "nominal" or self.parse[mention.head].tag not in ("NNS", "NNPS"):
            return False
        below = {c.lower for c in self.parse.children(mention.head) if c.i < mention.head and c.dep in ("det", "nummod", "predet")}
        first = min(m.first for m in self.actors.mentions if m.entity == mention.entity)
        alone = not any(c.dep in ("poss", "prep", "acl", "relcl", "appos") for c in self.parse.children(mention.head))
        return alone and first == mention.first and ("both" in below or {"the", "two"} <= below or {"these", "two"} <= below)

    def counted_people(self, head: int) -> ActorMention | None:
        """ "hundreds of women": who is counted, as one phrase with the words that count."""
        p = self.parse
        if head in self.by_head or not (p[head].lemma in _COUNTING or p[head].pos == "NUM"):
            return None
        mention = next((self.actors.by_head[o] for o in syntax.prep_objects(p, head, "of") if o in self.actors.by_head), None)
        return replace(mention, first=min(head, mention.first)) if mention is not None and mention.kind == "nominal" else None

    def counted_before(self, head: int) -> ActorMention | None:
        """ "Iran hanged three men. The three were executed in Lom", "all three": the people counted so shortly before."""
        p = self.parse
        token, size = p[head], numbers.value([p[head].lower])
        below = p.children(head)
        if head in self.by_head or token.tag != "CD" or size is None or size < 2 or not any(c.lower in ("the", "all", "these") for c in below) or any(c.dep == "prep" and c.lower == "of" for c in below):
            return None
        for mention in sorted(self.actors.mentions, key=lambda m: -m.head):
            if mention.kind != "nominal" or not 0 < token.sent - p[mention.head].sent <= _COUNTED_BACK or self.actors.by_id[mention.entity].kind not in _PEOPLE:
                continue
            if any(c.dep == "nummod" and numbers.value([c.lower]) == size for c in p.children(mention.head)):
                return replace(mention, first=head, last=head + 1, head=head)
        return None

    def titled(self, head: int) -> ActorMention | None:
        """ "detained journalist | Jane Doe": the person of whose title the parser makes the object, and of the name something else."""
        near = (m for at in range(head + 1, min(head + _TITLE, len(self.parse))) if (m := self.actors.by_head.get(at)) is not None and m.first <= head)
        mention = next(near, None)
        person = mention is not None and mention.kind == "name" and self.actors.by_id[mention.entity].kind == "person"
        return mention if person and self.parse[head].text.islower() else None

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
            if argument.slot == "near" or numbers.value([token.lower]) is not None or (token.lower == "course" and argument.head and self.parse[argument.head - 1].lower == "of"):
                continue  # "exploded near the pens", "Eleven killed": no thing that is acted upon
            if argument.head and self.parse[argument.head].head < argument.head and self.parse[self.parse[argument.head].head].dep == "prep" and token.lemma in word_set("words_for_when"):
                continue  # "attacks on the eve of the vote"
            if argument.head in self.actors.by_head or argument.head in self.places.by_head or argument.head in self.by_head or self.counted_people(argument.head) or self.titled(argument.head):
                continue
            if token.pos not in ("NOUN", "PROPN") or token.ent in ("DATE", "TIME", "PERCENT") or any(m.first <= argument.head < m.last for m in self.times.mentions):
                continue
            counted = syntax.prep_objects(self.parse, argument.head, "of") if token.lemma in _COUNTING or token.lemma == "total" else ()
            if token.lemma == "number" and not counted:
                continue  # "after a number evacuated": nothing is said of what they are
            first, last = syntax.noun_phrase(self.parse, argument.head)
            spans = self.token_spans(first, last)
            text = " ".join(self.clean.text[self.parse[first].start : self.parse[last - 1].end].split())
            found.append(EventObject(text, self.kind(token.lemma) or "other", spans))
            # "a total of 40 complaints" and "a total of 90 crimes" have no thing in common.
            lemmas.update(self.parse[o].lemma for o in counted) if counted else lemmas.add(token.lemma)
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
                first, last = self.whole(mention) if party.rule in AUTHORSHIP else (mention.first, mention.last)
                if party.rule == "owner of the craft":
                    last = max(last, self.parse[mention.head].head + 1)  # "a Ukrainian jet": with the craft
                found.append(Participant(mention.entity, self.token_spans(first, last), True, _by(f"inferred: {party.rule}")))
        return tuple(found)

    def owners_meant(self, candidate: Candidate, taken: set[str]) -> tuple[Participant, ...]:
        """ "searched his house", "They took my phone", "tied our hands": whose things or limbs they are that are taken, burned or bound, where a possessive pronoun tells it."""
        p = self.parse
        if candidate.nominal or candidate.type not in ("COERCE", "ASSAULT", "THREATEN"):
            return ()
        for head in (*(a.head for a in candidate.recipients), *(t for t in candidate.trigger if p[t].pos == "NOUN")):
            people = head in self.actors.by_head or p[head].lemma in self.lexicon.classes["human"] or p[head].lemma in self.lexicon.classes["folk"]
            limb = head in candidate.trigger  # "tied the prisoners' hands"
            own = next((c for c in p.children(head) if c.tag == "PRP$" or (limb and c.dep == "poss")), None)
            if people or own is None:
                continue
            mention = self.actors.by_head.get(own.i)
            entity = mention.entity if mention is not None else self.speakers.get(own.i)
            if entity is not None and entity not in taken and self.actors.by_id[entity].kind in ("person", "population", "organisation"):
                taken.add(entity)
                return (Participant(entity, self.token_spans(own.i, own.i + 1), True, _by("inferred: owner of what was taken or harmed")),)
        return ()

    def in_longer_place(self, mention: ActorMention) -> bool:
        """Whether a state's name is a part of a place's: "the Senegal | River" is nobody."""
        p = self.parse
        after = p[mention.last] if mention.last < len(p) else None
        return after is not None and after.text[:1].isupper() and p[mention.head].dep == "compound" and p[mention.head].head == after.i and after.i in self.places.by_head

    def kind(self, lemma: str) -> str | None:
        """The kind of object that a noun names; None where no class lists it."""
        return next((kind for name, kind in _OBJECT_CLASSES if lemma in self.lexicon.classes.get(name, ())), None)

    def of_name(self, number: int) -> bool:
        """ "the Group of 20 summit": a number that ends a name counts nothing behind it."""
        p = self.parse
        return number > 1 and p[number - 1].lower == "of" and p[number - 2].pos == "PROPN" and p[number - 2].text[:1].isupper() and not p[number - 2].text.isupper()

    def day(self, number: int) -> bool:
        """ "the 2 September attack": a day, no count."""
        return number + 1 < len(self.parse) and self.parse[number + 1].lower.rstrip(".") in calendar_words()["month"]

    def counted(self, candidate: Candidate) -> Count | None:
        if not candidate.nominal:
            return None
        for child in self.parse.children(candidate.head):
            if child.dep == "nummod" and not self.of_name(child.i) and not self.day(child.i) and not any(m.first <= child.i < m.last for m in self.times.mentions):
                value = numbers.value([child.lower])
                if [t.lower for t in self.parse.tokens[max(0, child.i - 2) : child.i]] == ["group", "of"]:
                    continue  # "the Group of Eight summit"
                if value is not None and (value < 1900 or value > 2100 or "," in child.text):
                    low = any(t.lower in ("least", "than", "over") for t in self.parse.tokens[max(0, child.i - 2) : child.i])
                    return Count(value, None if low else value)
        return None


def presupposed(item: Settled) -> bool:
    """A definite event noun with nothing that bears on its status ("the operation") takes up an event and asserts nothing itself."""
    return item.candidate.nominal and item.definite and not item.status.assertions[0].cue


def authored(parse: Parse, item: Settled) -> bool:
    """ "carried out the attack", "claimed the raid", "was behind the bombing": the deed may be known, whose it was is told here."""
    if not item.candidate.nominal or item.status.assertions[0].status not in ("occurred", "ongoing", "alleged"):
        return False
    rules = [p.derivation["entity"].rule for p in item.actors]
    if any(r.removeprefix("inferred: ") in AUTHORSHIP for r in rules):
        return True
    verb = syntax.governing_verb(parse, item.candidate.head)
    done = verb is not None and parse[verb].lemma in word_set("verbs_of_doing_deeds") and item.candidate.type in ("ASSAULT", "COERCE")
    return done and any(r.startswith("slot:subj") for r in rules)
