"""A row of a table or a feed's entry as a report: text of its columns, and what the others say of it."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from onrecord.errors import InputError
from onrecord.model.common import Published, Stated
from onrecord.model.ids import digest_bytes
from onrecord.model.report import Received
from onrecord.readers._build import build
from onrecord.readers._data import missing_cells
from onrecord.readers._types import Mapping
from onrecord.readers.columns import Row, cell
from onrecord.readers.dates import Dated, has_ambiguous_numeric, parse_any
from onrecord.readers.decoding import Note, check_length, looks_like_markup
from onrecord.readers.fields import Fields, read_fields
from onrecord.readers.html import compose_text, main_text_of, opening_span, spans_of
from onrecord.readers.markup import whole_text

READER = "row/1"
_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|ul|ol|li|span|a|b|i|em|strong|article|section|table|tr|td|blockquote|img|figure|html|body)\b[^<>]{0,2000}>", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|div|br|h[1-6]|ul|ol|li|blockquote)\b[^<>]{0,500}?&gt;", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
_PYTHON_LIST = re.compile(r"""\[\s*+(?:(?:'[^']*+'|"[^"]*+")\s*+,?+\s*+)*+\]""")
_MIDNIGHT = re.compile(r"T00:00(?:Z|\+00:00)?$")


def receive_row(
    name: str, data: bytes, mapping: Mapping, *, content_type: str | None = None, url: str | None = None, title: str | None = None, publisher: str | None = None, published: str | None = None
) -> Received:
    """A report from a row as canonical JSON. Given values win over the row's, and the row's over what its text says.

    `content_type` says what the text column holds where the container tells; else markup in it is recognised. Raises InputError where the data are no row.
    """
    try:
        row = json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"is no row: {error}") from error
    if not isinstance(row, dict):
        raise InputError(name, "is no row: no JSON object")
    values = {field: cell(row, column) for field, column in mapping}
    notes: list[Note] = []
    own = _line(values.get("title"))
    link = _address(values.get("url"))
    stated = _line(values.get("url"))
    if stated and not link:
        notes.append(Note("unread_url", "info", f"the address {stated[:60]!r} is none and was not used"))
    body = _body(name, values.get("text"), content_type, link, notes)
    if not body:
        body = _body(name, values.get("description"), None, link, notes)
        what = "only a summary was given; the text is not here" if body else "only a title was given; the text is not here"
        if body or own:
            notes.append(Note("summary_only" if body else "title_only", "warning", f"{name}: {what}"))
    text, titled = compose_text(title or own, body)
    check_length(name, text)
    fields = read_fields(text)
    house, byline = _line(values.get("publisher")), _names(values.get("author"))
    fields = replace(
        fields,
        title=Stated(own, "metadata", opening_span(text) if titled and not title else ()) if own else fields.title,
        byline=Stated(byline, "metadata", spans_of(text, byline)) if byline else fields.byline,
        publisher=Stated(house, "metadata", spans_of(text, house)) if house else fields.publisher,
    )
    fields = _dated(fields, values.get("published"), published is not None, notes)
    if dict(mapping).get("published") == "updated" and fields.published is not None and published is None:
        notes.append(Note("date_of_update", "info", "no date of publication is stated; the date of the last change was taken for it"))
    return build(name, text, digest_bytes(data), READER, fields, notes, url=url or link, title=title, publisher=publisher, published=published)


def _dated(fields: Fields, value: Any, given: bool, notes: list[Note]) -> Fields:
    """The row's own date, where it is one; a date that cannot be read, or in two ways, is said and not used."""
    said = _line(value)
    if said is None:
        return fields
    dated = _date(said)
    if dated is not None:
        return replace(fields, published=Published(dated.value, dated.granularity, "metadata"), ambiguous_date=None)
    if not given:
        if has_ambiguous_numeric(said):
            notes.append(Note("ambiguous_date", "info", f"the date {said[:60]!r} can be read two ways and was not used"))
        else:
            notes.append(Note("unread_date", "info", f"the date {said[:60]!r} could not be read and was not used"))
    return fields


def _date(said: str) -> Dated | None:
    """A date as tables write it: also seconds or milliseconds since 1970. A clock that stands at midnight is a day whose time is not known."""
    if re.fullmatch(r"\d{10}(?:\d{3})?(?:\.\d+)?", said):
        stamp = float(said) / (1000 if len(said.split(".")[0]) == 13 else 1)
        said = datetime.fromtimestamp(stamp, UTC).strftime("%Y-%m-%dT%H:%MZ")
    found = parse_any(said)
    if found is not None and found.granularity == "minute" and _MIDNIGHT.search(found.value):
        return replace(found, value=found.value[:10], granularity="day")
    return found


def _known(value: Any) -> str | None:
    """A cell's text, None where it says that nothing is known."""
    if value is None or isinstance(value, (dict, bool)):
        return None
    said = value if isinstance(value, str) else "\n".join(part for part in value if isinstance(part, str)) if isinstance(value, list) else str(value)
    return None if not said.strip() or said.strip().lower() in missing_cells() else said


def _line(value: Any) -> str | None:
    """A short cell as one line, without markup."""
    said = _known(value)
    if said is None or len(said) > 2_000:
        return None
    if _TAG.search(said):
        said = whole_text(said)
    elif _ENTITY.search(said):
        said = html.unescape(said)
    return " ".join(said.split()) or None


def _address(value: Any) -> str | None:
    said = _known(value)
    said = said.strip() if said else None
    return said if said and len(said) <= 4_000 and re.fullmatch(r"(?:https?|ftp|file|urn|tag):\S+|www\.\S+", said, re.IGNORECASE) else None


def _body(name: str, value: Any, content_type: str | None, url: str | None, notes: list[Note]) -> str:
    """The text of a cell; a whole page in it is read as pages are, a piece of markup as a browser shows it."""
    said = _known(value)
    if said is None:
        return ""
    head = said[:4_096].encode("utf-8", "replace")
    if looks_like_markup(head):
        text, note = main_text_of(name, said, url)
        if note is not None:
            notes.append(note)
        return text
    marked = content_type in ("text/html", "application/xhtml+xml")
    if not _TAG.search(said) and _ESCAPED_TAG.search(said):
        said = html.unescape(said)
    if marked or _is_markup(said):
        return whole_text(said)
    return said.strip("\n")


def _is_markup(said: str) -> bool:
    """Whether tags stand in it as tags: two of them, or one that a text would not name ("<br>")."""
    tags = [match.group() for match, _ in zip(_TAG.finditer(said), range(2), strict=False)]
    return len(tags) > 1 or any(tag.lower().startswith(("<br", "<p", "</p", "<img")) for tag in tags)


def _names(value: Any) -> str | None:
    """Authors as a byline: a list of names or of objects with a name, names joined by `;` or `|`, or a list written out as Python writes it."""
    if isinstance(value, dict):
        value = [value]
    if isinstance(value, str) and _PYTHON_LIST.fullmatch(value.strip()[:4_000]):
        value = [a or b for a, b in re.findall(r"""'([^']*)'|"([^"]*)\"""", value)]
    elif isinstance(value, str):
        value = re.split(r"\s*[;|\n]\s*", value)
    if not isinstance(value, list):
        return None
    names: list[str] = []
    for part in value[:40]:
        name = _line(part.get("name") if isinstance(part, dict) else part)
        name = re.sub(r"^(?:by|written by)\s+", "", name, flags=re.IGNORECASE) if name else None
        if name and name not in names and not re.match(r"https?://", name):
            names.append(name)
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or None


__all__ = ["READER", "Row", "receive_row"]
