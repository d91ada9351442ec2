"""Time expressions, TIMEX3-valued."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.model.common import Derivations
from onrecord.model.span import Spans

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `value` is a TIMEX3 value; `begin`, `end` the TIMEX3 ends of an interval; `earliest`, `latest` ISO dates
    that bound what is not known exactly; `granularity` second | minute | hour | day | week | month | quarter | year | decade | century |
    unknown; `anchor` published | narrative | none | given: what the value was counted from. A value that needs a publication date which nobody
    gave stays open: TIMEX3 `XXXX-...` forms, `earliest` and `latest` None."""

    id: str
    spans: Spans
    type: TimexType
    value: str
    begin: str | None = None
    end: str | None = None
    earliest: str | None = None
    latest: str | None = None
    granularity: str = "unknown"
    anchor: str = "none"
    derivation: Derivations = field(default_factory=dict)
    confidence: float = 0.5
    aliases: tuple[str, ...] = ()
