"""disputes, unproven: somebody finds a claim without proof: "found no evidence of that", "there is no evidence to back the claim that", "the evidence does not
support the minister's claim"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.disagreement.holders import Holders
from onrecord.extract.disagreement.judged import claimed
from onrecord.extract.disagreement.opposed import Opposition, opens_claim, shared
from onrecord.extract.disagreement.statements import Statement
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Stance
from onrecord.model.parse import Token

_NEAR = 4  # sentences that "that" and "the claim" reach back
_MET = 2  # words of what there is no proof of that the claim must share
_FOR = frozenset({"of", "for", "behind", "to", "in"})


@dataclass(frozen=True, slots=True)
class Unproven(Holders):
    def find(self) -> Iterator[Opposition]:
        for token in self.scene.parse.tokens:
            if token.pos == "NOUN" and token.lemma.lower() in word_set("words_of_proof") and (verb := self.missing(token)) is not None:
                yield from self.of(token, verb)

    def missing(self, proof: Token) -> Token | None:
        """The verb by which the text says that there is no proof, or that it does not carry a claim; None where it says neither."""
        p = self.scene.parse
        verb = p[syntax.clause_of(p, proof.i)]
        bare = any(c.lower in ("no", "little", "scant") and c.dep in ("det", "amod") for c in p.children(proof.i))
        denied = any(c.dep == "neg" for c in p.children(verb.i))
        lemma = verb.lemma.lower()
        if any(c.tag == "MD" or c.lower == "if" for c in p.children(verb.i)):
            return None
        if proof.dep in ("attr", "dobj", "nsubj") and lemma in ("be", "exist") and any(c.lower == "there" for c in p.children(verb.i)):
            return verb if bare or denied else None
        if proof.dep == "dobj" and lemma in word_set("finding_verbs") | {"have", "know"}:
            return verb if bare or denied else None
        if proof.dep == "nsubj" and lemma in word_set("verbs_of_bearing_out"):
            return verb if denied or bare else None
        return None

    def of(self, proof: Token, verb: Token) -> Iterator[Opposition]:
        told, words = self.claim(proof, verb)
        if told is None:
            return
        mine = self.doubters(proof, verb)
        if mine is None:
            return
        against, speaking = mine
        near = [s for s in self.scene.told if s.stance == "asserts" and s.clauses and s.first < proof.i and proof.sent - s.sentence <= _NEAR and not self.scene.outlet(s)]
        near = [s for s in near if proof.i not in {t.i for t in s.words} and (speaking is None or not self.scene.same_source(s, speaking))]
        named = told.lemma.lower() in word_set("told_things")
        if words and named:
            owners = self.owners.of(told, words)
            yield Opposition((words[0].start, words[-1].end), owners, against, "unproven", proof.i, 0.6)
            return
        beside = self.despite_claims(proof, words) if words else None
        if beside is not None:
            yield Opposition((words[0].start, beside[0][-1].end), beside[1], against, "unproven", proof.i, 0.6)
            return
        keys = frozenset(t.lemma.lower() for t in words if t.pos in ("NOUN", "VERB", "ADJ")) - word_set("empty_words")
        for other in reversed(near):
            part = next((c for c in other.clauses if not c.negative and self.scene.tells(other, c)), None)
            if part is None or (told.lower in word_set("pointing_words") and proof.sent - other.sentence > 1):
                continue
            met = shared(keys, part.keys)
            if not words or len(met) >= min(_MET, max(len(keys), 1)):
                yield Opposition(part.range, self.scene.parallel(other), against, "unproven", proof.i, 0.5)
                return

    def despite_claims(self, proof: Token, words: list[Token]) -> tuple[list[Token], tuple[str, ...]] | None:
        """The words of the claim, and whose it is, where the sentence says so beside it: "There is no evidence that the men were armed, despite claims by the governor"."""
        p = self.scene.parse
        for token in p.sentence_tokens(proof.sent):
            if token.dep == "pobj" and token.lemma.lower() in word_set("told_things") and p[token.head].lower in ("despite", "notwithstanding"):
                kept = [t for t in words if t.i < token.head]
                while kept and kept[-1].pos == "PUNCT":
                    kept.pop()
                owners = self.owners.of(token, kept)
                return (kept, owners) if kept and owners else None
        return None

    def claim(self, proof: Token, verb: Token) -> tuple[Token | None, list[Token]]:
        """What there is no proof of: the noun of telling or the pronoun, and the words of the claim where they stand there."""
        p = self.scene.parse
        objects = [g for c in p.children(proof.i) if c.dep == "prep" and c.lower in _FOR for g in p.children(c.i) if g.dep in ("pobj", "pcomp")]
        backing = [c for c in (*p.children(proof.i), *p.children(verb.i)) if c.tag in ("VB", "VBG") and c.lemma.lower() in word_set("verbs_of_bearing_out") and c.i > proof.i]
        objects = [g for c in (*backing, *((verb,) if proof.dep == "nsubj" else ())) for g in p.children(c.i) if g.dep == "dobj" and g.i > c.i] or objects
        for thing in objects:
            if thing.lower in word_set("pointing_words") and thing.pos in ("PRON", "DET"):
                return thing, []
            if thing.lemma.lower() in word_set("told_things") - {"evidence"}:
                content = next((p[k] for k in p.subtree(thing.i) if opens_claim(p, p[k], thing)), None)
                return thing, claimed(p, content) if content is not None else []
        that = next((c for c in p.children(proof.i) if c.dep in ("acl", "ccomp") and any(m.lower == "that" for m in p.children(c.i))), None)
        return (that, claimed(p, that)) if that is not None else (None, [])

    def doubters(self, proof: Token, verb: Token) -> tuple[tuple[tuple[str | None, Stance], ...], Statement | None] | None:
        """Who finds no proof: the subject of the finding, else who says that there is none, else the outlet; None where it is a pronoun for nobody in particular."""
        p = self.scene.parse
        holding = [s for s in self.scene.by_sentence.get(proof.sent, ()) if s.attribution is not None and proof.i in {t.i for t in s.words} and s.stance == "asserts" and s.source]
        speaking = min(holding, key=lambda s: len(s.words), default=None)
        if proof.dep == "dobj":
            heads = [f.head for f in syntax.surface_subject(p, verb.i) if p[f.head].pos in ("NOUN", "PROPN")]
            if heads:
                return tuple((a, "doubts") for a in self.owners.told_by(heads, verb, [], "unproven")), None
        if speaking is not None:
            return tuple((a, "doubts") for a in self.scene.parallel(speaking)), speaking
        return (((None, "doubts"),), None) if proof.dep != "dobj" else None
