"""disputes, mutual: parties who lay one thing to each other: "Kyiv and Moscow blamed each other for the shelling"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.disagreement.opposed import Opposition, Scene
from onrecord.extract.disagreement.statements import Statement
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Stance


@dataclass(frozen=True, slots=True)
class Mutual:
    scene: Scene

    def find(self) -> Iterator[Opposition]:
        """One dispute for each such passage: the claim is the first party's, and the others deny it as they lay it to him. None where the parties are not told apart."""
        seen: set[tuple[int, ...]] = set()
        for statement in self.scene.told:
            if statement.cue in seen or statement.lemma not in word_set("accusing_verbs") or not statement.clauses or not self.each_other(statement):
                continue
            seen.add(statement.cue)
            sides = [a for a in self.scene.parallel(statement) if a is not None]
            part = statement.clauses[0]
            if len(sides) > 1 and part.keys:
                words = [t for t in part.words if t.lower not in ("each", "other", "one", "another")]
                words = words[1:] if words and words[0].pos in ("ADP", "SCONJ") else words
                if words:
                    against: tuple[tuple[str | None, Stance], ...] = tuple((a, "denies") for a in sides[1:])
                    yield Opposition((words[0].start, words[-1].end), tuple(sides[:1]), against, "each-other", statement.cue[0], 0.6)

    def each_other(self, statement: Statement) -> bool:
        """Whether the accusing word's object is "each other" or "one another"."""
        p = self.scene.parse
        verb = next((t for t in statement.cue if p[t].pos == "VERB"), None)
        return verb is not None and any(
            c.dep in ("dobj", "pobj", "appos") and c.lower in ("other", "another") and c.i and p[c.i - 1].lower in ("each", "one") for c in p.children(verb)
        )
