"""parse, repairs: a word that hangs on the nearest one and belongs elsewhere: the verb that goes on behind a clause between commas ("the men, who witnesses said were
guards, shot at the car"), the subject of what is said, people told by a number, the deed behind "by"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model.parse import Token

_WHO = frozenset({"who", "which", "whom", "whose"})
_FATES = frozenset({"wounded", "injured", "displaced", "detained", "missing", "dead"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def goes_on(tokens: list[Token], verb: int, first: int, last: int) -> bool:
    """Hang a past tense that stands as a participle, right behind the comma that closes a relative clause, where it belongs: the noun before that clause is its
    subject. Whether it did; the tokens are those of one sentence, [first, last)."""
    token = tokens[verb]
    if token.tag not in ("VBD", "VBN") or token.dep != "acl" or verb - 1 <= first or tokens[verb - 1].text != ",":
        return False
    opens = next((i for i in range(verb - 2, first + 1, -1) if tokens[i].lower in _WHO and tokens[i - 1].text == ","), None)
    if opens is None or not opens < token.head < verb or any(t.text in (",", ";") for t in tokens[opens : verb - 1]):
        return False
    if any(t.head == verb and t.dep in ("nsubj", "nsubjpass", "aux", "auxpass", "agent") for t in tokens[first:last]):
        return False
    noun = tokens[opens - 2]
    while noun.pos not in _NOUNS or (tokens[noun.head].pos in _NOUNS and noun.dep in ("compound", "flat", "nmod", "pobj", "prep")):
        if noun.head == noun.i or noun.head < first:
            return False
        noun = tokens[noun.head]
    above = tokens[noun.head]
    if token.tag == "VBN" and noun.dep != "ROOT" and not (noun.dep == "dobj" and above.lemma == "say"):
        return False  # a participle, unless the sentence has no other verb for its subject: nobody says people
    token = replace(token, tag="VBD")
    if noun.dep == "ROOT":
        tokens[verb] = replace(token, dep="ROOT", head=verb)
    elif noun.dep in ("dobj", "nsubj") and above.pos == "VERB" and above.i < noun.i and above.tag in ("VBD", "VBZ", "VBP"):
        tokens[verb] = replace(token, dep="ccomp", head=above.i)
    else:
        return False
    tokens[noun.i] = replace(noun, dep="nsubj", head=verb)
    return True


def subject_within(tokens: list[Token], who: int, first: int, last: int) -> bool:
    """ "who witnesses said were guards": the relative is the subject of the clause that is said, and no part of whoever says it. Whether it was hung there."""
    token = tokens[who]
    speaker = tokens[token.head]
    if token.lower not in _WHO or token.dep != "nsubj" or speaker.i != who + 1 or speaker.pos not in _NOUNS or speaker.dep != "nsubj":
        return False
    said = next((t for t in tokens[speaker.i : last] if t.head == speaker.head and t.dep == "ccomp" and t.i > speaker.head), None)
    if said is None or any(t.head == said.i and t.dep in ("nsubj", "nsubjpass") for t in tokens[first:last]):
        return False
    passive = any(t.head == said.i and t.dep == "auxpass" for t in tokens[first:last])
    tokens[who] = replace(token, dep="nsubjpass" if passive else "nsubj", head=said.i)
    return True


def counted_people(tokens: list[Token], i: int, first: int, last: int) -> bool:
    """ "the 40 wounded": so many people, and no deed. Whether the participle became their noun."""
    token = tokens[i]
    number = tokens[i - 1] if i > first else token
    if token.tag != "VBN" or token.dep not in ("acl", "advcl") or number.pos != "NUM" or token.lower not in _FATES or number.head == i:
        return False
    if i - 2 < first or tokens[i - 2].lower not in ("the", "these", "those", "their", "its") or any(t.head == i for t in tokens[first:last] if t.i != i and t.pos != "PUNCT"):
        return False
    tokens[i] = replace(token, tag="NNS", pos="NOUN", dep=number.dep, head=number.head)
    tokens[number.i] = replace(number, dep="nummod", head=i)
    for t in tokens[first:last]:
        if t.head == number.i and t.i != number.i:
            tokens[t.i] = replace(t, head=i)
    return True


def harmed_by_deed(tokens: list[Token], i: int, first: int, last: int) -> bool:
    """ "was injured by shelling in Lom": the deed that did it, told as a noun; whom it befell did not shell. Whether the gerund became one."""
    token = tokens[i]
    by = tokens[token.head]
    if token.tag != "VBG" or token.dep != "pcomp" or by.lower != "by" or by.i > i or by.head == by.i:
        return False
    verb = tokens[by.head]
    below = [t for t in tokens[first:last] if t.head == i and t.i != i]
    if verb.tag != "VBN" or any(t.dep in ("dobj", "xcomp", "ccomp", "aux", "auxpass", "neg", "prt") for t in below):
        return False
    tokens[i] = replace(token, tag="NN", pos="NOUN", lemma=token.lower, dep="pobj")
    tokens[by.i] = replace(by, dep="agent")
    return True


def subject_behind_place(tokens: list[Token], verb: int, first: int, last: int) -> bool:
    """ "As talks resumed in Geneva, | the rebel leader Ivo Weil rejected it": what stands behind the comma is no other name of the place or day before it, but the subject
    that the verb would lack. Whether it was hung there."""
    if tokens[verb].tag not in ("VBD", "VBZ", "VBP") or tokens[verb].dep != "ROOT" or any(t.head == verb and t.dep in ("nsubj", "nsubjpass", "csubj", "expl") for t in tokens[first:last]):
        return False
    name = tokens[verb - 1]
    top = name
    while top.dep in ("appos", "compound") and tokens[top.head].pos in _NOUNS and tokens[top.head].ent not in ("GPE", "LOC", "DATE", "FAC"):
        top = tokens[top.head]
    place = tokens[top.head]
    if top.dep != "appos" or place.ent not in ("GPE", "LOC", "DATE", "FAC") or place.i > top.i or name.pos not in ("NOUN", "PROPN") or not any(t.text == "," for t in tokens[place.i + 1 : top.i]):
        return False
    begin = max(t.i for t in tokens[place.i + 1 : top.i] if t.text == ",") + 1
    if any(t.text == "," or t.pos in ("VERB", "ADP") for t in tokens[begin:verb]) or not any(t.dep == "advcl" and t.head == verb and t.i < place.i for t in tokens[first:verb]):
        return False
    passive = any(t.head == verb and t.dep == "auxpass" for t in tokens[first:last])
    for t in tokens[begin : verb - 1]:
        if t.head in (top.i, place.i) or t.i == top.i:
            tokens[t.i] = replace(t, dep="compound" if t.i == top.i else t.dep, head=verb - 1)
    tokens[verb - 1] = replace(name, dep="nsubjpass" if passive else "nsubj", head=verb)
    return True
