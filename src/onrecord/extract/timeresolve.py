"""times, resolution: what an expression means, from the publication date or the narrative's last date and the tense of its clause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord import syntax
from onrecord.extract.timex import Expression, expressions
from onrecord.lexicon.times import calendar_words
from onrecord.model.parse import Parse, Sentence
from onrecord.timevalue import Value, bounds, of_day, parse_number, shifted

_HALF_YEAR = 7


@dataclass
class Resolver:
    """Resolves expressions in text order; `reference` is the day the narrative has reached."""

    text: str
    parse: Parse
    published: date | None
    history: bool
    reference: date | None = None
    year: int | None = None

    def value(self, sentence: Sentence, item: Expression) -> Value | None:
        method = getattr(self, f"_{item.rule}", None)
        value: Value | None = method(sentence, item) if method is not None else None
        if value is not None and value.type in ("DATE", "TIME"):
            self.remember(value)
        return value

    def remember(self, value: Value) -> None:
        digits = value.text[:4]
        if digits.isdigit():
            self.year = int(digits)
            low, _ = bounds(value)
            if low is not None and value.granularity in ("day", "month", "hour", "minute"):
                self.reference = date.fromisoformat(low)

    @property
    def base(self) -> date | None:
        """The day that relative expressions count from."""
        return self.reference if self.history and self.reference is not None else self.published

    @property
    def anchor(self) -> str:
        return "narrative" if self.history and self.reference is not None else "published" if self.published else "none"

    # Calendar dates --------------------------------------------------------------------------------------------------------

    def _iso(self, s: Sentence, e: Expression) -> Value | None:
        g = e.groups
        return of_day(int(g["year"]), int(g["monthnumber"]), int(g["day"]) if "day" in g else None)

    def _month_day_year(self, s: Sentence, e: Expression) -> Value | None:
        return of_day(int(e.groups["year"]), month(e.groups["month"]), int(e.groups["day"]))

    _day_month_year = _month_day_year

    def _slash(self, s: Sentence, e: Expression) -> Value | None:
        a, b = int(e.groups["a"]), int(e.groups["b"])
        if a <= 12 and b <= 12 and a != b:
            return Value("DATE", e.groups["year"], "year", "none")
        return of_day(int(e.groups["year"]), b if a > 12 else a, a if a > 12 else b)

    def _month_day(self, s: Sentence, e: Expression) -> Value | None:
        return self.with_year(s, e, month(e.groups["month"]), int(e.groups["day"]))

    _day_month = _month_day

    def _month_range(self, s: Sentence, e: Expression) -> Value | None:
        if "year" in e.groups:
            return self._month_day_year(s, e)
        return self._month_day(s, e)

    def _month_year(self, s: Sentence, e: Expression) -> Value | None:
        return of_day(int(e.groups["year"]), month(e.groups["month"]), None)

    def _month(self, s: Sentence, e: Expression) -> Value | None:
        return self.with_year(s, e, month(e.groups["month"]), None)

    def with_year(self, s: Sentence, e: Expression, number: int, day: int | None) -> Value | None:
        """A month (and day) without a year: the narrative's year, or the year nearest to publication that the tense allows."""
        if self.history and self.year is not None:
            # Past the turn of the year: after October, "January" is the next one.
            turned = self.reference is not None and self.reference.year == self.year and self.reference.month - number >= _HALF_YEAR
            return _anchored(of_day(self.year + turned, number, day), "narrative")
        if self.published is None:
            return (
                Value("DATE", f"XXXX-{number:02d}" + (f"-{day:02d}" if day else ""), "day" if day else "month", "none")
                if _valid(2024, number, day)
                else None
            )
        ahead = self.future(s, e)
        p = self.published
        year = p.year
        here = (number, day or (p.day if number == p.month else 1))
        if ahead and here < (p.month, p.day) and number != p.month:
            year += 1
        if not ahead and number > p.month and (number - p.month) > (2 if day else 0):
            year -= 1
        return _anchored(of_day(year, number, day), "published")

    def _season_year(self, s: Sentence, e: Expression) -> Value | None:
        return Value("DATE", f"{e.groups['year']}-{calendar_words()['season'][e.groups['season']]}", "quarter", "none")

    def _relative_season(self, s: Sentence, e: Expression) -> Value | None:
        code = calendar_words()["season"][e.groups["season"]]
        if self.base is None:
            return Value("DATE", f"XXXX-{code}", "quarter", "none")
        return Value("DATE", f"{self.base.year + direction(e.groups['relation'])}-{code}", "quarter", self.anchor)

    def _quarter_year(self, s: Sentence, e: Expression) -> Value | None:
        number = ("first", "second", "third", "fourth").index(e.groups["ordinal"]) + 1
        year = e.groups.get("year") or (str(self.base.year) if self.base else "XXXX")
        return Value("DATE", f"{year}-Q{number}", "quarter", "none" if "year" in e.groups else self.anchor)

    def _relative_month(self, s: Sentence, e: Expression) -> Value | None:
        number = month(e.groups["month"])
        if self.base is None:
            return Value("DATE", f"XXXX-{number:02d}", "month", "none")
        way = direction(e.groups["relation"])
        year = self.base.year - (way < 0 and number >= self.base.month) + (way > 0 and number <= self.base.month)
        return _anchored(of_day(year, number, None), self.anchor)

    def _month_of_relative(self, s: Sentence, e: Expression) -> Value | None:
        number = month(e.groups["month"])
        if self.base is None:
            return Value("DATE", f"XXXX-{number:02d}", "month", "none")
        return _anchored(of_day(self.base.year + direction(e.groups["relation"]), number, None), self.anchor)

    def _decade(self, s: Sentence, e: Expression) -> Value | None:
        digits = e.groups.get("decade", "")
        if not digits:
            return Value("DATE", f"19{e.groups['short'][0]}", "decade", "none")
        return Value("DATE", digits[:3], "decade", "none")

    def _century(self, s: Sentence, e: Expression) -> Value | None:
        return Value("DATE", f"{int(e.groups['century']) - 1:02d}", "century", "none")

    def _range_years(self, s: Sentence, e: Expression) -> Value | None:
        return Value("DATE", e.groups["year"], "year", "none")

    def _year(self, s: Sentence, e: Expression) -> Value | None:
        return Value("DATE", e.groups["year"], "year", "none")

    _mod_year = _year

    def _before_christ(self, s: Sentence, e: Expression) -> Value | None:
        return Value("DATE", f"BC{int(e.groups['bc']):04d}", "year", "none")

    def _holiday(self, s: Sentence, e: Expression) -> Value | None:
        number, day = (int(x) for x in calendar_words()["holiday"][e.groups["holiday"].replace("’", "'")].split("-"))
        if "year" in e.groups:
            return of_day(int(e.groups["year"]), number, day)
        return self.with_year(s, e, number, day)

    # Relative to the anchor --------------------------------------------------------------------------------------------------

    def _relative_weekday(self, s: Sentence, e: Expression) -> Value | None:
        number = int(calendar_words()["weekday"][e.groups["weekday"]])
        part = calendar_words()["daypart"].get(e.groups.get("part", ""))
        if self.base is None:
            return self.part_of(Value("DATE", f"XXXX-WXX-{number}", "day", "none"), part)
        relation = e.groups.get("relation", "").split(" ")[-1]
        back = (self.base.isoweekday() - number) % 7
        if relation in ("next", "following", "coming") or e.groups.get("after") == "next":
            day = self.base + timedelta((number - self.base.isoweekday()) % 7 or 7)
        elif relation in ("last", "previous", "past") or e.groups.get("after") == "last":
            day = self.base - timedelta(back or 7)
        elif (self.future(s, e) or self.onward(s, e)) and not self.history:
            day = self.base + timedelta((number - self.base.isoweekday()) % 7)
        else:
            day = self.base - timedelta(back)
        return self.part_of(Value("DATE", day.isoformat(), "day", self.anchor), part)

    def part_of(self, value: Value, part: str | None) -> Value:
        if part is None:
            return value
        return replace(value, type="TIME", text=value.text + (part if part.startswith("T") else f"T{part}"), granularity="hour")

    def _deictic(self, s: Sentence, e: Expression) -> Value | None:
        word = e.groups["deictic"]
        shift = int(calendar_words()["deictic"][word])
        if self.published is None:
            return Value("DATE", "XXXX-XX-XX", "day", "none") if word != "tonight" else Value("TIME", "XXXX-XX-XXTNI", "hour", "none")
        value = Value("DATE", (self.published + timedelta(shift)).isoformat(), "day", "published")
        return self.part_of(value, "NI" if word == "tonight" else None)

    def _deictic_part(self, s: Sentence, e: Expression) -> Value | None:
        word = e.groups.get("part") or e.groups["part2"]
        part = calendar_words()["daypart"][word]
        this = e.groups.get("this", "")
        base = self.base if this in ("the same", "that") else self.published
        shift = int(calendar_words()["deictic"][e.groups["deictic"]]) if "deictic" in e.groups else -1 if this == "last" else 0
        if base is None:
            return self.part_of(Value("DATE", "XXXX-XX-XX", "day", "none"), part)
        return self.part_of(Value("DATE", (base + timedelta(shift)).isoformat(), "day", self.anchor), part)

    def _the_day_before_deictic(self, s: Sentence, e: Expression) -> Value | None:
        if self.published is None:
            return Value("DATE", "XXXX-XX-XX", "day", "none")
        shift = int(calendar_words()["deictic"][e.groups["deictic"]]) + (-1 if e.groups["shift"] == "before" else 1)
        return Value("DATE", (self.published + timedelta(shift)).isoformat(), "day", "published")

    def _ago(self, s: Sentence, e: Expression) -> Value | None:
        words = e.groups["direction"]
        back = words in ("ago", "earlier", "before", "previously", "beforehand")
        number, unit = parse_number(e.groups["number"]), unit_of(e.groups["unit"])
        base = self.published if words in ("ago", "from now", "hence") and not self.history else self.reference or self.base
        if number is None:
            return Value("DATE", "PAST_REF" if back else "FUTURE_REF", "unknown", self.anchor)
        if unit.startswith("T"):
            return Value("DATE", base.isoformat(), "day", self.anchor) if base else None
        return shifted(base, -number if back else number, unit, self.anchor if base else "none")

    def _in_future(self, s: Sentence, e: Expression) -> Value | None:
        if self.future(s, e) and self.base is not None and not self.history:
            number = parse_number(e.groups["number"])
            if number is not None and not unit_of(e.groups["unit"]).startswith("T"):
                return shifted(self.base, number, unit_of(e.groups["unit"]), self.anchor)
        return self._duration(s, e)

    def _relative_unit(self, s: Sentence, e: Expression) -> Value | None:
        relation = e.groups["relation"]
        way = direction(relation)
        unit = unit_of(e.groups["unit"])
        base = self.reference or self.base if any(w in relation for w in ("previous", "following", "same", "that", "the next")) else self.base
        if relation in ("the past", "the coming") and unit in ("D", "10Y", "100Y"):
            return duration("1", unit)
        return shifted(base, way, unit, self.anchor if base else "none")

    def _span_relative(self, s: Sentence, e: Expression) -> Value | None:
        return self._duration(s, e)

    # Durations, sets, clock, references ------------------------------------------------------------------------------------------

    def _duration(self, s: Sentence, e: Expression) -> Value | None:
        number, unit = parse_number(e.groups["number"]), unit_of(e.groups["unit"])
        return duration("X" if number is None else f"{number:g}", unit)

    def _vague_duration(self, s: Sentence, e: Expression) -> Value | None:
        word = e.groups["vague"]
        return duration("X", unit_of("century" if word == "centuries" else word))

    def _every(self, s: Sentence, e: Expression) -> Value | None:
        word = e.groups["unit"]
        if word in calendar_words()["weekday"]:
            return Value("SET", f"XXXX-WXX-{calendar_words()['weekday'][word]}", "day", "none")
        if word.rstrip("s") not in calendar_words()["unit"]:
            return Value("SET", f"XXXX-XX-XXT{calendar_words()['daypart'].get(word, 'MO').lstrip('T')}", "hour", "none")
        number = parse_number(e.groups.get("number", "one"))
        made = duration("1" if number is None else f"{number:g}", unit_of(word))
        return replace(made, type="SET") if made is not None else None

    def _set(self, s: Sentence, e: Expression) -> Value | None:
        return Value("SET", calendar_words()["set"][e.groups["set"]], "day", "none")

    def _clock(self, s: Sentence, e: Expression) -> Value | None:
        g = e.groups
        hour = int(g.get("hour24") or g["hour"])
        if "half" in g:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if g["half"].startswith("p") else 0)
        minute = int(g.get("minute24") or g.get("minute") or 0)
        day = self.day_in(s) or (self.base.isoformat() if self.base is not None else "XXXX-XX-XX")
        return Value("TIME", f"{day}T{hour:02d}:{minute:02d}{'Z' if 'zone' in g else ''}", "minute", self.anchor)

    def _part(self, s: Sentence, e: Expression) -> Value | None:
        day = self.day_in(s) or (self.base.isoformat() if self.base is not None else "XXXX-XX-XX")
        return self.part_of(Value("DATE", day, "day", self.anchor), calendar_words()["daypart"][e.groups["part"]])

    def day_in(self, s: Sentence) -> str | None:
        for item in expressions(self.text, s.start, s.end):
            if item.rule in ("relative_weekday", "deictic", "month_day", "day_month", "month_day_year", "day_month_year"):
                value = getattr(self, f"_{item.rule}")(s, item)
                if value is not None and value.granularity in ("day", "hour"):
                    return str(value.text[:10])
        return None

    def _reference(self, s: Sentence, e: Expression) -> Value | None:
        return Value("DATE", calendar_words()["reference"][e.groups["reference"]], "unknown", "none")

    # Tense ------------------------------------------------------------------------------------------------------------------------

    def onward(self, s: Sentence, e: Expression) -> bool:
        """Whether a preposition makes the expression a bound that lies ahead: "until Sunday", "by Friday"."""
        before = self.text[s.start : e.start].lower().split()
        return bool(before) and before[-1] in ("until", "till", "by", "through", "from")

    def future(self, s: Sentence, e: Expression) -> bool:
        """Whether the clause of the expression looks ahead: a future modal, an infinitive below a plan, a headline infinitive."""
        p = self.parse
        inside = [t.i for t in p.tokens[s.first : s.last] if t.start < e.end and e.start < t.end]
        if not inside:
            return False
        verb = p[syntax.clause_of(p, inside[0])]
        aux = syntax.auxiliaries(p, verb.i)
        if any(a.lower in ("will", "wo", "'ll", "’ll", "shall") for a in aux):
            return True
        if any(a.lower in ("would", "could", "may", "might", "must", "should") for a in aux):
            return not any(a.lemma == "have" for a in aux)
        if any(a.lower == "to" for a in aux):
            return not any(t.lemma in ("force", "manage", "fail", "help", "cause", "begin", "use") for t in p.ancestors(verb.i))
        if any(a.tag in ("VBZ", "VBP") and a.lemma == "be" for a in aux) and verb.tag == "VBG":
            return True
        # "the board meets on Wednesday": a simple present with a day is a date to come, but in a headline it tells the past.
        return verb.tag in ("VBZ", "VBP") and not aux and s.part != "title" and verb.lemma not in ("be", "have", "say")


def month(word: str) -> int:
    return int(calendar_words()["month"][word.rstrip(".")])


def unit_of(word: str) -> str:
    units = calendar_words()["unit"]
    return units.get(word) or units[word.removesuffix("s")]


def direction(relation: str) -> int:
    """-1 back, 0 here, 1 ahead."""
    if any(w in relation for w in ("last", "previous", "past")):
        return -1
    if any(w in relation for w in ("next", "following", "coming")):
        return 1
    return 0


def duration(number: str, unit: str) -> Value:
    scale, code = (unit[:-1], unit[-1]) if unit[0].isdigit() else ("1", unit)
    if unit == "NI":
        code = "D"
    if number != "X" and scale != "1":
        number = f"{float(number) * int(scale):g}"
    elif number == "X" and scale != "1":
        code = {"10Y": "DE", "100Y": "CE", "2W": "W", "1000Y": "ML"}[unit]
    prefix = "PT" if unit.startswith("T") else "P"
    return Value("DURATION", f"{prefix}{number}{code[-1] if unit.startswith('T') else code}", "unknown", "none")


def _anchored(value: Value | None, anchor: str) -> Value | None:
    return replace(value, anchor=anchor) if value is not None else None


def _valid(year: int, number: int, day: int | None) -> bool:
    return of_day(year, number, day) is not None
