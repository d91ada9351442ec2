"""Names of persons that only what befalls them tells: "Police arrested Marko Dunn". A helper of the mention finder, no stage."""

from __future__ import annotations

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_OF_ONE = word_set("what_befalls_one")
_SHORTEST, _LONGEST = 2, 3  # words of a name


def one_befallen(parse: Parse, first: int, at: int) -> bool:
    """Whether the capitalised words from `first` to their head `at` are two or three without an article, whom a verb befalls that befalls one person."""
    words = parse.tokens[first : at + 1]
    verb = parse.head(at)
    if verb is None or verb.lemma not in _OF_ONE or verb.pos != "VERB" or parse[at].dep not in ("dobj", "nsubjpass") or not _SHORTEST <= len(words) <= _LONGEST:
        return False
    return all(t.text.istitle() and t.text.isalpha() and t.tag == "NNP" for t in words) and not any(c.dep == "det" for c in parse.children(at))
