"""disputes, contested: an act rests on a law, and another says that the law does not carry it: lapsed, not meant for it, exempting it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord import syntax
from onrecord.extract.disagreement.opposed import Opposition, Scene
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Range, within
from onrecord.lexicon.disputes import verdicts
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST, Attribution, Stance
from onrecord.model.parse import Token
from onrecord.model.quantity import Authority

_NEAR = 3  # sentences within which a ground is contested


@dataclass(frozen=True, slots=True)
class Grounds:
    """An authority where the text bases something on it: its tokens, the statement it stands in, the words of that (clean offsets), the nouns by which it is taken up, its id."""

    tokens: tuple[Token, ...]
    statement: Statement
    range: Range
    nouns: frozenset[str]
    authority: str


@dataclass(frozen=True, slots=True)
class Contested:
    scene: Scene
    authorities: tuple[Authority, ...]
    report: str
    version: str
    made: list[Attribution]
    contesting: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self) -> Iterator[Opposition]:
        done: set[tuple[int, ...]] = set()
        for grounds in self.grounds():
            for answer in sorted(self.scene.near(grounds.statement, _NEAR), key=lambda s: s.first):
                apart = answer.sentence - grounds.statement.sentence
                if answer.first <= grounds.tokens[-1].i or not 0 <= apart <= _NEAR or answer is grounds.statement or answer.cue in done:
                    continue
                stance = self.against(grounds, answer)
                if stance is None:
                    continue
                done.add(answer.cue)
                holders = self.holders(grounds)
                if not self.same_voice(grounds, answer):
                    against = tuple(a for a in self.scene.parallel(answer) if a is not None)
                    self.contesting[grounds.authority] = tuple(dict.fromkeys((*self.contesting.get(grounds.authority, ()), *against)))
                    yield Opposition(grounds.range, holders, tuple((a, stance) for a in self.scene.parallel(answer)), "contested-ground", answer.clauses[0].head)
                    break

    def grounds(self) -> Iterator[Grounds]:
        """Every place where an authority is named, in text order, with the nouns by which it may be taken up again."""
        found: list[Grounds] = []
        for authority in self.authorities:
            for span in authority.spans:
                place = self.scene.clean.clean_range(span.start, span.end)
                if place is None:
                    continue
                tokens = within(self.scene.parse, place)
                if not tokens:
                    continue
                here = [s for k in range(tokens[0].sent - 1, tokens[0].sent + 2) for s in self.scene.by_sentence.get(k, ())]
                around = [s for s in here if {t.i for t in tokens} & {w.i for w in s.words}]
                near = around or list(self.scene.by_sentence.get(tokens[0].sent, ()))
                if not near:
                    continue
                statement = min(near, key=lambda s: len(s.words))
                clause = next((c for c in statement.clauses if {t.i for t in tokens} & {w.i for w in c.words}), None)
                words = clause.range if clause is not None else self.phrase(tokens)
                nouns = frozenset(t.lemma.lower() for t in tokens if t.pos in ("NOUN", "PROPN")) & word_set("law_nouns")
                found.append(Grounds(tokens, statement, words, nouns, authority.id))
        yield from sorted(found, key=lambda g: g.tokens[0].i)

    def phrase(self, tokens: tuple[Token, ...]) -> Range:
        """The authority with the word that bases something on it: "citing section 8"."""
        p = self.scene.parse
        head = p[syntax.clause_of(p, tokens[0].i)]
        start = head.start if head.i < tokens[0].i and tokens[0].i - head.i <= 8 else tokens[0].start
        return start, tokens[-1].end

    def against(self, grounds: Grounds, answer: Statement) -> Stance | None:
        """How the answer stands to the law as ground; None where it is about something else or agrees."""
        names = {t.lemma.lower() for t in grounds.tokens if t.pos == "PROPN" and t.lemma.lower() not in word_set("law_nouns")}
        p = self.scene.parse
        for clause in answer.clauses:
            legal = [t for t in clause.words if t.lemma.lower() in word_set("law_nouns") and t.pos in ("NOUN", "PROPN")]
            legal = [t for t in legal if t.dep in ("nsubj", "nsubjpass") or (t.dep == "pobj" and p[t.head].lower == "under")]
            ended = {t.i for t in clause.words if t.lemma.lower() in word_set("ending_of_laws")}
            taken = [t for t in legal if t.lemma.lower() in grounds.nouns or self.pointed(t) or {c.lemma.lower() for c in p.children(t.i)} & names or t.head in ended]
            if answer.stance != "asserts":
                # "doubt that it applies"
                taken += [t for t in clause.words if t.lower in ("it", "that", "this", "these") and t.dep == "nsubj" and p[t.head].lemma.lower() in word_set("bearing_verbs")]
            if not taken:
                continue
            if answer.stance in AGAINST:
                return answer.stance
            if answer.stance != "asserts" or self.scene.outlet(answer):
                return None
            told = {t.lemma.lower() for t in clause.words}
            judged = any(verdicts().get(w) == "law" for w in told)
            heads = {p[t.head].i for t in taken}
            limited = any((t.dep == "neg" or t.lower == "only") and (t.head in heads or p[t.head].head in heads or p[t.head].dep in ("conj", "dobj", "pobj")) for t in clause.words)
            bearing = any(p[h].lemma.lower() in word_set("bearing_verbs") for h in heads)
            if judged or (limited and bearing) or answer.lemma in word_set("insisting_verbs"):
                return "rejects"
        return None

    def pointed(self, token: Token) -> bool:
        """ "the law", "that provision": the one just named."""
        return any(c.dep in ("det", "poss") and c.lower in word_set("pointing_words") for c in self.scene.parse.children(token.i))

    def same_voice(self, grounds: Grounds, answer: Statement) -> bool:
        return grounds.statement.attribution is not None and self.scene.same_source(grounds.statement, answer)

    def holders(self, grounds: Grounds) -> tuple[str | None, ...]:
        """Who bases the act on it: who says so, else who invokes it in the outlet's words, else the outlet."""
        if grounds.statement.attribution is not None:
            return self.scene.parallel(grounds.statement)
        return next((a.invoked_by for a in self.authorities if a.id == grounds.authority), ()) or (None,)
