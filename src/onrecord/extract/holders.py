"""disputes, holders: what others have said before a denial, and who tells of the denial. A helper of the dispute rules, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.opposed import Scene
from onrecord.extract.owners import Owners
from onrecord.extract.statements import Statement


@dataclass(frozen=True, slots=True)
class Holders:
    scene: Scene
    owners: Owners

    def held(self, denial: Statement, reach: int) -> list[Statement]:
        """What others assert in the `reach` sentences before, the nearest first."""
        inside = {t.i for t in denial.words} | set(denial.cue) | set(denial.source)
        near = [s for s in self.scene.near(denial, reach) if s.stance == "asserts" and s.clauses and not self.scene.outlet(s) and s.first < denial.first]
        near = [s for s in near if self.scene.distance(s, denial) <= reach and not self.scene.same_source(s, denial)]
        near = [s for s in near if not set(s.cue) & inside and not {t.i for t in s.words} & {t.i for t in denial.words}]
        near = [s for s in near if any(self.scene.tells(s, c) for c in s.clauses)]
        # "She said the guards did not take it seriously": her second complaint of them, and no answer of theirs.
        teller = self.teller(denial)
        near = [s for s in near if teller is None or not (self.scene.same_source(s, teller) or self.scene.anybody(teller))]
        return sorted(near, key=lambda s: (abs(s.sentence - denial.sentence), -s.first))

    def teller(self, denial: Statement) -> Statement | None:
        """Who tells in his own words that another denies; None where the outlet tells it."""
        holding = [s for s in self.scene.near(denial, 0) if s is not denial and s.attribution is not None and set(denial.cue) <= {t.i for t in s.words} and s.cue[:1] < denial.cue[:1]]
        holding = [s for s in holding if not self.scene.same_source(s, denial)]
        return min(holding, key=lambda s: len(s.words), default=None)
