"""Which actors a record keeps: whoever has a name or a part in something; no other plain noun, and no state whose name or adjective only tells whose
somebody else is, or where something is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import islice, pairwise

from onrecord import syntax
from onrecord.extract.phrases.whereabouts import beside_its_town, only_told_of
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse
from onrecord.model.place import Place

_ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "ROOT"})
# Behind these a state is dealt with: "talks with", "sanctions against", "a message to".
_DEALING = word_set("dealing_prepositions")
_BORDERS = frozenset({"border", "frontier", "boundary"})
_COMPARED, _STRIPS = word_set("what_lies_between_lands"), word_set("area_nouns")
# Where something is by a house: what stands there is no act of the house.
_BESIDE = frozenset({"near", "outside", "behind", "opposite", "around", "beside", "inside"})
# "entered Chad", "fled to Chad", "a base on Guam": a way or a place.
_ENTERED, _MOVED, _SITES = word_set("verbs_of_entering"), word_set("words_of_moving"), word_set("site_nouns")
# What a land is, has and is held to be; words that only point at one.
_STANDING, _POINTED = word_set("verbs_of_standing"), word_set("words_that_point_at_a_land")
# "borders Chad", "the report does not include Chad"
_AROUND = word_set("verbs_of_extent")


def engaged(entities: Iterable[Entity], rest: object, idle: frozenset[str] = frozenset()) -> tuple[Entity, ...]:
    """The entities without those that no other part of the record (`rest`: any nesting of its types and tuples) refers to by id, where they are `idle`
    (ids, see `idle_states` and `also_places`), or where only plain nouns mention them: such a noun tells of a sort of people, or repeats in other words
    somebody whom the record has.

    Cost: linear in the size of the record.
    """
    told = set(_strings(rest))
    return tuple(e for e in entities if e.id in told or _listed(e) or (e.id not in idle and (any(m.kind == "name" for m in e.mentions))))


def idle_states(parse: Parse, actors: ActorLayer) -> frozenset[str]:
    """Ids of states that are nowhere said to do or suffer anything or to be dealt with: "a Chadian newspaper", "offices in Chad", "Chad's president"."""
    states = {e.id for e in actors.entities if e.kind == "state"}
    peoples = {e.id for e in actors.entities if e.kind == "population"}
    # "a Jewish school" is of no one who acts.
    peoples -= {m.entity for m in actors.mentions if parse[m.head].dep not in ("amod", "compound", "nmod")}
    return frozenset(peoples | states - {m.entity for m in actors.mentions if m.entity in states and _acts(parse, m.head) and not _plays(parse, m.head) and not beside_its_town(parse, m.first, m.last)})


def also_places(entities: Iterable[Entity], places: Iterable[Place]) -> frozenset[str]:
    """Ids of what the tables do not know and the words call a body at most, where each of its names is a place of the record: "the Heron Marsh dam";
    of states whose names are a province's there: "Georgia", by Atlanta; and of persons without a word said of them who are a province: "Heron Dune"."""
    spots = {place.spans for place in places}
    areas = {place.spans for place in places if place.precision in ("admin1", "admin2") or ("name" in place.derivation and place.derivation["name"].rule in ("toponym:shared ending", "toponym:listed"))}
    provinces = {place.spans for place in places if place.precision in ("admin1", "admin2", "city")}
    return frozenset(e.id for e in entities if (_stretch(e) and all(m.spans in spots for m in e.mentions)) or (e.kind == "state" and all(m.kind == "name" and m.spans in provinces for m in e.mentions)) or ((_nameless_kind(e) and all(m.kind == "name" and m.spans in spots for m in e.mentions)) or (e.kind == "person" and e.private and all(m.kind == "name" and m.spans in areas for m in e.mentions))))


def halves(parse: Parse, actors: ActorLayer) -> frozenset[str]:
    """Ids of what no table knows and no word says more of than a body at most, where each mention may be a part of a longer name or only tells what a thing
    is called: "Chad" of "Clearsight Chad", "the Heron rehabilitation farm"."""
    taken = {t for m in actors.mentions for t in range(m.first, m.last)}
    loose = {e.id for e in actors.entities if _nameless_kind(e)}
    whole = {m.entity for m in actors.mentions if m.entity in loose and not _half(parse, m.first, m.last, m.head, taken)}
    return frozenset(loose - whole)


def only_where(parse: Parse, actors: ActorLayer) -> frozenset[str]:
    """Ids of houses that only tell where something is: "a park in front of the Dune House", "outside the Senate"."""
    houses = {e.id for e in actors.entities if e.kind == "institution"}
    return frozenset(houses - {m.entity for m in actors.mentions if m.entity in houses and not _beside(parse, m.head)})


def _beside(parse: Parse, head: int) -> bool:
    above = parse.head(head)
    if parse[head].dep != "pobj" or above is None:
        return False
    front = above.lower == "of" and above.head != above.i and parse[above.head].lower == "front" and above.i > 1 and parse[above.i - 2].lower == "in"
    return front or above.lower in _BESIDE


def _half(parse: Parse, first: int, last: int, head: int, taken: set[int]) -> bool:
    token, above = parse[head], parse.head(head)
    if last - first == 1 and token.dep in ("compound", "nmod", "amod") and above is not None and above.i >= last and above.i not in taken:
        return True
    sentence = parse.sentences[token.sent]
    if sentence.part != "body":
        return False
    beside = [i for i in (first - 1, last) if sentence.first < i < sentence.last and i not in taken]
    return any(parse[i].text[:1].isupper() and parse[i].pos == "PROPN" and parse[i].text.istitle() and parse[i].ent not in ("DATE", "TIME") for i in beside)


def _stretch(entity: Entity) -> bool:
    """A part of the earth that is no state: "Asia"."""
    return entity.kind == "unknown" and "mentions" in entity.derivation and entity.derivation["mentions"].rule == "region"


def _nameless_kind(entity: Entity) -> bool:
    rule = entity.derivation["mentions"].rule if "mentions" in entity.derivation else ""
    return entity.kind in ("unknown", "organisation") and rule.startswith("name:") and not entity.sectors


def _plays(parse: Parse, head: int) -> bool:
    """ "Chad lead the table on goal difference": a state's name in a sentence with a word of sport is its team's; "the Arab League" plays nothing."""
    sentence = parse.sentences[parse[head].sent]
    words = [t.lemma.lower() for t in parse.tokens[sentence.first : sentence.last]]
    small = (t.lemma for t in parse.tokens[sentence.first : sentence.last] if t.text.islower())
    sport = event_lexicon().classes["sporting"]
    return not sport.isdisjoint(small) or not sport.isdisjoint(f"{a} {b}" for a, b in pairwise(words)) or not sport.isdisjoint(f"{a}-{b}" for a, hyphen, b in zip(words, words[1:], words[2:], strict=False) if hyphen == "-")


def _acts(parse: Parse, head: int) -> bool:
    token = parse[syntax.first_conjunct(parse, head)]
    if token.i == parse.sentences[token.sent].first and token.i + 1 < len(parse) and parse[token.i + 1].text in (":", "—", "–", "--"):
        # "CHAD: Two arrested"
        return False
    above = parse.head(token.i)
    if token.dep == "dobj" and above is not None and above.lemma in _ENTERED | _AROUND:
        return False
    if above is not None and only_told_of(parse, token.i):
        return False
    if above is not None and ((token.dep in ("nsubj", "nsubjpass") and above.lemma in _STANDING and not any(c.dep == "xcomp" for c in parse.children(above.i))) or (token.dep == "dobj" and above.lemma in _POINTED)):
        return False  # "Chad is a transit land", "Chad has long been considered a haven", "the case highlights Chad"
    if token.dep != "pobj" or above is None:
        return token.dep in _ACTING
    if above.lower == "on" and above.i == parse.sentences[above.sent].first:
        # "On Chad, I have nothing to say"
        return False
    over = parse[above.head].lemma.lower()
    if above.lower in ("with", "between") and (over in _BORDERS or (over in _STRIPS and any(c.lemma.lower() in _BORDERS for c in parse.children(above.head)))):
        return False  # "the border with Chad", "the border region with Chad"
    if above.lower == "between" and any(t.lemma.lower() in _MOVED for t in islice(parse.ancestors(above.i), 2)):
        return False  # "smuggled ten tons between Chad and Niger"
    if above.lower == "between" and (over in _COMPARED or any(parse[o].lemma.lower() in _COMPARED for p in ("in", "of") for o in syntax.prep_objects(parse, above.head, p))):
        return False  # "the gap in prices between Chad and Niger"
    if above.lower == "by" and parse[above.head].lower == "followed":
        return False  # "from Niger, followed by Chad", in a ranking
    moved = parse[above.head]
    # "move drugs up to Chad"
    moved = parse[moved.head] if moved.pos in ("ADP", "ADV") else moved
    sent = moved.lemma == "send" and any(c.dep in ("nsubjpass", "auxpass") for c in parse.children(moved.i))
    way = above.lower in ("to", "toward", "towards") and (sent or moved.lemma.lower() in _MOVED)
    if way or (above.lower == "on" and parse[above.head].lemma.lower() in _SITES):
        return False
    # "everywhere from Chad to Niger" deals with neither.
    return above.lower in _DEALING and parse[above.head].lower != "from" and not any(c.lower == "from" for c in parse.children(above.head))


def _listed(entity: Entity) -> bool:
    return any(d.rule.startswith("list:") for d in entity.derivation.values())


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, list)):
        for one in part:
            yield from _strings(one)
    elif is_dataclass(part):
        for one in fields(part):
            yield from _strings(getattr(part, one.name))
