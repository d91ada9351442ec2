"""authority: who rests an act on a law in the outlet's own words: "froze the assets, invoking Order 7", "asked for talks under Article 4", "rests its raids on the
charter". A helper of the stage."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord import syntax
from onrecord.extract.legal.papers import Hit
from onrecord.extract.speech.sourcing import Sourcing
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Attribution
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import ActorLayer, EventLayer
from onrecord.model.parse import Parse, Token
from onrecord.model.text import CleanText
from onrecord.syntax import VERBAL

_RESTING = frozenset({"on", "upon", "to", "by", "with"})
_OFFICIAL = frozenset({"state", "institution", "office", "organisation", "armed_group"})


@dataclass(frozen=True, slots=True)
class Invokers:
    """Reads one parse; the nodes of invokers are added to `made`, one for each word that invokes and each who does. `known` are the ids of the report's attributions."""

    report: str
    clean: CleanText
    parse: Parse
    actors: ActorLayer
    events: EventLayer
    version: str
    known: frozenset[str]
    made: dict[str, Attribution] = field(default_factory=dict)

    def of(self, hit: Hit) -> tuple[str, ...]:
        """The ids of the nodes of those who invoke the authority at its place; none where the words name nobody."""
        p = self.parse
        inside = [t for t in p.tokens if hit.start <= t.start and t.end <= hit.end]
        own = {t.i for t in inside}
        top = next((t for t in inside if t.head not in own), None)
        if top is None or hit.relation == "contested" or hit.void:
            return ()
        found = self.word(top)
        if found is None:
            return ()
        cue, verb = found
        heads = [h for h in self.subjects(verb) if h not in own]
        return tuple(self.node(cue, head, inside) for head in heads if not Sourcing(p, self.clean, self.actors).no_speaker(head))

    def word(self, top: Token) -> tuple[Token, Token] | None:
        """The word that rests something on the authority, and the verb whose subject does so."""
        p = self.parse
        above = p.head(top.i)
        if above is None:
            return None
        if top.dep == "dobj" and above.pos in VERBAL and above.lemma.lower() in word_set("verbs_of_resting_on"):
            return above, above
        if top.dep != "pobj":
            return None
        verb = p.head(above.i)
        while verb is not None and verb.pos not in VERBAL and verb.dep in ("dobj", "pobj", "prep", "nmod"):
            verb = p.head(verb.i)
        if verb is None or verb.pos not in VERBAL:
            return None
        if above.lower in _RESTING and verb.lemma.lower() in word_set("verbs_of_leaning_on"):
            return verb, verb
        whole = verb.dep not in ("relcl", "acl") or any(c.dep == "nsubj" and c.lower not in ("who", "which", "that") for c in p.children(verb.i))
        acts = verb.i in self.events.at or verb.lemma.lower() in word_set("verbs_under_law")
        if above.lower == "under" and acts and whole and not syntax.is_passive(p, verb.i):
            # "Orlan asked for talks under Article 4": who acts under it.
            return above, verb
        return None

    def subjects(self, verb: Token) -> list[int]:
        """Who does it: named, or told by an office or body. What a participle tells is told of who does what it hangs on."""
        p = self.parse
        heads = [f.head for f in syntax.surface_subject(p, verb.i)] if not syntax.is_passive(p, verb.i) else [f.head for f in syntax.logical_subject(p, verb.i)]
        at: Token | None = verb
        while not heads and at is not None and at.dep in ("advcl", "conj", "xcomp") and at.head != at.i:
            at = p.head(at.i)
            heads = [f.head for f in syntax.surface_subject(p, at.i)] if at is not None and at.pos in VERBAL and not syntax.is_passive(p, at.i) else []
        found = [h for f in heads for h in syntax.conjuncts(p, f)]
        return [h for h in found if (m := self.actors.by_head.get(h)) is not None and (self.actors.by_id[m.entity].kind in _OFFICIAL or p[h].pos != "PRON")]

    def node(self, cue: Token, head: int, inside: list[Token]) -> str:
        sourcing = Sourcing(self.parse, self.clean, self.actors)
        spans = self.clean.spans(cue.start, cue.end)
        source = sourcing.source(head, (cue.i,))
        ordinal = 0
        while (identity := span_id("attribution", self.report, spans, ordinal)) in self.known or (identity in self.made and self.made[identity].source != source):
            ordinal += 1
        content = self.clean.spans(inside[0].start, inside[-1].end)
        self.made.setdefault(identity, Attribution(identity, source, spans, content, "indirect", None, (), {"content": Derivation("authority", self.version, "invoker")}, 0.6))
        return identity
