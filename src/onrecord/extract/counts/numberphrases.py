"""quantities, numbers: the phrases of a report that count something, each with its bounds and the noun it counts."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import syntax
from onrecord.extract.counts.nocounts import no_count
from onrecord.extract.counts.tolls import put_at
from onrecord.extract.phrases.jointly import defines
from onrecord.lexicon.quantities import counted_people
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.parse import Parse, Token
from onrecord.numbers import Bounds, bounds

_UNITS = word_set("units")
_AFTER_NUMBERS = frozenset({"odd", "plus", "some"})
_PLURALS = word_set("plural_numbers")
_ALL_OR_NONE = frozenset({"every", "each", "any", "no", "single"})  # "every single one of them": all


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number of tokens [first, last), its bounds, and the token of the noun it counts."""

    first: int
    last: int
    bounds: Bounds
    noun: int


def number_phrases(p: Parse, text: str) -> list[NumberPhrase]:
    """Number phrases, each with the noun it counts (itself where the noun is left out: "killed five")."""
    found: list[NumberPhrase] = []
    done = -1
    for token in p.tokens:
        if token.lower == "one" and token.i + 1 < len(p) and p[token.i + 1].lower in word_set("nouns_of_sorts"):
            continue  # "just one group of people displaced"
        if token.lower == "one" and token.dep == "appos" and any(c.lower == "of" for c in p.children(token.i)):
            continue  # "Jane Doe, one of the young marchers killed": who she is
        if token.i <= done or not numeral(token) or token.ent in ("MONEY", "PERCENT", "ORDINAL") or (token.lower == "one" and token.i and p[token.i - 1].lower in _ALL_OR_NONE):
            continue
        if _year_before(p, token):
            continue
        last = token.i + 1
        while (
            last < len(p)
            and p[last].sent == token.sent
            and (
                numeral(p[last])
                or (p[last].lower in ("to", "-", "–", "and") and last + 1 < len(p) and numeral(p[last + 1]))
                or (p[last].lower == "of" and p[last - 1].lower in _PLURALS and last + 1 < len(p) and p[last + 1].lower in _PLURALS)
            )
        ):
            last += 1
        if (now := _grown_to(p, token.i, last)) is not None:
            token = p[now]  # "rose from 12 to 15": what it came to
        done = last - 1
        words = [t.text for t in p.tokens[token.i : last]]
        before = text[max(p.sentences[token.sent].start, token.start - 30) : token.start].lower()
        size = bounds(words, before)
        tail = [t.lower for t in p.tokens[last : last + 2]]
        if size is not None and tail in (["or", "more"], ["or", "fewer"], ["or", "less"]):
            # "19 or more": what is behind belongs to the number, and the end is open.
            size, done = (Bounds(size.min, None) if tail[1] == "more" else Bounds(None, size.max)), last + 1
        if (
            size is None
            or (size.max or size.min or 0) > 50_000_000
            or (last - token.i == 1 and words[0].isdigit() and 1900 <= int(words[0]) <= 2100)
        ):
            continue
        noun = noun_of(p, token.i, last)
        if p[noun].lemma.lower() in _UNITS or (noun < len(p) - 1 and noun < last and p[noun + 1].lemma.lower() in _UNITS):
            continue
        if last + 1 < len(p) and p[last].text in ("-", "‐", "‑") and p[last].start == p[last - 1].end == p[last + 1].start - 1 and p[last + 1].lower not in _AFTER_NUMBERS and p[last + 1].lemma not in counted_people():
            continue  # "a four-day search", "a three-stage rocket"
        if token.i and p[token.i - 1].sent == token.sent and p[token.i - 1].lower.rstrip(".") in calendar_words()["month"] and last - token.i == 1:
            continue  # "images of an Oct. 19 meeting"
        if last < len(p) and p[last].text[:1].isupper() and p[last].lower in calendar_words()["month"] and last - token.i == 1:
            continue  # "On 3 February soldiers beat": a day
        if defines(p, token.i, last, noun) or no_count(p, token.i, last, noun):
            continue
        if token.ent in ("DATE", "TIME") and (p[noun].ent == token.ent or noun < last) and put_at(p, token.i) is None:
            continue  # but "put the toll at 34"
        found.append(NumberPhrase(token.i, last, size, noun))
    return found


def _year_before(p: Parse, token: Token) -> bool:
    """ "In 2021 nine activists were killed", "On 3 March 2024 12 people": a year, and the number behind it counts."""
    after = p[token.i + 1] if token.i + 1 < len(p) else None
    year = token.text.isdigit() and len(token.text) == 4 and 1900 <= int(token.text) <= 2100
    return year and after is not None and after.sent == token.sent and after.start > token.end and numeral(after)


def _grown_to(p: Parse, first: int, last: int) -> int | None:
    """The second number of "rose from 12 to 15": no range, but what a count was and what it came to; None where the words are a range."""
    from_ = p.head(first)
    if from_ is None or from_.lower != "from" or (verb := p.head(from_.i)) is None or verb.lemma not in word_set("verbs_of_growing"):
        return None
    return next((k + 1 for k in range(first + 1, last - 1) if p[k].lower == "to"), None)


def numeral(token: Token) -> bool:
    """Whether a token is a number by itself: "12", "twelve", "dozens"."""
    return token.pos == "NUM" or token.tag == "CD" or token.lower in _PLURALS or token.lower == "dozen"


def noun_of(p: Parse, first: int, last: int) -> int:
    """The noun that the number of tokens [first, last) counts, or the number's own last token."""
    at = first if p[last - 1].dep == "conj" else last - 1
    for _ in range(3):
        head = p.head(at)
        if p[at].dep in ("nummod", "quantmod", "compound", "amod", "nmod") and head is not None and head.pos in ("NOUN", "PROPN", "NUM", "ADJ"):
            at = head.i
    if at < last:
        of = syntax.prep_objects(p, at, "of")
        if of:
            return of[0]
    return at
