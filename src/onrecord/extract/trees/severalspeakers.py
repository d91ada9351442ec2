"""parse, repairs: several who say it, behind what they tell: "killing seven people, rights groups and hospital officials said", "on Monday, a medical network and two residents
said". The small parser begins their row with the last noun before it, or leaves the first of them to that noun."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_OF_A_NOUN = frozenset({"det", "amod", "compound", "nummod", "poss", "quantmod", "advmod", "case", "nmod", "neg"})


def several_speakers(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the sentence for each verb of saying."""
    for i in range(first + 2, last):
        _row_goes_on(tokens, first, i)
    for i in range(first + 4, last):
        if tokens[i].lemma.lower() in word_set("verbs_of_saying") and tokens[i].tag in _FINITE:
            _object_first(tokens, first, last, i)
            _first_behind_day(tokens, first, i)
            _left_without_subject(tokens, first, last, i)


def _object_first(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "killing at least seven people, | rights groups and hospital officials said": those killed say nothing."""
    row = next((t for t in tokens[first:i] if t.head == i and t.dep == "nsubj"), None)
    if row is None or row.pos not in _NOUNS:
        return
    begin = row.i
    while begin > first + 1 and tokens[begin - 1].dep in _OF_A_NOUN and first <= tokens[begin - 1].head <= row.i and tokens[begin - 1].head >= begin - 1:
        begin -= 1
    before = tokens[begin - 1]
    # "seven people, including six children, | three residents and an official said": they stand in the row of the children
    inner = next((t for t in tokens[row.i + 1 : i] if t.dep == "pobj" and tokens[t.head].lower in ("including", "among") and tokens[t.head].head == row.i), row)
    named = row
    row = inner
    speakers = [t for t in tokens[row.i + 1 : i] if t.dep == "conj" and t.pos in _NOUNS and t.head in (row.i, *(c.i for c in tokens[row.i + 1 : i] if c.dep == "conj"))]
    if begin <= first or not speakers or not any(t.text == "," for t in tokens[row.i + 1 : speakers[0].i]) or any(t.pos in ("VERB", "AUX") and t.dep != "amod" for t in tokens[row.i + 1 : i]):
        return
    taken = any(t.head == before.i and t.dep in ("dobj", "pobj", "ccomp", "xcomp", "acomp", "attr") for t in tokens[first:last])
    if taken or (not (before.pos == "VERB" and before.tag in ("VBG", "VBD", "VBN") and before.i != i) and not (before.dep in ("prep", "agent") and before.pos == "ADP")):
        return
    tokens[named.i] = replace(named, dep="pobj" if before.pos == "ADP" else "dobj", head=before.i)
    tokens[speakers[0].i] = replace(speakers[0], dep="nsubj", head=i)
    for t in tokens[row.i + 1 : i]:
        if t.head == row.i and t.i != speakers[0].i and t.dep in ("conj", "cc", "punct"):
            tokens[t.i] = replace(t, head=speakers[0].i if t.i > speakers[0].i else i)


def _left_without_subject(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "boarded a tanker and abducted six of its crew, | the navy and the ship's manager said Thursday": who says so is no second thing that was abducted."""
    said = tokens[i]
    if said.dep not in ("conj", "advcl", "parataxis") or any(t.head == i and t.dep in ("nsubj", "nsubjpass", "expl", "dobj", "ccomp", "xcomp") for t in tokens[first:last]):
        return
    if any(t.pos in ("VERB", "NOUN", "PRON") and t.ent not in ("DATE", "TIME") for t in tokens[i + 1 : last]):
        return  # "..., and said it would go on": no end of the sentence
    comma = next((t.i for t in reversed(tokens[first:i]) if t.text == ","), first)
    row = tokens[comma + 1 : i]
    if comma <= first + 2 or not row or row[0].lower in ("and", "but", "who", "which") or any(t.pos in ("VERB", "AUX", "ADP", "SCONJ") and t.lower not in ("of", "for", "in") for t in row):
        return
    heads = [t for t in row if t.pos in ("NOUN", "PROPN") and not comma < t.head < i]
    root = next((t for t in tokens[first:i] if t.head == t.i), None)
    if len(heads) != 1 or heads[0].dep not in ("conj", "appos", "dobj", "npadvmod") or root is None or root.pos not in ("VERB", "AUX") or root.i > comma:
        return
    tokens[heads[0].i] = replace(heads[0], dep="nsubj", head=i)
    tokens[i] = replace(said, dep="ROOT", head=i)
    tokens[root.i] = replace(root, dep="ccomp", head=i)


def _first_behind_day(tokens: list[Token], first: int, i: int) -> None:
    """ "on Monday, | a medical network and two residents said": the first of two who say it is no other name of the day, or of what was done."""
    second = next((t for t in tokens[first:i] if t.head == i and t.dep == "nsubj"), None)
    if second is None or second.pos not in _NOUNS:
        return
    begin = second.i
    while begin > first + 1 and tokens[begin - 1].dep in _OF_A_NOUN and begin - 1 <= tokens[begin - 1].head <= second.i:
        begin -= 1
    joint = tokens[begin - 1]
    above = tokens[joint.head]
    if joint.lower != "and" or above.dep not in ("appos", "conj", "npadvmod", "dobj", "pobj") or above.pos not in ("NOUN", "PROPN") or above.i > joint.i:
        return
    start = min(t.i for t in tokens[first : above.i + 1] if t.i == above.i or (t.head == above.i and t.i < above.i))
    comma = tokens[start - 1]
    if start - 1 <= first or comma.text != "," or any(t.pos in ("VERB", "AUX") or t.text == "," for t in tokens[start : joint.i]):
        return
    if above.dep in ("dobj", "pobj") or (above.dep == "conj" and tokens[above.head].ent not in ("DATE", "TIME", "GPE", "LOC", "CARDINAL")):
        return
    tokens[above.i] = replace(above, dep="nsubj", head=i)
    tokens[second.i] = replace(second, dep="conj", head=above.i)


def _row_goes_on(tokens: list[Token], first: int, i: int) -> None:
    """ "killing a driver, | two women and a child": hung on the comma, they are in a row with the driver."""
    noun, comma = tokens[i], tokens[tokens[i].head]
    if noun.pos != "NOUN" or comma.text != "," or comma.i >= i or comma.i <= first:
        return
    before = tokens[comma.i - 1]
    if before.pos == "NOUN" and before.dep in ("dobj", "nsubjpass", "pobj") and not any(t.pos in ("VERB", "AUX") for t in tokens[comma.i : i]):
        tokens[i] = replace(noun, dep="conj", head=before.i)
