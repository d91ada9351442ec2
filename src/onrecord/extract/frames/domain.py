"""Whether a verbal act is of public record: asking, praising, refusing are everybody's acts, and most news that reports them is not political."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord import syntax
from onrecord.lexicon.events import EventLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer, Candidate
from onrecord.model.parse import Parse, Token

_OFTEN = word_set("frequency_adverbs")
_EVERYDAY = ("everyday", "sporting", "leisure", "corporate", "fiction")
_PLAYFUL = ("sporting", "leisure", "fiction")
# What private persons, companies and clubs do as well; charging, suing and convicting are left out.
_COMMON = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "COOPERATE", "AID", "MOBILIZE", "RETREAT", "SANCTION"})
# Of a report's sentences with everyday words and with public parties; on real news the two kinds lie far apart.
_LEAST_SENTENCES = 5
_SHARE = 0.15
_AGAINST_PUBLIC = 0.5
# What a swindler asks and promises in somebody's name.
_SPOKEN = frozenset({"AGREE", "REQUEST", "AID", "SUPPORT"})
# Deeds among them, which private persons hardly do.
_DEEDS = frozenset({"AID", "MOBILIZE", "RETREAT", "SANCTION", "COOPERATE"})
_HELP = frozenset({"AID", "COOPERATE"})
_ILLICIT = word_set("illicit_adjectives")
_CONTRABAND = word_set("contraband_goods")
_ARMS = word_set("words_for_arms")
# Whose words sport and shows live on: attack, battle, shoot, siege, threat.
_FORCE = frozenset({"ASSAULT", "COERCE", "THREATEN"})
_FORCEFUL = frozenset({"GOV", "MIL", "COP", "REB", "PRM", "SPY", "UAF", "CRM"})
_LEGAL_MODES = frozenset({"allege", "investigate", "convict"})
_PUBLIC_SECTORS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "REB", "PRM", "SPY", "OPP", "PTY", "UAF", "ELI", "REF", "REL", "LAB", "PRE"})
_PUBLIC_KINDS = frozenset({"state", "armed_group", "criminal_group"})
_PUBLIC_COUNTRIES = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG"})


def _apt(modifier: Token, head: Token) -> bool:
    """A title before a name or an office before its holder ("army spokesman"), not a name before a thing ("Prince fans")."""
    return modifier.pos == "NOUN" or head.pos == "PROPN"


@dataclass(frozen=True)
class Domain:
    """The everyday words and public parties of a report's sentences, worked out once."""

    parse: Parse
    actors: ActorLayer
    lexicon: EventLexicon
    _told: dict[int, bool] = field(default_factory=dict, repr=False, compare=False)
    _report: list[bool] = field(default_factory=list, repr=False, compare=False)
    _marks: dict[int, int] = field(default_factory=dict, repr=False, compare=False)

    def everyday(self, sentence: int) -> bool:
        """Whether the sentence talks of sport, shows, business, gadgets or science, or names no public party in a report that mostly does."""
        return self._has_everyday_word(sentence) or (self.everyday_report and not self.marks(sentence))

    def _has_everyday_word(self, sentence: int) -> bool:
        if sentence not in self._told:
            s = self.parse.sentences[sentence]
            self._told[sentence] = any(self._everyday_word(i) for i in range(s.first, s.last))
        return self._told[sentence]

    @property
    def everyday_report(self) -> bool:
        """Whether everyday words stand in a fair share of the report's sentences, not far behind public parties."""
        if not self._report:
            parsed = [s.i for s in self.parse.sentences if s.last > s.first]
            plain = sum(map(self._has_everyday_word, parsed))
            public = sum(self.marks(s) > 0 for s in parsed)
            self._report.append(len(parsed) >= _LEAST_SENTENCES and plain >= _SHARE * len(parsed) and plain >= _AGAINST_PUBLIC * public)
        return self._report[0]

    def _everyday_word(self, i: int) -> bool:
        mention = self.actors.by_head.get(i)
        if mention is not None and not _PUBLIC_SECTORS.isdisjoint(self.actors.by_id[mention.entity].sectors):
            return False
        if self._trade(i):
            return False  # "the Miners' League" plays no matches
        return any(self._noun_of(i, kind) for kind in _EVERYDAY)

    def _trade(self, i: int) -> bool:
        """ "the Miners' League": a body of people of one trade."""
        p = self.parse
        return i > 1 and p[i - 1].tag == "POS" and p[i - 2].text.istitle() and p[i - 2].lower.removesuffix("s") in self.lexicon.classes["striker"]

    def _noun_of(self, i: int, kind: str) -> bool:
        token = self.parse[i]
        if token.pos not in ("NOUN", "PROPN"):
            return False
        words = self.lexicon.classes[kind]
        return token.lemma in words or token.lower in words or (i > 0 and f"{self.parse[i - 1].lower} {token.lemma}" in words)

    def pretended(self, sentence: int) -> bool:
        """Whether the sentence tells of a swindle or a jest."""
        s = self.parse.sentences[sentence]
        return any(self._noun_of(i, "pretence") for i in range(s.first, s.last))

    def public(self, i: int) -> bool:
        """Whether the filler, what it belongs to or stands before it is a public party."""
        p = self.parse
        mention = self.actors.by_head.get(i)
        if mention is not None:
            entity = self.actors.by_id[mention.entity]
            if entity.kind in _PUBLIC_KINDS or not _PUBLIC_SECTORS.isdisjoint(entity.sectors) or not _PUBLIC_COUNTRIES.isdisjoint(entity.countries):
                return True
        return self._trade(i) or self._public_word(i) or any(self._public_word(c.i) for c in p.children(i) if c.dep == "poss" or (c.dep == "compound" and _apt(c, p[i])))

    def _public_word(self, i: int) -> bool:
        token = self.parse[i]
        words = self.lexicon.classes["public"]
        return token.pos in ("NOUN", "PROPN") and (token.lemma in words or token.lower in words or token.ent in ("GPE", "NORP"))

    def marks(self, sentence: int) -> int:
        """How many words of the sentence name public parties or countries."""
        if sentence not in self._marks:
            s = self.parse.sentences[sentence]
            self._marks[sentence] = sum(self.public(i) for i in range(s.first, s.last))
        return self._marks[sentence]

    def private(self, i: int) -> bool:
        """A pronoun that stands for nobody known, or a private person by kinship, custom or pastime."""
        token = self.parse[i]
        if token.pos == "PRON":
            return i not in self.actors.by_head
        return token.pos == "NOUN" and (token.lemma in self.lexicon.classes["folk"] or self._everyday_word(i))

    def felt(self, candidate: Candidate) -> bool:
        """Whether, in a report of sport, shows or business, force was done by a public party, to people or with a weapon: "attacked from the first whistle" was not,
        "a bomb went off at the corporation's branch" was."""
        if candidate.type == "ASSAULT" and self._armed(self.parse[candidate.head].sent):
            return True
        for a in candidate.actors:
            mention = self.actors.by_head.get(a.head)
            if mention is not None and not _FORCEFUL.isdisjoint(self.actors.by_id[mention.entity].sectors):
                return True
        for a in candidate.recipients:
            mention = self.actors.by_head.get(a.head)
            entity = self.actors.by_id[mention.entity] if mention is not None else None
            token = self.parse[a.head]
            if self.public(a.head) or token.ent == "PERSON" or token.tag == "CD" or token.lemma in self.lexicon.classes["human"]:
                return True
            if entity is not None and (entity.kind == "person" or entity.sectors or entity.countries):
                return True
        return False

    def _armed(self, sentence: int) -> bool:
        """Whether a sentence without a word of sport or shows names a weapon."""
        s = self.parse.sentences[sentence]
        weapons = self.lexicon.classes["weapon"]
        nouns = [t for t in self.parse.tokens[s.first : s.last] if t.pos == "NOUN"]
        return any(t.lemma in weapons for t in nouns) and not any(self._noun_of(t.i, kind) for t in nouns for kind in _PLAYFUL)

    def habitual(self, candidate: Candidate) -> bool:
        """ "agents often ask for a fee": a custom, no event."""
        verb = self.parse[candidate.head]
        return verb.tag in ("VBZ", "VBP") and any(c.dep == "advmod" and c.lower in _OFTEN for c in self.parse.children(verb.i))

    def illicit(self, candidate: Candidate) -> bool:
        """ "illegal gold exported to", "sent the forged notes to": what smugglers deliver is neither aid nor trade between states."""
        p = self.parse
        verb = candidate.head
        doers = (self.actors.by_head.get(a.head) for a in candidate.actors)
        gang = any(m is not None and (self.actors.by_id[m.entity].kind == "criminal_group" or "CRM" in self.actors.by_id[m.entity].sectors) for m in doers)
        if gang and not candidate.nominal and any(p[f.head].lower in ("it", "them") or p[f.head].lemma in self.lexicon.classes["weapon"] or p[f.head].lemma in _ARMS for f in syntax.logical_object(p, verb)):
            return True  # "The gang buys rifles and flies them to the port": its own
        if self._own(verb, candidate):
            return True
        goods = {*(a.head for a in candidate.recipients), *(f.head for f in syntax.logical_object(p, verb) if not candidate.nominal), *(o for prep in ("of", "in") for o in syntax.prep_objects(p, verb, prep))}
        return any(p[g].lemma in self.lexicon.classes["drug"] or p[g].lemma in _CONTRABAND or any(c.lower in _ILLICIT for c in p.children(g) if c.dep in ("amod", "compound")) for g in goods)

    def _own(self, verb: int, candidate: Candidate) -> bool:
        """ "They are buying rifles in the port and flying them to the valley": who buys arms and brings them away helps nobody, unless somebody is named who gets them."""
        p = self.parse
        first = p.head(verb)
        if candidate.nominal or first is None or p[verb].dep != "conj" or first.lemma not in word_set("verbs_of_getting_goods"):
            return False
        arms = any(p[f.head].lemma in self.lexicon.classes["weapon"] or p[f.head].lemma in _ARMS for f in syntax.logical_object(p, first.i))
        own = any(c.dep == "dobj" and c.lower in ("it", "them") for c in p.children(verb))
        people = [a.head for a in candidate.recipients if (m := self.actors.by_head.get(a.head)) is not None and self.actors.by_id[m.entity].kind != "state" and p[a.head].ent not in ("GPE", "LOC", "FAC")]
        return arms and own and not [i for i in people if p[i].lower not in ("it", "them")]

    def keeps(self, candidate: Candidate) -> bool:
        """Whether the candidate may stand: any act of force, any verbal act of a public party, others outside everyday talk and private life."""
        if candidate.type in _HELP and self.illicit(candidate):
            return False
        if candidate.type in _FORCE and self.everyday_report and not self.felt(candidate):
            return False
        restraint = candidate.type == "COERCE" and not {"restrict", "censor"}.isdisjoint(candidate.modes)
        if (candidate.type not in _COMMON and not restraint) or not _LEGAL_MODES.isdisjoint(candidate.modes):
            return True
        if "legislative" in candidate.contexts and not self.everyday_report:
            return True  # "two board members will vote against it"
        if candidate.type == "RETREAT" and "withdraw" in candidate.modes and "military" in candidate.contexts:
            return True  # "withdrew a company to the fort": of soldiers
        sentence = self.parse[candidate.head].sent
        if candidate.type in _SPOKEN and self.pretended(sentence):
            return False
        parties = [a.head for a in (*candidate.actors, *candidate.recipients)]
        if not restraint and self.habitual(candidate) and not any(self.public(a.head) for a in candidate.actors):
            return False
        if any(self.public(o) for i in parties for o in (i, *syntax.prep_objects(self.parse, i, "of"))):
            return True
        if not restraint and self.everyday(sentence):
            return not parties and self.marks(sentence) >= 2
        if candidate.type not in _DEEDS and candidate.actors and not candidate.nominal and all(map(self.private, parties)):
            return self.marks(sentence) > 0
        return True
