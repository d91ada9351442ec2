"""Flat rows: one event a row, for pandas and spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from onrecord.export.privacy import Mask, mask_for
from onrecord.lexicon.tables import read_rows, resource
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import words_of

Row = dict[str, str | int | float | bool | None]
COLUMNS = tuple(row["column"] for row in read_rows(resource("export", "columns.tsv"), ("column", "meaning")))
# A cell that opens with one of these is taken for a formula by spreadsheets.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def rows(record: Record, names: bool = True, mask: Mask | None = None) -> list[Row]:
    """One row an event, columns as in `COLUMNS`; lists are joined by "; ". `names` False pseudonymises private persons, with `mask` where the record's own is not meant."""
    mask = mask_for(record, names) if mask is None else mask
    made = [_row(record, event) for event in record.events]
    return [{key: mask.text(value) if isinstance(value, str) else value for key, value in row.items()} for row in made]


def _row(record: Record, event: Event) -> Row:
    entities = {e.id: e for e in record.entities}
    nodes = {a.id: a for a in record.attributions}
    actors = [entities[p.entity] for p in event.actors]
    recipients = [entities[p.entity] for p in event.recipients]
    place = next((p for e in event.places for p in record.places if p.id == e.place), None)
    times = [t for e in event.times for t in record.times if t.id == e.time]
    published = any(t.basis == "publication" for t in event.times)
    sources = [nodes[a.attribution] for a in event.assertions if a.attribution in nodes]
    spoken = [words_of(n.source.spans) if n.source and n.source.spans else "unnamed" for n in sources]
    mention = event.mentions[0]
    report = record.report
    values: dict[str, str | int | float | bool | None] = {
        "report": report.id, "publisher": report.publisher.value if report.publisher else None, "published": report.published.value if report.published else None,
        "title": " ".join(report.title.value.split()) if report.title else None, "fictional": report.fictional, "event": event.id, "type": event.type,
        "deed_type": event.deed_type, "modes": _joined(event.modes), "contexts": _joined(event.contexts), "status": event.status,
        "background": event.background, "count_min": event.count.min if event.count else None, "count_max": event.count.max if event.count else None,
        "may_repeat": event.may_repeat,
        "actors": _joined(e.name for e in actors), "actor_countries": _joined(c for e in actors for c in e.countries),
        "actor_sectors": _joined(s for e in actors for s in e.sectors), "recipients": _joined(e.name for e in recipients),
        "recipient_countries": _joined(c for e in recipients for c in e.countries), "recipient_sectors": _joined(s for e in recipients for s in e.sectors),
        "objects": _joined(o.text for o in event.objects), "place": place.name if place else None,
        "place_country": _joined(place.countries) if place else None, "lat": place.lat if place else None, "lon": place.lon if place else None,
        "earliest": times[0].earliest if times and not published else None, "latest": times[0].latest if times else None,
        "time_inferred": event.times[0].inferred if event.times else None,
        "time_words": _joined(words_of(t.spans) for t in times if not published), "sources": _joined([*(["the outlet"] if any(a.attribution is None for a in event.assertions) else []), *spoken]),
        "source_kinds": _joined(n.source.kind if n.source else "unnamed" for n in sources), "trigger": words_of(mention.trigger),
        "sentence": " ".join(mention.sentence.words.split()) if mention.sentence else None, "confidence": event.confidence,
        "place_licence": _joined(record.coder.licences) if place and place.of_geonames else None, "actor_lists": _joined(one.name for one in record.coder.actor_lists),
    }  # fmt: skip
    return {column: values[column] for column in COLUMNS}


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(v for v in values if v)) or None


def safe_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: such text gets an apostrophe in front; numbers stay numbers. A control character becomes U+FFFD."""
    if isinstance(value, str):
        value = _CONTROL.sub("\ufffd", value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value


def csv_text(made: Iterable[Row], header: bool = True) -> str:
    """CSV with a header line, spreadsheet-safe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(COLUMNS)
    for row in made:
        writer.writerow([safe_cell(row[c]) for c in COLUMNS])
    return out.getvalue()
