"""What links the reports of a record: copies, origins, versions, withdrawals, worked out over all that is stored and written in one transaction.

Common wording, which proves nothing, is found in the collection itself, so that one more report may change any group; groups and origins are therefore worked out over
all. What they are made of, a sketch and a trace of each report, is kept, so that only reports that are new or coded anew are read, and only rows that changed are written.

The store's mark says whether that covers everything; any new report or result takes it away, so a run that was ended before this leaves a record that says so, and the
next one completes it. Another writer may add meanwhile: then what was worked out is thrown away and worked out again, the third time while others wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from onrecord.link import corrections as corrected
from onrecord.link import origins as traced
from onrecord.link.duplicates import Group, groups
from onrecord.link.marks import covers, mark
from onrecord.link.notices import Notice
from onrecord.link.provenance import Provenance
from onrecord.link.sketch import Sketch, sketch
from onrecord.link.sketch import kind as sketch_kind
from onrecord.link.traces import Trace, trace
from onrecord.link.traces import kind as trace_kind
from onrecord.model.record import Record
from onrecord.model.span import Spans
from onrecord.prepare.clean import clean
from onrecord.store.base import IssueRow, Origin, Reason, Relation, Store, VersionChain, View, Withdrawal, Writer

_TRIES = 2
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Links:
    """All that is written: see the store. `issues`: notices of correction that could not be carried out. `copies`: how many reports are copies of others.

    `sketches`, `traces`: those that were not kept yet, by report.
    """

    origins: tuple[Origin, ...]
    versions: tuple[VersionChain, ...]
    relations: tuple[Relation, ...]
    withdrawals: tuple[Withdrawal, ...]
    issues: tuple[IssueRow, ...]
    reports: int
    copies: int
    sketches: dict[str, bytes] = field(default_factory=dict)
    traces: dict[str, bytes] = field(default_factory=dict)


def up_to_date(store: Store) -> bool:
    """Whether origins, versions and withdrawals cover all that is stored."""
    with store.view() as view:
        return covers(view.linked())


def link(store: Store) -> Links | None:
    """Bring origins, versions and withdrawals up to date; None where they are."""
    for _ in range(_TRIES):
        with store.view() as view:
            if covers(view.linked()):
                return None
            seen = _fingerprint(view)
            found = work_out(view)
        with store.writer() as writer, store.view() as view:
            if _fingerprint(view) == seen:
                _write(writer, found)
                return found
    with store.writer() as writer, store.view() as view:
        found = work_out(view)
        _write(writer, found)
        return found


def work_out(view: View, made: tuple[dict[str, Sketch], dict[str, Trace]] | None = None) -> Links:
    """Everything that links the reports of a view; the same reports give the same, in whatever order they came, but for versions without a date.

    Without `made`, what is kept of each report is taken, and made where it is not there.
    """
    issued = [corrected.Issued(row.id, row.text_id, order, row.url, row.publisher, row.published, row.title) for order, row in enumerate(view.reports())]
    words = dict(view.words(corrected.other_bytes(issued)))
    issued = [replace(one, words=words.get(one.report, "")) for one in issued]
    new_sketches: dict[str, bytes] = {}
    new_traces: dict[str, bytes] = {}
    if made is None:
        sketches, new_sketches = _kept(view, sketch_kind(), Sketch.from_bytes, lambda record: sketch(_clean(record)), Sketch.to_bytes)
    else:
        sketches, traces = made
    copies = groups(sketches)
    del sketches
    notices: list[Notice] = []
    provenances: dict[str, Provenance] = {}
    taken: list[corrected.Correction] = []
    if made is None:
        traces, new_traces = _kept(view, trace_kind(), Trace.from_bytes, trace, Trace.to_bytes)
    for report, one in traces.items():
        if one.provenance is not None:
            provenances[report] = one.provenance
        taken += one.own
        notices += one.notices
    del traces
    group_of = {member: group.id for group in copies for member in group.members}
    about = sorted(corrected.targets(issued, notices, group_of))
    assertions = {record.report.id: corrected.asserted(record) for record in view.records(about)}
    corrections, notes = corrected.corrections(issued, notices, assertions, group_of)
    # A report that retracts itself needs no earlier one to be about.
    themselves = {one.of for one in taken if one.kind == "retracts"}
    notes = tuple(note for note in notes if not (note.by in themselves and note.kind == "retracts" and note.why == "no_report"))
    for correction in corrections:
        if correction.kind == "retracts":
            provenances.pop(correction.of, None)  # what nobody stands by any more is no source
    return Links(
        origins=tuple(sorted(map(_origin, traced.origins(provenances.values(), copies)), key=lambda origin: (origin.story, origin.id))),
        versions=tuple(VersionChain(chain.url, chain.reports, chain.same) for chain in corrected.versions(issued)),
        relations=tuple(sorted((Relation(one.by, one.of, one.kind, one.rule, one.spans) for one in corrections), key=repr)),
        withdrawals=tuple(sorted({w for one in (*corrections, *taken) for w in _withdrawals(one)}, key=repr)),
        issues=tuple(sorted((IssueRow("", note.why, "info", f"{note.message}: {_words(note.spans)}", note.by) for note in notes), key=repr)),
        reports=len(issued),
        copies=_copies(copies),
        sketches=new_sketches,
        traces=new_traces,
    )


def made_anew(view: View) -> tuple[dict[str, Sketch], dict[str, Trace]]:
    """Sketch and trace of each coded report, made from its current result; one result in memory at a time."""
    sketches: dict[str, Sketch] = {}
    traces: dict[str, Trace] = {}
    for record in view.records():
        sketches[record.report.id] = sketch(_clean(record))
        traces[record.report.id] = trace(record)
    return sketches, traces


def _kept(view: View, kind: str, read: Callable[[bytes], T], make: Callable[[Record], T], write: Callable[[T], bytes]) -> tuple[dict[str, T], dict[str, bytes]]:
    """What is kept of each coded report under a kind, made anew where there is nothing or nothing that can be read; and the bytes of what was made."""
    found: dict[str, T] = {}
    damaged: list[str] = []
    for report, data in view.sketches(kind):
        try:
            found[report] = read(data)
        except ValueError:
            damaged.append(report)
    new: dict[str, bytes] = {}
    for record in view.records((*damaged, *view.unsketched(kind))):
        found[record.report.id] = made = make(record)
        new[record.report.id] = write(made)
    return found, new


def _clean(record: Record) -> str:
    return clean(record.report)[0].text


def _copies(found: tuple[Group, ...]) -> int:
    return sum(len(group.members) - 1 for group in found)


def _origin(one: traced.Origin) -> Origin:
    reasons = tuple(Reason(r.rule, r.reports, _grounds(r), r.report, r.spans, r.share) for r in one.reasons)
    return Origin(one.id, one.kind, one.members, reasons, f"{one.kind}:{one.name}", one.interested, one.story, one.first_published)


def _grounds(reason: traced.Reason) -> str:
    """What a merge rests on, in words."""
    words = _words(reason.spans)
    names = reason.names or ""
    share = "" if reason.share is None else "the same text" if reason.share == 1.0 else f"at least {reason.share:.0%} of the shorter text"
    return "; ".join(part for part in ("" if names.casefold() in words.casefold() else names, words, share) if part)


def _words(spans: Spans) -> str:
    return " … ".join(span.words for span in spans)


def _withdrawals(one: corrected.Correction) -> Iterator[Withdrawal]:
    if one.kind == "retracts":
        yield Withdrawal(one.of, one.by, "retracts", _words(one.spans))
    elif one.kind == "corrects":
        for taken in one.withdrawn:
            yield Withdrawal(one.of, one.by, "corrects", _words(taken.wrong) or _words(one.spans) or "its headline says so", taken.event, taken.attribution, every=False)


def _write(writer: Writer, found: Links) -> None:
    writer.keep_sketches((sketch_kind(), trace_kind()))
    writer.set_sketches(sketch_kind(), found.sketches)
    writer.set_sketches(trace_kind(), found.traces)
    writer.set_origins(found.origins)
    writer.set_versions(found.versions)
    writer.set_relations(found.relations)
    writer.set_withdrawals(found.withdrawals)
    writer.set_link_issues(found.issues)
    writer.mark_linked(mark())


def _fingerprint(view: View) -> tuple[object, ...]:
    """What every addition changes: how many reports and results there are, and which results are current."""
    digests = view.digests()
    bare = tuple(sum(1 for _ in view.uncoded(digest)) for digest, *_ in digests) or sum(1 for _ in view.uncoded(""))
    return (digests, bare)
