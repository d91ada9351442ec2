"""disputes, misgivings: a claim that is not believed by who tells of it or by another: "that seems unlikely", "is hard to believe", "does not stand up", "in reality", "but
satellite images show", "nobody believes him"; and an involvement denied in a deed that somebody unnamed did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.disagreement.judged import judgement
from onrecord.extract.disagreement.opposed import Opposition, Scene, by, shared
from onrecord.extract.disagreement.owners import Owners
from onrecord.extract.disagreement.pleas import guiltless
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause, Range
from onrecord.lexicon.attribution import source_kinds
from onrecord.lexicon.disputes import verdicts
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Stance
from onrecord.syntax import VERBAL, noun_phrase

_BANDS = frozenset({"group", "movement", "organisation", "organization", "gang", "band", "faction", "militia", "cartel", "commando"})
_BY_COURTS = frozenset({"arrest", "charge", "indict", "jail", "imprison", "sentence", "convict", "remand"})
_INVOLVED = 2  # sentences back to the deed in which an involvement is denied


@dataclass(frozen=True, slots=True)
class Misgivings:
    scene: Scene
    owners: Owners

    def find(self) -> Iterator[Opposition]:
        yield from self.branded()
        for statement in self.scene.told:
            if statement.stance == "denies" or (statement.attribution is not None and any(guiltless(self.scene.parse, c) or self.not_there(c) for c in statement.clauses)):
                yield from self.uninvolved(statement)
            if statement.stance == "denies":
                continue
            if statement.stance == "asserts":
                for clause in statement.clauses:
                    yield from self.disbelieved(statement, clause)
                yield from self.in_reality(statement)
                yield from self.shown(statement)
                yield from self.reported_otherwise(statement)

    def before(self, statement: Statement, at: int, reach: int) -> list[Statement]:
        """What others say before token `at`, within `reach` sentences, the nearest first; nothing that the statement itself tells."""
        p = self.scene.parse
        inside = {t.i for t in statement.words}
        found = [s for s in self.scene.near(statement, reach) if s.stance == "asserts" and s.source and s.clauses and not self.scene.outlet(s) and s.first < at]
        found = [s for s in found if p[at].sent - s.sentence <= reach and not set(s.cue) & inside and not self.scene.same_source(s, statement)]
        return sorted(found, key=lambda s: (-s.sentence, -max(s.cue, default=s.first)))

    def made(self, claim: Statement, against: tuple[str | None, ...], stance: Stance, rule: str, at: int) -> Iterator[Opposition]:
        part = next((c for c in claim.clauses if self.scene.tells(claim, c) and not c.modal), None)
        if part is not None:
            yield Opposition(part.range, self.scene.parallel(claim), tuple((a, stance) for a in against), rule, at, 0.5)

    # Not believed ------------------------------------------------------------------------------------------------------------

    def disbelieved(self, statement: Statement, clause: Clause) -> Iterator[Opposition]:
        """ "That seems unlikely", "his explanation does not stand up", of what another has just said."""
        p = self.scene.parse
        found = judgement(p, p[clause.head])
        subject = self.scene.subject(clause)
        if found is None or found[1] != "doubts" or subject is None:
            return
        word = found[0]
        who = self.scene.parallel(statement)
        if subject.lower not in ("that", "this", "it", "which") or subject.dep == "expl" or any(c.dep in ("ccomp", "csubj") or (c.dep == "xcomp" and c.lemma not in ("believe", "be")) for c in (*p.children(word.i), *p.children(clause.head))):
            return  # "it is unlikely that", "it is hard to swim"
        being = [g for h in (word.i, clause.head) for c in p.children(h) if c.dep == "xcomp" and c.lemma == "be" for g in p.children(c.i) if g.dep in ("attr", "acomp")]
        if any(g.lemma.lower() not in ("case", "true", "so") for g in being):
            return  # "it is unlikely to be the last"
        for claim in self.before(statement, word.i, 0 if subject.lower == "it" else 1)[:1]:
            yield from self.made(claim, who, "doubts", "disbelieved", word.i)

    def branded(self) -> Iterator[Opposition]:
        """ "termed as false the charges raised by the front that ...", "denounced as fabricated reports that ...": the verdict stands before what it is of."""
        p = self.scene.parse
        for verb in p.tokens:
            if verb.lemma.lower() not in word_set("branding_verbs") or verb.pos not in VERBAL or not any(c.dep == "nsubj" for c in p.children(verb.i)):
                continue
            near = p.tokens[verb.i + 1 : min(verb.i + 14, p.sentences[verb.sent].last)]
            at = next((t for t in near[:3] if t.lower == "as"), None)
            word = next((t for t in near if at is not None and at.i < t.i <= at.i + 4 and (verdicts().get(t.lemma.lower()) == "truth" or verdicts().get(t.lower) == "truth" or t.lower in word_set("plain_falsehoods"))), None)
            noun = next((t for t in near if word is not None and t.i > word.i and t.pos == "NOUN" and t.lemma.lower() in word_set("told_things")), None)
            if noun is None:
                continue
            that = next((t for t in p.tokens[noun.i + 1 : p.sentences[verb.sent].last] if t.lower == "that" and t.dep in ("mark", "dobj", "nsubj", "det")), None)
            end = p.sentences[verb.sent].last - 1
            words = [t for t in p.tokens[that.i + 1 : end + 1] if t.pos != "PUNCT"] if that is not None and that.i - noun.i <= 12 else []
            if not words:
                continue
            owners = self.owners.of(noun, words) or next((o for c in p.children(noun.i) if c.dep == "acl" and c.i < words[0].i and (o := self.owners.saying(c, words))), ())
            teller = next((s for s in self.scene.by_sentence.get(verb.sent, ()) if verb.i in s.cue and s.attribution is not None), None)
            against = self.scene.parallel(teller) if teller is not None else self.owners.saying(verb, words)
            if against:
                yield Opposition((words[0].start, words[-1].end), owners, tuple((a, "rejects") for a in against), "branded", verb.i, 0.6)

    # Set against it -----------------------------------------------------------------------------------------------------------

    def in_reality(self, statement: Statement) -> Iterator[Opposition]:
        """ "In reality, they hold 3,000": right after what a source said, in the outlet's own words."""
        p = self.scene.parse
        if not self.scene.outlet(statement):
            return
        opening = [t for t in p.sentence_tokens(statement.sentence) if t.pos != "PUNCT"][:3]
        words = " ".join(t.lower for t in opening if t.lower not in word_set("contrasting_openers"))
        if not words.startswith(tuple(word_set("openers_of_truth"))):
            return
        for claim in self.before(statement, opening[0].i, 1)[:1]:
            keys = self.scene.content_keys(claim.clauses[0], claim)
            pronoun = any((s := self.scene.subject(c)) is not None and s.lower in word_set("topic_pronouns") for c in statement.clauses)
            if claim.sentence < statement.sentence and (pronoun or shared(keys, statement.keys)):
                yield from self.made(claim, (None,), "denies", "in-reality", opening[0].i)

    def shown(self, statement: Statement) -> Iterator[Opposition]:
        """ "..., but satellite images show hundreds of tents", "but there is growing evidence that": proof that is set against what a source says."""
        p = self.scene.parse
        at = min((*statement.source, *statement.cue, *(t.i for t in statement.words)), default=-1)
        turn = next((k for k in range(at - 1, max(at - 4, 0) - 1, -1) if p[k].lower in word_set("contrasting_openers") and p[k].sent == statement.sentence), None)
        if at <= 0 or turn is None:
            turn = at if at >= 0 and p[at].lower in word_set("contrasting_openers") else None
        if turn is None:
            return
        proof = self.scene.heads(statement) & (word_set("proofs") | {"image", "imagery", "record", "data", "log", "document", "figure", "fact", "photo", "recording"})
        proof = proof or frozenset(t.lemma for c in statement.clauses for t in c.words if t.lemma in ("evidence", "proof") and any(x.dep == "expl" for x in p.children(t.head)) and not c.negative)
        if not proof or any(c.negative and "evidence" in c.denied for c in statement.clauses):
            return
        for claim in self.before(statement, turn, 1)[:1]:
            if claim.sentence == statement.sentence or turn == p.sentences[statement.sentence].first:
                documents = any(source_kinds().get(h) == "document" for h in self.scene.heads(claim))
                if not documents:
                    yield from self.made(claim, self.scene.parallel(statement), "doubts", "shown", turn)

    def reported_otherwise(self, statement: Statement) -> Iterator[Opposition]:
        """ "According to some reports, the two were rivals. However, police said one was the other's deputy."""
        p = self.scene.parse
        first = next((t for t in p.sentence_tokens(statement.sentence) if t.pos != "PUNCT"), None)
        if first is None or first.lower not in ("however", "but", "yet") or self.scene.outlet(statement) or not statement.source:
            return
        for claim in self.before(statement, first.i, 1)[:1]:
            hedged = self.scene.heads(claim) <= {"report", "rumour", "rumor", "medium", "media", "account", "story"} and bool(self.scene.heads(claim))
            told = next((c for c in statement.clauses if self.scene.tells(statement, c) and not c.modal), None)
            names = {t.lemma.lower() for t in claim.words if t.pos in ("PROPN", "NOUN")}
            if hedged and told is not None and claim.sentence == statement.sentence - 1 and (names & {t.lemma.lower() for t in told.words} or any(t.lower in ("one", "they", "he", "she", "it") for t in told.words[:2])):
                yield from self.made(claim, self.scene.parallel(statement), "denies", "reported-otherwise", first.i)

    # Involvement ----------------------------------------------------------------------------------------------------------------

    def uninvolved(self, denial: Statement) -> Iterator[Opposition]:
        """ "Gunmen abducted nine engineers, the army said. The Red Herons denied involvement": in the deed last told before it."""
        denied = denial.stance == "denies"
        if not denial.clauses or not self.scene.known(denial) or (denied and (not denial.keys & word_set("involvement_nouns") or len(denial.keys) > 2)):
            return
        if any(self.scene.parse[t].dep in ("neg", "relcl") for t in denial.cue):
            return
        if any(t.lemma.lower() == "wrongdoing" and any(c.dep == "prep" and c.lower in ("in", "over", "at") for at in (t.i, *denial.cue) for c in self.scene.parse.children(at)) for t in denial.words):
            return  # "denied any wrongdoing in the tender"
        for back in range(_INVOLVED + 1):
            here = [s for s in self.scene.near(denial, back) if denial.sentence - s.sentence == back and s.stance == "asserts" and s.first < denial.first and not self.scene.same_source(s, denial)]
            for other in sorted(here, key=lambda s: (self.scene.outlet(s), -s.first)):
                part = next((c for c in other.clauses if not c.negative and not c.modal and ((self.scene.types.get(c.head) in ("ASSAULT", "COERCE") and self.scene.parse[c.head].lemma not in word_set("words_of_one_arrest")) or self.said_to_be_in_it(c, denial)) and self.scene.tells(other, c)), None)
                if part is not None and not {t.i for t in part.words} & {t.i for t in denial.words} and self.anybodys(part, denial) and not any(t.lower == "since" for t in part.words) and not self.of_another_time(part, denial):
                    against: tuple[tuple[str | None, Stance], ...] = tuple((a, "denies") for a in self.scene.parallel(denial))
                    yield Opposition(self.in_what(part), self.scene.parallel(other), against, "uninvolved", by(denial), 0.5)
                    return

    def of_another_time(self, part: Clause, denial: Statement) -> bool:
        """ "In February 2022 gunmen attacked a camp. He said he had played no part in Sunday's events": not in those of that year."""
        sentence = self.scene.parse.sentence_tokens(self.scene.parse[part.head].sent)
        dated = any(t.ent == "DATE" and len(t.text) == 4 and t.text.isdigit() for t in sentence)
        return dated and any(t.ent == "DATE" and t.text.istitle() and not t.text.isdigit() for t in denial.words)

    def said_to_be_in_it(self, clause: Clause, denial: Statement) -> bool:
        """ "The Herons have been investigated for involvement in the attack, but they have denied responsibility": what he is suspected of, right before."""
        p = self.scene.parse
        subject = self.scene.subject(clause)
        own = subject is not None and (self.scene.mentions(p.tokens[slice(*noun_phrase(p, subject.i))], denial) or all(p[t].pos == "PRON" for t in denial.source))
        suspected = p[clause.head].lemma in ("investigate", "suspect", "implicate", "link", "connect", "tie") and denial.sentence == p[clause.head].sent
        return own and suspected and denial.stance == "denies" and bool(clause.keys & word_set("involvement_nouns") or any(t.i in self.scene.types for t in clause.words if t.i > clause.head))

    def in_what(self, part: Clause) -> Range:
        """Of "nine were killed after an assault", told without a doer, the assault: in that somebody had no part."""
        p = self.scene.parse
        subject = self.scene.subject(part)
        after = [g for c in p.children(part.head) if c.dep == "prep" and c.lower in ("after", "following") for g in p.children(c.i) if g.dep == "pobj" and self.scene.types.get(g.i) in ("ASSAULT", "COERCE")]
        if subject is None or subject.dep != "nsubjpass" or len(after) != 1 or any(c.dep == "agent" for c in p.children(part.head)):
            return part.range
        inside = p.subtree(after[0].i)
        return p[inside[0]].start, p[inside[-1]].end

    def anybodys(self, deed: Clause, denial: Statement) -> bool:
        """Whether the deed is the denier's, or of doers who are not told for certain: a bomb, gunmen, "suspected members"."""
        p = self.scene.parse
        doer = self.scene.subject(deed)
        if doer is not None and doer.dep == "nsubj" and doer.lemma.lower() in word_set("courts") | {"prosecutor"}:
            return False  # "A judge barred him from leaving. His lawyer said he was innocent": of what he is charged with
        if doer is not None and doer.dep == "nsubj" and self.scene.types.get(deed.head) == "COERCE" and doer.lemma.lower() in event_lexicon().classes["enforcer"]:
            return False  # "Police seized two rifles. Her lawyer said she was innocent"
        if doer is not None and doer.dep == "nsubjpass" and self.scene.parse[deed.head].lemma in _BY_COURTS and not any(c.dep == "agent" for c in self.scene.parse.children(deed.head)):
            return False  # "Two of his aides were arrested. The palace said it was not involved": in what they are charged with
        if doer is None or self.scene.deed_of(deed, denial) or denial.stance != "denies":
            return True
        if doer.dep == "nsubjpass":
            agents = [k for c in p.children(deed.head) if c.dep == "agent" for k in p.subtree(c.i)]
            return not agents or (self.takes_up_a_band(denial) and any(p[k].lemma.lower() in word_set("words_of_fighters") | _BANDS for k in agents))
        if doer.lemma.lower() == "member" and not any(p[k].pos == "PROPN" for k in p.subtree(doer.i)):
            return True  # "members of the same band kidnapped 17 men"
        return doer.lemma.lower() in word_set("doers_of_no_name") or any(c.lower in word_set("words_of_no_certain_doer") for c in p.children(doer.i))

    def takes_up_a_band(self, denial: Statement) -> bool:
        """ "killed by a rebel commando trained in Lom": "that guerrilla group has denied any responsibility"."""
        p = self.scene.parse
        return any(p[t].lemma.lower() in _BANDS for t in denial.source) and not any(p[t].pos == "PROPN" or p[t].lower in ("a", "another") for t in denial.source)

    def not_there(self, clause: Clause) -> bool:
        """ "his men were not in the area": who was not there did nothing there."""
        return clause.negative and not clause.modal and self.scene.there(clause) and self.scene.of_his(clause)
