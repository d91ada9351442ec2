"""events, second half, grouping: the sentence right behind a deed that tells more of it without a word of its own for "the same": who opened fire there, how many more were
hurt, when the device went off."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord import syntax
from onrecord.extract.assembly.mergewords import named_person, told
from onrecord.extract.assembly.settle import Settled
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity
from onrecord.model.parse import Parse

_UNNAMED = word_set("unnamed_perpetrators")
_AGAIN = word_set("words_of_doing_again")
_WOUNDING, _KILLING = word_set("verbs_of_wounding"), frozenset({"kill", "die"})
_ELSEWHERE = frozenset({"elsewhere", "separately", "meanwhile", "neighbouring", "neighboring", "nearby", "border"})
_OTHER_ONE = frozenset({"second", "third", "another", "separate"})
_MURDER = frozenset({"murder", "massacre", "assassinate", "execute", "slay", "killing", "death", "behead", "lynch"})
_FURTHER = frozenset({"another", "other", "others", "more"})
_DEVICES = word_set("things_that_go_off")
_BLASTS = frozenset({"explosives", "suicide-attack"})
_REAL = frozenset({"occurred", "ongoing"})


def goes_on(parse: Parse, entities: Mapping[str, Entity], item: Settled, deed: list[Settled]) -> bool:
    """Whether the item, a verb told of no day before, goes on with the deed told last."""
    if item.title or item.candidate.nominal or not all(_plain(s) for s in (item, *deed)) or item.candidate.type != deed[0].candidate.type:
        return False
    verb = parse[item.candidate.head]
    apart = verb.sent - max(parse[o.candidate.head].sent for o in deed)
    had = any(a.lemma == "have" and a.tag == "VBD" for a in syntax.auxiliaries(parse, verb.i))
    if not 0 <= apart <= 1 or had or any(c.lower in _AGAIN and c.dep == "advmod" for c in parse.children(verb.i)):
        return False
    if item.candidate.type == "PROTEST":
        return "strike" in item.candidate.modes and "strike" in deed[0].candidate.modes and not (told(item.actors) and any(told(o.actors) for o in deed))
    if item.candidate.type != "ASSAULT":
        return False
    return _by_unnamed(parse, entities, item, deed, apart) or _went_off(parse, item, deed) or _shots(parse, item, deed) or more_hurt(parse, item, deed)


def _plain(item: Settled) -> bool:
    return item.status.assertions[0].status in _REAL and not item.status.background


def _by_unnamed(parse: Parse, entities: Mapping[str, Entity], item: Settled, deed: list[Settled], apart: int) -> bool:
    """ "Six were killed in an attack on a market. Gunmen opened fire on traders": nobody was said to have done it, and those who now do are brought in by no name."""
    doers = told(item.actors)
    if apart != 1 or not doers or any(o.actors for o in deed) or syntax.is_passive(parse, item.candidate.head):
        return False
    if not all(entities[e].name.split()[-1].casefold() in _UNNAMED and not named_person(entities[e]) for e in doers):
        return False
    if any(c.lower in ("a", "an", "another") and c.dep == "det" for a in item.candidate.recipients for c in parse.children(a.head)):
        return False  # "stormed a church": what they did is brought in here
    firearms = {m for s in (item, *deed) for m in s.candidate.modes}
    victims = {e for o in deed for e in told(o.recipients)}
    named = [e for e in told(item.recipients) - victims if named_person(entities[e])]
    return not named and firearms <= {"firearms", "targeted", "explosives", "primitive"}


def _went_off(parse: Parse, item: Settled, deed: list[Settled]) -> bool:
    """ "A bomb killed nine at a bus station. The device went off as passengers boarded"."""
    subject = syntax.child_of(parse, item.candidate.head, "nsubj", "nsubjpass")
    known = subject is not None and subject.lemma in _DEVICES and any(c.lower == "the" for c in parse.children(subject.i))
    return known and "explosives" in item.candidate.modes and any(_BLASTS.intersection(o.candidate.modes) for o in deed)


def _shots(parse: Parse, item: Settled, deed: list[Settled]) -> bool:
    """ "A man was fatally shot by an officer. A single shot was fired": by which of those shots nobody says."""
    subject = syntax.child_of(parse, item.candidate.head, "nsubjpass")
    fired = subject is not None and subject.lemma in ("shot", "round", "bullet") and not item.actors and not any(not q.inferred for q in item.places)
    return fired and any("firearms" in o.candidate.modes for o in deed)


def more_hurt(parse: Parse, item: Settled, deed: list[Settled]) -> bool:
    """ "Nine people were killed. Another 20 were wounded": a number of those hurt, and no word of where, when or by whom, behind a deed that has victims."""
    verb = parse[item.candidate.head]
    if verb.lemma not in _WOUNDING | _KILLING or item.actors or not any(o.recipients or o.objects or o.candidate.reciprocal for o in deed):
        return False
    if any(not t.inferred for t in item.times) or any(not q.inferred for q in item.places) or not (syntax.is_passive(parse, verb.i) or verb.lemma == "die"):
        return False
    heads = [parse[a.head] for a in item.candidate.recipients] or [c for c in parse.children(verb.i) if c.dep == "nsubjpass"]
    sources = {a.attribution for s in (item, *deed) for a in s.status.assertions} - {None}
    if len(sources) > 1 or any(c.dep == "relcl" for t in heads for c in parse.children(t.i)):
        return False  # another's account; "one person who was passing the park was hurt"
    if told_elsewhere(parse, verb.i):
        return False
    counted = [t for t in heads if t.pos == "NUM" or any(c.dep == "nummod" for c in parse.children(t.i))]
    further = any(t.lower in _FURTHER or any(c.lower in _FURTHER for c in parse.children(t.i)) for t in heads)
    elsewhere = [parse[o] for v in (verb.i, *(c.i for c in parse.children(verb.i) if c.dep == "conj")) for o in syntax.prep_objects(parse, v, "in")]
    if not counted or len(counted) != len(heads) or any(c.lower in ("a", "an", "another") and c.dep == "det" for t in elsewhere for c in parse.children(t.i)):
        return False  # "Three other rebels were killed in a clash in the east"
    return verb.lemma in _WOUNDING or further or _first_toll(parse, verb.sent, deed)


def told_elsewhere(parse: Parse, verb: int) -> bool:
    """ "Elsewhere, four soldiers were killed", "In neighbouring Chad, ...", "In a second attack, ...", "Hours later, ... at a market": of another place, time or deed."""
    words = parse.sentence_tokens(parse[verb].sent)
    attacks = event_lexicon().classes["attack_noun"]
    if any(t.lower in _ELSEWHERE or t.lower == "later" or (t.lower in _OTHER_ONE and parse[t.head].lemma in attacks) for t in words):
        return True
    opens = next((t for t in words if t.pos not in ("PUNCT", "SPACE")), None)
    if opens is None or opens.tag != "IN" or opens.dep != "prep":
        return False
    over = [c for c in parse.children(opens.i) if c.dep == "pobj" or c.lower in ("all", "total")]  # "In all, ...", "In the attack, ..." go on with the one told
    return not any(c.lower in ("all", "total") or (c.lemma in attacks | {"incident", "violence"} and any(d.lower in ("the", "this") for d in parse.children(c.i))) for c in over)


def _first_toll(parse: Parse, sent: int, deed: list[Settled]) -> bool:
    """ "A patrol was ambushed outside the town. Four soldiers were killed": the attack told last, of which nobody was said to have died yet."""
    heads = [parse[o.candidate.head] for o in deed]
    if sent - max(t.sent for t in heads) != 1 or any("abduct" in o.candidate.modes or "targeted" in o.candidate.modes for o in deed):
        return False
    deadly = _KILLING | _MURDER
    return not any(t.lemma in deadly or any(c.lower == "dead" for c in parse.children(t.i)) for t in heads)
