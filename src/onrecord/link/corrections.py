"""Versions of a report under one address, and reports that correct or withdraw others: which, and which of their assertions that withdraws.

Nothing is guessed. A notice whose report cannot be told, or that fits several, is a note and withdraws nothing; so is a correction that does not name the
words that were wrong, or names words that the earlier report does not have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from onrecord._text_key import name_key
from onrecord.lexicon.corrections import NoticeKind
from onrecord.lexicon.outlets import outlet_of
from onrecord.lexicon.tables import word_set
from onrecord.link.figures import Figure, figures, meant, number, says_only_a_number
from onrecord.link.notices import Notice
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.report import Report
from onrecord.model.span import Span, Spans

_LABELS = re.compile(r"^\s*(?:(?:correct(?:ed|ion|ive)|refile|update\s*\d*|updated|advisory|withdrawn|retract(?:ed|ion)|(?:story |mandatory |bulletin )?kill)\b\W+)+", re.IGNORECASE)
_HEADLINE_DAYS = 30
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|ref|cmpid|ns_campaign|smid|partner)$")
_SHORTEST = 2
_RETOLD = 3  # content words that a notice in other words must have
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|es|e|s)$")
_DOUBLED = re.compile(r"(?<=[aeiou])([bdgmnprt])\1$")  # "stopped", "planned"
_NOT = re.compile(r"\b(?:not|no|never|nobody|none)\b|n['’]t\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are) (?:\w+ )?\w+(?:ed|en|t)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Issued:
    """A report as versions and corrections see it. `order`: the place in which it was received, for what has no date. `text_id` parts versions from repeats,
    and so does `words`, a digest of headline and text, where it is given: a page's bytes are others each time it is fetched, a row's where a column was added."""

    report: str
    text_id: str
    order: int
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Versions:
    """The reports under one address in the order in which they were published, each with a text of its own; copies of a version stand with it."""

    url: str
    reports: tuple[str, ...]
    same: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asserted:
    """An assertion of a report, the words it was told in, and those of them that name the act. `attribution` None where the outlet itself speaks; `figures`
    are all that its report tells; `repeats` is the event that one told by the headline alone may be."""

    event: str
    attribution: str | None
    words: tuple[str, ...]
    acts: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    repeats: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """`by` withdraws the assertion of `event` under `attribution` in the report `of`; `wrong` are the words that it names, none where all is withdrawn."""

    event: str
    attribution: str | None
    wrong: Spans = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """Report `by` corrects, retracts or updates report `of`; `rule`: how the two were tied (url, headline, named); `spans` are words of `by`."""

    by: str
    of: str
    kind: NoticeKind
    rule: str
    spans: Spans
    withdrawn: tuple[Withdrawal, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A notice that could not be carried out, wholly or in part, and why: no_report | several_reports | no_words |
    several_figures | words_not_found."""

    by: str
    kind: NoticeKind
    why: str
    message: str
    spans: Spans = ()


# What one report says ---------------------------------------------------------------------------------------------------


def issued(report: Report, order: int) -> Issued:
    """The view of a report."""
    stated = report.publisher.value if report.publisher is not None else None
    return Issued(
        report.id, report.text_id, order, report.url, stated, report.published.value if report.published else None, report.title.value if report.title else None
    )


def asserted(record: Record) -> tuple[Asserted, ...]:
    """What of a record corrections may withdraw: each assertion with the words of its attribution, or of the event's sentences and figures."""
    nodes = {a.id: a for a in record.attributions}
    acts = {e.id: tuple(" ".join(s.quote for s in m.trigger) for m in e.mentions) for e in record.events}
    told = figures(record)
    end = max((s.end for s in record.report.title.spans), default=0) if record.report.title is not None else 0
    headline = {e.id for e in record.events if all(s.end <= end for m in e.mentions for s in m.trigger)}
    return tuple(
        Asserted(
            event.id, a.attribution, _told(event, tuple(s.words for s in nodes[a.attribution].content) if a.attribution in nodes else ()), acts[event.id], told,
            event.may_repeat if event.id in headline else None,
        )
        for event in record.events for a in event.assertions
    )  # fmt: skip


def _told(event: Event, content: tuple[str, ...]) -> tuple[str, ...]:
    sentences = tuple(m.sentence.words for m in event.mentions if m.sentence is not None)
    if not content:
        return sentences
    # An attribution may have content elsewhere; what it says of this event stands in the sentences of its mentions.
    keys = [_words(s) for s in sentences]
    return tuple(c for c in content if any(_inside(_words(c), k) or _inside(k, _words(c)) for k in keys)) or content


# Versions ---------------------------------------------------------------------------------------------------------------


def url_key(url: str) -> str:
    """An address without what does not tell pages apart: scheme, "www.", fragment, tracking parameters, final slash."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url.strip()
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k.casefold())])
    return urlunsplit(("", host, parts.path.rstrip("/"), query, ""))


def versions(reports: Iterable[Issued]) -> tuple[Versions, ...]:
    """The addresses with several texts, by address; versions are ordered by date where each has one, else as received. The first of equal texts stands for them."""
    under: dict[str, list[Issued]] = defaultdict(list)
    for report in reports:
        if report.url:
            under[url_key(report.url)].append(report)
    found = []
    for url, own in under.items():
        # Dates order versions only where each has one; else the order received does, which mixes no two measures.
        own.sort(key=_when if all(r.published for r in own) else _received)
        first: dict[str, str] = {}
        same = [(first[key], r.report) for r in own if first.setdefault(key := r.words or r.text_id, r.report) != r.report]
        if len(first) > 1:
            found.append(Versions(url, tuple(first.values()), tuple(same)))
    return tuple(sorted(found, key=lambda v: v.url))


def other_bytes(reports: Iterable[Issued]) -> tuple[str, ...]:
    """The reports that share an address and not all their bytes, in the order of the input: those of which `words` must be given for `versions`."""
    kept = [(r.report, url_key(r.url), r.text_id) for r in reports if r.url]
    texts: dict[str, set[str]] = defaultdict(set)
    for _, url, text in kept:
        texts[url].add(text)
    return tuple(report for report, url, _ in kept if len(texts[url]) > 1)


def _when(report: Issued) -> tuple[str, int, str]:
    return report.published or "", report.order, report.report


def _received(report: Issued) -> tuple[int, str]:
    return report.order, report.report


# Ties -------------------------------------------------------------------------------------------------------------------


def corrections(
    reports: Iterable[Issued], found: Iterable[Notice], assertions: Mapping[str, Sequence[Asserted]], copies: Mapping[str, str] | None = None
) -> tuple[tuple[Correction, ...], tuple[Note, ...]]:
    """Corrections with what they withdraw, and notes of notices that could not be carried out; by correcting report, whatever the order of the input.

    `assertions` need hold only reports that a notice may be about: see `targets`. `copies`: report id -> id of its group of copies; an own notice without
    an earlier version under its address is about the one earlier text of its group by the same publisher.
    """
    ties = _Ties(reports, copies or {})
    made: list[Correction] = []
    notes: list[Note] = []
    tied = [(notice, *ties.tie(notice)) for notice in sorted(found, key=lambda n: (n.report, n.rule, n.spans))]
    # A headline that names the report and "we have retracted this story" under it are one notice.
    carried = {(notice.report, notice.kind) for notice, of, _, _ in tied if of and notice.about != "named"}
    for notice, of, rule, why in tied:
        if not of:
            if notice.kind != "updates" and (notice.about == "named" or (notice.report, notice.kind) not in carried):
                notes.append(_note(notice, why))
            continue
        troubles = []
        for target in of:
            withdrawn, trouble = _withdrawn(notice, assertions.get(target, ()))
            made.append(Correction(notice.report, target, notice.kind, rule, notice.spans, withdrawn))
            troubles.append(trouble)
        # Of several versions the later ones may have been mended already.
        notes += [_note(notice, troubles[-1])] if all(troubles) else []
    return tuple(made), tuple(notes)


def targets(reports: Iterable[Issued], found: Iterable[Notice], copies: Mapping[str, str] | None = None) -> frozenset[str]:
    """The ids of the reports whose assertions `corrections` needs, so that only their records are read."""
    ties = _Ties(reports, copies or {})
    return frozenset(t for notice in found for t in ties.tie(notice)[0])


_MESSAGES = {
    "no_report": "says that a report was wrong, but that report is not in the record or is not named",
    "several_reports": "says that a report was wrong, and several reports fit",
    "no_words": "corrects an earlier report without naming the words that were wrong",
    "several_figures": "corrects a number that several things in the earlier report have, and does not tell which",
    "words_not_found": "names words as wrong that no event of the earlier report was told in",
}


def _note(notice: Notice, why: str) -> Note:
    return Note(notice.report, notice.kind, why, _MESSAGES[why], notice.spans)


class _Ties:
    """Finds the report that a notice is about."""

    def __init__(self, reports: Iterable[Issued], copies: Mapping[str, str]) -> None:
        self.reports = {r.report: r for r in reports}
        self.copies = copies
        self.by_url: dict[str, list[Issued]] = defaultdict(list)
        self.by_title: dict[str, list[Issued]] = defaultdict(list)
        self.by_group: dict[str, list[Issued]] = defaultdict(list)
        for report in self.reports.values():
            if report.url:
                self.by_url[url_key(report.url)].append(report)
            if report.title:
                self.by_title[_title_key(report.title)].append(report)
            if report.report in copies:
                self.by_group[copies[report.report]].append(report)

    def tie(self, notice: Notice) -> tuple[tuple[str, ...], str, str]:
        """The reports that a notice is about (versions of one report, or none), how they were found, and why there are none."""
        by = self.reports.get(notice.report)
        if by is None:
            return (), "", "no_report"
        if notice.about in ("own", "headline"):
            earlier = self._earlier(self.by_url.get(url_key(by.url), ()) if by.url else (), by)
            if earlier:
                return tuple(r.report for r in earlier), "url", ""
        if notice.about == "own":
            fitting = [r for r in self._earlier(self.by_group.get(self.copies.get(by.report, ""), ()), by) if _outlet(r) == _outlet(by) and _outlet(by)]
            return _one(fitting, "copy")
        publisher = _outlet(by) if notice.outlet is None else notice.outlet
        fitting = []
        for title in notice.titles:
            fitting += self._earlier(self.by_title.get(_title_key(title), ()), by)
        named = {r.report: r for r in fitting if publisher and _outlet(r) == publisher and _near(r, by)}
        return _one(list(named.values()), "headline" if notice.about == "headline" else "named")

    def _earlier(self, reports: Iterable[Issued], by: Issued) -> list[Issued]:
        return sorted((r for r in reports if r.report != by.report and r.text_id != by.text_id and not (by.words and r.words == by.words) and _before(r, by)), key=_when)


def _one(fitting: Sequence[Issued], rule: str) -> tuple[tuple[str, ...], str, str]:
    """One report, or versions of one under one address; several reports are none."""
    pages = {url_key(r.url) if r.url else r.report for r in fitting}
    if len(pages) > 1:
        return (), "", "several_reports"
    return (tuple(r.report for r in fitting), rule, "") if fitting else ((), "", "no_report")


def _before(one: Issued, other: Issued) -> bool:
    """Whether one was published before the other; received before it where dates do not say."""
    if one.published and other.published:
        size = min(len(one.published), len(other.published))
        if one.published[:size] != other.published[:size]:
            return one.published < other.published
    return one.order < other.order


def _near(one: Issued, other: Issued) -> bool:
    days = [_day(r.published) for r in (one, other)]
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= timedelta(days=_HEADLINE_DAYS)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _outlet(report: Issued) -> str | None:
    named = report.publisher or (report.url if report.url and "://" in report.url else None)
    outlet = outlet_of(named) if named else None
    return outlet.key if outlet is not None else None


def _title_key(title: str) -> str:
    return " ".join(re.findall(r"\w+", name_key(_LABELS.sub("", title))))


# Withdrawals ------------------------------------------------------------------------------------------------------------


def _withdrawn(notice: Notice, own: Sequence[Asserted]) -> tuple[tuple[Withdrawal, ...], str]:
    """What a notice withdraws of a report's assertions, and why a correction withdraws nothing."""
    if notice.kind == "updates":
        return (), ""
    if notice.kind == "retracts":
        return tuple(Withdrawal(a.event, a.attribution) for a in own), ""
    if not notice.wrong:
        return (), "no_words"
    passage = " ".join(s.words for s in notice.spans)
    wrong_of: dict[tuple[str, str | None], list[Span]] = defaultdict(list)
    trouble = "words_not_found"
    for wrong, said in zip_longest(notice.wrong, notice.said[: len(notice.wrong)]):
        counted = number(wrong.words)
        chosen = []
        if not says_only_a_number(wrong.words) and len(_words(wrong.words)) >= _SHORTEST:
            chosen = [a for a in own if any(_inside(_words(wrong.words), _words(w)) for w in a.words) or _retold(wrong.words, a)]
        if not chosen and counted is not None and (says_only_a_number(wrong.words) or len(counted[1].split()) == 1):  # "nine arrests"
            chosen, why = _with_figure(wrong, said, passage, own)
            trouble = why or trouble
        for a in chosen:
            wrong_of[a.event, a.attribution].append(wrong)
    whole = {a.event: wrong_of[a.event, a.attribution] for a in own if all((o.event, o.attribution) in wrong_of for o in own if o.event == a.event)}
    for a in own:
        if a.repeats in whole:  # the headline over a deed that is taken back tells of nothing else
            wrong_of[a.event, a.attribution] += [s for s in whole[a.repeats] if s not in wrong_of[a.event, a.attribution]]
    found = tuple(Withdrawal(a.event, a.attribution, tuple(wrong_of[a.event, a.attribution])) for a in own if (a.event, a.attribution) in wrong_of)
    return found, "" if found else trouble


def _with_figure(wrong: Span, said: Span | None, passage: str, own: Sequence[Asserted]) -> tuple[list[Asserted], str]:
    """The assertions that tell a figure of which a notice names the number alone."""
    if not own:
        return [], "words_not_found"
    known, why = meant(wrong, said, passage, own[0].figures)
    found: list[Asserted] = []
    for event in dict.fromkeys(f.event for f in known):
        mine = [a for a in own if a.event == event]
        tellers = {t for f in known if f.event == event for t in (f.attributions or (None,))}
        found += [a for a in mine if a.attribution in tellers] or mine
    return found, why


def _retold(wrong: str, asserted: Asserted) -> bool:
    """Whether the words of a notice tell an act in another form than its report did: "stated that rebels had shelled the hospital", "that the hospital was
    shelled by rebels". All they say of it stands in one wording of the report, as much denied, and before the act stands what stood there, or behind it where
    one of the two is a passive."""
    said = _stems(wrong)
    if len(said) < _RETOLD:
        return False
    for act in {s[-1] for a in asserted.acts if (s := _stems(a))} & set(said):
        before = set(said[: said.index(act)])
        for words in asserted.words:
            told = _stems(words)
            if not set(said) <= set(told) or bool(_NOT.search(wrong)) != bool(_NOT.search(words)):
                continue
            at = told.index(act)
            turned = bool(_PASSIVE.search(wrong)) != bool(_PASSIVE.search(words))
            if before <= set(told[at + 1 :] if turned else told[:at]):
                return True
    return False


def _stems(text: str) -> tuple[str, ...]:
    """Content words in their order, without the ending of a number or tense."""
    small = word_set("words_of_retelling")
    return tuple(_DOUBLED.sub(r"\1", _ENDING.sub("", w)) for w in _words(text) if w not in small)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _inside(words: Sequence[str], told: Sequence[str]) -> bool:
    """Whether words stand in a text, one after another."""
    size = len(words)
    return size > 0 and any(list(told[k : k + size]) == list(words) for k in range(len(told) - size + 1))
