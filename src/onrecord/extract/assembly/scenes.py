"""events, second half, circumstances: the other act or the time in whose words an act has its own place and day. A helper of the stage, no stage."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer, Candidate, PlaceLayer, TimeMention
from onrecord.model.parse import Parse, Sentence

_BEGUN = frozenset({"declaration", "proclamation", "imposition", "introduction"})
_AT = frozenset({"at", "during", "amid", "outside", "inside", "near"})
_UPON = frozenset({"at", "on", "upon", "against", "into", "during", "amid", "outside", "inside", "near"})
_GATHERED = frozenset({"PROTEST", "CONSULT"})
_BY_FORCE = frozenset({"ASSAULT", "COERCE"})
_LOCAL = frozenset({"PROTEST", "ASSAULT", "COERCE"})
_FROM_AFAR = frozenset({"aerial", "drone", "heavy-weapons", "coup", "seize", "martial-law", "censor"})
# Words spoken of a gathering may be spoken anywhere.
_SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "AID", "COOPERATE"})

_ALONG = frozenset({"as", "while", "after", "because"})
_BEGINNING = word_set("verbs_of_beginning_and_ending")


def scene_of(parse: Parse, candidate: Candidate, by_head: Mapping[int, Candidate]) -> Candidate | None:
    """The gathering or fight at which an act is done: "fired tear gas at a sit-in in X", "dispersed Sunday's march", "was arrested during clashes in Y".
    Where and when it was, the act was too."""
    if candidate.nominal or (candidate.type in _SPOKEN and "investigate" not in candidate.modes):
        return None
    force = candidate.type in _BY_FORCE
    for at in (t for head in candidate.trigger for t in parse.children(head)):
        if at.dep == "dobj" and force and (scene := by_head.get(at.i)) is not None and scene.type == "PROTEST":
            return scene
        if at.dep != "prep" or at.lower not in (_UPON if force else _AT):
            continue
        for noun in syntax.prep_objects(parse, at.head, at.lower):
            scene = by_head.get(noun)
            if scene is None or not scene.nominal or scene is candidate:
                continue
            if scene.type in _GATHERED or (scene.type == "ASSAULT" and at.lower in ("during", "amid")):
                return scene
    return None


def means_of(parse: Parse, candidate: Candidate, by_head: Mapping[int, Candidate]) -> int | None:
    """The assault that another is the means of ("killed by shelling on Monday"): both were on one day, but not in "convicted on Monday in the bombing"."""
    prep = parse.head(candidate.head) if candidate.type == "ASSAULT" and parse[candidate.head].dep in ("pobj", "pcomp") else None
    deed = by_head.get(prep.head) if prep is not None and prep.lower in ("by", "in", "during") else None
    return deed.head if deed is not None and deed.type == "ASSAULT" else None


def dated_by(parse: Parse, mention: TimeMention, clause: int) -> bool:
    """ "since last October, when the army seized power": the time right before a clause with "when" is the clause's own, and that of what was done as or shortly before it was."""
    while parse[clause].dep in ("advcl", *(("conj",) if parse[clause].tag == "VBG" else ())) and parse[parse[clause].head].pos in syntax.VERBAL and (parse[clause].tag == "VBG" or any(c.lower in _ALONG and c.dep in ("mark", "advmod") for c in parse.children(clause))):
        clause = parse[clause].head
    when = next((c.i for c in parse.children(clause) if c.lower == "when" and c.dep == "advmod"), None)
    if when is None or when > clause:
        return False
    return mention.last == when or (mention.last == when - 1 and parse[when - 1].text == ",")


def dateline_of(parse: Parse, places: PlaceLayer, sentence: Sentence) -> str | None:
    """The first place of the dateline below which a sentence stands: that of its own item in a digest."""
    own = parse.headed(sentence.i, "place")
    lines = {own.i} if own is not None else {s.i for s in parse.sentences if s.part == "byline" and not s.heads}
    return next((m.place for m in places.mentions if parse[m.head].sent in lines), None)


def at_dateline(parse: Parse, actors: ActorLayer, places: PlaceLayer, candidate: Candidate) -> str | None:
    """The town of a dateline, where the first sentence below it tells of a crowd, police or gunmen and names no place: "NAIROBI - Police fired tear gas at students".
    What states and armies do is told from capitals and done elsewhere. In a brief, the state below whose name it stands."""
    sentence = parse.sentences[parse[candidate.head].sent]
    state = parse.headed(sentence.i, "country")
    if sentence.entry >= 0 and parse.sentences[sentence.entry].heads == "case":
        state = parse.sentences[sentence.entry]  # "Lom, Haut-Saltmarsh - 2 March: ..."
    if state is not None and candidate.type in _LOCAL and not any(parse[m.head].sent == sentence.i for m in places.mentions):
        return next((m.place for m in places.mentions if parse[m.head].sent == state.i), None)
    verb = candidate.head if not candidate.nominal else syntax.clause_of(parse, candidate.head)
    while parse[verb].dep == "conj":
        verb = parse[verb].head
    if parse[verb].dep != "ROOT" or sentence.entry != sentence.i - 1 or candidate.type not in _LOCAL or any(parse[m.head].sent == sentence.i for m in places.mentions):
        return None
    parties = [actors.by_id[m.entity] for a in (*candidate.actors, *candidate.recipients) if (m := actors.by_head.get(a.head)) is not None]
    if any(e.kind == "state" or {"MIL", "GOV"} & set(e.sectors) for e in parties) or not _FROM_AFAR.isdisjoint(candidate.modes):
        return None
    found = dateline_of(parse, places, sentence)
    return found if found is not None and places.by_id[found].precision == "city" else None


def word_of_beginning(parse: Parse, noun: int) -> int | None:
    """The word that tells when something begins: "start" of "talks are due to start on Monday in Geneva", "declaration" of "his declaration of martial law on Monday"."""
    of = parse[parse[noun].head]
    if parse[noun].dep == "pobj" and of.lower == "of" and parse[of.head].lemma in _BEGUN:
        return of.head
    relative = next((c for n in dict.fromkeys((noun, syntax.whole(parse, noun))) for c in parse.children(n) if c.dep == "relcl" and any(g.tag in ("WDT", "WP") and g.dep in ("nsubj", "nsubjpass") for g in parse.children(c.i))), None)
    if relative is not None:
        # "talks, which are due to begin on Monday", "talks that will start in Geneva"
        below = [relative.i, *(c.i for c in parse.children(relative.i) if c.dep == "acomp")]
        return next((v.i for i in below for v in (parse[i], *parse.children(i)) if v.lemma in _BEGINNING and (v.i == relative.i or v.dep == "xcomp")), None)
    at = noun
    while parse[at].dep == "pobj" and parse[parse[at].head].lower == "of":
        at = parse[parse[at].head].head
    if parse[at].dep not in ("nsubj", "nsubjpass"):
        return None
    above = parse[parse[at].head]
    below = [above.i, *(c.i for c in parse.children(above.i) if c.dep == "acomp")]
    return next((c.i for i in below for c in parse.children(i) if c.dep == "xcomp" and c.lemma in _BEGINNING), None)
