"""times: TIMEX3 values from what the words say, the publication date or the narrative's last date, and the tense of the clause.

A value that needs a publication date which nobody gave stays open (`XXXX-...`): it is said, never invented.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import cast

from onrecord.extract.temporal.timecalendar import month
from onrecord.extract.temporal.timeresolve import Resolver
from onrecord.extract.temporal.timex import Expression, counts_things, expressions
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import Added, TimeLayer, TimeMention
from onrecord.model.parse import Parse, Sentence, Token
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.text import CleanText
from onrecord.model.time import Time
from onrecord.timevalue import bounds, of_day, publication_day

# A text that counts by weekdays and "yesterday" is news unless it names many more years.
_FEWEST_DATES, _MANY_YEARS = 3, 6
_MOSTLY = 0.6
# Months and days without a year that weigh as much as one with it.
_MONTHS_A_DATE = 5
_LONGEST_LINE = 90
# Days after its dateline within which a report may come out and still tell from the dateline's day.
_REPRINTED = 60


def told_from(text: str, parse: Parse, found: Sequence[tuple[Sentence, Expression]], published: date | None) -> date | None:
    """The day from which a report tells: that of its dateline ("DHAKA, Nov 29 (Agency)") where it came out on that day or in the weeks after, else the day on which it came out."""
    if published is None:
        return None
    for sentence, item in found:
        value = Resolver(text, parse, published, False, undated=False).value(sentence, item, None) if sentence.part == "byline" and sentence.heads == "place" else None
        if value is not None and value.type == "DATE" and value.granularity == "day" and "X" not in value.text and 0 <= (published - date.fromisoformat(value.text[:10])).days <= _REPRINTED:
            return date.fromisoformat(value.text[:10])
    return published


@dataclass(frozen=True)
class TimeStage:
    """Requires report, clean and parse; provides `times`. Cost: a few dozen patterns over each sentence."""

    name: str = "times"
    version: str = "1"
    requires: tuple[str, ...] = ("report", "clean", "parse")
    provides: tuple[str, ...] = ("times",)

    def run(self, layers: Mapping[str, object]) -> Added:
        report = cast(Report, layers["report"])
        clean = cast(CleanText, layers["clean"])
        parse = cast(Parse, layers["parse"])
        found = [(s, e) for s in parse.sentences for e in expressions(clean.text, s.start, s.end) if not counts_things(parse, s, tokens_of(parse, s, e), e)]
        published = publication_day(report)
        items = [e for _, e in found]
        history = narrative(published, items)
        published = told_from(clean.text, parse, found, published)
        resolver = Resolver(clean.text, parse, published, history, undated=published is None and not any(counts_from_now(e) for e in items))
        times: list[Time] = []
        placed_at: list[tuple[Sentence, Expression]] = []
        mentions: list[TimeMention] = []
        for at, (sentence, item) in enumerate(found):
            following = found[at + 1] if at + 1 < len(found) else (None, None)
            value = resolver.value(sentence, item, following[1] if following[0] is sentence else None)
            if value is None:
                continue
            spans = clean.spans(item.start, item.end)
            low, high = bounds(value)
            time = Time(
                span_id("time", report.id, spans), spans, value.type, value.text, None, None, low, high, value.granularity, value.anchor,
                {"value": Derivation("times", self.version, f"timex:{item.rule}")}, 0.5 if "X" in value.text else 0.8,
            )  # fmt: skip
            times.append(time)
            placed_at.append((sentence, item))
            inside = [t.i for t in tokens_of(parse, sentence, item)]
            # "the former mayor": a time of the record, but of no event.
            placed = inside and item.rule != "reference_adjective"
            mentions.append(TimeMention(item.start, item.end, inside[0] if placed else -1, inside[-1] + 1 if placed else -1, time.id))
        times = spanned(clean.text, placed_at, times) + self.stated(report, clean)
        return Added({"times": TimeLayer(tuple(sorted(times, key=lambda t: t.spans[0])), tuple(mentions), history, published)})

    def stated(self, report: Report, clean: CleanText) -> list[Time]:
        """Full dates in lines that cleaning left out of the text: the report's own date line is a time of the record too."""
        found: list[Time] = []
        for edit in clean.edits:
            if edit.replacement or edit.kind != "boilerplate" or edit.end - edit.start > _LONGEST_LINE:
                continue
            for item in expressions(clean.raw, edit.start, edit.end):
                if item.rule not in ("iso", "month_day_year", "day_month_year"):
                    continue
                value = of_day(
                    int(item.groups["year"]),
                    int(item.groups["monthnumber"]) if item.rule == "iso" else month(item.groups["month"]),
                    int(item.groups.get("day", 1)),
                )
                if value is not None:
                    spans = (Span.of(clean.raw, item.start, item.end),)
                    low, high = bounds(value)
                    derivation = {"value": Derivation("times", self.version, f"timex:{item.rule}:line")}
                    found.append(
                        Time(
                            span_id("time", report.id, spans),
                            spans,
                            value.type,
                            value.text,
                            None,
                            None,
                            low,
                            high,
                            value.granularity,
                            "none",
                            derivation,
                            0.9,
                        )
                    )
        return found


_JOINED = re.compile(r"\s*(-|–|—|to|until|till|through|and)\s*(?:the\s+)?(?:on\s+)?")
_OPENED = re.compile(r"\b(from|between)\s+(?:the\s+)?$", re.IGNORECASE)


def spanned(text: str, found: list[tuple[Sentence, Expression]], times: list[Time]) -> list[Time]:
    """The times, with the ends of the interval on both of two that bound one: "12-15 May", "between 3 and 7 March", "from April to June"."""
    made = list(times)
    for k, ((sentence, one), (other, two)) in enumerate(pairwise(found)):
        first, last = times[k], times[k + 1]
        joined = _JOINED.fullmatch(text, one.end, two.start) if other is sentence else None
        if joined is None or first.type != last.type or first.granularity != last.granularity or first.type not in ("DATE", "TIME"):
            continue
        opened = _OPENED.search(text[sentence.start : one.start])
        word = joined[1].lower()
        ranged = (opened is not None and opened[1].lower() == "between") if word == "and" else (word in "-–—" or opened is not None or one.rule == two.rule in ("days_month", "month_days"))
        if ranged and (first.latest is None or last.earliest is None or first.latest < last.earliest):
            made[k], made[k + 1] = replace(first, begin=first.value, end=last.value), replace(last, begin=first.value, end=last.value)
    return made


def tokens_of(parse: Parse, sentence: Sentence, item: Expression) -> list[Token]:
    return [t for t in parse.tokens[sentence.first : sentence.last] if t.start < item.end and item.start < t.end]


_NEWS_RULES = ("relative_weekday", "deictic", "deictic_part", "relative_month", "relative_season")
_NEWS_RELATIONS = ("last", "this", "next")
_OF_THE_DAY = ("recent", "current", "now")


def counts_from_now(item: Expression) -> bool:
    """Whether the words count from the day on which they were written: "Monday", "yesterday", "last month"."""
    return item.rule in ("relative_weekday", "deictic", "the_day_before_deictic") or "deictic" in item.groups or item.groups.get("relation") in _NEWS_RELATIONS or item.groups.get("direction") == "ago"


def narrative(published: date | None, items: list[Expression]) -> bool:
    """Whether the text tells history, and relative dates count from where it stands: it tells months and days of past years, most of its years are
    past, and they far outnumber what news counts by ("Monday", "today", "last month")."""
    years = [e for e in items if "year" in e.groups]
    news = sum(e.rule in _NEWS_RULES or (e.rule == "relative_unit" and e.groups["relation"] in _NEWS_RELATIONS) for e in items)
    if published is None:
        # "recently", "now": written from a day that the text does not give.
        news += sum(e.groups.get("reference", "").startswith(_OF_THE_DAY) for e in items)
    last = published.year if published is not None else max((int(e.groups["year"]) for e in years if e.groups["year"].isdigit()), default=0) + 1
    old = [e for e in years if not e.groups["year"].isdigit() or int(e.groups["year"]) < last]
    dated = sum("month" in e.groups or "season" in e.groups or not e.groups["year"].isdigit() for e in old)
    if not news:  # a chronicle under headings of years says the year once and then only months and days
        dated += len(old) >= _FEWEST_DATES and sum("month" in e.groups and "year" not in e.groups for e in items) // _MONTHS_A_DATE
    return dated >= _FEWEST_DATES and len(old) > _MOSTLY * len(years) and (not news or len(old) >= max(_MANY_YEARS, 2 * news))
