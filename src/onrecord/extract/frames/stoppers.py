"""events, first half: who puts a stop to a deed and is not its doer."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.status import StatusLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse

JUDGED = frozenset({"conviction", "sentence", "verdict", "indictment"})  # who overturns one has not passed it
# "The president delayed the release of the men": his to give, as no eviction is a villager's.
_OWN_TO_GIVE = frozenset({"release", "withdrawal", "pullout"})
# Signatures of the verbs by which a deed is ended, kept from being done or put off.
_STOPPING = frozenset({"end", "prevention", "cancellation", "refusal", "intention", "delay"})
_WHO_JUDGE = word_set("courts") | word_set("judging_bodies")


def stops_others(parse: Parse, actors: ActorLayer, status: StatusLexicon, noun: int, verb: int) -> bool:
    """ "A judge halted the deportations", "villagers stopped the eviction": who puts a stop to a measure carries none out, unless it is told to be his own.

    Of a court that holds for whatever it does not decide itself. States and their governments are left: what they suspend is theirs."""
    p = parse
    if any(light.signature == "intention" and light.actor == "subj" for light in status.light.get(p[verb].lemma, ())):
        return False  # "are planning the expulsion of the clan"
    if not any(e.signature in _STOPPING and "obj" in e.complements for e in status.embeddings.get(("v", p[verb].lemma), ())) or any(c.dep == "poss" for c in p.children(noun)):
        return False
    who = [f.head for f in syntax.logical_subject(p, verb)]
    known = [actors.by_id[actors.by_head[h].entity] for h in who if h in actors.by_head]
    if any("JUD" in e.sectors for e in known) or any(p[h].lemma.lower() in _WHO_JUDGE for h in who):
        return p[noun].lemma not in JUDGED and not any(r.type == "ACCUSE" for r in event_lexicon().rules_for("n", p[noun].lemma))
    others = bool(known) and all(e.kind in ("person", "office", "population") or "LEG" in e.sectors for e in known)
    return others and p[noun].lemma in word_set("measures_put_off") - _OWN_TO_GIVE
