"""Words of deeds that tell of none, who knows without saying, verbs in a row, and where words are spoken."""

from __future__ import annotations

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Sol Mera, the director of investigations at the Harbour Ministry, said the rifles came by sea.", "investigations"),
        ("Displaced persons and students joined the march.", "Displaced"),
        ("Rifles were found in the occupied warehouse.", "occupied"),
        ("The brigade took nine prisoners of war.", "war"),
        ("The railway's operations had been suspended because of flood damage.", "suspended"),
        ("The wardens carried out transfers of prisoners from the northern jail.", "transfers"),
        ("Gangs acted as intermediaries for rifles from the coast.", "intermediaries"),
    ],
)
def test_words_of_deeds_that_tell_of_none(text: str, word: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert word not in [s.words for e in record.events for m in e.mentions for s in m.trigger]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Sol Mera led the investigations of the murder.", "investigations"),
        ("More than 900 displaced families reached the camp.", "displaced"),
        ("Families in the occupied territories waited.", "occupied"),
        ("The war went on in the hills.", "war"),
        ("The army suspended operations in the valley.", "suspended"),
        ("The transfer of the suspects to the tribunal took an hour.", "transfer"),
        ("The sultan acted as intermediary between the clans.", "intermediary"),
    ],
)
def test_the_deeds_beside_them_stand(text: str, word: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert word in [s.words for e in record.events for m in e.mentions for s in m.trigger]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The smugglers know that the army burned nine villages.", True),
        ("The smugglers know how many villages the army burned.", False),
        ("We know that the army burned nine villages, the mayor said.", False),
        ("The smugglers say that the army burned nine villages.", False),
    ],
)
def test_what_somebody_knows_he_does_not_say(text: str, outlet: bool, ungated: Coder) -> None:
    event = next(e for e in ungated.code(text).events if e.type == "ASSAULT")
    assert (event.assertions[0].attribution is None) is outlet


def test_verbs_in_a_row_have_one_doer(ungated: Coder) -> None:
    record = ungated.code("The army is executing priests, and massacring dock workers.")
    names = {e.id: e.name for e in record.entities}
    assert [([names[p.entity] for p in e.actors], [names[p.entity] for p in e.recipients]) for e in record.events] == [(["army"], ["priests"]), (["army"], ["dock workers"])]


def test_what_is_needed_is_not_planned(ungated: Coder) -> None:
    assert [e.status for e in ungated.code("Governments in the valley need to work together against the gangs.").events] == ["proposed"]


def test_words_are_not_spoken_where_their_matter_was(ungated: Coder) -> None:
    record = ungated.code("The foreign minister condemned the killing of a nurse in Peru.")
    assert {e.type: len(e.places) for e in record.events} == {"ACCUSE": 0, "ASSAULT": 1}


def test_bombs_in_a_bank_are_no_business_news(ungated: Coder) -> None:
    record = ungated.code(
        "Two bombs exploded in the old town. The first went off at a bank branch. The bank was destroyed. The second hit a corporation's offices. "
        "Shares of the bank fell. The company said its branches stay open."
    )
    assert "ASSAULT" in [e.type for e in record.events]
