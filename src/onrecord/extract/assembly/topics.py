"""events, second half, contexts: what an event is about, from its rule, its parties, and the words of its sentences, paragraph and title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.extract.assembly.settle import Settled
from onrecord.lexicon.contexts import ContextTagger, PartyRule
from onrecord.model.actor import Entity
from onrecord.model.event import Participant
from onrecord.model.layers import AttributionLayer
from onrecord.model.parse import Parse

_FEW_SENTENCES = 4
_QUALIFYING = frozenset({"amod", "compound", "nmod", "poss"})
# Intergovernmental bodies take part in diplomacy as states do (section 6 of the codebook).
_BODIES = frozenset({"IGO", "UNO", "EUR"})


@dataclass(frozen=True, slots=True)
class Topics:
    """The contexts of one report's events. `sources`: entity id ('' where none is known) -> tokens that name it as a source."""

    parse: Parse
    entities: Mapping[str, Entity]
    tagger: ContextTagger
    rules: tuple[PartyRule, ...]
    sources: Mapping[str, frozenset[int]]

    def of(self, kind: str, modes: tuple[str, ...], members: Sequence[Settled], actors: Sequence[Participant], recipients: Sequence[Participant]) -> tuple[str, ...]:
        """Contexts of an event: those of its rules first, those that its parties tell, then those that the words tell, heaviest first."""
        ruled = [c for m in members for c in m.candidate.contexts]
        told = [r.context for r in self.rules if self.holds(r, kind, modes, actors, recipients)]
        sentences = sorted({self.parse[m.candidate.head].sent for m in members})[:_FEW_SENTENCES]
        paragraphs = {self.parse.sentences[s].paragraph for s in sentences}
        around = [s.i for s in self.parse.sentences if s.parsed and s.i not in sentences and (s.paragraph in paragraphs or s.part == "title")]
        parties = self.party_words(members)
        taking_part = {p.entity for p in (*actors, *recipients)}
        saying = frozenset(i for entity, tokens in self.sources.items() if entity not in taking_part for i in tokens)
        words = self.tagger.tags(self.parse, sentences, around, parties, saying - parties)
        return tuple(dict.fromkeys((*ruled, *told, *words)))

    def party_words(self, members: Iterable[Settled]) -> frozenset[int]:
        """Tokens that name the parties: the head of each argument with what qualifies it before it."""
        heads = {a.head for m in members for a in (*m.candidate.actors, *m.candidate.recipients)}
        before = {i for h in heads for c in self.parse.children(h) if c.dep in _QUALIFYING and c.i < h for i in self.parse.subtree(c.i)}
        return frozenset(heads | before)

    def holds(self, rule: PartyRule, kind: str, modes: tuple[str, ...], actors: Sequence[Participant], recipients: Sequence[Participant]) -> bool:
        if (rule.types and kind not in rule.types) or (rule.modes and rule.modes.isdisjoint(modes)):
            return False
        doing = [self.entities[p.entity] for p in actors if p.entity in self.entities]
        everyone = doing + [self.entities[p.entity] for p in recipients if p.entity in self.entities]
        if rule.parties == "states":
            return len({c for e in everyone if _governs(e) for c in e.countries}) > 1
        if rule.parties == "forces":
            return any(_governs(e) or e.sectors[:1] == ("MIL",) for e in doing)
        return not rule.parties or any(e.sectors[:1] == (rule.parties,) for e in everyone)


def source_tokens(attributions: AttributionLayer) -> dict[str, frozenset[int]]:
    """Entity id ('' where none is known) -> the tokens that name it as a source."""
    nodes = {a.id: a for a in attributions.attributions}
    found: dict[str, frozenset[int]] = {}
    for extent in attributions.extents:
        node = nodes.get(extent.attribution)
        entity = (node.source.entity if node is not None and node.source is not None else None) or ""
        found[entity] = found.get(entity, frozenset()) | frozenset(extent.source)
    return found


def _governs(entity: Entity) -> bool:
    """Whether the entity is a state, its government or one of its offices, or an intergovernmental body."""
    return entity.kind == "state" or entity.sectors[:1] == ("GOV",) or not _BODIES.isdisjoint(entity.countries)
