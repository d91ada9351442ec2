"""Quantities (casualties, detained, crowds) and authorities (the law or order invoked)."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model.common import Derivations
from onrecord.model.span import Spans


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted outcome: `kind` killed | injured | detained | displaced | participants | weapons | ...; bounds None where open."""

    id: str
    kind: str
    text: str
    spans: Spans
    event: str | None = None
    of: tuple[str, ...] = ()
    min: int | None = None
    max: int | None = None
    attributions: tuple[str, ...] = ()
    conceded_by: tuple[str, ...] = ()
    derivation: Derivations = field(default_factory=dict)
    confidence: float = 0.5
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """A legal basis: `kind` statute | article | resolution | order | mandate | ruling | treaty | doctrine | status."""

    id: str
    name: str
    kind: str
    spans: Spans
    invoked_by: tuple[str, ...] = ()
    contested_by: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    derivation: Derivations = field(default_factory=dict)
    confidence: float = 0.5
    aliases: tuple[str, ...] = ()
