"""disputes, holders: what others have said before a denial, and who tells of the denial. A helper of the dispute rules, no stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.extract.disagreement.opposed import Opposition, Scene, by
from onrecord.extract.disagreement.owners import Owners
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token
from onrecord.syntax import VERBAL

_WRONGS = frozenset({"ASSAULT", "COERCE"})
_BY_AUTHORITIES = word_set("words_of_one_arrest") | word_set("words_of_one_conviction") | {"charge", "indict", "try"}


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

    def made(self, target: Statement, part: Clause, denial: Statement, rule: str, many: bool = False) -> Opposition:
        return Opposition(part.range, self.scene.parallel(target), self.scene.against(denial), rule, by(denial), 0.7, many)

    def plainly_told(self, denial: Statement, own: bool) -> Iterator[Opposition]:
        """ "Rebels burned the mill. The army denied it", "The mill was burned. The army denied involvement": the deed that the outlet told in the sentence before;
        with `own` only one of the denier's or of nobody's."""
        p = self.scene.parse
        if denial.stance != "denies":
            return
        wrongdoing = any(t.lemma.lower() in ("wrongdoing", "guilt") for t in denial.words)
        relative = any(p[t].dep == "relcl" for t in denial.cue)
        far = (0,) if relative else (1, 2) if own else (1,)  # what nobody owns up to may stand a sentence further back: "A frigate was sent."
        for other in sorted(self.scene.near(denial, max(far)), key=lambda s: -s.sentence):
            if not self.scene.outlet(other) or other.stance != "asserts" or other.first >= denial.first or denial.sentence - other.sentence not in far:
                continue
            for part in other.clauses:
                if part.negative or part.modal or part.head not in self.scene.types or (own and self.scene.types[part.head] not in _WRONGS):
                    continue
                if wrongdoing and p[part.head].lemma in _BY_AUTHORITIES:
                    continue  # "He was arrested on Monday. He denied any wrongdoing": not that he was
                doer = self.scene.subject(part)
                nobody = p[part.head].tag == "VBN" and not any(c.dep == "agent" for c in p.children(part.head)) and doer is not None and doer.dep == "nsubjpass"
                if not own or nobody or self.scene.deed_of(part, denial):
                    yield self.made(other, part, denial, "plainly-told")
                    return

    def anaphoric(self, denial: Statement) -> bool:
        """Whether the source is told by a pronoun or a demonstrative and a common noun."""
        words = [self.scene.parse[t] for t in denial.source]
        if words and words[0].dep == "poss" and words[0].pos == "PRON":
            return True  # "its leader, Anton Weiss"
        return bool(words) and all(t.pos != "PROPN" for t in words) and (words[0].lower in word_set("pointing_words") or words[0].pos == "PRON")

    def names(self, accusing: Statement, denial: Statement) -> bool:
        """Whether an accusation is of the denier: its words name him, or the passive's subject does ("the guild was accused of")."""
        words = (*accusing.words, *self.accused_of(accusing))
        party = self.scene.party(denial)  # "his spokeswoman" speaks for him
        his = bool(denial.source) and self.scene.parse[denial.source[0]].dep == "poss" and self.scene.parse[denial.source[0]].pos == "PRON"
        if his and denial.sentence - accusing.sentence == 1:
            return True  # whose spokeswoman she is was told just before
        return self.scene.mentions(words, denial) or any((m := self.scene.actors.by_head.get(t.i)) is not None and m.entity in party for t in words)

    def accused_of(self, accusing: Statement) -> tuple[Token, ...]:
        """Who is accused, where it stands before the word: "the guild was accused of", "a clerk accused of", "the clerk, who stands accused of"."""
        p = self.scene.parse
        found: list[Token] = []
        for verb in (p[t] for t in accusing.cue if p[t].pos in VERBAL):
            at = verb if verb.dep not in ("acomp", "oprd", "xcomp") else p[verb.head]
            found += [c for c in p.children(at.i) if c.dep == "nsubjpass" or (c.dep == "nsubj" and at is not verb)]
            if at.dep in ("acl", "relcl"):
                found.append(p[at.head])
        return tuple(found)

    def concerns(self, words: Iterable[Token], denial: Statement) -> bool:
        """Whether the words name the denier or his country: "Malian ships" for the ministry of Mali."""
        told = tuple(words)
        return self.scene.mentions(told, denial) or bool(countries_named(told) & countries_named(self.scene.parse[t] for t in denial.source))


def countries_named(words: Iterable[Token]) -> frozenset[str]:
    """The countries that the words name, by name or people."""
    book = shared_gazetteer()
    found = (book.country_by_demonym(t.text.title()) or book.country_by_name(t.text.title()) for t in words if t.text[:1].isupper())
    return frozenset(c.code for c in found if c is not None)
