"""times, resolution: what an expression means, from the publication date or the narrative's last date and the tense of its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.extract.temporal import timetense
from onrecord.extract.temporal.timecalendar import Calendar, direction, unit_of, with_part
from onrecord.extract.temporal.timequoted import SpokenDays
from onrecord.extract.temporal.timex import Expression, expressions
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.parse import Sentence
from onrecord.numbers import value as number_value
from onrecord.timevalue import Point, Value, bounds, duration, of_day, parse_number, point_of, shifted

_WEEK = 7
# Days by which the date of publication may run behind what it tells: zones, morning papers.
_SLACK = 2
_OF = re.compile(r"\s+(?:of|between|from)\s+(?:the\s+)?")
# Words before a weekday that do not say which week is meant.
_BARE = ("", "on", "early", "late", "earlier", "later")
_SAME = ("that", "same")
_DATED_RULES = ("relative_weekday", "month_day", "day_month", "month_day_year", "day_month_year")
_DAY_RULES = ("relative_weekday", "deictic", "month_day", "day_month", "month_day_year", "day_month_year")


@dataclass
class Resolver(Calendar):
    """Resolves expressions in text order."""

    def __post_init__(self) -> None:
        self.spoken = SpokenDays(self.text, self.parse)

    def said_on(self, item: Expression) -> date | None:
        """The day from which "today" and "last night" count: that on which the words were said, where the sentence tells one day before publication, else publication's."""
        if self.published is None or self.history:
            return self.published
        values = [getattr(self, f"_{day.rule}")(sentence, day) for sentence, day in self.spoken.days(item, _DATED_RULES)]
        days = {date.fromisoformat(v.text[:10]) for v in values if v is not None and v.granularity in ("day", "hour") and v.text[:4].isdigit()}
        said = days.pop() if len(days) == 1 else None
        return said if said is not None and said < self.published else self.published

    def value(self, sentence: Sentence, item: Expression, following: Expression | None = None) -> Value | None:
        """What `item` means; `following` is the next expression of its sentence. None where it is no time after all."""
        self.following = following
        method = getattr(self, f"_{item.rule}", None)
        value: Value | None = method(sentence, item) if method is not None else None
        if value is not None and self.impossible(sentence, item, value):
            value = replace(value, text="XXXX" + value.text[4:], anchor="none")
        if value is not None and value.type in ("DATE", "TIME"):
            self.remember(sentence, value, item)
        return value

    def impossible(self, sentence: Sentence, item: Expression, value: Value) -> bool:
        """Whether a date counted from publication lies after it though it is told as past: one of the two is wrong, and the year stays open."""
        coming = item.rule == "relative_weekday" and (item.groups.get("relation") == "this" or item.groups.get("after") == "next")
        coming = coming or (item.rule == "relative_unit" and item.groups["relation"] in ("next", "the coming"))  # "has promised elections next year"
        if self.published is None or coming or value.anchor == "none" or value.type not in ("DATE", "TIME") or not value.text[:4].isdigit():
            return False
        first = bounds(value)[0]
        late = first is not None and (date.fromisoformat(first) - self.published).days > _SLACK
        return late and (timetense.past(self.parse, sentence, item) or timetense.looks_back(self.parse, sentence, item)) and not timetense.future(self.parse, sentence, item)

    # Relative to the anchor --------------------------------------------------------------------------------------------------

    def _relative_weekday(self, s: Sentence, e: Expression) -> Value | None:
        number = int(calendar_words()["weekday"][e.groups["weekday"]])
        base = self.base
        today = base.date if base is not None else None
        if today is None:
            return self.part_of(Value("DATE", f"XXXX-WXX-{number}", "day", "none"), e)
        relation = e.groups.get("relation", "")
        back = (today.isoweekday() - number) % 7
        if "after" in e.groups:  # "Wednesday of next week", "Monday last week": the day of that week
            day = today + timedelta(number - today.isoweekday() + (_WEEK if e.groups["after"] == "next" else -_WEEK))
        elif relation == "this" and not self.history and not (back and timetense.past(self.parse, s, e) and number < today.isoweekday()):
            # "this Friday" is that of the running week, or the coming one
            day = today + timedelta((number - today.isoweekday()) % 7)
        elif relation.endswith("coming") or direction(relation) > 0:
            day = today + timedelta((number - today.isoweekday()) % 7 or 7)
        elif direction(relation) < 0:
            day = today - timedelta(back or 7)
        elif (timetense.future(self.parse, s, e) or (timetense.onward(self.text, s, e) and not timetense.before_the_past(self.parse, s, e))) and not self.history:
            day = today + timedelta((number - today.isoweekday()) % 7)
        elif back == _WEEK - 1 and relation in _BARE and not self.history and timetense.past(self.parse, s, e):
            # The day after publication, told as past: the stamp is of another time zone, or it was a week ago; beside another day that has passed it was.
            if not self.beside_past_day(s, number, today.isoweekday()):
                return self.part_of(Value("DATE", f"XXXX-WXX-{number}", "day", "none"), e)
            day = today - timedelta(back)
        else:
            day = today - timedelta(back)
        value = Value("DATE", day.isoformat(), "day", self.anchor)
        return with_part(value, "MO") if "hours" in e.groups and "part" not in e.groups else self.part_of(value, e)

    def beside_past_day(self, s: Sentence, number: int, today: int) -> bool:
        """ "said on Saturday that they came under attack on Thursday", of a Wednesday: whether the sentence names another weekday, neither today nor the day told."""
        days = calendar_words()["weekday"]
        named = {int(days[w]) for w in (t.lower for t in self.parse.sentence_tokens(s.i)) if w in days}
        return bool(named - {number, today, number % _WEEK + 1})

    def _deictic(self, s: Sentence, e: Expression) -> Value | None:
        word = e.groups["deictic"]
        if self.history and word == "today":  # in a history, "today" is nowadays
            return Value("DATE", "PRESENT_REF", "unknown", "none")
        shift = int(calendar_words()["deictic"][word])
        known = self.published is not None and not self.history
        today = self.said_on(e)
        value = Value("DATE", (today + timedelta(shift)).isoformat(), "day", "published") if known and today else _open_day()
        return with_part(value, "NI") if word == "tonight" else value

    def _deictic_part(self, s: Sentence, e: Expression) -> Value | None:
        part = calendar_words()["daypart"][e.groups.get("part") or e.groups["part2"]]
        this = e.groups.get("this", "")
        base = self.told if "deictic" not in e.groups and (self.history or direction(this) > 0 or any(w in this.split() for w in _SAME)) else self.today(e)
        shift = int(calendar_words()["deictic"][e.groups["deictic"]]) if "deictic" in e.groups else direction(this)
        value = shifted(base, shift, "D", self.anchor if base else "none")
        return with_part(value, part) if value is not None else None

    def today(self, item: Expression) -> Point | None:
        """What "yesterday" and "this morning" count from: as everything relative, but in a quotation its own day."""
        said = self.said_on(item)
        return self.base if self.history or said is None else Point.of(said)

    def _the_day_before_deictic(self, s: Sentence, e: Expression) -> Value | None:
        if self.published is None:
            return _open_day()
        shift = int(calendar_words()["deictic"][e.groups["deictic"]]) + (-1 if e.groups["shift"] == "before" else 1)
        return Value("DATE", (self.published + timedelta(shift)).isoformat(), "day", "published")

    def _the_day_around(self, s: Sentence, e: Expression) -> Value | None:
        """"the day after Christmas", "the day before 3 March": the day beside the one named."""
        groups = {k.removesuffix("b"): v for k, v in e.groups.items()}
        inner = replace(e, groups=groups)
        if "year" in groups and "month" in groups:
            value = self._month_day_year(s, inner)
        else:
            value = self._holiday(s, inner) if "holiday" in groups else self._month_day(s, inner)
        found = point_of(value.text) if value is not None else None
        if value is None or found is None or found[0].date is None:
            return _open_day()
        return shifted(found[0], 1 if groups["shift"] == "after" else -1, "D", value.anchor)

    def _ago(self, s: Sentence, e: Expression) -> Value | None:
        words = e.groups["direction"]
        back = words in ("ago", "earlier", "before", "previously", "beforehand")
        if "vague" in e.groups:
            return Value("DATE", "PAST_REF" if back else "FUTURE_REF", "unknown", self.anchor)
        number, unit = parse_number(e.groups["number"]), unit_of(e.groups["unit"])
        base = self.base if words in ("ago", "from now", "hence") and not self.history else self.told
        if number is None:
            return Value("DATE", "PAST_REF" if back else "FUTURE_REF", "unknown", self.anchor)
        if unit.startswith("T"):
            return shifted(base, 0, "D", self.anchor) if base else None
        if "exact" in e.groups and base is not None and base.date is not None and unit in ("Y", "M") and number == int(number):
            months = base.date.year * 12 + base.date.month - 1 + int(number) * (12 if unit == "Y" else 1) * (-1 if back else 1)
            return self.anchored(of_day(months // 12, months % 12 + 1, base.date.day))  # "three years ago to the day"
        return shifted(base, -number if back else number, unit, self.anchor if base else "none")

    _vague_ago = _ago

    def _in_future(self, s: Sentence, e: Expression) -> Value | None:
        number, unit = parse_number(e.groups["number"]), unit_of(e.groups["unit"])
        plain = not self.history and timetense.word_before(self.text, s, e) == "in" and "about" not in e.groups
        if plain and self.base is not None and number is not None and not unit.startswith("T") and timetense.said_ahead(self.parse, s, e):
            return shifted(self.base, number, unit, self.anchor)
        return self._duration(s, e)

    def _relative_unit(self, s: Sentence, e: Expression) -> Value | None:
        relation, unit = e.groups["relation"], unit_of(e.groups["unit"])
        told = any(w in relation.split() for w in (*_SAME, "previous", "following", "preceding", "ensuing")) or relation == "the next"
        base = self.told if told else self.base
        if unit in ("M", "Y") and any(w in relation.split() for w in _SAME):
            base = self.since or base
        if unit == "2W":
            return duration("1", unit)
        if relation in ("the past", "the coming") and unit in ("D", "10Y", "100Y"):
            return duration("1", unit)
        return shifted(base, direction(relation), unit, self.anchor if base else "none")

    def _mod_unit(self, s: Sentence, e: Expression) -> Value | None:
        """"the end of the year", "later in the day": the unit that its relation names, from the last date told where it says "the" or "that"."""
        relation, unit = e.groups["relation"], unit_of(e.groups["unit"])
        if unit == "D":
            day = self.day_in(s)
            if day is not None:
                return Value("DATE", day, "day", self.anchor)
            return shifted(self.day_near(), 0, "D", self.anchor)
        told = self.history or self.undated or any(w in relation.split() for w in _SAME)
        base = self.told if told else self.base
        return shifted(base, direction(relation), unit, self.counted(base))

    def counted(self, base: Point | None) -> str:
        """What a value counted from `base` is counted from."""
        return "none" if base is None else "narrative" if self.undated else self.anchor

    _day_ended = _mod_unit

    def day_near(self) -> Point | None:
        """The last day told where it lies within a week of publication, else the publication day; of a history, the last date told."""
        told = self.reference.date if self.reference is not None else None
        if self.history or self.published is None:
            return self.told
        return self.reference if told is not None and abs((self.published - told).days) <= _WEEK else self.base

    def _units_end(self, s: Sentence, e: Expression) -> Value | None:
        return shifted(self.base, 0, unit_of(e.groups["unit"]), self.anchor)

    def _year_previous(self, s: Sentence, e: Expression) -> Value | None:
        return shifted(self.told, direction(e.groups["relation"]), unit_of(e.groups["unit"]), self.anchor if self.told else "none")

    def _weekend(self, s: Sentence, e: Expression) -> Value | None:
        base = self.base
        day = base.date if base is not None else None
        early = day is not None and day.isoweekday() < 5 and not timetense.future(self.parse, s, e)
        return shifted(base, -1 if early else 0, "WE", self.anchor)

    # Durations, sets, clock, references ------------------------------------------------------------------------------------------

    def _duration(self, s: Sentence, e: Expression) -> Value | None:
        number, unit = parse_number(e.groups["number"]), unit_of(e.groups["unit"])
        if number is not None and "andhalf" in e.groups:
            number += 0.5
        return duration("X" if number is None else f"{number:g}", unit)

    _span_relative = _duration

    def _vague_duration(self, s: Sentence, e: Expression) -> Value | None:
        word = e.groups["vague"]
        return duration("X", unit_of("century" if word == "centuries" else word))

    def _unit_long(self, s: Sentence, e: Expression) -> Value | None:
        return self._vague_duration(s, e) if "vague" in e.groups else duration("1", unit_of(e.groups["unit"]))

    def _every(self, s: Sentence, e: Expression) -> Value | None:
        word = e.groups["unit"]
        if word in calendar_words()["weekday"]:
            return Value("SET", f"XXXX-WXX-{calendar_words()['weekday'][word]}", "day", "none")
        if word.rstrip("s") not in calendar_words()["unit"]:
            return Value("SET", f"XXXX-XX-XXT{calendar_words()['daypart'].get(word, 'MO').lstrip('T')}", "hour", "none")
        number = parse_number(e.groups.get("number", "one"))
        return replace(duration("1" if number is None else f"{number:g}", unit_of(word)), type="SET")

    def _set(self, s: Sentence, e: Expression) -> Value | None:
        return Value("SET", calendar_words()["set"][e.groups["set"]], "day", "none")

    def _clock(self, s: Sentence, e: Expression) -> Value | None:
        g = e.groups
        said = g.get("hour24") or g.get("hour4") or g.get("hour") or g["oclock"]
        hour = int(said) if said.isdigit() else number_value([said])
        if hour is None or hour > 24:
            return None
        if "half" in g:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if g["half"].startswith("p") else 0)
        minute = int(g.get("minute24") or g.get("minute4") or g.get("minute") or 0)
        day = self._relative_weekday(s, e) if "weekday" in g else self._deictic(s, e) if "deictic" in g else None
        if day is None and timetense.word_before(self.text, s, e) in ("from", "to", "until", "between") and timetense.habit(self.parse, s, e):
            day = _open_day()  # "a curfew runs from 6 p.m. to 7 a.m."
        at = day.text if day is not None and day.granularity == "day" else self.day_in(s) or self.day_told(s, e)
        return Value("TIME", f"{at}T{hour:02d}:{minute:02d}{'Z' if 'zone' in g else ''}", "minute", self.anchor)

    def _part(self, s: Sentence, e: Expression) -> Value | None:
        of = self.following
        if of is not None and of.rule in ("days_month", "month_days") and _OF.fullmatch(self.text, e.end, of.start):
            dated = self._month_days(s, of)  # "the night of 14-15 March"
            return self.part_of(dated, e) if dated is not None else None
        # "They came at night and took him", "raid homes at night": of which night it was nothing is said, unless a day was told before.
        any_night = e.groups["part"] == "night" and timetense.word_before(self.text, s, e) == "at"
        gone_on = self.day_gone_on_with(s, e) if any_night and not self.history else None
        day = self.day_in(s) or ("XXXX-XX-XX" if self.history else gone_on.isoformat() if gone_on is not None else "XXXX-XX-XX" if any_night else self.day_told(s, e))
        return self.part_of(Value("DATE", day, "day", "none" if any_night and day.startswith("XXXX") else self.anchor), e)

    def day_told(self, s: Sentence, e: Expression) -> str:
        base = self.base
        day = self.day_gone_on_with(s, e) or (base.date if base is not None else None)
        return day.isoformat() if day is not None else "XXXX-XX-XX"

    def day_gone_on_with(self, s: Sentence, e: Expression) -> date | None:
        """ "Gunmen attacked Lom on Monday. At dawn, they burned the market": the day that the paragraph told last, or the one before it told of the last days, where
        what is told there goes on. None where that day only bounds or names something ("since Monday", "Sunday's vote")."""
        at, item = self.reference, self.told_as
        day = at.date if at is not None else None
        if self.history or day is None or item is None or e.groups.get("part") in word_set("parts_of_the_running_day"):
            return None
        named = self.text[item.end : item.end + 2] in ("'s", "’s")
        bound = self.text[: item.start].lower().split()[-1:]
        if named or (bound and bound[0] in word_set("time_comparing") | word_set("time_bounds_ahead")) or timetense.future(self.parse, s, e):
            return None
        if self.published is None:
            return day if s.paragraph == self.told_in else None
        near = s.paragraph == self.told_in or (s.paragraph == self.told_in + 1 and (self.published - day).days <= _WEEK)
        return day if near and day <= self.published else None

    def day_in(self, s: Sentence) -> str | None:
        """The day that the sentence names, as a value."""
        for item in expressions(self.text, s.start, s.end):
            if item.rule in _DAY_RULES:
                value = getattr(self, f"_{item.rule}")(s, item)
                if value is not None and value.granularity in ("day", "hour") and value.text[:4].isdigit():
                    return str(value.text[:10])
        return None

    def _reference(self, s: Sentence, e: Expression) -> Value | None:
        if e.groups["reference"].endswith("soon") and timetense.past(self.parse, s, e):
            return None  # "they soon fled" orders what is told; it points at no future
        return Value("DATE", calendar_words()["reference"][e.groups["reference"].replace("’", "'")], "unknown", "none")

    def _reference_adjective(self, s: Sentence, e: Expression) -> Value | None:
        return Value("DATE", calendar_words()["reference_adjective"][e.groups["reference"]], "unknown", "none")


def _open_day() -> Value:
    return Value("DATE", "XXXX-XX-XX", "day", "none")
