"""disputes, mutual: parties who lay one thing to each other: "Kyiv and Moscow blamed each other for the shelling"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.disagreement.opposed import Opposition, Scene
from onrecord.extract.disagreement.statements import Statement
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Stance
from onrecord.model.parse import Token


@dataclass(frozen=True, slots=True)
class Mutual:
    scene: Scene

    def find(self) -> Iterator[Opposition]:
        """One dispute for each such passage: the claim is the first party's, and the others deny it as they lay it to him. None where the parties are not told apart."""
        seen: set[tuple[int, ...]] = set()
        for statement in self.scene.told:
            if statement.cue in seen or not statement.clauses or not (self.each_other(statement) or self.each_the_other(statement)):
                continue
            seen.add(statement.cue)
            sides = [a for a in self.scene.parallel(statement) if a is not None]
            part = statement.clauses[0]
            if len(sides) > 1 and part.keys:
                words = self.charge(list(part.words)) if statement.lemma in word_set("accusing_verbs") else list(part.words)
                if words:
                    against: tuple[tuple[str | None, Stance], ...] = tuple((a, "denies") for a in sides[1:])
                    yield Opposition((words[0].start, words[-1].end), tuple(sides[:1]), against, "each-other", statement.cue[0], 0.6)

    def charge(self, words: list[Token]) -> list[Token]:
        """What is laid to the other, without "each other" and the preposition: "shelling villages"."""
        if [t.lower for t in words[:2]] == ["the", "other"]:
            words = words[2:]
        words = [t for t in words if t.lower not in ("each", "other", "one", "another")]
        return words[1:] if words and words[0].pos in ("ADP", "SCONJ") else words

    def each_other(self, statement: Statement) -> bool:
        """Whether the accusing word is followed by "each other" or "one another"."""
        verb = self.verb(statement)
        return statement.lemma in word_set("accusing_verbs") and verb is not None and self.words_behind(verb) in (["each", "other"], ["one", "another"])

    def each_the_other(self, statement: Statement) -> bool:
        """ "the army and the band each said the other had fired", "each accused the other of it"."""
        verb = self.verb(statement)
        if verb is None or statement.lemma not in word_set("accusing_verbs") | word_set("verbs_of_saying"):
            return False
        p = self.scene.parse
        before = next((t for t in reversed(p.tokens[max(verb.i - 3, 0) : verb.i]) if t.sent == verb.sent and t.pos != "AUX"), None)
        behind = [w for w in self.words_behind(verb, 3) if w != "that"]
        return before is not None and before.lower == "each" and behind[:2] == ["the", "other"]

    def verb(self, statement: Statement) -> Token | None:
        return next((self.scene.parse[t] for t in statement.cue if self.scene.parse[t].pos == "VERB"), None)

    def words_behind(self, verb: Token, many: int = 2) -> list[str]:
        return [t.lower for t in self.scene.parse.tokens[verb.i + 1 : verb.i + 1 + many] if t.sent == verb.sent]
