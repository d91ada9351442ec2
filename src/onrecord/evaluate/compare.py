"""One report compared with its gold: what was found, missed and added, counted by `score`.

events                 one event each, paired where their triggers overlap
attribution            assertions of the events that both have: an assertion is found where event and source agree
status                 the statuses of the assertions that attribution pairs
disputes               a dispute is found where the claims meet (their events' triggers overlap, or their words do) and the sides against it share a source, or the
                       two sides share one each crosswise: of two rival versions either may be taken for the claim
dispute_sides          the sources of all sides, each for or against; found where paired disputes agree on it
questions, authorities passages meet and the kind is the same; `questions_any_kind`, `authorities_any_kind` leave the kind out
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.evaluate import align
from onrecord.evaluate.annotation import POLES, Annotation, AssertionMark, AuthorityMark, DisputeMark, EventMark, Marks, Pole, QuestionMark


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which the two do not agree: `what` missed (gold only) | added (other only) | status; `words` from the text."""

    report: str
    part: str
    what: str
    label: str
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """`counts`: (found, in gold, in the other) by measure; `statuses`: (gold, other) of paired assertions; `assertions`: how many gold has in all."""

    report: str
    counts: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    statuses: tuple[tuple[str, str], ...] = ()
    assertions: int = 0
    differences: tuple[Difference, ...] = ()


Claimed = tuple[EventMark, AssertionMark]


def compare(gold: Annotation, other: Annotation) -> Comparison:
    """Compare two annotations of one text. Raises ValueError where the texts differ. Parts that either side left unannotated are not counted."""
    if gold.text != other.text:
        raise ValueError(f"report {gold.id}: the two annotations are of different texts")
    work = _Work(gold, other)
    if gold.events is not None and other.events is not None:
        work.events(gold.events, other.events)
    if gold.disputes is not None and other.disputes is not None:
        work.disputes(gold.disputes, other.disputes)
    if gold.questions is not None and other.questions is not None:
        work.passages("questions", gold.questions, other.questions)
    if gold.authorities is not None and other.authorities is not None:
        work.passages("authorities", gold.authorities, other.authorities)
    found = sorted(work.found, key=lambda d: (d.part, d.start, d.what))
    return Comparison(gold.id, work.counts, tuple(work.statuses), work.assertions, tuple(found))


class _Work:
    def __init__(self, gold: Annotation, other: Annotation) -> None:
        self.gold, self.other, self.text = gold, other, gold.text
        self.counts: dict[str, tuple[int, int, int]] = {}
        self.statuses: list[tuple[str, str]] = []
        self.assertions = 0
        self.found: list[Difference] = []

    def events(self, gold: Sequence[EventMark], other: Sequence[EventMark]) -> None:
        paired = align.pairs(gold, other, lambda a, b: align.trigger(a.mentions, b.mentions))
        self.counts["events"] = (len(paired), len(gold), len(other))
        self.unpaired("events", [(", ".join(a.status for a in e.assertions), e.mentions[0]) for e in gold], [("", e.mentions[0]) for e in other], paired)
        met = [[align.trigger(a.mentions, b.mentions) for b in other] for a in gold]
        both_gold = [(e, a) for e, row in zip(gold, met, strict=True) if any(row) for a in e.assertions]
        both_other = [(e, a) for j, e in enumerate(other) if any(row[j] for row in met) for a in e.assertions]
        same = align.pairs(both_gold, both_other, self.assertion)
        self.assertions = sum(len(e.assertions) for e in gold)
        self.counts["attribution"] = (len(same), len(both_gold), len(both_other))
        self.unpaired("attribution", [self.claimed(c) for c in both_gold], [self.claimed(c) for c in both_other], same)
        right = 0
        for i, j in same:
            (event, one), (_, two) = both_gold[i], both_other[j]
            self.statuses.append((one.status, two.status))
            right += one.status == two.status
            if one.status != two.status:
                self.differ("status", "status", f"{one.status} -> {two.status}", event.mentions[0])
        everything = (right, self.assertions, sum(len(e.assertions) for e in other))
        self.counts["assertions"] = everything

    def assertion(self, one: Claimed, other: Claimed) -> float:
        """An assertion pairs by event and source; of equal candidates, those of equal status, so that a split event costs no status."""
        value = align.trigger(one[0].mentions, other[0].mentions)
        if not value or not align.source(one[1].source, other[1].source, self.text):
            return 0.0
        return value + (0.001 if one[1].status == other[1].status else 0.0)

    def claimed(self, claimed: Claimed) -> tuple[str, Marks]:
        event, assertion = claimed
        source = "outlet" if assertion.source is None else self.gold.words(assertion.source[:1]) or "source not named"
        return f"{source}: {assertion.status}", event.mentions[0]

    def disputes(self, gold: Sequence[DisputeMark], other: Sequence[DisputeMark]) -> None:
        paired = align.pairs(gold, other, self.dispute)
        self.counts["disputes"] = (len(paired), len(gold), len(other))
        self.unpaired("disputes", [("", self.place(self.gold, d)) for d in gold], [("", self.place(self.other, d)) for d in other], paired)
        found = sum(self.agreeing(gold[i], other[j]) for i, j in paired)
        total = [sum(len(_sources(d, pole)) for d in side for pole in _POLES) for side in (gold, other)]
        self.counts["dispute_sides"] = (found, total[0], total[1])

    def dispute(self, one: DisputeMark, other: DisputeMark) -> float:
        about = max((align.trigger(a.mentions, b.mentions) for a in _events(self.gold, one) for b in _events(self.other, other)), default=0.0)
        claim = max(about, align.passage(one.spans, other.spans))
        if not claim:
            return 0.0
        straight = self.common(one, other, "against", "against")
        crossed = self.common(one, other, "for", "against") and self.common(one, other, "against", "for")
        return claim + 0.1 * self.common(one, other, "for", "for") if straight else claim * 0.5 if crossed else 0.0

    def common(self, one: DisputeMark, other: DisputeMark, mine: Pole, its: Pole) -> int:
        """How many sources a side of the one shares with a side of the other."""
        return len(align.pairs(_sources(one, mine), _sources(other, its), lambda a, b: float(align.source(a, b, self.text))))

    def agreeing(self, one: DisputeMark, other: DisputeMark) -> int:
        straight = sum(self.common(one, other, pole, pole) for pole in _POLES)
        crossed = self.common(one, other, "for", "against") + self.common(one, other, "against", "for")
        return max(straight, crossed)

    def passages(self, part: str, gold: Sequence[QuestionMark | AuthorityMark], other: Sequence[QuestionMark | AuthorityMark]) -> None:
        def meets(a: QuestionMark | AuthorityMark, b: QuestionMark | AuthorityMark) -> float:
            if part == "authorities":  # one authority, named at several places, of which either may hold any
                return max(align.passage((x,), (y,)) for x in a.spans for y in b.spans)
            return align.passage(a.spans, b.spans)

        loose = align.pairs(gold, other, lambda a, b: meets(a, b) + (0.001 if a.kind == b.kind and meets(a, b) else 0.0))
        strict = align.pairs(gold, other, lambda a, b: meets(a, b) if a.kind == b.kind else 0.0)
        self.counts[part] = (len(strict), len(gold), len(other))
        self.counts[f"{part}_any_kind"] = (len(loose), len(gold), len(other))
        self.unpaired(part, [(g.kind, g.spans) for g in gold], [(o.kind, o.spans) for o in other], loose)
        for i, j in loose:
            if gold[i].kind != other[j].kind:
                self.differ(part, "kind", f"{gold[i].kind} -> {other[j].kind}", gold[i].spans)

    def place(self, side: Annotation, dispute: DisputeMark) -> Marks:
        return dispute.spans or next(e.mentions[0] for e in _events(side, dispute))

    def unpaired(self, part: str, gold: Sequence[tuple[str, Marks]], other: Sequence[tuple[str, Marks]], paired: Sequence[tuple[int, int]]) -> None:
        for k, what, items in ((0, "missed", gold), (1, "added", other)):
            taken = {pair[k] for pair in paired}
            for i, (label, marks) in enumerate(items):
                if i not in taken:
                    self.differ(part, what, label, marks)

    def differ(self, part: str, what: str, label: str, marks: Marks) -> None:
        start = marks[0][0] if marks else 0
        self.found.append(Difference(self.gold.id, part, what, label, self.gold.words(marks), start))


_POLES: tuple[Pole, Pole] = ("for", "against")


def _events(side: Annotation, dispute: DisputeMark) -> list[EventMark]:
    return [event for event in side.events or () if event.id in dispute.events]


def _sources(dispute: DisputeMark, pole: Pole) -> list[Marks | None]:
    """Who stands at one pole of a dispute: None is the outlet, () somebody the text does not name."""
    found: list[Marks | None] = []
    for side in dispute.sides:
        if POLES.get(side.stance) == pole:
            found += [*side.sources, *([None] if side.outlet else [])]
    return found
