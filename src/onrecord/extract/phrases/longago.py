"""status and events: deeds of long ago, that anniversaries and memorials recall, or whose own words give them an old year."""

from __future__ import annotations

import calendar
import re
from datetime import date
from itertools import islice

from onrecord import syntax
from onrecord.extract.phrases.ownday import since_then
from onrecord.extract.phrases.standing import answered_for, years_before
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.status import StatusLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.event import EventTime
from onrecord.model.layers import Candidate, TimeLayer
from onrecord.model.parse import Parse

_RECALLING = word_set("verbs_of_commemoration")
_OCCASIONS = word_set("nouns_of_commemoration")
_BY_PREPOSITION = frozenset({"of", "to"})
_DEEDS = word_set("deeds_to_claim") | word_set("deeds_looked_back_on")
_LATELY = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tonight"})
_STEPS = 8
_STOPPING = frozenset({"stop", "suspend", "halt", "cease", "end", "discontinue"})
_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_DAYS = frozenset({"day", "hour", "minute"})


def of_old(parse: Parse, text: str, lexicon: StatusLexicon, head: int, published: date | None = None) -> bool:
    """Whether a deed lies long before the report: by the words of its clause, by the years that passed since, or because it is looked back on."""
    return _told_of_old(parse, text, lexicon, head, published) or years_before(parse, head) or recalled(parse, head)


def done_away_with(parse: Parse, candidate: Candidate) -> bool:
    """ "lifted its travel ban", "sanctions on the firm were eased": the measure was laid on before, and the news is that it goes."""
    noun = parse[candidate.head]
    verb = parse.head(noun.i)
    if candidate.type == "ASSAULT" and verb is not None and verb.lemma in _STOPPING and (noun.tag == "VBG" if not candidate.nominal else noun.tag == "NNS" and noun.dep in ("dobj", "nsubjpass")):
        # "undertook to stop kidnapping civilians", "would suspend air strikes": what went on until then, told of no day
        return not any(c.dep in ("det", "poss", "nummod") for c in parse.children(noun.i)) and not any(c.ent in ("DATE", "TIME") for c in parse.children(noun.i))
    if not candidate.nominal or candidate.type not in ("SANCTION", "COERCE") or verb is None or noun.dep not in ("dobj", "nsubjpass"):
        return False
    return verb.lemma in word_set("verbs_of_ending_what_is") and noun.lemma not in word_set("measures_put_off")


def _told_of_old(parse: Parse, text: str, lexicon: StatusLexicon, head: int, published: date | None) -> bool:
    """Whether the words of the event's clause, or the noun its relative clause hangs on, tell a long earlier time."""
    p = parse
    clause = syntax.clause_of(p, head)
    tokens = list(p.subtree(clause))
    dated = p[head].pos == "NOUN" and any(p[k].ent == "DATE" and len(p[k].text) == 4 for k in p.subtree(head))  # "hanged on Monday for a murder in 2019"
    if (deed := deed_of_old(p, clause)) is not None and of_old(p, text, lexicon, deed, published):
        return True
    named = p[head].tag == "NN" or any(c.dep in ("det", "poss") for c in p.children(head))  # "2000 arrests" are many
    if p[head].pos == "NOUN" and named and any(c.i < head and c.dep in ("nummod", "compound", "amod", "nmod") and len(c.text) == 4 and c.text.isdigit() and c.text[:2] in ("19", "20") for c in p.children(head)):
        return True  # "a 2015 protest": whatever day the clause tells
    if not dated and any(p[k].lower in _LATELY and p[k - 1].lower != "ago" and syntax.clause_of(p, k) == clause and not any(t.lower.isdigit() and len(t.lower) == 4 for t in p.tokens[k : k + 6] if t.ent == "DATE") for k in tokens):
        return False  # "was killed on Sunday, the fourth since 2020": whatever else the sentence dates, this is news
    above = p.head(clause)
    if above is not None and p[clause].dep in ("relcl", "acl"):
        opens, closes = syntax.noun_phrase(p, above.i)
        if above.ent == "DATE" and any(c.lower == "when" for c in p.children(clause)) and (years := [int(t.text) for t in p.tokens[opens:closes] if t.text.isdigit() and len(t.text) == 4]) and published is not None and max(years) < published.year:
            return True  # "since the conflict of May 2025, when shells killed a woman"
        tokens += range(above.head if above.dep == "pobj" and above.ent == "DATE" else opens, closes)  # "in 2012, when soldiers arrested him"
    if above is not None and p[clause].dep == "advcl" and p[clause].tag == "VBG" and above.pos in syntax.VERBAL and p[clause - 1].text == "," and not any(p[t].ent in ("DATE", "TIME") for t in p.subtree(clause)):
        return _told_of_old(p, text, lexicon, above.i, published)  # "seized power in February 2021, deposing the government"
    if _behind_semicolon(p, clause) and not any(p[t].ent in ("DATE", "TIME") for t in tokens):
        tokens += range(p.sentences[p[clause].sent].first, p[clause].i)  # "In June 2022, 300 people were killed there; survivors blamed the front"
    if above is not None and p[clause].dep == "advcl" and p[clause].tag == "VBD":
        # "The 2019 pact collapsed after the junta refused to sign": what is dated holds for both.
        tokens += p.subtree(above.i)
    if above is not None and p[clause].dep == "conj" and p[clause].tag == above.tag == "VBD" and not any(c.dep in ("nsubj", "nsubjpass") for c in p.children(clause)):
        # "weighed a raid two years ago but called it off after talks": one day for both, where the second has none of its own.
        tokens += [] if any(p[t].ent in ("DATE", "TIME") for t in tokens) else range(_subject_dated(p, above.i), clause)
    # "promised that it would stay until 2031", "after papers showed that he bought it in 2007": what is told in the clause has a time of its own.
    # "Rebels who took it in 2007 fired on Monday": so has a relative clause, a participle or a gerund, where the clause itself is dated; and one of a thing in
    # the clause ("stormed the town, which rebels seized in 2024") where it is not.
    apart = ("ccomp", "relcl", "acl", "pcomp") if any(p[k].ent == "DATE" and syntax.clause_of(p, k) == clause for k in tokens) else ("ccomp",)
    aside = {k for t in tokens if (p[t].dep in apart or ((p[t].dep == "relcl" or (p[t].dep == "acl" and p[t].tag == "VBN")) and syntax.clause_of(p, p[t].head) == clause)) and p[t].pos == "VERB" and t not in (clause, head) and (p[t].head != head or p[t].dep == "ccomp") and p[p[t].head].i in tokens for k in p.subtree(t)} - {head}
    # "Following their release in 2019, the brothers accused him": the year is that of the release.
    opening = {k for c in p.children(clause) if c.i < clause and c.dep == "prep" and c.lower in ("after", "following") and any(o.dep == "pobj" and o.ent != "DATE" for o in p.children(c.i)) for k in p.subtree(c.i)}
    aside |= opening if head not in opening and any(p[k].text == "," for k in range(max(opening, default=clause), clause)) else set()
    aside = (set() if any(p[k].dep == "ROOT" for k in aside) or head in aside else aside) | answered_for(p, clause, head) | since_then(p, clause, head)
    first, last = min(tokens), max(tokens)
    words = "".join(" ‖ " if k in aside else text[p[k].start : p[k + 1].start if k < last else p[k].end] for k in range(first, last + 1))
    return any((found := b.pattern.search(words)) is not None and not _of_late(found, published) for b in lexicon.background)


def _of_late(found: re.Match[str], published: date | None) -> bool:
    """ "in January 2026" in a report of March 2026, "in June 2025" in the same: a year that is the report's own or one to come, or a month of the last twelve, is not long ago."""
    if published is None or (year := found.groupdict().get("year")) is None:
        return False
    if int(year) >= published.year:
        return True
    month = next((n for word in found.group().casefold().split() if (n := _MONTHS.get(word)) is not None), None)
    return month is not None and int(year) == published.year - 1 and month > published.month


def recalled(parse: Parse, head: int) -> bool:
    """ "marked the anniversary of the massacre", "commemorated the siege", "a memorial to those killed": a deed on which people look back. "A bomb went off at the
    memorial" is none such, nor what happens on an anniversary."""
    at = parse[head]
    for above in islice(parse.ancestors(head), _STEPS):
        if above.pos in ("NOUN", "PROPN") and above.lemma.lower() in _OCCASIONS:
            return at.dep == "compound" or (at.dep == "prep" and at.lower in _BY_PREPOSITION)  # a memorial "for" somebody may be held in the same week
        if above.pos in syntax.VERBAL and at.dep in ("dobj", "nsubjpass") and above.lemma in _RECALLING:
            return True
        if above.lemma == "mark" and at.dep in ("advcl", "prep") and any(c.lower == "since" for c in (at, *parse.children(at.i))):
            return True  # "marked ten years since gunmen killed twelve"
        if above.pos in syntax.VERBAL and above.dep not in ("acl", "relcl", "amod"):
            return False
        at = above
    return False


def deed_of_old(parse: Parse, clause: int) -> int | None:
    """The noun of a deed that a relative clause tells more of: "the bombing that killed 30", "a protest in which police shot six"; None where it tells of anybody or
    anything else, or of a day of its own."""
    above = parse.head(clause)
    if above is None or parse[clause].dep != "relcl" or any(parse[k].ent in ("DATE", "TIME") for k in parse.subtree(clause)):
        return None
    return above.i if above.lemma in event_lexicon().classes["attack_noun"] or above.lemma in _DEEDS else None


def without_days_of_recalling(parse: Parse, head: int, times: TimeLayer, own: list[EventTime]) -> list[EventTime]:
    """The times of a deed without the day on which it is recalled: "commemorated the siege on Tuesday", "the victims of the 2011 attack on Friday"."""
    mentions = {m.time: m for m in times.mentions}
    counted = [t for t in own if t.role == "at" and times.by_id[t.time].granularity in _DAYS and times.by_id[t.time].anchor == "published"]
    counted = [t for t in counted if not any(parse[k].dep == "poss" for k in range(mentions[t.time].first, mentions[t.time].last))]
    years = [times.by_id[t.time] for t in own if times.by_id[t.time].granularity == "year"]
    apart = [t for t in counted if any(_apart(y.latest, times.by_id[t.time].earliest) for y in years)]
    dropped = counted if counted and recalled(parse, head) else apart
    return [t for t in own if t not in dropped]


def _apart(latest: str | None, earliest: str | None) -> bool:
    return latest is not None and earliest is not None and latest < earliest


def announced_for(parse: Parse, noun: int) -> bool:
    """ "announced talks in Geneva for Monday": the day is that of the talks."""
    if parse[noun].dep not in ("dobj", "nsubjpass") or parse[parse[noun].head].lemma not in word_set("announcing_verbs"):
        return False
    return any(parse[o].ent == "DATE" for k in (noun, parse[noun].head) for o in syntax.prep_objects(parse, k, "for"))


def laid_by_announcing(parse: Parse, noun: int) -> bool:
    """ "announced sanctions on two firms", "announced the expulsion of an envoy": the announcement lays the measure on, unless it is put off to a later day."""
    below = [parse[k] for k in parse.subtree(noun)]
    if parse[noun].dep not in ("dobj", "nsubjpass") or parse[parse[noun].head].lemma != "announce" or parse[noun].lemma not in word_set("measures_laid_by_announcing_them"):
        return False
    later = any(t.tag == "MD" or t.lower in ("from", "planned", "proposed", "possible", "draft") for t in below)
    return not later and any(t.dep == "prep" and t.lower in ("on", "against", "of", "for") for t in (*below, *parse.children(parse[noun].head)))


def _subject_dated(parse: Parse, verb: int) -> int:
    """ "Five days of combat in July 2024 | killed dozens and displaced 300,000": where the words begin that hold for both verbs: the subject's, where it bears a time."""
    subject = syntax.child_of(parse, verb, "nsubj")
    below = sorted(parse.subtree(subject.i)) if subject is not None else []
    dated = any(parse[k].ent == "DATE" and parse[parse[k].head].lower in ("in", "during", "of") for k in below) and not any(parse[k].dep in ("relcl", "acl") for k in below)
    return below[0] if dated else verb


def _behind_semicolon(parse: Parse, clause: int) -> bool:
    """Whether a semicolon parts a clause in the simple past from another of its sentence, which opens with "In" and a time."""
    first = parse.sentences[parse[clause].sent].first
    opens = parse[first].lower == "in" and first + 1 < len(parse) and parse[first + 1].ent == "DATE"
    return opens and parse[clause].tag in ("VBD", "VBN") and any(t.text == ";" for t in parse.tokens[first:clause])
