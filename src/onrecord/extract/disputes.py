"""claims and disputes of one report: an event that some assert and others deny, reject or doubt. A plain baseline, raised by its own issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from onrecord.extract.rebuttals import Rebuttal, Rebuttals
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.disputes import DoubtRule, doubt_rules
from onrecord.model.attribution import About, Attribution, Stance
from onrecord.model.common import Derivation
from onrecord.model.event import Event
from onrecord.model.ids import rests_on
from onrecord.model.layers import ActorLayer, Added, AttributionExtent, AttributionLayer, EventLayer
from onrecord.model.parse import Parse
from onrecord.model.question import Claim, ClaimAbout, Dispute, Side
from onrecord.model.report import Report
from onrecord.model.span import Spans
from onrecord.model.text import CleanText


@dataclass(frozen=True)
class DisputeStage:
    """Requires attributions and events; provides `claims`, `disputes` and `stances` (the attributions with what they are about)."""

    name: str = "disputes"
    version: str = "2"
    requires: tuple[str, ...] = ("report", "clean", "parse", "actors", "attributions", "events")
    provides: tuple[str, ...] = ("claims", "disputes", "stances")

    def run(self, layers: Mapping[str, object]) -> Added:
        finder = DisputeFinder(
            cast(Report, layers["report"]).id, cast(CleanText, layers["clean"]), cast(Parse, layers["parse"]), cast(ActorLayer, layers["actors"]),
            cast(AttributionLayer, layers["attributions"]), cast(EventLayer, layers["events"]), self.version,
        )  # fmt: skip
        return Added(finder.find())


@dataclass(frozen=True, slots=True)
class DisputeFinder:
    report: str
    clean: CleanText
    parse: Parse
    actors: ActorLayer
    attributions: AttributionLayer
    events: EventLayer
    version: str

    def find(self) -> dict[str, object]:
        claims: list[Claim] = []
        disputes: list[Dispute] = []
        about: dict[str, list[About]] = {}
        for event in self.events.events:
            stances = self.stances(event)
            for attribution, stance in stances.items():
                if attribution is not None:
                    about.setdefault(attribution, []).append(About(event.id, stance))
            self.event_dispute(event, stances, claims, disputes)
        for extent in self.attributions.extents:
            self.doubted(extent, claims, disputes, about)
        for rebuttal in Rebuttals(self.clean, self.parse, self.attributions).find():
            self.rebutted(rebuttal, claims, disputes, about)
        nodes = tuple(
            replace(a, about=tuple(dict.fromkeys(about.get(a.id, ())))) for a in self.attributions.attributions
        )  # fmt: skip
        return {"claims": tuple(claims), "disputes": tuple(disputes), "stances": nodes}

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

    def event_dispute(self, event: Event, stances: dict[str | None, Stance], claims: list[Claim], disputes: list[Dispute]) -> None:
        against = [a for a, s in stances.items() if s in ("denies", "rejects", "doubts")]
        held = [a for a, s in stances.items() if s in ("asserts", "supports")]
        if not against or not held:
            return
        claim = self.claim(event)
        claims.append(claim)
        sides = (self.side("asserts", held), self.side("denies", against))
        disputes.append(
            Dispute(rests_on("dispute", self.report, [claim.id]), claim.id, sides, {"sides": Derivation("disputes", self.version, "event:asserted-and-denied")}, 0.7)
        )  # fmt: skip

    def claim(self, event: Event) -> Claim:
        trigger = event.mentions[0].trigger or ((event.mentions[0].sentence,) if event.mentions[0].sentence else ())
        return Claim(rests_on("claim", self.report, [event.id]), (ClaimAbout(event.id),), trigger, self.normal_form(event))

    def normal_form(self, event: Event) -> str:
        """Comparable across wordings: actors, type, recipients; no tense, no polarity."""
        names = self.actors.by_id
        who = "+".join(sorted(names[p.entity].name.casefold() for p in event.actors)) or "?"
        whom = "+".join(sorted([names[p.entity].name.casefold() for p in event.recipients] + [o.text.casefold() for o in event.objects])) or "?"
        return f"{who} | {event.deed_type or event.type} | {whom}"

    def side(self, stance: Stance, attributions: list[str | None]) -> Side:
        return Side(stance, None in attributions, tuple(a for a in attributions if a is not None), self.evidence(attributions))

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

    def doubted(self, extent: AttributionExtent, claims: list[Claim], disputes: list[Dispute], about: dict[str, list[About]]) -> None:
        """A source that questions another's claim in its own words: "the lack of evidence supporting the army's claims"."""
        for start, end in extent.content:
            for rule in doubt_rules():
                match = rule.pattern.search(self.clean.text, start, end) if rule.kind == "doubt" else None
                if match is None or "claim" not in rule.pattern.groupindex:
                    continue
                self.add_doubt(extent, rule, self.trimmed(match.span("claim")), claims, disputes, about)
                return

    def add_doubt(
        self, extent: AttributionExtent, rule: DoubtRule, claim: tuple[int, int], claims: list[Claim], disputes: list[Dispute],
        about: dict[str, list[About]],
    ) -> None:  # fmt: skip
        spans = self.clean.spans(*claim)
        identity = rests_on("claim", self.report, [f"{spans[0].start}:{spans[0].end}"])
        if any(c.id == identity for c in claims):
            return
        inside = [self.events.at[t.i] for t in self.parse.tokens if t.i in self.events.at and claim[0] <= t.start < claim[1]]
        claims.append(
            Claim(
                identity,
                tuple(ClaimAbout(e) for e in dict.fromkeys(inside)),
                spans,
                " ".join(self.clean.text[claim[0] : claim[1]].casefold().split()),
            )
        )
        about.setdefault(extent.attribution, []).append(About(identity, "doubts"))
        holders = [
            e.attribution
            for e in self.attributions.extents
            if e.attribution != extent.attribution and e.stance == "asserts" and any(claim[0] <= self.parse[t].start < claim[1] for t in e.cue)
        ]
        holders += [e.attribution for e in self.attributions.extents if e.attribution not in (extent.attribution, *holders) and self.named_in(e, claim)]
        if not holders:
            return
        sides = (Side("asserts", False, tuple(holders)), Side("doubts", False, (extent.attribution, *self.parallel(extent))))
        disputes.append(
            Dispute(rests_on("dispute", self.report, [identity]), identity, sides, {"sides": Derivation("disputes", self.version, rule.rule)}, 0.6)
        )

    def named_in(self, extent: AttributionExtent, claim: tuple[int, int]) -> bool:
        """Whether the claim names this attribution's source, a document: "the log was forged" beside "according to a flight log"."""
        words = {t.lemma for t in self.parse.tokens if claim[0] <= t.start < claim[1] and t.pos == "NOUN"}
        node = self.node(extent.attribution)
        return node is not None and node.source is not None and node.source.kind == "document" and any(self.parse[t].lemma in words for t in extent.source[:6])

    def rebutted(self, rebuttal: Rebuttal, claims: list[Claim], disputes: list[Dispute], about: dict[str, list[About]]) -> None:
        """A denial of what another said, where no event carries it already."""
        start, end = rebuttal.claim
        inside = tuple(dict.fromkeys(self.events.at[t.i] for t in self.parse.tokens if t.i in self.events.at and start <= t.start < end))
        for dispute in disputes:
            claim = next(c for c in claims if c.id == dispute.claim)
            sides = {a for side in dispute.sides for a in side.attributions}
            if rebuttal.against in sides or (claim.spans and claim.spans[0].start in range(start, end)):
                return
        if not rebuttal.holders and any(a.stance == "denies" for a in about.get(rebuttal.against, ()) if a.id in inside):
            return
        spans = self.clean.spans(start, end)
        identity = rests_on("claim", self.report, [f"{spans[0].start}:{spans[0].end}"])
        if any(c.id == identity for c in claims):
            return
        claims.append(Claim(identity, tuple(ClaimAbout(e) for e in inside), spans, " ".join(self.clean.text[start:end].casefold().split())))
        stance: Stance = "doubts" if rebuttal.stance == "doubts" else "denies"
        about.setdefault(rebuttal.against, []).append(About(identity, stance))
        if not rebuttal.holders and not rebuttal.outlet:
            return  # denied, and nobody in the text asserts it: a claim without a dispute
        for holder in rebuttal.holders:
            about.setdefault(holder, []).append(About(identity, "asserts"))
        sides_ = (Side("asserts", rebuttal.outlet, rebuttal.holders, self.evidence(list(rebuttal.holders))), Side(stance, False, (rebuttal.against,)))
        disputes.append(
            Dispute(rests_on("dispute", self.report, [identity]), identity, sides_, {"sides": Derivation("disputes", self.version, f"rebuttal:{rebuttal.rule}")}, 0.6)
        )  # fmt: skip

    def trimmed(self, claim: tuple[int, int]) -> tuple[int, int]:
        """The claim's own words: without a participle before them, up to the verb that goes on without them."""
        inside = [t for t in self.parse.tokens if claim[0] <= t.start and t.end <= claim[1]]
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

    def node(self, identity: str) -> Attribution | None:
        return next((a for a in self.attributions.attributions if a.id == identity), None)
