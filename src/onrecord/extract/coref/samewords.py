"""Plurals that a report tells of twice in the same words: "regional warlords" here and there. A helper of clustering, no stage."""

from __future__ import annotations

from onrecord.extract.entities.found import Cluster, Found, generic
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_DIFFERING = word_set("differing_words")
# "armed men" here and there are hardly the same.
_ANYBODY = word_set("anybody")
_PLURALS = ("NNS", "NNPS")


def told_before(parse: Parse, first: Found, cluster: Cluster, clusters: list[Cluster]) -> Cluster | None:
    """The earlier unnamed people or bodies told of in the words of `first`, the first noun of `cluster`, where no country tells them apart."""
    if cluster.named or not _told_by_words(parse, first):
        return None
    words, own = _words(parse, first), cluster.best("countries")
    for other in clusters:
        if other is cluster or not other.found or other.named:
            continue
        same = any(m.kind == "nominal" and m.first < first.first and _told_by_words(parse, m) and _words(parse, m) == words for m in other.found)
        if same and (not own or not other.best("countries") or own == other.best("countries")):
            return other
    return None


def _told_by_words(parse: Parse, mention: Found) -> bool:
    """Whether a plural of two words and more is told by them alone: no number, no "other", nothing behind that restricts it, nobody's."""
    token = parse[mention.head]
    if (token.tag not in _PLURALS and token.lower != "people") or len(_words(parse, mention)) < 2:
        return False
    role = mention.rule.removeprefix("role:").split("+")[0].replace("-", " ").split()
    if generic(parse, mention) and (token.lemma.lower() in _ANYBODY or len(_words(parse, mention)) <= len(role)):
        return False  # "festival-goers", "armed men": anybody of a sort
    if any(t.lower in _DIFFERING for t in parse.tokens[mention.first : mention.head]):
        return False
    return not any(c.dep in ("nummod", "poss", "quantmod", "acl") or (c.dep == "prep" and c.lower in ("of", "from", "near", "at")) for c in parse.children(token.i))


def _words(parse: Parse, mention: Found) -> tuple[str, ...]:
    return tuple(t.lower for t in parse.tokens[mention.first : mention.head + 1] if t.pos in ("ADJ", "NOUN", "PROPN", "VERB"))
