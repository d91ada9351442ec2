"""What the mention finder hands to clustering."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actorbook import Organisation
from onrecord.actorlists import ListedActor
from onrecord.model.actor import MentionKind

# Kinds of entity that are several people under one name.
BODIES = frozenset({"organisation", "institution", "armed_group", "criminal_group"})


@dataclass(frozen=True, slots=True)
class Found:
    """One mention before clustering: tokens [first, last), head token, and what its own words tell.

    `weak`: the countries are only likely, read off the surroundings. `same`: the head of a mention of which this is another name, else -1.
    """

    first: int
    last: int
    head: int
    kind: MentionKind
    name: str
    entity_kind: str
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    title: str | None = None
    former: bool = False
    organisation: Organisation | None = None
    rule: str = ""
    definite: bool = False
    pronoun: str = ""
    weak: bool = False
    same: int = -1
    # Rows of a user's list that the name means, with that list's name.
    listed: tuple[tuple[str, ListedActor], ...] = ()
