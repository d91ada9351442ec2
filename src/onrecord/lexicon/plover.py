"""The names of PLOVER's event types, from the ontology's file."""

from __future__ import annotations

import json
from functools import lru_cache

from onrecord.lexicon.tables import resource


@lru_cache(maxsize=1)
def event_types() -> tuple[str, ...]:
    """Every event type, in alphabetical order."""
    ontology = json.loads(resource("ontology", "plover", "plover.json").read_text(encoding="utf-8"))
    return tuple(sorted(ontology["types"] if isinstance(ontology["types"], dict) else (one["name"] for one in ontology["types"])))
