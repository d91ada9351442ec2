"""parse, repairs: "wrote to his counterpart demanding that", "sent a letter to the mission ordering it to leave", "summoned the envoy, saying": who demands is who wrote, and
not whom he wrote to, on whom the small parser hangs the gerund."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_SENDING = frozenset({"write", "send", "issue", "address", "deliver", "hand", "dispatch", "post"})
_TURNING_TO = frozenset({"summon", "telephone", "phone", "call", "ring", "text", "email"})


def written_to(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens."""
    for i in range(first + 3, last):
        gerund, noun = tokens[i], tokens[tokens[i].head]
        if gerund.tag != "VBG" or gerund.dep != "acl" or noun.i > i or noun.pos not in ("NOUN", "PROPN") or gerund.lemma not in _telling():
            continue
        sender = _sender(tokens, noun)
        if sender is not None and tokens[sender].pos in ("VERB", "AUX"):
            tokens[i] = replace(gerund, dep="advcl", head=sender)


def _sender(tokens: list[Token], noun: Token) -> int | None:
    """The verb whose subject writes to, or sends something to, or calls in whom `noun` names; None where there is none."""
    above = tokens[noun.head]
    if noun.dep == "dobj":
        return above.i if above.lemma in _TURNING_TO else None
    if above.lower != "to" or noun.dep != "pobj":
        return None
    holder = tokens[above.head]
    if holder.lemma in _SENDING and holder.pos == "VERB":
        return holder.i
    if holder.lemma.lower() not in word_set("papers") | word_set("utterances") | {"warning", "telegram", "cable"}:
        return None
    verb = tokens[holder.head]
    if verb.lower == "in":  # "In a letter to the council demanding sanctions, the guild said"
        verb = tokens[verb.head]
    return verb.i if verb.lemma in _SENDING or verb.lemma in word_set("verbs_of_saying") else None


def _telling() -> frozenset[str]:
    return word_set("demanding_verbs") | word_set("accusing_verbs") | word_set("claiming_verbs") | word_set("verbs_of_saying") | word_set("verbs_of_asking_somebody") | {"order", "threaten", "protest", "propose", "offer"}
