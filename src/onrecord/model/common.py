"""What many objects of the record share: derivations, and what was stated with its origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Spans

Origin = Literal["given", "metadata", "text"]
Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """Which stage, in which version, by which rule or model, made a field."""

    stage: str
    version: str
    rule: str


Derivations = dict[str, Derivation]


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact about the report (title, byline, dateline, publisher) and where it came from."""

    value: str
    from_: Origin
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date: ISO 8601 `value`, `granularity` day | minute | month | year, and its origin."""

    value: str
    granularity: str
    from_: Origin


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a user should know about this record; never an exception."""

    id: str
    code: str
    severity: Severity
    message: str
    spans: Spans = ()
    aliases: tuple[str, ...] = ()
