"""events, second half: what tells how far an event, as it is told, can be relied upon. A helper of the event stage, no stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.extract.assembly.mentioned import in_passing
from onrecord.extract.assembly.settle import Settled, presupposed
from onrecord.model.attribution import Attribution
from onrecord.model.event import Event, Participant
from onrecord.model.parse import Parse
from onrecord.model.span import words_of

_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "who", "which", "that", "we", "us", "our", "i", "this", "these", "those"})
_QUOTES = frozenset({'"', "“", "”", "«", "»"})
_ASIDE = frozenset({"advcl", "relcl", "acl"})
_DEEP, _MANY = 6, 3
_MOSTLY = 0.8
# A deed's factuality (-3 to 3) and an assertion's confidence (0 to 1) count where they fall below these. Marks for doubt alone, and of factuality for deeds alone: what
# is planned or threatened is far from fact by its nature, and no less sure for that.
_FAR_FROM_FACT = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5)
_UNSURE = (0.4, 0.6, 0.8)
_DEEDS = frozenset({"occurred", "ongoing"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one event: the event, the mentions that were joined in it, the one that tells most, and the report's attributions by id."""

    parse: Parse
    event: Event
    members: Sequence[Settled]
    lead: Settled
    attributions: Mapping[str, Attribution]

    def features(self) -> list[str]:
        """How the event is told: its mentions, voices, words and parties, and what makes its status doubtful. Type and status themselves are left out: a plan is no less sure
        than a deed for being one, and readers' verdicts on other types say nothing of it."""
        return [*self._mentions(), *self._voices(), *self._words(), *self._certainty(), *self._place_in_sentence(), *self._parties()]

    def _mentions(self) -> Iterator[str]:
        event, members = self.event, self.members
        yield f"mentions={min(_MANY, len(members))}"
        if len({a.status for a in event.assertions}) > 1:
            yield "statuses differ"
        lines = [self.parse[m.candidate.head].sent for m in members]
        yield f"spread={min(4, max(lines) - min(lines))}"
        if len({self.parse[m.candidate.head].lemma for m in members}) > 1:
            yield "words differ"

    def _voices(self) -> Iterator[str]:
        told = [node for a in self.event.assertions if a.attribution is not None and (node := self.attributions.get(a.attribution)) is not None]
        outlet = any(a.attribution is None for a in self.event.assertions)
        yield f"voice={'outlet' if outlet else ''}{'others' if told else ''}"
        yield f"voices={min(_MANY, len(told))}"
        parties = {p.entity for p in (*self.event.actors, *self.event.recipients)}
        for node in told[:2]:
            source = node.source
            pronoun = source is not None and words_of(source.spans).casefold() in _PRONOUNS
            yield f"source={'none' if source is None else 'pronoun' if pronoun else source.kind}"
            yield f"form={node.form}"
            if node.parent is not None:
                yield "reported"
            if not node.told:
                yield "not told"
            if node.or_outlet:
                yield "or outlet"
            if source is not None and source.entity in parties:
                yield "speaks of itself"

    def _words(self) -> Iterator[str]:
        p, lead = self.parse, self.lead
        yield f"word={'noun' if lead.candidate.nominal else 'verb'}"
        if lead.candidate.nominal and any(not m.candidate.nominal for m in self.members):
            yield "noun with verbs"
        if all(in_passing(p, m.candidate.head) for m in self.members):
            yield "passing"
        if presupposed(lead):
            yield "presupposed"
        if lead.definite:
            yield "definite"
        if all(m.title for m in self.members):
            yield "title"
        opening = next((s.i for s in p.sentences if s.part == "body"), 0)
        if any(p[m.candidate.head].sent == opening or m.title for m in self.members):
            yield "opening"

    def _certainty(self) -> Iterator[str]:
        said = self.lead.status.assertions[0]
        if said.status in _DEEDS and said.factuality is not None:
            for bound in _FAR_FROM_FACT:
                if said.factuality < bound:
                    yield f"factuality<{bound}"
        for bound in _UNSURE:
            if said.confidence < bound:
                yield f"status<{bound}"

    def _place_in_sentence(self) -> Iterator[str]:
        p = self.parse
        token = p[self.lead.candidate.head]
        above = p.head(token.i)
        yield f"dep={token.dep}"
        if above is not None and token.dep == "pobj":
            yield f"behind={above.lower}"
        over = list(p.ancestors(token.i))
        yield f"depth={min(_DEEP, len(over))}"
        if any(t.dep in _ASIDE for t in (token, *over)):
            yield "aside"
        sentence = p.sentences[token.sent]
        tokens = p.tokens[sentence.first : sentence.last]
        letters = [t for t in tokens if t.text.isalpha()]
        if letters and (any(t.cased for t in letters) or sum(t.text.isupper() for t in letters) > len(letters) * _MOSTLY):
            yield "capitals"
        if any(t.text in _QUOTES for t in tokens):
            yield "quotes"

    def _parties(self) -> Iterator[str]:
        event = self.event
        for side, parties in (("actors", event.actors), ("recipients", event.recipients)):
            yield f"{side}={min(_MANY, len(parties))}"
            if any(q.inferred for q in parties):
                yield f"{side} inferred"
            if any(words_of(q.spans).casefold() in _PRONOUNS for q in parties):
                yield f"{side} pronoun"
            yield from sorted({f"{side} by={_rule(q)}" for q in parties})
        yield f"sides={'a' if event.actors else ''}{'r' if event.recipients else ''}{'o' if event.objects else ''}"
        yield f"places={'told' if any(not q.inferred for q in event.places) else 'inferred' if event.places else 'none'}"
        yield f"times={'told' if any(not t.inferred for t in event.times) else 'inferred' if event.times else 'none'}"
        if event.count is not None:
            yield "count"
        if event.reciprocal:
            yield f"reciprocal={min(4, len(event.actors))}"


def _rule(party: Participant) -> str:
    derived = party.derivation.get("entity")
    return derived.rule.split(":")[0] if derived is not None else "none"
