"""Which reports tell of one thing, where nobody says it: copies, and texts with a common outlet, common names and near days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from onrecord.link.duplicates import Group
from onrecord.link.provenance import Provenance
from onrecord.link.unions import Unions

# Two reports tell the same where they share so many names and that share of the fewer, and are so near.
NAMES, NAMES_SHARE, _DAYS = 3, 0.5, timedelta(days=3)
# Names of more reports than this say little; they bring no reports together.
_NAME_REPORTS = 200



def stories(known: Mapping[str, Provenance], copies: Sequence[Group]) -> dict[str, str]:
    """The story of each report, named after its least report. Copies; and texts with a common outlet (published, credited or owned), common names and near days.

    Like pairs do not chain, or an outlet that writes of one place day after day would tell one story without end: the likest are joined first, and two
    groups only where all their texts are of near days and half of their pairs are like.
    """
    texts: Unions[str] = Unions(sorted(known))
    for group in copies:
        inside = [m for m in group.members if m in known]
        for other in inside[1:]:
            texts.join(inside[0], other)
    text_of = {identity: texts.root(identity) for identity in sorted(known)}
    first = _first_days(known, text_of)
    like = _like_texts(known, text_of, first)
    unions: Unions[str] = Unions(sorted(known))
    # Of each group, by its least text: how many texts it has, their first and last day, and how many like pairs join it with which other group.
    size = dict.fromkeys(text_of.values(), 1)
    days = {text: (day, day) for text, day in first.items()}
    pairs: dict[str, dict[str, int]] = defaultdict(dict)
    for a, b in like:
        pairs[a][b] = pairs[b][a] = 1
    for pair in sorted(like, key=lambda p: (-like[p], abs(first[p[0]] - first[p[1]]), p)):
        one, other = sorted(unions.root(text) for text in pair)
        if one == other or 2 * pairs[one][other] < size[one] * size[other]:
            continue
        span = min(days[one][0], days[other][0]), max(days[one][1], days[other][1])
        if span[1] - span[0] > _DAYS:
            continue
        unions.join(one, other)
        size[one] += size.pop(other)
        days[one] = span
        for third, count in pairs.pop(other).items():
            del pairs[third][other]
            if third != one:
                pairs[one][third] = pairs[third][one] = pairs[one].get(third, 0) + count
    return {identity: unions.root(text) for identity, text in text_of.items()}


def _first_days(known: Mapping[str, Provenance], text_of: Mapping[str, str]) -> dict[str, date]:
    """The day on which each text first appeared, of those that state one: a copy of last week's report is no news of today."""
    first: dict[str, date] = {}
    for identity, text in text_of.items():
        day = _day(known[identity])
        if day is not None:
            first[text] = min(day, first.get(text, day))
    return first


def _like_texts(known: Mapping[str, Provenance], text_of: Mapping[str, str], first: Mapping[str, date]) -> dict[tuple[str, str], float]:
    """Pairs of texts of near days that may tell of one thing, least id first, and the largest share of names that two of their reports have in common."""
    blocks: dict[tuple[str, int], list[str]] = defaultdict(list)
    for identity in text_of:
        report = known[identity]
        for key in _link_keys(report):
            for name in report.names:
                blocks[key, name].append(identity)
    seen: set[tuple[str, str]] = set()
    like: dict[tuple[str, str], float] = {}
    for block in blocks.values():
        if len(block) > _NAME_REPORTS:
            continue
        for k, other in enumerate(block):
            for one in block[:k]:
                a, b = sorted((text_of[one], text_of[other]))
                if a == b or (one, other) in seen or a not in first or b not in first or abs(first[a] - first[b]) > _DAYS:
                    continue
                seen.add((one, other))
                share = _shared(known[one], known[other])
                if share:
                    like[a, b] = max(share, like.get((a, b), 0.0))
    return like


def _link_keys(report: Provenance) -> set[str]:
    keys = {c.outlet.key for c in (report.credit, report.wire) if c is not None}
    if report.publisher is not None:
        keys |= {report.publisher.key, *([f"owner {report.publisher.owner}"] if report.publisher.owner else [])}
    return keys or {"unknown"}


def _shared(one: Provenance, other: Provenance) -> float:
    """The share of the names of the report with fewer that the other has as well; 0 where that is not enough to tell of one thing."""
    shared = len(one.names & other.names)
    share = shared / min(len(one.names), len(other.names)) if shared else 0.0
    return share if shared >= NAMES and share >= NAMES_SHARE else 0.0


def _day(report: Provenance) -> date | None:
    try:
        return date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None
