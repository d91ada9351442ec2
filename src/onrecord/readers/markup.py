"""Parsing the markup of a page: a tree of it, and its whole text where no tree reaches deep enough."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from lxml.etree import ErrorTypes, LxmlError
from lxml.html import HTMLParser as TreeParser
from lxml.html import document_fromstring
from trafilatura.utils import repair_faulty_html

from onrecord.errors import InputError
from onrecord.readers._data import inline_tags, unseen_tags

MAX_ELEMENTS = 200_000
DEEPEST = 2_048  # levels that the parser follows; below them it drops what stands there


@dataclass(frozen=True, slots=True)
class Page:
    """A page's markup and its tree (an lxml element); `cut` where the parser gave up before the markup's end."""

    markup: str
    tree: Any
    cut: bool


def parse(name: str, markup: str) -> Page | None:
    """The page, None where the markup holds nothing. Raises InputError where it cannot be parsed or holds more elements than any news page."""
    parser = TreeParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        mended = repair_faulty_html(markup, markup[:50].lower())
        tree = document_fromstring(mended.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, TypeError, RecursionError, AssertionError) as error:
        if "empty" in str(error).lower():
            return None
        raise InputError(name, f"is no HTML that can be parsed: {type(error).__name__}") from error
    if sum(1 for _ in zip(tree.iter(), range(MAX_ELEMENTS + 1), strict=False)) > MAX_ELEMENTS:
        raise InputError(name, f"holds more than {MAX_ELEMENTS:,} HTML elements; no news page does")
    return Page(mended, tree, any(entry.type == ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log))


def whole_text(markup: str) -> str:
    """All text of a page that a browser would show, one block a line, at whatever depth."""
    reader = _Text()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


class _Text(HTMLParser):
    """Collects text; an element that is no inline one begins and ends a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen: str | None = None
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.unseen is None and tag in unseen_tags():
            self.unseen, self.depth = tag, 0
        self.depth += tag == self.unseen
        if tag == "body":
            self.unseen = None  # a head that was never closed
        self._line(tag)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == self.unseen
        if tag == self.unseen and self.depth <= 0:
            self.unseen = None
        self._line(tag)

    def handle_data(self, data: str) -> None:
        if self.unseen is None:
            self.pieces.append(re.sub(r"\s+", " ", data))

    def _line(self, tag: str) -> None:
        if tag not in inline_tags():
            self.pieces.append("\n")
