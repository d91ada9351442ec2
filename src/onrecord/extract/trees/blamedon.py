"""parse, repairs: "the attack, which police blamed on the band", "an attack that officials blamed on the band killed nine", "an ambush authorities blamed on the band": who
blames is the subject of a clause that tells of the deed. The small parser makes him one whom somebody blames, or the doer."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.events import event_lexicon
from onrecord.model.parse import Token

_LAYING = {"blame": "on", "pin": "on", "attribute": "to"}
_OF_NAME = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def blamed_on(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens."""
    for i in range(first + 2, last - 2):
        if tokens[i].lower == "on" and tokens[tokens[i].head].lemma in ("blame", "pin"):
            _laid_on_whom(tokens, first, last, i)
        verb, who = tokens[i], tokens[tokens[i].head]
        if _LAYING.get(verb.lemma) != tokens[i + 1].lower or verb.dep != "acl" or who.i != i - 1 or who.pos not in ("NOUN", "PROPN"):
            continue
        begin = who.i
        while begin - 1 > first and tokens[begin - 1].head == who.i and tokens[begin - 1].dep in _OF_NAME and tokens[begin - 1].lower not in ("which", "that") and not _deed(tokens, begin - 1):
            begin -= 1
        before = tokens[begin - 1]
        if before.lower in ("which", "that"):
            _with_pronoun(tokens, first, last, i, begin - 1)
        elif _deed(tokens, begin - 1) and before.dep in ("compound", "nmod") and before.head == who.i and who.tag in ("NNS", "NNPS"):
            _without(tokens, first, i, before.i)


def _laid_on_whom(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "blamed the raid on the village | on the army": the first "on" is the deed's, the second tells who is blamed."""
    verb, whom = tokens[i].head, next((t.i for t in tokens[i + 1 : last] if t.head == i and t.dep == "pobj"), None)
    deed = next((t for t in tokens[verb + 1 : i] if t.head == verb and t.dep == "dobj"), None)
    second = next((t for t in tokens[whom + 1 : last] if t.lower == "on" and t.dep == "prep" and t.head in (whom, verb)), None) if whom is not None else None
    if deed is None or second is None or deed.i != i - 1 or not _deed(tokens, deed.i) or any(t.head == second.i and t.ent in ("DATE", "TIME") for t in tokens[second.i : last]):
        return
    tokens[i] = replace(tokens[i], dep="prep", head=deed.i)
    tokens[second.i] = replace(second, head=verb)


def _deed(tokens: list[Token], i: int) -> bool:
    return tokens[i].pos == "NOUN" and bool(event_lexicon().rules_for("n", tokens[i].lemma))


def _with_pronoun(tokens: list[Token], first: int, last: int, i: int, pronoun: int) -> None:
    verb, who = tokens[i], tokens[i - 1]
    comma = tokens[pronoun - 1].text == ","
    noun = tokens[pronoun - 1 - comma]
    if noun.pos not in ("NOUN", "PROPN") or pronoun - 1 - comma < first:
        return
    main = tokens[who.head] if who.dep in ("nsubj", "nsubjpass") else None
    if main is not None and main.i > i and main.dep == "relcl" and main.head == noun.i and main.tag in _FINITE:
        # "An attack that officials blamed on the band killed nine.": the deed is the subject of what follows.
        tokens[main.i] = replace(main, dep=noun.dep, head=main.i if noun.head == noun.i else noun.head)
        tokens[noun.i] = replace(noun, dep="nsubj", head=main.i)
    tokens[i] = replace(verb, dep="relcl", head=noun.i, tag="VBD" if verb.tag == "VBN" else verb.tag)
    tokens[who.i] = replace(who, dep="nsubj", head=i)
    tokens[pronoun] = replace(tokens[pronoun], dep="dobj", head=i)
    for t in tokens[pronoun + 1 : last]:
        if t.head == pronoun:
            tokens[t.i] = replace(t, head=i)


def _without(tokens: list[Token], first: int, i: int, deed: int) -> None:
    verb, who = tokens[i], tokens[i - 1]
    tokens[deed] = replace(tokens[deed], dep=who.dep, head=who.head)
    for t in tokens[first:deed]:
        if t.head == who.i:
            tokens[t.i] = replace(t, head=deed)
    tokens[i] = replace(verb, dep="relcl", head=deed, tag="VBD" if verb.tag == "VBN" else verb.tag)
    tokens[who.i] = replace(who, dep="nsubj", head=i)
