"""Whether a record's links are those that follow from what it stores: they are worked out anew, from the results alone, and compared row by row.

That costs what linking all reports for the first time does: each result is read, and its sketch and trace are made again, one at a time; sketches and traces, some 3 kB
a report, are in memory together. What is kept of them for later linking is compared as well, since the next linking would rest on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import RecordError
from onrecord.link.marks import covers
from onrecord.link.sketch import Sketch
from onrecord.link.sketch import kind as sketch_kind
from onrecord.link.traces import Trace
from onrecord.link.traces import kind as trace_kind
from onrecord.run.linking import made_anew, work_out
from onrecord.store import Fault
from onrecord.store.linkcheck import link_faults
from onrecord.store.sql import SqlStore
from onrecord.store.views import SqlView


def check_links(store: SqlStore) -> Iterator[Fault]:
    """Every row of links that is missing, too much or other, and what is kept for linking and does not follow from its result.

    Nothing where links are not up to date (`linking.up_to_date`): then there is nothing that they should be.
    """
    with store.view() as view:
        if not covers(view.linked()):
            return
        try:
            sketches, traces = made_anew(view)
        except RecordError as error:
            yield Fault("the database", "links", f"they cannot be worked out: {error}")
            return
        yield from _kept(view, sketches, traces)
        found = work_out(view, (sketches, traces))
        yield from link_faults(view, found.origins, found.versions, found.relations, found.withdrawals, found.issues)


def _kept(view: SqlView, sketches: dict[str, Sketch], traces: dict[str, Trace]) -> Iterator[Fault]:
    for kind, word, read, made in ((sketch_kind(), "sketch", Sketch.from_bytes, sketches), (trace_kind(), "trace", Trace.from_bytes, traces)):
        for report, data in view.sketches(kind):
            try:
                same = read(data) == made.get(report)
            except ValueError:
                same = False
            if not same:
                yield Fault(report, "links", f"the {word} that is kept of it for linking is not what its result gives")
