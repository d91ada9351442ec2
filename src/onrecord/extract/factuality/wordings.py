"""status: what fixed wordings beside an act say of it, whatever tree the parser made of its sentence: an aside, an answer, the next sentence."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord import syntax
from onrecord.extract.phrases.scope import Operator
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.wordings import ACT, BOUND, wordings
from onrecord.model.parse import Parse, Token
from onrecord.model.text import CleanText

# Of longer sentences only so much on either side of the act is searched.
_REACH = 400
NEXT = ":next"  # behind the rule of a wording that the sentence behind has
_PROMISING = word_set("undertaking_verbs") | {"plan", "threaten", "order"}
_ACCUSING = word_set("accusing_verbs")
_STOPPABLE = word_set("stoppable_acts")


def told_beside(parse: Parse, clean: CleanText, head: int, operators: Iterable[Operator]) -> list[Operator]:
    """The operators of the wordings that fit the act at `head`, in the table's order, each signature once. Cost: the table's length times the sentence's."""
    token = parse[head]
    text = surface(parse, clean, token)
    read = {o.signature for o in operators}
    found: list[Operator] = []
    for wording in wordings():
        if wording.given and not (wording.given & read or ("none" in wording.given and not read)):
            continue
        if wording.signature == "hearsay" and token.pos == "VERB" and token.lemma in _ACCUSING:
            continue  # "The panel accuses the firm of fraud, an allegation it rejects": what it is accused of is an allegation, and not that it is accused
        next_one = BOUND in wording.pattern.pattern
        if next_one and token.pos == "VERB" and token.lemma in _PROMISING and any(c.dep in ("xcomp", "ccomp", "advcl") and c.i > head for c in parse.children(head)):
            continue  # "agreed to pull back ... Neither has happened": what was agreed on has not
        if wording.signature in read or not fits(parse, token, wording.kind) or wording.pattern.search(text) is None:
            continue
        read.add(wording.signature)
        found.append(Operator(wording.signature, (head,), f"{wording.rule}{NEXT}" if next_one else wording.rule))
    return found


def surface(parse: Parse, clean: CleanText, token: Token) -> str:
    """The sentence with `@` for the act, and the next sentence of the same paragraph after `‖`; white space is made single."""
    own = parse.sentences[token.sent]
    before, after = clean.text[max(own.start, token.start - _REACH) : token.start], clean.text[token.end : min(own.end, token.end + _REACH)]
    following = next((s for s in parse.sentences[token.sent + 1 : token.sent + 2] if s.paragraph == own.paragraph), None)
    rest = clean.text[following.start : min(following.end, following.start + _REACH)] if following is not None else ""
    whole = f"{before}{ACT}{after} {BOUND} {rest}".translate({ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"', ord("–"): "—"})
    return " ".join(whole.split())


def fits(parse: Parse, token: Token, kind: str) -> bool:
    """Whether the act's word is of the kind that a wording asks for."""
    if kind == "subject":
        return token.pos in ("NOUN", "PROPN") and token.dep not in ("pobj", "pcomp", "compound", "dobj")
    if kind in ("noun", "stoppable"):
        return token.pos in ("NOUN", "PROPN") and (kind == "noun" or token.lemma.lower() in _STOPPABLE)
    if kind == "verb":
        return token.pos in syntax.VERBAL
    tags = {token.tag, *(a.tag for a in syntax.auxiliaries(parse, token.i))} if token.pos in syntax.VERBAL else set()
    if kind == "finite":
        return bool(tags & {"VBD", "VBZ", "VBP"}) and "MD" not in tags
    if kind == "present":
        return token.tag in ("VBZ", "VBP")
    if kind == "base":
        return token.tag in ("VB", "VBP") and "MD" not in tags
    return True
