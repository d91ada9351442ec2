"""disputes, rivals: two sources that tell one thing in ways that cannot both be so, without a word of denial: a flat negative, a verdict, each blaming the
other, another cause, or versions that the text itself says to differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.disagreement.culprits import another_culprit
from onrecord.extract.disagreement.firstshots import first_shots
from onrecord.extract.disagreement.opposed import Opposition, Scene, shared, verdict
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause, Range
from onrecord.lexicon.attribution import source_kinds
from onrecord.lexicon.disputes import announcements, verdicts
from onrecord.lexicon.stance import excludes, same
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST, Stance
from onrecord.syntax import VERBAL

_NEAR = 3  # sentences within which a version is answered
_BARE = 4  # words of a sentence that only says no
_ANYBODY = frozenset({"people", "person", "body", "civilian", "casualty"})
_SURE = 5  # sentences for a flat negative about the same deed

_PAPER = 12  # sentences within which a report is still the one that was told of


@dataclass(frozen=True, slots=True)
class Rivals:
    scene: Scene

    def find(self) -> Iterator[Opposition]:
        yield from self.announced()
        for answer in self.scene.told:
            if answer.stance != "asserts" or answer.version or not answer.clauses or not self.scene.known(answer):
                continue
            # "Bishop Alo, whom the junta accuses of ...": the claim may stand in what tells who answers.
            before = [s for s in sorted(self.scene.near(answer, _SURE), key=lambda s: s.first) if (s.first < answer.first or set(s.cue) & set(answer.source)) and s is not answer]
            before = [s for s in before if s.stance == "asserts" and s.clauses and not self.scene.same_source(s, answer)]
            if not answer.cue and answer.attribution is not None:
                # In a turn of his own, what "I" said is the speaker's.
                before = [s for s in before if not {self.scene.parse[t].lower for t in s.source} & {"i", "we", "myself"}]
            judging = any(verdict(c) is not None for c in answer.clauses)
            before = [s for s in before if judging or not (self.scene.anybody(s) and self.scene.distance(s, answer) > 0)]
            before = [s for s in before if self.scene.distance(s, answer) <= _SURE and not set(s.cue) & {t.i for t in answer.words}]
            if not self.main(answer):
                continue
            spoken = [s for s in before if not self.scene.outlet(s) and not (judging and self.answers(s, answer))]
            done: set[int] = set()
            if judging and (paper := self.of_paper(answer)) is not None:
                done.add(paper.by)
                yield paper
            for claim in reversed(before):
                for found in self.opposed(claim, answer, bool(spoken) and claim is spoken[-1]):
                    if found.by not in done:
                        done.add(found.by)
                        yield found

    def answers(self, reason: Statement, answer: Statement) -> bool:
        """ "dismissed the claim, saying his soil was not used": with "the allegation" another judges what was dismissed, and not why."""
        if reason.lemma in word_set("verbs_of_calling") | word_set("branding_verbs") and any(t.lemma.lower() in word_set("accusations") for t in reason.words[:3]):
            return True  # "called the claim false": no claim of its own
        accused = any(t.lemma.lower() in word_set("accusations") for c in answer.clauses for t in c.words if verdict(c) is not None)
        return accused and all(c.negative for c in reason.clauses) and any(s.stance in AGAINST and s is not reason and s.sentence == reason.sentence and self.scene.same_source(s, reason) for s in self.scene.told)

    def main(self, statement: Statement) -> bool:
        """Whether the statement is told in the main line of its sentence: no relative clause, no purpose."""
        p = self.scene.parse
        if statement.attribution is None:
            return True
        if any(p[t].tag == "MD" or p[t].dep == "neg" for t in statement.cue):
            return False
        return not any(p[t].dep in ("relcl", "acl", "xcomp", "pcomp") and p[t].pos == "VERB" for t in statement.cue[-1:])

    def opposed(self, claim: Statement, answer: Statement, last: bool) -> Iterator[Opposition]:
        """What `answer` opposes in `claim`; `last` where no other source spoke between them."""
        if {t.i for t in claim.words} & {t.i for t in answer.words}:
            return
        outlets = self.scene.outlet(claim), self.scene.outlet(answer)
        near = self.scene.distance(claim, answer) <= _NEAR
        for part in answer.clauses:
            judged = self.judged(claim, part, answer, last) if near else None
            if judged is not None and (not outlets[1] or self.scene.distance(claim, answer) <= 1):
                yield self.made(judged.range, claim, answer, part, "verdict", "rejects")
                continue
            for told in claim.clauses:
                rule, words = self.flat(claim, told, answer, part), told.range
                if rule is not None:
                    words = self.narrowed(told, part)
                elif near and not any(outlets) and self.flat(answer, part, claim, told) is not None:
                    # The denial came first: what it denies is told only now.
                    yield Opposition(part.range, self.scene.parallel(answer), tuple((a, "denies") for a in self.scene.parallel(claim)), "flat-negative", told.head)
                    break
                elif near and not any(outlets):
                    rule = first_shots(self.scene, claim, told, answer, part) or self.blamed(claim, told, answer, part) or another_culprit(self.scene, claim, told, answer, part) or (self.defended(claim, answer, part) if last else None) or self.excluded(claim, told, answer, part) or (self.weighed(claim, told, answer, part) if last else None)
                if rule is not None:
                    yield self.made(words, claim, answer, part, rule, "denies")
                    break

    def made(self, words: Range, claim: Statement, answer: Statement, part: Clause, rule: str, stance: Stance) -> Opposition:
        return Opposition(words, self.scene.parallel(claim), tuple((a, stance) for a in self.scene.parallel(answer)), rule, part.head)

    # A flat negative ---------------------------------------------------------------------------------------------------------

    def flat(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
        """A flat negative about what another told: "the ministry said no soldier had been there", "it never carried a rifle"."""
        if not part.negative or part.modal or told.negative or self.scene.outlet(claim) or self.scene.open(part):
            return None
        if any(t.lower in ("other", "further") and any(c.lower in word_set("flat_negatives") for c in self.scene.parse.children(t.head)) for t in part.words):
            return None  # "there were no other bombs"
        keys = self.scene.content_keys(told, claim, answer)
        if self.scene.outlet(answer) and not part.keys and len(part.words) <= _BARE:
            # "It was not."
            return "flat-negative" if answer.sentence - claim.sentence == 1 and self.scene.tells(claim, told) else None
        denied = part.denied - self.scene.heads(claim) - self.scene.heads(answer) - word_set("flat_negatives") - {"one"}
        if part.denied & word_set("things_of_the_kind") and any(t.lower in ("such", "kind", "sort") for t in part.words):
            return "flat-negative" if self.scene.distance(claim, answer) <= 1 and self.scene.tells(claim, told) else None
        if self.no_such(told, part):
            return "flat-negative" if not self.scene.outlet(answer) and self.scene.distance(claim, answer) <= 1 and self.scene.tells(claim, told) else None
        if not denied:
            return self.elliptic(claim, told, answer, part)
        if denied <= word_set("aspect_verbs"):
            return None
        subject = self.scene.subject(part)
        if denied <= word_set("happening_verbs") and subject is not None and subject.lower in ("it", "that", "this") and not part.keys - denied:
            # "It never happened": what was told just before
            return "flat-negative" if not self.scene.outlet(answer) and self.scene.distance(claim, answer) <= 1 and self.scene.tells(claim, told) else None
        # "no such warning was received": what there is none of is enough.
        shots = word_set("verbs_of_shooting")
        told_again = {d for d in denied if any(same(d, k) for k in keys) or (d in shots and keys & shots)}
        if told_again and self.scene.distance(claim, answer) <= 1 and self.scene.parse[part.head].lemma.lower() in told_again and self.scene.parse[told.head].pos in VERBAL:
            # "no clerk was killed", "nine died": whoever they were
            subject = self.scene.subject(told)
            bare = subject is not None and subject.pos == "NUM"
            denied = frozenset(d for d in denied if d in told_again or not (d in _ANYBODY or bare))
        if not told_again or not denied - told_again <= word_set("happening_verbs"):
            return "flat-negative" if self.own_deed(claim, told, answer, part) else None
        if not self.of_one(told, part) or self.narrower(claim, part):
            return None
        others = shared(self.scene.content_keys(part, claim, answer) - denied, keys)
        if self.scene.outlet(answer):
            head = self.scene.parse[part.head].lemma.lower()
            return "flat-negative" if self.scene.distance(claim, answer) <= 1 and head in denied and (others or len(part.words) <= 7) else None
        if len(denied) == 1 and not others and self.scene.distance(claim, answer) > 2:
            return None
        return "flat-negative" if self.scene.tells(claim, told) else None

    def no_such(self, told: Clause, part: Clause) -> bool:
        """ "Soldiers shot six villagers": "there was no such operation", "had carried out no such strike": of the kind just told, by whatever noun takes it up."""
        p = self.scene.parse
        such = next((t for t in part.words if t.lower == "such" and p[max(t.i - 1, 0)].lower in ("no", "any")), None)
        if such is None or not self.scene.kinds(told):
            return False
        noun = p[such.head]
        return noun.i > such.i and (bool({self.scene.types.get(noun.i), self.scene.types.get(part.head)} & self.scene.kinds(told)) or noun.lemma.lower() in word_set("nouns_for_deeds"))

    def narrower(self, claim: Statement, part: Clause) -> bool:
        """ "no murders on the new line" beside "90 people were murdered in the city": what there is none of is told of a place of its own."""
        p = self.scene.parse
        told = {t.lemma.lower() for t in claim.words}
        on = [t for t in part.words if t.dep == "pobj" and t.pos == "NOUN" and p[t.head].lower in ("on", "aboard") and any(c.lower in ("the", "this") for c in p.children(t.i))]
        return any(t.ent not in ("DATE", "TIME") and t.lemma.lower() not in told for t in on)

    def of_one(self, told: Clause, part: Clause) -> bool:
        """Whether the negative is about the one of whom it was told: its subject is a pronoun, the same noun, or the thing that there is none of."""
        p = self.scene.parse
        subject = self.scene.subject(part)
        if subject is None or subject.pos == "PRON" or subject.dep == "expl":
            return True
        if any(c.lower in word_set("flat_negatives") for c in p.children(subject.i)):
            return True
        names = {t.lemma.lower() for t in told.words if t.pos in ("NOUN", "PROPN")}
        return any(same(subject.lemma.lower(), n) for n in names) or any(c.dep == "poss" and c.pos == "PRON" for c in p.children(subject.i))

    def own_deed(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> bool:
        """ "southern guns had shelled its post": "his side had not fired a round": a deed of the kind that was told, denied by those of whom it was told."""
        head = self.scene.parse[part.head]
        kind = self.scene.types.get(part.head)
        if kind is None or head.lemma.lower() not in part.denied or kind not in self.scene.kinds(told) or self.scene.distance(claim, answer) > 2:
            return False
        if self.scene.deed_of(told, answer):
            return True
        # "southern guns" are those of a southern spokesman.
        doer = self.scene.subject(told)
        marks = {self.scene.parse[t].lemma.lower() for t in answer.source if self.scene.parse[t].pos in ("ADJ", "PROPN")}
        return doer is not None and any(c.lemma.lower() in marks for c in self.scene.parse.children(doer.i) if c.dep in ("amod", "compound"))

    def elliptic(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
        """ "There was none": of what the question just before asks after, else of what was told just before."""
        if part.keys - word_set("flat_negatives") or self.scene.outlet(answer):
            return None
        sentence = self.scene.parse.sentences[answer.sentence - 1] if answer.sentence else None
        if sentence is None or not self.scene.clean.text[sentence.start : sentence.end].rstrip().endswith("?"):
            return None
        asked = self.scene.clean.text[sentence.start : sentence.end].lower()
        return "flat-negative" if any(len(k) > 3 and k in asked for k in told.keys) else None

    def narrowed(self, told: Clause, part: Clause) -> Range:
        """The words of the claim that a flat "there was no ..." denies: a phrase beside the main line by itself, else the whole clause."""
        if not any(t.dep == "expl" for t in part.words):
            return told.range
        p = self.scene.parse
        for token in told.words:
            if token.dep == "pobj" and any(same(token.lemma.lower(), d) for d in part.denied):
                words = [p[k] for k in p.subtree(token.head) if p[k] in told.words]
                return words[0].start, words[-1].end
        return told.range

    # Versions ---------------------------------------------------------------------------------------------------------------

    def blamed(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
        """Each lays the deed at the other's door: "said the army had fired", "the army blamed the front"."""
        if self.turned_back(claim, told, answer, part) or self.lays_it_elsewhere(claim, told, answer, part):
            return "mutual-blame"
        if told.negative or not self.scene.tells(claim, told) or not self.scene.deed_of(told, answer):
            return None
        accusing = answer.lemma in word_set("accusing_verbs") and (self.scene.mentions(answer.words, claim) or (answer.lemma == "blame" and self.scene.distance(claim, answer) <= 1 and bool(self.scene.kinds(part) & self.scene.kinds(told)) and not self.scene.mentions(part.words, answer)))
        turned = self.scene.deed_of(part, claim) and not part.negative and bool(self.scene.kinds(part) & self.scene.kinds(told))
        return "mutual-blame" if accusing or turned else None

    def turned_back(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> bool:
        """ "blamed the rebels for the blast": "the rebels blamed the army", for that or for nothing that is named."""
        blaming = word_set("blaming_verbs")
        if claim.lemma not in blaming or answer.lemma not in ("blame", "accuse") or told.negative or part.negative or self.scene.distance(claim, answer) > 1:
            return False
        p = self.scene.parse
        accused = [c for t in claim.cue for c in p.children(t) if c.dep == "dobj"]
        if not self.scene.mentions(accused, answer):
            return False
        names = {t.lemma.lower() for t in part.words if t.pos == "PROPN"} | self.scene.heads(claim) | self.scene.heads(answer)
        for_what = {k for k in part.keys - names if k not in word_set("empty_words")}
        return bool(shared(for_what, told.keys)) or (answer.lemma == "blame" and not any(t.dep == "prep" and t.lower == "for" for t in part.words))

    def lays_it_elsewhere(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> bool:
        """ "accused Moscow of blowing up the dam": "Moscow said Ukrainian shelling had destroyed the dam's gates": the accused tells a like deed of others to the same thing."""
        if claim.lemma not in word_set("blaming_verbs") or part.negative or part.modal or self.scene.distance(claim, answer) > 1 or self.scene.types.get(part.head) != "ASSAULT":
            return False
        p = self.scene.parse
        accused = [c for t in claim.cue for c in p.children(t) if c.dep == "dobj"]
        subject = self.scene.subject(part)
        if subject is None or subject.pos not in ("NOUN", "PROPN") or not self.scene.mentions(accused, answer) or self.scene.deed_of(part, answer) or any(c.dep == "poss" and c.pos == "PRON" for c in p.children(subject.i)):
            return False
        things = {t.lemma.lower() for t in told.words if t.pos == "NOUN" and t not in accused}
        return any(c.dep == "dobj" and c.lower in ("it", "them") for c in p.children(part.head)) or any(same(t.lemma.lower(), k) for t in part.words if t.pos == "NOUN" and t is not subject for k in things)

    def weighed(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
        """Just after another's version of the same thing: "insists that", "nobody else did", "saw nothing of the kind", another cause of the same deed."""
        far = self.scene.distance(claim, answer)
        if told.negative or far > 2 or not self.scene.tells(claim, told) or not self.scene.tells(answer, part):
            return None
        lowers = {t.lower for t in part.words}
        head = self.scene.parse[part.head]
        met = shared(self.scene.content_keys(part, claim, answer), self.scene.content_keys(told, claim, answer))
        if any(c.tag == "MD" for c in self.scene.parse.children(part.head)):
            return None
        if answer.lemma in word_set("insisting_verbs"):
            # Who insists may speak of another thing than what was said just before, unless that was about himself.
            bare = far <= 1 and answer.lemma in word_set("retorting_verbs") and (answer.lemma != "insist" or self.scene.mentions(told.words, answer))
            # "Some diplomats maintain that" may only be what they say as well.
            needed = 2 if self.conceded(claim, answer) or answer.lemma == "maintain" else 0 if bare else 1
            if len(met) >= needed:
                return "insisted"
        if "else" in lowers and lowers & word_set("flat_negatives"):
            return "insisted"
        seen = part.negative and not part.modal and (head.lemma.lower() in word_set("seeing_verbs") or (head.lemma.lower() == "find" and not part.keys & word_set("proof_nouns")))
        if seen and "know" not in part.denied and (met or self.scene.kinds(told)) and any(w in part.denied for w in (head.lemma.lower(),)):
            return "saw-nothing"
        if self.other_cause(told, part):
            return "other-cause"
        return "other-state" if far <= 1 and self.other_state(claim, told, answer, part) else None

    def conceded(self, claim: Statement, answer: Statement) -> bool:
        """ "The siege ended in nine deaths, although the army insists ...": it answers its own sentence, not what was said before that."""
        p = self.scene.parse
        verb = next((p[t] for t in answer.cue if p[t].dep == "advcl"), None)
        return verb is not None and p[verb.head].sent != claim.sentence and any(c.dep == "mark" and c.lower in word_set("turning_words") for c in p.children(verb.i))

    def other_state(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> bool:
        """One thing said to be two: "the shepherd was inside its territory", "he was on his side of the stream"; "was a thief", "was a good man"."""
        p = self.scene.parse
        first, second = self.scene.subject(told), self.scene.subject(part)
        if first is None or second is None or p[told.head].lemma != "be" or p[part.head].lemma != "be" or part.negative or answer.lemma == "add":
            return False
        if not (second.lower in ("he", "she", "it", "they") and second.tag == "PRP") or self.scene.mentions((first,), answer):
            return False
        mention, own = self.scene.actors.by_head.get(second.i), self.scene.entity(answer)
        if mention is not None and own is not None and mention.entity == own:
            return False
        if p[told.head].tag != p[part.head].tag:
            return False
        kinds = [{c.dep for c in p.children(c_.head) if c.dep in ("attr", "prep") or (c.dep == "advmod" and c.i > c_.head)} for c_ in (told, part)]
        place = [bool(k & {"prep", "advmod"}) and "attr" not in k for k in kinds]
        noun = ["attr" in k for k in kinds]
        return (all(place) or all(noun)) and not shared(part.keys - {second.lemma.lower()}, told.keys)

    def defended(self, claim: Statement, answer: Statement, part: Clause) -> str | None:
        """Just after an accusation: the accused, or those who speak for him, say what he did not do, or where he was."""
        if claim.lemma not in word_set("blaming_verbs") or self.scene.distance(claim, answer) > 1 or part.modal or not self.scene.tells(answer, part):
            return None
        p = self.scene.parse
        subject = self.scene.subject(part)
        if subject is None or subject.pos != "PRON":
            return None
        owners = {p[t].lemma.lower() for t in answer.source if p[t].dep == "poss" and p[t].pos in ("NOUN", "PROPN")}
        whose = any(p[t].dep == "poss" and p[t].lower in ("his", "her", "their", "its") for t in answer.source)
        accused = {t.lemma.lower() for t in claim.words if t.pos in ("NOUN", "PROPN")}
        for_him = bool(owners & accused) or (whose and any(p[t].lemma.lower() in word_set("kin") | word_set("advocates") for t in answer.source))
        # "Her colleagues say she was arrested without a warrant": what befell the accused is no answer to what he is accused of.
        befell = subject.dep == "nsubjpass" and not part.negative and p[part.head].lemma not in word_set("verbs_of_framing")
        if for_him and not befell and p[part.head].tag in ("VBD", "VBN", "VBZ"):
            return "defended"
        his = whose or self.scene.mentions(claim.words, answer)  # "Police said they had received no application": nobody has accused them
        return "defended" if his and part.negative and p[part.head].tag in ("VBD", "VBN") and subject.lower in ("it", "he", "she", "they") and not part.denied & word_set("aspect_verbs") else None

    def other_cause(self, told: Clause, part: Clause) -> bool:
        """One deed with two causes: "was closed for repairs", "was closed because shells had gone"."""
        p = self.scene.parse
        if p[told.head].lemma != p[part.head].lemma or part.negative or p[told.head].lemma.lower() in word_set("empty_words"):
            return False
        causes = []
        for head, clause in ((told.head, told), (part.head, part)):
            below = [c for c in p.children(head) if c.i > head and (c.lower in word_set("cause_words") or any(m.dep == "mark" and m.lower == "because" for m in p.children(c.i)))]
            causes.append({p[k].lemma.lower() for c in below for k in p.subtree(c.i) if p[k] in clause.words and p[k].pos in ("NOUN", "PROPN", "VERB")})
        if not causes[0] or not causes[1] or causes[0] & causes[1]:
            return False
        subjects = [self.scene.subject(c) for c in (told, part)]
        return subjects[0] is not None and subjects[1] is not None and (subjects[1].pos == "PRON" or same(subjects[0].lemma.lower(), subjects[1].lemma.lower()))

    def excluded(self, claim: Statement, told: Clause, answer: Statement, part: Clause) -> str | None:
        """A state that cannot be where the other is: "alive" after "killed"."""
        keys = self.scene.content_keys(told, claim, answer)
        other = frozenset(t.lemma.lower() for t in part.words) - self.scene.heads(claim) - self.scene.heads(answer)
        if part.negative or told.negative or not shared(part.keys, keys):
            return None
        # "closer to war" is no state that "remains" could exclude.
        main = [{t.lemma.lower() for t in c.words if t.tag not in ("JJR", "RBR", "JJS") and (t.i == c.head or (t.head == c.head and t.dep in ("acomp", "attr", "advmod", "prep")))} for c in (told, part)]
        other = other & main[1]
        return "excluded" if any(excludes(o, k) for o in other for k in main[0]) else None

    def announced(self) -> Iterator[Opposition]:
        """Versions that the text says to differ: "Accounts of who fired first differ. The army says ... The guild says ..."."""
        p, text = self.scene.parse, self.scene.clean.text
        for sentence in p.sentences:
            rule = next((a for a in announcements() if a.pattern.search(text, sentence.start, sentence.end)), None)
            if rule is None or sentence.part != "body":
                continue
            after = [s for s in self.scene.told if s.stance == "asserts" and s.clauses and s.source and 0 <= s.sentence - sentence.i <= 4 and not self.scene.outlet(s)]
            after = [s for s in after if p[s.cue[0] if s.cue else s.first].start >= sentence.start]
            if len(after) < 2:
                continue
            claim = after[0]
            spoken = any(sentence.first <= t.i < sentence.last for e in self.scene.told if not self.scene.outlet(e) and e.source and not self.scene.heads(e) & word_set("told_things") for t in e.words) and claim.sentence != sentence.i
            if spoken or not any(self.scene.tells(claim, c) for c in claim.clauses) or claim.sentence - sentence.i > 3:
                continue
            answer = next((s for s in after[1:] if not self.scene.same_source(s, claim) and s.sentence - claim.sentence <= 1 and not set(s.words) & set(claim.words)), None)
            if answer is not None:
                yield self.made(claim.clauses[0].range, claim, answer, answer.clauses[0], rule.rule, "denies")

    # Verdicts ---------------------------------------------------------------------------------------------------------------

    def judged(self, claim: Statement, part: Clause, answer: Statement, last: bool) -> Clause | None:
        """A verdict on what was told just before: "she said the letter was forged", "called the report a lie", "there is no truth in it"."""
        word = verdict(part)
        if word is None:
            return None
        p = self.scene.parse
        subject = next((t for t in part.words if t.dep in ("nsubj", "nsubjpass") and (t.head == word.i or t.head == word.head)), None)
        if subject is None:
            subject = next((t for t in part.words if t.dep in ("dobj", "pobj", "nsubj") and t is not word), None)
        if subject is None:
            return None
        positive = next((c for c in claim.clauses if not c.negative), None)
        outlet = self.scene.outlet(claim)
        if verdicts().get(word.lemma.lower()) == "law":
            return next((c for c in claim.clauses if c.told(subject.lemma.lower()) and self.legal(c)), None) if not outlet and not self.scene.outlet(answer) else None
        owner = next((c for c in p.children(subject.i) if c.dep == "poss" and c.pos in ("NOUN", "PROPN")), None)
        if owner is not None and owner.lemma.lower() not in self.scene.heads(claim):
            return None  # "the guards' statement is false" judges nobody else's
        if subject.lower in word_set("pointing_words") or subject.lemma.lower() in word_set("told_things"):
            near = self.scene.distance(claim, answer) <= (1 if self.scene.outlet(answer) else 2) and (last or self.scene.outlet(answer))
            if self.scene.outlet(answer) and (len(part.words) > 8 or p[part.head].lemma != "be" or subject.lower not in word_set("pointing_words")):
                return None
            return (positive or claim.clauses[0]) if near and not outlet else None
        paper = source_kinds().get(subject.lemma.lower()) == "document" or subject.lemma.lower() in word_set("papers")
        if subject.pos == "PRON" or self.scene.outlet(answer) or not paper:
            return None
        if any(same(subject.lemma.lower(), p[t].lemma.lower()) for t in claim.source) or (claim.unnamed and claim.lemma == subject.lemma.lower()):
            return positive
        nouns = [c for c in claim.clauses if any(t.pos == "NOUN" and same(t.lemma.lower(), subject.lemma.lower()) for t in c.words) and not c.negative]
        return nouns[0] if nouns else None

    def of_paper(self, answer: Statement) -> Opposition | None:
        """ "called the report a fabrication": what was said in a report before, rather than what somebody else has said since."""
        for part in answer.clauses:
            word = verdict(part)
            subject = next((t for t in part.words if word is not None and t is not word and t.lemma.lower() in word_set("reporting_nouns") and t.dep in ("nsubj", "nsubjpass", "dobj", "pobj")), None)
            if subject is None or any(c.dep in ("poss", "acl", "relcl") or c.lower == "of" for c in self.scene.parse.children(subject.i)):
                continue
            before = [s for s in self.scene.near(answer, _PAPER) if s.first < answer.first and s.stance == "asserts" and s.clauses and not self.scene.outlet(s) and not self.scene.same_source(s, answer)]
            told = [s for s in before if any(t.lemma.lower() == subject.lemma.lower() and t not in s.words for t in self.scene.parse.sentence_tokens(s.sentence))]
            positive = next((c for c in told[-1].clauses if not c.negative), None) if told else None
            if positive is not None:
                return self.made(positive.range, told[-1], answer, part, "verdict", "rejects")
        return None

    def legal(self, clause: Clause) -> bool:
        """Whether a clause claims a right or rests on a law."""
        return bool(clause.keys & (word_set("law_nouns") | word_set("permitting_verbs"))) or "right" in clause.keys or "legal" in clause.keys or "lawful" in clause.keys
