"""disputes, owners: whose a claim is that stands only as a noun in another's denial: "the army's account that the boy was armed", "claims by the guild that".
A helper of the dispute rules, no stage."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord import syntax
from onrecord.extract.disagreement.opposed import Scene
from onrecord.extract.speech.sourcing import Sourcing
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Attribution
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.parse import Token

_MAKING = word_set("verbs_of_making_claims")


@dataclass(frozen=True, slots=True)
class Owners:
    """Finds the owners of claims; nodes for them are added to `made` and to the scene."""

    scene: Scene
    report: str
    version: str
    made: list[Attribution]
    known: dict[tuple[int, int], str] = field(default_factory=dict)

    def of(self, claim: Token, words: list[Token]) -> tuple[str, ...]:
        """The nodes of those whose claim the noun is, with `words` as what they claim; none where no owner is told by name or role."""
        p = self.scene.parse
        inside = {t.i for t in words}
        heads = [c.i for c in p.children(claim.i) if c.dep == "poss" and c.i not in inside and self.speaker(c)]
        for prep in p.children(claim.i):
            if prep.dep == "prep" and prep.lower in ("by", "from") and prep.i not in inside:
                heads += [c.i for c in p.children(prep.i) if c.dep == "pobj" and self.speaker(c)]
        # "claims made by a teacher that"
        heads += [a for c in p.children(claim.i) if c.dep == "acl" and c.lemma in _MAKING for a in syntax.agents(p, c.i) if self.speaker(p[a])]
        heads += self.levelled(claim)
        if not heads:
            # "police claims that", "government assertions that"
            heads = [c.i for c in p.children(claim.i) if c.dep in ("compound", "nmod", "amod") and (c.i in self.scene.actors.by_head or c.lemma.lower() in word_set("compound_witnesses"))]
        return self.told_by([h for f in heads for h in syntax.conjuncts(p, f)], claim, words, "owner")

    def levelled(self, claim: Token) -> list[int]:
        """ "the charges that the army has levelled": who makes them stands in the clause behind."""
        p = self.scene.parse
        clauses = [c for c in p.children(claim.i) if c.dep in ("acl", "relcl") and c.lemma in word_set("levelling_verbs")]
        return [s.i for c in clauses for s in p.children(c.i) if s.dep == "nsubj" and self.speaker(s) and s.lower not in ("that", "which")]

    def saying(self, verb: Token, words: list[Token]) -> tuple[str, ...]:
        """The nodes of those who "claim" it in an aside: "as the army claims"."""
        p = self.scene.parse
        heads = [c.i for c in p.children(verb.i) if c.dep == "nsubj" and self.speaker(c)]
        heads += [g.i for c in p.children(verb.i) if c.lower == "by" for g in p.children(c.i) if g.dep == "pobj" and self.speaker(g)]
        return self.told_by([h for f in heads for h in syntax.conjuncts(p, f)], verb, words, "aside")

    def speaker(self, token: Token) -> bool:
        return token.pos in ("NOUN", "PROPN") or (token.pos == "PRON" and token.lower in word_set("attribute_openers") | word_set("topic_pronouns"))

    def told_by(self, heads: list[int], cue: Token, words: list[Token], rule: str) -> tuple[str, ...]:
        spans = self.scene.clean.spans(cue.start, cue.end)
        content = self.scene.clean.spans(words[0].start, words[-1].end) if words else ()
        sourcing = Sourcing(self.scene.parse, self.scene.clean, self.scene.actors)
        found: list[str] = []
        for head in heads:
            if sourcing.no_speaker(head):
                continue
            if (cue.i, head) in self.known:
                found.append(self.known[cue.i, head])
                continue
            ordinal = 0
            while (identity := span_id("attribution", self.report, spans, ordinal)) in self.scene.nodes:
                ordinal += 1
            node = Attribution(
                identity, sourcing.source(head, (*((cue.i,) if head != cue.i else ()), *(t.i for t in words if t.i > head))), spans, content, "indirect", None, (),
                {"content": Derivation("disputes", self.version, rule)}, 0.5,
            )  # fmt: skip
            self.made.append(node)
            self.scene.nodes[identity] = node
            self.known[cue.i, head] = identity
            found.append(identity)
        return tuple(found)
