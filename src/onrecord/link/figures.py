"""Which figures of a report a correction means that names a number alone ("It was eleven, not nine").

It means one thing told with that number: the one kind of outcome that its own words tell, or, where they tell none, the only thing of which the report
tells that number at all. Where several things have it, nobody can know which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.corrections import counted_words
from onrecord.lexicon.quantities import outcomes
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.numbers import value

_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_PART = re.compile(r"[-–]|\s")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|es|e|s)$")
_LONGEST = 6  # words of a number
_BEHIND = 3  # words behind a number that may tell what it counts
_NEAR = 60  # code points between a number and what it counts, at most
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a report tells: its bounds, what is counted (`kind` of quantity, empty where that is not known; stems of `words`), the event it belongs to and
    the attributions it is told under, the words of its sentence, and whether that is the headline, which tells again what stands below."""

    low: int | None
    high: int | None
    kind: str = ""
    words: frozenset[str] = frozenset()
    event: str | None = None
    attributions: tuple[str, ...] = ()
    sentence: frozenset[str] = frozenset()
    headline: bool = False


def figures(record: Record) -> tuple[Figure, ...]:
    """Every figure of a report: its quantities, the counts of its events, and all other numbers of its text."""
    text = record.report.text
    title = record.report.title.spans if record.report.title is not None else ()
    found: list[Figure] = []

    def titled(at: int) -> bool:
        return any(span.start <= at < span.end for span in title)

    taken: list[Span] = []
    for one in record.quantities:
        taken += one.spans
        found.append(Figure(one.min, one.max, one.kind, _stems(one.text), one.event, one.attributions, *((_around(text, one.spans[0].start), titled(one.spans[0].start)) if one.spans else ())))
    numbers = list(_numbers(text))
    for event in record.events:
        if event.count is None:
            continue
        for mention in (m for m in event.mentions if m.sentence is not None and m.trigger):
            at = mention.trigger[0].start
            near = [(a, b) for a, b, n in numbers if at - _NEAR <= a < at and n in (event.count.min, event.count.max) and not any(s.start <= a < s.end for s in taken)]
            if near:
                taken.append(Span.of(text, *near[-1]))
                found.append(Figure(event.count.min, event.count.max, "", frozenset().union(*(_stems(t.words) for t in mention.trigger)), event.id, (), _around(text, at), titled(at)))
    counted = tuple(found)
    for start, end, told in numbers:
        if any(span.start <= start < span.end for span in taken):
            continue
        again = _again(record, counted, taken, start, told)
        if again is not None:
            found.append(replace(again, sentence=_around(text, start), headline=titled(start)))
            continue
        behind = [m.group() for m in _TOKEN.finditer(text, end, min(len(text), end + _NEAR))][:_BEHIND]
        kinds = _kinds(frozenset(word.casefold() for word in behind[:1]))
        found.append(Figure(told, told, next(iter(kinds)) if len(kinds) == 1 else "", _stems(" ".join(behind)), None, (), _around(text, start), titled(start)))
    return tuple(found)


def _again(record: Record, counted: Sequence[Figure], taken: Sequence[Span], at: int, told: int) -> Figure | None:
    """The figure that a number tells again: that of an event which the sentence is a mention of, as a headline is, and in which nothing else has the number."""
    for event in record.events:
        for mention in event.mentions:
            inside = mention.sentence
            if inside is None or not inside.start <= at < inside.end or any(inside.start <= span.start < inside.end for span in taken):
                continue
            known = next((f for f in counted if f.event == event.id and told in (f.low, f.high)), None)
            if known is not None:
                return known
    return None


def number(words: str) -> tuple[int, str] | None:
    """The number that words are or open with, and the words behind it; None where they open with none."""
    tokens = [t for t in _PART.split(words.strip()) if t]
    for size in range(min(len(tokens), _LONGEST), 0, -1):
        if size == 1 and tokens[0].casefold() in ("a", "an"):
            return None
        found = value([t.strip(",.") for t in tokens[:size]])
        if found is not None:
            return found, " ".join(tokens[size:])
    return None


def says_only_a_number(words: str) -> bool:
    """Whether words hold a number and, beside it, at most what says nothing of what is counted ("nine people"; not "4 March")."""
    found = number(words)
    return found is not None and all(counted_words().get(w.casefold()) == "" for w in found[1].split())


def meant(wrong: Span, sentence: Span | None, passage: str, told: Sequence[Figure]) -> tuple[tuple[Figure, ...], str]:
    """The figures of a report that a number named as wrong means, by its sentence and the passage of correction; or none, and why."""
    found = number(wrong.words)
    if found is None:
        return (), "words_not_found"
    fitting = [f for f in told if found[0] in (f.low, f.high)]
    said = sentence.words if sentence is not None else passage
    # "nine arrests" names what is counted itself.
    topic = frozenset(w.casefold() for w in found[1].split() if counted_words().get(w.casefold()) != "") or _topic(said) or _topic(passage)
    if topic:
        kinds, stems = _kinds(topic), frozenset(_stem(w) for w in topic)
        fitting = [f for f in fitting if f.kind in kinds or stems & f.words]
    names = _names(said)
    if names:
        near = [f for f in fitting if names <= f.sentence]
        known = frozenset().union(*(f.sentence for f in told))
        fitting = near if near or not names <= known else fitting
    told_below = {f.kind for f in fitting if f.kind and not f.headline}
    below = [f for f in fitting if not (f.headline and f.kind in told_below)]
    things = {(f.kind, f.event if f.event is not None else "") if f.kind or f.event else ("", " ".join(sorted(f.words))) for f in below}
    kinds_of, events = {kind for kind, _ in things}, {f.event for f in below if f.event is not None}
    if not fitting:
        return (), "words_not_found"
    if len(kinds_of) > 1 or len(events) > 1 or ("" in kinds_of and len(things) > 1):
        return (), "several_figures"
    # A headline's own event is told with the same number.
    chosen = tuple(f for f in fitting if f.event is not None and f.kind in kinds_of)
    return chosen, "" if chosen else "words_not_found"


def _topic(words: str) -> frozenset[str]:
    """Words that tell what is counted: none that only speak of numbers and reports, no number, no day, no name."""
    return frozenset(low for low, name in _telling(words) if not name)


def _names(words: str) -> frozenset[str]:
    """Capitalised words that do not open a sentence, folded; days aside."""
    return frozenset(low for low, name in _telling(words) if name)


def _telling(words: str) -> Iterator[tuple[str, bool]]:
    """The words of a correction that tell something beside the number itself, folded, and whether each is a name."""
    counted, small, days = counted_words(), word_set("words_of_retelling"), calendar_words()
    empty = {w for kind in ("weekday", "weekday_short", "month") for w in days[kind]}
    for found in _TOKEN.finditer(words):
        word = re.sub(r"['’]s$", "", found.group())
        low = word.casefold()
        if low not in small and low not in empty and counted.get(low) != "" and value([low]) is None:
            yield low, word[:1].isupper() and words[: found.start()].rstrip(" \t\n[(“\"‘")[-1:] not in ("", ":", ".", "!", "?")


def _kinds(topic: frozenset[str]) -> frozenset[str]:
    """The kinds of outcome that words tell."""
    counted = counted_words()
    by_stem: dict[str, set[str]] = {}
    for (_, lemma), kind in outcomes().items():
        by_stem.setdefault(_stem(lemma), set()).add(kind)
    return frozenset(k for w in topic for k in ({counted[w]} if counted.get(w) else by_stem.get(_stem(w), ())))


def _numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """Where numbers stand in a text, and what they are; one and the articles aside, which count nothing as often as not."""
    run: list[re.Match[str]] = []
    for token in [*_TOKEN.finditer(text), None]:
        low = token.group().casefold() if token is not None else ""
        if token is not None and low not in ("a", "an", "and") and value([low]) is not None and (not run or re.fullmatch(r"[\s-]", text[run[-1].end() : token.start()])):
            run.append(token)
            continue
        if run:
            found = value([t.group() for t in run])
            if found is not None and not (len(run) == 1 and run[0].group().casefold() == "one"):
                yield run[0].start(), run[-1].end(), found
        run = [token] if token is not None and low not in ("a", "an", "and") and value([low]) is not None else []


def _around(text: str, at: int) -> frozenset[str]:
    """The words of the sentence at an offset."""
    start = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, at - 1_000), at)), default=max(0, at - 1_000))
    end = _SENTENCE_END.search(text, at, min(len(text), at + 1_000))
    return _words(text[start : end.start() if end else min(len(text), at + 1_000)])


def _words(text: str) -> frozenset[str]:
    return frozenset(t.casefold() for t in _TOKEN.findall(text))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(w) for w in _words(text) if value([w]) is None and w not in word_set("words_of_retelling") and counted_words().get(w) != "")


def _stem(word: str) -> str:
    return _ENDING.sub("", word.casefold())
