"""Agencies and outlets, how reports credit them, and the words of speakers and of reporters on site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

from onrecord._text_key import name_key
from onrecord.errors import ResourceError
from onrecord.lexicon.tables import Row, read_rows, read_terms, resource
from onrecord.lexicon.times import calendar_words

OutletKind = Literal["agency", "outlet"]
Weight = Literal["whole", "lead", "part"]

_WORD = r"[A-ZÀ-Þ0-9][\w'’&/-]*(?:\.\w+)*"
# No blank line stands in a name, and "the" opens another one ("on Monday the Delta Herald").
_GAP = r"(?!\s*\n\s*\n)\s+"
_NAME = rf"(?:\b[Tt]he\s+)?\b(?P<outlet>(?!(?:An?|The|As|In|On|At|But|And|Also|While|When|Since|After|Earlier)\s)(?:dpa\b|{_WORD})(?:{_GAP}(?:(?:of|de|della){_GAP})?(?!The\s){_WORD}){{0,5}})"
_LONGEST = 7
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An agency or outlet: `key` names it in origins, `owner` is shared by outlets of one newsroom or owner, None where the table names none."""

    key: str
    kind: OutletKind
    name: str
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class CreditRule:
    name: str
    weight: Weight
    pattern: re.Pattern[str]
    example: str
    counter: str


@dataclass(frozen=True, slots=True)
class SpeakerRule:
    kind: str
    pattern: re.Pattern[str]
    example: str


@lru_cache(maxsize=1)
def _listed() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    """Outlets by folded name and by domain."""
    names: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    for row in read_rows(resource("lexicon", "en", "outlets", "outlets.tsv"), ("key", "kind", "owner", "domains", "names")):
        if row["kind"] not in ("agency", "outlet"):
            raise ResourceError(f"{row.where}: kind {row['kind']!r} is neither agency nor outlet")
        spelled = row.items("names", ";")
        outlet = Outlet(row["key"], "agency" if row["kind"] == "agency" else "outlet", spelled[0], row["owner"] or None)
        names.update({_folded(name): outlet for name in spelled})
        domains.update(dict.fromkeys(row.items("domains", ";"), outlet))
    return names, domains


@lru_cache(maxsize=1)
def _articled() -> frozenset[str]:
    """Folded names that are one everyday word and always written with their article ("The Sun")."""
    rows = read_rows(resource("lexicon", "en", "outlets", "outlets.tsv"), ("key", "kind", "owner", "domains", "names"))
    spelled = [name for row in rows for name in row.items("names", ";")]
    plain = {name_key(name) for name in spelled}
    return frozenset(_folded(n) for n in spelled if n.startswith("The ") and len(n.split()) == 2 and name_key(n)[4:] not in plain)


@lru_cache(maxsize=1)
def _name_words() -> frozenset[str]:
    return read_terms(resource("lexicon", "en", "outlets", "name_words.txt"))


def _folded(name: str) -> str:
    key = name_key(name)
    return key[4:] if key.startswith("the ") and len(key) > 4 else key


def listed(name: str) -> bool:
    """Whether the list has an agency or outlet of this name."""
    return _folded(" ".join(name.split())) in _listed()[0]


def outlet_of(publisher: str) -> Outlet | None:
    """The outlet that a publisher's name, domain or address names; one that no list has gets a key of its own. None where nothing is named.

    "www.kyivindependent.com" and "The Kyiv Independent" share a key, listed or not: the letters of the name.
    """
    names, domains = _listed()
    value = " ".join(publisher.split())
    host = _host(value)
    if host is not None:
        for at in range(host.count(".")):
            found = domains.get(host.split(".", at)[-1])
            if found is not None:
                return found
        return Outlet(_squashed(_label(host)), "outlet", host)
    found = names.get(_folded(value))
    if found is not None:
        return found
    key = _squashed(_folded(value))
    return Outlet(key, "outlet", value) if key else None


def _host(value: str) -> str | None:
    low = value.casefold()
    if "://" in low:
        try:
            low = urlsplit(low).hostname or ""
        except ValueError:
            return None
    return low if _DOMAIN.fullmatch(low) else None


def _label(host: str) -> str:
    """The part of a host that names its owner: "www.harbour-gazette.co.uk" is "harbour-gazette"."""
    parts = host.split(".")[:-1]
    if len(parts) > 1 and len(parts[-1]) <= 3:
        parts = parts[:-1]
    return parts[-1]


def _squashed(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def named_outlet(words: str) -> tuple[Outlet, int] | None:
    """The outlet that words open with ("Harbour Gazette Monday"), and the length of its name in code points; None for any other name.

    An outlet is named by a listed name, or by two words or more of which the last is one that newspapers' and broadcasters' names end in.
    """
    names, _ = _listed()
    ends = [m.end() for m in re.finditer(r"\S+", words)][:_LONGEST]
    for end in reversed(ends):
        name = re.sub(r"['’]s$", "", words[:end].rstrip(".,;:'’-"))
        listed = names.get(_folded(name))
        if listed is not None:
            return listed, len(name)
        spelled = _folded(name).split()
        if len(spelled) >= 2 and spelled[-1] in _name_words() and name.split()[-1][:1].isupper():
            return Outlet(_squashed(_folded(name)), "outlet", name), len(name)
    return None


def _day_before(words: str) -> int:
    """The length of the day, month or year that stands before an outlet's name of two words or more ("Friday Sky News"); 0 where it is part of the name ("Sunday Times")."""
    if _folded(words) in _listed()[0] or (day := _days().match(words)) is None:
        return 0
    found = named_outlet(words[day.end() :])
    if found is None:
        return 0
    name = words[day.end() : day.end() + found[1]]
    # A number alone may well open a name: "7 Days News".
    return day.end() if len(name.split()) > 1 and (day["day"] is not None or _folded(name) in _listed()[0]) else 0


@lru_cache(maxsize=1)
def _days() -> re.Pattern[str]:
    months, weekdays = ("|".join(word.capitalize() for word in calendar_words()[kind]) for kind in ("month", "weekday"))
    return re.compile(rf"(?:(?P<day>(?:{weekdays})(?:['’]s)?|(?:{months})(?=\s+\d)|(?:{months})(?<=\w{{4}}))\s+(?:\d+,?\s+){{0,2}}|\d+\s+)(?=\S)")


def compiled(row: Row) -> re.Pattern[str]:
    """A row's pattern, `{outlet}` in it written out. Raises ResourceError naming the line where it does not compile."""
    try:
        return re.compile(row["pattern"].replace("{outlet}", _NAME))
    except re.error as error:
        raise ResourceError(f"{row.where}: pattern does not compile: {error}") from error


@lru_cache(maxsize=1)
def credit_rules() -> tuple[CreditRule, ...]:
    """The rules in file order. Raises ResourceError naming the line where one is broken."""
    rules = []
    for row in read_rows(resource("lexicon", "en", "outlets", "credits.tsv"), ("name", "weight", "pattern", "example", "counter")):
        weight = row["weight"]
        if weight not in ("whole", "lead", "part"):
            raise ResourceError(f"{row.where}: weight {weight!r} is none of whole, lead, part")
        kept: Weight = "whole" if weight == "whole" else "lead" if weight == "lead" else "part"
        rules.append(CreditRule(row["name"], kept, compiled(row), row["example"], row["counter"]))
    return tuple(rules)


@lru_cache(maxsize=1)
def on_site_rules() -> tuple[CreditRule, ...]:
    """Words by which an outlet says that its own people were there."""
    rows = read_rows(resource("lexicon", "en", "outlets", "on_site.tsv"), ("pattern", "example", "counter"))
    return tuple(CreditRule(f"on_site:{row.line}", "lead", compiled(row), row["example"], row["counter"]) for row in rows)


@lru_cache(maxsize=1)
def speaker_rules() -> tuple[SpeakerRule, ...]:
    rows = read_rows(resource("lexicon", "en", "outlets", "speakers.tsv"), ("kind", "pattern", "example"))
    return tuple(SpeakerRule(row["kind"], re.compile(row["pattern"], re.IGNORECASE), row["example"]) for row in rows)


def outlets_in(rule: CreditRule, text: str) -> Iterator[tuple[Outlet | None, int, int]]:
    """Where a rule finds an outlet credited: the outlet (None where the rule needs no name) and code-point offsets of the words."""
    at = 0
    named = "outlet" in rule.pattern.groupindex
    while match := rule.pattern.search(text, at):
        at = max(match.start() + 1, match.end())
        if not named:
            yield None, match.start(), match.end()
            continue
        found = named_outlet(match["outlet"])
        if found is not None and _folded(found[0].name) in _articled() and text[max(0, match.start("outlet") - 4) : match.start("outlet")].lower() != "the ":
            found = None  # "Australian radio" is not "The Australian"
        if day := _day_before(match["outlet"]):
            at = match.start("outlet") + day
            continue
        # The name must be all that the pattern took, or stand at the words' end, where what follows it is the sentence's own.
        if found is None or (found[1] < len(match["outlet"].rstrip(".,;:'’-")) and match.end("outlet") != match.end()):
            at = match.start() + 1
            continue
        end = match.start("outlet") + found[1] if match.end("outlet") == match.end() else match.end()
        yield found[0], match.start(), end
