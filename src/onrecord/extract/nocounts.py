"""quantities, what is no count: a part of a name ("an AK-47 rifle"), a measure ("500 pounds"), a rate ("12 deaths a day")."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_HYPHENS = frozenset({"-", "‐", "‑"})
_MARK = 3  # letters of a make: "AK", "RPG"
_EACH = frozenset({"each", "every", "per", "a", "an"})
_DAILY = frozenset({"daily", "hourly", "weekly", "monthly", "yearly", "annually"})
_COMPARING = frozenset({"after", "before", "later", "earlier", "ago"})


def no_count(parse: Parse, first: int, last: int, noun: int) -> bool:
    """Whether the number of tokens [first, last), which stands at `noun`, counts nobody and no things."""
    return _none_of(parse, first, noun) or _make(parse, first) or parse[noun].lemma.lower() in word_set("measures") or _rate(parse, first, max(last, noun + 1))


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
    """ "held nine men for ransom", "was holding them captive": kept by those who took them, not by the law."""
    if parse[deed].lemma not in ("hold", "keep", "take", "capture", "seize"):
        return False
    below = parse.children(deed)
    told = {c.lemma.lower() for c in below} | {parse[o].lemma.lower() for c in below if c.dep == "prep" for o in syntax.prep_objects(parse, deed, c.lower)}
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
