"""status: what is said of an event noun through "be", "remain" or "seem": how far it has come, what it is."""

from __future__ import annotations

from dataclasses import replace

from onrecord import syntax
from onrecord.extract.factuality.attachment import Attachment
from onrecord.extract.factuality.occasions import reading_on_occasion
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_LATER = word_set("later_words")
_SAYING = word_set("verbs_of_saying_so")
_FALSELY = word_set("adjectives_of_false_words")
_ONE_OF_THEM = frozenset({"first", "second", "third", "fourth", "fifth", "other", "another", "latter", "former", "last", "one"})
# Sentences before one of them within which all of them are told.
_THEIRS = 3
_UNSURELY = word_set("adjectives_of_unsure_words")


class Copulas(Attachment):
    """Event nouns before and after a copula; `operators.Walk` goes on from where it leads."""

    def identified(self, at: int, be: Token) -> int | None:
        """ "one option is the evacuation", "on the table is a truce": what stands before "be" tells what the event noun after it is."""
        p = self.parse
        for child in p.children(be.i):
            if child.i < be.i and child.dep == "nsubj" and child.pos == "NOUN":
                listed = [e for e in self.entries(child.i, frozenset({"prep:of", "prep:for", "inf", "subj"})) if e.signature != "factual" and (e.signature != "accusation" or "prep:of" in e.complements)]
                if listed:
                    self.apply(listed[0], child.i, self.negated(be.i))
                    return be.i
            if child.i < be.i and child.dep == "prep":
                # "Among the items on the agenda is the dismissal"
                below = [p[k] for k in p.subtree(child.i) if p[k].dep == "pobj" and p[k].pos == "NOUN"]
                options = [(e, t) for t in below for e in self.entries(t.i, frozenset({"subj", "prep:of"})) if e.pos == "n" and e.signature in ("proposal", "intention", "threat", "possible")]
                if options:
                    self.apply(options[0][0], options[0][1].i, self.negated(be.i))
                    return be.i
            if child.i < be.i and child.dep == "prep" and syntax.child_of(p, be.i, "nsubj") is None:
                return self.copula(at, be)
        return self.borrow(be.i)

    def meant(self, child: Token) -> int:
        """The noun that a bare number counts on: "are working on two theories. The first is that ..."; the word itself else."""
        p = self.parse
        if child.dep != "nsubj" or child.lower not in _ONE_OF_THEM:
            return child.i
        first = p.sentences[max(0, child.sent - _THEIRS)].first
        several = (t for t in reversed(p.tokens[first : child.i]) if t.tag == "NNS" and any(e.signature in ("accusation", "hearsay", "possible") for e in self.entries(t.i, frozenset({"that"}))))
        return next((t.i for t in several), child.i)

    def turned_out(self, verb: Token) -> Token | None:
        """ "turned out to be false", "proved wrong": the verb with what something turns out to be."""
        below = self.parse.children(verb.i) if verb.lemma in ("turn", "prove") else ()
        be = next((c for c in below if c.lemma == "be" and c.dep == "xcomp"), None)
        return be if be is not None else verb if verb.lemma == "prove" and any(c.dep in ("acomp", "oprd") for c in below) else None

    def copula(self, at: int, verb: Token) -> int | None:
        """ "talks are under way", "a deployment is not imminent": the predicate says it."""
        p = self.parse
        verb = self.turned_out(verb) or verb
        negated = self.negated(verb.i)
        if self.definite(at) and all(o.signature in ("factual", "background", "report") for o in self.operators) and any(c.dep == "attr" and c.lemma in word_set("what_deeds_are") for c in p.children(verb.i)):
            self.settled = True
            return None  # "the massacre is likely part of a war of gangs", "the murder is a reminder": what it is may be unsure, that it was done is not
        tail = " ".join(t.lower for t in p.tokens[verb.i + 1 : verb.i + 7] if t.sent == verb.sent and t.pos != "PUNCT")
        phrase = max((w for w in self.lexicon.phases if " " in w and tail.startswith(w)), key=len, default=None)
        if phrase is not None:
            self.phase(phrase, verb)
            return verb.i
        below = [c for c in p.children(verb.i) if c.dep in ("acomp", "attr", "prep", "advmod", "oprd", "xcomp")]
        far = next((c for c in below if c.lower == "far" and any(g.lower == "from" for g in p.children(c.i))), None)
        if far is not None:
            negated = True
            below = [g for f in p.children(far.i) if f.lower == "from" for g in p.children(f.i)] or below
        for child in below:
            words = [child.lower, " ".join(p[k].lower for k in range(child.i, min(child.i + 2, len(p.tokens))))]
            for word in words:
                if word == "due" and any(c.lower == "to" and c.dep in ("prep", "pcomp") for c in p.children(child.i)):
                    continue
                if word == child.lower and child.dep == "prep" and syntax.child_of(p, child.i, "pobj") is not None:
                    # "is on the table" is not "is on".
                    continue
                if word == "likely" and self.definite(at) and any(g.dep == "xcomp" and g.lemma in word_set("verbs_of_lasting") for g in p.children(child.i)):
                    self.add("continue", (child.i,), "phase:likely to go on")
                    return None  # "the purge is likely to continue"
                if word in self.lexicon.phases:
                    self.phase(word, verb)
                    if self.lexicon.phases[word] == "complete" and self._before_it_began(verb):
                        self.add("failure", (verb.i,), f"phase:{word}:before")
                    if negated and "not" not in word:
                        self.add("absence", (verb.i,), "negation:copula")
                    return verb.i
            for entry in self.entries(child.i, frozenset({"subj"})):
                read = reading_on_occasion(p, self.lexicon, entry, child.i, negated, self.of_any)
                if read is not None and read.signature:
                    entry = replace(entry, signature=read.signature, rule=f"{entry.rule}:occasion")  # "the deportations were illegal": there were such
                self.apply(entry, child.i, negated)
                if child.dep == "xcomp" and self.infinitive(child.i):
                    return self.arranged(child.i, verb, of=at)  # "the talks were to have begun"
                self.auxiliary_operators(verb.i)
                return verb.i
        return self.borrow(verb.i)

    def valued(self, at: int, above: Token) -> bool:
        """ "The murder cannot be considered an isolated act", "is seen as revenge": who weighs what a deed was takes it as done."""
        below = self.parse.children(above.i)
        taken = any(c.dep in ("oprd", "attr", "xcomp") or (c.dep == "prep" and c.lower == "as") for c in below)
        return taken and self.parse[at].dep == "nsubjpass" and above.lemma in word_set("verbs_of_taking_for") and self.definite(at)

    def phase(self, word: str, verb: Token) -> None:
        """What a predicate of phase says of its subject: under way, attempted, cancelled, complete, not begun."""
        known = {"under_way": "continue", "not_begun": "imminence", "cancelled": "cancellation", "attempted": "attempt", "possible": "possible"}
        name = known.get(self.lexicon.phases[word], "complete")
        self.add(name, (verb.i,), f"phase:{word}")
        self.tense_of = None if name == "continue" else verb.i
        self.auxiliary_operators(verb.i)

    def _before_it_began(self, verb: Token) -> bool:
        """Whether it was "over before it had begun"."""
        p = self.parse
        for clause in p.children(verb.i):
            if clause.dep == "advcl" and any(m.lower == "before" for m in p.children(clause.i)):
                return any(e.signature == "begin" for e in self.entries(clause.i, frozenset({"subj"}))) and any(c.lower in ("it", "they") and c.dep == "nsubj" for c in p.children(clause.i))
        return False

    def arranged(self, at: int, be: Token, of: int | None = None) -> int:
        """ "are to meet" is arranged, "was to have met" did not; "the aim is to meet" is what the noun says, unless the noun is the event itself (`of`)."""
        p = self.parse
        subject = syntax.child_of(p, be.i, "nsubj")
        if subject is not None and subject.i != of:
            for entry in self.entries(subject.i, frozenset({"inf"})):
                self.apply(entry, subject.i, self.negated(be.i))
                return be.i
        if p[at].lemma in _SAYING and (judged := next((c for c in p.children(be.i) if c.dep in ("acomp", "attr") and be.i < c.i < at), None)) is not None:
            # "it is fair to say that": nothing is planned.
            return following if (following := self.said_rightly(at, judged)) is not None else self.borrow(be.i)
        perfect = any(a.lemma == "have" for a in syntax.auxiliaries(p, at))
        if be.tag == "VBD" and be.dep == "ROOT" and not perfect and any(p[k].lower in _LATER and p[k].dep in ("advmod", "npadvmod") for k in p.subtree(be.i) if k < be.i):
            # "A month later the same judge was to free them": the past, told as it came.
            self.add("retold", (be.i,), "be:to:later")
            self.settled = True
            return be.i
        self.add("counterfactual" if perfect else "intention", (be.i,), "be:to")
        self.negation(be.i)
        return be.i

    def said_rightly(self, at: int, judged: Token) -> int | None:
        """ "it would be wrong to say that", "it is too early to say that": what the adjective says of the words below the verb at `at`, if anything."""
        if self.parse[at].lemma not in _SAYING or not self.infinitive(at) or judged.lower not in _FALSELY | _UNSURELY:
            return None
        above = self.parse[judged.head] if judged.dep in ("acomp", "attr") else judged
        unsure = judged.lower in _UNSURELY
        self.add("doubt" if unsure else "denial", (judged.i,), f"words judged:{judged.lower}")
        if not unsure:
            self.negation(above.i)
        return above.i
