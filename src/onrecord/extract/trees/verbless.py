"""parse: sentences that the small parser takes for a name with a description, because the verb of the name is told behind a clause about it: "Amina Yusuf, who was shot in
2012, | called on leaders to act", "Tehran has since | barred inspectors"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_RELATIVE = frozenset({"who", "which", "that", "whose"})
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
