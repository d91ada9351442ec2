"""status and events: words that a set phrase gives another sense: "in charge of", "a good deal of", "as opposed to". A helper, no stage."""

from __future__ import annotations

from functools import lru_cache

from onrecord import syntax
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[int, list[str]]]]:
    """The last word but "of" and "to" of each phrase, the one behind "without" -> (its place in the phrase, the phrase's words)."""
    found: dict[str, list[tuple[int, list[str]]]] = {}
    for phrase in word_set("phrases_of_another_sense"):
        words = phrase.split()
        at = 1 if words[0] == "without" else len(words) - 1 - (words[-1] in ("of", "to"))
        found.setdefault(words[at], []).append((at, words))
    return found
# What people are called to, which has a day of its own, and by which words: "called for protests on Saturday", "announced an election for May".
GATHERINGS = event_lexicon().classes["strike_action"] | word_set("ballots")
CALLING_TO = word_set("announcing_verbs") | {"appeal"}


def of_another_sense(parse: Parse, i: int) -> bool:
    """Whether token `i` is the chief word of a set phrase."""
    return any(i >= at and [t.lower for t in parse.tokens[i - at : i - at + len(words)]] == words for at, words in _phrases().get(parse[i].lower, ()))


def blamed_on_a_cause(parse: Parse, verb: int) -> bool:
    """ "an attack police blamed on a feud": what is blamed on nobody was done, whatever the reason."""
    return any(parse[o].lemma.lower() in word_set("causes_blamed") for o in syntax.prep_objects(parse, verb, "on"))
