"""Letters in brackets that the name before them explains: "the Provincial Observatory on Rural Safety (POSR)". A helper of the actor and the place stage."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_LONGEST = 12
_SHORTEST, _MOST = 3, 7
_LINKS = word_set("name_joiners") | word_set("body_links") | {"on", "for", "of", "the", "and", "against", "in", "y", "de", "para", "del", "la"}


def bracketed_letters(parse: Parse) -> frozenset[str]:
    """Capitals in brackets behind two capitalised words or more, of whose initials they have most letters, in whatever order and tongue."""
    p = parse
    found: set[str] = set()
    for token in p.tokens[2:-1]:
        if not (token.text.isupper() and token.text.isalpha() and _SHORTEST <= len(token.text) <= _MOST and p[token.i - 1].text == "(" and p[token.i + 1].text == ")"):
            continue
        first = token.i - 1
        while first > p.sentences[token.sent].first and token.i - first < _LONGEST and (p[first - 1].text[:1].isupper() or p[first - 1].lower in _LINKS):
            first -= 1
        words = [t for t in p.tokens[first : token.i - 1] if t.text[:1].isupper()]
        initials = {w.text[:1] for w in words}
        told = sum(letter in initials for letter in token.text)
        if len(words) > 1 and 2 * told > len(token.text):
            found.add(token.text)
    return frozenset(found)


def before_letters(parse: Parse, first: int, last: int) -> int:
    """Where the whole name ends whose beginning is tokens [first, last): at the bracket with its letters, where nothing but its words and links lies
    between; else `last`."""
    p = parse
    at = last
    while at < len(p) - 2 and p[at].sent == p[first].sent and at - first < _LONGEST and (p[at].text.istitle() or p[at].lower in _LINKS):
        at += 1
    letters = p[at + 1].text if at < len(p) - 2 and p[at].text == "(" and p[at + 2].text == ")" else ""
    if at <= last or not p[at - 1].text[:1].isupper() or not (letters.isupper() and letters.isalpha() and _SHORTEST <= len(letters) <= _MOST):
        return last
    initials = [t.text[:1] for t in p.tokens[first:at] if t.text[:1].isupper()]
    # Each letter has a word of its own, wherever it stands.
    return at if sorted(letters) == sorted(initials) else last


def named_in_full(parse: Parse) -> Iterator[tuple[int, int]]:
    """Tokens [first, last) of each name that letters in brackets behind it stand for, one for each of its capitals."""
    p = parse
    for token in p.tokens[2:-1]:
        if not token.text.isupper() or p[token.i - 1].text != "(" or p[token.i + 1].text != ")":
            continue
        first = last = token.i - 1
        while first > p.sentences[token.sent].first and last - first < _LONGEST and (p[first - 1].text.istitle() or p[first - 1].lower in _LINKS):
            first -= 1
        while first < last and (not p[first].text[:1].isupper() or p[first].lower in ("the", "a", "an")):
            first += 1
        if first < last and p[first].text[:1].isupper() and before_letters(p, first, first + 1) == last:
            yield first, last
