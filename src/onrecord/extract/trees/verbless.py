"""parse: sentences that the small parser takes for a name with a description, because the verb of the name is told behind a clause about it: "Amina Yusuf, who was shot in
2012, | called on leaders to act"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_RELATIVE = frozenset({"who", "which", "that", "whose"})
_WITH_OBJECT = word_set("object_verbs") | word_set("verbs_of_harm_in_lists")


def verb_behind_clause(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens."""
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
