"""events, second half, times: what the day that a deed's own words give says of its being long past, where the report's own day is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.extract.assembly.settle import Settled
from onrecord.model.layers import TimeLayer

# A deed of more than a year ago is one of long ago, though it is told by its day; what a year that is told says is `phrases.longago`'s.
_A_YEAR = timedelta(days=365)
_DONE = frozenset({"occurred", "failed", "alleged", "denied", "negated"})


def by_own_day(item: Settled, times: TimeLayer, published: date | None) -> Settled:
    """The item as background where every time of its own lies more than a year before the report."""
    own = [times.by_id[t.time] for t in item.times if not t.inferred and t.role in ("at", "end") and t.time in times.by_id]
    if published is None or times.narrative or not own or item.status.assertions[0].status not in _DONE:
        return item
    before = (published - _A_YEAR).isoformat()
    old = all(t.latest is not None and t.latest[:10] < before for t in own)
    return replace(item, status=replace(item.status, background=True)) if old and not item.status.background else item
