"""Web pages: main text by trafilatura, what the page states of itself from its metadata, spans where the text says it too."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import Any

from trafilatura import bare_extraction
from trafilatura.utils import load_html

from onrecord.errors import InputError
from onrecord.model.common import Published, Stated
from onrecord.model.ids import digest_bytes
from onrecord.model.report import Received
from onrecord.model.span import Span
from onrecord.readers._build import build
from onrecord.readers.decoding import Note, check_length, decode
from onrecord.readers.fields import FICTIONAL, Fields, read_fields
from onrecord.readers.lines import lines_of
from onrecord.readers.metadata import PageFacts, page_facts

READER = "html/1"
_MAX_ELEMENTS = 200_000
# Its messages about pages go to the record as issues, not to the user's terminal.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def _tree(name: str, markup: str) -> Any:
    try:
        tree = load_html(markup)
    except (ValueError, TypeError, RecursionError, AssertionError) as error:
        raise InputError(name, f"is no HTML that can be parsed: {type(error).__name__}") from error
    if tree is not None and sum(1 for _ in zip(tree.iter(), range(_MAX_ELEMENTS + 1), strict=False)) > _MAX_ELEMENTS:
        raise InputError(name, f"holds more than {_MAX_ELEMENTS:,} HTML elements; no news page does")
    return tree


def _main_text(tree: Any, url: str | None) -> tuple[str, Note | None]:
    """The page's main text, one paragraph a line, and a note where it had to be taken from the whole page."""
    try:
        document = bare_extraction(tree, url=url, include_comments=False, include_tables=True, with_metadata=False)
    except Exception as error:  # trafilatura raises whatever lxml and its own code meet in a broken page
        document, failure = None, type(error).__name__
    else:
        failure = "no main text found"
    text = (getattr(document, "text", None) or "").strip()
    if text:
        return text, None
    for element in tree.xpath("//script | //style | //noscript | //template"):
        element.drop_tree()
    blocks = [" ".join((block.text_content() or "").split()) for block in tree.xpath("//h1 | //p | //li | //blockquote")]
    text = "\n".join(dict.fromkeys(block for block in blocks if block)) or " ".join((tree.text_content() or "").split())
    message = f"the page's main text could not be told from the rest ({failure}); all paragraphs were taken"
    return text, Note("main_text_unsure", "warning", message)


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def compose_text(title: str | None, body: str) -> tuple[str, bool]:
    """Title, blank line, main text, and whether the title stands first; a title that already opens the body is not added again."""
    if not title:
        return body, False
    if not body:
        return title, True
    first = next((line for line in body.split("\n") if line.strip()), "")
    if _key(first) == _key(title):
        return body, True
    return f"{title}\n\n{body}", True


def _located(text: str, value: str, limit: int = 3_000) -> tuple[Span, ...]:
    at = text.find(value, 0, limit)
    return (Span.of(text, at, at + len(value)),) if value and at >= 0 else ()


def _merge(text: str, facts: PageFacts, titled: bool, read: Fields, fictional: bool) -> Fields:
    """Metadata first, else what the text itself says."""
    title = read.title
    if titled and facts.title:
        opening = lines_of(text, limit=1)[0]
        title = Stated(facts.title, "metadata", (Span.of(text, opening.start, opening.end),))
    published = read.published
    if facts.published is not None:
        published = Published(facts.published.value, facts.published.granularity, "text" if facts.visible else "metadata")
    return replace(
        read,
        title=title,
        byline=Stated(facts.byline, "metadata", _located(text, facts.byline)) if facts.byline else read.byline,
        publisher=Stated(facts.publisher, "metadata", _located(text, facts.publisher)) if facts.publisher else read.publisher,
        published=published,
        fictional=read.fictional or fictional,
    )


def _says_fictional(tree: Any) -> bool:
    return bool(tree.xpath("boolean(//body//*[starts-with(normalize-space(text()), $mark)])", mark=FICTIONAL))


def receive_html(
    name: str,
    data: bytes,
    *,
    content_type: str | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    max_bytes: int,
) -> Received:
    """A report from the bytes of a web page. Its url is the given one, else the page's canonical address.

    Raises InputError where the bytes are no text, too many, or cannot be parsed as HTML at all.
    """
    decoded = decode(name, data, content_type=content_type, markup=True, max_bytes=max_bytes)
    markup = decoded.text.replace("\x00", "")
    tree = _tree(name, markup) if markup.strip() else None
    if tree is None:
        given = {"url": url, "title": title, "publisher": publisher, "published": published}
        return build(name, "", digest_bytes(data), READER, Fields(), decoded.notes, **given)
    facts = page_facts(tree, url)
    fictional = _says_fictional(tree)
    body, note = _main_text(tree, facts.url)
    text, titled = compose_text(title or facts.title, body)
    check_length(name, text)
    fields = _merge(text, facts, titled, read_fields(text), fictional)
    notes = (*decoded.notes, note) if note else decoded.notes
    return build(
        name, text, digest_bytes(data), READER, fields, notes, url=facts.url, title=title, publisher=publisher, published=published
    )
