"""Actors of a sentence by the suite's dictionaries: which words name one, and the codes of a noun phrase with its coordination, agents and complements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord import syntax
from onrecord.model.parse import Parse
from petr_lists import PetrDictionaries, combined, plain

_LONGEST = 7
_INSIDE = frozenset({"compound", "poss", "amod", "nmod", "case", "punct", "det", "nummod", "quantmod", "npadvmod"})
_BELONGS = frozenset({"of", "from", "in", "for", "by", "at"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [first, last] that name an actor, or an agent where `agent`."""

    first: int
    last: int
    code: str
    agent: bool


@dataclass(slots=True)
class Phrase:
    """One conjunct: the actors it names, the agents of its own words, those before its head, and whether its actors stand in a complement."""

    head: int
    actors: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)
    below: bool = False
    shared: list[str] = field(default_factory=list)

    def codes(self) -> list[str]:
        if self.actors:
            return [combined(a, self.agents) for a in self.actors]
        return [combined("---", self.agents)] if self.agents else []


class Nouns:
    def __init__(self, parse: Parse, lists: PetrDictionaries, day: int) -> None:
        self.parse = parse
        self.names = _names(parse, lists, day)
        self.by_token = {i: n for n in self.names for i in range(n.first, n.last + 1)}

    def codes(self, heads: Iterable[int]) -> list[str]:
        """Codes of coordinated phrases; what one conjunct says once holds of the others: modifiers before, complements behind."""
        phrases = [self._phrase(h) for h in heads]
        if len(phrases) > 1 and not phrases[-1].actors and (tail := self._complement(phrases[0].head, True, phrases[-1].head)):
            phrases[-1].actors, phrases[-1].below = tail, True
        for k, phrase in enumerate(phrases):
            first = phrases[0]
            if not phrase.actors and phrase.agents and k and first.shared:
                phrase.actors, phrase.agents = list(first.shared), [*first.modifiers, *phrase.agents]
            elif phrase.actors and not phrase.agents and k and first.agents and first.below:
                phrase.agents = list(first.agents)
        if len(phrases) > 1 and phrases[-1].below and phrases[-1].agents:
            for phrase in phrases[:-1]:
                if not phrase.actors and phrase.agents:
                    phrase.actors = list(phrases[-1].actors)
        return unique(c for p in phrases for c in p.codes())

    def _phrase(self, head: int) -> Phrase:
        made = Phrase(head)
        own = self._own(head)
        actors = [n for n in own if not n.agent]
        made.agents = [n.code for n in own if n.agent]
        made.modifiers = [n.code for n in own if n.agent and n.last < head]
        kept: list[Name] = []
        for name in actors:
            if not kept or self._coordinated(kept[-1], name):
                kept.append(name)
        made.actors = unique(n.code for n in kept)
        made.shared = unique(n.code for n in kept if n.last < head)
        if not made.actors:
            made.actors, made.below = self._complement(head, bool(made.agents)), True
        return made

    def _complement(self, head: int, strict: bool, after: int = -1) -> list[str]:
        """Actors of the phrases that hang on `head` behind `after`; below an agent only of those that say whose agent it is."""
        children = list(self.parse.children(head))
        if strict and head + 1 < len(self.parse) and (next_ := self.parse[head + 1]).dep == "prep" and next_.lower in ("of", "from") and next_.head != head:
            children.insert(0, next_)  # "meet officials from Arnor": the parse may hang it on the verb
        for child in children:
            if child.i < after:
                continue
            if child.dep == "prep" and not (strict and child.lower not in _BELONGS):
                for inner in syntax.children_of(self.parse, child.i, "pobj", "pcomp"):
                    found = self.codes(syntax.conjuncts(self.parse, inner.i))
                    if real := [c for c in found if not c.startswith("---")]:
                        return real
            elif child.dep == "appos" and (real := [c for c in self.codes([child.i]) if not c.startswith("---")]):
                return real
        return []

    def _own(self, head: int) -> list[Name]:
        """Names among the head and what stands before it in its phrase."""
        inside = {head}
        for child in self.parse.children(head):
            if child.i < head and child.dep not in ("prep", "relcl", "acl", "conj"):
                inside |= set(self.parse.subtree(child.i))
        return [n for n in self.names if any(i in inside for i in range(n.first, n.last + 1))]

    def _coordinated(self, left: Name, right: Name) -> bool:
        return any(t.dep == "cc" or t.text in (",", "/") for t in self.parse.tokens[left.last + 1 : right.first])

    def head_of(self, name: Name) -> int:
        """The head of the phrase that speaks of `name`: the noun it modifies, or the agent it is a complement of."""
        at = next((i for i in range(name.first, name.last + 1) if not name.first <= self.parse[i].head <= name.last), name.last)
        for _ in range(len(self.parse)):
            token, above = self.parse[at], self.parse.head(at)
            if above is not None and above.pos in syntax.NOMINAL and (token.dep in _INSIDE or (token.dep == "conj" and self.parse[syntax.first_conjunct(self.parse, at)].dep in _INSIDE)):
                at = above.i
                continue
            if token.dep == "pobj" and above is not None and above.lower in _BELONGS:
                noun = self.parse.head(above.i)
                if noun is not None and any(n.agent for n in self._own(noun.i)) and noun.pos in syntax.NOMINAL:
                    at = noun.i
                    continue
            return at
        return at


def unique(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes))


def _names(parse: Parse, lists: PetrDictionaries, day: int) -> list[Name]:
    """From left to right the longest actor, else the longest agent, that begins at a word."""
    words = [(w, t.i) for t in parse.tokens for w in plain(t.text).split()]
    found: list[Name] = []
    at = 0
    while at < len(words):
        sizes = list(range(min(_LONGEST, len(words) - at), 0, -1))
        texts = {n: " ".join(w for w, _ in words[at : at + n]) for n in sizes}
        size = next((n for n in sizes if texts[n] in lists.actors), 0)
        if size:
            code = lists.actor_code(texts[size], day)
        else:
            size = next((n for n in sizes if texts[n] in lists.agents), 0)
            code = lists.agents.get(texts.get(size, ""), "")
        if code:
            found.append(Name(words[at][1], words[at + size - 1][1], code, texts[size] not in lists.actors))
        at += size or 1
    return found
