"""disputes, countered: right behind what one source told another tells it otherwise, without a word of denial: nobody of his was there or was lost, another did it, it
came from elsewhere, of what was said not to be there are some, or what the one says is at odds with the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.disagreement.holders import Holders
from onrecord.extract.disagreement.opposed import Opposition
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.stance import same
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token
from onrecord.syntax import VERBAL

_HARM = frozenset({"ASSAULT", "COERCE"})
_OBJECTS = ("dobj", "nsubjpass")
_HURT = frozenset({"wounded", "injured", "wound", "injure", "hurt"})


@dataclass(frozen=True, slots=True)
class Countered(Holders):
    def find(self) -> Iterator[Opposition]:
        for answer in self.scene.told:
            if answer.stance == "asserts" and answer.clauses and not self.scene.outlet(answer) and answer.source and not answer.unnamed:
                yield from self.answered(answer)

    def answered(self, answer: Statement) -> Iterator[Opposition]:
        """The first rule by which the answer is set against what the nearest other source told, or the outlet in the sentence before."""
        before = self.held(answer, 1)[:1] or [s for s in self.scene.near(answer, 1) if self.scene.outlet(s) and s.sentence == answer.sentence - 1 and s.clauses]
        for claim in before:
            if not self.scene.outlet(claim) and claim.clauses and self.contradicts(claim, answer):
                yield Opposition(claim.clauses[0].range, self.scene.parallel(claim), tuple((a, "denies") for a in self.scene.parallel(answer)), "contradicted", answer.clauses[0].head, 0.6)
                return
            for part in answer.clauses:
                if part.modal or not (self.scene.tells(answer, part) or answer.lemma in word_set("counting_verbs")):
                    continue
                for told in claim.clauses:
                    rule = self.rule(claim, told, answer, part) if not told.modal else None
                    if rule is not None:
                        yield Opposition(told.range, self.scene.parallel(claim), tuple((a, "denies") for a in self.scene.parallel(answer)), rule, part.head, 0.5)
                        return

    def rule(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
        outlet = self.scene.outlet(claim)
        if told.negative:
            return self.some_after_all(told, part) if not outlet and not part.negative else None
        if not self.scene.tells(claim, told):
            return None
        if part.negative:
            return self.absent(told, answer, part) or (None if outlet else self.groundless(claim, part) or self.no_loss(told, answer, part))
        if outlet:
            return None
        return self.cleft(told, part) or self.from_elsewhere(told, part) or self.another_did(told, part) or self.laid_to_others(told, part)

    def contradicts(self, claim: Statement, answer: Statement) -> bool:
        """ "Her brother contradicted him, telling the radio that": in so many words, whom the claim is of."""
        p = self.scene.parse
        for verb in p.sentence_tokens(answer.sentence):
            if verb.lemma not in word_set("verbs_of_contradicting") or verb.pos != "VERB" or syntax.is_passive(p, verb.i) or not any(f.head in answer.source for f in syntax.surface_subject(p, verb.i)):
                continue
            whom = [c for c in p.children(verb.i) if c.dep == "dobj"]
            if any(c.lower in ("him", "her", "them") or any(same(c.lemma.lower(), p[i].lemma.lower()) for i in claim.source) for c in whom):
                return True
        return False

    # Not so ----------------------------------------------------------------------------------------------------------------

    def absent(self, told: Clause, answer: Statement, part: Clause) -> str | None:
        """ "No soldier had set foot in the village", of soldiers' deeds, by who speaks for them."""
        subject, doer = self.scene.subject(part), self.scene.subject(told)
        if subject is None or doer is None or not self.scene.kinds(told) & _HARM or not self.scene.there(part):
            return None
        own = same(subject.lemma.lower(), doer.lemma.lower()) or (self.scene.of_his(part) and (subject.pos != "PRON" or self.scene.deed_of(told, answer)))
        return "absent" if own else None

    def groundless(self, claim: Statement, part: Clause) -> str | None:
        """ "There is no evidence for the allegation", "no truth in that": what the claim stands on is said to be missing."""
        p = self.scene.parse
        for token in part.words:
            if token.lemma.lower() in word_set("grounds_of_claims") and token.lemma.lower() in part.denied:
                below = [g for c in p.children(token.i) if c.dep == "prep" and c.lower in ("for", "to", "of", "in", "behind") for g in p.children(c.i) if g.dep == "pobj"]
                if any(g.lemma.lower() in word_set("told_things") or g.lower in ("that", "this", "it") for g in below) and claim.source:
                    return "groundless"
        return None

    def no_loss(self, told: Clause, answer: Statement, part: Clause) -> str | None:
        """ "shot down an American drone": "a US spokesman said no American aircraft was lost", "said he had not lost a man"."""
        p = self.scene.parse
        head = p[part.head].lemma.lower()
        if head not in word_set("verbs_of_loss") or head not in part.denied or not self.scene.kinds(told) & _HARM:
            return None
        things = [t for t in part.words if t.head == part.head and t.dep in _OBJECTS]
        harmed = [t for t in told.words if t.dep in _OBJECTS]
        if not things or not harmed:
            return None
        classes = (word_set("crafts"), word_set("anyone_counted") | word_set("words_for_troops"))
        alike = any(same(a.lemma.lower(), b.lemma.lower()) or any(a.lemma.lower() in k and b.lemma.lower() in k for k in classes) for a in things for b in harmed)
        return "no-loss" if alike else None

    def some_after_all(self, told: Clause, part: Clause) -> str | None:
        """ "had received no missiles": "took delivery of 40"; "no prisoner has died": "counted 14 deaths": some of what was said not to be."""
        p = self.scene.parse
        nouns = [t for t in told.words if t.pos == "NOUN" and (t.lemma.lower() in told.denied or any(c.lower in ("no", "any", "single") for c in p.children(t.i)))]
        if not nouns or told.denied <= word_set("grounds_of_claims") or any(n.lemma.lower() in word_set("grounds_of_claims") for n in nouns):
            return None
        counted = [t for t in part.words if t.pos == "NUM" and t.ent not in ("DATE", "TIME", "PERCENT", "MONEY", "ORDINAL")]
        lone = [t for t in counted if t.dep in ("pobj", "dobj") and p[t.head].lower != "in"]
        plural = any(n.tag == "NNS" or any(c.lower == "single" for c in p.children(n.i)) for n in nouns)
        if _HURT & {t.lemma.lower() for t in part.words} and not _HURT & told.denied and not any(n.lemma.lower() in word_set("anyone_counted") for n in nouns):
            return None  # "no fighters were there", "put the number of wounded at 29": other people
        of_them = any(t.lower == "them" and p[t.head].lower == "of" and p[p[t.head].head] in counted for t in part.words)
        if of_them or (lone and plural and not any(p[t.i + 1].lower == "of" for t in lone if t.i + 1 < len(p))):
            return "some-after-all"
        deeds = {d for d in told.denied if p[told.head].lemma.lower() == d}
        again = any(same(k, d) for k in part.keys for d in deeds)
        things = any(same(t.lemma.lower(), n.lemma.lower()) for t in part.words for n in nouns if t.pos == "NOUN")
        # "at least nine died" is a flat negative's other half (`rivals`); "documented nine deaths" has no verb that the negative could deny.
        return "some-after-all" if again and (things or counted) and p[part.head].pos not in VERBAL else None

    # Otherwise ---------------------------------------------------------------------------------------------------------------

    def cleft(self, told: Clause, part: Clause) -> str | None:
        """ "A cutter rammed a boat": "it was the boat that had swerved": another than who was told to have done it."""
        p = self.scene.parse
        subject = self.scene.subject(part)
        doer = self.scene.subject(told)
        named = next((c for c in p.children(part.head) if c.dep == "attr" and any(g.dep in ("relcl", "acl") for g in p.children(c.i))), None)
        first = next((c for c in p.children(told.head) if c.dep == "attr" and any(g.dep in ("relcl", "acl") for g in p.children(c.i))), None)
        if doer is not None and doer.lower == "it" and p[told.head].lemma == "be" and first is not None and subject is not None and p[part.head].tag in ("VBD", "VBN"):
            return "cleft" if self.apart(first, subject) else None
        if subject is None or subject.lower != "it" or p[part.head].lemma != "be" or named is None or doer is None:
            return None
        hurt = [t for t in told.words if t.dep in _OBJECTS]
        return "cleft" if any(same(named.lemma.lower(), h.lemma.lower()) for h in hurt) or self.apart(doer, named) else None

    def from_elsewhere(self, told: Clause, part: Clause) -> str | None:
        """ "The shell came from Orlan's lines": "it had been fired by a Sool battery"; "guards threw the stones": "the stones had come from the crowd"."""
        one, other = self.origin(told), self.origin(part)
        if one is None or other is None:
            return None
        thing, first = one
        again, second = other
        meets = again.lower in ("it", "they") or (again.pos == "NOUN" and same(again.lemma.lower(), thing.lemma.lower()))
        return "from-elsewhere" if meets and self.apart(first, second) else None

    def origin(self, clause: Clause) -> tuple[Token, Token] | None:
        """The thing that was fired, thrown or came, and from whom."""
        p = self.scene.parse
        head = p[clause.head]
        inside = {t.i for t in clause.words}
        if head.lemma.lower() not in word_set("verbs_of_origin"):
            return None
        subject = self.scene.subject(clause)
        passive = any(c.dep in ("auxpass", "nsubjpass") for c in p.children(head.i))
        thing = subject if passive or head.lemma.lower() in ("come", "originate") else next((c for c in p.children(head.i) if c.dep == "dobj"), None)
        from_ = [g for c in p.children(head.i) if c.i in inside and c.dep in ("prep", "agent") and c.lower in ("from", "by") for g in p.children(c.i) if g.dep == "pobj"]
        doer = subject if not passive and head.lemma.lower() not in ("come", "originate") else next(iter(from_), None)
        return (thing, doer) if thing is not None and doer is not None and thing is not doer else None

    def another_did(self, told: Clause, part: Clause) -> str | None:
        """ "a grenade thrown by militants had killed the boys": "a soldier had shot them"."""
        p = self.scene.parse
        if self.scene.types.get(told.head) != "ASSAULT" or self.scene.types.get(part.head) != "ASSAULT":
            return None
        first, second = self.scene.subject(told), self.scene.subject(part)
        hurt = next((c for c in p.children(part.head) if c.dep == "dobj"), None)
        before = next((c for c in p.children(told.head) if c.dep == "dobj"), None)
        if first is None or second is None or hurt is None or before is None or second.pos == "PRON":
            return None
        meets = hurt.lower in ("them", "him", "her", "it") or same(hurt.lemma.lower(), before.lemma.lower())
        agents = [g for c in p.children(first.i) if c.dep == "acl" for a in p.children(c.i) if a.dep == "agent" for g in p.children(a.i)]
        return "another-did" if meets and self.apart(next(iter(agents), first), second) else None

    def apart(self, one: Token, other: Token) -> bool:
        """Whether two phrases name different sides: entities of no common country and sector, or words for a state's forces here and for others there."""
        p = self.scene.parse
        found: list[tuple[frozenset[str], frozenset[str]]] = []
        for token in (one, other):
            mentions = [m for k in p.subtree(token.i) if (m := self.scene.actors.by_head.get(k)) is not None]
            entities = [self.scene.actors.by_id[m.entity] for m in mentions]
            words = {p[k].lemma.lower() for k in p.subtree(token.i)}
            found.append((frozenset(c for e in entities for c in e.countries), frozenset(s for e in entities for s in e.sectors) or frozenset(words & word_set("words_of_fighters"))))
        (here, doing), (there, other_doing) = found
        if here and there and not here & there:
            return True
        return bool(doing) and bool(other_doing) and not doing & other_doing and not (here and there and here != there)

    def laid_to_others(self, told: Clause, part: Clause) -> str | None:
        """ "soldiers burned their homes": "the fires were started by militants", "the blaze was caused by a gas leak"."""
        p = self.scene.parse
        doer, subject = self.scene.subject(told), self.scene.subject(part)
        if doer is None or subject is None or self.scene.types.get(told.head) != "ASSAULT" or subject.dep != "nsubjpass" or doer.dep == "nsubjpass":
            return None
        definite = any(c.lower in ("the", "that", "those", "this") for c in p.children(subject.i))
        of_deed = subject.lemma.lower() in event_lexicon().classes["attack_noun"] | word_set("what_deeds_leave")
        agents = [p[a] for a in syntax.agents(p, part.head)]
        if not definite or not of_deed or p[part.head].lemma not in word_set("verbs_of_bringing_about_harm") or not agents:
            return None
        return "laid-to-others" if all(a.pos in ("NOUN", "PROPN") and a.lemma.lower() != doer.lemma.lower() for a in agents) else None
