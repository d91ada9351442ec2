"""Sectors that only the bare noun tells, towns of two names, and a town before the province that is called after it."""

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "name", "sectors"),
    [
        ("Inspectors from the Harbour Rights Office were turned away by the militia.", "Inspectors", ()),
        ("River inspectors searched the barge and arrested two men.", "River inspectors", ()),
        ("Police inspectors arrested two men.", "Police inspectors", ("COP",)),
        ("Inspectors arrested two men.", "Inspectors", ("COP",)),
        ("The Roundtable mediator urged the militia to disarm.", "Roundtable mediator", ()),
        ("The Lawyers' Circle condemned the beating.", "Lawyers' Circle", ()),
        ("The Dockers' Circle condemned the beating.", "Dockers' Circle", ("LAB",)),
    ],
)
def test_a_sector_is_asserted_only_where_the_words_tell_it(ungated: Coder, text: str, name: str, sectors: tuple[str, ...]) -> None:
    assert {e.name: e.sectors for e in ungated.code(text).entities}[name] == sectors


@pytest.mark.parametrize(
    ("text", "place", "precision"),
    [
        ("Soldiers shot two herders in Gao, in Mali.", "Gao", "city"),
        ("Soldiers shot two herders in Gao province, in Mali.", "Gao", "admin1"),
        ("Soldiers shot two herders in Oaxaca, in Mexico.", "Oaxaca", "admin1"),
    ],
)
def test_a_town_before_the_province_called_after_it(ungated: Coder, text: str, place: str, precision: str) -> None:
    assert next(p.precision for p in ungated.code(text).places if p.name.startswith(place)) == precision


def test_a_town_of_two_names_is_nobody(ungated: Coder) -> None:
    record = ungated.code("The barge left Richard-Toll on Monday, and gunmen attacked it.")
    assert "Richard-Toll" in {p.name for p in record.places}
    assert "Richard-Toll" not in {e.name for e in record.entities}


def test_where_the_raid_was_is_not_where_somebody_apologised_for_it(ungated: Coder) -> None:
    record = ungated.code("The federation apologised for a raid near Kidal that injured three herders.")
    assert not next(e for e in record.events if e.type == "CONCEDE").places
    there = ungated.code("The federation apologised in Kidal for the raid.")
    assert next(e for e in there.events if e.type == "CONCEDE").places
