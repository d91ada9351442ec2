"""status: acts that present other acts ("promised to withdraw"), and which candidate given words stand for. A helper of the status stage, no stage."""

from __future__ import annotations

from onrecord.model.layers import Candidate

SPEECH_ACTS = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def speech_acts(candidates: tuple[Candidate, ...]) -> dict[int, str]:
    """Head token -> type of the candidates whose word presents another act; of ACCUSE only allegations do."""
    return {c.head: c.type for c in candidates if c.type in SPEECH_ACTS and (c.type != "ACCUSE" or "allege" in c.modes)}


def candidate_at(candidates: tuple[Candidate, ...], tokens: set[int]) -> Candidate | None:
    """The candidate that some given words stand for: the one headed there, else one whose trigger holds them; of "promised retaliation" the retaliation is
    what is promised, so that a speech act whose head stands elsewhere is none."""
    headed = next((c for c in candidates if c.head in tokens), None)
    return headed or next((c for c in candidates if set(c.trigger) & tokens and c.type not in SPEECH_ACTS), None)
