"""claims and disputes of one report: what some assert and others deny, reject or doubt, by the events that both speak of and by their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from onrecord.extract.disagreement.answered import denials, told_in
from onrecord.extract.disagreement.atodds import AtOdds
from onrecord.extract.disagreement.checked import Checked
from onrecord.extract.disagreement.contested import Contested
from onrecord.extract.disagreement.countered import Countered
from onrecord.extract.disagreement.disowned import Disowned
from onrecord.extract.disagreement.figures import Figures
from onrecord.extract.disagreement.judged import Judged
from onrecord.extract.disagreement.misgivings import Misgivings
from onrecord.extract.disagreement.mutual import Mutual
from onrecord.extract.disagreement.oldfootage import OldFootage
from onrecord.extract.disagreement.opposed import Opposition, Scene
from onrecord.extract.disagreement.otherwise import Otherwise
from onrecord.extract.disagreement.owners import Owners
from onrecord.extract.disagreement.pleas import Pleas
from onrecord.extract.disagreement.rebuttals import Rebuttals
from onrecord.extract.disagreement.rivals import Rivals
from onrecord.extract.disagreement.statements import StatementReader
from onrecord.extract.disagreement.unproven import Unproven
from onrecord.extract.disagreement.versions import Versions
from onrecord.extract.phrases.told import Clause, ClauseReader, Range, within
from onrecord.extract.speech.transcripts import MARKED
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.disputes import DoubtRule, doubt_rules
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST, About, Attribution, Stance
from onrecord.model.common import Derivation
from onrecord.model.event import Event
from onrecord.model.ids import rests_on
from onrecord.model.layers import ActorLayer, Added, AttributionExtent, AttributionLayer, EventLayer
from onrecord.model.parse import Parse, Token
from onrecord.model.quantity import Authority
from onrecord.model.question import Claim, ClaimAbout, Dispute, Side
from onrecord.model.report import Report
from onrecord.model.span import Spans
from onrecord.model.text import CleanText

_ORDER: tuple[Stance, ...] = ("asserts", "supports", "denies", "rejects", "doubts")


@dataclass(frozen=True)
class DisputeStage:
    """Requires attributions, events and authorities; provides `claims`, `disputes`, `contested` (authority -> attributions of those who say that it does not
    carry the act), `stances` (the attributions with what they are about, those of who invokes an authority, and those of sources that only answer) and `denials` (event -> assertions by which sources of a dispute deny it). Cost: mostly pairs of statements that stand near each other;
    figures, and answers to what was said anywhere before, are compared with all earlier ones."""

    name: str = "disputes"
    version: str = "4"
    requires: tuple[str, ...] = ("report", "clean", "parse", "actors", "attributions", "events", "authorities", "invokers")
    provides: tuple[str, ...] = ("claims", "disputes", "stances", "denials", "contested")

    def run(self, layers: Mapping[str, object]) -> Added:
        finder = DisputeFinder(
            cast(Report, layers["report"]).id, cast(CleanText, layers["clean"]), cast(Parse, layers["parse"]), cast(ActorLayer, layers["actors"]),
            cast(AttributionLayer, layers["attributions"]), cast(EventLayer, layers["events"]), cast("tuple[Authority, ...]", layers["authorities"]),
            cast("tuple[Attribution, ...]", layers["invokers"]), self.version,
        )  # fmt: skip
        return Added(finder.find())


@dataclass
class _Draft:
    """A dispute in the making: its claim and each source's stance; None is the outlet."""

    claim: Claim
    range: Range | None
    stances: dict[str | None, Stance]
    rule: str
    confidence: float
    unnamed: bool = False


@dataclass
class DisputeFinder:
    report: str
    clean: CleanText
    parse: Parse
    actors: ActorLayer
    attributions: AttributionLayer
    events: EventLayer
    authorities: tuple[Authority, ...]
    invokers: tuple[Attribution, ...]
    version: str
    drafts: list[_Draft] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    about: dict[str, list[About]] = field(default_factory=dict)
    by: dict[int, set[str | None]] = field(default_factory=dict)
    nodes: Mapping[str, Attribution] = field(default_factory=dict)

    def find(self) -> dict[str, object]:
        reader = StatementReader(self.report, self.clean, self.parse, self.actors, self.attributions, self.version)
        statements = reader.read()
        scene = Scene.of(self.clean, self.parse, self.actors, self.attributions, statements, self.events)
        self.nodes = scene.nodes
        for event in self.events.events:
            stances = self.stances(event)
            for attribution, stance in stances.items():
                if attribution is not None:
                    self.about.setdefault(attribution, []).append(About(event.id, stance))
            self.event_dispute(event, {a: s for a, s in stances.items() if s != "denies" or self.aimed(event, a, scene)})
        made: list[Attribution] = list(statements.made)
        owners = Owners(scene, self.report, self.version, made)
        scene.nodes.update({a.id: a for a in self.invokers})
        contested = Contested(scene, self.authorities, self.report, self.version, made)
        for found in (Rebuttals(scene, owners), contested, Rivals(scene), Figures(scene, owners), Versions(scene), Pleas(scene, owners), Judged(scene, owners), Misgivings(scene, owners), AtOdds(scene, owners), Countered(scene, owners), Otherwise(scene, owners), Unproven(scene, owners), Mutual(scene), Disowned(scene, owners), Checked(scene), OldFootage(scene)):
            for opposition in found.find():
                self.opposed(opposition)
        for extent in self.attributions.extents:
            self.doubted(extent)
        self.lone_denials(scene)
        drafts = sorted(self.drafts, key=lambda d: d.claim.spans[0].start if d.claim.spans else 0)
        disputes = tuple(self.finished(d) for d in drafts)
        used = {a for d in disputes for s in d.sides for a in s.attributions}
        used |= {a for nodes in contested.contesting.values() for a in nodes}
        nodes = [*self.attributions.attributions, *self.invokers, *(a for a in made if a.id in used)]
        stances_ = tuple(replace(a, about=tuple(dict.fromkeys(self.about.get(a.id, ())))) for a in nodes)
        about = (told_in(self.parse, d.range, self.events.at) if d.range is not None else d.claim.about[0].id for d in drafts)
        none = (d.range is not None and self.says_none(d.range) for d in drafts)
        answers = denials(zip(disputes, about, none, strict=True), self.events.events, {a.id: a for a in nodes}, self.version)
        return {"claims": tuple(self.claims), "disputes": disputes, "stances": stances_, "denials": answers, "contested": dict(contested.contesting)}

    # By events ---------------------------------------------------------------------------------------------------------------

    def stances(self, event: Event) -> dict[str | None, Stance]:
        """Each source's stance to the event; None is the outlet."""
        found: dict[str | None, Stance] = {}
        for assertion in event.assertions:
            if assertion.status == "denied" and assertion.attribution is None:
                continue  # a denial whose source was not found is nobody's, and least of all the outlet's
            if assertion.status == "denied":
                found[assertion.attribution] = "denies"
            elif assertion.status in ("negated", "failed") and assertion.attribution is None:
                continue
            else:
                found.setdefault(assertion.attribution, "asserts")
        return found

    def event_dispute(self, event: Event, stances: dict[str | None, Stance]) -> None:
        if not AGAINST & set(stances.values()) or not {"asserts", "supports"} & set(stances.values()):
            return
        trigger = event.mentions[0].trigger or ((event.mentions[0].sentence,) if event.mentions[0].sentence else ())
        claim = Claim(rests_on("claim", self.report, [event.id]), (ClaimAbout(event.id),), trigger, self.normal_form(event))
        self.claims.append(claim)
        self.drafts.append(_Draft(claim, None, dict(stances), "event:asserted-and-denied", 0.7))

    def aimed(self, event: Event, attribution: str | None, scene: Scene) -> bool:
        """Whether a denial is of the event itself: its word is what is denied, not a thing told beside that ("denied that it was about the raid")."""
        node = scene.nodes.get(attribution or "")
        if node is not None and node.derivation["content"].rule.startswith(MARKED[0]):
            return True  # "Q: Your men attacked a convoy. A: We attacked nobody."
        heads = {i for i, e in self.events.at.items() if e == event.id}
        for statement in scene.told:
            if statement.attribution != attribution:
                continue
            for clause in statement.clauses:
                if statement.lemma in word_set("rejecting_words") and self.parse[clause.head].pos == "NOUN" and not any(t.lemma.lower() in word_set("told_things") for t in clause.words):
                    continue  # "its rejection of the sanctions": they are not wanted, and nobody says that they were not imposed
                for token in clause.words:
                    if token.lemma.lower() in word_set("accusations"):
                        continue  # "denied the charges": not that they were made
                    if token.i in heads and statement.stance in AGAINST and self.reached(clause, token):
                        return True
        return False

    def reached(self, clause: Clause, token: Token) -> bool:
        """Whether the token is the head of what is denied, its object, or what an involvement is in."""
        at = token
        while at.i != clause.head:
            above = self.parse[at.head]
            if above.i == at.i or at.dep in ("relcl", "acl", "advcl", "nsubj"):
                return False
            if at.dep == "prep" and above.lemma.lower() not in word_set("involvement_nouns"):
                return False
            at = above
        return True

    def normal_form(self, event: Event) -> str:
        """Comparable across wordings: actors, type, recipients; no tense, no polarity."""
        names = self.actors.by_id
        who = "+".join(sorted(names[p.entity].name.casefold() for p in event.actors)) or "?"
        whom = "+".join(sorted([names[p.entity].name.casefold() for p in event.recipients] + [o.text.casefold() for o in event.objects])) or "?"
        return f"{who} | {event.deed_type or event.type} | {whom}"

    # By words ------------------------------------------------------------------------------------------------------------------

    def opposed(self, found: Opposition) -> None:
        """Put an opposition to the dispute of the same claim, else open one."""
        found = replace(found, claim=self.charge(found.claim))
        inside = self.inside(found.claim)
        stances: dict[str | None, Stance] = dict.fromkeys(found.holders, "asserts")
        stances.update(dict(found.against))
        opposing = {a for a, _ in found.against}
        if not found.many and found.by in self.by and self.by[found.by] & opposing:
            return  # these words have answered another claim
        known = next((d for d in self.drafts if self.same_claim(d, found, inside)), None)
        self.by.setdefault(found.by, set()).update(opposing)
        if known is None:
            claim = self.worded(found.claim, inside)
            if claim is None:
                return
            known = _Draft(claim, found.claim, {}, found.rule, found.confidence, not found.holders)
            self.drafts.append(known)
        for source, stance in stances.items():
            if stance in AGAINST and self.answers_already(known, source):
                continue
            known.stances.setdefault(source, stance)
            if source is not None:
                self.about.setdefault(source, []).append(About(known.claim.id, known.stances[source]))

    def charge(self, words: Range) -> Range:
        """Of "(accused) the police of beating students" what they are accused of; without the "and" before the next clause."""
        inside = within(self.parse, words)
        while len(inside) > 1 and inside[-1].dep == "cc":
            inside = inside[:-1]
            words = (words[0], inside[-1].end)
        of = next((t for t in inside if t.lower == "of" and t.dep == "prep" and self.parse[t.head].lemma in ("accuse", "suspect") and self.parse[t.head].i < inside[0].i), None)
        behind = [t for t in inside if of is not None and t.i > of.i]
        return (behind[0].start, words[1]) if behind else words

    def says_none(self, claim: Range) -> bool:
        """Whether a claim is that something was not so: "no shots were fired"."""
        first = next(iter(ClauseReader(self.parse).clauses(within(self.parse, claim))), None)
        return first is not None and first.negative

    def answers_already(self, draft: _Draft, source: str | None) -> bool:
        """Whether the very words that name this source stand for a node that is against the claim already."""
        node = self.nodes.get(source or "")
        spans = set(node.source.spans) if node is not None and node.source is not None else set()
        others = (self.nodes.get(a or "") for a, s in draft.stances.items() if s in AGAINST and a != source)
        return bool(spans) and any(o.source is not None and spans & set(o.source.spans) for o in others if o is not None)

    def inside(self, claim: Range) -> tuple[str, ...]:
        """The events told in the claim's words."""
        return tuple(dict.fromkeys(self.events.at[t.i] for t in within(self.parse, claim) if t.i in self.events.at))

    def same_claim(self, draft: _Draft, found: Opposition, inside: tuple[str, ...]) -> bool:
        if draft.range is not None and draft.range[0] < found.claim[1] and found.claim[0] < draft.range[1]:
            if any(draft.stances.get(a) in AGAINST for a in found.holders if a is not None):
                return False  # "said the charges were political. The ministry denies this": he is against the charges, and it against his words
            # Of one passage a source may deny two things, each in words of its own.
            return draft.range == found.claim or not (found.many or {a for a, _ in found.against} & set(draft.stances))
        # One denial answers one claim: what the event has told already, the words only tell again.
        events = {a.id for a in draft.claim.about}
        denied = {a for a, stance in draft.stances.items() if stance in AGAINST}
        return draft.range is None and (bool(events & set(inside)) or bool(denied & {a for a, _ in found.against} - {None}))

    def worded(self, words: Range, inside: tuple[str, ...]) -> Claim | None:
        spans = self.clean.spans(*words)
        identity = rests_on("claim", self.report, [f"{spans[0].start}:{spans[0].end}"])
        if any(c.id == identity for c in self.claims):
            return None
        claim = Claim(identity, tuple(ClaimAbout(e) for e in inside), spans, " ".join(self.clean.text[words[0] : words[1]].casefold().split()))
        self.claims.append(claim)
        return claim

    def finished(self, draft: _Draft) -> Dispute:
        sides: list[Side] = []
        # Who denies a claim does not assert it by repeating it.
        against = {self.speaker(a) for a, s in draft.stances.items() if s in ("denies", "rejects")} - {None}
        if all(self.speaker(a) in against for a, s in draft.stances.items() if s == "asserts"):
            against = set()
        for stance in _ORDER:
            sources = [a for a, s in draft.stances.items() if s == stance and not (stance == "asserts" and self.speaker(a) in against)]
            if sources or (stance == "asserts" and draft.unnamed):
                sides.append(Side(stance, None in sources, tuple(a for a in sources if a is not None), self.evidence(sources)))
        derivation = {"sides": Derivation("disputes", self.version, draft.rule)}
        return Dispute(rests_on("dispute", self.report, [draft.claim.id]), draft.claim.id, tuple(sides), derivation, draft.confidence)

    def speaker(self, attribution: str | None) -> str | None:
        """The entity that speaks in an attribution, where it is known."""
        node = self.nodes.get(attribution or "")
        return node.source.entity if node is not None and node.source is not None else None

    def evidence(self, attributions: list[str | None]) -> Spans:
        """Words of evidence within the contents of these attributions."""
        found: list[tuple[int, int]] = []
        for extent in self.attributions.extents:
            if extent.attribution in attributions:
                found += [
                    m.span()
                    for rule in doubt_rules()
                    if rule.kind == "evidence"
                    for a, b in extent.content
                    for m in rule.pattern.finditer(self.clean.text, a, b)
                ]
        return tuple(s for a, b in sorted(set(found)) for s in self.clean.spans(a, b))

    # Doubts told in what a source says -------------------------------------------------------------------------------------

    def doubted(self, extent: AttributionExtent) -> None:
        """A source that questions another's claim in its own words: "the lack of evidence supporting the army's claims"."""
        if any(extent.attribution in d.stances for d in self.drafts):
            return
        for start, end in extent.content:
            for rule in doubt_rules():
                match = rule.pattern.search(self.clean.text, start, end) if rule.kind == "doubt" else None
                if match is None or "claim" not in rule.pattern.groupindex:
                    continue
                self.add_doubt(extent, rule, self.trimmed(match.span("claim")))
                return

    def add_doubt(self, extent: AttributionExtent, rule: DoubtRule, claim: Range) -> None:
        made = self.worded(claim, self.inside(claim))
        if made is None:
            return
        self.about.setdefault(extent.attribution, []).append(About(made.id, "doubts"))
        holders = [
            e.attribution
            for e in self.attributions.extents
            if e.attribution != extent.attribution and e.stance == "asserts" and any(claim[0] <= self.parse[t].start < claim[1] for t in e.cue)
        ]
        holders += [e.attribution for e in self.attributions.extents if e.attribution not in (extent.attribution, *holders) and self.named_in(e, claim)]
        if not holders:
            return
        stances: dict[str | None, Stance] = dict.fromkeys(holders, "asserts")
        stances.update(dict.fromkeys((extent.attribution, *self.parallel(extent)), "doubts"))
        self.drafts.append(_Draft(made, claim, stances, rule.rule, 0.6))

    def named_in(self, extent: AttributionExtent, claim: Range) -> bool:
        """Whether the claim names this attribution's source, a document: "the log was forged" beside "according to a flight log"."""
        words = {t.lemma for t in within(self.parse, claim) if t.pos == "NOUN"}
        if not any(self.parse[t].lemma in words for t in extent.source[:6]):
            return False
        node = next((a for a in self.attributions.attributions if a.id == extent.attribution), None)
        return node is not None and node.source is not None and node.source.kind == "document"

    def trimmed(self, claim: Range) -> Range:
        """The claim's own words: without a participle before them, up to the verb that goes on without them."""
        inside = list(within(self.parse, claim))
        if not any(("n", t.lemma) in cues() for t in inside):
            return claim
        start, end = claim
        for token in inside:
            if token.tag == "VBG" and token.i == inside[0].i and len(inside) > 1:
                start = inside[1].start
            told = any(t.lower in ("that", "which", "who") and t.i < token.i for t in inside)
            if token.tag in ("VBZ", "VBD", "VBP", "MD") and not told and token.i > inside[0].i:
                end = self.parse[token.i - 1].end
                break
        return (start, end) if start < end else claim

    def parallel(self, extent: AttributionExtent) -> tuple[str, ...]:
        return tuple(e.attribution for e in self.attributions.extents if e.cue == extent.cue and e.attribution != extent.attribution)

    # Denials that answer nobody -------------------------------------------------------------------------------------------

    def lone_denials(self, scene: Scene) -> None:
        """What a source denies, no event of the record tells and nobody asserts: a claim without a dispute."""
        opposing = {a for d in self.drafts for a in d.stances}
        for statement in scene.told:
            if statement.stance != "denies" or statement.attribution is None or statement.attribution in opposing or len(statement.keys) < 2:
                continue
            if any(self.parse[t].dep == "neg" for t in statement.cue) or any(a.id for a in self.about.get(statement.attribution, ()) if a.stance == "denies"):
                continue
            clause = statement.clauses[0]
            if statement.lemma in ("rule", "exclude") and self.parse[clause.head].tag == "VBG":
                continue  # "ruled out standing in the vote": what he will not do, and nothing that he denies
            claim = self.worded(clause.range, self.inside(clause.range))
            if claim is not None:
                self.about.setdefault(statement.attribution, []).append(About(claim.id, "denies"))
