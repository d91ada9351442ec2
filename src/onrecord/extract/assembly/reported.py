"""events, second half, times: the day of publication as the latest day of what news tells without a day of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord import syntax
from onrecord.extract.assembly.merge import Group
from onrecord.extract.assembly.settle import Settled
from onrecord.lexicon.tables import word_set
from onrecord.model.common import Derivation
from onrecord.model.event import Event, EventTime
from onrecord.model.ids import span_id
from onrecord.model.layers import TimeLayer
from onrecord.model.parse import Parse, Token
from onrecord.model.report import Report
from onrecord.model.span import Spans
from onrecord.model.status import Status
from onrecord.model.time import Time
from onrecord.timevalue import publication_day

# What was, or is, when the report came out; what is planned, feared or said not to be has no day by that.
_REALISED: frozenset[Status] = frozenset({"occurred", "ongoing", "failed", "alleged"})
# Clauses in which news tells: its main clauses and what somebody is said to have said.
_TELLING = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
# Words that open a title which asks what the report explains.
_ASKING = frozenset({"what", "what's", "what’s", "who", "who's", "who’s", "why", "how"})
# Verbs by which a sentence brings in what the next ones tell of: "In 2024, unrest broke out there".
_ANSWERING = word_set("verbs_of_answering_a_deed")
_BREAKING_OUT = word_set("verbs_of_coming_about") | {"break", "erupt", "flare", "sweep", "begin", "start"}
# What is said on a day of a thing that is to begin on another: "threatened a shutdown from 6 December", "agreed to a truce until Friday".
_WORDS = frozenset({"THREATEN", "REQUEST", "REJECT", "ACCUSE", "AGREE"})
# Sentences in which news tells what is new, days within which it is, and days from which what is told is looked back on.
_LEAD, _LATELY, _HALF_A_YEAR = 2, 10, 180
_DATED = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class PublicationTime:
    """Which events rest on the publication date only. A report without one, or one that tells history, dates nothing by it."""

    report: Report
    parse: Parse
    times: TimeLayer

    def dated(self, events: Sequence[Event], groups: Sequence[Group]) -> tuple[tuple[Event, ...], tuple[Time, ...]]:
        """The events of the groups, those without a time of their own dated by the publication; and the time they share, where the text has no words for it."""
        events = [self.of_entry(e, g) for e, g in zip(events, groups, strict=True)]
        day = self.times.day or publication_day(self.report)
        events = events if day is None else [self.of_that_year(e, g, day) for e, g in zip(events, groups, strict=True)]
        events = events if day is None or self.times.narrative else [self.not_ahead(e, day) for e in events]
        events = events if day is None or self.times.narrative or not self.news_of(events, groups, day) else [self.long_past(e, g, day) for e, g in zip(events, groups, strict=True)]
        resting = {e.id: verb for e, g in zip(events, groups, strict=True) if (verb := self.verb(e, g)) is not None} if day is not None and not self.times.narrative and not self.explains() else {}
        if day is None or not resting:
            return tuple(events), ()
        value = day.isoformat()
        # The report's own date line tells the day; else there are no words for it but those of the first event that is told as news.
        time = next((t for t in self.times.times if (t.anchor == "none" or self.in_dateline(t)) and t.value == value), None)
        made = time or self.time(value, min((v.trigger for v in resting.values()), key=lambda spans: spans[0].start))
        told = EventTime(made.id, "at", True, "publication")
        return tuple(replace(e, times=(told,)) if e.id in resting else e for e in events), () if time is not None else (made,)

    def news_of(self, events: Sequence[Event], groups: Sequence[Group], day: date) -> bool:
        """Whether the first sentences tell of a deed of these days: news, and no survey of years."""
        start = next((s.i for s in self.parse.sentences if s.part == "body" and s.parsed), 0)
        lead = [e for e, g in zip(events, groups, strict=True) if any(0 <= self.parse[m.candidate.head].sent - start < _LEAD for m in g.members if not m.title)]
        told = [self.times.by_id[t.time] for e in lead for t in e.times if not t.inferred and t.time in self.times.by_id]
        return any(t.earliest is not None and timedelta(0) <= day - date.fromisoformat(str(t.earliest)[:10]) <= timedelta(_LATELY) for t in told)

    def long_past(self, event: Event, group: Group, day: date) -> Event:
        """The event as background where its own words date it half a year before the news and more: "Last year nine people were abducted there"."""
        own = [self.times.by_id[t.time] for t in event.times if not t.inferred and t.role in ("at", "end") and t.time in self.times.by_id]
        past = bool(own) and all(t.latest is not None and day - date.fromisoformat(str(t.latest)[:10]) > timedelta(_HALF_A_YEAR) for t in own)
        last_year = bool(own) and day.month > 3 and all(t.value == str(day.year - 1) for t in own)
        if event.background or event.status not in ("occurred", "failed", "alleged") or not (past or last_year) or any(m.title for m in group.members):
            return event
        return replace(event, background=True)

    def in_dateline(self, time: Time) -> bool:
        lines = self.report.dateline.spans if self.report.dateline is not None else ()
        return any(line.start <= span.start < line.end for line in lines for span in time.spans)

    def explains(self) -> bool:
        """Whether the title says that the report explains or tells again, and is no news: "Explainer: ...", "What is behind the conflict?"."""
        title = self.report.title.value.strip().lower() if self.report.title is not None else ""
        label = re.match(r"[\w&' ]+?(?=\s*[:|–—-])", title)
        if label is not None and label[0] in word_set("labels_of_explainers"):
            return True
        return title.endswith("?") and title.split()[0] in _ASKING

    def founded(self, member: Settled) -> bool:
        """Whether an earlier sentence of the paragraph tells how somebody came to be: "The movement was founded by dockers. It blew up bridges"."""
        p = self.parse
        sentence = p.sentences[p[member.candidate.head].sent]
        earlier = (s for s in p.sentences if s.paragraph == sentence.paragraph and s.first < sentence.first and s.parsed)
        roots = (t for s in earlier for t in p.tokens[s.first : s.last] if t.dep == "ROOT")
        return any(self.came_to_be(t) for t in roots)

    def came_to_be(self, verb: Token) -> bool:
        below = self.parse.children(verb.i)
        if verb.lemma in word_set("verbs_of_founding"):
            return any(c.dep == "auxpass" and c.tag == "VBD" for c in below)
        return verb.lemma in word_set("verbs_of_coming_to_be") and verb.tag == "VBD" and any(c.lower in ("first", "originally") for c in below)

    def not_ahead(self, event: Event, day: date) -> Event:
        """The event without a day that had not come when the report did, where it has occurred: "called for a strike on Friday", "will go on Monday, after their third walkout"."""
        if event.status != "occurred":
            return event  # what was called off may have been due on a day to come, and a ban in force from one
        kept = tuple(t for t in event.times if (t.role != "at" and event.type not in _WORDS) or t.time not in self.times.by_id or not self.later(self.times.by_id[t.time], day))
        return event if kept == event.times else replace(event, times=kept)

    def later(self, time: Time, day: date) -> bool:
        """Whether a time lies wholly behind the day of publication; a date written out may be a day ahead of it on the other side of the earth."""
        latest = day + timedelta(days=1) if time.anchor == "none" else day
        return time.earliest is not None and str(time.earliest)[:10] > latest.isoformat()

    def of_entry(self, event: Event, group: Group) -> Event:
        """The event with the day that heads the entry of a timeline in which it is told ("January 8: Rebels attack a post"), where it has no time of its own; inferred
        but for what the entry's first clause tells."""
        p = self.parse
        before = any(a.lemma == "have" and a.tag == "VBD" for m in group.members for a in syntax.auxiliaries(p, m.candidate.head))
        if event.times or event.background or before or event.status not in _REALISED:
            return event
        for member in group.members:
            day = p.headed(p[member.candidate.head].sent, "day")
            told = (m for m in self.times.mentions if day is not None and m.first >= 0 and p[m.first].sent == day.i and self.times.by_id[m.time].type in _DATED)
            if day is not None and (time := next(told, None)) is not None:
                first = p[member.candidate.head].sent == day.i + 1 and p[member.candidate.head].dep == "ROOT"
                return replace(event, times=(EventTime(time.time, "at", not first),))
        return event

    def of_that_year(self, event: Event, group: Group, day: date) -> Event:
        """The event that goes on with what a sentence before it in its paragraph tells of an earlier year: "In 2024, unrest broke out there. A bus was set alight"."""
        p = self.parse
        first = group.members[0]
        if event.times or event.background or event.status not in _REALISED or any(m.title or p[m.candidate.head].sent != p[first.candidate.head].sent for m in group.members):
            return event
        verb = p[first.candidate.head]
        told = verb.pos in syntax.VERBAL and verb.dep in ("ROOT", "conj") and (verb.tag == "VBD" or any(a.tag == "VBD" and a.lemma == "be" for a in syntax.auxiliaries(p, verb.i)))
        sentence = p.sentences[verb.sent]
        root = next((t for t in p.sentence_tokens(verb.sent) if t.dep == "ROOT"), verb)
        answers = root.lemma in _ANSWERING and root.tag == "VBD"  # "In July 2023, Chad expelled 45 envoys. Mali retaliated by barring its officials"
        named = {p[m.first].sent: m for m in self.times.mentions if m.first >= 0 and self.times.by_id[m.time].type in _DATED}
        if not (told or answers) or sentence.i in named or sentence.part != "body" or (event.type not in ("ASSAULT", "PROTEST") and not answers):
            return event
        same = any(c.dep in ("nsubj", "nsubjpass") and c.pos == "PRON" for c in p.children(verb.i))
        for earlier in reversed([s for s in p.sentences if s.paragraph == sentence.paragraph and s.first < sentence.first and s.parsed]):
            mention = named.get(earlier.i)
            if mention is None:
                continue
            time = self.times.by_id[mention.time]
            opens = mention.first - earlier.first <= 1 and p[earlier.first].lower == "in" and time.granularity in ("year", "month") and time.latest is not None
            broke_out = any(t.dep == "ROOT" and t.lemma in _BREAKING_OUT for t in p.tokens[earlier.first : earlier.last])
            past = opens and (same or broke_out or answers) and str(time.latest)[:4] < str(day.year) and not any(s.i in named for s in p.sentences[earlier.i + 1 : sentence.i])
            return replace(event, times=(EventTime(time.id, "at", True),), background=True) if past else event
        return event

    def time(self, value: str, spans: Spans) -> Time:
        """The day of publication as a time of the record; its earliest day is unknown."""
        return Time(
            span_id("time", self.report.id, spans), spans, "DATE", value, None, None, None, value, "day", "published",
            {"value": Derivation("events", "1", "publication")}, 0.3,
        )  # fmt: skip

    def verb(self, event: Event, group: Group) -> Settled | None:
        """The mention that tells an event without a time as news; None where its status, words, tense or paragraph speak of another day, or of none."""
        members = group.members
        headed = any(self.parse.headed(self.parse[m.candidate.head].sent, "day") is not None for m in members)
        if headed or event.times or event.background or event.status not in _REALISED or any(self.elsewhen(m) or self.founded(m) for m in members):
            return None
        return next((m for m in members if self.told_as_news(m)), None)

    def told_as_news(self, member: Settled) -> bool:
        """Whether a verb of a telling clause presents it, in the past or the present of headline, outlet or source: not "had been killed", "who was killed"."""
        p = self.parse
        verb = p[member.candidate.head]
        if member.title:
            return True
        if member.candidate.nominal or verb.pos not in syntax.VERBAL or verb.tag not in ("VBD", "VBN", "VBZ", "VBP", "VBG"):
            return False
        aux = syntax.auxiliaries(p, verb.i)
        # "Police said they had arrested two men": in what is said to have been, "had" is the past of "have".
        told = p[syntax.first_conjunct(p, verb.i)].dep == "ccomp"
        perfect = any(a.lemma == "have" and (a.tag == "VB" or (a.tag == "VBD" and not told)) for a in aux)
        if perfect or any(c.lower in ("when", "before", "after", "while", "if") for c in p.children(verb.i)):
            return False
        while verb.dep == "conj" and p[verb.head].pos in syntax.VERBAL:
            verb = p[verb.head]
        above = p.head(verb.i)
        return verb.dep in _TELLING and not (above is not None and any(a.lemma == "have" and a.tag == "VBD" for a in syntax.auxiliaries(p, above.i)))

    def elsewhen(self, member: Settled) -> bool:
        """Whether its sentence, or the last date before it in its paragraph, names a day: what follows on "On Monday" was on Monday, if on any day."""
        sentence = self.parse.sentences[self.parse[member.candidate.head].sent]
        named = [m for m in self.times.mentions if m.first >= 0 and self.times.by_id[m.time].type in _DATED]
        mine = (self.parse.sentences[self.parse[m.first].sent] for m in named)
        return any(s is sentence or (s.paragraph == sentence.paragraph and s.first < sentence.first) for s in mine)
