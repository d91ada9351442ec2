"""status, first half: clauses that hang on a noun, and what they make of an event word inside them. A part of `operators`, no stage."""

from __future__ import annotations

from onrecord import syntax
from onrecord.extract.factuality.copulas import Copulas
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_HEARSAY_NOUNS = word_set("hearsay_nouns")
_ANYBODY = word_set("anybody_words")
_STANCES = word_set("reacting_verbs") | word_set("verbs_of_public_stance")
_TEXTS = word_set("legal_texts") | word_set("texts_of_law") | {"order", "resolution", "measure", "amendment"}
_KNOWN_DEEDS = event_lexicon().classes["attack_noun"] | word_set("deeds_to_claim")
_ANSWERING = word_set("verbs_about_deeds") | word_set("verbs_of_answering_for_deeds")
_TOUCHING = frozenset({"with", "about", "of", "over", "on", "to"})
_CAUSING = word_set("verbs_of_leading_to")
_ANNOUNCED = frozenset({"announce", "declare", "sign", "report", "reach", "strike", "seal"})
_DENIALS = word_set("denying_verbs") | word_set("plain_denials") | {"contest"}

_OPERATING, _OPERATIONS = frozenset({"carry", "launch", "conduct", "mount", "stage", "undertake"}), frozenset({"operation", "raid", "mission", "search", "sweep", "manhunt", "ambush"})


class NounClauses(Copulas):
    """What `operators.Walk` asks of a clause below a noun, and of words that take a deed as known."""

    def unanswered(self, trigger: int) -> bool:
        """ "nobody was charged with the murder", "stopped short of condemning the attack", "has not discussed the shelling": the deed is known, what is not done is
        to answer for it or speak of it."""
        p = self.parse
        token = p[trigger]
        if token.pos != "NOUN" or token.lemma.lower() not in _KNOWN_DEEDS or not self.definite(trigger):
            return False
        prep = p.head(trigger) if token.dep == "pobj" else None
        verb = p.head(trigger) if token.dep in ("dobj", "nsubjpass") else p.head(prep.i) if prep is not None and prep.lower in _TOUCHING else None
        if verb is None or verb.pos not in syntax.VERBAL or verb.lemma not in _ANSWERING:
            return False
        own = set(p.subtree(trigger))
        undone = [o for o in self.operators if o.rule.endswith(":negated") or o.rule.startswith("negation:") or o.signature in ("refusal", "avoidance")]
        return bool(undone) and not any(own & set(o.cue) for o in self.operators)

    def of_no_tense(self, at: int, above: Token) -> bool:
        """ "those who beat their own people will answer for it": a form that may be past or present, of whom something is foretold; "would jail anyone
        who attacked": whoever that may be."""
        verb = self.parse[at]
        chain = [above, *self.parse.ancestors(above.i)]
        ahead = any(a.tag == "MD" or (a.lower == "to" and t.tag == "VB") for t in chain for a in syntax.auxiliaries(self.parse, t.i))
        return verb.tag == "VBD" and ahead and (verb.lower == verb.lemma or above.lower in ("anyone", "anybody", "whoever"))

    def noun_clause(self, at: int, above: Token) -> int | None:
        """ "claims that guards beat him", "a report by the panel that it had met": the clause is the noun's content, not a relative."""
        p = self.parse
        if p[at].dep == "acl" and p[at].tag in ("VBN", "VBD") and above.dep == "attr" and self.singled_out(above.i) and self.auxiliaries_unreal(above.head):
            self.add("possible", (above.head,), "singled:modal")  # "could be the second person extradited"
            return None
        if p[at].dep == "acl" and p[at].tag == "VBG" and above.dep == "dobj" and p[above.head].lemma == "show":
            return self.embedded(above.head, frozenset({"ing"}))  # "the pictures do not show soldiers | executing prisoners"
        prep = p.head(above.i)
        holder = p.head(prep.i) if prep is not None and prep.lower == "with" and above.dep in ("pobj", "conj") else None
        if prep is not None and holder is not None and p[at].tag == "VBN" and p[at].dep == "acl" and holder.pos in syntax.VERBAL and p[prep.i - 1].text == ",":
            # "will sail on Friday, with all leave cancelled": as real as the main clause.
            return self.borrow(holder.i)
        if p[at].dep == "relcl" and (self.present(at) or self.of_no_tense(at, above)) and (self.bare_and_ahead(above) or above.lower in _ANYBODY or any(c.dep == "det" and c.lower in ("any", "every") for c in p.children(above.i))):
            # "those who desert can be shot", "any boat that crosses": whoever that may be.
            self.add("condition", (above.i,), "generic:who" if self.present(at) else "generic:whoever")
            return None
        if p[at].dep == "relcl" and above.dep == "attr" and any(c.dep == "nsubj" and c.lower == "it" for c in p.children(above.head)):
            # "Supposedly it was the watchman who let them in": as real as the clause; "it was not the watchman who" says who did not.
            self.modifiers(above.head)
            return above.head
        if p[at].tag == "VBG" and p[at].dep == "acl" and above.dep in ("dobj", "nsubjpass") and above.lemma in _TEXTS and not self.operators:
            # "vetoed a law banning imports"; "failed to adopt a text calling for a truce" calls for none.
            told = bool(self.entries(above.head, frozenset({"obj"})))
            if p[at].lemma not in _STANCES or not told:
                return self.embedded(above.head, frozenset({"obj"})) or self.borrow(above.head)
        if p[at].tag == "VBG" and p[at].dep == "acl" and above.dep == "attr" and any(c.dep == "det" and c.lower == "no" for c in p.children(above.i)):
            self.add("absence", (above.i,), "negation:no")  # "there is no crowd demanding it"
        if p[at].tag == "VBG" and p[at].dep == "acl" and above.dep == "pobj" and prep is not None and prep.lower == "without":
            # "without a single soldier leaving"
            self.add("absence", (prep.i,), "negation:without")
            return None
        being = any(c.lower == "being" and c.dep == "auxpass" for c in p.children(at))
        if (p[at].tag == "VBG" or being) and p[at].dep == "acl" and above.dep == "pobj" and prep is not None and prep.lower in ("of", "about", "at") and not any(t.text == "," for t in p.tokens[above.i : at]):
            # "the danger of rebels retaking the dam", "reports of guards looting": who acts stands before the participle.
            following = self.embedded(prep.head, frozenset({f"prep:{prep.lower}"}))
            if following is not None:
                return following
        if p[at].dep == "relcl" and p[at].lemma in _DENIALS and not any(c.dep in ("dobj", "ccomp") and c.lower not in ("that", "which") for c in p.children(at)):
            return None  # "a claim his family disputes": whose denial it is, and no content of the claim
        marked = any(c.lower == "that" and c.dep in ("mark", "nsubj", "dobj", "advmod") for c in p.children(at))
        subject = any(c.dep in ("nsubj", "nsubjpass") and c.lower != "that" for c in p.children(at))
        # "amid speculation the warlord had signed a truce": the clause lacks nothing, so that it is what the noun says.
        whole = p[at].dep in ("relcl", "acl") and above.lemma in _HEARSAY_NOUNS and subject and (not self._object_gap(at) or syntax.is_passive(p, at))
        if not (marked and subject) and not whole and not (p[at].tag == "VBG" and any(c.dep in ("nsubj", "aux") for c in p.children(at))):
            return None
        noun = above
        for _ in range(3):
            following = self.embedded(noun.i, self.complements(at))
            if following is not None:
                return following
            prep = p.head(noun.i)
            if noun.dep != "pobj" or prep is None or prep.lower not in ("by", "of", "from", "in") or (upper := p.head(prep.i)) is None:
                return None
            noun = upper
        return None

    def bare_and_ahead(self, noun: Token) -> bool:
        """ "will support women who have been assaulted": people of that kind, whom what is to come will concern."""
        p = self.parse
        if noun.tag != "NNS" or any(c.dep in ("det", "poss", "nummod", "amod", "compound") for c in p.children(noun.i)):
            return False
        verb = next((a for a in p.ancestors(noun.i) if a.pos in syntax.VERBAL), None)
        return verb is not None and any(a.tag == "MD" or a.lower == "to" for a in syntax.auxiliaries(p, verb.i))

    def operated(self, verb: Token) -> bool:
        """ "have carried out two operations to arrest the leaders", "launched raids to capture him": what such an operation is for was tried."""
        told = verb.tag in ("VBD", "VBN") and not any(a.tag == "MD" or a.lower == "to" for a in syntax.auxiliaries(self.parse, verb.i))
        return told and verb.lemma in _OPERATING and any(c.dep == "dobj" and c.lemma in _OPERATIONS for c in self.parse.children(verb.i))

    def only_caused(self, at: int, above: Token) -> bool:
        """ "the photograph might have led to his arrest": what may have led to a deed that is somebody's is guessed, and the deed known."""
        p = self.parse
        if above.lemma not in _CAUSING or p[at].dep != "pobj" or not any(c.dep == "poss" for c in p.children(at)):
            return False
        aux = {a.lower for a in syntax.auxiliaries(p, above.i)}
        return bool(aux & {"may", "might", "could", "must"}) and "have" in aux

    def dated_before(self, noun: int) -> bool:
        """ "last month's shoot-out", "yesterday's raid": a noun that says itself that it is past."""
        p = self.parse
        owner = next((c for c in p.children(noun) if c.dep == "poss"), None)
        return owner is not None and (owner.lower == "yesterday" or any(c.lower == "last" for c in p.children(owner.i)))

    def announced(self, noun: int) -> bool:
        """ "a truce recently announced", "the pact signed in May": a participle behind a noun tells that it came about."""
        p = self.parse
        told = next((c for c in p.children(noun) if c.dep == "acl" and c.tag == "VBN" and c.lemma in _ANNOUNCED), None)
        return told is not None and not any(t.tag == "MD" for t in p.children(told.i)) and not any(p[i].lower in ("next", "coming") for i in p.subtree(told.i))

    def known_but_for_why(self, at: int) -> bool:
        """ "investigates whether he was killed for refusing": asked is why, and the killing known."""
        p = self.parse
        if p[at].tag != "VBN" or not any(c.dep == "auxpass" and c.lower in ("was", "were") for c in p.children(at)) or self.negated(at):
            return False
        gerund = any(c.dep == "prep" and c.lower == "for" and any(g.dep == "pcomp" for g in p.children(c.i)) for c in p.children(at))
        because = any(c.dep == "prep" and c.lower == "because" for c in p.children(at)) or any(m.lower == "because" for c in p.children(at) if c.dep == "advcl" for m in p.children(c.i))
        revenge = any(c.dep == "prep" and c.lower == "in" and any(g.lemma.lower() in ("revenge", "retaliation", "reprisal", "connection") for g in p.children(c.i)) for c in p.children(at))
        return gerund or because or revenge

    def held_due(self, noun: Token) -> bool:
        """ "It is time to attack", "this is not the moment to resign": what somebody thinks is to be done, or left undone, now."""
        return noun.lemma in ("time", "moment", "hour") and noun.dep == "attr" and self.parse[noun.head].lemma == "be"
