"""parse: sentences whose verb the small parser takes for a part of a name or a description: "Amina Yusuf, who was shot in 2012, | called on leaders to act", "Tehran has since |
barred inspectors", "The front | smuggles guns"; and whose subject for a part of the verb: "The coastal police | estimate"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_RELATIVE = frozenset({"who", "which", "that", "whose"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_PARTS = ("compound", "amod", "det", "nummod", "poss", "nmod")
_WITH_OBJECT = word_set("object_verbs") | word_set("verbs_of_harm_in_lists")


def verb_behind_clause(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens."""
    for i in range(first + 1, last - 2):
        if tokens[i].lower == "since" and tokens[i - 1].lower in ("has", "have", "had"):
            _since_then(tokens, first, last, i)
    root = next((t for t in tokens[first:last] if t.dep == "ROOT"), None)
    if root is None or root.pos not in ("NOUN", "PROPN") or tokens[last - 1].text != ".":
        return
    below = [t for t in tokens[first:last] if t.head == root.i and t.i != root.i]
    clause = next((t for t in below if t.dep == "relcl" and any(c.lower in _RELATIVE and c.i == root.i + 2 for c in tokens[root.i : t.i])), None)
    verb = next((t for t in below if t.dep == "acl" and t.tag == "VBN" and t.lower.endswith("ed") and clause is not None and t.i > clause.i), None)
    if verb is None and clause is not None and tokens[root.i + 1].text == ",":
        verb = _before_its_object(tokens, clause.i + 1, last)
    if verb is None or tokens[root.i + 1].text != "," or tokens[verb.i - 1].text != ",":
        return
    own = [t for t in tokens[first:last] if t.head == verb.i and t.i > verb.i]
    said = any(t.dep in ("dobj", "ccomp") for t in own) or (verb.lemma not in _WITH_OBJECT and any(t.dep == "prep" and t.lower != "by" for t in own))
    if not said or any(t.dep == "agent" for t in own):
        return
    tokens[verb.i] = replace(verb, tag="VBD", pos="VERB", dep="ROOT", head=verb.i)
    tokens[root.i] = replace(root, dep="nsubj", head=verb.i)
    for t in below:
        if t.i > verb.i or t.text == "." or (t.dep == "punct" and t.i == last - 1):
            tokens[t.i] = replace(t, head=verb.i)


def _before_its_object(tokens: list[Token], start: int, last: int) -> Token | None:
    """ "The army, which denies it, | blamed rebels": the participle that the parser makes an adjective of the noun behind it; that noun is hung on it."""
    for t in tokens[start:last]:
        noun = tokens[t.head]
        if t.tag == "VBN" and t.dep == "amod" and tokens[t.i - 1].text == "," and noun.dep in ("appos", "conj", "dobj") and noun.i == t.i + 1 and noun.head < t.i:
            tokens[noun.i] = replace(noun, dep="dobj", head=t.i)
            return t
    return None


def _since_then(tokens: list[Token], first: int, last: int, since: int) -> None:
    """ "Tehran has since | barred inspectors": the participle is the verb, and what stands behind it its object."""
    has, verb = tokens[since - 1], tokens[since + 1]
    noun = tokens[verb.head]
    if verb.tag != "VBN" or verb.dep not in ("amod", "compound") or noun.dep != "pobj" or noun.head != since or noun.i < verb.i:
        return
    top = has if tokens[since].dep == "prep" and tokens[since].head == has.i else tokens[since]
    for t in tokens[first:last]:
        if t.head in (top.i, since) and t.i not in (top.i, since, has.i, noun.i):
            tokens[t.i] = replace(t, head=verb.i)
    head = verb.i if top.dep == "ROOT" else top.head
    tokens[verb.i] = replace(tokens[verb.i], pos="VERB", dep=top.dep, head=head)
    tokens[noun.i] = replace(noun, dep="dobj", head=verb.i)
    tokens[has.i] = replace(has, pos="AUX", dep="aux", head=verb.i)
    tokens[since] = replace(tokens[since], pos="ADV", dep="advmod", head=verb.i)


def verb_in_phrase(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place: "The state's execution of a dissident | drew condemnation", "The front | smuggles guns": a finite verb that the parser makes
    a part of the noun phrase behind it, in a sentence that has no other. Cost: linear in the tokens."""
    finite = [t for t in tokens[first:last] if t.tag in _FINITE or t.tag == "MD"]
    own = [t for t in finite if not (t.dep in ("relcl", "acl") or any(tokens[c].dep in ("relcl", "acl") for c in _up(tokens, t.i)))]
    if len(own) != 1 or own[0].tag == "MD" or tokens[last - 1].text not in (".", "!", "?"):
        return
    verb = own[0]
    noun, before = tokens[verb.head], tokens[verb.i - 1]
    if verb.dep not in ("amod", "compound") or verb.i <= first or noun.i <= verb.i or noun.pos not in ("NOUN", "PROPN") or before.head != noun.i or before.dep not in ("amod", "compound", "nsubj"):
        return
    named = before.pos in ("NOUN", "PROPN") or (before.pos == "ADJ" and before.i > first and tokens[before.i - 1].tag == "DT")
    if not named or (before.pos == "PROPN" and verb.text[:1].isupper() and not before.text.isupper()):
        return  # "the Learning Backed Image": a name
    prep = tokens[noun.head] if noun.dep == "pobj" else None
    subject = before if prep is None else next((tokens[c] for c in _up(tokens, noun.i) if tokens[c].dep == "ROOT"), None)
    if subject is None or subject.pos not in ("NOUN", "PROPN", "ADJ") or subject.i > before.i or (prep is None and noun.dep != "ROOT"):
        return
    for t in tokens[first : before.i]:
        if t.head == noun.i:
            tokens[t.i] = replace(t, head=before.i)
    tokens[before.i] = replace(before, pos="NOUN" if before.pos == "ADJ" else before.pos, dep="pobj" if prep is not None else "nsubj", head=prep.i if prep is not None else verb.i)
    if prep is not None:
        for t in tokens[verb.i + 1 : last]:
            if t.head == subject.i and t.dep in ("punct", "prep", "advmod", "advcl"):
                tokens[t.i] = replace(t, head=verb.i)
        tokens[subject.i] = replace(subject, dep="nsubj", head=verb.i)
    tokens[verb.i] = replace(verb, pos="VERB", dep="ROOT", head=verb.i)
    tokens[noun.i] = replace(noun, dep="dobj", head=verb.i)
    if tokens[last - 1].head == noun.i:
        tokens[last - 1] = replace(tokens[last - 1], head=verb.i)


def _up(tokens: list[Token], i: int) -> list[int]:
    """The words above one, the nearest first."""
    found: list[int] = []
    while tokens[i].head != i and len(found) < 64:
        i = tokens[i].head
        found.append(i)
    return found


def subject_as_compound(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place: "The coastal police | estimate", "Chad knife attack | wounds three", "Chad shooting | kills two": the noun right before a finite
    verb that the parser makes a part of its name, or a gerund of what stands before it. Cost: linear in the tokens."""
    for verb in tokens[first + 1 : last]:
        noun, before = tokens[verb.i - 1], tokens[verb.i - 2] if verb.i - 2 >= first else tokens[first]
        gerund = noun.lower in word_set("gerunds_that_are_deeds") and noun.dep == "acl" and noun.head == before.i == noun.i - 1 and before.pos == "PROPN"
        if gerund and verb.tag in _FINITE and (before.head == verb.i or (before.dep == "ROOT" and verb.head == noun.i)):
            tokens[verb.i] = replace(verb, dep="ROOT" if before.dep == "ROOT" else verb.dep, head=verb.i if before.dep == "ROOT" else verb.head)
            tokens[noun.i] = replace(noun, tag="NN", pos="NOUN", lemma=noun.lower, dep="nsubj", head=verb.i)
            tokens[before.i] = replace(before, dep="compound", head=noun.i)
            continue
        if verb.tag not in _FINITE or verb.dep not in ("ROOT", "ccomp", "conj", "advcl", "relcl"):
            continue
        own = next((t for t in tokens[first : verb.i] if t.head == verb.i and t.dep in ("nsubj", "nsubjpass", "csubj", "expl")), None)
        if noun.head != verb.i or noun.dep != "compound" or noun.pos not in ("NOUN", "PROPN"):
            continue
        if own is not None and (own.dep != "nsubj" or own.pos != "PROPN" or any(tokens[t.head].i != noun.i or t.dep != "compound" for t in tokens[own.i + 1 : noun.i])):
            continue
        start = max((t.i + 1 for t in tokens[first : noun.i] if t.pos in ("PUNCT", "ADP", "SCONJ", "CCONJ", "VERB", "AUX")), default=first)
        for t in tokens[start : noun.i]:
            if t.head == verb.i and (t.dep in _PARTS or t is own):
                tokens[t.i] = replace(t, dep="compound" if t is own else t.dep, head=noun.i)
        tokens[noun.i] = replace(noun, dep="nsubj")
