"""attributions, plainly said: a known speaker, a plain verb of saying and a clause, which the trained choice left out; and what is lived through, which says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.phrases.supposed import conditional, obliged
from onrecord.extract.speech.claimed import Claimed
from onrecord.extract.speech.sourcing import Sourcing
from onrecord.lexicon.attribution import cues
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_FINITE = frozenset({"VBD", "VBZ"})
_OWNERS = frozenset({"its", "his", "her", "their", "our", "my"})


@dataclass(frozen=True, slots=True)
class PlainlySaid:
    parse: Parse
    text: str

    def found(self, sourcing: Sourcing, taken: set[int]) -> Iterator[Claimed]:
        """ `As the agency reports, "Orrel said that the army had seized the mill."`: whose word it is stands before the verb, whatever the marks around it."""
        p = self.parse
        for token in p.tokens:
            if token.lemma not in word_set("verbs_of_saying") or token.tag not in _FINITE or token.i in taken or token.dep in ("aux", "amod"):
                continue
            below = p.children(token.i)
            told = next((c for c in below if c.dep == "ccomp" and c.i > token.i and self.whole(c)), None)
            barred = any(c.dep in ("neg", "aux", "auxpass", "dobj") for c in below) or conditional(p, token) or obliged(p, token)
            if told is None or barred or self.text[p.sentences[token.sent].start : p.sentences[token.sent].end].rstrip(" \"”\n").endswith("?"):
                continue
            listed = cues().get(("v", token.lemma), ())
            cue = next((c for c in listed if not c.companions and "that" in c.patterns), None)
            if cue is None:
                continue
            sources = [h for h in sourcing.heads(cue, token.i) if h in sourcing.actors.by_head or p[h].ent in ("PERSON", "ORG")]
            inside = [k for k in p.subtree(told.i) if k > token.i]
            last = next((k for k in reversed(inside) if p[k].pos != "PUNCT"), told.i)
            if sources and not all(sourcing.no_speaker(h) for h in sources):
                yield Claimed(cue, token.i, (token.i,), ((p[inside[0]].start, p[last].end),), tuple(sources), f"{cue.rule}:plain", True, 0.5)

    def whole(self, verb: Token) -> bool:
        """A finite clause with "that" before it and a subject of its own."""
        below = self.parse.children(verb.i)
        tenses = {verb.tag, *(a.tag for a in syntax.auxiliaries(self.parse, verb.i))}
        marked = any(c.dep == "mark" and c.lower == "that" for c in below)
        return marked and any(c.dep in ("nsubj", "nsubjpass", "expl") for c in below) and bool(tenses & {"VBD", "VBZ", "VBP", "MD"})


def lived_through(parse: Parse, cue: Token, anchor: int) -> bool:
    """ "a firm that saw one of its mills attacked", "had its clerks seized": what befell somebody's own is told by the outlet; who saw others shoot is a witness of it."""
    verb = parse[anchor]
    if cue.lemma not in ("see", "have", "watch", "find") or verb.tag not in ("VBN", "VBD") or any(c.dep in ("aux", "auxpass", "mark") or (c.dep == "dobj" and c.i > anchor) for c in parse.children(anchor)):
        return False
    subject = next((c for c in parse.children(anchor) if c.dep in ("nsubj", "nsubjpass", "dobj") and c.i < anchor), None)
    return subject is not None and any(parse[k].dep == "poss" and parse[k].lower in _OWNERS for k in parse.subtree(subject.i))
