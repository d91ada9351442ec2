"""events, second half, grouping: a deed told once and then again by what came of it, by its only possible doer, or by a noun that looks back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from onrecord import numbers, syntax
from onrecord.extract.assembly.mergewords import told
from onrecord.extract.assembly.settle import Settled
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity
from onrecord.model.parse import Parse

_ALSO = frozenset({"strike", "incident", "violence"})
_AT = ("in", "during", "by", "from")
_BOMBERS = frozenset({"attacker", "bomber", "assailant", "suicide bomber"})
_WHATEVER = word_set("nouns_of_whatever_is_told")
_REAL = frozenset({"occurred", "ongoing"})


def known_cause(parse: Parse, item: Settled, by_head: Mapping[int, Settled], outcomes: frozenset[str]) -> Settled | None:
    """ "Nine people were killed in the attack": the definite noun, of which nothing else is told, by which a verb of harm says of which deed it is an outcome; None where the
    verb says who did it, or another day or place."""
    verb = parse[item.candidate.head]
    if item.candidate.nominal or verb.lemma not in outcomes or told(item.actors) or item.status.assertions[0].status not in _REAL:
        return None
    if any(not t.inferred for t in item.times) or any(not q.inferred for q in item.places):
        return None
    # "Two were killed and five hurt in the attack": it stands behind the last of the verbs.
    verbs = [verb.i, *(c.i for c in parse.children(verb.i) if c.dep == "conj" and c.tag == "VBN" and c.lemma in outcomes)]
    for prep in _AT:
        for noun in (n for v in verbs for n in syntax.prep_objects(parse, v, prep)):
            cause = by_head.get(noun) or _unheard(parse, item, noun)
            if cause is None or not cause.candidate.nominal or not cause.definite or cause.candidate.type != item.candidate.type or told(cause.actors) or told(cause.recipients) - told(item.recipients):
                continue
            if parse[noun].tag == "NN" and all(c.lower in ("the", "this", "that", ",", "among") for c in parse.children(noun)):
                return replace(cause, recipients=())
    return None


def _unheard(parse: Parse, item: Settled, noun: int) -> Settled | None:
    """ "were killed in the strike": a noun of an attack that is no event's word by itself, read as the verb's."""
    if parse[noun].lemma not in event_lexicon().classes["attack_noun"] | _ALSO:
        return None
    return replace(item, candidate=replace(item.candidate, head=noun, trigger=(noun,), nominal=True, recipients=(), modes=()), recipients=(), objects=(), definite=True)


def looks_back(item: Settled) -> bool:
    """Whether a definite noun without a day of its own may take up a deed of long ago that was told of just before: "the 2004 bombings. The attack killed 193"."""
    return item.candidate.nominal and item.definite and not item.status.background and not any(not t.inferred for t in item.times) and item.status.assertions[0].status in _REAL


def points(parse: Parse, item: Settled) -> bool:
    """ "that attack", "these raids": the noun points at what was told last; "this operation" may be whatever the report is about."""
    general = parse[item.candidate.head].lemma in _WHATEVER
    return item.candidate.nominal and not general and any(c.dep == "det" and c.lower in ("that", "this", "those", "these") for c in parse.children(item.candidate.head))


def as_told(parse: Parse, item: Settled, told_before: Iterable[Settled]) -> Settled:
    """The item, as one of long ago where a definite noun takes up by its own word a deed that was told so: "convicted of bombing a mosque in 2023 ... The bombing killed 14"; or where it
    points at one told so just before: "A strike killed 13 in March last year. The army denied that attack"."""
    if points(parse, item) and not item.status.background and not any(not t.inferred for t in item.times):
        told_before = tuple(told_before)
        last = max((o for o in told_before if o.candidate.type == item.candidate.type and not o.title), key=lambda o: o.candidate.head, default=None)
        if last is not None and last.status.background and 0 < parse[item.candidate.head].sent - parse[last.candidate.head].sent <= 1:
            return replace(item, status=replace(item.status, background=True))
    lemma = parse[item.candidate.head].lemma
    same = [o for o in told_before if parse[o.candidate.head].lemma in (lemma, lemma.removesuffix("ing"))] if looks_back(item) else []
    return replace(item, status=replace(item.status, background=True)) if same and all(o.status.background for o in same) else item


def epithet(parse: Parse, item: Settled) -> bool:
    """ "the jailed journalist Ivan Bely": by what he is known, told of no day; whenever it befell him."""
    token = parse[item.candidate.head]
    return token.dep == "amod" and token.tag == "VBN" and not item.candidate.nominal and not any(not t.inferred for t in item.times)


def of_one_bomber(entities: Mapping[str, Entity], item: Settled, other: Settled) -> bool:
    """ "A suicide bomber killed 11. The bomber detonated his vest": he can do it once."""
    modes = "suicide-attack"
    if item.candidate.type != "ASSAULT" or other.candidate.type != "ASSAULT" or modes not in item.candidate.modes or modes not in other.candidate.modes:
        return False
    shared = told(item.actors) & told(other.actors)
    late = max(item, other, key=lambda s: s.candidate.head)
    if not told(min(item, other, key=lambda s: s.candidate.head).actors) and not late.candidate.nominal and any(entities[e].name.casefold() in _BOMBERS for e in told(late.actors)):
        return True  # "a suicide bombing killed 26 ... The attacker detonated his vest"
    return any(not entities[e].name.casefold().endswith("s") for e in shared)


def counts_apart(entities: Mapping[str, Entity], item: Settled, other: Settled) -> bool:
    """ "Mali detains 40 soldiers", "Malian gendarmes arrested two generals": whom they befell is counted, in two numbers."""
    many = [{numbers.value([entities[e].name.split()[0].casefold()]) for e in told(m.recipients)} - {None} for m in (item, other)]
    return bool(many[0] and many[1]) and many[0].isdisjoint(many[1])


def told_more(parse: Parse, item: Settled, more: Settled) -> bool:
    """ "expelled an envoy, giving him 48 hours to leave": the participle tells more of what the same did to the same; so does a second verb with their object, "boarded and seized
    a tanker"."""
    verb = parse[more.candidate.head]
    if verb.dep == "conj" and verb.head == item.candidate.head and verb.pos == "VERB" and item.candidate.type == more.candidate.type and item.candidate.modes == more.candidate.modes != ():
        return not any(c.dep in ("dobj", "nsubjpass", "prep") for c in parse.children(verb.head)) and any(c.dep == "dobj" for c in parse.children(verb.i)) and not any(c.dep == "nsubj" for c in parse.children(verb.i))
    paper = parse[item.candidate.head]
    if item.candidate.type == more.candidate.type == "REQUEST" and item.candidate.nominal and verb.tag == "VBG" and verb.dep in ("advcl", "acl") and verb.head in (paper.i, paper.head) and paper.dep == "dobj":
        return True  # "filed a petition, asking the court to halt it"
    under = verb.dep == "advcl" and verb.tag == "VBG" and verb.head == item.candidate.head and parse[verb.i - 1].text == ","
    same = item.candidate.type == more.candidate.type and item.candidate.modes == more.candidate.modes
    return under and same and bool(told(item.recipients) & told(more.recipients))
