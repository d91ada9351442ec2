"""disputes, told otherwise: right behind what one source told another tells of the same that it was not so, in words that share little with the claim: nobody was hurt and six were shot,
nobody crossed the border, there was no attack there, all drones were shot down, it was the boat that ran into the ship."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.disagreement.holders import Holders
from onrecord.extract.disagreement.opposed import Opposition
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.disagreement.versions import Versions
from onrecord.extract.phrases.told import Clause
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.stance import same
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_HURT = frozenset({"hurt", "injure", "harm", "wound", "casualty", "injury", "victim"})
_HARMED = frozenset({"shoot", "wound", "injure", "hurt", "kill", "die", "beat", "stab", "maim"})
_ALL = frozenset({"all", "every", "each", "both"})
_ITS = frozenset({"its", "their", "our", "his", "her"})


@dataclass(frozen=True, slots=True)
class Otherwise(Holders):
    def find(self) -> Iterator[Opposition]:
        for answer in self.scene.told:
            if answer.stance == "asserts" and answer.clauses:
                yield from self.told_before(answer)
            if answer.stance == "asserts" and answer.clauses and not self.scene.outlet(answer) and answer.source and not answer.unnamed and not self.unsure(answer):
                yield from self.answered(answer)

    def told_before(self, answer: Statement) -> Iterator[Opposition]:
        """ "The victims were not tortured, as earlier reports had stated": what is told so is what the reports deny."""
        p = self.scene.parse
        for clause in answer.clauses:
            verb = next((t for t in clause.words if t.dep == "advcl" and t.lemma.lower() in word_set("claiming_verbs") and any(c.lower == "as" and c.i < t.i for c in p.children(t.i))), None)
            if verb is None or not clause.negative or clause.modal or verb.i < clause.head or self.scene.kinds(clause) & {"AGREE"} or any(c.dep == "ccomp" for c in p.children(verb.i)):
                continue
            aside = set(p.subtree(verb.i))
            words = [t for t in clause.words if t.i not in aside]
            holders = self.owners.saying(verb, words) if words else ()
            against = self.scene.parallel(answer)
            if holders and not set(holders) & set(against):
                yield Opposition((words[0].start, words[-1].end), against, tuple((a, "denies") for a in holders), "not-as-told", verb.i, 0.5)
                return

    def unsure(self, answer: Statement) -> bool:
        return any(self.scene.parse[t].tag == "MD" or self.scene.parse[t].dep == "neg" for t in answer.cue)

    def answered(self, answer: Statement) -> Iterator[Opposition]:
        """The first rule by which the answer is set against what the nearest other source told in its sentence or the one before."""
        for claim in self.held(answer, 1)[:1]:
            if Versions(self.scene).elsewhere(claim, answer):
                continue
            for part in answer.clauses:
                for told in claim.clauses:
                    rule = None if part.modal or told.modal or not (self.scene.tells(claim, told) and self.scene.tells(answer, part)) else self.rule(told, answer, part)
                    if rule is not None:
                        yield Opposition(told.range, self.scene.parallel(claim), tuple((a, "denies") for a in self.scene.parallel(answer)), rule, part.head, 0.5)
                        return

    def rule(self, told: Clause, answer: Statement, part: Clause) -> str | None:
        if told.negative != part.negative:
            none, some = (told, part) if told.negative else (part, told)
            return self.hurt_after_all(none, some) or (self.stayed_out(told, part) or self.no_attack_there(told, part) if part.negative else None)
        return None if told.negative else self.all_stopped(told, answer, part) or self.turned_round(told, part)

    def hurt_after_all(self, none: Clause, some: Clause) -> str | None:
        """ "Nobody was hurt": "at least six people were shot"."""
        p = self.scene.parse
        if not none.denied & _HURT or p[some.head].lemma.lower() not in _HARMED:
            return None
        harmed = [t for t in some.words if t.head == some.head and t.dep in ("nsubjpass", "dobj")] + [t for t in some.words if t.head == some.head and t.dep == "nsubj" and p[some.head].lemma == "die"]
        people = word_set("counted_people") | word_set("anyone_counted")
        spared = self.scene.subject(none)
        if any(t.lower in ("another", "other", "separate", "second", "earlier") for t in some.words):
            return None
        if spared is not None and spared.pos == "NOUN" and spared.lemma.lower() not in word_set("anyone_counted"):
            # "no officers were injured" says nothing of the marchers
            civilians = event_lexicon().classes["civilian"] | {"child", "woman", "boy", "girl"} if spared.lemma == "civilian" else frozenset({spared.lemma.lower()})
            harmed = [t for t in harmed if t.lemma.lower() in civilians]
        return "hurt-after-all" if any(t.lemma.lower() in people or t.pos == "NUM" or any(c.pos == "NUM" for c in p.children(t.i)) for t in harmed) else None

    def stayed_out(self, told: Clause, part: Clause) -> str | None:
        """ "crossed into its territory": "its engineers never left Kenyan soil"."""
        p = self.scene.parse
        lines = word_set("verbs_of_crossing_lines")
        if p[part.head].lemma.lower() not in lines - {"violate", "breach"} or p[part.head].lemma.lower() not in part.denied or p[told.head].lemma.lower() not in lines - {"leave"}:
            return None
        subject, earlier = self.scene.subject(part), self.scene.subject(told)
        if subject is None or earlier is None:
            return None
        own = subject.pos == "PRON" or any(c.dep == "poss" and c.lower in _ITS for c in p.children(subject.i))
        again = subject.lemma.lower() in word_set("taking_up_nouns") and earlier.pos == "NOUN" and any(c.lower in ("the", "that") for c in p.children(subject.i))  # "the destroyer": "the ship"
        return "stayed-out" if own or again or same(subject.lemma.lower(), earlier.lemma.lower()) else None

    def no_attack_there(self, told: Clause, part: Clause) -> str | None:
        """ "Jets bombed a monastery": "We did not carry out any attack there", "there were no air strikes in the area on Friday"."""
        p = self.scene.parse
        if self.scene.types.get(told.head) != "ASSAULT" or p[part.head].lemma.lower() not in word_set("verbs_of_deeds_done_or_not"):
            return None
        deeds = event_lexicon().classes["attack_noun"] | word_set("nouns_for_deeds") | {"bombing", "strike", "bombardment"}
        none = [t for t in part.words if t.head == part.head and t.dep in ("dobj", "attr", "nsubj", "nsubjpass") and t.lemma.lower() in deeds]
        none = [t for t in none if any(c.lower in ("no", "any", "a", "an") for c in p.children(t.i)) and not any(c.lower in ("other", "further", "new", "more") for c in p.children(t.i))]
        where = any(t.lower in ("there", "nearby") and t.dep != "expl" for t in part.words)
        where = where or any(t.dep == "pobj" and (t.lemma.lower() in word_set("whereabouts_nouns") or any(same(t.lemma.lower(), o.lemma.lower()) for o in told.words if o.pos == "PROPN")) for t in part.words)
        where = where or any(t.ent == "DATE" and t.lower in {o.lower for o in told.words if o.ent == "DATE"} | {"day"} for t in part.words)
        return "no-attack-there" if none and where else None

    def all_stopped(self, told: Clause, answer: Statement, part: Clause) -> str | None:
        """ "hit an ammunition depot": "air defences had destroyed all the drones"."""
        p = self.scene.parse
        head = p[part.head].lemma.lower()
        if self.scene.types.get(told.head) != "ASSAULT" or p[told.head].lemma.lower() not in word_set("verbs_of_striking_things") or head not in word_set("verbs_of_stopping_fire"):
            return None
        struck = next((t for t in told.words if t.head == told.head and t.dep in ("dobj", "nsubjpass")), None)
        sites, own = ({t.lower for t in words if t.pos == "PROPN" and t.dep == "pobj"} for words in (told.words, [p[t] for t in answer.source]))
        if sites and own and not sites & own:
            return None  # another governor tells of another province
        shots = [t for t in part.words if t.head == part.head and t.dep in ("dobj", "nsubjpass") and t.lemma.lower() in event_lexicon().classes["projectile"] | event_lexicon().classes["weapon"] | word_set("crafts")]
        whole = any(c.lower in _ALL for t in shots for c in p.children(t.i)) or any(t.dep in ("nsubjpass", "dobj") and t.lower in ("all", "both") and t.head == part.head for t in part.words)
        return "all-stopped" if struck is not None and struck.lemma.lower() not in word_set("anyone_counted") and whole else None

    def turned_round(self, told: Clause, part: Clause) -> str | None:
        """ "The coast guard rammed a Philippine boat": "the Philippine boat had collided with its vessel"."""
        p = self.scene.parse
        runs = word_set("verbs_of_colliding")
        if p[told.head].lemma.lower() not in runs or p[part.head].lemma.lower() not in runs:
            return None
        one, other = self.ran(told), self.ran(part)
        if one is None or other is None or other[0].pos not in ("NOUN", "PROPN"):
            return None
        own = any(c.dep == "poss" and c.lower in _ITS for c in p.children(other[1].i)) or same(other[1].lemma.lower(), one[0].lemma.lower())
        return "turned-round" if own and same(other[0].lemma.lower(), one[1].lemma.lower()) else None

    def ran(self, clause: Clause) -> tuple[Token, Token] | None:
        """Who ran into whom: "a boat was rammed by a ship", "the boat collided with a ship"."""
        subject = self.scene.subject(clause)
        if subject is None:
            return None
        if subject.dep == "nsubjpass":
            agent = next((a for a in syntax.agents(self.scene.parse, clause.head)), None)
            return (self.scene.parse[agent], subject) if agent is not None else None
        struck = self.struck(clause)
        return (subject, struck) if struck is not None else None

    def struck(self, clause: Clause) -> Token | None:
        """What a clause says to have been run into."""
        p = self.scene.parse
        inside = {t.i for t in clause.words}
        below = [c for c in p.children(clause.head) if c.i in inside]
        behind = [g for c in below if c.dep == "prep" and c.lower in ("with", "into", "against") for g in p.children(c.i) if g.dep == "pobj"]
        return next((c for c in below if c.dep == "dobj"), None) or next(iter(behind), None)
