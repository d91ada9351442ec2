"""events, first half: deaths and flights that an accident or a force of nature caused: told with the verbs of attacks, but nobody's deed."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord import syntax
from onrecord.lexicon.events import EventLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse, Token

_HARM = word_set("verbs_of_harm")
_GIVING_WAY = word_set("verbs_of_giving_way")
_COLLAPSES = word_set("collapse_nouns")
_STRUCTURES = word_set("structures_that_give_way")
_BLASTS = word_set("blast_nouns")
_CROWDING = word_set("crowd_accidents")
_BURST = word_set("verbs_of_bursting")
_ON_THE_ROAD = word_set("vehicles_of_everyday_traffic")
_RUNNING_INTO = word_set("verbs_of_running_into")
_RAMMED = word_set("what_vehicles_are_driven_into")
_RAMMED_CLASSES = ("enforcer", "military", "armed")
_FUELS = word_set("fuels_that_explode")
_PITS, _ON_PURPOSE = word_set("pits_where_gas_explodes"), word_set("words_of_blasts_on_purpose")
_BODILY = word_set("bodily_attacks")
_ATTACKING = word_set("verbs_of_attack_beside_mishaps")
_CAUSING = ("in", "by", "from", "of", "during", "after", "following", "under", "when", "to")
_WHEN = word_set("links_of_causing_clauses")
_AMBIGUOUS = word_set("weapons_that_are_also_places")


def accident_told(parse: Parse) -> bool:
    """Whether the report tells of an explosion that was an accident ("a blast at a coal mine") and has no word for one that somebody set off: "the explosion", "dead miners" are nobody's
    deed wherever it speaks of them. Cost: linear in the tokens."""
    return any(t.lemma in _BLASTS and t.pos == "NOUN" and (_fuelled(parse, t.i) or _by_a_fault(parse, t.i)) for t in parse.tokens) and not any(t.lemma.lower() in _ON_PURPOSE for t in parse.tokens)


def _by_a_fault(parse: Parse, blast: int) -> bool:
    """ "the blast was caused by a faulty oxygen tube", "a gas leak caused the explosion"."""
    p, verb = parse, parse.head(blast)
    if verb is None or verb.lemma not in ("cause", "trigger", "blame", "attribute", "spark"):
        return False
    return any(p[k].lower in word_set("words_of_faults") for k in p.subtree(verb.i) if k != blast)


def accidental(parse: Parse, lexicon: EventLexicon, candidate: Candidate, told: bool = False) -> bool:
    """ "killed in the building collapse", "killed when a bridge collapsed", "Wildfires killed six": what did it is no party, and nothing around tells of an attack. `told`: the report
    is one of an explosion that was an accident."""
    verb = parse[candidate.head]
    if candidate.type != "ASSAULT":
        return not candidate.nominal and verb.lemma in _HARM and _accidental(parse, lexicon, candidate)
    causes = [f.head for f in syntax.logical_subject(parse, verb.i)] if verb.pos in syntax.VERBAL else []
    if told and (verb.lemma in _BLASTS or verb.lower == "dead" or (causes and all(parse[c].lemma in _BLASTS for c in causes)) or _in_blast(parse, verb.i)):
        return True
    if candidate.nominal or verb.lower == "dead":
        return verb.lemma in _BLASTS and _fuelled(parse, verb.i) and not any(_forced(parse, lexicon, t) for t in _around(parse, verb.sent) if t.i != verb.i)
    return verb.lemma in _HARM and _accidental(parse, lexicon, candidate)


def _in_blast(parse: Parse, verb: int) -> bool:
    """ "43 were killed in a blast", "left 23 people dead" by one."""
    p = parse
    return any(p[o].lemma in _BLASTS for prep in ("in", "by", "from", "after") for o in syntax.prep_objects(p, verb, prep)) or (p[verb].dep == "advcl" and p[p[verb].head].pos in syntax.VERBAL and any(p[f.head].lemma in _BLASTS for f in syntax.logical_subject(p, p[verb].head)))


def _accidental(parse: Parse, lexicon: EventLexicon, candidate: Candidate) -> bool:
    verb = parse[candidate.head]
    first = verb
    while first.dep == "conj" and first.tag == "VBG" and parse[first.head].tag == "VBG":
        first = parse[first.head]  # "killing 18 and injuring 40"
    above = parse.head(first.i)
    led_to = first.dep == "conj" or (first.tag == "VBG" and first.dep == "advcl")
    if led_to and above is not None and (_gives_way(parse, lexicon, above.i) or _runs_into(parse, lexicon, above.i) or _blast_by_chance(parse, above.i)):
        # "A boat sank off the cape, killing 40", "a wall collapsed and killed two", "a train struck a minibus, killing 12"
        return not _rammed(parse, lexicon, verb.i) and not any(_forced(parse, lexicon, t) for t in _around(parse, verb.sent) if t.i not in (verb.i, first.i))
    causes = [f.head for f in syntax.logical_subject(parse, verb.i)]
    if causes and all(_everyday_vehicle(parse, c) for c in causes):
        if _rammed(parse, lexicon, verb.i):
            return False
    elif not (all(_mishap(parse, lexicon, c) for c in causes) if causes else _behind(parse, lexicon, verb.i)):
        return False
    return not any(_forced(parse, lexicon, t) for t in _around(parse, verb.sent))


def _behind(parse: Parse, lexicon: EventLexicon, verb: int) -> bool:
    """Whether what is told behind the verb, by a preposition or a clause of time, is a mishap."""
    p = parse
    for child in p.children(verb):
        if child.dep in ("prep", "agent") and child.lower in _CAUSING and any(_mishap(p, lexicon, o.i) for o in p.children(child.i) if o.dep == "pobj"):
            return True
        clause = child if child.dep == "advcl" else next((c for c in p.children(child.i) if c.dep == "pcomp"), None)
        if clause is not None and _gives_way(p, lexicon, clause.i) and (child.lower in _WHEN or any(c.lower in _WHEN for c in p.children(clause.i))):
            return True
    return False


def _gives_way(parse: Parse, lexicon: EventLexicon, verb: int) -> bool:
    """ "a bridge collapsed", "a gas pipe burst": things only, for governments and truces collapse too."""
    things = [f.head for f in syntax.surface_subject(parse, verb)]
    if parse[verb].lemma in _BURST:
        return bool(things) and all(_fuelled(parse, t) or (parse[verb].lemma == "burst" and parse[t].lemma in _STRUCTURES) for t in things)
    gives = parse[verb].lemma in _GIVING_WAY or (parse[verb].lemma == "give" and parse[verb + 1].lower == "way")
    return gives and bool(things) and all(_structure(parse, lexicon, t) for t in things)


def _runs_into(parse: Parse, lexicon: EventLexicon, verb: int) -> bool:
    """ "A lorry hit a group of pilgrims": traffic, where neither a mine nor those whom drivers attack are hit."""
    things = [f.head for f in syntax.surface_subject(parse, verb)]
    hit = [c.i for c in parse.children(verb) if c.dep == "dobj"]
    if parse[verb].lemma not in _RUNNING_INTO or not things or not all(_everyday_vehicle(parse, t) for t in things):
        return False
    return not any(parse[o].lemma in lexicon.classes["weapon"] for o in hit) and not _rammed(parse, lexicon, verb)


def _blast_by_chance(parse: Parse, verb: int) -> bool:
    """ "A gas explosion destroyed a block of flats, killing six"."""
    things = [f.head for f in syntax.surface_subject(parse, verb)]
    return bool(things) and all(parse[t].lemma in _BLASTS and _fuelled(parse, t) for t in things)


def _everyday_vehicle(parse: Parse, i: int) -> bool:
    return parse[i].pos in ("NOUN", "PROPN") and parse[i].lemma.lower() in _ON_THE_ROAD


def _rammed(parse: Parse, lexicon: EventLexicon, verb: int) -> bool:
    """Whether soldiers, police, marchers or a crowd are among those whom the verb befalls: cars are driven into these on purpose as well."""
    befallen = {k for c in parse.children(verb) if c.dep in ("dobj", "nsubjpass", "prep") for k in parse.subtree(c.i)}
    return any(parse[k].lemma in _RAMMED or any(parse[k].lemma in lexicon.classes[c] for c in _RAMMED_CLASSES) for k in befallen)


def _structure(parse: Parse, lexicon: EventLexicon, i: int) -> bool:
    words = (parse[i].lemma, parse[i].lower)
    return any(w in _STRUCTURES or any(w in lexicon.classes[c] for c in ("building", "vehicle", "vessel")) for w in words)


def _fuelled(parse: Parse, i: int) -> bool:
    p = parse
    beside = [p[i], *(c for c in p.children(i) if c.dep in ("compound", "amod", "nmod")), *(p[o] for o in syntax.prep_objects(p, i, "of"))]
    # "at a coal mine", "in the pit", "at a fireworks factory"; a "mine explosion" may be one of a landmine
    sites = [p[o] for prep in ("at", "in", "inside") for o in syntax.prep_objects(p, i, prep)]
    return any(t.lemma in _FUELS for t in beside) or any(t.lemma in _PITS or any(c.dep == "compound" and c.lemma in _FUELS for c in p.children(t.i)) for t in sites)


def _mishap(parse: Parse, lexicon: EventLexicon, i: int) -> bool:
    p = parse
    token = p[i]
    if any(not _mishap(p, lexicon, c.i) for c in p.children(i) if c.dep == "conj"):
        return False
    words = {token.lemma, *_singular(token)}
    if token.lemma in _BLASTS:
        return _fuelled(p, i)
    if token.pos in ("NOUN", "PROPN") and token.lemma in _CROWDING:
        return True  # "killed in a crush at the gate"; the verb tells of armies too
    if token.lemma in _COLLAPSES:
        return any(_structure(p, lexicon, o) for o in (*syntax.prep_objects(p, i, "of"), *(c.i for c in p.children(i) if c.dep in ("compound", "nmod"))))
    if token.pos == "PROPN":
        words |= {c.lower for c in p.children(i) if c.dep == "compound"}  # "Cyclone Idra"
    beside = f"{p[i - 1].lower} {token.lemma}" if i else ""
    return beside in lexicon.classes["mishap"] or beside in _BODILY or any(not words.isdisjoint(lexicon.classes[c]) for c in ("calamity", "mishap"))


def _singular(token: Token) -> set[str]:
    # A common noun that opens a sentence or stands in a headline may be taken for a name and keep its ending.
    return {token.lower, token.lower.removesuffix("s")} if token.pos == "PROPN" else {token.lower}


def _around(parse: Parse, sentence: int) -> Iterator[Token]:
    """The sentence and the ones on either side: a house that shells hit collapses too."""
    for s in parse.sentences[max(0, sentence - 1) : sentence + 2]:
        yield from parse.tokens[s.first : s.last]


def _forced(parse: Parse, lexicon: EventLexicon, token: Token) -> bool:
    """A word of an attack or a weapon: "gas attack" and "bomb", but neither "heart attack" nor "mine shaft"."""
    lemma = token.lemma.lower()
    if token.pos in ("VERB", "AUX"):
        return lemma in _ATTACKING or token.lower in lexicon.classes["attack_noun"]
    if token.pos not in ("NOUN", "PROPN"):
        return False
    before = parse[token.i - 1] if token.i else token
    pair = f"{before.lower} {lemma}"
    if pair in _BODILY or before.lemma in lexicon.classes["animal"]:
        return False
    if (lemma in _BLASTS and _fuelled(parse, token.i)) or (lemma == "fire" and any(c.lower == "a" for c in parse.children(token.i))):
        return False  # also "a fire", which nobody shoots with
    if pair in lexicon.classes["attack_noun"] or lemma in lexicon.classes["attack_noun"] or lemma == "strike":
        return True
    return lemma in lexicon.classes["weapon"] and lemma not in _AMBIGUOUS and lemma not in lexicon.classes["vehicle"]
