"""Parsing the markup of a page: a tree of it, and its whole text where no tree reaches deep enough."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.etree import ErrorTypes, LxmlError
from lxml.html import HTMLParser as TreeParser
from lxml.html import document_fromstring
from trafilatura.utils import repair_faulty_html

from onrecord.errors import InputError
from onrecord.readers._data import inline_tags, unseen_tags

MAX_ELEMENTS = 200_000
DEEPEST = 2_048  # levels that the parser follows; below them it drops what stands there
# Beyond these a page is parsed in a process of its own; the largest page of a sample of 59 news pages has 486,000 characters, 5,850 signs `<`, 3,129 elements
# and 29 levels.
_LONG, _TAGS, _ATTRIBUTES = 3_000_000, 40_000, 1_000
_ELEMENTS, _DEPTH, _DEPTHS = 20_000, 100, 400_000
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{8000,}")
_RAW = frozenset({"script", "style"})
_TOKEN = re.compile(r"""<!--|<!\[CDATA\[|\]\]>|<[!?][^<>]*+>|<(?P<close>/)?(?P<name>[A-Za-z][^\s<>/]*+)(?:[^<>"']++|"[^"<]*+"|'[^'<]*+'|["'])*+>""")
_ANYTHING = re.compile(r"(?P<close>(?!))?(?P<name>(?!))?.*", re.DOTALL)


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


def hostile(markup: str) -> bool:
    """Whether parsing this markup may take long by its mere shape; linear in its length. No page of news comes near."""
    if len(markup) > _LONG or markup.count("<") > _TAGS or markup.count("<!--") > markup.count("-->") + 100:
        return True
    return any(tag.group().count("=") > _ATTRIBUTES for tag in _LONG_TAG.finditer(markup))


def tangled(page: Page) -> bool:
    """Whether a parsed page is so large or so deep that what is looked for in it may take long: work grows with the elements times their depth."""
    elements = depths = 0
    stack = [(page.tree, 1)]
    while stack:
        element, depth = stack.pop()
        elements += 1
        depths += depth
        if depth > _DEPTH or elements > _ELEMENTS or depths > _DEPTHS:
            return True
        stack.extend((child, depth + 1) for child in element)
    return False


def whole_text(markup: str) -> str:
    """All text of a page that a browser would show, one block a line, at whatever depth. Linear in the markup's length, whatever its shape."""
    pieces: list[str] = []
    unseen, depth = None, 0
    at = 0
    for match in _token(markup):
        if unseen is None:
            pieces.append(re.sub(r"\s+", " ", html.unescape(markup[at : match.start()])))
        at = match.end()
        name = match["name"]
        if name is None:
            continue
        tag = name.lower()
        if unseen is None and tag in unseen_tags() and not match["close"]:
            unseen, depth = tag, 0
        if tag == unseen:
            depth += -1 if match["close"] else 1
            if depth <= 0:
                unseen = None
        elif tag == "body" and not match["close"]:
            unseen = None  # a head that was never closed
        if tag not in inline_tags():
            pieces.append("\n")
    if unseen is None:
        pieces.append(re.sub(r"\s+", " ", html.unescape(markup[at:])))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _token(markup: str) -> Iterator[re.Match[str]]:
    """Tags, comments and declarations in order; the content of scripts and style sheets goes with the tag that opens them."""
    # A comment that is never closed hides nothing, and is not searched to the end again and again.
    comments, sections = markup.rfind("-->"), markup.rfind("]]>")
    last: dict[str, int] = {}
    at = 0
    while (match := _TOKEN.search(markup, at)) is not None:
        at = match.end()
        opening = match.group()
        if opening == "<!--":
            if match.start() < comments:
                at = markup.index("-->", match.end()) + 3
                yield _upto(markup, match.start(), at)
            continue
        if opening == "<![CDATA[":
            if match.start() < sections:
                at = match.end()
                yield match
            continue
        yield match
        tag = (match["name"] or "").lower()
        if tag in _RAW and not match["close"]:
            if tag not in last:
                last[tag] = max((m.start() for m in re.finditer(rf"</{tag}", markup, re.IGNORECASE)), default=-1)
            if at <= last[tag]:
                end = re.compile(rf"</{tag}", re.IGNORECASE).search(markup, at)
                at = end.start() if end else at


def _upto(markup: str, start: int, end: int) -> re.Match[str]:
    match = _ANYTHING.match(markup, start, end)
    assert match is not None
    return match
