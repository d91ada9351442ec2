"""parse, repairs: what others say of a deed in a noun behind its clause: "approved the amendment, a move critics said would weaken the courts". The small parser takes
"move critics" for whoever tells the whole."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Token

_COMMAS = frozenset({",", "-", "--", "–", "—"})
_ABOVE = frozenset({"nsubj", "nsubjpass", "expl"})
_LONGEST = 6  # tokens between the noun and who says it


def appraisals(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens, times `_LONGEST`."""
    for comma in range(first + 2, last - 4):
        if tokens[comma].text in _COMMAS and tokens[comma + 1].lower in ("a", "an") and (found := _appraisal(tokens, comma, last)) is not None:
            _put_right(tokens, first, last, comma, *found)


def _appraisal(tokens: list[Token], comma: int, last: int) -> tuple[int, int, int] | None:
    """The noun, the last word of who says it, and the verb of saying; nothing but a helper or a verb without a subject may follow this one."""
    saying = next((t.i for t in tokens[comma + 4 : min(comma + 4 + _LONGEST, last - 2)] if t.lemma in word_set("verbs_of_saying") | {"warn", "fear", "hope", "believe"} and t.tag in ("VBD", "VBP", "VBZ")), None)
    if saying is None or not (tokens[saying + 1].pos == "AUX" or tokens[saying + 1].tag in ("VBZ", "VBD", "VBP", "MD")):
        return None
    who = saying - 1
    noun = comma + 2
    while noun < who - 1 and tokens[noun].pos in ("ADJ", "ADV"):
        noun += 1
    between = tokens[noun + 1 : who + 1]
    if tokens[noun].tag not in ("NN", "JJ", "VB") or (tokens[noun].dep in _ABOVE and tokens[noun].head > saying) or not between or any(t.pos not in ("NOUN", "PROPN", "ADJ", "DET", "PRON") for t in between):
        return None
    people = tokens[who].tag in ("NNS", "NNPS", "PRP") or (between[0].lower in ("the", "he", "she", "it", "its", "his") and tokens[who].pos in ("NOUN", "PROPN"))
    return (noun, who, saying) if people and tokens[who].lower not in ("who", "which", "that") else None


def _put_right(tokens: list[Token], first: int, last: int, comma: int, noun: int, who: int, saying: int) -> None:
    """Make the noun an aside to the clause before it, and what is said of it a relative clause."""
    inside = range(comma + 1, last)
    tops = [t for t in tokens[first:comma] if (t.head in inside or t.head == t.i) and t.pos in ("VERB", "AUX")]
    if not tops:
        return
    top = next((t for t in tops if t.head == t.i), tops[0])
    if any(tokens[k].head == k for k in inside):
        tokens[top.i] = replace(top, dep="ROOT", head=top.i)
    elif top.head in inside:
        return
    for t in tokens[first:comma]:
        if t.i != top.i and t.head in inside:
            tokens[t.i] = replace(t, head=top.i)
    tokens[noun] = replace(tokens[noun], pos="NOUN", tag="NN", dep="npadvmod", head=top.i)
    for k in range(comma + 1, noun):
        tokens[k] = replace(tokens[k], head=noun, dep="det" if k == comma + 1 else "amod")
    tokens[who] = replace(tokens[who], dep="nsubj", head=saying)
    for k in range(noun + 1, who):
        tokens[k] = replace(tokens[k], head=who, dep={"DET": "det", "ADJ": "amod", "PRON": "poss"}.get(tokens[k].pos, "compound"))
    tokens[saying] = replace(tokens[saying], dep="relcl", head=noun)
    for t in tokens[saying + 1 : last]:
        if t.head == t.i or (t.head < saying and t.head != top.i and t.head in inside):
            tokens[t.i] = replace(t, head=saying, dep="ccomp" if t.pos in ("VERB", "AUX") else t.dep if t.head != t.i else "dep")
    tokens[comma] = replace(tokens[comma], head=top.i)
    if tokens[last - 1].pos == "PUNCT":
        tokens[last - 1] = replace(tokens[last - 1], head=top.i)
