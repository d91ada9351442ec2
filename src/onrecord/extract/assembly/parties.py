"""events, second half, parties: whom an act concerns where its frame names nobody, read from the words around it.

Everything found here is said to be inferred. Order matters: the act inside a speech act, whoever the complement is about, whoever owns or
made the thing acted upon, then the prepositions of address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.assembly.asides import aside, moved, told_beside
from onrecord.extract.assembly.punished import punished_for
from onrecord.extract.phrases.makers import makers, unmakes
from onrecord.extract.phrases.placing import land_of_town
from onrecord.extract.phrases.standing import answered_deed
from onrecord.extract.phrases.whereabouts import land_of_deed, maybe_invaded, of_a_land, only_said_of, sanctioned_land
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
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
    "ASSAULT": ("against", "to", "with", "on", "of", "for", "toward", "towards"),  # "attacked from Chad" tells where they came from
    "REJECT": ("by", "from", "with", "on", "against"),
}
_ANY = ("against", "to", "with", "on", "from", "of", "for", "toward", "towards")
_OWNING, _FILING = frozenset({"poss", "amod", "compound", "nmod"}), frozenset({"file", "lodge", "register", "submit"})
_OWNER_PREPS = ("of", "by", "from", "with", "against", "for", "to", "on", "between")
_CLAUSES, _TELLING = frozenset({"ccomp", "xcomp", "acl", "advcl", "pcomp"}), frozenset({"tell", "address"})
# Answers to what somebody else put forward: "rejected a US offer", "welcomed the bloc's plan".
_ANSWERING, _NEVER = frozenset({"REJECT", "SUPPORT", "CONCEDE"}), frozenset({"unknown"})
# What speaks in somebody's stead: "the ministry issued a statement condemning".
_UTTERANCES = word_set("utterances")
# Verbs whose subject has somebody else do the act: "let the exiles return".
_CAUSATIVE = word_set("causative_verbs")
# Things that a country's adjective describes without making the country a party: "the Danish language".
_UNOWNED = word_set("unowned_nouns")
# "was tortured in police custody"
_CUSTODY = word_set("custody_nouns")
# "fell to police bullets", "hurt in the army shelling"
_VOLLEYS = word_set("volleys") | word_set("volley_weapons")
_OWNED_UP = frozenset({"responsibility", "credit"})
_ISSUING = frozenset({"issue", "post", "publish", "release", "make"})
_CLAIMING = frozenset({"claim", "take", "accept", "assume", "admit", "acknowledge"})
_NO_ONE = word_set("negative_subjects")
_DOING = word_set("doing_participles")
# Craft and arms, which act for whoever owns them.
_MEANS = event_lexicon().classes["vehicle"] | event_lexicon().classes["weapon"]
_FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_PARTIES = frozenset({"organisation", "institution", "state", "armed_group", "criminal_group"})
_ABOUT_DEEDS = frozenset({"ACCUSE", "REQUEST"})
_EXPELLING = frozenset({"expel", "deport"})


@dataclass(frozen=True, slots=True)
class Inferred:
    """A party found outside the act's own frame, and the rule that found it."""

    mention: ActorMention
    rule: str


@dataclass(frozen=True, slots=True)
class Parties:
    """Infers parties within one parse; `inner` maps a speech act's head to the acts that are its content."""

    parse: Parse
    actors: ActorLayer
    by_head: Mapping[int, Candidate]
    inner: Mapping[int, tuple[Candidate, ...]]

    def recipients(self, candidate: Candidate, taken: set[str]) -> list[Inferred]:
        """Those an act concerns, none of `taken`; empty where the words tell nobody."""
        own = {i for a in candidate.actors for i in self.parse.subtree(a.head) if i < candidate.head or candidate.nominal}
        if any(self.parse[t].lemma in _FILING for t in candidate.trigger):
            # "filed a complaint with the prosecutor": who takes it down
            own |= {h for at in candidate.trigger for prep in ("with", "to") for o in syntax.prep_objects(self.parse, at, prep) for h in syntax.conjuncts(self.parse, o)}
        own |= (victims := self.befallen(candidate)) | {c.i for h in victims for c in self.parse.children(h) if c.dep == "poss"}  # "the kidnapping of a lawyer's son"
        for rule, way in self._ways(candidate, taken):
            # What stands inside the actor's own phrase ("NATO member Norway", "the Palestinian leader") is not the other party.
            found = [m for m in way if m.head not in own]
            if found:
                return [Inferred(m, rule) for m in found]
        return []

    def befallen(self, candidate: Candidate) -> frozenset[int]:
        """ "condemned the killing of nine farmers", "demanded the release of the sailors": whom the deed or the wish befalls is not whom the words are said to."""
        p = self.parse
        if candidate.type == "THREATEN":
            below = {i for t in candidate.trigger for i in p.subtree(t)}
            avenged = [d for h, d in self.by_head.items() if h in below and d.nominal and (answered_deed(p, h) or (p[h].dep == "dobj" and p[p[h].head].lemma == "avenge"))]
            return frozenset(h for d in avenged for a in d.recipients for h in syntax.conjuncts(p, a.head))
        if candidate.type not in _ABOUT_DEEDS:
            return frozenset()
        objects = [c.i for t in candidate.trigger for c in p.children(t) if c.dep in ("dobj", "nsubjpass")]
        objects += [o for t in candidate.trigger for c in p.children(t) if c.dep == "prep" and c.lower in ("for", "of", "over", "about", "into") for o in syntax.prep_objects(p, t, c.lower)]
        deeds = [self.by_head[h] for o in objects for h in syntax.conjuncts(p, o) if h in self.by_head and h not in candidate.trigger]
        # "called for an inquiry into the killing of nine farmers": of a deed further down, too.
        deeds += [d for e in deeds for i in p.subtree(e.head) if (d := self.by_head.get(i)) is not None and d is not e and d.nominal and d.type == "ASSAULT"]
        return frozenset(h for d in deeds if d.nominal or candidate.type == "ACCUSE" for a in d.recipients for h in syntax.conjuncts(p, a.head))

    def agents(self, candidate: Candidate, outer: int | None, taken: set[str]) -> list[Inferred]:
        """Who does an act whose frame names nobody: owners of what acts, the one who has it done, the state that expels, speakers of their own act."""
        ways: list[tuple[str, list[ActorMention]]] = [
            ("owner of the craft", [m for a in candidate.actors if self.parse[a.head].lemma in _MEANS for m in self.owners(a.head, taken) if self.parse[m.head].head == a.head][:1]),
            ("owner of the actor slot", [m for a in candidate.actors if not self._deed(a.head) for m in self.owners(a.head, taken)]),
            ("owner of its means", [m for a in candidate.actors for m in self._own_means(a.head, taken)] if candidate.type in _FORCEFUL else []),
        ]
        if self.parse[candidate.head].dep == "pcomp" and not candidate.nominal:
            ways.append(("who claims it", self._claimants(candidate.head, taken)))  # "claimed responsibility for burning it"
        if candidate.nominal:
            ways.append(("who claims it", self._claimants(candidate.head, taken)))
            ways.append(("who is behind it", self._behind(candidate, taken)))
            ways.append(("who is punished for it", self._told(punished_for(self.parse, candidate, self.by_head), taken)))
        if not candidate.nominal:
            ways.append(("causer", self._causers(candidate.head, taken)))
            ways.append(("state left by force", self._expellers(candidate, taken)))
        if candidate.type == "ASSAULT":
            below = self.parse.subtree(candidate.head)
            ways.append(("custody of", [m for i in below if self.parse[i].lemma in _CUSTODY for m in self.owners(i, taken)]))
            shots = [o for prep in ("in", "to", "by", "from") for o in syntax.prep_objects(self.parse, candidate.head, prep)]
            ways.append(("whose volley", [m for i in shots if self.parse[i].lemma in _VOLLEYS for m in self.owners(i, taken)]))
        # "vetoed a resolution condemning the raid": who vetoes it condemns none.
        speech = self.by_head.get(outer) if outer is not None else None
        refused = speech is not None and speech.type == "REJECT"
        vetoed = refused and self.parse[candidate.head].dep == "acl" and self.parse[candidate.head].tag == "VBG"
        averted = self.parse[self.parse[syntax.first_conjunct(self.parse, candidate.head)].head].lower in ("from", "against") and speech is not None and speech.type == "REQUEST"  # "asked the army for protection from raids"
        if outer is not None and not averted and not vetoed and not answered_deed(self.parse, candidate.head):
            ways.append(("blamed for it" if self.parse[outer].lemma == "blame" else "party of the speech act", [m for m in self.doers(candidate, outer) if m.entity not in taken]))
        return next(([Inferred(m, rule) for m in found] for rule, found in ways if found), [])

    def _claimants(self, noun: int, taken: set[str]) -> list[ActorMention]:
        """ "claimed responsibility for the attack", "claimed the raid": by his own word it was his."""
        p = self.parse
        if owned := [a for c in p.children(noun) if c.dep in ("relcl", "acl") and c.lemma == "claim" and not any(g.dep == "neg" for g in p.children(c.i)) for a in (syntax.agents(p, c.i) or [f.head for f in syntax.logical_subject(p, c.i) if c.dep == "relcl"])]:
            return [] if any(c.lower in _NO_ONE for a in owned for c in (p[a], *p.children(a))) else self._told(owned, taken)  # "the attacks, which were claimed by the front"
        first = syntax.first_conjunct(p, noun)
        prep = p.head(first)
        above = p.head(prep.i) if prep is not None and prep.lower == "for" else None
        if above is not None and above.lemma in _OWNED_UP and (owners := self._owners_of_claim(above)):
            return self._told(owners, taken)
        verb = p.head(above.i) if above is not None and above.lemma in _OWNED_UP and above.dep in ("dobj", "nsubjpass") else above
        if prep is not None and prep.lower == "to" and (by := p.head(prep.i)) is not None and by.lemma in ("confess", "admit") and by.pos in syntax.VERBAL:
            verb = by  # "confessed to the killing"
        elif verb is None or verb.lemma not in _CLAIMING or not any(t.lemma in _OWNED_UP for t in p.children(verb.i)):
            own = any(p[k].tag == "PRP$" for k in p.subtree(first))  # "claimed an attack on his shop" tells of a loss
            verb = prep if prep is not None and prep.lemma == "claim" and prep.pos in syntax.VERBAL and p[first].dep in ("dobj", "nsubjpass") and not own else None
        if verb is None or any(c.dep == "neg" for c in p.children(verb.i)):
            return []
        subjects = [f.head for f in syntax.logical_subject(p, verb.i)]
        return [] if any(p[s].lower in _NO_ONE or any(c.lower in _NO_ONE for c in p.children(s)) for s in subjects) else self._told(subjects, taken)

    def _owners_of_claim(self, owned: Token) -> list[int]:
        """ "JNIM's claim of responsibility for the attack", "a claim of responsibility for it by JNIM", "JNIM issued a claim of responsibility for it"."""
        p = self.parse
        of = p.head(owned.i)
        claim = p.head(of.i) if of is not None and of.lower == "of" and owned.dep == "pobj" else None
        if claim is None or claim.lemma != "claim" or claim.pos != "NOUN":
            return []
        own = [c.i for c in p.children(claim.i) if c.dep == "poss"] + syntax.prep_objects(p, claim.i, "by") + syntax.prep_objects(p, claim.i, "from")
        verb = p.head(claim.i)
        if not own and verb is not None and claim.dep == "dobj" and verb.lemma in _ISSUING and not any(c.dep == "neg" for c in p.children(verb.i)):
            own = [f.head for f in syntax.logical_subject(p, verb.i)]
        return [h for o in own for h in syntax.conjuncts(p, o)]

    def _behind(self, candidate: Candidate, taken: set[str]) -> list[ActorMention]:
        """ "said it was behind the attack", "is responsible for the kidnapping": whose deed the clause says it is; not where that is denied, asked or only thought of."""
        p = self.parse
        prep = p.head(syntax.first_conjunct(p, candidate.head))
        above = p.head(prep.i) if prep is not None and prep.lower in ("behind", "for") and candidate.type in _FORCEFUL else None
        if above is None or prep is None or (prep.lower == "for" and above.lemma != "responsible"):
            return []
        verb = above if above.lemma == "be" else p.head(above.i)
        if verb is None or verb.lemma != "be" or any(c.dep == "neg" or c.tag == "MD" or c.lower in ("whether", "if", "who") for c in p.children(verb.i)):
            return []
        return self._told([f.head for f in syntax.surface_subject(p, verb.i)], taken)

    def _told(self, heads: Iterable[int], taken: set[str]) -> list[ActorMention]:
        """Mentions at those heads that stand for somebody, groups and pronouns included."""
        found = [self.actors.by_head.get(h) for h in heads]
        return [m for m in found if m is not None and m.entity not in taken and self.actors.by_id[m.entity].kind not in _NEVER]

    def _own_means(self, head: int, taken: set[str]) -> list[ActorMention]:
        """ "said its aircraft had hit the depot": whose craft or arms a possessive pronoun says they are, where the pronoun stands for a known party."""
        if self.parse[head].lemma not in _MEANS:
            return []
        p = self.parse
        own = [c.i for c in p.children(head) if c.dep == "poss" and c.lower in ("its", "their", "our")]
        if not own:
            return []
        verb = syntax.clause_of(p, head)
        above = p.head(verb)
        # Where the pronoun stands for nobody that is known, it is the speaker's: "the command said its aircraft had hit".
        spoken = [f.head for f in syntax.surface_subject(p, above.i)] if above is not None and p[verb].dep == "ccomp" and above.lemma in word_set("verbs_of_saying") else []
        mine = (self.actors.by_head.get(i) for i in (*own, *spoken))
        known = [m for m in mine if m is not None and m.entity not in taken and self.actors.by_id[m.entity].kind in _PARTIES]
        return known[:1]

    def _causers(self, verb: int, taken: set[str]) -> list[ActorMention]:
        """ "Oslo let the exiles return": who has the act done."""
        p = self.parse
        above = p.head(verb)
        if above is not None and p[verb].dep in ("acl", "relcl", "advcl") and any(c.dep == "aux" and c.lower == "to" for c in p.children(verb)):
            # "allow refugees who fled to return": the parser hangs the infinitive on a noun.
            above = next((a for a in p.ancestors(verb) if a.pos in syntax.VERBAL and a.lemma in _CAUSATIVE), None)
        elif p[verb].dep not in ("ccomp", "xcomp"):
            return []
        if above is None or above.lemma not in _CAUSATIVE or syntax.is_passive(p, above.i):
            return []
        outer = self.by_head.get(above.i)
        if outer is not None and outer.type == "REQUEST":
            # Who is ordered to do something does it himself.
            return []
        return self._known((f.head for f in syntax.surface_subject(p, above.i)), taken)

    def _expellers(self, candidate: Candidate, taken: set[str]) -> list[ActorMention]:
        """ "was deported from Norway": the state that somebody must leave does it where nobody else is said to."""
        if not _EXPELLING.intersection(candidate.modes) or not syntax.is_passive(self.parse, candidate.head):
            return []
        return [m for m in self._known(syntax.prep_objects(self.parse, candidate.head, "from"), taken) if self.actors.by_id[m.entity].kind == "state"]

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
        # "demanded the arrest of two guards and the dismissal of the chief": the guards dismiss nobody.
        victims |= {i for act in self.inner.get(outer, ()) if act.nominal and act.head != candidate.head for i in self.parse.subtree(act.head) if i != act.head}
        return self._known((a.head for a in side if a.head not in victims), set())

    def owners(self, head: int, taken: set[str]) -> list[ActorMention]:
        """Actors that own or make the thing that `head` names: "Israeli tanks", "the shops of migrants", "a plan by the bloc"."""
        p = self.parse
        near = [c.i for c in p.children(head) if c.dep in _OWNING and not only_said_of(p, c.i) and not maybe_invaded(p, head, c.i) and not of_a_land(p, head, c.i)]
        near += [w for n in near if p[n].tag == "VBN" and p[n].lower in _DOING for w in (c.i for c in p.children(n)) if w == n - 2]  # "a US-led raid"
        if head not in self.by_head and (by := self._known((h for o in syntax.prep_objects(p, head, "by") for h in syntax.conjuncts(p, o)), taken)):
            return by  # "the judge's dismissal by the president": who did it, not whom it befell
        found = self._known((i for n in near for i in (n, *(g.i for g in p.children(n) if g.dep in _OWNING or g.dep == "conj"))), taken)
        if found:
            return found
        for prep in _OWNER_PREPS:
            if prep == "of" and p[head].lemma in word_set("sites_of_towns"):
                continue  # "bombed the airport of X": where it is
            found = self._known((h for o in syntax.prep_objects(p, head, prep) for h in syntax.conjuncts(p, o)), taken)
            if found:
                return found
        found = self._known(makers(p, head, ("acl",)), taken)
        if found:
            # "a mine laid by rebels"
            return found
        for prep in ("of", "from"):
            # "the people of the Chadian town of X"
            below = (c.i for o in syntax.prep_objects(p, head, prep) if o not in self.by_head for c in p.children(o) if c.dep in _OWNING)
            found = self._known(below, taken)
            if found:
                return found
        return self._utterers(head, taken)

    def _utterers(self, head: int, taken: set[str]) -> list[ActorMention]:
        """Who made the statement or the law that `head` names: the subject of the verb that it is object of or stands behind ("said in a statement")."""
        p = self.parse
        if p[head].lemma not in _UTTERANCES:
            return []
        verb = syntax.governing_verb(p, head)
        if verb is None and p[head].dep == "pobj" and (prep := p.head(head)) is not None and prep.lower in ("in", "by", "with"):
            above = p.head(prep.i)
            verb = above.i if above is not None and above.pos in syntax.VERBAL else None
        if verb is None or p[verb].lemma in word_set("verbs_of_stance"):
            return []
        return self._known((f.head for f in syntax.logical_subject(p, verb)), taken)

    def _ways(self, candidate: Candidate, taken: set[str]) -> Iterator[tuple[str, list[ActorMention]]]:
        p = self.parse
        speech = candidate.type in _SPEECH
        if candidate.type in _FORCEFUL and candidate.nominal and not candidate.recipients:
            yield "whom it made suffer", self._sufferers(candidate.head, taken)
        if candidate.type == "SANCTION" and candidate.nominal and (land := sanctioned_land(p, candidate.head)) is not None:
            yield "whom it is called after", self._known([land], taken)
        if candidate.type == "ACCUSE" and candidate.nominal:
            yield "who is under it", self._under(candidate.head, taken)
        if candidate.type in _ANSWERING:
            yield "owner of the recipient slot", [m for a in candidate.recipients for m in self.owners(a.head, taken)]
        if speech:
            yield "subject of the complement", self._complement_subject(candidate, taken) if candidate.type in _INNER_ACTORS_FIRST else []
            yield "party of the act inside", self._of_content(candidate, taken)
        counted = any(p[a.head].pos == "NUM" or (candidate.type == "ACCUSE" and p[a.head].lemma in word_set("remains_of_people")) for a in candidate.recipients)  # "kill 11 in attack on Nigerian village": they are whom it befell
        yield "owner of the recipient slot", [m for a in candidate.recipients if not counted and not self._somebodys(candidate, a.head) for m in self.owners(a.head, taken)]
        if candidate.type == "ASSAULT" and "crowd-control" in candidate.modes:
            yield "whom its aim befalls", self._aimed_at(candidate, taken)
        preps = _ADDRESS.get(candidate.type, _ANY)
        # "attacked the town with 50 men": those with whom one does it; "closed its borders with Chad" is against Chad.
        own_men = not candidate.nominal and candidate.type in ("ASSAULT", "COERCE")
        heads = self._heads(candidate)
        preps += ("from",) if candidate.type == "ASSAULT" and any(p[t].lemma in word_set("verbs_of_taking_ground") for t in candidate.trigger) else ()  # "recaptured the airport from the militia"
        for prep in preps:
            there = self._known((h for at in heads for o in syntax.prep_objects(p, at, prep) for h in syntax.conjuncts(p, o)), taken)
            yield f"preposition:{prep}", [m for m in there if prep != "with" or not own_men or self.actors.by_id[m.entity].kind == "state"]
        for prep in preps:
            if prep == "with" and own_men:
                continue
            found = [m for at in heads for o in syntax.prep_objects(p, at, prep) if o not in self.by_head and (candidate.type != "PROTEST" or p[o].lemma not in word_set("what_befalls_somebody")) and p[o].lemma not in word_set("whose_will") and p[o].dep != "pcomp" for m in self.owners(o, taken)]
            yield f"owner behind preposition:{prep}", found
        plotted = candidate.type == "ACCUSE" and candidate.nominal and any(p[o].dep == "pcomp" for o in syntax.prep_objects(p, candidate.head, "of"))  # "charges of plotting against the king"
        mutual = any(t.lower == "other" and p[t.i - 1].lower == "each" and t.head in heads for t in p.sentence_tokens(p[candidate.head].sent))  # "accused each other of hitting two vessels"
        agreed = candidate.type == "AGREE" and any(o in self.actors.by_head for at in heads for o in syntax.prep_objects(p, at, "with"))  # "a deal with the premier to look into police killings"
        yield "named in the complement", self._complement_party(candidate, taken) if candidate.type in ("PROTEST", *_SPEECH) and not (plotted or mutual or agreed) else []

    def _sufferers(self, deed: int, taken: set[str]) -> list[ActorMention]:
        """ "victims of torture", "survivors of the massacre", "bombing victims": whom the deed befell."""
        p = self.parse
        first = syntax.first_conjunct(p, deed)
        prep = p.head(first)
        above = syntax.modified(p, deed) or (p.head(prep.i) if prep is not None and prep.lower == "of" and p[first].dep == "pobj" else None)
        if above is not None and above.lemma in word_set("who_suffered"):
            # "The cook was among the victims of the attack": the subject, where the clause counts somebody among them.
            among = p.head(above.i) if p[above.i].dep == "pobj" and p[p[above.i].head].lower == "among" else None
            verb = p.head(among.i) if among is not None else None
            counted = [h for f in syntax.surface_subject(p, verb.i) for h in syntax.conjuncts(p, f.head)] if verb is not None and verb.lemma == "be" else []
            return self._told(counted, taken) or self._told([above.i], taken)
        if prep is not None and prep.lower == "to" and p[first].dep == "pobj" and (verb := p.head(prep.i)) is not None and verb.lemma == "subject" and verb.pos in syntax.VERBAL:
            return self._told([h for f in syntax.logical_object(p, verb.i) for h in syntax.conjuncts(p, f.head)], taken)  # "were subjected to beatings"
        if p[first].dep == "dobj" and (verb := p.head(first)) is not None and verb.lemma in word_set("verbs_of_undergoing"):
            return self._told([h for f in syntax.surface_subject(p, verb.i) for h in syntax.conjuncts(p, f.head)], taken)  # "endured torture"
        return []

    def _deed(self, i: int) -> bool:
        """Whether a word is one of those for a deed: what stands behind it ("air strikes on the camp") is no owner."""
        return i in self.by_head or any(i in c.trigger for c in self.by_head.values())

    def _somebodys(self, candidate: Candidate, noun: int) -> bool:
        """ "tortured the lawyer's client": what befell somebody did not befall whose he is."""
        if candidate.type in ("PROTEST", "ACCUSE") and self.parse[noun].lemma in word_set("what_befalls_somebody"):
            # "the mayor's murder sparked protests", "the boy's flogging was condemned"; "the army's beating of the boys" and a deed by somebody are his.
            below = self.parse.children(noun)
            return any(c.dep == "poss" or c.lower == "of" for c in below) and (candidate.type == "PROTEST" or not any(c.lower in ("of", "by") for c in below))
        human = self.parse[noun].lemma in event_lexicon().classes["human"] or self.parse[noun].lemma in event_lexicon().classes["folk"]
        return candidate.type in ("ASSAULT", "COERCE", "SANCTION") and human and any(c.dep == "poss" for c in self.parse.children(noun))

    def _befallen(self, candidate: Candidate, noun: int) -> bool:
        """ "protested against the killing of a teacher": whom the deed befell is not whom the protest is against."""
        above = self.parse.head(noun)
        deed = self.parse.head(above.i) if above is not None and above.lower == "of" and self.parse[noun].dep == "pobj" else None
        return candidate.type == "PROTEST" and deed is not None and deed.lemma in word_set("what_befalls_somebody")

    def _under(self, noun: int, taken: set[str]) -> list[ActorMention]:
        """ "is on trial for killing a judge", "was held on suspicion of murder": who is."""
        p = self.parse
        prep = p.head(noun)
        verb = p.head(prep.i) if prep is not None and prep.lower in ("on", "under") and p[noun].dep == "pobj" else None
        if verb is None or verb.pos not in syntax.VERBAL:
            return []
        found = syntax.logical_object(p, verb.i) or syntax.surface_subject(p, verb.i)
        return self._told([h for f in found for h in syntax.conjuncts(p, f.head)], taken)

    def _aimed_at(self, candidate: Candidate, taken: set[str]) -> list[ActorMention]:
        """ "used tear gas to disperse the marchers": whom the purpose clause takes."""
        p = self.parse
        aims = [c.i for at in self._heads(candidate) for c in p.children(at) if c.dep in ("advcl", "xcomp", "acl") and c.tag == "VB" and any(g.lower == "to" and g.dep == "aux" for g in p.children(c.i))]
        return self._known((f.head for at in aims for f in syntax.logical_object(p, at)), taken)

    def _heads(self, candidate: Candidate) -> list[int]:
        """The trigger and, of an event noun, the verb that governs it."""
        heads = list(candidate.trigger)
        verb = syntax.governing_verb(self.parse, candidate.head) if candidate.nominal else None
        if verb is not None and self.parse[verb].lemma in word_set("verbs_of_ties") | _TELLING:
            verb = None  # "the killing was linked to the gang", "told a rally that the opposition would be punished"
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
            sides = [act.actors, act.recipients] if candidate.type in _INNER_ACTORS_FIRST else [act.recipients, act.actors]
            if candidate.type == "THREATEN":
                sides = [act.recipients]  # who would do it is on the side of who threatens
            elif candidate.type == "ACCUSE":
                sides = [act.actors]  # "a trial for the killing of a judge": not of the judge
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
        """The first party named inside the act's own complement clauses and objects, with those coordinated; one whose country is told before others."""
        p = self.parse
        if p[candidate.head].lemma == "accuse" and any(c.dep == "dobj" and c.pos in ("NOUN", "PROPN") and c.i not in self.by_head for c in p.children(candidate.head)):
            return []  # "accused the West of arming Ukraine": whom is told, though not as one who is known
        for at in self._heads(candidate):
            for child in p.children(at):
                if child.lower in syntax.OF_THEIR_OWN or (candidate.type == "PROTEST" and ((child.tag == "VBN" and unmakes(p, child)) or child.lemma == "leave" or child.lower in ("through", "across", "around"))):
                    continue  # "a march banned by the police", "walked out, leaving inmates in their cells"
                if child.i > candidate.head and (child.dep in _CLAUSES or child.dep in ("dobj", "prep", "dative")):
                    doers = {f.head for f in syntax.logical_subject(p, child.i)} if candidate.type == "THREATEN" and child.dep == "ccomp" else set()
                    if candidate.type == "CONCEDE":  # "apologised for the raid in which soldiers killed a family"
                        doers = {f.head for i in p.subtree(child.i) if p[i].dep == "relcl" for f in syntax.logical_subject(p, i)}
                    inside = self._known((i for i in p.subtree(child.i) if i not in doers and i not in candidate.trigger and not self._befallen(candidate, i) and not told_beside(p, i, child.i) and not aside(p, self.by_head, p[i], at) and not moved(p, self.by_head, p[i]) and not land_of_town(p, i) and not land_of_deed(p, i)), taken)
                    first = next((m for m in inside if self.actors.by_id[m.entity].countries), inside[0] if inside else None)
                    if first is not None:
                        return self._known(syntax.conjuncts(p, first.head), taken)
        return []

    def _known(self, heads: Iterable[int], taken: set[str]) -> list[ActorMention]:
        """Mentions at those heads that name somebody: not the act's own parties, no name of unknown kind, no bare pronoun."""
        found: list[ActorMention] = []
        for head in heads:
            mention = self.actors.by_head.get(head)
            if mention is None or mention.entity in taken or mention.kind == "pronoun" or any(m.entity == mention.entity for m in found):
                continue
            if self.parse[head].dep in _OWNING and self.parse[head].pos == "ADJ" and self.parse[self.parse[head].head].lemma in _UNOWNED:
                continue
            entity = self.actors.by_id[mention.entity]
            named = mention.kind == "name" or entity.kind == "person"
            if entity.kind in _NEVER or (not entity.countries and not entity.sectors and not named):
                continue
            found.append(mention)
        return found
