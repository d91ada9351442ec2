"""A state's regime is its government, a name by which somebody is known is his, and a group's combatants are of the group."""

from __future__ import annotations

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Chadian regime bombed the valley on Monday. The rebels said the Chadian government would fall.", ["Chadian regime", "rebels"]),
        ("The Chadian government met the Malian government. The Malian regime fled.", ["Chadian government", "Malian government"]),
        ("The FMLN combatants attacked the barracks.", ["FMLN"]),
    ],
)
def test_who_is_told_in_two_words_is_one_actor(text: str, names: list[str], ungated: Coder) -> None:
    assert [e.name for e in ungated.code(text).entities] == names


def test_a_rank_before_another_name_is_no_part_of_it(ungated: Coder) -> None:
    record = ungated.code("Manuel Rugam, known as Commander Aurelio, was shot on Monday. Commander Aurelio led the rebels.")
    assert [e.name for e in record.entities if e.kind == "person" and e.name != "rebels"] == ["Manuel Rugam"]
    record = ungated.code('Mario Lopez, who is also known as "Commander Venancio Salva," was shot on Monday.')
    assert [e.name for e in record.entities] == ["Mario Lopez"]
