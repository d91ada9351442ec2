"""status: what single words of a sentence say of an event: embedding predicates, carried-out commitments, clauses beside the event noun."""

from __future__ import annotations

from dataclasses import replace

from onrecord import syntax
from onrecord.extract.factuality.occasions import reading_on_occasion
from onrecord.extract.phrases.kinds import entrusted
from onrecord.extract.phrases.scope import Scope, dated_ahead
from onrecord.extract.phrases.setphrases import blamed_on_a_cause, of_another_sense
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.status import Embedding
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

# What a speech act of this type does to the act it is about, where the embedding lexicon does not list its word.
_SPEECH_ACTS = {"REQUEST": "proposal", "AGREE": "intention", "THREATEN": "threat", "REJECT": "refusal", "ACCUSE": "accusation"}
_ASKING = word_set("content_questions")
# "if at all", "if ever", "if possible": no condition of the act.
_ASIDES, _FULFILLING = word_set("conditional_asides"), word_set("fulfilling_verbs")
_COMMITMENTS = word_set("commitment_nouns")
_ARRANGED = word_set("arranging_participles")
_TAKEN_AS_KNOWN = word_set("fact_nouns")
_HEARSAY_NOUNS = word_set("hearsay_nouns")
_SEEMING = word_set("seeming_verbs")
_ABOUT = word_set("verbs_about_deeds")
_WANING = word_set("waning_verbs")
_NEGATIVE = frozenset({"nothing", "not", "no", "never"})
_TRUCES = frozenset({"ceasefire", "cease-fire", "truce", "armistice", "moratorium", "halt"})
_PUNISHING = word_set("verbs_of_verdicts_and_penalties")
_ENDING = frozenset({"end", "cancellation", "failure", "prevention"})
_PRESUPPOSING = word_set("presupposing_verbs")
_ESCAPING = word_set("escaping_verbs")
_DECIDING = word_set("deciding_verbs")
_SCANT = word_set("scant_words")
_CRIMES = word_set("known_crimes")
_COUNTERING = word_set("countering_verbs")
_MEASURES = word_set("standing_measures")


class Predicates(Scope):
    """What stands at one token; the walk (`operators.Walk`) goes from one to the next."""

    def borrow(self, verb: int) -> int:
        """The event is as real as this verb's clause: its auxiliaries, negation and adverbs count."""
        if self.tense_of is None:
            self.tense_of = verb
        self.verb(verb)
        return verb

    def verb(self, verb: int) -> None:
        self.modifiers(verb)
        self.auxiliary_operators(verb)
        self.negation(verb)
        self.conditional_consequent(verb)

    def noun(self, noun: int) -> None:
        p = self.parse
        self.modifiers(noun)
        plural = next((c for c in p.children(noun) if c.dep == "compound" and c.tag == "NNS" and c.i == noun - 1 and any(g.dep == "compound" for g in p.children(c.i))), None)
        listed = [e for e in self.lexicon.embeddings.get(("v", plural.lemma), ()) if "obj" in e.complements and not e.companions] if plural is not None else []
        if plural is not None and listed and listed[0].signature != "factual":
            # "Ministry eyes deportation": the verb of a headline, taken for a plural that modifies.
            self.apply(listed[0], plural.i, False)
        fearing = next((c for c in p.children(noun) if c.dep in ("amod", "compound") and c.tag == "VBG" and c.i == noun - 1), None)
        feared = [e for e in self.lexicon.embeddings.get(("v", fearing.lemma), ()) if e.signature == "fear" and "obj" in e.complements and not e.companions] if fearing is not None else []
        if fearing is not None and feared:
            # "his aides, fearing persecution, left": an object, taken for a noun with its adjective.
            self.apply(feared[0], fearing.i, False)
        first = min((c.i for c in p.children(noun) if c.dep in ("det", "amod", "compound", "neg", "nummod", "poss")), default=noun)
        before = p[first - 1] if first and p[first - 1].sent == p[noun].sent else None
        negative = [c for c in p.children(noun) if c.lower in ("no", "not", "neither", "zero") and c.dep in ("det", "neg", "preconj", "advmod", "cc")]
        if negative and any(c.dep in ("det", "poss") and c.i < negative[0].i for c in p.children(noun)):
            negative = []  # "a no confidence vote": a part of the name
        if negative and not self.pseudo(negative[0].i):
            self.add("absence", (negative[0].i,), f"negation:{negative[0].lower}")
        elif before is not None and before.lower == "not" and (p[first].lower == "one" or any(c.dep == "amod" and c.lower == "single" for c in p.children(noun))):
            self._spent.add(before.i)
            self.add("absence", (before.i,), "negation:not one")
        elif (
            before is not None
            and before.lower == "not"
            and before.dep in ("neg", "advmod", "cc")
            and p[noun].dep == "conj"
            and not self.pseudo(before.i)
        ):
            self.add("absence", (before.i,), "negation:not")

    def conditional_consequent(self, verb: int) -> None:
        for child in self.parse.children(verb):
            if child.dep == "advcl" and child.lower not in _ASIDES:
                for mark in self.parse.children(child.i):
                    if self.parse[mark.i - 1].lower == "even":
                        continue  # "will not attack, even if fired on": come what may
                    if mark.dep in ("mark", "advmod") and self.lexicon.conditionals.get(mark.lower) == "condition" and (self.auxiliaries_unreal(verb) or self._announced(verb, child) or self._unless(verb, mark)):
                        self.add("condition", (mark.i,), f"conditional:{mark.lower}")

    def _unless(self, verb: int, mark: Token) -> bool:
        """ "Unless they leave, the raids begin again": a present tense that hangs on something to come."""
        return mark.lower == "unless" and self.parse[verb].tag in ("VBZ", "VBP") and not syntax.auxiliaries(self.parse, verb)

    def _announced(self, verb: int, clause: Token) -> bool:
        """ "If the ransom is late, we kill him": a speaker's present under a present condition tells what will come."""
        below = self.parse.children(verb)
        return (
            clause.i < verb and any(c.dep == "nsubj" and c.lower in ("we", "i") for c in below)
            and self.parse[verb].tag == "VBP" and not any(c.dep == "aux" for c in below) and not any(c.tag == "VBD" for c in (clause, *self.parse.children(clause.i)))
        )  # fmt: skip

    # Embedding predicates -----------------------------------------------------------------------------------------

    def entries(self, i: int, complements: frozenset[str]) -> list[Embedding]:
        """Listed readings of token `i` that take one of the complements, those with most companions first."""
        token = self.parse[i]
        pos = "v" if token.pos in syntax.VERBAL else "a" if token.pos in ("ADJ", "ADV") else "n"
        # "kept the army from firing on the crowd": what stands below the gerund is none of the words of "keep on".
        inner = {t for c in self.parse.children(i) if c.dep == "prep" for g in self.parse.children(c.i) if g.dep == "pcomp" for t in self.parse.subtree(g.i) if t != g.i}
        # "called it illegal and said she was held for that" is no call for anything.
        inner |= {t for c in self.parse.children(i) if c.dep == "conj" and c.pos in syntax.VERBAL and syntax.child_of(self.parse, c.i, "dobj", "ccomp", "xcomp") is not None for t in self.parse.subtree(c.i)}
        below = {t.lemma for t in syntax.dependents_within(self.parse, i, 3) if t.i not in inner} | {t.lower for t in syntax.dependents_within(self.parse, i, 1)}
        found: list[Embedding] = []
        if "obj" in complements and (called := next((c for c in self.parse.children(i) if c.dep == "oprd"), None)) is not None:
            # "called the attack a reprisal for a raid": what belongs to the name is none of the verb's words.
            below -= {self.parse[t].lemma for t in self.parse.subtree(called.i) if t != called.i} - {called.lemma}
        if of_another_sense(self.parse, i):
            return []
        if token.lemma == "case" and (token.tag == "NNS" or token.dep != "pobj" or self.parse[token.head].lower not in ("in", "for")):
            return []  # "fewer cases of assault", "worked on the case of the murder": there are such; "in case of" and "for the case of" have none yet
        if token.lemma == "fall" and any(c.dep == "nsubj" and self.parse[syntax.antecedent(self.parse, c.i)].lemma in event_lexicon().classes["projectile"] for c in self.parse.children(i)):
            return []  # "a shell fell on the market", "the rocket that fell there": it hit
        readings = [(pos, token.lemma), ("a", token.lower) if token.tag in ("VBN", "VBG") else (pos, token.lower)]
        if token.tag == "NN" and token.dep in ("ROOT", "appos", "conj") and ("n", token.lemma) not in self.lexicon.embeddings and "that" in complements:
            readings.append(("v", token.lower))  # "The families allege that": a verb taken for a noun
        if token.tag == "NNS" and token.dep in ("ROOT", "pobj") and not complements.isdisjoint({"ing", "that", "obj"}):
            # "Her chief of staff disputes that", "The manifesto advocates cutting": a verb taken for a plural.
            readings.append(("v", token.lemma))
        for kind, lemma in readings:
            for entry in self.lexicon.embeddings.get((kind, lemma), ()):
                if entry not in found and not entry.complements.isdisjoint(complements) and set(entry.companions) <= below:
                    found.append(entry)
        particles = {c.lower for c in self.parse.children(i) if c.dep == "prt"}
        return sorted(found, key=lambda e: (-len(e.companions), particles.isdisjoint(e.companions)))

    def lacking(self, i: int) -> bool:
        """Whether there is none of what a noun names, or too little: "no evidence", "has not found any evidence", "scant proof"."""
        p = self.parse
        short = any((c.dep in ("det", "neg") and c.lower == "no") or (c.dep == "amod" and c.lower in _SCANT) for c in p.children(i))
        if p[i].dep in ("dobj", "attr", "nsubj", "nsubjpass", "pobj") and short and not any(c.lower == "a" for c in p.children(i)):
            return True
        return p[i].dep in ("dobj", "attr") and any(c.dep == "neg" for c in p.children(p[i].head)) and not self.definite(i)

    def embedded(self, i: int, complements: frozenset[str]) -> int | None:
        """Apply the predicate at `i` where it is listed or is a speech act of the event lexicon; None where it is neither."""
        p = self.parse
        entries = self.entries(i, complements)
        if not entries:
            act = self.speech_acts.get(i)
            if act is None or complements.isdisjoint({"inf", "ing", "that", "obj", "prep:of", "prep:for", "prep:to", "prep:against", "prep:on"}):
                return None
            if act == "ACCUSE" and complements.isdisjoint({"that", "prep:of", "ing"}):
                return None
            self.add(_SPEECH_ACTS[act], (i,), f"speech-act:{act}")
            self.enter(i)
            return i
        entry = entries[0]
        if entry.head == "link" and any(o.signature == "attempt" for o in self.operators):
            return None  # "an evolution linked to the state's attempts to disarm them": nobody is accused of them
        # "was not able to arrest": the negation hangs on the copula.
        # The "nothing" of "came to nothing" is the predicate's own.
        self._spent.update(c.i for c in p.children(i) if any(g.lower in entry.companions and g.lower in _NEGATIVE for g in (c, *p.children(c.i))))
        negated = self.negated(i) or (p[i].dep == "acomp" and p[i].pos == "ADJ" and self.negated(p[i].head))
        if entry.pos == "n" and (entry.signature in ("doubt", "obligation") or entry.negated == "doubt") and self.lacking(i):
            # "has no doubt that", "found no evidence that": the noun is negated, not what it is an object of.
            negated = True
            self._spent.add(i)
        if entry.signature == "report" and entry.pos == "n" and p[i].lemma in _HEARSAY_NOUNS and self.unowned(i):
            # "there are reports that guards fled": nobody is named who reports it.
            entry = replace(entry, signature="hearsay")
        occasion = reading_on_occasion(self.parse, self.lexicon, entry, i, negated, self.of_any)
        if occasion is not None and not occasion.signature:
            return i
        entry = self._by_form(entry, i, complements, negated)
        if occasion is not None:
            entry = replace(entry, signature=occasion.signature, rule=f"{entry.rule}:occasion")
            negated = negated and occasion.occasion != "unknown"
        if entry.pos == "n" and entry.head in _TAKEN_AS_KNOWN and not self.operators:
            # "the fact that guards beat him did not come up": whatever is said of the fact.
            self.settled = True
            return None
        if entry.signature == "probable" and "told" in complements and not negated:
            self.add("probable", (i,), f"{entry.rule}:told")
        if "inf" in complements and entry.signature in ("probable", "forecast") and not negated and "told" not in complements:
            # "expects to cut" is its own plan; "is expected to meet", "likely to strike" are forecasts of what is to come.
            own = p[i].pos in syntax.VERBAL and not syntax.is_passive(p, i) and syntax.child_of(p, i, "dobj") is None
            if p[i].lemma in _SEEMING:
                pass  # "appears to have left": it looks so
            elif own:
                entry = replace(entry, signature="intention")
            else:
                self.add("future", (i,), f"{entry.rule}:ahead")
        if "inf" in complements and entry.head in ("choose", "elect", "select") and syntax.is_passive(p, i):
            entry = replace(entry, signature="purpose")  # "chosen by the council to disarm them": what they are chosen for
        if entry.signature in ("begin", "continue") and (p[i].tag in ("VBZ", "VBP") or (p[i].tag == "VBN" and self.present(i))) and dated_ahead(p, i):
            # "begins on Friday", "starts in ten days", "are held on Monday"
            entry = replace(entry, signature="intention")
        self.apply(entry, i, negated)
        self.enter(i)
        self.untrue(i, entry.signature, complements)
        if entry.signature == "retold":
            return i
        if p[i].pos in syntax.VERBAL:
            if entry.signature not in ("report", "denial", "accusation", "hearsay"):
                self.conditional_consequent(i)
                self.auxiliary_operators(i)
                self.modifiers(i)
            about = entry.signature == "factual" and "obj" in complements and p[i].lemma in _ABOUT
            # "attacks are being investigated": of them only the investigating goes on.
            if entry.signature in ("factual", "begin", "continue", "end", "complete") and self.tense_of is None and not about:
                self.tense_of = i
        else:
            self.modifiers(i)
        return i

    def _by_form(self, entry: Embedding, i: int, complements: frozenset[str], negated: bool) -> Embedding:
        """The entry as the form of its complement, or its own, has it mean."""
        if entry.signature == "proposal" and "whether" in complements and "inf" not in complements:
            return replace(entry, signature="doubt")  # "examines whether he was shot", against "whether to free him": a question about what took place, no proposal
        if entry.head == "order" and entry.pos == "v" and self.parse[i].dep == "pcomp" and self.parse[self.parse[self.parse[i].head].head].lemma in _PUNISHING:
            return replace(entry, signature="factual")  # "was jailed for ordering the raid": it was carried out
        if entry.head == "blame" and blamed_on_a_cause(self.parse, i):
            return replace(entry, signature="factual")
        if entry.head == "show" and negated and any(c.dep == "dobj" and self.definite(c.i) for c in self.parse.children(i)):
            return replace(entry, negated="doubt")  # "does not show the arrest": there may be one that it does not show
        if entry.signature == "prevention" and not negated and self._to_prevent(i):
            return replace(entry, signature="possible")  # "blocks to prevent attacks": what is feared, not what was tried
        return entry

    def _to_prevent(self, i: int) -> bool:
        """Whether the prevention at `i` is an aim or a rule: "walls to prevent", "efforts not only to punish but also prevent", "a law preventing"."""
        p = self.parse
        first = p[syntax.first_conjunct(p, i)]
        if any(c.dep == "aux" and c.lower == "to" for t in (p[i], first) for c in p.children(t.i)) and p[i].tag == "VB":
            aimed = {e.signature for e in self.entries(first.head, frozenset({"inf"}))} if first.dep == "xcomp" else set()
            # "trying to prevent the talks", "works to prevent abuse": of what they aim at nothing is known yet
            still = p[first.head].tag in ("VBG", "VBZ", "VBP") and bool(aimed & {"attempt", "intention", "purpose"})
            return first.dep in ("advcl", "acl", "relcl") or (first.dep == "xcomp" and (not aimed or still))
        if p[i].tag == "VBG" and not any(c.dep == "aux" for c in p.children(i)):
            if first.dep == "pcomp" and p[first.head].lower in ("after", "since"):
                return False  # "after repelling an attack"
            return first.dep in ("pcomp", "acl") or p[i].dep == "conj"
        return p[i].tag in ("VBZ", "VBP") and not syntax.auxiliaries(p, i)

    def enter(self, i: int) -> None:
        if self.content_of is None and i in self.speech_acts:
            self.content_of = i

    def apply(self, entry: Embedding, i: int, negated: bool) -> None:
        if entry.signature == "accusation" and entrusted(self.parse, i):
            entry = replace(entry, signature="intention")  # "a panel charged with investigating the raid"
        if entry.signature == "refusal" and any(o.signature in ("hearsay", "accusation", "possible", "report") for o in self.operators):
            # Rumours, reports and claims are rejected as untrue, not turned down.
            entry = replace(entry, signature="denial", negated="report")
        if not negated and entry.signature == "denial":
            self.operators = [o for o in self.operators if not o.rule.startswith("untrue:")]  # "denied false reports of a massacre": untrue by whoever denies it
        if not negated:
            self.add(entry.signature, (i,), entry.rule)
        elif entry.negated == "absence" and "subj" in entry.complements and entry.signature == "factual" and self._arranged_before(i):
            # "the march planned for Sunday did not take place": it never came off.
            self.add("cancellation", (i,), f"{entry.rule}:negated:arranged")
        elif entry.negated:
            self.add(entry.negated, (i,), f"{entry.rule}:negated")
        elif entry.signature not in ("report", "factual"):
            self.add(entry.signature, (i,), entry.rule)
            self.add("absence", (i,), f"{entry.rule}:negated")

    def _arranged_before(self, verb: int) -> bool:
        subject = syntax.child_of(self.parse, verb, "nsubj", "nsubjpass")
        return subject is not None and any(self.parse[i].lower in _ARRANGED and self.parse[i].dep in ("acl", "amod") for i in self.parse.subtree(subject.i))

    # Clauses beside the noun, commitments, questions --------------------------------------------------------------------

    def relative(self, noun: int) -> bool:
        """ "the decree that the council adopted", "a strike planned for May", "the blockade it had threatened to impose": the clause beside the noun
        tells whether it came about; what stands above says something of a thing that is settled."""
        p = self.parse
        if any(self._begun(child) for child in p.children(noun)):
            return True
        above = p.head(noun)
        if p[noun].dep in ("nsubj", "nsubjpass") or (above is not None and any(e.signature in _ENDING for e in self.entries(above.i, frozenset({"obj"})))):
            # "The offensive that it launched has failed": the clause above tells how it ended.
            return False
        for child in p.children(noun):
            participle = child.dep == "acl" and child.tag == "VBN"
            if any(c.dep == "oprd" for c in p.children(child.i)) or (child.lemma == "call" and p[noun].lemma.lower() in _TRUCES):
                continue  # "the raid, which he called irresponsible": what is thought of it; "a truce called in May" holds
            if child.pos not in syntax.VERBAL or not (participle or (child.dep == "relcl" and self._object_gap(child.i))):
                continue
            inner = next((c for c in p.children(child.i) if c.dep in ("xcomp", "ccomp") and c.pos in syntax.VERBAL), None)
            light = self._light(inner.i if inner is not None else child.i)
            told = self.entries(child.i, self.complements(inner.i) if inner is not None else frozenset({"obj"}))
            if (inner is not None and not (light and told)) or not (light or told):
                continue
            signature = told[0].signature if told else light
            if participle and signature in ("factual", "begin", "continue", "complete"):
                continue  # "the ban imposed in May": of a participle only its not being carried out is told here
            if told and told[0].signature == "accusation" and child.lemma == "blame" and (self.definite(noun) or blamed_on_a_cause(p, child.i)):
                continue  # "the accord, which officials have blamed for the rise": there is one
            if told and told[0].signature == "denial" and child.dep == "relcl":
                continue  # "blamed for the raid, which it denies": its word, and not the text's
            if told:
                self.apply(told[0], child.i, self.negated(child.i))
                self.enter(child.i)
            elif light != "factual":
                self.add(light, (child.i,), f"light:{child.lemma}")
            self.tense_of = child.i
            self.verb(child.i)
            self.settled = True
            return True
        return False

    def _begun(self, clause: Token) -> bool:
        """ "the strike, which began at midnight": a relative clause that tells how far the event has come."""
        p = self.parse
        if clause.dep != "relcl" or not any(c.dep == "nsubj" and c.tag in ("WDT", "WP") for c in p.children(clause.i)):
            return False
        told = self.entries(clause.i, frozenset({"subj"}))
        if told and told[0].signature == "begin" and clause.tag in ("VBZ", "VBP") and dated_ahead(p, clause.i):
            told = [replace(told[0], signature="intention")]
        if told and told[0].signature == "begin" and any(c.dep == "xcomp" and c.lemma in _WANING for c in self.parse.children(clause.i)):
            told = [replace(told[0], signature="end")]  # "a feud that began to die down"
        if told:
            self.apply(told[0], clause.i, self.negated(clause.i))
            self.tense_of = clause.i
            self.verb(clause.i)
            self.settled = True
        return bool(told)

    def _object_gap(self, verb: int) -> bool:
        """Whether the noun before a relative clause is what the clause's verb is done to."""
        below = self.parse.children(verb)
        if any(c.tag == "WRB" and c.i < verb for c in below):
            # "a walkout when term begins": a clause of time or place lacks nothing.
            return False
        if any(t.tag in ("WDT", "WP") and self.parse[t.i - 1].tag == "IN" and self.parse.head(verb) is not None and t.i == self.parse[verb].head + 2 for t in self.parse.tokens[max(1, self.parse[verb].head) : verb]):
            return False  # "an attack in which a gang stopped four trucks"
        passive = any(c.dep == "nsubjpass" and c.tag in ("WDT", "WP") for c in below)
        subject = any(c.dep == "nsubj" and c.tag not in ("WDT", "WP") for c in below)
        other = any(c.dep == "dobj" and c.tag not in ("WDT", "WP") for c in below)
        return passive or (subject and not other)

    def _light(self, verb: int) -> str:
        """What a verb that takes an event noun as its object does to the event; empty where it is no such verb."""
        below = {t.lemma for t in syntax.dependents_within(self.parse, verb, 1)}
        options = [v for v in self.lexicon.light.get(self.parse[verb].lemma, ()) if "obj" in v.slot.split(",") and set(v.words[1:]) <= below]
        return options[0].signature if options else ""

    def fulfils(self, noun: int, verb: int) -> bool:
        """ "carried out its threat", "keep the promise"."""
        p = self.parse
        particle = next((f" {c.lower}" for c in p.children(verb) if c.dep == "prt"), "")
        return p[noun].lemma in _COMMITMENTS and f"{p[verb].lemma}{particle}" in _FULFILLING

    def fulfilled(self, noun: int, verb: int) -> int | None:
        """Of a threat, plan or promise that is carried out, or is not: the word was given; what it was about is as real as the carrying out."""
        if not any(o.cue == (noun,) for o in self.operators):
            self.settled = True
            return None
        self.operators = [o for o in self.operators if o.cue != (noun,)]
        self.content_of = None
        return self.borrow(verb)

    def negated_question(self, at: int, above: Token) -> bool:
        """ "would not say why they were held", "did not know who fired": what is asked about is unsaid, the act is taken as known."""
        p = self.parse
        first = next((c for c in p.children(at) if c.i < at and c.lower in _ASKING), None)
        numbered = self.asks_number(at) and not self.uncounted(at)
        if (first is None and not numbered) or self.infinitive(at):
            return False
        report = any(e.signature in ("report", "factual") for e in self.entries(above.i, frozenset({"that"})))
        if not report or not any(self._negator(c) for c in p.children(above.i)):
            return False
        self.settled = not self.operators
        # Who would not say why does not say that.
        self.unsaid = (above.i,)
        return True

    def decided(self, at: int, above: Token) -> bool:
        """ "voted to call off the strike", "decided to reject the offer": what a body does by deciding it is done. "Voted to send troops" is a plan, and so is what
        it will vote or is asked to."""
        p = self.parse
        if above.lemma not in _DECIDING or above.tag not in ("VBD", "VBN") or p[at].tag != "VB" or not self.infinitive(at):
            return False
        auxiliaries = syntax.auxiliaries(p, above.i)
        done = above.tag == "VBD" or any(a.lemma == "have" for a in auxiliaries)
        words = {p[at].lemma, *(f"{p[at].lemma} {c.lower}" for c in p.children(at) if c.dep == "prt")}
        return done and not any(a.tag == "MD" for a in auxiliaries) and not self.negated(above.i) and not words.isdisjoint(word_set("acts_of_deciding"))

    def presupposed(self, at: int, above: Token) -> bool:
        """ "attempts to bypass the sanctions": what is got round is in force. "meant to report the repression": what is reported is known. "turned down the
        request": the asking took place, whatever became of what was asked."""
        if self.operators:
            return False
        if self.parse[at].dep == "dobj" and above.lemma in _PRESUPPOSING:
            return True
        if self.parse[at].dep == "dobj" and above.lemma in _ESCAPING and (self.definite(at) or self.parse[at].tag == "NNS"):
            return True  # "escaped the shelling"; who "escaped arrest" was not arrested
        doings = {self.parse[at].lemma.lower(), self.parse[max(at - 2, 0)].lower}  # a "sit-in" is three tokens
        if above.lemma in ("clear", "disperse") and self.parse[at].dep == "dobj" and self.definite(at) and doings & (word_set("what_protesters_do") | {"sit"}):
            return True  # "moved in to clear the sit-in"
        if above.lemma in word_set("verbs_of_standing_by") and self.definite(at) and self.parse[at].lemma.lower() in word_set("what_protesters_do"):
            return True  # "supported the journalists' protest"
        if above.lemma in word_set("verbs_of_using") and self.definite(at) and self.parse[at].lemma.lower() in word_set("what_is_misused"):
            return True  # "accused it of using the truce to move troops"
        if above.lemma in word_set("verbs_of_plotting") and self.parse[at].dep == "nsubjpass" and self.parse[at].lemma.lower() in word_set("crimes_done") and self.definite(at):
            return any(a.tag == "VBD" for a in syntax.auxiliaries(self.parse, above.i)) and not any(c.lower == "for" for c in self.parse.children(above.i))  # "the murder was plotted in a jail"
        if above.lemma == "announce" and self.parse[at].dep == "nsubjpass" and self.parse[at].lemma.lower() in word_set("crimes_done") and not self.auxiliaries_unreal(above.i):
            return True  # "his assassination was announced in the capital"
        if above.lemma in ("practise", "practice") and self.parse[at].lemma.lower() in word_set("practised_abuses"):
            return True  # "torture is practised": no drill
        named = any(c.ent in ("GPE", "NORP") for c in self.parse.children(at))
        if self.parse[at].dep == "dobj" and above.lemma in _COUNTERING and (named or self.definite(at) or self._told_of(at)):
            return True  # "to counter the drills", "resisted Gorvian raids", "to counter an offensive that has cost 40 lives"
        if self.parse[at].dep == "dobj" and above.lemma == "break" and self.parse[at].lemma.lower() in _MEASURES:
            return True  # "helped it break the sanctions"
        if above.lemma == "order" and self.parse[at].dep == "dobj" and self.parse[at].lemma.lower() in _CRIMES and self.definite(at):
            # "accused of ordering the killing of a judge", "ordered the massacre of the monks": the deed is known; "wanted to order the murder" tells of none.
            ordered = above.tag == "VBG" or (above.tag in ("VBD", "VBN") and self.parse[at].lemma.lower() in word_set("plain_crimes"))
            return ordered and not self.auxiliaries_unreal(above.i) and not any(self._negator(c) for c in self.parse.children(above.i))
        told = self.entries(above.i, frozenset({"obj"}))
        turned = {"refusal"} | ({"denial"} if self.speech_acts.get(at) in ("AGREE", "REQUEST") else set())
        if at in self.speech_acts and self.parse[at].pos == "NOUN" and told and told[0].signature in turned:
            return True
        aimed = self.infinitive(above.i) and self.parse[at].dep == "dobj"
        judged = above.lemma in word_set("verbs_voiced_in_protest") and above.lemma not in ("demand", "call", "urge")  # "plans to march to denounce the ban"
        return aimed and (judged or (bool(told) and told[0].signature == "report")) and self.definite(at)

    def _told_of(self, noun: int) -> bool:
        """ "an offensive, which has killed 40", "a raid that began on Sunday": a clause of its own tells that it came about."""
        p = self.parse
        return any(
            c.dep == "relcl" and (c.tag == "VBD" or any(a.tag in ("VBZ", "VBP", "VBD") and a.lemma == "have" for a in syntax.auxiliaries(p, c.i)))
            and any(g.tag == "WDT" and g.dep in ("nsubj", "nsubjpass") for g in p.children(c.i)) for c in p.children(noun)
        )  # fmt: skip
