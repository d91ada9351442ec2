"""What stands nearer to a verb than the parser hangs it: subjects run together, aims, clauses between, the doer before a participle."""

from __future__ import annotations

from onrecord.dependents import VERBAL
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse
from onrecord.nouns import child_of

_NEARNESS = word_set("adverbs_of_nearness")
# "on the verge of", "stopped short of"
_BRINKS = word_set("brinks")
_AIMS = word_set("pursuits") | word_set("commitment_nouns")


def run_on(parse: Parse, first: int, second: int) -> bool:
    """Whether the nearer of two subjects is the verb's own, the other a piece of what stands before its comma; not "the herders, three of them, were held"."""
    below = next((t.i for t in parse.tokens[first + 1 : second + 1] if t.i == second or any(a.i == second for a in parse.ancestors(t.i))), second)
    return parse[below - 1].text == "," and parse[second].pos in ("NOUN", "PROPN") and not any(c.lower == "of" for c in parse.children(second))


def brought_near(parse: Parse, i: int) -> int | None:
    """The verb that tells how near its subject came to an act: "is on the verge of", "stopped short of", "came within two votes of", "is close to"; None otherwise."""
    token = parse[i]
    above = parse.head(i)
    if above is None:
        return None
    if token.pos in ("ADJ", "ADV"):
        return above.i if above.pos in VERBAL and token.dep in ("acomp", "advmod", "oprd") and (token.dep != "advmod" or token.lower in _NEARNESS) else None
    verb = parse.head(above.i)
    near = token.lemma in _BRINKS or above.lower == "within"
    return verb.i if near and token.dep == "pobj" and above.dep == "prep" and verb is not None and verb.pos in VERBAL else None


def aim_before(parse: Parse, verb: int) -> int | None:
    """The noun that an infinitive tells the aim of, where the parser hangs the infinitive on the verb above: "foiled a plot by students to bomb the bridge"."""
    mark = next((c for c in parse.children(verb) if c.dep == "aux" and c.lower == "to"), None)
    noun = next((c for c in parse.children(parse[verb].head) if c.dep == "dobj" and c.lemma in _AIMS), None)
    if mark is None or noun is None or noun.i > mark.i:
        return None
    return noun.i if all(t.pos not in (*VERBAL, "PUNCT") for t in parse.tokens[noun.i + 1 : mark.i]) else None


def nearer_clause(parse: Parse, verb: int) -> int | None:
    """The clause that a purpose infinitive belongs to where the parser hangs it on the main verb beyond: "fled after soldiers came to arrest them"."""
    if parse[verb].tag != "VB" or not any(c.dep == "aux" and c.lower == "to" for c in parse.children(verb)):
        return None
    head = parse[verb].head
    between = (c for c in parse.children(head) if c.dep == "advcl" and head < c.i < verb and child_of(parse, c.i, "nsubj", "nsubjpass") is not None)
    return next((c.i for c in between if all(t.text != "," for t in parse.tokens[c.i : verb])), None)
