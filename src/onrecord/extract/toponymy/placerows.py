"""places: what the others of a row tell of a name: "Morazan, Cabanas, La Paz and Usulutan" are provinces of one country. A helper of the place stage, no stage."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.toponymy.placerank import Scored
from onrecord.extract.toponymy.toponyms import Toponym
from onrecord.model.parse import Parse

_MARKS = frozenset({",", "and", "or", "the"})
# Others of a row from which on they tell where it is.
_OTHERS = 3
# Inhabitants of a town by whose name a row may mean it, and those of a namesake that no row outvotes.
_TOWN, _METROPOLIS = 10_000, 1_000_000


def in_rows(parse: Parse, toponyms: Sequence[Toponym], ranked: Sequence[list[Scored]]) -> list[list[Scored]]:
    """The candidates of each toponym; of a name that alone in its row would lie abroad, the one of the others' country first, where it has a province or
    a town of that name."""
    made = [list(r) for r in ranked]
    row: list[int] = []
    for number, item in enumerate(toponyms):
        if row and not _joined(parse, toponyms[row[-1]], item):
            _agree(made, row)
            row = []
        row.append(number)
    _agree(made, row)
    return made


def _joined(parse: Parse, one: Toponym, other: Toponym) -> bool:
    between = parse.tokens[one.last : other.first]
    return parse[one.first].sent == parse[other.first].sent and bool(between) and all(t.lower in _MARKS for t in between)


def _agree(made: list[list[Scored]], row: list[int]) -> None:
    best = {n: made[n][0][1] for n in row if made[n]}
    for n, own in best.items():
        others = [e for m, e in best.items() if m != n]
        lands = {e.country for e in others}
        if len(others) < _OTHERS or len(lands) != 1 or own.country in lands or any(e.kind == "country" for e in (own, *others)):
            continue
        provinces = 2 * sum(e.kind == "admin1" for e in others) >= len(others)
        here = [r for r in made[n] if r[1].country in lands]
        chosen = next((r for r in here if r[1].kind == "admin1" and provinces), None)
        if chosen is None and own.population < _METROPOLIS:
            chosen = next((r for r in here if r[1].kind == "city" and r[1].population >= _TOWN), None)
        if chosen is not None:
            made[n] = [(made[n][0][0] + 1.0, chosen[1]), *(r for r in made[n] if r is not chosen)]
