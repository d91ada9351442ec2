"""What the mention finder hands to clustering, and what clustering makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from onrecord.actorbook import Organisation
from onrecord.actorlists import ListedActor
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import MentionKind
from onrecord.model.parse import Parse

# Kinds of entity that are several people under one name.
BODIES = frozenset({"organisation", "institution", "armed_group", "criminal_group"})
# Whoever is called so is of the state told with it, whomever he serves.
NATIONALS = frozenset({"national", "citizen", "native"})
_GENERIC = word_set("generic_people")
_BLENDS = frozenset({"ibero", "pan", "inter", "latin"})
_PREFIXES = word_set("prefixes_of_others")
_POINTING = word_set("pointing_determiners")


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


def generic(parse: Parse, mention: Found) -> bool:
    """Whether a plural is for anybody of a sort, with no word that points back: "people", "vulnerable communities"; each such one is a group of its own."""
    token = parse[mention.head]
    if token.lower == "people" and mention.countries and not mention.weak and mention.kind == "nominal":
        # "Chadian people" are one people, wherever a report calls them so.
        return False
    if mention.kind != "nominal" or mention.definite or (mention.countries and not mention.weak and mention.entity_kind in BODIES) or token.lemma.lower() not in _GENERIC or (token.tag not in ("NNS", "NNPS") and token.lower != "people"):
        return False
    return not any(c.dep in ("poss", "nummod") or (c.dep == "det" and c.lower in _POINTING) for c in parse.children(token.i))


def another_one(parse: Parse, mention: Found) -> bool:
    """ "shot by another officer": somebody else than the officer told of before."""
    before = parse.tokens[mention.first - 1 if mention.first and parse[mention.first - 1].sent == parse[mention.head].sent else mention.first : mention.head]
    return mention.kind == "nominal" and any(t.lower == "another" and t.head == mention.head for t in before)


def of_prefix(parse: Parse, mention: Found) -> bool:
    """ "ex-HDA mafia", "anti-HDA militia": others than the body that the prefix stands before."""
    at = mention.first
    if at > 1 and parse[at - 1].text == "-" and parse[at - 2].lower in _BLENDS and parse[at - 2].end == parse[at - 1].start:
        return True  # "the Ibero-American summit": a word of its own
    return mention.kind == "name" and mention.entity_kind in BODIES and at > 1 and parse[at - 1].text == "-" and parse[at - 2].lower in _PREFIXES


@dataclass
class Cluster:
    """The mentions of one actor."""

    key: str
    found: list[Found] = field(default_factory=list)

    def best(self, attribute: str) -> tuple[str, ...]:
        """The first non-empty value of a tuple attribute, names before nominals, what is told before what is only likely."""
        for mention in sorted(self.found, key=lambda m: (m.weak and attribute == "countries", attribute == "sectors" and m.sectors == ("CVL",), m.kind != "name")):
            value = getattr(mention, attribute)
            if value:
                return cast(tuple[str, ...], value)
        return ()

    def told(self) -> tuple[str, ...]:
        """The countries that the words of some mention tell."""
        return next((m.countries for m in sorted(self.found, key=lambda m: m.kind != "name") if m.countries and not m.weak), ())

    @property
    def named(self) -> bool:
        return any(m.kind == "name" for m in self.found)
