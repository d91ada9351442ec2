"""parse: a label that opens a sentence, in brackets or before a colon ("(RIVAS) The mayor has ...", "(ADA LIND, CORRESPONDENT) Hours before ...", "Timeline: the
siege of Gao"), has no part in its clause."""

from __future__ import annotations

from dataclasses import replace

from onrecord import syntax
from onrecord.model.parse import Token
from onrecord.readers._data import headline_labels

_LONGEST = 9
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OPEN, _CLOSE = ("(", "["), (")", "]")


def unlabel(tokens: list[Token], first: int, last: int) -> set[int]:
    """Takes what opens tokens [first, last) in brackets out of the clause behind it, in place; the prepositions that now hang on another word."""
    end = _label_end(tokens, first, last)
    if end == first:
        return set()
    root = next((i for i in range(first, last) if tokens[i].head == i), None)
    if root is None or root < end:
        hung = [i for i in range(end, last) if tokens[i].head < end and tokens[i].pos != "PUNCT"]
        behind = [i for i in hung if tokens[i].pos in syntax.VERBAL] or (hung if tokens[end - 1].text in (":", "):") else [])
        if len(behind) != 1:
            return set()
        root = behind[0]
        tokens[root] = replace(tokens[root], head=root, dep="ROOT")
    holders = {i: (tokens[i].head, tokens[i].dep) for i in range(first, end) if tokens[i].head >= end}
    moved: set[int] = set()
    for i in range(end, last):
        if tokens[i].head < end:
            above, dep = next(((h, d) for h, d in holders.values() if h != i), (root, ""))
            taken = any(tokens[c].head == above and tokens[c].dep in _SUBJECTS for c in range(end, last))
            role = dep if tokens[i].dep == "appos" and dep in _SUBJECTS and not taken else tokens[i].dep
            tokens[i] = replace(tokens[i], head=above, dep=role)
            moved |= {i} if role == "prep" else set()
    for i in range(first, end):
        if tokens[i].head >= end or tokens[i].head == i:
            tokens[i] = replace(tokens[i], head=root, dep="meta")
    return moved


def _label_end(tokens: list[Token], first: int, last: int) -> int:
    """Behind the brackets that open a sentence, of which there may be more than one; `first` where none do, or where nothing but a mark follows."""
    at = first
    while at < last and tokens[at].text in _OPEN:
        close = next((i for i in range(at + 1, min(at + _LONGEST, last)) if tokens[i].text in (*_OPEN, *_CLOSE)), None)
        if close is None or tokens[close].text not in _CLOSE:
            return first
        at = close + 1
    if at == first:
        # "Timeline: the siege of Gao", "CLAIM: A video shows ..."
        colon = next((i for i in range(first + 1, min(first + _LONGEST, last)) if tokens[i].text in (":", "):")), None)
        bracket = next((i for i in range(first + 1, colon) if tokens[i].text in _OPEN), colon) if colon is not None else None  # "REPORTER (Delta News):"
        if colon is not None and " ".join(t.lower for t in tokens[first:bracket]) in headline_labels():
            at = colon + 1
    return at if at < last - 1 and (tokens[at].pos != "PUNCT" or tokens[at].text in "\"“''``") else first
