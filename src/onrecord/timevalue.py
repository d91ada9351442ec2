"""TIMEX3 values: making them from calendar parts, shifting them by units, and the ISO dates that bound them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model.time import TimexType
from onrecord.numbers import value as number_value

_VAGUE = ("several", "few", "many", "couple", "dozen")


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value with its type, granularity and what it was counted from."""

    type: TimexType
    text: str
    granularity: str
    anchor: str


def of_day(year: int, month: int, day: int | None) -> Value | None:
    """A calendar day or month; None where there is no such day."""
    if not 1 <= month <= 12:
        return None
    if day is None:
        return Value("DATE", f"{year:04d}-{month:02d}", "month", "none")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Value("DATE", f"{year:04d}-{month:02d}-{day:02d}", "day", "none")


def parse_number(words: str) -> float | None:
    """The number of a duration; None where it is vague ("several")."""
    words = words.replace("-", " ")
    if words.startswith("half"):
        return 0.5
    if "couple" in words:
        return 2
    if any(v in words for v in ("several", "few", "many")):
        return None
    try:
        return float(words.replace(",", ""))
    except ValueError:
        found = number_value(words.split())
        return float(found) if found is not None else None


def shifted(base: date | None, by: float, unit: str, anchor: str) -> Value | None:
    """The day, week, month, quarter, year, decade or century that lies `by` units from `base`; open where there is no base."""
    if unit in ("WE",):
        if base is None:
            return Value("DATE", "XXXX-WXX-WE", "week", "none")
        week = (base + timedelta(7 * int(by))).isocalendar()
        return Value("DATE", f"{week.year}-W{week.week:02d}-WE", "week", anchor)
    if unit in ("D", "NI"):
        day = (base + timedelta(int(by))).isoformat() if base is not None else "XXXX-XX-XX"
        return Value("DATE", day, "day", anchor) if unit == "D" else Value("TIME", f"{day}TNI", "hour", anchor)
    if unit in ("W", "2W"):
        if base is None:
            return Value("DATE", "XXXX-WXX", "week", "none")
        week = (base + timedelta(7 * int(by) * (2 if unit == "2W" else 1))).isocalendar()
        return Value("DATE", f"{week.year}-W{week.week:02d}", "week", anchor)
    if base is None:
        return Value("DATE", {"M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX"), {"M": "month", "Q": "quarter"}.get(unit, "year"), "none")
    months = base.year * 12 + base.month - 1
    if unit == "M":
        months += int(by)
        return Value("DATE", f"{months // 12:04d}-{months % 12 + 1:02d}", "month", anchor)
    if unit == "Q":
        quarters = base.year * 4 + (base.month - 1) // 3 + int(by)
        return Value("DATE", f"{quarters // 4:04d}-Q{quarters % 4 + 1}", "quarter", anchor)
    years = {"Y": 1, "10Y": 10, "100Y": 100, "1000Y": 1000}.get(unit)
    if years is None:
        return None
    year = base.year + int(by * years)
    if not 1 <= year <= 9999:
        return None
    if unit == "10Y":
        return Value("DATE", f"{year:04d}"[:3], "decade", anchor)
    if unit == "100Y":
        return Value("DATE", f"{year:04d}"[:2], "century", anchor)
    return Value("DATE", f"{year:04d}", "year", anchor)


_QUARTERS = {
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "SP": (3, 5),
    "SU": (6, 8),
    "FA": (9, 11),
    "WI": (12, 12),
    "H1": (1, 6),
    "H2": (7, 12),
}


def bounds(value: Value) -> tuple[str | None, str | None]:
    """The first and last ISO day that a DATE or TIME value can mean; (None, None) where it is open or no date."""
    if value.type not in ("DATE", "TIME") or "X" in value.text or not value.text[:2].isdigit():
        return None, None
    day = value.text.split("T")[0]
    try:
        if len(day) == 10 and day[4] == "-" and day[5] != "W":
            return day, day
        if "-W" in day:
            year, week = int(day[:4]), int(day[6:8])
            first = date.fromisocalendar(year, week, 6 if day.endswith("WE") else 1)
            return first.isoformat(), date.fromisocalendar(year, week, 7).isoformat()
        if len(day) == 7 and day[5:] in _QUARTERS:
            low, high = _QUARTERS[day[5:]]
            return f"{day[:4]}-{low:02d}-01", f"{day[:4]}-{high:02d}-{calendar.monthrange(int(day[:4]), high)[1]:02d}"
        if len(day) == 7:
            return f"{day}-01", f"{day}-{calendar.monthrange(int(day[:4]), int(day[5:]))[1]:02d}"
        if len(day) <= 4 and day.isdigit():
            return f"{day.ljust(4, '0')}-01-01", f"{day.ljust(4, '9')}-12-31"
    except ValueError:
        return None, None
    return None, None
