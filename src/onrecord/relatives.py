"""Reading a dependency parse: what a relative pronoun stands for. Everything takes and returns token indices over the parse."""

from __future__ import annotations

from onrecord.model.parse import Parse, Token
from onrecord.nouns import conjuncts, first_conjunct

RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_OF_ALL = frozenset({"both", "all", "each"})
_PLURAL = frozenset({"NNS", "NNPS"})


def antecedent(parse: Parse, i: int) -> int:
    """The noun a relative pronoun stands for, else `i`."""
    token = parse[i]
    if token.tag not in RELATIVE_TAGS and token.lower != "that":
        return i
    for above in parse.ancestors(i):
        if above.dep == "relcl" and above.head != above.i:
            return above.head
    return i


def antecedents(parse: Parse, i: int) -> list[int]:
    """The nouns a relative pronoun stands for, else `i`: "Mali, Chad and Niger, which share the lake, ..." has three.

    Behind a row and a comma, a clause that the parser hangs on the first noun tells of the whole row; so does one with a verb in the plural behind a noun in
    the singular, or with "both"; one with a verb in the singular tells of the last noun alone.
    """
    noun = antecedent(parse, i)
    if noun == i or parse[i - 1].text != ",":
        return [noun]
    first = first_conjunct(parse, noun)
    row = [h for h in conjuncts(parse, first) if h < i]
    if len(row) < 2 or any(parse[h].pos == "VERB" for h in row) or not any(c.lower in ("and", "or") for h in row for c in parse.children(h) if c.dep == "cc"):
        return [noun]
    number = _number(parse, next(a for a in parse.ancestors(i) if a.dep == "relcl"))
    last = parse[row[-1]]
    if number == "singular":
        return [last.i] if last.tag not in _PLURAL else [noun]
    if number == "all" or noun == first:
        return row
    alike = all(parse[h].tag in _PLURAL and not any(c.dep in ("det", "poss") for c in parse.children(h)) for h in row[1:])
    return row if number == "plural" and (last.tag not in _PLURAL or alike) else [noun]


def _number(parse: Parse, verb: Token) -> str:
    """Of how many a relative clause tells: "singular", "plural", "all" where it says so, "" where its verb does not tell."""
    below = parse.children(verb.i)
    if any(c.lower in _OF_ALL and c.dep in ("nsubj", "det", "advmod", "preconj", "appos", "predet") and c.i < verb.i for c in below):
        return "all"
    finite = next((c for c in below if c.dep in ("aux", "auxpass") and c.tag in ("VBZ", "VBP", "VBD")), verb)
    if finite.tag == "VBZ" or finite.lower == "was":
        return "singular"
    return "plural" if finite.tag == "VBP" or finite.lower == "were" else ""
