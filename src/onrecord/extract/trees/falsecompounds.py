"""parse: a phrase of its own that the small parser joins to the noun behind it as if the two were one name: "in two southern districts soldiers detained nine
students", "held several nurses hostage"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_WHERE = frozenset({"in", "across", "at", "near", "throughout", "around", "inside", "outside"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_OWN = ("compound", "amod", "det", "nummod", "poss", "nmod")
_CARRYING = word_set("participles_of_carrying")
_CRAFT = event_lexicon().classes["vehicle"] | event_lexicon().classes["vessel"]
_CONDEMNED, _BRANDING = word_set("what_deeds_are_called"), word_set("verbs_of_branding")
_LEFT = word_set("states_of_victims")
_TIED = frozenset({"link", "tie", "affiliate", "ally", "connect", "belong", "suspect"})
_BEFALLING = word_set("verbs_of_harm_in_lists")
_BUILT = event_lexicon().classes["building"] | event_lexicon().classes["site"] | event_lexicon().classes["institution"]
_APPLYING = word_set("verbs_of_applying_oneself")
_GIVING_HELP = word_set("verbs_of_giving_help_with")
_RANKS = word_set("first_and_last")
_HELD = frozenset({"hold", "take", "keep", "seize"})


def false_compounds(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the words of a noun phrase."""
    for i in range(first, last):
        if tokens[i].dep == "prep" and tokens[i].lower in ("in", "during", "on") and tokens[tokens[i].head].dep == "acl" and tokens[tokens[i].head].lemma in _TIED:
            _deed_of_verb(tokens, first, last, i)
        elif tokens[i].dep == "prep" and tokens[tokens[i].head].dep == "prep" and tokens[tokens[i].head].lower in ("following", "after", "before", "since", "during"):
            _when_it_was(tokens, i)
        elif tokens[i].dep == "prep" and tokens[i].lower in _WHERE:
            _place_before_doer(tokens, i, last)
        elif tokens[i].dep == "amod" and tokens[i].tag == "VBN" and tokens[i].lemma in _BEFALLING and tokens[tokens[i].head].dep == "compound" and tokens[tokens[tokens[i].head].head].pos == "PROPN":
            tokens[i] = replace(tokens[i], head=tokens[tokens[i].head].head)  # "detained opposition leader Juma Ali": whom it befell is the one who is named
        elif tokens[i].dep == "amod" and tokens[tokens[i].head].dep == "compound" and i > first and tokens[i - 1].head == tokens[tokens[i].head].head and (tokens[i].lower in _RANKS or tokens[i - 1].lower in _RANKS):
            tokens[i] = replace(tokens[i], head=tokens[i - 1].head)  # "the fourth fatal police shooting": the shooting is the fourth
        elif tokens[i].dep in ("conj", "nsubj") and tokens[i].tag == "NN" and i > first + 3:
            _struck_too(tokens, first, i)
        elif tokens[i].dep == "prep" and tokens[i].lower == "with" and tokens[tokens[i].head].dep == "dobj" and tokens[tokens[tokens[i].head].head].lemma in _GIVING_HELP:
            tokens[i] = replace(tokens[i], head=tokens[tokens[i].head].head)  # "plans to reach 60,000 people with food aid": by what they are reached
        elif tokens[i].dep == "prep" and tokens[i].lower in ("on", "to") and tokens[tokens[i].head].dep == "dobj" and tokens[tokens[tokens[i].head].head].lemma in _APPLYING:
            tokens[i] = replace(tokens[i], head=tokens[tokens[i].head].head)  # "focus their efforts on shelling the port": as real as the focusing
        elif tokens[i].dep == "nummod" and i > first and tokens[i - 1].dep == "prep":
            _year_before_doer(tokens, i, last)
        elif tokens[i].dep == "pobj" and tokens[tokens[i].head].lower in ("earlier", "later"):
            _behind_a_time(tokens, first, last, i)
        elif tokens[i].lower in _CARRYING and tokens[i].dep in _OWN:
            _what_carries(tokens, first, i)
        elif tokens[i].lower in _LEFT and tokens[i].dep == "dobj" and tokens[tokens[i].head].lemma == "leave":
            _left_dead(tokens, i)
        elif tokens[i].lemma in _CONDEMNED and tokens[i].dep == "dobj" and tokens[tokens[i].head].lemma in _BRANDING:
            _called_so(tokens, i)
        elif tokens[i].tag == "VBG" and tokens[i].dep == "oprd" and tokens[tokens[i].head].lemma in _BRANDING:
            _deed_called_so(tokens, last, i)
        elif tokens[i].lower == "hostage" and tokens[i].dep in ("dobj", "pobj"):
            _held_hostage(tokens, first, i)
        elif tokens[i].dep in ("nsubj", "nsubjpass") and i > first + 1 and tokens[i - 1].text == "-":
            _rest_of_name(tokens, first, i)
        elif tokens[i].dep == "pobj" and tokens[i].pos == "PROPN" and tokens[tokens[i].head].lower == "of":
            _head_of_body(tokens, i)
        elif tokens[i].lower == "as" and tokens[i].dep == "mark" and i > first + 2:
            _name_given(tokens, first, i)


def _when_it_was(tokens: list[Token], i: int) -> None:
    """ "Following their arrests | in May 2015": the arrests were in May."""
    noun = next((t for t in tokens[tokens[i].head : i] if t.head == tokens[i].head and t.dep == "pobj"), None)
    if noun is not None:
        tokens[i] = replace(tokens[i], head=noun.i)


def _deed_of_verb(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "killed four members of a cell linked to the front | in a raid on Monday": in the raid, and on the day, they were killed, and not linked."""
    noun = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "pobj"), None)
    at = tokens[tokens[tokens[i].head].head]
    while at.pos != "VERB" and at.head != at.i:
        at = tokens[at.head]
    if noun is not None and at.pos == "VERB" and at.i < i and (noun.lemma in event_lexicon().classes["attack_noun"] or (tokens[i].lower == "on" and noun.ent == "DATE")):
        tokens[i] = replace(tokens[i], head=at.i)


def _struck_too(tokens: list[Token], first: int, i: int) -> None:
    """ "an attack on a school and | a hospital killed nine": both were struck; no hospital attacks or kills beside an attack."""
    start = i - 1 if tokens[i - 1].tag == "DT" else i
    joint, before = tokens[start - 1], tokens[start - 2]
    if joint.lower != "and" or start - 4 < first or before.dep != "pobj" or before.tag != "NN" or tokens[before.head].lower not in ("on", "at", "against") or tokens[i].lemma not in _BUILT:
        return
    deed = tokens[tokens[before.head].head]
    if deed.lemma in event_lexicon().classes["attack_noun"] | {"strike"} and joint.head in (deed.i, before.i) and tokens[i].head in (deed.i, deed.head):
        tokens[i] = replace(tokens[i], dep="conj", head=before.i)
        tokens[joint.i] = replace(joint, head=before.i)


def _year_before_doer(tokens: list[Token], i: int, last: int) -> None:
    """ "In 2021 | nine activists were killed": the year is the preposition's, and counts nobody."""
    prep, noun = tokens[i - 1], tokens[tokens[i].head]
    year = tokens[i].text.isdigit() and len(tokens[i].text) == 4 and tokens[i].text[:2] in ("19", "20")
    if year and prep.lower in ("in", "since", "by", "until", "during") and noun.i > i + 1 and not any(t.head == prep.i and t.dep in ("pobj", "pcomp") for t in tokens[i:last]):
        tokens[i] = replace(tokens[i], dep="pobj", head=prep.i)


def _head_of_body(tokens: list[Token], i: int) -> None:
    """ "Confederation of Farmers president | Ana Orrel said": the person speaks; the post is of the body whose name stands before it."""
    name, of = tokens[i], tokens[tokens[i].head]
    body = tokens[of.head]
    post = next((t.i for t in tokens[of.i + 1 : i] if t.pos == "NOUN" and t.tag == "NN" and t.lemma in word_set("office_words") | word_set("heads_of_bodies_only")), 0)
    if body.pos != "PROPN" or body.i != of.i - 1 or body.i >= i or post < of.i + 2 or body.ent == "PERSON":
        return
    lead = post
    while lead > of.i + 2 and tokens[lead - 1].pos in ("ADJ", "NOUN") and tokens[lead - 1].text.islower():
        lead -= 1
    if any(t.pos not in ("PROPN", "NOUN", "ADJ") or not t.text[:1].isupper() for t in tokens[of.i + 1 : lead]) or any(t.pos != "PROPN" for t in tokens[post + 1 : i]):
        return
    for t in tokens[of.i + 1 : lead - 1]:
        tokens[t.i] = replace(t, dep="compound", head=lead - 1)
    tokens[lead - 1] = replace(tokens[lead - 1], dep="pobj", head=of.i)
    for t in tokens[lead:i]:
        tokens[t.i] = replace(t, dep="amod" if t.pos == "ADJ" else "compound", head=i)
    tokens[i] = replace(name, dep=body.dep, head=body.head if body.head != body.i else i)
    tokens[body.i] = replace(body, dep="compound", head=i)


def _name_given(tokens: list[Token], first: int, i: int) -> None:
    """ "A teacher who gave her name only as Ana Orrel said": the name is the teacher's, and the teacher says it."""
    said = tokens[tokens[i].head]
    before = tokens[i - 2] if tokens[i - 1].lower in ("only", "simply", "just") else tokens[i - 1]
    gave = tokens[before.head]
    name = next((t for t in tokens[i + 1 : max(said.i, i)] if t.head == said.i and t.dep == "nsubj"), None)
    told = (before.lower == "name" and gave.lemma == "give") or (before.lower in ("himself", "herself", "themselves") and gave.lemma in ("identify", "name", "introduce"))
    if not told or name is None or said.lemma not in word_set("verbs_of_saying") or gave.dep not in ("relcl", "acl", "ccomp", "advcl") or any(t.pos != "PROPN" for t in tokens[i + 1 : name.i + 1]) or name.i + 1 != said.i:
        return
    who = next((t for t in tokens[first : gave.i] if t.pos in ("NOUN", "PROPN") and (t.i == gave.head or t.head == said.i)), None)
    if who is None:
        return
    if who.head == who.i:
        tokens[said.i] = replace(said, dep="ROOT", head=said.i)
    elif who.head != said.i:
        return
    tokens[who.i] = replace(who, dep="nsubj", head=said.i)
    tokens[gave.i] = replace(gave, dep="relcl", head=who.i)
    for t in tokens[before.i + 1 : i]:
        tokens[t.i] = replace(t, dep="advmod", head=i)
    tokens[i] = replace(tokens[i], dep="prep", head=gave.i)
    tokens[name.i] = replace(name, dep="pobj", head=i)


def _place_before_doer(tokens: list[Token], i: int, last: int) -> None:
    """ "In raids in five provinces police arrested ten": the place is the preposition's, which would have no object else; the doer is the noun before the verb."""
    verb = next((t for t in tokens[i + 1 : last] if t.pos in ("VERB", "AUX", "PUNCT", "ADP", "SCONJ", "CCONJ")), None)
    if verb is None or verb.tag not in _FINITE or verb.i < i + 3:
        return
    doer = tokens[verb.i - 1]
    phrase = tokens[i + 1 : doer.i]
    if doer.pos != "NOUN" or any(t.head != doer.i and not i < t.head < doer.i for t in phrase) or any(t.head == i for t in phrase):
        return
    bare = doer.head == i and doer.dep == "pobj" and not any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass", "expl") for t in tokens[i:last])
    if not bare and not (doer.head == verb.i and doer.dep in ("nsubj", "nsubjpass")):
        return
    place = next((t for t in reversed(phrase) if t.dep == "compound" and t.head == doer.i and (t.pos == "PROPN" or t.lemma.lower() in word_set("settlement_nouns") | {"capital"})), None)
    if place is None or (place.i < doer.i - 1 and any(t.dep != "compound" or t.head != doer.i for t in tokens[place.i + 1 : doer.i])):
        return
    if place.pos == "PROPN" and doer.head == i:
        return  # "In Kabul police arrested ...": nothing tells "Kabul police" from a place and its doer but the verb that lacks one
    for t in phrase[: place.i - i - 1]:
        if t.head == doer.i and t.dep in _OWN:
            tokens[t.i] = replace(t, head=place.i)
    tokens[place.i] = replace(place, dep="pobj", head=i)
    tokens[doer.i] = replace(doer, dep="nsubjpass" if doer.dep == "nsubjpass" else "nsubj", head=verb.i)


def _behind_a_time(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Three days earlier the clerk, Ivo Weil, had been shot": "earlier" has no object; behind it stands the subject that the verb would lack."""
    verb = tokens[tokens[tokens[i].head].head]
    if verb.i <= i or verb.pos not in ("VERB", "AUX") or any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass", "expl", "csubj") for t in tokens[first:last]):
        return
    passive = any(t.head == verb.i and t.dep == "auxpass" for t in tokens[i:last])
    tokens[i] = replace(tokens[i], dep="nsubjpass" if passive else "nsubj", head=verb.i)


def _what_carries(tokens: list[Token], first: int, i: int) -> None:
    """ "A bus carrying pilgrims plunged": the bus does what the sentence tells, and carries the pilgrims; the three are no name of one thing."""
    craft, load = tokens[i - 1] if i > first else tokens[i], tokens[tokens[i].head]
    if craft.lemma.lower() not in _CRAFT or craft.dep not in (*_OWN, "npadvmod") or craft.head not in (i, load.i) or load.i <= i or load.pos not in ("NOUN", "PROPN"):
        return
    tokens[craft.i] = replace(craft, dep=load.dep, head=load.head if load.head != load.i else craft.i)
    for t in tokens[first : craft.i]:
        if t.head in (i, load.i) and t.dep in _OWN:
            tokens[t.i] = replace(t, head=craft.i)
    tokens[i] = replace(tokens[i], pos="VERB", tag="VBG", lemma=tokens[i].lower.removesuffix("ing"), dep="acl", head=craft.i)
    tokens[load.i] = replace(load, dep="dobj", head=i)


def _called_so(tokens: list[Token], i: int) -> None:
    """ "called the strike murder": what the deed is called, and no murder of strikes."""
    deed, verb = tokens[i - 1], tokens[tokens[i].head]
    if deed.dep != "compound" or deed.head != i or deed.pos not in ("NOUN", "PROPN") or not any(t.head == i and t.lower in ("the", "this", "that", "these", "those") for t in tokens[verb.i + 1 : deed.i]):
        return
    for t in tokens[verb.i + 1 : deed.i]:
        if t.head == i:
            tokens[t.i] = replace(t, head=deed.i)
    tokens[deed.i] = replace(deed, dep="dobj", head=verb.i)
    tokens[i] = replace(tokens[i], dep="oprd")


def _deed_called_so(tokens: list[Token], last: int, i: int) -> None:
    """ "called the killing a crime": the deed, and what it is called; it is no killing of crimes."""
    called = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "dobj"), None)
    if called is None or tokens[i - 1].head != i or tokens[i - 1].dep not in ("det", "poss", "amod"):
        return
    tokens[i] = replace(tokens[i], tag="NN", pos="NOUN", lemma=tokens[i].lower, dep="dobj")
    tokens[called.i] = replace(called, dep="oprd", head=tokens[i].head)


def _left_dead(tokens: list[Token], i: int) -> None:
    """ "leaving 12 dead": twelve, and what became of them, as in "leaving 12 people dead"."""
    many = tokens[i - 1]
    if many.dep != "nummod" or many.head != i or many.tag != "CD":
        return
    tokens[many.i] = replace(many, dep="dobj", head=tokens[i].head)
    for t in tokens[tokens[i].head + 1 : many.i]:
        if t.head == i:
            tokens[t.i] = replace(t, head=many.i)
    tokens[i] = replace(tokens[i], dep="oprd")


def _rest_of_name(tokens: list[Token], first: int, i: int) -> None:
    """ "Army chief Abdel Fattah al-Burhan last week rejected": the last part of a name is the verb's subject, and the parts before it, with a title, are no others of it."""
    name, article = tokens[i], tokens[i - 2]
    if name.ent != "PERSON" or article.ent != "PERSON" or article.end != tokens[i - 1].start or tokens[i - 1].end != name.start or name.head <= i:
        return
    at = i - 3
    while at >= first and tokens[at].ent == "PERSON":
        if tokens[at].head == name.head:
            tokens[at] = replace(tokens[at], dep="compound", head=i)
        at -= 1
    if at >= first and tokens[at].head == name.head and tokens[at].dep in ("nsubj", "nsubjpass") and tokens[at].pos in ("NOUN", "PROPN"):
        tokens[at] = replace(tokens[at], dep="compound", head=i)


def _held_hostage(tokens: list[Token], first: int, i: int) -> None:
    """ "held several nurses hostage", "holding dozens of workers hostage": whom they hold, and as what."""
    hostage = tokens[i]
    held = tokens[i - 1] if i > first else hostage
    if held.dep != "compound" or held.head != i or held.pos not in ("NOUN", "PROPN"):
        return
    verb = tokens[hostage.head]
    while verb.dep in ("prep", "dobj") and verb.i > first:
        verb = tokens[verb.head]
    if verb.lemma not in _HELD or verb.i >= held.i:
        return
    for t in tokens[verb.i + 1 : held.i]:
        if t.head == i and t.dep in _OWN:
            tokens[t.i] = replace(t, head=held.i)
    tokens[held.i] = replace(held, dep=hostage.dep, head=hostage.head)
    tokens[i] = replace(hostage, dep="oprd", head=verb.i)
