"""What a report of sport, shows or business may not yield, and what it must."""

import pytest

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


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # What smugglers deliver is neither trade nor aid.
        ("Illegal timber exported to Chad was burned.", {"COOPERATE"}),
        ("The ring mainly sent the forged notes to Chad and Norway.", {"AID"}),
        # What a thing only serves or is compared to.
        ("The island calls the drills a rehearsal for war.", {"ASSAULT"}),
        # A question of the press, action that only shows, goods that are nobody's riot, clothes.
        ("The spokesman declined to comment when questioned about the cuts.", {"ACCUSE"}),
        ("The envoy asked the two neighbours to take direct action to show that they care about missile sales.", {"ASSAULT"}),
        ("Critics say the clan is looting the wealth of the province.", {"PROTEST"}),
        ("Silk-clad women wait to vote.", {"AID"}),
        ("Families occupy land and housing without formal deeds.", {"COERCE", "PROTEST"}),
    ],
)
def test_what_is_no_such_event(text: str, kinds: set[str], ungated: Coder) -> None:
    assert kinds.isdisjoint(e.type for e in ungated.code(text).events)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The two kingdoms exported wheat to Chad.", "COOPERATE"),
        ("Norway sent food and medicine to Chad.", "AID"),
        ("The island went to war against Norway.", "ASSAULT"),
        ("Detectives questioned the driver about the theft.", "ACCUSE"),
        ("The premier ruled out military action against the island.", "ASSAULT"),
        ("Crowds looted shops in Gao.", "PROTEST"),
        ("Rebels occupied the town.", "COERCE"),
        # A resolution that bans or cuts something is a sanction, one that recognises somebody is support.
        ("In May the council passed a resolution slashing the island's imports of coal.", "SANCTION"),
        ("In May the council passed a resolution recognising the exiles.", "SUPPORT"),
    ],
)
def test_what_is_such_an_event(text: str, kind: str, ungated: Coder) -> None:
    assert kind in {e.type for e in ungated.code(text).events}
