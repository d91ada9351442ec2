"""What stages hand to each other: token-level layers over one parse, beside the record's own types.

Token indices count over the report's parse; a stage later turns them into spans with `CleanText.spans`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.model.actor import Entity, MentionKind
from onrecord.model.attribution import Attribution, Stance
from onrecord.model.common import Issue
from onrecord.model.event import Assertion, Event
from onrecord.model.place import Place
from onrecord.model.time import Time


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Tokens [first, last) with syntactic head `head` that mention the entity `entity` (an id)."""

    first: int
    last: int
    head: int
    entity: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class ActorLayer:
    """The report's entities and where they are mentioned; `by_head` finds a mention by the token that heads it."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[ActorMention, ...] = ()
    by_head: Mapping[int, ActorMention] = field(init=False, repr=False, compare=False)
    by_id: Mapping[str, Entity] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_head", {m.head: m for m in self.mentions})
        object.__setattr__(self, "by_id", {e.id: e for e in self.entities})


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Tokens [first, last), head token, and the place's id."""

    first: int
    last: int
    head: int
    place: str


@dataclass(frozen=True, slots=True)
class PlaceLayer:
    """The record's places and where they are named. `aside` are names of places that are none of the record's: inside the names of
    organisations, and capitals that stand for a government.
    """

    places: tuple[Place, ...] = ()
    mentions: tuple[PlaceMention, ...] = ()
    aside: tuple[tuple[PlaceMention, Place], ...] = ()
    by_head: Mapping[int, PlaceMention] = field(init=False, repr=False, compare=False)
    by_id: Mapping[str, Place] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_head", {m.head: m for m in self.mentions})
        object.__setattr__(self, "by_id", {p.id: p for p in self.places})


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Clean offsets [start, end) of a time expression and its id; tokens [first, last) where its sentence was parsed, else -1."""

    start: int
    end: int
    first: int
    last: int
    time: str


@dataclass(frozen=True, slots=True)
class TimeLayer:
    """`narrative`: the text tells history, and relative dates count from where it stands. `day`: the day from which it tells, that of its dateline or of its publication; None where that is unknown."""

    times: tuple[Time, ...] = ()
    mentions: tuple[TimeMention, ...] = ()
    narrative: bool = False
    day: date | None = None
    by_id: Mapping[str, Time] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {t.id: t for t in self.times})


@dataclass(frozen=True, slots=True)
class AttributionExtent:
    """Token view of an attribution: `cue` and `source` token indices, `content` as clean offset ranges, the source's stance
    to the content and its certainty (certain | probable | possible | suspected | asked)."""

    attribution: str
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[tuple[int, int], ...]
    stance: Stance = "asserts"
    certainty: str = "certain"


@dataclass(frozen=True, slots=True)
class AttributionLayer:
    attributions: tuple[Attribution, ...] = ()
    extents: tuple[AttributionExtent, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of an event candidate: `head` its head token, `slot` the frame slot it filled."""

    head: int
    slot: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One event mention before linking: its trigger tokens (head first), PLOVER reading, arguments and the rule that proposed it."""

    head: int
    trigger: tuple[int, ...]
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    objects: tuple[Argument, ...] = ()
    reciprocal: bool = False
    nominal: bool = False
    rule: str = ""
    score: float = 0.5


@dataclass(frozen=True, slots=True)
class CandidateStatus:
    """The assertions of one candidate, and what its wording says of background and of the speech act it is content of;
    `ended` where a word says that it was broken off, suspended or cancelled."""

    head: int
    assertions: tuple[Assertion, ...]
    background: bool = False
    content_of: int | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class EventLayer:
    """Events with, for each trigger head token, the id of the event mentioned there."""

    events: tuple[Event, ...] = ()
    at: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Added:
    """What a stage returns: the layers it adds, by name, and issues."""

    layers: Mapping[str, object]
    issues: tuple[Issue, ...] = ()
