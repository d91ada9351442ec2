"""Places that readers of unread pages found wrong, in sentences of our own, with look-alikes."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.span import words_of


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In October, Peru jailed nine clerks in Lima.", ["Peru", "Lima"]),
        ("In Huancayo, Peru jailed nine clerks.", ["Huancayo", "Peru"]),
        ("HE CONDEMNED THE INVASION OF PANAMA BY TROOPS ON MONDAY.", ["PANAMA"]),
    ],
)
def test_months_and_small_words_are_no_part_of_places(text: str, places: list[str]) -> None:
    assert [words_of(p.spans) for p in Coder(gate=False).code(text).places] == places


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("Police raided the Bronx, a small neighborhood in central Bogota, on Monday.", "Bronx", False),
        ("Police raided the Bronx, a borough of New York, on Monday.", "Bronx", True),
        ("Gangs moved to Suba and Bosa, neighborhoods on Bogota's edge.", "Suba", False),
    ],
)
def test_a_quarter_is_not_looked_for_far_from_its_town(text: str, name: str, known: bool) -> None:
    record = Coder(gate=False).code(text)
    assert [p.lat is not None for p in record.places if name in words_of(p.spans)][:1] == [known]
