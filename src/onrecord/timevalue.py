"""TIMEX3 values: making them from calendar parts, shifting them by units, and the ISO dates that bound them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model.report import Report
from onrecord.model.time import TimexType
from onrecord.numbers import value as number_value

_VAGUE = ("several", "few", "many")
_YEARS = {"Y": 1, "10Y": 10, "100Y": 100, "1000Y": 1000}
# TIMEX3 has tokens of its own for the long units: P1DE, P2CE.
_LONG = {"10Y": "DE", "100Y": "CE", "1000Y": "ML"}


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value with its type, granularity and what it was counted from; `within` a DATE value that bounds one that has no date itself."""

    type: TimexType
    text: str
    granularity: str
    anchor: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A calendar year (negative before Christ), month and day, as far as they are known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> Point:
        return cls(day.year, day.month, day.day)

    @property
    def date(self) -> date | None:
        return date(self.year, self.month, self.day) if self.year > 0 and self.month and self.day else None


_POINT = re.compile(r"(BC)?(\d{4})(?:-(\d\d|SP|SU|FA|WI|Q[1-4])(?:-(\d\d))?)?(?:T.*)?$")
_PERIOD_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": None, "Q1": 2, "Q2": 5, "Q3": 8, "Q4": 11}


def point_of(text: str) -> tuple[Point, bool] | None:
    """The point of a calendar value and whether its month is exact (a season's is not); None for open, vague and other values."""
    match = _POINT.match(text)
    if match is None:
        return None
    year = -int(match[2]) if match[1] else int(match[2])
    if match[3] and not match[3].isdigit():
        return Point(year, _PERIOD_MONTHS[match[3]]), False
    return Point(year, int(match[3]) if match[3] else None, int(match[4]) if match[4] else None), True


def year_text(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def of_day(year: int, month: int, day: int | None) -> Value | None:
    """A calendar day or month; None where there is no such day. Years before Christ are negative."""
    if not 1 <= month <= 12:
        return None
    if day is None:
        return Value("DATE", f"{year_text(year)}-{month:02d}", "month", "none")
    if not 1 <= day <= calendar.monthrange(year if year > 0 else 2000, month)[1]:
        return None
    return Value("DATE", f"{year_text(year)}-{month:02d}-{day:02d}", "day", "none")


def parse_number(words: str) -> float | None:
    """The number of a duration, the higher of two; None where it is vague ("several")."""
    if words.startswith("half"):
        return 0.5
    if any(v in words for v in _VAGUE):
        return None
    whole, half, _ = words.replace("-", " ").partition(" half")
    whole = whole.removesuffix(" a").removesuffix(" and") if half else whole
    if "couple" in whole:
        return 2
    if "dozen" in whole:
        return 12
    last = [w for w in re.split(r"\s+(?:to|or)\s+|(?<=\d)\s+(?=\d)", whole) if w][-1]
    try:
        number: float | None = float(last.replace(",", ""))
    except ValueError:
        split = last.split()
        found = number_value(["one", *split[1:]] if split[0] in ("a", "an") else split)
        number = float(found) if found is not None else None
    return number + 0.5 if half and number is not None else number


def shifted(base: Point | None, by: float, unit: str, anchor: str) -> Value | None:
    """The day, week, month, quarter, year, decade or century that lies `by` units from `base`; open where the base does not tell it."""
    n = int(by)
    if base is None:
        return _open("XXXX", None, unit, "none")
    if unit in _YEARS:
        year = base.year + int(by * _YEARS[unit])
        if year == 0 or abs(year) > 9999:
            return None
        digits, sign = f"{abs(year):04d}", "" if year > 0 else "BC"
        kept, name = {"Y": (4, "year"), "10Y": (3, "decade"), "100Y": (2, "century"), "1000Y": (1, "unknown")}[unit]
        return Value("DATE", sign + digits[:kept], name, anchor)
    if unit in ("M", "Q") and base.month:
        if unit == "M":
            months = base.year * 12 + base.month - 1 + n
            return Value("DATE", f"{year_text(months // 12)}-{months % 12 + 1:02d}", "month", anchor)
        quarters = base.year * 4 + (base.month - 1) // 3 + n
        return Value("DATE", f"{year_text(quarters // 4)}-Q{quarters % 4 + 1}", "quarter", anchor)
    day = base.date
    if day is None:
        return _open(year_text(base.year), base.month if n == 0 else None, unit, anchor)
    if unit in ("D", "NI"):
        text = (day + timedelta(n)).isoformat()
        return Value("DATE", text, "day", anchor) if unit == "D" else Value("TIME", f"{text}TNI", "hour", anchor)
    if unit in ("W", "2W", "WE"):
        week = (day + timedelta(7 * int(by * (2 if unit == "2W" else 1)))).isocalendar()
        return Value("DATE", f"{week.year}-W{week.week:02d}" + ("-WE" if unit == "WE" else ""), "week", anchor)
    return None


def _open(year: str, month: int | None, unit: str, anchor: str) -> Value | None:
    """A value whose finer parts are not known."""
    day = f"{year}-{month:02d}-XX" if month else f"{year}-XX-XX"
    made = {"D": (day, "day"), "NI": (f"{day}TNI", "hour"), "W": (f"{year}-WXX", "week"), "2W": (f"{year}-WXX", "week"), "WE": (f"{year}-WXX-WE", "week"),
            "M": (f"{year}-XX", "month"), "Q": (f"{year}-QX", "quarter")}.get(unit, (year, "year"))  # fmt: skip
    if unit.startswith("T"):
        return None
    return Value("TIME" if unit == "NI" else "DATE", made[0], made[1], anchor)


def duration(number: str, unit: str) -> Value:
    """A DURATION of `number` (digits or X) units."""
    if unit == "2W" and number != "X":
        return Value("DURATION", f"P{float(number) * 2:g}W", "unknown", "none")
    code = _LONG.get(unit, {"NI": "D", "WE": "WE", "2W": "W"}.get(unit, unit))
    return Value("DURATION", f"PT{number}{code[1:]}" if code.startswith("T") else f"P{number}{code}", "unknown", "none")


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
    if value.within:
        return bounds(Value("DATE", value.within, "month", value.anchor))
    if value.type not in ("DATE", "TIME") or "X" in value.text or not value.text[:2].isdigit():
        return None, None
    day = value.text.split("T")[0]
    try:
        if len(day) == 10 and day[4] == "-" and day[5] != "W":
            return day, day
        if "-W" in day and not day.endswith("-WI"):
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


def publication_day(report: Report) -> date | None:
    """The day on which a report came out; None where that is unknown or known to a month only."""
    if report.published is None or report.published.granularity not in ("day", "minute"):
        return None
    try:
        return date.fromisoformat(report.published.value[:10])
    except ValueError:
        return None
