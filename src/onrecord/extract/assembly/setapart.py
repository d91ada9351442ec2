"""events, second half, grouping: what keeps two deeds of one kind apart, whatever parties they share: their days, their towns, a span of years, the year of an occasion, "another" victim."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.extract.assembly.settle import Settled
from onrecord.gazetteer import km_between
from onrecord.model.parse import Parse
from onrecord.model.place import Place
from onrecord.model.time import Time

_LONG = re.compile(r"P(?:\d+|X)[YM]$|P(?:\d+|X)(?:DE|CE)$")
_YEARS = re.compile(r"P(?:\d+|X)(?:Y|DE|CE)$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
# Kilometres within which two names of places can be one scene, and the precisions that are narrow enough to tell.
_ONE_TOWN = 60.0
_TOWNS = frozenset({"city", "point"})
_MODIFYING = frozenset({"nummod", "compound", "amod", "nmod", "npadvmod"})


def set_apart(parse: Parse, times: Mapping[str, Time], item: Settled, other: Settled) -> bool:
    """Whether the words of one of the two say that it is not the other."""
    if item.title or other.title:
        return False
    if spans_months(times, item) != spans_months(times, other) and _own_times(item) and _own_times(other):
        return True
    if _years_of_one(times, item, other) or _years_of_one(times, other, item):
        return True
    later = max((item, other), key=lambda s: s.candidate.head)
    return another_victim(parse, later) or _days_later(parse, item, other) or year_of_another(parse, times, item, other) or year_of_another(parse, times, other, item)


def _own_times(item: Settled) -> bool:
    return any(not t.inferred for t in item.times)


def spans_months(times: Mapping[str, Time], item: Settled) -> bool:
    """ "seized in just four months", "the violence of the last ten years": many deeds taken together, none of which lasted so long."""
    return any(not t.inferred and t.time in times and _LONG.match(times[t.time].value) for t in item.times)


def _years_of_one(times: Mapping[str, Time], item: Settled, other: Settled) -> bool:
    """ "the violence of the last ten years", "they blew up the post": no single deed lasted so long."""
    years = any(not t.inferred and t.time in times and _YEARS.match(times[t.time].value) for t in item.times)
    return years and item.candidate.nominal and not other.candidate.nominal and not spans_months(times, other)


def another_victim(parse: Parse, item: Settled) -> bool:
    """ "another guard was killed": none of those told of before."""
    heads = (a.head for a in item.candidate.recipients)
    return any(c.lower == "another" and c.dep == "det" for h in heads for c in parse.children(h))


def _days_later(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "killed two priests in Kaduna. A day later gunmen killed two priests in Benue": the same was done again."""
    a, b = sorted((item.candidate.head, other.candidate.head))
    if item.candidate.nominal or other.candidate.nominal or parse[a].lemma != parse[b].lemma or parse[a].sent == parse[b].sent:
        return False
    ahead = parse.tokens[parse.sentences[parse[b].sent].first : b]
    return any(t.lower == "later" and t.i and parse[t.i - 1].lemma in ("day", "week", "month", "year") for t in ahead)


def year_of_another(parse: Parse, times: Mapping[str, Time], item: Settled, other: Settled) -> bool:
    """ "met on Monday ... the 1987 conference": an occasion that bears its year is not the one that another day is told of."""
    head = item.candidate.head
    year = next((c.text for c in parse.children(head) if c.i < head and c.dep in _MODIFYING and _YEAR.match(c.text)), None)
    if year is None or not item.candidate.nominal:
        return False
    theirs = [times[t.time].value for t in other.times if not t.inferred and t.time in times]
    return bool(theirs) and not any(v.startswith(year) for v in theirs) and other.candidate.head != head


def apart_in_time(times: Mapping[str, Time], item: Settled, other: Settled) -> bool:
    """Whether the times that their own words give cannot be one: other days, another year."""
    mine, theirs = _days(times, item), _days(times, other)
    if mine and theirs:
        return mine.isdisjoint(theirs)
    ours, others = _periods(times, item), _periods(times, other)
    return bool(ours and others) and all(b < c or d < a for a, b in ours for c, d in others)


def apart_in_place(places: Mapping[str, Place], item: Settled, other: Settled) -> bool:
    """Whether their own words put them in two towns."""
    pairs = [(a, b) for a in _towns(places, item) for b in _towns(places, other)]
    if pairs and any(km_between(*a, *b) > _ONE_TOWN for a, b in pairs) and (mine := _struck(item)) and (theirs := _struck(other)):
        return mine.isdisjoint(theirs)  # "shelled Goma", "attacked Bukavu and Sake", which is near it
    return bool(pairs) and all(km_between(*a, *b) > _ONE_TOWN for a, b in pairs)


def other_count(item: Settled, other: Settled) -> bool:
    """ "counted nine beatings": a number of deeds just brought in is not the deed that was told before."""
    if item.count is None or item.definite or item.title or other.title or other.definite:
        return False
    return other.count is None or (other.count.min, other.count.max) != (item.count.min, item.count.max)


def apart_in_land(places: Mapping[str, Place], item: Settled, other: Settled) -> bool:
    """Whether their own words put them in two states: "crossing into X", "has sent officers to Y"."""
    mine, theirs = ({c for q in s.places if not q.inferred and q.place in places for c in places[q.place].countries} for s in (item, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _days(times: Mapping[str, Time], item: Settled) -> set[str]:
    """The days, as ISO dates, that the item's own words put it on."""
    found = {times[t.time].value[:10] for t in item.times if not t.inferred and t.time in times and times[t.time].granularity in ("day", "hour", "minute")}
    return {d for d in found if len(d) == 10 and "X" not in d}


def _periods(times: Mapping[str, Time], item: Settled) -> list[tuple[str, str]]:
    """First and last day of the times that the item's own words put it at."""
    found = [times[t.time] for t in item.times if not t.inferred and t.role == "at" and t.time in times]
    return [(t.earliest, t.latest) for t in found if t.earliest and t.latest]


def _towns(places: Mapping[str, Place], item: Settled) -> list[tuple[float, float]]:
    """Where the towns lie, as latitude and longitude in degrees, that the item's own words put it in."""
    found = [places[p.place] for p in item.places if not p.inferred and p.role in ("location", "target") and p.place in places]
    return [(p.lat, p.lon) for p in found if p.lat is not None and p.lon is not None and p.precision in _TOWNS and p.relation is None]


def _struck(item: Settled) -> set[str]:
    """The places that its own words say were struck or taken."""
    return {p.place for p in item.places if not p.inferred and p.role == "target"}
