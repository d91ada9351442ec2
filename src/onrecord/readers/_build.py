"""Making a `Received` from decoded text, what it states and what the caller gave. Given values win."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.errors import InputError
from onrecord.model.common import Issue, Published, Severity, Stated
from onrecord.model.ids import make_id, report_id
from onrecord.model.report import Coded, Received, Report
from onrecord.model.span import Span
from onrecord.readers.dates import parse_any
from onrecord.readers.decoding import Note
from onrecord.readers.fields import Fields

_SEVERITIES: dict[str, Severity] = {"info": "info", "warning": "warning", "error": "error"}


def given_date(name: str, published: str | None) -> Published | None:
    """The publication date the caller gave; raises InputError where it is no date."""
    if published is None:
        return None
    found = parse_any(published)
    if found is None:
        raise InputError(name, f"the given publication date {published!r} is not a date; write it as 2024-03-31")
    return Published(found.value, found.granularity, "given")


def given_title(text: str, title: str | None) -> Stated | None:
    """A given title, with its span where the text opens with it."""
    if title is None or not title.strip():
        return None
    value = " ".join(title.split())
    lead = len(text) - len(text.lstrip())
    at = text.find(title.strip(), lead, lead + len(title) + 400)
    spans = (Span.of(text, at, at + len(title.strip())),) if at >= 0 else ()
    return Stated(value, "given", spans)


def build(
    name: str,
    text: str,
    text_id: str,
    reader: str,
    fields: Fields,
    notes: Iterable[Note] = (),
    *,
    url: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
) -> Received:
    """The report and its issues. `publisher` and `published` enter the id only as given."""
    identity = report_id(text_id, url, publisher, published)
    said = list(notes)
    coded: Coded = "yes"
    if not any(character.isalpha() for character in text):
        coded = "empty"
        what = "words to code, only figures and signs" if text.strip() else "text to code"
        said.append(Note("empty_text", "warning", f"{name} holds no {what}"))
    dated = given_date(name, published) or fields.published
    report = Report(
        id=identity,
        text_id=text_id,
        text=text,
        reader=reader,
        url=url,
        coded=coded,
        title=given_title(text, title) or fields.title,
        byline=fields.byline,
        dateline=fields.dateline,
        publisher=Stated(publisher, "given") if publisher else fields.publisher,
        published=dated,
        fictional=fields.fictional,
    )
    issues = [
        Issue(make_id("issue", identity, note.code, n), note.code, _SEVERITIES[note.severity], note.message) for n, note in enumerate(said)
    ]
    if fields.ambiguous_date is not None and dated is None:
        message = f"the date {fields.ambiguous_date.quote!r} can be read two ways and was not used"
        issues.append(Issue(make_id("issue", identity, "ambiguous_date"), "ambiguous_date", "info", message, (fields.ambiguous_date,)))
    return Received(name, report, tuple(issues))
