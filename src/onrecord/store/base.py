"""What a store takes and hands out, and the three protocols: Store opens, Writer writes one transaction, View reads one snapshot.

Nothing here knows SQL. All ids are the record's own (`model/ids.py`); a store's row numbers never leave it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from onrecord.model.common import Severity
from onrecord.model.record import Record
from onrecord.model.report import Received
from onrecord.model.span import Spans


@dataclass(frozen=True, slots=True)
class StoredBytes:
    """A report's own bytes and all that was told beside them: what reading and coding it again needs.

    `name`: where it was found ("news.zip!world/a.html"); `kind` auto | plain | html | row; `mapping`, for a row, which column is text, title, url ...
    `url`, `title`, `publisher`, `published` as given, not as the reader found them. `cut`: why the bytes end too early, None where they do not.
    """

    name: str
    data: bytes
    kind: str = "auto"
    content_type: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    cut: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why reports share an origin: the rule, the reports it joins or concerns (ids), and its grounds in words ("dateline (Northwind Wire)").

    `spans` are the words it rests on, which stand in the text of `report`; `share`: of copies, how much of the text is shared.
    """

    rule: str
    reports: tuple[str, ...]
    grounds: str = ""
    report: str | None = None
    spans: Spans = ()
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin. `kind` agency | outlet | official | witness | social | unknown; `members` are report ids; `name` as "unknown:Northwind Wire".

    `id` is unique in its `story`. `interested`: a party to the conflict speaks for itself; None where that was not looked at. `first_published`: the
    earliest date among the members. A report may have several origins.
    """

    id: str
    kind: str
    members: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
    name: str | None = None
    interested: bool | None = None
    story: str = ""
    first_published: str | None = None


@dataclass(frozen=True, slots=True)
class VersionChain:
    """Reports under one url, oldest version first; `same`: pairs of a version and a report with its very text."""

    url: str
    reports: tuple[str, ...]
    same: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """Report `by` corrects, retracts or updates report `of` (`kind`); `rule`: how the two were tied, `spans`: the words of `by` that say so."""

    by: str
    of: str
    kind: str
    rule: str = ""
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What report `by` takes back of report `report`; `kind` corrects | retracts, `reason` in words.

    `event` None: all of the report. `every`: all assertions of the event, else the one with `attribution`, None for the outlet's own.
    """

    report: str
    by: str
    kind: str
    reason: str
    event: str | None = None
    attribution: str | None = None
    every: bool = True


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which reports; what is None does not matter. `ids` are ids or beginnings of them. Dates are ISO days, ends included; a report that states no date is in no period.

    `publisher` and `name` are part of the publisher's name, and of a name the report was found under, case aside. `coded` yes |
    unsupported_language | empty | no (not coded yet).
    """

    ids: tuple[str, ...] | None = None
    publisher: str | None = None
    name: str | None = None
    language: str | None = None
    coded: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events of the current results; what is None does not matter.

    `actor`, `recipient`: part of the party's name in any form the report writes it, case aside; private persons are found only with `private`.
    `country`: ISO alpha-3 or PLOVER code of a party or a place. `type` is the type or the deed's type. `since`, `until`: ISO days; the event may have
    happened in that period, ends included (an event of unknown day is in no period). `withdrawn` False leaves out events all of whose assertions
    are withdrawn. `reports` are ids of reports or beginnings of them.
    """

    actor: str | None = None
    recipient: str | None = None
    country: str | None = None
    place: str | None = None
    type: str | None = None
    status: str | None = None
    background: bool | None = None
    since: str | None = None
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    publisher: str | None = None
    reports: tuple[str, ...] | None = None
    private: bool = False
    withdrawn: bool = True


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report as a list shows it. `coded` None where it has no result yet; `names` every name it was found under, the first one first.

    `origins`: ids; `version_of` the id of the first report under its url where it is a later version; `withdrawn_by` reports that take back all or part of it, itself
    where it retracts itself; `retracted` whether one takes back all, `withdrawn` of how many of its events they leave nothing and `withdrawn_part` of how many they leave part; `same_text`: it
    has the very text of an earlier report under its url; `corrected_by` reports that correct, retract or update it; `private`: it names private persons.
    """

    id: str
    text_id: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    coded: str | None
    events: int
    names: tuple[str, ...] = ()
    digest: str | None = None
    origins: tuple[str, ...] = ()
    version_of: str | None = None
    withdrawn_by: tuple[str, ...] = ()
    corrected_by: tuple[str, ...] = ()
    private: bool = False
    retracted: bool = False
    withdrawn: int = 0
    withdrawn_part: int = 0
    same_text: bool = False


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of a current result: its report, its id, what withdraws assertions of it, and whether none is left (`gone`)."""

    report: str
    event: str
    withdrawals: tuple[Withdrawal, ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A report that holds the words; `rank` counts from 1, best first. `snippet` is a piece of its text, `marks` half-open offsets of found words in it."""

    rank: int
    report: ReportRow
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue of a coded report, or (`report` None) of an input or a part of one that could not be read. `private`: the report names private persons."""

    name: str
    code: str
    severity: Severity
    message: str
    report: str | None = None
    private: bool = False


class Writer(Protocol):
    """One transaction: all of it is kept, or, where it ends by an exception, none. Everything is idempotent; what returns bool says whether it was new."""

    def add_report(self, stored: StoredBytes, received: Received) -> bool:
        """Keep a report's bytes and what the reader found. A report known already only gains the name it was found under now.

        Raises RecordError where `received.report.text_id` is not the sha256 of the bytes.
        """
        ...

    def add_name(self, report_id: str, name: str) -> bool:
        """A known report was found again, under this name. Raises RecordError where there is no such report."""
        ...

    def add_result(self, record: Record) -> bool:
        """Keep what was coded of a report that is there and make it the current result; another digest's results stay beside it.

        A result kept already for that report and digest stays as it is, and becomes the current one. Raises RecordError where there is no such report.
        """
        ...

    def make_current(self, digest: str) -> int:
        """Make the results of one pipeline digest the current ones wherever there are any; returns how many changed."""
        ...

    def add_trouble(self, name: str, code: str, severity: Severity, message: str) -> bool:
        """An input, or a part of one, that could not be read."""
        ...

    def forget_troubles(self, name: str) -> int:
        """Forget the troubles of the input of exactly this name, because it is being read again; returns how many there were."""
        ...

    def set_origins(self, origins: Iterable[Origin]) -> None:
        """Put these origins in the place of all that were there. Raises RecordError where one names a report that is not there."""
        ...

    def set_versions(self, versions: Iterable[VersionChain]) -> None:
        """Put these chains in the place of all that were there."""
        ...

    def set_relations(self, relations: Iterable[Relation]) -> None:
        """Put these corrections, retractions and updates in the place of all that were there."""
        ...

    def set_link_issues(self, issues: Iterable[IssueRow]) -> None:
        """Put these issues of stored reports (`report` is set, `name` is not looked at), found while linking, in the place of all that were there."""
        ...

    def set_withdrawals(self, withdrawals: Iterable[Withdrawal]) -> None:
        """Put these withdrawals in the place of all that were there."""
        ...

    def set_sketches(self, kind: str, sketches: Mapping[str, bytes]) -> None:
        """Keep bytes per report id that linking wants again; `kind` names what they are and their version. Those there for other reports stay.

        They follow from the report's current result: when another one becomes current, all of that report are forgotten.
        """
        ...

    def keep_sketches(self, kinds: Iterable[str]) -> None:
        """Forget all sketches of other kinds than these."""
        ...

    def mark_linked(self, mark: str) -> None:
        """Say that origins, versions and withdrawals cover all that is stored; the next new report or result takes the mark away."""
        ...


class View(Protocol):
    """A snapshot: it stays as it was when it was opened, whatever is written meanwhile. Lists come in the order reports arrived, and are streamed."""

    def reports(self, which: ReportFilter = ...) -> Iterator[ReportRow]: ...

    def events(self, which: EventFilter = ...) -> Iterator[EventRow]: ...

    def undated(self, which: EventFilter) -> int:
        """How many events `since`, `until`, `published_since` or `published_until` leave out only because their own or their report's day is unknown."""
        ...

    def search(self, words: str, limit: int = 20, which: ReportFilter = ...) -> list[SearchHit]:
        """Reports that hold all the words, best first; "words in quotes" stand side by side. Any input is taken as words; no words find nothing."""
        ...

    def issues(self, name: str | None = None, code: str | None = None, severity: Severity | None = None) -> Iterator[IssueRow]:
        """Troubles first, by name; then issues of current results and those found while linking. `name` is part of the name, case aside."""
        ...

    def has(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of the ids that are stored reports."""
        ...

    def known(self, stored: StoredBytes) -> str | None:
        """The id of a report stored already of the same bytes with the same told beside them; the name may be another, but of the same ending.

        So whoever adds need not read and code it again, only `add_name`; its id follows from reading (a web page may state its own address).
        """
        ...

    def coded(self, ids: Iterable[str], digest: str) -> frozenset[str]:
        """Those of the ids that have a result of this pipeline digest."""
        ...

    def uncoded(self, digest: str) -> Iterator[str]:
        """Ids of the reports that have no result of this pipeline digest, in the order they arrived."""
        ...

    def stored(self, report_id: str) -> StoredBytes:
        """A report's bytes and what was told beside them. Raises RecordError where there is no such report or its bytes do not have their sha256."""
        ...

    def record(self, report_id: str, digest: str | None = None) -> Record | None:
        """The current result of a report, or that of a digest; None where there is none."""
        ...

    def records(self, ids: Iterable[str] | None = None, digest: str | None = None) -> Iterator[Record]:
        """Current results (or those of a digest), of all reports in the order they arrived or of the ids given, in that order."""
        ...

    def words(self, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Of each of these reports its id and the sha256 of its headline and text as the store holds them."""
        ...

    def results(self, digest: str) -> Iterator[Record]:
        """All results of one digest, in the order their reports arrived."""
        ...

    def digests(self) -> tuple[tuple[str, str, int, int], ...]:
        """Per pipeline digest, first used first: digest, version of OnRecord, number of results, number of current ones."""
        ...

    def origins(self) -> tuple[Origin, ...]:
        """By story and id."""
        ...

    def copies(self, report_id: str) -> tuple[str, ...]:
        """The reports that have the same text as a report, as far as linking tells, itself included, by id; none where it has no copy."""
        ...

    def versions(self) -> tuple[VersionChain, ...]:
        """By address."""
        ...

    def relations(self) -> tuple[Relation, ...]: ...

    def withdrawals(self) -> tuple[Withdrawal, ...]: ...

    def sketches(self, kind: str) -> Iterator[tuple[str, bytes]]: ...

    def unsketched(self, kind: str) -> Iterator[str]:
        """Ids of the reports without a sketch of this kind."""
        ...

    def linked(self) -> str | None:
        """The mark of `mark_linked`, None where something was added since."""
        ...

    def canonical(self) -> Iterator[str]:
        """The canonical export: JSON lines (ASCII, sorted keys, each with its line end) of every report, result, origin, version,
        relation, withdrawal, issue of linking and trouble, sorted.

        It holds no clock, no row number and nothing of the order of arrival but the name under which a report came first: the same reports give the
        same lines on SQLite and PostgreSQL, in one run or many.
        """
        ...


class Store(Protocol):
    """An open record. `where` names it for people, without a password."""

    where: str

    def view(self) -> AbstractContextManager[View]: ...

    def writer(self) -> AbstractContextManager[Writer]:
        """One transaction. Waits for another writer; raises StoreError (`busy`) where that one does not end in time, `full` where the disk is full."""
        ...

    def close(self) -> None: ...

    def __enter__(self) -> Store: ...

    def __exit__(self, *_: object) -> None: ...
