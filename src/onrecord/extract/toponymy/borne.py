"""places: towns' names that are here the family name of somebody whom the report names in full. A helper of the place stage, no stage."""

from __future__ import annotations

from onrecord.gazetteer import GazEntry, shared_gazetteer, typed_heads
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_LONGEST = 4
_PLACING = word_set("where_prepositions") | word_set("placing_before_names") | {"to", "from"}
# What opens a place's longer name, and no person's: "Port Heron", "North Heron".
_OPENERS = word_set("bearing_words") | word_set("place_name_openers") | word_set("typed_openers") | {"new", "san", "santa", "saint", "st", "port", "fort", "lake", "mount"}
_BODIES = word_set("common_body_words") | word_set("press_name_ends") | word_set("body_subjects") | word_set("institution_nouns") | word_set("settlement_nouns")
# What only places own: "Heron's streets".
_DWELLINGS = frozenset({"house", "home", "farm", "ranch", "villa", "estate", "mansion"})
_LANDS = (word_set("owned_by_towns") | word_set("town_parts") | word_set("place_nouns") | word_set("compass_words") | word_set("city_affairs")) - _DWELLINGS


def borne(parse: Parse, first: int, last: int, entry: GazEntry | None) -> bool:
    """ "Eustorgio Maro Delvas, a groom ... where Maro worked", "in Maro's house": one word that acts or owns here, closes or fills a full name elsewhere, and
    is nowhere in the report where something is."""
    p = parse
    if last - first > 1 or (entry is not None and (entry.kind in ("country", "sea", "continent", "region"))) or not _acting(p, first):
        return False
    lower = p[first].lower
    again = [t for t in p.tokens if t.lower == lower and t.text[:1].isupper() and not _in_full(p, t.i)]
    if any(t.dep == "pobj" and t.i and p[t.i - 1].lower in _PLACING for t in again):
        return False
    return any(t.lower == lower and _in_full(p, t.i) for t in p.tokens)


def _acting(parse: Parse, at: int) -> bool:
    """Whether a word does something, as far as the parser tells, or owns what no town has."""
    token, above = parse[at], parse.head(at)
    if above is None:
        return False
    behind = parse[at + 1] if at + 1 < len(parse) and parse[at + 1].sent == token.sent else None
    if token.dep == "poss":
        return above.pos in ("NOUN", "PROPN") and above.lemma.lower() not in _LANDS and above.lower not in _LANDS
    subject = token.dep in ("nsubj", "nsubjpass") and above.pos in ("VERB", "AUX")
    return subject or (behind is not None and behind.tag in ("VBD", "VBZ") and token.dep in ("dobj", "nsubj"))


def _in_full(parse: Parse, at: int) -> bool:
    """Whether a word stands, not as the first, in a run of two to four words of a person's form that is no place's: "Eustorgio Maro Delvas"."""
    p = parse
    first, last = at, at + 1
    while first > p.sentences[p[at].sent].first and _word(p, first - 1):
        first -= 1
    while last < p.sentences[p[at].sent].last and _word(p, last):
        last += 1
    run = [t.lower for t in p.tokens[first:last]]
    loud = all(t.text.isupper() for t in p.tokens[first:last])
    if first == at or not 2 <= len(run) <= _LONGEST or (not loud and not all(t.text.istitle() for t in p.tokens[first:last])):
        return False
    if run[0] in _OPENERS or any(w.rstrip(".") in typed_heads() for w in run) or any(w in _BODIES for w in run):
        return False
    return not shared_gazetteer().lookup(" ".join(t.text for t in p.tokens[first:last]))


def _word(parse: Parse, at: int) -> bool:
    token = parse[at]
    return token.pos == "PROPN" and token.text[:1].isupper() and token.text.isalpha()
