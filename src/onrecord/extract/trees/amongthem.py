"""parse, repairs: "six people, among them Colonel Ivo Heron": who stands behind "among them" is one of those just told of, and no measure of the verb."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model.parse import Token

_MANY = ("NNS", "NNPS", "CD")
_LOOSE = ("npadvmod", "dep", "appos", "dobj", "conj")


def among_them(tokens: list[Token], first: int, last: int) -> None:
    """Hangs such names below the preposition, and that on those told of, in place, as "including" hangs. Cost: linear in the tokens."""
    for i in range(first + 2, last - 2):
        if tokens[i].lower != "among" or tokens[i + 1].lower not in ("them", "whom") or tokens[i - 1].text not in (",", "(", "–", "—"):
            continue
        many = next((t for t in reversed(tokens[first : i - 1]) if t.pos in ("NOUN", "PROPN", "NUM") and t.dep not in ("compound", "nmod", "pobj", "nummod")), None)
        named = next((t for t in tokens[i + 2 : last] if t.pos in ("NOUN", "PROPN") and t.dep not in ("compound", "nmod", "amod", "poss", "nummod")), None)
        if many is None or named is None or many.tag not in _MANY or named.dep not in _LOOSE or named.head >= i or any(t.pos in ("VERB", "AUX", "PUNCT") for t in tokens[i + 2 : named.i]):
            continue
        tokens[i] = replace(tokens[i], dep="prep", head=many.i)
        tokens[i + 1] = replace(tokens[i + 1], dep="pobj", head=i)
        tokens[named.i] = replace(named, dep="pobj", head=i)
