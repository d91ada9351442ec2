"""parse, repairs: what a verb takes and the small parser hangs elsewhere: "sentenced opposition politician Ana Luz", "a plot
to attack a line", "had removed the president, suspended the charter and closed the border", "Gunmen on motorcycles killed nine, residents said"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token
from onrecord.nouns import told_apart

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_TAKING = word_set("object_verbs") | word_set("verbs_of_verdicts_and_penalties") | word_set("done_to_people")
_PLOTS = frozenset({"plot", "plan", "conspiracy", "scheme", "bid", "plans", "plots"})
_TIMES = frozenset({"DATE", "TIME"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def object_arcs(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the sentence for those it concerns."""
    for i in range(first, last):
        token = tokens[i]
        if token.dep == "npadvmod" and token.pos == "PROPN" and token.ent not in _TIMES and token.head < i:
            _name_taken(tokens, first, last, i)
        elif token.dep in ("advcl", "xcomp") and token.tag == "VB" and i - 2 > first and tokens[i - 1].lower == "to" and tokens[i - 2].lemma.lower() in _PLOTS and tokens[i - 2].i != token.head:
            tokens[i] = replace(token, dep="acl", head=i - 2)
        elif token.dep == "ccomp" and token.tag in ("VBD", "VBN"):
            _third_limb(tokens, first, last, i)
            if token.tag == "VBD" and token.head > i and tokens[token.head].lower == "said":
                _said_as_well(tokens, first, last, i)
        elif token.dep == "dep" and token.pos in ("NOUN", "PROPN") and token.head > i:
            _left_over(tokens, first, i)
        elif token.dep == "dobj" and token.head < i:
            _and_doing(tokens, i)
        elif token.tag == "VBN" and token.dep == "amod" and token.head > i and i > first:
            _of_whom_did(tokens, first, last, i)
        elif token.dep in ("relcl", "acl") and token.tag in ("VBG", "VBD", "VBN") and tokens[token.head].pos == "PROPN" and tokens[token.head].dep == "pobj":
            _those_of(tokens, first, i)
        elif token.dep == "nmod" and token.head > i and i + 1 < last and tokens[i + 1].text == "," and tokens[token.head].dep == "nsubj":
            _in_region(tokens, first, last, i)
        elif token.dep == "appos" and token.ent == "PERSON" and token.head < i:
            _further_person(tokens, last, i)
        elif token.lower == "behind" and token.dep == "advmod" and tokens[token.head].lemma == "be":
            _behind_what(tokens, last, i)
        elif token.dep == "conj" and token.head < i and tokens[token.head].tag == "NNS" and tokens[token.head].text.islower() and tokens[token.head].i == i - 3 and tokens[i - 2].text == ",":
            _told_apart(tokens, last, i)
        elif token.dep in _SUBJECTS and token.head > i:
            _last_of_row(tokens, first, i)


def _name_taken(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "A court sentenced opposition politician Ana Luz to four years": no adverb of the verb, which would take nobody."""
    verb = tokens[tokens[i].head]
    below = [t for t in tokens[first:last] if t.head == verb.i and t.i != verb.i]
    if verb.tag != "VBD" or verb.lemma not in _TAKING or any(t.dep in ("dobj", "auxpass", "aux") for t in below) or not any(t.dep == "nsubj" and t.i < verb.i for t in below):
        return
    if all(verb.i < t.head <= i for t in tokens[verb.i + 1 : i]):
        tokens[i] = replace(tokens[i], dep="dobj")


def _and_doing(tokens: list[Token], i: int) -> None:
    """ "blocked the road, | burning tyres": a second object behind a comma is that of its own gerund."""
    noun, verb = tokens[i], tokens[tokens[i].head]
    doing = next((t for t in tokens[verb.i + 1 : i] if t.head == i and t.tag == "VBG" and t.dep == "amod"), None)
    if doing is None or tokens[doing.i - 1].text != "," or not any(t.head == verb.i and t.dep == "dobj" for t in tokens[verb.i + 1 : doing.i]) or any(t.head == i and t.dep in ("cc", "conj") for t in tokens):
        return
    tokens[doing.i] = replace(doing, dep="advcl", head=verb.i, pos="VERB")
    tokens[i] = replace(noun, head=doing.i)


def _of_whom_did(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Supporters of Dune | hurled bombs at a bus, police said": a verb between a name and a noun, taken for an adjective of the noun; who did it opens the sentence."""
    verb, thing, name = tokens[i], tokens[tokens[i].head], tokens[i - 1]
    of = tokens[thing.head]
    if name.pos != "PROPN" or name.head != thing.i or name.dep not in ("nmod", "compound", "poss") or thing.dep != "pobj" or of.lower != "of" or of.i >= name.i:
        return
    who = tokens[of.head]
    above = tokens[who.head]
    behind = who.dep in ("conj", "appos") and who.i > first and tokens[who.i - 1].text == ","  # "Hours after the ruling, supporters of Dune hurled"
    while behind and above.head != above.i and above.pos != "VERB":
        above = tokens[above.head]
    saying = above.i != who.i and above.lemma in word_set("verbs_of_saying") and above.i > thing.i and not any(t.head == above.i and t.dep == "ccomp" for t in tokens[first:last])
    if who.pos != "NOUN" or who.i > of.i or not (saying or above.i == who.i) or any(t.dep in _SUBJECTS and t.head == who.i for t in tokens[first:last]):
        return
    for t in tokens[first:last]:
        if t.head == who.i and t.i > thing.i and t.dep in ("prep", "acl", "advcl", "punct", "npadvmod"):
            tokens[t.i] = replace(t, head=i, dep="advcl" if t.dep == "acl" else t.dep)
    for t in tokens[of.i + 1 : name.i]:
        if t.head == thing.i:
            tokens[t.i] = replace(t, head=name.i)
    tokens[i] = replace(verb, tag="VBD", pos="VERB", dep="ccomp" if saying else "ROOT", head=above.i if saying else i)
    tokens[name.i] = replace(name, dep="pobj", head=of.i)
    tokens[thing.i] = replace(thing, dep="dobj", head=i)
    tokens[who.i] = replace(who, dep="nsubj", head=i)


def _behind_what(tokens: list[Token], last: int, i: int) -> None:
    """ "was behind at least four shootings": the shootings are what it was behind, and not what it was."""
    be = tokens[i].head
    what = next((t for t in tokens[i + 1 : last] if t.head == be and t.dep == "attr"), None)
    if what is not None and what.pos == "NOUN":
        tokens[i] = replace(tokens[i], tag="IN", pos="ADP", dep="prep")
        tokens[what.i] = replace(what, dep="pobj", head=i)


def _said_as_well(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Her rival rejected the figures, said boxes had been stuffed and announced an appeal": three things that one did, and nobody else says the first."""
    said = tokens[tokens[i].head]
    below = [t for t in tokens[first:last] if t.head == said.i and t.i != said.i]
    own = next((t for t in tokens[first:i] if t.head == i and t.dep == "nsubj"), None)
    if own is None or tokens[said.i - 1].text != "," or any(t.dep in _SUBJECTS for t in below) or not any(t.dep == "ccomp" and t.i > said.i for t in below) or not any(t.dep == "dobj" and t.head == i for t in tokens[i : said.i]):
        return
    if not any(t.dep == "conj" and t.tag == "VBD" for t in below):
        return  # "Dune rejected the figures, said people close to him"
    tokens[i] = replace(tokens[i], dep=said.dep, head=i if said.head == said.i else said.head)
    for t in below:
        if t.i < said.i and t.i != i:
            tokens[t.i] = replace(t, head=i)
    tokens[said.i] = replace(said, dep="conj", head=i)


def _told_apart(tokens: list[Token], last: int, i: int) -> None:
    """ "three men, two Ukrainians and a Pole": no row of six."""
    second = next((t.i for t in tokens[i + 1 : last] if t.head == i and t.dep == "conj"), None)
    if second is not None and told_apart(tokens, tokens[i].head, i, second):
        tokens[i] = replace(tokens[i], dep="appos")


def _those_of(tokens: list[Token], first: int, i: int) -> None:
    """ "fired on supporters of the Unity Platform | who were protesting": they protested, and no party did."""
    of = tokens[tokens[tokens[i].head].head]
    people = tokens[of.head]
    plural = any(t.head == i and t.lower in ("were", "are", "have") for t in tokens[first:i])
    crowd = tokens[i].tag == "VBG" and tokens[i].lemma in word_set("verbs_of_crowds") | {"chant", "demand", "hold", "try", "throw"}
    if of.lower == "of" and people.tag == "NNS" and people.lemma in word_set("those_of_somebody") and (plural or crowd):
        tokens[i] = replace(tokens[i], head=people.i)


def _in_region(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "seized in the North-West region, | church and local officials said": the region is where, and none of those who say so."""
    place, who = tokens[i], tokens[tokens[i].head]
    opening = min((t.i for t in tokens[first:i] if t.head == i), default=i)
    prep = tokens[opening - 1] if opening > first else None
    if prep is None or prep.dep != "prep" or prep.lower not in ("in", "at", "near") or any(t.head == prep.i for t in tokens[prep.i + 1 : last]) or tokens[who.head].lemma not in word_set("verbs_of_saying"):
        return
    for t in tokens[i + 1 : who.i]:
        if t.head == i:
            tokens[t.i] = replace(t, head=who.i, dep="nmod" if t.dep == "conj" else t.dep)
    tokens[i] = replace(place, dep="pobj", head=prep.i)


def _further_person(tokens: list[Token], last: int, i: int) -> None:
    """ "detained the editor Ana Luz, former mayor Ivo Dune and trader Jon Weil": one person is no two others; all three are named in a row."""
    name = tokens[tokens[i].head]
    third = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "conj"), None)
    if name.tag == "NNP" and name.ent == "PERSON" and third is not None and (third.pos == "PROPN" or (third.tag == "NNS" and tokens[third.i - 1].pos == "NUM")) and any(t.head == i and t.lower == "and" for t in tokens[i + 1 : third.i]):
        tokens[i] = replace(tokens[i], dep="conj")


def _last_of_row(tokens: list[Token], first: int, i: int) -> None:
    """ "Rebels with rifles, mortars and home-made artillery shelled", "migrants from Chad, Mali, and Niger arrived": a second subject behind the "and" of a row is the row's last, not who acts."""
    last, verb = tokens[i], tokens[tokens[i].head]
    opening = min((t.i for t in tokens[first:i] if t.head == i), default=i)
    link = tokens[opening - 1] if opening - 1 > first else None
    doer = next((t for t in tokens[first:opening] if t.head == verb.i and t.dep in _SUBJECTS), None)
    if link is None or link.lower not in ("and", "or") or doer is None or any(t.head == i and t.dep in ("det", "poss", "nummod") and not (t.lower == "the" and last.pos == "PROPN") for t in tokens[opening:i]):
        return
    before = next((t for t in reversed(tokens[doer.i + 1 : link.i]) if t.text != ","), None)
    if before is None or before.dep not in ("pobj", "conj") or before.pos != last.pos or before.tag in ("PRP", "WP"):
        return
    row = before
    while row.dep == "conj":
        row = tokens[row.head]
    if row.dep == "pobj" and tokens[row.head].dep == "prep" and tokens[row.head].head == doer.i and (row.i != before.i or last.pos == "PROPN" or tokens[row.head].lower == "with"):
        tokens[i] = replace(last, dep="conj", head=before.i)
        tokens[link.i] = replace(link, dep="cc", head=before.i)


def _third_limb(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "said they had removed the president, suspended the charter and closed the border": three deeds in a row, all of them said."""
    verb, saying = tokens[i], tokens[tokens[i].head]
    told = next((t for t in tokens[saying.i + 1 : i] if t.head == saying.i and t.dep == "ccomp"), None) if saying.lemma in word_set("verbs_of_saying") and saying.i < i else None
    below = [t for t in tokens[first:last] if t.head == i and t.i != i]
    if told is None or tokens[i - 1].text != "," or any(t.dep in _SUBJECTS or t.dep in ("aux", "auxpass", "mark") for t in below) or not any(t.dep == "dobj" for t in below):
        return
    if not any(t.head == told.i and t.dep == "aux" and t.lower in ("had", "have", "has") for t in tokens[saying.i : told.i]) or not any(t.dep == "cc" for t in below):
        return
    tokens[i] = replace(verb, dep="conj", head=told.i, tag="VBN")


def _left_over(tokens: list[Token], first: int, i: int) -> None:
    """ "Gunmen on motorcycles killed nine people, residents said": the noun that hangs loose on "said" is who did what its participle takes an object for."""
    noun, saying = tokens[i], tokens[tokens[i].head]
    if saying.lemma not in word_set("verbs_of_saying") or saying.tag not in _FINITE or any(t.head == saying.i and t.dep == "ccomp" for t in tokens[first : saying.i]):
        return
    verb = next((t for t in tokens[i + 1 : saying.i] if t.head == i and t.dep == "acl" and t.tag in ("VBN", "VBD")), None)
    held = next((t for t in tokens[verb.i + 1 : saying.i] if t.head == verb.i and t.dep == "dobj"), None) if verb is not None else None
    if verb is None or held is None or not event_lexicon().rules_for("v", verb.lemma) or any(t.head == verb.i and t.dep in ("agent", "aux", "auxpass") for t in tokens[first : saying.i]):
        return
    tokens[verb.i] = replace(verb, dep="ccomp", head=saying.i, tag="VBD", pos="VERB")
    tokens[i] = replace(noun, dep="nsubj", head=verb.i)
