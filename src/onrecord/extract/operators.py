"""status, first half: the operators between an event word and the root of its sentence, innermost first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord import syntax
from onrecord.lexicon.status import Embedding, StatusLexicon
from onrecord.model.parse import Parse, Token

# What a speech act of this type does to the act it is about, where the embedding lexicon does not list its word.
_SPEECH_ACTS = {"REQUEST": "proposal", "AGREE": "intention", "THREATEN": "threat", "REJECT": "refusal", "ACCUSE": "accusation"}
_STEP_LIMIT = 24


@dataclass(frozen=True, slots=True)
class Operator:
    """One thing that bears on an event's status: its signature, the words of it, the rule that found it."""

    signature: str
    cue: tuple[int, ...]
    rule: str


@dataclass
class Walk:
    """The walk from one trigger to the root. `speech_acts` maps head tokens of speech-act candidates to their type."""

    parse: Parse
    lexicon: StatusLexicon
    speech_acts: Mapping[int, str]
    operators: list[Operator] = field(default_factory=list)
    content_of: int | None = None
    tense_of: int | None = None

    def go(self, trigger: int) -> None:
        """Collect the operators above `trigger`; `tense_of` becomes the verb whose tense an event noun borrows."""
        p = self.parse
        at = trigger
        if p[trigger].pos in syntax.VERBAL and p[trigger].dep != "amod":
            self.verb(trigger)
        else:
            self.noun(trigger)
        for _ in range(_STEP_LIMIT):
            above = p.head(at)
            if above is None:
                return
            following = self.step(at, above)
            if following is None:
                return
            at = following

    # One step up -------------------------------------------------------------------------------------------------

    def step(self, at: int, above: Token) -> int | None:
        """Take in what `above` says of `at`; the token to go on from, or None where the walk ends."""
        token = self.parse[at]
        if token.dep == "conj":
            return self.conjunct(at, above)
        if token.dep in ("pobj", "pcomp"):
            return self.preposition(at, above)
        if token.dep in ("compound", "amod", "nmod", "poss"):
            return self.embedded(above.i, frozenset({"prep:of", "obj"}))
        if token.dep in ("relcl",):
            return None
        if token.dep == "acl" and not self.infinitive(at):
            return None
        if token.dep == "advcl":
            return self.adverbial(at, above)
        if above.pos in ("NOUN", "PROPN") and token.dep in ("acl", "ccomp", "xcomp", "relcl"):
            return self.embedded(above.i, self.complements(at))
        if token.dep in ("xcomp", "ccomp", "csubj", "csubjpass", "parataxis"):
            return self.clause(at, above)
        if token.dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "dative", "npadvmod"):
            return self.argument(at, above)
        if token.dep in ("acomp", "prep", "agent", "prt", "advmod"):
            return above.i
        return None

    def conjunct(self, at: int, above: Token) -> int | None:
        """A conjunct shares what stands above the first one, and its auxiliaries where it has none of its own."""
        p = self.parse
        token = p[at]
        if token.pos in syntax.VERBAL and above.pos in syntax.VERBAL:
            own = syntax.child_of(p, at, "aux", "auxpass", "nsubj", "nsubjpass")
            if own is None and (token.tag == above.tag or token.tag == "VB"):
                self.auxiliary_operators(above.i)
                self.negation(above.i)
        elif any(c.dep == "det" and c.lower == "no" for c in p.children(above.i)):
            self.add("absence", (above.i,), "negation:no")
        return above.i

    def preposition(self, at: int, prep: Token) -> int | None:
        p = self.parse
        above = p.head(prep.i)
        word = prep.lower
        if word in ("without", "despite no"):
            self.add("absence", (prep.i,), "negation:without")
            return None
        phrase = " ".join(p[k].lower for k in range(max(0, prep.i - 3), prep.i + 1))
        for marker, reading in self.lexicon.conditionals.items():
            if " " in marker and phrase.endswith(marker) and reading == "condition":
                self.add("condition", (prep.i,), f"conditional:{marker}")
                return None
        if phrase.endswith(("instead of", "rather than", "short of")):
            self.add("avoidance", (prep.i,), "negation:instead")
            return None
        if above is None:
            return None
        kinds = {f"prep:{word}"} | ({"ing"} if p[at].dep == "pcomp" else set())
        following = self.embedded(above.i, frozenset(kinds))
        if following is not None:
            return following
        idiom = self.idiom(above, frozenset(kinds))
        if idiom is not None:
            return idiom
        if above.pos in ("ADP", "SCONJ") and above.dep == "prep":
            return prep.i
        if above.pos in syntax.VERBAL:
            if self.light(above.i, f"prep:{word}"):
                return self.borrow(above.i)
            if p[at].dep == "pcomp" and word in ("by", "in", "into", "with"):
                return self.borrow(above.i)
            return self.unreal(at, above.i) if word in ("with", "in", "by", "through", "to", "into", "for", "via", "using") else None
        return None

    def idiom(self, noun: Token, kinds: frozenset[str]) -> int | None:
        """ "left room for action", "laid the ground for talks": the preposition hangs on the noun of a listed verb and noun."""
        verb = syntax.governing_verb(self.parse, noun.i) if noun.pos == "NOUN" else None
        if verb is None or not any(noun.lemma in e.companions for e in self.entries(verb, kinds)):
            return None
        return self.embedded(verb, kinds)

    def adverbial(self, at: int, above: Token) -> int | None:
        p = self.parse
        marks = [c for c in p.children(at) if c.dep in ("mark", "advmod") and c.i < at]
        for mark in marks:
            reading = self.lexicon.conditionals.get(mark.lower)
            if reading == "condition":
                self.add("condition", (mark.i,), f"conditional:{mark.lower}")
                return None
        if self.infinitive(at):
            following = self.embedded(above.i, frozenset({"inf"}))
            if following is not None:
                return following
            if any(m.lower in ("before", "after") for m in marks):
                return None
            self.add("purpose", (at,), "purpose:to")
            return above.i if above.pos in syntax.VERBAL else None
        if p[at].tag == "VBG" and not marks and above.pos in syntax.VERBAL:
            self.borrow(above.i)
        return None

    def clause(self, at: int, above: Token) -> int | None:
        p = self.parse
        kinds = self.complements(at)
        following = self.embedded(above.i, kinds)
        if following is not None:
            return following
        if above.pos == "ADJ" or (above.pos in syntax.VERBAL and p[at].dep in ("xcomp", "csubj", "csubjpass")):
            return self.borrow(above.i)
        if "whether" in kinds:
            self.add("doubt", (above.i,), "clause:whether")
        return None

    def argument(self, at: int, above: Token) -> int | None:
        p = self.parse
        subject = p[at].dep in ("nsubj", "nsubjpass")
        kinds = {"subj"} if p[at].dep == "nsubj" else ({"obj", "subj"} if p[at].dep == "nsubjpass" else {"obj"})
        following = self.embedded(above.i, frozenset(kinds))
        if following is not None:
            return following
        if above.lemma == "be" or (above.dep in ("xcomp", "ccomp") and above.pos == "ADJ"):
            return self.copula(at, above) if subject else self.borrow(above.i)
        if self.light(above.i, "subj" if subject else "obj"):
            return self.borrow(above.i)
        return None if subject else self.unreal(at, above.i)

    def copula(self, at: int, verb: Token) -> int | None:
        """ "talks are under way", "a deployment is not imminent": the predicate says it."""
        p = self.parse
        negated = self.negated(verb.i)
        tail = " ".join(t.lower for t in p.tokens[verb.i + 1 : verb.i + 6] if t.sent == verb.sent)
        phrase = max((w for w in self.lexicon.phases if " " in w and tail.startswith(w)), key=len, default=None)
        if phrase is not None:
            self.phase(phrase, verb)
            return verb.i
        below = [c for c in p.children(verb.i) if c.dep in ("acomp", "attr", "prep", "advmod", "oprd", "xcomp")]
        for child in below:
            words = [child.lower, " ".join(p[k].lower for k in range(child.i, min(child.i + 2, len(p.tokens))))]
            for word in words:
                if word in self.lexicon.phases:
                    self.phase(word, verb)
                    if negated and "not" not in word:
                        self.add("absence", (verb.i,), "negation:copula")
                    return verb.i
            for entry in self.entries(child.i, frozenset({"subj"})):
                self.apply(entry, child.i, negated)
                self.auxiliary_operators(verb.i)
                return verb.i
        return self.borrow(verb.i)

    def phase(self, word: str, verb: Token) -> None:
        """What a predicate of phase says of its subject: under way, attempted, cancelled, complete, not begun."""
        known = {"under_way": "continue", "not_begun": "imminence", "cancelled": "cancellation", "attempted": "attempt"}
        name = known.get(self.lexicon.phases[word], "complete")
        self.add(name, (verb.i,), f"phase:{word}")
        self.tense_of = None if name == "continue" else verb.i
        self.auxiliary_operators(verb.i)

    def unreal(self, at: int, verb: int) -> int | None:
        """An indefinite event noun below an ordinary verb shares that verb's unreality; a definite one is presupposed."""
        p = self.parse
        definite = any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "some", "no") for c in p.children(at))
        if definite or not (self.auxiliaries_unreal(verb) or self.negated(verb)):
            return None
        return self.borrow(verb)

    def auxiliaries_unreal(self, verb: int) -> bool:
        return any(c.tag == "MD" for c in self.parse.children(verb) if c.dep == "aux")

    # What stands at one token --------------------------------------------------------------------------------------

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
        first = min((c.i for c in p.children(noun) if c.dep in ("det", "amod", "compound", "neg", "nummod", "poss")), default=noun)
        before = p[first - 1] if first and p[first - 1].sent == p[noun].sent else None
        negative = [c for c in p.children(noun) if c.lower in ("no", "not", "neither", "zero") and c.dep in ("det", "neg", "preconj", "advmod", "cc")]
        if negative and not self.pseudo(negative[0].i):
            self.add("absence", (negative[0].i,), f"negation:{negative[0].lower}")
        elif (
            before is not None
            and before.lower == "not"
            and before.dep in ("neg", "advmod", "cc")
            and p[noun].dep == "conj"
            and not self.pseudo(before.i)
        ):
            self.add("absence", (before.i,), "negation:not")

    def pseudo(self, i: int) -> bool:
        """Negators that do not negate: "not only", "no fewer than"."""
        p = self.parse
        tail = " ".join(t.lower for t in p.tokens[i : i + 3])
        return any(" " in w and tail.startswith(w) and scope == "none" for w, scope in self.lexicon.negators.items())

    def modifiers(self, i: int) -> None:
        for child in self.parse.children(i):
            if child.dep in ("amod", "advmod", "compound", "npadvmod", "nmod"):
                kind = "v" if child.dep == "advmod" else "a"
                name = self.lexicon.modifiers.get((child.lower, kind)) or self.lexicon.modifiers.get((child.lower, ""))
                if name and name in self.lexicon.signatures and self.lexicon.negators.get(child.lower) is None:
                    self.add(name, (child.i,), f"modifier:{child.lower}")

    def negated(self, i: int) -> bool:
        return any(self._negator(c) for c in self.parse.children(i))

    def _negator(self, child: Token) -> bool:
        if child.dep == "neg" or (child.dep in ("advmod", "preconj", "det", "cc") and self.lexicon.negators.get(child.lower) == "clause"):
            return not self.pseudo(child.i)
        if child.dep in ("nsubj", "nsubjpass"):
            quantifier = [child.lower, *(c.lower for c in self.parse.children(child.i) if c.dep == "det")]
            return any(w in ("no", "nobody", "none", "nothing", "neither") for w in quantifier)
        return False

    def negation(self, verb: int) -> None:
        for child in self.parse.children(verb):
            if self._negator(child):
                ended = self.lexicon.negators.get(child.lower) == "end"
                self.add("end" if ended else "absence", (child.i,), f"negation:{child.lower}")

    def conditional_consequent(self, verb: int) -> None:
        for child in self.parse.children(verb):
            if child.dep == "advcl":
                for mark in self.parse.children(child.i):
                    if mark.dep in ("mark", "advmod") and self.lexicon.conditionals.get(mark.lower) == "condition" and self.auxiliaries_unreal(verb):
                        self.add("condition", (mark.i,), f"conditional:{mark.lower}")

    def auxiliary_operators(self, verb: int) -> None:
        """Modals of the verb, in the reading their form asks for; "would" by its surroundings."""
        p = self.parse
        aux = syntax.auxiliaries(p, verb)
        perfect = any(a.lemma == "have" for a in aux)
        progressive = any(a.lemma == "be" and a.dep == "aux" for a in aux)
        for token in aux:
            lemma = {"ca": "can", "wo": "will", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "sha": "shall"}.get(
                token.lower, token.lower
            )
            if token.tag != "MD":
                continue
            options = self.lexicon.modals.get(lemma, ())
            form = "perfect" if perfect else "progressive" if progressive else "plain"
            chosen = [m for m in options if m.form == form] or [m for m in options if m.form == "plain"]
            if lemma == "would":
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
        sent = p[verb].sent
        paragraph = p.sentences[sent].paragraph
        near = [s for s in p.sentences[max(0, sent - 2) : sent + 1] if s.i == sent or s.paragraph == paragraph]
        planned = any(
            e.signature in ("intention", "proposal") for s in near for t in p.tokens[s.first : s.last] if t.i != verb
            for e in self.lexicon.embeddings.get(("n" if t.pos in ("NOUN", "PROPN") else "v", t.lemma), ()) if not e.companions
        )  # fmt: skip
        reported = any(t.tag in ("VBD", "VBN") and t.dep != "amod" for t in p.ancestors(verb) if t.pos in syntax.VERBAL)
        return "intention" if planned or reported else "possible"

    # Embedding predicates -----------------------------------------------------------------------------------------

    def entries(self, i: int, complements: frozenset[str]) -> list[Embedding]:
        """Listed readings of token `i` that take one of the complements, those with most companions first."""
        token = self.parse[i]
        pos = "v" if token.pos in syntax.VERBAL else "a" if token.pos in ("ADJ", "ADV") else "n"
        below = {t.lemma for t in syntax.dependents_within(self.parse, i, 3)} | {t.lower for t in syntax.dependents_within(self.parse, i, 1)}
        found: list[Embedding] = []
        for kind, lemma in ((pos, token.lemma), ("a", token.lower) if token.tag in ("VBN", "VBG") else (pos, token.lower)):
            for entry in self.lexicon.embeddings.get((kind, lemma), ()):
                if entry not in found and not entry.complements.isdisjoint(complements) and set(entry.companions) <= below:
                    found.append(entry)
        return sorted(found, key=lambda e: -len(e.companions))

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
        self.apply(entries[0], i, self.negated(i))
        self.enter(i)
        if p[i].pos in syntax.VERBAL:
            if entries[0].signature not in ("report", "denial", "accusation", "hearsay"):
                self.auxiliary_operators(i)
                self.modifiers(i)
            if entries[0].signature in ("factual", "begin", "continue", "end", "complete") and self.tense_of is None:
                self.tense_of = i
        else:
            self.modifiers(i)
        return i

    def enter(self, i: int) -> None:
        if self.content_of is None and i in self.speech_acts:
            self.content_of = i

    def apply(self, entry: Embedding, i: int, negated: bool) -> None:
        if not negated:
            self.add(entry.signature, (i,), entry.rule)
        elif entry.negated:
            self.add(entry.negated, (i,), f"{entry.rule}:negated")
        elif entry.signature not in ("report", "factual"):
            self.add(entry.signature, (i,), entry.rule)
            self.add("absence", (i,), f"{entry.rule}:negated")

    def add(self, signature: str, cue: tuple[int, ...], rule: str) -> None:
        if all(o.cue != cue or o.signature != signature for o in self.operators):
            self.operators.append(Operator(signature, cue, rule))

    # Kinds of complement ---------------------------------------------------------------------------------------------

    def infinitive(self, verb: int) -> bool:
        return any(c.dep == "aux" and c.lower == "to" for c in self.parse.children(verb))

    def light(self, verb: int, slot: str) -> bool:
        below = {t.lemma for t in syntax.dependents_within(self.parse, verb, 1)}
        return any(slot in v.slot.split(",") and set(v.words[1:]) <= below for v in self.lexicon.light.get(self.parse[verb].lemma, ()))

    def complements(self, verb: int) -> frozenset[str]:
        marks = {c.lower for c in self.parse.children(verb) if c.dep in ("mark", "advmod", "aux") and c.i < verb}
        if self.infinitive(verb):
            return frozenset({"inf"})
        if not marks.isdisjoint({"whether", "if"}):
            return frozenset({"whether"})
        if self.parse[verb].tag == "VBG" and not any(c.dep == "aux" for c in self.parse.children(verb)):
            return frozenset({"ing"})
        if self.parse[verb].tag == "VB" and not any(c.dep == "aux" for c in self.parse.children(verb)):
            return frozenset({"bare", "inf", "that"})
        return frozenset({"that"})
