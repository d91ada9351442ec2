"""disputes, pleas: a charge that the outlet tells and the charged one denies ("is accused of taking bribes, says he is innocent"), a claim given up to doubt by
who tells it ("despite the army's claims that"), and a witness called a liar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.disagreement.judged import claimed
from onrecord.extract.disagreement.opposed import Opposition, Scene, by, opens_claim, shared
from onrecord.extract.disagreement.owners import Owners
from onrecord.extract.disagreement.statements import Statement
from onrecord.extract.phrases.told import Clause
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Stance
from onrecord.model.parse import Parse, Token

_BEARING = frozenset({"have", "play", "take", "bear", "hold"})  # a part, a hand, responsibility
_DOING = word_set("verbs_of_perpetrating") | {"stage", "order", "plan", "authorise", "authorize"}
_THE_DEED = frozenset({"the", "this", "that", "these", "those", "such", "any"})
_JUDGING = frozenset({"sentence", "convict", "jail", "imprison"})  # "sentenced him for ordering police to fire"
_NEAR = 3  # sentences within which a plea answers a charge, or a liar is called one


@dataclass(frozen=True, slots=True)
class Pleas:
    scene: Scene
    owners: Owners

    def find(self) -> Iterator[Opposition]:
        for statement in self.scene.told:
            if self.pleads(statement):
                yield from self.charged(statement)
            if statement.stance == "asserts" and statement.clauses:
                yield from self.despite(statement)
                yield from self.called_liar(statement)

    # Charged ----------------------------------------------------------------------------------------------------------------

    def pleads(self, statement: Statement) -> bool:
        """Whether somebody says that he is not guilty, was not part of it, or has nothing to do with it."""
        if statement.attribution is None or not statement.source:
            return False
        p = self.scene.parse
        if statement.stance == "denies":
            if self.accused_in_passing(statement):
                return True
            return statement.lemma == "plead" or any(t.lemma.lower() == "innocence" for t in statement.words) or any(
                p[k].lemma.lower() == "innocence" for t in statement.cue for k in p.subtree(t)
            )
        return statement.stance == "asserts" and any(guiltless(self.scene.parse, c) for c in statement.clauses)

    def accused_in_passing(self, denial: Statement) -> bool:
        """ "Kovac, who is accused of ordering the killing, denies any involvement": the charge stands in what tells who he is."""
        p = self.scene.parse
        generic = word_set("involvement_nouns") | word_set("guilt_words") | word_set("accusations") | word_set("pointing_words") | {"any", "all"}
        words = {t.lemma.lower() for c in denial.clauses for t in c.words if t.pos in ("NOUN", "PRON", "ADJ")}
        below = {k for t in denial.source for k in p.subtree(t)}
        return bool(words) and words <= generic and any(p[k].dep in ("relcl", "acl") and p[k].lemma.lower() in word_set("charging_verbs") for k in below)

    def charged(self, plea: Statement) -> Iterator[Opposition]:
        """What he is charged with, else what others tell of him, else what the plea itself names."""
        yield from tuple(self.of_charging(plea)) or tuple(self.told_of_him(plea)) or self.of_charge(plea)

    def of_charging(self, plea: Statement) -> Iterator[Opposition]:
        """The charge against him, told by the outlet or another within some sentences before, or in what tells who he is."""
        p = self.scene.parse
        first = max(0, plea.sentence - _NEAR)
        ends = plea.cue[-1] if plea.cue else plea.first
        for at in range(plea.sentence, first - 1, -1):
            for verb in reversed(p.sentence_tokens(at)):
                if verb.i in plea.cue or (at == plea.sentence and verb.i > ends) or verb.lemma.lower() not in word_set("charging_verbs") | _JUDGING or verb.pos != "VERB" or not self.against_him(verb, plea):
                    continue
                told = next((c for c in p.children(verb.i) if c.dep == "prep" and c.lower in ("of", "with", "for", "over") and not any(g.ent in ("DATE", "TIME") for g in p.children(c.i))), None)
                aside = {k for t in plea.cue for k in p.subtree(t) if p[t].dep == "relcl"}
                words = [p[k] for k in sorted(p.subtree(told.i)) if k > told.i and k not in aside] if told is not None else []
                while words and words[-1].pos == "PUNCT":
                    words = words[:-1]
                if not words:
                    continue
                teller = next((s for s in self.scene.near(plea, _NEAR) if verb.i in s.cue and s.attribution is not None), None)
                holders = self.scene.parallel(teller) if teller is not None else self.owners.saying(verb, words)
                yield Opposition((words[0].start, words[-1].end), holders, tuple((a, "denies") for a in self.scene.parallel(plea)), "plea", by(plea), 0.6)
                return

    def of_charge(self, plea: Statement) -> Iterator[Opposition]:
        """ "pleaded not guilty to charges of smuggling arms": what he is charged with stands in the plea itself, and nobody is named who charges him."""
        p = self.scene.parse
        below = plea.words or tuple(p[k] for t in plea.cue for k in p.subtree(t) if k > t)  # "pled not guilty to federal charges of smuggling"
        charge = next((t for t in below if t.pos == "NOUN" and t.lemma.lower() in word_set("accusations") | {"count"}), None)
        told = next((g for c in p.children(charge.i) if c.dep == "prep" and c.lower in ("of", "over") for g in p.children(c.i)), None) if charge is not None else None
        told = told or (next((p[k] for k in p.subtree(charge.i) if opens_claim(p, p[k], charge)), None) if charge is not None else None)
        if charge is None or told is None:
            return
        words = claimed(p, told)
        if not words:
            return
        yield Opposition((words[0].start, words[-1].end), self.owners.of(charge, words), tuple((a, "denies") for a in self.scene.parallel(plea)), "plea", by(plea), 0.6)

    def told_of_him(self, plea: Statement) -> Iterator[Opposition]:
        """ "Prosecutors say Holm lit the fuse. Holm pleaded not guilty": what others tell of him near, before or after it."""
        near = [s for s in self.scene.near(plea, 2) if s is not plea and s.stance == "asserts" and s.clauses and s.source and not self.scene.outlet(s) and not self.scene.anybody(s)]
        near = [s for s in near if not self.scene.same_source(s, plea) and not set(s.cue) & {t.i for t in plea.words} and not {t.i for t in s.words} & {t.i for t in plea.words}]
        for other in sorted(near, key=lambda s: (abs(s.sentence - plea.sentence), s.first)):
            for part in other.clauses:
                subject = self.scene.subject(part)
                accused = other.lemma in word_set("accusing_verbs") and self.side(part, plea)
                deed = subject is not None and not part.negative and not part.modal and not self.scene.ahead(part) and self.scene.tells(other, part) and (self.scene.deed_of(part, plea) or (subject.pos == "PRON" and other.sentence == plea.sentence + 1))
                if accused or deed or self.called_one_of_his(part, plea):
                    yield Opposition(part.range, self.scene.parallel(other), tuple((a, "denies") for a in self.scene.parallel(plea)), "plea", by(plea), 0.6)
                    return

    def called_one_of_his(self, part: Clause, plea: Statement) -> bool:
        """ "The gunmen were herders", of the herders' union: who did it is said to be of those for whom it speaks."""
        p = self.scene.parse
        whose = {p[t].lemma.lower() for t in plea.source if p[t].pos in ("NOUN", "PROPN") and p[t].dep in ("poss", "compound", "pobj")}
        return not part.negative and p[part.head].lemma == "be" and any(t.head == part.head and t.dep == "attr" and t.lemma.lower() in whose for t in part.words)

    def side(self, part: Clause, plea: Statement) -> bool:
        """Whether an accusation names who pleads, or those of his state or band: "Rwandan troops", of a spokeswoman of Rwanda's."""
        heads = {self.scene.parse[t].lemma.lower() for t in plea.source if self.scene.parse[t].pos in ("NOUN", "PROPN")}
        if self.scene.mentions(part.words, plea) or any(t.lemma.lower() in heads for t in part.words if t.dep in ("dobj", "nsubjpass", "nsubj") and t.pos == "NOUN"):
            return True  # "accused rebels of the raid", and a rebel spokesman answers
        own = {c for e in self.scene.party(plea) for c in self.scene.actors.by_id[e].countries}
        told = {c for t in part.words if (m := self.scene.actors.by_head.get(t.i)) is not None for c in self.scene.actors.by_id[m.entity].countries}
        clause_own = {c for k in plea.clauses for t in k.words if (m := self.scene.actors.by_head.get(t.i)) is not None and t.dep in ("nsubj", "poss") for c in self.scene.actors.by_id[m.entity].countries}
        return bool(told & (own | clause_own))

    def against_him(self, verb: Token, plea: Statement) -> bool:
        """Whether the charge is one against who pleads: its object, or the subject of a passive, is he."""
        p = self.scene.parse
        wanted = "nsubjpass" if any(c.dep in ("auxpass", "nsubjpass") for c in p.children(verb.i)) else "dobj"
        accused = [c for c in p.children(verb.i) if c.dep == wanted]
        if verb.dep in ("relcl", "acl") and (not accused or accused[0].lower in ("who", "whom", "that")):
            accused = [p[verb.head]]
        own = self.scene.entity(plea)
        meant = {m.entity for c in plea.clauses if (subject := self.scene.subject(c)) is not None and (m := self.scene.actors.by_head.get(subject.i)) is not None}
        for token in accused:
            mention = self.scene.actors.by_head.get(token.i)
            if mention is not None and mention.entity in meant and plea.stance == "denies":
                return True  # "Dune denied all charges, his lawyer told reporters"
            if (mention is not None and own is not None and mention.entity == own) or self.scene.mentions((token,), plea) or token.i in plea.source:
                return True
            if self.scene.anybody(plea) and token.pos == "PRON" and token.lower == p[plea.source[0]].lower and plea.sentence - token.sent <= 1:
                return True  # "He is charged with murder. He denies the charges."
            pronoun = self.scene.anybody(plea) and token.pos in ("NOUN", "PROPN") and plea.sentence - token.sent <= 1
            whose = any(p[t].dep == "poss" and p[t].pos == "PRON" for t in plea.source) and plea.sentence - token.sent <= 1
            if pronoun or whose:
                return True
        return False

    # Given up to doubt ----------------------------------------------------------------------------------------------------

    def despite(self, statement: Statement) -> Iterator[Opposition]:
        """ "Despite the army's claims that it had left, tanks were seen": who tells it so does not believe the claim."""
        p = self.scene.parse
        for token in p.sentence_tokens(statement.sentence):
            above = p[token.head]
            if token.dep != "pobj" or token.lemma.lower() not in word_set("told_things") | word_set("assurances") or above.lower not in ("despite", "notwithstanding", "of"):
                continue
            if above.lower == "of" and p[above.head].lower not in ("spite",) and p[max(above.i - 1, 0)].lower != "spite":
                continue
            content = next((c for c in p.children(token.i) if opens_claim(p, c, token)), None)
            main = next((c for c in statement.clauses if not {t.i for t in c.words} <= set(p.subtree(above.i))), None)
            if content is None or any(c.tag == "MD" for c in p.children(content.i)):
                continue  # what was promised is no claim of what is so
            if main is None or set(statement.cue) & set(p.subtree(above.i)):
                continue
            words = claimed(p, content)
            own = [s for s in self.scene.near(statement, 0) if s.attribution is not None and {t.i for t in s.words} & {t.i for t in words} and s.cue[:1] != statement.cue[:1]]
            own = [s for s in own if set(s.cue) <= set(p.subtree(above.i))]
            holders = self.scene.parallel(own[0]) if own else self.owners.of(token, words)
            against: tuple[tuple[str | None, Stance], ...] = tuple((a, "doubts") for a in self.scene.parallel(statement))
            if words and holders:
                yield Opposition((words[0].start, words[-1].end), holders, against, "despite-claim", token.i, 0.5)
                return

    # Called a liar ---------------------------------------------------------------------------------------------------------

    def called_liar(self, statement: Statement) -> Iterator[Opposition]:
        """ "the miller's lawyer said the guard was lying", "accused the guard of lying": what the guard said before."""
        if self.scene.outlet(statement) or statement.attribution is None:
            return
        p = self.scene.parse
        liars = [t for t in statement.words if (t.lemma.lower() == "lie" and t.pos == "VERB" and not any(c.dep in ("prep", "advmod") and c.lower in ("in", "on", "at", "near", "down", "beneath", "under", "behind", "along") for c in p.children(t.i))) or t.lemma.lower() == "liar"]
        if not liars or any(c.negative for c in statement.clauses):
            return
        before = [s for s in self.scene.near(statement, _NEAR) if s.first < statement.first and s.stance == "asserts" and s.source and not self.scene.outlet(s) and s.clauses]
        before = [s for s in before if not self.scene.same_source(s, statement) and not {t.i for t in s.words} & {t.i for t in statement.words}]
        about = [t for liar in liars for c in p.children(liar.i) if c.dep == "prep" and c.lower in ("about", "over") for t in p.tokens[c.i + 1 : p.subtree(c.i)[-1] + 1]]
        topic = {t.lemma.lower() for t in about if t.pos in ("NOUN", "VERB", "ADJ")}
        for other in reversed(before):
            if self.scene.mentions(statement.words, other):
                # "of lying about the wells": only what was said of them
                part = next((c for c in other.clauses if self.scene.tells(other, c) and (not topic or shared(topic, c.keys))), None)
                if part is not None:
                    yield Opposition(part.range, self.scene.parallel(other), tuple((a, "rejects") for a in self.scene.parallel(statement)), "called-liar", liars[0].i, 0.6)
                    return


def guiltless(parse: Parse, clause: Clause) -> bool:
    """ "is innocent", "was not involved", "had nothing to do with it", "was not behind it", "played no role in it", "knew nothing of the attack", "did not carry it out"."""
    below, verb = parse.children(clause.head), parse[clause.head].lemma.lower()
    about = {verb, *(c.lemma.lower() for c in below if c.dep in ("acomp", "attr", "dobj", "prep", "advmod", "oprd"))}
    nothing = any(c.lower == "nothing" and c.dep == "dobj" for c in below)
    if "innocent" in about or (verb == "have" and nothing and any(g.lemma == "do" for c in below for g in parse.children(c.i))):
        return True
    if not clause.negative:
        return False
    taken_on = verb in _BEARING and not about.isdisjoint(word_set("involvement_nouns"))
    done = verb in _DOING and any((c.dep in ("dobj", "nsubjpass") and c.lower in ("it", "this", "that", "them")) or (c.dep == "dobj" and any(g.lower in _THE_DEED for g in parse.children(c.i))) for c in below)
    return bool(about & word_set("words_of_guilt")) or taken_on or done or (verb == "know" and nothing)
