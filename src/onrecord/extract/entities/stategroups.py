"""Several states that no name tells: "fifteen countries condemned", "several African states", "dozens of nations". A helper of the mention finder, no stage."""

from __future__ import annotations

from onrecord import syntax
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import Found
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_STATES = word_set("nouns_for_states")
# "several states" may be parts of one country: a word for a part of the earth has to stand before them.
_LANDS = frozenset({"country", "nation"})
_REGIONS = word_set("adjectives_of_regions")
_MANY = word_set("words_for_some_of_many")
_COUNTING = word_set("counting_nouns")
_DOING = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_DEALT = frozenset({"by", "with", "against"})


def several_states(parse: Parse, belonging: Belonging, token: Token) -> Found | None:
    """The states that a plural tells of with a number or a region, where they do something or something is done to them; none for those told of before ("the two
    countries") nor for where something is ("in several countries")."""
    if token.tag not in ("NNS", "NNPS") or token.lemma.lower() not in _STATES or not _takes_part(parse, token):
        return None
    below = [c for c in parse.children(token.i) if c.i < token.i]
    if any((c.dep in ("det", "predet") and c.lower not in _MANY) or c.dep == "poss" for c in below):
        return None
    near = parse.tokens[syntax.core_phrase(parse, token.i)[0] : token.i]
    if any((known := belonging.book.country_of(t.text)) is not None and known[0] for t in near):
        return None  # "US states", "Mexican states"
    region = any(c.lower in _REGIONS or ((known := belonging.book.country_of(c.text)) is not None and not known[0]) for c in near)
    number = any(c.dep == "nummod" or c.lower in _MANY for c in below) or _counted(parse, token)
    if not region and not (number and token.lemma.lower() in _LANDS):
        return None
    first, last = syntax.core_phrase(parse, token.i)
    return Found(first, last, token.i, "nominal", belonging.text(first, last), "state", rule="role:state+several")


def _counted(parse: Parse, token: Token) -> bool:
    """ "dozens of countries" """
    of = parse.head(token.i)
    above = parse.head(of.i) if of is not None and token.dep == "pobj" and of.lower == "of" else None
    return above is not None and (above.lemma.lower() in _COUNTING or above.pos == "NUM")


def _takes_part(parse: Parse, token: Token) -> bool:
    """Whether the noun, or the number before it, is the subject or an object of a verb, or stands behind "by", "with" or "against"."""
    at = parse[syntax.first_conjunct(parse, token.i)]
    if _counted(parse, at):
        at = parse[syntax.first_conjunct(parse, parse[at.head].head)]
    above = parse.head(at.i)
    return above is not None and (at.dep in _DOING or (at.dep == "pobj" and above.lower in _DEALT))
