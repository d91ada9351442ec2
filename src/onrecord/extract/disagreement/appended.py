"""disputes, appended: a denial hung on the very words that it denies: "a charge the captain rejected", "a claim dismissed by the army", "which the band denies",
and a passive one: "the account was contradicted by two witnesses"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from onrecord import syntax
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import AGAINST, Stance
from onrecord.model.parse import Parse, Token

_LOOSE = frozenset({"something", "which"})


@dataclass(frozen=True, slots=True)
class Appended:
    """A denial in a relative clause or a passive: its verb, the word that points at what is denied, who denies it, and all tokens of the clause with that word."""

    verb: int
    pointer: int
    sources: tuple[int, ...]
    words: frozenset[int]
    stance: Stance
    rule: str


def appended(parse: Parse) -> Iterator[Appended]:
    """All of them, in text order. Cost: one look at each verb of denial."""
    p = parse
    for token in p.tokens:
        if token.dep not in ("relcl", "acl") and not syntax.is_passive(p, token.i):
            continue
        if token.pos not in syntax.VERBAL or token.tag == "VBG" or any(c.dep == "neg" for c in p.children(token.i)):
            continue
        cue = next((c for c in cues().get(("v", token.lemma), ()) if c.stance in AGAINST and not c.companions), None)
        head = p[token.head]
        if token.dep not in ("relcl", "acl"):  # "the minister's account was contradicted by two witnesses"
            head = next((c for c in p.children(token.i) if c.dep == "nsubjpass"), token)
        if cue is None or head.i >= token.i:
            continue
        pointer = pointed_at(p, token, head)
        found = sources(p, token) if pointer is not None else []
        if pointer is None or not found:
            continue
        below = p.subtree(token.i)
        words = frozenset(below) if pointer.lower == "which" or pointer.head == token.i else frozenset({*below, *(k for k in p.subtree(pointer.i) if k <= token.i), pointer.i})
        yield Appended(token.i, pointer.i, tuple(h for f in found for h in syntax.conjuncts(p, f)), words, cast(Stance, cue.stance), f"{cue.rule}:appended")


def pointed_at(parse: Parse, verb: Token, head: Token) -> Token | None:
    """The word for what is denied: a claim's name that no other word tells the content of, or a pronoun for all that was said before."""
    p = parse
    which = next((c for c in p.children(verb.i) if c.lower == "which" and c.dep in ("dobj", "nsubjpass") and c.i < verb.i), None)
    of_denier = {c.i for c in p.children(verb.i) if c.dep == "ccomp" and any(g.dep == "nsubj" and g.lower == "who" for g in p.children(c.i))}
    if any(c.dep in ("dobj", "ccomp") and c.i > verb.i and c.i not in of_denier for c in p.children(verb.i)):
        return None  # "the men who denied it", "a claim the army denied making"
    if head.lower in _LOOSE:
        return head
    if head.lemma.lower() in word_set("told_things") and head.lemma.lower() not in word_set("offers_and_demands"):
        told = any(c.dep in ("acl", "relcl", "ccomp") and c.i < verb.i for c in p.children(head.i)) or any(c.dep == "prep" and c.lower in ("of", "about") and c.i < verb.i for c in p.children(head.i))
        return None if told else head
    before = p[which.i - 1] if which is not None and which.i else None
    return which if before is not None and before.text == "," else None


def sources(parse: Parse, verb: Token) -> list[int]:
    """Who denies it: the clause's own subject, or whom "by" names."""
    p = parse
    own = [c.i for c in p.children(verb.i) if c.dep == "nsubj" and c.lower not in ("who", "that", "which")]
    if verb.dep == "relcl" and own:
        return own
    if verb.tag == "VBN":
        return [o.i for c in p.children(verb.i) if c.lower == "by" for o in p.children(c.i) if o.dep == "pobj"]
    return []
