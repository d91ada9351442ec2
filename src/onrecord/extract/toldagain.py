"""events, second half, grouping: one deed told again in other words, where neither the verb nor the names are the same."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord import syntax
from onrecord.extract.mergewords import head_word, told
from onrecord.extract.settle import Settled
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity
from onrecord.model.parse import Parse

# Modes that tell how somebody in another's hands was treated.
_HANDLING = frozenset({"beat", "torture"})
_SPEAKING_FOR = word_set("those_who_speak_for")


def one_handling(parse: Parse, voices: Mapping[str, str], item: Settled, other: Settled) -> bool:
    """ "guards tortured her client ... he was beaten": what one source tells of how somebody was treated, and the headline of it.

    A second victim with words of his own is another deed.
    """
    modes = [set(s.candidate.modes) for s in (item, other)]
    if not all(m and m <= _HANDLING for m in modes) or item.candidate.nominal or other.candidate.nominal:
        return False
    sources = [voices.get(s.status.assertions[0].attribution or "") for s in (item, other)]
    if sources[0] is None or sources[0] != sources[1]:
        return False
    return _of_a_pronoun(parse, item) or _of_a_pronoun(parse, other) or (item.title and _in_lead(parse, other))


def _of_a_pronoun(parse: Parse, item: Settled) -> bool:
    """Whether whom it befell is told by a pronoun of one person only."""
    whom = syntax.logical_object(parse, item.candidate.head)
    return bool(whom) and all(parse[f.head].lower in ("he", "him", "she", "her") for f in whom)


def _in_lead(parse: Parse, item: Settled) -> bool:
    first = next((s.i for s in parse.sentences if s.part != "title" and s.parsed), -1)
    return parse[item.candidate.head].sent == first


def at_the_scene(parse: Parse, item: Settled, other: Settled) -> bool:
    """ "aircraft struck a fuel depot ... fighters killed at the depot": nobody else is told to have done it, and the scene is what the first deed was done to."""
    verb = item.candidate.head
    if item.candidate.nominal or item.title or verb < other.candidate.head or told(item.actors) or any(not t.inferred for t in item.times) or parse[verb].tag != "VBN":
        return False
    scenes = [parse[o] for prep in ("at", "in", "inside") for o in syntax.prep_objects(parse, verb, prep)]
    return any(s.lemma in other.object_lemmas and any(c.lower in ("the", "that") for c in parse.children(s.i)) for s in scenes)


def by_their_voice(parse: Parse, entities: Mapping[str, Entity], title: Settled, body: Settled) -> bool:
    """ "Federation blames movement", "Major X, a federation spokesman, blamed the Y movement": a headline names the body that a voice speaks for."""
    a, b = title.candidate.head, body.candidate.head
    if not title.title or parse[a].lemma != parse[b].lemma or not told(title.actors):
        return False
    words = {parse[t].lower for f in syntax.logical_subject(parse, b) for t in parse.subtree(f.head)}
    return not words.isdisjoint(_SPEAKING_FOR) and all(not words.isdisjoint({w for w in entities[e].name.casefold().split() if len(w) > 3}) for e in told(title.actors))


def called_by_kind(entities: Mapping[str, Entity], title: Settled, body: Settled) -> bool:
    """ "blames movement" in a headline of what the body calls by its name, "the Iron Dune movement"."""
    return title.title and bool(title.object_lemmas & {head_word(entities[e]) for e in told(body.recipients)})
