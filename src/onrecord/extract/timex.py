"""times, recognition: expressions of date, time, duration and set, each with what its words say, before any anchor is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words

Groups = dict[str, str]


@dataclass(frozen=True, slots=True)
class Expression:
    """Clean offsets [start, end), the rule that matched and its groups, lower case."""

    start: int
    end: int
    rule: str
    groups: Groups


def _alternatives(*classes: str, plural: bool = False) -> str:
    words = sorted({w for c in classes for w in calendar_words()[c]}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w) + ("s?" if plural else "") for w in words) + ")"


_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|a\s+dozen|a\s+couple\s+of|couple\s+of|several|a\s+few|few|many|half\s+an?)"
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth)"
_YEAR = r"(?:1[0-9]\d{2}|20\d{2})"
_MOD = r"(?:(?P<mod>early|mid|late|the\s+(?:beginning|start|middle|end)\s+of|the\s+(?:early|late))[\s-]+(?:the\s+)?)?"
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>a\.?m\.?|p\.?m\.?)|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?:\s*(?:hours|hrs))?"
)


@lru_cache(maxsize=1)
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(rule, pattern), the more specific first; month and weekday names must be capitalised, which the caller checks."""
    month = _alternatives("month") + r"\.?"
    weekday = _alternatives("weekday")
    unit = _alternatives("unit", plural=True)
    part = _alternatives("daypart")
    season = _alternatives("season")
    holiday = _alternatives("holiday")
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
    table = {
        "iso": rf"(?P<year>{_YEAR})-(?P<monthnumber>[01]\d)(?:-(?P<day>[0-3]\d))?",
        "month_day_year": rf"(?P<month>{month})\s+{day}(?:,\s*|\s+)(?P<year>{_YEAR})",
        "day_month_year": rf"{day}(?:\s+of)?\s+(?P<month>{month}),?\s+(?P<year>{_YEAR})",
        "slash": rf"(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)[/.](?P<year>{_YEAR})",
        "month_range": rf"(?P<month>{month})\s+(?P<day>[0-3]?\d)\s*(?:-|–|to)\s*(?P<dayto>[0-3]?\d)(?:,\s*(?P<year>{_YEAR}))?",
        "month_day": rf"(?P<month>{month})\s+{day}(?![\d:]|,\d)",
        "day_month": rf"(?:the\s+)?{day}(?:\s+of)?\s+(?P<month>{month})",
        "month_year": rf"{_MOD}(?P<month>{month}),?\s+(?:of\s+)?(?P<year>{_YEAR})",
        "season_year": rf"(?:the\s+)?{_MOD}(?P<season>{season})\s+(?:of\s+)?(?P<year>{_YEAR})",
        "relative_season": rf"(?P<relation>last|this|next|the\s+previous|the\s+following)\s+(?P<season>{season})",
        "quarter_year": rf"(?:the\s+)?(?P<ordinal>first|second|third|fourth)\s+quarter(?:\s+of\s+(?P<year>{_YEAR}))?",
        "relative_month": rf"(?P<relation>last|this|next|the\s+previous|the\s+following)\s+(?P<month>{month})",
        "month_of_relative": rf"(?P<month>{month})\s+(?:of\s+)?(?P<relation>last|this|next)\s+year",
        "decade": rf"{_MOD}(?:the\s+)?(?P<decade>(?:1[0-9]|20)\d0)s|(?:the\s+)?[’'](?P<short>\d0)s",
        "century": r"(?:the\s+)?(?P<mod>early|mid|late)?[\s-]*(?P<century>\d{1,2})(?:st|nd|rd|th)\s+century",
        "range_years": rf"(?P<year>{_YEAR})\s*(?:-|–)\s*(?P<yearto>{_YEAR}|\d{{2}})(?!\d)",
        "relative_weekday": rf"(?P<relation>last|this|next|the\s+previous|the\s+following|on|early|late|this\s+past|this\s+coming|the\s+past)?\s*(?P<weekday>{weekday})(?:[’']s)?(?:\s+(?P<part>{part}))?(?:\s+(?P<after>last|next)\s+week)?",
        "deictic_part": rf"(?P<deictic>yesterday|tomorrow)\s+(?P<part>{part})|(?P<this>this|last|the\s+same|that)\s+(?P<part2>{part})",
        "deictic": r"(?P<deictic>today|yesterday|tomorrow|tonight)",
        "the_day_before_deictic": r"the\s+day\s+(?P<shift>before|after)\s+(?P<deictic>yesterday|tomorrow)",
        "ago": rf"(?P<about>about|around|some|nearly|almost|more\s+than|over|at\s+least)?\s*(?P<number>{_NUMBER})[\s-]+(?P<unit>{unit})\s+(?P<direction>ago|earlier|later|hence|from\s+now|afterwards?|previously|beforehand)",
        "in_future": rf"(?:with)?in\s+(?:the\s+next\s+)?(?P<number>{_NUMBER})\s+(?P<unit>{unit})['’]?(?:\s+time)?",
        "relative_unit": r"(?P<relation>last|this|next|(?:the\s+)?previous|(?:the\s+)?following|the\s+past|the\s+coming|(?:the\s+)?same|the\s+next|that|earlier\s+this|later\s+this|early\s+(?:this|next|last)|late\s+(?:this|next|last)|the\s+current|the\s+day\s+of)\s+(?P<unit>week|weekend|month|quarter|year|decade|century|day|night)(?!\w)",
        "span_relative": rf"(?:(?:in|over|during|for)\s+)?(?P<relation>(?:the\s+)?(?:last|past|next|coming|previous|following|first))\s+(?P<number>{_NUMBER})\s+(?P<unit>{unit})",
        "every": rf"(?P<every>every|each|once\s+an?|twice\s+an?|three\s+times\s+an?|per)\s+(?:(?P<number>{_NUMBER})\s+)?(?P<unit>{unit}|{weekday}|{part})",
        "set": _alternatives("set").replace("(?:", "(?P<set>", 1),
        "duration": rf"(?P<about>about|around|some|nearly|almost|more\s+than|over|at\s+least|up\s+to|less\s+than)?\s*(?P<number>{_NUMBER})[\s-]+(?P<unit>{unit})(?:[\s-](?:long|old))?",
        "vague_duration": r"(?P<vague>seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?!\s+(?:old|ago|later|earlier))",
        "clock": rf"(?:{_CLOCK})(?:\s*\(?(?P<zone>GMT|UTC))?",
        "holiday": rf"(?P<holiday>{holiday})(?:,?\s+(?P<year>{_YEAR}))?",
        "reference": _alternatives("reference").replace("(?:", "(?P<reference>", 1),
        "before_christ": r"(?P<bc>\d{1,4})\s*(?:BC|BCE|B\.C\.)",
        "mod_year": rf"(?P<mod>early|mid|late|the\s+(?:beginning|start|middle|end)\s+of)[\s-]+(?:in\s+)?(?P<year>{_YEAR})",
        "year": rf"(?P<year>{_YEAR})(?!\d|[,.]\d|\s*(?:people|men|women|soldiers|troops|workers|dollars|euros|%|percent|per\s+cent|km|miles|jobs|votes|meters|metres))",
        "month": rf"{_MOD}(?P<month>{month})",
        "part": r"(?P<part>midnight|noon|midday|overnight)",
    }
    return tuple((name, re.compile(rf"(?<![\w$€£.,/-])(?:{body})(?![\w])", re.IGNORECASE)) for name, body in table.items())


_NEEDS_CAPITAL = ("month", "weekday")
# Rules whose words are often no time at all unless a preposition of time stands before them.
_PREPOSED = {
    "year": frozenset(
        [
            "in",
            "since",
            "by",
            "from",
            "until",
            "till",
            "of",
            "during",
            "before",
            "after",
            "for",
            "through",
            "and",
            "to",
            "late",
            "early",
            "between",
            "around",
            "about",
            "mid",
            "the",
            "since",
        ]
    )
}
_TIMEY = word_set("time_openers")


def expressions(text: str, start: int, end: int) -> list[Expression]:
    """The time expressions of text[start:end], longest first where they overlap, in text order."""
    found: list[Expression] = []
    for rule, pattern in patterns():
        for match in pattern.finditer(text, start, end):
            groups = {k: " ".join(v.lower().split()) for k, v in match.groupdict().items() if v}
            if _capitalised(match, groups) and _plausible(rule, match, text, start):
                at = match.start() + len(match.group()) - len(match.group().lstrip())
                found.append(Expression(at, match.end(), rule, groups))
    kept: list[Expression] = []
    rank = {name: k for k, (name, _) in enumerate(patterns())}
    for item in sorted(found, key=lambda e: (e.start - e.end, rank[e.rule])):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)
    return [_narrowed(text, e) for e in sorted(kept, key=lambda e: e.start)]


def _narrowed(text: str, item: Expression) -> Expression:
    """Leading prepositions that a pattern needed ("on Monday", "in three days") are no part of the expression."""
    words = text[item.start : item.end]
    lead = re.match(r"(?:on|over|during|for)\s+", words, re.IGNORECASE)
    return Expression(item.start + lead.end(), item.end, item.rule, item.groups) if lead else item


def _capitalised(match: re.Match[str], groups: Groups) -> bool:
    return all(name not in groups or match.group(name)[:1].isupper() for name in _NEEDS_CAPITAL)


def _plausible(rule: str, match: re.Match[str], text: str, start: int) -> bool:
    before = text[max(start, match.start() - 20) : match.start()].lower().split()
    last = before[-1].strip("(,-–") if before else ""
    if rule == "year":
        return (
            last in _PREPOSED["year"]
            or text[max(0, match.start() - 1)] in "(-–"
            or calendar_words()["month"].get(last) is not None
            or not before
            or match.start() == start
        )
    if rule == "month":
        word = match.group("month").lower().rstrip(".")
        after = text[match.end() : match.end() + 3]
        if word in ("may", "march", "mar", "sun", "sat", "jan"):
            return last in ("in", "since", "by", "until", "of", "last", "next", "this", "early", "late", "from", "during") and not re.match(
                r"\s[A-Z]", after
            )
        return not (re.match(r"\s[A-Z][a-z]", after) and last not in ("in", "since", "by", "until", "of"))
    if rule == "vague_duration":
        return last in _TIMEY or last in ("recent", "coming", "previous")
    if rule == "duration":
        number = match.group("number").lower()
        unit = match.group("unit").lower()
        return not (number in ("a", "an", "about", "three", "first") and unit.startswith(("second", "quarter")))
    if rule == "reference":
        return not (
            match.group().lower() in ("shortly", "soon") and re.match(r"\s+(?:after|before|thereafter)", text[match.end() : match.end() + 12])
        )
    if rule == "holiday":
        return match.group("holiday")[:1].isupper()
    if rule == "slash":
        return int(match["a"]) <= 31 and int(match["b"]) <= 31
    return True


def iter_spans(items: list[Expression]) -> Iterator[tuple[int, int]]:
    for item in items:
        yield item.start, item.end
