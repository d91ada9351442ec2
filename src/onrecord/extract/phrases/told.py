"""disputes, told clauses: a content split into its clauses, with what each of them tells and what it tells not to be so."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord import syntax
from onrecord.lexicon.stance import same
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

Range = tuple[int, int]
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_ASIDE = frozenset({"advcl", "relcl", "acl"})
_LIGHT = frozenset({"be", "have", "do", "exist", "take", "make", "there"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One told clause: its head token, its words, the keys (lemmas) of its content words, and those of them that it tells not to be so.
    `range` is in clean offsets."""

    head: int
    words: tuple[Token, ...]
    keys: frozenset[str]
    denied: frozenset[str]
    negative: bool
    range: Range
    modal: bool = False

    def told(self, key: str) -> bool:
        """Whether the clause tells the same by some word of its own."""
        return any(same(key, own) for own in self.keys)


def within(parse: Parse, r: Range) -> tuple[Token, ...]:
    """The tokens in clean offsets [start, end)."""
    tokens = parse.tokens
    low = bisect.bisect_left(tokens, r[0], key=lambda t: t.start)
    return tokens[low : bisect.bisect_left(tokens, r[1], key=lambda t: t.start)]


@dataclass(frozen=True, slots=True)
class ClauseReader:
    parse: Parse

    def clauses(self, told: Iterable[Token]) -> Iterator[Clause]:
        """The clauses of a content: one for each root in it and for each verb beside it that has a subject or a "that" of its own."""
        words = tuple(told)
        # "wrote on Tuesday that ...": a content that begins with the day of the saying begins too early.
        inside = {t.i for t in words if t.pos != "SPACE" and not (t.ent == "DATE" and t.dep == "pobj" and self.parse[t.head] not in words)}
        roots = [i for i in sorted(inside) if (self.parse[i].head not in inside or self.parse[i].head == i) and self.parse[i].pos != "PUNCT"]
        beside = self.joined(roots)
        heads = [r for r in roots if r not in beside]
        for i in sorted(inside):
            token = self.parse[i]
            if token.dep in ("conj", "ccomp", "parataxis", "advcl") and token.pos in syntax.VERBAL and i not in roots and self.beside(i, roots):
                heads.append(i)
        owner: dict[int, int] = {}
        for i in sorted(inside):
            at = i
            for above in (i, *(a.i for a in self.parse.ancestors(i))):
                if above in heads or above in beside:
                    at = beside.get(above, above)
                    break
            owner[i] = at
        for head in sorted(set(heads)):
            own = [self.parse[i] for i in sorted(inside) if owner[i] == head]
            made = self.clause(head, own)
            if made is not None:
                yield made

    def joined(self, roots: list[int]) -> dict[int, int]:
        """Roots that belong to one clause because they hang on one word: "accused | the guild | of theft", "called | the searches | illegal"."""
        p = self.parse
        first: dict[int, int] = {}
        found: dict[int, int] = {}
        for root in roots:
            above = p[root].head
            if above == root or (p[root].pos in syntax.VERBAL and p[root].dep in ("ccomp", "conj", "ROOT", "parataxis") and p[root].dep != "ccomp"):
                continue
            if above in first and p[root].dep in ("prep", "oprd", "acomp", "xcomp", "dobj", "dative", "advmod", "pcomp", "attr"):
                found[root] = first[above]
            else:
                first.setdefault(above, root)
        return found

    def beside(self, i: int, roots: list[int]) -> bool:
        """Whether the verb at `i` is a main clause of its own beside one of the roots."""
        subject = any(c.dep in ("nsubj", "nsubjpass", "expl") for c in self.parse.children(i))
        marked = any(c.dep == "mark" and c.lower == "that" for c in self.parse.children(i))
        at = self.parse[i]
        if at.dep == "advcl" and not marked:
            return False
        while (at.dep in ("conj", "ccomp", "parataxis") or (at.dep == "advcl" and marked)) and at.i not in roots and at.head != at.i:
            if at.dep == "ccomp" and at.i != i:
                return False
            above = self.parse[at.head]
            if at.dep == "ccomp" and (at.i > above.i or above.lemma not in ("be",)):
                return False
            at = above
        return (subject or marked) and at.i in roots

    def clause(self, head: int, own: list[Token]) -> Clause | None:
        words = [t for t in own if t.pos != "PUNCT"]
        while words and (words[0].dep in ("mark", "cc") or (words[0].lower == "that" and words[0].dep == "mark")):
            words = words[1:]
        if not words:
            return None
        empty = word_set("empty_words")
        keys = frozenset(t.lemma.lower() for t in words if t.pos in _CONTENT and t.dep not in ("aux", "auxpass") and t.text[0].isalnum()) - empty
        denied, negative, modal = self.denied(words, head)
        return Clause(head, tuple(words), keys, frozenset(denied), negative, (words[0].start, words[-1].end), modal)

    def denied(self, words: list[Token], head: int) -> tuple[set[str], bool, bool]:
        """Keys of what the clause's main line tells not to be so, whether it is negative at all, and whether only of what will or may be."""
        p = self.parse
        found: set[str] = set()
        negative = modal = False
        for token in words:
            lone = token.lower in word_set("flat_negatives")
            if not (token.dep == "neg" or lone) or self.aside(token.i, head):
                continue
            negative = True
            above = p.head(token.i) if token.dep in ("neg", "det", "advmod") or token.pos in ("DET", "ADV") else token
            if above is None:
                continue
            verb = p[syntax.clause_of(p, above.i)]
            modal = modal or any(c.tag == "MD" for c in p.children(verb.i))
            found |= self.reached(above, words)
        return found, negative, modal

    def aside(self, i: int, head: int) -> bool:
        at = self.parse[i]
        while at.i != head and at.head != at.i:
            if at.dep in _ASIDE:
                return True
            at = self.parse[at.head]
        return False

    def reached(self, above: Token, words: list[Token]) -> set[str]:
        p = self.parse
        inside = {t.i for t in words}
        found = {above.lemma.lower()} if above.pos in _CONTENT else set()
        if above.lower in word_set("flat_negatives"):  # "none of its planes"
            found |= {g.lemma.lower() for c in p.children(above.i) if c.dep == "prep" and c.lower == "of" for g in p.children(c.i) if g.dep == "pobj"}
        if above.pos in ("NOUN", "PROPN", "PRON") and (verb := p.head(above.i)) is not None and above.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
            found.add(verb.lemma.lower())
        elif above.lemma.lower() in _LIGHT or above.pos == "AUX":
            found |= {c.lemma.lower() for c in p.children(above.i) if c.i in inside and c.dep in ("attr", "acomp", "dobj", "xcomp")}
        return found - _LIGHT
