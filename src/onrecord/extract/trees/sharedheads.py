"""parse, repairs: rows hung on the wrong word: "the assets of a judge, two traders and five firms" (the traders are no asset), "who were taken, locked in a barn and burned"
(they are those who were locked in); "on the contrary rebel units" and "miners down tools"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_PEOPLE = ("human", "civilian", "official", "prisoner", "voice", "armed", "protester", "criminal", "corporate", "outlet", "institution", "collective")
_NOUNS = ("NOUN", "PROPN")


def shared_heads(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the sentence for each row."""
    for i in range(first, last):
        token = tokens[i]
        if token.dep in ("conj", "appos", "npadvmod", "dep") and token.pos in _NOUNS:
            _of_row(tokens, first, i)
        elif token.tag == "VBN" and token.dep == "acl":
            _taken_and_locked(tokens, first, last, i)
        elif token.tag == "VBN" and token.dep == "conj":
            _own_subject(tokens, first, i)
        elif token.lower == "contrary" and token.dep == "amod" and i - 2 >= first and [t.lower for t in tokens[i - 2 : i]] == ["on", "the"]:
            _on_the_contrary(tokens, i)
        elif token.lower == "down" and token.pos != "VERB" and i > first and i + 1 < last and tokens[i + 1].lower == "tools" and tokens[i - 1].tag == "NNS":
            _down_tools(tokens, first, last, i)


def _people(token: Token) -> bool:
    classes = event_lexicon().classes
    return any(token.lemma.lower() in classes[name] for name in _PEOPLE)


def _of_row(tokens: list[Token], first: int, i: int) -> None:
    """The second of a row behind "of", which the parser hangs on what is somebody's, or on the subject."""
    thing = tokens[tokens[i].head]
    start = min(t.i for t in tokens[first : i + 1] if t.i == i or (t.head == i and t.dep in ("nummod", "det", "amod", "compound")))
    if tokens[i].dep != "conj":
        owner = tokens[start - 2] if start - 2 > first else None
        of = tokens[owner.head] if owner is not None and owner.dep == "pobj" else None
        listed = any(t.head == i and t.dep == "conj" for t in tokens[i + 1 : i + 6])
        if owner is not None and of is not None and of.lower == "of" and tokens[of.head].lemma in word_set("things_of_somebody") and tokens[start - 1].text == "," and listed and _people(owner) and _people(tokens[i]) and thing.i < of.i:
            tokens[i] = replace(tokens[i], dep="conj", head=owner.i)
        return
    if thing.pos != "NOUN" or thing.lemma not in word_set("things_of_somebody") or not _people(tokens[i]):
        return
    of = next((t for t in tokens[thing.i + 1 : i] if t.head == thing.i and t.lower == "of"), None)
    owner = next((t for t in tokens[of.i + 1 : i] if t.head == of.i and t.dep == "pobj"), None) if of is not None else None
    if owner is not None and _people(owner) and not any(t.pos in ("VERB", "AUX") for t in tokens[owner.i : i]):
        tokens[i] = replace(tokens[i], head=owner.i)


def _taken_and_locked(tokens: list[Token], first: int, last: int, i: int) -> None:
    """A participle behind a comma that goes on with the passive of a relative clause."""
    passive = next((t for t in reversed(tokens[first:i]) if t.dep == "relcl"), None)
    if passive is None or passive.tag != "VBN" or tokens[i - 1].text != "," or not any(t.head == passive.i and t.dep == "auxpass" for t in tokens[first : passive.i]):
        return
    if not any(t.head == i and t.dep == "conj" and t.pos == "VERB" for t in tokens[i:last]) or any(t.pos in ("VERB", "AUX") and t.dep not in ("acl", "amod") for t in tokens[passive.i + 1 : i]):
        return
    tokens[i] = replace(tokens[i], dep="conj", head=passive.i)
    row = {i}
    for t in tokens[i + 1 : last]:
        if t.dep == "conj" and t.head in row and t.tag in ("VBN", "VBD") and not any(c.head == t.i and c.dep in ("dobj", "nsubj", "aux") for c in tokens[first:last]):
            row.add(t.i)
            tokens[t.i] = replace(t, tag="VBN")


def _own_subject(tokens: list[Token], first: int, i: int) -> None:
    """ "Young men burned tyres on the highway and a truck was set alight": the noun before "was", where the men would be many."""
    aux = next((t for t in tokens[first:i] if t.head == i and t.dep == "auxpass"), None)
    if aux is None or aux.lower not in ("was", "were") or any(t.head == i and t.dep in ("nsubj", "nsubjpass") for t in tokens[first:i]):
        return
    noun, above = tokens[aux.i - 1], tokens[tokens[i].head]
    subject = next((t for t in tokens[first : above.i] if t.head == above.i and t.dep in ("nsubj", "nsubjpass")), None)
    if noun.pos != "NOUN" or noun.dep != "conj" or subject is None or subject.pos not in _NOUNS or not above.i < noun.i:
        return
    one = aux.lower == "was"
    if (noun.tag == "NN") == one and (subject.tag in ("NN", "NNP")) != one and not any(t.head == subject.i and t.dep == "conj" for t in tokens[first:i]):
        tokens[noun.i] = replace(noun, dep="nsubjpass", head=i)


def _on_the_contrary(tokens: list[Token], i: int) -> None:
    """It tells nothing of the noun behind it."""
    noun = tokens[i].head
    verb = tokens[i - 2].head
    tokens[i - 1] = replace(tokens[i - 1], head=i)
    tokens[i] = replace(tokens[i], pos="NOUN", tag="NN", dep="pobj", head=i - 2)
    if noun == verb:
        tokens[i - 2] = replace(tokens[i - 2], head=tokens[noun].head)


def _down_tools(tokens: list[Token], first: int, last: int, i: int) -> None:
    """In a headline the verb is read as an adverb."""
    who, tools = tokens[i - 1], tokens[i + 1]
    if any(t.pos == "VERB" and t.dep == "ROOT" for t in tokens[first:i]) or tools.head not in (who.i, i):
        return
    root = who.head if who.head != who.i else i
    tokens[i] = replace(tokens[i], pos="VERB", tag="VBP", lemma="down", dep=who.dep, head=root)
    tokens[who.i] = replace(who, dep="nsubj", head=i)
    tokens[tools.i] = replace(tools, dep="dobj", head=i)
    for t in tokens[i + 2 : last]:
        if t.head == who.i:
            tokens[t.i] = replace(t, head=i)
