"""times, calendar: dates that the words name, completed from the publication date or from where the narrative stands."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

from onrecord.extract.temporal import timetense
from onrecord.extract.temporal.timex import Expression
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.parse import Parse, Sentence
from onrecord.timevalue import Point, Value, duration, of_day, parse_number, point_of, shifted, year_text

# How far from publication, in days, a feast without a year can be taken for the nearest one; and a year that stands before it.
_FEAST_NEAR = 100
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)\s+$")
_HALF_YEAR = 7
# Last month of each season, in the year that its value names.
_SEASON_ENDS = {"SP": 5, "SU": 8, "FA": 11, "WI": 14}
# Characters within which an expression opens its sentence ("By early 1944").
_OPENING = 14
# Years by which a date within a sentence may move the narrative.
_LEAP = 1
_DAYS = 31
# Rules that count from the last date told.
_STEPS = frozenset({"ago", "relative_unit", "year_previous", "deictic_part"})
# Between two times of which the second names the year of both: "in April and June 1955", "26 June - 4 August 1952".
_PAIR = re.compile(r"\s*(?:and|or|to|until|till|through|-|–|—|,|/)\s*(?:(?:by|in|to|and)\s+)?(?:the\s+)?$")


@dataclass
class Calendar:
    """The state of one report's resolution, in text order: where the narrative stands, and the rules that name a date of the calendar.

    `reference` is the last date told, `since` one told after it from which something lasts, `year` the year that dates without one belong to; `following` the next expression of the sentence;
    `undated` says that no day of publication is known and nothing is counted from one ("yesterday"): such a text tells its own time. `told_in` is the paragraph of `reference`, `told_as` its words.
    """

    text: str
    parse: Parse
    published: date | None
    history: bool
    reference: Point | None = None
    since: Point | None = None
    year: int | None = None
    following: Expression | None = None
    undated: bool = False
    told_in: int = -1
    told_as: Expression | None = None

    @property
    def base(self) -> Point | None:
        """What relative expressions count from."""
        if self.history and self.reference is not None:
            return self.reference
        return Point.of(self.published) if self.published is not None else None

    @property
    def told(self) -> Point | None:
        """What "the same day" and "three days later" count from: the last date told."""
        return self.reference or self.base

    @property
    def anchor(self) -> str:
        return "narrative" if self.history and self.reference is not None else "published" if self.published else "none"

    def remember(self, sentence: Sentence, value: Value, item: Expression) -> None:
        found = point_of(value.text)
        if found is None or (item.rule in ("deictic", "deictic_part") and self.history):
            return
        point, exact = found
        if not self.history and self.reference is not None and self.text[max(0, item.start - 7) : item.start].rstrip().lower().endswith(" since"):
            self.since = point
            return  # "a truce that has been in force since November": the narrative stays where it was; "that month" is the one told
        if item.rule in _STEPS and direction(_way(item)) < 0 and timetense.before_the_past(self.parse, sentence, item):
            return  # "the previous day the envoy had left": told of what went before, and the narrative goes on from where it was
        if point.month is None and (self.aside(sentence, item, point.year) or point.year == self.year):
            return
        self.year = point.year
        self.reference, self.since = point if exact else Point(point.year, point.month), None
        self.told_in, self.told_as = sentence.paragraph, item

    def aside(self, sentence: Sentence, item: Expression, year: int) -> bool:
        """Whether a bare year dates a thing in passing and does not move the narrative: an attribute ("his 1995 book"), or a leap that does not open
        its sentence ("a study released in 2005 showed")."""
        if self.year is None or self.reference is None:
            return False
        before = timetense.word_before(self.text, sentence, item)
        if before in word_set("attribute_openers") or before.endswith(("'s", "’s")):
            return True
        opens = item.start - sentence.start <= _OPENING
        return timetense.future(self.parse, sentence, item) or (not opens and abs(year - self.year) > _LEAP)

    def year_of(self, item: Expression, name: str = "year") -> int:
        words = item.groups[name]
        digits = re.match(r"\d+", words)
        assert digits is not None  # the grammar's groups of years open with digits
        return int(digits.group()) if digits.group() == words else -int(digits.group())

    # Dates that name their year -----------------------------------------------------------------------------------------------

    def _iso(self, s: Sentence, e: Expression) -> Value | None:
        return of_day(self.year_of(e), int(e.groups["monthnumber"]), int(e.groups["day"]) if "day" in e.groups else None)

    def _month_day_year(self, s: Sentence, e: Expression) -> Value | None:
        return self.part_of(of_day(self.year_of(e), month(e.groups["month"]), int(e.groups["day"])), e)

    _day_month_year = _month_day_year

    def _slash(self, s: Sentence, e: Expression) -> Value | None:
        a, b = int(e.groups["a"]), int(e.groups["b"])
        if a <= 12 and b <= 12 and a != b:
            return Value("DATE", e.groups["year"], "year", "none")
        return of_day(self.year_of(e), b if a > 12 else a, a if a > 12 else b)

    def _month_year(self, s: Sentence, e: Expression) -> Value | None:
        return of_day(self.year_of(e), month(e.groups["month"]), None)

    def _season_year(self, s: Sentence, e: Expression) -> Value | None:
        return Value("DATE", f"{year_text(self.year_of(e))}-{calendar_words()['season'][e.groups['season']]}", "quarter", "none")

    def _year(self, s: Sentence, e: Expression) -> Value | None:
        return Value("DATE", year_text(self.year_of(e)), "year", "none")

    _years = _years_bc = _year

    def _short_year(self, s: Sentence, e: Expression) -> Value | None:
        last = self.published.year if self.published else self.year or 2000
        year = last // 100 * 100 + int(e.groups["two"])
        return Value("DATE", year_text(year if year <= last else year - 100), "year", "none")

    def _decade(self, s: Sentence, e: Expression) -> Value | None:
        if "bcdecade" in e.groups:
            return Value("DATE", f"BC{int(e.groups['bcdecade']):04d}"[:5], "decade", "none")
        return Value("DATE", e.groups["decade"][:3], "decade", "none")

    def _short_decade(self, s: Sentence, e: Expression) -> Value | None:
        return Value("DATE", f"19{e.groups['short'][0]}", "decade", "none")

    def _century(self, s: Sentence, e: Expression) -> Value | None:
        number = int(e.groups.get("century") or calendar_words()["ordinalcentury"][e.groups["named"]])
        return Value("DATE", ("BC" if "era" in e.groups else "") + f"{number - 1:02d}", "century", "none")

    # Dates without a year -------------------------------------------------------------------------------------------------------

    def _month_day(self, s: Sentence, e: Expression) -> Value | None:
        return self.part_of(self.with_year(s, e, month(e.groups["month"]), int(e.groups["day"])), e)

    _day_month = _month_day

    def _month_days(self, s: Sentence, e: Expression) -> Value | None:
        return self._month_day_year(s, e) if "year" in e.groups else self._month_day(s, e)

    _days_month = _day_in_row = _month_days

    def _month(self, s: Sentence, e: Expression) -> Value | None:
        return self.with_year(s, e, month(e.groups["month"]), None)

    def _holiday(self, s: Sentence, e: Expression) -> Value | None:
        number, day = (int(x) for x in calendar_words()["holiday"][e.groups["holiday"].replace("’", "'")].split("-"))
        before = _YEAR_BEFORE.search(self.text[max(s.start, e.start - 6) : e.start])
        if "year" in e.groups or before is not None:
            return self.part_of(of_day(self.year_of(e) if "year" in e.groups else int(before.group(1)) if before else 0, number, day), e)
        value = self.with_year(s, e, number, day)
        if value is not None and value.anchor == "published" and self.published is not None:
            # A feast comes every year: which one is meant is known only where it lies close on the side that the tense points to.
            at = date.fromisoformat(value.text)
            looks_back = timetense.looks_back(self.parse, s, e)
            if looks_back and at > self.published:
                at = at.replace(year=at.year - 1)
            if abs((self.published - at).days) > _FEAST_NEAR:
                value = _no_year(number, day)
            else:
                value = _anchored(of_day(at.year, number, day), "published")
        return self.part_of(value, e)

    def with_year(self, s: Sentence, e: Expression, number: int, day: int | None) -> Value | None:
        """A month (and day) without a year: the year beside it or of the narrative, or that nearest to publication which the tense allows."""
        if of_day(2024, number, day) is None:
            return None
        beside = self.year_beside(e)
        if beside is not None:
            return of_day(beside, number, day)
        if "relation" in e.groups:
            told = self.told if e.groups["relation"] in ("that", "that same", "the same", "this same", "the very same") else self.base
            return self.anchored(of_day(told.year + direction(e.groups["relation"]), number, day) if told else _no_year(number, day))
        if self.history and self.year is not None:
            # Past the turn of the year: after October, "January" is the next one.
            at = self.reference
            turned = at is not None and at.year == self.year and at.month is not None and at.month - number >= _HALF_YEAR
            return _anchored(of_day(self.year + turned, number, day), "narrative")
        if self.undated and self.reference is not None:
            return self.onward(self.reference, number, day) or _no_year(number, day)
        if self.published is None:
            return _no_year(number, day)
        p = self.published
        year = p.year
        here = (number, day or (p.day if number == p.month else 1))
        if s.heads == "day":
            # What heads an entry of a timeline has no verb of its own: its text tells whether it looks ahead.
            return _anchored(of_day(year - (here > (p.month, p.day) and not timetense.entry_ahead(self.parse, s)), number, day), "published")
        ahead = not timetense.since(self.text, s, e) and timetense.future(self.parse, s, e)
        if ahead and here < (p.month, p.day) and number != p.month:
            year += 1
        if not ahead and number > p.month and (number - p.month) > (2 if day else 0):
            year -= 1
        return _anchored(of_day(year, number, day), "published")

    def onward(self, at: Point, number: int, day: int | None) -> Value | None:
        """The month (and day) that follows on the last date told, within half a year: "on 3 March 2001 ... on 9 April"."""
        if at.month is None:
            return None
        if number == at.month and day is not None and at.day is not None and day < at.day:
            return _anchored(of_day(at.year, number, day), "narrative")  # "In the week of 1-7 March 2026: on 3 March"
        earlier = number < at.month or (number == at.month and day is not None and at.day is not None and day < at.day)
        ahead = number - at.month + (12 if earlier else 0)
        return _anchored(of_day(at.year + earlier, number, day), "narrative") if ahead < _HALF_YEAR else None

    def _day_alone(self, s: Sentence, e: Expression) -> Value | None:
        """"on the 25th": of the month of the last date told where the text tells its own time, else the nearest on the side that the tense points to."""
        day = int(e.groups["day"])
        if not 1 <= day <= _DAYS:
            return None
        unknown = Value("DATE", f"XXXX-XX-{day:02d}", "day", "none")
        if self.history or self.undated:
            at = self.reference
            fits = at is not None and at.month is not None and (at.day or 1) <= day
            return (_anchored(of_day(at.year, at.month, day), "narrative") if at is not None and at.month and fits else None) or unknown
        if self.published is None:
            return unknown
        p, ahead = self.published, timetense.future(self.parse, s, e)
        if (told := self.same_month(s, day)) is not None and not ahead:
            return told
        months = p.year * 12 + p.month - 1 + (ahead and day < p.day) - (not ahead and day > p.day)
        return _anchored(of_day(months // 12, months % 12 + 1, day), "published") or unknown

    def same_month(self, s: Sentence, day: int) -> Value | None:
        """ "On 11 February police held five students; they were freed on the 14th": the day of the month that the paragraph told last, where it had come by publication."""
        at = self.reference
        if at is None or at.date is None or at.month is None or self.published is None or self.told_in != s.paragraph or not (at.day or 1) <= day:
            return None
        value = of_day(at.year, at.month, day)
        return _anchored(value, "narrative") if value is not None and value.text <= self.published.isoformat() else None

    def year_beside(self, e: Expression) -> int | None:
        after = self.following
        if after is None or "year" not in after.groups or after.rule in ("year", "years") or not _PAIR.match(self.text[e.end : after.start] + " "):
            return None
        return self.year_of(after)

    def _month_of_relative(self, s: Sentence, e: Expression) -> Value | None:
        return self.with_year(s, e, month(e.groups["month"]), None)

    def _relative_month(self, s: Sentence, e: Expression) -> Value | None:
        number = month(e.groups["month"])
        base = self.base
        if base is None:
            return _no_year(number, None)
        way, at = direction(e.groups["relation"]), base.month or 1
        year = base.year - (way < 0 and number >= at) + (way > 0 and number <= at)
        return self.anchored(of_day(year, number, None))

    def _season_of_relative(self, s: Sentence, e: Expression) -> Value | None:
        code = calendar_words()["season"][e.groups["season"]]
        base = self.told if direction(e.groups["relation"]) == 0 else self.base
        return Value("DATE", f"{year_text(base.year + direction(e.groups['relation'])) if base else 'XXXX'}-{code}", "quarter", self.anchor)

    def _relative_season(self, s: Sentence, e: Expression) -> Value | None:
        """The nearest such season that is over, under way or to come: "last spring" said in October is this year's."""
        code = calendar_words()["season"][e.groups["season"]]
        way = direction(e.groups["relation"])
        base = self.told if way == 0 else self.base
        if base is None:
            return Value("DATE", f"XXXX-{code}", "quarter", "none")
        over, begins = base.month is not None and base.month > _SEASON_ENDS[code], base.month is not None and base.month < _SEASON_ENDS[code] - 2
        year = base.year - (way < 0 and not over) + (way > 0 and not begins)
        return Value("DATE", f"{year_text(year)}-{code}", "quarter", self.anchor)

    def _season(self, s: Sentence, e: Expression) -> Value | None:
        code = calendar_words()["season"][e.groups["season"]]
        beside = self.year_beside(e)
        if beside is not None:
            return Value("DATE", f"{year_text(beside)}-{code}", "quarter", "none")
        if self.history and self.year is not None:
            return Value("DATE", f"{year_text(self.year)}-{code}", "quarter", "narrative")
        if self.published is None:
            return Value("DATE", f"XXXX-{code}", "quarter", "none")
        begun = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code] <= self.published.month
        year = self.published.year - (not begun and timetense.past(self.parse, s, e))
        return Value("DATE", f"{year}-{code}", "quarter", "published")

    def _quarter(self, s: Sentence, e: Expression) -> Value | None:
        words = e.groups["ordinal"]
        number = 4 if words in ("final", "last") else ("first", "second", "third", "fourth").index(words) + 1
        if "year" in e.groups:
            return Value("DATE", f"{e.groups['year']}-Q{number}", "quarter", "none")
        base = self.base
        if base is None:
            return Value("DATE", f"XXXX-Q{number}", "quarter", "none")
        if words in ("final", "last") and "relation" not in e.groups:
            return shifted(base, -1, "Q", self.anchor)
        year = base.year + direction(e.groups.get("relation", "this"))
        # A quarter that has not ended cannot have been told of: it is last year's.
        if "relation" not in e.groups and base.month and number > (base.month - 1) // 3 and not timetense.future(self.parse, s, e):
            year -= 1
        return Value("DATE", f"{year_text(year)}-Q{number}", "quarter", self.anchor)

    def _half(self, s: Sentence, e: Expression) -> Value | None:
        number = 1 if e.groups["ordinal"] == "first" else 2
        if "year" in e.groups:
            return Value("DATE", f"{e.groups['year']}-H{number}", "unknown", "none")
        base = self.base
        return Value("DATE", f"{year_text(base.year + direction(e.groups['relation'])) if base else 'XXXX'}-H{number}", "unknown", self.anchor)

    def _part_of_period(self, s: Sentence, e: Expression) -> Value | None:
        """"the last week of August" is a week within the month; "the first day of August" is a date."""
        if "bareyear" in e.groups:
            whole: Value | None = Value("DATE", e.groups["bareyear"], "year", "none")
        elif "year" in e.groups:
            whole = of_day(int(e.groups["year"]), month(e.groups["month"]), None)
        else:
            whole = self.with_year(s, e, month(e.groups["month"]), None)
        if whole is None:
            return None
        found = point_of(whole.text)
        if found and e.groups["unit"] == "day" and "number" not in e.groups and e.groups["ordinal"] in ("first", "last", "final"):
            p = found[0]
            at = p.month or (1 if e.groups["ordinal"] == "first" else 12)
            return replace(of_day(p.year, at, 1 if e.groups["ordinal"] == "first" else calendar.monthrange(max(p.year, 1), at)[1]) or whole, anchor=whole.anchor)
        number = parse_number(e.groups.get("number", "one"))
        made = duration("X" if number is None else f"{number:g}", unit_of(e.groups["unit"]))
        return replace(made, anchor=whole.anchor, within=whole.text)

    # Parts of days --------------------------------------------------------------------------------------------------------------

    def part_of(self, value: Value | None, e: Expression) -> Value | None:
        """The value narrowed to the part of the day that the expression names, where it names one."""
        word = e.groups.get("part")
        return with_part(value, calendar_words()["daypart"][word]) if value is not None and word else value

    def anchored(self, value: Value | None) -> Value | None:
        return _anchored(value, self.anchor)


def with_part(value: Value, part: str) -> Value:
    return replace(value, type="TIME", text=value.text + (part if part.startswith("T") else f"T{part}"), granularity="hour")


def month(word: str) -> int:
    return int(calendar_words()["month"][word.rstrip(".")])


def unit_of(word: str) -> str:
    units = calendar_words()["unit"]
    return units.get(word) or units[word.removesuffix("s")]


def direction(relation: str) -> int:
    """-1 back, 0 here, 1 ahead."""
    if any(w in relation for w in ("last", "previous", "past", "preceding", "before")):
        return -1
    if any(w in relation for w in ("next", "following", "coming", "ensuing", "after")):
        return 1
    return 0


def _way(item: Expression) -> str:
    """The word that says which way an expression counts."""
    words = item.groups.get("relation") or item.groups.get("direction") or item.groups.get("this") or ""
    return "before" if words in ("earlier", "previously", "beforehand") else words


def _no_year(number: int, day: int | None) -> Value:
    return Value("DATE", f"XXXX-{number:02d}" + (f"-{day:02d}" if day else ""), "day" if day else "month", "none")


def _anchored(value: Value | None, anchor: str) -> Value | None:
    return replace(value, anchor=anchor) if value is not None else None
