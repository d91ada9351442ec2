"""disputes, pointing: a denial that only points at what it answers: "denied this", "the reports", "the charges". A helper of the dispute rules, no stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.disagreement.holders import Holders
from onrecord.extract.disagreement.opposed import Opposition, by, shared
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

NEAR = 4  # sentences that a pointer reaches back
FAR = 200  # sentences within which a claim is found whose owner is named
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN"})  # types of deeds that one is accused of


@dataclass(frozen=True, slots=True)
class Pointing(Holders):
    def pointed(self, denial: Statement, clause: Clause, at: Token) -> Iterator[Opposition]:
        """ "dismissed the claim", "rejected that": the accusation that names the denier, else the assertion just before. A plural answers all its clauses."""
        p, lemma = self.scene.parse, at.lemma.lower()
        before = self.held(denial, 1 if denial.lemma == "rule" else NEAR)  # what is ruled out may be a wish of the sentence before
        if at.dep in ("appos", "npadvmod") and any(p[t].head == at.i for t in denial.cue):
            before = [s for s in before if s.sentence == denial.sentence]  # "said six had been beaten, an allegation the police denied": hung on what it answers
            if not before:
                return
        if at.lower == "which" and (of := self.taken_up(at)) is not None and of.pos == "NOUN" and of.lemma.lower() not in word_set("told_things") | word_set("accusations"):
            before = [s for s in before if s.sentence == denial.sentence]  # "had proposed a truce, which the rebels rejected": no claim
            if not before:
                return
        if at.tag == "PRP":
            before = [s for s in before if denial.sentence - s.sentence <= 1]  # "it" is what was said just before, else a thing
        if lemma in word_set("counted_claims"):
            before = [s for s in before if any(t.pos == "NUM" for t in s.words)]
        owners = {p[k].lemma.lower() for k in p.subtree(at.i) if p[k].pos in ("NOUN", "PROPN") and k != at.i and p[k].dep in ("poss", "pobj", "compound")}
        own = [s for s in before if self.scene.heads(s) & owners] or [s for s in self.held(denial, FAR) if self.scene.heads(s) & owners]
        charge = lemma in word_set("accusations")
        such = any(c.lower == "such" for c in p.children(at.i))
        alleged = self.alleged_before(denial) if charge and not own and not any(s.sentence == denial.sentence - 1 for s in before) else []
        if alleged:
            # "expelled three French envoys over alleged spying. Paris denied the claims": whatever others have said of other things before
            yield Opposition((alleged[0].start, alleged[-1].end), self.owners.of(at, []), self.scene.against(denial), "pointed", by(denial), 0.5)
            return
        last = [s for s in before if s.sentence == denial.sentence - 1 and any(t.pos == "VERB" and self.scene.types.get(t.i) in HOSTILE for t in s.words)] if charge and lemma != "claim" and not such else []
        accuser = None if such else self.accuser(denial, before) if charge else None
        if accuser is not None and last and accuser.sentence < denial.sentence - 1 and accuser.lemma not in word_set("accusing_verbs"):
            accuser = None  # "The minister said an officer was hurt ... A lawyer said he was shot after he surrendered. The police rejected the allegation"
        target = own[0] if own else accuser if charge else self.of_report(at, denial)
        if target is None and before and not self.owned(at, denial) and (not charge or before[0].sentence >= denial.sentence - 2):
            # "the reports": rather those about the denier than the last thing said.
            told = [s for s in before if any(not c.negative for c in s.clauses)] or before
            if charge or lemma in word_set("told_things"):
                told = [s for s in told if not all(self.scene.ahead(c) for c in s.clauses)]  # "she would ask for leave to appeal" is no account
            if charge and lemma != "claim":
                told = [s for s in told if not all(self.befell(c, denial) for c in s.clauses)]  # "He was held for nine days, his lawyer said. He denies the charges"
            named = [s for s in told if self.concerns(s.words, denial)] if lemma in word_set("told_things") or at.lower in word_set("pointing_words") else []
            # "It said it had interviewed 14 inmates" is no charge: the accusation (a mere claim is whatever was said last) is what was said of a deed before it.
            guilty = [s for s in told if any(self.scene.kinds(c) & HOSTILE for c in s.clauses)] if charge and (lemma != "claim" or such) else []
            # ... and rather a deed that is told than one told beside something else ("entered the town after clashes")
            guilty = [s for s in guilty if any(self.scene.types.get(c.head) in HOSTILE for c in s.clauses)] or guilty
            # "denied the allegations": rather a deed laid to him than whatever else was said of him
            blame = lemma in ("allegation", "accusation", "charge") or such
            both = [s for s in guilty if s in named] if blame else []
            if blame and guilty and such:
                both = [s for s in guilty if s.sentence == guilty[0].sentence]  # "said he was tortured. Tehran denies such allegations": those just made
            # "said the nurses were spies. The league denied the allegation": what somebody is said right before to be
            if blame and told and not both and denial.sentence - told[0].sentence == 1 and any(self.said_to_be(c) for c in told[0].clauses):
                both = told[:1]
            last = [s for s in last if s in told]  # what was said right before of a deed, whatever others have said
            target = next(iter((last if blame else ()) or both or (guilty if blame else ()) or named or guilty or told), None)
        target = target or self.told_after(at, owners, denial)
        if target is None and not before and (at.lower in word_set("pointing_words") or at.lower in ("which", "something")):
            yield from self.plainly_told(denial, False)
            return
        if target is None:
            if charge and not self.scene.heads(denial) & word_set("courts") and self.some_charge(denial, at):
                # It answers somebody, whom the text does not quote.
                phrase = [t for t in clause.words if t.i in set(self.scene.parse.subtree(at.i))] or list(clause.words)
                yield Opposition((phrase[0].start, phrase[-1].end), self.owners.of(at, []), self.scene.against(denial), "pointed", by(denial), 0.5)
            return
        parts = [c for c in target.clauses if not c.negative] or list(target.clauses)
        # "told reporters at the grave that he was shot": to whom it was told is no part of it
        parts = [c for c in parts if not any(t.head in target.cue and t.dep in ("dobj", "dative") and t.i == c.head for t in c.words)] or parts
        plural = at.tag == "NNS" or at.lower in ("these", "those")
        # "had died and accused the rebels. The rebels denied this": what names who denies it, else what was said last.
        naming = [] if plural else [c for c in parts if self.scene.mentions(c.words, denial)]
        one = naming or (parts[::-1] if at.lower in word_set("pointing_words") else parts)
        for part in parts if plural else one[:1]:
            yield self.made(target, part, denial, "figure" if lemma in word_set("counted_claims") else "pointed", plural)

    def alleged_before(self, denial: Statement) -> list[Token]:
        """The words of what the sentence before, in the paragraph of the denial, calls alleged; none else."""
        p = self.scene.parse
        if denial.sentence == 0 or p.sentences[denial.sentence - 1].paragraph != p.sentences[denial.sentence].paragraph:
            return []
        noun = next((p.head(t.i) for t in p.sentence_tokens(denial.sentence - 1) if t.lower in ("alleged", "purported", "supposed") and t.dep == "amod"), None)
        return [p[k] for k in sorted(p.subtree(noun.i)) if p[k].pos != "PUNCT"] if noun is not None and noun.i not in self.scene.actors.by_head else []

    def of_theirs(self, answer: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "said the rebels' version was a lie": what they told, whoever else has spoken since."""
        subject = self.scene.subject(clause)
        if subject is not None and subject.lemma.lower() in word_set("whole_accounts") and any(c.dep in ("poss", "compound", "amod") and c.pos in ("NOUN", "PROPN") for c in self.scene.parse.children(subject.i)):
            yield from self.pointed(answer, clause, subject)

    def taken_up(self, which: Token) -> Token | None:
        """The word that a relative clause with "which" hangs on."""
        p = self.scene.parse
        verb = next((p[a] for a in (which.head, p[which.head].head) if p[a].dep == "relcl"), None)
        return p[verb.head] if verb is not None else None

    def befell(self, clause: Clause, denial: Statement) -> bool:
        """Whether a clause tells what was done to the denier by nobody named."""
        subject = self.scene.subject(clause)
        if subject is None or subject.dep != "nsubjpass" or any(c.dep == "agent" for c in self.scene.parse.children(clause.head)):
            return False
        actors, deniers = self.scene.actors.by_head, self.scene.party(denial)
        return self.scene.types.get(clause.head) in HOSTILE and subject.i in actors and actors[subject.i].entity in deniers

    def said_to_be(self, clause: Clause) -> bool:
        """Whether a clause says what people are: "were spies", "were part of a spy network"."""
        p = self.scene.parse
        subject = self.scene.subject(clause)
        head = p[clause.head]
        return not clause.negative and head.lemma == "be" and subject is not None and subject.lower not in ("it", "there", "this", "that") and any(c.dep == "attr" for c in p.children(head.i))

    def told_after(self, at: Token, owners: set[str], denial: Statement) -> Statement | None:
        """ "Relatives disputed the police account. Police had said that he shot at them": what the owner of an account told of a deed is told after it is disputed."""
        official = any(c.dep == "amod" and c.lower == "official" for c in self.scene.parse.children(at.i))
        if at.lemma.lower() not in word_set("whole_accounts") or not (owners or official):
            return None
        later = [s for s in self.scene.told if s.attribution is not None and s.stance == "asserts" and s.first > denial.first and s.sentence - denial.sentence <= NEAR and not self.scene.same_source(s, denial)]
        later = [s for s in later if any(c.head in self.scene.types and not c.negative for c in s.clauses)]
        return next((s for s in later if self.scene.heads(s) & owners or (official and not owners and self.in_office(s))), None)

    def in_office(self, statement: Statement) -> bool:
        """Whether a statement is of those in power, an army or the police."""
        return any(set(self.scene.actors.by_id[e].sectors) & {"GOV", "MIL", "COP"} for e in self.scene.party(statement))

    def some_charge(self, denial: Statement, at: Token) -> bool:
        """Whether a certain charge is meant: "the charges", or one that the clause denying it hangs on."""
        p = self.scene.parse
        return any(p[t].head == at.i for t in denial.cue) or any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "no") for c in p.children(at.i))

    def owned(self, at: Token, denial: Statement) -> bool:
        """Whether it is said whose claim it is: "the charges made by the army"; not by "a charge denied by the army" itself."""
        p = self.scene.parse
        return any(p[k].dep == "pobj" and p[p[k].head].lower in ("by", "from") and p[p[k].head].head not in denial.cue for k in p.subtree(at.i)) or any(c.dep == "poss" and c.pos != "PRON" for c in p.children(at.i))

    def accuser(self, denial: Statement, before: list[Statement]) -> Statement | None:
        """Who has accused the denier: in an accusing word or telling a deed of his, near; else anywhere before, where no name is given."""
        blaming = [s for s in before if s.lemma in word_set("accusing_verbs") or any(not c.negative and self.his_wrong(c, denial) for c in s.clauses)]
        if blaming:
            # "the allegations": rather those in which the denier is named than the last ones made.
            return next((s for s in blaming if self.names(s, denial) or self.concerns(s.words, denial)), blaming[0])
        far = [s for s in self.scene.told if s.unnamed and s.first < denial.first and any(self.scene.deed_of(c, denial) or self.scene.mentions(c.words, denial) for c in s.clauses)]
        return far[-1] if far else None

    def his_wrong(self, clause: Clause, denial: Statement) -> bool:
        """Whether a clause tells a deed of the denier or of his country's ("Thai artillery"), and no mere coming or going beside another deed."""
        subject = self.scene.subject(clause)
        his = self.scene.deed_of(clause, denial) or (subject is not None and self.concerns([self.scene.parse[k] for k in self.scene.parse.subtree(subject.i)], denial))
        return his and not self.befell(clause, denial) and (self.scene.types.get(clause.head) in HOSTILE or not self.scene.kinds(clause))

    def charges(self, denial: Statement) -> list[Statement]:
        """The accusations made of the denier before."""
        told = [s for s in self.scene.told if s.first < denial.first and s.stance == "asserts" and s.attribution is not None and s.lemma in word_set("accusing_verbs")]
        told = [s for s in told if any(not c.negative for c in s.clauses) and not self.scene.same_source(s, denial)]
        return [s for s in told if self.names(s, denial)]

    def charged(self, denial: Statement, words: list[Token], noun: Token) -> Iterator[Opposition]:
        """ "denied allegations of theft", of which he stands accused before: there the claim is first told. "Any allegations" answer whatever was alleged."""
        any_ = any(c.lower in ("any", "all") for c in self.scene.parse.children(noun.i))
        keys = frozenset(t.lemma.lower() for t in words if t.pos in ("NOUN", "VERB", "ADJ"))
        for target in self.charges(denial):
            part = next((c for c in target.clauses if not c.negative and (any_ or shared(keys, self.scene.content_keys(c, target, denial)))), None)
            if part is not None:
                yield self.made(target, part, denial, "charged")
                return

    def of_report(self, at: Token, denial: Statement) -> Statement | None:
        """ "denied the reports": what a report told of the denier or his country, rather than whatever was said last."""
        nouns = word_set("reporting_nouns")
        if at.lemma.lower() not in nouns:
            return None
        told = [s for s in self.held(denial, 3 * NEAR) if s.lemma in nouns or self.scene.heads(s) & nouns]
        told = [s for s in told if any(not c.negative for c in s.clauses)]
        near = [s for s in told if self.scene.distance(s, denial) <= 2]
        found = next((s for s in told if self.concerns(s.words, denial)), near[0] if near else None)
        if found is not None and found.lemma not in nouns and self.anaphoric(found):
            # "The report said ..." goes on with what was reported just before.
            found = next((s for s in told if s.lemma in nouns and s.first < found.first and found.sentence - s.sentence <= 1), found)
        return found
