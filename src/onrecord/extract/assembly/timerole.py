"""events, second half, times: what part of an event a time tells, by the preposition before it and what it measures."""

from __future__ import annotations

from onrecord.lexicon.tables import word_set
from onrecord.model.layers import TimeMention
from onrecord.model.parse import Parse
from onrecord.model.time import Time

# Set of words.tsv -> role of the time that stands after one of them.
_ROLES = (("time_begins", "begin"), ("time_ends", "end"), ("time_deadlines", "deadline"))

_COMING = word_set("coming_spans")
_ORDINALS = word_set("first_and_last")
# How far before "since" a word may stand that counts the event among its like.
_BACK = 14
_STARTING = frozenset({"starting", "beginning"})
_OUTSETS = frozenset({"independence", "liberation", "founding", "foundation", "creation", "establishment", "inception", "birth", "reunification", "unification", "restoration", "launch"})
_DISTANCES = word_set("time_distances")
_WHOLE = frozenset({"day", "week", "month", "quarter", "year"})
_SPANS = word_set("units_of_counting")


def time_role(parse: Parse, mention: TimeMention, time: Time) -> str:
    """at | begin | end | during | deadline; '' where the time only measures the distance to another event ("two weeks after the raid")."""
    if ranked(parse, mention):
        return ""
    if time.value in ("PAST_REF", "FUTURE_REF") and parse[mention.last - 1].lower in _DISTANCES:
        return ""  # "hours later", "days earlier": how far from what was told before, and no day
    if time.type == "DURATION":
        after = parse[mention.last].lower if mention.last < len(parse) else ""
        before = parse[mention.first - 1].lower if mention.first > 0 and parse[mention.first - 1].sent == parse[mention.first].sent else ""
        following = {t.lower for t in parse.tokens[mention.last : mention.last + 2]}
        if "old" in following or parse[mention.last - 1].lower == "old" or before == "aged":
            return ""  # "a 19-year-old", "three years old": an age
        if before in ("in", "within") and parse[mention.first].lower in ("a", "the", "next", "coming") and any(t.lower in _COMING for t in parse.tokens[mention.first : mention.last]):
            return "at"  # "in the next few days", "within a few days": when, not how long
        above = parse[parse[mention.last - 1].head]
        rate = parse[mention.first].lower in ("a", "an", "per") and mention.first > 0 and parse[mention.first - 1].pos in ("NOUN", "NUM")
        if rate or (parse[mention.last - 1].dep in ("dobj", "conj") and after == "of" and above.lemma not in word_set("verbs_of_spending_time")):
            return ""  # "15,000 a week": a rate; "seized three years of notebooks": how much
        if before == "to":
            return ""  # "sentenced to three years": what it comes to, not how long the act took
        if before in ("within", "by"):
            return ""  # "within an hour": how soon, not how long; "put off by two days": by how much
        if after == "into" and not time.value.endswith("Y"):
            return ""  # "six weeks into the war": where it had got to; "six years into his reign, he has tested" takes all of them together
        # "two weeks after the raid", "after two weeks in which": how far from something, not how long.
        return "" if after in word_set("time_distances") or before in word_set("time_distances") else "during"
    if time.begin is not None and time.end is not None and time.begin != time.end:
        return "begin" if time.value == time.begin else "end"  # "from 12 to 15 January"
    first = mention.first
    before = parse[first - 1].lower if first > 0 and parse[first - 1].sent == parse[first].sent else ""
    if before == "since" and any(t.lower in _ORDINALS for t in parse.tokens[max(parse.sentences[parse[first].sent].first, first - _BACK) : first]):
        # "the first launch since 2009": when it last was, not when this one was.
        return ""
    if first > 1 and before in ("in", "on", "at") and parse[first - 2].lower in _STARTING:
        return "begin"
    if first > 2 and before == "in" and parse[first - 2].dep == "pobj" and parse[parse[first - 2].head].lower == "since" and parse[first - 2].lemma.lower() in _OUTSETS:
        return "begin"  # "four coups since independence in 1960"
    if before == "before" and time.type == "DATE" and time.granularity in _WHOLE:
        return "deadline"  # "withdraw before June", not "before dawn"
    return next((role for name, role in _ROLES if before in word_set(name)), "at")


def ranked(parse: Parse, mention: TimeMention) -> bool:
    """Whether the words only say among how many an event is counted: "the second time in four days", "the fifth test this year"."""
    first = mention.first
    begin = parse.sentences[parse[first].sent].first
    opening = parse[first].lower
    if first - 1 > begin and parse[first - 1].lower == "as" and parse[first - 2].lower == "in":
        first -= 1  # "the third attack in as many weeks"
    if first > begin and parse[first - 1].lower in ("in", "within", "over", "for", "of"):
        first -= 1
        counted = any(t.lemma in _SPANS for t in parse.tokens[mention.first : mention.last])
    else:
        counted = opening == "this" and any(t.lemma in _SPANS for t in parse.tokens[mention.first : mention.last])
    if not counted:
        return False
    for token in reversed(parse.tokens[max(begin, first - _BACK) : first]):
        if (token.pos in ("VERB", "AUX") and not (token.tag == "VBG" and token.dep in ("attr", "pobj", "dobj", "nsubj"))) or token.text in (",", ";", ":"):
            return False  # but not at "the fourth police shooting"
        if token.lower in _ORDINALS or (token.ent == "ORDINAL" and token.dep in ("amod", "nmod", "compound")):
            return True
    return False
