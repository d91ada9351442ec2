"""times, recognition: expressions of date, time, duration and set, each with what its words say, before any anchor is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words, grammar, timely
from onrecord.model.parse import Parse, Sentence, Token

Groups = dict[str, str]


@dataclass(frozen=True, slots=True)
class Expression:
    """Clean offsets [start, end), the rule that matched and its groups, lower case."""

    start: int
    end: int
    rule: str
    groups: Groups


# A year without a preposition must be one that news and histories write about.
_BARE_YEARS = range(1500, 2061)
_LONE_LETTER = re.compile(r"\s+[A-Z]")
_JOINED = re.compile(r"(?:\d|[A-Za-z]{3}\.?)\s?$")
# Rules that may follow a hyphen, where it joins two times: "14 August-24 August".
_AFTER_HYPHEN = frozenset({"day_month", "month_day", "month_year", "day_month_year", "month_day_year", "month", "season_year", "clock", "year"})


def expressions(text: str, start: int, end: int) -> list[Expression]:
    """The time expressions of text[start:end], longest first where they overlap, in text order."""
    if not timely().search(text, start, end):
        return []
    found: list[Expression] = []
    rank = {rule.name: k for k, rule in enumerate(grammar())}
    for rule in grammar():
        for match in rule.pattern.finditer(text, start, end):
            if _capitalised(match) and _after_hyphen(rule.name, match, text, start) and _plausible(rule.name, match, text, start):
                found += _made(rule.name, match)
    kept: list[Expression] = []
    for item in sorted(found, key=lambda e: (e.start - e.end, rank[e.rule])):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda e: e.start)


def _made(rule: str, match: re.Match[str]) -> list[Expression]:
    """One expression of a match, or two where it is a range or a pair."""
    groups = {k: " ".join(v.lower().split()) for k, v in match.groupdict().items() if v}
    names = match.re.groupindex
    if "second" not in names:
        group = "core" if match.groupdict().get("core") else 0
        return [Expression(*_without_openers(match, group), rule, groups)]
    both = {k: v for k, v in groups.items() if k not in ("first", "second")}
    second = {**both, **{k.removesuffix("2"): v for k, v in both.items() if k.endswith("2")}}
    if rule == "years" and len(second["year"]) == 2:  # "1915-16"
        second["year"] = both["year"][:2] + second["year"]
    one = {k: v for k, v in both.items() if not k.endswith("2")}
    if era := _ERA.search(second.get("year", "")):  # "480-479 BC": both are
        one["year"] = f"{one['year']} {era.group()}"
    made = [Expression(*match.span("second"), rule, {k: v for k, v in second.items() if not k.endswith("2")})]
    return [Expression(*match.span("first"), rule, one), *made] if "first" in names else made


_ERA = re.compile(r"[a-z][a-z.]*$")


def _without_openers(match: re.Match[str], group: str | int) -> tuple[int, int]:
    """Leading prepositions that a pattern needed ("on Monday", "in three days") are no part of the expression."""
    start, end = match.span(group)
    lead = re.match(r"\s*(?:on|in|at(?!\s+(?:least|most))|during|for)\s+", match.string[start:end], re.IGNORECASE)
    return (start + lead.end() if lead else start), end


def _capitalised(match: re.Match[str]) -> bool:
    return all(match.group(name)[:1].isupper() for name in ("month", "weekday") if name in match.re.groupindex and match.group(name))


def _after_hyphen(rule: str, match: re.Match[str], text: str, start: int) -> bool:
    at = match.start()
    if at == start or text[at - 1] not in "-–—":
        return True
    return text[at - 1] == "—" or (rule in _AFTER_HYPHEN and bool(_JOINED.search(text[max(start, at - 8) : at - 1])))


def _plausible(rule: str, match: re.Match[str], text: str, start: int) -> bool:
    check = _CHECKS.get(rule)
    if check is None and rule not in _DAYS_OF_NAMES:
        return True
    before = text[max(start, match.start() - 24) : match.start()].lower().split()
    last = before[-1].strip("(,-–“\"'‘") if before else ""
    if check is None:
        return not _names_something(match, text, last)
    return check(match, text, last, match.start() == start or not before)


_DAYS_OF_NAMES = frozenset({"month_day", "day_month", "month_day_year", "day_month_year"})
_APPOSITIVE = re.compile(r",\s+(?:the|a|an)\s+((?:[\w-]+\s+){0,4}?[\w-]+)(?=[,.;:)]|\s+(?:that|which|who|in|behind|blamed)\b|$)")


def _names_something(match: re.Match[str], text: str, last: str) -> bool:
    """"the March 23 Movement", "14 July Bridge", "members of November 17, the guerrilla band": a day in a name is no day of the record."""
    after = re.match(r"\s+([A-Z][a-z]+)", text[match.end() : match.end() + 20])
    if after is not None:
        return after.group(1).lower() in word_set("named_after_days")
    called = _APPOSITIVE.match(text[match.end() : match.end() + 60])
    return called is not None and last in ("of", "by", "from", "with", "and") and called.group(1).split()[-1].lower() in word_set("bands_named_after_days")


def _deictic(match: re.Match[str], text: str, last: str, opens: bool) -> bool:
    """"told Today", "a stringer for Today": a capital behind a small word that no day follows makes a name."""
    word = match.group("deictic")
    return opens or not word[:1].isupper() or word.isupper() or not text[: match.start()].endswith(" ") or last not in word_set("before_named_papers") or not _last_word(text, match.start()).islower()


def _last_word(text: str, end: int) -> str:
    words = text[max(0, end - 30) : end].split()
    return words[-1] if words else ""


def _year(match: re.Match[str], text: str, last: str, opens: bool) -> bool:
    words = match.group("year")
    if not words.isdigit() or match.group("mod") or match.group().lower().startswith(("the y", "y")):
        return True
    if last in word_set("year_openers") or opens or text[max(0, match.start() - 1)] in "(-–" or last.rstrip(".") in calendar_words()["month"]:
        return True
    return int(words) in _BARE_YEARS and not last[-1:].isdigit() and last not in word_set("numbered_nouns")


def _month(match: re.Match[str], text: str, last: str, opens: bool) -> bool:
    word = match.group("month").lower().rstrip(".")
    if re.match(r"\s+[0-3]?\d(?![\d:]|,\d)", text[match.end() : match.end() + 6]):
        return False  # a day that names something
    named = _LONE_LETTER.match(text, match.end()) and text[match.end() + 2 : match.end() + 3].islower()
    if word in word_set("months_and_words"):
        ranged = re.match(r"\s*[-–]\s*[A-Z]", text[match.end() : match.end() + 5])
        return bool(match.group("mod") or ranged) or (last in word_set("month_openers") and not named)
    return not named or last in word_set("month_openers")


def _season(match: re.Match[str], text: str, last: str, opens: bool) -> bool:
    """Seasons are time after a preposition or article; in capitals before or after a capital they name something else."""
    named = text[: match.start()].rstrip()[-1:].isalnum() and _last_word(text, match.start()).istitle() and last not in word_set("season_openers")
    if match.group("season")[:1].isupper() and (_LONE_LETTER.match(text, match.end()) or named):
        return False  # "Spring Street", "Daniel Winter"
    word = match.group("season").lower()
    after = re.match(r"\s+(\w+)", text[match.end() : match.end() + 20])
    if after and after.group(1).lower() in word_set("seasonal_things"):
        return False
    if word == "fall" and (last == "a" or re.match(r"\s+(?:of|in|from|to)\s", text[match.end() : match.end() + 6])):
        return False
    return bool(match.group("mod")) or last in word_set("season_openers") or word in word_set("seasons_alone")


def _part(match: re.Match[str], text: str, last: str, opens: bool) -> bool:
    if match.group("part")[:1].isupper() and not opens and not match.group().isupper():
        return False
    return last in word_set("daypart_openers") or match.group("part").lower() in word_set("dayparts_alone")


def _set(match: re.Match[str], text: str, last: str, opens: bool) -> bool:
    """A capital within a sentence makes a name: "the People's Daily"."""
    return opens or not match.group()[:1].isupper() or match.group().isupper()


def _vague_duration(match: re.Match[str], text: str, last: str, opens: bool) -> bool:
    return last in word_set("time_openers")


def _duration(match: re.Match[str], text: str, last: str, opens: bool) -> bool:
    number, unit = match.group("number").lower(), match.group("unit").lower()
    if unit.startswith("quarter") and text[match.end() : match.end() + 3] == " of":
        return False  # "three quarters of the votes"
    return not (number in ("a", "an") and (unit.startswith(("second", "quarter")) or unit.endswith("s")))


def _reference(match: re.Match[str], text: str, last: str, opens: bool) -> bool:
    """"in the past two weeks" and "the future of" are another rule's, or no time; "as soon as" compares."""
    after = text[match.end() : match.end() + 12].lower()
    return last not in ("as", "how", "too") and not re.match(r"-", after)


def _relative_weekday(match: re.Match[str], text: str, last: str, opens: bool) -> bool:
    """"Black Friday", "Sunday Times": a weekday in a name is no day of the record."""
    after = re.match(r"\s+([A-Z][a-z]+)", text[match.end() : match.end() + 20])
    if last in word_set("words_of_calling") and after:
        return False  # "a guard named Tuesday Varna"
    return not ((after and after.group(1).lower() in word_set("weekday_names")) or last in word_set("weekday_namers"))


_CHECKS: dict[str, Callable[[re.Match[str], str, str, bool], bool]] = {
    "year": _year,
    "deictic": _deictic,
    "month": _month,
    "season": _season,
    "set": _set,
    "part": _part,
    "vague_duration": _vague_duration,
    "duration": _duration,
    "in_future": _duration,  # "died in a second blast"
    "reference": _reference,
    "relative_weekday": _relative_weekday,
    "holiday": lambda match, text, last, opens: match.group("holiday").removeprefix("the ")[:1].isupper(),
    # "2007-08" is two years, as a range of months it would be written otherwise.
    "iso": lambda match, text, last, opens: bool(match["day"]) or int(match["monthnumber"]) != (int(match["year"]) + 1) % 100,
    "slash": lambda match, text, last, opens: int(match["a"]) <= 31 and int(match["b"]) <= 31,
}


def counts_things(parse: Parse, sentence: Sentence, inside: list[Token], item: Expression) -> bool:
    """Whether a bare number that looks like a year counts what follows it ("1945 men") or numbers what stands before ("Resolution 1973"), or a part of
    the day only says of what kind something is ("night pay")."""
    if len(inside) == 1 and inside[0].dep == "compound" and inside[0].lower in word_set("parts_of_day") and parse[inside[0].head].i > inside[0].i:
        return True
    if item.rule in ("duration", "in_future") and item.groups.get("number") in ("a", "an", "one") and inside and inside[-1].dep in ("compound", "amod", "nmod") and parse[inside[-1].head].i > inside[-1].i and not any(t.text == "-" for t in inside):
        return True  # "a night guard", "in a night attack": of what kind, not how long
    if item.rule == "relative_weekday" and len(inside) == 1 and inside[0].dep in ("compound", "nmod") and parse[inside[0].head].lower in word_set("rites_of_weekdays"):
        # "an imam who leads Friday prayers" does so every week; "left after Friday prayers" is of a day.
        verb = parse[parse[inside[0].head].head]
        return verb.tag in ("VBZ", "VBP") and parse[inside[0].head].dep == "dobj"
    if len(inside) > 1 and inside[-1].i + 1 < sentence.last and parse[inside[-1].i + 1].lower in word_set("name_of_site_nouns") and any(t.text.isdigit() for t in inside) and any(t.text.isalpha() for t in inside) and not any(len(t.text) == 4 and t.text.isdigit() for t in inside):
        return True  # "the 5 May dam", "the 19 April Movement": called after a day
    if item.rule != "year" or not inside or not item.groups["year"].isdigit():
        return False
    token = inside[-1]
    head = parse[token.head]
    if token.dep == "nummod" and head.i > token.i:
        before = parse[token.i - 1] if token.i > sentence.first else None
        if before is not None and before.i == sentence.first and before.lower in ("in", "by", "since") and head.i == token.i + 1:
            return False  # "In 2011 rebels took the harbour": a year that opens a sentence, taken for the number of rebels
        definite = before is not None and (before.dep in ("det", "poss", "case") or before.tag in ("DT", "PRP$", "POS"))
        return head.lemma in word_set("counted_nouns") or (head.tag == "NNS" and not definite)  # "the 1954 accords" are of a year
    return head.i == token.i - 1 and head.lower in word_set("numbered_nouns")

