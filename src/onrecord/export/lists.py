"""Rows of what a record's commands list: reports, events, hits, issues. Private persons are pseudonymised unless `names`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from onrecord.export.privacy import PSEUDONYM, Mask, mask_for, mask_for_copies, masked_alike
from onrecord.export.rows import COLUMNS, Row, rows
from onrecord.lexicon.tables import read_rows, resource
from onrecord.link.marks import covers
from onrecord.link.origins import is_private
from onrecord.model.record import Record
from onrecord.store.base import EventRow, IssueRow, Origin, Reason, ReportFilter, ReportRow, SearchHit, View

_LISTS = tuple((row["list"], row["column"]) for row in read_rows(resource("export", "lists.tsv"), ("list", "column", "meaning")))
REPORT_COLUMNS, SEARCH_COLUMNS, ISSUE_COLUMNS, DIFF_COLUMNS, ORIGIN_COLUMNS = (tuple(column for of, column in _LISTS if of == name) for name in ("reports", "search", "issues", "diff", "origins"))
EVENT_COLUMNS = (*COLUMNS, *(column for of, column in _LISTS if of == "events"))
_NO_MASK = Mask(None, {})
_TOGETHER = 50
# Digests in ids of origins, and to how many digits they are cut.
_DIGEST, _SHORT = re.compile(r"\b[0-9a-f]{64}\b"), 16


class Masks:
    """The mask of each report: copies of one text have one in common, so that nobody's name stands in one and is masked in the other."""

    def __init__(self, view: View, names: bool) -> None:
        self.view, self.names = view, names
        self._last: dict[tuple[str, ...], Mask] = {}

    def of(self, report_id: str, private: bool) -> Mask:
        """The mask of a report; `private` says whether it names private persons itself."""
        if self.names:
            return _NO_MASK
        copies = self.view.copies(report_id)
        if not copies and not private:
            return _NO_MASK
        key = copies or (report_id,)
        if key not in self._last:
            if len(self._last) >= _TOGETHER:
                self._last.clear()
            self._last[key] = mask_for_copies(self.view.records(key))
        return self._last[key]


def report_rows(view: View, which: ReportFilter, names: bool = False) -> Iterator[Row]:
    """One row a report, columns as in `REPORT_COLUMNS`."""
    masks = Masks(view, names)
    sources = Sources(view, masks)
    for one in view.reports(which):
        mask = masks.of(one.id, one.private)
        values: Row = {
            "report": one.id, "publisher": one.publisher, "published": one.published, "title": _masked(mask, one.title), "language": one.language,
            "coded": one.coded or "no", "events": one.events, "version_of": one.version_of, "withdrawn_by": _joined(one.withdrawn_by),
            "withdrawn": "all" if one.retracted else "part" if one.withdrawn_by else None, "corrected_by": _joined(one.corrected_by),
            "same_text": one.same_text, "events_withdrawn": one.withdrawn, "events_withdrawn_in_part": one.withdrawn_part,
            **sources.of(one), "url": one.url, "found": _joined(one.names), "text_id": one.text_id, "digest": one.digest,
        }  # fmt: skip
        yield {column: values[column] for column in REPORT_COLUMNS}


def origin_rows(view: View, which: ReportFilter, names: bool = False) -> Iterator[Row]:
    """Why each report has its origin: one row a reason that concerns it, columns as in `ORIGIN_COLUMNS`."""
    masks = Masks(view, names)
    sources = Sources(view, masks)
    for one in view.reports(which):
        mask = masks.of(one.id, one.private)
        for origin in sources.origins.get(one.id, ()):
            for reason in (r for r in origin.reasons if one.id in r.reports):
                values: Row = {
                    "report": one.id, "title": _masked(mask, one.title), "origin": sources.label(origin, one), "rule": reason.rule,
                    "grounds": sources.grounds(origin, reason, one), "reports": _joined(reason.reports), "origin_id": origin.id, "story": origin.story,
                }  # fmt: skip
                yield {column: values[column] for column in ORIGIN_COLUMNS}


class Sources:
    """The origins of a record's reports, as lists show them beside each report and each of its events: the same words beside all that share one."""

    def __init__(self, view: View, masks: Masks) -> None:
        self.view, self.masks = view, masks
        self.linked = covers(view.linked())
        self._said: dict[tuple[str, str], dict[str, str]] = {}
        self.origins: dict[str, list[Origin]] = {}
        self._stories: dict[str, tuple[set[str], set[str]]] = {}
        for origin in view.origins():
            reports, ids = self._stories.setdefault(origin.story, (set(), set()))
            reports.update(origin.members)
            ids.add(origin.id)
            for member in origin.members:
                self.origins.setdefault(member, []).append(origin)

    def of(self, report: ReportRow) -> Row:
        """The columns about a report's origin: what it is, why, and how many reports and independent origins tell of its story."""
        own = self.origins.get(report.id, [])
        reasons = [(origin, reason) for origin in own for reason in origin.reasons if report.id in reason.reports]
        stories = [self._stories[story] for story in dict.fromkeys(origin.story for origin in own)]
        return {
            "origins": _joined(map(handle, own)), "origin": _joined(self.label(origin, report) for origin in own),
            "story_reports": len(set().union(*(reports for reports, _ in stories))) if own else None, "story_origins": sum(len(ids) for _, ids in stories) if own else None,
            "origin_rules": _joined(r.rule for _, r in reasons),
            "origin_why": _joined(f"{r.rule}: {self.grounds(origin, r, report)}".removesuffix(": ") for origin, r in reasons) if own else self._none(report),
        }  # fmt: skip

    def label(self, origin: Origin, beside: ReportRow) -> str:
        """An origin in words, beside one of its reports: "Reuters (agency)", "unknown (Lakes Times)", "Ana Ruiz (speaker)"."""
        return self._shown(origin, beside)[named(origin)]

    def grounds(self, origin: Origin, reason: Reason, beside: ReportRow) -> str:
        """What a reason of an origin rests on."""
        return self._shown(origin, beside)[reason.grounds]

    def _shown(self, origin: Origin, beside: ReportRow) -> dict[str, str]:
        """The words of an origin as lists show them, under the masks of all its reports: who is private in one of them is so beside all."""
        key = (origin.story, origin.id)
        if key not in self._said:
            masks = () if self.masks.names else tuple(self.masks.of(one, private) for one, private in self._private(origin, beside).items())
            self._said[key] = {words: masked_alike(words, masks) for words in (named(origin), *(reason.grounds for reason in origin.reasons))}
            if not self.masks.names and is_private(origin.id):
                self._said[key][named(origin)] = named(replace(origin, name=PSEUDONYM))
        return self._said[key]

    def _private(self, origin: Origin, beside: ReportRow) -> dict[str, bool]:
        """Whether each report of an origin names private persons."""
        others = tuple(one for one in origin.members if one != beside.id)
        found = {beside.id: beside.private}
        for at in range(0, len(others), _TOGETHER):
            found |= {one.id: one.private for one in self.view.reports(ReportFilter(ids=others[at : at + _TOGETHER]))}
        return found

    def _none(self, report: ReportRow) -> str:
        """Why a report has no origin."""
        if report.coded != "yes":
            return "none: not coded" if report.coded in (None, "unsupported_language") else "none: empty"
        return "none: not worked out yet" if not self.linked else "none: retracted" if report.retracted else "none: a notice of retraction"


def named(origin: Origin) -> str:
    """An origin in words: "Reuters (agency)", "unknown (Lakes Times)", "Ana Ruiz (speaker)"; no name is masked."""
    name = (origin.name or "").removeprefix(f"{origin.kind}:")
    known = "" if name in ("", origin.kind) else name
    kind = "speaker" if origin.kind == "unknown" and any(reason.rule == "speaker" for reason in origin.reasons) else origin.kind
    if kind == "unknown":
        return f"unknown ({known})" if known else "unknown"
    return f"{known} ({kind}{', interested' if origin.interested else ''})".strip()


def handle(origin: Origin) -> str:
    """What names one origin among all of a record: its id, which is unique in its story, and the story; long digests cut to 16 digits."""
    one, story = (_DIGEST.sub(lambda m: m[0][:_SHORT], part) for part in (origin.id, origin.story))
    return f"{one}#{story}" if story else one


def together(view: View, report: str) -> tuple[str, ...]:
    """The reports that tell of one story with those whose id begins so; these alone where they have no origin."""
    asked = {one.id for one in view.reports(ReportFilter(ids=(report,)))}
    found = view.origins()
    stories = {origin.story for origin in found if asked & set(origin.members)}
    return tuple(sorted({*asked, *(member for origin in found if origin.story in stories for member in origin.members)}))


def event_rows(view: View, found: Iterable[EventRow], names: bool = False) -> Iterator[Row]:
    """One row for each of the events found, columns as in `EVENT_COLUMNS`; those of one report stand together."""
    masks = Masks(view, names)
    sources = Sources(view, masks)
    batch: list[list[EventRow]] = []
    for _, group in groupby(found, key=lambda one: one.report):
        batch.append(list(group))
        if len(batch) == _TOGETHER:
            yield from _events(view, sources, masks, batch, names)
            batch = []
    yield from _events(view, sources, masks, batch, names)


def _events(view: View, sources: Sources, masks: Masks, batch: list[list[EventRow]], names: bool) -> Iterator[Row]:
    ids = tuple(group[0].report for group in batch)
    reports = {one.id: one for one in view.reports(ReportFilter(ids=ids))}
    for group, record in zip(batch, view.records(ids), strict=True):
        mask = masks.of(record.report.id, True)
        made = {row["event"]: row for row in rows(record, names, mask)}
        origin = sources.of(reports[group[0].report])
        for one in group:
            yield {**made[one.event], **_beside(one, reports[one.report], mask), **origin}


def _beside(one: EventRow, report: ReportRow, mask: Mask) -> Row:
    return {
        "url": report.url, "found": next(iter(report.names), None),
        "withdrawn": "all" if one.gone else "part" if one.withdrawals else None, "withdrawn_by": _joined(w.by for w in one.withdrawals),
        "withdrawn_why": _masked(mask, _joined(f"{w.kind}: {w.reason}" for w in one.withdrawals)),
    }  # fmt: skip


def search_rows(view: View, hits: Iterable[SearchHit], names: bool = False) -> Iterator[tuple[Row, tuple[tuple[int, int], ...]]]:
    """One row a hit, columns as in `SEARCH_COLUMNS`, and where the found words stand in its snippet; nowhere where a pseudonym moved them."""
    masks = Masks(view, names)
    for hit in hits:
        report = hit.report
        mask = masks.of(report.id, report.private)
        snippet = mask.text(hit.snippet)
        values: Row = {
            "rank": hit.rank, "report": report.id, "title": _masked(mask, report.title), "publisher": report.publisher, "published": report.published,
            "snippet": snippet, "url": report.url, "found": next(iter(report.names), None),
        }  # fmt: skip
        yield {column: values[column] for column in SEARCH_COLUMNS}, hit.marks if snippet == hit.snippet else ()


def issue_rows(view: View, issues: Iterable[IssueRow], names: bool = False) -> Iterator[Row]:
    """One row an issue, columns as in `ISSUE_COLUMNS`."""
    masks = Masks(view, names)
    for one in issues:
        mask = masks.of(one.report or "", one.private)
        values: Row = {"name": one.name, "severity": one.severity, "code": one.code, "message": mask.text(one.message), "report": one.report}
        yield {column: values[column] for column in ISSUE_COLUMNS}


def change_rows(old: Record, new: Record, names: bool = False) -> list[Row]:
    """What differs between two codings of one report: a row an event added or gone, a row a field that changed; columns as in `DIFF_COLUMNS`."""
    before, after = ({str(row["event"]): row for row in _compared(record)} for record in (old, new))
    mask_old, mask_new = mask_for(old, names), mask_for(new, names)
    title = new.report.title.value if new.report.title else None
    head: Row = {"report": new.report.id, "title": _masked(mask_new, " ".join(title.split()) if title else None)}
    made: list[Row] = []
    for event, row in before.items():
        if event not in after:
            made.append({**head, "event": event, "change": "gone", "field": None, "before": _masked(mask_old, _told(row)), "after": None, "sentence": _text(mask_old, row["sentence"])})
            continue
        for field in (f for f in row if row[f] != after[event][f]):
            values = {"before": _text(mask_old, row[field]), "after": _text(mask_new, after[event][field])}
            made.append({**head, "event": event, "change": "changed", "field": field, **values, "sentence": _text(mask_new, after[event]["sentence"])})
    for event, row in after.items():
        if event not in before:
            made.append({**head, "event": event, "change": "added", "field": None, "before": None, "after": _masked(mask_new, _told(row)), "sentence": _text(mask_new, row["sentence"])})
    return [{column: row[column] for column in DIFF_COLUMNS} for row in made]


# What a row says of the report, or of the coder's certainty, is no change of the event.
_NOT_COMPARED = frozenset({"report", "publisher", "published", "title", "fictional", "confidence", "place_licence", "actor_lists"})


def _compared(record: Record) -> Iterator[Row]:
    """An event's own fields, and beside them each assertion's source and status."""
    nodes = {a.id: a for a in record.attributions}
    for event, row in zip(record.events, rows(record), strict=True):
        said: list[str] = []
        for one in event.assertions:
            node = nodes.get(one.attribution or "")
            source = "the outlet" if node is None else " … ".join(s.words for s in node.source.spans) if node.source and node.source.spans else "unnamed"
            said.append(f"{source}: {one.status}")
        yield {**{key: value for key, value in row.items() if key not in _NOT_COMPARED}, "assertions": _joined(said)}


def _told(row: Row) -> str:
    """An event in one line."""
    who = [str(row[key]) for key in ("actors", "recipients") if row[key]]
    return " ".join([str(row["type"]), str(row["status"]), " → ".join(who)]).strip()


def _text(mask: Mask, value: object) -> str | int | float | bool | None:
    return mask.text(value) if isinstance(value, str) else value if isinstance(value, (int, float)) else None


def _masked(mask: Mask, text: str | None) -> str | None:
    return None if text is None else mask.text(text)


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(value for value in values if value)) or None
