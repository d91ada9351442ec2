"""disputes, hints: words beside a denial that say whose claim it answers: "as reported by the press", "despite the evidence", "contrary to what was claimed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.disagreement.holders import Holders
from onrecord.extract.disagreement.opposed import Opposition, by
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause
from onrecord.lexicon.disputes import kinds_of_wrong
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST, Stance
from onrecord.syntax import VERBAL, is_passive, noun_phrase

_MEN = frozenset({"man", "soldier", "troop", "fighter", "anyone", "anybody", "personnel", "crew", "officer", "guard"})
_KIND = 4  # words of a mere kind of deed: "any foul play"


@dataclass(frozen=True, slots=True)
class Hints(Holders):
    def contrary(self, statement: Statement) -> Iterator[Opposition]:
        """ "Contrary to what the operator claimed, the ferry is not lost": the main line denies what is named there."""
        p = self.scene.parse
        at = next((t for t in p.sentence_tokens(statement.sentence) if t.i + 2 < len(p) and ((t.lower == "contrary" and p[t.i + 1].lower == "to") or (t.lower == "contradicting" and (p[t.i + 1].lower == "to" or (t.dep == "advcl" and not any(p[k].pos in VERBAL for k in p.subtree(t.i) if k != t.i)))))), None)
        if at is None or not statement.clauses:
            return
        below = set(p.subtree(at.i))
        told = [p[k] for k in sorted(below) if p[k].lemma.lower() in word_set("claiming_verbs") | word_set("told_things")]
        if not told:
            return
        main = next((c for c in statement.clauses if c.head not in below), None)
        words = [t for t in main.words if t.i not in below] if main is not None else []
        if not words or (statement.attribution is None and not any(c.head not in below for c in statement.clauses)):
            return
        owners = {p[c.i].lemma.lower() for t in told for c in p.children(t.i) if c.dep in ("nsubj", "poss", *(("compound",) if at.lower == "contradicting" else ())) and c.pos in ("NOUN", "PROPN")}
        held = [s for s in self.scene.told if s.attribution is not None and self.scene.heads(s) & owners and s is not statement]
        against: list[tuple[str | None, Stance]] = [(a, "denies") for a in self.scene.parallel(statement)]
        holders = self.scene.parallel(held[-1]) if held else next((o for t in told if (o := self.owners.of(t, []))), ())
        if statement.attribution is not None and main is not None and not main.negative and holders:
            # "The ministry says theft rose, contrary to police claims": the ministry's claim, which the police deny
            against, holders = [(a, "denies") for a in holders], self.scene.parallel(statement)
        yield Opposition((words[0].start, words[-1].end), holders, tuple(against), "contrary", at.i, 0.6)

    def in_relative(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "blamed the rebels, who deny any role, for the fire": who is accused denies it in a clause that tells of him."""
        p = self.scene.parse
        verb = next((p[t] for t in denial.cue if p[t].dep == "relcl"), None)
        generic = {t.lemma.lower() for t in clause.words if t.pos in ("NOUN", "PRON", "ADJ")}
        if verb is None or not generic or not generic <= word_set("involvement_nouns") | word_set("guilt_words") | word_set("accusations") | word_set("pointing_words") | {"any", "all"}:
            return
        aside = set(p.subtree(verb.i))
        for other in self.scene.told:
            inside = {t.i for t in other.words}
            if other.attribution is None or other.lemma not in word_set("accusing_verbs") or self.scene.same_source(other, denial):
                continue
            if other.clauses and self.is_accused(other, verb.head):
                yield Opposition(other.clauses[0].range, self.scene.parallel(other), self.scene.against(denial), "accused", by(denial), 0.7)
                return
            if verb.head not in inside:
                continue
            accused = aside | set(range(*noun_phrase(p, verb.head)))
            rest = [t for t in other.words if t.i not in accused and t.pos != "PUNCT"]
            behind = [t for t in rest if t.i > verb.i]
            words = behind[1:] if behind and behind[0].pos in ("ADP", "SCONJ") else behind or rest
            while words and words[-1].pos in ("ADP", "SCONJ"):
                words = words[:-1]
            words = words or [t for t in other.words if t.i not in aside and t.pos != "PUNCT"]
            yield Opposition((words[0].start, words[-1].end), self.scene.parallel(other), self.scene.against(denial), "accused", by(denial), 0.7)
            return

    def is_accused(self, other: Statement, head: int) -> bool:
        """ "The governor, who denies the charges, is accused of ordering the raid"."""
        p = self.scene.parse
        return any(is_passive(p, t) and any(c.dep == "nsubjpass" and c.i == head for c in p.children(t)) for t in other.cue if p[t].pos in VERBAL)

    def reported(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "denied that it had sold arms, as reported by the press", "denied any link with the raid, an allegation made by the army"."""
        p = self.scene.parse
        sentence = p.sentence_tokens(denial.sentence)
        for token in sentence:
            if token.i < clause.words[0].i:
                continue
            as_told = token.lemma.lower() in word_set("claiming_verbs") and any(c.lower == "as" for c in p.children(token.i))
            # The parser takes what stands behind the comma for a second object.
            second = token.dep == "dobj" and token.head in denial.cue and token.i > clause.head
            apposed = (token.dep == "appos" or second) and token.lemma.lower() in word_set("accusations")
            if not as_told and not apposed:
                continue
            owners = {p[k].lemma.lower() for k in p.subtree(token.i) if p[k].pos in ("NOUN", "PROPN")}
            held = [s for s in self.scene.told if s.attribution is not None and s.stance == "asserts" and self.scene.heads(s) & owners and not self.scene.same_source(s, denial)]
            words = [t for t in clause.words if t.i < min(p.subtree(token.i))]
            if words:
                holders = self.scene.parallel(held[-1]) if held else self.owners.saying(token, words) if as_told else self.owners.of(token, words)
                yield Opposition((words[0].start, words[-1].end), holders, self.scene.against(denial), "reported", by(denial), 0.6)
                return

    def contradicting(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "denied sending workers, contradicting the spy agency": who is contradicted says that it was so."""
        p = self.scene.parse
        verb = next((t for t in p.sentence_tokens(denial.sentence) if t.lower == "contradicting" and t.i > clause.head), None)
        whom = next((c for c in p.children(verb.i) if c.dep == "dobj" and c.i in self.scene.actors.by_head), None) if verb is not None else None
        words = [t for t in clause.words if verb is not None and t.i < verb.i]
        if verb is not None and whom is not None and words:
            yield Opposition((words[0].start, words[-1].end), self.owners.told_by([whom.i], verb, words, "aside"), self.scene.against(denial), "contrary", verb.i, 0.6)

    def answered_after(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """A denial of one's own deed, and just after it another's word that it was so: "denied promising it. His wives say he gave his word"."""
        if denial.stance != "denies" or denial.lemma not in word_set("plain_denials"):
            return
        later = [s for s in self.scene.told if s.first > denial.first and s.attribution is not None and 0 <= s.sentence - denial.sentence <= 1 and s.stance == "asserts"]
        later = [s for s in later if not self.scene.same_source(s, denial) and not {t.i for t in s.words} & {t.i for t in denial.words}]
        for other in later[:1]:
            for part in other.clauses:
                subject = self.scene.subject(part)
                mention = self.scene.actors.by_head.get(subject.i) if subject is not None else None
                if mention is not None and subject is not None and subject.pos == "PRON" and mention.entity == self.scene.entity(other):
                    continue  # "Sool said it had taken the town": a deed of who tells it
                own = subject is not None and (self.scene.mentions((subject,), denial) or subject.lower in ("he", "she", "they", "it"))
                if own and not part.negative and self.scene.parse[part.head].tag in ("VBD", "VBN") and self.scene.tells(other, part):
                    yield Opposition(clause.range, self.scene.parallel(other), self.scene.against(denial), "answered-after", by(denial), 0.6)
                    return

    def despite(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "denied it, despite the evidence": the outlet holds it to be so; "despite reports", that others do."""
        for token in self.scene.parse.sentence_tokens(denial.sentence):
            if token.dep != "pobj" or self.scene.parse[token.head].lower not in ("despite", "against", "notwithstanding") or token.i < denial.first:
                continue
            proof, told = token.lemma.lower() in word_set("proofs"), token.lemma.lower() in word_set("told_things")
            words = [t for t in clause.words if t.i < token.head]
            if (proof or told) and words:
                yield Opposition((words[0].start, words[-1].end), (None,) if proof else (), self.scene.against(denial), "despite", by(denial), 0.6)
                return

    def stood_by(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "The guild denies selling salt; the paper stands by its report": the claim stands in the denial only."""
        for other in self.scene.told:
            if other.lemma == "stand" and 0 <= other.sentence - denial.sentence <= 1 and other.first > denial.first and not self.scene.same_source(other, denial):
                yield Opposition(clause.range, self.scene.parallel(other), self.scene.against(denial), "stood-by", by(denial), 0.6)

    def opens(self, denial: Statement) -> bool:
        """ "The sister disputed that: there were burns on his feet": "that" is what was told before, and what follows the colon speaks against it."""
        p = self.scene.parse
        behind = [t for t in p.sentence_tokens(denial.sentence) if t.i > max(denial.cue, default=len(p))][:2]
        return len(behind) == 2 and behind[0].lower in word_set("pointing_words") and behind[1].text in (":", "—", "–", "-")

    def ruled_out(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "accused youths of starting the blaze": "the commissioner ruled out arson": a kind of deed that another has just laid to somebody, or told of."""
        p = self.scene.parse
        if denial.lemma not in ("rule", "rule out", "exclude") or p[clause.head].lemma.lower() not in word_set("kinds_of_foul_play") or len(clause.words) > _KIND:
            return
        for other in self.held(denial, 2):
            part = next((c for c in other.clauses if not c.negative and (other.lemma in word_set("accusing_verbs") or self.scene.kinds(c))), None)
            if part is not None:
                yield self.made(other, part, denial, "ruled-out")
                return

    def such(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "denies carrying out any such raid, which the league says would break the treaty": of the kind that another has just told of."""
        head = clause.head
        first = next((t for t in clause.words if t.lower == "such"), None)
        if first is None or denial.stance != "denies" or self.scene.parse[max(first.i - 1, 0)].lower not in ("any", "no", "that", "of") or first.i - head > 6 or any(t.i < first.i and t.dep == "relcl" for t in clause.words):
            return
        named = next((t for t in clause.words if t.i > first.i and t.pos in ("NOUN", "PROPN")), first)
        for target in self.held(denial, 2):
            part = next((c for c in target.clauses if self.scene.tells(target, c) and not c.negative and not c.modal), None)
            # "any such talks" are no attacks that somebody spoke of: what is named has been told of, unless a word for anything stands there.
            meant = part is not None and (named.lemma.lower() in word_set("things_of_the_kind") or named.lemma.lower() in part.keys or bool(self.scene.kinds(clause) & self.scene.kinds(part)))
            if part is not None and meant:
                yield Opposition(part.range, self.scene.parallel(target), self.scene.against(denial), "such", by(denial), 0.6)
                return

    def concluded(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "denied ordering the taps, as an inquiry concluded that he had", "though prosecutors say he did": the claim is told by its auxiliary alone."""
        p = self.scene.parse
        for verb in p.sentence_tokens(denial.sentence):
            if verb.i <= denial.cue[-1] or verb.lemma.lower() not in word_set("claiming_verbs") | word_set("concluding_verbs"):
                continue
            opened = any(c.lower in ("as", "though", "although", "while", "but", "when") and c.i < verb.i for c in (*p.children(verb.i), p[max(min(p.subtree(verb.i)) - 1, 0)]))
            bare = [c for c in p.children(verb.i) if c.dep == "ccomp" and c.lower in ("had", "did", "has", "was", "were", "does", "is") and not any(g.dep in ("attr", "acomp", "neg", "advcl") or (g.dep == "dobj" and g.lower != "that") for g in p.children(c.i))]
            words = [t for t in clause.words if t.i < min(p.subtree(verb.i))]
            if opened and bare and words:
                holders = next((self.scene.parallel(s) for s in self.scene.by_sentence.get(denial.sentence, ()) if verb.i in s.cue and s.attribution is not None), ()) or self.owners.saying(verb, words)
                yield Opposition((words[0].start, words[-1].end), holders, self.scene.against(denial), "concluded", by(denial), 0.6)
                return

    def of_a_kind(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "The party said ballot boxes were stuffed. The commission denied any fraud": what another told just before is a wrong of the kind that is denied."""
        p = self.scene.parse
        head = p[clause.head]
        lost = head.lemma == "lose" and any(c.dep == "dobj" and c.lemma.lower() in _MEN for c in p.children(head.i))  # "denied that it had lost any men"
        kind = "loss" if lost else head.lemma.lower() if head.pos == "NOUN" else ""
        if denial.stance not in AGAINST or kind not in kinds_of_wrong() or (not lost and any(c.dep == "prep" and c.lower != "in" for c in p.children(head.i))):
            return
        words = kinds_of_wrong()[kind]
        for target in self.held(denial, 2):
            part = next((c for c in target.clauses if not c.negative and any(t.lemma.lower() in words for t in c.words)), None)
            if part is not None:
                yield self.made(target, part, denial, "of that kind")
                return

    def next_to(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """A denial that stands right behind what another told, of a thing there, in words that share nothing: "took nine clerks away": "contested that any passengers
        had been seized"."""
        p = self.scene.parse
        if denial.stance != "denies" and denial.lemma not in ("contest", "dispute", "challenge"):
            return
        head = p[clause.head]
        told = head.pos in VERBAL and any(c.dep in ("nsubj", "nsubjpass", "expl") for c in p.children(head.i)) and any(c.tag in ("VBD", "VBN", "VBZ") for c in (head, *p.children(head.i)))
        if not told or clause.modal or clause.negative or (head.lemma == "be" and any(c.dep == "attr" for c in p.children(head.i))):
            return  # "denied the men were spies" says nothing against their arrest
        held = self.held(denial, 1)[:1]
        if not held and self.scene.there(clause) and self.scene.of_his(clause):
            for other in self.scene.near(denial, 1):
                part = next((c for c in other.clauses if not c.negative and not c.modal and self.scene.kinds(c) & {"ASSAULT", "COERCE"}), None)
                if self.scene.outlet(other) and other.sentence == denial.sentence - 1 and part is not None:
                    yield Opposition(part.range, (None,), self.scene.against(denial), "next-to", by(denial), 0.5)
                    return
        for target in held:
            part = next((c for c in target.clauses if self.scene.tells(target, c) and not c.modal and self.scene.kinds(c) & {"ASSAULT", "COERCE"}), None)
            existence = any(t.lower in ("any", "anyone", "anybody") for t in clause.words)
            there = any(t.lemma.lower() in word_set("whereabouts_nouns") | word_set("taking_up_nouns") and any(c.lower in ("the", "this", "that") for c in p.children(t.i)) for t in clause.words)
            existence = existence and part is not None and (bool(self.scene.kinds(clause) & self.scene.kinds(part)) or head.lemma in word_set("verbs_of_harm"))  # "denied that any of its ships had called there" answers no attack
            # "deported 3,400 people ... denied that his agents had beaten anyone": another wrong than what is told
            if part is not None and head.lemma in word_set("verbs_of_wrongs_to_people") and p[part.head].lemma != head.lemma and not self.scene.kinds(part) & {"ASSAULT"}:
                continue
            if part is not None and (existence or there or self.scene.deed_of(part, denial)):
                # "denied that the boats carried arms" says nothing against their seizure.
                rule = "next-to" if existence or not there or self.scene.kinds(clause) & self.scene.kinds(part) else "of-the-thing"
                yield Opposition(part.range, self.scene.parallel(target), self.scene.against(denial), rule, by(denial), 0.5)
