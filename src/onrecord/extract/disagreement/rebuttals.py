"""disputes, rebuttals: a denial, rejection or doubt and the words of others that it is aimed at: pointed at, told in the denial itself, told again, or the accusation of who denies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.extract.disagreement.hints import Hints
from onrecord.extract.disagreement.holders import Holders
from onrecord.extract.disagreement.opposed import Opposition, by, foes, opens_claim, pointer, shared, verdict
from onrecord.extract.disagreement.pleas import Pleas
from onrecord.extract.disagreement.pointing import FAR, NEAR, Pointing
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.given import told_aside_by
from onrecord.extract.phrases.supposed import conditional
from onrecord.extract.phrases.told import Clause
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST, Stance
from onrecord.model.parse import Token
from onrecord.syntax import VERBAL, clause_of

_HEARD = 8  # sentences beyond which one shared word says nothing
# What is turned down is no claim: "rejected the results of the vote".
_OUTCOMES = frozenset({"result", "outcome", "verdict"})


@dataclass(frozen=True, slots=True)
class Rebuttals(Holders):
    @property
    def hints(self) -> Hints:
        return Hints(self.scene, self.owners)

    @property
    def pointing(self) -> Pointing:
        return Pointing(self.scene, self.owners)

    def find(self) -> Iterator[Opposition]:
        for statement in self.scene.told:
            if not self.scene.known(statement) or (not statement.clauses and not statement.cue):
                continue
            if statement.stance in AGAINST and statement.lemma not in word_set("denying_verbs") and self.teller(statement) is not None:
                continue  # "she said the guards did not take it seriously" is her word of the guards, and no answer of theirs
            if statement.reply or (statement.version and self.main(statement)):
                yield from self.silent(statement)
            elif statement.stance == "asserts":
                yield from self.falsely(statement)
                yield from self.hints.contrary(statement)
                yield from self.judging(statement)
                if statement.lemma in word_set("insisting_verbs") and not self.scene.outlet(statement):
                    yield from self.insisted_before(statement)
            elif statement.stance in AGAINST and not self.negated(statement) and not self.refused(statement):
                yield from self.answered(statement) if self.main(statement) else (o for c in statement.clauses[:1] for o in self.hints.in_relative(statement, c))

    def answered(self, denial: Statement) -> Iterator[Opposition]:
        if denial.lemma == "plead":
            return  # who pleads answers what he is charged with (`pleas`), not whatever was said last
        if not denial.clauses:
            yield from self.silent(denial)
            return
        for clause in denial.clauses:
            if self.hints.opens(denial):
                return (yield from self.silent(denial))
            charges = next((t for t in (*clause.words, *(self.scene.parse[self.scene.parse[clause.head].head],)) if t.lemma.lower() in word_set("accusations") and self.owners.levelled(t)), None)
            if charges is not None:
                # "denied the charges that the army has levelled": theirs, whoever else has spoken
                yield Opposition(clause.range, self.owners.of(charges, []), self.scene.against(denial), "pointed", by(denial), 0.6)
                continue
            at = pointer(clause)
            if at is not None and at.lemma.lower() in _OUTCOMES and denial.stance != "denies":
                continue  # "refused to recognise the result"
            if at is not None:
                told = tuple(self.pointing.pointed(denial, clause, at))
                if all(not o.holders or o.holders == (None,) for o in told) and denial.stance == "denies" and (at.lower == "which" or at.lemma.lower() in word_set("accusations") or at.lower in word_set("pointing_words")):
                    # "is charged with murder, which he denies": what he is charged with, rather than that he is
                    told = tuple(Pleas(self.scene, self.owners).of_charging(denial)) or told
                yield from told
                continue
            if denial.lemma in word_set("finding_verbs"):
                yield from self.unfound(denial)
                continue
            hints = self.hints
            for rule in (hints.such, hints.ruled_out, self.inner, hints.concluded, hints.contradicting, self.nested, hints.reported, self.despite, self.alike, self.accused, hints.stood_by, hints.answered_after, hints.despite, hints.of_a_kind, hints.next_to):
                found = next(rule(denial, clause), None)
                if found is not None:
                    yield found
                    break

    def falsely(self, statement: Statement) -> Iterator[Opposition]:
        """ "wrongly accused them of theft", "falsely claimed that": who tells it so calls it wrong, the outlet or the source whose words these are."""
        p = self.scene.parse
        word = next((c for t in statement.cue for c in p.children(t) if c.dep == "advmod" and c.lower in word_set("adverbs_of_untruth")), None)
        if word is None or self.scene.outlet(statement) or not self.main(statement) or not statement.clauses or not any(t.pos in VERBAL for t in statement.clauses[0].words):
            return  # "falsely try to convince their targets": no claim of theirs is told
        teller = self.teller(statement)
        against: tuple[tuple[str | None, Stance], ...] = ((None, "rejects"),) if teller is None else tuple((a, "rejects") for a in self.scene.parallel(teller))
        yield Opposition(statement.clauses[0].range, self.scene.parallel(statement), against, "falsely", word.i, 0.6)

    def judging(self, statement: Statement) -> Iterator[Opposition]:
        """ "Rumours that the queen is ill are nonsense, the palace said"; "says she is innocent"."""
        for clause in statement.clauses if not self.scene.outlet(statement) else ():
            if verdict(clause) is not None:
                told = list(self.pointing.of_theirs(replace(statement, stance="rejects"), clause)) or list(self.inner(replace(statement, stance="rejects"), clause))
                yield from told or self.called_wrong(replace(statement, stance="rejects"), clause)
            elif self.denied_within(clause):
                denial = replace(statement, stance="denies")
                told = list(self.inner(denial, clause)) or list(Pleas(self.scene, self.owners).of_charging(denial))
                yield from told or self.called_wrong(denial, clause)
            elif self.innocent(clause):
                denial = replace(statement, stance="denies")
                found = next(self.accused(denial, clause), None) or next(self.accused_after(denial), None)
                if found is not None:
                    yield found

    def called_wrong(self, answer: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "Lawyers say the charges are fabricated": nobody is quoted who makes them."""
        subject = self.scene.subject(clause)
        case = subject is not None and subject.lemma.lower() == "case" and any(c.lower == "against" for c in self.scene.parse.children(subject.i))
        if subject is not None and (case or (subject.lemma.lower() in word_set("accusations") and not self.held(answer, NEAR))):
            yield from self.pointing.pointed(answer, clause, subject)

    def denied_within(self, clause: Clause) -> bool:
        """ "his clerk said that any such charges are denied by the captain": whoever says so speaks for who denies."""
        subject, head = self.scene.subject(clause), self.scene.parse[clause.head]
        told = subject is not None and subject.dep == "nsubjpass" and subject.lemma.lower() in word_set("told_things")
        whole = (c.lemma.lower() in word_set("accusations") for c in self.scene.parse.children(clause.head) if c.dep == "dobj")
        told = told or (subject is not None and subject.dep == "nsubj" and any(whole))  # "he denied all charges, his lawyer said"
        return told and not clause.negative and head.lemma.lower() in word_set("plain_denials") | {"reject"}

    def innocent(self, clause: Clause) -> bool:
        """ "is innocent", "was not guilty", "had done nothing wrong"."""
        p = self.scene.parse
        about = {p[clause.head].lemma.lower(), *(c.lemma.lower() for c in p.children(clause.head) if c.dep in ("acomp", "attr", "dobj", "advmod", "oprd"))}
        about |= {g.lemma.lower() for c in p.children(clause.head) if c.dep == "dobj" for g in p.children(c.i)}
        return bool("innocent" in about and not clause.negative) or bool(clause.negative and about & {"guilty", "wrong"})

    def accused_after(self, denial: Statement) -> Iterator[Opposition]:
        """What is told of the denier just after: "says she is innocent ... Prosecutors say she drew maps"."""
        later = [s for s in self.scene.told if s.first > denial.first and s.attribution is not None and s.sentence - denial.sentence <= 2 and s.stance == "asserts"]
        for other in later:
            for part in other.clauses:
                subject = self.scene.subject(part)
                if subject is None or part.negative or self.scene.same_source(other, denial) or self.scene.outlet(other) or self.scene.anybody(other):
                    continue
                if (subject.pos == "PRON" and subject.lower != "i") or self.scene.mentions((subject,), denial):
                    yield self.made(other, part, denial, "accused")
                    return

    def insisted_before(self, insisting: Statement) -> Iterator[Opposition]:
        """ "Gao insists that its mine is for salt, but Lom suspects it of digging for ore": the suspicion is told after what denies it."""
        later = [s for s in self.scene.near(insisting, 1) if s.first > insisting.first and s.lemma in word_set("accusing_verbs") and s.attribution is not None and s.stance == "asserts"]
        for other in later:
            if self.scene.same_source(other, insisting) or self.scene.outlet(other) or self.scene.anybody(other) or set(other.cue) & {t.i for t in insisting.words}:
                continue
            p = self.scene.parse
            pronoun = other.sentence == insisting.sentence and any(t.lower in ("it", "them", "him", "her") and t.dep in ("dobj", "pobj") and t.head in other.cue for t in p.tokens if t.i > insisting.first)
            if other.clauses and (self.scene.mentions(other.words, insisting) or pronoun):
                yield self.made(other, other.clauses[0], replace(insisting, stance="denies"), "insisted-before")
                return

    def main(self, statement: Statement) -> bool:
        """No mere description: "workers who disagree" answer nobody."""
        p = self.scene.parse
        if any(p[t].tag == "VB" and any(c.dep == "aux" and c.lower == "to" for c in p.children(t)) for t in statement.cue[-1:]):
            return False  # "to dismiss the claims": an aim
        return not any(p[t].dep == "relcl" and not any(c.dep in ("nsubj", "nsubjpass") and c.lower not in ("who", "which", "that") for c in p.children(t)) for t in statement.cue)

    def negated(self, statement: Statement) -> bool:
        """ "did not deny": nothing is opposed. An answer that needs its "not" ("does not believe") has its own rule."""
        node = self.scene.nodes.get(statement.attribution or "")
        by_answer = node is not None and node.derivation["content"].stage == "disputes"
        return not by_answer and any(self.scene.parse[t].dep == "neg" for t in statement.cue)

    def refused(self, statement: Statement) -> bool:
        """ "rejected the idea", "turned down a request": what was proposed or asked for is refused; nobody disagrees about a fact."""
        offers = word_set("offers_and_demands")
        return statement.stance == "rejects" and any(t.lemma in offers and t.dep in ("dobj", "nsubjpass", "ROOT") and not self.told_as_so(t) for t in statement.words)

    def told_as_so(self, noun: Token) -> bool:
        """ "suggestions that it had known of the plot": what was or is so; "the idea that the port close" is a proposal."""
        p = self.scene.parse
        told = [c for c in p.children(noun.i) if c.dep in ("acl", "ccomp") and any(m.lower == "that" for m in p.children(c.i))]
        return noun.lemma.lower() in word_set("told_things") and any({c.tag, *(a.tag for a in p.children(c.i) if a.dep in ("aux", "auxpass"))} & {"VBD", "VBZ", "VBP"} for c in told)

    def silent(self, denial: Statement) -> Iterator[Opposition]:
        """ "Farmers disagree", "tells a different story": what another said just before. Who then gives the other version is of the same side."""
        if denial.reply:
            yield from self.replied(denial)
            return
        if self.scene.heads(denial) & (word_set("told_things") | word_set("papers")):
            return  # "maps of the area disagree": with one another
        near = self.held(denial, 4 if denial.version else 2)
        near = [s for s in near if self.scene.same_source(s, near[0]) and near[0].sentence - s.sentence <= 2]
        told = [((bool(self.scene.kinds(c)), len(c.keys)), s, c) for s in near for c in s.clauses if c.keys and self.scene.tells(s, c)]
        if not told:
            return
        _, target, part = max(told, key=lambda t: t[0]) if denial.version else told[0]
        against: list[tuple[str | None, Stance]] = [(a, denial.stance if denial.stance in AGAINST else "denies") for a in self.scene.parallel(denial)]
        if denial.version and not any(self.scene.tells(denial, c) for c in denial.clauses):
            later = [s for s in self.scene.told if s.first > denial.first and s.attribution is not None and 0 <= s.sentence - denial.sentence <= 1]
            against += [(a, "denies") for s in later[:1] if not self.scene.same_source(s, target) for a in self.scene.parallel(s)]
        yield Opposition(part.range, self.scene.parallel(target), tuple(dict(against).items()), "answered", by(denial), 0.6)

    def replied(self, denial: Statement) -> Iterator[Opposition]:
        """ "Guild: not so" to the accusation just before it; "No, says the guild" to the question just before it."""
        if denial.stance == "asserts":
            return
        p, text = self.scene.parse, self.scene.clean.text
        asked = next((x for x in reversed(p.sentences[max(0, denial.sentence - 2) : denial.sentence]) if text[x.start : x.end].rstrip().endswith("?")), None)
        if asked is not None and (not denial.cue or p[denial.cue[0]].text != ":"):
            others = [s for s in self.scene.told if s.reply and s.stance == "asserts" and asked.i < s.sentence <= denial.sentence + 2]
            yield Opposition((asked.start, asked.end), tuple(a for s in others for a in self.scene.parallel(s)), self.scene.against(denial), "replied", by(denial))
            return
        for target in self.held(denial, 1):
            flat = denial.sentence - target.sentence == 1 and not (denial.cue and p[denial.cue[0]].text == ":")
            if flat or self.scene.mentions(target.words, denial) or self.of_same_pronoun(target, denial):
                yield self.made(target, target.clauses[0], denial, "replied")
                return

    def of_same_pronoun(self, target: Statement, denial: Statement) -> bool:
        """ "Prosecutors say he ordered it; he says he did not": he of whom it is told answers."""
        words = [self.scene.parse[t] for t in denial.source]
        if len(words) != 1 or words[0].pos != "PRON" or target.sentence != denial.sentence:
            return False
        return any((s := self.scene.subject(c)) is not None and s.lower == words[0].lower for c in target.clauses)

    # Told in the denial ----------------------------------------------------------------------------------------------------

    def inner(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "rejected accusations by the league that it had fired": the claim stands in the denial; whose it is may stand there too, or before."""
        p = self.scene.parse
        if p[clause.head].tag == "VB":
            return  # "rejected to clear him of the charge that ..." refuses
        for token in clause.words:
            if token.pos != "NOUN" or token.lemma.lower() not in word_set("told_things") or (token.lemma.lower() in word_set("offers_and_demands") and not self.told_as_so(token)):
                continue
            told = [p[k] for k in p.subtree(token.i) if opens_claim(p, p[k], token)][:1]
            if not told and token.lemma.lower() not in _OUTCOMES and (token.i == clause.head or token.dep in ("nsubj", "nsubjpass")):
                told = [g for c in p.children(token.i) if c.dep == "prep" and c.lower in ("of", "about") for g in p.children(c.i)]
            if told and told[0].lemma.lower() in word_set("raising_verbs"):
                return  # "the charges that it has levelled" tells no claim
            words = [p[k] for c in told for k in p.subtree(c.i) if p[k] in clause.words]
            words = words[1:] if words and (words[0].dep == "mark" or words[0].lower == "that") else words
            charged = next(self.pointing.charged(denial, words, token), None) if told and told[0].dep == "pobj" else None
            if charged is not None:
                yield charged
                return
            if len(words) < (1 if told and told[0].dep == "pobj" and told[0].pos == "NOUN" else 2):
                continue
            owners = {p[k].lemma.lower() for k in p.subtree(token.i) if p[k].pos in ("NOUN", "PROPN") and p[k] not in words} - {token.lemma.lower()}
            held = [s for s in self.scene.told if s.attribution is not None and s.stance == "asserts" and s.clauses and not self.scene.same_source(s, denial)]
            named = [s for s in held if self.scene.heads(s) & owners and not {t.i for t in s.words} & {t.i for t in words}]
            within = [s for s in held if {t.i for t in s.words} & {t.i for t in words} and set(s.cue) <= {t.i for t in denial.words}]
            alike = next(self.alike(denial, clause), None)
            holders = self.scene.parallel((within or named)[-1]) if within or named else self.owners.of(token, words) or (alike.holders if alike is not None else ())
            yield Opposition((words[0].start, words[-1].end), holders, self.scene.against(denial), "inner", by(denial), 0.7)
            return

    def nested(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "denied a report in the paper that ...": the claim in the denial has a source of its own."""
        inside = {t.i for t in denial.words}
        for other in self.scene.told:
            if other is denial or other.attribution is None or other.stance != "asserts" or not other.source or not other.clauses:
                continue
            if any(told_aside_by(self.scene.parse, t) for t in other.cue):
                continue  # "denied seizing the two men, whom the army says are spies"
            if len(other.clauses[0].words) > 2 and set(other.cue) <= inside and {t.i for t in other.clauses[0].words} <= inside and not self.scene.same_source(other, denial):
                yield self.made(other, other.clauses[0], denial, "nested")

    # Told again ------------------------------------------------------------------------------------------------------------

    def alike(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """Others' words with the same deed or things, else the outlet's own. The claim is where it is first told."""
        if not self.truth(denial, clause):
            return
        denied = self.scene.content_keys(clause, denial)
        if self.restated(denial, denied):
            return
        met: list[tuple[int, int, Statement, Clause]] = []
        for other in self.scene.near(denial, FAR):
            if other.stance != "asserts" or self.scene.same_source(other, denial) or set(other.cue) & {t.i for t in denial.words}:
                continue
            if not self.scene.outlet(other) and self.scene.party(other) & self.scene.party(denial):
                continue  # a spokesman of those who deny it tells it no other way
            for part in other.clauses:
                common = self.common(denial, clause, denied, other, part)
                if common:
                    met.append((common, self.scene.distance(other, denial), other, part))
        if not met:
            return
        if any(m[2].lemma in word_set("accusing_verbs") and self.scene.mentions(m[2].words, denial) for m in met):
            met = [m for m in met if self.scene.mentions(m[2].words, denial)]  # "Rebels entered the town. The army accused Chad of backing them. Chad denies it"
        best = max(m[0] for m in met)
        chosen = sorted((m for m in met if m[0] >= max(2, best - 1) or m[0] == best), key=lambda m: m[2].first)
        voices = tuple(dict.fromkeys(h for m in chosen for h in self.scene.parallel(m[2])))
        first = clause.range if chosen[0][2].first > denial.first else chosen[0][3].range
        rule = "alike" if any(self.of_the_deed(denied, clause, m[3]) for m in chosen) else "of-the-thing"
        yield Opposition(first, voices, self.scene.against(denial), rule, by(denial), 0.7)

    def despite(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "denied that there was a camp, despite the evidence": its own words are the claim, which others may tell as well."""
        for found in self.hints.despite(denial, clause):
            holders = (*found.holders, *(h for o in self.alike(denial, clause) for h in o.holders if h is not None))
            yield replace(found, holders=tuple(dict.fromkeys(holders)))

    def restated(self, denial: Statement, denied: frozenset[str]) -> bool:
        """Whether the denier has denied most of it before: "denied that any cells exist there", after "refuted the charge that his fort has cells"."""
        earlier = [s for s in self.scene.told if s.first < denial.first and s.stance in ("denies", "rejects") and s.clauses]
        # "Col Dessa" is "Colonel Anton Dessa, commander of the fort".
        earlier = [s for s in earlier if self.scene.same_source(s, denial) or self.scene.mentions((self.scene.parse[t] for t in s.source), denial)]
        return bool(denied) and any(2 * len(shared(denied, s.keys - self.scene.heads(s))) >= max(2, len(denied)) for s in earlier)

    def common(self, denial: Statement, clause: Clause, denied: frozenset[str], other: Statement, part: Clause) -> int:
        """How many words the other's clause shares with what is denied; 0 where it does not tell the same."""
        if part.negative or (self.scene.ahead(part) and not self.scene.ahead(clause)) or self.of_the_foe(denial, part) or {t.i for t in part.words} & {t.i for t in clause.words} or not (self.scene.outlet(other) or self.scene.tells(other, part) or self.told(other)):
            return 0
        subject = self.scene.subject(part)
        if subject is not None and subject.pos == "PRON" and (doer := self.scene.actors.by_head.get(subject.i)) is not None and doer.entity == self.scene.entity(other) and denial.stance == "denies":
            return 0  # "denied killing the mayor. The army said it had killed three rebels": a deed of who tells it
        common = shared(denied, self.scene.content_keys(part, denial, other) - self.supposed(part))
        if common <= _OUTCOMES:
            return 0  # "refused to recognise the result": no word against what else is told of the vote
        far, outlet = self.scene.distance(other, denial), self.scene.outlet(other)
        deed = far <= 1 and denial.stance == "denies" and part.head in self.scene.types and self.of_anybody(common, clause, part)
        enough = 3 if outlet and far > 2 else 2 if (outlet and not deed) or far > _HEARD or (len(denied) > 3 and far > 1) else 1
        if len(common) < enough or (3 * len(common) < min(len(denied), 6) and not (far <= 1 and not outlet)) or (outlet and far > 3 * _HEARD):
            return 0
        if clause.keys & word_set("involvement_nouns") and not self.scene.mentions(other.words, denial):
            return 0
        if any(verdict(c) is not None for c in other.clauses):
            return 0
        if denial.stance != "denies" and len(common) < 3 and not self.main_word(common, clause):
            return 0
        if len(common) == 1 and not (self.deed(common, clause) and self.told_of(common, clause, part)):
            return 0
        return len(common)

    def of_anybody(self, common: frozenset[str], clause: Clause, part: Clause) -> bool:
        """Whether the deed just told is denied of whomever: "denied arresting anyone", "denied killing civilians", not "arresting journalists in May"."""
        p = self.scene.parse
        head = p[clause.head]
        thing = next((c for c in p.children(head.i) if c.dep in ("dobj", "nsubjpass")), None)
        anybody = thing is None or thing.pos == "PRON" or thing.lemma.lower() in word_set("anyone_counted") or any(c.lower == "any" for c in p.children(thing.i))
        if thing is not None and thing.lemma.lower() in word_set("kinds_of_victims") and thing.lemma not in {w.lemma for w in part.words}:
            return False  # "denied killing any minor": not that fourteen were killed
        return anybody and head.lemma.lower() in common and p[part.head].lemma == head.lemma and not any(t.ent == "DATE" for t in clause.words)

    def of_the_foe(self, denial: Statement, part: Clause) -> bool:
        """ "Rebels deny shelling a clinic": that the army had fired the shells is no word against them."""
        doer = self.scene.subject(part)
        if doer is None or doer.dep != "nsubj":
            return False
        return any(foes(head, doer.lemma.lower()) for head in self.scene.heads(denial))

    def supposed(self, part: Clause) -> frozenset[str]:
        """Keys of what a clause only supposes: "if the troops cross, it will close the port" does not tell that they crossed."""
        p = self.scene.parse
        opened = [t for t in part.words if (t.dep in ("advcl", "ccomp") or t.i == part.head) and conditional(p, t)]
        inside = {k for t in opened for k in p.subtree(t.i)}
        return frozenset(t.lemma.lower() for t in part.words if t.i in inside) - {t.lemma.lower() for t in part.words if t.i not in inside}

    def told_of(self, common: frozenset[str], clause: Clause, part: Clause) -> bool:
        """Whether the one shared word, where it is only the thing of the denied deed, is a thing of what the other tells as well: who was "kept from entering the
        market" tells nothing of its bombing."""
        p = self.scene.parse
        thing = all(t.pos in ("NOUN", "PROPN") and t.i != clause.head and not any(r.head == t.lemma for r in event_lexicon().rules_for("n", t.lemma)) for t in clause.words if t.lemma.lower() in common)
        kinds = self.scene.kinds(clause)
        if thing and kinds and self.scene.kinds(part) and not kinds & self.scene.kinds(part):
            return False
        return not thing or any(t.lemma.lower() in common and clause_of(p, t.i) == part.head for t in part.words)

    def told(self, other: Statement) -> bool:
        """What somebody seems or is said to have done stands in an infinitive: "the guard seems to have sold the keys"."""
        return any(t.lemma == "have" and t.dep == "aux" for t in other.words)

    def truth(self, denial: Statement, clause: Clause) -> bool:
        """A mere thing ("rejected the classification") has no truth that others could hold; what is rejected or doubted is told as a clause or called a claim."""
        p = self.scene.parse
        lexicon = event_lexicon()
        for token in clause.words:
            if token.pos == "NOUN" and token.lemma.lower() in word_set("told_things"):
                return True
            if token.i != clause.head and p[token.head] in clause.words and token.head != clause.head:
                continue
            subject = any(c.dep in ("nsubj", "nsubjpass", "expl", "mark") for c in p.children(token.i))
            if token.pos in VERBAL and (subject or denial.lemma in word_set("plain_denials")):
                return True
            if denial.lemma in word_set("plain_denials") and token.pos == "NOUN" and (lexicon.rules_for("n", token.lemma) or token.lemma.lower() in word_set("involvement_nouns")):
                return True
        return False

    def main_word(self, common: frozenset[str], clause: Clause) -> bool:
        """Whether a shared word is the head of the clause, or what a mere "there is" says there is."""
        there = any(t.dep == "expl" for t in clause.words)
        return any(t.lemma.lower() in common and (t.i == clause.head or (there and t.head == clause.head and t.dep == "attr")) for t in clause.words)

    def deed(self, common: frozenset[str], clause: Clause) -> bool:
        """Whether the one shared word is what the clause tells, or the object of that, rather than some thing in it."""
        lexicon = event_lexicon()
        for token in clause.words:
            if token.lemma.lower() not in common:
                continue
            main = token.i == clause.head or (token.head == clause.head and token.dep in ("dobj", "attr"))
            if main or token.pos == "VERB" or any(not r.companions for r in lexicon.rules_for("n", token.lemma)):
                return True
        return False

    def of_the_deed(self, denied: frozenset[str], clause: Clause, part: Clause) -> bool:
        """Whether what is denied is the deed that the other tells, and not something else of a thing in it: "denied that the market was a base", of a market that
        was shelled."""
        p = self.scene.parse
        kinds = self.scene.kinds(clause)
        if kinds & self.scene.kinds(part) or not self.scene.kinds(part):
            return True
        common = shared(denied, part.keys)
        if len(common) > 1 or clause.keys & word_set("involvement_nouns"):
            return True
        return any(t.lemma.lower() in common and (t.i == clause.head or t.i in self.scene.types) for t in clause.words) or p[clause.head].pos == "NOUN"

    def accused(self, denial: Statement, clause: Clause) -> Iterator[Opposition]:
        """A denial by the one whom another has just accused, or of whom another has just told a deed of the kind that is denied."""
        generic = bool(clause.keys & word_set("involvement_nouns")) or bool(clause.keys & word_set("guilt_words"))
        kinds = self.scene.kinds(clause)
        for other in self.held(denial, NEAR):
            far = self.scene.distance(other, denial)
            for part in other.clauses:
                if part.negative:
                    continue
                accusing = other.lemma in word_set("accusing_verbs")
                blamed = accusing and self.names(other, denial) and (generic or far <= 1)
                # "that group denied any part": whom it means is the one just accused.
                blamed = blamed or (accusing and generic and far <= 1 and self.anaphoric(denial))
                deed = self.scene.deed_of(part, denial) and far <= 2 and (generic or bool(kinds & self.scene.kinds(part)))
                if blamed or deed:
                    yield self.made(other, part, denial, "accused")
                    return
        if generic and len(clause.keys) == 1:
            yield from self.plainly_told(denial, True)

    def unfound(self, denial: Statement) -> Iterator[Opposition]:
        """ "A doctor found no wound", just after an allegation: it is not borne out."""
        for other in self.held(denial, 2)[:1]:
            part = next((c for c in other.clauses if not c.negative), None)
            met = part is not None and bool(shared(denial.keys, self.scene.content_keys(part, other)))
            if part is not None and (other.lemma in word_set("accusing_verbs") or met) and not denial.keys & word_set("proof_nouns"):
                    yield self.made(other, part, denial, "unfound")




