"""A parsed report, independent of the parser that made it. Offsets are code points of the *clean* text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `i` counts over the report; `head == i` at a root. `pos` is universal, `tag` Penn, `dep` ClearNLP.

    `cased` is the text as the parser was given it, where a sentence in capitals only was put in ordinary case; else empty.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sent: int
    ent: str = ""
    cased: str = ""

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens [first, last) and clean offsets [start, end). `part` title | byline | body; unparsed ones have no tokens. `entry`: the sentence (of part byline) that
    heads the entry in which it stands; -1 where none does. `heads`: what such a sentence heads an entry with, day | hour | place | country | case (place and day). `lead`:
    the sentence that leads in the list of which this is an item ("They agreed:"), else -1."""

    i: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int
    part: str = "body"
    parsed: bool = True
    entry: int = -1
    heads: str = ""
    lead: int = -1


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name the parser's recogniser found: tokens [first, last) and its label (PERSON, ORG, GPE, NORP, ...)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens, sentences and recognised names of one report, with the dependency tree's inverse at hand."""

    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[NameSpan, ...] = ()
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        object.__setattr__(self, "_children", tuple(tuple(c) for c in below))

    def quiet(self) -> Parse:
        """The same parse with the texts of sentences in capitals only as the parser was given them: capital letters tell names there too."""
        if not any(t.cased for t in self.tokens):
            return self
        return replace(self, tokens=tuple(replace(t, text=t.cased) if t.cased else t for t in self.tokens))

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def __len__(self) -> int:
        return len(self.tokens)

    def children(self, i: int) -> tuple[Token, ...]:
        return tuple(self.tokens[c] for c in self._children[i])

    def head(self, i: int) -> Token | None:
        """The head, or None at a root."""
        h = self.tokens[i].head
        return None if h == i else self.tokens[h]

    def ancestors(self, i: int) -> Iterator[Token]:
        """From the head of `i` up to the root; safe against cycles of a broken tree."""
        seen = {i}
        at = self.tokens[i].head
        while at not in seen:
            seen.add(at)
            yield self.tokens[at]
            at = self.tokens[at].head

    def headed(self, sent: int, kind: str) -> Sentence | None:
        """The sentence of that kind that heads the entry in which a sentence stands, or the entry around that."""
        at = self.sentences[sent].entry
        kinds = {kind, "case"} if kind in ("day", "place") else {kind}
        while at >= 0 and self.sentences[at].heads not in kinds:
            at = self.sentences[at].entry
        return self.sentences[at] if at >= 0 else None

    def subtree(self, i: int) -> tuple[int, ...]:
        """Token indices of the subtree of `i`, in text order, `i` included."""
        found: list[int] = []
        todo = [i]
        seen: set[int] = set()
        while todo:
            at = todo.pop()
            if at in seen:
                continue
            seen.add(at)
            found.append(at)
            todo.extend(self._children[at])
        return tuple(sorted(found))

    def sentence_tokens(self, sent: int) -> tuple[Token, ...]:
        s = self.sentences[sent]
        return self.tokens[s.first : s.last]
