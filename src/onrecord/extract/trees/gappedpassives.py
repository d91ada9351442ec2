"""parse, repairs: passives that share one auxiliary: "Three people were shot dead, 20 others injured and several shops looted", "a priest killed". The small parser takes the later
ones for plain past forms, by which those whom it befell did it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.trees.gardenpaths import hangs_below
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "dep"})
_ALWAYS = word_set("object_verbs") | word_set("verbs_of_harm_in_lists")
_MOSTLY = word_set("verbs_left_passive_in_lists")
_NEAR = 8  # words within which a clash leaves somebody dead
_TAKEN = frozenset({"aux", "auxpass", "dobj", "ccomp", "xcomp", "mark", "dative", "attr", "expl", "neg"})
_DOERS = ("armed", "enforcer", "criminal", "protester", "military")


def gapped_passives(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times the sentence for each past form that can stand so."""
    passives: set[int] = set()
    for i in range(first, last):
        token = tokens[i]
        if token.tag == "VBN" and any(t.head == i and t.dep == "auxpass" and t.lemma == "be" for t in tokens[first:i]):
            passives.add(i)
        elif token.lemma == "leave" and token.pos == "VERB" and any(t.lower in ("dead", "wounded", "injured") for t in tokens[i + 1 : min(i + _NEAR, last)]):
            passives.add(i)  # "leaving one civilian dead and four soldiers wounded"
        elif token.tag == "VBN" and token.dep == "acl" and token.head < i and tokens[token.head].dep == "conj" and tokens[token.head].head in passives and token.lemma in _ALWAYS | _MOSTLY:
            # "Two were shot dead and at least 11 | injured on Monday": no second thing beside the shooting
            counted = tokens[token.head]
            if counted.pos in ("NUM", "NOUN") and not any(t.head == i and t.dep in ("agent", "dobj") for t in tokens[i:last]):
                tokens[i] = replace(token, dep="conj", head=counted.head)
                tokens[counted.i] = replace(counted, dep="nsubjpass", head=i)
                passives.add(i)
        elif token.tag in ("VBD", "VBN") and token.pos == "VERB" and token.dep in _CLAUSES and token.lemma in _ALWAYS | _MOSTLY and passives:
            before = _shared(tokens, first, last, i, passives)
            if before is not None:
                _join(tokens, first, i, before)
                passives.add(i)


def _shared(tokens: list[Token], first: int, last: int, i: int, passives: set[int]) -> int | None:
    """The passive whose auxiliary the form at i shares: its own subject stands between them, behind a comma or "and", and it has no object."""
    below = [t for t in tokens[first:last] if t.head == i and t.i != i]
    subject = next((t for t in below if t.dep in ("nsubj", "nsubjpass") and t.i < i), None)
    if subject is None or subject.pos not in ("NOUN", "PROPN", "NUM") or any(t.dep in _TAKEN for t in below if t.i not in passives):
        return None
    agents = subject.lemma.lower() in word_set("who_attack") | {"rioter", "looter", "mob", "crowd"} or any(subject.lemma.lower() in event_lexicon().classes[c] for c in _DOERS)
    if agents and tokens[i].lemma not in _ALWAYS and not any(t.lower == "dead" for t in below):
        return None  # "Shops were burned and rioters looted"; "police shot dead"
    start = min(t.i for t in tokens[first:i] if t.i == subject.i or _within(tokens, t, subject.i, i))
    joint = tokens[start - 1] if start > first else None
    before = max((k for k in passives if k < start), default=None)
    if joint is None or before is None or (joint.text != "," and joint.lower not in ("and", "or")):
        return None
    over = tokens[tokens[before].head]
    said = over.i if tokens[before].dep == "ccomp" and before < over.i < start and over.lemma in word_set("verbs_of_saying") else -1
    # "Three gunmen were killed, Heron said, and four soldiers wounded": who tells it stands aside.
    between = [t for t in tokens[before + 1 : start] if t.i != said and (t.head != said or said < 0)]
    broken = any(t.pos in ("VERB", "AUX") and t.dep != "amod" for t in between) or any(t.dep in ("mark", "nsubj", "nsubjpass") or t.text in (";", ":", '"', "”") for t in between)
    return None if broken or any(t.pos in ("VERB", "AUX", "SCONJ") for t in tokens[subject.i + 1 : i]) else before


def _within(tokens: list[Token], token: Token, noun: int, verb: int) -> bool:
    """Whether the token is one of the noun's own words, down to a few arcs."""
    at = token
    for _ in range(6):
        if at.head == noun:
            return True
        if at.head in (at.i, verb):
            return False
        at = tokens[at.head]
    return False


def _join(tokens: list[Token], first: int, i: int, before: int) -> None:
    """Makes the form at i a second passive beside the one `before`, which takes its place in the sentence where it was hung on it."""
    subject = next(t for t in tokens[first:i] if t.head == i and t.dep in ("nsubj", "nsubjpass"))
    over, verb = tokens[before], tokens[i]
    if over.head == i:
        tokens[before] = replace(over, dep=verb.dep, head=before if verb.head == i else verb.head)
        for t in tokens[first:before]:
            if t.head == i:
                tokens[t.i] = replace(t, head=before)
    elif hangs_below(tokens, before, i):
        return
    tokens[i] = replace(verb, tag="VBN", dep="conj", head=before)
    tokens[subject.i] = replace(subject, dep="nsubjpass")
