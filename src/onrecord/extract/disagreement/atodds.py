"""disputes, at odds: the text says in so many words that one thing contradicts another: "videos appear to contradict the army's account that it was attacked",
"said nobody was hurt, contradicting witness accounts that ten died", "that is at odds with what three captains told the paper"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.disagreement.holders import Holders
from onrecord.extract.disagreement.judged import claimed
from onrecord.extract.disagreement.opposed import Opposition, opens_claim
from onrecord.extract.disagreement.statements import Statement
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST, Stance
from onrecord.model.parse import Token

_SEEMING = frozenset({"appear", "seem"})
_STATES = frozenset({"be", "stand", *_SEEMING, "remain"})
_NEAR = 3  # sentences that "that account" reaches back


@dataclass(frozen=True, slots=True)
class AtOdds(Holders):
    def find(self) -> Iterator[Opposition]:
        answered = {t for s in self.scene.told if s.stance in AGAINST and s.source for t in s.cue}
        for statement in self.scene.told:
            if statement.stance == "asserts" and statement.clauses and self.scene.outlet(statement):
                yield from self.versions(statement)
        for token in self.scene.parse.tokens:
            if token.i in answered:
                continue
            if (of := self.opposite(token)) is not None:
                yield from self.told(token, of)
            elif token.lemma.lower() in word_set("verbs_of_contradicting") and syntax.is_passive(self.scene.parse, token.i):
                yield from self.contradicted(token)

    # What is at odds with what -----------------------------------------------------------------------------------------------

    def opposite(self, token: Token) -> Token | None:
        """What the words at `token` say that something is at odds with; None where they say no such thing."""
        p = self.scene.parse
        lemma = token.lemma.lower()
        below = p.children(token.i)
        if token.pos not in syntax.VERBAL or any(c.dep == "neg" for c in (*below, *p.children(token.head if token.dep == "xcomp" else token.i))):
            return None
        if lemma in word_set("verbs_of_contradicting"):
            if syntax.is_passive(p, token.i):
                return None
            return next((c for c in below if c.i > token.i and c.dep in ("dobj", "ccomp") and (c.dep == "dobj" or self.what(c))), None)
        if lemma in word_set("verbs_of_clashing"):
            return self.linked(token, ("with",))
        if lemma == "run" and (counter := next((c for c in below if c.lower == "counter"), None)) is not None:
            return self.linked(counter, ("to",)) or self.linked(token, ("to",))
        if lemma in _STATES:
            odds = next((g for c in below if c.lower == "at" for g in p.children(c.i) if g.lower in ("odds", "variance")), None)
            odds = odds or next((c for c in below if c.dep in ("acomp", "oprd") and c.lemma.lower() in word_set("words_at_odds")), None)
            return (self.linked(odds, ("with", "to")) or self.linked(p[odds.head], ("with",)) or self.linked(token, ("with",))) if odds is not None else None
        return None

    def linked(self, word: Token, links: tuple[str, ...]) -> Token | None:
        p = self.scene.parse
        return next((g for c in p.children(word.i) if c.dep == "prep" and c.lower in links for g in p.children(c.i) if g.dep == "pobj" or (g.dep == "pcomp" and self.what(g))), None)

    def what(self, verb: Token) -> bool:
        """ "what the governor said": a clause for what was told."""
        told = verb.lemma.lower() in word_set("claiming_verbs") | word_set("verbs_of_saying") | {"tell"}
        return told and any(c.lower in ("what", "how") for c in self.scene.parse.children(verb.i))

    # Whose words -------------------------------------------------------------------------------------------------------------

    def told(self, token: Token, of: Token) -> Iterator[Opposition]:
        """The opposition that these words tell: of what the other told, whose words stand there or before."""
        p = self.scene.parse
        thing = of.lemma.lower() in word_set("told_things") | word_set("assurances") | word_set("reporting_nouns")
        pointing = of.lower in word_set("pointing_words")
        saying = next((s for s in self.scene.by_sentence.get(of.sent, ()) if of.i in s.source and s.cue and s.cue[0] > of.i and s.stance == "asserts"), None)
        if not thing and not pointing and not self.what(of) and saying is None:
            return
        content = next((p[k] for k in p.subtree(of.i) if opens_claim(p, p[k], of)), None) if thing else None
        words = claimed(p, content) if content is not None else []
        # "contradicting the army, which said ..."
        theirs: tuple[str | None, ...] = self.scene.parallel(saying) if saying is not None else self.owners.saying(of, words) if self.what(of) else self.owners.of(of, words)
        speaking = self.speaking(token)
        if speaking is not None and not self.scene.outlet(speaking):
            yield from self.beside(token, speaking, words, theirs)
            return
        mine = self.subjects(token, words)
        against: tuple[tuple[str | None, Stance], ...] = tuple((a, "denies") for a in mine)
        if speaking is not None and not mine:
            against = ((None, "denies"),)  # "Nobody was hurt, contradicting the army's claim that ..."
        if not against:
            return
        if words:
            yield Opposition((words[0].start, words[-1].end), theirs, against, "at-odds", token.i, 0.6)
            return
        before = self.before(token, of)
        part = next((c for s in before for c in s.clauses if self.scene.tells(s, c) and not c.negative), None)
        if part is not None:
            yield Opposition(part.range, self.scene.parallel(before[0]), against, "at-odds", token.i, 0.6)

    def beside(self, token: Token, speaking: Statement, words: list[Token], theirs: tuple[str | None, ...]) -> Iterator[Opposition]:
        """ "The ministry said nobody was hurt, contradicting witness accounts that ten died": the first word is the claim, unless it only says no."""
        mine = self.scene.parallel(speaking)
        part = next((c for c in speaking.clauses if self.scene.tells(speaking, c)), None)
        if part is not None and theirs and not (part.negative and words):
            yield Opposition(part.range, mine, tuple((a, "denies") for a in theirs), "at-odds", token.i, 0.6)
        elif words:
            yield Opposition((words[0].start, words[-1].end), theirs, tuple((a, "denies") for a in mine), "at-odds", token.i, 0.6)

    def contradicted(self, token: Token) -> Iterator[Opposition]:
        """ "That is contradicted by a video": what was said just before."""
        p = self.scene.parse
        subject = next((c for c in p.children(token.i) if c.dep == "nsubjpass" and (c.lower in word_set("pointing_words") or c.lemma.lower() in word_set("told_things"))), None)
        told = self.before(token, subject) if subject is not None and not any(opens_claim(p, p[k], subject) for k in p.subtree(subject.i)) else []
        part = next((c for s in told for c in s.clauses if self.scene.tells(s, c) and not c.negative), None)
        against: tuple[tuple[str | None, Stance], ...] = tuple((a, "denies") for a in self.owners.told_by(syntax.agents(p, token.i), token, [], "at-odds"))
        if part is not None and against:
            yield Opposition(part.range, self.scene.parallel(told[0]), against, "at-odds", token.i, 0.6)

    def speaking(self, token: Token) -> Statement | None:
        """Beside whose statement a participle stands: "said that ..., contradicting ..."."""
        p = self.scene.parse
        which = token.dep == "relcl" and any(c.lower == "which" and c.dep == "nsubj" and p[max(c.i - 1, 0)].text == "," for c in p.children(token.i))
        if not which and (token.tag != "VBG" or token.dep not in ("advcl", "acl", "ccomp", "conj", "dep")):
            return None
        above = {a.i for a in p.ancestors(token.i)}
        here = [s for s in self.scene.by_sentence.get(token.sent, ()) if s.clauses and (set(s.cue) & above or any(c.head in above for c in s.clauses)) and token.i not in s.cue]
        here = [s for s in here if s.stance == "asserts"]
        return next((s for s in here if not self.scene.outlet(s)), next(iter(here), None))

    def subjects(self, token: Token, words: list[Token]) -> tuple[str, ...]:
        """Nodes for what or who contradicts: the verb's own subject, also behind "appear to"; none for a pronoun."""
        p = self.scene.parse
        at = p[token.head] if token.dep == "xcomp" and p[token.head].lemma.lower() in _SEEMING else token
        heads = [f.head for f in syntax.surface_subject(p, at.i) if not f.inherited or token.dep in ("relcl", "xcomp", "conj")]
        heads = [h for f in heads for h in syntax.conjuncts(p, f) if p[h].pos in ("NOUN", "PROPN") and h < token.i]
        return self.owners.told_by(heads, token, words, "at-odds")

    def before(self, token: Token, of: Token) -> list[Statement]:
        """What "that account", "the army's account" was: the last told before it, by whom it names where it names one."""
        p = self.scene.parse
        named = {p[k].lemma.lower() for k in p.subtree(of.i) if p[k].pos in ("NOUN", "PROPN") and k != of.i}
        told = [s for s in self.scene.told if s.first < token.i and s.stance == "asserts" and s.clauses and not self.scene.outlet(s) and not set(s.cue) & {token.i}]
        own = [s for s in told if self.scene.heads(s) & named]
        near = [s for s in told if token.sent - s.sentence <= _NEAR]
        return (own if named else near)[-1:]

    # Versions ------------------------------------------------------------------------------------------------------------------

    def versions(self, statement: Statement) -> Iterator[Opposition]:
        """ "That is at odds with what three captains told the paper: ...": the outlet sets the source that it quotes there against who spoke before."""
        p = self.scene.parse
        for clause in statement.clauses:
            subject = self.scene.subject(clause)
            if subject is None or clause.negative or not (subject.lower in ("that", "this", "which", "it") or subject.lemma.lower() in word_set("told_things")):
                continue
            head = p[clause.head]
            if self.opposite(head) is None and head.lemma.lower() not in word_set("verbs_of_clashing") | {"differ"}:
                continue
            others = [s for s in self.scene.by_sentence.get(statement.sentence, ()) if s.attribution is not None and not self.scene.outlet(s) and s.first > head.i]
            held = [s for s in self.scene.near(statement, 1) if s.sentence == statement.sentence - 1 and s.stance == "asserts" and s.clauses and s.source and not self.scene.outlet(s)]
            held = [s for s in held if others and not self.scene.same_source(s, others[0])]
            part = next((c for s in reversed(held) for c in s.clauses if self.scene.tells(s, c)), None)
            if part is not None:
                against: tuple[tuple[str | None, Stance], ...] = tuple((a, "denies") for a in self.scene.parallel(others[0]))
                yield Opposition(part.range, self.scene.parallel(held[-1]), against, "at-odds", head.i, 0.6)
                return
