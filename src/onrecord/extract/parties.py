"""events, second half, parties: whom an act concerns where its frame names nobody, read from the words around it.

Everything found here is said to be inferred. Order matters: the act inside a speech act, whoever the complement is about, whoever owns or
made the thing acted upon, then the prepositions of address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord import syntax
from onrecord.model.layers import ActorLayer, ActorMention, Candidate
from onrecord.model.parse import Parse, Token

# Whose deed a speech act is about (a demand: who shall act) or whom the deed inside it would befall (a threat).
_INNER_ACTORS_FIRST = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT"})
_SPEECH = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Prepositions that carry the other party of an act, likeliest first.
_ADDRESS = {
    "PROTEST": ("against", "at", "over"),
    "CONSULT": ("with", "to"),
    "AGREE": ("with", "to", "for"),
    "COOPERATE": ("with", "to"),
    "AID": ("to", "for", "from"),
    "RETREAT": ("from", "to"),
    "CONCEDE": ("to", "on", "for"),
    "MOBILIZE": ("against",),
    "REJECT": ("by", "from", "with", "on", "against"),
}
_ANY = ("against", "to", "with", "on", "from", "of", "for", "toward", "towards")
_OWNING = frozenset({"poss", "amod", "compound", "nmod"})
_OWNER_PREPS = ("of", "by", "from", "with", "against", "for", "to", "on", "between")
_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "advcl", "pcomp"})
# Answers to what somebody else put forward: "rejected a US offer", "welcomed the bloc's plan".
_ANSWERING = frozenset({"REJECT", "SUPPORT", "CONCEDE"})
_NEVER = frozenset({"unknown"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Infers parties within one parse; `inner` maps a speech act's head to the acts that are its content."""

    parse: Parse
    actors: ActorLayer
    by_head: Mapping[int, Candidate]
    inner: Mapping[int, tuple[Candidate, ...]]

    def recipients(self, candidate: Candidate, taken: set[str]) -> list[ActorMention]:
        """Mentions of those an act concerns, none of `taken`; empty where the words tell nobody."""
        own = {i for a in candidate.actors for i in self.parse.subtree(a.head) if i < candidate.head or candidate.nominal}
        for way in self._ways(candidate, taken):
            # What stands inside the actor's own phrase ("NATO member Norway", "the Palestinian leader") is not the other party.
            found = [m for m in way if m.head not in own]
            if found:
                return found
        return []

    def doers(self, candidate: Candidate, outer: int) -> list[ActorMention]:
        """Who does, or would do, an act that a speech act tells: the accused and the asked, else the one who speaks of his own act."""
        speech = self.by_head.get(outer)
        if speech is None:
            return []
        if speech.type in _INNER_ACTORS_FIRST:
            side = speech.recipients if speech.type in ("ACCUSE", "REQUEST") else ()
        else:
            side = speech.actors
        victims = {a.head for a in candidate.recipients}
        return self._known((a.head for a in side if a.head not in victims), set())

    def owners(self, head: int, taken: set[str]) -> list[ActorMention]:
        """Actors that own or make the thing that `head` names: "Israeli tanks", "the shops of migrants", "a plan by the bloc"."""
        p = self.parse
        near = [c.i for c in p.children(head) if c.dep in _OWNING]
        found = self._known((i for n in near for i in (n, *(g.i for g in p.children(n) if g.dep in _OWNING or g.dep == "conj"))), taken)
        if found:
            return found
        for prep in _OWNER_PREPS:
            found = self._known((h for o in syntax.prep_objects(p, head, prep) for h in syntax.conjuncts(p, o)), taken)
            if found:
                return found
        return []

    def _ways(self, candidate: Candidate, taken: set[str]) -> Iterator[list[ActorMention]]:
        speech = candidate.type in _SPEECH
        if candidate.type in _ANSWERING:
            yield [m for a in candidate.recipients for m in self.owners(a.head, taken)]
        if speech:
            yield self._complement_subject(candidate, taken) if candidate.type in _INNER_ACTORS_FIRST else []
            yield self._of_content(candidate, taken)
        yield [m for a in candidate.recipients for m in self.owners(a.head, taken)]
        preps = _ADDRESS.get(candidate.type, _ANY)
        heads = self._heads(candidate)
        for prep in preps:
            yield self._known((h for at in heads for o in syntax.prep_objects(self.parse, at, prep) for h in syntax.conjuncts(self.parse, o)), taken)
        for prep in preps:
            yield [m for at in heads for o in syntax.prep_objects(self.parse, at, prep) if o not in self.by_head for m in self.owners(o, taken)]
        if candidate.type in ("PROTEST", *_SPEECH):
            yield self._complement_party(candidate, taken)

    def _heads(self, candidate: Candidate) -> list[int]:
        """The trigger and, of an event noun, the verb that governs it."""
        heads = list(candidate.trigger)
        verb = syntax.governing_verb(self.parse, candidate.head) if candidate.nominal else None
        return heads + ([verb] if verb is not None and verb not in self.by_head else [])

    def _complement_subject(self, candidate: Candidate, taken: set[str]) -> list[ActorMention]:
        """ "demanded that the government resign": who shall act."""
        p = self.parse
        for child in p.children(candidate.head):
            if child.dep in ("ccomp", "xcomp") and child.i > candidate.head and (child.tag == "VB" or any(c.dep in ("mark", "aux") and c.i > candidate.head for c in p.children(child.i))):
                subject = syntax.child_of(p, child.i, "nsubj", "nsubjpass")
                if subject is not None:
                    found = self._known(syntax.conjuncts(p, subject.i), taken) or self.owners(subject.i, taken)
                    if found:
                        return found
        return []

    def _of_content(self, candidate: Candidate, taken: set[str]) -> list[ActorMention]:
        for act in self.inner.get(candidate.head, ()):
            sides = (act.actors, act.recipients) if candidate.type in _INNER_ACTORS_FIRST else (act.recipients, act.actors)
            for side in sides:
                found = self._known((a.head for a in side), taken) or [m for a in side if a.head not in self.by_head for m in self.owners(a.head, taken)]
                if found:
                    return found
            for prep in _ADDRESS.get(act.type, _ANY):
                found = self._known((h for o in syntax.prep_objects(self.parse, act.head, prep) for h in syntax.conjuncts(self.parse, o)), taken)
                if found:
                    return found
        return []

    def _complement_party(self, candidate: Candidate, taken: set[str]) -> list[ActorMention]:
        """The first party named inside the act's own complement clauses and objects."""
        p = self.parse
        for at in self._heads(candidate):
            for child in p.children(at):
                if child.i > candidate.head and (child.dep in _CLAUSES or child.dep in ("dobj", "prep", "dative")):
                    inside = [i for i in p.subtree(child.i) if not self._aside(p[i])]
                    found = self._known(inside, taken)[:1]
                    if found:
                        return found
        return []

    def _aside(self, token: Token) -> bool:
        """Places, times and circumstances: "in Geneva", "after talks with the envoy"."""
        if token.dep != "pobj":
            return False
        return self.parse[token.head].lower in ("in", "at", "near", "after", "before", "during", "since", "amid", "following", "until")

    def _known(self, heads: Iterable[int], taken: set[str]) -> list[ActorMention]:
        """Mentions at those heads that name somebody: not the act's own parties, no name of unknown kind, no bare pronoun."""
        found: list[ActorMention] = []
        for head in heads:
            mention = self.actors.by_head.get(head)
            if mention is None or mention.entity in taken or mention.kind == "pronoun" or any(m.entity == mention.entity for m in found):
                continue
            entity = self.actors.by_id[mention.entity]
            named = mention.kind == "name" or entity.kind == "person"
            if entity.kind in _NEVER or (not entity.countries and not entity.sectors and not named):
                continue
            found.append(mention)
        return found
