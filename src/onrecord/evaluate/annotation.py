"""One report's annotation: what the scorer compares, whether a person made it or the coder. Keys are those of the record.

A `Marks` is one thing's words as (start, end) pairs, half-open code points of `report.text`, in text order; several pairs are the pieces of an
interrupted thing or, for a source, the places where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.status import LABELS

Marks = tuple[tuple[int, int], ...]
Pole = Literal["for", "against"]

STATUSES: tuple[str, ...] = LABELS
POLES: dict[str, Pole] = {"asserts": "for", "supports": "for", "denies": "against", "doubts": "against", "rejects": "against"}
QUESTION_KINDS = ("unanswered", "unclear", "undisclosed", "unverified", "no_evidence", "conflicting")
AUTHORITY_KINDS = ("statute", "article", "resolution", "order", "mandate", "ruling", "treaty", "doctrine", "status")


@dataclass(frozen=True, slots=True)
class AssertionMark:
    """The event as one source presents it: `source` None for the outlet, () for a source that the text does not name."""

    source: Marks | None
    status: str


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event by its trigger words, one Marks a mention."""

    id: str
    mentions: tuple[Marks, ...]
    assertions: tuple[AssertionMark, ...] = ()
    background: bool = False


@dataclass(frozen=True, slots=True)
class SideMark:
    """One stance to a disputed claim and all who take it; `outlet` where the outlet does."""

    stance: str
    sources: tuple[Marks, ...] = ()
    outlet: bool = False


@dataclass(frozen=True, slots=True)
class DisputeMark:
    """A claim, by its words, by the ids of the events it is about, or both, and its sides."""

    spans: Marks
    events: tuple[str, ...]
    sides: tuple[SideMark, ...]


@dataclass(frozen=True, slots=True)
class QuestionMark:
    kind: str
    spans: Marks


@dataclass(frozen=True, slots=True)
class AuthorityMark:
    """A legal basis; `spans` are all places that name it."""

    kind: str
    spans: Marks
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """One report with its marks. A list that is None was not annotated and is not scored; an empty one says that there is none."""

    id: str
    text: str
    published: str | None = None
    publisher: str | None = None
    events: tuple[EventMark, ...] | None = ()
    disputes: tuple[DisputeMark, ...] | None = ()
    questions: tuple[QuestionMark, ...] | None = ()
    authorities: tuple[AuthorityMark, ...] | None = ()

    def words(self, marks: Marks) -> str:
        """The marked words for people, pieces joined by an ellipsis."""
        return " … ".join(" ".join(self.text[start:end].split()) for start, end in marks)
