"""Calendar dates as news texts and web pages write them. Nothing here asks the clock; a date that could be read two ways is None."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.readers._data import months


@dataclass(frozen=True, slots=True)
class Dated:
    """An ISO 8601 `value` with its granularity (minute | day | month | year), and where it stood in the searched text."""

    value: str
    granularity: str
    start: int = 0
    end: int = 0


_ISO = re.compile(
    r"(?P<y>\d{4})(?:-(?P<m>\d{2})(?:-(?P<d>\d{2})"
    r"(?:[T ](?P<H>\d{2}):(?P<M>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s?(?P<z>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?)?)?"
)
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:T?(?P<H>\d{2}):?(?P<M>\d{2})(?::?\d{2})?(?P<z>Z)?)?")
_NUMERIC = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[/.\-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)")
_CLOCK = re.compile(r"(?<!\d)(?P<H>\d{1,2})[:.](?P<M>\d{2})(?:[:.]\d{2})?\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<z>GMT|UTC|Z)?\b", re.IGNORECASE)
# The mark between what heads an entry of a text (a day, an hour) and the entry.
AFTER_HEAD = r"\s*(?::(?!\d)|\s[-–—]{1,2}\s|[–—])\s*(?=[\"“‘'(\[]?\S)"


@lru_cache(maxsize=1)
def _written() -> re.Pattern[str]:
    names = "|".join(sorted(months(), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s\-]+(?P<m1>{names})\b\.?,?[\s\-]+(?P<y1>\d{{4}}|'?\d{{2}}(?=\b(?!:))))(?!\d)"
        rf"|\b(?:(?P<m2>{names})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}}))(?!\d)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def month_day() -> re.Pattern[str]:
    """A day and month without a year, either order: "March 3", "3 MAR"."""
    names = "|".join(sorted(months(), key=len, reverse=True))
    return re.compile(rf"(?:(?:{names})\b\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{names})\b\.?)", re.IGNORECASE)


@lru_cache(maxsize=1)
def day_heads() -> re.Pattern[str]:
    """A day, month or year that stands at the head of a line, with a mark behind it or alone: "Friday, January 8, 2026:", "8-10 Jan -", "May 2022", "2019"."""
    month, weekday, day, year = _day_parts()
    forms = (rf"{month}\s+{day}(?:,?\s+{year})?", rf"{day}\s+{month}(?:,?\s+{year})?", rf"{month},?\s+{year}", rf"{year},?\s+{month}(?:\s+{day})?", rf"{year}-\d\d-\d\d", year)
    return re.compile(rf"(?P<words>{weekday}(?:{'|'.join(forms)}))(?:\s*[:.]?$|(?P<gap>{AFTER_HEAD}))", re.IGNORECASE)


@lru_cache(maxsize=1)
def case_heads() -> re.Pattern[str]:
    """A place with the day of what happened there, at the head of an item of a list: "Lom, Haut-Saltmarsh – 2 March: ", "2 March, Lom: "."""
    month, weekday, day, year = _day_parts()
    when = rf"{weekday}(?:{day}\s+{month}(?:,?\s+{year})?|{month}\s+{day}(?:,?\s+{year})?|{year}-\d\d-\d\d)"
    where = r"(?-i:[A-ZÀ-Þ])[^\n:;.!?–—]{1,60}?"
    mark = r"\s*(?:[–—|,(]|\s-{1,2}\s)\s*"
    return re.compile(rf"(?P<words>{where}{mark}{when}\)?|{when}{mark}{where}\)?)(?P<gap>\s*:(?!\d)\s*(?=[\"“‘'(\[]?\S))", re.IGNORECASE)


def _day_parts() -> tuple[str, str, str, str]:
    """Patterns of a month's name, a weekday that may stand before it, a day of the month or two, and a year."""
    month = "(?:" + "|".join(sorted(months(), key=len, reverse=True)) + r")\b\.?"
    return month, r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?", r"\d{1,2}(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{1,2})?", r"(?:1[6-9]|20|21)\d\d"


def _valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1600 <= year <= 2199


def parse_iso(text: str) -> Dated | None:
    """A date in ISO 8601 (also `20240303`), as metadata states it; None for anything else or an impossible date.

    A time keeps its offset from UTC; seconds are dropped.
    """
    text = text.strip()
    match = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if match is None:
        return None
    year, month, day = int(match["y"]), match["m"], match["d"]
    if not _valid(year, int(month or 1), int(day or 1)):
        return None
    if month is None:
        return Dated(f"{year:04}", "year", 0, len(text))
    if day is None:
        return Dated(f"{year:04}-{month}", "month", 0, len(text))
    if match["H"] is None:
        return Dated(f"{year:04}-{month}-{day}", "day", 0, len(text))
    hour, minute = int(match["H"]), int(match["M"])
    if hour > 23 or minute > 59:
        return None
    zone = match["z"] or ""
    zone = "Z" if zone in ("UTC", "GMT") else zone
    if re.fullmatch(r"[+-]\d{4}", zone):
        zone = f"{zone[:3]}:{zone[3:]}"
    return Dated(f"{year:04}-{month}-{day}T{hour:02}:{minute:02}{zone}", "minute", 0, len(text))


def find_written(text: str) -> Dated | None:
    """The first full date (day, month, year) in words or unambiguous numbers, with a clock time in UTC where one follows it."""
    for match in _written().finditer(text):
        day, name, year = (match["d1"], match["m1"], match["y1"]) if match["m1"] else (match["d2"], match["m2"], match["y2"])
        year = year.lstrip("'")
        if len(year) == 2:  # wire style, "12 Jan 90": a two-digit year cannot be placed in a century without a guess
            continue
        if _valid(int(year), months()[name.lower()], int(day)):
            iso = f"{int(year):04}-{months()[name.lower()]:02}-{int(day):02}"
            return _with_clock(text, Dated(iso, "day", match.start(), match.end()))
    iso_match = re.search(r"(?<![\d/-])\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])", text)
    if iso_match and (parsed := parse_iso(iso_match.group())):
        return Dated(parsed.value, parsed.granularity, iso_match.start(), iso_match.end())
    return _numeric(text)


def _numeric(text: str) -> Dated | None:
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
        if first == second or (first > 12 >= second):
            day, month = first, second
        elif second > 12 >= first:
            day, month = second, first
        else:
            continue  # 03/04/2024 is March 4 to one reader and 3 April to the next
        if _valid(year, month, day):
            return Dated(f"{year:04}-{month:02}-{day:02}", "day", match.start(), match.end())
    return None


def has_ambiguous_numeric(text: str) -> bool:
    """Whether a date such as 03/04/2024 stands there, which two readers would read differently."""
    return _numeric(text) is None and any(int(m["a"]) <= 12 and int(m["b"]) <= 12 for m in _NUMERIC.finditer(text))


def _with_clock(text: str, found: Dated) -> Dated:
    """Add the clock time that follows a date where the text gives it in UTC; a time without its zone stays out of the value."""
    match = _CLOCK.search(text, found.end, found.end + 24)
    if match is None or not match["z"]:
        return found
    hour, minute = int(match["H"]), int(match["M"])
    half = (match["half"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return found
    return Dated(f"{found.value}T{hour:02}:{minute:02}Z", "minute", found.start, match.end())


def parse_any(text: str) -> Dated | None:
    """A date given by a person or stated by metadata, in ISO, RFC 2822 or written form."""
    return parse_iso(text) or find_written(text)
