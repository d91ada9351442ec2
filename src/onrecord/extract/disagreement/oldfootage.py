"""disputes, old footage: what a film or photograph is told to show, and who says that it is old, doctored or of another place: "A video shows soldiers shooting villagers. The army said
the video was old"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.disagreement.opposed import Opposition, Scene
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_REACH = 2  # sentences between what it shows and who calls it false
_YEAR = re.compile(r"(?:19|20)\d\d")
_MADE = frozenset({"from", "film", "take", "shoot", "record", "date", "make"})
_FORMER = frozenset({"another", "other", "different", "earlier", "previous"})


@dataclass(frozen=True, slots=True)
class OldFootage:
    scene: Scene

    def find(self) -> Iterator[Opposition]:
        for answer in self.scene.told:
            if answer.attribution is None or not answer.source or self.scene.outlet(answer):
                continue
            found = next((c for c in answer.clauses if not c.negative and not c.modal and self.called_false(c)), None)
            shown = self.shown_before(answer) if found is not None else None
            if found is None or shown is None:
                continue
            inside = {t.i for t in shown}
            holders = tuple(dict.fromkeys(s.attribution for s in self.scene.by_sentence.get(shown[0].sent, ()) if s.attribution is not None and s.stance == "asserts" and inside & {t.i for t in s.words}))
            against = self.scene.parallel(answer)
            if not set(holders) & set(against):
                yield Opposition((shown[0].start, shown[-1].end), holders or (None,), tuple((a, "rejects") for a in against), "old-footage", found.head, 0.6)

    def called_false(self, clause: Clause) -> bool:
        """Whether a clause says of a film that it is old, doctored, or made elsewhere or in another year."""
        subject = self.scene.subject(clause) or next((t for t in clause.words if t.pos == "NOUN"), None)  # "called the footage fake"
        if subject is None or subject.lemma.lower() not in word_set("films_and_photographs"):
            return False
        behind = [t for t in clause.words if t.i > subject.i]
        words = {w for t in behind for w in (t.lemma.lower(), t.lower)}
        elsewhere = bool(words & _MADE) and (bool(words & _FORMER) or any(_YEAR.fullmatch(t.text) for t in behind))
        return bool(words & word_set("verdicts_on_films")) or elsewhere

    def shown_before(self, answer: Statement) -> list[Token] | None:
        """The words of the deed that a film is told to show, nearest before the answer."""
        p = self.scene.parse
        for sent in range(answer.sentence - 1, max(answer.sentence - _REACH, 0) - 1, -1):
            tokens = p.sentence_tokens(sent)
            film = next((t for t in tokens if t.lemma.lower() in word_set("films_and_photographs")), None)
            deed = next((t for t in tokens if film is not None and t.i > film.i and t.i in self.scene.types and self.shown(film, t)), None)
            if deed is not None and film is not None:
                words = {k for k in p.subtree(deed.i) if k > film.i}
                doer = p[deed.head] if deed.dep in ("acl", "relcl", "pcomp") and deed.head > film.i and p[deed.head].pos in syntax.NOMINAL else None
                words |= set(p.subtree(doer.i)) if doer is not None else set()
                kept = [p[k] for k in sorted(words)]
                while kept and kept[-1].pos == "PUNCT":
                    kept.pop()
                return kept or None
        return None

    def shown(self, film: Token, deed: Token) -> bool:
        """Whether the deed hangs below the film, or below the verb by which it shows something."""
        p = self.scene.parse
        verb = p.head(film.i)
        below = set(p.subtree(film.i))
        if verb is not None and film.dep == "nsubj" and verb.lemma in word_set("verbs_of_films"):
            below |= set(p.subtree(verb.i)) - {verb.i}
        return deed.i in below
