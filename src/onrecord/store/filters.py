"""Filters as conditions on the tables."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select

from onrecord._text_key import name_key
from onrecord.store import tables as t
from onrecord.store.base import EventFilter, ReportFilter
from onrecord.store.flat import same_length, storable

Condition = ColumnElement[bool]
_r, _e = t.reports.c, t.events.c
# Digits of a report's id.
_ID = 64


def of_reports(which: ReportFilter) -> list[Condition]:
    """Conditions on `reports`."""
    made: list[Condition] = []
    if which.ids is not None:
        made.append(_ids(which.ids))
    if which.publisher is not None:
        made.append(_publisher(which.publisher))
    if which.name is not None:
        made.append(exists().where(t.found.c.report == _r.seq, t.found.c.name.icontains(storable(which.name), autoescape=True)))
    if which.language is not None:
        made.append(_r.language == storable(which.language))
    if which.coded is not None:
        made.append(_r.coded.is_(None) if which.coded == "no" else _r.coded == storable(which.coded))
    if which.since is not None:
        made.append(_r.published_last >= which.since)
    if which.until is not None:
        made.append(_r.published_first <= which.until)
    return made


def of_events(which: EventFilter, undated: bool = False) -> list[Condition]:
    """Conditions on `events` joined with `reports`. With `undated`, those of events that periods leave out only because a day is unknown."""
    made: list[Condition] = []
    for role, name in (("actor", which.actor), ("recipient", which.recipient)):
        if name is not None:
            made.append(_party(role, name, which.private))
    if which.country is not None:
        made.append(exists().where(t.event_countries.c.event == _e.seq, t.event_countries.c.country == storable(which.country.upper())))
    if which.place is not None:
        made.append(exists().where(t.event_places.c.event == _e.seq, _begins_word(t.event_places.c.names_key, which.place)))
    if which.type is not None:
        kind = storable(which.type.upper())
        made.append(or_(_e.type == kind, _e.deed_type == kind))
    if which.status is not None:
        made.append(_e.status == storable(which.status))
    if which.background is not None:
        made.append(_e.background.is_(which.background))
    if which.publisher is not None:
        made.append(_publisher(which.publisher))
    if which.reports is not None:
        made.append(_ids(which.reports))
    return [*made, *_periods(which, undated)]


def _periods(which: EventFilter, undated: bool) -> list[Condition]:
    """An event may have happened in a period where its latest day is not before it and its earliest not behind it; where only the latest
    is known, for the event rests on the publication date, that day counts."""
    happened: list[Condition] = []
    if which.since is not None:
        happened.append(or_(_e.latest.is_(None), _e.latest >= which.since))
    if which.until is not None:
        happened.append(or_(_e.earliest.is_(None) & _e.latest.is_(None), func.coalesce(_e.earliest, _e.latest) <= which.until))
    told: list[Condition] = []
    if which.published_since is not None:
        told.append(_r.published_last >= which.published_since)
    if which.published_until is not None:
        told.append(_r.published_first <= which.published_until)
    unknown: list[Condition] = []
    if happened:
        no_day = and_(_e.earliest.is_(None), _e.latest.is_(None))
        unknown.append(no_day)
        happened = [or_(no_day, and_(*happened)) if undated else and_(~no_day, *happened)]
    if told:
        unpublished = _r.published_first.is_(None)
        unknown.append(unpublished)
        told = [or_(unpublished, and_(*told))] if undated else told
    return [*happened, *told, *([or_(*unknown) if unknown else false()] if undated else [])]


def _ids(wanted: tuple[str, ...]) -> Condition:
    """Whole ids, and beginnings of them."""
    whole = [storable(one) for one in wanted if len(one) >= _ID]
    return or_(_r.id.in_(whole), *(_r.id.startswith(storable(one), autoescape=True) for one in wanted if 0 < len(one) < _ID))


def _publisher(name: str) -> Condition:
    key = same_length(name_key(name))
    return _r.publisher_key.contains(key, autoescape=True) if key else false()


def _party(role: str, name: str, private: bool) -> Condition:
    c = t.event_parties.c
    wanted = [c.event == _e.seq, c.role == role, _begins_word(c.names_key, name)]
    return exists().where(*wanted, *([] if private else [c.private.is_(False)]))


def _begins_word(column: ColumnElement[str], name: str) -> Condition:
    """Whether one of a row's names has these words, the last one perhaps only begun."""
    key = same_length(name_key(name))
    return column.contains(f" {key}", autoescape=True) if key else false()


def seqs(which: ReportFilter) -> Select[tuple[int]]:
    """Row numbers of the reports that a filter lets through."""
    return select(_r.seq).where(*of_reports(which))
