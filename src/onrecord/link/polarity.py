"""Which words of a sentence it tells not to be so: by a negator, or under a predicate that keeps them from being ("refused to", "called off")."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.lexicon.status import Embedding, status_lexicon
from onrecord.model.parse import Parse, Sentence, Token

# What a negator at a copula or light verb reaches below it.
_BELOW = frozenset({"acomp", "attr", "xcomp", "dobj", "oprd", "ccomp", "nsubjpass"})
# Words after "rather than" that it passes over.
_PASSED_OVER = 4
# Words after ", not" that it may negate: an article and a noun, or an adjective and a noun.
_CONTRASTED = 2
_ASIDE = frozenset({"advcl", "relcl", "acl"})
# Signatures of predicates below which an act is not so. A ban on it leaves open whether it takes place.
_WITHHOLDING = frozenset({"refusal", "failure", "prevention", "cancellation", "avoidance", "absence", "denial"})
_PARTS = {"VERB": "v", "AUX": "v", "NOUN": "n", "ADJ": "a"}


def negated(parse: Parse, sentence: Sentence, aside: bool = False) -> Iterator[tuple[Token, Token]]:
    """Pairs of a negator and a word that it negates, in the sentence's main line; with `aside` also in clauses that only accompany it."""
    scopes = status_lexicon().negators
    for token in parse.tokens[sentence.first : sentence.last]:
        if f"{parse[token.i - 1].lower} {token.lower}" in scopes and token.i > sentence.first and token.pos in ("ADP", "SCONJ", "CCONJ"):
            yield from ((token, word) for word in parse.tokens[token.i + 1 : min(sentence.last, token.i + 1 + _PASSED_OVER)])  # "rather than make arrests"
        scope = scopes.get(token.lower)
        if scope not in ("clause", "np") or token.pos == "ADJ" or (not aside and accompanies(parse, token)):
            continue
        head = parse.head(token.i)
        if token.pos == "ADP":  # "without a permit"
            yield from ((token, below) for below in parse.children(token.i) if below.dep in ("pobj", "pcomp"))
            continue
        if head is not None and head.i < token.i and parse[token.i - 1].text == ",":  # "permits, not arrests"
            yield from ((token, word) for word in parse.tokens[token.i + 1 : min(sentence.last, token.i + 1 + _CONTRASTED)])
            continue
        if head is None or (not aside and _ordered(parse, head)) or "or" in {t.lower for t in parse.tokens[max(sentence.first, token.i - 2) : token.i]}:
            continue
        yield from ((token, word) for word in _reached(parse, head, scope))


def _reached(parse: Parse, head: Token, scope: str) -> Iterator[Token]:
    yield head
    if scope == "np" and head.pos in ("NOUN", "PROPN"):
        above = parse.head(head.i)
        if above is not None and head.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
            yield above
            return
    for below in parse.children(head.i):
        if below.dep in _BELOW and (below.dep != "ccomp" or head.pos == "AUX"):
            yield below
            if below.dep == "attr" and any(t.dep == "expl" for t in parse.children(head.i)):
                yield from (deeper for deeper in parse.children(below.i) if deeper.dep in ("compound", "acl", "amod"))  # "there was no ban planned"
            if below.pos in ("VERB", "AUX"):
                yield from (deeper for deeper in parse.children(below.i) if deeper.dep in _BELOW)


def _ordered(parse: Parse, verb: Token) -> bool:
    """An order ("do not drink it") tells nothing that is not so."""
    below = parse.children(verb.i)
    return verb.tag == "VB" and any(t.lemma == "do" and t.dep == "aux" and t.tag in ("VB", "VBP") for t in below) and not any(t.dep.startswith("nsubj") for t in below)


def withheld(parse: Parse, sentence: Sentence) -> Iterator[tuple[Token, Token, bool]]:
    """Triples of a predicate, what it keeps from being so, and whether that is a mere object ("called off the raid"), in the main line."""
    lexicon = status_lexicon()
    for token in parse.tokens[sentence.first : sentence.last]:
        for entry in lexicon.embeddings.get((_PARTS.get(token.pos, ""), token.lemma.lower()), ()):
            if entry.signature not in _WITHHOLDING or accompanies(parse, token) or any(t.dep == "neg" for t in parse.children(token.i)):
                continue
            near = {t.lower for t in parse.tokens[token.i + 1 : token.i + 6]} | {t.lemma.lower() for t in parse.tokens[token.i + 1 : token.i + 6]}
            if near.issuperset(entry.companions):
                yield from ((token, below, plain) for below, plain in _complements(parse, token, entry))
                break


def _complements(parse: Parse, token: Token, entry: Embedding) -> Iterator[tuple[Token, bool]]:
    children = parse.children(token.i)
    if any(t.dep == "prt" and t.lower not in entry.companions for t in children):
        return  # "pulls out" is another verb than "pulls"
    for below in children:
        slot = {"xcomp": "ing" if below.tag == "VBG" else "inf", "acl": "inf", "ccomp": "that", "pcomp": "ing", "dobj": "obj", "nsubjpass": "obj"}.get(below.dep, "")
        if slot in entry.complements:
            yield below, slot == "obj"
        if below.dep == "dobj" and key_of(below) in entry.companions:  # "scrapped plans to sell", "dropped plans for a raid"
            yield from ((deeper, False) for deeper in parse.children(below.i) if deeper.dep == "acl")
        if below.dep == "prep" and f"prep:{below.lower}" in entry.complements:
            yield from ((deeper, deeper.dep == "pobj") for deeper in parse.children(below.i) if deeper.dep == "pobj" or (deeper.dep == "pcomp" and below.lower != "for"))


def key_of(token: Token) -> str:
    return token.lemma.lower()


def accompanies(parse: Parse, token: Token) -> bool:
    """Whether the word stands in a clause that only accompanies the main line: a relative, participial or adverbial one."""
    at = token
    for above in parse.ancestors(token.i):
        if at.dep in _ASIDE:
            return True
        at = above
    return at.dep in _ASIDE
