"""A record as the flat rows that lists and filters read. Pure: the writer stores these rows and `verify` makes them again."""

from __future__ import annotations

import calendar
import hashlib
import json
import re
import zlib
from dataclasses import dataclass
from typing import Any

from onrecord._text_key import name_key
from onrecord.errors import RecordError
from onrecord.model.actor import Entity
from onrecord.model.attribution import Attribution
from onrecord.model.codec import record_from_json, to_json
from onrecord.model.event import Event, Participant
from onrecord.model.place import Place
from onrecord.model.record import Record
from onrecord.model.report import Report
from onrecord.model.span import words_of
from onrecord.store.base import StoredBytes

Values = dict[str, Any]
_LARGEST = 2**62
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def storable(text: str) -> str:
    """A name or an address as both databases can hold it: a zero byte and a lone surrogate are written out as escapes."""
    return _UNSTORABLE.sub(lambda m: f"\\x{ord(m.group()):02x}" if m.group() == "\x00" else f"\\u{ord(m.group()):04x}", text)


def name_digest(name: str) -> str:
    """The sha256 of a name as it is stored, by which it is found again."""
    return hashlib.sha256(storable(name).encode()).hexdigest()


def same_length(text: str) -> str:
    """A text as both databases can hold it, every offset kept: what they cannot hold becomes U+FFFD. The record itself keeps the true text."""
    return _UNSTORABLE.sub("\ufffd", text)


def told_json(stored: StoredBytes) -> str:
    """What was told beside the bytes, as JSON of ASCII alone."""
    told = {"name": stored.name, "kind": stored.kind, "content_type": stored.content_type, "url": stored.url, "title": stored.title,
            "publisher": stored.publisher, "published": stored.published, "mapping": stored.mapping, "cut": stored.cut}  # fmt: skip
    return json.dumps(told, sort_keys=True, separators=(",", ":"))


def stored_bytes(told: str, data: bytes) -> StoredBytes:
    """The same way back. Raises RecordError where that is no such JSON."""
    try:
        values = json.loads(told)
        mapping = tuple((str(column), str(field)) for column, field in values.pop("mapping"))
        return StoredBytes(data=data, mapping=mapping, **values)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RecordError(f"what was told beside a report cannot be read: {error}") from error


def pack(record: Record) -> bytes:
    """A record's canonical JSON, compressed."""
    return zlib.compress(to_json(record).encode("utf-8", "surrogatepass"), 6)


def unpack_text(data: bytes) -> str:
    """The canonical JSON again. Raises RecordError where the bytes are no such thing."""
    try:
        return zlib.decompress(data).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise RecordError(f"a stored result cannot be read: {error}") from error


def unpack(data: bytes) -> Record:
    """The record again. Raises RecordError where the bytes are no such thing."""
    return record_from_json(unpack_text(data))


def report_values(report: Report, record: Record | None = None) -> Values:
    """The columns of `reports` that say what a reader, and with a record of it the coder, found."""
    published = report.published.value if report.published else None
    first, last = period(published)
    publisher = report.publisher.value if report.publisher else None
    return {
        "url": None if report.url is None else storable(report.url),
        "title": None if report.title is None else same_length(" ".join(report.title.value.split())),
        "publisher": None if publisher is None else same_length(publisher),
        "publisher_key": None if publisher is None else same_length(name_key(publisher)),
        "published": None if published is None else storable(published),
        "published_first": first,
        "published_last": last,
        "reader": storable(report.reader),
        "language": storable(report.language) if record and report.language else None,
        "coded": storable(report.coded) if record else None,
        "fictional": report.fictional,
        "private": record is not None and any(entity.private for entity in record.entities),
        "text": same_length(report.text),
    }


def period(value: str | None) -> tuple[str | None, str | None]:
    """First and last day of an ISO date of any granularity ("2026-02" is the whole month)."""
    found = _DATE.match(value or "")
    if not found:
        return None, None
    year, month, day = found.groups()
    if day:
        return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
    if month and 1 <= int(month) <= 12 and int(year):
        return f"{year}-{month}-01", f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]:02}"
    return f"{year}-01-01", f"{year}-12-31"


@dataclass(frozen=True, slots=True)
class FlatEvent:
    """The rows of one event: that of `events`, and by table those that refer to it."""

    event: Values
    parts: dict[str, list[Values]]


def flat_events(record: Record) -> list[FlatEvent]:
    """The rows of a record's events, in its order."""
    entities = {e.id: e for e in record.entities}
    places = {p.id: p for p in record.places}
    nodes = {a.id: a for a in record.attributions}
    return [_flat(record, event, entities, places, nodes) for event in record.events]


def flat_issues(record: Record) -> list[Values]:
    """The rows of a record's issues, in its order."""
    return [{"code": storable(i.code), "severity": storable(i.severity), "message": storable(i.message)} for i in record.issues]


def _flat(record: Record, event: Event, entities: dict[str, Entity], places: dict[str, Place], nodes: dict[str, Attribution]) -> FlatEvent:
    times = [t for e in event.times for t in record.times if t.id == e.time]
    published = any(t.basis == "publication" for t in event.times)
    row = {
        "id": event.id, "type": storable(event.type), "deed_type": None if event.deed_type is None else storable(event.deed_type), "status": storable(event.status),
        "background": event.background, "earliest": _day(times[0].earliest) if times and not published else None, "latest": _day(times[0].latest) if times else None,
        "count_min": _number(event.count.min if event.count else None), "count_max": _number(event.count.max if event.count else None),
        "may_repeat": event.may_repeat,
        "confidence": round(event.confidence, 6),
    }  # fmt: skip
    parties = [("actor", p, entities[p.entity]) for p in event.actors] + [("recipient", p, entities[p.entity]) for p in event.recipients]
    where = [(p.role, places[p.place]) for p in event.places]
    countries = [(role, c) for role, _, entity in parties for c in entity.countries] + [("place", c) for _, place in where for c in place.countries]
    return FlatEvent(
        row,
        {
            "event_parties": [_party(role, part, entity) for role, part, entity in parties],
            "event_countries": [{"role": role, "country": storable(country)} for role, country in dict.fromkeys(countries)],
            "event_places": [_place(role, place) for role, place in where],
            "assertions": [{"attribution": a.attribution, "source": _source(nodes.get(a.attribution or "")), "source_kind": _kind(nodes.get(a.attribution or "")), "status": storable(a.status)}
                           for a in event.assertions],
        },
    )  # fmt: skip


def _party(role: str, part: Participant, entity: Entity) -> Values:
    written = [words_of(m.spans) for m in entity.mentions if m.kind == "name" and m.spans]
    return {
        "role": role, "entity": entity.id, "name": same_length(entity.name), "names_key": _names_key([entity.name, *written]), "kind": storable(entity.kind),
        "private": entity.private, "inferred": part.inferred,
    }  # fmt: skip


def _place(role: str, place: Place) -> Values:
    names = [place.name, words_of(place.spans), *(name for name in (place.admin1, place.admin2) if name)]
    return {"role": storable(role), "name": same_length(place.name), "names_key": _names_key(names), "precision": storable(place.precision), "lat": place.lat, "lon": place.lon}


def _names_key(names: list[str]) -> str:
    """The keys of names, each between blanks and line ends, so that a part of a name can be looked for from a word's beginning."""
    keys = dict.fromkeys(name_key(name) for name in names)
    return same_length("".join(f"\n {key} " for key in keys if key))


def _source(node: Attribution | None) -> str | None:
    return same_length(words_of(node.source.spans)) if node and node.source and node.source.spans else None


def _kind(node: Attribution | None) -> str | None:
    return storable(node.source.kind) if node and node.source else None


def _day(value: str | None) -> str | None:
    return None if value is None else storable(value[:10])


def _number(value: int | None) -> int | None:
    """A count as a column of 64 bits can hold it; the record has the figure as the text tells it."""
    return None if value is None else max(-_LARGEST, min(_LARGEST, value))
