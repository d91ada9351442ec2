"""status: what bears on an event at one word of its clause: auxiliaries, negation, modifiers. The walk (`operators`) goes up from word to word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from onrecord import syntax
from onrecord.lexicon.status import StatusLexicon
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.parse import Parse, Token
from onrecord.model.status import Axes, TimeAxis

# How the rules begin that read "had nothing to do with it", and those that do so where they are negated ("was not involved in it").
NO_PART, HAVING_PART = ("negation:nothing to do", "negation:part", "embedding:innocent/"), ("embedding:involved/", "embedding:responsible/")
_MODALS = {"ca": "can", "wo": "will", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "sha": "shall"}
_DRAFTED = frozenset({"draft", "proposed", "suggested"})
_NOBODY = word_set("negative_subjects")
_NO_WAY = word_set("no_way_nouns")
_COMING = word_set("coming_auxiliaries")
_SEEING = word_set("seeing_verbs")
_DELIBERATING = word_set("deliberating_verbs")
_UNTRUE, _FALSELY = word_set("adjectives_of_untruth"), word_set("adverbs_of_untruth")
_SPANS = word_set("time_spans")
_GROUNDS = word_set("grounds_of_acts")
_HABITUAL = word_set("habitual_words")
_OFTEN = word_set("frequency_adverbs")


@dataclass(frozen=True, slots=True)
class Operator:
    """One thing that bears on an event's status: its signature, the words of it, the rule that found it."""

    signature: str
    cue: tuple[int, ...]
    rule: str


def compose(base: Axes, operators: list[Operator], lexicon: StatusLexicon) -> Axes:
    """The axes seen from the top: the operators applied innermost first."""
    axes = base
    for before, operator in zip([None, *operators], operators, strict=False):
        axes = lexicon.signatures[operator.signature].apply(axes)
        if operator.signature == "proposal" and before is not None and ((before.signature == "absence" and before.rule.startswith("negation:")) or before.signature in ("avoidance", "prevention")):
            axes = replace(axes, certainty="conditional")  # "urged both sides not to shell hospitals", "to avoid attacks", "to prevent them": denies none
        if operator.signature == "absence" and before is not None and before.signature == "obligation" and before.rule.startswith("modal:"):
            axes = replace(axes, certainty="conditional")  # "no civilian should be jailed for a song", "must not fire": what ought not to be may be
    time: TimeAxis = "future" if axes.phase == "not_begun" and axes.time == "past" and axes.polarity == "positive" else axes.time
    return replace(axes, time=time)


def _said_beside(parse: Parse, verb: int) -> bool:
    head = parse.head(verb)
    return head is not None and parse[verb].dep == "ccomp" and head.i > verb


def excepted(parse: Parse, negative: Token) -> bool:
    """ "no one but the army", "nothing other than barracks": who or what is excepted did it, or underwent it."""
    following = [t.lower for t in parse.tokens[negative.i + 1 : negative.i + 3] if t.sent == negative.sent]
    return following[:1] in (["but"], ["except"], ["save"]) or following in (["other", "than"], ["apart", "from"])


def dated_ahead(parse: Parse, verb: int) -> bool:
    """A present tense with a day to come: "the board meets on Wednesday", "the ban takes effect next month", "it starts in ten days"."""
    days = calendar_words()["weekday"]
    for child in parse.children(verb):
        words = [child, *(g for g in parse.children(child.i)), *(h for g in parse.children(child.i) for h in parse.children(g.i))]
        if child.dep in ("npadvmod", "prep", "advmod") and any(w.lower in days or w.lower in ("tomorrow", "tonight") for w in words):
            return not any(w.lower in ("every", "each", "most", "last") for w in words)
        if child.dep in ("npadvmod", "prep") and any(w.lower in ("next", "coming") for w in words):
            return True
        if child.dep == "prep" and child.lower == "in" and any(w.lemma in _SPANS and any(g.dep == "nummod" or g.lower == "a" for g in parse.children(w.i)) for w in words):
            return True
        month = child.dep == "prep" and child.lower == "in" and child.i > verb and parse[verb].dep in ("relcl", "ccomp") and parse[verb].tag in ("VBZ", "VBP")
        if month and any(w.head == child.i and w.dep == "pobj" and w.text.istitle() and w.lower in calendar_words()["month"] and not any(True for _ in parse.children(w.i)) for w in words):
            return True  # "who leaves office in August"
    return False


@dataclass
class Scope:
    """The operators found so far, innermost first. `speech_acts` maps head tokens of speech-act candidates to their type."""

    parse: Parse
    lexicon: StatusLexicon
    speech_acts: Mapping[int, str]
    operators: list[Operator] = field(default_factory=list)
    content_of: int | None = None
    tense_of: int | None = None
    settled: bool = False
    unsaid: tuple[int, ...] = ()
    _spent: set[int] = field(default_factory=set)

    def add(self, signature: str, cue: tuple[int, ...], rule: str) -> None:
        if all(o.cue != cue or o.signature != signature for o in self.operators):
            self.operators.append(Operator(signature, cue, rule))

    def negated(self, i: int) -> bool:
        """Whether something negates token `i`. A negator counts once: "no raid was planned" does not negate twice."""
        for child in self.parse.children(i):
            if self._negator(child) and child.i not in self._spent and not self._counted(child):
                self._spent.add(child.i)
                return True
        return False

    def _counted(self, child: Token) -> bool:
        """Whether the negator in an argument was met before: "not one round of talks was held" negates once."""
        known = {t for o in self.operators if o.signature == "absence" for t in o.cue}
        return child.dep in ("nsubj", "nsubjpass", "dobj") and not known.isdisjoint(k for k in self.parse.subtree(child.i) if k <= child.i)

    def _numbers(self, i: int) -> bool:
        """ "communiqué No. 7": the short word for number."""
        p = self.parse
        behind = i + 2 if i + 1 < len(p) and p[i + 1].text == "." else i + 1
        return p[i].lower.rstrip(".") in ("no", "nos") and behind < len(p) and p[behind].text[:1].isdigit()

    def _negator(self, child: Token) -> bool:
        p = self.parse
        if self._numbers(child.i):
            return False
        if child.dep == "neg" or (child.dep in ("advmod", "preconj", "det", "cc") and self.lexicon.negators.get(child.lower) == "clause"):
            return not self.pseudo(child.i)
        if child.dep in ("nsubj", "nsubjpass") and any(c.dep == "cc" and c.lower == "but" for c in p.children(child.i)):
            return False  # "Not the rebels but the army burned it"
        if child.dep in ("nsubj", "nsubjpass", "dobj"):
            if excepted(p, child):
                return False
            words = [child.lower, *(c.lower for c in p.children(child.i) if c.dep in ("det", "neg", "nummod", "amod", "preconj") and c.i < child.i and not self._numbers(c.i))]
            if any(c.dep == "advmod" and self.lexicon.negators.get(c.lower) == "clause" and not self.pseudo(c.i) for c in p.children(child.i)):
                return True  # "hardly anyone"
            words += [g.lower for c in p.children(child.i) if c.dep in ("nummod", "amod") for g in p.children(c.i) if g.dep == "neg"]
            if any(c.lower == "few" and g.lower in ("comparatively", "relatively") for c in p.children(child.i) for g in p.children(c.i)):
                return False  # "displaced comparatively few people"
            return any(w in _NOBODY for w in words) or ("not" in words and not self.pseudo(child.i))
        if child.dep == "prep":
            # "agreed to nothing", "at no point", "under no circumstances"
            return any(o.lower in ("nothing", "none", "nobody") or any(d.lower == "no" and o.lower in _NO_WAY for d in p.children(o.i)) for o in p.children(child.i) if o.dep == "pobj")
        return False

    def _fronted(self, verb: int) -> Token | None:
        """ "Nowhere on the coast did the rebels attack": a negator at the head of a sentence whose auxiliary stands before its subject."""
        p = self.parse
        first = p[p.sentences[p[verb].sent].first]
        subject = next((c for c in p.children(verb) if c.dep in ("nsubj", "nsubjpass")), None)
        turned = subject is not None and any(c.dep in ("aux", "auxpass") and first.i < c.i < subject.i for c in p.children(verb))
        opening = [p[k] for k in range(first.i, subject.i if subject is not None else first.i)]
        if turned and any(t.lower in _NO_WAY and any(d.lower == "no" for d in p.children(t.i)) for t in opening) and first.dep == "prep":
            return first if first.i not in self._spent else None  # "At no point did a cent reach them"
        negative = self.lexicon.negators.get(first.lower) == "clause" and first.lower not in ("neither", "nor", "hardly", "scarcely", "barely")
        return first if turned and negative and first.dep != "neg" and not self.pseudo(first.i) and first.i not in self._spent else None

    def negation(self, verb: int) -> None:
        fronted = self._fronted(verb)
        if fronted is not None and not (fronted.head == verb and self._negator(fronted)):
            self._spent.add(fronted.i)
            self.add("absence", (fronted.i,), "negation:fronted")
        if any(c.lower == "longer" and any(g.lower == "no" for g in self.parse.children(c.i)) and not self.operators for c in self.parse.children(verb)):
            self.add("end", (verb,), "negation:no longer")  # "no longer shells the town"
        # "have not once been charged": the negator may hang on the auxiliary.
        beside = [g for a in syntax.auxiliaries(self.parse, verb) for g in self.parse.children(a.i) if g.dep == "neg"]
        for child in (*self.parse.children(verb), *beside):
            if child.i in self._spent or not self._negator(child) or self._counted(child):
                continue
            self._spent.add(child.i)
            if child.lower == "nor" and child.dep == "cc" and child.i > verb:
                continue  # "Nobody was charged, nor is anyone suspected": the next clause is negated
            if child.lower in ("nor", "neither") and any(o.rule in ("negation:nor", "negation:neither") for o in self.operators):
                continue
            ended = self.lexicon.negators.get(child.lower) == "end"
            self.add("end" if ended else "absence", (child.i,), f"negation:{child.lower}")

    def pseudo(self, i: int) -> bool:
        """Negators that do not negate: "not only", "no fewer than", "No. 7"."""
        p = self.parse
        if self._numbers(i):
            return True
        tail = " ".join(t.lower for t in p.tokens[i : i + 3])
        return any(" " in w and tail.startswith(w) and scope == "none" for w, scope in self.lexicon.negators.items())

    def modifiers(self, i: int) -> None:
        for child in self.parse.children(i):
            if child.dep in ("amod", "advmod", "compound", "npadvmod", "nmod"):
                kind = "v" if child.dep == "advmod" else "a"
                name = self.lexicon.modifiers.get((child.lower, kind)) or self.lexicon.modifiers.get((child.lower, ""))
                if (child.lower == "near" and child.i > i) or (child.lower == "next" and any(c.lower == "to" for c in self.parse.children(child.i))):
                    continue  # "shooting near to the palace", "shot next to the mill": where, not nearly and not soon
                if child.lower == "still" and not syntax.is_passive(self.parse, i) and any(i in o.cue and o.signature in ("intention", "proposal", "threat", "wish") for o in self.operators):
                    continue  # "still plans to march": it is the planning that goes on
                if name == "intention" and any(c.lower in _OFTEN for c in self.parse.children(child.i)):
                    continue  # "a regularly scheduled drill": a custom, no plan
                if name and name in self.lexicon.signatures and self.lexicon.negators.get(child.lower) is None:
                    self.add(name, (child.i,), f"modifier:{child.lower}")
            elif child.dep == "poss" and (child.lower == "tomorrow" or any(c.lower in ("next", "coming") for c in self.parse.children(child.i))):
                # "tomorrow's meeting", "next week's march"
                self.add("future", (child.i,), f"modifier:{child.lower}'s")

    def untrue(self, i: int, signature: str, complements: frozenset[str]) -> None:
        """ "a false report that", "falsely claimed that": the one who tells of what is reported says that it is not so. "Falsely accused of killing a guard" leaves
        the killing open."""
        if signature not in ("report", "accusation", "hearsay", "factual"):
            return
        adverbs = _FALSELY if "that" in complements else ()
        for child in self.parse.children(i):
            if child.lower in (_UNTRUE if child.dep in ("amod", "acl") else adverbs if child.dep == "advmod" else ()):
                self.operators = [replace(o, signature="report") if o.cue == (i,) else o for o in self.operators]
                self.add("absence", (child.i,), f"untrue:{child.lower}")

    def auxiliaries_unreal(self, verb: int) -> bool:
        return any(c.tag == "MD" for c in self.parse.children(verb) if c.dep == "aux")

    def auxiliary_operators(self, verb: int) -> None:
        """Modals of the verb, in the reading their form asks for; "would" by its surroundings."""
        p = self.parse
        aux = syntax.auxiliaries(p, verb)
        perfect = any(a.lemma == "have" for a in aux)
        progressive = any(a.lemma == "be" and a.dep == "aux" for a in aux)
        for token in aux:
            lemma = _MODALS.get(token.lower, token.lower)
            if token.tag != "MD" or (lemma in ("can", "could") and p[verb].lemma in _SEEING):
                continue  # "can hear shooting": it is heard
            options = self.lexicon.modals.get(lemma, ())
            form = "perfect" if perfect else "progressive" if progressive else "plain"
            if form == "perfect" and lemma == "could" and (syntax.is_passive(p, verb) or _said_beside(p, verb)):
                # "could have been killed by guards, relatives said": a guess, not what did not come about.
                form = "perfect-possible"
            chosen = [m for m in options if m.form == form] or [m for m in options if m.form == "plain"]
            if lemma in ("may", "might", "could") and not perfect and p[verb].dep == "conj" and p[p[verb].head].lemma in _DELIBERATING:
                # "meets on Friday and may extend the curfew": it is being weighed.
                self.add("proposal", (token.i,), f"modal:{lemma}:weighed")
            elif lemma == "would":
                self.add(self.would(verb, perfect), (token.i,), "modal:would")
            elif chosen:
                self.add(chosen[0].signature or "factual", (token.i,), f"modal:{lemma}:{form}")
                if lemma in ("may", "might", "could", "can") and not perfect:
                    self.add("future", (token.i,), f"modal:{lemma}:{form}")

    def would(self, verb: int, perfect: bool) -> str:
        """Reported future or plan where the text speaks of a plan nearby, else conditional or merely possible."""
        p = self.parse
        if any(c.dep == "advcl" and any(m.lower in ("if", "unless") for m in p.children(c.i)) for c in p.children(verb)):
            return "counterfactual" if perfect else "condition"
        if perfect:
            return "counterfactual"
        if self._habitual(verb):
            return "retold"
        if p[verb].dep in ("pcomp", "ccomp") and any(c.tag == "WRB" and c.i < verb for c in p.children(verb)):
            return "possible"  # "lied about where it would be delivered"
        subject = syntax.surface_subject(p, verb)
        if any(p[f.head].lemma in self.lexicon.drafts or any(c.lower in _DRAFTED for c in p.children(f.head)) for f in subject) or self._under_draft(verb):
            return "proposal"
        sent = p[verb].sent
        paragraph = p.sentences[sent].paragraph
        near = [s for s in p.sentences[max(0, sent - 2) : sent + 1] if s.i == sent or s.paragraph == paragraph]
        planned = any(
            e.signature in ("intention", "proposal") for s in near for t in p.tokens[s.first : s.last] if t.i != verb
            for e in self.lexicon.embeddings.get(("n" if t.pos in ("NOUN", "PROPN") else "v", t.lemma), ()) if not e.companions
        )  # fmt: skip
        reported = any(t.tag in ("VBD", "VBN") and t.dep != "amod" for t in p.ancestors(verb) if t.pos in syntax.VERBAL)
        return "intention" if planned or reported else "possible"

    def _habitual(self, verb: int) -> bool:
        """ "Every autumn the clan would come down and burn": what was done time and again, told in the outlet's own voice."""
        p = self.parse
        at = verb
        while p[at].dep == "conj" and p[at].head != at:
            at = p[at].head
        if p[at].dep != "ROOT" or any(c.tag == "MD" and c.lower not in ("would", "'d", "’d") for c in p.children(at)):
            return False
        told = [t for c in p.children(at) if c.i < at and c.dep in ("npadvmod", "advmod", "prep") for t in (p[k] for k in p.subtree(c.i))]
        again = any(c.dep == "advmod" and c.lower in ("then", "often", "usually", "typically", "regularly", "routinely", "sometimes") for v in (verb, at, *(c.i for c in p.children(at) if c.dep == "conj")) for c in p.children(v))
        return (again or any(t.lower in _HABITUAL for t in told)) and not any(p[k].tag in ("VBZ", "VBP") for k in range(p.sentences[p[at].sent].first, p.sentences[p[at].sent].last))

    def _under_draft(self, verb: int) -> bool:
        """ "under a proposal put to the council, troops would": what a draft provides for."""
        p = self.parse
        return any(
            o.lemma in self.lexicon.drafts and any(d.lower in ("a", "an", "the") for d in p.children(o.i))
            for c in p.children(verb) if c.dep == "prep" and c.lower in ("under", "in") for o in p.children(c.i) if o.dep == "pobj"
        )  # fmt: skip

    def grounds(self, prep: Token) -> bool:
        """Whether a preposition gives the ground of an act: "because of", "due to", "in response to", "despite"."""
        before = self.parse[prep.i - 1].lower if prep.i else ""
        return prep.lower in _GROUNDS or f"{before} {prep.lower}" in _GROUNDS

    def ahead(self, verb: int) -> bool:
        """Whether the verb's clause is told as coming: a modal of the future, its own or that of what it hangs on ("will be able to speak")."""
        at = self.parse[verb]
        for _ in range(3):
            if any(a.lower in _COMING for a in syntax.auxiliaries(self.parse, at.i)):
                return True
            if at.dep not in ("xcomp", "acomp") or at.head == at.i:
                return False
            at = self.parse[at.head]
        return False

    def present(self, verb: int) -> bool:
        p = self.parse
        forms = [a for a in syntax.auxiliaries(p, verb) if a.tag in ("VBZ", "VBP", "VBD", "MD")]
        return (forms[0].tag if forms else p[verb].tag) in ("VBZ", "VBP")

    def definite(self, noun: int) -> bool:
        return any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "some", "no") for c in self.parse.children(noun))

    def of_any(self, i: int) -> bool:
        """Whether what stands behind "of" is no certain one: "not aware of any strike", "of cars being burned"; not "of the killing of the mayor"."""
        p = self.parse
        taken = [o for c in p.children(i) if c.dep == "prep" and c.lower == "of" for o in p.children(c.i) if o.dep in ("pobj", "pcomp")]
        things = [next((c for c in p.children(o.i) if c.dep in ("nsubj", "nsubjpass", "dobj")), o) for o in taken]
        return bool(things) and all(t.pos in ("NOUN", "VERB") and not self.definite(t.i) and not any(c.dep == "nummod" for c in p.children(t.i)) for t in things)

    def unowned(self, noun: int) -> bool:
        """Whether nobody is named whose report it is: "there are reports that", "reports emerged that"; not "the panel's report", "a report by the panel"."""
        p = self.parse
        below = p.children(noun)
        if any(c.dep == "poss" or (c.dep == "prep" and c.lower in ("by", "from", "in", "of")) or c.dep in ("compound", "amod") for c in below):
            return False
        verb = p.head(noun)
        existential = verb is not None and any(c.dep == "expl" for c in p.children(verb.i))
        return existential or (p[noun].tag == "NNS" and not any(c.dep == "det" for c in below))

    def infinitive(self, verb: int) -> bool:
        return any(c.dep == "aux" and c.lower == "to" for c in self.parse.children(verb))

    def light(self, verb: int, slot: str) -> bool:
        below = {t.lemma for t in syntax.dependents_within(self.parse, verb, 1)}
        return any(slot in v.slot.split(",") and set(v.words[1:]) <= below for v in self.lexicon.light.get(self.parse[verb].lemma, ()))

    def asks_number(self, verb: int) -> bool:
        """Whether a clause asks for a number: "how many were killed", "how much of it they burned"."""
        sides = [c for c in self.parse.children(verb) if c.dep in ("nsubj", "nsubjpass", "dobj") and c.i < verb]
        return any(w.lower == "how" for side in sides for many in (side, *self.parse.children(side.i)) if many.lower in ("many", "much") for w in self.parse.children(many.i))

    def uncounted(self, verb: int) -> bool:
        """ "it was not known how many, if any, were killed", "how many will be deported": who does not know the number does not say that there are any. "How many
        were killed is not known" takes it that some were."""
        if self.parse[verb].dep != "ccomp" or not self.asks_number(verb):
            return False
        any_at_all = any(self.parse[k].lower == "if" and self.parse[k + 1].lower in ("any", "at") for k in range(min(self.parse.subtree(verb)), verb))
        return any_at_all or not self.told_past(verb)

    def complements(self, verb: int) -> frozenset[str]:
        marks = {c.lower for c in self.parse.children(verb) if c.dep in ("mark", "advmod", "aux") and c.i < verb}
        if self.infinitive(verb):
            # "to have struck", "to be striking": an infinitive that tells what was or is.
            told = {"told"} if "have" in marks or ("be" in marks and self.parse[verb].tag == "VBG") else set()
            return frozenset({"inf", *told, "whether"}) if "whether" in marks else frozenset({"inf", *told})
        if not marks.isdisjoint({"whether", "if"}) or self.uncounted(verb):
            return frozenset({"whether"})
        if self.parse[verb].tag == "VBG" and not any(c.dep == "aux" for c in self.parse.children(verb)):
            return frozenset({"subj"}) if self.parse[verb].dep in ("csubj", "csubjpass") else frozenset({"ing"})
        if self.parse[verb].tag == "VBN" and any(c.tag == "VBG" and c.dep in ("aux", "auxpass") for c in self.parse.children(verb)) and not (marks & {"why", "how", "where"} and self.told_past(verb)):
            # "risks being arrested", "denies having fired"; not "where he was being held"
            return frozenset({"ing", "that"})
        if self.parse[verb].tag == "VB" and not any(c.dep == "aux" for c in self.parse.children(verb)):
            return frozenset({"bare", "inf", "that"})
        asked = any(c.dep in ("nsubj", "nsubjpass") and c.tag == "WP" for c in self.parse.children(verb)) and self.parse[verb].dep in ("ccomp", "pcomp")
        if (asked or self.asks_number(verb) or not marks.isdisjoint({"why", "how", "when", "where"})) and self.told_past(verb):
            return frozenset({"wh"})  # "asked why the army had shelled it", "it is unclear how he was shot": that it happened is known
        return frozenset({"that"})

    def told_past(self, verb: int) -> bool:
        """Whether a finite verb tells what was: "shelled", "had shelled", "was being shelled"."""
        aux = syntax.auxiliaries(self.parse, verb)
        return not any(a.tag == "MD" or a.lower == "to" for a in aux) and any(t.tag == "VBD" for t in (self.parse[verb], *aux))


def confidence(operators: list[Operator]) -> float:
    """Falls with the number of operators that had to be composed; rule-based until it is calibrated on gold."""
    return round(max(0.4, 0.9 - 0.1 * len(operators)), 3)
