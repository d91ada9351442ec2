"""parse, repairs: what stands behind a comma to say who denies it: "said he hanged himself, a claim his family disputes", "which villagers dispute". The small parser
takes the noun for a part of a compound, the denial for a noun or for the main verb."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_COMMAS = frozenset({",", "-", "--", "–", "—"})
_ENDS = frozenset({".", ",", ";", "-", "--", "–", "—", ")"})
_LONGEST = 8  # tokens between the noun and the denial


def claim_asides(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times `_LONGEST`."""
    for i in range(first + 4, last):
        _at_the_time(tokens, i)
    for comma in range(first + 2, last - 3):
        if tokens[comma].text in _COMMAS and (noun := _claim_behind(tokens, comma, last)) is not None:
            denial = _denial(tokens, noun, last)
            if denial is not None:
                _put_right(tokens, first, last, comma, noun, *denial)


def _at_the_time(tokens: list[Token], i: int) -> None:
    """ "said at the time that he had fled": what was said then, and no description of the time."""
    verb, time = tokens[i], tokens[tokens[i].head]
    prep = tokens[time.head]
    saying = tokens[prep.head]
    if verb.dep not in ("relcl", "acl", "ccomp") or time.lower != "time" or prep.lower != "at" or saying.lemma not in word_set("verbs_of_saying") | {"insist", "maintain", "argue"} or saying.i > i:
        return
    if tokens[time.i + 1].lower == "that" and not any(t.head == saying.i and t.dep in ("ccomp", "dobj") for t in tokens[saying.i : i] if t.i != i):
        tokens[time.i + 1] = replace(tokens[time.i + 1], dep="mark", tag="IN", pos="SCONJ", head=i)
        tokens[i] = replace(verb, dep="ccomp", head=saying.i)


def _claim_behind(tokens: list[Token], comma: int, last: int) -> int | None:
    """The "claim" of ", a claim", ", a long-standing charge", ", charges", ", something", ", which"; None where none such opens."""
    i = comma + 1
    if tokens[i].lower in ("which", "something"):
        return i
    plural = tokens[i].lower not in ("a", "an")
    i += not plural
    while i < min(comma + 4, last - 2) and tokens[i].pos in ("ADJ", "ADV") and not plural:
        i += 1
    word = tokens[i]
    said = word.lemma.lower() in word_set("told_things") or word.lower.removesuffix("s") in word_set("told_things")
    return i if said and (not plural or word.lower.endswith("s")) else None


def _denial(tokens: list[Token], noun: int, last: int) -> tuple[int, int, int] | None:
    """Where who denies it begins, his head and the denying verb: finite, at the end of its clause, with nothing but a subject and its helpers between."""
    start = noun + 1
    if tokens[start].lower == "of" and start + 2 < last and tokens[start + 1].pos in ("NOUN", "PROPN"):
        start += 2  # "a version of events"
    if tokens[start].lower in ("that", "which"):
        start += 1
    verb = next((t.i for t in tokens[start + 1 : min(start + _LONGEST, last)] if t.lemma.lower() in _denying() and t.i + 1 <= last - 1 and tokens[t.i + 1].text in _ENDS and not t.lower.endswith("ing")), None)
    if verb is None:
        return None
    end = verb
    while end > start and (tokens[end - 1].pos in ("ADV", "PART") or tokens[end - 1].lower in ("has", "have", "had", "also", "strongly")):
        end -= 1
    who = tokens[start:end]
    if not who or who[-1].pos not in ("NOUN", "PROPN", "PRON", "VERB") or any(t.pos in ("PUNCT", "AUX", "SCONJ") or t.lower in ("who", "by", "and", "or") for t in who):
        return None
    if any(t.pos == "VERB" for t in who[:-1]) or (who[-1].pos == "VERB" and not who[-1].lower.endswith("s")):
        return None
    if who[-1].pos == "PRON" and len(who) > 1:
        return None
    return start, who[-1].i, verb


def _denying() -> frozenset[str]:
    return word_set("denying_verbs") | word_set("plain_denials") | {"contest", "challenge"}


def _put_right(tokens: list[Token], first: int, last: int, comma: int, noun: int, start: int, subject: int, verb: int) -> None:
    """Make the noun an aside to the clause before it, the denial a relative clause of it, and what the parser had hung on them the clause's again."""
    inside = range(comma + 1, verb + 1)
    tops = [t for t in tokens[first:comma] if not first <= t.head < comma or t.head == t.i]
    top = next((t for t in tops if t.pos in ("VERB", "AUX") and t.head == t.i), None) or next((t for t in tops if t.pos in ("VERB", "AUX")), None)
    if top is None:
        return
    rooted = any(tokens[k].head == k for k in inside)
    if rooted:
        tokens[top.i] = replace(top, dep="ROOT", head=top.i)
    for t in tokens[first:last]:
        if t.i not in inside and t.i != top.i and t.head in inside and t.head != t.i:
            tokens[t.i] = replace(t, head=top.i)
    if tokens[top.i].head in inside:
        return
    which = tokens[noun].lower == "which"
    if which:
        near = next((t for t in reversed(tokens[first:comma]) if t.pos in ("VERB", "AUX", "NOUN", "PROPN")), top)
        tokens[noun] = replace(tokens[noun], dep="dobj", head=verb)
        tokens[verb] = replace(tokens[verb], dep="relcl", head=near.i, pos="VERB", tag=_finite(tokens, verb))
    else:
        plural = tokens[noun].lower.endswith("s")
        word = tokens[noun]
        if word.lower != "something":
            word = replace(word, pos="NOUN", tag="NNS" if plural else "NN", lemma=word.lower.removesuffix("s") if plural else word.lower)
        tokens[noun] = replace(word, dep="npadvmod", head=top.i)
        tokens[verb] = replace(tokens[verb], dep="relcl", head=noun, pos="VERB", tag=_finite(tokens, verb))
        for k in range(comma + 1, noun):
            tokens[k] = replace(tokens[k], head=noun, dep="det" if tokens[k].pos == "DET" else "amod")
        if noun + 1 < start and tokens[start - 1].lower in ("that", "which"):
            tokens[start - 1] = replace(tokens[start - 1], dep="dobj", head=verb)
        if tokens[noun + 1].lower == "of":
            tokens[noun + 1] = replace(tokens[noun + 1], dep="prep", head=noun)
            tokens[noun + 2] = replace(tokens[noun + 2], dep="pobj", head=noun + 1)
    who = tokens[subject]
    if who.pos == "VERB":
        who = replace(who, pos="NOUN", tag="NNS")  # "villagers", read as what one does
    tokens[subject] = replace(who, dep="nsubj", head=verb)
    for k in range(start, subject):
        if not start <= tokens[k].head <= subject or tokens[k].head == k:
            dep = {"DET": "det", "ADJ": "amod", "PRON": "poss"}.get(tokens[k].pos, "compound")
            tokens[k] = replace(tokens[k], head=subject, dep=dep)
    for k in range(subject + 1, verb):
        tokens[k] = replace(tokens[k], head=verb, dep="aux" if tokens[k].pos in ("AUX", "VERB") else "advmod")


def _finite(tokens: list[Token], verb: int) -> str:
    """The tag of a denial: what it looks like, and "have denied" before all."""
    word = tokens[verb].lower
    if any(t.lower in ("has", "have", "had") for t in tokens[verb - 3 : verb]):
        return "VBN"
    return "VBD" if word.endswith("ed") else "VBZ" if word.endswith("s") else "VBP"
