"""disputes, checked: what a fact-check sets out as a claim and then judges in a word: "CLAIM: Jets bombed the clinic. VERDICT: False." """

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.disagreement.opposed import Opposition, Scene
from onrecord.extract.trees.entries import CLAIM, VERDICT
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Stance
from onrecord.model.parse import Sentence


@dataclass(frozen=True, slots=True)
class Checked:
    scene: Scene

    def find(self) -> Iterator[Opposition]:
        """Each claim so labelled with the verdict that follows it; the outlet rejects or doubts it, and who holds it the label does not say."""
        claim: Sentence | None = None
        text = self.scene.clean.text
        for sentence in self.scene.parse.sentences:
            words = text[sentence.start : sentence.end]
            if CLAIM.match(words):
                claim = sentence
            elif claim is not None and sentence.parsed and (label := VERDICT.match(words)):
                found = self.judged(sentence, sentence.start + label.end())
                opens = CLAIM.match(text, claim.start)
                if found is not None and opens is not None:
                    stance, by = found
                    yield Opposition((opens.end(), claim.end), (), ((None, stance),), "checked", by, 0.8)
                claim = None

    def judged(self, sentence: Sentence, start: int) -> tuple[Stance, int] | None:
        """The stance of a verdict's first words and the token that tells it; None where they do not turn against the claim ("True", "Mostly true")."""
        first = [t for t in self.scene.parse.tokens[sentence.first : sentence.last] if t.start >= start][:4]
        words = [t.lower for t in first]
        if any(w in word_set("verdicts_for_a_claim") for w in words[:2]) and words[:1] != ["not"]:
            return None
        for token in first:
            if token.lower in word_set("verdicts_in_doubt"):
                return "doubts", token.i
            if token.lower in word_set("verdicts_against_a_claim"):
                hedged = any(w in word_set("hedges_of_verdicts") for w in words)
                return ("doubts" if hedged else "rejects"), token.i
        return None
