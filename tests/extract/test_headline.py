"""The main event of invented reports: who, what, when, where, and on what the day rests."""

from __future__ import annotations

from onrecord import Coder


def test_the_actor_of_title_and_lead_and_its_place_and_time(ungated: Coder) -> None:
    text = "Gunmen storm prison in Gao\n\nGunmen stormed a prison in the northern town of Gao late on Tuesday, freeing dozens of inmates, the governor said on Wednesday."
    found = ungated.main_event(text, published="2025-03-06")
    assert found.who
    assert found.who.words == "Gunmen"
    assert found.where
    assert "Gao" in found.where.words
    assert found.when
    assert "Tuesday" in found.when.words
    assert (found.day, found.day_inferred) == ("2025-03-04", False)


def test_every_answer_points_at_its_words(ungated: Coder) -> None:
    text = "Miners block road near Kayes\n\nStriking miners blocked the main road near Kayes on Monday morning, police said."
    found = ungated.main_event(text, published="2025-03-05")
    for answer in (found.who, found.what, found.when, found.where):
        assert answer is not None
        assert all(text[s.start : s.end] == s.words for s in answer.spans)


def test_a_day_that_rests_on_the_publication_says_so_and_an_unknown_one_is_none(ungated: Coder) -> None:
    text = "Rebels seize airport at Gao\n\nRebels have seized the airport at Gao, residents said."
    known, unknown = ungated.main_event(text, published="2025-03-05"), ungated.main_event(text)
    assert (known.when, known.day, known.day_inferred) == (None, "2025-03-05", True)
    assert (unknown.day, unknown.day_inferred) == (None, False)


def test_the_time_of_something_else_in_the_sentence_does_not_date_it(ungated: Coder) -> None:
    text = "Envoy meets rebel chiefs in Gao\n\nThe envoy, who was named on Sunday, met rebel chiefs in Gao on Wednesday after Tuesday's ambush."
    found = ungated.main_event(text, published="2025-03-06")
    assert found.when
    assert found.when.words == "Wednesday"


def test_the_town_takes_over_what_its_country_gathered(ungated: Coder) -> None:
    text = "Bomb kills six in Mali\n\nA bomb killed six people in northern Mali on Monday. The blast hit a market in Kidal."
    found = ungated.main_event(text, published="2025-03-05")
    assert found.where
    assert "Kidal" in found.where.words


def test_nothing_is_said_of_an_empty_text_or_another_language(ungated: Coder) -> None:
    assert ungated.main_event("").who is None
    assert ungated.main_event("Les rebelles ont attaqué la ville lundi, selon des habitants qui ont fui vers le sud du pays.").who is None


def test_a_title_of_one_surname_meets_the_full_name_below(ungated: Coder) -> None:
    text = "Bakari announces retreat from Gao\n\nCommander Moussa Bakari announced a retreat from Gao on Monday. Idris Sow, a trader, said he saw trucks leave."
    found = ungated.main_event(text, published="2025-03-05")
    assert found.who is not None
    assert "Bakari" in found.who.words


def test_a_time_at_the_top_of_a_fragment_is_no_error(ungated: Coder) -> None:
    """A time that is its own root has no clause above it."""
    found = ungated.main_event("Rebels storm Gao\n\nMonday. Rebels stormed Gao, residents said.", published="2025-03-05")
    assert found.day == "2025-03-03"
