"""parse: short headlines, whose verb the small parser takes for a noun and whose first party it loses. Only lines without a stop at their end are read so."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from onrecord import syntax
from onrecord.actorbook import ActorBook
from onrecord.extract.trees.headlinepairs import two_lines
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_LONGEST = 16
_STOPS = frozenset({".", "?", "!", ";", ":", "…"})
_SIGNING = frozenset({":", "-", "--", "–", "—"})
_JUDGED = frozenset({"convict", "impeach", "acquit", "sentence", "jail", "fine", "arrest", "detain", "expel"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MISTAKEN = frozenset({"NN", "NNS", "JJ", "VB", "VBP"})
_NAMES = frozenset({"NNP", "NNPS"})
# What two parties are called that a comma joins: "Orlan, Sool", "gunmen, police".
_PARTIES = frozenset({"NNP", "NNPS", "NNS"})
_CALENDAR = frozenset({"DATE", "TIME"})
# What the parser makes of the object of a verb in a line without articles.
_LOOSE = frozenset({"npadvmod", "appos"})
_AT_SEA = frozenset({"seize", "sink", "board", "capture", "intercept", "hijack", "attack", "rescue", "find", "strike", "hit", "capsize", "fire", "stop"})
_OF_ARREST = frozenset({"warrant", "record", "power", "rate", "figure", "order", "data", "quota", "report", "attempt", "operation", "number", "total", "statistic"})
_SUPPOSED = frozenset({"alleged", "suspected", "accused"})
_MANY = frozenset({"thousands", "hundreds", "dozens", "scores", "millions"})
_BEFORE = frozenset({"compound", "nmod"})


def read_headline(tokens: list[Token], first: int, last: int) -> None:
    """Repairs the tree of a headline, tokens [first, last), in place. Cost: linear in its tokens."""
    while last > first and not tokens[last - 1].text.strip():
        last -= 1
    if last > first and tokens[last - 1].text not in _STOPS and (mark := two_lines(tokens, first, last, read_headline)) is not None:
        last = mark
    first, last = _between_labels(tokens, first, last)
    if last - first == 2 and tokens[first].pos in ("NOUN", "PROPN") and tokens[first].dep == "nsubj" and tokens[last - 1].tag == "VBD" and tokens[last - 1].lemma in word_set("done_to_people"):
        tokens[first], tokens[last - 1] = replace(tokens[first], dep="nsubjpass"), replace(tokens[last - 1], tag="VBN")  # "Mayor assassinated"
    if last - first < 3 or last - first > _LONGEST:
        return
    for i in range(first + 1, min(last - 1, first + 8)):
        if tokens[i].lower == "talks" and tokens[i].tag == "VBZ" and tokens[i - 1].tag == "NN" and tokens[i + 1].lower in ("off", "on", "due", "in", "at"):
            _parley(tokens, first, last, i)
    verb = next((i for i in range(first + 1, min(last - 1, first + 8)) if _lost_past(tokens, first, i)), None)
    if verb is not None:
        _rebuild(tokens, first, last, verb, "VBD")
        return
    if tokens[last - 1].text not in _STOPS and sum(t.text in _STOPS for t in tokens[first:last]) == 1:
        _said_done(tokens, first, last)  # one semicolon within
        _behind_colon(tokens, first, last)
    if tokens[last - 1].text in _STOPS or any(t.text in _STOPS or t.text in ('"', "“", "”") for t in tokens[first:last]):
        return
    for i in range(first + 1, min(last - 1, first + 8)):
        if tokens[i + 1].lower in _SUPPOSED and tokens[i + 1].tag == "VBD" and tokens[i].tag == "NNS" and _lemma_of(tokens[i].lower) and i + 2 < last and tokens[i + 2].pos in ("NOUN", "PROPN", "ADJ"):
            tokens[i + 1] = replace(tokens[i + 1], tag="JJ", pos="ADJ", dep="amod", lemma=tokens[i + 1].lower)  # "Norland sanctions alleged smuggler"
        if tokens[i].tag in _FINITE and not (tokens[i].tag == "VBP" and tokens[i].dep in ("amod", *_BEFORE)):
            break
        if (tag := _lost_verb(tokens, first, last, i)) is not None:
            _rebuild(tokens, first, last, i, tag)
            break
    _off_coast(tokens, first, last)
    _said_done(tokens, first, last)
    _done_to(tokens, first, last)
    _loose_object(tokens, first, last)
    _first_party(tokens, first, last)
    for i in range(first + 2, last - 1):
        if tokens[i].pos == "NUM" and tokens[i - 1].text == "," and tokens[i + 1].tag in ("VBD", "VBN") and tokens[i + 1].lower in word_set("counted_fates") and (i + 2 == last or tokens[i + 2].pos == "ADP"):
            # "..., 26 killed": told of the 26 without its "were".
            tokens[i + 1] = replace(tokens[i + 1], tag="VBN")
            tokens[i] = replace(tokens[i], dep="nsubjpass", head=i + 1)


def _between_labels(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """The clause of a line without the topic or speaker that was read apart before its colon, and without who signs it: "Sudan: Editor shot in Gao – HRW"."""
    opening = next((t.i for t in tokens[first : first + 8] if t.text == ":" and tokens[t.head].dep == "meta"), None)
    if opening is not None and all(t.dep == "meta" or tokens[t.head].i < opening for t in tokens[first:opening]):
        first = opening + 1
    signing = next((t.i for t in reversed(tokens[first:last]) if t.text in _SIGNING and tokens[t.head].dep == "meta"), None)
    return first, signing if signing is not None and signing > first + 2 else last


def _off_coast(tokens: list[Token], first: int, last: int) -> None:
    """ "Tanker seized off Yemen": where it was, and nothing that was seized off; "cut off Gaza" keeps its particle."""
    for i in range(first + 2, last - 1):
        place = tokens[i + 1]
        if tokens[i].lower == "off" and tokens[i].dep == "prt" and place.head == tokens[i].head and place.dep == "dobj" and place.ent in ("GPE", "LOC") and tokens[tokens[i].head].lemma in _AT_SEA:
            tokens[i] = replace(tokens[i], dep="prep", tag="IN", pos="ADP")
            tokens[i + 1] = replace(place, dep="pobj", head=i)


def _said_done(tokens: list[Token], first: int, last: int) -> None:
    """ "Pakistan says 31 militants killed in strikes": what is said was done to them, without its "were"; they are no object of saying."""
    for i in range(first + 1, min(last - 2, first + 8)):
        if tokens[i].tag not in ("VBZ", "VBD", "VBP") or tokens[i].lemma not in word_set("verbs_of_saying") or (tokens[i].head != i and not _own_clause(tokens, i)):
            continue
        if _said_dead(tokens, i, last):
            return
        told = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "ccomp" and t.tag in ("VBD", "VBN") and t.lemma in word_set("done_to_people")), None)
        some = next((t for t in tokens[i + 1 : told.i] if t.head == told.i and t.dep == "nsubj"), None) if told is not None else None
        if told is not None and some is not None and not any(t.head == told.i and t.dep in ("dobj", "aux", "auxpass", "prt") for t in tokens[i:last]):
            # "says 3 spies executed", "say three suspects arrested": nobody is told whom they would have executed or arrested
            if told.tag == "VBN" or any(t.head == some.i and t.dep == "nummod" for t in tokens[i + 1 : some.i]):
                tokens[told.i] = replace(told, tag="VBN", pos="VERB")
                tokens[some.i] = replace(some, dep="nsubjpass")
            return
        noun = next((t for t in tokens[i + 1 : last] if t.head == i and t.dep == "dobj" and t.pos in ("NOUN", "PROPN")), None)
        done = next((t for t in tokens[noun.i + 1 : last] if t.head == noun.i and t.dep == "acl" and t.tag in ("VBN", "VBD")), None) if noun is not None else None
        if noun is None or done is None or any(t.head == done.i and t.dep in ("dobj", "nsubj") for t in tokens[first:last]) or (done.lemma not in word_set("done_to_people") and any(t.tag in _FINITE and t.dep != "acl" for t in tokens[noun.i + 1 : last])):
            continue
        tokens[done.i] = replace(done, dep="ccomp", head=i, tag="VBN", pos="VERB")
        tokens[noun.i] = replace(noun, dep="nsubjpass", head=done.i)
        return


def _said_dead(tokens: list[Token], i: int, last: int) -> bool:
    """ "Officials say nine dead in blast", "Army confirms two soldiers dead": it is said of those counted, and never of who says it."""
    dead = next((t for t in tokens[i + 1 : last] if t.lower in ("dead", "missing") and ((t.head == i and t.dep in ("dobj", "ccomp", "oprd", "acomp")) or (t.head == t.i - 1 and tokens[t.head].head == i and tokens[t.head].dep == "dobj"))), None)
    if dead is None or any(t.head == dead.i and t.dep in ("nsubj", "cop", "aux", "det") for t in tokens[i:last]):
        return False
    some = next((t for t in tokens[i + 1 : dead.i] if (t.head == dead.i and t.dep == "nummod") or (t.head == i and t.dep == "dobj" and (t.pos == "NUM" or any(c.head == t.i and c.dep == "nummod" for c in tokens[i + 1 : t.i])))), None)
    if some is None or some.i != dead.i - 1:
        return False
    tokens[dead.i] = replace(dead, pos="ADJ", tag="JJ", dep="ccomp", head=i)
    tokens[some.i] = replace(some, dep="nsubj", head=dead.i)
    for t in tokens[dead.i + 1 : last]:
        if t.head in (i, some.i) and t.dep == "prep":
            tokens[t.i] = replace(t, head=dead.i)
    return True


def _behind_colon(tokens: list[Token], first: int, last: int) -> None:
    """ "IDF: Front commander killed": what the parser takes for a participle that tells of the one before the colon is what he says, and befell the noun before it."""
    colon = next((t.i for t in tokens[first : first + 5] if t.text == ":"), None)
    if colon is None or colon >= last - 2:
        return
    teller = next((t for t in tokens[first:colon] if t.head == t.i), None)
    done = next((t for t in tokens[colon + 1 : last] if teller is not None and t.head == teller.i and t.dep == "acl" and t.tag in ("VBD", "VBN") and t.lemma in word_set("done_to_people")), None)
    if teller is not None and done is not None and any(t.head == done.i and t.dep == "nsubj" for t in tokens[colon + 1 : done.i]):
        for t in tokens[first:last]:
            if t.head == teller.i and t.i > teller.i and t.i != done.i:
                tokens[t.i] = replace(t, head=done.i)
        tokens[done.i], tokens[teller.i] = replace(done, dep="ROOT", head=done.i), replace(teller, dep="dep", head=done.i)
        _done_to(tokens, colon + 1, last)


def _own_clause(tokens: list[Token], i: int) -> bool:
    """ "Chad says 31 rebels killed; Mali denies role": a semicolon parts two clauses, the first of which is no complement of the second. Whether it was put right."""
    above = tokens[tokens[i].head]
    if tokens[i].dep != "ccomp" or above.head != above.i or not any(t.text == ";" for t in tokens[i : above.i]):
        return False
    tokens[above.i] = replace(above, dep="conj", head=i)
    tokens[i] = replace(tokens[i], dep="ROOT", head=i)
    return True


def _done_to(tokens: list[Token], first: int, last: int) -> None:
    """ "Mayor shot dead in Gao", "Priest stabbed by rebels, police say", "Truce agreed in Lom": without an object, what is done to people and pacts was done to the subject."""
    said = [t.i for t in tokens[first:last] if t.head == t.i and t.lemma in word_set("verbs_of_saying")]
    verb = next((t for t in tokens[first:last] if t.tag in ("VBD", "VBN") and (t.head == t.i or (t.dep == "ccomp" and t.head in said and t.i < t.head))), None)
    last = verb.head if verb is not None and verb.head in said else last
    if verb is not None and verb.lemma in _JUDGED:
        _judged_over(tokens, verb, last)
    pact = verb is not None and verb.lemma in word_set("done_to_pacts") and any(t.head == verb.i and t.dep == "nsubj" and _pact(t) for t in tokens[first : verb.i])
    if verb is None or (verb.lemma not in word_set("done_to_people") and not pact) or any(t.head == verb.i and t.dep in ("dobj", "aux", "auxpass", "prt") for t in tokens[first:last]):
        return
    at = verb.i + 1 + (verb.i + 1 < last and tokens[verb.i + 1].lower == "dead")
    subject = next((t for t in tokens[first : verb.i] if t.head == verb.i and t.dep == "nsubj"), None)
    meanwhile = at < last and ((tokens[at].tag == "VBG" and tokens[at].dep in ("xcomp", "advcl", "ccomp")) or (tokens[at].dep == "mark" and tokens[at].lower in ("as", "after", "when", "while")))  # "Editor killed covering clashes", "Three of family killed as shells hit mill"
    told = at < last and tokens[at].text == "," and verb.head in said  # "Bishop abducted, church says"
    if subject is None or not (at >= last or meanwhile or told or (tokens[at].pos == "ADP" and not (tokens[at].lower == "at" and verb.lemma == "shoot"))):
        return
    tokens[verb.i] = replace(verb, tag="VBN")
    tokens[subject.i] = replace(subject, dep="nsubjpass")
    if at < last and tokens[at].lower == "by" and tokens[at].head == verb.i:
        tokens[at] = replace(tokens[at], dep="agent")


def _judged_over(tokens: list[Token], verb: Token, last: int) -> None:
    """ "Colonel convicted over 1982 massacre", "Governor impeached over contracts": for what, and no number of what he convicted."""
    over = tokens[verb.i + 1] if verb.i + 1 < last else verb
    thing = next((t for t in tokens[over.i + 1 : last] if t.head == verb.i and t.dep in ("dobj", "pobj", "npadvmod")), None)
    if over.lower not in ("over", "for", "in", "of") or over.i == verb.i or thing is None or any(t.pos in ("VERB", "AUX") for t in tokens[over.i : thing.i]):
        return
    tokens[over.i] = replace(over, pos="ADP", tag="IN", dep="prep", head=verb.i)
    tokens[thing.i] = replace(thing, dep="pobj", head=over.i)


def _pact(token: Token) -> bool:
    return token.lemma.lower() in event_lexicon().classes["accord"] | word_set("arranged_meetings")


def _parley(tokens: list[Token], first: int, last: int, i: int) -> None:
    """ "Truce talks off": no truce talks; the line has no verb, its noun is the talks."""
    tokens[i] = replace(tokens[i], pos="NOUN", tag="NNS", lemma="talk")
    for k in range(first, i):
        if tokens[k].head == i:
            tokens[k] = replace(tokens[k], dep=_modifier(tokens[k]))
    for k in range(i + 1, last):
        if tokens[k].head == i and tokens[k].dep == "prt":
            tokens[k] = replace(tokens[k], dep="advmod")


def _lost_past(tokens: list[Token], first: int, i: int) -> bool:
    """ "The army retook Ain Sefra": a past that is never a noun."""
    return tokens[i].tag in ("NN", "NNP") and tokens[i].lower in word_set("pasts_taken_for_nouns") and _noun_phrase(tokens, first, i) and tokens[i].text.islower()


def _lost_verb(tokens: list[Token], first: int, last: int, i: int) -> str | None:
    """The tag of the verb that a supposed noun or adjective is, by what stands around it; None where it may be none."""
    word = tokens[i]
    if word.tag not in _MISTAKEN or not word.text.islower() or not _noun_phrase(tokens, first, i):
        return None
    rest = tokens[i + 1 : last]
    behind = next((k for k, t in enumerate(rest) if t.text == ","), len(rest))
    plan = behind > 1 and rest[0].lower in word_set("shelved_nouns") and rest[1].lower in ("to", "for", "on", "over")
    if any(t.tag in _FINITE or t.tag == "VBN" for t in rest[(1 if plan else 0) : behind]):
        return None
    subject = tokens[i - 1]
    lemma = _lemma_of(word.lower)
    if lemma is not None and lemma != word.lower:
        if subject.tag in ("NNS", "NNPS", "CD", "JJ"):
            return None
        if plan and subject.tag in _NAMES:
            return "VBZ" if word.lower in word_set("headline_verb_forms") else None
        noun = bool(event_lexicon().rules_for("n", lemma))
        named = " ".join(t.text for t in tokens[first:i])
        doer = _body(named) if noun else subject.tag in _NAMES or bool(event_lexicon().rules_for("n", subject.lemma)) or _armed(subject)
        return "VBZ" if doer and _opens(tokens, i + 1, last) else None
    attack = lemma in word_set("headline_attacks") and not (subject.lower == "police" and lemma in ("bomb", "shell")) and not (lemma == "arrest" and rest[-1].lemma in _OF_ARREST)
    if lemma is None or not (_several(tokens, first, i) or (attack and subject.lower == "police")):
        return None
    if attack and rest and rest[0].pos in ("NOUN", "PROPN", "ADJ") and any(t.pos == "NOUN" for t in rest):
        return "VBP"  # "Rebels shell village", "Police storm growers' camp"
    crowd = lemma in word_set("verbs_of_crowds") and (tokens[i + 1].pos == "ADP" or (lemma == "flee" and tokens[i + 1].pos in ("NOUN", "PROPN", "VERB")))
    return "VBP" if crowd or _opens(tokens, i + 1, last) or _takes(tokens, lemma, i + 1, last) else None


@lru_cache(maxsize=4_000)
def _lemma_of(word: str) -> str | None:
    """The listed verb whose present form a word is."""
    ends = (word, word[:-1] if word.endswith("s") else "", word[:-2] if word.endswith("es") else "", f"{word[:-3]}y" if word.endswith("ies") else "")
    if word in word_set("headline_verb_forms"):
        return next((w for w in (f"{word[:-3]}f", word[:-1], word[:-2]) if w and event_lexicon().rules_for("v", w)), word[:-1])
    return next((w for w in ends if w and event_lexicon().rules_for("v", w)), None)


@lru_cache(maxsize=4_000)
def _body(name: str) -> bool:
    book = ActorBook.load()
    return book.country_of(name) is not None or book.organisation(name) is not None


def _armed(token: Token) -> bool:
    classes = event_lexicon().classes
    return token.lemma in classes["armed"] or token.lower in classes["armed"]


def _noun_phrase(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the line opens with nothing but names and nouns, parted by a comma at most."""
    before = tokens[first:last]
    if tokens[last - 1].pos not in ("NOUN", "PROPN") or tokens[last - 1].ent in _CALENDAR:
        return False
    return all(t.pos in ("NOUN", "PROPN", "ADJ", "NUM") or t.text in (",", "&") or t.lower in ("and", "the") or t.tag == "POS" for t in before)


def _several(tokens: list[Token], first: int, i: int) -> bool:
    """Whether the subject is plural: "Rebels", "Kabul, Oslo", "Taliban"; a verb without an ending has such a one."""
    head = tokens[i - 1]
    if head.lower in _MANY or head.tag == "NNPS" or (head.ent == "NORP" and head.lower.endswith("s")) or (head.tag == "NNS" and head.lower != head.lemma) or _named_group(" ".join(t.text for t in tokens[first:i])):
        return True
    comma = next((k for k in range(first + 1, i - 1) if tokens[k].text in (",", "&") or tokens[k].lower == "and"), None)
    return comma is not None and all(_party(tokens[k]) for k in (*range(first, comma), *range(comma + 1, i)))


@lru_cache(maxsize=4_000)
def _named_group(name: str) -> bool:
    return name.lower() in word_set("groups_named_in_the_plural")


def _party(token: Token) -> bool:
    return (token.tag in _PARTIES or token.ent == "GPE" or token.lower in word_set("groups_named_in_the_plural")) and token.ent not in _CALENDAR


def _opens(tokens: list[Token], i: int, last: int) -> bool:
    """Whether a new phrase opens here, so that the word before is no part of it: a name, a nation's adjective or a number, but no day, year or count of dead."""
    token = tokens[i]
    if token.ent in _CALENDAR or (token.text.isdigit() and len(token.text) == 4):
        return False
    if token.pos == "NUM":
        after = tokens[i + 1] if i + 1 < last else None
        return after is None or not (after.lower in word_set("counted_fates") or after.lemma in word_set("time_spans") or after.text in ("%", "-"))
    return token.tag in _NAMES or token.ent == "NORP" or token.lower in _SUPPOSED


def _takes(tokens: list[Token], lemma: str, i: int, last: int) -> bool:
    """Whether a rule of the verb names the noun that follows, in so many words: "swap prisoners", "trade fire", and no "trade talks"."""
    end = i
    while end < last and (tokens[end].pos in ("NOUN", "ADJ", "PROPN") or tokens[end].tag == "POS"):
        end += 1
    if end == i or tokens[end - 1].pos != "NOUN":
        return False
    noun = tokens[end - 1]
    classes = event_lexicon().classes
    for rule in event_lexicon().rules_for("v", lemma):
        wanted = {v for c in rule.where if c.slot == "obj" and not c.negated for v in c.values}
        if noun.lemma in rule.companions or noun.lemma in wanted or any(noun.lemma in classes.get(v[1:], ()) for v in wanted if v.startswith("@")):
            return True
    return False


def _rebuild(tokens: list[Token], first: int, last: int, verb: int, tag: str) -> None:
    """Hangs the subject before and the object behind on the verb, and what is left where it was, or on the verb."""
    word = tokens[verb]
    lemma = _lemma_of(word.lower) or word.lemma
    if tag == "VBD":
        lemma = word.lower.replace("took", "take").replace("ran", "run").replace("threw", "throw").replace("drew", "draw")
    tokens[verb] = replace(word, pos="VERB", tag=tag, dep="ROOT", head=verb, lemma=lemma, ent="")
    subject = verb - 1
    comma = next((k for k in range(first, subject) if tokens[k].text in (",", "&") or tokens[k].lower == "and"), None)
    for i in range(first, subject):
        if comma is not None and i == comma:
            tokens[i] = replace(tokens[i], dep="punct" if tokens[i].text == "," else "cc", head=comma - 1)
        elif comma is not None and i == comma - 1:
            tokens[i] = replace(tokens[i], dep="nsubj", head=verb)
        elif comma is not None and i < comma:
            tokens[i] = replace(tokens[i], dep=_modifier(tokens[i]), head=comma - 1)
        elif tokens[i].tag == "POS":
            tokens[i] = replace(tokens[i], dep="case", head=i - 1)
        else:
            owned = i + 1 < subject and tokens[i + 1].tag == "POS"
            tokens[i] = replace(tokens[i], dep="poss" if owned else _modifier(tokens[i]), head=subject)
    tokens[subject] = replace(tokens[subject], dep="conj" if comma is not None else "nsubj", head=comma - 1 if comma is not None else verb)
    end = verb + 1
    if tokens[end].tag in ("VBP", "VB") and tokens[end].lower in word_set("shelved_nouns"):
        tokens[end] = replace(tokens[end], pos="NOUN", tag="NN")
    while end < last and (tokens[end].pos in ("NOUN", "ADJ", "PROPN", "NUM", "DET") or tokens[end].tag == "POS"):
        end += 1
    target = end - 1
    if target > verb:
        for i in range(verb + 1, target):
            tokens[i] = replace(tokens[i], dep=_modifier(tokens[i]), head=target)
        tokens[target] = replace(tokens[target], dep="dobj", head=verb)
    for i in range(end, last):
        token = tokens[i]
        if token.head == i:
            tokens[i] = replace(token, dep="ccomp" if token.pos in syntax.VERBAL else "dep", head=verb)
        elif token.head < end and token.head != target:
            tokens[i] = replace(token, dep="acl" if token.dep == "xcomp" else token.dep, head=target if token.dep == "xcomp" else verb)
        elif token.head == target and token.dep == "xcomp":
            tokens[i] = replace(token, dep="acl")


def _modifier(token: Token) -> str:
    return "nummod" if token.pos == "NUM" else "amod" if token.pos == "ADJ" else "det" if token.pos == "DET" else "compound"


def _main(tokens: list[Token], first: int, last: int) -> int | None:
    """The one verb of the line, where it is finite or looks so."""
    return next((i for i in range(first, last) if tokens[i].dep == "ROOT" and tokens[i].tag in (*_FINITE, "VB") and tokens[i].pos == "VERB"), None)


def _loose_object(tokens: list[Token], first: int, last: int) -> None:
    """ "Rebels free 40 nurses", "Army shells the Adem suburb": the noun behind a verb that has no other object is its object, the one before it its subject."""
    verb = _main(tokens, first, last)
    if verb is None:
        return
    below = [t for t in tokens[first:last] if t.head == verb and t.i != verb]
    before = [t for t in below if t.dep in _BEFORE and t.i == verb - 1 and t.pos in ("NOUN", "PROPN")]
    if before and not any(t.dep in ("nsubj", "nsubjpass", "expl") for t in below):
        tokens[before[0].i] = replace(before[0], dep="nsubj")
    elif not any(t.dep == "nsubj" for t in below):
        return
    if any(t.dep in ("dobj", "ccomp", "xcomp", "prt", "acomp", "attr", "oprd", "auxpass") for t in below):
        return
    for noun in below:
        if noun.dep in _LOOSE and noun.i > verb and noun.pos in ("NOUN", "PROPN") and noun.ent not in (*_CALENDAR, "MONEY", "PERCENT", "QUANTITY") and noun.lemma not in word_set("time_spans"):
            start = min([noun.i, *(t.i for t in tokens[first:last] if t.head == noun.i)])
            if start == verb + 1 and tokens[start].pos not in ("ADP", "ADV"):
                tokens[noun.i] = replace(noun, dep="dobj")
                return


def _first_party(tokens: list[Token], first: int, last: int) -> None:
    """ "Norland, Saraya restore ties": both names before a verb in the plural do what it says; a comma stands for "and"."""
    verb = _main(tokens, first, last)
    if verb is None or tokens[verb].tag not in ("VBP", "VB"):
        return
    second = next((t for t in tokens[first:verb] if t.head == verb and t.dep in ("nsubj", "conj") and t.i == verb - 1), None)
    comma = next((k for k in range(first + 1, verb) if tokens[k].text == ","), None)
    if second is None or comma is None or second.dep != "nsubj" or any(not _party(tokens[k]) for k in (*range(first, comma), *range(comma + 1, verb))):
        return
    for i in range(first, comma - 1):
        tokens[i] = replace(tokens[i], dep="compound", head=comma - 1)
    tokens[comma - 1] = replace(tokens[comma - 1], dep="nsubj", head=verb, pos="NOUN" if tokens[comma - 1].tag == "NNS" else "PROPN")
    tokens[comma] = replace(tokens[comma], head=comma - 1)
    tokens[second.i] = replace(second, dep="conj", head=comma - 1)
