"""What is only rumoured or imputed: hearsay by its noun, plausible cases, theories."""

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Governor not arrested, ministry says, as coup rumours swirl.", "coup", "alleged"),
        ("Theories suggesting that the queen had been murdered spread in Oldwell.", "murdered", "alleged"),
        ("The bench found a plausible case of torture in the jail.", "torture", "hypothetical"),
    ],
)
def test_what_is_rumoured_did_not_happen_for_sure(ungated: Coder, text: str, word: str, status: str) -> None:
    events = [e for e in ungated.code(text).events if any(s.quote == word for m in e.mentions for s in m.trigger)]
    assert [e.status for e in events] == [status]


def test_a_coup_that_is_told_stands(ungated: Coder) -> None:
    assert [e.status for e in ungated.code("Soldiers staged a coup in Orlan on Monday, and rumours spread.").events if e.type == "COERCE"] == ["occurred"]


def test_times_are_no_number_of_a_resolution(ungated: Coder) -> None:
    assert ungated.code("The navy had breached the resolution 40 times, the league said.").authorities == ()
    assert [a.name for a in ungated.code("The navy had breached resolution 40, the league said.").authorities] == ["resolution 40"]


def test_whose_statement_is_called_false_is_the_owner_s(ungated: Coder) -> None:
    record = ungated.code("The owner said the mine was attacked on Friday. The sheriff's statement is false, a union leader said.")
    assert record.disputes == ()
