"""Whether a verbal act is of public record: asking, praising, refusing are everybody's acts, and most news that reports them is not political."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord import syntax
from onrecord.lexicon.events import EventLexicon
from onrecord.model.layers import ActorLayer, Candidate
from onrecord.model.parse import Parse

_EVERYDAY = ("everyday", "sporting", "leisure", "corporate", "fiction")
# What private persons, companies and clubs do as well; accusing in the sense of charging and suing is left out.
_VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "COOPERATE", "AID", "MOBILIZE"})
_LEGAL_MODES = frozenset({"allege", "investigate"})
_PUBLIC_SECTORS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "REB", "PRM", "SPY", "OPP", "PTY", "UAF", "ELI", "REF", "REL", "LAB", "CVL", "PRE"})
_PUBLIC_KINDS = frozenset({"state", "office", "institution", "armed_group", "criminal_group"})
_PUBLIC_COUNTRIES = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG"})


@dataclass(frozen=True)
class Domain:
    """The everyday words and public parties of a report's sentences, worked out once."""

    parse: Parse
    actors: ActorLayer
    lexicon: EventLexicon
    _told: dict[int, bool] = field(default_factory=dict, repr=False, compare=False)

    def everyday(self, sentence: int) -> bool:
        """Whether the sentence talks of sport, shows, business, gadgets or science."""
        if sentence not in self._told:
            s = self.parse.sentences[sentence]
            self._told[sentence] = any(self._everyday_word(i) for i in range(s.first, s.last))
        return self._told[sentence]

    def _everyday_word(self, i: int) -> bool:
        token = self.parse[i]
        if token.pos not in ("NOUN", "PROPN"):
            return False
        phrase = f"{self.parse[i - 1].lower} {token.lemma}" if i else token.lemma
        classes = self.lexicon.classes
        return any(token.lemma in classes[c] or token.lower in classes[c] or phrase in classes[c] for c in _EVERYDAY)

    def public(self, i: int) -> bool:
        """Whether the filler, what it belongs to or stands before it is a public party."""
        p = self.parse
        mention = self.actors.by_head.get(i)
        if mention is not None:
            entity = self.actors.by_id[mention.entity]
            if entity.kind in _PUBLIC_KINDS or not _PUBLIC_SECTORS.isdisjoint(entity.sectors) or not _PUBLIC_COUNTRIES.isdisjoint(entity.countries):
                return True
        words = self.lexicon.classes["public"]
        if p[i].lemma in words or p[i].lower in words or p[i].ent in ("GPE", "NORP"):
            return True
        return any(c.lemma in words or c.ent in ("GPE", "NORP") for c in p.children(i) if c.dep in ("poss", "compound"))

    def keeps(self, candidate: Candidate) -> bool:
        """Whether the candidate may stand: any act of force, any verbal act outside everyday talk, and any of a public party."""
        if candidate.type not in _VERBAL or not _LEGAL_MODES.isdisjoint(candidate.modes):
            return True
        if not self.everyday(self.parse[candidate.head].sent):
            return True
        parties = [a.head for a in (*candidate.actors, *candidate.recipients)]
        return any(self.public(o) for i in parties for o in (i, *syntax.prep_objects(self.parse, i, "of")))
