"""A report as a reader delivers it, and as the record carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.common import Issue, Published, Stated
from onrecord.model.text import Edit

Coded = Literal["yes", "unsupported_language", "empty"]


@dataclass(frozen=True, slots=True)
class ReportRelation:
    """`kind` corrects | retracts | updates, and the id of the other report."""

    kind: str
    report: str


@dataclass(frozen=True, slots=True)
class Report:
    """One news text. `text` is the reader's decoded output before cleaning; `text_id` sha256 of the report's own bytes.

    `language` is an ISO 639 code, `und` where a text was left uncoded because its language could not be told, None where it was not looked for or the
    text is too short to tell. `coded` says whether the text was coded: an empty text has no letter. `fictional` is true where the text itself says that it is an invented sample. `reader` is `name/version`.
    """

    id: str
    text_id: str
    text: str
    reader: str
    url: str | None = None
    language: str | None = None
    coded: Coded = "yes"
    title: Stated | None = None
    byline: Stated | None = None
    dateline: Stated | None = None
    publisher: Stated | None = None
    published: Published | None = None
    version_of: str | None = None
    relations: tuple[ReportRelation, ...] = ()
    edits: tuple[Edit, ...] = ()
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """What a reader returns for one input: the report, what was unsure about reading it, and the input's name for messages."""

    name: str
    report: Report
    issues: tuple[Issue, ...] = ()
