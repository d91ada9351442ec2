"""Events: PLOVER type, mode and contexts, who, to whom, where, when, and every assertion of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.model.common import Derivations
from onrecord.model.span import Span, Spans
from onrecord.model.status import Axes, Status


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity in a role; `inferred` where the words of the event's own clause do not name it. The derivation of `entity` names the rule that chose it."""

    entity: str
    spans: Spans = ()
    inferred: bool = False
    derivation: Derivations = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EventObject:
    """A thing acted upon: `kind` vehicle | vessel | building | site | goods | area | other."""

    text: str
    kind: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class EventMention:
    """Trigger words (empty in elliptic headlines) and the sentence they stand in."""

    trigger: Spans
    sentence: Span | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place of the event: `role` location | origin | destination | target | route."""

    place: str
    role: str = "location"
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class EventTime:
    """A time of the event: `role` at | begin | end | during | deadline. `basis` publication: no words tell it, the event was on or before the day on which
    the report came out; always `inferred`."""

    time: str
    role: str = "at"
    inferred: bool = False
    basis: Literal["words", "publication"] = "words"


@dataclass(frozen=True, slots=True)
class Assertion:
    """The event as one source presents it; `attribution` None where the outlet itself speaks."""

    attribution: str | None
    status: Status
    axes: Axes
    cue: Spans = ()
    derivation: Derivations = field(default_factory=dict)
    confidence: float = 0.5
    factuality: float | None = None


@dataclass(frozen=True, slots=True)
class EventRelation:
    """`kind` content_of | part_of | response_to | revises, to another event."""

    kind: str
    event: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of like events told as one; None where a bound is not said."""

    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `deed_type` is the act's own type where PLOVER's future rule gave another `type`. `may_repeat` is another event of the report that this one may be told
    again of, where its words neither say so nor speak against it: who counts deeds may wish to count the two once."""

    id: str
    type: str
    status: Status
    deed_type: str | None = None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    background: bool = False
    count: Count | None = None
    reciprocal: bool = False
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    objects: tuple[EventObject, ...] = ()
    mentions: tuple[EventMention, ...] = ()
    places: tuple[EventPlace, ...] = ()
    times: tuple[EventTime, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    relations: tuple[EventRelation, ...] = ()
    derivation: Derivations = field(default_factory=dict)
    confidence: float = 0.5
    may_repeat: str | None = None
    aliases: tuple[str, ...] = ()
