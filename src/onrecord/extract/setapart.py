"""events, second half, grouping: what keeps two deeds of one kind apart, whatever parties they share: a span of years, the year of an occasion, "another" victim."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.extract.settle import Settled
from onrecord.model.parse import Parse
from onrecord.model.time import Time

_LONG = re.compile(r"P(?:\d+|X)[YM]$|P(?:\d+|X)(?:DE|CE)$")
_YEARS = re.compile(r"P(?:\d+|X)(?:Y|DE|CE)$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
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
    return another_victim(parse, later) or year_of_another(parse, times, item, other) or year_of_another(parse, times, other, item)


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


def year_of_another(parse: Parse, times: Mapping[str, Time], item: Settled, other: Settled) -> bool:
    """ "met on Monday ... the 1987 conference": an occasion that bears its year is not the one that another day is told of."""
    head = item.candidate.head
    year = next((c.text for c in parse.children(head) if c.i < head and c.dep in _MODIFYING and _YEAR.match(c.text)), None)
    if year is None or not item.candidate.nominal:
        return False
    theirs = [times[t.time].value for t in other.times if not t.inferred and t.time in times]
    return bool(theirs) and not any(v.startswith(year) for v in theirs) and other.candidate.head != head
