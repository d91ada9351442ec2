"""parse: who holds an office of a place, where the small parser makes the place and the name behind its comma one: "the prefect of Vakaga, Leopold Ngaro-Bida, blamed"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import NameSpan, Token

_OFFICES = event_lexicon().classes["official"] | word_set("office_words") | {"prefect", "chief", "head", "bishop", "archbishop", "commissioner", "coordinator", "commander", "director"}
_FIRMS = word_set("company_ends")


def office_holders(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens."""
    for i in range(first + 4, last):
        name = tokens[i]
        if name.dep == "conj" and name.pos == "PROPN" and tokens[name.head].pos in ("VERB", "AUX"):
            _behind_the_office(tokens, first, i)
            continue
        if name.dep != "appos" or name.pos != "PROPN" or (found := _place_before(tokens, first, name)) is None:
            continue
        place, office = found
        tokens[i] = replace(name, head=office.i)
        label = place.ent
        for t in tokens[_after_comma(tokens, place.i, i) : i + 1]:
            if t.ent in (label, ""):
                tokens[t.i] = replace(tokens[t.i], ent="PERSON")
        if label not in ("GPE", "LOC") and name.ent == label:
            tokens[place.i] = replace(tokens[place.i], ent="")  # one name with the person's: what it is by itself nobody has said


def _behind_the_office(tokens: list[Token], first: int, i: int) -> None:
    """ "according to the health director, | Dr Beatrice Ng'andu": a name is no second deed."""
    comma = next((t for t in reversed(tokens[first:i]) if t.text == ","), None)
    if comma is None or not all(t.pos == "PROPN" and t.text[:1].isupper() for t in tokens[comma.i + 1 : i + 1]):
        return
    office = tokens[comma.i - 1]
    if office.pos == "NOUN" and office.lemma in _OFFICES and office.dep in ("pobj", "nsubj", "dobj"):
        tokens[i] = replace(tokens[i], dep="appos", head=office.i)


def _place_before(tokens: list[Token], first: int, name: Token) -> tuple[Token, Token] | None:
    """The place that the name hangs on, and the office before its "of"."""
    place = tokens[name.head]
    of = tokens[place.head]
    office = tokens[of.head]
    if place.dep != "pobj" or place.pos != "PROPN" or of.lower != "of" or office.pos != "NOUN" or not first <= office.i < of.i < place.i < name.i or office.lemma not in _OFFICES:
        return None
    start = _after_comma(tokens, place.i, name.i)
    behind = tokens[name.i + 1].text if name.i + 1 < len(tokens) else ""
    alone = place.i + 1 < len(tokens) and tokens[place.i + 1].text == "," and behind in (",", "") and start > place.i + 1
    return (place, office) if alone and name.i - start >= 1 and all(t.text[:1].isupper() or t.text == "-" or t.lower in word_set("name_parts") for t in tokens[start : name.i + 1]) else None


def _after_comma(tokens: list[Token], place: int, name: int) -> int:
    return next((t.i + 1 for t in tokens[place + 1 : name] if t.text == ","), name)


def split_at_comma(name: NameSpan, tokens: list[Token]) -> tuple[NameSpan, ...]:
    """The person's name alone, where the recogniser took it and that of a place for one name and the tree has been repaired; the name itself else."""
    comma = next((t.i for t in tokens[name.first + 1 : name.last - 1] if t.text == ","), None)
    if comma is None or tokens[name.last - 1].ent != "PERSON" or name.label == "PERSON" or tokens[name.last - 1].lower in _FIRMS:
        return (name,)
    return (NameSpan(comma + 1, name.last, "PERSON"),)
