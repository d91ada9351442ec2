"""One deed told again in other words, and two deeds that only sound like it."""

import pytest

from onrecord import Coder


def _deeds(coder: Coder, text: str, kind: str) -> list[int]:
    """How many mentions each event of the type has."""
    return [len(e.mentions) for e in coder.code(text).events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ('Miner beaten in jail, his sister says\n\nThe sister of a miner held in Lom said guards tortured him. "He was beaten with hoses," she said.', 1),
        # A second victim with words of his own is another deed, and so is what another source tells.
        ('The sister of a miner held in Lom said guards tortured him. "They beat a cook too," she said.', 2),
        ("A nun said guards tortured a miner in Lom. A doctor said officers beat a cook in Gao.", 2),
    ],
)
def test_how_one_was_treated_told_in_parts(ungated: Coder, text: str, deeds: int) -> None:
    assert len(_deeds(ungated, text, "ASSAULT")) == deeds


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Jets struck a fuel depot near Gao. The ministry put the number of guards killed at the depot at 11.", 1),
        # Somebody else is told to have done it; another depot; a day of its own.
        ("Jets struck a fuel depot near Gao on Monday. Four guards killed by poachers at the depot on Friday were buried.", 2),
        ("Jets struck a fuel depot near Gao. The ministry put the number of guards killed at a depot in Lom at 11.", 2),
    ],
)
def test_those_killed_at_what_was_struck(ungated: Coder, text: str, deeds: int) -> None:
    assert len(_deeds(ungated, text, "ASSAULT")) == deeds


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Federation blames movement for market blast\n\nMajor Idris Holt, a spokesman for the Ochre Federation, blamed the Iron Dune movement for the deaths.", 1),
        ("Federation blames movement for market blast\n\nMayor Idris Holt of Lom blamed the Iron Dune movement for the deaths.", 2),
    ],
)
def test_a_headline_names_the_body_that_a_voice_speaks_for(ungated: Coder, text: str, deeds: int) -> None:
    assert len(_deeds(ungated, text, "ACCUSE")) == deeds


def test_the_place_of_the_talks_is_not_that_of_what_was_called_off_after_them(ungated: Coder) -> None:
    record = ungated.code("The coalition considered an operation two years ago but called it off after talks in Nouakchott.")
    where = {words.quote: [p.inferred for p in e.places] for e in record.events for m in e.mentions for words in m.trigger}
    assert where["talks"] == [False]
    assert where["called"] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The clinic had no record of the man's arrival.", ["no_evidence"]),
        ("The mill said it had no record of any complaint.", []),
        ("The carter had no criminal record, a judge said.", []),
    ],
)
def test_a_missing_record_of_complaints_or_crimes_leaves_nothing_open(ungated: Coder, text: str, kinds: list[str]) -> None:
    assert [q.kind for q in ungated.code(text).questions] == kinds


def test_a_headlines_gangs_of_one_land_are_not_those_of_a_wider_one(ungated: Coder) -> None:
    record = ungated.code("Army attacks Chadian gangs\n\nThe army has fought Central African gangs for years, and burned two of their camps.")
    assert "Chadian gangs" in {e.name for e in record.entities}
    same = ungated.code("Army attacks Chadian gangs\n\nThe army has fought Chadian gangs for years, and burned two of their camps.")
    assert sum("gangs" in e.name for e in same.entities) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Police ran a covert operation in the port.", "MOBILIZE"), ("The army ran a covert operation against the militia.", "ASSAULT"), ("The army began a ground operation in the hills.", "ASSAULT")],
)
def test_covert_operations_are_moves_unless_somebody_is_their_target(ungated: Coder, text: str, kind: str) -> None:
    assert [e.type for e in ungated.code(text).events] == [kind]
