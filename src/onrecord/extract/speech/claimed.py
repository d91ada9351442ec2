"""attributions, a cue with its content, before its sources are split into nodes."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.speech.cue_options import Range
from onrecord.lexicon.attribution import Cue


@dataclass(frozen=True, slots=True)
class Claimed:
    """One cue with its content before sources are split: clean ranges, in text order. `asserted` where the content is put forward as so; `told` and
    `or_outlet` as in `Attribution`."""

    cue: Cue
    at: int
    cue_tokens: tuple[int, ...]
    content: tuple[Range, ...]
    sources: tuple[int, ...]
    rule: str
    asserted: bool
    probability: float
    told: bool = True
    or_outlet: bool = False
