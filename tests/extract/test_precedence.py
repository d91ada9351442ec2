"""What PLOVER does not code beside another act of the sentence."""

from __future__ import annotations

from functools import lru_cache

import pytest

from onrecord import Coder


@lru_cache(maxsize=1)
def coder() -> Coder:
    return Coder()


def types(text: str) -> list[str]:
    return sorted(e.type for e in coder().code(text).events)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Students marched through the capital to demand lower fees.", ["PROTEST"]),
        ("Miners went on strike demanding higher pay.", ["PROTEST"]),
        ("Nurses rallied outside the ministry, calling for safer wards.", ["PROTEST"]),
        ("Nurses rallied outside the ministry while the union demanded higher pay.", ["PROTEST", "REQUEST"]),
        ("The union demanded higher pay and the nurses marched.", ["PROTEST", "REQUEST"]),
    ],
)
def test_what_a_crowd_demands_by_its_protest_is_the_protest(text: str, expected: list[str]) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers advanced on the town and attacked its garrison.", ["ASSAULT"]),
        ("Soldiers advanced on the town but did not attack its garrison.", ["ASSAULT", "MOBILIZE"]),
        ("Soldiers advanced on the town and rebels attacked a convoy.", ["ASSAULT", "MOBILIZE"]),
    ],
)
def test_who_moves_and_strikes_strikes(text: str, expected: list[str]) -> None:
    assert types(text) == expected
