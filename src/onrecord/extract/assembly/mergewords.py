"""events, second half, grouping: what the names and numbers of two mentions say of their being one."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord import numbers
from onrecord.extract.assembly.settle import Settled
from onrecord.extract.phrases.scope import HAVING_PART, NO_PART
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity
from onrecord.model.event import EventObject, Participant
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse

_BRINGING_IN = word_set("bringing_in")
_UNNAMED = word_set("unnamed_perpetrators")
_COUPS = frozenset({"coup", "putsch", "takeover", "revolt", "mutiny"})
_ARTICLES = frozenset({"the", "that", "this", "these", "those"})
# "a tanker ... the ship": a general word with an article takes up a thing told by its own.
_GENERAL = (
    (word_set("general_afloat"), word_set("things_afloat")), (word_set("general_aloft"), word_set("things_aloft")),
    (word_set("general_on_wheels"), word_set("things_on_wheels")), (word_set("general_built"), word_set("things_built")),
)  # fmt: skip

_MADE_OF_VERBS = ("ion", "ment", "al", "ure", "ance", "ence")  # what nouns made of verbs end in


def told(side: tuple[Participant, ...]) -> set[str]:
    """Parties that the frame names; inferred ones neither join nor part two mentions."""
    return {p.entity for p in side if not p.inferred}


_CRAFT = "inferred: owner of the craft"
_ACCUSED = ("inferred: party of the speech act", "inferred: blamed for it")


def doers(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> tuple[set[str], set[str]]:
    """The parties that two frames name for doers; where one has the owner of a craft for its doer ("hit by an army helicopter"), that one too, and who is
    accused of the other."""
    if not any(d.rule == _CRAFT for p in (*one, *other) for d in p.derivation.values()):
        return told(one), told(other)
    first, second = ({p.entity for p in side if not p.inferred or any(d.rule in (_CRAFT, *_ACCUSED) for d in p.derivation.values())} for side in (one, other))
    return first, second


def head(words: str) -> str:
    """The head of an object's words: the last one before a preposition."""
    before = words.split(" of ")[0].split(" in ")[0].split(" at ")[0].split()
    return before[-1] if before else ""


def unnamed_doers(entities: Mapping[str, Entity], item: Settled) -> bool:
    """Whether nobody says who did it but "gunmen", "attackers"."""
    return bool(told(item.actors)) and all(head_word(entities[e]) in _UNNAMED for e in told(item.actors))


def one_unnamed(parse: Parse, item: Settled) -> bool:
    """Whether it befell one person, of whom no name is told: "Protester shot dead", "A man was shot dead"."""
    heads = [parse[a.head] for a in item.candidate.recipients]
    return len(heads) == 1 and heads[0].tag in ("NN", "NNP") and heads[0].lemma.lower() in word_set("single_victims")


def deed_within(parse: Parse, one: Candidate, other: Candidate) -> bool:
    """ "seized power in a 2022 coup": the noun tells in what the verb was done."""
    for noun, verb in ((one, other), (other, one)):
        prep = parse[parse[noun.head].head]
        if noun.nominal and not verb.nominal and parse[noun.head].lemma in _COUPS and parse[noun.head].dep == "pobj" and prep.lower in ("in", "during", "by") and prep.head == verb.head:
            return True
    return False


def things(entities: Mapping[str, Entity], item: Settled) -> set[str]:
    """The head words of what a mention tells was done something to, in small letters: "convoy" of "UN aid convoy" and of "a convoy of boats"."""
    return ({head(o.text.casefold()) for o in item.objects} | {head(entities[e].name.casefold()) for e in told(item.recipients)}) - {""}


def taken_up(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether a thing in the words of a later mention takes up one in those of an earlier: "a market ... the market", "a tanker ... the ship", both of one or both of several."""
    again = {head(w.partition(" ")[2]) for w in (t.casefold() for t in second) if w.partition(" ")[0] in _ARTICLES} - {""}
    before = {head(t.casefold()) for t in first} - {""}
    return bool(again & before) or any(_general(a) in kinds and _general(b) in things and (_general(a) == a) == (_general(b) == b) for kinds, things in _GENERAL for a in again for b in before)


def unrepeated(objects: tuple[EventObject, ...]) -> tuple[EventObject, ...]:
    """The things of one event without those that only take up another of them: "a tanker", and not "the ship"."""
    return tuple(o for o in objects if not any(other is not o and other.text.casefold().split()[0] not in _ARTICLES and taken_up((other.text,), (o.text,)) for other in objects))


def _general(word: str) -> str:
    """A noun without its plural's ending; what ends in "s" in the singular ("premises") stays."""
    known = any(word in words for pair in _GENERAL for words in pair)
    return word if known or not word.endswith("s") else word.removesuffix("s")


def apart(one: Entity, two: Entity) -> bool:
    """Whether both are counted and the counts are too far apart for one toll told twice: "at least six civilians", "some 30 civilians"."""
    sizes = [next((v for w in e.name.split() if (v := numbers.value([w])) is not None), None) for e in (one, two)]
    if sizes[0] is None or sizes[1] is None:
        return False
    return max(sizes[0], sizes[1]) > 2 * max(1, min(sizes[0], sizes[1]))


def count(entity: Entity) -> int | None:
    return numbers.value(entity.name.split()[:1])


def both_fighters(one: Entity, two: Entity) -> bool:
    """Whether both are called fighters, whatever the word: "31 militants", "31 fighters"."""
    return {one.name.split()[-1].casefold().rstrip("s"), two.name.split()[-1].casefold().rstrip("s")} <= word_set("words_of_fighters")


def amounts(words: str) -> frozenset[int]:
    """The numbers in the words for a thing."""
    return frozenset(v for w in words.split() if (v := numbers.value([w.casefold().strip(",")])) is not None)


def brought_in(entity: Entity) -> bool:
    """Whether the words bring somebody new in: "a woman", "dozens of women". Two such are two."""
    first = entity.name.split()[0].casefold() if entity.name.split() else ""
    return first in _BRINGING_IN or numbers.value([first]) is not None


def head_word(entity: Entity) -> str:
    return entity.name.split(" of ")[0].split()[-1].casefold() if entity.name.split() else ""


def named_person(entity: Entity) -> bool:
    return entity.kind == "person" and any(m.kind == "name" for m in entity.mentions)


def named_party(entity: Entity) -> bool:
    """A person or an armed or criminal group with a name: two such are two, whatever country and trade they share."""
    return entity.kind in ("person", "armed_group", "criminal_group") and any(m.kind == "name" for m in entity.mentions)


def told_as_aim(parse: Parse, aim: Candidate, deed: Candidate) -> bool:
    """ "Hundreds gathered to protest against the law", "staged a sit-in to protest": the infinitive says what the gathering was."""
    verb = parse[aim.head]
    if aim.type != "PROTEST" or deed.type != "PROTEST" or aim.nominal or verb.dep not in ("advcl", "xcomp", "acl") or not any(c.dep == "aux" and c.lower == "to" for c in parse.children(verb.i)):
        return False
    return verb.head == deed.head or verb.head in deed.trigger or parse[deed.head].head == verb.head


def disowns(item: Settled) -> bool:
    """Whether somebody denies the deed outright, or his part in it: "denied the raid", "had nothing to do with the raid"."""
    rule = item.status.assertions[0].derivation["status"].rule
    return any(words in rule for words in ("deny", "denial", "denied:part", *NO_PART, *HAVING_PART))


def one_word(parse: Parse, one: Candidate, other: Candidate) -> bool:
    """Whether two mentions tell by the same word, or by a verb and the noun that is made of it: "bombed" and "the bombing", "invaded" and "the invasion"."""
    lemma, lemma_too = parse[one.head].lemma.lower(), parse[other.head].lemma.lower()
    if lemma == lemma_too or one.nominal == other.nominal:
        return lemma == lemma_too
    noun, verb = (lemma, lemma_too) if one.nominal else (lemma_too, lemma)
    if noun.endswith("ing"):
        return noun[:-3] in (verb, verb.removesuffix("e"), verb + verb[-1])
    return noun.endswith(_MADE_OF_VERBS) and noun[: max(4, len(verb) - 2)] == verb[: max(4, len(verb) - 2)]
