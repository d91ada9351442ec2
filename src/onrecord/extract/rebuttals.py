"""disputes, rebuttals: a denial, rejection or doubt and the words of others that it is aimed at: told again, pointed at ("the claim", "that"), nested
in the denial itself, or the accusation that names the one who denies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.opposed import Opposition, Scene, pointer, shared
from onrecord.extract.statements import Clause, Statement
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Stance
from onrecord.syntax import VERBAL

_AGAINST = frozenset({"denies", "rejects", "doubts"})
_NEAR = 4  # sentences that a pointer reaches back
_HEARD = 8  # sentences within which the outlet's own words are answered


@dataclass(frozen=True, slots=True)
class Rebuttals:
    scene: Scene

    def find(self) -> Iterator[Opposition]:
        for statement in self.scene.told:
            if statement.stance in _AGAINST and not self.negated(statement) and not self.refused(statement):
                yield from self.answered(statement)

    def answered(self, denial: Statement) -> Iterator[Opposition]:
        if not denial.clauses:
            yield from self.silent(denial)
            return
        for clause in denial.clauses:
            at = pointer(clause)
            if at is not None:
                found = list(self.pointed(denial, clause))
            else:
                found = list(self.nested(denial, clause)) or list(self.alike(denial, clause)) or list(self.accused(denial, clause))
            yield from found[: 4 if at is not None and at.tag == "NNS" else 1]

    def negated(self, statement: Statement) -> bool:
        """ "did not deny": nothing is opposed. An answer that needs its "not" ("does not believe") has its own rule."""
        node = self.scene.nodes.get(statement.attribution or "")
        by_answer = node is not None and node.derivation["content"].stage == "disputes"
        return not by_answer and any(self.scene.parse[t].dep == "neg" for t in statement.cue)

    def refused(self, statement: Statement) -> bool:
        """ "rejected the idea", "turned down a request": what was proposed or asked for is refused; nobody disagrees about a fact."""
        offers = word_set("offers_and_demands")
        return statement.stance == "rejects" and any(t.lemma in offers and t.dep in ("dobj", "nsubjpass", "ROOT") for t in statement.words)

    def held(self, denial: Statement, reach: int, before: bool = True) -> list[Statement]:
        """What others assert within `reach` sentences, the nearest first."""
        near = [s for s in self.scene.told if s.stance == "asserts" and s.clauses and s.attribution is not None and not self.scene.outlet(s)]
        near = [s for s in near if self.scene.distance(s, denial) <= reach and not self.scene.same_source(s, denial) and (s.first < denial.first or not before)]
        return sorted(near, key=lambda s: (abs(s.sentence - denial.sentence), -s.first))

    # By its words ----------------------------------------------------------------------------------------------------------

    def pointed(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "dismissed the claim", "rejected that": the accusation that names the denier, else the assertion just before. A plural answers each of its clauses."""
        at = pointer(clause)
        before = [s for s in self.held(denial, _NEAR) if not set(s.cue) & {t.i for t in denial.words}]
        if at is not None and at.lemma.lower() in word_set("counted_claims"):
            before = [s for s in before if any(t.pos == "NUM" for t in s.words)]
        if not before:
            return
        accusing = [s for s in before if s.lemma in word_set("accusing_verbs") or self.scene.mentions(s.words, denial)]
        nearest = before[0]
        target = accusing[0] if accusing and accusing[0].sentence >= nearest.sentence - 2 else nearest
        for part in target.clauses if at is not None and at.tag == "NNS" else target.clauses[:1]:
            yield Opposition(part.range, self.scene.parallel(target), self.against(denial), "pointed", 0.7)

    def silent(self, denial: Statement) -> Iterator[Opposition]:
        """ "Farmers disagree": what another said just before."""
        for target in self.held(denial, 2)[:1]:
            main = [c for c in target.clauses if c.keys]
            if main:
                yield Opposition(main[0].range, self.scene.parallel(target), self.against(denial), "answered", 0.6)

    def nested(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "denied a report in the paper that ...": the claim noun stands in the denial and has a source of its own."""
        inside = {t.i for t in denial.words}
        for other in self.scene.told:
            if other is denial or other.attribution is None or other.stance != "asserts" or not other.source or not other.clauses:
                continue
            if set(other.cue) <= inside and {t.i for t in other.clauses[0].words} <= inside and not self.scene.same_source(other, denial):
                yield Opposition(other.clauses[0].range, self.scene.parallel(other), self.against(denial), "nested", 0.7)

    def alike(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """Others' words with the same deed or things, else the outlet's own."""
        if not self.truth(clause):
            return
        denied = self.scene.content_keys(clause, denial)
        involved = bool(clause.keys & word_set("involvement_nouns"))
        met: list[tuple[int, int, Statement, Clause]] = []
        for other in self.scene.told:
            if other.stance != "asserts" or self.scene.same_source(other, denial) or set(other.cue) & {t.i for t in denial.words}:
                continue
            for part in other.clauses:
                if part.negative:
                    continue
                common = shared(denied, self.scene.content_keys(part, denial, other))
                far = self.scene.distance(other, denial)
                enough = 2 if self.scene.outlet(other) or far > _HEARD or len(denied) > 3 else 1
                if len(common) < enough or 3 * len(common) < len(denied) or (self.scene.outlet(other) and far > 3 * _HEARD):
                    continue
                if involved and not self.scene.mentions(other.words, denial):
                    continue
                if len(common) == 1 and not self.deed(common, clause):
                    continue
                met.append((-len(common), far, other, part))
        if not met:
            return
        met.sort(key=lambda m: (m[0], m[1], m[2].first))
        best = met[0][0]
        chosen = [m for m in met if m[0] <= best + 1]
        voices = tuple(dict.fromkeys(h for m in chosen for h in self.scene.parallel(m[2])))
        first = min((m for m in chosen if m[0] == best), key=lambda m: m[2].first)
        yield Opposition(first[3].range, voices, self.against(denial), "alike", 0.7)

    def truth(self, clause: Clause) -> bool:
        """A mere thing ("rejected the classification") has no truth that others could hold."""
        lexicon = event_lexicon()
        return any(t.pos in VERBAL or (t.pos == "NOUN" and (t.lemma in word_set("told_things") or lexicon.rules_for("n", t.lemma))) for t in clause.words)

    def deed(self, common: frozenset[str], clause: Clause) -> bool:
        """Whether the one shared word is what the clause tells rather than a thing in it."""
        head = next((t for t in clause.words if t.i == clause.head), None)
        lexicon = event_lexicon()
        return any(t.lemma.lower() in common and (t is head or t.pos == "VERB" or bool(lexicon.rules_for("n", t.lemma))) for t in clause.words)

    def accused(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """A denial by the one whom another has just accused: "blames the band ... it denied any part"."""
        generic = bool(clause.keys & word_set("involvement_nouns"))
        for other in self.held(denial, _NEAR):
            if other.lemma in word_set("accusing_verbs") and self.scene.mentions(other.words, denial) and (generic or self.scene.distance(other, denial) <= 1):
                yield Opposition(other.clauses[0].range, self.scene.parallel(other), self.against(denial), "accused", 0.7)
                return

    def against(self, denial: Statement) -> tuple[tuple[str | None, Stance], ...]:
        return tuple((a, denial.stance) for a in self.scene.parallel(denial))
