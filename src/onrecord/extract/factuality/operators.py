"""status, first half: the operators between an event word and the root of its sentence, innermost first."""

from __future__ import annotations

from dataclasses import replace

from onrecord import syntax
from onrecord.extract.factuality.clauses import closing, opening, under_way
from onrecord.extract.factuality.inabstract import InAbstract
from onrecord.extract.factuality.leadins import led_in
from onrecord.extract.factuality.tenses import under_preparation
from onrecord.extract.phrases.standing import complained_of
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_STEP_LIMIT = 24
# What says that a deed, when it was due, was not done, or by whom it is denied.
_UNDOING = frozenset({"denial", "absence", "refusal", "failure", "prevention", "cancellation", "avoidance", "counterfactual", "attempt"})
# Verbs whose bare complement tells what happened: "let him go", "saw them fire".
_CLAIMABLE = event_lexicon().classes["attack_noun"] | word_set("deeds_to_claim")
_PERCEIVING = word_set("perceiving_verbs")
_PRESUPPOSING_NOUNS, _DATING = word_set("presupposing_nouns"), word_set("dating_marks")
_DESCRIPTIVE = frozenset({"acomp", "oprd", "ccomp", "xcomp"})
_COPULAR = word_set("copular_verbs")
_BATCHES, _BREACHES = word_set("batch_nouns"), word_set("words_for_breaches")
_PROMPTING = word_set("prompting_verbs")
_IN_ERROR = frozenset({"modifier:wrongly", "modifier:falsely", "modifier:mistakenly", "modifier:erroneously"})
_BREAKING_DOWN = word_set("verbs_of_breaking_down")
_EXAMPLES, _CLOSING = frozenset({"including", "like"}), frozenset({"conclude", "culminate", "close", "finish"})


class Walk(InAbstract):
    """The walk from one trigger to the root."""

    def go(self, trigger: int) -> None:
        """Collect the operators above `trigger`; `tense_of` becomes the verb whose tense an event noun borrows."""
        p = self.parse
        self.operators += opening(p, trigger)
        if p[trigger].pos in syntax.VERBAL and p[trigger].dep != "amod":
            self.verb(trigger)
            # "wrongly convicted", "mistakenly bombed": done, and wrong; of "wrongly reported" the report alone is.
            self.operators = [o for o in self.operators if o.rule not in _IN_ERROR]
        else:
            self.noun(trigger)
            if self.relative(trigger):
                return
        self.climb(trigger)
        if any(c.dep == "det" and c.lower == "any" for c in p.children(trigger)):
            # "is not aware of any raid" is "unaware of a raid"; "is not aware of the raid" leaves it standing.
            self.operators = [replace(o, signature="denial") if o.signature == "factual" and o.rule.endswith(":negated") else o for o in self.operators]
        self.of_no_deed(trigger)
        if self.operators and (under_way(p, trigger) or self.unanswered(trigger)):
            self.operators, self.settled = [], True
        self.operators += closing(p, self.lexicon, trigger, self.operators)
        if self.operators and self.dated_before(trigger) and not any(o.signature in _UNDOING for o in self.operators):
            self.operators, self.settled = [], True

    def climb(self, trigger: int) -> None:
        at = trigger
        for _ in range(_STEP_LIMIT):
            above = self.parse.head(at)
            following = led_in(self, at) if above is None else self.step(at, above)
            if following is None:
                return
            at = following

    # One step up -------------------------------------------------------------------------------------------------

    def step(self, at: int, above: Token) -> int | None:
        """Take in what `above` says of `at`; the token to go on from, or None where the walk ends."""
        token = self.parse[at]
        if token.dep in ("ccomp", "parataxis", "dep") and any(c.text == ";" and min(at, above.i) < c.i < max(at, above.i) for c in self.parse.children(above.i)):
            return None  # "The driver was arrested; the charge has not been made public": two sentences in one
        if token.dep == "conj":
            return self.conjunct(at, above)
        if token.dep in ("pobj", "pcomp"):
            return self.preposition(at, above)
        if token.dep in ("compound", "amod", "nmod", "poss"):
            if (verb := self.gerund(at, above)) is not None:
                return self.embedded(verb, frozenset({"ing"}))
            gerund = (token.dep == "compound" or (token.dep == "amod" and self.parse[at - 1].lower == "by")) and token.lower.endswith("ing") and above.dep == "pobj" and above.i == at + 1 and self.parse[at - 1].i == above.head
            # "suspect the pilot of smuggling rifles", "charged with training recruits": a gerund with its object that was taken for a compound.
            return self.preposition(above.i, self.parse[above.head], gerund=True) if gerund else self.embedded(above.i, frozenset({"prep:of", "obj"}))
        if token.dep in ("relcl", "acl") and not self.infinitive(at):
            verb = syntax.governing_verb(self.parse, above.i) if above.dep != "pobj" else next((a.i for a in self.parse.ancestors(above.i) if a.pos in syntax.VERBAL), None)
            if verb is not None and any(c.dep == "mark" for c in self.parse.children(at)) and self.subjunctive(at, self.parse[verb]):
                self.add("proposal", (verb,), f"subjunctive:{self.parse[verb].lemma}")
                return verb
            return self.noun_clause(at, above)
        if token.dep == "advcl":
            return self.adverbial(at, above)
        if above.pos in ("ADJ", "ADV") and self.infinitive(at) and any(c.lower == "enough" for c in self.parse.children(above.i)):
            self.add("possible", (above.i,), "degree:enough")  # "bold enough to attack": they could
            return above.i
        if above.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and token.dep in ("acl", "ccomp", "xcomp", "relcl"):
            following = above.i if self.voiced_by_act(at, above) else self.said_rightly(at, above) or self.embedded(above.i, self.complements(at))
            if token.lemma in word_set("verbs_of_saying") and self.operators and self.infinitive(at):
                return None  # "sent a message to say they had freed him": what is said is as real as it is said to be
            if following is None and token.dep in ("acl", "relcl") and self.infinitive(at) and not self.singled_out(above.i):
                if any(c.dep == "amod" and c.lower in ("enough", "sufficient") for c in self.parse.children(above.i)):
                    self.add("possible", (above.i,), "degree:enough")  # "has enough men to attack": it could
                    return above.i
                # "a contract to supply", "a deadline to withdraw": what is to be done. "The first to sign" did sign.
                self.add(*(("proposal", (at,), "purpose:due") if self.held_due(above) else ("purpose", (at,), "purpose:noun")))
                return above.i
            if following is None and self.infinitive(at) and not self.operators and self.singled_out(above.i):
                teller = next((a for a in self.parse.ancestors(above.i) if a.pos in syntax.VERBAL), None)
                if teller is not None and any(a.tag == "MD" or a.lower == "to" for a in syntax.auxiliaries(self.parse, teller.i)):
                    return above.i  # "will be the first to storm it"
                self.settled = True
            return following
        if token.dep in ("xcomp", "ccomp", "csubj", "csubjpass", "parataxis"):
            return self.clause(at, above)
        if token.dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "dative", "npadvmod"):
            return self.argument(at, above)
        if token.dep in ("acomp", "prep", "agent", "prt", "advmod"):
            return above.i
        if token.dep == "appos" and above.pos == "NOUN":
            # "has one demand, the release of the monks": what the first noun holds.
            found = [e for e in self.entries(above.i, frozenset({"prep:of", "prep:for", "inf"})) if e.pos == "n" and e.signature in ("proposal", "intention", "threat", "wish")]
            if found:
                self.apply(found[0], above.i, self.negated(above.i))
                self.enter(above.i)
                return above.i
        return None

    def conjunct(self, at: int, above: Token) -> int | None:
        """A conjunct shares what stands above the first one, and its auxiliaries where it has none of its own."""
        p, token = self.parse, self.parse[at]
        above = above if (beside := syntax.stranded_conjunct(p, at)) is None else p[beside]
        if token.pos in syntax.VERBAL and above.pos in syntax.VERBAL:
            own = syntax.child_of(p, at, "aux", "auxpass", "nsubj", "nsubjpass", "expl")
            perfect = token.tag in ("VBN", "VBD") and any(a.lemma == "have" for a in syntax.auxiliaries(p, above.i))
            # "did not, and dropped the case": what is left out is negated, the next verb is not.
            elided = above.lemma in ("do", "have", "be") and token.tag in ("VBD", "VBZ", "VBP") and token.tag == above.tag
            if own is None and not elided and (token.tag == above.tag or token.tag == "VB" or perfect):
                self.auxiliary_operators(above.i)
                if (but := self.contrasted(at, above)) is not None and (negators := {c.i for c in p.children(above.i) if self._negator(c)}):
                    self._spent |= negators
                    self.add("factual", (but,), "contrast:but")
                self._spent |= {c.i for c in p.children(above.i) if c.dep == "dobj" and above.i < c.i < at and token.tag == above.tag}  # "knew nothing of it and condemned"
                self.negation(above.i)
        elif any(c.dep == "det" and c.lower == "no" for c in p.children(above.i)):
            self.add("absence", (above.i,), "negation:no")
        return above.i

    def preposition(self, at: int, prep: Token, gerund: bool = False) -> int | None:
        p = self.parse
        above = p.head(prep.i)
        word = prep.lower
        if self.unsaid_by(prep) or above is None:
            return None
        if self.answered(at, above):
            return None
        if word in _EXAMPLES and not self.operators and above.lemma in word_set("nouns_of_options"):
            return self.embedded(above.i, frozenset({"prep:of"}))  # "all options, including a raid"
        if not self.operators and self.only_caused(at, above):
            self.settled = True
            return None
        if p[at].dep == "pobj" and not self.definite(at) and ((word == "of" and above.lemma in _BATCHES) or (word in ("in", "of") and above.ent == "MONEY" and above.dep == "dobj")):
            # "not one round of talks", "a wave of arrests will follow", "promised $40 million in aid": as real as what counts it.
            self.noun(above.i)
            return above.i
        if word == "near" and above.lemma == "be" and p[at].lemma in word_set("accord_nouns") and not self.operators:
            self.add("possible", (prep.i,), "near")  # "had been near agreement"
            return None
        if not self.operators and self.still_to_meet(at, prep, above):
            return None if self.negated(above.i) else self.borrow(above.i)
        if not self.operators and (p[at].dep == "pobj" or word == "despite") and self.there(at, prep, above):
            self.settled = True  # also "never charged despite being arrested"
            return None
        if word == "in" and p[at].lemma.lower() in _BREACHES and above.pos in syntax.VERBAL and not self.definite(at):
            return self.borrow(above.i)  # "shipped oil in breach of the ban": as real as the shipping
        if word == "for" and any(c.dep in ("relcl", "acl") and self.infinitive(c.i) and syntax.is_passive(p, c.i) for c in p.children(at)):
            self.add("purpose", (prep.i,), "purpose:for")  # "must give names for inquiries to be opened"
            return above.i
        if word == "including" and above.pos == "NOUN":
            listed = next((n for n in (above.i, *syntax.prep_objects(p, above.i, "of")) if any(e.signature == "accusation" for e in self.entries(n, frozenset({"prep:of"})))), None)
            if (listed := self.investigated(above.i) if listed is None else listed) is not None:
                return self.embedded(listed, frozenset({"prep:of", "prep:for", "prep:over"}))  # "a host of charges, including plotting with spies"
        kinds = {f"prep:{word}"} | ({"ing"} if (p[at].dep == "pcomp" and word not in _DATING and word != "with") or gerund else set())
        if p[at].dep == "pcomp" and word in _DATING and self.ahead(above.i):
            # "will withdraw after signing": both are to come. "After breaking off the talks, they asked for": broken off.
            # "can speak to a doctor after being assaulted": whoever that may befall.
            self.add("condition" if p[at].tag == "VBN" else "future", (prep.i,), f"temporal:{word}")
            return None
        if p[at].dep == "pcomp" and "whether" in self.complements(at):
            self.add("proposal" if self.infinitive(at) else "doubt", (prep.i,), "clause:whether")
            return None
        following = self.embedded(above.i, frozenset(kinds))
        if following is not None:
            return following
        near = p[prep.i - 1]
        if above.pos in syntax.VERBAL and near.pos == "NOUN" and near.head == above.i and near.dep in ("dobj", "nsubjpass") and self.entries(near.i, frozenset({f"prep:{word}"})):
            return self.embedded(near.i, frozenset({f"prep:{word}"}))  # "opened debates | on giving aid": the preposition may hang on the verb
        verb = syntax.governing_verb(p, above.i) if above.pos in syntax.NOMINAL else None
        if verb is None and above.dep == "pobj" and p[above.head].dep == "agent":
            verb = p[p[above.head].head].i
        told = {e.signature for e in self.entries(verb, frozenset({f"prep:{word}"}))} if verb is not None and above.dep in ("dobj", "pobj", "nsubjpass") else set()
        if verb is not None and told & {"accusation", "hearsay", "intention", *(("fear", "proposal") if word == "against" else ())} and (told != {"intention"} or not self.definite(at)):
            # "accused the army of having burned", "massed troops for an assault": the preposition may hang on either.
            return self.embedded(verb, frozenset(kinds))
        idiom = self.idiom(above, frozenset(kinds))
        if idiom is None:
            idiom = self.higher(above, word, frozenset(kinds))
        if idiom is not None:
            return idiom
        if above.pos in ("ADP", "SCONJ") and above.dep == "prep":
            return prep.i
        upper = p.head(above.i)
        if above.dep in _DESCRIPTIVE and above.tag in ("JJ", "VBN") and upper is not None and not self.definite(at) and self.auxiliaries_unreal(upper.i):
            # "may leave them exposed to attacks": no more real than the exposure.
            return self.borrow(upper.i)
        return self.below_verb(at, above, word) if above.pos in syntax.VERBAL else None

    def there(self, at: int, prep: Token, above: Token) -> bool:
        """Whether the object of a preposition is there, whatever is threatened, alleged or denied of the rest: "denied that it left because of the killing",
        "retaliation for the sanctions", "in breach of the truce", "during his declaration of martial law". "Possible victims of assault" is as possible as they are."""
        if prep.lower == "of" and above.pos == "NOUN" and not self.definite(at):
            for child in self.parse.children(above.i):
                if child.dep == "amod" and self.lexicon.modifiers.get((child.lower, "a")) == "possible":
                    self.add("possible", (child.i,), f"modifier:{child.lower}")
        if not self.operators and (self.during_his(at, prep) or self.grounds(prep) or complained_of(self.parse, self.parse[at])):
            return True
        return (
            not self.operators and above.pos == "NOUN" and above.lemma in _PRESUPPOSING_NOUNS
            and not self.guessed(at, above) and bool(self.entries(above.i, frozenset({f"prep:{prep.lower}"})))
        )  # fmt: skip

    def below_verb(self, at: int, above: Token, word: str) -> int | None:
        """Of an event word below a preposition of the verb `above`: what the verb, listed or not, makes of it."""
        p = self.parse
        if above.lemma == "do" and word == "with" and p[above.head].lower == "nothing":
            # "had nothing to do with the killing"
            self.add("absence", (above.head,), "negation:nothing to do")
            return above.head
        if above.lemma in self.lexicon.topics and p[at].pos == "NOUN" and not any(c.dep in ("det", "poss") for c in p.children(at)):
            # "training that focuses on raids": raids are what it is about; "focused on the raid" takes it as known.
            self.add("possible", (above.i,), f"topic:{above.lemma}")
            return None
        if self.light(above.i, f"prep:{word}") or (word in ("with", "in") and above.lemma in _CLOSING):
            return self.borrow(above.i)  # "will conclude with the signing of a pact"
        if p[at].dep == "pcomp" and word in ("by", "in", "into", "with"):
            trying = p.head(above.i) if word == "by" and above.dep == "xcomp" and self.infinitive(above.i) else None
            tried = trying is not None and trying.lemma in ("try", "attempt", "seek") and trying.tag in ("VBD", "VBN")
            return self.borrow(trying.i if tried and trying is not None else above.i)  # "tried to calm the port by sending troops": they were sent
        return self.unreal(at, above.i) if word in ("with", "in", "by", "through", "to", "into", "for", "via", "using") else None

    def adverbial(self, at: int, above: Token) -> int | None:
        p = self.parse
        marks = [c for c in p.children(at) if c.dep in ("mark", "advmod") and c.i < at]
        beside = any(c.lower in ("rather", "sooner") and c.dep == "advmod" for c in p.children(above.i))
        if any(m.lower == "than" for m in marks) and (beside or any(t.lower == "rather" for t in p.tokens[max(0, marks[0].i - 1) : at])):
            self.add("avoidance", (marks[0].i,), "negation:rather than")
            return None
        if above.lower in ("much", "far") and any(m.lower == "as" for m in marks) and p[above.i - 1].lower == "so":
            # "has not so much as threatened", "went so far as to burn": as real as the verb that "so much" hangs on.
            return self.borrow(above.head)
        if any(m.lower == "whether" for m in marks) and any(self._negator(c) for c in p.children(above.i)):
            # "Whether it was set on purpose, historians cannot say"
            self.add("doubt", (marks[0].i,), "clause:whether")
            return None
        for mark in marks:
            reading = self.lexicon.conditionals.get(mark.lower)
            if reading == "condition" or (reading == "temporal" and self.waits_for(at, mark, above)):
                self.add("condition", (mark.i,), f"conditional:{mark.lower}")
                return None
            if mark.lower in ("when", "whenever") and self.present(at) and self.present(above.i) and not self.titled(at):
                # "when it is threatened it responds": whenever that may be.
                self.add("condition", (mark.i,), f"generic:{mark.lower}")
                return None
            able = mark.lower == "until" and any(a.lower in ("can", "may") for a in syntax.auxiliaries(p, at))  # "will not leave until they can see the guns handed over"
            if reading == "temporal" and (able or (self.ahead(above.i) and (self.present(at) or self.shifted(at, mark, above)))):
                # "will resign when the talks are concluded": expected, not told as done.
                self.add("future", (mark.i,), f"temporal:{mark.lower}")
                return None
        subject = syntax.child_of(p, at, "nsubj", "nsubjpass")
        if any(m.lower == "before" for m in marks) and subject is not None and any(c.lower in ("single", "any") for c in p.children(subject.i)):
            # "must withdraw before any truce takes effect"; "abandoned before a single sack had been dropped"
            self.add(*(("condition", (at,), "before:any") if self.present(at) else ("absence", (at,), "before:single")))
            return None
        if any(m.lower == "before" for m in marks) and (above.lemma in _BREAKING_DOWN or any(a.lower == "could" for a in syntax.auxiliaries(p, at))):
            # "was overpowered before he could fire", "the talks collapsed before a deal was reached"
            self.add("prevention", (at,), "before:could")
            return None
        if self.infinitive(at):
            if self.voiced(at, above):
                return self.borrow(above.i)
            if self.only_to_say(at):
                return None
            # "called for the raiders to be tried": what is called for stands in a clause of its own.
            following = self.embedded(above.i, frozenset({"inf", "prep:for"}) if any(m.lower == "for" for m in marks) else frozenset({"inf"}))
            if following is not None:
                return following
            if any(m.lower in ("before", "after") for m in marks):
                return None
            held = next((c for c in p.children(above.i) if c.dep == "acomp" and self.entries(c.i, frozenset({"inf"}))), None) if above.lemma == "be" and any(m.lower == "for" for m in marks) else None
            if held is not None:
                return self.embedded(held.i, frozenset({"inf"}))  # "it is impossible for the envoy to be expelled"
            if above.pos in syntax.VERBAL and (p[at].lemma, "result") in self.lexicon.results and above.tag in ("VBD", "VBN", "VBZ", "VBP"):
                # "fell to close at", "rose to become": how it ended, no aim.
                return self.borrow(above.i)
            self.add("attempt" if self.operated(above) else "purpose", (at,), "purpose:to")
            return above.i if above.pos in syntax.VERBAL else None
        if p[at].tag == "VBG" and [m.lower for m in marks] == ["while"] and above.pos in syntax.VERBAL and self.ahead(above.i) and not any(self._negator(c) for c in p.children(above.i)):
            return self.borrow(above.i)  # "will end the siege while working with the guild": both are to come
        if p[at].tag == "VBG" and not marks and above.pos in syntax.VERBAL:
            close = above.i < at and not any(t.text == "," for t in p.tokens[above.i : at]) and syntax.child_of(p, above.i, "dobj") is None
            if close and any(e.signature not in ("factual", "report") for e in self.entries(above.i, frozenset({"ing"}))):
                # "held off shelling the ridge": the object of the verb, taken for a circumstance.
                return self.embedded(above.i, frozenset({"ing"}))
            if p[at].lemma in _PROMPTING and p[at - 1].text == ",":
                # "reportedly crossed the border, prompting an inquiry": who tells of the crossing by hearsay tells of the inquiry as known.
                self.tense_of = self.tense_of if self.tense_of is not None else above.i
                self.unsaid = (*self.unsaid, *(c.i for c in p.children(above.i) if c.dep == "advmod"))
                return None
            self.borrow(above.i)
        return None

    def clause(self, at: int, above: Token) -> int | None:
        p = self.parse
        kinds = self.complements(at)
        if self.negated_question(at, above):
            return None
        if not self.operators and "whether" in kinds and self.known_but_for_why(at):
            self.settled = True
            return None
        if (noun := self.held_before(at, above) or self.put_after(at, above)) is not None:
            return self.embedded(noun, frozenset({"that"}))
        if self.subjunctive(at, above):
            self.add("proposal", (above.i,), f"subjunctive:{above.lemma}")
            self.enter(above.i)
            return above.i
        if self.to_be_told(at, above, kinds):
            return None
        if not self.operators and self.decided(at, above):
            self.add("factual", (above.i,), f"decision:{above.lemma}")
            self.negation(above.i)
            return above.i
        if above.lemma == "go" and above.tag == "VBG" and p[at].dep == "xcomp" and self.infinitive(at) and (above.dep == "acl" or {a.tag for a in syntax.auxiliaries(p, above.i) if a.lemma == "be"} - {"VBN"}):
            # "are going to blow up the bridge", "is not going to resign"
            self.add("intention", (above.i,), "be:going to")
            self.negation(above.i)
            return above.i
        if self.in_the_abstract(at, above):
            return None
        if p[at].dep == "xcomp" and self.voiced(at, above):
            return self.borrow(above.i)
        if p[at].dep == "csubj" and above.lemma in _COPULAR and syntax.child_of(p, above.i, "attr") is not None:
            return self.copula(at, above)  # "Taking the ridge is the aim of the brigade"
        following = self.embedded(above.i, kinds)
        if following is not None:
            return following
        if above.lemma == "be":
            for child in p.children(above.i):
                if (child.dep in ("attr", "acomp") or (child.dep == "nsubj" and (child.pos == "NOUN" or self.meant(child) != child.i))) and (entries := self.entries(self.meant(child), kinds)):
                    # "it is a lie that", "it is not true that"; "the charge is that"
                    self.apply(entries[0], child.i, self.negated(above.i))
                    return above.i
        if above.lemma == "be" and p[at].dep == "xcomp" and self.infinitive(at):
            return self.arranged(at, above)
        if p[at].dep == "ccomp" and ((above.lemma in _PERCEIVING and syntax.is_passive(p, at) and self.auxiliaries_unreal(above.i)) or (above.lemma in ("have", "get") and p[at].tag == "VBN" and self.infinitive(above.i))):
            # "could see smugglers extradited", "asked to have him tried": no more real than the seeing.
            return self.borrow(above.i)
        if p[at].dep == "ccomp" and p[at].tag == "VB" and not syntax.auxiliaries(p, at) and syntax.child_of(p, at, "nsubj", "nsubjpass") is not None and above.lemma not in _PERCEIVING and not self.present_plural(at, above):
            # "suggested that the king pardon them": the subjunctive proposes.
            self.add("proposal", (at,), "subjunctive")
            return above.i
        if "whether" in kinds and (above.lemma not in ("know", "say", "see") or any(self._negator(c) for c in p.children(above.i))):
            self.add("proposal" if "inf" in kinds else "doubt", (above.i,), "clause:whether")
            return above.i
        if above.pos in syntax.VERBAL and p[at].dep == "xcomp" and self.settled_on(at, above):
            self.add("purpose", (at,), "purpose:passive")
            return self.borrow(above.i)
        if above.pos == "ADJ" or (above.pos in syntax.VERBAL and p[at].dep in ("xcomp", "csubj", "csubjpass")):
            return self.borrow(above.i)
        if "whether" in kinds:
            self.add("doubt", (above.i,), "clause:whether")
        return None

    def argument(self, at: int, above: Token) -> int | None:
        p = self.parse
        if (p[at].dep == "dobj" and self.answered(at, above)) or self.kind_of_deed(at, above):
            return None
        if p[at].dep == "dobj" and self.fulfils(at, above.i):
            return self.fulfilled(at, above.i)
        if not self.operators and p[at].dep == "dobj" and above.lemma in word_set("verbs_of_liking") and self.definite(at) and self.negated(above.i):
            self.settled = True
            return None  # "none of the villagers wanted the war": there is one
        subject = p[at].dep in ("nsubj", "nsubjpass")
        if subject and not self.operators and ((above.lemma in _COPULAR and self.announced(at)) or self.in_force(at, above)):
            self.settled = True
            return None  # "a truce announced last week may be a chance": there is one, whatever it may be
        if self.operators and p[at].lemma == "decision" and p[at].dep in ("dobj", "nsubjpass") and self.definite(at) and above.lemma in word_set("judging_verbs"):
            self.unsaid = (*self.unsaid, above.i)
            return None  # "questioned the decision not to attack": it was made, whoever questions it
        if p[at].dep == "nsubj" and self.undergoes(at, above):
            # "Raid foiled", "Plot to kill judge uncovered": the participle of a headline, taken for a past tense.
            return self.embedded(above.i, frozenset({"obj", "subj"}))
        if p[at].dep != "nsubj" and (self.presupposed(at, above) or (not self.operators and self.valued(at, above))):
            self.settled = True
            return None
        described = above.lemma in _COPULAR and any(c.dep == "acomp" and (self.entries(c.i, frozenset({"subj"})) or c.lower in self.lexicon.phases) for c in p.children(above.i))
        if subject and described and above.lemma != "be":
            # "Talks remain conceivable": what is said of them, not that they go on.
            return self.copula(at, above)
        kinds = {"subj"} if p[at].dep == "nsubj" else ({"obj", "subj"} if p[at].dep == "nsubjpass" else {"obj"})
        if p[at].dep in ("dobj", "nsubjpass") and not self.operators and p[at].lemma.lower() in _CLAIMABLE:
            kinds = {"deed", *kinds}  # "claimed the raid"
        known = len(self.operators)
        following = None if self.endured(at, above) else self.embedded(above.i, frozenset(kinds))
        if following is not None and self.outlasts(at, known):
            return None
        if following is not None and self.definite(at) and any(o.signature == "end" and above.i in o.cue for o in self.operators[known:]):
            # "a request to lift the ban", "the ban will be lifted": what is above concerns the lifting; the ban is in force.
            if any(o.signature not in ("end", "factual", "background") for o in self.operators[known:]):
                del self.operators[known:]
                self.settled = True
            # Who asks, or is asked, "to lift the ban" takes it as known.
            self.settled = self.settled or (self.infinitive(above.i) and not known)
            return None
        if following is not None:
            return following
        if above.lemma in _COPULAR or (subject and self.turned_out(above) is not None) or (above.dep in ("xcomp", "ccomp") and above.pos == "ADJ"):
            return self.copula(at, above) if subject else self.identified(at, above)
        if preparing := p[at].dep in ("dobj", "nsubjpass") and under_preparation(p, above):
            self.add("intention", (above.i,), f"being organised:{above.lemma}")
        if preparing or self.endured(at, above) or self.light(above.i, "subj" if subject else "obj"):
            return self.borrow(above.i)
        leads = {f"prep:{c.lower}" for c in p.children(above.i) if c.dep == "prep"} if self.definite(at) else set()
        leads = leads if any(e.signature == "factual" for e in self.entries(above.i, frozenset(leads))) else set()
        if subject and not self.operators and p[at].dep == "nsubj" and (leads or any(c.dep == "dobj" for c in p.children(above.i))):
            # "The threats will only produce a reaction", "the killing may lead to unrest": what does something is taken as given, whatever comes of it.
            self.settled = True
        if subject and self.imagined(at, above.i):
            self.add("possible", (above.i,), "modal:would:subject")
        return None if subject else self.unreal(at, above.i)

    def unreal(self, at: int, verb: int) -> int | None:
        """An indefinite event noun below an ordinary verb shares that verb's unreality; a definite one is presupposed."""
        made = self.parse[verb].lemma in word_set("verbs_of_making_possible")  # "could produce the release": none yet, whatever the article
        if (self.definite(at) and not made) or not (self.auxiliaries_unreal(verb) or self.infinitive(verb) or self.negated(verb)):
            return None
        if made and self.infinitive(verb):
            self.add("possible", (verb,), f"made possible:{self.parse[verb].lemma}")  # "to facilitate the arrest of smugglers"
        if self.parse[verb].lemma in word_set("countering_verbs"):
            self.add("possible", (verb,), f"countering:{self.parse[verb].lemma}")
            return None  # "will deploy to counter raids": whoever makes them
        return self.borrow(verb)
