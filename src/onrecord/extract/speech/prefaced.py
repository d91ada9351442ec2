"""attributions: what stands before a colon: a clause and the quotation that bears it out ('said that the soldiers parted the men: "They had a list."'), and the land
that a headline opens with ("Germany: ship hits bridge")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.actorbook import ActorBook
from onrecord.extract.speech.claimed import Claimed
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse

_MARKS = frozenset("\"“'‘«")


def prefaced(parse: Parse, text: str, claim: Claimed) -> Claimed:
    """The claim with the clause that the same cue tells before its colon, where its content is only the quotation behind it."""
    start = claim.content[0][0]
    if text[start : start + 1] not in _MARKS or claim.at < 0 or start <= parse[claim.at].end or not text[:start].rstrip().endswith(":"):
        return claim
    verb = parse[claim.at]
    told = next((c for c in parse.children(verb.i) if c.dep == "ccomp" and verb.i < c.i and c.end < start), None)
    if told is None or not any(c.dep in ("nsubj", "nsubjpass", "expl") for c in parse.children(told.i)):
        return claim
    words = [parse[k] for k in sorted(parse.subtree(told.i)) if verb.i < k and parse[k].end < start and any(c.isalnum() for c in parse[k].text)]
    return replace(claim, content=((words[0].start, words[-1].end), *claim.content))


def names_topic(parse: Parse, actors: ActorLayer, sources: Sequence[int], content: str) -> bool:
    """ "Germany: ship hits bridge", "DR Congo: Fighters accused of killings": a land before a colon says where it happened; it speaks where "we" do or words are quoted."""
    def land(head: int) -> bool:
        mention = actors.by_head.get(head)
        hyphened = head > 1 and parse[head - 1].text == "-" and ActorBook.load().country_of(f"{parse[head - 2].text}-{parse[head].text}") is not None  # "Guinea-Bissau"
        return hyphened or parse[head].ent in ("GPE", "LOC", "FAC") or (mention is not None and actors.by_id[mention.entity].kind == "state")

    words = {w.casefold() for w in content.split()}
    return all(land(h) for h in sources) and content.lstrip()[:1] not in ("\"", "“", "'", "‘") and not words & {"we", "our", "us"}
