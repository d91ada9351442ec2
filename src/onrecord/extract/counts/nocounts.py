"""quantities, what is no count: a part of a name ("an AK-47 rifle"), a measure ("500 pounds"), a rate ("12 deaths a day")."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.quantities import counted_people
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_HYPHENS = frozenset({"-", "‐", "‑"})
_MARK = 3  # letters of a make: "AK", "RPG"
_ROUND = frozenset({"five", "ten", "10", "100", "hundred"})
_EACH = frozenset({"each", "every", "per", "a", "an"})
_DAILY = frozenset({"daily", "hourly", "weekly", "monthly", "yearly", "annually"})
_COMPARING = frozenset({"after", "before", "later", "earlier", "ago"})


def no_count(parse: Parse, first: int, last: int, noun: int) -> bool:
    """Whether the number of tokens [first, last), which stands at `noun`, counts nobody and no things."""
    measured = word_set("measures")
    if [t.lower for t in parse.tokens[last : last + 2]] == ["per", "cent"]:
        return True
    if first > 1 and [t.lower for t in parse.tokens[first - 2 : first]] == ["all", "but"]:
        return True  # "all but three had been freed": those who were not
    if parse[noun].lemma.lower() in measured or (last < noun and parse[last].lower in measured):
        return True  # "500 pounds", "122mm rockets"
    return _of_somebody(parse, first, last, noun) or _none_of(parse, first, noun) or _make(parse, first) or portion(parse[noun]) or _in_so_many(parse, first, last) or _rate(parse, first, max(last, noun + 1))


def _of_somebody(parse: Parse, first: int, last: int, noun: int) -> bool:
    """ "a man of 60", "a girl of nine": how old somebody is; "Mother of three Ann Lee": how many children somebody has."""
    whose = parse[first - 2] if first > 1 and parse[first - 1].lower == "of" else None
    if whose is None or whose.tag not in ("NN", "NNP"):
        return False
    classes = event_lexicon().classes
    alone = first <= noun < last or noun == last - 1
    old = whose.lemma.lower() in classes["human"] or whose.lemma.lower() in classes["folk"] or whose.lemma.lower() in classes["civilian"]
    parent = whose.lower in ("mother", "father", "parent") and (alone or parse[noun].pos == "PROPN")
    return parent or (old and alone and whose.lemma.lower() not in classes["collective"] and whose.lower not in ("crowd", "group", "team", "family", "couple", "congregation", "population", "community", "clan"))


def portion(token: Token) -> bool:
    """ "two-thirds of the residents", "a third of the 90 detainees": a share, by a word that is no number."""
    return token.pos in ("NOUN", "ADJ", "DET", "PRON") and token.lemma.lower() in word_set("shares_of_a_whole")


def _in_so_many(parse: Parse, first: int, last: int) -> bool:
    """ "two in three prisoners", "nine out of ten houses": a share, by two numbers."""
    behind = [t.lower for t in parse.tokens[last : last + 2]]
    before = [t.lower for t in parse.tokens[max(0, first - 2) : first]]
    for words, at in ((behind[:1], last), (before[-1:], first - 1)):
        if words == ["in"] and parse[at].dep == "quantmod":
            return True
    if before == ["out", "of"]:
        return parse[first].lower in _ROUND
    return behind == ["out", "of"] and last + 2 < len(parse) and parse[last + 2].lower in _ROUND


def of_members(parse: Parse, above: Token) -> bool:
    """ "seven members of two families", "12 pupils of three schools": whose they are that are counted by a number of their own."""
    if above.pos not in ("NOUN", "PROPN") or above.tag == "CD":
        return False
    return above.lemma in word_set("words_for_members") or any(c.dep == "nummod" for c in parse.children(above.i))


def those_lost(parse: Parse, noun: int) -> int | None:
    """ "The rebels lost nine fighters": the verb by which those counted fell."""
    top = syntax.first_conjunct(parse, noun)
    verb = parse.head(top)
    fallen = counted_people().get(parse[noun].lemma, ())
    if verb is None or verb.lemma != "lose" or parse[top].dep != "dobj" or fallen not in (("combatants",), ("police",), ("men",), ("peacekeepers",)):
        return None
    gone = any(c.dep == "prep" and c.lower == "to" for c in parse.children(verb.i))  # "lost 40 men to desertion"
    return None if gone else verb.i


def _none_of(parse: Parse, first: int, noun: int) -> bool:
    """ "none of the 30 passengers was hurt"; "the mother of one of the missing men", who is named for him."""
    above = parse.head(parse[noun].head) if parse[noun].dep == "pobj" and parse[parse[noun].head].lower == "of" else None
    if above is not None and above.lower in ("none", "neither"):
        return True
    number = parse[first]
    return number.lower == "one" and number.dep == "pobj" and parse[number.head].lower == "of"


def _make(parse: Parse, first: int) -> bool:
    """ "an AK-47", "two M-16 rifles": the number belongs to the name of the make."""
    before = parse[first - 1] if first else None
    if before is not None and before.text[-1:] in _HYPHENS and len(before.text) > 1:
        letters = before.text[:-1]  # "AK- 47"
    elif first > 1 and parse[first - 1].text in _HYPHENS and parse[first - 2].end == parse[first - 1].start:
        letters = parse[first - 2].text if parse[first - 2].tag not in ("DT", "IN", "CC") else ""
    else:
        return False
    return letters.isalpha() and letters.isupper() and len(letters) <= _MARK


def _rate(parse: Parse, first: int, behind: int) -> bool:
    """ "an average of 12 deaths", "nine murders a day", "30 killed per month": how many in the mean, not how many there were."""
    before = [t.lower for t in parse.tokens[max(0, first - 3) : first] if t.sent == parse[first].sent]
    if before[-2:] == ["average", "of"] or before[-1:] in (["averaging"], ["averaged"]):
        return True
    after = [t for t in parse.tokens[behind : behind + 3] if t.sent == parse[first].sent]
    if after and after[0].lower in _DAILY:
        return True
    timed = len(after) > 1 and after[0].lower in _EACH and after[1].lemma.lower() in word_set("units")
    return timed and (len(after) < 3 or after[2].lower not in _COMPARING)


def supposed(parse: Parse, deed: int) -> bool:
    """ "40,000 people would have fled": what did not come about has no figure."""
    aux = syntax.auxiliaries(parse, deed)
    return parse[deed].pos in syntax.VERBAL and any(a.tag == "MD" and a.lower in ("would", "could", "might") for a in aux) and any(a.lemma == "have" for a in aux)


def heard(parse: Parse, noun: int) -> bool:
    """ "interviews with 31 former detainees", "the inquiry spoke to 40 survivors": how many were asked, and not how many were held or hurt."""
    token = parse[noun]
    above = parse.head(token.head) if token.dep == "pobj" and parse[token.head].lower in ("with", "to", "from", "of") else parse.head(noun)
    if above is None or (token.dep not in ("pobj", "dobj")):
        return False
    spoken = above.pos in syntax.VERBAL and token.dep == "pobj" and parse[token.head].lower in ("of", "from")  # "spoke of 30 martyrs"
    return above.lemma.lower() in word_set("words_of_hearing") and not spoken


def captive(parse: Parse, deed: int) -> bool:
    """ "held nine men for ransom", "was holding them captive", "were taken prisoner": kept by those who took them, not by the law; "holds 44 prisoners" is either."""
    if parse[deed].lemma not in ("hold", "keep", "take", "capture", "seize"):
        return False
    below = parse.children(deed)
    told = {c.lemma.lower() for c in below if c.tag != "NNS" or c.lemma.lower() != "prisoner"} | {parse[o].lemma.lower() for c in below if c.dep == "prep" for o in syntax.prep_objects(parse, deed, c.lower)}
    return bool(told & word_set("words_of_captivity"))


def lost(parse: Parse, noun: int) -> int | None:
    """ "44 inmates lost their lives": the verb by which those counted died."""
    verb = parse.head(noun)
    if verb is None or verb.lemma != "lose" or parse[noun].dep != "nsubj":
        return None
    return verb.i if any(c.dep == "dobj" and c.lemma.lower() == "life" for c in parse.children(verb.i)) else None


def died_since(parse: Parse, first: int, noun: int) -> int | None:
    """ "One of the wounded later died": the verb by which those counted, who are told as hurt, died."""
    if parse[noun].lower not in word_set("the_hurt"):
        return None
    for token in (parse[first], parse[noun]):
        verb = parse.head(token.i)
        if verb is not None and verb.lemma in ("die", "succumb") and token.dep in ("nsubj", "nsubjpass") and not any(c.dep == "neg" or c.tag == "MD" for c in parse.children(verb.i)):
            return verb.i
    return None


def got_away(parse: Parse, noun: int) -> bool:
    """ "191 inmates slipped away": of those who are no longer held."""
    verb = parse.head(noun)
    if verb is None or parse[noun].dep != "nsubj":
        return False
    fled = verb.lemma in word_set("escaping_verbs") or verb.lemma in word_set("verbs_of_getting_away")
    return fled or any(c.lower == "away" and c.dep in ("prt", "advmod") for c in parse.children(verb.i))
