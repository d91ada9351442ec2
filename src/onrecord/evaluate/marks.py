"""Marks by quotation: words of the text instead of offsets, for people who annotate.

    no unit has crossed the line        these words, which stand once in the text
    rebels [[raided]] the mill          only the words in double brackets; the whole stands once
    they [[led]] him [[out]]            one thing of two pieces
    raided#2                            the second place where these words stand

Words are whole words. White space matches any white space, and straight, curly and low quotation marks, hyphens and dashes match each other, since nobody
types them as they were printed.
"""

from __future__ import annotations

import re

from onrecord.evaluate.annotation import Marks

_NUMBERED = re.compile(r"(?s)(.*\S)\s*#([1-9]\d{0,3})")
_BRACKET = re.compile(r"\[\[|\]\]")
_ALIKE = ("'‘’‚`´", '"“”„«»', "-‐‑–—−")


def resolve(mark: str, text: str) -> Marks:
    """The offsets of a mark in `text`, code points. Raises ValueError, with a plain reason, where it is not found, not unique or ill-formed."""
    numbered = _NUMBERED.fullmatch(mark)
    if numbered and not _found(mark, text):
        mark, number = numbered[1], int(numbered[2])
    else:
        number = 0
    matches = _found(mark, text)
    if not matches:
        raise ValueError(f"the text has no words {mark!r}")
    if number > len(matches):
        raise ValueError(f"{mark!r} stands {len(matches)} times in the text, not {number}")
    if not number and len(matches) > 1:
        raise ValueError(f"{mark!r} stands {len(matches)} times in the text: add words around it and put it in [[ ]], or say which by #1")
    match = matches[max(number, 1) - 1]
    if not match.re.groups:
        return (match.span(),)
    return tuple(match.span(k) for k in range(1, match.re.groups + 1))


def _found(mark: str, text: str) -> list[re.Match[str]]:
    return list(_pattern(mark).finditer(text))


def _pattern(mark: str) -> re.Pattern[str]:
    """The mark as a regular expression, a group for each bracketed piece."""
    pieces = _BRACKET.split(mark)
    brackets = _BRACKET.findall(mark)
    if brackets != ["[[", "]]"] * (len(brackets) // 2):
        raise ValueError(f"brackets of {mark!r} do not pair")
    inside = [piece.strip() for piece in pieces[1::2]]
    if not all(inside) or not mark.strip():
        raise ValueError(f"{mark!r} marks nothing")
    parts = [f"({_literal(piece.strip())})" if k % 2 else _literal(piece) for k, piece in enumerate(pieces)]
    whole = "".join(pieces).strip()
    before = r"(?<!\w)" if re.match(r"\w", whole) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", whole) else ""
    return re.compile(before + re.sub(r"\A(\\s\+)+|(\\s\+)+\Z", "", "".join(parts)) + after)


def _literal(words: str) -> str:
    made = []
    for piece in re.split(r"(\s+)", words):
        made.append(r"\s+" if piece.isspace() else "".join(_letter(c) for c in piece))
    return "".join(made)


def _letter(character: str) -> str:
    alike = next((group for group in _ALIKE if character in group), None)
    return f"[{re.escape(alike)}]" if alike else re.escape(character)
