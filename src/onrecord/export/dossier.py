"""The dossier page of one report as plain data: sections of entries, each with its words, who, whom, where, when and on whose word.

A pure function of the record; whoever renders it (terminal, text, web) adds nothing. Damaged punctuation never shows: the repaired wording does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.export.event_entries import OWN_PART, PRONOUNS, EventEntries
from onrecord.export.own_voice import is_own
from onrecord.export.page_parts import Dossier, Entry, Piece, Section
from onrecord.export.privacy import mask_for
from onrecord.export.wording import LONGEST, RELATIVES, accuses, cut, in_words, said_by, sized, window
from onrecord.lexicon.forms import surface_forms
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST, Attribution, Source
from onrecord.model.event import Event
from onrecord.model.quantity import Quantity
from onrecord.model.question import Dispute
from onrecord.model.record import Record
from onrecord.model.span import words_of

_PASSIVE = frozenset({"has", "have", "had", "was", "were", "is", "are", "been", "being", "be", "also"})


@dataclass(frozen=True)
class _Page(EventEntries):
    """The whole page: the sections of events, then disputes, authorities, what is not known, figures, who says so, issues."""

    def sources(self) -> Section | None:
        entries: list[Entry] = []
        grouped: dict[str, list[Attribution]] = {}
        last = ""
        for node in self.record.attributions:
            if node.told and node.source is not None and node.source.spans:
                name = self.source_name(node.source)
                known = any(s.words.casefold() in _KNOWING for s in node.cue)
                if known or is_own(words_of(node.source.spans)) or words_of(node.source.spans).casefold() == "you":
                    continue  # what somebody knows he does not say; the author, the reader, or a speaker within words that are shown already
                entity = self.entities.get(node.source.entity or "")
                key = entity.id if entity is not None else name.casefold()
                if name.casefold() in PRONOUNS:
                    # Who is only "he" is the same man as long as nobody else speaks in between.
                    key = last if last.startswith(f"{name.casefold()}:") else f"{name.casefold()}:{node.id}"
                grouped.setdefault(key, []).append(node)
                last = key
        together: dict[tuple[tuple[tuple[str, str], ...], str], list[str]] = {}
        for nodes in grouped.values():
            # "its director" who is named in the next sentence is named.
            source = next((n.source for n in nodes if n.source is not None and n.source.kind == "named"), nodes[0].source)
            entity = self.entities.get(source.entity or "") if source is not None else None
            whole = set(entity.name.casefold().split()) if entity is not None and all(w[0].isupper() for w in entity.name.split() if len(w) > 3) else set()
            # The fullest description of those that begin with the name or have the whole of it.
            named = max((self.source_name(n.source) for n in nodes), key=lambda name: (_names(name.casefold().split(), whole), len(name)))
            facts = list(dict.fromkeys((self.cue_label(n), cut(words_of(n.content), 150) if words_of(n.content).casefold() not in RELATIVES else "what is told just before") for n in nodes if n.content))
            unnamed = next((n.source.anonymity for n in nodes if n.source is not None and n.source.anonymity is not None), None)
            if unnamed is not None and unnamed.grounds:
                facts.insert(0, ("grounds of anonymity", unnamed.grounds))
            kind = _kind_of(source, unnamed is not None and _ASKED.search(words_of(unnamed.spans)) is not None) if source is not None else ""
            together.setdefault((tuple((k, self.mask.text(v)) for k, v in facts[:8]), kind), []).append(self.mask.text(named + (self.may_be(entity) if entity is not None else "")))
        # Those who say the same words together ("France and Chad condemned") stand in one line.
        for (shown, kind), names in together.items():
            entries.append(Entry((Piece(", ".join(names), True),), shown, kind))
        return Section("Who says so", tuple(entries)) if entries else None

    def cue_label(self, node: Attribution) -> str:
        """The label before what a source says; "asked" where "has been asked by the family" tells what the family did."""
        words = said_by(words_of(node.cue))
        spans = node.source.spans if node.source is not None else ()
        if not spans or not node.cue or spans[0].start < node.cue[-1].end or self.record.report.text[node.cue[-1].end : spans[0].start].split()[-1:] != ["by"]:
            return words
        told = words.split()
        while len(told) > 1 and told[0] in _PASSIVE:
            told = told[1:]
        return " ".join(told)

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
        mention = self.shown_mention(event) if event is not None else None
        short = len(words) < 40 and len(words.split()) < 4
        if event is not None and mention is not None and short:
            shown = self.clause(mention.sentence, mention.trigger, event)
            denied = self.denied_words(event, dispute)
            if denied and not any(s.attributions for s in dispute.sides if s.stance not in AGAINST):
                # What the outlet tells only by the way ("our report on the airstrike was wrong about the dead") is named in the words of who denies it.
                shown = (Piece(self.mask.text(cut(denied))),)
        heading = "".join(p.text for p in shown)
        facts: list[tuple[str, str]] = []
        for side in dispute.sides:
            evidence = f"; offers: {words_of(side.evidence_offered)}" if side.evidence_offered else ""
            if side.stance not in AGAINST:
                who = [self.speaker(self.nodes[a]) + (self.own_words(event, mention, a, heading) if event is not None and mention is not None and short else "") for a in side.attributions]
                who += [self.own] if side.outlet else []
                facts.append((side.stance, self.mask.text(", ".join(dict.fromkeys(who)) or "somebody whom the text does not name") + evidence))
                continue
            # Who opposes has words of his own; what is asserted stands above.
            for node in (self.nodes[a] for a in side.attributions):
                told = in_words(node.cue, node.content)
                label = _OTHERWISE.get(dispute.derivation["sides"].rule, side.stance) if side.stance == "denies" else side.stance
                if label == "denies" and event is not None and self.own_part(event, node):
                    label = OWN_PART
                facts.append((label, self.mask.text(self.speaker(node) + (f": “{told}”" if told else "")) + evidence))
            if side.outlet:
                facts.append((side.stance, self.own + evidence))
        return Entry(shown, tuple(facts))

    def denied_words(self, event: Event, dispute: Dispute) -> str:
        """The words of the deed in the first denial of it that has more than its bare name; empty where there is none."""
        told = [words_of(self.nodes[a].content) for s in dispute.sides if s.stance == "denies" for a in s.attributions]
        marks = [m.trigger[0].words for m in event.mentions if m.trigger]
        return next((t for t in told if len(t.split()) > 1 and any(m in t for m in marks)), "")

    def authorities(self) -> Section | None:
        entries = []
        for authority in self.record.authorities:
            facts = [("bears on", self.mask.text("".join(p.text for p in self.clause(m.sentence, m.trigger, self.events[i])))) for i in authority.events[:2] for m in (self.shown_mention(self.events[i]),)]
            # "took him without a warrant, his wife said": who says so holds it against them that there was none.
            lacking = bool(authority.spans) and self.record.report.text[: authority.spans[0].start].rstrip().lower().endswith("without")
            facts += [("said to be lacking by" if lacking else "invoked by", self.mask.text(self.speaker(self.nodes[a]))) for a in authority.invoked_by[:2]]
            facts += [("contested by", self.mask.text(self.speaker(self.nodes[a]))) for a in authority.contested_by[:2]]
            entries.append(Entry((Piece(authority.name, True),), tuple(dict.fromkeys(facts)), authority.kind))
        return Section("On what authority", tuple(entries)) if entries else None

    def questions(self) -> Section | None:
        entries = []
        for q in self.record.questions:
            facts = (("says", self.speaker(self.nodes[q.attribution])),) if q.attribution in self.nodes else ()
            entries.append(Entry((Piece(self.mask.text(cut(words_of(q.spans)))),), tuple((k, self.mask.text(v)) for k, v in facts), q.kind.replace("_", " ")))
        return Section("Not known", tuple(dict.fromkeys(entries))) if entries else None

    def figures(self) -> Section | None:
        entries = []
        for q in self.record.quantities:
            size = sized(q.min, q.max, q.text)
            if _VAGUE.match(q.text):
                size = ""  # "hundreds of deaths" stay words: no number stands in the text
            nodes = [self.nodes[a] for a in q.attributions if a in self.nodes]
            here = [self.speaker(n) for n in nodes if any(s.start <= q.spans[0].start < s.end for s in n.content)] if q.spans else []
            here = here or [self.speaker(n) for n in nodes if self.in_passing(n, q)]
            # Who gives the same figure elsewhere did not say these words.
            others = [name for n in nodes if (name := self.speaker(n)) not in here] if q.spans else []
            facts = [("on whose word", self.mask.text(", ".join(dict.fromkeys(here)) or self.own))]
            facts += [("also on the word of", self.mask.text(", ".join(dict.fromkeys(others))))] if others else []
            event = self.events.get(q.event or "")
            # Troops that are to be sent are not yet sent: a figure is as real as what it counts.
            unreal = f" ({event.status})" if event is not None and event.status not in ("occurred", "ongoing", "alleged") else ""
            homes = " families" if q.text.casefold().split()[-1:] in (["families"], ["households"], ["family"]) else ""
            entries.append(Entry((Piece(f"{size}{homes} ".lstrip(), True), Piece(_counted(q.kind, q.of) + f"{unreal}: “{self.mask.text(self.counted_words(q))}”")), tuple(facts)))
        return Section("Figures", tuple(dict.fromkeys(entries))) if entries else None

    def in_passing(self, node: Attribution, quantity: Quantity) -> bool:
        """ "eight were hurt, two of them guards, a crew said": whether the figure stands between what is said and who says it."""
        said = [*(node.source.spans if node.source is not None else ()), *node.cue]
        behind = [s for s in said if quantity.spans and s.start >= quantity.spans[0].end]
        return any(c.end <= quantity.spans[0].start and not _STOP.search(self.record.report.text[c.end : s.start]) for c in node.content for s in behind)

    def counted_words(self, quantity: Quantity) -> str:
        """The words of a figure; of a bare number ("at 11, down from 15") those of its sentence, which say what was counted."""
        if not quantity.spans or any(c.isalpha() for c in quantity.text):
            return quantity.text
        at = quantity.spans[0]
        told = [m.sentence for e in self.record.events for m in e.mentions if m.sentence is not None] + [c for n in self.nodes.values() for c in n.content]
        around = next((s for s in told if s.start <= at.start and at.end <= s.end), None)
        if around is None:
            return quantity.text
        # The quote has the text's own line breaks, so that offsets in it are the text's.
        left, right = window(around.quote, at.start - around.start, at.end - around.start)
        return ("… " if left else "") + " ".join(around.quote[left:right].split()) + (" …" if right < len(around.quote) else "")

    def issues(self) -> Section | None:
        entries = tuple(Entry((Piece(i.message),), (), i.severity) for i in self.record.issues if i.severity != "info")
        return Section("Issues", entries) if entries else None


def page(record: Record, names: bool = False, unsure: bool = False) -> Dossier:
    """The dossier page of a record; `names` shows private persons by name, `unsure` all that is told of events of low confidence, else given in the text's words
    alone."""
    view = _Page(record, mask_for(record, names), unsure)
    report = record.report
    published = report.published
    header = [
        ("Publisher", report.publisher.value if report.publisher else "unknown: none was found in the text"),
        ("Published", f"{published.value} (from {published.from_})" if published else _undated(record)),
    ]
    header += [(name, stated.value) for name, stated in (("Dateline", report.dateline), ("By", report.byline)) if stated is not None]
    resting = {t.time for e in record.events for t in e.times if t.basis == "publication"}
    if resting:
        days = {t.value for t in record.times if t.id in resting}
        day = "its dateline" if published and days and published.value[:10] not in days else "publication"
        header.append(("Days", f"what is told as news without a day of its own was so on the day of {day} or before it"))
    if record.coder.actor_lists:
        header.append(("Actors", f"by the reader's own lists too: {', '.join(one.name for one in record.coder.actor_lists)}"))
    if report.coded == "unsupported_language":
        header.append(("Language", f"{report.language}: recognised, not supported, left uncoded"))
    if bare := sum(view.only_mentioned(e) for e in record.events):
        header.append(("Left out", f"{bare} {'mention of a deed' if bare == 1 else 'mentions of deeds'} in passing, of which the text tells neither who, whom, where nor when; the record has {'it' if bare == 1 else 'them'}"))
    sections = view.event_sections() + [s for s in (view.disputes(), view.authorities(), view.questions(), view.figures(), view.sources(), view.issues()) if s is not None]
    title = " ".join(words_of(report.title.spans).split()) if report.title and report.title.spans else report.title.value if report.title else "Untitled report"
    failed = any(i.severity == "error" for i in record.issues)  # a page on which a stage gave up cannot tell that there is nothing
    if report.coded == "yes" and not record.events and failed:
        sections.insert(0, Section("What happened", (Entry((Piece("Not known: a part of the coding failed on this text, see the issues below."),)),)))
    elif report.coded == "yes" and not record.events:
        sections.insert(0, Section("What happened", (Entry((Piece("No political or conflict event was found in this text."),)),)))
    return Dossier(view.mask.text(title), report.fictional, tuple((k, view.mask.text(v)) for k, v in header), tuple(view.mask.text(note) for note in _notes(record)), tuple(sections))


# Words by which a report says that it keeps somebody's name back.
_ASKED = re.compile(r"anonym|nam(?:e|ed|ing)\b|identif|identity|condition", re.IGNORECASE)
_KNOWING = frozenset(form for verb in word_set("verbs_of_knowing") for form in surface_forms(verb))
_STOP = re.compile(r"[.!?]\s")
_VAGUE = re.compile(r"(?:(?:many|several|some) )?(?:dozens|scores|hundreds|thousands|tens)\b|(?:many|several|(?:a )?few|some|(?:a )?couple of) (?:dozen|score|hundred|thousand|million)\b", re.IGNORECASE)
# Who only gives another figure, cause or culprit has not said the word "no".
_OTHERWISE = {
    "rival-figure": "gives another figure", "other-cause": "gives another cause", "other-culprit": "blames somebody else", "mutual-blame": "blames the other side", "each-other": "says so of the other",
    "other-state": "tells it otherwise", "excluded": "tells it otherwise", "insisted": "insists otherwise", "of-the-thing": "denies something about it",
}  # fmt: skip
_NOTES = {
    "mojibake": ("damaged character repaired", "damaged characters repaired"), "repeat": ("repeated passage left out", "repeated passages left out"),
    "boilerplate": ("line of page furniture left out", "lines of page furniture left out"), "space": ("stretch of spacing tidied", "stretches of spacing tidied"),
}  # fmt: skip

_READ = frozenset({"fictional_header", "published_line"})  # lines that were read for what they state
_FURNITURE_SHOWN, _FURNITURE_CUT = 4, 60


def _kind_of(source: Source, unnamed: bool) -> str:
    """The kind of source as the page words it: whether somebody without a name here is nowhere named, only the grounds of anonymity tell."""
    if source.kind != "anonymous":
        return source.kind
    if words_of(source.spans).lower() in PRONOUNS:
        return "not resolved to a name"
    return "not named" if unnamed else "not named here"


def _undated(record: Record) -> str:
    """Why no day of publication is known: a date that can be read two ways is none."""
    said = next((" ".join(words_of(issue.spans).split()) for issue in record.issues if issue.code == "ambiguous_date" and issue.spans), "")
    return f"unknown: “{said}” can be read two ways" if said else "unknown: no date was found in the text"


def _notes(record: Record) -> Iterable[str]:
    """What was done to the text before it was read; the words that were left out as the page's own, so that a reader can see whether they were."""
    kinds: dict[str, int] = {}
    furniture: list[str] = []
    for edit in record.report.edits:
        if edit.rule in _READ:
            continue
        kinds[edit.kind] = kinds.get(edit.kind, 0) + 1
        if edit.kind == "boilerplate":
            furniture.append(f"“{cut(' '.join(record.report.text[edit.start : edit.end].split()), _FURNITURE_CUT)}”")
    for kind, count in kinds.items():
        if kind != "space":
            one, many = _NOTES.get(kind, (f"edit ({kind})", f"edits ({kind})"))
            words = furniture if kind == "boilerplate" else []
            more = [f"{len(words) - _FURNITURE_SHOWN} more"] if len(words) > _FURNITURE_SHOWN else []
            told = ", ".join([*words[:_FURNITURE_SHOWN], *more])
            yield f"{count} {one if count == 1 else many}{f': {told}' if told else ''}"


def _names(words: list[str], whole: set[str]) -> bool:
    plain = [w.strip(",.()") for w in words]
    return whole <= set(plain) or (bool(plain) and plain[0] in whole)


def _counted(kind: str, of: tuple[str, ...]) -> str:
    return f"{kind} ({', '.join(of)})" if of else kind
