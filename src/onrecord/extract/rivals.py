"""disputes, rivals: two sources that tell one thing in ways that cannot both be so, without a word of denial: a flat negative, a verdict, each blaming the
other, another figure, another cause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.opposed import Opposition, Scene, shared
from onrecord.extract.statements import Clause, Statement
from onrecord.lexicon.disputes import verdicts
from onrecord.lexicon.stance import excludes, same
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Stance

_NEAR = 3  # sentences within which a version is answered
_SURE = 5  # sentences for a flat negative about the same deed


@dataclass(frozen=True, slots=True)
class Rivals:
    scene: Scene

    def find(self) -> Iterator[Opposition]:
        told = self.scene.told
        for k, answer in enumerate(told):
            if answer.stance != "asserts" or not answer.clauses or not self.scene.known(answer):
                continue
            before = [s for s in told[:k] if s.stance == "asserts" and s.clauses and not self.scene.same_source(s, answer)]
            before = [s for s in before if self.scene.distance(s, answer) <= _SURE and not set(s.cue) & {t.i for t in answer.words}]
            found = next((o for claim in reversed(before) if (o := self.opposed(claim, answer, claim is before[-1])) is not None), None)
            if found is not None:
                yield found

    def opposed(self, claim: Statement, answer: Statement, last: bool) -> Opposition | None:
        """What `answer` opposes in `claim`; `last` where nobody else spoke between them."""
        if {t.i for t in claim.words} & {t.i for t in answer.words}:
            return None
        near = self.scene.distance(claim, answer) <= _NEAR
        for part in answer.clauses:
            for told in claim.clauses:
                rule = self.flat(claim, told, answer, part)
                if rule is None and near and not self.scene.outlet(answer) and not self.scene.outlet(claim):
                    rule = self.blamed(claim, answer) or (self.insisted(claim, told, answer, part) if last else None) or self.excluded(claim, told, answer, part)
                if rule is not None:
                    return self.made(told, claim, answer, rule, "denies")
            if near and not self.scene.outlet(answer):
                judged = self.judged(claim, part, answer)
                if judged is not None:
                    return self.made(judged, claim, answer, "verdict", "rejects")
        return None

    def made(self, told: Clause, claim: Statement, answer: Statement, rule: str, stance: Stance) -> Opposition:
        return Opposition(told.range, self.scene.parallel(claim), tuple((a, stance) for a in self.scene.parallel(answer)), rule, 0.6)

    def flat(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
        """A flat negative about what another told: "the ministry said no soldier had been there", "it never carried a rifle"."""
        if not part.negative or told.negative or any(t.tag == "MD" for t in part.words) or self.scene.outlet(claim):
            return None
        keys = self.scene.content_keys(told, claim, answer)
        denied = part.denied - self.scene.heads(claim) - self.scene.heads(answer)
        common = shared(denied, keys)
        if not common or not all(any(same(d, k) for k in keys) for d in denied):
            return None
        if self.scene.outlet(answer) and (self.scene.distance(claim, answer) > 1 or len(shared(part.keys, keys)) < 2):
            return None
        return "flat-negative"

    def blamed(self, claim: Statement, answer: Statement) -> str | None:
        """Each lays the deed at the other's door."""
        if answer.lemma in word_set("accusing_verbs") or claim.lemma in word_set("accusing_verbs") or shared(claim.keys, answer.keys):
            mutual = self.scene.mentions(claim.words, answer) and self.scene.mentions(answer.words, claim)
            if mutual:
                return "mutual-blame"
        return None

    def insisted(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
        """ "insists that", "countered that", just after another's version of the same thing."""
        if answer.lemma not in word_set("insisting_verbs") or self.scene.distance(claim, answer) > 2:
            return None
        return "insisted" if self.scene.content_keys(part, answer) and not told.negative else None

    def excluded(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
        """A state that cannot be where the other is: "alive" after "killed"."""
        keys = self.scene.content_keys(told, claim, answer)
        other = self.scene.content_keys(part, claim, answer)
        if part.negative or told.negative or not shared(other, keys):
            return None
        return "excluded" if any(excludes(o, k) or excludes(k, o) for o in other for k in keys) else None

    def judged(self, claim: Statement, part: Clause, answer: Statement) -> Clause | None:
        """A verdict on what was told just before: "she said the letter was forged", "called the report a lie"."""
        if part.negative:
            return None
        word = next((t for t in part.words if t.lemma.lower() in verdicts() and verdicts()[t.lemma.lower()][0] == "truth" and t.dep in ("ROOT", "ccomp", "attr", "acomp", "oprd", "conj", "pobj", "dobj")), None)
        if word is None:
            return None
        about = [t for t in part.words if t.dep in ("nsubj", "nsubjpass") and (t.head == word.i or self.scene.parse[word.head].i == t.head)]
        if not about:
            return None
        subject = about[0]
        if subject.lower in word_set("pointing_words") or subject.lemma.lower() in word_set("told_things"):
            return claim.clauses[0]
        met = next((c for c in claim.clauses if c.told(subject.lemma.lower())), None)
        if met is None and any(same(subject.lemma.lower(), self.scene.parse[t].lemma.lower()) for t in claim.source):
            return claim.clauses[0]
        return met
