"""The record of one report: the contract everything else reads."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.actor import Entity
from onrecord.model.attribution import Attribution
from onrecord.model.common import Issue
from onrecord.model.event import Event
from onrecord.model.place import Place
from onrecord.model.quantity import Authority, Quantity
from onrecord.model.question import Claim, Dispute, Question
from onrecord.model.report import Report
from onrecord.model.time import Time

SCHEMA = "onrecord/1"


@dataclass(frozen=True, slots=True)
class UsedList:
    """A user's list of actors by which a report was coded: its name, the file it was read from and that file's sha256, and how many actors it holds."""

    name: str
    source: str
    sha256: str
    actors: int


@dataclass(frozen=True, slots=True)
class CoderInfo:
    """The version of OnRecord and the digest of the stages, their versions, resources and settings; users' lists of actors in the order they were added.

    `licences`: of data in this record that must be named where it is shown ("places: GeoNames, CC BY 4.0").
    """

    version: str
    pipeline_digest: str
    actor_lists: tuple[UsedList, ...] = ()
    licences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything OnRecord says about one report."""

    report: Report
    coder: CoderInfo
    schema: str = SCHEMA
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    authorities: tuple[Authority, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    questions: tuple[Question, ...] = ()
    issues: tuple[Issue, ...] = ()
