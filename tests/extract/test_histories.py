"""Histories tell their own time; news does not. The texts are invented."""

from __future__ import annotations

from onrecord import Coder

CHRONICLE = (
    "The Lower Marsh War began on 12 October 1911, when the Duchy closed the river. Fighting went on until December. In January the Duchy took the mills. "
    "The next day the League sent two regiments. On 3 March 1912 a truce was signed. Two weeks later it was broken. In 1932 a historian would count the dead. "
    "On 9 May the League shelled the harbour. His 1950 book calls it a crime. The town fell the same day. In June 1913 peace was made."
)


def values(coder: Coder, text: str, published: str | None = None) -> dict[str, tuple[str, str]]:
    return {" ".join(s.words for s in t.spans): (t.value, t.anchor) for t in coder.code(text, published=published).times}


def test_months_and_days_belong_to_the_year_that_the_narrative_has_reached(ungated: Coder) -> None:
    found = values(ungated, CHRONICLE, "2020-05-01")
    assert found["December"] == ("1911-12", "narrative")
    assert found["January"] == ("1912-01", "narrative"), "past the turn of the year"
    assert found["Two weeks later"] == ("1912-W11", "narrative")


def test_finer_units_than_were_told_stay_open(ungated: Coder) -> None:
    assert values(ungated, CHRONICLE, "2020-05-01")["The next day"][0] == "1912-XX-XX"


def test_a_year_in_passing_does_not_move_the_narrative(ungated: Coder) -> None:
    found = values(ungated, CHRONICLE.replace("In 1932 a historian would count the dead", "A historian would count the dead in 1932"), "2020-05-01")
    assert found["9 May"] == ("1912-05-09", "narrative")
    assert found["the same day"] == ("1912-05-09", "narrative"), "nor does an attribute"


def test_news_with_years_behind_it_counts_from_its_publication(ungated: Coder) -> None:
    text = (
        "Rebels attacked the harbour on Monday. The war began in 1998. A truce of 2003 was broken in 2005, and talks failed in 2009. "
        "The port was closed in March 2011. The army said yesterday that it would reopen in June."
    )
    found = values(ungated, text, "2025-03-05")
    assert found["Monday"] == ("2025-03-03", "published")
    assert found["yesterday"] == ("2025-03-04", "published")
    assert found["June"] == ("2025-06", "published")
