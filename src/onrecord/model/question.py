"""Claims, disputes and open questions."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model.attribution import Stance
from onrecord.model.common import Derivations
from onrecord.model.span import Spans


@dataclass(frozen=True, slots=True)
class ClaimAbout:
    """The object a claim is about and, where it is narrower, the field of it."""

    id: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What sources take a stance on; `normal_form` is comparable across wordings."""

    id: str
    about: tuple[ClaimAbout, ...]
    spans: Spans
    normal_form: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: `outlet` where the outlet itself takes it; what evidence it is said to offer."""

    stance: Stance
    outlet: bool = False
    attributions: tuple[str, ...] = ()
    evidence_offered: Spans = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim with opposed stances."""

    id: str
    claim: str
    sides: tuple[Side, ...]
    derivation: Derivations = field(default_factory=dict)
    confidence: float = 0.5
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What the text says is not known: `kind` unanswered | unclear | undisclosed | unverified | no_evidence | conflicting."""

    id: str
    kind: str
    spans: Spans
    attribution: str | None = None
    about: tuple[str, ...] = ()
    derivation: Derivations = field(default_factory=dict)
    confidence: float = 0.5
    aliases: tuple[str, ...] = ()
