"""events, second half, times: which of the times that hang on an act are not its own, and which others belong beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from onrecord import syntax
from onrecord.extract.phrases.standing import answered_for
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.event import EventTime
from onrecord.model.layers import Candidate, TimeLayer, TimeMention
from onrecord.model.parse import Parse, Token
from onrecord.model.time import Time

_COMPARED = frozenset({"compared", "versus"})
_OF_DOING = ("tion", "sion", "ment")
_TOLLS = frozenset({"toll", "tally", "number", "count"})
_COMPARED_UP = 7  # steps from a time up to "compared with"
_OVER = frozenset({"for", "in", "over", "during", "throughout"})  # "In the past two years sentencing has increased"
# Types of what is said or sealed in a moment: how long its matter is to last is no time of it.
_SAID = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def of_comparison(parse: Parse, token: int) -> bool:
    """ "88 murders, compared to 55 in 2013": the time of what it is compared with."""
    return any(a.lower in _COMPARED for a in islice(parse.ancestors(token), _COMPARED_UP))


def of_base(parse: Parse, mention: TimeMention, candidate: Candidate) -> bool:
    """ "a rise from the 295 killings of guards in 2021": the year right behind what a figure is set against is that one's, whatever the parser hangs it on."""
    prep = parse.head(candidate.head) if candidate.nominal and parse[candidate.head].dep == "pobj" else None
    if prep is None or prep.lower not in ("from", "than", "against"):
        return False
    end = max(parse.subtree(candidate.head))
    return mention.first == end + 2 and parse[end + 1].lower in ("in", "during") and parse[end + 1].head == prep.head


def elsewhere(parse: Parse, candidate: Candidate, mention: TimeMention, time: Time, role: str) -> bool:
    """Whether a time cannot be the act's, by what act it is: "in power since 1998, ordered", "sentenced to three to seven years", "agreed to a three-day truce"."""
    before = parse[mention.first - 1] if mention.first and parse[mention.first - 1].sent == parse[mention.first].sent else None
    if role == "begin" and before is not None and before.lower == "since":
        if before.head in candidate.trigger and candidate.nominal:
            return False
        verb = candidate.head if parse[candidate.head].pos in syntax.VERBAL else syntax.clause_of(parse, candidate.head)
        return over_by_then(parse, verb)
    if time.type != "DURATION":
        crime = answered_for(parse, candidate.head, candidate.head) if not candidate.nominal and time.granularity in ("year", "month") else set()
        last = max(crime, default=-1)
        known = last >= 0 and any(c.dep in ("det", "poss") for c in parse.children(last))  # "charged with a part in the kidnapping | last year of X"
        answered = bool(crime) and min(crime) < mention.first <= last + known
        return answered or _of_opening(parse, candidate, mention, time) or _of_subject(parse, candidate, mention) or _of_start(parse, candidate, mention) or _of_toll(parse, candidate, mention)
    if "convict" in candidate.modes and (before is None or before.lower not in _OVER or (before.lower == "for" and before.head in candidate.trigger and any(t.pos == "NUM" for t in parse.tokens[mention.first : mention.last]))):
        return True  # also "was jailed for five years": the term
    above = next((parse[parse[t].head] for t in range(mention.first, mention.last) if not mention.first <= parse[t].head < mention.last), None)
    asked = above is not None and above.i in candidate.trigger and any(parse[t].dep == "dobj" for t in range(mention.first, mention.last))  # "are seeking 20 years"
    return candidate.type in _SAID and "investigate" not in candidate.modes and above is not None and (above.pos == "NOUN" or asked)


def _of_opening(parse: Parse, candidate: Candidate, mention: TimeMention, time: Time) -> bool:
    """ "Following his release in May 2019, Doe called": the month or the year is that of what came before. A day may be that of both."""
    p = parse
    if time.granularity not in ("year", "month") or candidate.nominal or mention.first >= candidate.head:
        return False
    opening = next((a for a in (p[mention.first], *p.ancestors(mention.first)) if a.head == candidate.head), None)
    if opening is None or opening.dep != "prep" or opening.lower not in ("after", "following", "since", "before", "despite") or opening.i >= candidate.head:
        return False
    noun = next((c for c in p.children(opening.i) if c.dep == "pobj"), None)
    return noun is not None and not mention.first <= noun.i < mention.last and noun.i < mention.first


def _of_subject(parse: Parse, candidate: Candidate, mention: TimeMention) -> bool:
    """ "whose re-election last July was rejected": the day of what the verb's subject names."""
    if candidate.nominal:
        return False
    for above in islice(parse.ancestors(mention.first), 3):
        if above.i == candidate.head or above.pos in syntax.VERBAL:
            return False
        if above.pos == "NOUN" and above.dep in ("nsubj", "nsubjpass") and above.head == candidate.head:
            return above.lemma.endswith(_OF_DOING) and any(c.dep == "poss" for c in parse.children(above.i))
    return False


def _of_toll(parse: Parse, candidate: Candidate, mention: TimeMention) -> bool:
    """ "The toll from Monday's bombing rose to 31 on Tuesday": the day on which so many were known."""
    if not candidate.nominal:
        return False
    toll = next((a for a in islice(parse.ancestors(candidate.head), 3) if a.pos == "NOUN"), None)
    verb = parse.head(toll.i) if toll is not None and toll.lemma in _TOLLS and toll.dep in ("nsubj", "nsubjpass") else None
    if verb is None or verb.pos not in syntax.VERBAL:
        return False
    below = set(parse.subtree(toll.i)) if toll is not None else set()
    return mention.first not in below and mention.first > candidate.head


def _of_start(parse: Parse, candidate: Candidate, mention: TimeMention) -> bool:
    """ "Since the start of the war in 2023, the army has fired": a day of what opens the time of which the rest is told."""
    first = parse.sentences[parse[mention.first].sent].first
    if parse[first].lower != "since" or mention.first == first + 1:
        return False
    comma = next((t.i for t in parse.tokens[first : candidate.head] if t.text == ","), None)
    return comma is not None and mention.last <= comma and not any(t.pos in syntax.VERBAL for t in parse.tokens[first:comma])


def over_by_then(parse: Parse, verb: int) -> bool:
    """Whether a verb tells in the simple past what does not go on, so that no "since" is of it: "was lifted", "ordered"; not "has ruled", "was held"."""
    token, aux = parse[verb], syntax.auxiliaries(parse, verb)
    first = token
    while first.dep == "conj" and not aux and parse[first.head].pos in syntax.VERBAL and syntax.child_of(parse, first.i, "nsubj", "nsubjpass") is None:
        first = parse[first.head]
        aux = syntax.auxiliaries(parse, first.i)  # "has carried out raids and inflicted losses since April"
    if any(a.lemma == "have" for a in aux) or token.lemma in word_set("verbs_of_states_that_last"):
        return False
    return (token.tag == "VBD" and not aux) or (token.tag == "VBN" and any(a.tag == "VBD" for a in aux))


def since_then(parse: Parse, clause: int, head: int) -> set[int]:
    """ "The king, in power since 1998, ordered": the words with "since" in a clause told in the simple past, which are of something else than what it tells."""
    surpassed = _since_surpassed(parse, clause)
    if parse[clause].pos not in syntax.VERBAL or not over_by_then(parse, clause):
        return surpassed if head not in surpassed else set()
    found = {k for t in parse.subtree(clause) if parse[t].lower == "since" and parse[t].dep == "prep" and t > 0 and syntax.clause_of(parse, t) == clause for k in parse.subtree(t)}
    found |= surpassed
    return found if head not in found else set()


def _since_surpassed(parse: Parse, clause: int) -> set[int]:
    """ "The raid was the worst since gunmen killed 67 in 2013", "the deadliest bombing since 2017": what a superlative measures a deed by is another's year."""
    below = parse.subtree(clause)
    first = next((i for i in below if parse[i].tag in ("JJS", "RBS") or parse[i].lower in ("worst", "first")), None)
    since = next((parse[i] for i in below if first is not None and i > first and parse[i].lower == "since"), None)
    if since is None:
        return set()
    return set(parse.subtree(since.head if since.dep == "mark" else since.i))


def behind_another(parse: Parse, candidate: Candidate) -> bool:
    """ "fled in 2021, two years before the coup": a deed from which the distance to something is measured, and which has another day than that."""
    prep = parse.head(candidate.head) if candidate.nominal and parse[candidate.head].dep == "pobj" else None
    return prep is not None and prep.lower in ("before", "after") and prep.i > 0 and parse[prep.i - 1].lemma in word_set("units_of_counting")


def subject_deed(parse: Parse, noun: Token, candidate: Candidate) -> bool:
    """ "Last Tuesday's raid left four dead": a deed by which the verb tells what came of it; its day is the act's."""
    subject = noun.dep == "nsubj" and noun.head in candidate.trigger and not candidate.nominal
    return subject and any(noun.lemma in event_lexicon().classes[c] for c in ("attack_noun", "incident", "generic_event"))


def counted_part(parse: Parse, noun: Token) -> bool:
    """ "17 clerks, five of them children, in October": an aside that counts some of those before it; what stands behind it is told of all."""
    return any(c.dep == "nsubj" and c.tag == "CD" and any(o.lower in ("them", "whom") for p in parse.children(c.i) for o in parse.children(p.i)) for c in parse.children(noun.i))


def own_days(parse: Parse, candidate: Candidate, times: TimeLayer, own: Sequence[EventTime]) -> tuple[EventTime, ...]:
    """The times of an act without a second day beside the one that its noun owns ("buried the victims of Sunday's raid on Monday"), and with both ends of an interval."""
    mentions = {m.time: m for m in times.mentions}
    owned = [t for t in own if t.time in mentions and _owns(parse, candidate, mentions[t.time])]
    kept = [replace(t, role="at") if t in owned else t for t in own if not owned or t in owned or t.role == "during" or times.by_id[t.time].granularity != "day"]
    for told in tuple(kept):
        time = times.by_id.get(told.time)
        if time is None or time.begin is None or time.end is None or told.role not in ("begin", "end"):
            continue  # also "until 1989, when the fleet invaded": only the end is the act's
        here = parse[mentions[told.time].first].sent
        for other in times.mentions:
            end = times.by_id[other.time]
            if other.first >= 0 and parse[other.first].sent == here and (end.begin, end.end) == (time.begin, time.end) and all(t.time != other.time for t in kept):
                kept.append(EventTime(other.time, "begin" if end.value == end.begin else "end", told.inferred))
    return tuple(dict.fromkeys(kept))


def _owns(parse: Parse, candidate: Candidate, mention: TimeMention) -> bool:
    """ "Sunday's raid": whether a day stands in the possessive before the event's noun."""
    return candidate.nominal and any(parse[t].dep == "poss" and parse[t].head in candidate.trigger for t in range(mention.first, mention.last))
