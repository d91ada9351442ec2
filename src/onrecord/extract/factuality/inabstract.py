"""status, first half: deeds of which the words speak without telling of one: gerunds as subjects, any of a kind, what one will answer; and what those who march do
in marching. A part of `operators`, no stage."""

from __future__ import annotations

from onrecord import syntax
from onrecord.extract.factuality.nounclauses import NounClauses
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_COPULAR = word_set("copular_verbs")
_PROTESTING, _VOICED = word_set("verbs_of_protesting"), word_set("verbs_voiced_in_protest")
_ANSWERING = word_set("answering_verbs")
_TO_COME = frozenset({"further", "future", "more", "new", "renewed", "possible"})
# "military operations will not bring peace", "air strikes would not end it": of what sort of deed one speaks.
_SORTS = word_set("sorts_of_force")
_DRAFTS = frozenset({"bill", "draft", "proposal", "amendment", "motion"})
_TEXTS = word_set("legal_texts") | word_set("texts_of_law") | {"resolution", "order", "measure", "rule"}
_PLAIN = frozenset({"factual", "report", "background"})


class InAbstract(NounClauses):
    """What `operators.Walk` asks of deeds that are only spoken of."""

    def in_the_abstract(self, at: int, above: Token) -> bool:
        """ "Arresting me will not stop the strike", "To bomb a school is a crime": a deed that is spoken of for what it does or is, whether it is ever done; "was a crime"
        tells of one, and "will take days", "is our aim" of what is planned."""
        p = self.parse
        if p[at].dep not in ("csubj", "csubjpass") or not (p[at].tag == "VBG" or self.infinitive(at)) or any(c.dep in ("nsubj", "nsubjpass", "poss") for c in p.children(at)):
            return False
        aux = syntax.auxiliaries(p, above.i)
        if any(a.tag == "VBD" or a.lemma == "have" for a in aux) or (above.tag in ("VBD", "VBN") and not aux):
            return False
        below = [c for c in p.children(above.i) if c.dep in ("attr", "acomp") and c.i > above.i]
        told = above.lemma in _COPULAR and any(self.entries(c.i, frozenset({"subj", "inf", "prep:of"})) and c.lemma not in word_set("judgements_of_deeds") for c in below)
        if told or above.lemma in word_set("verbs_of_a_course") or any(e.signature in ("begin", "continue", "intention", "proposal") for e in self.entries(above.i, frozenset({"subj"}))):
            return False
        self.add("condition", (above.i,), "subject:in the abstract")
        return True

    def voiced(self, at: int, above: Token) -> bool:
        """ "gathered to denounce the raid", "blocked the road to protest against the tax": who marches or blocks to say something says it in doing so. So does
        who "phoned the king to thank him"."""
        lemma = self.parse[at].lemma
        below = [c for c in self.parse.children(above.i) if c.dep == "dobj"] + [o for c in self.parse.children(above.i) if c.dep == "prep" for o in self.parse.children(c.i)]
        written = above.lemma in word_set("verbs_of_getting_in_touch")
        thanks = written and (lemma in word_set("verbs_of_thanks") or (above.lemma != "call" and lemma in _VOICED))
        # "shut their shops to protest" against "decided to protest", "asked the crowd at the rally to condemn it"
        aired = not any(e.signature not in ("factual", "report") for e in self.entries(above.i, frozenset({"inf"})))
        aired = aired and (lemma == "protest" or any(self._protest(c) for c in below) or self._by_doing(lemma, above, below))
        if not thanks and (lemma not in _VOICED or not (above.lemma in _PROTESTING or aired)):
            return False
        if not thanks and (above.lemma == "call" or any(e.signature not in ("factual", "report") for e in self.entries(above.i, frozenset({"obj"})))):
            return False  # "plan a march to protest against the tax"
        if above.tag not in ("VBD", "VBZ", "VBP", "VBN") or not self.infinitive(at):
            return False
        self.add("factual", (above.i,), "voiced in protest")
        return True

    def _by_doing(self, lemma: str, above: Token, below: list[Token]) -> bool:
        """ "parked their lorries across the road to demand his resignation", "lit candles to condemn the murder"; who flies to Paris to demand it may yet be refused."""
        plain = lemma in word_set("verbs_of_airing_anger") and above.pos == "VERB" and above.lemma not in word_set("verbs_before_saying")
        passive = any(a.dep == "auxpass" for a in self.parse.children(above.i))
        going = above.lemma in word_set("words_of_moving") and not any(c.dep == "dobj" for c in below)
        return plain and not passive and not going

    def voiced_by_act(self, at: int, noun: Token) -> bool:
        """ "took part in a sit-in to demand unpaid wages": what a protest says is as real as the protest."""
        p = self.parse
        if self.operators or not self._protest(noun) or p[at].lemma not in _VOICED or not self.infinitive(at):
            return False
        self.add("factual", (noun.i,), "voiced in protest")
        return True

    def _protest(self, noun: Token) -> bool:
        return noun.lemma.lower() in word_set("what_protesters_do") or (noun.lower == "in" and self.parse[max(noun.i - 2, 0)].lower in ("sit", "die", "teach"))

    def answered(self, at: int, verb: Token) -> bool:
        """ "vowed to respond to any further shelling", "we will answer every attack": the deed is the other side's, and whether it comes is open; "vowed to avenge the
        killing" takes it as known."""
        p = self.parse
        if self.operators or p[at].pos not in ("NOUN", "PROPN") or verb.lemma not in _ANSWERING or not (self.ahead(verb.i) or self.infinitive(verb.i)):
            return False
        own = [c for c in p.children(at) if c.i < at]
        anyone = any(c.dep == "det" and c.lower in ("any", "every", "a", "an", "another", "each") for c in own)
        if not anyone and not any(c.lower in _TO_COME for c in own) and self.definite(at):
            self.settled = True
            return True
        if anyone or p[at].tag == "NNS":
            self.add("condition", (verb.i,), "subject:answered")
            return True
        return False

    def outlasts(self, at: int, known: int) -> bool:
        """ "will not stop the strike", "will not end the siege": what is said not to end is going on, or in force; what is to come is only its end."""
        ending = self.operators[known:]
        kept = bool(ending) and ending[0].signature == "continue" and ending[0].rule.endswith(":negated") and any(o.signature in ("future", "intention", "possible", "proposal", "wish") for o in ending[1:])
        if not kept or not self.definite(at) or known:
            return False
        if self.parse[at].lemma in word_set("standing_measures"):
            self.operators, self.settled = [], True
        del self.operators[1:]
        return True

    def in_force(self, noun: int, verb: Token) -> bool:
        """ "The agreement had not yet come into force": there is one, whatever its day."""
        p = self.parse
        into = (c for c in p.children(verb.i) if c.dep == "prep" and c.lower == "into")
        return p[noun].lemma.lower() in word_set("accord_nouns") and self.definite(noun) and any(o.lower in ("force", "effect") for c in into for o in p.children(c.i))

    def kind_of_deed(self, at: int, verb: Token) -> bool:
        """ "Sanctions will not work", "war is not the answer", "more strikes would hurt us": bare words for a kind of deed, of which it is said what it brings about."""
        p = self.parse
        noun = p[at]
        if verb.lemma == "work" and noun.dep == "nsubj" and not self.operators and self.definite(at) and self.ahead(verb.i):
            self.settled = True
            return True  # "the sanctions will not work": there are some
        if self.operators or noun.dep != "nsubj" or noun.pos not in ("NOUN", "PROPN") or verb.i < at or not (noun.tag == "NNS" or noun.lemma.lower() in word_set("deeds_in_general")):
            return False
        aux = syntax.auxiliaries(p, verb.i)
        ahead = any(a.tag == "MD" for a in aux)
        # "military operations alone will not bring peace": the sort of deed tells no one deed where it is said what such deeds would bring about
        doubted = ahead and (any(c.dep == "neg" for c in p.children(verb.i)) or any(a.lower in ("would", "could", "can") for a in aux))
        sorts = _SORTS if doubted else frozenset()
        if any(c.i < at and (c.dep in ("det", "poss", "nummod") or (c.dep in ("compound", "amod") and c.lower not in sorts and not (c.dep == "amod" and c.lower in _TO_COME)) or c.ent) for c in p.children(at)) or any(c.dep in ("relcl", "acl", "appos", "conj", "prep") for c in p.children(at)):
            return False
        if any(a.tag == "VBD" or a.lemma == "have" for a in aux) or not (ahead or verb.tag in ("VBZ", "VBP") or any(a.tag in ("VBZ", "VBP") for a in aux)):
            return False
        if not ahead and noun.lemma in word_set("standing_measures"):
            return False  # "sanctions do not work on them": there are some
        identified = verb.lemma == "be" and self.negated(verb.i) and any(c.dep == "attr" and c.lemma in ("answer", "solution", "option", "way", "path") for c in p.children(verb.i))
        ends = doubted and verb.lemma in word_set("verbs_of_ending_something") and any(c.dep == "dobj" for c in p.children(verb.i))
        if not identified and not ends and verb.lemma not in word_set("verbs_of_effect"):
            return False
        self.add("condition", (verb.i,), "subject:in the abstract")
        return True

    def of_no_deed(self, trigger: int) -> None:
        """What the words beside the trigger say of its being one deed at all."""
        self.any_at_all(trigger)
        self.in_a_draft(trigger)

    def in_a_draft(self, trigger: int) -> None:
        """ "The bill bans strikes by nurses", "the draft law expels them": what a draft holds is proposed."""
        p = self.parse
        verb = p[trigger]
        if self.operators or verb.tag not in ("VBZ", "VBP") or trigger in self.speech_acts or syntax.auxiliaries(p, trigger):
            return
        for subject in (p[verb.head] if c.tag == "WDT" and verb.dep == "relcl" else c for c in p.children(trigger) if c.dep == "nsubj" and c.i < trigger):
            draft = subject.lemma in _DRAFTS or any(c.lower in ("draft", "proposed", "planned") for c in p.children(subject.i))
            if draft and (subject.lemma in _DRAFTS or subject.lemma in _TEXTS):
                self.add("proposal", (subject.i,), "draft:holds")

    def any_at_all(self, trigger: int) -> None:
        """ "condemned any attempt to seize power", "condemned all attacks on civilians", "any raid is an act of war": a kind of deed, and none that is told."""
        p = self.parse
        tried = next((c for o in self.operators if o.signature == "attempt" for c in p.children(o.cue[0]) if c.lower == "any"), None)
        whatever = p.head(trigger) if p[trigger].dep == "attr" else None
        whatever = next((g for c in p.children(whatever.i) if c.dep == "nsubj" for g in p.children(c.i) if g.lower == "any"), None) if whatever is not None else None
        if (found := tried or whatever) is not None:
            self.add("condition", (found.i,), "subject:any")  # "any attempt to seize power", "any raid on one is an attack on all"
            return
        if p[trigger].pos != "NOUN" or any(o.signature not in _PLAIN for o in self.operators):
            return
        word = next((c for c in p.children(trigger) if c.dep in ("det", "predet") and c.i < trigger and c.lower in ("any", "all", "every")), None)
        if word is None or any(c.dep in ("det", "poss", "relcl", "nummod") and c.i != word.i for c in p.children(trigger)) or any(c.dep == "acl" and c.tag == "VBN" for c in p.children(trigger)):
            return
        if any(p[k].ent in ("DATE", "TIME") for k in p.subtree(trigger)):
            return
        above = p.head(trigger)
        turned = above is not None and p[trigger].dep in ("dobj", "nsubjpass") and above.lemma in word_set("verbs_of_judging_all")
        if word.lower == "any" or turned:
            self.add("condition", (word.i,), "subject:any")
