"""events, first half: a deed in somebody's quoted words, and a filler of it before the quotation mark."""

from __future__ import annotations

from onrecord.model.parse import Parse

_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_OPENING = frozenset({"“", "``"})


def quoted_apart(parse: Parse, head: int, filler: int) -> bool:
    """Whether words that are not the verb's own stand between an opening quotation mark and the trigger, and the filler before it: who calls a law "a ploy to
    jail them" jails nobody; who vows to "burn the town" does."""
    p = parse
    first = p.sentences[p[head].sent].first
    opened: int | None = None
    for token in p.tokens[first : head]:
        if token.text in _QUOTES:
            opened = token.i if token.text in _OPENING or (token.text == '"' and opened is None) else None
    if opened is None or not first <= filler < opened:
        return False
    at = head
    while p[at].dep == "conj" and p[at].head > opened:
        at = p[at].head
    return any(t.pos in ("NOUN", "PROPN", "PRON", "DET", "SCONJ") for t in p.tokens[opened + 1 : at])
