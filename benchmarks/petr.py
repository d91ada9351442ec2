"""Coding with the dictionaries of the PETRARCH validation suite over our own syntax. The dictionaries are read here only and never shipped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from onrecord import Coder, syntax
from onrecord.model.parse import Parse, Token
from onrecord.readers import read_text
from petr_lists import Element, Meaning, Pattern, PetrDictionaries, joined, negated, plain
from petr_nouns import Name, Nouns

__all__ = ["PetrDictionaries", "petr_events"]

_ASIDE = frozenset({"relcl", "acl", "advcl"})
_OBJECTS = ("dobj", "dative", "attr", "acomp", "oprd", "xcomp", "advmod", "prt")


@dataclass(slots=True)
class Deed:
    """A verb the dictionary codes: its code, who, to whom, and the verb above it that it is a complement of."""

    verb: int
    code: str
    sources: list[str]
    targets: list[str]
    own: list[str]
    pair: bool
    used: set[int] = field(default_factory=set)


def petr_events(coder: Coder, lists: PetrDictionaries, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The events of one record of the suite."""
    text = str(row.get("text") or "")
    outcome = Coder(model=coder.model, gate=False).layers(read_text(text), stop="parse")
    parse = cast("Parse | None", outcome.layers.get("parse"))
    if parse is None or any(f" {d} " in f" {plain(text)} " for d in lists.discards):
        return []
    date = str(row.get("date") or "").replace("-", "")
    return Reading(parse, lists, int(date) if date.isdigit() else 0).events()


class Reading:
    def __init__(self, parse: Parse, lists: PetrDictionaries, day: int) -> None:
        self.parse, self.nouns = parse, Nouns(parse, lists, day)
        self.verbs: dict[int, tuple[list[Meaning], set[int]]] = {}
        for token in parse.tokens:
            if token.tag.startswith("VB") and token.dep not in ("aux", "auxpass", "amod", "compound") and (found := self._meanings(token, lists)):
                self.verbs[token.i] = found
        inner = {i for at, (_, words) in self.verbs.items() for i in words if i != at}
        self.verbs = {at: found for at, found in self.verbs.items() if at not in inner}

    def events(self) -> list[dict[str, Any]]:
        plainly = [i for i in self.verbs if not self._aside(i)]
        made = self._coded(plainly) or self._coded([i for i in self.verbs if i not in plainly])
        return [e for k, e in enumerate(made) if e not in made[:k]]

    def _coded(self, verbs: list[int]) -> list[dict[str, Any]]:
        deeds = {i: d for i in verbs if (d := self._deed(i)) is not None}
        for deed in list(deeds.values()):
            for i in deed.used:
                if i != deed.verb and self._upper(i, deeds) == deed.verb:
                    deeds.pop(i, None)
        made: list[dict[str, Any]] = []
        above = {u for i in deeds if (u := self._upper(i, deeds)) is not None}
        for i in deeds:
            if i not in above:
                made += self._written(i, deeds)
        return made

    def _written(self, verb: int, deeds: dict[int, Deed]) -> list[dict[str, Any]]:
        """The event of a verb with what the verbs above it make of it."""
        deed = deeds[verb]
        code, sources, targets, pair = deed.code, deed.sources, deed.targets, deed.pair
        at = self._upper(verb, deeds)
        while at is not None:
            upper = deeds[at]
            told = self._clause(verb, at) and set(sources) - set(upper.sources)
            if not (sources or targets) or (told and not targets and not _real(upper.sources)):
                code, sources, targets, pair = upper.code, upper.sources, upper.targets, upper.pair
            elif upper.own and not told and upper.own != upper.sources:
                code, sources, targets = (upper.code if targets and code != "---" else joined(upper.code, code)), upper.sources, upper.own
            elif told and targets and code != "---":
                pass
            elif not targets or code == "---":
                code, sources, targets = joined(upper.code, code), upper.sources or sources, [t for t in sources if t not in upper.sources] or upper.targets
                if not upper.sources:
                    code, sources, targets = deed.code, deed.sources, deed.targets
            else:
                code = joined(upper.code, code)
            pair = pair or (not targets and upper.pair)
            verb, at = at, self._upper(at, deeds)
        return _events(code, sources, targets, pair)

    def _upper(self, verb: int, deeds: dict[int, Deed]) -> int | None:
        at = verb
        while True:
            token, head = self.parse[at], self.parse.head(at)
            if token.dep == "conj" and syntax.stranded_conjunct(self.parse, at) is None and head is not None:
                at = head.i
                continue
            if token.dep not in ("xcomp", "ccomp", "acomp", "pcomp") or head is None:
                return None
            if head.i in deeds:
                return head.i
            at = head.i

    def _clause(self, verb: int, upper: int) -> bool:
        """Whether a clause with a subject of its own stands between the two verbs."""
        above = [self.parse[verb], *self.parse.ancestors(verb)]
        return any(t.dep == "ccomp" for t in above[: next((k for k, t in enumerate(above) if t.i == upper), 0)])

    def _aside(self, verb: int) -> bool:
        return any(t.dep in _ASIDE for t in [self.parse[verb], *self.parse.ancestors(verb)])

    def _meanings(self, verb: Token, lists: PetrDictionaries) -> tuple[list[Meaning], set[int]] | None:
        """The meanings of a verb with its particles: those of the most words; the form as it stands before the lemma."""
        for form in (verb.lower, verb.lemma.lower()):
            fitting: list[tuple[Meaning, set[int]]] = []
            for meaning in lists.verbs.get(form, ()):
                words = self._around(verb, meaning)
                if words is not None:
                    fitting.append((meaning, words))
            if fitting:
                most = max(len(w) for _, w in fitting)
                return [m for m, w in fitting if len(w) == most], next(w for _, w in fitting if len(w) == most)
        return None

    def _around(self, verb: Token, meaning: Meaning) -> set[int] | None:
        used = {verb.i}
        for back, word in enumerate(reversed(meaning.left), 1):
            if verb.i - back < 0 or not _is(self.parse[verb.i - back], word):
                return None
            used.add(verb.i - back)
        for on, word in enumerate(meaning.right, 1):
            near = [c for c in self.parse.children(verb.i) if c.i > verb.i and c.dep in ("prt", "prep", "dobj", "advmod") and _is(c, word)]
            if verb.i + on < len(self.parse) and _is(self.parse[verb.i + on], word):
                used.add(verb.i + on)
            elif near:
                used.add(near[0].i)
            else:
                return None
        return used

    def _deed(self, verb: int) -> Deed | None:
        meanings, words = self.verbs[verb]
        passive = syntax.is_passive(self.parse, verb)
        subjects = self._subjects(verb)
        code, pattern, used = meanings[-1].code, None, set(words)
        for meaning in meanings:
            for candidate in meaning.patterns:
                matched = self._fits(candidate, verb, subjects)
                if matched is not None and (pattern is None or candidate.size >= pattern.size):
                    code, pattern, used = candidate.code, candidate, words | matched
        if self._negated(verb, words):
            code = negated(code)
        own = self.nouns.codes([] if passive else [f.head for f in syntax.logical_object(self.parse, verb) if not f.inherited])
        sources, targets = self._ends(verb, passive, subjects, pattern, used)
        pair = len(sources) > 1 and (code[:2] in ("03", "04", "05", "06") or (pattern is not None and pattern.marked("%", pattern.before)))
        return Deed(verb, code, sources, targets, own, pair, used)

    def _ends(self, verb: int, passive: bool, subjects: list[int], pattern: Pattern | None, used: set[int]) -> tuple[list[str], list[str]]:
        subject = self.nouns.codes(subjects)
        if passive:
            by = self.nouns.codes(h for a in syntax.agents(self.parse, verb) for h in syntax.conjuncts(self.parse, a))
            return by or self._after(verb, used, subject), subject or self._after(verb, used, by)
        sources = subject or self._before(verb)
        marked = self._marked(verb, pattern, used) if pattern is not None else None
        if pattern is not None and (pattern.marked("$", pattern.after) or pattern.marked("+", pattern.before)):
            others = marked or self._after(verb, used, sources)
            return (others, sources) if others else (sources, [])
        if marked:
            return sources, marked
        objects = self.nouns.codes(f.head for f in syntax.logical_object(self.parse, verb) if f.head not in used)
        if _real([c for c in objects if c not in sources]):
            return sources, objects
        return sources, self._after(verb, used, sources) or objects

    def _subjects(self, verb: int) -> list[int]:
        """Heads of the surface subject; a pronoun stands for the subject of the clause above."""
        found = [f.head for f in syntax.surface_subject(self.parse, verb)]
        at = verb
        while found and all(self.parse[h].tag == "PRP" for h in found):
            above = next((t for t in self.parse.ancestors(at) if t.pos in syntax.VERBAL and t.i != at), None)
            if above is None:
                break
            at = above.i
            found = [f.head for f in syntax.surface_subject(self.parse, at)] or found
        return self._second_subject(verb, found)

    def _second_subject(self, verb: int, found: list[int]) -> list[int]:
        """Two subjects of one verb: a name in apposition or coordination adds to the first, one behind a comma is the subject by itself."""
        for later in syntax.children_of(self.parse, verb, "nsubj", "nsubjpass")[1:]:
            start = min(self.parse.subtree(later.i))
            closed = start > 0 and self.parse[start - 1].text == ","
            found = syntax.conjuncts(self.parse, later.i) if closed else [*found, *syntax.conjuncts(self.parse, later.i)]
        return found

    def _negated(self, verb: int, words: set[int]) -> bool:
        around = [t for i in {verb, *words} for t in syntax.dependents_within(self.parse, i, 2)]
        return any(t.dep == "neg" and t.i < verb and (t.head in words or self.parse[t.head].dep == "advmod") for t in around)

    # --- ends by position -------------------------------------------------------------------------------------------------------------------

    def _following(self, verb: int, used: set[int]) -> Iterator[Name]:
        """Names behind the verb in its own clause and its complements; behind the sentence's break where the parse broke it."""
        out: set[int] = set()
        for token in syntax.dependents_within(self.parse, verb, len(self.parse)):
            if (token.dep == "advcl" or (token.dep == "conj" and token.pos in syntax.VERBAL and not self._misread(token))) and token.i not in out:
                out |= set(self.parse.subtree(token.i))
        inside = set(self.parse.subtree(verb)) - out
        edge = max(inside, default=verb)
        if edge + 1 < len(self.parse) and self.parse[edge].text.endswith("-"):
            inside |= set(range(edge + 1, len(self.parse)))
        for name in self.nouns.names:
            if name.first > verb and name.last in inside and not used & set(range(name.first, name.last + 1)):
                yield name

    def _groups(self, verb: int, used: set[int]) -> list[list[str]]:
        """The codes of the phrases behind the verb, one list a coordination, nearest first."""
        seen: set[int] = set()
        groups = []
        for name in self._following(verb, used):
            head = syntax.first_conjunct(self.parse, self.nouns.head_of(name))
            head = head if head > verb else self.nouns.head_of(name)
            if head not in seen:
                heads = syntax.conjuncts(self.parse, head)
                seen |= set(heads)
                groups.append(self.nouns.codes(heads))
        return groups

    def _after(self, verb: int, used: set[int], but: list[str]) -> list[str]:
        groups = [g for g in self._groups(verb, used) if set(g) - set(but)]
        return next((real for g in groups if (real := _real(g))), groups[0] if groups else [])

    def _before(self, verb: int) -> list[str]:
        """The nearest actor before a verb whose subject names none."""
        names = [n for n in self.nouns.names if n.last < verb and not n.agent]
        return self.nouns.codes([self.nouns.head_of(names[-1])]) if names else []

    def _marked(self, verb: int, pattern: Pattern, used: set[int]) -> list[str] | None:
        """The phrase the pattern's "+" or "$" behind the verb points at: of its preposition, or so many phrases on as it skips with "^"."""
        skipped = 0
        for element in pattern.after:
            skipped += element.marks.count("^")
            if "+" in element.marks or "$" in element.marks:
                if element.prep:
                    return self.nouns.codes(h for p in self._preps(verb, element.prep) for o in _below(self.parse, p) for h in syntax.conjuncts(self.parse, o))
                groups = [_real(g) for g in self._groups(verb, used) if _real(g)]
                return groups[skipped] if skipped < len(groups) else None
        return None

    # --- patterns ---------------------------------------------------------------------------------------------------------------------------

    def _fits(self, pattern: Pattern, verb: int, subjects: list[int]) -> set[int] | None:
        used: set[int] = set()
        for element in pattern.before:
            found = self._fits_before(element, verb, subjects)
            if found is None:
                return None
            used |= found
        for element in pattern.after:
            found = self._fits_after(element, verb, used)
            if found is None:
                return None
            used |= found
        return used

    def _fits_before(self, element: Element, verb: int, subjects: list[int]) -> set[int] | None:
        if "%" in element.marks:
            return set() if len(self.nouns.codes(subjects)) > 1 else None
        if element.prep:
            words = [frozenset({element.prep}), *element.words]
            tail = range(verb - len(words), verb)
            if tail.start >= 0 and (element.words or self.parse[verb - 1].dep != "aux") and all(any(_is(self.parse[i], o) for o in w) for i, w in zip(tail, words, strict=True)):
                return set(tail)
            left = [p for p in self._preps(verb, element.prep) if p < verb]
            return set(left) if left and not element.words else None
        if not element.words:
            return set()
        return next((m for s in subjects if (m := self._phrase_is(s, element.words)) is not None), None)

    def _fits_after(self, element: Element, verb: int, taken: set[int]) -> set[int] | None:
        if element.prep:
            for prep in self._preps(verb, element.prep):
                if not element.words:
                    return {prep}
                for below in _below(self.parse, prep):
                    for head in syntax.conjuncts(self.parse, below):
                        if (matched := self._phrase_is(head, element.words)) is not None:
                            return {prep, *matched}
            return None
        if not element.words:
            return set()
        return next((m for h in self._places(verb) if (m := self._phrase_is(h, element.words)) is not None and not m & taken), None)

    def _phrase_is(self, head: int, words: tuple[frozenset[str], ...]) -> set[int] | None:
        """The tokens of the phrase of `head` that are `words`: the last the head, the one before it next to it, others in order before."""
        for option in words[-1]:
            parts = option.split()
            first = head - len(parts) + 1
            if first < 0 or not all(_is(self.parse[first + k], p) for k, p in enumerate(parts)):
                continue
            if (before := self._modifiers(head, first, words[:-1])) is not None:
                return {*range(first, head + 1), *before}
        return None

    def _modifiers(self, head: int, first: int, words: tuple[frozenset[str], ...]) -> set[int] | None:
        used: set[int] = set()
        at, near = first, True
        for options in reversed(words):
            places = [i for c in self.parse.children(head) if c.i < at for i in self.parse.subtree(c.i) if i < at]
            places = [i for i in places if not near or self._next_to(i, at)]
            hit = next((i for i in sorted(places, reverse=True) if any(_is(self.parse[i], o) for o in options)), None)
            if hit is None:
                return None
            used.add(hit)
            at, near = hit, False
        return used

    def _next_to(self, i: int, at: int) -> bool:
        """Whether only what is coordinated with token `i` stands between it and `at`."""
        between = range(i + 1, at)
        return not between or any(self.parse[j].dep == "cc" for j in between)

    def _places(self, verb: int) -> list[int]:
        """Heads of what the verb is said with: objects, predicates, adverbs, objects of prepositions, and of a bare verb below it."""
        heads: list[int] = []
        passive = syntax.is_passive(self.parse, verb)
        for child in self.parse.children(verb):
            if child.dep in _OBJECTS or (passive and child.dep == "nsubjpass") or (child.dep == "conj" and self._misread(child)):
                heads += syntax.conjuncts(self.parse, child.i)
                if child.dep in ("xcomp", "acomp", "conj") and child.i not in self.verbs:
                    heads += [p for p in self._places(child.i) if p > verb]
            elif child.dep in ("prep", "agent"):
                heads += [h for o in _below(self.parse, child.i) for h in syntax.conjuncts(self.parse, o)]
        heads += [o for h in heads if self.parse[h].pos in syntax.NOMINAL for o in syntax.prep_objects(self.parse, h, "of")]
        return list(dict.fromkeys(heads))

    def _misread(self, token: Token) -> bool:
        """A participle coordinated with a verb of another form is a modifier the parse misread: "launched a bombing and shelling offensive"."""
        above = self.parse.head(token.i)
        return token.dep == "conj" and token.tag == "VBG" and above is not None and above.tag != "VBG" and not syntax.auxiliaries(self.parse, token.i)

    def _preps(self, verb: int, prep: str) -> list[int]:
        """Prepositions (particles, "to" of an infinitive) of that form below the verb or what it is said with."""
        return [c.i for p in [verb, *self._places(verb)] for c in self.parse.children(p) if c.lower == prep and c.dep in ("prep", "agent", "prt", "dative", "advmod")] + [
            c.i for p in self._places(verb) for c in self.parse.children(p) if c.lower == prep == "to" and c.dep == "aux"
        ]


def _below(parse: Parse, prep: int) -> list[int]:
    token = parse[prep]
    if token.dep in ("prt", "advmod"):
        # "clash over the efforts": the parse may take the preposition for a particle and its object for the verb's.
        return [c.i for c in parse.children(token.head) if c.dep == "dobj" and c.i > prep]
    return [token.head] if token.dep == "aux" else [c.i for c in parse.children(prep) if c.dep in ("pobj", "pcomp")]


def _is(token: Token, word: str) -> bool:
    return word in (token.lower, plain(token.text), token.lemma.lower()) or (word.endswith("s") and word[:-1] == token.lemma.lower())



def _real(codes: list[str]) -> list[str]:
    """Codes of actors, not of bare agents ("soldiers" of nobody)."""
    return [c for c in codes if not c.startswith("---")]


def _events(code: str, sources: list[str], targets: list[str], pair: bool) -> list[dict[str, Any]]:
    if code in ("", "---"):
        return []
    there, _, back = code.partition(":")
    made: list[dict[str, Any]] = []
    if not targets and pair:
        return [{"source": a, "target": b, "cameo": there} for a in sources for b in sources if a != b]
    for source in sources:
        for target in targets:
            if source == target or (source.startswith("---") and target.startswith("---")):
                continue
            if there:
                made.append({"source": source, "target": target, "cameo": there})
            if back:
                made.append({"source": target, "target": source, "cameo": back})
    return made
