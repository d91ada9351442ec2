"""Who speaks: whether an actor's noun or name is the subject of a verb of saying. Asked where actors are joined and where they may be one."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_SAYING = word_set("verbs_of_saying") | word_set("verbs_of_speaking_out")


def is_speaker(parse: Parse, head: int) -> bool:
    """Whether a head token, or the first of the row in which it stands, is the subject of a verb of saying."""
    at = syntax.first_conjunct(parse, head)
    verb = parse.head(at)
    return parse[at].dep == "nsubj" and verb is not None and verb.lemma.lower() in _SAYING


def is_source(parse: Parse, head: int) -> bool:
    """Whether a head token is that of a speaker, or stands behind "according to"."""
    token, above = parse[head], parse.head(head)
    if above is not None and token.dep == "pobj" and above.lower == "to" and above.i > 0:
        return parse[above.i - 1].lower == "according"
    return is_speaker(parse, head)
