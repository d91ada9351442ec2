"""Names of persons that only what befalls them tells: "Police arrested Marko Dunn". A helper of the mention finder, no stage."""

from __future__ import annotations

from onrecord import syntax
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


def undergoes(parse: Parse, head: int) -> bool:
    """Whether a noun stands where those stand to whom something is done that is done to people: "held Heron and Dune"."""
    token = parse[syntax.first_conjunct(parse, head)]
    above = parse.head(token.i)
    return token.dep == "dobj" and above is not None and above.lemma in word_set("done_to_people") | word_set("verbs_of_wrongs_to_people") | word_set("custody_verbs")
