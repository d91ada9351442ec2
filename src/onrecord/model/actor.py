"""Entities: who acts, receives and speaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.model.common import Derivations
from onrecord.model.span import Spans

EntityKind = Literal["person", "office", "organisation", "armed_group", "criminal_group", "state", "institution", "population", "unknown"]
MentionKind = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office held: dates are ISO 8601 or None where unknown; `former` where the text or the dates say so."""

    title: str
    country: str | None = None
    since: str | None = None
    until: str | None = None
    former: bool = False
    source: str | None = None


@dataclass(frozen=True, slots=True)
class EntityCandidate:
    """A reading of a name that was not, or not alone, asserted."""

    name: str
    score: float
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityMention:
    spans: Spans
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor of a report with all its mentions. Countries are alpha-3 or PLOVER codes, sectors PLOVER's, primary first. `may_be` is an actor told of before whom this one may
    be, where no word says so and nothing speaks against it: who counts actors may wish to count the two once."""

    id: str
    name: str
    kind: EntityKind
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    members: tuple[str, ...] = ()
    external_ids: tuple[str, ...] = ()
    private: bool = False
    candidates: tuple[EntityCandidate, ...] = ()
    mentions: tuple[EntityMention, ...] = ()
    derivation: Derivations = field(default_factory=dict)
    confidence: float = 0.5
    may_be: str | None = None
    aliases: tuple[str, ...] = ()


def likely_countries(entity: Entity) -> tuple[str, ...]:
    """The countries that are told of an entity, else those that its surroundings make likely: for deciding who deals with whom, never to be asserted."""
    if entity.countries:
        return entity.countries
    return next((c.countries for c in entity.candidates if c.countries and not c.offices and c.name == entity.name), ())
