"""disputes, opposed: what one statement does to another, and who is the same speaker as whom. Shared by rebuttals, rivals and contested rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.extract.disagreement.statements import Statement, Statements
from onrecord.extract.phrases.told import Clause, Range
from onrecord.lexicon.disputes import verdicts
from onrecord.lexicon.stance import same
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Attribution, Stance
from onrecord.model.layers import ActorLayer, AttributionLayer, EventLayer
from onrecord.model.parse import Parse, Token
from onrecord.model.text import CleanText

_OF_STATES = frozenset({"MIL", "COP", "GOV", "SPY"})
_FLAT = 7  # words of a clause that says no more than that it is not so
_SUPPOSED = frozenset({"believe", "think", "suspect", "say", "allege", "report", "rumour", "rumor", "suppose", "presume", "claim", "understand"})  # of somebody, in the passive
_PREDICATES = ("ROOT", "ccomp", "attr", "acomp", "oprd", "conj", "pobj", "dobj", "xcomp", "parataxis")


@dataclass(frozen=True, slots=True)
class Opposition:
    """`claim` (clean offsets) is asserted by `holders` and opposed by `against`, each with its stance; None is the outlet, and no holder at all is
    somebody whom the text does not name. `by` is the token whose words oppose: they oppose one claim, unless `many`."""

    claim: Range
    holders: tuple[str | None, ...]
    against: tuple[tuple[str | None, Stance], ...]
    rule: str
    by: int
    confidence: float = 0.6
    many: bool = False


@dataclass(frozen=True)
class Scene:
    """The statements of one report, and who makes them."""

    clean: CleanText
    parse: Parse
    actors: ActorLayer
    statements: Statements
    nodes: dict[str, Attribution] = field(repr=False)
    types: dict[int, str] = field(repr=False)
    author: frozenset[str]

    @classmethod
    def of(
        cls, clean: CleanText, parse: Parse, actors: ActorLayer, attributions: AttributionLayer, statements: Statements, events: EventLayer
    ) -> Scene:
        kinds = {e.id: e.deed_type or e.type for e in events.events}
        types = {i: kinds[e] for i, e in events.at.items()}
        return cls(clean, parse, actors, statements, {a.id: a for a in (*attributions.attributions, *statements.made)}, types, author(clean.text))

    @property
    def told(self) -> tuple[Statement, ...]:
        return self.statements.told

    @cached_property
    def by_sentence(self) -> dict[int, tuple[Statement, ...]]:
        found: dict[int, list[Statement]] = {}
        for statement in self.told:
            found.setdefault(statement.sentence, []).append(statement)
        return {k: tuple(v) for k, v in found.items()}

    def near(self, statement: Statement, reach: int) -> list[Statement]:
        """All statements within `reach` sentences, itself included, in the order of their sentences."""
        place, numbers = self.places[statement.sentence], range(statement.sentence - 2 * reach, statement.sentence + 2 * reach + 1)
        return [s for k in numbers if 0 <= k < len(self.places) and abs(self.places[k] - place) <= reach for s in self.by_sentence.get(k, ())]

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The place of each sentence among those that say something: "12:31" over an entry of a live page is none."""
        found: list[int] = []
        for sentence in self.parse.sentences:
            label = bool(found) and not any(c.isalpha() for c in self.clean.text[sentence.start : sentence.end])
            found.append(found[-1] + (not label) if found else 0)
        return tuple(found)

    def entity(self, statement: Statement) -> str | None:
        node = self.nodes.get(statement.attribution or "")
        return node.source.entity if node is not None and node.source is not None else None

    def outlet(self, statement: Statement) -> bool:
        """Whether the outlet speaks: in its own voice, or as the body that publishes its own statement."""
        if statement.attribution is None:
            return not statement.unnamed
        heads = self.heads(statement)
        return bool(heads) and heads <= self.author

    def heads(self, statement: Statement) -> frozenset[str]:
        found = frozenset(self.parse[t].lemma.lower() for t in statement.source if self.parse[t].pos in ("NOUN", "PROPN"))
        entity = self.actors.by_id.get(self.entity(statement) or "")
        # "he" of whom it is known whom it means goes by that name.
        return found or (frozenset(entity.name.lower().split()[-1:]) if entity is not None else frozenset())

    def known(self, statement: Statement) -> bool:
        """Whether it is told who speaks."""
        return self.outlet(statement) or bool(statement.source)

    def same_source(self, one: Statement, other: Statement) -> bool:
        if self.outlet(one) or self.outlet(other):
            return self.outlet(one) and self.outlet(other)
        if one.unnamed or other.unnamed:
            return False
        a, b = self.entity(one), self.entity(other)
        if a is not None and a == b:
            return True
        if (a is not None and self.speaks_for(other, a)) or (b is not None and self.speaks_for(one, b)):
            return True
        heads = self.heads(one), self.heads(other)
        # "the vice president" is the vice president just named.
        return bool(heads[0]) and bool(heads[1]) and (heads[0] <= heads[1] or heads[1] <= heads[0])

    def speaks_for(self, statement: Statement, entity: str) -> bool:
        """Whether who speaks is called a spokesman of this entity: "the Taliban government", "Taliban spokesman Hamdullah Fitrat"."""
        spokes = any(self.parse[t].lemma.lower() in word_set("those_who_speak_for_others") for t in statement.source)
        return spokes and any((m := self.actors.by_head.get(t)) is not None and m.entity == entity for t in statement.source)

    def anybody(self, statement: Statement) -> bool:
        """A pronoun of which it is not known whom it means: it may be the very one who answers."""
        words = [self.parse[t] for t in statement.source]
        return len(words) == 1 and words[0].pos == "PRON" and self.entity(statement) is None

    def parallel(self, statement: Statement) -> tuple[str | None, ...]:
        """The nodes of those who say the same words at the same place."""
        if statement.unnamed:
            return ()
        if statement.attribution is None or self.outlet(statement):
            return (None,)
        same_cue = [s.attribution for s in self.near(statement, 0) if s.cue == statement.cue and s.attribution is not None]
        return tuple(dict.fromkeys(same_cue)) or (statement.attribution,)

    def party(self, statement: Statement) -> frozenset[str]:
        """Entities that the source speaks as or for: "a spokesman for the guards" speaks for the guards."""
        found = {m.entity for t in statement.source if (m := self.actors.by_head.get(t)) is not None}
        own = self.entity(statement)
        return frozenset(found | ({own} if own is not None else set()))

    def deed_of(self, clause: Clause, statement: Statement, forces: bool = False) -> bool:
        """Whether the clause tells a deed of the one who makes the statement: its subject names him or those he speaks for, with `forces` also those of his state."""
        heads = {self.parse[t].lemma.lower() for t in statement.source if self.parse[t].pos in ("NOUN", "PROPN")}
        for token in clause.words:
            if token.dep not in ("nsubj", "npadvmod", "nmod", "poss", "compound", "conj", "pobj") or token.pos not in ("NOUN", "PROPN"):
                continue
            if token.dep == "pobj" and self.parse[token.head].lower != "by":
                continue
            if token.dep in ("nmod", "compound", "poss") and self.parse[token.head].dep == "nsubjpass" and token.head not in self.types:
                continue  # "40 Orlan fighters were killed": done to them
            if token.dep in ("nmod", "compound", "poss") and self.parse[token.head].dep == "pobj" and self.parse[self.parse[token.head].head].lower in ("in", "at", "near", "on"):
                continue  # "a strike on a market in Sudan's west": where
            mention = self.actors.by_head.get(token.i)
            if (mention is not None and (mention.entity in self.party(statement) or (forces and self.of_its_state(mention.entity, statement)))) or token.lemma.lower() in heads:
                return True
        return False

    def of_its_state(self, entity: str, statement: Statement) -> bool:
        """Whether these are the forces or the government of the state that speaks: "Azerbaijani forces", of Azerbaijan."""
        own, other = self.actors.by_id.get(self.entity(statement) or ""), self.actors.by_id[entity]
        return own is not None and own.kind == "state" and other.kind != "state" and bool(set(other.sectors) & _OF_STATES) and bool(own.countries) and set(other.countries) == set(own.countries)

    def kinds(self, clause: Clause) -> frozenset[str]:
        """PLOVER types of the deeds told in the clause."""
        return frozenset(self.types[t.i] for t in clause.words if t.i in self.types)

    def mentions(self, words: Iterable[Token], statement: Statement) -> bool:
        """Whether these words name the one who makes the statement."""
        entity = self.entity(statement)
        # "its chairman": the head alone says who speaks; a name has words of its own.
        heads = {self.parse[t].lemma.lower() for t in statement.source if self.parse[t].pos == "PROPN" and self.parse[t].text[:1].isupper()}
        heads |= {self.parse[t].lemma.lower() for t in statement.source if self.parse[t].pos == "NOUN" and self.parse[t].head not in statement.source}
        for token in words:
            mention = self.actors.by_head.get(token.i)
            if mention is not None and entity is not None and mention.entity == entity:
                return True
            if token.pos in ("NOUN", "PROPN") and token.lemma.lower() in heads:
                return True
        return False

    def against(self, denial: Statement) -> tuple[tuple[str | None, Stance], ...]:
        """Those who make the statement, each with its stance."""
        return tuple((a, denial.stance) for a in self.parallel(denial))

    def distance(self, one: Statement, other: Statement) -> int:
        """Sentences between two statements; 0 in one sentence."""
        return abs(self.places[one.sentence] - self.places[other.sentence])

    def content_keys(self, clause: Clause, *speakers: Statement) -> frozenset[str]:
        """The clause's keys without names, and without the nouns for those who speak."""
        names = frozenset[str]().union(*(self.heads(s) for s in speakers))
        return clause.keys - names - {t.lemma.lower() for t in clause.words if t.pos == "PROPN"}

    def tells(self, statement: Statement, clause: Clause) -> bool:
        """Whether the clause tells what is or was so: a finite verb with its subject, or an accusation; no demand, no mere thing."""
        if statement.lemma in word_set("accusing_verbs"):
            return True
        if not statement.source and statement.lemma in _SUPPOSED and any(self.parse[t].tag == "VBN" for t in statement.cue) and clause.words and self.parse[clause.head].tag in ("VB", "VBG", "VBN"):
            return True  # "is believed to be behind the raid", "is suspected of burning the mill": said of him by nobody who is named
        if statement.lemma in word_set("verbs_of_calling") and any(t.dep in ("oprd", "attr", "ccomp", "appos") for t in clause.words) and not any(t.lower in ("for", "on", "to") and t.i <= clause.words[0].i for t in clause.words) and not any(t.lower.endswith(("self", "selves")) for t in clause.words):
            return True  # "called the launch a triumph", "hailed it as the first"
        if statement.lemma in word_set("demanding_verbs"):
            return False
        if statement.lemma in ("announce", "claim", "report", "declare") and (clause.head in self.types or self.parse[clause.head].lemma.lower() in word_set("nouns_of_deeds_done") | {"capture", "seizure", "victory", "fall"}):
            return True  # "announced the capture of the port"
        head = self.parse[clause.head]
        below = self.parse.children(clause.head)
        if self.open(clause):
            return False
        finite = head.tag in ("VBD", "VBZ", "VBP") or any(c.dep in ("aux", "auxpass") and c.tag in ("VBD", "VBZ", "VBP", "MD") for c in below)
        # "said a marcher fired": the parser may take the past for a participle.
        finite = finite or (head.tag == "VBN" and head.dep == "ccomp")
        # "The dead: four": a label has no verb and tells all the same.
        return (head.pos in ("VERB", "AUX") and finite and self.subject(clause) is not None) or statement.unnamed

    def there(self, clause: Clause) -> bool:
        """Whether the clause tells, or denies, that somebody was at the place: "had been in the town", "had set foot in the village"."""
        head = self.parse[clause.head].lemma.lower()
        place = any((t.lemma.lower() in word_set("whereabouts_nouns") and (t.dep != "dobj" or self.parse[t.head].lemma.lower() in word_set("verbs_of_presence"))) or t.lower in ("there", "nearby", "anywhere") for t in clause.words)
        return place and (head in word_set("verbs_of_presence") or (head == "set" and any(t.lower == "foot" for t in clause.words)))

    def of_his(self, clause: Clause) -> bool:
        """Whether the clause is of its speaker or those of his side: "they", "its men"."""
        subject = self.subject(clause)
        return subject is not None and (subject.lower in ("they", "we", "he", "she", "it", "i") or any(c.dep == "poss" and c.pos == "PRON" for c in self.parse.children(subject.i)))

    def open(self, clause: Clause) -> bool:
        """Whether the clause leaves open what it tells: "if there is a treaty", "had not yet exploded"."""
        marked = any(c.dep == "mark" and c.lower in ("if", "whether") for c in self.parse.children(clause.head))
        return marked or (clause.negative and any(t.lower == "yet" for t in clause.words))

    def ahead(self, clause: Clause) -> bool:
        """Whether a clause tells what somebody will do: no word that something was done."""
        return any(c.dep == "aux" and c.tag == "MD" and c.lower in ("will", "would", "shall", "wo", "'ll", "’ll") for c in self.parse.children(clause.head))

    def subject(self, clause: Clause) -> Token | None:
        """The subject of the clause's main verb; the parser may hang it on an auxiliary, or take it for a measure."""
        p = self.parse
        heads = {clause.head, *(c.i for c in p.children(clause.head) if c.dep in ("aux", "auxpass"))}
        return next((t for t in clause.words if t.head in heads and (t.dep in ("nsubj", "nsubjpass", "expl") or (t.dep == "npadvmod" and t.i < clause.head and t.ent == ""))), None)


def shared(one: Iterable[str], other: Iterable[str]) -> frozenset[str]:
    """Keys of the one that the other tells too, in the same or a kindred word."""
    there = tuple(other)
    return frozenset(key for key in one if any(same(key, k) for k in there))


def foes(one: str, other: str) -> bool:
    """Whether two nouns name the forces of a state and those who fight it: "soldier", "rebel"."""
    state, rebels = word_set("forces_of_states"), word_set("words_of_fighters")
    return (one in state and other in rebels) or (one in rebels and other in state)


def by(denial: Statement) -> int:
    """The token that a statement's opposition is known by."""
    return denial.cue[0] if denial.cue else denial.first


def verdict(part: Clause) -> Token | None:
    """The word by which the clause calls something untrue or unlawful; with a negative, the word of truth that it denies."""
    for token in part.words:
        lemma = token.lemma.lower()
        if part.negative and not part.modal and token.head == part.head and len(part.words) <= _FLAT and (token.lower == "so" or (lemma == "case" and token.dep == "attr")) and any(t.lower in ("that", "this", "it") and t.dep == "nsubj" for t in part.words):
            return token  # "that was not the case", "this was not so"
        if token.dep not in _PREDICATES and token.dep != "nsubj":
            continue
        if part.negative and lemma in word_set("truth_words") and lemma in part.denied and not part.modal:
            return token
        if not part.negative and lemma in verdicts() and token.dep in _PREDICATES:
            return token
        made_up = lemma in word_set("inventing_verbs") or (lemma == "make" and any(t.dep == "prt" and t.lower == "up" and t.head == token.i for t in part.words))
        if not part.negative and made_up and token.tag == "VBN" and token.i == part.head and any(t.dep == "nsubjpass" and t.lemma.lower() in word_set("told_things") for t in part.words):
            return token  # "that the story was made up"
    return None


def pointer(clause: Clause) -> Token | None:
    """The word by which a content only points at what was said ("the accusation", "that", "the charges as lies", "its authenticity"); None where it tells
    something itself."""
    head = next((t for t in clause.words if t.i == clause.head), None)
    if head is None:
        return None
    words = [t for t in clause.words if t.pos not in ("ADV", "ADP", "PUNCT")]
    if len(clause.words) == 1 and head.lower in ("which", "something"):
        return head  # ", which the army denied"
    if head.lower in word_set("pointing_words"):
        return head if len(words) == 1 or all(t is head or (t.i > head.i and t.dep in ("oprd", "pobj", "amod", "det", "compound")) for t in words) else None
    if head.pos != "NOUN":
        return None
    if head.lemma.lower() in word_set("truth_nouns"):
        return head if any(t.dep == "poss" and t.lower in word_set("attribute_openers") for t in words) and len(words) <= 3 else None
    if head.lemma.lower() not in word_set("told_things"):
        return None
    # What follows may say whose it is or what it is called, not what it claims.
    below = [t for t in words if t.head == head.i and t.i > head.i]
    tells = any(t.dep in ("relcl", "acl", "ccomp") and t.lemma.lower() not in word_set("raising_verbs") for t in below)
    # "a version of events" says no more than "a version".
    about = any(t.dep == "prep" and t.head == head.i and t.lower in ("of", "about", "on", "over") and not any(g.head == t.i and g.lower in ("events", "things") for g in words) for t in clause.words)
    return None if tells or about or (len(words) > 1 and any(t.dep == "nsubj" for t in words)) else head


_HEADING = re.compile(r"[^\n]{3,90}")
_LINES = 4  # of a text, in which a body may head its own statement


def author(text: str) -> frozenset[str]:
    """The words that name the body which publishes the text itself: "Statement of the Island Police" at its head."""
    for line in _HEADING.findall(text[:600])[:_LINES]:
        for opener in word_set("heads_of_statements"):
            match = re.match(rf"\W*(?:{re.escape(opener)} (?:of|by|from) (?:the )?(?P<who>[^.]+)|(?P<first>[^.:]+?)\s*[-–—:,]\s*{re.escape(opener)})\W*$", line.strip(), re.IGNORECASE)
            if match is not None:
                return frozenset(re.findall(r"[a-z]+", (match["who"] or match["first"]).lower()))
    return frozenset()


def opens_claim(parse: Parse, verb: Token, noun: Token) -> bool:
    """Whether a verb below the noun opens what is claimed: "the claim that it fired", "claims it had fired", "the story that he had been killed"."""
    below = parse.children(verb.i)
    that = next((c for c in below if c.lower == "that" and c.i < verb.i), None)
    if that is None and verb.dep == "relcl" and verb.head == noun.i and parse[noun.i + 1].lower == "that" and parse[parse[noun.i + 1].head].head == verb.i:
        that = parse[noun.i + 1]  # hung on a preposition that has its own object
    if verb.dep in ("acl", "ccomp") and that is not None:
        if verb.lemma.lower() in word_set("verbs_of_claims") and not any((c.i > verb.i and c.dep in ("dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "prep")) or c.dep == "nsubjpass" for c in below):
            return False  # "the report that the monks published"
        # "the speculation with questions that drive home the point that ...": that tells the point.
        return verb.head == noun.i or parse[verb.head].lemma.lower() not in word_set("nouns_with_contents")
    subject = next((c for c in below if c.dep in ("nsubj", "nsubjpass")), None)
    if verb.head != noun.i or verb.i < noun.i or subject is None or subject.lower in ("who", "which", "that"):
        return False
    if verb.dep == "relcl" and that is not None:
        # For the parser a relative clause, in which nothing is left for "that" to be.
        whole = subject.dep == "nsubjpass" or any(c.dep in ("dobj", "attr", "acomp") and c.i > verb.i for c in below) or (that.dep == "dobj" and verb.lemma.lower() not in word_set("verbs_of_claims"))
        return (that.dep == "mark" or whole) and verb.lemma.lower() not in word_set("raising_verbs")
    bare = verb.dep in ("acl", "ccomp", "relcl") and that is None and noun.tag == "NNS" and subject.i == noun.i + 1 and verb.tag != "VBG"
    return bare and verb.lemma.lower() not in word_set("raising_verbs") and any(c.dep in ("dobj", "attr", "acomp", "aux", "auxpass", "prep") for c in below)
