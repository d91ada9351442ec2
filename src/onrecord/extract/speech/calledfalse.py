"""attributions, verdicts: "described the allegation as baseless": whoever calls an accusation untrue rejects it."""

from __future__ import annotations

from onrecord import syntax
from onrecord.lexicon.disputes import verdicts
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_DESCRIBING = frozenset({"describe", "characterise", "characterize", "portray", "depict"})  # what a claim is called, "rebuttals" reads by its verdict


def called_false(parse: Parse, cue: tuple[int, ...]) -> bool:
    """Whether the verb of a cue calls an accusation a falsehood; False for any other verb, and for "called the raid illegal", which denies no raid."""
    verb = next((parse[t] for t in cue if parse[t].pos in syntax.VERBAL), None)
    if verb is None or verb.lemma not in _DESCRIBING:
        return False
    below = list(parse.children(verb.i))
    if not any(c.dep in ("dobj", "nsubjpass") and c.lemma.lower() in word_set("accusations") for c in below) or any(c.dep == "neg" for c in below):
        return False
    called = [c for c in below if c.dep in ("oprd", "xcomp") or (c.dep == "advcl" and any(m.lower == "as" for m in parse.children(c.i)))]
    called += [o for c in below if c.dep == "prep" and c.lower == "as" for o in parse.children(c.i) if o.dep in ("pobj", "pcomp", "amod")]
    return any(verdicts().get(word) == "truth" or word in word_set("plain_falsehoods") for c in called for word in (c.lemma.lower(), c.lower))
