"""The dossier's sections of events: what happened, is planned, denied, possible, with who, whom, when, where and on whose word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.export.clause_words import ClauseWords
from onrecord.export.own_voice import OUTLET, is_own, own_voice
from onrecord.export.page_parts import Entry, Piece, Section, plain_words
from onrecord.export.wording import LINK, NOT_BEGUN, bodies, cut, once, readable_date
from onrecord.lexicon.forms import surface_forms
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity
from onrecord.model.attribution import Attribution, Source
from onrecord.model.common import Derivation
from onrecord.model.event import Assertion, Event, EventMention, EventPlace, EventTime, Participant
from onrecord.model.place import Place
from onrecord.model.span import words_of
from onrecord.model.time import Time

SECTIONS = (
    ("occurred", "What happened"), ("ongoing", "Under way"), ("planned", "Planned"), ("proposed", "Proposed or demanded"), ("threatened", "Threatened"),
    ("alleged", "Alleged"), ("failed", "Attempted, failed or called off"), ("denied", "Denied"), ("negated", "What did not happen"),
    ("hypothetical", "Only possible"),
)  # fmt: skip
PRONOUNS = word_set("standing_for_names")
_NO_RULE, _WILL = Derivation("", "", ""), re.compile(r"modal:(?:will|would|shall)\b")
_AUTHORS = ("inferred: who ", "inferred: blamed for it", "inferred: owner of the craft")  # who claims it, is behind it or is blamed for it; whose jet it was
_BANNING = frozenset(form for verb in word_set("banning_verbs") for form in surface_forms(verb))
_REFUSING = frozenset(form for verb in word_set("refusing_verbs") for form in surface_forms(verb))
_WAYS = re.compile(r"\b(from|to|into|towards?|through|over)\b", re.IGNORECASE)
OWN_PART = "denies having done it"
_OWN_PART = re.compile(r"(?!.*\bfirst\b)(?:that )?(?:it|they|he|she)\b|\w+ing\b|(?P<part>(?:any )?(?:involvement|responsibility|complicity|participation|part|role|hand))\b", re.IGNORECASE)
_IN_PASSING = 0.4  # the confidence of an event that is mentioned only
# Below this confidence the page gives the words alone: readers found more than a third of such events wrong in something. A text that tells of few events is read as it stands.
_SURE, _FEW = 0.7, 5


@dataclass(frozen=True)
class EventEntries(ClauseWords):
    """The entries of one record's events, and the words that other sections share with them."""

    entities: dict[str, Entity] = field(init=False)
    nodes: dict[str, Attribution] = field(init=False)
    unsure: bool = False  # whether what is told less surely stands on the page like the rest
    events: dict[str, Event] = field(init=False)
    own: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "entities", {e.id: e for e in self.record.entities})
        object.__setattr__(self, "nodes", {a.id: a for a in self.record.attributions})
        object.__setattr__(self, "events", {e.id: e for e in self.record.events})
        object.__setattr__(self, "own", own_voice(self.record))

    # Events ---------------------------------------------------------------------------------------------------------------

    def event_sections(self) -> list[Section]:
        shown: set[str] = set()
        found: list[Section] = []
        inner: dict[str, list[Event]] = {}
        for event in self.record.events:
            for relation in event.relations:
                if relation.kind == "content_of" and relation.event in self.events:
                    inner.setdefault(relation.event, []).append(event)
        listed = sorted((e for e in self.record.events if not self.forbidden(e) and not self.only_mentioned(e)), key=self.first_shown)
        ordered = [e for e in listed if not self.less_sure(e)]
        # What the text only says not to have begun stands once, under what did not happen.
        shown |= {e.id for e in ordered if len(e.mentions) == 1 and e.id not in inner and self.not_begun([e])}
        below = {e.id for i, told in self.repeats.items() if i not in shown for e in told}
        for status, title in SECTIONS:
            blocks: list[tuple[Entry, ...]] = []
            for event in ordered:
                if self.heading(event) == status and (not event.background or status in ("negated", "denied", "failed")) and event.id not in shown | below:
                    blocks.append(self.with_content(event, inner, shown))
            if status == "negated":
                blocks += [(e,) for e in self.not_begun(ordered)]
            if status == "denied":
                blocks += [(e,) for e in self.only_denied()]
            # Two entries that read alike say nothing twice; below two others that differ, each says something of its own.
            if entries := [e for block in dict.fromkeys(blocks) for e in block]:
                found.append(Section(title, tuple(entries)))
        past = [e for e in ordered if e.background and e.id not in shown | below]
        if past:
            found.append(Section("Background", tuple(x for e in past for x in self.with_content(e, inner, shown))))
        if doubtful := [e for e in listed if self.less_sure(e)]:
            told = {plain_words(e) for s in found for e in s.entries}
            words = dict.fromkeys(Entry(self.clause((m := self.shown_mention(e)).sentence, m.trigger, e)) for e in doubtful)
            if entries := [w for w in words if plain_words(w) not in told]:
                found.append(Section("Less sure, in the text's words alone", tuple(entries)))
        return found

    def forbidden(self, event: Event) -> bool:
        """Whether all that is told of an act is a ban on it, or that a rule does not allow it: nobody says that it did not take place."""
        if event.status != "negated" or event.relations or len(event.assertions) != 1:
            return False
        cues = event.assertions[0].cue
        bans = {s for e in self.record.events if e.id != event.id and e.type in ("COERCE", "SANCTION") for m in e.mentions for s in m.trigger}
        return any(s in bans or s.words.casefold() in _BANNING for s in cues)

    def less_sure(self, event: Event) -> bool:
        """Whether events like this one were found wrong often enough that the page leaves the reading to the reader. What the headline or the opening sentence tells
        is what a page is for, and stands."""
        if self.unsure or not _IN_PASSING < event.confidence < _SURE or len(self.record.events) <= _FEW:
            return False
        return all(m.sentence is not None and m.sentence.start > self.opening for m in event.mentions)

    def only_mentioned(self, event: Event) -> bool:
        """Whether the text mentions a deed in passing only, with nobody and nothing about it, no dispute, question or figure is about it, and neither the headline
        nor the opening sentence has it. Such a line would say nothing; the record has it. What may come, or is threatened, says something as it is."""
        if event.confidence > _IN_PASSING or event.id in self.referred or event.status in ("hypothetical", "threatened"):
            return False
        return all(m.sentence is None or m.sentence.start > self.opening for m in event.mentions)

    @cached_property
    def referred(self) -> frozenset[str]:
        """Events that something else on the page is about."""
        record = self.record
        claims = {c.id: c.about for c in record.claims}
        found = {a.id for d in record.disputes for a in claims.get(d.claim, ())} | {i for q in record.questions for i in q.about}
        found |= {q.event for q in record.quantities if q.event} | {e for a in record.authorities for e in a.events}
        return frozenset(found | {r.event for e in record.events for r in e.relations if r.kind == "content_of"} | {e.id for e in record.events if any(r.kind == "content_of" for r in e.relations)})

    @cached_property
    def opening(self) -> int:
        """Where the first sentence that tells of an event begins, the headline's aside."""
        title = self.record.report.title
        end = max((s.end for s in title.spans), default=0) if title is not None else 0
        return min((m.sentence.start for e in self.record.events for m in e.mentions if m.sentence is not None and m.sentence.start >= end), default=0)

    def denies(self, assertion: Assertion) -> bool:
        """Whether the source's own reporting words deny ("denied shelling"); "said it did not shell" is a plain negative."""
        node = self.nodes.get(assertion.attribution or "")
        said = {w for s in node.cue for w in s.words.casefold().split()} if node is not None else set()
        return assertion.status == "denied" and not said.isdisjoint(word_set("words_of_denial"))

    def heading(self, event: Event) -> str:
        """The section of an event: what nobody denies but a source says did not happen stands with what did not happen."""
        if event.status == "denied" and not any(self.denies(a) for a in event.assertions):
            return "negated"
        return event.status

    def only_denied(self) -> list[Entry]:
        """What a source denies, no event of the record and nobody in the text asserts."""
        disputed = {d.claim for d in self.record.disputes}
        found: list[Entry] = []
        for claim in self.record.claims:
            against = [a for a in self.record.attributions if any(x.id == claim.id and x.stance == "denies" for x in a.about)]
            if against and claim.id not in disputed:
                who = ", ".join(dict.fromkeys(self.speaker(a) for a in against))
                found.append(Entry((Piece(self.mask.text(cut(words_of(claim.spans).removeprefix("that ")))),), (("denies", self.mask.text(who)),)))
        return found

    def not_begun(self, events: list[Event]) -> list[Entry]:
        """Planned and possible acts of which the text says that they are not begun: "a deployment is not imminent"."""
        found: list[Entry] = []
        for event in events:
            for mention in event.mentions:
                if event.status not in ("planned", "proposed", "threatened", "hypothetical") or mention.sentence is None:
                    continue
                marks = self.positions(mention.sentence, mention.trigger)
                told = NOT_BEGUN.search(mention.sentence.words, marks[-1][1], marks[-1][1] + 70) if marks else None
                if told is None or LINK.search(mention.sentence.words[marks[-1][1] : told.start()]):
                    continue
                words = self.clause(mention.sentence, mention.trigger, event, (told.span(),))
                inner = [a for a in self.record.attributions if any(s.start <= mention.trigger[0].start < s.end for s in a.content)]
                voice = ", ".join(dict.fromkeys(self.speaker(a) for a in inner)) or self.own
                found.append(Entry(words, (("on whose word", self.mask.text(voice)),), f"{event.type} · not begun"))
        return found

    @cached_property
    def repeats(self) -> dict[str, list[Event]]:
        """Event id -> the events that may be it, told again, and stand below it, in the order of the text: those of its heading that are no content of something said."""
        found: dict[str, list[Event]] = {}
        for event in self.record.events:
            target = self.events.get(event.may_repeat or "")
            if target is None or target.may_repeat == event.id or self.heading(event) != self.heading(target) or event.background != target.background or any(r.kind == "content_of" for e in (event, target) for r in e.relations):
                continue
            if not any(self.forbidden(e) or self.only_mentioned(e) or self.less_sure(e) for e in (event, target)):
                found.setdefault(target.id, []).append(event)
        return found

    def with_content(self, event: Event, inner: dict[str, list[Event]], shown: set[str], indent: int = 0, above: str = "") -> tuple[Entry, ...]:
        """The event, below a speech act the acts that it is about, with their own status said, and what may be the same deed told again; `above`: the event under which it stands."""
        if event.id in shown:
            return ()
        shown.add(event.id)
        entry = self.entry(event, indent)
        if event.may_repeat in self.events:
            entry = replace(entry, facts=(("perhaps", self.told_before(self.events[event.may_repeat], event.may_repeat == above)), *entry.facts))
        blocks = [self.with_content(told, inner, shown, min(2, indent + 1), event.id) for told in self.repeats.get(event.id, ())]
        for content in inner.get(event.id, ()):
            if not self.less_sure(content) and content.status in ("denied", "negated", "planned", "proposed", "threatened", "hypothetical", "alleged", "failed") and indent < 2:
                blocks.append(self.with_content(content, inner, shown, indent + 1))
        return (entry, *(e for block in dict.fromkeys(blocks) for e in block))

    def told_before(self, event: Event, above: bool) -> str:
        """Of what an event may be another telling: of the entry right above it, or of one that stands elsewhere, by its words."""
        if above:
            return "the same as above, told again"
        mention = self.shown_mention(event)
        words = "".join(p.text for p in self.clause(mention.sentence, mention.trigger, event))
        return f"the same as “{words}”, told again"

    @staticmethod
    def status_word(event: Event) -> str:
        """The status, and for a deed of which the text says only that it was tried, "attempted": it does not say that it failed."""
        tried = event.status == "failed" and all(a.axes.phase == "attempted" and a.axes.polarity == "positive" for a in event.assertions if a.status == "failed")
        return "attempted" if tried else event.status

    def entry(self, event: Event, indent: int) -> Entry:
        mention = self.shown_mention(event)
        facts: list[tuple[str, str]] = []
        who = once(self.parties(event.actors))
        # Of an act that parties do with each other only the other one may be named: "its talks with the miners".
        label = "with" if event.reciprocal and who and all(p.derivation.get("entity", _NO_RULE).rule.startswith("slot:with") for p in event.actors) else "who"
        things = [" ".join(o.text.split()) for o in event.objects]
        # "recalled its envoy from Lom": what somebody is taken away from is not whom it is done to.
        origins = [p for p in event.recipients if event.type in ("SANCTION", "RETREAT") and p.derivation.get("entity", _NO_RULE).rule.startswith("slot:from")]
        kept = once(self.parties(p for p in event.recipients if p not in origins), things)
        whom, what = [k for k in kept if k not in things or bodies(k)], [k for k in kept if k in things and not bodies(k)]
        # "140 families fled": whom nobody is said to have driven out is who fled.
        fled = event.type == "SANCTION" and "expel" in event.modes and not who and all(p.derivation.get("entity", _NO_RULE).rule.startswith("slot:subj") for p in event.recipients)
        for name, words in ((label, who), ("who fled" if fled else "to whom", whom), ("from", once(self.parties(origins))), ("what", what)):
            if words:
                facts.append((name, ", ".join(w + self.perhaps_one(w, (*event.actors, *event.recipients)) + self.heard(event, mention, w) for w in words)))
        if event.count is not None:
            low, high = event.count.min, event.count.max
            facts.append(("number of such acts", f"{low}" if low == high else f"at least {low}" if high is None else f"up to {high}"))
        places = self.places(event)
        if places:
            facts.append(("where", places))
        when: dict[str, list[str]] = {}
        for told in event.times:
            for time in self.record.times:
                if time.id == told.time and told.basis == "words" and not (time.value == "PRESENT_REF" and event.status in ("occurred", "failed")):
                    when.setdefault("how often" if time.type == "SET" else "how long" if told.role == "during" else "when", []).append(self.told_time(told, time))
        for label in ("when", "how often", "how long"):
            if times := when.get(label, []):
                facts.append((label, ", ".join(dict.fromkeys(times))))
        facts += self.voices(event, mention)
        kind = event.deed_type if event.deed_type else event.type
        label = f"{event.type}{f' ({kind})' if kind != event.type else ''}{' · ' + ', '.join(event.modes) if event.modes else ''} · {self.status_word(event)}"
        trigger = words_of(mention.trigger)
        tag = label + (" · background" if event.background else "") + (f" · “{trigger}”" if trigger else "")
        return Entry(self.clause(mention.sentence, mention.trigger, event), tuple((k, self.mask.text(v)) for k, v in facts), tag, indent)

    def told_time(self, told: EventTime, time: Time) -> str:
        """The words of a time, with what of the event it tells and its value where that is known: "until Sunday (2025-09-14)"."""
        before = {"begin": "from ", "end": "until ", "deadline": "by "}.get(told.role, "")
        day = readable_date(time.value)
        # A bare hour or part of the day names no day: that of publication is a guess.
        bare = time.type == "TIME" and time.anchor == "published" and not re.search(r"day\b|tonight|\blast\b|\d{4}|(?:[A-Z][a-z]{2,8}\.?) \d", words_of(time.spans))
        said = words_of(time.spans)
        return f"{before}{said}{f' ({day})' if time.earliest and not bare and day not in said else ''}"

    def shown_mention(self, event: Event) -> EventMention:
        """The first mention in the body; the headline's only where there is no other."""
        title = self.record.report.title
        heads = [(s.start, s.end) for s in title.spans] if title is not None else []
        body = [m for m in event.mentions if m.trigger and not any(a <= m.trigger[0].start < b for a, b in heads)]
        # What an interviewer brings up is nobody's word: the answer's mention is shown.
        questions = [(c.start, c.end) for n in self.nodes.values() if n.derivation["content"].rule.endswith(":asked") for c in n.content]
        body = [m for m in body if not any(a <= m.trigger[0].start < b for a, b in questions)] or body
        told = [s for p in (*event.actors, *event.recipients) if not p.inferred for s in p.spans]
        told += [s for o in event.objects for s in o.spans] if told else []

        def fullness(mention: EventMention) -> int:
            sentence = mention.sentence
            return 0 if sentence is None else sum(sentence.start <= s.start < sentence.end for s in told)

        # Of mentions that tell as much of who did what to whom, the first one.
        return max(body or list(event.mentions), key=fullness)

    def first_shown(self, event: Event) -> int:
        mention = self.shown_mention(event)
        return mention.trigger[0].start if mention.trigger else mention.sentence.start if mention.sentence else 0

    def parties(self, participants: Iterable[Participant]) -> list[str]:
        names = []
        for p in participants:
            if p.inferred and (rule := p.derivation.get("entity", _NO_RULE).rule).startswith("inferred:") and not rule.startswith(_AUTHORS):
                continue  # whom the words only hint at stays in the record, and off the page; whose deed it is said to be they tell
            names.append(self.called(p))
        return names

    def perhaps_one(self, name: str, parties: Iterable[Participant]) -> str:
        """" (perhaps the same as X)" behind a party that may be somebody told of before."""
        return next((self.may_be(self.entities[p.entity]) for p in parties if self.called(p) == name), "")

    def may_be(self, entity: Entity) -> str:
        """Whom an actor may be, by name or by the words for him."""
        told = self.entities.get(entity.may_be or "")
        if told is None:
            return ""
        words = told.name if any(m.kind == "name" for m in told.mentions) else f"“{told.name}”"
        return f" (perhaps the same as {words})"

    def called(self, party: Participant) -> str:
        """The words for a party, its name for a pronoun, and both for one brought in by a noun whom the report names elsewhere: "A priest (Luka Heron)"."""
        own, entity = words_of(party.spans) if party.spans else "", self.entities[party.entity]
        if not own or own.casefold() in PRONOUNS:
            return entity.name
        named = any(m.kind == "name" for m in entity.mentions)
        brought_in = named and ((own.casefold().startswith(("a ", "an ")) and entity.kind in ("person", "office")) or (own.casefold().startswith(("the ", "a ", "an ")) and entity.kind in ("armed_group", "criminal_group")))
        return f"{own} ({entity.name})" if brought_in and entity.name.casefold() not in own.casefold() else own

    def heard(self, event: Event, shown: EventMention, name: str) -> str:
        """" (says X)" behind a party that only a source names: "It is not known why they were shot. A deputy said rebels shot them."""
        if len({a.attribution for a in event.assertions}) < 2 or not shown.trigger:
            return ""
        at = shown.trigger[0].start
        for p in (*event.actors, *event.recipients):
            if name in (self.called(p), self.entities[p.entity].name) and p.spans:
                if p.derivation.get("entity", _NO_RULE).rule == f"{_AUTHORS[0]}claims it":
                    return " (claims it)"
                holding = [n for n in self.nodes.values() if any(c.start <= p.spans[0].start < c.end for c in n.content)]
                inner = holding[-1] if holding else None
                if inner is not None and any(a.attribution == inner.id for a in event.assertions) and not any(c.start <= at < c.end for n in holding for c in n.content):
                    teller = self.speaker(inner)  # who tells of himself is named already
                    teller = teller[:1].lower() + teller[1:] if teller.startswith("The ") else teller
                    return f" (says {teller})" if teller.casefold() not in name.casefold() and name.casefold() not in teller.casefold() else ""
        return ""

    def places(self, event: Event) -> str:
        by_id = {p.id: p for p in self.record.places}
        named: dict[str, str] = {}
        for told in event.places:
            # "through Varna, Varna": one place in two parts of the act stands once.
            words = words_of(by_id[told.place].spans)
            named.setdefault(words.casefold(), self.way(event, told, by_id[told.place]) + words + (" (inferred)" if told.inferred else ""))
        return ", ".join(named.values())

    def way(self, event: Event, told: EventPlace, place: Place) -> str:
        """The preposition of a place that is no scene: "toward ", "over ", "from "; a way into a place or out of it never reads as what happened there."""
        if told.role not in ("origin", "destination", "route") or place.relation is not None:
            return ""
        text = self.record.report.text
        inside = [m.sentence for m in event.mentions if m.sentence is not None]
        near = [s for s in place.spans if any(i.start <= s.start < i.end for i in inside)] or list(place.spans)
        before = _WAYS.findall(text[max(0, near[0].start - 60) : near[0].start]) if near else []
        return f"{before[-1].lower()} " if before else {"origin": "from ", "destination": "to ", "route": "through "}[told.role]

    def voices(self, event: Event, mention: EventMention) -> list[tuple[str, str]]:
        """Who tells the words shown, and who denies the event; who tells of it elsewhere in the text stands apart, as those words are not his."""
        at = mention.trigger[0].start if mention.trigger else None
        inside = {n.id for n in self.nodes.values() if at is not None and any(s.start <= at < s.end for s in n.content)}
        told = [a for a in event.assertions if (a.attribution in inside if a.attribution is not None else not inside)]
        # What a source's content only holds by the way ("the strike that the ministry condemned") is told by the outlet.
        told = told or [a for a in event.assertions if a.attribution is None]
        here = [a for a in event.assertions if a in told or a.status in ("denied", "negated")] if told else list(event.assertions)
        # A negation met elsewhere is often one of another deed of the kind; what is disputed stands under what is disputed.
        stray = [a for a in event.assertions if a not in told and a.status in ("denied", "negated") and not self.denies(a) and event.status not in ("denied", "negated")]
        names = self.once_each(a for a in here if a not in stray)
        kept = self.once_each((*(a for a in here if a not in stray), *(a for a in event.assertions if a not in here and a not in stray)))
        others = [v + self.own_words(event, mention, a.attribution) for v, a in kept.items() if v not in names]
        return [("on whose word", "; ".join(self.cleared(event, v, a) for v, a in names.items())), *([("also on the word of", "; ".join(others))] if others else [])]

    def own_words(self, event: Event, shown: EventMention, attribution: str | None, heading: str = "") -> str:
        """What a source elsewhere in the text says of the event, as the words shown are not his: " (“two aircraft bombed the market”)". Empty where they are
        those of the `heading`."""
        node = self.nodes.get(attribution or "")
        if node is None:
            return ""
        for mention in event.mentions:
            if mention is not shown and mention.trigger and any(s.start <= mention.trigger[0].start < s.end for s in node.content):
                told = "".join(p.text for p in self.clause(mention.sentence, mention.trigger, event)).strip()
                return f" (“{told}”)" if told != heading.strip() else ""
        return ""

    def once_each(self, assertions: Iterable[Assertion]) -> dict[str, Assertion]:
        """The voices, each actor once for each way in which it speaks: "President Orrel" and then "the president" are one."""
        found: dict[str, Assertion] = {}
        spoken: set[tuple[str, str]] = set()
        for assertion in assertions:
            node = self.nodes.get(assertion.attribution or "")
            name = self.voice(assertion)
            entity = node.source.entity if node is not None and node.source is not None else None
            if (entity or name, assertion.status) not in spoken:
                spoken.add((entity or name, assertion.status))
                found.setdefault(name, assertion)
        return found

    def cleared(self, event: Event, voice: str, assertion: Assertion) -> str:
        """The voice; of who only denies that the deed was his, where others tell it of nobody or of somebody else, in words that say so."""
        node = self.nodes.get(assertion.attribution or "")
        return voice.replace("(denies it)", f"({OWN_PART})") if node is not None and self.own_part(event, node) else voice

    def own_part(self, event: Event, node: Attribution) -> bool:
        """Whether a source denies its own part ("denied bombing the market", "denied responsibility") in a deed that somebody asserts, and not that it was done."""
        entity = node.source.entity if node.source is not None else None
        own = _OWN_PART.match(node.content[0].words.strip()) if node.content else None
        return own is not None and entity is not None and event.status not in ("denied", "negated", "alleged") and (own["part"] is not None or all(a.entity != entity for a in event.actors))

    def voice(self, assertion: Assertion) -> str:
        node = self.nodes.get(assertion.attribution or "")
        if assertion.attribution is None or node is None:
            return self.own
        name = self.speaker(node)
        status = "negated" if assertion.status == "denied" and not self.denies(assertion) else assertion.status
        asks = node.derivation["content"].rule.endswith(":asked")
        refused = status == "negated" and not {w for s in node.cue for w in s.words.casefold().split()}.isdisjoint(_REFUSING)
        name += self.passed_on(node)
        verb = "asks" if asks else "refuses it" if refused else {"denied": "denies it", "alleged": "alleges it", "negated": f"says it {'will' if _WILL.search(assertion.derivation['status'].rule) else 'did'} not happen"}.get(status, "")
        return f"{name}{f' ({verb})' if verb else ''}"

    def passed_on(self, node: Attribution) -> str:
        """ ", as told by El Diario": who reports that the source says so, where that is another whom the text names."""
        outer = self.nodes.get(node.parent or "")
        if outer is None or node.source is None or outer.source is None or not outer.told or is_own(words_of(node.source.spans)) or is_own(words_of(outer.source.spans)):
            return ""
        same = outer.source.entity is not None and outer.source.entity == node.source.entity
        return "" if same or not outer.source.spans else f", as told by {self.source_name(outer.source)}"

    def speaker(self, node: Attribution) -> str:
        """Who speaks in an attribution: "I" in somebody's words is that one, and the author where nobody else speaks."""
        if node.source is None and node.parent in self.nodes:
            return self.speaker(self.nodes[node.parent])  # "It seems that", in somebody's words
        if node.source is None or not is_own(words_of(node.source.spans)):
            name = self.source_name(node.source)
            return f"{self.own} or {name}: the words leave it open" if node.or_outlet else name
        outer = self.nodes.get(node.parent or "")
        return self.speaker(outer) if outer is not None else self.own if self.own != OUTLET else self.source_name(node.source)

    def source_name(self, source: Source | None) -> str:
        if source is None:
            return "a source that the text does not name"
        own = words_of(source.spans) if source.spans else ""
        entity = self.entities.get(source.entity or "")
        if entity is not None and own.casefold() in PRONOUNS:
            return entity.name
        return own or (entity.name if entity else "a source that the text does not name")
