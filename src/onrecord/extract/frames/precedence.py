"""events, first half: acts that PLOVER does not code beside another act of the same sentence."""

from __future__ import annotations

from dataclasses import replace

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse

_PURPOSE = frozenset({"advcl", "xcomp", "acl"})
_TALKING = word_set("verbs_of_talking_over") | {"review", "address", "examine"}
_MEETING = frozenset({"meet", "gather", "convene", "assemble", "reconvene", "confer"})
_PARLEYS = word_set("parley_nouns") | {"meeting", "summit", "call", "conversation"}
# Modes of what is used on people there and then.
_MEANS = frozenset({"crowd-control", "firearms"})
_USING = frozenset({"use", "fire", "shoot"})
_FIRING = frozenset({"fire", "throw", "lob", "launch", "shoot", "use", "deploy", "spray", "turn", "unleash"})
_SCATTERING = frozenset({"disperse", "scatter", "clear", "dispel", "break"})


def swallowed(parse: Parse, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates without those that another one of their sentence covers (sections 3 and 4 of the PLOVER reference).

    A demand that a crowd makes by its protest ("marched to demand", "on strike demanding") is the protest alone; forces that move and strike in one breath
    ("advanced on the town and shelled it") strike. Both only where the grammar ties the two words to one doer. A patrol that is attacked is whom it befell.
    What is fired or used in one breath ("fired tear gas and live rounds at the crowd") is used in one act, by all those means and against those behind the last of
    them. Gas that is fired to disperse somebody is one act, too; what a crowd does "in protest at" something is its protest, and what those who meet talk of there is
    their meeting.
    """
    candidates = tuple(_with_means(parse, c, candidates) for c in candidates)
    scattered = {a.head: c for c in candidates if c.type == "COERCE" for a in candidates if a.type == "ASSAULT" and not a.nominal and not a.recipients and _scattered_by(parse, c, a)}
    candidates = tuple(replace(a, recipients=scattered[a.head].recipients) if a.head in scattered else a for a in candidates)  # whom the gas dispersed it was used on
    crowds = [c for c in candidates if c.type == "PROTEST"]
    assaults = [c for c in candidates if c.type == "ASSAULT" and not c.nominal]
    return tuple(
        c
        for c in candidates
        if not (c.type == "REQUEST" and not c.nominal and any(_purpose_of(parse, c, crowd) for crowd in crowds))
        and not (c.type == "MOBILIZE" and any(_coordinated(parse, c, assault) or (c.nominal and any(a.head == c.head for a in assault.recipients)) for assault in assaults))
        and not (c.type == "MOBILIZE" and c.nominal and parse[c.head].lemma in word_set("gathered") and any(_takes_part(parse, c.head, other) for other in candidates if other is not c))
        and not (c.type == "ASSAULT" and c.nominal and any(_in_one_breath(parse, c, assault) for assault in assaults))
        and not (c.type == "PROTEST" and any(_done_in_protest(parse, c, crowd) for crowd in crowds))
        and not (c.type == "ASSAULT" and c.nominal and any(_ranked_among(parse, c, assault) for assault in candidates if assault.type == "ASSAULT"))
        and not (c.type == "CONSULT" and any(_met_to_talk(parse, c, other) for other in candidates if other.type == "CONSULT"))
        and not (c.type == "ACCUSE" and c.nominal and any(_handed_too(parse, c, other) for other in candidates if other.type == "ACCUSE" and not other.nominal))
        and not (c.type == "AGREE" and c.nominal and any(_signed(parse, c, other) for other in candidates if other.type == "SUPPORT" and not other.nominal))
        and not (c.type in ("CONSULT", "AGREE") and not c.nominal and any(_gathering_of(parse, c, other) for other in candidates if other.type == c.type and other.nominal))
        and not (c.type == "ASSAULT" and not c.nominal and any(_of_so_many(parse, c, assault) for assault in assaults))
        and not (c.type == "ASSAULT" and not c.nominal and any(_spared(parse, c, assault) for assault in assaults))
        and not (c.type == "COERCE" and any(_scattered_by(parse, c, assault) for assault in assaults))
    )


def _handed_too(parse: Parse, note: Candidate, act: Candidate) -> bool:
    """ "The ambassador was summoned and handed a note of protest": one act of protest."""
    handing = parse[parse[note.head].head]
    return handing.lemma in ("hand", "give", "deliver", "present", "read") and handing.dep == "conj" and handing.head in act.trigger and parse[note.head].dep in ("dobj", "oprd")


def _signed(parse: Parse, accord: Candidate, act: Candidate) -> bool:
    """ "A peace accord signed in Geneva has held": the signing is what is told of it."""
    verb = parse[act.head]
    return verb.lemma == "sign" and verb.dep in ("acl", "relcl") and verb.head == accord.head


def _gathering_of(parse: Parse, calling: Candidate, meeting: Candidate) -> bool:
    """ "will convene an emergency meeting": the meeting, and no second act of calling it."""
    noun = parse[meeting.head]
    return noun.dep in ("dobj", "nsubjpass") and noun.head == calling.head and parse[calling.head].lemma in ("convene", "hold", "host", "call", "organise", "organize", "chair")


def _of_so_many(parse: Parse, told: Candidate, assault: Candidate) -> bool:
    """ "killed the mayor, the third leader slain this year": of how many he is one, and no second killing."""
    token = parse[told.head]
    who = parse[token.head]
    counted = any(c.ent == "ORDINAL" or c.lower in ("first", "latest") for c in parse.children(who.i))
    return told is not assault and token.dep == "acl" and token.tag == "VBN" and who.dep == "appos" and counted and any(a.head == who.head for a in assault.recipients)


def _spared(parse: Parse, told: Candidate, assault: Candidate) -> bool:
    """ "shelled the town without causing casualties": how the shelling ended, and no second attack that did not happen."""
    verb = parse[told.head]
    without = parse[verb.head]
    return told is not assault and verb.lemma in ("cause", "inflict", "claim", "leave", "result") and verb.dep == "pcomp" and without.lower == "without" and without.head in assault.trigger


def _takes_part(parse: Parse, unit: int, deed: Candidate) -> bool:
    """ "A police patrol was forced to release two men", "the patrol captured": so many men, and no patrolling."""
    token = parse[unit]
    return any(a.head == unit for a in (*deed.actors, *deed.recipients)) or (token.dep in ("nsubj", "nsubjpass", "agent") and token.head in deed.trigger and not deed.nominal and deed.type != "MOBILIZE")


def _purpose_of(parse: Parse, demand: Candidate, protest: Candidate) -> bool:
    """Whether the demand is a clause without a subject of its own below the protest's words."""
    token = parse[demand.head]
    return token.dep in _PURPOSE and token.head in protest.trigger and all(c.dep not in ("nsubj", "nsubjpass") for c in parse.children(token.i))


def _met_to_talk(parse: Parse, talk: Candidate, meeting: Candidate) -> bool:
    """ "The ministers met to discuss the dam", "held talks to discuss it", "gathered in Accra for talks": what they met for is the meeting, and no second one."""
    head = parse[talk.head]
    if talk.nominal:
        prep = parse[head.head]
        told = any(c.dep == "prep" and c.lower in ("with", "between") for c in parse.children(head.i))
        return head.dep == "pobj" and prep.lower == "for" and prep.head in meeting.trigger and parse[prep.head].lemma in _MEETING and head.lemma in _PARLEYS and not told
    if head.lemma not in _TALKING or head.dep not in ("xcomp", "advcl") or head.head not in meeting.trigger or head.head > head.i or "visit" in meeting.modes:
        return False
    below = parse.children(head.i)
    return any(c.lower == "to" and c.dep == "aux" for c in below) and not any(c.dep == "prep" and c.lower in ("with", "to") for c in below)  # "met to talk with the rebels"


def _ranked_among(parse: Parse, noun: Candidate, deed: Candidate) -> bool:
    """ "were killed in a raid, in one of the deadliest assaults in years": how bad the deed of the sentence was, and no second one."""
    token, deed_head = parse[noun.head], parse[deed.head]
    prep = parse[token.head]
    one = parse[prep.head]
    if noun is deed or token.sent != deed_head.sent or token.dep != "pobj" or prep.lower != "of" or one.lower != "one" or not any(c.tag == "JJS" for c in parse.children(token.i)):
        return False
    return one.dep in ("pobj", "appos") and deed.head < noun.head


def _done_in_protest(parse: Parse, noun: Candidate, deed: Candidate) -> bool:
    """ "blocked the highway in protest at job cuts": why they do it, and no second protest."""
    token = parse[noun.head]
    prep = parse[token.head]
    if not noun.nominal or token.lemma != "protest" or prep.lower != "in" or token.dep != "pobj" or deed.nominal:
        return False
    return prep.head in deed.trigger or parse[prep.head].head in deed.trigger


def _with_means(parse: Parse, act: Candidate, candidates: tuple[Candidate, ...]) -> Candidate:
    """The act with the modes of the other means used in one breath with those in its words, and with those against whom these are told to be used where it has none."""
    if act.type != "ASSAULT" or act.nominal:
        return act
    means = [c for c in candidates if c.type == "ASSAULT" and c.nominal and _in_one_breath(parse, c, act)]
    if not means:
        return act
    modes = tuple(dict.fromkeys((*act.modes, *(m for c in means for m in c.modes))))
    return replace(act, modes=modes, recipients=act.recipients or next((c.recipients for c in means if c.recipients), ()))


def _in_one_breath(parse: Parse, means: Candidate, assault: Candidate) -> bool:
    """Whether means against people stand in a row with those in the words of an act, or are those: "fired tear gas and rubber bullets", "used batons, tear gas and live
    ammunition"."""
    if not _MEANS.intersection(means.modes) or not _MEANS.intersection(assault.modes) or means.head in assault.trigger:
        return False
    row = syntax.conjuncts(parse, syntax.first_conjunct(parse, max(means.trigger)))
    first = parse[row[0]]
    return first.head in assault.trigger and (first.dep == "dobj" if len(row) > 1 else first.dep == "dobj" and parse[first.head].lemma in _USING)


def _scattered_by(parse: Parse, aim: Candidate, assault: Candidate) -> bool:
    """ "fired tear gas to disperse the youths": what the gas was for, told of the same doer."""
    token = parse[aim.head]
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in parse.children(token.i))
    fired = any(parse[t].lemma in _FIRING for t in assault.trigger)  # "fired stun grenades | to disperse": the aim may hang on what is fired
    return "crowd-control" in assault.modes and token.dep in ("advcl", *(("acl", "relcl", "xcomp") if fired else ())) and infinitive and token.lemma in _SCATTERING and token.head in assault.trigger


def _coordinated(parse: Parse, move: Candidate, assault: Candidate) -> bool:
    """Whether the assault follows the move under an "and" with the same subject, and is as real as it."""
    token = parse[assault.head]
    if token.dep != "conj" or token.head not in move.trigger:
        return False
    beside = parse.children(assault.head)
    joined = [c.lower for c in parse.children(token.head) if c.dep == "cc"]
    return joined == ["and"] and all(c.dep not in ("nsubj", "nsubjpass", "neg", "aux") for c in beside)
