"""Participles that share the auxiliary of a passive before them, which the parser takes for past tenses: "were killed and 2,000 displaced", "were rounded up and trucked to the border"."""

from __future__ import annotations

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse
from onrecord.nouns import child_of

_HARMING, _DONE_TO_THINGS = word_set("verbs_of_harm_in_lists"), word_set("verbs_done_to_things")
# Verbs that nobody does without an object, where past tense and participle have one form: "were beaten and made to sign".
_CARRIED_OFF, _HELD = word_set("verbs_of_carrying_off"), frozenset({"keep", "hold", "leave"})
_OBJECTS = frozenset({"dobj", "dative", "aux", "neg", "nsubj", "nsubjpass", "expl"})


def shares_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb stands beside a passive and is one: with a subject of its own ("his home was searched and his laptop seized"), or with that of the first."""
    token, first = parse[verb], parse.head(verb)
    if token.dep != "conj" or first is None:
        return False
    kinds = {c.dep for c in parse.children(verb) if c.lower != "incommunicado"}  # a manner, whatever the tagger takes it for
    if "nsubj" in kinds:
        listed = token.lemma in _HARMING or (token.lemma in _DONE_TO_THINGS and token.tag == "VBN")
        return listed and child_of(parse, first.i, "auxpass") is not None and kinds.isdisjoint({"dobj", "aux", "ccomp", "xcomp", "prt"})
    return kinds.isdisjoint(_OBJECTS) and _passive_before(parse, verb) and _needs_object(parse, verb)


def _passive_before(parse: Parse, verb: int) -> bool:
    """Whether the verbs it stands beside lead to one with the auxiliary of a passive, without a past tense between."""
    at = parse[verb]
    while at.dep == "conj" and (head := parse.head(at.i)) is not None and head.i < at.i:
        at = head
        if child_of(parse, at.i, "auxpass") is not None:
            return True
        if at.tag != "VBN" or child_of(parse, at.i, "nsubj") is not None:
            return False
    return at.dep == "acomp" and at.tag == "VBN" and (above := parse.head(at.i)) is not None and above.lemma == "be"


def _needs_object(parse: Parse, verb: int) -> bool:
    """Whether no active reading is left: "made to sign", "trucked to the border", "kept awake", "held in a cell"; not "was freed and left for Oslo"."""
    lemma, below = parse[verb].lemma, parse.children(verb)
    if lemma == "make":
        return any(c.dep == "xcomp" and any(g.lower == "to" for g in parse.children(c.i)) for c in below)
    if lemma in _HELD:
        first = parse.head(verb)
        forced = first is not None and (first.lemma in _CARRIED_OFF or first.lemma in _HARMING or first.lemma in _DONE_TO_THINGS)
        return forced and any(c.dep in ("oprd", "acomp", "advmod", "dobj") or (c.dep == "prep" and c.i > verb and (lemma != "leave" or c.lower != "for")) for c in below)
    return lemma in _CARRIED_OFF or lemma in _HARMING or lemma.removeprefix("re-").removeprefix("re") in _HARMING
