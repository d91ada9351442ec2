"""The dossier page of one report as plain data: sections of entries, each with its words, who, whom, where, when and on whose word.

A pure function of the record; whoever renders it (terminal, text, web) adds nothing. Damaged punctuation never shows: the repaired wording does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.export.privacy import Mask, mask_for
from onrecord.export.wording import AGAINST, LINK, LONGEST, NOT_BEGUN, accuses, cut, in_words, once, said_by, smallest_clause, spaced, tidied, window
from onrecord.model.actor import Entity
from onrecord.model.attribution import Attribution, Source
from onrecord.model.event import Assertion, Event, EventMention, EventTime, Participant
from onrecord.model.question import Dispute
from onrecord.model.record import Record
from onrecord.model.span import Span, Spans, words_of
from onrecord.model.time import Time

SECTIONS = (
    ("occurred", "What happened"), ("ongoing", "Under way"), ("planned", "Planned"), ("proposed", "Proposed or demanded"), ("threatened", "Threatened"),
    ("alleged", "Alleged"), ("failed", "Attempted, failed or called off"), ("denied", "Denied"), ("negated", "What did not happen"),
    ("hypothetical", "Only possible"),
)  # fmt: skip
_WHOLE = 110  # a sentence up to this long stands whole where its heading cannot contradict it


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; `strong` where they are the trigger of an event."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the page: its words, the labelled facts below it, and how deep it is indented."""

    words: tuple[Piece, ...]
    facts: tuple[tuple[str, str], ...] = ()
    tag: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The page: a title, header facts, notes on the text as received, and sections in order, empty ones left out."""

    title: str
    fictional: bool
    header: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class _Page:
    record: Record
    mask: Mask
    entities: dict[str, Entity] = field(init=False)
    nodes: dict[str, Attribution] = field(init=False)
    events: dict[str, Event] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "entities", {e.id: e for e in self.record.entities})
        object.__setattr__(self, "nodes", {a.id: a for a in self.record.attributions})
        object.__setattr__(self, "events", {e.id: e for e in self.record.events})

    # Events ---------------------------------------------------------------------------------------------------------------

    def event_sections(self) -> list[Section]:
        shown: set[str] = set()
        found: list[Section] = []
        inner: dict[str, list[Event]] = {}
        for event in self.record.events:
            for relation in event.relations:
                if relation.kind == "content_of" and relation.event in self.events:
                    inner.setdefault(relation.event, []).append(event)
        ordered = sorted(self.record.events, key=self.first_shown)
        # What the text only says not to have begun stands once, under what did not happen.
        shown |= {e.id for e in ordered if len(e.mentions) == 1 and e.id not in inner and self.not_begun([e])}
        for status, title in SECTIONS:
            entries: list[Entry] = []
            for event in ordered:
                if event.status == status and (not event.background or status in ("negated", "denied", "failed")) and event.id not in shown:
                    entries += self.with_content(event, inner, shown)
            if status == "negated":
                entries += self.not_begun(ordered)
            if status == "denied":
                entries += self.only_denied()
            entries = list(dict.fromkeys(entries))
            if entries:
                found.append(Section(title, tuple(entries)))
        past = [e for e in ordered if e.background and e.id not in shown]
        if past:
            found.append(Section("Background", tuple(x for e in past for x in self.with_content(e, inner, shown))))
        return found

    def only_denied(self) -> list[Entry]:
        """What a source denies, no event of the record and nobody in the text asserts."""
        disputed = {d.claim for d in self.record.disputes}
        found: list[Entry] = []
        for claim in self.record.claims:
            against = [a for a in self.record.attributions if any(x.id == claim.id and x.stance == "denies" for x in a.about)]
            if against and claim.id not in disputed:
                who = ", ".join(dict.fromkeys(self.source_name(a.source) for a in against))
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
                voice = ", ".join(dict.fromkeys(self.source_name(a.source) for a in inner)) or "the outlet itself"
                found.append(Entry(words, (("on whose word", self.mask.text(voice)),), f"{event.type} · not begun"))
        return found

    def with_content(self, event: Event, inner: dict[str, list[Event]], shown: set[str], indent: int = 0) -> list[Entry]:
        """The event, and below a speech act the acts that it is about, with their own status said."""
        if event.id in shown:
            return []
        shown.add(event.id)
        entries = [self.entry(event, indent)]
        for content in inner.get(event.id, ()):
            if content.status in ("denied", "negated", "planned", "proposed", "threatened", "hypothetical", "alleged", "failed") and indent < 2:
                entries += self.with_content(content, inner, shown, indent + 1)
        return entries

    def entry(self, event: Event, indent: int) -> Entry:
        mention = self.shown_mention(event)
        facts: list[tuple[str, str]] = []
        who = once(self.parties(event.actors))
        whom = once(self.parties(event.recipients), [" ".join(o.text.split()) for o in event.objects])
        if who:
            facts.append(("who", ", ".join(who)))
        if whom:
            facts.append(("to", ", ".join(whom)))
        if event.count is not None:
            low, high = event.count.min, event.count.max
            facts.append(("how many", f"{low}" if low == high else f"at least {low}" if high is None else f"up to {high}"))
        places = self.places(event)
        if places:
            facts.append(("where", places))
        for label, during in (("when", False), ("how long", True)):
            times = [self.told_time(e, t) for e in event.times for t in self.record.times if t.id == e.time and (e.role == "during") == during]
            if times:
                facts.append((label, ", ".join(dict.fromkeys(times))))
        facts.append(("on whose word", self.voices(event)))
        kind = event.deed_type if event.deed_type else event.type
        label = f"{event.type}{f' ({kind})' if kind != event.type else ''}{' · ' + ', '.join(event.modes) if event.modes else ''} · {event.status}"
        trigger = words_of(mention.trigger)
        tag = label + (" · background" if event.background else "") + (f" · “{trigger}”" if trigger else "")
        return Entry(self.clause(mention.sentence, mention.trigger, event), tuple((k, self.mask.text(v)) for k, v in facts), tag, indent)

    def told_time(self, told: EventTime, time: Time) -> str:
        """The words of a time, with what of the event it tells and its value where that is known: "until Sunday (2025-09-14)"."""
        before = {"begin": "from ", "end": "until ", "deadline": "by "}.get(told.role, "")
        day = time.value.split("T")[0] if time.granularity != "hour" and time.value[-2:].isalpha() else time.value
        return f"{before}{words_of(time.spans)}{f' ({day})' if time.earliest else ''}"

    def shown_mention(self, event: Event) -> EventMention:
        """The first mention in the body; the headline's only where there is no other."""
        title = self.record.report.title
        heads = [(s.start, s.end) for s in title.spans] if title is not None else []
        body = [m for m in event.mentions if m.trigger and not any(a <= m.trigger[0].start < b for a, b in heads)]
        told = [s for p in (*event.actors, *event.recipients) if not p.inferred for s in p.spans]

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
            own = words_of(p.spans) if p.spans else ""
            entity = self.entities[p.entity]
            pronoun = own.casefold() in ("he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "who")
            names.append(entity.name if not own or pronoun else own)
        return names

    def places(self, event: Event) -> str:
        by_id = {p.id: p for p in self.record.places}
        named = [words_of(by_id[e.place].spans) + (" (inferred)" if e.inferred else "") for e in event.places]
        return ", ".join(dict.fromkeys(named))

    def voices(self, event: Event) -> str:
        told = [self.voice(a) for a in event.assertions]
        return "; ".join(dict.fromkeys(told))

    def voice(self, assertion: Assertion) -> str:
        node = self.nodes.get(assertion.attribution or "")
        if assertion.attribution is None or node is None:
            return "the outlet itself"
        name = self.source_name(node.source)
        verb = {"denied": "denies it", "alleged": "alleges it", "negated": "says it did not happen"}.get(assertion.status, "")
        return f"{name}{f' ({verb})' if verb else ''}"

    def source_name(self, source: Source | None) -> str:
        if source is None:
            return "a source that the text does not name"
        own = words_of(source.spans) if source.spans else ""
        entity = self.entities.get(source.entity or "")
        if entity is not None and own.casefold() in ("he", "she", "it", "they", "we", "i", "who", "which", "that", "his", "her", "its", "their"):
            return entity.name
        return own or (entity.name if entity else "a source that the text does not name")

    def clause(self, sentence: Span | None, trigger: Spans, event: Event, more: tuple[tuple[int, int], ...] = ()) -> tuple[Piece, ...]:
        """The smallest clause that holds the trigger, its parties and what decides its status; a short sentence whole where the outlet tells it as done."""
        if sentence is None:
            return tuple(Piece(self.mask.text(s.words), True) for s in trigger)
        text = sentence.words
        marks = self.positions(sentence, trigger)
        if not marks:
            return (Piece(self.mask.text(cut(text)),),)
        start, end = marks[0][0], marks[-1][1]
        left, right = text.rfind("; ", 0, start) + 2 if "; " in text[:start] else 0, text.find("; ", end) if "; " in text[end:] else len(text)
        if more or len(text) > _WHOLE or event.status not in ("occurred", "ongoing", "planned"):
            told = self.told(sentence)
            left, right = smallest_clause(text, [*marks, *(more or self.companions(sentence, marks, event))], told)
            if right - left > LONGEST:
                left, right = smallest_clause(text, marks, told)
        if right - left > LONGEST:
            left, right = window(text, start, end)
        left, right = tidied(text, left, right)
        pieces: list[Piece] = [Piece("… ")] if left > 0 else []
        at = left
        for a, b in marks:
            pieces += [Piece(self.mask.text(spaced(text[at:a]))), Piece(self.mask.text(text[a:b]), True)]
            at = b
        pieces.append(Piece(self.mask.text(spaced(text[at:right]).rstrip()) + (" …" if right < len(text) - 1 else "")))
        return tuple(p for p in pieces if p.text)

    def told(self, sentence: Span) -> list[tuple[int, int]]:
        """What somebody is said to have said in this sentence, as offsets in its wording; nothing where cleaning changed it."""
        if sentence.words != sentence.quote:
            return []
        spans = [s for a in self.record.attributions for s in a.content if sentence.start <= s.start and s.end <= sentence.end]
        return [(s.start - sentence.start, s.end - sentence.start) for s in spans]

    def companions(self, sentence: Span, marks: list[tuple[int, int]], event: Event) -> list[tuple[int, int]]:
        """Where in the sentence the event's own parties, and the words that decide its status, stand."""
        spans = [s for p in (*event.actors, *event.recipients) if not p.inferred for s in p.spans] + [s for o in event.objects for s in o.spans]
        reporting = {s for a in self.record.attributions for s in a.cue} if event.status in ("occurred", "ongoing", "planned") else set()
        own = [s for a in event.assertions if a.status == event.status for s in a.cue if s not in reporting]
        found: list[tuple[int, int]] = []
        for span in dict.fromkeys(spans + own):
            found += self.positions(sentence, (span,))
        return [f for f in found if abs(f[0] - marks[0][0]) <= LONGEST]

    def positions(self, sentence: Span, trigger: Spans) -> list[tuple[int, int]]:
        """Where the trigger's words stand in the sentence's repaired wording."""
        found: list[tuple[int, int]] = []
        text = sentence.words
        at = 0
        for span in trigger:
            if not sentence.start <= span.start < sentence.end:
                continue
            guess = span.start - sentence.start
            near = [m.start() for m in re.finditer(re.escape(span.words), text) if m.start() >= at]
            if near:
                best = min(near, key=lambda n: abs(n - guess))
                found.append((best, best + len(span.words)))
                at = best + len(span.words)
        return found

    # The rest ------------------------------------------------------------------------------------------------------------------

    def sources(self) -> Section | None:
        entries: list[Entry] = []
        grouped: dict[str, list[Attribution]] = {}
        for node in self.record.attributions:
            if node.source is not None and node.source.spans:
                name = self.source_name(node.source)
                if name.casefold() in ("i", "we", "you", "me", "us"):
                    continue  # the author, the reader, or a speaker within a quotation that is shown already
                entity = self.entities.get(node.source.entity or "")
                key = entity.id if entity is not None else name.casefold()
                grouped.setdefault(key, []).append(node)
        for nodes in grouped.values():
            source = nodes[0].source
            named = max((self.source_name(n.source) for n in nodes), key=len)
            told = [(said_by(words_of(n.cue)), cut(words_of(n.content), 150)) for n in nodes if n.content]
            facts = list(dict.fromkeys(told))
            unnamed = next((n.source.anonymity for n in nodes if n.source is not None and n.source.anonymity is not None), None)
            if unnamed is not None and unnamed.grounds:
                facts.insert(0, ("grounds of anonymity", unnamed.grounds))
            entries.append(
                Entry((Piece(self.mask.text(named), True),), tuple((k, self.mask.text(v)) for k, v in facts[:8]), source.kind if source is not None else "")
            )  # fmt: skip
        return Section("Who says so", tuple(entries)) if entries else None

    def disputes(self) -> Section | None:
        claims = {c.id: c for c in self.record.claims}
        entries = [self.dispute(d, words_of(claims[d.claim].spans)) for d in self.record.disputes]
        return Section("Disputed", tuple(entries)) if entries else None

    def dispute(self, dispute: Dispute, words: str) -> Entry:
        claim = next(c for c in self.record.claims if c.id == dispute.claim)
        event = next((self.events[a.id] for a in claim.about if a.id in self.events), None)
        holder = next((self.nodes[a] for s in dispute.sides if s.stance == "asserts" for a in s.attributions), None)
        if holder is not None and claim.spans and any(c.start <= claim.spans[0].start < c.end for c in holder.content) and accuses(holder.cue):
            words = in_words(holder.cue, claim.spans, LONGEST)
        shown: tuple[Piece, ...] = (Piece(self.mask.text(cut(words.removeprefix("that ").removesuffix(", and").removesuffix(" and")))),)
        if event is not None and len(words) < 40 and len(words.split()) < 4:
            mention = self.shown_mention(event)
            shown = self.clause(mention.sentence, mention.trigger, event)
        facts: list[tuple[str, str]] = []
        for side in dispute.sides:
            evidence = f"; offers: {words_of(side.evidence_offered)}" if side.evidence_offered else ""
            if side.stance not in AGAINST:
                who = [self.source_name(self.nodes[a].source) for a in side.attributions] + (["the outlet itself"] if side.outlet else [])
                facts.append((side.stance, self.mask.text(", ".join(dict.fromkeys(who)) or "somebody whom the text does not name") + evidence))
                continue
            # Who opposes has words of his own; what is asserted stands above.
            for node in (self.nodes[a] for a in side.attributions):
                told = in_words(node.cue, node.content)
                facts.append((side.stance, self.mask.text(self.source_name(node.source) + (f": “{told}”" if told else "")) + evidence))
            if side.outlet:
                facts.append((side.stance, "the outlet itself" + evidence))
        return Entry(shown, tuple(facts))

    def authorities(self) -> Section | None:
        entries = []
        for authority in self.record.authorities:
            facts = [("for", self.mask.text("".join(p.text for p in self.clause(m.sentence, m.trigger, self.events[i])))) for i in authority.events[:2] for m in (self.shown_mention(self.events[i]),)]
            facts += [("invoked by", self.mask.text(self.source_name(self.nodes[a].source))) for a in authority.invoked_by[:2]]
            facts += [("contested by", self.mask.text(self.source_name(self.nodes[a].source))) for a in authority.contested_by[:2]]
            entries.append(Entry((Piece(authority.name, True),), tuple(dict.fromkeys(facts)), authority.kind))
        return Section("On what authority", tuple(entries)) if entries else None

    def questions(self) -> Section | None:
        entries = []
        for q in self.record.questions:
            facts = (("says", self.source_name(self.nodes[q.attribution].source)),) if q.attribution in self.nodes else ()
            entries.append(Entry((Piece(self.mask.text(cut(words_of(q.spans)))),), tuple((k, self.mask.text(v)) for k, v in facts), q.kind.replace("_", " ")))
        return Section("Not known", tuple(dict.fromkeys(entries))) if entries else None

    def figures(self) -> Section | None:
        entries = []
        for q in self.record.quantities:
            low, high = q.min, q.max
            size = f"{low}" if low == high else f"{low} to {high}" if low is not None and high is not None else f"at least {low}" if high is None else f"up to {high}"
            who = [self.source_name(self.nodes[a].source) for a in q.attributions if a in self.nodes]
            facts = [("on whose word", self.mask.text(", ".join(dict.fromkeys(who)) or "the outlet itself"))]
            event = self.events.get(q.event or "")
            # Troops that are to be sent are not yet sent: a figure is as real as what it counts.
            unreal = f" ({event.status})" if event is not None and event.status not in ("occurred", "ongoing", "alleged") else ""
            homes = " families" if q.text.casefold().split()[-1:] in (["families"], ["households"], ["family"]) else ""
            entries.append(Entry((Piece(f"{size}{homes} ", True), Piece(_counted(q.kind, q.of) + f"{unreal}: “{self.mask.text(q.text)}”")), tuple(facts)))
        return Section("Figures", tuple(dict.fromkeys(entries))) if entries else None

    def issues(self) -> Section | None:
        entries = tuple(Entry((Piece(i.message),), (), i.severity) for i in self.record.issues if i.severity != "info")
        return Section("Issues", entries) if entries else None


def page(record: Record, names: bool = False) -> Dossier:
    """The dossier page of a record; `names` shows private persons by name."""
    view = _Page(record, mask_for(record, names))
    report = record.report
    published = report.published
    header = [
        ("Publisher", report.publisher.value if report.publisher else "unknown: the text does not say"),
        ("Published", f"{published.value} (from {published.from_})" if published else "unknown: the text gives no date"),
    ]
    header += [(name, stated.value) for name, stated in (("Dateline", report.dateline), ("By", report.byline)) if stated is not None]
    if report.coded == "unsupported_language":
        header.append(("Language", f"{report.language}: recognised, not supported, left uncoded"))
    sections = view.event_sections() + [s for s in (view.disputes(), view.authorities(), view.questions(), view.figures(), view.sources(), view.issues()) if s is not None]
    title = " ".join(words_of(report.title.spans).split()) if report.title and report.title.spans else report.title.value if report.title else "Untitled report"
    if report.coded == "yes" and not record.events:
        sections.insert(0, Section("What happened", (Entry((Piece("No political or conflict event was found in this text."),)),)))
    return Dossier(view.mask.text(title), report.fictional, tuple((k, view.mask.text(v)) for k, v in header), tuple(_notes(record)), tuple(sections))


_NOTES = {
    "mojibake": ("damaged character repaired", "damaged characters repaired"), "repeat": ("repeated passage left out", "repeated passages left out"),
    "boilerplate": ("line of page furniture left out", "lines of page furniture left out"), "space": ("stretch of spacing tidied", "stretches of spacing tidied"),
}  # fmt: skip


def _notes(record: Record) -> Iterable[str]:
    kinds: dict[str, int] = {}
    for edit in record.report.edits:
        if edit.rule != "fictional_header":
            kinds[edit.kind] = kinds.get(edit.kind, 0) + 1
    for kind, count in kinds.items():
        if kind != "space":
            one, many = _NOTES.get(kind, (f"edit ({kind})", f"edits ({kind})"))
            yield f"{count} {one if count == 1 else many}"


def _counted(kind: str, of: tuple[str, ...]) -> str:
    return f"{kind} ({', '.join(of)})" if of else kind
