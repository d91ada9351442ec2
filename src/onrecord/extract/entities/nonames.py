"""Names that are nobody's by the words in them and right beside them: an illness, a model of craft, an airport, accounts, page code. A helper of the mention
finder, no stage."""

from __future__ import annotations

import re

from onrecord.extract.entities.found import Found
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_DEBRIS = re.compile(r"""["“”]\s*[,:;{}\[\]]+\s*["“”]|\{"|"\}""")
_ILLNESSES = word_set("illnesses_called_after_people")
_OF_ILLNESSES = word_set("behind_disease_names") | {"disease", "syndrome", "patient", "patients", "and", "or"}
# "Juan Jose Corregimiento": what a village or a quarter is in Spanish and Portuguese.
_SPANISH_PLACES = word_set("place_words_of_other_tongues")
_SQUARES = word_set("words_for_streets")
_ROADS = word_set("roads_and_bridges")
_SITES = word_set("site_nouns") | word_set("site_names_of_no_actor")


def no_name(parse: Parse, mention: Found) -> bool:
    """Whether what was found as a name is nobody's: 'River","caption":"Heron', "with Heron's disease", "a "Heron 2000"", "Heron Airport", "bank accounts"."""
    if mention.kind != "name" or mention.organisation is not None or mention.entity_kind == "state" or not mention.rule.startswith("name:"):
        return False
    p, at = parse, mention.last
    if _DEBRIS.search(" ".join(t.text for t in p.tokens[mention.first : at])):
        return True
    behind = p[at] if at < len(p) and p[at].sent == p[mention.head].sent else None
    if p[mention.first].lower in _ILLNESSES and behind is not None and behind.tag == "POS":
        further = p[at + 1] if at + 1 < len(p) else None
        return further is None or further.pos not in ("NOUN", "PROPN") or further.lower in _OF_ILLNESSES
    if mention.rule == "name:person" and not mention.title and at - mention.first > 1 and p[mention.first].lower in _SQUARES:
        return True  # "Plaza Murillo"
    if _plan(p, mention) or (mention.entity_kind == "person" and p[at - 1].lower in _SPANISH_PLACES and at - mention.first > 1):
        return True
    if behind is not None and p[at - 1].lower == "bank" and p[at - 1].text.islower() and behind.lower.startswith("account"):
        return True
    return _model(p, mention) or _described(p, mention) or (mention.entity_kind == "person" and not mention.title and _site(p, mention))


def _plan(parse: Parse, mention: Found) -> bool:
    """ "Plan B", "Operation Heron", and "Heron" alone where the report tells of Operation Heron: what somebody does or means to do."""
    p, first, last = parse, mention.first, mention.last
    if last - first == 2 and p[first].lower == "plan" and len(p[first + 1].text) == 1:
        return True
    if last - first > 1 and p[first].lower == "operation" and not mention.title:
        return True
    if any(t.lower.endswith(("ization", "isation")) and not t.lower.startswith("organi") and t.i + 1 < last and p[t.i + 1].lower == "of" for t in p.tokens[first : last - 1]):
        return True  # "the Heronization of Chad"
    if mention.title or mention.same >= 0 or last - first > 2:
        return False
    words = [t.text for t in p.tokens[first:last]]
    before = first and p[first - 1].lower == "operation" and p[first - 1].text[:1].isupper()
    return bool(before) or (len(words) == 1 and any(t.text == words[0] and t.i and p[t.i - 1].lower == "operation" and p[t.i - 1].text.istitle() for t in p.tokens))


def _model(parse: Parse, mention: Found) -> bool:
    """ "a Heron 2000", 'a "Heron 2000"': what an article and a number make a type of craft or arms."""
    p, at = parse, mention.last
    if at >= len(p) or not (p[at].text.isdigit() and 2 < len(p[at].text) < 5) or p[at].head != mention.head:
        return False
    before = mention.first - 1
    while before > 0 and p[before].text in ('"', "“", "``", "''"):
        before -= 1
    return before >= 0 and p[before].lower in ("a", "an")


def _described(parse: Parse, mention: Found) -> bool:
    """ "A CONSTANT AND LASTING THREAT": in capitals, one word that the parser has for an adjective behind an article."""
    p = parse
    token = p[mention.head]
    alone = mention.last - mention.first == 1 and not mention.title and mention.same < 0
    return alone and token.pos == "ADJ" and token.dep == "amod" and mention.first > 0 and p[mention.first - 1].dep == "det"


def _site(parse: Parse, mention: Found) -> bool:
    """ "HERON DUNE AIRPORT", "the Ivo Heron road": a house, a harbour or a road that bears the name."""
    p, at = parse, mention.last
    return at < len(p) and ((p[at].lower in _SITES and (p[at].text[:1].isupper() or bool(p[at].cased))) or p[at].lower in _ROADS) and p[mention.head].dep in ("compound", "nmod") and p[mention.head].head == at
