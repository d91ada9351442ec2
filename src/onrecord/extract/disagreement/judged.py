"""disputes, judged: a claim that stands as a noun and is called false or hard to believe by who tells of it: "the governor's claim that the camps are empty does not
stand up", "the story that the bishop had been killed turned out to be false"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.disagreement.opposed import Opposition, Scene, opens_claim
from onrecord.extract.disagreement.owners import Owners
from onrecord.extract.phrases.told import Range, within
from onrecord.lexicon.disputes import verdicts
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Stance
from onrecord.model.parse import Parse, Token

_SAID = ("acomp", "attr", "oprd")


@dataclass(frozen=True, slots=True)
class Judged:
    scene: Scene
    owners: Owners

    def find(self) -> Iterator[Opposition]:
        p = self.scene.parse
        for noun in p.tokens:
            if noun.dep not in ("nsubj", "nsubjpass") or noun.lemma.lower() not in word_set("told_things"):
                continue
            found = judgement(p, p[noun.head])
            claim = self.claimed(noun)
            if found is None or claim is None:
                continue
            word, stance = found
            words, holders = claim
            here = [s for s in self.scene.by_sentence.get(noun.sent, ()) if noun.head in {t.i for t in s.words} and noun.i not in s.cue]
            teller = next((s for s in here if s.attribution is not None), None)
            against = self.scene.parallel(teller) if teller is not None else (None,)
            if not holders:
                holders = self.reported(noun, words, against)
            if not set(against) & set(holders):
                yield Opposition(words, holders, tuple((a, stance) for a in against), "judged", word.i, 0.6)

    def reported(self, noun: Token, words: Range, against: tuple[str | None, ...]) -> tuple[str | None, ...]:
        """ "said reports that its men had left were false. The daily had reported that two posts were abandoned": whoever told such a deed, with that verb, in the next sentence."""
        inside = within(self.scene.parse, words)
        told = {self.scene.types[t.i] for t in inside if t.i in self.scene.types}
        names = {t.lemma.lower() for t in inside if t.pos in ("NOUN", "PROPN")}
        for other in self.scene.told:
            if other.lemma != noun.lemma.lower() or other.stance != "asserts" or other.attribution is None or not other.source or other.attribution in against:
                continue
            for clause in other.clauses if self.scene.parse[min(other.source)].sent == noun.sent + 1 else ():
                doer = self.scene.subject(clause)
                same_one = doer is not None and (doer.dep == "nsubjpass" or doer.lemma.lower() in names)
                if same_one and self.scene.kinds(clause) & told and not clause.negative and not clause.modal:
                    return self.scene.parallel(other)
        return ()

    def claimed(self, noun: Token) -> tuple[Range, tuple[str | None, ...]] | None:
        """What the noun claims, and whose claim it is; None where it claims nothing."""
        p = self.scene.parse
        made = next((s for s in self.scene.by_sentence.get(noun.sent, ()) if s.cue[:1] == (noun.i,) and s.clauses and not self.scene.outlet(s)), None)
        if made is not None:
            return made.clauses[0].range, self.scene.parallel(made)
        content = next((c for c in p.children(noun.i) if opens_claim(p, c, noun)), None)
        if content is None:
            return None
        words = claimed(p, content)
        return (words[0].start, words[-1].end), self.owners.of(noun, words)


def judgement(parse: Parse, head: Token) -> tuple[Token, Stance] | None:
    """The word by which a clause calls its subject false or hard to believe, and what that makes of who says it."""
    below = parse.children(head.i)
    deeper = [g for c in below if c.dep == "xcomp" for g in parse.children(c.i)]
    said = [c for c in (*below, *deeper) if c.dep in _SAID]
    guarded = any(c.tag == "MD" for c in below)  # "may be exaggerated"
    if any(c.dep == "neg" for c in below):
        truth = next((c for c in said if c.lemma.lower() in word_set("truth_words")), None)
        if truth is not None:
            return truth, "doubts" if guarded else "rejects"
        return (head, "doubts") if fails(parse, head) else None
    doubted = next((c for c in (head, *said) if c.lemma.lower() in word_set("doubting_predicates")), None)
    doubted = doubted or next((c for c in said if c.lemma.lower() in ("hard", "difficult") and any(g.lemma == "believe" for g in parse.children(c.i))), None)
    if doubted is not None:
        return doubted, "doubts"
    false = next((c for c in said if verdicts().get(c.lemma.lower()) == "truth" or c.lemma.lower() in word_set("plain_falsehoods")), None)
    return (false, "doubts" if guarded else "rejects") if false is not None else None


def fails(parse: Parse, head: Token) -> bool:
    """ "(does not) stand up", "hold water", "stand up to scrutiny", "add up"."""
    return head.lemma.lower() in ("stand", "hold", "add") and any(c.lower in ("up", "water", "scrutiny") for c in parse.children(head.i))


def claimed(parse: Parse, verb: Token) -> list[Token]:
    """The words of a claim: without the "that" before them and the marks behind."""
    words = [parse[k] for k in sorted(parse.subtree(verb.i))]
    words = words[1:] if words[0].lower == "that" else words
    while words and words[-1].pos == "PUNCT":
        words = words[:-1]
    return words
