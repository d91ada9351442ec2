"""What a report of sport, shows or business may not yield, and what it must."""

from onrecord import Coder

SPORT = (
    "The regatta ended in a draw on Saturday. The crew stormed to the finish and the coach praised the players. "
    "Rovers attacked from the first whistle. The striker scored twice in the second half of the match. The fans sang until the stadium closed. "
)


def test_force_in_a_sports_report_needs_people_or_those_who_use_it(ungated: Coder) -> None:
    assert [e.type for e in ungated.code(SPORT).events if e.type == "ASSAULT"] == []


def test_force_against_people_stays(ungated: Coder) -> None:
    record = ungated.code(SPORT + "A gunman shot three fans outside the stadium. Police arrested the man.")
    assert {"ASSAULT", "COERCE"} <= {e.type for e in record.events}


def test_a_custom_is_no_event(ungated: Coder) -> None:
    assert not ungated.code("Brokers often ask that buyers pay a fee in advance.").events
