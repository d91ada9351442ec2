"""parse, repairs: parties named right behind what side they are of: "the opposition People's Progress party", of which the small parser makes an opposition and a party."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model.parse import Token

_SIDES = frozenset({"opposition", "ruling", "rebel", "separatist"})
_PARTIES = frozenset({"party", "alliance", "coalition", "movement", "front", "bloc", "league", "union"})


def party_names(tokens: list[Token], first: int, last: int) -> None:
    """Repairs tokens [first, last) in place. Cost: linear in the tokens."""
    for side in tokens[first : last - 2]:
        name = next((t for t in tokens[side.i + 2 : min(side.i + 8, last)] if t.head == side.i and t.dep == "appos"), None) if side.lower in _SIDES else None
        if name is None or name.lemma.lower() not in _PARTIES or any(t.pos not in ("NOUN", "PROPN", "ADJ") and t.tag != "POS" for t in tokens[side.i + 1 : name.i]):
            continue
        if any(t.pos != "PROPN" and t.tag != "POS" for t in tokens[side.i + 1 : side.i + 2]):
            continue  # "the opposition parties": no name
        role, above = side.dep, side.head if side.head != side.i else name.i
        for t in tokens[first:last]:
            if t.head == side.i and t.i not in (side.i, name.i):
                tokens[t.i] = replace(t, head=name.i)
        tokens[name.i] = replace(name, dep=role, head=above)
        tokens[side.i] = replace(tokens[side.i], dep="compound", head=name.i)
    for side in tokens[first : last - 1]:
        name = tokens[side.i + 1]
        if side.lower in ("right", "left", "wing") and name.pos == "PROPN" and (side.dep, side.head) == (name.dep, name.head) and side.i > first and tokens[side.i - 1].text == "-":
            # "the far-right | Vox said": one speaker
            for t in tokens[first:last]:
                if t.head == side.i and t.i != side.i:
                    tokens[t.i] = replace(t, head=name.i)
            tokens[side.i] = replace(side, dep="amod", head=name.i)
