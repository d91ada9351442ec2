"""events, second half, circumstances: the preposition that places something at a name, read through the nouns between the two. A helper of the stage, no stage."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord import syntax
from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse

_PLACING = word_set("placing_before_deeds")
PLACE_ROLES = {"to": "destination", "into": "destination", "toward": "destination", "towards": "destination", "from": "origin", "through": "route"}
# "off Chad's coast", "in Chad's north", "near Gao's main market": the preposition stands before what the name owns.
_OWNED = word_set("lands_of_places") | word_set("sites_of_towns")
_COMPASS = word_set("compass_words")
_SPANS = word_set("units_of_counting") | {"minute"}
# What stands behind the name of a town as a part of it: "in Gao prison", "at Gao airport".
_PARTS = word_set("parts_that_bear_towns")
TOWN_NOUNS = word_set("settlement_nouns") | word_set("town_words") | {"capital"}
_SETTLEMENTS = word_set("settlements_of_names")
# "according to", "home to", "thanks to"
_LEADING = frozenset({"according", "home", "thanks", "owing", "due", "compared", "contrary", "neighbour", "neighbor", "birthplace", "host"})
_ANSWERING = frozenset({"react", "respond", "object", "reply"})
_STANCES, _ABOUT, _AGAINST = word_set("verbs_of_stance"), ("for", "over", "about"), ("against", "over", "about")
_ENDS = ("pobj", "npadvmod")


def placing(parse: Parse, head: int) -> str | None:
    """The preposition that places something at this name ("in", "off ... coast", "north of"), None where the name only modifies another noun."""
    at = parse[carrier(parse, head)]
    if at.dep not in _ENDS:
        return None
    prep = parse[at.head].lower
    above = parse.head(at.head)
    if prep in ("of", "from", "by") and above is not None and above.lemma.lower() in word_set("words_of_somebodys_will"):
        return None  # "at the request of Spain", "under pressure from France": whose will it was
    while prep == "of" and above is not None:
        # "outside of the town of X", "in the north of X"
        if above.lower in _COMPASS and above.dep != "pobj":
            return "near"  # "two villages south of X", "a school 25 km west of X"
        if above.dep != "pobj":
            prep = above.lower
            break
        at, prep = above, parse[above.head].lower
        above = parse.head(at.head)
    return prep if prep in _PLACING or prep in PLACE_ROLES else None


def carrier(parse: Parse, head: int) -> int:
    """The noun that the preposition governs: the name itself, what it owns or a part of the town; a span of time behind it is the parser's mistake."""
    name, owner = parse[head], parse.head(head)
    if explained(parse, head) and owner is not None:
        return owner.i
    if owner is None or owner.i <= head:
        return head
    if name.dep == "poss":
        return owner.i if owner.lemma.lower() in _OWNED else head
    if name.dep not in ("compound", "nmod"):
        return head
    if owner.lemma in _SPANS and owner.i == head + 1:
        return owner.i  # "near Gao hours before the vote"
    if owner.lemma.lower() == "base" and shared_gazetteer().country_by_name(name.text) is None:
        return owner.i  # "Bagram air base", but "a US base"
    return owner.i if owner.lemma.lower() in _PARTS else head


def owns_named(parse: Parse, owner: int, named: frozenset[int]) -> bool:
    """Whether what the name at `owner` owns bears a place's name of its own, one of the heads `named`: "Nigeria's Kaduna state", "the Red Sea port of Hodeidah"."""
    has = parse[owner].head
    if parse[owner].dep in ("compound", "nmod") and parse[has].lower in TOWN_NOUNS | {"port", "resort"} and any(i in named for i in syntax.prep_objects(parse, has, "of")):
        return True
    return parse[owner].dep in ("poss", "amod", "compound", "nmod") and any((parse[owner].dep == "poss" and (i == has or (owner < i < has and parse[i].head == has))) or (parse[i].head == has and explained(parse, i)) for i in named)


def explained(parse: Parse, head: int) -> bool:
    """ "Uganda's capital, Kampala", "the port city, Sfax": a name that says which town the noun before it means."""
    noun = parse.head(head)
    return parse[head].dep == "appos" and noun is not None and noun.i < head and noun.lower in TOWN_NOUNS and (noun.i == head - 1 or parse[head].pos == "PROPN")


def land_of_town(parse: Parse, head: int) -> bool:
    """ "in Khost, Afghanistan", "near Abyei, Sudan": a land that only says in which one the town before the comma lies, and is nobody's side."""
    town = parse.head(head)
    if parse[head].dep != "appos" or parse[head].pos != "PROPN" or town is None or town.pos != "PROPN" or town.dep != "pobj":
        return False
    return parse[town.head].lower in ("in", "at", "near", "outside", "on") and parse[town.i + 1].text == ","


def settlement(parse: Parse, head: int) -> int:
    """The noun that says that the name is a town's ("seized the village of X"), else the name itself."""
    of = parse.head(head)
    if parse[head].dep != "pobj" or of is None or of.lower != "of" or parse[of.head].lower not in _SETTLEMENTS:
        return head
    return of.head


def site(parse: Parse, head: int) -> int:
    """The noun that the name says the place of: "bombed the port of X", "shelled the outskirts of X", "seized the village of X"; else the name itself."""
    of = parse.head(head)
    if parse[head].dep != "pobj" or of is None or of.lower != "of" or parse[of.head].lemma.lower() not in _OWNED:
        return settlement(parse, head)
    return of.head


def nowhere(parse: Parse, head: int, prep: str) -> bool:
    """ "according to the Gao Post", "home to X": the name behind such a "to" places nothing."""
    if prep != "to":
        return False
    above = parse[parse[carrier(parse, head)].head]
    led = parse[above.head]
    before = parse[above.i - 1] if above.i else above
    return led.lower in _LEADING or before.lower in _LEADING


def whence(parse: Parse, head: int, people: Mapping[int, object]) -> bool:
    """ "fighters from Chad attacked", "migrants from Chad were beaten": where those who act or whom it befell are from; `people` are the heads of actors."""
    above = parse.head(parse[carrier(parse, head)].head)
    return above is not None and above.i in people and (above.dep in ("nsubj", "nsubjpass") or (above.dep == "pobj" and parse[above.head].dep == "agent"))


def of_matter(parse: Parse, head: int, candidate: Candidate, about: frozenset[str]) -> bool:
    """ "apologised for a raid near X", "criticised conditions in X", "marched against a mine in X": where the matter was that it is about, of the types `about` and of protests."""
    if _where_told(parse, head, candidate):
        return True
    if candidate.nominal or not (candidate.type in about or (candidate.type == "PROTEST" and "demo" in candidate.modes)):
        return False
    judged = "disapprove" in candidate.modes or parse[candidate.head].lemma in _STANCES
    for at in parse.ancestors(head):
        if at.i in candidate.trigger or at.pos in syntax.VERBAL:
            return False
        if judged and at.dep == "prep" and at.head in candidate.trigger and at.i and any(c.dep == "dobj" and c.pos == "NOUN" and at.i - 1 in parse.subtree(c.i) for c in parse.children(at.head)):
            return True  # what stands right behind the thing judged tells where that is, wherever the parser hangs it
        if judged and at.dep == "dobj" and at.pos == "NOUN" and at.head in candidate.trigger:
            return True
        if at.dep == "pobj" and at.pos == "NOUN" and (prep := parse[at.head]).head in candidate.trigger:
            return prep.lower in (_AGAINST if candidate.type == "PROTEST" else (*_ABOUT, "of", *(("to",) if parse[candidate.head].lemma in _ANSWERING else ())) if judged else _ABOUT)
    return False


def of_the_crime(parse: Parse, at: int, candidate: Candidate) -> bool:
    """ "sentenced for taking bribes in the sale of land in X", "detained on suspicion of planting bombs near X in May": what stands behind the gerund is of what they are held for."""
    if candidate.type not in ("SANCTION", "COERCE") or not {"convict", "arrest"} & set(candidate.modes):
        return False
    for opener in parse.tokens[candidate.head + 1 : at]:
        if opener.lower in ("for", "of") and opener.i + 1 < at and (parse[opener.i + 1].tag == "VBG" or (parse[opener.i + 1].tag == "NN" and parse[opener.i + 1].lower.endswith("ing") and parse[opener.i + 2].pos == "NOUN")) and opener.sent == parse[at].sent:
            between = parse.tokens[opener.i + 2 : at]
            return not any(t.text in (",", ";", ":") or t.tag in ("VBD", "VBZ", "VBP", "MD") for t in between)
    return False


def _where_told(parse: Parse, head: int, candidate: Candidate) -> bool:
    """ "The killing was plotted in X", "the massacre was commemorated in X", "the attack was claimed in X": where they plotted, mourned or spoke; not where it was done."""
    noun = parse[candidate.head]
    verb = parse[noun.head]
    if not candidate.nominal and noun.dep == "amod" and noun.tag in ("VBN", "JJ") and verb.i > noun.i:
        return head not in parse.subtree(verb.i)  # "The killed commander was buried in X"
    if not candidate.nominal or noun.dep != "nsubjpass" or verb.lemma not in word_set("verbs_of_plotting") | word_set("verbs_of_commemoration") | word_set("verbs_of_making_known") or len(candidate.trigger) > 1:
        return False
    if any(a.tag in ("VBZ", "VBP") for a in syntax.auxiliaries(parse, verb.i)):
        return False  # "An attack is planned in X": of what is still to come the place is told
    above = next((a for a in parse.ancestors(head) if a.i == noun.i or a.pos in syntax.VERBAL), None)
    return above is not None and above.i == verb.i


def placed_itself(parse: Parse, candidate: Candidate) -> bool:
    """ "during clashes in two hamlets": a deed that says where it was is not placed by another name of its sentence."""
    if not candidate.nominal:
        return False
    places = (c for c in parse.children(candidate.head) if c.dep == "prep" and c.lower in ("in", "at", "near", "inside", "outside") and c.i == candidate.head + 1)
    inside = [[o for o in parse.children(c.i) if o.dep == "pobj"] for c in places]
    return any(not objects or all(o.ent not in ("DATE", "TIME") and o.lemma in word_set("settlement_nouns") | word_set("place_nouns") for o in objects) for objects in inside)
