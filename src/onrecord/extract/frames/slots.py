"""Filling the slots of an event frame from the dependency tree, and testing a rule's constraints on them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from onrecord import syntax
from onrecord.actorbook import ActorBook
from onrecord.extract.frames.among import named_among, with_named, with_owners
from onrecord.extract.frames.meant import meant
from onrecord.extract.frames.stoppers import JUDGED, stops_others
from onrecord.extract.phrases.jointly import shared_of
from onrecord.extract.phrases.makers import makers, of_deed, of_others
from onrecord.extract.phrases.towns import LARGE, fought_over, largest_town, whole_name
from onrecord.extract.phrases.whereabouts import maybe_invaded, of_a_land, only_said_of
from onrecord.lexicon.events import Constraint, EventLexicon, EventRule
from onrecord.lexicon.status import StatusLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Token
from onrecord.syntax import Found

_PERSON_KINDS = frozenset({"person", "office", "population", "armed_group", "criminal_group"})
_ORG_KINDS = frozenset({"organisation", "institution", "armed_group", "criminal_group", "state"})
_LABELS = {"person": ("PERSON",), "org": ("ORG",), "state": ("GPE", "NORP"), "place": ("GPE", "LOC", "FAC"), "number": ("CARDINAL", "QUANTITY")}
_HYPHENS = frozenset({"-", "‐", "‑"})
# "a US-led raid": the participles behind a hyphen whose owner does the act.
_DOING = word_set("doing_participles")
_OWN_COUNSEL = word_set("verbs_of_own_counsel")
_PUT_BEFORE, _OF_OTHERS = word_set("nouns_put_before_somebody"), word_set("wanted_of_others")
_WARDING, _ENDING_OTHERS = word_set("verbs_of_warding_off"), word_set("verbs_of_ending_others_deeds")
_EFFORTS, _BORDERS = word_set("efforts"), word_set("border_nouns")
_PARLEYS = word_set("parley_nouns")
_ILLS = word_set("ills_to_be_ended")
_EASING = word_set("verbs_of_ending_what_is") - {"end", "lift", "terminate"}
_BELOW = {"mod": ("advmod", "acomp", "npadvmod", "oprd"), "named": ("oprd",), "prt": ("prt",)}
_COUNTING = word_set("counting_nouns")
# "gathered for a rally", "flew to Oslo for talks": who comes for it takes part in it.
_GATHERING = word_set("gathering_verbs")
_GATHERING_FOR = word_set("gathering_prepositions")
_CALENDAR = word_set("calendar_names")
_BEFORE_AND_AFTER = word_set("time_comparing")
_PERSON_PRONOUNS = word_set("person_pronouns")
_GIVING = word_set("verbs_with_two_objects")
# Verbs of these signatures have their own subject do the event noun they govern: "plans an attack", "began talks".
_RULING = frozenset({"government", "cabinet", "ministry", "minister", "president", "parliament"})
_OWN_ACT = frozenset({"intention", "attempt", "begin", "continue", "end", "complete", "cancellation", "threat", "imminence", "ready", "wish"})


@lru_cache(maxsize=4_000)
def _leads(name: str) -> bool:
    """Whether a bare surname is that of one head of state or government: in "Orlan meets Sool" without a date nothing else tells of an office."""
    book = ActorBook.load()
    return " " not in name and not book.needs_title(name) and book.leader(name, None) is not None


@dataclass
class Frame:
    """The fillers around one trigger token; each slot is worked out once."""

    parse: Parse
    actors: ActorLayer
    lexicon: EventLexicon
    status: StatusLexicon
    head: int
    nominal: bool
    adjective: bool = False
    _filled: dict[str, tuple[Found, ...]] = field(default_factory=dict)
    _near: tuple[tuple[Token, ...], frozenset[str]] | None = None
    _nouns: dict[int, int | None] = field(default_factory=dict)

    def fill(self, slot: str) -> tuple[Found, ...]:
        if slot not in self._filled:
            self._filled[slot] = tuple(self._noun_slot(slot) if self.nominal else self._verb_slot(slot))
        return self._filled[slot]

    def _verb_slot(self, slot: str) -> list[Found]:
        p, v = self.parse, self.head
        if slot.startswith("clause.") or slot == "content":
            return self._clausal(slot)
        if p[v].dep == "amod" and (noun := p.head(v)) is not None:
            noun = next((a for a in (noun, *p.ancestors(noun.i)) if a.dep != "compound"), noun)  # "the jailed drug lord"
            if self.adjective and p[v].tag != "VBG":
                # An adjective of state: its rules may call its noun either.
                return [Found(noun.i)] if slot in ("obj", "subj") else []
            wanted = "obj" if p[v].tag == "VBN" or (p[v].pos == "ADJ" and p[v].lower.endswith("ed")) else "subj"
            return [Found(noun.i)] if slot == wanted else []
        if slot == "subj" and p[v].pos == "ADJ":
            verb = p.head(v)
            if p[v].dep == "ccomp" and (own := syntax.child_of(p, v, "nsubj")) is not None:
                return [Found(h) for h in syntax.conjuncts(p, own.i)]  # "officials say nine dead"
            if verb is not None and p[v].dep in ("oprd", "ccomp", "acomp") and not syntax.is_passive(p, verb.i) and (found := self._said_of(verb.i)):
                return found
            return syntax.surface_subject(p, verb.i) if verb is not None and verb.pos in syntax.VERBAL else []
        if slot == "subj":
            return with_named(p, syntax.logical_subject(p, v), self.actors.by_head)
        if slot in ("obj", "iobj") and p[v].lemma in _GIVING and syntax.is_passive(p, v) and (kept := syntax.child_of(p, v, "dobj")) is not None:
            # "they were denied food": who gets it, or does not, is the subject.
            return [Found(h) for h in syntax.conjuncts(p, kept.i)] if slot == "obj" else syntax.surface_subject(p, v)
        if slot == "obj":
            found = syntax.logical_object(p, v)
            return with_owners(p, v, with_named(p, [Found(h) for f in found for h in named_among(p, f.head)] or found, self.actors.by_head), self.actors.by_head)
        if slot == "iobj":
            return [Found(h) for c in syntax.children_of(p, v, "dative") if c.pos in syntax.NOMINAL for h in syntax.conjuncts(p, c.i)]
        if slot in _BELOW:
            return [Found(c.i) for c in p.children(v) if c.dep in _BELOW[slot]]
        near = [v, *(f.head for f in self.fill("obj") if not f.inherited)]
        return self._prep_slot(slot, near) or self._prep_slot(slot, self._below(near))

    def _said_of(self, verb: int) -> list[Found]:
        """Of whom an adjective beside a verb with an object is said: "the mayor, whom police found dead", "found the mayor dead"."""
        if self.parse[verb].lemma != "find":
            return []
        own = syntax.child_of(self.parse, self.head, "nsubj")
        return [Found(h) for h in syntax.conjuncts(self.parse, own.i)] if own is not None else syntax.logical_object(self.parse, verb)

    def _clausal(self, slot: str) -> list[Found]:
        """`clause.verb`, `clause.subj`, `clause.obj`: the verbs of the clausal complement, who does that, and their objects. `content`: both, and the nouns asked for, refused
        or threatened: "urged them to free the hostages", "demanded the release of the hostages"."""
        p = self.parse
        verbs = syntax.complement_verbs(p, self.head)
        if slot in ("clause.verb", "clause.subj"):
            return [Found(v) for v in verbs] if slot == "clause.verb" else [f for v in verbs for f in syntax.logical_subject(p, v)]
        objects = [f for v in verbs for f in syntax.logical_object(p, v)]
        if slot == "clause.obj":
            return objects
        nouns = [*self.fill("obj"), *(f for prep in ("for", "to", "of", "with", "on", "against", "over", "by") for f in self._prep_slot(prep, [self.head]))]
        below = [Found(o) for f in nouns for prep in ("of", "for", "to", "in") for o in syntax.prep_objects(p, f.head, prep)]
        names = [Found(c.i) for f in (*nouns, *objects) for c in p.children(f.head) if c.dep in ("compound", "amod")]
        return [*(Found(v) for v in verbs), *objects, *nouns, *below, *names]

    def _below(self, places: list[int]) -> list[int]:
        """Where a preposition may hang one noun further down: "come to terms with", "the transfer of suspects to"; not "called it off after talks in"."""
        p = self.parse
        found: list[int] = []
        for place in places:
            for prep in p.children(place):
                if prep.dep in ("prep", "agent") and prep.lower not in _BEFORE_AND_AFTER and prep.lower not in ("during", "amid"):
                    # "fought rebels on the frontier with the khanate": whose frontier it is, and no party to the fight
                    found += [h for o in p.children(prep.i) if o.dep == "pobj" for h in syntax.conjuncts(p, o.i) if h not in self.actors.by_head and p[h].lemma not in _BORDERS]
        return found

    def _prep_slot(self, prep: str, places: list[int]) -> list[Found]:
        p = self.parse
        found: list[Found] = []
        for place in places:
            for obj in syntax.prep_objects(p, place, prep):
                if p[obj].lower in _CALENDAR:
                    continue
                found += [Found(h) for h in syntax.conjuncts(p, obj) if Found(h) not in found]
        return found or [Found(h) for place in places if prep == "of" for obj in shared_of(p, place) for h in syntax.conjuncts(p, obj)]

    def _noun_slot(self, slot: str) -> list[Found]:
        p, n = self.parse, self.head
        if slot == "subj":
            return self._light("actor")
        if slot == "poss":
            owner = syntax.child_of(p, n, "poss")
            return [Found(h) for h in syntax.conjuncts(p, owner.i)] if owner is not None and not of_a_land(p, n, owner.i) else []
        if slot == "comp":
            return [Found(c.i) for c in p.children(n) if c.dep in ("compound", "amod", "nmod") and self._namelike(c.i) and not only_said_of(p, c.i) and not maybe_invaded(p, n, c.i)] + self._leaders()
        if slot == "does":
            # The verb that has the noun for its subject or agent: "a shell landed", "was hit by a shell".
            above = p.head(n)
            if above is not None and p[n].dep == "pobj" and above.dep == "agent":
                above = p.head(above.i)
            return [Found(above.i)] if above is not None and p[n].dep in ("nsubj", "pobj") and above.pos in syntax.VERBAL else []
        if slot in ("head", "under"):  # "under": the verb that has the noun for its object, or in the passive for its subject
            above = syntax.modified(p, n) if slot == "head" else p[v] if (v := syntax.governing_verb(p, n)) is not None else None
            return [Found(above.i)] if above is not None else []
        if slot.startswith("clause.") or slot == "content":
            return self._clausal(slot)
        if slot == "mod":
            near = [Found(c.i) for c in p.children(n) if c.dep in ("compound", "amod", "nmod", "poss")]
            near += [Found(g.i) for c in p.children(n) if c.dep in ("compound", "amod", "nmod") for g in p.children(c.i)]
            return near + self._prep_slot("of", [n])
        if slot == "obj":
            return self._light("recipient")
        if slot == "by":
            own = self._prep_slot("by", [n]) + self._participle_agents()
            # "the shelling of a market by the army": the parser may hang the agent on what is shelled.
            hung = [o for prep in ("of", "on", "against", "at") for o in syntax.prep_objects(p, n, prep) if not of_deed(p, o)]
            return own or [f for f in self._prep_slot("by", hung) if f.head in self.actors.by_head or not any(o in self.actors.by_head for o in hung)]
        if not (found := self._prep_slot(slot, [n])) and slot not in ("of", "in"):
            found = self._prep_slot(slot, [o for o in syntax.prep_objects(p, n, "of") if o not in self.actors.by_head and p[o].dep != "pcomp"])  # not "charges of plotting against the state"
        above = p.head(n) if not found and slot == "between" and p[n].dep == "nsubj" else None
        if above is not None and above.pos in syntax.VERBAL and syntax.child_of(p, above.i, "dobj") is None:
            found = self._prep_slot(slot, [above.i])  # "talks are under way between"
        verb = syntax.governing_verb(p, n)
        if not found and verb is not None and slot not in ("of", "by", "in"):
            # "blamed the attack on rebels": the verb's own preposition names who did it, not whom it befell.
            found = self._prep_slot(slot, [verb]) if f"{p[verb].lemma} {slot}" not in word_set("verb_prepositions") else []
        return found

    def _leaders(self) -> list[Found]:
        """Who leads or runs the act by a hyphenated participle: "a US-led raid", "the army-run siege". Who backs or brokers one does not do it."""
        p = self.parse
        led = (c.i for c in p.children(self.head) if c.dep == "amod" and c.tag == "VBN" and c.lower in _DOING)
        return [Found(w.i) for v in led for w in p.children(v) if w.dep in ("npadvmod", "nsubj", "compound", "nmod") and w.i == v - 2 and p[v - 1].text in _HYPHENS and self._namelike(w.i)]

    def _participle_agents(self) -> list[Found]:
        """ "a raid carried out by police": the agent stands under the participle."""
        return [Found(h) for h in makers(self.parse, self.head, ("acl", "relcl"))]

    def _light(self, role: str) -> list[Found]:
        """The subject of the verb governing the event noun, where that verb gives it the role of `actor` or `recipient`."""
        p = self.parse
        verb = syntax.governing_verb(p, self.head)
        if verb is None and (taking := self._taking_part(role)):
            return taking
        if verb is None:
            for child in p.children(self.head):
                if role == "actor" and child.dep in ("relcl", "acl") and self._lends(child.i, "actor"):
                    return [f for f in syntax.logical_subject(p, child.i) if f.head != self.head]
            return []
        if not self._lends(verb, role) or (role == "actor" and self._ends(verb) and (makers(p, self.head, ("acl",)) or syntax.prep_objects(p, self.head, "by"))):
            return []  # "stopped the raid carried out by rebels": whose it was is told
        found = syntax.logical_subject(p, verb) if role == "actor" else syntax.surface_subject(p, verb)
        if role == "actor" and self._ends(verb) and p[self.head].lemma in self.lexicon.classes["strike_action"]:
            # "the government and the union agreed to end a strike": who rules ends it, and strikes not
            found = [replace(f, head=h) for f in found for h in syntax.conjuncts(p, f.head)[: None if p[f.head].lemma.lower() in _RULING else 1] if p[h].lemma.lower() not in _RULING]
        return [Found(f.head, f.inherited) for f in found]

    def _ends(self, verb: int) -> bool:
        return any(light.signature == "end" for light in self.status.light.get(self.parse[verb].lemma, ()))

    def _taking_part(self, role: str) -> list[Found]:
        """The subject of a verb that leads to the event noun by a preposition: "took part in the strike", "gathered for a rally"."""
        p = self.parse
        at = syntax.whole(p, self.head)
        prep = p.head(at)
        verb = p.head(prep.i) if prep is not None and p[at].dep == "pobj" and prep.dep in ("prep", "prt") else None
        if prep is None or verb is None or verb.pos not in syntax.VERBAL:
            return []
        below = {t.lemma for t in syntax.dependents_within(p, verb.i, 1)}
        for light in self.status.light.get(verb.lemma, ()):
            if light.slot == f"prep:{prep.lower}" and set(light.words[1:]) <= below:
                if of_others(p, self.head, verb, prep):
                    return []
                if (light.actor if role == "actor" else light.recipient) != "subj":
                    return []
                return [Found(f.head, True) for f in (syntax.logical_subject(p, verb.i) if role == "actor" else syntax.surface_subject(p, verb.i))]
        in_protest = prep.lower == "in" and p[at].lemma == "protest" and at == self.head  # "closed their shops in protest", "in a protest over fuel"
        against = any(p[o].lemma == "protest" and o < at for o in syntax.prep_objects(p, verb.i, "in"))  # "gathered in protest at the arrest of a mayor"
        if role == "actor" and (in_protest or (verb.lemma in _GATHERING and verb.lemma != "turn" and prep.lower in _GATHERING_FOR and not against)) and not syntax.is_passive(p, verb.i):
            return [Found(f.head, True) for f in syntax.surface_subject(p, verb.i)]
        return []

    def _lends(self, verb: int, role: str) -> bool:
        lemma = self.parse[verb].lemma
        below_verb = self.parse.children(verb)
        if lemma == "call" and any(c.dep == "oprd" for c in below_verb) and not any(c.i > verb and c.pos == "PRON" for c in below_verb):
            return False  # "called the agreement a step": who names it does not make it; "called it a revenge attack" tells of an own deed
        below = {t.lemma for t in syntax.dependents_within(self.parse, verb, 1)}
        if lemma == "claim" or (lemma in _ENDING_OTHERS and (lemma != "put" or "down" in below)) or (lemma in _WARDING and below & {"off", "back"}):
            return False  # "broke up a protest", "put down a mutiny", "fought off an attack"; whose raid is "claimed" `parties` tells
        others = self.parse[self.head].lemma in _ILLS and not any(c.dep == "poss" for c in self.parse.children(self.head))
        if lemma in _EASING and not any(c.dep == "poss" for c in self.parse.children(self.head)):
            return False  # "the bill would remove restrictions": whose they are is not told
        if lemma in ("stop", "end", "halt") and self.parse[verb].tag == "VB" and (others or self.parse[self.parse[verb].head].lemma in _EFFORTS):
            return False  # "made no attempt to stop the looting", "will end evictions"
        if role == "actor" and stops_others(self.parse, self.actors, self.status, self.head, verb):
            return False
        for light in self.status.light.get(lemma, ()):
            if set(light.words[1:]) <= below:
                return (light.actor if role == "actor" else light.recipient) == "subj"
        if role == "recipient" or (lemma == "want" and self.parse[self.head].lemma in _OF_OTHERS):
            return False  # "want the release of a leader": somebody else would free him
        if self.parse[self.head].lemma in _PARLEYS and any(e.signature == "refusal" and "obj" in e.complements for e in self.status.embeddings.get(("v", lemma), ())):
            return True  # "ruled out talks with the rebels": whose talks they would have been
        if lemma in _OWN_COUNSEL and self.parse[self.head].lemma not in _PUT_BEFORE:
            return True  # "mulls a ceasefire": it would be its own
        # "a request to lift the ban": who is asked to end it need not be whose it is.
        asked = any(c.dep == "aux" and c.lower == "to" for c in below_verb)
        return any(
            set(e.companions) <= below and e.signature in _OWN_ACT and "obj" in e.complements and not (e.signature == "end" and asked) and not (e.signature == "cancellation" and self.parse[self.head].lemma in JUDGED) for e in self.status.embeddings.get(("v", lemma), ())
        )

    def _namelike(self, i: int) -> bool:
        token = self.parse[i]
        if i in self.actors.by_head or token.ent in ("GPE", "NORP", "ORG", "PERSON"):
            return True
        return token.dep == "compound" and any(
            token.lemma in self.lexicon.classes.get(c, ()) for c in ("armed", "official", "institution", "civilian", "prisoner")
        )

    def classes_of(self, i: int) -> frozenset[str]:
        """Builtin class names of a filler, from the actor layer, the recogniser's label and the noun classes."""
        token = self.parse[i]
        found = {name for name, labels in _LABELS.items() if token.ent in labels}
        mention = self.actors.by_head.get(i)
        if mention is not None:
            kind = self.actors.by_id[mention.entity].kind
            found |= {"person"} if kind in _PERSON_KINDS else set()
            found |= {"org"} if kind in _ORG_KINDS else set()
            found |= {"state"} if kind == "state" else set()
            sectors = set(self.actors.by_id[mention.entity].sectors)
            # A named minister counts as an official, a named militia as armed, as the nouns of those classes do.
            found |= {"official"} if kind in ("person", "office") and sectors & {"GOV", "LEG", "JUD", "ELI"} else set()
            found |= {"official"} if kind == "person" and not sectors and _leads(self.actors.by_id[mention.entity].name) else set()
            found |= {"armed"} if kind == "armed_group" or sectors & {"MIL", "REB", "PRM", "COP", "UAF"} else set()
            # "a captured cartel commander": of a gang, whatever the noun says.
            found |= {"criminal"} if kind == "criminal_group" or "CRM" in sectors else set()
            found |= {"institution"} if kind in ("institution", "organisation") and sectors & {"GOV", "LEG", "JUD"} else set()
        large = token.ent in ("PERSON", "ORG", "") and token.pos == "PROPN" and largest_town(whole_name(self.parse, i)) >= LARGE
        if mention is None and (large or fought_over(self.parse, i)):
            # "captured Goma": a town that the recogniser takes for a person, and the actor stage did not.
            found = (found - {"person", "org"}) | {"place"}
        if token.pos == "PROPN" and not found & {"place", "state", "person", "org"} and token.ent not in ("DATE", "TIME", "MONEY", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"):
            # A name that nothing lists may be anybody's, unless it is a word of the weather that opens a sentence.
            found |= {"person", "org"} if token.lower not in self.lexicon.classes.get("calamity", ()) else set()
        if token.lemma in self.lexicon.classes.get("polity", ()):
            found |= {"state", "org"}
        if token.pos == "NOUN" and token.lemma in self.lexicon.classes["collective"]:
            found |= {"org"}
        if token.lower in _PERSON_PRONOUNS or token.lower == "others":
            found |= {"person", "org"}
        if token.lower == "those" and any(c.dep == "relcl" or (c.dep == "acl" and c.tag == "VBN") for c in self.parse.children(i)):
            found |= {"person"}  # "freed two of those arrested"
        if token.pos == "NUM":
            found |= {"number", "money"} if token.ent == "MONEY" else {"number"}
            if token.ent != "MONEY" and not any(c.dep == "prep" for c in self.parse.children(i)):
                found |= {"person"}
        return frozenset(found)

    def _matches(self, i: int, constraint: Constraint) -> bool:
        if self._one(i, constraint):
            return True
        # "52 of the workers", "dozens of men": what is counted fills the slot.
        token = self.parse[i]
        counted = token.pos == "NUM" or token.lemma in _COUNTING
        return counted and any(self._one(o, constraint) for o in syntax.prep_objects(self.parse, i, "of"))

    def _one(self, i: int, constraint: Constraint) -> bool:
        token = self.parse[i]
        if "*" in constraint.values or token.lemma in constraint.values or token.lower in constraint.values:
            return True
        if token.pos == "PRON" and (constraint.slot == "subj" or token.dep == "dobj") and (noun := self._meant(i)) is not None:
            i, token = noun, self.parse[noun]
            if token.lemma in constraint.values or token.lower in constraint.values:
                return True
        classes = constraint.classes
        if not classes:
            return False
        own = self.classes_of(i)
        if not own.isdisjoint(classes):
            return True
        phrase = f"{self.parse[i - 1].lemma} {token.lemma}" if i else token.lemma
        return any(token.lemma in (words := self.lexicon.classes.get(c, frozenset())) or token.lower in words or phrase in words for c in classes)

    def _meant(self, pronoun: int) -> int | None:
        if pronoun not in self._nouns:
            self._nouns[pronoun] = meant(self.parse, self.actors, self.head, self.nominal, pronoun)
        return self._nouns[pronoun]

    def holds(self, constraint: Constraint) -> bool:
        """Whether the constraint holds of this frame, or cannot be told: a passive may leave out who acts."""
        return self._filled_by(constraint) != constraint.negated or self.open(constraint)

    def open(self, constraint: Constraint) -> bool:
        """Whether a wanted subject is left unsaid: "two men were shot"."""
        if constraint.slot != "subj" or constraint.negated or constraint.told or self.nominal:
            return False
        return syntax.is_passive(self.parse, self.head) and not self.fill("subj")

    def _filled_by(self, constraint: Constraint) -> bool:
        if constraint.slot == "anywhere":
            return any(i != self.head and self._matches(i, constraint) for i in range(*self._sentence()))
        if constraint.slot == "report":
            return any(i != self.head and self._matches(i, constraint) for i in range(len(self.parse)))
        if constraint.slot == "near":
            around = self._clause() if constraint.negated else range(*self._sentence())
            return any(i != self.head and self._matches(i, constraint) for i in around)
        if constraint.slot == "clause":
            return not self.clauses().isdisjoint(constraint.values)
        return any(self._matches(f.head, constraint) for f in self.fill(constraint.slot))

    def _sentence(self) -> tuple[int, int]:
        sentence = self.parse.sentences[self.parse[self.head].sent]
        return sentence.first, sentence.last

    def _clause(self) -> list[int]:
        """The words of the trigger's own clause: what it and its governing verb take, without the clauses around."""
        p = self.parse
        found: list[int] = []
        todo = [syntax.clause_of(p, self.head) if self.nominal or p[self.head].dep == "amod" else self.head]
        while todo:
            at = todo.pop()
            if at in found:
                continue
            found.append(at)
            todo += [c.i for c in p.children(at) if c.dep not in ("relcl", "ccomp", "parataxis", "advcl") or at == self.head or (c.dep == "ccomp" and c.pos == "ADJ")]
        return found

    def clauses(self) -> frozenset[str]:
        """Kinds of clausal complement: inf | ing | that | wh | bare."""
        p = self.parse
        kinds: set[str] = set()
        for child in p.children(self.head):
            if child.dep in ("xcomp", "ccomp", "acl", "advcl", "relcl"):
                marks = {c.lower for c in p.children(child.i) if c.dep in ("aux", "mark", "advmod")}
                if "to" in marks:
                    kinds.add("inf")
                elif child.tag == "VBG" and child.dep in ("xcomp", "ccomp") and not any(c.dep == "aux" for c in p.children(child.i)):
                    kinds.add("ing")
                elif child.dep == "ccomp" or "that" in marks:
                    kinds |= {"that", "wh"} & ({"wh"} if not marks.isdisjoint({"whether", "how", "why", "if"}) else {"that"})
                else:
                    kinds.add("bare")
            elif child.dep == "prep" and any(g.dep == "pcomp" for g in p.children(child.i)):
                kinds.add("ing")
        kinds |= {"*"} if kinds else set()
        return frozenset(kinds)

    def _prefix(self, word: str) -> int | None:
        """The first part of a hyphenated word that `head` ends ("co" of "co-hosted"), as the parser splits it."""
        p, i = self.parse, self.head
        if i >= 2 and p[i - 1].text == "-" and p[i - 2].lower == word and p[i - 2].end == p[i - 1].start and p[i - 1].end == p[i].start:
            return i - 2
        return i if p[i].lower.startswith(f"{word}-") else None

    def _companions(self) -> tuple[tuple[Token, ...], frozenset[str]]:
        """The tokens that may be companions of the head, and all their forms: worked out once for all the rules of the word."""
        if self._near is None:
            below = tuple(syntax.companions_below(self.parse, self.head, self.nominal))
            self._near = below, frozenset({t.lemma for t in below} | {t.lower for t in below})
        return self._near

    def trigger(self, rule: EventRule, lemma: str) -> tuple[int, ...] | None:
        """The rule's trigger tokens, head first; None where a companion is missing."""
        if not rule.companions:
            return (self.head,) if rule.head == lemma else None
        words = [w for w in (rule.head, *rule.companions) if w != lemma]
        if len(words) == len(rule.companions) + 1:
            return None
        below, forms = self._companions()
        found = [self.head]
        own = frozenset(words)
        for word in words:
            token = None
            if word in forms:
                token = next(
                    (t for t in below if word in (t.lemma, t.lower) and not (t.tag in ("VBD", "VBZ") and t.dep in ("ccomp", "relcl", "advcl")) and (t.dep != "poss" or t.tag in ("NN", "NNP")) and t.i not in found and syntax.owned(self.parse, t.i, self.head, own)), None
                )
            at = token.i if token is not None else self._prefix(word)
            if at is None or (at < found[-1] and self.parse[found[-1]].pos == "ADP" and self.parse[at].dep in ("attr", "nsubj", "advcl", "oprd", "acomp")):
                return None  # "there was no strike on the village": nobody is on strike; "left 44 dead and stalled it for years"
            found.append(at)
        return tuple(dict.fromkeys(found))
