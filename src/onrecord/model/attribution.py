"""Attributions: who says it, in which words, what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.model.common import Derivations
from onrecord.model.span import Spans

SourceKind = Literal["named", "organisation", "group", "anonymous", "document", "outlet"]
Stance = Literal["asserts", "denies", "doubts", "supports", "rejects"]
# The stances that speak against what they are about.
AGAINST: frozenset[Stance] = frozenset({"denies", "rejects", "doubts"})
Form = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Anonymity:
    """The words that keep a source unnamed, and the grounds given for it in the text's own words."""

    spans: Spans
    grounds: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The speaker: `entity` is an entity id or None; no spans where the source is understood from context."""

    kind: SourceKind
    entity: str | None = None
    spans: Spans = ()
    anonymity: Anonymity | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What an attribution takes a stance on: the id of an event or claim."""

    id: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, one content. `parent` is the attribution that reports this one; `source` None where the text names none.

    `told`: the source puts the content as news, a view or a word given. False where it only names it ("condemned the raid") or aims at it
    ("wants to leave"): nobody's statement, and no line of a list of who says what.

    `or_outlet`: the content follows the source's reported words, and the text does not tell for certain whether it is still the source's word or the outlet's own.
    """

    id: str
    source: Source | None
    cue: Spans = ()
    content: Spans = ()
    form: Form = "indirect"
    parent: str | None = None
    about: tuple[About, ...] = ()
    derivation: Derivations = field(default_factory=dict)
    confidence: float = 0.5
    aliases: tuple[str, ...] = ()
    told: bool = True
    or_outlet: bool = False
