"""Web pages: main text by trafilatura, what the page states of itself from its metadata, spans where the text says it too."""

from __future__ import annotations

import copy
import json
import logging
import re
from dataclasses import asdict, dataclass, replace
from typing import Any

from trafilatura import bare_extraction

from onrecord.errors import InputError
from onrecord.model.common import Published, Stated
from onrecord.model.ids import digest_bytes
from onrecord.model.report import Received
from onrecord.model.span import Span
from onrecord.readers._build import build
from onrecord.readers.dates import Dated
from onrecord.readers.decoding import Note, check_length, decode
from onrecord.readers.fields import FICTIONAL, Fields, read_fields
from onrecord.readers.guarded import TooMuch, guarded
from onrecord.readers.lines import lines_of
from onrecord.readers.markup import DEEPEST, Page, hostile, parse, tangled, whole_text
from onrecord.readers.metadata import PageFacts, page_facts
from onrecord.readers.pruning import prune, standfirst

READER = "html/2"
_DESCRIBES = re.compile(r"(?:og:|twitter:)?description", re.IGNORECASE)
# Its messages about pages go to the record as issues, not to the user's terminal.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def _with_lead(title: str | None, lead: str | None, text: str) -> str:
    """The text with its standfirst, below a headline that opens it."""
    if lead is None:
        return text
    first, _, rest = text.partition("\n")
    return f"{first}\n{lead}\n{rest}" if title and _key(first) == _key(title) else f"{lead}\n{text}"


def _main_text(page: Page, url: str | None, title: str | None) -> tuple[str, Note | None]:
    """The page's main text, one paragraph a line, and a note where it had to be taken from the whole page."""
    if page.cut:
        text = whole_text(page.markup)
        message = f"the page is nested deeper than {DEEPEST:,} levels, or broken, and could not be taken apart; all of its text was taken"
        return text, Note("main_text_unsure", "warning", message) if text else None
    descriptions = [words for meta in page.tree.iter("meta") if _DESCRIBES.fullmatch(meta.get("name") or meta.get("property") or "") and (words := " ".join((meta.get("content") or "").split()))]
    opening = page.tree if not descriptions else copy.deepcopy(page.tree)
    prune(page.tree)
    try:
        document = bare_extraction(page.tree, url=url, include_comments=False, include_tables=True, with_metadata=False)
    except Exception as error:  # trafilatura raises whatever lxml and its own code meet in a broken page
        document, failure = None, type(error).__name__
    else:
        failure = "no main text found"
    text = (getattr(document, "text", None) or "").strip()
    if text:
        lead = standfirst(opening, descriptions[:4], text)
        return _with_lead(title, lead, text), None
    return _all_text(page, failure)


def _all_text(page: Page, failure: str) -> tuple[str, Note | None]:
    """The paragraphs of the page where they hold most of its text, else all of it."""
    for element in page.tree.xpath("//script | //style | //noscript | //template"):
        element.drop_tree()
    blocks = [" ".join((block.text_content() or "").split()) for block in page.tree.xpath("//h1 | //p | //li | //blockquote")]
    text, taken = "\n".join(dict.fromkeys(block for block in blocks if block)), "its paragraphs were taken"
    everything = whole_text(page.markup)
    if 2 * len(text) < len(everything):
        text, taken = everything, "all of its text was taken"
    message = f"the page's main text could not be told from the rest ({failure}); {taken}"
    return text, Note("main_text_unsure", "warning", message) if text else None


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a page gives: what it states of itself, its main text, and a note where that had to be taken from the whole page."""

    facts: PageFacts
    body: str
    note: Note | None = None
    fictional: bool = False


def extract(name: str, markup: str, url: str | None) -> Extracted | None:
    """The page in some markup, None where it holds nothing. What may take long is done in a process of its own, and given up there in time.

    Raises InputError where it cannot be parsed as HTML at all.
    """
    markup = markup.replace("\x00", "")
    if not markup.strip():
        return None
    if not hostile(markup):
        page = parse(name, markup)
        if page is None:
            return None
        if page.cut or not tangled(page):
            return _extracted(page, url)
    try:
        said = guarded("page", json.dumps([markup, url]).encode("ascii"))
    except TooMuch as failure:
        body = whole_text(markup)
        message = f"the page {failure.reason}; all of its text was taken"
        return Extracted(PageFacts(url=url), body, Note("main_text_unsure", "warning", message) if body else None, FICTIONAL in body[:2_000])
    except InputError as failure:
        raise InputError(name, failure.reason) from failure
    if not said:
        return None
    dated = said["facts"].pop("published")
    facts = PageFacts(**said["facts"], published=Dated(**dated) if dated else None)
    return Extracted(facts, said["body"], Note(**said["note"]) if said["note"] else None, said["fictional"])


def extracted_json(data: bytes) -> dict[str, Any]:
    """`extract` for the child process: the markup and its address as JSON in, plain values out; empty where the markup holds nothing."""
    markup, url = json.loads(data)
    page = parse("", markup)
    return asdict(_extracted(page, url)) if page is not None else {}


def _extracted(page: Page, url: str | None) -> Extracted:
    facts = page_facts(page.tree, url)
    fictional = _says_fictional(page.tree)
    body, note = _main_text(page, facts.url, facts.title)
    return Extracted(facts, body, note, fictional)


def main_text_of(name: str, markup: str, url: str | None) -> tuple[str, Note | None]:
    """The main text of a page that stands in a table's cell, and a note where it is unsure."""
    page = extract(name, markup, url)
    return (page.body, page.note) if page is not None else ("", None)


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


def opening_span(text: str) -> tuple[Span, ...]:
    """The first line that holds anything."""
    return tuple(Span.of(text, line.start, line.end) for line in lines_of(text, limit=1))


def spans_of(text: str, value: str, limit: int = 3_000) -> tuple[Span, ...]:
    at = text.find(value, 0, limit)
    return (Span.of(text, at, at + len(value)),) if value and at >= 0 else ()


def _merge(text: str, facts: PageFacts, titled: bool, read: Fields, fictional: bool) -> Fields:
    """Metadata first, else what the text itself says."""
    title = read.title
    if titled and facts.title:
        title = Stated(facts.title, "metadata", opening_span(text))
    published = read.published
    if facts.published is not None:
        published = Published(facts.published.value, facts.published.granularity, "text" if facts.visible else "metadata")
    return replace(
        read,
        title=title,
        byline=Stated(facts.byline, "metadata", spans_of(text, facts.byline)) if facts.byline else read.byline,
        publisher=Stated(facts.publisher, "metadata", spans_of(text, facts.publisher)) if facts.publisher else read.publisher,
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
    page = extract(name, decoded.text, url)
    if page is None:
        given = {"url": url, "title": title, "publisher": publisher, "published": published}
        return build(name, "", digest_bytes(data), READER, Fields(), decoded.notes, **given)
    facts = page.facts
    text, titled = compose_text(title or facts.title, page.body)
    check_length(name, text)
    fields = _merge(text, facts, titled, read_fields(text), page.fictional)
    notes = (*decoded.notes, page.note) if page.note else decoded.notes
    return build(
        name, text, digest_bytes(data), READER, fields, notes, url=facts.url, title=title, publisher=publisher, published=published
    )
