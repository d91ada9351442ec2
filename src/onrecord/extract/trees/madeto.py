"""parse, repairs: "was made to": whoever is made to do something did it, under force; a decision that is made to do it is none of his."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.events import event_lexicon
from onrecord.model.parse import Token

_PEOPLE = ("human", "civilian", "official", "prisoner", "voice", "armed", "protester", "criminal")
_PERSONS = frozenset({"he", "she", "they", "we", "i", "who", "you"})


def made_to(tokens: list[Token], first: int, last: int) -> None:
    """Reads "he was made to kneel" as "he was forced to kneel", in place. Cost: linear in the tokens."""
    for i in range(first + 2, last - 2):
        made, to, verb = tokens[i], tokens[i + 1], tokens[i + 2]
        if made.lower != "made" or made.tag != "VBN" or to.lower != "to" or verb.tag != "VB" or verb.head != i or verb.dep not in ("xcomp", "advcl"):
            continue
        subject = next((t for t in tokens[first:i] if t.head == i and t.dep == "nsubjpass"), None)
        if subject is None or not any(t.head == i and t.dep == "auxpass" for t in tokens[first:i]):
            continue
        classes = event_lexicon().classes
        if subject.lower in _PERSONS or any(subject.lemma.lower() in classes[name] for name in _PEOPLE):
            tokens[i] = replace(made, lemma="force")
            tokens[verb.i] = replace(verb, dep="xcomp")
