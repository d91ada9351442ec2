"""status: where a word that bears on an event was hung on another word than it belongs to, or belongs to one further up."""

from __future__ import annotations

from itertools import islice

from onrecord import syntax
from onrecord.extract.factuality.predicates import Predicates
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_HARDSHIPS = word_set("hardships")
_UP = 6  # words above a noun for crimes
_INVOLVED = word_set("denied_parts")
_PROPOSING = word_set("proposing_verbs")
_STEAD = word_set("stead_phrases")
_FALLING_SHORT = word_set("falling_short_verbs")
_EMERGING = word_set("emerging_verbs")
_MEASURES = word_set("standing_measures")
_INQUIRIES = word_set("inquiry_nouns")
_SINGLING = word_set("singling_adjectives")


class Attachment(Predicates):
    """Looks one word further than the tree; `operators.Walk` goes on from where it leads."""

    def step(self, at: int, above: Token) -> int | None:
        """One step up the tree, as `operators.Walk` takes it."""
        raise NotImplementedError

    def waits_for(self, at: int, mark: Token, above: Token) -> bool:
        """ "will not free them before the army withdraws", "block the road until it leaves": a condition, whether it is met is open, and no day is told for it. "Said
        no captive would be freed until it withdrew": a past that stands for a present in what somebody is reported to say."""
        p = self.parse
        shifted = p[at].tag == "VBD" and above.dep == "ccomp" and any(a.lower in ("would", "could") for a in syntax.auxiliaries(p, above.i))
        if mark.lower not in ("until", "till", "before") or not (shifted or self.present(at)) or any(p[k].ent in ("DATE", "TIME") for k in p.subtree(mark.head)):
            return False
        return mark.lower != "before" or (self.ahead(above.i) and any(self._negator(c) for c in p.children(above.i)))

    def shifted(self, at: int, mark: Token, above: Token) -> bool:
        """ "said they would free the men once the army had withdrawn": a past perfect that stands for a present perfect in what somebody is reported to say."""
        p = self.parse
        would = above.dep == "ccomp" and p[above.head].tag == "VBD" and any(a.lower in ("would", "could") for a in syntax.auxiliaries(p, above.i))
        return would and mark.lower in ("once", "when") and any(a.lower == "had" for a in syntax.auxiliaries(p, at))

    def contrasted(self, at: int, above: Token) -> int | None:
        """The "but" of "had not observed any shelling, but said": what stands behind it is not negated with what stands before."""
        p = self.parse
        # "cannot help but reject" rejects.
        return next((c.i for c in p.children(above.i) if above.lemma != "help" and c.dep == "cc" and c.lower == "but" and above.i < c.i < at and p[c.i + 1].dep != "neg"), None)

    def investigated(self, noun: int) -> int | None:
        """ "were under investigation for complicity in crimes including kidnapping": the inquiry, or what else accuses, that a noun for crimes hangs below."""
        at = noun
        for above in islice(self.parse.ancestors(noun), _UP):
            if self.parse[at].dep != "pobj" and above.pos != "ADP" and above.dep != "pobj":
                return None
            if above.pos == "NOUN" and any(e.signature == "accusation" for e in self.entries(above.i, frozenset({"prep:for", "prep:over"}))):
                return above.i
            at = above.i
        return None

    def endured(self, at: int, above: Token) -> bool:
        """ "face threats", "faces a wave of harassment": what somebody has to bear now; "faces deportation" is to come."""
        return above.lemma == "face" and self.parse[at].dep == "dobj" and self.parse[at].lemma in _HARDSHIPS

    def gerund(self, at: int, above: Token) -> int | None:
        """ "did not rule out deploying paratroopers": the verb above a gerund with its object that was taken for an adjective."""
        p = self.parse
        if p[at].dep != "amod" or p[at].tag != "VBG" or above.dep != "dobj" or above.i != at + 1 or above.head != at - 1 - (p[at - 1].dep == "prt"):
            return None
        return above.head if any(e.signature not in ("factual", "report") for e in self.entries(above.head, frozenset({"ing"}))) else None

    def idiom(self, noun: Token, kinds: frozenset[str]) -> int | None:
        """ "left room for action", "laid the ground for talks": the preposition hangs on the noun of a listed verb and noun."""
        verb = syntax.governing_verb(self.parse, noun.i) if noun.pos == "NOUN" else None
        if verb is None or not any(noun.lemma in e.companions for e in self.entries(verb, kinds)):
            return None
        return self.embedded(verb, kinds)

    def higher(self, noun: Token, word: str, kinds: frozenset[str]) -> int | None:
        """What a preposition hung on the wrong word belongs to, or passes on: "a proposal by three states for the disarming", "pleaded not guilty to the
        killing", "denied any part in the ambush"."""
        p = self.parse
        above = p.head(noun.i)
        if above is None:
            return None
        if noun.lemma in _INVOLVED:
            # Who has a part in it does it.
            entries = self.entries(above.i, frozenset({"obj"})) if noun.dep == "dobj" else []
            return self.embedded(above.i, frozenset({"obj"})) if entries else self.step(noun.i, above)
        if noun.dep in ("dobj", "pobj") and word in ("with", "for", "of"):
            # "threatened the towns with floods", "suspected two of the clerks of leaking": the preposition hangs on the last noun before it.
            verb = next((a for a in p.ancestors(noun.i) if a.pos in syntax.VERBAL), None)
            found = [e for e in self.entries(verb.i, frozenset({f"prep:{word}"})) if e.signature in ("threat", "accusation")] if verb is not None else []
            if verb is not None and found:
                return self.embedded(verb.i, kinds)
        if noun.dep == "acomp" and any(e.companions for e in self.entries(above.i, kinds)):
            return self.embedded(above.i, kinds)
        if noun.dep == "pobj" and above.lower in ("by", "from", "of", "against", "in") and p[above.head].pos == "NOUN" and word in ("for", "to", "of"):
            found = [e for e in self.entries(above.head, kinds) if e.pos == "n" and e.signature != "factual"]
            return self.embedded(above.head, kinds) if found and f"prep:{above.lower}" not in found[0].complements else None
        return None

    def undergoes(self, at: int, verb: Token) -> bool:
        """Whether the bare noun before a participle without object or auxiliary is what is done to, by what is listed of the verb."""
        p = self.parse
        bare = verb.dep == "ROOT" and verb.tag in ("VBD", "VBN") and not any(c.dep in ("dobj", "aux", "auxpass", "ccomp", "xcomp") for c in p.children(verb.i))
        bare = bare and not any(c.dep in ("det", "poss") for c in p.children(at))
        listed = self.entries(verb.i, frozenset({"obj"})) if bare else []
        return bool(listed) and listed[0].signature != "factual" and not self.entries(verb.i, frozenset({"subj"}))

    def subjunctive(self, at: int, above: Token) -> bool:
        """ "suggested that the states conduct talks", "moved that the academy be stripped", "put it to him that he place guards": a base form where a finite one
        would stand proposes."""
        p = self.parse
        verb = p[at]
        below = p.children(at)
        if any(c.tag == "MD" or c.lower in ("to", "do", "did", "does") for c in below if c.dep == "aux") or verb.dep not in ("ccomp", "relcl", "acl"):
            return False
        if any(c.dep == "auxpass" and c.lower == "be" for c in below) and any(c.dep == "mark" for c in below):
            return True
        if verb.tag not in ("VB", "VBP") or any(c.dep in ("aux", "auxpass") for c in below):
            return False
        perfect = above.tag == "VBN" and any(a.lemma == "have" for a in syntax.auxiliaries(p, above.i))
        if above.lemma in _PROPOSING and (above.tag == "VBD" or perfect):
            return True
        subject = next((c for c in below if c.dep == "nsubj"), None)
        # In capitals a plural passes for a name: "the worst is that rebels kill".
        plural = subject is not None and subject.text.isupper() and subject.lower.endswith("s")
        single = subject is not None and not plural and (subject.lower in ("he", "she", "it") or (subject.tag in ("NN", "NNP") and not any(c.dep == "conj" for c in p.children(subject.i))))
        return single and verb.dep == "ccomp" and any(c.dep == "mark" and c.lower == "that" for c in below)

    def unsaid_by(self, prep: Token) -> bool:
        """Whether the preposition itself says that what follows did not take place, or only if: "without", "short of", "instead of", "in the event of"."""
        p = self.parse
        above = p.head(prep.i)
        phrase = " ".join(p[k].lower for k in range(max(0, prep.i - 3), prep.i + 1))
        if prep.lower == "without":
            verb = p[syntax.clause_of(p, above.i)] if above is not None else prep
            # "without firing it can win": nothing is told of any firing.
            supposed = any(c.lower in ("can", "could", "may", "might", "will", "would") for c in p.children(verb.i))
            self.add("possible" if supposed else "absence", (prep.i,), "modal:without" if supposed else "negation:without")
        elif phrase.endswith("short of") and any(t.lemma in _FALLING_SHORT for t in p.ancestors(prep.i)):
            self.add("absence", (prep.i,), "negation:short of")
        elif phrase.endswith("subject to") and self.laid_on(prep):
            self.settled = True
        elif phrase.endswith("in the case of") and any(g.lower in ("the", "this", "these") for c in p.children(prep.i) if c.dep == "pobj" for g in p.children(c.i)):
            self.settled = True  # "caught the suspects in the case of the attack": a case that is looked into
        elif marker := next((m for m, r in self.lexicon.conditionals.items() if " " in m and phrase.endswith(m) and r == "condition"), ""):
            self.add("condition", (prep.i,), f"conditional:{marker}")
        elif (phrase.endswith("far from") and p[prep.i - 1].head in (prep.head, prep.i)) or (
            above is not None and above.lower == "far" and prep.lower == "from" and above.dep == "advmod"
        ):
            # "Far from withdrawing, the brigade": it did not.
            self.add("absence", (prep.i,), "negation:far from")
        elif phrase.endswith(tuple(_STEAD)):
            self.add("avoidance", (prep.i,), "negation:instead")
        else:
            return False
        return True

    def imagined(self, noun: int, verb: int) -> bool:
        """ "a fourth test would bring them closer": what is brought in only to say what it would do."""
        p = self.parse
        brought_in = any(c.dep == "det" and c.lower in ("a", "an", "any", "another") for c in p.children(noun))
        if self.parse[verb].tag == "VBG":
            return False  # "a crackdown could be having an effect": it is there
        return brought_in and any(a.lower in ("would", "'d", "’d", "could", "might") and a.tag == "MD" for a in syntax.auxiliaries(p, verb))

    def present_plural(self, at: int, above: Token) -> bool:
        """ "the truth is that gunmen kill clerks": a present tense, though it looks like a base form."""
        subject = syntax.child_of(self.parse, at, "nsubj")
        return above.lemma == "be" and subject is not None and (subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "we", "you", "i"))

    def held_before(self, at: int, above: Token) -> int | None:
        """ "seized the ship under suspicions that it had run the blockade": the noun right before "that", where the parser hung the clause on the verb."""
        p = self.parse
        mark = next((c for c in p.children(at) if c.dep == "mark" and c.lower == "that" and c.i < at), None)
        noun = p[mark.i - 1] if mark is not None and mark.i else None
        if noun is None or noun.pos != "NOUN" or noun.i <= above.i or noun.sent != p[at].sent or p[noun.head].pos != "ADP":
            return None
        return noun.i if any(e.signature in ("accusation", "hearsay", "fear", "doubt", "possible") for e in self.entries(noun.i, frozenset({"that"}))) else None

    def laid_on(self, prep: Token) -> bool:
        """ "is subject to sanctions", "to an inquiry in two states": what is laid on somebody is there; "the deal is subject to an inquiry" waits for it."""
        p = self.parse
        laid = next((c for c in p.children(prep.i) if c.dep == "pobj"), None)
        if laid is None or not (laid.lemma.lower() in _MEASURES or (laid.tag == "NNS" and laid.lemma in _INQUIRIES)) or any(c.dep in ("acl", "relcl", "pcomp") for c in p.children(laid.i)):
            return False
        subject = next((f for f in syntax.surface_subject(p, syntax.clause_of(p, prep.i))), None)
        return subject is not None and subject.head not in self.speech_acts and p[subject.head].lemma not in word_set("commitment_nouns") | word_set("accord_nouns")

    def put_after(self, at: int, above: Token) -> int | None:
        """ "No evidence has emerged that it was shelled", "rumours spread that he had fled": the subject's own clause, which stands behind the verb."""
        p = self.parse
        if p[at].dep not in ("ccomp", "advcl") or at < above.i or above.lemma not in _EMERGING or not any(c.dep == "mark" and c.lower == "that" for c in p.children(at)):
            return None
        subject = syntax.child_of(p, above.i, "nsubjpass" if syntax.is_passive(p, above.i) else "nsubj")
        return subject.i if subject is not None and subject.pos == "NOUN" and subject.i < above.i and self.entries(subject.i, frozenset({"that"})) else None

    def guessed(self, at: int, above: Token) -> bool:
        """ "may have been the victim of a raid": both are guessed."""
        verb = self.parse.head(above.i)
        return not self.definite(at) and above.dep == "attr" and verb is not None and any(a.lower in ("may", "might", "could") for a in syntax.auxiliaries(self.parse, verb.i))

    def to_be_told(self, at: int, above: Token, kinds: frozenset[str]) -> bool:
        """ "will reveal what the guards said", "will testify that they fired": the telling is to come, what is told has happened."""
        p = self.parse
        past = p[at].tag == "VBD" or any(a.tag == "VBD" for a in syntax.auxiliaries(p, at))
        coming = any(a.lower in ("will", "shall", "'ll", "’ll") for a in syntax.auxiliaries(p, above.i)) if above.pos in syntax.VERBAL else False
        told = {e.signature for e in self.entries(above.i, kinds)}
        return past and coming and bool(told) and told <= {"factual", "report"} and not any(self._negator(c) for c in p.children(above.i))

    def settled_on(self, at: int, above: Token) -> bool:
        """ "selected to build", "hired to train": an infinitive below a passive or a choice is what shall come of it."""
        return self.infinitive(at) and syntax.is_passive(self.parse, above.i)

    def titled(self, at: int) -> bool:
        return self.parse.sentences[self.parse[at].sent].part == "title"

    def singled_out(self, noun: int) -> bool:
        """ "the first to", "the only army to", "the latest country to", "the most senior officer to": one that did."""
        below = [c for c in self.parse.children(noun) if c.i < noun]
        graded = [g for c in below if c.dep == "amod" for g in self.parse.children(c.i)]
        return any(t.lower in _SINGLING or t.tag == "JJS" for t in (self.parse[noun], *below)) or any(t.tag in ("RBS", "JJS") for t in graded)

    def still_to_meet(self, at: int, prep: Token, above: Token) -> bool:
        """ "The bill will be signed at the summit", "will be put before the yearly meeting": who will do something there has not met yet."""
        meeting = self.parse[at].dep == "pobj" and self.parse[at].lemma in word_set("meeting_nouns")
        expected = above.lemma in ("expect", "schedule", "plan", "slate") and any(a.lemma == "be" and a.tag in ("VBZ", "VBP") for a in syntax.auxiliaries(self.parse, above.i))
        if not meeting or prep.lower not in ("at", "during", "before", "to") or above.pos not in syntax.VERBAL or not (expected or self.ahead(above.i)):
            return False
        if expected:
            self.add("future", (above.i,), "meeting:expected")  # "a vote is expected at a meeting next week"
        if self.negated(above.i):
            self.add("future", (above.i,), "meeting:without them")  # "will not speak at the summit": it will be held
        return True

    def only_to_say(self, at: int) -> bool:
        """ "rang a friend to tell her that guards had beaten him": what was meant is the telling; what he told has a finite verb of its own."""
        p = self.parse
        told = [c for c in p.children(at) if c.dep == "ccomp" and c.i > at]
        finite = any(t.tag in ("VBD", "VBZ", "VBP") for c in told for t in (c, *syntax.auxiliaries(p, c.i)))
        return finite and any(o.signature == "report" and at in o.cue for o in self.operators)

    def during_his(self, at: int, prep: Token) -> bool:
        """ "during his arrest", "during his declaration of martial law"; not "during his planning of raids"."""
        top = self.parse.head(prep.i) if prep.lower == "of" else None
        over = self.parse[top.head] if top is not None and top.dep == "pobj" else prep
        if over.lower != "during" or not any(c.dep == "poss" for c in self.parse.children(top.i if top is not None else at)):
            return False
        return top is None or not any(e.signature in ("intention", "proposal", "threat") for e in self.entries(top.i, frozenset({"prep:of"})))
