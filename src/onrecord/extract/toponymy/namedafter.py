"""places: what only bears the name of a place and lies nowhere: pacts, dignities, what states back or own, ships, persons with their age. A helper, no stage."""

from __future__ import annotations

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_PACTS, _DEALT = word_set("pacts_called_after_places"), word_set("dealt_with_by_places")
_DIGNITIES, _SHIPS = word_set("dignities_of_places"), word_set("ships_that_bear_names")
_AGES = range(15, 111)


def called_after(parse: Parse, first: int, last: int, land: bool) -> bool:
    """ "the Gao accords", "a Gao-backed militia", "the Duke of Gao": the thing is called after the place, which tells only of what the report is. `land` is more than a town."""
    end = parse.sentences[parse[first].sent].last
    behind = parse[last] if last < end else None
    if behind is not None and behind.text == "-" and behind.start == parse[last - 1].end and last + 1 < end and parse[last + 1].start == behind.end:
        return parse[last + 1].lower in _DEALT
    if not land and behind is not None and behind.lower in _PACTS and parse[last - 1].dep in ("compound", "amod", "nmod"):
        return True
    before, above = _word(parse, first, 1), _word(parse, first, 2)
    return before == "of" and above in _DIGNITIES and parse[first - 2].text[:1].isupper()


def someone_aged(parse: Parse, first: int, last: int) -> bool:
    """ "Jordan, 44, was elected": who has an age between commas is a person, but for the place in "in Jordan, 44, mostly women, died"."""
    end = parse.sentences[parse[first].sent].last
    if last + 2 >= end or parse[last].text != "," or parse[last + 2].text not in (",", ")"):
        return False
    age = parse[last + 1].text
    placed = first > 0 and parse[first - 1].sent == parse[first].sent and parse[first - 1].pos == "ADP"
    return age.isdigit() and int(age) in _AGES and not placed


def ship(parse: Parse, first: int) -> bool:
    """ "the tanker Gao", "HMS Gao": the name of a ship right behind the word for it."""
    return _word(parse, first, 1) in _SHIPS


def _word(parse: Parse, first: int, back: int) -> str:
    """The lower-case word so many tokens before `first` in its sentence."""
    at = first - back
    return parse[at].lower if at >= 0 and parse[at].sent == parse[first].sent else ""
