"""Pseudonyms for private persons in whatever is meant for sharing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.actor import Entity
from onrecord.model.record import Record


@dataclass(frozen=True, slots=True)
class Mask:
    """Replaces the names of private persons; `names` keeps them. One report's P1, P2 ... follow text order."""

    pattern: re.Pattern[str] | None
    pseudonyms: dict[str, str]

    def text(self, words: str) -> str:
        if self.pattern is None:
            return words
        return self.pattern.sub(lambda m: self.pseudonyms[m.group().casefold()], words)


def mask_for(record: Record, names: bool = False) -> Mask:
    """The mask of one record; with `names` nothing is masked."""
    private = [] if names else [e for e in record.entities if e.private]
    pseudonyms: dict[str, str] = {}
    for number, entity in enumerate(private, start=1):
        for words in _names_of(entity):
            pseudonyms.setdefault(words.casefold(), f"a private person (P{number})")
    if not pseudonyms:
        return Mask(None, {})
    longest_first = sorted(pseudonyms, key=len, reverse=True)
    return Mask(re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE), pseudonyms)


def _names_of(entity: Entity) -> Iterable[str]:
    """The full name, every written form of it, and each of its parts that is long enough to be no common word."""
    forms = {entity.name, *(" ".join(s.words for s in m.spans) for m in entity.mentions if m.kind == "name")}
    for form in list(forms):
        forms |= {part for part in form.split() if len(part) > 2 and part[:1].isupper()}
    return sorted(f for f in forms if f.strip())
