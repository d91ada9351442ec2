"""What stands among a page's paragraphs and is none of the report: links to other reports, cards, notes shown on pointing. Taken out before its main text is looked for.

A headline of another report read as this one's text would be coded as its event. And the other way round: a standfirst that the search for the main text passes over.
"""

from __future__ import annotations

import re
from typing import Any

from onrecord.readers._data import popup_classes

_BLOCKS = ("p", "li", "h2", "h3", "h4", "h5", "h6")
_ENDS = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_LINKED = 0.75
_LONGEST = 40  # words of a line that only links elsewhere
_STANDFIRST = (8, 90)


def prune(tree: Any) -> None:
    """Take out of an lxml tree what is no part of the report. The text behind an element stays."""
    for element in [e for e in tree.iter("span", "div", "aside") if popup_classes() & set((e.get("class") or "").lower().split())]:
        if next(element.iterancestors("p"), None) is not None:
            element.drop_tree()
    _cards(tree)
    for block in list(tree.iter(*_BLOCKS)):
        if block.getparent() is not None and links_elsewhere(block):
            block.drop_tree()


def links_elsewhere(block: Any) -> bool:
    """Whether a block is a line that only links to something else: nearly all of it is the words of links, and it is no sentence."""
    links = [a for a in block.iter("a") if a.get("href") and not a.get("href", "").startswith("#")]
    if not links:
        return False
    words = _words(block)
    linked = sum(len(_words(a)) for a in links)
    count = words.count(" ") + 1
    return bool(words) and 3 <= count <= _LONGEST and linked >= _LINKED * len(words) and _ENDS.search(words) is None


def _cards(tree: Any) -> None:
    """Links that hold a headline or a paragraph, as cards of other reports do; not where they hold most of what the page says."""
    cards = [a for a in tree.iter("a") if a.get("href") and next(a.iter("h1", "h2", "h3", "h4", "p"), None) is not None]
    cards = [a for a in cards if _words(a) and (a.getparent() is None or a.getparent().tag not in ("h1", "header"))]
    said = sum(len(_words(p)) for p in tree.iter("p"))
    if len(cards) >= 2 and 2 * sum(len(_words(a)) for a in cards) < said:
        for card in cards:
            if card.getparent() is not None:
                card.drop_tree()


def standfirst(tree: Any, descriptions: list[str], body: str) -> str | None:
    """A paragraph above the text that the page's own description repeats and the main text lacks; None where there is none."""
    known = _key(body)
    for description in descriptions:
        key = _key(description)
        if not _STANDFIRST[0] <= key.count(" ") + 1 <= _STANDFIRST[1] or key in known:
            continue
        for element in tree.iter("p", "h2", "h3", "div", "span"):
            if len(element) > 6:
                continue
            words = _words(element)
            if len(words) <= 2 * len(description) and _key(words) == key:
                return words
    return None


def _words(element: Any) -> str:
    return " ".join((element.text_content() or "").split())


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
