"""events, second half, times: what the day that a deed's own words give says of its being long past, where the report's own day is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.extract.assembly.settle import Settled
from onrecord.model.layers import TimeLayer

# A deed of the last months is none of long ago, though its year is told ("in January 2026", in March); one of more than a year ago is, though it is told by its day.
_A_YEAR = timedelta(days=365)
_HALF_A_YEAR = timedelta(days=183)
_TOLD_EXACTLY = frozenset({"day", "hour", "minute", "month"})
_DONE = frozenset({"occurred", "failed", "alleged", "denied", "negated"})


def by_own_day(item: Settled, times: TimeLayer, published: date | None) -> Settled:
    """The item as background where every time of its own lies more than a year before the report, and not as background where the day or the month that its words give
    lies within the last half a year."""
    own = [times.by_id[t.time] for t in item.times if not t.inferred and t.role in ("at", "end") and t.time in times.by_id]
    if published is None or times.narrative or not own or item.status.assertions[0].status not in _DONE:
        return item
    before, lately = (published - _A_YEAR).isoformat(), (published - _HALF_A_YEAR).isoformat()
    if all(t.latest is not None and t.latest[:10] < before for t in own):
        return item if item.status.background else replace(item, status=replace(item.status, background=True))
    fresh = all(t.granularity in _TOLD_EXACTLY and t.earliest is not None and lately <= t.earliest[:10] <= published.isoformat() for t in own)
    return replace(item, status=replace(item.status, background=False)) if fresh and item.status.background else item
