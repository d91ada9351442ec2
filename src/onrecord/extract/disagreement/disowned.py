"""disputes, disowned: what is denied stands in a clause of the noun that is denied ("denied media reports saying that it had sent arms", "dismissed a report, which
said ..."), is only named where it is called wrong ("These are lies, he said of accusations that ..."), or is what the text says to be disagreed about ("there is
disagreement about whether the band took part. A prosecutor says it did not")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.disagreement.holders import Holders
from onrecord.extract.disagreement.judged import claimed
from onrecord.extract.disagreement.opposed import Opposition, opens_claim, shared, verdict
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause, ClauseReader
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.disputes import announcements
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST, Stance
from onrecord.model.parse import Token

_BEHIND = 3  # sentences behind a disagreement in which a side of it is told


@dataclass(frozen=True, slots=True)
class Disowned(Holders):
    def find(self) -> Iterator[Opposition]:
        for token in self.scene.parse.tokens:
            if token.pos == "VERB" and token.dep not in ("amod", "xcomp") and (noun := self.denied_noun(token)) is not None:
                yield from self.saying(token, noun)
        for statement in self.scene.told:
            if statement.stance == "asserts" and not self.scene.outlet(statement):
                yield from self.said_of(statement)
        yield from self.disagreed()

    # Told in the noun ----------------------------------------------------------------------------------------------------------

    def denied_noun(self, verb: Token) -> Token | None:
        """The noun of telling that a word of denial has for its object."""
        p = self.scene.parse
        cue = next((c for c in cues().get(("v", verb.lemma), ()) if c.stance in AGAINST and not c.companions), None)
        below = p.children(verb.i)
        if cue is None or any(c.dep == "neg" or c.tag == "MD" for c in below) or syntax.is_passive(p, verb.i):
            return None
        return next((c for c in below if c.dep == "dobj" and c.pos == "NOUN" and c.lemma.lower() in word_set("told_things") | word_set("reporting_nouns") and c.lemma.lower() not in word_set("offers_and_demands")), None)

    def saying(self, verb: Token, noun: Token) -> Iterator[Opposition]:
        p = self.scene.parse
        below = [p[k] for k in p.subtree(noun.i)]
        says = next((t for t in below if t.dep in ("relcl", "acl") and t.i > noun.i and t.lemma.lower() in word_set("claiming_verbs") | word_set("verbs_of_saying") | word_set("accusing_verbs") and not any(c.dep in ("nsubj", "nsubjpass") and c.lower not in ("which", "that", "who") for c in p.children(t.i))), None)
        content = next((c for c in p.children(says.i) if c.dep in ("ccomp", "xcomp") and c.i > says.i), None) if says is not None else None
        if says is None or content is None:
            return
        words = claimed(p, content)
        own = next((s for s in self.scene.by_sentence.get(verb.sent, ()) if verb.i in s.cue and s.source), None)
        heads = [f.head for f in syntax.surface_subject(p, verb.i) if p[f.head].pos in ("NOUN", "PROPN", "PRON")]
        stance: Stance = next(c.stance for c in cues()["v", verb.lemma] if c.stance in AGAINST and not c.companions)
        mine = self.scene.parallel(own) if own is not None else self.owners.told_by(heads, verb, words, "disowned")
        theirs = [s for s in self.scene.by_sentence.get(verb.sent, ()) if says.i in s.cue and s.attribution is not None]
        holders = self.scene.parallel(theirs[0]) if theirs and theirs[0].source else self.owners.of(noun, words)
        if not holders and says.head != noun.i and p[says.head].pos in ("NOUN", "PROPN"):
            holders = self.owners.told_by([says.head], says, words, "disowned")  # "versions aired by the radio that claimed"
        if words and mine:
            yield Opposition((words[0].start, words[-1].end), holders, tuple((a, stance) for a in mine), "disowned", own.cue[0] if own is not None else verb.i, 0.6)

    def said_of(self, statement: Statement) -> Iterator[Opposition]:
        """ "These are lies," the spokesman said of accusations that the militia had recruited children."""
        p = self.scene.parse
        if not any(verdict(c) is not None or self.mere(c) for c in statement.clauses):
            return
        for prep in (c for t in statement.cue for c in p.children(t) if c.dep == "prep" and c.lower in ("of", "about", "regarding", "on") and c.i > t):
            noun = next((g for g in p.children(prep.i) if g.dep == "pobj" and g.lemma.lower() in word_set("told_things")), None)
            content = next((p[k] for k in p.subtree(noun.i) if opens_claim(p, p[k], noun)), None) if noun is not None else None
            if noun is None or content is None:
                continue
            words = claimed(p, content)
            if words:
                yield Opposition((words[0].start, words[-1].end), self.owners.of(noun, words), tuple((a, "rejects") for a in self.scene.parallel(statement)), "said-of", statement.cue[0], 0.6)
                return

    def mere(self, clause: Clause) -> bool:
        """ "That is not true", "Nonsense"."""
        return clause.negative and bool({t.lemma.lower() for t in clause.words} & word_set("truth_words"))

    # Disagreed about -------------------------------------------------------------------------------------------------------------

    def disagreed(self) -> Iterator[Opposition]:
        """A side of what the text says to be disagreed about: who says in a sentence behind that it is not so. Who holds it is not told."""
        p, text = self.scene.parse, self.scene.clean.text
        for sentence in p.sentences:
            if sentence.part != "body" or not any(a.pattern.search(text, sentence.start, sentence.end) for a in announcements()):
                continue
            asked = next((t for t in p.sentence_tokens(sentence.i) if t.dep in ("pcomp", "ccomp", "acl", "advcl") and any(c.lower == "whether" for c in p.children(t.i))), None)
            if asked is None:
                continue
            words = [p[k] for k in sorted(p.subtree(asked.i)) if p[k].pos != "PUNCT" and p[k].lower != "whether"]
            keys = next((c.keys for c in ClauseReader(p).clauses(words)), frozenset[str]())
            for answer in self.scene.told:
                if not 0 < answer.sentence - sentence.i <= _BEHIND or self.scene.outlet(answer) or not answer.source or answer.stance != "asserts":
                    continue
                part = next((c for c in answer.clauses if c.negative and not c.modal and shared(keys, c.keys)), None)
                if part is not None:
                    yield Opposition((words[0].start, words[-1].end), (), tuple((a, "denies") for a in self.scene.parallel(answer)), "disagreed", part.head, 0.5)
                    break
